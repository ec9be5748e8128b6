export const id = 491;
export const ids = [491];
export const modules = {

/***/ 7044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ text),
/* harmony export */   i: () => (/* binding */ table),
/* harmony export */   n: () => (/* binding */ fences),
/* harmony export */   o: () => (/* binding */ textAndCommand),
/* harmony export */   r: () => (/* binding */ fitted),
/* harmony export */   t: () => (/* binding */ code)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3198);



// src/support/markdown.ts
/** Text for a Markdown table or paragraph: whatever it holds, it shows as itself and links to nothing. */
function text(value) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.a)(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#!|~@$]|^[+-]/g, "\\$&").replace(/@(?=[\w-]+\\?\.)/g, "@​").replace(/:(?=\/\/)/g, "&#58;").replace(/(?<=www)\./gi, "&#46;");
}
/** Inline code, '–' for nothing. HTML, since a backtick in the value would end Markdown's own. */
function code(value) {
	if (value === "") return "–";
	return `<code>${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.a)(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\|/g, "&#124;").replace(/[`*_[\]\\~$@:]|(?<=www)\./gi, (one) => `&#${one.codePointAt(0)};`)}</code>`;
}
/** Text with the command at its end as code on a line of its own: copied from the page, it is what was meant to be run. */
function textAndCommand(value) {
	const { said, command } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.a)(value));
	if (command === "") return text(value);
	return said === "" ? code(command) : `${text(said)}<br/>${code(command)}`;
}
/** A table of cells that are Markdown already. */
function table(head, rows) {
	return [
		`| ${head.join(" | ")} |`,
		`|${head.map(() => "---").join("|")}|`,
		...rows.map((row) => `| ${row.join(" | ")} |`)
	].join("\n");
}
/**
* Markdown of at most `most` characters: cut after a whole line, with what is left open closed, and a note at its end.
* @param rest where the reader finds the rest, as a sentence
*/
function fitted(markdown, { max, rest }) {
	if (markdown.length <= max) return markdown;
	const note = `\n\n*Cut here: it is longer than GitHub takes. ${rest}*`;
	const room = max - note.length - 200;
	const head = markdown.slice(0, room);
	const kept = (head.includes("\n") ? head.slice(0, head.lastIndexOf("\n")) : head).toWellFormed();
	const inFence = fences();
	let open = "";
	let depth = 0;
	for (const line of kept.split("\n")) {
		open = inFence(line);
		if (open !== "") continue;
		depth += (line.match(/<details\b/gi)?.length ?? 0) - (line.match(/<\/details>/gi)?.length ?? 0);
	}
	return `${kept}${`${open === "" ? "" : `\n${open}`}${"\n\n</details>".repeat(Math.min(10, Math.max(0, depth)))}`}${note}`;
}
/**
* Tells line by line whether it belongs to a fenced block: its fence, or ''. A block counts only after an empty line;
* elsewhere it may be part of an HTML block and be shown as text. The closing fence counts as outside.
*/
function fences() {
	let fence = "";
	let afterEmpty = true;
	return (line) => {
		const [, ticks = "", rest = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
		if (fence === "") {
			if (afterEmpty && ticks.length <= 100 && ticks !== "" && !(ticks.startsWith("`") && rest.includes("`"))) fence = ticks;
		} else if (ticks.startsWith(fence) && rest.trim() === "") fence = "";
		afterEmpty = line.trim() === "";
		return fence;
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
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8484);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2012);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1894);





// src/github/address.ts
/**
* Where the token is sent: to the API at GITHUB_API_URL and nowhere else. GitHub's answers lead on by `Link` (the next page
* of a list) and by redirects; both are followed only to the same origin (scheme, host, port) and below the same path.
*/
/** Thrown instead of a request to an address that an answer leads to. */
var RefusedAddress = class extends Error {
	name = "RefusedAddress";
	fix;
	/** @param answer what GitHub's answer does: "leads to https://…" */
	constructor(api, answer, fix) {
		super(answer);
		this.fix = fix ?? `Check GITHUB_API_URL (${api}) and the proxy between the runner and GitHub; nothing was sent there.`;
	}
};
/**
* The whole address of `target`, which may be relative to `from`. Throws RefusedAddress unless it lies within the API.
* Nothing in it is taken for a variable by octokit.
*/
function within(api, target, from) {
	const base = new URL(api);
	const address = URL.canParse(target, from) ? new URL(target, from) : void 0;
	const refuse = (where) => new RefusedAddress(api, `leads to ${where}`);
	if (address === void 0) throw refuse("an invalid address");
	const { protocol, host, origin, pathname, search } = address;
	if (origin !== base.origin) throw refuse(host === "" ? protocol : `${protocol}//${host}`);
	if (address.username !== "" || address.password !== "") throw refuse(`${origin} with a user name`);
	if (!pathname.startsWith(`${base.pathname.replace(/\/+$/, "")}/`)) throw refuse((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.s)(`${origin}${pathname}`, 200));
	return origin + `${pathname}${search}`.replace(/[:{}]/g, encodeURIComponent);
}
/**
* The address of the next page by a `Link` header (RFC 8288), undefined if there is none. Throws RefusedAddress for one
* outside the API.
* @param from the address of this page
*/
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
/** These let a request that changes something be sent again as it is; the others may mean another object. */
const REPEATING = [307, 308];
const MOST_REDIRECTS = 5;
const MOVED = "Check whether the repository was renamed or the issue was transferred, then run again; nothing was changed.";
/**
* The answer with its whole body, as long as it may be once it is unpacked: little can unpack to very much. Octokit would take
* a body that breaks off for an empty one.
*/
async function read(answer) {
	if (answer.body === null) return answer;
	const { status, statusText, headers, url } = answer;
	const whole = new Response(await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.n)(answer.body), {
		status,
		statusText,
		headers
	});
	return Object.defineProperty(whole, "url", { value: url });
}
/** A fetch that follows redirects within the API only, and throws RefusedAddress for others. Bodies are bounded. */
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
			if (location === null) throw new RefusedAddress(api, `leads nowhere (HTTP ${answer.status})`);
			address = within(api, location, address);
			if (!(init?.method === void 0 || init.method === "GET") && !REPEATING.includes(answer.status)) throw new RefusedAddress(api, `moves it to ${address}`, MOVED);
		}
		throw new RefusedAddress(api, "leads on without end");
	};
}
/** The RefusedAddress in an error or its causes: octokit wraps what its fetch throws. */
function refusedAddress(error) {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) if (at.name === "RefusedAddress") return at;
}

