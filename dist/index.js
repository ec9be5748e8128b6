import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 2396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ timeTag),
/* harmony export */   S: () => (/* binding */ tagText),
/* harmony export */   _: () => (/* binding */ otherClaims),
/* harmony export */   a: () => (/* binding */ WITHOUT_ZONES),
/* harmony export */   b: () => (/* binding */ readMarks),
/* harmony export */   c: () => (/* binding */ clusterNameInClaim),
/* harmony export */   d: () => (/* binding */ isFromFuture),
/* harmony export */   f: () => (/* binding */ isFull),
/* harmony export */   g: () => (/* binding */ needsClaim),
/* harmony export */   h: () => (/* binding */ leavingMark),
/* harmony export */   i: () => (/* binding */ SERVICE),
/* harmony export */   l: () => (/* binding */ hasRoomFor),
/* harmony export */   m: () => (/* binding */ kindOf),
/* harmony export */   n: () => (/* binding */ MANAGED_BY),
/* harmony export */   o: () => (/* binding */ claimKey),
/* harmony export */   p: () => (/* binding */ isOwnClaim),
/* harmony export */   r: () => (/* binding */ MANAGED_BY_VALUE),
/* harmony export */   s: () => (/* binding */ claimValue),
/* harmony export */   t: () => (/* binding */ CREATED_AT),
/* harmony export */   u: () => (/* binding */ isActionTag),
/* harmony export */   v: () => (/* binding */ ownerDigest),
/* harmony export */   x: () => (/* binding */ serverDigest),
/* harmony export */   y: () => (/* binding */ readClaims)
/* harmony export */ });
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9785);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);



// src/reconcile/model/claims.ts
const PREFIX = "cockroachdb-privatelink/";
const CLAIM = `${PREFIX}claim/`;
const LEAVING = `${PREFIX}leaving/`;
const MANAGED_BY = `${PREFIX}managed-by`;
const MANAGED_BY_VALUE = "github-action";
const CREATED_AT = `${PREFIX}created-at`;
function timeTag(at) {
	return new Date(at).toISOString();
}
const SERVICE = `${PREFIX}service`;
const WITHOUT_ZONES = `${PREFIX}without-zones`;
function tagText(text) {
	return text.replace(/[^A-Za-z0-9 _.:/=+@-]/g, "_").slice(0, 256);
}
const MOST_TAGS = 50;
const REFRESH_AFTER_MS = 216e5;
function kindOf(environment) {
	if (environment.startsWith("branch:")) return "branch";
	return environment.startsWith("pr:") ? "pr" : "none";
}
function claimKey(owner, clusterId) {
	return `${CLAIM}${digest([
		owner.serverUrl,
		owner.repositoryId,
		owner.environment,
		clusterId
	]).slice(0, 40)}`;
}
function claimValue(owner, cluster, use) {
	return [
		"v1",
		`repo=${safe(owner.repositoryId, 24)}`,
		`on=${serverDigest(owner.serverUrl)}`,
		`kind=${kindOf(owner.environment)}`,
		`cluster=${safe(cluster.id, 36)}`,
		`of=${clusterNameInClaim(cluster.name)}`,
		`used=${timeTag(use.at)}`,
		`run=${safe(use.nonce, 24)}`,
		`name=${safe(owner.environment, 50)}`
	].join(" ");
}
function clusterNameInClaim(name) {
	return safe(name, 24);
}
function serverDigest(serverUrl) {
	return digest([serverUrl]).slice(0, 8);
}
function ownerDigest(owner) {
	return digest([
		owner.serverUrl,
		owner.repositoryId,
		owner.environment
	]).slice(0, 12);
}
function digest(fields) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(fields)).digest("hex");
}
function safe(text, most) {
	return text.replace(/[^A-Za-z0-9_.:/=+@-]/g, "_").slice(0, most);
}
function readClaims(tags) {
	return Object.entries(tags).filter(([key]) => key.startsWith(CLAIM)).map(([key, value]) => {
		const field = fieldsOf(value);
		const kind = field("kind");
		return {
			key,
			value,
			repositoryId: field("repo"),
			server: field("on"),
			kind: kind === "branch" || kind === "pr" ? kind : "none",
			clusterId: field("cluster"),
			clusterName: field("of"),
			lastUsed: time(field("used")),
			nonce: field("run"),
			name: field("name")
		};
	});
}
const MOST_MARKED_CLUSTERS = 5;
function leavingMark(nonce, at, left) {
	const clusters = left.clusterIds.slice(0, MOST_MARKED_CLUSTERS).map((id) => safe(id, 36));
	return {
		key: `${LEAVING}${nonce}`,
		value: `v1 at=${timeTag(at)} by=${left.by} clusters=${clusters.join("+")}`
	};
}
function readMarks(tags) {
	return Object.entries(tags).filter(([key]) => key.startsWith(LEAVING)).map(([key, value]) => {
		const field = fieldsOf(value);
		return {
			key,
			value,
			nonce: key.slice(LEAVING.length),
			at: time(field("at")),
			by: field("by"),
			clusterIds: field("clusters").split("+").filter((id) => id !== "")
		};
	});
}
function needsClaim(tags, key, now) {
	const claim = readClaims(tags).find((one) => one.key === key);
	return claim === void 0 || now - claim.lastUsed >= REFRESH_AFTER_MS || isFromFuture(claim, now);
}
const MOST_CLOCK_SKEW_MS = 36e5;
function isFromFuture(claim, now) {
	return claim.lastUsed > now + MOST_CLOCK_SKEW_MS;
}
function hasRoomFor(tags, more, freed = 0) {
	const count = Object.keys(tags).length + more;
	return count <= MOST_TAGS && count - freed <= 44;
}
function isFull(tags) {
	return Object.keys(tags).filter((key) => !key.startsWith("aws:")).length >= MOST_TAGS;
}
function isActionTag(key) {
	return key.startsWith(PREFIX);
}
function isOwnClaim(claim, owner) {
	return claim.key === claimKey(owner, claim.clusterId);
}
function otherClaims(tags, owner) {
	return readClaims(tags).filter((claim) => !isOwnClaim(claim, owner));
}
function fieldsOf(value) {
	const fields = new Map(value.split(" ").map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]));
	return (name) => fields.get(name) ?? "";
}
function time(text) {
	const ms = Date.parse(text);
	return (0,_moment_js__WEBPACK_IMPORTED_MODULE_1__.d)(Number.isNaN(ms) ? 0 : ms);
}



/***/ }),

/***/ 3198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isOwnFailure),
/* harmony export */   c: () => (/* binding */ quoted),
/* harmony export */   i: () => (/* binding */ isActionError),
/* harmony export */   l: () => (/* binding */ shortened),
/* harmony export */   n: () => (/* binding */ cancelled),
/* harmony export */   o: () => (/* binding */ oneLine),
/* harmony export */   r: () => (/* binding */ describeError),
/* harmony export */   s: () => (/* binding */ problemsOf),
/* harmony export */   t: () => (/* binding */ ActionError)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);


// src/support/errors.ts
var ActionError = class extends Error {
	name = "ActionError";
	code;
	fix;
	details;
	problems;
	constructor(code, text, options) {
		super(text.said === void 0 ? text.cause : `${text.cause}.\n${text.said}`, options);
		this.code = code;
		this.fix = text.fix;
		this.details = text.details ?? [];
		this.problems = text.problems ?? [];
	}
};
function problemsOf({ code, message, fix, details, problems }) {
	return problems.length > 0 ? problems : [{
		code,
		cause: message,
		fix,
		details
	}];
}
function quoted(about, words, known) {
	const said = shortened(oneLine(words), LONGEST_QUOTE);
	return `${about}: ${said === "" ? "no message" : `"${said}"`} (${known})`;
}
const LONGEST_QUOTE = 4e3;
function isActionError(error) {
	return error instanceof Error && error.name === "ActionError" && "code" in error && "fix" in error;
}
function isOwnFailure(error) {
	return isActionError(error) && error.code !== "cancelled";
}
function cancelled() {
	return new ActionError("cancelled", {
		cause: "The run was cancelled before it finished",
		fix: "Run it again: it reads the current state and continues from there."
	});
}
function describeError(error) {
	const parts = [];
	for (let at = error, depth = 0; at !== void 0 && at !== null && depth < 5; depth += 1) {
		const text = at instanceof Error ? describeOne(at) : typeof at === "string" ? at : (0,node_util__WEBPACK_IMPORTED_MODULE_0__.inspect)(at);
		if (text !== "" && !parts.some((part) => part.includes(text))) parts.push(text);
		at = at instanceof Error ? at.cause : void 0;
	}
	return shortened(oneLine(parts.join(": ")), 500);
}
function describeOne(error) {
	const code = "code" in error && typeof error.code === "string" ? error.code : "";
	if (error.message === "") return code === "" ? error.name : code;
	return code === "" || error.message.includes(code) ? error.message : `${error.message} (${code})`;
}
function shortened(text, max) {
	return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}
function oneLine(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, " ").trim();
}



/***/ }),

/***/ 5953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ fixForPage),
/* harmony export */   t: () => (/* binding */ contentTypeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);


// src/support/foreign-page.ts
function contentTypeOf(header) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.l)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)((header ?? "").split(";")[0] ?? ""), 24) || "no content type";
}
function fixForPage(status, fallback) {
	return status === 407 ? "Set the correct user and password in HTTPS_PROXY or HTTP_PROXY, or name the host in NO_PROXY." : fallback;
}



/***/ }),

/***/ 1894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ marksOn),
  A: () => (/* binding */ isPrefixList),
  At: () => (/* binding */ tokenError),
  B: () => (/* binding */ isSqlRule),
  C: () => (/* binding */ finding),
  Ct: () => (/* binding */ isAuthorUnknown),
  D: () => (/* binding */ rulesOf),
  Dt: () => (/* binding */ withRetry),
  E: () => (/* binding */ desiredOf),
  Et: () => (/* binding */ stayAway),
  F: () => (/* binding */ groupMarks),
  G: () => (/* binding */ startJournal),
  H: () => (/* binding */ connectionOf),
  I: () => (/* binding */ addTagStep),
  J: () => (/* binding */ outranked),
  K: () => (/* binding */ reconcile),
  L: () => (/* binding */ noteUnmanaged),
  M: () => (/* binding */ ruleText$1),
  N: () => (/* binding */ canonicalCidr),
  O: () => (/* binding */ makePlan),
  Ot: () => (/* binding */ withTimeLimit),
  P: () => (/* binding */ blockFull),
  Q: () => (/* binding */ isGroupOf),
  R: () => (/* binding */ removeManagedBy),
  S: () => (/* binding */ judgedBy),
  St: () => (/* binding */ authorUnknown),
  T: () => (/* binding */ problemOfFinding),
  Tt: () => (/* binding */ keepParserSimple),
  U: () => (/* binding */ deletionTitle),
  V: () => (/* binding */ wantedSources),
  W: () => (/* binding */ disconnectStep),
  X: () => (/* binding */ planAccount),
  Y: () => (/* binding */ accountProblem),
  Z: () => (/* binding */ vpcProblem),
  _: () => (/* binding */ isWhole),
  _t: () => (/* binding */ connectGoal),
  a: () => (/* binding */ LONGEST_BODY$1),
  at: () => (/* binding */ namedEndpoint),
  b: () => (/* binding */ duration),
  bt: () => (/* binding */ githubMeaning),
  c: () => (/* binding */ inert),
  ct: () => (/* binding */ withGoneClusters),
  d: () => (/* binding */ posted),
  dt: () => (/* binding */ clusterProblem),
  et: () => (/* binding */ ownedGroup),
  f: () => (/* binding */ postedWithCommand),
  ft: () => (/* binding */ isSimilar),
  g: () => (/* binding */ fitted),
  gt: () => (/* binding */ confirmedGone),
  h: () => (/* binding */ fences),
  ht: () => (/* binding */ readinessOf),
  i: () => (/* binding */ listEntries),
  it: () => (/* binding */ isLeaving),
  j: () => (/* binding */ revokeCommand),
  k: () => (/* binding */ manualRules),
  kt: () => (/* binding */ classifyTokenError),
  l: () => (/* binding */ linkTo),
  lt: () => (/* binding */ isClusterId),
  m: () => (/* binding */ sameLines),
  mt: () => (/* binding */ isOfPlace),
  n: () => (/* binding */ wholeBody),
  nt: () => (/* binding */ claimsToRelease),
  o: () => (/* binding */ harmless),
  ot: () => (/* binding */ vpcOf),
  p: () => (/* binding */ runText),
  pt: () => (/* binding */ nearestOf),
  q: () => (/* binding */ observeAll),
  r: () => (/* binding */ letsIn),
  rt: () => (/* binding */ ownClaims),
  s: () => (/* binding */ hiddenMarker),
  st: () => (/* binding */ mapConcurrent),
  t: () => (/* binding */ agentsThrough),
  tt: () => (/* binding */ usersOf),
  u: () => (/* binding */ plain),
  ut: () => (/* binding */ nearestCluster),
  v: () => (/* binding */ monthlyCost),
  vt: () => (/* binding */ deleteGoal),
  w: () => (/* binding */ partsOf$1),
  wt: () => (/* binding */ sortPosts),
  x: () => (/* binding */ openGithubFor),
  xt: () => (/* binding */ isIssuesOff),
  y: () => (/* binding */ monthlyText),
  yt: () => (/* binding */ answerOf),
  z: () => (/* binding */ RULE_DESCRIPTION)
});

// EXTERNAL MODULE: ./pre/errors.js
var pre_errors = __nccwpck_require__(3198);
// EXTERNAL MODULE: ./pre/foreign-page.js
var foreign_page = __nccwpck_require__(5953);
// EXTERNAL MODULE: ./pre/wire.js
var wire = __nccwpck_require__(8484);
// EXTERNAL MODULE: ./pre/white-space.js
var white_space = __nccwpck_require__(2823);
// EXTERNAL MODULE: ./pre/moment.js
var moment = __nccwpck_require__(9785);
// EXTERNAL MODULE: ./pre/lease.js
var pre_lease = __nccwpck_require__(2039);
// EXTERNAL MODULE: ./pre/types.js
var types = __nccwpck_require__(5640);
// EXTERNAL MODULE: ./pre/claims.js
var pre_claims = __nccwpck_require__(2396);
// EXTERNAL MODULE: ./pre/text.js
var pre_text = __nccwpck_require__(3554);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: external "node:diagnostics_channel"
const external_node_diagnostics_channel_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./pre/index.js
























// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!external_fs_.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(external_os_.EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput$1(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(external_os_.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}

// src/aws/token-errors.ts
const WHO = "GitHub's token service";
const DOING = "issue an OIDC token";
var TokenRefusal = class extends Error {
	name = "TokenRefusal";
	status;
	page;
	constructor(status, said, page) {
		super(said);
		this.status = status;
		this.page = page;
	}
};
function noToken(status, result) {
	return new TokenRefusal(status, "the answer contains no token", result === null || typeof result !== "object" ? "no JSON" : void 0);
}
function tokenRefusal(error) {
	const { statusCode, result, message } = error;
	if (typeof result === "object" && result !== null) {
		const { message: said, errorMessage } = result;
		return new TokenRefusal(statusCode, String(said ?? errorMessage ?? ""), void 0);
	}
	const page = /^\s*</.test(message) ? "HTML" : /^Failed request: \(\d+\)$/.test(message) ? "empty body" : "no JSON";
	return new TokenRefusal(statusCode, "", page);
}
function classifyTokenError(error) {
	if (!isRefusal(error)) return (0,wire.n)(error) ?? { failure: "transient" };
	const { status } = error;
	return { failure: status < 300 || status >= 500 || status === 408 || status === 429 ? "transient" : "final" };
}
function tokenError(error, host) {
	if (!isRefusal(error)) return new pre_errors.t("oidc-failed", (0,wire.t)(error, {
		who: WHO,
		doing: DOING,
		host
	}), { cause: error });
	const { status, message, page } = error;
	const about = `${WHO}${host === "" ? "" : ` at ${host}`}, asked to ${DOING}`;
	const text = page === void 0 ? {
		cause: `${WHO} returned no OIDC token: HTTP ${status}`,
		fix: "Run again; if it persists, check https://www.githubstatus.com."
	} : {
		cause: `The answer is not from ${WHO}: HTTP ${status}, ${page}`,
		fix: (0,foreign_page.n)(status, "Check the proxy, firewall or sign-in page between the runner and GitHub, then run again.")
	};
	return new pre_errors.t("oidc-failed", {
		...text,
		said: (0,pre_errors.c)(about, (0,pre_errors.o)(message), `HTTP ${status}`)
	}, { cause: error });
}
function isRefusal(error) {
	return error instanceof Error && error.name === "TokenRefusal";
}

// src/aws/token-request.ts
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const LONGEST_TOKEN = 16384;
async function requestToken(env, audience, getJson) {
	const url = `${env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? ""}&audience=${encodeURIComponent(audience)}`;
	const authorization = `Bearer ${env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? ""}`;
	try {
		const { statusCode, result } = await getJson(url, { authorization });
		const token = result?.value;
		if (typeof token === "string" && token.length <= LONGEST_TOKEN && JWT.test(token)) return token;
		throw noToken(statusCode, result);
	} catch (error) {
		throw hasStatus(error) ? tokenRefusal(error) : error;
	}
}
function hasStatus(error) {
	return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" && !("code" in error);
}

// src/aws/variables.ts
function tidyAwsVariables(env) {
	for (const name of Object.keys(env).filter((one) => one.toUpperCase().startsWith("AWS_"))) {
		const value = (0,white_space.n)(env[name] ?? "");
		if (value === "") delete env[name];
		else env[name] = value;
	}
}

// src/github/event.ts
async function readEvent(read) {
	try {
		const payload = objectAt(await read());
		return payload === void 0 ? {
			payload: {},
			unread: "it contains no JSON object"
		} : { payload };
	} catch (error) {
		return {
			payload: {},
			unread: (0,pre_errors.r)(error)
		};
	}
}
const TOLD_BY_VARIABLES = /* @__PURE__ */ new Set([
	"",
	"push",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch",
	"merge_group"
]);
function pullNumberOfEvent(payload) {
	const issue = objectAt(payload, "issue");
	const isPull = issue !== void 0 && objectAt(issue, "pull_request") !== void 0;
	return numberAt(payload, "pull_request", "number") ?? (isPull ? numberAt(issue, "number") : void 0) ?? 0;
}
function isForkEvent(payload, env) {
	const head = objectAt(payload, "pull_request", "head");
	return head !== void 0 && isOther(head["repo"], env);
}
function namesOfEvent({ payload, unread }, env) {
	const issue = objectAt(payload, "issue");
	return {
		head: headOf(payload, env),
		pullNumber: pullNumberOfEvent(payload),
		base: textAt(payload, "pull_request", "base", "ref"),
		defaultBranch: textAt(payload, "repository", "default_branch"),
		tags: tagsOf(payload, env),
		deleted: deletedBy(payload, env),
		issue: objectAt(issue, "pull_request") === void 0 ? numberAt(issue, "number") : void 0,
		foreignPulls: foreignPullsOf(payload, env),
		unread: TOLD_BY_VARIABLES.has(env["GITHUB_EVENT_NAME"] ?? "") ? void 0 : unread
	};
}
function headOf(payload, env) {
	const run = objectAt(payload, "workflow_run");
	const pull = objectAt(payload, "pull_request", "head");
	const branch = textAt(pull, "ref") ?? textAt(run, "head_branch");
	if (branch === void 0) return void 0;
	const repository = pull === void 0 ? run?.["head_repository"] : pull["repo"];
	const commit = textAt(pull, "sha");
	return {
		branch,
		own: !isOther(repository, env),
		repository: textAt(repository, "full_name") ?? "",
		...commit === void 0 ? {} : { commit }
	};
}
function tagsOf(payload, env) {
	return [
		/^refs\/tags\/(.+)$/s.exec(env["GITHUB_REF"] ?? "")?.[1],
		env["GITHUB_REF_TYPE"] === "tag" ? env["GITHUB_REF_NAME"] : void 0,
		payload["ref_type"] === "tag" ? textAt(payload, "ref") : void 0,
		releasedBy(payload)
	].filter((tag) => tag !== void 0);
}
function releasedBy(payload) {
	const run = objectAt(payload, "workflow_run");
	return run?.["event"] === "release" ? textAt(run, "head_branch") : void 0;
}
function deletedBy(payload, env) {
	const name = textAt(payload, "ref");
	if (env["GITHUB_EVENT_NAME"] !== "delete" || name === void 0) return void 0;
	return {
		name,
		type: textAt(payload, "ref_type") ?? "ref"
	};
}
function foreignPullsOf(payload, env) {
	const listed = [
		"workflow_run",
		"check_run",
		"check_suite"
	].flatMap((name) => {
		const pulls = objectAt(payload, name)?.["pull_requests"];
		return Array.isArray(pulls) ? pulls : [];
	});
	const foreign = /* @__PURE__ */ new Set();
	const own = /* @__PURE__ */ new Set();
	for (const pull of listed) {
		const number = numberAt(pull, "number");
		const id = numberAt(pull, "base", "repo", "id");
		if (number === void 0 || id === void 0) continue;
		(String(id) === env["GITHUB_REPOSITORY_ID"] ? own : foreign).add(number);
	}
	return (env["GITHUB_REPOSITORY_ID"] ?? "") === "" ? [] : [...foreign].filter((number) => !own.has(number));
}
function isOther(repository, env) {
	const id = objectAt(repository)?.["id"];
	const own = env["GITHUB_REPOSITORY_ID"] ?? "";
	if (typeof id === "number" && own !== "") return String(id) !== own;
	const name = textAt(repository, "full_name");
	return name === void 0 || name.toLowerCase() !== env["GITHUB_REPOSITORY"]?.toLowerCase();
}
function valueAt(value, path) {
	return path.reduce((at, key) => typeof at === "object" && at !== null ? Reflect.get(at, key) : void 0, value);
}
function objectAt(value, ...path) {
	const found = valueAt(value, path);
	return typeof found === "object" && found !== null && !Array.isArray(found) ? found : void 0;
}
function textAt(value, ...path) {
	const found = valueAt(value, path);
	return typeof found === "string" && found !== "" ? found : void 0;
}
function numberAt(value, ...path) {
	const found = valueAt(value, path);
	return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : void 0;
}

// src/support/pacer.ts
const SLOWEST$1 = .2;
const DOUBLING_ANSWERS = 50;
const LOOKS = .5;
const LONGEST_HOLD_MS = 1e4;
const LONGEST_PAUSE_MS$2 = 3e4;
function createPacer(full, clock) {
	let { perSecond, size: tokens } = full;
	let countedAt = clock.now();
	let slowedAt = Number.NEGATIVE_INFINITY;
	let last = Promise.resolve();
	function count(now) {
		if (now <= countedAt) return;
		const size = Math.max(1, full.size * perSecond / full.perSecond);
		tokens = Math.min(size, tokens + (now - countedAt) / 1e3 * perSecond);
		countedAt = now;
	}
	async function take(signal) {
		for (;;) {
			const now = clock.now();
			count(now);
			const missing = 1 - tokens;
			if (now >= countedAt && missing <= 0) break;
			await clock.sleep(Math.ceil(countedAt - now + Math.max(0, missing / perSecond * 1e3)), signal);
		}
		tokens -= 1;
	}
	return {
		turn(signal) {
			const mine = last.then(() => take(signal));
			last = mine.catch(() => void 0);
			return mine;
		},
		answered() {
			count(clock.now());
			perSecond = Math.min(full.perSecond, perSecond * 2 ** (1 / DOUBLING_ANSWERS));
		},
		refused(sentAt, pauseMs) {
			const now = clock.now();
			count(now);
			tokens = Math.min(tokens, 0);
			countedAt = Math.max(countedAt, now + Math.min(pauseMs, LONGEST_HOLD_MS));
			if (sentAt < slowedAt) return;
			slowedAt = now;
			perSecond = Math.max(SLOWEST$1, perSecond / 2);
		},
		pause(requests) {
			if (perSecond >= full.perSecond) return 0;
			return Math.min(LONGEST_PAUSE_MS$2, requests / (perSecond * LOOKS) * 1e3);
		}
	};
}

// src/support/time-limit.ts
const OVER = "the try is over";
async function withTimeLimit(call, { ms, clock, signal }) {
	const over = new AbortController();
	const stop = signal === void 0 ? over.signal : AbortSignal.any([signal, over.signal]);
	const late = clock.sleep(ms, stop).then(() => {
		throw Object.assign(/* @__PURE__ */ new Error(`no answer in ${ms / 1e3} s`), { name: "TimeoutError" });
	});
	try {
		return await Promise.race([call(over.signal), late]);
	} finally {
		over.abort(OVER);
	}
}

// src/support/retry.ts
const BUDGET_MS = {
	throttled: 9e5,
	transient: 9e4,
	"not-sent": 9e4
};
const PAUSES = {
	throttled: {
		firstMs: 2e3,
		longestMs: 2e4
	},
	transient: {
		firstMs: 250,
		longestMs: 15e3
	},
	"not-sent": {
		firstMs: 500,
		longestMs: 15e3
	}
};
function longest({ firstMs, longestMs }, failures) {
	return Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
}
function stayAway(refill, refusals) {
	return longest(refill, refusals) * (.5 + Math.random() / 2);
}
async function withRetry(call, rules) {
	const followed = rules.telling?.progress?.follow(rules.telling.what, rules.telling.isAwaited);
	try {
		return await retrying(call, rules, followed);
	} finally {
		followed?.ended();
	}
}
async function retrying(call, rules, followed) {
	const started = rules.clock.now();
	for (let number = 1;; number += 1) {
		if (rules.signal.aborted) throw (0,pre_errors.n)();
		await rules.turn?.();
		(0,moment.c)(rules.limit, rules.clock);
		followed?.sent();
		try {
			return await withTimeLimit(call, {
				ms: rules.tryMs ?? 15e4,
				clock: rules.clock,
				signal: rules.signal
			});
		} catch (error) {
			const { delayMs, giveUpAt } = nextTry(rules, {
				number,
				error,
				started
			});
			rules.onRetry?.({
				number,
				delayMs,
				error
			});
			followed?.failed({
				number,
				delayMs,
				why: rules.telling?.why(error) ?? "",
				leftMs: giveUpAt - rules.clock.now(),
				isTold: rules.telling?.isTold?.(error) ?? false
			});
			await rules.clock.sleep(delayMs, rules.signal);
		}
	}
}
function nextTry(rules, { number, error, started }) {
	if (rules.signal.aborted) throw (0,pre_errors.n)();
	if ((0,moment.i)(error)) throw error;
	const { failure, retryAfterMs = 0, budgetMs } = rules.classify(error);
	if (failure === "final" || failure === "transient" && !rules.repeatable) throw error;
	const pauseMs = failure === "throttled" ? stayAway(rules.refill ?? PAUSES.throttled, number) : longest(PAUSES[failure], number) * Math.random();
	const delayMs = Math.max(retryAfterMs, pauseMs, 50);
	const giveUpAt = Math.min(rules.deadline, started + (budgetMs ?? BUDGET_MS[failure]));
	if (rules.clock.now() + delayMs > giveUpAt) throw error;
	if (rules.limit !== void 0 && delayMs > (0,moment.l)(rules.limit, rules.clock)) throw (0,moment.u)(error);
	return {
		delayMs,
		giveUpAt
	};
}

// src/cockroach/ask.ts
function tellingOf({ name }, progress) {
	return {
		progress,
		what: `CockroachDB Cloud ${name.replace(/\/(api\/v1\/)?(clusters\/[^/]+\/(networking\/)?)?(?=\w)/, "").replace(/\/.*/, "")}`,
		why: pre_lease.bt
	};
}

// src/cockroach/pages.ts
const MOST_PAGES = 1e3;
async function readPages(read, parse, { query = "", pages = Number.POSITIVE_INFINITY } = {}) {
	const rows = [];
	const seen = /* @__PURE__ */ new Set();
	for (let page = "";;) {
		const parts = [query, page === "" ? "" : `pagination.page=${encodeURIComponent(page)}`].filter((one) => one !== "");
		const answer = await read(parts.length === 0 ? "" : `?${parts.join("&")}`);
		rows.push(...parse(answer));
		page = (0,pre_lease.At)(answer);
		if (page === "" || seen.size + 1 >= pages) return rows;
		if (seen.has(page) || seen.size >= MOST_PAGES) throw new pre_errors.t("cloud-refused", {
			cause: "CockroachDB Cloud keeps returning more pages of a list",
			fix: "Run again. If it persists, look for a proxy that changes answers, or ask Cockroach Labs support."
		});
		seen.add(page);
	}
}

// src/cockroach/client.ts
const API_VERSION = "2024-09-16";
const RATE = {
	size: 10,
	perSecond: 10
};
function createCloudClient(settings) {
	const pacer = createPacer(RATE, settings.clock);
	const caller = createCloudCaller(settings, pacer);
	return {
		...clusterCalls(caller),
		...endpointCalls(caller),
		...ownerCalls(caller),
		pause: pacer.pause
	};
}
function createCloudCaller(settings, pacer) {
	const send = async (ask) => {
		const url = new URL(`${settings.baseUrl.pathname.replace(/\/+$/, "")}${ask.path}`, settings.baseUrl);
		const http = await settings.http;
		const tryNow = (over) => tryOnce(settings, {
			ask,
			url,
			http,
			over
		});
		return withRetry(ask.keyed ? (over) => paced(pacer, settings.clock, () => tryNow(over)) : tryNow, {
			clock: settings.clock,
			signal: settings.signal,
			deadline: settings.deadline,
			limit: ask.limit,
			repeatable: ask.method === "GET",
			...ask.keyed ? { turn: () => pacer.turn(settings.signal) } : {},
			classify: (error) => ({
				...(0,pre_lease.vt)(error, settings.clock.wall()),
				...ask.patience === void 0 ? {} : { budgetMs: ask.patience.budgetMs }
			}),
			...ask.patience === void 0 ? {} : { tryMs: ask.patience.tryMs },
			telling: tellingOf(ask, settings.progress),
			onRetry: ({ number, delayMs }) => settings.debug(`Cloud ${ask.name}: try ${number} failed, again in ${delayMs.toFixed(0)} ms`)
		});
	};
	return {
		send,
		async call(method, path, { body, limit, isAnswer = pre_lease.Ot } = {}) {
			const whole = `/api/v1${path}`;
			const answer = await send({
				method,
				path: whole,
				name: `${method} ${whole}`,
				keyed: true,
				isAnswer: (text) => (0,pre_lease.Dt)(text, isAnswer),
				...body === void 0 ? {} : { body: JSON.stringify(body) },
				limit
			});
			return JSON.parse(answer === "" ? "{}" : answer);
		},
		async say(doing, run, inWords = pre_lease.yt) {
			try {
				return await run();
			} catch (error) {
				if ((0,pre_errors.i)(error) || (0,moment.i)(error)) throw error;
				throw inWords(error, doing, settings.baseUrl.host);
			}
		}
	};
}
async function paced(pacer, clock, tryNow) {
	const sentAt = clock.now();
	try {
		const answer = await tryNow();
		pacer.answered();
		return answer;
	} catch (error) {
		if ((0,pre_lease.wt)(error)) pacer.refused(sentAt, (0,pre_lease.vt)(error, clock.wall()).retryAfterMs ?? 0);
		throw error;
	}
}
async function tryOnce(settings, { ask, url, http, over }) {
	const started = settings.clock.now();
	const answer = await http.send({
		method: ask.method,
		url,
		headers: {
			...ask.keyed ? {
				authorization: `Bearer ${settings.apiKey}`,
				accept: "application/json",
				"cc-version": API_VERSION
			} : {},
			"user-agent": settings.userAgent,
			...ask.body === void 0 ? {} : { "content-type": "application/json" }
		},
		signal: AbortSignal.any([settings.signal, over]),
		...ask.body === void 0 ? {} : { body: ask.body }
	});
	settings.debug(`Cloud ${ask.name}: ${answer.status} in ${settings.clock.now() - started} ms`);
	if (answer.status < 200 || answer.status > 299) throw new pre_lease._t(ask.name, answer, url.host);
	const body = answer.body === "" && ask.method !== "GET" ? "{}" : answer.body;
	if (!ask.isAnswer(body)) throw new pre_lease._t(ask.name, answer, url.host);
	return answer.body;
}
function undefinedIfAbsent(error) {
	if (!(0,pre_lease.Ct)(error)) throw error;
}
function undefinedIfThere(error) {
	if ((0,pre_lease.Tt)(error) !== "exists") throw error;
}
const clusterPath = (clusterId) => `/clusters/${encodeURIComponent(clusterId)}`;
const servicesPath = (clusterId) => `${clusterPath(clusterId)}/networking/private-endpoint-services`;
const connectionsPath = (clusterId) => `${clusterPath(clusterId)}/networking/private-endpoint-connections`;
const ownersPath = (clusterId) => `${clusterPath(clusterId)}/networking/private-endpoint-trusted-owners`;
function clusterCalls({ send, call, say }) {
	return {
		getCluster: (clusterId) => say(`read cluster ${clusterId}`, () => call("GET", clusterPath(clusterId), { isAnswer: (value) => (0,pre_lease.Mt)(value).id.toLowerCase() === clusterId.toLowerCase() }).then(pre_lease.Mt, undefinedIfAbsent)),
		listClusters: (pages) => say("list the clusters", () => readPages((query) => call("GET", `/clusters${query}`, (0,pre_lease.kt)("clusters")), pre_lease.Nt, {
			query: `show_inactive=false&pagination.limit=${500}`,
			pages
		})),
		listAllowlist: (clusterId) => say("read the IP allowlist", () => readPages((query) => call("GET", `${clusterPath(clusterId)}/networking/allowlist${query}`, (0,pre_lease.kt)("allowlist")), pre_lease.jt, { query: `pagination.limit=${500}` })),
		clusterCa: (clusterId, patience) => say(`read the CA certificate of cluster ${clusterId}`, () => {
			const path = `${clusterPath(clusterId)}/cert`;
			const isAnswer = (pem) => pem.includes("-----BEGIN CERTIFICATE-----");
			return send({
				method: "GET",
				path,
				name: `GET ${path}`,
				keyed: false,
				isAnswer,
				patience
			});
		})
	};
}
function endpointCalls({ call, say }) {
	return {
		listServices: (clusterId) => say("list the private endpoint services", () => readPages((query) => call("GET", `${servicesPath(clusterId)}${query}`, (0,pre_lease.kt)("services")), pre_lease.It)),
		createServices: (clusterId) => say("create the private endpoint services", async () => {
			const made = await call("POST", servicesPath(clusterId), (0,pre_lease.kt)("services")).catch(undefinedIfThere);
			return made === void 0 ? [] : (0,pre_lease.It)(made);
		}),
		listConnections: (clusterId) => say("list the private endpoint connections", () => readPages((query) => call("GET", `${connectionsPath(clusterId)}${query}`, (0,pre_lease.kt)("connections")), pre_lease.Ft)),
		addConnection: (clusterId, endpointId) => say(`connect endpoint ${endpointId}`, () => call("POST", connectionsPath(clusterId), {
			body: { endpoint_id: endpointId },
			isAnswer: (value) => (0,pre_lease.Pt)(value).endpointId === endpointId
		}).then(pre_lease.Pt, undefinedIfThere)),
		deleteConnection: (clusterId, endpointId, limit) => say(`remove the connection of endpoint ${endpointId}`, async () => {
			await call("DELETE", `${connectionsPath(clusterId)}/${encodeURIComponent(endpointId)}`, { limit }).catch(undefinedIfAbsent);
		})
	};
}
function ownerCalls({ call, say }) {
	const sayOwners = (doing, run) => say(doing, run, pre_lease.Et);
	return {
		listTrustedOwners: (clusterId) => sayOwners("list the trusted owners", () => readPages((query) => call("GET", `${ownersPath(clusterId)}${query}`, (0,pre_lease.kt)("trusted_owners")), pre_lease.Rt)),
		getTrustedOwner: (clusterId, ownerId) => sayOwners("read a trusted owner", () => call("GET", `${ownersPath(clusterId)}/${encodeURIComponent(ownerId)}`, { isAnswer: (value) => (0,pre_lease.Lt)(value).id === ownerId }).then(pre_lease.Lt, undefinedIfAbsent)),
		addTrustedOwner: (clusterId, accountId) => sayOwners(`trust AWS account ${accountId}`, () => call("POST", ownersPath(clusterId), {
			body: {
				type: "AWS_ACCOUNT_ID",
				external_owner_id: accountId
			},
			isAnswer: (value) => (0,pre_lease.Lt)(value).accountId === accountId
		}).then(pre_lease.Lt, undefinedIfThere)),
		removeTrustedOwner: (clusterId, ownerId, limit) => sayOwners("remove a trusted owner", async () => {
			await call("DELETE", `${ownersPath(clusterId)}/${encodeURIComponent(ownerId)}`, { limit }).catch(undefinedIfAbsent);
		})
	};
}

// src/startup/first-token.ts
function askFirstToken(service, audience, requestSent) {
	if (!service.offered) return void 0;
	const sent = requestSent();
	let token = service.request(audience);
	return {
		sent,
		answered: token.catch(() => void 0),
		source: {
			...service,
			request(wanted) {
				const given = token ?? service.request(wanted);
				token = void 0;
				return given;
			}
		}
	};
}

// src/startup/v8.ts
const LONG_RUN_CLUSTERS = 50;
function keepHeapSmall(clusters) {
	if (clusters >= LONG_RUN_CLUSTERS) (0,external_node_v8_namespaceObject.setFlagsFromString)("--optimize-for-size");
}
function keepParserSimple() {
	(0,external_node_v8_namespaceObject.setFlagsFromString)("--wasm-tiering-budget=1000000000");
}

// src/clients.ts
const SENT_AT_ONCE_MS = 2;
async function openClients(request, context) {
	keepHeapSmall(request.clusters.length);
	const first = firstToken(request, context);
	const aws = await openAwsOnceSent(request, context, first);
	const http = loadHttpOnceAnswered(context.network, first);
	const cloud = createCloudClient({
		...context,
		baseUrl: request.apiUrl,
		apiKey: request.apiKey,
		http: http.client
	});
	return {
		ec2: aws.ec2,
		cloud,
		clock: context.clock,
		account: aws.account,
		async close() {
			aws.close();
			await http.close();
		}
	};
}
function firstToken(request, { token, network }) {
	if (request.roleArn === void 0 || request.ownersOnly) return void 0;
	return askFirstToken(token, request.audience, network.requestSent);
}
async function openAwsOnceSent(request, context, first) {
	const { network, userAgent } = context;
	await first?.sent;
	const [{ openAws }, connection] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(358), __nccwpck_require__.e(773)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1773)).then((n) => n.t), network.aws(request.region, userAgent)]);
	return openAws({
		connection,
		role: roleOf(request)
	}, {
		...context,
		metadata: network.metadata,
		token: first?.source ?? context.token
	});
}
function roleOf({ roleArn, roleSessionName, roleDurationSeconds, audience }) {
	if (roleArn === void 0) return void 0;
	return {
		roleArn,
		sessionName: roleSessionName,
		durationSeconds: roleDurationSeconds,
		audience
	};
}
function loadHttpOnceAnswered(network, first) {
	const client = (first?.answered ?? Promise.resolve()).then(() => network.requestSent(first === void 0 ? SENT_AT_ONCE_MS : void 0)).then(() => network.cloud());
	let loaded;
	client.then((it) => {
		loaded = it;
	}, () => void 0);
	return {
		client,
		close: async () => loaded?.close()
	};
}

// src/github/author.ts
async function sortPosts(token, posts, marker) {
	const marked = posts.filter(({ body }) => beginsWith(marker, body)).toSorted((one, other) => one.id - other.id);
	if (marked.length === 0) return {
		own: [],
		unknown: []
	};
	const self = await token.self();
	const by = (wanted) => marked.filter(({ author }) => isSelf(author, self) === wanted);
	return {
		own: by(true),
		unknown: by(void 0)
	};
}
function beginsWith(marker, body) {
	return body.startsWith(marker) && /^(\r?\n|$)/.test(body.slice(marker.length));
}
function isSelf(author, self) {
	if (author === void 0 || self === void 0) return void 0;
	if (author.id !== void 0 && self.id !== void 0) return author.id === self.id;
	const sameName = nameOf$2(author.login) === nameOf$2(self.login);
	return sameName === (author.bot === self.login.endsWith(BOT_SUFFIX)) ? sameName : void 0;
}
const BOT_SUFFIX = "[bot]";
const nameOf$2 = (login) => login.toLowerCase().replace(BOT_SUFFIX, "");
async function authorUnknown(token, posts, nameOfOne) {
	const named = posts.slice(0, MOST_NAMES);
	const names = named.map(nameOfOne).join(", ");
	const pages = named.map(({ url }) => url).join(" ");
	const text = await token.self() === void 0 ? {
		cause: `GitHub doesn't report whose token this is; unchanged: ${names}`,
		fix: `Set github-token to one whose account GraphQL's \`viewer\` reports, such as the default, and check ${pages}`
	} : {
		cause: `GitHub doesn't show who wrote ${names}; nothing was changed`,
		fix: `Delete it, or the first line of its text (hidden on the page), and run again: ${pages}`
	};
	return new pre_errors.t("github-denied", text, { cause: UNKNOWN });
}
const MOST_NAMES = 10;
const UNKNOWN = "author-unknown";
function isAuthorUnknown(error) {
	return (0,pre_errors.i)(error) && error.cause === UNKNOWN;
}

// src/github/refusals.ts
const LIMITS = "GitHub REST API, Rate limits";
const GITHUB_REFUSALS = [
	{
		meaning: "foreign",
		fits: ({ ofGithub }) => !ofGithub,
		source: "ansible/ansibullbot 845 (every answer of GitHub has X-GitHub-Request-Id); a proxy or firewall sends a page of its own"
	},
	{
		meaning: "limit",
		statuses: [403, 429],
		fits: ({ header }) => Number.isFinite(Number(header("retry-after") || NaN)),
		source: LIMITS
	},
	{
		meaning: "limit",
		statuses: [403, 429],
		fits: ({ header }) => header("x-ratelimit-remaining") === "0",
		source: LIMITS
	},
	{
		meaning: "limit",
		statuses: [429],
		source: LIMITS
	},
	{
		meaning: "limit",
		statuses: [403],
		words: /rate limit|abuse detection/i,
		source: "octokit/rest.js 127"
	},
	{
		meaning: "limit",
		statuses: [403, 422],
		words: /submitted too quickly/i,
		source: "cli/cli 4801: content is created at most 20 times a minute and 150 times an hour"
	},
	{
		meaning: "failed",
		statuses: [
			408,
			500,
			502,
			503,
			504
		],
		source: "GitHub REST API, Troubleshooting"
	},
	{
		meaning: "token-rejected",
		statuses: [401],
		source: "GitHub REST API, Authentication (\"Bad credentials\")"
	},
	{
		meaning: "single-sign-on",
		statuses: [403],
		words: /\bSAML\b/,
		source: "cli/cli 2661; gr2m/octokit-plugin-create-pull-request 67"
	},
	{
		meaning: "address-not-allowed",
		statuses: [403],
		words: /IP allow list/i,
		source: "aquasecurity/trivy 10567"
	},
	{
		meaning: "archived",
		statuses: [403],
		words: /\barchived\b/i,
		source: "r-universe-org/help 247"
	},
	{
		meaning: "locked",
		statuses: [403, 422],
		words: /\b(is|conversation|been) locked\b/i,
		source: "probot/stale 25; renovatebot/renovate 6215"
	},
	{
		meaning: "issues-off",
		statuses: [404, 410],
		words: /issues? (are|is|has been|have been) disabled/i,
		source: "ossf/allstar 64; ansible/ansibullbot 845"
	},
	{
		meaning: "permission",
		statuses: [403],
		words: /resource not accessible by|must have (admin|push|write)|not have permission/i,
		source: "GitHub REST API, Troubleshooting (\"Resource not accessible by integration\")"
	},
	{
		meaning: "absent",
		statuses: [404, 410],
		source: "GitHub REST API, Troubleshooting: 404 also hides what a token may not see"
	}
];
function githubMeaning(answer) {
	const { status, said } = answer;
	return GITHUB_REFUSALS.find(({ statuses, words, fits }) => (statuses === void 0 || statuses.includes(status)) && (words === void 0 || words.test(said)) && (fits === void 0 || fits(answer)))?.meaning;
}
function isIssuesOff(error) {
	const answer = answerOf((0,pre_errors.i)(error) ? error.cause : error);
	return answer !== void 0 && githubMeaning(answer) === "issues-off";
}
function answerOf(error) {
	if (!(error instanceof Error) || !("response" in error)) return void 0;
	const response = error.response;
	if (typeof response?.status !== "number") return void 0;
	const headers = response.headers ?? {};
	const { data } = response;
	const isRefusal = isObject(data) && typeof data["message"] === "string" && "documentation_url" in data;
	return {
		status: response.status,
		ofGithub: isRefusal || headers["x-github-request-id"] !== void 0,
		said: isObject(data) ? saidBy(data) : "",
		header: (name) => headers[name] === void 0 ? void 0 : String(headers[name])
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
function saidBy({ message, errors }) {
	const details = (Array.isArray(errors) ? errors : []).map((one) => typeof one === "string" ? one : String(one?.message ?? one?.code ?? ""));
	return (0,pre_errors.o)([String(message ?? ""), ...details].filter((part) => part !== "").join(": "));
}

// src/inputs/goal.ts
function connectGoal({ ownersOnly, endpointId, vpcId }) {
	if (ownersOnly) return { kind: "trusted-owners-only" };
	if (endpointId !== void 0) return {
		kind: "attach-endpoint",
		endpointId,
		vpcId
	};
	return {
		kind: "make-path",
		vpcId: checked(vpcId)
	};
}
function deleteGoal({ ownersOnly, endpointId, vpcId }) {
	if (ownersOnly) return { kind: "trusted-owners-only" };
	if (endpointId !== void 0) return {
		kind: "detach-endpoint",
		endpointId,
		vpcId
	};
	return {
		kind: "leave-environment",
		vpcId: checked(vpcId)
	};
}
function departs(request) {
	return request.operation === "delete" && !request.ownersOnly;
}
function checked(vpcId) {
	if (vpcId === void 0) throw new Error("there is neither vpc-id nor endpoint-id");
	return vpcId;
}

// src/cockroach/ca.ts
const LONGEST$2 = 65536;
const BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
function certificatesOnly(pem) {
	if (pem.length > LONGEST$2) return void 0;
	const blocks = pem.match(BLOCK) ?? [];
	if (blocks.length === 0 || pem.replaceAll(BLOCK, "").trim() !== "") return void 0;
	try {
		return blocks.map((block) => new external_node_crypto_.X509Certificate(block).toString()).join("");
	} catch {
		return;
	}
}

// src/runner/connection-url.ts
function connectionString(host, { login, database, parameters }) {
	const query = ["sslmode=verify-full", ...parameters].filter((one) => one !== "").join("&");
	return `postgresql://${login === void 0 ? "" : `${login}@`}${hostOnly(host)}:${types.t}/${database}?${query}`;
}
function connectionOptions({ serverless, routingId }) {
	return serverless && routingId !== "" ? `options=--cluster%3D${encodeURIComponent(routingId)}` : "";
}
function connectionUrl(cluster, host) {
	if (hostOnly(host) !== host || host === "" || cluster.serverless && cluster.routingId === "") return "";
	return connectionString(host, {
		database: "defaultdb",
		parameters: [connectionOptions(cluster)]
	});
}
function caCommand(clusterId, apiUrl) {
	return `curl --fail --output ca.crt '${`${(apiUrl?.href ?? "https://cockroachlabs.cloud").replace(/\/+$/, "")}/clusters/${encodeURIComponent(clusterId)}/cert`.replaceAll("'", "%27")}'`;
}
function hostOnly(name) {
	return name.replace(/[^A-Za-z0-9.-]/g, "").slice(0, 253);
}

// src/operations/cluster-ca.ts
const PATIENCE = {
	tryMs: 15e3,
	budgetMs: 2e4
};
function clusterCas(clients) {
	const asked = /* @__PURE__ */ new Map();
	const { cloud } = clients;
	function ask(cluster) {
		const answer = asked.get(cluster.id) ?? cloud.clusterCa(cluster.id, PATIENCE);
		asked.set(cluster.id, answer);
		answer.catch(() => void 0);
		return answer;
	}
	return {
		clients: {
			...clients,
			onCluster(cluster) {
				if (!cluster.serverless) ask(cluster);
			},
			cloud: {
				...cloud,
				clusterCa: (id) => asked.get(id)?.catch(() => cloud.clusterCa(id)) ?? cloud.clusterCa(id)
			}
		},
		async write(observed, runner, apiUrl) {
			const advanced = observed.clusters.flatMap(({ matches }) => matches.length === 1 ? matches : []).filter((cluster) => !cluster.serverless);
			const paths = /* @__PURE__ */ new Map();
			const fetched = await Promise.all(advanced.map(async (cluster) => ({
				cluster,
				pem: await settled(ask(cluster))
			})));
			for (const { cluster, pem } of fetched) {
				const kept = keep$1(cluster, pem, runner);
				if ("path" in kept) paths.set(cluster.id, kept.path);
				else runner.annotate("warning", problem(cluster, kept.cause, apiUrl));
			}
			return paths;
		}
	};
}
async function settled(answer) {
	try {
		return { text: await answer };
	} catch (error) {
		if (!(0,pre_errors.a)(error)) throw error;
		return { failure: `was not downloaded (${error.code})\n${error.message}` };
	}
}
function keep$1({ id }, fetched, { writeTempFile }) {
	if ("failure" in fetched) return { cause: fetched.failure };
	const certificates = certificatesOnly(fetched.text);
	if (certificates === void 0) return { cause: "was not written: what CockroachDB Cloud sent is not a file of certificates only" };
	try {
		return { path: writeTempFile(`cockroachdb-ca-${encodeURIComponent(id)}.crt`, certificates) };
	} catch (error) {
		return { cause: `was not written\n${(0,pre_errors.r)(error)}` };
	}
}
function problem(cluster, cause, apiUrl) {
	return {
		code: "ca-certificate",
		cause: `The CA certificate of ${(0,pre_lease.Ht)(cluster)} ${cause}`,
		fix: `The private connection is not affected. Download the certificate in a later step: ${caCommand(cluster.id, apiUrl)}`
	};
}

// src/cockroach/absence.ts
async function confirmedGone(cloud, clusterIds) {
	const [listed, found] = await Promise.all([cloud.listClusters(), Promise.all(clusterIds.map((id) => cloud.getCluster(id)))]);
	const ids = new Set(listed.map((one) => one.id.toLowerCase()));
	const isGone = (id, index) => {
		const cluster = found[index];
		if (cluster !== void 0) return cluster.state === "DELETED";
		return ids.size > 0 && !ids.has(id.toLowerCase());
	};
	return new Set(clusterIds.filter(isGone));
}

// src/reconcile/model/cluster-state.ts
function readinessOf({ state }) {
	switch (state) {
		case "UNTOLD":
		case "CREATED": return "ready";
		case "CREATING": return "creating";
		case "CREATION_FAILED":
		case "DELETED": return "over";
		case "LOCKED":
		case "UNKNOWN": return "locked";
	}
}
function isDeleted({ state }) {
	return state === "DELETED";
}
function clustersNamed(list, name) {
	const named = list.filter((one) => one.name === name && !isDeleted(one));
	const living = named.filter((one) => readinessOf(one) !== "over");
	return living.length > 0 ? living : named;
}
function isOfPlace({ ownerAccount, region }, place) {
	return ownerAccount !== "" && ownerAccount === place.account && (region === "" || sameRegion(region, place.region));
}
function sameRegion(one, other) {
	return one.replace(/^aws-/, "") === other.replace(/^aws-/, "");
}

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

// src/support/nearest.ts
function nearestOf(name, names) {
	const lower = closest(name.toLowerCase(), names.map((one) => one.toLowerCase()));
	return closest(name, names.filter((one) => one.toLowerCase() === lower));
}
function isSimilar(one, other) {
	const [a, b] = [one.toLowerCase(), other.toLowerCase()];
	return distance(a, b) * 2 < Math.max(a.length, b.length);
}

// src/reconcile/plan/owners.ts
function wantedOwners(wish, account) {
	return [...new Set(wish.accounts.flatMap((one) => one === "self" ? account ?? [] : one))];
}
function refuseOwnersOnStandard(draft, view, cluster) {
	if (draft.desired.trustedOwners === void 0 || !cluster.serverless) return false;
	(0,pre_lease.b)(draft, "owners-standard", {
		cause: `Cluster ${(0,pre_lease.Ht)(cluster)} is a Standard cluster; trusted owners exist only on Advanced`,
		fix: "Remove trusted-owners for Standard clusters.",
		subject: view.ref
	});
	return true;
}
function planOwners(draft, view, cluster) {
	const wish = draft.desired.trustedOwners;
	if (wish === void 0) return void 0;
	const present = view.owners ?? [];
	const wanted = wantedOwners(wish, draft.observed.account);
	if (wish.mode === "remove") {
		for (const owner of present.filter((one) => wanted.includes(one.accountId))) planUntrust(draft, owner, {
			view,
			cluster,
			kept: [],
			after: void 0
		});
		return;
	}
	if (wish.mode === "exact" && refuseWithoutSelf(draft, {
		view,
		cluster,
		wanted
	})) return void 0;
	const missing = wanted.filter((account) => !present.some((one) => one.accountId === account));
	for (const accountId of missing) (0,pre_lease.v)(draft, {
		id: pre_lease.ct.trust(cluster.id, accountId),
		title: `trust AWS account ${accountId} on cluster ${(0,pre_lease.Ht)(cluster)}`,
		action: {
			kind: "trust",
			clusterRef: view.ref,
			clusterId: cluster.id,
			accountId
		}
	});
	const surplus = wish.mode === "exact" ? present.filter((one) => !wanted.includes(one.accountId)) : [];
	const after = missing.length > 0 ? "the remaining accounts are trusted" : void 0;
	for (const owner of surplus) planUntrust(draft, owner, {
		view,
		cluster,
		kept: wanted,
		after
	});
	const staying = present.filter((one) => !surplus.includes(one)).map((one) => one.accountId);
	warnOfEveryone(draft, cluster, /* @__PURE__ */ new Set([...wanted, ...staying]));
	return isTrustMissing(draft, present, missing) ? "this AWS account is trusted" : void 0;
}
function refuseWithoutSelf(draft, { view, cluster, wanted }) {
	const self = draft.observed.account;
	if (draft.desired.goal.kind === "trusted-owners-only" || self === void 0) return false;
	if (wanted.includes(self) || wanted.includes("*")) return false;
	(0,pre_lease.b)(draft, "account-not-trusted", {
		cause: `trusted-owners omits AWS account ${self}, which this run connects to cluster ${(0,pre_lease.Ht)(cluster)}`,
		fix: "Add `self` to trusted-owners, or set trusted-owners-mode: add.",
		subject: view.ref
	});
	return true;
}
function warnOfEveryone(draft, cluster, accounts) {
	if (!accounts.has("*") || accounts.size === 1) return;
	(0,pre_lease.A)(draft, "trusts-everyone", `Cluster ${(0,pre_lease.Ht)(cluster)} trusts every AWS account (*), so its other trusted owners restrict nothing`);
}
function isTrustMissing({ observed: { account } }, present, missing) {
	if (account !== void 0 && missing.includes(account)) return true;
	return missing.includes("*") && !present.some((one) => one.accountId === account);
}
function planUntrust(draft, owner, given) {
	const { view, cluster, kept, after } = given;
	const using = view.connections.filter((one) => (owner.accountId === "*" || one.ownerAccount === owner.accountId || one.ownerAccount === "") && ["pending", "available"].includes((0,pre_lease.zt)(one)));
	const stillTrusted = owner.accountId === "*" ? using.filter((one) => !kept.includes(one.ownerAccount) && view.owners?.every((other) => other.accountId !== one.ownerAccount) === true) : using;
	if (stillTrusted.length > 0) {
		(0,pre_lease.b)(draft, "owner-in-use", {
			cause: `AWS account ${owner.accountId} still has ${(0,pre_text.r)(stillTrusted.length, "endpoint")} connected to cluster ${(0,pre_lease.Ht)(cluster)}`,
			fix: `Disconnect ${(0,pre_text.i)(stillTrusted.map((one) => one.endpointId))} first, or keep the account in trusted-owners.`,
			subject: view.ref
		});
		return;
	}
	(0,pre_lease.v)(draft, {
		id: pre_lease.ct.untrust(cluster.id, owner.id),
		title: `remove trusted owner ${owner.accountId} from cluster ${(0,pre_lease.Ht)(cluster)}`,
		action: {
			kind: "untrust",
			clusterRef: view.ref,
			clusterId: cluster.id,
			owner
		},
		after
	});
}

// src/reconcile/plan/clusters.ts
const SERVICE_PATIENCE_MS = 6e5;
const LISTED_LATE_MS$1 = 6e4;
function planClusters(draft) {
	const candidates = [];
	const seen = /* @__PURE__ */ new Set();
	for (const view of draft.observed.clusters) {
		const problem = clusterProblem(view, regionNeeded(draft.desired));
		if (problem !== void 0) {
			(0,pre_lease.b)(draft, problem.code, {
				...problem,
				subject: view.ref
			});
			continue;
		}
		const cluster = view.matches[0];
		if (cluster === void 0 || seen.has(cluster.id)) continue;
		seen.add(cluster.id);
		if (refuseOwnersOnStandard(draft, view, cluster)) continue;
		if (planClusterCreation(draft, view, cluster)) continue;
		if (view.failure !== void 0) {
			(0,pre_lease.b)(draft, view.failure.code, {
				cause: view.failure.message,
				fix: view.failure.fix,
				subject: view.ref
			});
			continue;
		}
		const trust = planOwners(draft, view, cluster);
		if (draft.desired.goal.kind === "trusted-owners-only") continue;
		candidates.push({
			view,
			cluster,
			service: planService(draft, view, cluster),
			trust
		});
	}
	return candidates;
}
function planClusterCreation(draft, view, cluster) {
	const { ref } = view;
	const name = (0,pre_lease.Ht)(cluster);
	const networking = [`services:${ref}`, `connections:${ref}`];
	if (draft.desired.trustedOwners !== void 0 && !cluster.serverless) networking.push(`owners:${ref}`);
	if (readinessOf(cluster) === "creating") {
		(0,pre_lease.y)(draft, {
			kind: "cluster",
			subject: cluster.id,
			change: "cluster",
			what: `cluster ${name} to be created`,
			seen: cluster.stateText,
			waitingOn: "CockroachDB Cloud creates the cluster; this can take half an hour",
			facets: [`cluster:${ref}`]
		});
		return true;
	}
	const createdAt = (0,pre_lease.j)(draft.journal, cluster.id);
	const isRead = networking.every((facet) => (draft.observed.readAt[facet] ?? 0) >= (createdAt ?? 0));
	const isLate = view.failure !== void 0 && createdAt !== void 0 && draft.now - createdAt < LISTED_LATE_MS$1;
	if (isRead && !isLate) return false;
	(0,pre_lease.y)(draft, {
		kind: "cluster-read",
		subject: cluster.id,
		what: `the first read of the networking of cluster ${name}`,
		seen: "not read since it was created",
		waitingOn: "CockroachDB Cloud",
		facets: networking,
		brief: true
	});
	return true;
}
function regionNeeded({ goal, region }) {
	return goal.kind === "trusted-owners-only" ? void 0 : region;
}
function clusterProblem(view, region) {
	const [cluster, ...others] = view.matches;
	if (cluster === void 0) return {
		code: "cluster-not-found",
		cause: `No cluster ${view.ref} is visible to this API key`,
		fix: `${view.nearest === void 0 ? "" : `Did you mean ${(0,white_space.t)(view.nearest)}? `}Check the ID or the exact name, and that the service account has a role on the cluster.`
	};
	if (others.length > 0) return {
		code: "cluster-ambiguous",
		cause: `${view.matches.length} clusters have the name ${view.ref}`,
		fix: `Set cluster to the ID of one of them: ${view.matches.map((one) => one.id).join(", ")}.`
	};
	const name = cluster.name === "" ? cluster.id : `${cluster.name} (${cluster.id})`;
	if (cluster.cloudProvider !== "" && cluster.cloudProvider !== "AWS") return {
		code: "cluster-not-aws",
		cause: `Cluster ${name} runs on ${cluster.cloudProvider}, not on AWS`,
		fix: "Use a cluster on AWS, or the private connectivity of that cloud: AWS PrivateLink reaches only clusters on AWS."
	};
	if (cluster.plan === "basic") return {
		code: "cluster-basic",
		cause: `Cluster ${name} is on the Basic plan`,
		fix: "Change the plan of the cluster to Standard or Advanced: Basic has no private connectivity."
	};
	if (isDeleted(cluster)) return {
		code: "cluster-not-found",
		cause: `Cluster ${name} is deleted`,
		fix: "Set cluster to the ID or the name of a cluster that exists."
	};
	if (readinessOf(cluster) === "over") return {
		code: "cluster-not-ready",
		cause: `Cluster ${name} is in state ${cluster.stateText}`,
		fix: "Create the cluster again: CockroachDB Cloud could not create it, and waiting does not change this state."
	};
	const regions = cluster.regions.map((one) => one.name).filter((one) => one !== "");
	if (region !== void 0 && regions.length > 0 && !regions.some((one) => sameRegion(one, region))) return {
		code: "cluster-region",
		cause: `Cluster ${name} is not in region ${region}`,
		fix: `Set aws-region to a region of the cluster (${regions.join(", ")}) and use a VPC there; other regions need peering or a transit gateway.`
	};
}
function planService(draft, view, cluster) {
	const { region } = draft.desired;
	const service = view.services.find((one) => sameRegion(one.region, region));
	const what = serviceText(cluster, region);
	if (service === void 0) {
		planMissingService(draft, view, cluster);
		return;
	}
	if (service.cloudProvider !== "" && service.cloudProvider !== "AWS") {
		(0,pre_lease.b)(draft, "cluster-not-aws", {
			cause: `${(0,pre_text.n)(what)} is on ${service.cloudProvider}`,
			fix: "Use a cluster on AWS.",
			subject: view.ref
		});
		return;
	}
	if ([
		"CREATE_FAILED",
		"DELETING",
		"DELETE_FAILED"
	].includes(service.status)) {
		(0,pre_lease.b)(draft, "service-failed", {
			cause: `${(0,pre_text.n)(what)} is in state ${service.statusText}`,
			fix: "Ask Cockroach Labs support: the API can neither delete nor recreate a service.",
			subject: view.ref
		});
		return;
	}
	if (service.name !== void 0 && !(0,pre_lease.pt)(service.name)) {
		(0,pre_lease.b)(draft, "service-failed", {
			cause: `CockroachDB Cloud reports ${service.name}, which isn't the name of an endpoint service`,
			fix: "Ask Cockroach Labs support for the endpoint service of the cluster.",
			subject: view.ref
		});
		return;
	}
	if (service.status === "AVAILABLE" && service.name !== void 0) return {
		...service,
		name: service.name
	};
	(0,pre_lease.y)(draft, {
		kind: "service",
		subject: cluster.id,
		what: `${what} to become available`,
		seen: service.statusText || "no state reported",
		waitingOn: "CockroachDB Cloud creates the service; this can take several minutes",
		change: "service",
		facets: [`services:${view.ref}`],
		readAfterwards: [`cluster:${view.ref}`]
	});
}
function planMissingService(draft, view, cluster) {
	const { region } = draft.desired;
	const what = serviceText(cluster, region);
	if (!cluster.serverless) {
		(0,pre_lease.v)(draft, {
			id: pre_lease.ct.createServices(cluster.id),
			title: `create ${what}`,
			action: {
				kind: "create-services",
				clusterRef: view.ref,
				clusterId: cluster.id
			},
			patienceMs: SERVICE_PATIENCE_MS
		});
		return;
	}
	const createdAt = (0,pre_lease.j)(draft.journal, cluster.id);
	if (createdAt !== void 0 && draft.now - createdAt < LISTED_LATE_MS$1) {
		(0,pre_lease.y)(draft, {
			kind: "service",
			subject: cluster.id,
			what: `${what} to be listed`,
			seen: "not listed",
			waitingOn: "CockroachDB Cloud may list it some seconds after the cluster is created",
			facets: [`services:${view.ref}`],
			readAfterwards: [`cluster:${view.ref}`]
		});
		return;
	}
	(0,pre_lease.b)(draft, "standard-legacy", {
		cause: `CockroachDB Cloud lists no endpoint service in ${region} for Standard cluster ${(0,pre_lease.Ht)(cluster)}`,
		fix: "Restore the cluster into a new Standard cluster, or ask Cockroach Labs support: it is on the legacy architecture or in a region without private endpoints.",
		subject: view.ref
	});
}
function serviceText(cluster, region) {
	return `the private endpoint service of cluster ${(0,pre_lease.Ht)(cluster)} in ${region}`;
}

// src/reconcile/observe-clusters.ts
const LISTED_FROM = 2;
function isClusterId(ref) {
	return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(ref);
}
const NOTHING = {
	services: [],
	connections: [],
	owners: void 0,
	failure: void 0
};
async function observeCluster(ref, reading) {
	try {
		const found = isClusterId(ref) ? clusterById(ref, reading) : clustersByName(ref, reading);
		const networking = isClusterId(ref) ? readNetworking(ref, found, reading) : found.then(([only]) => only === void 0 ? NOTHING : readNetworking(only.id, found, reading));
		networking.catch(() => void 0);
		const matches = await found;
		const nearest = matches.length > 0 || isClusterId(ref) ? void 0 : nearestCluster(ref, await reading.clusterList());
		if (!isWorthReading({
			ref,
			matches
		}, reading)) return {
			ref,
			matches,
			nearest,
			...NOTHING
		};
		for (const cluster of matches) reading.found(cluster);
		const read = await networking;
		const isCreating = matches.every((one) => readinessOf(one) === "creating");
		return {
			ref,
			matches,
			nearest,
			...read,
			failure: isCreating ? void 0 : read.failure
		};
	} catch (error) {
		if (!reading.isTolerant || !(0,pre_lease.St)(error)) throw error;
		return {
			ref,
			matches: [],
			...NOTHING,
			failure: error
		};
	}
}
async function clusterById(ref, reading) {
	const list = await listForIds(reading);
	const id = ref.toLowerCase();
	const cluster = list.find((one) => one.id === id) ?? await reading.cloud.getCluster(ref);
	return cluster === void 0 || reading.isTolerant && isDeleted(cluster) ? [] : [cluster];
}
async function listForIds({ desired, clusterList, firstClusters }) {
	if (desired.clusters.length < LISTED_FROM) return [];
	try {
		return await (desired.clusters.every(isClusterId) ? firstClusters() : clusterList());
	} catch (error) {
		if ((0,pre_lease.St)(error)) return [];
		throw error;
	}
}
async function clustersByName(ref, { clusterList }) {
	return clustersNamed(await clusterList(), ref);
}
function nearestCluster(ref, list) {
	const names = list.filter((one) => !isDeleted(one) && one.name !== "").map((one) => one.name);
	const name = names.length === 0 ? void 0 : nearestOf(ref, names);
	return name !== void 0 && isSimilar(ref, name) ? name : void 0;
}
function isWorthReading(view, { desired, isTolerant }) {
	if (!isTolerant) return clusterProblem(view, regionNeeded(desired)) === void 0;
	const [only, ...others] = view.matches;
	return only !== void 0 && others.length === 0 && readinessOf(only) !== "creating";
}
async function readNetworking(clusterId, found, { desired, cloud, isTolerant, onlyConnections = false }) {
	const needsNoServices = onlyConnections || desired.goal.kind === "trusted-owners-only";
	const rest = Promise.all([needsNoServices ? [] : cloud.listServices(clusterId), cloud.listConnections(clusterId)]);
	rest.catch(() => void 0);
	try {
		const owners = desired.trustedOwners !== void 0 && (await found)[0]?.serverless === false ? await cloud.listTrustedOwners(clusterId) : void 0;
		const [services, connections] = await rest;
		return {
			services,
			connections,
			owners,
			failure: void 0
		};
	} catch (error) {
		if (isTolerant || !(0,pre_errors.a)(error)) throw error;
		return {
			...NOTHING,
			failure: error
		};
	}
}
async function refreshCluster(view, wanted, { cloud, isTolerant, found }) {
	const [cluster, ...others] = view.matches;
	if (cluster === void 0 || isTolerant && others.length > 0) return view;
	const { id } = cluster;
	const networking = refreshNetworking(view, {
		id,
		wanted,
		cloud
	}).catch((error) => {
		if (!isKept(error, isTolerant)) throw error;
		const { services, connections, owners } = view;
		return {
			services,
			connections: isTolerant ? [] : connections,
			owners,
			failure: error
		};
	});
	networking.catch(() => void 0);
	const isAsked = wanted.has(`cluster:${view.ref}`);
	const fresh = isAsked ? await cloud.getCluster(id) : cluster;
	if (isAsked && fresh !== void 0) found(fresh);
	const read = await networking;
	if (isTolerant && read.failure !== void 0 && read.failure !== view.failure) {
		const still = await cloud.getCluster(id).catch(() => cluster);
		if (still === void 0 || isDeleted(still)) return {
			...view,
			matches: [],
			...NOTHING
		};
	}
	return {
		...view,
		matches: fresh === void 0 ? [] : [fresh],
		...read
	};
}
function isKept(error, isTolerant) {
	if (isTolerant) return (0,pre_lease.St)(error);
	return (0,pre_errors.i)(error) && (0,pre_lease.Ct)(error.cause);
}
async function refreshNetworking({ ref, services, connections, owners, failure }, { id, wanted, cloud }) {
	const asks = [
		"services",
		"connections",
		"owners"
	].filter((kind) => wanted.has(`${kind}:${ref}`));
	if (asks.length === 0) return {
		services,
		connections,
		owners,
		failure
	};
	const [freshServices, freshConnections, freshOwners] = await Promise.all([
		asks.includes("services") ? cloud.listServices(id) : services,
		asks.includes("connections") ? cloud.listConnections(id) : connections,
		asks.includes("owners") ? cloud.listTrustedOwners(id) : owners
	]);
	return {
		services: freshServices,
		connections: freshConnections,
		owners: freshOwners,
		failure: void 0
	};
}
function memoise(load) {
	let loaded;
	return () => {
		loaded ??= load();
		return loaded;
	};
}

// src/reconcile/gone-clusters.ts
async function withGoneClusters(observed, { desired, clients: { cloud } }) {
	const ids = formerClusters(observed, desired);
	if (ids.length === 0) return observed;
	try {
		return {
			...observed,
			goneClusters: await readGone(ids, cloud)
		};
	} catch (error) {
		if (!(0,pre_errors.a)(error)) throw error;
		return observed;
	}
}
async function readGone(ids, cloud) {
	const listed = await cloud.listClusters();
	const living = new Set(listed.filter((one) => !isDeleted(one)).map((one) => one.id));
	const doubtful = ids.filter((id) => !living.has(id));
	if (doubtful.length === 0) return {};
	const deleted = /* @__PURE__ */ new Set();
	const gone = await confirmedGone({
		listClusters: async () => listed,
		getCluster: async (id) => {
			const cluster = await cloud.getCluster(id);
			if (cluster !== void 0 && isDeleted(cluster)) deleted.add(id);
			return cluster;
		}
	}, doubtful);
	return Object.fromEntries([...gone].map((id) => [id, deleted.has(id) ? "deleted" : "absent"]));
}
function formerClusters({ clusters, endpoints }, desired) {
	if (desired.goal.kind !== "make-path") return [];
	const named = new Set(clusters.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
	const services = new Set(clusters.flatMap((view) => view.services.map((one) => one.name)));
	const ids = endpoints.filter((endpoint) => (0,pre_lease.mt)(endpoint) && services.has(endpoint.serviceName)).flatMap((endpoint) => (0,pre_claims.y)(endpoint.tags)).filter((claim) => (0,pre_claims.p)(claim, desired.owner)).map((claim) => claim.clusterId).filter((id) => isClusterId(id) && !named.has(id));
	return [...new Set(ids)];
}

// src/reconcile/model/witness.ts
function witness(journal, observed, by) {
	noteClaims(journal, observed, by);
	noteClusterStates(journal, observed, by);
	noteHostNames(journal, observed, by);
	noteLostTags(journal, observed, by);
}
function noteClaims(journal, { endpoints }, { owner, wallNow }) {
	const known = (0,pre_lease.N)(journal);
	const standing = endpoints.flatMap(({ id, tags }) => (0,pre_claims.y)(tags).filter((claim) => (0,pre_claims.p)(claim, owner)).map(({ key }) => ({
		endpointId: id,
		key
	})));
	const isIn = (claims, { endpointId, key }) => claims.some((one) => one.endpointId === endpointId && one.key === key);
	for (const { endpointId, key } of known.filter((one) => !isIn(standing, one))) journal.entries.push({
		kind: "claim",
		endpointId,
		key,
		stands: false,
		at: wallNow
	});
	for (const { endpointId, key } of standing.filter((one) => !isIn(known, one))) journal.entries.push({
		kind: "claim",
		endpointId,
		key,
		stands: true,
		at: wallNow
	});
}
function noteClusterStates(journal, { clusters }, { now }) {
	for (const cluster of clusters.flatMap((view) => view.matches)) {
		const isCreating = readinessOf(cluster) === "creating";
		if (isCreating !== (0,pre_lease.nt)(journal, cluster.id)) journal.entries.push({
			kind: "cluster",
			clusterId: cluster.id,
			isCreating,
			at: now
		});
	}
}
function noteHostNames(journal, { clusters, endpoints }, { now, region }) {
	const ids = new Set(endpoints.map((one) => one.id));
	for (const { matches, connections } of clusters) {
		const isConnected = connections.some((one) => one.status === "AVAILABLE" && ids.has(one.endpointId));
		for (const { id, regions } of matches) {
			const isNameless = regions.every((one) => !sameRegion(one.name, region) || one.internalDns === void 0);
			const isMissing = isConnected && isNameless;
			if (isMissing !== ((0,pre_lease.U)(journal, id) !== void 0)) journal.entries.push({
				kind: "host-name",
				clusterId: id,
				isMissing,
				at: now
			});
		}
	}
}
function noteLostTags(journal, observed, { now, readLagMs }) {
	const tagged = [...observed.endpoints.filter((one) => !(0,types.a)(one)).map(({ id, tags }) => ({
		id,
		tags,
		facet: "endpoints"
	})), ...observed.groups.map(({ id, tags }) => ({
		id,
		tags,
		facet: "groups"
	}))];
	for (const { resourceId, key, at, stands } of (0,pre_lease.h)(journal)) {
		const found = tagged.find((one) => one.id === resourceId);
		if (found === void 0 || !stands || found.tags[key] !== void 0) continue;
		const readAt = observed.readAt[found.facet] ?? 0;
		if (readAt > at && readAt >= at + readLagMs) journal.entries.push({
			kind: "tag-lost",
			resourceId,
			key,
			at: now
		});
	}
}
function withCreated(observed, journal, readLagMs) {
	const young = (at, readAt) => (readAt ?? 0) < at + readLagMs;
	const endpoints = (0,pre_lease.P)(journal).filter(({ endpoint, at }) => young(at, observed.readAt.endpoints) && !observed.endpoints.some((one) => one.id === endpoint.id)).map(({ endpoint }) => endpoint);
	const groups = (0,pre_lease.F)(journal).filter(({ group, at }) => young(at, observed.readAt.groups) && !observed.groups.some((one) => one.id === group.id)).map(({ group }) => group);
	if (endpoints.length + groups.length === 0) return observed;
	return {
		...observed,
		endpoints: [...observed.endpoints, ...endpoints],
		groups: [...observed.groups, ...groups]
	};
}

// src/support/map-concurrent.ts
async function mapConcurrent(items, atOnce, work) {
	const results = new Array(items.length);
	const queue = items.entries();
	let failed = false;
	async function worker() {
		for (const [index, item] of queue) {
			if (failed) return;
			try {
				results[index] = await work(item);
			} catch (error) {
				failed = true;
				throw error;
			}
		}
	}
	await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
	return results;
}

// src/reconcile/model/goal.ts
function isLeaving(goal) {
	switch (goal.kind) {
		case "make-path":
		case "attach-endpoint":
		case "trusted-owners-only": return false;
		case "leave-environment":
		case "detach-endpoint":
		case "leave-endpoint":
		case "leave-group": return true;
	}
}
function vpcOf(goal) {
	return "vpcId" in goal ? goal.vpcId : void 0;
}
function namedEndpoint(goal) {
	return goal.kind === "attach-endpoint" || goal.kind === "detach-endpoint" ? goal.endpointId : void 0;
}

// src/reconcile/model/own-claims.ts
function ownClaims({ owner, clusters }, views) {
	if (clusters.length === 0) return (claim) => (0,pre_claims.p)(claim, owner);
	const ids = new Set(clusters.map((ref) => ref.toLowerCase()));
	const names = new Set(clusters.filter((ref) => (0,pre_claims.c)(ref) === ref));
	for (const view of views) if (clusters.includes(view.ref)) for (const cluster of view.matches) ids.add(cluster.id.toLowerCase());
	const keys = new Set([...ids].map((id) => (0,pre_claims.o)(owner, id)));
	return (claim) => keys.has(claim.key) || (0,pre_claims.p)(claim, owner) && (ids.has(claim.clusterId.toLowerCase()) || names.has(claim.clusterName));
}
function claimsToRelease(desired, views) {
	const { goal } = desired;
	if (goal.kind === "leave-endpoint") return (claim) => goal.claims[claim.key] === claim.value;
	if (goal.kind !== "leave-environment") return () => false;
	const isOwn = ownClaims(desired, views);
	return (claim, markedAt) => isOwn(claim) && (claim.lastUsed <= markedAt || (0,pre_claims.d)(claim, markedAt));
}

// src/reconcile/plan/owned-group.ts
function isGroupOf(group, serviceName) {
	return group.name.toLowerCase() === (0,pre_lease.ft)(serviceName).toLowerCase();
}
function usersOf(group, endpoints) {
	return endpoints.filter((one) => {
		if (one.state === "deleted") return false;
		return (0,pre_lease.mt)(one) && one.vpcId === group.vpcId && isGroupOf(group, one.serviceName) || one.groupIds.includes(group.id);
	});
}
function ownedGroup(groups, vpcId, serviceName) {
	return groups.find((group) => group.vpcId === vpcId && isGroupOf(group, serviceName) && (0,pre_lease.ht)(group));
}
function marksOn(endpoint, groups) {
	const group = ownedGroup(groups, endpoint.vpcId, endpoint.serviceName);
	const ofGroup = group === void 0 ? [] : (0,pre_claims.b)(group.tags);
	return [...(0,pre_claims.b)(endpoint.tags), ...ofGroup.filter((mark) => endpoint.tags[mark.key] === void 0)];
}

// src/reconcile/plan/vpc.ts
function accountProblem(account, allowed) {
	if (allowed.length === 0 || account !== void 0 && allowed.includes(account)) return void 0;
	return {
		code: "wrong-account",
		cause: `AWS account ${account ?? "(unknown)"} of the credentials isn't in allowed-account-ids`,
		fix: `Assume a role of an allowed account (${(0,pre_text.i)(allowed)}), or add the account to allowed-account-ids.`
	};
}
function vpcProblem(vpc, { vpcId, region, account }) {
	if (vpc === void 0) return {
		code: "vpc-not-found",
		cause: `There is no VPC ${vpcId} in account ${account ?? "(unknown)"}, region ${region}`,
		fix: "Check vpc-id, aws-region and the account of the credentials."
	};
	if (vpc.ownerId === "" || account === void 0 || vpc.ownerId === account) return void 0;
	return {
		code: "vpc-shared",
		cause: `VPC ${vpc.id} belongs to account ${vpc.ownerId} and is shared with account ${account}`,
		fix: `Run with a role of account ${vpc.ownerId}: only the owner of a VPC can create VPC endpoints in it.`
	};
}
function planAccount(draft) {
	const problem = accountProblem(draft.observed.account, draft.desired.allowedAccountIds);
	if (problem !== void 0) (0,pre_lease.b)(draft, problem.code, problem);
}
function planVpc(draft) {
	const { desired, observed } = draft;
	planAccount(draft);
	const { vpc } = observed;
	const vpcId = vpcOf(desired.goal);
	if (vpcId === void 0) {
		planVpcDns(draft, observed.endpoints[0]?.vpcId ?? "");
		return true;
	}
	const problem = vpcProblem(vpc, {
		vpcId,
		region: desired.region,
		account: observed.account
	});
	if (problem !== void 0) (0,pre_lease.b)(draft, problem.code, problem);
	if (vpc === void 0) return false;
	planVpcDns(draft, vpc.id);
	return true;
}
function planVpcDns(draft, vpcId) {
	const { desired, observed } = draft;
	const { vpcDns } = observed;
	if (!desired.privateDns || vpcDns === void 0 || vpcDns.support && vpcDns.hostnames) return;
	const off = [vpcDns.support ? "" : "enableDnsSupport", vpcDns.hostnames ? "" : "enableDnsHostnames"].filter((one) => one !== "");
	const flags = {
		enableDnsSupport: "enable-dns-support",
		enableDnsHostnames: "enable-dns-hostnames"
	};
	(0,pre_lease.b)(draft, "vpc-dns-off", {
		cause: `Private DNS needs ${off.join(" and ")} in VPC ${vpcId}, which ${off.length > 1 ? "are" : "is"} off`,
		fix: `Set private-dns: false, or run: ${off.map((one) => `aws ec2 modify-vpc-attribute --region ${desired.region} --vpc-id ${vpcId} --${flags[one]}`).join("; ")}`
	});
}

// src/reconcile/observe.ts
const CLUSTERS_AT_ONCE = 30;
const CONNECTING = {
	clusters: "strict",
	claimedClusters: false
};
const LEAVING = {
	vpc: false,
	subnets: false,
	clusters: "tolerant"
};
const LEAVING_VPC = {
	...LEAVING,
	endpoints: "of-vpc",
	groups: "managed",
	claimedClusters: true
};
const READS = {
	"make-path": {
		...CONNECTING,
		vpc: true,
		subnets: true,
		endpoints: "of-vpc",
		groups: "configured"
	},
	"attach-endpoint": {
		...CONNECTING,
		vpc: true,
		subnets: false,
		endpoints: "named",
		groups: "none"
	},
	"trusted-owners-only": {
		...CONNECTING,
		vpc: false,
		subnets: false,
		endpoints: "none",
		groups: "none"
	},
	"leave-environment": LEAVING_VPC,
	"leave-endpoint": LEAVING_VPC,
	"leave-group": LEAVING_VPC,
	"detach-endpoint": {
		...LEAVING,
		endpoints: "named",
		groups: "none",
		claimedClusters: false
	}
};
async function observeAll(desired, clients) {
	const began = (0,moment.o)(clients.clock);
	const reads = READS[desired.goal.kind];
	const vpcId = vpcOf(desired.goal);
	const reading = readingOf(desired, clients);
	const found = observeEndpoints(desired, clients);
	found.catch(() => void 0);
	const home = {
		account: needsAccount(desired) ? clients.account() : Promise.resolve(void 0),
		vpc: vpcId === void 0 || !reads.vpc ? void 0 : clients.ec2.vpc(vpcId)
	};
	const named = mapConcurrent(desired.clusters, 30, (ref) => observeCluster(ref, reading));
	named.catch(() => void 0);
	const [account, vpc, vpcDns, subnets, endpoints, groups] = await Promise.all([
		home.account,
		home.vpc,
		reads.vpc ? observeVpcDns(desired, {
			clients,
			found
		}) : void 0,
		vpcId === void 0 || !reads.subnets ? [] : clients.ec2.subnets(vpcId),
		found,
		observeGroups(desired, clients),
		reads.clusters === "strict" ? named : void 0
	]).catch(async (error) => {
		throw await outranked(error, desired, home);
	});
	const views = await named;
	const clusters = [...views, ...await observeClaimed({
		views,
		endpoints,
		groups
	}, desired, reading)];
	const facets = [
		"account",
		"vpc",
		"subnets",
		"endpoints",
		"groups",
		...clusters.flatMap(facetsOf)
	];
	return {
		account,
		clusters,
		vpc,
		vpcDns,
		subnets,
		endpoints,
		groups,
		...(0,pre_lease.p)(facets, began)
	};
}
async function observeAgain(observed, facets, { desired, clients }) {
	const began = (0,moment.o)(clients.clock);
	const wanted = new Set(facets);
	const reading = readingOf(desired, clients);
	const [endpoints, groups, views] = await Promise.all([
		wanted.has("endpoints") ? observeEndpoints(desired, clients) : observed.endpoints,
		wanted.has("groups") ? observeGroups(desired, clients) : observed.groups,
		mapConcurrent(observed.clusters, 30, (view) => refreshCluster(view, wanted, reading))
	]);
	const more = await observeClaimed({
		views,
		endpoints,
		groups
	}, desired, reading);
	const read = (0,pre_lease.p)([...wanted, ...more.flatMap(facetsOf)], began, observed);
	return {
		...observed,
		endpoints,
		groups,
		clusters: [...views, ...more],
		...read
	};
}
function readingOf(desired, clients) {
	const isTolerant = READS[desired.goal.kind].clusters === "tolerant";
	return {
		desired,
		cloud: clients.cloud,
		isTolerant,
		clusterList: memoise(() => clients.cloud.listClusters()),
		firstClusters: memoise(() => clients.cloud.listClusters(1)),
		found(cluster) {
			if (readinessOf(cluster) === "ready") clients.onCluster?.(cluster);
		}
	};
}
function facetsOf({ ref }) {
	return [
		`cluster:${ref}`,
		`services:${ref}`,
		`connections:${ref}`,
		`owners:${ref}`
	];
}
async function outranked(error, { goal, region, allowedAccountIds }, home) {
	if (!(0,pre_errors.a)(error)) return error;
	const [account, vpc] = await Promise.allSettled([home.account, home.vpc]);
	if (account.status === "rejected") return error;
	const vpcId = goal === void 0 ? void 0 : vpcOf(goal);
	const isVpcRead = vpcId !== void 0 && home.vpc !== void 0 && vpc.status === "fulfilled";
	const problem = accountProblem(account.value, allowedAccountIds) ?? (isVpcRead ? vpcProblem(vpc.value, {
		vpcId,
		region,
		account: account.value
	}) : void 0);
	return problem === void 0 ? error : new pre_errors.t(problem.code, problem, { cause: error });
}
function needsAccount({ goal, trustedOwners, allowedAccountIds }) {
	if (goal.kind !== "trusted-owners-only") return true;
	return allowedAccountIds.length > 0 || trustedOwners?.accounts.includes("self") === true;
}
async function observeVpcDns({ goal, privateDns }, { clients, found }) {
	if (!privateDns) return void 0;
	const vpcId = vpcOf(goal) ?? (await found)[0]?.vpcId ?? "";
	return vpcId === "" ? void 0 : clients.ec2.vpcDns(vpcId);
}
async function observeEndpoints({ goal }, { ec2 }) {
	const [id, vpcId] = [namedEndpoint(goal), vpcOf(goal)];
	if (id !== void 0) return ec2.endpoints({ endpointIds: [id] });
	return vpcId === void 0 ? [] : ec2.endpoints({ vpcId });
}
async function observeGroups({ goal, securityGroupIds, allowedSecurityGroupIds }, { ec2 }) {
	const { groups } = READS[goal.kind];
	const vpcId = vpcOf(goal);
	if (groups === "none" || vpcId === void 0) return [];
	if (groups === "configured" && securityGroupIds.length > 0) return ec2.groups({ ids: securityGroupIds });
	const clients = groups === "configured" ? allowedSecurityGroupIds : [];
	const [managed, allowed] = await Promise.all([ec2.groups({
		vpcId,
		tagKey: pre_claims.n
	}), clients.length === 0 ? [] : ec2.groups({ ids: clients })]);
	return [...managed, ...allowed.filter(({ id }) => managed.every((one) => one.id !== id))];
}
async function observeClaimed({ views, endpoints, groups }, desired, reading) {
	const { goal } = desired;
	if (!READS[goal.kind].claimedClusters) return [];
	const isReleased = claimsToRelease(desired, views);
	const givenClusters = ({ tags }) => (0,pre_claims.y)(tags).filter((claim) => isReleased(claim, (0,moment.d)(Number.POSITIVE_INFINITY))).map((claim) => claim.clusterId);
	const ids = endpoints.filter((one) => (0,pre_lease.mt)(one) && (goal.kind !== "leave-endpoint" || one.id === goal.endpointId)).flatMap((one) => [...givenClusters(one), ...marksOn(one, groups).flatMap((mark) => mark.clusterIds)]);
	const ofGroups = groups.filter(pre_lease.ht).flatMap((one) => goal.kind !== "leave-group" ? givenClusters(one) : one.id === goal.groupId ? (0,pre_claims.y)(one.tags).map((claim) => claim.clusterId) : []);
	const known = new Set(views.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
	const fresh = [.../* @__PURE__ */ new Set([...ids, ...ofGroups])].filter((id) => isClusterId(id) && !known.has(id));
	return mapConcurrent(fresh, 30, (ref) => observeCluster(ref, {
		...reading,
		onlyConnections: true
	}));
}

// src/reconcile/model/plan.ts
function waitKey({ kind, subject }) {
	return `${kind}:${subject}`;
}

// src/reconcile/poll-schedule.ts
const USUAL = {
	cluster: {
		from: 60,
		until: 1800,
		every: 10
	},
	service: {
		from: 20,
		until: 300,
		every: 3.5
	},
	acceptance: {
		from: 20,
		until: 75,
		every: 2.7
	},
	available: {
		from: 60,
		until: 150,
		every: 2.8
	},
	"private-dns": {
		from: 30,
		until: 300,
		every: 3.4
	},
	connection: {
		from: 0,
		until: 60,
		every: 3
	},
	"connection-behind": {
		from: 0,
		until: Number.POSITIVE_INFINITY,
		every: 180
	},
	deletion: {
		from: 10,
		until: 180,
		every: 3
	}
};
const OF_AWS = /* @__PURE__ */ new Set([
	"available",
	"private-dns",
	"deletion"
]);
const SLOWEST = 10;
const EARLY = 4;
const FIRST = {
	aws: 2,
	cloud: 1
};
const QUICK = {
	first: .25,
	early: .25,
	later: .15
};
const BEGINNING = 10;
const REQUESTS = 25;
const SOONEST = .25;
const SHORTEST$1 = .95;
function nextLook({ kind, age, pace, requests }) {
	const calm = calmLook(kind, age, pace);
	if (age >= BEGINNING) return calm;
	const untilOver = (BEGINNING - age) / SHORTEST$1 + .1;
	return Math.max(calm, Math.min(age * leastStride(requests), untilOver));
}
function leastStride(requests) {
	const looks = Math.max(1, Math.floor(REQUESTS / requests));
	return ((1.1 * BEGINNING / SOONEST) ** (1 / looks) - 1) / SHORTEST$1;
}
function calmLook(kind, age, pace) {
	if (kind === void 0) return clamp(age * .12, .3, 5);
	const { from, until, every } = USUAL[kind];
	if (age >= until) return clamp(every + (age - until) * .05, every, SLOWEST);
	if (kind === "connection-behind") return every;
	if (kind === "connection") return clamp(age, 1.5, every);
	const isOfAws = OF_AWS.has(kind);
	if (isOfAws && pace === "quick") return clamp(age * (age < EARLY ? QUICK.early : QUICK.later), QUICK.first, every);
	if (age >= from) return every;
	const rest = Math.max(from - age, every);
	if (pace === "usual" && kind !== "acceptance") return rest;
	return clamp(age, isOfAws ? FIRST.aws : FIRST.cloud, rest);
}
function paceOf(kind, age, before) {
	if (kind === void 0 || kind === "connection" || kind === "connection-behind") return before;
	const { from } = USUAL[kind];
	if (age >= from) return "usual";
	if (!OF_AWS.has(kind)) return before;
	return age < from / 2 ? "quick" : "unknown";
}
function clamp(value, least, most) {
	return Math.min(most, Math.max(least, value));
}

// src/reconcile/waiting.ts
const HEARTBEAT_MS = 14e3;
const TOGETHER_MS = 150;
function trackWaits(rules) {
	const tracked = {
		rules,
		known: /* @__PURE__ */ new Map(),
		pace: "unknown",
		beatAt: 0
	};
	return {
		update(waits) {
			const now = rules.clients.clock.now();
			endWaits(tracked, waits, now);
			for (const wait of waits) noteWait(tracked, wait, now);
			beat(tracked, waits, now);
		},
		sleep: (waits) => sleepUntilDue(tracked, waits)
	};
}
function endWaits(tracked, waits, now) {
	const { journal, listener } = tracked.rules;
	const keys = new Set(waits.map(waitKey));
	for (const [key, entry] of tracked.known) {
		if (keys.has(key)) continue;
		tracked.known.delete(key);
		learnPace(tracked, entry, now);
		const facets = entry.wait.readAfterwards ?? [];
		if (facets.length > 0) journal.entries.push({
			kind: "settled",
			facets,
			at: now
		});
		listener.waiting(entry.wait, void 0, now - entry.since);
	}
}
function noteWait(tracked, wait, now) {
	const entry = tracked.known.get(waitKey(wait));
	if (entry?.wait.seen === wait.seen && entry.wait.change === wait.change) {
		entry.wait = wait;
		return;
	}
	if (entry !== void 0) learnPace(tracked, entry, now);
	const fresh = {
		wait,
		since: entry?.since ?? now,
		changedAt: now,
		dueAt: now,
		looks: 0
	};
	tracked.known.set(waitKey(wait), fresh);
	fresh.dueAt = dueAt(tracked, fresh, now);
	if (entry?.wait.seen !== wait.seen) tracked.rules.listener.waiting(wait, wait.seen, now - fresh.since);
}
function learnPace(tracked, { wait, changedAt }, now) {
	tracked.pace = paceOf(wait.change, (now - changedAt) / 1e3, tracked.pace);
}
function beat(tracked, waits, now) {
	if (now < tracked.beatAt + HEARTBEAT_MS) return;
	const { listener, deadline } = tracked.rules;
	const { known } = tracked;
	const real = waits.filter((wait) => wait.kind !== "confirm");
	const shown = real.length > 0 ? real : waits;
	const since = Math.min(now, ...shown.map((wait) => known.get(waitKey(wait))?.since ?? now));
	if (tracked.beatAt > 0 && shown.length > 0) listener.heartbeat(shown, now - since, deadline - now);
	tracked.beatAt = now;
}
function dueAt(tracked, { wait, changedAt, looks }, now) {
	if (wait.kind === "confirm" && looks === 0) return Math.max(now, wait.notBefore ?? 0);
	const { pace } = tracked;
	const age = (now - changedAt) / 1e3;
	const facets = facetsNow(tracked, now);
	const calm = nextLook({
		kind: wait.change,
		age,
		pace,
		requests: facets.size
	}) * 1e3;
	const ofCloud = [...facets].filter(isOfCloud).length;
	const least = wait.notBefore === void 0 && wait.facets.some(isOfCloud) ? tracked.rules.clients.cloud.pause(ofCloud) : 0;
	return Math.max(now + Math.max(calm, least) * (.95 + .1 * Math.random()), wait.notBefore ?? 0);
}
const isOfCloud = (facet) => facet.includes(":");
function facetsNow({ known }, now) {
	const often = [...known.values()].filter(({ wait }) => wait.change !== "connection-behind" && (wait.notBefore ?? 0) <= now);
	return new Set(often.flatMap(({ wait }) => wait.facets));
}
async function sleepUntilDue(tracked, waits) {
	const { rules, known, beatAt } = tracked;
	const { clients, signal, deadline } = rules;
	const now = clients.clock.now();
	if (signal.aborted) throw (0,pre_errors.n)();
	if (now >= deadline) throw timeout(waits, rules);
	const entries = [...known.values()];
	const next = Math.min(...entries.map((entry) => entry.dueAt));
	await clients.clock.sleep(Math.max(0, Math.min(next, deadline, beatAt + HEARTBEAT_MS) - now), signal);
	const then = clients.clock.now();
	const due = entries.filter((entry) => entry.dueAt <= then + TOGETHER_MS);
	const facets = new Set(due.flatMap((entry) => entry.wait.facets));
	for (const entry of entries) {
		if (!due.includes(entry) && !entry.wait.facets.every((facet) => facets.has(facet))) continue;
		entry.looks += 1;
		entry.dueAt = dueAt(tracked, entry, then);
	}
	return facets;
}
function timeout(waits, rules, unsettled) {
	const seconds = Math.round((rules.deadline - rules.journal.startedAt) / 1e3);
	const open = waits.map((wait) => ({
		what: `waiting for ${wait.what}`,
		said: lastSeen(wait)
	}));
	if (unsettled !== void 0) {
		const { step, why, unanswered } = unsettled;
		const what = unanswered ? `no clear answer to "${step.title}"` : `"${step.title}" did not succeed`;
		open.unshift({
			what,
			said: why
		});
	}
	const [first] = open;
	const lines = open.map(({ what, said }) => said === "" ? what : `${what}: ${said}`);
	return new pre_errors.t("timeout", {
		cause: `Timed out after ${seconds} s: ${first?.what ?? "the last step did not succeed in time"}`,
		...first === void 0 || first.said === "" ? {} : { said: first.said },
		fix: (unsettled?.unanswered === true ? suspectOf(unsettled.step) : void 0) ?? "Run again to continue from here. If AWS or CockroachDB Cloud needs longer, raise timeout-seconds.",
		details: lines.length > 1 ? lines : []
	});
}
function lastSeen({ seen, waitingOn }) {
	return `Last seen: ${seen}; ${waitingOn}`;
}
function suspectOf(step) {
	return step?.action.kind === "set-private-dns" ? "Allow route53:AssociateVPCWithHostedZone in addition to ec2:ModifyVpcEndpoint, then run again: without it EC2 does not answer this call." : void 0;
}

// src/reconcile/loop.ts
const LEAST_LOSSES = 3;
const OUTAGE_MS = 9e4;
const LAST_READS_MS = 1e4;
const LONGEST_PAUSE_MS$1 = 5e3;
async function reconcile(rules) {
	const { desired, clients, journal, listener } = rules;
	const waits = trackWaits(rules);
	const trouble = {
		losses: /* @__PURE__ */ new Map(),
		setbacks: 0
	};
	let observed = await withGoneClusters(await observeAll(desired, clients), rules);
	for (;;) {
		observed = withCreated(observed, journal, desired.readLagMs);
		const { clock } = clients;
		witness(journal, observed, {
			...desired,
			now: clock.now(),
			wallNow: clock.wall()
		});
		const plan = planNow(rules, observed);
		listener.planned(plan, observed);
		waits.update(plan.waits);
		const ready = plan.steps.filter(pre_lease.at);
		const open = plan.waits.filter((wait) => wait.kind !== "confirm");
		const isStuck = ready.length === 0 && open.length === 0;
		raise(plan.blockers.filter((blocker) => isStuck || !blocker.late));
		if (rules.dryRun) return {
			observed,
			plan,
			end: "planned"
		};
		if (ready.length > 0) {
			observed = await takeSteps(ready, plan, {
				...rules,
				observed,
				trouble
			});
			continue;
		}
		if (plan.waits.length === 0) return {
			observed,
			plan,
			end: "done"
		};
		if (isPatienceOver(plan.waits, rules)) {
			journal.entries.push({ kind: "out-of-patience" });
			continue;
		}
		if (!rules.wait && open.some((wait) => wait.brief !== true)) return {
			observed,
			plan,
			end: "pending"
		};
		observed = await lookAgain(await waits.sleep(plan.waits), plan.waits, {
			...rules,
			observed
		});
	}
}
function isPatienceOver(waits, { wait, deadline, clients, journal }) {
	return (!wait || deadline - clients.clock.now() < LAST_READS_MS) && !(0,pre_lease.B)(journal) && waits.every((one) => one.optional === true);
}
async function lookAgain(due, waits, { observed: before, ...rules }) {
	const unseen = due.size === 0 ? [] : unseenFacets(before, rules.journal, waits);
	const observed = await observeAgain(before, [...due, ...unseen], rules);
	const behind = waits.filter((wait) => wait.change === "connection-behind").flatMap((wait) => wait.facets);
	const fresh = endpointsMoved(before, observed) ? behind.filter((facet) => !due.has(facet)) : [];
	return fresh.length > 0 ? observeAgain(observed, fresh, rules) : observed;
}
function planNow({ plan, desired, journal, clients: { clock } }, observed) {
	return plan({
		desired,
		observed,
		journal,
		now: clock.now(),
		wallNow: clock.wall()
	});
}
function endpointsMoved(before, after) {
	return after.endpoints.some(({ id, state }) => state !== "pending" && before.endpoints.find((one) => one.id === id)?.state !== state);
}
function unseenFacets(observed, journal, waits) {
	const later = new Set(waits.flatMap((wait) => [...wait.facets, ...wait.readAfterwards ?? []]));
	return (0,pre_lease.et)(journal, observed).filter((facet) => !later.has(facet));
}
async function takeSteps(ready, { waits }, rules) {
	const { clients, listener, trouble } = rules;
	const { after, again, unsettled, failures } = await applyAll(ready, rules);
	listener.planned(planNow(rules, after), after);
	raiseFailures(failures);
	trouble.setbacks = again === void 0 ? 0 : trouble.setbacks + 1;
	if (again === void 0) return after;
	if (clients.clock.now() > rules.deadline) throw timeout(waits, rules, unsettled);
	await clients.clock.sleep(Math.min(LONGEST_PAUSE_MS$1, 200 * 2 ** trouble.setbacks), rules.signal);
	return observeAgain(after, again, rules);
}
async function applyAll(ready, rules) {
	const { clients, listener } = rules;
	const { applyStep } = await Promise.all(/* import() */[__nccwpck_require__.e(358), __nccwpck_require__.e(45)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3045));
	const results = await Promise.allSettled(ready.map(async (step) => {
		const started = clients.clock.now();
		listener.stepStarted(step);
		try {
			const outcome = await applyStep(step, {
				...rules,
				log: listener.info
			});
			listener.stepEnded(step, outcome, clients.clock.now() - started);
			return {
				step,
				outcome
			};
		} catch (error) {
			const isCancelled = (0,pre_errors.i)(error) && error.code === "cancelled";
			listener.stepEnded(step, isCancelled ? "cancelled" : void 0, clients.clock.now() - started);
			throw error;
		}
	}));
	const applied = {
		after: rules.observed,
		again: void 0,
		unsettled: void 0,
		failures: []
	};
	for (const result of results) if (result.status === "rejected") applied.failures.push(result.reason);
	else noteOutcome(applied, result.value, rules);
	return applied;
}
function noteOutcome(applied, { step, outcome }, { clients, trouble: { losses } }) {
	if (outcome.patch !== void 0) applied.after = outcome.patch(applied.after);
	if (outcome.kind === "done") {
		losses.delete(step.id);
		return;
	}
	const unanswered = outcome.unanswered === true;
	applied.again = /* @__PURE__ */ new Set([...applied.again ?? [], ...outcome.facets]);
	if (unanswered || applied.unsettled?.unanswered !== true) applied.unsettled = {
		step,
		why: outcome.why,
		unanswered
	};
	if (!unanswered) return;
	const now = clients.clock.now();
	const before = losses.get(step.id) ?? {
		since: now,
		count: 0
	};
	const lost = {
		...before,
		count: before.count + 1
	};
	losses.set(step.id, lost);
	if (lost.count >= LEAST_LOSSES && now - lost.since >= OUTAGE_MS) applied.failures.push(lostForGood(step, outcome.why, lost));
}
function lostForGood(step, why, { count }) {
	const cloud = (0,pre_lease.st)(step.action) === "cloud";
	return new pre_errors.t(cloud ? "cloud-unavailable" : "aws-unavailable", {
		cause: `${cloud ? "CockroachDB Cloud" : "AWS"} gave no clear answer in ${count} attempts of one step`,
		said: `"${step.title}": ${why}`,
		fix: suspectOf(step) ?? "Run again later; every run continues from the current state."
	});
}
function raiseFailures(failures) {
	const [first] = failures;
	if (first === void 0) return;
	const foreseen = failures.filter(pre_errors.a);
	if (foreseen.length < failures.length) throw failures.find((one) => !foreseen.includes(one));
	const distinct = [...new Map(foreseen.map((one) => [one.message, one])).values()];
	if (distinct.length === 1) throw first;
	raise(distinct.map((one) => ({
		...one,
		cause: one.message
	})), first);
}
function raise(blockers, origin) {
	const [first, ...more] = blockers;
	if (first === void 0) return;
	throw new pre_errors.t(first.code, {
		cause: more.length === 0 ? first.cause : `${first.cause} (and ${more.length} more)`,
		...first.said === void 0 ? {} : { said: first.said },
		fix: first.fix,
		details: more.length === 0 ? [] : blockers.map((one) => `${one.code}: ${factsOf$1(one)}. ${one.fix}`),
		problems: more.length === 0 ? [] : blockers.map(problemOf$1)
	}, { cause: origin });
}
function factsOf$1({ cause, said }) {
	return said === void 0 ? cause : `${cause}: ${said}`;
}
function problemOf$1(blocker) {
	const { code, cause, said, fix, details = [] } = blocker;
	return {
		code,
		cause: said === void 0 ? cause : `${cause}\n${said}`,
		fix,
		details
	};
}

// src/reconcile/model/journal.ts
function startJournal(nonce, started) {
	return {
		nonce,
		startedAt: started.mono,
		startedAtWall: started.wall,
		entries: []
	};
}

// src/reconcile/plan/confirm.ts
function planConfirmation(draft, paths) {
	const notBefore = Math.max(0, ...paths.map((path) => settledBy(draft, path)));
	const unseen = [...(draft.observed.readAt.endpoints ?? 0) >= notBefore ? [] : ["endpoints"], ...connectionsSinceClaim(draft, paths)];
	(0,pre_lease.x)(draft, {
		unseen,
		notBefore
	});
}
function connectionsSinceClaim({ journal, observed }, paths) {
	const written = (0,pre_lease.Q)(journal).get("endpoints") ?? 0;
	return paths.filter(({ ownership, endpoint }) => ownership === "ours" && !wasBornClaimed(journal, endpoint)).flatMap((path) => path.members.map((member) => `connections:${member.view.ref}`)).filter((facet) => (observed.readAt[facet] ?? 0) <= written && written > 0);
}
function wasBornClaimed(journal, endpoint) {
	if (endpoint === void 0 || !(0,pre_lease.tt)(journal, endpoint.id)) return false;
	return (0,pre_lease.M)(journal, endpoint.id) === 0;
}
function settledBy({ journal, desired }, { endpoint }) {
	const at = endpoint === void 0 ? void 0 : (0,pre_lease.H)(journal, endpoint.id);
	if (endpoint === void 0 || at === void 0) return 0;
	return (0,pre_lease.tt)(journal, endpoint.id) && (0,pre_claims._)(endpoint.tags, desired.owner).length === 0 ? 0 : at + desired.readLagMs;
}

// src/reconcile/plan/host-names.ts
const LISTED_LATE_MS = 3e4;
function planHostNames(draft, paths) {
	for (const path of paths) for (const member of path.members) if (member.connection?.status === "AVAILABLE") planHostName(draft, path, member);
}
function planHostName(draft, { endpoint }, { view, cluster }) {
	const { journal, desired, now } = draft;
	if (cluster.regions.find((one) => sameRegion(one.name, desired.region))?.internalDns !== void 0) return;
	const name = (0,pre_lease.Ht)(cluster);
	const since = (0,pre_lease.U)(journal, cluster.id) ?? now;
	if (isNew(journal, cluster.id, endpoint?.id) && now - since < LISTED_LATE_MS && !(0,pre_lease.B)(journal)) {
		(0,pre_lease.y)(draft, {
			kind: "host-name",
			subject: cluster.id,
			what: `the private host name of cluster ${name}`,
			seen: "not listed",
			waitingOn: "CockroachDB Cloud lists it soon after the connection is available",
			facets: [`cluster:${view.ref}`],
			optional: true
		});
		return;
	}
	(0,pre_lease.A)(draft, "internal-dns-missing", `internal-dns is empty: CockroachDB Cloud lists no private host name for cluster ${name} in ${desired.region}`);
}
function isNew(journal, clusterId, endpointId) {
	return [pre_lease.ct.createServices(clusterId), ...endpointId === void 0 ? [] : [pre_lease.ct.connect(clusterId, endpointId)]].some((id) => (0,pre_lease.I)(journal, id) !== void 0);
}

// src/reconcile/plan/locks.ts
const LOCK_MS = 1e4;
function isLocked(draft, cluster) {
	return readinessOf(cluster) === "locked" || draft.now < lockedUntil(draft, cluster);
}
function lockedUntil({ journal }, { id }) {
	const refusedAt = (0,pre_lease.V)(journal, id);
	return refusedAt === void 0 ? 0 : refusedAt + LOCK_MS;
}
function planLocks(draft) {
	for (const view of draft.observed.clusters) {
		const [cluster, ...others] = view.matches;
		if (cluster === void 0 || others.length > 0) continue;
		if (isLocked(draft, cluster)) planLock(draft, {
			view,
			cluster
		});
	}
}
function planLock(draft, { view, cluster }) {
	const name = (0,pre_lease.Ht)(cluster);
	const changes = draft.steps.filter((step) => isChangeOf(step, cluster));
	const ready = changes.filter((step) => step.ready);
	for (const step of ready) draft.steps[draft.steps.indexOf(step)] = {
		...step,
		ready: false,
		after: `cluster ${name} is unlocked`
	};
	if (ready.length > 0) (0,pre_lease.y)(draft, {
		kind: "unlocked",
		subject: cluster.id,
		what: `cluster ${name} to be unlocked`,
		seen: readinessOf(cluster) === "locked" ? cluster.stateText : `${cluster.stateText}, but a change was refused because the cluster is locked`,
		waitingOn: "CockroachDB Cloud is changing the cluster; its automatic jobs lock it for a short time",
		facets: [`cluster:${view.ref}`],
		notBefore: lockedUntil(draft, cluster)
	});
	else if (changes.length === 0 && readinessOf(cluster) === "locked") (0,pre_lease.w)(draft, "cluster-locked", `Cluster ${name} is in state ${cluster.stateText}; no change to it is needed`);
}
function isChangeOf({ action }, cluster) {
	return "clusterId" in action && action.clusterId === cluster.id;
}

// src/reconcile/plan/members.ts
function connectionOf(view, endpointId) {
	return endpointId === void 0 ? void 0 : view.connections.find((one) => one.endpointId === endpointId);
}
function disconnectStep(member, endpointId) {
	const connection = connectionOf(member.view, endpointId);
	const name = (0,pre_lease.Ht)(member.cluster);
	const serves = connection !== void 0 && ["pending", "available"].includes((0,pre_lease.zt)(connection));
	return {
		id: pre_lease.ct.disconnect(member.cluster.id, endpointId),
		title: connection === void 0 || serves ? `disconnect cluster ${name} from ${endpointId}` : `remove the ${(0,pre_lease.Bt)(connection).toLowerCase()} connection of cluster ${name} to ${endpointId}`,
		action: {
			kind: "disconnect",
			clusterRef: member.view.ref,
			clusterId: member.cluster.id,
			endpointId
		}
	};
}
function deletionTitle({ id, state, rawState }) {
	return `delete VPC endpoint ${id}${state === "available" ? "" : ` (${rawState})`}`;
}

// src/reconcile/plan/connections.ts
const REJECTED_PATIENCE_MS = 12e4;
function rejectedForGood(draft) {
	const found = /* @__PURE__ */ new Set();
	for (const view of draft.observed.clusters) {
		const cluster = view.matches[0];
		if (cluster === void 0) continue;
		for (const endpoint of draft.observed.endpoints) {
			const connection = connectionOf(view, endpoint.id);
			if ((connection?.status === "REJECTED" || endpoint.state === "rejected" && connection !== void 0) && askedFor(draft, cluster, endpoint.id) >= REJECTED_PATIENCE_MS) found.add(endpoint.id);
		}
	}
	return found;
}
function askedFor(draft, cluster, endpointId) {
	const at = (0,pre_lease.I)(draft.journal, pre_lease.ct.connect(cluster.id, endpointId));
	return at === void 0 ? -1 : draft.now - at;
}
function planConnection(draft, joined) {
	const { member, endpoint } = joined;
	const asked = askedFor(draft, member.cluster, endpoint.id);
	const status = member.connection?.status ?? "ABSENT";
	if (status === "AVAILABLE" && endpoint.state !== "rejected") return;
	if (status === "ABSENT" || status === "DELETED" || status === "PENDING_ACCEPTANCE" && asked < 0) connect(draft, joined);
	else if (status === "REJECTED" || endpoint.state === "rejected") planRejected(draft, joined, asked);
	else if (status === "STALE" || status === "FAILED" || status === "EXPIRED") planRenewal(draft, joined, asked);
	else if (status === "DELETING") {
		waitConnected(draft, joined, "CockroachDB Cloud is still removing the earlier connection");
		connectLater(draft, joined);
	} else waitConnected(draft, joined, "CockroachDB Cloud has to accept the connection; this usually takes about a minute");
}
function planRejected(draft, joined, asked) {
	if (asked < 0) connect(draft, joined, REJECTED_PATIENCE_MS);
	else if (asked < REJECTED_PATIENCE_MS) waitConnected(draft, joined, "CockroachDB Cloud still shows the earlier rejection");
	else (0,pre_lease.b)(draft, "connection-rejected", {
		cause: `CockroachDB Cloud rejects the connection of cluster ${(0,pre_lease.Ht)(joined.member.cluster)} to ${joined.endpoint.id}`,
		fix: `Check that AWS account ${draft.observed.account ?? "of this run"} is a trusted owner of the cluster, if it has any, and that the endpoint is in the right account. Otherwise ask Cockroach Labs support.`
	});
}
function planRenewal(draft, joined, asked) {
	const { member, endpoint } = joined;
	if (asked >= 0 && member.connection?.status !== "STALE") {
		(0,pre_lease.b)(draft, "connection-failed", {
			cause: `The connection of cluster ${(0,pre_lease.Ht)(member.cluster)} to ${endpoint.id} is in state ${member.connection?.rawStatus}`,
			fix: "Run again to have the connection removed and created again. If it fails again, ask Cockroach Labs support with the endpoint ID."
		});
		return;
	}
	(0,pre_lease.v)(draft, disconnectStep(member, endpoint.id));
	connectLater(draft, joined);
}
function connect(draft, joined, patienceMs = 0) {
	const { member, endpoint } = joined;
	const id = pre_lease.ct.connect(member.cluster.id, endpoint.id);
	(0,pre_lease.v)(draft, {
		id,
		...connectStep(joined),
		after: member.trust,
		patienceMs
	});
}
function connectLater(draft, joined) {
	const id = pre_lease.ct.connectAgain(joined.member.cluster.id, joined.endpoint.id);
	(0,pre_lease.v)(draft, {
		id,
		...connectStep(joined),
		after: "the earlier connection is removed"
	});
}
function connectStep({ member: { view, cluster }, endpoint }) {
	return {
		title: `connect cluster ${(0,pre_lease.Ht)(cluster)} to ${endpoint.id}`,
		action: {
			kind: "connect",
			clusterRef: view.ref,
			clusterId: cluster.id,
			endpointId: endpoint.id
		}
	};
}
function waitConnected(draft, { member, endpoint }, waitingOn) {
	const { view, cluster, connection } = member;
	const facet = `connections:${view.ref}`;
	(0,pre_lease.y)(draft, {
		kind: "connection",
		subject: `${cluster.id}:${endpoint.id}`,
		change: isWatched(endpoint) ? "connection-behind" : "connection",
		what: `the connection of cluster ${(0,pre_lease.Ht)(cluster)} to ${endpoint.id} to become available`,
		seen: connection === void 0 ? "not listed" : (0,pre_lease.Bt)(connection),
		waitingOn,
		facets: isWatched(endpoint) || endpoint.state === "available" ? [facet] : [facet, "endpoints"]
	});
}
function planStaleConnections(draft, member) {
	const { desired, observed } = draft;
	for (const connection of member.view.connections) {
		const live = observed.endpoints.some((one) => one.id === connection.endpointId && !(0,types.a)(one));
		const isOurs = isOfPlace(connection, {
			account: observed.account,
			region: desired.region
		});
		if (connection.status === "STALE" && isOurs && !live) (0,pre_lease.v)(draft, disconnectStep(member, connection.endpointId));
	}
}
function isWatched({ state }) {
	return state !== "available" && state !== "rejected";
}
function planEndpointState(draft, endpoint) {
	if (!isWatched(endpoint)) return endpoint.state === "available";
	(0,pre_lease.y)(draft, {
		kind: "endpoint",
		subject: endpoint.id,
		change: changeOf(draft, endpoint),
		what: changeOf(draft, endpoint) === "private-dns" ? `private DNS of ${endpoint.id} to be ${draft.desired.privateDns ? "on" : "off"}` : `VPC endpoint ${endpoint.id} to become available`,
		seen: endpoint.rawState || "no state reported",
		waitingOn: endpoint.state === "pendingacceptance" ? "CockroachDB Cloud has to accept the connection" : "AWS is making the change",
		facets: ["endpoints"]
	});
	return false;
}
function changeOf({ journal }, { id, state }) {
	if (state === "pendingacceptance") return "acceptance";
	return [pre_lease.ct.dnsOn(id), pre_lease.ct.dnsOff(id)].some((step) => (0,pre_lease.I)(journal, step) !== void 0) ? "private-dns" : "available";
}
function planBothSides(draft, endpoint, members) {
	for (const member of members) {
		planConnection(draft, {
			member,
			endpoint
		});
		planStaleConnections(draft, member);
	}
	const available = planEndpointState(draft, endpoint);
	const isConnected = ({ connection }) => connection?.status === "AVAILABLE";
	return available && members.some(isConnected) && members.every((member) => isConnected(member) || isLocked(draft, member.cluster));
}

// src/reconcile/membership/released-claims.ts
const IDLE_MS = 6048e5;
const CUT_AT = (0,pre_claims.c)("x".repeat(256)).length;
function releasableClaims({ desired, observed, wallNow }, { tags }) {
	const { goneClusters = {} } = observed;
	const present = observed.clusters.flatMap((view) => view.matches);
	return (0,pre_claims.y)(tags).filter((claim) => {
		if (!(0,pre_claims.p)(claim, desired.owner) || present.some((one) => one.id === claim.clusterId)) return false;
		const proof = goneClusters[claim.clusterId];
		if (proof !== "absent") return proof === "deleted";
		return claim.clusterName.length < CUT_AT && present.some((one) => one.name === claim.clusterName) || claim.lastUsed > 0 && wallNow - claim.lastUsed >= IDLE_MS;
	});
}
function livingClaims(draft, endpoint) {
	const keys = new Set(releasableClaims(draft, endpoint).map((claim) => claim.key));
	return (0,pre_claims.y)(endpoint.tags).filter((claim) => !keys.has(claim.key));
}
function planRelease(draft, endpoint) {
	const claims = releasableClaims(draft, endpoint);
	if (claims.length === 0) return;
	const what = claims.length === 1 ? `the claim for deleted cluster ${claims[0]?.clusterName || claims[0]?.clusterId}` : `the claims for ${claims.length} deleted clusters`;
	(0,pre_lease.v)(draft, {
		id: pre_lease.ct.release(endpoint.id, claims.map((claim) => claim.key)),
		title: `release ${what} on ${endpoint.id}`,
		action: {
			kind: "unclaim",
			endpointId: endpoint.id,
			tags: Object.fromEntries(claims.map((claim) => [claim.key, claim.value])),
			clusterIds: claims.map((claim) => claim.clusterId)
		}
	});
}

// src/reconcile/plan/shared.ts
function sharers(draft, claimed) {
	return claimed === void 0 ? [] : (0,pre_claims._)(claimed.tags, draft.desired.owner);
}
function noteShared(draft, setting, sharedWith) {
	const { text, many, log } = (0,pre_lease.c)(sharedWith, draft.desired.owner);
	(0,pre_lease._)(draft, {
		code: "shared-setting",
		text: `${setting} while ${text} ${many ? "use" : "uses"} the endpoint too`,
		warning: false,
		log
	});
}

// src/reconcile/plan/rules.ts
const RULE_DESCRIPTION = "cockroachdb-privatelink";
function wantedSources({ desired, observed }) {
	const { allowedCidrs, allowedSecurityGroupIds } = desired;
	return [...(allowedCidrs.length + allowedSecurityGroupIds.length > 0 ? allowedCidrs : observed.vpc?.cidrs ?? []).map((cidr) => ({ cidr })), ...allowedSecurityGroupIds.map((groupId) => ({ groupId }))];
}
function planRules(draft, group, sharedWith) {
	const wanted = wantedSources(draft);
	const wantedTexts = new Set(wanted.map(types.o));
	const sqlRules = group.ingress.filter((rule) => isSqlRule(rule) && (!isOwnRule(rule) || isOnlySqlRule(rule)));
	const present = new Set(sqlRules.map((rule) => rule.source === void 0 ? "" : (0,types.o)(rule.source)));
	const missing = wanted.filter((source) => !present.has((0,types.o)(source)));
	const stale = group.ingress.filter((rule) => rule.source !== void 0 && isOwnRule(rule) && !(isOnlySqlRule(rule) && wantedTexts.has((0,types.o)(rule.source))));
	if (missing.length > 0) {
		const texts = missing.map(types.o);
		(0,pre_lease.v)(draft, {
			id: pre_lease.ct.authorize(group.id, texts.join()),
			title: `allow ${types.t}/tcp from ${(0,pre_text.i)(texts)} in ${group.id}`,
			action: {
				kind: "authorize-ingress",
				groupId: group.id,
				sources: missing
			}
		});
	}
	if (stale.length === 0) return;
	const texts = stale.map((rule) => rule.source === void 0 ? "" : (0,types.o)(rule.source));
	if (sharedWith.length > 0) {
		noteShared(draft, `${group.id} still allows ${(0,pre_text.i)(texts)}, which isn't configured here,`, sharedWith);
		return;
	}
	(0,pre_lease.v)(draft, {
		id: pre_lease.ct.revoke(group.id, texts.join()),
		title: `remove stale rules for ${(0,pre_text.i)(texts)} from ${group.id}`,
		action: {
			kind: "revoke-ingress",
			groupId: group.id,
			rules: stale
		}
	});
}
function rulesFirst({ steps }, groupId) {
	const isRule = ({ action }) => action.kind === "authorize-ingress" && action.groupId === groupId;
	return groupId !== void 0 && steps.some(isRule) ? "the rules of the security group exist" : void 0;
}
function isOwnRule({ description, source }) {
	return description === "cockroachdb-privatelink" && source !== void 0;
}
function isSqlRule({ protocol, fromPort, toPort }) {
	if (protocol === "-1") return true;
	if (protocol !== "tcp" && protocol !== "6") return false;
	return fromPort < 0 || fromPort <= 26257 && toPort >= 26257;
}
function isOnlySqlRule(rule) {
	return isSqlRule(rule) && rule.fromPort === 26257 && rule.toPort === 26257;
}

// src/reconcile/plan/subnets.ts
function chooseSubnets(draft, path) {
	const { zoneIds = [] } = path;
	const refused = refusedZones(draft, path.serviceName, path.endpoint);
	const present = path.endpoint?.subnetIds ?? [];
	const usable = (zone) => (zoneIds.length === 0 || zoneIds.includes(zone)) && !refused.has(zone);
	const rules = {
		zoneIds,
		usable,
		present
	};
	const isExplicit = draft.desired.subnetIds.length > 0;
	if (path.zoneIds !== void 0) return isExplicit ? explicitSubnets(draft, rules) : onePerZone(draft, rules);
	if (isExplicit) explicitSubnets(draft, rules);
	else if (!draft.observed.subnets.some((one) => problemOf(one, rules) === void 0)) onePerZone(draft, rules);
}
function problemOf(subnet, { usable, present }) {
	if (!usable(subnet.zoneId)) return "zone";
	if (present.includes(subnet.id)) return void 0;
	if (subnet.unfit !== "") return "unfit";
	return subnet.freeAddresses > 0 ? void 0 : "full";
}
function refusedZones(draft, serviceName, endpoint) {
	const known = endpoint?.tags["cockroachdb-privatelink/without-zones"]?.split(" ").filter((zone) => zone !== "") ?? [];
	return /* @__PURE__ */ new Set([...known, ...serviceName === void 0 ? [] : (0,pre_lease.rt)(draft.journal, serviceName)]);
}
function explicitSubnets(draft, rules) {
	const { desired, observed } = draft;
	const known = new Map(observed.subnets.map((subnet) => [subnet.id, subnet]));
	const subnets = [];
	let isSound = true;
	for (const id of desired.subnetIds) {
		const subnet = known.get(id);
		const problem = subnet === void 0 ? {
			code: "subnet-invalid",
			cause: `${id} isn't a subnet of VPC ${desired.goal.vpcId}`,
			fix: `Choose subnet-ids from VPC ${desired.goal.vpcId}, which has ${(0,pre_text.i)(known.keys())}.`
		} : explicitProblem(subnet, {
			rules,
			isDoubled: subnets.some(({ zoneId }) => zoneId === subnet.zoneId)
		});
		if (problem !== void 0) (0,pre_lease.b)(draft, problem.code, problem);
		if (subnet !== void 0) subnets.push(subnet);
		isSound &&= problem === void 0;
	}
	return isSound ? {
		subnets,
		rule: "the subnets of subnet-ids"
	} : void 0;
}
function explicitProblem(subnet, { rules, isDoubled }) {
	const { id, zoneId, unfit } = subnet;
	if (isDoubled) return {
		code: "subnet-invalid",
		cause: `subnet-ids has several subnets in availability zone ${zoneId}, among them ${id}`,
		fix: "Set at most one subnet for each availability zone."
	};
	const zones = rules.zoneIds.filter(rules.usable);
	switch (problemOf(subnet, rules)) {
		case "unfit": return {
			code: "subnet-invalid",
			cause: `Subnet ${id} of subnet-ids ${unfit}, so it can't have a VPC endpoint`,
			fix: "Use an IPv4 or dual-stack subnet of the Region, or leave subnet-ids empty."
		};
		case "zone": return {
			code: "az-none",
			cause: `The endpoint service is not in the availability zone of ${id} (${zoneId})`,
			fix: `Use subnets in ${zones.length === 0 ? "other availability zones" : (0,pre_text.i)(zones)}.`
		};
		case "full": return {
			code: "subnet-full",
			cause: `Subnet ${id} of subnet-ids has no free IP address`,
			fix: "Free an address in it, or use another subnet."
		};
		default: return;
	}
}
function onePerZone(draft, rules) {
	const { desired, observed } = draft;
	const withProblems = observed.subnets.map((subnet) => ({
		...subnet,
		problem: problemOf(subnet, rules)
	}));
	const fit = withProblems.filter(({ problem }) => problem === void 0 || problem === "full");
	const byZone = Map.groupBy(fit, (subnet) => subnet.zoneId);
	const subnets = [];
	for (const zone of [...byZone.keys()].sort()) {
		const inZone = (byZone.get(zone) ?? []).toSorted((one, other) => one.id < other.id ? -1 : 1);
		const pick = inZone.find((one) => rules.present.includes(one.id)) ?? inZone.find((one) => one.problem === void 0);
		if (pick !== void 0) subnets.push(pick);
		else (0,pre_lease.A)(draft, "zones", `No subnet in availability zone ${zone} has a free IP address, so the endpoint isn't in that zone`);
	}
	if (subnets.length > 0) {
		const without = rules.zoneIds.filter((zone) => !byZone.has(zone));
		if (without.length > 0) (0,pre_lease.w)(draft, "zones", `VPC ${desired.goal.vpcId} has no subnet in ${(0,pre_text.i)(without)}, where the endpoint service is also offered`);
		return {
			subnets,
			rule: "one subnet in each availability zone of the endpoint service; the first by ID that has a free address"
		};
	}
	if (fit.length > 0) {
		(0,pre_lease.b)(draft, "subnet-full", {
			cause: `No subnet of VPC ${desired.goal.vpcId} in ${(0,pre_text.i)(byZone.keys())} has a free IP address`,
			fix: "Free addresses, or add a subnet in one of these availability zones."
		});
		return;
	}
	const unfit = withProblems.filter(({ problem }) => problem === "unfit").map((one) => `${one.id} ${one.unfit}`);
	const why = unfit.length > 0 ? `Its subnets don't fit: ${(0,pre_text.i)(unfit)}.` : `Its subnets are in ${(0,pre_text.i)(new Set(observed.subnets.map((one) => one.zoneId)))}.`;
	const where = rules.zoneIds.length === 0 ? "a zone of the service" : (0,pre_text.i)(rules.zoneIds);
	(0,pre_lease.b)(draft, "az-none", {
		cause: `VPC ${desired.goal.vpcId} has no usable subnet in an availability zone of the endpoint service`,
		fix: `Add a subnet in ${where}, or use a peered VPC that has one. ${why} Compare zone IDs; zone names differ by account.`
	});
}

// src/reconcile/plan/endpoint.ts
const MOST_CREATIONS = 3;
function chooseEndpoint(endpoints, serviceName, rejected) {
	const live = endpoints.filter((one) => one.serviceName === serviceName && !(0,types.a)(one));
	const ours = live.filter(pre_lease.mt).toSorted(olderFirst);
	const usable = ours.filter((one) => !(0,types.i)(one) && !rejected.has(one.id));
	const winner = usable.find((one) => one.state !== "rejected") ?? usable[0];
	if (ours.length > 0) return {
		kind: winner === void 0 ? "none" : "ours",
		endpoint: winner,
		superseded: ours.filter((one) => one !== winner)
	};
	const healthy = live.filter((one) => !(0,types.i)(one) && one.state !== "rejected");
	const others = healthy.length > 0 ? healthy : live;
	if (others.length > 1) return {
		kind: "ambiguous",
		endpoint: void 0,
		superseded: []
	};
	return {
		kind: others.length === 1 ? "not-ours" : "none",
		endpoint: others[0],
		superseded: []
	};
}
function olderFirst(one, other) {
	return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}
function planCreation(draft, creation) {
	const { service, label } = creation.group;
	const { desired, journal } = draft;
	if (service === void 0) {
		chooseSubnets(draft, {
			serviceName: void 0,
			zoneIds: void 0,
			endpoint: void 0
		});
		addCreation(draft, creation, {
			id: pre_lease.ct.createEndpoint(label, 0, 0),
			salt: 0,
			made: [],
			subnets: void 0
		});
		return;
	}
	const serviceName = service.name;
	const subnets = chooseSubnets(draft, {
		serviceName,
		zoneIds: service.zoneIds,
		endpoint: void 0
	});
	const made = (0,pre_lease.P)(journal).filter((one) => one.endpoint.serviceName === serviceName).map((one) => one.endpoint.id);
	if (made.length >= MOST_CREATIONS) {
		(0,pre_lease.b)(draft, "endpoint-failed", {
			cause: `This run created ${made.length} VPC endpoints, and all of them disappeared`,
			fix: `Find out what deletes VPC endpoints in this account (CloudTrail, DeleteVpcEndpoints), and stop it. Created for ${serviceName}: ${(0,pre_text.i)(made)}.`
		});
		return subnets;
	}
	const taken = (0,pre_lease.X)(journal, serviceName);
	if (taken?.spent === false && draft.now - taken.at < 2 * desired.readLagMs) {
		(0,pre_lease.y)(draft, {
			kind: "creation",
			subject: serviceName,
			what: "the VPC endpoint that another run is creating to show",
			seen: "not visible yet",
			waitingOn: "another run of this action created it a moment ago, or EC2 still remembers its client token",
			facets: ["endpoints"]
		});
		return subnets;
	}
	const salt = taken === void 0 ? 0 : taken.salt + 1;
	addCreation(draft, creation, {
		id: pre_lease.ct.createEndpoint(serviceName, salt, made.length),
		salt,
		made,
		subnets
	});
	return subnets;
}
function addCreation(draft, { group: { service, label }, groups, claims, superseded, after: first }, token) {
	const { desired, journal } = draft;
	const { id, salt, made } = token;
	const subnets = token.subnets?.subnets ?? [];
	const replacing = superseded.map((one) => one.id).toSorted();
	const tags = creationTags(draft, claims, {
		serviceName: service?.name ?? "",
		superseded
	});
	if (!(0,pre_claims.l)(tags, 0)) (0,pre_lease.b)(draft, "tag-limit", {
		cause: `The VPC endpoint would need ${Object.keys(tags).length} tags with its claims; EC2 has no room for that many`,
		fix: "Use endpoint-id (attach only, no claims) for some of the clusters, or fewer tags."
	});
	const title = `create VPC endpoint for ${label}${token.subnets === void 0 ? "" : ` in ${(0,pre_text.i)(subnets.map((one) => `${one.id} (${one.zoneId})`))}`}${replacing.length > 0 ? `, replacing ${(0,pre_text.i)(replacing)}` : ""}`;
	const action = {
		kind: "create-endpoint",
		vpcId: desired.goal.vpcId,
		subnetIds: subnets.map((one) => one.id),
		groupIds: groups.groupIds ?? [],
		tokenParts: [
			groups.owned?.id ?? journal.nonce,
			service?.name ?? "",
			...replacing,
			...made
		],
		salt,
		replacing,
		tags
	};
	const groupFirst = groups.groupIds === void 0 ? "the security group and its rules exist" : void 0;
	const after = first ?? groupFirst ?? rulesFirst(draft, groups.owned?.id);
	(0,pre_lease.v)(draft, {
		id,
		title,
		...service === void 0 ? {
			action: {
				...action,
				serviceName: void 0
			},
			after: after ?? "the endpoint service is available"
		} : {
			action: {
				...action,
				serviceName: service.name
			},
			after
		}
	});
}
function creationTags(draft, claims, made) {
	const { desired, journal } = draft;
	const inherited = made.superseded.flatMap((one) => livingClaims(draft, one)).map((claim) => [claim.key, claim.value]);
	return {
		Name: (0,pre_claims.S)(`cockroachdb-privatelink ${made.serviceName.split(".").at(-1) ?? ""}`).trim(),
		...desired.tags,
		[pre_claims.n]: pre_claims.r,
		[pre_claims.t]: (0,pre_claims.C)(journal.startedAtWall),
		[pre_claims.i]: (0,pre_claims.S)(made.serviceName),
		...withoutZones(draft, made.serviceName, void 0),
		...Object.fromEntries(inherited),
		...claims
	};
}
function withoutZones(draft, serviceName, endpoint) {
	const zones = [...refusedZones(draft, serviceName, endpoint)].toSorted().join(" ");
	return zones === "" ? {} : { [pre_claims.a]: (0,pre_claims.S)(zones) };
}

// src/reconcile/plan/private-dns.ts
function planPrivateDns(draft, endpoint, state) {
	const wanted = draft.desired.privateDns;
	if (endpoint.privateDns === wanted) return;
	if (!wanted) {
		planDnsOff(draft, endpoint, state);
		return;
	}
	if (state.ownership !== "ours") {
		(0,pre_lease.b)(draft, "not-ours", {
			cause: `Private DNS is off for VPC endpoint ${endpoint.id}, which this action doesn't manage`,
			fix: `Set private-dns: false, or ask the owner of the endpoint to run: aws ec2 modify-vpc-endpoint --region ${draft.desired.region} --vpc-endpoint-id ${endpoint.id} --private-dns-enabled`,
			late: true
		});
		return;
	}
	planDnsOn(draft, endpoint, state);
}
function planDnsOn(draft, endpoint, state) {
	const refused = (0,pre_lease.G)(draft.journal, pre_lease.ct.dnsOn(endpoint.id)) !== void 0;
	const holder = nameHolder(draft, endpoint, refused);
	if (holder !== void 0 && (0,types.a)(holder)) (0,pre_lease.y)(draft, {
		kind: "gone",
		subject: holder.id,
		endpointId: endpoint.id,
		change: "deletion",
		what: `VPC endpoint ${holder.id}, which still holds the private DNS name, to be deleted`,
		seen: holder.rawState,
		waitingOn: "AWS is deleting it",
		facets: ["endpoints"]
	});
	else if (holder !== void 0 && !state.superseded.includes(holder)) {
		(0,pre_lease.b)(draft, "dns-conflict", {
			cause: `VPC endpoint ${holder.id} already has the private DNS name in VPC ${endpoint.vpcId}`,
			fix: `Delete ${holder.id}, turn off its private DNS, or set private-dns: false. Only one endpoint of a VPC can have the name.`
		});
		return;
	}
	const retryAt = refused ? ((0,pre_lease.$)(draft.journal, pre_lease.ct.dnsOn(endpoint.id))?.mono ?? 0) + draft.desired.readLagMs : 0;
	if (holder === void 0 && draft.now < retryAt) {
		(0,pre_lease.y)(draft, {
			kind: "dns-name",
			subject: endpoint.id,
			endpointId: endpoint.id,
			what: `the private DNS name of ${endpoint.id} to become free`,
			seen: "in use",
			waitingOn: "AWS may still be releasing it from a deleted endpoint",
			facets: ["endpoints"],
			notBefore: retryAt
		});
		return;
	}
	(0,pre_lease.v)(draft, {
		id: pre_lease.ct.dnsOn(endpoint.id),
		title: `turn on private DNS for ${endpoint.id}`,
		action: {
			kind: "set-private-dns",
			endpointId: endpoint.id,
			enabled: true
		},
		after: holder !== void 0 ? `${holder.id}, which holds the name, is deleted` : state.settled ? void 0 : "the endpoint and its connections are available"
	});
}
function nameHolder({ observed }, endpoint, refused) {
	return observed.endpoints.find((one) => one.id !== endpoint.id && one.serviceName === endpoint.serviceName && (one.privateDns || refused && (0,pre_lease.mt)(one)) && one.vpcId === endpoint.vpcId && one.state !== "deleted");
}
function planDnsOff(draft, endpoint, state) {
	if (state.ownership !== "ours") (0,pre_lease.w)(draft, "not-ours", `Private DNS stays on for ${endpoint.id}, which this action doesn't manage`);
	else if (state.sharedWith.length > 0) noteShared(draft, `Private DNS stays on for ${endpoint.id}`, state.sharedWith);
	else (0,pre_lease.v)(draft, {
		id: pre_lease.ct.dnsOff(endpoint.id),
		title: `turn off private DNS for ${endpoint.id}`,
		action: {
			kind: "set-private-dns",
			endpointId: endpoint.id,
			enabled: false
		},
		after: state.settled ? void 0 : "the endpoint and its connections are available"
	});
}

// src/reconcile/plan/service-group.ts
function groupByService(draft, candidates) {
	return [...Map.groupBy(candidates, (one) => one.service?.name ?? `\u0000${one.cluster.id}`).values()].map((members) => {
		const names = members.map((one) => (0,pre_lease.Ht)(one.cluster));
		const zoneLists = members.map((one) => one.service?.zoneIds ?? []);
		const service = members[0]?.service;
		if (new Set(zoneLists.map((zones) => zones.toSorted().join())).size > 1) (0,pre_lease.A)(draft, "zones", `Clusters ${(0,pre_text.i)(names)} list different availability zones for one endpoint service; those of ${names[0]} are used`);
		return {
			serviceName: service?.name,
			service,
			candidates: members,
			label: service === void 0 ? `cluster ${(0,pre_text.i)(names)}` : `${service.name} (${(0,pre_text.i)(names)})`
		};
	});
}
function draftPath(draft, group, { choice, ownership }) {
	const { endpoint } = choice;
	return {
		serviceName: group.serviceName,
		service: group.service,
		members: group.candidates.map(({ view, cluster, trust }) => ({
			trust,
			view,
			cluster,
			connection: connectionOf(view, endpoint?.id)
		})),
		endpoint,
		ownership,
		superseded: choice.superseded,
		group: void 0,
		subnets: draft.observed.subnets.filter((subnet) => endpoint?.subnetIds.includes(subnet.id) ?? false),
		subnetRule: endpoint === void 0 ? "" : "the subnets that the endpoint is in"
	};
}
function names$1(group) {
	return group.candidates.map((one) => (0,pre_lease.Ht)(one.cluster));
}

// src/reconcile/plan/unmanaged.ts
function noteUnmanaged(draft, endpoint, { mismatch, kept }) {
	const text = `VPC endpoint ${endpoint.id} isn't managed: ${mismatch.why}`;
	if (draft.notes.some((one) => one.text === text)) return;
	const { region } = draft.desired;
	const more = mismatch.lacksService ? [`${kept} To have it managed, set the tag:`, setService(region, endpoint.id, endpoint.serviceName)] : [kept];
	draft.notes.push({
		code: "not-ours",
		text,
		warning: false,
		more
	});
}
function setService(region, id, serviceName) {
	return `aws ec2 create-tags --region ${region} --resources ${id} --tags 'Key=${pre_claims.i},Value=${serviceName}'`;
}
function removeManagedBy(region, id) {
	return `aws ec2 delete-tags --region ${region} --resources ${id} --tags Key=${pre_claims.n}`;
}

// src/reconcile/plan/foreign-path.ts
function planAttached(draft, group) {
	const { goal } = draft.desired;
	const endpointId = namedEndpoint(goal);
	const vpcId = vpcOf(goal);
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId && !(0,types.a)(one));
	const path = draftPath(draft, group, {
		choice: {
			kind: "not-ours",
			endpoint,
			superseded: []
		},
		ownership: "attached"
	});
	if (endpoint === void 0) {
		(0,pre_lease.b)(draft, "endpoint-not-found", {
			cause: `There is no VPC endpoint ${endpointId} in account ${draft.observed.account ?? "(unknown)"}, region ${draft.desired.region}`,
			fix: "Check endpoint-id, aws-region and the account of the credentials."
		});
		return path;
	}
	if (vpcId !== void 0 && endpoint.vpcId !== vpcId) {
		(0,pre_lease.b)(draft, "endpoint-not-found", {
			cause: `VPC endpoint ${endpointId} is in VPC ${endpoint.vpcId}, not in ${vpcId}`,
			fix: "Correct vpc-id or remove it."
		});
		return path;
	}
	if (group.service !== void 0 && endpoint.serviceName !== group.serviceName) {
		(0,pre_lease.b)(draft, "endpoint-other-service", {
			cause: `VPC endpoint ${endpointId} isn't for the endpoint service of cluster ${(0,pre_text.i)(names$1(group), 2)}`,
			fix: `Set endpoint-id to an endpoint for ${group.serviceName}, or set vpc-id to have one created. This one is for ${endpoint.serviceName}.`
		});
		return path;
	}
	planForeign(draft, {
		endpoint,
		members: path.members,
		ownership: "attached"
	});
	return path;
}
function planForeign(draft, { endpoint, members, ownership }) {
	const { desired } = draft;
	const mismatch = ownership === "not-ours" ? (0,pre_lease.ut)(endpoint) : void 0;
	const wants = [];
	if ((0,types.i)(endpoint)) wants.push(`delete it (${endpoint.rawState}${endpoint.failure === "" ? "" : `: ${endpoint.failure}`})`);
	const subnets = desired.subnetIds.filter((id) => !endpoint.subnetIds.includes(id));
	if (subnets.length > 0) wants.push(`add ${(0,pre_text.i)(subnets)} to its subnets`);
	const groups = desired.securityGroupIds.filter((id) => !endpoint.groupIds.includes(id));
	if (groups.length > 0) wants.push(`attach ${(0,pre_text.i)(groups)}`);
	if (wants.length > 0) {
		(0,pre_lease.b)(draft, "not-ours", {
			cause: mismatch === void 0 ? `VPC endpoint ${endpoint.id} needs a change, but isn't managed by this action` : `VPC endpoint ${endpoint.id} isn't managed: ${mismatch.why}`,
			fix: `Ask its owner to ${wants.join("; ")}.`
		});
		return;
	}
	const kept = "This action connects clusters to it and never modifies it.";
	if (ownership === "not-ours" && mismatch !== void 0) noteUnmanaged(draft, endpoint, {
		mismatch,
		kept
	});
	else if (ownership === "not-ours") (0,pre_lease.w)(draft, "not-ours", {
		text: `VPC endpoint ${endpoint.id} isn't managed by this action`,
		more: [kept]
	});
	(0,pre_lease.w)(draft, "no-claim", {
		text: `This action keeps no claim on VPC endpoint ${endpoint.id}: \`delete\` and \`sweep\` won't disconnect it`,
		more: [`To disconnect it, run \`operation: delete\` with \`endpoint-id: ${endpoint.id}\` and \`cluster: ${(0,pre_text.i)(members.map(({ cluster }) => (0,pre_lease.Ht)(cluster)))}\`.`]
	});
	const settled = planBothSides(draft, endpoint, members);
	planPrivateDns(draft, endpoint, {
		ownership,
		settled,
		sharedWith: [],
		superseded: []
	});
}

// src/reconcile/plan/tagging.ts
const FIRST_PAUSE_MS = 2e3;
const LONGEST_PAUSE_MS = 6e4;
const MOST_LOST = 6;
function addTagStep(draft, text) {
	const { now } = draft;
	const missing = missingTags(draft, text.action);
	const lost = missing.filter((one) => !one.stands);
	const [worst] = lost.toSorted((one, other) => other.lost - one.lost);
	if (worst !== void 0 && worst.lost >= MOST_LOST) {
		(0,pre_lease.b)(draft, "tags-removed", {
			cause: `Something removed a tag of ${worst.resourceId} ${worst.lost} times after this run had written it`,
			fix: `Find what removes the tag ${worst.key} (an AWS Config rule, a Lambda function, a clean-up job; CloudTrail has its DeleteTags calls) and exempt keys that begin with cockroachdb-privatelink/.`,
			subject: worst.resourceId
		});
		return;
	}
	const facets = [.../* @__PURE__ */ new Set([...(0,pre_lease.ot)(text.action), ...missing.map((one) => one.facet)])];
	if (missing.length > lost.length) {
		(0,pre_lease.k)(draft, text, facets);
		return;
	}
	const again = worst === void 0 ? 0 : worst.lostAt + pauseAfter(worst.lost);
	if (worst === void 0 || now >= again) {
		(0,pre_lease.v)(draft, text);
		return;
	}
	(0,pre_lease.y)(draft, {
		kind: "retag",
		subject: `${worst.resourceId}:${text.action.kind}`,
		what: `the next attempt to tag ${worst.resourceId}`,
		seen: `its tag was removed ${worst.lost === 1 ? "once" : `${worst.lost} times`}`,
		waitingOn: "something in the AWS account removes the tags of this run",
		facets,
		notBefore: again,
		brief: true
	});
}
function pauseAfter(lost) {
	return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (lost - 1));
}
function missingTags({ journal, observed }, action) {
	const ids = (0,pre_lease.m)(action);
	const written = (0,pre_lease.h)(journal);
	return [...observed.endpoints.map(({ id, tags }) => ({
		id,
		tags,
		facet: "endpoints"
	})), ...observed.groups.map(({ id, tags }) => ({
		id,
		tags,
		facet: "groups"
	}))].filter((one) => ids.includes(one.id)).flatMap(({ id, tags, facet }) => Object.keys(action.tags).filter((key) => tags[key] === void 0).flatMap((key) => {
		const tag = written.find((one) => one.resourceId === id && one.key === key);
		return tag === void 0 ? [] : [{
			...tag,
			facet
		}];
	}));
}

// src/reconcile/membership/tag-room.ts
function groupMarks(groups, endpoint) {
	const group = ownedGroup(groups, endpoint.vpcId, endpoint.serviceName);
	if (group === void 0) return [];
	return (0,pre_claims.b)(group.tags).filter((mark) => endpoint.tags[mark.key] === void 0);
}
const MOST_NAMED = 8;
function blockFull(draft, resource, late = false) {
	const named = Object.keys(resource.tags).filter((key) => !(0,pre_claims.u)(key) && !key.startsWith("aws:")).toSorted().slice(0, MOST_NAMED);
	(0,pre_lease.b)(draft, "tag-limit", {
		cause: `${resource.id} has 50 tags, EC2's limit: no room for the removal mark that a deletion needs`,
		fix: named.length === 0 ? "Run operation: delete for another environment that no longer needs the endpoint, then run again." : `Remove ${named.length === 1 ? "the tag" : "one of the tags"} ${(0,pre_text.i)(named)} from ${resource.id}, then run again.`,
		subject: resource.id,
		late
	});
}

// src/reconcile/membership/join.ts
function claimTags({ desired, journal }, clusters, at = journal.startedAtWall) {
	return Object.fromEntries(clusters.map((cluster) => [(0,pre_claims.o)(desired.owner, cluster.id), (0,pre_claims.s)(desired.owner, cluster, {
		at,
		nonce: journal.nonce
	})]));
}
function planClaims(draft, endpoint, clusters) {
	const { desired, journal, observed } = draft;
	const read = (0,pre_lease.f)(observed, "endpoints");
	const all = (0,pre_claims.b)(endpoint.tags);
	const held = (0,pre_lease.n)(journal, endpoint);
	const onGroup = groupMarks(observed.groups, endpoint).filter((mark) => !(0,pre_lease.r)(mark, read.wall, desired));
	const marks = all.filter((mark) => mark.nonce !== journal.nonce);
	const alive = marks.filter((mark) => (0,pre_lease.r)(mark, read.wall, desired));
	const claims = planOwnClaims(draft, endpoint, {
		clusters,
		marks
	});
	if (claims === "no-room") return "joined";
	planDeadMarks(draft, endpoint, [...all.filter((mark) => mark.nonce === journal.nonce ? held !== void 0 && (0,pre_lease.i)(held, read, desired) : !alive.includes(mark)), ...onGroup]);
	const holding = alive.filter((mark) => holdsBack(draft, endpoint, {
		mark,
		clusters
	}));
	if (holding.length === 0) {
		if (claims === "written") planSight(draft, endpoint, clusters);
		if (claims !== "seen") return "unconfirmed";
		planRelease(draft, endpoint);
		return "joined";
	}
	(0,pre_lease.y)(draft, {
		kind: "leaving",
		subject: endpoint.id,
		endpointId: endpoint.id,
		what: `another run that has marked ${endpoint.id} for removal to finish`,
		seen: `${holding.length} removal mark${holding.length > 1 ? "s" : ""}`,
		waitingOn: "another run of this action; its mark expires by itself",
		facets: ["endpoints", ...connectionsOf(draft, clusters)]
	});
	return "held-by-leaver";
}
function planSight(draft, endpoint, clusters) {
	(0,pre_lease.y)(draft, {
		kind: "claimed",
		subject: endpoint.id,
		what: `the claim on ${endpoint.id} to show`,
		seen: "written",
		waitingOn: "the next read shows it",
		facets: ["endpoints", ...connectionsOf(draft, clusters)],
		brief: true
	});
}
function connectionsOf({ observed }, clusters) {
	return observed.clusters.filter((view) => view.matches.some((one) => clusters.some(({ id }) => id === one.id))).map((view) => `connections:${view.ref}`);
}
function planOwnClaims(draft, endpoint, { clusters, marks }) {
	const { desired, journal, observed } = draft;
	const threats = marks.filter((mark) => mark.by === "" || mark.by === (0,pre_claims.v)(desired.owner)).map((one) => one.at);
	const threatened = Math.max(0, ...threats);
	const written = new Map((0,pre_claims.y)(endpoint.tags).map((claim) => [claim.key, claim.lastUsed]));
	const wanted = clusters.filter(({ id }) => {
		const key = (0,pre_claims.o)(desired.owner, id);
		return (0,pre_claims.g)(endpoint.tags, key, (0,pre_lease.O)(draft)) || (written.get(key) ?? 0) <= threatened;
	});
	if (wanted.length === 0) {
		const writtenAt = (0,pre_lease.M)(journal, endpoint.id);
		return writtenAt === 0 || (observed.readAt.endpoints ?? 0) > writtenAt ? "seen" : "written";
	}
	const tags = claimTags(draft, wanted, threatened > 0 ? (0,moment.d)(Math.max((0,pre_lease.O)(draft), threatened + 1)) : journal.startedAtWall);
	const fresh = Object.keys(tags).filter((key) => endpoint.tags[key] === void 0).length;
	if (fresh > 0 && !(0,pre_claims.l)(endpoint.tags, fresh, releasableClaims(draft, endpoint).length)) {
		(0,pre_lease.b)(draft, "tag-limit", {
			cause: `VPC endpoint ${endpoint.id} has ${Object.keys(endpoint.tags).length} tags and no room for ${(0,pre_text.r)(fresh, "more claim")}`,
			fix: "Use endpoint-id (attach only, no claims) for further environments, or remove the claim tags of environments that no longer exist."
		});
		return "no-room";
	}
	addTagStep(draft, {
		id: pre_lease.ct.claim(endpoint.id, threatened, Object.keys(tags)),
		title: `register environment ${desired.owner.environment} on ${endpoint.id}`,
		action: {
			kind: "claim",
			what: "own",
			endpointId: endpoint.id,
			tags
		}
	});
	return "missing";
}
function planDeadMarks(draft, endpoint, dead) {
	const group = ownedGroup(draft.observed.groups, endpoint.vpcId, endpoint.serviceName);
	for (const mark of spentMarks(endpoint, dead)) {
		const groupId = group?.tags[mark.key] === void 0 ? void 0 : group.id;
		(0,pre_lease.v)(draft, {
			id: pre_lease.ct.unmark(endpoint.id, mark.key),
			title: `remove the ${mark.nonce === draft.journal.nonce ? "" : "expired "}removal mark from ${endpoint.id}`,
			action: {
				kind: "unmark",
				endpointId: endpoint.id,
				groupId,
				tags: { [mark.key]: mark.value }
			}
		});
	}
}
function spentMarks(endpoint, dead) {
	const claimed = new Set((0,pre_claims.y)(endpoint.tags).map((claim) => claim.clusterId));
	const kept = [];
	return dead.toSorted((one, other) => other.at - one.at).filter((mark) => {
		const left = mark.clusterIds.filter((id) => !claimed.has(id));
		const isSpent = kept.some((one) => one.by === mark.by && left.every((id) => one.clusterIds.includes(id)));
		if (left.length === 0 || isSpent) return true;
		kept.push(mark);
		return false;
	});
}
function holdsBack({ desired, journal }, endpoint, { mark, clusters }) {
	if (mark.by === "" || mark.by === (0,pre_claims.v)(desired.owner)) return true;
	const known = (0,pre_lease.N)(journal);
	return clusters.some(({ id }) => {
		const key = (0,pre_claims.o)(desired.owner, id);
		const since = known.find((one) => one.endpointId === endpoint.id && one.key === key)?.since;
		return since === void 0 || since > mark.at;
	});
}

// src/reconcile/membership/replace.ts
function planSuperseded(draft, superseded, given) {
	for (const endpoint of superseded) planEnd(draft, endpoint, given);
}
function planEnd(draft, endpoint, given) {
	const { desired, journal, observed } = draft;
	const shown = (0,pre_lease.f)(observed, "endpoints");
	const held = (0,pre_lease.n)(journal, endpoint);
	const lease = (0,pre_lease.o)(held, {
		shown,
		decidedOn: shown,
		now: (0,pre_lease.E)(draft),
		hasWork: true
	}, desired);
	const connected = given.members.filter((member) => {
		const connection = connectionOf(member.view, endpoint.id);
		return connection !== void 0 && [
			"pending",
			"available",
			"failed"
		].includes((0,pre_lease.zt)(connection));
	});
	switch (lease.state) {
		case "none":
			planFirstMark(draft, endpoint, connected);
			return;
		case "expired":
		case "idle":
			planMark(draft, endpoint);
			planRemoval(draft, endpoint, {
				connected,
				after: pre_lease.t
			});
			return;
		case "settling":
		case "quiescing":
			(0,pre_lease.y)(draft, {
				kind: "mark",
				subject: endpoint.id,
				what: `concurrent runs to see the removal mark on ${endpoint.id}`,
				seen: "marked",
				waitingOn: (0,pre_lease.a)(draft.desired),
				facets: ["endpoints"],
				notBefore: lease.until,
				brief: true
			});
			planRemoval(draft, endpoint, {
				connected,
				after: pre_lease.t
			});
			return;
		case "may-decide":
			decide(draft, endpoint, {
				...given,
				connected
			});
			return;
	}
}
function planFirstMark(draft, endpoint, connected) {
	const { wall } = (0,pre_lease.f)(draft.observed, "endpoints");
	if ((0,pre_claims.b)(endpoint.tags).some((one) => (0,pre_lease.r)(one, wall, draft.desired))) (0,pre_lease.y)(draft, {
		kind: "leaving",
		subject: endpoint.id,
		endpointId: endpoint.id,
		what: `another run that has marked ${endpoint.id} for removal to finish`,
		seen: endpoint.rawState,
		waitingOn: "another run of this action; its mark expires by itself",
		facets: ["endpoints"]
	});
	else if ((0,pre_claims.f)(endpoint.tags)) {
		blockFull(draft, endpoint, true);
		planRemoval(draft, endpoint, {
			connected,
			after: "it has room for a removal mark"
		});
	} else {
		planMark(draft, endpoint);
		planRemoval(draft, endpoint, {
			connected,
			after: pre_lease.t
		});
	}
}
function planMark(draft, { id }) {
	const fresh = (0,pre_claims.h)(draft.journal.nonce, (0,pre_lease.O)(draft), {
		by: "",
		clusterIds: []
	});
	addTagStep(draft, {
		id: pre_lease.ct.mark(id),
		title: `mark ${id} for removal`,
		action: {
			kind: "mark",
			endpointId: id,
			groupId: void 0,
			tags: { [fresh.key]: fresh.value }
		}
	});
}
function decide(draft, endpoint, given) {
	const { heir, members, connected } = given;
	if (heir === void 0 || endpoint.state === "available" && heir.state !== "available") planRemoval(draft, endpoint, {
		connected,
		after: "its replacement is ready"
	});
	else if (!claimsMoved(draft, endpoint, {
		heir,
		members
	})) planRemoval(draft, endpoint, {
		connected,
		after: "its claims are registered on its replacement"
	});
	else planRemoval(draft, endpoint, {
		connected,
		after: void 0
	});
}
function planRemoval(draft, endpoint, { connected, after }) {
	for (const member of connected) (0,pre_lease.v)(draft, {
		...disconnectStep(member, endpoint.id),
		after
	});
	(0,pre_lease.v)(draft, {
		id: pre_lease.ct.deleteEndpoint(endpoint.id),
		title: deletionTitle(endpoint),
		action: {
			kind: "delete-endpoint",
			endpointId: endpoint.id
		},
		after: after ?? (connected.length > 0 ? "its connections are removed" : void 0)
	});
}
function claimsMoved(draft, endpoint, { heir, members }) {
	const unmoved = livingClaims(draft, endpoint).filter((claim) => heir.tags[claim.key] === void 0);
	if (unmoved.length === 0) return true;
	const own = new Set(members.map((member) => (0,pre_claims.o)(draft.desired.owner, member.cluster.id)));
	const others = unmoved.filter((claim) => !own.has(claim.key));
	if (!(0,pre_claims.l)(heir.tags, unmoved.length)) (0,pre_lease.b)(draft, "tag-limit", {
		cause: `VPC endpoint ${heir.id}, which replaces ${endpoint.id}, has no room for ${(0,pre_text.r)(unmoved.length, "more claim")}`,
		fix: "Remove the claim tags of environments that no longer exist, or use endpoint-id (attach only, no claims) for some.",
		late: true
	});
	else if (others.length > 0) addTagStep(draft, {
		id: pre_lease.ct.moveClaims(endpoint.id, heir.id, others.map((claim) => claim.key)),
		title: `register ${(0,pre_text.r)(others.length, "claim")} of ${endpoint.id} on ${heir.id}`,
		action: {
			kind: "claim",
			what: "moved",
			endpointId: heir.id,
			tags: Object.fromEntries(others.map((claim) => [claim.key, claim.value]))
		}
	});
	return false;
}

// src/support/cidr.ts
function covers(blocks, cidr) {
	const touching = blocks.filter((block) => overlap(block, cidr));
	if (touching.some((block) => prefixLength(block) <= prefixLength(cidr))) return true;
	return touching.length > 0 && halves(cidr).every((half) => covers(touching, half));
}
function prefixLength(cidr) {
	return Number(cidr.split("/")[1]);
}
function halves(cidr) {
	const [address = ""] = cidr.split("/");
	const bits = prefixLength(cidr) + 1;
	return [numberOf(address), numberOf(address) + 2 ** (32 - bits)].map((network) => `${addressOf(network)}/${bits}`);
}
function overlap(one, other) {
	const bits = Math.min(prefixLength(one), prefixLength(other));
	const network = (cidr) => canonicalCidr(`${cidr.split("/")[0]}/${bits}`);
	return network(one) === network(other);
}
function canonicalCidr(text) {
	const match = /^([0-9.]+)\/([0-9]{1,2})$/.exec(text);
	const address = match?.[1];
	const bits = Number(match?.[2]);
	if (address === void 0 || !(0,external_node_net_.isIPv4)(address) || bits > 32) return void 0;
	const number = numberOf(address);
	return `${addressOf(number - number % 2 ** (32 - bits))}/${bits}`;
}
function numberOf(address) {
	return address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}
function addressOf(number) {
	return [
		24,
		16,
		8,
		0
	].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}

// src/reconcile/plan/rule-text.ts
const PORTED = {
	"1": "icmp",
	"6": "tcp",
	"17": "udp",
	"58": "icmpv6"
};
function ruleText$1(rule) {
	const account = rule.sourceAccount === void 0 ? "" : ` of account ${rule.sourceAccount}`;
	return `${trafficText(rule)} from ${rule.from}${account}`;
}
function trafficText(rule) {
	const { fromPort, toPort } = rule;
	const name = protocolName(rule);
	if (name === "-1") return "all traffic";
	if (!isPorted(name)) return `protocol ${name}`;
	if (fromPort < 0) return `all ${name}`;
	if (name.startsWith("icmp")) return `${name} type ${fromPort}`;
	return `${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}/${name}`;
}
function protocolName({ protocol }) {
	return PORTED[protocol] ?? protocol;
}
function isPorted(name) {
	return Object.values(PORTED).includes(name);
}
function revokeCommand(region, groupId, rule) {
	const source = sourceShorthand(rule);
	if (source === void 0) return void 0;
	const ports = isPorted(protocolName(rule)) ? `FromPort=${rule.fromPort},ToPort=${rule.toPort},` : "";
	return `aws ec2 revoke-security-group-ingress --region ${region} --group-id ${groupId} --ip-permissions '${`IpProtocol=${rule.protocol},${ports}${source}`}'`;
}
function sourceShorthand({ source, from, sourceAccount }) {
	if (source !== void 0 && "groupId" in source) {
		const account = sourceAccount === void 0 ? "" : `,UserId=${sourceAccount}`;
		return `UserIdGroupPairs=[{GroupId=${source.groupId}${account}}]`;
	}
	if (source !== void 0) return `IpRanges=[{CidrIp=${source.cidr}}]`;
	if (isPrefixList(from)) return `PrefixListIds=[{PrefixListId=${from}}]`;
	if (/^[0-9a-f:.]+\/\d+$/i.test(from)) return `Ipv6Ranges=[{CidrIpv6=${from}}]`;
}
function isPrefixList(from) {
	return /^pl-\w+$/.test(from);
}

// src/reconcile/plan/manual-rules.ts
function manualRules(group, configured) {
	return group.ingress.filter((rule) => !isOwnRule(rule) && !(isSqlRule(rule) && isConfigured(rule, configured))).map((rule) => ({
		rule,
		opensSql: isSqlRule(rule)
	}));
}
function noteManualRules(draft, group) {
	const found = manualRules(group, wantedSources(draft));
	if (found.length === 0) return;
	const [rules, them] = found.length === 1 ? ["rule", "it"] : ["rules", "them"];
	(0,pre_lease.w)(draft, "manual-rules", {
		text: `Security group ${group.id} has ${found.length} manual ${rules}. This action never changes ${them}:`,
		more: found.map(({ rule, opensSql }) => `${ruleText$1(rule)}: ${opensSql ? "opens SQL to a source that isn't configured" : "not the SQL port"}`)
	});
}
function isConfigured({ source }, configured) {
	if (source === void 0) return false;
	const cidrs = configured.flatMap((one) => "cidr" in one ? [one.cidr] : []);
	if ("cidr" in source) return covers(cidrs, source.cidr);
	return configured.some((one) => "groupId" in one && one.groupId === source.groupId) || covers(cidrs, "0.0.0.0/0");
}

// src/reconcile/plan/groups.ts
function planGroups(draft, serviceName, state) {
	const { desired, observed } = draft;
	checkNamedGroups(draft);
	if (desired.securityGroupIds.length > 0) return {
		groupIds: desired.securityGroupIds,
		owned: void 0
	};
	const group = serviceName === void 0 ? void 0 : ownedGroup(observed.groups, desired.goal.vpcId, serviceName);
	noteUnseenClients(draft, group);
	if (group === void 0) {
		planNewGroup(draft, serviceName, state);
		return {
			groupIds: void 0,
			owned: void 0
		};
	}
	planRules(draft, group, state.sharedWith);
	noteManualRules(draft, group);
	return {
		groupIds: [group.id],
		owned: group
	};
}
function checkNamedGroups(draft) {
	const { desired, observed } = draft;
	const known = new Map(observed.groups.map((group) => [group.id, group]));
	for (const id of desired.securityGroupIds) {
		const group = known.get(id);
		if (group?.vpcId === desired.goal.vpcId) continue;
		(0,pre_lease.b)(draft, "group-invalid", {
			cause: group === void 0 ? `There is no security group ${id} in region ${desired.region}` : `Security group ${id} is in VPC ${group.vpcId}, not in ${desired.goal.vpcId}`,
			fix: `Use security groups of VPC ${desired.goal.vpcId} in security-group-ids, or leave it empty to have one created.`
		});
	}
}
function noteUnseenClients(draft, group) {
	const { desired, observed } = draft;
	const seen = new Set(observed.groups.map(({ id }) => id));
	for (const { source } of group?.ingress ?? []) if (source !== void 0) seen.add((0,types.o)(source));
	const unseen = desired.allowedSecurityGroupIds.filter((id) => !seen.has(id));
	if (unseen.length === 0) return;
	(0,pre_lease.A)(draft, "client-group-unseen", `allowed-security-group-ids: this account has no ${(0,pre_text.i)(unseen)} in ${desired.region}; EC2 refuses the rule unless it is in a peered VPC`);
}
const MOST_NAME_TAKEN = 6;
function planNewGroup(draft, serviceName, { after, label, claims }) {
	const { desired, observed } = draft;
	const name = (0,pre_lease.ft)(serviceName ?? "");
	const taken = observed.groups.find((group) => group.vpcId === desired.goal.vpcId && group.name.toLowerCase() === name.toLowerCase());
	if (taken !== void 0) {
		const mismatch = (0,pre_lease.dt)(taken);
		const fix = `Delete security group "${taken.name}", or use your own groups in security-group-ids`;
		(0,pre_lease.b)(draft, "group-name-taken", {
			cause: mismatch === void 0 ? `Security group ${taken.id} has the name of this action's group, but wasn't created by it` : `Security group ${taken.id} has the name of this action's group, but ${mismatch.why}`,
			fix: mismatch?.lacksService === true && taken.name === name ? `${fix}. If this action created it, set the tag: ${setService(desired.region, taken.id, serviceName ?? "")}` : `${fix}.`
		});
		return;
	}
	const id = pre_lease.ct.createGroup(serviceName ?? label);
	if ((0,pre_lease.Z)(draft.journal, id) >= MOST_NAME_TAKEN) {
		(0,pre_lease.b)(draft, "group-name-taken", {
			cause: `EC2 calls the name of the security group in VPC ${desired.goal.vpcId} taken, but lists no such group`,
			fix: `Find a group named "${name}" in other upper and lower case, and delete it.`
		});
		return;
	}
	const sources = wantedSources(draft).map(types.o);
	const creation = {
		kind: "create-group",
		vpcId: desired.goal.vpcId,
		name,
		description: (0,pre_lease.gt)(`CockroachDB Cloud PrivateLink: SQL to ${serviceName ?? ""}. Made by a GitHub Action.`),
		claims
	};
	(0,pre_lease.v)(draft, {
		id,
		title: `create security group ${serviceName === void 0 ? `for ${label}` : `"${name}"`} for ${types.t}/tcp from ${(0,pre_text.i)(sources)}`,
		...serviceName === void 0 ? {
			action: {
				...creation,
				serviceName
			},
			after: after ?? "the endpoint service is available"
		} : {
			action: {
				...creation,
				serviceName
			},
			after
		}
	});
	(0,pre_lease.v)(draft, {
		id: pre_lease.ct.authorizeNew(serviceName ?? label),
		title: `allow ${types.t}/tcp from ${(0,pre_text.i)(sources)} in the new security group`,
		action: {
			kind: "authorize-ingress",
			groupId: void 0,
			sources: wantedSources(draft)
		},
		after: "the security group exists"
	});
}

// src/reconcile/plan/repairs.ts
const NO_GROUPS = {
	addGroupIds: [],
	removeGroupIds: []
};
function planRepairs(draft, endpoint, given) {
	const choice = chooseSubnets(draft, {
		zoneIds: given.zoneIds,
		serviceName: endpoint.serviceName,
		endpoint
	});
	noteRefusedZones(draft, endpoint);
	const wanted = choice?.subnets.map((one) => one.id) ?? endpoint.subnetIds;
	const repair = repairOf(draft, endpoint, {
		...given,
		subnetIds: wanted
	});
	if (inWords(repair).length === 0) return false;
	const { addSubnetIds, removeSubnetIds, addGroupIds } = repair;
	const swap = inSequence(draft, repair, endpoint.subnetIds.filter((id) => wanted.includes(id)));
	if (swap === void 0) {
		(0,pre_lease.b)(draft, "subnet-invalid", {
			cause: `VPC endpoint ${endpoint.id} can't change its only subnet within an availability zone`,
			fix: `Add a subnet in a second availability zone to subnet-ids, or delete the endpoint and run again. It is only in ${(0,pre_text.i)(endpoint.subnetIds)}, in the same zone as ${(0,pre_text.i)(addSubnetIds)}, and EC2 allows one subnet in each zone.`
		});
		return false;
	}
	const first = {
		...repair,
		addSubnetIds: swap.add,
		removeSubnetIds: swap.remove
	};
	const changes = inWords(first);
	(0,pre_lease.v)(draft, {
		id: pre_lease.ct.modify(endpoint.id, changes.join(";")),
		title: `update VPC endpoint ${endpoint.id}: ${changes.join(", ")}`,
		action: {
			kind: "modify-endpoint",
			endpointId: endpoint.id,
			...first
		},
		after: endpoint.state === "available" ? rulesFirst(draft, addGroupIds[0]) : "the endpoint is available"
	});
	const later = inWords({
		addSubnetIds: addSubnetIds.filter((id) => !swap.add.includes(id)),
		removeSubnetIds: removeSubnetIds.filter((id) => !swap.remove.includes(id)),
		...NO_GROUPS
	});
	if (later.length > 0) (0,pre_lease.v)(draft, {
		id: pre_lease.ct.modify(endpoint.id, "later"),
		title: `update VPC endpoint ${endpoint.id}: ${later.join(", ")}`,
		action: {
			kind: "modify-endpoint",
			endpointId: endpoint.id,
			addSubnetIds,
			removeSubnetIds,
			...NO_GROUPS
		},
		after: "the first change is done; EC2 allows one subnet in each zone"
	});
	return true;
}
function noteRefusedZones(draft, endpoint) {
	const tags = withoutZones(draft, endpoint.serviceName, endpoint);
	const zones = tags[pre_claims.a];
	if (zones === void 0 || zones === endpoint.tags["cockroachdb-privatelink/without-zones"]) return;
	addTagStep(draft, {
		id: pre_lease.ct.noteZones(endpoint.id, zones),
		title: `register on ${endpoint.id} that EC2 refuses ${zones}`,
		action: {
			kind: "claim",
			what: "refused-zones",
			endpointId: endpoint.id,
			tags
		}
	});
}
function repairOf(draft, endpoint, asked) {
	const { subnetIds, sharedWith } = asked;
	const groupIds = asked.groups.groupIds ?? endpoint.groupIds;
	const addSubnetIds = subnetIds.filter((id) => !endpoint.subnetIds.includes(id));
	const removeSubnetIds = draft.desired.subnetIds.length > 0 ? endpoint.subnetIds.filter((id) => !subnetIds.includes(id)) : [];
	const addGroupIds = groupIds.filter((id) => !endpoint.groupIds.includes(id));
	const removeGroupIds = endpoint.groupIds.filter((id) => !groupIds.includes(id));
	if (sharedWith.length === 0) return {
		addSubnetIds,
		removeSubnetIds,
		addGroupIds,
		removeGroupIds
	};
	const surplus = [...removeSubnetIds, ...removeGroupIds];
	if (surplus.length > 0) noteShared(draft, `${endpoint.id} keeps ${(0,pre_text.i)(surplus)}, which isn't configured here,`, sharedWith);
	return {
		addSubnetIds,
		removeSubnetIds: [],
		addGroupIds,
		removeGroupIds: []
	};
}
function inWords({ addSubnetIds, removeSubnetIds, addGroupIds, removeGroupIds }) {
	return [
		["add", addSubnetIds],
		["remove", removeSubnetIds],
		["attach", addGroupIds],
		["detach", removeGroupIds]
	].filter(([, ids]) => ids.length > 0).map(([verb, ids]) => `${verb} ${(0,pre_text.i)(ids)}`);
}
function inSequence(draft, { addSubnetIds, removeSubnetIds }, keep) {
	const zone = (id) => draft.observed.subnets.find((one) => one.id === id)?.zoneId ?? id;
	const leaving = new Set(removeSubnetIds.map(zone));
	const blocked = addSubnetIds.filter((id) => leaving.has(zone(id)));
	const free = addSubnetIds.filter((id) => !leaving.has(zone(id)));
	if (blocked.length === 0) return {
		add: free,
		remove: removeSubnetIds
	};
	if (keep.length > 0) return {
		add: [],
		remove: removeSubnetIds
	};
	return free.length > 0 ? {
		add: free,
		remove: []
	} : void 0;
}

// src/reconcile/plan/own-path.ts
function planOwn(draft, group, choice) {
	const { endpoint, superseded } = choice;
	const owned = group.serviceName === void 0 ? void 0 : ownedGroup(draft.observed.groups, draft.desired.goal.vpcId, group.serviceName);
	const sharedWith = [endpoint ?? owned, ...superseded].flatMap((one) => sharers(draft, one));
	const path = draftPath(draft, group, {
		choice,
		ownership: endpoint === void 0 ? "none" : "ours"
	});
	const serviceMissing = group.service === void 0 ? pre_lease.g : void 0;
	const claims = claimTags(draft, path.members.map((one) => one.cluster));
	const groups = planGroups(draft, group.serviceName, {
		sharedWith,
		after: serviceMissing,
		label: group.label,
		claims
	});
	if (endpoint === void 0) {
		const trust = group.candidates.find((one) => one.trust !== void 0)?.trust;
		const subnets = planCreation(draft, {
			group,
			groups,
			claims,
			superseded,
			after: serviceMissing ?? trust
		});
		planLater(draft, group);
		planSuperseded(draft, superseded, {
			heir: void 0,
			members: path.members
		});
		return {
			...path,
			group: groups.owned,
			subnets: subnets?.subnets ?? [],
			subnetRule: subnets?.rule ?? ""
		};
	}
	const standing = planClaims(draft, endpoint, path.members.map((one) => one.cluster));
	if (standing !== "held-by-leaver") {
		const from = draft.steps.length;
		const zoneIds = group.service?.zoneIds ?? [];
		const mending = planRepairs(draft, endpoint, {
			zoneIds,
			groups,
			sharedWith
		});
		const settled = planBothSides(draft, endpoint, path.members) && !mending;
		planPrivateDns(draft, endpoint, {
			ownership: "ours",
			settled,
			sharedWith,
			superseded
		});
		if (standing === "unconfirmed") (0,pre_lease.T)(draft, from, "AWS shows the claim of this run");
	}
	planSuperseded(draft, superseded, {
		heir: endpoint,
		members: path.members
	});
	return {
		...path,
		group: groups.owned
	};
}
function planLater(draft, group) {
	for (const { view, cluster } of group.candidates) {
		planStaleConnections(draft, {
			view,
			cluster,
			connection: void 0,
			trust: void 0
		});
		(0,pre_lease.v)(draft, {
			id: pre_lease.ct.connectNew(cluster.id),
			title: `connect cluster ${(0,pre_lease.Ht)(cluster)} to the new VPC endpoint`,
			action: {
				kind: "connect",
				clusterRef: view.ref,
				clusterId: cluster.id,
				endpointId: void 0
			},
			after: "the endpoint exists"
		});
	}
	if (!draft.desired.privateDns) return;
	(0,pre_lease.v)(draft, {
		id: pre_lease.ct.dnsOnNew(group.serviceName ?? group.label),
		title: "turn on private DNS for the new VPC endpoint",
		action: {
			kind: "set-private-dns",
			endpointId: void 0,
			enabled: true
		},
		after: "the endpoint and its connections are available"
	});
}

// src/reconcile/plan/path.ts
function planPath(draft, group) {
	return (0,pre_lease.C)(draft) ? planVpcPath(draft, group) : planAttached(draft, group);
}
function planVpcPath(draft, group) {
	const { observed } = draft;
	const rejected = replaceable(draft, group);
	const choice = group.service === void 0 ? {
		kind: "none",
		endpoint: void 0,
		superseded: []
	} : chooseEndpoint(observed.endpoints, group.service.name, rejected);
	if (choice.kind === "ambiguous") {
		const rivals = observed.endpoints.filter((one) => one.serviceName === group.serviceName && !(0,types.a)(one));
		(0,pre_lease.b)(draft, "endpoint-ambiguous", {
			cause: `VPC ${draft.desired.goal.vpcId} has ${rivals.length} endpoints for the service that this action didn't create`,
			fix: `Set endpoint-id to one of ${(0,pre_text.i)(rivals.map((one) => `${one.id} (${one.rawState})`))}, or delete the others. All are for ${group.serviceName}.`
		});
		return draftPath(draft, group, {
			choice,
			ownership: "none"
		});
	}
	if (choice.kind === "not-ours" && choice.endpoint !== void 0) {
		const path = draftPath(draft, group, {
			choice,
			ownership: "not-ours"
		});
		planForeign(draft, {
			endpoint: choice.endpoint,
			members: path.members,
			ownership: "not-ours"
		});
		return path;
	}
	blockShortLived(draft, group, choice);
	return planOwn(draft, group, choice);
}
function blockShortLived(draft, group, { superseded }) {
	for (const endpoint of superseded.filter((one) => (0,pre_lease.tt)(draft.journal, one.id) && (0,types.i)(one))) {
		const statuses = group.candidates.map((one) => connectionOf(one.view, endpoint.id)?.rawStatus).filter((status) => status !== void 0);
		const reports = [...endpoint.failure === "" ? [] : [`EC2 reports ${endpoint.failure}`], ...statuses.length === 0 ? [] : [`CockroachDB Cloud reports its connection as ${statuses.join(", ")}`]];
		(0,pre_lease.b)(draft, "endpoint-failed", {
			cause: `VPC endpoint ${endpoint.id}, which this run created, is in state ${endpoint.rawState}`,
			said: reports.length === 0 ? void 0 : reports.join("; "),
			fix: "Run again to have it replaced. If the new one fails too, ask Cockroach Labs support with its ID."
		});
	}
}
function replaceable(draft, group) {
	const replaced = (0,pre_lease.P)(draft.journal).filter((one) => one.endpoint.serviceName === group.serviceName && one.replacing.length > 0);
	const done = new Set(replaced.flatMap((one) => one.replacing));
	const rejected = rejectedForGood(draft);
	return new Set(draft.observed.endpoints.filter((endpoint) => {
		if (done.has(endpoint.id)) return true;
		if (!rejected.has(endpoint.id) || replaced.length > 0 || !(0,pre_lease.mt)(endpoint)) return false;
		if (endpoint.state === "rejected") return true;
		if ((0,pre_claims._)(endpoint.tags, draft.desired.owner).length > 0) return false;
		return !group.candidates.some((one) => connectionOf(one.view, endpoint.id)?.status === "AVAILABLE" && endpoint.state === "available");
	}).map((endpoint) => endpoint.id));
}

// src/reconcile/plan/planner.ts
function makePlan(given) {
	const draft = (0,pre_lease.D)(given);
	const networkKnown = planVpc(draft);
	const candidates = planClusters(draft);
	const paths = networkKnown ? groupByService(draft, candidates).map((group) => planPath(draft, group)) : [];
	planLocks(draft);
	planHostNames(draft, paths);
	planConfirmation(draft, paths);
	return (0,pre_lease.S)(draft, paths);
}

// src/operations/operation.ts
function rulesOf(request, { clients, signal, deadline, listener }, own) {
	return {
		clients,
		signal,
		deadline,
		listener,
		wait: request.wait,
		dryRun: request.dryRun,
		...own
	};
}
function desiredOf(request, goal, home) {
	return {
		goal,
		clusters: request.clusters,
		region: request.region,
		subnetIds: request.subnetIds,
		securityGroupIds: request.securityGroupIds,
		allowedCidrs: request.allowedCidrs,
		allowedSecurityGroupIds: request.allowedSecurityGroupIds,
		privateDns: request.privateDns,
		trustedOwners: isLeaving(goal) ? void 0 : request.trustedOwners,
		tags: request.tags,
		allowedAccountIds: request.allowedAccountIds,
		owner: {
			...home,
			environment: request.environment
		},
		readLagMs: request.readLagMs,
		decisionMs: request.decisionMs
	};
}

// src/operations/ensure.ts
async function ensure(request, deps) {
	const seen = {};
	const listener = {
		...deps.listener,
		planned(plan, observed) {
			seen.observed = observed;
			deps.listener.planned(plan, observed);
		}
	};
	const journal = startJournal(deps.nonce, deps.started);
	const desired = desiredOf(request, connectGoal(request), deps.home);
	const rules = rulesOf(request, deps, {
		desired,
		journal,
		listener,
		plan: makePlan
	});
	const result = await reconcile(rules).catch(async (error) => {
		throw await explainDistrust(error, {
			observed: seen.observed,
			clients: deps.clients,
			journal
		});
	});
	if (request.trustedOwners === void 0 || request.dryRun) return result;
	const observed = await withOwnerDetails(result.observed, deps.clients);
	deps.listener.planned(result.plan, observed);
	return {
		...result,
		observed
	};
}
const DISTRUST = [
	"service-not-visible",
	"connection-rejected",
	"connection-failed",
	"endpoint-failed",
	"cloud-refused",
	"timeout"
];
async function explainDistrust(error, { observed, clients: { cloud }, journal }) {
	if (!(0,pre_errors.i)(error) || !DISTRUST.includes(error.code) || observed?.account === void 0) return error;
	for (const view of observed.clusters) {
		const cluster = view.matches.length === 1 ? view.matches[0] : void 0;
		if (cluster === void 0 || cluster.serverless) continue;
		if (!mayBeDistrust(view, error.code, {
			observed,
			journal
		})) continue;
		const owners = await cloud.listTrustedOwners(cluster.id).catch(() => []);
		if (owners.length === 0 || owners.some((owner) => owner.accountId === "*" || owner.accountId === observed.account)) continue;
		return new pre_errors.t("account-not-trusted", {
			cause: `AWS account ${observed.account} is not a trusted owner of cluster ${(0,pre_lease.Ht)(cluster)}`,
			said: (0,pre_errors.o)(error.message),
			fix: "Add it with `trusted-owners: self` (the key then needs Cluster Admin), or have an admin of the cluster add it."
		}, { cause: error });
	}
	return error;
}
function mayBeDistrust(view, code, { observed, journal }) {
	if (observed.clusters.length > 1 && !isRefused(view, {
		observed,
		journal
	})) return false;
	if (code !== "timeout" || (0,pre_lease.z)(journal)) return true;
	const ours = new Set(observed.endpoints.map((one) => one.id));
	return view.connections.some((one) => one.status === "REJECTED" && ours.has(one.endpointId));
}
const MOST_DETAILS = 25;
function keep(owner) {
	return (error) => {
		if ((0,pre_errors.a)(error)) return owner;
		throw error;
	};
}
async function withOwnerDetails(observed, { cloud }) {
	const clusters = await Promise.all(observed.clusters.map(async (view) => {
		const id = view.matches[0]?.id;
		if (id === void 0 || view.owners === void 0 || view.owners.length > MOST_DETAILS) return view;
		const owners = await Promise.all(view.owners.map((owner) => cloud.getTrustedOwner(id, owner.id).then((one) => one ?? owner, keep(owner))));
		return {
			...view,
			owners
		};
	}));
	return {
		...observed,
		clusters
	};
}
function isRefused({ matches, services, connections }, { observed, journal }) {
	const names = services.flatMap((one) => one.name ?? []);
	const endpoints = observed.endpoints.filter((one) => names.includes(one.serviceName));
	const ids = endpoints.map((one) => one.id);
	const isAbout = (action) => "clusterId" in action && matches.some((one) => one.id === action.clusterId) || "serviceName" in action && names.includes(action.serviceName) || "endpointId" in action && ids.includes(action.endpointId);
	return (0,pre_lease.K)(journal).some(isAbout) || endpoints.some((one) => (0,types.i)(one) || one.state === "rejected") || connections.some((one) => ids.includes(one.endpointId) && ["rejected", "failed"].includes((0,pre_lease.zt)(one)));
}

// src/reconcile/findings/finding.ts
function problemOfFinding({ check, subject, expected, found, fix }) {
	const about = subject === "" || found.includes(subject) ? "" : `${subject}: `;
	if (isSentence(found)) return {
		code: check,
		cause: `${about}${found}\nExpected: ${expected}`,
		fix
	};
	const headline = `${about}expected ${expected}; found ${found}`;
	return {
		code: check,
		cause: (headline.length <= 100 ? [headline] : [
			`${about}not as expected`,
			`Expected: ${expected}`,
			`Found: ${found}`
		]).join("\n"),
		fix
	};
}
function isSentence(found) {
	return /^[A-Z]\S* .{20,}/.test(found) || /^\S+ (?:is|isn't|are|has|have|can't|serves) .{10,}/.test(found);
}
function withoutBasis({ basis: _, about: __, ...finding }) {
	return finding;
}
function partsOf$1(reading) {
	const [kind = "", ...cluster] = reading.split(":");
	return {
		kind,
		cluster: cluster.length === 0 ? void 0 : cluster.join(":")
	};
}
function finding(check, text, severity = "error") {
	return {
		check,
		severity,
		about: [text.subject],
		...text
	};
}

// src/operations/judged.ts
function judgedBy(given) {
	const { findings, failed, observed, plan } = given;
	const errors = findings.filter((one) => one.severity === "error");
	const idsOf = (views) => views.flatMap((view) => view.matches.map((one) => one.id));
	return {
		different: new Set(errors.flatMap((one) => idsOf(concernedViews(one, {
			observed,
			plan
		})))),
		unread: new Set(idsOf(observed.clusters.filter(({ ref }) => isUnread(ref, failed))))
	};
}
function isUnread(ref, failed) {
	return [
		"endpoints",
		"cluster:*",
		`cluster:${ref}`,
		`services:${ref}`,
		`connections:${ref}`
	].some((reading) => failed.has(reading));
}
function concernedViews({ about, basis }, { observed, plan }) {
	const owned = plan.paths.filter((path) => idsOf(path).some((id) => about.includes(id))).flatMap((path) => path.members.map((member) => member.view));
	return [
		observed.clusters.filter(({ ref, matches }) => [ref, ...matches.flatMap(({ id, name }) => [id, name])].some((one) => one !== "" && about.includes(one))),
		owned,
		observed.clusters.filter(({ ref }) => basis.some((reading) => partsOf$1(reading).cluster === ref)),
		observed.clusters
	].find((views) => views.length > 0) ?? [];
}
function idsOf({ endpoint, group, serviceName, superseded }) {
	return [
		endpoint?.id,
		group?.id,
		serviceName,
		...superseded.map((one) => one.id)
	].filter((id) => id !== void 0);
}

// src/operations/github-reports.ts
function driftPlace({ environment, endpointId, vpcId, region }, { owner, repo }) {
	return {
		owner,
		repo,
		environment,
		resource: endpointId ?? vpcId ?? "trusted owners",
		region
	};
}
function commentPlace(request, home) {
	const { owner, repo } = home;
	const key = JSON.stringify([
		request.environment,
		request.endpointId ?? request.vpcId ?? "",
		request.region
	]);
	return {
		owner,
		repo,
		pullNumber: pullNumberOf(request, home),
		key
	};
}
async function tellDriftIssue(verdict, { request, home, context, hide }) {
	const [{ keepDriftIssue }, api] = await Promise.all([__nccwpck_require__.e(/* import() */ 508).then(__nccwpck_require__.bind(__nccwpck_require__, 8508)), openGithubFor({
		...context,
		githubToken: request.githubToken
	})]);
	const { action, url } = await keepDriftIssue(api, driftPlace(request, home), {
		clusters: request.clusters.map(hide),
		names: namesOf(verdict.observed, hide),
		findings: verdict.findings.map((one) => ({
			...one,
			clusters: concernedClusters(one, verdict, request.clusters).map(hide)
		})),
		runUrl: home.runUrl,
		runNumber: home.runNumber,
		commit: home.commit,
		at: context.clock.wall()
	});
	return `drift issue: ${action}${url === "" ? "" : ` ${url}`}`;
}
function namesOf(observed, hide) {
	const named = (observed?.clusters ?? []).map(({ ref, matches }) => [hide(ref), hide(matches[0]?.name ?? "")]);
	return new Map(named.filter(([, name]) => name !== ""));
}
function concernedClusters(finding, verdict, clusters) {
	const refs = new Set(concernedViews(finding, verdict).map(({ ref }) => ref));
	const named = clusters.filter((cluster) => refs.has(cluster));
	return named.length > 0 ? named : clusters;
}
async function tellPullRequest({ markdown, observed }, { request, home, context, hide }) {
	const [{ keepComment }, api] = await Promise.all([__nccwpck_require__.e(/* import() */ 236).then(__nccwpck_require__.bind(__nccwpck_require__, 4236)), openGithubFor({
		...context,
		githubToken: request.githubToken
	})]);
	const text = {
		clusters: request.clusters.map(hide),
		names: namesOf(observed, hide),
		markdown
	};
	const { action, url } = await keepComment(api, commentPlace(request, home), text);
	return `comment on the pull request: ${action} ${url}`;
}
function pullNumberOf(request, home) {
	return request.environment.startsWith("pr:") ? Number(request.environment.slice(3)) : home.pullNumber;
}
async function openGithubFor({ githubToken, ...context }) {
	const github = await __nccwpck_require__.e(/* import() */ 441).then(__nccwpck_require__.bind(__nccwpck_require__, 5441));
	const { env, network } = context;
	return github.openGithub({
		...context,
		apiUrl: env["GITHUB_API_URL"],
		token: githubToken,
		fetch: network.githubFetch
	});
}

// src/operations/name-patience.ts
const STALE_ANSWER_MS = 3e5;
const SETTLED_MS = 3e4;
const YOUNG_MS = 18e5;
function namePatience(endpoint, { fresh, wallNow }) {
	if (!endpoint.privateDns) return 0;
	if (fresh || endpoint.state !== "available") return STALE_ANSWER_MS;
	return wallNow - Math.max(endpoint.createdAt, ...(0,pre_claims.y)(endpoint.tags).map((claim) => claim.lastUsed)) < YOUNG_MS ? STALE_ANSWER_MS : SETTLED_MS;
}

// src/support/clock.ts
let origin;
const systemClock = {
	now() {
		origin ??= Date.now() - performance.now();
		return Math.floor(origin + performance.now());
	},
	wall: () => (0,moment.d)(Date.now()),
	sleep(ms, signal) {
		return new Promise((resolve, reject) => {
			if (signal.aborted) {
				reject((0,pre_errors.n)());
				return;
			}
			const onAbort = () => {
				clearTimeout(timer);
				reject((0,pre_errors.n)());
			};
			const timer = setTimeout(() => {
				signal.removeEventListener("abort", onAbort);
				resolve();
			}, Math.max(0, ms));
			signal.addEventListener("abort", onAbort, { once: true });
		});
	}
};
function duration(ms) {
	const seconds = Math.round(ms / 1e3);
	if (ms < 9950) return `${(Math.max(0, ms) / 1e3).toFixed(1)} s`;
	if (seconds < 120) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 120) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

// src/operations/name-retries.ts
const OLDER_ANSWERS = /* @__PURE__ */ new Set(["probe-name-unknown", "probe-public-address"]);
const PAUSE_MS = 1e4;
async function probeWithRetries(targets, context) {
	const { clock, signal, deadline } = context;
	const began = clock.now();
	const results = /* @__PURE__ */ new Map();
	let trials = targets.map(({ target, patienceMs }) => ({
		target,
		until: Math.min(deadline, began + (target.host === "" ? 0 : patienceMs))
	}));
	for (let number = 1;; number += 1) {
		const followed = context.progress.follow(`the probe of ${named$1(trials)} (try ${number})`);
		const answers = await Promise.all(trials.map(({ target }) => context.probe(target))).finally(() => followed.ended());
		trials.forEach(({ target }, index) => {
			const result = answers[index];
			if (result !== void 0) results.set(target, result);
		});
		const missing = trials.filter(({ target }) => OLDER_ANSWERS.has(results.get(target)?.code));
		const over = missing.filter(({ until }) => clock.now() >= until);
		if (number > 1) tell(over, `asked ${number} times in ${duration(clock.now() - began)}`);
		trials = missing.filter((one) => !over.includes(one));
		if (trials.length === 0) return targets.flatMap(({ target }) => results.get(target) ?? []);
		const left = Math.max(...trials.map(({ until }) => until)) - clock.now();
		const pause = Math.min(PAUSE_MS, left);
		const end = clock.now() + left === deadline ? ", when timeout-seconds is over" : "";
		tell(trials, `try ${number}; asking again in ${duration(pause)}, for up to ${duration(left)}${end}`);
		await clock.sleep(pause, signal);
	}
	function tell(some, how) {
		const byAnswer = Map.groupBy(some, ({ target }) => results.get(target)?.answered ?? "");
		for (const [answer, alike] of byAnswer) context.log(`… DNS name of ${named$1(alike)}: ${answer} (${how})`);
	}
}
function named$1(trials) {
	const [first] = trials;
	return trials.length === 1 ? `cluster ${first?.target.cluster}` : `${trials.length} clusters`;
}

// src/operations/probe-paths.ts
async function probePaths(plan, observed, given) {
	const { clients, signal, region, fresh } = given;
	const paths = plan.paths.filter((path) => path.endpoint !== void 0);
	if (paths.length === 0) return [];
	const [{ probe }, network] = await Promise.all([__nccwpck_require__.e(/* import() */ 27).then(__nccwpck_require__.bind(__nccwpck_require__, 1027)), given.network()]);
	const addresses = await addressesByEndpoint(observed.endpoints, clients);
	const signs = {
		fresh,
		wallNow: clients.clock.wall()
	};
	const targets = await Promise.all(paths.flatMap((path) => path.members.map(async (member) => ({
		target: await targetOf(path, member, {
			region,
			addresses,
			clients
		}),
		patienceMs: path.endpoint === void 0 ? 0 : namePatience(path.endpoint, signs)
	}))));
	return probeWithRetries(targets, {
		clock: clients.clock,
		signal,
		deadline: given.deadline,
		probe: (target) => probe(target, {
			...network,
			signal
		}),
		progress: given.progress,
		log: given.log
	});
}
async function addressesByEndpoint(endpoints, { ec2 }) {
	const live = endpoints.filter((one) => !(0,types.a)(one));
	const interfaces = await ec2.interfaceAddresses(live.flatMap((one) => one.networkInterfaceIds));
	return new Map(live.map((one) => [one.id, one.networkInterfaceIds.flatMap((id) => interfaces.get(id) ?? [])]));
}
async function targetOf(path, { cluster }, given) {
	const endpointId = path.endpoint?.id ?? "";
	const host = cluster.regions.find((one) => sameRegion(one.name, given.region))?.internalDns ?? "";
	return {
		cluster: (0,pre_lease.Ht)(cluster),
		host,
		port: types.t,
		endpointId,
		vpcId: path.endpoint?.vpcId ?? "",
		privateDns: path.endpoint?.privateDns ?? false,
		addresses: given.addresses.get(endpointId) ?? [],
		others: [...given.addresses].filter(([id]) => id !== endpointId).map(([id, addresses]) => ({
			endpointId: id,
			addresses
		})),
		ca: cluster.serverless ? void 0 : await given.clients.cloud.clusterCa(cluster.id)
	};
}
function judgeProbes(results) {
	const [first, ...more] = unproved(results);
	if (first?.code === void 0) return;
	throw new pre_errors.t(first.code, {
		cause: first.cause,
		fix: first.fix,
		details: more.map((one) => `${one.code}: ${one.cause} ${one.fix}`),
		problems: probeProblems(results)
	});
}
function probeProblems(results) {
	return unproved(results).map(({ code = "could-not-check", cause, fix }) => ({
		code,
		cause,
		fix
	}));
}
function unproved(results) {
	const failed = results.filter((one) => one.outcome === "failed");
	return failed.length > 0 ? failed : results.filter((one) => one.outcome === "outside");
}

// src/reconcile/model/cost.ts
const USD_PER_ZONE_HOUR = .01;
const HOURS_PER_MONTH = 730;
function monthlyCost(zones) {
	return zones * USD_PER_ZONE_HOUR * HOURS_PER_MONTH;
}
function monthlyText(monthly) {
	return `about $${monthly.toFixed(2)} a month`;
}
function createdMonthlyCost({ steps }) {
	const zones = steps.flatMap(({ action }) => action.kind === "create-endpoint" ? [action.subnetIds.length] : []);
	const added = steps.flatMap(({ action }) => action.kind === "modify-endpoint" ? [action.addSubnetIds.length - action.removeSubnetIds.length] : []);
	return zones.includes(0) ? void 0 : monthlyCost([...zones, ...added].reduce((sum, one) => sum + one, 0));
}

// src/report/cost.ts
const BASIS = `at $${USD_PER_ZONE_HOUR} an hour, the price of us-east-1; data is extra`;
function costLines(plan) {
	return plan.steps.flatMap(({ action }) => {
		if (action.kind !== "create-endpoint") return [];
		const zones = action.subnetIds.length;
		if (zones === 0) return [`cost of the new VPC endpoint: about $${monthlyCost(1).toFixed(2)} a month for each availability zone it is created in ($${USD_PER_ZONE_HOUR} an hour, the price of us-east-1; data is extra)`];
		return [`cost of the new VPC endpoint: about $${monthlyCost(zones).toFixed(2)} a month (${zones} availability zone${zones > 1 ? "s" : ""} ${BASIS})`];
	});
}
function planCost(plan) {
	const created = plan.steps.flatMap(({ action }) => action.kind === "create-endpoint" ? [action] : []);
	if (created.length === 0) return void 0;
	const zones = created.reduce((sum, { subnetIds }) => sum + subnetIds.length, 0);
	const open = created.filter(({ subnetIds }) => subnetIds.length === 0).length;
	return `${[...zones > 0 ? [monthlyText(monthlyCost(zones))] : [], ...open > 0 ? [`${monthlyText(monthlyCost(open))} for each availability zone`] : []].join(" and ")} at the price of us-east-1, plus data`;
}
function stillThere(plan) {
	const known = new Set(plan.leftOvers.map((one) => one.what));
	const endpoints = plan.paths.flatMap(({ endpoint }) => {
		if (endpoint === void 0) return [];
		const gone = (0,types.a)(endpoint);
		const monthly = gone ? 0 : monthlyCost(endpoint.subnetIds.length);
		return [{
			what: `VPC endpoint ${endpoint.id}`,
			why: gone ? "AWS is deleting it" : "not deleted yet",
			monthly
		}];
	});
	const groups = plan.steps.flatMap(({ action }) => action.kind === "delete-group" ? [{
		what: `security group ${action.groupId}`,
		why: "not deleted yet",
		monthly: 0
	}] : []);
	return [...plan.leftOvers, ...[...endpoints, ...groups].filter((one) => !known.has(one.what))];
}
function leftOverLines(leftOvers) {
	return leftOvers.flatMap(({ what, why, monthly, more = [], log = [] }) => [
		`Remaining: ${what}, ${why}${monthly > 0 ? `, ${monthlyText(monthly)}` : ""}`,
		...more,
		...log
	]);
}

// src/report/closing-lines.ts
function tellVerdict(runner, verdict, { failOnDrift, unproved }) {
	for (const finding of verdict.findings) runner.annotate(finding.severity === "error" && failOnDrift ? "error" : "warning", problemOfFinding(finding));
	const line = verdictLine(verdict, unproved);
	if (line !== "") runner.log.line(line);
}
function verdictLine({ findings, unchecked }, unproved) {
	const errors = findings.filter(({ severity }) => severity === "error").length;
	const warnings = findings.length - errors;
	const also = warnings === 0 ? "" : `; ${(0,pre_text.r)(warnings, "warning")}`;
	if (errors > 0) return `Drift: ${(0,pre_text.r)(errors, "difference")}${also}.`;
	if (unchecked.length > 0) return `No drift in what could be checked${also}.`;
	if (unproved) return "";
	return `No drift: everything that was checked is as configured${also}.`;
}
const OUTCOMES = {
	proved: "reachable",
	failed: "not reachable",
	outside: "not checked"
};
function tellProbes(log, probes) {
	for (const probe of probes) {
		const certificate = probe.certificateExpires === void 0 ? "" : `; certificate until ${probe.certificateExpires.slice(0, 10)}`;
		log.line(`Probe of cluster ${probe.cluster} at ${probe.host || "(no host)"}: ${OUTCOMES[probe.outcome]}${probe.cause === "" ? "" : `, ${probe.cause}`}${certificate}`);
		for (const check of probe.checks) log.line(`  ${check.ok ? "✔" : "✘"} ${check.check}: ${check.detail}`);
	}
}
function closingLines({ end, plan, reports, changes, ms }) {
	if (end === "planned") return [DRY_RUN];
	if (end === "pending") return pendingLines(plan);
	const connections = reports.map(connectionLine$1);
	if (changes === 0) return connections.length > 0 ? connections : ["Done: no changes"];
	const made = `${(0,pre_text.r)(changes, "change")} in ${duration(ms)}`;
	const [only] = connections;
	if (only !== void 0 && connections.length === 1) return [`${only}; ${made}`];
	return [...connections, `Done: ${made}`];
}
const DRY_RUN = "Dry run: nothing was changed.";
function pendingLines({ waits }) {
	return [...waits.map(({ what, seen }) => `Still pending: waiting for ${what} (${seen})`), "Not waiting because `wait: false`; run again to continue."];
}
function connectionLine$1(report) {
	const cluster = report.cluster_name || report.cluster_id;
	if (report.status !== "available") return `Cluster ${cluster}: ${report.status}`;
	const host = report.private_dns_enabled && report.internal_dns !== "" ? ` → ${report.internal_dns}:${types.t}` : "";
	const isOff = !report.private_dns_enabled && report.internal_dns !== "" ? "; private DNS is off" : "";
	return `Connected: ${cluster}${host} through ${report.endpoint_id}${isOff}`;
}
function tellDeparture(log, end, { plan, removal }) {
	for (const line of leftOverLines(plan.leftOvers)) log.line(line);
	const lines = end === "planned" ? [DRY_RUN] : end === "pending" ? pendingLines(plan) : removal;
	for (const line of lines) log.line(line);
}

// src/report/departure-words.ts
function removedBy(actions, observed) {
	const deleted = [];
	const released = [];
	const endpoints = new Set(actions.flatMap((action) => action.kind === "delete-endpoint" ? [action.endpointId] : []));
	for (const action of actions) {
		if (action.kind === "delete-endpoint") deleted.push(`VPC endpoint ${action.endpointId}`);
		if (action.kind === "delete-group") deleted.push(`security group ${action.groupId}`);
		if (action.kind === "disconnect") deleted.push(`the connection of cluster ${nameOf$1(action.clusterId, observed)} to ${action.endpointId}`);
		if (action.kind === "unclaim" && !endpoints.has(action.endpointId)) released.push(`the claim on VPC endpoint ${action.endpointId}`);
	}
	return {
		deleted,
		released
	};
}
function nameOf$1(clusterId, observed) {
	return (observed?.clusters.flatMap((view) => view.matches) ?? []).find((one) => one.id === clusterId)?.name || clusterId;
}
function removalLines(actions, { observed, environment }) {
	const { deleted, released } = removedBy(actions, observed);
	const whose = environment === void 0 ? "" : ` for environment ${environment}`;
	return [
		...actions.length === 0 ? ["Nothing was deleted."] : [],
		...deleted.length === 0 ? [] : [`Deleted${whose}: ${(0,pre_text.a)(deleted)}`],
		...released.length === 0 ? [] : [`Released${whose}: ${(0,pre_text.a)(released)}`],
		...unreadLines(observed)
	];
}
function unreadLines(observed) {
	if (observed === void 0 || observed.clusters.length > 0) return [];
	return ["Connections at CockroachDB Cloud were not checked: no claim of this environment names a cluster. Set cluster to have them checked."];
}

// src/operations/sweep/row.ts
function isWhole({ what, resource }) {
	return what.endsWith(resource);
}

// src/report/sweep-lines.ts
const WIDTHS = {
	outcome: 14,
	resource: 23,
	vpcId: 22
};
const MAX_ROWS = 500;
function sweepLines(rows, isDryRun) {
	const row = (outcome, resource, vpcId) => `${outcome.padEnd(WIDTHS.outcome)}  ${resource.padEnd(WIDTHS.resource)}  ${vpcId.padEnd(WIDTHS.vpcId)}  `;
	const shown = rows.slice(0, MAX_ROWS);
	return [
		...rows.length === 0 ? [] : [`${row("Outcome", "Resource", "VPC")}Reason`],
		...shown.map((one) => `${row(outcomeText(one), one.resource, one.vpcId)}${aboutText(one)}`),
		...rows.length > MAX_ROWS ? [`${rows.length - MAX_ROWS} more rows are in the output plan`] : [],
		...new Set(shown.flatMap(deletedThings).map((one) => `Deleted ${one}`)),
		...shown.flatMap(({ command, resource }) => command === void 0 ? [] : [`To delete ${resource} yourself:`, command]),
		lastLine(rows, isDryRun)
	];
}
function aboutText(row) {
	return isWhole(row) ? row.why : `${row.what}: ${row.why}`;
}
function outcomeText({ outcome, resource, removal }) {
	if (outcome !== "swept" || removal === void 0) return outcome;
	if (removal.actions.some((action) => action.kind === "delete-endpoint" && action.endpointId === resource || action.kind === "delete-group" && action.groupId === resource)) return "deleted";
	return removal.actions.some((action) => action.kind === "unclaim") ? "claim released" : "gone";
}
function deletedThings(row) {
	const { removal, resource } = row;
	if (removal === void 0) return [];
	const { deleted } = removedBy(removal.actions, removal.observed);
	return isWhole(row) && deleted.length === 1 && deleted[0]?.endsWith(resource) === true ? [] : deleted;
}
function outcomeCounts(rows) {
	const count = (outcome) => rows.filter((row) => outcomeText(row) === outcome).length;
	const [released, gone] = [count("claim released"), count("gone")];
	return [
		...released === 0 ? [] : [`${(0,pre_text.r)(released, "claim")} released`],
		`${count("deleted")} deleted`,
		...gone === 0 ? [] : [`${gone} gone`],
		`${count("kept")} kept`
	].join(", ");
}
function lastLine(rows, isDryRun) {
	const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
	if (isDryRun) return `Dry run: ${count("would be swept")} would be swept, ${count("kept")} kept; nothing was changed`;
	return `Sweep: ${outcomeCounts(rows)}, ${count("failed")} failed`;
}

// src/runner/status.ts
const STATUSES = [
	"failed",
	"rejected",
	"absent",
	"pending",
	"degraded",
	"available",
	"deleted"
];
function worstOf(statuses) {
	return STATUSES.find((one) => statuses.includes(one)) ?? "absent";
}
function statusOf(path, member, { plan, privateDns, clusters }) {
	const { endpoint } = path;
	if (endpoint === void 0) return statusWithoutEndpoint(path);
	const connection = member.connection === void 0 ? void 0 : (0,pre_lease.zt)(member.connection);
	if ((0,types.i)(endpoint) || connection === "failed") return "failed";
	if (endpoint.state === "rejected" || connection === "rejected") return "rejected";
	if (endpoint.state !== "available" || connection !== "available") return "pending";
	const ids = /* @__PURE__ */ new Set([endpoint.id, ...path.superseded.map((one) => one.id)]);
	if (plan.waits.some((wait) => wait.endpointId !== void 0 && ids.has(wait.endpointId))) return "pending";
	return privateDns && !endpoint.privateDns || isDifferent({
		plan,
		clusters
	}, path, member) ? "degraded" : "available";
}
function statusWithoutPath({ matches: [cluster, ...others], failure }) {
	if (failure !== void 0) return "failed";
	return cluster !== void 0 && readinessOf(cluster) === "creating" && others.length === 0 ? "pending" : "absent";
}
function statusWithoutEndpoint({ superseded }) {
	if (superseded.length === 0) return "absent";
	return superseded.some(types.i) ? "failed" : "rejected";
}
function isDifferent({ plan, clusters }, path, member) {
	const others = new Set(clusters.filter(({ matches }) => !matches.some((one) => one.id === member.cluster.id)).flatMap(({ ref, matches }) => [ref, ...matches.map((one) => one.id)]));
	return plan.steps.some((step) => !(0,pre_lease.it)(step) && isAbout(step, path, member)) || plan.blockers.some(({ subject }) => subject === "" || isOneOf(subject, path, member) || isAboutAll(subject));
	function isAboutAll(subject) {
		const ofPaths = plan.paths.some((one) => subject === one.endpoint?.id || subject === one.group?.id);
		return !others.has(subject) && !ofPaths;
	}
}
function isAbout({ action }, path, member) {
	if ("clusterId" in action) return action.clusterId === member.cluster.id;
	if ("endpointId" in action) return action.endpointId !== void 0 && isOneOf(action.endpointId, path, member);
	if ("groupId" in action) return action.groupId !== void 0 && action.groupId === path.group?.id;
	return action.serviceName === path.serviceName;
}
function isOneOf(id, { endpoint, superseded, group }, { view, cluster }) {
	return [
		endpoint?.id,
		group?.id,
		view.ref,
		cluster.id,
		...superseded.map((one) => one.id)
	].includes(id);
}
function viewsWithoutPath({ clusters }, { paths }) {
	const planned = new Set(paths.flatMap((path) => path.members.map((member) => member.cluster.id)));
	return clusters.filter(({ matches }) => !matches.some((one) => planned.has(one.id)));
}

// src/runner/outputs.ts
const DEFAULT_OUTPUTS = {
	"endpoint-id": "",
	status: "failed",
	"endpoint-state": "",
	"connection-status": "",
	"service-name": "",
	"security-group-id": "",
	"private-dns-enabled": "",
	"internal-dns": "",
	"connection-options": "",
	"connection-url": "",
	"ca-cert-path": "",
	connections: "[]",
	"trusted-owners": "[]",
	"aws-account-id": "",
	changed: "false",
	created: "false",
	drift: "[]",
	"drift-count": "0",
	plan: "[]",
	"plan-count": "",
	"monthly-cost": "",
	"summary-markdown": "",
	"error-code": ""
};
function connectionReports({ plan, observed, expected }, judged) {
	const basis = expected.everyCluster ? {
		plan,
		privateDns: expected.privateDns,
		clusters: observed.clusters
	} : {
		plan: {
			...plan,
			steps: [],
			blockers: []
		},
		privateDns: false,
		clusters: []
	};
	const planned = plan.paths.flatMap((path) => path.members.map((member) => reportOf(member.cluster, path, {
		basis,
		member,
		expected
	})));
	const others = viewsWithoutPath(observed, plan).flatMap((view) => view.matches.length === 1 && view.matches[0] !== void 0 ? [{
		...reportOf(view.matches[0], void 0, {
			basis,
			expected
		}),
		status: statusWithoutPath(view)
	}] : []);
	const order = observed.clusters.flatMap(({ matches }) => matches.map((one) => one.id));
	return [...planned, ...expected.everyCluster ? others : []].map((report) => ({
		...report,
		status: judgedStatus(report, judged)
	})).toSorted((one, other) => order.indexOf(one.cluster_id) - order.indexOf(other.cluster_id));
}
function judgedStatus({ status, cluster_id }, judged) {
	if (judged?.unread.has(cluster_id) === true) return "failed";
	return status === "available" && judged?.different.has(cluster_id) === true ? "degraded" : status;
}
function reportOf(cluster, path, { basis, member, expected }) {
	const endpoint = path?.endpoint;
	const reported = endpoint?.asRead ?? endpoint;
	const host = cluster.regions.find((one) => sameRegion(one.name, expected.region))?.internalDns ?? "";
	return {
		cluster_id: cluster.id,
		cluster_name: cluster.name,
		plan: cluster.plan,
		status: path === void 0 || member === void 0 ? "absent" : statusOf(path, member, basis),
		endpoint_id: endpoint?.id ?? "",
		endpoint_state: reported?.rawState ?? "",
		connection_status: member?.connection?.rawStatus ?? "",
		service_name: path?.serviceName ?? "",
		security_group_id: path?.group?.id ?? "",
		private_dns_enabled: reported?.privateDns ?? false,
		internal_dns: host,
		connection_options: connectionOptions(cluster),
		connection_url: connectionUrl(cluster, host),
		ca_cert_path: ""
	};
}
function outputsOf({ plan, observed, expected }, reports) {
	const notFound = expected.everyCluster ? viewsWithoutPath(observed, plan).filter((view) => view.matches.length !== 1) : [];
	return {
		...reportOutputs(reports),
		status: worstOf([...reports.map((one) => one.status), ...notFound.map(statusWithoutPath)]),
		"trusted-owners": JSON.stringify(trustedOwners(observed)),
		"aws-account-id": observed.account ?? ""
	};
}
function planOutputs(plan) {
	const told = plan.steps.map((step) => ({
		id: step.id,
		step: step.title,
		after: step.ready ? "" : step.after,
		bookkeeping: (0,pre_lease.it)(step)
	}));
	if (plan.unread !== void 0) return { plan: JSON.stringify(told) };
	return {
		plan: JSON.stringify(told),
		"plan-count": String(told.filter((step) => !step.bookkeeping).length),
		"monthly-cost": dollars(createdMonthlyCost(plan))
	};
}
function dollars(cost) {
	if (cost === void 0) return "";
	return cost === 0 ? "0" : cost.toFixed(2);
}
function reportOutputs(reports) {
	const told = reports.map(withoutUnusable);
	return {
		...scalarsOf(told),
		status: worstOf(told.map((one) => one.status)),
		connections: JSON.stringify(told)
	};
}
function withoutUnusable(report) {
	return report.status === "available" || report.status === "degraded" ? report : {
		...report,
		connection_url: "",
		ca_cert_path: ""
	};
}
function scalarsOf(reports) {
	const only = (pick) => {
		const values = new Set(reports.map(pick));
		return values.size === 1 ? [...values][0] ?? "" : "";
	};
	return {
		"endpoint-id": only((one) => one.endpoint_id),
		"endpoint-state": only((one) => one.endpoint_state),
		"connection-status": only((one) => one.connection_status),
		"service-name": only((one) => one.service_name),
		"security-group-id": only((one) => one.security_group_id),
		"private-dns-enabled": only((one) => one.endpoint_id === "" ? "" : String(one.private_dns_enabled)),
		"internal-dns": only((one) => one.internal_dns),
		"connection-options": only((one) => one.connection_options),
		"connection-url": only((one) => one.connection_url),
		"ca-cert-path": only((one) => one.ca_cert_path)
	};
}
function pendingReports(reports) {
	return reports.map((report) => ({
		...report,
		status: report.status === "absent" || report.status === "degraded" ? "pending" : report.status
	}));
}
function departedOutputs(reports, observed, removed) {
	const status = removed ? "deleted" : unmanagedStatus(observed);
	const stands = (id) => observed.endpoints.some((one) => one.id === id && !(0,types.a)(one));
	return {
		...reportOutputs(reports.map((report) => ({
			...report,
			status,
			connection_status: "",
			...stands(report.endpoint_id) ? {} : {
				endpoint_state: "deleted",
				private_dns_enabled: false
			}
		}))),
		status
	};
}
function unmanagedStatus({ endpoints, clusters }) {
	const ids = new Set(endpoints.filter((one) => !(0,pre_lease.mt)(one) && !(0,types.a)(one)).map((one) => one.id));
	const states = clusters.flatMap((view) => view.connections).filter((one) => ids.has(one.endpointId)).map(pre_lease.zt).filter((meaning) => meaning === "available" || meaning === "pending");
	return worstOf(states);
}
function trustedOwners(observed) {
	return observed.clusters.flatMap(({ matches: [cluster], owners }) => (owners ?? []).map((owner) => ({
		cluster_id: cluster?.id ?? "",
		cluster_name: cluster?.name ?? "",
		id: owner.id,
		account: owner.accountId,
		created_at: owner.createdAt
	})));
}
function outputWriter(write) {
	const written = /* @__PURE__ */ new Map();
	return (outputs) => {
		for (const [name, value] of Object.entries(outputs)) {
			if (written.get(name) === value) continue;
			written.set(name, value);
			write(name, value);
		}
	};
}

// src/run-result.ts
function outputsOfRun(result) {
	const { runLog, failure, markdown } = result;
	return {
		...DEFAULT_OUTPUTS,
		...stateOutputs(result),
		...runLog === void 0 ? {} : {
			changed: String(runLog.changed),
			created: String(hasCreatedEndpoint(runLog))
		},
		...failure === void 0 ? {} : { "error-code": failure.code },
		...failure?.code === "secret-in-output" ? { status: "failed" } : {},
		...markdown === void 0 ? {} : { "summary-markdown": markdown }
	};
}
function hasCreatedEndpoint({ done, seen }) {
	return [...done, ...seen].some(({ action }) => action.kind === "create-endpoint");
}
function stateOutputs(result) {
	const { request, swept, firstPlan } = result;
	if (swept !== void 0) return sweepOutputs(swept);
	if (request === void 0 || firstPlan === void 0) return {};
	return {
		...departs(request) ? departureOutputs(result, request) : connectOutputs(result, request),
		...planOutputs(firstPlan)
	};
}
function sweepOutputs({ rows, account }) {
	const has = (outcome) => rows.some((row) => row.outcome === outcome);
	return {
		status: has("failed") ? "failed" : has("swept") ? "deleted" : "absent",
		"aws-account-id": account,
		plan: JSON.stringify(rows.map(({ error: _, removal: __, ...row }) => row)),
		"plan-count": String(rows.filter(({ outcome }) => outcome !== "kept").length),
		"monthly-cost": "0"
	};
}
function connectOutputs(result, request) {
	const { verdict, end } = result;
	const seen = seenBy(result);
	if (seen === void 0) return {};
	const reports = reportsOfRun(result);
	const outputs = outputsOf({
		...seen,
		expected: expectedBy(request)
	}, reports);
	if (verdict !== void 0) return {
		...outputs,
		...verdictOutputs(verdict, outputs)
	};
	if (end === "pending") return {
		...outputs,
		...reportOutputs(reports),
		status: "pending"
	};
	return isUnderWay(result) ? {
		...outputs,
		...reportOutputs(reports)
	} : outputs;
}
function verdictOutputs({ findings, unchecked }, { status }) {
	const drift = findings.filter(({ severity }) => severity === "error");
	return {
		drift: JSON.stringify(findings.map(withoutBasis)),
		"drift-count": String(drift.length),
		...unchecked.length > 0 && status === "absent" ? { status: "failed" } : {}
	};
}
function departureOutputs(result, request) {
	const { standing, observed, end, failure, runLog } = result;
	const reports = reportsOfRun(result);
	const told = standing === void 0 ? {} : outputsOf({
		...standing,
		expected: expectedBy(request)
	}, reports);
	const account = { "aws-account-id": observed?.account ?? "" };
	if (failure !== void 0) return {
		...told,
		...account,
		status: "failed"
	};
	if (end === "pending") return {
		...told,
		...account,
		status: "pending"
	};
	const removed = (runLog?.done.length ?? 0) + (runLog?.seen.length ?? 0) > 0;
	if (!(end === "done" || end === "planned" && reports.length === 0) || observed === void 0) return {
		...told,
		...account
	};
	return {
		...told,
		...account,
		...departedOutputs(reports, observed, end === "done" && removed)
	};
}
function seenBy({ verdict, plan, observed }) {
	if (verdict !== void 0) return {
		plan: {
			...verdict.plan,
			steps: [],
			blockers: []
		},
		observed: verdict.observed
	};
	return plan === void 0 || observed === void 0 ? void 0 : {
		plan,
		observed
	};
}
function isUnderWay({ request, failure, runLog }) {
	return request !== void 0 && !departs(request) && failure !== void 0 && runLog?.mayBeUnderWay === true;
}
function reportsOfRun(result) {
	const { request, standing, verdict, end, caPaths } = result;
	if (request === void 0) return [];
	const seen = departs(request) ? standing : seenBy(result);
	if (seen === void 0) return [];
	const reports = connectionReports({
		...seen,
		expected: expectedBy(request)
	}, verdict?.judged).map((report) => ({
		...report,
		...departs(request) ? { connection_url: "" } : {},
		ca_cert_path: caPaths?.get(report.cluster_id) ?? ""
	}));
	if (departs(request)) return reports.map((report) => asLastRead(report, result.observed));
	return end === "pending" || isUnderWay(result) ? pendingReports(reports) : reports;
}
function asLastRead(report, observed) {
	const endpoint = observed?.endpoints.find((one) => one.id === report.endpoint_id);
	const view = observed?.clusters.find(({ matches }) => matches.some(({ id }) => id === report.cluster_id));
	const connection = view?.connections.find((one) => one.endpointId === report.endpoint_id);
	return {
		...report,
		endpoint_state: endpoint?.rawState ?? report.endpoint_state,
		connection_status: view?.failure === void 0 ? connection?.rawStatus ?? "" : report.connection_status
	};
}
function expectedBy(request) {
	const { region, privateDns, ownersOnly } = request;
	return {
		region,
		privateDns,
		everyCluster: !ownersOnly && !departs(request)
	};
}

// src/support/secret-kinds.ts
const FORMS = {
	"aws-key": /^[A-Za-z0-9+/=]{32,}$/,
	token: /^[\w.~+/=-]{36,}$/,
	"cloud-key": /^[\x21-\x7e]{20,}$/,
	password: /^.{20,}$/su
};
const LONGEST_WORD = 31;
function canBeSecret(kind, value) {
	return FORMS[kind].test(value) && !isName(value);
}
function isName(value) {
	return value.split(/[-._:/ ]+/).every((word) => word.length <= LONGEST_WORD && /^(?:[A-Z]?[a-z0-9]*|[A-Z0-9]*)$/.test(word));
}

// src/support/pieces.ts
const GRAM = 6;
const SHORTEST_PIECE = 12;
const ANYWHERE = 20;
const MOST_ALIKE = 32;
function pieceFinder(words) {
	const table = tableOf(words);
	const pieceAt = (text, at, { entry, from }) => {
		const { index, offset } = table.place(entry);
		const word = words[index] ?? "";
		let end = at;
		for (let to = offset; to < word.length && word.charCodeAt(to) === text.charCodeAt(end); to += 1) end += 1;
		if (end - at < GRAM) return void 0;
		let start = at;
		let begin = offset;
		for (; begin > 0 && start > from && word.charCodeAt(begin - 1) === text.charCodeAt(start - 1); begin -= 1) start -= 1;
		const min = begin === 0 ? 12 : Math.max(12, Math.min(ANYWHERE, word.length / 2));
		return end - start < min ? void 0 : {
			start,
			end,
			word: index
		};
	};
	return (text) => {
		const found = [];
		let from = 0;
		for (let at = 0; at + GRAM <= text.length;) {
			let end = at;
			for (let entry = table.first(text, at); entry >= 0; entry = table.next(entry)) {
				const piece = pieceAt(text, at, {
					entry,
					from
				});
				if (piece === void 0) continue;
				found.push(piece);
				end = Math.max(end, piece.end);
			}
			if (end > at) from = Math.max(from, end - ANYWHERE);
			at = Math.max(end, at + GRAM);
		}
		return found;
	};
}
function tableOf(words) {
	const grams = words.reduce((sum, word) => sum + Math.max(0, word.length - GRAM + 1), 0);
	const mask = 2 ** Math.ceil(Math.log2(2 * grams + 2)) - 1;
	const heads = new Int32Array(mask + 1).fill(-1);
	const nexts = new Int32Array(grams);
	const indexes = new Int32Array(grams);
	const offsets = new Int32Array(grams);
	const at = (numbers, index) => numbers[index] ?? -1;
	let entries = 0;
	words.forEach((word, index) => {
		for (let offset = 0; offset + GRAM <= word.length; offset += 1) {
			const bucket = hash(word, offset) & mask;
			let alike = 0;
			for (let entry = at(heads, bucket); entry >= 0 && alike < MOST_ALIKE; entry = at(nexts, entry)) if ((words[at(indexes, entry)] ?? "").startsWith(word.slice(offset, offset + GRAM), at(offsets, entry))) alike += 1;
			if (alike === MOST_ALIKE) continue;
			nexts[entries] = at(heads, bucket);
			indexes[entries] = index;
			offsets[entries] = offset;
			heads[bucket] = entries;
			entries += 1;
		}
	});
	return {
		first: (text, start) => at(heads, hash(text, start) & mask),
		next: (entry) => at(nexts, entry),
		place: (entry) => ({
			index: at(indexes, entry),
			offset: at(offsets, entry)
		})
	};
}
function hash(text, start) {
	let sum = 2166136261;
	for (let at = start; at < start + GRAM; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 16777619);
	return sum ^ sum >>> 15;
}

// src/support/unescaped.ts
const ESCAPE = /\\u([0-9a-f]{4})|[\\]x([0-9a-f]{2})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,4});|&#0*(\d{1,5});|&(amp|lt|gt|quot|apos);|\\([!-/:-@[-`{-~])|\u200b/gi;
const NAMED = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'"
};
function unescaped(text) {
	if (!/[\\%&\u200b]/.test(text)) return void 0;
	const places = [{
		here: 0,
		there: 0
	}];
	let plain = "";
	let kept = 0;
	for (const match of text.matchAll(ESCAPE)) {
		plain += text.slice(kept, match.index);
		places.push({
			here: plain.length,
			there: match.index
		});
		plain += characterOf(match);
		kept = match.index + match[0].length;
		places.push({
			here: plain.length,
			there: kept
		});
	}
	if (kept === 0) return void 0;
	return {
		text: plain + text.slice(kept),
		sourceOf: ({ start, end }) => ({
			start: startOf(places, start),
			end: endOf(places, end)
		})
	};
}
function characterOf([, ...parts]) {
	const [unicode, hex, percent, htmlHex, html, name, marked] = parts;
	if (name !== void 0) return NAMED[name.toLowerCase()] ?? "";
	if (html !== void 0) return String.fromCharCode(Number(html));
	const digits = unicode ?? hex ?? percent ?? htmlHex;
	return digits === void 0 ? marked ?? "" : String.fromCharCode(Number.parseInt(digits, 16));
}
function placeBefore(places, at) {
	let low = 0;
	let high = places.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((places[middle]?.here ?? 0) <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}
function startOf(places, at) {
	const { here, there } = places[placeBefore(places, at)] ?? {
		here: 0,
		there: 0
	};
	return there + at - here;
}
function endOf(places, end) {
	const index = placeBefore(places, end - 1);
	const isEscape = index % 2 === 1;
	const { here, there } = places[isEscape ? index + 1 : index] ?? {
		here: 0,
		there: 0
	};
	return isEscape ? there : there + end - here;
}

// src/support/spellings.ts
const SHORTEST = 6;
function spellingsOf(secret) {
	const bytes = Buffer.from(secret);
	const hex = bytes.toString("hex");
	const plain = [
		JSON.stringify(secret).slice(1, -1),
		bytes.toString("latin1"),
		unescaped(secret)?.text ?? secret,
		hex,
		hex.toUpperCase()
	];
	const base64 = [
		0,
		1,
		2
	].flatMap((before) => {
		const standard = inBase64(bytes, before);
		return [standard, standard.replaceAll("+", "-").replaceAll("/", "_")];
	});
	const others = (texts) => [...new Set(texts)].filter((text) => text.length >= SHORTEST && text !== secret);
	return [
		{
			text: secret,
			base64: false
		},
		...others(plain).map((text) => ({
			text,
			base64: false
		})),
		...others(base64).map((text) => ({
			text,
			base64: true
		}))
	];
}
function inBase64(bytes, before) {
	const whole = Buffer.concat([Buffer.alloc(before), bytes]);
	return whole.toString("base64").slice(Math.ceil(before * 8 / 6), Math.floor(whole.length * 8 / 6));
}

// src/support/secret-search.ts
const SHORTEST_REST = 4;
const LONGEST_REST = 20;
const HEX_RUN = /[0-9a-f]{12,}/gi;
const DEEPEST = 3;
function secretSearch(secrets) {
	const look = plainSearch(secrets);
	return (text) => {
		const sightings = look(text);
		let sourceOf = (span) => span;
		let layer = text;
		for (let depth = 0; depth < DEEPEST; depth += 1) {
			const read = unescaped(layer);
			if (read === void 0) break;
			const outer = sourceOf;
			sourceOf = (span) => outer(read.sourceOf(span));
			for (const one of look(read.text)) sightings.push({
				...one,
				...sourceOf(one)
			});
			layer = read.text;
		}
		return sightings;
	};
}
function plainSearch(secrets) {
	const words = secrets.flatMap((secret) => spellingsOf(secret).map((spelling) => ({
		...spelling,
		secret
	})));
	const long = words.filter(({ text }) => text.length >= 12);
	const short = words.filter(({ text }) => text.length < 12);
	const piecesIn = pieceFinder(long.map(({ text }) => text));
	const rests = restsOf(secrets);
	const search = (text) => {
		const sighting = (word, { start, end }) => ({
			...word.base64 ? withEdges(text, {
				start,
				end
			}) : {
				start,
				end
			},
			secret: word.secret,
			whole: end - start === word.text.length,
			length: end - start
		});
		return [
			...piecesIn(text).flatMap((piece) => long.slice(piece.word, piece.word + 1).map((word) => sighting(word, piece))),
			...short.flatMap((word) => placesOf(text, word.text).map((place) => sighting(word, place))),
			...placesOf(text, "…").flatMap((cut) => [...restAt(rests.beginnings, (length) => ({
				start: cut.start - length,
				end: cut.start
			}), text), ...restAt(rests.ends, (length) => ({
				start: cut.end,
				end: cut.end + length
			}), text)])
		];
	};
	return (text) => {
		const folded = withHexFolded(text);
		return folded === void 0 ? search(text) : [...search(text), ...search(folded)];
	};
}
function withHexFolded(text) {
	let found = false;
	const folded = text.replace(HEX_RUN, (run) => {
		if (!(/[a-f]/.test(run) && /[A-F]/.test(run))) return run;
		found = true;
		return run.toLowerCase();
	});
	return found ? folded : void 0;
}
function withEdges(text, { start, end }) {
	const isBase64 = (at) => /[A-Za-z0-9+/_-]/.test(text.charAt(at));
	let after = isBase64(end) ? end + 1 : end;
	while (after < end + 3 && text.charAt(after) === "=") after += 1;
	return {
		start: isBase64(start - 1) ? start - 1 : start,
		end: after
	};
}
function placesOf(text, word) {
	const places = [];
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push({
		start: at,
		end: at + word.length
	});
	return places;
}
function restsOf(secrets) {
	const beginnings = /* @__PURE__ */ new Map();
	const ends = /* @__PURE__ */ new Map();
	for (const secret of secrets) for (let length = SHORTEST_REST; length < Math.min(secret.length, LONGEST_REST); length += 1) {
		beginnings.set(secret.slice(0, length), secret);
		ends.set(secret.slice(-length), secret);
	}
	return {
		beginnings,
		ends
	};
}
function restAt(rests, place, text) {
	for (let length = 19; length >= SHORTEST_REST; length -= 1) {
		const { start, end } = place(length);
		const secret = start < 0 ? void 0 : rests.get(text.slice(start, end));
		if (secret !== void 0 && end <= text.length) return [{
			start,
			end,
			secret,
			whole: false,
			length
		}];
	}
	return [];
}

// src/support/secrets.ts
const SHORTEST_MASK = 6;
const TELLING = 24;
function createSecrets(onAdd) {
	const known = /* @__PURE__ */ new Map();
	let searches;
	function addOne(value, { kind, name }) {
		const strong = canBeSecret(kind, value);
		if (value.trim() === "" || !(strong || kind === "password")) return;
		const before = known.get(value);
		if (before !== void 0 && (before.strong || !strong)) return;
		if (before === void 0 && (strong || value.length >= SHORTEST_MASK)) onAdd(value);
		known.set(value, {
			name,
			strong
		});
		searches = void 0;
	}
	function search() {
		if (searches !== void 0) return searches;
		const strong = [...known].filter(([, one]) => one.strong).map(([value]) => value);
		const all = secretSearch([...known.keys()]);
		searches = {
			all,
			strong: strong.length === known.size ? all : secretSearch(strong)
		};
		return searches;
	}
	return {
		add(source, ...values) {
			const words = source.kind === "password" ? values : values.flatMap((value) => value.split(/\s+/));
			for (const word of words) addOne(word, source);
		},
		hide: (text) => known.size === 0 ? text : starred(text, search().all(text)),
		heldBy(text) {
			const telling = search().strong(text).find(({ whole, length }) => whole || length >= TELLING);
			return telling && known.get(telling.secret)?.name;
		}
	};
}
function starred(text, spans) {
	let shown = "";
	let kept = 0;
	for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
		if (end <= kept) continue;
		if (start > kept || shown === "") shown += `${text.slice(kept, start)}***`;
		kept = end;
	}
	return shown + text.slice(kept);
}

// src/runner/redaction.ts
function withRedaction(runner) {
	const secrets = createSecrets((secret) => runner.maskSecret(secret));
	const { hide } = secrets;
	const { log } = runner;
	return {
		...runner,
		secrets,
		log: {
			...log,
			line: (text) => log.line(hide(text)),
			startGroup: (name) => log.startGroup(hide(name)),
			warning: (text) => log.warning(hide(text))
		},
		debug: (line) => runner.debug(hide(line)),
		setOutput: (name, value) => runner.setOutput(name, wordsHidden(name, value, secrets)),
		showSummary: (markdown) => runner.showSummary(markdownWithout(markdown, secrets)),
		annotate: (level, problem) => runner.annotate(level, problemWithout(problem, secrets))
	};
}
const WITH_WORDS = /* @__PURE__ */ new Set(["plan", "drift"]);
const WORDS$1 = /* @__PURE__ */ new Set([
	"step",
	"after",
	"expected",
	"found",
	"fix",
	"what",
	"why",
	"command"
]);
function wordsHidden(name, value, secrets) {
	if (name === "summary-markdown") return markdownWithout(value, secrets);
	return WITH_WORDS.has(name) ? replaceWords(value, secrets.hide) : value;
}
function withoutWords(name, value) {
	if (name === "summary-markdown") return "";
	return WITH_WORDS.has(name) ? replaceWords(value, () => "") : value;
}
function replaceWords(json, replace) {
	const reviver = (key, value) => typeof value === "string" && WORDS$1.has(key) ? replace(value) : value;
	return JSON.stringify(JSON.parse(json, reviver));
}
function writerWithoutSecrets(write, secrets) {
	const reported = /* @__PURE__ */ new Set();
	return (outputs) => {
		const all = Object.entries(outputs);
		const held = all.flatMap(([output, value]) => {
			const secret = secrets.heldBy(withoutWords(output, value));
			return secret === void 0 ? [] : [{
				output,
				secret
			}];
		});
		write(Object.fromEntries(all.filter(([name]) => !held.some(({ output }) => output === name))));
		const fresh = held.filter(({ output }) => !reported.has(output));
		for (const { output } of fresh) reported.add(output);
		const [first] = fresh;
		if (first === void 0) return;
		throw new pre_errors.t("secret-in-output", {
			cause: `Output ${first.output} would show a secret (${first.secret})`,
			fix: "Replace the secret if it is real: a name or host at AWS or CockroachDB Cloud contains it. If it is left over from a test, remove it from the job.",
			details: held.map(({ output, secret }) => `${output}: not written, since it contains a secret (${secret})`)
		});
	};
}
const PICTURE = /^```mermaid\n.*?\n```\n*/gms;
function markdownWithout(markdown, { hide }) {
	return hide(markdown.replace(PICTURE, (picture) => hide(picture) === picture ? picture : ""));
}
function errorWithout(error, secrets) {
	return new pre_errors.t(error.code, {
		cause: secrets.hide(error.message),
		fix: secrets.hide(error.fix),
		details: error.details.map(secrets.hide),
		problems: error.problems.map((one) => problemWithout(one, secrets))
	}, { cause: error.cause });
}
function problemWithout({ code, cause, fix, details = [] }, { hide }) {
	return {
		code,
		cause: hide(cause),
		fix: hide(fix),
		details: details.map(hide)
	};
}
function findingWithout(finding, { hide }) {
	const { subject, expected, found, fix } = finding;
	return {
		...finding,
		subject: hide(subject),
		expected: hide(expected),
		found: hide(found),
		fix: hide(fix)
	};
}

// src/commands.ts
function runOperation(runner, invocation) {
	const { operation } = invocation.request;
	if (operation === "verify") return verifyAndTell(runner, invocation);
	if (operation === "sweep") return sweepAndTell(runner, invocation);
	return departs(invocation.request) ? deleteAndTell(runner, invocation) : ensureAndTell(runner, invocation);
}
async function deleteAndTell(runner, { request, deps, result, tell }) {
	const { deletePath } = await Promise.all(/* import() */[__nccwpck_require__.e(273), __nccwpck_require__.e(782)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7782));
	const { end, plan, observed } = await deletePath(request, deps);
	result.runLog?.close();
	const done = stepsOf(result).map((step) => step.action);
	const removal = removalLines(done, {
		observed,
		environment: request.endpointId === void 0 ? request.environment : void 0
	});
	tell({
		end,
		plan,
		observed,
		...end === "done" ? { removal } : {}
	});
	tellDeparture(runner.log, end, {
		plan,
		removal
	});
}
function stepsOf({ runLog }) {
	return runLog === void 0 ? [] : [...runLog.done, ...runLog.seen];
}
async function sweepAndTell(runner, { request, deps, result, tell }) {
	if (result.home === void 0) return;
	const { sweep, sweepFailure } = await Promise.all(/* import() */[__nccwpck_require__.e(273), __nccwpck_require__.e(977)]).then(__nccwpck_require__.bind(__nccwpck_require__, 977));
	const context = {
		...runner,
		deadline: deps.deadline,
		githubToken: request.githubToken
	};
	const swept = await sweep(request, {
		...deps,
		home: {
			...deps.home,
			...result.home
		},
		context
	});
	result.runLog?.close();
	tell({ swept });
	for (const line of sweepLines(swept.rows, request.dryRun)) runner.log.line(line);
	const failure = sweepFailure(swept.rows);
	if (failure !== void 0) throw failure;
}
async function ensureAndTell(runner, { request, deps, result, tell }) {
	const carryOut = request.operation === "delete" ? (await Promise.all(/* import() */[__nccwpck_require__.e(273), __nccwpck_require__.e(782)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7782))).deletePath : ensure;
	const cas = request.operation === "ensure" && !request.dryRun && !request.ownersOnly ? clusterCas(deps.clients) : void 0;
	const clients = cas?.clients ?? deps.clients;
	const { end, plan, observed } = await carryOut(request, {
		...deps,
		clients
	});
	result.runLog?.close();
	tell({
		end,
		plan,
		observed
	});
	if (cas !== void 0 && end === "done") tell({ caPaths: await cas.write(observed, runner, request.apiUrl) });
	const changes = stepsOf(result).filter((step) => !(0,pre_lease.it)(step)).length;
	const ms = runner.clock.now() - deps.started.mono;
	for (const line of closingLines({
		end,
		plan,
		reports: reportsOfRun(result),
		changes,
		ms
	})) runner.log.line(line);
	if (!request.probe) return;
	if (end !== "done") {
		runner.log.line(`Not probed: ${end === "planned" ? "this is a dry run" : "the private connection is still pending"}.`);
		return;
	}
	const fresh = result.runLog?.spans.some((span) => span.kind === "wait") ?? false;
	await probeAndTell(runner, {
		request,
		deps: {
			...deps,
			clients
		},
		tell,
		plan,
		observed,
		fresh
	});
	judgeProbes(result.probes);
}
async function probeAndTell(runner, { request, deps, tell, plan, observed, fresh }) {
	const probes = await probePaths(plan, observed, {
		region: request.region,
		clients: deps.clients,
		network: runner.network.probe,
		signal: runner.signal,
		deadline: deps.deadline,
		fresh,
		progress: runner.progress,
		log: (line) => runner.log.line(line)
	});
	tell({ probes });
	tellProbes(runner.log, probes);
}
async function verifyAndTell(runner, { request, deps, result, tell }) {
	const { driftOf, judge, verify } = await __nccwpck_require__.e(/* import() */ 832).then(__nccwpck_require__.bind(__nccwpck_require__, 8832));
	const found = await verify(request, deps);
	tell({ verdict: found });
	result.runLog?.close();
	const verdict = request.probe ? await probeAfterVerify(runner, {
		request,
		deps,
		tell,
		verdict: found
	}) : found;
	const unproved = result.probes.some((one) => one.outcome !== "proved");
	tellVerdict(runner, verdict, {
		failOnDrift: request.failOnDrift,
		unproved
	});
	const outside = result.probes.some((one) => one.outcome === "outside");
	const drift = driftOf(verdict).length > 0;
	const isSure = verdict.unchecked.length === 0 && !outside;
	if (request.driftIssue && isSure && (drift || !unproved)) await keepIssue(runner, {
		request,
		deps,
		home: result.home,
		verdict
	});
	else if (request.driftIssue) runner.log.line("The drift issue was not updated, because not everything could be checked.");
	if (drift && request.failOnDrift) for (const problem of probeProblems(result.probes)) runner.annotate("warning", problem);
	judge(verdict, request.failOnDrift);
	judgeProbes(result.probes);
}
async function keepIssue(runner, { request, deps, home, verdict }) {
	if (home === void 0) return;
	try {
		const context = {
			...runner,
			deadline: deps.deadline
		};
		runner.log.line(await tellDriftIssue({
			...verdict,
			findings: verdict.findings.map((one) => findingWithout(one, runner.secrets))
		}, {
			request,
			home,
			context,
			hide: runner.secrets.hide
		}));
	} catch (error) {
		const drift = verdict.findings.some(({ severity }) => severity === "error");
		const failsAnyway = drift && request.failOnDrift;
		if (!(isAuthorUnknown(error) || !drift && isIssuesOff(error) || failsAnyway && (0,pre_errors.a)(error)) || !(0,pre_errors.i)(error)) throw error;
		const cause = `The drift issue was not updated (${error.code})\n${error.message}`;
		runner.annotate("warning", {
			code: "drift-issue",
			cause,
			fix: error.fix
		});
	}
}
async function probeAfterVerify(runner, { request, deps, tell, verdict }) {
	const { plan, observed } = verdict;
	try {
		await probeAndTell(runner, {
			request,
			deps,
			tell,
			plan,
			observed,
			fresh: false
		});
		return verdict;
	} catch (error) {
		if (!(0,pre_errors.a)(error)) throw error;
		const unchecked = [...verdict.unchecked, {
			what: "the probe",
			error
		}];
		tell({ verdict: {
			...verdict,
			unchecked
		} });
		return {
			...verdict,
			unchecked
		};
	}
}

// src/support/commands.ts
const COMMAND = /^(?:(?<said>.*:) )?(?<command>(?:aws|curl|gh|git) .+)$/s;
function parted(text) {
	const { said = "", command } = COMMAND.exec(text)?.groups ?? {};
	return command === void 0 ? {
		said: text,
		command: ""
	} : {
		said,
		command
	};
}

// src/support/markdown.ts
function pre_text_0(value) {
	return (0,pre_errors.o)(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#!|~@$]|^[+-]/g, "\\$&").replace(/@(?=[\w-]+\\?\.)/g, "@​").replace(/:(?=\/\/)/g, "&#58;").replace(/(?<=www)\./gi, "&#46;");
}
function code(value) {
	if (value === "") return "–";
	return `<code>${(0,pre_errors.o)(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\|/g, "&#124;").replace(/[`*_[\]\\~$@:]|(?<=www)\./gi, (one) => `&#${one.codePointAt(0)};`)}</code>`;
}
const SPAN = /(?<=^|[\s(])`([^`\s](?:[^`]*[^`\s])?)`(?=$|[\s.,;:!?)])/;
function textWithCode(value, plainly = pre_text_0) {
	return (0,pre_errors.o)(value).split(SPAN).map((part, index) => {
		if (index % 2 === 1) return code(part);
		const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
		return inner === "" ? part : `${before}${plainly(inner)}${after}`;
	}).join("");
}
function textAndCommand(value) {
	const { said, command } = parted((0,pre_errors.o)(value));
	if (command === "") return textWithCode(value);
	return said === "" ? code(command) : `${textWithCode(said)}<br/>${code(command)}`;
}
function table(head, rows) {
	return [
		`| ${head.join(" | ")} |`,
		`|${head.map(() => "---").join("|")}|`,
		...rows.map((row) => `| ${row.join(" | ")} |`)
	].join("\n");
}
function fitted(markdown, { max, rest }) {
	if (markdown.length <= max) return markdown;
	const note = `\n\n*Cut here: the text is longer than GitHub accepts. ${rest}*`;
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

// src/github/markdown.ts
const LONGEST_BODY$1 = 65536;
const GAP = "​";
function hiddenMarker(kind, key) {
	return `<!-- cockroachdb-privatelink:${kind}:${(0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 32)} -->`;
}
function inert(markdown) {
	return withoutCommits(withoutReferences(withoutMentions(markdown)));
}
function withoutMentions(markdown) {
	return markdown.replace(/(?<![A-Za-z0-9_])(@|&#0*64;|&#x0*40;|&commat;)(?=[A-Za-z0-9&])/gi, `$1${GAP}`);
}
function plain(value, max) {
	const enough = value.slice(0, max * 10);
	const line = (0,pre_errors.o)(enough.toWellFormed().replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ""));
	return (0,pre_errors.l)(line, max);
}
function posted(value, max = 1e3) {
	return inert(pre_text_0(plain(value, max)));
}
function postedWithCommand(value, max = 1e3) {
	const { said, command } = parted(plain(value, max));
	const shown = textWithCode(said, (part) => inert(pre_text_0(part)));
	if (command === "") return shown;
	return said === "" ? code(command) : `${shown}<br/>${code(command)}`;
}
function linkTo(words, url) {
	const address = URL.canParse(url) ? new URL(url) : void 0;
	if (address === void 0 || !/^https?:$/.test(address.protocol)) return words;
	return `[${words}](${address.href.replace(/[()|`\\]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)})`;
}
function runText({ runUrl, runNumber, commit }, at) {
	const name = linkTo(/^\d+$/.test(runNumber) ? `run ${runNumber}` : "this run", runUrl);
	const sha = /^[0-9a-f]{7,64}$/.test(commit) ? [`commit ${code(commit.slice(0, 7))}`] : [];
	const time = `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
	return [
		name,
		...sha,
		time
	].join(", ");
}
function sameLines(markdown) {
	return markdown.replace(/\r\n?/g, "\n").trimEnd();
}
function withoutReferences(markdown) {
	return markdown.replace(/((?<!&)\\?#|&#0*35;|&#x0*23;|&num;)(?=\d)/gi, `$1${GAP}`);
}
const COMMIT = /(?<![\w\-/.=%&#])[0-9a-f]{7,40}(?!\w|-[0-9a-f]{4}-[0-9a-f]{4}-)/gi;
const SHORT = /.{6}(?=.)/g;
function withoutCommits(markdown) {
	return markdown.replace(/(?<![A-Za-z0-9])(GH-)(?=\d)/gi, `$1${GAP}`).replace(/(\/(?:issues|pulls?|discussions|commits?)\/)(?=[0-9a-f])/gi, `$1${GAP}`).replace(COMMIT, (sha) => /[a-f]/i.test(sha) ? sha.replace(SHORT, `$&${GAP}`) : sha);
}
const OPAQUE = /(<code>.*?<\/code>|\]\([^)\s]*\))/;
function harmless(markdown) {
	const inFence = fences();
	return sameLines(markdown.toWellFormed()).split("\n").map((line) => inFence(line) === "" ? shown$1(line) : line).join("\n");
}
function shown$1(line) {
	return withoutReferences(withoutMentions(line)).replaceAll("<!--", "&lt;!--").split(OPAQUE).map((part, index) => index % 2 === 0 ? withoutCommits(part) : part).join("");
}

// src/inputs/environment-name.ts
const FOR_BRANCHES = "Run this step for branches only, or set environment to a name without branch:";
const FOR_PULLS = "Run this step for pull requests of this repository only";
const named = (name) => (0,pre_errors.l)((0,white_space.r)(name), 255);
function isBranchOrPull(environment) {
	return /^(branch|pr):/.test(environment);
}
function environmentMistake(environment, { operation, event }) {
	const shown = (0,white_space.t)(environment, 40);
	if (environment.startsWith("branch:")) {
		const name = environment.slice(7);
		return spelling(name, shown) ?? otherRepository(name, shown, event) ?? tag(name, shown, event) ?? lasting(name, shown, {
			operation,
			event
		});
	}
	return environment.startsWith("pr:") ? pullMistake(environment.slice(3), shown, event) : void 0;
}
function spelling(name, shown) {
	if (/^( |$)/.test(name)) return {
		cause: "branch: needs the name of a branch",
		fix: "Set environment to branch:<name>"
	};
	const pull = /^(?:refs\/pull\/)?(\d+)\/merge$/.exec(name)?.[1];
	if (pull !== void 0) return {
		cause: `${shown} is a merge ref, not a branch`,
		fix: `Set environment to pr:${pull}`
	};
	if (name.startsWith("refs/tags/")) return {
		cause: `${shown} is a tag, not a branch`,
		fix: FOR_BRANCHES
	};
	if (!name.startsWith("refs/")) return void 0;
	const branch = /^refs\/heads\/(.+)$/s.exec(name)?.[1];
	return {
		cause: `${shown} is not the name of a branch`,
		fix: `Set environment to branch:${branch === void 0 ? "<name>" : (0,white_space.r)(branch)}`
	};
}
function otherRepository(name, shown, { head, pullNumber }) {
	if (head === void 0 || head.own || head.branch !== name) return void 0;
	const fix = `Set environment to ${pullNumber > 0 ? `pr:${pullNumber}` : "pr:<number>"}`;
	if (head.repository === "") return {
		cause: `${shown} is a branch of a deleted repository`,
		fix
	};
	return {
		cause: `${shown} is a branch of another repository`,
		fix: `${fix}, since the branch is in ${named(head.repository)}`
	};
}
function tag(name, shown, { tags }) {
	return tags.includes(name) ? {
		cause: `${shown} is a tag, not a branch`,
		fix: FOR_BRANCHES
	} : void 0;
}
function lasting(name, shown, { operation, event }) {
	const { head, pullNumber, base, defaultBranch, deleted } = event;
	if (operation !== "delete") return void 0;
	if (deleted !== void 0 && name === defaultBranch && !(deleted.type === "branch" && deleted.name === name)) return {
		cause: `${shown} is the default branch, not the deleted ${named(deleted.type)} ${(0,white_space.t)(deleted.name, 24)}`,
		fix: deleted.type === "branch" ? `Set environment to branch:${named(deleted.name)} (github.event.ref)` : FOR_BRANCHES
	};
	if (base === void 0 || name !== base || head?.own === true && head.branch === name) return void 0;
	const own = head?.own === true ? ` or branch:${named(head.branch)}` : "";
	return {
		cause: `${shown} is the base branch of pull request ${pullNumber}; delete needs its head`,
		fix: `Set environment to pr:${pullNumber}${own}`
	};
}
function pullMistake(text, shown, { issue, foreignPulls }) {
	if (!/^[1-9]\d{0,9}$/.test(text)) return {
		cause: `${shown} needs the number of a pull request (pr:123)`,
		fix: "Set environment to pr:<number>"
	};
	const number = Number(text);
	if (number === issue) return {
		cause: `${shown} is an issue, not a pull request`,
		fix: FOR_PULLS
	};
	if (!foreignPulls.includes(number)) return void 0;
	return {
		cause: `${shown} is a pull request of another repository`,
		fix: FOR_PULLS
	};
}
function unsweptName(environment) {
	const pull = /^(?:pr|pull|pull[-_ ]?request)[-_:/# ]?(\d+)$/i.exec(environment)?.[1];
	const branch = /^(?:branch|branches)[:/](.+)$/is.exec(environment)?.[1];
	const meant = pull === void 0 ? branch === void 0 ? void 0 : `branch:${(0,white_space.r)(branch)}` : `pr:${pull}`;
	if (meant === void 0 || meant === environment || isBranchOrPull(environment)) return void 0;
	return {
		cause: `Environment ${(0,white_space.t)(environment, 40)} is never swept: sweep needs the exact spelling ${meant}`,
		fix: `Set environment to ${meant}`
	};
}

// src/runner/runner-files.ts
const LONGEST_SHOWN = 300;
function keepOutputs(write, logFailure) {
	const lost = /* @__PURE__ */ new Map();
	let first;
	return {
		setOutput(name, value) {
			if (lost.has(name)) lost.set(name, value);
			try {
				write(name, value);
			} catch (error) {
				first ??= error;
				lost.set(name, value);
			}
		},
		trouble() {
			if (lost.size > 0) return unwritten("The outputs of this step", first, [...lost].map(shown));
			const failure = logFailure();
			return failure === void 0 ? void 0 : unwritten("The log of this step", failure, []);
		}
	};
}
function unwritten(what, error, details) {
	const said = (0,pre_errors.r)(error);
	const why = error instanceof Error && "code" in error ? String(error.code) : said.split(":")[0] ?? "";
	return new pre_errors.t("runner-files", {
		cause: `${what} could not be written: ${why}`,
		fix: "Check the runner's disk and the permissions of its work folder, then run again. The changes of this run remain.",
		details: [`Reason: ${said}`, ...details]
	}, { cause: error });
}
function shown([name, value]) {
	if (value === "") return `Not written: ${name} (empty)`;
	return `Not written: ${name}${value.length > LONGEST_SHOWN ? ` (${value.length} characters)` : `: ${(0,pre_errors.o)(value)}`}`;
}
function eventUnread(input, why) {
	const meant = {
		environment: "the branch or pull request that environment names",
		comment: "the pull request to comment on"
	}[input];
	return new pre_errors.t("runner-files", {
		cause: "The event of this run (GITHUB_EVENT_PATH) could not be read",
		fix: `Check the disk of the runner and run again; only the event names ${meant}. Nothing was sent to AWS or CockroachDB Cloud.`,
		details: [`Reason: ${why}`]
	});
}

// src/support/no-proxy.ts
function noProxyMatcher(list) {
	const entries = list.split(/[\s,]+/).map(readEntry).filter((entry) => entry !== void 0);
	return (address) => {
		const host = hostOf$1(address);
		const port = Number(address.port) || (address.protocol === "https:" ? 443 : 80);
		return entries.some((entry) => (entry.port ?? port) === port && entry.matches(host));
	};
}
function hostOf$1({ hostname }) {
	return hostname.toLowerCase().replace(/^\[(.*)\]$/, "$1").replace(/(?<=.)\.$/, "");
}
function readEntry(text) {
	const { host, port } = portOff(text.toLowerCase());
	const matches = addresses(host) ?? names(host);
	return matches === void 0 ? void 0 : {
		port,
		matches
	};
}
function portOff(entry) {
	const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(entry) ?? [];
	return {
		host: bracketed ?? plain ?? entry,
		port: port === void 0 ? void 0 : Number(port)
	};
}
function addresses(host) {
	const [, base = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(host) ?? [];
	const version = (0,external_node_net_.isIP)(base);
	const longest = version === 4 ? 32 : 128;
	const length = bits === void 0 ? longest : Number(bits);
	if (version === 0 || length > longest) return void 0;
	const family = (of) => of === 4 ? "ipv4" : "ipv6";
	const block = new external_node_net_.BlockList();
	block.addSubnet(base, length, family(version));
	return (address) => (0,external_node_net_.isIP)(address) !== 0 && block.check(address, family((0,external_node_net_.isIP)(address)));
}
function names(host) {
	if (host === "*") return () => true;
	const [, mark, name] = /^(\*\.|\.)?([\w-]+(?:\.[\w-]+)*)\.?$/.exec(host) ?? [];
	if (name === void 0) return void 0;
	return (address) => (0,external_node_net_.isIP)(address) === 0 && (address.endsWith(`.${name}`) || mark !== "*." && address === name);
}

// src/support/proxies.ts
const VARIABLES$2 = {
	"https:": [
		"https_proxy",
		"HTTPS_PROXY",
		"all_proxy",
		"ALL_PROXY"
	],
	"http:": [
		"http_proxy",
		"HTTP_PROXY",
		"all_proxy",
		"ALL_PROXY"
	]
};
const PROXY_VARIABLES = [...new Set(Object.values(VARIABLES$2).flat())];
function readProxies(env) {
	const byScheme = {
		"https:": inForce(env, "https:"),
		"http:": inForce(env, "http:")
	};
	const chosen = Object.values(byScheme).filter((one) => one !== void 0);
	const ownOfHttp = VARIABLES$2["http:"].slice(0, 2).some((name) => valueIn(env, name) !== "") ? byScheme["http:"] : void 0;
	const isExcepted = noProxyMatcher(valueIn(env, "no_proxy") || valueIn(env, "NO_PROXY"));
	return {
		proxyFor(address) {
			const variable = byScheme[address.protocol === "http:" ? "http:" : "https:"];
			if (variable === void 0 || isLoopback$1(hostOf$1(address)) || isExcepted(address)) return void 0;
			if ("mistake" in variable) throw new Error(variable.mistake);
			return variable.proxy;
		},
		given: chosen.length > 0,
		mistakes: [...new Set([byScheme["https:"], ownOfHttp].flatMap((one) => one !== void 0 && "mistake" in one ? [one.mistake] : []))]
	};
}
function valueIn(env, name) {
	return (env[name] ?? "").trim();
}
function isLoopback$1(host) {
	return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
function inForce(env, scheme) {
	const name = VARIABLES$2[scheme].find((one) => valueIn(env, one) !== "");
	if (name === void 0) return void 0;
	const value = valueIn(env, name);
	const proxy = addressIn(value);
	if (proxy !== void 0) return { proxy };
	return { mistake: /^socks\w*:/i.test(value) ? `${name}: ${NO_SOCKS}` : `${name}: ${UNUSABLE}` };
}
const UNUSABLE = "is not a usable address: give http://host:port (special characters in the password must be percent-encoded)";
const NO_SOCKS = "SOCKS proxies are not supported: give the address of an HTTP proxy (http://host:port)";
function addressIn(value) {
	const written = value.includes("://") ? value : `http://${value}`;
	if (/\s/.test(value) || !URL.canParse(written)) return void 0;
	const url = new URL(written);
	const { protocol, hostname, pathname, search, hash, username, password } = url;
	const plain = /^\/*$/.test(pathname) && search === "" && hash === "";
	if (!(/^https?:$/.test(protocol) && /^([\w.-]+|\[[\da-f:.]+\])$/.test(hostname) && plain) || decoded(`${username}${password}`) === void 0) return void 0;
	url.pathname = "/";
	return url;
}
function credentialsIn(variable) {
	const value = variable.trim();
	const [, user = "", written = ""] = /^(?:[a-z][a-z\d+.-]*:\/\/)?([^:@]*):?(?!\/\/)(.*)@/is.exec(value) ?? [];
	const users = [user, decoded(user) ?? user];
	if (written === "") return {
		users,
		passwords: []
	};
	const password = decoded(written) ?? written;
	return {
		users,
		passwords: [
			written,
			addressIn(value)?.password ?? written,
			password,
			Buffer.from(`${decoded(user) ?? user}:${password}`).toString("base64")
		]
	};
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return;
	}
}

// src/inputs/parsers.ts
const DEFAULT_API_URL = "https://cockroachlabs.cloud";
const MOST_USER_TAGS = 20;
const MOST_REPORTED = 5;
const MOST_IN_ONE = 30;
const MOST_RULES = 1e3;
const WITHHELD = {
	fork: {
		why: "since runs for pull requests from forks get no secrets",
		fix: "Skip the step there: `if: github.event.pull_request.head.repo.full_name == github.repository`"
	},
	dependabot: {
		why: "since dependabot[bot] started the run, which gets Dependabot secrets only",
		fix: "Add the key to the Dependabot secrets, or skip the step: `if: github.actor != 'dependabot[bot]'`"
	}
};
function inputReader(input, mistakes, withheld) {
	const values = valueParsers(input, mistakes);
	const lists = listParsers(input, mistakes);
	return {
		...values,
		...lists,
		...cloudParsers(input, mistakes, withheld),
		trustedOwners() {
			const accounts = lists.list("trusted-owners", {
				form: /^(\d{12}|self|\*)$/,
				what: "a 12-digit AWS account ID, self or *",
				max: 200
			});
			const mode = values.oneOf("trusted-owners-mode", ["add", "exact"], "add");
			return accounts.length === 0 ? void 0 : {
				accounts,
				mode
			};
		}
	};
}
function valueParsers(input, mistakes) {
	return {
		oneOf(name, allowed, fallback) {
			const value = input(name) || fallback;
			const found = allowed.find((word) => word === value);
			if (found === void 0) mistakes.push(`${name}: ${(0,white_space.t)(value)} is not one of ${allowed.join(", ")}`);
			return found ?? fallback;
		},
		optional(name, form, what) {
			const value = input(name);
			if (value === "") return void 0;
			if (form.test(value)) return value;
			mistakes.push(`${name}: ${(0,white_space.t)(value)} is not ${what}`);
		},
		boolean(name, fallback) {
			const value = input(name);
			if (value === "") return fallback;
			if (/^(true|True|TRUE)$/.test(value)) return true;
			if (!/^(false|False|FALSE)$/.test(value)) mistakes.push(`${name}: ${(0,white_space.t)(value)} is neither true nor false`);
			return false;
		},
		integer(name, range) {
			const value = input(name);
			if (value === "") return range.fallback;
			const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
			if (number >= range.min && number <= range.max) return number;
			mistakes.push(`${name}: ${(0,white_space.t)(value)} is not a whole number from ${range.min} to ${range.max}`);
			return range.fallback;
		},
		region(name, fallback, optional) {
			const value = input(name) || (fallback ?? "").trim();
			if (value === "" && optional) return "";
			if (/^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/.test(value)) return value;
			mistakes.push(value === "" ? `${name}: is required (or AWS_REGION)` : `${name}: ${(0,white_space.t)(value)} is not an AWS region`);
			return "";
		},
		environment(name) {
			const value = input(name) || "default";
			if (value.length > 500 || /[\u0000-\u001f\u007f]/.test(value)) mistakes.push(`${name}: must be one line of at most 500 characters`);
			return value;
		}
	};
}
function cloudParsers(input, mistakes, withheld) {
	return {
		secret(name, fallback, variable) {
			const value = input(name).trim() || (fallback ?? "").trim();
			if (value === "") mistakes.push(withheld === void 0 ? `${name}: is required (or the environment variable ${variable})` : {
				cause: `${name}: is empty, ${WITHHELD[withheld].why}`,
				fix: WITHHELD[withheld].fix
			});
			else if (!/^[\x21-\x7e]{1,4096}$/.test(value)) mistakes.push(`${name}: contains white space or characters that an API key never has`);
			return value;
		},
		apiUrl(name, fallback) {
			const value = input(name).trim() || (fallback ?? "").trim() || DEFAULT_API_URL;
			const url = URL.canParse(value) ? new URL(value) : void 0;
			const problem = apiUrlProblem(url);
			if (problem !== void 0) mistakes.push(`${name}: ${problem}`);
			if (url === void 0 || problem !== void 0) return new URL(DEFAULT_API_URL);
			url.pathname = url.pathname.replace(/\/api\/v1\/*$/, "/");
			return url;
		}
	};
}
function listParsers(input, mistakes) {
	function list(name, { form, what, max }) {
		const { entries, mistake } = listEntries(input(name));
		if (mistake !== void 0) mistakes.push(`${name}: ${mistake}`);
		reportSome(name, entries.filter((entry) => !form.test(entry)).map((entry) => `${name}: ${(0,white_space.t)(entry)} is not ${what}`));
		if (entries.length > max) mistakes.push(`${name}: has ${entries.length} entries, at most ${max} are allowed`);
		return entries.filter((entry) => form.test(entry));
	}
	function reportSome(name, wrong) {
		mistakes.push(...wrong.slice(0, MOST_REPORTED));
		const rest = wrong.slice(MOST_REPORTED).map((one) => one.slice(name.length + 2));
		if (rest.length > 0) mistakes.push(`${name}: ${rest.length} more entries are wrong: ${(0,pre_text.i)(rest, MOST_IN_ONE)}`);
	}
	return {
		list,
		cidrs(name) {
			const entries = list(name, {
				form: /.*/,
				what: "",
				max: MOST_RULES
			});
			const canonical = entries.map((entry) => canonicalCidr(entry) ?? ((0,external_node_net_.isIP)(entry) === 4 ? `${entry}/32` : void 0));
			reportSome(name, entries.filter((_, index) => canonical[index] === void 0).map((entry) => `${name}: ${(0,white_space.t)(entry)} is not an IPv4 CIDR block`));
			return [...new Set(canonical.filter((cidr) => cidr !== void 0))];
		},
		tags(name) {
			const tags = Object.create(null);
			const wrong = [];
			const entries = tagEntries(input(name));
			for (const entry of entries) {
				const problem = tagProblem(entry, tags);
				if (problem !== void 0) wrong.push(`${name}: ${(0,white_space.t)(entry.key ?? entry.shown)} ${problem}`);
				else tags[entry.key ?? ""] = entry.value ?? "";
			}
			reportSome(name, wrong);
			if (entries.length > MOST_USER_TAGS) mistakes.push(`${name}: has ${entries.length} tags, at most ${MOST_USER_TAGS} are allowed`);
			return tags;
		}
	};
}
function listEntries(text) {
	const array = text.startsWith("[") ? jsonTexts(text) : text.split(/[\n,]+/);
	if (typeof array === "string") return {
		entries: [],
		mistake: array
	};
	const entries = [...new Set(array.map(white_space.n).filter((entry) => entry !== ""))];
	const isEmpty = entries.length === 0 && text !== "";
	const empty = text.startsWith("[") ? "is a JSON array without entries" : "contains only separators";
	return {
		entries,
		mistake: isEmpty ? `${empty}; add an entry or remove the input` : void 0
	};
}
function jsonTexts(text) {
	let array;
	try {
		array = JSON.parse(text);
	} catch {
		return `${(0,white_space.t)(text)} is not a JSON array; put each entry in double quotes`;
	}
	const at = array.findIndex((entry) => typeof entry !== "string");
	if (at >= 0) return `entry ${at + 1} of the JSON array is not text; put it in double quotes`;
	return array;
}
function tagEntries(text) {
	const object = jsonObject(text);
	if (object !== void 0) return Object.entries(object).map(([key, value]) => typeof value === "object" ? {
		key: void 0,
		value: void 0,
		shown: key
	} : {
		key,
		value: String(value),
		shown: key
	});
	return text.split("\n").map(white_space.n).filter((line) => line !== "").map((line) => {
		const at = line.indexOf("=");
		return at < 1 ? {
			key: void 0,
			value: void 0,
			shown: line
		} : {
			key: (0,white_space.n)(line.slice(0, at)),
			value: (0,white_space.n)(line.slice(at + 1)),
			shown: line
		};
	});
}
function jsonObject(text) {
	if (!text.startsWith("{")) return void 0;
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
function tagProblem({ key, value }, taken) {
	if (key === void 0 || value === void 0) return "is not key=value";
	if (/^(aws:|cockroachdb-privatelink\/)/i.test(key)) return "starts with a reserved prefix";
	if (NOT_IN_XML.test(key) || NOT_IN_XML.test(value)) return "has control characters in its key or value";
	const [longKey, longValue] = [[...key].length > 128, [...value].length > 256];
	if (key === "" || longKey) return "is not a tag key (1 to 128 characters)";
	if (longValue) return "has a value of more than 256 characters";
	return Object.hasOwn(taken, key) ? "is given twice" : void 0;
}
function apiUrlProblem(url) {
	const isLocal = url?.protocol === "http:" && isLoopback(url.hostname);
	if (url === void 0 || url.protocol !== "https:" && !isLocal) return "must be an https address (http only on loopback)";
	if (isNeverTheCloud(url.hostname)) return `must not be an address that only the runner itself can reach (${(0,white_space.t)(url.hostname)})`;
	return [
		url.username,
		url.password,
		url.search,
		url.hash
	].every((part) => part === "") ? void 0 : "must be a plain address without user, query or fragment";
}
function isNeverTheCloud(hostname) {
	return /^(169\.254|0|22[4-9]|23\d|24\d|25[0-5])\./.test(hostname) || /^\[(::|::ffff:.*|fe[89ab].*|fd00:ec2:.*|ff.*)\]$/.test(hostname) || /(^|\.)metadata\.(google\.internal|azure\.com)\.?$|^instance-data(\.ec2\.internal)?\.?$/.test(hostname);
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

// src/inputs/inputs.ts
function readInputs(input, env, { withheld, event = namesOfEvent({ payload: {} }, env), recordMistake } = {}) {
	const mistakes = [];
	const request = parseInputs(inputReader(input, mistakes, withheld), {
		input,
		env,
		mistakes
	});
	mistakes.push(...readProxies(env).mistakes);
	if (recordMistake !== void 0) mistakes.push(recordMistake);
	checkTogether(request, input, mistakes);
	const { operation, environment } = request;
	const misnamed = operation === "sweep" ? void 0 : environmentMistake(environment, {
		operation,
		event
	});
	if (misnamed !== void 0) mistakes.push({
		cause: `environment: ${misnamed.cause}`,
		fix: misnamed.fix
	});
	if (mistakes.length > 0) throw invalid(mistakes);
	if (isBranchOrPull(environment) && operation !== "verify" && operation !== "sweep" && event.unread !== void 0) throw eventUnread("environment", event.unread);
	return Object.freeze(request);
}
function parseInputs(read, { input, env, mistakes }) {
	return {
		operation: read.oneOf("operation", [
			"ensure",
			"verify",
			"delete",
			"sweep"
		], "ensure"),
		clusters: read.list("cluster", {
			form: CLUSTER_REFERENCE,
			what: "a cluster ID or cluster name",
			max: 500
		}),
		apiKey: read.secret("cockroach-api-key", env["COCKROACH_API_KEY"], "COCKROACH_API_KEY"),
		apiUrl: read.apiUrl("cockroach-api-url", env["COCKROACH_SERVER"]),
		...signInInputs(read, input, env),
		...pathInputs(read),
		environment: read.environment("environment"),
		privateDns: read.boolean("private-dns", true),
		trustedOwners: read.trustedOwners(),
		ownersOnly: isOwnersOnly(input),
		tags: read.tags("tags"),
		wait: read.boolean("wait", true),
		timeoutSeconds: read.integer("timeout-seconds", {
			min: 30,
			max: 21e3,
			fallback: 3600
		}),
		dryRun: read.boolean("dry-run", false),
		failOnDrift: read.boolean("fail-on-drift", true),
		probe: read.boolean("probe", false),
		driftIssue: read.boolean("drift-issue", false),
		comment: read.boolean("comment", false),
		sweepGraceMs: read.integer("sweep-grace-hours", {
			min: 13,
			max: 1e5,
			fallback: 24
		}) * 36e5,
		githubToken: input("github-token"),
		record: input("record"),
		readLagMs: seconds(env, {
			name: "PRIVATELINK_READ_LAG_SECONDS",
			fallback: 30,
			min: 0
		}, mistakes),
		decisionMs: seconds(env, {
			name: "PRIVATELINK_DECISION_SECONDS",
			fallback: 60,
			min: 5
		}, mistakes)
	};
}
function signInInputs(read, input, env) {
	return {
		region: read.region("aws-region", env["AWS_REGION"] || env["AWS_DEFAULT_REGION"], !needsAws(input)),
		roleArn: read.optional("role-to-assume", /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/, "an IAM role ARN"),
		roleSessionName: read.optional("role-session-name", /^[\w+=,.@-]{2,64}$/, "2 to 64 letters, digits or _+=,.@-") ?? `cockroachdb-privatelink-${(env["GITHUB_RUN_ID"] ?? "local").replace(/[^\w-]/g, "").slice(0, 38)}`,
		roleDurationSeconds: read.integer("role-duration-seconds", {
			min: 900,
			max: 43200,
			fallback: 3600
		}),
		audience: read.optional("audience", /^[\x21-\x7e]{1,255}$/, "at most 255 printable characters") ?? "sts.amazonaws.com",
		allowedAccountIds: read.list("allowed-account-ids", {
			form: /^\d{12}$/,
			what: "a 12-digit AWS account ID",
			max: 500
		})
	};
}
function pathInputs(read) {
	return {
		vpcId: read.optional("vpc-id", resourceId("vpc"), "a VPC ID (vpc-...)"),
		subnetIds: read.list("subnet-ids", {
			form: resourceId("subnet"),
			what: "a subnet ID (subnet-...)",
			max: 30
		}),
		securityGroupIds: read.list("security-group-ids", {
			form: resourceId("sg"),
			what: "a security group ID (sg-...)",
			max: 16
		}),
		allowedCidrs: read.cidrs("allowed-cidrs"),
		allowedSecurityGroupIds: read.list("allowed-security-group-ids", {
			form: resourceId("sg"),
			what: "a security group ID (sg-...)",
			max: MOST_RULES
		}),
		endpointId: read.optional("endpoint-id", resourceId("vpce"), "a VPC endpoint ID (vpce-...)")
	};
}
function invalid(mistakes) {
	const problems = mistakes.map((one) => {
		const { cause, fix = usualFix(cause) } = typeof one === "string" ? { cause: one } : one;
		return {
			code: "input-invalid",
			cause,
			fix: `${fix}; nothing was sent to AWS or CockroachDB Cloud.`
		};
	});
	const [first, ...more] = problems;
	if (first !== void 0 && more.length === 0) return new pre_errors.t("input-invalid", first);
	return new pre_errors.t("input-invalid", {
		cause: headlineOf(problems),
		fix: "Correct each of them in the step; nothing was sent to AWS or CockroachDB Cloud.",
		details: mistakes.map((one) => typeof one === "string" ? one : `${one.cause}. ${one.fix}`),
		problems
	});
}
function headlineOf(problems) {
	const names = new Set(problems.map(({ cause }) => cause.slice(0, cause.indexOf(":"))));
	const [only] = names;
	return names.size === 1 ? `${only}: several mistakes` : `${names.size} inputs are wrong`;
}
function usualFix(cause) {
	const name = cause.slice(0, cause.indexOf(":"));
	if (/^[A-Za-z]+_\w+$/.test(name)) return `Correct the environment variable ${name} of the step, job or runner`;
	return `${/: is required/.test(cause) ? "Set" : /can't be used with|works only with/.test(cause) ? "Remove" : "Correct"} \`${name}\` in the \`with:\` block of the step`;
}
function isOwnersOnly(input) {
	return input("trusted-owners") !== "" && [
		"vpc-id",
		"endpoint-id",
		"environment"
	].every((name) => input(name) === "");
}
function needsAws(input) {
	return !isOwnersOnly(input) || listEntries(input("trusted-owners")).entries.includes("self") || input("allowed-account-ids") !== "";
}
function checkTogether(request, input, mistakes) {
	const mistake = (when, text) => {
		if (when) mistakes.push(text);
	};
	mistake(request.driftIssue && request.operation !== "verify", "drift-issue: works only with operation verify");
	checkPlace(request, input, mistake);
	if (request.endpointId !== void 0) for (const name of [
		"subnet-ids",
		"security-group-ids",
		"allowed-cidrs",
		"allowed-security-group-ids",
		"tags"
	]) mistake(input(name) !== "", `${name}: can't be used with endpoint-id, which is never created or modified`);
	if (request.securityGroupIds.length > 0) for (const name of ["allowed-cidrs", "allowed-security-group-ids"]) mistake(input(name) !== "", `${name}: can't be used with security-group-ids, whose rules are never changed`);
	const partition = request.roleArn === void 0 ? void 0 : request.roleArn.split(":")[1];
	mistake(partition !== void 0 && request.region !== "" && partition !== partitionOf(request.region), `role-to-assume: is in partition ${partition}, but region ${request.region} is in ${partitionOf(request.region)}`);
}
function checkPlace({ operation, ownersOnly }, input, mistake) {
	const given = (name) => input(name) !== "";
	const builds = operation === "ensure" || operation === "verify";
	mistake((builds || ownersOnly) && operation !== "sweep" && !given("cluster"), "cluster: is required; give a cluster ID or an exact cluster name");
	mistake(operation !== "sweep" && !given("vpc-id") && !given("endpoint-id") && !ownersOnly, builds ? "vpc-id: is required (or endpoint-id, to connect an existing VPC endpoint)" : "vpc-id: is required (or endpoint-id and cluster, to disconnect an endpoint of another owner)");
	if (operation === "delete" && !ownersOnly) checkDelete(given, mistake);
	if (operation === "sweep") checkSweep(input, mistake);
	mistake((operation === "delete" || operation === "sweep") && input("probe").toLowerCase() === "true", `probe: can't be used with operation ${operation}`);
}
function checkDelete(given, mistake) {
	mistake(!given("environment") && !given("cluster"), "environment: `delete` needs `environment` or `cluster`, so that nothing is deleted by accident");
	mistake(given("endpoint-id") && !given("cluster"), "cluster: is required with endpoint-id, since no claim names the clusters of that endpoint");
}
function checkSweep(input, mistake) {
	for (const name of [
		"cluster",
		"environment",
		"endpoint-id",
		"trusted-owners",
		"comment"
	]) mistake(name === "comment" ? input(name).toLowerCase() === "true" : input(name) !== "", `${name}: can't be used with operation sweep, which looks for environments that are gone`);
}
function partitionOf(region) {
	if (region.startsWith("cn-")) return "aws-cn";
	if (region.startsWith("us-gov-")) return "aws-us-gov";
	if (region.startsWith("eusc-")) return "aws-eusc";
	const iso = /^(us-iso[bf]?|eu-isoe)-/.exec(region)?.[1];
	return iso === void 0 ? "aws" : `aws-${iso.replace(/^(us|eu)-/, "").replace(/^isob/, "iso-b").replace(/^isof/, "iso-f").replace(/^isoe/, "iso-e")}`;
}
function resourceId(prefix) {
	return new RegExp(`^${prefix}-[0-9a-f]{8,17}$`);
}
const CLUSTER_REFERENCE = /^[A-Za-z0-9][\w.-]{0,63}$/;
function seconds(env, { name, fallback, min }, mistakes) {
	const value = (0,white_space.n)(env[name] ?? "");
	const number = value === "" ? fallback : Number(value);
	if (Number.isFinite(number) && number >= min && number <= 3600) return number * 1e3;
	mistakes.push(`${name}: must be a number of seconds from ${min} to 3600`);
	return fallback * 1e3;
}

// src/reconcile/plan/effects.ts
function isShown(action, observed) {
	return SHOWN[action.kind](action, observed);
}
function letsIn({ groups }, groupId, source) {
	return (groups.find((one) => one.id === groupId)?.ingress ?? []).some((rule) => isSqlRule(rule) && rule.source !== void 0 && (0,types.o)(rule.source) === (0,types.o)(source));
}
const endpointOf = ({ endpoints }, id) => endpoints.find((one) => one.id === id && !(0,types.a)(one));
const viewOf = ({ clusters }, clusterId) => clusters.find(({ failure, matches }) => failure === void 0 && matches.some(({ id }) => id === clusterId));
const ruleText = ({ protocol, fromPort, toPort, from }) => [
	protocol,
	fromPort,
	toPort,
	from
].join(" ");
const NEVER = () => false;
const SHOWN = {
	"create-services": ({ clusterId }, observed) => (viewOf(observed, clusterId)?.services.length ?? 0) > 0,
	"create-group": ({ name, vpcId }, { groups }) => groups.some((one) => one.name === name && one.vpcId === vpcId),
	"authorize-ingress": ({ groupId, sources }, observed) => sources.every((one) => letsIn(observed, groupId, one)),
	"revoke-ingress": ({ groupId, rules }, { groups }) => {
		const group = groups.find(({ id }) => id === groupId);
		const left = new Set(group?.ingress.map(ruleText));
		return group !== void 0 && rules.every((rule) => !left.has(ruleText(rule)));
	},
	"create-endpoint": ({ tags }, { endpoints }) => endpoints.some((one) => !(0,types.a)(one) && Object.entries(tags).every(([key, value]) => one.tags[key] === value)),
	"modify-endpoint": ({ endpointId, ...change }, observed) => {
		const endpoint = endpointOf(observed, endpointId);
		if (endpoint === void 0) return false;
		const has = [...endpoint.subnetIds, ...endpoint.groupIds];
		return [...change.addSubnetIds, ...change.addGroupIds].every((id) => has.includes(id)) && [...change.removeSubnetIds, ...change.removeGroupIds].every((id) => !has.includes(id));
	},
	"set-private-dns": ({ endpointId, enabled }, observed) => endpointOf(observed, endpointId)?.privateDns === enabled,
	"delete-endpoint": ({ endpointId }, observed) => endpointOf(observed, endpointId) === void 0,
	"delete-group": ({ groupId }, { groups }) => groups.every(({ id }) => id !== groupId),
	connect: ({ clusterId, endpointId }, observed) => viewOf(observed, clusterId)?.connections.some((one) => one.endpointId === endpointId && !(0,pre_lease.Vt)(one)) === true,
	disconnect: ({ clusterId, endpointId }, observed) => viewOf(observed, clusterId)?.connections.every((one) => one.endpointId !== endpointId || (0,pre_lease.Vt)(one)) === true,
	trust: ({ clusterId, accountId }, observed) => viewOf(observed, clusterId)?.owners?.some((one) => one.accountId === accountId) === true,
	untrust: ({ clusterId, owner }, observed) => viewOf(observed, clusterId)?.owners?.every((one) => one.id !== owner.id) === true,
	claim: NEVER,
	unclaim: NEVER,
	mark: NEVER,
	unmark: NEVER
};

// src/report/step-lines.ts
const MAX_SOURCES = 4;
const ports = (sources) => `${types.t}/tcp from ${sources.map(types.o).join(", ")}`;
const endpointText = (endpointId) => endpointId ?? "the new VPC endpoint";
const inGroup = (groupId) => groupId ?? "the new security group";
function endpointChanges(action) {
	const { addSubnetIds, removeSubnetIds, addGroupIds, removeGroupIds } = action;
	const changes = [...[...addSubnetIds, ...addGroupIds].map((id) => `+ ${id}`), ...[...removeSubnetIds, ...removeGroupIds].map((id) => `- ${id}`)];
	return `${action.endpointId}: ${(0,pre_text.i)(changes, MAX_SOURCES)}`;
}
function claimText({ what, endpointId, tags }) {
	const count = Object.keys(tags).length;
	if (what === "refused-zones") return `zones that EC2 refuses, on ${endpointId}`;
	return what === "own" ? `this environment on ${endpointId}` : `${(0,pre_text.r)(count, "claim")} of the replaced endpoint, on ${endpointId}`;
}
const WORDS = {
	"create-services": {
		effect: "create",
		noun: "endpoint service",
		detail: ({ clusterId }, { cluster }) => cluster(clusterId),
		verbs: ["Creating", "Requested"],
		object: ({ clusterId }, { cluster }) => `endpoint service of cluster ${cluster(clusterId)}`
	},
	"create-group": {
		effect: "create",
		noun: "security group",
		detail: ({ serviceName, name }) => serviceName === void 0 ? "named after the endpoint service" : name,
		verbs: ["Creating", "Created"],
		object: ({ name }, _names, created) => `security group ${created ?? name}`
	},
	"authorize-ingress": {
		effect: "create",
		noun: "ingress rule",
		detail: ({ sources }) => ports(sources),
		verbs: ["Allowing", "Allowed"],
		object: ({ groupId, sources }) => `${ports(sources)} in ${inGroup(groupId)}`
	},
	"revoke-ingress": {
		effect: "delete",
		noun: "ingress rule",
		detail: ({ groupId, rules }) => `${rulesText(rules)} in ${groupId}`,
		verbs: ["Removing", "Removed"],
		object: ({ groupId, rules }) => `ingress rule ${rulesText(rules)} from ${groupId}`
	},
	"create-endpoint": {
		effect: "create",
		noun: "VPC endpoint",
		detail: ({ subnetIds }, { zones }) => zones(subnetIds) || "in the availability zones of the endpoint service",
		verbs: ["Creating", "Created"],
		object: (_action, _names, created) => `VPC endpoint${created === void 0 ? "" : ` ${created}`}`
	},
	claim: {
		effect: "tag",
		noun: "claim",
		detail: claimText,
		verbs: ["Registering", "Registered"],
		object: claimText
	},
	unclaim: {
		effect: "tag",
		noun: "claim",
		detail: ({ endpointId, tags }) => `release ${(0,pre_text.r)(Object.keys(tags).length, "claim")} on ${endpointId}`,
		verbs: ["Releasing", "Released"],
		object: ({ endpointId, tags }) => `${(0,pre_text.r)(Object.keys(tags).length, "claim")} on ${endpointId}`
	},
	mark: {
		effect: "tag",
		noun: "removal mark",
		detail: (action) => markedId(action),
		verbs: ["Marking", "Marked"],
		object: (action) => `${markedId(action)} for removal`
	},
	unmark: {
		effect: "tag",
		noun: "removal mark",
		detail: (action) => `remove from ${markedId(action)}`,
		verbs: ["Removing", "Removed"],
		object: (action) => `removal mark from ${markedId(action)}`
	},
	"modify-endpoint": {
		effect: "change",
		noun: "VPC endpoint",
		detail: endpointChanges,
		verbs: ["Updating", "Updated"],
		object: (action) => `VPC endpoint ${endpointChanges(action)}`
	},
	connect: {
		effect: "create",
		noun: "connection",
		detail: ({ clusterId }, { cluster }) => cluster(clusterId),
		verbs: ["Connecting", "Connected"],
		object: ({ clusterId, endpointId }, { cluster }) => `cluster ${cluster(clusterId)} to ${endpointText(endpointId)}`
	},
	disconnect: {
		effect: "delete",
		noun: "connection",
		detail: ({ clusterId, endpointId }, { cluster }) => `${cluster(clusterId)} to ${endpointId}`,
		verbs: ["Disconnecting", "Disconnected"],
		object: ({ clusterId, endpointId }, { cluster }) => `cluster ${cluster(clusterId)} from ${endpointId}`
	},
	"set-private-dns": {
		effect: "change",
		noun: "private DNS",
		detail: ({ enabled }) => enabled ? "on" : "off",
		verbs: ["Requesting", "Requested"],
		object: ({ enabled, endpointId }) => `private DNS ${enabled ? "on" : "off"} for ${endpointText(endpointId)}`
	},
	"delete-endpoint": {
		effect: "delete",
		noun: "VPC endpoint",
		detail: ({ endpointId }) => endpointId,
		verbs: ["Requesting", "Requested"],
		object: ({ endpointId }) => `deletion of VPC endpoint ${endpointId}`
	},
	"delete-group": {
		effect: "delete",
		noun: "security group",
		detail: ({ groupId }) => groupId,
		verbs: ["Deleting", "Deleted"],
		object: ({ groupId }) => `security group ${groupId}`
	},
	trust: {
		effect: "create",
		noun: "trusted owner",
		detail: ({ accountId, clusterId }, { cluster }) => `AWS account ${accountId} on ${cluster(clusterId)}`,
		verbs: ["Adding", "Added"],
		object: ({ accountId, clusterId }, { cluster }) => `trusted owner ${accountId} on cluster ${cluster(clusterId)}`
	},
	untrust: {
		effect: "delete",
		noun: "trusted owner",
		detail: ({ owner, clusterId }, { cluster }) => `AWS account ${owner.accountId} on ${cluster(clusterId)}`,
		verbs: ["Removing", "Removed"],
		object: ({ owner, clusterId }, { cluster }) => `trusted owner ${owner.accountId} from cluster ${cluster(clusterId)}`
	}
};
function rulesText(rules) {
	const sources = rules.flatMap((rule) => rule.source === void 0 ? [] : [rule.source]);
	return ports(sources);
}
function markedId({ endpointId, groupId, groupOnly }) {
	return groupOnly === true && groupId !== void 0 ? groupId : endpointId;
}
function wordsOf({ kind }) {
	return WORDS[kind];
}
function namesIn(observed) {
	const all = observed?.clusters.flatMap((view) => view.matches) ?? [];
	const zoneOf = new Map(observed?.subnets.map((subnet) => [subnet.id, subnet.zoneId]));
	return {
		cluster(clusterId) {
			const found = all.find((one) => one.id === clusterId);
			return found === void 0 ? clusterId : (0,pre_lease.Ht)(found);
		},
		zones: (subnetIds) => subnetIds.map((id) => zoneOf.get(id) ?? id).join(", ")
	};
}
function plannedLine(action, observed) {
	const { effect, noun, detail } = wordsOf(action);
	return {
		effect,
		noun,
		detail: detail(action, namesIn(observed))
	};
}
function doingText(action, observed) {
	const { verbs, object } = wordsOf(action);
	return `${verbs[0]} ${object(action, namesIn(observed))}`;
}
function doneText(action, observed, created) {
	const { verbs, object } = wordsOf(action);
	return `${verbs[1]} ${object(action, namesIn(observed), created)}`;
}
function changeLines(done, observed) {
	return done.filter((step) => !(0,pre_lease.it)(step)).map(({ action, created }) => doneText(action, observed, created));
}

// src/report/plan-lines.ts
const SIGNS = {
	create: "+",
	change: "~",
	delete: "-",
	tag: "#"
};
const NOUN_WIDTH = 16;
function plannedWaits({ waits }) {
	return waits.filter(({ kind }) => kind !== "confirm" && kind !== "lag");
}
function planLines(plan, observed, title) {
	const steps = plan.steps.map(({ action }) => plannedLine(action, observed));
	const waits = plannedWaits(plan);
	const numbers = [
		...[
			"create",
			"change",
			"delete",
			"tag"
		].map((effect) => ({
			word: effect,
			count: steps.filter((step) => step.effect === effect).length
		})),
		{
			word: "wait for",
			count: waits.length
		},
		{
			word: "blocked by",
			count: plan.blockers.length
		}
	].filter(({ count }) => count > 0);
	const isUnread = plan.unread !== void 0;
	const counts = numbers.map(({ word, count }) => `${word} ${count}`).join(", ");
	const cost = planCost(plan);
	return [
		`${title}: ${counts || (isUnread ? "incomplete" : "no changes")}${cost === void 0 ? "" : ` (${cost})`}`,
		...steps.map(({ effect, noun, detail }) => `  ${SIGNS[effect]} ${noun.padEnd(NOUN_WIDTH)}  ${detail}`),
		...waits.map(({ what, seen, waitingOn }) => `  … ${what} (${seen}): ${waitingOn}`),
		...plan.blockers.flatMap(({ cause, log = [] }) => [`  ! ${cause}`, ...log]),
		...isUnread ? [`Not planned, because it was not read: ${[...plan.unread.values()].join(", ")}`] : []
	];
}

// src/report/wait-lines.ts
function endedText(wait, { plan, observed }) {
	switch (wait.kind) {
		case "endpoint": return endpointEnded(wait, observed);
		case "connection":
		case "disconnected": return connectionEnded(wait, observed);
		case "gone": return observed.endpoints.some((one) => one.id === wait.subject && one.state !== "deleted") ? void 0 : `VPC endpoint ${wait.subject} is deleted`;
		case "service": return plan.paths.find(({ members }) => members.some(({ cluster }) => cluster.id === wait.subject))?.service?.status === "AVAILABLE" ? `Endpoint service of cluster ${clusterName(wait.subject, observed)} is available` : void 0;
		default: return;
	}
}
function endpointEnded({ subject, change }, { endpoints }) {
	const endpoint = endpoints.find((one) => one.id === subject);
	if (endpoint?.state !== "available") return void 0;
	if (change === "private-dns") return `Private DNS of ${subject} is ${endpoint.privateDns ? "on" : "off"}`;
	return `VPC endpoint ${subject} is available`;
}
function connectionEnded({ kind, subject }, { clusters }) {
	const view = clusters.find(({ matches }) => matches.some(({ id }) => subject.startsWith(`${id}:`)));
	const cluster = view?.matches.find(({ id }) => subject.startsWith(`${id}:`));
	if (view === void 0 || cluster === void 0) return void 0;
	const connection = view.connections.find((one) => `${cluster.id}:${one.endpointId}` === subject);
	if (!(kind === "disconnected" ? connection === void 0 : connection?.status === "AVAILABLE")) return void 0;
	const name = (0,pre_lease.Ht)(cluster);
	return kind === "disconnected" ? `Cluster ${name} is disconnected` : `Connection of cluster ${name} is available`;
}
function clusterName(clusterId, { clusters }) {
	const found = clusters.flatMap((view) => view.matches).find((one) => one.id === clusterId);
	return found === void 0 ? clusterId : (0,pre_lease.Ht)(found);
}
const MAX_LINE = 120;
const MINUTE_MS = 6e4;
function awaitedText(waits, elapsedMs, remainingMs) {
	const line = `… Waiting for ${waits.map(({ what, seen }) => `${what} (${seen})`).join("; also for ")}: ${duration(elapsedMs)} elapsed, times out in ${roughly(remainingMs)}`;
	const movers = new Set(waits.map(({ waitingOn }) => waitingOn));
	const whole = `${line}. ${(0,pre_text.n)([...movers].join("; "))}`;
	return movers.size === 1 && whole.length <= MAX_LINE ? whole : line;
}
function roughly(ms) {
	return duration(ms < 2 * MINUTE_MS ? Math.max(0, ms) : ms - ms % MINUTE_MS);
}
function waitingText({ what, waitingOn }, seen, time) {
	return `… Waiting for ${what}: ${seen}${time}${time === "" ? `. ${(0,pre_text.n)(waitingOn)}` : ""}`;
}

// src/report/run-log.ts
const SAID_AGAIN_MS = 1e4;
const SHORT_MS = 1e3;
function startRunLog(log, { now, readLagMs, planTitle, onPlan }) {
	const spans = [];
	const changes = trackChanges(now, readLagMs);
	const told = /* @__PURE__ */ new Set();
	const sayRarely = rareLines(log, now);
	const openWaits = /* @__PURE__ */ new Map();
	const began = now();
	let known;
	const tellPlan = planTeller(log, planTitle);
	const current = folded$1(log, "Current state");
	return {
		spans,
		done: changes.done,
		seen: changes.seen,
		created: changes.created,
		get changed() {
			return changes.changed;
		},
		get mayBeUnderWay() {
			return changes.mayBeUnderWay;
		},
		planned(plan, observed) {
			const isFirst = known === void 0;
			known = {
				plan,
				observed
			};
			if (isFirst) {
				spans.push({
					what: "sign in and read the current state",
					kind: "look",
					ms: now() - began
				});
				for (const line of sightings(plan, observed)) log.line(line);
				current.end();
				for (const wait of plannedWaits(plan)) told.add(waitingText(wait, wait.seen, ""));
			}
			tellPlan(plan, observed);
			for (const note of plan.notes) tellNote(log, note, told);
			for (const { action } of changes.read(observed)) log.line(`✔ ${doneText(action, observed, void 0)} (no answer, but the next read shows it)`);
			onPlan(plan, observed);
		},
		stepStarted({ action }) {
			if (action.kind !== "create-endpoint") return;
			log.line(`… ${doingText(action, known?.observed)} (AWS takes about 30 s)`);
		},
		stepEnded({ observed = known?.observed, ...step }, outcome, ms) {
			spans.push({
				what: step.title,
				kind: "step",
				ms
			});
			changes.stepEnded(step, outcome);
			const line = outcomeLine(step, outcome, {
				ms,
				observed
			});
			if (outcome !== "cancelled" && outcome?.kind === "requeue") sayRarely(line, openWaits.size > 0);
			else log.line(line);
		},
		waiting(wait, seen, ms) {
			if (wait.kind === "confirm") return;
			if (seen !== void 0) {
				openWaits.set(waitKey(wait), {
					what: `wait for ${wait.what}`,
					since: now() - ms
				});
				if (wait.kind === "claimed") return;
				const line = waitingText(wait, seen, after(ms));
				if (!told.has(line)) log.line(line);
				told.delete(line);
				return;
			}
			openWaits.delete(waitKey(wait));
			spans.push({
				what: `wait for ${wait.what}`,
				kind: "wait",
				ms
			});
			const ended = known === void 0 ? void 0 : endedText(wait, known);
			if (ended !== void 0) log.line(`✔ ${ended}${after(ms)}`);
		},
		heartbeat: (waits, elapsedMs, remainingMs) => log.line(awaitedText(waits, elapsedMs, remainingMs)),
		info: (line) => log.line(line),
		stateRead: current.end,
		close() {
			for (const { what, since } of openWaits.values()) spans.push({
				what,
				kind: "wait",
				ms: now() - since
			});
			openWaits.clear();
			current.end();
		}
	};
}
function planTeller(log, title) {
	let told = "nothing";
	return (plan, observed) => {
		const has = plan.steps.length > 0 ? "steps" : "waits";
		if (told === "steps" || told === has) return;
		for (const line of planLines(plan, observed, told === "nothing" ? title : `${title} now`)) log.line(line);
		told = has;
	};
}
function folded$1(log, name) {
	let isOpen = true;
	log.startGroup(name);
	return { end() {
		if (isOpen) log.endGroup();
		isOpen = false;
	} };
}
function after(ms) {
	return ms < SHORT_MS ? "" : ` (${duration(ms)})`;
}
function trackChanges(now, readLagMs) {
	const done = [];
	const seen = [];
	const created = /* @__PURE__ */ new Set();
	let changed = false;
	let lost = [];
	return {
		done,
		seen,
		created,
		get changed() {
			return changed;
		},
		get mayBeUnderWay() {
			return lost.length > 0;
		},
		stepEnded(step, outcome) {
			if ((outcome === "cancelled" || outcome?.kind === "requeue" && outcome.unanswered === true) && !(0,pre_lease.it)(step)) {
				changed = true;
				lost = [...lost, {
					step,
					facets: (0,pre_lease.lt)(step.action),
					at: now()
				}];
			}
			if (outcome === "cancelled" || outcome?.kind !== "done") return;
			if (!(0,pre_lease.it)(step)) changed = true;
			if (outcome.created === void 0) done.push(step);
			else {
				created.add(outcome.created);
				done.push({
					...step,
					created: outcome.created
				});
			}
		},
		read(observed) {
			const { readAt } = observed;
			const isReadSince = ({ facets, at }, ms) => facets.every((facet) => (readAt[facet] ?? 0) > at + ms);
			const shown = lost.filter((one) => isReadSince(one, 0) && isShown(one.step.action, observed)).map(({ step }) => step).filter((step) => ![...done, ...seen].some(({ id }) => id === step.id));
			seen.push(...shown);
			lost = lost.filter((one) => !isReadSince(one, readLagMs));
			return shown;
		}
	};
}
function outcomeLine({ action }, outcome, { ms, observed }) {
	const doing = doingText(action, observed);
	if (outcome === void 0) return `✘ ${doing} failed${after(ms)}`;
	if (outcome === "cancelled") return `… ${doing}: cancelled before the answer came`;
	if (outcome.kind === "requeue") return `… ${doing}: reading again, since ${(0,pre_errors.o)(outcome.why)}`;
	return `✔ ${doneText(action, observed, outcome.created)}${after(ms)}`;
}
function rareLines(log, now) {
	const saidAt = /* @__PURE__ */ new Map();
	return (line, isWaiting) => {
		const since = saidAt.get(line);
		if (since !== void 0 && (isWaiting || now() - since < SAID_AGAIN_MS)) return;
		saidAt.set(line, now());
		log.line(line);
	};
}
function tellNote(log, note, told) {
	if (told.has(note.text)) return;
	told.add(note.text);
	if (note.warning) log.warning(note.text);
	else log.line(`Note: ${note.text}`);
	for (const line of note.more ?? []) log.line(line);
	const users = note.log?.join("\n") ?? "";
	if (!told.has(users)) for (const line of note.log ?? []) log.line(line);
	told.add(users);
}
function sightings(plan, observed) {
	const isUnread = (...readings) => readings.some((one) => plan.unread?.has(one) === true);
	const leaving = observed.endpoints.filter(types.a).map((one) => `${one.id} (${one.rawState})`);
	return [
		observed.account === void 0 ? void 0 : `AWS account ${observed.account}`,
		...observed.clusters.map((view) => clusterLine(view, isUnread)),
		vpcLine(observed, isUnread),
		...plan.paths.flatMap((path) => pathLines(path, isUnread)),
		leaving.length === 0 ? void 0 : `Being deleted: ${leaving.join(", ")}`
	].filter((line) => line !== void 0).map(pre_errors.o);
}
function clusterLine({ ref, matches, failure }, isUnread) {
	const [cluster] = matches;
	if (cluster === void 0) return `Cluster ${ref}: ${failure === void 0 && !isUnread(`cluster:${ref}`, "cluster:*") ? "not found" : "not read"}`;
	const regions = cluster.regions.map((one) => one.name).join(", ");
	return `Cluster ${cluster.name || ref} (${cluster.id}): ${cluster.plan}, ${cluster.stateText || "state unknown"}, ${regions}`;
}
function vpcLine({ vpc, vpcDns: dns, subnets }, isUnread) {
	if (vpc === void 0) return void 0;
	const attributes = dns === void 0 ? "" : `, DNS support ${onOff(dns.support)}, DNS hostnames ${onOff(dns.hostnames)}`;
	const cidrs = isUnread("vpc") ? "not read" : vpc.cidrs.join(", ");
	return `VPC ${vpc.id}: ${cidrs}${attributes}, ${isUnread("subnets") ? "subnets not read" : (0,pre_text.r)(subnets.length, "subnet")}`;
}
function pathLines(path, isUnread) {
	const { serviceName, service, endpoint, members } = path;
	const zones = service === void 0 ? "" : `: ${service.zoneIds.join(", ") || "any availability zone"}`;
	const serviceLine = serviceName === void 0 ? void 0 : `Endpoint service ${serviceName}${zones}`;
	if (endpoint === void 0) return [serviceLine, subnetsLine(path)];
	return [
		serviceLine,
		endpointLine(path, endpoint),
		...members.map((member) => connectionLine(member, isUnread))
	];
}
function subnetsLine({ subnets, subnetRule }) {
	if (subnets.length === 0) return void 0;
	return `Subnets for the VPC endpoint: ${subnets.map((one) => `${one.id} in ${one.zoneId}`).join(", ")} (rule: ${subnetRule})`;
}
const WHOSE = {
	ours: "created by this action",
	"not-ours": "not created by this action",
	attached: "set by endpoint-id",
	none: ""
};
function endpointLine({ ownership, subnets }, endpoint) {
	const places = subnets.map((one) => `${one.id} (${one.zoneId})`).join(", ");
	return `VPC endpoint ${endpoint.id}: ${endpoint.rawState}, ${WHOSE[ownership]}, private DNS ${onOff(endpoint.privateDns)}, in ${places || (0,pre_text.r)(endpoint.subnetIds.length, "subnet")}`;
}
function connectionLine({ cluster, connection }, isUnread) {
	const otherwise = isUnread(`connections:${cluster.id}`) ? "not read" : "none";
	return `Connection of cluster ${(0,pre_lease.Ht)(cluster)}: ${connection?.rawStatus ?? otherwise}`;
}
function onOff(on) {
	return on ? "on" : "off";
}

// src/report/diagram.ts
function label(...lines) {
	return `"${lines.filter((line) => line !== "").map((line) => (0,pre_errors.o)(line).replace(/[^A-Za-z0-9 ._:/()+,-]/g, "_").slice(0, 80)).join("<br/>")}"`;
}
function pathDiagram(all, vpcId, region) {
	const paths = all.flatMap(({ endpoint, ...path }) => endpoint === void 0 ? [] : [{
		...path,
		endpoint
	}]);
	if (paths.length === 0) return "";
	const lines = [
		"```mermaid",
		"flowchart LR",
		`  subgraph vpc[${label(`VPC ${vpcId} (${region})`)}]`
	];
	const subnets = new Map(paths.flatMap((path) => path.subnets).map((subnet) => [subnet.id, subnet]));
	const node = (subnetId) => `s_${subnetId.replace(/[^a-z0-9]/g, "")}`;
	for (const subnet of subnets.values()) lines.push(`    ${node(subnet.id)}[${label(subnet.zoneId, subnet.id)}]`);
	paths.forEach((path, index) => {
		lines.push(`    e${index}([${label(path.endpoint.id, path.endpoint.rawState, `private DNS ${path.endpoint.privateDns ? "on" : "off"}`)}])`);
	});
	lines.push("  end", "  subgraph cloud[\"CockroachDB Cloud\"]");
	paths.forEach((path, index) => {
		lines.push(`    v${index}[[${label("endpoint service", path.serviceName?.split(".").at(-1) ?? "")}]]`);
		path.members.forEach((member, number) => {
			lines.push(`    c${index}_${number}[(${label((0,pre_lease.Ht)(member.cluster), member.cluster.plan)})]`);
		});
	});
	lines.push("  end");
	paths.forEach((path, index) => {
		for (const subnet of path.subnets) lines.push(`  ${node(subnet.id)} -- "${types.t}/tcp" --> e${index}`);
		lines.push(`  e${index} == "PrivateLink" ==> v${index}`);
		path.members.forEach((member, number) => {
			lines.push(`  v${index} -- ${label((member.connection === void 0 ? "not connected" : (0,pre_lease.Bt)(member.connection)).toLowerCase())} --> c${index}_${number}`);
		});
	});
	lines.push("```");
	return lines.join("\n");
}

// src/report/summary/problem.ts
const VERDICT_CODES = /* @__PURE__ */ new Set(["drift", "could-not-check"]);
function isFailure({ error }) {
	return error !== void 0 && !VERDICT_CODES.has(error.code);
}
function problemPart(facts) {
	const { error, errorLink } = facts;
	if (error === void 0) return "";
	const [cause = "", ...said] = error.message.split("\n");
	const kind = error.code === "cancelled" ? "WARNING" : "CAUTION";
	const page = errorLink.startsWith("http") ? `[troubleshooting](${errorLink})` : code(errorLink);
	const box = [
		`[!${kind}]`,
		`**${textWithCode(cause)}**`,
		"",
		...said.flatMap((line) => [pre_text_0(line), ""]),
		`Fix: ${withPages(textAndCommand(error.fix), errorLink)}`,
		"",
		`${code(error.code)}: ${page}`
	];
	const details = isFailure(facts) && facts.swept === void 0 ? error.details : [];
	const list = details.length === 0 ? "" : `\n\n### Details\n\n${detailsList(details, errorLink)}`;
	return `${box.map((line) => `> ${line}`.trimEnd()).join("\n")}${list}`;
}
const COPIED = /^(?:(?:token|iss|aud|sub(?:, [\w ]+)?): |"Condition": )/;
function detailsList(details, errorLink) {
	const isCopied = (line = "") => COPIED.test(line);
	return details.map((line, index) => {
		if (isCopied(line)) return `${isCopied(details[index - 1]) ? "" : "\n```text\n"}${(0,pre_errors.o)(line)}${isCopied(details[index + 1]) ? "" : "\n```\n"}`;
		const shown = withPages(textAndCommand(line), errorLink);
		return line.endsWith(":") && isCopied(details[index + 1]) ? `\n${shown}` : `- ${shown}`;
	}).join("\n").trim().replaceAll("\n\n\n", "\n\n");
}
const PAGE$1 = /\bdocs\/[a-z-]+\.md\\#[a-z-]+/g;
function withPages(markdown, errorLink) {
	const [base = "", page] = errorLink.split(/(?=docs\/troubleshooting\.md)/);
	if (page === void 0 || !base.startsWith("http")) return markdown;
	return markdown.replaceAll(PAGE$1, (path) => `[${path}](${base}${path.replace("\\", "")})`);
}
const RUN_AGAIN = /^Run (?:it )?again\b/;
function nextPart(facts) {
	const { operation, dryRun, error, created, environment, attached } = facts;
	if (operation === void 0 || error === void 0 || !isFailure(facts)) return "";
	const again = {
		ensure: "It reads AWS and CockroachDB Cloud, and continues from what exists.",
		delete: "It continues with what remains.",
		sweep: "It continues with what remains.",
		verify: ""
	}[operation];
	const first = `After the fix, run this step again. ${dryRun ? "" : again}`.trim();
	const undo = created.size === 0 || attached ? "" : `To remove this environment, run the action with ${code("operation: delete")} and ${code(`environment: ${environment || "default"}`)}.`;
	const lines = [error.code === "cancelled" || RUN_AGAIN.test(error.fix) ? "" : first, undo].filter((line) => line !== "");
	return lines.length === 0 ? "" : `### Next step\n\n${lines.join("\n\n")}`;
}

// src/report/summary/headline.ts
function headline(facts) {
	return `## CockroachDB Cloud PrivateLink: ${headingWords(facts)}`;
}
function headingWords(facts) {
	const { error, reports } = facts;
	if (error?.code === "cancelled") return "⚪ cancelled";
	if (facts.verdict !== void 0 && error?.code.startsWith("probe-")) return verdictWords(facts.verdict, facts.probes);
	if (isFailure(facts)) return "❌ failed";
	if (facts.swept !== void 0) return sweptWords(facts.swept, facts.dryRun);
	if (facts.departure && !facts.dryRun) return departureWords(facts);
	if (facts.verdict !== void 0) return verdictWords(facts.verdict, facts.probes);
	if (error !== void 0) return "❌ failed";
	if (facts.dryRun) return dryRunWords(facts);
	return reports.length === 0 ? ownersWords(facts) : connectedWords(facts);
}
function connectedWords({ reports, changed }) {
	if (reports.some((report) => report.status !== "available")) return "⏳ pending";
	return changed ? "✅ available" : "✅ available, no changes needed";
}
function ownersWords({ plan, changed }) {
	if (plan === void 0 || plan.steps.length + plan.waits.length > 0) return "⏳ pending";
	return changed ? "✅ trusted owners as configured" : "✅ trusted owners as configured, no changes needed";
}
function dryRunWords({ plan }) {
	const steps = plan?.steps.length ?? 0;
	return `📝 dry run: ${steps === 0 ? "no step planned" : `${(0,pre_text.r)(steps, "step")} planned`}, nothing was changed`;
}
function departureWords(facts) {
	const { plan, done } = facts;
	if (plan !== void 0 && plan.waits.length + plan.steps.length > 0) return "⏳ being removed";
	if (done.length === 0) return "⚪ nothing was deleted";
	const kept = plan?.leftOvers.length ?? 0;
	if (facts.attached) return "✅ disconnected";
	return kept === 0 ? "✅ deleted" : `✅ removed; ${(0,pre_text.r)(kept, "resource")} kept`;
}
function sweptWords(rows, dryRun) {
	const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
	if (dryRun) return `📝 sweep, dry run: ${count("would be swept")} would be swept, ${count("kept")} would be kept`;
	return `🧹 sweep: ${outcomeCounts(rows)}`;
}
function verdictWords(verdict, probes) {
	const drift = verdict.findings.filter((one) => one.severity === "error").length;
	const warnings = verdict.findings.length - drift;
	if (verdict.unchecked.length > 0) return `❔ could not check everything${drift > 0 ? `, ${(0,pre_text.r)(drift, "difference")} found` : ""}`;
	if (drift > 0) return `⚠️ drift: ${(0,pre_text.r)(drift, "difference")}`;
	if (probes.some((one) => one.outcome === "failed")) return "❌ no drift, but the probe failed";
	if (probes.some((one) => one.outcome === "outside")) return "❔ no drift, but the probe could not check";
	return warnings > 0 ? `✅ no drift, ${(0,pre_text.r)(warnings, "warning")}` : "✅ no drift";
}

// src/report/summary/leaving.ts
const MOST_SWEPT_ROWS = 200;
function sweptTable(rows) {
	if (rows === void 0) return "";
	const unseen = "Private connections made with `endpoint-id` carry no claims, so sweep does not see them.";
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
		`${mark[row.outcome]} ${outcomeText(row)}`,
		isWhole(row) ? "–" : pre_text_0(row.what),
		`${code(row.resource)}<br/>${code(row.vpcId)}`,
		[
			pre_text_0(row.why),
			...[(0,pre_text.a)(deletedThings(row))].filter((list) => list !== "").map((list) => pre_text_0(`Deleted: ${list}`)),
			...row.command === void 0 ? [] : [`Delete it: ${code(row.command)}`]
		].join("<br/>")
	]);
	const more = rows.length > MOST_SWEPT_ROWS ? `\n\n${rows.length - MOST_SWEPT_ROWS} more rows are in the log.` : "";
	return `${table([
		"Outcome",
		"Owner",
		"Resource",
		"Reason"
	], lines)}${more}\n\n${unseen}`;
}
function remainingPart({ plan, removal, dryRun, error }) {
	if (plan === void 0) return "";
	const left = error === void 0 && plan.steps.length + plan.waits.length === 0 || dryRun ? plan.leftOvers : stillThere(plan);
	const said = removal.map((line) => pre_text_0(line)).join("\n\n");
	if (left.length === 0) return said;
	const rows = left.map(({ what, why, monthly, more = [] }) => [
		pre_text_0(what),
		[why, ...more].map(textAndCommand).join("<br/>"),
		monthly > 0 ? `${monthlyText(monthly)} (price of us-east-1; data is extra)` : "–"
	]);
	const remaining = `### Remaining${dryRun ? " after the run" : ""}\n\n${table([
		"Resource",
		"Reason",
		"Cost"
	], rows)}`;
	return said === "" ? remaining : `${said}\n\n${remaining}`;
}
function completedSteps({ done }, fold) {
	const titles = done.map((title) => `- ${pre_text_0(title)}`).join("\n");
	return done.length === 0 ? "" : fold((0,pre_text.r)(done.length, "completed step"), titles);
}

// src/report/summary/path.ts
function statusTable({ reports }) {
	if (reports.length === 0) return "";
	const rows = reports.map((report) => [
		`${pre_text_0(report.cluster_name || report.cluster_id)}<br/>${code(report.cluster_id)}`,
		pre_text_0(report.plan),
		`**${report.status}**`,
		report.endpoint_id === "" ? "–" : `${code(report.endpoint_id)}<br/>${pre_text_0(report.endpoint_state || "–")}`,
		pre_text_0(report.connection_status.replace(/^STATUS_/, "").toLowerCase() || "–"),
		report.endpoint_id === "" ? "–" : report.private_dns_enabled ? "on" : "off"
	]);
	return `### Status\n\n${table([
		"Cluster",
		"Cluster plan",
		"Status",
		"VPC endpoint",
		"Connection",
		"Private DNS"
	], rows)}`;
}
function resourcesTable(facts) {
	const rows = (facts.plan?.paths ?? []).flatMap((path) => [
		serviceRow(path),
		endpointRow(facts, path),
		groupRow(facts, path)
	]).filter((row) => row !== void 0);
	return rows.length === 0 ? "" : `### Resources\n\n${table([
		"Resource",
		"Owner",
		"Details"
	], rows)}`;
}
function serviceRow({ serviceName }) {
	return serviceName === void 0 ? void 0 : [
		"Endpoint service",
		"CockroachDB Cloud",
		code(serviceName)
	];
}
const UNMANAGED = "not managed by this action; never modified";
function endpointRow({ created }, path) {
	if (path.endpoint === void 0) return void 0;
	const owner = {
		ours: ownerOf(path.endpoint.id, created),
		"not-ours": UNMANAGED,
		attached: "given by the input `endpoint-id`; never modified",
		none: "–"
	}[path.ownership];
	const zones = path.subnets.map((subnet) => `${code(subnet.zoneId)} ${code(subnet.id)}`).join("<br/>");
	return [
		`VPC endpoint ${code(path.endpoint.id)}`,
		owner,
		zones === "" ? "–" : zones
	];
}
function ownerOf(id, created) {
	return created.has(id) ? "this action, created by this run" : "this action";
}
function groupRow({ created }, { group, endpoint }) {
	if (group !== void 0) {
		const sources = group.ingress.map((rule) => rule.source === void 0 ? "other" : "cidr" in rule.source ? rule.source.cidr : rule.source.groupId);
		const from = [...new Set(sources)].map(code).join(", ");
		return [
			`Security group ${code(group.id)}`,
			ownerOf(group.id, created),
			from === "" ? "no ingress rule" : `${types.t}/tcp from ${from}`
		];
	}
	if (endpoint === void 0 || endpoint.groupIds.length === 0) return void 0;
	return [
		`Security groups ${endpoint.groupIds.map(code).join(", ")}`,
		UNMANAGED,
		"–"
	];
}
function connectionStrings({ reports, apiUrl }, fold) {
	const named = reports.filter((report) => report.connection_url !== "" && report.status === "available");
	const usable = named.filter((report) => report.private_dns_enabled);
	if (usable.length === 0 && named.length > 0) return NO_NAME;
	if (usable.length === 0) return "";
	const strings = usable.map((report) => {
		const ca = isStandard(report) ? "" : `\n\n${block("sh", caCommand(report.cluster_id, apiUrl))}`;
		return `**${nameOf(report)}**${ca}\n\n${block("text", stringFor(report, ROOTS_OF_LIBPQ))}`;
	});
	return [
		`### Connection string${usable.length > 1 ? "s" : ""}`,
		...strings,
		...[usable.find(isStandard), usable.find((report) => !isStandard(report))].flatMap((report) => report === void 0 ? [] : [otherClients(report, usable.length > 1, fold)]),
		[
			"- The host resolves to the VPC endpoint only inside the VPC, through its own resolver. Elsewhere it needs a Route 53 Resolver rule.",
			...usable.some(isStandard) ? ["- Standard clusters share a host. `options=--cluster%3D<routing ID>` selects the cluster.", "- `sslrootcert=system` needs psql and libpq 16 or later."] : [],
			"- Idle connections are dropped after 350 seconds. Keep TCP keep-alive below that, or set a maximum idle time in the pool."
		].join("\n")
	].join("\n\n");
}
const NO_NAME = "### Connection string\n\nPrivate DNS is off, so the private host name does not lead to the VPC endpoint. Set `private-dns: true`, or make a DNS record for it.";
function nameOf(report) {
	return pre_text_0(report.cluster_name || report.cluster_id);
}
function isStandard(report) {
	return report.connection_options !== "";
}
const ROOTS_OF_LIBPQ = "sslrootcert=system";
const ROOTS_OF_DEBIAN = "sslrootcert=/etc/ssl/certs/ca-certificates.crt";
const ROOTS_OF_JAVA = "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
const OWN_CA = "sslrootcert=ca.crt";
function stringFor(report, roots) {
	const parameters = [isStandard(report) ? roots : OWN_CA, report.connection_options];
	return connectionString(report.internal_dns, {
		login: "USER:PASSWORD",
		database: "DATABASE",
		parameters
	});
}
function jdbcString(report) {
	const parameters = [isStandard(report) ? ROOTS_OF_JAVA : OWN_CA, report.connection_options];
	return `jdbc:${connectionString(report.internal_dns, {
		database: "DATABASE",
		parameters
	})}&user=USER&password=PASSWORD`;
}
function otherClients(report, isExample, fold) {
	const parts = (isStandard(report) ? [
		["psql and libpq before 16, on Debian and Ubuntu", stringFor(report, ROOTS_OF_DEBIAN)],
		["node-postgres and Go (pgx), which use the roots of Node.js and of the machine", stringFor(report, "")],
		["Java (JDBC)", jdbcString(report)]
	] : [["psql, node-postgres and Go (pgx) take the string above; Java (JDBC) takes this one", jdbcString(report)]]).map(([client, string]) => `${client}:\n\n${block("text", string)}`);
	return fold(`Other clients${isExample ? ` (${nameOf(report)})` : ""}`, parts.join("\n\n"));
}
function block(language, content) {
	return `\`\`\`${language}\n${content}\n\`\`\``;
}

// src/report/summary/verdict.ts
function findingsTable({ findings, observed, plan }) {
	if (findings.length === 0) return "";
	const rows = findings.map((one) => [
		`${one.severity === "error" ? "❌" : "⚠️"} ${code(one.check)}${one.subject === "" ? "" : `<br/>${pre_text_0(one.subject)}`}`,
		pre_text_0((0,pre_text.i)(concernedViews(one, {
			observed,
			plan
		}).map(({ ref, matches }) => matches[0]?.name || ref))),
		pre_text_0(one.expected),
		pre_text_0(one.found),
		textAndCommand(one.fix)
	]);
	return `### Findings\n\n${table([
		"Check",
		"Clusters",
		"Expected",
		"Found",
		"Fix"
	], rows)}`;
}
function uncheckedTable({ unchecked }) {
	if (unchecked.length === 0) return "";
	const rows = unchecked.map(({ what, error }) => [
		`❔ ${pre_text_0(what)}`,
		`${code(error.code)} ${pre_text_0(error.message)}`,
		textAndCommand(error.fix)
	]);
	return `### Not checked\n\n${table([
		"Not read",
		"Problem",
		"Fix"
	], rows)}`;
}
function probeTable(probes) {
	if (probes.length === 0) return "";
	const mark = {
		proved: "✅",
		failed: "❌",
		outside: "❔"
	};
	const rows = probes.map((probe) => [
		`${mark[probe.outcome]} ${pre_text_0(probe.cluster)}<br/>${code(probe.host)}`,
		probe.checks.map((check) => `${check.ok ? "✔" : "✘"} ${check.check}: ${pre_text_0(check.detail)}`).join("<br/>") || "–",
		probe.outcome === "proved" ? "–" : `${code(probe.code ?? "")} ${pre_text_0(probe.cause)}<br/>Fix: ${textAndCommand(probe.fix)}`,
		probe.certificateExpires?.slice(0, 10) ?? "–"
	]);
	return `### Probe from this runner\n\n${table([
		"Cluster",
		"Checks",
		"Problem and fix",
		"Certificate expires"
	], rows)}`;
}

// src/report/summary.ts
const LONGEST$1 = 34e4;
function summaryMarkdown(facts) {
	const { answer, more, reference } = partsOf(facts, folded);
	const whole = `${joined([
		headline(facts),
		...answer,
		...more,
		...reference
	])}\n`;
	return fitted(whole, {
		max: LONGEST$1,
		rest: "For the rest, see the log and the outputs."
	});
}
function commentMarkdown(facts, { writtenBy, hide }) {
	const { answer, more, reference } = partsOf(facts, (title, content) => `### ${title}\n\n${content}`);
	const content = joined([...more, ...reference]);
	const details = content === "" ? "" : folded("Details", content);
	const rest = hide(joined([
		...answer,
		changesPart(facts),
		details
	]));
	return `${joined([
		hide(headline(facts)),
		`<sub>Written by ${writtenBy}</sub>`,
		rest
	])}\n`;
}
const folded = (title, content) => `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
function joined(parts) {
	return parts.filter((part) => part !== "").join("\n\n");
}
function changesPart({ changes, removal, swept }) {
	if (changes.length === 0 || removal.length > 0 || swept !== void 0) return "";
	const words = changes.map((one) => `${one.slice(0, 1).toLowerCase()}${one.slice(1)}`);
	return pre_text_0(`${(0,pre_text.r)(changes.length, "change")}: ${(0,pre_text.i)(words)}`);
}
function partsOf(facts, fold) {
	if (isFailure(facts)) return failureParts(facts, fold);
	if (facts.swept !== void 0) return {
		answer: [sweptTable(facts.swept)],
		more: [],
		reference: [timePart(facts, fold)]
	};
	if (facts.departure) return departureParts(facts, fold);
	if (facts.verdict !== void 0) return verdictParts(facts, fold);
	if (facts.dryRun) return dryRunParts(facts, fold);
	return {
		answer: [
			probeTable(facts.probes),
			statusTable(facts),
			pendingPart(facts)
		],
		more: [completedSteps(facts, fold)],
		reference: [
			connectionStrings(facts, fold),
			resourcesTable(facts),
			ownersTable(facts.observed),
			notesPart(facts),
			timePart(facts, fold),
			picturePart(facts)
		]
	};
}
function failureParts(facts, fold) {
	const { verdict } = facts;
	const [status = "", resources = ""] = facts.departure ? [remainingPart(facts)] : existingParts(facts);
	return {
		answer: [
			problemPart(facts),
			...verdict === void 0 ? [] : [findingsTable(verdict), uncheckedTable(verdict)],
			probeTable(facts.probes),
			sweptTable(facts.swept),
			status
		],
		more: [
			resources,
			nextPart(facts),
			completedSteps(facts, fold)
		],
		reference: [
			ownersTable(facts.observed),
			notesPart(facts),
			timePart(facts, fold)
		]
	};
}
function existingParts(facts) {
	return facts.verdict === void 0 || facts.verdict.unchecked.length === 0 ? [statusTable(facts), resourcesTable(facts)] : [];
}
function verdictParts(facts, fold) {
	const { verdict, error } = facts;
	if (verdict === void 0) return {
		answer: [],
		more: [],
		reference: []
	};
	const [status = "", resources = ""] = existingParts(facts);
	const isSound = error === void 0 && verdict.unchecked.length === 0;
	return {
		answer: [
			problemPart(facts),
			findingsTable(verdict),
			uncheckedTable(verdict),
			probeTable(facts.probes),
			status
		],
		more: [],
		reference: [
			isSound ? connectionStrings(facts, fold) : "",
			resources,
			ownersTable(facts.observed),
			notesPart(facts),
			timePart(facts, fold),
			isSound ? picturePart(facts) : ""
		]
	};
}
function departureParts(facts, fold) {
	return {
		answer: [
			planPart(facts),
			remainingPart(facts),
			facts.dryRun ? "" : pendingPart(facts),
			notesPart(facts)
		],
		more: [completedSteps(facts, fold)],
		reference: [ownersTable(facts.observed), timePart(facts, fold)]
	};
}
function dryRunParts(facts, fold) {
	return {
		answer: [planPart(facts), statusTable(facts)],
		more: [],
		reference: [
			resourcesTable(facts),
			ownersTable(facts.observed),
			notesPart(facts),
			timePart(facts, fold),
			picturePart(facts)
		]
	};
}
function pendingPart({ plan }) {
	const waits = plan?.waits ?? [];
	if (waits.length === 0) return "";
	return `### Pending\n\n${waits.map((wait) => `- ${pre_text_0(`${wait.what}: ${wait.seen}; ${wait.waitingOn}`)}`).join("\n")}\n\nRun this step again to continue.`;
}
function notesPart({ plan }) {
	const notes = plan?.notes ?? [];
	return notes.length === 0 ? "" : `### Notes\n\n${notes.map(noteLine).join("\n")}`;
}
function noteLine({ text: said, more = [] }) {
	return `- ${[said, ...more].map(textAndCommand).join("<br/>")}`;
}
function ownersTable(observed) {
	const owners = observed === void 0 ? [] : trustedOwners(observed);
	if (owners.length === 0) return "";
	const rows = owners.map((owner) => [
		pre_text_0(owner.cluster_name || owner.cluster_id),
		code(owner.account),
		code(owner.id),
		pre_text_0(owner.created_at || "–")
	]);
	return `### Trusted owners\n\n${table([
		"Cluster",
		"AWS account",
		"Entry ID",
		"Trusted since"
	], rows)}`;
}
function planPart({ plan, dryRun }) {
	if (plan === void 0 || !dryRun) return "";
	const lists = [plan.steps.map((step, index) => `${index + 1}. ${pre_text_0(step.title)}${step.ready ? "" : ` *(once ${pre_text_0(step.after)})*`}`), plan.waits.map((wait) => `- Wait for ${pre_text_0(`${wait.what}: ${wait.seen}; ${wait.waitingOn}`)}`)].filter((list) => list.length > 0).map((list) => list.join("\n"));
	const costs = costLines(plan).map((line) => pre_text_0(line));
	return joined([
		"### Plan",
		...lists.length === 0 ? ["No changes needed."] : lists,
		...costs
	]);
}
function picturePart({ plan, observed, region }) {
	const picture = pathDiagram(plan?.paths ?? [], observed?.vpc?.id ?? "", region);
	return picture === "" ? "" : `### Diagram\n\n${picture}`;
}
function timePart(facts, fold) {
	const spans = facts.spans.filter((span) => span.ms >= 50).toSorted((one, other) => other.ms - one.ms).slice(0, 8);
	if (spans.length === 0) return "";
	const rows = spans.map((span) => [
		pre_text_0(span.what),
		{
			look: "read",
			step: "request",
			wait: "wait"
		}[span.kind],
		duration(span.ms)
	]);
	const content = `${table([
		"Step",
		"Kind",
		"Time"
	], rows)}\n\nSteps and waits overlap, so the rows can add up to more.`;
	return fold(`Time: ${duration(facts.totalMs)}`, content);
}

// src/aws/token-files.ts
const VARIABLES$1 = ["AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"];
function addTokensOfFiles(env, secrets) {
	for (const name of VARIABLES$1) {
		const file = env[name] ?? "";
		if (file === "") continue;
		try {
			secrets.add({
				kind: "token",
				name
			}, (0,external_node_fs_.readFileSync)(file, "utf8"));
		} catch {}
	}
}

// src/runner/given-secrets.ts
const INPUTS = [["cockroach-api-key", "cloud-key"], ["github-token", "token"]];
const VARIABLES = [
	["COCKROACH_API_KEY", "cloud-key"],
	["AWS_SECRET_ACCESS_KEY", "aws-key"],
	["AWS_SESSION_TOKEN", "aws-key"],
	["AWS_CONTAINER_AUTHORIZATION_TOKEN", "token"],
	["ACTIONS_ID_TOKEN_REQUEST_TOKEN", "token"]
];
function addGivenSecrets({ input, env, secrets }) {
	for (const [name, kind] of INPUTS) secrets.add({
		name,
		kind
	}, input(name));
	for (const [name, kind] of VARIABLES) secrets.add({
		name,
		kind
	}, env[name] ?? "");
	addTokensOfFiles(env, secrets);
	for (const name of PROXY_VARIABLES) addProxy(name, env[name] ?? "", secrets);
}
function addProxy(name, address, secrets) {
	const { users, passwords } = credentialsIn(address);
	secrets.add({
		name,
		kind: "token"
	}, ...users);
	secrets.add({
		name,
		kind: "password"
	}, ...passwords);
}

// src/support/progress.ts
const SILENCE_MS$1 = 12e3;
const HICCUP_MS = 2e3;
const ALIKE_MS = 1e3;
const LONGEST_REASON = 60;
function createProgress(tell) {
	const { clock } = tell;
	const entries = /* @__PURE__ */ new Set();
	const told = /* @__PURE__ */ new Map();
	let heardAt = clock.now();
	function sayFailed(what, began, { number, why, delayMs, leftMs, isTold }) {
		const now = clock.now();
		const reason = (0,pre_errors.l)(why, LONGEST_REASON);
		const line = `… ${what}: ${reason} (try ${number}); next try in ${duration(delayMs)}, times out in ${duration(leftMs)}`;
		const key = `${what.split(" ")[0]} ${reason}`;
		const isHiccup = now + delayMs - began < HICCUP_MS;
		const isAlike = now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < ALIKE_MS;
		if (isTold === true || isHiccup || isAlike) return;
		told.set(key, now);
		tell.line(line);
	}
	function sayWaiting() {
		const all = [...entries];
		const first = all.find((one) => one.isAwaited) ?? all[0];
		if (first === void 0) return;
		const more = all.filter((one) => one !== first);
		const now = clock.now();
		const { what, since, pause } = first;
		const state = pause === void 0 ? `no answer for ${duration(now - since)}` : `${pause.why}, next try in ${duration(pause.until - now)}`;
		tell.line(`… Waiting for ${what}: ${state}${more.length === 0 ? "" : ` (and ${more.length} more)`}`);
	}
	return {
		heard() {
			heardAt = clock.now();
		},
		follow(what, isAwaited = false) {
			const began = clock.now();
			const entry = {
				what,
				isAwaited,
				since: began,
				pause: void 0
			};
			entries.add(entry);
			return {
				sent() {
					Object.assign(entry, {
						since: clock.now(),
						pause: void 0
					});
				},
				failed(failure) {
					entry.pause = {
						until: clock.now() + failure.delayMs,
						why: (0,pre_errors.l)(failure.why, LONGEST_REASON)
					};
					sayFailed(what, began, failure);
				},
				ended: () => void entries.delete(entry)
			};
		},
		async watch(over) {
			while (!over.aborted) {
				const dueMs = heardAt + SILENCE_MS$1 - clock.now();
				if (dueMs <= 0) {
					sayWaiting();
					heardAt = clock.now();
				}
				await clock.sleep(Math.max(dueMs, 0) || SILENCE_MS$1, over).catch(() => void 0);
			}
		}
	};
}

// src/run.ts
async function run(bare) {
	const { runner, over } = heard(withRedaction(bare));
	const started = (0,moment.o)(runner.clock);
	const write = writerWithoutSecrets(outputWriter(runner.setOutput), runner.secrets);
	const result = { probes: [] };
	const tell = (fresh) => {
		Object.assign(result, fresh);
		write(outputsOfRun(result));
	};
	tell({});
	let failure;
	try {
		addGivenSecrets(runner);
		await operate(runner, {
			result,
			tell,
			started
		});
	} catch (error) {
		failure = errorWithout((0,pre_errors.i)(error) ? error : internalError(error), runner.secrets);
	}
	if (runner.signal.aborted) failure = (0,pre_errors.n)();
	const exitCode = failure === void 0 ? 0 : failure.code === "cancelled" ? 130 : 1;
	runner.decided(exitCode);
	result.runLog?.close();
	tell(failure === void 0 ? {} : { failure });
	await report(runner, {
		result,
		tell,
		startedAt: started.mono
	});
	endRecording(runner, {
		result,
		exitCode
	});
	over();
	return exitCode;
}
function endRecording(runner, { result, exitCode }) {
	const steps = (result.runLog?.done ?? []).map(({ action }) => action.kind);
	if (runner.recording === void 0) return;
	const { exchanges, trouble } = runner.recording.end({
		exitCode,
		outputs: outputsOfRun(result),
		steps
	});
	if (trouble === void 0) {
		runner.log.line(`Recording of ${(0,pre_text.r)(exchanges, "request")} written to ${runner.input("record")}`);
		return;
	}
	runner.annotate("warning", {
		code: "record",
		cause: `The recording is not complete: it could not be written\n${(0,pre_errors.r)(trouble)}`,
		fix: "Check the disk of the runner."
	});
}
function heard(runner) {
	const { log, clock } = runner;
	const ended = new AbortController();
	const progress = createProgress({
		clock,
		line: (text) => log.line(text)
	});
	const noting = (tell) => (...given) => {
		progress.heard();
		tell(...given);
	};
	progress.watch(ended.signal);
	return {
		runner: {
			...runner,
			progress,
			log: {
				...log,
				line: noting(log.line),
				startGroup: noting(log.startGroup),
				warning: noting(log.warning)
			}
		},
		over: () => ended.abort()
	};
}
async function operate(runner, { result, tell, started }) {
	const request = readInputs(runner.input, runner.env, await aboutRun(runner));
	tell({ request });
	tell({ home: await homeOf(runner, request) });
	const unswept = request.operation === "ensure" ? unsweptName(request.environment) : void 0;
	if (unswept !== void 0) runner.annotate("warning", {
		code: "environment",
		cause: unswept.cause,
		fix: `${unswept.fix}.`
	});
	const deadline = started.mono + request.timeoutSeconds * 1e3;
	const clients = await openClients(request, {
		...runner,
		info: (line) => runner.log.line(line),
		deadline
	});
	const runLog = startRunLog(runner.log, {
		now: runner.clock.now,
		readLagMs: request.readLagMs,
		planTitle: request.operation === "verify" ? "What ensure would do" : "Plan",
		onPlan: (plan, observed) => {
			runner.recording?.waiting([...new Set(plan.waits.map(({ kind }) => kind))]);
			tell({
				plan,
				observed,
				...result.firstPlan === void 0 ? { firstPlan: plan } : {},
				...plan.paths.length === 0 ? {} : { standing: {
					plan,
					observed
				} }
			});
		}
	});
	tell({ runLog });
	const deps = {
		clients,
		signal: runner.signal,
		listener: runLog,
		deadline,
		started,
		nonce: runner.nonce,
		home: {
			serverUrl: runner.env["GITHUB_SERVER_URL"] ?? "",
			repositoryId: runner.env["GITHUB_REPOSITORY_ID"] || runner.env["GITHUB_REPOSITORY"] || "local"
		}
	};
	try {
		await runOperation(runner, {
			request,
			deps,
			result,
			tell
		});
	} finally {
		await clients.close().catch(() => void 0);
	}
}
async function aboutRun(runner) {
	const { input, env } = runner;
	return {
		withheld: [input("cockroach-api-key"), env["COCKROACH_API_KEY"] ?? ""].every((key) => key.trim() === "") ? await secretsWithheld(runner) : void 0,
		recordMistake: runner.recordMistake,
		event: isBranchOrPull(input("environment")) ? await runner.eventNames() : void 0
	};
}
async function secretsWithheld({ env, token }) {
	if (await token.isFork()) return "fork";
	return env["GITHUB_ACTOR"] === "dependabot[bot]" ? "dependabot" : void 0;
}
async function report(runner, { result, tell, startedAt }) {
	const { failure, request, home } = result;
	const link = failure === void 0 ? "" : troubleshootingLink(runner.env, failure.code);
	const facts = {
		...factsOf(result),
		totalMs: runner.clock.now() - startedAt,
		errorLink: link
	};
	const markdown = summaryMarkdown(facts);
	tell({ markdown });
	await runner.showSummary(markdown);
	if (request?.comment === true && home !== void 0 && failure?.code !== "cancelled") await comment(runner, facts, {
		request,
		home
	});
	if (failure === void 0) return;
	if (isDeparting(result) && result.plan !== void 0) for (const line of leftOverLines(stillThere(result.plan))) runner.log.line(line);
	for (const problem of (0,pre_errors.s)(failure)) runner.annotate("error", problem);
}
function factsOf(result) {
	const { request, runLog } = result;
	return {
		plan: result.plan,
		observed: result.observed,
		operation: request?.operation,
		environment: request?.environment ?? "",
		attached: request?.endpointId !== void 0,
		region: request?.region ?? "",
		apiUrl: request?.apiUrl,
		reports: reportsOfRun(result),
		spans: runLog?.spans ?? [],
		done: [...(runLog?.done ?? []).map((step) => step.title), ...(runLog?.seen ?? []).map((step) => `${step.title} (no answer, but a later read shows it)`)],
		changes: changeLines([...runLog?.done ?? [], ...runLog?.seen ?? []], result.observed),
		changed: runLog?.changed ?? false,
		created: runLog?.created ?? /* @__PURE__ */ new Set(),
		dryRun: request?.dryRun ?? false,
		departure: isDeparting(result),
		removal: result.removal ?? [],
		swept: result.swept?.rows,
		verdict: result.verdict,
		probes: result.probes,
		error: result.failure
	};
}
function isDeparting({ request }) {
	return request !== void 0 && departs(request);
}
async function comment(runner, facts, { request, home }) {
	try {
		const context = {
			...runner,
			deadline: runner.clock.now() + 6e4
		};
		const { hide } = runner.secrets;
		const markdown = commentMarkdown(facts, {
			writtenBy: runText(home, runner.clock.wall()),
			hide: (text) => markdownWithout(text, runner.secrets)
		});
		runner.log.line(await tellPullRequest({
			markdown,
			observed: facts.observed
		}, {
			request,
			home,
			context,
			hide
		}));
	} catch (error) {
		runner.annotate("warning", commentProblem(error));
	}
}
function commentProblem(error) {
	const cause = "The comment on the pull request was not written";
	if (!(0,pre_errors.i)(error)) return {
		code: "comment",
		cause: `${cause}\n${(0,pre_errors.r)(error)}`,
		fix: ""
	};
	return {
		code: "comment",
		cause: `${cause} (${error.code})\n${error.message}`,
		fix: error.fix
	};
}
async function homeOf(runner, request) {
	const { env } = runner;
	const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const names = request.comment && env["GITHUB_EVENT_NAME"] === "pull_request" ? await runner.eventNames() : void 0;
	const home = {
		owner,
		repo,
		runUrl: `${env["GITHUB_SERVER_URL"] ?? ""}/${owner}/${repo}/actions/runs/${env["GITHUB_RUN_ID"] ?? ""}`,
		runNumber: env["GITHUB_RUN_NUMBER"] ?? "",
		commit: names?.head?.commit ?? env["GITHUB_SHA"] ?? "",
		pullNumber: request.comment ? await runner.pullNumber() : 0
	};
	if (request.comment && pullNumberOf(request, home) === 0) {
		const { unread } = await runner.eventNames();
		if (unread !== void 0) throw eventUnread("comment", unread);
		throw new pre_errors.t("input-invalid", {
			cause: "comment: neither the event of this run nor `environment` names a pull request",
			fix: "Run the step on pull_request, or set environment to pr:<number>, or leave comment out."
		});
	}
	return home;
}
function troubleshootingLink(env, code) {
	return pageLink(env, `docs/troubleshooting.md#${code}`);
}
function pageLink(env, page) {
	const given = env["PRIVATELINK_ACTION_REPOSITORY"] || "";
	const repository = given || (env["GITHUB_ACTION_REPOSITORY"] ?? "");
	const ref = env[given === "" ? "GITHUB_ACTION_REF" : "PRIVATELINK_ACTION_REF"] ?? "";
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return page;
	return `${env["GITHUB_SERVER_URL"] ?? ""}/${repository}/blob/${/^[\w./-]+$/.test(ref) ? ref : "main"}/${page}`;
}
function internalError(error) {
	return new pre_errors.t("internal", {
		cause: "The action failed with an unexpected error",
		said: (0,pre_errors.r)(error),
		fix: "Run again with debug logging (re-run with \"Enable debug logging\") and report it with that log."
	}, { cause: error });
}

// src/runner/log-line.ts
const WIDTH = 119;
const LONG_WORD = 100;
const INDENT = "    ";
function logLine(text) {
	return noCommand((0,pre_errors.o)(text));
}
function noCommand(line) {
	return line.replace(/^(\s*)::/, "$1: :").replaceAll("##[", "# #[");
}
function logLines(text) {
	const indent = " ".repeat(text.length - text.trimStart().length);
	const { said, command } = parted((0,pre_errors.o)(text).replaceAll("##[", "# #["));
	if (said === "") return [logLine(command)];
	return [...wrapped(`${indent}${said.trimEnd()}`, `${indent}${INDENT}`), ...command === "" ? [] : [`${indent}${INDENT}${command}`]].map(noCommand);
}
function wrapped(text, indent) {
	if (text.split(" ").some((word) => word.length > LONG_WORD)) return [text];
	const lines = [];
	let rest = text;
	while (rest.length > WIDTH) {
		const start = rest.length - rest.trimStart().length;
		const before = rest.lastIndexOf(" ", WIDTH);
		const at = before > start ? before : rest.indexOf(" ", WIDTH);
		if (at < 0) break;
		lines.push(rest.slice(0, at).trimEnd());
		rest = `${indent}${rest.slice(at + 1)}`;
	}
	return [...lines, rest];
}

// src/runner/annotations.ts
const LONGEST = 4e3;
const WITHOUT_PAGE = /* @__PURE__ */ new Set([
	"ca-certificate",
	"certificates",
	"comment",
	"drift-issue",
	"environment",
	"note",
	"record",
	"summary"
]);
const PAGE = /\bdocs\/[a-z-]+\.md#[a-z-]+/g;
const LONGEST_DETAIL = 400;
const IN_LOG = "… The log of this step has the rest.";
function createAnnotations(output) {
	const seen = {
		error: /* @__PURE__ */ new Set(),
		warning: /* @__PURE__ */ new Set()
	};
	const count = {
		error: 0,
		warning: 0
	};
	const held = {
		error: [],
		warning: []
	};
	function show(level, { code, lines }) {
		const text = lines.join("\n");
		if (text.length > LONGEST) for (const line of lines) output.line(line);
		output.annotate(level, text.length > LONGEST ? fitting(lines) : text, `CockroachDB PrivateLink: ${code}`);
	}
	return {
		tell(level, problem) {
			const { code } = problem;
			const page = WITHOUT_PAGE.has(code) ? [] : [`docs/troubleshooting.md#${code}`];
			const lines = [...linesOf(problem), ...page].map((line) => line.replaceAll(PAGE, output.page));
			const key = lines.join("\n");
			if (seen.error.has(key) || seen[level].has(key)) return;
			seen[level].add(key);
			for (const line of (problem.details ?? []).map(logLine)) if (line.length > LONGEST_DETAIL) output.line(line);
			if (count[level] >= 9) {
				held[level].push({
					code,
					lines
				});
				return;
			}
			count[level] += 1;
			show(level, {
				code,
				lines
			});
		},
		end() {
			for (const level of ["error", "warning"]) {
				const [only, ...more] = held[level];
				const rest = held[level].splice(0);
				if (only === void 0) continue;
				if (more.length === 0) show(level, only);
				else show(level, {
					code: `${rest.length} more`,
					lines: [`${rest.length} more problems:`, ...rest.flatMap(asPart)]
				});
			}
		}
	};
}
function asPart({ code, lines: [first = "", ...lines] }) {
	return [
		"",
		`${code}: ${first}`,
		...lines
	];
}
function linesOf({ cause, fix, details = [] }) {
	const [first = "", ...more] = cause.split("\n").map(logLine);
	const kept = details.map(logLine).filter((line) => line.length <= LONGEST_DETAIL);
	const rest = kept.length < details.length ? [IN_LOG] : [];
	const below = [
		...more,
		logLine(fix),
		...kept
	].flatMap(commandApart);
	return [
		...inTwo(first),
		...below,
		...rest
	].filter((line) => line !== "");
}
function commandApart(line) {
	const { said, command } = parted(line);
	return [said, command];
}
function inTwo(text) {
	if (text.length <= 100) return [text];
	const start = text.slice(0, 100 + 1);
	const end = [
		/^.*[;.](?= )/,
		/^.*[:,](?= )/,
		/^.*(?= )/
	].map((form) => form.exec(start)?.[0].length ?? 0).find((length) => length >= SHORTEST_HEADLINE) ?? 100;
	return [text.slice(0, end), text.slice(end).trim()];
}
const SHORTEST_HEADLINE = 30;
function fitting(lines) {
	const kept = [];
	let length = 36;
	for (const line of lines) {
		length += line.length + 1;
		if (length > LONGEST) break;
		kept.push(line);
	}
	return [...kept, IN_LOG].join("\n");
}

// src/action.ts
const STOP_SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGBREAK"
];
const CANCEL_GRACE_MS = 4e3;
const OIDC_TIMEOUT_MS = 3e4;
const OLDEST = {
	minor: 0,
	node: "Node 24",
	runner: "2.327.1"
};
const OLDEST_BEHIND_PROXY = {
	minor: 5,
	node: "Node 24.5 behind a proxy",
	runner: "2.328.0"
};
async function action(host) {
	const { env, toolkit } = host;
	const outputs = keepOutputs((name, value) => setOutput(host, name, value), host.logFailure);
	const annotations = createAnnotations({
		annotate: (level, text, title) => toolkit[level](text, { title }),
		line: (text) => say(toolkit, text),
		page: (path) => pageLink(env, path)
	});
	const exitCode = await runStep({
		...host,
		annotations,
		toolkit: {
			...toolkit,
			setOutput: outputs.setOutput
		},
		exitAfter: (ms, code) => host.exitAfter(ms, () => {
			annotations.end();
			return code() || (outputs.trouble() === void 0 ? 0 : 1);
		})
	});
	const trouble = outputs.trouble();
	const code = trouble === void 0 ? exitCode : await tellTrouble({
		...host,
		annotations
	}, trouble, exitCode);
	annotations.end();
	return code;
}
function setOutput({ env, toolkit }, name, value) {
	if ((env["GITHUB_OUTPUT"] ?? "") === "") throw new Error("GITHUB_OUTPUT is not set");
	toolkit.setOutput(name, value);
}
async function runStep(host) {
	const { env, toolkit, clock, annotations } = host;
	if (isNodeTooOld(host)) return 1;
	tidyAwsVariables(env);
	checkCertificates(host);
	const { signal, decided } = stopOnSignals(host);
	let read;
	const event = () => read ??= readEvent(host.payload);
	const isFork = async () => env["GITHUB_EVENT_NAME"] !== "pull_request_target" && isForkEvent((await event()).payload, env);
	const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
	const input = (name) => (0,white_space.n)(toolkit.getInput(name, { trimWhitespace: false }));
	const { recording, recordMistake } = await recordingOf(host, input);
	const network = recording?.through(host.network) ?? host.network;
	return run({
		env,
		clock,
		network,
		recording,
		recordMistake,
		signal,
		nonce: host.nonce,
		userAgent: `cockroachdb-privatelink-action (${env["GITHUB_REPOSITORY"] ?? "local"})`.replace(/[^\x20-\x7e]/g, "_"),
		input,
		setOutput: (name, value) => toolkit.setOutput(name, value),
		maskSecret: (value) => toolkit.setSecret(value),
		log: {
			line: (text) => say(toolkit, text),
			startGroup: (name) => toolkit.startGroup(name),
			endGroup: () => toolkit.endGroup(),
			warning: (text) => annotations.tell("warning", {
				code: "note",
				cause: text,
				fix: ""
			})
		},
		debug: (line) => {
			if (toolkit.isDebug()) toolkit.debug(logLine(line));
		},
		token: {
			offered: (env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "") !== "" && (env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "") !== "",
			isFork,
			enterpriseServer: server !== "https://github.com" && !server.endsWith(".ghe.com"),
			request: (audience) => fetchOidcToken({
				...host,
				network
			}, audience),
			host: hostOf(env["ACTIONS_ID_TOKEN_REQUEST_URL"])
		},
		annotate: annotations.tell,
		pullNumber: async () => pullNumberOfEvent((await event()).payload),
		eventNames: async () => namesOfEvent(await event(), env),
		showSummary: (markdown) => showSummary(host, markdown),
		writeTempFile: (name, content) => host.writeTempFile(env["RUNNER_TEMP"] ?? "", name, content),
		decided
	});
}
async function recordingOf({ env, clock }, input) {
	const path = input("record");
	if (path === "") return {};
	const { startRecording } = await __nccwpck_require__.e(/* import() */ 469).then(__nccwpck_require__.bind(__nccwpck_require__, 5469));
	try {
		return { recording: startRecording(path, {
			env,
			clock,
			input
		}) };
	} catch (error) {
		return { recordMistake: {
			cause: `record: no recording can be made there: ${recordFileProblem(error)}`,
			fix: "Name a new file in an existing folder of the workspace or of RUNNER_TEMP."
		} };
	}
}
function recordFileProblem(error) {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "EEXIST") return "the file exists";
	if (code === "ENOENT") return "its folder does not exist";
	return code === "" && error instanceof Error ? error.message : `the file system says ${code}`;
}
function say({ info }, text) {
	for (const line of logLines(text)) info(line);
}
function isNodeTooOld({ env, nodeVersion, toolkit, annotations }) {
	const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
	const oldest = readProxies(env).given ? OLDEST_BEHIND_PROXY : OLDEST;
	if (major > 24 || major === 24 && minor >= oldest.minor) return false;
	for (const [name, value] of Object.entries(DEFAULT_OUTPUTS)) toolkit.setOutput(name, value);
	toolkit.setOutput("status", "failed");
	toolkit.setOutput("error-code", "node-too-old");
	annotations.tell("error", {
		code: "node-too-old",
		cause: `The runner runs this action under Node ${nodeVersion}; it needs ${oldest.node}`,
		fix: `Update the runner to ${oldest.runner} or later (older GitHub Enterprise Server: update the server)`
	});
	return true;
}
function checkCertificates({ env, annotations }) {
	if (env["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return;
	delete env["NODE_TLS_REJECT_UNAUTHORIZED"];
	annotations.tell("warning", {
		code: "certificates",
		cause: "NODE_TLS_REJECT_UNAUTHORIZED=0 is ignored: this action always checks certificates.",
		fix: "For a private CA, set NODE_EXTRA_CA_CERTS to the file of its certificate when the runner starts."
	});
}
function stopOnSignals({ toolkit, onSignal, exitAfter }) {
	const cancel = new AbortController();
	let decided;
	for (const name of STOP_SIGNALS) onSignal(name, () => {
		if (cancel.signal.aborted) return;
		say(toolkit, decided === void 0 ? `${name} received: stopping. Changes that were requested continue at AWS and CockroachDB Cloud; the next run picks them up.` : `${name} received after the run was over: its result does not change.`);
		cancel.abort();
		exitAfter(CANCEL_GRACE_MS, () => decided ?? 130);
	});
	return {
		signal: cancel.signal,
		decided(exitCode) {
			decided = exitCode;
		}
	};
}
function hostOf(url = "") {
	return URL.canParse(url) ? new URL(url).host : "";
}
async function fetchOidcToken({ env, clock, network }, audience) {
	return withTimeLimit(() => requestToken(env, audience, network.getJson), {
		ms: OIDC_TIMEOUT_MS,
		clock
	});
}
async function showSummary({ env, toolkit, annotations }, markdown) {
	if ((env["GITHUB_STEP_SUMMARY"] ?? "") === "") {
		annotations.tell("warning", {
			code: "summary",
			cause: "This server shows no job summaries (GitHub Enterprise Server before 3.6)",
			fix: "The output summary-markdown has the text."
		});
		return;
	}
	try {
		await toolkit.writeSummary(markdown);
	} catch (error) {
		annotations.tell("warning", {
			code: "summary",
			cause: `The job summary could not be written\n${String(error)}`,
			fix: ""
		});
	}
}
async function tellTrouble(host, trouble, exitCode) {
	const { toolkit, annotations } = host;
	for (const problem of (0,pre_errors.s)(trouble)) annotations.tell(exitCode === 0 ? "error" : "warning", problem);
	if (exitCode !== 0) return exitCode;
	keepOutputs((name, value) => setOutput(host, name, value), host.logFailure).setOutput("error-code", trouble.code);
	const told = `\n**\`${trouble.code}\`** ${trouble.message}\n\n${trouble.fix}\n`;
	await toolkit.writeSummary(told).catch(() => void 0);
	return 1;
}

// src/support/whole-body.ts
const MOST_BYTES$1 = 33554432;
function tooLong(max) {
	return Object.assign(/* @__PURE__ */ new Error(`more than ${max} bytes came`), { code: "ERR_BODY_TOO_LONG" });
}
async function wholeBody(stream, max = MOST_BYTES$1) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes > max) throw tooLong(max);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

// src/aws/metadata-request.ts
const LONGEST_BODY = 65536;
const sendMetadataRequest = ({ method, url, headers, signal }) => new Promise((resolve, reject) => {
	const sent = (url.protocol === "https:" ? external_node_https_.request : external_node_http_.request)(url, {
		method,
		headers,
		signal,
		agent: false
	}, (answer) => {
		wholeBody(answer, LONGEST_BODY).then((body) => resolve({
			status: answer.statusCode ?? 0,
			body: body.toString("utf8")
		}), reject);
	});
	sent.on("error", reject);
	sent.end();
});

// src/startup/request-sent.ts
const REQUEST_BEGINS = "http.client.request.start";
const SENT_BY_MS = 100;
function nextRequestSent(longestMs = SENT_BY_MS) {
	return new Promise((resolve) => {
		const timer = setTimeout(done, longestMs);
		(0,external_node_diagnostics_channel_namespaceObject.subscribe)(REQUEST_BEGINS, onRequest);
		function onRequest(message) {
			(0,external_node_diagnostics_channel_namespaceObject.unsubscribe)(REQUEST_BEGINS, onRequest);
			const { request } = message;
			request.once("finish", done).once("close", done);
		}
		function done() {
			clearTimeout(timer);
			(0,external_node_diagnostics_channel_namespaceObject.unsubscribe)(REQUEST_BEGINS, onRequest);
			resolve();
		}
	});
}

// src/support/agents.ts
function agentsThrough(proxy, options = {}) {
	const proxyEnv = proxy === void 0 ? {} : {
		HTTP_PROXY: proxy.href,
		HTTPS_PROXY: proxy.href
	};
	return {
		httpAgent: new external_node_http_.Agent({
			...options,
			proxyEnv
		}),
		httpsAgent: new external_node_https_.Agent({
			...options,
			proxyEnv
		})
	};
}

// src/support/get-json.ts
const SILENCE_MS = 3e4;
const MOST_BYTES = 1048576;
async function getJson(address, headers, proxyFor) {
	const { httpAgent, httpsAgent } = agentsThrough(proxyFor(address));
	const secure = address.protocol === "https:";
	const options = {
		agent: secure ? httpsAgent : httpAgent,
		headers: {
			accept: "application/json",
			"user-agent": "cockroachdb-privatelink-action",
			...headers
		},
		timeout: SILENCE_MS
	};
	const answer = await new Promise((resolve, reject) => {
		const request = (secure ? external_node_https_.get : external_node_http_.get)(address, options, resolve);
		request.on("error", reject).on("timeout", () => request.destroy(timedOut()));
	});
	const statusCode = answer.statusCode ?? 0;
	const text = (await wholeBody(answer, MOST_BYTES)).toString("utf8");
	const result = parsed(text);
	if (statusCode >= 200 && statusCode < 300) return {
		statusCode,
		result
	};
	const said = result?.message;
	const message = typeof said === "string" ? said : text || `Failed request: (${statusCode})`;
	throw Object.assign(new Error(message), {
		statusCode,
		result
	});
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
function timedOut() {
	return Object.assign(/* @__PURE__ */ new Error(`no answer in ${SILENCE_MS / 1e3} s`), { code: "ETIMEDOUT" });
}

// src/network.ts
function systemNetwork(env) {
	const { proxyFor } = readProxies(env);
	external_node_http_.globalAgent = new external_node_http_.Agent();
	let githubFetch;
	return {
		getJson: (url, headers) => getJson(new URL(url), headers, proxyFor),
		aws: async (region, userAgent) => (await Promise.all(/* import() */[__nccwpck_require__.e(358), __nccwpck_require__.e(773)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1773)).then((n) => n.t)).openAwsConnection(region, proxyFor, userAgent),
		metadata: sendMetadataRequest,
		cloud: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(911), __nccwpck_require__.e(437)]).then(__nccwpck_require__.bind(__nccwpck_require__, 437))).createHttpClient(proxyFor),
		async githubFetch(input, init) {
			githubFetch ??= Promise.all(/* import() */[__nccwpck_require__.e(911), __nccwpck_require__.e(769)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5769)).then(({ createFetch }) => createFetch(proxyFor));
			return (await githubFetch)(input, init);
		},
		async probe() {
			const [{ systemResolve }, { walk, isReached }] = await Promise.all([__nccwpck_require__.e(/* import() */ 93).then(__nccwpck_require__.bind(__nccwpck_require__, 4093)), __nccwpck_require__.e(/* import() */ 858).then(__nccwpck_require__.bind(__nccwpck_require__, 5858))]);
			return {
				resolve: systemResolve,
				walk,
				isReached
			};
		},
		requestSent: nextRequestSent
	};
}

// src/runner/temp-file.ts
const READABLE = 420;
function writeTempFile(folder, name, content) {
	if (!(0,external_node_path_.isAbsolute)(folder)) throw new Error("RUNNER_TEMP is not set");
	const path = (0,external_node_path_.join)(folder, name);
	const fresh = (0,external_node_path_.join)(folder, `.${name}.${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`);
	const file = (0,external_node_fs_.openSync)(fresh, "wx", READABLE);
	try {
		try {
			(0,external_node_fs_.writeFileSync)(file, content);
			(0,external_node_fs_.fchmodSync)(file, READABLE);
		} finally {
			(0,external_node_fs_.closeSync)(file);
		}
		(0,external_node_fs_.renameSync)(fresh, path);
	} catch (error) {
		(0,external_node_fs_.rmSync)(fresh, { force: true });
		throw error;
	}
	return path;
}

// src/main.ts
async function main() {
	let logFailure;
	process.stdout.on("error", (error) => {
		logFailure ??= error;
	});
	process.stderr.on("error", () => void 0);
	process.exitCode = await action({
		env: process.env,
		nodeVersion: process.versions.node,
		toolkit: {
			getInput,
			setOutput: setOutput$1,
			setSecret,
			info,
			debug,
			isDebug,
			startGroup,
			endGroup,
			error,
			warning,
			writeSummary: async (markdown) => {
				await summary.emptyBuffer().addRaw(markdown).write();
			}
		},
		logFailure: () => logFailure,
		network: systemNetwork(process.env),
		clock: systemClock,
		nonce: (0,external_node_crypto_.randomBytes)(6).toString("hex"),
		payload: async () => JSON.parse(await (0,promises_.readFile)(process.env["GITHUB_EVENT_PATH"] ?? "", "utf8")),
		writeTempFile,
		onSignal: (signal, listener) => process.on(signal, listener),
		exitAfter: (ms, exitCode) => setTimeout(() => process.exit(exitCode()), ms).unref()
	});
	setTimeout(() => process.exit(), 1e3).unref();
}
main();



/***/ }),

/***/ 2039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ triedAt),
/* harmony export */   A: () => (/* binding */ warn),
/* harmony export */   At: () => (/* binding */ nextPageOf),
/* harmony export */   B: () => (/* binding */ isOutOfPatience),
/* harmony export */   Bt: () => (/* binding */ connectionText),
/* harmony export */   C: () => (/* binding */ makesPath),
/* harmony export */   Ct: () => (/* binding */ isNotFound),
/* harmony export */   D: () => (/* binding */ startDraft),
/* harmony export */   Dt: () => (/* binding */ isJsonOf),
/* harmony export */   E: () => (/* binding */ presentMoment),
/* harmony export */   Et: () => (/* binding */ trustedOwnersError),
/* harmony export */   F: () => (/* binding */ createdGroups),
/* harmony export */   Ft: () => (/* binding */ parseConnections),
/* harmony export */   G: () => (/* binding */ refusalOf),
/* harmony export */   H: () => (/* binding */ modifiedAt),
/* harmony export */   Ht: () => (/* binding */ nameOf),
/* harmony export */   I: () => (/* binding */ doneAt),
/* harmony export */   It: () => (/* binding */ parseServices),
/* harmony export */   J: () => (/* binding */ serviceUnknownSince),
/* harmony export */   K: () => (/* binding */ refusedActions),
/* harmony export */   L: () => (/* binding */ hasDoneAnything),
/* harmony export */   Lt: () => (/* binding */ parseTrustedOwner),
/* harmony export */   M: () => (/* binding */ claimTriedAt),
/* harmony export */   Mt: () => (/* binding */ parseCluster),
/* harmony export */   N: () => (/* binding */ claimsKnown),
/* harmony export */   Nt: () => (/* binding */ parseClusters),
/* harmony export */   O: () => (/* binding */ tagTime),
/* harmony export */   Ot: () => (/* binding */ isObject),
/* harmony export */   P: () => (/* binding */ createdEndpoints),
/* harmony export */   Pt: () => (/* binding */ parseConnection),
/* harmony export */   Q: () => (/* binding */ touched),
/* harmony export */   R: () => (/* binding */ heldGroup),
/* harmony export */   Rt: () => (/* binding */ parseTrustedOwners),
/* harmony export */   S: () => (/* binding */ finish),
/* harmony export */   St: () => (/* binding */ isLastingRefusal),
/* harmony export */   T: () => (/* binding */ postpone),
/* harmony export */   Tt: () => (/* binding */ meaningOfCloud),
/* harmony export */   U: () => (/* binding */ namelessSince),
/* harmony export */   V: () => (/* binding */ lockedAt),
/* harmony export */   Vt: () => (/* binding */ isRemoved),
/* harmony export */   W: () => (/* binding */ outdatedSince),
/* harmony export */   X: () => (/* binding */ takenToken),
/* harmony export */   Y: () => (/* binding */ sourceUnknownSince),
/* harmony export */   Z: () => (/* binding */ timesDone),
/* harmony export */   _: () => (/* binding */ addNote),
/* harmony export */   _t: () => (/* binding */ CloudRefusal),
/* harmony export */   a: () => (/* binding */ lagMover),
/* harmony export */   at: () => (/* binding */ isReady),
/* harmony export */   b: () => (/* binding */ block),
/* harmony export */   bt: () => (/* binding */ cloudReason),
/* harmony export */   c: () => (/* binding */ claimantsOf),
/* harmony export */   ct: () => (/* binding */ stepId),
/* harmony export */   d: () => (/* binding */ otherRepositories),
/* harmony export */   dt: () => (/* binding */ groupMismatch),
/* harmony export */   et: () => (/* binding */ unconfirmed),
/* harmony export */   f: () => (/* binding */ readMoment),
/* harmony export */   ft: () => (/* binding */ groupName),
/* harmony export */   g: () => (/* binding */ SERVICE_FIRST),
/* harmony export */   gt: () => (/* binding */ sanitise),
/* harmony export */   h: () => (/* binding */ writtenTags),
/* harmony export */   ht: () => (/* binding */ isManagedGroup),
/* harmony export */   i: () => (/* binding */ isQuiet),
/* harmony export */   it: () => (/* binding */ isInternal),
/* harmony export */   j: () => (/* binding */ becameCreatedAt),
/* harmony export */   jt: () => (/* binding */ parseAllowlist),
/* harmony export */   k: () => (/* binding */ waitShown),
/* harmony export */   kt: () => (/* binding */ listOf),
/* harmony export */   l: () => (/* binding */ isOfRepository),
/* harmony export */   lt: () => (/* binding */ touchedBy),
/* harmony export */   m: () => (/* binding */ taggedBy),
/* harmony export */   mt: () => (/* binding */ isManagedEndpoint),
/* harmony export */   n: () => (/* binding */ heldMark),
/* harmony export */   nt: () => (/* binding */ wasCreating),
/* harmony export */   o: () => (/* binding */ leaseOf),
/* harmony export */   ot: () => (/* binding */ showsIn),
/* harmony export */   p: () => (/* binding */ readTimes),
/* harmony export */   pt: () => (/* binding */ isEndpointService),
/* harmony export */   q: () => (/* binding */ released),
/* harmony export */   r: () => (/* binding */ isMarkAlive),
/* harmony export */   rt: () => (/* binding */ zonesRefused),
/* harmony export */   s: () => (/* binding */ limitUnder),
/* harmony export */   st: () => (/* binding */ sideOf),
/* harmony export */   t: () => (/* binding */ MARKED),
/* harmony export */   tt: () => (/* binding */ wasCreated),
/* harmony export */   u: () => (/* binding */ keptFor),
/* harmony export */   ut: () => (/* binding */ endpointMismatch),
/* harmony export */   v: () => (/* binding */ addStep),
/* harmony export */   vt: () => (/* binding */ classifyCloudError),
/* harmony export */   w: () => (/* binding */ note),
/* harmony export */   wt: () => (/* binding */ isRateRefusal),
/* harmony export */   x: () => (/* binding */ confirmTouched),
/* harmony export */   xt: () => (/* binding */ isCloudRefusal),
/* harmony export */   y: () => (/* binding */ addWait),
/* harmony export */   yt: () => (/* binding */ cloudError),
/* harmony export */   z: () => (/* binding */ isAnyServiceUnknown),
/* harmony export */   zt: () => (/* binding */ connectionMeaning)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);
/* harmony import */ var _foreign_page_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5953);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8484);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9785);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2012);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2396);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3554);








// src/cockroach/types.ts
const CLUSTER_STATES = [
	"CREATING",
	"CREATED",
	"CREATION_FAILED",
	"DELETED",
	"LOCKED"
];
const SERVICE_STATUSES = [
	"CREATING",
	"AVAILABLE",
	"CREATE_FAILED",
	"DELETING",
	"DELETE_FAILED"
];
const CONNECTION_STATUSES = [
	"PENDING",
	"PENDING_ACCEPTANCE",
	"AVAILABLE",
	"DELETING",
	"DELETED",
	"REJECTED",
	"FAILED",
	"EXPIRED",
	"STALE"
];
function nameOf({ name, id }) {
	return name || id;
}
function connectionText({ status, rawStatus }) {
	return status === "UNKNOWN" ? rawStatus : status;
}
const MEANINGS = {
	PENDING: "pending",
	PENDING_ACCEPTANCE: "pending",
	UNKNOWN: "pending",
	AVAILABLE: "available",
	REJECTED: "rejected",
	FAILED: "failed",
	EXPIRED: "failed",
	STALE: "stale",
	DELETING: "removed",
	DELETED: "removed"
};
function connectionMeaning({ status }) {
	return MEANINGS[status];
}
function isRemoved(connection) {
	return connectionMeaning(connection) === "removed";
}

// src/cockroach/parse.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function listOf(name) {
	return { isAnswer: (value) => isObject(value) && (Array.isArray(value[name]) || Object.keys(value).every((key) => key === "pagination" || key === "propagating")) };
}
function object(value) {
	return isObject(value) ? value : {};
}
function text(value) {
	return typeof value === "string" ? value : "";
}
function wordOf(value, prefix) {
	const word = text(value).toUpperCase();
	return word.startsWith(prefix) ? word.slice(prefix.length) : word;
}
function list(value) {
	return Array.isArray(value) ? value : [];
}
function parseCluster(value) {
	const cluster = object(value);
	const config = object(cluster["config"]);
	const serverless = typeof config["serverless"] === "object" && config["serverless"] !== null;
	const plan = text(cluster["plan"]).toLowerCase();
	const stateText = wordOf(cluster["state"], "CLUSTER_STATE_");
	return {
		id: text(cluster["id"]),
		name: text(cluster["name"]),
		plan: plan === "" ? serverless ? "standard" : "advanced" : plan,
		cloudProvider: text(cluster["cloud_provider"]).toUpperCase(),
		state: CLUSTER_STATES.find((one) => one === stateText) ?? (stateText === "" ? "UNTOLD" : "UNKNOWN"),
		stateText,
		serverless: serverless || plan === "standard" || plan === "basic",
		routingId: text(object(config["serverless"])["routing_id"]),
		regions: list(cluster["regions"]).map(parseRegion)
	};
}
function parseRegion(value) {
	const region = object(value);
	return {
		name: text(region["name"]),
		internalDns: text(region["internal_dns"]) || void 0
	};
}
function parseClusters(value) {
	return list(object(value)["clusters"]).map(parseCluster);
}
function nextPageOf(value) {
	return text(object(object(value)["pagination"])["next_page"]);
}
function parseServices(value) {
	return list(object(value)["services"]).map((entry) => {
		const service = object(entry);
		const aws = object(service["aws"]);
		const statusText = wordOf(service["status"], "STATUS_");
		const zones = list(service["availability_zone_ids"] ?? aws["availability_zone_ids"]);
		return {
			region: text(service["region_name"]),
			cloudProvider: text(service["cloud_provider"]).toUpperCase(),
			status: SERVICE_STATUSES.find((one) => one === statusText) ?? "UNKNOWN",
			statusText,
			name: text(service["name"]) || text(aws["service_name"]) || void 0,
			zoneIds: zones.map(text).filter((zone) => zone !== "")
		};
	});
}
function parseConnections(value) {
	return list(object(value)["connections"]).map(parseConnection).filter((connection) => connection.endpointId !== "");
}
function parseConnection(value) {
	const connection = object(value);
	const rawStatus = text(connection["status"]);
	const serviceName = text(connection["service_name"]);
	return {
		endpointId: text(connection["endpoint_id"]),
		region: text(connection["region_name"]) || text(connection["region"]) || (serviceName.split(".")[3] ?? ""),
		serviceName,
		status: CONNECTION_STATUSES.find((one) => one === wordOf(rawStatus, "STATUS_")) ?? "UNKNOWN",
		rawStatus,
		ownerAccount: text(connection["external_owner_id"])
	};
}
function parseTrustedOwners(value) {
	return list(object(value)["trusted_owners"]).map(parseTrustedOwner).filter((owner) => owner.id !== "");
}
function parseTrustedOwner(value) {
	const owner = object(object(value)["trusted_owner"] ?? value);
	return {
		id: text(owner["id"]),
		accountId: text(owner["external_owner_id"]),
		createdAt: text(owner["created_at"])
	};
}
function parseAllowlist(value) {
	return list(object(value)["allowlist"]).map(object).filter((entry) => entry["sql"] !== false && text(entry["cidr_ip"]) !== "").map((entry) => `${text(entry["cidr_ip"])}/${Number(entry["cidr_mask"] ?? 32)}`);
}
function isJsonOf(body, fits) {
	try {
		return fits(JSON.parse(body));
	} catch {
		return false;
	}
}
const isGrpcError = (code) => Number.isInteger(code) && Number(code) >= 1 && Number(code) <= 16;
function parseErrorBody(body) {
	const nothing = {
		isJson: false,
		code: void 0,
		message: ""
	};
	try {
		const value = JSON.parse(body);
		if (!isObject(value)) return nothing;
		const { code, message } = value;
		return {
			isJson: true,
			code: isGrpcError(code) ? code : void 0,
			message: text(message)
		};
	} catch {
		return nothing;
	}
}

// src/cockroach/refusals.ts
const SPEC = "Cloud API specification";
const CONNECT = /^POST .*\/private-endpoint-connections$/;
const OWNERS = /\/private-endpoint-trusted-owners(\/|$)/;
const OWNER_WRITES = /^(POST|DELETE) .*\/private-endpoint-trusted-owners(\/|$)/;
const LOCK = /\block(ed)?\b/i;
const CLOUD_REFUSALS = [
	{
		meaning: "rate",
		statuses: [429],
		source: SPEC
	},
	{
		meaning: "rate",
		codes: [8],
		source: "gRPC, RESOURCE_EXHAUSTED"
	},
	{
		meaning: "rate",
		words: /rate limit/i,
		source: "cockroachdb/docs PR 20356: the status may be another one"
	},
	{
		meaning: "locked",
		statuses: [
			400,
			409,
			423,
			503
		],
		words: LOCK,
		source: "cockroachdb/terraform-provider-cockroach PR 105, 127"
	},
	{
		meaning: "locked",
		statuses: [409],
		codes: [10],
		source: "gRPC, ABORTED: another change came first; HTTP 409 like 6"
	},
	{
		meaning: "exists",
		call: CONNECT,
		statuses: [409],
		source: `${SPEC} (inferred)`
	},
	{
		meaning: "exists",
		call: /^POST .*\/private-endpoint-(connections|services|trusted-owners)$/,
		statuses: [400, 409],
		words: /\balready\b/i,
		source: "gRPC, ALREADY_EXISTS; the words and the 400 are inferred from other calls of the API"
	},
	{
		meaning: "exists",
		call: OWNER_WRITES,
		statuses: [409],
		source: `${SPEC} (inferred)`
	},
	{
		meaning: "exists",
		call: /^POST .*\/private-endpoint-services$/,
		statuses: [409],
		source: `${SPEC} (inferred)`
	},
	{
		meaning: "untrusted",
		call: CONNECT,
		statuses: [
			400,
			403,
			404
		],
		words: /\btrust/i,
		source: "inferred"
	},
	{
		meaning: "endpoint-unknown",
		call: CONNECT,
		statuses: [400, 404],
		source: "terraform-provider-cockroach, isRetryableCloudError; docs: Verify the endpoint ID (inferred)"
	},
	{
		meaning: "owners-not-enabled",
		call: OWNERS,
		statuses: [
			400,
			403,
			404,
			412,
			501
		],
		words: /\bfeature\b|not enabled|enroll|limited access/i,
		source: "the badge LIMITED ACCESS in the specification; statuses and words are inferred"
	},
	{
		meaning: "owners-denied",
		call: OWNER_WRITES,
		statuses: [403],
		source: `${SPEC}: writes need Cluster Admin, reads Cluster Operator`
	},
	{
		meaning: "owners-denied",
		call: OWNERS,
		statuses: [403],
		words: /permission|role|not authori[sz]ed/i,
		unless: /organi[sz]ation/i,
		source: `${SPEC}, 403 "user does not have permission"`
	},
	{
		meaning: "absent",
		call: /\/private-endpoint-trusted-owners\/[^/]+$/,
		statuses: [404],
		codes: [5],
		source: "gRPC, NOT_FOUND"
	},
	{
		meaning: "owners-not-enabled",
		call: OWNERS,
		statuses: [
			403,
			404,
			501
		],
		source: "inferred"
	},
	{
		meaning: "absent",
		statuses: [404],
		codes: [5],
		source: "cockroachdb/terraform-provider-cockroach 34 (a captured answer)"
	},
	{
		meaning: "key-rejected",
		statuses: [401],
		source: SPEC
	},
	{
		meaning: "denied",
		statuses: [403],
		words: /permission|\brole|not authori[sz]ed|forbidden|denied|^$/i,
		source: `${SPEC}, 403 "user does not have permission"; other words (a suspended organization, an IP allowlist) name another cause`
	}
];
function cloudMeaning(answer) {
	const fits = ({ call, statuses, codes, words, unless }) => (call === void 0 || call.test(answer.call)) && (statuses === void 0 || statuses.includes(answer.status)) && (codes === void 0 || codes.includes(answer.code ?? -1)) && (words === void 0 || words.test(answer.message)) && (unless === void 0 || !unless.test(answer.message));
	return CLOUD_REFUSALS.find(fits)?.meaning;
}

// src/cockroach/errors.ts
var CloudRefusal = class extends Error {
	name = "CloudRefusal";
	status;
	contentType;
	ofApi;
	code;
	retryAfter;
	call;
	constructor(call, answer, host = "the address of the API") {
		const { isJson, code, message } = parseErrorBody(answer.body);
		const ofApi = (answer.status < 200 || answer.status > 299) && (code !== void 0 || isJson && answer.version !== void 0);
		const words = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)(message);
		const content = contentOf(answer, isJson);
		super(ofApi ? words : `${host} answered HTTP ${answer.status} with ${content}${isJson && words !== "" ? `: ${words}` : ""}`);
		this.contentType = (0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.t)(answer.contentType);
		this.status = answer.status;
		this.ofApi = ofApi;
		this.code = code;
		this.retryAfter = answer.retryAfter;
		this.call = call;
	}
};
function isCloudRefusal(error) {
	return error instanceof Error && error.name === "CloudRefusal" && "status" in error;
}
function contentOf({ body, contentType = "" }, isJson) {
	if (body === "") return "an empty body";
	const type = (0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.t)(contentType);
	if (/\bjson\b/i.test(type)) return isJson ? `JSON of another shape (${type})` : `a body that is not a JSON object (${type})`;
	return type;
}
function meaningOfCloud(error) {
	return isCloudRefusal(error) && error.ofApi ? cloudMeaning(error) : void 0;
}
function isNotFound(error) {
	return meaningOfCloud(error) === "absent";
}
function classifyCloudError(error, now) {
	if (!isCloudRefusal(error)) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.n)(error) ?? { failure: "final" };
	if (error.status >= 200 && error.status <= 299) return { failure: "transient" };
	const waitMs = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_4__.t)(error.retryAfter, now);
	const wait = waitMs === void 0 ? {} : { retryAfterMs: waitMs };
	const meaning = cloudMeaning(error);
	const isLocked = meaning === "locked" && error.ofApi;
	if (isLocked && error.call.startsWith("POST ")) return { failure: "final" };
	const limited = meaning === "rate" || isLocked;
	const open = waitMs !== void 0 && ![
		401,
		403,
		404,
		500,
		501,
		502,
		504
	].includes(error.status);
	if (error.ofApi && (limited || open)) return {
		failure: "throttled",
		...wait
	};
	return isOutage(error.status) ? {
		failure: "transient",
		...wait
	} : { failure: "final" };
}
function isRateRefusal(error) {
	return meaningOfCloud(error) !== "locked" && classifyCloudError(error, 0).failure === "throttled";
}
function isOutage(status) {
	return [408, 429].includes(status) || status >= 500 && status !== 501;
}
function cloudReason(error) {
	if (!isCloudRefusal(error)) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.n)(error)?.words ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error);
	return `HTTP ${error.status}, ${error.ofApi ? error.message : error.contentType}`;
}
const LASTING = /* @__PURE__ */ new Set([
	"cloud-key-rejected",
	"cloud-denied",
	"cloud-refused"
]);
function isLastingRefusal(error) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error) && LASTING.has(error.code);
}
function cloudError(error, doing, host = "") {
	if (!isCloudRefusal(error)) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("cloud-unavailable", (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.t)(error, {
		who: "CockroachDB Cloud",
		doing,
		host
	}), { cause: error });
	if (!error.ofApi) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("cloud-unavailable", {
		cause: `The answer is not from CockroachDB Cloud: HTTP ${error.status}, ${error.contentType}`,
		said: `Asked to ${doing}, ${error.message}`,
		fix: (0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.n)(error.status, "Check cockroach-api-url, and the proxy, firewall or load balancer between the runner and CockroachDB Cloud, then run again.")
	}, { cause: error });
	return saidBy(error, doing, wordsFor(error, doing));
}
function saidBy(error, doing, { code, cause, fix }) {
	const known = `HTTP ${error.status}${error.code === void 0 ? "" : `, code ${error.code}`}`;
	const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.c)(`CockroachDB Cloud, asked to ${doing}`, error.message, known);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t(code, {
		cause,
		said,
		fix
	}, { cause: error });
}
function wordsFor(error, doing) {
	const meaning = cloudMeaning(error);
	if (meaning === "key-rejected") return {
		code: "cloud-key-rejected",
		cause: "CockroachDB Cloud does not accept the API key",
		fix: "Create a new secret key for the service account and put it into cockroach-api-key."
	};
	if (meaning === "untrusted") return {
		code: "cloud-refused",
		cause: "CockroachDB Cloud refused the endpoint, because the cluster does not trust its AWS account",
		fix: "Add the AWS account of the endpoint to the trusted owners of the cluster (input trusted-owners), then run again."
	};
	if (meaning === "denied") return {
		code: "cloud-denied",
		cause: `Missing role: the service account can't ${doing}`,
		fix: "Give the service account the role Cluster Operator (CLUSTER_OPERATOR_WRITER) or Cluster Admin on the cluster."
	};
	if (classifyCloudError(error, 0).failure !== "final" || meaning === "locked") return {
		code: "cloud-unavailable",
		cause: `CockroachDB Cloud kept refusing to ${doing}`,
		fix: "Run again later; if it persists, check https://status.cockroachlabs.cloud or ask Cockroach Labs support."
	};
	return {
		code: "cloud-refused",
		cause: `CockroachDB Cloud refused to ${doing}`,
		fix: "Correct what the message names; the troubleshooting page lists the known ones."
	};
}
function trustedOwnersError(error, doing, host = "") {
	const meaning = meaningOfCloud(error);
	if (isCloudRefusal(error) && meaning === "owners-denied") return saidBy(error, doing, {
		code: "owners-denied",
		cause: `Missing role: the service account can't ${doing}`,
		fix: "Give the service account the role Cluster Admin (CLUSTER_ADMIN) on the cluster; Cluster Operator may only read trusted owners."
	});
	if (isCloudRefusal(error) && meaning === "owners-not-enabled") return saidBy(error, doing, {
		code: "owners-not-enabled",
		cause: "Trusted owners are not enabled for this organization",
		fix: "Ask your Cockroach Labs account team to enable private endpoint trusted owners, or leave trusted-owners out."
	});
	return cloudError(error, doing, host);
}

// src/reconcile/model/managed.ts
const ENDPOINT_SERVICE = /^com\.amazonaws\.vpce\.[a-z0-9-]+\.vpce-svc-./;
function isManagedEndpoint(endpoint) {
	return isTagged(endpoint) && mismatchOfEndpoint(endpoint) === void 0;
}
function isManagedGroup(group) {
	return isTagged(group) && mismatchOfGroup(group) === void 0;
}
function endpointMismatch(endpoint) {
	return isTagged(endpoint) ? mismatchOfEndpoint(endpoint) : void 0;
}
function groupMismatch(group) {
	return isTagged(group) ? mismatchOfGroup(group) : void 0;
}
function isEndpointService(serviceName) {
	return ENDPOINT_SERVICE.test(serviceName);
}
function groupName(serviceName) {
	return sanitise(`cockroachdb-privatelink ${serviceName.split(".").at(-1) ?? serviceName}`);
}
function sanitise(text) {
	return text.replace(/[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g, "_").slice(0, 255);
}
function isTagged({ tags }) {
	return tags[_claims_js__WEBPACK_IMPORTED_MODULE_3__.n] === _claims_js__WEBPACK_IMPORTED_MODULE_3__.r;
}
function mismatchOfEndpoint(endpoint) {
	const service = endpoint.tags[_claims_js__WEBPACK_IMPORTED_MODULE_3__.i];
	if (endpoint.requesterManaged) return mismatch("an AWS service manages it");
	if (!endpoint.interface) return mismatch("its type isn't Interface");
	if (!isEndpointService(endpoint.serviceName)) return mismatch(`${endpoint.serviceName} isn't a vpce-svc service`);
	if (service === void 0) return {
		why: `tag ${_claims_js__WEBPACK_IMPORTED_MODULE_3__.i} is missing`,
		lacksService: true
	};
	if (service !== (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.S)(endpoint.serviceName)) return mismatch(`its tag ${_claims_js__WEBPACK_IMPORTED_MODULE_3__.i} names another service`);
}
function mismatchOfGroup({ name, tags }) {
	const service = tags[_claims_js__WEBPACK_IMPORTED_MODULE_3__.i];
	if (service === void 0) return {
		why: `tag ${_claims_js__WEBPACK_IMPORTED_MODULE_3__.i} is missing`,
		lacksService: true
	};
	if (!isEndpointService(service)) return mismatch(`its tag ${_claims_js__WEBPACK_IMPORTED_MODULE_3__.i} names no vpce-svc service`);
	if (name !== groupName(service)) return mismatch(`its name doesn't fit its tag ${_claims_js__WEBPACK_IMPORTED_MODULE_3__.i}`);
}
function mismatch(why) {
	return {
		why,
		lacksService: false
	};
}

// src/reconcile/model/steps.ts
function isReady(step) {
	return step.ready;
}
const ENDPOINTS = () => ["endpoints"];
const GROUPS = () => ["groups"];
const ON_ENDPOINT = {
	side: "aws",
	internal: false,
	shows: ENDPOINTS
};
const ON_GROUP = {
	side: "aws",
	internal: false,
	shows: GROUPS
};
const TAG = {
	side: "aws",
	internal: true,
	shows: ENDPOINTS
};
const MARK = {
	side: "aws",
	internal: true,
	shows: ({ groupId, groupOnly }) => groupOnly === true ? ["groups"] : groupId === void 0 ? ["endpoints"] : ["endpoints", "groups"],
	stirs: ({ groupOnly }) => groupOnly === true ? ["endpoints"] : []
};
const ON_OWNERS = {
	side: "cloud",
	internal: false,
	shows: ({ clusterRef }) => [`owners:${clusterRef}`]
};
const KINDS = {
	"create-services": {
		side: "cloud",
		internal: false,
		shows: ({ clusterRef }) => [`services:${clusterRef}`],
		stirs: ({ clusterRef }) => [`cluster:${clusterRef}`]
	},
	"create-group": ON_GROUP,
	"authorize-ingress": ON_GROUP,
	"revoke-ingress": ON_GROUP,
	"create-endpoint": ON_ENDPOINT,
	claim: TAG,
	unclaim: TAG,
	mark: MARK,
	unmark: MARK,
	"modify-endpoint": ON_ENDPOINT,
	connect: {
		side: "cloud",
		internal: false,
		shows: ({ clusterRef }) => [`connections:${clusterRef}`, "endpoints"]
	},
	disconnect: {
		side: "cloud",
		internal: false,
		shows: ({ clusterRef }) => [`connections:${clusterRef}`],
		stirs: ENDPOINTS
	},
	"set-private-dns": ON_ENDPOINT,
	"delete-endpoint": ON_ENDPOINT,
	"delete-group": ON_GROUP,
	trust: ON_OWNERS,
	untrust: ON_OWNERS
};
function traitsOf({ kind }) {
	return KINDS[kind];
}
function sideOf(action) {
	return traitsOf(action).side;
}
function isInternal({ action }) {
	return traitsOf(action).internal;
}
function showsIn(action) {
	return traitsOf(action).shows(action);
}
function touchedBy(action) {
	return [...showsIn(action), ...traitsOf(action).stirs?.(action) ?? []];
}
const id = (...parts) => parts.join(":");
const stepId = {
	createServices: (clusterId) => id("create-services", clusterId),
	createGroup: (serviceOrLabel) => id("create-group", serviceOrLabel),
	authorizeNew: (serviceOrLabel) => id("authorize", "new", serviceOrLabel),
	authorize: (groupId, sources) => id("authorize", groupId, sources),
	revoke: (groupId, rules) => id("revoke", groupId, rules),
	createEndpoint: (serviceOrLabel, salt, made) => id("create-endpoint", serviceOrLabel, salt, made),
	claim: (endpointId, threatened, keys) => id("claim", endpointId, ...threatened === 0 ? [] : [threatened], keys.join()),
	noteZones: (endpointId, zones) => id("zones", endpointId, zones),
	moveClaims: (from, to, keys) => id("move", from, to, keys.join()),
	release: (endpointId, keys) => id("release", endpointId, keys.join()),
	unclaim: (endpointId) => id("unclaim", endpointId),
	mark: (endpointId) => id("mark", endpointId),
	markGroupFirst: (endpointId) => id("mark-group", endpointId),
	markGroup: (groupId) => id("mark", groupId),
	unmark: (endpointId, markKey) => id("unmark", endpointId, markKey),
	makeRoom: (endpointId, markKey) => id("room", endpointId, markKey),
	modify: (endpointId, changes) => id("modify", endpointId, changes),
	connect: (clusterId, endpointId) => id("connect", clusterId, endpointId),
	connectAgain: (clusterId, endpointId) => id("connect", clusterId, endpointId, "again"),
	connectNew: (clusterId) => id("connect", clusterId, "new"),
	disconnect: (clusterId, endpointId) => id("disconnect", clusterId, endpointId),
	dnsOn: (endpointId) => id("dns-on", endpointId),
	dnsOnNew: (serviceOrLabel) => id("dns-on", "new", serviceOrLabel),
	dnsOff: (endpointId) => id("dns-off", endpointId),
	deleteEndpoint: (endpointId) => id("delete-endpoint", endpointId),
	deleteGroup: (groupId) => id("delete-group", groupId),
	trust: (clusterId, accountId) => id("trust", clusterId, accountId),
	untrust: (clusterId, ownerId) => id("untrust", clusterId, ownerId)
};

// src/reconcile/model/recall.ts
function entriesOf({ entries }, kind) {
	return entries.filter((one) => one.kind === kind);
}
function calls(journal, result) {
	return entriesOf(journal, "call").filter((one) => result === void 0 || one.result.kind === result);
}
function callsOf(journal, id) {
	return calls(journal).filter((one) => one.step.id === id);
}
const TRIED = /* @__PURE__ */ new Set([
	"done",
	"unanswered",
	"name-held"
]);
const wasTried = ({ result }) => TRIED.has(result.kind);
const wasDone = ({ result }) => result.kind === "done";
function doneAt(journal, id) {
	return callsOf(journal, id).findLast(wasDone)?.at.mono;
}
function timesDone(journal, id) {
	return callsOf(journal, id).filter(wasDone).length;
}
function hasDoneAnything(journal) {
	return calls(journal).some(wasDone);
}
function triedAt(journal, id) {
	return callsOf(journal, id).findLast(wasTried)?.at;
}
function lastTry(journal, fits) {
	return calls(journal).findLast((one) => wasTried(one) && fits(one.step.action))?.at.mono ?? 0;
}
function claimTriedAt(journal, id) {
	return lastTry(journal, (one) => one.kind === "claim" && one.what === "own" && one.endpointId === id);
}
function refusalOf(journal, id) {
	return callsOf(journal, id).flatMap(({ result }) => result.kind === "refused" || result.kind === "name-held" ? [result.error] : []).at(-1);
}
function touched({ entries }) {
	const times = /* @__PURE__ */ new Map();
	for (const one of entries) {
		if (one.kind === "call" && wasTried(one)) for (const facet of touchedBy(one.step.action)) times.set(facet, one.at.mono);
		if (one.kind === "settled") for (const facet of one.facets) times.set(facet, one.at);
	}
	return times;
}
function unconfirmed(journal, { readAt }) {
	return [...touched(journal)].filter(([facet, at]) => (readAt[facet] ?? 0) <= at).map(([facet]) => facet);
}
function modifiedAt(journal, endpointId) {
	const isChange = ({ step: { action }, result }) => (action.kind === "modify-endpoint" || action.kind === "set-private-dns") && action.endpointId === endpointId && result.kind !== "not-sent" && result.kind !== "failed";
	return calls(journal).findLast(isChange)?.at.mono;
}
function createdEndpoints(journal) {
	return calls(journal).flatMap(({ step: { action }, at, result }) => action.kind === "create-endpoint" && result.kind === "done" && result.endpoint !== void 0 ? [{
		endpoint: result.endpoint,
		at: at.mono,
		replacing: action.replacing
	}] : []);
}
function wasCreated(journal, endpointId) {
	return createdEndpoints(journal).some(({ endpoint }) => endpoint.id === endpointId);
}
function createdGroups(journal) {
	return calls(journal).flatMap(({ at, result }) => result.kind === "done" ? (result.groups ?? []).map((group) => ({
		group,
		at: at.mono
	})) : []);
}
function failedCreations(journal, serviceName) {
	const all = calls(journal).filter(({ step: { action } }) => action.kind === "create-endpoint" && action.serviceName === serviceName);
	return all.slice(all.findLastIndex(wasDone) + 1);
}
function takenToken(journal, serviceName) {
	return failedCreations(journal, serviceName).flatMap(({ at, result }) => result.kind === "token-taken" ? [{
		...result,
		at: at.mono
	}] : []).at(-1);
}
function serviceUnknownSince(journal, serviceName) {
	return failedCreations(journal, serviceName).find((one) => one.result.kind === "service-unknown")?.at.mono;
}
function sourceUnknownSince(journal, groupId) {
	const all = calls(journal).filter(({ step: { action } }) => action.kind === "authorize-ingress" && action.groupId === groupId);
	return all.slice(all.findLastIndex(wasDone) + 1).find((one) => one.result.kind === "source-unknown")?.at.mono;
}
function refusedActions(journal) {
	return calls(journal).filter(({ result }) => result.kind === "failed" || result.kind === "service-unknown").map((one) => one.step.action);
}
function isAnyServiceUnknown(journal) {
	return calls(journal, "service-unknown").some(({ step: { action } }) => action.kind === "create-endpoint" && serviceUnknownSince(journal, action.serviceName) !== void 0);
}
function zonesRefused(journal, serviceName) {
	const zones = calls(journal).flatMap(({ result }) => result.kind === "zone-refused" && result.serviceName === serviceName ? [result.zone] : []);
	return new Set(zones);
}
function claimsKnown({ entries }) {
	const known = /* @__PURE__ */ new Map();
	const set = (endpointId, key, since) => known.set(`${endpointId} ${key}`, {
		endpointId,
		key,
		since
	});
	for (const one of entries) {
		if (one.kind === "claim" && one.stands) set(one.endpointId, one.key, one.at);
		if (one.kind === "claim" && !one.stands) known.delete(`${one.endpointId} ${one.key}`);
		if (one.kind !== "call" || !wasDone(one)) continue;
		const { action } = one.step;
		if (action.kind !== "claim" || action.what !== "own") continue;
		for (const key of Object.keys(action.tags)) set(action.endpointId, key, one.at.wall);
	}
	return [...known.values()];
}
function released(journal) {
	const byEndpoint = Map.groupBy(entriesOf(journal, "releasing"), (one) => one.endpointId);
	return new Map([...byEndpoint].map(([id, all]) => [id, new Set(all.flatMap((one) => one.clusterIds))]));
}
function heldGroup(journal, groupId) {
	const said = calls(journal).flatMap(({ step: { action }, at, result }) => action.kind === "delete-group" && action.groupId === groupId && result.kind === "in-use" ? [{
		at: at.mono,
		why: result.why
	}] : []);
	const [first, last] = [said[0], said.at(-1)];
	return first === void 0 || last === void 0 ? void 0 : {
		...last,
		since: first.at
	};
}
function becameCreatedAt(journal, clusterId) {
	return entriesOf(journal, "cluster").findLast((one) => one.clusterId === clusterId && !one.isCreating)?.at;
}
function wasCreating(journal, clusterId) {
	return entriesOf(journal, "cluster").findLast((one) => one.clusterId === clusterId)?.isCreating === true;
}
function namelessSince(journal, clusterId) {
	const last = entriesOf(journal, "host-name").findLast((one) => one.clusterId === clusterId);
	return last?.isMissing === true ? last.at : void 0;
}
function isOutOfPatience(journal) {
	return entriesOf(journal, "out-of-patience").length > 0;
}
function lockedAt(journal, clusterId) {
	return calls(journal, "locked").findLast(({ step: { action } }) => "clusterId" in action && action.clusterId === clusterId)?.at.mono;
}
function outdatedSince(journal, endpointId, shown) {
	const isAbout = ({ step: { action } }) => "endpointId" in action && action.endpointId === endpointId;
	const isAnswered = ({ step: { action }, result }) => [
		"modify-endpoint",
		"set-private-dns",
		"connect"
	].includes(action.kind) && ![
		"outdated",
		"unanswered",
		"not-sent",
		"failed",
		"locked"
	].includes(result.kind);
	const isOther = ({ result }) => result.kind === "outdated" && result.shown !== shown;
	const all = calls(journal).filter(isAbout);
	return all.slice(all.findLastIndex((one) => isAnswered(one) || isOther(one)) + 1).find((one) => one.result.kind === "outdated")?.at.mono;
}
function markBegun(journal, { value, at }) {
	const { startedAt, startedAtWall } = journal;
	const noted = entriesOf(journal, "marking").find((one) => one.value === value)?.at ?? {
		mono: startedAt + (at - startedAtWall),
		wall: at
	};
	return (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.t)([noted, {
		mono: noted.mono,
		wall: at
	}]);
}

// src/reconcile/plan/plan-draft.ts
const SERVICE_FIRST = "the endpoint service is available";
function makesPath(draft) {
	return draft.desired.goal.kind === "make-path";
}
function startDraft(given) {
	return {
		...given,
		steps: [],
		waits: [],
		blockers: [],
		notes: [],
		leftOvers: []
	};
}
function presentMoment({ now, wallNow }) {
	return {
		mono: now,
		wall: wallNow
	};
}
function tagTime({ journal, now, wallNow }) {
	return (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.a)(wallNow, (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.d)(journal.startedAtWall + (now - journal.startedAt)));
}
function addStep(draft, text) {
	const { id, title, patienceMs = 0 } = text;
	if (isLater(text)) {
		draft.steps.push({
			id,
			title,
			ready: false,
			after: text.after,
			action: text.action
		});
		return;
	}
	const done = doneAt(draft.journal, id);
	const patience = Math.max(patienceMs, draft.desired.readLagMs);
	if (done !== void 0 && draft.now - done < patience) waitShown(draft, {
		id,
		title,
		action: text.action
	});
	else draft.steps.push({
		id,
		title,
		ready: true,
		action: text.action
	});
}
function isLater(text) {
	return text.after !== void 0;
}
function waitShown(draft, { id, title, action }, facets = showsIn(action)) {
	addWait(draft, {
		kind: "shown",
		subject: id,
		what: `the effect of "${title}" to show`,
		seen: "requested, not visible yet",
		waitingOn: sideOf(action) === "cloud" ? "CockroachDB Cloud" : "AWS",
		facets,
		..."endpointId" in action && !isInternal({ action }) ? { endpointId: action.endpointId } : {}
	});
}
function postpone(draft, from, after) {
	for (const [index, step] of draft.steps.entries()) if (index >= from && step.ready) draft.steps[index] = {
		...step,
		ready: false,
		after
	};
}
function addWait(draft, wait) {
	draft.waits.push(wait);
}
function block(draft, code, text) {
	const { subject = "" } = text;
	if (draft.blockers.some((one) => one.code === code && one.cause === text.cause && one.subject === subject)) return;
	draft.blockers.push({
		code,
		cause: text.cause,
		...text.said === void 0 ? {} : { said: text.said },
		fix: text.fix,
		late: text.late ?? false,
		subject,
		...text.log === void 0 ? {} : { log: text.log }
	});
}
function note(draft, code, said) {
	addNote(draft, {
		code,
		warning: false,
		...typeof said === "string" ? { text: said } : said
	});
}
function warn(draft, code, text) {
	addNote(draft, {
		code,
		text,
		warning: true
	});
}
function addNote({ notes }, fresh) {
	if (!notes.some((one) => one.text === fresh.text)) notes.push(fresh);
}
function confirmTouched(draft, more = {
	unseen: [],
	notBefore: 0
}) {
	if (draft.waits.length > 0 || draft.steps.some((step) => step.ready)) return;
	const changed = unconfirmed(draft.journal, draft.observed);
	const unseen = [.../* @__PURE__ */ new Set([...changed, ...more.unseen])];
	if (unseen.length === 0) return;
	addWait(draft, {
		kind: "confirm",
		subject: "",
		what: "a last read of what was changed",
		seen: "not read again yet",
		waitingOn: "the next read shows it",
		facets: unseen,
		notBefore: more.notBefore,
		brief: true
	});
}
function finish(draft, paths) {
	return {
		steps: draft.steps,
		waits: draft.waits,
		blockers: draft.blockers,
		notes: draft.notes,
		paths,
		leftOvers: draft.leftOvers
	};
}

// src/reconcile/model/written-tags.ts
function writtenTags({ entries }) {
	const all = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		if (entry.kind === "tag-lost") {
			const name = tagName(entry);
			const before = all.get(name);
			if (before !== void 0) all.set(name, {
				...before,
				stands: false,
				lost: before.lost + 1,
				lostAt: entry.at
			});
		}
		if (entry.kind === "call") noteTagging(all, entry);
	}
	return [...all.values()];
}
function tagName({ resourceId, key }) {
	return `${resourceId} ${key}`;
}
function noteTagging(all, { step: { action }, at, result }) {
	if (action.kind !== "claim" && action.kind !== "mark" && action.kind !== "unclaim" && action.kind !== "unmark") return;
	const writes = action.kind === "claim" || action.kind === "mark";
	if (writes && result.kind !== "done") return;
	const tags = taggedBy(action).flatMap((resourceId) => Object.keys(action.tags).map((key) => ({
		resourceId,
		key
	})));
	for (const tag of tags) {
		const name = tagName(tag);
		const { lost = 0, lostAt = 0 } = all.get(name) ?? {};
		if (writes) all.set(name, {
			...tag,
			at: at.mono,
			stands: true,
			lost,
			lostAt
		});
		else all.delete(name);
	}
}
function taggedBy(action) {
	if (action.kind === "claim" || action.kind === "unclaim" || action.groupId === void 0) return [action.endpointId];
	return action.groupOnly === true ? [action.groupId] : [action.endpointId, action.groupId];
}

// src/reconcile/model/observed.ts
function readMoment({ readAt, readAtWall }, facet) {
	return {
		mono: readAt[facet] ?? 0,
		wall: readAtWall[facet] ?? (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.d)(0)
	};
}
function readTimes(facets, began, before = {
	readAt: {},
	readAtWall: {}
}) {
	const each = [...facets];
	return {
		readAt: {
			...before.readAt,
			...Object.fromEntries(each.map((facet) => [facet, began.mono]))
		},
		readAtWall: {
			...before.readAtWall,
			...Object.fromEntries(each.map((facet) => [facet, began.wall]))
		}
	};
}

// src/reconcile/model/claimants.ts
const MOST_LISTED = 10;
function isOfRepository(claim, { serverUrl, repositoryId }) {
	return claim.repositoryId === repositoryId && claim.server === (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.x)(serverUrl);
}
function environmentOf(claim, owner) {
	if ((0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.p)(claim, owner)) return owner.environment;
	if (!isOfRepository(claim, owner)) return void 0;
	return claim.name || "an environment without a name";
}
function otherRepositories(claims, home) {
	const latest = /* @__PURE__ */ new Map();
	for (const claim of claims) {
		if (isOfRepository(claim, home)) continue;
		const name = nameOfRepository(claim, home);
		latest.set(name, Math.max(latest.get(name) ?? 0, claim.lastUsed));
	}
	return [...latest].map(([name, at]) => ({
		name,
		whose: name === UNREADABLE ? "its tag names no repository" : "another repository",
		lastUsed: at === 0 ? "last use unknown" : `last used ${new Date(at).toISOString().slice(0, 10)}`
	}));
}
const UNREADABLE = "an unreadable claim";
function nameOfRepository({ repositoryId, server }, { serverUrl }) {
	if (!/^\d{1,20}$/.test(repositoryId)) return UNREADABLE;
	return `repository ID ${repositoryId}${server === (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.x)(serverUrl) ? "" : " of another GitHub server"}`;
}
function claimantsOf(claims, owner, about = () => "") {
	const environments = /* @__PURE__ */ new Set();
	const foreign = [];
	for (const claim of claims) {
		const name = environmentOf(claim, owner);
		if (name === void 0) foreign.push(claim);
		else environments.add(`${name}${about(claim)}`);
	}
	const repositories = otherRepositories(foreign, owner).filter((one) => one.name !== UNREADABLE).length;
	const unreadable = foreign.filter((claim) => nameOfRepository(claim, owner) === UNREADABLE).length;
	const [only = ""] = environments;
	const texts = [
		...environments.size === 1 ? [only] : some(environments.size, "environment"),
		...some(repositories, "other repository", "other repositories"),
		...some(unreadable, "unreadable claim")
	];
	return {
		text: (0,_text_js__WEBPACK_IMPORTED_MODULE_6__.a)(texts),
		many: environments.size + repositories + unreadable > 1,
		log: environments.size > 1 ? listed([...environments].toSorted()) : []
	};
}
function keptFor(claims, owner, about) {
	const { text, log } = claimantsOf(claims, owner, about);
	const others = otherRepositories(claims.filter((claim) => environmentOf(claim, owner) === void 0), owner).map(({ name, lastUsed }) => `${name}, ${lastUsed}`);
	if (others.length === 1 && claims.every((claim) => environmentOf(claim, owner) === void 0)) return {
		why: `claimed by ${others.join()}`,
		more: [],
		log
	};
	return {
		why: `still used by ${text}`,
		more: others.map((one) => `- ${one}`),
		log
	};
}
function some(count, noun, plural) {
	return count === 0 ? [] : [(0,_text_js__WEBPACK_IMPORTED_MODULE_6__.r)(count, noun, plural)];
}
function listed(environments) {
	return ["Environments of this repository:", ...(0,_text_js__WEBPACK_IMPORTED_MODULE_6__.t)(environments, MOST_LISTED)];
}

// src/reconcile/membership/lease.ts
const MARKED = "every run can see its removal mark";
function lagMover({ readLagMs }) {
	return `reads may lag by ${readLagMs / 1e3} s`;
}
function heldMark(journal, { id, tags }) {
	const mark = (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__.b)(tags).find((one) => one.nonce === journal.nonce);
	if (mark === void 0) return void 0;
	const begun = markBegun(journal, mark);
	const unclaimed = triedAt(journal, stepId.unclaim(id));
	const disconnected = lastTry(journal, (action) => action.kind === "disconnect" && action.endpointId === id);
	return {
		mark,
		begun,
		written: triedAt(journal, stepId.mark(id)) ?? begun,
		unclaimed,
		changedAt: Math.max(disconnected, unclaimed?.mono ?? 0)
	};
}
function leaseOf(held, reads, terms) {
	if (held === void 0) return { state: "none" };
	const { shown, decidedOn, now, hasWork } = reads;
	const quiet = isQuiet(held, shown, terms) ? void 0 : {
		state: "quiescing",
		until: held.changedAt + terms.readLagMs
	};
	const waits = waitsOf(held, terms);
	const isRipe = waits.every(({ since, ms }) => (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.n)(since, decidedOn) >= ms);
	const isStalled = !isRipe && waits.every(({ since, ms }) => decidedOn.mono - since.mono >= ms);
	if ((0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.r)(held.begun, shown) > decisionsUntil(terms) && (hasWork || isStalled)) return quiet ?? { state: "expired" };
	const isStale = (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.r)(decidedOn, now) > terms.decisionMs / 2;
	if (!isRipe || isStale) return {
		state: "settling",
		until: readDue(held, {
			waits,
			now
		}, terms)
	};
	if (hasWork) return { state: "may-decide" };
	return quiet ?? { state: "idle" };
}
function isQuiet({ changedAt }, shown, { readLagMs }) {
	return shown.mono >= changedAt + readLagMs;
}
function waitsOf({ written, unclaimed }, { readLagMs }) {
	const marked = {
		since: written,
		ms: 2 * readLagMs
	};
	if (unclaimed === void 0 || unclaimed.mono < written.mono) return [marked];
	return [marked, {
		since: unclaimed,
		ms: readLagMs
	}];
}
function readDue({ begun }, { waits, now }, terms) {
	const ripe = Math.max(...waits.map(({ since, ms }) => (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.s)(since, ms, now)));
	return Math.min(ripe, begun.mono + decisionsUntil(terms) + 1);
}
function limitUnder(held, { reads, now }, terms) {
	const left = terms.decisionMs - (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.r)(reads.length === 0 ? now : (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.t)(reads), now);
	const ofMark = held === void 0 ? left : callsUntil(terms) - (0,_moment_js__WEBPACK_IMPORTED_MODULE_5__.r)(held.begun, now);
	return {
		since: now,
		ms: Math.min(left, ofMark)
	};
}
function isMarkAlive(mark, readAt, terms) {
	return readAt - mark.at < callsUntil(terms) + terms.readLagMs;
}
function decisionsUntil({ readLagMs, decisionMs }) {
	return 2 * readLagMs + decisionMs;
}
function callsUntil(terms) {
	return decisionsUntil(terms) + terms.decisionMs;
}



/***/ }),

/***/ 9785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ later),
/* harmony export */   c: () => (/* binding */ refuseLate),
/* harmony export */   d: () => (/* binding */ wallTime),
/* harmony export */   i: () => (/* binding */ isTooLate),
/* harmony export */   l: () => (/* binding */ timeLeft),
/* harmony export */   n: () => (/* binding */ elapsedAtLeast),
/* harmony export */   o: () => (/* binding */ momentOf),
/* harmony export */   r: () => (/* binding */ elapsedAtMost),
/* harmony export */   s: () => (/* binding */ overAt),
/* harmony export */   t: () => (/* binding */ earliest),
/* harmony export */   u: () => (/* binding */ tooLate)
/* harmony export */ });
// src/support/moment.ts
function wallTime(ms) {
	return ms;
}
function momentOf(clock) {
	return {
		mono: clock.now(),
		wall: clock.wall()
	};
}
function elapsedAtMost(since, now) {
	return Math.max(now.mono - since.mono, now.wall - since.wall);
}
const GRAIN_MS = 2;
function elapsedAtLeast(since, now) {
	return Math.min(now.mono - since.mono, now.wall - since.wall + GRAIN_MS);
}
function overAt(since, ms, now) {
	return now.mono + ms - elapsedAtLeast(since, now);
}
function earliest(moments) {
	return {
		mono: Math.min(...moments.map((one) => one.mono)),
		wall: wallTime(Math.min(...moments.map((one) => one.wall)))
	};
}
function later(one, other) {
	return one > other ? one : other;
}
function timeLeft({ since, ms }, clock) {
	return ms - elapsedAtMost(since, momentOf(clock));
}
const TOO_LATE = "DecidedTooLongAgo";
function refuseLate(limit, clock) {
	if (limit !== void 0 && timeLeft(limit, clock) < 0) throw tooLate();
}
function tooLate(cause) {
	return Object.assign(new Error("it was decided too long ago", { cause }), { name: TOO_LATE });
}
function isTooLate(error) {
	return error instanceof Error && error.name === TOO_LATE;
}



/***/ }),

/***/ 2012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ retryAfterMs)
/* harmony export */ });
// src/support/retry-after.ts
const LONGEST_MS = 3e5;
function retryAfterMs(header, now) {
	if (header === void 0 || header === "") return void 0;
	const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1e3 : Date.parse(header) - now;
	return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_MS) : void 0;
}



/***/ }),

/***/ 3554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ series),
/* harmony export */   i: () => (/* binding */ joinShort),
/* harmony export */   n: () => (/* binding */ capitalized),
/* harmony export */   r: () => (/* binding */ counted),
/* harmony export */   t: () => (/* binding */ bullets)
/* harmony export */ });
// src/support/text.ts
function counted(count, noun, plural = `${noun}s`) {
	return `${count} ${count === 1 ? noun : plural}`;
}
function series(items) {
	const last = items.at(-1) ?? "";
	return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
function joinShort(items, max = 8) {
	const all = [...items];
	if (all.length === 0) return "none";
	return all.length <= max ? all.join(", ") : `${all.slice(0, max).join(", ")} and ${all.length - max} more`;
}
function bullets(items, max) {
	const more = items.length - max;
	return [...items.slice(0, max), ...more > 0 ? [`and ${more} more`] : []].map((item) => `- ${item}`);
}
function capitalized(text) {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}



/***/ }),

/***/ 5640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isGone),
/* harmony export */   i: () => (/* binding */ isDead),
/* harmony export */   n: () => (/* binding */ endpointMeaning),
/* harmony export */   o: () => (/* binding */ sourceText),
/* harmony export */   r: () => (/* binding */ endpointState),
/* harmony export */   t: () => (/* binding */ SQL_PORT)
/* harmony export */ });
// src/aws/types.ts
const ENDPOINT_STATES = [
	"pendingacceptance",
	"pending",
	"available",
	"rejected",
	"failed",
	"expired",
	"partial",
	"deleting",
	"deleted"
];
function endpointState(word) {
	return ENDPOINT_STATES.find((one) => one === word.toLowerCase()) ?? "unknown";
}
const MEANINGS = {
	pendingacceptance: "awaits-acceptance",
	pending: "changing",
	partial: "changing",
	unknown: "changing",
	available: "available",
	rejected: "rejected",
	failed: "dead",
	expired: "dead",
	deleting: "deleting",
	deleted: "deleted"
};
function endpointMeaning({ state }) {
	return MEANINGS[state];
}
function isGone(endpoint) {
	return ["deleting", "deleted"].includes(endpointMeaning(endpoint));
}
function isDead(endpoint) {
	return endpointMeaning(endpoint) === "dead";
}
const SQL_PORT = 26257;
function sourceText(source) {
	return "cidr" in source ? source.cidr : source.groupId;
}



/***/ }),

/***/ 2823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ trimAscii),
/* harmony export */   r: () => (/* binding */ visible),
/* harmony export */   t: () => (/* binding */ quotedValue)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);


// src/support/white-space.ts
const ASCII_WHITE_SPACE = "	\n\v\f\r ";
function trimAscii(text) {
	const isSpace = (at) => ASCII_WHITE_SPACE.includes(text.charAt(at));
	let start = 0;
	let end = text.length;
	while (start < end && isSpace(start)) start += 1;
	while (end > start && isSpace(end - 1)) end -= 1;
	return text.slice(start, end);
}
function visible(value) {
	const spaced = value.replace(/[^\S\t\n\v\f\r ]/g, (space) => {
		return `<U+${(space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
	});
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)(spaced);
}
function quotedValue(value, max = 60) {
	return JSON.stringify((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.l)(visible(value), max));
}



/***/ }),

/***/ 8484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ wireProblem),
/* harmony export */   t: () => (/* binding */ unreachable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);


// src/support/wire.ts
const NETWORK = "Check the network, DNS and proxy of the runner, then run again.";
const CA_VARIABLES = "NODE_EXTRA_CA_CERTS adds a private CA and does not change this; AWS_CA_BUNDLE is not read.";
const FORBIDDEN_MS = 15e3;
const TUNNEL = {
	said: (error) => `CONNECT was answered with HTTP ${tunnelStatus(error)}`,
	code: "ERR_PROXY_TUNNEL"
};
const ROWS = [
	{
		fits: (error) => tunnelStatus(error) === 407,
		...TUNNEL,
		failure: "final",
		words: "the proxy requires valid credentials (HTTP 407)",
		fix: "Set the correct user and password in HTTPS_PROXY, or name the host in NO_PROXY."
	},
	{
		fits: (error) => {
			const status = tunnelStatus(error);
			return status !== void 0 && status >= 400 && status < 500 && status !== 408 && status !== 429;
		},
		...TUNNEL,
		failure: "not-sent",
		budgetMs: FORBIDDEN_MS,
		words: (error) => `the proxy forbids it (CONNECT: HTTP ${tunnelStatus(error)})`,
		fix: "Allow the host in the proxy, or name it in NO_PROXY."
	},
	{
		fits: (error) => tunnelStatus(error) !== void 0,
		...TUNNEL,
		failure: "not-sent",
		words: (error) => `the proxy answered CONNECT with HTTP ${tunnelStatus(error)}`,
		fix: "Check the proxy in HTTPS_PROXY, then run again."
	},
	{
		fits: (error) => isTunnel(error) && /certificate/i.test(error.message),
		failure: "final",
		words: "the TLS certificate of the proxy is not trusted",
		fix: "Put the CA of the proxy, as PEM, into a file on the runner, and its path into NODE_EXTRA_CA_CERTS (AWS_CA_BUNDLE is not read)."
	},
	{
		fits: (error) => isTunnel(error) && /^no answer to CONNECT/.test(error.message),
		failure: "not-sent",
		words: "the proxy did not answer CONNECT",
		fix: "Check the proxy in HTTPS_PROXY, then run again."
	},
	{
		fits: isTunnel,
		code: "ERR_PROXY_TUNNEL",
		failure: "not-sent",
		words: "the connection to the proxy failed or was closed",
		fix: "Check the proxy in HTTPS_PROXY, then run again."
	},
	{
		codes: [...[
			"DEPTH_ZERO_SELF_SIGNED_CERT",
			"SELF_SIGNED_CERT_IN_CHAIN",
			"UNABLE_TO_VERIFY_LEAF_SIGNATURE"
		], ...[
			"UNABLE_TO_GET_ISSUER_CERT",
			"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
			"CERT_UNTRUSTED",
			"INVALID_CA"
		]],
		failure: "final",
		words: ({ code }) => code === "DEPTH_ZERO_SELF_SIGNED_CERT" ? "its TLS certificate is self-signed" : "its TLS certificate is from an unknown CA",
		fix: "Put the CA of your network, as PEM, into a file on the runner, and its path into NODE_EXTRA_CA_CERTS in the env of the job (AWS_CA_BUNDLE is not read)."
	},
	{
		codes: ["ERR_TLS_CERT_ALTNAME_INVALID", "HOSTNAME_MISMATCH"],
		failure: "final",
		words: "its TLS certificate is for another name",
		fix: `Check DNS, the proxy and the address: something else answers there. ${CA_VARIABLES}`
	},
	{
		codes: ["CERT_HAS_EXPIRED"],
		failure: "final",
		words: "its TLS certificate has expired",
		fix: `Renew the certificate (of the proxy, where one opens TLS), or set the clock of the runner. ${CA_VARIABLES}`
	},
	{
		codes: ["CERT_NOT_YET_VALID"],
		failure: "final",
		words: "its TLS certificate is not valid yet",
		fix: `Set the clock of the runner, or replace the certificate (of the proxy, where one opens TLS). ${CA_VARIABLES}`
	},
	{
		codes: /^(CERT_|CRL_|UNABLE_TO_|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERR_TLS_CERT)/,
		failure: "final",
		words: "its TLS certificate is not accepted",
		fix: `Check the certificate, and NODE_EXTRA_CA_CERTS where it is from a private CA (AWS_CA_BUNDLE is not read).`
	},
	{
		codes: /^(EPROTO$|ERR_SSL_)/,
		fits: (error) => /wrong version|unsupported protocol|handshake failure|http request|alert|no cipher/i.test(tlsReason(error)),
		failure: "final",
		words: (error) => `no agreement on TLS (${tlsReason(error)})`,
		said: tlsReason,
		fix: "Check the address and the proxy: https:// in HTTPS_PROXY is for a proxy that speaks TLS itself."
	},
	{
		codes: /^(EPROTO$|ERR_SSL_)/,
		failure: "transient",
		words: "the TLS connection broke",
		said: tlsReason,
		fix: NETWORK
	},
	{
		codes: [
			"ENOTFOUND",
			"EAI_AGAIN",
			"EAI_FAIL",
			"EAI_NODATA",
			"ENODATA",
			"ESERVFAIL"
		],
		failure: "not-sent",
		words: ({ code }) => code === "ENOTFOUND" ? "DNS has no address for it" : "DNS gives no answer",
		fix: NETWORK
	},
	{
		codes: ["ECONNREFUSED"],
		failure: "not-sent",
		words: "the connection was refused",
		fix: NETWORK
	},
	{
		codes: [
			"EHOSTUNREACH",
			"ENETUNREACH",
			"ENETDOWN",
			"EADDRNOTAVAIL"
		],
		failure: "not-sent",
		words: "there is no route to it",
		fix: NETWORK
	},
	{
		codes: /^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/,
		fits: ({ code, syscall, name }) => code !== "ETIMEDOUT" || syscall === "connect" || name === "AggregateError",
		failure: "not-sent",
		words: "no connection in time",
		fix: NETWORK
	},
	{
		fits: ({ message }) => /did not establish a connection/.test(message),
		failure: "not-sent",
		words: "no connection in time",
		said: ({ message }) => `no connection within ${/(\d+) ms/.exec(message)?.[1] ?? ""} ms`,
		fix: NETWORK
	},
	{
		fits: ({ message }) => /before secure TLS connection was established/.test(message),
		failure: "not-sent",
		words: "the connection was closed before TLS began",
		fix: NETWORK
	},
	{
		codes: [...[
			"ECONNRESET",
			"EPIPE",
			"ECONNABORTED",
			"UND_ERR_SOCKET",
			"ERR_STREAM_PREMATURE_CLOSE"
		], ...[
			"ERR_HTTP2_STREAM_ERROR",
			"ERR_HTTP2_STREAM_CANCEL",
			"ERR_HTTP2_SESSION_ERROR",
			"ERR_HTTP2_GOAWAY_SESSION"
		]],
		failure: "transient",
		words: "the connection broke before the answer was complete",
		fix: NETWORK
	},
	{
		codes: [
			"ETIMEDOUT",
			"UND_ERR_HEADERS_TIMEOUT",
			"UND_ERR_BODY_TIMEOUT"
		],
		failure: "transient",
		words: "no answer in time",
		fix: NETWORK
	},
	{
		fits: ({ name, message }) => name === "TimeoutError" || /^(Request timeout\b|no answer in \d)/.test(message),
		failure: "transient",
		words: "no answer in time",
		said: ({ message }) => /smithy/.test(message) ? `no answer within ${/(\d+) ms/.exec(message)?.[1] ?? ""} ms` : message,
		fix: NETWORK
	},
	{
		codes: ["ERR_BODY_TOO_LONG"],
		failure: "transient",
		budgetMs: FORBIDDEN_MS,
		words: "the answer is too long",
		fix: "Check the proxy and the address: something else answers there."
	},
	{
		codes: /^(HPE_|UND_ERR_RESPONSE$)/,
		failure: "transient",
		words: "the answer is not HTTP",
		fix: NETWORK
	},
	{
		fits: ({ name }) => name === "HTTPParserError",
		failure: "transient",
		words: "the answer is not HTTP",
		fix: NETWORK
	}
];
function wireProblem(error) {
	for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
		const link = at;
		const row = ROWS.find((one) => isOf(one, link));
		if (row === void 0) continue;
		const { failure, budgetMs, words, said = ({ message }) => message, fix } = row;
		const own = typeof link.code === "string" ? link.code : link.name;
		return {
			failure,
			...budgetMs === void 0 ? {} : { budgetMs },
			words: typeof words === "string" ? words : words(link),
			said: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)(said(link)).replace(/; if the root CA is installed locally.*$/, ""),
			code: row.code ?? own,
			fix
		};
	}
}
function unreachable(error, { who, doing, host }) {
	const about = `${who}${host === "" ? "" : ` at ${host}`}, asked to ${doing}`;
	const problem = wireProblem(error);
	if (problem === void 0) {
		const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.c)(about, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error), error instanceof Error ? error.name : "no answer");
		return {
			cause: `${who} can't be reached`,
			said,
			fix: NETWORK
		};
	}
	const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.c)(about, problem.said, problem.code);
	return {
		cause: `${who} ${problem.failure === "transient" ? "did not answer" : "can't be reached"}: ${problem.words}`,
		said,
		fix: problem.fix
	};
}
function isOf({ codes, fits }, error) {
	const code = typeof error.code === "string" ? error.code : "";
	if (codes !== void 0 && !(codes instanceof RegExp ? codes.test(code) : codes.includes(code))) return false;
	return fits === void 0 || fits(error);
}
function isTunnel({ code, message }) {
	return code === "ERR_PROXY_TUNNEL" || code === "UND_ERR_PRX_CONN" || /tunneling socket could not be established|when HTTP Tunneling|establish (a |the )?(proxy )?tunnel/i.test(message);
}
function tunnelStatus(error) {
	if (!isTunnel(error)) return void 0;
	const [, told] = /statusCode=(\d{3})|Proxy response \((\d{3})\)|HTTP\/\d(?:\.\d)? (\d{3})/.exec(error.message)?.filter((one) => one !== void 0) ?? [];
	const status = typeof error.statusCode === "number" ? error.statusCode : Number(told);
	return Number.isInteger(status) ? status : void 0;
}
function tlsReason({ reason, message }) {
	if (typeof reason === "string") return reason;
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)(/:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? message);
}



/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module is referenced by other modules so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1894);
/******/ var __webpack_exports__$ = __webpack_exports__.$;
/******/ var __webpack_exports__A = __webpack_exports__.A;
/******/ var __webpack_exports__At = __webpack_exports__.At;
/******/ var __webpack_exports__B = __webpack_exports__.B;
/******/ var __webpack_exports__C = __webpack_exports__.C;
/******/ var __webpack_exports__Ct = __webpack_exports__.Ct;
/******/ var __webpack_exports__D = __webpack_exports__.D;
/******/ var __webpack_exports__Dt = __webpack_exports__.Dt;
/******/ var __webpack_exports__E = __webpack_exports__.E;
/******/ var __webpack_exports__Et = __webpack_exports__.Et;
/******/ var __webpack_exports__F = __webpack_exports__.F;
/******/ var __webpack_exports__G = __webpack_exports__.G;
/******/ var __webpack_exports__H = __webpack_exports__.H;
/******/ var __webpack_exports__I = __webpack_exports__.I;
/******/ var __webpack_exports__J = __webpack_exports__.J;
/******/ var __webpack_exports__K = __webpack_exports__.K;
/******/ var __webpack_exports__L = __webpack_exports__.L;
/******/ var __webpack_exports__M = __webpack_exports__.M;
/******/ var __webpack_exports__N = __webpack_exports__.N;
/******/ var __webpack_exports__O = __webpack_exports__.O;
/******/ var __webpack_exports__Ot = __webpack_exports__.Ot;
/******/ var __webpack_exports__P = __webpack_exports__.P;
/******/ var __webpack_exports__Q = __webpack_exports__.Q;
/******/ var __webpack_exports__R = __webpack_exports__.R;
/******/ var __webpack_exports__S = __webpack_exports__.S;
/******/ var __webpack_exports__St = __webpack_exports__.St;
/******/ var __webpack_exports__T = __webpack_exports__.T;
/******/ var __webpack_exports__Tt = __webpack_exports__.Tt;
/******/ var __webpack_exports__U = __webpack_exports__.U;
/******/ var __webpack_exports__V = __webpack_exports__.V;
/******/ var __webpack_exports__W = __webpack_exports__.W;
/******/ var __webpack_exports__X = __webpack_exports__.X;
/******/ var __webpack_exports__Y = __webpack_exports__.Y;
/******/ var __webpack_exports__Z = __webpack_exports__.Z;
/******/ var __webpack_exports___ = __webpack_exports__._;
/******/ var __webpack_exports___t = __webpack_exports__._t;
/******/ var __webpack_exports__a = __webpack_exports__.a;
/******/ var __webpack_exports__at = __webpack_exports__.at;
/******/ var __webpack_exports__b = __webpack_exports__.b;
/******/ var __webpack_exports__bt = __webpack_exports__.bt;
/******/ var __webpack_exports__c = __webpack_exports__.c;
/******/ var __webpack_exports__ct = __webpack_exports__.ct;
/******/ var __webpack_exports__d = __webpack_exports__.d;
/******/ var __webpack_exports__dt = __webpack_exports__.dt;
/******/ var __webpack_exports__et = __webpack_exports__.et;
/******/ var __webpack_exports__f = __webpack_exports__.f;
/******/ var __webpack_exports__ft = __webpack_exports__.ft;
/******/ var __webpack_exports__g = __webpack_exports__.g;
/******/ var __webpack_exports__gt = __webpack_exports__.gt;
/******/ var __webpack_exports__h = __webpack_exports__.h;
/******/ var __webpack_exports__ht = __webpack_exports__.ht;
/******/ var __webpack_exports__i = __webpack_exports__.i;
/******/ var __webpack_exports__it = __webpack_exports__.it;
/******/ var __webpack_exports__j = __webpack_exports__.j;
/******/ var __webpack_exports__k = __webpack_exports__.k;
/******/ var __webpack_exports__kt = __webpack_exports__.kt;
/******/ var __webpack_exports__l = __webpack_exports__.l;
/******/ var __webpack_exports__lt = __webpack_exports__.lt;
/******/ var __webpack_exports__m = __webpack_exports__.m;
/******/ var __webpack_exports__mt = __webpack_exports__.mt;
/******/ var __webpack_exports__n = __webpack_exports__.n;
/******/ var __webpack_exports__nt = __webpack_exports__.nt;
/******/ var __webpack_exports__o = __webpack_exports__.o;
/******/ var __webpack_exports__ot = __webpack_exports__.ot;
/******/ var __webpack_exports__p = __webpack_exports__.p;
/******/ var __webpack_exports__pt = __webpack_exports__.pt;
/******/ var __webpack_exports__q = __webpack_exports__.q;
/******/ var __webpack_exports__r = __webpack_exports__.r;
/******/ var __webpack_exports__rt = __webpack_exports__.rt;
/******/ var __webpack_exports__s = __webpack_exports__.s;
/******/ var __webpack_exports__st = __webpack_exports__.st;
/******/ var __webpack_exports__t = __webpack_exports__.t;
/******/ var __webpack_exports__tt = __webpack_exports__.tt;
/******/ var __webpack_exports__u = __webpack_exports__.u;
/******/ var __webpack_exports__ut = __webpack_exports__.ut;
/******/ var __webpack_exports__v = __webpack_exports__.v;
/******/ var __webpack_exports__vt = __webpack_exports__.vt;
/******/ var __webpack_exports__w = __webpack_exports__.w;
/******/ var __webpack_exports__wt = __webpack_exports__.wt;
/******/ var __webpack_exports__x = __webpack_exports__.x;
/******/ var __webpack_exports__xt = __webpack_exports__.xt;
/******/ var __webpack_exports__y = __webpack_exports__.y;
/******/ var __webpack_exports__yt = __webpack_exports__.yt;
/******/ var __webpack_exports__z = __webpack_exports__.z;
/******/ export { __webpack_exports__$ as $, __webpack_exports__A as A, __webpack_exports__At as At, __webpack_exports__B as B, __webpack_exports__C as C, __webpack_exports__Ct as Ct, __webpack_exports__D as D, __webpack_exports__Dt as Dt, __webpack_exports__E as E, __webpack_exports__Et as Et, __webpack_exports__F as F, __webpack_exports__G as G, __webpack_exports__H as H, __webpack_exports__I as I, __webpack_exports__J as J, __webpack_exports__K as K, __webpack_exports__L as L, __webpack_exports__M as M, __webpack_exports__N as N, __webpack_exports__O as O, __webpack_exports__Ot as Ot, __webpack_exports__P as P, __webpack_exports__Q as Q, __webpack_exports__R as R, __webpack_exports__S as S, __webpack_exports__St as St, __webpack_exports__T as T, __webpack_exports__Tt as Tt, __webpack_exports__U as U, __webpack_exports__V as V, __webpack_exports__W as W, __webpack_exports__X as X, __webpack_exports__Y as Y, __webpack_exports__Z as Z, __webpack_exports___ as _, __webpack_exports___t as _t, __webpack_exports__a as a, __webpack_exports__at as at, __webpack_exports__b as b, __webpack_exports__bt as bt, __webpack_exports__c as c, __webpack_exports__ct as ct, __webpack_exports__d as d, __webpack_exports__dt as dt, __webpack_exports__et as et, __webpack_exports__f as f, __webpack_exports__ft as ft, __webpack_exports__g as g, __webpack_exports__gt as gt, __webpack_exports__h as h, __webpack_exports__ht as ht, __webpack_exports__i as i, __webpack_exports__it as it, __webpack_exports__j as j, __webpack_exports__k as k, __webpack_exports__kt as kt, __webpack_exports__l as l, __webpack_exports__lt as lt, __webpack_exports__m as m, __webpack_exports__mt as mt, __webpack_exports__n as n, __webpack_exports__nt as nt, __webpack_exports__o as o, __webpack_exports__ot as ot, __webpack_exports__p as p, __webpack_exports__pt as pt, __webpack_exports__q as q, __webpack_exports__r as r, __webpack_exports__rt as rt, __webpack_exports__s as s, __webpack_exports__st as st, __webpack_exports__t as t, __webpack_exports__tt as tt, __webpack_exports__u as u, __webpack_exports__ut as ut, __webpack_exports__v as v, __webpack_exports__vt as vt, __webpack_exports__w as w, __webpack_exports__wt as wt, __webpack_exports__x as x, __webpack_exports__xt as xt, __webpack_exports__y as y, __webpack_exports__yt as yt, __webpack_exports__z as z };
/******/ 
