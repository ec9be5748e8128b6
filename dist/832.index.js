export const id = 832;
export const ids = [832];
export const modules = {

/***/ 8832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   driftOf: () => (/* binding */ driftOf),
/* harmony export */   judge: () => (/* binding */ judge),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5640);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2039);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3554);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2396);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3198);







// src/reconcile/findings/rule-findings.ts
const EVERYBODY = /* @__PURE__ */ new Set(["0.0.0.0/0", "::/0"]);
function staleRule(groupId, rule, { fix, ...given }) {
	return ruleFinding(isPublic(rule) ? "rule-public" : "rule-stale", {
		groupId,
		rule,
		fix,
		given
	});
}
function manualRuleFindings(group, given) {
	const { region } = given.desired;
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.k)(group, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(given)).map(({ rule, opensSql }) => {
		const command = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(region, group.id, rule);
		const remove = command === void 0 ? "Remove the rule." : `To remove it: ${command}`;
		const isOpen = opensSql && isPublic(rule);
		const advice = opensSql ? keepAdvice(rule, given) : `This action opens ${_types_js__WEBPACK_IMPORTED_MODULE_1__.t}/tcp only.`;
		return ruleFinding(isOpen ? "rule-public" : opensSql ? "rule-manual" : "rule-stranger", {
			groupId: group.id,
			rule,
			fix: isOpen || advice === "" ? remove : `${advice} ${remove}`,
			given
		});
	});
}
function ruleFinding(check, { groupId, rule, fix, given }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(check, {
		subject: check === "rule-public" ? groupId : `${groupId} ${rule.from}`,
		about: [groupId],
		expected: `${_types_js__WEBPACK_IMPORTED_MODULE_1__.t}/tcp only, from ${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(given).map(_types_js__WEBPACK_IMPORTED_MODULE_1__.o))}`,
		found: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(rule),
		fix,
		basis: ["groups", "vpc"]
	}, check === "rule-stranger" ? "warning" : "error");
}
function isPublic(rule) {
	return EVERYBODY.has(rule.from) && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)(rule);
}
function keepAdvice({ source, from }, { desired, observed }) {
	if (source === void 0 && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(from)) return "";
	const isListed = desired.allowedCidrs.length + desired.allowedSecurityGroupIds.length > 0;
	const vpc = (observed.vpc?.cidrs ?? []).join(",");
	if (source === void 0) {
		const blocks = "its IPv4 CIDR blocks";
		return `To keep its clients, ${isListed ? `add ${blocks} to allowed-cidrs` : `set allowed-cidrs: ${vpc} and ${blocks}`}.`;
	}
	const text = (0,_types_js__WEBPACK_IMPORTED_MODULE_1__.o)(source);
	const input = "cidr" in source ? "allowed-cidrs" : "allowed-security-group-ids";
	if (isListed) return `To keep it, add ${text} to ${input}.`;
	return "cidr" in source ? `To keep it, set ${input}: ${vpc},${text}.` : `To keep it, set ${input}: ${text} and allowed-cidrs: ${vpc}.`;
}

