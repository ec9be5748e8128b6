export const id = 68;
export const ids = [68];
export const modules = {

/***/ 7068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ judgeClaim),
/* harmony export */   c: () => (/* binding */ unusedGroups),
/* harmony export */   i: () => (/* binding */ isSweepable),
/* harmony export */   l: () => (/* binding */ ownClaims),
/* harmony export */   n: () => (/* binding */ ageOf),
/* harmony export */   o: () => (/* binding */ mayBeInUse),
/* harmony export */   r: () => (/* binding */ idleOwnClusters),
/* harmony export */   s: () => (/* binding */ pullOf),
/* harmony export */   t: () => (/* binding */ LEAVE_PATH)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6524);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5640);



// src/reconcile/departure/given-up.ts
/**
* Whether a claim is the owner's and on a cluster that is asked for: by its ID, or by the name that the claim stores.
* @param views what was seen of the clusters that the workflow names
*/
function ownClaims({ owner, clusters }, views) {
	if (clusters.length === 0) return (claim) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Bt)(claim, owner);
	const ids = new Set(clusters.map((ref) => ref.toLowerCase()));
	const names = new Set(clusters.filter((ref) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Lt)(ref) === ref));
	for (const view of views) if (clusters.includes(view.ref)) for (const cluster of view.matches) ids.add(cluster.id.toLowerCase());
	const keys = new Set([...ids].map((id) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.It)(owner, id)));
	return (claim) => keys.has(claim.key) || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Bt)(claim, owner) && (ids.has(claim.clusterId.toLowerCase()) || names.has(claim.clusterName));
}
/**
* Whether a run gives a claim up.
* `markedAt`: a claim of the owner that is younger than the leaving mark is another run's, which stays.
*/
function givenUp(desired, views) {
	const { leave } = desired;
	if (leave?.kind === "endpoint") return (claim) => leave.claims[claim.key] === claim.value;
	if (leave?.kind !== "environment") return () => false;
	const isOwn = ownClaims(desired, views);
	return (claim, markedAt) => isOwn(claim) && (claim.lastUsed <= markedAt || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.zt)(claim, markedAt));
}

