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

/***/ 3198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ oneLine),
/* harmony export */   i: () => (/* binding */ isActionError),
/* harmony export */   n: () => (/* binding */ cancelled),
/* harmony export */   o: () => (/* binding */ quoted),
/* harmony export */   r: () => (/* binding */ describeError),
/* harmony export */   s: () => (/* binding */ shortened),
/* harmony export */   t: () => (/* binding */ ActionError)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);


// src/support/errors.ts
/**
* A failure that a person can act on.
*
* `message` is the cause in one line and, on a second one, what another service said; `fix` is what to do about it in one
* line. Neither holds a secret. Compare `code`, never `instanceof`: the bundle may hold two copies of a class.
*/
var ActionError = class extends Error {
	name = "ActionError";
	code;
	fix;
	/** Several causes found at once, one line each; empty where `message` says it all. */
	details;
	constructor(code, text, options) {
		super(text.said === void 0 ? text.cause : `${text.cause}.\n${text.said}`, options);
		this.code = code;
		this.fix = text.fix;
		this.details = text.details ?? [];
	}
};
/**
* What another service said, for `said` of an error: whole, since it may be there to be copied.
* @param about who said it and when: "EC2, asked to read VPC vpc-1"
* @param known code and status: "UnauthorizedOperation, HTTP 403"
*/
function quoted(about, words, known) {
	const said = shortened(oneLine(words), LONGEST_QUOTE);
	return `${about}: ${said === "" ? "no message" : `"${said}"`} (${known})`;
}
/** Longer than any refusal; a whole page is not quoted. */
const LONGEST_QUOTE = 4e3;
/** True for an error that this project raised on purpose, whichever copy of the class made it. */
function isActionError(error) {
	return error instanceof Error && error.name === "ActionError" && "code" in error && "fix" in error;
}
/** The error that an abort by the user (or the runner's cancel) ends in. */
function cancelled() {
	return new ActionError("cancelled", {
		cause: "The run was cancelled before it was done",
		fix: "Run it again: it reads both sides and goes on from where this run stopped."
	});
}
/** One line of text for any thrown value, with the messages of its `cause` chain; at most 500 characters. */
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
/** Text of at max `max` characters, with `…` for what is left out. By that mark a secret is seen that was cut (secrets.ts). */
function shortened(text, max) {
	return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}
/**
* Text with line breaks, control characters (C0 and C1, which a terminal or the runner may obey) and characters that turn
* its direction replaced by spaces; safe in a log line or annotation.
*/
function oneLine(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, " ").trim();
}



/***/ }),

/***/ 1894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ confirmedGone),
  A: () => (/* binding */ disconnectStep),
  B: () => (/* binding */ ownedGroup),
  C: () => (/* binding */ addTagStep),
  D: () => (/* binding */ isSqlRule),
  E: () => (/* binding */ RULE_DESCRIPTION),
  F: () => (/* binding */ accountProblem),
  G: () => (/* binding */ givenUp),
  H: () => (/* binding */ isLeaving),
  I: () => (/* binding */ planAccount),
  J: () => (/* binding */ withGoneClusters),
  K: () => (/* binding */ ownClaims),
  L: () => (/* binding */ vpcProblem),
  M: () => (/* binding */ reconcile),
  N: () => (/* binding */ observeAll),
  O: () => (/* binding */ wantedSources),
  P: () => (/* binding */ outranked),
  Q: () => (/* binding */ readinessOf),
  R: () => (/* binding */ isGroupOf),
  S: () => (/* binding */ groupMarks),
  T: () => (/* binding */ removeManagedBy),
  U: () => (/* binding */ namedEndpoint),
  V: () => (/* binding */ usersOf),
  W: () => (/* binding */ vpcOf),
  X: () => (/* binding */ clusterProblem),
  Y: () => (/* binding */ isClusterId),
  Z: () => (/* binding */ isOfPlace),
  _: () => (/* binding */ isPrefixList),
  _t: () => (/* binding */ trimAscii),
  a: () => (/* binding */ costLines),
  at: () => (/* binding */ connectGoal),
  b: () => (/* binding */ canonicalCidr),
  c: () => (/* binding */ monthlyText),
  ct: () => (/* binding */ githubMeaning),
  d: () => (/* binding */ finding),
  dt: () => (/* binding */ isAuthorUnknown),
  et: () => (/* binding */ SQL_PORT),
  f: () => (/* binding */ partsOf),
  ft: () => (/* binding */ sortPosts),
  g: () => (/* binding */ manualRules),
  gt: () => (/* binding */ withTimeLimit),
  h: () => (/* binding */ makePlan),
  ht: () => (/* binding */ withRetry),
  i: () => (/* binding */ trustedOwners),
  it: () => (/* binding */ sourceText),
  j: () => (/* binding */ startJournal),
  k: () => (/* binding */ connectionOf),
  l: () => (/* binding */ duration),
  lt: () => (/* binding */ isIssuesOff),
  m: () => (/* binding */ rulesOf),
  mt: () => (/* binding */ stayAway),
  n: () => (/* binding */ wholeBody),
  nt: () => (/* binding */ endpointState),
  o: () => (/* binding */ stillThere),
  ot: () => (/* binding */ deleteGoal),
  p: () => (/* binding */ desiredOf),
  pt: () => (/* binding */ keepParserSimple),
  q: () => (/* binding */ mapConcurrent),
  r: () => (/* binding */ parted),
  rt: () => (/* binding */ isGone),
  s: () => (/* binding */ monthlyCost),
  st: () => (/* binding */ answerOf),
  t: () => (/* binding */ agentsThrough),
  tt: () => (/* binding */ endpointMeaning),
  u: () => (/* binding */ openGithubFor),
  ut: () => (/* binding */ authorUnknown),
  v: () => (/* binding */ revokeCommand),
  vt: () => (/* binding */ classifyTokenError),
  w: () => (/* binding */ noteUnmanaged),
  x: () => (/* binding */ blockFull),
  y: () => (/* binding */ ruleText),
  yt: () => (/* binding */ tokenError),
  z: () => (/* binding */ marksOn)
});

// EXTERNAL MODULE: ./pre/errors.js
var pre_errors = __nccwpck_require__(3198);
// EXTERNAL MODULE: ./pre/wire.js
var wire = __nccwpck_require__(8484);
// EXTERNAL MODULE: ./pre/moment.js
var moment = __nccwpck_require__(9785);
// EXTERNAL MODULE: ./pre/lease.js
var pre_lease = __nccwpck_require__(2039);
// EXTERNAL MODULE: ./pre/steps.js
var pre_steps = __nccwpck_require__(5858);
// EXTERNAL MODULE: ./pre/words.js
var words = __nccwpck_require__(2276);
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
;// CONCATENATED MODULE: ./pre/index.js




















// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
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
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
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
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
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
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(external_os_.EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
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
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
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
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
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
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput$1(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(external_os_.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Gets whether Actions Step Debug is on or not
*/
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + external_os_.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}

// src/aws/token-errors.ts
const WHO = "GitHub's token service";
const DOING = "issue an OIDC token";
/** An answer of the token service, or of something in its place, that is no token. */
var TokenRefusal = class extends Error {
	name = "TokenRefusal";
	status;
	/** What the body is, where it is not of the service. */
	page;
	/** @param said the service's own words */
	constructor(status, said, page) {
		super(said);
		this.status = status;
		this.page = page;
	}
};
/** An answer of 2xx without a token. @param result the JSON of it, null where it is none */
function noToken(status, result) {
	return new TokenRefusal(status, "the answer holds no token", result === null || typeof result !== "object" ? "no JSON" : void 0);
}
/** The toolkit's error for another status; its message is the whole body where that is no JSON. */
function tokenRefusal(error) {
	const { statusCode, result, message } = error;
	if (typeof result === "object" && result !== null) {
		const { message: said, errorMessage } = result;
		return new TokenRefusal(statusCode, String(said ?? errorMessage ?? ""), void 0);
	}
	const page = /^\s*</.test(message) ? "HTML" : /^Failed request: \(\d+\)$/.test(message) ? "empty body" : "no JSON";
	return new TokenRefusal(statusCode, "", page);
}
/**
* What a failed request for a token says about trying again: the service may fail for a moment too; what it refuses (4xx but
* for 408 and 429, and 3xx, which is not followed) stays refused.
*/
function classifyTokenError(error) {
	if (!isRefusal(error)) return (0,wire.n)(error) ?? { failure: "transient" };
	const { status } = error;
	return { failure: status < 300 || status >= 500 || status === 408 || status === 429 ? "transient" : "final" };
}
/** The error a person sees where there is no token. */
function tokenError(error, host) {
	if (!isRefusal(error)) return new pre_errors.t("oidc-failed", (0,wire.t)(error, {
		who: WHO,
		doing: DOING,
		host
	}), { cause: error });
	const { status, message, page } = error;
	const about = `${WHO}${host === "" ? "" : ` at ${host}`}, asked to ${DOING}`;
	const text = page === void 0 ? {
		cause: `${WHO} gave the job no OIDC token: HTTP ${status}`,
		fix: "Run again; if it lasts, look at https://www.githubstatus.com."
	} : {
		cause: `Something in between answered in place of ${WHO}: HTTP ${status}, ${page}`,
		fix: (0,wire.i)(status, "Check the proxy, firewall or sign-in page between the runner and GitHub, then run again.")
	};
	return new pre_errors.t("oidc-failed", {
		...text,
		said: (0,pre_errors.o)(about, (0,pre_errors.a)(message), `HTTP ${status}`)
	}, { cause: error });
}
function isRefusal(error) {
	return error instanceof Error && error.name === "TokenRefusal";
}

// src/aws/token-request.ts
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** Far more than a token of GitHub, about 2 kB, and little enough for a request to STS. */
const LONGEST_TOKEN = 16384;
/**
* Asks the runner's token service for an OIDC token. Redirects are not followed:
* whoever holds the request token can have tokens of this job. (`core.getIDToken` follows them and sends it along.)
* @param env ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN, as the runner sets them for `id-token: write`
* @throws what `tokenError` puts into words
*/
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

// src/support/white-space.ts
/** Tab, line feed, vertical tab, form feed, carriage return, space. */
const ASCII_WHITE_SPACE = "	\n\v\f\r ";
/** Text without the ASCII white space around it. Any other space can be part of a name, and stays. */
function trimAscii(text) {
	const isSpace = (at) => ASCII_WHITE_SPACE.includes(text.charAt(at));
	let start = 0;
	let end = text.length;
	while (start < end && isSpace(start)) start += 1;
	while (end > start && isSpace(end - 1)) end -= 1;
	return text.slice(start, end);
}
/** A value on one line, with white space that nobody sees written out, as `<U+3000>`. */
function visible(value) {
	const spaced = value.replace(/[^\S\t\n\v\f\r ]/g, (space) => {
		return `<U+${(space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
	});
	return (0,pre_errors.a)(spaced);
}
/** A value as messages show it: visible, in quotation marks and cut. */
function quotedValue(value, max = 60) {
	return JSON.stringify((0,pre_errors.s)(visible(value), max));
}

// src/aws/variables.ts
/**
* Makes variables of AWS what a workflow means by them: without the ASCII white space around a value, and unset where that
* leaves nothing. A secret that was stored with its line break, or is withheld from a run, would otherwise end in a wrong
* signature, or in an error of the SDK (`AWS_DEFAULTS_MODE`). The SDK reads the environment itself, so it is changed in place.
*/
function tidyAwsVariables(env) {
	for (const name of Object.keys(env).filter((one) => one.toUpperCase().startsWith("AWS_"))) {
		const value = trimAscii(env[name] ?? "");
		if (value === "") delete env[name];
		else env[name] = value;
	}
}

// src/github/event.ts
/** Reads the event; never throws. */
async function readEvent(read) {
	try {
		const payload = objectAt(await read());
		return payload === void 0 ? {
			payload: {},
			unread: "it holds no JSON object"
		} : { payload };
	} catch (error) {
		return {
			payload: {},
			unread: (0,pre_errors.r)(error)
		};
	}
}
/**
* Events of this repository alone: what names mean in them is told by the runner's variables, and their payload adds nothing.
* Every other event can be about a pull request, an issue, a deleted ref or another repository.
*/
const TOLD_BY_VARIABLES = /* @__PURE__ */ new Set([
	"",
	"push",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch",
	"merge_group"
]);
/** The pull request that an event is for, 0 if it is for none. */
function pullNumberOfEvent(payload) {
	const issue = objectAt(payload, "issue");
	const isPull = issue !== void 0 && objectAt(issue, "pull_request") !== void 0;
	return numberAt(payload, "pull_request", "number") ?? (isPull ? numberAt(issue, "number") : void 0) ?? 0;
}
/**
* True for a pull request from a fork, to which GitHub gives neither tokens nor secrets (but for `pull_request_target`).
* @param env variables of the runner, which name the repository that the workflow runs in
*/
function isForkEvent(payload, env) {
	const head = objectAt(payload, "pull_request", "head");
	return head !== void 0 && isOther(head["repo"], env);
}
/** The names in an event, and what the runner's variables add to them. */
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
	return {
		branch,
		own: !isOther(repository, env),
		repository: textAt(repository, "full_name") ?? ""
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
/** A workflow run calls its ref `head_branch` even where it is a tag; that of a release always is one. */
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
/** Runs and checks list the pull requests of their commit in every repository that has one, with little more than IDs. */
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
/** True where a repository is not the one that the workflow runs in. One that GitHub does not show is another: it is gone. */
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
/** A number or an ID, which GitHub counts from 1; anything else is none, and goes into no address. */
function numberAt(value, ...path) {
	const found = valueAt(value, path);
	return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : void 0;
}

// src/support/time-limit.ts
const OVER = "the try is over";
/**
* Runs a call for so many milliseconds at most.
* @param call its signal aborts when the call is over, whatever way it ended
* @param limit `signal`: ends the wait for the answer, too (`cancelled`)
* @throws what the call threw, `cancelled`, or a `TimeoutError`
*/
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
/** How long one request may be repeated for: outages are given up sooner than mere throttling. */
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
/** The longest pause (ms) after so many failures in a row: pauses double. */
function longest({ firstMs, longestMs }, failures) {
	return Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
}
/**
* How long to stay away (ms) after so many refusals in a row for the rate. At least half of the pause is kept: whoever
* comes back at once only takes part in refusing the others.
*/
function stayAway(refill, refusals) {
	return longest(refill, refusals) * (.5 + Math.random() / 2);
}
/**
* Runs `call` until it succeeds, fails for good, or its time budget is spent.
* Pauses double, with jitter, and are never shorter than a server's Retry-After.
* @param call one try; its signal aborts when the try is over, whatever way it ended
* @throws what `call` threw last, `cancelled`, or an error that `isTooLate` knows
*/
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
/**
* When a failed try is followed by another one, and until when there may be more.
* @throws what the call fails with instead
*/
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

// src/support/token-bucket.ts
/**
* Paces requests to a server that takes `perSecond` and up to `size` at once: resolves when it is the caller's turn.
* Turns are given in the order in which they are asked for.
* @throws (from the returned function) `cancelled`
*/
function tokenBucket({ size, perSecond }, clock) {
	let tokens = size;
	let filledAt = clock.now();
	return async (signal) => {
		const now = clock.now();
		tokens = Math.min(size, tokens + (now - filledAt) / 1e3 * perSecond);
		filledAt = now;
		tokens -= 1;
		if (tokens < 0) await clock.sleep(-tokens / perSecond * 1e3, signal);
	};
}

// src/cockroach/ask.ts
/** How the log calls a request, and its tries that failed. */
function tellingOf({ name }, progress) {
	return {
		progress,
		what: `CockroachDB Cloud ${name.replace(/\/(api\/v1\/)?(clusters\/[^/]+\/(networking\/)?)?(?=\w)/, "").replace(/\/.*/, "")}`,
		why: pre_lease.st
	};
}

// src/cockroach/pages.ts
/** Half a million rows: a longer list is a server that leads on without end. */
const MOST_PAGES = 1e3;
/**
* Reads a list whole. `pagination.next_page` is followed wherever the API sends it, also for lists that the specification
* knows no pages of: what is cut in silence looks as if it were not there (TF provider PR 122, for the IP allowlist).
* @param read one page, by its query: '' or `?a=b`
* @param query of every page, as `a=b`
* @throws ActionError `cloud-refused` where a page comes again or the list does not end
*/
async function readPages(read, parse, query = "") {
	const rows = [];
	const seen = /* @__PURE__ */ new Set();
	for (let page = "";;) {
		const parts = [query, page === "" ? "" : `pagination.page=${encodeURIComponent(page)}`].filter((one) => one !== "");
		const answer = await read(parts.length === 0 ? "" : `?${parts.join("&")}`);
		rows.push(...parse(answer));
		page = (0,pre_lease.gt)(answer);
		if (page === "") return rows;
		if (seen.has(page) || seen.size >= MOST_PAGES) throw new pre_errors.t("cloud-refused", {
			cause: "CockroachDB Cloud gives a list without end",
			fix: "Run again. If it lasts, look for a proxy that changes answers, or ask Cockroach Labs support."
		});
		seen.add(page);
	}
}

// src/cockroach/client.ts
/** Pins the shapes of the answers; older versions spell plans, states and services differently. */
const API_VERSION = "2024-09-16";
/** What the API takes from one service account; sent at that pace, a run with many clusters is hardly ever refused. */
const RATE = {
	size: 10,
	perSecond: 10
};
/** A client for one organization's API. Nothing is sent before the first call. */
function createCloudClient(settings) {
	const caller = createCloudCaller(settings);
	return {
		...clusterCalls(caller),
		...endpointCalls(caller),
		...ownerCalls(caller)
	};
}
function createCloudCaller(settings) {
	const turn = tokenBucket(RATE, settings.clock);
	const send = async (ask) => {
		const url = new URL(`${settings.baseUrl.pathname.replace(/\/+$/, "")}${ask.path}`, settings.baseUrl);
		const http = await settings.http;
		return withRetry((over) => tryOnce(settings, {
			ask,
			url,
			http,
			over
		}), {
			clock: settings.clock,
			signal: settings.signal,
			deadline: settings.deadline,
			limit: ask.limit,
			repeatable: ask.method === "GET",
			turn: () => turn(settings.signal),
			classify: (error) => (0,pre_lease.at)(error, settings.clock.wall()),
			telling: tellingOf(ask, settings.progress),
			onRetry: ({ number, delayMs }) => settings.debug(`Cloud ${ask.name}: try ${number} failed, again in ${delayMs.toFixed(0)} ms`)
		});
	};
	return {
		send,
		async call(method, path, { body, limit, isAnswer = pre_lease.mt } = {}) {
			const whole = `/api/v1${path}`;
			const answer = await send({
				method,
				path: whole,
				name: `${method} ${whole}`,
				keyed: true,
				isAnswer: (text) => (0,pre_lease.pt)(text, isAnswer),
				...body === void 0 ? {} : { body: JSON.stringify(body) },
				limit
			});
			return JSON.parse(answer === "" ? "{}" : answer);
		},
		async say(doing, run, inWords = pre_lease.ot) {
			try {
				return await run();
			} catch (error) {
				if ((0,pre_errors.i)(error) || (0,moment.i)(error)) throw error;
				throw inWords(error, doing, settings.baseUrl.host);
			}
		}
	};
}
/** One try of a request. @throws CloudRefusal for an answer that is not the one asked for */
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
	if (answer.status < 200 || answer.status > 299) throw new pre_lease.it(ask.name, answer, url.host);
	const body = answer.body === "" && ask.method !== "GET" ? "{}" : answer.body;
	if (!ask.isAnswer(body)) throw new pre_lease.it(ask.name, answer, url.host);
	return answer.body;
}
/** For `catch`: undefined where the API says that what was asked for is not there. */
function undefinedIfAbsent(error) {
	if (!(0,pre_lease.ut)(error)) throw error;
}
/** For `catch`: undefined where the API says that what was to be added is there already. */
function undefinedIfThere(error) {
	if ((0,pre_lease.dt)(error) !== "exists") throw error;
}
const clusterPath = (clusterId) => `/clusters/${encodeURIComponent(clusterId)}`;
const servicesPath = (clusterId) => `${clusterPath(clusterId)}/networking/private-endpoint-services`;
const connectionsPath = (clusterId) => `${clusterPath(clusterId)}/networking/private-endpoint-connections`;
const ownersPath = (clusterId) => `${clusterPath(clusterId)}/networking/private-endpoint-trusted-owners`;
function clusterCalls({ send, call, say }) {
	return {
		getCluster: (clusterId) => say(`read cluster ${clusterId}`, () => call("GET", clusterPath(clusterId), { isAnswer: (value) => (0,pre_lease.vt)(value).id.toLowerCase() === clusterId.toLowerCase() }).then(pre_lease.vt, undefinedIfAbsent)),
		listClusters: () => say("list the clusters", () => readPages((query) => call("GET", `/clusters${query}`, (0,pre_lease.ht)("clusters")), pre_lease.yt, `show_inactive=false&pagination.limit=${500}`)),
		listAllowlist: (clusterId) => say("read the IP allowlist", () => readPages((query) => call("GET", `${clusterPath(clusterId)}/networking/allowlist${query}`, (0,pre_lease.ht)("allowlist")), pre_lease._t, `pagination.limit=${500}`)),
		clusterCa: (clusterId) => say(`read the CA certificate of cluster ${clusterId}`, () => {
			const path = `${clusterPath(clusterId)}/cert`;
			const isAnswer = (pem) => pem.includes("-----BEGIN CERTIFICATE-----");
			return send({
				method: "GET",
				path,
				name: `GET ${path}`,
				keyed: false,
				isAnswer
			});
		})
	};
}
function endpointCalls({ call, say }) {
	return {
		listServices: (clusterId) => say("list the private endpoint services", () => readPages((query) => call("GET", `${servicesPath(clusterId)}${query}`, (0,pre_lease.ht)("services")), pre_lease.St)),
		createServices: (clusterId) => say("create the private endpoint services", async () => {
			const made = await call("POST", servicesPath(clusterId), (0,pre_lease.ht)("services")).catch(undefinedIfThere);
			return made === void 0 ? [] : (0,pre_lease.St)(made);
		}),
		listConnections: (clusterId) => say("list the private endpoint connections", () => readPages((query) => call("GET", `${connectionsPath(clusterId)}${query}`, (0,pre_lease.ht)("connections")), pre_lease.xt)),
		addConnection: (clusterId, endpointId) => say(`connect endpoint ${endpointId}`, () => call("POST", connectionsPath(clusterId), {
			body: { endpoint_id: endpointId },
			isAnswer: (value) => (0,pre_lease.bt)(value).endpointId === endpointId
		}).then(pre_lease.bt, undefinedIfThere)),
		deleteConnection: (clusterId, endpointId, limit) => say(`remove the connection of endpoint ${endpointId}`, async () => {
			await call("DELETE", `${connectionsPath(clusterId)}/${encodeURIComponent(endpointId)}`, { limit }).catch(undefinedIfAbsent);
		})
	};
}
/** Calls about trusted owners, whose refusals mean something of their own. */
function ownerCalls({ call, say }) {
	const sayOwners = (doing, run) => say(doing, run, pre_lease.ft);
	return {
		listTrustedOwners: (clusterId) => sayOwners("list the trusted owners", () => readPages((query) => call("GET", `${ownersPath(clusterId)}${query}`, (0,pre_lease.ht)("trusted_owners")), pre_lease.wt)),
		getTrustedOwner: (clusterId, ownerId) => sayOwners("read a trusted owner", () => call("GET", `${ownersPath(clusterId)}/${encodeURIComponent(ownerId)}`, { isAnswer: (value) => (0,pre_lease.Ct)(value).id === ownerId }).then(pre_lease.Ct, undefinedIfAbsent)),
		addTrustedOwner: (clusterId, accountId) => sayOwners(`trust AWS account ${accountId}`, () => call("POST", ownersPath(clusterId), {
			body: {
				type: "AWS_ACCOUNT_ID",
				external_owner_id: accountId
			},
			isAnswer: (value) => (0,pre_lease.Ct)(value).accountId === accountId
		}).then(pre_lease.Ct, undefinedIfThere)),
		removeTrustedOwner: (clusterId, ownerId, limit) => sayOwners("remove a trusted owner", async () => {
			await call("DELETE", `${ownersPath(clusterId)}/${encodeURIComponent(ownerId)}`, { limit }).catch(undefinedIfAbsent);
		})
	};
}

// src/startup/first-token.ts
/**
* Asks GitHub for the token of the first sign-in at once, so that the AWS SDK is loaded while GitHub answers.
* @param requestSent tells when the next request has left
* @returns undefined where GitHub offers none; who needs it says so
*/
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
/** A run of so many clusters goes on for many seconds, whatever it does; a shorter one is over before its heap matters. */
const LONG_RUN_CLUSTERS = 50;
/**
* Has V8 collect garbage rather than let its heap grow, in a run of many clusters: it would make room for several times what
* such a run keeps. A short run is quicker without.
*/
function keepHeapSmall(clusters) {
	if (clusters >= LONG_RUN_CLUSTERS) (0,external_node_v8_namespaceObject.setFlagsFromString)("--optimize-for-size");
}
/**
* undici parses HTTP/1.1 in WebAssembly. V8 takes a few hundred bytes of headers for a busy loop and would compile the
* parser anew to make it quicker, which costs more processor time and memory than all else that the Cloud API's client does.
* The limit set here is out of reach for the few hundred answers of a run; it concerns WebAssembly only. Over HTTP/2, which
* is used where the server offers it, there is no such parser.
*/
function keepParserSimple() {
	(0,external_node_v8_namespaceObject.setFlagsFromString)("--wasm-tiering-budget=1000000000");
}

// src/clients.ts
/** Where nothing is known to be sent: enough for what is begun in the same turn. */
const SENT_AT_ONCE_MS = 2;
/**
* Opens AWS and CockroachDB Cloud for a request. A run that assumes a role asks GitHub for its token at once; nothing else is sent
* before the first read. Loading code takes longer than building a request, so it is done while one is under way: the
* AWS SDK while GitHub answers, the Cloud API's HTTP client while STS does.
*/
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
/** AWS, whose code is loaded once the request for the token has left. */
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
/** The HTTP client of the Cloud API, whose code is loaded once GitHub has answered and the request to STS has left. */
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
/** Sorts out the action's own among issues or comments. The token's account is asked for only where the marker was found. */
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
/** True if the first line of the text is the marker, whatever line ends an edit gave it. */
function beginsWith(marker, body) {
	return body.startsWith(marker) && /^(\r?\n|$)/.test(body.slice(marker.length));
}
/**
* Whether an author is the account of the token; undefined where that can't be known.
* @param author undefined for an account that is gone
* @param self undefined where GitHub doesn't report whose token it is
*/
function isSelf(author, self) {
	if (author === void 0 || self === void 0) return void 0;
	if (author.id !== void 0 && self.id !== void 0) return author.id === self.id;
	const sameName = nameOf$1(author.login) === nameOf$1(self.login);
	return sameName === (author.bot === self.login.endsWith(BOT_SUFFIX)) ? sameName : void 0;
}
const BOT_SUFFIX = "[bot]";
const nameOf$1 = (login) => login.toLowerCase().replace(BOT_SUFFIX, "");
/**
* The error for issues or comments that may be the action's own or another owner's. Nothing was changed; it is reported as a
* warning.
* @param nameOfOne `issue #7`
*/
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
/** The most issues or comments that one message names. */
const MOST_NAMES = 10;
const UNKNOWN = "author-unknown";
/** True for the error of `authorUnknown`. */
function isAuthorUnknown(error) {
	return (0,pre_errors.i)(error) && error.cause === UNKNOWN;
}

// src/github/refusals.ts
const LIMITS = "GitHub REST API, Rate limits";
/** Every refusal of GitHub that this project knows; the first row that fits counts. The status alone says little: 403 has six meanings. */
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
/** What a refusal of GitHub means, undefined for one that this project does not know. */
function githubMeaning(answer) {
	const { status, said } = answer;
	return GITHUB_REFUSALS.find(({ statuses, words, fits }) => (statuses === void 0 || statuses.includes(status)) && (words === void 0 || words.test(said)) && (fits === void 0 || fits(answer)))?.meaning;
}
/** True for an error of octokit that says that the repository has no issues: they are switched off in its settings. */
function isIssuesOff(error) {
	const answer = answerOf((0,pre_errors.i)(error) ? error.cause : error);
	return answer !== void 0 && githubMeaning(answer) === "issues-off";
}
/** The HTTP answer in octokit's error, undefined if there was none. Octokit calls a request without answer a 500. */
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
/** The message, and what each of its `errors` says. */
function saidBy({ message, errors }) {
	const details = (Array.isArray(errors) ? errors : []).map((one) => typeof one === "string" ? one : String(one?.message ?? one?.code ?? ""));
	return (0,pre_errors.a)([String(message ?? ""), ...details].filter((part) => part !== "").join(": "));
}

// src/inputs/goal.ts
/** The goal of `ensure` and `verify`. */
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
/** The goal of `delete`: asked for trusted owners and nothing else, it removes these accounts. */
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
/** True where a private connection is given up; removing trusted owners alone is reported like adding them. */
function departs(request) {
	return request.operation === "delete" && !request.ownersOnly;
}
/** `readInputs` refuses a request without it. */
function checked(vpcId) {
	if (vpcId === void 0) throw new Error("there is neither vpc-id nor endpoint-id");
	return vpcId;
}

// src/aws/types.ts
/** The states of a VPC endpoint (EC2 API reference, State), in small letters, since their spelling differs. */
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
/** The state that EC2 means by a word, in whatever case. */
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
/** What a VPC endpoint's state means. */
function endpointMeaning({ state }) {
	return MEANINGS[state];
}
/** True for an endpoint that is on its way out or only still listed. */
function isGone(endpoint) {
	return ["deleting", "deleted"].includes(endpointMeaning(endpoint));
}
/** True for an endpoint that failed or expired: it never becomes available. */
function isDead(endpoint) {
	return endpointMeaning(endpoint) === "dead";
}
/** The port of CockroachDB's SQL interface, the only one that a private path carries. */
const SQL_PORT = 26257;
/** The text of a source, the same for the same source: `10.0.0.0/16`, `sg-0123...`. */
function sourceText(source) {
	return "cidr" in source ? source.cidr : source.groupId;
}

// src/cockroach/absence.ts
/**
* Which of these clusters are gone, with proof of who answered. A cluster is gone if the API gives its state as DELETED, or
* if the API itself answers that it has none of this ID while its list of clusters is not empty and lacks it. A key that may
* see nothing gets an empty list, and a key whose role is too low may get the same 404 for a cluster that is there.
* The only place that decides it: whoever takes a cluster for gone asks here.
* @returns the IDs of those that are gone; for any other that could not be told
* @throws ActionError `cloud-*` or `cancelled` where a request was not answered
*/
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
/** The readiness of a cluster by its state. */
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
/** True for a cluster that is deleted; the API may list it for a while. */
function isDeleted({ state }) {
	return state === "DELETED";
}
/**
* The clusters of a list that a name stands for. One that is over is no second cluster of its name; where no other has the
* name, one that could not be created is returned, so that its state can be reported.
*/
function clustersNamed(list, name) {
	const named = list.filter((one) => one.name === name && !isDeleted(one));
	const living = named.filter((one) => readinessOf(one) !== "over");
	return living.length > 0 ? living : named;
}
/** True for a connection of this account in this region; one whose owner or region is not told counts as of none or of any. */
function isOfPlace({ ownerAccount, region }, place) {
	return ownerAccount !== "" && ownerAccount === place.account && (region === "" || sameRegion(region, place.region));
}
/** Some answers spell a region with its cloud (`aws-us-east-1`). */
function sameRegion(one, other) {
	return one.replace(/^aws-/, "") === other.replace(/^aws-/, "");
}

// src/reconcile/plan/owners.ts
/** The accounts that are meant, `self` resolved. */
function wantedOwners(wish, account) {
	return [...new Set(wish.accounts.flatMap((one) => one === "self" ? account ?? [] : one))];
}
/** True where trusted owners are asked of a Standard cluster; said before anything that its API answered about them. */
function refuseOwnersOnStandard(draft, view, cluster) {
	if (draft.desired.trustedOwners === void 0 || !cluster.serverless) return false;
	(0,pre_lease.b)(draft, "owners-standard", {
		cause: `Cluster ${(0,pre_steps.U)(cluster)} is a Standard cluster; trusted owners exist only on Advanced`,
		fix: "Leave trusted-owners out for Standard clusters.",
		subject: view.ref
	});
	return true;
}
/**
* Plans the trusted owners of one cluster (Advanced, limited access).
* @returns what must come first before this account can make an endpoint
*/
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
		id: pre_steps.a.trust(cluster.id, accountId),
		title: `trust AWS account ${accountId} on cluster ${(0,pre_steps.U)(cluster)}`,
		action: {
			kind: "trust",
			clusterRef: view.ref,
			clusterId: cluster.id,
			accountId
		}
	});
	const surplus = wish.mode === "exact" ? present.filter((one) => !wanted.includes(one.accountId)) : [];
	const after = missing.length > 0 ? "the accounts that stay are trusted" : void 0;
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
/** Refuses a list that would take away the path that this run makes; true where it did. */
function refuseWithoutSelf(draft, { view, cluster, wanted }) {
	const self = draft.observed.account;
	if (draft.desired.goal.kind === "trusted-owners-only" || self === void 0) return false;
	if (wanted.includes(self) || wanted.includes("*")) return false;
	(0,pre_lease.b)(draft, "account-not-trusted", {
		cause: `trusted-owners (exact) leaves out AWS account ${self}, which this step connects to cluster ${(0,pre_steps.U)(cluster)}`,
		fix: "Add `self` to trusted-owners.",
		subject: view.ref
	});
	return true;
}
function warnOfEveryone(draft, cluster, accounts) {
	if (!accounts.has("*") || accounts.size === 1) return;
	(0,pre_lease.A)(draft, "trusts-everyone", `Cluster ${(0,pre_steps.U)(cluster)} trusts every AWS account (*), so the accounts listed beside it restrict nothing`);
}
/** True where this account is trusted only once those that are missing are. */
function isTrustMissing({ observed: { account } }, present, missing) {
	if (account !== void 0 && missing.includes(account)) return true;
	return missing.includes("*") && !present.some((one) => one.accountId === account);
}
/** An account is untrusted only when none of its endpoints is connected; anything else would cut a path. */
function planUntrust(draft, owner, given) {
	const { view, cluster, kept, after } = given;
	const using = view.connections.filter((one) => (owner.accountId === "*" || one.ownerAccount === owner.accountId || one.ownerAccount === "") && ["pending", "available"].includes((0,pre_steps.B)(one)));
	const stillTrusted = owner.accountId === "*" ? using.filter((one) => !kept.includes(one.ownerAccount) && view.owners?.every((other) => other.accountId !== one.ownerAccount) === true) : using;
	if (stillTrusted.length > 0) {
		(0,pre_lease.b)(draft, "owner-in-use", {
			cause: `AWS account ${owner.accountId} still has ${stillTrusted.length === 1 ? "an endpoint" : "endpoints"} connected to cluster ${(0,pre_steps.U)(cluster)}: ${(0,words.i)(stillTrusted.map((one) => one.endpointId))}`,
			fix: "Disconnect these endpoints first, or keep the account in trusted-owners.",
			subject: view.ref
		});
		return;
	}
	(0,pre_lease.v)(draft, {
		id: pre_steps.a.untrust(cluster.id, owner.id),
		title: `stop trusting AWS account ${owner.accountId} on cluster ${(0,pre_steps.U)(cluster)}`,
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
/** Creating the services of a cluster takes minutes in which the list may be empty. */
const SERVICE_PATIENCE_MS = 6e5;
/** How long after its creation the service of a Standard cluster may be missing in the list. */
const LISTED_LATE_MS$1 = 6e4;
/** Checks every cluster, asks for services that are missing, and returns the clusters that can go on. */
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
/** Waits for a cluster that is being created, and for a read of it that began when it was; true while there is one of these waits. */
function planClusterCreation(draft, view, cluster) {
	const { ref } = view;
	const name = (0,pre_steps.U)(cluster);
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
/** The region that a cluster has to be in; undefined where only its trusted owners matter. */
function regionNeeded({ goal, region }) {
	return goal.kind === "trusted-owners-only" ? void 0 : region;
}
/**
* Why a cluster cannot have a private path in the region, or undefined if it can. Also tells which reads are worth their failure.
* @param region undefined where it does not matter
*/
function clusterProblem(view, region) {
	const [cluster, ...others] = view.matches;
	if (cluster === void 0) return {
		code: "cluster-not-found",
		cause: `No cluster ${view.ref} is visible to this API key`,
		fix: "Check the ID or the exact name, and that the service account has a role on the cluster."
	};
	if (others.length > 0) return {
		code: "cluster-ambiguous",
		cause: `${view.matches.length} clusters have the name ${view.ref}: ${view.matches.map((one) => one.id).join(", ")}`,
		fix: "Give the ID of the one that is meant."
	};
	const name = cluster.name === "" ? cluster.id : `${cluster.name} (${cluster.id})`;
	if (cluster.cloudProvider !== "" && cluster.cloudProvider !== "AWS") return {
		code: "cluster-not-aws",
		cause: `Cluster ${name} runs on ${cluster.cloudProvider}, AWS PrivateLink reaches only clusters on AWS`,
		fix: "Use a cluster on AWS, or the private connectivity of that cloud."
	};
	if (cluster.plan === "basic") return {
		code: "cluster-basic",
		cause: `Cluster ${name} is on the Basic plan, which has no private connectivity`,
		fix: "Change the plan of the cluster to Standard or Advanced."
	};
	if (isDeleted(cluster)) return {
		code: "cluster-not-found",
		cause: `Cluster ${name} is deleted`,
		fix: "Set cluster to the ID or the name of a cluster that exists."
	};
	if (readinessOf(cluster) === "over") return {
		code: "cluster-not-ready",
		cause: `Cluster ${name} is in state ${cluster.stateText}: CockroachDB Cloud could not create it`,
		fix: "Create the cluster again in CockroachDB Cloud; waiting does not change this state."
	};
	const regions = cluster.regions.map((one) => one.name).filter((one) => one !== "");
	if (region !== void 0 && regions.length > 0 && !regions.some((one) => sameRegion(one, region))) return {
		code: "cluster-region",
		cause: `Cluster ${name} is not in region ${region}; it is in ${regions.join(", ")}`,
		fix: "Set aws-region to a region of the cluster and use a VPC there; other regions need peering or a transit gateway."
	};
}
/** The cluster's service in the region if it can be used now; else what there is to do or to wait for. */
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
			cause: `${what} is on ${service.cloudProvider}`,
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
			cause: `${what} is in state ${service.statusText}`,
			fix: "Ask Cockroach Labs support: a service cannot be deleted or made again through the API.",
			subject: view.ref
		});
		return;
	}
	if (service.name !== void 0 && !(0,pre_steps.u)(service.name)) {
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
		seen: service.statusText || "without a state",
		waitingOn: "CockroachDB Cloud creates the service; this can take several minutes",
		change: "service",
		facets: [`services:${view.ref}`],
		readAfterwards: [`cluster:${view.ref}`]
	});
}
/** A Standard cluster has its service from the beginning, which may be listed late; that of an Advanced one is created. */
function planMissingService(draft, view, cluster) {
	const { region } = draft.desired;
	const what = serviceText(cluster, region);
	if (!cluster.serverless) {
		(0,pre_lease.v)(draft, {
			id: pre_steps.a.createServices(cluster.id),
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
		cause: `CockroachDB Cloud lists no private endpoint service in ${region} for the Standard cluster ${(0,pre_steps.U)(cluster)}`,
		fix: "The cluster is on the legacy architecture or in a region without private endpoints: restore it into a new Standard cluster, or ask support.",
		subject: view.ref
	});
}
function serviceText(cluster, region) {
	return `the private endpoint service of cluster ${(0,pre_steps.U)(cluster)} in ${region}`;
}

// src/reconcile/observe-clusters.ts
/** From so many clusters on, one list of all costs less than asking for each. */
const MANY_CLUSTERS = 20;
/** Cluster IDs are UUIDs; anything else is a name. */
function isClusterId(ref) {
	return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(ref);
}
const NOTHING = {
	services: [],
	connections: [],
	owners: void 0,
	failure: void 0
};
/** One cluster with its services and connections; by ID all at once, by name after the list. */
async function observeCluster(ref, reading) {
	try {
		const found = isClusterId(ref) ? clusterById(ref, reading) : clustersByName(ref, reading);
		const networking = isClusterId(ref) ? readNetworking(ref, found, reading) : found.then(([only]) => only === void 0 ? NOTHING : readNetworking(only.id, found, reading));
		networking.catch(() => void 0);
		const matches = await found;
		if (!isWorthReading({
			ref,
			matches
		}, reading)) return {
			ref,
			matches,
			...NOTHING
		};
		const read = await networking;
		const isCreating = matches.every((one) => readinessOf(one) === "creating");
		return {
			ref,
			matches,
			...read,
			failure: isCreating ? void 0 : read.failure
		};
	} catch (error) {
		if (!reading.isTolerant || !(0,pre_lease.lt)(error)) throw error;
		return {
			ref,
			matches: [],
			...NOTHING,
			failure: error
		};
	}
}
/** A cluster by its ID: out of the list where many are asked for, else, and where the list does not have it, by itself. */
async function clusterById(ref, { desired, cloud, isTolerant, clusterList }) {
	const list = isTolerant || desired.clusters.length < MANY_CLUSTERS ? [] : await clusterList();
	const id = ref.toLowerCase();
	const cluster = list.find((one) => one.id === id) ?? await cloud.getCluster(ref);
	return cluster === void 0 || isTolerant && isDeleted(cluster) ? [] : [cluster];
}
async function clustersByName(ref, { clusterList }) {
	return clustersNamed(await clusterList(), ref);
}
/** False where nothing that the cluster's networking says would change the plan. */
function isWorthReading(view, { desired, isTolerant }) {
	if (!isTolerant) return clusterProblem(view, regionNeeded(desired)) === void 0;
	const [only, ...others] = view.matches;
	return only !== void 0 && others.length === 0 && readinessOf(only) !== "creating";
}
/** Services and connections. Where the run is strict, a failure is kept for the planner: another blocker may explain it. */
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
		if (isTolerant || !(0,pre_errors.i)(error) || error.code === "cancelled") throw error;
		return {
			...NOTHING,
			failure: error
		};
	}
}
/** The facets of a cluster that are wanted, read again. One that cannot be read any more may have been deleted since. */
async function refreshCluster(view, wanted, { cloud, isTolerant }) {
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
	const fresh = wanted.has(`cluster:${view.ref}`) ? await cloud.getCluster(id) : cluster;
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
/** A refusal that is kept with the cluster. Strict: a 404 only, which the planner forgives where the cluster was just created. */
function isKept(error, isTolerant) {
	if (isTolerant) return (0,pre_lease.lt)(error);
	return (0,pre_errors.i)(error) && (0,pre_lease.ut)(error.cause);
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
/** Loads once, at first use. */
function memoise(load) {
	let loaded;
	return () => {
		loaded ??= load();
		return loaded;
	};
}

// src/reconcile/gone-clusters.ts
/**
* Reads which clusters are gone that this environment still claims on the endpoints of this run, although the run does not
* name them. Asks nothing where there is no such claim. What could not be told counts as there.
*/
async function withGoneClusters(observed, { desired, clients: { cloud } }) {
	const ids = formerClusters(observed, desired);
	if (ids.length === 0) return observed;
	try {
		return {
			...observed,
			goneClusters: await readGone(ids, cloud)
		};
	} catch (error) {
		if (!(0,pre_errors.i)(error) || error.code === "cancelled") throw error;
		return observed;
	}
}
/** One list tells the clusters that are there; only the others are asked for one by one. */
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
/** Clusters that own claims on endpoints of the action name and this run does not. */
function formerClusters({ clusters, endpoints }, desired) {
	if (desired.goal.kind !== "make-path") return [];
	const named = new Set(clusters.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
	const services = new Set(clusters.flatMap((view) => view.services.map((one) => one.name)));
	const ids = endpoints.filter((endpoint) => (0,pre_steps.d)(endpoint) && services.has(endpoint.serviceName)).flatMap((endpoint) => (0,pre_steps.M)(endpoint.tags)).filter((claim) => (0,pre_steps.E)(claim, desired.owner)).map((claim) => claim.clusterId).filter((id) => isClusterId(id) && !named.has(id));
	return [...new Set(ids)];
}

// src/reconcile/model/witness.ts
/** Writes down what the last reads show for the first time. Each fact stands in the journal once, when it changes. */
function witness(journal, observed, by) {
	noteClaims(journal, observed, by);
	noteClusterStates(journal, observed, by);
	noteHostNames(journal, observed, by);
	noteLostTags(journal, observed, by);
}
/**
* Since when the owner's claims are known to stand. A mark that is younger than a claim holds nobody back: its run cannot but
* see the claim before it decides.
*/
function noteClaims(journal, { endpoints }, { owner, wallNow }) {
	const known = (0,pre_lease.N)(journal);
	const standing = endpoints.flatMap(({ id, tags }) => (0,pre_steps.M)(tags).filter((claim) => (0,pre_steps.E)(claim, owner)).map(({ key }) => ({
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
/** Which clusters are being created, and when this run saw that one of them was. */
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
/** Since when a cluster that is connected to an endpoint of this run lacks its private host name in the region. */
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
/** Which tags of this run something removed: a read that began a read lag after the write does not show them. */
function noteLostTags(journal, observed, { now, readLagMs }) {
	const tagged = [...observed.endpoints.filter((one) => !isGone(one)).map(({ id, tags }) => ({
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
/**
* Puts back what this run created a moment ago and a lagging read does not show yet. What a read still does not show
* after the read lag is gone, and the planner is to see that.
*/
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
/**
* Does the same to each item, so many at once, and gives the results in the order of the items. Hundreds of requests that
* wait for their turn all at once would only take memory.
* @throws what the first failure threw; nothing more is begun after it
*/
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

// src/reconcile/model/given-up.ts
/**
* Whether a claim is the owner's and on a cluster that is asked for: by its ID, or by the name that the claim stores.
* @param views what was seen of the clusters that the workflow names
*/
function ownClaims({ owner, clusters }, views) {
	if (clusters.length === 0) return (claim) => (0,pre_steps.E)(claim, owner);
	const ids = new Set(clusters.map((ref) => ref.toLowerCase()));
	const names = new Set(clusters.filter((ref) => (0,pre_steps.x)(ref) === ref));
	for (const view of views) if (clusters.includes(view.ref)) for (const cluster of view.matches) ids.add(cluster.id.toLowerCase());
	const keys = new Set([...ids].map((id) => (0,pre_steps.y)(owner, id)));
	return (claim) => keys.has(claim.key) || (0,pre_steps.E)(claim, owner) && (ids.has(claim.clusterId.toLowerCase()) || names.has(claim.clusterName));
}
/**
* Whether a run gives a claim up.
* `markedAt`: a claim of the owner that is younger than the leaving mark is another run's, which stays.
*/
function givenUp(desired, views) {
	const { goal } = desired;
	if (goal.kind === "leave-endpoint") return (claim) => goal.claims[claim.key] === claim.value;
	if (goal.kind !== "leave-environment") return () => false;
	const isOwn = ownClaims(desired, views);
	return (claim, markedAt) => isOwn(claim) && (claim.lastUsed <= markedAt || (0,pre_steps.w)(claim, markedAt));
}

// src/reconcile/model/goal.ts
/** True for what `delete` and `sweep` give up. */
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
/** The VPC of a goal, as far as the workflow names it. */
function vpcOf(goal) {
	return "vpcId" in goal ? goal.vpcId : void 0;
}
/** The endpoint that the workflow names and the action neither creates nor changes; undefined for other goals. */
function namedEndpoint(goal) {
	return goal.kind === "attach-endpoint" || goal.kind === "detach-endpoint" ? goal.endpointId : void 0;
}

// src/reconcile/plan/owned-group.ts
/** True for the group that the action makes for a service, by its name: that is what is unique in a VPC. */
function isGroupOf(group, serviceName) {
	return group.name.toLowerCase() === (0,pre_steps.l)(serviceName).toLowerCase();
}
/** The endpoints that keep a managed group: those that have it, and managed ones that it was made for. */
function usersOf(group, endpoints) {
	return endpoints.filter((one) => {
		if (one.state === "deleted") return false;
		return (0,pre_steps.d)(one) && one.vpcId === group.vpcId && isGroupOf(group, one.serviceName) || one.groupIds.includes(group.id);
	});
}
/** The group that the action owns for a service, if it is there. */
function ownedGroup(groups, vpcId, serviceName) {
	return groups.find((group) => group.vpcId === vpcId && isGroupOf(group, serviceName) && (0,pre_steps.f)(group));
}
/** The leaving marks on a managed endpoint, and those that stand only on the group that the action owns for it. */
function marksOn(endpoint, groups) {
	const group = ownedGroup(groups, endpoint.vpcId, endpoint.serviceName);
	const ofGroup = group === void 0 ? [] : (0,pre_steps.N)(group.tags);
	return [...(0,pre_steps.N)(endpoint.tags), ...ofGroup.filter((mark) => endpoint.tags[mark.key] === void 0)];
}

// src/reconcile/plan/vpc.ts
/** The problem of an account that is not one of those allowed. */
function accountProblem(account, allowed) {
	if (allowed.length === 0 || account !== void 0 && allowed.includes(account)) return void 0;
	return {
		code: "wrong-account",
		cause: `The AWS credentials belong to account ${account ?? "(unknown)"}, which is not among allowed-account-ids (${(0,words.i)(allowed)})`,
		fix: "Assume a role of an allowed account, or add the account to allowed-account-ids."
	};
}
/** The problem of a VPC that is not there, or belongs to another account. */
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
		fix: `Run with a role of account ${vpc.ownerId}: only the owner of a VPC can make VPC endpoints in it.`
	};
}
/** Checks that the account in use is one of those allowed. */
function planAccount(draft) {
	const problem = accountProblem(draft.observed.account, draft.desired.allowedAccountIds);
	if (problem !== void 0) (0,pre_lease.b)(draft, problem.code, problem);
}
/** Checks the account and the VPC before anything is made there. False: nothing about the network can be planned. */
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
/** Private names resolve only where both DNS attributes of the VPC are on. */
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
		cause: `Private DNS needs ${off.join(" and ")}, which ${off.length > 1 ? "are" : "is"} off in VPC ${vpcId}`,
		fix: `Set private-dns: false, or run: ${off.map((one) => `aws ec2 modify-vpc-attribute --region ${desired.region} --vpc-id ${vpcId} --${flags[one]}`).join("; ")}`
	});
}

// src/reconcile/observe.ts
/** More than the Cloud API takes in a second from one service account, so that none of its turns is missed. */
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
/**
* Reads everything that the goal needs, all at the same time: the Cloud half needs no AWS credentials and does not wait for them.
* @throws ActionError where AWS or the Cloud cannot be read; clusters that are not there are no error here
*/
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
/** Reads the given facets again, all at the same time, and returns the rest as it was; clusters that claims name since are read too. */
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
		clusterList: memoise(() => clients.cloud.listClusters())
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
/**
* A read that failed, or what explains it: in another account, or for a VPC that is not there or belongs to somebody else,
* most reads are denied, and no permission would help.
*/
async function outranked(error, { goal, region, allowedAccountIds }, home) {
	if (!(0,pre_errors.i)(error) || error.code === "cancelled") return error;
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
/** Trusted owners given by number are the Cloud's business alone: such a run needs no AWS credentials. */
function needsAccount({ goal, trustedOwners, allowedAccountIds }) {
	if (goal.kind !== "trusted-owners-only") return true;
	return allowedAccountIds.length > 0 || trustedOwners?.accounts.includes("self") === true;
}
/** The DNS attributes of the VPC that is named, or of the one that an attached endpoint turns out to be in. */
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
		tagKey: pre_steps.h
	}), clients.length === 0 ? [] : ec2.groups({ ids: clients })]);
	return [...managed, ...allowed.filter(({ id }) => managed.every((one) => one.id !== id))];
}
/** Views of clusters that no view shows yet and that claims to be given up, or marks, name. */
async function observeClaimed({ views, endpoints, groups }, desired, reading) {
	const { goal } = desired;
	if (!READS[goal.kind].claimedClusters) return [];
	const isGiven = givenUp(desired, views);
	const givenClusters = ({ tags }) => (0,pre_steps.M)(tags).filter((claim) => isGiven(claim, (0,moment.d)(Number.POSITIVE_INFINITY))).map((claim) => claim.clusterId);
	const ids = endpoints.filter((one) => (0,pre_steps.d)(one) && (goal.kind !== "leave-endpoint" || one.id === goal.endpointId)).flatMap((one) => [...givenClusters(one), ...marksOn(one, groups).flatMap((mark) => mark.clusterIds)]);
	const ofGroups = groups.filter(pre_steps.f).flatMap((one) => goal.kind !== "leave-group" ? givenClusters(one) : one.id === goal.groupId ? (0,pre_steps.M)(one.tags).map((claim) => claim.clusterId) : []);
	const known = new Set(views.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
	const fresh = [.../* @__PURE__ */ new Set([...ids, ...ofGroups])].filter((id) => isClusterId(id) && !known.has(id));
	return mapConcurrent(fresh, 30, (ref) => observeCluster(ref, {
		...reading,
		onlyConnections: true
	}));
}

// src/reconcile/model/plan.ts
/** The same for the same wait in the next plan. */
function waitKey({ kind, subject }) {
	return `${kind}:${subject}`;
}

// src/reconcile/poll-schedule.ts
/**
* When a change of each kind usually shows, in seconds after the wait for it began, and how often to look during that
* span. AWS and CockroachDB Cloud document no times; these are what their users report: acceptance takes about a minute
* or less, an accepted endpoint one to two minutes, private DNS less than five.
* Longer spans are looked at less often, so that the number of looks stays small where the end is hard to foresee.
*/
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
		every: 2.7
	},
	"private-dns": {
		from: 30,
		until: 300,
		every: 3.4
	},
	connection: {
		from: 0,
		until: 60,
		every: 2
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
/** After the usual span the looks become rarer, up to this. */
const SLOWEST = 10;
/** A change that has not come in so many seconds is hardly one of a quick world. */
const EARLY = 4;
/** Before the usual span, each further look comes after this share of the time waited so far: early, and later. */
const STRIDE = {
	unknown: {
		early: .6,
		later: 1
	},
	quick: {
		early: .04,
		later: .1
	}
};
const FIRST_LOOK = {
	unknown: 1,
	quick: .08
};
/**
* Seconds until the next look at something that has been waited for since `age` seconds; without jitter.
* @param kind undefined for what is none of the long waits: looked at soon, then ever less often
*/
function nextLook(kind, age, pace) {
	if (kind === void 0) return clamp(age * .12, .3, 5);
	const { from, until, every } = USUAL[kind];
	if (age >= until) return clamp(every + (age - until) * .05, every, SLOWEST);
	if (kind === "connection-behind") return every;
	if (kind === "connection") return clamp(age * .5, .25, every);
	const part = age < EARLY ? "early" : "later";
	if (pace === "quick") return clamp(age * STRIDE.quick[part], FIRST_LOOK.quick, every);
	if (age >= from) return every;
	const rest = Math.max(from - age, every);
	if (pace === "usual") return rest;
	return clamp(age * STRIDE.unknown[part], FIRST_LOOK.unknown, rest);
}
/**
* Whether a look at an endpoint may well show it available, so that its connection is read beside it. Only the few early
* looks: what is watched for long, or at short intervals, would cost the Cloud API twice as many requests.
* @param age seconds since the wait for it began
*/
function looksPromising(kind, age, pace) {
	return kind === "available" && pace === "unknown" && age < EARLY;
}
/** What a change that showed after `age` seconds says of the world. */
function paceOf(kind, age, before) {
	if (kind === void 0 || kind === "connection" || kind === "connection-behind") return before;
	const { from } = USUAL[kind];
	return age < from / 2 ? "quick" : age < from ? "unknown" : "usual";
}
function clamp(value, least, most) {
	return Math.min(most, Math.max(least, value));
}

// src/reconcile/waiting.ts
/** A log that is silent for longer looks like a run that hangs. */
const HEARTBEAT_MS = 14e3;
/** Looks that are due within this time of each other are one. */
const TOGETHER_MS = 150;
/** Keeps the waits of a run: tells when one begins, changes or ends, beats, and decides when to look again. */
function trackWaits(rules) {
	const tracked = {
		rules,
		known: /* @__PURE__ */ new Map(),
		pace: "unknown",
		beatAt: 0
	};
	return {
		/** Takes note of what is waited for now, and tells what began, changed or ended. */
		update(waits) {
			const now = rules.clients.clock.now();
			endWaits(tracked, waits, now);
			for (const wait of waits) noteWait(tracked, wait, now);
			beat(tracked, waits, now);
		},
		/** Sleeps until the next look is due and returns the facets to look at. */
		sleep: (waits) => sleepUntilDue(tracked, waits)
	};
}
/** Ends the waits that are waited for no more. */
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
/** Begins a wait, or goes on with one whose state may have changed. */
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
	fresh.dueAt = dueAt(fresh, now, tracked.pace);
	tracked.known.set(waitKey(wait), fresh);
	if (entry?.wait.seen !== wait.seen) tracked.rules.listener.waiting(wait, wait.seen, now - fresh.since);
}
function learnPace(tracked, { wait, changedAt }, now) {
	tracked.pace = paceOf(wait.change, (now - changedAt) / 1e3, tracked.pace);
}
function beat(tracked, waits, now) {
	if (now < tracked.beatAt + HEARTBEAT_MS) return;
	const { listener, journal, deadline } = tracked.rules;
	const real = waits.filter((wait) => wait.kind !== "confirm");
	const shown = real.length > 0 ? real : waits;
	if (tracked.beatAt > 0 && shown.length > 0) listener.heartbeat(shown, now - journal.startedAt, deadline - now);
	tracked.beatAt = now;
}
/** With jitter, so that runs started together spread out. */
function dueAt({ wait, changedAt, looks }, now, pace) {
	if (wait.kind === "confirm" && looks === 0) return Math.max(now, wait.notBefore ?? 0);
	const calm = nextLook(wait.change, (now - changedAt) / 1e3, pace) * 1e3;
	return Math.max(now + calm * (.95 + .1 * Math.random()), wait.notBefore ?? 0);
}
async function sleepUntilDue({ rules, known, pace, beatAt }, waits) {
	const { clients, signal, deadline } = rules;
	const now = clients.clock.now();
	if (signal.aborted) throw (0,pre_errors.n)();
	if (now >= deadline) throw timeout(waits, rules);
	const entries = [...known.values()];
	const next = Math.min(...entries.map((entry) => entry.dueAt));
	await clients.clock.sleep(Math.max(0, Math.min(next, deadline, beatAt + HEARTBEAT_MS) - now), signal);
	const then = clients.clock.now();
	const due = entries.filter((entry) => entry.dueAt <= then + TOGETHER_MS);
	if (due.some(({ wait, changedAt }) => looksPromising(wait.change, (then - changedAt) / 1e3, pace))) due.push(...entries.filter((entry) => entry.wait.change === "connection-behind" && !due.includes(entry)));
	const facets = new Set(due.flatMap((entry) => entry.wait.facets));
	for (const entry of entries) {
		if (!due.includes(entry) && !entry.wait.facets.every((facet) => facets.has(facet))) continue;
		entry.looks += 1;
		entry.dueAt = dueAt(entry, then, pace);
	}
	return facets;
}
/**
* The error of a run whose time is up, naming what was last seen and who has to move.
* @param unsettled the step over which the time ran out, if there was one
*/
function timeout(waits, rules, unsettled) {
	const seconds = Math.round((rules.deadline - rules.journal.startedAt) / 1e3);
	const lines = waits.map((wait) => `waited for ${wait.what}: last seen ${wait.seen}; ${wait.waitingOn}`);
	if (unsettled !== void 0) {
		const { step, why, unanswered } = unsettled;
		lines.unshift(unanswered ? `no answer came to "${step.title}"` : `"${step.title}" did not succeed: ${why}`);
	}
	return new pre_errors.t("timeout", {
		cause: `The time of ${seconds} s is up; ${lines[0] ?? "the last step did not succeed in time"}`,
		fix: (unsettled?.unanswered === true ? suspectOf(unsettled.step) : void 0) ?? "Run again, it goes on from here; raise timeout-seconds if the other side is merely slow.",
		details: lines.length > 1 ? lines : []
	});
}
/** What most likely keeps a step from being answered, where something is known for that. */
function suspectOf(step) {
	return step?.action.kind === "set-private-dns" ? "EC2 hangs here where a permission is missing: allow route53:AssociateVPCWithHostedZone beside ec2:ModifyVpcEndpoint, then run again." : void 0;
}

// src/reconcile/loop.ts
/** A step that has been sent at least so often, for so long, and never got an answer is not going to get one. */
const LEAST_LOSSES = 3;
const OUTAGE_MS = 9e4;
/** What the last reads of a run may take. */
const LAST_READS_MS = 1e4;
/** Between two rounds in which a step only learned that it must look again. */
const LONGEST_PAUSE_MS$1 = 5e3;
/**
* Reads AWS and CockroachDB Cloud, plans, does what is ready, waits for what moves, and begins again until nothing is left.
* Every blocker known at a time is raised together, before any write of that round.
* @throws ActionError for blockers, time-out, cancel and whatever a step could not mend
*/
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
		const ready = plan.steps.filter(pre_steps.n);
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
/** Where only optional waits are left, and the run does not wait or has no time left to: it ends without them. */
function isPatienceOver(waits, { wait, deadline, clients, journal }) {
	return (!wait || deadline - clients.clock.now() < LAST_READS_MS) && !(0,pre_lease.B)(journal) && waits.every((one) => one.optional === true);
}
/** Reads what is due, and with it what nobody waits for; a connection once its endpoint has moved. */
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
/** Whether an endpoint came to a state that it stays in, good or bad: then its connection is worth a look too. */
function endpointsMoved(before, after) {
	return after.endpoints.some(({ id, state }) => state !== "pending" && before.endpoints.find((one) => one.id === id)?.state !== state);
}
/** What a step changed and no wait reads anyway: read beside the next look, so that the run needs no round of its own for it. */
function unseenFacets(observed, journal, waits) {
	const later = new Set(waits.flatMap((wait) => [...wait.facets, ...wait.readAfterwards ?? []]));
	return (0,pre_lease.et)(journal, observed).filter((facet) => !later.has(facet));
}
/** Does steps and returns what is known then; where one was not done, after a pause and another look. */
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
/** Does all steps at the same time and lets all of them end, so that what one did is known even if another failed. */
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
	const cloud = (0,pre_steps.i)(step.action) === "cloud";
	return new pre_errors.t(cloud ? "cloud-unavailable" : "aws-unavailable", {
		cause: `${cloud ? "CockroachDB Cloud" : "AWS"} gave no clear answer to ${count} tries of one step`,
		said: `"${step.title}": ${why}`,
		fix: suspectOf(step) ?? "Run again later; every run goes on from what is there."
	});
}
/** Raises what steps failed with that were done at the same time; a cancel, or what nobody foresaw, goes before all else. */
function raiseFailures(failures) {
	const [first] = failures;
	if (first === void 0) return;
	const foreseen = failures.filter((one) => (0,pre_errors.i)(one) && one.code !== "cancelled");
	if (foreseen.length < failures.length) throw failures.find((one) => !foreseen.includes(one));
	const distinct = [...new Map(foreseen.map((one) => [one.message, one])).values()];
	if (distinct.length === 1) throw first;
	raise(distinct.map((one) => ({
		...one,
		cause: one.message
	})), first);
}
/** Raises blockers as one error: the first gives the code, all are listed. */
function raise(blockers, origin) {
	const [first, ...more] = blockers;
	if (first === void 0) return;
	throw new pre_errors.t(first.code, {
		cause: more.length === 0 ? first.cause : `${first.cause} (and ${more.length} more)`,
		fix: first.fix,
		details: more.length === 0 ? [] : blockers.map((one) => `${one.code}: ${one.cause}. ${one.fix}`)
	}, { cause: origin });
}

// src/reconcile/model/journal.ts
/** A journal with nothing in it. @param nonce unique to the run */
function startJournal(nonce, started) {
	return {
		nonce,
		startedAt: started.mono,
		startedAtWall: started.wall,
		entries: []
	};
}

// src/reconcile/plan/confirm.ts
/** What must be read once more before the run may say that it is done, and from when on a read proves it. */
function planConfirmation(draft, paths) {
	const notBefore = Math.max(0, ...paths.map((path) => settledBy(draft, path)));
	const unseen = [...(draft.observed.readAt.endpoints ?? 0) >= notBefore ? [] : ["endpoints"], ...connectionsSinceClaim(draft, paths)];
	(0,pre_lease.x)(draft, {
		unseen,
		notBefore
	});
}
/**
* Connections that were not read since this run last wrote to an endpoint that it found: until its claim stood there,
* another run that left may have disconnected the cluster.
*/
function connectionsSinceClaim({ journal, observed }, paths) {
	const written = (0,pre_lease.Q)(journal).get("endpoints") ?? 0;
	return paths.filter(({ ownership, endpoint }) => ownership === "ours" && !wasBornClaimed(journal, endpoint)).flatMap((path) => path.members.map((member) => `connections:${member.view.ref}`)).filter((facet) => (observed.readAt[facet] ?? 0) <= written && written > 0);
}
/** True for an endpoint that this run made: nobody ever saw it without the claim, unless EC2 gave that of another run for it. */
function wasBornClaimed(journal, endpoint) {
	if (endpoint === void 0 || !(0,pre_lease.tt)(journal, endpoint.id)) return false;
	return (0,pre_lease.M)(journal, endpoint.id) === 0;
}
/**
* When a read must begin at the earliest to prove that the endpoint is settled. Where another run may have changed it too,
* a read that lags can show its end of the change from before ours; only a read lag later that is ruled out.
*/
function settledBy({ journal, desired }, { endpoint }) {
	const at = endpoint === void 0 ? void 0 : (0,pre_lease.H)(journal, endpoint.id);
	if (endpoint === void 0 || at === void 0) return 0;
	return (0,pre_lease.tt)(journal, endpoint.id) && (0,pre_steps.A)(endpoint.tags, desired.owner).length === 0 ? 0 : at + desired.readLagMs;
}

// src/reconcile/plan/host-names.ts
/** How long after a new connection is available the cluster may still lack its private host name. */
const LISTED_LATE_MS = 3e4;
/**
* The private host name of each connected cluster, without which there is no connection string. CockroachDB Cloud leaves it
* empty until it has one (Cloud API specification, Region.internal_dns): a run that created the service or the connection
* waits for it, any other warns.
*/
function planHostNames(draft, paths) {
	for (const path of paths) for (const member of path.members) if (member.connection?.status === "AVAILABLE") planHostName(draft, path, member);
}
function planHostName(draft, { endpoint }, { view, cluster }) {
	const { journal, desired, now } = draft;
	if (cluster.regions.find((one) => sameRegion(one.name, desired.region))?.internalDns !== void 0) return;
	const name = (0,pre_steps.U)(cluster);
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
	(0,pre_lease.A)(draft, "internal-dns-missing", `CockroachDB Cloud lists no private host name for cluster ${name} in ${desired.region}: the output internal-dns is empty`);
}
/** True where this run has requested the service or the connection. */
function isNew(journal, clusterId, endpointId) {
	return [pre_steps.a.createServices(clusterId), ...endpointId === void 0 ? [] : [pre_steps.a.connect(clusterId, endpointId)]].some((id) => (0,pre_lease.I)(journal, id) !== void 0);
}

// src/reconcile/plan/locks.ts
/** How long after a refusal for its lock a cluster counts as locked, whatever its state says. */
const LOCK_MS = 1e4;
/** True for a cluster in a state in which it is not changed, or that refused a change for its lock a moment ago. */
function isLocked(draft, cluster) {
	return readinessOf(cluster) === "locked" || draft.now < lockedUntil(draft, cluster);
}
function lockedUntil({ journal }, { id }) {
	const refusedAt = (0,pre_lease.V)(journal, id);
	return refusedAt === void 0 ? 0 : refusedAt + LOCK_MS;
}
/** Lets steps that change a locked cluster wait until it is unlocked. All others go on: reads, AWS, other clusters. */
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
	const name = (0,pre_steps.U)(cluster);
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
		seen: readinessOf(cluster) === "locked" ? cluster.stateText : `${cluster.stateText}, but a change was refused for its lock`,
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
/** The connection of a cluster to an endpoint, undefined if it is not listed. */
function connectionOf(view, endpointId) {
	return endpointId === void 0 ? void 0 : view.connections.find((one) => one.endpointId === endpointId);
}
/** The step that removes the Cloud's entry for an endpoint from a cluster. */
function disconnectStep(member, endpointId) {
	const connection = connectionOf(member.view, endpointId);
	const status = connection === void 0 ? "" : (0,pre_steps.V)(connection).toLowerCase();
	return {
		id: pre_steps.a.disconnect(member.cluster.id, endpointId),
		title: `remove the ${status} connection of ${endpointId} from cluster ${(0,pre_steps.U)(member.cluster)}`.replace("  ", " "),
		action: {
			kind: "disconnect",
			clusterRef: member.view.ref,
			clusterId: member.cluster.id,
			endpointId
		}
	};
}

// src/reconcile/plan/connections.ts
/** How long a connection may stay rejected after this run asked for it, before that is taken as an answer. */
const REJECTED_PATIENCE_MS = 12e4;
/** IDs of endpoints whose connection stayed rejected in this run although the run asked for it. */
function rejectedForGood(draft) {
	const givenUp = /* @__PURE__ */ new Set();
	for (const view of draft.observed.clusters) {
		const cluster = view.matches[0];
		if (cluster === void 0) continue;
		for (const endpoint of draft.observed.endpoints) {
			const connection = connectionOf(view, endpoint.id);
			if ((connection?.status === "REJECTED" || endpoint.state === "rejected" && connection !== void 0) && askedFor(draft, cluster, endpoint.id) >= REJECTED_PATIENCE_MS) givenUp.add(endpoint.id);
		}
	}
	return givenUp;
}
/** Milliseconds since this run first asked for the connection, or -1 if it did not. */
function askedFor(draft, cluster, endpointId) {
	const at = (0,pre_lease.I)(draft.journal, pre_steps.a.connect(cluster.id, endpointId));
	return at === void 0 ? -1 : draft.now - at;
}
/** Plans the Cloud's side of one cluster: connect, take away left-overs, wait, or name what is in the way. */
function planConnection(draft, joined) {
	const { member, endpoint } = joined;
	const asked = askedFor(draft, member.cluster, endpoint.id);
	const status = member.connection?.status ?? "ABSENT";
	if (status === "AVAILABLE" && endpoint.state !== "rejected") return;
	if (status === "ABSENT" || status === "DELETED" || status === "PENDING_ACCEPTANCE" && asked < 0) connect(draft, joined);
	else if (status === "REJECTED" || endpoint.state === "rejected") planRejected(draft, joined, asked);
	else if (status === "STALE" || status === "FAILED" || status === "EXPIRED") planRenewal(draft, joined, asked);
	else if (status === "DELETING") {
		waitConnected(draft, joined, "CockroachDB Cloud is still removing the connection of before");
		connectLater(draft, joined);
	} else waitConnected(draft, joined, "CockroachDB Cloud has to accept the connection; this usually takes about a minute");
}
/** @param asked milliseconds since this run first asked for the connection, or -1 */
function planRejected(draft, joined, asked) {
	if (asked < 0) connect(draft, joined, REJECTED_PATIENCE_MS);
	else if (asked < REJECTED_PATIENCE_MS) waitConnected(draft, joined, "CockroachDB Cloud still shows the rejection of before");
	else (0,pre_lease.b)(draft, "connection-rejected", {
		cause: `CockroachDB Cloud keeps rejecting the connection of cluster ${(0,pre_steps.U)(joined.member.cluster)} to ${joined.endpoint.id}`,
		fix: `Check that AWS account ${draft.observed.account ?? "of this run"} is a trusted owner of the cluster, if it has any, and that the endpoint is in the right account; else ask support.`
	});
}
/** A connection that leads nowhere is removed and made anew, unless it failed in this run. */
function planRenewal(draft, joined, asked) {
	const { member, endpoint } = joined;
	if (asked >= 0 && member.connection?.status !== "STALE") {
		(0,pre_lease.b)(draft, "connection-failed", {
			cause: `CockroachDB Cloud shows the connection of cluster ${(0,pre_steps.U)(member.cluster)} to ${endpoint.id} as ${member.connection?.rawStatus}`,
			fix: "Run again to have it removed and made anew; if it fails again, ask Cockroach Labs support with the endpoint ID."
		});
		return;
	}
	(0,pre_lease.v)(draft, disconnectStep(member, endpoint.id));
	connectLater(draft, joined);
}
function connect(draft, joined, patienceMs = 0) {
	const { member, endpoint } = joined;
	const id = pre_steps.a.connect(member.cluster.id, endpoint.id);
	(0,pre_lease.v)(draft, {
		id,
		...connectStep(joined),
		after: member.trust,
		patienceMs
	});
}
function connectLater(draft, joined) {
	const id = pre_steps.a.connectAgain(joined.member.cluster.id, joined.endpoint.id);
	(0,pre_lease.v)(draft, {
		id,
		...connectStep(joined),
		after: "the connection of before is gone"
	});
}
function connectStep({ member: { view, cluster }, endpoint }) {
	return {
		title: `connect cluster ${(0,pre_steps.U)(cluster)} to ${endpoint.id}`,
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
		what: `the connection of cluster ${(0,pre_steps.U)(cluster)} to ${endpoint.id} to become available`,
		seen: connection === void 0 ? "not listed" : (0,pre_steps.V)(connection),
		waitingOn,
		facets: isWatched(endpoint) || endpoint.state === "available" ? [facet] : [facet, "endpoints"]
	});
}
/**
* Takes away connections that CockroachDB Cloud calls stale: their endpoint was deleted outside of it, and they stay
* listed until someone removes them. Only those of this account, and none whose endpoint is still there.
*/
function planStaleConnections(draft, member) {
	const { desired, observed } = draft;
	for (const connection of member.view.connections) {
		const live = observed.endpoints.some((one) => one.id === connection.endpointId && !isGone(one));
		const isOurs = isOfPlace(connection, {
			account: observed.account,
			region: desired.region
		});
		if (connection.status === "STALE" && isOurs && !live) (0,pre_lease.v)(draft, disconnectStep(member, connection.endpointId));
	}
}
/** True while the endpoint's own state is waited for: the Cloud calls a connection available only after that. */
function isWatched({ state }) {
	return state !== "available" && state !== "rejected";
}
/** Waits for the endpoint's own state; returns true when EC2 calls it available. */
function planEndpointState(draft, endpoint) {
	if (!isWatched(endpoint)) return endpoint.state === "available";
	(0,pre_lease.y)(draft, {
		kind: "endpoint",
		subject: endpoint.id,
		change: changeOf(draft, endpoint),
		what: `VPC endpoint ${endpoint.id} to become available`,
		seen: endpoint.rawState || "without a state",
		waitingOn: endpoint.state === "pendingacceptance" ? "CockroachDB Cloud has to accept the connection" : "AWS is making the change",
		facets: ["endpoints"]
	});
	return false;
}
function changeOf({ journal }, { id, state }) {
	if (state === "pendingacceptance") return "acceptance";
	return (0,pre_lease.I)(journal, pre_steps.a.dnsOn(id)) !== void 0 ? "private-dns" : "available";
}
/** Plans connections and the endpoint's state; true when both sides are available. */
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
/** A claim on a cluster that the API does not have, and whose name is not in use again, is released after so long without use. */
const IDLE_MS = 6048e5;
/** A name of this length in a claim may be the beginning of a longer one. */
const CUT_AT = (0,pre_steps.x)("x".repeat(256)).length;
/**
* Claims of this environment on clusters that are gone, so that they can be released: bookkeeping of an environment whose
* cluster is made again and again would fill the endpoint. The only place that decides it. A key whose role is too low sees a
* living cluster as absent, so an absence counts only with more: the cluster's name belongs to another one of this run, or
* the environment has not used the claim for seven days.
*/
function releasableClaims({ desired, observed, wallNow }, { tags }) {
	const { goneClusters = {} } = observed;
	const present = observed.clusters.flatMap((view) => view.matches);
	return (0,pre_steps.M)(tags).filter((claim) => {
		if (!(0,pre_steps.E)(claim, desired.owner) || present.some((one) => one.id === claim.clusterId)) return false;
		const proof = goneClusters[claim.clusterId];
		if (proof !== "absent") return proof === "deleted";
		return claim.clusterName.length < CUT_AT && present.some((one) => one.name === claim.clusterName) || claim.lastUsed > 0 && wallNow - claim.lastUsed >= IDLE_MS;
	});
}
/** The claims of an endpoint that go on to count where it is replaced. */
function livingClaims(draft, endpoint) {
	const keys = new Set(releasableClaims(draft, endpoint).map((claim) => claim.key));
	return (0,pre_steps.M)(endpoint.tags).filter((claim) => !keys.has(claim.key));
}
/**
* Plans the release of those claims, by key and value. Only for an endpoint on which a read has shown the claim of this run
* and no living mark: so the endpoint is never without a claim because of it.
*/
function planRelease(draft, endpoint) {
	const claims = releasableClaims(draft, endpoint);
	if (claims.length === 0) return;
	const what = claims.length === 1 ? `the claim on ${claims[0]?.clusterName || claims[0]?.clusterId}, which was deleted,` : `the claims on ${claims.length} deleted clusters`;
	(0,pre_lease.v)(draft, {
		id: pre_steps.a.release(endpoint.id, claims.map((claim) => claim.key)),
		title: `release ${what} from ${endpoint.id}`,
		action: {
			kind: "unclaim",
			endpointId: endpoint.id,
			tags: Object.fromEntries(claims.map((claim) => [claim.key, claim.value])),
			clusterIds: claims.map((claim) => claim.clusterId)
		}
	});
}

// src/reconcile/plan/shared.ts
/** Claims of other environments, which keep an endpoint, or a group, as it is. */
function sharers(draft, claimed) {
	return claimed === void 0 ? [] : (0,pre_steps.A)(claimed.tags, draft.desired.owner);
}
/** Notes a setting that is not what this run asks for, and that stays because others use the endpoint. */
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
/** Description of every rule that the action adds, and how it knows its own rules again. */
const RULE_DESCRIPTION = "cockroachdb-privatelink";
/** Who may come in: what the workflow lists, else every CIDR block of the VPC. */
function wantedSources({ desired, observed }) {
	const { allowedCidrs, allowedSecurityGroupIds } = desired;
	return [...(allowedCidrs.length + allowedSecurityGroupIds.length > 0 ? allowedCidrs : observed.vpc?.cidrs ?? []).map((cidr) => ({ cidr })), ...allowedSecurityGroupIds.map((groupId) => ({ groupId }))];
}
/** Plans the rules of the owned group: what is missing is let in, and own rules that aren't configured are revoked. Manual ones stay. */
function planRules(draft, group, sharedWith) {
	const wanted = wantedSources(draft);
	const wantedTexts = new Set(wanted.map(sourceText));
	const sqlRules = group.ingress.filter((rule) => isSqlRule(rule) && (!isOwnRule(rule) || isOnlySqlRule(rule)));
	const present = new Set(sqlRules.map((rule) => rule.source === void 0 ? "" : sourceText(rule.source)));
	const missing = wanted.filter((source) => !present.has(sourceText(source)));
	const stale = group.ingress.filter((rule) => rule.source !== void 0 && isOwnRule(rule) && !(isOnlySqlRule(rule) && wantedTexts.has(sourceText(rule.source))));
	if (missing.length > 0) {
		const texts = missing.map(sourceText);
		(0,pre_lease.v)(draft, {
			id: pre_steps.a.authorize(group.id, texts.join()),
			title: `let ${SQL_PORT}/tcp in from ${(0,words.i)(texts)} through ${group.id}`,
			action: {
				kind: "authorize-ingress",
				groupId: group.id,
				sources: missing
			}
		});
	}
	if (stale.length === 0) return;
	const texts = stale.map((rule) => rule.source === void 0 ? "" : sourceText(rule.source));
	if (sharedWith.length > 0) {
		noteShared(draft, `${group.id} lets in ${(0,words.i)(texts)}, which is not asked for here; it stays`, sharedWith);
		return;
	}
	(0,pre_lease.v)(draft, {
		id: pre_steps.a.revoke(group.id, texts.join()),
		title: `take the stale rules for ${(0,words.i)(texts)} out of ${group.id}`,
		action: {
			kind: "revoke-ingress",
			groupId: group.id,
			rules: stale
		}
	});
}
/**
* What must come before an endpoint has a group: its rules, where any is due. An endpoint behind rules that EC2 refuses would
* cost money and let nobody in.
*/
function rulesFirst({ steps }, groupId) {
	const isRule = ({ action }) => action.kind === "authorize-ingress" && action.groupId === groupId;
	return groupId !== void 0 && steps.some(isRule) ? "the rules of the security group are in" : void 0;
}
/**
* A rule that the action added, for this or another environment: its description, and a source of a kind that the action adds.
* Other sources under that description were copied: EC2 changes no rule's kind of source (API reference, SecurityGroupRuleRequest).
*/
function isOwnRule({ description, source }) {
	return description === "cockroachdb-privatelink" && source !== void 0;
}
/** A rule that lets the SQL port in, alone or in a wider range. */
function isSqlRule({ protocol, fromPort, toPort }) {
	if (protocol === "-1") return true;
	if (protocol !== "tcp" && protocol !== "6") return false;
	return fromPort < 0 || fromPort <= 26257 && toPort >= 26257;
}
/** A rule that lets the SQL port in and nothing else. */
function isOnlySqlRule(rule) {
	return isSqlRule(rule) && rule.fromPort === 26257 && rule.toPort === 26257;
}

// src/reconcile/plan/subnets.ts
/**
* Picks the subnets of an endpoint. Explicit ones pass the same checks as those that are picked.
* Without explicit ones each zone that the service lists (by zone ID; an empty list means any zone) gets one: the one the
* endpoint has there already, else of those with a free address the first by subnet ID.
* Zones that EC2 refused for this service, in this run or (by a tag on the endpoint) an earlier one, are left out.
* @param path.zoneIds undefined until there is a service: then nothing is picked, and what no zone could cure is a blocker
* @param path.endpoint the endpoint as it is; its subnets are kept where they fit
*/
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
/** Why an endpoint can't be in a subnet; undefined where it can. One that it is in already fits, full or not. */
function problemOf(subnet, { usable, present }) {
	if (!usable(subnet.zoneId)) return "zone";
	if (present.includes(subnet.id)) return void 0;
	if (subnet.unfit !== "") return "unfit";
	return subnet.freeAddresses > 0 ? void 0 : "full";
}
/** Zones that EC2 does not offer the service in, whatever its list says. */
function refusedZones(draft, serviceName, endpoint) {
	const known = endpoint?.tags["cockroachdb-privatelink/without-zones"]?.split(" ").filter((zone) => zone !== "") ?? [];
	return /* @__PURE__ */ new Set([...known, ...serviceName === void 0 ? [] : (0,pre_lease.rt)(draft.journal, serviceName)]);
}
/** The subnets that the workflow names; each that can't be taken is a blocker of its own. */
function explicitSubnets(draft, rules) {
	const { desired, observed } = draft;
	const known = new Map(observed.subnets.map((subnet) => [subnet.id, subnet]));
	const subnets = [];
	let isSound = true;
	for (const id of desired.subnetIds) {
		const subnet = known.get(id);
		const problem = subnet === void 0 ? {
			code: "subnet-invalid",
			cause: `${id} is no subnet of VPC ${desired.goal.vpcId}`,
			fix: `Take subnet-ids from VPC ${desired.goal.vpcId}, which has ${(0,words.i)(known.keys())}.`
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
		cause: `subnet-ids has more than one subnet in availability zone ${zoneId}: ${id} and another`,
		fix: "Name at most one subnet for each availability zone."
	};
	const zones = rules.zoneIds.filter(rules.usable);
	switch (problemOf(subnet, rules)) {
		case "unfit": return {
			code: "subnet-invalid",
			cause: `Subnet ${id} of subnet-ids ${unfit}, so it can't have a VPC endpoint`,
			fix: "Name an IPv4 or dual-stack subnet of the Region instead, or leave subnet-ids empty."
		};
		case "zone": return {
			code: "az-none",
			cause: `The endpoint service is not in the availability zone of ${id} (${zoneId})`,
			fix: `Name subnets in ${zones.length === 0 ? "other availability zones" : (0,words.i)(zones)}.`
		};
		case "full": return {
			code: "subnet-full",
			cause: `Subnet ${id} of subnet-ids has no free IP address`,
			fix: "Free an address in it, or name another subnet."
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
		else (0,pre_lease.A)(draft, "zones", `No subnet in availability zone ${zone} has a free IP address; the endpoint does without that zone`);
	}
	if (subnets.length > 0) {
		const without = rules.zoneIds.filter((zone) => !byZone.has(zone));
		if (without.length > 0) (0,pre_lease.w)(draft, "zones", `VPC ${desired.goal.vpcId} has no subnet in ${(0,words.i)(without)}, where the endpoint service is too`);
		return {
			subnets,
			rule: "one subnet in each availability zone of the endpoint service; the first by ID that has a free address"
		};
	}
	if (fit.length > 0) {
		(0,pre_lease.b)(draft, "subnet-full", {
			cause: `No subnet of VPC ${desired.goal.vpcId} in ${(0,words.i)(byZone.keys())} has a free IP address`,
			fix: "Free addresses, or add a subnet in one of these availability zones."
		});
		return;
	}
	const unfit = withProblems.filter(({ problem }) => problem === "unfit").map((one) => `${one.id} ${one.unfit}`);
	const why = unfit.length > 0 ? `: ${(0,words.i)(unfit)}` : `; its subnets are in ${(0,words.i)(new Set(observed.subnets.map((one) => one.zoneId)))}`;
	const of = rules.zoneIds.length === 0 ? "" : ` (${(0,words.i)(rules.zoneIds)})`;
	(0,pre_lease.b)(draft, "az-none", {
		cause: `VPC ${desired.goal.vpcId} has no usable subnet in an availability zone of the endpoint service${of}${why}`,
		fix: "Add a subnet in one of the zones of the service, or use a peered VPC that has one. Zone IDs count, names differ by account."
	});
}

// src/reconcile/plan/endpoint.ts
/** Endpoints that one run makes for a service before it says that they do not last. */
const MOST_CREATIONS = 3;
/**
* Picks the endpoint of a service in the VPC: ours before others', the oldest of ours (then the smallest ID) before the rest.
* Never the first hit: several that are not ours are an error that lists them.
* @param givenUp IDs of endpoints of ours that stayed rejected in this run
*/
function chooseEndpoint(endpoints, serviceName, givenUp) {
	const live = endpoints.filter((one) => one.serviceName === serviceName && !isGone(one));
	const ours = live.filter(pre_steps.d).toSorted(olderFirst);
	const usable = ours.filter((one) => !isDead(one) && !givenUp.has(one.id));
	const winner = usable.find((one) => one.state !== "rejected") ?? usable[0];
	if (ours.length > 0) return {
		kind: winner === void 0 ? "none" : "ours",
		endpoint: winner,
		superseded: ours.filter((one) => one !== winner)
	};
	const healthy = live.filter((one) => !isDead(one) && one.state !== "rejected");
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
/** Order in which every run sees endpoints, so that all keep the same one. */
function olderFirst(one, other) {
	return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}
/**
* Plans the creation of a path's endpoint.
* The creation token is made of what every run sees alike (the owned group, the service, what is replaced), so that EC2
* itself merges two runs that create at once. With explicit groups there is no such common thing: the token is the run's own.
* @returns the subnets of the endpoint, undefined where they are not known or a blocker was raised instead
*/
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
			id: pre_steps.a.createEndpoint(label, 0, 0),
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
			cause: `EC2 took ${made.length} creations of an endpoint for ${serviceName} and none of them lasted: ${(0,words.i)(made)}`,
			fix: "Look for a policy or a person that deletes VPC endpoints in this account (CloudTrail, DeleteVpcEndpoints)."
		});
		return subnets;
	}
	const taken = (0,pre_lease.X)(journal, serviceName);
	if (taken?.spent === false && draft.now - taken.at < 2 * desired.readLagMs) {
		(0,pre_lease.y)(draft, {
			kind: "creation",
			subject: serviceName,
			what: "the VPC endpoint that another run is creating",
			seen: "not visible yet",
			waitingOn: "another run of the action created it a moment ago, or its creation token is still remembered by EC2",
			facets: ["endpoints"]
		});
		return subnets;
	}
	const salt = taken === void 0 ? 0 : taken.salt + 1;
	addCreation(draft, creation, {
		id: pre_steps.a.createEndpoint(serviceName, salt, made.length),
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
	if (!(0,pre_steps.S)(tags, 0)) (0,pre_lease.b)(draft, "tag-limit", {
		cause: `The endpoint would need ${Object.keys(tags).length} tags for its claims, more than EC2 has room for`,
		fix: "Use endpoint-id (attach only, no claims) for some of the clusters, or fewer tags."
	});
	const title = `create the VPC endpoint for ${label}${token.subnets === void 0 ? "" : ` in ${(0,words.i)(subnets.map((one) => `${one.id} (${one.zoneId})`))}`}${replacing.length > 0 ? `, replacing ${(0,words.i)(replacing)}` : ""}`;
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
	const groupFirst = groups.groupIds === void 0 ? "the security group and its rules are there" : void 0;
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
/** Tags of a new endpoint: whose it is, every living claim of what it replaces, and the claims of this run. */
function creationTags(draft, claims, made) {
	const { desired, journal } = draft;
	const inherited = made.superseded.flatMap((one) => livingClaims(draft, one)).map((claim) => [claim.key, claim.value]);
	return {
		Name: (0,pre_steps.F)(`cockroachdb-privatelink ${made.serviceName.split(".").at(-1) ?? ""}`).trim(),
		...desired.tags,
		[pre_steps.h]: pre_steps.g,
		[pre_steps.m]: (0,pre_steps.I)(journal.startedAtWall),
		[pre_steps._]: (0,pre_steps.F)(made.serviceName),
		...withoutZones(draft, made.serviceName, void 0),
		...Object.fromEntries(inherited),
		...claims
	};
}
/** The tag that keeps what EC2 refused, {} where it refused nothing. */
function withoutZones(draft, serviceName, endpoint) {
	const zones = [...refusedZones(draft, serviceName, endpoint)].toSorted().join(" ");
	return zones === "" ? {} : { [pre_steps.v]: (0,pre_steps.F)(zones) };
}

// src/reconcile/plan/private-dns.ts
/** Plans private DNS: on once both sides are available, off where it was asked off and nobody else wants it. */
function planPrivateDns(draft, endpoint, state) {
	const wanted = draft.desired.privateDns;
	if (endpoint.privateDns === wanted) return;
	if (!wanted) {
		planDnsOff(draft, endpoint, state);
		return;
	}
	if (state.ownership !== "ours") {
		(0,pre_lease.b)(draft, "not-ours", {
			cause: `Private DNS of VPC endpoint ${endpoint.id} is off, and the endpoint is not the action's to change`,
			fix: `Set private-dns: false here, or have its owner run: aws ec2 modify-vpc-endpoint --region ${draft.desired.region} --vpc-endpoint-id ${endpoint.id} --private-dns-enabled`,
			late: true
		});
		return;
	}
	planDnsOn(draft, endpoint, state);
}
function planDnsOn(draft, endpoint, state) {
	const refused = (0,pre_lease.G)(draft.journal, pre_steps.a.dnsOn(endpoint.id)) !== void 0;
	const holder = nameHolder(draft, endpoint, refused);
	if (holder !== void 0 && isGone(holder)) (0,pre_lease.y)(draft, {
		kind: "gone",
		subject: holder.id,
		endpointId: endpoint.id,
		change: "deletion",
		what: `VPC endpoint ${holder.id}, which still holds the private DNS name, to be gone`,
		seen: holder.rawState,
		waitingOn: "AWS is deleting it",
		facets: ["endpoints"]
	});
	else if (holder !== void 0 && !state.superseded.includes(holder)) {
		(0,pre_lease.b)(draft, "dns-conflict", {
			cause: `VPC endpoint ${holder.id} for the same service already has private DNS in VPC ${endpoint.vpcId}; only one can`,
			fix: `Delete ${holder.id} or turn its private DNS off, or set private-dns: false.`
		});
		return;
	}
	const retryAt = refused ? ((0,pre_lease.$)(draft.journal, pre_steps.a.dnsOn(endpoint.id))?.mono ?? 0) + draft.desired.readLagMs : 0;
	if (holder === void 0 && draft.now < retryAt) {
		(0,pre_lease.y)(draft, {
			kind: "dns-name",
			subject: endpoint.id,
			endpointId: endpoint.id,
			what: `the private DNS name of ${endpoint.id}, which AWS says is in use, to be free`,
			seen: "in use",
			waitingOn: "AWS may still be releasing it from an endpoint that was deleted",
			facets: ["endpoints"],
			notBefore: retryAt
		});
		return;
	}
	(0,pre_lease.v)(draft, {
		id: pre_steps.a.dnsOn(endpoint.id),
		title: `turn on private DNS of ${endpoint.id}`,
		action: {
			kind: "set-private-dns",
			endpointId: endpoint.id,
			enabled: true
		},
		after: holder !== void 0 ? `${holder.id}, which holds the name, is gone` : state.settled ? void 0 : "both sides are available"
	});
}
/** An endpoint that is being deleted holds its name until it is gone, and one of ours may hold it without showing it. */
function nameHolder({ observed }, endpoint, refused) {
	return observed.endpoints.find((one) => one.id !== endpoint.id && one.serviceName === endpoint.serviceName && (one.privateDns || refused && (0,pre_steps.d)(one)) && one.vpcId === endpoint.vpcId && one.state !== "deleted");
}
function planDnsOff(draft, endpoint, state) {
	if (state.ownership !== "ours") (0,pre_lease.w)(draft, "not-ours", `Private DNS of ${endpoint.id} is on; the endpoint is not the action's to change, so it stays on`);
	else if (state.sharedWith.length > 0) noteShared(draft, `Private DNS of ${endpoint.id} stays on`, state.sharedWith);
	else (0,pre_lease.v)(draft, {
		id: pre_steps.a.dnsOff(endpoint.id),
		title: `turn off private DNS of ${endpoint.id}`,
		action: {
			kind: "set-private-dns",
			endpointId: endpoint.id,
			enabled: false
		},
		after: state.settled ? void 0 : "both sides are available"
	});
}

// src/reconcile/plan/service-group.ts
/** Clusters that report one service name share one endpoint; a cluster whose service is not there yet stands alone. */
function groupByService(draft, candidates) {
	return [...Map.groupBy(candidates, (one) => one.service?.name ?? `\u0000${one.cluster.id}`).values()].map((members) => {
		const names = members.map((one) => (0,pre_steps.U)(one.cluster));
		const zoneLists = members.map((one) => one.service?.zoneIds ?? []);
		const service = members[0]?.service;
		if (new Set(zoneLists.map((zones) => zones.toSorted().join())).size > 1) (0,pre_lease.A)(draft, "zones", `Clusters ${(0,words.i)(names)} list different availability zones for one endpoint service; those of ${names[0]} are used`);
		return {
			serviceName: service?.name,
			service,
			candidates: members,
			label: service === void 0 ? `cluster ${(0,words.i)(names)}` : `${service.name} (${(0,words.i)(names)})`
		};
	});
}
/** The path of these clusters as it stands before anything is planned for it. */
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
/** What people call the clusters of a group. */
function names$1(group) {
	return group.candidates.map((one) => (0,pre_steps.U)(one.cluster));
}

// src/reconcile/plan/unmanaged.ts
/**
* Notes that an endpoint with the tag of this action isn't managed, and why.
* @param kept what happens to it all the same, as a sentence
*/
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
/** The command that sets the tag `service` of a resource. */
function setService(region, id, serviceName) {
	return `aws ec2 create-tags --region ${region} --resources ${id} --tags 'Key=${pre_steps._},Value=${serviceName}'`;
}
/** The command that removes the tag that says that this action manages a resource. */
function removeManagedBy(region, id) {
	return `aws ec2 delete-tags --region ${region} --resources ${id} --tags Key=${pre_steps.h}`;
}

// src/reconcile/plan/foreign-path.ts
/** Attach only: the endpoint is somebody else's and is only connected. */
function planAttached(draft, group) {
	const { goal } = draft.desired;
	const endpointId = namedEndpoint(goal);
	const vpcId = vpcOf(goal);
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId && !isGone(one));
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
			fix: "Correct vpc-id or leave it out."
		});
		return path;
	}
	if (group.service !== void 0 && endpoint.serviceName !== group.serviceName) {
		(0,pre_lease.b)(draft, "endpoint-other-service", {
			cause: `VPC endpoint ${endpointId} is for ${endpoint.serviceName}, but ${(0,words.i)(names$1(group))} needs ${group.serviceName}`,
			fix: "Give an endpoint for the service of the cluster, or vpc-id to have one made."
		});
		return path;
	}
	planForeign(draft, group, {
		endpoint,
		members: path.members,
		ownership: "attached"
	});
	return path;
}
/** An endpoint that is not ours: connect it, change nothing, and say what its owner must mend. */
function planForeign(draft, group, { endpoint, members, ownership }) {
	const { desired } = draft;
	const mismatch = ownership === "not-ours" ? (0,pre_steps.s)(endpoint) : void 0;
	const wants = [];
	if (isDead(endpoint)) wants.push(`delete it: it is ${endpoint.rawState}${endpoint.failure === "" ? "" : ` (${endpoint.failure})`}`);
	const subnets = desired.subnetIds.filter((id) => !endpoint.subnetIds.includes(id));
	if (subnets.length > 0) wants.push(`add ${(0,words.i)(subnets)} to its subnets`);
	const groups = desired.securityGroupIds.filter((id) => !endpoint.groupIds.includes(id));
	if (groups.length > 0) wants.push(`attach ${(0,words.i)(groups)}`);
	if (wants.length > 0) {
		(0,pre_lease.b)(draft, "not-ours", {
			cause: mismatch === void 0 ? `VPC endpoint ${endpoint.id} serves ${group.serviceName} but was not made by the action, so it is not changed` : `VPC endpoint ${endpoint.id} isn't managed: ${mismatch.why}`,
			fix: `Its owner must ${wants.join("; ")}.`
		});
		return;
	}
	if (ownership === "not-ours" && mismatch !== void 0) noteUnmanaged(draft, endpoint, {
		mismatch,
		kept: "It is connected and never modified."
	});
	else if (ownership === "not-ours") (0,pre_lease.w)(draft, "not-ours", `VPC endpoint ${endpoint.id} was not made by the action: it is connected and otherwise left alone`);
	(0,pre_lease.w)(draft, "no-claim", {
		text: `This action keeps no claim on VPC endpoint ${endpoint.id}: \`delete\` and \`sweep\` won't disconnect it`,
		more: [`To disconnect it, run \`operation: delete\` with \`endpoint-id: ${endpoint.id}\` and \`cluster\`.`]
	});
	const settled = planBothSides(draft, endpoint, members);
	if (settled || !desired.privateDns) planPrivateDns(draft, endpoint, {
		ownership,
		settled,
		sharedWith: [],
		superseded: []
	});
}

// src/reconcile/plan/tagging.ts
/** The pause before a tag that something removed is written again; it doubles with each time. */
const FIRST_PAUSE_MS = 2e3;
const LONGEST_PAUSE_MS = 6e4;
/** How often a tag is seen to be removed before the run gives up. */
const MOST_LOST = 6;
/**
* Adds a step that writes tags. Where something removes them again, it is put off ever longer, and the run gives up with
* `tags-removed` in the end. The only way for a planner to write tags on what is there.
*/
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
	const facets = [.../* @__PURE__ */ new Set([...(0,pre_steps.r)(text.action), ...missing.map((one) => one.facet)])];
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
/** Tags of the step that this run has written before and that the last read does not show. */
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
/** Marks that stand on the owned group of an endpoint and not on the endpoint itself. */
function groupMarks(groups, endpoint) {
	const group = ownedGroup(groups, endpoint.vpcId, endpoint.serviceName);
	if (group === void 0) return [];
	return (0,pre_steps.N)(group.tags).filter((mark) => endpoint.tags[mark.key] === void 0);
}
/** Keys that a message names: what a list shows in full. */
const MOST_NAMED = 8;
/**
* No mark fits: says which tags can go.
* @param late where all else is to be done first
*/
function blockFull(draft, resource, late = false) {
	const named = Object.keys(resource.tags).filter((key) => !(0,pre_steps.C)(key) && !key.startsWith("aws:")).toSorted().slice(0, MOST_NAMED);
	(0,pre_lease.b)(draft, "tag-limit", {
		cause: `${resource.id} has 50 tags, EC2's limit: no room for the leaving mark that a deletion needs`,
		fix: named.length === 0 ? "Run operation: delete for another environment that no longer needs the endpoint, then run again." : `Remove ${named.length === 1 ? "the tag" : "one of the tags"} ${(0,words.i)(named)} from ${resource.id}, then run again.`,
		subject: resource.id,
		late
	});
}

// src/reconcile/membership/join.ts
/** The claims of this run on clusters, as tags. */
function claimTags({ desired, journal }, clusters, at = journal.startedAtWall) {
	return Object.fromEntries(clusters.map((cluster) => [(0,pre_steps.y)(desired.owner, cluster.id), (0,pre_steps.b)(desired.owner, cluster, {
		at,
		nonce: journal.nonce
	})]));
}
/**
* Plans the claims of this run on an endpoint of ours, and respects the leaving marks of others on it: the adopter's part
* of the protocol that leave.ts has the other part of.
* @returns `held-by-leaver` while a living mark says that the endpoint may be about to go: then only the claim is written; `unconfirmed`
* until a read has shown the claim: nothing is changed before that, since what was seen may be about to go
*/
function planClaims(draft, endpoint, clusters) {
	const { desired, journal, observed } = draft;
	const read = (0,pre_lease.f)(observed, "endpoints");
	const all = (0,pre_steps.N)(endpoint.tags);
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
		what: `a run that may be taking down ${endpoint.id} to be done`,
		seen: `${holding.length} leaving mark${holding.length > 1 ? "s" : ""}`,
		waitingOn: "another run of the action is leaving; its mark dies by itself",
		facets: ["endpoints", ...connectionsOf(draft, clusters)]
	});
	return "held-by-leaver";
}
/** Waits for the read that shows the claims. What another run disconnected before it saw them shows in a read beside it. */
function planSight(draft, endpoint, clusters) {
	(0,pre_lease.y)(draft, {
		kind: "claimed",
		subject: endpoint.id,
		what: `the claim on ${endpoint.id} to be seen`,
		seen: "written",
		waitingOn: "nobody: this is one more read",
		facets: ["endpoints", ...connectionsOf(draft, clusters)],
		brief: true
	});
}
/** The reads that show how these clusters are connected. */
function connectionsOf({ observed }, clusters) {
	return observed.clusters.filter((view) => view.matches.some((one) => clusters.some(({ id }) => id === one.id))).map((view) => `connections:${view.ref}`);
}
/** Writes the claims that are missing, old, or older than a mark that may give them up, and tells how they stand. */
function planOwnClaims(draft, endpoint, { clusters, marks }) {
	const { desired, journal, observed } = draft;
	const threats = marks.filter((mark) => mark.by === "" || mark.by === (0,pre_steps.j)(desired.owner)).map((one) => one.at);
	const threatened = Math.max(0, ...threats);
	const written = new Map((0,pre_steps.M)(endpoint.tags).map((claim) => [claim.key, claim.lastUsed]));
	const wanted = clusters.filter(({ id }) => {
		const key = (0,pre_steps.y)(desired.owner, id);
		return (0,pre_steps.k)(endpoint.tags, key, (0,pre_lease.O)(draft)) || (written.get(key) ?? 0) <= threatened;
	});
	if (wanted.length === 0) {
		const writtenAt = (0,pre_lease.M)(journal, endpoint.id);
		return writtenAt === 0 || (observed.readAt.endpoints ?? 0) > writtenAt ? "seen" : "written";
	}
	const tags = claimTags(draft, wanted, threatened > 0 ? (0,moment.d)(Math.max((0,pre_lease.O)(draft), threatened + 1)) : journal.startedAtWall);
	const fresh = Object.keys(tags).filter((key) => endpoint.tags[key] === void 0).length;
	if (fresh > 0 && !(0,pre_steps.S)(endpoint.tags, fresh, releasableClaims(draft, endpoint).length)) {
		(0,pre_lease.b)(draft, "tag-limit", {
			cause: `VPC endpoint ${endpoint.id} has ${Object.keys(endpoint.tags).length} tags and no room for ${fresh} more claims`,
			fix: "Use endpoint-id (attach only, no claims) for further environments, or remove the claim tags of those that are gone."
		});
		return "no-room";
	}
	addTagStep(draft, {
		id: pre_steps.a.claim(endpoint.id, threatened, Object.keys(tags)),
		title: `note on ${endpoint.id} that environment ${desired.owner.environment} uses it`,
		action: {
			kind: "claim",
			what: "own",
			endpointId: endpoint.id,
			tags
		}
	});
	return "missing";
}
/** Removes marks of runs that died, and one that this run wrote before the endpoint turned out to stay. */
function planDeadMarks(draft, endpoint, dead) {
	const group = ownedGroup(draft.observed.groups, endpoint.vpcId, endpoint.serviceName);
	for (const mark of spentMarks(endpoint, dead)) {
		const groupId = group?.tags[mark.key] === void 0 ? void 0 : group.id;
		(0,pre_lease.v)(draft, {
			id: pre_steps.a.unmark(endpoint.id, mark.key),
			title: `remove the leaving mark that ${mark.nonce === draft.journal.nonce ? "this" : "a dead"} run left on ${endpoint.id}`,
			action: {
				kind: "unmark",
				endpointId: endpoint.id,
				groupId,
				tags: { [mark.key]: mark.value }
			}
		});
	}
}
/**
* Marks that nobody needs. Those that tell which clusters nobody claims are kept: a later departure needs them; but of one
* environment's only the youngest of those that tell the same, or a delete that is killed each night would fill the endpoint.
*/
function spentMarks(endpoint, dead) {
	const claimed = new Set((0,pre_steps.M)(endpoint.tags).map((claim) => claim.clusterId));
	const kept = [];
	return dead.toSorted((one, other) => other.at - one.at).filter((mark) => {
		const left = mark.clusterIds.filter((id) => !claimed.has(id));
		const isSpent = kept.some((one) => one.by === mark.by && left.every((id) => one.clusterIds.includes(id)));
		if (left.length === 0 || isSpent) return true;
		kept.push(mark);
		return false;
	});
}
/**
* Whether a living mark keeps this run from using the endpoint. The run behind it decides on a read that shows every claim
* that stood when the mark was written, so a mark that is younger than this run's claims can only harm them where it may
* give up claims of this very owner.
*/
function holdsBack({ desired, journal }, endpoint, { mark, clusters }) {
	if (mark.by === "" || mark.by === (0,pre_steps.j)(desired.owner)) return true;
	const known = (0,pre_lease.N)(journal);
	return clusters.some(({ id }) => {
		const key = (0,pre_steps.y)(desired.owner, id);
		const since = known.find((one) => one.endpointId === endpoint.id && one.key === key)?.since;
		return since === void 0 || since > mark.at;
	});
}