// src/github/errors.ts
/** A 2xx answer that does not hold what the API documents: cut short, or of something between here and GitHub. */
var BrokenAnswer = class extends Error {
	name = "BrokenAnswer";
};
/** Longest time that a limit is waited for; a longer one is an error that says when it ends. */
const LONGEST_LIMIT_MS = 6e4;
/**
* What a failed request says about trying again. GitHub answers 403, 422 or 429 for a limit, and other refusals with the
* same statuses; refusals.ts tells them apart.
*/
function classifyGithubError(error, now) {
	if (isBroken(error)) return { failure: "transient" };
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.st)(error);
	if (answer === void 0) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.n)(error) ?? { failure: "final" };
	const limitMs = limitOf(answer, now);
	if (limitMs !== void 0) return limitMs > LONGEST_LIMIT_MS ? { failure: "final" } : {
		failure: "throttled",
		retryAfterMs: limitMs
	};
	if (!([408, 429].includes(answer.status) || answer.status >= 500 && answer.status !== 501)) return { failure: "final" };
	const waitMs = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__.t)(answer.header("retry-after"), now);
	return {
		failure: "transient",
		...waitMs === void 0 ? {} : { retryAfterMs: waitMs }
	};
}
/** Why a try failed, in a few words for the log. */
function githubReason(error) {
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.st)(error);
	if (answer === void 0) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.n)(error)?.words ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error);
	return `HTTP ${answer.status}, ${answer.said || (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.r)(answer.header("content-type"))}`;
}
/** The error a person sees for a request that failed for good. Holds neither the token nor a request. */
function githubError(error, { doing, permission }, now) {
	const refused = refusedAddress(error);
	if (refused !== void 0) return unavailable(error, `Could not ${doing}: GitHub's answer ${refused.message}`, refused.fix);
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.st)(error);
	if (answer === void 0) {
		const text = isBroken(error) ? brokenWords(error, doing) : (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.t)(error, {
			who: "GitHub",
			doing,
			host: hostOf(error)
		});
		return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("github-unavailable", text, { cause: error });
	}
	const { code, cause, fix } = wordsFor(answer, permission, now);
	const who = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.ct)(answer) === "foreign" ? hostOf(error) || "GitHub" : "GitHub";
	const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)(`${who}, asked to ${doing}`, answer.said, `HTTP ${answer.status}`);
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
		cause: "What answered in the place of GitHub is no answer of its API",
		said: `Asked to ${doing}: ${message}`,
		fix: "Check GITHUB_API_URL and the proxy, firewall or sign-in page between the runner and GitHub, then run again."
	};
}
/** Where a request of octokit went, '' where that is not known. */
function hostOf(error) {
	const request = error instanceof Error && "request" in error ? error.request : void 0;
	const url = String(request?.url ?? "");
	return URL.canParse(url) ? new URL(url).host : "";
}
/** What a refusal means in words, and what to do about it. A permission is advised only where one is missing. */
function wordsFor(answer, permission, now) {
	const meaning = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.ct)(answer);
	if (meaning === "limit") return limitWords(answer, now);
	if (meaning === "foreign") {
		const type = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.r)(answer.header("content-type"));
		return {
			code: "github-unavailable",
			cause: `Something in between answered in place of GitHub: HTTP ${answer.status}, ${type}`,
			fix: (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.i)(answer.status, "Check GITHUB_API_URL and the proxy, firewall or sign-in page between the runner and GitHub, then run again.")
		};
	}
	const permissions = `Give the job \`permissions: ${permission}\` (a job that lists permissions has no others); runs for forks and Dependabot have a token that only reads.`;
	if (meaning === "permission") return {
		code: "github-denied",
		cause: `Missing permission: the GitHub token needs \`${permission}\``,
		fix: permissions
	};
	if (meaning === "absent") return {
		code: "github-denied",
		cause: "GitHub does not find what was requested, or hides it from the token",
		fix: `Check that it exists. ${permissions}`
	};
	if (meaning !== void 0) return FIXED[meaning];
	return {
		code: "github-denied",
		cause: `GitHub refused the request with HTTP ${answer.status}`,
		fix: "Act on GitHub's words above."
	};
}
const FIXED = {
	failed: {
		code: "github-unavailable",
		cause: "GitHub is out of order",
		fix: "Run again later; look at https://www.githubstatus.com."
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
		cause: "The repository is archived, so GitHub changes nothing in it",
		fix: "Unarchive the repository, or set drift-issue and comment to false."
	},
	locked: {
		code: "github-denied",
		cause: "The conversation is locked, so GitHub takes no comment on it",
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
/** True for an error that this project raised with this code. */
function hasCode(error, code) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error) && error.code === code;
}
/** True for an error for which GitHub gave this status. */
function isCode(error, status) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error) && isRefusedWith(error.cause, status);
}
/** True for an answer of GitHub itself with one of these statuses, which is no limit. */
function isRefusedWith(error, ...statuses) {
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.st)(error);
	return answer !== void 0 && statuses.includes(answer.status) && !OTHERS.includes((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.ct)(answer));
}
/** Answers that say nothing about what was requested. */
const OTHERS = ["limit", "foreign"];
/** How long the limit lasts that the answer tells of, undefined if it tells of none. */
function limitOf(answer, now) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.ct)(answer) !== "limit") return void 0;
	const after = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__.t)(answer.header("retry-after"), now);
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
/** An issue, or a pull request, which GitHub lists among them. */
function parseIssue(value) {
	const issue = record(value, "an issue");
	return {
		...post(issue, number(issue["number"], "the number of an issue")),
		open: oneOf(issue["state"], ["open", "closed"]) === "open",
		isPullRequest: issue["pull_request"] !== void 0 && issue["pull_request"] !== null
	};
}
/** A comment of an issue or pull request. */
function parseComment(value) {
	const comment = record(value, "a comment");
	return post(comment, number(comment["id"], "the ID of a comment"));
}
/** The name of a branch. */
function parseBranch(value) {
	const { name } = record(value, "a branch");
	if (typeof name !== "string" || name === "") throw new BrokenAnswer("GitHub sent a branch without a name");
	return name;
}
/** The issues that GitHub's search found. */
function parseSearch(value) {
	return parseRows(record(value, "a search result")["items"]).map(parseIssue);
}
/** A list of anything. */
function parseRows(value) {
	if (!Array.isArray(value)) throw new BrokenAnswer("GitHub sent something that is not a list");
	return value;
}
/** Whether a pull request is open. */
function parsePullState(value) {
	return oneOf(record(value, "a pull request")["state"], ["open", "closed"]);
}
/** The answer to `viewer { login databaseId }`. */
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
	if (found === void 0) throw new BrokenAnswer(`GitHub sent a state that is none of ${known.join(", ")}`);
	return found;
}



