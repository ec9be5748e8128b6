export const id = 508;
export const ids = [508];
export const modules = {

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepDriftIssue: () => (/* binding */ keepDriftIssue)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(125);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7044);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4366);




// src/github/drift-body.ts
/** GitHub takes 256 characters. */
const LONGEST_TITLE = 200;
/** The line that names the run: it may differ although nothing changed. */
const RUN_LINE = /^<sub>Last changed by .*<\/sub>$/m;
/** The hidden marker by which the issue of a place is found again. */
function driftMarker({ environment, resource, region }) {
	return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.r)("drift", [
		environment || "default",
		resource,
		region
	]);
}
/** Title of the issue; cut, so that GitHub takes it. */
function driftTitle({ environment, resource, region }) {
	const where = ` in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(resource, 60)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(region, 40)})`;
	const name = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(environment, LONGEST_TITLE - where.length - 40);
	return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.c)(`PrivateLink drift: ${name === "" ? "default" : name}${where}`);
}
/** The whole text of the issue. It depends on the findings and not on their order; the run is named in one line. */
function driftBody(place, { findings, runUrl }) {
	const sorted = findings.map((finding) => ({
		rank: rank(finding),
		text: `\n${row(finding)}`
	})).toSorted((one, other) => compare(one.rank, other.rank));
	const head = [
		driftMarker(place),
		`The private path of environment **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o)(place.environment || "default", 200)}** in **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o)(place.resource, 60)}**, **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o)(place.region, 40)}**, is not as it was asked for: ${counts(findings)}.`,
		`| | Check | Where | Expected | Found | How to mend it |\n|---|---|---|---|---|---|`
	].join("\n\n");
	const tail = ["This issue is kept by `operation: verify` with `drift-issue: true`. It is closed when a check finds no drift, and opened again when drift returns. What is written into this text by hand is overwritten; comments stay.", `<sub>Last changed by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)("this run", runUrl)}.</sub>`].join("\n\n");
	let body = head;
	let rows = 0;
	for (const { text } of sorted) {
		if (body.length + text.length + tail.length + 200 > 65536) break;
		body += text;
		rows += 1;
	}
	const rest = sorted.length - rows;
	const more = rest === 0 ? "" : `\n\n*And ${rest} more, which do not fit here: the job summary has them all.*`;
	return `${body}${more}\n\n${tail}`;
}
/** True if two texts say the same, whichever run wrote them and whatever an edit did to their line ends. */
function saysTheSame(one, other) {
	const essence = (body) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.s)(body).replace(RUN_LINE, "");
	return essence(one) === essence(other);
}
/** What is said when the issue is closed. */
function closingComment(runUrl) {
	return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)("The check", runUrl)} found no drift: the path is as it was asked for. This issue is opened again if drift returns.`;
}
/** What is said when an issue is closed because an older one has its place. */
function duplicateComment(kept) {
	return `A duplicate of #${kept}, which is kept for this path: two runs opened an issue at the same time.`;
}
function row(finding) {
	const { check, severity, subject, expected, found, fix } = finding;
	return `| ${[severity === "error" ? "❌ error" : "⚠️ warning", ...[
		check,
		subject,
		expected,
		found,
		fix
	].map(cell)].join(" | ")} |`;
}
const cell = (value) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o)(value) || "–";
function counts(findings) {
	const count = (severity, word) => {
		const number = findings.filter((finding) => finding.severity === severity).length;
		return number === 0 ? [] : [`${number} ${word}${number === 1 ? "" : "s"}`];
	};
	return [...count("error", "error"), ...count("warning", "warning")].join(" and ");
}
function rank({ severity, subject, check, expected, found, fix }) {
	return JSON.stringify([
		severity,
		subject,
		check,
		expected,
		found,
		fix
	]);
}
function compare(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}