// src/reconcile/departure/observe.ts
/**
* Reads what a departure has to know: the endpoints and owned groups of the VPC, and of each cluster that is named, given
* up or under a mark its connections. A cluster that is gone, or that the key may not read, does not stop the AWS side.
* @throws ActionError where AWS cannot be read, or the Cloud is out of reach
*/
async function observeDeparture(desired, worlds) {
	const began = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(worlds.clock);
	const clusterList = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.P)(() => worlds.cloud.listClusters());
	const named = Promise.all(desired.clusters.map((ref) => readView(ref, {
		worlds,
		clusterList,
		services: true
	})));
	named.catch(() => void 0);
	const home = { account: worlds.account() };
	const [account, endpoints, groups] = await Promise.all([
		home.account,
		readEndpoints(desired, worlds),
		readGroups(desired, worlds)
	]).catch(async (error) => {
		throw await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.F)(error, desired, home);
	});
	const views = await named;
	const clusters = [...views, ...await readClaimed({
		views,
		endpoints,
		groups
	}, desired, worlds)];
	const facets = [
		"account",
		"endpoints",
		"groups",
		...clusters.map(connectionsOf)
	];
	return {
		account,
		clusters,
		vpc: void 0,
		vpcDns: void 0,
		subnets: [],
		endpoints,
		groups,
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(facets, began)
	};
}
/** Reads the given facets again, and clusters that claims name since. */
async function observeDepartureAgain(observed, facets, { desired, worlds }) {
	const began = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(worlds.clock);
	const wanted = new Set(facets);
	const [endpoints, groups, views] = await Promise.all([
		wanted.has("endpoints") ? readEndpoints(desired, worlds) : observed.endpoints,
		wanted.has("groups") ? readGroups(desired, worlds) : observed.groups,
		Promise.all(observed.clusters.map((view) => wanted.has(connectionsOf(view)) ? readConnections(view, worlds) : view))
	]);
	const more = await readClaimed({
		views,
		endpoints,
		groups
	}, desired, worlds);
	const read = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)([...wanted, ...more.map(connectionsOf)], began, observed);
	return {
		...observed,
		endpoints,
		groups,
		clusters: [...views, ...more],
		...read
	};
}
function connectionsOf({ ref }) {
	return `connections:${ref}`;
}
function readEndpoints({ endpointId, vpcId }, { ec2 }) {
	if (endpointId !== void 0) return ec2.endpoints({ endpointIds: [endpointId] });
	return vpcId === void 0 ? Promise.resolve([]) : ec2.endpoints({ vpcId });
}
function readGroups({ endpointId, vpcId }, { ec2 }) {
	if (endpointId !== void 0 || vpcId === void 0) return Promise.resolve([]);
	return ec2.groups({
		vpcId,
		tagKey: _index_js__WEBPACK_IMPORTED_MODULE_0__.Mt
	});
}
/** Views of clusters that no view shows yet and that claims to be given up, or marks, name. */
async function readClaimed({ views, endpoints, groups }, desired, worlds) {
	const { leave } = desired;
	const isGiven = givenUp(desired, views);
	const givenClusters = ({ tags }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(tags).filter((claim) => isGiven(claim, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$t)(Number.POSITIVE_INFINITY))).map((claim) => claim.clusterId);
	const ids = endpoints.filter((endpoint) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.kt)(endpoint) && (leave?.kind !== "endpoint" || endpoint.id === leave.endpointId)).flatMap((endpoint) => [...givenClusters(endpoint), ...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(endpoint, groups).flatMap((mark) => mark.clusterIds)]);
	const managed = groups.filter(_index_js__WEBPACK_IMPORTED_MODULE_0__.At);
	const ofGroups = leave?.kind === "group" ? managed.filter((one) => one.id === leave.groupId).flatMap((one) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(one.tags).map((claim) => claim.clusterId)) : leave?.kind === "environment" ? managed.flatMap(givenClusters) : [];
	const known = new Set(views.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
	const fresh = [.../* @__PURE__ */ new Set([...ids, ...ofGroups])].filter((id) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)(id) && !known.has(id));
	return Promise.all(fresh.map((ref) => readView(ref, {
		worlds,
		clusterList: () => Promise.resolve([]),
		services: false
	})));
}
const NOTHING = {
	services: [],
	connections: [],
	owners: void 0,
	failure: void 0
};
/** One cluster with its connections, in whatever state it is; `failure` holds a refusal to show it. */
async function readView(ref, reading) {
	const { cloud } = reading.worlds;
	try {
		const byId = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)(ref);
		const networking = byId ? readNetworking(ref, reading) : void 0;
		networking?.catch(() => void 0);
		const matches = (byId ? [await cloud.getCluster(ref)] : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.en)(await reading.clusterList(), ref)).filter((one) => one !== void 0 && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tn)(one));
		const [only] = matches;
		if (only === void 0 || matches.length > 1) return {
			ref,
			matches,
			...NOTHING
		};
		if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nn)(only) === "creating") return {
			ref,
			matches,
			...NOTHING
		};
		return {
			ref,
			matches,
			...NOTHING,
			...await (networking ?? readNetworking(only.id, reading))
		};
	} catch (error) {
		return refused(ref, error);
	}
}
async function readNetworking(id, { worlds: { cloud }, services }) {
	const [listed, connections] = await Promise.all([services ? cloud.listServices(id) : [], cloud.listConnections(id)]);
	return {
		services: listed,
		connections
	};
}
/** The connections of a cluster that was there; it may have been deleted since. */
async function readConnections(view, { cloud }) {
	const [cluster, ...more] = view.matches;
	if (cluster === void 0 || more.length > 0) return view;
	try {
		return {
			...view,
			connections: await cloud.listConnections(cluster.id)
		};
	} catch (error) {
		if (!(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.mt)(error)) throw error;
		const still = await cloud.getCluster(cluster.id).catch(() => cluster);
		if (still === void 0 || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tn)(still)) return {
			...view,
			matches: [],
			...NOTHING
		};
		return {
			...view,
			connections: [],
			failure: error
		};
	}
}
function refused(ref, error) {
	if (!(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.mt)(error)) throw error;
	return {
		ref,
		matches: [],
		...NOTHING,
		failure: error
	};
}

