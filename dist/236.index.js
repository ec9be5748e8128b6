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
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4366);
/* harmony import */ var _until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9076);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);





// src/github/sections.ts
const END = "<!-- cockroachdb-privatelink:section:end -->";
const REST = "For the rest, see the job summary.";
const LEAST_TEXT = 1e3;
const NO_ROOM = "*This text does not fit here. See the job summary of the run.*";
function sectionOf(clusters, markdown, names = /* @__PURE__ */ new Map()) {
	const text = closed(withoutMargins((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(withoutMargins(markdown))));
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(text).digest("hex").slice(0, 32);
	const sorted = [...new Set(clusters)].toSorted();
	const shown = sorted.map((one) => names.get(one) ?? one);
	return {
		clusters: sorted,
		...shown.join("\n") === sorted.join("\n") ? {} : { names: shown },
		text,
		hash
	};
}
function readSections(body) {
	const sections = [];
	let open;
	let inFence = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)();
	const close = () => {
		if (open !== void 0) sections.push({
			...open.section,
			text: withoutMargins(open.text.join("\n"))
		});
		open = void 0;
	};
	for (const line of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(body).split("\n")) {
		const isText = inFence(line) !== "";
		const section = isText ? void 0 : parsedSection((0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.i)("section", line));
		if (section !== void 0) {
			close();
			open = {
				section,
				text: []
			};
			inFence = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)();
		} else if (!isText && line === END) close();
		else open?.text.push(line);
	}
	close();
	return sections;
}
function parsedSection(value) {
	const { clusters, names, hash } = value ?? {};
	if (!isTexts(clusters)) return void 0;
	return {
		clusters,
		...isTexts(names) && names.length === clusters.length ? { names } : {},
		hash: typeof hash === "string" ? hash : ""
	};
}
const isTexts = (value) => Array.isArray(value) && value.every((one) => typeof one === "string");
function withSection(sections, own) {
	const names = new Set(own.clusters);
	const others = sections.filter(({ clusters }) => names.size > 0 && !clusters.every((name) => names.has(name)));
	return [...new Map([...others.toReversed(), own].map((one) => [JSON.stringify(one.clusters), one]))].toSorted(([one], [other]) => one < other ? -1 : 1).map(([, section]) => section);
}
function hasSection(sections, { clusters, hash }) {
	return sections.some((one) => one.hash === hash && one.clusters.join() === clusters.join());
}
function sectionsBody(marker, all, own) {
	let shown = [...all];
	const heads = () => shown.map((section) => headOf(section, shown.length > 1));
	const left = () => shown.length === all.length ? "" : `\n\n*${all.length - shown.length} more sections do not fit here. See the job summaries of the runs.*`;
	const room = () => _index_js__WEBPACK_IMPORTED_MODULE_0__.a - [
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
	const { clusters, names, hash } = section;
	const shown = (names ?? clusters).map((name) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(name, 100)).join(", ") || "all clusters of the environment";
	return `${hasSeveral ? `**Clusters:** ${shown}\n\n` : ""}${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.r)("section", {
		clusters,
		...names === void 0 ? {} : { names },
		hash
	})}`;
}
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
	return max < LEAST_TEXT ? NO_ROOM : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(text, {
		max,
		rest: REST
	});
}
function withoutMargins(markdown) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(markdown).replace(/^(\s*\n)+/, "");
}
function closed(markdown) {
	const inFence = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)();
	const open = markdown.split("\n").map(inFence).at(-1) ?? "";
	return open === "" ? markdown : `${markdown}\n${open}`;
}