// src/github/drift-issue.ts
/** Makes the issues easy to find, for people and for us. Never relied on: it may be missing or taken off. */
const LABEL = "cockroachdb-privatelink";
const PERMISSION = "issues: write";
/**
* Keeps exactly one issue for a path: opened on drift, edited while it lasts, closed when the path is clean, opened again
* when drift returns. It is found by its hidden first line and its author (see author.ts), never by its title.
* Of several (two runs at once) the oldest is kept and the others are closed. Only findings of severity `error` are
* drift; warnings are listed beside them. Not to be called when the check could not be made: then nothing is known.
* Where the author of the issue can't be known, nothing is changed and `authorUnknown` is thrown.
*/
async function keepDriftIssue(api, place, report) {
	const drift = report.findings.some((finding) => finding.severity === "error");
	const [kept, ...others] = await findIssues(api, place, drift ? "all" : "open");
	if (kept === void 0) return drift ? {
		action: "opened",
		url: await open(api, place, report)
	} : NO_ISSUE;
	const result = drift ? await write(api, place, {
		kept,
		report
	}) : await close(api, place, {
		kept,
		report
	});
	for (const other of others.filter((issue) => issue.open)) {
		await edit(api, place, {
			issue: other,
			change: {
				state: "closed",
				state_reason: "not_planned"
			}
		});
		await say(api, place, {
			issue: other,
			text: duplicateComment(kept.id)
		});
	}
	return result;
}
const NO_ISSUE = {
	action: "none",
	url: ""
};
/**
* The action's own issues for this place, oldest first. Those with the label are asked for first: usually that is one page.
* Only if none of them is the action's own, all issues are read, in the order of their creation, which no change moves.
*/
async function findIssues(api, place, state) {
	const marker = driftMarker(place);
	const { owner, repo } = place;
	const look = async (filter) => {
		const issues = await api.list({
			route: "GET /repos/{owner}/{repo}/issues",
			params: {
				owner,
				repo,
				state,
				sort: "created",
				direction: "asc",
				...filter
			},
			doing: `list the issues of ${owner}/${repo}`,
			permission: PERMISSION
		}, _parse_js__WEBPACK_IMPORTED_MODULE_2__.r);
		return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(api, issues.filter((issue) => !issue.isPullRequest), marker);
	};
	const labelled = await look({ labels: LABEL });
	if (labelled.own.length > 0) return labelled.own;
	const { own, unknown } = await look({});
	if (own.length > 0 || unknown.length === 0) return own;
	throw await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.st)(api, unknown, ({ id }) => `issue #${id}`);
}
/** @returns the address of the new issue */
async function open(api, place, report) {
	const { owner, repo } = place;
	const create = (labels) => api.create({
		route: "POST /repos/{owner}/{repo}/issues",
		params: {
			owner,
			repo,
			title: driftTitle(place),
			body: driftBody(place, report),
			labels
		},
		doing: `open an issue in ${owner}/${repo}`,
		permission: PERMISSION
	}, _parse_js__WEBPACK_IMPORTED_MODULE_2__.r, async () => (await findIssues(api, place, "open"))[0]);
	try {
		return (await create([LABEL])).url;
	} catch (error) {
		if (!(0,_parse_js__WEBPACK_IMPORTED_MODULE_2__.u)(error, "github-denied") || !/label/i.test(String(error))) throw error;
		return (await create([])).url;
	}
}
async function write(api, place, { kept, report }) {
	const body = driftBody(place, report);
	if (kept.open && saysTheSame(kept.body, body)) return {
		action: "unchanged",
		url: kept.url
	};
	await edit(api, place, {
		issue: kept,
		change: kept.open ? { body } : {
			body,
			state: "open"
		}
	});
	return {
		action: kept.open ? "updated" : "reopened",
		url: kept.url
	};
}
async function close(api, place, { kept, report }) {
	await edit(api, place, {
		issue: kept,
		change: {
			state: "closed",
			state_reason: "completed"
		}
	});
	await say(api, place, {
		issue: kept,
		text: closingComment(report.runUrl)
	});
	return {
		action: "closed",
		url: kept.url
	};
}
async function edit(api, { owner, repo }, { issue, change }) {
	await api.send({
		route: "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
		params: {
			owner,
			repo,
			issue_number: issue.id,
			...change
		},
		doing: `change issue #${issue.id} of ${owner}/${repo}`,
		permission: PERMISSION
	}, _parse_js__WEBPACK_IMPORTED_MODULE_2__.r);
}
/** Says why an issue was closed. That it is closed is what counts: words that GitHub does not take are no failure. */
async function say(api, { owner, repo }, { issue, text }) {
	try {
		await api.send({
			route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
			params: {
				owner,
				repo,
				issue_number: issue.id,
				body: text
			},
			doing: `comment on issue #${issue.id} of ${owner}/${repo}`,
			permission: PERMISSION
		}, _parse_js__WEBPACK_IMPORTED_MODULE_2__.n);
	} catch (error) {
		if (!(0,_parse_js__WEBPACK_IMPORTED_MODULE_2__.u)(error, "github-denied") && !(0,_parse_js__WEBPACK_IMPORTED_MODULE_2__.u)(error, "github-unavailable")) throw error;
	}
}



