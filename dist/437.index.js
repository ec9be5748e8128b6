export const id = 437;
export const ids = [437];
export const modules = {

/***/ 437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHttpClient: () => (/* binding */ createHttpClient)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _dispatchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2911);



// src/cockroach/http.ts
function createHttpClient(proxyFor) {
	(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tt)();
	const dispatchers = (0,_dispatchers_js__WEBPACK_IMPORTED_MODULE_1__.t)(proxyFor);
	return {
		async send(call) {
			const answer = await dispatchers.to(call.url).request({
				origin: call.url.origin,
				path: `${call.url.pathname}${call.url.search}`,
				method: call.method,
				headers: call.headers,
				signal: call.signal,
				...call.body === void 0 ? {} : { body: call.body }
			});
			const body = new TextDecoder().decode(await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(answer.body));
			const header = (name) => [answer.headers[name]].flat()[0];
			return {
				status: answer.statusCode,
				body,
				retryAfter: header("retry-after"),
				contentType: header("content-type"),
				version: header("cc-version")
			};
		},
		close: () => dispatchers.destroy()
	};
}



/***/ })

};
