export const id = 858;
export const ids = [858];
export const modules = {

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
