export const id = 771;
export const ids = [771];
export const modules = {

/***/ 1771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromNodeProviderChain: () => (/* binding */ fromNodeProviderChain)
/* harmony export */ });
// node_modules/@aws-sdk/credential-providers/dist-es/fromNodeProviderChain.js
const fromNodeProviderChain = (init = {}) => {
	let chain;
	return async (args) => {
		if (!chain) {
			const { defaultProvider } = await __webpack_require__.e(/* import() */ 679).then(__webpack_require__.bind(__webpack_require__, 4679));
			chain = defaultProvider({ ...init });
		}
		return chain(args);
	};
};



/***/ })

};
