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
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5858);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2276);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2039);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9785);






// src/reconcile/membership/make-room.ts
/** Plans how a full endpoint gets room for the mark of this run. */
function planRoom(draft, endpoint, { group, by, given, dead, clusterIds }) {
	const { journal, observed, desired } = draft;
	const [claim] = given;
	const [old] = dead.filter((one) => endpoint.tags[one.key] !== void 0);
	if (claim === void 0 && old === void 0) {
		const { wall } = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.f)(observed, "endpoints");
		if ((0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.N)(endpoint.tags).some((one) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.r)(one, wall, desired))) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.y)(draft, {
			kind: "leaving",
			subject: endpoint.id,
			what: `another run that has marked ${endpoint.id} for removal to finish`,
			seen: "no room for a second leaving mark",
			waitingOn: "another run of the action; its mark expires by itself",
			facets: ["endpoints", "groups"]
		});
		else (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.x)(draft, endpoint);
		return;
	}
	if (group === void 0) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.x)(draft, endpoint);
		return;
	}
	const { key, value } = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.O)(journal.nonce, (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.O)(draft), {
		by,
		clusterIds: [.../* @__PURE__ */ new Set([...claim === void 0 ? old?.clusterIds ?? [] : [claim.clusterId], ...clusterIds])]
	});
	if (group.tags[key] === void 0) {
		if ((0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.T)(group.tags)) {
			(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.x)(draft, group);
			return;
		}
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(draft, {
			id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.markGroupFirst(endpoint.id),
			title: `mark ${group.id} for removal first: ${endpoint.id} has no room for a mark`,
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
	if (claim !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, {
		id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.unclaim(endpoint.id),
		title: `remove the claim of ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.c)([claim], desired.owner).text} from ${endpoint.id}, to make room for the mark`,
		action: {
			kind: "unclaim",
			endpointId: endpoint.id,
			tags: { [claim.key]: claim.value },
			clusterIds: [claim.clusterId]
		},
		after
	});
	else if (old !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, {
		id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.makeRoom(endpoint.id, old.key),
		title: `remove a dead run's leaving mark from ${endpoint.id}, to make room for another`,
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
/** Claims on an endpoint that are given up, and those that stay. */
function divideClaims(endpoint, gives, markedAt) {
	const claims = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags);
	const given = claims.filter((claim) => gives(claim, markedAt));
	return {
		released: given,
		remaining: claims.filter((claim) => !given.includes(claim))
	};
}
/** Plans how claims are given up on one endpoint, and the endpoint with them where nobody else claims it. */
function planLeaving(draft, endpoint, departure) {
	const { observed, desired } = draft;
	const task = taskOf(draft, endpoint, departure);
	const { held } = task;
	if (held === void 0 && departure.keeps && !hasWork(task)) return;
	const shown = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.f)(observed, "endpoints");
	const decidedOn = (0,_moment_js__WEBPACK_IMPORTED_MODULE_3__.t)([shown, (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.f)(observed, "groups")]);
	const lease = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.o)(held, {
		shown,
		decidedOn,
		now: (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.E)(draft),
		hasWork: hasWork(task)
	}, desired);
	switch (lease.state) {
		case "none":
			if ((0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.T)(endpoint.tags)) planRoom(draft, endpoint, {
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
	planEnd$1(draft, task, _lease_js__WEBPACK_IMPORTED_MODULE_2__.t);
}
/** What is left to be done on an endpoint, as the last read shows it. */
function taskOf(draft, endpoint, departure) {
	const { desired, journal, observed } = draft;
	const held = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.n)(journal, endpoint);
	const { wall } = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.f)(observed, "endpoints");
	const onGroup = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(observed.groups, endpoint);
	const marks = [...(0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.N)(endpoint.tags), ...onGroup];
	const dead = marks.filter((one) => one.nonce !== journal.nonce && !(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.r)(one, wall, desired));
	const markedAt = (held?.mark ?? onGroup.find((one) => one.nonce === journal.nonce))?.at;
	const { released: given, remaining: left } = divideClaims(endpoint, departure.gives, markedAt ?? (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.O)(draft));
	const clusterIds = [.../* @__PURE__ */ new Set([
		...given.map((claim) => claim.clusterId),
		...(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.q)(journal).get(endpoint.id) ?? [],
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
	const hasUnclaimed = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.I)(draft.journal, _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.unclaim(endpoint.id)) !== void 0;
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.y)(draft, {
		kind: "mark",
		subject: endpoint.id,
		what: `every run to see that ${endpoint.id} is being left`,
		seen: hasUnclaimed ? "its claim is removed" : "marked",
		waitingOn: (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.a)(draft.desired),
		facets: [
			"endpoints",
			"groups",
			...departure.connections
		],
		notBefore: until,
		brief: true
	});
}
/** Waits until every read shows what this run took away under its mark. */
function waitQuiet(draft, { endpoint, departure }, until) {
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.y)(draft, {
		kind: "mark",
		subject: endpoint.id,
		what: `every run to see what was given up on ${endpoint.id}`,
		seen: "given up",
		waitingOn: (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.a)(draft.desired),
		facets: ["endpoints", ...departure.connections],
		notBefore: until,
		brief: true
	});
}
function hasWork({ stays, given, orphaned }) {
	return !stays || given.length > 0 || orphaned.length > 0;
}
function planMark(draft, { endpoint, departure, clusterIds }) {
	const fresh = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.O)(draft.journal.nonce, (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.O)(draft), {
		by: departure.by,
		clusterIds
	});
	const { group } = departure;
	if (group !== void 0 && group.tags[fresh.key] === void 0 && (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.T)(group.tags)) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.x)(draft, group);
		return;
	}
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(draft, {
		id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.mark(endpoint.id),
		title: `mark ${endpoint.id} as being left`,
		action: {
			kind: "mark",
			endpointId: endpoint.id,
			groupId: group?.id,
			tags: { [fresh.key]: fresh.value }
		}
	});
}
/** First the connections that nobody claims, then the endpoint or, where others claim it, the claims that are given up. */
function planEnd$1(draft, task, after) {
	const { endpoint, departure, given, stays, orphaned } = task;
	for (const id of orphaned) departure.disconnect(id, after);
	const first = after === void 0 && !stays && planGroupMark(draft, task) ? "its security group is marked" : orphaned.length > 0 ? "its connections are removed" : void 0;
	const then = after ?? first;
	if (!stays) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, {
		id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.deleteEndpoint(endpoint.id),
		title: `delete VPC endpoint ${endpoint.id} (${endpoint.rawState})`,
		action: {
			kind: "delete-endpoint",
			endpointId: endpoint.id
		},
		after: then
	});
	else if (given.length > 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, {
		id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.unclaim(endpoint.id),
		title: `remove the claim${given.length > 1 ? "s" : ""} of ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.c)(given, draft.desired.owner).text} from ${endpoint.id}`,
		action: {
			kind: "unclaim",
			endpointId: endpoint.id,
			tags: Object.fromEntries(given.map((claim) => [claim.key, claim.value])),
			clusterIds: given.map((claim) => claim.clusterId)
		},
		after: then
	});
}
/**
* Marks a group that was not seen when the endpoint was marked: without the mark, the group of an endpoint that is gone would
* not be found again. True while that is to be done.
*/
function planGroupMark(draft, { endpoint, departure: { group }, held }) {
	const mark = held?.mark;
	if (group === void 0 || mark === void 0 || group.tags[mark.key] !== void 0) return false;
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(draft, {
		id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.markGroup(group.id),
		title: `mark ${group.id} as being left`,
		action: {
			kind: "mark",
			endpointId: endpoint.id,
			groupId: group.id,
			tags: { [mark.key]: mark.value }
		}
	});
	return true;
}
/** The endpoint stays: the mark goes, and with it those of dead runs, whose work is done. */
function planUnmark(draft, { endpoint, departure, dead, held }) {
	for (const one of [...held === void 0 ? [] : [held.mark], ...dead]) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, {
		id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.unmark(endpoint.id, one.key),
		title: `remove ${one === held?.mark ? "the" : "a dead run's"} leaving mark from ${endpoint.id}`,
		action: {
			kind: "unmark",
			endpointId: endpoint.id,
			groupId: departure.group?.id,
			tags: { [one.key]: one.value }
		}
	});
}