// src/reconcile/departure/cloud-side.ts
/** True for a cluster that is there and whose connections this key may read. */
function isReadable(view) {
	return view.matches.length === 1 && view.failure === void 0;
}
/** Connections whose endpoint is gone: being removed, or left by an endpoint that was deleted first. */
function planLeftConnections(draft) {
	for (const view of draft.observed.clusters) {
		const [cluster] = view.matches;
		if (cluster === void 0 || view.matches.length > 1) continue;
		for (const connection of view.connections) planLeftConnection(draft, {
			view,
			cluster,
			connection
		});
	}
}
function planLeftConnection(draft, { view, cluster, connection }) {
	const { desired, observed, journal } = draft;
	const endpoint = observed.endpoints.find((one) => one.id === connection.endpointId);
	const alive = endpoint !== void 0 && !(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(endpoint);
	const id = _index_js__WEBPACK_IMPORTED_MODULE_0__.wt.disconnect(cluster.id, connection.endpointId);
	const asked = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(journal, id) !== void 0;
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(journal, id) !== void 0) return;
	const mine = (desired.leave?.kind === "environment" || desired.leave?.kind === "group") && connection.ownerAccount !== "" && connection.ownerAccount === observed.account && (connection.region === "" || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rn)(connection.region, desired.region));
	if (connection.status === "STALE" && !alive && (mine || asked)) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.W)(draft, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)({
		view,
		cluster,
		connection,
		trust: void 0
	}, connection.endpointId));
	else if (asked && connection.status === "DELETING") (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(draft, {
		kind: "disconnected",
		subject: `${cluster.id}:${connection.endpointId}`,
		what: `the connection of cluster ${cluster.name || cluster.id} to ${connection.endpointId} to be gone`,
		seen: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__["in"])(connection),
		mover: "CockroachDB Cloud is removing it",
		facets: [`connections:${view.ref}`]
	});
}
/** Connections of given-up clusters, not read since their endpoint was seen to be gone: the Cloud may still list them. */
function unreadSinceGone({ journal, observed }) {
	const goneAt = observed.readAt.endpoints ?? 0;
	const ids = new Set([...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(journal)].filter(([id]) => !observed.endpoints.some((one) => one.id === id && one.state !== "deleted")).flatMap(([, clusterIds]) => [...clusterIds]));
	return observed.clusters.filter((view) => isReadable(view) && view.matches.some((one) => ids.has(one.id))).map((view) => `connections:${view.ref}`).filter((facet) => (observed.readAt[facet] ?? 0) < goneAt);
}
/**
* Clusters that the Cloud does not show, or does not let go of, do not stop the AWS side. What is known of them is told
* with the plan, and where something may be left at the Cloud, the run fails with it once all else is done.
*/
function planUnreachable(draft, paths) {
	for (const { view, cluster } of paths.flatMap((path) => path.members)) {
		const name = cluster.name || cluster.id;
		if (view.failure !== void 0) {
			const text = `The connections of cluster ${name} cannot be read (${view.failure.message}): the AWS side is taken down all the same`;
			(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Q)(draft, "departure", text);
		} else if (view.matches.length === 0) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Y)(draft, "departure", `Cluster ${name} is not visible to this API key (deleted, or without a role on it): its connections were not checked, only the AWS side is deleted`);
	}
	tellUnread(draft, paths);
	for (const [endpointId, clusterIds] of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(draft.journal)) for (const clusterId of clusterIds) blockLeft(draft, endpointId, clusterId);
}
/** Clusters that no endpoint of this run leads to, and whose connections were not seen. */
function tellUnread(draft, paths) {
	const members = new Set(paths.flatMap((path) => path.members.map((member) => member.view.ref)));
	const givenUp = new Set([...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(draft.journal).values()].flatMap((ids) => [...ids]));
	for (const { ref, matches, failure } of draft.observed.clusters) {
		if (members.has(ref) || givenUp.has(ref)) continue;
		if (failure !== void 0) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Q)(draft, "departure", `The connections of cluster ${ref} were not checked: ${failure.message}`);
		else if (matches.length === 0) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Y)(draft, "departure", `Cluster ${ref} is not visible to this API key (deleted, or without a role on it): its connections were not checked`);
	}
}
/** Fails the run for a connection that it could not remove, unless it is seen to be gone or another claim wants it. */
function blockLeft(draft, endpointId, clusterId) {
	const { observed, journal } = draft;
	const view = observed.clusters.find((one) => one.ref === clusterId || one.matches.some(({ id }) => id === clusterId));
	const failure = view?.failure ?? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(journal, _index_js__WEBPACK_IMPORTED_MODULE_0__.wt.disconnect(clusterId, endpointId));
	if (view === void 0 || failure === void 0) return;
	if (isReadable(view) && ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(view, endpointId)?.status ?? "DELETED") === "DELETED") return;
	if (unreadSinceGone(draft).includes(`connections:${view.ref}`)) return;
	const endpoint = observed.endpoints.find((one) => one.id === endpointId && !(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(one));
	if ((endpoint === void 0 ? [] : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(endpoint.tags)).some((claim) => claim.clusterId === clusterId)) return;
	const name = view.matches[0]?.name || clusterId;
	const what = `the connection of cluster ${name} to ${endpointId} at CockroachDB Cloud`;
	draft.leftOvers.push({
		what,
		why: isReadable(view) ? "could not be removed" : "could not be read",
		monthly: 0
	});
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft, failure.code, {
		cause: `${endpoint === void 0 ? `VPC endpoint ${endpointId} is gone` : `VPC endpoint ${endpointId} stays for others`}, but ${isReadable(view) ? what : `what CockroachDB Cloud lists of cluster ${name}`} could not be ${isReadable(view) ? "removed" : "read"}: ${failure.message}`,
		fix: `${failure.fix} Then disconnect it with operation: delete, endpoint-id: ${endpointId} and cluster: ${clusterId}, or in the Cloud Console.`,
		late: true,
		subject: clusterId
	});
}