/***/ }),

/***/ 7044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ plain),
/* harmony export */   c: () => (/* binding */ withoutMentions),
/* harmony export */   i: () => (/* binding */ linkTo),
/* harmony export */   n: () => (/* binding */ harmless),
/* harmony export */   o: () => (/* binding */ posted),
/* harmony export */   r: () => (/* binding */ hiddenMarker),
/* harmony export */   s: () => (/* binding */ sameLines),
/* harmony export */   t: () => (/* binding */ LONGEST_BODY)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(125);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);




// src/github/markdown.ts
/** Longest body of an issue or comment that GitHub takes, in characters. */
const LONGEST_BODY = 65536;
/** Splits `@` from the name after it: GitHub looks for mentions after Markdown, so a backslash or entity hides none. */
const GAP = "​";
/** The hidden line by which a text is found again. Holds a hash only, so no key can close it. */
function hiddenMarker(kind, key) {
	return `<!-- cockroachdb-privatelink:${kind}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 32)} -->`;
}
/** Text that mentions nobody and is otherwise the same. */
function withoutMentions(markdown) {
	return markdown.replace(/(?<![A-Za-z0-9_])(@|&#0*64;|&#x0*40;|&commat;)(?=[A-Za-z0-9&])/gi, `$1${GAP}`);
}
/** A value in one line of plain text: no control or direction characters, no half of a pair, cut to `most` characters. */
function plain(value, most) {
	const enough = value.slice(0, most * 10);
	const line = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.a)(enough.toWellFormed().replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ""));
	return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}
/** A value in the Markdown of an issue: it shows as itself, links to nothing, mentions nobody and refers to nothing. */
function posted(value, most = 1e3) {
	return withoutReferences(withoutMentions((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.u)(plain(value, most))));
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
	return markdown.replace(/(?<!&)(\\?#)(?=\d)/g, `$1${GAP}`);
}
/**
* Somebody else's Markdown made fit for a comment: it mentions nobody, refers to no issue and opens no hidden part, except
* in fenced blocks, which show as they are.
*/
function harmless(markdown) {
	const inFence = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.c)();
	return sameLines(markdown.toWellFormed()).split("\n").map((line) => inFence(line) === "" ? withoutReferences(withoutMentions(line)).replaceAll("<!--", "&lt;!--") : line).join("\n");
}



/***/ }),

