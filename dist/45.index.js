export const id = 45;
export const ids = [45];
export const modules = {

/***/ 3045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyStep: () => (/* binding */ applyStep)
/* harmony export */ });
/* harmony import */ var _errors2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1894);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2039);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3198);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9785);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3554);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);








// src/reconcile/apply/outcome.ts
const PROPAGATION_MS = 6e4;
async function whileDecided(name, call) {
	try {
		return await call;
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error)) throw error;
		if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_0__.i)(error.cause).failure === "throttled" || (0,_errors2_js__WEBPACK_IMPORTED_MODULE_0__.s)(error.cause, name) === "busy") return {
			kind: "requeue",
			why: error.message
		};
		throw error;
	}
}
function outdated(endpointId, error, context) {
	const { journal, clients, observed, desired } = context;
	const shown = shownOf(endpointId, observed);
	const since = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.W)(journal, endpointId, shown) ?? clients.clock.now();
	if ((observed.readAt.endpoints ?? 0) - since > 2 * desired.readLagMs) throw error;
	return {
		kind: "requeue",
		facets: ["endpoints", "groups"],
		why: `${endpointId} has changed since it was read: ${error.message}`,
		result: {
			kind: "outdated",
			shown
		}
	};
}
function shownOf(endpointId, { endpoints, groups }) {
	const { subnetIds = [], groupIds = [], privateDns, tags = {} } = endpoints.find((one) => one.id === endpointId) ?? {};
	const ofGroups = groups.map((one) => [one.id, Object.entries(one.tags).sort()]).sort();
	return JSON.stringify([
		[...subnetIds].sort(),
		[...groupIds].sort(),
		privateDns,
		Object.entries(tags).sort(),
		ofGroups
	]);
}

// src/reconcile/apply/claims.ts
async function claim({ endpointId, tags }, { clients }) {
	if (await clients.ec2.setTags([endpointId], tags) === "requeue") return notThere(endpointId);
	return {
		kind: "done",
		patch: withTags([endpointId], tags)
	};
}
async function unclaim(action, { clients, journal }) {
	const { endpointId, tags, clusterIds } = action;
	journal.entries.push({
		kind: "releasing",
		endpointId,
		clusterIds
	});
	const call = clients.ec2.removeTags([endpointId], tags);
	const answer = await whileDecided("DeleteTags", call);
	if (answer === "requeue") return notThere(endpointId);
	if (answer !== "done") return {
		...answer,
		facets: ["endpoints", "groups"]
	};
	return {
		kind: "done",
		patch: withoutTags([endpointId], tags)
	};
}
async function mark(action, context) {
	const { clients, journal } = context;
	const ids = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.m)(action);
	const at = (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.o)(clients.clock);
	for (const value of Object.values(action.tags)) journal.entries.push({
		kind: "marking",
		value,
		at
	});
	try {
		if (await clients.ec2.setTags(ids, action.tags) === "requeue") return notThere(ids.join(" or "));
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error) && error.code === "tag-limit") return outdated(action.endpointId, error, context);
		throw error;
	}
	return {
		kind: "done",
		patch: withTags(ids, action.tags)
	};
}
async function unmark(action, { clients }) {
	const ids = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.m)(action);
	if (await clients.ec2.removeTags(ids, action.tags) === "requeue") return notThere(ids.join(" or "));
	return {
		kind: "done",
		patch: withoutTags(ids, action.tags)
	};
}
function notThere(what) {
	return {
		kind: "requeue",
		facets: ["endpoints", "groups"],
		why: `${what} has changed since it was read`
	};
}
function withTags(ids, tags) {
	return changeTags(ids, (before) => ({
		...before,
		...tags
	}));
}
function withoutTags(ids, tags) {
	return changeTags(ids, (before) => Object.fromEntries(Object.entries(before).filter(([key, value]) => tags[key] !== value)));
}
function changeTags(ids, change) {
	const apply = (one) => ids.includes(one.id) ? {
		...one,
		tags: change(one.tags)
	} : one;
	return (observed) => ({
		...observed,
		endpoints: observed.endpoints.map(apply),
		groups: observed.groups.map(apply)
	});
}

// src/reconcile/apply/decided.ts
function decidedOn(action, context) {
	switch (action.kind) {
		case "unclaim":
		case "delete-endpoint":
		case "delete-group": return ["endpoints"];
		case "disconnect": return heldFor(action, context) === void 0 ? [`connections:${action.clusterRef}`] : ["endpoints"];
		case "modify-endpoint": return action.removeSubnetIds.length + action.removeGroupIds.length > 0 ? ["endpoints"] : [];
		case "set-private-dns": return action.enabled ? [] : ["endpoints"];
		case "revoke-ingress": return ["endpoints", "groups"];
		case "untrust": return [`owners:${action.clusterRef}`, `connections:${action.clusterRef}`];
		case "create-services":
		case "create-group":
		case "authorize-ingress":
		case "create-endpoint":
		case "claim":
		case "mark":
		case "unmark":
		case "connect":
		case "trust": return [];
	}
}
function limitOf(action, context) {
	const { observed, desired, clients } = context;
	const reads = decidedOn(action, context).filter((facet) => observed.readAt[facet] !== void 0).map((facet) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.f)(observed, facet));
	return (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.s)(heldFor(action, context), {
		reads,
		now: (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.o)(clients.clock)
	}, desired);
}
function heldFor(action, { observed, journal }) {
	if (!("endpointId" in action)) return void 0;
	const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
	return endpoint === void 0 ? void 0 : (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.n)(journal, endpoint);
}