// src/reconcile/membership/replace.ts
/**
* Plans the end of endpoints of ours that are not to live: every claim is moved to the endpoint that takes over, then they are
* deleted, under the same lease as in leaving (lease.ts).
* @param heir the endpoint that takes over; nothing is deleted before it is there
*/
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
		].includes((0,pre_steps.B)(connection));
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
				what: `every run to see that ${endpoint.id} is leaving`,
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
	if ((0,pre_steps.N)(endpoint.tags).some((one) => (0,pre_lease.r)(one, wall, draft.desired))) (0,pre_lease.y)(draft, {
		kind: "leaving",
		subject: endpoint.id,
		endpointId: endpoint.id,
		what: `another run that is taking down ${endpoint.id} to be done`,
		seen: endpoint.rawState,
		waitingOn: "another run of the action; its mark dies by itself",
		facets: ["endpoints"]
	});
	else if ((0,pre_steps.T)(endpoint.tags)) {
		blockFull(draft, endpoint, true);
		planRemoval(draft, endpoint, {
			connected,
			after: "it has room for a leaving mark"
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
	const fresh = (0,pre_steps.O)(draft.journal.nonce, (0,pre_lease.O)(draft), {
		by: "",
		clusterIds: []
	});
	addTagStep(draft, {
		id: pre_steps.a.mark(id),
		title: `mark ${id} as leaving`,
		action: {
			kind: "mark",
			endpointId: id,
			groupId: void 0,
			tags: { [fresh.key]: fresh.value }
		}
	});
}
/** Under the lease: nothing is deleted before its successor serves and has all its claims. */
function decide(draft, endpoint, given) {
	const { heir, members, connected } = given;
	if (heir === void 0 || endpoint.state === "available" && heir.state !== "available") planRemoval(draft, endpoint, {
		connected,
		after: "its replacement is there"
	});
	else if (!claimsMoved(draft, endpoint, {
		heir,
		members
	})) planRemoval(draft, endpoint, {
		connected,
		after: "its claims are moved"
	});
	else planRemoval(draft, endpoint, {
		connected,
		after: void 0
	});
}
/** First its connections, then the endpoint. */
function planRemoval(draft, endpoint, { connected, after }) {
	for (const member of connected) (0,pre_lease.v)(draft, {
		...disconnectStep(member, endpoint.id),
		after
	});
	(0,pre_lease.v)(draft, {
		id: pre_steps.a.deleteEndpoint(endpoint.id),
		title: `delete VPC endpoint ${endpoint.id} (${endpoint.rawState})`,
		action: {
			kind: "delete-endpoint",
			endpointId: endpoint.id
		},
		after: after ?? (connected.length > 0 ? "its connections are removed" : void 0)
	});
}
/** True when every claim on the endpoint stands on its heir too; else the claims are moved, this run's own by its own step. */
function claimsMoved(draft, endpoint, { heir, members }) {
	const unmoved = livingClaims(draft, endpoint).filter((claim) => heir.tags[claim.key] === void 0);
	if (unmoved.length === 0) return true;
	const own = new Set(members.map((member) => (0,pre_steps.y)(draft.desired.owner, member.cluster.id)));
	const others = unmoved.filter((claim) => !own.has(claim.key));
	if (!(0,pre_steps.S)(heir.tags, unmoved.length)) (0,pre_lease.b)(draft, "tag-limit", {
		cause: `The ${unmoved.length} claims of ${endpoint.id} do not fit on ${heir.id}, which takes its place`,
		fix: "Remove the claim tags of environments that are gone, or use endpoint-id (attach only, no claims) for some.",
		late: true
	});
	else if (others.length > 0) addTagStep(draft, {
		id: pre_steps.a.moveClaims(endpoint.id, heir.id, others.map((claim) => claim.key)),
		title: `move ${others.length} claim${others.length > 1 ? "s" : ""} from ${endpoint.id} to ${heir.id}`,
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
/** True where the blocks, taken together, hold every address of a block; all canonical. */
function covers(blocks, cidr) {
	const touching = blocks.filter((block) => overlap(block, cidr));
	if (touching.some((block) => prefixLength(block) <= prefixLength(cidr))) return true;
	return touching.length > 0 && halves(cidr).every((half) => covers(touching, half));
}
function prefixLength(cidr) {
	return Number(cidr.split("/")[1]);
}
/** The two halves of a block of more than one address. */
function halves(cidr) {
	const [address = ""] = cidr.split("/");
	const bits = prefixLength(cidr) + 1;
	return [numberOf(address), numberOf(address) + 2 ** (32 - bits)].map((network) => `${addressOf(network)}/${bits}`);
}
/** True where two canonical CIDR blocks have an address in common. */
function overlap(one, other) {
	const bits = Math.min(prefixLength(one), prefixLength(other));
	const network = (cidr) => canonicalCidr(`${cidr.split("/")[0]}/${bits}`);
	return network(one) === network(other);
}
/**
* The canonical form of an IPv4 CIDR block (`10.1.2.3/16` → `10.1.0.0/16`), or undefined if it is none.
* EC2 stores rules in this form and refuses the other spelling as a duplicate (EC2 API reference, IpRange).
*/
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
/** Protocols that have ports, or a type and a code in their place: number to name. EC2 shows every other one by its number. */
const PORTED = {
	"1": "icmp",
	"6": "tcp",
	"17": "udp",
	"58": "icmpv6"
};
/** A rule in words: `26257/tcp from 10.0.0.0/16`. */
function ruleText(rule) {
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
/**
* The command that removes a rule, to be pasted as it stands; undefined where the source is of a kind that isn't known. Rules have
* IDs, but DescribeSecurityGroups doesn't show them, so the rule is named by what it lets in.
*/
function revokeCommand(region, groupId, rule) {
	const source = sourceShorthand(rule);
	if (source === void 0) return void 0;
	const ports = isPorted(protocolName(rule)) ? `FromPort=${rule.fromPort},ToPort=${rule.toPort},` : "";
	return `aws ec2 revoke-security-group-ingress --region ${region} --group-id ${groupId} --ip-permissions '${`IpProtocol=${rule.protocol},${ports}${source}`}'`;
}
/** The source as the AWS CLI takes it. */
function sourceShorthand({ source, from, sourceAccount }) {
	if (source !== void 0 && "groupId" in source) {
		const account = sourceAccount === void 0 ? "" : `,UserId=${sourceAccount}`;
		return `UserIdGroupPairs=[{GroupId=${source.groupId}${account}}]`;
	}
	if (source !== void 0) return `IpRanges=[{CidrIp=${source.cidr}}]`;
	if (isPrefixList(from)) return `PrefixListIds=[{PrefixListId=${from}}]`;
	if (/^[0-9a-f:.]+\/\d+$/i.test(from)) return `Ipv6Ranges=[{CidrIpv6=${from}}]`;
}
/** True for the ID of a prefix list. */
function isPrefixList(from) {
	return /^pl-\w+$/.test(from);
}

// src/reconcile/plan/manual-rules.ts
/**
* The manual rules of the group of the action. What other environments configure stands in no tag, only in the description of
* the rules that the action added for them; so a rule without that description is judged by the sources configured here.
*/
function manualRules(group, configured) {
	return group.ingress.filter((rule) => !isOwnRule(rule) && !(isSqlRule(rule) && isConfigured(rule, configured))).map((rule) => ({
		rule,
		opensSql: isSqlRule(rule)
	}));
}
/** Notes the manual rules of the group, which are never changed. */
function noteManualRules(draft, group) {
	const found = manualRules(group, wantedSources(draft));
	if (found.length === 0) return;
	const [rules, them] = found.length === 1 ? ["rule", "it"] : ["rules", "them"];
	(0,pre_lease.w)(draft, "manual-rules", {
		text: `Security group ${group.id} has ${found.length} manual ${rules}. This action never changes ${them}:`,
		more: found.map(({ rule, opensSql }) => `${ruleText(rule)}: ${opensSql ? "opens SQL to a source that isn't configured" : "not the SQL port"}`)
	});
}
/** True where nobody comes in by the rule's source who isn't configured. What a group or prefix list holds is not read. */
function isConfigured({ source }, configured) {
	if (source === void 0) return false;
	const cidrs = configured.flatMap((one) => "cidr" in one ? [one.cidr] : []);
	if ("cidr" in source) return covers(cidrs, source.cidr);
	return configured.some((one) => "groupId" in one && one.groupId === source.groupId) || covers(cidrs, "0.0.0.0/0");
}

// src/reconcile/plan/groups.ts
/**
* Plans the groups for a path: checks explicit ones, or makes the owned one and keeps its rules.
* @param sharedWith claims of other environments; while there are any, rules are only added
* @param state.after what must come first before a group can be made
*/
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
/** Groups that the workflow names for the endpoint have to be there: EC2 would refuse it only after the first write. */
function checkNamedGroups(draft) {
	const { desired, observed } = draft;
	const known = new Map(observed.groups.map((group) => [group.id, group]));
	for (const id of desired.securityGroupIds) {
		const group = known.get(id);
		if (group?.vpcId === desired.goal.vpcId) continue;
		(0,pre_lease.b)(draft, "group-invalid", {
			cause: group === void 0 ? `There is no security group ${id} in region ${desired.region}` : `Security group ${id} is in VPC ${group.vpcId}, not in ${desired.goal.vpcId}`,
			fix: `Name security groups of VPC ${desired.goal.vpcId} in security-group-ids, or leave it empty to have one made.`
		});
	}
}
/**
* Says which groups of clients this account doesn't show, so that a dry run tells it. One in a peered VPC of another account
* is never shown, and EC2 takes its rule all the same (hashicorp/terraform-provider-aws 159): only EC2 can refuse it.
*/
function noteUnseenClients(draft, group) {
	const { desired, observed } = draft;
	const seen = new Set(observed.groups.map(({ id }) => id));
	for (const { source } of group?.ingress ?? []) if (source !== void 0) seen.add(sourceText(source));
	const unseen = desired.allowedSecurityGroupIds.filter((id) => !seen.has(id));
	if (unseen.length === 0) return;
	(0,pre_lease.A)(draft, "client-group-unseen", `allowed-security-group-ids: this account has no ${(0,words.i)(unseen)} in ${desired.region}; EC2 refuses the rule unless it is in a peered VPC`);
}
/**
* How often EC2 may call the name taken, a read lag apart, while no read shows who has it. Where environments come and go,
* runs delete the group and create it again, and a run can meet that several times.
*/
const MOST_NAME_TAKEN = 6;
function planNewGroup(draft, serviceName, { after, label, claims }) {
	const { desired, observed } = draft;
	const name = (0,pre_steps.l)(serviceName ?? "");
	const taken = observed.groups.find((group) => group.vpcId === desired.goal.vpcId && group.name.toLowerCase() === name.toLowerCase());
	if (taken !== void 0) {
		const mismatch = (0,pre_steps.c)(taken);
		const fix = "Delete it, or name groups of your own in security-group-ids";
		(0,pre_lease.b)(draft, "group-name-taken", {
			cause: mismatch === void 0 ? `Security group ${taken.id} has the name "${name}" but was not made by the action` : `Security group ${taken.id} has the name of this action's group, but ${mismatch.why}`,
			fix: mismatch?.lacksService === true && taken.name === name ? `${fix}. If this action created it, set the tag: ${setService(desired.region, taken.id, serviceName ?? "")}` : `${fix}.`
		});
		return;
	}
	const id = pre_steps.a.createGroup(serviceName ?? label);
	if ((0,pre_lease.Z)(draft.journal, id) >= MOST_NAME_TAKEN) {
		(0,pre_lease.b)(draft, "group-name-taken", {
			cause: `EC2 says that VPC ${desired.goal.vpcId} has a security group named "${name}", but shows none that the action made`,
			fix: "Look for a group whose name differs only in upper and lower case, and rename or delete it."
		});
		return;
	}
	const sources = wantedSources(draft).map(sourceText);
	const creation = {
		kind: "create-group",
		vpcId: desired.goal.vpcId,
		name,
		description: (0,pre_steps.p)(`CockroachDB Cloud PrivateLink: SQL to ${serviceName ?? ""}. Made by a GitHub Action.`),
		claims
	};
	(0,pre_lease.v)(draft, {
		id,
		title: `create the security group ${serviceName === void 0 ? `for ${label}` : `"${name}"`} for ${SQL_PORT}/tcp from ${(0,words.i)(sources)}`,
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
		id: pre_steps.a.authorizeNew(serviceName ?? label),
		title: `let ${SQL_PORT}/tcp in from ${(0,words.i)(sources)} through the new security group`,
		action: {
			kind: "authorize-ingress",
			groupId: void 0,
			sources: wantedSources(draft)
		},
		after: "the security group is there"
	});
}

// src/reconcile/plan/repairs.ts
const NO_GROUPS = {
	addGroupIds: [],
	removeGroupIds: []
};
/** Plans what brings subnets and groups of our endpoint back to what is asked for. True when something is to be changed. */
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
			cause: `VPC endpoint ${endpoint.id} is only in ${(0,words.i)(endpoint.subnetIds)}, in the same availability zone as the asked-for ${(0,words.i)(addSubnetIds)}, and EC2 allows one subnet a zone`,
			fix: "Add a subnet in a second availability zone to subnet-ids, or delete the endpoint and create it anew."
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
		id: pre_steps.a.modify(endpoint.id, changes.join(";")),
		title: `mend VPC endpoint ${endpoint.id}: ${changes.join(", ")}`,
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
		id: pre_steps.a.modify(endpoint.id, "later"),
		title: `mend VPC endpoint ${endpoint.id}: ${later.join(", ")}`,
		action: {
			kind: "modify-endpoint",
			endpointId: endpoint.id,
			addSubnetIds,
			removeSubnetIds,
			...NO_GROUPS
		},
		after: "the first change is made; EC2 allows one subnet a zone"
	});
	return true;
}
/** Keeps zones that EC2 refused on the endpoint, so that no later run asks for them again. */
function noteRefusedZones(draft, endpoint) {
	const tags = withoutZones(draft, endpoint.serviceName, endpoint);
	const zones = tags[pre_steps.v];
	if (zones === void 0 || zones === endpoint.tags["cockroachdb-privatelink/without-zones"]) return;
	addTagStep(draft, {
		id: pre_steps.a.noteZones(endpoint.id, zones),
		title: `note on ${endpoint.id} that EC2 refuses ${zones}`,
		action: {
			kind: "claim",
			what: "refused-zones",
			endpointId: endpoint.id,
			tags
		}
	});
}
/** What to add and remove; what is surplus stays, and is noted, while other environments use the endpoint. */
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
	if (surplus.length > 0) noteShared(draft, `${endpoint.id} has ${(0,words.i)(surplus)}, which is not asked for here; it stays`, sharedWith);
	return {
		addSubnetIds,
		removeSubnetIds: [],
		addGroupIds,
		removeGroupIds: []
	};
}
/** Every change that is one, in words. */
function inWords({ addSubnetIds, removeSubnetIds, addGroupIds, removeGroupIds }) {
	return [
		["add", addSubnetIds],
		["remove", removeSubnetIds],
		["attach", addGroupIds],
		["detach", removeGroupIds]
	].filter(([, ids]) => ids.length > 0).map(([verb, ids]) => `${verb} ${(0,words.i)(ids)}`);
}
/**
* EC2 refuses a second subnet in a zone, so a swap within a zone removes first and adds in the next round. Undefined: impossible.
* @param keep subnets of the endpoint that stay
*/
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
/** An endpoint that the action made or will make. */
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
		if (standing === "unconfirmed") (0,pre_lease.T)(draft, from, "the claim of this run is seen");
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
/** What follows once the endpoint is there, so that a dry run shows the whole way. */
function planLater(draft, group) {
	for (const { view, cluster } of group.candidates) {
		planStaleConnections(draft, {
			view,
			cluster,
			connection: void 0,
			trust: void 0
		});
		(0,pre_lease.v)(draft, {
			id: pre_steps.a.connectNew(cluster.id),
			title: `connect cluster ${(0,pre_steps.U)(cluster)} to the new VPC endpoint`,
			action: {
				kind: "connect",
				clusterRef: view.ref,
				clusterId: cluster.id,
				endpointId: void 0
			},
			after: "the endpoint is there"
		});
	}
	if (!draft.desired.privateDns) return;
	(0,pre_lease.v)(draft, {
		id: pre_steps.a.dnsOnNew(group.serviceName ?? group.label),
		title: "turn on private DNS of the new VPC endpoint",
		action: {
			kind: "set-private-dns",
			endpointId: void 0,
			enabled: true
		},
		after: "both sides are available"
	});
}

// src/reconcile/plan/path.ts
/** Plans the path of one group of clusters, by whose its endpoint is. */
function planPath(draft, group) {
	return (0,pre_lease.C)(draft) ? planVpcPath(draft, group) : planAttached(draft, group);
}
/** The usual case: adopt, create or mend the endpoint of the VPC. */
function planVpcPath(draft, group) {
	const { observed } = draft;
	const givenUp = replaceable(draft, group);
	const choice = group.service === void 0 ? {
		kind: "none",
		endpoint: void 0,
		superseded: []
	} : chooseEndpoint(observed.endpoints, group.service.name, givenUp);
	if (choice.kind === "ambiguous") {
		const rivals = observed.endpoints.filter((one) => one.serviceName === group.serviceName && !isGone(one));
		(0,pre_lease.b)(draft, "endpoint-ambiguous", {
			cause: `VPC ${draft.desired.goal.vpcId} has ${rivals.length} endpoints for ${group.serviceName} that the action did not make: ${(0,words.i)(rivals.map((one) => `${one.id} (${one.rawState})`))}`,
			fix: "Name the one that is meant in endpoint-id, or delete the others."
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
		planForeign(draft, group, {
			endpoint: choice.endpoint,
			members: path.members,
			ownership: "not-ours"
		});
		return path;
	}
	blockShortLived(draft, group, choice);
	return planOwn(draft, group, choice);
}
/** An endpoint that this run made and that failed at once would fail again: the run says how it ended. */
function blockShortLived(draft, group, { superseded }) {
	for (const endpoint of superseded.filter((one) => (0,pre_lease.tt)(draft.journal, one.id) && isDead(one))) {
		const told = group.candidates.map((one) => connectionOf(one.view, endpoint.id)?.rawStatus).filter((status) => status !== void 0);
		(0,pre_lease.b)(draft, "endpoint-failed", {
			cause: `VPC endpoint ${endpoint.id}, which this run made, is ${endpoint.rawState}${endpoint.failure === "" ? "" : ` (${endpoint.failure})`}${told.length === 0 ? "" : `; CockroachDB Cloud shows its connection as ${told.join(", ")}`}`,
			fix: "Run again to have it replaced; if that one fails too, ask Cockroach Labs support with its ID."
		});
	}
}
/**
* Endpoints of ours to be replaced because the Cloud keeps rejecting them: once in a run for each service, and never one
* that serves other environments or another cluster of this run. One that EC2 calls rejected serves nobody.
*/
function replaceable(draft, group) {
	const replaced = (0,pre_lease.P)(draft.journal).filter((one) => one.endpoint.serviceName === group.serviceName && one.replacing.length > 0);
	const done = new Set(replaced.flatMap((one) => one.replacing));
	const rejected = rejectedForGood(draft);
	return new Set(draft.observed.endpoints.filter((endpoint) => {
		if (done.has(endpoint.id)) return true;
		if (!rejected.has(endpoint.id) || replaced.length > 0 || !(0,pre_steps.d)(endpoint)) return false;
		if (endpoint.state === "rejected") return true;
		if ((0,pre_steps.A)(endpoint.tags, draft.desired.owner).length > 0) return false;
		return !group.candidates.some((one) => connectionOf(one.view, endpoint.id)?.status === "AVAILABLE" && endpoint.state === "available");
	}).map((endpoint) => endpoint.id));
}

// src/reconcile/plan/planner.ts
/**
* The planner: what is left to do, to wait for and to complain about, given what is wanted, what was seen and what this
* run did so far. Pure: the same arguments give the same plan, and nothing is read or written.
*
* An empty plan (no steps, no waits, no blockers) means that the path is as it was asked for, and that every change of
* this run has been seen by a read that began after it.
*/
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
/** The rules of a loop that an operation runs, as far as the request decides them. */
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
/** The request as the reconciler sees it. */
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
/**
* Makes the private path of each cluster, or mends it: the reconcile loop until nothing is left to do.
* @throws ActionError for everything that stands in the way
*/
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
/** Failures that an account outside the trusted owners ends in, whichever way the service refuses it. */
const DISTRUST = [
	"service-not-visible",
	"connection-rejected",
	"connection-failed",
	"endpoint-failed",
	"cloud-refused",
	"timeout"
];
/** Tells a refusal for lack of trust apart from the rest, by looking at the trusted owners of the clusters. */
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
			cause: `AWS account ${observed.account} is not a trusted owner of cluster ${(0,pre_steps.U)(cluster)}`,
			said: error.message,
			fix: "Add it with `trusted-owners: self` (the key then needs Cluster Admin), or have an admin of the cluster add it."
		}, { cause: error });
	}
	return error;
}
/** Whether a failure may be for lack of trust by this cluster, as far as what was seen and done tells. */
function mayBeDistrust(view, code, { observed, journal }) {
	if (observed.clusters.length > 1 && !isRefused(view, {
		observed,
		journal
	})) return false;
	if (code !== "timeout" || (0,pre_lease.z)(journal)) return true;
	const ours = new Set(observed.endpoints.map((one) => one.id));
	return view.connections.some((one) => one.status === "REJECTED" && ours.has(one.endpointId));
}
/** More entries than this are reported as the list tells them. */
const MOST_DETAILS = 25;
/** What the list said stands where the details cannot be read: the run itself is done by then. */
function keep(owner) {
	return (error) => {
		if ((0,pre_errors.i)(error) && error.code !== "cancelled") return owner;
		throw error;
	};
}
/** Reads each trusted owner by its ID once more: what the list says is confirmed entry by entry. */
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
/** Whether AWS or the Cloud refused something of this cluster: a call, its connection, or an endpoint for its service. */
function isRefused({ matches, services, connections }, { observed, journal }) {
	const names = services.flatMap((one) => one.name ?? []);
	const endpoints = observed.endpoints.filter((one) => names.includes(one.serviceName));
	const ids = endpoints.map((one) => one.id);
	const isAbout = (action) => "clusterId" in action && matches.some((one) => one.id === action.clusterId) || "serviceName" in action && names.includes(action.serviceName) || "endpointId" in action && ids.includes(action.endpointId);
	return (0,pre_lease.K)(journal).some(isAbout) || endpoints.some((one) => isDead(one) || one.state === "rejected") || connections.some((one) => ids.includes(one.endpointId) && ["rejected", "failed"].includes((0,pre_steps.B)(one)));
}