// src/reconcile/findings/manual-findings.ts
function pathFindings(path, given) {
	const { desired, observed, extra } = given;
	const findings = path.group === void 0 ? [] : manualRuleFindings(path.group, given);
	const { endpoint } = path;
	if (endpoint === void 0 || endpoint.serviceName !== path.serviceName) return findings;
	const named = observed.groups.filter((group) => desired.securityGroupIds.includes(group.id) && group.vpcId === endpoint.vpcId);
	const foreign = extra.foreignGroups.filter((group) => endpoint.groupIds.includes(group.id));
	return [
		...findings,
		...closedGroups(path, [...named, ...foreign]),
		...rivals(path, given)
	];
}
function rivals({ endpoint, serviceName }, { desired, observed }) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(desired.goal) !== void 0) return [];
	return observed.endpoints.filter((one) => one.serviceName === serviceName && one.id !== endpoint?.id && !(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.mt)(one) && !(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(one)).filter((one) => !(one.privateDns && desired.privateDns)).map((one) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)("endpoint-duplicate", {
		subject: one.id,
		expected: "one VPC endpoint for the service in the VPC",
		found: `a second one (${one.rawState}) that this action didn't create`,
		fix: "Ask its owner to delete it if it is unused.",
		basis: ["endpoints"]
	}, "warning"));
}
function closedGroups(path, groups) {
	const isRead = path.endpoint?.groupIds.every((id) => groups.some((group) => group.id === id)) === true;
	if (groups.length === 0 || !isRead || groups.some((group) => group.ingress.some(_index_js__WEBPACK_IMPORTED_MODULE_0__.B))) return [];
	return [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)("explicit-group-closed", {
		subject: (0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(groups.map((group) => group.id)),
		about: groups.map((group) => group.id),
		expected: `an ingress rule for ${_types_js__WEBPACK_IMPORTED_MODULE_1__.t}/tcp in a security group of ${path.endpoint?.id ?? "the endpoint"}`,
		found: "no ingress rule for that port",
		fix: `Add an ingress rule for ${_types_js__WEBPACK_IMPORTED_MODULE_1__.t}/tcp from your clients. This action changes only its own security group.`,
		basis: ["groups"]
	})];
}
function strayEndpoints(plan, desired, observed) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(desired.goal) !== void 0) return [];
	const serving = new Set(plan.paths.flatMap((path) => path.endpoint === void 0 ? [] : [path.endpoint.id]));
	const services = new Set(plan.paths.map((path) => path.serviceName));
	return observed.endpoints.filter((one) => !(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(one) && (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.mt)(one) && !serving.has(one.id) && !services.has(one.serviceName));
}
function strayFindings(given) {
	const { plan, desired, observed } = given;
	const mine = new Map(plan.paths.flatMap((path) => path.members).map((member) => [member.cluster.id, member]));
	return [...strayEndpoints(plan, desired, observed).flatMap((endpoint) => strayFinding(endpoint, mine, given)), ...[...mine.values()].flatMap((member) => danglingFindings(member, given))];
}
function strayFinding(endpoint, mine, given) {
	const { plan, desired, observed, extra } = given;
	const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.y)(endpoint.tags);
	const claimed = claims.map((claim) => mine.get(claim.clusterId)).find((member) => member !== void 0);
	if (claimed !== void 0) {
		const serviceNow = plan.paths.find((path) => path.members.includes(claimed))?.serviceName;
		return serviceNow === void 0 ? [] : [serviceChanged(endpoint, {
			member: claimed,
			serviceNow,
			desired
		})];
	}
	return plan.paths.every((path) => path.serviceName !== void 0) && observed.clusters.every((view) => view.matches.some((one) => mine.has(one.id))) && claims.every((claim) => extra.goneClusterIds.has(claim.clusterId)) ? [unclaimed(endpoint, claims, desired)] : [];
}
function serviceChanged(endpoint, { member, serviceNow, desired }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)("service-changed", {
		subject: endpoint.id,
		expected: `a VPC endpoint for ${serviceNow}`,
		found: `${endpoint.serviceName}, which cluster ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Ht)(member.cluster)} no longer reports`,
		fix: `Delete it once the new endpoint is available: aws ec2 delete-vpc-endpoints --region ${desired.region} --vpc-endpoint-ids ${endpoint.id}`,
		basis: ["endpoints", `services:${member.view.ref}`]
	});
}
function unclaimed(endpoint, claims, { clusters }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)("endpoint-unclaimed", {
		subject: endpoint.id,
		expected: "a claim of an environment",
		found: claims.length === 0 ? "no claim" : `claims only for clusters that no longer exist: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(claims.map((claim) => claim.clusterId))}`,
		fix: "Delete it once you are sure that it is unused.",
		basis: ["endpoints", ...clusters.flatMap((ref) => [`cluster:${ref}`, `services:${ref}`])]
	}, "warning");
}
function danglingFindings({ view }, { desired, observed, extra }) {
	const { knownEndpointIds } = extra;
	if (knownEndpointIds === void 0) return [];
	return view.connections.filter((one) => isDangling(one, observed, desired.region) && !knownEndpointIds.has(one.endpointId)).map((connection) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)("connection-dangling", {
		subject: connection.endpointId,
		expected: `a VPC endpoint in account ${observed.account}, region ${desired.region}`,
		found: `a connection (${connection.rawStatus}) without an endpoint`,
		fix: `Remove the connection of ${connection.endpointId} from the cluster (Cloud Console, Networking, PrivateLink).`,
		basis: [
			`connections:${view.ref}`,
			"endpoints",
			"account"
		]
	}));
}
function isDangling(connection, observed, region) {
	const over = ["stale", "removed"].includes((0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.zt)(connection));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.mt)(connection, {
		account: observed.account,
		region
	}) && !over && !observed.endpoints.some((one) => one.id === connection.endpointId);
}
function publicAccess({ plan, extra }) {
	return plan.paths.flatMap((path) => path.members).filter((member) => extra.publicCidrs.get(member.cluster.id)?.includes("0.0.0.0/0") === true).map((member) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)("public-access", {
		subject: (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.Ht)(member.cluster),
		expected: "no public access in addition to the private connection",
		found: "the IP allowlist allows 0.0.0.0/0 for SQL",
		fix: "Remove 0.0.0.0/0 from the IP allowlist of the cluster if all its clients are in the VPC.",
		basis: [`allowlist:${member.view.ref}`]
	}, "warning"));
}

