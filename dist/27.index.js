export const id = 27;
export const ids = [27,858];
export const modules = {

/***/ 1027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probe: () => (/* binding */ probe)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3198);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5858);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7030);






// src/probe/addresses.ts
const NOT_PUBLIC = new node_net__WEBPACK_IMPORTED_MODULE_4__.BlockList();
for (const [network, prefix] of [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.168.0.0", 16],
	["198.18.0.0", 15]
]) NOT_PUBLIC.addSubnet(network, prefix, "ipv4");
NOT_PUBLIC.addSubnet("fc00::", 7, "ipv6");
NOT_PUBLIC.addSubnet("fe80::", 10, "ipv6");
NOT_PUBLIC.addSubnet("::", 127, "ipv6");
function classifyAnswers(answers, target) {
	const own = setOf(target.addresses);
	const others = target.others.map((one) => ({
		endpointId: one.endpointId,
		set: setOf(one.addresses)
	}));
	return answers.map((address) => {
		if (holds(own, address)) return {
			address,
			kind: "own"
		};
		const other = others.find((one) => holds(one.set, address));
		if (other !== void 0) return {
			address,
			kind: "other",
			endpointId: other.endpointId
		};
		return {
			address,
			kind: holds(NOT_PUBLIC, address) ? "stray" : "public"
		};
	});
}
function withPort(address, port) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_4__.isIPv6)(address) ? `[${address}]:${port}` : `${address}:${port}`;
}
function setOf(addresses) {
	const set = new node_net__WEBPACK_IMPORTED_MODULE_4__.BlockList();
	for (const address of addresses) if ((0,node_net__WEBPACK_IMPORTED_MODULE_4__.isIPv4)(address)) set.addAddress(address, "ipv4");
	else if ((0,node_net__WEBPACK_IMPORTED_MODULE_4__.isIPv6)(address)) set.addAddress(address, "ipv6");
	return set;
}
function holds(set, address) {
	if ((0,node_net__WEBPACK_IMPORTED_MODULE_4__.isIPv4)(address)) return set.check(address, "ipv4");
	return (0,node_net__WEBPACK_IMPORTED_MODULE_4__.isIPv6)(address) && set.check(address, "ipv6");
}

// src/probe/name-verdict.ts
function judgeName(resolved, target) {
	const { host, endpointId, vpcId } = target;
	if ("silence" in resolved) return {
		code: "probe-name-unknown",
		cause: `The resolver of this runner gives no answer for ${host}: ${resolved.silence}`,
		fix: `Check the DNS settings of the runner: inside ${vpcId} it should ask the resolver of the VPC (169.254.169.253).`
	};
	const of = (kind) => resolved.answers.filter((one) => one.kind === kind);
	if (resolved.answers.length === 0) return {
		code: "probe-name-unknown",
		cause: `${host} does not resolve on this runner`,
		fix: privateDnsFix(target)
	};
	const holder = resolved.answers.find((one) => one.kind === "other");
	if (holder !== void 0) return {
		code: "probe-other-endpoint",
		cause: `${host} resolves to ${list(of("other"))} of VPC endpoint ${holder.endpointId}, not to ${endpointId}`,
		fix: `Private DNS of this name belongs to ${holder.endpointId}: turn it off there, or set endpoint-id to that endpoint.`
	};
	if (of("public").length > 0) return {
		code: "probe-public-address",
		cause: `${host} resolves publicly, to ${list(of("public"))}, and not to VPC endpoint ${endpointId}`,
		fix: privateDnsFix(target)
	};
	if (of("stray").length > 0) return {
		code: "probe-other-endpoint",
		cause: `${host} resolves to ${list(of("stray"))}, which belongs neither to VPC endpoint ${endpointId} nor to another one in its VPC`,
		fix: "Look for the record in a private hosted zone of the VPC, your own DNS server or the hosts file, and remove it."
	};
}
function privateDnsFix({ endpointId, vpcId, privateDns }) {
	return privateDns ? `Let the runner ask the resolver of ${vpcId} (169.254.169.253), which can keep an older answer for 5 minutes; private DNS of ${endpointId} is on.` : `Turn on private DNS of ${endpointId}, which is off: run ensure with private-dns: true. The resolver of ${vpcId} can keep an older answer for 5 minutes.`;
}
function outside(target, reason, reachMs) {
	return {
		code: "probe-outside",
		cause: `Could not check: this runner seems to be outside the VPC of ${target.endpointId} (${reason}, and none of ${target.addresses.join(", ")} takes a connection on port ${target.port} within ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(reachMs)})`,
		fix: `Run the step on a runner inside ${target.vpcId}, or set probe: false. ` + (target.privateDns ? `If it is inside, check that the security groups let it in; private DNS of ${target.endpointId} is on.` : `If it is inside, turn on private DNS of ${target.endpointId}, which is off, and check the security groups.`)
	};
}
function nothingToProbe(target) {
	return {
		code: "probe-outside",
		cause: `Could not check: no IP address of VPC endpoint ${target.endpointId} is known`,
		fix: "Wait until the endpoint is available, allow ec2:DescribeNetworkInterfaces, and run again."
	};
}
function list(answers) {
	return answers.map((one) => one.address).join(", ");
}

