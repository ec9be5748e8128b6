export const id = 508;
export const ids = [508];
export const modules = {

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepDriftIssue: () => (/* binding */ keepDriftIssue)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6524);
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
		if (findingsOf(next, name).length === 0) continue;
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
function findingsOf({ findings }, name) {
	return findings.filter(({ clusters }) => clusters.includes(name));
}
/** Whether two checks of a cluster found the same; of findings that have no room only the number is known. */
function findsTheSame(one, other, name) {
	const isCounted = [one, other].some(({ clusters }) => clusters.get(name)?.counts !== void 0);
	const [before, after] = [one, other].map((checks) => isCounted ? JSON.stringify(countsOfOne(checks, name)) : contentOf(findingsOf(checks, name)));
	return before === after;
}
/** How many findings the check of one cluster had. */
function countsOfOne(checks, name) {
	const count = (severity) => findingsOf(checks, name).filter((one) => one.severity === severity).length;
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
	const clip = (value) => (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)(value, 1e3);
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
		const most = full.toSorted(([one], [other]) => findingsOf(rest, other).length - findingsOf(rest, one).length);
		rest = counted(rest, new Set(most.slice(0, Math.ceil(most.length / 10)).map(([name]) => name)));
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
	if (typeof name !== "string" || name !== (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)(name, 100) || name === "" || !isCount(at)) return void 0;
	const check = {
		at: (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.d)(at),
		runUrl: typeof runUrl === "string" ? (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)(runUrl, 500) : ""
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
	const where = ` in ${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)(resource, 60)} (${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)(region, 40)})`;
	const name = (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.l)(environment, LONGEST_TITLE - where.length - 40);
	return (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.f)(`PrivateLink drift: ${name === "" ? "default" : name}${where}`);
}
/**
* The whole text of the issue. It depends on the checks and the day; the run that wrote it is named in one line.
* @throws ActionError where the issue has no room for the clusters
*/
function driftBody(place, all, { runUrl, now }) {
	const packed = packedChecks(all);
	if (packed === void 0) throw noRoom(place, all);
	const { checks, line } = packed;
	const head = [driftMarker(place), `The private path of environment **${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(place.environment || "default", 200)}** in **${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(place.resource, 60)}**, **${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(place.region, 40)}**, is not as it was asked for: ${inWords(countsOf(checks))}.`];
	const tail = [
		...lines(countedLines(checks)),
		...lines(oldLines(checks, now)),
		"This issue is kept by `operation: verify` with `drift-issue: true`. A check replaces the findings of its own clusters only. The issue is closed when no check finds drift, and opened again when drift returns. What is written into this text by hand is overwritten; comments stay.",
		`<sub>Last changed by ${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.c)("this run", runUrl)}.</sub>`,
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
		const text = (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.d)(body).replace(RUN_LINE, "").replace(DATA_LINE, "").trimEnd();
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
	return `${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.c)("The check", runUrl)} found no drift: the path is as it was asked for.${old} This issue is opened again if drift returns.`;
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
	const several = checks.clusters.size > 1;
	let table = several ? "| | Cluster | Check | Where | Expected | Found | How to mend it |\n|---|---|---|---|---|---|---|" : "| | Check | Where | Expected | Found | How to mend it |\n|---|---|---|---|---|---|";
	let shown = 0;
	for (const finding of checks.findings) {
		const next = `\n${row(finding, several)}`;
		if (table.length + next.length + NOTE_ROOM > room) break;
		table += next;
		shown += 1;
	}
	const rest = checks.findings.length - shown;
	return rest === 0 ? table : `${table}\n\n*And ${rest} more, which do not fit here: the job summary has them all.*`;
}
function row({ clusters, severity, check, subject, expected, found, fix }, several) {
	const cells = [
		check,
		subject,
		expected,
		found,
		fix
	].map((value) => (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(value) || "–");
	return `| ${[
		severity === "error" ? "❌ error" : "⚠️ warning",
		...several ? [names(clusters)] : [],
		...cells
	].join(" | ")} |`;
}
/** The most clusters that are named in one place; the data has them all. */
const MOST_NAMES = 20;
function names(clusters) {
	return (0,_words_js__WEBPACK_IMPORTED_MODULE_5__.i)(clusters.map((name) => (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(name, 100)), MOST_NAMES);
}
/** The clusters whose findings the data has no room for, each with the run that has them. */
function countedLines(checks) {
	return withTitle("Their findings do not fit here, and count all the same:", inOrder(checks).flatMap(([name, { counts, runUrl }]) => counts === void 0 ? [] : [`${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(name, 100)}: ${inWords(counts)}; ${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.c)("its check", runUrl)}`]));
}
function oldLines(checks, now) {
	const old = oldChecks(checks, now).map(([name, at]) => `${(0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.u)(name, 100)}: last checked ${new Date(Math.min(at, now)).toISOString().slice(0, 10)}`);
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

// src/github/drift-issue.ts
/** Makes the issues easy to find, for people and for us. Never relied on: it may be missing or taken off. */
const LABEL = "cockroachdb-privatelink";
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
async function look(api, place, { report, kept, isFirst }) {
	const drift = report.findings.some((finding) => finding.severity === "error");
	const found = kept.id === void 0 ? await findIssues(api, place, drift ? "all" : "open").catch(nothingLater(isFirst)) : await sameIssue(api, place, kept.id);
	const [issue, ...others] = found.filter(({ open }) => open || drift);
	const stored = mergedChecks(found.filter(({ open }) => open).map(({ body }) => readChecks(body)));
	const { checks, dropped } = withoutDropped(withReport(stored, report), report.at);
	if (issue === void 0) return drift && isFirst ? () => open(api, place, {
		report,
		kept,
		checks
	}) : void 0;
	const duplicates = others.filter((other) => other.open && (isFirst || other.id === kept.opened));
	if (countsOf(checks).error === 0) return async () => {
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
	};
	const body = driftBody(place, checks, {
		runUrl: report.runUrl,
		now: report.at
	});
	const isWhole = isFirst || duplicates.length > 0;
	if (issue.open && (isWhole ? saysTheSame(issue.body, body) : holdsReport(readChecks(issue.body), report))) {
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
	return async () => {
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
	};
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
		if (isFirst || !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)(error)) throw error;
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
		}, _parse_js__WEBPACK_IMPORTED_MODULE_3__.r);
		return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.U)(api, issues.filter((issue) => !issue.isPullRequest), marker);
	};
	const labelled = await look({ labels: LABEL });
	if (labelled.own.length > 0) return labelled.own;
	const { own, unknown } = await look({});
	if (own.length > 0 || unknown.length === 0) return own;
	throw await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)(api, unknown, ({ id }) => `issue #${id}`);
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
	}, _parse_js__WEBPACK_IMPORTED_MODULE_3__.r, async () => (await findIssues(api, place, "open"))[0]);
	const { id, url } = await create([LABEL]).catch((error) => {
		if (!(0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.d)(error, "github-denied") || !/label/i.test(String(error))) throw error;
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
		if (!(0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.d)(error, "github-denied") && !(0,_parse_js__WEBPACK_IMPORTED_MODULE_3__.d)(error, "github-unavailable")) throw error;
	}
}



