export const id = 769;
export const ids = [769];
export const modules = {

/***/ 5769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createFetch: () => (/* binding */ createFetch)
/* harmony export */ });
/* harmony import */ var _dispatchers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2911);


// src/github/fetch.ts
function createFetch(proxyFor) {
	const dispatchers = (0,_dispatchers_js__WEBPACK_IMPORTED_MODULE_0__.t)(proxyFor);
	return (input, init) => {
		const dispatcher = dispatchers.forFetch(new URL(input instanceof Request ? input.url : input));
		return fetch(input, {
			...init,
			dispatcher
		});
	};
}



/***/ })

};