// src/reconcile/departure/disconnect-attached.ts
/**
* Plans the end of connections to an endpoint that the workflow names (attach only): the clusters are disconnected, the
* endpoint itself is never touched. Without claims nobody knows who else uses the pair, so this cuts every user of it.
*/
function planDisconnection(draft, endpointId) {
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
	const vpcId = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.W)(draft.desired.goal);
	if (endpoint !== void 0 && vpcId !== void 0 && endpoint.vpcId !== vpcId) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.b)(draft, "endpoint-not-found", {
		cause: `VPC endpoint ${endpointId} is in VPC ${endpoint.vpcId}, not in ${vpcId}`,
		fix: "Correct vpc-id or leave it out."
	});
	const paths = draft.observed.clusters.flatMap((view) => planView(draft, view, endpointId));
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.x)(draft);
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
	const problem = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)(view, "");
	if (view.failure !== void 0) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.b)(draft, view.failure.code, {
			cause: view.failure.message,
			fix: view.failure.fix,
			subject: view.ref
		});
		return [];
	}
	if (problem?.code === "cluster-ambiguous") {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.b)(draft, problem.code, {
			...problem,
			subject: view.ref
		});
		return [];
	}
	const [cluster] = view.matches;
	if (cluster === void 0) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.A)(draft, "departure", `No cluster ${view.ref} is visible to this API key: its connection was not checked and not removed`);
		return [];
	}
	const member = {
		view,
		cluster,
		connection: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.k)(view, endpointId),
		trust: void 0
	};
	planEnd(draft, member, endpointId);
	return [member];
}
/** Plans the end of the connection of one cluster, if there is one. */
function planEnd(draft, member, endpointId) {
	const { view, cluster, connection } = member;
	const name = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.U)(cluster);
	if (connection === void 0 || connection.status === "DELETED") return;
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
	const users = (endpoint !== void 0 && (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.d)(endpoint) && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(endpoint) ? (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags) : []).filter((claim) => claim.clusterId === cluster.id);
	if (users.length > 0) {
		const { text, log } = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.c)(users, draft.desired.owner);
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.b)(draft, "endpoint-claimed", {
			cause: `Cluster ${name} is used through ${endpointId} by ${text}`,
			fix: "The action made this endpoint: give vpc-id and environment instead of endpoint-id; the last user disconnects it.",
			subject: view.ref,
			log
		});
		return;
	}
	if (connection.status === "DELETING") {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.y)(draft, {
			kind: "disconnected",
			subject: `${cluster.id}:${endpointId}`,
			what: `the connection of cluster ${name} to ${endpointId} to be gone`,
			seen: (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.V)(connection),
			waitingOn: "CockroachDB Cloud is removing it",
			facets: [`connections:${view.ref}`]
		});
		return;
	}
	if (connection.status === "REJECTED") {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.w)(draft, "departure", `The connection of cluster ${name} to ${endpointId} is rejected: nobody can use it, and the Cloud may list it until the endpoint is gone`);
		return;
	}
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.A)(draft, "not-ours", `Disconnecting cluster ${name} from ${endpointId} cuts every user of that pair: without claims nobody knows who they are`);
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(member, endpointId));
}

