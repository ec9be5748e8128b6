export const id = 508;
export const ids = [508];
export const modules = {

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepDriftIssue: () => (/* binding */ keepDriftIssue)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3198);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2276);
/* harmony import */ var _until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9076);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9785);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4366);







// src/github/drift-checks.ts
const DAY_MS = 864e5;
/** A check that finds the same again is noted this often. Each note is a change of the issue. */
const NOTED_EACH_MS = 7 * DAY_MS;
/** From then on the issue says that a cluster was not checked: a weekly check was missed. */
const OLD_MS = 15 * DAY_MS;
/** From then on it no longer counts: a monthly check was missed. The cluster was probably removed from the workflow. */
const DROPPED_DAYS = 35;
const NOTHING = {
	clusters: /* @__PURE__ */ new Map(),
	findings: []
};
/** The checks of several issues: of each cluster the newest. */
function mergedChecks(all) {
	return all.reduce((one, other) => {
		const newer = [...other.clusters].filter(([name, { at }]) => at > (one.clusters.get(name)?.at ?? -1));
		const names = new Set(newer.map(([name]) => name));
		const rest = [...other.clusters.keys()].filter((name) => !names.has(name));
		return {
			clusters: new Map([...one.clusters, ...newer]),
			findings: joined([...without(one.findings, names), ...without(other.findings, new Set(rest))])
		};
	}, NOTHING);
}
/** The checks after a run: what it found takes the place of all that was known about its clusters, and of nothing else. */
function withReport(checks, { clusters: names, findings, runUrl, at }) {
	const own = new Set(names);
	const next = {
		clusters: new Map([...checks.clusters].filter(([name]) => !own.has(name))),
		findings: joined([...without(checks.findings, own), ...findings.map(clipped)])
	};
	const counted = /* @__PURE__ */ new Set();
	for (const name of own) {
		if (findingsOfCluster(next, name).length === 0) continue;
		const before = checks.clusters.get(name);
		const isNoted = before !== void 0 && Math.abs(at - before.at) < NOTED_EACH_MS && findsTheSame(checks, next, name);
		next.clusters.set(name, isNoted ? before : {
			at,
			runUrl
		});
		if (isNoted && before.counts !== void 0) counted.add(name);
	}
	return {
		...next,
		findings: without(next.findings, counted)
	};
}
/** True if the checks hold what a run found: all of it, and nothing else about its clusters. */
function holdsReport(checks, report) {
	const next = withReport(checks, report);
	return report.clusters.every((name) => findsTheSame(checks, next, name));
}
/** The checks without clusters that no run has checked for long. */
function withoutDropped(checks, now) {
	const dropped = [...checks.clusters].flatMap(([name, { at }]) => isOlder(at, now, 35 * DAY_MS) ? [name] : []);
	const gone = new Set(dropped);
	return {
		checks: {
			clusters: new Map([...checks.clusters].filter(([name]) => !gone.has(name))),
			findings: joined(without(checks.findings, gone))
		},
		dropped: dropped.toSorted()
	};
}
/** The clusters that were due for a check, and when each was last checked. */
function oldChecks(checks, now) {
	return inOrder(checks).flatMap(([name, { at }]) => isOlder(at, now, OLD_MS) ? [[name, at]] : []);
}
/** A time that is yet to come was not written by a check: it counts as old, so that it ends too. */
function isOlder(at, now, ms) {
	return at < now - ms || at > now + DAY_MS;
}
/** Clusters in the order of their names. */
function inOrder({ clusters }) {
	return [...clusters].toSorted(([one], [other]) => one < other ? -1 : 1);
}
/** How many findings there are, those that have no room included. */
function countsOf({ clusters, findings }) {
	const count = (severity) => findings.filter((one) => one.severity === severity).length + [...clusters.values()].reduce((sum, { counts }) => sum + (counts?.[severity] ?? 0), 0);
	return {
		error: count("error"),
		warning: count("warning")
	};
}
/** What the check of one cluster found. */
function findingsOfCluster({ findings }, name) {
	return findings.filter(({ clusters }) => clusters.includes(name));
}
/** Whether two checks of a cluster found the same; of findings that have no room only the number is known. */
function findsTheSame(one, other, name) {
	const isCounted = [one, other].some(({ clusters }) => clusters.get(name)?.counts !== void 0);
	const [before, after] = [one, other].map((checks) => isCounted ? JSON.stringify(countsOfOne(checks, name)) : contentOf(findingsOfCluster(checks, name)));
	return before === after;
}
/** How many findings the check of one cluster had. */
function countsOfOne(checks, name) {
	const count = (severity) => findingsOfCluster(checks, name).filter((one) => one.severity === severity).length;
	const { error, warning } = checks.clusters.get(name)?.counts ?? {
		error: count("error"),
		warning: count("warning")
	};
	return {
		error,
		warning
	};
}
const contentOf = (findings) => findings.map(content).toSorted().join("\n");
/** What a finding says, whoever found it: by this it is the same, and sorted. */
function content({ severity, subject, check, expected, found, fix }) {
	return JSON.stringify([
		severity,
		subject,
		check,
		expected,
		found,
		fix
	]);
}
/** The findings of other clusters than these. */
function without(findings, names) {
	return findings.flatMap((finding) => {
		const clusters = finding.clusters.filter((name) => !names.has(name));
		return clusters.length === 0 ? [] : [{
			...finding,
			clusters
		}];
	});
}
/** Each finding once, for all clusters whose checks found it; errors first. */
function joined(findings) {
	const all = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = content(finding);
		const clusters = /* @__PURE__ */ new Set([...all.get(key)?.clusters ?? [], ...finding.clusters]);
		all.set(key, {
			...finding,
			clusters: [...clusters].toSorted()
		});
	}
	return [...all].toSorted(([one], [other]) => one < other ? -1 : 1).map(([, finding]) => finding);
}
/** A finding of which every text is one line and has room. */
function clipped(finding) {
	const { clusters, severity, subject, check, expected, found, fix } = finding;
	const clip = (value) => (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(value, 1e3);
	return {
		clusters,
		severity,
		subject: clip(subject),
		check: clip(check),
		expected: clip(expected),
		found: clip(found),
		fix: clip(fix)
	};
}

// src/github/drift-data.ts
/** The checks in the text of an issue; none in the text of an older version, or where the data was damaged. */
function readChecks(body) {
	for (const line of body.split("\n")) {
		const value = (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.i)("checks", line);
		if (value !== void 0) return parsed(value);
	}
	return NOTHING;
}
/** Room for the data in the text of an issue. */
const LONGEST_DATA = 3e4;
/**
* The checks as a hidden line. Where they take more than `LONGEST_DATA`, clusters with the most findings keep only the
* number of them, and the issue links to the run that has them.
* @returns undefined where not even that has room
*/
function packedChecks(checks) {
	let rest = checks;
	for (;;) {
		const value = toJson(rest);
		const line = JSON.stringify(value).length > 2e6 ? void 0 : (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.r)("checks", value);
		if (line !== void 0 && line.length <= LONGEST_DATA) return {
			line,
			checks: rest
		};
		const full = inOrder(rest).filter(([, { counts }]) => counts === void 0);
		if (full.length === 0) return void 0;
		const max = full.toSorted(([one], [other]) => findingsOfCluster(rest, other).length - findingsOfCluster(rest, one).length);
		rest = counted(rest, new Set(max.slice(0, Math.ceil(max.length / 10)).map(([name]) => name)));
	}
}
function counted(checks, names) {
	const each = [...checks.clusters].map(([name, check]) => [name, names.has(name) ? {
		...check,
		counts: countsOfOne(checks, name)
	} : check]);
	return {
		clusters: new Map(each),
		findings: without(checks.findings, names)
	};
}
/** Findings name clusters by their place in the list, which is short. */
function toJson(checks) {
	const clusters = inOrder(checks);
	const place = new Map(clusters.map(([name], index) => [name, index]));
	return {
		clusters: clusters.map(([name, { at, runUrl, counts }]) => [
			name,
			Math.floor(at),
			runUrl,
			...counts === void 0 ? [] : [counts.error, counts.warning]
		]),
		findings: checks.findings.map(({ clusters: names, severity, subject, check, expected, found, fix }) => [
			names.map((name) => place.get(name)),
			severity,
			subject,
			check,
			expected,
			found,
			fix
		])
	};
}
/** What can be read of the data. What is not as this version writes it is left out, whoever wrote it. */
function parsed(value) {
	const { clusters, findings } = value ?? {};
	const checks = rows(clusters).map(parsedCluster);
	const names = checks.map((one) => one?.[0]);
	const all = rows(findings).flatMap((row) => parsedFinding(row, names) ?? []);
	const known = new Map(checks.flatMap((one) => one === void 0 ? [] : [one]));
	const counted = new Set([...known].flatMap(([name, { counts }]) => counts === void 0 ? [] : [name]));
	const kept = joined(without(all, counted));
	const named = /* @__PURE__ */ new Set([...counted, ...kept.flatMap((one) => one.clusters)]);
	return {
		clusters: new Map([...known].filter(([name]) => named.has(name))),
		findings: kept
	};
}
/** The most rows that are read; far more than a run can check. */
const MOST_ROWS = 1e4;
function rows(value) {
	return Array.isArray(value) ? value.slice(0, MOST_ROWS).map((row) => Array.isArray(row) ? row : []) : [];
}
function parsedCluster([name, at, runUrl, error, warning]) {
	if (typeof name !== "string" || name !== (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(name, 100) || name === "" || !isCount(at)) return void 0;
	const check = {
		at: (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.d)(at),
		runUrl: typeof runUrl === "string" ? (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(runUrl, 500) : ""
	};
	return [name, isCount(error) && isCount(warning) ? {
		...check,
		counts: {
			error,
			warning
		}
	} : check];
}
function parsedFinding([places, severity, ...words], names) {
	if (severity !== "error" && severity !== "warning") return void 0;
	if (!Array.isArray(places) || words.length !== 5 || !words.every((word) => typeof word === "string")) return void 0;
	const clusters = places.flatMap((place) => isCount(place) ? names[place] ?? [] : []);
	if (clusters.length === 0) return void 0;
	const [subject = "", check = "", expected = "", found = "", fix = ""] = words;
	return clipped({
		clusters,
		severity,
		subject,
		check,
		expected,
		found,
		fix
	});
}
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

// src/github/drift-body.ts
/** Words of every issue's text, by which GitHub's search finds it. */
const VISIBLE_WORDS = "private path of environment";
/** GitHub takes 256 characters. */
const LONGEST_TITLE = 200;
/** The line that names the run: it may differ although nothing changed. */
const RUN_LINE = /^<sub>Last changed by .*<\/sub>$/m;
/** The hidden line with the data: the same data may be packed in other characters. */
const DATA_LINE = /^<!-- cockroachdb-privatelink:checks:.*$/m;
/** The hidden marker by which the issue of a place is found again. */
function driftMarker({ environment, resource, region }) {
	return (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.s)("drift", [
		environment || "default",
		resource,
		region
	]);
}
/** Title of the issue; cut, so that GitHub takes it. */
function driftTitle({ environment, resource, region }) {
	const where = ` in ${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(resource, 60)} (${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(region, 40)})`;
	const name = (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(environment, LONGEST_TITLE - where.length - 40);
	return (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.c)(`PrivateLink drift: ${name === "" ? "default" : name}${where}`);
}
/**
* The whole text of the issue. It depends on the checks and the day; the run that wrote it is named in one line.
* @throws ActionError where the issue has no room for the clusters
*/
function driftBody(place, all, { runUrl, now }) {
	const packed = packedChecks(all);
	if (packed === void 0) throw noRoom(place, all);
	const { checks, line } = packed;
	const head = [driftMarker(place), `The ${VISIBLE_WORDS} **${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.d)(place.environment || "default", 200)}** in **${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.d)(place.resource, 60)}**, **${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.d)(place.region, 40)}**, is not as it was asked for: ${inWords(countsOf(checks))}.`];
	const tail = [
		...lines(countedLines(checks)),
		...lines(oldLines(checks, now)),
		"This issue is kept by `operation: verify` with `drift-issue: true`. A check replaces the findings of its own clusters only. The issue is closed when no check finds drift, and opened again when drift returns. What is written into this text by hand is overwritten; comments stay.",
		`<sub>Last changed by ${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)("this run", runUrl)}.</sub>`,
		line
	].join("\n\n");
	const room = _until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.a - head.join("\n\n").length - tail.length;
	return [
		...head,
		...lines(findingsTable(checks, room)),
		tail
	].join("\n\n");
}
/** True if two texts say the same, whichever run wrote them and whatever an edit did to their line ends. */
function saysTheSame(one, other) {
	const essence = (body) => {
		const { clusters, findings } = readChecks(body);
		const text = (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.p)(body).replace(RUN_LINE, "").replace(DATA_LINE, "").trimEnd();
		return JSON.stringify([
			text,
			inOrder({
				clusters,
				findings
			}),
			findings
		]);
	};
	return essence(one) === essence(other);
}
/** What is said when the issue is closed. */
function closingComment(runUrl, dropped) {
	const old = dropped.length === 0 ? "" : ` No run has checked ${names(dropped)} for ${35} days, so earlier findings there no longer count.`;
	return `${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)("The check", runUrl)} found no drift: the path is as it was asked for.${old} This issue is opened again if drift returns.`;
}
/** What is said when an issue is closed because an older one has its place. */
function duplicateComment(kept) {
	return `A duplicate of #${kept}, which is kept for this path and has the findings of both: two runs opened an issue at the same time.`;
}
const lines = (text) => text === "" ? [] : [text];
/** Room for the note below the table. */
const NOTE_ROOM = 200;
/** A row for each finding that has room, and a note where some have none. */
function findingsTable(checks, room) {
	if (checks.findings.length === 0) return "";
	const isShared = checks.clusters.size > 1;
	let table = isShared ? "| | Cluster | Check | Where | Expected | Found | How to mend it |\n|---|---|---|---|---|---|---|" : "| | Check | Where | Expected | Found | How to mend it |\n|---|---|---|---|---|---|";
	let shown = 0;
	for (const finding of checks.findings) {
		const next = `\n${row(finding, isShared)}`;
		if (table.length + next.length + NOTE_ROOM > room) break;
		table += next;
		shown += 1;
	}
	const rest = checks.findings.length - shown;
	return rest === 0 ? table : `${table}\n\n*And ${rest} more, which do not fit here: the job summary has them all.*`;
}
function row({ clusters, severity, check, subject, expected, found, fix }, isShared) {
	const cells = [...[
		check,
		subject,
		expected,
		found
	].map((value) => (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.d)(value)), (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.f)(fix)].map((cell) => cell || "–");
	return `| ${[
		severity === "error" ? "❌ error" : "⚠️ warning",
		...isShared ? [names(clusters)] : [],
		...cells
	].join(" | ")} |`;
}
/** The most clusters that are named in one place; the data has them all. */
const MOST_NAMES = 20;
function names(clusters) {
	return (0,_words_js__WEBPACK_IMPORTED_MODULE_5__.i)(clusters.map((name) => (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.d)(name, 100)), MOST_NAMES);
}
/** The clusters whose findings the data has no room for, each with the run that has them. */
function countedLines(checks) {
	return withTitle("Their findings do not fit here, and count all the same:", inOrder(checks).flatMap(([name, { counts, runUrl }]) => counts === void 0 ? [] : [`${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.d)(name, 100)}: ${inWords(counts)}; ${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)("its check", runUrl)}`]));
}
function oldLines(checks, now) {
	const old = oldChecks(checks, now).map(([name, at]) => `${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.d)(name, 100)}: last checked ${new Date(Math.min(at, now)).toISOString().slice(0, 10)}`);
	return withTitle(`Not checked for two weeks. After ${35} days the findings of a cluster no longer count; to drop them now, close this issue:`, old);
}
function withTitle(title, all) {
	return all.length === 0 ? "" : [
		title,
		"",
		...(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.t)(all, MOST_NAMES)
	].join("\n");
}
function inWords({ error, warning }) {
	const some = (number, noun) => number === 0 ? [] : [(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.r)(number, noun)];
	return (0,_words_js__WEBPACK_IMPORTED_MODULE_5__.a)([...some(error, "error"), ...some(warning, "warning")]);
}
function noRoom({ owner, repo, resource }, { clusters }) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("github-denied", {
		cause: `The drift issue of ${resource} in ${owner}/${repo} has no room for ${clusters.size} clusters with findings`,
		fix: "Repair the first findings, or give the clusters several environments, each with an issue of its own."
	});
}

// src/github/find-issue.ts
/** Makes the issues easy to find, for people and for us. Never relied on: it may be missing or taken off. */
const LABEL = "cockroachdb-privatelink";
const PERMISSION$1 = "issues: write";
/** Pages of 100. With these a new issue costs at most ten requests, however many issues the repository has. */
const LABEL_PAGES = 2;
const AUTHOR_PAGES = 3;
/**
* The action's own issues for a place, oldest first. The cost does not grow with the issues of others:
*
* 1. the newest with the label;
* 2. the newest of the token's account, since a person may have taken the label off;
* 3. GitHub's search, for older ones without the label. Its index lags by minutes, which step 2 covers, and on Enterprise
*    Server lacks hidden text (pfnet-research/alertmanager-to-github 28), so it is asked for visible words.
*
* Each step is taken only if those before it show none of the action's own.
* @throws ActionError where one of the steps fails, so that no second issue is opened; or `authorUnknown`
*/
async function findIssues(api, place, { state, depth }) {
	const unknown = /* @__PURE__ */ new Map();
	const pages = (max) => depth === "newest" ? 1 : max;
	const newest = (filter, max) => api.newest(ask(place, {
		state,
		...filter
	}), _parse_js__WEBPACK_IMPORTED_MODULE_3__.r, pages(max)).then(({ rows, isWhole }) => ({
		issues: rows,
		isWhole
	}));
	const steps = [
		() => newest({ labels: LABEL }, LABEL_PAGES),
		() => ofAuthor(api, newest),
		() => searched(api, place, state)
	];
	if (depth === "newest") steps.pop();
	for (const step of steps) {
		const { issues, isWhole } = await step();
		const sorted = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(api, issues.filter((issue) => !issue.isPullRequest), driftMarker(place));
		if (sorted.own.length > 0) return sorted.own;
		for (const issue of sorted.unknown) unknown.set(issue.id, issue);
		if (step === steps[1] && isWhole && issues.length > 0) break;
	}
	if (unknown.size === 0) return [];
	throw await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(api, [...unknown.values()], ({ id }) => `issue #${id}`);
}
/**
* The newest issues of the token's account; of everybody where GitHub doesn't report whose token it is. GraphQL names an app
* without the suffix that REST gives it on some servers, so both spellings are tried.
*/
async function ofAuthor(api, newest) {
	const self = await api.self();
	if (self === void 0) return newest({}, AUTHOR_PAGES);
	const names = self.login.endsWith("[bot]") ? [self.login] : [self.login, `${self.login}[bot]`];
	for (const creator of names) {
		const found = await newest({ creator }, AUTHOR_PAGES).catch((error) => {
			if (!(0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.p)(error, 422)) throw error;
			return {
				issues: [],
				isWhole: false
			};
		});
		if (found.issues.length > 0) return found;
	}
	return {
		issues: [],
		isWhole: false
	};
}
/** The newest hundred that GitHub's search finds by what the text shows. */
async function searched(api, place, state) {
	const { owner, repo, resource } = place;
	const q = `"${resource}" "${VISIBLE_WORDS}" repo:${owner}/${repo} is:issue${state === "open" ? " state:open" : ""}`;
	return {
		issues: await api.send({
			route: "GET /search/issues",
			params: {
				q,
				sort: "created",
				order: "desc",
				per_page: 100
			},
			doing: `search the issues of ${owner}/${repo}`,
			permission: PERMISSION$1
		}, _parse_js__WEBPACK_IMPORTED_MODULE_3__.o),
		isWhole: false
	};
}
function ask({ owner, repo }, filter) {
	return {
		route: "GET /repos/{owner}/{repo}/issues",
		params: {
			owner,
			repo,
			sort: "created",
			direction: "desc",
			...filter
		},
		doing: `list the issues of ${owner}/${repo}`,
		permission: PERMISSION$1
	};
}

// src/github/drift-issue.ts
const PERMISSION = "issues: write";
/**
* Keeps exactly one issue for a place: opened on drift, edited while it lasts, closed when no check of any cluster finds
* drift, opened again when drift returns. A run replaces what is known about its own clusters and nothing else (see
* drift-checks.ts). It is found by its hidden first line and its author (see author.ts), never by its title.
* Of several (two runs at once) the oldest is kept with the findings of all, and the others are closed. Only findings of
* severity `error` are drift; warnings are listed beside them. Not to be called when the check could not be made: then
* nothing is known. Where the author of the issue can't be known, nothing is changed and `authorUnknown` is thrown.
*/
async function keepDriftIssue(api, place, report) {
	const kept = { result: {
		action: "none",
		url: ""
	} };
	const what = `the drift issue of ${place.resource} in ${place.owner}/${place.repo}`;
	await (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.t)(api, (isFirst) => look(api, place, {
		report,
		kept,
		isFirst
	}), what);
	const { result, closed } = kept;
	if (closed !== void 0 && result.action === "closed") await say(api, place, {
		issue: closed.issue,
		text: closingComment(report.runUrl, closed.dropped)
	});
	return result;
}
/** Reads, and gives the write that is missing. */
async function look(api, place, looking) {
	const { report, kept, isFirst } = looking;
	const drift = report.findings.some((finding) => finding.severity === "error");
	const found = kept.id === void 0 ? await findIssues(api, place, {
		state: drift ? "all" : "open",
		depth: isFirst ? "thorough" : "newest"
	}).catch(nothingLater(isFirst)) : await sameIssue(api, place, kept.id);
	const [issue, ...others] = found.filter(({ open }) => open || drift);
	const stored = mergedChecks(found.filter(({ open }) => open).map(({ body }) => readChecks(body)));
	const { checks, dropped } = withoutDropped(withReport(stored, report), report.at);
	if (issue === void 0) return drift && isFirst ? () => open(api, place, {
		report,
		kept,
		checks
	}) : void 0;
	const duplicates = others.filter((other) => other.open && (isFirst || other.id === kept.opened));
	if (countsOf(checks).error === 0) return () => close(api, place, {
		kept,
		issue,
		duplicates,
		dropped
	});
	const body = driftBody(place, checks, {
		runUrl: report.runUrl,
		now: report.at
	});
	if (!stands(body, {
		issue,
		duplicates
	}, looking)) return () => update(api, place, {
		kept,
		issue,
		duplicates,
		body
	});
	if (kept.result.action === "none") kept.result = {
		action: "unchanged",
		url: issue.url
	};
	if (kept.result.action === "closed") kept.result = {
		action: "updated",
		url: issue.url
	};
	return duplicates.length === 0 ? void 0 : () => closeDuplicates(api, place, {
		issue,
		duplicates
	});
}
/** True where the issue is open and says what it is to say. */
function stands(body, { issue, duplicates }, { report, isFirst }) {
	const isWhole = isFirst || duplicates.length > 0;
	return issue.open && (isWhole ? saysTheSame(issue.body, body) : holdsReport(readChecks(issue.body), report));
}
async function close(api, place, { kept, issue, duplicates, dropped }) {
	await edit(api, place, {
		issue,
		change: {
			state: "closed",
			state_reason: "completed"
		}
	});
	Object.assign(kept, {
		id: issue.id,
		result: {
			action: "closed",
			url: issue.url
		},
		closed: {
			issue,
			dropped
		}
	});
	await closeDuplicates(api, place, {
		issue,
		duplicates
	});
}
async function update(api, place, { kept, issue, duplicates, body }) {
	await edit(api, place, {
		issue,
		change: issue.open ? { body } : {
			body,
			state: "open"
		}
	});
	if (!(issue.open && issue.url === kept.result.url && /opened$/.test(kept.result.action))) Object.assign(kept, {
		id: issue.id,
		result: {
			action: issue.open ? "updated" : "reopened",
			url: issue.url
		}
	});
	await closeDuplicates(api, place, {
		issue,
		duplicates
	});
}
/** The issue that this run wrote to, as it is by now; it may be gone. */
async function sameIssue(api, { owner, repo }, id) {
	const issue = await api.sendIfThere({
		route: "GET /repos/{owner}/{repo}/issues/{issue_number}",
		params: {
			owner,
			repo,
			issue_number: id
		},
		doing: `read issue #${id} of ${owner}/${repo}`,
		permission: PERMISSION
	}, _parse_js__WEBPACK_IMPORTED_MODULE_3__.r);
	return issue === void 0 ? [] : [issue];
}
/** After the first write, issues that may be another's are no reason to fail: they are left alone. */
function nothingLater(isFirst) {
	return (error) => {
		if (isFirst || !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(error)) throw error;
		return [];
	};
}
/** Closes issues whose findings the kept one has by then. */
async function closeDuplicates(api, place, { issue, duplicates }) {
	for (const duplicate of duplicates) {
		await edit(api, place, {
			issue: duplicate,
			change: {
				state: "closed",
				state_reason: "not_planned"
			}
		});
		await say(api, place, {
			issue: duplicate,
			text: duplicateComment(issue.id)
		});
	}
}
async function open(api, place, { report, kept, checks }) {
	const { owner, repo } = place;
	const body = driftBody(place, checks, {
		runUrl: report.runUrl,
		now: report.at
	});
	const create = (labels) => api.create({
		route: "POST /repos/{owner}/{repo}/issues",
		params: {
			owner,
			repo,
			title: driftTitle(place),
			body,
			labels
		},
		doing: `open an issue in ${owner}/${repo}`,
		permission: PERMISSION
	}, _parse_js__WEBPACK_IMPORTED_MODULE_3__.r, async () => (await findIssues(api, place, {
		state: "open",
		depth: "newest"
	}))[0]);
	const { id, url } = await create([LABEL]).catch((error) => {
		if (!(0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.f)(error, "github-denied") || !/label/i.test(String(error))) throw error;
		return create([]);
	});
	Object.assign(kept, {
		result: {
			action: "opened",
			url
		},
		opened: id
	});
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
	}, _parse_js__WEBPACK_IMPORTED_MODULE_3__.r);
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
		}, _parse_js__WEBPACK_IMPORTED_MODULE_3__.n);
	} catch (error) {
		if (!(0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.f)(error, "github-denied") && !(0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.f)(error, "github-unavailable")) throw error;
	}
}



/***/ })

};