// src/reconcile/departure/detach.ts
/**
* Plans the end of connections to an endpoint that the workflow names (attach only): the clusters are disconnected, the
* endpoint itself is never touched. Without claims nobody knows who else uses the pair, so this cuts every user of it.
*/
function planDetach(draft, endpointId) {
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
	const { vpcId } = draft.desired;
	if (endpoint !== void 0 && vpcId !== void 0 && endpoint.vpcId !== vpcId) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft, "endpoint-not-found", {
		cause: `VPC endpoint ${endpointId} is in VPC ${endpoint.vpcId}, not in ${vpcId}`,
		fix: "Correct vpc-id or leave it out."
	});
	const paths = draft.observed.clusters.flatMap((view) => planView(draft, view, endpointId));
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.q)(draft);
	return paths.map((members) => ({
		serviceName: endpoint?.serviceName ?? "",
		service: void 0,
		members: [members],
		endpoint,
		ownership: "attached",
		condemned: [],
		group: void 0,
		subnets: [],
		subnetRule: ""
	}));
}
function planView(draft, view, endpointId) {
	const problem = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(view, "");
	if (view.failure !== void 0) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft, view.failure.code, {
			cause: view.failure.message,
			fix: view.failure.fix,
			subject: view.ref
		});
		return [];
	}
	if (problem?.code === "cluster-ambiguous") {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft, problem.code, {
			...problem,
			subject: view.ref
		});
		return [];
	}
	const [cluster] = view.matches;
	if (cluster === void 0) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Q)(draft, "departure", `No cluster ${view.ref} is visible to this API key: its connection was not checked and not removed`);
		return [];
	}
	const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(view, endpointId);
	const member = {
		view,
		cluster,
		connection,
		trust: void 0
	};
	const name = cluster.name || cluster.id;
	if (connection === void 0 || connection.status === "DELETED") return [member];
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
	const users = (endpoint !== void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.kt)(endpoint) && !(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(endpoint) ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(endpoint.tags) : []).filter((claim) => claim.clusterId === cluster.id);
	if (users.length > 0) {
		const { text, log } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(users, draft.desired.owner);
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft, "endpoint-claimed", {
			cause: `Cluster ${name} is used through ${endpointId} by ${text}`,
			fix: "The action made this endpoint: give vpc-id and environment instead of endpoint-id; the last user disconnects it.",
			subject: view.ref,
			log
		});
		return [member];
	}
	if (connection.status === "DELETING") {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(draft, {
			kind: "disconnected",
			subject: `${cluster.id}:${endpointId}`,
			what: `the connection of cluster ${name} to ${endpointId} to be gone`,
			seen: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__["in"])(connection),
			mover: "CockroachDB Cloud is removing it",
			facets: [`connections:${view.ref}`]
		});
		return [member];
	}
	if (connection.status === "REJECTED") {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Y)(draft, "departure", `The connection of cluster ${name} to ${endpointId} is rejected: nobody can use it, and the Cloud may list it until the endpoint is gone`);
		return [member];
	}
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Q)(draft, "not-ours", `Disconnecting cluster ${name} from ${endpointId} cuts every user of that pair: without claims nobody knows who they are`);
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.W)(draft, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(member, endpointId));
	return [member];
}

