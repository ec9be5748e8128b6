export const id = 236;
export const ids = [236];
export const modules = {

/***/ 4236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentBody: () => (/* binding */ commentBody),
/* harmony export */   keepComment: () => (/* binding */ keepComment)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9076);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4366);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7044);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);






// src/github/sections.ts
const END = "<!-- cockroachdb-privatelink:section:end -->";
const REST = "The job summary has more.";
/** Less than this of a text is no help to anybody. */
const LEAST_TEXT = 1e3;
const NO_ROOM = "*There is no room for this text here: the job summary has it.*";
/** The section of a run. */
function sectionOf(clusters, markdown) {
	const text = closed(withoutMargins((0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.o)(withoutMargins(markdown))));
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(text).digest("hex").slice(0, 32);
	return {
		clusters: [...new Set(clusters)].toSorted(),
		text,
		hash
	};
}
/** The sections of a comment; none in one of an older version, which one run wrote as a whole. */
function readSections(body) {
	const sections = [];
	let open;
	let inFence = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.n)();
	const close = () => {
		if (open !== void 0) sections.push({
			...open.section,
			text: withoutMargins(open.text.join("\n"))
		});
		open = void 0;
	};
	for (const line of (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.p)(body).split("\n")) {
		const isText = inFence(line) !== "";
		const section = isText ? void 0 : parsedSection((0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.i)("section", line));
		if (section !== void 0) {
			close();
			open = {
				section,
				text: []
			};
			inFence = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.n)();
		} else if (!isText && line === END) close();
		else open?.text.push(line);
	}
	close();
	return sections;
}
function parsedSection(value) {
	const { clusters, hash } = value ?? {};
	if (!Array.isArray(clusters) || !clusters.every((name) => typeof name === "string")) return void 0;
	return {
		clusters,
		hash: typeof hash === "string" ? hash : ""
	};
}
/** The sections after a run: its own takes the place of those whose clusters it was about, and of no other. */
function withSection(sections, own) {
	const names = new Set(own.clusters);
	const others = sections.filter(({ clusters }) => names.size > 0 && !clusters.every((name) => names.has(name)));
	return [...new Map([...others.toReversed(), own].map((one) => [JSON.stringify(one.clusters), one]))].toSorted(([one], [other]) => one < other ? -1 : 1).map(([, section]) => section);
}
/** True if the section is there as the run wrote it, cut or not. */
function hasSection(sections, { clusters, hash }) {
	return sections.some((one) => one.hash === hash && one.clusters.join() === clusters.join());
}
/**
* The text of a comment, never longer than GitHub takes. Where the sections are too long, the longest are cut to the same
* length; where even the names of their clusters are too long, the last ones are left out, but never `own`.
*/
function sectionsBody(marker, all, own) {
	let shown = [...all];
	const heads = () => shown.map((section) => headOf(section, shown.length > 1));
	const left = () => shown.length === all.length ? "" : `\n\n*There is no room here for ${all.length - shown.length} more: the job summaries have them.*`;
	const room = () => _until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.a - [
		marker,
		...heads(),
		left()
	].join("").length - shown.length * 50;
	while (room() < shown.length * 62 && shown.length > 1) {
		const last = shown.findLastIndex((section) => section !== own);
		shown = shown.filter((_, index) => index !== last);
	}
	const max = fairShare(shown.map(({ text }) => text.length), room());
	return `${[marker, ...shown.map((section, index) => `${heads()[index]}\n\n${cut(section.text, max)}\n\n${END}`)].join("\n\n")}${left()}`;
}
function headOf(section, hasSeveral) {
	const { clusters, hash } = section;
	const names = clusters.map((name) => (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.d)(name, 100)).join(", ") || "all clusters of the environment";
	return `${hasSeveral ? `**Clusters:** ${names}\n\n` : ""}${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.r)("section", {
		clusters,
		hash
	})}`;
}
/** The longest length that all texts can have together in the room that there is. */
function fairShare(lengths, room) {
	let rest = room;
	const rising = lengths.toSorted((one, other) => one - other);
	for (const [index, length] of rising.entries()) {
		const share = Math.floor(rest / (rising.length - index));
		if (length > share) return share;
		rest -= length;
	}
	return room;
}
function cut(text, max) {
	if (text.length <= max) return text;
	return max < LEAST_TEXT ? NO_ROOM : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.r)(text, {
		max,
		rest: REST
	});
}
/** Markdown without empty lines around it. What its first line begins with stays: four blanks make code of it. */
function withoutMargins(markdown) {
	return (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.p)(markdown).replace(/^(\s*\n)+/, "");
}
/** Markdown whose fenced blocks all end, so that what follows is not taken for a part of the last one. */
function closed(markdown) {
	const inFence = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.n)();
	const open = markdown.split("\n").map(inFence).at(-1) ?? "";
	return open === "" ? markdown : `${markdown}\n${open}`;
}