// src/github/comment.ts
const PERMISSION = "pull-requests: write";
async function keepComment(api, place, text) {
	const own = sectionOf(text.clusters, text.markdown, text.names);
	const kept = { result: {
		action: "unchanged",
		url: ""
	} };
	const what = `the comment on pull request #${place.pullNumber} of ${place.owner}/${place.repo}`;
	await (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.t)(api, (isFirst) => look(api, place, {
		own,
		kept,
		isFirst
	}), what);
	return kept.result;
}
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
	const stands = isFirst || duplicates.length > 0 ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(comment.body) === (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(body) : hasSection(readSections(comment.body), own);
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
function commentBody(place, { clusters, markdown, names }) {
	const own = sectionOf(clusters, markdown, names);
	return sectionsBody(marker(place), [own], own);
}
function marker({ key }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)("comment", [key]);
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
	}, _parse_js__WEBPACK_IMPORTED_MODULE_1__.n);
	const { own, unknown } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.wt)(api, comments, marker(place));
	if (own.length > 0 || unknown.length === 0) return own;
	throw await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.St)(api, unknown, ({ id }) => `comment ${id}`);
}
async function sameComment(api, place, id) {
	const comment = await api.sendIfThere({
		...ask(place, "read the comment on"),
		route: "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
		params: {
			owner: place.owner,
			repo: place.repo,
			comment_id: id
		}
	}, _parse_js__WEBPACK_IMPORTED_MODULE_1__.n);
	return comment === void 0 ? [] : [comment];
}
function nothingLater(isFirst) {
	return (error) => {
		if (isFirst || !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(error)) throw error;
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
	}, _parse_js__WEBPACK_IMPORTED_MODULE_1__.n, async () => (await findComments(api, place))[0]);
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
	}, _parse_js__WEBPACK_IMPORTED_MODULE_1__.n);
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



/***/ }),

/***/ 4366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parseRows),
/* harmony export */   c: () => (/* binding */ BrokenAnswer),
/* harmony export */   d: () => (/* binding */ githubReason),
/* harmony export */   f: () => (/* binding */ hasCode),
/* harmony export */   g: () => (/* binding */ nextPage),
/* harmony export */   h: () => (/* binding */ fetchWithin),
/* harmony export */   i: () => (/* binding */ parsePullState),
/* harmony export */   l: () => (/* binding */ classifyGithubError),
/* harmony export */   m: () => (/* binding */ isRefusedWith),
/* harmony export */   n: () => (/* binding */ parseComment),
/* harmony export */   o: () => (/* binding */ parseSearch),
/* harmony export */   p: () => (/* binding */ isCode),
/* harmony export */   r: () => (/* binding */ parseIssue),
/* harmony export */   s: () => (/* binding */ parseViewer),
/* harmony export */   t: () => (/* binding */ parseBranch),
/* harmony export */   u: () => (/* binding */ githubError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _foreign_page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5953);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2012);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8484);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1894);






// src/github/address.ts
var RefusedAddress = class extends Error {
	name = "RefusedAddress";
	fix;
	constructor(api, answer, fix) {
		super(answer);
		this.fix = fix ?? `Check GITHUB_API_URL (${api}) and the proxy between the runner and GitHub; nothing was sent there.`;
	}
};
function within(api, target, from) {
	const base = new URL(api);
	const address = URL.canParse(target, from) ? new URL(target, from) : void 0;
	const refuse = (where) => new RefusedAddress(api, `points to ${where}`);
	if (address === void 0) throw refuse("an invalid address");
	const { protocol, host, origin, pathname, search } = address;
	if (origin !== base.origin) throw refuse(host === "" ? protocol : `${protocol}//${host}`);
	if (address.username !== "" || address.password !== "") throw refuse(`${origin} with a user name`);
	if (!pathname.startsWith(`${base.pathname.replace(/\/+$/, "")}/`)) throw refuse((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.l)(`${origin}${pathname}`, 200));
	return origin + `${pathname}${search}`.replace(/[:{}]/g, encodeURIComponent);
}
function nextPage(api, link, from) {
	for (const [, target = "", parameters = ""] of (link ?? "").matchAll(LINK)) {
		const rel = [...parameters.matchAll(PARAMETER)].find(([, name = ""]) => name.toLowerCase() === "rel");
		if ((rel?.[2] ?? rel?.[3] ?? "").toLowerCase().split(/\s+/).includes("next")) return within(api, target.trim(), from);
	}
}
const PARAMETER = new RegExp(`;\\s*([^\\s=;,"]+)(?:\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;,"]*)))?`, "g");
const LINK = new RegExp(`<([^<>]*)>((?:\\s*${PARAMETER.source.replace(/\((?!\?)/g, "(?:")})*)`, "g");
const REDIRECTS = [
	301,
	302,
	303,
	307,
	308
];
const REPEATING = [307, 308];
const MOST_REDIRECTS = 5;
const MOVED = "Check whether the repository was renamed or the issue was transferred, then run again; nothing was changed.";
async function read(answer) {
	if (answer.body === null) return answer;
	const { status, statusText, headers, url } = answer;
	const whole = new Response(await (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.n)(answer.body), {
		status,
		statusText,
		headers
	});
	return Object.defineProperty(whole, "url", { value: url });
}
function fetchWithin(api, send) {
	return async (input, init) => {
		let address = String(input);
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
			const answer = await send(address, {
				...init,
				redirect: "manual"
			});
			if (!REDIRECTS.includes(answer.status)) return read(answer);
			await answer.body?.cancel();
			const location = answer.headers.get("location");
			if (location === null) throw new RefusedAddress(api, `redirects without an address (HTTP ${answer.status})`);
			address = within(api, location, address);
			if (!(init?.method === void 0 || init.method === "GET") && !REPEATING.includes(answer.status)) throw new RefusedAddress(api, `moves it to ${address}`, MOVED);
		}
		throw new RefusedAddress(api, `redirects more than ${MOST_REDIRECTS} times`);
	};
}
function refusedAddress(error) {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) if (at.name === "RefusedAddress") return at;
}

