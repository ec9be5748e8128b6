export const id = 337;
export const ids = [337];
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

/***/ 4337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   summaryMarkdown: () => (/* binding */ summaryMarkdown)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7044);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5858);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3198);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2276);






// src/report/diagram.ts
/** A label that cannot end its quotes or start anything in Mermaid. */
function label(...lines) {
	return `"${lines.filter((line) => line !== "").map((line) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__.a)(line).replace(/[^A-Za-z0-9 ._:/()+,-]/g, "_").slice(0, 80)).join("<br/>")}"`;
}
/** The path as a Mermaid flowchart: VPC with its zones, endpoint, service, clusters. */
function pathDiagram(paths, vpcId, region) {
	const lines = [
		"```mermaid",
		"flowchart LR",
		`  subgraph vpc[${label(`VPC ${vpcId} (${region})`)}]`
	];
	const subnets = new Map(paths.flatMap((path) => path.subnets).map((subnet) => [subnet.id, subnet]));
	const node = (subnetId) => `s_${subnetId.replace(/[^a-z0-9]/g, "")}`;
	for (const subnet of subnets.values()) lines.push(`    ${node(subnet.id)}[${label(subnet.zoneId, subnet.id)}]`);
	paths.forEach((path, index) => {
		lines.push(`    e${index}([${label(path.endpoint?.id ?? "VPC endpoint", path.endpoint?.rawState ?? "not there", path.endpoint?.privateDns === true ? "private DNS on" : "private DNS off")}])`);
	});
	lines.push("  end", "  subgraph cloud[\"CockroachDB Cloud\"]");
	paths.forEach((path, index) => {
		lines.push(`    v${index}[[${label("endpoint service", path.serviceName?.split(".").at(-1) ?? "")}]]`);
		path.members.forEach((member, number) => {
			lines.push(`    c${index}_${number}[(${label((0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.U)(member.cluster), member.cluster.plan)})]`);
		});
	});
	lines.push("  end");
	paths.forEach((path, index) => {
		for (const subnet of path.subnets) lines.push(`  ${node(subnet.id)} -- "26257/tcp" --> e${index}`);
		lines.push(`  e${index} == "PrivateLink" ==> v${index}`);
		path.members.forEach((member, number) => {
			lines.push(`  v${index} -- ${label((member.connection === void 0 ? "not connected" : (0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.V)(member.connection)).toLowerCase())} --> c${index}_${number}`);
		});
	});
	lines.push("```");
	return lines.join("\n");
}

// src/report/summary/headline.ts
/** Failures that the verdict itself tells. */
const VERDICT_CODES = /* @__PURE__ */ new Set(["drift", "could-not-check"]);
/** The first line of a summary: what came of the run. */
function headline(facts, reports) {
	return `## CockroachDB Cloud PrivateLink: ${headingWords(facts, reports)}`;
}
function headingWords(facts, reports) {
	if (facts.error !== void 0 && !VERDICT_CODES.has(facts.error.code)) return "❌ failed";
	if (facts.swept !== void 0) return sweptWords(facts.swept, facts.dryRun);
	if (facts.departure && !facts.dryRun) return departureWords(facts);
	const all = reports.length > 0 && reports.every((report) => report.status === "available");
	if (facts.verdict !== void 0) return verdictWords(facts.verdict, facts.probes);
	if (facts.error !== void 0) return "❌ failed";
	if (facts.dryRun) return "📝 plan only, nothing was changed";
	if (all) return facts.changed ? "✅ available" : "✅ available, no changes needed";
	const isOver = facts.plan !== void 0 && facts.plan.steps.length + facts.plan.waits.length === 0;
	return reports.length === 0 && isOver ? "✅ trusted owners as configured" : "⏳ pending";
}
function departureWords({ plan, done }) {
	if (plan !== void 0 && plan.waits.length + plan.steps.length > 0) return "⏳ being removed";
	if (done.length === 0) return "⚪ nothing was deleted";
	const kept = plan?.leftOvers.length ?? 0;
	return kept === 0 ? "✅ deleted" : `✅ removed; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__.r)(kept, "resource")} kept`;
}
function sweptWords(rows, dryRun) {
	const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
	if (dryRun) return `📝 sweep: ${count("would be swept")} would go, nothing was changed`;
	return `🧹 sweep: ${count("swept")} gone, ${count("kept")} kept`;
}
function verdictWords(verdict, probes) {
	const drift = verdict.findings.filter((one) => one.severity === "error").length;
	const warnings = verdict.findings.length - drift;
	if (verdict.unchecked.length > 0) return `❔ could not check everything${drift > 0 ? `, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__.r)(drift, "difference")} found` : ""}`;
	if (drift > 0) return `⚠️ drift: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__.r)(drift, "difference")}`;
	if (probes.some((one) => one.outcome === "failed")) return "❌ no difference found, but the probe failed";
	if (probes.some((one) => one.outcome === "outside")) return "❔ no difference found, but the probe could not check";
	return warnings > 0 ? `✅ clean, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__.r)(warnings, "warning")}` : "✅ clean";
}