// src/reconcile/findings/step-findings.ts
const ENSURE = "Run operation: ensure with the same inputs.";
function repairable(check, text) {
	return [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(check, {
		...text,
		fix: ENSURE
	})];
}
const DEAD_CHECKS = {
	failed: "endpoint-failed",
	expired: "endpoint-expired",
	rejected: "endpoint-rejected"
};
const CONNECTION_CHECKS = {
	REJECTED: "connection-rejected",
	STALE: "connection-stale",
	FAILED: "connection-failed",
	EXPIRED: "connection-expired",
	PENDING_ACCEPTANCE: "connection-pending"
};
const NONE = () => [];
const FINDINGS = {
	"create-services": ({ clusterRef }, { desired }) => repairable("service-missing", {
		subject: clusterRef,
		expected: `a private endpoint service in ${desired.region}`,
		found: "none",
		basis: [`services:${clusterRef}`]
	}),
	"create-group": ({ vpcId, serviceName }, { plan }) => {
		if (plan.steps.some(({ action }) => action.kind === "create-endpoint" && action.serviceName === serviceName)) return [];
		return repairable("group-missing", {
			subject: vpcId,
			expected: "the security group of this action for the service",
			found: "none",
			basis: ["groups"]
		});
	},
	"authorize-ingress": ({ groupId, sources }, { observed }) => {
		if (groupId === void 0) return [];
		if (sources.every((source) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(observed, groupId, source))) return [];
		return repairable("rule-missing", {
			subject: groupId,
			expected: `${_types_js__WEBPACK_IMPORTED_MODULE_1__.t}/tcp from ${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(sources.map(_types_js__WEBPACK_IMPORTED_MODULE_1__.o))}`,
			found: "no such rule",
			basis: ["groups", "vpc"]
		});
	},
	"revoke-ingress": ({ groupId, rules }, { desired, observed }) => rules.map((rule) => staleRule(groupId, rule, {
		desired,
		observed,
		fix: ENSURE
	})).map((one) => ({
		...one,
		basis: [...one.basis, "endpoints"]
	})),
	"create-endpoint": ({ serviceName, vpcId, replacing }, { plan }) => {
		if (serviceName === void 0 || replacing.length > 0) return [];
		return repairable("endpoint-missing", {
			subject: serviceName,
			expected: `a VPC endpoint in ${vpcId}`,
			found: "none",
			basis: ["endpoints", ...servicesOf(plan, serviceName)]
		});
	},
	"modify-endpoint": (action, { plan, observed }) => modifyFindings(action, observed).filter((one) => one.check !== "groups" || !plan.blockers.some((blocker) => blocker.code === "group-invalid")),
	connect: (action, { observed }) => action.endpointId === void 0 ? [] : connectionFinding(action, observed),
	disconnect: (action, { plan, observed }) => plan.paths.some((path) => path.superseded.some((one) => one.id === action.endpointId)) ? [] : connectionFinding(action, observed),
	"set-private-dns": ({ endpointId, enabled }) => {
		if (endpointId === void 0) return [];
		return repairable(enabled ? "private-dns-off" : "private-dns-on", {
			subject: endpointId,
			expected: `private DNS ${enabled ? "on" : "off"}`,
			found: enabled ? "off" : "on",
			basis: ["endpoints"]
		});
	},
	"delete-endpoint": ({ endpointId }, { observed }) => {
		const endpoint = observed.endpoints.find((one) => one.id === endpointId);
		const dead = DEAD_CHECKS[endpoint?.state ?? "unknown"];
		return repairable(dead === void 0 ? "endpoint-duplicate" : dead, {
			subject: endpointId,
			expected: dead !== void 0 ? "available" : "one VPC endpoint for the service in the VPC",
			found: dead !== void 0 && endpoint !== void 0 ? `${endpoint.rawState}${endpoint.failure === "" ? "" : `: ${endpoint.failure}`}` : "a second, newer one",
			basis: ["endpoints"]
		});
	},
	trust: ({ clusterRef, accountId }) => ownerFinding("owner-missing", {
		clusterRef,
		accountId,
		expected: "trusted",
		found: "not trusted"
	}),
	untrust: ({ clusterRef, owner: { accountId } }) => ownerFinding("owner-surplus", {
		clusterRef,
		accountId,
		expected: "not trusted",
		found: "trusted"
	}),
	"delete-group": NONE,
	claim: NONE,
	unclaim: NONE,
	mark: NONE,
	unmark: NONE
};
function stepFindings({ action }, evidence) {
	return FINDINGS[action.kind](action, evidence);
}
function servicesOf(plan, serviceName) {
	return plan.paths.filter((path) => path.serviceName === serviceName).flatMap((path) => path.members.map((member) => `services:${member.view.ref}`));
}
function modifyFindings(action, observed) {
	const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
	const findings = [];
	const zones = (ids) => (0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(ids.map((id) => `${id} (${observed.subnets.find((one) => one.id === id)?.zoneId ?? "unknown zone"})`));
	if (action.addSubnetIds.length + action.removeSubnetIds.length > 0) {
		const wanted = [...endpoint?.subnetIds.filter((id) => !action.removeSubnetIds.includes(id)) ?? [], ...action.addSubnetIds];
		findings.push(...repairable("subnets", {
			subject: action.endpointId,
			expected: zones(wanted),
			found: zones(endpoint?.subnetIds ?? []),
			basis: ["endpoints", "subnets"]
		}));
	}
	if (action.addGroupIds.length + action.removeGroupIds.length > 0) {
		const wanted = [...endpoint?.groupIds.filter((id) => !action.removeGroupIds.includes(id)) ?? [], ...action.addGroupIds];
		findings.push(...repairable("groups", {
			subject: action.endpointId,
			expected: (0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(wanted),
			found: (0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(endpoint?.groupIds ?? []),
			basis: ["endpoints", "groups"]
		}));
	}
	return findings;
}
function ownerFinding(check, { clusterRef, accountId, expected, found }) {
	return repairable(check, {
		subject: `${clusterRef} ${accountId}`,
		about: [clusterRef],
		expected: `AWS account ${accountId} ${expected}`,
		found,
		basis: [`owners:${clusterRef}`, "account"]
	});
}
function connectionFinding(action, observed) {
	const view = observed.clusters.find((one) => one.ref === action.clusterRef);
	const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
	const connection = view?.connections.find((one) => one.endpointId === action.endpointId);
	const rejected = endpoint?.state === "rejected" && connection?.status === "AVAILABLE";
	const check = rejected ? "connection-rejected" : CONNECTION_CHECKS[connection?.status ?? "UNKNOWN"] ?? "connection-missing";
	return repairable(check, {
		subject: `${view?.matches[0]?.name || action.clusterId} ${action.endpointId}`,
		about: [action.clusterId, action.endpointId],
		expected: check === "connection-stale" ? "no connection to a deleted endpoint" : "AVAILABLE",
		found: rejected ? `${connection.rawStatus}, but the endpoint is ${endpoint.rawState}` : connection?.rawStatus ?? "no connection",
		basis: [`connections:${action.clusterRef}`, "endpoints"]
	});
}

// src/reconcile/findings/unmanaged-findings.ts
function unmanagedFindings({ plan, desired, observed }) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(desired.goal) !== void 0) return [];
	const services = plan.paths.flatMap(({ serviceName }) => serviceName ?? []);
	const names = new Set(services.map((service) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.ft)(service).toLowerCase()));
	const finds = (id, mismatch, basis) => mismatch === void 0 ? [] : [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)("not-ours", {
		subject: id,
		expected: `no tag ${_claims_js__WEBPACK_IMPORTED_MODULE_3__.n} on a resource of another owner`,
		found: `that tag, but it isn't managed: ${mismatch.why}`,
		fix: `This action never changes it. Remove the tag: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(desired.region, id)}`,
		basis: [basis]
	}, "warning")];
	return [...observed.endpoints.filter((one) => !(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(one) && !services.includes(one.serviceName)).flatMap((one) => finds(one.id, (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.ut)(one), "endpoints")), ...observed.groups.filter((one) => !names.has(one.name.toLowerCase())).flatMap((one) => finds(one.id, (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.dt)(one), "groups"))];
}