// src/reconcile/findings/finding.ts
/** A finding as others are told it. */
function withoutBasis({ basis: _, about: __, ...finding }) {
	return finding;
}
/**
* The clusters of a run whose checks a finding belongs to: those whose own reads it rests on. One that rests on none, such as
* one about the VPC, belongs to all of them: the run found it for all, and other runs may be configured otherwise.
*/
function clustersOf({ basis }, clusters) {
	const read = new Set(basis.map((reading) => partsOf(reading).cluster));
	const named = clusters.filter((cluster) => read.has(cluster));
	return named.length > 0 ? named : clusters;
}
/** What a read is of, and of which cluster, if of one. */
function partsOf(reading) {
	const [kind = "", ...cluster] = reading.split(":");
	return {
		kind,
		cluster: cluster.length === 0 ? void 0 : cluster.join(":")
	};
}
/** Makes a finding; an error, and about its subject, unless told otherwise. */
function finding(check, text, severity = "error") {
	return {
		check,
		severity,
		about: [text.subject],
		...text
	};
}

// src/operations/github-reports.ts
/** What the clusters of a run share one issue with: never the list of clusters, which differs from job to job. */
function driftPlace({ environment, endpointId, vpcId, region }, { owner, repo }) {
	return {
		owner,
		repo,
		environment,
		resource: endpointId ?? vpcId ?? "trusted owners",
		region
	};
}
/** What the clusters of a run share one comment with. */
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
/** Keeps the drift issue of this environment and VPC. Not to be called when the run could not check. */
async function tellDriftIssue(findings, { request, home, context, hide }) {
	const [{ keepDriftIssue }, api] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(491), __nccwpck_require__.e(508)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8508)), openGithubFor({
		...context,
		githubToken: request.githubToken
	})]);
	const { action, url } = await keepDriftIssue(api, driftPlace(request, home), {
		clusters: request.clusters.map(hide),
		findings: findings.map((one) => ({
			...one,
			clusters: clustersOf(one, request.clusters).map(hide)
		})),
		runUrl: home.runUrl,
		at: context.clock.wall()
	});
	return `drift issue: ${action}${url === "" ? "" : ` ${url}`}`;
}
/** Keeps one comment with the summary on the pull request of the event, or of `environment: pr:<number>`. */
async function tellPullRequest(markdown, { request, home, context, hide }) {
	const [{ keepComment }, api] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(491), __nccwpck_require__.e(236)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4236)), openGithubFor({
		...context,
		githubToken: request.githubToken
	})]);
	const text = {
		clusters: request.clusters.map(hide),
		markdown: hide(markdown)
	};
	const { action, url } = await keepComment(api, commentPlace(request, home), text);
	return `comment on the pull request: ${action} ${url}`;
}
/** The pull request that `comment` is for; 0 if there is none. */
function pullNumberOf(request, home) {
	return request.environment.startsWith("pr:") ? Number(request.environment.slice(3)) : home.pullNumber;
}
/** Opens GitHub's API; its client is loaded here, for the runs that need it. */
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
/**
* How long the private DNS name of an endpoint is asked for again where a resolver does not have it. EC2 tells when an
* endpoint was created and that it is being changed, but not when its private DNS was turned on. Pure.
*/
/**
* The resolver of a VPC keeps an answer for 300 s at most, also the one that there is no such name, whatever the zone says
* (repost.aws QUvpuFJT94QXefYL1jJuvKTw, aws/aws-app-mesh-roadmap 221). Resolvers behind it get what is left of these.
*/
const STALE_ANSWER_MS = 3e5;
/** Where nothing tells of a change: enough for a resolver that fails for a moment, and little for a verify that fails. */
const SETTLED_MS = 3e4;
/** An endpoint that is younger may have got its private DNS a moment ago: by an earlier step, or by a run that was killed. */
const YOUNG_MS = 18e5;
/** Milliseconds for which a missing name is asked for again. */
function namePatience(endpoint, { fresh, wallNow }) {
	if (!endpoint.privateDns) return 0;
	if (fresh || endpoint.state !== "available") return STALE_ANSWER_MS;
	return wallNow - Math.max(endpoint.createdAt, ...(0,pre_steps.M)(endpoint.tags).map((claim) => claim.lastUsed)) < YOUNG_MS ? STALE_ANSWER_MS : SETTLED_MS;
}

// src/support/clock.ts
let origin;
/** The machine's own clocks. Uses the global timer, so the process can end as soon as a sleep is aborted. */
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
/** `95 s`, `2 min 5 s`, `1 h 4 min`: a span of milliseconds in words. */
function duration(ms) {
	const seconds = Math.round(ms / 1e3);
	if (ms < 9950) return `${(Math.max(0, ms) / 1e3).toFixed(1)} s`;
	if (seconds < 120) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 120) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