// src/report/summary/leaving.ts
/** More rows than this make a summary that nobody reads. */
const MOST_SWEPT_ROWS = 200;
/** What went, what stays and why, and what failed. */
function sweptTable(rows) {
	if (rows === void 0) return "";
	const unseen = "Paths made with `endpoint-id` (attach only) carry no claims: sweep does not see them.";
	if (rows.length === 0) return `No VPC endpoint or security group in this region has the tag of this action.\n\n${unseen}`;
	const mark = {
		swept: "🧹",
		"would be swept": "📝",
		kept: "–",
		failed: "❌"
	};
	const order = [
		"failed",
		"swept",
		"would be swept",
		"kept"
	];
	const lines = rows.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome)).slice(0, MOST_SWEPT_ROWS).map((row) => [
		`${mark[row.outcome]} ${row.outcome}`,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(row.what),
		`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(row.resource)}<br/>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(row.vpcId)}`,
		row.command === void 0 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(row.why) : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(row.why)}<br/>Delete it: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(row.command)}`
	]);
	const more = rows.length > MOST_SWEPT_ROWS ? `\n\nand ${rows.length - MOST_SWEPT_ROWS} more, in the log` : "";
	return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)([
		"Outcome",
		"What",
		"Where",
		"Why"
	], lines)}${more}\n\n${unseen}`;
}
/** What a departure leaves, and what that costs. */
function leftOversPart({ plan, removal, dryRun, error }) {
	if (plan === void 0) return "";
	const left = error === void 0 && plan.steps.length + plan.waits.length === 0 || dryRun ? plan.leftOvers : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(plan);
	const said = removal.map((line) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(line)).join("\n\n");
	if (left.length === 0) return said;
	const rows = left.map(({ what, why, monthly, more = [] }) => [
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(what),
		[why, ...more].map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o).join("<br/>"),
		monthly > 0 ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(monthly)} (price of us-east-1; data is extra)` : "–"
	]);
	const remaining = `### ${dryRun ? "Will remain" : "Remaining"}\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)([
		"Resource",
		"Reason",
		"Cost"
	], rows)}`;
	return said === "" ? remaining : `${said}\n\n${remaining}`;
}
/** The steps that a departure took. */
function stepsDone({ done }) {
	return done.length === 0 ? "" : `### Done\n\n${done.map((title) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(title)}`).join("\n")}`;
}