// src/reconcile/departure/leftover-connections.ts
/** True for a cluster that is there and whose connections this key may read. */
function isReadable(view) {
	return view.matches.length === 1 && view.failure === void 0;
}
/** Connections whose endpoint is gone: being removed, or left by an endpoint that was deleted first. */
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
	const alive = endpoint !== void 0 && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(endpoint);
	const id = _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.disconnect(cluster.id, connection.endpointId);
	const asked = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.I)(journal, id) !== void 0;
	if ((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.G)(journal, id) !== void 0) return;
	const mine = (desired.goal.kind === "leave-environment" || desired.goal.kind === "leave-group") && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(connection, {
		account: observed.account,
		region: desired.region
	});
	if (connection.status === "STALE" && !alive && (mine || asked)) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)({
		view,
		cluster,
		connection,
		trust: void 0
	}, connection.endpointId));
	else if (asked && connection.status === "DELETING") (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.y)(draft, {
		kind: "disconnected",
		subject: `${cluster.id}:${connection.endpointId}`,
		what: `the connection of cluster ${(0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.U)(cluster)} to ${connection.endpointId} to be gone`,
		seen: (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.V)(connection),
		waitingOn: "CockroachDB Cloud is removing it",
		facets: [`connections:${view.ref}`]
	});
}
/** Connections of given-up clusters, not read since their endpoint was seen to be gone: the Cloud may still list them. */
function unreadSinceGone({ journal, observed }) {
	const goneAt = observed.readAt.endpoints ?? 0;
	const ids = new Set([...(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.q)(journal)].filter(([id]) => !observed.endpoints.some((one) => one.id === id && one.state !== "deleted")).flatMap(([, clusterIds]) => [...clusterIds]));
	return observed.clusters.filter((view) => isReadable(view) && view.matches.some((one) => ids.has(one.id))).map((view) => `connections:${view.ref}`).filter((facet) => (observed.readAt[facet] ?? 0) < goneAt);
}
/**
* Clusters that the Cloud does not show, or does not let go of, do not stop the AWS side. What is known of them is told
* with the plan, and where something may be left at the Cloud, the run fails with it once all else is done.
*/
function planUnreachable(draft, paths) {
	for (const { view, cluster } of paths.flatMap((path) => path.members)) {
		const name = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.U)(cluster);
		if (view.failure !== void 0) {
			const text = `The connections of cluster ${name} cannot be read (${view.failure.message}): the AWS side is taken down all the same`;
			(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.A)(draft, "departure", text);
		} else if (view.matches.length === 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.w)(draft, "departure", `Cluster ${name} is not visible to this API key (deleted, or without a role on it): its connections were not checked, only the AWS side is deleted`);
	}
	tellUnread(draft, paths);
	for (const [endpointId, clusterIds] of (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.q)(draft.journal)) for (const clusterId of clusterIds) blockLeft(draft, endpointId, clusterId);
}
/** Clusters that no endpoint of this run leads to, and whose connections were not seen. */
function tellUnread(draft, paths) {
	const members = new Set(paths.flatMap((path) => path.members.map((member) => member.view.ref)));
	const givenUp = new Set([...(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.q)(draft.journal).values()].flatMap((ids) => [...ids]));
	for (const { ref, matches, failure } of draft.observed.clusters) {
		if (members.has(ref) || givenUp.has(ref)) continue;
		if (failure !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.A)(draft, "departure", `The connections of cluster ${ref} were not checked: ${failure.message}`);
		else if (matches.length === 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.w)(draft, "departure", `Cluster ${ref} is not visible to this API key (deleted, or without a role on it): its connections were not checked`);
	}
}
/** Fails the run for a connection that it could not remove, unless it is seen to be gone or another claim wants it. */
function blockLeft(draft, endpointId, clusterId) {
	const { observed, journal } = draft;
	const view = observed.clusters.find((one) => one.ref === clusterId || one.matches.some(({ id }) => id === clusterId));
	const failure = view?.failure ?? (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.G)(journal, _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.disconnect(clusterId, endpointId));
	if (view === void 0 || failure === void 0) return;
	if (isReadable(view) && ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.k)(view, endpointId)?.status ?? "DELETED") === "DELETED") return;
	if (unreadSinceGone(draft).includes(`connections:${view.ref}`)) return;
	const endpoint = observed.endpoints.find((one) => one.id === endpointId && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(one));
	if ((endpoint === void 0 ? [] : (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags)).some((claim) => claim.clusterId === clusterId)) return;
	const name = view.matches[0]?.name || clusterId;
	const what = `the connection of cluster ${name} to ${endpointId} at CockroachDB Cloud`;
	draft.leftOvers.push({
		what,
		why: isReadable(view) ? "could not be removed" : "could not be read",
		monthly: 0
	});
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.b)(draft, failure.code, {
		cause: `${endpoint === void 0 ? `VPC endpoint ${endpointId} is gone` : `VPC endpoint ${endpointId} stays for others`}, but ${isReadable(view) ? what : `what CockroachDB Cloud lists of cluster ${name}`} could not be ${isReadable(view) ? "removed" : "read"}: ${failure.message}`,
		fix: `${failure.fix} Then disconnect it with operation: delete, endpoint-id: ${endpointId} and cluster: ${clusterId}, or in the Cloud Console.`,
		late: true,
		subject: clusterId
	});
}