// src/github/errors.ts
var BrokenAnswer = class extends Error {
	name = "BrokenAnswer";
};
const LONGEST_LIMIT_MS = 6e4;
function classifyGithubError(error, now) {
	if (isBroken(error)) return { failure: "transient" };
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.yt)(error);
	if (answer === void 0) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.n)(error) ?? { failure: "final" };
	const limitMs = limitOf(answer, now);
	if (limitMs !== void 0) return limitMs > LONGEST_LIMIT_MS ? { failure: "final" } : {
		failure: "throttled",
		retryAfterMs: limitMs
	};
	if (!([408, 429].includes(answer.status) || answer.status >= 500 && answer.status !== 501)) return { failure: "final" };
	const waitMs = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_4__.t)(answer.header("retry-after"), now);
	return {
		failure: "transient",
		...waitMs === void 0 ? {} : { retryAfterMs: waitMs }
	};
}
function githubReason(error) {
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.yt)(error);
	if (answer === void 0) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.n)(error)?.words ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error);
	return `HTTP ${answer.status}, ${answer.said || (0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.t)(answer.header("content-type"))}`;
}
function githubError(error, { doing, permission }, now) {
	const refused = refusedAddress(error);
	if (refused !== void 0) return unavailable(error, `Could not ${doing}: GitHub's answer ${refused.message}`, refused.fix);
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.yt)(error);
	if (answer === void 0) {
		const text = isBroken(error) ? brokenWords(error, doing) : (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.t)(error, {
			who: "GitHub",
			doing,
			host: hostOf(error)
		});
		return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("github-unavailable", text, { cause: error });
	}
	const { code, cause, fix } = wordsFor(answer, permission, now);
	const who = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.bt)(answer) === "foreign" ? hostOf(error) || "GitHub" : "GitHub";
	const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.c)(`${who}, asked to ${doing}`, answer.said, `HTTP ${answer.status}`);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t(code, {
		cause,
		said,
		fix
	}, { cause: error });
}
function isBroken(error) {
	return error instanceof Error && error.name === "BrokenAnswer";
}
function brokenWords({ message }, doing) {
	return {
		cause: "The answer does not match the GitHub API",
		said: `Asked to ${doing}: ${message}`,
		fix: "Check GITHUB_API_URL and the proxy, firewall or sign-in page between the runner and GitHub, then run again."
	};
}
function hostOf(error) {
	const request = error instanceof Error && "request" in error ? error.request : void 0;
	const url = String(request?.url ?? "");
	return URL.canParse(url) ? new URL(url).host : "";
}
function wordsFor(answer, permission, now) {
	const meaning = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.bt)(answer);
	if (meaning === "limit") return limitWords(answer, now);
	if (meaning === "foreign") {
		const type = (0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.t)(answer.header("content-type"));
		return {
			code: "github-unavailable",
			cause: `The answer is not from GitHub: HTTP ${answer.status}, ${type}`,
			fix: (0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.n)(answer.status, "Check GITHUB_API_URL and the proxy, firewall or sign-in page between the runner and GitHub, then run again.")
		};
	}
	const permissions = `Give the job \`permissions: ${permission}\` (a job that lists permissions has no others); runs for forks and Dependabot have a read-only token.`;
	if (meaning === "permission") return {
		code: "github-denied",
		cause: `Missing permission: the GitHub token needs \`${permission}\``,
		fix: permissions
	};
	if (meaning === "absent") return {
		code: "github-denied",
		cause: "GitHub does not find it, or hides it from the token (HTTP 404)",
		fix: `Check that it exists. ${permissions}`
	};
	if (meaning !== void 0) return FIXED[meaning];
	return {
		code: "github-denied",
		cause: `GitHub refused the request with HTTP ${answer.status}`,
		fix: "Correct what GitHub's message names."
	};
}
const FIXED = {
	failed: {
		code: "github-unavailable",
		cause: "GitHub is unavailable",
		fix: "Run again later; check https://www.githubstatus.com."
	},
	"token-rejected": {
		code: "github-denied",
		cause: "GitHub does not accept github-token",
		fix: "Leave github-token at its default, or give one that is valid."
	},
	"single-sign-on": {
		code: "github-denied",
		cause: "github-token is not authorized for SAML single sign-on of the organization",
		fix: "Leave github-token at its default, or authorize the token for the organization (Settings, Developer settings, Configure SSO)."
	},
	"address-not-allowed": {
		code: "github-denied",
		cause: "The organization's IP allow list does not contain the address of this runner",
		fix: "Add the address of the runner, or that of its proxy, to the IP allow list of the organization."
	},
	archived: {
		code: "github-denied",
		cause: "The repository is archived, so GitHub accepts no changes",
		fix: "Unarchive the repository, or set drift-issue and comment to false."
	},
	locked: {
		code: "github-denied",
		cause: "The conversation is locked, so GitHub accepts no comments",
		fix: "Unlock the conversation, or set comment to false."
	},
	"issues-off": {
		code: "github-denied",
		cause: "Issues are disabled in the repository",
		fix: "Turn on issues in the settings of the repository, or set drift-issue to false."
	}
};
function limitWords(answer, now) {
	return {
		code: "github-unavailable",
		cause: `GitHub's rate limit is reached, until about ${new Date(now + (limitOf(answer, now) ?? 0)).toISOString().slice(11, 16)} UTC`,
		fix: "Run again after that, or spread the runs: all jobs of a repository share the limit of their tokens."
	};
}
function hasCode(error, code) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error) && error.code === code;
}
function isCode(error, status) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error) && isRefusedWith(error.cause, status);
}
function isRefusedWith(error, ...statuses) {
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_3__.yt)(error);
	return answer !== void 0 && statuses.includes(answer.status) && !OTHERS.includes((0,_index_js__WEBPACK_IMPORTED_MODULE_3__.bt)(answer));
}
const OTHERS = ["limit", "foreign"];
function limitOf(answer, now) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_3__.bt)(answer) !== "limit") return void 0;
	const after = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_4__.t)(answer.header("retry-after"), now);
	if (after !== void 0) return after;
	if (answer.header("x-ratelimit-remaining") !== "0") return LONGEST_LIMIT_MS;
	const reset = Number(answer.header("x-ratelimit-reset") || NaN) * 1e3;
	return Number.isFinite(reset) ? Math.max(1e3, reset - now) : LONGEST_LIMIT_MS;
}
function unavailable(error, cause, fix) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("github-unavailable", {
		cause,
		fix
	}, { cause: error });
}

