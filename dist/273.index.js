export const id = 273;
export const ids = [273];
export const modules = {

/***/ 273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ judgeClaim),
/* harmony export */   c: () => (/* binding */ unusedGroups),
/* harmony export */   i: () => (/* binding */ isSweepable),
/* harmony export */   n: () => (/* binding */ ageOf),
/* harmony export */   o: () => (/* binding */ mayBeInUse),
/* harmony export */   r: () => (/* binding */ idleOwnClusters),
/* harmony export */   s: () => (/* binding */ pullOf),
/* harmony export */   t: () => (/* binding */ makeDeparturePlan)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5640);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2039);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3554);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9785);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2396);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1894);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3198);








// src/reconcile/membership/make-room.ts
function planRoom(draft, endpoint, { group, by, given, dead, clusterIds }) {
	const { journal, observed, desired } = draft;
	const [claim] = given;
	const [old] = dead.filter((one) => endpoint.tags[one.key] !== void 0);
	if (claim === void 0 && old === void 0) {
		const { wall } = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.f)(observed, "endpoints");
		if ((0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.b)(endpoint.tags).some((one) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.r)(one, wall, desired))) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.y)(draft, {
			kind: "leaving",
			subject: endpoint.id,
			what: `another run that has marked ${endpoint.id} for removal to finish`,
			seen: "no room for a second removal mark",
			waitingOn: "another run of this action; its mark expires by itself",
			facets: ["endpoints", "groups"]
		});
		else (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.P)(draft, endpoint);
		return;
	}
	if (group === void 0) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.P)(draft, endpoint);
		return;
	}
	const { key, value } = (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.h)(journal.nonce, (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.O)(draft), {
		by,
		clusterIds: [.../* @__PURE__ */ new Set([...claim === void 0 ? old?.clusterIds ?? [] : [claim.clusterId], ...clusterIds])]
	});
	if (group.tags[key] === void 0) {
		if ((0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.f)(group.tags)) {
			(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.P)(draft, group);
			return;
		}
		(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.I)(draft, {
			id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.markGroupFirst(endpoint.id),
			title: `mark ${group.id} for removal first, as ${endpoint.id} has no room for a mark`,
			action: {
				kind: "mark",
				endpointId: endpoint.id,
				groupId: group.id,
				groupOnly: true,
				tags: { [key]: value }
			}
		});
	}
	const after = group.tags[key] === void 0 ? "its security group is marked" : void 0;
	if (claim !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, {
		id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.unclaim(endpoint.id),
		title: `release the claim of ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.c)([claim], desired.owner).text} on ${endpoint.id} to make room for the mark`,
		action: {
			kind: "unclaim",
			endpointId: endpoint.id,
			tags: { [claim.key]: claim.value },
			clusterIds: [claim.clusterId]
		},
		after
	});
	else if (old !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, {
		id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.makeRoom(endpoint.id, old.key),
		title: `remove an expired removal mark from ${endpoint.id} to make room for another`,
		action: {
			kind: "unmark",
			endpointId: endpoint.id,
			groupId: void 0,
			tags: { [old.key]: old.value }
		},
		after
	});
}