// src/reconcile/departure/scope.ts
/** The endpoints that this run takes part in: with a claim to give up, under its own mark, or left by a run that died. */
function endpointsInScope(draft) {
	const { goal } = draft.desired;
	const isGiven = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(draft.desired, draft.observed.clusters);
	return draft.observed.endpoints.filter((endpoint) => {
		if (!(0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.d)(endpoint) || endpoint.state === "deleted") return false;
		if (hasReleased(draft, endpoint)) return false;
		if (hasUnfinishedLeave(draft, endpoint)) return true;
		const claims = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags);
		const given = claims.some((claim) => isGiven(claim, (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.O)(draft)));
		if (goal.kind === "leave-endpoint") return endpoint.id === goal.endpointId && (given || claims.length === 0);
		if (goal.kind !== "leave-environment") return false;
		return given || claims.length === 0 && isAbandoned(draft, endpoint);
	});
}
/** True where an endpoint without claims is one that a run began to leave, or serves a cluster that the workflow names. */
function isAbandoned(draft, endpoint) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.z)(endpoint, draft.observed.groups).length > 0 || askedServices(draft).includes(endpoint.serviceName);
}
/** True where this run has given up what it had to, and has taken its mark off. */
function hasReleased({ journal }, endpoint) {
	return (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.I)(journal, _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.unmark(endpoint.id, ownMarkKey(journal))) !== void 0;
}
function ownMarkKey({ nonce }) {
	return (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.O)(nonce, (0,_moment_js__WEBPACK_IMPORTED_MODULE_3__.d)(0), {
		by: "",
		clusterIds: []
	}).key;
}
/**
* True where this run has begun to leave the endpoint and is not done, or one of its environment died between giving up a
* claim and disconnecting its cluster. A mark alone is no work: whoever uses the endpoint next removes it.
*/
function hasUnfinishedLeave(draft, endpoint) {
	const { journal, desired, observed } = draft;
	const key = ownMarkKey(journal);
	if ([_steps_js__WEBPACK_IMPORTED_MODULE_1__.a.mark(endpoint.id), _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.markGroupFirst(endpoint.id)].some((id) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.I)(journal, id) !== void 0)) return true;
	const marks = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.z)(endpoint, observed.groups);
	if (marks.some((mark) => mark.key === key)) return true;
	if (desired.goal.kind !== "leave-environment") return false;
	const claimed = new Set((0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags).map((claim) => claim.clusterId));
	const left = marks.filter((mark) => mark.by === (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.j)(desired.owner)).flatMap((mark) => mark.clusterIds);
	return observed.clusters.some((view) => {
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.k)(view, endpoint.id);
		return view.matches.some(({ id }) => left.includes(id) && !claimed.has(id)) && connection !== void 0 && !(0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.H)(connection);
	});
}
/** Names of the services of the clusters that the workflow names. */
function askedServices({ desired, observed }) {
	return observed.clusters.filter((view) => desired.clusters.includes(view.ref)).flatMap((view) => view.services.flatMap((one) => one.name ?? []));
}