// src/operations/name-retries.ts
/** What a private DNS name that was turned on a moment ago looks like while resolvers still have the older answer. */
const OLDER_ANSWERS = /* @__PURE__ */ new Set(["probe-name-unknown", "probe-public-address"]);
const PAUSE_MS = 1e4;
/**
* Probes all targets at once, and those again whose name is not there yet, until it is or their time is up.
* @throws `cancelled` as soon as the signal aborts, and what `probe` throws
*/
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
	/** A line for each answer that was given, with the clusters that it was given for. */
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
/**
* Proves the path of each cluster from this runner: name, addresses, TCP, the SQL protocol's TLS and its certificate.
* Clusters without an endpoint are left out: there is nothing to probePaths yet, and the plan says so.
* @param given.fresh the run waited for something to change, so that names may still be on their way
*/
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
/** The private addresses of the network interfaces of each endpoint. */
async function addressesByEndpoint(endpoints, { ec2 }) {
	const live = endpoints.filter((one) => !isGone(one));
	const interfaces = await ec2.interfaceAddresses(live.flatMap((one) => one.networkInterfaceIds));
	return new Map(live.map((one) => [one.id, one.networkInterfaceIds.flatMap((id) => interfaces.get(id) ?? [])]));
}
async function targetOf(path, { cluster }, given) {
	const endpointId = path.endpoint?.id ?? "";
	const host = cluster.regions.find((one) => sameRegion(one.name, given.region))?.internalDns ?? "";
	return {
		cluster: (0,pre_steps.U)(cluster),
		host,
		port: SQL_PORT,
		endpointId,
		addresses: given.addresses.get(endpointId) ?? [],
		others: [...given.addresses].filter(([id]) => id !== endpointId).map(([id, addresses]) => ({
			endpointId: id,
			addresses
		})),
		ca: cluster.serverless ? void 0 : await given.clients.cloud.clusterCa(cluster.id)
	};
}
/** @throws ActionError with the code of the first probe that did not probePaths its path; all are listed */
function judgeProbes(results) {
	const failed = results.filter((one) => one.outcome === "failed");
	const [first, ...more] = failed.length > 0 ? failed : results.filter((one) => one.outcome === "outside");
	if (first?.code === void 0) return;
	throw new pre_errors.t(first.code, {
		cause: first.cause,
		fix: first.fix,
		details: more.map((one) => `${one.code}: ${one.cause} ${one.fix}`)
	});
}

// src/reconcile/model/cost.ts
/** AWS's price for an interface endpoint in us-east-1, per availability zone and hour; other regions differ a little. */
const USD_PER_ZONE_HOUR = .01;
const HOURS_PER_MONTH = 730;
/** US dollars a month for an interface endpoint in that many availability zones; data is charged beside it. */
function monthlyCost(zones) {
	return zones * USD_PER_ZONE_HOUR * HOURS_PER_MONTH;
}
/** A monthly cost in words. */
function monthlyText(monthly) {
	return `about $${monthly.toFixed(2)} a month`;
}

// src/report/cost.ts
const BASIS = `at $${USD_PER_ZONE_HOUR} an hour, the price of us-east-1; data is extra`;
/** What the endpoints that a plan creates will cost, with the assumption stated; data is charged beside it. */
function costLines(plan) {
	return plan.steps.flatMap(({ action }) => {
		if (action.kind !== "create-endpoint") return [];
		const zones = action.subnetIds.length;
		if (zones === 0) return [`cost of the new VPC endpoint: about $${monthlyCost(1).toFixed(2)} a month for each availability zone that its service turns out to have ($${USD_PER_ZONE_HOUR} an hour, the price of us-east-1; data is extra)`];
		return [`cost of the new VPC endpoint: about $${monthlyCost(zones).toFixed(2)} a month (${zones} availability zone${zones > 1 ? "s" : ""} ${BASIS})`];
	});
}
/** What is there while a departure is not over: what it leaves, and what it has not got to. */
function stillThere(plan) {
	const known = new Set(plan.leftOvers.map((one) => one.what));
	const endpoints = plan.paths.flatMap(({ endpoint }) => {
		if (endpoint === void 0) return [];
		const gone = isGone(endpoint);
		const monthly = gone ? 0 : monthlyCost(endpoint.subnetIds.length);
		return [{
			what: `VPC endpoint ${endpoint.id}`,
			why: gone ? "being deleted by AWS" : "not taken down",
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
/** What a departure leaves and what that costs, a line each. */
function leftOverLines(leftOvers) {
	return leftOvers.flatMap(({ what, why, monthly, more = [], log = [] }) => [
		`left: ${what}, ${why}${monthly > 0 ? `, ${monthlyText(monthly)}` : ""}`,
		...more,
		...log
	]);
}

// src/report/closing-lines.ts
/** One annotation per finding; errors show as errors only where they fail the step. */
function tellVerdict(runner, verdict, { failOnDrift, unproved }) {
	for (const finding of verdict.findings) {
		const level = finding.severity === "error" && failOnDrift ? "error" : "warning";
		const about = finding.subject === "" ? "" : `${finding.subject}: `;
		runner.annotate(level, finding.check, `${about}expected ${finding.expected}, found ${finding.found}. ${finding.fix}`);
	}
	if (verdict.findings.length === 0 && verdict.unchecked.length === 0 && !unproved) runner.log.line("No drift: everything that was checked is as configured.");
}
/** What the probes from this runner saw, a line for each check. */
function tellProbes(log, probes) {
	for (const probe of probes) {
		const certificate = probe.certificateExpires === void 0 ? "" : `; certificate until ${probe.certificateExpires.slice(0, 10)}`;
		log.line(`probe of cluster ${probe.cluster} at ${probe.host || "(no host)"}: ${probe.outcome}${probe.cause === "" ? "" : `, ${probe.cause}`}${certificate}`);
		for (const check of probe.checks) log.line(`  ${check.ok ? "✔" : "✘"} ${check.check}: ${check.detail}`);
	}
}
/** The last lines of a run that makes a path. */
function tellEnd(log, end, { plan, changed }) {
	if (end === "planned") log.line("Dry run: nothing was changed.");
	else if (end === "pending") for (const wait of plan.waits) log.line(`Not waited for: ${wait.what} (${wait.seen}). A later run goes on from here.`);
	else {
		for (const path of plan.paths) for (const { cluster } of path.members) log.line(`Private connection of cluster ${(0,pre_steps.U)(cluster)} is available: ${path.endpoint?.id ?? ""}`);
		if (!changed) log.line("Nothing was changed.");
	}
}
/** The last lines of a run that removes an environment: what it did, and what remains and why. */
function tellDeparture(log, end, { plan, removal }) {
	for (const line of leftOverLines(plan.leftOvers)) log.line(line);
	if (end === "planned") log.line("Dry run: nothing was changed.");
	else if (end === "pending") for (const wait of plan.waits) log.line(`Not waited for: ${wait.what} (${wait.seen}). A later run goes on from here.`);
	else for (const line of removal) log.line(line);
}

// src/report/departure-words.ts
/** What was deleted and what was released; an endpoint that was deleted took its claims with it. */
function removedBy(actions, observed) {
	const deleted = [];
	const released = [];
	const endpoints = new Set(actions.flatMap((action) => action.kind === "delete-endpoint" ? [action.endpointId] : []));
	for (const action of actions) {
		if (action.kind === "delete-endpoint") deleted.push(`VPC endpoint ${action.endpointId}`);
		if (action.kind === "delete-group") deleted.push(`security group ${action.groupId}`);
		if (action.kind === "disconnect") deleted.push(`the connection of cluster ${nameOf(action.clusterId, observed)} to ${action.endpointId}`);
		if (action.kind === "unclaim" && !endpoints.has(action.endpointId)) released.push(`the claim on VPC endpoint ${action.endpointId}`);
	}
	return {
		deleted,
		released
	};
}
function nameOf(clusterId, observed) {
	return (observed?.clusters.flatMap((view) => view.matches) ?? []).find((one) => one.id === clusterId)?.name || clusterId;
}
/**
* The sentences that say what was removed, and whose connections were not looked at.
* @param environment whose claims were removed; undefined where the run named an endpoint in place of one
*/
function removalLines(actions, { observed, environment }) {
	const { deleted, released } = removedBy(actions, observed);
	const whose = environment === void 0 ? "" : ` for environment ${environment}`;
	return [
		...actions.length === 0 ? ["Nothing was deleted."] : [],
		...deleted.length === 0 ? [] : [`Deleted${whose}: ${(0,words.a)(deleted)}`],
		...released.length === 0 ? [] : [`Released${whose}: ${(0,words.a)(released)}`],
		...unreadLines(observed)
	];
}
/** What was not looked at: without a cluster in a claim or in the inputs there is nothing to ask CockroachDB Cloud for. */
function unreadLines(observed) {
	if (observed === void 0 || observed.clusters.length > 0) return [];
	return ["Connections at CockroachDB Cloud were not checked: no claim of this environment names a cluster. Set cluster to have them checked."];
}

// src/support/secret-kinds.ts
/**
* IAM and STS give out Base64: keys of 40 characters, tokens of hundreds. GitHub's tokens have 40 characters at least
* (40 hexadecimal digits before 2021, `ghs_<app>_<JWT>` since 2026), and a JWT has more; the characters are those of a
* bearer token (RFC 6750).
*/
const FORMS = {
	"aws-key": /^[A-Za-z0-9+/=]{32,}$/,
	token: /^[\w.~+/=-]{36,}$/,
	"cloud-key": /^[\x21-\x7e]{20,}$/,
	password: /^.{20,}$/su
};
/** The longest word of a name: of a resource ID, a UUID, a host, a region. Random parts of secrets are longer or mix cases. */
const LONGEST_WORD = 31;
/**
* Whether a value can be a secret of this kind. Words that cannot are left over from mocks, or are names that stand in
* outputs too; masking those would tear innocent words apart in the whole job.
*/
function canBeSecret(kind, value) {
	return FORMS[kind].test(value) && !isName(value);
}
/** Words of one case, joined as IDs, hosts, ARNs and states join them: `vpce-svc-0a1b`, `PENDING_ACCEPTANCE`. */
function isName(value) {
	return value.split(/[-._:/ ]+/).every((word) => word.length <= LONGEST_WORD && /^(?:[A-Z]?[a-z0-9]*|[A-Z0-9]*)$/.test(word));
}

// src/support/pieces.ts
/** So many characters are looked up at a time. */
const GRAM = 6;
/** The shortest piece that counts. From 11 characters on it holds one of the places at which a text is looked at. */
const SHORTEST_PIECE = 12;
/** Without its beginning a piece counts from here on, or from half of the word: fewer may be of an ID that looks alike. */
const ANYWHERE = 20;
/** A word that repeats itself more often says no more; this keeps the search linear for it too. */
const MOST_ALIKE = 32;
/**
* Finds the words in a text, and pieces of them: the first 12 characters, or any 20 in a row (of a shorter word half of it). A text is looked at in every sixth place only, in a table
* of all six characters in a row that the words have, so that the time grows with the text and not with the words.
* @param words longer ones than `SHORTEST_PIECE`; others are not found
*/
function pieceFinder(words) {
	const table = tableOf(words);
	/** The piece of one word around this place, not before `from`. */
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
/** All six characters in a row that the words have, by their hash; numbers only, since words may be many kilobytes. */
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
/** FNV-1a of the six characters that start here, with its high bits mixed into the low ones. */
function hash(text, start) {
	let sum = 2166136261;
	for (let at = start; at < start + GRAM; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 16777619);
	return sum ^ sum >>> 15;
}

// src/support/unescaped.ts
/**
* One character as JSON, URLs, HTML and Markdown escape it: `\u0041`, `\x41`, `%41`, `&#65;`, `&#x41;`, `&amp;`, `\_`, and
* the character of no width that keeps GitHub from making links and mentions.
*/
const ESCAPE = /\\u([0-9a-f]{4})|[\\]x([0-9a-f]{2})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,4});|&#0*(\d{1,5});|&(amp|lt|gt|quot|apos);|\\([!-/:-@[-`{-~])|\u200b/gi;
const NAMED = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'"
};
/** The text with each escape read once; undefined where there is none. */
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
/** The last place that begins at or before this one. */
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
/** Ends after the whole escape of the last character. */
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
/** A shorter spelling of something else than the secret itself is as likely an innocent word. */
const SHORTEST = 6;
/**
* A secret as it is, in JSON, in hexadecimal and in Base64. Base64 takes three bytes at a time, so that within something
* longer (`user:KEY`, `Bearer KEY`) a secret has three spellings, by the number of bytes before it; each is what the secret alone
* decides. Escapes of single characters are not spelled here (unescaped.ts).
*/
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
/** Those characters of the Base64 that depend on nothing but these bytes, with so many others before them. */
function inBase64(bytes, before) {
	const whole = Buffer.concat([Buffer.alloc(before), bytes]);
	return whole.toString("base64").slice(Math.ceil(before * 8 / 6), Math.floor(whole.length * 8 / 6));
}

// src/support/secret-search.ts
/** Beginnings and ends that count where a text was cut; fewer characters say nothing. */
const SHORTEST_REST = 4;
/** From so many characters on a piece tells wherever it stands (pieces.ts). */
const LONGEST_REST = 20;
const HEX_RUN = /[0-9a-f]{12,}/gi;
/** Escapes within escapes: a URL in JSON in Markdown. */
const DEEPEST = 3;
/**
* A search for all of these secrets at once, whose time grows with the text alone. It sees them through escapes and in
* every spelling: whole, a piece that tells (pieces.ts), and where `…` says that it was cut, 4 characters before or after that.
*/
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
/** Sees no escapes. */
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
/** The text with small letters in hexadecimal that has both, of the same length; undefined where there is none. */
function withHexFolded(text) {
	let found = false;
	const folded = text.replace(HEX_RUN, (run) => {
		if (!(/[a-f]/.test(run) && /[A-F]/.test(run))) return run;
		found = true;
		return run.toLowerCase();
	});
	return found ? folded : void 0;
}
/** In Base64 the characters at both ends hold a few bits of the secret too; padding shows how long it is. */
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
/** What is left of secrets that were cut, and is no piece yet. */
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
/** The longest of these that stands at a cut. */
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
/** The runner masks in the whole job and drops job outputs that hold a mask; a shorter password would take most of them. */
const SHORTEST_MASK = 6;
/** So many characters of a secret in a row come about by no chance. */
const TELLING = 24;
/** @param onAdd told of each new secret once, so that the runner can mask it */
function createSecrets(onAdd) {
	/** By its value: its name, and whether it is no plain word. */
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
/** The text with `***` for each stretch; those that touch each other become one. */
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
/**
* The runner with every way out watched: it masks what it prints letter by letter, but an escaped or cut secret would pass
* it, and it looks at neither outputs nor summary. Each secret that becomes known is masked too.
*/
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
		annotate: (level, title, text) => runner.annotate(level, title, hide(text))
	};
}
/** Outputs that are JSON with words for people among IDs and states. */
const WITH_WORDS = /* @__PURE__ */ new Set(["plan", "drift"]);
/** Where those words are: in steps, findings and rows of `sweep`. */
const WORDS = /* @__PURE__ */ new Set([
	"step",
	"after",
	"expected",
	"found",
	"fix",
	"what",
	"why",
	"command"
]);
/** An output with the secrets in its words hidden. All else in it is for machines, and stays as it is. */
function wordsHidden(name, value, secrets) {
	if (name === "summary-markdown") return markdownWithout(value, secrets);
	return WITH_WORDS.has(name) ? replaceWords(value, secrets.hide) : value;
}
/** What of an output is for machines. */
function withoutWords(name, value) {
	if (name === "summary-markdown") return "";
	return WITH_WORDS.has(name) ? replaceWords(value, () => "") : value;
}
function replaceWords(json, replace) {
	const reviver = (key, value) => typeof value === "string" && WORDS.has(key) ? replace(value) : value;
	return JSON.stringify(JSON.parse(json, reviver));
}
/**
* Writes outputs of which none is rewritten where it is for machines: IDs, hosts and states would be others, and what uses them
* would fail far from here. One that holds a secret is not written; all others are.
* @throws ActionError `secret-in-output`, after the others were written
*/
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
			fix: "Replace the secret if it is real: a name or host at AWS or CockroachDB Cloud holds it. If it is left over from a test, remove it from the job.",
			details: held.map(({ output, secret }) => `${output}: not written, since it holds a secret (${secret})`)
		});
	};
}
/** A picture as `diagram.ts` draws it. */
const PICTURE = /^```mermaid\n.*?\n```\n*/gms;
/** A summary as it may be shown. A picture with stars in it would not be drawn, so it is left out. */
function markdownWithout(markdown, { hide }) {
	return hide(markdown.replace(PICTURE, (picture) => hide(picture) === picture ? picture : ""));
}
/** The failure as it may be shown; its `cause` is never printed. */
function errorWithout(error, { hide }) {
	return new pre_errors.t(error.code, {
		cause: hide(error.message),
		fix: hide(error.fix),
		details: error.details.map(hide)
	}, { cause: error.cause });
}
/** A finding as it may be posted. */
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
/** Carries out the operation that is asked for, and tells what came of it. */
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
	const done = result.runLog?.done.map((step) => step.action) ?? [];
	const removal = removalLines(done, {
		observed,
		environment: request.endpointId === void 0 ? request.environment : void 0
	});
	tell({
		end,
		plan,
		observed,
		...end === "done" && done.length > 0 ? { removal } : {}
	});
	tellDeparture(runner.log, end, {
		plan,
		removal
	});
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
	const failure = sweepFailure(swept.rows);
	if (failure !== void 0) throw failure;
}
async function ensureAndTell(runner, { request, deps, result, tell }) {
	const { end, plan, observed } = await (request.operation === "delete" ? (await Promise.all(/* import() */[__nccwpck_require__.e(273), __nccwpck_require__.e(782)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7782))).deletePath : ensure)(request, deps);
	result.runLog?.close();
	tell({
		end,
		plan,
		observed
	});
	tellEnd(runner.log, end, {
		plan,
		changed: result.runLog?.changed ?? false
	});
	if (!request.probe) return;
	if (end !== "done") {
		runner.log.line(`Not probed: ${end === "planned" ? "this is a dry run" : "the path is not finished yet"}.`);
		return;
	}
	await probeAndTell(runner, {
		request,
		deps,
		tell,
		plan,
		observed,
		fresh: result.runLog?.spans.some((span) => span.kind === "wait") ?? false
	});
	judgeProbes(result.probes);
}
/** Probes each private connection of a plan from this runner. */
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
	if (request.driftIssue && verdict.unchecked.length === 0 && !outside && (drift || !unproved)) await keepIssue(runner, {
		request,
		deps,
		home: result.home,
		verdict
	});
	judge(verdict, request.failOnDrift);
	judgeProbes(result.probes);
}
/**
* Keeps the drift issue. Where that fails, drift is still what the step fails with; an issue that may be another owner's,
* or one that a clean check does not need, fails nothing.
*/
async function keepIssue(runner, { request, deps, home, verdict }) {
	if (home === void 0) return;
	try {
		const context = {
			...runner,
			deadline: deps.deadline
		};
		runner.log.line(await tellDriftIssue(verdict.findings.map((one) => findingWithout(one, runner.secrets)), {
			request,
			home,
			context,
			hide: runner.secrets.hide
		}));
	} catch (error) {
		const drift = verdict.findings.some(({ severity }) => severity === "error");
		const failsAnyway = drift && request.failOnDrift;
		if (!(isAuthorUnknown(error) || !drift && isIssuesOff(error) || failsAnyway && (0,pre_errors.i)(error) && error.code !== "cancelled") || !(0,pre_errors.i)(error)) throw error;
		runner.annotate("warning", "drift-issue", `The drift issue was not kept: ${error.message}. ${error.fix}`);
	}
}
/** A probe that could not even be begun (a read is denied, the CA is not to be had) is a check that could not be made. */
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
		if (!(0,pre_errors.i)(error) || error.code === "cancelled") throw error;
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

// src/inputs/environment-name.ts
const FOR_BRANCHES = "Run this step for branches only, or set environment to a name without branch:";
const FOR_PULLS = "Run this step for pull requests of this repository only";
/** A name that the event gives, on one line; GitHub's are at most 255 characters long. */
const named = (name) => (0,pre_errors.s)(visible(name), 255);
/** True for names that the event of the run has a say in. */
function isBranchOrPull(environment) {
	return /^(branch|pr):/.test(environment);
}
/**
* The one place that says what `branch:<name>` and `pr:<number>` may name: a branch or a pull request of this repository.
* With any other meaning `delete` and `sweep` would delete what another environment uses.
*/
function environmentMistake(environment, { operation, event }) {
	const shown = quotedValue(environment, 40);
	if (environment.startsWith("branch:")) {
		const name = environment.slice(7);
		return spelling(name, shown) ?? otherRepository(name, shown, event) ?? tag(name, shown, event) ?? lasting(name, shown, {
			operation,
			event
		});
	}
	return environment.startsWith("pr:") ? pullMistake(environment.slice(3), shown, event) : void 0;
}
/** What no branch is called, or what no branch is that a workflow can name. */
function spelling(name, shown) {
	if (/^( |$)/.test(name)) return {
		cause: "branch: needs the name of a branch",
		fix: "Set environment to branch:<name>"
	};
	const pull = /^(?:refs\/pull\/)?(\d+)\/merge$/.exec(name)?.[1];
	if (pull !== void 0) return {
		cause: `${shown} is not the name of a branch but of a merge ref`,
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
		fix: `Set environment to branch:${branch === void 0 ? "<name>" : visible(branch)}`
	};
}
/** The head of a pull request from a fork has a name that a branch of this repository can have too. */
function otherRepository(name, shown, { head, pullNumber }) {
	if (head === void 0 || head.own || head.branch !== name) return void 0;
	const fix = `Set environment to ${pullNumber > 0 ? `pr:${pullNumber}` : "pr: and the number of the pull request"}`;
	if (head.repository === "") return {
		cause: `${shown} is a branch of a deleted repository`,
		fix
	};
	return {
		cause: `${shown} is a branch of another repository`,
		fix: `${fix}, since the branch is in ${named(head.repository)}`
	};
}
/** A branch can have the name of a tag; no run for the tag is about that branch. */
function tag(name, shown, { tags }) {
	return tags.includes(name) ? {
		cause: `${shown} is a tag, not a branch`,
		fix: FOR_BRANCHES
	} : void 0;
}
/** What lives on when a pull request is closed or a ref is deleted, and what `github.ref_name` holds then. */
function lasting(name, shown, { operation, event }) {
	const { head, pullNumber, base, defaultBranch, deleted } = event;
	if (operation !== "delete") return void 0;
	if (deleted !== void 0 && name === defaultBranch && !(deleted.type === "branch" && deleted.name === name)) return {
		cause: `${shown} is the default branch, not the deleted ${named(deleted.type)} ${quotedValue(deleted.name, 24)}`,
		fix: deleted.type === "branch" ? `Set environment to branch:${named(deleted.name)} (github.event.ref)` : FOR_BRANCHES
	};
	if (base === void 0 || name !== base || head?.own === true && head.branch === name) return void 0;
	const own = head?.own === true ? ` or branch:${named(head.branch)}` : "";
	return {
		cause: `${shown} is the base branch of pull request ${pullNumber}; delete is for its head`,
		fix: `Set environment to pr:${pullNumber}${own}`
	};
}
/** Issues and pull requests share one sequence of numbers, and each repository has its own. */
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
/**
* Says so where a name looks like that of a pull request or a branch and is none: `sweep` looks for `pr:<number>` and
* `branch:<name>` in exactly this spelling. Undefined for any other name.
*/
function unsweptName(environment) {
	const pull = /^(?:pr|pull|pull[-_ ]?request)[-_:/# ]?(\d+)$/i.exec(environment)?.[1];
	const branch = /^(?:branch|branches)[:/](.+)$/is.exec(environment)?.[1];
	const meant = pull === void 0 ? branch === void 0 ? void 0 : `branch:${visible(branch)}` : `pr:${pull}`;
	if (meant === void 0 || meant === environment || isBranchOrPull(environment)) return void 0;
	return `Environment ${quotedValue(environment, 40)} is never swept: sweep looks for ${meant} in exactly this spelling`;
}

// src/runner/runner-files.ts
/** Longer values (plan, summary) are named in the log, not repeated. */
const LONGEST_SHOWN = 300;
/**
* Keeps a run going whose outputs can't be written: the file is missing, a folder, read-only or on a full disk, from the
* beginning or in mid-run. One failure counts although later writes succeed: half a record may stand in the file.
* @param logFailure the first error of writing to the log, where there was one
*/
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
		fix: "Check the disk of the runner and the rights of its work folder, then run again; nothing of what this run did is undone.",
		details: [`Reason: ${said}`, ...details]
	}, { cause: error });
}
function shown([name, value]) {
	if (value === "") return `Not written: ${name} (empty)`;
	return `Not written: ${name}${value.length > LONGEST_SHOWN ? ` (${value.length} characters)` : `: ${(0,pre_errors.a)(value)}`}`;
}
/**
* The event of the run says whose branch or pull request a name means. Where it can't be read, a fork's branch would pass for
* the branch of that name here, so nothing is changed.
* @param input what needs the event
*/
function eventUnread(input, why) {
	const meant = {
		environment: "the branch or pull request that environment names",
		comment: "the pull request to comment on"
	}[input];
	return new pre_errors.t("runner-files", {
		cause: "The event of this run (GITHUB_EVENT_PATH) could not be read",
		fix: `Check the disk of the runner and run again; only the event tells ${meant}. Nothing was sent to AWS or CockroachDB Cloud.`,
		details: [`Reason: ${why}`]
	});
}