// src/reconcile/membership/leave.ts
function divideClaims(endpoint, gives, markedAt) {
	const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags);
	const given = claims.filter((claim) => gives(claim, markedAt));
	return {
		released: given,
		remaining: claims.filter((claim) => !given.includes(claim))
	};
}
function planLeaving(draft, endpoint, departure) {
	const { observed, desired } = draft;
	const task = taskOf(draft, endpoint, departure);
	const { held } = task;
	if (held === void 0 && departure.keeps && !hasWork(task)) return;
	const shown = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.f)(observed, "endpoints");
	const decidedOn = (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.t)([shown, (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.f)(observed, "groups")]);
	const lease = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.o)(held, {
		shown,
		decidedOn,
		now: (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.E)(draft),
		hasWork: hasWork(task)
	}, desired);
	switch (lease.state) {
		case "none":
			if ((0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.f)(endpoint.tags)) planRoom(draft, endpoint, {
				...departure,
				...task
			});
			else planMark(draft, task);
			break;
		case "expired":
			planMark(draft, task);
			break;
		case "settling":
			waitSettled(draft, task, lease.until);
			break;
		case "quiescing":
			waitQuiet(draft, task, lease.until);
			break;
		case "idle":
			planUnmark(draft, task);
			break;
		case "may-decide":
			planEnd$1(draft, task, void 0);
			return;
	}
	planEnd$1(draft, task, _lease_js__WEBPACK_IMPORTED_MODULE_1__.t);
}
function taskOf(draft, endpoint, departure) {
	const { desired, journal, observed } = draft;
	const held = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.n)(journal, endpoint);
	const { wall } = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.f)(observed, "endpoints");
	const onGroup = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.F)(observed.groups, endpoint);
	const marks = [...(0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.b)(endpoint.tags), ...onGroup];
	const dead = marks.filter((one) => one.nonce !== journal.nonce && !(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.r)(one, wall, desired));
	const markedAt = (held?.mark ?? onGroup.find((one) => one.nonce === journal.nonce))?.at;
	const { released: given, remaining: left } = divideClaims(endpoint, departure.gives, markedAt ?? (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.O)(draft));
	const clusterIds = [.../* @__PURE__ */ new Set([
		...given.map((claim) => claim.clusterId),
		...(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.q)(journal).get(endpoint.id) ?? [],
		...marks.flatMap((one) => one.clusterIds)
	])].filter((id) => id !== "");
	const used = new Set(left.map((claim) => claim.clusterId));
	const stays = left.length > 0 || departure.keeps;
	const unused = departure.connected.filter((id) => !stays || clusterIds.includes(id) && !used.has(id));
	return {
		endpoint,
		departure,
		held,
		dead,
		given,
		stays,
		clusterIds,
		orphaned: departure.keeps ? [] : unused
	};
}
function waitSettled(draft, { endpoint, departure }, until) {
	const hasUnclaimed = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.I)(draft.journal, _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.unclaim(endpoint.id)) !== void 0;
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.y)(draft, {
		kind: "mark",
		subject: endpoint.id,
		what: `concurrent runs to see the removal mark on ${endpoint.id}`,
		seen: hasUnclaimed ? "claim released" : "marked",
		waitingOn: (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.a)(draft.desired),
		facets: [
			"endpoints",
			"groups",
			...departure.connections
		],
		notBefore: until,
		brief: true
	});
}
function waitQuiet(draft, { endpoint, departure }, until) {
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.y)(draft, {
		kind: "mark",
		subject: endpoint.id,
		what: `concurrent runs to see what was removed from ${endpoint.id}`,
		seen: "removed",
		waitingOn: (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.a)(draft.desired),
		facets: ["endpoints", ...departure.connections],
		notBefore: until,
		brief: true
	});
}
function hasWork({ stays, given, orphaned }) {
	return !stays || given.length > 0 || orphaned.length > 0;
}
function planMark(draft, { endpoint, departure, clusterIds }) {
	const fresh = (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.h)(draft.journal.nonce, (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.O)(draft), {
		by: departure.by,
		clusterIds
	});
	const { group } = departure;
	if (group !== void 0 && group.tags[fresh.key] === void 0 && (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.f)(group.tags)) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.P)(draft, group);
		return;
	}
	(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.I)(draft, {
		id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.mark(endpoint.id),
		title: `mark ${endpoint.id} for removal`,
		action: {
			kind: "mark",
			endpointId: endpoint.id,
			groupId: group?.id,
			tags: { [fresh.key]: fresh.value }
		}
	});
}
function planEnd$1(draft, task, after) {
	const { endpoint, departure, given, stays, orphaned } = task;
	for (const id of orphaned) departure.disconnect(id, after);
	const first = after === void 0 && !stays && planGroupMark(draft, task) ? "its security group is marked" : orphaned.length > 0 ? "its connections are removed" : void 0;
	const then = after ?? first;
	if (!stays) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, {
		id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.deleteEndpoint(endpoint.id),
		title: (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.U)(endpoint),
		action: {
			kind: "delete-endpoint",
			endpointId: endpoint.id
		},
		after: then
	});
	else if (given.length > 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, {
		id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.unclaim(endpoint.id),
		title: `release the claim${given.length > 1 ? "s" : ""} of ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.c)(given, draft.desired.owner).text} on ${endpoint.id}`,
		action: {
			kind: "unclaim",
			endpointId: endpoint.id,
			tags: Object.fromEntries(given.map((claim) => [claim.key, claim.value])),
			clusterIds: given.map((claim) => claim.clusterId)
		},
		after: then
	});
}
function planGroupMark(draft, { endpoint, departure: { group }, held }) {
	const mark = held?.mark;
	if (group === void 0 || mark === void 0 || group.tags[mark.key] !== void 0) return false;
	(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.I)(draft, {
		id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.markGroup(group.id),
		title: `mark ${group.id} for removal`,
		action: {
			kind: "mark",
			endpointId: endpoint.id,
			groupId: group.id,
			tags: { [mark.key]: mark.value }
		}
	});
	return true;
}
function planUnmark(draft, { endpoint, departure, dead, held }) {
	for (const one of [...held === void 0 ? [] : [held.mark], ...dead]) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, {
		id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.unmark(endpoint.id, one.key),
		title: `remove the ${one === held?.mark ? "" : "expired "}removal mark from ${endpoint.id}`,
		action: {
			kind: "unmark",
			endpointId: endpoint.id,
			groupId: departure.group?.id,
			tags: { [one.key]: one.value }
		}
	});
}