// src/reconcile/apply/cloud.ts
async function createServices(action, { clients }) {
	const services = await clients.cloud.createServices(action.clusterId);
	return {
		kind: "done",
		patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
			...view,
			services: services.length > 0 ? services : view.services
		}))
	};
}
async function connect(action, context) {
	const { clients, journal } = context;
	const facet = `connections:${action.clusterRef}`;
	const created = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.P)(journal).find(({ endpoint }) => endpoint.id === action.endpointId);
	try {
		const connection = await clients.cloud.addConnection(action.clusterId, action.endpointId);
		if (connection === void 0) return {
			kind: "requeue",
			facets: [facet],
			why: "CockroachDB Cloud reports that the connection already exists",
			result: { kind: "done" }
		};
		const shown = {
			...connection,
			endpointId: action.endpointId,
			status: connection.rawStatus === "" ? "PENDING" : connection.status
		};
		return {
			kind: "done",
			patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
				...view,
				connections: [...view.connections.filter((one) => one.endpointId !== action.endpointId), shown]
			}))
		};
	} catch (error) {
		const young = created !== void 0 && clients.clock.now() - created.at < 6e4;
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error) || (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Kt)(error.cause) !== "endpoint-unknown") throw error;
		if (!young) return outdated(action.endpointId, error, context);
		return {
			kind: "requeue",
			facets: [facet, "endpoints"],
			why: `CockroachDB Cloud does not see the new endpoint yet (${error.message})`
		};
	}
}
const GOES_ON = {
	"make-path": false,
	"attach-endpoint": false,
	"trusted-owners-only": false,
	"detach-endpoint": false,
	"leave-environment": true,
	"leave-endpoint": true,
	"leave-group": true
};
async function disconnect(action, context) {
	const { clients, desired } = context;
	const facets = [`connections:${action.clusterRef}`, "endpoints"];
	try {
		await clients.cloud.deleteConnection(action.clusterId, action.endpointId, limitOf(action, context));
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error) || !GOES_ON[desired.goal.kind]) throw error;
		const locked = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(error.cause, 0).failure === "throttled";
		if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Wt)(error) && !locked) throw error;
		const result = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Wt)(error) ? {
			kind: "refused",
			error
		} : { kind: "not-done" };
		return {
			kind: "requeue",
			facets,
			why: error.message,
			result
		};
	}
	return {
		kind: "done",
		patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
			...view,
			connections: view.connections.map((one) => one.endpointId === action.endpointId ? {
				...one,
				status: "DELETING"
			} : one)
		}))
	};
}
async function trust(action, { clients }) {
	const facet = `owners:${action.clusterRef}`;
	const owner = await clients.cloud.addTrustedOwner(action.clusterId, action.accountId);
	if (owner === void 0) {
		const why = `AWS account ${action.accountId} is already trusted`;
		return {
			kind: "requeue",
			facets: [facet],
			why,
			result: { kind: "done" }
		};
	}
	return {
		kind: "done",
		patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
			...view,
			owners: [...view.owners ?? [], owner]
		}))
	};
}
async function untrust(action, context) {
	await context.clients.cloud.removeTrustedOwner(action.clusterId, action.owner.id, limitOf(action, context));
	return {
		kind: "done",
		patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
			...view,
			owners: (view.owners ?? []).filter((one) => one.id !== action.owner.id)
		}))
	};
}
function patchCluster(observed, ref, change) {
	return {
		...observed,
		clusters: observed.clusters.map((view) => view.ref === ref ? change(view) : view)
	};
}

