export const id = 632;
export const ids = [632];
export const modules = {

/***/ 3632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   defaultProvider: () => (/* reexport safe */ _dist_es3_js__WEBPACK_IMPORTED_MODULE_0__.n)
/* harmony export */ });
/* harmony import */ var _dist_es3_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4133);




/***/ })

};