// src/reconcile/departure/disconnect-attached.ts
function planDisconnection(draft, endpointId) {
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
	const vpcId = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.ot)(draft.desired.goal);
	if (endpoint !== void 0 && vpcId !== void 0 && endpoint.vpcId !== vpcId) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.b)(draft, "endpoint-not-found", {
		cause: `VPC endpoint ${endpointId} is in VPC ${endpoint.vpcId}, not in ${vpcId}`,
		fix: "Correct vpc-id or remove it."
	});
	const paths = draft.observed.clusters.flatMap((view) => planView(draft, view, endpointId));
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.x)(draft);
	return paths.map((members) => ({
		serviceName: endpoint?.serviceName ?? "",
		service: void 0,
		members: [members],
		endpoint,
		ownership: "attached",
		superseded: [],
		group: void 0,
		subnets: [],
		subnetRule: ""
	}));
}
function planView(draft, view, endpointId) {
	const problem = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.dt)(view, "");
	if (view.failure !== void 0) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.b)(draft, view.failure.code, {
			cause: view.failure.message,
			fix: view.failure.fix,
			subject: view.ref
		});
		return [];
	}
	if (problem?.code === "cluster-ambiguous") {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.b)(draft, problem.code, {
			...problem,
			subject: view.ref
		});
		return [];
	}
	const [cluster] = view.matches;
	if (cluster === void 0) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.A)(draft, "departure", `No cluster ${view.ref} is visible to this API key: its connection was not checked and not removed`);
		return [];
	}
	const member = {
		view,
		cluster,
		connection: (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.H)(view, endpointId),
		trust: void 0
	};
	planEnd(draft, member, endpointId);
	return [member];
}
function planEnd(draft, member, endpointId) {
	const { view, cluster, connection } = member;
	const name = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Ht)(cluster);
	if (connection === void 0 || connection.status === "DELETED") return;
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
	const users = (endpoint !== void 0 && (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.mt)(endpoint) && !(0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(endpoint) ? (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags) : []).filter((claim) => claim.clusterId === cluster.id);
	if (users.length > 0) {
		const { text, log } = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.c)(users, draft.desired.owner);
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.b)(draft, "endpoint-claimed", {
			cause: `Cluster ${name} is in use through ${endpointId}, claimed by ${text}`,
			fix: "Set vpc-id and environment in place of endpoint-id: this action created the endpoint, and its last environment disconnects the cluster.",
			subject: view.ref,
			log
		});
		return;
	}
	if (connection.status === "DELETING") {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.y)(draft, {
			kind: "disconnected",
			subject: `${cluster.id}:${endpointId}`,
			what: `the connection of cluster ${name} to ${endpointId} to be removed`,
			seen: (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Bt)(connection),
			waitingOn: "CockroachDB Cloud is removing it",
			facets: [`connections:${view.ref}`]
		});
		return;
	}
	if (connection.status === "REJECTED") {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.w)(draft, "departure", `The connection of cluster ${name} to ${endpointId} is rejected and carries no traffic; CockroachDB Cloud may list it until the endpoint is deleted`);
		return;
	}
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.A)(draft, "not-ours", `Disconnecting cluster ${name} from ${endpointId} cuts off all its clients: no claims show who they are`);
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.W)(member, endpointId));
}