// src/support/no-proxy.ts
/**
* Reads NO_PROXY, whose spellings no two tools agree on. Entries are divided by commas or white space, as in curl and undici.
* An entry that is none of these matches nothing, so that a mistake in it never leads around the proxy:
*
* - `*`: every host
* - `example.com` and `.example.com`: the host of that name and all below it, as in curl, undici and Python
* - `*.example.com`: only what is below it, as in Go, undici and Node
* - an IP address or CIDR block: addresses that are written as such. No name is looked up, as in curl and Go
* - any of them with `:port` (an IPv6 address in brackets then): that port only
* @returns whether requests to an address go there directly
*/
function noProxyMatcher(list) {
	const entries = list.split(/[\s,]+/).map(readEntry).filter((entry) => entry !== void 0);
	return (address) => {
		const host = hostOf$1(address);
		const port = Number(address.port) || (address.protocol === "https:" ? 443 : 80);
		return entries.some((entry) => (entry.port ?? port) === port && entry.matches(host));
	};
}
/** The host as a name or IP address, without what is only spelling. */
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
/** An IPv6 address has colons of its own: only one in brackets can have a port. */
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
/**
* The variables by the scheme of the address that is asked for. The first that is not blank is in force. Lower case comes
* first, as in curl, Node, undici, the toolkit and the runner; ALL_PROXY last, as in curl. HTTP_PROXY says nothing about https.
*/
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
/** The names of these variables. */
const PROXY_VARIABLES = [...new Set(Object.values(VARIABLES$2).flat())];
/** Reads the proxy variables as all clients are to take them, in the spelling of whichever tool they were written for. */
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
/** Without what surrounds it: files of variables and secrets end in line breaks. */
function valueIn(env, name) {
	return (env[name] ?? "").trim();
}
/** A host that a proxy would look for on itself; Go and the toolkit never ask a proxy for it either. */
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
/** The address with its scheme, which is http where none is written, as in curl, Go and the runner. */
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
/**
* The user and the passwords in a proxy variable, usable or not: what stands before the last `@`, as it is written and meant,
* and what the proxy is sent of it. No passwords where there is none.
*/
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
/** EC2 allows 50 tags a resource; ours (managed-by, created, service, Name), claims and six reserve slots need room. */
const MOST_USER_TAGS = 20;
const MOST_REPORTED = 5;
/** What the quota of rules of a security group can be raised to; at first it is 60, and EC2 says so where it is reached. */
const MOST_RULES = 1e3;
const WITHHELD = {
	fork: "since the run is for a pull request from a fork, which gets no secrets; skip the step there: `if: github.event.pull_request.head.repo.full_name == github.repository`",
	dependabot: "since dependabot[bot] started the run, which gets Dependabot secrets only; add the key to those, or skip the step: `if: github.actor != 'dependabot[bot]'`"
};
/** The parsers, each naming the input in what it reports. Values that are wrong are reported and replaced by a harmless one. */
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
/** Parsers of inputs that are one value. */
function valueParsers(input, mistakes) {
	return {
		oneOf(name, allowed, fallback) {
			const value = input(name) || fallback;
			const found = allowed.find((word) => word === value);
			if (found === void 0) mistakes.push(`${name}: ${quotedValue(value)} is none of ${allowed.join(", ")}`);
			return found ?? fallback;
		},
		optional(name, form, what) {
			const value = input(name);
			if (value === "") return void 0;
			if (form.test(value)) return value;
			mistakes.push(`${name}: ${quotedValue(value)} is not ${what}`);
		},
		boolean(name, fallback) {
			const value = input(name);
			if (value === "") return fallback;
			if (/^(true|True|TRUE)$/.test(value)) return true;
			if (!/^(false|False|FALSE)$/.test(value)) mistakes.push(`${name}: ${quotedValue(value)} is neither true nor false`);
			return false;
		},
		integer(name, range) {
			const value = input(name);
			if (value === "") return range.fallback;
			const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
			if (number >= range.min && number <= range.max) return number;
			mistakes.push(`${name}: ${quotedValue(value)} is not a whole number from ${range.min} to ${range.max}`);
			return range.fallback;
		},
		region(name, fallback, optional) {
			const value = input(name) || (fallback ?? "").trim();
			if (value === "" && optional) return "";
			if (/^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/.test(value)) return value;
			mistakes.push(value === "" ? `${name}: is required (or AWS_REGION)` : `${name}: ${quotedValue(value)} is not an AWS region`);
			return "";
		},
		environment(name) {
			const value = input(name) || "default";
			if (value.length > 500 || /[\u0000-\u001f\u007f]/.test(value)) mistakes.push(`${name}: must be one line of at most 500 characters`);
			return value;
		}
	};
}
/** Parsers of the key for CockroachDB Cloud, and of where it is sent. */
function cloudParsers(input, mistakes, withheld) {
	return {
		/** Never shows the value. A key with white space or control characters could not go into a header: any around it is dropped. */
		secret(name, fallback, variable) {
			const value = input(name).trim() || (fallback ?? "").trim();
			if (value === "") mistakes.push(withheld === void 0 ? `${name}: is required (or the environment variable ${variable})` : `${name}: is empty, ${WITHHELD[withheld]}`);
			else if (!/^[\x21-\x7e]{1,4096}$/.test(value)) mistakes.push(`${name}: holds white space or characters that no key has`);
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
/** Parsers of inputs with several entries. */
function listParsers(input, mistakes) {
	/** @param rule what an entry looks like, in what words, and how many there may be */
	function list(name, { form, what, max }) {
		const entries = [...new Set(input(name).split(/[\n,]+/).map(trimAscii).filter((entry) => entry !== ""))];
		if (entries.length === 0 && input(name) !== "") mistakes.push(`${name}: has separators only; give an entry or leave it out`);
		reportSome(name, entries.filter((entry) => !form.test(entry)).map((entry) => `${name}: ${quotedValue(entry)} is not ${what}`));
		if (entries.length > max) mistakes.push(`${name}: has ${entries.length} entries, at most ${max} are possible`);
		return entries.filter((entry) => form.test(entry));
	}
	/** The first mistakes of one input, and how many there are more: a runner drops a summary that is too long. */
	function reportSome(name, wrong) {
		mistakes.push(...wrong.slice(0, MOST_REPORTED));
		if (wrong.length > MOST_REPORTED) mistakes.push(`${name}: and ${wrong.length - MOST_REPORTED} more entries that are wrong`);
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
			reportSome(name, entries.filter((_, index) => canonical[index] === void 0).map((entry) => `${name}: ${quotedValue(entry)} is not an IPv4 CIDR block`));
			return [...new Set(canonical.filter((cidr) => cidr !== void 0))];
		},
		/**
		* Tags, as lines of `key=value` or as a JSON object. EC2 takes any character in keys and values; only its reserved prefix
		* and its lengths count (EC2 user guide, Tag restrictions; AWS tag conventions: "Amazon EC2 resources allow any characters").
		*/
		tags(name) {
			const tags = Object.create(null);
			const wrong = [];
			const entries = tagEntries(input(name));
			for (const entry of entries) {
				const problem = tagProblem(entry, tags);
				if (problem !== void 0) wrong.push(`${name}: ${quotedValue(entry.key ?? entry.shown)} ${problem}`);
				else tags[entry.key ?? ""] = entry.value ?? "";
			}
			reportSome(name, wrong);
			if (entries.length > MOST_USER_TAGS) mistakes.push(`${name}: has ${entries.length} tags, at most ${MOST_USER_TAGS} are possible`);
			return tags;
		}
	};
}
/** The entries of a JSON object, or of lines; the first `=` of a line ends its key. */
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
	return text.split("\n").map(trimAscii).filter((line) => line !== "").map((line) => {
		const at = line.indexOf("=");
		return at < 1 ? {
			key: void 0,
			value: void 0,
			shown: line
		} : {
			key: trimAscii(line.slice(0, at)),
			value: trimAscii(line.slice(at + 1)),
			shown: line
		};
	});
}
/** Text that is a JSON object; `{a}=b` is a line. */
function jsonObject(text) {
	if (!text.startsWith("{")) return void 0;
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** What XML, in which EC2 answers, can't carry: control characters and halves of pairs. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** Why an entry is no tag, why EC2 would refuse it, or why it isn't the workflow's to set. */
function tagProblem({ key, value }, taken) {
	if (key === void 0 || value === void 0) return "is not key=value";
	if (/^(aws:|cockroachdb-privatelink\/)/i.test(key)) return "starts with a reserved prefix";
	if (NOT_IN_XML.test(key) || NOT_IN_XML.test(value)) return "has control characters in its key or value";
	const [longKey, longValue] = [[...key].length > 128, [...value].length > 256];
	if (key === "" || longKey) return "is not a tag key (1 to 128 characters)";
	if (longValue) return "has a value of more than 256 characters";
	return Object.hasOwn(taken, key) ? "is given twice" : void 0;
}
/** Why the API can't be at an address; undefined stands for one that could not be parsed. */
function apiUrlProblem(url) {
	const isLocal = url?.protocol === "http:" && isLoopback(url.hostname);
	if (url === void 0 || url.protocol !== "https:" && !isLocal) return "must be an https address (http only on loopback)";
	if (isNeverTheCloud(url.hostname)) return `must not be an address that only the runner itself can reach (${quotedValue(url.hostname)})`;
	return [
		url.username,
		url.password,
		url.search,
		url.hash
	].every((part) => part === "") ? void 0 : "must be a plain address without user, query or fragment";
}
/**
* Addresses at which machines ask about themselves (link-local, as the metadata services of clouds) or which are nobody's:
* no API is there, and no key may be sent there.
*/
function isNeverTheCloud(hostname) {
	return /^(169\.254|0|22[4-9]|23\d|24\d|25[0-5])\./.test(hostname) || /^\[(::|::ffff:.*|fe[89ab].*|fd00:ec2:.*|ff.*)\]$/.test(hostname) || /(^|\.)metadata\.(google\.internal|azure\.com)\.?$|^instance-data(\.ec2\.internal)?\.?$/.test(hostname);
}
/** A host that cannot leave this machine. */
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

// src/inputs/inputs.ts
/**
* Reads all inputs, once, and reports every mistake at once.
* @param input the runner's value of an input without the ASCII white space around it, '' when unset
* @param env the process environment, for the documented fallbacks
* @throws ActionError `input-invalid` with one line of `details` per mistake; nothing was sent anywhere
*/
function readInputs(input, env, { withheld, event = namesOfEvent({ payload: {} }, env) } = {}) {
	const mistakes = [];
	const request = parseInputs(inputReader(input, mistakes, withheld), {
		input,
		env,
		mistakes
	});
	mistakes.push(...readProxies(env).mistakes);
	checkTogether(request, input, mistakes);
	const { operation, environment } = request;
	const misnamed = operation === "sweep" ? void 0 : environmentMistake(environment, {
		operation,
		event
	});
	if (misnamed !== void 0 && mistakes.length === 0) throw invalid(`environment: ${misnamed.cause}`, misnamed.fix);
	if (misnamed !== void 0) mistakes.push(`environment: ${misnamed.cause}. ${misnamed.fix}`);
	if (mistakes.length > 0) throw invalid(mistakes.length === 1 ? `${mistakes[0]}` : `${mistakes.length} inputs are wrong`, `Correct ${placeOf(mistakes)}`, mistakes.length > 1 ? mistakes : []);
	if (isBranchOrPull(environment) && operation !== "verify" && operation !== "sweep" && event.unread !== void 0) throw eventUnread("environment", event.unread);
	return Object.freeze(request);
}
/** Each input by itself, in the order in which mistakes are reported. */
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
/** Where the run signs in at AWS, and as whom. */
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
/** What the private path is made of in the VPC. */
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
/** Where the values stand that are wrong: inputs have hyphens in their names, variables underscores. */
function placeOf(mistakes) {
	const ofVariables = mistakes.filter((mistake) => /^[A-Za-z]+_\w+: /.test(mistake));
	if (ofVariables.length === 0) return "the `with:` block of the step";
	const variables = `the environment ${ofVariables.length === 1 ? "variable" : "variables"} of the step, job or runner`;
	return ofVariables.length === mistakes.length ? variables : `the \`with:\` block of the step and ${variables}`;
}
function invalid(cause, fix, details = []) {
	return new pre_errors.t("input-invalid", {
		cause,
		fix: `${fix}; nothing was sent to AWS or CockroachDB Cloud.`,
		details
	});
}
/** Only trusted owners are asked for: no endpoint, no environment. */
function isOwnersOnly(input) {
	return input("trusted-owners") !== "" && [
		"vpc-id",
		"endpoint-id",
		"environment"
	].every((name) => input(name) === "");
}
/** Trusted owners by number are the Cloud's alone; `self` and the guard need to know the account. */
function needsAws(input) {
	return !isOwnersOnly(input) || /(^|[\n,])\s*self\s*($|[\n,])/.test(input("trusted-owners")) || input("allowed-account-ids") !== "";
}
/** The rules that hold between inputs. */
function checkTogether(request, input, mistakes) {
	const mistake = (when, text) => {
		if (when) mistakes.push(text);
	};
	mistake(request.driftIssue && request.operation !== "verify", "drift-issue: is kept by operation verify only");
	checkPlace(request, input, mistake);
	if (request.endpointId !== void 0) for (const name of [
		"subnet-ids",
		"security-group-ids",
		"allowed-cidrs",
		"allowed-security-group-ids",
		"tags"
	]) mistake(input(name) !== "", `${name}: has no meaning with endpoint-id, which is never created or modified`);
	if (request.securityGroupIds.length > 0) for (const name of ["allowed-cidrs", "allowed-security-group-ids"]) mistake(input(name) !== "", `${name}: has no meaning with security-group-ids, whose rules are never changed`);
	const partition = request.roleArn === void 0 ? void 0 : request.roleArn.split(":")[1];
	mistake(partition !== void 0 && request.region !== "" && partition !== partitionOf(request.region), `role-to-assume: is in partition ${partition}, but region ${request.region} is in ${partitionOf(request.region)}`);
}
/** What each operation must be told about where, and must not be told. */
function checkPlace({ operation, ownersOnly }, input, mistake) {
	const given = (name) => input(name) !== "";
	const builds = operation === "ensure" || operation === "verify";
	mistake((builds || ownersOnly) && operation !== "sweep" && !given("cluster"), "cluster: is required; give a cluster ID or an exact cluster name");
	mistake(operation !== "sweep" && !given("vpc-id") && !given("endpoint-id") && !ownersOnly, builds ? "vpc-id: is required (or endpoint-id, to attach to an endpoint that is there)" : "vpc-id: is required (or endpoint-id with cluster, to disconnect an endpoint that the action did not make)");
	if (operation === "delete" && !ownersOnly) checkDelete(given, mistake);
	if (operation === "sweep") checkSweep(input, mistake);
	mistake((operation === "delete" || operation === "sweep") && input("probe").toLowerCase() === "true", `probe: has no meaning with operation ${operation}`);
}
/** `delete` takes down what is written out, nothing else. */
function checkDelete(given, mistake) {
	mistake(!given("environment") && !given("cluster"), "environment: operation delete wants environment or cluster written out, so that nothing is taken down by omission");
	mistake(given("endpoint-id") && !given("cluster"), "cluster: is required with endpoint-id: without claims nobody knows which clusters are meant");
}
/** `sweep` finds by itself what it takes down: none of it is named. */
function checkSweep(input, mistake) {
	for (const name of [
		"cluster",
		"environment",
		"endpoint-id",
		"trusted-owners",
		"comment"
	]) mistake(name === "comment" ? input(name).toLowerCase() === "true" : input(name) !== "", `${name}: has no meaning with operation sweep, which looks for environments that are gone`);
}
/** The AWS partition that a region belongs to, by the region's prefix. */
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
/** Cluster names are 6 to 20 lower-case characters today; older ones may be wider, so only what cannot be a name is refused. */
const CLUSTER_REFERENCE = /^[A-Za-z0-9][\w.-]{0,63}$/;
function seconds(env, { name, fallback, min }, mistakes) {
	const value = trimAscii(env[name] ?? "");
	const number = value === "" ? fallback : Number(value);
	if (Number.isFinite(number) && number >= min && number <= 3600) return number * 1e3;
	mistakes.push(`${name}: must be a number of seconds from ${min} to 3600`);
	return fallback * 1e3;
}

// src/report/run-log.ts
/** What lasts is said again, so that the log is never silent for long. */
const SAID_AGAIN_MS = 1e4;
/**
* Tells the run as a story: what was found, what is planned, then a line for each step and each change of state.
*/
function startRunLog(log, { now, readLagMs, onPlan }) {
	const spans = [];
	const changes = trackChanges(now, readLagMs);
	const told = /* @__PURE__ */ new Set();
	const sayRarely = rareLines(log, now);
	const openWaits = /* @__PURE__ */ new Set();
	const began = now();
	let working = false;
	let groupOpen = true;
	log.startGroup("Look at AWS and CockroachDB Cloud");
	function enterWork() {
		if (working) return;
		working = true;
		groupOpen = true;
		log.startGroup("Do and wait");
	}
	return {
		spans,
		done: changes.done,
		created: changes.created,
		get changed() {
			return changes.changed;
		},
		get mayBeUnderWay() {
			return changes.mayBeUnderWay;
		},
		planned(plan, observed) {
			if (spans.length === 0) {
				spans.push({
					what: "sign in and read both sides",
					kind: "look",
					ms: now() - began
				});
				for (const line of sightings(plan, observed)) log.line(line);
				for (const note of plan.notes) tellNote(log, note, told);
				log.endGroup();
				groupOpen = false;
				tellPlan(log, plan);
			} else for (const note of plan.notes) tellNote(log, note, told);
			changes.seen(observed);
			onPlan(plan, observed);
		},
		stepStarted(step) {
			enterWork();
			if (step.action.kind === "create-endpoint") log.line(`… ${step.title} (AWS takes about half a minute to answer)`);
		},
		stepEnded(step, outcome, ms) {
			spans.push({
				what: step.title,
				kind: "step",
				ms
			});
			changes.stepEnded(step, outcome);
			const line = outcomeLine(step, outcome, ms);
			if (outcome !== "cancelled" && outcome?.kind === "requeue") sayRarely(line, openWaits.size > 0);
			else log.line(line);
		},
		waiting(wait, seen, ms) {
			if (wait.kind === "confirm") return;
			if (seen === void 0) openWaits.delete(waitKey(wait));
			else openWaits.add(waitKey(wait));
			enterWork();
			if (seen !== void 0) log.line(`… waiting for ${wait.what}: ${seen}${ms > 0 ? ` (after ${duration(ms)})` : ""}`);
			else {
				spans.push({
					what: `wait for ${wait.what}`,
					kind: "wait",
					ms
				});
				log.line(`✔ no longer waiting for ${wait.what} (${duration(ms)})`);
			}
		},
		heartbeat(waits, elapsedMs, remainingMs) {
			const still = waits.map((wait) => `${wait.what} (${wait.seen})`).join("; ");
			log.line(`… still waiting for ${still}; ${duration(elapsedMs)} gone, ${duration(Math.max(0, remainingMs))} left`);
		},
		info: (line) => log.line(line),
		close() {
			if (groupOpen) log.endGroup();
			groupOpen = false;
		}
	};
}
/** Keeps account of what a run has changed, or may have. */
function trackChanges(now, readLagMs) {
	const done = [];
	const created = /* @__PURE__ */ new Set();
	let changed = false;
	let lost = [];
	return {
		done,
		created,
		get changed() {
			return changed;
		},
		get mayBeUnderWay() {
			return lost.length > 0;
		},
		stepEnded(step, outcome) {
			if ((outcome === "cancelled" || outcome?.kind === "requeue" && outcome.unanswered === true) && !(0,pre_steps.t)(step)) {
				changed = true;
				lost = [...lost, {
					facets: (0,pre_steps.o)(step.action),
					at: now()
				}];
			}
			if (outcome === "cancelled" || outcome?.kind !== "done") return;
			if (!(0,pre_steps.t)(step)) changed = true;
			if (outcome.created !== void 0) created.add(outcome.created);
			done.push(step);
		},
		/** What came of a lost answer is known once all that it shows in was read so late that it must show. */
		seen({ readAt }) {
			const isKnown = ({ facets, at }) => facets.every((facet) => (readAt[facet] ?? 0) > at + readLagMs);
			lost = lost.filter((one) => !isKnown(one));
		}
	};
}
function outcomeLine({ title }, outcome, ms) {
	if (outcome === void 0) return `✘ ${title} (${duration(ms)})`;
	if (outcome === "cancelled") return `… ${title}: cancelled before its answer`;
	if (outcome.kind === "done") return `✔ ${title} (${duration(ms)})`;
	return `… ${title}: looking again, since ${(0,pre_errors.a)(outcome.why)}`;
}
/** Lines that are said rarely for each reason: a step may be tried many times until the other side is ready. */
function rareLines(log, now) {
	const saidAt = /* @__PURE__ */ new Map();
	return (line, isWaiting) => {
		const since = saidAt.get(line);
		if (since !== void 0 && (isWaiting || now() - since < SAID_AGAIN_MS)) return;
		saidAt.set(line, now());
		log.line(line);
	};
}
/** @param told what was told before: texts of notes, and their lines that only the log has */
function tellNote(log, note, told) {
	if (told.has(note.text)) return;
	told.add(note.text);
	if (note.warning) log.warning(note.text);
	else log.line(`note: ${note.text}`);
	for (const line of note.more ?? []) log.line(line);
	const users = note.log?.join("\n") ?? "";
	if (!told.has(users)) for (const line of note.log ?? []) log.line(line);
	told.add(users);
}
function tellPlan(log, plan) {
	log.startGroup("Plan");
	plan.steps.forEach((step, index) => {
		log.line(`${index + 1}. ${step.title}${step.ready ? "" : ` — once ${step.after}`}`);
	});
	for (const cost of costLines(plan)) log.line(cost);
	for (const wait of plan.waits) log.line(`wait for ${wait.what}: ${wait.seen}; ${wait.waitingOn}`);
	for (const blocker of plan.blockers) {
		log.line(`in the way: ${blocker.cause}`);
		for (const line of blocker.log ?? []) log.line(line);
	}
	if (plan.unread !== void 0) log.line(`Not planned, since it was not read: ${[...plan.unread.values()].join(", ")}`);
	else if (plan.steps.length + plan.waits.length + plan.blockers.length === 0) log.line("No changes needed.");
	log.endGroup();
}
/** What was found, in a few lines. */
function sightings(plan, observed) {
	const isUnread = (...readings) => readings.some((one) => plan.unread?.has(one) === true);
	const leaving = observed.endpoints.filter(isGone).map((one) => `${one.id} (${one.rawState})`);
	return [
		observed.account === void 0 ? void 0 : `AWS account ${observed.account}`,
		...observed.clusters.map((view) => clusterLine(view, isUnread)),
		vpcLine(observed, isUnread),
		...plan.paths.flatMap((path) => pathLines(path, isUnread)),
		leaving.length === 0 ? void 0 : `on their way out: ${leaving.join(", ")}`
	].filter((line) => line !== void 0).map(pre_errors.a);
}
function clusterLine({ ref, matches, failure }, isUnread) {
	const [cluster] = matches;
	if (cluster === void 0) return `cluster ${ref}: ${failure === void 0 && !isUnread(`cluster:${ref}`, "cluster:*") ? "not found" : "not read"}`;
	const regions = cluster.regions.map((one) => one.name).join(", ");
	return `cluster ${cluster.name || ref} (${cluster.id}): ${cluster.plan}, ${cluster.stateText || "state unknown"}, ${regions}`;
}
function vpcLine({ vpc, vpcDns: dns, subnets }, isUnread) {
	if (vpc === void 0) return void 0;
	const attributes = dns === void 0 ? "" : `, DNS support ${onOff(dns.support)}, DNS hostnames ${onOff(dns.hostnames)}`;
	const cidrs = isUnread("vpc") ? "not read" : vpc.cidrs.join(", ");
	return `VPC ${vpc.id}: ${cidrs}${attributes}, ${isUnread("subnets") ? "subnets not read" : `${subnets.length} subnets`}`;
}
/** The endpoint service, its endpoint or the subnets for one, and the connections to it. */
function pathLines(path, isUnread) {
	const { serviceName, service, endpoint, members } = path;
	const zones = service === void 0 ? "" : `: ${service.zoneIds.join(", ") || "any availability zone"}`;
	const serviceLine = serviceName === void 0 ? void 0 : `endpoint service ${serviceName}${zones}`;
	if (endpoint === void 0) return [serviceLine, subnetsLine(path)];
	return [
		serviceLine,
		endpointLine(path, endpoint),
		...members.map((member) => connectionLine(member, isUnread))
	];
}
function subnetsLine({ subnets, subnetRule }) {
	if (subnets.length === 0) return void 0;
	return `subnets for the endpoint: ${subnets.map((one) => `${one.id} in ${one.zoneId}`).join(", ")} (rule: ${subnetRule})`;
}
const WHOSE = {
	ours: "made by the action",
	"not-ours": "not made by the action",
	attached: "given by endpoint-id",
	none: ""
};
function endpointLine({ ownership, subnets }, endpoint) {
	const places = subnets.map((one) => `${one.id} (${one.zoneId})`).join(", ");
	return `VPC endpoint ${endpoint.id}: ${endpoint.rawState}, ${WHOSE[ownership]}, private DNS ${onOff(endpoint.privateDns)}, in ${places || `${endpoint.subnetIds.length} subnets`}`;
}
function connectionLine({ cluster, connection }, isUnread) {
	const otherwise = isUnread(`connections:${cluster.id}`) ? "not read" : "none";
	return `connection of cluster ${(0,pre_steps.U)(cluster)}: ${connection?.rawStatus ?? otherwise}`;
}
function onOff(on) {
	return on ? "on" : "off";
}

// src/runner/status.ts
/**
* The states of a private connection, worst first; of several clusters the worst counts.
* - `absent`: a read showed no VPC endpoint.
* - `pending`: endpoint or connection is not available, or something is under way at AWS or CockroachDB Cloud.
* - `degraded`: both sides are available, nothing is under way, and something else is not as configured.
*/
const STATUSES = [
	"failed",
	"rejected",
	"absent",
	"pending",
	"degraded",
	"available",
	"deleted"
];
/** The worst of these, `absent` where there are none. */
function worstOf(statuses) {
	return STATUSES.find((one) => statuses.includes(one)) ?? "absent";
}
/** The status of the private connection of one cluster. */
function statusOf(path, member, { plan, privateDns, clusters }) {
	const { endpoint } = path;
	if (endpoint === void 0) return statusWithoutEndpoint(path);
	const connection = member.connection === void 0 ? void 0 : (0,pre_steps.B)(member.connection);
	if (isDead(endpoint) || connection === "failed") return "failed";
	if (endpoint.state === "rejected" || connection === "rejected") return "rejected";
	if (endpoint.state !== "available" || connection !== "available") return "pending";
	const ids = /* @__PURE__ */ new Set([endpoint.id, ...path.superseded.map((one) => one.id)]);
	if (plan.waits.some((wait) => wait.endpointId !== void 0 && ids.has(wait.endpointId))) return "pending";
	return privateDns && !endpoint.privateDns || isDifferent({
		plan,
		clusters
	}, path, member) ? "degraded" : "available";
}
/** The status of a cluster that no path was planned for. */
function statusWithoutPath({ matches: [cluster, ...others], failure }) {
	if (failure !== void 0) return "failed";
	return cluster !== void 0 && readinessOf(cluster) === "creating" && others.length === 0 ? "pending" : "absent";
}
/** Without an endpoint that can serve: how the last one ended, if it is still there. */
function statusWithoutEndpoint({ superseded }) {
	if (superseded.length === 0) return "absent";
	return superseded.some(isDead) ? "failed" : "rejected";
}
/** True where the plan changes or complains about something that this cluster's private connection consists of. */
function isDifferent({ plan, clusters }, path, member) {
	const others = new Set(clusters.filter(({ matches }) => !matches.some((one) => one.id === member.cluster.id)).flatMap(({ ref, matches }) => [ref, ...matches.map((one) => one.id)]));
	return plan.steps.some((step) => !(0,pre_steps.t)(step) && isAbout(step, path, member)) || plan.blockers.some(({ subject }) => subject === "" || isOneOf(subject, path, member) || isAboutAll(subject));
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
/** Clusters of the workflow that no path was planned for. */
function viewsWithoutPath({ clusters }, { paths }) {
	const planned = new Set(paths.flatMap((path) => path.members.map((member) => member.cluster.id)));
	return clusters.filter(({ matches }) => !matches.some((one) => planned.has(one.id)));
}

// src/runner/outputs.ts
/** Every output with the value it has before anything is known; the one list of their names. */
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
	connections: "[]",
	"trusted-owners": "[]",
	"aws-account-id": "",
	changed: "false",
	created: "false",
	drift: "[]",
	"drift-count": "0",
	plan: "[]",
	"summary-markdown": "",
	"error-code": ""
};
/**
* One entry per cluster that was found, in the order in which the workflow names them. States are those that AWS and
* CockroachDB Cloud reported last; what this run changed since then shows in `status` only.
*/
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
	const region = cluster.regions.find((one) => sameRegion(one.name, expected.region));
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
		internal_dns: region?.internalDns ?? "",
		connection_options: cluster.serverless && cluster.routingId !== "" ? `options=--cluster%3D${encodeURIComponent(cluster.routingId)}` : ""
	};
}
/**
* The outputs that a plan tells: scalars where all clusters agree, lists for the rest.
* @param reports of these clusters, from `connectionReports`
*/
function outputsOf({ plan, observed, expected }, reports) {
	const notFound = expected.everyCluster ? viewsWithoutPath(observed, plan).filter((view) => view.matches.length !== 1) : [];
	return {
		...reportOutputs(reports),
		status: worstOf([...reports.map((one) => one.status), ...notFound.map(statusWithoutPath)]),
		"trusted-owners": JSON.stringify(trustedOwners(observed)),
		"aws-account-id": observed.account ?? ""
	};
}
/** The output `plan` of `ensure`, `verify` and `delete`. */
function planOutput({ steps }) {
	const told = steps.map((step) => ({
		id: step.id,
		step: step.title,
		after: step.ready ? "" : step.after,
		bookkeeping: (0,pre_steps.t)(step)
	}));
	return JSON.stringify(told);
}
/** The outputs that reports alone tell. */
function reportOutputs(reports) {
	return {
		...scalarsOf(reports),
		status: worstOf(reports.map((one) => one.status)),
		connections: JSON.stringify(reports)
	};
}
/** Each field of the reports, where all of them agree on it. */
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
		"connection-options": only((one) => one.connection_options)
	};
}
/** The reports of a run that ends while something is under way: what it began is pending, even where there is no endpoint yet. */
function pendingReports(reports) {
	return reports.map((report) => ({
		...report,
		status: report.status === "absent" || report.status === "degraded" ? "pending" : report.status
	}));
}
/**
* The outputs of a run that removed its environment from a private connection: `absent` where there was nothing to remove.
* @param reports as they were before the end
* @param observed the last read of the run
*/
function departedOutputs(reports, observed, removed) {
	const status = removed ? "deleted" : unmanagedStatus(observed);
	const stands = (id) => observed.endpoints.some((one) => one.id === id && !isGone(one));
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
/** `absent`, unless a cluster that was read is connected to an endpoint that this action does not manage, and so does not remove. */
function unmanagedStatus({ endpoints, clusters }) {
	const ids = new Set(endpoints.filter((one) => !(0,pre_steps.d)(one) && !isGone(one)).map((one) => one.id));
	const states = clusters.flatMap((view) => view.connections).filter((one) => ids.has(one.endpointId)).map(pre_steps.B).filter((meaning) => meaning === "available" || meaning === "pending");
	return worstOf(states);
}
/** The output `trusted-owners`: every trusted owner of every cluster that was asked about. */
function trustedOwners(observed) {
	return observed.clusters.flatMap(({ matches: [cluster], owners }) => (owners ?? []).map((owner) => ({
		cluster_id: cluster?.id ?? "",
		cluster_name: cluster?.name ?? "",
		id: owner.id,
		account: owner.accountId,
		created_at: owner.createdAt
	})));
}
/** Writes outputs as soon as they are known and only when they change; the runner keeps the last value of each. */
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
/** Every output of a run, from what is known of it: while it goes on, and however it ends. The only function that decides them. */
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
function hasCreatedEndpoint({ done }) {
	return done.some(({ action }) => action.kind === "create-endpoint");
}
/** What the outputs tell of AWS and CockroachDB Cloud. Without a plan nothing is known: the defaults say `failed`. */
function stateOutputs(result) {
	const { request, swept, firstPlan } = result;
	if (swept !== void 0) return sweepOutputs(swept);
	if (request === void 0 || firstPlan === void 0) return {};
	return {
		...departs(request) ? departureOutputs(result, request) : connectOutputs(result, request),
		plan: planOutput(firstPlan)
	};
}
function sweepOutputs({ rows, account }) {
	const has = (outcome) => rows.some((row) => row.outcome === outcome);
	return {
		status: has("failed") ? "failed" : has("swept") ? "deleted" : "absent",
		"aws-account-id": account,
		plan: JSON.stringify(rows.map(({ error: _, ...row }) => row))
	};
}
/** `ensure`, `verify`, and trusted owners alone. */
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
/** `delete` of a private connection: what it began with stays told until it is gone. */
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
	const removed = (runLog?.done.length ?? 0) > 0;
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
/** What the outputs of a run rest on. Steps and blockers of `verify` may rest on what could not be read; findings do not. */
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
/** True where a run failed while something that it asked for may still change. */
function isUnderWay({ request, failure, runLog }) {
	return request !== void 0 && !departs(request) && failure !== void 0 && runLog?.mayBeUnderWay === true;
}
/** The private connection of each cluster, as the outputs tell it; of a run that removes one, as it last stood. */
function reportsOfRun(result) {
	const { request, standing, verdict, end } = result;
	if (request === void 0) return [];
	const seen = departs(request) ? standing : seenBy(result);
	if (seen === void 0) return [];
	const reports = connectionReports({
		...seen,
		expected: expectedBy(request)
	}, verdict?.judged);
	return end === "pending" && !departs(request) || isUnderWay(result) ? pendingReports(reports) : reports;
}
/** What a request expects of its outputs. */
function expectedBy(request) {
	const { region, privateDns, ownersOnly } = request;
	return {
		region,
		privateDns,
		everyCluster: !ownersOnly && !departs(request)
	};
}

// src/aws/token-files.ts
/** Files whose token a source of credentials sends to STS, or to the credential service of a container. */
const VARIABLES$1 = ["AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"];
/** Takes note of the tokens that are in them now; they are replaced every few hours. */
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
/** Inputs and variables that hold a secret of the job. */
const INPUTS = [["cockroach-api-key", "cloud-key"], ["github-token", "token"]];
const VARIABLES = [
	["COCKROACH_API_KEY", "cloud-key"],
	["AWS_SECRET_ACCESS_KEY", "aws-key"],
	["AWS_SESSION_TOKEN", "aws-key"],
	["AWS_CONTAINER_AUTHORIZATION_TOKEN", "token"],
	["ACTIONS_ID_TOKEN_REQUEST_TOKEN", "token"]
];
/** Takes note of the keys and tokens that the job gives to the run, and of the credentials of its proxies. */
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
/** A user name is a secret only where it is a token; a password always is one, as is what the proxy is sent. */
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

// src/support/commands.ts
/** A command stands alone or after a colon, up to the end of its text, so that nobody pastes words along with it. */
const COMMAND = /^(?:(?<said>.*:) )?(?<command>(?:aws|curl|gh|git) .+)$/s;
/** Divides a text for people from the command at its end. */
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

// src/support/progress.ts
/** A log that is silent for longer than this looks like a run that hangs. */
const SILENCE_MS$1 = 12e3;
/** A retry that is over so soon is a hiccup. */
const HICCUP_MS = 2e3;
/** Calls at the same time fail alike; said once in this time. */
const ALIKE_MS = 1e3;
const LONGEST_REASON = 60;
/**
* Follows the calls of one run.
* @param tell.line the normal log
*/
function createProgress(tell) {
	const { clock } = tell;
	const entries = /* @__PURE__ */ new Set();
	const told = /* @__PURE__ */ new Map();
	let heardAt = clock.now();
	function sayFailed(what, began, { number, why, delayMs, leftMs, isTold }) {
		const now = clock.now();
		const reason = (0,pre_errors.s)(why, LONGEST_REASON);
		const line = `… ${what}: ${reason} (try ${number}); next in ${duration(delayMs)}, for ${duration(leftMs)} at most`;
		const key = `${what.split(" ")[0]} ${reason}`;
		const isHiccup = now + delayMs - began < HICCUP_MS;
		const isAlike = now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < ALIKE_MS;
		if (isTold === true || isHiccup || isAlike) return;
		told.set(key, now);
		tell.line(line);
	}
	/** The call that lasts longest stands for all, unless the others wait for another one. */
	function sayWaiting() {
		const all = [...entries];
		const first = all.find((one) => one.isAwaited) ?? all[0];
		if (first === void 0) return;
		const more = all.filter((one) => one !== first);
		const now = clock.now();
		const { what, since, pause } = first;
		const state = pause === void 0 ? `no answer for ${duration(now - since)}` : `${pause.why}, next try in ${duration(pause.until - now)}`;
		tell.line(`… waiting for ${what}: ${state}${more.length === 0 ? "" : ` (and ${more.length} more)`}`);
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
						why: (0,pre_errors.s)(failure.why, LONGEST_REASON)
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
/**
* One run from inputs to outputs; never throws.
* @returns the exit code: 0, 1 for a failure, 130 when cancelled
*/
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
	over();
	return exitCode;
}
/** The runner with an ear for silence: what a run waits for is said while nothing else is. */
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
/** Reads the inputs, opens the clients and does what is asked. */
async function operate(runner, { result, tell, started }) {
	const request = readInputs(runner.input, runner.env, await aboutRun(runner));
	tell({ request });
	tell({ home: await homeOf(runner, request) });
	const unswept = request.operation === "ensure" ? unsweptName(request.environment) : void 0;
	if (unswept !== void 0) runner.annotate("warning", "environment", unswept);
	const deadline = started.mono + request.timeoutSeconds * 1e3;
	const clients = await openClients(request, {
		...runner,
		info: (line) => runner.log.line(line),
		deadline
	});
	const runLog = startRunLog(runner.log, {
		now: runner.clock.now,
		readLagMs: request.readLagMs,
		onPlan: (plan, observed) => tell({
			plan,
			observed,
			...result.firstPlan === void 0 ? { firstPlan: plan } : {},
			...plan.paths.length === 0 ? {} : { standing: {
				plan,
				observed
			} }
		})
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
/** What the inputs cannot be judged without; the event is read only where they need it. */
async function aboutRun(runner) {
	const { input, env } = runner;
	return {
		withheld: [input("cockroach-api-key"), env["COCKROACH_API_KEY"] ?? ""].every((key) => key.trim() === "") ? await secretsWithheld(runner) : void 0,
		event: isBranchOrPull(input("environment")) ? await runner.eventNames() : void 0
	};
}
/** Whose run this is, where GitHub gives it no secrets. */
async function secretsWithheld({ env, token }) {
	if (await token.isFork()) return "fork";
	return env["GITHUB_ACTOR"] === "dependabot[bot]" ? "dependabot" : void 0;
}
/** Summary, comment and annotation, in this order, whatever way the run ended. */
async function report(runner, { result, tell, startedAt }) {
	const { failure, request, home } = result;
	const link = failure === void 0 ? "" : troubleshootingLink(runner.env, failure.code);
	const { summaryMarkdown } = await __nccwpck_require__.e(/* import() */ 337).then(__nccwpck_require__.bind(__nccwpck_require__, 4337));
	const markdown = summaryMarkdown({
		...factsOf(result),
		totalMs: runner.clock.now() - startedAt,
		errorLink: link
	});
	tell({ markdown });
	await runner.showSummary(markdown);
	if (request?.comment === true && home !== void 0 && failure?.code !== "cancelled") await comment(runner, markdown, {
		request,
		home
	});
	if (failure === void 0) return;
	if (isDeparting(result) && result.plan !== void 0) for (const line of leftOverLines(stillThere(result.plan))) runner.log.line(line);
	for (const line of failure.details) runner.log.line(parted(line).said === "" ? line : `- ${line}`);
	runner.showError(failure, link);
}
/** What the summary tells of a run, apart from what depends on the runner. */
function factsOf(result) {
	const { request, runLog } = result;
	return {
		plan: result.plan,
		observed: result.observed,
		region: request?.region ?? "",
		apiUrl: request?.apiUrl,
		reports: reportsOfRun(result),
		spans: runLog?.spans ?? [],
		done: runLog?.done.map((step) => step.title) ?? [],
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
/** A comment that cannot be made is a warning: what the step was for is done or has failed by itself. */
async function comment(runner, markdown, { request, home }) {
	try {
		const context = {
			...runner,
			deadline: runner.clock.now() + 6e4
		};
		const hide = (text) => markdownWithout(text, runner.secrets);
		runner.log.line(await tellPullRequest(markdown, {
			request,
			home,
			context,
			hide
		}));
	} catch (error) {
		const told = (0,pre_errors.i)(error) ? `${error.message}. ${error.fix}` : (0,pre_errors.r)(error);
		runner.annotate("warning", "comment", `The comment on the pull request was not written: ${told}`);
	}
}
/** Where the workflow runs; the pull request only where a comment needs one. */
async function homeOf(runner, request) {
	const [owner = "", repo = ""] = (runner.env["GITHUB_REPOSITORY"] ?? "").split("/");
	const home = {
		owner,
		repo,
		runUrl: `${runner.env["GITHUB_SERVER_URL"] ?? ""}/${owner}/${repo}/actions/runs/${runner.env["GITHUB_RUN_ID"] ?? ""}`,
		pullNumber: request.comment ? await runner.pullNumber() : 0
	};
	if (request.comment && pullNumberOf(request, home) === 0) {
		const { unread } = await runner.eventNames();
		if (unread !== void 0) throw eventUnread("comment", unread);
		throw new pre_errors.t("input-invalid", {
			cause: "comment: there is no pull request: neither the event is for one nor is environment pr:<number>",
			fix: "Run the step on pull_request, or set environment to pr:<number>, or leave comment out."
		});
	}
	return home;
}
/** Where a reader finds more: the page of the action's own repository, or its path where that is unknown. */
function troubleshootingLink(env, code) {
	const page = `docs/troubleshooting.md#${code}`;
	const repository = env["GITHUB_ACTION_REPOSITORY"] ?? "";
	const ref = env["GITHUB_ACTION_REF"] ?? "";
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return page;
	return `${env["GITHUB_SERVER_URL"] ?? ""}/${repository}/blob/${/^[\w./-]+$/.test(ref) ? ref : "main"}/${page}`;
}
function internalError(error) {
	return new pre_errors.t("internal", {
		cause: `The action failed in a way it did not foresee: ${(0,pre_errors.r)(error)}`,
		fix: "Run again with debug logging (re-run with \"Enable debug logging\") and report it with that log."
	}, { cause: error });
}

// src/runner/log-line.ts
/**
* Text as one line of the log that the runner takes for nothing else. It looks for commands at the start of a line (`::`,
* after white space) and, in the older form, anywhere (`##[`).
*/
function logLine(text) {
	return (0,pre_errors.a)(text).replace(/^::/, ": :").replaceAll("##[", "# #[");
}

// src/action.ts
/**
* How a runner stops a step: SIGINT and 7.5 s later SIGTERM, on Windows Ctrl+C and Ctrl+Break, which Node calls SIGINT and
* SIGBREAK; 2.5 s after that it kills. Windows sends the second at once where it can't send the first.
* Source: actions/runner, ProcessInvoker.cs; Node.js docs, Signal events.
*/
const STOP_SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGBREAK"
];
/** Whatever still hangs then is left behind. */
const CANCEL_GRACE_MS = 4e3;
/** One try for a token; the caller requests it again where that fails. */
const OIDC_TIMEOUT_MS = 3e4;
/**
* The Node of `runs.using` in action.yml, by its minor version: a runner that does not know it may start the action under an
* older one, and the agents of Node know the proxies of the environment from 24.5 on.
*/
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
/**
* The whole action, for one step; never throws.
* @returns the exit code of the step: 0, 1 for a failure, 130 when cancelled
*/
async function action(host) {
	const outputs = keepOutputs((name, value) => setOutput(host, name, value), host.logFailure);
	const exitCode = await runStep({
		...host,
		toolkit: {
			...host.toolkit,
			setOutput: outputs.setOutput
		},
		exitAfter: (ms, code) => host.exitAfter(ms, () => code() || (outputs.trouble() === void 0 ? 0 : 1))
	});
	const trouble = outputs.trouble();
	return trouble === void 0 ? exitCode : tellTrouble(host, trouble, exitCode);
}
/** Every runner with Node 24 sets the variable. Without it, the toolkit would print commands that GitHub has deprecated. */
function setOutput({ env, toolkit }, name, value) {
	if ((env["GITHUB_OUTPUT"] ?? "") === "") throw new Error("GITHUB_OUTPUT is not set");
	toolkit.setOutput(name, value);
}
async function runStep(host) {
	const { env, toolkit, clock } = host;
	if (isNodeTooOld(host)) return 1;
	tidyAwsVariables(env);
	checkCertificates(host);
	const { signal, decided } = stopOnSignals(host);
	let read;
	const event = () => read ??= readEvent(host.payload);
	const isFork = async () => env["GITHUB_EVENT_NAME"] !== "pull_request_target" && isForkEvent((await event()).payload, env);
	const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
	return run({
		env,
		clock,
		network: host.network,
		signal,
		nonce: host.nonce,
		userAgent: `cockroachdb-privatelink-action (${env["GITHUB_REPOSITORY"] ?? "local"})`.replace(/[^\x20-\x7e]/g, "_"),
		input: (name) => trimAscii(toolkit.getInput(name, { trimWhitespace: false })),
		setOutput: (name, value) => toolkit.setOutput(name, value),
		maskSecret: (value) => toolkit.setSecret(value),
		log: {
			line: (text) => toolkit.info(logLine(text)),
			startGroup: (name) => toolkit.startGroup(name),
			endGroup: () => toolkit.endGroup(),
			warning: (text) => toolkit.warning(logLine(text))
		},
		debug: (line) => {
			if (toolkit.isDebug()) toolkit.debug(logLine(line));
		},
		token: {
			offered: (env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "") !== "" && (env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "") !== "",
			isFork,
			enterpriseServer: server !== "https://github.com" && !server.endsWith(".ghe.com"),
			request: (audience) => fetchOidcToken(host, audience),
			host: hostOf(env["ACTIONS_ID_TOKEN_REQUEST_URL"])
		},
		annotate: (level, title, text) => toolkit[level](logLine(text), { title: `CockroachDB PrivateLink: ${title}` }),
		pullNumber: async () => pullNumberOfEvent((await event()).payload),
		eventNames: async () => namesOfEvent(await event(), env),
		showSummary: (markdown) => showSummary(host, markdown),
		showError: (error, link) => showError(toolkit, error, link),
		decided
	});
}
/** Says so where the runner's Node cannot run the action. */
function isNodeTooOld({ env, nodeVersion, toolkit }) {
	const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
	const oldest = readProxies(env).given ? OLDEST_BEHIND_PROXY : OLDEST;
	if (major > 24 || major === 24 && minor >= oldest.minor) return false;
	for (const [name, value] of Object.entries(DEFAULT_OUTPUTS)) toolkit.setOutput(name, value);
	toolkit.setOutput("status", "failed");
	toolkit.setOutput("error-code", "node-too-old");
	toolkit.error(`The runner runs this action under Node ${nodeVersion}; it needs ${oldest.node}\nUpdate the runner to ${oldest.runner} or later (older GitHub Enterprise Server: update the server)\ndocs/troubleshooting.md#node-too-old`, { title: "CockroachDB PrivateLink: node-too-old" });
	return true;
}
/**
* Has Node check certificates whatever the variable says that turns this off for every connection. Otherwise anybody on the way
* could read the keys, and answer in place of AWS or CockroachDB Cloud what a run then deletes by. Whoever set it for a private
* CA has a better way; where none is in between, the run needs neither.
*/
function checkCertificates({ env, toolkit }) {
	if (env["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return;
	delete env["NODE_TLS_REJECT_UNAUTHORIZED"];
	toolkit.warning("NODE_TLS_REJECT_UNAUTHORIZED=0 is ignored: this action always checks certificates.\nFor a private CA, set NODE_EXTRA_CA_CERTS to the file of its certificate when the runner starts.", { title: "CockroachDB PrivateLink: certificates" });
}
/** A signal that aborts when the runner cancels the step; a second one changes nothing. */
function stopOnSignals({ toolkit, onSignal, exitAfter }) {
	const cancel = new AbortController();
	let decided;
	for (const name of STOP_SIGNALS) onSignal(name, () => {
		if (cancel.signal.aborted) return;
		toolkit.info(decided === void 0 ? `${name} received: stopping. What was begun goes on at AWS and CockroachDB Cloud; the next run takes it from there.` : `${name} received when the run was over: what it came to stands.`);
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
/** An OIDC token of the job, in half a minute or not at all. */
async function fetchOidcToken({ env, clock, network }, audience) {
	return withTimeLimit(() => requestToken(env, audience, network.getJson), {
		ms: OIDC_TIMEOUT_MS,
		clock
	});
}
async function showSummary({ env, toolkit }, markdown) {
	if ((env["GITHUB_STEP_SUMMARY"] ?? "") === "") {
		toolkit.warning("This server shows no job summaries (GitHub Enterprise Server before 3.6); the output summary-markdown has the text.");
		return;
	}
	try {
		await toolkit.writeSummary(markdown);
	} catch (error) {
		toolkit.warning(`The job summary could not be written: ${logLine(String(error))}`);
	}
}
/**
* Tells what of a run that is over could not be written. A run that failed has told why already; that stays its code.
* @returns the exit code of the step
*/
async function tellTrouble(host, trouble, exitCode) {
	const { env, toolkit } = host;
	for (const detail of trouble.details) toolkit.info(logLine(`- ${detail}`));
	const link = troubleshootingLink(env, trouble.code);
	if (exitCode !== 0) {
		const title = `CockroachDB PrivateLink: ${trouble.code}`;
		toolkit.warning(`${logLine(trouble.message)}\n${logLine(trouble.fix)}\n${link}`, { title });
		return exitCode;
	}
	keepOutputs((name, value) => setOutput(host, name, value), host.logFailure).setOutput("error-code", trouble.code);
	showError(toolkit, trouble, link);
	const told = `\n**\`${trouble.code}\`** ${trouble.message}\n\n${trouble.fix}\n`;
	await toolkit.writeSummary(told).catch(() => void 0);
	return 1;
}
function showError(toolkit, error, link) {
	const lines = [...error.message.split("\n"), error.fix].map(logLine);
	toolkit.error([...lines, link].join("\n"), { title: `CockroachDB PrivateLink: ${error.code}` });
}

// src/support/whole-body.ts
/**
* Bodies of answers, read whole and never longer than a client has use for: an answer that does not end would fill the memory
* of the runner.
*/
/** Longer than any list that AWS, CockroachDB Cloud or GitHub sends at once: 100 issues of 65,536 characters each. */
const MOST_BYTES$1 = 33554432;
/** The error for a body that is longer; `wire.ts` has its words. */
function tooLong(max) {
	return Object.assign(/* @__PURE__ */ new Error(`more than ${max} bytes came`), { code: "ERR_BODY_TOO_LONG" });
}
/** Reads a stream to its end; one that is too long is closed. @throws Error with `code` ERR_BODY_TOO_LONG */
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
/** Credentials take some hundred bytes. */
const LONGEST_BODY = 65536;
/** Asks directly: these services are on the machine itself, where no proxy leads. */
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
/** Node tells this channel of each request that `node:http` or `node:https` begins. */
const REQUEST_BEGINS = "http.client.request.start";
/** Longer than it takes to connect and to agree on TLS, where nothing is wrong. */
const SENT_BY_MS = 100;
/**
* Resolves when the next request that begins has been handed to the network, or when the time is up. Work that keeps the
* thread, such as loading code, would hold a request back until it is done, and each step of a TLS handshake before it; once
* it is sent, that work goes on while the other side prepares its answer.
* @param longestMs how long that is worth waiting for, 100 ms if not given
*/
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
/**
* Agents of `node:http` and `node:https` for one way out. Node would read the variables by rules of its own; it is told the
* proxy alone, so that it decides nothing.
* @param proxy undefined: directly, whatever NODE_USE_ENV_PROXY says
*/
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
/** Far more than any answer that is asked for here. */
const MOST_BYTES = 1048576;
/**
* Gets JSON once by `node:https`, which is loaded anyway and follows no redirects. `result` is null where
* the body is no JSON.
* @throws Error with `statusCode` and `result` for other answers than 2xx, and with `code` where there was none
*/
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
/**
* The network of this machine. What is large is loaded when it is asked for. Every client is given the same decision about
* proxies, and none reads the environment itself.
*/
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
			const [{ systemResolve }, { walk, isReached }] = await Promise.all([__nccwpck_require__.e(/* import() */ 93).then(__nccwpck_require__.bind(__nccwpck_require__, 4093)), __nccwpck_require__.e(/* import() */ 258).then(__nccwpck_require__.bind(__nccwpck_require__, 8258))]);
			return {
				resolve: systemResolve,
				walk,
				isReached
			};
		},
		requestSent: nextRequestSent
	};
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
/* harmony export */   B: () => (/* binding */ isOutOfPatience),
/* harmony export */   C: () => (/* binding */ makesPath),
/* harmony export */   Ct: () => (/* binding */ parseTrustedOwner),
/* harmony export */   D: () => (/* binding */ startDraft),
/* harmony export */   E: () => (/* binding */ presentMoment),
/* harmony export */   F: () => (/* binding */ createdGroups),
/* harmony export */   G: () => (/* binding */ refusalOf),
/* harmony export */   H: () => (/* binding */ modifiedAt),
/* harmony export */   I: () => (/* binding */ doneAt),
/* harmony export */   J: () => (/* binding */ serviceUnknownSince),
/* harmony export */   K: () => (/* binding */ refusedActions),
/* harmony export */   L: () => (/* binding */ hasDoneAnything),
/* harmony export */   M: () => (/* binding */ claimTriedAt),
/* harmony export */   N: () => (/* binding */ claimsKnown),
/* harmony export */   O: () => (/* binding */ tagTime),
/* harmony export */   P: () => (/* binding */ createdEndpoints),
/* harmony export */   Q: () => (/* binding */ touched),
/* harmony export */   R: () => (/* binding */ heldGroup),
/* harmony export */   S: () => (/* binding */ finish),
/* harmony export */   St: () => (/* binding */ parseServices),
/* harmony export */   T: () => (/* binding */ postpone),
/* harmony export */   U: () => (/* binding */ namelessSince),
/* harmony export */   V: () => (/* binding */ lockedAt),
/* harmony export */   W: () => (/* binding */ outdatedSince),
/* harmony export */   X: () => (/* binding */ takenToken),
/* harmony export */   Y: () => (/* binding */ sourceUnknownSince),
/* harmony export */   Z: () => (/* binding */ timesDone),
/* harmony export */   _: () => (/* binding */ addNote),
/* harmony export */   _t: () => (/* binding */ parseAllowlist),
/* harmony export */   a: () => (/* binding */ lagMover),
/* harmony export */   at: () => (/* binding */ classifyCloudError),
/* harmony export */   b: () => (/* binding */ block),
/* harmony export */   bt: () => (/* binding */ parseConnection),
/* harmony export */   c: () => (/* binding */ claimantsOf),
/* harmony export */   ct: () => (/* binding */ isCloudRefusal),
/* harmony export */   d: () => (/* binding */ otherRepositories),
/* harmony export */   dt: () => (/* binding */ meaningOfCloud),
/* harmony export */   et: () => (/* binding */ unconfirmed),
/* harmony export */   f: () => (/* binding */ readMoment),
/* harmony export */   ft: () => (/* binding */ trustedOwnersError),
/* harmony export */   g: () => (/* binding */ SERVICE_FIRST),
/* harmony export */   gt: () => (/* binding */ nextPageOf),
/* harmony export */   h: () => (/* binding */ writtenTags),
/* harmony export */   ht: () => (/* binding */ listOf),
/* harmony export */   i: () => (/* binding */ isQuiet),
/* harmony export */   it: () => (/* binding */ CloudRefusal),
/* harmony export */   j: () => (/* binding */ becameCreatedAt),
/* harmony export */   k: () => (/* binding */ waitShown),
/* harmony export */   l: () => (/* binding */ isOfRepository),
/* harmony export */   lt: () => (/* binding */ isLastingRefusal),
/* harmony export */   m: () => (/* binding */ taggedBy),
/* harmony export */   mt: () => (/* binding */ isObject),
/* harmony export */   n: () => (/* binding */ heldMark),
/* harmony export */   nt: () => (/* binding */ wasCreating),
/* harmony export */   o: () => (/* binding */ leaseOf),
/* harmony export */   ot: () => (/* binding */ cloudError),
/* harmony export */   p: () => (/* binding */ readTimes),
/* harmony export */   pt: () => (/* binding */ isJsonOf),
/* harmony export */   q: () => (/* binding */ released),
/* harmony export */   r: () => (/* binding */ isMarkAlive),
/* harmony export */   rt: () => (/* binding */ zonesRefused),
/* harmony export */   s: () => (/* binding */ limitUnder),
/* harmony export */   st: () => (/* binding */ cloudReason),
/* harmony export */   t: () => (/* binding */ MARKED),
/* harmony export */   tt: () => (/* binding */ wasCreated),
/* harmony export */   u: () => (/* binding */ keptFor),
/* harmony export */   ut: () => (/* binding */ isNotFound),
/* harmony export */   v: () => (/* binding */ addStep),
/* harmony export */   vt: () => (/* binding */ parseCluster),
/* harmony export */   w: () => (/* binding */ note),
/* harmony export */   wt: () => (/* binding */ parseTrustedOwners),
/* harmony export */   x: () => (/* binding */ confirmTouched),
/* harmony export */   xt: () => (/* binding */ parseConnections),
/* harmony export */   y: () => (/* binding */ addWait),
/* harmony export */   yt: () => (/* binding */ parseClusters),
/* harmony export */   z: () => (/* binding */ isAnyServiceUnknown)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8484);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9785);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2012);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5858);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2276);







// src/cockroach/parse.ts
/** True for a JSON object. */
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/**
* The options of a call that answers a list. An empty one may be left out (the spec lets it for trusted owners); an object
* that has other things instead is not the API's.
*/
function listOf(name) {
	return { isAnswer: (value) => isObject(value) && (Array.isArray(value[name]) || Object.keys(value).every((key) => key === "pagination" || key === "propagating")) };
}
/** The value as an object; anything else becomes an empty one. */
function object(value) {
	return isObject(value) ? value : {};
}
function text(value) {
	return typeof value === "string" ? value : "";
}
/** A word of an enumeration, upper case and without the prefix that some answers give it. */
function wordOf(value, prefix) {
	const word = text(value).toUpperCase();
	return word.startsWith(prefix) ? word.slice(prefix.length) : word;
}
function list(value) {
	return Array.isArray(value) ? value : [];
}
/** A cluster of GET /clusters/{id} or of the list. Plan and architecture come from `config`, since `plan` may be absent. */
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
		state: _steps_js__WEBPACK_IMPORTED_MODULE_2__.L.find((one) => one === stateText) ?? (stateText === "" ? "UNTOLD" : "UNKNOWN"),
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
/** The clusters on one page of their list. */
function parseClusters(value) {
	return list(object(value)["clusters"]).map(parseCluster);
}
/** The token of the page after this one, '' on the last. */
function nextPageOf(value) {
	return text(object(object(value)["pagination"])["next_page"]);
}
/** The services of a cluster, from the top-level fields or, where they are missing, from the older `aws` object. */
function parseServices(value) {
	return list(object(value)["services"]).map((entry) => {
		const service = object(entry);
		const aws = object(service["aws"]);
		const statusText = wordOf(service["status"], "STATUS_");
		const zones = list(service["availability_zone_ids"] ?? aws["availability_zone_ids"]);
		return {
			region: text(service["region_name"]),
			cloudProvider: text(service["cloud_provider"]).toUpperCase(),
			status: _steps_js__WEBPACK_IMPORTED_MODULE_2__.z.find((one) => one === statusText) ?? "UNKNOWN",
			statusText,
			name: text(service["name"]) || text(aws["service_name"]) || void 0,
			zoneIds: zones.map(text).filter((zone) => zone !== "")
		};
	});
}
/** The connections of a cluster, entries without an endpoint ID left out. */
function parseConnections(value) {
	return list(object(value)["connections"]).map(parseConnection).filter((connection) => connection.endpointId !== "");
}
/** One connection. The spec names the region `region` in one place and `region_name` in another; either is read. */
function parseConnection(value) {
	const connection = object(value);
	const rawStatus = text(connection["status"]);
	const serviceName = text(connection["service_name"]);
	return {
		endpointId: text(connection["endpoint_id"]),
		region: text(connection["region_name"]) || text(connection["region"]) || (serviceName.split(".")[3] ?? ""),
		serviceName,
		status: _steps_js__WEBPACK_IMPORTED_MODULE_2__.R.find((one) => one === wordOf(rawStatus, "STATUS_")) ?? "UNKNOWN",
		rawStatus,
		ownerAccount: text(connection["external_owner_id"])
	};
}
/** The trusted owners of a cluster; the API leaves the list out when it is empty. */
function parseTrustedOwners(value) {
	return list(object(value)["trusted_owners"]).map(parseTrustedOwner).filter((owner) => owner.id !== "");
}
/** One trusted owner, bare or as `{"trusted_owner": ...}`. */
function parseTrustedOwner(value) {
	const owner = object(object(value)["trusted_owner"] ?? value);
	return {
		id: text(owner["id"]),
		accountId: text(owner["external_owner_id"]),
		createdAt: text(owner["created_at"])
	};
}
/** The CIDR blocks of an IP allowlist that let SQL in; entries without an address are left out. */
function parseAllowlist(value) {
	return list(object(value)["allowlist"]).map(object).filter((entry) => entry["sql"] !== false && text(entry["cidr_ip"]) !== "").map((entry) => `${text(entry["cidr_ip"])}/${Number(entry["cidr_mask"] ?? 32)}`);
}
/** Whether a body is JSON of a shape. */
function isJsonOf(body, fits) {
	try {
		return fits(JSON.parse(body));
	} catch {
		return false;
	}
}
/** The codes of gRPC that are errors, CANCELLED to UNAUTHENTICATED; other numbers come from elsewhere. */
const isGrpcError = (code) => Number.isInteger(code) && Number(code) >= 1 && Number(code) <= 16;
/** Code and message of an error body; the API may leave out either. `isJson`: it is a JSON object. */
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
/**
* Every refusal of the Cloud API that this project knows; the first row that fits counts. None of a rate or a lock was
* executed, so such a request may be sent again, one that destroys only as long as its decision holds.
*/
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
/** What a refusal of the API itself means, undefined for one that this project does not know. */
function cloudMeaning(answer) {
	const fits = ({ call, statuses, codes, words, unless }) => (call === void 0 || call.test(answer.call)) && (statuses === void 0 || statuses.includes(answer.status)) && (codes === void 0 || codes.includes(answer.code ?? -1)) && (words === void 0 || words.test(answer.message)) && (unless === void 0 || !unless.test(answer.message));
	return CLOUD_REFUSALS.find(fits)?.meaning;
}

// src/cockroach/errors.ts
/**
* An answer that was not the one asked for: a refusal of the Cloud API, whose `message` is then the API's own in one line,
* or the page of something between the runner and the API.
*/
var CloudRefusal = class extends Error {
	name = "CloudRefusal";
	status;
	/** `text/html`, `no content type` */
	contentType;
	/**
	* Whether the API itself answered. Its refusals are JSON with a gRPC code (facts: a captured 404 has code 5), or at least
	* with Cc-Version, since the specification makes every field optional. Load balancers and proxies send HTML, nothing, or
	* JSON of their own, often with the status as `code` or with a `message` alone.
	*/
	ofApi;
	/** gRPC code in the body, undefined if there was none. */
	code;
	retryAfter;
	/** `GET /clusters/{id}` without the host. */
	call;
	/** @param host where the request went, for the message about an answer that is not the API's */
	constructor(call, answer, host = "the address of the API") {
		const { isJson, code, message } = parseErrorBody(answer.body);
		const ofApi = (answer.status < 200 || answer.status > 299) && (code !== void 0 || isJson && answer.version !== void 0);
		const words = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.a)(message);
		const content = contentOf(answer, isJson);
		super(ofApi ? words : `${host} answered HTTP ${answer.status} with ${content}${isJson && words !== "" ? `: ${words}` : ""}`);
		this.contentType = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.r)(answer.contentType);
		this.status = answer.status;
		this.ofApi = ofApi;
		this.code = code;
		this.retryAfter = answer.retryAfter;
		this.call = call;
	}
};
/** True for an answer that is not 2xx, whichever copy of the class made it. */
function isCloudRefusal(error) {
	return error instanceof Error && error.name === "CloudRefusal" && "status" in error;
}
/** What a body that is not the API's seems to be: `text/html`, or JSON of another shape. */
function contentOf({ body, contentType = "" }, isJson) {
	if (body === "") return "an empty body";
	const type = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.r)(contentType);
	if (/\bjson\b/i.test(type)) return isJson ? `JSON that is not the API's (${type})` : `a body that is no JSON object (${type})`;
	return type;
}
/** What the API itself refused a call for, undefined for an answer that is not the API's, or not known. */
function meaningOfCloud(error) {
	return isCloudRefusal(error) && error.ofApi ? cloudMeaning(error) : void 0;
}
/** True where the API itself says that what was asked for is not there (404 with code 5, NOT_FOUND). */
function isNotFound(error) {
	return meaningOfCloud(error) === "absent";
}
/**
* What a failed call says about trying again. The API limits each service account to 10 requests a second, and its docs
* leave the status code of that refusal open, so any refusal with Retry-After counts, as do code 8 and the words.
* A held cluster lock (503, 400 or 409 with the word lock) was not executed either.
*/
function classifyCloudError(error, now) {
	if (!isCloudRefusal(error)) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.n)(error) ?? { failure: "final" };
	if (error.status >= 200 && error.status <= 299) return { failure: "transient" };
	const waitMs = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__.t)(error.retryAfter, now);
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
function isOutage(status) {
	return [408, 429].includes(status) || status >= 500 && status !== 501;
}
/** Why a try failed, in a few words for the log. */
function cloudReason(error) {
	if (!isCloudRefusal(error)) return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.n)(error)?.words ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error);
	return `HTTP ${error.status}, ${error.ofApi ? error.message : error.contentType}`;
}
/** What the Cloud says for good about a cluster: the key is not known, may not do it, or the call is refused. */
const LASTING = /* @__PURE__ */ new Set([
	"cloud-key-rejected",
	"cloud-denied",
	"cloud-refused"
]);
/** True for an answer of the Cloud API that stands; an outage or a held lock passes, and what is not the API's says nothing. */
function isLastingRefusal(error) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error) && LASTING.has(error.code);
}
/**
* The error a person sees for a Cloud API call that failed for good.
* @param doing what was being done, as a verb phrase: "list the private endpoint services"
* @param host where the request went
*/
function cloudError(error, doing, host = "") {
	if (!isCloudRefusal(error)) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("cloud-unavailable", (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.t)(error, {
		who: "CockroachDB Cloud",
		doing,
		host
	}), { cause: error });
	if (!error.ofApi) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("cloud-unavailable", {
		cause: `Something in between answered in place of CockroachDB Cloud: HTTP ${error.status}, ${error.contentType}`,
		said: `Asked to ${doing}, ${error.message}`,
		fix: (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__.i)(error.status, "Check cockroach-api-url and what stands between the runner and CockroachDB Cloud (proxy, firewall, load balancer), then run again.")
	}, { cause: error });
	return saidBy(error, doing, wordsFor(error, doing));
}
/** A refusal of the API in words of this project, with its own words below. */
function saidBy(error, doing, { code, cause, fix }) {
	const known = `HTTP ${error.status}${error.code === void 0 ? "" : `, code ${error.code}`}`;
	const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)(`CockroachDB Cloud, asked to ${doing}`, error.message, known);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t(code, {
		cause,
		said,
		fix
	}, { cause: error });
}
/** What a refusal means in words. A role is advised only where one is missing. */
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
		fix: "Run again later; if it lasts, look at https://status.cockroachlabs.cloud or ask Cockroach Labs support."
	};
	return {
		code: "cloud-refused",
		cause: `CockroachDB Cloud refused to ${doing}`,
		fix: "Act on its words above; the troubleshooting page lists the known ones."
	};
}
/**
* The error for a call about trusted owners, a feature that few organizations have: what the API answers to the others is
* not documented (refusals.ts).
*/
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

