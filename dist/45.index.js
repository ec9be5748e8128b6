export const id = 45;
export const ids = [45];
export const modules = {

/***/ 3045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyStep: () => (/* binding */ applyStep)
/* harmony export */ });
/* harmony import */ var _errors2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5640);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2039);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1894);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3198);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9785);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2396);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3554);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7598);










// src/reconcile/apply/outcome.ts
const PROPAGATION_MS = 6e4;
async function whileDecided(name, call) {
	try {
		return await call;
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(error)) throw error;
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
	const at = (0,_moment_js__WEBPACK_IMPORTED_MODULE_7__.o)(clients.clock);
	for (const value of Object.values(action.tags)) journal.entries.push({
		kind: "marking",
		value,
		at
	});
	try {
		if (await clients.ec2.setTags(ids, action.tags) === "requeue") return notThere(ids.join(" or "));
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(error) && error.code === "tag-limit") return outdated(action.endpointId, error, context);
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
		now: (0,_moment_js__WEBPACK_IMPORTED_MODULE_7__.o)(clients.clock)
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
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(error) || (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Tt)(error.cause) !== "endpoint-unknown") throw error;
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
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(error) || !GOES_ON[desired.goal.kind]) throw error;
		const locked = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.vt)(error.cause, 0).failure === "throttled";
		if (!(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.St)(error) && !locked) throw error;
		const result = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.St)(error) ? {
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
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_6__.createHash)("sha256").update(JSON.stringify([...parts, salt])).digest("hex");
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
		if ((0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(endpoint) || observed.endpoints.some((one) => one.id === endpoint.id && (0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(one))) {
			context.log(`EC2 returned ${endpoint.id}, which is deleted; retrying with another client token`);
			continue;
		}
		if (!(0,_claims_js__WEBPACK_IMPORTED_MODULE_5__.y)(endpoint.tags).some((claim) => claim.nonce === journal.nonce) && endpoint.createdAt > 0 && endpoint.createdAt < clients.clock.wall() - REPLAY_AGE_MS) return {
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
	if (zone === void 0 || desired.subnetIds.length > 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t("az-none", {
		cause: `EC2 does not offer the endpoint service in the availability zone of ${refusal.subnetId ?? "a subnet"}`,
		said: `EC2: "${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.l)((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.o)(refusal.message), 500)}"`,
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
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t("service-not-visible", {
				cause: `Account ${observed.account ?? "(unknown)"} can't see endpoint service ${serviceName}`,
				said: (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.c)("EC2", creation.message, "InvalidServiceName"),
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
		[_claims_js__WEBPACK_IMPORTED_MODULE_5__.n]: _claims_js__WEBPACK_IMPORTED_MODULE_5__.r,
		[_claims_js__WEBPACK_IMPORTED_MODULE_5__.t]: (0,_claims_js__WEBPACK_IMPORTED_MODULE_5__.C)(journal.startedAtWall),
		[_claims_js__WEBPACK_IMPORTED_MODULE_5__.i]: (0,_claims_js__WEBPACK_IMPORTED_MODULE_5__.S)(action.serviceName)
	};
	if ((0,_claims_js__WEBPACK_IMPORTED_MODULE_5__.l)(tags, Object.keys(action.claims).length)) Object.assign(tags, action.claims);
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
	const answer = await clients.ec2.authorizeIngress(groupId, sources, _index_js__WEBPACK_IMPORTED_MODULE_3__.z);
	const refusal = typeof answer === "object" && !answer.message.includes(groupId) ? answer.message : void 0;
	if (refusal !== void 0) {
		const since = (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Y)(journal, groupId) ?? clients.clock.now();
		if (clients.clock.now() - since >= 6e4) throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t("group-invalid", {
			cause: `EC2 does not know ${(0,_text_js__WEBPACK_IMPORTED_MODULE_8__.i)(sources.flatMap((one) => "groupId" in one ? [one.groupId] : []), 2)} of allowed-security-group-ids`,
			said: (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.c)("EC2, asked to add the rules", refusal, "InvalidGroup.NotFound"),
			fix: "Use groups of this VPC or of a peered VPC in this region, and list other clients in allowed-cidrs."
		});
	}
	const outcome = await changeRules(groupId, Promise.resolve(typeof answer === "object" ? "requeue" : answer), (ingress) => [...ingress, ...sources.map((source) => ({
		protocol: "tcp",
		fromPort: _types_js__WEBPACK_IMPORTED_MODULE_1__.t,
		toPort: _types_js__WEBPACK_IMPORTED_MODULE_1__.t,
		source,
		from: (0,_types_js__WEBPACK_IMPORTED_MODULE_1__.o)(source),
		description: _index_js__WEBPACK_IMPORTED_MODULE_3__.z
	}))]);
	if (refusal === void 0 || outcome.kind !== "requeue") return outcome;
	return {
		...outcome,
		why: `EC2 does not know a source of the rules yet: ${refusal}`,
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
		if (!((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.G)(journal, _lease_js__WEBPACK_IMPORTED_MODULE_2__.ct.dnsOn(endpointId)) === void 0) || !(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(error) || error.code !== "dns-conflict") throw error;
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
	const own = (0,_claims_js__WEBPACK_IMPORTED_MODULE_5__.b)(tags).filter((mark) => mark.nonce === context.journal.nonce);
	const ids = [...(0,_claims_js__WEBPACK_IMPORTED_MODULE_5__.y)(tags).map((claim) => claim.clusterId), ...own.flatMap((mark) => mark.clusterIds)];
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
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(error) && error.code === "aws-denied" && await isGoneNow(step.action, context)) {
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
		const at = (0,_moment_js__WEBPACK_IMPORTED_MODULE_7__.o)(context.clients.clock);
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
	if (error instanceof Error && (0,_moment_js__WEBPACK_IMPORTED_MODULE_7__.i)(error)) {
		const late = `the decision for it is more than ${(0,_index_js__WEBPACK_IMPORTED_MODULE_3__.b)(desired.decisionMs)} old`;
		const why = error.cause === void 0 ? late : `${late}; the last attempt failed: ${inWords(error.cause)}`;
		return {
			kind: "requeue",
			facets: [.../* @__PURE__ */ new Set([...reads, ...(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.lt)(action)])],
			why,
			result: { kind: "not-sent" }
		};
	}
	if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.i)(error)) return void 0;
	const why = error.message;
	if ("clusterRef" in action && (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Tt)(error.cause) === "locked") return {
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
		if ("endpointId" in action) return (await ec2.endpoints({ endpointIds: [action.endpointId] })).every(_types_js__WEBPACK_IMPORTED_MODULE_1__.a);
		return "groupId" in action && (await ec2.groups({ ids: [action.groupId] })).length === 0;
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(error)) return false;
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
	return ((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.xt)(error.cause) || error.code === "cloud-unavailable" ? (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.vt)(error.cause, 0) : (0,_errors2_js__WEBPACK_IMPORTED_MODULE_0__.i)(error.cause)).failure === "transient";
}
function inWords(error) {
	const code = (0,_errors2_js__WEBPACK_IMPORTED_MODULE_0__.n)(error);
	return code === "" ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)(error) : `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.r)(error)} (${code})`;
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



/***/ })

};