// src/reconcile/departure/leftover-connections.ts
function isReadable(view) {
	return view.matches.length === 1 && view.failure === void 0;
}
function planLeftoverConnections(draft) {
	for (const view of draft.observed.clusters) {
		const [cluster] = view.matches;
		if (cluster === void 0 || view.matches.length > 1) continue;
		for (const connection of view.connections) planLeftoverConnection(draft, {
			view,
			cluster,
			connection
		});
	}
}
function planLeftoverConnection(draft, { view, cluster, connection }) {
	const { desired, observed, journal } = draft;
	const endpoint = observed.endpoints.find((one) => one.id === connection.endpointId);
	const alive = endpoint !== void 0 && !(0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(endpoint);
	const id = _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.disconnect(cluster.id, connection.endpointId);
	const asked = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.I)(journal, id) !== void 0;
	if ((0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.G)(journal, id) !== void 0) return;
	const mine = (desired.goal.kind === "leave-environment" || desired.goal.kind === "leave-group") && (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.mt)(connection, {
		account: observed.account,
		region: desired.region
	});
	if (connection.status === "STALE" && !alive && (mine || asked)) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.W)({
		view,
		cluster,
		connection,
		trust: void 0
	}, connection.endpointId));
	else if (asked && connection.status === "DELETING") (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.y)(draft, {
		kind: "disconnected",
		subject: `${cluster.id}:${connection.endpointId}`,
		what: `the connection of cluster ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Ht)(cluster)} to ${connection.endpointId} to be removed`,
		seen: (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Bt)(connection),
		waitingOn: "CockroachDB Cloud is removing it",
		facets: [`connections:${view.ref}`]
	});
}
function unreadSinceGone({ journal, observed }) {
	const goneAt = observed.readAt.endpoints ?? 0;
	const ids = new Set([...(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.q)(journal)].filter(([id]) => !observed.endpoints.some((one) => one.id === id && one.state !== "deleted")).flatMap(([, clusterIds]) => [...clusterIds]));
	return observed.clusters.filter((view) => isReadable(view) && view.matches.some((one) => ids.has(one.id))).map((view) => `connections:${view.ref}`).filter((facet) => (observed.readAt[facet] ?? 0) < goneAt);
}
function planUnreachable(draft, paths) {
	for (const { view, cluster } of paths.flatMap((path) => path.members)) {
		const name = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Ht)(cluster);
		if (view.failure !== void 0) {
			const text = `The connections of cluster ${name} cannot be read (${view.failure.message}); the AWS side is deleted anyway`;
			(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.A)(draft, "departure", text);
		} else if (view.matches.length === 0) (view.nearest === void 0 ? _lease_js__WEBPACK_IMPORTED_MODULE_1__.w : _lease_js__WEBPACK_IMPORTED_MODULE_1__.A)(draft, "departure", `${meantBy(view)}Cluster ${name} is not visible to this API key (deleted, or without a role on it): its connections were not checked, only the AWS side is deleted`);
	}
	tellUnread(draft, paths);
	for (const [endpointId, clusterIds] of (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.q)(draft.journal)) for (const clusterId of clusterIds) blockLeft(draft, endpointId, clusterId);
}
function meantBy({ nearest }) {
	return nearest === void 0 ? "" : `Did you mean "${nearest}"? `;
}
function tellUnread(draft, paths) {
	const members = new Set(paths.flatMap((path) => path.members.map((member) => member.view.ref)));
	const releasedIds = new Set([...(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.q)(draft.journal).values()].flatMap((ids) => [...ids]));
	for (const { ref, matches, nearest, failure } of draft.observed.clusters) {
		if (members.has(ref) || releasedIds.has(ref)) continue;
		if (failure !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.A)(draft, "departure", `The connections of cluster ${ref} were not checked: ${failure.message}`);
		else if (matches.length === 0) (nearest === void 0 ? _lease_js__WEBPACK_IMPORTED_MODULE_1__.w : _lease_js__WEBPACK_IMPORTED_MODULE_1__.A)(draft, "departure", `${meantBy({ nearest })}Cluster ${ref} is not visible to this API key (deleted, or without a role on it): its connections were not checked`);
	}
}
function blockLeft(draft, endpointId, clusterId) {
	const { observed, journal } = draft;
	const view = observed.clusters.find((one) => one.ref === clusterId || one.matches.some(({ id }) => id === clusterId));
	const failure = view?.failure ?? (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.G)(journal, _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.disconnect(clusterId, endpointId));
	if (view === void 0 || failure === void 0) return;
	if (isReadable(view) && ((0,_index_js__WEBPACK_IMPORTED_MODULE_3__.H)(view, endpointId)?.status ?? "DELETED") === "DELETED") return;
	if (unreadSinceGone(draft).includes(`connections:${view.ref}`)) return;
	const endpoint = observed.endpoints.find((one) => one.id === endpointId && !(0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(one));
	if ((endpoint === void 0 ? [] : (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags)).some((claim) => claim.clusterId === clusterId)) return;
	const name = view.matches[0]?.name || clusterId;
	const what = `the connection of cluster ${name} to ${endpointId} at CockroachDB Cloud`;
	draft.leftOvers.push({
		what,
		why: isReadable(view) ? "could not be removed" : "could not be read",
		monthly: 0
	});
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.b)(draft, failure.code, {
		cause: `${endpoint === void 0 ? `VPC endpoint ${endpointId} is deleted` : `VPC endpoint ${endpointId} is kept for other environments`}, but ${isReadable(view) ? what : `the connections of cluster ${name}`} could not be ${isReadable(view) ? "removed" : "read"}: ${failure.message}`,
		fix: `${failure.fix} Then disconnect it with operation: delete, endpoint-id: ${endpointId} and cluster: ${clusterId}, or in the Cloud Console.`,
		late: true,
		subject: clusterId
	});
}