// src/reconcile/apply/creation.ts
const REPLAY_AGE_MS = 3e5;
function clientToken(parts, salt) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(JSON.stringify([...parts, salt])).digest("hex");
}
async function createEndpoint(action, context) {
	const { clients, journal, observed } = context;
	const { serviceName } = action;
	for (const salt of [action.salt, action.salt + 1]) {
		const creation = await clients.ec2.createEndpoint({
			...action,
			clientToken: clientToken(action.tokenParts, salt)
		});
		if (creation.kind !== "created") return creationSetback(action, context, {
			creation,
			salt
		});
		const { endpoint } = creation;
		if ((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gt)(endpoint) || observed.endpoints.some((one) => one.id === endpoint.id && (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gt)(one))) {
			context.log(`EC2 returned ${endpoint.id}, which is deleted; retrying with another client token`);
			continue;
		}
		if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Ft)(endpoint.tags).some((claim) => claim.nonce === journal.nonce) && endpoint.createdAt > 0 && endpoint.createdAt < clients.clock.wall() - REPLAY_AGE_MS) return {
			kind: "requeue",
			facets: ["endpoints"],
			why: `EC2 returned ${endpoint.id}, which an earlier run created`,
			result: {
				kind: "token-taken",
				salt,
				spent: false
			}
		};
		const whole = {
			...endpoint,
			vpcId: endpoint.vpcId || action.vpcId,
			serviceName,
			interface: true,
			tags: {
				...action.tags,
				...endpoint.tags
			},
			subnetIds: endpoint.subnetIds.length > 0 ? endpoint.subnetIds : action.subnetIds,
			groupIds: endpoint.groupIds.length > 0 ? endpoint.groupIds : action.groupIds
		};
		return {
			kind: "done",
			created: whole.id,
			patch: (before) => ({
				...before,
				endpoints: [...before.endpoints.filter((one) => one.id !== whole.id), whole]
			}),
			result: {
				kind: "done",
				endpoint: whole
			}
		};
	}
	return {
		kind: "requeue",
		facets: ["endpoints"],
		why: "EC2 returned a deleted endpoint twice",
		result: {
			kind: "token-taken",
			salt: action.salt + 1,
			spent: true
		}
	};
}
function learnZone(serviceName, refusal, { desired, observed }) {
	const zone = observed.subnets.find((one) => one.id === refusal.subnetId)?.zoneId;
	if (zone === void 0 || desired.subnetIds.length > 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t("az-none", {
		cause: `EC2 does not offer the endpoint service in the availability zone of ${refusal.subnetId ?? "a subnet"}`,
		said: `EC2: "${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.l)((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.o)(refusal.message), 500)}"`,
		fix: "Set subnet-ids to subnets in other availability zones."
	});
	return {
		kind: "requeue",
		facets: [],
		why: `EC2 does not offer the service in ${zone}, although it lists that zone`,
		result: {
			kind: "zone-refused",
			serviceName,
			zone
		}
	};
}
function creationSetback(action, { clients, journal, desired, observed }, { creation, salt }) {
	const now = clients.clock.now();
	const { serviceName } = action;
	switch (creation.kind) {
		case "token-taken": return {
			kind: "requeue",
			facets: ["endpoints"],
			why: "another run is creating the endpoint",
			result: {
				kind: "token-taken",
				salt,
				spent: false
			}
		};
		case "group-unknown": return {
			kind: "requeue",
			facets: ["groups"],
			why: "EC2 does not know the new security group yet"
		};
		case "zone-refused": return learnZone(serviceName, creation, {
			desired,
			observed
		});
		case "service-unknown":
			if (now - ((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.J)(journal, serviceName) ?? now) < 6e4) return {
				kind: "requeue",
				facets: [],
				why: `EC2 does not know ${serviceName} yet; a new service or a newly trusted account takes up to a minute to appear`,
				result: { kind: "service-unknown" }
			};
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t("service-not-visible", {
				cause: `Account ${observed.account ?? "(unknown)"} can't see endpoint service ${serviceName}`,
				said: (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.c)("EC2", creation.message, "InvalidServiceName"),
				fix: "Add this account if the cluster has trusted owners; otherwise check that this account owns the VPC and that the VPC is in the region of the service."
			});
	}
}

// src/reconcile/apply/network.ts
function underChange(endpoint) {
	return {
		...endpoint,
		state: "pending",
		rawState: "pending",
		asRead: asRead(endpoint)
	};
}
function asRead(endpoint) {
	const { rawState, privateDns } = endpoint;
	return endpoint.asRead ?? {
		rawState,
		privateDns
	};
}
async function createGroup(action, { clients, journal, desired, observed }) {
	const tags = {
		Name: action.name,
		...desired.tags,
		[_lease_js__WEBPACK_IMPORTED_MODULE_2__.vt]: _lease_js__WEBPACK_IMPORTED_MODULE_2__.yt,
		[_lease_js__WEBPACK_IMPORTED_MODULE_2__._t]: (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Rt)(journal.startedAtWall),
		[_lease_js__WEBPACK_IMPORTED_MODULE_2__.bt]: (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Lt)(action.serviceName)
	};
	if ((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Tt)(tags, Object.keys(action.claims).length)) Object.assign(tags, action.claims);
	const made = await clients.ec2.createGroup({
		vpcId: action.vpcId,
		name: action.name,
		description: action.description,
		tags
	});
	if (made.kind === "created") {
		const group = {
			id: made.groupId,
			name: action.name,
			vpcId: action.vpcId,
			ownerId: observed.account ?? "",
			tags,
			ingress: []
		};
		return {
			kind: "done",
			created: group.id,
			patch: (before) => ({
				...before,
				groups: [...before.groups, group]
			}),
			result: {
				kind: "done",
				groups: [group]
			}
		};
	}
	const holders = (await clients.ec2.groups({ vpcId: action.vpcId })).filter((group) => group.name.toLowerCase() === action.name.toLowerCase());
	const patch = (before) => ({
		...before,
		groups: [...before.groups.filter((one) => !holders.some((holder) => holder.id === one.id)), ...holders]
	});
	return {
		kind: "requeue",
		facets: [],
		why: "the security group already exists",
		patch,
		result: {
			kind: "done",
			groups: holders.filter(_lease_js__WEBPACK_IMPORTED_MODULE_2__.ht)
		}
	};
}
async function letIn({ groupId, sources }, context) {
	const { journal, clients } = context;
	const answer = await clients.ec2.authorizeIngress(groupId, sources, _index_js__WEBPACK_IMPORTED_MODULE_1__.I);
	const refusal = typeof answer === "object" && !answer.message.includes(groupId) ? answer.message : void 0;
	if (refusal !== void 0) {
		const since = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Y)(journal, groupId) ?? clients.clock.now();
		if (clients.clock.now() - since >= 6e4) throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.t("group-invalid", {
			cause: `EC2 does not know ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__.i)(sources.flatMap((one) => "groupId" in one ? [one.groupId] : []), 2)} of allowed-security-group-ids`,
			said: (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.c)("EC2, asked to add the rules", refusal, "InvalidGroup.NotFound"),
			fix: "Use groups of this VPC or of a peered VPC in this region, and list other clients in allowed-cidrs."
		});
	}
	const outcome = await changeRules(groupId, Promise.resolve(typeof answer === "object" ? "requeue" : answer), (ingress) => [...ingress, ...sources.map((source) => ({
		protocol: "tcp",
		fromPort: _index_js__WEBPACK_IMPORTED_MODULE_1__.pt,
		toPort: _index_js__WEBPACK_IMPORTED_MODULE_1__.pt,
		source,
		from: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__._t)(source),
		description: _index_js__WEBPACK_IMPORTED_MODULE_1__.I
	}))]);
	return refusal === void 0 ? outcome : {
		...outcome,
		result: { kind: "source-unknown" }
	};
}
async function changeRules(groupId, call, change) {
	if (await call === "requeue") return {
		kind: "requeue",
		facets: ["groups"],
		why: "the rules of the security group have changed since they were read"
	};
	return {
		kind: "done",
		patch: (observed) => ({
			...observed,
			groups: observed.groups.map((group) => group.id === groupId ? {
				...group,
				ingress: change(group.ingress)
			} : group)
		})
	};
}
async function modify(action, context) {
	const answer = await context.clients.ec2.modifyEndpoint(action.endpointId, action);
	if (typeof answer === "object" && answer.kind === "outdated") return outdated(action.endpointId, answer.error, context);
	if (typeof answer === "object" && answer.kind === "zone-refused") {
		const serviceName = context.observed.endpoints.find((one) => one.id === action.endpointId)?.serviceName ?? "";
		return learnZone(serviceName, answer, context);
	}
	return changeEndpoint(action.endpointId, Promise.resolve(answer), (endpoint) => ({
		...underChange(endpoint),
		subnetIds: [...endpoint.subnetIds.filter((id) => !action.removeSubnetIds.includes(id)), ...action.addSubnetIds],
		groupIds: [...endpoint.groupIds.filter((id) => !action.removeGroupIds.includes(id)), ...action.addGroupIds]
	}));
}
async function setPrivateDns({ endpointId, enabled }, context) {
	const { clients, journal } = context;
	try {
		const answer = await clients.ec2.modifyEndpoint(endpointId, { privateDns: enabled });
		if (typeof answer === "object" && answer.kind === "outdated") return outdated(endpointId, answer.error, context);
		const made = typeof answer === "object" && answer.kind === "zone-refused" ? {
			kind: "requeue",
			why: answer.message
		} : answer;
		return changeEndpoint(endpointId, Promise.resolve(made), (endpoint) => ({
			...underChange(endpoint),
			privateDns: enabled
		}));
	} catch (error) {
		if (!((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.G)(journal, _lease_js__WEBPACK_IMPORTED_MODULE_2__.ct.dnsOn(endpointId)) === void 0) || !(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error) || error.code !== "dns-conflict") throw error;
		const result = {
			kind: "name-held",
			error
		};
		return {
			kind: "requeue",
			facets: ["endpoints"],
			why: error.message,
			result
		};
	}
}
async function changeEndpoint(endpointId, call, change) {
	const answer = await call;
	if (answer !== "done") return {
		kind: "requeue",
		facets: ["endpoints"],
		why: answer === "throttled" ? "AWS throttled the request" : answer.why
	};
	return {
		kind: "done",
		patch: (observed) => ({
			...observed,
			endpoints: observed.endpoints.map((one) => one.id === endpointId ? change(one) : one)
		})
	};
}