// src/probe/walk-verdict.ts
function checksOf(walks, port) {
	return STEPS.flatMap((check, index) => {
		const tried = walks.filter(({ fault }) => fault === void 0 || STEPS.indexOf(fault.step) >= index);
		if (tried.length === 0) return [];
		const detail = tried.map((one) => `${withPort(one.address, port)} ${said(check, one)}`).join("; ");
		return [{
			check,
			ok: tried.every((one) => one.fault?.step !== check),
			detail
		}];
	});
}
const STEPS = [
	"tcp",
	"ssl-request",
	"tls"
];
const SUCCESS = {
	tcp: "connects",
	"ssl-request": "answers S",
	tls: "is verified"
};
function said(step, { fault, certificate }) {
	if (fault === void 0 || fault.step !== step) return step === "tls" && certificate !== void 0 ? `${SUCCESS.tls}, certificate until ${day(certificate.until)}` : SUCCESS[step];
	switch (fault.kind) {
		case "silent": return "does not answer";
		case "refused": return "refuses the connection";
		case "answer": return `answers ${quoted(fault.answer)}`;
		default: return `fails (${fault.words})`;
	}
}
function judgeWalks(walks, target, timeoutMs) {
	const soonest = STEPS.flatMap((step) => walks.filter(({ fault }) => fault?.step === step))[0];
	if (soonest?.fault === void 0) return void 0;
	const alike = walks.filter(({ fault }) => fault?.step === soonest.fault?.step && fault?.kind === soonest.fault?.kind);
	return explain(soonest.fault, {
		target,
		where: alike.map((one) => withPort(one.address, target.port)).join(", "),
		fine: walks.filter((one) => one.fault === void 0).map((one) => one.address),
		within: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(timeoutMs),
		certificate: soonest.certificate
	});
}
function explain(fault, scene) {
	const { port, endpointId, cluster } = scene.target;
	switch (fault.kind) {
		case "silent": return silent(fault.step, scene);
		case "no-route": return {
			code: "probe-time-out",
			cause: `This runner has no route to ${scene.where}: ${fault.words}`,
			fix: "Check the route tables between the runner and the subnets of the endpoint, and the firewall of the runner."
		};
		case "refused": return {
			code: "probe-refused",
			cause: `Connections to ${scene.where} of ${endpointId} are refused`,
			fix: `Check that cluster ${cluster} is running, that its connection is available (run ensure), and that no firewall rejects port ${port}: the runner reaches the address, but nothing serves that port.`
		};
		case "cut": return {
			code: "probe-reset",
			cause: fault.step === "tls" ? `The connection to ${scene.where} is closed during the TLS handshake (${fault.words})` : `The connection to ${scene.where} is closed before TLS (${fault.words})`,
			fix: `Check that the connection of cluster ${cluster} to ${endpointId} is available (run ensure) and that no firewall on the way inspects port ${port}.`
		};
		case "answer": return {
			code: "probe-not-postgres",
			cause: fault.answer.toString("latin1") === "N" ? `The answer of ${scene.where} to the PostgreSQL SSLRequest is N: no TLS is offered` : `The answer of ${scene.where} to the PostgreSQL SSLRequest is ${quoted(fault.answer)} instead of S`,
			fix: `Check the service of ${endpointId} and what is between it and the runner: a CockroachDB Cloud cluster answers S.`
		};
		case "handshake": return {
			code: "probe-not-postgres",
			cause: `TLS with ${scene.where} fails, though the SSLRequest is answered with S (${fault.words})`,
			fix: `Check the service of ${endpointId} and that no proxy or firewall on the way ends TLS.`
		};
		default: return certificateVerdict(fault.kind, fault.words, scene);
	}
}
function silent(step, { target, where, fine, within }) {
	const code = "probe-time-out";
	if (step === "ssl-request") return {
		code,
		cause: `TCP to ${where} connects, but the PostgreSQL SSLRequest is not answered within ${within}`,
		fix: `Check that the connection of cluster ${target.cluster} is available and that no firewall blocks the traffic. Security groups aren't the cause, as TCP connects.`
	};
	if (step === "tls") return {
		code,
		cause: `TLS with ${where} does not finish within ${within}, though the SSLRequest is answered with S`,
		fix: "Check that large packets arrive (MTU; network ACLs must allow ICMP \"fragmentation needed\") and that no firewall inspects TLS."
	};
	return {
		code,
		cause: `Nothing answers at ${where} of ${target.endpointId} within ${within}`,
		fix: fine.length > 0 ? `Check the network ACL and the routes of the silent subnet first, then the security groups: ${fine.join(", ")} ${fine.length === 1 ? "answers" : "answer"}.` : `Allow TCP ${target.port} from this runner: check the security groups of ${target.endpointId}, the network ACLs (both directions), the routes, and the egress rules of the runner.`
	};
}
function certificateVerdict(kind, words, { where, certificate, target }) {
	if (target.ca !== void 0 && !isCertificate(target.ca)) return {
		code: "probe-certificate",
		cause: `CockroachDB Cloud returned a CA for cluster ${target.cluster} that isn't a PEM certificate`,
		fix: "Run again. If it fails again, ask Cockroach Labs support."
	};
	const authority = target.ca === void 0 ? "a public authority" : `the CA of cluster ${target.cluster}`;
	if (kind === "misnamed") {
		const names = certificate?.names ?? [];
		const covered = names.length === 0 ? "no name" : names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");
		return {
			code: "probe-certificate-name",
			cause: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.o)(`The certificate at ${where} does not cover ${target.host}; it covers ${covered}`),
			fix: "Ask Cockroach Labs support which name the certificate covers: clients with sslmode=verify-full refuse it too."
		};
	}
	if (kind === "expired") return {
		code: "probe-certificate",
		cause: `The certificate at ${where}, or one above it in its chain, is out of date (${words}${certificate === void 0 ? "" : `, valid from ${day(certificate.from)} until ${day(certificate.until)}`})`,
		fix: "Check the clock of this runner. If it is right, ask Cockroach Labs support to renew the certificate."
	};
	const issuer = certificate === void 0 ? "" : `, issued by ${certificate.issuer}`;
	return {
		code: "probe-certificate",
		cause: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.o)(`The certificate at ${where} is not signed by ${authority} (${words}${issuer})`),
		fix: "Check that no proxy or firewall on the way ends TLS in place of the cluster. If none does, ask Cockroach Labs support."
	};
}
function isCertificate(pem) {
	try {
		new node_crypto__WEBPACK_IMPORTED_MODULE_3__.X509Certificate(pem);
		return true;
	} catch {
		return false;
	}
}
function day(date) {
	return date.toISOString().slice(0, 10);
}
function quoted(bytes) {
	return JSON.stringify((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.l)(bytes.toString("latin1"), 41));
}