// src/report/summary/path.ts
/** Each cluster with the state of its path. */
function statusTable(plan, reports) {
	const rows = reports.map((report) => [
		`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(report.cluster_name || report.cluster_id)}<br/>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(report.cluster_id)}`,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(report.plan),
		`**${report.status}**`,
		`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(report.endpoint_id)}<br/>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(report.endpoint_state || "–")}`,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(report.connection_status.replace(/^STATUS_/, "").toLowerCase() || "–"),
		report.endpoint_id === "" ? "–" : report.private_dns_enabled ? "on" : "off"
	]);
	const services = plan.paths.flatMap(({ serviceName }) => serviceName === void 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(serviceName)]);
	const service = services.length === 0 ? "" : `\n\nEndpoint service: ${services.join(", ")}`;
	return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)([
		"Cluster",
		"Plan",
		"Status",
		"VPC endpoint",
		"Connection",
		"Private DNS"
	], rows)}${service}`;
}
/** What was made, adopted and left alone. */
function worksTable(facts, plan) {
	const rows = plan.paths.flatMap((path) => [endpointRow(facts, path), groupRow(facts, path)]).filter((row) => row !== void 0);
	const done = facts.done.length === 0 ? "" : `\n\n<details><summary>${facts.done.length} steps done</summary>\n\n${facts.done.map((title) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(title)}`).join("\n")}\n\n</details>`;
	return rows.length === 0 ? done.trim() : `### What is there\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)([
		"What",
		"Whose",
		"Where"
	], rows)}${done}`;
}
function endpointRow(facts, path) {
	if (path.endpoint === void 0) return void 0;
	const whose = {
		ours: facts.created.has(path.endpoint.id) ? "made by this run" : "made by the action, kept",
		"not-ours": "not made by the action: connected, otherwise left alone",
		attached: "given by endpoint-id: connected, otherwise left alone",
		none: ""
	}[path.ownership];
	const where = path.subnets.map((subnet) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(subnet.zoneId)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(subnet.id)}`).join("<br/>");
	return [
		`VPC endpoint ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(path.endpoint.id)}`,
		whose,
		where === "" ? "–" : where
	];
}
function groupRow(facts, path) {
	const { group, endpoint } = path;
	if (group !== void 0) {
		const sources = group.ingress.map((rule) => rule.source === void 0 ? "other" : "cidr" in rule.source ? rule.source.cidr : rule.source.groupId);
		return [
			`Security group ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(group.id)}`,
			facts.created.has(group.id) ? "made by this run" : "made by the action, kept",
			`26257/tcp from ${[...new Set(sources)].map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t).join(", ") || "nowhere"}`
		];
	}
	if (endpoint === void 0 || endpoint.groupIds.length === 0) return void 0;
	return [
		`Security groups ${endpoint.groupIds.map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t).join(", ")}`,
		"not made by the action, left alone",
		"–"
	];
}
/**
* Connection strings for psql, and what else to know.
* @param apiUrl where the CA certificates of Advanced clusters are
*/
function connecting(reports, apiUrl) {
	const usable = reports.filter((report) => report.internal_dns !== "");
	if (usable.length === 0) return "";
	const strings = usable.map((report) => {
		const options = report.connection_options === "" ? "sslrootcert=ca.crt" : `sslrootcert=system&${report.connection_options}`;
		const string = `postgresql://USER:PASSWORD@${hostOnly(report.internal_dns)}:26257/DATABASE?sslmode=verify-full&${options}`;
		const ca = report.connection_options === "" ? `\n\n${block("sh", caCommand(report.cluster_id, apiUrl))}` : "";
		return `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(report.cluster_name || report.cluster_id)}**${ca}\n\n${block("text", string)}`;
	});
	const standard = usable.some((report) => report.connection_options !== "");
	return [
		"### Connect",
		...strings,
		[
			"- The host resolves to the VPC endpoint only inside the VPC, through its own resolver; elsewhere it needs a Resolver rule.",
			...standard ? [
				"- A Standard cluster shares its host: `options=--cluster%3D<routing ID>` tells the proxy which cluster is meant.",
				"- `sslrootcert=system` needs psql and libpq 16 or later. For older ones name a file of public roots, on Debian and Ubuntu `sslrootcert=/etc/ssl/certs/ca-certificates.crt`.",
				"- Drivers that do not use libpq, such as node-postgres, have roots of their own: leave `sslrootcert=system` out."
			] : [],
			"- Idle connections are dropped after 350 seconds: keep TCP keep-alive below that, or set a maximum idle time in the pool."
		].join("\n")
	].join("\n\n");
}
/** A block of its own, so that GitHub's copy button gives this and nothing else. */
function block(language, content) {
	return `\`\`\`${language}\n${content}\n\`\`\``;
}
/** The command that downloads the CA certificate of an Advanced cluster. It is public: no key is sent. */
function caCommand(clusterId, apiUrl) {
	return `curl --fail --output ca.crt '${`${(apiUrl?.href ?? "https://cockroachlabs.cloud").replace(/\/+$/, "")}/clusters/${encodeURIComponent(clusterId)}/cert`.replaceAll("'", "%27")}'`;
}
/** A host name out of an API answer, in the characters that host names have. */
function hostOnly(name) {
	return name.replace(/[^A-Za-z0-9.-]/g, "").slice(0, 253);
}