// src/reconcile/departure/scope.ts
function endpointsInScope(draft) {
	const { goal } = draft.desired;
	const isReleased = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.nt)(draft.desired, draft.observed.clusters);
	return draft.observed.endpoints.filter((endpoint) => {
		if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.mt)(endpoint) || endpoint.state === "deleted") return false;
		if (hasReleased(draft, endpoint)) return false;
		if (hasUnfinishedLeave(draft, endpoint)) return true;
		const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags);
		const given = claims.some((claim) => isReleased(claim, (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.O)(draft)));
		if (goal.kind === "leave-endpoint") return endpoint.id === goal.endpointId && (given || claims.length === 0);
		if (goal.kind !== "leave-environment") return false;
		return given || claims.length === 0 && isAbandoned(draft, endpoint);
	});
}
function isAbandoned(draft, endpoint) {
	const key = ownMarkKey(draft.journal);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.$)(endpoint, draft.observed.groups).some((mark) => mark.key !== key) || askedServices(draft).includes(endpoint.serviceName);
}
function hasReleased({ journal }, endpoint) {
	return (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.I)(journal, _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.unmark(endpoint.id, ownMarkKey(journal))) !== void 0;
}
function ownMarkKey({ nonce }) {
	return (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.h)(nonce, (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.d)(0), {
		by: "",
		clusterIds: []
	}).key;
}
function hasUnfinishedLeave(draft, endpoint) {
	const { journal, desired, observed } = draft;
	const key = ownMarkKey(journal);
	if ([_lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.mark(endpoint.id), _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.markGroupFirst(endpoint.id)].some((id) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.$)(journal, id) !== void 0)) return true;
	if ((0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.b)(endpoint.tags).some((mark) => mark.key === key)) return true;
	const marks = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.$)(endpoint, observed.groups);
	if (desired.goal.kind !== "leave-environment") return false;
	const claimed = new Set((0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags).map((claim) => claim.clusterId));
	const left = marks.filter((mark) => mark.by === (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.v)(desired.owner)).flatMap((mark) => mark.clusterIds);
	return observed.clusters.some((view) => {
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.H)(view, endpoint.id);
		return view.matches.some(({ id }) => left.includes(id) && !claimed.has(id)) && connection !== void 0 && !(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Vt)(connection);
	});
}
function askedServices({ desired, observed }) {
	return observed.clusters.filter((view) => desired.clusters.includes(view.ref)).flatMap((view) => view.services.flatMap((one) => one.name ?? []));
}