/***/ }),

/***/ 4366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parseRows),
/* harmony export */   c: () => (/* binding */ classifyGithubError),
/* harmony export */   d: () => (/* binding */ hasCode),
/* harmony export */   f: () => (/* binding */ isRefusedWith),
/* harmony export */   i: () => (/* binding */ parsePullState),
/* harmony export */   l: () => (/* binding */ githubError),
/* harmony export */   m: () => (/* binding */ nextPage),
/* harmony export */   n: () => (/* binding */ parseComment),
/* harmony export */   o: () => (/* binding */ parseViewer),
/* harmony export */   p: () => (/* binding */ fetchWithin),
/* harmony export */   r: () => (/* binding */ parseIssue),
/* harmony export */   s: () => (/* binding */ BrokenAnswer),
/* harmony export */   t: () => (/* binding */ parseBranch),
/* harmony export */   u: () => (/* binding */ githubReason)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8484);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2012);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6524);





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
* What a failed request says about trying again. GitHub answers 403, 422 or 429 for a limit, and other refusals with the
* same statuses; refusals.ts tells them apart.
*/
function classifyGithubError(error, now) {
	if (isBroken(error)) return { failure: "transient" };
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(error);
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
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(error);
	if (answer === void 0) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.n)(error)?.words ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error);
	return `HTTP ${answer.status}, ${answer.said || (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.r)(answer.header("content-type"))}`;
}
/** The error a person sees for a request that failed for good. Holds neither the token nor a request. */
function githubError(error, { doing, permission }, now) {
	const refused = refusedAddress(error);
	if (refused !== void 0) return unavailable(error, `Could not ${doing}: GitHub's answer ${refused.message}`, refused.fix);
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(error);
	if (answer === void 0) {
		const text = isBroken(error) ? brokenWords(error, doing) : (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.t)(error, {
			who: "GitHub",
			doing,
			host: hostOf(error)
		});
		return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("github-unavailable", text, { cause: error });
	}
	const { code, cause, fix } = wordsFor(answer, permission, now);
	const who = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(answer) === "foreign" ? hostOf(error) || "GitHub" : "GitHub";
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
	const meaning = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(answer);
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
/** True for an answer of GitHub itself with one of these statuses, which is no limit. */
function isRefusedWith(error, ...statuses) {
	const answer = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(error);
	return answer !== void 0 && statuses.includes(answer.status) && !OTHERS.includes((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(answer));
}
/** Answers that say nothing about what was requested. */
const OTHERS = ["limit", "foreign"];
/** How long the limit lasts that the answer tells of, undefined if it tells of none. */
function limitOf(answer, now) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(answer) !== "limit") return void 0;
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
/* harmony export */   c: () => (/* binding */ linkTo),
/* harmony export */   d: () => (/* binding */ sameLines),
/* harmony export */   f: () => (/* binding */ withoutMentions),
/* harmony export */   i: () => (/* binding */ readHiddenData),
/* harmony export */   l: () => (/* binding */ plain),
/* harmony export */   o: () => (/* binding */ harmless),
/* harmony export */   r: () => (/* binding */ hiddenData),
/* harmony export */   s: () => (/* binding */ hiddenMarker),
/* harmony export */   t: () => (/* binding */ writeUntilItStays),
/* harmony export */   u: () => (/* binding */ posted)
/* harmony export */ });
/* unused harmony export n */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6524);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8522);





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
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.s)(line, most);
}
/** A value in the Markdown of an issue: it shows as itself, links to nothing, mentions nobody and refers to nothing. */
function posted(value, most = 1e3) {
	return withoutReferences(withoutMentions((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.s)(plain(value, most))));
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
	const inFence = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.a)();
	return sameLines(markdown.toWellFormed()).split("\n").map((line) => inFence(line) === "" ? withoutReferences(withoutMentions(line)).replaceAll("<!--", "&lt;!--") : line).join("\n");
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
	return `${opening(kind)}${(0,node_zlib__WEBPACK_IMPORTED_MODULE_3__.deflateRawSync)(JSON.stringify(value)).toString("base64")} -->`;
}
/** The value of a line that `hiddenData` wrote; undefined for any other line. */
function readHiddenData(kind, line) {
	const start = opening(kind);
	if (!line.startsWith(start)) return void 0;
	const [, packed] = /^([A-Za-z0-9+/]+={0,2}) -->\s*$/.exec(line.slice(start.length)) ?? [];
	if (packed === void 0) return void 0;
	try {
		const unpacked = (0,node_zlib__WEBPACK_IMPORTED_MODULE_3__.inflateRawSync)(Buffer.from(packed, "base64"), { maxOutputLength: MOST_UNPACKED });
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
