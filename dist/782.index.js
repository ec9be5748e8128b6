export const id = 782;
export const ids = [782];
export const modules = {

/***/ 7782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deletePath: () => (/* binding */ deletePath)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5640);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3554);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2039);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2396);
/* harmony import */ var _planner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(273);







// src/reconcile/departure/nothing-claimed.ts
const MOST_LISTED = 10;
function nothingClaimed(desired, observed) {
	const { owner } = desired;
	const place = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(desired.goal) ?? desired.region;
	const claims = claimsIn(observed);
	const elsewhere = claims.filter((claim) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.p)(claim, owner));
	const isOrdinary = (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.m)(owner.environment) !== "none";
	return [{
		code: "departure",
		warning: !isOrdinary,
		text: elsewhere.length > 0 ? otherClusters(desired, place) : `Environment ${owner.environment} claims nothing in ${place}${nearestTo(desired, claims)}`,
		log: isOrdinary ? [] : environmentLines(desired, claims)
	}, ...unmanagedNotes(observed, place)];
}
function claimsAnything(desired, observed) {
	const isOwn = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(desired, observed.clusters);
	const digest = (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.v)(desired.owner);
	return [...observed.endpoints.filter(_lease_js__WEBPACK_IMPORTED_MODULE_2__.mt), ...observed.groups.filter(_lease_js__WEBPACK_IMPORTED_MODULE_2__.ht)].some(({ tags }) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.y)(tags).some(isOwn) || (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.b)(tags).some((mark) => mark.by === digest || mark.by === ""));
}
function claimsIn({ endpoints, groups }) {
	return [...endpoints.filter((one) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.mt)(one) && !(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(one)), ...groups.filter(_lease_js__WEBPACK_IMPORTED_MODULE_2__.ht)].flatMap((one) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.y)(one.tags));
}
function otherClusters({ owner, clusters }, place) {
	return `Environment ${owner.environment} claims other clusters in ${place}, but not ${clusters.join(", ")}`;
}
function ownEnvironments({ owner }, claims) {
	const own = claims.filter((claim) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.l)(claim, owner) && claim.name !== "");
	return [...new Set(own.map((claim) => claim.name))].sort();
}
function nearestTo(desired, claims) {
	const names = ownEnvironments(desired, claims);
	const nearest = names.length === 0 ? void 0 : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.pt)(desired.owner.environment, names);
	return nearest === void 0 || !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(desired.owner.environment, nearest) ? "" : `; the nearest environment of this repository is ${nearest}`;
}
function environmentLines(desired, claims) {
	const names = ownEnvironments(desired, claims);
	const others = new Set(claims.filter((claim) => !(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.l)(claim, desired.owner)).map((claim) => claim.key));
	return [...names.length === 0 ? [] : [`Environments of this repository here: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(names, MOST_LISTED)}`], ...others.size === 0 ? [] : [`Claims of other repositories here: ${others.size}`]];
}
function unmanagedNotes({ endpoints }, place) {
	const ids = endpoints.filter((one) => one.interface && (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.pt)(one.serviceName) && !(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.mt)(one) && !(0,_types_js__WEBPACK_IMPORTED_MODULE_1__.a)(one)).map((one) => one.id);
	if (ids.length === 0) return [];
	return [{
		code: "departure",
		warning: false,
		text: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.r)(ids.length, "VPC endpoint")} in ${place} ${ids.length === 1 ? "isn't" : "aren't"} managed by this action, and connections through ${ids.length === 1 ? "it" : "them"} were not checked: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(ids, MOST_LISTED)}`,
		more: ["To disconnect a cluster from one of them, run `operation: delete` with `endpoint-id` and `cluster`."]
	}];
}

// src/operations/delete.ts
async function deletePath(request, deps) {
	const goal = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.vt)(request);
	const desired = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(request, goal, deps.home);
	const journal = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.G)(deps.nonce, deps.started);
	let isClaimed = false;
	const listener = {
		...deps.listener,
		planned(plan, observed) {
			isClaimed ||= claimsAnything(desired, observed);
			deps.listener.planned(plan, observed);
		}
	};
	const plan = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.it)(goal) ? _planner_js__WEBPACK_IMPORTED_MODULE_4__.t : _index_js__WEBPACK_IMPORTED_MODULE_0__.O;
	const own = {
		desired: {
			...desired,
			...removedOwners(desired)
		},
		journal,
		listener,
		plan
	};
	const result = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.D)(request, deps, own));
	if (goal.kind !== "leave-environment" || isClaimed || (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__.q)(journal).size > 0) return result;
	const notes = [...result.plan.notes, ...nothingClaimed(desired, result.observed)];
	const told = {
		...result.plan,
		notes
	};
	deps.listener.planned(told, result.observed);
	return {
		...result,
		plan: told
	};
}
function removedOwners({ trustedOwners }) {
	return { trustedOwners: trustedOwners && {
		accounts: trustedOwners.accounts,
		mode: "remove"
	} };
}



/***/ })

};
