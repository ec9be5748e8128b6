export const id = 977;
export const ids = [977];
export const modules = {

/***/ 977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweep: () => (/* binding */ sweep),
/* harmony export */   sweepFailure: () => (/* binding */ sweepFailure)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(125);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3198);
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7068);




// src/reconcile/departure/sweep-judgement.ts
/** True for claims of this repository whose environment may be swept at all. */
function isSweepable(claim, rules) {
	return isOfRepository(claim, rules) && claim.kind !== "none";
}
/** True for a claim of this repository on this GitHub server. */
function isOfRepository(claim, { serverUrl, repositoryId }) {
	return claim.repositoryId === repositoryId && claim.server === (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(serverUrl);
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
	if (!isOfRepository(claim, rules)) return keep("claimed by another repository");
	if (claim.kind === "none") return keep("a named environment, which sweep never takes down");
	const gone = claim.kind === "branch" ? judgeBranch(claim, rules, living) : judgePull(claim, rules, living);
	if (!gone.gone) return gone;
	if (claim.lastUsed === 0) return keep(`${gone.why}, but its tag does not tell when it was last used`);
	const idleMs = rules.now - claim.lastUsed;
	if (idleMs >= rules.graceMs) return {
		gone: true,
		why: `${gone.why}; last used ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(idleMs)} ago`
	};
	return keep(`${gone.why}, but it was used ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(idleMs)} ago; the grace is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(rules.graceMs)}`);
}
function judgeBranch(claim, rules, { branches }) {
	const { serverUrl, repositoryId } = rules;
	return (isNamed(claim, rules) ? branches.has(claim.name.slice(7)) : [...branches].some((branch) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({
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
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)({
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
/** Groups of ours that no endpoint uses. */
function unusedGroups(groups, endpoints) {
	return groups.filter((group) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(group) && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(group, endpoints).length === 0);
}
/**
* IDs of the clusters that the claims of an endpoint name; undefined where not all claims are this repository's, readable
* and idle for the grace. An environment that used its path since then has seen its cluster.
*/
function idleOwnClusters(endpoint, rules) {
	const claims = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(endpoint.tags);
	return claims.every((claim) => isOfRepository(claim, rules) && claim.clusterId !== "" && claim.lastUsed > 0 && rules.now - claim.lastUsed >= rules.graceMs) && claims.length > 0 ? [...new Set(claims.map((claim) => claim.clusterId))] : void 0;
}

// src/operations/sweep-task.ts
/**
* Gives one resource up; what fails is a row of the table and stops nothing else.
* @throws ActionError `cancelled`
*/
async function carryOut(task, request, deps) {
	const { resource, vpcId } = task;
	const row = ({ what }, outcome, why) => ({
		what,
		resource,
		vpcId,
		outcome,
		why
	});
	const kept = task.kept.map((one) => row(one, "kept", one.why));
	if (task.leave === void 0) return kept;
	try {
		const { end, observed } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)({
			desired: {
				...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(request, deps.home),
				vpcId,
				leave: task.leave,
				trustedOwners: void 0
			},
			worlds: deps.worlds,
			memory: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)(deps.nonce, deps.startedAt),
			signal: deps.signal,
			deadline: deps.deadline,
			wait: true,
			dryRun: request.dryRun,
			listener: prefixed(deps.listener, resource),
			task: _task_js__WEBPACK_IMPORTED_MODULE_2__.t
		});
		return [...task.going.map((one) => {
			const stays = whyItStays(one, task, observed);
			if (end === "planned") return row(one, "would be swept", one.why);
			return stays === "" ? row(one, "swept", one.why) : row(one, "kept", `${one.why}, but ${stays}`);
		}), ...kept];
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(error) && error.code === "cancelled") throw error;
		const why = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(error) ? error.message : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.r)(error);
		return [...task.going.map((one) => ({
			...row(one, "failed", why),
			...(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(error) ? { error } : {}
		})), ...kept];
	}
}
/** Why something that was to go is there all the same, though nothing failed; '' where it is gone. */
function whyItStays({ claimKey }, { resource }, { endpoints, groups }) {
	if (groups.some((group) => group.id === resource)) {
		const user = endpoints.find((one) => one.state !== "deleted" && one.groupIds.includes(resource));
		return user === void 0 ? "it is no longer as the action made it" : `${user.id} uses it`;
	}
	const endpoint = endpoints.find((one) => one.id === resource && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.vt)(one));
	if (endpoint === void 0 || claimKey !== void 0 && endpoint.tags[claimKey] === void 0) return "";
	return "it was used again meanwhile";
}
/** Lines of departures that run side by side, each with what it is about. */
function prefixed(listener, resource) {
	const line = (text) => listener.info(`[${resource}] ${text}`);
	return {
		...listener,
		planned: () => void 0,
		waiting(wait, seen) {
			if (seen !== void 0 && wait.id !== "confirm") line(`waiting for ${wait.what}: ${seen}`);
		},
		heartbeat: () => void 0,
		info: line
	};
}

// src/operations/sweep.ts
/** Endpoints that are left side by side; each waits two read lags. */
const MOST_AT_ONCE = 8;
/**
* Takes down what environments that are gone have left: claims of deleted branches and closed pull requests of this
* repository, and orphans of the action that are older than the grace. A call to GitHub that fails sweeps nothing.
* Goes on past what fails; `sweepFailure` tells it.
*/
async function sweep(request, deps) {
	const { worlds, listener } = deps;
	const { vpcId } = request;
	const [account, endpoints, groups] = await Promise.all([
		worlds.account(),
		worlds.ec2.endpoints({
			tagKey: _index_js__WEBPACK_IMPORTED_MODULE_0__.X,
			...vpcId === void 0 ? {} : { vpcId }
		}),
		worlds.ec2.groups({
			tagKey: _index_js__WEBPACK_IMPORTED_MODULE_0__.X,
			...vpcId === void 0 ? {} : { vpcId }
		})
	]);
	checkAccount(request, account);
	const rules = {
		...deps.home,
		graceMs: request.sweepGraceMs,
		now: worlds.clock.now()
	};
	const ours = endpoints.filter((one) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(one) && !one.requesterManaged && one.state !== "deleted");
	listener.info(`Found ${count(ours.length, "VPC endpoint")} and ${count(groups.length, "security group")} that the action made in ${vpcId ?? request.region}. Paths made with endpoint-id carry no claims: sweep does not see them.`);
	const living = await lookUp(ours.flatMap((one) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(one.tags)), rules, deps);
	const tasks = [...await Promise.all(ours.map((endpoint) => endpointTask(endpoint, {
		rules,
		living,
		deps
	}))), ...(await groupsOfNobody(groups, endpoints, worlds)).map((group) => groupTask(group, rules))];
	const rows = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.U)(tasks, MOST_AT_ONCE, (task) => carryOut(task, request, deps));
	for (const row of rows.flat()) {
		const on = row.what.endsWith(row.resource) ? "" : ` on ${row.resource}`;
		listener.info(`${row.outcome}: ${row.what}${on} (${row.why})`);
	}
	return {
		rows: rows.flat(),
		account
	};
}
/** Groups of ours that no endpoint uses, also none that is not the action's any more. */
async function groupsOfNobody(groups, ours, { ec2 }) {
	const unused = unusedGroups(groups, ours);
	const vpcIds = [...new Set(unused.map((group) => group.vpcId))];
	const all = await Promise.all(vpcIds.map((vpcId) => ec2.endpoints({ vpcId })));
	return unusedGroups(unused, all.flat());
}
/** The failure that a sweep ends in, undefined where everything that was to go is gone. */
function sweepFailure(rows) {
	const failed = rows.filter((row) => row.outcome === "failed");
	const [first] = failed;
	if (first === void 0) return void 0;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("sweep-incomplete", {
		cause: `${failed.length} of ${rows.filter((row) => row.outcome !== "kept").length} could not be swept: ${first.what} on ${first.resource}: ${first.why}`,
		fix: first.error?.fix ?? "Run again; the table in the summary lists what is left and why.",
		details: failed.map((row) => `${row.what} on ${row.resource}: ${row.why}`)
	}, { cause: first.error });
}
function count(many, what) {
	return `${many} ${what}${many === 1 ? "" : "s"}`;
}
function checkAccount({ allowedAccountIds }, account) {
	if (allowedAccountIds.length === 0 || allowedAccountIds.includes(account)) return;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("wrong-account", {
		cause: `The AWS credentials belong to account ${account || "(unknown)"}, which is not among allowed-account-ids`,
		fix: "Assume a role of an allowed account, or add the account to allowed-account-ids."
	});
}
/** Asks GitHub for what the claims of this repository hang on; nothing is asked where there are none. */
async function lookUp(claims, rules, { home, around }) {
	const own = claims.filter((claim) => isSweepable(claim, rules));
	if (own.length === 0) return {
		branches: /* @__PURE__ */ new Set(),
		pulls: /* @__PURE__ */ new Map()
	};
	const [api, { livingBranches, pullRequestState }] = await Promise.all([(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(around), __webpack_require__.e(/* import() */ 592).then(__webpack_require__.bind(__webpack_require__, 2592))]);
	const numbers = new Set(own.map((claim) => pullOf(claim, rules)).filter((one) => one !== void 0));
	const branches = own.some((claim) => claim.kind === "branch") ? await livingBranches(api, home) : /* @__PURE__ */ new Set();
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
async function endpointTask(endpoint, { rules, living, deps }) {
	const claims = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(endpoint.tags);
	const judged = claims.map((claim) => ({
		claim,
		...judgeClaim(claim, rules, living)
	}));
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
	const kept = judged.filter((one) => !one.gone).map(rowOf);
	const leave = (some) => ({
		kind: "endpoint",
		endpointId: endpoint.id,
		claims: Object.fromEntries(some.map((claim) => [claim.key, claim.value]))
	});
	if (gone.length > 0) return {
		...place,
		leave: leave(gone.map((one) => one.claim)),
		going: gone.map(rowOf),
		kept
	};
	const orphan = await orphanReason(endpoint, rules, deps);
	if (orphan === void 0) return {
		...place,
		leave: void 0,
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
		leave: void 0,
		going: [],
		kept: [...kept, row]
	};
	return {
		...place,
		leave: leave(claims),
		going: [row],
		kept: []
	};
}
/** Why an endpoint of ours is an orphan, or would be but for its age; undefined where it is none. */
async function orphanReason(endpoint, rules, deps) {
	const claimless = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(endpoint.tags).length === 0;
	const clusters = idleOwnClusters(endpoint, rules);
	if (!claimless && (clusters === void 0 || !await areGone(clusters, deps))) return void 0;
	const why = claimless ? "nobody claims it" : "its clusters are deleted";
	return aged(ageOf(endpoint, rules.now), why, rules);
}
/** True where every one of these clusters is proven to be gone; a refusal proves nothing. */
async function areGone(clusterIds, { worlds: { cloud } }) {
	try {
		return (await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(cloud, clusterIds)).size === clusterIds.length;
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(error) || error.code === "cancelled") throw error;
		return false;
	}
}
function groupTask(group, rules) {
	const { gone, why } = aged(ageOf(group, rules.now), "no VPC endpoint uses it", rules);
	const row = {
		what: `security group ${group.id}`,
		why,
		claimKey: void 0
	};
	return {
		vpcId: group.vpcId,
		resource: group.id,
		leave: gone ? {
			kind: "group",
			groupId: group.id
		} : void 0,
		going: gone ? [row] : [],
		kept: gone ? [] : [row]
	};
}
function aged(ageMs, why, { graceMs }) {
	if (ageMs === void 0) return {
		gone: false,
		why: `${why}, but its tag does not tell when it was made`
	};
	if (ageMs >= graceMs) return {
		gone: true,
		why: `${why}; made ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(ageMs)} ago`
	};
	return {
		gone: false,
		why: `${why}, but it was made ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(ageMs)} ago; the grace is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(graceMs)}`
	};
}



/***/ })

};
