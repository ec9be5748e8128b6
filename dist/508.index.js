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
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3554);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9785);
/* harmony import */ var _until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9076);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4366);







// src/github/drift-checks.ts
function shownName({ clusters }, cluster) {
	return clusters.get(cluster)?.name ?? cluster;
}
const DAY_MS = 864e5;
const NOTED_EACH_MS = 7 * DAY_MS;
const OLD_MS = 15 * DAY_MS;
const DROPPED_DAYS = 35;
const NOTHING = {
	clusters: /* @__PURE__ */ new Map(),
	findings: []
};
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
function withReport(checks, report) {
	const { clusters: names, findings, runUrl, at } = report;
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
		const known = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(report.names?.get(name) ?? before?.name ?? "", 100);
		const named = known === "" || known === name ? {} : { name: known };
		next.clusters.set(name, {
			...isNoted ? before : {
				at,
				runUrl
			},
			...named
		});
		if (isNoted && before.counts !== void 0) counted.add(name);
	}
	return {
		...next,
		findings: without(next.findings, counted)
	};
}
function holdsReport(checks, report) {
	const next = withReport(checks, report);
	return report.clusters.every((name) => findsTheSame(checks, next, name));
}
function withoutDropped(checks, now) {
	const dropped = [...checks.clusters].flatMap(([name, { at }]) => isOlder(at, now, 35 * DAY_MS) ? [name] : []);
	const gone = new Set(dropped);
	return {
		checks: {
			clusters: new Map([...checks.clusters].filter(([name]) => !gone.has(name))),
			findings: joined(without(checks.findings, gone))
		},
		dropped: dropped.map((name) => shownName(checks, name)).toSorted()
	};
}
function oldChecks(checks, now) {
	return inOrder(checks).flatMap(([name, { at }]) => isOlder(at, now, OLD_MS) ? [[name, at]] : []);
}
function isOlder(at, now, ms) {
	return at < now - ms || at > now + DAY_MS;
}
function inOrder({ clusters }) {
	return [...clusters].toSorted(([one], [other]) => one < other ? -1 : 1);
}
function changesOf(before, after) {
	if ([before, after].some(({ clusters }) => [...clusters.values()].some(({ counts }) => counts)) || before.findings.length === 0) return void 0;
	const [old, now] = [before, after].map(({ findings }) => new Set(findings.map(content)));
	const missing = (from = /* @__PURE__ */ new Set(), other = /* @__PURE__ */ new Set()) => [...from].filter((one) => !other.has(one)).length;
	return {
		added: missing(now, old),
		gone: missing(old, now)
	};
}
function countsOf({ clusters, findings }) {
	const count = (severity) => findings.filter((one) => one.severity === severity).length + [...clusters.values()].reduce((sum, { counts }) => sum + (counts?.[severity] ?? 0), 0);
	return {
		error: count("error"),
		warning: count("warning")
	};
}
function findingsOfCluster({ findings }, name) {
	return findings.filter(({ clusters }) => clusters.includes(name));
}
function findsTheSame(one, other, name) {
	const isCounted = [one, other].some(({ clusters }) => clusters.get(name)?.counts !== void 0);
	const [before, after] = [one, other].map((checks) => isCounted ? JSON.stringify(countsOfOne(checks, name)) : contentOf(findingsOfCluster(checks, name)));
	return before === after;
}
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
function without(findings, names) {
	return findings.flatMap((finding) => {
		const clusters = finding.clusters.filter((name) => !names.has(name));
		return clusters.length === 0 ? [] : [{
			...finding,
			clusters
		}];
	});
}
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
function clipped(finding) {
	const { clusters, severity, subject, check, expected, found, fix } = finding;
	const clip = (value) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(value, 1e3);
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
function readChecks(body) {
	for (const line of body.split("\n")) {
		const value = (0,_until_it_stays_js__WEBPACK_IMPORTED_MODULE_2__.i)("checks", line);
		if (value !== void 0) return parsed(value);
	}
	return NOTHING;
}
const LONGEST_DATA = 3e4;
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
function toJson(checks) {
	const clusters = inOrder(checks);
	const place = new Map(clusters.map(([name], index) => [name, index]));
	const names = clusters.flatMap(([, { name }], index) => name === void 0 ? [] : [[index, name]]);
	return {
		...names.length === 0 ? {} : { names },
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
function parsed(value) {
	const { clusters, findings, names: called } = value ?? {};
	const shown = new Map(rows(called).map(([place, name]) => [place, name]));
	const checks = rows(clusters).map((row, place) => parsedCluster(row, shown.get(place)));
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
const MOST_ROWS = 1e4;
function rows(value) {
	return Array.isArray(value) ? value.slice(0, MOST_ROWS).map((row) => Array.isArray(row) ? row : []) : [];
}
function parsedCluster([name, at, runUrl, error, warning], shown) {
	if (typeof name !== "string" || name !== (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(name, 100) || name === "" || !isCount(at)) return void 0;
	const check = {
		...typeof shown === "string" && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(shown, 100) !== "" ? { name: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(shown, 100) } : {},
		at: (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.d)(at),
		runUrl: typeof runUrl === "string" ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(runUrl, 500) : ""
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
const VISIBLE_WORDS = "private path of environment";
const LONGEST_TITLE = 200;
const RUN_LINE = /^<sub>Last changed by .*<\/sub>$/m;
const DATA_LINE = /^<!-- cockroachdb-privatelink:checks:.*$/m;
function driftMarker({ environment, resource, region }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)("drift", [
		environment || "default",
		resource,
		region
	]);
}
function driftTitle({ environment, resource, region }) {
	const where = ` in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(resource, 60)} (${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(region, 40)})`;
	const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(environment, LONGEST_TITLE - where.length - 40);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(`PrivateLink drift: ${name === "" ? "default" : name}${where}`);
}
function driftBody(place, all, { run, now, before = NOTHING }) {
	const packed = packedChecks(all);
	if (packed === void 0) throw noRoom(place, all);
	const { checks, line } = packed;
	const resource = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(place.resource, 60);
	const head = [
		driftMarker(place),
		`**${inWords(countsOf(checks))}** in the private connection of environment **${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(place.environment || "default", 200)}** in **${resource}**, **${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(place.region, 40)}**.`,
		`<sub>Last changed by ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(run, now)}${changeWords(changesOf(before, all))}</sub>`
	];
	const tail = [
		...lines(countedLines(checks)),
		...lines(oldLines(checks, now)),
		`<details><summary>About this issue</summary>\n\n${about(resource)}\n\n</details>`,
		line
	].join("\n\n");
	const room = _index_js__WEBPACK_IMPORTED_MODULE_0__.a - head.join("\n\n").length - tail.length;
	return [
		...head,
		...lines(findingsTable(checks, room)),
		tail
	].join("\n\n");
}
function changeWords(changes) {
	if (changes === void 0) return "";
	const { added, gone } = changes;
	const words = [...added > 0 ? [`${added} new`] : [], ...gone > 0 ? [`${gone} no longer found`] : []];
	return words.length === 0 ? "" : `: ${words.join(", ")}`;
}
function about(resource) {
	return [
		"- `operation: verify` with `drift-issue: true` keeps this issue. Each check replaces the findings of its own clusters only.",
		"- The issue is closed when no check finds drift, and opened again when drift returns.",
		"- Changes to this text are overwritten. Comments stay.",
		`- Search words: ${VISIBLE_WORDS}, ${resource}`
	].join("\n");
}
function saysTheSame(one, other) {
	const essence = (body) => {
		const { clusters, findings } = readChecks(body);
		const text = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(body).replace(RUN_LINE, "").replace(DATA_LINE, "").trimEnd();
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
function closingComment(run, at, dropped) {
	const old = dropped.length === 0 ? "" : ` No run has checked ${names(dropped)} for ${35} days, so earlier findings there no longer count.`;
	return `The check found no drift: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(run, at)}.${old} This issue is opened again if drift returns.`;
}
function duplicateComment(kept) {
	return `A duplicate of #${kept}, which is kept. It has the findings of both: two runs opened an issue at the same time.`;
}
const lines = (text) => text === "" ? [] : [text];
const NOTE_ROOM = 200;
function findingsTable(checks, room) {
	if (checks.findings.length === 0) return "";
	let table = "| Check | Clusters | Expected | Found | Fix |\n|---|---|---|---|---|";
	let shown = 0;
	for (const finding of checks.findings) {
		const next = `\n${row(finding, checks)}`;
		if (table.length + next.length + NOTE_ROOM > room) break;
		table += next;
		shown += 1;
	}
	const rest = checks.findings.length - shown;
	return rest === 0 ? table : `${table}\n\n*${rest} more findings do not fit here. See the job summary of the run.*`;
}
function row({ clusters, severity, check, subject, expected, found, fix }, checks) {
	return `| ${[`${severity === "error" ? "❌" : "⚠️"} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(check)}${subject === "" ? "" : `<br/>${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(subject)}`}`, ...[
		names([...new Set(clusters.map((cluster) => shownName(checks, cluster)))]),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(expected),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(found),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(fix)
	].map((cell) => cell || "–")].join(" | ")} |`;
}
const MOST_NAMES = 20;
function names(clusters) {
	return (0,_text_js__WEBPACK_IMPORTED_MODULE_5__.i)(clusters.map((name) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(name, 100)), MOST_NAMES);
}
function countedLines(checks) {
	return withTitle("The findings of these clusters do not fit here. They count too:", inOrder(checks).flatMap(([name, { counts, runUrl }]) => counts === void 0 ? [] : [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(shownName(checks, name), 100)}: ${inWords(counts)}; see ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)("its check", runUrl)}`]));
}
function oldLines(checks, now) {
	const old = oldChecks(checks, now).map(([name, at]) => `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(shownName(checks, name), 100)}: last checked ${new Date(Math.min(at, now)).toISOString().slice(0, 10)}`);
	return withTitle(`Not checked for two weeks. After ${35} days the findings of a cluster no longer count. To drop them now, close this issue:`, old);
}
function withTitle(title, all) {
	return all.length === 0 ? "" : [
		title,
		"",
		...(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.t)(all, MOST_NAMES)
	].join("\n");
}
function inWords({ error, warning }) {
	const some = (number, noun) => number === 0 ? [] : [(0,_text_js__WEBPACK_IMPORTED_MODULE_5__.r)(number, noun)];
	return (0,_text_js__WEBPACK_IMPORTED_MODULE_5__.a)([...some(error, "difference"), ...some(warning, "warning")]);
}
function noRoom({ owner, repo, resource }, { clusters }) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t("github-denied", {
		cause: `The drift issue of ${resource} in ${owner}/${repo} has no room for ${clusters.size} clusters with findings`,
		fix: "Repair the first findings, or give the clusters several environments, each with an issue of its own."
	});
}

// src/github/find-issue.ts
const LABEL = "cockroachdb-privatelink";
const PERMISSION$1 = "issues: write";
const LABEL_PAGES = 2;
const AUTHOR_PAGES = 3;
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
		const sorted = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.wt)(api, issues.filter((issue) => !issue.isPullRequest), driftMarker(place));
		if (sorted.own.length > 0) return sorted.own;
		for (const issue of sorted.unknown) unknown.set(issue.id, issue);
		if (step === steps[1] && isWhole && issues.length > 0) break;
	}
	if (unknown.size === 0) return [];
	throw await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.St)(api, [...unknown.values()], ({ id }) => `issue #${id}`);
}
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
		text: closingComment(report, report.at, closed.dropped)
	});
	return result;
}
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
		run: report,
		now: report.at,
		before: stored
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
function nothingLater(isFirst) {
	return (error) => {
		if (isFirst || !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(error)) throw error;
		return [];
	};
}
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
		run: report,
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