// src/probe/probe.ts
const STEP_MS = 1e4;
const REACH_MS = 3e3;
async function probe(target, deps) {
	const limits = {
		signal: deps.signal,
		timeoutMs: deps.timeoutMs ?? STEP_MS
	};
	if (limits.signal.aborted) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.n)();
	const resolved = await ask(target, deps, limits);
	return {
		...await tryPath(target, {
			resolved,
			deps,
			limits
		}),
		answered: answered(resolved, target)
	};
}
async function tryPath(target, { resolved, deps, limits }) {
	const misnamed = judgeName(resolved, target);
	const dns = {
		check: "dns",
		ok: misnamed === void 0,
		detail: nameDetail(resolved, target)
	};
	if (target.addresses.length === 0) return ended(target, {
		outcome: "outside",
		...nothingToProbe(target)
	}, [dns]);
	if (misnamed !== void 0) {
		const { isReached: isReached$1 = _steps_js__WEBPACK_IMPORTED_MODULE_2__.isReached } = deps;
		return misresolved(target, {
			resolved,
			verdict: misnamed,
			dns,
			isReached: isReached$1
		}, limits);
	}
	const { walk: walk$1 = _steps_js__WEBPACK_IMPORTED_MODULE_2__.walk } = deps;
	const walks = await together(target.addresses, limits, (address, shared) => walk$1(address, target, shared));
	const verdict = judgeWalks(walks, target, limits.timeoutMs);
	const checks = [dns, ...checksOf(walks, target.port)];
	const until = walks.flatMap((one) => one.certificate === void 0 ? [] : [one.certificate.until.getTime()]);
	const expires = until.length === 0 ? void 0 : new Date(Math.min(...until)).toISOString();
	if (verdict !== void 0) return ended(target, {
		outcome: "failed",
		...verdict,
		certificateExpires: expires
	}, checks);
	return {
		cluster: target.cluster,
		host: target.host,
		outcome: "proved",
		code: void 0,
		cause: `${target.host} leads through VPC endpoint ${target.endpointId} to the cluster, on ${target.addresses.join(", ")}`,
		fix: "",
		checks,
		certificateExpires: expires
	};
}
async function misresolved(target, name, limits) {
	if (("answers" in name.resolved ? name.resolved.answers : []).some((one) => one.kind === "own" || one.kind === "other")) return ended(target, {
		outcome: "failed",
		...name.verdict
	}, [name.dns]);
	const reachMs = Math.min(REACH_MS, limits.timeoutMs);
	const open = (await together(target.addresses, {
		...limits,
		timeoutMs: reachMs
	}, async (address, shared) => ({
		address,
		ok: await name.isReached(address, target.port, shared)
	}))).filter((one) => one.ok).map((one) => one.address);
	const checks = [name.dns, {
		check: "tcp",
		ok: open.length > 0,
		detail: open.length > 0 ? `${open.join(", ")} of ${target.endpointId} can be reached by address` : `no address of ${target.endpointId} can be reached within ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(reachMs)}`
	}];
	if (open.length > 0) return ended(target, {
		outcome: "failed",
		...name.verdict
	}, checks);
	return ended(target, {
		outcome: "outside",
		...outside(target, name.dns.detail, reachMs)
	}, checks);
}
async function together(addresses, limits, one) {
	return (await Promise.allSettled([...new Set(addresses)].map((address) => one(address, limits)))).map((each) => {
		if (each.status === "rejected") throw each.reason;
		return each.value;
	});
}
async function ask(target, deps, limits) {
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(), limits.timeoutMs);
	const signal = AbortSignal.any([limits.signal, late.signal]);
	try {
		const answers = await deps.resolve(target.host, signal);
		return { answers: classifyAnswers(answers, target) };
	} catch (error) {
		if (limits.signal.aborted) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.n)();
		if (late.signal.aborted) return { silence: `timed out after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(limits.timeoutMs)}` };
		return { silence: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.r)(error) };
	} finally {
		clearTimeout(timer);
	}
}
function answered(resolved, { host }) {
	if ("silence" in resolved) return `no answer: ${resolved.silence.replace(` ${host}`, "")}`;
	return resolved.answers.map((one) => one.address).join(", ") || "no address";
}
function nameDetail(resolved, target) {
	if ("silence" in resolved) return `${target.host} gets no answer: ${resolved.silence}`;
	if (resolved.answers.length === 0) return `${target.host} does not resolve`;
	return `${target.host} resolves to ${resolved.answers.map((one) => one.address).join(", ")}`;
}
function ended({ cluster, host }, verdict, checks) {
	return {
		cluster,
		host,
		certificateExpires: void 0,
		...verdict,
		checks
	};
}