// src/reconcile/model/recall.ts
/** What follows from the journal of a run. Pure; every question that is asked of it stands here, but for written-tags.ts. */
function entriesOf({ entries }, kind) {
	return entries.filter((one) => one.kind === kind);
}
function calls(journal, result) {
	return entriesOf(journal, "call").filter((one) => result === void 0 || one.result.kind === result);
}
function callsOf(journal, id) {
	return calls(journal).filter((one) => one.step.id === id);
}
/** Results after which a call may have taken effect. */
const TRIED = /* @__PURE__ */ new Set([
	"done",
	"unanswered",
	"name-held"
]);
const wasTried = ({ result }) => TRIED.has(result.kind);
const wasDone = ({ result }) => result.kind === "done";
/** When a step was last done, undefined if it was not. */
function doneAt(journal, id) {
	return callsOf(journal, id).findLast(wasDone)?.at.mono;
}
/** How often a step was done. */
function timesDone(journal, id) {
	return callsOf(journal, id).filter(wasDone).length;
}
/** True once any step was done. */
function hasDoneAnything(journal) {
	return calls(journal).some(wasDone);
}
/** When a call of a step last ended that may have taken effect. */
function triedAt(journal, id) {
	return callsOf(journal, id).findLast(wasTried)?.at;
}
/** When a step of those that fit was last tried, 0 if none was. */
function lastTry(journal, fits) {
	return calls(journal).findLast((one) => wasTried(one) && fits(one.step.action))?.at.mono ?? 0;
}
/** When this run last tried to write its claims on an endpoint that was there; 0 if it never did. */
function claimTriedAt(journal, id) {
	return lastTry(journal, (one) => one.kind === "claim" && one.what === "own" && one.endpointId === id);
}
/** How a step was refused, where the run goes on all the same. */
function refusalOf(journal, id) {
	return callsOf(journal, id).flatMap(({ result }) => result.kind === "refused" || result.kind === "name-held" ? [result.error] : []).at(-1);
}
/** When each facet was last changed: by a step, or by what was waited for. */
function touched({ entries }) {
	const times = /* @__PURE__ */ new Map();
	for (const one of entries) {
		if (one.kind === "call" && wasTried(one)) for (const facet of (0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.o)(one.step.action)) times.set(facet, one.at.mono);
		if (one.kind === "settled") for (const facet of one.facets) times.set(facet, one.at);
	}
	return times;
}
/** The facets that were changed and not read since. */
function unconfirmed(journal, { readAt }) {
	return [...touched(journal)].filter(([facet, at]) => (readAt[facet] ?? 0) <= at).map(([facet]) => facet);
}
/** When this run last asked EC2 to change an endpoint. */
function modifiedAt(journal, endpointId) {
	const isChange = ({ step: { action }, result }) => (action.kind === "modify-endpoint" || action.kind === "set-private-dns") && action.endpointId === endpointId && result.kind !== "not-sent" && result.kind !== "failed";
	return calls(journal).findLast(isChange)?.at.mono;
}
/** The endpoints that this run created, newest last. */
function createdEndpoints(journal) {
	return calls(journal).flatMap(({ step: { action }, at, result }) => action.kind === "create-endpoint" && result.kind === "done" && result.endpoint !== void 0 ? [{
		endpoint: result.endpoint,
		at: at.mono,
		replacing: action.replacing
	}] : []);
}
/** True for an endpoint that this run created. */
function wasCreated(journal, endpointId) {
	return createdEndpoints(journal).some(({ endpoint }) => endpoint.id === endpointId);
}
/** The groups that this run created, or found when it wanted to. */
function createdGroups(journal) {
	return calls(journal).flatMap(({ at, result }) => result.kind === "done" ? (result.groups ?? []).map((group) => ({
		group,
		at: at.mono
	})) : []);
}
/** The tries to create an endpoint for a service, since the last one that did. */
function failedCreations(journal, serviceName) {
	const all = calls(journal).filter(({ step: { action } }) => action.kind === "create-endpoint" && action.serviceName === serviceName);
	return all.slice(all.findLastIndex(wasDone) + 1);
}
/** Since when EC2 says that the creation token for a service is taken, and how many tokens were tried before. */
function takenToken(journal, serviceName) {
	return failedCreations(journal, serviceName).flatMap(({ at, result }) => result.kind === "token-taken" ? [{
		...result,
		at: at.mono
	}] : []).at(-1);
}
/** Since when EC2 says that it does not know a service, undefined where it does. */
function serviceUnknownSince(journal, serviceName) {
	return failedCreations(journal, serviceName).find((one) => one.result.kind === "service-unknown")?.at.mono;
}
/** Since when EC2 says that it does not know a source of the rules that are to be added to a group. */
function sourceUnknownSince(journal, groupId) {
	const all = calls(journal).filter(({ step: { action } }) => action.kind === "authorize-ingress" && action.groupId === groupId);
	return all.slice(all.findLastIndex(wasDone) + 1).find((one) => one.result.kind === "source-unknown")?.at.mono;
}
/** What was tried and refused for good, or by a service that EC2 does not know. */
function refusedActions(journal) {
	return calls(journal).filter(({ result }) => result.kind === "failed" || result.kind === "service-unknown").map((one) => one.step.action);
}
/** True where EC2 does not know the service of an endpoint that is to be created. */
function isAnyServiceUnknown(journal) {
	return calls(journal, "service-unknown").some(({ step: { action } }) => action.kind === "create-endpoint" && serviceUnknownSince(journal, action.serviceName) !== void 0);
}
/** Zones that EC2 refused although the service lists them. */
function zonesRefused(journal, serviceName) {
	const zones = calls(journal).flatMap(({ result }) => result.kind === "zone-refused" && result.serviceName === serviceName ? [result.zone] : []);
	return new Set(zones);
}
/** The claims of its owner that this run knows to stand. */
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
/** By endpoint: clusters whose claims this run has given up, by removing them or with the endpoint. */
function released(journal) {
	const byEndpoint = Map.groupBy(entriesOf(journal, "releasing"), (one) => one.endpointId);
	return new Map([...byEndpoint].map(([id, all]) => [id, new Set(all.flatMap((one) => one.clusterIds))]));
}
/** When EC2 last said that something still uses a group, since when it says so, and in which words. */
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
/** When this run saw that a cluster had been created; undefined where it did not see it come to be. */
function becameCreatedAt(journal, clusterId) {
	return entriesOf(journal, "cluster").findLast((one) => one.clusterId === clusterId && !one.isCreating)?.at;
}
/** True while a cluster was last seen being created. */
function wasCreating(journal, clusterId) {
	return entriesOf(journal, "cluster").findLast((one) => one.clusterId === clusterId)?.isCreating === true;
}
/** Since when this run sees a cluster connected without a private host name. */
function namelessSince(journal, clusterId) {
	const last = entriesOf(journal, "host-name").findLast((one) => one.clusterId === clusterId);
	return last?.isMissing === true ? last.at : void 0;
}
/** True once the time for optional waits is over. */
function isOutOfPatience(journal) {
	return entriesOf(journal, "out-of-patience").length > 0;
}
/** When a change was last refused because the cluster is locked. */
function lockedAt(journal, clusterId) {
	return calls(journal, "locked").findLast(({ step: { action } }) => "clusterId" in action && action.clusterId === clusterId)?.at.mono;
}
/** Since when calls about an endpoint are refused because it is not as reads show it, which is always this way. */
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
/** When this run began to write a mark of its own; what only the tag tells (`sweep` has one journal for each endpoint) is reckoned from that. */
function markBegun(journal, { value, at }) {
	const { startedAt, startedAtWall } = journal;
	const noted = entriesOf(journal, "marking").find((one) => one.value === value)?.at ?? {
		mono: startedAt + (at - startedAtWall),
		wall: at
	};
	return (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.t)([noted, {
		mono: noted.mono,
		wall: at
	}]);
}