// src/reconcile/departure/security-group-deletion.ts
const DETACH_PATIENCE_MS = 6e5;
const RETRY_MS = 5e3;
function planGroupDeletion(draft, group) {
	const { journal, now, observed } = draft;
	const users = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.tt)(group, observed.endpoints);
	const title = `delete security group ${group.id} ("${group.name}")`;
	if (users.length > 0) {
		const leaving = draft.steps.some(({ action }) => action.kind === "delete-endpoint" && users.some((one) => one.id === action.endpointId));
		if (users.every((one) => (0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(one) || leaving)) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, {
			id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.deleteGroup(group.id),
			title,
			action: {
				kind: "delete-group",
				groupId: group.id
			},
			after: "its VPC endpoint is deleted"
		});
		else if (draft.desired.goal.kind === "leave-environment") tellUsed(draft, group, users);
		return;
	}
	const held = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.R)(journal, group.id);
	if (held !== void 0 && held.at - held.since >= DETACH_PATIENCE_MS) {
		draft.leftOvers.push({
			what: `security group ${group.id}`,
			why: "something still uses it",
			monthly: 0
		});
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.b)(draft, "group-in-use", {
			cause: `Security group ${group.id} can't be deleted, because something still uses it`,
			said: `EC2: "${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.l)((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.o)(held.why), 500)}"`,
			fix: `Remove what uses it, including rules of other groups that name it, and run again. To list its network interfaces: aws ec2 describe-network-interfaces --region ${draft.desired.region} --filters 'Name=group-id,Values=${group.id}'`,
			late: true,
			subject: group.id
		});
		return;
	}
	if (held !== void 0) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.y)(draft, {
			kind: "detached",
			subject: group.id,
			what: `AWS to detach the network interfaces of the VPC endpoint from ${group.id}`,
			seen: "still in use",
			waitingOn: "AWS detaches the network interfaces of a deleted endpoint after a while",
			facets: ["groups"],
			notBefore: held.at + RETRY_MS
		});
		if (now - held.at < RETRY_MS) return;
	}
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, {
		id: _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.deleteGroup(group.id),
		title,
		action: {
			kind: "delete-group",
			groupId: group.id
		}
	});
}
function tellUsed(draft, group, users) {
	const told = new Set(draft.leftOvers.map(({ what }) => what));
	const staying = users.filter((one) => !(0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(one) && !told.has(`VPC endpoint ${one.id}`));
	if (staying.some(_lease_js__WEBPACK_IMPORTED_MODULE_1__.mt) || staying.length === 0) return;
	const why = `used by VPC endpoint ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__.i)(staying.map(({ id }) => id))}`;
	draft.leftOvers.push({
		what: `security group ${group.id}`,
		why,
		monthly: 0
	});
}

// src/reconcile/departure/sweep-rules.ts
function isSweepable(claim, rules) {
	return (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.l)(claim, rules) && claim.kind !== "none";
}
function pullOf(claim, rules) {
	const number = /^pr:([1-9]\d{0,9})$/.exec(claim.name)?.[1];
	if (number === void 0 || !isNamed(claim, rules)) return void 0;
	return Number(number);
}
function judgeClaim(claim, rules, living) {
	if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.l)(claim, rules)) return keep("claimed by another repository");
	if (claim.kind === "none") return keep("a named environment, which sweep never removes");
	const gone = claim.kind === "branch" ? judgeBranch(claim, rules, living) : judgePull(claim, rules, living);
	if (!gone.gone) return gone;
	if (claim.lastUsed === 0) return keep(`${gone.why}, but its tag has no time of last use`);
	const idleMs = rules.wallNow - claim.lastUsed;
	if (idleMs >= rules.graceMs) return {
		gone: true,
		why: `${gone.why}; last used ${(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.b)(idleMs)} ago`
	};
	return keep(`${gone.why}, but it was last used ${(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.b)(idleMs)} ago; the grace period is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.b)(rules.graceMs)}`);
}
function judgeBranch(claim, rules, { branches }) {
	const { serverUrl, repositoryId } = rules;
	return (isNamed(claim, rules) ? branches.has(claim.name.slice(7)) : [...branches].some((branch) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.o)({
		serverUrl,
		repositoryId,
		environment: `branch:${branch}`
	}, claim.clusterId) === claim.key)) ? keep("its branch exists") : {
		gone: true,
		why: "its branch is deleted"
	};
}
function judgePull(claim, rules, { pulls }) {
	const number = pullOf(claim, rules);
	if (number === void 0) return keep("its tag does not identify its pull request");
	const state = pulls.get(number);
	if (state === "closed") return {
		gone: true,
		why: `pull request #${number} is closed`
	};
	return keep(state === "open" ? `pull request #${number} is open` : `GitHub shows no pull request #${number}`);
}
function isNamed(claim, { serverUrl, repositoryId }) {
	return (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.o)({
		serverUrl,
		repositoryId,
		environment: claim.name
	}, claim.clusterId) === claim.key;
}
function keep(why) {
	return {
		gone: false,
		why
	};
}
function ageOf({ tags }, now) {
	const at = Date.parse(tags["cockroachdb-privatelink/created-at"] ?? "");
	return Number.isNaN(at) ? void 0 : now - at;
}
function unusedGroups(groups, endpoints) {
	return groups.filter((group) => (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.tt)(group, endpoints).length === 0);
}
function idleOwnClusters(endpoint, rules) {
	const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags);
	return claims.every((claim) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.l)(claim, rules) && claim.clusterId !== "" && claim.lastUsed > 0 && rules.wallNow - claim.lastUsed >= rules.graceMs) && claims.length > 0 ? [...new Set(claims.map((claim) => claim.clusterId))] : void 0;
}
const MAY_SERVE = {
	"awaits-acceptance": false,
	changing: true,
	available: true,
	rejected: false,
	dead: false,
	deleting: false,
	deleted: false
};
function mayBeInUse(endpoint, groups, nonce) {
	return MAY_SERVE[(0,_types_js__WEBPACK_IMPORTED_MODULE_0__.n)(endpoint)] && (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.$)(endpoint, groups).every((mark) => mark.nonce === nonce);
}

