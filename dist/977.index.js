export const id = 977;
export const ids = [977];
export const modules = {

/***/ 977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweep: () => (/* binding */ sweep),
/* harmony export */   sweepFailure: () => (/* binding */ sweepFailure)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5640);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1894);
/* harmony import */ var _planner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(273);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2039);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2396);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3198);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3554);








// src/operations/sweep/task.ts
async function carryOut(task, request, deps) {
	const { resource, vpcId } = task;
	const row = ({ what, command }, outcome, why) => ({
		what,
		resource,
		vpcId,
		outcome,
		why,
		...command === void 0 ? {} : { command }
	});
	const kept = task.kept.map((one) => row(one, "kept", one.why));
	if (task.goal === void 0) return kept;
	const actions = [];
	try {
		const own = {
			desired: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.E)(request, task.goal, deps.home),
			journal: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.G)(deps.nonce, deps.started),
			wait: true,
			listener: prefixed(deps.listener, {
				resource,
				actions
			}),
			plan: _planner_js__WEBPACK_IMPORTED_MODULE_2__.t
		};
		const { end, observed } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.D)(request, deps, own));
		return [...task.going.map((one) => {
			const stays = whyItStays(one, task, observed);
			if (end === "planned") return row(one, "would be swept", one.why);
			return stays === "" ? {
				...row(one, "swept", one.why),
				removal: {
					actions,
					observed
				}
			} : row(one, "kept", `${one.why}, but ${stays}`);
		}), ...kept];
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.i)(error) && error.code === "cancelled") throw error;
		const why = (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.i)(error) ? error.message : (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.r)(error);
		return [...task.going.map((one) => ({
			...row(one, "failed", why),
			...(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.i)(error) ? { error } : {}
		})), ...kept];
	}
}
function whyItStays({ claimKey }, { resource }, { endpoints, groups }) {
	if (groups.some((group) => group.id === resource)) {
		const user = endpoints.find((one) => one.state !== "deleted" && one.groupIds.includes(resource));
		return user === void 0 ? "it has changed since this action created it" : `${user.id} uses it`;
	}
	const endpoint = endpoints.find((one) => one.id === resource && !(0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(one));
	if (endpoint === void 0 || claimKey !== void 0 && endpoint.tags[claimKey] === void 0) return "";
	return (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__.y)(endpoint.tags).length === 0 ? `EC2 reports it as ${endpoint.rawState} now` : "it was used again meanwhile";
}
function prefixed(listener, { resource, actions }) {
	let observed;
	const line = (text) => listener.info(`[${resource}] ${text}`);
	return {
		...listener,
		planned(_plan, seen) {
			observed = seen;
		},
		stepEnded(step, outcome, ms) {
			if (outcome !== void 0 && outcome !== "cancelled" && outcome.kind === "done") actions.push(step.action);
			const seen = observed === void 0 ? step : {
				...step,
				observed
			};
			listener.stepEnded(seen, outcome, ms);
		},
		waiting(wait, seen) {
			if (seen !== void 0 && wait.kind !== "confirm") line(`… Waiting for ${wait.what}: ${seen}`);
		},
		heartbeat: (waits) => line(`… Waiting for ${waits.map((wait) => `${wait.what} (${wait.seen})`).join("; ")}`),
		info: line
	};
}

// src/operations/sweep/sweep.ts
const MOST_AT_ONCE = 8;
async function sweep(request, deps) {
	const { clients, listener } = deps;
	const { vpcId } = request;
	const home = { account: clients.account() };
	const [account, endpoints, groups] = await Promise.all([
		home.account,
		clients.ec2.endpoints({
			tagKey: _claims_js__WEBPACK_IMPORTED_MODULE_4__.n,
			...vpcId === void 0 ? {} : { vpcId }
		}),
		clients.ec2.groups({
			tagKey: _claims_js__WEBPACK_IMPORTED_MODULE_4__.n,
			...vpcId === void 0 ? {} : { vpcId }
		})
	]).catch(async (error) => {
		throw await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.J)(error, request, home);
	});
	const problem = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Y)(account, request.allowedAccountIds);
	if (problem !== void 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.t(problem.code, problem);
	const rules = {
		...deps.home,
		graceMs: request.sweepGraceMs,
		wallNow: clients.clock.wall()
	};
	const ours = endpoints.filter((one) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__.mt)(one) && one.state !== "deleted");
	const ownGroups = groups.filter(_lease_js__WEBPACK_IMPORTED_MODULE_3__.ht);
	listener.info(`Found ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__.r)(ours.length, "VPC endpoint")} and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__.r)(ownGroups.length, "security group")} of this action in ${vpcId ?? request.region}. Connections made with endpoint-id have no claims, so sweep does not cover them.`);
	const liveRefs = await lookUp(ours.flatMap((one) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__.y)(one.tags)), rules, deps);
	listener.stateRead();
	const tasks = [
		...await Promise.all(ours.map((endpoint) => endpointTask(endpoint, {
			rules,
			liveRefs,
			groups,
			request,
			deps
		}))),
		...(await groupsOfNobody(ownGroups, endpoints, clients)).map((group) => groupTask(group, rules)),
		...endpoints.flatMap((one) => keptTask((0,_types_js__WEBPACK_IMPORTED_MODULE_0__.a)(one) ? void 0 : (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__.ut)(one), one, "VPC endpoint")),
		...groups.flatMap((one) => keptTask((0,_lease_js__WEBPACK_IMPORTED_MODULE_3__.dt)(one), one, "security group"))
	];
	return {
		rows: (await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(tasks, MOST_AT_ONCE, (task) => carryOut(task, request, deps))).flat(),
		account: account ?? ""
	};
}
async function groupsOfNobody(groups, ours, { ec2 }) {
	const unused = (0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.c)(groups, ours);
	const vpcIds = [...new Set(unused.map((group) => group.vpcId))];
	const all = await Promise.all(vpcIds.map((vpcId) => ec2.endpoints({ vpcId })));
	return (0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.c)(unused, all.flat());
}
const SWEPT_AGAIN = "Run again; the table in the summary lists what remains and why.";
function nameOfRow(row) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__._)(row) ? row.what : `${row.what} on ${row.resource}`;
}
function sweepFailure(rows) {
	const failed = rows.filter((row) => row.outcome === "failed");
	const [first] = failed;
	if (first === void 0) return void 0;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_5__.t("sweep-incomplete", {
		cause: `${failed.length} of ${rows.filter((row) => row.outcome !== "kept").length} could not be swept: ${nameOfRow(first)}`,
		said: first.why,
		fix: first.error?.fix ?? SWEPT_AGAIN,
		details: failed.map((row) => `${nameOfRow(row)}: ${row.why}`),
		problems: failed.map((row) => ({
			code: "sweep-incomplete",
			cause: `Not swept: ${nameOfRow(row)}\n${row.why}`,
			fix: row.error?.fix ?? SWEPT_AGAIN
		}))
	}, { cause: first.error });
}
async function lookUp(claims, rules, { home, context }) {
	const own = claims.filter((claim) => (0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.i)(claim, rules));
	if (own.length === 0) return {
		branches: /* @__PURE__ */ new Set(),
		pulls: /* @__PURE__ */ new Map()
	};
	const [api, { liveBranches, pullRequestState }] = await Promise.all([(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.x)(context), __webpack_require__.e(/* import() */ 450).then(__webpack_require__.bind(__webpack_require__, 8450))]);
	const numbers = new Set(own.map((claim) => (0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.s)(claim, rules)).filter((one) => one !== void 0));
	const branches = own.some((claim) => claim.kind === "branch") ? await liveBranches(api, home) : /* @__PURE__ */ new Set();
	const pulls = /* @__PURE__ */ new Map();
	for (const number of numbers) pulls.set(number, await pullRequestState(api, {
		...home,
		number
	}));
	return {
		branches,
		pulls
	};
}
async function endpointTask(endpoint, { rules, liveRefs, groups, request, deps }) {
	const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__.y)(endpoint.tags);
	const judged = claims.filter((claim) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__.l)(claim, rules)).map((claim) => ({
		claim,
		...(0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.a)(claim, rules, liveRefs)
	}));
	const cost = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.y)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.v)(endpoint.subnetIds.length));
	const gone = judged.filter((one) => one.gone);
	const place = {
		vpcId: endpoint.vpcId,
		resource: endpoint.id
	};
	const rowOf = ({ claim, why }) => ({
		what: claim.name || "an unreadable claim",
		why,
		claimKey: claim.key
	});
	const foreign = (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__.d)(claims, rules).map(({ name, whose, lastUsed }) => ({
		what: name,
		why: `${whose}; ${lastUsed}; ${cost}`,
		claimKey: void 0
	}));
	const kept = [...judged.filter((one) => !one.gone).map(rowOf), ...foreign];
	const leave = (some) => ({
		kind: "leave-endpoint",
		vpcId: endpoint.vpcId,
		endpointId: endpoint.id,
		claims: Object.fromEntries(some.map((claim) => [claim.key, claim.value]))
	});
	if (gone.length > 0) return {
		...place,
		goal: leave(gone.map((one) => one.claim)),
		going: gone.map(rowOf),
		kept
	};
	if (claims.length === 0 && (0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.o)(endpoint, groups, "")) {
		const why = `no environment claims it; EC2 reports it as ${endpoint.rawState}; ${cost}`;
		const command = `aws ec2 delete-vpc-endpoints --region ${request.region} --vpc-endpoint-ids ${endpoint.id}`;
		return {
			...place,
			goal: void 0,
			going: [],
			kept: [{
				what: `VPC endpoint ${endpoint.id}`,
				why,
				claimKey: void 0,
				command
			}]
		};
	}
	const orphan = await orphanReason(endpoint, rules, deps);
	if (orphan === void 0) return {
		...place,
		goal: void 0,
		going: [],
		kept
	};
	const row = {
		what: `VPC endpoint ${endpoint.id}`,
		why: orphan.why,
		claimKey: void 0
	};
	if (!orphan.gone) return {
		...place,
		goal: void 0,
		going: [],
		kept: [...kept, row]
	};
	return {
		...place,
		goal: leave(claims),
		going: [row],
		kept: []
	};
}
async function orphanReason(endpoint, rules, deps) {
	const claimless = (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__.y)(endpoint.tags).length === 0;
	const clusters = (0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.r)(endpoint, rules);
	if (!claimless && (clusters === void 0 || !await areGone(clusters, deps))) return void 0;
	const why = claimless ? "no environment claims it" : "its clusters are deleted";
	return aged((0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.n)(endpoint, rules.wallNow), why, rules);
}
async function areGone(clusterIds, { clients: { cloud } }) {
	try {
		return (await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gt)(cloud, clusterIds)).size === clusterIds.length;
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__.a)(error)) throw error;
		return false;
	}
}
function keptTask(mismatch, { id, vpcId }, kind) {
	if (mismatch === void 0) return [];
	return [{
		vpcId,
		resource: id,
		goal: void 0,
		going: [],
		kept: [{
			what: `${kind} ${id}`,
			why: `not managed: ${mismatch.why}`,
			claimKey: void 0
		}]
	}];
}
function groupTask(group, rules) {
	const { gone, why } = aged((0,_planner_js__WEBPACK_IMPORTED_MODULE_2__.n)(group, rules.wallNow), "no VPC endpoint uses it", rules);
	const row = {
		what: `security group ${group.id}`,
		why,
		claimKey: void 0
	};
	return {
		vpcId: group.vpcId,
		resource: group.id,
		goal: gone ? {
			kind: "leave-group",
			vpcId: group.vpcId,
			groupId: group.id
		} : void 0,
		going: gone ? [row] : [],
		kept: gone ? [] : [row]
	};
}
function aged(ageMs, why, { graceMs }) {
	if (ageMs === void 0) return {
		gone: false,
		why: `${why}, but its tag has no creation time`
	};
	if (ageMs >= graceMs) return {
		gone: true,
		why: `${why}; created ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.b)(ageMs)} ago`
	};
	return {
		gone: false,
		why: `${why}, but it was created ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.b)(ageMs)} ago; the grace period is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.b)(graceMs)}`
	};
}



/***/ })

};