// src/reconcile/plan/plan-draft.ts
/** What every step on an endpoint or group needs whose service is not there yet. */
const SERVICE_FIRST = "the endpoint service is available";
/** True for the draft of a run that makes a path in a VPC. */
function makesPath(draft) {
	return draft.desired.goal.kind === "make-path";
}
/** A draft with nothing in it yet. */
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
/** The moment of planning, by both clocks. */
function presentMoment({ now, wallNow }) {
	return {
		mono: now,
		wall: wallNow
	};
}
/**
* The time that goes into a tag, and that tags are compared with: the wall clock's, unless that has stepped back since the
* run began. A mark that seems older than it is would not hold others back.
*/
function tagTime({ journal, now, wallNow }) {
	return (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.a)(wallNow, (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.d)(journal.startedAtWall + (now - journal.startedAt)));
}
/**
* Adds a step, or a wait where this run has done that very step a moment ago: a read may lag behind a write,
* and asking twice costs tokens that come back at 0.3 a second.
*/
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
/**
* Waits until a read shows the effect of a step that this run has done.
* @param facets the reads that may show it, where they are more than the kind of step tells
*/
function waitShown(draft, { id, title, action }, facets = (0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.r)(action)) {
	addWait(draft, {
		kind: "shown",
		subject: id,
		what: `the effect of "${title}" to show`,
		seen: "asked for, not visible yet",
		waitingOn: (0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.i)(action) === "cloud" ? "CockroachDB Cloud" : "AWS",
		facets,
		..."endpointId" in action && !(0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.t)({ action }) ? { endpointId: action.endpointId } : {}
	});
}
/** Lets the steps that were planned from an index on wait for something that comes first. */
function postpone(draft, from, after) {
	for (const [index, step] of draft.steps.entries()) if (index >= from && step.ready) draft.steps[index] = {
		...step,
		ready: false,
		after
	};
}
/** Waits for something that moves by itself. */
function addWait(draft, wait) {
	draft.waits.push(wait);
}
/**
* Says what stands in the way; what holds for several services is said once. It stops the run before its next write; a `late`
* one when nothing else is left to do.
*/
function block(draft, code, text) {
	const { subject = "" } = text;
	if (draft.blockers.some((one) => one.code === code && one.cause === text.cause && one.subject === subject)) return;
	draft.blockers.push({
		code,
		cause: text.cause,
		fix: text.fix,
		late: text.late ?? false,
		subject,
		...text.log === void 0 ? {} : { log: text.log }
	});
}
/** Tells something that stops nothing; each text once. What follows the text stands on lines of its own. */
function note(draft, code, said) {
	addNote(draft, {
		code,
		warning: false,
		...typeof said === "string" ? { text: said } : said
	});
}
/** Tells something that stops nothing, as a warning. */
function warn(draft, code, text) {
	addNote(draft, {
		code,
		text,
		warning: true
	});
}
/** Tells something that stops nothing, with all that there is to it; each text once. */
function addNote({ notes }, fresh) {
	if (!notes.some((one) => one.text === fresh.text)) notes.push(fresh);
}
/**
* Nothing is done until it was seen: once nothing else is left to do, every facet that a step changed is read once more.
* @param more what else has not been seen well enough, and from when on a read will do
*/
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
		what: "a last look at what was changed",
		seen: "not read again yet",
		waitingOn: "nobody: this is one more read",
		facets: unseen,
		notBefore: more.notBefore,
		brief: true
	});
}
/** The plan that the parts have written. */
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
/** The tags that this run wrote and has not removed itself. */
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
/** Notes the tags that a call wrote, and forgets those that it meant to remove. */
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
/** IDs of the endpoint and the group that carry the tags of a step. */
function taggedBy(action) {
	if (action.kind === "claim" || action.kind === "unclaim" || action.groupId === void 0) return [action.endpointId];
	return action.groupOnly === true ? [action.groupId] : [action.endpointId, action.groupId];
}

// src/reconcile/model/observed.ts
/** When the read of a facet began, by both clocks; long ago where it was never read. */
function readMoment({ readAt, readAtWall }, facet) {
	return {
		mono: readAt[facet] ?? 0,
		wall: readAtWall[facet] ?? (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.d)(0)
	};
}
/** The times of reads that began at a moment, laid over those of before. */
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
/** The environments that a log lists at most. */
const MOST_LISTED = 10;
/** True for a claim of this repository on this GitHub server. */
function isOfRepository(claim, { serverUrl, repositoryId }) {
	return claim.repositoryId === repositoryId && claim.server === (0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.P)(serverUrl);
}
/** The name of a claim's environment where it is this repository's; undefined where it is not to be told. */
function environmentOf(claim, owner) {
	if ((0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.E)(claim, owner)) return owner.environment;
	if (!isOfRepository(claim, owner)) return void 0;
	return claim.name || "an environment without a name";
}
/** Those of the claims that are not this repository's, one entry for each repository. */
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
	return `repository ID ${repositoryId}${server === (0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.P)(serverUrl) ? "" : " of another GitHub server"}`;
}
/**
* Puts claims into words. A single environment is named; of several only their number is told, and the log lists them.
* @param owner whose run it is
* @param about what is said of an environment besides its name
*/
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
		text: (0,_words_js__WEBPACK_IMPORTED_MODULE_5__.a)(texts),
		many: environments.size + repositories + unreadable > 1,
		log: environments.size > 1 ? listed([...environments].toSorted()) : []
	};
}
/**
* Why an endpoint stays: who claims it. Of one other repository the line itself tells the ID, of several the lines below.
* @param about as in `claimantsOf`
*/
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
	return count === 0 ? [] : [(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.r)(count, noun, plural)];
}
function listed(environments) {
	return ["Environments of this repository:", ...(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.t)(environments, MOST_LISTED)];
}

// src/reconcile/membership/lease.ts
/** What everything that destroys comes after, while the lease is not there yet. */
const MARKED = "its leaving mark has been visible to every run";
/** Who has to move where only time passes. */
function lagMover({ readLagMs }) {
	return `time: reads may lag by ${readLagMs / 1e3} s`;
}
/** The mark of this run on an endpoint, alive or not. */
function heldMark(journal, { id, tags }) {
	const mark = (0,_steps_js__WEBPACK_IMPORTED_MODULE_2__.N)(tags).find((one) => one.nonce === journal.nonce);
	if (mark === void 0) return void 0;
	const begun = markBegun(journal, mark);
	const unclaimed = triedAt(journal, _steps_js__WEBPACK_IMPORTED_MODULE_2__.a.unclaim(id));
	const disconnected = lastTry(journal, (action) => action.kind === "disconnect" && action.endpointId === id);
	return {
		mark,
		begun,
		written: triedAt(journal, _steps_js__WEBPACK_IMPORTED_MODULE_2__.a.mark(id)) ?? begun,
		unclaimed,
		changedAt: Math.max(disconnected, unclaimed?.mono ?? 0)
	};
}
/** The state of this run's lease on an endpoint. */
function leaseOf(held, reads, terms) {
	if (held === void 0) return { state: "none" };
	const { shown, decidedOn, now, hasWork } = reads;
	const quiet = isQuiet(held, shown, terms) ? void 0 : {
		state: "quiescing",
		until: held.changedAt + terms.readLagMs
	};
	const waits = waitsOf(held, terms);
	const isRipe = waits.every(({ since, ms }) => (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.n)(since, decidedOn) >= ms);
	const isStalled = !isRipe && waits.every(({ since, ms }) => decidedOn.mono - since.mono >= ms);
	if ((0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.r)(held.begun, shown) > decisionsUntil(terms) && (hasWork || isStalled)) return quiet ?? { state: "expired" };
	const isStale = (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.r)(decidedOn, now) > terms.decisionMs / 2;
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
/** True once every read shows what the run destroyed under its mark, which may go then. */
function isQuiet({ changedAt }, shown, { readLagMs }) {
	return shown.mono >= changedAt + readLagMs;
}
/**
* What a deciding read must keep away from: two read lags from the mark, so that every adopter has seen the mark or its claim
* is seen here; and one from claims that were given up under it, so that of two runs that leave one sees that it is the last.
*/
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
/** When the deciding read is due: once all has passed, or once the mark must be written anew in any case. */
function readDue({ begun }, { waits, now }, terms) {
	const ripe = Math.max(...waits.map(({ since, ms }) => (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.s)(since, ms, now)));
	return Math.min(ripe, begun.mono + decisionsUntil(terms) + 1);
}
/**
* How long what was decided on some reads may still be sent: for the decision time after the oldest of them, and never past
* the life of the mark that it stands under. Whichever clock says more counts, so that neither a machine that was suspended
* nor a process that was stopped goes on with what it decided before.
*/
function limitUnder(held, { reads, now }, terms) {
	const left = terms.decisionMs - (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.r)(reads.length === 0 ? now : (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.t)(reads), now);
	const ofMark = held === void 0 ? left : callsUntil(terms) - (0,_moment_js__WEBPACK_IMPORTED_MODULE_4__.r)(held.begun, now);
	return {
		since: now,
		ms: Math.min(left, ofMark)
	};
}
/**
* Whether the run behind another run's mark may still act, or has acted in a way that a read does not show yet (3Δ + 2L).
* @param readAt when the read that shows the mark began
*/
function isMarkAlive(mark, readAt, terms) {
	return readAt - mark.at < callsUntil(terms) + terms.readLagMs;
}
/** How long after it a decision under a mark may begin at the latest: a decision time after the earliest (2Δ + L). */
function decisionsUntil({ readLagMs, decisionMs }) {
	return 2 * readLagMs + decisionMs;
}
/** How long after it the last call that was decided under a mark has ended (2Δ + 2L). */
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
/** A number that was read as a wall time, such as a date in a tag. */
function wallTime(ms) {
	return ms;
}
/** The present moment. */
function momentOf(clock) {
	return {
		mono: clock.now(),
		wall: clock.wall()
	};
}
/** Milliseconds that have passed by either clock at most: what a deadline goes by. A suspended machine counts too. */
function elapsedAtMost(since, now) {
	return Math.max(now.mono - since.mono, now.wall - since.wall);
}
/** Both clocks tell whole milliseconds, and not at the same moment. */
const GRAIN_MS = 2;
/** Milliseconds that have passed by both clocks: what a wait goes by. A clock that stepped forward shortens nothing. */
function elapsedAtLeast(since, now) {
	return Math.min(now.mono - since.mono, now.wall - since.wall + GRAIN_MS);
}
/** When both clocks will show that `ms` have passed, by the monotonic one, if neither steps until then. */
function overAt(since, ms, now) {
	return now.mono + ms - elapsedAtLeast(since, now);
}
/** A moment that is no later than any of those given by either clock. */
function earliest(moments) {
	return {
		mono: Math.min(...moments.map((one) => one.mono)),
		wall: wallTime(Math.min(...moments.map((one) => one.wall)))
	};
}
/** The later of two wall times. */
function later(one, other) {
	return one > other ? one : other;
}
/** Milliseconds for which a decision still holds, negative where it does no longer. */
function timeLeft({ since, ms }, clock) {
	return ms - elapsedAtMost(since, momentOf(clock));
}
const TOO_LATE = "DecidedTooLongAgo";
/**
* To be called at the last moment before a request is sent.
* @throws an error that `isTooLate` knows, where the decision does not hold any more: nothing was sent
*/
function refuseLate(limit, clock) {
	if (limit !== void 0 && timeLeft(limit, clock) < 0) throw tooLate();
}
/** The error of a request that was not sent, or not sent again, since its decision does not hold any more. */
function tooLate(cause) {
	return Object.assign(new Error("it was decided too long ago", { cause }), { name: TOO_LATE });
}
/** True for a request that was not sent, or not sent again, for its age. */
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
/** The longest wait that a server is taken at its word for. */
const LONGEST_MS = 3e5;
/**
* Retry-After in milliseconds from now, at most five minutes.
* @param header seconds or an HTTP date (RFC 9110, 10.2.3); undefined or unreadable: undefined
* @param now wall-clock time in milliseconds
*/
function retryAfterMs(header, now) {
	if (header === void 0 || header === "") return void 0;
	const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1e3 : Date.parse(header) - now;
	return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_MS) : void 0;
}



/***/ }),

/***/ 5858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ otherClaims),
/* harmony export */   B: () => (/* binding */ connectionMeaning),
/* harmony export */   C: () => (/* binding */ isActionTag),
/* harmony export */   D: () => (/* binding */ kindOf),
/* harmony export */   E: () => (/* binding */ isOwnClaim),
/* harmony export */   F: () => (/* binding */ tagText),
/* harmony export */   H: () => (/* binding */ isRemoved),
/* harmony export */   I: () => (/* binding */ timeTag),
/* harmony export */   L: () => (/* binding */ CLUSTER_STATES),
/* harmony export */   M: () => (/* binding */ readClaims),
/* harmony export */   N: () => (/* binding */ readMarks),
/* harmony export */   O: () => (/* binding */ leavingMark),
/* harmony export */   P: () => (/* binding */ serverDigest),
/* harmony export */   R: () => (/* binding */ CONNECTION_STATUSES),
/* harmony export */   S: () => (/* binding */ hasRoomFor),
/* harmony export */   T: () => (/* binding */ isFull),
/* harmony export */   U: () => (/* binding */ nameOf),
/* harmony export */   V: () => (/* binding */ connectionText),
/* harmony export */   _: () => (/* binding */ SERVICE),
/* harmony export */   a: () => (/* binding */ stepId),
/* harmony export */   b: () => (/* binding */ claimValue),
/* harmony export */   c: () => (/* binding */ groupMismatch),
/* harmony export */   d: () => (/* binding */ isManagedEndpoint),
/* harmony export */   f: () => (/* binding */ isManagedGroup),
/* harmony export */   g: () => (/* binding */ MANAGED_BY_VALUE),
/* harmony export */   h: () => (/* binding */ MANAGED_BY),
/* harmony export */   i: () => (/* binding */ sideOf),
/* harmony export */   j: () => (/* binding */ ownerDigest),
/* harmony export */   k: () => (/* binding */ needsClaim),
/* harmony export */   l: () => (/* binding */ groupName),
/* harmony export */   m: () => (/* binding */ CREATED_AT),
/* harmony export */   n: () => (/* binding */ isReady),
/* harmony export */   o: () => (/* binding */ touchedBy),
/* harmony export */   p: () => (/* binding */ sanitise),
/* harmony export */   r: () => (/* binding */ showsIn),
/* harmony export */   s: () => (/* binding */ endpointMismatch),
/* harmony export */   t: () => (/* binding */ isInternal),
/* harmony export */   u: () => (/* binding */ isEndpointService),
/* harmony export */   v: () => (/* binding */ WITHOUT_ZONES),
/* harmony export */   w: () => (/* binding */ isFromFuture),
/* harmony export */   x: () => (/* binding */ clusterNameInClaim),
/* harmony export */   y: () => (/* binding */ claimKey),
/* harmony export */   z: () => (/* binding */ SERVICE_STATUSES)
/* harmony export */ });
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9785);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);



// src/cockroach/types.ts
/**
* The parts of the CockroachDB Cloud API (version 2024-09-16) that this project reads, after parsing.
* Answers are as untrusted as input: every field may be missing, of another type or of an unknown value.
*/
/** The states of a cluster (specification, ClusterState.Type); what each means: reconcile/model/cluster-state.ts. */
const CLUSTER_STATES = [
	"CREATING",
	"CREATED",
	"CREATION_FAILED",
	"DELETED",
	"LOCKED"
];
/** The states of a private endpoint service (specification, PrivateEndpointServiceStatus.Type). */
const SERVICE_STATUSES = [
	"CREATING",
	"AVAILABLE",
	"CREATE_FAILED",
	"DELETING",
	"DELETE_FAILED"
];
/**
* The states of a private endpoint connection (specification, PrivateEndpointConnectionStatus). `STALE` is not in it: the
* Cloud Console shows it where the endpoint was deleted first.
*/
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
/** What people call a cluster: its name, or its ID where it has none. */
function nameOf({ name, id }) {
	return name || id;
}
/** The state of a connection for people: one that this project doesn't know in the API's own spelling. */
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
/** What a connection's state means. */
function connectionMeaning({ status }) {
	return MEANINGS[status];
}
/** True for a connection that the Cloud has removed or is removing. */
function isRemoved(connection) {
	return connectionMeaning(connection) === "removed";
}

// src/reconcile/model/claims.ts
/**
* Claims: who uses an endpoint that the action made, kept as tags on the endpoint itself (docs/reliability.md).
* All functions here are pure. Times in tags are wall times.
*/
const PREFIX = "cockroachdb-privatelink/";
const CLAIM = `${PREFIX}claim/`;
const LEAVING = `${PREFIX}leaving/`;
/** Carried by every endpoint and group that the action made. It proves nothing by itself: model/managed.ts decides. */
const MANAGED_BY = `${PREFIX}managed-by`;
const MANAGED_BY_VALUE = "github-action";
/** When it was made, ISO 8601; `sweep` reckons an orphan's age by it. */
const CREATED_AT = `${PREFIX}created-at`;
/** A wall time as the value of a tag. */
function timeTag(at) {
	return new Date(at).toISOString();
}
/** The endpoint service that a group or endpoint is for. */
const SERVICE = `${PREFIX}service`;
/** Zones that EC2 refused for the service although its list has them; kept so that no later run tries them again. */
const WITHOUT_ZONES = `${PREFIX}without-zones`;
/** A tag value in the characters that every AWS service allows (at most 256). */
function tagText(text) {
	return text.replace(/[^A-Za-z0-9 _.:/=+@-]/g, "_").slice(0, 256);
}
/** EC2's limit of tags on one resource. */
const MOST_TAGS = 50;
/** Last-used is rewritten at this age; the least grace of `sweep` (13 h) is more than twice that. */
const REFRESH_AFTER_MS = 216e5;
/** `branch:<name>` and `pr:<number>` are what `sweep` may take down; any other name never. */
function kindOf(environment) {
	if (environment.startsWith("branch:")) return "branch";
	return environment.startsWith("pr:") ? "pr" : "none";
}
/**
* The tag key of an owner's claim on a cluster: stable, free of collisions and safe whatever the branch is called.
* The fields are hashed with their lengths, so that no two owners share a spelling.
*/
function claimKey(owner, clusterId) {
	return `${CLAIM}${digest([
		owner.serverUrl,
		owner.repositoryId,
		owner.environment,
		clusterId
	]).slice(0, 40)}`;
}
/** The value of a claim: at most 256 characters out of those that every AWS service allows in tags. */
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
/** A cluster's name as a claim stores it. */
function clusterNameInClaim(name) {
	return safe(name, 24);
}
/** Short digest of a GitHub server's address, as claims store it. */
function serverDigest(serverUrl) {
	return digest([serverUrl]).slice(0, 8);
}
/** Short digest of an owner, as leaving marks store it. */
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
/** Only characters that tags allow everywhere; spaces become underscores, since they separate the fields. */
function safe(text, most) {
	return text.replace(/[^A-Za-z0-9_.:/=+@-]/g, "_").slice(0, most);
}
/** The claims among the tags of an endpoint. One that cannot be read still counts as a claim: it keeps the endpoint alive. */
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
/** IDs in one mark: what its value has room for. */
const MOST_MARKED_CLUSTERS = 5;
/**
* The mark of a run that is about to take down what nobody claims any more.
* @param left who leaves (`ownerDigest`, '' where several do) and the clusters that may be disconnected
*/
function leavingMark(nonce, at, left) {
	const clusters = left.clusterIds.slice(0, MOST_MARKED_CLUSTERS).map((id) => safe(id, 36));
	return {
		key: `${LEAVING}${nonce}`,
		value: `v1 at=${timeTag(at)} by=${left.by} clusters=${clusters.join("+")}`
	};
}
/** The leaving marks among the tags of an endpoint or group. A mark whose time cannot be read is as old as can be: dead. */
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
/** True if a claim is to be written: it is missing, unreadable, of a wrong clock or was last written six hours ago. */
function needsClaim(tags, key, now) {
	const claim = readClaims(tags).find((one) => one.key === key);
	return claim === void 0 || now - claim.lastUsed >= REFRESH_AFTER_MS || isFromFuture(claim, now);
}
/** No clock of a runner is off by as much; a time that far ahead says nothing. */
const MOST_CLOCK_SKEW_MS = 36e5;
/** True where the time in a claim is of a clock that cannot be right. */
function isFromFuture(claim, now) {
	return claim.lastUsed > now + MOST_CLOCK_SKEW_MS;
}
/**
* True if that many new tags still fit below the reserve.
* @param freed tags that go once the new ones are there; until then the reserve makes room
*/
function hasRoomFor(tags, more, freed = 0) {
	const count = Object.keys(tags).length + more;
	return count <= MOST_TAGS && count - freed <= 44;
}
/** True where not one more tag fits, the reserve included. AWS's own tags do not count. */
function isFull(tags) {
	return Object.keys(tags).filter((key) => !key.startsWith("aws:")).length >= MOST_TAGS;
}
/** True for the keys of the action's own tags. */
function isActionTag(key) {
	return key.startsWith(PREFIX);
}
/** True for a claim of this very owner. */
function isOwnClaim(claim, owner) {
	return claim.key === claimKey(owner, claim.clusterId);
}
/** Claims of other environments (or repositories) than the owner's; while one lives, settings are only added to. */
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

// src/reconcile/model/managed.ts
/**
* What this action manages: the only place that decides it. A tag proves little, since others may write it too: a resource is
* managed if it has the tag and also is what the action always makes with that tag. Only then are its claims and marks
* believed. What has the tag and differs in anything belongs to another owner. All functions here are pure.
*/
/** How a service of another account is named; those of AWS itself have names such as com.amazonaws.us-east-1.ssm. */
const ENDPOINT_SERVICE = /^com\.amazonaws\.vpce\.[a-z0-9-]+\.vpce-svc-./;
/** True for an endpoint that this action created or took over: it may be changed and deleted. */
function isManagedEndpoint(endpoint) {
	return isTagged(endpoint) && mismatchOfEndpoint(endpoint) === void 0;
}
/** True for a security group that this action created: it may be changed and deleted. */
function isManagedGroup(group) {
	return isTagged(group) && mismatchOfGroup(group) === void 0;
}
/** Why an endpoint with the tag isn't managed; undefined where it is managed, or has no such tag. */
function endpointMismatch(endpoint) {
	return isTagged(endpoint) ? mismatchOfEndpoint(endpoint) : void 0;
}
/** Why a group with the tag isn't managed; undefined where it is managed, or has no such tag. */
function groupMismatch(group) {
	return isTagged(group) ? mismatchOfGroup(group) : void 0;
}
/** True for the name of an endpoint service that the action makes endpoints for. */
function isEndpointService(serviceName) {
	return ENDPOINT_SERVICE.test(serviceName);
}
/** Name of the group for a service: the lock that keeps two runs from making two, since EC2 allows each name once a VPC. */
function groupName(serviceName) {
	return sanitise(`cockroachdb-privatelink ${serviceName.split(".").at(-1) ?? serviceName}`);
}
/** Text in the characters that EC2 allows in names and descriptions of groups and rules (at most 255). */
function sanitise(text) {
	return text.replace(/[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g, "_").slice(0, 255);
}
/** The tag alone, which proves nothing yet. */
function isTagged({ tags }) {
	return tags[MANAGED_BY] === MANAGED_BY_VALUE;
}
function mismatchOfEndpoint(endpoint) {
	const service = endpoint.tags[SERVICE];
	if (endpoint.requesterManaged) return mismatch("an AWS service manages it");
	if (!endpoint.interface) return mismatch("its type isn't Interface");
	if (!isEndpointService(endpoint.serviceName)) return mismatch(`${endpoint.serviceName} isn't a vpce-svc service`);
	if (service === void 0) return {
		why: `tag ${SERVICE} is missing`,
		lacksService: true
	};
	if (service !== tagText(endpoint.serviceName)) return mismatch(`its tag ${SERVICE} names another service`);
}
function mismatchOfGroup({ name, tags }) {
	const service = tags[SERVICE];
	if (service === void 0) return {
		why: `tag ${SERVICE} is missing`,
		lacksService: true
	};
	if (!isEndpointService(service)) return mismatch(`its tag ${SERVICE} names no vpce-svc service`);
	if (name !== groupName(service)) return mismatch(`its name doesn't fit its tag ${SERVICE}`);
}
function mismatch(why) {
	return {
		why,
		lacksService: false
	};
}

// src/reconcile/model/steps.ts
/** True for a step that can be done now. */
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
/** Every kind of step. What it means for `verify`: findings/step-findings.ts; how it is done: apply/apply.ts. */
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
/** Whose API a step is for. */
function sideOf(action) {
	return traitsOf(action).side;
}
/** True for claims and marks, which are never drift and never `changed`. */
function isInternal({ action }) {
	return traitsOf(action).internal;
}
/** The reads that show a step once it is done. */
function showsIn(action) {
	return traitsOf(action).shows(action);
}
/** All that a step may change: what it shows in, and what changes with it. */
function touchedBy(action) {
	return [...showsIn(action), ...traitsOf(action).stirs?.(action) ?? []];
}
const id = (...parts) => parts.join(":");
/** The IDs of all steps. Where the endpoint or the service is still to come, the step has a name of its own. */
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
	/** The owned group before its endpoint, which has no room. */
	markGroupFirst: (endpointId) => id("mark-group", endpointId),
	/** A group that was not seen when its endpoint was marked. */
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



/***/ }),

/***/ 8484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ fixForPage),
/* harmony export */   n: () => (/* binding */ wireProblem),
/* harmony export */   r: () => (/* binding */ contentTypeOf),
/* harmony export */   t: () => (/* binding */ unreachable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);


// src/support/foreign-page.ts
/** `text/html` out of a header, short enough for a first line. */
function contentTypeOf(header) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.a)((header ?? "").split(";")[0] ?? ""), 24) || "no content type";
}
/**
* What to do about such a page; a proxy that wants other credentials says so by the status.
* @param fallback for every other status
*/
function fixForPage(status, fallback) {
	return status === 407 ? "Put the right user and password into HTTPS_PROXY or HTTP_PROXY, or name the host in NO_PROXY." : fallback;
}

// src/support/wire.ts
const NETWORK = "Check the network, DNS and proxy of the runner, then run again.";
const CA_VARIABLES = "NODE_EXTRA_CA_CERTS adds a private CA and does not change this; AWS_CA_BUNDLE is not read.";
/** A proxy that forbids a host goes on doing so, but for one whose rules are just being loaded. */
const FORBIDDEN_MS = 15e3;
/** Each library says this in words of its own, some as an abort. */
const TUNNEL = {
	said: (error) => `CONNECT was answered with HTTP ${tunnelStatus(error)}`,
	code: "ERR_PROXY_TUNNEL"
};
/**
* Every way in which no HTTP answer comes, by the errors that Node 24, undici, tunnel and the AWS SDK throw; the first row
* that fits counts. Each is tried with real sockets in test/scenario/wire.test.ts.
*/
const ROWS = [
	{
		fits: (error) => tunnelStatus(error) === 407,
		...TUNNEL,
		failure: "final",
		words: "the proxy wants other credentials (HTTP 407)",
		fix: "Put the right user and password into HTTPS_PROXY, or name the host in NO_PROXY."
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
		words: "the proxy ended the connection, or there was none to it",
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
		words: "nothing came in time",
		fix: NETWORK
	},
	{
		fits: ({ name, message }) => name === "TimeoutError" || /^(Request timeout\b|no answer in \d)/.test(message),
		failure: "transient",
		words: "nothing came in time",
		said: ({ message }) => /smithy/.test(message) ? `no answer within ${/(\d+) ms/.exec(message)?.[1] ?? ""} ms` : message,
		fix: NETWORK
	},
	{
		codes: ["ERR_BODY_TOO_LONG"],
		failure: "transient",
		budgetMs: FORBIDDEN_MS,
		words: "its answer is longer than any that it sends",
		fix: "Check the proxy and the address: something else answers there."
	},
	{
		codes: /^(HPE_|UND_ERR_RESPONSE$)/,
		failure: "transient",
		words: "what answered does not speak HTTP",
		fix: NETWORK
	},
	{
		fits: ({ name }) => name === "HTTPParserError",
		failure: "transient",
		words: "what answered does not speak HTTP",
		fix: NETWORK
	}
];
/** What kept an HTTP answer from coming, looking through the `cause` chain; undefined for an error of another kind. */
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
			said: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.a)(said(link)).replace(/; if the root CA is installed locally.*$/, ""),
			code: row.code ?? own,
			fix
		};
	}
}
/**
* The text of an error for a service that gave no HTTP answer.
* @param who the service, and what it was asked: "read VPC vpc-1"
*/
function unreachable(error, { who, doing, host }) {
	const about = `${who}${host === "" ? "" : ` at ${host}`}, asked to ${doing}`;
	const problem = wireProblem(error);
	if (problem === void 0) {
		const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)(about, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error), error instanceof Error ? error.name : "no answer");
		return {
			cause: `${who} can't be reached`,
			said,
			fix: NETWORK
		};
	}
	const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.o)(about, problem.said, problem.code);
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
/** A tunnel through a proxy that did not come to be; `tunnel` gives all of these the code ECONNRESET. */
function isTunnel({ code, message }) {
	return code === "ERR_PROXY_TUNNEL" || code === "UND_ERR_PRX_CONN" || /tunneling socket could not be established|when HTTP Tunneling|establish (a |the )?(proxy )?tunnel/i.test(message);
}
/** With which status a proxy answered CONNECT. */
function tunnelStatus(error) {
	if (!isTunnel(error)) return void 0;
	const [, told] = /statusCode=(\d{3})|Proxy response \((\d{3})\)|HTTP\/\d(?:\.\d)? (\d{3})/.exec(error.message)?.filter((one) => one !== void 0) ?? [];
	const status = typeof error.statusCode === "number" ? error.statusCode : Number(told);
	return Number.isInteger(status) ? status : void 0;
}
/** `wrong version number`, out of what OpenSSL says. */
function tlsReason({ reason, message }) {
	if (typeof reason === "string") return reason;
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.a)(/:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? message);
}



/***/ }),

/***/ 2276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ series),
/* harmony export */   i: () => (/* binding */ list),
/* harmony export */   n: () => (/* binding */ capitalized),
/* harmony export */   r: () => (/* binding */ counted),
/* harmony export */   t: () => (/* binding */ bullets)
/* harmony export */ });
// src/support/words.ts
/** `1 VPC endpoint`, `3 VPC endpoints`. @param plural where it is not the noun with an s */
function counted(count, noun, plural = `${noun}s`) {
	return `${count} ${count === 1 ? noun : plural}`;
}
/** `a`, `a and b`, `a, b and c`. */
function series(items) {
	const last = items.at(-1) ?? "";
	return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
/** At most so many items of a list, in words. */
function list(items, max = 8) {
	const all = [...items];
	if (all.length === 0) return "none";
	return all.length <= max ? all.join(", ") : `${all.slice(0, max).join(", ")} and ${all.length - max} more`;
}
/** At most so many items, each as a line of a list in Markdown. */
function bullets(items, max) {
	const more = items.length - max;
	return [...items.slice(0, max), ...more > 0 ? [`and ${more} more`] : []].map((item) => `- ${item}`);
}
/** A text as the beginning of a sentence. */
function capitalized(text) {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
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
/******/ var __webpack_exports__B = __webpack_exports__.B;
/******/ var __webpack_exports__C = __webpack_exports__.C;
/******/ var __webpack_exports__D = __webpack_exports__.D;
/******/ var __webpack_exports__E = __webpack_exports__.E;
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
/******/ var __webpack_exports__P = __webpack_exports__.P;
/******/ var __webpack_exports__Q = __webpack_exports__.Q;
/******/ var __webpack_exports__R = __webpack_exports__.R;
/******/ var __webpack_exports__S = __webpack_exports__.S;
/******/ var __webpack_exports__T = __webpack_exports__.T;
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
/******/ var __webpack_exports__x = __webpack_exports__.x;
/******/ var __webpack_exports__y = __webpack_exports__.y;
/******/ var __webpack_exports__yt = __webpack_exports__.yt;
/******/ var __webpack_exports__z = __webpack_exports__.z;
/******/ export { __webpack_exports__$ as $, __webpack_exports__A as A, __webpack_exports__B as B, __webpack_exports__C as C, __webpack_exports__D as D, __webpack_exports__E as E, __webpack_exports__F as F, __webpack_exports__G as G, __webpack_exports__H as H, __webpack_exports__I as I, __webpack_exports__J as J, __webpack_exports__K as K, __webpack_exports__L as L, __webpack_exports__M as M, __webpack_exports__N as N, __webpack_exports__O as O, __webpack_exports__P as P, __webpack_exports__Q as Q, __webpack_exports__R as R, __webpack_exports__S as S, __webpack_exports__T as T, __webpack_exports__U as U, __webpack_exports__V as V, __webpack_exports__W as W, __webpack_exports__X as X, __webpack_exports__Y as Y, __webpack_exports__Z as Z, __webpack_exports___ as _, __webpack_exports___t as _t, __webpack_exports__a as a, __webpack_exports__at as at, __webpack_exports__b as b, __webpack_exports__c as c, __webpack_exports__ct as ct, __webpack_exports__d as d, __webpack_exports__dt as dt, __webpack_exports__et as et, __webpack_exports__f as f, __webpack_exports__ft as ft, __webpack_exports__g as g, __webpack_exports__gt as gt, __webpack_exports__h as h, __webpack_exports__ht as ht, __webpack_exports__i as i, __webpack_exports__it as it, __webpack_exports__j as j, __webpack_exports__k as k, __webpack_exports__l as l, __webpack_exports__lt as lt, __webpack_exports__m as m, __webpack_exports__mt as mt, __webpack_exports__n as n, __webpack_exports__nt as nt, __webpack_exports__o as o, __webpack_exports__ot as ot, __webpack_exports__p as p, __webpack_exports__pt as pt, __webpack_exports__q as q, __webpack_exports__r as r, __webpack_exports__rt as rt, __webpack_exports__s as s, __webpack_exports__st as st, __webpack_exports__t as t, __webpack_exports__tt as tt, __webpack_exports__u as u, __webpack_exports__ut as ut, __webpack_exports__v as v, __webpack_exports__vt as vt, __webpack_exports__w as w, __webpack_exports__x as x, __webpack_exports__y as y, __webpack_exports__yt as yt, __webpack_exports__z as z };
/******/ 
