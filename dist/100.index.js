export const id = 100;
export const ids = [100];
export const modules = {

/***/ 6100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromIni: () => (/* binding */ fromIni)
/* harmony export */ });
// node_modules/@aws-sdk/credential-providers/dist-es/fromIni.js
const fromIni = (init = {}) => {
	return async (args) => {
		const { fromIni: _fromIni } = await __webpack_require__.e(/* import() */ 133).then(__webpack_require__.bind(__webpack_require__, 4133));
		return _fromIni({ ...init })(args);
	};
};



/***/ })

};