// src/github/parse.ts
function parseIssue(value) {
	const issue = record(value, "an issue");
	return {
		...post(issue, number(issue["number"], "the number of an issue")),
		open: oneOf(issue["state"], ["open", "closed"]) === "open",
		isPullRequest: issue["pull_request"] !== void 0 && issue["pull_request"] !== null
	};
}
function parseComment(value) {
	const comment = record(value, "a comment");
	return post(comment, number(comment["id"], "the ID of a comment"));
}
function parseBranch(value) {
	const { name } = record(value, "a branch");
	if (typeof name !== "string" || name === "") throw new BrokenAnswer("GitHub sent a branch without a name");
	return name;
}
function parseSearch(value) {
	return parseRows(record(value, "a search result")["items"]).map(parseIssue);
}
function parseRows(value) {
	if (!Array.isArray(value)) throw new BrokenAnswer("GitHub sent something that is not a list");
	return value;
}
function parsePullState(value) {
	return oneOf(record(value, "a pull request")["state"], ["open", "closed"]);
}
function parseViewer(value) {
	const viewer = record(record(value, "an answer")["viewer"], "a viewer");
	if (typeof viewer["login"] !== "string") throw new BrokenAnswer("GitHub sent a viewer without a login");
	return {
		id: idOf(viewer["databaseId"]),
		login: viewer["login"]
	};
}
function post(value, id) {
	return {
		id,
		body: typeof value["body"] === "string" ? value["body"] : "",
		url: typeof value["html_url"] === "string" ? value["html_url"] : "",
		author: author(value["user"])
	};
}
function author(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const { id, login, type } = value;
	return typeof login === "string" ? {
		id: idOf(id),
		login,
		bot: type === "Bot"
	} : void 0;
}
const idOf = (value) => typeof value === "number" && value > 0 ? value : void 0;
function record(value, what) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new BrokenAnswer(`GitHub sent something that is not ${what}`);
	return value;
}
function number(value, what) {
	if (typeof value !== "number" || !Number.isSafeInteger(value)) throw new BrokenAnswer(`GitHub did not send ${what}`);
	return value;
}
function oneOf(value, known) {
	const found = known.find((one) => one === value);
	if (found === void 0) throw new BrokenAnswer(`GitHub sent a state that is not one of ${known.join(", ")}`);
	return found;
}