// src/reconcile/departure/group-end.ts
/** How long EC2 may say that a group without an endpoint is in use, while the network interfaces of the endpoint go. */
const DETACH_PATIENCE_MS = 6e5;
/** Between two tries to delete a group that is still in use. */
const RETRY_MS = 5e3;
/** Plans the end of a group of ours that no endpoint uses any more; one that an endpoint uses is left alone. */
function planGroupEnd(draft, group) {
	const { journal, now, observed } = draft;
	const users = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.w)(group, observed.endpoints);
	const title = `delete the security group ${group.id} ("${group.name}")`;
	if (users.length > 0) {
		const leaving = draft.steps.some(({ action }) => action.kind === "delete-endpoint" && users.some((one) => one.id === action.endpointId));
		if (users.every((one) => (0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(one) || leaving)) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.W)(draft, {
			id: _index_js__WEBPACK_IMPORTED_MODULE_0__.wt.deleteGroup(group.id),
			title,
			action: {
				kind: "delete-group",
				groupId: group.id
			},
			after: "its VPC endpoint is gone"
		});
		return;
	}
	const held = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nt)(journal, group.id);
	if (held !== void 0 && held.at - held.since >= DETACH_PATIENCE_MS) {
		draft.leftOvers.push({
			what: `security group ${group.id}`,
			why: "something still uses it",
			monthly: 0
		});
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft, "group-in-use", {
			cause: `Security group ${group.id}, which the action made, cannot be deleted: ${held.why}`,
			fix: `Find what uses it and take it off: aws ec2 describe-network-interfaces --filters Name=group-id,Values=${group.id} (rules of other groups may name it too), then run again.`,
			late: true,
			subject: group.id
		});
		return;
	}
	if (held !== void 0) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(draft, {
			kind: "detached",
			subject: group.id,
			what: `the network interfaces of the VPC endpoint to let go of ${group.id}`,
			seen: "still in use",
			mover: "AWS detaches the interfaces of a deleted endpoint after a while",
			facets: ["groups"],
			notBefore: held.at + RETRY_MS
		});
		if (now - held.at < RETRY_MS) return;
	}
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.W)(draft, {
		id: _index_js__WEBPACK_IMPORTED_MODULE_0__.wt.deleteGroup(group.id),
		title,
		action: {
			kind: "delete-group",
			groupId: group.id
		}
	});
}

// src/reconcile/departure/scope.ts
/** The endpoints that this run takes part in: with a claim to give up, under its own mark, or left by a run that died. */
function endpointsInScope(draft) {
	const { leave } = draft.desired;
	const isGiven = givenUp(draft.desired, draft.observed.clusters);
	return draft.observed.endpoints.filter((endpoint) => {
		if (!(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.kt)(endpoint) || endpoint.state === "deleted") return false;
		if (isLeft(draft, endpoint)) return false;
		if (isUnfinished(draft, endpoint)) return true;
		const claims = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(endpoint.tags);
		const given = claims.some((claim) => isGiven(claim, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(draft)));
		if (leave?.kind === "endpoint") return endpoint.id === leave.endpointId && (given || claims.length === 0);
		if (leave?.kind !== "environment") return false;
		return given || claims.length === 0 && ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(endpoint, draft.observed.groups).length > 0 || askedServices(draft).includes(endpoint.serviceName));
	});
}
/** True where this run has given up what it had to, and has taken its mark off. */
function isLeft({ journal }, endpoint) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(journal, _index_js__WEBPACK_IMPORTED_MODULE_0__.wt.unmark(endpoint.id, ownMarkKey(journal))) !== void 0;
}
function ownMarkKey({ nonce }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ht)(nonce, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$t)(0), {
		by: "",
		clusterIds: []
	}).key;
}
/**
* True where this run has begun to leave the endpoint and is not done, or one of its environment died between giving up a
* claim and disconnecting its cluster. A mark alone is no work: whoever uses the endpoint next removes it.
*/
function isUnfinished(draft, endpoint) {
	const { journal, desired, observed } = draft;
	const key = ownMarkKey(journal);
	if ([_index_js__WEBPACK_IMPORTED_MODULE_0__.wt.mark(endpoint.id), _index_js__WEBPACK_IMPORTED_MODULE_0__.wt.markGroupFirst(endpoint.id)].some((id) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(journal, id) !== void 0)) return true;
	const marks = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(endpoint, observed.groups);
	if (marks.some((mark) => mark.key === key)) return true;
	if (desired.leave?.kind !== "environment") return false;
	const claimed = new Set((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(endpoint.tags).map((claim) => claim.clusterId));
	const left = marks.filter((mark) => mark.by === (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ut)(desired.owner)).flatMap((mark) => mark.clusterIds);
	return observed.clusters.some((view) => {
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(view, endpoint.id);
		return view.matches.some(({ id }) => left.includes(id) && !claimed.has(id)) && connection !== void 0 && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.an)(connection);
	});
}
/** Names of the services of the clusters that the workflow names. */
function askedServices({ desired, observed }) {
	return observed.clusters.filter((view) => desired.clusters.includes(view.ref)).flatMap((view) => view.services.flatMap((one) => one.name ?? []));
}

