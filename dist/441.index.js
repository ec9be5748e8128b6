export const id = 441;
export const ids = [441];
export const modules = {

/***/ 5441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openGithub: () => (/* binding */ openGithub)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _foreign_page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5953);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1894);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4366);





// src/github/api.ts
const PAGE_SIZE = 100;
const MOST_PAGES = 2e3;
const ANSWER_MS = 3e4;
const PATIENCE_MS = 13e4;
const SETTLE_MS = 3e3;
const LEAST_OVERTAKE_MS = 2e3;
async function openGithub(deps) {
	const octokit = await loadOctokit(deps);
	const { clock, signal } = deps;
	const attempt = createAttempt(deps);
	const exchange = createExchange(octokit, attempt);
	const pages = createPages(octokit, exchange);
	let known;
	async function inWords(purpose, run) {
		try {
			return await run();
		} catch (error) {
			throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error) ? error : (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.u)(error, purpose, clock.wall());
		}
	}
	const api = {
		send: (ask, read) => inWords(ask, () => exchange(ask, void 0, ({ data }) => read(data))),
		sendIfThere: (ask, read) => inWords(ask, () => exchange(ask, void 0, ({ data }) => read(data)).catch(undefinedIfGone)),
		async create(ask, read, find) {
			try {
				return await api.send(ask, read);
			} catch (error) {
				if (!(0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.f)(error, "github-unavailable")) throw error;
				await clock.sleep(SETTLE_MS, signal);
				return await find() ?? await api.send(ask, read);
			}
		},
		list: (ask, read) => inWords(ask, async () => {
			const { rows, isWhole } = await pages(ask, read, MOST_PAGES);
			if (!isWhole) throw new _parse_js__WEBPACK_IMPORTED_MODULE_3__.c(`its list has more than ${MOST_PAGES} pages`);
			return rows;
		}),
		newest: (ask, read, max) => inWords(ask, () => pages(ask, read, max)),
		settle: () => clock.sleep(LEAST_OVERTAKE_MS + Math.random() * 2e3, signal),
		async self() {
			known ??= { self: await inWords({
				doing: "read the account of the token",
				permission: "contents: read"
			}, () => attempt("viewer", true, async (request) => (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.s)(await octokit.graphql("query { viewer { login databaseId } }", { request }))).catch(undefinedIfUntold)) };
			return known.self;
		}
	};
	return api;
}
function createAttempt(deps) {
	const { clock, signal } = deps;
	return (name, repeatable, request) => (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.Dt)(async (over) => {
		const started = clock.now();
		const time = () => `${(clock.now() - started).toFixed(0)} ms`;
		try {
			const answer = await request({
				signal: AbortSignal.any([signal, over]),
				log: quiet(deps)
			});
			deps.debug(`GitHub ${name}: done in ${time()}`);
			return answer;
		} catch (error) {
			deps.debug(`GitHub ${name}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error)} in ${time()}`);
			throw error;
		}
	}, {
		clock,
		signal,
		deadline: Math.min(deps.deadline, clock.now() + PATIENCE_MS),
		repeatable,
		tryMs: ANSWER_MS,
		classify: (error) => (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.l)(error, clock.wall()),
		telling: {
			progress: deps.progress,
			what: `GitHub ${name}`,
			why: _parse_js__WEBPACK_IMPORTED_MODULE_3__.d
		},
		onRetry: ({ number, delayMs }) => deps.debug(`GitHub ${name}: try ${number} failed, again in ${delayMs.toFixed(0)} ms`)
	});
}
function createExchange(octokit, attempt) {
	return (ask, url, read) => {
		const route = url === void 0 ? ask.route : `GET ${url}`;
		const params = url === void 0 ? ask.params : {};
		return attempt(ask.route, !ask.route.startsWith("POST "), async (request) => {
			const { data, headers, status } = await octokit.request(route, {
				...params,
				request
			});
			if (typeof data === "string" && status !== 204) {
				const { host } = new URL(octokit.request.endpoint.DEFAULTS.baseUrl);
				throw new _parse_js__WEBPACK_IMPORTED_MODULE_3__.c(`${host} answered HTTP ${status} with ${(0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.t)(headers["content-type"])}`);
			}
			return read({
				data,
				link: headers.link
			});
		});
	};
}
function createPages(octokit, exchange) {
	return async (ask, read, max) => {
		const rows = [];
		const seen = /* @__PURE__ */ new Set();
		const { url: firstUrl } = octokit.request.endpoint(ask.route, ask.params);
		let url;
		for (let number = 1; number <= max; number += 1) {
			const params = {
				per_page: 100,
				...ask.params,
				...number === 1 ? {} : { page: number }
			};
			const page = await exchange({
				...ask,
				params
			}, url, ({ data, link }) => ({
				rows: (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.a)(data).map(read),
				link
			}));
			rows.push(...page.rows);
			url = (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.g)(octokit.request.endpoint.DEFAULTS.baseUrl, page.link, url ?? firstUrl);
			if (url === void 0 && !(ask.fullPageLeadsOn && page.rows.length >= 100)) return {
				rows,
				isWhole: true
			};
			if (url !== void 0) refuseCircle(seen, url);
		}
		return {
			rows,
			isWhole: false
		};
	};
}
function refuseCircle(seen, url) {
	if (seen.has(url)) throw new _parse_js__WEBPACK_IMPORTED_MODULE_3__.c("its list repeats a page");
	seen.add(url);
}
async function toolkitWithoutEvent() {
	const { GITHUB_EVENT_PATH: file } = process.env;
	delete process.env["GITHUB_EVENT_PATH"];
	try {
		return await __webpack_require__.e(/* import() */ 26).then(__webpack_require__.bind(__webpack_require__, 7026));
	} finally {
		if (file !== void 0) process.env["GITHUB_EVENT_PATH"] = file;
	}
}
async function loadOctokit(deps) {
	if (deps.token === "") throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("github-denied", {
		cause: "The input github-token is empty",
		fix: "Leave github-token at its default, which is the token of the job."
	});
	try {
		const { getOctokit } = await toolkitWithoutEvent();
		const baseUrl = deps.apiUrl?.replace(/\/+$/, "") ?? "";
		const octokit = getOctokit(deps.token, {
			...baseUrl === "" ? {} : { baseUrl },
			userAgent: deps.userAgent,
			log: quiet(deps)
		});
		octokit.hook.before("request", (options) => {
			options.request.fetch = (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.h)(options.baseUrl, deps.fetch);
		});
		return octokit;
	} catch (error) {
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("github-unavailable", {
			cause: `GitHub's API cannot be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error)}`,
			fix: "Leave GITHUB_API_URL as the runner sets it."
		}, { cause: error });
	}
}
function quiet({ debug }) {
	const say = (line) => debug(`octokit: ${line}`);
	return {
		debug: () => void 0,
		info: () => void 0,
		warn: say,
		error: say
	};
}
function undefinedIfGone(error) {
	if (!((0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.m)(error, 404) || (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.m)(error, 410) && !(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.xt)(error))) throw error;
}
function undefinedIfUntold(error) {
	if (!isUntold(error)) throw error;
}
function isUntold(error) {
	if (error instanceof Error && error.name === "GraphqlResponseError") return !/rate.?limit/i.test(JSON.stringify(error.errors ?? ""));
	if (error instanceof Error && error.name === "BrokenAnswer") return true;
	return (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.m)(error, 400, 403, 404, 405, 410, 422, 501);
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



/***/ })

};