/***/ }),

/***/ 5858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isReached: () => (/* binding */ isReached),
/* harmony export */   walk: () => (/* binding */ walk)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);




// src/probe/steps.ts
async function walk(address, target, limits) {
	const opened = await openTcp(address, target.port, limits);
	if ("fault" in opened) return {
		address,
		fault: opened.fault,
		certificate: void 0
	};
	try {
		const fault = await requestSsl(opened.socket, limits);
		if (fault !== void 0) return {
			address,
			fault,
			certificate: void 0
		};
		return {
			address,
			...await completeTls(opened.socket, target, limits)
		};
	} finally {
		opened.socket.destroy();
	}
}
async function isReached(address, port, limits) {
	const opened = await openTcp(address, port, limits);
	if ("fault" in opened) return false;
	opened.socket.destroy();
	return true;
}
async function openTcp(address, port, limits) {
	const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.connect)({
		host: address,
		port
	});
	ignoreLateErrors(socket);
	try {
		const fault = await next(socket, limits, {
			connect: () => void 0,
			error: (error) => tcpFault(error)
		});
		if (fault === void 0) return { socket };
		socket.destroy();
		return { fault: fault === SILENT ? {
			step: "tcp",
			kind: "silent"
		} : fault };
	} catch (error) {
		socket.destroy();
		throw error;
	}
}
function tcpFault(error) {
	const code = codeOf(error);
	if (code === "ECONNREFUSED") return {
		step: "tcp",
		kind: "refused"
	};
	if (code === "ECONNRESET") return {
		step: "tcp",
		kind: "cut",
		words: code
	};
	return {
		step: "tcp",
		kind: "no-route",
		words: code === "" ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error) : code
	};
}
const SSL_REQUEST = Buffer.from([
	0,
	0,
	0,
	8,
	4,
	210,
	22,
	47
]);
async function requestSsl(socket, limits) {
	const step = "ssl-request";
	const answered = next(socket, limits, {
		data: (chunk) => {
			const answer = chunk;
			return answer.length === 1 && answer[0] === 83 ? void 0 : {
				step,
				kind: "answer",
				answer
			};
		},
		error: (error) => ({
			step,
			kind: "cut",
			words: codeOf(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error)
		}),
		close: () => ({
			step,
			kind: "cut",
			words: "closed by the other side"
		})
	});
	socket.write(SSL_REQUEST);
	const fault = await answered;
	return fault === SILENT ? {
		step,
		kind: "silent"
	} : fault;
}
async function completeTls(socket, target, limits) {
	const step = "tls";
	const secured = (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.connect)({
		socket,
		servername: target.host.replace(/\.$/, ""),
		...target.ca === void 0 ? {} : { ca: [target.ca] },
		rejectUnauthorized: false
	});
	ignoreLateErrors(secured);
	const fault = await next(secured, limits, {
		secureConnect: () => certificateFault(secured),
		error: (error) => tlsFault(error)
	});
	return {
		fault: fault === SILENT ? {
			step,
			kind: "silent"
		} : fault,
		certificate: certificateOf(secured)
	};
}
function tlsFault(error) {
	const code = codeOf(error);
	if (code === "ECONNRESET" || code === "EPIPE") return {
		step: "tls",
		kind: "cut",
		words: code
	};
	return {
		step: "tls",
		kind: "handshake",
		words: code === "" ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error) : code
	};
}
function certificateFault(secured) {
	if (secured.authorized) return void 0;
	const reason = secured.authorizationError;
	const words = reason instanceof Error ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(reason) : String(reason);
	if (words === "ERR_TLS_CERT_ALTNAME_INVALID") return {
		step: "tls",
		kind: "misnamed",
		words
	};
	if (words === "CERT_HAS_EXPIRED" || words === "CERT_NOT_YET_VALID") return {
		step: "tls",
		kind: "expired",
		words
	};
	return {
		step: "tls",
		kind: "untrusted",
		words
	};
}
function certificateOf(secured) {
	const shown = secured.getPeerX509Certificate();
	if (shown === void 0) return void 0;
	const names = (shown.subjectAltName ?? "").split(", ").filter((name) => name !== "");
	return {
		from: shown.validFromDate,
		until: shown.validToDate,
		names: names.map((name) => name.replace(/^DNS:/, "")),
		issuer: shown.issuer.split("\n").join(", ")
	};
}
const SILENT = Symbol("no answer in time");
function next(socket, limits, events) {
	return new Promise((resolve, reject) => {
		const listeners = Object.entries(events).map(([event, tell]) => [event, (first) => settle(() => resolve(tell(first)))]);
		const onAbort = () => settle(() => reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)()));
		const timer = setTimeout(() => settle(() => resolve(SILENT)), limits.timeoutMs);
		const settle = (end) => {
			clearTimeout(timer);
			limits.signal.removeEventListener("abort", onAbort);
			for (const [event, listener] of listeners) socket.off(event, listener);
			end();
		};
		for (const [event, listener] of listeners) socket.on(event, listener);
		limits.signal.addEventListener("abort", onAbort, { once: true });
		if (limits.signal.aborted) onAbort();
	});
}
function ignoreLateErrors(socket) {
	socket.on("error", () => {});
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}



/***/ })

};