// src/reconcile/departure/security-group-deletion.ts
/** How long EC2 may say that a group without an endpoint is in use, while the network interfaces of the endpoint go. */
const DETACH_PATIENCE_MS = 6e5;
/** Between two tries to delete a group that is still in use. */
const RETRY_MS = 5e3;
/** Plans the end of a group of ours that no endpoint uses any more; one that an endpoint uses is left alone. */
function planGroupDeletion(draft, group) {
	const { journal, now, observed } = draft;
	const users = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(group, observed.endpoints);
	const title = `delete the security group ${group.id} ("${group.name}")`;
	if (users.length > 0) {
		const leaving = draft.steps.some(({ action }) => action.kind === "delete-endpoint" && users.some((one) => one.id === action.endpointId));
		if (users.every((one) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(one) || leaving)) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, {
			id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.deleteGroup(group.id),
			title,
			action: {
				kind: "delete-group",
				groupId: group.id
			},
			after: "its VPC endpoint is gone"
		});
		return;
	}
	const held = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.R)(journal, group.id);
	if (held !== void 0 && held.at - held.since >= DETACH_PATIENCE_MS) {
		draft.leftOvers.push({
			what: `security group ${group.id}`,
			why: "something still uses it",
			monthly: 0
		});
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.b)(draft, "group-in-use", {
			cause: `Security group ${group.id}, which the action made, cannot be deleted: ${held.why}`,
			fix: `Remove what uses it (rules of other groups may name it too) and run again. Its interfaces: aws ec2 describe-network-interfaces --region ${draft.desired.region} --filters 'Name=group-id,Values=${group.id}'`,
			late: true,
			subject: group.id
		});
		return;
	}
	if (held !== void 0) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.y)(draft, {
			kind: "detached",
			subject: group.id,
			what: `the network interfaces of the VPC endpoint to let go of ${group.id}`,
			seen: "still in use",
			waitingOn: "AWS detaches the interfaces of a deleted endpoint after a while",
			facets: ["groups"],
			notBefore: held.at + RETRY_MS
		});
		if (now - held.at < RETRY_MS) return;
	}
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, {
		id: _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.deleteGroup(group.id),
		title,
		action: {
			kind: "delete-group",
			groupId: group.id
		}
	});
}