// src/report/summary/verdict.ts
/** The findings of `verify`: check, expected, found, fix. */
function findingsTable(verdict) {
	const rows = verdict.findings.map((one) => [
		`${one.severity === "error" ? "❌" : "⚠️"} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(one.check)}${one.subject === "" ? "" : `<br/>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(one.subject)}`}`,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(one.expected),
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(one.found),
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o)(one.fix)
	]);
	const unchecked = verdict.unchecked.map(({ what, error }) => [
		`❔ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(what)}`,
		"to be read",
		`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(error.code)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(error.message)}`,
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o)(error.fix)
	]);
	if (rows.length + unchecked.length === 0) return "";
	return `### Findings\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)([
		"Check",
		"Expected",
		"Found",
		"How to mend it"
	], [...rows, ...unchecked])}`;
}
/** What the probes from this runner saw. */
function probeTable(probes) {
	if (probes.length === 0) return "";
	const mark = {
		proved: "✅",
		failed: "❌",
		outside: "❔"
	};
	const rows = probes.map((probe) => [
		`${mark[probe.outcome]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(probe.cluster)}<br/>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(probe.host)}`,
		probe.checks.map((check) => `${check.ok ? "✔" : "✘"} ${check.check}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(check.detail)}`).join("<br/>") || "–",
		probe.outcome === "proved" ? "–" : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(probe.code ?? "")} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(probe.cause)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(probe.fix)}`,
		probe.certificateExpires?.slice(0, 10) ?? "–"
	]);
	return `### Probe from this runner\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)([
		"Cluster",
		"Checks",
		"Cause and fix",
		"Certificate until"
	], rows)}`;
}

// src/report/summary.ts
/**
* Characters of a summary. GitHub takes 1 MiB for a step and drops what is longer, and a character of a string is at most
* three bytes of UTF-8 (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary).
*/
const LONGEST = 34e4;
/** The job summary as Markdown: what was made, adopted and left alone, how to connect, and where the time went. */
function summaryMarkdown(facts) {
	const { reports } = facts;
	const parts = [
		headline(facts, reports),
		errorPart(facts),
		facts.verdict === void 0 ? "" : findingsTable(facts.verdict)
	];
	const seen = facts.verdict === void 0 || facts.verdict.unchecked.length === 0;
	if (facts.departure) parts.push(leftOversPart(facts), stepsDone(facts));
	parts.push(sweptTable(facts.swept));
	if (facts.plan !== void 0 && reports.length > 0 && seen && !facts.departure) {
		parts.push(statusTable(facts.plan, reports), pathDiagram(facts.plan.paths, facts.observed?.vpc?.id ?? "", facts.region));
		parts.push(worksTable(facts, facts.plan));
		if (!facts.dryRun) parts.push(connecting(reports, facts.apiUrl));
	}
	parts.push(probeTable(facts.probes), ownersTable(facts.observed));
	if (facts.plan !== void 0 && facts.dryRun && facts.verdict === void 0) parts.push(planPart(facts.plan));
	if (facts.plan !== void 0 && facts.plan.notes.length > 0) parts.push(`### Worth knowing\n\n${facts.plan.notes.map(noteLine).join("\n")}`);
	parts.push(timePart(facts));
	const whole = `${parts.filter((part) => part !== "").join("\n\n")}\n`;
	return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.r)(whole, {
		max: LONGEST,
		rest: "The outputs and the log have it all."
	});
}
function noteLine({ text: said, more = [] }) {
	return `- ${[said, ...more].map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o).join("<br/>")}`;
}
function errorPart({ error, errorLink }) {
	if (error === void 0) return "";
	const details = error.details.length === 0 ? "" : `\n\n${error.details.map((line) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o)(line)}`).join("\n")}`;
	return `> [!CAUTION]\n> **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(error.message)}**\n>\n> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.o)(error.fix)}\n>\n> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(error.code)}: ${errorLink.startsWith("http") ? `[troubleshooting](${errorLink})` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(errorLink)}${details}`;
}
/** Who is trusted, with the ID that each entry is read and removed by. */
function ownersTable(observed) {
	const owners = observed === void 0 ? [] : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(observed);
	if (owners.length === 0) return "";
	const rows = owners.map((owner) => [
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(owner.cluster_name || owner.cluster_id),
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(owner.account),
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.t)(owner.id),
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(owner.created_at || "–")
	]);
	return `### Trusted owners\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)([
		"Cluster",
		"AWS account",
		"Entry ID",
		"Trusted since"
	], rows)}`;
}
function planPart(plan) {
	if (plan.steps.length === 0) return "### Plan\n\nNo changes needed.";
	const lines = plan.steps.map((step, index) => `${index + 1}. ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(step.title)}${step.ready ? "" : ` *(once ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(step.after)})*`}`);
	const costs = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(plan).map((line) => `\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(line)}`);
	return `### Plan\n\n${lines.join("\n")}${costs.join("")}`;
}
function timePart(facts) {
	const spans = facts.spans.filter((span) => span.ms >= 50).toSorted((one, other) => other.ms - one.ms).slice(0, 8);
	if (spans.length === 0) return "";
	const rows = spans.map((span) => [
		(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.a)(span.what),
		{
			look: "read",
			step: "request",
			wait: "wait"
		}[span.kind],
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(span.ms)
	]);
	return `<details><summary>Where the time went: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(facts.totalMs)}</summary>\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.i)([
		"What",
		"Kind",
		"Time"
	], rows)}\n\nSteps and waits overlap, so the rows may add up to more.\n\n</details>`;
}



/***/ })

};