/***/ 4366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parseRows),
/* harmony export */   c: () => (/* binding */ classifyGithubError),
/* harmony export */   d: () => (/* binding */ hasStatus),
/* harmony export */   f: () => (/* binding */ isLimit),
/* harmony export */   i: () => (/* binding */ parsePullState),
/* harmony export */   l: () => (/* binding */ githubError),
/* harmony export */   m: () => (/* binding */ nextPage),
/* harmony export */   n: () => (/* binding */ parseComment),
/* harmony export */   o: () => (/* binding */ parseViewer),
/* harmony export */   p: () => (/* binding */ fetchWithin),
/* harmony export */   r: () => (/* binding */ parseIssue),
/* harmony export */   s: () => (/* binding */ BrokenAnswer),
/* harmony export */   t: () => (/* binding */ parseBranch),
/* harmony export */   u: () => (/* binding */ hasCode)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(125);



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
	if (!pathname.startsWith(`${base.pathname.replace(/\/+$/, "")}/`)) throw refuse(`${origin}${pathname}`.slice(0, 200));
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
/** A fetch that follows redirects within the API only, and throws RefusedAddress for others. */
function fetchWithin(api, send) {
	return async (input, init) => {
		let address = String(input);
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
			const answer = await send(address, {
				...init,
				redirect: "manual"
			});
			if (!REDIRECTS.includes(answer.status)) return answer;
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
* What a failed request says about trying again. GitHub answers 403 or 429 for a limit, as for a missing permission;
* `retry-after`, `x-ratelimit-remaining: 0` or its words tell them apart (docs: "Rate limits for the REST API").
*/
function classifyGithubError(error, now) {
	if (error instanceof Error && error.name === "BrokenAnswer") return { failure: "transient" };
	const answer = answerOf(error);
	if (answer === void 0) return { failure: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.a)(error) ?? "final" };
	const limitMs = limitOf(answer, now);
	if (limitMs !== void 0) return limitMs > LONGEST_LIMIT_MS ? { failure: "final" } : {
		failure: "throttled",
		retryAfterMs: limitMs
	};
	if (answer.status === 408 || answer.status >= 500 && answer.status !== 501) return { failure: "transient" };
	return { failure: "final" };
}
/** The error a person sees for a request that failed for good. Holds neither the token nor a request. */
function githubError(error, { doing, permission }, now) {
	const refused = refusedAddress(error);
	if (refused !== void 0) return unavailable(error, `Could not ${doing}: GitHub's answer ${refused.message}`, refused.fix);
	const answer = answerOf(error);
	if (answer === void 0) return unavailable(error, `GitHub could not be asked to ${doing}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error)}`, "Check the network and proxy of the runner and the status page of GitHub, then run again.");
	const { status, said } = answer;
	const words = `${said === "" ? "no message" : said} (HTTP ${status})`;
	const limitMs = limitOf(answer, now);
	if (limitMs !== void 0) return unavailable(error, `GitHub's rate limit stands in the way to ${doing}, until about ${new Date(now + limitMs).toISOString().slice(11, 16)} UTC: ${words}`, "Run again after that, or spread the runs: all jobs of a repository share the limit of their tokens.");
	if (status >= 500 || status === 408) return unavailable(error, `GitHub failed to ${doing}: ${words}`, "Run again later; look at the status of GitHub.");
	const permissions = `Give the job \`permissions: ${permission}\` (a job that lists permissions has no others); runs for forks and Dependabot have a token that only reads.`;
	if (status === 401) return denied(error, `GitHub does not accept the token to ${doing}: ${words}`, `Leave github-token at its default, or give one that is valid. ${permissions}`);
	if (status === 403) return denied(error, `The GitHub token may not ${doing}: ${words}`, permissions);
	if (status === 404) return denied(error, `GitHub knows nothing there to ${doing}, or hides it from the token: ${words}`, `Check that it exists. ${permissions}`);
	if (status === 410) return denied(error, `GitHub has switched off what is needed to ${doing}: ${words}`, "Turn on issues in the settings of the repository, or leave drift-issue off.");
	return denied(error, `GitHub refused to ${doing}: ${words}`, `Read its words above. ${permissions}`);
}
/** True for an error that this project raised with this code. */
function hasCode(error, code) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error) && error.code === code;
}
/** True for an answer with one of these statuses. */
function hasStatus(error, ...statuses) {
	const answer = answerOf(error);
	return answer !== void 0 && statuses.includes(answer.status);
}
/** True for a refusal that is a limit, not a missing permission. */
function isLimit(error, now) {
	const answer = answerOf(error);
	return answer !== void 0 && limitOf(answer, now) !== void 0;
}
/** How long the limit lasts that the answer tells of, undefined if it tells of none. */
function limitOf(answer, now) {
	if (answer.status !== 403 && answer.status !== 429) return void 0;
	const after = Number(answer.header("retry-after") || NaN);
	if (Number.isFinite(after)) return Math.max(0, after * 1e3);
	if (answer.header("x-ratelimit-remaining") === "0") {
		const reset = Number(answer.header("x-ratelimit-reset") || NaN) * 1e3;
		return Number.isFinite(reset) ? Math.max(1e3, reset - now) : LONGEST_LIMIT_MS;
	}
	return answer.status === 429 || /rate limit|abuse detection/i.test(answer.said) ? LONGEST_LIMIT_MS : void 0;
}
/** The HTTP answer in octokit's error, undefined if there was none. Octokit calls a request without answer a 500. */
function answerOf(error) {
	if (!(error instanceof Error) || !("response" in error)) return void 0;
	const response = error.response;
	if (typeof response?.status !== "number") return void 0;
	const headers = response.headers ?? {};
	return {
		status: response.status,
		said: saidBy(response.data),
		header: (name) => headers[name] === void 0 ? void 0 : String(headers[name])
	};
}
function saidBy(data) {
	if (typeof data !== "object" || data === null || !("message" in data)) return "";
	const details = ("errors" in data && Array.isArray(data.errors) ? data.errors : []).map((one) => typeof one === "string" ? one : String(one?.message ?? one?.code ?? ""));
	const parts = [String(data.message), ...details].filter((part) => part !== "");
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.a)(parts.join(": ")).slice(0, 300);
}
function denied(error, cause, fix) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("github-denied", {
		cause,
		fix
	}, { cause: error });
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



/***/ })

};
