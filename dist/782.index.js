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
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3554);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2039);
/* harmony import */ var _planner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(273);





// node_modules/fastest-levenshtein/esm/mod.js
const peq = /* @__PURE__ */ new Uint32Array(65536);
const myers_32 = (a, b) => {
	const n = a.length;
	const m = b.length;
	const lst = 1 << n - 1;
	let pv = -1;
	let mv = 0;
	let sc = n;
	let i = n;
	while (i--) peq[a.charCodeAt(i)] |= 1 << i;
	for (i = 0; i < m; i++) {
		let eq = peq[b.charCodeAt(i)];
		const xv = eq | mv;
		eq |= (eq & pv) + pv ^ pv;
		mv |= ~(eq | pv);
		pv &= eq;
		if (mv & lst) sc++;
		if (pv & lst) sc--;
		mv = mv << 1 | 1;
		pv = pv << 1 | ~(xv | mv);
		mv &= xv;
	}
	i = n;
	while (i--) peq[a.charCodeAt(i)] = 0;
	return sc;
};
const myers_x = (b, a) => {
	const n = a.length;
	const m = b.length;
	const mhc = [];
	const phc = [];
	const hsize = Math.ceil(n / 32);
	const vsize = Math.ceil(m / 32);
	for (let i = 0; i < hsize; i++) {
		phc[i] = -1;
		mhc[i] = 0;
	}
	let j = 0;
	for (; j < vsize - 1; j++) {
		let mv = 0;
		let pv = -1;
		const start = j * 32;
		const vlen = Math.min(32, m) + start;
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		for (let i = 0; i < n; i++) {
			const eq = peq[a.charCodeAt(i)];
			const pb = phc[i / 32 | 0] >>> i & 1;
			const mb = mhc[i / 32 | 0] >>> i & 1;
			const xv = eq | mv;
			const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			let ph = mv | ~(xh | pv);
			let mh = pv & xh;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	}
	let mv = 0;
	let pv = -1;
	const start = j * 32;
	const vlen = Math.min(32, m - start) + start;
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
	let score = m;
	for (let i = 0; i < n; i++) {
		const eq = peq[a.charCodeAt(i)];
		const pb = phc[i / 32 | 0] >>> i & 1;
		const mb = mhc[i / 32 | 0] >>> i & 1;
		const xv = eq | mv;
		const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
		let ph = mv | ~(xh | pv);
		let mh = pv & xh;
		score += ph >>> m - 1 & 1;
		score -= mh >>> m - 1 & 1;
		if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
		if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
		ph = ph << 1 | pb;
		mh = mh << 1 | mb;
		pv = mh | ~(xv | ph);
		mv = ph & xv;
	}
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	return score;
};
const distance = (a, b) => {
	if (a.length < b.length) {
		const tmp = b;
		b = a;
		a = tmp;
	}
	if (b.length === 0) return a.length;
	if (a.length <= 32) return myers_32(a, b);
	return myers_x(a, b);
};
const closest = (str, arr) => {
	let min_distance = 1e400;
	let min_index = 0;
	for (let i = 0; i < arr.length; i++) {
		const dist = distance(str, arr[i]);
		if (dist < min_distance) {
			min_distance = dist;
			min_index = i;
		}
	}
	return arr[min_index];
};

// src/reconcile/departure/nothing-claimed.ts
const MOST_LISTED = 10;
function nothingClaimed(desired, observed) {
	const { owner } = desired;
	const place = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nt)(desired.goal) ?? desired.region;
	const claims = claimsIn(observed);
	const elsewhere = claims.filter((claim) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.kt)(claim, owner));
	const isOrdinary = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.At)(owner.environment) !== "none";
	return [{
		code: "departure",
		warning: !isOrdinary,
		text: elsewhere.length > 0 ? otherClusters(desired, place) : `Environment ${owner.environment} claims nothing in ${place}${nearestTo(desired, claims)}`,
		log: isOrdinary ? [] : environmentLines(desired, claims)
	}, ...unmanagedNotes(observed, place)];
}
function claimsAnything(desired, observed) {
	const isOwn = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)(desired, observed.clusters);
	const digest = (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(desired.owner);
	return [...observed.endpoints.filter(_lease_js__WEBPACK_IMPORTED_MODULE_1__.mt), ...observed.groups.filter(_lease_js__WEBPACK_IMPORTED_MODULE_1__.ht)].some(({ tags }) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Ft)(tags).some(isOwn) || (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.It)(tags).some((mark) => mark.by === digest || mark.by === ""));
}
function claimsIn({ endpoints, groups }) {
	return [...endpoints.filter((one) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.mt)(one) && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.pt)(one)), ...groups.filter(_lease_js__WEBPACK_IMPORTED_MODULE_1__.ht)].flatMap((one) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.Ft)(one.tags));
}
function otherClusters({ owner, clusters }, place) {
	return `Environment ${owner.environment} claims other clusters in ${place}, but not ${clusters.join(", ")}`;
}
function nearest(name, names) {
	const lower = closest(name.toLowerCase(), names.map((one) => one.toLowerCase()));
	return closest(name, names.filter((one) => one.toLowerCase() === lower));
}
function ownEnvironments({ owner }, claims) {
	const own = claims.filter((claim) => (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.l)(claim, owner) && claim.name !== "");
	return [...new Set(own.map((claim) => claim.name))].sort();
}
function nearestTo(desired, claims) {
	const names = ownEnvironments(desired, claims);
	return names.length === 0 ? "" : `; the nearest environment of this repository is ${nearest(desired.owner.environment, names)}`;
}
function environmentLines(desired, claims) {
	const names = ownEnvironments(desired, claims);
	const others = new Set(claims.filter((claim) => !(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.l)(claim, desired.owner)).map((claim) => claim.key));
	return [...names.length === 0 ? [] : [`Environments of this repository here: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__.i)(names, MOST_LISTED)}`], ...others.size === 0 ? [] : [`Claims of other repositories here: ${others.size}`]];
}
function unmanagedNotes({ endpoints }, place) {
	const ids = endpoints.filter((one) => one.interface && (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.pt)(one.serviceName) && !(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.mt)(one) && !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.pt)(one)).map((one) => one.id);
	if (ids.length === 0) return [];
	return [{
		code: "departure",
		warning: false,
		text: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__.r)(ids.length, "VPC endpoint")} in ${place} ${ids.length === 1 ? "isn't" : "aren't"} managed by this action, and connections through ${ids.length === 1 ? "it" : "them"} were not checked: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__.i)(ids, MOST_LISTED)}`,
		more: ["To disconnect a cluster from one of them, run `operation: delete` with `endpoint-id` and `cluster`."]
	}];
}

// src/operations/delete.ts
async function deletePath(request, deps) {
	const goal = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)(request);
	const desired = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(request, goal, deps.home);
	const journal = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(deps.nonce, deps.started);
	let isClaimed = false;
	const listener = {
		...deps.listener,
		planned(plan, observed) {
			isClaimed ||= claimsAnything(desired, observed);
			deps.listener.planned(plan, observed);
		}
	};
	const plan = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(goal) ? _planner_js__WEBPACK_IMPORTED_MODULE_2__.t : _index_js__WEBPACK_IMPORTED_MODULE_0__.w;
	const own = {
		desired: {
			...desired,
			...removedOwners(desired)
		},
		journal,
		listener,
		plan
	};
	const result = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(request, deps, own));
	if (goal.kind !== "leave-environment" || isClaimed || (0,_lease_js__WEBPACK_IMPORTED_MODULE_1__.q)(journal).size > 0) return result;
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