/***/ }),

/***/ 9076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ LONGEST_BODY),
/* harmony export */   c: () => (/* binding */ inert),
/* harmony export */   d: () => (/* binding */ posted),
/* harmony export */   f: () => (/* binding */ postedWithCommand),
/* harmony export */   i: () => (/* binding */ readHiddenData),
/* harmony export */   l: () => (/* binding */ linkTo),
/* harmony export */   o: () => (/* binding */ harmless),
/* harmony export */   p: () => (/* binding */ sameLines),
/* harmony export */   r: () => (/* binding */ hiddenData),
/* harmony export */   s: () => (/* binding */ hiddenMarker),
/* harmony export */   t: () => (/* binding */ writeUntilItStays),
/* harmony export */   u: () => (/* binding */ plain)
/* harmony export */ });
/* unused harmony export n */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1894);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7044);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);






// src/github/markdown.ts
/** Longest body of an issue or comment that GitHub takes, in characters. */
const LONGEST_BODY = 65536;
/** Splits `@` from the name after it: GitHub looks for mentions after Markdown, so a backslash or entity hides none. */
const GAP = "​";
/** The hidden line by which a text is found again. Holds a hash only, so no key can close it. */
function hiddenMarker(kind, key) {
	return `<!-- cockroachdb-privatelink:${kind}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 32)} -->`;
}
/** Text that mentions nobody, refers to no issue or commit, and otherwise reads the same. */
function inert(markdown) {
	return withoutCommits(withoutReferences(withoutMentions(markdown)));
}
function withoutMentions(markdown) {
	return markdown.replace(/(?<![A-Za-z0-9_])(@|&#0*64;|&#x0*40;|&commat;)(?=[A-Za-z0-9&])/gi, `$1${GAP}`);
}
/** A value in one line of plain text: no control or direction characters, no half of a pair, cut to `most` characters. */
function plain(value, max) {
	const enough = value.slice(0, max * 10);
	const line = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.a)(enough.toWellFormed().replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ""));
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.s)(line, max);
}
/** A value in the Markdown of an issue: it shows as itself, links to nothing, mentions nobody and refers to nothing. */
function posted(value, max = 1e3) {
	return inert((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.a)(plain(value, max)));
}
/** The same with the command at its end as code on a line of its own. */
function postedWithCommand(value, max = 1e3) {
	const { said, command } = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.r)(plain(value, max));
	if (command === "") return posted(value, max);
	return said === "" ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.t)(command) : `${posted(said, max)}<br/>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.t)(command)}`;
}
/** A link to a run, or just the words where the address is none. */
function linkTo(words, url) {
	const address = URL.canParse(url) ? new URL(url) : void 0;
	if (address === void 0 || !/^https?:$/.test(address.protocol)) return words;
	return `[${words}](${address.href.replace(/[()|`\\]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)})`;
}
/** Markdown with line feeds only, as GitHub may have changed them in an edit by hand. */
function sameLines(markdown) {
	return markdown.replace(/\r\n?/g, "\n").trimEnd();
}
/** Markdown in which no number is taken for an issue, whose page would then say that it was mentioned. */
function withoutReferences(markdown) {
	return markdown.replace(/((?<!&)\\?#|&#0*35;|&#x0*23;|&num;)(?=\d)/gi, `$1${GAP}`);
}
/** A SHA as GitHub sees one: after a space or a bracket, of 7 to 40 digits. Source: remarkjs/remark-github 22. */
const COMMIT = /(?<![\w\-/.=%&#])[0-9a-f]{7,40}(?!\w|-[0-9a-f]{4}-[0-9a-f]{4}-)/gi;
/** Longest run of hexadecimal digits that is no SHA. */
const SHORT = /.{6}(?=.)/g;
/**
* Markdown in which nothing is taken for `GH-3`, a commit or the page of an issue (GitHub docs, Autolinked references and
* URLs). IDs of AWS and of clusters, and plain numbers such as accounts, stay as they are: people copy them.
*/
function withoutCommits(markdown) {
	return markdown.replace(/(?<![A-Za-z0-9])(GH-)(?=\d)/gi, `$1${GAP}`).replace(/(\/(?:issues|pulls?|discussions|commits?)\/)(?=[0-9a-f])/gi, `$1${GAP}`).replace(COMMIT, (sha) => /[a-f]/i.test(sha) ? sha.replace(SHORT, `$&${GAP}`) : sha);
}
/** Code and the targets of links, where GitHub looks for no reference. No text from elsewhere can hold one unescaped. */
const OPAQUE = /(<code>.*?<\/code>|\]\([^)\s]*\))/;
/**
* Somebody else's Markdown made fit for a comment: it mentions nobody, refers to no issue and opens no hidden part, except
* in fenced blocks, which show as they are.
*/
function harmless(markdown) {
	const inFence = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.n)();
	return sameLines(markdown.toWellFormed()).split("\n").map((line) => inFence(line) === "" ? shown(line) : line).join("\n");
}
function shown(line) {
	return withoutReferences(withoutMentions(line)).replaceAll("<!--", "&lt;!--").split(OPAQUE).map((part, index) => index % 2 === 0 ? withoutCommits(part) : part).join("");
}

// src/github/hidden-data.ts
/**
* Data in the text of an issue or comment, as a comment of HTML that the page does not show. It is compressed: the same
* words stand in the visible table. Who may edit the text may edit the data too, so what is read is checked by its reader.
*/
/** What a value may take when it is unpacked; a longer one is not packed either. */
const MOST_UNPACKED = 2e6;
/** A JSON value as one line. It holds no character that ends the comment, mentions somebody or refers to an issue. */
function hiddenData(kind, value) {
	return `${opening(kind)}${(0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.deflateRawSync)(JSON.stringify(value)).toString("base64")} -->`;
}
/** The value of a line that `hiddenData` wrote; undefined for any other line. */
function readHiddenData(kind, line) {
	const start = opening(kind);
	if (!line.startsWith(start)) return void 0;
	const [, packed] = /^([A-Za-z0-9+/]+={0,2}) -->\s*$/.exec(line.slice(start.length)) ?? [];
	if (packed === void 0) return void 0;
	try {
		const unpacked = (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.inflateRawSync)(Buffer.from(packed, "base64"), { maxOutputLength: MOST_UNPACKED });
		return JSON.parse(unpacked.toString());
	} catch {
		return;
	}
}
const opening = (kind) => `<!-- cockroachdb-privatelink:${kind}:v1:`;

// src/github/until-it-stays.ts
/** How often a text is written again that another run overwrote. */
const MOST_REPEATS = 3;
/**
* Writes a text that other runs may write at the same time. GitHub has no condition on a write, so of two runs that read
* before either has written, the later one overwrites the other. So the run reads again after its write, late enough for
* writes that rest on an older read to have landed, and writes again where its own part is missing.
* @param look reads, and gives the write that is missing; undefined where the run's own part stands
* @param what the text, for the error: `drift issue #7`
* @throws ActionError `github-unavailable` where it was overwritten each time
*/
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