// src/reconcile/apply/deletion.ts
function deleteEndpoint({ endpointId }, context) {
	const tags = context.observed.endpoints.find((one) => one.id === endpointId)?.tags ?? {};
	const own = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.It)(tags).filter((mark) => mark.nonce === context.journal.nonce);
	const ids = [...(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Ft)(tags).map((claim) => claim.clusterId), ...own.flatMap((mark) => mark.clusterIds)];
	context.journal.entries.push({
		kind: "releasing",
		endpointId,
		clusterIds: ids
	});
	const call = context.clients.ec2.deleteEndpoint(endpointId);
	const answer = whileDecided("DeleteVpcEndpoints", call.then(() => "done"));
	return changeEndpoint(endpointId, answer, (endpoint) => ({
		...endpoint,
		state: "deleting",
		rawState: "deleting",
		asRead: asRead(endpoint)
	}));
}
async function deleteGroup({ groupId }, { clients }) {
	const answer = await clients.ec2.deleteGroup(groupId);
	if (answer.kind === "in-use") {
		const result = {
			kind: "in-use",
			why: answer.message
		};
		return {
			kind: "requeue",
			facets: ["endpoints", "groups"],
			why: `${groupId} is still in use`,
			result
		};
	}
	return {
		kind: "done",
		patch: (observed) => ({
			...observed,
			groups: observed.groups.filter((one) => one.id !== groupId)
		})
	};
}

// src/reconcile/apply/apply.ts
async function applyStep(step, context) {
	const reads = decidedOn(step.action, context);
	try {
		const outcome = await act(step, reads.length === 0 ? context : inTime(step.action, context));
		note(outcome.result ?? { kind: outcome.kind === "done" ? "done" : "not-done" });
		return outcome;
	} catch (error) {
		const again = requeueAfter(error, step.action, {
			...context,
			reads
		});
		if (again !== void 0) {
			note(again.result);
			return again;
		}
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error) && error.code === "aws-denied" && await isGoneNow(step.action, context)) {
			note({ kind: "not-done" });
			return {
				kind: "requeue",
				facets: ["endpoints", "groups"],
				why: "it is gone"
			};
		}
		note({
			kind: "failed",
			error
		});
		throw error;
	}
	function note(result) {
		const { id, action } = step;
		const at = (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.o)(context.clients.clock);
		context.journal.entries.push({
			kind: "call",
			step: {
				id,
				action
			},
			at,
			result
		});
	}
}
function requeueAfter(error, action, { desired, reads }) {
	if (error instanceof Error && (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.i)(error)) {
		const late = `the decision for it is more than ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__._)(desired.decisionMs)} old`;
		const why = error.cause === void 0 ? late : `${late}; the last attempt failed: ${inWords(error.cause)}`;
		return {
			kind: "requeue",
			facets: [.../* @__PURE__ */ new Set([...reads, ...(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.lt)(action)])],
			why,
			result: { kind: "not-sent" }
		};
	}
	if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.i)(error)) return void 0;
	const why = error.message;
	if ("clusterRef" in action && (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Kt)(error.cause) === "locked") return {
		kind: "requeue",
		facets: [`cluster:${action.clusterRef}`, ...(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.lt)(action)],
		why,
		result: { kind: "locked" }
	};
	if (!isAnswerLost(error)) return void 0;
	return {
		kind: "requeue",
		facets: (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.lt)(action),
		unanswered: true,
		why,
		result: { kind: "unanswered" }
	};
}
async function isGoneNow(action, { clients: { ec2 } }) {
	try {
		if ("endpointId" in action) return (await ec2.endpoints({ endpointIds: [action.endpointId] })).every(_index_js__WEBPACK_IMPORTED_MODULE_1__.gt);
		return "groupId" in action && (await ec2.groups({ ids: [action.groupId] })).length === 0;
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.a)(error)) return false;
		throw error;
	}
}
function inTime(action, context) {
	const { ec2 } = context.clients;
	const bound = {
		...ec2,
		...ec2.notAfter(limitOf(action, context))
	};
	return {
		...context,
		clients: {
			...context.clients,
			ec2: bound
		}
	};
}
const LEFT_OPEN = /* @__PURE__ */ new Set(["aws-unavailable", "cloud-unavailable"]);
function isAnswerLost(error) {
	if (error.cause === void 0 || !LEFT_OPEN.has(error.code)) return false;
	return ((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Ut)(error.cause) || error.code === "cloud-unavailable" ? (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Bt)(error.cause, 0) : (0,_errors2_js__WEBPACK_IMPORTED_MODULE_0__.i)(error.cause)).failure === "transient";
}
function inWords(error) {
	const code = (0,_errors2_js__WEBPACK_IMPORTED_MODULE_0__.n)(error);
	return code === "" ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(error) : `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(error)} (${code})`;
}
function act({ action }, context) {
	switch (action.kind) {
		case "create-services": return createServices(action, context);
		case "create-group": return createGroup(action, context);
		case "authorize-ingress": return letIn(action, context);
		case "revoke-ingress": return changeRules(action.groupId, context.clients.ec2.revokeIngress(action.groupId, action.rules), (ingress) => ingress.filter((rule) => !action.rules.includes(rule)));
		case "create-endpoint": return createEndpoint(action, context);
		case "claim": return claim(action, context);
		case "unclaim": return unclaim(action, context);
		case "mark": return mark(action, context);
		case "unmark": return unmark(action, context);
		case "modify-endpoint": return modify(action, context);
		case "set-private-dns": return setPrivateDns(action, context);
		case "delete-endpoint": return deleteEndpoint(action, context);
		case "delete-group": return deleteGroup(action, context);
		case "connect": return connect(action, context);
		case "disconnect": return disconnect(action, context);
		case "trust": return trust(action, context);
		case "untrust": return untrust(action, context);
	}
}