// src/reconcile/departure/sweep-judgement.ts
/** True for claims of this repository whose environment may be swept at all. */
function isSweepable(claim, rules) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.D)(claim, rules) && claim.kind !== "none";
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
	if (!(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.D)(claim, rules)) return keep("claimed by another repository");
	if (claim.kind === "none") return keep("a named environment, which sweep never takes down");
	const gone = claim.kind === "branch" ? judgeBranch(claim, rules, living) : judgePull(claim, rules, living);
	if (!gone.gone) return gone;
	if (claim.lastUsed === 0) return keep(`${gone.why}, but its tag does not tell when it was last used`);
	const idleMs = rules.wallNow - claim.lastUsed;
	if (idleMs >= rules.graceMs) return {
		gone: true,
		why: `${gone.why}; last used ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(idleMs)} ago`
	};
	return keep(`${gone.why}, but it was used ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(idleMs)} ago; the grace is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(rules.graceMs)}`);
}
function judgeBranch(claim, rules, { branches }) {
	const { serverUrl, repositoryId } = rules;
	return (isNamed(claim, rules) ? branches.has(claim.name.slice(7)) : [...branches].some((branch) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.It)({
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
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.It)({
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
	return groups.filter((group) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.w)(group, endpoints).length === 0);
}
/**
* IDs of the clusters that the claims of an endpoint name; undefined where not all claims are this repository's, readable
* and idle for the grace. An environment that used its path since then has seen its cluster.
*/
function idleOwnClusters(endpoint, rules) {
	const claims = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(endpoint.tags);
	return claims.every((claim) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.D)(claim, rules) && claim.clusterId !== "" && claim.lastUsed > 0 && rules.wallNow - claim.lastUsed >= rules.graceMs) && claims.length > 0 ? [...new Set(claims.map((claim) => claim.clusterId))] : void 0;
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
	return MAY_SERVE[(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.n)(endpoint)] && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(endpoint, groups).every((mark) => mark.nonce === nonce);
}

// src/reconcile/departure/planner.ts
/**
* The planner of leaving: what is left to do until what `Desired.leave` names is given up, and what nobody else uses is
* taken down. Pure, like `makePlan`, and empty when nothing is left to do.
*/
function makeDeparturePlan(given) {
	const draft = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)(given);
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)(draft);
	blockAmbiguous(draft);
	if (draft.desired.endpointId !== void 0) return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)(draft, planDetach(draft, draft.desired.endpointId));
	const scope = endpointsInScope(draft);
	const paths = scope.map((endpoint) => planEndpoint(draft, endpoint));
	for (const endpoint of draft.observed.endpoints) {
		if (scope.includes(endpoint) || (0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(endpoint)) continue;
		if (!(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(draft.journal).has(endpoint.id) && !isLeft(draft, endpoint)) continue;
		tellKept(draft, endpoint, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(endpoint.tags));
	}
	planGroups(draft, paths);
	planLeftConnections(draft);
	planUnreachable(draft, paths);
	if (draft.desired.leave?.kind === "environment") tellForeign(draft);
	confirm(draft);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)(draft, paths);
}
/** Of two clusters of one name only one is meant. */
function blockAmbiguous(draft) {
	for (const view of draft.observed.clusters) {
		const problem = view.matches.length > 1 ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(view, "") : void 0;
		if (problem !== void 0) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft, problem.code, {
			...problem,
			subject: view.ref
		});
	}
}
function planEndpoint(draft, endpoint) {
	const { observed, desired } = draft;
	const isGiven = givenUp(draft.desired, draft.observed.clusters);
	const group = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(observed.groups, endpoint.vpcId, endpoint.serviceName);
	const members = membersOf(draft, endpoint, isGiven);
	const path = {
		serviceName: endpoint.serviceName,
		service: void 0,
		members,
		endpoint,
		ownership: "ours",
		condemned: [],
		group,
		subnets: observed.subnets.filter((subnet) => endpoint.subnetIds.includes(subnet.id)),
		subnetRule: "the subnets that the endpoint is in"
	};
	if ((0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(endpoint)) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(draft, {
			kind: "gone",
			subject: endpoint.id,
			what: `VPC endpoint ${endpoint.id} to be gone`,
			seen: endpoint.rawState,
			mover: "AWS is deleting it",
			facets: ["endpoints"]
		});
		return path;
	}
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(draft, endpoint, {
		gives: isGiven,
		by: desired.leave?.kind === "environment" ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ut)(desired.owner) : "",
		keeps: isUnclaimedSweep(desired) && mayBeInUse(endpoint, observed.groups, draft.journal.nonce),
		group,
		connected: members.filter((member) => isConnected(draft, member, endpoint.id)).map((member) => member.cluster.id),
		connections: observed.clusters.filter(isReadable).map((view) => `connections:${view.ref}`),
		disconnect(clusterId, after) {
			const member = members.find((one) => one.cluster.id === clusterId);
			if (member !== void 0) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.W)(draft, {
				...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(member, endpoint.id),
				after
			});
		}
	});
	const { left } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(endpoint, isGiven, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(draft, endpoint)?.at ?? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(draft));
	if (left.length > 0) tellKept(draft, endpoint, left);
	return path;
}
/** True for a sweep of an endpoint that had no claims when it was judged. */
function isUnclaimedSweep({ leave }) {
	return leave?.kind === "endpoint" && Object.keys(leave.claims).length === 0;
}
/** The clusters that a departure from an endpoint is about: those given up, and any other that is known to be connected. */
function membersOf(draft, endpoint, isGiven) {
	const claims = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(endpoint.tags).filter((claim) => isGiven(claim, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(draft)));
	const members = /* @__PURE__ */ new Map();
	for (const view of draft.observed.clusters) {
		const [cluster] = view.matches;
		const claim = claims.find((one) => one.clusterId === (cluster?.id ?? view.ref));
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(view, endpoint.id);
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
	if (connection === void 0 || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.an)(connection)) return false;
	const id = _index_js__WEBPACK_IMPORTED_MODULE_0__.wt.disconnect(cluster.id, endpointId);
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(draft.journal, id) !== void 0) return false;
	return connection.status !== "REJECTED" || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(draft.journal, id) === void 0;
}
function tellKept(draft, endpoint, left) {
	const isMine = ownClaims(draft.desired, draft.observed.clusters);
	const own = left.filter((claim) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Bt)(claim, draft.desired.owner));
	if (draft.desired.leave?.kind === "environment" && own.some(isMine)) (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Q)(draft, "departure", `Another run has claimed ${endpoint.id} for this environment since this one began; its claim stays`);
	const kept = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(left, draft.desired.owner, (claim) => own.includes(claim) && !isMine(claim) ? " for another cluster" : "");
	draft.leftOvers.push({
		what: `VPC endpoint ${endpoint.id}`,
		...left.length === 0 ? { why: `nobody claims it; EC2 shows it as ${endpoint.rawState}` } : kept,
		monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(endpoint.subnetIds.length)
	});
}
/** Groups of endpoints that are gone. */
function planGroups(draft, paths) {
	const isMine = ownClaims(draft.desired, draft.observed.clusters);
	const { leave } = draft.desired;
	for (const group of draft.observed.groups) {
		if (!(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.At)(group)) continue;
		if (leave?.kind !== "group" && !inScope(group)) continue;
		if (leave?.kind === "group" && group.id !== leave.groupId) continue;
		const unread = paths.some((path) => path.group?.id === group.id) ? void 0 : unreadBehind(draft, group);
		if (unread === void 0) planGroupEnd(draft, group);
		else keepForUnread(draft, group, unread);
	}
	function inScope(group) {
		return paths.some((path) => path.group?.id === group.id) || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Gt)(group.tags).length > 0 || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(draft.journal, _index_js__WEBPACK_IMPORTED_MODULE_0__.wt.markGroup(group.id)) !== void 0 || leave?.kind === "environment" && ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(group.tags).some(isMine) || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(group.tags).length === 0 && askedServices(draft).some((name) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.x)(group, name)));
	}
}
/** A cluster that a claim on a group without an endpoint names, and whose connections could not be read. */
function unreadBehind({ observed }, group) {
	const ids = new Set((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(group.tags).map((claim) => claim.clusterId));
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
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(draft, failure.code, {
		cause: `Security group ${group.id} is kept, since the connections of cluster ${ref} could not be read: ${failure.message}`,
		fix: failure.fix,
		late: true,
		subject: ref
	});
}
/** Endpoints that aren't managed and serve a named cluster, or carry claims of this environment: they stay, with their connections. */
function tellForeign(draft) {
	const isMine = ownClaims(draft.desired, draft.observed.clusters);
	for (const endpoint of draft.observed.endpoints) {
		if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.kt)(endpoint) || (0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(endpoint)) continue;
		const mismatch = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Et)(endpoint);
		if (!askedServices(draft).includes(endpoint.serviceName) && !(mismatch !== void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(endpoint.tags).some(isMine))) continue;
		if (mismatch !== void 0) {
			(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.T)(draft, endpoint, {
				mismatch,
				kept: "It is kept, with its connections."
			});
			draft.leftOvers.push({
				what: `VPC endpoint ${endpoint.id}`,
				why: `not managed: ${mismatch.why}`,
				monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(endpoint.subnetIds.length)
			});
			continue;
		}
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Y)(draft, "not-ours", `VPC endpoint ${endpoint.id} serves ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)(draft.desired.clusters)} but was not made by the action (not-ours): it is left as it is, with its connections; give endpoint-id and cluster to disconnect it`);
		draft.leftOvers.push({
			what: `VPC endpoint ${endpoint.id}`,
			why: `not created by this action${connectionsText(draft, endpoint)}`,
			monthly: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(endpoint.subnetIds.length)
		});
	}
}
/** The connections of the clusters that were read to an endpoint, as part of a sentence; '' without any. */
function connectionsText({ observed }, endpoint) {
	const listed = observed.clusters.flatMap((view) => {
		const connection = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(view, endpoint.id);
		return connection === void 0 ? [] : [`connection of cluster ${view.matches[0]?.name || view.ref}: ${connection.rawStatus}`];
	});
	return listed.length === 0 ? "" : `; ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)(listed)}`;
}
/** Ends on reads that show everything that was done, and what a run that was killed a moment before this one had made. */
function confirm(draft) {
	const { journal, observed, desired } = draft;
	const notBefore = desired.leave?.kind === "environment" ? journal.startedAt + desired.readLagMs : 0;
	const early = ["endpoints", "groups"].filter((facet) => (observed.readAt[facet] ?? 0) < notBefore);
	if (!(draft.waits.length === 0 && !draft.steps.some((step) => step.ready)) || early.length === 0 || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)(journal)) {
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.q)(draft, {
			unseen: [...early, ...unreadSinceGone(draft)],
			notBefore
		});
		return;
	}
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(draft, {
		kind: "lag",
		subject: "",
		what: "one more look",
		seen: "reads may lag",
		mover: "what was made or deleted a moment ago shows by then",
		facets: early,
		notBefore,
		brief: true
	});
}

// src/reconcile/departure/task.ts
/** Gives a path up, and takes down what nobody else uses. In a file of its own, since a run that makes a path never loads it. */
const LEAVE_PATH = {
	observe: observeDeparture,
	observeAgain: observeDepartureAgain,
	plan: makeDeparturePlan
};



/***/ })

};