// src/reconcile/departure/sweep-rules.ts
/** True for claims of this repository whose environment may be swept at all. */
function isSweepable(claim, rules) {
	return (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.l)(claim, rules) && claim.kind !== "none";
}
/** The number of the pull request that a claim is for; undefined where its value does not prove one. */
function pullOf(claim, rules) {
	const number = /^pr:([1-9]\d{0,9})$/.exec(claim.name)?.[1];
	if (number === void 0 || !isNamed(claim, rules)) return void 0;
	return Number(number);
}
/**
* Judges one claim: gone only if it is this repository's, for a branch that is deleted or a pull request that is closed,
* and was last used longer ago than the grace. Branch names may be longer than a tag has room for, so the names of all
* living branches are hashed forward and the claim's key is looked up among them.
*/
function judgeClaim(claim, rules, living) {
	if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.l)(claim, rules)) return keep("claimed by another repository");
	if (claim.kind === "none") return keep("a named environment, which sweep never takes down");
	const gone = claim.kind === "branch" ? judgeBranch(claim, rules, living) : judgePull(claim, rules, living);
	if (!gone.gone) return gone;
	if (claim.lastUsed === 0) return keep(`${gone.why}, but its tag does not tell when it was last used`);
	const idleMs = rules.wallNow - claim.lastUsed;
	if (idleMs >= rules.graceMs) return {
		gone: true,
		why: `${gone.why}; last used ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(idleMs)} ago`
	};
	return keep(`${gone.why}, but it was used ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(idleMs)} ago; the grace is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(rules.graceMs)}`);
}
function judgeBranch(claim, rules, { branches }) {
	const { serverUrl, repositoryId } = rules;
	return (isNamed(claim, rules) ? branches.has(claim.name.slice(7)) : [...branches].some((branch) => (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.y)({
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
	if (number === void 0) return keep("its tag does not prove which pull request it is for");
	const state = pulls.get(number);
	if (state === "closed") return {
		gone: true,
		why: `pull request #${number} is closed`
	};
	return keep(state === "open" ? `pull request #${number} is open` : `there is no pull request #${number} to look at`);
}
/** True where the readable name in a claim is the whole name of its environment. */
function isNamed(claim, { serverUrl, repositoryId }) {
	return (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.y)({
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
/** How old a resource is by its own creation tag, milliseconds; undefined where the tag cannot be read. */
function ageOf({ tags }, now) {
	const at = Date.parse(tags["cockroachdb-privatelink/created-at"] ?? "");
	return Number.isNaN(at) ? void 0 : now - at;
}
/** Those of the managed groups that no endpoint uses. */
function unusedGroups(groups, endpoints) {
	return groups.filter((group) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(group, endpoints).length === 0);
}
/**
* IDs of the clusters that the claims of an endpoint name; undefined where not all claims are this repository's, readable
* and idle for the grace. An environment that used its path since then has seen its cluster.
*/
function idleOwnClusters(endpoint, rules) {
	const claims = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags);
	return claims.every((claim) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.l)(claim, rules) && claim.clusterId !== "" && claim.lastUsed > 0 && rules.wallNow - claim.lastUsed >= rules.graceMs) && claims.length > 0 ? [...new Set(claims.map((claim) => claim.clusterId))] : void 0;
}
/** Whether an endpoint may carry traffic. EC2 also shows one that is in use as `pending` while it is changed. */
const MAY_SERVE = {
	"awaits-acceptance": false,
	changing: true,
	available: true,
	rejected: false,
	dead: false,
	deleting: false,
	deleted: false
};
/**
* True for an endpoint without claims that may be in use all the same. A leaving mark, on it or on its group, shows that its
* last environments were being removed; nothing else does.
* @param nonce of the run that asks, whose own mark shows nothing
*/
function mayBeInUse(endpoint, groups, nonce) {
	return MAY_SERVE[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)(endpoint)] && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.z)(endpoint, groups).every((mark) => mark.nonce === nonce);
}

// src/reconcile/departure/planner.ts
/**
* The planner of leaving: what is left to do until what the goal names is given up, and what nobody else uses is
* taken down. Pure, like `makePlan`, and empty when nothing is left to do.
*/
function makeDeparturePlan(given) {
	const draft = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.D)(given);
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.I)(draft);
	blockAmbiguous(draft);
	const { goal } = draft.desired;
	if (goal.kind === "detach-endpoint") return (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.S)(draft, planDisconnection(draft, goal.endpointId));
	const scope = endpointsInScope(draft);
	const paths = scope.map((endpoint) => planEndpoint(draft, endpoint));
	for (const endpoint of draft.observed.endpoints) {
		if (scope.includes(endpoint) || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(endpoint)) continue;
		if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.q)(draft.journal).has(endpoint.id) && !hasReleased(draft, endpoint)) continue;
		tellKept(draft, endpoint, (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags));
	}
	planGroups(draft, paths);
	planLeftoverConnections(draft);
	planUnreachable(draft, paths);
	if (goal.kind === "leave-environment") tellForeign(draft);
	confirm(draft);
	return (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.S)(draft, paths);
}
/** Of two clusters of one name only one is meant. */
function blockAmbiguous(draft) {
	for (const view of draft.observed.clusters) {
		const problem = view.matches.length > 1 ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)(view, "") : void 0;
		if (problem !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.b)(draft, problem.code, {
			...problem,
			subject: view.ref
		});
	}
}
function planEndpoint(draft, endpoint) {
	const { observed, desired } = draft;
	const isGiven = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(draft.desired, draft.observed.clusters);
	const group = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)(observed.groups, endpoint.vpcId, endpoint.serviceName);
	const members = membersOf(draft, endpoint, isGiven);
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
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(endpoint)) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.y)(draft, {
			kind: "gone",
			subject: endpoint.id,
			what: `VPC endpoint ${endpoint.id} to be gone`,
			seen: endpoint.rawState,
			waitingOn: "AWS is deleting it",
			facets: ["endpoints"]
		});
		return path;
	}
	planLeaving(draft, endpoint, {
		gives: isGiven,
		by: desired.goal.kind === "leave-environment" ? (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.j)(desired.owner) : "",
		keeps: isUnclaimedSweep(desired) && mayBeInUse(endpoint, observed.groups, draft.journal.nonce),
		group,
		connected: members.filter((member) => isConnected(draft, member, endpoint.id)).map((member) => member.cluster.id),
		connections: observed.clusters.filter(isReadable).map((view) => `connections:${view.ref}`),
		disconnect(clusterId, after) {
			const member = members.find((one) => one.cluster.id === clusterId);
			if (member !== void 0) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.v)(draft, {
				...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(member, endpoint.id),
				after
			});
		}
	});
	const { remaining: left } = divideClaims(endpoint, isGiven, (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.n)(draft.journal, endpoint)?.mark.at ?? (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.O)(draft));
	if (left.length > 0) tellKept(draft, endpoint, left);
	return path;
}
/** True for a sweep of an endpoint that had no claims when it was judged. */
function isUnclaimedSweep({ goal }) {
	return goal.kind === "leave-endpoint" && Object.keys(goal.claims).length === 0;
}
/** The clusters that a departure from an endpoint is about: those given up, and any other that is known to be connected. */
function membersOf(draft, endpoint, isGiven) {
	const claims = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags).filter((claim) => isGiven(claim, (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.O)(draft)));
	const members = /* @__PURE__ */ new Map();
	for (const view of draft.observed.clusters) {
		const [cluster] = view.matches;
		const claim = claims.find((one) => one.clusterId === (cluster?.id ?? view.ref));
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.k)(view, endpoint.id);
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
/** A cluster that is gone, or that the key does not show. */
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
	if (connection === void 0 || (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.H)(connection)) return false;
	const id = _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.disconnect(cluster.id, endpointId);
	if ((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.G)(draft.journal, id) !== void 0) return false;
	return connection.status !== "REJECTED" || (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.I)(draft.journal, id) === void 0;
}
function tellKept(draft, endpoint, left) {
	const isMine = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft.desired, draft.observed.clusters);
	const own = left.filter((claim) => (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.E)(claim, draft.desired.owner));
	if (draft.desired.goal.kind === "leave-environment" && own.some(isMine)) (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.A)(draft, "departure", `Another run has claimed ${endpoint.id} for this environment since this one began; its claim stays`);
	const kept = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.u)(left, draft.desired.owner, (claim) => own.includes(claim) && !isMine(claim) ? " for another cluster" : "");
	draft.leftOvers.push({
		what: `VPC endpoint ${endpoint.id}`,
		...left.length === 0 ? { why: `nobody claims it; EC2 shows it as ${endpoint.rawState}` } : kept,
		monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(endpoint.subnetIds.length)
	});
}
/** Groups of endpoints that are gone. */
function planGroups(draft, paths) {
	const isMine = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft.desired, draft.observed.clusters);
	const { goal } = draft.desired;
	for (const group of draft.observed.groups) {
		if (!(0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.f)(group)) continue;
		if (goal.kind !== "leave-group" && !inScope(group)) continue;
		if (goal.kind === "leave-group" && group.id !== goal.groupId) continue;
		const unread = paths.some((path) => path.group?.id === group.id) ? void 0 : unreadBehind(draft, group);
		if (unread === void 0) planGroupDeletion(draft, group);
		else keepForUnread(draft, group, unread);
	}
	function inScope(group) {
		return paths.some((path) => path.group?.id === group.id) || (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.N)(group.tags).length > 0 || (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.$)(draft.journal, _steps_js__WEBPACK_IMPORTED_MODULE_1__.a.markGroup(group.id)) !== void 0 || goal.kind === "leave-environment" && ((0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(group.tags).some(isMine) || (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(group.tags).length === 0 && askedServices(draft).some((name) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(group, name)));
	}
}
/** A cluster that a claim on a group without an endpoint names, and whose connections could not be read. */
function unreadBehind({ observed }, group) {
	const ids = new Set((0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(group.tags).map((claim) => claim.clusterId));
	return observed.clusters.find(({ ref, failure }) => failure !== void 0 && ids.has(ref));
}
/** The group is what is left that names the cluster: without it, no later run would find its connection. */
function keepForUnread(draft, group, { ref, failure }) {
	if (failure === void 0) return;
	draft.leftOvers.push({
		what: `security group ${group.id}`,
		why: `connections of cluster ${ref} were not read`,
		monthly: 0
	});
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.b)(draft, failure.code, {
		cause: `Security group ${group.id} is kept, since the connections of cluster ${ref} could not be read: ${failure.message}`,
		fix: failure.fix,
		late: true,
		subject: ref
	});
}
/** Endpoints that aren't managed and serve a named cluster, or carry claims of this environment: they stay, with their connections. */
function tellForeign(draft) {
	const isMine = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft.desired, draft.observed.clusters);
	for (const endpoint of draft.observed.endpoints) {
		if ((0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.d)(endpoint) || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(endpoint)) continue;
		const mismatch = (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.s)(endpoint);
		if (!askedServices(draft).includes(endpoint.serviceName) && !(mismatch !== void 0 && (0,_steps_js__WEBPACK_IMPORTED_MODULE_1__.M)(endpoint.tags).some(isMine))) continue;
		if (mismatch !== void 0) {
			(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.w)(draft, endpoint, {
				mismatch,
				kept: "It is kept, with its connections."
			});
			draft.leftOvers.push({
				what: `VPC endpoint ${endpoint.id}`,
				why: `not managed: ${mismatch.why}`,
				monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(endpoint.subnetIds.length)
			});
			continue;
		}
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.w)(draft, "not-ours", `VPC endpoint ${endpoint.id} serves ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__.i)(draft.desired.clusters)} but was not made by the action (not-ours): it is left as it is, with its connections; give endpoint-id and cluster to disconnect it`);
		draft.leftOvers.push({
			what: `VPC endpoint ${endpoint.id}`,
			why: `not created by this action${connectionsText(draft, endpoint)}`,
			monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(endpoint.subnetIds.length)
		});
	}
}
/** The connections of the clusters that were read to an endpoint, as part of a sentence; '' without any. */
function connectionsText({ observed }, endpoint) {
	const listed = observed.clusters.flatMap((view) => {
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.k)(view, endpoint.id);
		return connection === void 0 ? [] : [`connection of cluster ${view.matches[0]?.name || view.ref}: ${connection.rawStatus}`];
	});
	return listed.length === 0 ? "" : `; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__.i)(listed)}`;
}
/** Ends on reads that show everything that was done, and what a run that was killed a moment before this one had made. */
function confirm(draft) {
	const { journal, observed, desired } = draft;
	const notBefore = desired.goal.kind === "leave-environment" ? journal.startedAt + desired.readLagMs : 0;
	const early = ["endpoints", "groups"].filter((facet) => (observed.readAt[facet] ?? 0) < notBefore);
	if (!(draft.waits.length === 0 && !draft.steps.some((step) => step.ready)) || early.length === 0 || (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.L)(journal)) {
		(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.x)(draft, {
			unseen: [...early, ...unreadSinceGone(draft)],
			notBefore
		});
		return;
	}
	(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.y)(draft, {
		kind: "lag",
		subject: "",
		what: "one more look",
		seen: "reads may lag",
		waitingOn: "what was made or deleted a moment ago shows by then",
		facets: early,
		notBefore,
		brief: true
	});
}



/***/ })

};