/***/ }),

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ hasAwsCode),
/* harmony export */   c: () => (/* binding */ reasonOf),
/* harmony export */   d: () => (/* binding */ DECODE),
/* harmony export */   f: () => (/* binding */ parseDenial),
/* harmony export */   i: () => (/* binding */ classifyAwsError),
/* harmony export */   l: () => (/* binding */ REFUSED_UNSEEN),
/* harmony export */   n: () => (/* binding */ awsCode),
/* harmony export */   o: () => (/* binding */ isAwsRefusal),
/* harmony export */   r: () => (/* binding */ awsError),
/* harmony export */   s: () => (/* binding */ meaningOf),
/* harmony export */   t: () => (/* binding */ SHOW_QUOTA),
/* harmony export */   u: () => (/* binding */ refuseForeignAnswers)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8484);



// src/aws/denial.ts
const PERFORM = /not authorized to perform: ([a-z0-9-]+:\w+)/i;
const EXPLICIT = /with an explicit deny in (?:an? |the )?([\w -]+?)(?::? (arn:[^\s,]*[\w/*-]))?(?=[.,;]|\s*$|:)/i;
const IMPLICIT = /because no ([\w -]+?) allows the ([a-z0-9-]+:\w+) action/i;
const ENCODED = /Encoded authorization failure message:\s*(\S+)/;
function parseDenial(message, action) {
	const [, explicitly, policyArn] = EXPLICIT.exec(message) ?? [];
	const [, implicitly, unallowed] = IMPLICIT.exec(message) ?? [];
	return {
		action: unallowed ?? PERFORM.exec(message)?.[1] ?? action,
		policy: (explicitly ?? implicitly)?.trim(),
		policyArn,
		explicit: explicitly !== void 0,
		encoded: ENCODED.exec(message)?.[1]
	};
}
function withoutEncoded(message) {
	return message.replace(ENCODED, "Encoded authorization failure message: …");
}
function denialWords(denial) {
	const { action, policy, policyArn, explicit, encoded } = denial;
	if (policy === void 0) return undecided(action, encoded);
	const named = policyArn === void 0 ? policy : `${policy} (${policyArn.slice(policyArn.lastIndexOf("/") + 1)})`;
	const fix = explicit ? (DENIED[kindOf(policy)] ?? DENIED.other)(action, policyArn ?? `the ${policy}`) : (UNALLOWED[kindOf(policy)] ?? UNALLOWED.other)(action, policy);
	const missing = /identity/i.test(policy) ? `Missing permission: no policy of the role allows ${action}` : `Missing permission: no ${policy} allows ${action}`;
	return {
		code: "aws-denied",
		cause: explicit ? `${action} is denied by ${article(named)}` : missing,
		fix
	};
}
function kindOf(policy) {
	if (/identity/i.test(policy)) return "identity";
	if (/service control|resource control/i.test(policy)) return "organization";
	if (/boundary/i.test(policy)) return "boundary";
	if (/session/i.test(policy)) return "session";
	return /endpoint/i.test(policy) ? "endpoint" : "other";
}
const DENIED = {
	identity: (action, policy) => `Remove the Deny of ${action} from ${policy} of the role, or exempt this resource; an Allow does not override it.`,
	organization: (action, policy) => `Ask the administrators of the AWS organization to exempt this role from the Deny of ${action} in ${policy}; nothing in the account overrides it.`,
	boundary: (action, policy) => `Remove the Deny of ${action} from ${policy} of the role.`,
	session: (action, policy) => `Remove the Deny of ${action} from ${policy}, which was passed when the role was assumed (inline-session-policy or managed-session-policies of aws-actions/configure-aws-credentials).`,
	endpoint: (action, policy) => `Remove the Deny of ${action} from ${policy}: the runner reaches AWS through that VPC endpoint.`,
	other: (action, policy) => `Remove the Deny of ${action} from ${policy}.`
};
const UNALLOWED = {
	identity: (action) => `Allow ${action} in the policy of the role (README, IAM).`,
	organization: (action, policy) => `Ask the administrators of the AWS organization to allow ${action} in a ${policy} of the account; the policy of the role can't.`,
	boundary: (action) => `Allow ${action} in the permissions boundary of the role; its own policy alone is not enough.`,
	session: (action) => `Allow ${action} in the session policy that was passed when the role was assumed (inline-session-policy or managed-session-policies of aws-actions/configure-aws-credentials).`,
	endpoint: (action) => `Allow ${action} in the policy of the VPC endpoint through which the runner reaches AWS; the policy of the role can't.`,
	other: (action, policy) => `Allow ${action} in the ${policy}.`
};
const DECODE = "aws sts decode-authorization-message";
function undecided(action, encoded) {
	const decode = `${DECODE} --query DecodedMessage --output text --encoded-message ${encoded}`;
	return {
		code: "aws-denied",
		cause: `AWS denies ${action} and does not say which policy does`,
		fix: encoded === void 0 ? `Look up the denied ${action} in CloudTrail. If no policy of the role allows it, allow it (README, IAM).` : `Run the command in the log, with credentials that allow it: its output names the Deny. If it names none, allow ${action} in the policy of the role (README, IAM).`,
		...encoded === void 0 ? {} : { details: [decode] }
	};
}
function article(noun) {
	return /^[aeio]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

// src/aws/foreign-answers.ts
function isForeignAnswer(error) {
	return error instanceof Error && error.name === "ForeignAnswer";
}
function hostOfError(error) {
	return error instanceof Error && "sentTo" in error && typeof error.sentTo === "string" ? error.sentTo : "";
}
function refuseForeignAnswers(client) {
	const { middlewareStack } = client;
	middlewareStack.add((next) => async (args) => {
		const { hostname = "" } = args.request;
		const result = await next(args).catch((error) => {
			throw sentTo(error, hostname);
		});
		const { statusCode = 0, headers = {} } = result.response ?? {};
		if (headers["x-amzn-requestid"] !== void 0 || /\bxml\b/i.test(headers["content-type"] ?? "")) return result;
		throw sentTo(foreignAnswer({
			statusCode,
			headers
		}), hostname);
	}, {
		step: "deserialize",
		priority: "low",
		name: "refuseForeignAnswers"
	});
	middlewareStack.add((next) => async (args) => {
		try {
			return await next(args);
		} catch (error) {
			if (!(error instanceof Error) || !("$responseBodyText" in error) || !("$response" in error)) throw error;
			const { hostname = "" } = args.request;
			throw sentTo(foreignAnswer(error.$response), hostname);
		}
	}, {
		step: "deserialize",
		priority: "high",
		name: "refuseUnreadableAnswers"
	});
	return client;
}
function foreignAnswer({ statusCode = 0, headers = {} }) {
	const contentType = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.r)(headers["content-type"]);
	const told = `HTTP ${statusCode} with ${contentType}, which is not an answer from AWS`;
	const $metadata = { httpStatusCode: statusCode };
	return Object.assign(new Error(told), {
		name: "ForeignAnswer",
		$metadata,
		contentType
	});
}
function sentTo(error, host) {
	if (error instanceof Error && host !== "") Object.assign(error, { sentTo: host });
	return error;
}

// src/aws/refusals.ts
const SENT_AGAIN = /* @__PURE__ */ new Set(["rate", "not-now"]);
const REFUSED_UNSEEN = "RefusedUnseen";
const EC2_ERRORS = "EC2 API reference, Error codes";
const STS_ERRORS = "STS API reference, Common errors";
const TOKEN_REFUSED = [
	"InvalidIdentityToken",
	"InvalidIdentityTokenException",
	"IDPRejectedClaim",
	"IDPRejectedClaimException"
];
const REFUSALS = [
	{
		meaning: "rate",
		codes: [
			...[
				"RequestLimitExceeded",
				"Throttling",
				"ThrottlingException",
				"ThrottledException",
				"EC2ThrottledException"
			],
			...[
				"RequestThrottled",
				"RequestThrottledException",
				"TooManyRequestsException",
				"SlowDown"
			],
			...["BandwidthLimitExceeded", "PriorRequestNotComplete"]
		],
		source: "AWS SDK, throttling error codes; EC2 API request throttling"
	},
	{
		meaning: "not-now",
		codes: [...[
			"Unavailable",
			"ConcurrentTagAccess",
			"IDPCommunicationError",
			"IDPCommunicationErrorException"
		], REFUSED_UNSEEN],
		source: `${EC2_ERRORS}; STS AssumeRoleWithWebIdentity; src/aws/signature-retry.ts`
	},
	{
		meaning: "not-now",
		codes: TOKEN_REFUSED,
		words: /couldn['’]?t retrieve verification key/i,
		source: "aws/aws-cli 7194; aws-actions/configure-aws-credentials 299; awslabs/aws-sdk-rust 827: passes by itself"
	},
	{
		meaning: "thumbprint",
		codes: TOKEN_REFUSED,
		words: /thumbprint/i,
		source: "aws-actions/configure-aws-credentials 357, 579"
	},
	{
		meaning: "provider-missing",
		codes: TOKEN_REFUSED,
		words: /no OpenID ?Connect provider/i,
		source: "aws-actions/configure-aws-credentials 280, 721"
	},
	{
		meaning: "audience",
		codes: TOKEN_REFUSED,
		words: /\baudience\b|\baud\b/i,
		source: "aws-actions/configure-aws-credentials 1309; guardian/cdk 1944"
	},
	{
		meaning: "session-over",
		codes: TOKEN_REFUSED,
		words: /expired|not yet valid|not active|before (the )?(not|expiration)/i,
		source: "STS AssumeRoleWithWebIdentity, Errors (that this code is used for it is inferred)"
	},
	{
		meaning: "claim-missing",
		codes: TOKEN_REFUSED,
		words: /must include|missing .*claim|claim .*missing|required claim/i,
		source: "STS: \"Token must include the sub claim\" (the other words are inferred)"
	},
	{
		meaning: "issuer",
		codes: TOKEN_REFUSED,
		words: /\bissuer\b|\biss\b/i,
		source: "STS AssumeRoleWithWebIdentity (inferred)"
	},
	{
		meaning: "token-invalid",
		codes: TOKEN_REFUSED,
		source: "STS AssumeRoleWithWebIdentity, Errors"
	},
	{
		meaning: "busy",
		codes: ["OperationInProgress"],
		source: "hashicorp/terraform-provider-aws 42875, PR 42884, PR 48364 (ModifyVpcEndpoint; the other calls are inferred)"
	},
	{
		meaning: "busy",
		codes: ["InvalidParameter", "InvalidParameterValue"],
		words: /idempotent operation going on/i,
		source: "mongodb/terraform-provider-mongodbatlas 590"
	},
	{
		meaning: "busy",
		calls: ["ModifyVpcEndpoint", "DeleteVpcEndpoints"],
		codes: ["IncorrectState", "InvalidState"],
		source: `${EC2_ERRORS} (that these calls use them is inferred)`
	},
	{
		meaning: "busy",
		calls: ["ModifyVpcEndpoint", "DeleteVpcEndpoints"],
		codes: ["OperationNotPermitted"],
		words: /state|pending|in progress/i,
		source: `${EC2_ERRORS} (inferred)`
	},
	{
		meaning: "not-accepted",
		calls: ["ModifyVpcEndpoint"],
		words: /private DNS can(not be enabled until| only be enabled after).*accepted/i,
		source: "hashicorp/terraform-provider-aws 7148, PR 37628 (that it passes where both sides are available is inferred)"
	},
	{
		meaning: "outdated",
		calls: ["ModifyVpcEndpoint"],
		codes: ["InvalidParameter", "InvalidParameterValue"],
		words: /not associated/i,
		source: "inferred from EC2’s words for groups and subnets that an endpoint lacks"
	},
	{
		meaning: "outdated",
		calls: ["ModifyVpcEndpoint"],
		codes: ["DuplicateSubnetsInSameZone"],
		source: EC2_ERRORS
	},
	{
		meaning: "endpoint-gone",
		codes: ["InvalidVpcEndpointId.NotFound", "InvalidVpcEndpoint.NotFound"],
		source: `${EC2_ERRORS}; DeleteVpcEndpoints has the second spelling`
	},
	{
		meaning: "group-gone",
		codes: [
			"InvalidGroup.NotFound",
			"InvalidGroupId.NotFound",
			"InvalidSecurityGroupID.NotFound"
		],
		source: EC2_ERRORS
	},
	{
		meaning: "group-exists",
		codes: ["InvalidGroup.Duplicate"],
		source: EC2_ERRORS
	},
	{
		meaning: "rule-exists",
		codes: ["InvalidPermission.Duplicate"],
		source: EC2_ERRORS
	},
	{
		meaning: "rule-gone",
		codes: ["InvalidPermission.NotFound"],
		source: EC2_ERRORS
	},
	{
		meaning: "in-use",
		calls: ["DeleteSecurityGroup"],
		codes: ["DependencyViolation", "InvalidGroup.InUse"],
		source: EC2_ERRORS
	},
	{
		meaning: "token-taken",
		calls: ["CreateVpcEndpoint"],
		codes: ["IdempotentParameterMismatch"],
		source: "EC2 API reference, Ensuring idempotency"
	},
	{
		meaning: "service-unknown",
		calls: ["CreateVpcEndpoint"],
		codes: ["InvalidServiceName"],
		source: EC2_ERRORS
	},
	{
		meaning: "zone-refused",
		words: /does not support the availability zone of the subnet/i,
		source: "hashicorp/terraform-provider-aws 13387"
	},
	{
		meaning: "dns-conflict",
		words: /conflicting DNS domain/i,
		source: "hashicorp/terraform-provider-aws 17535"
	},
	{
		meaning: "dns-name-missing",
		words: /does not provide a private DNS name|has not verified the private DNS name/i,
		source: "AWS PrivateLink guide, Manage DNS names"
	},
	{
		meaning: "vpc-dns-off",
		words: /enableDnsSupport|enableDnsHostnames/i,
		source: "AWS PrivateLink guide, Manage DNS names"
	},
	{
		meaning: "denied",
		codes: [
			"UnauthorizedOperation",
			"AccessDenied",
			"AccessDeniedException"
		],
		source: EC2_ERRORS
	},
	{
		meaning: "session-over",
		codes: [
			"RequestExpired",
			"ExpiredToken",
			"ExpiredTokenException"
		],
		source: STS_ERRORS
	},
	{
		meaning: "bad-credentials",
		codes: [
			"AuthFailure",
			"InvalidClientTokenId",
			"SignatureDoesNotMatch",
			"UnrecognizedClientException"
		],
		source: `${STS_ERRORS}; ${EC2_ERRORS}`
	},
	{
		meaning: "quota",
		codes: [...[
			"VpcEndpointLimitExceeded",
			"SecurityGroupLimitExceeded",
			"RulesPerSecurityGroupLimitExceeded"
		], ...[
			"SecurityGroupsPerInterfaceLimitExceeded",
			"NetworkInterfaceLimitExceeded",
			"ResourceLimitExceeded"
		]],
		source: EC2_ERRORS
	},
	{
		meaning: "subnet-full",
		codes: ["InsufficientFreeAddressesInSubnet"],
		source: EC2_ERRORS
	},
	{
		meaning: "tag-limit",
		codes: ["TagLimitExceeded"],
		source: EC2_ERRORS
	}
];
function refusalMeaning({ code, message }, call = "") {
	const fits = ({ calls, codes, words }) => (calls === void 0 || calls.includes(call)) && (codes === void 0 || codes.some((one) => one.toLowerCase() === code.toLowerCase())) && (words === void 0 || words.test(message));
	return REFUSALS.find(fits)?.meaning;
}

// src/aws/errors.ts
function isAwsRefusal(error) {
	return error instanceof Error && "$metadata" in error && typeof error.$metadata === "object" && error.$metadata !== null;
}
function awsCode(error) {
	if (!isAwsRefusal(error)) return "";
	return "Code" in error && typeof error.Code === "string" ? error.Code : error.name;
}
function hasAwsCode(error, ...codes) {
	const code = awsCode(error).toLowerCase();
	return codes.some((one) => one.toLowerCase() === code);
}
function meaningOf(error, call = "") {
	return isAwsRefusal(error) ? refusalMeaning({
		code: awsCode(error),
		message: error.message
	}, call) : void 0;
}
function reasonOf(error) {
	if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error)) return (error.message.split("\n")[0] ?? "").replace(/\.$/, "");
	if (isForeignAnswer(error)) return `HTTP ${error.$metadata.httpStatusCode}, ${error.contentType}`;
	const problem = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.n)(error);
	return statusOf(error) === void 0 && problem !== void 0 ? problem.words : awsCode(asAnswered(error)) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error);
}
function asAnswered(error) {
	return isAwsRefusal(error) && error.name === "RefusedUnseen" && error.cause !== void 0 ? error.cause : error;
}
function classifyAwsError(error) {
	if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error)) return { failure: "final" };
	const meaning = meaningOf(error);
	if (meaning !== void 0 && SENT_AGAIN.has(meaning)) return { failure: "throttled" };
	const status = statusOf(error);
	if (status === 429) return { failure: isForeignAnswer(error) ? "transient" : "throttled" };
	if (status !== void 0 && (status >= 500 || status === 408)) return { failure: "transient" };
	const problem = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.n)(error);
	if (problem !== void 0) return problem;
	if (status !== void 0 && status < 300) return { failure: "transient" };
	return { failure: "final" };
}
function statusOf(error) {
	return isAwsRefusal(error) ? error.$metadata.httpStatusCode : void 0;
}
function awsError(thrown, action, doing) {
	const error = asAnswered(thrown);
	const who = serviceOf(action);
	if (isForeignAnswer(error)) return inBetween(error, who, doing);
	if (!isAwsRefusal(error) || statusOf(error) === void 0) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("aws-unavailable", (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.t)(error, {
		who,
		doing,
		host: hostOfError(error)
	}), { cause: error });
	const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.c)(`${who}, asked to ${doing}`, withoutEncoded(error.message), awsCode(error));
	const { code, ...words } = wordsFor(error, action);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t(code, {
		...words,
		said
	}, { cause: error });
}
function inBetween(error, who, doing) {
	const status = error.$metadata.httpStatusCode;
	const cause = `The answer is not from ${who}: HTTP ${status}, ${error.contentType}`;
	const fix = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.i)(status, "Check the proxy, firewall or sign-in page between the runner and AWS, and name the host in NO_PROXY where it needs no proxy.");
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("aws-unavailable", {
		cause,
		said: `Asked to ${doing} at ${hostOfError(error)}`,
		fix
	}, { cause: error });
}
function wordsFor(error, action) {
	const code = awsCode(error);
	const meaning = meaningOf(error, action.replace(/^\w+:/, ""));
	switch (meaning) {
		case "denied": return denialWords(parseDenial(error.message, action));
		case "session-over":
		case "bad-credentials": return {
			code: "aws-credentials-invalid",
			cause: `AWS does not accept the credentials: ${code}`,
			fix: meaning === "session-over" ? "Set role-to-assume, so that the action renews its session, or request a longer session in the step that signs in. Check the runner's clock." : "Check that they are not expired, belong to this partition and that the clock of the runner is right."
		};
		case "quota": return quotaWords(code, error.message);
		case "subnet-full":
		case "tag-limit":
		case "dns-conflict":
		case "dns-name-missing":
		case "vpc-dns-off": return FIXED[meaning];
	}
	if (meaning === "busy" || classifyAwsError(error).failure !== "final") return {
		code: "aws-unavailable",
		cause: `AWS kept refusing ${action}: ${code}`,
		fix: "Run again later; every run continues from what exists."
	};
	return {
		code: "aws-refused",
		cause: `AWS refused ${action}: ${code}`,
		fix: "Fix what its message above names; the troubleshooting page lists the known ones."
	};
}
const QUOTAS = {
	VpcEndpointLimitExceeded: ["Interface VPC endpoints per VPC", "L-29B6F2EB"],
	SecurityGroupLimitExceeded: ["VPC security groups per Region", "L-E79EC296"],
	RulesPerSecurityGroupLimitExceeded: ["Inbound or outbound rules per security group", "L-0EA8095F"]
};
const SHOW_QUOTA = "aws service-quotas get-service-quota --service-code vpc";
function quotaWords(refusal, message) {
	const [name, quota] = QUOTAS[refusal] ?? [];
	const limit = /\b(?:is|of|to|than|limit|maximum|max)\b[:\s(]*(\d{1,6})\b/i.exec(message)?.[1];
	const which = name === void 0 ? `A quota of the AWS account is reached (${refusal})` : `Quota reached: ${name}`;
	return {
		code: "aws-quota",
		cause: limit === void 0 ? which : `${which}; the limit is ${limit}`,
		fix: `Delete what is not needed, or request a higher quota in Service Quotas${quota === void 0 ? "" : ` (Amazon VPC, ${quota})`}.`,
		details: quota === void 0 ? [] : [`${SHOW_QUOTA} --quota-code ${quota} --query Quota.Value`]
	};
}
const FIXED = {
	"subnet-full": {
		code: "subnet-full",
		cause: "A subnet has no free IP address",
		fix: "Name subnets with free addresses in subnet-ids."
	},
	"tag-limit": {
		code: "tag-limit",
		cause: "No more tags fit on the resource",
		fix: "Use endpoint-id (attach only) for further environments; it needs no claims."
	},
	"dns-conflict": {
		code: "dns-conflict",
		cause: "Another endpoint or private hosted zone of the VPC already answers for the private DNS name",
		fix: "Find it with the commands in docs/troubleshooting.md and remove it, or set private-dns: false."
	},
	"dns-name-missing": {
		code: "dns-name-missing",
		cause: "The endpoint service has no private DNS name, or has not verified it",
		fix: "Set private-dns: false and ask Cockroach Labs support about the private DNS name of the service."
	},
	"vpc-dns-off": {
		code: "vpc-dns-off",
		cause: "Private DNS needs enableDnsSupport and enableDnsHostnames, and one of them is off in the VPC",
		fix: "Turn on enableDnsSupport and enableDnsHostnames of the VPC, or set private-dns: false."
	}
};
function serviceOf(action) {
	return action.startsWith("sts:") ? "STS" : "EC2";
}



/***/ })

};
