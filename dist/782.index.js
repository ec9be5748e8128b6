export const id = 782;
export const ids = [782];
export const modules = {

/***/ 7782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deletePath: () => (/* binding */ deletePath)
/* harmony export */ });
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7068);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(125);



// src/operations/delete.ts
/**
* Gives up what the environment claims (of the named clusters, or all) and takes down what nobody else uses. Asked for
* trusted owners and nothing else, it takes these accounts away instead.
* @throws ActionError for what stands in the way, and where something is left that it could not remove
*/
function deletePath(request, deps) {
	const desired = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.h)(request, deps.home);
	const { trustedOwners } = request;
	const owners = request.ownersOnly && trustedOwners !== void 0;
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__._)({
		desired: owners ? {
			...desired,
			trustedOwners: {
				accounts: trustedOwners.accounts,
				mode: "remove"
			}
		} : {
			...desired,
			trustedOwners: void 0,
			leave: { kind: "environment" }
		},
		worlds: deps.worlds,
		memory: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.B)(deps.nonce, deps.started),
		signal: deps.signal,
		deadline: deps.deadline,
		wait: request.wait,
		dryRun: request.dryRun,
		listener: deps.listener,
		task: owners ? _index_js__WEBPACK_IMPORTED_MODULE_1__.g : _task_js__WEBPACK_IMPORTED_MODULE_0__.t
	});
}



/***/ })

};
