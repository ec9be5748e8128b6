export const id = 93;
export const ids = [93];
export const modules = {

/***/ 4093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemResolve: () => (/* binding */ systemResolve)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1553);



// src/probe/resolve.ts
const NO_ADDRESS = /* @__PURE__ */ new Set(["ENOTFOUND", "ENODATA"]);
async function systemResolve(host, signal) {
	if (signal.aborted) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)();
	let stop = () => {};
	const aborted = new Promise((_, reject) => {
		stop = () => reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)());
		signal.addEventListener("abort", stop, { once: true });
	});
	try {
		const answers = await Promise.race([(0,node_dns_promises__WEBPACK_IMPORTED_MODULE_1__.lookup)(host, {
			all: true,
			order: "verbatim"
		}), aborted]);
		return [...new Set(answers.map((one) => one.address))];
	} catch (error) {
		if (error instanceof Error && "code" in error && NO_ADDRESS.has(String(error.code))) return [];
		throw error;
	} finally {
		signal.removeEventListener("abort", stop);
	}
}



/***/ })

};