// src/reconcile/findings/findings.ts
function findingsOf(given) {
	const { plan } = given;
	const findings = [
		...plan.blockers.map((blocker) => blockerFinding(blocker, given.desired)),
		...plan.steps.flatMap((step) => stepFindings(step, given)),
		...plan.waits.flatMap(waitFinding),
		...plan.paths.flatMap((path) => pathFindings(path, given)),
		...strayFindings(given),
		...unmanagedFindings(given),
		...publicAccess(given),
		...plan.notes.flatMap(noteFinding)
	];
	return [...new Map(findings.map((one) => [`${one.check}\n${one.subject}\n${one.found}`, one])).values()];
}
const BLOCKER_BASIS = {
	"wrong-account": ["account"],
	"vpc-not-found": ["vpc"],
	"vpc-shared": ["vpc", "account"],
	"vpc-dns-off": ["vpc-dns"],
	"subnet-invalid": ["subnets"],
	"subnet-full": ["subnets"],
	"az-none": ["subnets"],
	"group-invalid": ["groups"],
	"group-name-taken": ["groups"],
	"owner-in-use": ["account"]
};
function blockerFinding(blocker, desired) {
	const cluster = desired.clusters.includes(blocker.subject) ? blocker.subject : void 0;
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(blocker.code, {
		subject: blocker.subject || ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(desired.goal) ?? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(desired.goal) ?? ""),
		expected: "no problem that blocks ensure",
		found: blocker.said === void 0 ? blocker.cause : `${blocker.cause}: ${blocker.said}`,
		fix: blocker.fix,
		basis: cluster === void 0 ? BLOCKER_BASIS[blocker.code] ?? ["endpoints"] : [
			`cluster:${cluster}`,
			`services:${cluster}`,
			`connections:${cluster}`,
			`owners:${cluster}`,
			...BLOCKER_BASIS[blocker.code] ?? []
		]
	});
}
const WAIT_CHECKS = {
	cluster: "cluster-not-ready",
	service: "service-pending",
	endpoint: "endpoint-not-available",
	connection: "connection-pending",
	"cluster-read": void 0,
	unlocked: void 0,
	"host-name": void 0,
	creation: void 0,
	disconnected: void 0,
	"dns-name": void 0,
	gone: void 0,
	detached: void 0,
	claimed: void 0,
	mark: void 0,
	leaving: void 0,
	shown: void 0,
	retag: void 0,
	lag: void 0,
	confirm: void 0
};
function waitFinding(wait) {
	const check = WAIT_CHECKS[wait.kind];
	if (check === void 0) return [];
	return [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(check, {
		subject: wait.subject,
		expected: "available",
		found: wait.seen,
		fix: `Wait: ${wait.waitingOn}.`,
		basis: wait.facets
	})];
}
const NO_FINDINGS = [
	"zones",
	"departure",
	"cluster-locked",
	"manual-rules",
	"no-claim",
	"client-group-unseen"
];
const NOTE_TEXTS = {
	"shared-setting": {
		expected: "the setting as configured here",
		fix: "Configure the same in every environment. Otherwise ensure changes it once no other environment uses the endpoint."
	},
	"not-ours": {
		expected: "a VPC endpoint that this action manages",
		fix: "Ask the owner of the endpoint for the change, if you need it."
	},
	"internal-dns-missing": {
		expected: "a private host name",
		fix: "Check the cluster in the Cloud Console (Networking); ask Cockroach Labs support if the name stays missing."
	},
	"trusts-everyone": {
		expected: "only the accounts that are listed",
		fix: "Remove * from the trusted owners, or list only *."
	}
};
function withoutNotedFindings(plan) {
	return {
		...plan,
		notes: plan.notes.map((note) => isNoFinding(note.code) ? note : {
			...note,
			warning: false
		})
	};
}
function isNoFinding(code) {
	return NO_FINDINGS.includes(code);
}
function noteFinding({ code, text, more }) {
	if (isNoFinding(code)) return [];
	return [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(code, {
		subject: "",
		expected: NOTE_TEXTS[code].expected,
		found: text,
		fix: more?.join(" ") ?? NOTE_TEXTS[code].fix,
		basis: code === "trusts-everyone" ? [] : ["endpoints", "groups"]
	}, "warning")];
}