// src/github/comment.ts
const PERMISSION = "pull-requests: write";
/**
* Keeps one comment for a key on a pull request, edited in place. Each run writes the section of its own clusters (see
* sections.ts). The comment is found by its hidden first line and its author (see author.ts); of several the oldest is kept
* with the sections of all, and the others are deleted. Where its author can't be known, nothing is changed and
* `authorUnknown` is thrown.
*/
async function keepComment(api, place, text) {
	const own = sectionOf(text.clusters, text.markdown);
	const kept = { result: {
		action: "unchanged",
		url: ""
	} };
	const what = `the comment on pull request #${place.pullNumber} of ${place.owner}/${place.repo}`;
	await (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.t)(api, (isFirst) => look(api, place, {
		own,
		kept,
		isFirst
	}), what);
	return kept.result;
}
/** Reads, and gives the write that is missing. */
async function look(api, place, { own, kept, isFirst }) {
	const found = kept.id === void 0 ? await findComments(api, place).catch(nothingLater(isFirst)) : await sameComment(api, place, kept.id);
	const [comment, ...others] = found;
	const sections = withSection(found.flatMap(({ body }) => readSections(body)), own);
	const body = sectionsBody(marker(place), sections, own);
	if (comment === void 0) return isFirst ? () => create(api, place, {
		body,
		kept
	}) : void 0;
	const duplicates = others.filter((other) => isFirst || other.id === kept.created);
	const stands = isFirst || duplicates.length > 0 ? (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.p)(comment.body) === (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.p)(body) : hasSection(readSections(comment.body), own);
	if (kept.result.url === "") kept.result = {
		action: "unchanged",
		url: comment.url
	};
	if (stands && duplicates.length === 0) return void 0;
	return async () => {
		if (!stands) {
			await change(api, place, {
				comment,
				body
			});
			if (!(kept.result.action === "created" && kept.result.url === comment.url)) Object.assign(kept, {
				id: comment.id,
				result: {
					action: "updated",
					url: comment.url
				}
			});
		}
		for (const duplicate of duplicates) await remove(api, place, duplicate);
	};
}
/** The whole text of a comment that one run wrote. */
function commentBody(place, { clusters, markdown }) {
	const own = sectionOf(clusters, markdown);
	return sectionsBody(marker(place), [own], own);
}
function marker({ key }) {
	return (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_1__.s)("comment", [key]);
}
async function findComments(api, place) {
	const comments = await api.list({
		...ask(place, "list the comments on"),
		route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
		params: {
			owner: place.owner,
			repo: place.repo,
			issue_number: place.pullNumber
		}
	}, _parse_js__WEBPACK_IMPORTED_MODULE_2__.n);
	const { own, unknown } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(api, comments, marker(place));
	if (own.length > 0 || unknown.length === 0) return own;
	throw await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(api, unknown, ({ id }) => `comment ${id}`);
}
/** The comment that this run wrote to, as it is by now; it may be gone. */
async function sameComment(api, place, id) {
	const comment = await api.sendIfThere({
		...ask(place, "read the comment on"),
		route: "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
		params: {
			owner: place.owner,
			repo: place.repo,
			comment_id: id
		}
	}, _parse_js__WEBPACK_IMPORTED_MODULE_2__.n);
	return comment === void 0 ? [] : [comment];
}
/** After the first write, comments that may be another's are no reason to fail: they are left alone. */
function nothingLater(isFirst) {
	return (error) => {
		if (isFirst || !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(error)) throw error;
		return [];
	};
}
async function create(api, place, { body, kept }) {
	const { id, url } = await api.create({
		...ask(place, "comment on"),
		route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
		params: {
			owner: place.owner,
			repo: place.repo,
			issue_number: place.pullNumber,
			body
		}
	}, _parse_js__WEBPACK_IMPORTED_MODULE_2__.n, async () => (await findComments(api, place))[0]);
	Object.assign(kept, {
		result: {
			action: "created",
			url
		},
		created: id
	});
}
async function change(api, place, { comment, body }) {
	await api.send({
		...ask(place, "change the comment on"),
		route: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
		params: {
			owner: place.owner,
			repo: place.repo,
			comment_id: comment.id,
			body
		}
	}, _parse_js__WEBPACK_IMPORTED_MODULE_2__.n);
}
async function remove(api, place, { id }) {
	await api.sendIfThere({
		...ask(place, "delete a duplicate comment on"),
		route: "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
		params: {
			owner: place.owner,
			repo: place.repo,
			comment_id: id
		}
	}, () => void 0);
}
function ask({ owner, repo, pullNumber }, verb) {
	return {
		doing: `${verb} pull request #${pullNumber} of ${owner}/${repo}`,
		permission: PERMISSION
	};
}



/***/ })

};