/***/ }),

/***/ 9076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readHiddenData),
/* harmony export */   r: () => (/* binding */ hiddenData),
/* harmony export */   t: () => (/* binding */ writeUntilItStays)
/* harmony export */ });
/* unused harmony export n */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);



// src/github/hidden-data.ts
const MOST_UNPACKED = 2e6;
function hiddenData(kind, value) {
	return `${opening(kind)}${(0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.deflateRawSync)(JSON.stringify(value)).toString("base64")} -->`;
}
function readHiddenData(kind, line) {
	const start = opening(kind);
	if (!line.startsWith(start)) return void 0;
	const [, packed] = /^([A-Za-z0-9+/]+={0,2}) -->\s*$/.exec(line.slice(start.length)) ?? [];
	if (packed === void 0) return void 0;
	try {
		const unpacked = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.inflateRawSync)(Buffer.from(packed, "base64"), { maxOutputLength: MOST_UNPACKED });
		return JSON.parse(unpacked.toString());
	} catch {
		return;
	}
}
const opening = (kind) => `<!-- cockroachdb-privatelink:${kind}:v1:`;

// src/github/until-it-stays.ts
const MOST_REPEATS = 3;
async function writeUntilItStays(api, look, what) {
	let write = await look(true);
	for (let repeats = 0; write !== void 0; repeats += 1) {
		if (repeats > MOST_REPEATS) throw overwritten(what);
		await write();
		await api.settle();
		write = await look(false);
	}
}
function overwritten(what) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("github-unavailable", {
		cause: `Other runs overwrote ${what} 4 times in a row`,
		fix: "Run again. Let the jobs that share it run one after another: a concurrency group with queue: max."
	});
}



/***/ })

};