// src/reconcile/departure/planner.ts
function makeDeparturePlan(given) {
	const draft = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.D)(given);
	(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.X)(draft);
	blockAmbiguous(draft);
	const { goal } = draft.desired;
	if (goal.kind === "detach-endpoint") return (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.S)(draft, planDisconnection(draft, goal.endpointId));
	const scope = endpointsInScope(draft);
	const paths = scope.map((endpoint) => planEndpoint(draft, endpoint));
	for (const endpoint of draft.observed.endpoints) {
		if (scope.includes(endpoint) || (0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(endpoint)) continue;
		if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.q)(draft.journal).has(endpoint.id) && !hasReleased(draft, endpoint)) continue;
		tellKept(draft, endpoint, (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags));
	}
	planGroups(draft, paths);
	planLeftoverConnections(draft);
	planUnreachable(draft, paths);
	if (goal.kind === "leave-environment") tellForeign(draft);
	confirm(draft);
	return (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.S)(draft, paths);
}
function blockAmbiguous(draft) {
	for (const view of draft.observed.clusters) {
		const problem = view.matches.length > 1 ? (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.dt)(view, "") : void 0;
		if (problem !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.b)(draft, problem.code, {
			...problem,
			subject: view.ref
		});
	}
}
function planEndpoint(draft, endpoint) {
	const { observed, desired } = draft;
	const isReleased = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.nt)(draft.desired, draft.observed.clusters);
	const group = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.et)(observed.groups, endpoint.vpcId, endpoint.serviceName);
	const members = membersOf(draft, endpoint, isReleased);
	const path = {
		serviceName: endpoint.serviceName,
		service: void 0,
		members,
		endpoint,
		ownership: "ours",
		superseded: [],
		group,
		subnets: observed.subnets.filter((subnet) => endpoint.subnetIds.includes(subnet.id)),
		subnetRule: "the subnets that the endpoint is in"
	};
	if ((0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(endpoint)) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.y)(draft, {
			kind: "gone",
			subject: endpoint.id,
			what: `VPC endpoint ${endpoint.id} to be deleted`,
			seen: endpoint.rawState,
			waitingOn: "AWS is deleting it",
			facets: ["endpoints"]
		});
		return path;
	}
	planLeaving(draft, endpoint, {
		gives: isReleased,
		by: desired.goal.kind === "leave-environment" ? (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.v)(desired.owner) : "",
		keeps: isUnclaimedSweep(desired) && mayBeInUse(endpoint, observed.groups, draft.journal.nonce),
		group,
		connected: members.filter((member) => isConnected(draft, member, endpoint.id)).map((member) => member.cluster.id),
		connections: observed.clusters.filter(isReadable).map((view) => `connections:${view.ref}`),
		disconnect(clusterId, after) {
			const member = members.find((one) => one.cluster.id === clusterId);
			if (member !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.v)(draft, {
				...(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.W)(member, endpoint.id),
				after
			});
		}
	});
	const { remaining: left } = divideClaims(endpoint, isReleased, (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.n)(draft.journal, endpoint)?.mark.at ?? (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.O)(draft));
	if (left.length > 0) tellKept(draft, endpoint, left);
	return path;
}
function isUnclaimedSweep({ goal }) {
	return goal.kind === "leave-endpoint" && Object.keys(goal.claims).length === 0;
}
function membersOf(draft, endpoint, isReleased) {
	const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags).filter((claim) => isReleased(claim, (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.O)(draft)));
	const members = /* @__PURE__ */ new Map();
	for (const view of draft.observed.clusters) {
		const [cluster] = view.matches;
		const claim = claims.find((one) => one.clusterId === (cluster?.id ?? view.ref));
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.H)(view, endpoint.id);
		if (connection === void 0 && claim === void 0) continue;
		const known = cluster ?? unreadCluster(view.ref, claim?.clusterName ?? "", view.failure === void 0);
		members.set(known.id, {
			view,
			cluster: known,
			connection,
			trust: void 0
		});
	}
	return [...members.values()];
}
function unreadCluster(id, name, gone) {
	return {
		id,
		name,
		plan: "",
		cloudProvider: "",
		state: gone ? "DELETED" : "UNTOLD",
		stateText: "",
		serverless: false,
		routingId: "",
		regions: []
	};
}
function isConnected(draft, { cluster, connection }, endpointId) {
	if (connection === void 0 || (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Vt)(connection)) return false;
	const id = _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.disconnect(cluster.id, endpointId);
	if ((0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.G)(draft.journal, id) !== void 0) return false;
	return connection.status !== "REJECTED" || (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.I)(draft.journal, id) === void 0;
}
function tellKept(draft, endpoint, left) {
	const isMine = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.rt)(draft.desired, draft.observed.clusters);
	const own = left.filter((claim) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.p)(claim, draft.desired.owner));
	if (draft.desired.goal.kind === "leave-environment" && own.some(isMine)) (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.A)(draft, "departure", `Another run claimed ${endpoint.id} for this environment after this run started; that claim is kept`);
	const kept = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.u)(left, draft.desired.owner, (claim) => own.includes(claim) && !isMine(claim) ? " for another cluster" : "");
	draft.leftOvers.push({
		what: `VPC endpoint ${endpoint.id}`,
		...left.length === 0 ? { why: `no environment claims it; EC2 reports it as ${endpoint.rawState}` } : kept,
		monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.v)(endpoint.subnetIds.length)
	});
}
function planGroups(draft, paths) {
	const isMine = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.rt)(draft.desired, draft.observed.clusters);
	const { goal } = draft.desired;
	for (const group of draft.observed.groups) {
		if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.ht)(group)) continue;
		if (goal.kind !== "leave-group" && !inScope(group)) continue;
		if (goal.kind === "leave-group" && group.id !== goal.groupId) continue;
		const unread = paths.some((path) => path.group?.id === group.id) ? void 0 : unreadBehind(draft, group);
		if (unread === void 0) planGroupDeletion(draft, group);
		else keepForUnread(draft, group, unread);
	}
	function inScope(group) {
		return paths.some((path) => path.group?.id === group.id) || (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.b)(group.tags).length > 0 || (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.$)(draft.journal, _lease_js__WEBPACK_IMPORTED_MODULE_1__.ct.markGroup(group.id)) !== void 0 || goal.kind === "leave-environment" && ((0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(group.tags).some(isMine) || (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(group.tags).length === 0 && askedServices(draft).some((name) => (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.Q)(group, name)));
	}
}
function unreadBehind({ observed }, group) {
	const ids = new Set((0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(group.tags).map((claim) => claim.clusterId));
	return observed.clusters.find(({ ref, failure }) => failure !== void 0 && ids.has(ref));
}
function keepForUnread(draft, group, { ref, failure }) {
	if (failure === void 0) return;
	draft.leftOvers.push({
		what: `security group ${group.id}`,
		why: `connections of cluster ${ref} were not read`,
		monthly: 0
	});
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.b)(draft, failure.code, {
		cause: `Security group ${group.id} is kept, because the connections of cluster ${ref} could not be read: ${failure.message}`,
		fix: failure.fix,
		late: true,
		subject: ref
	});
}
function tellForeign(draft) {
	const isMine = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.rt)(draft.desired, draft.observed.clusters);
	for (const endpoint of draft.observed.endpoints) {
		if ((0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.mt)(endpoint) || (0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(endpoint)) continue;
		const mismatch = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.ut)(endpoint);
		if (!askedServices(draft).includes(endpoint.serviceName) && !(mismatch !== void 0 && (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__.y)(endpoint.tags).some(isMine))) continue;
		if (mismatch !== void 0) {
			(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.L)(draft, endpoint, {
				mismatch,
				kept: "It is kept, with its connections."
			});
			draft.leftOvers.push({
				what: `VPC endpoint ${endpoint.id}`,
				why: `not managed: ${mismatch.why}`,
				monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.v)(endpoint.subnetIds.length)
			});
			continue;
		}
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.w)(draft, "not-ours", {
			text: `VPC endpoint ${endpoint.id} serves ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__.i)(draft.desired.clusters)} but isn't managed by this action`,
			more: ["It is kept, with its connections.", `To disconnect it, run \`operation: delete\` with \`endpoint-id: ${endpoint.id}\` and \`cluster\`.`]
		});
		draft.leftOvers.push({
			what: `VPC endpoint ${endpoint.id}`,
			why: `not created by this action${connectionsText(draft, endpoint)}`,
			monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.v)(endpoint.subnetIds.length)
		});
	}
}
function connectionsText({ observed }, endpoint) {
	const listed = observed.clusters.flatMap((view) => {
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.H)(view, endpoint.id);
		return connection === void 0 ? [] : [`connection of cluster ${view.matches[0]?.name || view.ref}: ${connection.rawStatus}`];
	});
	return listed.length === 0 ? "" : `; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__.i)(listed)}`;
}
function confirm(draft) {
	const { journal, observed, desired } = draft;
	const notBefore = desired.goal.kind === "leave-environment" ? journal.startedAt + desired.readLagMs : 0;
	const early = ["endpoints", "groups"].filter((facet) => (observed.readAt[facet] ?? 0) < notBefore);
	if (!(draft.waits.length === 0 && !draft.steps.some((step) => step.ready)) || early.length === 0 || (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.L)(journal)) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.x)(draft, {
			unseen: [...early, ...unreadSinceGone(draft)],
			notBefore
		});
		return;
	}
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.y)(draft, {
		kind: "lag",
		subject: "",
		what: "AWS to show recent changes",
		seen: "reads may lag",
		waitingOn: "AWS shows them after some seconds",
		facets: early,
		notBefore,
		brief: true
	});
}



/***/ })

};