// src/operations/verify.ts
async function verify(request, deps) {
	const desired = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(request, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__._t)(request), deps.home);
	const failures = /* @__PURE__ */ new Map();
	const clients = tolerant(deps.clients, failures);
	const observed = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.q)(desired, clients), {
		desired,
		clients: deps.clients
	});
	await doubtAbsences(failures, observed, deps.clients.cloud);
	forgetHopeless(failures, observed, desired);
	const explained = explainedReadings(failures, observed, desired);
	const journal = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(deps.nonce, deps.started);
	const plan = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)({
		desired: {
			...desired,
			readLagMs: 0,
			decisionMs: 0
		},
		observed,
		journal,
		now: clients.clock.now(),
		wallNow: clients.clock.wall()
	});
	const unread = new Map([...failures.keys()].map((reading) => [reading, nameOf(reading)]));
	deps.listener.planned(failures.size === 0 ? withoutNotedFindings(plan) : {
		...plan,
		steps: [],
		waits: [],
		blockers: [],
		notes: [],
		unread
	}, observed);
	const extra = await observeExtra(plan, {
		desired,
		observed,
		clients,
		cloud: deps.clients.cloud
	});
	const byRef = withRefs(failures, observed);
	const findings = findingsOf({
		plan,
		desired,
		observed,
		extra
	}).filter((one) => !one.basis.some((reading) => byRef.has(reading)));
	return {
		plan,
		observed,
		findings,
		unchecked: [...failures].filter(([reading]) => !explained.has(reading)).map(([reading, error]) => ({
			what: nameOf(reading),
			error
		})),
		judged: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)({
			findings,
			failed: byRef,
			observed,
			plan
		})
	};
}
function judge(verdict, failOnDrift) {
	const { unchecked } = verdict;
	const [first] = unchecked;
	if (first !== void 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t("could-not-check", {
		cause: `Not checked (${first.error.code}): ${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)([...new Set(unchecked.map((one) => one.what))])}`,
		said: first.error.message,
		fix: first.error.fix,
		details: unchecked.map(({ what, error }) => `not checked: ${what} (${error.code}: ${error.message} ${error.fix})`),
		problems: uncheckedProblems(unchecked)
	}, { cause: first.error });
	const drift = driftOf(verdict);
	if (drift.length > 0 && failOnDrift) throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t("drift", {
		cause: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.r)(drift.length, "difference")} from what is configured: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.a)([...new Set(drift.map((one) => one.check))])}`,
		fix: "Run operation: ensure with the same inputs to repair what it can; each finding has its own fix.",
		problems: drift.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.T)
	});
}
function uncheckedProblems(unchecked) {
	return [...Map.groupBy(unchecked, ({ error }) => `${error.code}\n${error.message}\n${error.fix}`).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0) return [];
		const { message, fix, details } = first.error;
		const what = [...new Set(same.map((one) => one.what))].join(", ");
		return [{
			code: "could-not-check",
			cause: `${message}\nNot checked (${first.error.code}): ${what}`,
			fix,
			details
		}];
	});
}
function driftOf(verdict) {
	return verdict.findings.filter((one) => one.severity === "error");
}
function tolerant(clients, failures) {
	async function guard(reading, read, fallback) {
		try {
			return await read;
		} catch (error) {
			if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(error)) throw error;
			failures.set(reading, error);
			return fallback;
		}
	}
	const { ec2, cloud } = clients;
	return {
		clock: clients.clock,
		account: () => guard("account", clients.account(), void 0),
		ec2: {
			...ec2,
			vpc: (vpcId) => guard("vpc", ec2.vpc(vpcId), {
				id: vpcId,
				ownerId: "",
				cidrs: []
			}),
			vpcDns: (vpcId) => guard("vpc-dns", ec2.vpcDns(vpcId), void 0),
			subnets: (vpcId) => guard("subnets", ec2.subnets(vpcId), []),
			endpoints: (of) => guard("endpoints", ec2.endpoints(of), []),
			groups: (of) => guard("groups", ec2.groups(of), [])
		},
		cloud: {
			...cloud,
			getCluster: (id) => guard(`cluster:${id}`, cloud.getCluster(id), void 0),
			listClusters: () => guard("cluster:*", cloud.listClusters(), []),
			listServices: (id) => guard(`services:${id}`, cloud.listServices(id), []),
			listConnections: (id) => guard(`connections:${id}`, cloud.listConnections(id), []),
			listTrustedOwners: (id) => guard(`owners:${id}`, cloud.listTrustedOwners(id), []),
			listAllowlist: (id) => guard(`allowlist:${id}`, cloud.listAllowlist(id), [])
		}
	};
}
function withRefs(failures, observed) {
	const all = new Set(failures.keys());
	for (const view of observed.clusters) {
		const id = view.matches[0]?.id ?? view.ref;
		for (const kind of [
			"cluster",
			"services",
			"connections",
			"owners",
			"allowlist"
		]) if (failures.has(`${kind}:${id}`) || failures.has(`${kind}:${view.ref}`) || kind === "cluster" && failures.has("cluster:*")) all.add(`${kind}:${view.ref}`);
	}
	return all;
}
async function doubtAbsences(failures, observed, cloud) {
	const unseen = observed.clusters.filter(({ ref, matches }) => matches.length === 0 && !failures.has(`cluster:${ref}`) && !failures.has("cluster:*"));
	if (unseen.length === 0) return;
	const ids = unseen.map(({ ref }) => ref).filter(_index_js__WEBPACK_IMPORTED_MODULE_0__.lt);
	try {
		const listed = await cloud.listClusters();
		const gone = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)({
			listClusters: async () => listed,
			getCluster: (id) => cloud.getCluster(id)
		}, ids);
		for (const { ref, matches } of unseen) {
			const isAbsent = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.lt)(ref) ? gone.has(ref) : listed.length > 0;
			const nearest = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.lt)(ref) ? void 0 : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(ref, listed);
			const problem = isAbsent ? void 0 : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)({
				ref,
				matches,
				nearest
			}, void 0);
			if (problem !== void 0) failures.set(`cluster:${ref}`, new _errors_js__WEBPACK_IMPORTED_MODULE_4__.t(problem.code, problem));
		}
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(error)) throw error;
		for (const { ref } of unseen) failures.set(`cluster:${ref}`, error);
	}
}
function forgetHopeless(failures, observed, desired) {
	for (const view of observed.clusters) {
		if (failures.has(`cluster:${view.ref}`) || failures.has("cluster:*")) continue;
		const [cluster] = view.matches;
		const ids = [view.ref, ...cluster === void 0 ? [] : [cluster.id]];
		for (const kind of hopelessReads(view, desired.region)) for (const id of ids) failures.delete(`${kind}:${id}`);
	}
}
function hopelessReads(view, region) {
	const [cluster] = view.matches;
	if (cluster !== void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ht)(cluster) === "creating" || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(view, region) !== void 0) return [
		"services",
		"connections",
		"owners"
	];
	return cluster?.serverless === true ? ["owners"] : [];
}
function explainedReadings(failures, observed, desired) {
	const { account, vpc } = observed;
	if (failures.has("account")) return /* @__PURE__ */ new Set();
	const isWrongAccount = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Y)(account, desired.allowedAccountIds) !== void 0;
	const vpcId = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(desired.goal);
	const isWrongVpc = vpcId !== void 0 && !failures.has("vpc") && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(vpc, {
		vpcId,
		region: desired.region,
		account
	}) !== void 0;
	return new Set(isWrongAccount || isWrongVpc ? [
		"vpc",
		"vpc-dns",
		"subnets",
		"endpoints",
		"groups"
	] : []);
}
async function observeExtra(plan, given) {
	const { observed, clients } = given;
	const members = plan.paths.flatMap((path) => path.members);
	const unknown = members.flatMap((member) => member.view.connections.filter((one) => isDangling(one, observed, given.desired.region)).map((one) => one.endpointId));
	const foreign = plan.paths.flatMap((path) => path.ownership === "not-ours" || path.ownership === "attached" ? path.endpoint?.groupIds ?? [] : []);
	const [known, foreignGroups, goneClusterIds, allowlists] = await Promise.all([
		unknown.length === 0 ? void 0 : clients.ec2.endpoints({ endpointIds: unknown }),
		foreign.length === 0 ? [] : clients.ec2.groups({ ids: [...new Set(foreign)] }),
		goneClusters(plan, given),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.st)(members, 30, async ({ cluster }) => [cluster.id, await clients.cloud.listAllowlist(cluster.id)])
	]);
	return {
		knownEndpointIds: known === void 0 ? void 0 : new Set(known.filter((one) => one.state !== "deleted").map((one) => one.id)),
		publicCidrs: new Map(allowlists),
		goneClusterIds,
		foreignGroups
	};
}
async function goneClusters(plan, { desired, observed, cloud }) {
	const claims = strayEndpoints(plan, desired, observed).flatMap((one) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.y)(one.tags));
	const ids = [...new Set(claims.map((claim) => claim.clusterId))].filter((id) => id !== "");
	try {
		return ids.length === 0 ? /* @__PURE__ */ new Set() : await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)(cloud, ids);
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(error)) throw error;
		return /* @__PURE__ */ new Set();
	}
}
const READING_NAMES = {
	account: "the AWS account",
	vpc: "the VPC",
	"vpc-dns": "the DNS attributes of the VPC",
	subnets: "subnets and availability zones",
	endpoints: "the VPC endpoint",
	groups: "the security group",
	cluster: "the cluster",
	services: "the private endpoint services",
	connections: "the private endpoint connections",
	owners: "the trusted owners",
	allowlist: "the IP allowlist"
};
function nameOf(reading) {
	const { kind, cluster } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.w)(reading);
	const name = READING_NAMES[kind] ?? kind;
	return cluster === void 0 || cluster === "*" ? name : `${name} of cluster ${cluster}`;
}



/***/ })

};
