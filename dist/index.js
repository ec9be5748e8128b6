import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

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

/***/ 4946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ AwsQueryProtocol)
/* harmony export */ });
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8008);
/* harmony import */ var _hex_encoding_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(224);
/* harmony import */ var _httpRequest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7220);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(879);
/* harmony import */ var _toUtf8_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3383);






// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/get-value-from-text-node.js
const getValueFromTextNode = (obj) => {
	const textNodeName = "#text";
	for (const key in obj) {
		if (!(0,_hex_encoding_js__WEBPACK_IMPORTED_MODULE_1__.o)(obj, key)) continue;
		if (obj[key][textNodeName] !== void 0) obj[key] = obj[key][textNodeName];
		else if (typeof obj[key] === "object" && obj[key] !== null) obj[key] = getValueFromTextNode(obj[key]);
	}
	return obj;
};

// node_modules/@smithy/core/dist-es/submodules/protocols/RpcProtocol.js
var RpcProtocol = class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.F {
	async serializeRequest(operationSchema, _input, context) {
		const serializer = this.serializer;
		const query = {};
		const headers = {};
		const endpoint = await context.endpoint();
		const ns = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ht.of(operationSchema?.input);
		const schema = ns.getSchema();
		let payload;
		const input = _input && typeof _input === "object" ? _input : {};
		const request = new _httpRequest_js__WEBPACK_IMPORTED_MODULE_4__.t({
			protocol: "",
			hostname: "",
			port: void 0,
			path: "/",
			fragment: void 0,
			query,
			headers,
			body: void 0
		});
		if (endpoint) {
			this.updateServiceEndpoint(request, endpoint);
			this.setHostPrefix(request, operationSchema, input);
		}
		if (input) {
			const eventStreamMember = ns.getEventStreamMember();
			if (eventStreamMember) {
				if (input[eventStreamMember]) {
					const initialRequest = {};
					for (const [memberName] of ns.structIterator()) if (memberName !== eventStreamMember && input[memberName] != null) initialRequest[memberName] = input[memberName];
					payload = await this.serializeEventStream({
						eventStream: input[eventStreamMember],
						requestSchema: ns,
						initialRequest
					});
				}
			} else {
				serializer.write(schema, input);
				payload = serializer.flush();
			}
		}
		request.headers = Object.assign(request.headers, headers);
		request.query = query;
		request.body = payload;
		request.method = "POST";
		return request;
	}
	async deserializeResponse(operationSchema, context, response) {
		const deserializer = this.deserializer;
		const ns = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ht.of(operationSchema.output);
		const dataObject = {};
		if (this.isErrorResponse(response.statusCode)) {
			const bytes = await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.B)(response.body, context);
			if (bytes.byteLength > 0) Object.assign(dataObject, await deserializer.read(15, bytes));
			await this.handleError(operationSchema, context, response, dataObject, this.deserializeMetadata(response));
			throw new Error("@smithy/core/protocols - RPC Protocol error handler failed to throw.");
		}
		for (const header in response.headers) {
			if (!(0,_hex_encoding_js__WEBPACK_IMPORTED_MODULE_1__.o)(response.headers, header)) continue;
			const value = response.headers[header];
			delete response.headers[header];
			response.headers[header.toLowerCase()] = value;
		}
		const eventStreamMember = ns.getEventStreamMember();
		if (eventStreamMember) dataObject[eventStreamMember] = await this.deserializeEventStream({
			response,
			responseSchema: ns,
			initialResponseContainer: dataObject
		});
		else {
			const bytes = await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.B)(response.body, context);
			if (bytes.byteLength > 0) Object.assign(dataObject, await deserializer.read(ns, bytes));
		}
		dataObject.$metadata = this.deserializeMetadata(response);
		return dataObject;
	}
	isErrorResponse(statusCode) {
		return statusCode >= 300;
	}
};

// node_modules/@aws-sdk/xml-builder/dist-es/xml-parser.js
function writeKey$1(obj) {
	Object.defineProperty(obj, "__proto__", {
		value: void 0,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
function parseXML(xml) {
	return new AwsXmlParser(xml).parse();
}
var AwsXmlParser = class AwsXmlParser {
	x;
	i = 0;
	z;
	constructor(x) {
		this.x = x;
		this.x = x.replace(/\r\n?/g, "\n");
		this.z = this.x.length;
	}
	parse() {
		const p = this;
		const { z } = p;
		while (p.i < z) {
			p.trim();
			if (p.i >= z) break;
			if (p.isNext("<?")) {
				p.readTo("?>");
				p.trim();
			} else if (p.isNext("<!--")) {
				p.readTo("-->");
				p.trim();
			} else if (p.isNext("<!DOCTYPE", false)) {
				p.skipDoctype();
				p.trim();
			} else if (p.x[p.i] === "<") {
				const root = p.parseTag();
				return { [root.tag]: root.value };
			} else throw new Error("@aws-sdk XML parse error: unexpected content.");
		}
		throw new Error("@aws-sdk XML parse error: no root element.");
	}
	isNext(s, caseSensitive = true) {
		const p = this;
		if (caseSensitive) return p.x.startsWith(s, p.i);
		return p.x.toLowerCase().startsWith(s.toLowerCase(), p.i);
	}
	readTo(stop) {
		const p = this;
		const _i = p.x.indexOf(stop, p.i);
		if (_i === -1) throw new Error(`@aws-sdk XML parse error: expected "${stop}" not found.`);
		const result = p.x.slice(p.i, _i);
		p.i = _i + stop.length;
		return result;
	}
	trim() {
		const p = this;
		while (p.i < p.z && " 	\r\n".includes(p.x[p.i])) ++p.i;
	}
	readAttrValue() {
		const p = this;
		const quote = p.x[p.i];
		++p.i;
		let value = "";
		while (p.i < p.z && p.x[p.i] !== quote) value += p.x[p.i++];
		++p.i;
		return p.decodeEntities(value);
	}
	parseTag() {
		const p = this;
		++p.i;
		let tag = "";
		while (p.i < p.z && !" 	\r\n>/".includes(p.x[p.i])) tag += p.x[p.i++];
		let hasAttrs = false;
		const attrs = {};
		while (p.i < p.z) {
			p.trim();
			if (">/".includes(p.x[p.i])) break;
			let name = "";
			while (p.i < p.z && !"= 	\r\n>/?".includes(p.x[p.i])) name += p.x[p.i++];
			p.trim();
			if (p.x[p.i] !== "=") break;
			++p.i;
			p.trim();
			if (name === "__proto__") writeKey$1(attrs);
			attrs[name] = p.readAttrValue();
			hasAttrs = true;
		}
		if (p.i >= p.z) throw new Error("@aws-sdk XML parse error: unexpected end of input.");
		if (p.x[p.i] === "/") {
			++p.i;
			if (p.i >= p.z || p.x[p.i] !== ">") throw new Error("@aws-sdk XML parse error: expected > at the end of self-closing tag.");
			++p.i;
			return {
				tag,
				value: hasAttrs ? attrs : ""
			};
		}
		if (p.x[p.i] !== ">") throw new Error("@aws-sdk XML parse error: expected > at the end of opening tag.");
		++p.i;
		const textParts = [];
		const childTags = [];
		let hasElementChild = false;
		while (p.i < p.z) {
			if (p.isNext("</")) break;
			if (p.x[p.i] === "<") {
				if (p.isNext("<!--")) p.readTo("-->");
				else if (p.isNext("<![CDATA[")) {
					p.i += 9;
					textParts.push(p.readTo("]]>"));
				} else if (p.isNext("<?")) p.readTo("?>");
				else {
					hasElementChild = true;
					childTags.push(p.parseTag());
				}
			} else {
				let text = "";
				while (p.i < p.z && p.x[p.i] !== "<") text += p.x[p.i++];
				textParts.push(p.decodeEntities(text));
			}
		}
		if (!p.isNext("</")) throw new Error(`@aws-sdk XML parse error: missing closing tag </${tag}>.`);
		p.i += 2;
		const closeTag = p.readTo(">").trim();
		if (closeTag !== tag) throw new Error(`@aws-sdk XML parse error: mismatched tags <${tag}> and </${closeTag}>.`);
		if (!hasAttrs && textParts.length === 0 && !hasElementChild) return {
			tag,
			value: ""
		};
		if (!hasAttrs && !hasElementChild) {
			const text = textParts.length === 1 ? textParts[0] : textParts.join("");
			if (text.trim() === "" && text.includes("\n")) return {
				tag,
				value: ""
			};
			return {
				tag,
				value: text
			};
		}
		const obj = {};
		for (const text of textParts) {
			if (text.trim() === "" && text.includes("\n")) continue;
			obj["#text"] = "#text" in obj ? obj["#text"] + text : text;
		}
		for (const child of childTags) {
			if (child.tag === "__proto__") writeKey$1(obj);
			if (child.tag in obj) {
				if (Array.isArray(obj[child.tag])) obj[child.tag].push(child.value);
				else obj[child.tag] = [obj[child.tag], child.value];
			} else obj[child.tag] = child.value;
		}
		for (const [k, v] of Object.entries(attrs)) {
			if (k === "__proto__") writeKey$1(obj);
			obj[k] = v;
		}
		return {
			tag,
			value: obj
		};
	}
	static ENTITIES = {
		amp: "&",
		lt: "<",
		gt: ">",
		quot: "\"",
		apos: "'"
	};
	skipDoctype() {
		const p = this;
		p.i += 9;
		let depth = 0;
		while (p.i < p.z) {
			const c = p.x[p.i];
			if (c === "[") ++depth;
			else if (c === "]") --depth;
			else if (c === ">" && depth === 0) {
				++p.i;
				return;
			}
			++p.i;
		}
		throw new Error("@aws-sdk XML parse error: unclosed DOCTYPE.");
	}
	decodeEntities(s) {
		return s.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g, (_, hex, dec, named) => {
			if (hex) return String.fromCharCode(parseInt(hex, 16));
			if (dec) return String.fromCharCode(parseInt(dec, 10));
			return AwsXmlParser.ENTITIES[named] ?? "";
		});
	}
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ConfigurableSerdeContext.js
var SerdeContextConfig = class {
	serdeContext;
	setSerdeContext(serdeContext) {
		this.serdeContext = serdeContext;
	}
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/UnionSerde.js
var UnionSerde = class {
	from;
	to;
	keys;
	constructor(from, to) {
		this.from = from;
		this.to = to;
		const keys = Object.keys(this.from);
		const set = new Set(keys);
		set.delete("__type");
		this.keys = set;
	}
	mark(key) {
		this.keys.delete(key);
	}
	hasUnknown() {
		return this.keys.size === 1 && Object.keys(this.to).length === 0;
	}
	writeUnknown() {
		if (this.hasUnknown()) {
			const k = this.keys.values().next().value;
			const v = this.from[k];
			this.to.$unknown = [k, v];
		}
	}
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/writeKey.js
function writeKey(obj) {
	Object.defineProperty(obj, "__proto__", {
		value: void 0,
		writable: true,
		enumerable: true,
		configurable: true
	});
}

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/XmlShapeDeserializer.js
var XmlShapeDeserializer = class extends SerdeContextConfig {
	settings;
	stringDeserializer;
	constructor(settings) {
		super();
		this.settings = settings;
		this.stringDeserializer = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.P(settings);
	}
	setSerdeContext(serdeContext) {
		this.serdeContext = serdeContext;
		this.stringDeserializer.setSerdeContext(serdeContext);
	}
	read(schema, bytes, key) {
		const ns = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ht.of(schema);
		const memberSchemas = ns.getMemberSchemas();
		if (ns.isStructSchema() && ns.isMemberSchema() && !!Object.values(memberSchemas).find((memberNs) => {
			return !!memberNs.getMemberTraits().eventPayload;
		})) {
			const output = {};
			const memberName = Object.keys(memberSchemas)[0];
			if (memberSchemas[memberName].isBlobSchema()) output[memberName] = bytes;
			else output[memberName] = this.read(memberSchemas[memberName], bytes);
			return output;
		}
		const xmlString = (this.serdeContext?.utf8Encoder ?? _toUtf8_js__WEBPACK_IMPORTED_MODULE_3__.t)(bytes);
		const parsedObject = this.parseXml(xmlString);
		return this.readSchema(schema, key ? parsedObject[key] : parsedObject);
	}
	readSchema(_schema, value) {
		const ns = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ht.of(_schema);
		if (ns.isUnitSchema()) return;
		const traits = ns.getMergedTraits();
		if (ns.isListSchema() && !Array.isArray(value)) return this.readSchema(ns, [value]);
		if (value == null) return value;
		if (typeof value === "object") {
			const flat = !!traits.xmlFlattened;
			if (ns.isListSchema()) {
				const listValue = ns.getValueSchema();
				const buffer = [];
				const sourceKey = listValue.getMergedTraits().xmlName ?? "member";
				const source = flat ? value : (value[0] ?? value)[sourceKey];
				if (source == null) return buffer;
				const sourceArray = Array.isArray(source) ? source : [source];
				for (const v of sourceArray) buffer.push(this.readSchema(listValue, v));
				return buffer;
			}
			const buffer = {};
			if (ns.isMapSchema()) {
				const keyNs = ns.getKeySchema();
				const memberNs = ns.getValueSchema();
				let entries;
				if (flat) entries = Array.isArray(value) ? value : [value];
				else entries = Array.isArray(value.entry) ? value.entry : [value.entry];
				const keyProperty = keyNs.getMergedTraits().xmlName ?? "key";
				const valueProperty = memberNs.getMergedTraits().xmlName ?? "value";
				for (const entry of entries) {
					const key = entry[keyProperty];
					const value = entry[valueProperty];
					if (key === "__proto__") writeKey(buffer);
					buffer[key] = this.readSchema(memberNs, value);
				}
				return buffer;
			}
			if (ns.isStructSchema()) {
				const union = ns.isUnionSchema();
				let unionSerde;
				if (union) unionSerde = new UnionSerde(value, buffer);
				for (const [memberName, memberSchema] of ns.structIterator()) {
					const memberTraits = memberSchema.getMergedTraits();
					const xmlObjectKey = !memberTraits.httpPayload ? memberSchema.getMemberTraits().xmlName ?? memberName : memberTraits.xmlName ?? memberSchema.getName();
					if (union) unionSerde.mark(xmlObjectKey);
					if (value[xmlObjectKey] != null) buffer[memberName] = this.readSchema(memberSchema, value[xmlObjectKey]);
				}
				if (union) unionSerde.writeUnknown();
				return buffer;
			}
			if (ns.isDocumentSchema()) return value;
			throw new Error(`@aws-sdk/core/protocols - xml deserializer unhandled schema type for ${ns.getName(true)}`);
		}
		if (ns.isListSchema()) return [];
		if (ns.isMapSchema() || ns.isStructSchema()) return {};
		return this.stringDeserializer.read(ns, value);
	}
	parseXml(xml) {
		if (xml.length) {
			let parsedObj;
			try {
				parsedObj = parseXML(xml);
			} catch (e) {
				if (e && typeof e === "object") Object.defineProperty(e, "$responseBodyText", { value: xml });
				throw e;
			}
			const textNodeName = "#text";
			const key = Object.keys(parsedObj)[0];
			const parsedObjToReturn = parsedObj[key];
			if (parsedObjToReturn[textNodeName]) {
				parsedObjToReturn[key] = parsedObjToReturn[textNodeName];
				delete parsedObjToReturn[textNodeName];
			}
			return getValueFromTextNode(parsedObjToReturn);
		}
		return {};
	}
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/QueryShapeSerializer.js
var QueryShapeSerializer = class extends SerdeContextConfig {
	settings;
	buffer;
	constructor(settings) {
		super();
		this.settings = settings;
	}
	write(schema, value, prefix = "") {
		if (this.buffer === void 0) this.buffer = "";
		const ns = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ht.of(schema);
		if (prefix && !prefix.endsWith(".")) prefix += ".";
		if (ns.isBlobSchema()) {
			if (typeof value === "string" || value instanceof Uint8Array) {
				this.writeKey(prefix);
				this.writeValue((this.serdeContext?.base64Encoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.et)(value));
			}
		} else if (ns.isBooleanSchema() || ns.isNumericSchema() || ns.isStringSchema()) {
			if (value != null) {
				this.writeKey(prefix);
				this.writeValue(String(value));
			} else if (ns.isIdempotencyToken()) {
				this.writeKey(prefix);
				this.writeValue((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.V)());
			}
		} else if (ns.isBigIntegerSchema()) {
			if (value != null) {
				this.writeKey(prefix);
				this.writeValue(String(value));
			}
		} else if (ns.isBigDecimalSchema()) {
			if (value != null) {
				this.writeKey(prefix);
				this.writeValue(value instanceof _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.Z ? value.string : String(value));
			}
		} else if (ns.isTimestampSchema()) {
			if (value instanceof Date) {
				this.writeKey(prefix);
				switch ((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.N)(ns, this.settings)) {
					case 5:
						this.writeValue(value.toISOString().replace(".000Z", "Z"));
						break;
					case 6:
						this.writeValue((0,_node_http_handler_js__WEBPACK_IMPORTED_MODULE_2__.o)(value));
						break;
					case 7: this.writeValue(String(value.getTime() / 1e3));
				}
			}
		} else if (ns.isDocumentSchema()) {
			if (Array.isArray(value)) this.write(79, value, prefix);
			else if (value instanceof Date) this.write(4, value, prefix);
			else if (value instanceof Uint8Array) this.write(21, value, prefix);
			else if (value && typeof value === "object") this.write(143, value, prefix);
			else {
				this.writeKey(prefix);
				this.writeValue(String(value));
			}
		} else if (ns.isListSchema()) {
			if (Array.isArray(value)) {
				if (value.length === 0) {
					if (this.settings.serializeEmptyLists) {
						this.writeKey(prefix);
						this.writeValue("");
					}
				} else {
					const member = ns.getValueSchema();
					const flat = this.settings.flattenLists || ns.getMergedTraits().xmlFlattened;
					let i = 1;
					for (const item of value) {
						if (item == null) continue;
						const traits = member.getMergedTraits();
						const suffix = this.getKey("member", traits.xmlName, traits.ec2QueryName);
						const key = flat ? `${prefix}${i}` : `${prefix}${suffix}.${i}`;
						this.write(member, item, key);
						++i;
					}
				}
			}
		} else if (ns.isMapSchema()) {
			if (value && typeof value === "object") {
				const keySchema = ns.getKeySchema();
				const memberSchema = ns.getValueSchema();
				const flat = ns.getMergedTraits().xmlFlattened;
				let i = 1;
				for (const k in value) {
					const v = value[k];
					if (v == null) continue;
					const keyTraits = keySchema.getMergedTraits();
					const keySuffix = this.getKey("key", keyTraits.xmlName, keyTraits.ec2QueryName);
					const key = flat ? `${prefix}${i}.${keySuffix}` : `${prefix}entry.${i}.${keySuffix}`;
					const valTraits = memberSchema.getMergedTraits();
					const valueSuffix = this.getKey("value", valTraits.xmlName, valTraits.ec2QueryName);
					const valueKey = flat ? `${prefix}${i}.${valueSuffix}` : `${prefix}entry.${i}.${valueSuffix}`;
					this.write(keySchema, k, key);
					this.write(memberSchema, v, valueKey);
					++i;
				}
			}
		} else if (ns.isStructSchema()) {
			if (value && typeof value === "object") {
				let didWriteMember = false;
				for (const [memberName, member] of ns.structIterator()) {
					if (value[memberName] == null && !member.isIdempotencyToken()) continue;
					const traits = member.getMergedTraits();
					const suffix = this.getKey(memberName, traits.xmlName, traits.ec2QueryName, "struct");
					const key = `${prefix}${suffix}`;
					this.write(member, value[memberName], key);
					didWriteMember = true;
				}
				if (!didWriteMember && ns.isUnionSchema()) {
					const { $unknown } = value;
					if (Array.isArray($unknown)) {
						const [k, v] = $unknown;
						const key = `${prefix}${k}`;
						this.write(15, v, key);
					}
				}
			}
		} else if (ns.isUnitSchema()) {} else throw new Error(`@aws-sdk/core/protocols - QuerySerializer unrecognized schema type ${ns.getName(true)}`);
	}
	flush() {
		if (this.buffer === void 0) throw new Error("@aws-sdk/core/protocols - QuerySerializer cannot flush with nothing written to buffer.");
		const str = this.buffer;
		delete this.buffer;
		return str;
	}
	getKey(memberName, xmlName, ec2QueryName, keySource) {
		const { ec2, capitalizeKeys } = this.settings;
		if (ec2 && ec2QueryName) return ec2QueryName;
		const key = xmlName ?? memberName;
		if (capitalizeKeys && keySource === "struct") return key[0].toUpperCase() + key.slice(1);
		return key;
	}
	writeKey(key) {
		if (key.endsWith(".")) key = key.slice(0, key.length - 1);
		this.buffer += `&${(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.z)(key)}=`;
	}
	writeValue(value) {
		this.buffer += (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.z)(value);
	}
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/AwsQueryProtocol.js
var AwsQueryProtocol = class extends RpcProtocol {
	options;
	serializer;
	deserializer;
	mixin = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.n();
	constructor(options) {
		super({
			defaultNamespace: options.defaultNamespace,
			errorTypeRegistries: options.errorTypeRegistries
		});
		this.options = options;
		const settings = {
			timestampFormat: {
				useTrait: true,
				default: 5
			},
			httpBindings: false,
			xmlNamespace: options.xmlNamespace,
			serviceNamespace: options.defaultNamespace,
			serializeEmptyLists: true
		};
		this.serializer = new QueryShapeSerializer(settings);
		this.deserializer = new XmlShapeDeserializer(settings);
	}
	getShapeId() {
		return "aws.protocols#awsQuery";
	}
	setSerdeContext(serdeContext) {
		this.serializer.setSerdeContext(serdeContext);
		this.deserializer.setSerdeContext(serdeContext);
	}
	getPayloadCodec() {
		throw new Error("AWSQuery protocol has no payload codec.");
	}
	async serializeRequest(operationSchema, input, context) {
		const request = await super.serializeRequest(operationSchema, input, context);
		if (!request.path.endsWith("/")) request.path += "/";
		request.headers["content-type"] = "application/x-www-form-urlencoded";
		if ((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__._t)(operationSchema.input) === "unit" || !request.body) request.body = "";
		request.body = `Action=${operationSchema.name.split("#")[1] ?? operationSchema.name}&Version=${this.options.version}` + request.body;
		if (request.body.endsWith("&")) request.body = request.body.slice(-1);
		return request;
	}
	async deserializeResponse(operationSchema, context, response) {
		const deserializer = this.deserializer;
		const ns = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ht.of(operationSchema.output);
		const dataObject = {};
		if (response.statusCode >= 300) {
			const bytes = await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.B)(response.body, context);
			if (bytes.byteLength > 0) Object.assign(dataObject, await deserializer.read(15, bytes));
			await this.handleError(operationSchema, context, response, dataObject, this.deserializeMetadata(response));
		}
		for (const header in response.headers) {
			const value = response.headers[header];
			delete response.headers[header];
			response.headers[header.toLowerCase()] = value;
		}
		const shortName = operationSchema.name.split("#")[1] ?? operationSchema.name;
		const awsQueryResultKey = ns.isStructSchema() && this.useNestedResult() ? shortName + "Result" : void 0;
		const bytes = await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.B)(response.body, context);
		if (bytes.byteLength > 0) Object.assign(dataObject, await deserializer.read(ns, bytes, awsQueryResultKey));
		dataObject.$metadata = this.deserializeMetadata(response);
		return dataObject;
	}
	useNestedResult() {
		return true;
	}
	async handleError(operationSchema, context, response, dataObject, metadata) {
		const errorIdentifier = this.loadQueryErrorCode(response, dataObject) ?? "Unknown";
		this.mixin.compose(this.compositeErrorRegistry, errorIdentifier, this.options.defaultNamespace);
		const errorData = this.loadQueryError(dataObject) ?? {};
		const message = this.loadQueryErrorMessage(dataObject);
		errorData.message = message;
		errorData.Error = {
			Type: errorData.Type,
			Code: errorData.Code,
			Message: message
		};
		const { errorSchema, errorMetadata } = await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier, this.options.defaultNamespace, response, errorData, metadata, this.mixin.findQueryCompatibleError);
		const ns = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__.ht.of(errorSchema);
		const exception = new ((this.compositeErrorRegistry.getErrorCtor(errorSchema)) ?? Error)({});
		const output = {
			Type: errorData.Error.Type,
			Code: errorData.Error.Code,
			Error: errorData.Error
		};
		for (const [name, member] of ns.structIterator()) {
			const target = member.getMergedTraits().xmlName ?? name;
			const value = errorData[target] ?? dataObject[target];
			output[name] = this.deserializer.readSchema(member, value);
		}
		throw this.mixin.decorateServiceException(Object.assign(exception, errorMetadata, {
			$fault: ns.getMergedTraits().error,
			message
		}, output), dataObject);
	}
	loadQueryErrorCode(output, data) {
		const code = (data.Errors?.[0]?.Error ?? data.Errors?.Error ?? data.Error)?.Code;
		if (code !== void 0) return code;
		if (output.statusCode == 404) return "NotFound";
	}
	loadQueryError(data) {
		return data.Errors?.[0]?.Error ?? data.Errors?.Error ?? data.Error;
	}
	loadQueryErrorMessage(data) {
		const errorData = this.loadQueryError(data);
		return errorData?.message ?? errorData?.Message ?? data.message ?? data.Message ?? "Unknown";
	}
	getDefaultContentType() {
		return "application/x-www-form-urlencoded";
	}
};



/***/ }),

/***/ 942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ProviderError),
/* harmony export */   t: () => (/* binding */ CredentialsProviderError)
/* harmony export */ });
// node_modules/@smithy/core/dist-es/submodules/config/property-provider/ProviderError.js
var ProviderError = class ProviderError extends Error {
	name = "ProviderError";
	tryNextLink;
	constructor(message, options = true) {
		let logger;
		let tryNextLink = true;
		if (typeof options === "boolean") {
			logger = void 0;
			tryNextLink = options;
		} else if (options != null && typeof options === "object") {
			logger = options.logger;
			tryNextLink = options.tryNextLink ?? true;
		}
		super(message);
		this.tryNextLink = tryNextLink;
		Object.setPrototypeOf(this, ProviderError.prototype);
		logger?.debug?.(`@smithy/property-provider ${tryNextLink ? "->" : "(!)"} ${message}`);
	}
	static from(error, options = true) {
		return Object.assign(new this(error.message, options), error);
	}
};

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/CredentialsProviderError.js
var CredentialsProviderError = class CredentialsProviderError extends ProviderError {
	name = "CredentialsProviderError";
	constructor(message, options = true) {
		super(message, options);
		Object.setPrototypeOf(this, CredentialsProviderError.prototype);
	}
};



/***/ }),

/***/ 8008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ LazyJsonString),
  A: () => (/* binding */ getContentLengthPlugin),
  B: () => (/* binding */ collectBody),
  C: () => (/* binding */ getHostHeaderPlugin),
  D: () => (/* binding */ DefaultIdentityProviderConfig),
  E: () => (/* binding */ emitWarningIfUnsupportedVersion),
  F: () => (/* binding */ HttpProtocol),
  G: () => (/* binding */ decideEndpoint),
  H: () => (/* binding */ writeKey),
  I: () => (/* binding */ SerdeContext),
  J: () => (/* binding */ BinaryDecisionDiagram),
  K: () => (/* binding */ customEndpointFunctions),
  L: () => (/* binding */ HttpBindingNormalizedSchema),
  M: () => (/* binding */ resolveHttpHandlerRuntimeConfig),
  N: () => (/* binding */ determineTimestampFormat),
  O: () => (/* binding */ normalizeProvider),
  P: () => (/* binding */ FromStringShapeDeserializer),
  Q: () => (/* binding */ splitHeader),
  R: () => (/* binding */ getHttpOperationBindings),
  S: () => (/* binding */ getLoggerPlugin),
  St: () => (/* binding */ NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS),
  T: () => (/* binding */ getDefaultSocketTimeout),
  U: () => (/* binding */ getEndpointPlugin),
  V: () => (/* binding */ generateIdempotencyToken),
  W: () => (/* binding */ resolveEndpointConfig),
  X: () => (/* binding */ calculateBodyLength),
  Y: () => (/* binding */ resolveParams),
  Z: () => (/* binding */ NumericValue),
  _: () => (/* binding */ NODE_RETRY_MODE_CONFIG_OPTIONS),
  _t: () => (/* binding */ deref),
  a: () => (/* binding */ NODE_AUTH_SCHEME_PREFERENCE_OPTIONS),
  at: () => (/* binding */ NODE_REGION_CONFIG_FILE_OPTIONS),
  b: () => (/* binding */ resolveUserAgentConfig),
  bt: () => (/* binding */ getSmithyContext),
  c: () => (/* binding */ getSkewCorrectedDate),
  ct: () => (/* binding */ NoOpLogger),
  d: () => (/* binding */ awsEndpointFunctions),
  dt: () => (/* binding */ emitWarningIfUnsupportedVersion$1),
  et: () => (/* binding */ toBase64),
  f: () => (/* binding */ NODE_APP_ID_CONFIG_OPTIONS),
  ft: () => (/* binding */ loadConfigsForDefaultMode),
  g: () => (/* binding */ NODE_MAX_ATTEMPT_CONFIG_OPTIONS),
  gt: () => (/* binding */ getSchemaSerdePlugin),
  h: () => (/* binding */ getRetryPlugin),
  ht: () => (/* binding */ NormalizedSchema),
  i: () => (/* binding */ SignatureV4),
  it: () => (/* binding */ resolveRegionConfig),
  j: () => (/* binding */ getHttpHandlerExtensionConfiguration),
  k: () => (/* binding */ getHttpSigningPlugin),
  l: () => (/* binding */ getAwsRegionExtensionConfiguration),
  lt: () => (/* binding */ getDefaultExtensionConfiguration),
  m: () => (/* binding */ getUserAgentPlugin),
  n: () => (/* binding */ ProtocolLib),
  nt: () => (/* binding */ getHttpAuthSchemeEndpointRuleSetPlugin),
  o: () => (/* binding */ AwsSdkSigV4Signer),
  ot: () => (/* binding */ NODE_REGION_CONFIG_OPTIONS),
  p: () => (/* binding */ createDefaultUserAgentProvider),
  pt: () => (/* binding */ ServiceException),
  q: () => (/* binding */ EndpointCache),
  r: () => (/* binding */ resolveAwsSdkSigV4Config),
  rt: () => (/* binding */ resolveDefaultsModeConfig),
  s: () => (/* binding */ validateSigningProperties),
  st: () => (/* binding */ makeBuilder),
  t: () => (/* binding */ Sha256Node),
  tt: () => (/* binding */ fromBase64),
  u: () => (/* binding */ resolveAwsRegionExtensionConfiguration),
  ut: () => (/* binding */ resolveDefaultRuntimeConfig),
  v: () => (/* binding */ resolveRetryConfig),
  vt: () => (/* binding */ Client),
  w: () => (/* binding */ resolveHostHeaderConfig),
  x: () => (/* binding */ getRecursionDetectionPlugin),
  xt: () => (/* binding */ NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS),
  y: () => (/* binding */ DEFAULT_RETRY_MODE),
  yt: () => (/* binding */ normalizeProvider$1),
  z: () => (/* binding */ extendedEncodeURIComponent)
});

// UNUSED EXPORTS: mt

// EXTERNAL MODULE: ./pre/parseUrl.js
var parseUrl = __nccwpck_require__(4377);
// EXTERNAL MODULE: ./pre/hex-encoding.js
var hex_encoding = __nccwpck_require__(224);
// EXTERNAL MODULE: ./pre/httpRequest.js
var pre_httpRequest = __nccwpck_require__(7220);
// EXTERNAL MODULE: ./pre/node-http-handler.js
var node_http_handler = __nccwpck_require__(879);
// EXTERNAL MODULE: ./pre/toUtf8.js
var toUtf8 = __nccwpck_require__(3383);
// EXTERNAL MODULE: ./pre/setCredentialFeature.js
var setCredentialFeature = __nccwpck_require__(4296);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
;// CONCATENATED MODULE: ./pre/Sha256Node.js












// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/booleanSelector.js
const booleanSelector = (obj, key, type) => {
	if (!(key in obj)) return;
	if (obj[key] === "true") return true;
	if (obj[key] === "false") return false;
	throw new Error(`Cannot load ${type} "${key}". Expected "true" or "false", got ${obj[key]}.`);
};

// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/types.js
var SelectorType;
(function(SelectorType) {
	SelectorType["ENV"] = "env";
	SelectorType["CONFIG"] = "shared config entry";
})(SelectorType || (SelectorType = {}));

// node_modules/@smithy/types/dist-es/endpoint.js
var EndpointURLScheme;
(function(EndpointURLScheme) {
	EndpointURLScheme["HTTP"] = "http";
	EndpointURLScheme["HTTPS"] = "https";
})(EndpointURLScheme || (EndpointURLScheme = {}));

// node_modules/@smithy/types/dist-es/extensions/checksum.js
var AlgorithmId;
(function(AlgorithmId) {
	AlgorithmId["MD5"] = "md5";
	AlgorithmId["CRC32"] = "crc32";
	AlgorithmId["CRC32C"] = "crc32c";
	AlgorithmId["SHA1"] = "sha1";
	AlgorithmId["SHA256"] = "sha256";
})(AlgorithmId || (AlgorithmId = {}));

// node_modules/@smithy/types/dist-es/middleware.js
const SMITHY_CONTEXT_KEY = "__smithy_context";

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseDualstackEndpointConfigOptions.js
const ENV_USE_DUALSTACK_ENDPOINT = "AWS_USE_DUALSTACK_ENDPOINT";
const CONFIG_USE_DUALSTACK_ENDPOINT = "use_dualstack_endpoint";
const NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => booleanSelector(env, ENV_USE_DUALSTACK_ENDPOINT, SelectorType.ENV),
	configFileSelector: (profile) => booleanSelector(profile, CONFIG_USE_DUALSTACK_ENDPOINT, SelectorType.CONFIG),
	default: false
};

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseFipsEndpointConfigOptions.js
const ENV_USE_FIPS_ENDPOINT = "AWS_USE_FIPS_ENDPOINT";
const CONFIG_USE_FIPS_ENDPOINT = "use_fips_endpoint";
const NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => booleanSelector(env, ENV_USE_FIPS_ENDPOINT, SelectorType.ENV),
	configFileSelector: (profile) => booleanSelector(profile, CONFIG_USE_FIPS_ENDPOINT, SelectorType.CONFIG),
	default: false
};

// node_modules/@smithy/core/dist-es/submodules/client/middleware-stack/MiddlewareStack.js
const getAllAliases = (name, aliases) => {
	const _aliases = [];
	if (name) _aliases.push(name);
	if (aliases) for (const alias of aliases) _aliases.push(alias);
	return _aliases;
};
const getMiddlewareNameWithAliases = (name, aliases) => {
	return `${name || "anonymous"}${aliases && aliases.length > 0 ? ` (a.k.a. ${aliases.join(",")})` : ""}`;
};
const constructStack = () => {
	let absoluteEntries = [];
	let relativeEntries = [];
	let identifyOnResolve = false;
	const entriesNameSet = /* @__PURE__ */ new Set();
	const sort = (entries) => entries.sort((a, b) => stepWeights[b.step] - stepWeights[a.step] || priorityWeights[b.priority || "normal"] - priorityWeights[a.priority || "normal"]);
	const removeByName = (toRemove) => {
		let isRemoved = false;
		const filterCb = (entry) => {
			const aliases = getAllAliases(entry.name, entry.aliases);
			if (aliases.includes(toRemove)) {
				isRemoved = true;
				for (const alias of aliases) entriesNameSet.delete(alias);
				return false;
			}
			return true;
		};
		absoluteEntries = absoluteEntries.filter(filterCb);
		relativeEntries = relativeEntries.filter(filterCb);
		return isRemoved;
	};
	const removeByReference = (toRemove) => {
		let isRemoved = false;
		const filterCb = (entry) => {
			if (entry.middleware === toRemove) {
				isRemoved = true;
				for (const alias of getAllAliases(entry.name, entry.aliases)) entriesNameSet.delete(alias);
				return false;
			}
			return true;
		};
		absoluteEntries = absoluteEntries.filter(filterCb);
		relativeEntries = relativeEntries.filter(filterCb);
		return isRemoved;
	};
	const cloneTo = (toStack) => {
		absoluteEntries.forEach((entry) => {
			toStack.add(entry.middleware, { ...entry });
		});
		relativeEntries.forEach((entry) => {
			toStack.addRelativeTo(entry.middleware, { ...entry });
		});
		toStack.identifyOnResolve?.(stack.identifyOnResolve());
		return toStack;
	};
	const expandRelativeMiddlewareList = (from) => {
		const expandedMiddlewareList = [];
		from.before.forEach((entry) => {
			if (entry.before.length === 0 && entry.after.length === 0) expandedMiddlewareList.push(entry);
			else expandedMiddlewareList.push(...expandRelativeMiddlewareList(entry));
		});
		expandedMiddlewareList.push(from);
		from.after.reverse().forEach((entry) => {
			if (entry.before.length === 0 && entry.after.length === 0) expandedMiddlewareList.push(entry);
			else expandedMiddlewareList.push(...expandRelativeMiddlewareList(entry));
		});
		return expandedMiddlewareList;
	};
	const getMiddlewareList = (debug = false) => {
		const normalizedAbsoluteEntries = [];
		const normalizedRelativeEntries = [];
		const normalizedEntriesNameMap = {};
		absoluteEntries.forEach((entry) => {
			const normalizedEntry = {
				...entry,
				before: [],
				after: []
			};
			for (const alias of getAllAliases(normalizedEntry.name, normalizedEntry.aliases)) normalizedEntriesNameMap[alias] = normalizedEntry;
			normalizedAbsoluteEntries.push(normalizedEntry);
		});
		relativeEntries.forEach((entry) => {
			const normalizedEntry = {
				...entry,
				before: [],
				after: []
			};
			for (const alias of getAllAliases(normalizedEntry.name, normalizedEntry.aliases)) normalizedEntriesNameMap[alias] = normalizedEntry;
			normalizedRelativeEntries.push(normalizedEntry);
		});
		normalizedRelativeEntries.forEach((entry) => {
			if (entry.toMiddleware) {
				const toMiddleware = normalizedEntriesNameMap[entry.toMiddleware];
				if (toMiddleware === void 0) {
					if (debug) return;
					throw new Error(`${entry.toMiddleware} is not found when adding ${getMiddlewareNameWithAliases(entry.name, entry.aliases)} middleware ${entry.relation} ${entry.toMiddleware}`);
				}
				if (entry.relation === "after") toMiddleware.after.push(entry);
				if (entry.relation === "before") toMiddleware.before.push(entry);
			}
		});
		return sort(normalizedAbsoluteEntries).map(expandRelativeMiddlewareList).reduce((wholeList, expandedMiddlewareList) => {
			wholeList.push(...expandedMiddlewareList);
			return wholeList;
		}, []);
	};
	const stack = {
		add: (middleware, options = {}) => {
			const { name, override, aliases: _aliases } = options;
			const entry = {
				step: "initialize",
				priority: "normal",
				middleware,
				...options
			};
			const aliases = getAllAliases(name, _aliases);
			if (aliases.length > 0) {
				if (aliases.some((alias) => entriesNameSet.has(alias))) {
					if (!override) throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(name, _aliases)}'`);
					for (const alias of aliases) {
						const toOverrideIndex = absoluteEntries.findIndex((entry) => entry.name === alias || entry.aliases?.some((a) => a === alias));
						if (toOverrideIndex === -1) continue;
						const toOverride = absoluteEntries[toOverrideIndex];
						if (toOverride.step !== entry.step || entry.priority !== toOverride.priority) throw new Error(`"${getMiddlewareNameWithAliases(toOverride.name, toOverride.aliases)}" middleware with ${toOverride.priority} priority in ${toOverride.step} step cannot be overridden by "${getMiddlewareNameWithAliases(name, _aliases)}" middleware with ${entry.priority} priority in ${entry.step} step.`);
						absoluteEntries.splice(toOverrideIndex, 1);
					}
				}
				for (const alias of aliases) entriesNameSet.add(alias);
			}
			absoluteEntries.push(entry);
		},
		addRelativeTo: (middleware, options) => {
			const { name, override, aliases: _aliases } = options;
			const entry = {
				middleware,
				...options
			};
			const aliases = getAllAliases(name, _aliases);
			if (aliases.length > 0) {
				if (aliases.some((alias) => entriesNameSet.has(alias))) {
					if (!override) throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(name, _aliases)}'`);
					for (const alias of aliases) {
						const toOverrideIndex = relativeEntries.findIndex((entry) => entry.name === alias || entry.aliases?.some((a) => a === alias));
						if (toOverrideIndex === -1) continue;
						const toOverride = relativeEntries[toOverrideIndex];
						if (toOverride.toMiddleware !== entry.toMiddleware || toOverride.relation !== entry.relation) throw new Error(`"${getMiddlewareNameWithAliases(toOverride.name, toOverride.aliases)}" middleware ${toOverride.relation} "${toOverride.toMiddleware}" middleware cannot be overridden by "${getMiddlewareNameWithAliases(name, _aliases)}" middleware ${entry.relation} "${entry.toMiddleware}" middleware.`);
						relativeEntries.splice(toOverrideIndex, 1);
					}
				}
				for (const alias of aliases) entriesNameSet.add(alias);
			}
			relativeEntries.push(entry);
		},
		clone: () => cloneTo(constructStack()),
		use: (plugin) => {
			plugin.applyToStack(stack);
		},
		remove: (toRemove) => {
			if (typeof toRemove === "string") return removeByName(toRemove);
			else return removeByReference(toRemove);
		},
		removeByTag: (toRemove) => {
			let isRemoved = false;
			const filterCb = (entry) => {
				const { tags, name, aliases: _aliases } = entry;
				if (tags && tags.includes(toRemove)) {
					const aliases = getAllAliases(name, _aliases);
					for (const alias of aliases) entriesNameSet.delete(alias);
					isRemoved = true;
					return false;
				}
				return true;
			};
			absoluteEntries = absoluteEntries.filter(filterCb);
			relativeEntries = relativeEntries.filter(filterCb);
			return isRemoved;
		},
		concat: (from) => {
			const cloned = cloneTo(constructStack());
			cloned.use(from);
			cloned.identifyOnResolve(identifyOnResolve || cloned.identifyOnResolve() || (from.identifyOnResolve?.() ?? false));
			return cloned;
		},
		applyToStack: cloneTo,
		identify: () => {
			return getMiddlewareList(true).map((mw) => {
				const step = mw.step ?? mw.relation + " " + mw.toMiddleware;
				return getMiddlewareNameWithAliases(mw.name, mw.aliases) + " - " + step;
			});
		},
		identifyOnResolve(toggle) {
			if (typeof toggle === "boolean") identifyOnResolve = toggle;
			return identifyOnResolve;
		},
		resolve: (handler, context) => {
			for (const middleware of getMiddlewareList().map((entry) => entry.middleware).reverse()) handler = middleware(handler, context);
			if (identifyOnResolve) console.log(stack.identify());
			return handler;
		}
	};
	return stack;
};
const stepWeights = {
	initialize: 5,
	serialize: 4,
	build: 3,
	finalizeRequest: 2,
	deserialize: 1
};
const priorityWeights = {
	high: 3,
	normal: 2,
	low: 1
};

// node_modules/@smithy/core/dist-es/submodules/transport/getSmithyContext.js
const getSmithyContext = (context) => context["__smithy_context"] || (context["__smithy_context"] = {});

// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostLabel.js
const VALID_HOST_LABEL_REGEX = new RegExp(`^(?!.*-$)(?!-)[a-zA-Z0-9-]{1,63}$`);
const isValidHostLabel = (value, allowSubDomains = false) => {
	if (!allowSubDomains) return VALID_HOST_LABEL_REGEX.test(value);
	const labels = value.split(".");
	for (const label of labels) if (!isValidHostLabel(label)) return false;
	return true;
};

// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostname.js
function isValidHostname(hostname) {
	return /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(hostname);
}

// node_modules/@smithy/core/dist-es/submodules/transport/normalizeProvider.js
const normalizeProvider$1 = (input) => {
	if (typeof input === "function") return input;
	const promisified = Promise.resolve(input);
	return () => promisified;
};

// node_modules/@smithy/core/dist-es/submodules/transport/toEndpointV1.js
const toEndpointV1 = (endpoint) => {
	if (typeof endpoint === "object") {
		if ("url" in endpoint) {
			const v1Endpoint = (0,parseUrl.t)(endpoint.url);
			if (endpoint.headers) {
				v1Endpoint.headers = {};
				for (const name in endpoint.headers) {
					if (!(0,hex_encoding.o)(endpoint.headers, name)) continue;
					v1Endpoint.headers[name.toLowerCase()] = endpoint.headers[name].join(", ");
				}
			}
			return v1Endpoint;
		}
		return endpoint;
	}
	return (0,parseUrl.t)(endpoint);
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client.js
var Client = class {
	config;
	middlewareStack = constructStack();
	initConfig;
	handlers;
	constructor(config) {
		this.config = config;
		const { protocol, protocolSettings } = config;
		if (protocolSettings) {
			if (typeof protocol === "function") config.protocol = new protocol(protocolSettings);
		}
	}
	send(command, optionsOrCb, cb) {
		const options = typeof optionsOrCb !== "function" ? optionsOrCb : void 0;
		const callback = typeof optionsOrCb === "function" ? optionsOrCb : cb;
		const useHandlerCache = options === void 0 && this.config.cacheMiddleware === true;
		let handler;
		if (useHandlerCache) {
			if (!this.handlers) this.handlers = /* @__PURE__ */ new WeakMap();
			const handlers = this.handlers;
			if (handlers.has(command.constructor)) handler = handlers.get(command.constructor);
			else {
				handler = command.resolveMiddleware(this.middlewareStack, this.config, options);
				handlers.set(command.constructor, handler);
			}
		} else {
			delete this.handlers;
			handler = command.resolveMiddleware(this.middlewareStack, this.config, options);
		}
		if (callback) handler(command).then((result) => callback(null, result.output), (err) => callback(err)).catch(() => {});
		else return handler(command).then((result) => result.output);
	}
	destroy() {
		this.config?.requestHandler?.destroy?.();
		delete this.handlers;
	}
};

// node_modules/@smithy/core/dist-es/submodules/schema/deref.js
const deref = (schemaRef) => {
	if (typeof schemaRef === "function") return schemaRef();
	return schemaRef;
};

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/operation.js
const operation = (namespace, name, traits, input, output) => ({
	name,
	namespace,
	traits,
	input,
	output
});

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaDeserializationMiddleware.js
const schemaDeserializationMiddleware = (config) => (next, context) => async (args) => {
	const { response } = await next(args);
	const { operationSchema } = getSmithyContext(context);
	const [, ns, n, t, i, o] = operationSchema ?? [];
	try {
		return {
			response,
			output: await config.protocol.deserializeResponse(operation(ns, n, t, i, o), {
				...config,
				...context
			}, response)
		};
	} catch (error) {
		Object.defineProperty(error, "$response", {
			value: response,
			enumerable: false,
			writable: false,
			configurable: false
		});
		if (!("$metadata" in error)) {
			const hint = `Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.`;
			try {
				error.message += "\n  " + hint;
			} catch (ignored) {
				if (!context.logger || context.logger?.constructor?.name === "NoOpLogger") console.warn(hint);
				else context.logger?.warn?.(hint);
			}
			if (typeof error.$responseBodyText !== "undefined") {
				if (error.$response) error.$response.body = error.$responseBodyText;
			}
			try {
				if (node_http_handler.d.isInstance(response)) {
					const { headers = {}, statusCode } = response;
					const headerEntries = Object.entries(headers);
					error.$metadata = {
						httpStatusCode: statusCode,
						requestId: findHeader(/^x-[\w-]+-request-?id$/, headerEntries),
						extendedRequestId: findHeader(/^x-[\w-]+-id-2$/, headerEntries),
						cfId: findHeader(/^x-[\w-]+-cf-id$/, headerEntries)
					};
				}
			} catch (ignored) {}
		}
		throw error;
	}
};
const findHeader = (pattern, headers) => {
	return (headers.find(([k]) => {
		return k.match(pattern);
	}) || [void 0, void 0])[1];
};

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaSerializationMiddleware.js
const schemaSerializationMiddleware = (config) => (next, context) => async (args) => {
	const { operationSchema } = getSmithyContext(context);
	const [, ns, n, t, i, o] = operationSchema ?? [];
	const endpoint = context.endpointV2 ? async () => toEndpointV1(context.endpointV2) : config.endpoint;
	const request = await config.protocol.serializeRequest(operation(ns, n, t, i, o), args.input, {
		...config,
		...context,
		endpoint
	});
	return next({
		...args,
		request
	});
};

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/getSchemaSerdePlugin.js
const deserializerMiddlewareOption = {
	name: "deserializerMiddleware",
	step: "deserialize",
	tags: ["DESERIALIZER"],
	override: true
};
const serializerMiddlewareOption$1 = {
	name: "serializerMiddleware",
	step: "serialize",
	tags: ["SERIALIZER"],
	override: true
};
function getSchemaSerdePlugin(config) {
	return { applyToStack: (commandStack) => {
		commandStack.add(schemaSerializationMiddleware(config), serializerMiddlewareOption$1);
		commandStack.add(schemaDeserializationMiddleware(config), deserializerMiddlewareOption);
		config.protocol.setSerdeContext(config);
	} };
}

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/translateTraits.js
const traitsCache = [];
function translateTraits(indicator) {
	if (typeof indicator === "object") return indicator;
	indicator = indicator | 0;
	if (traitsCache[indicator]) return traitsCache[indicator];
	const traits = {};
	let i = 0;
	for (const trait of [
		"httpLabel",
		"idempotent",
		"idempotencyToken",
		"sensitive",
		"httpPayload",
		"httpResponseCode",
		"httpQueryParams"
	]) if ((indicator >> i++ & 1) === 1) traits[trait] = 1;
	return traitsCache[indicator] = traits;
}

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/NormalizedSchema.js
const anno = {
	it: Symbol.for("@smithy/nor-struct-it"),
	ns: Symbol.for("@smithy/ns")
};
const simpleSchemaCacheN = [];
const simpleSchemaCacheS = {};
var NormalizedSchema = class NormalizedSchema {
	ref;
	memberName;
	static symbol = Symbol.for("@smithy/nor");
	symbol = NormalizedSchema.symbol;
	name;
	schema;
	_isMemberSchema;
	traits;
	memberTraits;
	normalizedTraits;
	constructor(ref, memberName) {
		this.ref = ref;
		this.memberName = memberName;
		const traitStack = [];
		let _ref = ref;
		let schema = ref;
		this._isMemberSchema = false;
		while (isMemberSchema(_ref)) {
			traitStack.push(_ref[1]);
			_ref = _ref[0];
			schema = deref(_ref);
			this._isMemberSchema = true;
		}
		if (traitStack.length > 0) {
			this.memberTraits = {};
			for (let i = traitStack.length - 1; i >= 0; --i) {
				const traitSet = traitStack[i];
				Object.assign(this.memberTraits, translateTraits(traitSet));
			}
		} else this.memberTraits = 0;
		if (schema instanceof NormalizedSchema) {
			const computedMemberTraits = this.memberTraits;
			Object.assign(this, schema);
			this.memberTraits = Object.assign({}, computedMemberTraits, schema.getMemberTraits(), this.getMemberTraits());
			this.normalizedTraits = void 0;
			this.memberName = memberName ?? schema.memberName;
			return;
		}
		this.schema = deref(schema);
		if (isStaticSchema(this.schema)) {
			this.name = `${this.schema[1]}#${this.schema[2]}`;
			this.traits = this.schema[3];
		} else {
			this.name = this.memberName ?? String(schema);
			this.traits = 0;
		}
		if (this._isMemberSchema && !memberName) throw new Error(`@smithy/core/schema - NormalizedSchema member init ${this.getName(true)} missing member name.`);
	}
	static [Symbol.hasInstance](lhs) {
		const isPrototype = this.prototype.isPrototypeOf(lhs);
		if (!isPrototype && typeof lhs === "object" && lhs !== null) return lhs.symbol === this.symbol;
		return isPrototype;
	}
	static of(ref) {
		const keyAble = typeof ref === "function" || typeof ref === "object" && ref !== null;
		if (typeof ref === "number") {
			if (simpleSchemaCacheN[ref]) return simpleSchemaCacheN[ref];
		} else if (typeof ref === "string") {
			if (simpleSchemaCacheS[ref]) return simpleSchemaCacheS[ref];
		} else if (keyAble) {
			if (ref[anno.ns]) return ref[anno.ns];
		}
		const sc = deref(ref);
		if (sc instanceof NormalizedSchema) return sc;
		if (isMemberSchema(sc)) {
			const [ns, traits] = sc;
			if (ns instanceof NormalizedSchema) {
				Object.assign(ns.getMergedTraits(), translateTraits(traits));
				return ns;
			}
			throw new Error(`@smithy/core/schema - may not init unwrapped member schema=${JSON.stringify(ref, null, 2)}.`);
		}
		const ns = new NormalizedSchema(sc);
		if (keyAble) return ref[anno.ns] = ns;
		if (typeof sc === "string") return simpleSchemaCacheS[sc] = ns;
		if (typeof sc === "number") return simpleSchemaCacheN[sc] = ns;
		return ns;
	}
	getSchema() {
		const sc = this.schema;
		if (Array.isArray(sc) && sc[0] === 0) return sc[4];
		return sc;
	}
	getName(withNamespace = false) {
		const { name } = this;
		return !withNamespace && name && name.includes("#") ? name.split("#")[1] : name || void 0;
	}
	getMemberName() {
		return this.memberName;
	}
	isMemberSchema() {
		return this._isMemberSchema;
	}
	isListSchema() {
		const sc = this.getSchema();
		return typeof sc === "number" ? sc >= 64 && sc < 128 : sc[0] === 1;
	}
	isMapSchema() {
		const sc = this.getSchema();
		return typeof sc === "number" ? sc >= 128 && sc <= 255 : sc[0] === 2;
	}
	isStructSchema() {
		const sc = this.getSchema();
		if (typeof sc !== "object") return false;
		const id = sc[0];
		return id === 3 || id === -3 || id === 4;
	}
	isUnionSchema() {
		const sc = this.getSchema();
		if (typeof sc !== "object") return false;
		return sc[0] === 4;
	}
	isBlobSchema() {
		const sc = this.getSchema();
		return sc === 21 || sc === 42;
	}
	isTimestampSchema() {
		const sc = this.getSchema();
		return typeof sc === "number" && sc >= 4 && sc <= 7;
	}
	isUnitSchema() {
		return this.getSchema() === "unit";
	}
	isDocumentSchema() {
		return this.getSchema() === 15;
	}
	isStringSchema() {
		return this.getSchema() === 0;
	}
	isBooleanSchema() {
		return this.getSchema() === 2;
	}
	isNumericSchema() {
		return this.getSchema() === 1;
	}
	isBigIntegerSchema() {
		return this.getSchema() === 17;
	}
	isBigDecimalSchema() {
		return this.getSchema() === 19;
	}
	isStreaming() {
		const { streaming } = this.getMergedTraits();
		return !!streaming || this.getSchema() === 42;
	}
	isIdempotencyToken() {
		return !!this.getMergedTraits().idempotencyToken;
	}
	getMergedTraits() {
		return this.normalizedTraits ?? (this.normalizedTraits = {
			...this.getOwnTraits(),
			...this.getMemberTraits()
		});
	}
	getMemberTraits() {
		return translateTraits(this.memberTraits);
	}
	getOwnTraits() {
		return translateTraits(this.traits);
	}
	getKeySchema() {
		const [isDoc, isMap] = [this.isDocumentSchema(), this.isMapSchema()];
		if (!isDoc && !isMap) throw new Error(`@smithy/core/schema - cannot get key for non-map: ${this.getName(true)}`);
		const schema = this.getSchema();
		return member([isDoc ? 15 : schema[4] ?? 0, 0], "key");
	}
	getValueSchema() {
		const sc = this.getSchema();
		const [isDoc, isMap, isList] = [
			this.isDocumentSchema(),
			this.isMapSchema(),
			this.isListSchema()
		];
		const memberSchema = typeof sc === "number" ? 63 & sc : sc && typeof sc === "object" && (isMap || isList) ? sc[3 + sc[0]] : isDoc ? 15 : void 0;
		if (memberSchema != null) return member([memberSchema, 0], isMap ? "value" : "member");
		throw new Error(`@smithy/core/schema - ${this.getName(true)} has no value member.`);
	}
	getMemberSchema(memberName) {
		const struct = this.getSchema();
		if (this.isStructSchema() && struct[4].includes(memberName)) {
			const i = struct[4].indexOf(memberName);
			const memberSchema = struct[5][i];
			return member(isMemberSchema(memberSchema) ? memberSchema : [memberSchema, 0], memberName);
		}
		if (this.isDocumentSchema()) return member([15, 0], memberName);
		throw new Error(`@smithy/core/schema - ${this.getName(true)} has no member=${memberName}.`);
	}
	getMemberSchemas() {
		const buffer = {};
		try {
			for (const [k, v] of this.structIterator()) buffer[k] = v;
		} catch (ignored) {}
		return buffer;
	}
	getEventStreamMember() {
		if (this.isStructSchema()) {
			for (const [memberName, memberSchema] of this.structIterator()) if (memberSchema.isStreaming() && memberSchema.isStructSchema()) return memberName;
		}
		return "";
	}
	*structIterator() {
		if (this.isUnitSchema()) return;
		if (!this.isStructSchema()) throw new Error("@smithy/core/schema - cannot iterate non-struct schema.");
		const struct = this.getSchema();
		const z = struct[4].length;
		let it = struct[anno.it];
		if (it && z === it.length) {
			yield* it;
			return;
		}
		it = Array(z);
		for (let i = 0; i < z; ++i) {
			const k = struct[4][i];
			const v = member([struct[5][i], 0], k);
			yield it[i] = [k, v];
		}
		struct[anno.it] = it;
	}
};
function member(memberSchema, memberName) {
	if (memberSchema instanceof NormalizedSchema) return Object.assign(memberSchema, {
		memberName,
		_isMemberSchema: true
	});
	return new NormalizedSchema(memberSchema, memberName);
}
const isMemberSchema = (sc) => Array.isArray(sc) && sc.length === 2;
const isStaticSchema = (sc) => Array.isArray(sc) && sc.length >= 5;

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/schemaLogFilter.js
const SENSITIVE_STRING = "***SensitiveInformation***";
function schemaLogFilter(schema, data) {
	if (data == null) return data;
	const ns = NormalizedSchema.of(schema);
	if (ns.getMergedTraits().sensitive) return SENSITIVE_STRING;
	if (ns.isListSchema()) {
		const valueSchema = ns.getValueSchema();
		if (valueSchema.getMergedTraits().sensitive) return SENSITIVE_STRING;
		if (Array.isArray(data)) return data.map((value) => schemaLogFilter(valueSchema, value));
	} else if (ns.isMapSchema()) {
		const valueSchema = ns.getValueSchema();
		if (ns.getKeySchema().getMergedTraits().sensitive || valueSchema.getMergedTraits().sensitive) return SENSITIVE_STRING;
		if (typeof data === "object") return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, schemaLogFilter(valueSchema, value)]));
	} else if (ns.isStructSchema() && typeof data === "object") {
		const object = data;
		const newObject = {};
		for (const [member, memberNs] of ns.structIterator()) if (object[member] != null) newObject[member] = schemaLogFilter(memberNs, object[member]);
		return newObject;
	}
	return data;
}

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/command.js
const operationEventStreamMarker = Symbol.for("@smithy/op-event-stream");
var Command = class {
	middlewareStack = constructStack();
	schema;
	static classBuilder() {
		return new ClassBuilder();
	}
	resolveMiddlewareWithContext(clientStack, configuration, options, { middlewareFn, clientName, commandName, inputFilterSensitiveLog, outputFilterSensitiveLog, smithyContext, additionalContext, CommandCtor }) {
		for (const mw of middlewareFn.bind(this)(CommandCtor, clientStack, configuration, options)) this.middlewareStack.use(mw);
		const stack = clientStack.concat(this.middlewareStack);
		const { logger } = configuration;
		const additionalSmithyContext = additionalContext[SMITHY_CONTEXT_KEY];
		const handlerExecutionContext = {
			logger,
			clientName,
			commandName,
			inputFilterSensitiveLog,
			outputFilterSensitiveLog,
			...additionalContext,
			[SMITHY_CONTEXT_KEY]: {
				...additionalSmithyContext,
				commandInstance: this,
				...smithyContext,
				...options?.metricsRecorder === void 0 ? {} : { metricsRecorder: options.metricsRecorder },
				...options?.abortSignal === void 0 ? {} : { abortSignal: options.abortSignal }
			}
		};
		const { requestHandler } = configuration;
		let requestOptions = options ?? {};
		if (requestOptions.metricsRecorder) {
			requestOptions = { ...requestOptions };
			delete requestOptions.metricsRecorder;
		}
		let isEventStream;
		const schema = this.schema;
		const marker = schema?.[operationEventStreamMarker];
		if (marker !== void 0) isEventStream = marker;
		else if (schema) {
			if (Array.isArray(schema) && schema[0] === 9) {
				const [, , , , input$, output$] = schema;
				isEventStream = schema[operationEventStreamMarker] = Boolean(NormalizedSchema.of(input$).getEventStreamMember() || NormalizedSchema.of(output$).getEventStreamMember());
			}
		}
		if (isEventStream) requestOptions = {
			isEventStream,
			...requestOptions
		};
		return stack.resolve((request) => requestHandler.handle(request.request, requestOptions), handlerExecutionContext);
	}
};
var ClassBuilder = class {
	_init = () => {};
	_ep = {};
	_middlewareFn = () => [];
	_commandName = "";
	_clientName = "";
	_additionalContext = {};
	_smithyContext = {};
	_inputFilterSensitiveLog = void 0;
	_outputFilterSensitiveLog = void 0;
	_serializer = null;
	_deserializer = null;
	_operationSchema;
	init(cb) {
		this._init = cb;
	}
	ep(endpointParameterInstructions) {
		this._ep = endpointParameterInstructions;
		return this;
	}
	m(middlewareSupplier) {
		this._middlewareFn = middlewareSupplier;
		return this;
	}
	s(service, operation, smithyContext = {}) {
		this._smithyContext = {
			service,
			operation,
			...smithyContext
		};
		return this;
	}
	c(additionalContext = {}) {
		this._additionalContext = additionalContext;
		return this;
	}
	n(clientName, commandName) {
		this._clientName = clientName;
		this._commandName = commandName;
		return this;
	}
	f(inputFilter = (_) => _, outputFilter = (_) => _) {
		this._inputFilterSensitiveLog = inputFilter;
		this._outputFilterSensitiveLog = outputFilter;
		return this;
	}
	ser(serializer) {
		this._serializer = serializer;
		return this;
	}
	de(deserializer) {
		this._deserializer = deserializer;
		return this;
	}
	sc(operation) {
		this._operationSchema = operation;
		this._smithyContext.operationSchema = operation;
		return this;
	}
	build() {
		const closure = this;
		let CommandRef;
		return CommandRef = class extends Command {
			input;
			static getEndpointParameterInstructions() {
				return closure._ep;
			}
			constructor(...[input]) {
				super();
				this.input = input ?? {};
				closure._init(this);
				this.schema = closure._operationSchema;
			}
			resolveMiddleware(stack, configuration, options) {
				const op = closure._operationSchema;
				const input = op?.[4] ?? op?.input;
				const output = op?.[5] ?? op?.output;
				return this.resolveMiddlewareWithContext(stack, configuration, options, {
					CommandCtor: CommandRef,
					middlewareFn: closure._middlewareFn,
					clientName: closure._clientName,
					commandName: closure._commandName,
					inputFilterSensitiveLog: closure._inputFilterSensitiveLog ?? (op ? schemaLogFilter.bind(null, input) : (_) => _),
					outputFilterSensitiveLog: closure._outputFilterSensitiveLog ?? (op ? schemaLogFilter.bind(null, output) : (_) => _),
					smithyContext: closure._smithyContext,
					additionalContext: closure._additionalContext
				});
			}
			serialize = closure._serializer;
			deserialize = closure._deserializer;
		};
	}
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/exceptions.js
var ServiceException = class ServiceException extends Error {
	static shapeId = "smithy.ts.sdk.synthetic.nonamespace.client#ServiceException";
	$fault;
	$response;
	$retryable;
	$metadata;
	constructor(options) {
		super(options.message);
		Object.setPrototypeOf(this, Object.getPrototypeOf(this).constructor.prototype);
		this.name = options.name;
		this.$fault = options.$fault;
		this.$metadata = options.$metadata;
	}
	static isInstance(value) {
		if (!value) return false;
		const candidate = value;
		return ServiceException.prototype.isPrototypeOf(candidate) || Boolean(candidate.$fault) && Boolean(candidate.$metadata) && (candidate.$fault === "client" || candidate.$fault === "server");
	}
	static [Symbol.hasInstance](instance) {
		if (!instance) return false;
		const candidate = instance;
		if (this === ServiceException) return ServiceException.isInstance(instance);
		if (ServiceException.isInstance(instance)) {
			if (this.prototype.isPrototypeOf(instance)) return true;
			const targetId = Object.prototype.hasOwnProperty.call(this, "shapeId") ? this.shapeId : void 0;
			let candidateHasShapeId = false;
			if (targetId) {
				let proto = Object.getPrototypeOf(candidate);
				while (proto && proto !== Object.prototype) {
					const ctor = proto.constructor;
					const candidateId = ctor !== ServiceException && Object.prototype.hasOwnProperty.call(ctor, "shapeId") ? ctor?.shapeId : void 0;
					if (candidateId) {
						candidateHasShapeId = true;
						if (candidateId === targetId) return true;
					}
					proto = Object.getPrototypeOf(proto);
				}
			}
			if (targetId && candidateHasShapeId) return false;
			const targetName = this.name;
			if (targetName && targetName.length >= 6) {
				if (candidate.name === targetName) return true;
				let proto = Object.getPrototypeOf(candidate);
				while (proto && proto !== Object.prototype) {
					const ctorName = proto.constructor?.name;
					if (ctorName && ctorName !== "Error" && ctorName === targetName) return true;
					proto = Object.getPrototypeOf(proto);
				}
			}
		}
		return false;
	}
};
const decorateServiceException = (exception, additions = {}) => {
	Object.entries(additions).filter(([, v]) => v !== void 0).forEach(([k, v]) => {
		if (exception[k] == void 0 || exception[k] === "") exception[k] = v;
	});
	exception.message = exception.message || exception.Message || "UnknownError";
	delete exception.Message;
	return exception;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/defaults-mode.js
const loadConfigsForDefaultMode = (mode) => {
	switch (mode) {
		case "standard": return {
			retryMode: "standard",
			connectionTimeout: 3100
		};
		case "in-region": return {
			retryMode: "standard",
			connectionTimeout: 1100
		};
		case "cross-region": return {
			retryMode: "standard",
			connectionTimeout: 3100
		};
		case "mobile": return {
			retryMode: "standard",
			connectionTimeout: 3e4
		};
		default: return {};
	}
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/emitWarningIfUnsupportedVersion.js
let warningEmitted = false;
const emitWarningIfUnsupportedVersion$1 = (version) => {
	if (version && !warningEmitted && parseInt(version.substring(1, version.indexOf("."))) < 16) warningEmitted = true;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/checksum.js
const knownAlgorithms = Object.values(AlgorithmId);
const getChecksumConfiguration = (runtimeConfig) => {
	const checksumAlgorithms = [];
	for (const id in AlgorithmId) {
		if (!(0,hex_encoding.o)(AlgorithmId, id)) continue;
		const algorithmId = AlgorithmId[id];
		if (runtimeConfig[algorithmId] === void 0) continue;
		checksumAlgorithms.push({
			algorithmId: () => algorithmId,
			checksumConstructor: () => runtimeConfig[algorithmId]
		});
	}
	for (const [id, ChecksumCtor] of Object.entries(runtimeConfig.checksumAlgorithms ?? {})) checksumAlgorithms.push({
		algorithmId: () => id,
		checksumConstructor: () => ChecksumCtor
	});
	return {
		addChecksumAlgorithm(algo) {
			runtimeConfig.checksumAlgorithms = runtimeConfig.checksumAlgorithms ?? {};
			const id = algo.algorithmId();
			const ctor = algo.checksumConstructor();
			if (knownAlgorithms.includes(id)) runtimeConfig.checksumAlgorithms[id.toUpperCase()] = ctor;
			else runtimeConfig.checksumAlgorithms[id] = ctor;
			checksumAlgorithms.push(algo);
		},
		checksumAlgorithms() {
			return checksumAlgorithms;
		}
	};
};
const resolveChecksumRuntimeConfig = (clientConfig) => {
	const runtimeConfig = {};
	clientConfig.checksumAlgorithms().forEach((checksumAlgorithm) => {
		const id = checksumAlgorithm.algorithmId();
		if (knownAlgorithms.includes(id)) runtimeConfig[id] = checksumAlgorithm.checksumConstructor();
	});
	return runtimeConfig;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/retry.js
const getRetryConfiguration = (runtimeConfig) => {
	return {
		setRetryStrategy(retryStrategy) {
			runtimeConfig.retryStrategy = retryStrategy;
		},
		retryStrategy() {
			return runtimeConfig.retryStrategy;
		}
	};
};
const resolveRetryRuntimeConfig = (retryStrategyConfiguration) => {
	const runtimeConfig = {};
	runtimeConfig.retryStrategy = retryStrategyConfiguration.retryStrategy();
	return runtimeConfig;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/defaultExtensionConfiguration.js
const getDefaultExtensionConfiguration = (runtimeConfig) => {
	return Object.assign(getChecksumConfiguration(runtimeConfig), getRetryConfiguration(runtimeConfig));
};
const resolveDefaultRuntimeConfig = (config) => {
	return Object.assign(resolveChecksumRuntimeConfig(config), resolveRetryRuntimeConfig(config));
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/NoOpLogger.js
var NoOpLogger = class {
	trace() {}
	debug() {}
	info() {}
	warn() {}
	error() {}
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client-command-builder.js
function makeBuilder(common, service, name, ep) {
	return function makeCommand(added, plugins, op, $, smithyContext = {}) {
		const epMerged = Object.assign({}, common, added);
		return Command.classBuilder().ep(epMerged).m(function(CommandCtor, clientStack, config, options) {
			const list = plugins.call(this, CommandCtor, clientStack, config, options);
			list.unshift(ep(config, CommandCtor.getEndpointParameterInstructions()));
			return list;
		}).s(service, op, smithyContext).n(name, op.charAt(0).toUpperCase() + op.slice(1) + "Command").sc($).build();
	};
}

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/constants.js
const AWS_EXECUTION_ENV = "AWS_EXECUTION_ENV";
const AWS_REGION_ENV = "AWS_REGION";
const AWS_DEFAULT_REGION_ENV = "AWS_DEFAULT_REGION";
const ENV_IMDS_DISABLED = "AWS_EC2_METADATA_DISABLED";
const DEFAULTS_MODE_OPTIONS = [
	"in-region",
	"cross-region",
	"mobile",
	"standard",
	"legacy"
];
const IMDS_REGION_PATH = "/latest/meta-data/placement/region";
const IMDS_TOKEN_PATH = "/latest/api/token";
const X_AWS_EC2_METADATA_TOKEN = "x-aws-ec2-metadata-token";
const X_AWS_EC2_METADATA_TOKEN_TTL = "x-aws-ec2-metadata-token-ttl-seconds";

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js
const TIMEOUT_MS = 1e3;
const NEG_CACHE_TTL_MS = 6e4;
let negativeCacheUntil = 0;
const getInstanceMetadataRegion = async () => {
	if (process.env["AWS_EC2_METADATA_DISABLED"]) return;
	if (Date.now() < negativeCacheUntil) return;
	try {
		const endpoint = resolveImdsEndpoint();
		const token = (await imdsRequest({
			...endpoint,
			path: IMDS_TOKEN_PATH,
			method: "PUT",
			headers: { [X_AWS_EC2_METADATA_TOKEN_TTL]: "21600" }
		})).toString();
		return (await imdsRequest({
			...endpoint,
			path: "/latest/meta-data/placement/region",
			method: "GET",
			headers: { ["x-aws-ec2-metadata-token"]: token }
		})).toString().trim() || cacheNegativeAndReturnUndefined();
	} catch {
		return cacheNegativeAndReturnUndefined();
	}
};
const cacheNegativeAndReturnUndefined = () => {
	negativeCacheUntil = Date.now() + NEG_CACHE_TTL_MS;
};
const resolveImdsEndpoint = () => {
	const envEndpoint = process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT;
	if (envEndpoint) {
		const url = new URL(envEndpoint);
		return {
			hostname: url.hostname.replace(/^\[(.+)]$/, "$1"),
			port: url.port ? Number(url.port) : void 0
		};
	}
	if (process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE === "IPv6") return { hostname: "fd00:ec2::254" };
	return { hostname: "169.254.169.254" };
};
const imdsRequest = async (options) => {
	const { request } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
	return new Promise((resolve, reject) => {
		const req = request({
			hostname: options.hostname,
			port: options.port,
			path: options.path,
			method: options.method,
			headers: options.headers,
			timeout: TIMEOUT_MS,
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		req.on("error", (err) => {
			reject(err);
			req.destroy();
		});
		req.on("timeout", () => {
			reject(/* @__PURE__ */ new Error("TimeoutError from instance metadata service"));
			req.destroy();
		});
		req.on("response", (res) => {
			const { statusCode = 400 } = res;
			if (statusCode < 200 || statusCode >= 300) {
				reject(Object.assign(/* @__PURE__ */ new Error("Error response received from instance metadata service"), { statusCode }));
				req.destroy();
				return;
			}
			const chunks = [];
			res.on("data", (chunk) => chunks.push(chunk));
			res.on("end", () => {
				resolve(Buffer.concat(chunks));
				req.destroy();
			});
		});
		req.end();
	});
};

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/config.js
const REGION_ENV_NAME = "AWS_REGION";
const REGION_INI_NAME = "region";
const NODE_REGION_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => env[REGION_ENV_NAME],
	configFileSelector: (profile) => profile[REGION_INI_NAME],
	default: async () => {
		const region = await getInstanceMetadataRegion();
		if (region) return region;
		throw new Error("Region is missing");
	}
};
const NODE_REGION_CONFIG_FILE_OPTIONS = { preferredFile: "credentials" };

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/checkRegion.js
const validRegions = /* @__PURE__ */ new Set();
const checkRegion = (region, check = isValidHostLabel) => {
	if (!validRegions.has(region) && !check(region)) {
		if (region === "*") console.warn(`@smithy/config-resolver WARN - Please use the caller region instead of "*". See "sigv4a" in https://github.com/aws/aws-sdk-js-v3/blob/main/supplemental-docs/CLIENTS.md.`);
		else throw new Error(`Region not accepted: region="${region}" is not a valid hostname component.`);
	} else validRegions.add(region);
};

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/isFipsRegion.js
const isFipsRegion = (region) => typeof region === "string" && (region.startsWith("fips-") || region.endsWith("-fips"));

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getRealRegion.js
const getRealRegion = (region) => isFipsRegion(region) ? ["fips-aws-global", "aws-fips"].includes(region) ? "us-east-1" : region.replace(/fips-(dkr-|prod-)?|-fips/, "") : region;

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/resolveRegionConfig.js
const resolveRegionConfig = (input) => {
	const { region, useFipsEndpoint } = input;
	if (!region) throw new Error("Region is missing");
	return Object.assign(input, {
		region: async () => {
			const providedRegion = typeof region === "function" ? await region() : region;
			const realRegion = getRealRegion(providedRegion);
			checkRegion(realRegion);
			return realRegion;
		},
		useFipsEndpoint: async () => {
			const providedRegion = typeof region === "string" ? region : await region();
			if (isFipsRegion(providedRegion)) return true;
			return typeof useFipsEndpoint !== "function" ? Promise.resolve(!!useFipsEndpoint) : useFipsEndpoint();
		}
	});
};

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/defaultsModeConfig.js
const AWS_DEFAULTS_MODE_ENV = "AWS_DEFAULTS_MODE";
const AWS_DEFAULTS_MODE_CONFIG = "defaults_mode";
const NODE_DEFAULTS_MODE_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => {
		return env[AWS_DEFAULTS_MODE_ENV];
	},
	configFileSelector: (profile) => {
		return profile[AWS_DEFAULTS_MODE_CONFIG];
	},
	default: "legacy"
};

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/resolveDefaultsModeConfig.js
const resolveDefaultsModeConfig = ({ region = (0,parseUrl.n)(NODE_REGION_CONFIG_OPTIONS), defaultsMode = (0,parseUrl.n)(NODE_DEFAULTS_MODE_CONFIG_OPTIONS) } = {}) => (0,parseUrl.r)(async () => {
	const mode = typeof defaultsMode === "function" ? await defaultsMode() : defaultsMode;
	switch (mode?.toLowerCase()) {
		case "auto": return resolveNodeDefaultsModeAuto(region);
		case "in-region":
		case "cross-region":
		case "mobile":
		case "standard":
		case "legacy": return Promise.resolve(mode?.toLocaleLowerCase());
		case void 0: return Promise.resolve("legacy");
		default: throw new Error(`Invalid parameter for "defaultsMode", expect ${DEFAULTS_MODE_OPTIONS.join(", ")}, got ${mode}`);
	}
});
const resolveNodeDefaultsModeAuto = async (clientRegion) => {
	if (clientRegion) {
		const resolvedRegion = typeof clientRegion === "function" ? await clientRegion() : clientRegion;
		const inferredRegion = await inferPhysicalRegion();
		if (!inferredRegion) return "standard";
		if (resolvedRegion === inferredRegion) return "in-region";
		else return "cross-region";
	}
	return "standard";
};
const inferPhysicalRegion = async () => {
	if (process.env["AWS_EXECUTION_ENV"] && (process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"])) return process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
	return getInstanceMetadataRegion();
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/resolveAuthOptions.js
const resolveAuthOptions = (candidateAuthOptions, authSchemePreference) => {
	if (!authSchemePreference || authSchemePreference.length === 0) return candidateAuthOptions;
	const preferredAuthOptions = [];
	for (const preferredSchemeName of authSchemePreference) for (const candidateAuthOption of candidateAuthOptions) if (candidateAuthOption.schemeId.split("#")[1] === preferredSchemeName) preferredAuthOptions.push(candidateAuthOption);
	for (const candidateAuthOption of candidateAuthOptions) if (!preferredAuthOptions.find(({ schemeId }) => schemeId === candidateAuthOption.schemeId)) preferredAuthOptions.push(candidateAuthOption);
	return preferredAuthOptions;
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/httpAuthSchemeMiddleware.js
function convertHttpAuthSchemesToMap(httpAuthSchemes) {
	const map = /* @__PURE__ */ new Map();
	for (const scheme of httpAuthSchemes) map.set(scheme.schemeId, scheme);
	return map;
}
const httpAuthSchemeMiddleware = (config, mwOptions) => (next, context) => async (args) => {
	const options = config.httpAuthSchemeProvider(await mwOptions.httpAuthSchemeParametersProvider(config, context, args.input));
	const authSchemePreference = config.authSchemePreference ? await config.authSchemePreference() : [];
	const resolvedOptions = resolveAuthOptions(options, authSchemePreference);
	const authSchemes = convertHttpAuthSchemesToMap(config.httpAuthSchemes);
	const smithyContext = getSmithyContext(context);
	const failureReasons = [];
	for (const option of resolvedOptions) {
		const scheme = authSchemes.get(option.schemeId);
		if (!scheme) {
			failureReasons.push(`HttpAuthScheme \`${option.schemeId}\` was not enabled for this service.`);
			continue;
		}
		const identityProvider = scheme.identityProvider(await mwOptions.identityProviderConfigProvider(config));
		if (!identityProvider) {
			failureReasons.push(`HttpAuthScheme \`${option.schemeId}\` did not have an IdentityProvider configured.`);
			continue;
		}
		const { identityProperties = {}, signingProperties = {} } = option.propertiesExtractor?.(config, context) || {};
		option.identityProperties = Object.assign(option.identityProperties || {}, identityProperties);
		option.signingProperties = Object.assign(option.signingProperties || {}, signingProperties);
		smithyContext.selectedHttpAuthScheme = {
			httpAuthOption: option,
			identity: await identityProvider(option.identityProperties),
			signer: scheme.signer
		};
		break;
	}
	if (!smithyContext.selectedHttpAuthScheme) throw new Error(failureReasons.join("\n"));
	return next(args);
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/getHttpAuthSchemeEndpointRuleSetPlugin.js
const httpAuthSchemeEndpointRuleSetMiddlewareOptions = {
	step: "serialize",
	tags: ["HTTP_AUTH_SCHEME"],
	name: "httpAuthSchemeMiddleware",
	override: true,
	relation: "before",
	toMiddleware: "endpointV2Middleware"
};
const getHttpAuthSchemeEndpointRuleSetPlugin = (config, { httpAuthSchemeParametersProvider, identityProviderConfigProvider }) => ({ applyToStack: (clientStack) => {
	clientStack.addRelativeTo(httpAuthSchemeMiddleware(config, {
		httpAuthSchemeParametersProvider,
		identityProviderConfigProvider
	}), httpAuthSchemeEndpointRuleSetMiddlewareOptions);
} });

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/fromBase64.js
const BASE64_REGEX = /^[A-Za-z0-9+/]*={0,2}$/;
const fromBase64 = (input) => {
	if (input.length * 3 % 4 !== 0) throw new TypeError(`Incorrect padding on base64 string.`);
	if (!BASE64_REGEX.exec(input)) throw new TypeError(`Invalid base64 string.`);
	const buffer = (0,hex_encoding.i)(input, "base64");
	return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/toBase64.js
const toBase64 = (_input) => {
	let input;
	if (typeof _input === "string") input = (0,toUtf8.n)(_input);
	else input = _input;
	if (typeof input !== "object" || typeof input.byteOffset !== "number" || typeof input.byteLength !== "number") throw new Error("@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.");
	return (0,hex_encoding.r)(input.buffer, input.byteOffset, input.byteLength).toString("base64");
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/blob/Uint8ArrayBlobAdapter.js
function bindUint8ArrayBlobAdapter(toUtf8, fromUtf8, toBase64, fromBase64) {
	return class Uint8ArrayBlobAdapter extends Uint8Array {
		static fromString(source, encoding = "utf-8") {
			if (typeof source === "string") {
				if (encoding === "base64") return Uint8ArrayBlobAdapter.mutate(fromBase64(source));
				return Uint8ArrayBlobAdapter.mutate(fromUtf8(source));
			}
			throw new Error(`Unsupported conversion from ${typeof source} to Uint8ArrayBlobAdapter.`);
		}
		static mutate(source) {
			Object.setPrototypeOf(source, Uint8ArrayBlobAdapter.prototype);
			return source;
		}
		transformToString(encoding = "utf-8") {
			if (encoding === "base64") return toBase64(this);
			return toUtf8(this);
		}
	};
}

// node_modules/@smithy/core/dist-es/submodules/serde/uuid/v4.js
const decimalToHex = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
function bindV4(getRandomValues) {
	if (typeof crypto !== "undefined" && typeof crypto.randomUUID === "function") return () => crypto.randomUUID();
	return () => {
		const rnds = /* @__PURE__ */ new Uint8Array(16);
		getRandomValues(rnds);
		rnds[6] = rnds[6] & 15 | 64;
		rnds[8] = rnds[8] & 63 | 128;
		return decimalToHex[rnds[0]] + decimalToHex[rnds[1]] + decimalToHex[rnds[2]] + decimalToHex[rnds[3]] + "-" + decimalToHex[rnds[4]] + decimalToHex[rnds[5]] + "-" + decimalToHex[rnds[6]] + decimalToHex[rnds[7]] + "-" + decimalToHex[rnds[8]] + decimalToHex[rnds[9]] + "-" + decimalToHex[rnds[10]] + decimalToHex[rnds[11]] + decimalToHex[rnds[12]] + decimalToHex[rnds[13]] + decimalToHex[rnds[14]] + decimalToHex[rnds[15]];
	};
}

// node_modules/@smithy/core/dist-es/submodules/serde/lazy-json.js
const LazyJsonString = function LazyJsonString(val) {
	return Object.assign(new String(val), {
		deserializeJSON() {
			return JSON.parse(String(val));
		},
		toString() {
			return String(val);
		},
		toJSON() {
			return String(val);
		}
	});
};
LazyJsonString.from = (object) => {
	if (object && typeof object === "object" && (object instanceof LazyJsonString || "deserializeJSON" in object)) return object;
	else if (typeof object === "string" || Object.getPrototypeOf(object) === String.prototype) return LazyJsonString(String(object));
	return LazyJsonString(JSON.stringify(object));
};
LazyJsonString.fromObject = LazyJsonString.from;

// node_modules/@smithy/core/dist-es/submodules/serde/schema-serde-lib/schema-date-utils.js
const ddd = `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[ne|u?r]?s?day)?`;
const mmm = `(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`;
const time = `(\\d?\\d):(\\d{2}):(\\d{2})(?:\\.(\\d+))?`;
const date = `(\\d?\\d)`;
const year = `(\\d{4})`;
const RFC3339_WITH_OFFSET = /* @__PURE__ */ new RegExp(/^(\d{4})-(\d\d)-(\d\d)[tT](\d\d):(\d\d):(\d\d)(\.(\d+))?(([-+]\d\d:\d\d)|[zZ])$/);
const IMF_FIXDATE_NATIVE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT$/;
const IMF_FIXDATE = new RegExp(`^${ddd}, ${date} ${mmm} ${year} ${time} GMT$`);
const RFC_850_DATE = new RegExp(`^${ddd}, ${date}-${mmm}-(\\d\\d) ${time} GMT$`);
const ASC_TIME = new RegExp(`^${ddd} ${mmm} ( [1-9]|\\d\\d) ${time} ${year}$`);
const months = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
const _parseEpochTimestamp = (value) => {
	if (value == null) return;
	let num = NaN;
	if (typeof value === "number") num = value;
	else if (typeof value === "string") {
		if (!/^-?\d*\.?\d+$/.test(value)) throw new TypeError(`parseEpochTimestamp - numeric string invalid.`);
		num = Number.parseFloat(value);
	} else if (typeof value === "object" && value.tag === 1) num = value.value;
	if (isNaN(num) || Math.abs(num) === 1e400) throw new TypeError("Epoch timestamps must be valid finite numbers.");
	return new Date(Math.round(num * 1e3));
};
const _parseRfc3339DateTimeWithOffset = (value) => {
	if (value == null) return;
	if (typeof value !== "string") throw new TypeError("RFC3339 timestamps must be strings");
	const matches = RFC3339_WITH_OFFSET.exec(value);
	if (!matches) throw new TypeError(`Invalid RFC3339 timestamp format ${value}`);
	const [, yearStr, monthStr, dayStr, hours, minutes, seconds, , ms, offsetStr] = matches;
	range(monthStr, 1, 12);
	range(dayStr, 1, 31);
	range(hours, 0, 23);
	range(minutes, 0, 59);
	range(seconds, 0, 60);
	const date = new Date(Date.UTC(Number(yearStr), Number(monthStr) - 1, Number(dayStr), Number(hours), Number(minutes), Number(seconds), Number(ms) ? Math.round(parseFloat(`0.${ms}`) * 1e3) : 0));
	date.setUTCFullYear(Number(yearStr));
	if (offsetStr.toUpperCase() != "Z") {
		const [, sign, offsetH, offsetM] = /([+-])(\d\d):(\d\d)/.exec(offsetStr) || [
			void 0,
			"+",
			0,
			0
		];
		const scalar = sign === "-" ? 1 : -1;
		date.setTime(date.getTime() + scalar * (Number(offsetH) * 60 * 60 * 1e3 + Number(offsetM) * 60 * 1e3));
	}
	return date;
};
const _parseRfc7231DateTime = (value) => {
	if (value == null) return;
	if (typeof value !== "string") throw new TypeError("RFC7231 timestamps must be strings.");
	if (IMF_FIXDATE_NATIVE.test(value)) return new Date(value);
	let day;
	let month;
	let year;
	let hour;
	let minute;
	let second;
	let fraction;
	let matches;
	if (matches = IMF_FIXDATE.exec(value)) [, day, month, year, hour, minute, second, fraction] = matches;
	else if (matches = RFC_850_DATE.exec(value)) {
		[, day, month, year, hour, minute, second, fraction] = matches;
		year = (Number(year) + 1900).toString();
	} else if (matches = ASC_TIME.exec(value)) [, month, day, hour, minute, second, fraction, year] = matches;
	if (year && second) {
		const timestamp = Date.UTC(Number(year), months.indexOf(month), Number(day), Number(hour), Number(minute), Number(second), fraction ? Math.round(parseFloat(`0.${fraction}`) * 1e3) : 0);
		range(day, 1, 31);
		range(hour, 0, 23);
		range(minute, 0, 59);
		range(second, 0, 60);
		const date = new Date(timestamp);
		date.setUTCFullYear(Number(year));
		return date;
	}
	throw new TypeError(`Invalid RFC7231 date-time value ${value}.`);
};
function range(v, min, max) {
	const _v = Number(v);
	if (_v < min || _v > max) throw new Error(`Value ${_v} out of range [${min}, ${max}]`);
}

// node_modules/@smithy/core/dist-es/submodules/serde/split-header.js
const splitHeader = (value) => {
	const z = value.length;
	const values = [];
	let withinQuotes = false;
	let escaped = false;
	let anchor = 0;
	for (let i = 0; i < z; ++i) {
		const char = value[i];
		switch (char) {
			case `"`:
				if (!escaped) withinQuotes = !withinQuotes;
				break;
			case ",": if (!withinQuotes) {
				values.push(value.slice(anchor, i));
				anchor = i + 1;
			}
		}
		escaped = char === "\\" && !escaped;
	}
	values.push(value.slice(anchor));
	return values.map((v) => {
		v = v.trim();
		const z = v.length;
		if (z < 2) return v;
		if (v[0] === `"` && v[z - 1] === `"`) {
			v = v.slice(1, z - 1);
			return v.replace(/\\(["\\])/g, "$1");
		}
		return v.replace(/\\"/g, "\"");
	});
};

// node_modules/@smithy/core/dist-es/submodules/serde/value/NumericValue.js
const format = /^-?((0|[1-9]\d*)(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;
var NumericValue = class NumericValue {
	string;
	type;
	constructor(string, type) {
		this.string = string;
		this.type = type;
		if (!format.test(string)) throw new Error(`@smithy/core/serde - NumericValue string must conform to the Smithy bigDecimal format. Received: "${string}"`);
	}
	toString() {
		return this.string;
	}
	static [Symbol.hasInstance](object) {
		if (!object || typeof object !== "object") return false;
		const _nv = object;
		return NumericValue.prototype.isPrototypeOf(object) || _nv.type === "bigDecimal" && format.test(_nv.string);
	}
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-body-length/calculateBodyLength.js
const calculateBodyLength = (body) => {
	if (!body) return 0;
	if (typeof body === "string") return Buffer.byteLength(body);
	else if (typeof body.byteLength === "number") return body.byteLength;
	else if (typeof body.size === "number") return body.size;
	else if (typeof body.start === "number" && typeof body.end === "number") return body.end + 1 - body.start;
	else if (body instanceof external_node_fs_.ReadStream) {
		if (body.path != null) return (0,external_node_fs_.lstatSync)(body.path).size;
		else if (typeof body.fd === "number") return (0,external_node_fs_.fstatSync)(body.fd).size;
	}
	throw new Error(`Body Length computation failed for ${body}`);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUint8Array.js
const toUint8Array = (data) => {
	if (data instanceof Uint8Array) return data;
	if (typeof data === "string") return (0,toUtf8.n)(data);
	if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength / Uint8Array.BYTES_PER_ELEMENT);
	return new Uint8Array(data);
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointUrlConfig.js
const ENV_ENDPOINT_URL = "AWS_ENDPOINT_URL";
const CONFIG_ENDPOINT_URL = "endpoint_url";
const getEndpointUrlConfig = (serviceId) => ({
	environmentVariableSelector: (env) => {
		const serviceSuffixParts = serviceId.split(" ").map((w) => w.toUpperCase());
		const serviceEndpointUrl = env[[ENV_ENDPOINT_URL, ...serviceSuffixParts].join("_")];
		if (serviceEndpointUrl) return serviceEndpointUrl;
		const endpointUrl = env[ENV_ENDPOINT_URL];
		if (endpointUrl) return endpointUrl;
	},
	configFileSelector: (profile, config) => {
		if (profile.services) {
			const servicesSectionKey = ["services", profile.services].join(".");
			if (!config || !config[servicesSectionKey]) throw new Error(`The services section "${profile.services}" specified in the profile is not present in the shared configuration file.`);
			const endpointUrl = config[servicesSectionKey][[serviceId.split(" ").map((w) => w.toLowerCase()).join("_"), CONFIG_ENDPOINT_URL].join(".")];
			if (endpointUrl) return endpointUrl;
		}
		const endpointUrl = profile[CONFIG_ENDPOINT_URL];
		if (endpointUrl) return endpointUrl;
	},
	default: void 0
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getIgnoreConfiguredEndpointUrls.js
const ENV_IGNORE_CONFIGURED_ENDPOINT_URLS = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";
const CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS = "ignore_configured_endpoint_urls";
const ignoreConfiguredEndpointUrlsConfigSelectors = {
	environmentVariableSelector: (env) => booleanSelector(env, ENV_IGNORE_CONFIGURED_ENDPOINT_URLS, SelectorType.ENV),
	configFileSelector: (profile) => booleanSelector(profile, CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS, SelectorType.CONFIG),
	default: false
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromConfig.js
const getEndpointFromConfig = async (serviceId) => {
	if (await (0,parseUrl.n)(ignoreConfiguredEndpointUrlsConfigSelectors)()) return;
	return (0,parseUrl.n)(getEndpointUrlConfig(serviceId ?? ""))();
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/s3.js
const resolveParamsForS3 = async (endpointParams) => {
	const bucket = endpointParams?.Bucket || "";
	if (typeof endpointParams.Bucket === "string") endpointParams.Bucket = bucket.replace(/#/g, encodeURIComponent("#")).replace(/\?/g, encodeURIComponent("?"));
	if (isArnBucketName(bucket)) {
		if (endpointParams.ForcePathStyle === true) throw new Error("Path-style addressing cannot be used with ARN buckets");
	} else if (!isDnsCompatibleBucketName(bucket) || bucket.indexOf(".") !== -1 && !String(endpointParams.Endpoint).startsWith("http:") || bucket.toLowerCase() !== bucket || bucket.length < 3) endpointParams.ForcePathStyle = true;
	if (endpointParams.DisableMultiRegionAccessPoints) {
		endpointParams.disableMultiRegionAccessPoints = true;
		endpointParams.DisableMRAP = true;
	}
	return endpointParams;
};
const DOMAIN_PATTERN = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const IP_ADDRESS_PATTERN = /(\d+\.){3}\d+/;
const DOTS_PATTERN = /\.\./;
const isDnsCompatibleBucketName = (bucketName) => DOMAIN_PATTERN.test(bucketName) && !IP_ADDRESS_PATTERN.test(bucketName) && !DOTS_PATTERN.test(bucketName);
const isArnBucketName = (bucketName) => {
	const [arn, partition, service, , , bucket] = bucketName.split(":");
	const isArn = arn === "arn" && bucketName.split(":").length >= 6;
	const isValidArn = Boolean(isArn && partition && service && bucket);
	if (isArn && !isValidArn) throw new Error(`Invalid ARN: ${bucketName} was an invalid ARN.`);
	return isValidArn;
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/createConfigValueProvider.js
const createConfigValueProvider = (configKey, canonicalEndpointParamKey, config, isClientContextParam = false) => {
	const configProvider = async () => {
		let configValue;
		if (isClientContextParam) configValue = config.clientContextParams?.[configKey] ?? config[configKey] ?? config[canonicalEndpointParamKey];
		else configValue = config[configKey] ?? config[canonicalEndpointParamKey];
		if (typeof configValue === "function") return configValue();
		return configValue;
	};
	if (configKey === "credentialScope" || canonicalEndpointParamKey === "CredentialScope") return async () => {
		const credentials = typeof config.credentials === "function" ? await config.credentials() : config.credentials;
		return credentials?.credentialScope ?? credentials?.CredentialScope;
	};
	if (configKey === "accountId" || canonicalEndpointParamKey === "AccountId") return async () => {
		const credentials = typeof config.credentials === "function" ? await config.credentials() : config.credentials;
		return credentials?.accountId ?? credentials?.AccountId;
	};
	if (configKey === "endpoint" || canonicalEndpointParamKey === "endpoint") return async () => {
		if (config.isCustomEndpoint === false) return;
		const endpoint = await configProvider();
		if (endpoint && typeof endpoint === "object") {
			if ("url" in endpoint) return endpoint.url.href;
			if ("hostname" in endpoint) {
				const { protocol, hostname, port, path } = endpoint;
				return `${protocol}//${hostname}${port ? ":" + port : ""}${path}`;
			}
		}
		return endpoint;
	};
	return configProvider;
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromInstructions.js
function bindGetEndpointFromInstructions(getEndpointFromConfig) {
	return async (commandInput, instructionsSupplier, clientConfig, context) => {
		if (!clientConfig.isCustomEndpoint && !clientConfig.ignoreConfiguredEndpointUrls) {
			let endpointFromConfig;
			if (clientConfig.serviceConfiguredEndpoint) endpointFromConfig = await clientConfig.serviceConfiguredEndpoint();
			else endpointFromConfig = await getEndpointFromConfig(clientConfig.serviceId);
			if (endpointFromConfig) {
				clientConfig.endpoint = () => Promise.resolve(toEndpointV1(endpointFromConfig));
				clientConfig.isCustomEndpoint = true;
				context?.logger?.debug?.(`@smithy/core/endpoints - resolved endpoint from config: ${endpointFromConfig}`);
			}
		}
		const endpointParams = await resolveParams(commandInput, instructionsSupplier, clientConfig);
		if (typeof clientConfig.endpointProvider !== "function") throw new Error("config.endpointProvider is not set.");
		const endpoint = clientConfig.endpointProvider(endpointParams, context);
		if (clientConfig.isCustomEndpoint && clientConfig.endpoint) {
			const customEndpoint = await clientConfig.endpoint();
			if (customEndpoint?.headers) {
				endpoint.headers ??= {};
				for (const [name, value] of Object.entries(customEndpoint.headers)) endpoint.headers[name] = Array.isArray(value) ? value : [value];
			}
		}
		return endpoint;
	};
}
const resolveParams = async (commandInput, instructionsSupplier, clientConfig) => {
	const endpointParams = {};
	const instructions = instructionsSupplier?.getEndpointParameterInstructions?.() || {};
	for (const [name, instruction] of Object.entries(instructions)) switch (instruction.type) {
		case "staticContextParams":
			endpointParams[name] = instruction.value;
			break;
		case "contextParams":
			endpointParams[name] = commandInput[instruction.name];
			break;
		case "clientContextParams":
		case "builtInParams":
			endpointParams[name] = await createConfigValueProvider(instruction.name, name, clientConfig, instruction.type !== "builtInParams")();
			break;
		case "operationContextParams":
			endpointParams[name] = instruction.get(commandInput);
			break;
		default: throw new Error("Unrecognized endpoint parameter instruction: " + JSON.stringify(instruction));
	}
	if (Object.keys(instructions).length === 0) Object.assign(endpointParams, clientConfig);
	if (String(clientConfig.serviceId).toLowerCase() === "s3") await resolveParamsForS3(endpointParams);
	return endpointParams;
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/endpointMiddleware.js
function setFeature$1(context, feature, value) {
	if (!context.__smithy_context) context.__smithy_context = { features: {} };
	else if (!context.__smithy_context.features) context.__smithy_context.features = {};
	context.__smithy_context.features[feature] = value;
}
function bindEndpointMiddleware(getEndpointFromConfig) {
	const getEndpointFromInstructions = bindGetEndpointFromInstructions(getEndpointFromConfig);
	return ({ config, instructions }) => {
		return (next, context) => async (args) => {
			if (config.isCustomEndpoint) setFeature$1(context, "ENDPOINT_OVERRIDE", "N");
			const endpoint = await getEndpointFromInstructions(args.input, { getEndpointParameterInstructions() {
				return instructions;
			} }, { ...config }, context);
			context.endpointV2 = endpoint;
			context.authSchemes = endpoint.properties?.authSchemes;
			const authScheme = context.authSchemes?.[0];
			if (authScheme) {
				context["signing_region"] = authScheme.signingRegion;
				context["signing_service"] = authScheme.signingName;
				const httpAuthOption = getSmithyContext(context)?.selectedHttpAuthScheme?.httpAuthOption;
				if (httpAuthOption) httpAuthOption.signingProperties = Object.assign(httpAuthOption.signingProperties || {}, {
					signing_region: authScheme.signingRegion,
					signingRegion: authScheme.signingRegion,
					signing_service: authScheme.signingName,
					signingName: authScheme.signingName,
					signingRegionSet: authScheme.signingRegionSet
				}, authScheme.properties);
			}
			return next({ ...args });
		};
	};
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/getEndpointPlugin.js
const serializerMiddlewareOption = {
	name: "serializerMiddleware",
	step: "serialize",
	tags: ["SERIALIZER"],
	override: true
};
const endpointMiddlewareOptions = {
	step: "serialize",
	tags: [
		"ENDPOINT_PARAMETERS",
		"ENDPOINT_V2",
		"ENDPOINT"
	],
	name: "endpointV2Middleware",
	override: true,
	relation: "before",
	toMiddleware: serializerMiddlewareOption.name
};
function bindGetEndpointPlugin(getEndpointFromConfig) {
	const endpointMiddleware = bindEndpointMiddleware(getEndpointFromConfig);
	return (config, instructions) => ({ applyToStack: (clientStack) => {
		clientStack.addRelativeTo(endpointMiddleware({
			config,
			instructions
		}), endpointMiddlewareOptions);
	} });
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/resolveEndpointConfig.js
function bindResolveEndpointConfig(getEndpointFromConfig) {
	return (input) => {
		const tls = input.tls ?? true;
		const { endpoint, useDualstackEndpoint, useFipsEndpoint } = input;
		const resolvedConfig = Object.assign(input, {
			endpoint: endpoint != null ? async () => toEndpointV1(await normalizeProvider$1(endpoint)()) : void 0,
			tls,
			isCustomEndpoint: !!endpoint,
			useDualstackEndpoint: normalizeProvider$1(useDualstackEndpoint ?? false),
			useFipsEndpoint: normalizeProvider$1(useFipsEndpoint ?? false),
			ignoreConfiguredEndpointUrls: !!input.ignoreConfiguredEndpointUrls
		});
		let configuredEndpointPromise = void 0;
		resolvedConfig.serviceConfiguredEndpoint = async () => {
			if (input.serviceId && !configuredEndpointPromise) configuredEndpointPromise = getEndpointFromConfig(input.serviceId);
			return configuredEndpointPromise;
		};
		return resolvedConfig;
	};
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/bdd/BinaryDecisionDiagram.js
var BinaryDecisionDiagram = class BinaryDecisionDiagram {
	nodes;
	root;
	conditions;
	results;
	constructor(bdd, root, conditions, results) {
		this.nodes = bdd;
		this.root = root;
		this.conditions = conditions;
		this.results = results;
	}
	static from(bdd, root, conditions, results) {
		return new BinaryDecisionDiagram(bdd, root, conditions, results);
	}
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/cache/EndpointCache.js
var EndpointCache = class {
	capacity;
	data = /* @__PURE__ */ new Map();
	parameters = [];
	constructor({ size, params }) {
		this.capacity = size ?? 50;
		if (params) this.parameters = params;
	}
	get(endpointParams, resolver) {
		const key = this.hash(endpointParams);
		if (key === false) return resolver();
		if (!this.data.has(key)) {
			if (this.data.size > this.capacity + 10) {
				const keys = this.data.keys();
				let i = 0;
				while (true) {
					const { value, done } = keys.next();
					this.data.delete(value);
					if (done || ++i > 10) break;
				}
			}
			this.data.set(key, resolver());
		}
		return this.data.get(key);
	}
	size() {
		return this.data.size;
	}
	hash(endpointParams) {
		let buffer = "";
		const { parameters } = this;
		if (parameters.length === 0) return false;
		for (const param of parameters) {
			const raw = endpointParams[param];
			const val = raw == null ? "\0" : String(raw);
			if (val.includes("|;")) return false;
			buffer += val + "|;";
		}
		return buffer;
	}
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/types/EndpointError.js
var EndpointError = class extends Error {
	constructor(message) {
		super(message);
		this.name = "EndpointError";
	}
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/debugId.js
const debugId = "endpoints";

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/toDebugString.js
function toDebugString(input) {
	if (typeof input !== "object" || input == null) return input;
	if ("ref" in input) return `$${toDebugString(input.ref)}`;
	if ("fn" in input) return `${input.fn}(${(input.argv || []).map(toDebugString).join(", ")})`;
	return JSON.stringify(input, null, 2);
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/customEndpointFunctions.js
const customEndpointFunctions = {};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/booleanEquals.js
const booleanEquals = (value1, value2) => value1 === value2;

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/coalesce.js
function coalesce(...args) {
	for (const arg of args) if (arg != null) return arg;
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttrPathList.js
const getAttrPathList = (path) => {
	const parts = path.split(".");
	const pathList = [];
	for (const part of parts) {
		const squareBracketIndex = part.indexOf("[");
		if (squareBracketIndex !== -1) {
			if (part.indexOf("]") !== part.length - 1) throw new EndpointError(`Path: '${path}' does not end with ']'`);
			const arrayIndex = part.slice(squareBracketIndex + 1, -1);
			if (Number.isNaN(parseInt(arrayIndex))) throw new EndpointError(`Invalid array index: '${arrayIndex}' in path: '${path}'`);
			if (squareBracketIndex !== 0) pathList.push(part.slice(0, squareBracketIndex));
			pathList.push(arrayIndex);
		} else pathList.push(part);
	}
	return pathList;
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttr.js
const getAttr = (value, path) => getAttrPathList(path).reduce((acc, index) => {
	if (typeof acc !== "object") throw new EndpointError(`Index '${index}' in '${path}' not found in '${JSON.stringify(value)}'`);
	else if (Array.isArray(acc)) {
		const i = parseInt(index);
		return acc[i < 0 ? acc.length + i : i];
	}
	return acc[index];
}, value);

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isSet.js
const isSet = (value) => value != null;

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/ite.js
function ite(condition, trueValue, falseValue) {
	return condition ? trueValue : falseValue;
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/not.js
const not = (value) => !value;

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isIpAddress.js
const IP_V4_REGEX = new RegExp(`^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}$`);
const isIpAddress = (value) => IP_V4_REGEX.test(value) || value.startsWith("[") && value.endsWith("]");

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/parseURL.js
const DEFAULT_PORTS = {
	[EndpointURLScheme.HTTP]: 80,
	[EndpointURLScheme.HTTPS]: 443
};
const parseURL = (value) => {
	const whatwgURL = (() => {
		try {
			if (value instanceof URL) return value;
			if (typeof value === "object" && "hostname" in value) {
				const { hostname, port, protocol = "", path = "", query = {} } = value;
				const url = new URL(`${protocol}//${hostname}${port ? `:${port}` : ""}${path}`);
				url.search = Object.entries(query).map(([k, v]) => `${k}=${v}`).join("&");
				return url;
			}
			return new URL(value);
		} catch (ignored) {
			return null;
		}
	})();
	if (!whatwgURL) {
		console.error(`Unable to parse ${JSON.stringify(value)} as a whatwg URL.`);
		return null;
	}
	const urlString = whatwgURL.href;
	const { host, hostname, pathname, protocol, search } = whatwgURL;
	if (search) return null;
	const scheme = protocol.slice(0, -1);
	if (!Object.values(EndpointURLScheme).includes(scheme)) return null;
	const isIp = isIpAddress(hostname);
	return {
		scheme,
		authority: `${host}${urlString.includes(`${host}:${DEFAULT_PORTS[scheme]}`) || typeof value === "string" && value.includes(`${host}:${DEFAULT_PORTS[scheme]}`) ? `:${DEFAULT_PORTS[scheme]}` : ``}`,
		path: pathname,
		normalizedPath: pathname.endsWith("/") ? pathname : `${pathname}/`,
		isIp
	};
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/split.js
function split(value, delimiter, limit) {
	if (limit === 1) return [value];
	if (value === "") return [""];
	const parts = value.split(delimiter);
	if (limit === 0) return parts;
	return parts.slice(0, limit - 1).concat(parts.slice(1).join(delimiter));
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/stringEquals.js
const stringEquals = (value1, value2) => value1 === value2;

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/substring.js
const substring = (input, start, stop, reverse) => {
	if (input == null || start >= stop || input.length < stop || /[^\u0000-\u007f]/.test(input)) return null;
	if (!reverse) return input.substring(start, stop);
	return input.substring(input.length - stop, input.length - start);
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/uriEncode.js
const uriEncode = (value) => encodeURIComponent(value).replace(/[!*'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/endpointFunctions.js
const endpointFunctions = {
	booleanEquals,
	coalesce,
	getAttr,
	isSet,
	isValidHostLabel,
	ite,
	not,
	parseURL,
	split,
	stringEquals,
	substring,
	uriEncode
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateTemplate.js
const evaluateTemplate = (template, options) => {
	const evaluatedTemplateArr = [];
	const { referenceRecord, endpointParams } = options;
	let currentIndex = 0;
	while (currentIndex < template.length) {
		const openingBraceIndex = template.indexOf("{", currentIndex);
		if (openingBraceIndex === -1) {
			evaluatedTemplateArr.push(template.slice(currentIndex));
			break;
		}
		evaluatedTemplateArr.push(template.slice(currentIndex, openingBraceIndex));
		const closingBraceIndex = template.indexOf("}", openingBraceIndex);
		if (closingBraceIndex === -1) {
			evaluatedTemplateArr.push(template.slice(openingBraceIndex));
			break;
		}
		if (template[openingBraceIndex + 1] === "{" && template[closingBraceIndex + 1] === "}") {
			evaluatedTemplateArr.push(template.slice(openingBraceIndex + 1, closingBraceIndex));
			currentIndex = closingBraceIndex + 2;
		}
		const parameterName = template.substring(openingBraceIndex + 1, closingBraceIndex);
		if (parameterName.includes("#")) {
			const [refName, attrName] = parameterName.split("#");
			evaluatedTemplateArr.push(getAttr(referenceRecord[refName] ?? endpointParams[refName], attrName));
		} else evaluatedTemplateArr.push(referenceRecord[parameterName] ?? endpointParams[parameterName]);
		currentIndex = closingBraceIndex + 1;
	}
	return evaluatedTemplateArr.join("");
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getReferenceValue.js
const getReferenceValue = ({ ref }, options) => {
	return options.referenceRecord[ref] ?? options.endpointParams[ref];
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateExpression.js
const evaluateExpression = (obj, keyName, options) => {
	if (typeof obj === "string") return evaluateTemplate(obj, options);
	else if (obj["fn"]) return group$1.callFunction(obj, options);
	else if (obj["ref"]) return getReferenceValue(obj, options);
	throw new EndpointError(`'${keyName}': ${String(obj)} is not a string, function or reference.`);
};
const callFunction = ({ fn, argv }, options) => {
	const evaluatedArgs = Array(argv.length);
	for (let i = 0; i < evaluatedArgs.length; ++i) {
		const arg = argv[i];
		if (typeof arg === "boolean" || typeof arg === "number") evaluatedArgs[i] = arg;
		else evaluatedArgs[i] = group$1.evaluateExpression(arg, "arg", options);
	}
	const namespaceSeparatorIndex = fn.indexOf(".");
	if (namespaceSeparatorIndex !== -1) {
		const customFunction = customEndpointFunctions[fn.slice(0, namespaceSeparatorIndex)]?.[fn.slice(namespaceSeparatorIndex + 1)];
		if (typeof customFunction === "function") return customFunction(...evaluatedArgs);
	}
	const callable = endpointFunctions[fn];
	if (typeof callable === "function") return callable(...evaluatedArgs);
	throw new Error(`function ${fn} not loaded in endpointFunctions.`);
};
const group$1 = {
	evaluateExpression,
	callFunction
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateCondition.js
const evaluateCondition = (condition, options) => {
	const { assign } = condition;
	if (assign && assign in options.referenceRecord) throw new EndpointError(`'${assign}' is already defined in Reference Record.`);
	const value = callFunction(condition, options);
	options.logger?.debug?.(`${debugId} evaluateCondition: ${toDebugString(condition)} = ${toDebugString(value)}`);
	const result = value === "" ? true : !!value;
	if (assign != null) return {
		result,
		toAssign: {
			name: assign,
			value
		}
	};
	return { result };
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointHeaders.js
const getEndpointHeaders = (headers, options) => Object.entries(headers ?? {}).reduce((acc, [headerKey, headerVal]) => {
	acc[headerKey] = headerVal.map((headerValEntry) => {
		const processedExpr = evaluateExpression(headerValEntry, "Header value entry", options);
		if (typeof processedExpr !== "string") throw new EndpointError(`Header '${headerKey}' value '${processedExpr}' is not a string`);
		return processedExpr;
	});
	return acc;
}, {});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointProperties.js
const getEndpointProperties = (properties, options) => Object.entries(properties).reduce((acc, [propertyKey, propertyVal]) => {
	acc[propertyKey] = group.getEndpointProperty(propertyVal, options);
	return acc;
}, {});
const getEndpointProperty = (property, options) => {
	if (Array.isArray(property)) return property.map((propertyEntry) => getEndpointProperty(propertyEntry, options));
	switch (typeof property) {
		case "string": return evaluateTemplate(property, options);
		case "object":
			if (property === null) throw new EndpointError(`Unexpected endpoint property: ${property}`);
			return group.getEndpointProperties(property, options);
		case "boolean": return property;
		default: throw new EndpointError(`Unexpected endpoint property type: ${typeof property}`);
	}
};
const group = {
	getEndpointProperty,
	getEndpointProperties
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointUrl.js
const getEndpointUrl = (endpointUrl, options) => {
	const expression = evaluateExpression(endpointUrl, "Endpoint URL", options);
	if (typeof expression === "string") try {
		return new URL(expression);
	} catch (error) {
		console.error(`Failed to construct URL with ${expression}`, error);
		throw error;
	}
	throw new EndpointError(`Endpoint URL must be a string, got ${typeof expression}`);
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/decideEndpoint.js
const RESULT = 1e8;
const decideEndpoint = (bdd, options) => {
	const { nodes, root, results, conditions } = bdd;
	let ref = root;
	const referenceRecord = {};
	const closure = {
		referenceRecord,
		endpointParams: options.endpointParams,
		logger: options.logger
	};
	while (ref !== 1 && ref !== -1 && ref < RESULT) {
		const node_i = 3 * (Math.abs(ref) - 1);
		const [condition_i, highRef, lowRef] = [
			nodes[node_i],
			nodes[node_i + 1],
			nodes[node_i + 2]
		];
		const [fn, argv, assign] = conditions[condition_i];
		const evaluation = evaluateCondition({
			fn,
			assign,
			argv
		}, closure);
		if (evaluation.toAssign) {
			const { name, value } = evaluation.toAssign;
			referenceRecord[name] = value;
		}
		ref = ref >= 0 === evaluation.result ? highRef : lowRef;
	}
	if (ref >= RESULT) {
		const result = results[ref - RESULT];
		if (result[0] === -1) {
			const [, errorExpression] = result;
			throw new EndpointError(evaluateExpression(errorExpression, "Error", closure));
		}
		const [url, properties, headers] = result;
		return {
			url: getEndpointUrl(url, closure),
			properties: getEndpointProperties(properties, closure),
			headers: getEndpointHeaders(headers ?? {}, closure)
		};
	}
	throw new EndpointError(`No matching endpoint.`);
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/index.js
const getEndpointFromInstructions = bindGetEndpointFromInstructions(getEndpointFromConfig);
const resolveEndpointConfig = bindResolveEndpointConfig(getEndpointFromConfig);
const endpointMiddleware = bindEndpointMiddleware(getEndpointFromConfig);
const getEndpointPlugin = bindGetEndpointPlugin(getEndpointFromConfig);

// node_modules/@smithy/core/dist-es/submodules/serde/writeKey.js
function writeKey(obj) {
	Object.defineProperty(obj, "__proto__", {
		value: void 0,
		writable: true,
		enumerable: true,
		configurable: true
	});
}

// node_modules/@smithy/core/dist-es/submodules/serde/index.js
var Uint8ArrayBlobAdapter = class extends bindUint8ArrayBlobAdapter(toUtf8.t, toUtf8.n, toBase64, fromBase64) {};
const _getRandomValues = external_node_crypto_.getRandomValues;
const v4 = bindV4(_getRandomValues);
const generateIdempotencyToken = v4;

// node_modules/@smithy/core/dist-es/submodules/protocols/collect-stream-body.js
const collectBody = async (streamBody = /* @__PURE__ */ new Uint8Array(), context) => {
	if (streamBody instanceof Uint8Array) return Uint8ArrayBlobAdapter.mutate(streamBody);
	if (!streamBody) return Uint8ArrayBlobAdapter.mutate(/* @__PURE__ */ new Uint8Array());
	const fromContext = context.streamCollector(streamBody);
	return Uint8ArrayBlobAdapter.mutate(await fromContext);
};

// node_modules/@smithy/core/dist-es/submodules/protocols/extended-encode-uri-component.js
function extendedEncodeURIComponent(str) {
	if (/^[\w.~-]+$/.test(str)) return str;
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpBindingNormalizedSchema.js
const HTTP_BINDINGS = Symbol.for("@smithy/schema-x");
var HttpBindingNormalizedSchema = class HttpBindingNormalizedSchema extends NormalizedSchema {
	static identity = Symbol.for("@smithy/HttpBindingNormalizedSchema");
	identity = HttpBindingNormalizedSchema.identity;
	bindings;
	constructor(schema) {
		super(schema);
	}
	static of(schema) {
		const ns = NormalizedSchema.of(schema);
		if (ns.identity === HttpBindingNormalizedSchema.identity) return ns;
		const schemaCache = ns.isMemberSchema() ? ns : ns.getSchema();
		const cache = typeof schemaCache === "object" && schemaCache !== null ? schemaCache : ns;
		return cache[HTTP_BINDINGS] ??= new HttpBindingNormalizedSchema(ns);
	}
	getHttpBindingLocation(traits) {
		if (traits.httpPayload) return 36;
		if (traits.httpLabel) return 33;
		if (traits.httpHeader) return 38;
		if (typeof traits.httpPrefixHeaders === "string") return 39;
		if (traits.httpQuery) return 34;
		if (traits.httpQueryParams) return 35;
		if (traits.httpResponseCode) return 37;
		return 32;
	}
	getHttpBindingValue(location, traits, nested = false) {
		const raw = this.getSchema();
		const type = typeof raw === "number" ? raw & 255 : this.isListSchema() ? 64 : 255;
		const slot = location & 7;
		const media = traits.mediaType ? traits.mediaType === "application/json" || traits.mediaType.endsWith("+json") ? 2 : 1 : 0;
		const stream = traits.streaming || type === 42 ? this.isStructSchema() ? 2 : 1 : 0;
		const timestamp = type >= 4 && type <= 7 ? slot >= 6 ? 2 : slot > 0 && slot < 4 ? 1 : 0 : 0;
		let flags = type | media << 8 | (traits.idempotencyToken ? 1 : 0) << 10 | stream << 11 | (traits.sparse ? 1 : 0) << 13 | timestamp << 14 | (traits.hostLabel ? 1 : 0) << 17 | (location === 36 && typeof raw !== "object" ? 1 : 0) << 18;
		const category = type & 192;
		const collectionValue = slot & 2 && (category === 64 || !nested && slot & 1) ? this.getHttpBindingCollectionValue(location, traits) : void 0;
		const valueType = (collectionValue?.[1] ?? 0) & 255;
		flags |= (slot >= 6 && (valueType === 4 || valueType === 6) ? 1 : 0) << 16;
		return [
			this,
			flags,
			collectionValue
		];
	}
	getHttpBindingCollectionValue(location, traits = this.getMergedTraits()) {
		const valueSchema = HttpBindingNormalizedSchema.of(this.getValueSchema());
		return valueSchema.getHttpBindingValue(location, {
			...valueSchema.getMergedTraits(),
			...traits
		}, true);
	}
	getHttpBindings() {
		const source = this.getSchema();
		return typeof source !== "object" || source === null ? EMPTY_BINDINGS : this.bindings ??= buildHttpBindings(this);
	}
};
const buildHttpBindings = (schema) => {
	const bodyMemberNames = [];
	const bodyMemberSchemas = [];
	const requestBodyMemberNames = [];
	const requestBodyMemberSchemas = [];
	const memberBindings = [];
	const byName = {};
	const headers = {};
	const prefixHeaders = [];
	const responseBindings = {
		headers,
		prefixHeaders
	};
	const bindings = {
		request: {
			memberBindings,
			byName
		},
		response: {
			bodyMemberNames,
			bindings: responseBindings
		}
	};
	const { request, response } = bindings;
	for (const [name, member] of schema.structIterator()) {
		const bindingSchema = HttpBindingNormalizedSchema.of(member);
		const traits = bindingSchema.getMergedTraits();
		const location = bindingSchema.getHttpBindingLocation(traits);
		const wireName = traits.httpHeader?.toLowerCase() ?? traits.httpPrefixHeaders?.toLowerCase() ?? traits.httpQuery;
		const value = bindingSchema.getHttpBindingValue(location, traits);
		const binding = [
			name,
			value,
			location,
			wireName
		];
		if (name === "__proto__") writeKey(byName);
		byName[name] = binding;
		if (value[1] >> 10 & 1) request.hasIdempotency = true;
		memberBindings.push(binding);
		const slot = location & 7;
		if (slot === 0) {
			requestBodyMemberNames.push(name);
			requestBodyMemberSchemas.push(member);
		}
		if ((slot & 4) === 0) {
			bodyMemberNames.push(name);
			bodyMemberSchemas.push(member);
		} else if ((slot & 6) === 4) {
			if (slot & 1) responseBindings.statusCode = binding;
			else {
				responseBindings.payload = binding;
				const type = value[1] & 255;
				request.contentTypeInstruction = traits.mediaType ?? (type === 0 ? "text/plain" : type === 21 || type === 42 ? "application/octet-stream" : null);
			}
		} else if (slot & 1) {
			request.hasPrefixHeaders = true;
			prefixHeaders.push(binding);
		} else {
			if (wireName === "__proto__") writeKey(headers);
			headers[wireName] = binding;
		}
	}
	if (request.contentTypeInstruction === void 0 && requestBodyMemberNames.length) request.contentTypeInstruction = null;
	request.syntheticBodySchema = createBodySchema(schema, requestBodyMemberNames, requestBodyMemberSchemas);
	response.syntheticBodySchema = createBodySchema(schema, bodyMemberNames, bodyMemberSchemas);
	return bindings;
};
const buildPathSegments = (path) => {
	const segments = [];
	let offset = 0;
	for (const match of path.matchAll(/\{([^{}+]+)(\+)?\}/g)) {
		if (match.index > offset) segments.push([path.slice(offset, match.index), 0]);
		segments.push([match[1], match[2] ? 2 : 1]);
		offset = match.index + match[0].length;
	}
	if (segments.length && offset < path.length) segments.push([path.slice(offset), 0]);
	return segments.length ? segments : void 0;
};
const buildHttpOperationBindings = (schema) => {
	const { http, endpoint } = translateTraits(schema.traits ?? {});
	const [path, search] = http?.[1].split("?") ?? [];
	return [
		http?.[0],
		path,
		search ? [...new URLSearchParams(search)] : [],
		path ? buildPathSegments(path) : void 0,
		endpoint?.[0]
	];
};
const EMPTY_BINDINGS = {
	request: {
		memberBindings: [],
		byName: {}
	},
	response: {
		bodyMemberNames: [],
		bindings: {
			headers: {},
			prefixHeaders: []
		}
	}
};
const getHttpOperationBindings = (schema) => schema[HTTP_BINDINGS] ??= buildHttpOperationBindings(schema);
const createBodySchema = (schema, memberNames, memberSchemas) => {
	if (!memberNames.length) return;
	const source = schema.getSchema();
	const body = [
		3,
		source[1],
		source[2],
		schema.getMergedTraits(),
		memberNames,
		memberSchemas
	];
	const required = source[6];
	const bodyRequired = required && memberNames.reduce((count, name) => count + (source[4].indexOf(name) < required ? 1 : 0), 0);
	if (bodyRequired) body[6] = bodyRequired;
	return body;
};

// node_modules/@smithy/core/dist-es/submodules/protocols/SerdeContext.js
var SerdeContext = class {
	serdeContext;
	setSerdeContext(serdeContext) {
		this.serdeContext = serdeContext;
	}
};

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpProtocol.js
var HttpProtocol = class extends SerdeContext {
	options;
	compositeErrorRegistry;
	constructor(options) {
		super();
		this.options = options;
		this.compositeErrorRegistry = new toUtf8.r(options.defaultNamespace);
		for (const etr of options.errorTypeRegistries ?? []) this.compositeErrorRegistry.copyFrom(etr);
	}
	getRequestType() {
		return pre_httpRequest.t;
	}
	getResponseType() {
		return node_http_handler.d;
	}
	setSerdeContext(serdeContext) {
		this.serdeContext = serdeContext;
		this.serializer.setSerdeContext(serdeContext);
		this.deserializer.setSerdeContext(serdeContext);
		if (this.getPayloadCodec()) this.getPayloadCodec().setSerdeContext(serdeContext);
	}
	updateServiceEndpoint(request, endpoint) {
		if ("url" in endpoint) {
			request.protocol = endpoint.url.protocol;
			request.hostname = endpoint.url.hostname;
			request.port = endpoint.url.port ? Number(endpoint.url.port) : void 0;
			request.path = endpoint.url.pathname;
			request.fragment = endpoint.url.hash || void 0;
			request.username = endpoint.url.username || void 0;
			request.password = endpoint.url.password || void 0;
			if (!request.query) request.query = {};
			for (const [k, v] of endpoint.url.searchParams.entries()) request.query[k] = v;
			if (endpoint.headers) for (const name in endpoint.headers) {
				if (!(0,hex_encoding.o)(endpoint.headers, name)) continue;
				request.headers[name] = endpoint.headers[name].join(", ");
			}
			return request;
		} else {
			request.protocol = endpoint.protocol;
			request.hostname = endpoint.hostname;
			request.port = endpoint.port ? Number(endpoint.port) : void 0;
			request.path = endpoint.path;
			request.query = { ...endpoint.query };
			if (endpoint.headers) for (const name in endpoint.headers) {
				if (!(0,hex_encoding.o)(endpoint.headers, name)) continue;
				request.headers[name] = endpoint.headers[name];
			}
			return request;
		}
	}
	setHostPrefix(request, operationSchema, input, operation = getHttpOperationBindings(operationSchema)) {
		if (this.serdeContext?.disableHostPrefix) return;
		const hostPrefix = operation[4];
		if (typeof hostPrefix !== "string") return;
		let resolvedHostPrefix = hostPrefix;
		for (const [name, [, flags]] of HttpBindingNormalizedSchema.of(operationSchema.input).getHttpBindings().request.memberBindings) {
			if (!(flags >> 17 & 1)) continue;
			const replacement = input[name];
			if (typeof replacement !== "string") throw new Error(`@smithy/core/schema - ${name} in input must be a string as hostLabel.`);
			resolvedHostPrefix = resolvedHostPrefix.replace(`{${name}}`, replacement);
		}
		request.hostname = resolvedHostPrefix + request.hostname;
		if (!isValidHostname(request.hostname)) throw new Error(`[${request.hostname}] is not a valid hostname.`);
	}
	deserializeMetadata(output) {
		return {
			httpStatusCode: output.statusCode,
			requestId: output.headers["x-amzn-requestid"] ?? output.headers["x-amzn-request-id"] ?? output.headers["x-amz-request-id"],
			extendedRequestId: output.headers["x-amz-id-2"],
			cfId: output.headers["x-amz-cf-id"]
		};
	}
	resolveError(name, namespaces, registries) {
		const defaultErrorSchema = [
			-3,
			"",
			"Error",
			0,
			[],
			[],
			0
		];
		let schema;
		for (const registry of registries) for (const ns of namespaces) try {
			if (ns === "*") schema = registry.getSchema(name);
			else schema = registry.getSchema(ns + "#" + name);
			const errorCtor = registry.getErrorCtor(schema);
			if (errorCtor) return [
				schema,
				errorCtor,
				"modeled"
			];
			else {
				const syntheticErrorSchema = registry.getBaseException();
				if (syntheticErrorSchema) {
					const syntheticErrorCtor = registry.getErrorCtor(syntheticErrorSchema);
					if (syntheticErrorCtor) return [
						schema,
						syntheticErrorCtor,
						"synthetic"
					];
				}
			}
		} catch (ignored) {}
		for (const registry of registries) {
			const syntheticErrorSchema = registry.getBaseException();
			if (syntheticErrorSchema) {
				const syntheticErrorCtor = registry.getErrorCtor(syntheticErrorSchema);
				if (syntheticErrorCtor) return [
					syntheticErrorSchema,
					syntheticErrorCtor,
					"synthetic"
				];
			}
		}
		return [
			defaultErrorSchema,
			Error,
			"native"
		];
	}
	async serializeEventStream({ eventStream, requestSchema, initialRequest }) {
		return (await this.loadEventStreamCapability()).serializeEventStream({
			eventStream,
			requestSchema,
			initialRequest
		});
	}
	async deserializeEventStream({ response, responseSchema, initialResponseContainer }) {
		return (await this.loadEventStreamCapability()).deserializeEventStream({
			response,
			responseSchema,
			initialResponseContainer
		});
	}
	async loadEventStreamCapability() {
		const { EventStreamSerde, eventStreamSerdeProvider } = await __nccwpck_require__.e(/* import() */ 761).then(__nccwpck_require__.bind(__nccwpck_require__, 8761));
		return new EventStreamSerde({
			marshaller: this.resolveEventStreamMarshaller(eventStreamSerdeProvider),
			serializer: this.serializer,
			deserializer: this.deserializer,
			serdeContext: this.serdeContext,
			defaultContentType: this.getDefaultContentType(),
			compositeErrorRegistry: this.compositeErrorRegistry
		});
	}
	getDefaultContentType() {
		throw new Error(`@smithy/core/protocols - ${this.constructor.name} getDefaultContentType() implementation missing.`);
	}
	async deserializeHttpMessage(schema, context, response, arg4, arg5) {
		return [];
	}
	getEventStreamMarshaller() {
		const context = this.serdeContext;
		if (!context.eventStreamMarshaller) throw new Error("@smithy/core - HttpProtocol: eventStreamMarshaller missing in serdeContext.");
		return context.eventStreamMarshaller;
	}
	resolveEventStreamMarshaller(importedProvider) {
		const context = this.serdeContext;
		if (context.eventStreamMarshaller) return context.eventStreamMarshaller;
		return importedProvider(this.serdeContext);
	}
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/FromStringShapeDeserializer.js
var FromStringShapeDeserializer = class extends SerdeContext {
	settings;
	constructor(settings) {
		super();
		this.settings = settings;
	}
	read(_schema, data) {
		const ns = HttpBindingNormalizedSchema.of(_schema);
		const traits = ns.getMergedTraits();
		const location = ns.getHttpBindingLocation(traits);
		return this.readHttpBinding(ns.getHttpBindingValue(location, traits), data, location);
	}
	readHttpBinding([ns, flags, collectionValue], data, location) {
		const schema = flags & 255;
		if ((schema & 192) === 64) {
			collectionValue ??= ns.getHttpBindingCollectionValue(location);
			return splitHeader(data).map((item) => this.readHttpBinding(collectionValue, item, location));
		}
		switch (schema) {
			case 21:
			case 42: return (this.serdeContext?.base64Decoder ?? fromBase64)(data);
			case 4:
			case 5:
			case 6:
			case 7: {
				const bindingFormat = this.settings.httpBindings ? flags >> 14 & 3 : 0;
				switch (this.settings.timestampFormat.useTrait && schema > 4 ? schema : bindingFormat ? bindingFormat + 4 : this.settings.timestampFormat.default) {
					case 5: return _parseRfc3339DateTimeWithOffset(data);
					case 6: return _parseRfc7231DateTime(data);
					case 7: return _parseEpochTimestamp(data);
					default:
						console.warn("Missing timestamp format, parsing value with Date constructor:", data);
						return new Date(data);
				}
			}
			case 0: {
				const media = flags >> 8 & 3;
				if (!media) return data;
				let intermediateValue = data;
				if ((location & 6) === 6) intermediateValue = (this.serdeContext?.utf8Encoder ?? toUtf8.t)((this.serdeContext?.base64Decoder ?? fromBase64)(intermediateValue));
				return media === 2 ? LazyJsonString.from(intermediateValue) : intermediateValue;
			}
			case 1: return Number(data);
			case 2: return data.toLowerCase() === "true";
			case 17: return BigInt(data);
			case 19: return new NumericValue(data, "bigDecimal");
			default: return data;
		}
	}
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/determineTimestampFormat.js
function determineTimestampFormat(ns, settings) {
	if (settings.timestampFormat.useTrait) {
		const schema = ns.getSchema();
		if (schema === 5 || schema === 6 || schema === 7) return schema;
	}
	const { httpLabel, httpPrefixHeaders, httpHeader, httpQuery } = ns.getMergedTraits();
	return (settings.httpBindings ? typeof httpPrefixHeaders === "string" || Boolean(httpHeader) ? 6 : Boolean(httpQuery) || Boolean(httpLabel) ? 5 : void 0 : void 0) ?? settings.timestampFormat.default;
}

// node_modules/@smithy/core/dist-es/submodules/protocols/protocol-http/extensions/httpExtensionConfiguration.js
const getHttpHandlerExtensionConfiguration = (runtimeConfig) => {
	if (runtimeConfig.logger && runtimeConfig.logger.constructor?.name !== "NoOpLogger") runtimeConfig.requestHandler?.updateHttpClientConfig?.(Symbol.for("logger"), runtimeConfig.logger);
	if (runtimeConfig.defaultSocketTimeout) runtimeConfig.requestHandler?.updateHttpClientConfig?.(Symbol.for("@smithy/defaultSocketTimeout"), runtimeConfig.defaultSocketTimeout);
	return {
		setHttpHandler(handler) {
			runtimeConfig.requestHandler = handler;
		},
		httpHandler() {
			return runtimeConfig.requestHandler;
		},
		updateHttpClientConfig(key, value) {
			runtimeConfig.requestHandler?.updateHttpClientConfig(key, value);
		},
		httpHandlerConfigs() {
			return runtimeConfig.requestHandler.httpHandlerConfigs();
		}
	};
};
const resolveHttpHandlerRuntimeConfig = (httpHandlerExtensionConfiguration) => {
	return { requestHandler: httpHandlerExtensionConfiguration.httpHandler() };
};

// node_modules/@smithy/core/dist-es/submodules/protocols/middleware-content-length/contentLengthMiddleware.js
const CONTENT_LENGTH_HEADER = "content-length";
function contentLengthMiddleware(bodyLengthChecker) {
	return (next) => async (args) => {
		const request = args.request;
		if (pre_httpRequest.t.isInstance(request)) {
			const { body, headers } = request;
			if (body && Object.keys(headers).map((str) => str.toLowerCase()).indexOf(CONTENT_LENGTH_HEADER) === -1) try {
				const length = bodyLengthChecker(body);
				if (length != null) request.headers = {
					...request.headers,
					[CONTENT_LENGTH_HEADER]: String(length)
				};
			} catch (ignored) {}
		}
		return next({
			...args,
			request
		});
	};
}
const contentLengthMiddlewareOptions = {
	step: "build",
	tags: ["SET_CONTENT_LENGTH", "CONTENT_LENGTH"],
	name: "contentLengthMiddleware",
	override: true
};
const getContentLengthPlugin = (options) => ({ applyToStack: (clientStack) => {
	clientStack.add(contentLengthMiddleware(options.bodyLengthChecker), contentLengthMiddlewareOptions);
} });

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-signing/httpSigningMiddleware.js
const defaultErrorHandler = (signingProperties) => (error) => {
	throw error;
};
const defaultSuccessHandler = (httpResponse, signingProperties) => {};
const httpSigningMiddleware = (config) => (next, context) => async (args) => {
	if (!pre_httpRequest.t.isInstance(args.request)) return next(args);
	const scheme = getSmithyContext(context).selectedHttpAuthScheme;
	if (!scheme) throw new Error(`No HttpAuthScheme was selected: unable to sign request`);
	const { httpAuthOption: { signingProperties = {} }, identity, signer } = scheme;
	const output = await next({
		...args,
		request: await signer.sign(args.request, identity, signingProperties)
	}).catch((signer.errorHandler || defaultErrorHandler)(signingProperties));
	(signer.successHandler || defaultSuccessHandler)(output.response, signingProperties);
	return output;
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-signing/getHttpSigningMiddleware.js
const httpSigningMiddlewareOptions = {
	step: "finalizeRequest",
	tags: ["HTTP_SIGNING"],
	name: "httpSigningMiddleware",
	aliases: [
		"apiKeyMiddleware",
		"tokenMiddleware",
		"awsAuthMiddleware"
	],
	override: true,
	relation: "after",
	toMiddleware: "retryMiddleware"
};
const getHttpSigningPlugin = (config) => ({ applyToStack: (clientStack) => {
	clientStack.addRelativeTo(httpSigningMiddleware(config), httpSigningMiddlewareOptions);
} });

// node_modules/@smithy/core/dist-es/normalizeProvider.js
const normalizeProvider = (input) => {
	if (typeof input === "function") return input;
	const promisified = Promise.resolve(input);
	return () => promisified;
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/DefaultIdentityProviderConfig.js
var DefaultIdentityProviderConfig = class {
	authSchemes = /* @__PURE__ */ new Map();
	constructor(config) {
		for (const key in config) {
			if (!(0,hex_encoding.o)(config, key)) continue;
			const value = config[key];
			if (value !== void 0) this.authSchemes.set(key, value);
		}
	}
	getIdentityProvider(schemeId) {
		return this.authSchemes.get(schemeId);
	}
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/memoizeIdentityProvider.js
const createIsIdentityExpiredFunction = (expirationMs) => function isIdentityExpired(identity) {
	return doesIdentityRequireRefresh(identity) && identity.expiration.getTime() - Date.now() < expirationMs;
};
const EXPIRATION_MS = 3e5;
const isIdentityExpired = createIsIdentityExpiredFunction(EXPIRATION_MS);
const doesIdentityRequireRefresh = (identity) => identity.expiration !== void 0;
const memoizeIdentityProvider = (provider, isExpired, requiresRefresh) => {
	if (provider === void 0) return;
	const normalizedProvider = typeof provider !== "function" ? async () => Promise.resolve(provider) : provider;
	let resolved;
	let pending;
	let hasResult;
	let isConstant = false;
	const coalesceProvider = async (options) => {
		if (!pending) pending = normalizedProvider(options);
		try {
			resolved = await pending;
			hasResult = true;
			isConstant = false;
		} finally {
			pending = void 0;
		}
		return resolved;
	};
	if (isExpired === void 0) return async (options) => {
		if (!hasResult || options?.forceRefresh) resolved = await coalesceProvider(options);
		return resolved;
	};
	return async (options) => {
		if (!hasResult || options?.forceRefresh) resolved = await coalesceProvider(options);
		if (isConstant) return resolved;
		if (!requiresRefresh(resolved)) {
			isConstant = true;
			return resolved;
		}
		if (isExpired(resolved)) {
			await coalesceProvider(options);
			return resolved;
		}
		return resolved;
	};
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/emitWarningIfUnsupportedVersion.js
const state = { warningEmitted: false };
const emitWarningIfUnsupportedVersion = (version) => {
	if (version && !state.warningEmitted) {
		if (process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED === "true") {
			state.warningEmitted = true;
			return;
		}
		const userMajorVersion = parseInt(version.substring(1, version.indexOf(".")));
		const vv = 22;
		if (userMajorVersion < vv) {
			state.warningEmitted = true;
			process.emitWarning(`NodeVersionSupportWarning: The AWS SDK for JavaScript (v3)
versions published after the first week of January 2027
will require node >=${vv}. You are running node ${version}.

To continue receiving updates to AWS services, bug fixes,
and security updates please upgrade to node >=${vv}.

More information can be found at: https://a.co/c895JFp`);
		}
	}
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/setFeature.js
function setFeature(context, feature, value) {
	if (!context.__aws_sdk_context) context.__aws_sdk_context = { features: {} };
	else if (!context.__aws_sdk_context.features) context.__aws_sdk_context.features = {};
	context.__aws_sdk_context.features[feature] = value;
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/getDefaultSocketTimeout.js
const isDefaultSocketTimeoutEnabled = () => typeof process === "object" && process?.env?.AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026 === "true";
const getDefaultSocketTimeout = (requestHandler, timeoutMs) => {
	if (!isDefaultSocketTimeoutEnabled()) return;
	if (typeof requestHandler?.handle === "function") return;
	return timeoutMs;
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-host-header/hostHeaderMiddleware.js
function resolveHostHeaderConfig(input) {
	return input;
}
const hostHeaderMiddleware = (options) => (next) => async (args) => {
	if (!pre_httpRequest.t.isInstance(args.request)) return next(args);
	const { request } = args;
	const { handlerProtocol = "" } = options.requestHandler.metadata || {};
	if (handlerProtocol.indexOf("h2") >= 0 && !request.headers[":authority"]) {
		delete request.headers["host"];
		request.headers[":authority"] = request.hostname + (request.port ? ":" + request.port : "");
	} else if (!request.headers["host"]) {
		let host = request.hostname;
		if (request.port != null) host += `:${request.port}`;
		request.headers["host"] = host;
	}
	return next(args);
};
const hostHeaderMiddlewareOptions = {
	name: "hostHeaderMiddleware",
	step: "build",
	priority: "low",
	tags: ["HOST"],
	override: true
};
const getHostHeaderPlugin = (options) => ({ applyToStack: (clientStack) => {
	clientStack.add(hostHeaderMiddleware(options), hostHeaderMiddlewareOptions);
} });

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-logger/loggerMiddleware.js
const loggerMiddleware = () => (next, context) => async (args) => {
	try {
		const response = await next(args);
		const { clientName, commandName, logger, dynamoDbDocumentClientOptions = {} } = context;
		const { overrideInputFilterSensitiveLog, overrideOutputFilterSensitiveLog } = dynamoDbDocumentClientOptions;
		const inputFilterSensitiveLog = overrideInputFilterSensitiveLog ?? context.inputFilterSensitiveLog;
		const outputFilterSensitiveLog = overrideOutputFilterSensitiveLog ?? context.outputFilterSensitiveLog;
		const { $metadata, ...outputWithoutMetadata } = response.output;
		logger?.info?.({
			clientName,
			commandName,
			input: inputFilterSensitiveLog(args.input),
			output: outputFilterSensitiveLog(outputWithoutMetadata),
			metadata: $metadata
		});
		return response;
	} catch (error) {
		const { clientName, commandName, logger, dynamoDbDocumentClientOptions = {} } = context;
		const { overrideInputFilterSensitiveLog } = dynamoDbDocumentClientOptions;
		const inputFilterSensitiveLog = overrideInputFilterSensitiveLog ?? context.inputFilterSensitiveLog;
		logger?.error?.({
			clientName,
			commandName,
			input: inputFilterSensitiveLog(args.input),
			error,
			metadata: error.$metadata
		});
		throw error;
	}
};
const loggerMiddlewareOptions = {
	name: "loggerMiddleware",
	tags: ["LOGGER"],
	step: "initialize",
	override: true
};
const getLoggerPlugin = (options) => ({ applyToStack: (clientStack) => {
	clientStack.add(loggerMiddleware(), loggerMiddlewareOptions);
} });

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/configuration.js
const recursionDetectionMiddlewareOptions = {
	step: "build",
	tags: ["RECURSION_DETECTION", "TRACE_CONTEXT_PROPAGATION"],
	name: "recursionDetectionMiddleware",
	override: true,
	priority: "low"
};

// node_modules/@aws/lambda-invoke-store/dist-es/invoke-store.js
const PROTECTED_KEYS = {
	REQUEST_ID: Symbol.for("_AWS_LAMBDA_REQUEST_ID"),
	X_RAY_TRACE_ID: Symbol.for("_AWS_LAMBDA_X_RAY_TRACE_ID"),
	TENANT_ID: Symbol.for("_AWS_LAMBDA_TENANT_ID"),
	TRACEPARENT: Symbol.for("_AWS_LAMBDA_TRACEPARENT"),
	TRACESTATE: Symbol.for("_AWS_LAMBDA_TRACESTATE"),
	BAGGAGE: Symbol.for("_AWS_LAMBDA_BAGGAGE")
};
const NO_GLOBAL_AWS_LAMBDA = ["true", "1"].includes(process.env?.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA ?? "");
if (!NO_GLOBAL_AWS_LAMBDA) globalThis.awslambda = globalThis.awslambda || {};
var InvokeStoreBase = class {
	static PROTECTED_KEYS = PROTECTED_KEYS;
	isProtectedKey(key) {
		return Object.values(PROTECTED_KEYS).includes(key);
	}
	getRequestId() {
		return this.get(PROTECTED_KEYS.REQUEST_ID) ?? "-";
	}
	getXRayTraceId() {
		return this.get(PROTECTED_KEYS.X_RAY_TRACE_ID);
	}
	getTenantId() {
		return this.get(PROTECTED_KEYS.TENANT_ID);
	}
	getTraceparent() {
		return this.get(PROTECTED_KEYS.TRACEPARENT);
	}
	getTracestate() {
		return this.get(PROTECTED_KEYS.TRACESTATE);
	}
	getBaggage() {
		return this.get(PROTECTED_KEYS.BAGGAGE);
	}
};
var InvokeStoreSingle = class extends InvokeStoreBase {
	currentContext;
	getContext() {
		return this.currentContext;
	}
	hasContext() {
		return this.currentContext !== void 0;
	}
	get(key) {
		return this.currentContext?.[key];
	}
	set(key, value) {
		if (this.isProtectedKey(key)) throw new Error(`Cannot modify protected Lambda context field: ${String(key)}`);
		this.currentContext = this.currentContext || {};
		this.currentContext[key] = value;
	}
	run(context, fn) {
		this.currentContext = context;
		return fn();
	}
};
var InvokeStoreMulti = class InvokeStoreMulti extends InvokeStoreBase {
	als;
	static async create() {
		const instance = new InvokeStoreMulti();
		instance.als = new (await (Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6698, 19)))).AsyncLocalStorage();
		return instance;
	}
	getContext() {
		return this.als.getStore();
	}
	hasContext() {
		return this.als.getStore() !== void 0;
	}
	get(key) {
		return this.als.getStore()?.[key];
	}
	set(key, value) {
		if (this.isProtectedKey(key)) throw new Error(`Cannot modify protected Lambda context field: ${String(key)}`);
		const store = this.als.getStore();
		if (!store) throw new Error("No context available");
		store[key] = value;
	}
	run(context, fn) {
		return this.als.run(context, fn);
	}
};
var InvokeStore;
(function(InvokeStore) {
	let instance = null;
	async function getInstanceAsync(forceInvokeStoreMulti) {
		if (!instance) instance = (async () => {
			const newInstance = forceInvokeStoreMulti === true || "AWS_LAMBDA_MAX_CONCURRENCY" in process.env ? await InvokeStoreMulti.create() : new InvokeStoreSingle();
			if (!NO_GLOBAL_AWS_LAMBDA && globalThis.awslambda?.InvokeStore) return globalThis.awslambda.InvokeStore;
			else if (!NO_GLOBAL_AWS_LAMBDA && globalThis.awslambda) {
				globalThis.awslambda.InvokeStore = newInstance;
				return newInstance;
			} else return newInstance;
		})();
		return instance;
	}
	InvokeStore.getInstanceAsync = getInstanceAsync;
	InvokeStore._testing = process.env.AWS_LAMBDA_BENCHMARK_MODE === "1" ? { reset: () => {
		instance = null;
		if (globalThis.awslambda?.InvokeStore) delete globalThis.awslambda.InvokeStore;
		globalThis.awslambda = { InvokeStore: void 0 };
	} } : void 0;
})(InvokeStore || (InvokeStore = {}));

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/recursionDetectionMiddleware.js
const AWS_LAMBDA_FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";
const _X_AMZN_TRACE_ID = "_X_AMZN_TRACE_ID";
const X_AMZN_TRACE_ID = "X-Amzn-Trace-Id";
const TRACEPARENT = "traceparent";
const TRACESTATE = "tracestate";
const BAGGAGE = "baggage";
const recursionDetectionMiddleware = () => (next) => async (args) => {
	const { request } = args;
	if (!pre_httpRequest.t.isInstance(request)) return next(args);
	let invokeStore;
	{
		const traceIdHeader = Object.keys(request.headers ?? {}).find((h) => h.toLowerCase() === X_AMZN_TRACE_ID.toLowerCase()) ?? X_AMZN_TRACE_ID;
		if (!request.headers.hasOwnProperty(traceIdHeader)) {
			const functionName = process.env[AWS_LAMBDA_FUNCTION_NAME];
			const traceIdFromEnv = process.env[_X_AMZN_TRACE_ID];
			invokeStore ??= await InvokeStore.getInstanceAsync();
			const traceId = invokeStore?.getXRayTraceId() ?? traceIdFromEnv;
			const nonEmptyString = (str) => typeof str === "string" && str.length > 0;
			if (nonEmptyString(functionName) && nonEmptyString(traceId)) request.headers[X_AMZN_TRACE_ID] = traceId;
		}
	}
	sanitizeTraceHeaders(request.headers);
	if (!request.headers[TRACEPARENT]) {
		const traceparent = (invokeStore ??= await InvokeStore.getInstanceAsync())?.getTraceparent?.();
		if (traceparent) {
			request.headers[TRACEPARENT] = traceparent;
			const tracestate = invokeStore?.getTracestate?.();
			if (tracestate) request.headers[TRACESTATE] = tracestate;
			const baggage = invokeStore?.getBaggage?.();
			if (baggage) request.headers[BAGGAGE] = baggage;
		}
	}
	return next(args);
};
function sanitizeTraceHeaders(headers) {
	for (const header of Object.keys(headers)) {
		const lower = header.toLowerCase();
		if (header !== lower && (lower === TRACEPARENT || lower === TRACESTATE || lower === BAGGAGE)) {
			headers[lower] = headers[header];
			delete headers[header];
		}
	}
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/getRecursionDetectionPlugin.js
const getRecursionDetectionPlugin = (options) => ({ applyToStack: (clientStack) => {
	clientStack.add(recursionDetectionMiddleware(), recursionDetectionMiddlewareOptions);
} });

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/configurations.js
const DEFAULT_UA_APP_ID = void 0;
function isValidUserAgentAppId(appId) {
	if (appId === void 0) return true;
	return typeof appId === "string" && appId.length <= 50;
}
function resolveUserAgentConfig(input) {
	const normalizedAppIdProvider = normalizeProvider(input.userAgentAppId ?? void 0);
	const { customUserAgent } = input;
	return Object.assign(input, {
		customUserAgent: typeof customUserAgent === "string" ? [[customUserAgent]] : customUserAgent,
		userAgentAppId: async () => {
			const appId = await normalizedAppIdProvider();
			if (!isValidUserAgentAppId(appId)) {
				const logger = input.logger?.constructor?.name === "NoOpLogger" || !input.logger ? console : input.logger;
				if (typeof appId !== "string") logger?.warn("userAgentAppId must be a string or undefined.");
				else if (appId.length > 50) logger?.warn("The provided userAgentAppId exceeds the maximum length of 50 characters.");
			}
			return appId;
		}
	});
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js
const partitionsInfo = {
	"partitions": [
		{
			"id": "aws",
			"outputs": {
				"dnsSuffix": "amazonaws.com",
				"dualStackDnsSuffix": "api.aws",
				"implicitGlobalRegion": "us-east-1",
				"name": "aws",
				"supportsDualStack": true,
				"supportsFIPS": true
			},
			"regionRegex": "^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$",
			"regions": {
				"af-south-1": { "description": "Africa (Cape Town)" },
				"ap-east-1": { "description": "Asia Pacific (Hong Kong)" },
				"ap-east-2": { "description": "Asia Pacific (Taipei)" },
				"ap-northeast-1": { "description": "Asia Pacific (Tokyo)" },
				"ap-northeast-2": { "description": "Asia Pacific (Seoul)" },
				"ap-northeast-3": { "description": "Asia Pacific (Osaka)" },
				"ap-south-1": { "description": "Asia Pacific (Mumbai)" },
				"ap-south-2": { "description": "Asia Pacific (Hyderabad)" },
				"ap-southeast-1": { "description": "Asia Pacific (Singapore)" },
				"ap-southeast-2": { "description": "Asia Pacific (Sydney)" },
				"ap-southeast-3": { "description": "Asia Pacific (Jakarta)" },
				"ap-southeast-4": { "description": "Asia Pacific (Melbourne)" },
				"ap-southeast-5": { "description": "Asia Pacific (Malaysia)" },
				"ap-southeast-6": { "description": "Asia Pacific (New Zealand)" },
				"ap-southeast-7": { "description": "Asia Pacific (Thailand)" },
				"aws-global": { "description": "aws global region" },
				"ca-central-1": { "description": "Canada (Central)" },
				"ca-west-1": { "description": "Canada West (Calgary)" },
				"eu-central-1": { "description": "Europe (Frankfurt)" },
				"eu-central-2": { "description": "Europe (Zurich)" },
				"eu-north-1": { "description": "Europe (Stockholm)" },
				"eu-south-1": { "description": "Europe (Milan)" },
				"eu-south-2": { "description": "Europe (Spain)" },
				"eu-west-1": { "description": "Europe (Ireland)" },
				"eu-west-2": { "description": "Europe (London)" },
				"eu-west-3": { "description": "Europe (Paris)" },
				"il-central-1": { "description": "Israel (Tel Aviv)" },
				"me-central-1": { "description": "Middle East (UAE)" },
				"me-south-1": { "description": "Middle East (Bahrain)" },
				"me-west-1": { "description": "Middle East (Saudi Arabia)" },
				"mx-central-1": { "description": "Mexico (Central)" },
				"sa-east-1": { "description": "South America (Sao Paulo)" },
				"sa-west-1": { "description": "South America (Chile)" },
				"us-east-1": { "description": "US East (N. Virginia)" },
				"us-east-2": { "description": "US East (Ohio)" },
				"us-west-1": { "description": "US West (N. California)" },
				"us-west-2": { "description": "US West (Oregon)" }
			}
		},
		{
			"id": "aws-cn",
			"outputs": {
				"dnsSuffix": "amazonaws.com.cn",
				"dualStackDnsSuffix": "api.amazonwebservices.com.cn",
				"implicitGlobalRegion": "cn-northwest-1",
				"name": "aws-cn",
				"supportsDualStack": true,
				"supportsFIPS": true
			},
			"regionRegex": "^cn\\-\\w+\\-\\d+$",
			"regions": {
				"aws-cn-global": { "description": "aws-cn global region" },
				"cn-north-1": { "description": "China (Beijing)" },
				"cn-northwest-1": { "description": "China (Ningxia)" }
			}
		},
		{
			"id": "aws-eusc",
			"outputs": {
				"dnsSuffix": "amazonaws.eu",
				"dualStackDnsSuffix": "api.amazonwebservices.eu",
				"implicitGlobalRegion": "eusc-de-east-1",
				"name": "aws-eusc",
				"supportsDualStack": true,
				"supportsFIPS": true
			},
			"regionRegex": "^eusc\\-(de)\\-\\w+\\-\\d+$",
			"regions": { "eusc-de-east-1": { "description": "AWS European Sovereign Cloud (Germany)" } }
		},
		{
			"id": "aws-iso",
			"outputs": {
				"dnsSuffix": "c2s.ic.gov",
				"dualStackDnsSuffix": "api.aws.ic.gov",
				"implicitGlobalRegion": "us-iso-east-1",
				"name": "aws-iso",
				"supportsDualStack": true,
				"supportsFIPS": true
			},
			"regionRegex": "^us\\-iso\\-\\w+\\-\\d+$",
			"regions": {
				"aws-iso-global": { "description": "aws-iso global region" },
				"us-iso-east-1": { "description": "US ISO East" },
				"us-iso-west-1": { "description": "US ISO WEST" }
			}
		},
		{
			"id": "aws-iso-b",
			"outputs": {
				"dnsSuffix": "sc2s.sgov.gov",
				"dualStackDnsSuffix": "api.aws.scloud",
				"implicitGlobalRegion": "us-isob-east-1",
				"name": "aws-iso-b",
				"supportsDualStack": true,
				"supportsFIPS": true
			},
			"regionRegex": "^us\\-isob\\-\\w+\\-\\d+$",
			"regions": {
				"aws-iso-b-global": { "description": "aws-iso-b global region" },
				"us-isob-east-1": { "description": "US ISOB East (Ohio)" },
				"us-isob-west-1": { "description": "US ISOB West" }
			}
		},
		{
			"id": "aws-iso-e",
			"outputs": {
				"dnsSuffix": "cloud.adc-e.uk",
				"dualStackDnsSuffix": "api.cloud-aws.adc-e.uk",
				"implicitGlobalRegion": "eu-isoe-west-1",
				"name": "aws-iso-e",
				"supportsDualStack": true,
				"supportsFIPS": true
			},
			"regionRegex": "^eu\\-isoe\\-\\w+\\-\\d+$",
			"regions": {
				"aws-iso-e-global": { "description": "aws-iso-e global region" },
				"eu-isoe-west-1": { "description": "EU ISOE West" }
			}
		},
		{
			"id": "aws-iso-f",
			"outputs": {
				"dnsSuffix": "csp.hci.ic.gov",
				"dualStackDnsSuffix": "api.aws.hci.ic.gov",
				"implicitGlobalRegion": "us-isof-south-1",
				"name": "aws-iso-f",
				"supportsDualStack": true,
				"supportsFIPS": true
			},
			"regionRegex": "^us\\-isof\\-\\w+\\-\\d+$",
			"regions": {
				"aws-iso-f-global": { "description": "aws-iso-f global region" },
				"us-isof-east-1": { "description": "US ISOF EAST" },
				"us-isof-south-1": { "description": "US ISOF SOUTH" }
			}
		},
		{
			"id": "aws-us-gov",
			"outputs": {
				"dnsSuffix": "amazonaws.com",
				"dualStackDnsSuffix": "api.aws",
				"implicitGlobalRegion": "us-gov-west-1",
				"name": "aws-us-gov",
				"supportsDualStack": true,
				"supportsFIPS": true
			},
			"regionRegex": "^us\\-gov\\-\\w+\\-\\d+$",
			"regions": {
				"aws-us-gov-global": { "description": "aws-us-gov global region" },
				"us-gov-east-1": { "description": "AWS GovCloud (US-East)" },
				"us-gov-west-1": { "description": "AWS GovCloud (US-West)" }
			}
		}
	],
	"version": "1.1"
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partition.js
let selectedPartitionsInfo = partitionsInfo;
let selectedUserAgentPrefix = "";
const partition = (value) => {
	const { partitions } = selectedPartitionsInfo;
	for (const partition of partitions) {
		const { regions, outputs } = partition;
		for (const [region, regionData] of Object.entries(regions)) if (region === value) return {
			...outputs,
			...regionData
		};
	}
	for (const partition of partitions) {
		const { regionRegex, outputs } = partition;
		if (new RegExp(regionRegex).test(value)) return { ...outputs };
	}
	const DEFAULT_PARTITION = partitions.find((partition) => partition.id === "aws");
	if (!DEFAULT_PARTITION) throw new Error("Provided region was not found in the partition array or regex, and default partition with id 'aws' doesn't exist.");
	return { ...DEFAULT_PARTITION.outputs };
};
const getUserAgentPrefix = () => selectedUserAgentPrefix;

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/isStreamingPayload/isStreamingPayload.js
const isStreamingPayload = (request) => request?.body instanceof external_node_stream_.Readable || typeof ReadableStream !== "undefined" && request?.body instanceof ReadableStream;

// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/constants.js
const THROTTLING_ERROR_CODES = [
	"BandwidthLimitExceeded",
	"EC2ThrottledException",
	"LimitExceededException",
	"PriorRequestNotComplete",
	"ProvisionedThroughputExceededException",
	"RequestLimitExceeded",
	"RequestThrottled",
	"RequestThrottledException",
	"SlowDown",
	"ThrottledException",
	"Throttling",
	"ThrottlingException",
	"TooManyRequestsException",
	"TransactionInProgressException"
];
const TRANSIENT_ERROR_CODES = [
	"TimeoutError",
	"RequestTimeout",
	"RequestTimeoutException"
];
const TRANSIENT_ERROR_STATUS_CODES = [
	500,
	502,
	503,
	504
];
const NODEJS_TIMEOUT_ERROR_CODES = [
	"ECONNRESET",
	"ECONNREFUSED",
	"EPIPE",
	"ETIMEDOUT"
];
const NODEJS_NETWORK_ERROR_CODES = [
	"EHOSTUNREACH",
	"ENETUNREACH",
	"ENOTFOUND",
	"EAI_AGAIN"
];

// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/service-error-classification.js
const isRetryableByTrait = (error) => error?.$retryable !== void 0;
const isClockSkewCorrectedError = (error) => error.$metadata?.clockSkewCorrected;
const isBrowserNetworkError = (error) => {
	const errorMessages = /* @__PURE__ */ new Set([
		"Failed to fetch",
		"NetworkError when attempting to fetch resource",
		"The Internet connection appears to be offline",
		"Load failed",
		"Network request failed"
	]);
	if (!(error && error instanceof TypeError)) return false;
	return errorMessages.has(error.message);
};
const isThrottlingError = (error) => error.$metadata?.httpStatusCode === 429 || THROTTLING_ERROR_CODES.includes(error.name) || error.$retryable?.throttling == true;
const isTransientError = (error, depth = 0) => error?.name !== "AbortError" && (isRetryableByTrait(error) || isClockSkewCorrectedError(error) || error.name === "InvalidSignatureException" && error.message?.includes("Signature expired") || TRANSIENT_ERROR_CODES.includes(error.name) || NODEJS_TIMEOUT_ERROR_CODES.includes(error?.code || "") || NODEJS_NETWORK_ERROR_CODES.includes(error?.code || "") || TRANSIENT_ERROR_STATUS_CODES.includes(error.$metadata?.httpStatusCode || 0) || isBrowserNetworkError(error) || isNodeJsHttp2TransientError(error) || error.cause !== void 0 && depth <= 10 && isTransientError(error.cause, depth + 1));
const isServerError = (error) => {
	if (error.$metadata?.httpStatusCode !== void 0) {
		const statusCode = error.$metadata.httpStatusCode;
		if (500 <= statusCode && statusCode <= 599 && !isTransientError(error)) return true;
		return false;
	}
	return false;
};
function isNodeJsHttp2TransientError(error) {
	return error.code === "ERR_HTTP2_STREAM_ERROR" && error.message.includes("NGHTTP2_REFUSED_STREAM");
}

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/race.js
const race = (promise, signal) => {
	if (!signal) return promise;
	let cleanup = () => {};
	const aborted = new Promise((_, reject) => {
		const handler = () => reject(createAbortError());
		if (signal.aborted) handler();
		else if (typeof signal.addEventListener === "function") {
			signal.addEventListener("abort", handler, { once: true });
			cleanup = () => signal.removeEventListener("abort", handler);
		} else signal.onabort = handler;
	});
	return Promise.race([promise, aborted]).finally(cleanup);
};
const createAbortError = () => Object.assign(/* @__PURE__ */ new Error("Request aborted"), { name: "AbortError" });
const isAbortError = (error) => typeof error === "object" && error !== null && "name" in error && error.name === "AbortError";

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/constants.js
const MAXIMUM_RETRY_DELAY = 2e4;
const INVOCATION_ID_HEADER = "amz-sdk-invocation-id";
const REQUEST_HEADER = "amz-sdk-request";

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/parseRetryAfterHeader.js
function parseRetryAfterHeader(response, logger) {
	if (!node_http_handler.d.isInstance(response)) return;
	for (const header in response.headers) {
		if (!(0,hex_encoding.o)(response.headers, header)) continue;
		const h = header.toLowerCase();
		if (h === "retry-after") {
			const retryAfter = response.headers[header];
			let retryAfterSeconds = NaN;
			if (retryAfter.endsWith("GMT")) try {
				retryAfterSeconds = ((0,node_http_handler.u)(retryAfter).getTime() - Date.now()) / 1e3;
			} catch (e) {
				logger?.trace?.("Failed to parse retry-after header");
				logger?.trace?.(e);
			}
			else if (retryAfter.match(/ GMT, ((\d+)|(\d+\.\d+))$/)) retryAfterSeconds = Number(retryAfter.match(/ GMT, ([\d.]+)$/)?.[1]);
			else if (retryAfter.match(/^((\d+)|(\d+\.\d+))$/)) retryAfterSeconds = Number(retryAfter);
			else if (Date.parse(retryAfter) >= Date.now()) retryAfterSeconds = (Date.parse(retryAfter) - Date.now()) / 1e3;
			if (isNaN(retryAfterSeconds)) return;
			return new Date(Date.now() + retryAfterSeconds * 1e3);
		} else if (h === "x-amz-retry-after") {
			const v = response.headers[header];
			const backoffMilliseconds = Number(v);
			if (isNaN(backoffMilliseconds)) {
				logger?.trace?.(`Failed to parse x-amz-retry-after=${v}`);
				return;
			}
			return new Date(Date.now() + backoffMilliseconds);
		}
	}
}

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/util.js
const asSdkError = (error) => {
	if (error instanceof Error) return error;
	if (error instanceof Object) return Object.assign(/* @__PURE__ */ new Error(), error);
	if (typeof error === "string") return new Error(error);
	return /* @__PURE__ */ new Error(`AWS SDK error wrapper for ${error}`);
};

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/retryMiddleware.js
function bindRetryMiddleware(isStreamingPayload) {
	return (options) => (next, context) => async (args) => {
		let retryStrategy = await options.retryStrategy();
		const maxAttempts = await options.maxAttempts();
		const abortSignal = context[SMITHY_CONTEXT_KEY]?.abortSignal;
		if (isRetryStrategyV2(retryStrategy)) {
			retryStrategy = retryStrategy;
			const retryTokenScope = (context["partition_id"] ?? "") + (context.__retryLongPoll ? ":longpoll" : "");
			let retryToken = await race(retryStrategy.acquireInitialRetryToken(retryTokenScope), abortSignal);
			let lastError = /* @__PURE__ */ new Error();
			let attempts = 0;
			let totalRetryDelay = 0;
			const { request } = args;
			const isRequest = pre_httpRequest.t.isInstance(request);
			if (isRequest) request.headers[INVOCATION_ID_HEADER] = v4();
			while (true) try {
				if (isRequest) request.headers[REQUEST_HEADER] = `attempt=${attempts + 1}; max=${maxAttempts}`;
				const { response, output } = await next(args);
				retryStrategy.recordSuccess(retryToken);
				output.$metadata.attempts = attempts + 1;
				output.$metadata.totalRetryDelay = totalRetryDelay;
				return {
					response,
					output
				};
			} catch (e) {
				const retryErrorInfo = getRetryErrorInfo(e, options.logger);
				lastError = asSdkError(e);
				if (isRequest && isStreamingPayload(request)) {
					(context.logger instanceof NoOpLogger ? console : context.logger)?.warn("An error was encountered in a non-retryable streaming request.");
					throw lastError;
				}
				try {
					retryToken = await race(retryStrategy.refreshRetryTokenForRetry(retryToken, retryErrorInfo), abortSignal);
				} catch (refreshError) {
					if (abortSignal?.aborted && isAbortError(refreshError)) throw refreshError;
					if (!lastError.$metadata) lastError.$metadata = {};
					lastError.$metadata.attempts = attempts + 1;
					lastError.$metadata.totalRetryDelay = totalRetryDelay;
					throw lastError;
				}
				attempts = retryToken.getRetryCount();
				const delay = retryToken.getRetryDelay();
				totalRetryDelay += (retryToken?.$retryLog?.acquisitionDelay ?? 0) + delay;
				if (delay > 0) await race(new Promise((resolve) => setTimeout(resolve, delay)), abortSignal);
			}
		} else {
			retryStrategy = retryStrategy;
			if (retryStrategy?.mode) context.userAgent = [...context.userAgent || [], ["cfg/retry-mode", retryStrategy.mode]];
			return retryStrategy.retry(next, args);
		}
	};
}
const isRetryStrategyV2 = (retryStrategy) => typeof retryStrategy.acquireInitialRetryToken !== "undefined" && typeof retryStrategy.refreshRetryTokenForRetry !== "undefined" && typeof retryStrategy.recordSuccess !== "undefined";
const getRetryErrorInfo = (error, logger) => {
	const errorInfo = {
		error,
		errorType: getRetryErrorType(error)
	};
	const retryAfterHint = parseRetryAfterHeader(error.$response, logger);
	if (retryAfterHint) errorInfo.retryAfterHint = retryAfterHint;
	return errorInfo;
};
const getRetryErrorType = (error) => {
	if (isThrottlingError(error)) return "THROTTLING";
	if (isTransientError(error)) return "TRANSIENT";
	if (isServerError(error)) return "SERVER_ERROR";
	return "CLIENT_ERROR";
};
const retryMiddlewareOptions = {
	name: "retryMiddleware",
	tags: ["RETRY"],
	step: "finalizeRequest",
	priority: "high",
	override: true
};
function bindGetRetryPlugin(isStreamingPayload) {
	const retryMiddleware = bindRetryMiddleware(isStreamingPayload);
	return (options) => ({ applyToStack: (clientStack) => {
		clientStack.add(retryMiddleware(options), retryMiddlewareOptions);
	} });
}

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js
var DefaultRateLimiter = class DefaultRateLimiter {
	static setTimeoutFn = (fn, delay) => setTimeout(fn, delay);
	beta;
	minCapacity;
	minFillRate;
	scaleConstant;
	smooth;
	enabled = false;
	availableTokens = 0;
	lastMaxRate = 0;
	measuredTxRate = 0;
	requestCount = 0;
	fillRate;
	lastThrottleTime;
	lastTimestamp = 0;
	lastTxRateBucket;
	maxCapacity;
	timeWindow = 0;
	constructor(options) {
		this.beta = options?.beta ?? .7;
		this.minCapacity = options?.minCapacity ?? 1;
		this.minFillRate = options?.minFillRate ?? .5;
		this.scaleConstant = options?.scaleConstant ?? .4;
		this.smooth = options?.smooth ?? .8;
		this.lastThrottleTime = this.getCurrentTimeInSeconds();
		this.lastTxRateBucket = Math.floor(this.getCurrentTimeInSeconds());
		this.fillRate = this.minFillRate;
		this.maxCapacity = this.minCapacity;
	}
	async getSendToken() {
		return this.acquireTokenBucket(1);
	}
	updateClientSendingRate(response) {
		let calculatedRate;
		this.updateMeasuredRate();
		const retryErrorInfo = response;
		if (retryErrorInfo?.errorType === "THROTTLING" || isThrottlingError(retryErrorInfo?.error ?? response)) {
			const rateToUse = !this.enabled ? this.measuredTxRate : Math.min(this.measuredTxRate, this.fillRate);
			this.lastMaxRate = rateToUse;
			this.calculateTimeWindow();
			this.lastThrottleTime = this.getCurrentTimeInSeconds();
			calculatedRate = this.cubicThrottle(rateToUse);
			this.enableTokenBucket();
		} else {
			this.calculateTimeWindow();
			calculatedRate = this.cubicSuccess(this.getCurrentTimeInSeconds());
		}
		const newRate = Math.min(calculatedRate, 2 * this.measuredTxRate);
		this.updateTokenBucketRate(newRate);
	}
	getCurrentTimeInSeconds() {
		return Date.now() / 1e3;
	}
	async acquireTokenBucket(amount) {
		if (!this.enabled) return;
		this.refillTokenBucket();
		while (amount > this.availableTokens) {
			const delay = (amount - this.availableTokens) / this.fillRate * 1e3;
			await new Promise((resolve) => DefaultRateLimiter.setTimeoutFn(resolve, delay));
			this.refillTokenBucket();
		}
		this.availableTokens = this.availableTokens - amount;
	}
	refillTokenBucket() {
		const timestamp = this.getCurrentTimeInSeconds();
		if (!this.lastTimestamp) {
			this.lastTimestamp = timestamp;
			return;
		}
		const fillAmount = (timestamp - this.lastTimestamp) * this.fillRate;
		this.availableTokens = Math.min(this.maxCapacity, this.availableTokens + fillAmount);
		this.lastTimestamp = timestamp;
	}
	calculateTimeWindow() {
		this.timeWindow = this.getPrecise(Math.pow(this.lastMaxRate * (1 - this.beta) / this.scaleConstant, 1 / 3));
	}
	cubicThrottle(rateToUse) {
		return this.getPrecise(rateToUse * this.beta);
	}
	cubicSuccess(timestamp) {
		return this.getPrecise(this.scaleConstant * Math.pow(timestamp - this.lastThrottleTime - this.timeWindow, 3) + this.lastMaxRate);
	}
	enableTokenBucket() {
		this.enabled = true;
	}
	updateTokenBucketRate(newRate) {
		this.refillTokenBucket();
		this.fillRate = Math.max(newRate, this.minFillRate);
		this.maxCapacity = Math.max(newRate, this.minCapacity);
		this.availableTokens = Math.min(this.availableTokens, this.maxCapacity);
	}
	updateMeasuredRate() {
		const t = this.getCurrentTimeInSeconds();
		const timeBucket = Math.floor(t * 2) / 2;
		this.requestCount++;
		if (timeBucket > this.lastTxRateBucket) {
			const currentRate = this.requestCount / (timeBucket - this.lastTxRateBucket);
			this.measuredTxRate = this.getPrecise(currentRate * this.smooth + this.measuredTxRate * (1 - this.smooth));
			this.requestCount = 0;
			this.lastTxRateBucket = timeBucket;
		}
	}
	getPrecise(num) {
		return parseFloat(num.toFixed(8));
	}
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/retries-2026-config.js
var Retry = class {
	static v2026 = true;
	static delay() {
		return 50;
	}
	static throttlingDelay() {
		return 1e3;
	}
	static cost() {
		return 14;
	}
	static throttlingCost() {
		return 5;
	}
	static modifiedCostType() {
		return "THROTTLING";
	}
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryBackoffStrategy.js
var DefaultRetryBackoffStrategy = class {
	x = Retry.delay();
	computeNextBackoffDelay(i) {
		const t_i = Math.random() * Math.min(this.x * 2 ** i, MAXIMUM_RETRY_DELAY);
		return Math.floor(t_i);
	}
	setDelayBase(delay) {
		this.x = delay;
	}
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryToken.js
var DefaultRetryToken = class {
	delay;
	count;
	cost;
	longPoll;
	$retryLog = { acquisitionDelay: 0 };
	constructor(delay, count, cost, longPoll) {
		this.delay = delay;
		this.count = count;
		this.cost = cost;
		this.longPoll = longPoll;
	}
	getRetryCount() {
		return this.count;
	}
	getRetryDelay() {
		return Math.min(MAXIMUM_RETRY_DELAY, this.delay);
	}
	getRetryCost() {
		return this.cost;
	}
	isLongPoll() {
		return this.longPoll;
	}
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/config.js
var RETRY_MODES;
(function(RETRY_MODES) {
	RETRY_MODES["STANDARD"] = "standard";
	RETRY_MODES["ADAPTIVE"] = "adaptive";
})(RETRY_MODES || (RETRY_MODES = {}));
const DEFAULT_RETRY_MODE = RETRY_MODES.STANDARD;

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/StandardRetryStrategy.js
const refusal = {
	incompatible: 1,
	attempts: 2,
	capacity: 3
};
var StandardRetryStrategy = class {
	mode = RETRY_MODES.STANDARD;
	retryBackoffStrategy;
	capacity = 500;
	maxAttemptsProvider;
	baseDelay;
	constructor(arg1) {
		if (typeof arg1 === "number") this.maxAttemptsProvider = async () => arg1;
		else if (typeof arg1 === "function") this.maxAttemptsProvider = arg1;
		else if (arg1 && typeof arg1 === "object") {
			this.maxAttemptsProvider = async () => arg1.maxAttempts;
			this.baseDelay = arg1.baseDelay;
			this.retryBackoffStrategy = arg1.backoff;
		}
		this.maxAttemptsProvider ??= async () => 3;
		this.baseDelay ??= Retry.delay();
		this.retryBackoffStrategy ??= new DefaultRetryBackoffStrategy();
	}
	async acquireInitialRetryToken(retryTokenScope) {
		return new DefaultRetryToken(Retry.delay(), 0, void 0, retryTokenScope.includes(":longpoll"));
	}
	async refreshRetryTokenForRetry(token, errorInfo) {
		const maxAttempts = await this.getMaxAttempts();
		const retryCode = this.retryCode(token, errorInfo, maxAttempts);
		const shouldRetry = retryCode === 0;
		const isLongPoll = token.isLongPoll?.();
		if (shouldRetry || isLongPoll) {
			const errorType = errorInfo.errorType;
			this.retryBackoffStrategy.setDelayBase(errorType === "THROTTLING" ? Retry.throttlingDelay() : this.baseDelay);
			const delayFromErrorType = this.retryBackoffStrategy.computeNextBackoffDelay(token.getRetryCount());
			let retryDelay = delayFromErrorType;
			if (errorInfo.retryAfterHint instanceof Date) retryDelay = Math.max(delayFromErrorType, Math.min(errorInfo.retryAfterHint.getTime() - Date.now(), delayFromErrorType + 5e3));
			if (!shouldRetry) {
				const longPollBackoff = retryCode === refusal.capacity && isLongPoll ? retryDelay : 0;
				if (longPollBackoff > 0) await new Promise((r) => setTimeout(r, longPollBackoff));
			} else {
				const capacityCost = this.getCapacityCost(errorType);
				this.capacity -= capacityCost;
				const nextToken = new DefaultRetryToken(0, token.getRetryCount() + 1, capacityCost, token.isLongPoll?.() ?? false);
				await new Promise((r) => setTimeout(r, retryDelay));
				nextToken.$retryLog.acquisitionDelay = retryDelay;
				return nextToken;
			}
		}
		throw new Error("No retry token available");
	}
	recordSuccess(token) {
		this.capacity = Math.min(500, this.capacity + (token.getRetryCost() ?? 1));
	}
	getCapacity() {
		return this.capacity;
	}
	async maxAttempts() {
		return this.maxAttemptsProvider();
	}
	async getMaxAttempts() {
		try {
			return await this.maxAttemptsProvider();
		} catch (ignored) {
			console.warn(`Max attempts provider could not resolve. Using default of ${3}`);
			return 3;
		}
	}
	retryCode(tokenToRenew, errorInfo, maxAttempts) {
		const attempts = tokenToRenew.getRetryCount() + 1;
		const retryableStatus = this.isRetryableError(errorInfo.errorType) ? 0 : refusal.incompatible;
		const attemptStatus = attempts < maxAttempts ? 0 : refusal.attempts;
		const capacityStatus = this.capacity >= this.getCapacityCost(errorInfo.errorType) ? 0 : refusal.capacity;
		return retryableStatus || attemptStatus || capacityStatus;
	}
	getCapacityCost(errorType) {
		return errorType === Retry.modifiedCostType() ? Retry.throttlingCost() : Retry.cost();
	}
	isRetryableError(errorType) {
		return errorType === "THROTTLING" || errorType === "TRANSIENT";
	}
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/AdaptiveRetryStrategy.js
var AdaptiveRetryStrategy = class {
	mode = RETRY_MODES.ADAPTIVE;
	rateLimiter;
	standardRetryStrategy;
	constructor(maxAttemptsProvider, options) {
		const { rateLimiter } = options ?? {};
		this.rateLimiter = rateLimiter ?? new DefaultRateLimiter();
		this.standardRetryStrategy = options ? new StandardRetryStrategy({
			maxAttempts: typeof maxAttemptsProvider === "number" ? maxAttemptsProvider : 3,
			...options
		}) : new StandardRetryStrategy(maxAttemptsProvider);
	}
	async acquireInitialRetryToken(retryTokenScope) {
		const token = await this.standardRetryStrategy.acquireInitialRetryToken(retryTokenScope);
		await this.rateLimiter.getSendToken();
		return token;
	}
	async refreshRetryTokenForRetry(tokenToRenew, errorInfo) {
		this.rateLimiter.updateClientSendingRate(errorInfo);
		const token = await this.standardRetryStrategy.refreshRetryTokenForRetry(tokenToRenew, errorInfo);
		await this.rateLimiter.getSendToken();
		return token;
	}
	recordSuccess(token) {
		this.rateLimiter.updateClientSendingRate({});
		this.standardRetryStrategy.recordSuccess(token);
	}
	async maxAttemptsProvider() {
		return this.standardRetryStrategy.maxAttempts();
	}
};

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/configurations.js
const ENV_MAX_ATTEMPTS = "AWS_MAX_ATTEMPTS";
const CONFIG_MAX_ATTEMPTS = "max_attempts";
const NODE_MAX_ATTEMPT_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => {
		const value = env[ENV_MAX_ATTEMPTS];
		if (!value) return;
		const maxAttempt = parseInt(value);
		if (Number.isNaN(maxAttempt)) throw new Error(`Environment variable ${ENV_MAX_ATTEMPTS} mast be a number, got "${value}"`);
		return maxAttempt;
	},
	configFileSelector: (profile) => {
		const value = profile[CONFIG_MAX_ATTEMPTS];
		if (!value) return;
		const maxAttempt = parseInt(value);
		if (Number.isNaN(maxAttempt)) throw new Error(`Shared config file entry ${CONFIG_MAX_ATTEMPTS} mast be a number, got "${value}"`);
		return maxAttempt;
	},
	default: 3
};
const resolveRetryConfig = (input, defaults) => {
	const { retryStrategy, retryMode } = input;
	const { defaultMaxAttempts = 3, defaultBaseDelay = Retry.delay() } = defaults ?? {};
	const maxAttemptsProvider = normalizeProvider$1(input.maxAttempts ?? defaultMaxAttempts);
	let controller = retryStrategy ? Promise.resolve(retryStrategy) : void 0;
	const getDefault = async () => {
		const maxAttempts = await maxAttemptsProvider();
		if (await normalizeProvider$1(retryMode)() === RETRY_MODES.ADAPTIVE) return new AdaptiveRetryStrategy(maxAttemptsProvider, {
			maxAttempts,
			baseDelay: defaultBaseDelay
		});
		return new StandardRetryStrategy({
			maxAttempts,
			baseDelay: defaultBaseDelay
		});
	};
	return Object.assign(input, {
		maxAttempts: maxAttemptsProvider,
		retryStrategy: () => controller ??= getDefault()
	});
};
const ENV_RETRY_MODE = "AWS_RETRY_MODE";
const CONFIG_RETRY_MODE = "retry_mode";
const NODE_RETRY_MODE_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => env[ENV_RETRY_MODE],
	configFileSelector: (profile) => profile[CONFIG_RETRY_MODE],
	default: DEFAULT_RETRY_MODE
};

// node_modules/@smithy/core/dist-es/submodules/retry/index.js
const retryMiddleware = bindRetryMiddleware(isStreamingPayload);
const getRetryPlugin = bindGetRetryPlugin(isStreamingPayload);

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/check-features.js
const ACCOUNT_ID_ENDPOINT_REGEX = /\d{12}\.ddb/;
async function checkFeatures(context, config, args) {
	if (args.request?.headers?.["smithy-protocol"] === "rpc-v2-cbor") setFeature(context, "PROTOCOL_RPC_V2_CBOR", "M");
	if (typeof config.retryStrategy === "function") {
		const retryStrategy = await config.retryStrategy();
		if (typeof retryStrategy.mode === "string") switch (retryStrategy.mode) {
			case RETRY_MODES.ADAPTIVE:
				setFeature(context, "RETRY_MODE_ADAPTIVE", "F");
				break;
			case RETRY_MODES.STANDARD: setFeature(context, "RETRY_MODE_STANDARD", "E");
		}
	}
	if (typeof config.accountIdEndpointMode === "function") {
		const endpointV2 = context.endpointV2;
		if (String(endpointV2?.url?.hostname).match(ACCOUNT_ID_ENDPOINT_REGEX)) setFeature(context, "ACCOUNT_ID_ENDPOINT", "O");
		switch (await config.accountIdEndpointMode?.()) {
			case "disabled":
				setFeature(context, "ACCOUNT_ID_MODE_DISABLED", "Q");
				break;
			case "preferred":
				setFeature(context, "ACCOUNT_ID_MODE_PREFERRED", "P");
				break;
			case "required": setFeature(context, "ACCOUNT_ID_MODE_REQUIRED", "R");
		}
	}
	const identity = context.__smithy_context?.selectedHttpAuthScheme?.identity;
	if (identity?.$source) {
		const credentials = identity;
		if (credentials.accountId) setFeature(context, "RESOLVED_ACCOUNT_ID", "T");
		for (const [key, value] of Object.entries(credentials.$source ?? {})) setFeature(context, key, value);
	}
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/constants.js
const USER_AGENT = "user-agent";
const X_AMZ_USER_AGENT = "x-amz-user-agent";
const UA_NAME_ESCAPE_REGEX = /[^!$%&'*+\-.^_`|~\w]/g;
const UA_VALUE_ESCAPE_REGEX = /[^!$%&'*+\-.^_`|~\w#]/g;

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/encode-features.js
const BYTE_LIMIT = 1024;
function encodeFeatures(features) {
	let buffer = "";
	for (const key in features) {
		const val = features[key];
		if (buffer.length + val.length + 1 <= BYTE_LIMIT) {
			if (buffer.length) buffer += "," + val;
			else buffer += val;
			continue;
		}
		break;
	}
	return buffer;
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/user-agent-middleware.js
const userAgentMiddleware = (options) => (next, context) => async (args) => {
	const { request } = args;
	if (!pre_httpRequest.t.isInstance(request)) return next(args);
	const { headers } = request;
	const userAgent = context?.userAgent?.map(escapeUserAgent) || [];
	const defaultUserAgent = (await options.defaultUserAgentProvider()).map(escapeUserAgent);
	await checkFeatures(context, options, args);
	const awsContext = context;
	defaultUserAgent.push(`m/${encodeFeatures(Object.assign({}, context.__smithy_context?.features, awsContext.__aws_sdk_context?.features))}`);
	const customUserAgent = options?.customUserAgent?.map(escapeUserAgent) || [];
	const appId = await options.userAgentAppId();
	if (appId) defaultUserAgent.push(escapeUserAgent([`app`, `${appId}`]));
	const prefix = getUserAgentPrefix();
	const sdkUserAgentValue = (prefix ? [prefix] : []).concat([
		...defaultUserAgent,
		...userAgent,
		...customUserAgent
	]).join(" ");
	const normalUAValue = [...defaultUserAgent.filter((section) => section.startsWith("aws-sdk-")), ...customUserAgent].join(" ");
	if (options.runtime !== "browser") {
		if (normalUAValue) headers[X_AMZ_USER_AGENT] = headers["x-amz-user-agent"] ? `${headers[USER_AGENT]} ${normalUAValue}` : normalUAValue;
		headers[USER_AGENT] = sdkUserAgentValue;
	} else headers[X_AMZ_USER_AGENT] = sdkUserAgentValue;
	return next({
		...args,
		request
	});
};
const escapeUserAgent = (userAgentPair) => {
	const name = userAgentPair[0].split("/").map((part) => part.replace(UA_NAME_ESCAPE_REGEX, "-")).join("/");
	const version = userAgentPair[1]?.replace(UA_VALUE_ESCAPE_REGEX, "-");
	const prefixSeparatorIndex = name.indexOf("/");
	const prefix = name.substring(0, prefixSeparatorIndex);
	let uaName = name.substring(prefixSeparatorIndex + 1);
	if (prefix === "api") uaName = uaName.toLowerCase();
	return [
		prefix,
		uaName,
		version
	].filter((item) => item && item.length > 0).reduce((acc, item, index) => {
		switch (index) {
			case 0: return item;
			case 1: return `${acc}/${item}`;
			default: return `${acc}#${item}`;
		}
	}, "");
};
const getUserAgentMiddlewareOptions = {
	name: "getUserAgentMiddleware",
	step: "build",
	priority: "low",
	tags: ["SET_USER_AGENT", "USER_AGENT"],
	override: true
};
const getUserAgentPlugin = (config) => ({ applyToStack: (clientStack) => {
	clientStack.add(userAgentMiddleware(config), getUserAgentMiddlewareOptions);
} });

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/getRuntimeUserAgentPair.js
const getRuntimeUserAgentPair = () => {
	for (const runtime of [
		"deno",
		"bun",
		"llrt"
	]) if (external_node_process_namespaceObject.versions[runtime]) return [`md/${runtime}`, external_node_process_namespaceObject.versions[runtime]];
	return ["md/nodejs", external_node_process_namespaceObject.versions.node];
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/crt-availability.js
const crtAvailability = { isCrtAvailable: false };

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/is-crt-available.js
const isCrtAvailable = () => {
	if (crtAvailability.isCrtAvailable) return ["md/crt-avail"];
	return null;
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/defaultUserAgent.js
const createDefaultUserAgentProvider = ({ serviceId, clientVersion }) => {
	const runtimeUserAgentPair = getRuntimeUserAgentPair();
	return async (config) => {
		const sections = [
			["aws-sdk-js", clientVersion],
			["ua", "2.1"],
			[`os/${(0,external_node_os_.platform)()}`, (0,external_node_os_.release)()],
			["lang/js"],
			runtimeUserAgentPair
		];
		const crtAvailable = isCrtAvailable();
		if (crtAvailable) sections.push(crtAvailable);
		if (serviceId) sections.push([`api/${serviceId}`, clientVersion]);
		if (external_node_process_namespaceObject.env.AWS_EXECUTION_ENV) sections.push([`exec-env/${external_node_process_namespaceObject.env.AWS_EXECUTION_ENV}`]);
		const appId = await config?.userAgentAppId?.();
		return appId ? [...sections, [`app/${appId}`]] : [...sections];
	};
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/nodeAppIdConfigOptions.js
const UA_APP_ID_ENV_NAME = "AWS_SDK_UA_APP_ID";
const UA_APP_ID_INI_NAME = "sdk_ua_app_id";
const UA_APP_ID_INI_NAME_DEPRECATED = "sdk-ua-app-id";
const NODE_APP_ID_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => env[UA_APP_ID_ENV_NAME],
	configFileSelector: (profile) => profile["sdk_ua_app_id"] ?? profile[UA_APP_ID_INI_NAME_DEPRECATED],
	default: void 0
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/isVirtualHostableS3Bucket.js
const isVirtualHostableS3Bucket = (value, allowSubDomains = false) => {
	if (allowSubDomains) {
		for (const label of value.split(".")) if (!isVirtualHostableS3Bucket(label)) return false;
		return true;
	}
	if (!isValidHostLabel(value)) return false;
	if (value.length < 3 || value.length > 63) return false;
	if (value !== value.toLowerCase()) return false;
	if (isIpAddress(value)) return false;
	return true;
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/parseArn.js
const ARN_DELIMITER = ":";
const RESOURCE_DELIMITER = "/";
const parseArn = (value) => {
	const segments = value.split(ARN_DELIMITER);
	if (segments.length < 6) return null;
	const [arn, partition, service, region, accountId, ...resourcePath] = segments;
	if (arn !== "arn" || partition === "" || service === "" || resourcePath.join(ARN_DELIMITER) === "") return null;
	return {
		partition,
		service,
		region,
		accountId,
		resourceId: resourcePath.map((resource) => resource.split(RESOURCE_DELIMITER)).flat()
	};
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/aws.js
const awsEndpointFunctions = {
	isVirtualHostableS3Bucket,
	parseArn,
	partition
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/core/dist-es/submodules/client/region-config-resolver/extensions.js
const getAwsRegionExtensionConfiguration = (runtimeConfig) => {
	return {
		setRegion(region) {
			runtimeConfig.region = region;
		},
		region() {
			return runtimeConfig.region;
		}
	};
};
const resolveAwsRegionExtensionConfiguration = (awsRegionExtensionConfiguration) => {
	return { region: awsRegionExtensionConfiguration.region() };
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getDateHeader.js
const getDateHeader = (response) => node_http_handler.d.isInstance(response) ? response.headers?.date ?? response.headers?.Date : void 0;
const getAgeHeader = (response) => node_http_handler.d.isInstance(response) ? response.headers?.age ?? response.headers?.Age : void 0;

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getSkewCorrectedDate.js
const getSkewCorrectedDate = (systemClockOffset) => new Date(Date.now() + systemClockOffset);

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getUpdatedSystemClockOffset.js
const getUpdatedSystemClockOffset = (clockTime, currentSystemClockOffset, timeRequestSent, ageHeader) => {
	if (ageHeader !== void 0) return currentSystemClockOffset;
	const serverTime = Date.parse(clockTime);
	if (Number.isNaN(serverTime)) return currentSystemClockOffset;
	const timeResponseReceived = Date.now();
	if (timeRequestSent !== void 0 && timeResponseReceived - timeRequestSent > 9e5) return currentSystemClockOffset;
	return serverTime - timeResponseReceived;
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4Signer.js
const throwSigningPropertyError = (name, property) => {
	if (!property) throw new Error(`Property \`${name}\` is not resolved for AWS SDK SigV4Auth`);
	return property;
};
const hasEventStreamOutput = (signingProperties) => {
	return (signingProperties.context?.[SMITHY_CONTEXT_KEY]?.eventStream)?.output === true;
};
const validateSigningProperties = async (signingProperties) => {
	const context = throwSigningPropertyError("context", signingProperties.context);
	const config = throwSigningPropertyError("config", signingProperties.config);
	const authScheme = context.endpointV2?.properties?.authSchemes?.[0];
	return {
		config,
		signer: await throwSigningPropertyError("signer", config.signer)(authScheme),
		signingRegion: signingProperties?.signingRegion,
		signingRegionSet: signingProperties?.signingRegionSet,
		signingName: signingProperties?.signingName
	};
};
var AwsSdkSigV4Signer = class {
	async sign(httpRequest, identity, signingProperties) {
		if (!pre_httpRequest.t.isInstance(httpRequest)) throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");
		const validatedProps = await validateSigningProperties(signingProperties);
		const { config, signer } = validatedProps;
		let { signingRegion, signingName } = validatedProps;
		const handlerExecutionContext = signingProperties.context;
		if (handlerExecutionContext?.authSchemes?.length ?? false) {
			const [first, second] = handlerExecutionContext.authSchemes;
			if (first?.name === "sigv4a" && second?.name === "sigv4") {
				signingRegion = second?.signingRegion ?? signingRegion;
				signingName = second?.signingName ?? signingName;
			}
		}
		const noSkewCorrection = await config.disableClockSkewCorrection?.() === true;
		signingProperties._disableClockSkewCorrection = noSkewCorrection;
		const skipSkewSampling = noSkewCorrection || hasEventStreamOutput(signingProperties);
		signingProperties._skipClockSkewSampling = skipSkewSampling;
		if (!skipSkewSampling) {
			signingProperties._preRequestSystemClockOffset = config.systemClockOffset;
			signingProperties._requestSentAt = Date.now();
		}
		return await signer.sign(httpRequest, {
			signingDate: noSkewCorrection ? /* @__PURE__ */ new Date() : getSkewCorrectedDate(config.systemClockOffset),
			signingRegion,
			signingService: signingName
		});
	}
	errorHandler(signingProperties) {
		return (error) => {
			const errorException = error;
			if (!signingProperties._skipClockSkewSampling && !signingProperties._disableClockSkewCorrection) {
				const serverTime = errorException.ServerTime ?? getDateHeader(errorException.$response);
				if (serverTime) {
					const config = throwSigningPropertyError("config", signingProperties.config);
					const preRequestOffset = signingProperties._preRequestSystemClockOffset;
					const timeRequestSent = signingProperties._requestSentAt;
					const ageHeader = getAgeHeader(errorException.$response);
					const newOffset = getUpdatedSystemClockOffset(serverTime, config.systemClockOffset, timeRequestSent, ageHeader);
					config.systemClockOffset = newOffset;
					if (Math.abs(newOffset) >= 24e4 && (newOffset !== preRequestOffset || preRequestOffset !== void 0 && preRequestOffset !== newOffset) && errorException.$metadata) errorException.$metadata.clockSkewCorrected = true;
				}
			}
			throw error;
		};
	}
	successHandler(httpResponse, signingProperties) {
		if (signingProperties._skipClockSkewSampling || signingProperties._disableClockSkewCorrection) return;
		const dateHeader = getDateHeader(httpResponse);
		if (dateHeader) {
			const config = throwSigningPropertyError("config", signingProperties.config);
			const timeRequestSent = signingProperties._requestSentAt;
			const ageHeader = getAgeHeader(httpResponse);
			config.systemClockOffset = getUpdatedSystemClockOffset(dateHeader, config.systemClockOffset, timeRequestSent, ageHeader);
		}
	}
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getArrayForCommaSeparatedString.js
const getArrayForCommaSeparatedString = (str) => typeof str === "string" && str.length > 0 ? str.split(",").map((item) => item.trim()) : [];

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getBearerTokenEnvKey.js
const getBearerTokenEnvKey = (signingName) => `AWS_BEARER_TOKEN_${signingName.replace(/[\s-]/g, "_").toUpperCase()}`;

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/NODE_AUTH_SCHEME_PREFERENCE_OPTIONS.js
const NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY = "AWS_AUTH_SCHEME_PREFERENCE";
const NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY = "auth_scheme_preference";
const NODE_AUTH_SCHEME_PREFERENCE_OPTIONS = {
	environmentVariableSelector: (env, options) => {
		if (options?.signingName) {
			if (getBearerTokenEnvKey(options.signingName) in env) return ["httpBearerAuth"];
		}
		if (!(NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY in env)) return;
		return getArrayForCommaSeparatedString(env[NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY]);
	},
	configFileSelector: (profile) => {
		if (!(NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY in profile)) return;
		return getArrayForCommaSeparatedString(profile[NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY]);
	},
	default: []
};

// node_modules/@smithy/signature-v4/dist-es/HeaderFormatter.js
var HeaderFormatter = class {
	format(headers) {
		const chunks = [];
		for (const headerName in headers) {
			if (!(0,hex_encoding.o)(headers, headerName)) continue;
			const bytes = (0,toUtf8.n)(headerName);
			chunks.push(Uint8Array.from([bytes.byteLength]), bytes, this.formatHeaderValue(headers[headerName]));
		}
		const out = new Uint8Array(chunks.reduce((carry, bytes) => carry + bytes.byteLength, 0));
		let position = 0;
		for (const chunk of chunks) {
			out.set(chunk, position);
			position += chunk.byteLength;
		}
		return out;
	}
	formatHeaderValue(header) {
		switch (header.type) {
			case "boolean": return Uint8Array.from([header.value ? 0 : 1]);
			case "byte": return Uint8Array.from([2, header.value]);
			case "short":
				const shortView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(3));
				shortView.setUint8(0, 3);
				shortView.setInt16(1, header.value, false);
				return new Uint8Array(shortView.buffer);
			case "integer":
				const intView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(5));
				intView.setUint8(0, 4);
				intView.setInt32(1, header.value, false);
				return new Uint8Array(intView.buffer);
			case "long":
				const longBytes = /* @__PURE__ */ new Uint8Array(9);
				longBytes[0] = 5;
				longBytes.set(header.value.bytes, 1);
				return longBytes;
			case "binary":
				const binView = new DataView(new ArrayBuffer(3 + header.value.byteLength));
				binView.setUint8(0, 6);
				binView.setUint16(1, header.value.byteLength, false);
				const binBytes = new Uint8Array(binView.buffer);
				binBytes.set(header.value, 3);
				return binBytes;
			case "string":
				const utf8Bytes = (0,toUtf8.n)(header.value);
				const strView = new DataView(new ArrayBuffer(3 + utf8Bytes.byteLength));
				strView.setUint8(0, 7);
				strView.setUint16(1, utf8Bytes.byteLength, false);
				const strBytes = new Uint8Array(strView.buffer);
				strBytes.set(utf8Bytes, 3);
				return strBytes;
			case "timestamp":
				const tsBytes = /* @__PURE__ */ new Uint8Array(9);
				tsBytes[0] = 8;
				tsBytes.set(Int64.fromNumber(header.value.valueOf()).bytes, 1);
				return tsBytes;
			case "uuid":
				if (!UUID_PATTERN.test(header.value)) throw new Error(`Invalid UUID received: ${header.value}`);
				const uuidBytes = /* @__PURE__ */ new Uint8Array(17);
				uuidBytes[0] = 9;
				uuidBytes.set((0,hex_encoding.t)(header.value.replace(/-/g, "")), 1);
				return uuidBytes;
		}
	}
};
var HEADER_VALUE_TYPE;
(function(HEADER_VALUE_TYPE) {
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["boolTrue"] = 0] = "boolTrue";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["boolFalse"] = 1] = "boolFalse";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["byte"] = 2] = "byte";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["short"] = 3] = "short";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["integer"] = 4] = "integer";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["long"] = 5] = "long";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["byteArray"] = 6] = "byteArray";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["string"] = 7] = "string";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["timestamp"] = 8] = "timestamp";
	HEADER_VALUE_TYPE[HEADER_VALUE_TYPE["uuid"] = 9] = "uuid";
})(HEADER_VALUE_TYPE || (HEADER_VALUE_TYPE = {}));
const UUID_PATTERN = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;
var Int64 = class Int64 {
	bytes;
	constructor(bytes) {
		this.bytes = bytes;
		if (bytes.byteLength !== 8) throw new Error("Int64 buffers must be exactly 8 bytes");
	}
	static fromNumber(number) {
		if (number > 0x8000000000000000 || number < -0x8000000000000000) throw new Error(`${number} is too large (or, if negative, too small) to represent as an Int64`);
		const bytes = /* @__PURE__ */ new Uint8Array(8);
		for (let i = 7, remaining = Math.abs(Math.round(number)); i > -1 && remaining > 0; i--, remaining /= 256) bytes[i] = remaining;
		if (number < 0) negate(bytes);
		return new Int64(bytes);
	}
	valueOf() {
		const bytes = this.bytes.slice(0);
		const negative = bytes[0] & 128;
		if (negative) negate(bytes);
		return parseInt((0,hex_encoding.n)(bytes), 16) * (negative ? -1 : 1);
	}
	toString() {
		return String(this.valueOf());
	}
};
function negate(bytes) {
	for (let i = 0; i < 8; i++) bytes[i] ^= 255;
	for (let i = 7; i > -1; i--) {
		bytes[i]++;
		if (bytes[i] !== 0) break;
	}
}

// node_modules/@smithy/signature-v4/dist-es/constants.js
const ALGORITHM_QUERY_PARAM = "X-Amz-Algorithm";
const CREDENTIAL_QUERY_PARAM = "X-Amz-Credential";
const AMZ_DATE_QUERY_PARAM = "X-Amz-Date";
const SIGNED_HEADERS_QUERY_PARAM = "X-Amz-SignedHeaders";
const EXPIRES_QUERY_PARAM = "X-Amz-Expires";
const SIGNATURE_QUERY_PARAM = "X-Amz-Signature";
const TOKEN_QUERY_PARAM = "X-Amz-Security-Token";
const AUTH_HEADER = "authorization";
const AMZ_DATE_HEADER = AMZ_DATE_QUERY_PARAM.toLowerCase();
const DATE_HEADER = "date";
const GENERATED_HEADERS = [
	AUTH_HEADER,
	AMZ_DATE_HEADER,
	DATE_HEADER
];
const SIGNATURE_HEADER = SIGNATURE_QUERY_PARAM.toLowerCase();
const SHA256_HEADER = "x-amz-content-sha256";
const TOKEN_HEADER = TOKEN_QUERY_PARAM.toLowerCase();
const ALWAYS_UNSIGNABLE_HEADERS = {
	authorization: true,
	"cache-control": true,
	connection: true,
	expect: true,
	from: true,
	"keep-alive": true,
	"max-forwards": true,
	pragma: true,
	referer: true,
	te: true,
	trailer: true,
	"transfer-encoding": true,
	upgrade: true,
	"user-agent": true,
	"x-amzn-trace-id": true
};
const PROXY_HEADER_PATTERN = /^proxy-/;
const SEC_HEADER_PATTERN = /^sec-/;
const ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256";
const EVENT_ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256-PAYLOAD";
const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
const KEY_TYPE_IDENTIFIER = "aws4_request";
const MAX_PRESIGNED_TTL = 604800;

// node_modules/@smithy/signature-v4/dist-es/getCanonicalQuery.js
const getCanonicalQuery = ({ query = {} }) => {
	const keys = [];
	const serialized = {};
	for (const key in query) {
		if (!(0,hex_encoding.o)(query, key)) continue;
		if (key.toLowerCase() === "x-amz-signature") continue;
		const encodedKey = (0,node_http_handler.n)(key);
		keys.push(encodedKey);
		const value = query[key];
		if (typeof value === "string") serialized[encodedKey] = `${encodedKey}=${(0,node_http_handler.n)(value)}`;
		else if (Array.isArray(value)) serialized[encodedKey] = value.slice(0).reduce((encoded, value) => encoded.concat([`${encodedKey}=${(0,node_http_handler.n)(value)}`]), []).sort().join("&");
	}
	return keys.sort().map((key) => serialized[key]).filter((serialized) => serialized).join("&");
};

// node_modules/@smithy/signature-v4/dist-es/utilDate.js
const iso8601 = (time) => toDate(time).toISOString().replace(/\.\d{3}Z$/, "Z");
const toDate = (time) => {
	if (typeof time === "number") return /* @__PURE__ */ new Date(time * 1e3);
	if (typeof time === "string") {
		if (Number(time)) return /* @__PURE__ */ new Date(Number(time) * 1e3);
		return new Date(time);
	}
	return time;
};

// node_modules/@smithy/signature-v4/dist-es/SignatureV4Base.js
var SignatureV4Base = class {
	service;
	regionProvider;
	credentialProvider;
	sha256;
	uriEscapePath;
	applyChecksum;
	constructor({ applyChecksum, credentials, region, service, sha256, uriEscapePath = true }) {
		this.service = service;
		this.sha256 = sha256;
		this.uriEscapePath = uriEscapePath;
		this.applyChecksum = typeof applyChecksum === "boolean" ? applyChecksum : true;
		this.regionProvider = normalizeProvider$1(region);
		this.credentialProvider = normalizeProvider$1(credentials);
	}
	createCanonicalRequest(request, canonicalHeaders, payloadHash) {
		const sortedHeaders = Object.keys(canonicalHeaders).sort();
		return `${request.method}
${this.getCanonicalPath(request)}
${getCanonicalQuery(request)}
${sortedHeaders.map((name) => `${name}:${canonicalHeaders[name]}`).join("\n")}

${sortedHeaders.join(";")}
${payloadHash}`;
	}
	async createStringToSign(longDate, credentialScope, canonicalRequest, algorithmIdentifier) {
		const hash = new this.sha256();
		hash.update(toUint8Array(canonicalRequest));
		const hashedRequest = await hash.digest();
		return `${algorithmIdentifier}
${longDate}
${credentialScope}
${(0,hex_encoding.n)(hashedRequest)}`;
	}
	getCanonicalPath({ path }) {
		if (this.uriEscapePath) {
			const normalizedPathSegments = [];
			for (const pathSegment of path.split("/")) {
				if (pathSegment?.length === 0) continue;
				if (pathSegment === ".") continue;
				if (pathSegment === "..") normalizedPathSegments.pop();
				else normalizedPathSegments.push(pathSegment);
			}
			const normalizedPath = `${path?.startsWith("/") ? "/" : ""}${normalizedPathSegments.join("/")}${normalizedPathSegments.length > 0 && path?.endsWith("/") ? "/" : ""}`;
			return (0,node_http_handler.n)(normalizedPath).replace(/%2F/g, "/");
		}
		return path;
	}
	validateResolvedCredentials(credentials) {
		if (typeof credentials !== "object" || typeof credentials.accessKeyId !== "string" || typeof credentials.secretAccessKey !== "string") throw new Error("Resolved credential object is not valid");
	}
	formatDate(now) {
		const longDate = iso8601(now).replace(/[-:]/g, "");
		return {
			longDate,
			shortDate: longDate.slice(0, 8)
		};
	}
	getCanonicalHeaderList(headers) {
		return Object.keys(headers).sort().join(";");
	}
};

// node_modules/@smithy/signature-v4/dist-es/credentialDerivation.js
const signingKeyCache = {};
const cacheQueue = [];
const createScope = (shortDate, region, service) => `${shortDate}/${region}/${service}/${KEY_TYPE_IDENTIFIER}`;
const getSigningKey = async (sha256Constructor, credentials, shortDate, region, service) => {
	const credsHash = await hmac(sha256Constructor, credentials.secretAccessKey, credentials.accessKeyId);
	const cacheKey = `${shortDate}:${region}:${service}:${(0,hex_encoding.n)(credsHash)}:${credentials.sessionToken}`;
	if (cacheKey in signingKeyCache) return signingKeyCache[cacheKey];
	cacheQueue.push(cacheKey);
	while (cacheQueue.length > 50) delete signingKeyCache[cacheQueue.shift()];
	let key = `AWS4${credentials.secretAccessKey}`;
	for (const signable of [
		shortDate,
		region,
		service,
		KEY_TYPE_IDENTIFIER
	]) key = await hmac(sha256Constructor, key, signable);
	return signingKeyCache[cacheKey] = key;
};
const hmac = (ctor, secret, data) => {
	const hash = new ctor(secret);
	hash.update(toUint8Array(data));
	return hash.digest();
};

// node_modules/@smithy/signature-v4/dist-es/getCanonicalHeaders.js
const getCanonicalHeaders = ({ headers }, unsignableHeaders, signableHeaders) => {
	const canonical = {};
	for (const headerName of Object.keys(headers).sort()) {
		if (headers[headerName] == void 0) continue;
		const canonicalHeaderName = headerName.toLowerCase();
		if ((0,hex_encoding.o)(ALWAYS_UNSIGNABLE_HEADERS, canonicalHeaderName) || unsignableHeaders?.has(canonicalHeaderName) || PROXY_HEADER_PATTERN.test(canonicalHeaderName) || SEC_HEADER_PATTERN.test(canonicalHeaderName)) {
			if (!signableHeaders || signableHeaders && !signableHeaders.has(canonicalHeaderName)) continue;
		}
		if (canonicalHeaderName === "__proto__") writeKey(canonical);
		canonical[canonicalHeaderName] = headers[headerName].replace(/[\r\n]/g, " ").replace(/[ \t]+/g, " ").replace(/^ | $/g, "");
	}
	return canonical;
};

// node_modules/@smithy/signature-v4/dist-es/getPayloadHash.js
const getPayloadHash = async ({ headers, body }, hashConstructor) => {
	for (const headerName in headers) {
		if (!(0,hex_encoding.o)(headers, headerName)) continue;
		if (headerName.toLowerCase() === "x-amz-content-sha256") return headers[headerName];
	}
	if (body == void 0) return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
	else if (typeof body === "string" || ArrayBuffer.isView(body) || (0,hex_encoding.a)(body)) {
		const hashCtor = new hashConstructor();
		hashCtor.update(toUint8Array(body));
		return (0,hex_encoding.n)(await hashCtor.digest());
	}
	return UNSIGNED_PAYLOAD;
};

// node_modules/@smithy/signature-v4/dist-es/headerUtil.js
const hasHeader = (soughtHeader, headers) => {
	soughtHeader = soughtHeader.toLowerCase();
	for (const headerName in headers) {
		if (!(0,hex_encoding.o)(headers, headerName)) continue;
		if (soughtHeader === headerName.toLowerCase()) return true;
	}
	return false;
};

// node_modules/@smithy/signature-v4/dist-es/moveHeadersToQuery.js
const moveHeadersToQuery = (request, options = {}) => {
	const { headers, query = {} } = pre_httpRequest.t.clone(request);
	for (const name in headers) {
		if (!(0,hex_encoding.o)(headers, name)) continue;
		const lname = name.toLowerCase();
		if (lname.slice(0, 6) === "x-amz-" && !options.unhoistableHeaders?.has(lname) || options.hoistableHeaders?.has(lname)) {
			query[name] = headers[name];
			delete headers[name];
		}
	}
	return {
		...request,
		headers,
		query
	};
};

// node_modules/@smithy/signature-v4/dist-es/prepareRequest.js
const prepareRequest = (request) => {
	request = pre_httpRequest.t.clone(request);
	for (const headerName in request.headers) {
		if (!(0,hex_encoding.o)(request.headers, headerName)) continue;
		if (GENERATED_HEADERS.indexOf(headerName.toLowerCase()) > -1) delete request.headers[headerName];
	}
	return request;
};

// node_modules/@smithy/signature-v4/dist-es/SignatureV4.js
var SignatureV4 = class extends SignatureV4Base {
	headerFormatter = new HeaderFormatter();
	constructor({ applyChecksum, credentials, region, service, sha256, uriEscapePath = true }) {
		super({
			applyChecksum,
			credentials,
			region,
			service,
			sha256,
			uriEscapePath
		});
	}
	async presign(originalRequest, options = {}) {
		const { signingDate = /* @__PURE__ */ new Date(), expiresIn = 3600, unsignableHeaders, unhoistableHeaders, signableHeaders, hoistableHeaders, signingRegion, signingService } = options;
		const credentials = await this.credentialProvider();
		this.validateResolvedCredentials(credentials);
		const region = signingRegion ?? await this.regionProvider();
		const { longDate, shortDate } = this.formatDate(signingDate);
		if (expiresIn > 604800) return Promise.reject("Signature version 4 presigned URLs must have an expiration date less than one week in the future");
		const scope = createScope(shortDate, region, signingService ?? this.service);
		const request = moveHeadersToQuery(prepareRequest(originalRequest), {
			unhoistableHeaders,
			hoistableHeaders
		});
		if (credentials.sessionToken) request.query[TOKEN_QUERY_PARAM] = credentials.sessionToken;
		request.query[ALGORITHM_QUERY_PARAM] = ALGORITHM_IDENTIFIER;
		request.query[CREDENTIAL_QUERY_PARAM] = `${credentials.accessKeyId}/${scope}`;
		request.query[AMZ_DATE_QUERY_PARAM] = longDate;
		request.query[EXPIRES_QUERY_PARAM] = expiresIn.toString(10);
		const canonicalHeaders = getCanonicalHeaders(request, unsignableHeaders, signableHeaders);
		request.query[SIGNED_HEADERS_QUERY_PARAM] = this.getCanonicalHeaderList(canonicalHeaders);
		request.query[SIGNATURE_QUERY_PARAM] = await this.getSignature(longDate, scope, this.getSigningKey(credentials, region, shortDate, signingService), this.createCanonicalRequest(request, canonicalHeaders, await getPayloadHash(originalRequest, this.sha256)));
		return request;
	}
	async sign(toSign, options) {
		if (typeof toSign === "string") return this.signString(toSign, options);
		else if (toSign.headers && toSign.payload) return this.signEvent(toSign, options);
		else if (toSign.message) return this.signMessage(toSign, options);
		else return this.signRequest(toSign, options);
	}
	async signEvent({ headers, payload }, { signingDate = /* @__PURE__ */ new Date(), priorSignature, signingRegion, signingService, eventStreamCredentials }) {
		const region = signingRegion ?? await this.regionProvider();
		const { shortDate, longDate } = this.formatDate(signingDate);
		const scope = createScope(shortDate, region, signingService ?? this.service);
		const hashedPayload = await getPayloadHash({
			headers: {},
			body: payload
		}, this.sha256);
		const hash = new this.sha256();
		hash.update(headers);
		const hashedHeaders = (0,hex_encoding.n)(await hash.digest());
		const stringToSign = [
			EVENT_ALGORITHM_IDENTIFIER,
			longDate,
			scope,
			priorSignature,
			hashedHeaders,
			hashedPayload
		].join("\n");
		return this.signString(stringToSign, {
			signingDate,
			signingRegion: region,
			signingService,
			eventStreamCredentials
		});
	}
	async signMessage(signableMessage, { signingDate = /* @__PURE__ */ new Date(), signingRegion, signingService, eventStreamCredentials }) {
		return this.signEvent({
			headers: this.headerFormatter.format(signableMessage.message.headers),
			payload: signableMessage.message.body
		}, {
			signingDate,
			signingRegion,
			signingService,
			priorSignature: signableMessage.priorSignature,
			eventStreamCredentials
		}).then((signature) => {
			return {
				message: signableMessage.message,
				signature
			};
		});
	}
	async signString(stringToSign, { signingDate = /* @__PURE__ */ new Date(), signingRegion, signingService, eventStreamCredentials } = {}) {
		const credentials = eventStreamCredentials ?? await this.credentialProvider();
		this.validateResolvedCredentials(credentials);
		const region = signingRegion ?? await this.regionProvider();
		const { shortDate } = this.formatDate(signingDate);
		const hash = new this.sha256(await this.getSigningKey(credentials, region, shortDate, signingService));
		hash.update(toUint8Array(stringToSign));
		return (0,hex_encoding.n)(await hash.digest());
	}
	async signRequest(requestToSign, { signingDate = /* @__PURE__ */ new Date(), signableHeaders, unsignableHeaders, signingRegion, signingService } = {}) {
		const credentials = await this.credentialProvider();
		this.validateResolvedCredentials(credentials);
		const region = signingRegion ?? await this.regionProvider();
		const request = prepareRequest(requestToSign);
		const { longDate, shortDate } = this.formatDate(signingDate);
		const scope = createScope(shortDate, region, signingService ?? this.service);
		request.headers[AMZ_DATE_HEADER] = longDate;
		if (credentials.sessionToken) request.headers[TOKEN_HEADER] = credentials.sessionToken;
		const payloadHash = await getPayloadHash(request, this.sha256);
		if (!hasHeader("x-amz-content-sha256", request.headers) && this.applyChecksum) request.headers[SHA256_HEADER] = payloadHash;
		const canonicalHeaders = getCanonicalHeaders(request, unsignableHeaders, signableHeaders);
		const signature = await this.getSignature(longDate, scope, this.getSigningKey(credentials, region, shortDate, signingService), this.createCanonicalRequest(request, canonicalHeaders, payloadHash));
		request.headers[AUTH_HEADER] = `${ALGORITHM_IDENTIFIER} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${this.getCanonicalHeaderList(canonicalHeaders)}, Signature=${signature}`;
		return request;
	}
	async getSignature(longDate, credentialScope, keyPromise, canonicalRequest) {
		const stringToSign = await this.createStringToSign(longDate, credentialScope, canonicalRequest, ALGORITHM_IDENTIFIER);
		const hash = new this.sha256(await keyPromise);
		hash.update(toUint8Array(stringToSign));
		return (0,hex_encoding.n)(await hash.digest());
	}
	getSigningKey(credentials, region, shortDate, service) {
		return getSigningKey(this.sha256, credentials, shortDate, region, service || this.service);
	}
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/resolveAwsSdkSigV4Config.js
const bindResolveAwsSdkSigV4Config = (defaultDisableClockSkewCorrection) => (config) => {
	let inputCredentials = config.credentials;
	let isUserSupplied = !!config.credentials;
	let resolvedCredentials = void 0;
	Object.defineProperty(config, "credentials", {
		set(credentials) {
			if (credentials && credentials !== inputCredentials && credentials !== resolvedCredentials) isUserSupplied = true;
			inputCredentials = credentials;
			const boundProvider = bindCallerConfig(config, normalizeCredentialProvider(config, {
				credentials: inputCredentials,
				credentialDefaultProvider: config.credentialDefaultProvider
			}));
			if (isUserSupplied && !boundProvider.attributed) {
				const isCredentialObject = typeof inputCredentials === "object" && inputCredentials !== null;
				resolvedCredentials = async (options) => {
					const attributedCreds = await boundProvider(options);
					if (isCredentialObject && (!attributedCreds.$source || Object.keys(attributedCreds.$source).length === 0)) return (0,setCredentialFeature.t)(attributedCreds, "CREDENTIALS_CODE", "e");
					return attributedCreds;
				};
				resolvedCredentials.memoized = boundProvider.memoized;
				resolvedCredentials.configBound = boundProvider.configBound;
				resolvedCredentials.attributed = true;
			} else resolvedCredentials = boundProvider;
		},
		get() {
			return resolvedCredentials;
		},
		enumerable: true,
		configurable: true
	});
	config.credentials = inputCredentials;
	const { signingEscapePath = true, systemClockOffset = config.systemClockOffset || 0, sha256 } = config;
	let signer;
	if (config.signer) signer = normalizeProvider(config.signer);
	else if (config.regionInfoProvider) signer = () => normalizeProvider(config.region)().then(async (region) => [await config.regionInfoProvider(region, {
		useFipsEndpoint: await config.useFipsEndpoint(),
		useDualstackEndpoint: await config.useDualstackEndpoint()
	}) || {}, region]).then(([regionInfo, region]) => {
		const { signingRegion, signingService } = regionInfo;
		config.signingRegion = config.signingRegion || signingRegion || region;
		config.signingName = config.signingName || signingService || config.serviceId;
		const params = {
			...config,
			credentials: config.credentials,
			region: config.signingRegion,
			service: config.signingName,
			sha256,
			uriEscapePath: signingEscapePath
		};
		return new (config.signerConstructor || SignatureV4)(params);
	});
	else signer = async (authScheme) => {
		authScheme = Object.assign({}, {
			name: "sigv4",
			signingName: config.signingName || config.defaultSigningName,
			signingRegion: await normalizeProvider(config.region)(),
			properties: {}
		}, authScheme);
		const signingRegion = authScheme.signingRegion;
		const signingService = authScheme.signingName;
		config.signingRegion = config.signingRegion || signingRegion;
		config.signingName = config.signingName || signingService || config.serviceId;
		const params = {
			...config,
			credentials: config.credentials,
			region: config.signingRegion,
			service: config.signingName,
			sha256,
			uriEscapePath: signingEscapePath
		};
		return new (config.signerConstructor || SignatureV4)(params);
	};
	return Object.assign(config, {
		systemClockOffset,
		signingEscapePath,
		signer,
		disableClockSkewCorrection: normalizeProvider(config.disableClockSkewCorrection ?? defaultDisableClockSkewCorrection)
	});
};
function normalizeCredentialProvider(config, { credentials, credentialDefaultProvider }) {
	let credentialsProvider;
	if (credentials) {
		if (!credentials?.memoized) credentialsProvider = memoizeIdentityProvider(credentials, isIdentityExpired, doesIdentityRequireRefresh);
		else credentialsProvider = credentials;
	} else if (credentialDefaultProvider) credentialsProvider = normalizeProvider(credentialDefaultProvider(Object.assign({}, config, { parentClientConfig: config })));
	else credentialsProvider = async () => {
		throw new Error("@aws-sdk/core::resolveAwsSdkSigV4Config - `credentials` not provided and no credentialDefaultProvider was configured.");
	};
	credentialsProvider.memoized = true;
	return credentialsProvider;
}
function bindCallerConfig(config, credentialsProvider) {
	if (credentialsProvider.configBound) return credentialsProvider;
	const fn = async (options) => credentialsProvider({
		...options,
		callerClientConfig: config
	});
	fn.memoized = credentialsProvider.memoized;
	fn.configBound = true;
	return fn;
}

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-node-config.js
const ENV_DISABLE_CLOCK_SKEW_CORRECTION = "AWS_DISABLE_CLOCK_SKEW_CORRECTION";
const CONFIG_DISABLE_CLOCK_SKEW_CORRECTION = "disable_clock_skew_correction";
const NODE_DISABLE_CLOCK_SKEW_CORRECTION_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => booleanSelector(env, ENV_DISABLE_CLOCK_SKEW_CORRECTION, SelectorType.ENV),
	configFileSelector: (profile) => booleanSelector(profile, CONFIG_DISABLE_CLOCK_SKEW_CORRECTION, SelectorType.CONFIG),
	default: false
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-defaults.js
const DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION = (0,parseUrl.n)(NODE_DISABLE_CLOCK_SKEW_CORRECTION_CONFIG_OPTIONS);

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/index.js
const resolveAwsSdkSigV4Config = bindResolveAwsSdkSigV4Config(DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION);

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ProtocolLib.js
var ProtocolLib = class {
	queryCompat;
	errorRegistry;
	constructor(queryCompat = false) {
		this.queryCompat = queryCompat;
	}
	resolveRestContentType(defaultContentType, inputSchema) {
		const members = inputSchema.getMemberSchemas();
		const httpPayloadMember = Object.values(members).find((m) => {
			return !!m.getMergedTraits().httpPayload;
		});
		if (httpPayloadMember) {
			const mediaType = httpPayloadMember.getMergedTraits().mediaType;
			if (mediaType) return mediaType;
			else if (httpPayloadMember.isStringSchema()) return "text/plain";
			else if (httpPayloadMember.isBlobSchema()) return "application/octet-stream";
			else return defaultContentType;
		} else if (!inputSchema.isUnitSchema()) {
			if (Object.values(members).find((m) => {
				const { httpQuery, httpQueryParams, httpHeader, httpLabel, httpPrefixHeaders } = m.getMergedTraits();
				return !httpQuery && !httpQueryParams && !httpHeader && !httpLabel && httpPrefixHeaders === void 0;
			})) return defaultContentType;
		}
	}
	async getErrorSchemaOrThrowBaseException(errorIdentifier, defaultNamespace, response, dataObject, metadata, getErrorSchema) {
		let errorName = errorIdentifier;
		if (errorIdentifier.includes("#")) [, errorName] = errorIdentifier.split("#");
		const errorMetadata = {
			$metadata: metadata,
			$fault: response.statusCode < 500 ? "client" : "server"
		};
		if (!this.errorRegistry) throw new Error("@aws-sdk/core/protocols - error handler not initialized.");
		try {
			return {
				errorSchema: getErrorSchema?.(this.errorRegistry, errorName) ?? this.errorRegistry.getSchema(errorIdentifier),
				errorMetadata
			};
		} catch (e) {
			dataObject.message = dataObject.message ?? dataObject.Message ?? "UnknownError";
			const synthetic = this.errorRegistry;
			const baseExceptionSchema = synthetic.getBaseException();
			if (baseExceptionSchema) {
				const ErrorCtor = synthetic.getErrorCtor(baseExceptionSchema) ?? Error;
				throw this.decorateServiceException(Object.assign(new ErrorCtor({ name: errorName }), errorMetadata), dataObject);
			}
			const d = dataObject;
			const message = d?.message ?? d?.Message ?? d?.Error?.Message ?? d?.Error?.message;
			throw this.decorateServiceException(Object.assign(new Error(message), { name: errorName }, errorMetadata), dataObject);
		}
	}
	compose(composite, errorIdentifier, defaultNamespace) {
		let namespace = defaultNamespace;
		if (errorIdentifier.includes("#")) [namespace] = errorIdentifier.split("#");
		const staticRegistry = toUtf8.r.for(namespace);
		const defaultSyntheticRegistry = toUtf8.r.for("smithy.ts.sdk.synthetic." + defaultNamespace);
		composite.copyFrom(staticRegistry);
		composite.copyFrom(defaultSyntheticRegistry);
		this.errorRegistry = composite;
	}
	decorateServiceException(exception, additions = {}) {
		if (this.queryCompat) {
			const msg = exception.Message ?? additions.Message;
			const error = decorateServiceException(exception, additions);
			if (msg) error.message = msg;
			const errorObj = error.Error ?? {};
			errorObj.Type = error.Error?.Type;
			errorObj.Code = error.Error?.Code;
			errorObj.Message = error.Error?.message ?? error.Error?.Message ?? msg;
			error.Error = errorObj;
			const reqId = error.$metadata.requestId;
			if (reqId) error.RequestId = reqId;
			return error;
		}
		return decorateServiceException(exception, additions);
	}
	setQueryCompatError(output, response) {
		const queryErrorHeader = response.headers?.["x-amzn-query-error"];
		if (output !== void 0 && queryErrorHeader != null) {
			const [Code, Type] = queryErrorHeader.split(";");
			const keys = Object.keys(output);
			const Error = {
				Code,
				Type
			};
			output.Code = Code;
			output.Type = Type;
			for (let i = 0; i < keys.length; i++) {
				const k = keys[i];
				Error[k === "message" ? "Message" : k] = output[k];
			}
			delete Error.__type;
			output.Error = Error;
		}
	}
	queryCompatOutput(queryCompatErrorData, errorData) {
		if (queryCompatErrorData.Error) errorData.Error = queryCompatErrorData.Error;
		if (queryCompatErrorData.Type) errorData.Type = queryCompatErrorData.Type;
		if (queryCompatErrorData.Code) errorData.Code = queryCompatErrorData.Code;
	}
	findQueryCompatibleError(registry, errorName) {
		try {
			return registry.getSchema(errorName);
		} catch (e) {
			return registry.find((schema) => NormalizedSchema.of(schema).getMergedTraits().awsQueryError?.[0] === errorName);
		}
	}
};

// node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js
const BLOCK = 64;
const DIGEST_LENGTH = 32;
const MAX_HASHABLE_LENGTH = 2 ** 53 - 1;
var Sha256Js = class Sha256Js {
	digestLength = DIGEST_LENGTH;
	state = Int32Array.from(INIT);
	w;
	buffer = /* @__PURE__ */ new Uint8Array(64);
	bufferLength = 0;
	bytesHashed = 0;
	finished = false;
	inner;
	outer;
	constructor(secret) {
		if (secret) {
			const key = Sha256Js.normalizeKey(secret);
			this.inner = new Sha256Js();
			this.outer = new Sha256Js();
			const { inner, outer } = this;
			const pad = /* @__PURE__ */ new Uint8Array(128);
			for (let i = 0; i < BLOCK; ++i) {
				pad[i] = 54 ^ key[i];
				pad[i + BLOCK] = 92 ^ key[i];
			}
			inner.update(pad.subarray(0, BLOCK));
			outer.update(pad.subarray(BLOCK));
		}
	}
	update(data) {
		if (this.finished) throw new Error("Attempted to update an already finished HMAC.");
		if (this.inner) {
			this.inner.update(data);
			return;
		}
		const chunk = toUint8Array(data);
		let position = 0;
		let { byteLength } = chunk;
		this.bytesHashed += byteLength;
		if (this.bytesHashed * 8 > MAX_HASHABLE_LENGTH) throw new Error("Cannot hash more than 2^53 - 1 bits");
		while (byteLength > 0) {
			this.buffer[this.bufferLength++] = chunk[position++];
			byteLength--;
			if (this.bufferLength === BLOCK) {
				this.hashBuffer();
				this.bufferLength = 0;
			}
		}
	}
	async digest() {
		const { inner, outer } = this;
		if (inner && outer) {
			if (this.finished) throw new Error("Attempted to digest an already finished HMAC.");
			this.finished = true;
			const innerDigest = inner.digestSync();
			outer.update(innerDigest);
			return outer.digestSync();
		}
		return this.digestSync();
	}
	reset() {
		this.state = Int32Array.from(INIT);
		this.buffer = /* @__PURE__ */ new Uint8Array(64);
		this.bufferLength = 0;
		this.bytesHashed = 0;
	}
	digestSync() {
		const state = this.state.slice();
		const buffer = this.buffer.slice();
		let bufferLength = this.bufferLength;
		const bitsHashed = this.bytesHashed * 8;
		const bufferView = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
		bufferView.setUint8(bufferLength++, 128);
		if ((bufferLength - 1) % BLOCK >= 56) {
			for (let i = bufferLength; i < BLOCK; ++i) bufferView.setUint8(i, 0);
			this.hashBufferWith(state, buffer);
			bufferLength = 0;
		}
		for (let i = bufferLength; i < 56; ++i) bufferView.setUint8(i, 0);
		bufferView.setUint32(56, Math.floor(bitsHashed / 4294967296), false);
		bufferView.setUint32(60, bitsHashed, false);
		this.hashBufferWith(state, buffer);
		const out = new Uint8Array(DIGEST_LENGTH);
		for (let i = 0; i < 8; ++i) {
			out[i * 4] = state[i] >>> 24 & 255;
			out[i * 4 + 1] = state[i] >>> 16 & 255;
			out[i * 4 + 2] = state[i] >>> 8 & 255;
			out[i * 4 + 3] = state[i] >>> 0 & 255;
		}
		return out;
	}
	static normalizeKey(secret) {
		const key = toUint8Array(secret);
		if (key.byteLength > BLOCK) {
			const h = new Sha256Js();
			h.update(key);
			const out = h.digestSync();
			const padded = new Uint8Array(BLOCK);
			padded.set(out);
			return padded;
		}
		if (key.byteLength < BLOCK) {
			const padded = new Uint8Array(BLOCK);
			padded.set(key);
			return padded;
		}
		return key;
	}
	hashBuffer() {
		this.hashBufferWith(this.state, this.buffer);
	}
	hashBufferWith(state, buffer) {
		const w = this.w ??= /* @__PURE__ */ new Int32Array(64);
		let s0 = state[0], s1 = state[1], s2 = state[2], s3 = state[3], s4 = state[4], s5 = state[5], s6 = state[6], s7 = state[7];
		for (let i = 0; i < BLOCK; ++i) {
			if (i < 16) w[i] = (buffer[i * 4] & 255) << 24 | (buffer[i * 4 + 1] & 255) << 16 | (buffer[i * 4 + 2] & 255) << 8 | buffer[i * 4 + 3] & 255;
			else {
				let u = w[i - 2];
				const t1 = (u >>> 17 | u << 15) ^ (u >>> 19 | u << 13) ^ u >>> 10;
				u = w[i - 15];
				const t2 = (u >>> 7 | u << 25) ^ (u >>> 18 | u << 14) ^ u >>> 3;
				w[i] = (t1 + w[i - 7] | 0) + (t2 + w[i - 16] | 0);
			}
			const t1 = (((s4 >>> 6 | s4 << 26) ^ (s4 >>> 11 | s4 << 21) ^ (s4 >>> 25 | s4 << 7)) + (s4 & s5 ^ ~s4 & s6) | 0) + (s7 + (K[i] + w[i] | 0) | 0) | 0;
			const t2 = ((s0 >>> 2 | s0 << 30) ^ (s0 >>> 13 | s0 << 19) ^ (s0 >>> 22 | s0 << 10)) + (s0 & s1 ^ s0 & s2 ^ s1 & s2) | 0;
			s7 = s6;
			s6 = s5;
			s5 = s4;
			s4 = s3 + t1 | 0;
			s3 = s2;
			s2 = s1;
			s1 = s0;
			s0 = t1 + t2 | 0;
		}
		state[0] += s0;
		state[1] += s1;
		state[2] += s2;
		state[3] += s3;
		state[4] += s4;
		state[5] += s5;
		state[6] += s6;
		state[7] += s7;
	}
};
const INIT = new Int32Array([
	1779033703,
	3144134277,
	1013904242,
	2773480762,
	1359893119,
	2600822924,
	528734635,
	1541459225
]);
const K = new Int32Array([
	1116352408,
	1899447441,
	3049323471,
	3921009573,
	961987163,
	1508970993,
	2453635748,
	2870763221,
	3624381080,
	310598401,
	607225278,
	1426881987,
	1925078388,
	2162078206,
	2614888103,
	3248222580,
	3835390401,
	4022224774,
	264347078,
	604807628,
	770255983,
	1249150122,
	1555081692,
	1996064986,
	2554220882,
	2821834349,
	2952996808,
	3210313671,
	3336571891,
	3584528711,
	113926993,
	338241895,
	666307205,
	773529912,
	1294757372,
	1396182291,
	1695183700,
	1986661051,
	2177026350,
	2456956037,
	2730485921,
	2820302411,
	3259730800,
	3345764771,
	3516065817,
	3600352804,
	4094571909,
	275423344,
	430227734,
	506948616,
	659060556,
	883997877,
	958139571,
	1322822218,
	1537002063,
	1747873779,
	1955562222,
	2024104815,
	2227730452,
	2361852424,
	2428436474,
	2756734187,
	3204031479,
	3329325298
]);

// node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Node.js
const hasNativeCrypto = (() => {
	try {
		(0,external_node_crypto_.createHash)("sha256");
		return true;
	} catch {
		return false;
	}
})();
const Sha256Node = hasNativeCrypto ? buildNativeClass() : Sha256Js;
function buildNativeClass() {
	return class Sha256Node {
		digestLength = 32;
		secret;
		hash;
		isHmac;
		finished = false;
		constructor(secret) {
			this.secret = secret;
			this.isHmac = !!secret;
			this.hash = this.createHash();
		}
		update(data) {
			if (this.finished) throw new Error("Attempted to update an already finished hash.");
			this.hash.update(data);
		}
		async digest() {
			let buf;
			if (this.isHmac) {
				this.finished = true;
				buf = this.hash.digest();
			} else buf = this.hash.copy().digest();
			return new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength);
		}
		reset() {
			this.hash = this.createHash();
			this.finished = false;
		}
		createHash() {
			return this.secret ? (0,external_node_crypto_.createHmac)("sha256", toBuffer(this.secret)) : (0,external_node_crypto_.createHash)("sha256");
		}
	};
}
function toBuffer(data) {
	if (typeof data === "string") return data;
	if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
	return Buffer.from(data);
}



/***/ }),

/***/ 9556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ chain)
/* harmony export */ });
/* harmony import */ var _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(942);


// node_modules/@smithy/core/dist-es/submodules/config/property-provider/chain.js
const chain = (...providers) => async () => {
	if (providers.length === 0) throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__.n("No providers in chain");
	let lastProviderError;
	for (const provider of providers) try {
		return await provider();
	} catch (err) {
		lastProviderError = err;
		if (err?.tryNextLink) continue;
		throw err;
	}
	throw lastProviderError;
};



/***/ }),

/***/ 7811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ systemClock),
/* harmony export */   t: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);


// src/support/clock.ts
/** The machine's own clock. Uses the global timer, so the process can end as soon as a sleep is aborted. */
const systemClock = {
	now: () => Date.now(),
	sleep(ms, signal) {
		return new Promise((resolve, reject) => {
			if (signal.aborted) {
				reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)());
				return;
			}
			const onAbort = () => {
				clearTimeout(timer);
				reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)());
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



/***/ }),

/***/ 5918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ fromEnv)
/* harmony export */ });
/* unused harmony exports a, i, n, o, r, t */
/* harmony import */ var _setCredentialFeature_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4296);
/* harmony import */ var _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(942);



// node_modules/@aws-sdk/credential-provider-env/dist-es/fromEnv.js
const ENV_KEY = "AWS_ACCESS_KEY_ID";
const ENV_SECRET = "AWS_SECRET_ACCESS_KEY";
const ENV_SESSION = "AWS_SESSION_TOKEN";
const ENV_EXPIRATION = "AWS_CREDENTIAL_EXPIRATION";
const ENV_CREDENTIAL_SCOPE = "AWS_CREDENTIAL_SCOPE";
const ENV_ACCOUNT_ID = "AWS_ACCOUNT_ID";
const fromEnv = (init) => async () => {
	init?.logger?.debug("@aws-sdk/credential-provider-env - fromEnv");
	const accessKeyId = process.env[ENV_KEY];
	const secretAccessKey = process.env[ENV_SECRET];
	const sessionToken = process.env[ENV_SESSION];
	const expiry = process.env[ENV_EXPIRATION];
	const credentialScope = process.env[ENV_CREDENTIAL_SCOPE];
	const accountId = process.env[ENV_ACCOUNT_ID];
	if (accessKeyId && secretAccessKey) {
		const credentials = {
			accessKeyId,
			secretAccessKey,
			...sessionToken && { sessionToken },
			...expiry && { expiration: new Date(expiry) },
			...credentialScope && { credentialScope },
			...accountId && { accountId }
		};
		(0,_setCredentialFeature_js__WEBPACK_IMPORTED_MODULE_1__.t)(credentials, "CREDENTIALS_ENV_VARS", "g");
		return credentials;
	}
	throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__.t("Unable to find environment variable credentials.", { logger: init?.logger });
};



/***/ }),

/***/ 4133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ defaultProvider)
/* harmony export */ });
/* unused harmony export t */
/* harmony import */ var _dist_es_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5918);
/* harmony import */ var _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(942);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9556);





// node_modules/@aws-sdk/credential-provider-node/dist-es/remoteProvider.js
const ENV_IMDS_DISABLED = "AWS_EC2_METADATA_DISABLED";
const remoteProvider = async (init) => {
	const { ENV_CMDS_FULL_URI, ENV_CMDS_RELATIVE_URI, fromContainerMetadata, fromInstanceMetadata } = await __nccwpck_require__.e(/* import() */ 724).then(__nccwpck_require__.bind(__nccwpck_require__, 1724));
	if (process.env[ENV_CMDS_RELATIVE_URI] || process.env[ENV_CMDS_FULL_URI]) {
		init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata");
		const { fromHttp } = await __nccwpck_require__.e(/* import() */ 679).then(__nccwpck_require__.bind(__nccwpck_require__, 4679));
		return (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__.t)(fromHttp(init), fromContainerMetadata(init));
	}
	if (process.env["AWS_EC2_METADATA_DISABLED"] && process.env["AWS_EC2_METADATA_DISABLED"] !== "false") return async () => {
		throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_1__.t("EC2 Instance Metadata Service access disabled", { logger: init.logger });
	};
	init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata");
	return fromInstanceMetadata(init);
};

// node_modules/@aws-sdk/credential-provider-node/dist-es/runtime/memoize-chain.js
function memoizeChain(providers, treatAsExpired) {
	const chain = internalCreateChain(providers);
	let activeLock;
	let passiveLock;
	let credentials;
	let forceRefreshLock;
	const provider = async (options) => {
		if (options?.forceRefresh) {
			if (!forceRefreshLock) forceRefreshLock = chain(options).then((c) => {
				credentials = c;
			}).finally(() => {
				forceRefreshLock = void 0;
			});
			await forceRefreshLock;
			return credentials;
		}
		if (credentials?.expiration) {
			if (credentials?.expiration?.getTime() < Date.now()) credentials = void 0;
		}
		if (activeLock) await activeLock;
		else if (!credentials || treatAsExpired?.(credentials)) {
			if (credentials) {
				if (!passiveLock) passiveLock = chain(options).then((c) => {
					credentials = c;
				}).catch(() => {}).finally(() => {
					passiveLock = void 0;
				});
			} else {
				activeLock = chain(options).then((c) => {
					credentials = c;
				}).finally(() => {
					activeLock = void 0;
				});
				return provider(options);
			}
		}
		return credentials;
	};
	return provider;
}
const internalCreateChain = (providers) => async (awsIdentityProperties) => {
	let lastProviderError;
	for (const provider of providers) try {
		return await provider(awsIdentityProperties);
	} catch (err) {
		lastProviderError = err;
		if (err?.tryNextLink) continue;
		throw err;
	}
	throw lastProviderError;
};

// node_modules/@aws-sdk/credential-provider-node/dist-es/defaultProvider.js
let multipleCredentialSourceWarningEmitted = false;
const defaultProvider = (init = {}) => memoizeChain([
	async () => {
		if (init.profile ?? process.env["AWS_PROFILE"]) {
			if (process.env["AWS_ACCESS_KEY_ID"] && process.env["AWS_SECRET_ACCESS_KEY"]) {
				if (!multipleCredentialSourceWarningEmitted) {
					(init.logger?.warn && init.logger?.constructor?.name !== "NoOpLogger" ? init.logger.warn.bind(init.logger) : console.warn)(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:
    Multiple credential sources detected: 
    Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set.
    This SDK will proceed with the AWS_PROFILE value.
    
    However, a future version may change this behavior to prefer the ENV static credentials.
    Please ensure that your environment only sets either the AWS_PROFILE or the
    AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY pair.
`);
					multipleCredentialSourceWarningEmitted = true;
				}
			}
			throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_1__.t("AWS_PROFILE is set, skipping fromEnv provider.", {
				logger: init.logger,
				tryNextLink: true
			});
		}
		init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromEnv");
		return (0,_dist_es_js__WEBPACK_IMPORTED_MODULE_0__.s)(init)();
	},
	async (awsIdentityProperties) => {
		init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromSSO");
		const { ssoStartUrl, ssoAccountId, ssoRegion, ssoRoleName, ssoSession } = init;
		if (!ssoStartUrl && !ssoAccountId && !ssoRegion && !ssoRoleName && !ssoSession) throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_1__.t("Skipping SSO provider in default chain (inputs do not include SSO fields).", { logger: init.logger });
		const { fromSSO } = await __nccwpck_require__.e(/* import() */ 771).then(__nccwpck_require__.bind(__nccwpck_require__, 1771));
		return fromSSO(init)(awsIdentityProperties);
	},
	async (awsIdentityProperties) => {
		init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromIni");
		const { fromIni } = await __nccwpck_require__.e(/* import() */ 954).then(__nccwpck_require__.bind(__nccwpck_require__, 954));
		return fromIni(init)(awsIdentityProperties);
	},
	async (awsIdentityProperties) => {
		init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromProcess");
		const { fromProcess } = await __nccwpck_require__.e(/* import() */ 100).then(__nccwpck_require__.bind(__nccwpck_require__, 6100));
		return fromProcess(init)(awsIdentityProperties);
	},
	async (awsIdentityProperties) => {
		init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile");
		const { fromTokenFile } = await __nccwpck_require__.e(/* import() */ 715).then(__nccwpck_require__.bind(__nccwpck_require__, 9715));
		return fromTokenFile(init)(awsIdentityProperties);
	},
	async () => {
		init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::remoteProvider");
		return (await remoteProvider(init))();
	},
	async () => {
		throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_1__.t("Could not load credentials from any providers", {
			tryNextLink: false,
			logger: init.logger
		});
	}
], credentialsTreatedAsExpired);
const credentialsTreatedAsExpired = (credentials) => credentials?.expiration !== void 0 && credentials.expiration.getTime() - Date.now() < 3e5;



/***/ }),

/***/ 3198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ oneLine),
/* harmony export */   i: () => (/* binding */ isActionError),
/* harmony export */   n: () => (/* binding */ cancelled),
/* harmony export */   r: () => (/* binding */ describeError),
/* harmony export */   t: () => (/* binding */ ActionError)
/* harmony export */ });
// src/support/errors.ts
/**
* A failure that a person can act on.
*
* `message` is the cause in one line, `fix` what to do about it in one line; neither holds a secret.
* Compare `code`, never `instanceof`: the bundle may hold two copies of a class.
*/
var ActionError = class extends Error {
	name = "ActionError";
	code;
	fix;
	/** Several causes found at once, one line each; empty where `message` says it all. */
	details;
	constructor(code, text, options) {
		super(text.cause, options);
		this.code = code;
		this.fix = text.fix;
		this.details = text.details ?? [];
	}
};
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
/** One line of text for any thrown value, with the messages of its `cause` chain. Never holds more than 500 characters. */
function describeError(error) {
	const parts = [];
	for (let at = error, depth = 0; at !== void 0 && at !== null && depth < 5; depth += 1) {
		const text = at instanceof Error ? describeOne(at) : String(at);
		if (text !== "" && !parts.some((part) => part.includes(text))) parts.push(text);
		at = at instanceof Error ? at.cause : void 0;
	}
	return oneLine(parts.join(": ")).slice(0, 500);
}
function describeOne(error) {
	const code = "code" in error && typeof error.code === "string" ? error.code : "";
	if (error.message === "") return code === "" ? error.name : code;
	return code === "" || error.message.includes(code) ? error.message : `${error.message} (${code})`;
}
/** Text with line breaks and control characters replaced by spaces, safe in a log line or annotation. */
function oneLine(text) {
	return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
}



/***/ }),

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isAwsRefusal),
/* harmony export */   i: () => (/* binding */ hasAwsCode),
/* harmony export */   n: () => (/* binding */ awsError),
/* harmony export */   r: () => (/* binding */ classifyAwsError),
/* harmony export */   t: () => (/* binding */ awsCode)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1215);



// src/aws/errors.ts
function isAwsRefusal(error) {
	return error instanceof Error && "$metadata" in error && typeof error.$metadata === "object" && error.$metadata !== null;
}
/** The wire code of an AWS error (`InvalidGroup.Duplicate`), '' for anything else. */
function awsCode(error) {
	if (!isAwsRefusal(error)) return "";
	return "Code" in error && typeof error.Code === "string" ? error.Code : error.name;
}
/** Compares wire codes without regard to case: EC2 spells some in two ways (`InvalidSubnetID`, `InvalidSubnetId`). */
function hasAwsCode(error, ...codes) {
	const code = awsCode(error).toLowerCase();
	return codes.some((one) => one.toLowerCase() === code);
}
const THROTTLED = [
	"RequestLimitExceeded",
	"Throttling",
	"ThrottlingException",
	"ThrottledException",
	"EC2ThrottledException",
	"RequestThrottled",
	"RequestThrottledException",
	"TooManyRequestsException",
	"SlowDown",
	"BandwidthLimitExceeded",
	"PriorRequestNotComplete"
];
/** Refused for a moment and not executed: a service being propagated, two tag writes at once, an identity provider out of reach. */
const NOT_NOW = [
	"Unavailable",
	"ConcurrentTagAccess",
	"IDPCommunicationError",
	"IDPCommunicationErrorException"
];
/** What a failed EC2 or STS call says about trying again. */
function classifyAwsError(error) {
	if (hasAwsCode(error, ...THROTTLED, ...NOT_NOW)) return { failure: "throttled" };
	const status = isAwsRefusal(error) ? error.$metadata.httpStatusCode : void 0;
	if (status === 429) return { failure: "throttled" };
	if (status !== void 0 && status >= 500) return { failure: "transient" };
	const network = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__.t)(error);
	if (network !== void 0) return { failure: network };
	if (status !== void 0 && status < 300) return { failure: "transient" };
	return { failure: "final" };
}
const QUOTAS = [
	"VpcEndpointLimitExceeded",
	"SecurityGroupLimitExceeded",
	"RulesPerSecurityGroupLimitExceeded",
	"SecurityGroupsPerInterfaceLimitExceeded",
	"NetworkInterfaceLimitExceeded",
	"ResourceLimitExceeded"
];
const BAD_CREDENTIALS = [
	"AuthFailure",
	"RequestExpired",
	"InvalidClientTokenId",
	"ExpiredToken",
	"ExpiredTokenException",
	"SignatureDoesNotMatch",
	"UnrecognizedClientException"
];
/**
* The error a person sees for an AWS call that failed for good.
* @param action the IAM action, e.g. `ec2:CreateVpcEndpoint`
* @param doing what was being done, as a verb phrase
*/
function awsError(error, action, doing) {
	const make = (code, cause, fix) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t(code, {
		cause,
		fix
	}, { cause: error });
	if (!(isAwsRefusal(error) && (error.$metadata.httpStatusCode !== void 0 || (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__.t)(error) === void 0))) {
		if (isMissingCredentials(error)) return missingCredentials(error);
		return make("aws-unavailable", `AWS could not be reached to ${doing}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error)}`, "Check the network and proxy of the runner and https://health.aws.amazon.com, then run again.");
	}
	const code = awsCode(error);
	const said = `${withoutBlob(error.message)} (${code})`;
	if (hasAwsCode(error, "UnauthorizedOperation", "AccessDenied", "AccessDeniedException")) return make("aws-denied", `The AWS identity may not ${doing}: ${said}`, `Allow ${missingAction(error.message) ?? action} in the policy of the role (README, IAM); an SCP or boundary may deny it too.`);
	if (hasAwsCode(error, ...BAD_CREDENTIALS)) return make("aws-credentials-invalid", `AWS does not accept the credentials to ${doing}: ${said}`, "Check that they are not expired, belong to this partition and that the clock of the runner is right.");
	if (hasAwsCode(error, ...QUOTAS)) return make("aws-quota", `A quota of the AWS account is reached: ${said}`, "Delete what is not needed or ask for more in Service Quotas.");
	if (hasAwsCode(error, "InsufficientFreeAddressesInSubnet")) return make("subnet-full", `A subnet has no free IP address: ${said}`, "Name subnets with free addresses in subnet-ids.");
	if (hasAwsCode(error, "TagLimitExceeded")) return make("tag-limit", `No more tags fit: ${said}`, "Use endpoint-id (attach only) for further environments; it needs no claims.");
	const dns = privateDnsError(error.message);
	if (dns !== void 0) return make(dns.code, said, dns.fix);
	if (classifyAwsError(error).failure !== "final") return make("aws-unavailable", `AWS kept refusing to ${doing}: ${said}`, "Run again later; every run goes on from what is there.");
	return make("aws-refused", `AWS refused to ${doing}: ${said}`, "Read its words above; the troubleshooting page lists the known ones.");
}
/** The known refusals to turn on private DNS, by their words: EC2 gives them all the code InvalidParameter. */
function privateDnsError(message) {
	if (/conflicting DNS domain/i.test(message)) return {
		code: "dns-conflict",
		fix: "Find the holder: `aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=<vpc>` (PrivateDnsEnabled) or `aws route53 list-hosted-zones-by-vpc --vpc-id <vpc> --vpc-region <region>`; remove it, or set private-dns: false."
	};
	if (/does not provide a private DNS name|has not verified the private DNS name/i.test(message)) return {
		code: "dns-name-missing",
		fix: "Set private-dns: false and ask Cockroach Labs support about the private DNS name of the service."
	};
	if (/enableDnsSupport|enableDnsHostnames/i.test(message)) return {
		code: "vpc-dns-off",
		fix: "Turn on enableDnsSupport and enableDnsHostnames of the VPC, or set private-dns: false."
	};
}
/** `ec2:X` out of AWS's newer denial text ("... is not authorized to perform: ec2:X on resource ..."). */
function missingAction(message) {
	return /not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)/.exec(message)?.[1];
}
/** AWS appends an encoded blob of several kilobytes that says nothing to a reader. */
function withoutBlob(message) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.a)(message.replace(/\.?\s*Encoded authorization failure message:.*$/s, "")).slice(0, 400);
}
function isMissingCredentials(error) {
	return error instanceof Error && (error.name === "CredentialsProviderError" || /could not load credentials/i.test(error.message));
}
function missingCredentials(error) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("aws-credentials-missing", {
		cause: `No AWS credentials were found: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error)}`,
		fix: "Set role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials before this step."
	}, { cause: error });
}



/***/ }),

/***/ 3055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ getProfileName)
/* harmony export */ });
/* unused harmony export t */
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getProfileName.js
const ENV_PROFILE = "AWS_PROFILE";
const DEFAULT_PROFILE = "default";
const getProfileName = (init) => init.profile || process.env["AWS_PROFILE"] || "default";



/***/ }),

/***/ 224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isArrayBuffer),
/* harmony export */   i: () => (/* binding */ fromString),
/* harmony export */   n: () => (/* binding */ toHex),
/* harmony export */   o: () => (/* binding */ hasOwn),
/* harmony export */   r: () => (/* binding */ fromArrayBuffer),
/* harmony export */   t: () => (/* binding */ fromHex)
/* harmony export */ });
// node_modules/@smithy/core/dist-es/submodules/transport/hasOwn.js
function hasOwn(o, k) {
	return Object.prototype.hasOwnProperty.call(o, k);
}

// node_modules/@smithy/core/dist-es/submodules/serde/is-array-buffer/is-array-buffer.js
const isArrayBuffer = (arg) => typeof ArrayBuffer === "function" && arg instanceof ArrayBuffer || Object.prototype.toString.call(arg) === "[object ArrayBuffer]";

// node_modules/@smithy/core/dist-es/submodules/serde/util-buffer-from/buffer-from.js
const fromArrayBuffer = (input, offset = 0, length = input.byteLength - offset) => {
	if (!isArrayBuffer(input)) throw new TypeError(`The "input" argument must be ArrayBuffer. Received type ${typeof input} (${input})`);
	return Buffer.from(input, offset, length);
};
const fromString = (input, encoding) => {
	if (typeof input !== "string") throw new TypeError(`The "input" argument must be of type string. Received type ${typeof input} (${input})`);
	return encoding ? Buffer.from(input, encoding) : Buffer.from(input);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-hex-encoding/hex-encoding.js
const SHORT_TO_HEX = {};
const HEX_TO_SHORT = {};
for (let i = 0; i < 256; i++) {
	let encodedByte = i.toString(16).toLowerCase();
	if (encodedByte.length === 1) encodedByte = `0${encodedByte}`;
	SHORT_TO_HEX[i] = encodedByte;
	HEX_TO_SHORT[encodedByte] = i;
}
function fromHex(encoded) {
	if (encoded.length % 2 !== 0) throw new Error("Hex encoded strings must have an even number length");
	const out = new Uint8Array(encoded.length / 2);
	for (let i = 0; i < encoded.length; i += 2) {
		const encodedByte = encoded.slice(i, i + 2).toLowerCase();
		if (encodedByte in HEX_TO_SHORT) out[i / 2] = HEX_TO_SHORT[encodedByte];
		else throw new Error(`Cannot decode unrecognized sequence ${encodedByte} as hexadecimal`);
	}
	return out;
}
function toHex(bytes) {
	let out = "";
	for (let i = 0; i < bytes.byteLength; i++) out += SHORT_TO_HEX[bytes[i]];
	return out;
}



/***/ }),

/***/ 7220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ HttpRequest)
/* harmony export */ });
// node_modules/@smithy/core/dist-es/submodules/transport/httpRequest.js
var HttpRequest = class HttpRequest {
	method;
	protocol;
	hostname;
	port;
	path;
	query;
	headers;
	username;
	password;
	fragment;
	body;
	constructor(options) {
		this.method = options.method || "GET";
		this.hostname = options.hostname || "localhost";
		this.port = options.port;
		this.query = options.query || {};
		this.headers = options.headers || {};
		this.body = options.body;
		this.protocol = options.protocol ? options.protocol.slice(-1) !== ":" ? `${options.protocol}:` : options.protocol : "https:";
		this.path = options.path ? options.path.charAt(0) !== "/" ? `/${options.path}` : options.path : "/";
		this.username = options.username;
		this.password = options.password;
		this.fragment = options.fragment;
	}
	static clone(request) {
		const cloned = new HttpRequest({
			...request,
			headers: { ...request.headers }
		});
		if (cloned.query) cloned.query = cloneQuery(cloned.query);
		return cloned;
	}
	static isInstance(request) {
		if (!request) return false;
		const req = request;
		return "method" in req && "protocol" in req && "hostname" in req && "path" in req && typeof req["query"] === "object" && typeof req["headers"] === "object";
	}
	clone() {
		return HttpRequest.clone(this);
	}
};
function cloneQuery(query) {
	return Object.keys(query).reduce((carry, paramName) => {
		const param = query[paramName];
		return {
			...carry,
			[paramName]: Array.isArray(param) ? [...param] : param
		};
	}, {});
}



/***/ }),

/***/ 8073:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

var https__WEBPACK_IMPORTED_MODULE_17___namespace_cache;
var http__WEBPACK_IMPORTED_MODULE_16___namespace_cache;
__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9328);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2587);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3198);
/* harmony import */ var _errors2_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(358);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1215);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7811);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8008);
/* harmony import */ var _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3383);
/* harmony import */ var _dist_es3_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4133);
/* harmony import */ var _parseUrl_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(4377);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(879);
/* harmony import */ var _AwsQueryProtocol_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(4946);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(7598);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(857);
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(6982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(9896);
/* harmony import */ var http__WEBPACK_IMPORTED_MODULE_16__ = __nccwpck_require__(8611);
/* harmony import */ var https__WEBPACK_IMPORTED_MODULE_17__ = __nccwpck_require__(5692);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_18__ = __nccwpck_require__(7030);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_19__ = __nccwpck_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_20__ = __nccwpck_require__(4708);
























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
	process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_13__.EOL);
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
	if (!fs__WEBPACK_IMPORTED_MODULE_15__.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs__WEBPACK_IMPORTED_MODULE_15__.appendFileSync(filePath, `${toCommandValue(message)}${os__WEBPACK_IMPORTED_MODULE_13__.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_14__.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_13__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_13__.EOL}${delimiter}`;
}

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === "https:";
	if (checkBypass(reqUrl)) return;
	const proxyVar = (() => {
		if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
		else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
	})();
	if (proxyVar) try {
		return new DecodedURL(proxyVar);
	} catch (_a) {
		if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
	}
	else return;
}
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
	constructor(url, base) {
		super(url, base);
		this._decodedUsername = decodeURIComponent(super.username);
		this._decodedPassword = decodeURIComponent(super.password);
	}
	get username() {
		return this._decodedUsername;
	}
	get password() {
		return this._decodedPassword;
	}
};

// scripts/undici-shim.js
var import_tunnel = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)((0,_tunnel_js__WEBPACK_IMPORTED_MODULE_1__.t)(), 1);
/** Stands for undici inside @actions/http-client, whose dispatcher this action never asks for. */
var ProxyAgent = class {
	constructor() {
		throw new Error("@actions/http-client was asked for an undici dispatcher, which this bundle does not carry");
	}
};

// node_modules/@actions/http-client/lib/index.js
var __awaiter$4 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
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
var HttpCodes;
(function(HttpCodes) {
	HttpCodes[HttpCodes["OK"] = 200] = "OK";
	HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
	HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
	HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
	HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
	HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
	HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
	HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
	HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
	HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
	HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
	HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
	HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
	HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
	HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
	HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
	HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
	HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
	HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
	HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
	HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
	HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
	HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
	HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
	HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
	HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
	HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
	HttpCodes.BadGateway,
	HttpCodes.ServiceUnavailable,
	HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = [
	"OPTIONS",
	"GET",
	"DELETE",
	"HEAD"
];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
var HttpClientError = class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message);
		this.name = "HttpClientError";
		this.statusCode = statusCode;
		Object.setPrototypeOf(this, HttpClientError.prototype);
	}
};
var HttpClientResponse = class {
	constructor(message) {
		this.message = message;
	}
	readBody() {
		return __awaiter$4(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$4(this, void 0, void 0, function* () {
				let output = Buffer.alloc(0);
				this.message.on("data", (chunk) => {
					output = Buffer.concat([output, chunk]);
				});
				this.message.on("end", () => {
					resolve(output.toString());
				});
			}));
		});
	}
	readBodyBuffer() {
		return __awaiter$4(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$4(this, void 0, void 0, function* () {
				const chunks = [];
				this.message.on("data", (chunk) => {
					chunks.push(chunk);
				});
				this.message.on("end", () => {
					resolve(Buffer.concat(chunks));
				});
			}));
		});
	}
};
var HttpClient = class {
	constructor(userAgent, handlers, requestOptions) {
		this._ignoreSslError = false;
		this._allowRedirects = true;
		this._allowRedirectDowngrade = false;
		this._maxRedirects = 50;
		this._allowRetries = false;
		this._maxRetries = 1;
		this._keepAlive = false;
		this._disposed = false;
		this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
		this.handlers = handlers || [];
		this.requestOptions = requestOptions;
		if (requestOptions) {
			if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
			this._socketTimeout = requestOptions.socketTimeout;
			if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
			if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
			if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
			if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
			if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
			if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
		});
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return this.request("GET", requestUrl, null, additionalHeaders || {});
		});
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return this.request("DELETE", requestUrl, null, additionalHeaders || {});
		});
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return this.request("POST", requestUrl, data, additionalHeaders || {});
		});
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return this.request("PATCH", requestUrl, data, additionalHeaders || {});
		});
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return this.request("PUT", requestUrl, data, additionalHeaders || {});
		});
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return this.request("HEAD", requestUrl, null, additionalHeaders || {});
		});
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders);
		});
	}
	/**
	* Gets a typed object from an endpoint
	* Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
	*/
	getJson(requestUrl_1) {
		return __awaiter$4(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			const res = yield this.get(requestUrl, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter$4(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.post(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter$4(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.put(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter$4(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.patch(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	/**
	* Makes a raw http request.
	* All other methods such as get, post, patch, and request ultimately call this.
	* Prefer get, del, post and patch
	*/
	request(verb, requestUrl, data, headers) {
		return __awaiter$4(this, void 0, void 0, function* () {
			if (this._disposed) throw new Error("Client has already been disposed.");
			const parsedUrl = new URL(requestUrl);
			let info = this._prepareRequest(verb, parsedUrl, headers);
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
			let numTries = 0;
			let response;
			do {
				response = yield this.requestRaw(info, data);
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler;
					for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
						authenticationHandler = handler;
						break;
					}
					if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data);
					else return response;
				}
				let redirectsRemaining = this._maxRedirects;
				while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
					const redirectUrl = response.message.headers["location"];
					if (!redirectUrl) break;
					const parsedRedirectUrl = new URL(redirectUrl);
					if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
					yield response.readBody();
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers);
					response = yield this.requestRaw(info, data);
					redirectsRemaining--;
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
				numTries += 1;
				if (numTries < maxTries) {
					yield response.readBody();
					yield this._performExponentialBackoff(numTries);
				}
			} while (numTries < maxTries);
			return response;
		});
	}
	/**
	* Needs to be called if keepAlive is set to true in request options.
	*/
	dispose() {
		if (this._agent) this._agent.destroy();
		this._disposed = true;
	}
	/**
	* Raw request.
	* @param info
	* @param data
	*/
	requestRaw(info, data) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) reject(err);
					else if (!res) reject(/* @__PURE__ */ new Error("Unknown error"));
					else resolve(res);
				}
				this.requestRawWithCallback(info, data, callbackForResult);
			});
		});
	}
	/**
	* Raw request with callback.
	* @param info
	* @param data
	* @param onResult
	*/
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === "string") {
			if (!info.options.headers) info.options.headers = {};
			info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
		}
		let callbackCalled = false;
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true;
				onResult(err, res);
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			handleResult(void 0, new HttpClientResponse(msg));
		});
		let socket;
		req.on("socket", (sock) => {
			socket = sock;
		});
		req.setTimeout(this._socketTimeout || 18e4, () => {
			if (socket) socket.end();
			handleResult(/* @__PURE__ */ new Error(`Request timeout: ${info.options.path}`));
		});
		req.on("error", function(err) {
			handleResult(err);
		});
		if (data && typeof data === "string") req.write(data, "utf8");
		if (data && typeof data !== "string") {
			data.on("close", function() {
				req.end();
			});
			data.pipe(req);
		} else req.end();
	}
	/**
	* Gets an http agent. This function is useful when you need an http agent that handles
	* routing through a proxy server - depending upon the url and proxy environment variables.
	* @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
	*/
	getAgent(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		return this._getAgent(parsedUrl);
	}
	getAgentDispatcher(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		const proxyUrl = getProxyUrl(parsedUrl);
		if (!(proxyUrl && proxyUrl.hostname)) return;
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {};
		info.parsedUrl = requestUrl;
		const usingSsl = info.parsedUrl.protocol === "https:";
		info.httpModule = usingSsl ? /*#__PURE__*/ (https__WEBPACK_IMPORTED_MODULE_17___namespace_cache || (https__WEBPACK_IMPORTED_MODULE_17___namespace_cache = __nccwpck_require__.t(https__WEBPACK_IMPORTED_MODULE_17__, 2))) : /*#__PURE__*/ (http__WEBPACK_IMPORTED_MODULE_16___namespace_cache || (http__WEBPACK_IMPORTED_MODULE_16___namespace_cache = __nccwpck_require__.t(http__WEBPACK_IMPORTED_MODULE_16__, 2)));
		const defaultPort = usingSsl ? 443 : 80;
		info.options = {};
		info.options.host = info.parsedUrl.hostname;
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
		info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
		info.options.method = method;
		info.options.headers = this._mergeHeaders(headers);
		if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
		info.options.agent = this._getAgent(info.parsedUrl);
		if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
		return info;
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
		return lowercaseKeys(headers || {});
	}
	/**
	* Gets an existing header value or returns a default.
	* Handles converting number header values to strings since HTTP headers must be strings.
	* Note: This returns string | string[] since some headers can have multiple values.
	* For headers that must always be a single string (like Content-Type), use the
	* specialized _getExistingOrDefaultContentTypeHeader method instead.
	*/
	_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
			if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
		}
		const additionalValue = additionalHeaders[header];
		if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	/**
	* Specialized version of _getExistingOrDefaultHeader for Content-Type header.
	* Always returns a single string (not an array) since Content-Type should be a single value.
	* Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
	* This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
	* that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
	*/
	_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
			if (headerValue) {
				if (typeof headerValue === "number") clientHeader = String(headerValue);
				else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", ");
				else clientHeader = headerValue;
			}
		}
		const additionalValue = additionalHeaders[Headers.ContentType];
		if (additionalValue !== void 0) {
			if (typeof additionalValue === "number") return String(additionalValue);
			else if (Array.isArray(additionalValue)) return additionalValue.join(", ");
			else return additionalValue;
		}
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	_getAgent(parsedUrl) {
		let agent;
		const proxyUrl = getProxyUrl(parsedUrl);
		const useProxy = proxyUrl && proxyUrl.hostname;
		if (this._keepAlive && useProxy) agent = this._proxyAgent;
		if (!useProxy) agent = this._agent;
		if (agent) return agent;
		const usingSsl = parsedUrl.protocol === "https:";
		let maxSockets = 100;
		if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || http__WEBPACK_IMPORTED_MODULE_16__.globalAgent.maxSockets;
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && { proxyAuth: `${proxyUrl.username}:${proxyUrl.password}` }), {
					host: proxyUrl.hostname,
					port: proxyUrl.port
				})
			};
			let tunnelAgent;
			const overHttps = proxyUrl.protocol === "https:";
			if (usingSsl) tunnelAgent = overHttps ? import_tunnel.httpsOverHttps : import_tunnel.httpsOverHttp;
			else tunnelAgent = overHttps ? import_tunnel.httpOverHttps : import_tunnel.httpOverHttp;
			agent = tunnelAgent(agentOptions);
			this._proxyAgent = agent;
		}
		if (!agent) {
			const options = {
				keepAlive: this._keepAlive,
				maxSockets
			};
			agent = usingSsl ? new https__WEBPACK_IMPORTED_MODULE_17__.Agent(options) : new http__WEBPACK_IMPORTED_MODULE_16__.Agent(options);
			this._agent = agent;
		}
		if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, { rejectUnauthorized: false });
		return agent;
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent;
		if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
		if (proxyAgent) return proxyAgent;
		const usingSsl = parsedUrl.protocol === "https:";
		proxyAgent = new ProxyAgent(Object.assign({
			uri: proxyUrl.href,
			pipelining: !this._keepAlive ? 0 : 1
		}, (proxyUrl.username || proxyUrl.password) && { token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}` }));
		this._proxyAgentDispatcher = proxyAgent;
		if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, { rejectUnauthorized: false });
		return proxyAgent;
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || "actions/http-client";
		const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
		if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		return baseUserAgent;
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter$4(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
			return new Promise((resolve) => setTimeout(() => resolve(), ms));
		});
	}
	_processResponse(res, options) {
		return __awaiter$4(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => __awaiter$4(this, void 0, void 0, function* () {
				const statusCode = res.message.statusCode || 0;
				const response = {
					statusCode,
					result: null,
					headers: {}
				};
				if (statusCode === HttpCodes.NotFound) resolve(response);
				function dateTimeDeserializer(key, value) {
					if (typeof value === "string") {
						const a = new Date(value);
						if (!isNaN(a.valueOf())) return a;
					}
					return value;
				}
				let obj;
				let contents;
				try {
					contents = yield res.readBody();
					if (contents && contents.length > 0) {
						if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer);
						else obj = JSON.parse(contents);
						response.result = obj;
					}
					response.headers = res.message.headers;
				} catch (err) {}
				if (statusCode > 299) {
					let msg;
					if (obj && obj.message) msg = obj.message;
					else if (contents && contents.length > 0) msg = contents;
					else msg = `Failed request: (${statusCode})`;
					const err = new HttpClientError(msg, statusCode);
					err.result = response.result;
					reject(err);
				} else resolve(response);
			}));
		});
	}
};
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

// node_modules/@actions/http-client/lib/auth.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
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
var BearerCredentialHandler = class {
	constructor(token) {
		this.token = token;
	}
	prepareRequest(options) {
		if (!options.headers) throw Error("The request has no headers");
		options.headers["Authorization"] = `Bearer ${this.token}`;
	}
	canHandleAuthentication() {
		return false;
	}
	handleAuthentication() {
		return __awaiter$3(this, void 0, void 0, function* () {
			throw new Error("not implemented");
		});
	}
};

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
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
var OidcClient = class OidcClient {
	static createHttpClient(allowRetry = true, maxRetry = 10) {
		const requestOptions = {
			allowRetries: allowRetry,
			maxRetries: maxRetry
		};
		return new HttpClient("actions/oidc-client", [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
	}
	static getRequestToken() {
		const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
		if (!token) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
		return token;
	}
	static getIDTokenUrl() {
		const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
		if (!runtimeUrl) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
		return runtimeUrl;
	}
	static getCall(id_token_url) {
		return __awaiter$2(this, void 0, void 0, function* () {
			var _a;
			const id_token = (_a = (yield OidcClient.createHttpClient().getJson(id_token_url).catch((error) => {
				throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
			})).result) === null || _a === void 0 ? void 0 : _a.value;
			if (!id_token) throw new Error("Response json body do not have ID Token field");
			return id_token;
		});
	}
	static getIDToken(audience) {
		return __awaiter$2(this, void 0, void 0, function* () {
			try {
				let id_token_url = OidcClient.getIDTokenUrl();
				if (audience) {
					const encodedAudience = encodeURIComponent(audience);
					id_token_url = `${id_token_url}&audience=${encodedAudience}`;
				}
				debug(`ID token url is ${id_token_url}`);
				const id_token = yield OidcClient.getCall(id_token_url);
				setSecret(id_token);
				return id_token;
			} catch (error) {
				throw new Error(`Error message: ${error.message}`);
			}
		});
	}
};

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
const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_15__.promises;
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
				yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_15__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_15__.constants.W_OK);
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
		return this.addRaw(os__WEBPACK_IMPORTED_MODULE_13__.EOL);
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
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os__WEBPACK_IMPORTED_MODULE_13__.EOL);
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
	process.stdout.write(message + os__WEBPACK_IMPORTED_MODULE_13__.EOL);
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
function getIDToken(aud) {
	return __awaiter(this, void 0, void 0, function* () {
		return yield OidcClient.getIDToken(aud);
	});
}

// src/reconcile/members.ts
function connectionOf(view, endpointId) {
	return endpointId === void 0 ? void 0 : view.connections.find((one) => one.endpointId === endpointId);
}
/** True for an endpoint that is on its way out or only still listed. */
function isGone$1(endpoint) {
	return endpoint.state === "deleting" || endpoint.state === "deleted";
}
/** The step that removes the Cloud's entry for an endpoint from a cluster. */
function disconnectStep(member, endpointId) {
	const status = connectionOf(member.view, endpointId)?.status.toLowerCase() ?? "";
	return {
		id: `disconnect:${member.cluster.id}:${endpointId}`,
		title: `remove the ${status} connection of ${endpointId} from cluster ${member.cluster.name || member.cluster.id}`.replace("  ", " "),
		action: {
			kind: "disconnect",
			clusterRef: member.view.ref,
			clusterId: member.cluster.id,
			endpointId
		},
		facets: [`connections:${member.view.ref}`]
	};
}

// src/outputs.ts
/** Every output with the value it has before anything is known; the one list of their names. */
const DEFAULT_OUTPUTS = {
	"endpoint-id": "",
	status: "absent",
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
/** From bad to good; with several clusters the worst counts. */
const STATUSES = [
	"failed",
	"rejected",
	"absent",
	"pending",
	"available",
	"deleted"
];
/** One entry per cluster, in the order in which the workflow names them. */
function connectionReports(plan, wanted) {
	return plan.paths.flatMap((path) => path.members.map((member) => reportOf(path, member, wanted)));
}
function reportOf(path, member, wanted) {
	const { endpoint } = path;
	const { cluster, connection } = member;
	const region = cluster.regions.find((one) => one.name.replace(/^aws-/, "") === wanted.region);
	return {
		cluster_id: cluster.id,
		cluster_name: cluster.name,
		plan: cluster.plan,
		status: statusOf(path, member, wanted.privateDns),
		endpoint_id: endpoint?.id ?? "",
		endpoint_state: endpoint?.rawState ?? "",
		connection_status: connection?.rawStatus ?? "",
		service_name: path.serviceName,
		security_group_id: path.group?.id ?? "",
		private_dns_enabled: endpoint?.privateDns ?? false,
		internal_dns: region?.internalDns ?? "",
		connection_options: cluster.serverless && cluster.routingId !== "" ? `options=--cluster%3D${encodeURIComponent(cluster.routingId)}` : ""
	};
}
/** Our word for both raw states; never `available` while private DNS was asked for and is off. */
function statusOf(path, { connection }, privateDns) {
	const { endpoint } = path;
	if (endpoint === void 0) return condemnedStatus(path);
	const status = connection?.status ?? "";
	if (["failed", "expired"].includes(endpoint.state) || ["FAILED", "EXPIRED"].includes(status)) return "failed";
	if (endpoint.state === "rejected" || status === "REJECTED") return "rejected";
	return endpoint.state === "available" && status === "AVAILABLE" && (endpoint.privateDns || !privateDns) ? "available" : "pending";
}
/** Without an endpoint that can serve: how the last one ended, if it is still there. */
function condemnedStatus({ condemned }) {
	if (condemned.length === 0) return "absent";
	return condemned.some((one) => one.state === "failed" || one.state === "expired") ? "failed" : "rejected";
}
/** The outputs that a plan tells: scalars where all clusters agree, lists for the rest. */
function outputsOf(plan, observed, wanted) {
	const reports = connectionReports(plan, wanted);
	const steps = plan.steps.map((step) => ({
		id: step.id,
		step: step.title,
		after: step.after,
		bookkeeping: step.bookkeeping
	}));
	return {
		...scalarsOf(reports),
		status: STATUSES.find((status) => reports.some((one) => one.status === status)) ?? "absent",
		connections: JSON.stringify(reports),
		"trusted-owners": JSON.stringify(trustedOwners(observed)),
		"aws-account-id": observed.account,
		plan: JSON.stringify(steps)
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
/** The outputs of a run that left before the end: what was begun is pending, even where there is no endpoint yet. */
function pendingOutputs(plan, observed, wanted) {
	const { status, connections = "[]" } = outputsOf(plan, observed, wanted);
	const reports = JSON.parse(connections);
	const begun = (one) => one === "absent" ? "pending" : one;
	return {
		status: begun(status),
		connections: JSON.stringify(reports.map((report) => ({
			...report,
			status: begun(report.status)
		})))
	};
}
/**
* The outputs of a run that gave up what it was asked to: `absent` where there was nothing to give up.
* @param told the output `connections` as it was told before the end
*/
function departedOutputs(told, observed, left) {
	const status = left ? "deleted" : "absent";
	const stands = (id) => observed.endpoints.some((one) => one.id === id && !isGone$1(one));
	const reports = JSON.parse(told).map((report) => ({
		...report,
		status,
		connection_status: "",
		...stands(report.endpoint_id) ? {} : {
			endpoint_state: "deleted",
			private_dns_enabled: false
		}
	}));
	return {
		status,
		connections: JSON.stringify(reports),
		...scalarsOf(reports)
	};
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

// src/support/cidr.ts
/** True where two canonical CIDR blocks have an address in common. */
function overlap(one, other) {
	const bits = Math.min(Number(one.split("/")[1]), Number(other.split("/")[1]));
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
	if (address === void 0 || !(0,node_net__WEBPACK_IMPORTED_MODULE_18__.isIPv4)(address) || bits > 32) return void 0;
	const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
	const network = number - number % 2 ** (32 - bits);
	return `${[
		24,
		16,
		8,
		0
	].map((shift) => Math.floor(network / 2 ** shift) % 256).join(".")}/${bits}`;
}

// src/input-reader.ts
const DEFAULT_API_URL = "https://cockroachlabs.cloud";
/** EC2 allows 50 tags a resource; ours (managed-by, created, service, Name), claims and six reserve slots need room. */
const MOST_USER_TAGS = 20;
/** The parsers, each naming the input in what it reports. Values that are wrong are reported and replaced by a harmless one. */
function inputReader(input, mistakes) {
	const show = (value) => JSON.stringify((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(value).slice(0, 60));
	function list(name, form, what, most) {
		const entries = [...new Set(input(name).split(/[\n,]+/).map((entry) => entry.trim()).filter((entry) => entry !== ""))];
		const wrong = entries.filter((entry) => !form.test(entry));
		for (const entry of wrong.slice(0, 5)) mistakes.push(`${name}: ${show(entry)} is not ${what}`);
		if (wrong.length > 5) mistakes.push(`${name}: and ${wrong.length - 5} more entries that are not ${what}`);
		if (entries.length > most) mistakes.push(`${name}: has ${entries.length} entries, at most ${most} are possible`);
		return entries.filter((entry) => form.test(entry));
	}
	return {
		list,
		oneOf(name, allowed, otherwise) {
			const value = input(name) || otherwise;
			const found = allowed.find((word) => word === value);
			if (found === void 0) mistakes.push(`${name}: ${show(value)} is none of ${allowed.join(", ")}`);
			return found ?? otherwise;
		},
		optional(name, form, what) {
			const value = input(name);
			if (value === "") return void 0;
			if (form.test(value)) return value;
			mistakes.push(`${name}: ${show(value)} is not ${what}`);
		},
		boolean(name, otherwise) {
			const value = input(name);
			if (value === "") return otherwise;
			if (/^(true|True|TRUE)$/.test(value)) return true;
			if (!/^(false|False|FALSE)$/.test(value)) mistakes.push(`${name}: ${show(value)} is neither true nor false`);
			return false;
		},
		integer(name, range) {
			const value = input(name);
			if (value === "") return range.otherwise;
			const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
			if (number >= range.least && number <= range.most) return number;
			mistakes.push(`${name}: ${show(value)} is not a whole number from ${range.least} to ${range.most}`);
			return range.otherwise;
		},
		/** Never shows the value. A key with white space or control characters could not go into a header. */
		secret(name, fallback, variable) {
			const value = input(name) || (fallback ?? "").trim();
			if (value === "") mistakes.push(`${name}: is required (or the environment variable ${variable}); a secret is empty in runs from forks`);
			else if (!/^[\x21-\x7e]{1,4096}$/.test(value)) mistakes.push(`${name}: holds white space or characters that no key has`);
			return value;
		},
		apiUrl(name, fallback) {
			const value = input(name) || (fallback ?? "").trim() || DEFAULT_API_URL;
			const url = URL.canParse(value) ? new URL(value) : void 0;
			const loopback = url !== void 0 && isLoopback(url.hostname);
			if (url === void 0 || !(url.protocol === "https:" || url.protocol === "http:" && loopback)) mistakes.push(`${name}: must be an https address (http only on loopback)`);
			else if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") mistakes.push(`${name}: must be a plain address without user, query or fragment`);
			else return url;
			return new URL(DEFAULT_API_URL);
		},
		region(name, fallback, optional) {
			const value = input(name) || (fallback ?? "").trim();
			if (value === "" && optional) return "";
			if (/^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/.test(value)) return value;
			mistakes.push(value === "" ? `${name}: is required (or AWS_REGION)` : `${name}: ${show(value)} is not an AWS region`);
			return "";
		},
		cidrs(name) {
			const entries = list(name, /.*/, "", 60);
			const canonical = entries.map((entry) => canonicalCidr(entry) ?? ((0,node_net__WEBPACK_IMPORTED_MODULE_18__.isIP)(entry) === 4 ? `${entry}/32` : void 0));
			entries.forEach((entry, index) => {
				if (canonical[index] === void 0) mistakes.push(`${name}: ${show(entry)} is not an IPv4 CIDR block`);
			});
			return [...new Set(canonical.filter((cidr) => cidr !== void 0))];
		},
		environment(name) {
			const value = input(name) || "default";
			if (value.length > 500 || /[\u0000-\u001f\u007f]/.test(value)) mistakes.push(`${name}: must be one line of at most 500 characters`);
			if (/^branch:\s*$/.test(value)) mistakes.push(`${name}: branch: needs the name of a branch`);
			if (/^pr:/.test(value) && !/^pr:[1-9]\d{0,9}$/.test(value)) mistakes.push(`${name}: ${show(value)} needs the number of a pull request (pr:123)`);
			return value;
		},
		trustedOwners() {
			const accounts = list("trusted-owners", /^(\d{12}|self|\*)$/, "a 12-digit AWS account ID, self or *", 200);
			const mode = this.oneOf("trusted-owners-mode", ["add", "exact"], "add");
			return accounts.length === 0 ? void 0 : {
				accounts,
				mode
			};
		},
		tags(name) {
			const tags = {};
			const lines = input(name).split("\n").map((line) => line.trim()).filter((line) => line !== "");
			for (const line of lines) {
				const at = line.indexOf("=");
				const key = line.slice(0, at).trim();
				const value = line.slice(at + 1).trim();
				if (at < 1) mistakes.push(`${name}: ${show(line)} is not key=value`);
				else if (!/^[\p{L}\p{N}\p{Zs}_.:/=+\-@]{1,128}$/u.test(key)) mistakes.push(`${name}: ${show(key)} is not a tag key (at most 128 letters, digits, spaces or _.:/=+-@)`);
				else if (!/^[\p{L}\p{N}\p{Zs}_.:/=+\-@]{0,256}$/u.test(value)) mistakes.push(`${name}: the value of ${show(key)} is not a tag value (at most 256 letters, digits, spaces or _.:/=+-@)`);
				else if (/^(aws:|cockroachdb-privatelink\/)/i.test(key)) mistakes.push(`${name}: ${show(key)} starts with a reserved prefix`);
				else if (Object.hasOwn(tags, key)) mistakes.push(`${name}: ${show(key)} is given twice`);
				else tags[key] = value;
			}
			if (lines.length > MOST_USER_TAGS) mistakes.push(`${name}: has ${lines.length} tags, at most ${MOST_USER_TAGS} are possible`);
			return tags;
		}
	};
}
/** A host that cannot leave this machine. */
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

// src/inputs.ts
/**
* Reads all inputs, once, and reports every mistake at once.
* @param input the runner's value of an input, trimmed, '' when unset (`core.getInput`)
* @param env the process environment, for the documented fallbacks
* @throws ActionError `input-invalid` with one line of `details` per mistake; nothing was sent anywhere
*/
function readRequest(input, env) {
	const mistakes = [];
	const read = inputReader(input, mistakes);
	const request = {
		operation: read.oneOf("operation", [
			"ensure",
			"verify",
			"delete",
			"sweep"
		], "ensure"),
		clusters: read.list("cluster", isClusterReference, "a cluster ID or cluster name", 50),
		apiKey: read.secret("cockroach-api-key", env["COCKROACH_API_KEY"], "COCKROACH_API_KEY"),
		apiUrl: read.apiUrl("cockroach-api-url", env["COCKROACH_SERVER"]),
		region: read.region("aws-region", env["AWS_REGION"] || env["AWS_DEFAULT_REGION"], !needsAws(input)),
		roleArn: read.optional("role-to-assume", /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,577}$/, "an IAM role ARN"),
		roleSessionName: read.optional("role-session-name", /^[\w+=,.@-]{2,64}$/, "2 to 64 letters, digits or _+=,.@-") ?? `cockroachdb-privatelink-${(env["GITHUB_RUN_ID"] ?? "local").replace(/[^\w-]/g, "").slice(0, 38)}`,
		roleDurationSeconds: read.integer("role-duration-seconds", {
			least: 900,
			most: 43200,
			otherwise: 3600
		}),
		audience: read.optional("audience", /^[\x21-\x7e]{1,255}$/, "at most 255 printable characters") ?? "sts.amazonaws.com",
		allowedAccountIds: read.list("allowed-account-ids", /^\d{12}$/, "a 12-digit AWS account ID", 500),
		vpcId: read.optional("vpc-id", resourceId("vpc"), "a VPC ID (vpc-...)"),
		subnetIds: read.list("subnet-ids", resourceId("subnet"), "a subnet ID (subnet-...)", 30),
		securityGroupIds: read.list("security-group-ids", resourceId("sg"), "a security group ID (sg-...)", 16),
		allowedCidrs: read.cidrs("allowed-cidrs"),
		allowedSecurityGroupIds: read.list("allowed-security-group-ids", resourceId("sg"), "a security group ID (sg-...)", 60),
		endpointId: read.optional("endpoint-id", resourceId("vpce"), "a VPC endpoint ID (vpce-...)"),
		environment: read.environment("environment"),
		privateDns: read.boolean("private-dns", true),
		trustedOwners: read.trustedOwners(),
		ownersOnly: isOwnersOnly(input),
		tags: read.tags("tags"),
		wait: read.boolean("wait", true),
		timeoutSeconds: read.integer("timeout-seconds", {
			least: 30,
			most: 21e3,
			otherwise: 3600
		}),
		dryRun: read.boolean("dry-run", false),
		failOnDrift: read.boolean("fail-on-drift", true),
		probe: read.boolean("probe", false),
		driftIssue: read.boolean("drift-issue", false),
		comment: read.boolean("comment", false),
		sweepGraceMs: read.integer("sweep-grace-hours", {
			least: 13,
			most: 1e5,
			otherwise: 24
		}) * 36e5,
		githubToken: input("github-token"),
		readLagMs: seconds(env, {
			name: "PRIVATELINK_READ_LAG_SECONDS",
			otherwise: 30,
			least: 0
		}, mistakes),
		decisionMs: seconds(env, {
			name: "PRIVATELINK_DECISION_SECONDS",
			otherwise: 60,
			least: 5
		}, mistakes)
	};
	checkProxies(env, mistakes);
	checkTogether(request, input, mistakes);
	if (mistakes.length > 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("input-invalid", {
		cause: mistakes.length === 1 ? `${mistakes[0]}` : `${mistakes.length} inputs are wrong`,
		fix: "Correct the `with:` block of the step; nothing was sent to AWS or CockroachDB Cloud.",
		...mistakes.length > 1 ? { details: mistakes } : {}
	});
	return Object.freeze(request);
}
/** Where Node, the AWS SDK and undici look for a proxy. */
const PROXY_VARIABLES = [
	"HTTPS_PROXY",
	"https_proxy",
	"HTTP_PROXY",
	"http_proxy",
	"ALL_PROXY",
	"all_proxy"
];
/** A proxy address that cannot be used is named here, not shown: it may hold a password. */
function checkProxies(env, mistakes) {
	for (const name of PROXY_VARIABLES) {
		const value = env[name] ?? "";
		if (value === "") continue;
		try {
			const { username, password } = new URL(value);
			decodeURIComponent(`${username}${password}`);
		} catch {
			mistakes.push(`${name}: is not a usable address (special characters in the password must be percent-encoded)`);
		}
	}
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
	if (operation === "delete" && !ownersOnly) {
		mistake(!given("environment") && !given("cluster"), "environment: operation delete wants environment or cluster written out, so that nothing is taken down by omission");
		mistake(given("endpoint-id") && !given("cluster"), "cluster: is required with endpoint-id: without claims nobody knows which clusters are meant");
	}
	if (operation === "sweep") for (const name of [
		"cluster",
		"environment",
		"endpoint-id",
		"trusted-owners",
		"comment"
	]) mistake(name === "comment" ? input(name).toLowerCase() === "true" : given(name), `${name}: has no meaning with operation sweep, which looks for environments that are gone`);
	mistake((operation === "delete" || operation === "sweep") && input("probe").toLowerCase() === "true", `probe: has no meaning with operation ${operation}`);
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
const isClusterReference = /^[A-Za-z0-9][\w.-]{0,63}$/;
function seconds(env, { name, otherwise, least }, mistakes) {
	const value = (env[name] ?? "").trim();
	const number = value === "" ? otherwise : Number(value);
	if (Number.isFinite(number) && number >= least && number <= 3600) return number * 1e3;
	mistakes.push(`${name}: must be a number of seconds from ${least} to 3600`);
	return otherwise * 1e3;
}

// src/aws/types.ts
/** The port of CockroachDB's SQL interface, the only one that a private path carries. */
const SQL_PORT = 26257;
/** The text of a source, the same for the same source: `10.0.0.0/16`, `sg-0123...`. */
function sourceText(source) {
	return "cidr" in source ? source.cidr : source.groupId;
}

// src/cockroach/parse.ts
/** The value as an object; anything else becomes an empty one. */
function object(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function text$1(value) {
	return typeof value === "string" ? value : "";
}
function list$1(value) {
	return Array.isArray(value) ? value : [];
}
/** A cluster of GET /clusters/{id} or of the list. Plan and architecture come from `config`, since `plan` may be absent. */
function parseCluster(value) {
	const cluster = object(value);
	const config = object(cluster["config"]);
	const serverless = typeof config["serverless"] === "object" && config["serverless"] !== null;
	const plan = text$1(cluster["plan"]).toLowerCase();
	return {
		id: text$1(cluster["id"]),
		name: text$1(cluster["name"]),
		plan: plan === "" ? serverless ? "standard" : "advanced" : plan,
		cloudProvider: text$1(cluster["cloud_provider"]).toUpperCase(),
		state: text$1(cluster["state"]).toUpperCase().replace(/^CLUSTER_STATE_/, ""),
		serverless: serverless || plan === "standard" || plan === "basic",
		routingId: text$1(object(config["serverless"])["routing_id"]),
		regions: list$1(cluster["regions"]).map(parseRegion)
	};
}
function parseRegion(value) {
	const region = object(value);
	return {
		name: text$1(region["name"]),
		internalDns: text$1(region["internal_dns"])
	};
}
/** One page of the cluster list, with the token of the next page ('' on the last). */
function parseClusterPage(value) {
	const page = object(value);
	return {
		clusters: list$1(page["clusters"]).map(parseCluster),
		nextPage: text$1(object(page["pagination"])["next_page"])
	};
}
/** The services of a cluster, from the top-level fields or, where they are missing, from the older `aws` object. */
function parseServices(value) {
	return list$1(object(value)["services"]).map((entry) => {
		const service = object(entry);
		const aws = object(service["aws"]);
		const zones = list$1(service["availability_zone_ids"] ?? aws["availability_zone_ids"]);
		return {
			region: text$1(service["region_name"]),
			cloudProvider: text$1(service["cloud_provider"]).toUpperCase(),
			status: text$1(service["status"]).toUpperCase().replace(/^STATUS_/, ""),
			name: text$1(service["name"]) || text$1(aws["service_name"]),
			zoneIds: zones.map(text$1).filter((zone) => zone !== "")
		};
	});
}
/** The connections of a cluster, entries without an endpoint ID left out. */
function parseConnections(value) {
	return list$1(object(value)["connections"]).map(parseConnection).filter((connection) => connection.endpointId !== "");
}
/** One connection. The spec names the region `region` in one place and `region_name` in another; either is read. */
function parseConnection(value) {
	const connection = object(value);
	const rawStatus = text$1(connection["status"]);
	const serviceName = text$1(connection["service_name"]);
	return {
		endpointId: text$1(connection["endpoint_id"]),
		region: text$1(connection["region_name"]) || text$1(connection["region"]) || (serviceName.split(".")[3] ?? ""),
		serviceName,
		status: rawStatus.toUpperCase().replace(/^STATUS_/, ""),
		rawStatus,
		ownerAccount: text$1(connection["external_owner_id"])
	};
}
/** The trusted owners of a cluster; the API leaves the list out when it is empty. */
function parseTrustedOwners(value) {
	return list$1(object(value)["trusted_owners"]).map(parseTrustedOwner).filter((owner) => owner.id !== "");
}
/** One trusted owner, bare or as `{"trusted_owner": ...}`. */
function parseTrustedOwner(value) {
	const owner = object(object(value)["trusted_owner"] ?? value);
	return {
		id: text$1(owner["id"]),
		accountId: text$1(owner["external_owner_id"]),
		createdAt: text$1(owner["created_at"])
	};
}
/** The CIDR blocks of an IP allowlist that let SQL in; entries without an address are left out. */
function parseAllowlist(value) {
	return list$1(object(value)["allowlist"]).map(object).filter((entry) => entry["sql"] !== false && text$1(entry["cidr_ip"]) !== "").map((entry) => `${text$1(entry["cidr_ip"])}/${Number(entry["cidr_mask"] ?? 32)}`);
}
/** Code and message of an error body; the API may leave out either, or send no JSON at all. */
function parseErrorBody(body) {
	try {
		const error = object(JSON.parse(body));
		return {
			code: typeof error["code"] === "number" ? error["code"] : void 0,
			message: text$1(error["message"])
		};
	} catch {
		return {
			code: void 0,
			message: body.slice(0, 120)
		};
	}
}

// src/cockroach/errors.ts
/** An answer of the Cloud API that is not 2xx. `message` is the API's own, cut to one line. */
var CloudRefusal = class extends Error {
	name = "CloudRefusal";
	status;
	/** gRPC code in the body, undefined if there was none. */
	code;
	retryAfter;
	/** `GET /clusters/{id}` without the host. */
	call;
	constructor(call, answer) {
		const { code, message } = parseErrorBody(answer.body);
		super((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(message).slice(0, 300) || `HTTP ${answer.status} without a message`);
		this.status = answer.status;
		this.code = code;
		this.retryAfter = answer.retryAfter;
		this.call = call;
	}
};
function isCloudRefusal(error) {
	return error instanceof Error && error.name === "CloudRefusal" && "status" in error;
}
/**
* What a failed call says about trying again. The API limits each service account to 10 requests a second, and its docs
* leave the status code of that refusal open, so any refusal with Retry-After counts, as do code 8 and the words.
* A held cluster lock (503, 400 or 409 with the word lock) was not executed either.
*/
function classifyCloudError(error, now) {
	if (!isCloudRefusal(error)) return { failure: (0,_retry_js__WEBPACK_IMPORTED_MODULE_4__.t)(error) ?? (isTruncated(error) ? "transient" : "final") };
	const retryAfterMs = retryAfter(error.retryAfter, now);
	const wait = retryAfterMs === void 0 ? {} : { retryAfterMs };
	const limited = error.status === 429 || error.code === 8 || /rate limit/i.test(error.message);
	const locked = /\block(ed)?\b/i.test(error.message) && [
		400,
		409,
		423,
		503
	].includes(error.status);
	const open = retryAfterMs !== void 0 && ![
		401,
		403,
		404,
		500,
		501,
		502,
		504
	].includes(error.status);
	if (limited || locked || open) return {
		failure: "throttled",
		...wait
	};
	if (error.status >= 500 && error.status !== 501) return {
		failure: "transient",
		...wait
	};
	return { failure: "final" };
}
/** A 2xx answer whose body ended early or is no JSON: something between here and the API broke it. */
function isTruncated(error) {
	return error instanceof SyntaxError;
}
/** Retry-After in milliseconds: seconds or an HTTP date, never more than five minutes. */
function retryAfter(header, now) {
	if (header === void 0 || header === "") return void 0;
	const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1e3 : Date.parse(header) - now;
	return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3e5) : void 0;
}
/**
* The error a person sees for a Cloud API call that failed for good.
* @param doing what was being done, as a verb phrase: "list the private endpoint services"
*/
function cloudError(error, doing) {
	if (!isCloudRefusal(error)) return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("cloud-unavailable", {
		cause: `CockroachDB Cloud could not be reached to ${doing}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(error)}`,
		fix: "Check the network and proxy of the runner and https://status.cockroachlabs.cloud, then run again."
	}, { cause: error });
	const said = `${error.message} (HTTP ${error.status}${error.code === void 0 ? "" : `, code ${error.code}`})`;
	if (error.status === 401) return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("cloud-key-rejected", {
		cause: `CockroachDB Cloud does not accept the API key: ${said}`,
		fix: "Create a new secret key for the service account and put it into cockroach-api-key."
	}, { cause: error });
	if (error.status === 403) return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("cloud-denied", {
		cause: `The service account may not ${doing}: ${said}`,
		fix: "Give the service account the role Cluster Operator (CLUSTER_OPERATOR_WRITER) or Cluster Admin on the cluster."
	}, { cause: error });
	if (classifyCloudError(error, 0).failure !== "final") return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("cloud-unavailable", {
		cause: `CockroachDB Cloud kept refusing to ${doing}: ${said}`,
		fix: "Run again later; if it lasts, look at https://status.cockroachlabs.cloud or ask Cockroach Labs support."
	}, { cause: error });
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("cloud-refused", {
		cause: `CockroachDB Cloud refused to ${doing}: ${said}`,
		fix: "Read its words above; the troubleshooting page lists the known ones."
	}, { cause: error });
}
/**
* The error for a call about trusted owners. The feature is limited access, and what the API answers to an organization
* without it is not documented: 403, 404 and 501 are all taken for that, unless the words tell of a missing role, or the
* call would change something, which needs Cluster Admin where reading needs only Cluster Operator.
*/
function trustedOwnersError(error, doing) {
	if (!isCloudRefusal(error) || ![
		403,
		404,
		501
	].includes(error.status)) return cloudError(error, doing);
	const said = `${error.message} (HTTP ${error.status}${error.code === void 0 ? "" : `, code ${error.code}`})`;
	if (error.status === 403 && (/^(POST|DELETE) /.test(error.call) || /permission|role|not authori[sz]ed/i.test(error.message) && !/feature|enabled|organi[sz]ation/i.test(error.message))) return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("owners-denied", {
		cause: `The service account may not ${doing}: ${said}`,
		fix: "Give the service account the role Cluster Admin (CLUSTER_ADMIN) on the cluster; Cluster Operator may only read trusted owners."
	}, { cause: error });
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("owners-not-enabled", {
		cause: `Trusted owners are not enabled for this organization: ${said}`,
		fix: "Ask your Cockroach Labs account team to enable private endpoint trusted owners, or leave trusted-owners out."
	}, { cause: error });
}

// src/reconcile/claims.ts
/**
* Claims: who uses an endpoint that the action made, kept as tags on the endpoint itself (docs/reliability.md).
* All functions here are pure. Times are milliseconds since the epoch.
*/
const PREFIX = "cockroachdb-privatelink/";
const CLAIM = `${PREFIX}claim/`;
const LEAVING = `${PREFIX}leaving/`;
/** Carried by every endpoint and group that the action made; the word that makes it ours. */
const MANAGED_BY = `${PREFIX}managed-by`;
const MANAGED_BY_VALUE = "github-action";
/** When it was made, ISO 8601; `sweep` reckons an orphan's age by it. */
const CREATED_AT = `${PREFIX}created-at`;
/** The endpoint service that a group or endpoint is for. */
const SERVICE = `${PREFIX}service`;
/** Zones that EC2 refused for the service although its list has them; kept so that no later run tries them again. */
const WITHOUT_ZONES = `${PREFIX}without-zones`;
/** A tag value in the characters that every AWS service allows (at most 256). */
function tagText(text) {
	return text.replace(/[^A-Za-z0-9 _.:/=+@-]/g, "_").slice(0, 256);
}
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
		`used=${new Date(use.at).toISOString()}`,
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
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_12__.createHash)("sha256").update(JSON.stringify(fields)).digest("hex");
}
/** Only characters that tags allow everywhere; spaces become underscores, since they separate the fields. */
function safe(text, most) {
	return text.replace(/[^A-Za-z0-9_.:/=+@-]/g, "_").slice(0, most);
}
/** The claims among the tags of an endpoint. One that cannot be read still counts as a claim: it keeps the endpoint alive. */
function readClaims$1(tags) {
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
		value: `v1 at=${new Date(at).toISOString()} by=${left.by} clusters=${clusters.join("+")}`
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
/**
* A mark lives while its run may still act on it: it waits two read lags, and decides and acts within the decision time;
* twice that is granted for clocks and slow calls (DESIGN: 2Δ + 2L).
*/
function isMarkAlive(mark, now, limits) {
	return now - mark.at < 2 * limits.readLagMs + 2 * limits.decisionMs;
}
/** True if the action made it (and so may change it). */
function isOurs(resource) {
	return resource.tags[MANAGED_BY] === MANAGED_BY_VALUE;
}
/** True if a claim is to be written: it is missing, unreadable, of a wrong clock or was last written six hours ago. */
function needsClaim(tags, key, now) {
	const claim = readClaims$1(tags).find((one) => one.key === key);
	return claim === void 0 || now - claim.lastUsed >= REFRESH_AFTER_MS || isFromFuture(claim, now);
}
/** No clock of a runner is off by as much; a time that far ahead says nothing. */
const MOST_CLOCK_SKEW_MS = 36e5;
/** True where the time in a claim is of a clock that cannot be right. */
function isFromFuture(claim, now) {
	return claim.lastUsed > now + MOST_CLOCK_SKEW_MS;
}
/** True if that many new tags still fit below the reserve. */
function hasRoomFor(tags, more) {
	return Object.keys(tags).length + more <= 44;
}
/** True for a claim of this very owner. */
function isOwnClaim(claim, owner) {
	return claim.key === claimKey(owner, claim.clusterId);
}
/** Claims of other environments (or repositories) than the owner's; while one lives, settings are only added to. */
function otherClaims(tags, owner) {
	return readClaims$1(tags).filter((claim) => !isOwnClaim(claim, owner));
}
function fieldsOf(value) {
	const fields = new Map(value.split(" ").map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]));
	return (name) => fields.get(name) ?? "";
}
function time(text) {
	const ms = Date.parse(text);
	return Number.isNaN(ms) ? 0 : ms;
}

// src/reconcile/memory.ts
/** @param nonce unique to the run; written into its claims and marks */
function startMemory(nonce, startedAt) {
	return {
		nonce,
		startedAt,
		done: /* @__PURE__ */ new Map(),
		touched: /* @__PURE__ */ new Map(),
		modified: /* @__PURE__ */ new Map(),
		createdEndpoints: [],
		createdGroups: [],
		tokenTaken: /* @__PURE__ */ new Map(),
		serviceUnknownSince: /* @__PURE__ */ new Map(),
		refusedZones: /* @__PURE__ */ new Map(),
		claimSeen: /* @__PURE__ */ new Map(),
		givenUp: /* @__PURE__ */ new Map(),
		heldGroups: /* @__PURE__ */ new Map()
	};
}
/** Writes down that a step was done, and which facets must be read again before the run may end. */
function remember(memory, stepId, at, facets) {
	memory.done.set(stepId, {
		at,
		times: (memory.done.get(stepId)?.times ?? 0) + 1
	});
	for (const facet of facets) memory.touched.set(facet, at);
}
/**
* Puts back what this run created a moment ago and a lagging read does not show yet. What a read still does not show
* after the read lag is gone, and the planner is to see that.
*/
function withCreated(observed, memory, readLagMs) {
	const young = (at, readAt) => (readAt ?? 0) < at + readLagMs;
	const endpoints = memory.createdEndpoints.filter(({ endpoint, at }) => young(at, observed.readAt.endpoints) && !observed.endpoints.some((one) => one.id === endpoint.id)).map(({ endpoint }) => endpoint);
	const groups = memory.createdGroups.filter(({ group, at }) => young(at, observed.readAt.groups) && !observed.groups.some((one) => one.id === group.id)).map(({ group }) => group);
	if (endpoints.length + groups.length === 0) return observed;
	return {
		...observed,
		endpoints: [...observed.endpoints, ...endpoints],
		groups: [...observed.groups, ...groups]
	};
}
/**
* Writes down since when the owner's claims are known to stand. A mark that is younger than a claim holds nobody back:
* its run cannot but see the claim before it decides.
*/
function noteClaims(memory, observed, given) {
	const standing = /* @__PURE__ */ new Set();
	for (const endpoint of observed.endpoints) for (const claim of readClaims$1(endpoint.tags)) if (isOwnClaim(claim, given.owner)) standing.add(seenKey(endpoint.id, claim.key));
	for (const key of memory.claimSeen.keys()) if (!standing.has(key)) memory.claimSeen.delete(key);
	for (const key of standing) if (!memory.claimSeen.has(key)) memory.claimSeen.set(key, given.now);
}
/** The key of `Memory.claimSeen`. */
function seenKey(endpointId, claimKey) {
	return `${endpointId} ${claimKey}`;
}

// src/reconcile/outcome.ts
/** How long EC2 may not know a service, and the Cloud not know an endpoint, that were made a moment ago. */
const PROPAGATION_MS = 6e4;
/**
* When a destructive call on an endpoint may still be made: a decision holds for the decision time after its read, and
* never past the life of the mark that it stands under (DESIGN: L). Endless where no mark of this run is on the endpoint.
*/
function decisionEnds(endpointId, { observed, desired, memory }) {
	const tags = observed.endpoints.find((one) => one.id === endpointId)?.tags ?? {};
	const mark = readMarks(tags).find((one) => one.nonce === memory.nonce);
	if (mark === void 0) return Number.POSITIVE_INFINITY;
	const dead = mark.at + 2 * desired.readLagMs + 2 * desired.decisionMs;
	return Math.min((observed.readAt.endpoints ?? 0) + desired.decisionMs, dead);
}

// src/reconcile/apply-claims.ts
/** Writes claims (and other notes) on an endpoint. */
async function claim(action, { worlds, memory }) {
	const { endpointId, tags } = action;
	if (await worlds.ec2.setTags([endpointId], tags) === "look-again") return notThere(endpointId);
	for (const key of Object.keys(tags)) memory.claimSeen.set(seenKey(endpointId, key), worlds.clock.now());
	return {
		kind: "done",
		patch: withTags([endpointId], tags)
	};
}
/** Removes claims, each only where it still has the value that was read. */
async function unclaim(action, context) {
	const { endpointId, tags, clusterIds } = action;
	const { worlds, memory } = context;
	memory.givenUp.set(endpointId, /* @__PURE__ */ new Set([...memory.givenUp.get(endpointId) ?? [], ...clusterIds]));
	if (await worlds.ec2.removeTags([endpointId], tags, decisionEnds(endpointId, context)) === "look-again") return notThere(endpointId);
	return {
		kind: "done",
		patch: withoutTags([endpointId], tags)
	};
}
/** Marks an endpoint, and the group that outlives it, as being left. */
async function mark(action, { worlds }) {
	const ids = marked(action);
	if (await worlds.ec2.setTags(ids, action.tags) === "look-again") return notThere(ids.join(" or "));
	return {
		kind: "done",
		patch: withTags(ids, action.tags)
	};
}
async function unmark(action, { worlds }) {
	const ids = marked(action);
	if (await worlds.ec2.removeTags(ids, action.tags) === "look-again") return notThere(ids.join(" or "));
	return {
		kind: "done",
		patch: withoutTags(ids, action.tags)
	};
}
function marked({ endpointId, groupId }) {
	return groupId === void 0 ? [endpointId] : [endpointId, groupId];
}
function notThere(what) {
	return {
		kind: "look-again",
		facets: ["endpoints", "groups"],
		why: `${what} is not there as it was seen`
	};
}
function withTags(ids, tags) {
	return changeTags(ids, (before) => ({
		...before,
		...tags
	}));
}
function withoutTags(ids, tags) {
	return changeTags(ids, (before) => Object.fromEntries(Object.entries(before).filter(([key, value]) => tags[key] !== value)));
}
function changeTags(ids, change) {
	const apply = (one) => ids.includes(one.id) ? {
		...one,
		tags: change(one.tags)
	} : one;
	return (observed) => ({
		...observed,
		endpoints: observed.endpoints.map(apply),
		groups: observed.groups.map(apply)
	});
}

// src/reconcile/apply-cloud.ts
async function createServices(action, { worlds }) {
	const services = await worlds.cloud.createServices(action.clusterId);
	return {
		kind: "done",
		patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
			...view,
			services: services.length > 0 ? services : view.services
		}))
	};
}
async function connect(step, action, { worlds, memory }) {
	const facet = `connections:${action.clusterRef}`;
	const created = memory.createdEndpoints.find(({ endpoint }) => endpoint.id === action.endpointId);
	try {
		const connection = await worlds.cloud.addConnection(action.clusterId, action.endpointId);
		if (connection === void 0) {
			remember(memory, step.id, worlds.clock.now(), [facet, "endpoints"]);
			return {
				kind: "look-again",
				facets: [facet],
				why: "CockroachDB Cloud says that the connection is there already"
			};
		}
		const shown = {
			...connection,
			endpointId: action.endpointId,
			status: connection.status || "PENDING"
		};
		return {
			kind: "done",
			patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
				...view,
				connections: [...view.connections.filter((one) => one.endpointId !== action.endpointId), shown]
			}))
		};
	} catch (error) {
		const young = created !== void 0 && worlds.clock.now() - created.at < 6e4;
		const unknown = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) && isCloudRefusal(error.cause) && [400, 404].includes(error.cause.status);
		if (!young || !unknown || /\btrust/i.test(error.message)) throw error;
		return {
			kind: "look-again",
			facets: [facet, "endpoints"],
			why: `CockroachDB Cloud does not see the new endpoint yet (${error.message})`
		};
	}
}
async function disconnect(action, context) {
	const until = decisionEnds(action.endpointId, context);
	await context.worlds.cloud.deleteConnection(action.clusterId, action.endpointId, until);
	return {
		kind: "done",
		patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
			...view,
			connections: view.connections.map((one) => one.endpointId === action.endpointId ? {
				...one,
				status: "DELETING"
			} : one)
		}))
	};
}
async function trust(step, action, { worlds, memory }) {
	const facet = `owners:${action.clusterRef}`;
	const owner = await worlds.cloud.addTrustedOwner(action.clusterId, action.accountId);
	if (owner === void 0) {
		remember(memory, step.id, worlds.clock.now(), [facet]);
		return {
			kind: "look-again",
			facets: [facet],
			why: `AWS account ${action.accountId} is trusted already`
		};
	}
	return {
		kind: "done",
		patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
			...view,
			owners: [...view.owners ?? [], owner]
		}))
	};
}
async function untrust(action, { worlds }) {
	await worlds.cloud.removeTrustedOwner(action.clusterId, action.owner.id);
	return {
		kind: "done",
		patch: (observed) => patchCluster(observed, action.clusterRef, (view) => ({
			...view,
			owners: (view.owners ?? []).filter((one) => one.id !== action.owner.id)
		}))
	};
}
function patchCluster(observed, ref, change) {
	return {
		...observed,
		clusters: observed.clusters.map((view) => view.ref === ref ? change(view) : view)
	};
}

// src/reconcile/apply-creation.ts
/** An endpoint that was made by this very call is not older than this; an older one is a replay of its creation token. */
const REPLAY_AGE_MS = 3e5;
/** ClientToken: at most 64 ASCII characters, the same for the same parts. */
function clientToken(parts, salt) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_12__.createHash)("sha256").update(JSON.stringify([...parts, salt])).digest("hex");
}
async function createEndpoint(action, context) {
	const { worlds, memory, observed } = context;
	const { serviceName } = action;
	for (const salt of [action.salt, action.salt + 1]) {
		const creation = await worlds.ec2.createEndpoint({
			...action,
			clientToken: clientToken(action.tokenParts, salt)
		});
		if (creation.kind !== "created") return creationSetback(action, context, {
			creation,
			salt
		});
		const { endpoint } = creation;
		if (isGone$1(endpoint) || observed.endpoints.some((one) => one.id === endpoint.id && isGone$1(one))) {
			context.log(`EC2 answered with ${endpoint.id}, which is deleted; trying once more with another creation token`);
			continue;
		}
		const now = worlds.clock.now();
		if (endpoint.createdAt > 0 && endpoint.createdAt < now - REPLAY_AGE_MS) {
			memory.tokenTaken.set(serviceName, {
				at: now,
				salt
			});
			return {
				kind: "look-again",
				facets: ["endpoints"],
				why: `EC2 answered with ${endpoint.id}, which an earlier run created`
			};
		}
		memory.tokenTaken.delete(serviceName);
		memory.serviceUnknownSince.delete(serviceName);
		const whole = {
			...endpoint,
			vpcId: endpoint.vpcId || action.vpcId,
			serviceName,
			interface: true,
			tags: {
				...action.tags,
				...endpoint.tags
			},
			subnetIds: endpoint.subnetIds.length > 0 ? endpoint.subnetIds : action.subnetIds,
			groupIds: endpoint.groupIds.length > 0 ? endpoint.groupIds : action.groupIds
		};
		memory.createdEndpoints.push({
			endpoint: whole,
			at: now,
			replacing: action.replacing
		});
		return {
			kind: "done",
			created: whole.id,
			patch: (before) => ({
				...before,
				endpoints: [...before.endpoints.filter((one) => one.id !== whole.id), whole]
			})
		};
	}
	memory.tokenTaken.set(serviceName, {
		at: worlds.clock.now() - 2 * context.desired.readLagMs,
		salt: action.salt + 1
	});
	return {
		kind: "look-again",
		facets: ["endpoints"],
		why: "EC2 answered twice with an endpoint that is deleted"
	};
}
/** Remembers a zone that EC2 refused, so that the next plan does without it. */
function learnZone(serviceName, refusal, { desired, observed, memory }) {
	const zone = observed.subnets.find((one) => one.id === refusal.subnetId)?.zoneId;
	if (zone === void 0 || desired.subnetIds.length > 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("az-none", {
		cause: `EC2: ${refusal.message}`,
		fix: "Name subnets in other availability zones in subnet-ids."
	});
	const zones = memory.refusedZones.get(serviceName) ?? /* @__PURE__ */ new Set();
	memory.refusedZones.set(serviceName, zones.add(zone));
	return {
		kind: "look-again",
		facets: [],
		why: `EC2 does not offer the service in ${zone}, whatever its list says`
	};
}
/** What to do when EC2 did not create the endpoint for one of the reasons that pass or teach something. */
function creationSetback(action, { worlds, memory, desired, observed }, { creation, salt }) {
	const now = worlds.clock.now();
	const { serviceName } = action;
	switch (creation.kind) {
		case "token-taken":
			memory.tokenTaken.set(serviceName, {
				at: now,
				salt
			});
			return {
				kind: "look-again",
				facets: ["endpoints"],
				why: "another run is creating the endpoint"
			};
		case "group-unknown": return {
			kind: "look-again",
			facets: ["groups"],
			why: "the new security group is not known everywhere yet"
		};
		case "zone-refused": return learnZone(serviceName, creation, {
			desired,
			observed,
			memory
		});
		case "service-unknown": {
			const since = memory.serviceUnknownSince.get(serviceName) ?? now;
			memory.serviceUnknownSince.set(serviceName, since);
			if (now - since < 6e4) return {
				kind: "look-again",
				facets: [],
				why: `EC2 does not know ${serviceName} yet; a new service or a newly trusted account takes up to a minute to show`
			};
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("service-not-visible", {
				cause: `EC2 does not let account ${observed.account || "(unknown)"} see the endpoint service ${serviceName} in ${desired.region}: ${creation.message}`,
				fix: "If the cluster has trusted owners, add this account; else check that the VPC is in the region of the service and owned by this account."
			});
		}
	}
}

// src/reconcile/apply-network.ts
/** EC2 shows an endpoint as pending while a change is being made. */
function underChange(endpoint) {
	return {
		...endpoint,
		state: "pending",
		rawState: "pending"
	};
}
async function createGroup(step, action, { worlds, memory, desired, observed }) {
	const tags = {
		Name: action.name,
		...desired.tags,
		[MANAGED_BY]: MANAGED_BY_VALUE,
		[CREATED_AT]: new Date(memory.startedAt).toISOString(),
		[SERVICE]: tagText(action.serviceName)
	};
	if (hasRoomFor(tags, Object.keys(action.claims).length)) Object.assign(tags, action.claims);
	const made = await worlds.ec2.createGroup({
		vpcId: action.vpcId,
		name: action.name,
		description: action.description,
		tags
	});
	if (made.kind === "created") {
		const group = {
			id: made.groupId,
			name: action.name,
			vpcId: action.vpcId,
			ownerId: observed.account,
			tags,
			ingress: []
		};
		memory.createdGroups.push({
			group,
			at: worlds.clock.now()
		});
		return {
			kind: "done",
			created: group.id,
			patch: (before) => ({
				...before,
				groups: [...before.groups, group]
			})
		};
	}
	remember(memory, step.id, worlds.clock.now(), ["groups"]);
	const holders = (await worlds.ec2.groups({ vpcId: action.vpcId })).filter((group) => group.name.toLowerCase() === action.name.toLowerCase());
	for (const group of holders.filter(isOurs)) memory.createdGroups.push({
		group,
		at: worlds.clock.now()
	});
	const patch = (before) => ({
		...before,
		groups: [...before.groups.filter((one) => !holders.some((holder) => holder.id === one.id)), ...holders]
	});
	return {
		kind: "look-again",
		facets: [],
		why: "the security group is there already",
		patch
	};
}
async function changeRules(groupId, call, change) {
	if (await call === "look-again") return {
		kind: "look-again",
		facets: ["groups"],
		why: "the rules of the security group are not what they were"
	};
	return {
		kind: "done",
		patch: (observed) => ({
			...observed,
			groups: observed.groups.map((group) => group.id === groupId ? {
				...group,
				ingress: change(group.ingress)
			} : group)
		})
	};
}
async function modify(action, context) {
	const answer = await context.worlds.ec2.modifyEndpoint(action.endpointId, action);
	if (typeof answer === "object") {
		const serviceName = context.observed.endpoints.find((one) => one.id === action.endpointId)?.serviceName ?? "";
		return learnZone(serviceName, answer, context);
	}
	return changeEndpoint(action.endpointId, Promise.resolve(answer), (endpoint) => ({
		...underChange(endpoint),
		subnetIds: [...endpoint.subnetIds.filter((id) => !action.removeSubnetIds.includes(id)), ...action.addSubnetIds],
		groupIds: [...endpoint.groupIds.filter((id) => !action.removeGroupIds.includes(id)), ...action.addGroupIds]
	}));
}
async function setPrivateDns(action, { worlds }) {
	return await worlds.ec2.modifyEndpoint(action.endpointId, { privateDns: action.enabled }) === "done" ? "done" : "look-again";
}
async function changeEndpoint(endpointId, call, change) {
	if (await call === "look-again") return {
		kind: "look-again",
		facets: ["endpoints"],
		why: `${endpointId} is not in the state it was seen in`
	};
	return {
		kind: "done",
		patch: (observed) => ({
			...observed,
			endpoints: observed.endpoints.map((one) => one.id === endpointId ? change(one) : one)
		})
	};
}

// src/reconcile/apply-deletion.ts
/** Deletes an endpoint; a deletion that is throttled past the decision time is decided anew. */
function deleteEndpoint({ endpointId }, context) {
	const call = context.worlds.ec2.deleteEndpoint(endpointId, decisionEnds(endpointId, context)).then(() => "done", (error) => {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) && (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.r)(error.cause).failure === "throttled") return "look-again";
		throw error;
	});
	return changeEndpoint(endpointId, call, (endpoint) => ({
		...endpoint,
		state: "deleting",
		rawState: "deleting"
	}));
}
/** Deletes a group; where something still uses it, that is written down for the planner to wait or to give up. */
async function deleteGroup({ groupId }, { worlds, memory }) {
	const answer = await worlds.ec2.deleteGroup(groupId);
	if (answer.kind === "in-use") {
		const at = worlds.clock.now();
		memory.heldGroups.set(groupId, {
			at,
			since: memory.heldGroups.get(groupId)?.since ?? at,
			why: answer.message
		});
		return {
			kind: "look-again",
			facets: ["endpoints", "groups"],
			why: `${groupId} is still in use`
		};
	}
	return {
		kind: "done",
		patch: (observed) => ({
			...observed,
			groups: observed.groups.filter((one) => one.id !== groupId)
		})
	};
}

// src/reconcile/drafting.ts
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
/**
* Adds a step, or a wait where this run has done that very step a moment ago: a read may lag behind a write,
* and asking twice costs tokens that come back at 0.3 a second.
*/
function addStep(draft, text) {
	const after = text.after ?? "";
	const done = draft.memory.done.get(text.id);
	const patience = Math.max(text.patienceMs ?? 0, draft.desired.readLagMs);
	if (after === "" && done !== void 0 && draft.now - done.at < patience) {
		addWait(draft, {
			id: `shown:${text.id}`,
			what: `the effect of "${text.title}" to show`,
			seen: "asked for, not visible yet",
			mover: text.facets.some((facet) => facet.includes(":")) ? "CockroachDB Cloud" : "AWS",
			facets: text.facets
		});
		return;
	}
	draft.steps.push({
		id: text.id,
		title: text.title,
		action: text.action,
		ready: after === "",
		after,
		bookkeeping: text.bookkeeping ?? false
	});
}
function addWait(draft, wait) {
	draft.waits.push(wait);
}
function block(draft, code, text) {
	draft.blockers.push({
		code,
		cause: text.cause,
		fix: text.fix,
		late: text.late ?? false,
		subject: text.subject ?? ""
	});
}
function note(draft, code, text, warning = false) {
	if (!draft.notes.some((one) => one.text === text)) draft.notes.push({
		code,
		text,
		warning
	});
}
/** True where a read of the facet began after the last step of this run that changed it. */
function isConfirmed(draft, facet) {
	const touched = draft.memory.touched.get(facet);
	return touched === void 0 || (draft.observed.readAt[facet] ?? 0) > touched;
}
/**
* Nothing is done until it was seen: once nothing else is left to do, every facet that a step changed is read once more.
* @param settled what else must be read, and from when on
*/
function confirmTouched(draft, settled = NOTHING$1) {
	if (draft.waits.length > 0 || draft.steps.some((step) => step.ready)) return;
	const touched = [...draft.memory.touched.keys()].filter((facet) => !isConfirmed(draft, facet));
	const late = settled.facets.filter((facet) => (draft.observed.readAt[facet] ?? 0) < settled.notBefore);
	const unseen = [.../* @__PURE__ */ new Set([...touched, ...late])];
	if (unseen.length === 0) return;
	addWait(draft, {
		id: "confirm",
		what: "a last look at what was changed",
		seen: "not read again yet",
		mover: "nobody: this is one more read",
		facets: unseen,
		notBefore: settled.notBefore,
		brief: true
	});
}
const NOTHING$1 = {
	facets: [],
	notBefore: 0
};
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

// src/reconcile/plan-network.ts
/** Description of every rule that the action adds, and how it knows its own rules again. */
const RULE_DESCRIPTION = "cockroachdb-privatelink";
/** Checks that the account in use is one of those allowed. */
function planAccount(draft) {
	const { desired, observed } = draft;
	if (desired.allowedAccountIds.length > 0 && !desired.allowedAccountIds.includes(observed.account)) block(draft, "wrong-account", {
		cause: `The AWS credentials belong to account ${observed.account || "(unknown)"}, which is not among allowed-account-ids (${list(desired.allowedAccountIds)})`,
		fix: "Assume a role of an allowed account, or add the account to allowed-account-ids."
	});
}
/** Checks the account and the VPC before anything is made there. False: nothing about the network can be planned. */
function planVpc(draft) {
	const { desired, observed } = draft;
	planAccount(draft);
	const { vpc } = observed;
	if (desired.vpcId === void 0) {
		planVpcDns(draft, observed.endpoints[0]?.vpcId ?? "");
		return true;
	}
	if (vpc === void 0) {
		block(draft, "vpc-not-found", {
			cause: `There is no VPC ${desired.vpcId} in account ${observed.account || "(unknown)"}, region ${desired.region}`,
			fix: "Check vpc-id, aws-region and the account of the credentials."
		});
		return false;
	}
	if (vpc.ownerId !== "" && observed.account !== "" && vpc.ownerId !== observed.account) block(draft, "vpc-shared", {
		cause: `VPC ${vpc.id} belongs to account ${vpc.ownerId} and is shared with account ${observed.account}`,
		fix: `Run with a role of account ${vpc.ownerId}: only the owner of a VPC can make VPC endpoints in it.`
	});
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
	block(draft, "vpc-dns-off", {
		cause: `Private DNS needs ${off.join(" and ")}, which ${off.length > 1 ? "are" : "is"} off in VPC ${vpcId}`,
		fix: `${off.map((one) => `aws ec2 modify-vpc-attribute --vpc-id ${vpcId} --${flags[one]}`).join("; ")} (or set private-dns: false).`
	});
}
/**
* Picks the subnets of an endpoint.
* Explicit ones are checked and taken. Otherwise each zone that the service lists (by zone ID; an empty list means any zone)
* gets one: the one the endpoint has there already, else of those with a free address the first by subnet ID.
* Zones that EC2 refused for this service, in this run or (by a tag on the endpoint) an earlier one, are left out.
* @param path.endpoint the endpoint as it is; its subnets are kept where they fit
*/
function chooseSubnets(draft, path) {
	const { zoneIds } = path;
	const refused = refusedZones(draft, path.serviceName, path.endpoint);
	const present = path.endpoint?.subnetIds ?? [];
	const usable = (zone) => (zoneIds.length === 0 || zoneIds.includes(zone)) && !refused.has(zone);
	return draft.desired.subnetIds.length > 0 ? explicitSubnets(draft, usable, zoneIds) : onePerZone(draft, {
		usable,
		zoneIds,
		present
	});
}
/** Zones that EC2 does not offer the service in, whatever its list says. */
function refusedZones(draft, serviceName, endpoint) {
	const known = endpoint?.tags["cockroachdb-privatelink/without-zones"]?.split(" ").filter((zone) => zone !== "") ?? [];
	return /* @__PURE__ */ new Set([...known, ...draft.memory.refusedZones.get(serviceName) ?? []]);
}
function explicitSubnets(draft, usable, zoneIds) {
	const { desired, observed } = draft;
	const known = new Map(observed.subnets.map((subnet) => [subnet.id, subnet]));
	const subnets = desired.subnetIds.map((id) => known.get(id)).filter((subnet) => subnet !== void 0);
	const strangers = desired.subnetIds.filter((id) => !known.has(id));
	const outside = subnets.filter((subnet) => !usable(subnet.zoneId));
	const doubled = subnets.filter((subnet, index) => subnets.findIndex((one) => one.zoneId === subnet.zoneId) !== index);
	if (strangers.length > 0) block(draft, "subnet-invalid", {
		cause: `${strangers.join(", ")} ${strangers.length > 1 ? "are no subnets" : "is no subnet"} of VPC ${desired.vpcId}`,
		fix: `Take subnet-ids from VPC ${desired.vpcId}, which has ${list(observed.subnets.map((one) => one.id))}.`
	});
	for (const subnet of doubled) block(draft, "subnet-invalid", {
		cause: `subnet-ids has more than one subnet in availability zone ${subnet.zoneId}: ${subnet.id} and another`,
		fix: "Name at most one subnet for each availability zone."
	});
	if (outside.length > 0) block(draft, "az-none", {
		cause: `The endpoint service is not in the availability zone of ${outside.map((one) => `${one.id} (${one.zoneId})`).join(", ")}`,
		fix: `Name subnets in ${list(zoneIds)}.`
	});
	if (strangers.length + doubled.length + outside.length > 0) return void 0;
	return {
		subnets,
		rule: "the subnets of subnet-ids"
	};
}
function onePerZone(draft, choice) {
	const { desired, observed } = draft;
	const fit = observed.subnets.filter((subnet) => !subnet.unfit && choice.usable(subnet.zoneId));
	const byZone = Map.groupBy(fit, (subnet) => subnet.zoneId);
	const subnets = [];
	for (const zone of [...byZone.keys()].sort()) {
		const inZone = (byZone.get(zone) ?? []).toSorted((one, other) => one.id < other.id ? -1 : 1);
		const pick = inZone.find((one) => choice.present.includes(one.id)) ?? inZone.find((one) => one.freeAddresses > 0);
		if (pick !== void 0) subnets.push(pick);
		else note(draft, "zones", `No subnet in availability zone ${zone} has a free IP address; the endpoint does without that zone`, true);
	}
	if (subnets.length > 0) {
		const without = choice.zoneIds.filter((zone) => !byZone.has(zone));
		if (without.length > 0) note(draft, "zones", `VPC ${desired.vpcId} has no subnet in ${list(without)}, where the endpoint service is too`);
		return {
			subnets,
			rule: "one subnet in each availability zone of the endpoint service; the first by ID that has a free address"
		};
	}
	if (fit.length > 0) {
		block(draft, "subnet-full", {
			cause: `No subnet of VPC ${desired.vpcId} in ${list(byZone.keys())} has a free IP address`,
			fix: "Free addresses, or add a subnet in one of these availability zones."
		});
		return;
	}
	block(draft, "az-none", {
		cause: `VPC ${desired.vpcId} has no subnet in an availability zone of the endpoint service (${list(choice.zoneIds)}); its subnets are in ${list(new Set(observed.subnets.map((one) => one.zoneId)))}`,
		fix: "Add a subnet in one of the zones of the service, or use a peered VPC that has one. Zone IDs count, names differ by account."
	});
}
/** Name of the group for a service: the lock that keeps two runs from making two, since EC2 allows each name once a VPC. */
function groupName(serviceName) {
	return sanitise(`cockroachdb-privatelink ${serviceName.split(".").at(-1) ?? serviceName}`);
}
/** True for the group that the action makes for a service, by its name: that is what is unique in a VPC. */
function isGroupOf(group, serviceName) {
	return group.name.toLowerCase() === groupName(serviceName).toLowerCase();
}
/** Text in the characters that EC2 allows in names and descriptions of groups and rules (at most 255). */
function sanitise(text) {
	return text.replace(/[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g, "_").slice(0, 255);
}
/** The group that the action owns for a service, if it is there. */
function ownedGroup(groups, vpcId, serviceName) {
	return groups.find((group) => group.vpcId === vpcId && isGroupOf(group, serviceName) && isOurs(group));
}
/**
* Plans the groups for a path: checks explicit ones, or makes the owned one and keeps its rules.
* @param sharedWith environments of other claims; while there are any, rules are only added
* @param after what must come first before a group can be made, '' if nothing
*/
function planGroups$1(draft, serviceName, state) {
	const { desired, observed } = draft;
	if (desired.securityGroupIds.length > 0) {
		const known = new Map(observed.groups.map((group) => [group.id, group]));
		for (const id of desired.securityGroupIds) {
			const group = known.get(id);
			if (group?.vpcId === desired.vpcId) continue;
			block(draft, "group-invalid", {
				cause: group === void 0 ? `There is no security group ${id} in region ${desired.region}` : `Security group ${id} is in VPC ${group.vpcId}, not in ${desired.vpcId}`,
				fix: `Name security groups of VPC ${desired.vpcId} in security-group-ids, or leave it empty to have one made.`
			});
		}
		return {
			groupIds: desired.securityGroupIds,
			owned: void 0
		};
	}
	const group = ownedGroup(observed.groups, desired.vpcId, serviceName);
	if (group === void 0) {
		planNewGroup(draft, serviceName, state);
		return {
			groupIds: void 0,
			owned: void 0
		};
	}
	planRules(draft, group, state.sharedWith);
	return {
		groupIds: [group.id],
		owned: group
	};
}
/** How often EC2 may call the name taken, a read lag apart, before that is believed. */
const MOST_NAME_TAKEN = 2;
function planNewGroup(draft, serviceName, { after, label, claims }) {
	const { desired, observed } = draft;
	const name = groupName(serviceName);
	const taken = observed.groups.find((group) => group.vpcId === desired.vpcId && group.name.toLowerCase() === name.toLowerCase());
	if (taken !== void 0) {
		block(draft, "group-name-taken", {
			cause: `Security group ${taken.id} has the name "${name}" but was not made by the action`,
			fix: "Rename or delete it, or name groups of your own in security-group-ids."
		});
		return;
	}
	const id = `create-group:${serviceName || label}`;
	if ((draft.memory.done.get(id)?.times ?? 0) >= MOST_NAME_TAKEN) {
		block(draft, "group-name-taken", {
			cause: `EC2 says that VPC ${desired.vpcId} has a security group named "${name}", but shows none that the action made`,
			fix: "Look for a group whose name differs only in upper and lower case, and rename or delete it."
		});
		return;
	}
	const sources = wantedSources(draft).map(sourceText);
	addStep(draft, {
		id,
		title: `create the security group ${serviceName === "" ? `for ${label}` : `"${name}"`} for ${SQL_PORT}/tcp from ${list(sources)}`,
		action: {
			kind: "create-group",
			serviceName,
			vpcId: desired.vpcId ?? "",
			name,
			description: sanitise(`CockroachDB Cloud PrivateLink: SQL to ${serviceName}. Made by a GitHub Action.`),
			claims
		},
		after,
		facets: ["groups"]
	});
	addStep(draft, {
		id: `authorize:new:${serviceName || label}`,
		title: `let ${SQL_PORT}/tcp in from ${list(sources)} through the new security group`,
		action: {
			kind: "authorize-ingress",
			groupId: "",
			sources: wantedSources(draft)
		},
		after: "the security group is there",
		facets: ["groups"]
	});
}
/** Who may come in: what the workflow lists, else every CIDR block of the VPC. */
function wantedSources({ desired, observed }) {
	const { allowedCidrs, allowedSecurityGroupIds } = desired;
	return [...(allowedCidrs.length + allowedSecurityGroupIds.length > 0 ? allowedCidrs : observed.vpc?.cidrs ?? []).map((cidr) => ({ cidr })), ...allowedSecurityGroupIds.map((groupId) => ({ groupId }))];
}
function planRules(draft, group, sharedWith) {
	const wanted = wantedSources(draft);
	const wantedTexts = new Set(wanted.map(sourceText));
	const sqlRules = group.ingress.filter((rule) => isSqlRule(rule) && (rule.description !== "cockroachdb-privatelink" || isOnlySqlRule(rule)));
	const present = new Set(sqlRules.map((rule) => rule.source === void 0 ? "" : sourceText(rule.source)));
	const missing = wanted.filter((source) => !present.has(sourceText(source)));
	const stale = group.ingress.filter((rule) => rule.source !== void 0 && rule.description === "cockroachdb-privatelink" && !(isOnlySqlRule(rule) && wantedTexts.has(sourceText(rule.source))));
	if (missing.length > 0) {
		const texts = missing.map(sourceText);
		addStep(draft, {
			id: `authorize:${group.id}:${texts.join(",")}`,
			title: `let ${SQL_PORT}/tcp in from ${list(texts)} through ${group.id}`,
			action: {
				kind: "authorize-ingress",
				groupId: group.id,
				sources: missing
			},
			facets: ["groups"]
		});
	}
	if (stale.length === 0) return;
	const texts = stale.map((rule) => rule.source === void 0 ? "" : sourceText(rule.source));
	if (sharedWith.length > 0) {
		note(draft, "shared-setting", `${group.id} lets in ${list(texts)}, which is not asked for here; it stays while ${list(sharedWith)} uses the endpoint too`);
		return;
	}
	addStep(draft, {
		id: `revoke:${group.id}:${texts.join(",")}`,
		title: `take the stale rules for ${list(texts)} out of ${group.id}`,
		action: {
			kind: "revoke-ingress",
			groupId: group.id,
			rules: stale
		},
		facets: ["groups"]
	});
}
/** A rule that lets the SQL port in, alone or in a wider range. */
function isSqlRule(rule) {
	if (rule.protocol === "-1") return true;
	return (rule.protocol === "tcp" || rule.protocol === "6") && rule.fromPort <= 26257 && rule.toPort >= 26257;
}
/** A rule that lets the SQL port in and nothing else. */
function isOnlySqlRule(rule) {
	return isSqlRule(rule) && rule.fromPort === 26257 && rule.toPort === 26257;
}
/** At most eight items of a list, in words. */
function list(items) {
	const all = [...items];
	if (all.length === 0) return "none";
	return all.length <= 8 ? all.join(", ") : `${all.slice(0, 8).join(", ")} and ${all.length - 8} more`;
}

// src/reconcile/apply.ts
/**
* Does one step. A call whose answer was lost is never repeated blindly: the world is read again and the planner decides.
* @throws ActionError for what cannot be mended by looking again
*/
async function applyStep(step, context) {
	try {
		const outcome = await act(step, context);
		noteChange(step.action, context);
		if (outcome.kind === "done") remember(context.memory, step.id, context.worlds.clock.now(), touchedBy(step.action));
		return outcome;
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) || !isAnswerLost(error)) throw error;
		noteChange(step.action, context);
		for (const facet of touchedBy(step.action)) context.memory.touched.set(facet, context.worlds.clock.now());
		return {
			kind: "look-again",
			facets: touchedBy(step.action),
			lost: true,
			why: error.message
		};
	}
}
/** EC2 shows a changed endpoint as pending for a while; the planner must not take an older read for the end of that. */
function noteChange(action, { memory, worlds }) {
	if (action.kind !== "modify-endpoint" && action.kind !== "set-private-dns") return;
	memory.modified.set(action.endpointId, worlds.clock.now());
}
/** True where nobody knows whether the call was executed. */
function isAnswerLost(error) {
	if (error.cause === void 0) return false;
	return (isCloudRefusal(error.cause) || error.code === "cloud-unavailable" ? classifyCloudError(error.cause, 0) : (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.r)(error.cause)).failure === "transient";
}
/** The facets in which a step shows. */
function touchedBy(action) {
	switch (action.kind) {
		case "create-services": return [`services:${action.clusterRef}`, `cluster:${action.clusterRef}`];
		case "trust":
		case "untrust": return [`owners:${action.clusterRef}`];
		case "connect":
		case "disconnect": return [`connections:${action.clusterRef}`, "endpoints"];
		case "create-group":
		case "authorize-ingress":
		case "revoke-ingress":
		case "delete-group": return ["groups"];
		case "mark":
		case "unmark": return action.groupId === void 0 ? ["endpoints"] : ["endpoints", "groups"];
		default: return ["endpoints"];
	}
}
function act(step, context) {
	const { action } = step;
	switch (action.kind) {
		case "create-services": return createServices(action, context);
		case "create-group": return createGroup(step, action, context);
		case "authorize-ingress": return changeRules(action.groupId, context.worlds.ec2.authorizeIngress(action.groupId, action.sources, RULE_DESCRIPTION), (ingress) => [...ingress, ...action.sources.map((source) => ({
			protocol: "tcp",
			fromPort: 26257,
			toPort: 26257,
			source,
			from: sourceText(source),
			description: RULE_DESCRIPTION
		}))]);
		case "revoke-ingress": return changeRules(action.groupId, context.worlds.ec2.revokeIngress(action.groupId, action.rules), (ingress) => ingress.filter((rule) => !action.rules.includes(rule)));
		case "create-endpoint": return createEndpoint(action, context);
		case "claim": return claim(action, context);
		case "unclaim": return unclaim(action, context);
		case "mark": return mark(action, context);
		case "unmark": return unmark(action, context);
		case "modify-endpoint": return modify(action, context);
		case "set-private-dns": return changeEndpoint(action.endpointId, setPrivateDns(action, context), (endpoint) => ({
			...underChange(endpoint),
			privateDns: action.enabled
		}));
		case "delete-endpoint": return deleteEndpoint(action, context);
		case "delete-group": return deleteGroup(action, context);
		case "connect": return connect(step, action, context);
		case "disconnect": return disconnect(action, context);
		case "trust": return trust(step, action, context);
		case "untrust": return untrust(action, context);
	}
}

// src/reconcile/plan-owners.ts
/** The accounts that are meant, `self` resolved. */
function wantedOwners(wish, account) {
	return [...new Set(wish.accounts.map((one) => one === "self" ? account : one).filter((one) => one !== ""))];
}
/** True where trusted owners are asked of a Standard cluster; said before anything that its API answered about them. */
function refuseOwnersOnStandard(draft, view, cluster) {
	if (draft.desired.trustedOwners === void 0 || !cluster.serverless) return false;
	block(draft, "owners-standard", {
		cause: `Cluster ${cluster.name || cluster.id} is a Standard cluster; trusted owners exist only on Advanced`,
		fix: "Leave trusted-owners out for Standard clusters.",
		subject: view.ref
	});
	return true;
}
/**
* Plans the trusted owners of one cluster (Advanced, limited access).
* @returns what must come first before this account can make an endpoint, '' if nothing
*/
function planOwners(draft, view, cluster) {
	const wish = draft.desired.trustedOwners;
	if (wish === void 0) return "";
	const name = cluster.name || cluster.id;
	const present = view.owners ?? [];
	const wanted = wantedOwners(wish, draft.observed.account);
	if (wish.mode === "remove") {
		for (const owner of present.filter((one) => wanted.includes(one.accountId))) planUntrust(draft, {
			view,
			cluster,
			owner,
			kept: [],
			after: ""
		});
		return "";
	}
	const self = draft.observed.account;
	if (wish.mode === "exact" && !draft.desired.ownersOnly && !wanted.includes(self) && !wanted.includes("*") && self !== "") {
		block(draft, "account-not-trusted", {
			cause: `trusted-owners (exact) leaves out AWS account ${self}, which this step connects to cluster ${name}`,
			fix: "Add `self` to trusted-owners.",
			subject: view.ref
		});
		return "";
	}
	const missing = wanted.filter((account) => !present.some((one) => one.accountId === account));
	for (const accountId of missing) addStep(draft, {
		id: `trust:${cluster.id}:${accountId}`,
		title: `trust AWS account ${accountId} on cluster ${name}`,
		action: {
			kind: "trust",
			clusterRef: view.ref,
			clusterId: cluster.id,
			accountId
		},
		facets: [`owners:${view.ref}`]
	});
	if (wish.mode === "exact") for (const owner of present.filter((one) => !wanted.includes(one.accountId))) planUntrust(draft, {
		view,
		cluster,
		owner,
		kept: wanted,
		after: missing.length > 0 ? "the accounts that stay are trusted" : ""
	});
	const left = wish.mode === "exact" ? wanted : [...wanted, ...present.map((one) => one.accountId)];
	if (left.includes("*") && new Set(left).size > 1) note(draft, "trusts-everyone", `Cluster ${name} trusts every AWS account (*), so the accounts listed beside it restrict nothing`, true);
	const mine = draft.observed.account;
	return missing.includes(mine) || missing.includes("*") && !present.some((one) => one.accountId === mine) ? "this AWS account is trusted" : "";
}
/** An account is untrusted only when none of its endpoints is connected; anything else would cut a path. */
function planUntrust(draft, given) {
	const { view, cluster, owner, kept, after } = given;
	const using = view.connections.filter((one) => (owner.accountId === "*" || one.ownerAccount === owner.accountId || one.ownerAccount === "") && (one.status.startsWith("PENDING") || one.status === "AVAILABLE"));
	const stillTrusted = owner.accountId === "*" ? using.filter((one) => !kept.includes(one.ownerAccount) && view.owners?.every((other) => other.accountId !== one.ownerAccount) === true) : using;
	if (stillTrusted.length > 0) {
		block(draft, "owner-in-use", {
			cause: `AWS account ${owner.accountId} still has ${stillTrusted.length === 1 ? "an endpoint" : "endpoints"} connected to cluster ${cluster.name || cluster.id}: ${list(stillTrusted.map((one) => one.endpointId))}`,
			fix: "Disconnect these endpoints first, or keep the account in trusted-owners.",
			subject: view.ref
		});
		return;
	}
	addStep(draft, {
		id: `untrust:${cluster.id}:${owner.id}`,
		title: `stop trusting AWS account ${owner.accountId} on cluster ${cluster.name || cluster.id}`,
		action: {
			kind: "untrust",
			clusterRef: view.ref,
			clusterId: cluster.id,
			owner
		},
		after,
		facets: [`owners:${view.ref}`]
	});
}

// src/reconcile/plan-clusters.ts
/** Creating the services of a cluster takes minutes in which the list may be empty. */
const SERVICE_PATIENCE_MS = 6e5;
/** Checks every cluster, asks for services that are missing, and returns the clusters that can go on. */
function planClusters(draft) {
	const candidates = [];
	const seen = /* @__PURE__ */ new Set();
	for (const view of draft.observed.clusters) {
		const problem = clusterProblem(view, draft.desired.ownersOnly ? "" : draft.desired.region);
		if (problem !== void 0) {
			block(draft, problem.code, {
				...problem,
				subject: view.ref
			});
			continue;
		}
		const cluster = view.matches[0];
		if (cluster === void 0 || seen.has(cluster.id)) continue;
		seen.add(cluster.id);
		if (refuseOwnersOnStandard(draft, view, cluster)) continue;
		if (view.failure !== void 0) {
			block(draft, view.failure.code, {
				cause: view.failure.message,
				fix: view.failure.fix,
				subject: view.ref
			});
			continue;
		}
		const trust = planOwners(draft, view, cluster);
		if (draft.desired.ownersOnly) continue;
		candidates.push({
			view,
			cluster,
			service: planService(draft, view, cluster),
			trust
		});
	}
	return candidates;
}
/** Why a cluster cannot have a private path in the region, or undefined if it can. Also tells which reads are worth their failure. */
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
	if (cluster.state !== "" && cluster.state !== "CREATED") return {
		code: "cluster-not-ready",
		cause: `Cluster ${name} is in state ${cluster.state}, not CREATED`,
		fix: "Wait until CockroachDB Cloud shows the cluster as available, then run again."
	};
	const regions = cluster.regions.map((one) => one.name).filter((one) => one !== "");
	if (region !== "" && regions.length > 0 && !regions.some((one) => sameRegion(one, region))) return {
		code: "cluster-region",
		cause: `Cluster ${name} is not in region ${region}; it is in ${regions.join(", ")}`,
		fix: "Set aws-region to a region of the cluster and use a VPC there; other regions need peering or a transit gateway."
	};
}
/** Some answers spell a region with its cloud (`aws-us-east-1`). */
function sameRegion(one, other) {
	return one.replace(/^aws-/, "") === other.replace(/^aws-/, "");
}
/** The cluster's service in the region if it can be used now; else what there is to do or to wait for. */
function planService(draft, view, cluster) {
	const { region } = draft.desired;
	const service = view.services.find((one) => sameRegion(one.region, region));
	const facet = `services:${view.ref}`;
	const what = `the private endpoint service of cluster ${cluster.name || cluster.id} in ${region}`;
	if (service === void 0 && cluster.serverless) {
		block(draft, "standard-legacy", {
			cause: `CockroachDB Cloud lists no private endpoint service in ${region} for the Standard cluster ${cluster.name || cluster.id}`,
			fix: "The cluster is on the legacy architecture or in a region without private endpoints: restore it into a new Standard cluster, or ask support.",
			subject: view.ref
		});
		return;
	}
	if (service === void 0) {
		addStep(draft, {
			id: `create-services:${cluster.id}`,
			title: `create ${what}`,
			action: {
				kind: "create-services",
				clusterRef: view.ref,
				clusterId: cluster.id
			},
			facets: [facet],
			patienceMs: SERVICE_PATIENCE_MS
		});
		return;
	}
	if (service.cloudProvider !== "" && service.cloudProvider !== "AWS") {
		block(draft, "cluster-not-aws", {
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
		block(draft, "service-failed", {
			cause: `${what} is in state ${service.status}`,
			fix: "Ask Cockroach Labs support: a service cannot be deleted or made again through the API.",
			subject: view.ref
		});
		return;
	}
	if (service.status === "AVAILABLE" && service.name !== "") return service;
	addWait(draft, {
		id: `service:${cluster.id}`,
		what: `${what} to become available`,
		seen: service.status || "without a state",
		mover: "CockroachDB Cloud creates the service; this can take several minutes",
		facets: [facet, `cluster:${view.ref}`]
	});
}

// src/reconcile/observe.ts
/**
* Reads everything, all at the same time: the Cloud half needs no AWS credentials and does not wait for them.
* @throws ActionError where AWS or the Cloud cannot be read; clusters that are not there are no error here
*/
async function observeAll(desired, worlds) {
	const began = worlds.clock.now();
	const { vpcId } = desired;
	const clusterList = memoise(() => worlds.cloud.listClusters());
	const found = observeEndpoints(desired, worlds);
	found.catch(() => void 0);
	const [clusters, account, vpc, vpcDns, subnets, endpoints, groups] = await Promise.all([
		Promise.all(desired.clusters.map((ref) => observeCluster(ref, {
			desired,
			worlds,
			clusterList
		}))),
		needsAccount(desired) ? worlds.account() : "",
		vpcId === void 0 ? void 0 : worlds.ec2.vpc(vpcId),
		observeVpcDns(desired, {
			worlds,
			found
		}),
		vpcId === void 0 || desired.endpointId !== void 0 ? [] : worlds.ec2.subnets(vpcId),
		found,
		observeGroups(desired, worlds)
	]);
	const facets = [
		"account",
		"vpc",
		"subnets",
		"endpoints",
		"groups"
	];
	for (const ref of desired.clusters) facets.push(`cluster:${ref}`, `services:${ref}`, `connections:${ref}`, `owners:${ref}`);
	return {
		account,
		clusters,
		vpc,
		vpcDns,
		subnets,
		endpoints,
		groups,
		readAt: Object.fromEntries(facets.map((facet) => [facet, began]))
	};
}
/** Trusted owners given by number are the Cloud's business alone: such a run needs no AWS credentials. */
function needsAccount({ ownersOnly, trustedOwners, allowedAccountIds }) {
	return !ownersOnly || allowedAccountIds.length > 0 || trustedOwners?.accounts.includes("self") === true;
}
/** Reads the given facets again, all at the same time, and returns the rest as it was. */
async function observeAgain(observed, facets, desired, worlds) {
	const began = worlds.clock.now();
	const wanted = new Set(facets);
	const [endpoints, groups, clusters] = await Promise.all([
		wanted.has("endpoints") ? observeEndpoints(desired, worlds) : observed.endpoints,
		wanted.has("groups") ? observeGroups(desired, worlds) : observed.groups,
		Promise.all(observed.clusters.map((view) => refreshCluster(view, wanted, worlds)))
	]);
	const readAt = { ...observed.readAt };
	for (const facet of wanted) readAt[facet] = began;
	return {
		...observed,
		endpoints,
		groups,
		clusters,
		readAt
	};
}
/** The DNS attributes of the VPC that is named, or of the one that an attached endpoint turns out to be in. */
async function observeVpcDns({ vpcId, endpointId, privateDns }, { worlds, found }) {
	if (!privateDns) return void 0;
	if (vpcId !== void 0) return worlds.ec2.vpcDns(vpcId);
	const home = endpointId === void 0 ? void 0 : (await found)[0]?.vpcId;
	return home === void 0 || home === "" ? void 0 : worlds.ec2.vpcDns(home);
}
function observeEndpoints(desired, worlds) {
	if (desired.endpointId !== void 0) return worlds.ec2.endpoints({ endpointIds: [desired.endpointId] });
	return desired.vpcId === void 0 ? Promise.resolve([]) : worlds.ec2.endpoints({ vpcId: desired.vpcId });
}
async function observeGroups(desired, worlds) {
	const { vpcId, endpointId, securityGroupIds } = desired;
	if (vpcId === void 0 || endpointId !== void 0) return [];
	return securityGroupIds.length > 0 ? worlds.ec2.groups({ ids: securityGroupIds }) : worlds.ec2.groups({
		vpcId,
		tagKey: MANAGED_BY
	});
}
/** Cluster IDs are UUIDs; anything else is a name. */
function isClusterId(ref) {
	return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(ref);
}
/** One cluster with its services and connections; by ID all three at once, by name after the list. */
async function observeCluster(ref, reading) {
	const { cloud } = reading.worlds;
	if (isClusterId(ref)) {
		const found = cloud.getCluster(ref);
		const networking = readNetworking$1(ref, found, reading);
		networking.catch(() => void 0);
		const cluster = await found;
		return viewOf(ref, cluster === void 0 ? [] : [cluster], networking, reading.desired.ownersOnly ? "" : reading.desired.region);
	}
	const matches = (await reading.clusterList()).filter((one) => one.name === ref && one.state !== "DELETED");
	const [only] = matches;
	return viewOf(ref, matches, only !== void 0 && matches.length === 1 ? readNetworking$1(only.id, Promise.resolve(only), reading) : void 0, reading.desired.ownersOnly ? "" : reading.desired.region);
}
/** Services and connections; a failure is kept for the planner, since another blocker may explain it. */
async function readNetworking$1(clusterId, cluster, { desired, worlds: { cloud } }) {
	const rest = Promise.all([desired.ownersOnly ? [] : cloud.listServices(clusterId), cloud.listConnections(clusterId)]);
	rest.catch(() => void 0);
	try {
		const owners = desired.trustedOwners !== void 0 && (await cluster)?.serverless === false ? await cloud.listTrustedOwners(clusterId) : void 0;
		const [services, connections] = await rest;
		return {
			services,
			connections,
			owners,
			failure: void 0
		};
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) || error.code === "cancelled") throw error;
		return {
			services: [],
			connections: [],
			owners: void 0,
			failure: error
		};
	}
}
async function viewOf(ref, matches, networking, region) {
	const none = {
		services: [],
		connections: [],
		owners: void 0,
		failure: void 0
	};
	const hopeless = clusterProblem({
		ref,
		matches
	}, region) !== void 0;
	if (hopeless) networking?.catch(() => void 0);
	return {
		ref,
		matches,
		...hopeless || networking === void 0 ? none : await networking
	};
}
async function refreshCluster(view, wanted, { cloud }) {
	const id = view.matches[0]?.id;
	if (id === void 0) return view;
	const [cluster, services, connections, owners] = await Promise.all([
		wanted.has(`cluster:${view.ref}`) ? cloud.getCluster(id) : view.matches[0],
		wanted.has(`services:${view.ref}`) ? cloud.listServices(id) : view.services,
		wanted.has(`connections:${view.ref}`) ? cloud.listConnections(id) : view.connections,
		wanted.has(`owners:${view.ref}`) ? cloud.listTrustedOwners(id) : view.owners
	]);
	return {
		...view,
		matches: cluster === void 0 ? [] : [cluster],
		services,
		connections,
		owners
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

// src/reconcile/given-up.ts
/**
* Whether a claim is the owner's and on a cluster that is asked for: by its ID, or by the name that the claim stores.
* @param views what was seen of the clusters that the workflow names
*/
function ownClaims({ owner, clusters }, views) {
	if (clusters.length === 0) return (claim) => isOwnClaim(claim, owner);
	const ids = new Set(clusters.map((ref) => ref.toLowerCase()));
	const names = new Set(clusters.map(clusterNameInClaim));
	for (const view of views) if (clusters.includes(view.ref)) for (const cluster of view.matches) ids.add(cluster.id.toLowerCase());
	const keys = new Set([...ids].map((id) => claimKey(owner, id)));
	return (claim) => keys.has(claim.key) || isOwnClaim(claim, owner) && (ids.has(claim.clusterId.toLowerCase()) || names.has(claim.clusterName));
}
/**
* Whether a run gives a claim up.
* `markedAt`: a claim of the owner that is younger than the leaving mark is another run's, which stays.
*/
function givenUp(desired, views) {
	const { leave } = desired;
	if (leave?.kind === "endpoint") return (claim) => leave.claims[claim.key] === claim.value;
	if (leave?.kind !== "environment") return () => false;
	const isOwn = ownClaims(desired, views);
	return (claim, markedAt) => isOwn(claim) && (claim.lastUsed <= markedAt || isFromFuture(claim, markedAt));
}

// src/reconcile/observe-departure.ts
/**
* Reads what a departure has to know: the endpoints and owned groups of the VPC, and of each cluster that is named, given
* up or under a mark its connections. A cluster that is gone, or that the key may not read, does not stop the AWS side.
* @throws ActionError where AWS cannot be read, or the Cloud is out of reach
*/
async function observeDeparture(desired, worlds) {
	const began = worlds.clock.now();
	const clusterList = memoise(() => worlds.cloud.listClusters());
	const named = Promise.all(desired.clusters.map((ref) => readView(ref, {
		worlds,
		clusterList,
		services: true
	})));
	named.catch(() => void 0);
	const [account, endpoints, groups] = await Promise.all([
		worlds.account(),
		readEndpoints(desired, worlds),
		readGroups(desired, worlds)
	]);
	const views = await named;
	const clusters = [...views, ...await readClaimed({
		views,
		endpoints
	}, desired, worlds)];
	const facets = [
		"account",
		"endpoints",
		"groups",
		...clusters.map(connectionsOf)
	];
	return {
		account,
		clusters,
		vpc: void 0,
		vpcDns: void 0,
		subnets: [],
		endpoints,
		groups,
		readAt: Object.fromEntries(facets.map((facet) => [facet, began]))
	};
}
/** Reads the given facets again, and clusters that claims name since. */
async function observeDepartureAgain(observed, facets, desired, worlds) {
	const began = worlds.clock.now();
	const wanted = new Set(facets);
	const [endpoints, groups, views] = await Promise.all([
		wanted.has("endpoints") ? readEndpoints(desired, worlds) : observed.endpoints,
		wanted.has("groups") ? readGroups(desired, worlds) : observed.groups,
		Promise.all(observed.clusters.map((view) => wanted.has(connectionsOf(view)) ? readConnections(view, worlds) : view))
	]);
	const more = await readClaimed({
		views,
		endpoints
	}, desired, worlds);
	const readAt = { ...observed.readAt };
	for (const facet of [...wanted, ...more.map(connectionsOf)]) readAt[facet] = began;
	return {
		...observed,
		endpoints,
		groups,
		clusters: [...views, ...more],
		readAt
	};
}
function connectionsOf({ ref }) {
	return `connections:${ref}`;
}
function readEndpoints({ endpointId, vpcId }, { ec2 }) {
	if (endpointId !== void 0) return ec2.endpoints({ endpointIds: [endpointId] });
	return vpcId === void 0 ? Promise.resolve([]) : ec2.endpoints({ vpcId });
}
function readGroups({ endpointId, vpcId }, { ec2 }) {
	if (endpointId !== void 0 || vpcId === void 0) return Promise.resolve([]);
	return ec2.groups({
		vpcId,
		tagKey: MANAGED_BY
	});
}
/** Views of clusters that no view shows yet and that claims to be given up, or marks, name. */
async function readClaimed({ views, endpoints }, desired, worlds) {
	const { leave } = desired;
	const isGiven = givenUp(desired, views);
	const ids = endpoints.filter((endpoint) => isOurs(endpoint) && (leave?.kind !== "endpoint" || endpoint.id === leave.endpointId)).flatMap(({ tags }) => [...readClaims$1(tags).filter((claim) => isGiven(claim, Number.POSITIVE_INFINITY)).map((claim) => claim.clusterId), ...readMarks(tags).flatMap((mark) => mark.clusterIds)]);
	const known = new Set(views.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
	const fresh = [...new Set(ids)].filter((id) => isClusterId(id) && !known.has(id));
	return Promise.all(fresh.map((ref) => readView(ref, {
		worlds,
		clusterList: () => Promise.resolve([]),
		services: false
	})));
}
/** What the Cloud says for good about a cluster that this key cannot read. */
const REFUSALS = /* @__PURE__ */ new Set([
	"cloud-key-rejected",
	"cloud-denied",
	"cloud-refused"
]);
const NOTHING = {
	services: [],
	connections: [],
	owners: void 0,
	failure: void 0
};
/** One cluster with its connections, in whatever state it is; `failure` holds a refusal to show it. */
async function readView(ref, reading) {
	const { cloud } = reading.worlds;
	try {
		const byId = isClusterId(ref);
		const networking = byId ? readNetworking(ref, reading) : void 0;
		networking?.catch(() => void 0);
		const matches = (byId ? [await cloud.getCluster(ref)] : (await reading.clusterList()).filter((one) => one.name === ref)).filter((one) => one !== void 0 && one.state !== "DELETED");
		const [only] = matches;
		if (only === void 0 || matches.length > 1) return {
			ref,
			matches,
			...NOTHING
		};
		return {
			ref,
			matches,
			...NOTHING,
			...await (networking ?? readNetworking(only.id, reading))
		};
	} catch (error) {
		return refused(ref, error);
	}
}
async function readNetworking(id, { worlds: { cloud }, services }) {
	const [listed, connections] = await Promise.all([services ? cloud.listServices(id) : [], cloud.listConnections(id)]);
	return {
		services: listed,
		connections
	};
}
/** The connections of a cluster that was there; it may have been deleted since. */
async function readConnections(view, { cloud }) {
	const [cluster, ...more] = view.matches;
	if (cluster === void 0 || more.length > 0) return view;
	try {
		return {
			...view,
			connections: await cloud.listConnections(cluster.id)
		};
	} catch (error) {
		if (!isRefusal(error)) throw error;
		const still = await cloud.getCluster(cluster.id).catch(() => cluster);
		if (still === void 0 || still.state === "DELETED") return {
			...view,
			matches: [],
			...NOTHING
		};
		return {
			...view,
			connections: [],
			failure: error
		};
	}
}
function refused(ref, error) {
	if (!isRefusal(error)) throw error;
	return {
		ref,
		matches: [],
		...NOTHING,
		failure: error
	};
}
function isRefusal(error) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) && REFUSALS.has(error.code);
}

// src/reconcile/cost.ts
/** AWS's price for an interface endpoint in us-east-1, per availability zone and hour; other regions differ a little. */
const USD_PER_ZONE_HOUR = .01;
const HOURS_PER_MONTH = 730;
/** US dollars a month for an interface endpoint in that many availability zones; data is charged beside it. */
function monthlyCost(zones) {
	return zones * USD_PER_ZONE_HOUR * HOURS_PER_MONTH;
}

// src/reconcile/leaving.ts
/** Claims on an endpoint that are given up, and those that stay. */
function divideClaims(endpoint, gives, markedAt) {
	const claims = readClaims$1(endpoint.tags);
	const given = claims.filter((claim) => gives(claim, markedAt));
	return {
		given,
		left: claims.filter((claim) => !given.includes(claim))
	};
}
/** The mark of this run on an endpoint, alive or not. */
function ownMark(draft, endpoint) {
	return readMarks(endpoint.tags).find((mark) => mark.nonce === draft.memory.nonce);
}
/** Plans how claims are given up on one endpoint, and the endpoint with them where nobody else claims it. */
function planLeaving(draft, endpoint, departure) {
	const { desired, memory, now } = draft;
	const mark = ownMark(draft, endpoint);
	const dead = readMarks(endpoint.tags).filter((one) => one !== mark && !isMarkAlive(one, now, desired));
	const { given, left } = divideClaims(endpoint, departure.gives, mark?.at ?? now);
	const inQuestion = [.../* @__PURE__ */ new Set([
		...given.map((claim) => claim.clusterId),
		...memory.givenUp.get(endpoint.id) ?? [],
		...dead.flatMap((one) => one.clusterIds)
	])].filter((id) => id !== "");
	const used = new Set(left.map((claim) => claim.clusterId));
	const task = {
		endpoint,
		departure,
		mark,
		dead,
		given,
		left,
		orphaned: left.length === 0 ? departure.connected : departure.connected.filter((id) => inQuestion.includes(id) && !used.has(id))
	};
	if (mark === void 0 || !isMarkAlive(mark, now, desired) && hasWork(task)) {
		planMark(draft, task, inQuestion);
		planEnd$1(draft, task, "its leaving mark has been visible to every run");
		return "leaving";
	}
	const decideAt = earliestDecision(draft, task, mark);
	const readAt = draft.observed.readAt.endpoints ?? 0;
	if (readAt < decideAt || now - readAt > desired.decisionMs / 2) {
		addWait(draft, {
			id: `mark:${endpoint.id}`,
			what: `every run to see that ${endpoint.id} is being left`,
			seen: "marked",
			mover: `time: reads may lag by ${desired.readLagMs / 1e3} s`,
			facets: ["endpoints"],
			notBefore: decideAt,
			brief: true
		});
		planEnd$1(draft, task, "its leaving mark has been visible to every run");
		return "leaving";
	}
	if (!hasWork(task)) {
		planUnmark(draft, task, mark);
		return "kept";
	}
	planEnd$1(draft, task, "");
	return left.length === 0 ? "ending" : "leaving";
}
function hasWork({ left, given, orphaned }) {
	return left.length === 0 || given.length > 0 || orphaned.length > 0;
}
function planMark(draft, { endpoint, departure }, clusterIds) {
	const fresh = leavingMark(draft.memory.nonce, draft.now, {
		by: departure.by,
		clusterIds
	});
	addStep(draft, {
		id: `mark:${endpoint.id}`,
		title: `mark ${endpoint.id} as being left`,
		action: {
			kind: "mark",
			endpointId: endpoint.id,
			groupId: departure.group?.id,
			tags: { [fresh.key]: fresh.value }
		},
		bookkeeping: true,
		facets: ["endpoints"]
	});
}
/**
* When a read must begin at the earliest to decide anything: two read lags after the mark, so that every adopter has seen
* the mark or its claim is seen here; and one after claims were given up, so that of two runs that leave one sees that
* it is the last.
*/
function earliestDecision({ memory, desired }, { endpoint }, mark) {
	const writtenAt = Math.max(mark.at, memory.done.get(`mark:${endpoint.id}`)?.at ?? mark.at);
	const unclaimedAt = memory.done.get(`unclaim:${endpoint.id}`)?.at ?? 0;
	return Math.max(writtenAt + 2 * desired.readLagMs, unclaimedAt + desired.readLagMs);
}
/** First the connections that nobody claims, then the endpoint or, where others claim it, the claims that are given up. */
function planEnd$1(draft, task, after) {
	const { endpoint, departure, given, left, orphaned } = task;
	for (const id of orphaned) departure.disconnect(id, after);
	const then = after !== "" ? after : orphaned.length > 0 ? "its connections are removed" : "";
	if (left.length === 0) addStep(draft, {
		id: `delete-endpoint:${endpoint.id}`,
		title: `delete VPC endpoint ${endpoint.id} (${endpoint.rawState})`,
		action: {
			kind: "delete-endpoint",
			endpointId: endpoint.id
		},
		after: then,
		facets: ["endpoints"]
	});
	else if (given.length > 0) addStep(draft, {
		id: `unclaim:${endpoint.id}`,
		title: `remove ${given.length} claim${given.length > 1 ? "s" : ""} from ${endpoint.id}`,
		action: {
			kind: "unclaim",
			endpointId: endpoint.id,
			tags: Object.fromEntries(given.map((claim) => [claim.key, claim.value])),
			clusterIds: given.map((claim) => claim.clusterId)
		},
		after: then,
		bookkeeping: true,
		facets: ["endpoints"]
	});
}
/** The endpoint stays: the mark goes, and with it those of dead runs, whose work is done. */
function planUnmark(draft, { endpoint, departure, dead }, mark) {
	for (const one of [mark, ...dead]) addStep(draft, {
		id: `unmark:${endpoint.id}:${one.key}`,
		title: `remove ${one === mark ? "the" : "a dead run's"} leaving mark from ${endpoint.id}`,
		action: {
			kind: "unmark",
			endpointId: endpoint.id,
			groupId: departure.group?.id,
			tags: { [one.key]: one.value }
		},
		bookkeeping: true,
		facets: ["endpoints"]
	});
}

// src/reconcile/plan-detach.ts
/**
* Plans the end of connections to an endpoint that the workflow names (attach only): the clusters are disconnected, the
* endpoint itself is never touched. Without claims nobody knows who else uses the pair, so this cuts every user of it.
*/
function planDetach(draft, endpointId) {
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
	const paths = draft.observed.clusters.flatMap((view) => planView(draft, view, endpointId));
	confirmTouched(draft);
	return paths.map((members) => ({
		serviceName: endpoint?.serviceName ?? "",
		service: void 0,
		members: [members],
		endpoint,
		ownership: "attached",
		condemned: [],
		group: void 0,
		subnets: [],
		subnetRule: ""
	}));
}
function planView(draft, view, endpointId) {
	const problem = clusterProblem(view, "");
	if (view.failure !== void 0) {
		block(draft, view.failure.code, {
			cause: view.failure.message,
			fix: view.failure.fix,
			subject: view.ref
		});
		return [];
	}
	if (problem?.code === "cluster-ambiguous") {
		block(draft, problem.code, {
			...problem,
			subject: view.ref
		});
		return [];
	}
	const [cluster] = view.matches;
	if (cluster === void 0) {
		note(draft, "departure", `No cluster ${view.ref} is visible to this API key, so there is nothing to disconnect`, true);
		return [];
	}
	const connection = connectionOf(view, endpointId);
	const member = {
		view,
		cluster,
		connection,
		trust: ""
	};
	const name = cluster.name || cluster.id;
	if (connection === void 0 || connection.status === "DELETED") return [member];
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
	const users = (endpoint !== void 0 && isOurs(endpoint) ? readClaims$1(endpoint.tags) : []).filter((claim) => claim.clusterId === cluster.id).map((claim) => claim.name || "an environment");
	if (users.length > 0) {
		block(draft, "endpoint-claimed", {
			cause: `VPC endpoint ${endpointId} was made by the action, and ${list(users)} uses cluster ${name} through it`,
			fix: "Leave with vpc-id and environment instead of endpoint-id; the last one to leave disconnects it.",
			subject: view.ref
		});
		return [member];
	}
	if (connection.status === "DELETING") {
		addWait(draft, {
			id: `disconnected:${cluster.id}:${endpointId}`,
			what: `the connection of cluster ${name} to ${endpointId} to be gone`,
			seen: connection.status,
			mover: "CockroachDB Cloud is removing it",
			facets: [`connections:${view.ref}`]
		});
		return [member];
	}
	const id = `disconnect:${cluster.id}:${endpointId}`;
	if (connection.status === "REJECTED" && draft.memory.done.has(id)) return [member];
	note(draft, "not-ours", `Disconnecting cluster ${name} from ${endpointId} cuts every user of that pair: without claims nobody knows who they are`, true);
	addStep(draft, disconnectStep(member, endpointId));
	return [member];
}

// src/reconcile/plan-group-end.ts
/** How long EC2 may say that a group without an endpoint is in use, while the network interfaces of the endpoint go. */
const DETACH_PATIENCE_MS = 6e5;
/** Between two tries to delete a group that is still in use. */
const RETRY_MS = 5e3;
/** Plans the end of a group of ours that no endpoint uses any more; one that an endpoint uses is left alone. */
function planGroupEnd(draft, group) {
	const { memory, now, observed } = draft;
	const users = observed.endpoints.filter((one) => one.state !== "deleted" && (one.groupIds.includes(group.id) || one.vpcId === group.vpcId && isGroupOf(group, one.serviceName)));
	const title = `delete the security group ${group.id} ("${group.name}")`;
	if (users.length > 0) {
		const leaving = draft.steps.some(({ action }) => action.kind === "delete-endpoint" && users.some((one) => one.id === action.endpointId));
		if (users.every((one) => isGone$1(one) || leaving)) addStep(draft, {
			id: `delete-group:${group.id}`,
			title,
			action: {
				kind: "delete-group",
				groupId: group.id
			},
			after: "its VPC endpoint is gone",
			facets: ["groups"]
		});
		return;
	}
	const held = memory.heldGroups.get(group.id);
	if (held !== void 0 && held.at - held.since >= DETACH_PATIENCE_MS) {
		block(draft, "group-in-use", {
			cause: `Security group ${group.id}, which the action made, cannot be deleted: ${held.why}`,
			fix: `Find what uses it and take it off: aws ec2 describe-network-interfaces --filters Name=group-id,Values=${group.id} (rules of other groups may name it too), then run again.`,
			late: true,
			subject: group.id
		});
		return;
	}
	if (held !== void 0 && now - held.at < RETRY_MS) {
		addWait(draft, {
			id: `detached:${group.id}`,
			what: `the network interfaces of the VPC endpoint to let go of ${group.id}`,
			seen: "still in use",
			mover: "AWS detaches the interfaces of a deleted endpoint after a while",
			facets: ["groups"],
			notBefore: held.at + RETRY_MS
		});
		return;
	}
	addStep(draft, {
		id: `delete-group:${group.id}`,
		title,
		action: {
			kind: "delete-group",
			groupId: group.id
		},
		facets: ["groups"]
	});
}

// src/reconcile/plan-departure.ts
/**
* The planner of leaving: what is left to do until what `Desired.leave` names is given up, and what nobody else uses is
* taken down. Pure, like `makePlan`, and empty when nothing is left to do.
*/
function makeDeparturePlan(given) {
	const draft = startDraft(given);
	planAccount(draft);
	if (draft.desired.endpointId !== void 0) return finish(draft, planDetach(draft, draft.desired.endpointId));
	const scope = endpointsInScope(draft);
	const paths = scope.map((endpoint) => planEndpoint(draft, endpoint));
	for (const endpoint of draft.observed.endpoints) {
		if (scope.includes(endpoint) || isGone$1(endpoint) || !draft.memory.givenUp.has(endpoint.id)) continue;
		tellKept(draft, endpoint, readClaims$1(endpoint.tags));
	}
	planGroups(draft, paths);
	planLeftConnections(draft);
	if (draft.desired.leave?.kind === "environment") tellForeign(draft);
	confirm(draft);
	return finish(draft, paths);
}
/** The endpoints that this run takes part in: with a claim to give up, under its own mark, or left by a run that died. */
function endpointsInScope(draft) {
	const { leave } = draft.desired;
	const isGiven = givenUp(draft.desired, draft.observed.clusters);
	return draft.observed.endpoints.filter((endpoint) => {
		if (!isOurs(endpoint) || endpoint.requesterManaged || endpoint.state === "deleted") return false;
		if (ownMark(draft, endpoint) !== void 0) return true;
		if (leave?.kind === "endpoint" && endpoint.id !== leave.endpointId) return false;
		const claims = readClaims$1(endpoint.tags);
		if (claims.length > 0) return claims.some((claim) => isGiven(claim, draft.now));
		return leave?.kind === "endpoint" || readMarks(endpoint.tags).length > 0 || askedServices(draft).includes(endpoint.serviceName);
	});
}
/** Names of the services of the clusters that the workflow names. */
function askedServices({ desired, observed }) {
	return observed.clusters.filter((view) => desired.clusters.includes(view.ref)).flatMap((view) => view.services.map((one) => one.name)).filter((name) => name !== "");
}
function planEndpoint(draft, endpoint) {
	const { observed, desired } = draft;
	const isGiven = givenUp(draft.desired, draft.observed.clusters);
	const group = ownedGroup(observed.groups, endpoint.vpcId, endpoint.serviceName);
	const members = membersOf(draft, endpoint, isGiven);
	const path = {
		serviceName: endpoint.serviceName,
		service: void 0,
		members,
		endpoint,
		ownership: "ours",
		condemned: [],
		group,
		subnets: observed.subnets.filter((subnet) => endpoint.subnetIds.includes(subnet.id)),
		subnetRule: "the subnets that the endpoint is in"
	};
	if (isGone$1(endpoint)) {
		addWait(draft, {
			id: `gone:${endpoint.id}`,
			what: `VPC endpoint ${endpoint.id} to be gone`,
			seen: endpoint.rawState,
			mover: "AWS is deleting it",
			facets: ["endpoints"]
		});
		return path;
	}
	const standing = planLeaving(draft, endpoint, {
		gives: isGiven,
		by: desired.leave?.kind === "environment" ? ownerDigest(desired.owner) : "",
		group,
		connected: members.filter((member) => isConnected(draft, member, endpoint.id)).map((member) => member.cluster.id),
		disconnect(clusterId, after) {
			const member = members.find((one) => one.cluster.id === clusterId);
			if (member !== void 0) addStep(draft, {
				...disconnectStep(member, endpoint.id),
				after
			});
		}
	});
	const { left } = divideClaims(endpoint, isGiven, ownMark(draft, endpoint)?.at ?? draft.now);
	if (left.length > 0) tellKept(draft, endpoint, left);
	if (standing !== "kept") blockUnreachable(draft, members);
	return path;
}
/** The clusters that a departure from an endpoint is about: those given up, and any other that is known to be connected. */
function membersOf(draft, endpoint, isGiven) {
	const claims = readClaims$1(endpoint.tags).filter((claim) => isGiven(claim, draft.now));
	const members = /* @__PURE__ */ new Map();
	for (const view of draft.observed.clusters) {
		const [cluster] = view.matches;
		const claim = claims.find((one) => one.clusterId === (cluster?.id ?? view.ref));
		const connection = connectionOf(view, endpoint.id);
		if (connection === void 0 && claim === void 0) continue;
		const known = cluster ?? unreadCluster(view.ref, claim?.clusterName ?? "", view.failure === void 0);
		members.set(known.id, {
			view,
			cluster: known,
			connection,
			trust: ""
		});
	}
	return [...members.values()];
}
/** A cluster that is gone, or that the key does not show. */
function unreadCluster(id, name, gone) {
	return {
		id,
		name,
		plan: "",
		cloudProvider: "",
		state: gone ? "DELETED" : "",
		serverless: false,
		routingId: "",
		regions: []
	};
}
/** Nothing is left to take away of a connection in one of these states. */
const NOT_CONNECTED$1 = /* @__PURE__ */ new Set(["DELETED", "DELETING"]);
function isConnected(draft, { view, cluster, connection }, endpointId) {
	if (connection === void 0 || NOT_CONNECTED$1.has(connection.status)) return false;
	if (view.failure !== void 0) return false;
	return connection.status !== "REJECTED" || !draft.memory.done.has(`disconnect:${cluster.id}:${endpointId}`);
}
/** Clusters that could not be read do not stop the AWS side; what may be left of them at the Cloud is told at the end. */
function blockUnreachable(draft, members) {
	for (const { view, cluster } of members) {
		if (view.failure === void 0 || draft.blockers.some((one) => one.subject === view.ref)) continue;
		block(draft, view.failure.code, {
			cause: `The AWS side is taken down, but the connection of cluster ${cluster.name || cluster.id} could not be removed: ${view.failure.message}`,
			fix: `${view.failure.fix} Then run again, or remove the connection in the Cloud Console.`,
			late: true,
			subject: view.ref
		});
	}
}
function tellKept(draft, endpoint, left) {
	const names = [...new Set(left.map((claim) => claim.name || "another environment"))];
	const again = left.filter((claim) => isOwnClaim(claim, draft.desired.owner) && ownClaims(draft.desired, draft.observed.clusters)(claim));
	if (draft.desired.leave?.kind === "environment" && again.length > 0) note(draft, "departure", `Another run has claimed ${endpoint.id} for this environment since this one began; its claim stays`, true);
	draft.leftOvers.push({
		what: `VPC endpoint ${endpoint.id}`,
		why: `still used by ${list(names)}`,
		monthly: monthlyCost(endpoint.subnetIds.length)
	});
}
/** Groups of endpoints that are gone. */
function planGroups(draft, paths) {
	const isMine = ownClaims(draft.desired, draft.observed.clusters);
	const { leave } = draft.desired;
	for (const group of draft.observed.groups) {
		if (!isOurs(group)) continue;
		if (leave?.kind === "group" ? group.id === leave.groupId : inScope(group)) planGroupEnd(draft, group);
	}
	function inScope(group) {
		return paths.some((path) => path.group?.id === group.id) || readMarks(group.tags).length > 0 || leave?.kind === "environment" && (readClaims$1(group.tags).some(isMine) || askedServices(draft).some((name) => isGroupOf(group, name)));
	}
}
/** Connections whose endpoint is gone: being removed, or left by an endpoint that was deleted first. */
function planLeftConnections(draft) {
	for (const view of draft.observed.clusters) {
		const [cluster] = view.matches;
		if (cluster === void 0 || view.matches.length > 1) continue;
		for (const connection of view.connections) planLeftConnection(draft, {
			view,
			cluster,
			connection
		});
	}
}
function planLeftConnection(draft, { view, cluster, connection }) {
	const { desired, observed, memory } = draft;
	const endpoint = observed.endpoints.find((one) => one.id === connection.endpointId);
	const alive = endpoint !== void 0 && !isGone$1(endpoint);
	const asked = memory.done.has(`disconnect:${cluster.id}:${connection.endpointId}`);
	const mine = desired.leave?.kind === "environment" && connection.ownerAccount !== "" && connection.ownerAccount === observed.account;
	if (connection.status === "STALE" && !alive && (mine || asked)) addStep(draft, disconnectStep({
		view,
		cluster,
		connection,
		trust: ""
	}, connection.endpointId));
	else if (asked && connection.status === "DELETING") addWait(draft, {
		id: `disconnected:${cluster.id}:${connection.endpointId}`,
		what: `the connection of cluster ${cluster.name || cluster.id} to ${connection.endpointId} to be gone`,
		seen: connection.status,
		mover: "CockroachDB Cloud is removing it",
		facets: [`connections:${view.ref}`]
	});
}
/** Endpoints that serve a named cluster and are not the action's: they stay, and so do their connections. */
function tellForeign(draft) {
	for (const endpoint of draft.observed.endpoints) {
		if (isOurs(endpoint) && !endpoint.requesterManaged || isGone$1(endpoint) || !askedServices(draft).includes(endpoint.serviceName)) continue;
		note(draft, "not-ours", `VPC endpoint ${endpoint.id} serves ${list(draft.desired.clusters)} but was not made by the action (not-ours): it is left as it is, with its connections; give endpoint-id and cluster to disconnect it`);
		draft.leftOvers.push({
			what: `VPC endpoint ${endpoint.id}`,
			why: "not made by the action",
			monthly: monthlyCost(endpoint.subnetIds.length)
		});
	}
}
/** Ends on reads that show everything that was done, and what a run that was killed a moment before this one had made. */
function confirm(draft) {
	const { memory, observed, desired } = draft;
	const facets = ["endpoints", "groups"];
	const notBefore = desired.leave?.kind === "environment" ? memory.startedAt + desired.readLagMs : 0;
	const early = facets.filter((facet) => (observed.readAt[facet] ?? 0) < notBefore);
	if (!(draft.waits.length === 0 && !draft.steps.some((step) => step.ready)) || early.length === 0 || memory.done.size > 0) {
		confirmTouched(draft, {
			facets,
			notBefore
		});
		return;
	}
	addWait(draft, {
		id: "lag",
		what: "a read that shows what a run that was killed a moment ago may have made",
		seen: "nothing of this environment so far",
		mover: `time: reads may lag by ${desired.readLagMs / 1e3} s`,
		facets: early,
		notBefore,
		brief: true
	});
}

// src/reconcile/adopting.ts
/** The claims of this run on clusters, as tags. */
function claimTags({ desired, memory }, clusters, at = memory.startedAt) {
	return Object.fromEntries(clusters.map((cluster) => [claimKey(desired.owner, cluster.id), claimValue(desired.owner, cluster, {
		at,
		nonce: memory.nonce
	})]));
}
/**
* Plans the claims of this run on an endpoint of ours, and respects the leaving marks of others on it: the adopter's part
* of the protocol that leaving.ts has the other part of.
* @returns false while a living mark says that the endpoint may be about to go: then only the claim is written
*/
function planClaims(draft, endpoint, clusters) {
	const { desired, memory, now } = draft;
	const all = readMarks(endpoint.tags);
	const marks = all.filter((mark) => mark.nonce !== memory.nonce);
	const alive = marks.filter((mark) => isMarkAlive(mark, now, desired));
	if (!planOwnClaims(draft, endpoint, {
		clusters,
		marks
	})) return true;
	planDeadMarks(draft, endpoint, all.filter((mark) => !alive.includes(mark)));
	const holding = alive.filter((mark) => holdsBack(draft, endpoint, {
		mark,
		clusters
	}));
	if (holding.length === 0) return true;
	addWait(draft, {
		id: `leaving:${endpoint.id}`,
		what: `a run that may be taking down ${endpoint.id} to be done`,
		seen: `${holding.length} leaving mark${holding.length > 1 ? "s" : ""}`,
		mover: "another run of the action is leaving; its mark dies by itself",
		facets: ["endpoints"]
	});
	return false;
}
/** Writes the claims that are missing, old, or older than a mark that may give them up. False: there is no room for them. */
function planOwnClaims(draft, endpoint, { clusters, marks }) {
	const { desired, memory, now } = draft;
	const threats = marks.filter((mark) => mark.by === "" || mark.by === ownerDigest(desired.owner)).map((one) => one.at);
	const threatened = Math.max(0, ...threats);
	const written = new Map(readClaims$1(endpoint.tags).map((claim) => [claim.key, claim.lastUsed]));
	const wanted = clusters.filter(({ id }) => {
		const key = claimKey(desired.owner, id);
		return needsClaim(endpoint.tags, key, now) || (written.get(key) ?? 0) <= threatened;
	});
	if (wanted.length === 0) return true;
	const tags = claimTags(draft, wanted, threatened > 0 ? Math.max(now, threatened + 1) : memory.startedAt);
	const fresh = Object.keys(tags).filter((key) => endpoint.tags[key] === void 0).length;
	if (fresh > 0 && !hasRoomFor(endpoint.tags, fresh)) {
		block(draft, "tag-limit", {
			cause: `VPC endpoint ${endpoint.id} has ${Object.keys(endpoint.tags).length} tags and no room for ${fresh} more claims`,
			fix: "Use endpoint-id (attach only, no claims) for further environments, or remove the claim tags of those that are gone."
		});
		return false;
	}
	addStep(draft, {
		id: `claim:${endpoint.id}:${threatened === 0 ? "" : `${threatened}:`}${Object.keys(tags).join(",")}`,
		title: `note on ${endpoint.id} that environment ${desired.owner.environment} uses it`,
		action: {
			kind: "claim",
			endpointId: endpoint.id,
			tags
		},
		bookkeeping: true,
		facets: ["endpoints"]
	});
	return true;
}
/**
* Removes marks of runs that died, and one that this run wrote before the endpoint turned out to stay. Those that tell
* which clusters nobody claims are kept: a later departure needs them.
*/
function planDeadMarks(draft, endpoint, dead) {
	const claimed = new Set(readClaims$1(endpoint.tags).map((claim) => claim.clusterId));
	for (const mark of dead.filter((one) => one.clusterIds.every((id) => claimed.has(id)))) addStep(draft, {
		id: `unmark:${endpoint.id}:${mark.key}`,
		title: `remove the leaving mark that ${mark.nonce === draft.memory.nonce ? "this" : "a dead"} run left on ${endpoint.id}`,
		action: {
			kind: "unmark",
			endpointId: endpoint.id,
			groupId: void 0,
			tags: { [mark.key]: mark.value }
		},
		bookkeeping: true,
		facets: ["endpoints"]
	});
}
/**
* Whether a living mark keeps this run from using the endpoint. The run behind it decides on a read that shows every claim
* that stood when the mark was written, so a mark that is younger than this run's claims can only harm them where it may
* give up claims of this very owner.
*/
function holdsBack({ desired, memory }, endpoint, { mark, clusters }) {
	if (mark.by === "" || mark.by === ownerDigest(desired.owner)) return true;
	return clusters.some(({ id }) => {
		const since = memory.claimSeen.get(seenKey(endpoint.id, claimKey(desired.owner, id)));
		return since === void 0 || since > mark.at;
	});
}

// src/reconcile/plan-condemned.ts
/**
* Plans the end of endpoints of ours that are not to live: mark, wait two read lags, look, move every claim to the
* endpoint that takes over, delete. Destruction under the same mark as leaving (DESIGN: claims).
* @param heir the endpoint that takes over; nothing is deleted before it is there
*/
function planCondemned(draft, condemned, given) {
	for (const endpoint of condemned) planEnd(draft, endpoint, given);
}
/** Nothing is left to take away of a connection in one of these states. */
const NOT_CONNECTED = /* @__PURE__ */ new Set([
	"REJECTED",
	"DELETED",
	"DELETING",
	"STALE"
]);
function planEnd(draft, endpoint, { heir, members }) {
	const { desired, memory, now, observed } = draft;
	const marks = readMarks(endpoint.tags);
	const mark = marks.find((one) => one.nonce === memory.nonce);
	const others = marks.filter((one) => one !== mark && isMarkAlive(one, now, desired));
	const title = `delete VPC endpoint ${endpoint.id} (${endpoint.rawState})`;
	const connected = members.filter((member) => {
		const connection = connectionOf(member.view, endpoint.id);
		return connection !== void 0 && !NOT_CONNECTED.has(connection.status);
	});
	const remove = (after) => {
		if (after !== "") for (const member of connected) addStep(draft, {
			...disconnectStep(member, endpoint.id),
			after
		});
		end(after);
	};
	const end = (after) => addStep(draft, {
		id: `delete-endpoint:${endpoint.id}`,
		title,
		action: {
			kind: "delete-endpoint",
			endpointId: endpoint.id
		},
		after,
		facets: ["endpoints"]
	});
	if (mark === void 0 && others.length > 0) {
		addWait(draft, {
			id: `leaving:${endpoint.id}`,
			what: `another run that is taking down ${endpoint.id} to be done`,
			seen: endpoint.rawState,
			mover: "another run of the action; its mark dies by itself",
			facets: ["endpoints"]
		});
		return;
	}
	if (mark === void 0 || !isMarkAlive(mark, now, desired)) {
		const fresh = leavingMark(memory.nonce, now, {
			by: "",
			clusterIds: []
		});
		addStep(draft, {
			id: `mark:${endpoint.id}`,
			title: `mark ${endpoint.id} as leaving`,
			action: {
				kind: "mark",
				endpointId: endpoint.id,
				groupId: void 0,
				tags: { [fresh.key]: fresh.value }
			},
			bookkeeping: true,
			facets: ["endpoints"]
		});
		remove("its leaving mark has been visible to every run");
		return;
	}
	const writtenAt = memory.done.get(`mark:${endpoint.id}`)?.at ?? mark.at;
	const decideAt = Math.max(mark.at, writtenAt) + 2 * desired.readLagMs;
	const readAt = observed.readAt.endpoints ?? 0;
	if (readAt < decideAt || now - readAt > desired.decisionMs / 2) {
		addWait(draft, {
			id: `mark:${endpoint.id}`,
			what: `every run to see that ${endpoint.id} is leaving`,
			seen: "marked",
			mover: `time: reads may lag by ${desired.readLagMs / 1e3} s`,
			facets: ["endpoints"],
			notBefore: decideAt,
			brief: true
		});
		remove("its leaving mark has been visible to every run");
		return;
	}
	if (heir === void 0 || endpoint.state === "available" && heir.state !== "available") {
		remove("its replacement is there");
		return;
	}
	if (!claimsMoved(draft, endpoint, {
		heir,
		members
	})) {
		remove("its claims are moved");
		return;
	}
	for (const member of connected) addStep(draft, disconnectStep(member, endpoint.id));
	end(connected.length > 0 ? "its connections are removed" : "");
}
/** True when every claim on the endpoint stands on its heir too; else the claims are moved, this run's own by its own step. */
function claimsMoved(draft, endpoint, { heir, members }) {
	const unmoved = readClaims$1(endpoint.tags).filter((claim) => heir.tags[claim.key] === void 0);
	if (unmoved.length === 0) return true;
	const own = new Set(members.map((member) => claimKey(draft.desired.owner, member.cluster.id)));
	const others = unmoved.filter((claim) => !own.has(claim.key));
	if (!hasRoomFor(heir.tags, unmoved.length)) block(draft, "tag-limit", {
		cause: `The ${unmoved.length} claims of ${endpoint.id} do not fit on ${heir.id}, which takes its place`,
		fix: "Remove the claim tags of environments that are gone, or use endpoint-id (attach only, no claims) for some.",
		late: true
	});
	else if (others.length > 0) addStep(draft, {
		id: `move:${heir.id}:${others.map((claim) => claim.key).join(",")}`,
		title: `move ${others.length} claim${others.length > 1 ? "s" : ""} from ${endpoint.id} to ${heir.id}`,
		action: {
			kind: "claim",
			endpointId: heir.id,
			tags: Object.fromEntries(others.map((claim) => [claim.key, claim.value]))
		},
		bookkeeping: true,
		facets: ["endpoints"]
	});
	return false;
}

// src/reconcile/plan-connections.ts
/** How long a connection may stay rejected after this run asked for it, before that is taken as an answer. */
const REJECTED_PATIENCE_MS = 12e4;
const connectId = (cluster, endpointId) => `connect:${cluster.id}:${endpointId}`;
/** IDs of endpoints whose connection stayed rejected in this run although the run asked for it. */
function givenUpEndpoints(draft) {
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
	const done = draft.memory.done.get(connectId(cluster, endpointId));
	return done === void 0 ? -1 : draft.now - done.at;
}
/** Plans the Cloud's side of one cluster: connect, take away left-overs, wait, or name what is in the way. */
function planConnection(draft, member, endpoint, label) {
	const { cluster, view, connection } = member;
	const facet = `connections:${view.ref}`;
	const name = cluster.name || cluster.id;
	const asked = askedFor(draft, cluster, endpoint.id);
	const connect = (patienceMs = 0) => addStep(draft, {
		id: connectId(cluster, endpoint.id),
		title: `connect cluster ${name} to ${label}`,
		action: {
			kind: "connect",
			clusterRef: view.ref,
			clusterId: cluster.id,
			endpointId: endpoint.id
		},
		after: member.trust,
		facets: [facet, "endpoints"],
		patienceMs
	});
	const connectLater = () => addStep(draft, {
		id: `${connectId(cluster, endpoint.id)}:again`,
		title: `connect cluster ${name} to ${label}`,
		action: {
			kind: "connect",
			clusterRef: view.ref,
			clusterId: cluster.id,
			endpointId: endpoint.id
		},
		after: "the connection of before is gone",
		facets: [facet, "endpoints"]
	});
	const wait = (mover) => addWait(draft, {
		id: `connection:${cluster.id}:${endpoint.id}`,
		what: `the connection of cluster ${name} to ${endpoint.id} to become available`,
		seen: connection?.status ?? "not listed",
		mover,
		facets: [facet, "endpoints"]
	});
	const status = connection?.status ?? "ABSENT";
	if (status === "AVAILABLE" && endpoint.state !== "rejected") return;
	if (status === "ABSENT" || status === "DELETED" || status === "PENDING_ACCEPTANCE" && asked < 0) connect();
	else if (status === "REJECTED" || endpoint.state === "rejected") {
		if (asked < 0) connect(REJECTED_PATIENCE_MS);
		else if (asked < REJECTED_PATIENCE_MS) wait("CockroachDB Cloud still shows the rejection of before");
		else blockRejected(draft, {
			name,
			endpoint
		});
	} else if (status === "STALE" || status === "FAILED" || status === "EXPIRED") {
		if (asked >= 0 && status !== "STALE") {
			block(draft, "connection-failed", {
				cause: `CockroachDB Cloud shows the connection of cluster ${name} to ${endpoint.id} as ${connection?.rawStatus}`,
				fix: "Run again to have it removed and made anew; if it fails again, ask Cockroach Labs support with the endpoint ID."
			});
			return;
		}
		addStep(draft, disconnectStep(member, endpoint.id));
		connectLater();
	} else if (status === "DELETING") {
		wait("CockroachDB Cloud is still removing the connection of before");
		connectLater();
	} else wait("CockroachDB Cloud has to accept the connection; this usually takes about a minute");
}
function blockRejected(draft, rejected) {
	block(draft, "connection-rejected", {
		cause: `CockroachDB Cloud keeps rejecting the connection of cluster ${rejected.name} to ${rejected.endpoint.id}`,
		fix: `Check that AWS account ${draft.observed.account || "of this run"} is a trusted owner of the cluster, if it has any, and that the endpoint is in the right account; else ask support.`
	});
}
/**
* Takes away connections that CockroachDB Cloud calls stale: their endpoint was deleted outside of it, and they stay
* listed until someone removes them. Only those of this account, and none whose endpoint is still there.
*/
function planStaleConnections(draft, member) {
	const { desired, observed } = draft;
	for (const connection of member.view.connections) {
		const live = observed.endpoints.some((one) => one.id === connection.endpointId && !isGone$1(one));
		const mine = connection.ownerAccount !== "" && connection.ownerAccount === observed.account;
		const here = connection.region === "" || sameRegion(connection.region, desired.region);
		if (connection.status === "STALE" && mine && here && !live) addStep(draft, disconnectStep(member, connection.endpointId));
	}
}
/** Waits for the endpoint's own state; returns true when EC2 calls it available. */
function planEndpointState(draft, endpoint) {
	if (endpoint.state === "available") return true;
	if (endpoint.state === "rejected") return false;
	addWait(draft, {
		id: `endpoint:${endpoint.id}`,
		what: `VPC endpoint ${endpoint.id} to become available`,
		seen: endpoint.rawState || "without a state",
		mover: endpoint.state === "pendingacceptance" ? "CockroachDB Cloud has to accept the connection" : "AWS is making the change",
		facets: ["endpoints"]
	});
	return false;
}
/** Plans private DNS: on once both sides are available, off where it was asked off and nobody else wants it. */
function planPrivateDns(draft, endpoint, state) {
	const wanted = draft.desired.privateDns;
	if (endpoint.privateDns === wanted) return;
	if (!wanted) {
		planDnsOff(draft, endpoint, state);
		return;
	}
	if (state.ownership !== "ours") {
		block(draft, "not-ours", {
			cause: `Private DNS of VPC endpoint ${endpoint.id} is off, and the endpoint is not the action's to change`,
			fix: `Its owner must run: aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${endpoint.id} --private-dns-enabled (or set private-dns: false here).`,
			late: true
		});
		return;
	}
	const holder = draft.observed.endpoints.find((one) => one.id !== endpoint.id && one.serviceName === endpoint.serviceName && one.privateDns && one.vpcId === endpoint.vpcId && one.state !== "deleted");
	if (holder !== void 0 && isGone$1(holder)) addWait(draft, {
		id: `gone:${holder.id}`,
		what: `VPC endpoint ${holder.id}, which still holds the private DNS name, to be gone`,
		seen: holder.rawState,
		mover: "AWS is deleting it",
		facets: ["endpoints"]
	});
	else if (holder !== void 0 && !state.condemned.includes(holder)) {
		block(draft, "dns-conflict", {
			cause: `VPC endpoint ${holder.id} for the same service already has private DNS in VPC ${endpoint.vpcId}; only one can`,
			fix: `Delete ${holder.id} or turn its private DNS off, or set private-dns: false.`
		});
		return;
	}
	addStep(draft, {
		id: `dns-on:${endpoint.id}`,
		title: `turn on private DNS of ${endpoint.id}`,
		action: {
			kind: "set-private-dns",
			endpointId: endpoint.id,
			enabled: true
		},
		after: holder !== void 0 ? `${holder.id}, which holds the name, is gone` : state.settled ? "" : "both sides are available",
		facets: ["endpoints"]
	});
}
function planDnsOff(draft, endpoint, state) {
	if (state.ownership !== "ours") note(draft, "not-ours", `Private DNS of ${endpoint.id} is on; the endpoint is not the action's to change, so it stays on`);
	else if (state.sharedWith.length > 0) note(draft, "shared-setting", `Private DNS of ${endpoint.id} stays on while ${list(state.sharedWith)} uses the endpoint too`);
	else addStep(draft, {
		id: `dns-off:${endpoint.id}`,
		title: `turn off private DNS of ${endpoint.id}`,
		action: {
			kind: "set-private-dns",
			endpointId: endpoint.id,
			enabled: false
		},
		after: state.settled ? "" : "both sides are available",
		facets: ["endpoints"]
	});
}

// src/reconcile/plan-endpoint.ts
const DEAD = /* @__PURE__ */ new Set(["failed", "expired"]);
/** Endpoints that one run makes for a service before it says that they do not last. */
const MOST_CREATIONS = 3;
/**
* Picks the endpoint of a service in the VPC: ours before others', the oldest of ours (then the smallest ID) before the rest.
* Never the first hit: several that are not ours are an error that lists them.
* @param givenUp IDs of endpoints of ours that stayed rejected in this run
*/
function chooseEndpoint(endpoints, serviceName, givenUp) {
	const live = endpoints.filter((one) => one.serviceName === serviceName && !isGone$1(one));
	const ours = live.filter((one) => isOurs(one) && !one.requesterManaged).toSorted(olderFirst);
	const usable = ours.filter((one) => !DEAD.has(one.state) && !givenUp.has(one.id));
	const winner = usable.find((one) => one.state !== "rejected") ?? usable[0];
	if (ours.length > 0) return {
		kind: winner === void 0 ? "none" : "ours",
		endpoint: winner,
		condemned: ours.filter((one) => one !== winner)
	};
	const healthy = live.filter((one) => !DEAD.has(one.state) && one.state !== "rejected");
	const others = healthy.length > 0 ? healthy : live;
	if (others.length > 1) return {
		kind: "ambiguous",
		endpoint: void 0,
		condemned: []
	};
	return {
		kind: others.length === 1 ? "not-ours" : "none",
		endpoint: others[0],
		condemned: []
	};
}
function olderFirst(one, other) {
	return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}
/** Names of the other environments whose claims keep an endpoint as it is. */
function sharers(draft, endpoint) {
	if (endpoint === void 0) return [];
	return [...new Set(otherClaims(endpoint.tags, draft.desired.owner).map((claim) => claim.name || "another environment"))];
}
/**
* Plans the creation of a path's endpoint.
* The creation token is made of what every run sees alike (the owned group, the service, what is replaced), so that EC2
* itself merges two runs that create at once. With explicit groups there is no such common thing: the token is the run's own.
* @param zoneIds undefined while the service is not there
*/
function planCreation(draft, path, given) {
	const { desired, memory } = draft;
	const { service, serviceName } = path;
	const subnets = service === void 0 ? void 0 : chooseSubnets(draft, {
		serviceName,
		zoneIds: service.zoneIds,
		endpoint: void 0
	});
	const made = memory.createdEndpoints.filter((one) => one.endpoint.serviceName === serviceName);
	if (made.length >= MOST_CREATIONS) {
		block(draft, "endpoint-failed", {
			cause: `EC2 took ${made.length} creations of an endpoint for ${serviceName} and none of them lasted: ${list(made.map((one) => one.endpoint.id))}`,
			fix: "Look for a policy or a person that deletes VPC endpoints in this account (CloudTrail, DeleteVpcEndpoints)."
		});
		return { subnets };
	}
	const taken = memory.tokenTaken.get(serviceName);
	if (taken !== void 0 && draft.now - taken.at < 2 * desired.readLagMs) {
		addWait(draft, {
			id: `creation:${serviceName}`,
			what: "the VPC endpoint that another run is creating",
			seen: "not visible yet",
			mover: "another run of the action created it a moment ago, or its creation token is still remembered by EC2",
			facets: ["endpoints"]
		});
		return { subnets };
	}
	const salt = taken === void 0 ? 0 : taken.salt + 1;
	const replacing = given.condemned.map((one) => one.id).toSorted();
	const group = given.groups.owned?.id;
	const after = given.after !== "" ? given.after : given.groups.groupIds === void 0 ? "the security group is there" : "";
	const tags = creationTags(draft, path.claims, {
		serviceName,
		condemned: given.condemned
	});
	if (!hasRoomFor(tags, 0)) block(draft, "tag-limit", {
		cause: `The endpoint would need ${Object.keys(tags).length} tags for its claims, more than EC2 has room for`,
		fix: "Use endpoint-id (attach only, no claims) for some of the clusters, or fewer tags."
	});
	const zones = subnets === void 0 ? "" : ` in ${list(subnets.subnets.map((one) => `${one.id} (${one.zoneId})`))}`;
	addStep(draft, {
		id: `create-endpoint:${serviceName || path.label}:${salt}:${made.length}`,
		title: `create the VPC endpoint for ${path.label}${zones}${replacing.length > 0 ? `, replacing ${list(replacing)}` : ""}`,
		action: {
			kind: "create-endpoint",
			serviceName,
			vpcId: desired.vpcId ?? "",
			subnetIds: subnets?.subnets.map((one) => one.id) ?? [],
			groupIds: given.groups.groupIds ?? [],
			tokenParts: [
				group ?? memory.nonce,
				serviceName,
				...replacing,
				...made.map((one) => one.endpoint.id)
			],
			salt,
			replacing,
			tags
		},
		after,
		facets: ["endpoints"]
	});
	return { subnets };
}
/** Tags of a new endpoint: whose it is, every living claim of what it replaces, and the claims of this run. */
function creationTags(draft, claims, made) {
	const { desired, memory } = draft;
	const inherited = made.condemned.flatMap((one) => readClaims$1(one.tags)).map((claim) => [claim.key, claim.value]);
	return {
		Name: tagText(`cockroachdb-privatelink ${made.serviceName.split(".").at(-1) ?? ""}`).trim(),
		...desired.tags,
		[MANAGED_BY]: MANAGED_BY_VALUE,
		[CREATED_AT]: new Date(memory.startedAt).toISOString(),
		[SERVICE]: tagText(made.serviceName),
		...withoutZones(draft, made.serviceName, void 0),
		...Object.fromEntries(inherited),
		...claims
	};
}
/** The tag that keeps what EC2 refused, {} where it refused nothing. */
function withoutZones(draft, serviceName, endpoint) {
	const zones = [...refusedZones(draft, serviceName, endpoint)].toSorted().join(" ");
	return zones === "" ? {} : { [WITHOUT_ZONES]: tagText(zones) };
}

// src/reconcile/plan-repairs.ts
/** Plans what brings subnets and groups of our endpoint back to what is asked for. True when something is to be changed. */
function planRepairs(draft, endpoint, given) {
	const { desired } = draft;
	const choice = chooseSubnets(draft, {
		...given,
		endpoint
	});
	const zones = withoutZones(draft, given.serviceName, endpoint);
	if (zones["cockroachdb-privatelink/without-zones"] !== void 0 && zones["cockroachdb-privatelink/without-zones"] !== endpoint.tags["cockroachdb-privatelink/without-zones"]) addStep(draft, {
		id: `zones:${endpoint.id}:${zones[WITHOUT_ZONES]}`,
		title: `note on ${endpoint.id} that EC2 refuses ${zones[WITHOUT_ZONES]}`,
		action: {
			kind: "claim",
			endpointId: endpoint.id,
			tags: zones
		},
		bookkeeping: true,
		facets: ["endpoints"]
	});
	const wanted = choice?.subnets.map((one) => one.id) ?? endpoint.subnetIds;
	const wantedGroups = given.groups.groupIds ?? [];
	const addSubnetIds = wanted.filter((id) => !endpoint.subnetIds.includes(id));
	const surplusSubnets = choice !== void 0 && desired.subnetIds.length > 0 ? endpoint.subnetIds.filter((id) => !wanted.includes(id)) : [];
	const addGroupIds = wantedGroups.filter((id) => !endpoint.groupIds.includes(id));
	const surplusGroups = given.groups.groupIds === void 0 ? [] : endpoint.groupIds.filter((id) => !wantedGroups.includes(id));
	const shared = given.sharedWith.length > 0;
	if (shared && surplusSubnets.length + surplusGroups.length > 0) note(draft, "shared-setting", `${endpoint.id} has ${list([...surplusSubnets, ...surplusGroups])}, which is not asked for here; it stays while ${list(given.sharedWith)} uses the endpoint too`);
	const removeSubnetIds = shared ? [] : surplusSubnets;
	const removeGroupIds = shared ? [] : surplusGroups;
	if (addSubnetIds.length + removeSubnetIds.length + addGroupIds.length + removeGroupIds.length === 0) return false;
	const swap = inSequence(draft, {
		addSubnetIds,
		removeSubnetIds,
		keep: endpoint.subnetIds.filter((id) => wanted.includes(id))
	});
	if (swap === void 0) {
		block(draft, "subnet-invalid", {
			cause: `VPC endpoint ${endpoint.id} is only in ${list(endpoint.subnetIds)}, in the same availability zone as the asked-for ${list(addSubnetIds)}, and EC2 allows one subnet a zone`,
			fix: "Add a subnet in a second availability zone to subnet-ids, or delete the endpoint and create it anew."
		});
		return false;
	}
	const changes = [
		swap.add.length > 0 ? `add ${list(swap.add)}` : "",
		swap.remove.length > 0 ? `remove ${list(swap.remove)}` : "",
		addGroupIds.length > 0 ? `attach ${list(addGroupIds)}` : "",
		removeGroupIds.length > 0 ? `detach ${list(removeGroupIds)}` : ""
	].filter((one) => one !== "");
	addStep(draft, {
		id: `modify:${endpoint.id}:${changes.join(";")}`,
		title: `mend VPC endpoint ${endpoint.id}: ${changes.join(", ")}`,
		action: {
			kind: "modify-endpoint",
			endpointId: endpoint.id,
			addSubnetIds: swap.add,
			removeSubnetIds: swap.remove,
			addGroupIds,
			removeGroupIds
		},
		after: endpoint.state === "available" ? "" : "the endpoint is available",
		facets: ["endpoints"]
	});
	const addLater = addSubnetIds.filter((id) => !swap.add.includes(id));
	const removeLater = removeSubnetIds.filter((id) => !swap.remove.includes(id));
	if (addLater.length + removeLater.length > 0) addStep(draft, {
		id: `modify:${endpoint.id}:later`,
		title: `mend VPC endpoint ${endpoint.id}: ${[addLater.length > 0 ? `add ${list(addLater)}` : "", removeLater.length > 0 ? `remove ${list(removeLater)}` : ""].filter((one) => one !== "").join(", ")}`,
		action: {
			kind: "modify-endpoint",
			endpointId: endpoint.id,
			addSubnetIds,
			removeSubnetIds,
			addGroupIds: [],
			removeGroupIds: []
		},
		after: "the first change is made; EC2 allows one subnet a zone",
		facets: ["endpoints"]
	});
	return true;
}
/** EC2 refuses a second subnet in a zone, so a swap within a zone removes first and adds in the next round. Undefined: impossible. */
function inSequence(draft, change) {
	const zone = (id) => draft.observed.subnets.find((one) => one.id === id)?.zoneId ?? id;
	const leaving = new Set(change.removeSubnetIds.map(zone));
	const blocked = change.addSubnetIds.filter((id) => leaving.has(zone(id)));
	const free = change.addSubnetIds.filter((id) => !leaving.has(zone(id)));
	if (blocked.length === 0) return {
		add: free,
		remove: change.removeSubnetIds
	};
	if (change.keep.length > 0) return {
		add: [],
		remove: change.removeSubnetIds
	};
	return free.length > 0 ? {
		add: free,
		remove: []
	} : void 0;
}

// src/reconcile/planner.ts
/**
* The planner: what is left to do, to wait for and to complain about, given what is wanted, what was seen and what this
* run did so far. Pure: the same arguments give the same plan, and nothing is read or written.
*
* An empty plan (no steps, no waits, no blockers) means that the path is as it was asked for, and that every change of
* this run has been seen by a read that began after it.
*/
function makePlan(given) {
	const draft = startDraft(given);
	const networkKnown = planVpc(draft);
	const candidates = planClusters(draft);
	const paths = networkKnown ? groupByService(draft, candidates).map((group) => planPath(draft, group)) : [];
	confirmTouched(draft, {
		facets: ["endpoints"],
		notBefore: Math.max(0, ...paths.map((path) => settledBy(draft, path)))
	});
	return finish(draft, paths);
}
/** Clusters that report one service name share one endpoint; a cluster whose service is not there yet stands alone. */
function groupByService(draft, candidates) {
	return [...Map.groupBy(candidates, (one) => one.service?.name ?? `\u0000${one.cluster.id}`).values()].map((members) => {
		const names = members.map((one) => one.cluster.name || one.cluster.id);
		const zoneLists = members.map((one) => one.service?.zoneIds ?? []);
		const service = members[0]?.service;
		if (new Set(zoneLists.map((zones) => zones.toSorted().join())).size > 1) note(draft, "zones", `Clusters ${list(names)} list different availability zones for one endpoint service; those of ${names[0]} are used`, true);
		return {
			serviceName: service?.name ?? "",
			service,
			candidates: members,
			label: service === void 0 ? `cluster ${list(names)}` : `${service.name} (${list(names)})`
		};
	});
}
function planPath(draft, group) {
	return draft.desired.endpointId === void 0 ? planVpcPath(draft, group) : planAttached(draft, group, draft.desired.endpointId);
}
/** Attach only: the endpoint is somebody else's and is only connected. */
function planAttached(draft, group, endpointId) {
	const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId && !isGone$1(one));
	const path = draftPath(draft, group, {
		choice: {
			kind: "not-ours",
			endpoint,
			condemned: []
		},
		ownership: "attached"
	});
	if (endpoint === void 0) {
		block(draft, "endpoint-not-found", {
			cause: `There is no VPC endpoint ${endpointId} in account ${draft.observed.account || "(unknown)"}, region ${draft.desired.region}`,
			fix: "Check endpoint-id, aws-region and the account of the credentials."
		});
		return path;
	}
	if (draft.desired.vpcId !== void 0 && endpoint.vpcId !== draft.desired.vpcId) {
		block(draft, "endpoint-not-found", {
			cause: `VPC endpoint ${endpointId} is in VPC ${endpoint.vpcId}, not in ${draft.desired.vpcId}`,
			fix: "Correct vpc-id or leave it out."
		});
		return path;
	}
	if (group.service !== void 0 && endpoint.serviceName !== group.serviceName) {
		block(draft, "endpoint-other-service", {
			cause: `VPC endpoint ${endpointId} is for ${endpoint.serviceName}, but ${list(names(group))} needs ${group.serviceName}`,
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
/** The usual case: adopt, create or mend the endpoint of the VPC. */
function planVpcPath(draft, group) {
	const { observed } = draft;
	const givenUp = replaceable(draft, group);
	const choice = group.service === void 0 ? {
		kind: "none",
		endpoint: void 0,
		condemned: []
	} : chooseEndpoint(observed.endpoints, group.serviceName, givenUp);
	if (choice.kind === "ambiguous") {
		const rivals = observed.endpoints.filter((one) => one.serviceName === group.serviceName && !isGone$1(one));
		block(draft, "endpoint-ambiguous", {
			cause: `VPC ${draft.desired.vpcId} has ${rivals.length} endpoints for ${group.serviceName} that the action did not make: ${list(rivals.map((one) => `${one.id} (${one.rawState})`))}`,
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
function blockShortLived(draft, group, { condemned }) {
	const made = new Set(draft.memory.createdEndpoints.map((one) => one.endpoint.id));
	for (const endpoint of condemned.filter((one) => made.has(one.id) && (one.state === "failed" || one.state === "expired"))) {
		const told = group.candidates.map((one) => connectionOf(one.view, endpoint.id)?.rawStatus).filter((status) => status !== void 0);
		block(draft, "endpoint-failed", {
			cause: `VPC endpoint ${endpoint.id}, which this run made, is ${endpoint.rawState}${endpoint.failure === "" ? "" : ` (${endpoint.failure})`}${told.length === 0 ? "" : `; CockroachDB Cloud shows its connection as ${told.join(", ")}`}`,
			fix: "Run again to have it replaced; if that one fails too, ask Cockroach Labs support with its ID."
		});
	}
}
/** An endpoint that the action made or will make. */
function planOwn(draft, group, choice) {
	const { endpoint, condemned } = choice;
	const sharedWith = [...new Set([endpoint, ...condemned].flatMap((one) => sharers(draft, one)))];
	const path = draftPath(draft, group, {
		choice,
		ownership: endpoint === void 0 ? "none" : "ours"
	});
	const serviceMissing = group.service === void 0 ? "the endpoint service is available" : "";
	const claims = claimTags(draft, path.members.map((one) => one.cluster));
	const groups = planGroups$1(draft, group.serviceName, {
		sharedWith,
		after: serviceMissing,
		label: group.label,
		claims
	});
	if (endpoint === void 0) {
		const trust = group.candidates.find((one) => one.trust !== "")?.trust ?? "";
		const { subnets } = planCreation(draft, {
			serviceName: group.serviceName,
			service: group.service,
			claims,
			label: group.label
		}, {
			groups,
			condemned,
			after: serviceMissing || trust
		});
		planLater(draft, group);
		planCondemned(draft, condemned, {
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
	if (planClaims(draft, endpoint, path.members.map((one) => one.cluster))) {
		const zoneIds = group.service?.zoneIds ?? [];
		const mending = planRepairs(draft, endpoint, {
			zoneIds,
			serviceName: group.serviceName,
			groups,
			sharedWith
		});
		const settled = planBothSides(draft, endpoint, path.members) && !mending;
		planPrivateDns(draft, endpoint, {
			ownership: "ours",
			settled,
			sharedWith,
			condemned
		});
	}
	planCondemned(draft, condemned, {
		heir: endpoint,
		members: path.members
	});
	return {
		...path,
		group: groups.owned
	};
}
/** An endpoint that is not ours: connect it, change nothing, and say what its owner must mend. */
function planForeign(draft, group, { endpoint, members, ownership }) {
	const { desired } = draft;
	const wants = [];
	if (endpoint.state === "failed" || endpoint.state === "expired") wants.push(`delete it: it is ${endpoint.rawState}${endpoint.failure === "" ? "" : ` (${endpoint.failure})`}`);
	const subnets = desired.subnetIds.filter((id) => !endpoint.subnetIds.includes(id));
	if (subnets.length > 0) wants.push(`add ${list(subnets)} to its subnets`);
	const groups = desired.securityGroupIds.filter((id) => !endpoint.groupIds.includes(id));
	if (groups.length > 0) wants.push(`attach ${list(groups)}`);
	if (wants.length > 0) {
		block(draft, "not-ours", {
			cause: `VPC endpoint ${endpoint.id} serves ${group.serviceName} but was not made by the action, so it is not changed`,
			fix: `Its owner must ${wants.join("; ")}.`
		});
		return;
	}
	if (ownership === "not-ours") note(draft, "not-ours", `VPC endpoint ${endpoint.id} was not made by the action: it is connected and otherwise left alone`);
	const settled = planBothSides(draft, endpoint, members);
	if (settled || !desired.privateDns) planPrivateDns(draft, endpoint, {
		ownership,
		settled,
		sharedWith: [],
		condemned: []
	});
}
/** Plans connections and the endpoint's state; true when both sides are available. */
function planBothSides(draft, endpoint, members) {
	for (const member of members) {
		planConnection(draft, member, endpoint, endpoint.id);
		planStaleConnections(draft, member);
	}
	return planEndpointState(draft, endpoint) && members.every((member) => member.connection?.status === "AVAILABLE");
}
/** What follows once the endpoint is there, so that a dry run shows the whole way. */
function planLater(draft, group) {
	for (const { view, cluster } of group.candidates) {
		planStaleConnections(draft, {
			view,
			cluster,
			connection: void 0,
			trust: ""
		});
		draft.steps.push({
			id: `connect:${cluster.id}:new`,
			title: `connect cluster ${cluster.name || cluster.id} to the new VPC endpoint`,
			action: {
				kind: "connect",
				clusterRef: view.ref,
				clusterId: cluster.id,
				endpointId: ""
			},
			ready: false,
			after: "the endpoint is there",
			bookkeeping: false
		});
	}
	if (!draft.desired.privateDns) return;
	draft.steps.push({
		id: `dns-on:new:${group.serviceName || group.label}`,
		title: `turn on private DNS of the new VPC endpoint`,
		action: {
			kind: "set-private-dns",
			endpointId: "",
			enabled: true
		},
		ready: false,
		after: "both sides are available",
		bookkeeping: false
	});
}
/**
* Endpoints of ours to be replaced because the Cloud keeps rejecting them: once in a run for each service, and never one
* that other environments use or that another cluster of this run is connected through.
*/
function replaceable(draft, group) {
	const replaced = draft.memory.createdEndpoints.filter((one) => one.endpoint.serviceName === group.serviceName && one.replacing.length > 0);
	const done = new Set(replaced.flatMap((one) => one.replacing));
	const rejected = givenUpEndpoints(draft);
	return new Set(draft.observed.endpoints.filter((endpoint) => {
		if (done.has(endpoint.id)) return true;
		if (!rejected.has(endpoint.id) || replaced.length > 0 || !isOurs(endpoint)) return false;
		if (otherClaims(endpoint.tags, draft.desired.owner).length > 0) return false;
		return !group.candidates.some((one) => connectionOf(one.view, endpoint.id)?.status === "AVAILABLE" && endpoint.state === "available");
	}).map((endpoint) => endpoint.id));
}
/**
* When a read must begin at the earliest to prove that the endpoint is settled. Where another run may have changed it too,
* a read that lags can show its end of the change from before ours; only a read lag later that is ruled out.
*/
function settledBy({ memory, desired }, { endpoint }) {
	const modifiedAt = endpoint === void 0 ? void 0 : memory.modified.get(endpoint.id);
	if (endpoint === void 0 || modifiedAt === void 0) return 0;
	return memory.createdEndpoints.some((one) => one.endpoint.id === endpoint.id) && otherClaims(endpoint.tags, desired.owner).length === 0 ? 0 : modifiedAt + desired.readLagMs;
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
		condemned: choice.condemned,
		group: void 0,
		subnets: draft.observed.subnets.filter((subnet) => endpoint?.subnetIds.includes(subnet.id) ?? false),
		subnetRule: endpoint === void 0 ? "" : "the subnets that the endpoint is in"
	};
}
function names(group) {
	return group.candidates.map((one) => one.cluster.name || one.cluster.id);
}

// src/reconcile/loop.ts
/** Makes the path, or mends it. */
const MAKE_PATH = {
	observe: observeAll,
	observeAgain,
	plan: makePlan
};
/** Gives the path up, and takes down what nobody else uses. */
const LEAVE_PATH = {
	observe: observeDeparture,
	observeAgain: observeDepartureAgain,
	plan: makeDeparturePlan
};
const HEARTBEAT_MS = 3e4;
/** A step whose answer is lost this often in a row is not going to be answered. */
const MOST_LOSSES = 6;
const QUICKEST_POLL_MS = 300;
const SLOWEST_POLL_MS = 5e3;
/**
* Reads both worlds, plans, does what is ready, waits for what moves, and begins again until nothing is left.
* Every blocker known at a time is raised together, before any write of that round.
* @throws ActionError for blockers, time-out, cancel and whatever a step could not mend
*/
async function reconcile(rules) {
	const { desired, worlds, memory, listener, task } = rules;
	const waits = trackWaits(rules);
	const losses = /* @__PURE__ */ new Map();
	let setbacks = 0;
	let observed = await task.observe(desired, worlds);
	for (;;) {
		observed = withCreated(observed, memory, desired.readLagMs);
		noteClaims(memory, observed, {
			owner: desired.owner,
			now: worlds.clock.now()
		});
		const plan = task.plan({
			desired,
			observed,
			memory,
			now: worlds.clock.now()
		});
		listener.planned(plan, observed);
		waits.update(plan.waits);
		const ready = plan.steps.filter((step) => step.ready);
		const open = plan.waits.filter((wait) => wait.id !== "confirm");
		raise(plan.blockers.filter((blocker) => !blocker.late || ready.length === 0 && open.length === 0));
		if (rules.dryRun) return {
			observed,
			plan,
			end: "planned"
		};
		if (ready.length > 0) {
			const { after, again, lost, failure } = await applyAll(ready, {
				...rules,
				observed,
				losses
			});
			observed = after;
			listener.planned(task.plan({
				desired,
				observed,
				memory,
				now: worlds.clock.now()
			}), observed);
			if (failure !== void 0) throw failure;
			setbacks = again === void 0 ? 0 : setbacks + 1;
			if (again !== void 0) {
				if (worlds.clock.now() > rules.deadline) throw timeout(plan.waits, rules, lost);
				await worlds.clock.sleep(Math.min(SLOWEST_POLL_MS, 200 * 2 ** setbacks), rules.signal);
				observed = await task.observeAgain(observed, again, desired, worlds);
			}
			continue;
		}
		if (plan.waits.length === 0) return {
			observed,
			plan,
			end: "done"
		};
		if (!rules.wait && open.some((wait) => wait.brief !== true)) return {
			observed,
			plan,
			end: "pending"
		};
		const due = await waits.sleep(plan.waits);
		observed = await task.observeAgain(observed, due, desired, worlds);
	}
}
/** Does all steps at the same time and lets all of them end, so that what one did is known even if another failed. */
async function applyAll(ready, rules) {
	const { worlds, listener, losses } = rules;
	const results = await Promise.allSettled(ready.map(async (step) => {
		const started = worlds.clock.now();
		listener.stepStarted(step);
		try {
			const outcome = await applyStep(step, {
				...rules,
				log: listener.info
			});
			listener.stepEnded(step, outcome, worlds.clock.now() - started);
			return outcome;
		} catch (error) {
			listener.stepEnded(step, void 0, worlds.clock.now() - started);
			throw error;
		}
	}));
	const applied = {
		after: rules.observed,
		again: void 0,
		lost: void 0,
		failure: void 0
	};
	for (const [index, result] of results.entries()) {
		const step = ready[index];
		if (result.status === "rejected") {
			applied.failure ??= result.reason;
			continue;
		}
		const outcome = result.value;
		if (outcome.patch !== void 0) applied.after = outcome.patch(applied.after);
		if (outcome.kind === "done" || step === void 0) continue;
		applied.again = /* @__PURE__ */ new Set([...applied.again ?? [], ...outcome.facets]);
		if (outcome.lost !== true) continue;
		applied.lost = step;
		const count = (losses.get(step.id) ?? 0) + 1;
		losses.set(step.id, count);
		if (count >= MOST_LOSSES) applied.failure ??= lostForGood(step, outcome.why);
	}
	return applied;
}
function lostForGood(step, why) {
	const cloud = [
		"create-services",
		"connect",
		"disconnect",
		"trust",
		"untrust"
	].includes(step.action.kind);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t(cloud ? "cloud-unavailable" : "aws-unavailable", {
		cause: `No answer came to "${step.title}", ${MOST_LOSSES} times: ${why}`,
		fix: suspectOf(step) ?? "Run again later; every run goes on from what is there."
	});
}
/** What most likely keeps a step from being answered, where something is known for that. */
function suspectOf(step) {
	return step?.action.kind === "set-private-dns" ? "EC2 hangs here where a permission is missing: allow route53:AssociateVPCWithHostedZone beside ec2:ModifyVpcEndpoint, then run again." : void 0;
}
/** Raises blockers as one error: the first gives the code, all are listed. */
function raise(blockers) {
	const [first, ...more] = blockers;
	if (first === void 0) return;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t(first.code, {
		cause: more.length === 0 ? first.cause : `${first.cause} (and ${more.length} more)`,
		fix: first.fix,
		details: more.length === 0 ? [] : blockers.map((one) => `${one.code}: ${one.cause}. ${one.fix}`)
	});
}
/** @param lost the step that got no answer, if the time ran out over one */
function timeout(waits, rules, lost) {
	const seconds = Math.round((rules.deadline - rules.memory.startedAt) / 1e3);
	const lines = waits.map((wait) => `waited for ${wait.what}: last seen ${wait.seen}; ${wait.mover}`);
	if (lost !== void 0) lines.unshift(`no answer came to "${lost.title}"`);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("timeout", {
		cause: `The time of ${seconds} s is up; ${lines[0] ?? "the last step did not succeed in time"}`,
		fix: suspectOf(lost) ?? "Run again, it goes on from here; raise timeout-seconds if the other side is merely slow.",
		details: lines.length > 1 ? lines : []
	});
}
/** Keeps the waits of a run: tells when one begins, changes or ends, beats, and decides when to look again. */
function trackWaits(rules) {
	const { worlds, listener, signal, deadline, memory } = rules;
	const known = /* @__PURE__ */ new Map();
	let beatAt = 0;
	/** Takes note of what is waited for now, and tells what began, changed or ended. */
	function update(waits) {
		const now = worlds.clock.now();
		for (const [id, entry] of known) {
			if (waits.some((wait) => wait.id === id)) continue;
			known.delete(id);
			listener.waiting(entry.wait, void 0, now - entry.since);
		}
		for (const wait of waits) {
			const entry = known.get(wait.id);
			if (entry?.wait.seen === wait.seen) {
				entry.wait = wait;
				continue;
			}
			const fresh = {
				wait,
				since: entry?.since ?? now,
				changedAt: now,
				dueAt: now,
				looks: 0
			};
			fresh.dueAt = dueAt(fresh, now);
			known.set(wait.id, fresh);
			listener.waiting(wait, wait.seen, now - fresh.since);
		}
		if (now >= beatAt + HEARTBEAT_MS) {
			const real = waits.filter((wait) => wait.id !== "confirm");
			if (beatAt > 0 && real.length > 0) listener.heartbeat(real, now - memory.startedAt, deadline - now);
			beatAt = now;
		}
	}
	/** Often while a change is near, then ever less; with jitter, so that runs started together spread out. */
	function dueAt(entry, now) {
		if (entry.wait.id === "confirm" && entry.looks === 0) return Math.max(now, entry.wait.notBefore ?? 0);
		const calm = Math.min(SLOWEST_POLL_MS, Math.max(QUICKEST_POLL_MS, (now - entry.changedAt) * .12));
		return Math.max(now + calm * (.85 + .3 * Math.random()), entry.wait.notBefore ?? 0);
	}
	return {
		update,
		/** Sleeps until the next look is due and returns the facets to look at. */
		async sleep(waits) {
			const now = worlds.clock.now();
			if (signal.aborted) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.n)();
			if (now >= deadline) throw timeout(waits, rules);
			const entries = [...known.values()];
			const next = Math.min(...entries.map((entry) => entry.dueAt));
			await worlds.clock.sleep(Math.min(next, deadline, now + HEARTBEAT_MS) - now, signal);
			const then = worlds.clock.now();
			const due = entries.filter((entry) => entry.dueAt <= Math.max(then + QUICKEST_POLL_MS / 2, next));
			for (const entry of due) {
				entry.looks += 1;
				entry.dueAt = dueAt(entry, then);
			}
			return new Set(due.flatMap((entry) => entry.wait.facets));
		}
	};
}

// src/operations/operation.ts
/** The request as the reconciler sees it. */
function desiredOf(request, home) {
	return {
		clusters: request.clusters,
		region: request.region,
		vpcId: request.vpcId,
		endpointId: request.endpointId,
		subnetIds: request.subnetIds,
		securityGroupIds: request.securityGroupIds,
		allowedCidrs: request.allowedCidrs,
		allowedSecurityGroupIds: request.allowedSecurityGroupIds,
		privateDns: request.privateDns,
		trustedOwners: request.trustedOwners,
		ownersOnly: request.ownersOnly,
		tags: request.tags,
		allowedAccountIds: request.allowedAccountIds,
		owner: {
			...home,
			environment: request.environment
		},
		leave: void 0,
		readLagMs: request.readLagMs,
		decisionMs: request.decisionMs
	};
}

// src/operations/delete.ts
/**
* Gives up what the environment claims (of the named clusters, or all) and takes down what nobody else uses. Asked for
* trusted owners and nothing else, it takes these accounts away instead.
* @throws ActionError for what stands in the way, and where something is left that it could not remove
*/
function deletePath(request, deps) {
	const desired = desiredOf(request, deps.home);
	const { trustedOwners } = request;
	const owners = request.ownersOnly && trustedOwners !== void 0;
	return reconcile({
		desired: owners ? {
			...desired,
			trustedOwners: {
				accounts: trustedOwners.accounts,
				mode: "remove"
			}
		} : {
			...desired,
			trustedOwners: void 0,
			leave: { kind: "environment" }
		},
		worlds: deps.worlds,
		memory: startMemory(deps.nonce, deps.startedAt),
		signal: deps.signal,
		deadline: deps.deadline,
		wait: request.wait,
		dryRun: request.dryRun,
		listener: deps.listener,
		task: owners ? MAKE_PATH : LEAVE_PATH
	});
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
	const memory = startMemory(deps.nonce, deps.startedAt);
	const result = await reconcile({
		desired: desiredOf(request, deps.home),
		worlds: deps.worlds,
		memory,
		signal: deps.signal,
		deadline: deps.deadline,
		wait: request.wait,
		dryRun: request.dryRun,
		listener,
		task: MAKE_PATH
	}).catch(async (error) => {
		throw await explainDistrust(error, {
			observed: seen.observed,
			worlds: deps.worlds,
			serviceHidden: memory.serviceUnknownSince.size > 0
		});
	});
	if (request.trustedOwners === void 0 || request.dryRun) return result;
	const observed = await withOwnerDetails(result.observed, deps.worlds);
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
async function explainDistrust(error, { observed, worlds: { cloud }, serviceHidden }) {
	if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) || !DISTRUST.includes(error.code) || observed === void 0 || observed.account === "") return error;
	for (const { matches, connections, services } of observed.clusters) {
		const cluster = matches.length === 1 ? matches[0] : void 0;
		if (cluster === void 0 || cluster.serverless) continue;
		if (observed.clusters.length > 1 && !mentions(error.message, {
			cluster,
			services,
			observed
		})) continue;
		const ours = new Set(observed.endpoints.map((one) => one.id));
		const rejected = connections.some((one) => one.status === "REJECTED" && ours.has(one.endpointId));
		if (error.code === "timeout" && !serviceHidden && !rejected) continue;
		const owners = await cloud.listTrustedOwners(cluster.id).catch(() => []);
		if (owners.length === 0 || owners.some((owner) => owner.accountId === "*" || owner.accountId === observed.account)) continue;
		return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("account-not-trusted", {
			cause: `AWS account ${observed.account} is not a trusted owner of cluster ${cluster.name || cluster.id}: ${error.message}`,
			fix: "Add it with `trusted-owners: self` (the key then needs Cluster Admin), or have an admin of the cluster add it."
		}, { cause: error });
	}
	return error;
}
/** More entries than this are reported as the list tells them. */
const MOST_DETAILS = 25;
/** What the list said stands where the details cannot be read: the run itself is done by then. */
function keep$1(owner) {
	return (error) => {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) && error.code !== "cancelled") return owner;
		throw error;
	};
}
/** Reads each trusted owner by its ID once more: what the list says is confirmed entry by entry. */
async function withOwnerDetails(observed, { cloud }) {
	const clusters = await Promise.all(observed.clusters.map(async (view) => {
		const id = view.matches[0]?.id;
		if (id === void 0 || view.owners === void 0 || view.owners.length > MOST_DETAILS) return view;
		const owners = await Promise.all(view.owners.map((owner) => cloud.getTrustedOwner(id, owner.id).then((one) => one ?? owner, keep$1(owner))));
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
/** Whether a failure is about this cluster, its service or its endpoint. */
function mentions(message, { cluster, services, observed }) {
	const names = services.map((one) => one.name).filter((one) => one !== "");
	const endpoints = observed.endpoints.filter((one) => names.includes(one.serviceName)).map((one) => one.id);
	return [
		cluster.id,
		cluster.name,
		...names,
		...endpoints
	].some((one) => one !== "" && message.includes(one));
}

// src/operations/prove.ts
/**
* Proves the path of each cluster from this runner: name, addresses, TCP, the SQL protocol's TLS and its certificate.
* Clusters without an endpoint are left out: there is nothing to prove yet, and the plan says so.
* @param given.fresh the run changed something, so that names may still be on their way: they are asked for again
*/
async function prove(plan, observed, given) {
	const { worlds, signal, region } = given;
	const paths = plan.paths.filter((path) => path.endpoint !== void 0);
	if (paths.length === 0) return [];
	const [{ probe }, { systemResolve }] = await Promise.all([__nccwpck_require__.e(/* import() */ 27).then(__nccwpck_require__.bind(__nccwpck_require__, 1027)), __nccwpck_require__.e(/* import() */ 93).then(__nccwpck_require__.bind(__nccwpck_require__, 4093))]);
	const addresses = await addressesByEndpoint(observed.endpoints, worlds);
	const targets = await Promise.all(paths.flatMap((path) => path.members.map((member) => targetOf(path, member, {
		region,
		addresses,
		worlds
	}))));
	const deps = {
		resolve: systemResolve,
		signal
	};
	return Promise.all(targets.map(async (target) => {
		const until = Math.min(given.deadline, worlds.clock.now() + (given.fresh ? NAME_PATIENCE_MS : 0));
		for (;;) {
			const result = await probe(target, deps);
			if (!FRESH_NAME.has(result.code) || worlds.clock.now() >= until) return result;
			given.log(`… probe of cluster ${target.cluster}: the private name is not there yet (${result.code}); asking again`);
			await worlds.clock.sleep(NAME_PAUSE_MS, signal);
		}
	}));
}
/** What a private DNS name that was turned on a moment ago looks like while resolvers still hold the old answer. */
const FRESH_NAME = /* @__PURE__ */ new Set(["probe-name-unknown", "probe-public-address"]);
const NAME_PATIENCE_MS = 9e4;
const NAME_PAUSE_MS = 1e4;
/** The private addresses of the network interfaces of each endpoint. */
async function addressesByEndpoint(endpoints, { ec2 }) {
	const live = endpoints.filter((one) => !isGone$1(one));
	const interfaces = await ec2.interfaceAddresses(live.flatMap((one) => one.networkInterfaceIds));
	return new Map(live.map((one) => [one.id, one.networkInterfaceIds.flatMap((id) => interfaces.get(id) ?? [])]));
}
async function targetOf(path, { cluster }, given) {
	const endpointId = path.endpoint?.id ?? "";
	const host = cluster.regions.find((one) => sameRegion(one.name, given.region))?.internalDns ?? "";
	return {
		cluster: cluster.name || cluster.id,
		host,
		port: SQL_PORT,
		endpointId,
		addresses: given.addresses.get(endpointId) ?? [],
		others: [...given.addresses].filter(([id]) => id !== endpointId).map(([id, addresses]) => ({
			endpointId: id,
			addresses
		})),
		ca: cluster.serverless ? void 0 : await given.worlds.cloud.clusterCa(cluster.id)
	};
}
/** @throws ActionError with the code of the first probe that did not prove its path; all are listed */
function judgeProbes(results) {
	const failed = results.filter((one) => one.outcome === "failed");
	const [first, ...more] = failed.length > 0 ? failed : results.filter((one) => one.outcome === "outside");
	if (first?.code === void 0) return;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t(first.code, {
		cause: first.cause,
		fix: first.fix,
		details: more.map((one) => `${one.code}: ${one.cause} ${one.fix}`)
	});
}

// src/reconcile/sweep-judgement.ts
/** True for claims of this repository whose environment may be swept at all. */
function isSweepable(claim, rules) {
	return isOfRepository(claim, rules) && claim.kind !== "none";
}
/** True for a claim of this repository on this GitHub server. */
function isOfRepository(claim, { serverUrl, repositoryId }) {
	return claim.repositoryId === repositoryId && claim.server === serverDigest(serverUrl);
}
/** The number of the pull request that a claim is for; undefined where its value does not prove one. */
function pullOf(claim, rules) {
	const number = /^pr:([1-9]\d{0,9})$/.exec(claim.name)?.[1];
	if (number === void 0 || !isNamed(claim, rules)) return void 0;
	return Number(number);
}
/**
* Judges one claim: gone only if it is this repository's, for a branch that is deleted or a pull request that is closed,
* and was last used longer ago than the grace. Branch names may be longer than a tag has room for, so the names of all
* living branches are hashed forward and the claim's key is looked up among them.
*/
function judgeClaim(claim, rules, living) {
	if (!isOfRepository(claim, rules)) return keep("claimed by another repository");
	if (claim.kind === "none") return keep("a named environment, which sweep never takes down");
	const gone = claim.kind === "branch" ? judgeBranch(claim, rules, living) : judgePull(claim, rules, living);
	if (!gone.gone) return gone;
	const idleMs = rules.now - claim.lastUsed;
	if (idleMs >= rules.graceMs) return {
		gone: true,
		why: `${gone.why}; last used ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(idleMs)} ago`
	};
	return keep(`${gone.why}, but it was used ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(idleMs)} ago; the grace is ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(rules.graceMs)}`);
}
function judgeBranch(claim, rules, { branches }) {
	const { serverUrl, repositoryId } = rules;
	return (isNamed(claim, rules) ? branches.has(claim.name.slice(7)) : [...branches].some((branch) => claimKey({
		serverUrl,
		repositoryId,
		environment: `branch:${branch}`
	}, claim.clusterId) === claim.key)) ? keep("its branch exists") : {
		gone: true,
		why: "its branch is deleted"
	};
}
function judgePull(claim, rules, { pulls }) {
	const number = pullOf(claim, rules);
	if (number === void 0) return keep("its tag does not prove which pull request it is for");
	const state = pulls.get(number);
	if (state === "closed") return {
		gone: true,
		why: `pull request #${number} is closed`
	};
	return keep(state === "open" ? `pull request #${number} is open` : `there is no pull request #${number} to look at`);
}
/** True where the readable name in a claim is the whole name of its environment. */
function isNamed(claim, { serverUrl, repositoryId }) {
	return claimKey({
		serverUrl,
		repositoryId,
		environment: claim.name
	}, claim.clusterId) === claim.key;
}
function keep(why) {
	return {
		gone: false,
		why
	};
}
/** How old a resource is by its own creation tag, milliseconds; undefined where the tag cannot be read. */
function ageOf({ tags }, now) {
	const at = Date.parse(tags["cockroachdb-privatelink/created-at"] ?? "");
	return Number.isNaN(at) ? void 0 : now - at;
}
/** Groups of ours that no endpoint uses. */
function unusedGroups(groups, endpoints) {
	return groups.filter((group) => isOurs(group) && !endpoints.some((one) => one.state !== "deleted" && (one.groupIds.includes(group.id) || one.vpcId === group.vpcId && isGroupOf(group, one.serviceName))));
}
/** IDs of the clusters that the claims of an endpoint name; undefined where not all are this repository's and readable. */
function ownClusters(endpoint, rules) {
	const claims = readClaims$1(endpoint.tags);
	return claims.every((claim) => isOfRepository(claim, rules) && claim.clusterId !== "") && claims.length > 0 ? [...new Set(claims.map((claim) => claim.clusterId))] : void 0;
}

// src/operations/tell-github.ts
/** Keeps the drift issue of this environment and VPC. Not to be called when the run could not check. */
async function tellDriftIssue(findings, { request, home, around }) {
	const [{ keepDriftIssue }, api] = await Promise.all([__nccwpck_require__.e(/* import() */ 508).then(__nccwpck_require__.bind(__nccwpck_require__, 8508)), openGithub({
		...around,
		githubToken: request.githubToken
	})]);
	const { action, url } = await keepDriftIssue(api, {
		owner: home.owner,
		repo: home.repo,
		environment: request.environment,
		resource: request.endpointId ?? request.vpcId ?? request.clusters.join(","),
		region: request.region
	}, {
		findings,
		runUrl: home.runUrl
	});
	return `drift issue: ${action}${url === "" ? "" : ` ${url}`}`;
}
/** Keeps one comment with the summary on the pull request of the event, or of `environment: pr:<number>`. */
async function tellPullRequest(markdown, { request, home, around }) {
	const [{ keepComment }, api] = await Promise.all([__nccwpck_require__.e(/* import() */ 236).then(__nccwpck_require__.bind(__nccwpck_require__, 4236)), openGithub({
		...around,
		githubToken: request.githubToken
	})]);
	const key = JSON.stringify([
		request.environment,
		request.endpointId ?? request.vpcId ?? "",
		request.region
	]);
	const { action, url } = await keepComment(api, {
		owner: home.owner,
		repo: home.repo,
		pullNumber: pullNumberOf(request, home),
		key
	}, markdown);
	return `comment on the pull request: ${action} ${url}`;
}
/** The pull request that `comment` is for; 0 if there is none. */
function pullNumberOf(request, home) {
	return request.environment.startsWith("pr:") ? Number(request.environment.slice(3)) : home.pullNumber;
}
/** Opens GitHub's API; its client is loaded here, for the runs that need it. */
async function openGithub({ githubToken, ...around }) {
	return (await __nccwpck_require__.e(/* import() */ 104).then(__nccwpck_require__.bind(__nccwpck_require__, 6104))).openGithub({
		...around,
		apiUrl: around.env["GITHUB_API_URL"],
		token: githubToken
	});
}

// src/operations/sweep.ts
/** Endpoints that are left side by side; each waits two read lags. */
const MOST_AT_ONCE = 8;
/**
* Takes down what environments that are gone have left: claims of deleted branches and closed pull requests of this
* repository, and orphans of the action that are older than the grace. A call to GitHub that fails sweeps nothing.
* Goes on past what fails; `sweepFailure` tells it.
*/
async function sweep(request, deps) {
	const { worlds, listener } = deps;
	const { vpcId } = request;
	const [account, endpoints, groups] = await Promise.all([
		worlds.account(),
		worlds.ec2.endpoints({
			tagKey: MANAGED_BY,
			...vpcId === void 0 ? {} : { vpcId }
		}),
		worlds.ec2.groups({
			tagKey: MANAGED_BY,
			...vpcId === void 0 ? {} : { vpcId }
		})
	]);
	checkAccount(request, account);
	const rules = {
		...deps.home,
		graceMs: request.sweepGraceMs,
		now: worlds.clock.now()
	};
	const ours = endpoints.filter((one) => isOurs(one) && !one.requesterManaged && one.state !== "deleted");
	listener.info(`Found ${ours.length} VPC endpoints and ${groups.length} security groups that the action made in ${vpcId ?? request.region}. Paths made with endpoint-id carry no claims: sweep does not see them.`);
	const living = await lookUp(ours.flatMap((one) => readClaims$1(one.tags)), rules, deps);
	const rows = await inTurns([...await Promise.all(ours.map((endpoint) => endpointTask(endpoint, {
		rules,
		living,
		deps
	}))), ...unusedGroups(groups, endpoints).map((group) => groupTask(group, rules))], MOST_AT_ONCE, (task) => carryOut(task, request, deps));
	for (const row of rows.flat()) listener.info(`${row.outcome}: ${row.what} on ${row.resource} (${row.why})`);
	return {
		rows: rows.flat(),
		account
	};
}
/** The failure that a sweep ends in, undefined where everything that was to go is gone. */
function sweepFailure(rows) {
	const failed = rows.filter((row) => row.outcome === "failed");
	const [first] = failed;
	if (first === void 0) return void 0;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("sweep-incomplete", {
		cause: `${failed.length} of ${rows.filter((row) => row.outcome !== "kept").length} could not be swept: ${first.what} on ${first.resource}: ${first.why}`,
		fix: first.error?.fix ?? "Run again; the table in the summary lists what is left and why.",
		details: failed.map((row) => `${row.what} on ${row.resource}: ${row.why}`)
	}, { cause: first.error });
}
function checkAccount({ allowedAccountIds }, account) {
	if (allowedAccountIds.length === 0 || allowedAccountIds.includes(account)) return;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("wrong-account", {
		cause: `The AWS credentials belong to account ${account || "(unknown)"}, which is not among allowed-account-ids`,
		fix: "Assume a role of an allowed account, or add the account to allowed-account-ids."
	});
}
/** Asks GitHub for what the claims of this repository hang on; nothing is asked where there are none. */
async function lookUp(claims, rules, { home, around }) {
	const own = claims.filter((claim) => isSweepable(claim, rules));
	if (own.length === 0) return {
		branches: /* @__PURE__ */ new Set(),
		pulls: /* @__PURE__ */ new Map()
	};
	const [api, { livingBranches, pullRequestState }] = await Promise.all([openGithub(around), __nccwpck_require__.e(/* import() */ 592).then(__nccwpck_require__.bind(__nccwpck_require__, 2592))]);
	const numbers = new Set(own.map((claim) => pullOf(claim, rules)).filter((one) => one !== void 0));
	const branches = own.some((claim) => claim.kind === "branch") ? await livingBranches(api, home) : /* @__PURE__ */ new Set();
	const pulls = /* @__PURE__ */ new Map();
	for (const number of numbers) pulls.set(number, await pullRequestState(api, {
		...home,
		number
	}));
	return {
		branches,
		pulls
	};
}
async function endpointTask(endpoint, { rules, living, deps }) {
	const claims = readClaims$1(endpoint.tags);
	const judged = claims.map((claim) => ({
		claim,
		...judgeClaim(claim, rules, living)
	}));
	const gone = judged.filter((one) => one.gone);
	const place = {
		vpcId: endpoint.vpcId,
		resource: endpoint.id
	};
	const rowOf = ({ claim, why }) => ({
		what: claim.name || "an unreadable claim",
		why
	});
	const kept = judged.filter((one) => !one.gone).map(rowOf);
	const leave = (some) => ({
		kind: "endpoint",
		endpointId: endpoint.id,
		claims: Object.fromEntries(some.map((claim) => [claim.key, claim.value]))
	});
	if (gone.length > 0) return {
		...place,
		leave: leave(gone.map((one) => one.claim)),
		going: gone.map(rowOf),
		kept
	};
	const orphan = await orphanReason(endpoint, rules, deps);
	if (orphan === void 0) return {
		...place,
		leave: void 0,
		going: [],
		kept
	};
	const row = {
		what: `VPC endpoint ${endpoint.id}`,
		why: orphan.why
	};
	if (!orphan.gone) return {
		...place,
		leave: void 0,
		going: [],
		kept: [...kept, row]
	};
	return {
		...place,
		leave: leave(claims),
		going: [row],
		kept: []
	};
}
/** Why an endpoint of ours is an orphan, or would be but for its age; undefined where it is none. */
async function orphanReason(endpoint, rules, deps) {
	const claimless = readClaims$1(endpoint.tags).length === 0;
	const clusters = ownClusters(endpoint, rules);
	if (!claimless && (clusters === void 0 || !await areGone(clusters, deps))) return void 0;
	const why = claimless ? "nobody claims it" : "its clusters are deleted";
	return aged(ageOf(endpoint, rules.now), why, rules);
}
/**
* True where no cluster of these is there any more: each answers 404 to a key that can list the clusters of its
* organization. A refusal proves nothing.
*/
async function areGone(clusterIds, { worlds: { cloud } }) {
	try {
		if ((await cloud.listClusters()).some((one) => clusterIds.includes(one.id))) return false;
		return (await Promise.all(clusterIds.map((id) => cloud.getCluster(id)))).every((one) => one === void 0 || one.state === "DELETED");
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) || error.code === "cancelled") throw error;
		return false;
	}
}
function groupTask(group, rules) {
	const { gone, why } = aged(ageOf(group, rules.now), "no VPC endpoint uses it", rules);
	const row = {
		what: `security group ${group.id}`,
		why
	};
	return {
		vpcId: group.vpcId,
		resource: group.id,
		leave: gone ? {
			kind: "group",
			groupId: group.id
		} : void 0,
		going: gone ? [row] : [],
		kept: gone ? [] : [row]
	};
}
function aged(ageMs, why, { graceMs }) {
	if (ageMs === void 0) return {
		gone: false,
		why: `${why}, but its tag does not tell when it was made`
	};
	if (ageMs >= graceMs) return {
		gone: true,
		why: `${why}; made ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(ageMs)} ago`
	};
	return {
		gone: false,
		why: `${why}, but it was made ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(ageMs)} ago; the grace is ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(graceMs)}`
	};
}
/** Gives one resource up; what fails is a row of the table and stops nothing else. */
async function carryOut(task, request, deps) {
	const place = {
		resource: task.resource,
		vpcId: task.vpcId
	};
	const kept = task.kept.map((row) => ({
		...row,
		...place,
		outcome: "kept"
	}));
	if (task.leave === void 0) return kept;
	const tell = (outcome, more = {}) => [...task.going.map((row) => ({
		...row,
		...place,
		outcome,
		...more
	})), ...kept];
	try {
		const { end, plan } = await reconcile({
			desired: {
				...desiredOf(request, deps.home),
				vpcId: task.vpcId,
				leave: task.leave,
				trustedOwners: void 0
			},
			worlds: deps.worlds,
			memory: startMemory(deps.nonce, deps.startedAt),
			signal: deps.signal,
			deadline: deps.deadline,
			wait: true,
			dryRun: request.dryRun,
			listener: prefixed(deps.listener, task.resource),
			task: LEAVE_PATH
		});
		const stays = plan.leftOvers.map((one) => `${one.what} stays: ${one.why}`).join("; ");
		const why = stays === "" ? {} : { why: `${task.going[0]?.why ?? ""}; ${stays}` };
		return tell(end === "planned" ? "would be swept" : "swept", task.going.length === 1 ? why : {});
	} catch (error) {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) && error.code === "cancelled") throw error;
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error)) return tell("failed", {
			why: error.message,
			error
		});
		return tell("failed", { why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(error) });
	}
}
/** Lines of departures that run side by side, each with what it is about. */
function prefixed(listener, resource) {
	const line = (text) => listener.info(`[${resource}] ${text}`);
	return {
		...listener,
		planned: () => void 0,
		waiting(wait, seen) {
			if (seen !== void 0 && wait.id !== "confirm") line(`waiting for ${wait.what}: ${seen}`);
		},
		heartbeat: () => void 0,
		info: line
	};
}
/** Works off a list with so many at once, in its order, and returns what each came to. */
async function inTurns(items, most, work) {
	const results = new Array(items.length);
	let next = 0;
	async function worker() {
		for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]);
	}
	await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
	return results;
}

// src/reconcile/finding.ts
/** Makes a finding; an error unless told otherwise. */
function finding(check, about, severity = "error") {
	return {
		check,
		severity,
		...about
	};
}
const EVERYWHERE = /* @__PURE__ */ new Set(["0.0.0.0/0", "::/0"]);
/** A rule of the owned group that is not asked for; one that lets everybody at the SQL port is a finding of its own. */
function ruleFinding(groupId, rule, { fix, severity = "error" }) {
	const open = EVERYWHERE.has(rule.from) && isSqlRule(rule);
	const ports = rule.protocol === "-1" ? "everything" : `${rule.protocol} ${rule.fromPort === rule.toPort ? rule.fromPort : `${rule.fromPort}-${rule.toPort}`}`;
	return finding(open ? "rule-public" : severity === "error" ? "rule-stale" : "rule-stranger", {
		subject: open ? groupId : `${groupId} ${rule.from}`,
		expected: "only the sources that are asked for",
		found: `${ports} from ${rule.from}`,
		fix,
		basis: ["groups", "vpc"]
	}, open ? "error" : severity);
}

// src/reconcile/findings-left-to-people.ts
/** Differences that `ensure` leaves to people: rules of strangers, closed groups of others. */
function pathFindings(path, given) {
	const { desired, observed, extra } = given;
	const findings = path.group === void 0 ? [] : strangerRules(path.group, given);
	const { endpoint } = path;
	if (endpoint === void 0 || endpoint.serviceName !== path.serviceName) return findings;
	const named = observed.groups.filter((group) => desired.securityGroupIds.includes(group.id) && group.vpcId === endpoint.vpcId);
	const foreign = extra.foreignGroups.filter((group) => endpoint.groupIds.includes(group.id));
	return [
		...findings,
		...closedGroups(path, {
			groups: [...named, ...foreign],
			observed
		}),
		...rivals(path, given)
	];
}
/** Further endpoints for the service that somebody else made: nobody needs them, and only one can have private DNS. */
function rivals({ endpoint, serviceName }, { desired, observed }) {
	if (desired.endpointId !== void 0) return [];
	return observed.endpoints.filter((one) => one.serviceName === serviceName && one.id !== endpoint?.id && !isOurs(one) && !isGone$1(one)).filter((one) => !(one.privateDns && desired.privateDns)).map((one) => finding("endpoint-duplicate", {
		subject: one.id,
		expected: "one VPC endpoint for the service in the VPC",
		found: `a second one (${one.rawState}) that the action did not make`,
		fix: "Its owner should delete it if nobody uses it.",
		basis: ["endpoints"]
	}, "warning"));
}
function strangerRules(group, given) {
	const wanted = new Set(wantedSources(given).map(sourceText));
	return group.ingress.filter((rule) => rule.description !== "cockroachdb-privatelink" && !(isSqlRule(rule) && rule.source !== void 0 && wanted.has(sourceText(rule.source)))).map((rule) => ruleFinding(group.id, rule, {
		fix: `Someone else added this rule to ${group.id}: remove it, or ask for its source in allowed-cidrs.`,
		severity: "warning"
	}));
}
/** Explicit groups are never changed, but a group that lets nobody in makes the path useless. */
function closedGroups(path, { groups, observed }) {
	const rules = groups.flatMap((group) => group.ingress.filter(isSqlRule));
	const sources = observed.vpc?.cidrs ?? [];
	const lets = (rule) => rule.source === void 0 || "groupId" in rule.source || sources.length === 0 ? true : sources.some((source) => rule.source !== void 0 && "cidr" in rule.source && overlap(source, rule.source.cidr));
	if (groups.length === 0 || rules.some(lets)) return [];
	return [finding("explicit-group-closed", {
		subject: list(groups.map((group) => group.id)),
		expected: `${SQL_PORT}/tcp let in from the clients of ${path.endpoint?.id ?? "the endpoint"}`,
		found: rules.length === 0 ? "no ingress rule for that port" : `only from ${list(rules.map((rule) => rule.from))}, which is not in VPC ${observed.vpc?.id}`,
		fix: "Its owner must add an ingress rule; the action changes no group but its own.",
		basis: ["groups"]
	})];
}
/** Left-overs: endpoints of ours that serve nobody, and connections to endpoints that are nowhere in the region. */
/** Endpoints of ours for services that no cluster of this step has. */
function strayEndpoints(plan, desired, observed) {
	if (desired.endpointId !== void 0) return [];
	const serving = new Set(plan.paths.flatMap((path) => path.endpoint === void 0 ? [] : [path.endpoint.id]));
	const services = new Set(plan.paths.map((path) => path.serviceName));
	return observed.endpoints.filter((one) => !isGone$1(one) && isOurs(one) && !serving.has(one.id) && !services.has(one.serviceName));
}
function strayFindings({ plan, desired, observed, extra }) {
	const mine = new Map(plan.paths.flatMap((path) => path.members).map((member) => [member.cluster.id, member]));
	const allKnown = plan.paths.every((path) => path.serviceName !== "") && observed.clusters.every((view) => view.matches.some((one) => mine.has(one.id)));
	const readings = desired.clusters.flatMap((ref) => [`cluster:${ref}`, `services:${ref}`]);
	const findings = [];
	for (const endpoint of strayEndpoints(plan, desired, observed)) {
		const claims = readClaims$1(endpoint.tags);
		const claimed = claims.map((claim) => mine.get(claim.clusterId)).find((member) => member !== void 0);
		const serviceNow = plan.paths.find((path) => claimed !== void 0 && path.members.includes(claimed))?.serviceName;
		if (claimed !== void 0) {
			if (serviceNow === void 0 || serviceNow === "") continue;
			findings.push(finding("service-changed", {
				subject: endpoint.id,
				expected: `an endpoint for ${serviceNow}`,
				found: `${endpoint.serviceName}, which cluster ${claimed.cluster.name || claimed.cluster.id} no longer reports`,
				fix: `Delete it once the new one serves: aws ec2 delete-vpc-endpoints --vpc-endpoint-ids ${endpoint.id}`,
				basis: ["endpoints", `services:${claimed.view.ref}`]
			}));
		} else if (claims.every((claim) => extra.goneClusterIds.has(claim.clusterId)) && allKnown) findings.push(finding("endpoint-unclaimed", {
			subject: endpoint.id,
			expected: "an environment that uses it",
			found: claims.length === 0 ? "no claim" : `claims only for clusters that are gone: ${list(claims.map((claim) => claim.clusterId))}`,
			fix: "Delete it once you are sure that nobody uses it.",
			basis: ["endpoints", ...readings]
		}, "warning"));
	}
	const { knownEndpointIds } = extra;
	if (knownEndpointIds === void 0) return findings;
	for (const { view } of mine.values()) for (const connection of view.connections) {
		if (!isDangling(connection, observed, desired.region) || knownEndpointIds.has(connection.endpointId)) continue;
		findings.push(finding("connection-dangling", {
			subject: connection.endpointId,
			expected: `a VPC endpoint in account ${observed.account}, region ${desired.region}`,
			found: `a connection (${connection.rawStatus}) and no endpoint`,
			fix: `Remove the connection of ${connection.endpointId} from the cluster (Cloud Console, Networking, PrivateLink).`,
			basis: [
				`connections:${view.ref}`,
				"endpoints",
				"account"
			]
		}));
	}
	return findings;
}
/** A connection of this account whose endpoint is not among those read; STALE ones are a finding of their own. */
function isDangling(connection, observed, region) {
	const mine = connection.ownerAccount !== "" && connection.ownerAccount === observed.account;
	const over = [
		"STALE",
		"DELETED",
		"DELETING"
	].includes(connection.status);
	const here = connection.region === "" || sameRegion(connection.region, region);
	return mine && here && !over && !observed.endpoints.some((one) => one.id === connection.endpointId);
}
function publicAccess({ plan, extra }) {
	return plan.paths.flatMap((path) => path.members).filter((member) => extra.publicCidrs.get(member.cluster.id)?.includes("0.0.0.0/0") === true).map((member) => finding("public-access", {
		subject: member.cluster.name || member.cluster.id,
		expected: "no public way in beside the private one",
		found: "the IP allowlist has 0.0.0.0/0 for SQL",
		fix: "Remove 0.0.0.0/0 from the IP allowlist of the cluster, if all its clients are in the VPC.",
		basis: [`allowlist:${member.view.ref}`]
	}, "warning"));
}

// src/reconcile/findings.ts
const ENSURE = "Run operation: ensure with the same inputs.";
/**
* The plan in words: every difference that `ensure` would mend and every blocker, as findings, and beside them what only
* a person can judge. Pure. Bookkeeping (claims, marks) is never a finding.
*/
function findingsOf(given) {
	const { plan } = given;
	const findings = [
		...plan.blockers.map((blocker) => blockerFinding(blocker, given.desired)),
		...plan.steps.flatMap((step) => stepFindings(step, given)),
		...plan.waits.flatMap(waitFinding),
		...plan.paths.flatMap((path) => pathFindings(path, given)),
		...strayFindings(given),
		...publicAccess(given),
		...plan.notes.flatMap((note) => note.code === "zones" ? [] : noteFinding(note))
	];
	return [...new Map(findings.map((one) => [`${one.check}\n${one.subject}\n${one.found}`, one])).values()];
}
const BLOCKER_BASIS = {
	"wrong-account": ["account"],
	"vpc-not-found": ["vpc"],
	"vpc-shared": ["vpc", "account"],
	"vpc-dns-off": ["vpc-dns"],
	"subnet-invalid": ["subnets"],
	"subnet-full": ["subnets"],
	"az-none": ["subnets"],
	"group-invalid": ["groups"],
	"group-name-taken": ["groups"],
	"owner-in-use": ["account"]
};
function blockerFinding(blocker, desired) {
	const cluster = desired.clusters.includes(blocker.subject) ? blocker.subject : void 0;
	return finding(blocker.code, {
		subject: blocker.subject || desired.endpointId || desired.vpcId || "",
		expected: "nothing in the way",
		found: blocker.cause,
		fix: blocker.fix,
		basis: cluster === void 0 ? BLOCKER_BASIS[blocker.code] ?? ["endpoints"] : [
			`cluster:${cluster}`,
			`services:${cluster}`,
			`connections:${cluster}`,
			`owners:${cluster}`,
			...BLOCKER_BASIS[blocker.code] ?? []
		]
	});
}
function stepFindings(step, { plan, desired, observed }) {
	const { action } = step;
	if (step.bookkeeping) return [];
	switch (action.kind) {
		case "create-services": return [finding("service-missing", {
			subject: action.clusterRef,
			expected: `a private endpoint service in ${desired.region}`,
			found: "none",
			fix: ENSURE,
			basis: [`services:${action.clusterRef}`]
		})];
		case "create-group":
			if (plan.steps.some((one) => one.action.kind === "create-endpoint" && one.action.serviceName === action.serviceName)) return [];
			return [finding("group-missing", {
				subject: action.vpcId,
				expected: "the security group of the action for this service",
				found: "none",
				fix: ENSURE,
				basis: ["groups"]
			})];
		case "authorize-ingress":
			if (action.groupId === "") return [];
			if (action.sources.every((source) => letsIn(observed, action.groupId, source))) return [];
			return [finding("rule-missing", {
				subject: action.groupId,
				expected: `${SQL_PORT}/tcp from ${list(action.sources.map(sourceText))}`,
				found: "no such rule",
				fix: ENSURE,
				basis: ["groups", "vpc"]
			})];
		case "revoke-ingress": return action.rules.map((rule) => ruleFinding(action.groupId, rule, { fix: ENSURE })).map((one) => ({
			...one,
			basis: [...one.basis, "endpoints"]
		}));
		case "create-endpoint":
			if (action.serviceName === "" || action.replacing.length > 0) return [];
			return [finding("endpoint-missing", {
				subject: action.serviceName,
				expected: `a VPC endpoint in ${action.vpcId}`,
				found: "none",
				fix: ENSURE,
				basis: ["endpoints", ...servicesOf(plan, action.serviceName)]
			})];
		case "modify-endpoint": return modifyFindings(action, observed).filter((one) => one.check !== "groups" || !plan.blockers.some((blocker) => blocker.code === "group-invalid"));
		case "connect": return action.endpointId === "" ? [] : [connectionFinding(action, observed)];
		case "disconnect":
			if (plan.paths.some((path) => path.condemned.some((one) => one.id === action.endpointId))) return [];
			return [connectionFinding(action, observed)];
		case "set-private-dns":
			if (action.endpointId === "") return [];
			return [finding(action.enabled ? "private-dns-off" : "private-dns-on", {
				subject: action.endpointId,
				expected: `private DNS ${action.enabled ? "on" : "off"}`,
				found: action.enabled ? "off" : "on",
				fix: ENSURE,
				basis: ["endpoints"]
			})];
		case "delete-endpoint": {
			const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
			const dead = DEAD_CHECKS[endpoint?.state ?? ""];
			return [finding(dead === void 0 ? "endpoint-duplicate" : dead, {
				subject: action.endpointId,
				expected: dead !== void 0 ? "available" : "one VPC endpoint for the service in the VPC",
				found: dead !== void 0 && endpoint !== void 0 ? `${endpoint.rawState}${endpoint.failure === "" ? "" : `: ${endpoint.failure}`}` : "a younger second one",
				fix: ENSURE,
				basis: ["endpoints"]
			})];
		}
		case "trust":
		case "untrust": {
			const account = action.kind === "trust" ? action.accountId : action.owner.accountId;
			return [finding(action.kind === "trust" ? "owner-missing" : "owner-surplus", {
				subject: `${action.clusterRef} ${account}`,
				expected: `AWS account ${account} ${action.kind === "trust" ? "trusted" : "not trusted"}`,
				found: action.kind === "trust" ? "not trusted" : "trusted",
				fix: ENSURE,
				basis: [`owners:${action.clusterRef}`, "account"]
			})];
		}
		default: return [];
	}
}
function letsIn(observed, groupId, source) {
	return (observed.groups.find((one) => one.id === groupId)?.ingress ?? []).some((rule) => isSqlRule(rule) && rule.source !== void 0 && sourceText(rule.source) === sourceText(source));
}
function servicesOf(plan, serviceName) {
	return plan.paths.filter((path) => path.serviceName === serviceName).flatMap((path) => path.members.map((member) => `services:${member.view.ref}`));
}
function modifyFindings(action, observed) {
	const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
	const findings = [];
	const zones = (ids) => list(ids.map((id) => `${id} (${observed.subnets.find((one) => one.id === id)?.zoneId ?? "unknown zone"})`));
	if (action.addSubnetIds.length + action.removeSubnetIds.length > 0) {
		const wanted = [...endpoint?.subnetIds.filter((id) => !action.removeSubnetIds.includes(id)) ?? [], ...action.addSubnetIds];
		findings.push(finding("subnets", {
			subject: action.endpointId,
			expected: zones(wanted),
			found: zones(endpoint?.subnetIds ?? []),
			fix: ENSURE,
			basis: ["endpoints", "subnets"]
		}));
	}
	if (action.addGroupIds.length + action.removeGroupIds.length > 0) {
		const wanted = [...endpoint?.groupIds.filter((id) => !action.removeGroupIds.includes(id)) ?? [], ...action.addGroupIds];
		findings.push(finding("groups", {
			subject: action.endpointId,
			expected: list(wanted),
			found: list(endpoint?.groupIds ?? []),
			fix: ENSURE,
			basis: ["endpoints", "groups"]
		}));
	}
	return findings;
}
function connectionFinding(action, observed) {
	const view = observed.clusters.find((one) => one.ref === action.clusterRef);
	const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
	const connection = view?.connections.find((one) => one.endpointId === action.endpointId);
	const rejected = endpoint?.state === "rejected" && connection?.status === "AVAILABLE";
	const check = rejected ? "connection-rejected" : CONNECTION_CHECKS[connection?.status ?? ""] ?? "connection-missing";
	return finding(check, {
		subject: `${view?.matches[0]?.name || action.clusterId} ${action.endpointId}`,
		expected: check === "connection-stale" ? "no entry for an endpoint that is gone" : "AVAILABLE",
		found: rejected ? `${connection.rawStatus}, but the endpoint is ${endpoint.rawState}` : connection?.rawStatus ?? "no connection",
		fix: ENSURE,
		basis: [`connections:${action.clusterRef}`, "endpoints"]
	});
}
const DEAD_CHECKS = {
	failed: "endpoint-failed",
	expired: "endpoint-expired",
	rejected: "endpoint-rejected"
};
const CONNECTION_CHECKS = {
	REJECTED: "connection-rejected",
	STALE: "connection-stale",
	FAILED: "connection-failed",
	EXPIRED: "connection-expired",
	PENDING_ACCEPTANCE: "connection-pending"
};
const WAIT_CHECKS = {
	service: "service-pending",
	endpoint: "endpoint-not-available",
	connection: "connection-pending"
};
function waitFinding(wait) {
	const kind = wait.id.split(":")[0];
	const check = WAIT_CHECKS[kind ?? ""];
	if (check === void 0) return [];
	return [finding(check, {
		subject: wait.id.slice((kind ?? "").length + 1),
		expected: "available",
		found: wait.seen,
		fix: `Wait: ${wait.mover}.`,
		basis: wait.facets
	})];
}
const NOTE_FIXES = {
	"shared-setting": "Ask for the same in every environment, or leave it to the last one that is left.",
	"not-ours": "Nothing to do here: its owner decides.",
	zones: "Add a subnet in that zone, or live without it.",
	"trusts-everyone": "Remove * from the trusted owners, or list only *."
};
function noteFinding({ code, text }) {
	if (code === "departure") return [];
	return [finding(code, {
		subject: "",
		expected: "as this step asks for",
		found: text,
		fix: NOTE_FIXES[code],
		basis: code === "trusts-everyone" ? [] : ["endpoints", "groups"]
	}, "warning")];
}

// src/operations/verify.ts
/** Compares what is wanted with what is there; changes nothing at AWS or CockroachDB Cloud. */
async function verify(request, deps) {
	const desired = desiredOf(request, deps.home);
	const failures = /* @__PURE__ */ new Map();
	const worlds = tolerant(deps.worlds, failures);
	const observed = await observeAll(desired, worlds);
	forgetHopeless(failures, observed, desired);
	const memory = startMemory(deps.nonce, deps.startedAt);
	const plan = makePlan({
		desired: {
			...desired,
			readLagMs: 0,
			decisionMs: 0
		},
		observed,
		memory,
		now: worlds.clock.now()
	});
	deps.listener.planned(failures.size === 0 ? plan : {
		...plan,
		steps: [],
		waits: [],
		blockers: [],
		notes: []
	}, observed);
	const extra = await observeExtra(plan, {
		desired,
		observed,
		worlds,
		cloud: deps.worlds.cloud
	});
	const byRef = withRefs(failures, observed);
	return {
		plan,
		observed,
		findings: findingsOf({
			plan,
			desired,
			observed,
			extra
		}).filter((one) => !one.basis.some((reading) => byRef.has(reading))).map(withoutBasis),
		unchecked: [...failures].map(([reading, error]) => ({
			what: nameOf(reading),
			error
		}))
	};
}
/** @throws ActionError `could-not-check` where a read failed, else `drift` where findings count and the step is to fail for them */
function judge(verdict, failOnDrift) {
	const { unchecked } = verdict;
	const [first] = unchecked;
	if (first !== void 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("could-not-check", {
		cause: `${unchecked.length === 1 ? "One check" : `${unchecked.length} checks`} could not be made: ${first.what}: ${first.error.message}`,
		fix: first.error.fix,
		details: unchecked.map(({ what, error }) => `not checked: ${what} (${error.code}: ${error.message} ${error.fix})`)
	}, { cause: first.error });
	const drift = driftOf(verdict);
	if (drift.length > 0 && failOnDrift) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("drift", {
		cause: `${drift.length === 1 ? "One difference" : `${drift.length} differences`} from what is asked for: ${drift.map((one) => one.check).join(", ")}`,
		fix: "Run operation: ensure with the same inputs to mend what it can; the summary lists each finding with its fix."
	});
}
/** The findings that count. */
function driftOf(verdict) {
	return verdict.findings.filter((one) => one.severity === "error");
}
function withoutBasis({ basis: _, ...finding }) {
	return finding;
}
/** Reads that go on when one of them fails, and remember which did. */
function tolerant(worlds, failures) {
	async function guard(reading, read, otherwise) {
		try {
			return await read;
		} catch (error) {
			if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) || error.code === "cancelled") throw error;
			failures.set(reading, error);
			return otherwise;
		}
	}
	const { ec2, cloud } = worlds;
	return {
		clock: worlds.clock,
		account: () => guard("account", worlds.account(), ""),
		ec2: {
			...ec2,
			vpc: (vpcId) => guard("vpc", ec2.vpc(vpcId), {
				id: vpcId,
				ownerId: "",
				cidrs: []
			}),
			vpcDns: (vpcId) => guard("vpc-dns", ec2.vpcDns(vpcId), void 0),
			subnets: (vpcId) => guard("subnets", ec2.subnets(vpcId), []),
			endpoints: (of) => guard("endpoints", ec2.endpoints(of), []),
			groups: (of) => guard("groups", ec2.groups(of), [])
		},
		cloud: {
			...cloud,
			getCluster: (id) => guard(`cluster:${id}`, cloud.getCluster(id), void 0),
			listClusters: () => guard("cluster:*", cloud.listClusters(), []),
			listServices: (id) => guard(`services:${id}`, cloud.listServices(id), []),
			listConnections: (id) => guard(`connections:${id}`, cloud.listConnections(id), []),
			listTrustedOwners: (id) => guard(`owners:${id}`, cloud.listTrustedOwners(id), []),
			listAllowlist: (id) => guard(`allowlist:${id}`, cloud.listAllowlist(id), [])
		}
	};
}
/** The failed reads under the references that findings use, which may be names. */
function withRefs(failures, observed) {
	const all = new Set(failures.keys());
	for (const view of observed.clusters) {
		const id = view.matches[0]?.id ?? view.ref;
		for (const kind of [
			"cluster",
			"services",
			"connections",
			"owners",
			"allowlist"
		]) if (failures.has(`${kind}:${id}`) || failures.has(`${kind}:${view.ref}`) || kind === "cluster" && failures.has("cluster:*")) all.add(`${kind}:${view.ref}`);
	}
	return all;
}
/** Reads of a cluster that cannot have a private path, or of what its plan does not have, are no checks that are missing. */
function forgetHopeless(failures, observed, desired) {
	for (const view of observed.clusters) {
		const [cluster] = view.matches;
		if (failures.has(`cluster:${view.ref}`) || failures.has("cluster:*")) continue;
		const ids = [view.ref, ...cluster === void 0 ? [] : [cluster.id]];
		if (cluster?.serverless === true) for (const id of ids) failures.delete(`owners:${id}`);
		if (clusterProblem(view, desired.region) === void 0) continue;
		for (const id of ids) for (const kind of [
			"services",
			"connections",
			"owners"
		]) failures.delete(`${kind}:${id}`);
	}
}
/** What only `verify` looks at, read only where there is something to look for. */
async function observeExtra(plan, given) {
	const { observed, worlds } = given;
	const members = plan.paths.flatMap((path) => path.members);
	const unknown = members.flatMap((member) => member.view.connections.filter((one) => isDangling(one, observed, given.desired.region)).map((one) => one.endpointId));
	const foreign = plan.paths.flatMap((path) => path.ownership === "not-ours" || path.ownership === "attached" ? path.endpoint?.groupIds ?? [] : []);
	const [known, foreignGroups, goneClusterIds, allowlists] = await Promise.all([
		unknown.length === 0 ? void 0 : worlds.ec2.endpoints({ endpointIds: unknown }),
		foreign.length === 0 ? [] : worlds.ec2.groups({ ids: [...new Set(foreign)] }),
		goneClusters(plan, given),
		Promise.all(members.map(async (member) => [member.cluster.id, await worlds.cloud.listAllowlist(member.cluster.id)]))
	]);
	return {
		knownEndpointIds: known === void 0 ? void 0 : new Set(known.filter((one) => one.state !== "deleted").map((one) => one.id)),
		publicCidrs: new Map(allowlists),
		goneClusterIds,
		foreignGroups
	};
}
/** Clusters that claims on stray endpoints name and that the API does not know; one that cannot be asked for counts as there. */
async function goneClusters(plan, { desired, observed, cloud }) {
	const claims = strayEndpoints(plan, desired, observed).flatMap((one) => readClaims$1(one.tags));
	const ids = [...new Set(claims.map((claim) => claim.clusterId))].filter((id) => id !== "");
	const there = await Promise.all(ids.map((id) => cloud.getCluster(id).then((cluster) => cluster !== void 0 && cluster.state !== "DELETED", (error) => {
		if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) && error.code === "cancelled") throw error;
		return true;
	})));
	return new Set(ids.filter((_, index) => !there[index]));
}
const READING_NAMES = {
	account: "the AWS account",
	vpc: "the VPC",
	"vpc-dns": "the DNS attributes of the VPC",
	subnets: "subnets and availability zones",
	endpoints: "the VPC endpoint",
	groups: "the security group",
	cluster: "the cluster",
	services: "the private endpoint services",
	connections: "the private endpoint connections",
	owners: "the trusted owners",
	allowlist: "the IP allowlist"
};
function nameOf(reading) {
	const [kind = "", id = ""] = reading.split(":");
	const name = READING_NAMES[kind] ?? kind;
	return id === "" || id === "*" ? name : `${name} of cluster ${id}`;
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
/** What a departure leaves and what that costs, a line each. */
function leftOverLines(leftOvers) {
	return leftOvers.map(({ what, why, monthly }) => `left: ${what}, ${why}${monthly > 0 ? `, ${monthlyText(monthly)}` : ""}`);
}
/** A monthly cost in words. */
function monthlyText(monthly) {
	return `about $${monthly.toFixed(2)} a month`;
}

// src/report/ending.ts
/** One annotation per finding; errors show as errors only where they fail the step. */
function tellVerdict(runner, verdict, { failOnDrift, unproved }) {
	for (const finding of verdict.findings) {
		const level = finding.severity === "error" && failOnDrift ? "error" : "warning";
		const about = finding.subject === "" ? "" : `${finding.subject}: `;
		runner.annotate(level, finding.check, `${about}expected ${finding.expected}, found ${finding.found}. ${finding.fix}`);
	}
	if (verdict.findings.length === 0 && verdict.unchecked.length === 0 && !unproved) runner.log.line("Clean: everything is as it was asked for.");
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
		for (const path of plan.paths) for (const { cluster } of path.members) log.line(`Cluster ${cluster.name || cluster.id} is reachable through ${path.endpoint?.id ?? "no endpoint"}.`);
		if (!changed) log.line("Nothing was changed.");
	}
}
/** The last lines of a run that gives a path up: what it came to, and what stays and why. */
function tellDeparture(log, end, { plan, left, environment }) {
	for (const line of leftOverLines(plan.leftOvers)) log.line(line);
	if (end === "planned") log.line("Dry run: nothing was changed.");
	else if (end === "pending") for (const wait of plan.waits) log.line(`Not waited for: ${wait.what} (${wait.seen}). A later run goes on from here.`);
	else if (left) log.line(`Environment ${environment} has left.${plan.leftOvers.length === 0 ? " Nothing is left of it." : ""}`);
	else log.line("Nothing was there to delete, and nothing was changed.");
}

// src/report/story.ts
/**
* Tells the run as a story: what was found, what is planned, then a line for each step and each change of state.
* @param onPlan called with every plan, for the outputs that are known by then
*/
function tellStory(log, now, onPlan) {
	const spans = [];
	const done = [];
	const told = /* @__PURE__ */ new Set();
	const began = now();
	let working = false;
	let groupOpen = true;
	let changed = false;
	const created = /* @__PURE__ */ new Set();
	log.startGroup("Look at AWS and CockroachDB Cloud");
	function enterWork() {
		if (working) return;
		working = true;
		groupOpen = true;
		log.startGroup("Do and wait");
	}
	function tellNotes(plan) {
		for (const note of plan.notes) {
			if (told.has(note.text)) continue;
			told.add(note.text);
			if (note.warning) log.warning(note.text);
			else log.line(`note: ${note.text}`);
		}
	}
	return {
		spans,
		done,
		created,
		get changed() {
			return changed;
		},
		planned(plan, observed) {
			if (spans.length === 0) {
				spans.push({
					what: "sign in and read both sides",
					kind: "look",
					ms: now() - began
				});
				for (const line of sightings(plan, observed)) log.line(line);
				tellNotes(plan);
				log.endGroup();
				groupOpen = false;
				tellPlan(log, plan);
			} else tellNotes(plan);
			onPlan(plan, observed, {
				changed,
				created
			});
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
			if (outcome?.kind === "done") {
				if (!step.bookkeeping) changed = true;
				if (outcome.created !== void 0) created.add(outcome.created);
				done.push(step.title);
				log.line(`✔ ${step.title} (${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(ms)})`);
			} else if (outcome !== void 0) {
				if (outcome.lost === true && !step.bookkeeping) changed = true;
				log.line(`… ${step.title}: looking again, since ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(outcome.why)}`);
			} else log.line(`✘ ${step.title} (${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(ms)})`);
		},
		waiting(wait, seen, ms) {
			if (wait.id === "confirm") return;
			enterWork();
			if (seen !== void 0) log.line(`… waiting for ${wait.what}: ${seen}${ms > 0 ? ` (after ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(ms)})` : ""}`);
			else {
				spans.push({
					what: `wait for ${wait.what}`,
					kind: "wait",
					ms
				});
				log.line(`✔ no longer waiting for ${wait.what} (${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(ms)})`);
			}
		},
		heartbeat(waits, elapsedMs, remainingMs) {
			const still = waits.map((wait) => `${wait.what} (${wait.seen})`).join("; ");
			log.line(`… still waiting for ${still}; ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(elapsedMs)} gone, ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(Math.max(0, remainingMs))} left`);
		},
		info: (line) => log.line(line),
		close() {
			if (groupOpen) log.endGroup();
			groupOpen = false;
		}
	};
}
function tellPlan(log, plan) {
	log.startGroup("Plan");
	plan.steps.forEach((step, index) => {
		log.line(`${index + 1}. ${step.title}${step.after === "" ? "" : ` — once ${step.after}`}`);
	});
	for (const cost of costLines(plan)) log.line(cost);
	for (const wait of plan.waits) log.line(`wait for ${wait.what}: ${wait.seen}; ${wait.mover}`);
	for (const blocker of plan.blockers) log.line(`in the way: ${blocker.cause}`);
	if (plan.steps.length + plan.waits.length + plan.blockers.length === 0) log.line("Nothing to do: everything is as it was asked for.");
	log.endGroup();
}
/** What was found, in a few lines. */
function sightings(plan, observed) {
	const lines = [];
	if (observed.account !== "") lines.push(`AWS account ${observed.account}`);
	for (const { ref, matches } of observed.clusters) {
		const [cluster] = matches;
		lines.push(cluster === void 0 ? `cluster ${ref}: not found` : `cluster ${cluster.name || ref} (${cluster.id}): ${cluster.plan}, ${cluster.state || "state unknown"}, ${cluster.regions.map((one) => one.name).join(", ")}`);
	}
	if (observed.vpc !== void 0) {
		const dns = observed.vpcDns;
		const attributes = dns === void 0 ? "" : `, DNS support ${onOff(dns.support)}, DNS hostnames ${onOff(dns.hostnames)}`;
		lines.push(`VPC ${observed.vpc.id}: ${observed.vpc.cidrs.join(", ")}${attributes}, ${observed.subnets.length} subnets`);
	}
	for (const path of plan.paths) {
		if (path.service !== void 0) lines.push(`endpoint service ${path.serviceName}: ${path.service.zoneIds.join(", ") || "any availability zone"}`);
		const { endpoint } = path;
		if (endpoint === void 0) {
			if (path.subnets.length > 0) lines.push(`subnets for the endpoint: ${path.subnets.map((one) => `${one.id} in ${one.zoneId}`).join(", ")} (rule: ${path.subnetRule})`);
		} else {
			const whose = {
				ours: "made by the action",
				"not-ours": "not made by the action",
				attached: "given by endpoint-id",
				none: ""
			}[path.ownership];
			lines.push(`VPC endpoint ${endpoint.id}: ${endpoint.rawState}, ${whose}, private DNS ${onOff(endpoint.privateDns)}, in ${path.subnets.map((one) => `${one.id} (${one.zoneId})`).join(", ") || `${endpoint.subnetIds.length} subnets`}`);
		}
		for (const member of path.members) if (endpoint !== void 0) lines.push(`connection of cluster ${member.cluster.name || member.cluster.id}: ${member.connection?.rawStatus ?? "none"}`);
	}
	const leaving = observed.endpoints.filter(isGone$1).map((one) => `${one.id} (${one.rawState})`);
	if (leaving.length > 0) lines.push(`on their way out: ${leaving.join(", ")}`);
	return lines.map(_errors_js__WEBPACK_IMPORTED_MODULE_2__.a);
}
function onOff(on) {
	return on ? "on" : "off";
}

// src/report/diagram.ts
/** A label that cannot end its quotes or start anything in Mermaid. */
function label(...lines) {
	return `"${lines.filter((line) => line !== "").map((line) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(line).replace(/[^A-Za-z0-9 ._:/()+,-]/g, "_").slice(0, 80)).join("<br/>")}"`;
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
		lines.push(`    v${index}[[${label("endpoint service", path.serviceName.split(".").at(-1) ?? "")}]]`);
		path.members.forEach((member, number) => {
			lines.push(`    c${index}_${number}[(${label(member.cluster.name || member.cluster.id, member.cluster.plan)})]`);
		});
	});
	lines.push("  end");
	paths.forEach((path, index) => {
		for (const subnet of path.subnets) lines.push(`  ${node(subnet.id)} -- "26257/tcp" --> e${index}`);
		lines.push(`  e${index} == "PrivateLink" ==> v${index}`);
		path.members.forEach((member, number) => {
			lines.push(`  v${index} -- ${label((member.connection?.status ?? "not connected").toLowerCase())} --> c${index}_${number}`);
		});
	});
	lines.push("```");
	return lines.join("\n");
}

// src/report/markdown.ts
/** Text for a Markdown table or paragraph: whatever it holds, it shows as itself. */
function text(value) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/([\\`*_{}[\]()#+!|~@$-])/g, "\\$1");
}
/** Inline code, '–' for nothing. HTML, since a backtick in the value would end Markdown's own. */
function code(value) {
	if (value === "") return "–";
	return `<code>${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\|/g, "&#124;").replace(/[`*_[\]\\~$@:]/g, (one) => `&#${one.codePointAt(0)};`)}</code>`;
}
function table(head, rows) {
	return [
		`| ${head.join(" | ")} |`,
		`|${head.map(() => "---").join("|")}|`,
		...rows.map((row) => `| ${row.join(" | ")} |`)
	].join("\n");
}

// src/report/summary.ts
/** The job summary as Markdown: what was made, adopted and left alone, how to connect, and where the time went. */
function summaryMarkdown(facts) {
	const reports = facts.plan === void 0 ? [] : connectionReports(facts.plan, facts.wanted);
	const parts = [
		heading(facts, reports),
		errorPart(facts),
		facts.verdict === void 0 ? "" : findingsTable(facts.verdict)
	];
	const seen = facts.verdict === void 0 || facts.verdict.unchecked.length === 0;
	if (facts.departure) parts.push(stepsDone(facts), leftOversTable(facts.plan));
	parts.push(sweptTable(facts.swept));
	if (facts.plan !== void 0 && reports.length > 0 && seen && !facts.departure) {
		parts.push(statusTable(facts.plan, reports), pathDiagram(facts.plan.paths, facts.observed?.vpc?.id ?? "", facts.wanted.region));
		parts.push(worksTable(facts, facts.plan));
		if (!facts.dryRun) parts.push(connecting(reports));
	}
	parts.push(probeTable(facts.probes), ownersTable(facts.observed));
	if (facts.plan !== void 0 && facts.dryRun && facts.verdict === void 0) parts.push(planPart(facts.plan));
	if (facts.plan !== void 0 && facts.plan.notes.length > 0) parts.push(`### Worth knowing\n\n${facts.plan.notes.map((note) => `- ${text(note.text)}`).join("\n")}`);
	parts.push(timePart(facts));
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
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
		`${mark[probe.outcome]} ${text(probe.cluster)}<br/>${code(probe.host)}`,
		probe.checks.map((check) => `${check.ok ? "✔" : "✘"} ${check.check}: ${text(check.detail)}`).join("<br/>") || "–",
		probe.outcome === "proved" ? "–" : `${code(probe.code ?? "")} ${text(probe.cause)} ${text(probe.fix)}`,
		probe.certificateExpires?.slice(0, 10) ?? "–"
	]);
	return `### Probe from this runner\n\n${table([
		"Cluster",
		"Checks",
		"Cause and fix",
		"Certificate until"
	], rows)}`;
}
/** Who is trusted, with the ID that each entry is read and removed by. */
function ownersTable(observed) {
	const owners = observed === void 0 ? [] : trustedOwners(observed);
	if (owners.length === 0) return "";
	const rows = owners.map((owner) => [
		text(owner.cluster_name || owner.cluster_id),
		code(owner.account),
		code(owner.id),
		text(owner.created_at || "–")
	]);
	return `### Trusted owners\n\n${table([
		"Cluster",
		"AWS account",
		"Entry ID",
		"Trusted since"
	], rows)}`;
}
/** Failures that the verdict itself tells. */
const VERDICT_CODES = /* @__PURE__ */ new Set(["drift", "could-not-check"]);
function heading(facts, reports) {
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
	if (all) return facts.changed ? "✅ available" : "✅ available, nothing to change";
	return reports.length === 0 ? "✅ trusted owners as asked for" : "⏳ under way";
}
function departureWords({ plan, done }) {
	if (plan !== void 0 && plan.waits.length + plan.steps.length > 0) return "⏳ leaving, under way";
	if (done.length === 0) return "✅ nothing was there to delete";
	return plan?.leftOvers.length === 0 ? "✅ deleted" : "✅ left; others still use what stays";
}
function sweptWords(rows, dryRun) {
	const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
	if (dryRun) return `📝 sweep: ${count("would be swept")} would go, nothing was changed`;
	return `🧹 sweep: ${count("swept")} gone, ${count("kept")} kept`;
}
/** More rows than this make a summary that nobody reads. */
const MOST_SWEPT_ROWS = 200;
/** What went, what stays and why, and what failed. */
function sweptTable(rows) {
	if (rows === void 0) return "";
	const unseen = "Paths made with `endpoint-id` (attach only) carry no claims: sweep does not see them.";
	if (rows.length === 0) return `Nothing of the action is in this region.\n\n${unseen}`;
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
		text(row.what),
		`${code(row.resource)}<br/>${code(row.vpcId)}`,
		text(row.why)
	]);
	const more = rows.length > MOST_SWEPT_ROWS ? `\n\nand ${rows.length - MOST_SWEPT_ROWS} more, in the log` : "";
	return `${table([
		"Outcome",
		"What",
		"Where",
		"Why"
	], lines)}${more}\n\n${unseen}`;
}
/** What a departure leaves, and what that costs. */
function leftOversTable(plan) {
	if (plan === void 0 || plan.leftOvers.length === 0) return "";
	const rows = plan.leftOvers.map(({ what, why, monthly }) => [
		text(what),
		text(why),
		monthly > 0 ? `${monthlyText(monthly)} (price of us-east-1; data is extra)` : "–"
	]);
	return `### What is left\n\n${table([
		"What",
		"Why",
		"Cost"
	], rows)}`;
}
function stepsDone({ done }) {
	return done.length === 0 ? "" : `### Done\n\n${done.map((title) => `- ${text(title)}`).join("\n")}`;
}
function verdictWords(verdict, probes) {
	const drift = verdict.findings.filter((one) => one.severity === "error").length;
	const warnings = verdict.findings.length - drift;
	if (verdict.unchecked.length > 0) return `❔ could not check everything${drift > 0 ? `, ${drift} difference${drift > 1 ? "s" : ""} found` : ""}`;
	if (drift > 0) return `⚠️ drift: ${drift} difference${drift > 1 ? "s" : ""}`;
	if (probes.some((one) => one.outcome === "failed")) return "❌ no difference found, but the probe failed";
	if (probes.some((one) => one.outcome === "outside")) return "❔ no difference found, but the probe could not check";
	return warnings > 0 ? `✅ clean, ${warnings} warning${warnings > 1 ? "s" : ""}` : "✅ clean";
}
/** The findings of `verify`: check, expected, found, fix. */
function findingsTable(verdict) {
	const rows = verdict.findings.map((one) => [
		`${one.severity === "error" ? "❌" : "⚠️"} ${code(one.check)}${one.subject === "" ? "" : `<br/>${text(one.subject)}`}`,
		text(one.expected),
		text(one.found),
		text(one.fix)
	]);
	const unchecked = verdict.unchecked.map(({ what, error }) => [
		`❔ ${text(what)}`,
		"to be read",
		`${code(error.code)} ${text(error.message)}`,
		text(error.fix)
	]);
	if (rows.length + unchecked.length === 0) return "";
	return `### Findings\n\n${table([
		"Check",
		"Expected",
		"Found",
		"How to mend it"
	], [...rows, ...unchecked])}`;
}
function errorPart({ error, errorLink }) {
	if (error === void 0) return "";
	const details = error.details.length === 0 ? "" : `\n\n${error.details.map((line) => `- ${text(line)}`).join("\n")}`;
	return `> [!CAUTION]\n> **${text(error.message)}**\n>\n> ${text(error.fix)}\n>\n> ${code(error.code)}: ${errorLink.startsWith("http") ? `[troubleshooting](${errorLink})` : code(errorLink)}${details}`;
}
function statusTable(plan, reports) {
	const rows = reports.map((report) => [
		`${text(report.cluster_name || report.cluster_id)}<br/>${code(report.cluster_id)}`,
		text(report.plan),
		`**${report.status}**`,
		`${code(report.endpoint_id)}<br/>${text(report.endpoint_state || "–")}`,
		text(report.connection_status || "–"),
		report.endpoint_id === "" ? "–" : report.private_dns_enabled ? "on" : "off"
	]);
	const services = plan.paths.filter((path) => path.serviceName !== "").map((path) => code(path.serviceName));
	const service = services.length === 0 ? "" : `\n\nEndpoint service: ${services.join(", ")}`;
	return `${table([
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
	const done = facts.done.length === 0 ? "" : `\n\n<details><summary>${facts.done.length} steps done</summary>\n\n${facts.done.map((title) => `- ${text(title)}`).join("\n")}\n\n</details>`;
	return rows.length === 0 ? done.trim() : `### What is there\n\n${table([
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
	const where = path.subnets.map((subnet) => `${code(subnet.zoneId)} ${code(subnet.id)}`).join("<br/>");
	return [
		`VPC endpoint ${code(path.endpoint.id)}`,
		whose,
		where === "" ? "–" : where
	];
}
function groupRow(facts, path) {
	const { group, endpoint } = path;
	if (group !== void 0) {
		const sources = group.ingress.map((rule) => rule.source === void 0 ? "other" : "cidr" in rule.source ? rule.source.cidr : rule.source.groupId);
		return [
			`Security group ${code(group.id)}`,
			facts.created.has(group.id) ? "made by this run" : "made by the action, kept",
			`26257/tcp from ${[...new Set(sources)].map(code).join(", ") || "nowhere"}`
		];
	}
	if (endpoint === void 0 || endpoint.groupIds.length === 0) return void 0;
	return [
		`Security groups ${endpoint.groupIds.map(code).join(", ")}`,
		"not made by the action, left alone",
		"–"
	];
}
function connecting(reports) {
	const usable = reports.filter((report) => report.internal_dns !== "");
	if (usable.length === 0) return "";
	const strings = usable.map((report) => {
		const options = report.connection_options === "" ? "&sslrootcert=<ca.crt>" : `&${report.connection_options}`;
		return `${(report.cluster_name || report.cluster_id).replace(/[^\w .-]/g, "_")}:\n  postgresql://<user>:<password>@${hostOnly(report.internal_dns)}:26257/<database>?sslmode=verify-full${options}`;
	});
	const standard = usable.some((report) => report.connection_options !== "");
	const advanced = usable.filter((report) => report.connection_options === "");
	return [
		"### Connect",
		`\`\`\`text\n${strings.join("\n")}\n\`\`\``,
		[
			"- The host resolves to the VPC endpoint only inside the VPC, through its own resolver; elsewhere it needs a Resolver rule.",
			...standard ? ["- A Standard cluster shares its host: `options=--cluster%3D<routing ID>` tells the proxy which cluster is meant."] : [],
			...advanced.map((report) => `- The CA of ${text(report.cluster_name || report.cluster_id)} is at ${code(`<Cloud address>/clusters/${report.cluster_id}/cert`)}.`),
			"- Idle connections are dropped after 350 seconds: keep TCP keep-alive below that, or set a maximum idle time in the pool."
		].join("\n")
	].join("\n\n");
}
/** A host name out of an API answer, in the characters that host names have. */
function hostOnly(name) {
	return name.replace(/[^A-Za-z0-9.-]/g, "").slice(0, 253);
}
function planPart(plan) {
	if (plan.steps.length === 0) return "### Plan\n\nNothing to do: everything is as it was asked for.";
	const lines = plan.steps.map((step, index) => `${index + 1}. ${text(step.title)}${step.after === "" ? "" : ` *(once ${text(step.after)})*`}`);
	const costs = costLines(plan).map((line) => `\n\n${text(line)}`);
	return `### Plan\n\n${lines.join("\n")}${costs.join("")}`;
}
function timePart(facts) {
	const spans = facts.spans.filter((span) => span.ms >= 50).toSorted((one, other) => other.ms - one.ms).slice(0, 8);
	if (spans.length === 0) return "";
	const rows = spans.map((span) => [
		text(span.what),
		{
			look: "read",
			step: "request",
			wait: "wait"
		}[span.kind],
		(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(span.ms)
	]);
	return `<details><summary>Where the time went: ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_5__.t)(facts.totalMs)}</summary>\n\n${table([
		"What",
		"Kind",
		"Time"
	], rows)}\n\nSteps and waits overlap, so the rows may add up to more.\n\n</details>`;
}

// src/aws/connection.ts
/** CreateVpcEndpoint is synchronous and takes about 30 s; ModifyVpcEndpoint can hang for minutes where a permission is missing. */
const REQUEST_TIMEOUT_MS = 12e4;
const CONNECT_TIMEOUT_MS = 1e4;
/**
* Opens the pool. Node's own agents take the proxies (HTTPS_PROXY, HTTP_PROXY, NO_PROXY) from the environment given,
* which the AWS SDK by itself does not. Retrying is done in one place for all calls, so the SDK tries once.
*/
function openAwsConnection(region, env, userAgent) {
	const options = {
		keepAlive: true,
		maxSockets: 25,
		proxyEnv: env
	};
	const httpAgent = new node_http__WEBPACK_IMPORTED_MODULE_19__.Agent(options);
	const httpsAgent = new node_https__WEBPACK_IMPORTED_MODULE_20__.Agent(options);
	return {
		settings: {
			region,
			maxAttempts: 1,
			customUserAgent: userAgent,
			requestHandler: {
				httpAgent,
				httpsAgent,
				connectionTimeout: CONNECT_TIMEOUT_MS,
				requestTimeout: REQUEST_TIMEOUT_MS,
				throwOnRequestTimeout: true
			}
		},
		close() {
			httpAgent.destroy();
			httpsAgent.destroy();
		}
	};
}

// node_modules/@aws-sdk/credential-providers/dist-es/fromNodeProviderChain.js
const fromNodeProviderChain = (init = {}) => {
	let chain;
	return async (args) => {
		if (!chain) {
			const { defaultProvider } = await __nccwpck_require__.e(/* import() */ 632).then(__nccwpck_require__.bind(__nccwpck_require__, 3632));
			chain = defaultProvider({ ...init });
		}
		return chain(args);
	};
};

// node_modules/@aws-sdk/credential-providers/dist-es/fromWebToken.js
const fromWebToken = (init) => {
	return async (args) => {
		const { fromWebToken: _fromWebToken } = await __nccwpck_require__.e(/* import() */ 715).then(__nccwpck_require__.bind(__nccwpck_require__, 9715));
		return _fromWebToken({ ...init })(args);
	};
};

// src/aws/identity-token.ts
/** Reads the claims without checking the signature (AWS checks it); missing claims are ''. */
function readClaims(token) {
	let claims = {};
	try {
		const parsed = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		if (typeof parsed === "object" && parsed !== null) claims = parsed;
	} catch {}
	const claim = (name) => claims[name] === void 0 ? "" : String(claims[name]).slice(0, 300);
	return {
		iss: claim("iss"),
		aud: claim("aud"),
		sub: claim("sub"),
		repository: claim("repository"),
		repositoryId: claim("repository_id"),
		repositoryOwner: claim("repository_owner"),
		repositoryOwnerId: claim("repository_owner_id")
	};
}
/**
* Both spellings of the subject: repositories made since 2026-07-15 (and those that opted in) carry immutable IDs in it
* (`repo:ORG@ID/REPO@ID:...`), older ones do not. A trust policy written for one refuses the other.
*/
function bothSubjects(claims) {
	const match = /^repo:([^/@]+)(?:@\d+)?\/([^:@]+)(?:@\d+)?(:.*)?$/.exec(claims.sub);
	if (match === null) return {
		old: claims.sub,
		immutable: claims.sub
	};
	const [, owner, name, rest = ""] = match;
	const ids = claims.repositoryOwnerId !== "" && claims.repositoryId !== "";
	return {
		old: `repo:${owner}/${name}${rest}`,
		immutable: ids ? `repo:${owner}@${claims.repositoryOwnerId}/${name}@${claims.repositoryId}${rest}` : `repo:${owner}@<owner id>/${name}@<repository id>${rest}`
	};
}
/** Fetches a fresh token, each failure as an error of its own. @throws ActionError `oidc-unavailable`, `oidc-failed` */
async function fetchToken(source, audience) {
	if (!source.offered) {
		const fork = await source.isFork();
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("oidc-unavailable", {
			cause: fork ? "The job gets no OIDC token: it runs for a pull request from a fork, which never gets one" : source.enterpriseServer ? "The job gets no OIDC token: `id-token: write` is missing, or this GitHub Enterprise Server is older than 3.5 and has no OIDC" : "The job gets no OIDC token: the permission `id-token: write` is missing",
			fix: fork ? "Skip the step for forks: `if: github.event.pull_request.head.repo.full_name == github.repository`." : "Add `permissions: { id-token: write, contents: read }` to the job (and to the caller of a reusable workflow)."
		});
	}
	try {
		return await source.request(audience);
	} catch (error) {
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("oidc-failed", {
			cause: `GitHub did not give the job an OIDC token: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(error)}`,
			fix: "Run again; if it lasts, look at https://www.githubstatus.com and check the proxy of the runner."
		}, { cause: error });
	}
}

// src/aws/credentials.ts
/** Renew this long before a session ends, so that no request is signed with credentials that die on the way. */
const RENEW_BEFORE_MS = 3e5;
/** A role that does not trust the token stays so: signing in gives up after a minute. */
const SIGN_IN_BUDGET_MS = 6e4;
/**
* Credentials by GitHub OIDC: every renewal asks for a fresh token, since GitHub's lives about five minutes.
* @throws (from `credentials`) ActionError `oidc-unavailable`, `oidc-failed`, `oidc-provider-missing`, `role-not-assumed`, `aws-*`
*/
function assumeRole(role, deps) {
	const assume = async () => {
		let claims;
		try {
			return await (0,_retry_js__WEBPACK_IMPORTED_MODULE_4__.n)(async () => {
				const token = await fetchToken(deps.token, role.audience);
				claims = readClaims(token);
				return await fromWebToken({
					roleArn: role.roleArn,
					roleSessionName: role.sessionName,
					durationSeconds: role.durationSeconds,
					webIdentityToken: token,
					clientConfig: deps.connection.settings
				})();
			}, {
				clock: deps.clock,
				signal: deps.signal,
				deadline: Math.min(deps.deadline, deps.clock.now() + SIGN_IN_BUDGET_MS),
				repeatable: true,
				classify: classifySignIn,
				onRetry: ({ number }) => deps.debug(`AWS sts:AssumeRoleWithWebIdentity: try ${number} failed, again with a fresh token`)
			});
		} catch (error) {
			throw signInError(error, role, claims);
		}
	};
	return { credentials: renewing(assume, deps.clock) };
}
/** Credentials of the SDK's default chain: environment, profile, container, instance ... */
function ambientCredentials(deps) {
	const chain = fromNodeProviderChain({ clientConfig: deps.connection.settings });
	return { credentials: renewing(async () => {
		try {
			return await chain();
		} catch (error) {
			throw (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.n)(error, "sts:AssumeRole", "load credentials");
		}
	}, deps.clock) };
}
/** Keeps one set of credentials until shortly before its end; callers at the same time share one request. */
function renewing(load, clock) {
	let current;
	let validUntil = 0;
	return async () => {
		if (current === void 0 || clock.now() >= validUntil) {
			validUntil = Number.POSITIVE_INFINITY;
			current = load().then((credentials) => {
				const left = (credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - clock.now();
				validUntil = clock.now() + left - Math.min(RENEW_BEFORE_MS, left / 5);
				return credentials;
			}, (error) => {
				current = void 0;
				throw error;
			});
		}
		return current;
	};
}
/** GitHub's token service may fail for a moment too; what it refuses (4xx) stays refused. */
function classifySignIn(error) {
	if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) || error.code !== "oidc-failed") return (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.r)(error);
	return { failure: /Error Code : 4\d\d/.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(error.cause)) ? "final" : "transient" };
}
function signInError(error, role, claims) {
	if (!(0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.a)(error)) return error instanceof Error && error.name === "ActionError" ? error : (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.n)(error, "sts:AssumeRoleWithWebIdentity", "sign in");
	const said = `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(error.message).slice(0, 200)} (${(0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.t)(error)})`;
	const token = claims === void 0 ? [] : describeClaims(claims);
	if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "AccessDenied", "AccessDeniedException")) return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("role-not-assumed", {
		cause: `AWS did not let this job assume ${role.roleArn}: ${said}`,
		fix: "Compare the trust policy of the role with the claims of the token listed here; `aud` and `sub` must match to the letter.",
		details: token
	}, { cause: error });
	if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "InvalidIdentityToken", "InvalidIdentityTokenException")) return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("oidc-provider-missing", {
		cause: `AWS does not accept the OIDC token of this job: ${said}`,
		fix: `Create the IAM OIDC provider ${claims?.iss ?? "of this GitHub server"} in the account of the role, with the audience ${claims?.aud ?? role.audience}.`,
		details: token
	}, { cause: error });
	return (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.n)(error, "sts:AssumeRoleWithWebIdentity", `assume ${role.roleArn}`);
}
/** What a trust policy sees, in both forms of the subject. */
function describeClaims(claims) {
	const { old, immutable } = bothSubjects(claims);
	return [
		`iss: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(claims.iss)}`,
		`aud: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(claims.aud)}`,
		`sub: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(claims.sub)}`,
		`sub, form without IDs: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(old)}`,
		`sub, immutable form: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(immutable)}`
	];
}

// node_modules/@aws-sdk/client-ec2/dist-es/auth/httpAuthSchemeProvider.js
const defaultEC2HttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.bt)(context).operation,
		region: await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.yt)(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "ec2",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultEC2HttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.r)(config);
	return Object.assign(config_0, { authSchemePreference: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.yt)(config.authSchemePreference ?? []) });
};

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "ec2"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};

// node_modules/@aws-sdk/client-ec2/package.json
var version = "3.1169.0";

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/AwsEc2QueryProtocol.js
var AwsEc2QueryProtocol = class extends _AwsQueryProtocol_js__WEBPACK_IMPORTED_MODULE_11__.t {
	options;
	constructor(options) {
		super(options);
		this.options = options;
		Object.assign(this.serializer.settings, {
			capitalizeKeys: true,
			flattenLists: true,
			serializeEmptyLists: false,
			ec2: true
		});
	}
	getShapeId() {
		return "aws.protocols#ec2Query";
	}
	useNestedResult() {
		return false;
	}
};

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/bdd.js
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://ec2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://ec2.{Region}.amazonaws.com", i],
		["https://ec2-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://ec2.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://ec2.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	13,
	3,
	1,
	4,
	100000012,
	2,
	5,
	100000012,
	3,
	8,
	6,
	4,
	7,
	100000011,
	5,
	100000009,
	100000010,
	4,
	11,
	9,
	6,
	10,
	100000008,
	7,
	100000006,
	100000007,
	5,
	12,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	14,
	4,
	100000002,
	100000003
]);
const bdd = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.J.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/endpointResolver.js
const cache = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.q({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.G)(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.K.aws = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.d;

// node_modules/@aws-sdk/client-ec2/dist-es/models/EC2ServiceException.js
var EC2ServiceException = class EC2ServiceException extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.pt {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.ec2#EC2ServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, EC2ServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js
const _ABV = "AttributeBooleanValue";
const _AESS = "AttachmentEnaSrdSpecification";
const _AESUS = "AttachmentEnaSrdUdpSpecification";
const _AGV = "ApiGatewayV2";
const _AIAC = "AvailableIpAddressCount";
const _AIAOC = "AssignIpv6AddressOnCreation";
const _AIl = "AllocationId";
const _AIs = "AssociationId";
const _AItt = "AttachmentId";
const _ARTI = "AddRouteTableIds";
const _ARTId = "AddRouteTableId";
const _ASGI = "AddSecurityGroupIds";
const _ASGIR = "AuthorizeSecurityGroupIngressRequest";
const _ASGIRu = "AuthorizeSecurityGroupIngressResult";
const _ASGId = "AddSecurityGroupId";
const _ASGIu = "AuthorizeSecurityGroupIngress";
const _ASId = "AddSubnetIds";
const _ASIdd = "AddSubnetId";
const _ASL = "AssociatedSubnetList";
const _ASsso = "AssociatedSubnets";
const _ATtt = "AttachTime";
const _AZ = "AvailabilityZone";
const _AZI = "AvailabilityZoneId";
const _Ass = "Association";
const _At = "Attribute";
const _Att = "Attachment";
const _BPAS = "BlockPublicAccessStates";
const _CB = "CidrBlock";
const _CBAS = "CidrBlockAssociationSet";
const _CBSi = "CidrBlockState";
const _CI = "CarrierIp";
const _CIi = "CidrIp";
const _CIid = "CidrIpv6";
const _CIidr = "CidrIpv4";
const _COI = "CustomerOwnedIp";
const _COIP = "CustomerOwnedIpv4Pool";
const _CSG = "CreateSecurityGroup";
const _CSGR = "CreateSecurityGroupRequest";
const _CSGRr = "CreateSecurityGroupResult";
const _CT = "ClientToken";
const _CTC = "ConnectionTrackingConfiguration";
const _CTR = "CreateTagsRequest";
const _CTrea = "CreationTimestamp";
const _CTreat = "CreateTags";
const _CVER = "CreateVpcEndpointRequest";
const _CVERr = "CreateVpcEndpointResult";
const _CVEr = "CreateVpcEndpoint";
const _Co = "Code";
const _DAIT = "DenyAllIgwTraffic";
const _DE = "DnsEntry";
const _DES = "DnsEntrySet";
const _DEn = "DnsEntries";
const _DFA = "DefaultForAz";
const _DHT = "DnsHostnameType";
const _DI = "DeviceIndex";
const _DNIRe = "DescribeNetworkInterfacesRequest";
const _DNIRes = "DescribeNetworkInterfacesResult";
const _DNIe = "DescribeNetworkInterfaces";
const _DNn = "DnsName";
const _DOI = "DhcpOptionsId";
const _DOS = "DnsOptionsSpecification";
const _DOT = "DeleteOnTermination";
const _DOn = "DnsOptions";
const _DR = "DryRun";
const _DRIT = "DnsRecordIpType";
const _DSG = "DeleteSecurityGroup";
const _DSGR = "DeleteSecurityGroupRequest";
const _DSGRe = "DeleteSecurityGroupResult";
const _DSGRes = "DescribeSecurityGroupsRequest";
const _DSGResc = "DescribeSecurityGroupsResult";
const _DSGe = "DescribeSecurityGroups";
const _DSRescr = "DescribeSubnetsRequest";
const _DSRescri = "DescribeSubnetsResult";
const _DSesc = "DescribeSubnets";
const _DTR = "DeleteTagsRequest";
const _DTelet = "DeleteTags";
const _DVARes = "DescribeVpcAttributeRequest";
const _DVAResc = "DescribeVpcAttributeResult";
const _DVAe = "DescribeVpcAttribute";
const _DVE = "DeleteVpcEndpoints";
const _DVER = "DeleteVpcEndpointsRequest";
const _DVERe = "DeleteVpcEndpointsResult";
const _DVERes = "DescribeVpcEndpointsRequest";
const _DVEResc = "DescribeVpcEndpointsResult";
const _DVEe = "DescribeVpcEndpoints";
const _DVRescr = "DescribeVpcsRequest";
const _DVRescri = "DescribeVpcsResult";
const _DVesc = "DescribeVpcs";
const _De = "Description";
const _ECn = "EncryptionControl";
const _EDH = "EnableDnsHostnames";
const _EDS = "EnableDnsSupport";
const _EDn = "EnableDns64";
const _EFS = "ElasticFileSystem";
const _ELADI = "EnableLniAtDeviceIndex";
const _ENAUM = "EnableNetworkAddressUsageMetrics";
const _EOIG = "EgressOnlyInternetGateway";
const _EQC = "EnaQueueCount";
const _ERNDAAAAR = "EnableResourceNameDnsAAAARecord";
const _ERNDAR = "EnableResourceNameDnsARecord";
const _ESE = "EnaSrdEnabled";
const _ESS = "EnaSrdSpecification";
const _ESUE = "EnaSrdUdpEnabled";
const _ESUS = "EnaSrdUdpSpecification";
const _Er = "Error";
const _FLi = "FilterList";
const _FP = "FromPort";
const _FR = "FailureReason";
const _Fi = "Filters";
const _Fil = "Filter";
const _G = "Groups";
const _GA = "GlobalAccelerator";
const _GD = "GroupDescription";
const _GIL = "GroupIdentifierList";
const _GIS = "GroupIdentifierSet";
const _GISL = "GroupIdStringList";
const _GIr = "GroupId";
const _GIro = "GroupIds";
const _GIrou = "GroupIdentifier";
const _GN = "GroupName";
const _GNSL = "GroupNameStringList";
const _GNr = "GroupNames";
const _GOI = "GroupOwnerId";
const _HBD = "HiddenByDefault";
const _HTo = "HostnameType";
const _HZI = "HostedZoneId";
const _IA = "Ipv6Addresses";
const _IAA = "Ipv6AddressAttribute";
const _IAT = "IpAddressType";
const _IApv = "Ipv6Address";
const _ICB = "Ipv6CidrBlock";
const _ICBAS = "Ipv6CidrBlockAssociationSet";
const _ICBS = "Ipv6CidrBlockState";
const _IDs = "IsDefault";
const _IE = "IsEgress";
const _IG = "InternetGateway";
const _IGBM = "InternetGatewayBlockMode";
const _II = "InstanceId";
const _IMR = "IncludeManagedResources";
const _IN = "Ipv6Native";
const _IOI = "IpOwnerId";
const _IOIn = "InstanceOwnerId";
const _IPEp = "IpPermissionsEgress";
const _IPIs = "IsPrimaryIpv6";
const _IPLp = "IpPermissionList";
const _IPLpv = "Ipv4PrefixesList";
const _IPLpvre = "Ipv6PrefixesList";
const _IPS = "Ipv4PrefixSpecification";
const _IPSp = "Ipv6PrefixSpecification";
const _IPp = "Ipv6Prefixes";
const _IPpe = "IpPermissions";
const _IPper = "IpPermission";
const _IPpr = "IpProtocol";
const _IPpre = "IpPrefixes";
const _IPpv = "Ipv6Prefix";
const _IPpvo = "Ipv6Pool";
const _IPpvr = "Ipv4Prefixes";
const _IPpvre = "Ipv4Prefix";
const _IRLp = "IpRangeList";
const _IRLpv = "Ipv6RangeList";
const _IRpa = "IpRanges";
const _IRpan = "IpRange";
const _IRpv = "Ipv6Ranges";
const _IRpva = "Ipv6Range";
const _ISpo = "IpSource";
const _ITns = "InstanceTenancy";
const _ITnt = "InterfaceType";
const _Ipv = "Ipv4";
const _Ipv_ = "Ipv6";
const _K = "Key";
const _L = "Lambda";
const _LEa = "LastError";
const _MAa = "MacAddress";
const _MCOIOL = "MapCustomerOwnedIpOnLaunch";
const _MPIOL = "MapPublicIpOnLaunch";
const _MR = "MaxResults";
const _MVER = "ModifyVpcEndpointRequest";
const _MVERo = "ModifyVpcEndpointResult";
const _MVEo = "ModifyVpcEndpoint";
const _Mana = "Managed";
const _Me = "Message";
const _Mo = "Mode";
const _N = "Name";
const _NBG = "NetworkBorderGroup";
const _NCI = "NetworkCardIndex";
const _NG = "NatGateway";
const _NIAet = "NetworkInterfaceAssociation";
const _NIAetw = "NetworkInterfaceAttachment";
const _NII = "NetworkInterfaceId";
const _NIIA = "NetworkInterfaceIpv6Address";
const _NIIAL = "NetworkInterfaceIpv6AddressesList";
const _NIIL = "NetworkInterfaceIdList";
const _NIIe = "NetworkInterfaceIds";
const _NIL = "NetworkInterfaceList";
const _NIPIA = "NetworkInterfacePrivateIpAddress";
const _NIPIAL = "NetworkInterfacePrivateIpAddressList";
const _NIe = "NetworkInterface";
const _NIet = "NetworkInterfaces";
const _NTe = "NextToken";
const _OA = "OutpostArn";
const _OI = "OwnerId";
const _ORper = "OperatorResponse";
const _Op = "Operator";
const _P = "Principal";
const _PDE = "PrivateDnsEnabled";
const _PDN = "PrivateDnsName";
const _PDNOOL = "PrivateDnsNameOptionsOnLaunch";
const _PDNub = "PublicDnsName";
const _PDOFIRE = "PrivateDnsOnlyForInboundResolverEndpoint";
const _PDP = "PrivateDnsPreference";
const _PDSD = "PrivateDnsSpecifiedDomains";
const _PDSDN = "PublicDualStackDnsName";
const _PDSDS = "PrivateDnsSpecifiedDomainSet";
const _PDSDr = "PrivateDnsSpecifiedDomain";
const _PDo = "PolicyDocument";
const _PI = "PublicIp";
const _PIAr = "PrivateIpAddress";
const _PIAri = "PrivateIpAddresses";
const _PIDN = "PublicIpv6DnsName";
const _PIDNO = "PublicIpDnsNameOptions";
const _PIDNu = "PublicIpv4DnsName";
const _PLI = "PrefixListId";
const _PLIL = "PrefixListIdList";
const _PLIr = "PrefixListIds";
const _PRE = "PayerResponsibilityEntry";
const _PRSa = "PayerResponsibilitySet";
const _PRT = "PayerResponsibilityType";
const _PRay = "PayerResponsibilities";
const _PSee = "PeeringStatus";
const _Prim = "Primary";
const _R = "Return";
const _RCA = "ResourceConfigurationArn";
const _REes = "ResourceExclusions";
const _RGI = "ReferencedGroupId";
const _RGIe = "ReferencedGroupInfo";
const _RIeq = "RequesterId";
const _RIeso = "ResourceId";
const _RMeq = "RequesterManaged";
const _RP = "ResetPolicy";
const _RRTI = "RemoveRouteTableIds";
const _RRTIe = "RemoveRouteTableId";
const _RSG = "ReferencedSecurityGroup";
const _RSGI = "RemoveSecurityGroupIds";
const _RSGIR = "RevokeSecurityGroupIngressRequest";
const _RSGIRe = "RevokeSecurityGroupIngressResult";
const _RSGIe = "RemoveSecurityGroupId";
const _RSGIev = "RevokeSecurityGroupIngress";
const _RSGR = "RevokedSecurityGroupRule";
const _RSGRL = "RevokedSecurityGroupRuleList";
const _RSGRe = "RevokedSecurityGroupRules";
const _RSIe = "RemoveSubnetIds";
const _RSIem = "RemoveSubnetId";
const _RTI = "RouteTableId";
const _RTIo = "RouteTableIds";
const _RTe = "ResourceType";
const _Res = "Resources";
const _SAub = "SubnetArn";
const _SCBS = "SubnetCidrBlockState";
const _SCL = "SubnetConfigurationsList";
const _SCu = "SubnetConfigurations";
const _SCub = "SubnetConfiguration";
const _SDC = "SourceDestCheck";
const _SGA = "SecurityGroupArn";
const _SGI = "SecurityGroupId";
const _SGIe = "SecurityGroupIds";
const _SGIec = "SecurityGroupIdentifier";
const _SGL = "SecurityGroupList";
const _SGR = "SecurityGroupRules";
const _SGRA = "SecurityGroupRuleArn";
const _SGRI = "SecurityGroupRuleIds";
const _SGRIL = "SecurityGroupRuleIdList";
const _SGRIe = "SecurityGroupRuleId";
const _SGRL = "SecurityGroupRuleList";
const _SGRe = "SecurityGroupRule";
const _SGe = "SecurityGroups";
const _SGec = "SecurityGroup";
const _SI = "SubnetIds";
const _SICBA = "SubnetIpv6CidrBlockAssociation";
const _SICBAS = "SubnetIpv6CidrBlockAssociationSet";
const _SIPL = "SubnetIpPrefixesList";
const _SIPu = "SubnetIpPrefixes";
const _SISLu = "SubnetIdStringList";
const _SIu = "SubnetId";
const _SLu = "SubnetList";
const _SMt = "StatusMessage";
const _SMta = "StateMessage";
const _SN = "ServiceName";
const _SNA = "ServiceNetworkArn";
const _SRe = "ServiceRegion";
const _SSGN = "SourceSecurityGroupName";
const _SSGOI = "SourceSecurityGroupOwnerId";
const _Scop = "Scope";
const _St = "State";
const _Sta = "Status";
const _Su = "Subnet";
const _Subn = "Subnets";
const _T = "Tags";
const _TET = "TcpEstablishedTimeout";
const _TL = "TagList";
const _TP = "ToPort";
const _TS = "TagSpecifications";
const _TSL = "TagSpecificationList";
const _TSa = "TagSpecification";
const _TSag = "TagSet";
const _Ta = "Tag";
const _Ty = "Type";
const _U = "Unsuccessful";
const _UI = "UserId";
const _UIEn = "UnsuccessfulItemError";
const _UIGP = "UserIdGroupPairs";
const _UIGPL = "UserIdGroupPairList";
const _UIGPs = "UserIdGroupPair";
const _UIP = "UnknownIpPermissions";
const _UIS = "UnsuccessfulItemSet";
const _UIn = "UnsuccessfulItem";
const _UST = "UdpStreamTimeout";
const _UTd = "UdpTimeout";
const _V = "Value";
const _VCBA = "VpcCidrBlockAssociation";
const _VCBAS = "VpcCidrBlockAssociationSet";
const _VCBS = "VpcCidrBlockState";
const _VE = "VpcEndpoint";
const _VEC = "VpcEncryptionControl";
const _VECE = "VpcEncryptionControlExclusion";
const _VECEp = "VpcEncryptionControlExclusions";
const _VECI = "VpcEncryptionControlId";
const _VEI = "VpcEndpointIds";
const _VEIL = "VpcEndpointIdList";
const _VEIp = "VpcEndpointId";
const _VERTIL = "VpcEndpointRouteTableIdList";
const _VESGIL = "VpcEndpointSecurityGroupIdList";
const _VESILp = "VpcEndpointSubnetIdList";
const _VESpcn = "VpcEndpointSet";
const _VET = "VpcEndpointType";
const _VEp = "VpcEndpoints";
const _VI = "VpcId";
const _VICBA = "VpcIpv6CidrBlockAssociation";
const _VICBAS = "VpcIpv6CidrBlockAssociationSet";
const _VISLp = "VpcIdStringList";
const _VIp = "VpcIds";
const _VL = "VpcLattice";
const _VLp = "VpcList";
const _VP = "VpcPeering";
const _VPCI = "VpcPeeringConnectionId";
const _VPG = "VirtualPrivateGateway";
const _VSL = "ValueStringList";
const _Va = "Values";
const _Vp = "Vpc";
const _Vpc = "Vpcs";
const _aGV = "apiGatewayV2";
const _aI = "allocationId";
const _aIAC = "availableIpAddressCount";
const _aIAOC = "assignIpv6AddressOnCreation";
const _aIs = "associationId";
const _aIt = "attachmentId";
const _aSSs = "associatedSubnetSet";
const _aTt = "attachTime";
const _aZ = "availabilityZone";
const _aZI = "availabilityZoneId";
const _ass = "association";
const _at = "attachment";
const _bPAS = "blockPublicAccessStates";
const _cB = "cidrBlock";
const _cBAS = "cidrBlockAssociationSet";
const _cBSi = "cidrBlockState";
const _cI = "carrierIp";
const _cIi = "cidrIp";
const _cIid = "cidrIpv6";
const _cIidr = "cidrIpv4";
const _cOI = "customerOwnedIp";
const _cOIP = "customerOwnedIpv4Pool";
const _cT = "clientToken";
const _cTC = "connectionTrackingConfiguration";
const _cTrea = "creationTimestamp";
const _co = "code";
const _dAIT = "denyAllIgwTraffic";
const _dES = "dnsEntrySet";
const _dFA = "defaultForAz";
const _dHT = "dnsHostnameType";
const _dI = "deviceIndex";
const _dNn = "dnsName";
const _dOI = "dhcpOptionsId";
const _dOT = "deleteOnTermination";
const _dOn = "dnsOptions";
const _dR = "dryRun";
const _dRIT = "dnsRecordIpType";
const _de = "description";
const _eCn = "encryptionControl";
const _eDH = "enableDnsHostnames";
const _eDS = "enableDnsSupport";
const _eDn = "enableDns64";
const _eFS = "elasticFileSystem";
const _eLADI = "enableLniAtDeviceIndex";
const _eNAUM = "enableNetworkAddressUsageMetrics";
const _eOIG = "egressOnlyInternetGateway";
const _eQC = "enaQueueCount";
const _eQN = "ec2QueryName";
const _eRNDAAAAR = "enableResourceNameDnsAAAARecord";
const _eRNDAR = "enableResourceNameDnsARecord";
const _eSE = "enaSrdEnabled";
const _eSS = "enaSrdSpecification";
const _eSUE = "enaSrdUdpEnabled";
const _eSUS = "enaSrdUdpSpecification";
const _er = "error";
const _fP = "fromPort";
const _fR = "failureReason";
const _fi = "filter";
const _gA = "globalAccelerator";
const _gD = "groupDescription";
const _gIr = "groupId";
const _gN = "groupName";
const _gOI = "groupOwnerId";
const _gSr = "groupSet";
const _gr = "groups";
const _hBD = "hiddenByDefault";
const _hTo = "hostnameType";
const _hZI = "hostedZoneId";
const _iAA = "ipv6AddressAttribute";
const _iASp = "ipv6AddressesSet";
const _iAT = "ipAddressType";
const _iApv = "ipv6Address";
const _iCB = "ipv6CidrBlock";
const _iCBASp = "ipv6CidrBlockAssociationSet";
const _iCBS = "ipv6CidrBlockState";
const _iDs = "isDefault";
const _iEs = "isEgress";
const _iG = "internetGateway";
const _iGBM = "internetGatewayBlockMode";
const _iI = "instanceId";
const _iN = "ipv6Native";
const _iOIn = "instanceOwnerId";
const _iOIp = "ipOwnerId";
const _iPEp = "ipPermissionsEgress";
const _iPIs = "isPrimaryIpv6";
const _iPSpr = "ipPrefixSet";
const _iPSpvr = "ipv4PrefixSet";
const _iPSpvre = "ipv6PrefixSet";
const _iPp = "ipProtocol";
const _iPpe = "ipPermissions";
const _iPpv = "ipv4Prefix";
const _iPpvo = "ipv6Pool";
const _iPpvr = "ipv6Prefix";
const _iRpa = "ipRanges";
const _iRpv = "ipv6Ranges";
const _iSpo = "ipSource";
const _iTns = "instanceTenancy";
const _iTnt = "interfaceType";
const _it = "item";
const _k = "key";
const _l = "lambda";
const _lEa = "lastError";
const _mAa = "macAddress";
const _mCOIOL = "mapCustomerOwnedIpOnLaunch";
const _mPIOL = "mapPublicIpOnLaunch";
const _mana = "managed";
const _me = "message";
const _mo = "mode";
const _nBG = "networkBorderGroup";
const _nCI = "networkCardIndex";
const _nG = "natGateway";
const _nII = "networkInterfaceId";
const _nIIS = "networkInterfaceIdSet";
const _nIS = "networkInterfaceSet";
const _nTe = "nextToken";
const _oA = "outpostArn";
const _oI = "ownerId";
const _ope = "operator";
const _p = "principal";
const _pD = "policyDocument";
const _pDE = "privateDnsEnabled";
const _pDNOOL = "privateDnsNameOptionsOnLaunch";
const _pDNr = "privateDnsName";
const _pDNu = "publicDnsName";
const _pDOFIRE = "privateDnsOnlyForInboundResolverEndpoint";
const _pDP = "privateDnsPreference";
const _pDSDN = "publicDualStackDnsName";
const _pDSDS = "privateDnsSpecifiedDomainSet";
const _pI = "publicIp";
const _pIAS = "privateIpAddressesSet";
const _pIAr = "privateIpAddress";
const _pIDN = "publicIpv6DnsName";
const _pIDNO = "publicIpDnsNameOptions";
const _pIDNu = "publicIpv4DnsName";
const _pLI = "prefixListId";
const _pLIr = "prefixListIds";
const _pRSa = "payerResponsibilitySet";
const _pRT = "payerResponsibilityType";
const _pSee = "peeringStatus";
const _prim = "primary";
const _r = "return";
const _rCA = "resourceConfigurationArn";
const _rEes = "resourceExclusions";
const _rGI = "referencedGroupId";
const _rGIe = "referencedGroupInfo";
const _rIeq = "requesterId";
const _rIes = "resourceId";
const _rMeq = "requesterManaged";
const _rSGRS = "revokedSecurityGroupRuleSet";
const _rTIS = "routeTableIdSet";
const _rTe = "resourceType";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.ec2";
const _sAub = "subnetArn";
const _sDC = "sourceDestCheck";
const _sGA = "securityGroupArn";
const _sGIec = "securityGroupInfo";
const _sGRA = "securityGroupRuleArn";
const _sGRI = "securityGroupRuleId";
const _sGRS = "securityGroupRuleSet";
const _sISu = "subnetIdSet";
const _sIu = "subnetId";
const _sMt = "statusMessage";
const _sMta = "stateMessage";
const _sN = "serviceName";
const _sNAe = "serviceNetworkArn";
const _sR = "serviceRegion";
const _sSub = "subnetSet";
const _scop = "scope";
const _st = "state";
const _sta = "status";
const _tET = "tcpEstablishedTimeout";
const _tP = "toPort";
const _tS = "tagSet";
const _ta = "tag";
const _ty = "type";
const _u = "unsuccessful";
const _uI = "userId";
const _uIPS = "unknownIpPermissionSet";
const _uST = "udpStreamTimeout";
const _uTd = "udpTimeout";
const _v = "value";
const _vE = "vpcEndpoint";
const _vECI = "vpcEncryptionControlId";
const _vEI = "vpcEndpointId";
const _vESp = "vpcEndpointSet";
const _vET = "vpcEndpointType";
const _vI = "vpcId";
const _vL = "vpcLattice";
const _vP = "vpcPeering";
const _vPCI = "vpcPeeringConnectionId";
const _vPG = "virtualPrivateGateway";
const _vSp = "vpcSet";
const _xN = "xmlName";
const n0 = "com.amazonaws.ec2";
const _s_registry = new _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.r(_s);
var EC2ServiceException$ = [
	-3,
	_s,
	"EC2ServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(EC2ServiceException$, EC2ServiceException);
const errorTypeRegistries = [_s_registry];
var AttachmentEnaSrdSpecification$ = [
	3,
	n0,
	_AESS,
	0,
	[_ESE, _ESUS],
	[[2, {
		[_eQN]: `EnaSrdEnabled`,
		[_xN]: _eSE
	}], [() => AttachmentEnaSrdUdpSpecification$, {
		[_eQN]: `EnaSrdUdpSpecification`,
		[_xN]: _eSUS
	}]]
];
var AttachmentEnaSrdUdpSpecification$ = [
	3,
	n0,
	_AESUS,
	0,
	[_ESUE],
	[[2, {
		[_eQN]: `EnaSrdUdpEnabled`,
		[_xN]: _eSUE
	}]]
];
var AttributeBooleanValue$ = [
	3,
	n0,
	_ABV,
	0,
	[_V],
	[[2, {
		[_eQN]: `Value`,
		[_xN]: _v
	}]]
];
var AuthorizeSecurityGroupIngressRequest$ = [
	3,
	n0,
	_ASGIR,
	0,
	[
		_CIi,
		_FP,
		_GIr,
		_GN,
		_IPpe,
		_IPpr,
		_SSGN,
		_SSGOI,
		_TP,
		_TS,
		_DR
	],
	[
		0,
		1,
		0,
		0,
		[() => IpPermissionList, 0],
		0,
		0,
		0,
		1,
		[() => TagSpecificationList, { [_xN]: _TSa }],
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}]
	]
];
var AuthorizeSecurityGroupIngressResult$ = [
	3,
	n0,
	_ASGIRu,
	0,
	[_R, _SGR],
	[[2, {
		[_eQN]: `Return`,
		[_xN]: _r
	}], [() => SecurityGroupRuleList, {
		[_eQN]: `SecurityGroupRuleSet`,
		[_xN]: _sGRS
	}]]
];
var BlockPublicAccessStates$ = [
	3,
	n0,
	_BPAS,
	0,
	[_IGBM],
	[[0, {
		[_eQN]: `InternetGatewayBlockMode`,
		[_xN]: _iGBM
	}]]
];
var ConnectionTrackingConfiguration$ = [
	3,
	n0,
	_CTC,
	0,
	[
		_TET,
		_UST,
		_UTd
	],
	[
		[1, {
			[_eQN]: `TcpEstablishedTimeout`,
			[_xN]: _tET
		}],
		[1, {
			[_eQN]: `UdpStreamTimeout`,
			[_xN]: _uST
		}],
		[1, {
			[_eQN]: `UdpTimeout`,
			[_xN]: _uTd
		}]
	]
];
var CreateSecurityGroupRequest$ = [
	3,
	n0,
	_CSGR,
	0,
	[
		_De,
		_GN,
		_VI,
		_TS,
		_DR
	],
	[
		[0, { [_xN]: _GD }],
		0,
		0,
		[() => TagSpecificationList, { [_xN]: _TSa }],
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}]
	],
	2
];
var CreateSecurityGroupResult$ = [
	3,
	n0,
	_CSGRr,
	0,
	[
		_GIr,
		_T,
		_SGA
	],
	[
		[0, {
			[_eQN]: `GroupId`,
			[_xN]: _gIr
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}],
		[0, {
			[_eQN]: `SecurityGroupArn`,
			[_xN]: _sGA
		}]
	]
];
var CreateTagsRequest$ = [
	3,
	n0,
	_CTR,
	0,
	[
		_Res,
		_T,
		_DR
	],
	[
		[64, { [_xN]: _RIeso }],
		[() => TagList, { [_xN]: _Ta }],
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}]
	],
	2
];
var CreateVpcEndpointRequest$ = [
	3,
	n0,
	_CVER,
	0,
	[
		_VI,
		_DR,
		_VET,
		_SN,
		_PDo,
		_RTIo,
		_SI,
		_SGIe,
		_IAT,
		_DOn,
		_CT,
		_PDE,
		_TS,
		_SCu,
		_SNA,
		_RCA,
		_SRe
	],
	[
		0,
		2,
		0,
		0,
		0,
		[() => VpcEndpointRouteTableIdList, { [_xN]: _RTI }],
		[() => VpcEndpointSubnetIdList, { [_xN]: _SIu }],
		[() => VpcEndpointSecurityGroupIdList, { [_xN]: _SGI }],
		0,
		[() => DnsOptionsSpecification$, 0],
		0,
		2,
		[() => TagSpecificationList, { [_xN]: _TSa }],
		[() => SubnetConfigurationsList, { [_xN]: _SCub }],
		0,
		0,
		0
	],
	1
];
var CreateVpcEndpointResult$ = [
	3,
	n0,
	_CVERr,
	0,
	[_VE, _CT],
	[[() => VpcEndpoint$, {
		[_eQN]: `VpcEndpoint`,
		[_xN]: _vE
	}], [0, {
		[_eQN]: `ClientToken`,
		[_xN]: _cT
	}]]
];
var DeleteSecurityGroupRequest$ = [
	3,
	n0,
	_DSGR,
	0,
	[
		_GIr,
		_GN,
		_DR
	],
	[
		0,
		0,
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}]
	]
];
var DeleteSecurityGroupResult$ = [
	3,
	n0,
	_DSGRe,
	0,
	[_R, _GIr],
	[[2, {
		[_eQN]: `Return`,
		[_xN]: _r
	}], [0, {
		[_eQN]: `GroupId`,
		[_xN]: _gIr
	}]]
];
var DeleteTagsRequest$ = [
	3,
	n0,
	_DTR,
	0,
	[
		_Res,
		_DR,
		_T
	],
	[
		[64, {
			[_eQN]: `ResourceId`,
			[_xN]: _rIes
		}],
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}],
		[() => TagList, {
			[_eQN]: `Tag`,
			[_xN]: _ta
		}]
	],
	1
];
var DeleteVpcEndpointsRequest$ = [
	3,
	n0,
	_DVER,
	0,
	[_VEI, _DR],
	[[() => VpcEndpointIdList, { [_xN]: _VEIp }], 2],
	1
];
var DeleteVpcEndpointsResult$ = [
	3,
	n0,
	_DVERe,
	0,
	[_U],
	[[() => UnsuccessfulItemSet, {
		[_eQN]: `Unsuccessful`,
		[_xN]: _u
	}]]
];
var DescribeNetworkInterfacesRequest$ = [
	3,
	n0,
	_DNIRe,
	0,
	[
		_NTe,
		_MR,
		_IMR,
		_DR,
		_NIIe,
		_Fi
	],
	[
		0,
		1,
		2,
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}],
		[() => NetworkInterfaceIdList, { [_xN]: _NII }],
		[() => FilterList, {
			[_eQN]: `Filter`,
			[_xN]: _fi
		}]
	]
];
var DescribeNetworkInterfacesResult$ = [
	3,
	n0,
	_DNIRes,
	0,
	[_NIet, _NTe],
	[[() => NetworkInterfaceList, {
		[_eQN]: `NetworkInterfaceSet`,
		[_xN]: _nIS
	}], [0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}]]
];
var DescribeSecurityGroupsRequest$ = [
	3,
	n0,
	_DSGRes,
	0,
	[
		_GIro,
		_GNr,
		_NTe,
		_MR,
		_DR,
		_Fi
	],
	[
		[() => GroupIdStringList, { [_xN]: _GIr }],
		[() => GroupNameStringList, { [_xN]: _GN }],
		0,
		1,
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}],
		[() => FilterList, { [_xN]: _Fil }]
	]
];
var DescribeSecurityGroupsResult$ = [
	3,
	n0,
	_DSGResc,
	0,
	[_NTe, _SGe],
	[[0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}], [() => SecurityGroupList, {
		[_eQN]: `SecurityGroupInfo`,
		[_xN]: _sGIec
	}]]
];
var DescribeSubnetsRequest$ = [
	3,
	n0,
	_DSRescr,
	0,
	[
		_Fi,
		_SI,
		_NTe,
		_MR,
		_DR
	],
	[
		[() => FilterList, { [_xN]: _Fil }],
		[() => SubnetIdStringList, { [_xN]: _SIu }],
		0,
		1,
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}]
	]
];
var DescribeSubnetsResult$ = [
	3,
	n0,
	_DSRescri,
	0,
	[_NTe, _Subn],
	[[0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}], [() => SubnetList, {
		[_eQN]: `SubnetSet`,
		[_xN]: _sSub
	}]]
];
var DescribeVpcAttributeRequest$ = [
	3,
	n0,
	_DVARes,
	0,
	[
		_At,
		_VI,
		_DR
	],
	[
		0,
		0,
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}]
	],
	2
];
var DescribeVpcAttributeResult$ = [
	3,
	n0,
	_DVAResc,
	0,
	[
		_EDH,
		_EDS,
		_ENAUM,
		_VI
	],
	[
		[() => AttributeBooleanValue$, {
			[_eQN]: `EnableDnsHostnames`,
			[_xN]: _eDH
		}],
		[() => AttributeBooleanValue$, {
			[_eQN]: `EnableDnsSupport`,
			[_xN]: _eDS
		}],
		[() => AttributeBooleanValue$, {
			[_eQN]: `EnableNetworkAddressUsageMetrics`,
			[_xN]: _eNAUM
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}]
	]
];
var DescribeVpcEndpointsRequest$ = [
	3,
	n0,
	_DVERes,
	0,
	[
		_DR,
		_VEI,
		_Fi,
		_MR,
		_NTe
	],
	[
		2,
		[() => VpcEndpointIdList, { [_xN]: _VEIp }],
		[() => FilterList, { [_xN]: _Fil }],
		1,
		0
	]
];
var DescribeVpcEndpointsResult$ = [
	3,
	n0,
	_DVEResc,
	0,
	[_VEp, _NTe],
	[[() => VpcEndpointSet, {
		[_eQN]: `VpcEndpointSet`,
		[_xN]: _vESp
	}], [0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}]]
];
var DescribeVpcsRequest$ = [
	3,
	n0,
	_DVRescr,
	0,
	[
		_Fi,
		_VIp,
		_NTe,
		_MR,
		_DR
	],
	[
		[() => FilterList, { [_xN]: _Fil }],
		[() => VpcIdStringList, { [_xN]: _VI }],
		0,
		1,
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}]
	]
];
var DescribeVpcsResult$ = [
	3,
	n0,
	_DVRescri,
	0,
	[_NTe, _Vpc],
	[[0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}], [() => VpcList, {
		[_eQN]: `VpcSet`,
		[_xN]: _vSp
	}]]
];
var DnsEntry$ = [
	3,
	n0,
	_DE,
	0,
	[_DNn, _HZI],
	[[0, {
		[_eQN]: `DnsName`,
		[_xN]: _dNn
	}], [0, {
		[_eQN]: `HostedZoneId`,
		[_xN]: _hZI
	}]]
];
var DnsOptions$ = [
	3,
	n0,
	_DOn,
	0,
	[
		_DRIT,
		_PDOFIRE,
		_PDP,
		_PDSD
	],
	[
		[0, {
			[_eQN]: `DnsRecordIpType`,
			[_xN]: _dRIT
		}],
		[2, {
			[_eQN]: `PrivateDnsOnlyForInboundResolverEndpoint`,
			[_xN]: _pDOFIRE
		}],
		[0, {
			[_eQN]: `PrivateDnsPreference`,
			[_xN]: _pDP
		}],
		[() => PrivateDnsSpecifiedDomainSet, {
			[_eQN]: `PrivateDnsSpecifiedDomainSet`,
			[_xN]: _pDSDS
		}]
	]
];
var DnsOptionsSpecification$ = [
	3,
	n0,
	_DOS,
	0,
	[
		_DRIT,
		_PDOFIRE,
		_PDP,
		_PDSD
	],
	[
		0,
		2,
		0,
		[() => PrivateDnsSpecifiedDomainSet, { [_xN]: _PDSDr }]
	]
];
var Filter$ = [
	3,
	n0,
	_Fil,
	0,
	[_N, _Va],
	[0, [() => ValueStringList, { [_xN]: _V }]]
];
var GroupIdentifier$ = [
	3,
	n0,
	_GIrou,
	0,
	[_GIr, _GN],
	[[0, {
		[_eQN]: `GroupId`,
		[_xN]: _gIr
	}], [0, {
		[_eQN]: `GroupName`,
		[_xN]: _gN
	}]]
];
var IpPermission$ = [
	3,
	n0,
	_IPper,
	0,
	[
		_IPpr,
		_FP,
		_TP,
		_UIGP,
		_IRpa,
		_IRpv,
		_PLIr
	],
	[
		[0, {
			[_eQN]: `IpProtocol`,
			[_xN]: _iPp
		}],
		[1, {
			[_eQN]: `FromPort`,
			[_xN]: _fP
		}],
		[1, {
			[_eQN]: `ToPort`,
			[_xN]: _tP
		}],
		[() => UserIdGroupPairList, {
			[_eQN]: `Groups`,
			[_xN]: _gr
		}],
		[() => IpRangeList, {
			[_eQN]: `IpRanges`,
			[_xN]: _iRpa
		}],
		[() => Ipv6RangeList, {
			[_eQN]: `Ipv6Ranges`,
			[_xN]: _iRpv
		}],
		[() => PrefixListIdList, {
			[_eQN]: `PrefixListIds`,
			[_xN]: _pLIr
		}]
	]
];
var IpRange$ = [
	3,
	n0,
	_IRpan,
	0,
	[_De, _CIi],
	[[0, {
		[_eQN]: `Description`,
		[_xN]: _de
	}], [0, {
		[_eQN]: `CidrIp`,
		[_xN]: _cIi
	}]]
];
var Ipv4PrefixSpecification$ = [
	3,
	n0,
	_IPS,
	0,
	[_IPpvre],
	[[0, {
		[_eQN]: `Ipv4Prefix`,
		[_xN]: _iPpv
	}]]
];
var Ipv6PrefixSpecification$ = [
	3,
	n0,
	_IPSp,
	0,
	[_IPpv],
	[[0, {
		[_eQN]: `Ipv6Prefix`,
		[_xN]: _iPpvr
	}]]
];
var Ipv6Range$ = [
	3,
	n0,
	_IRpva,
	0,
	[_De, _CIid],
	[[0, {
		[_eQN]: `Description`,
		[_xN]: _de
	}], [0, {
		[_eQN]: `CidrIpv6`,
		[_xN]: _cIid
	}]]
];
var LastError$ = [
	3,
	n0,
	_LEa,
	0,
	[_Me, _Co],
	[[0, {
		[_eQN]: `Message`,
		[_xN]: _me
	}], [0, {
		[_eQN]: `Code`,
		[_xN]: _co
	}]]
];
var ModifyVpcEndpointRequest$ = [
	3,
	n0,
	_MVER,
	0,
	[
		_VEIp,
		_DR,
		_RP,
		_PDo,
		_ARTI,
		_RRTI,
		_ASId,
		_RSIe,
		_ASGI,
		_RSGI,
		_IAT,
		_DOn,
		_PDE,
		_SCu
	],
	[
		0,
		2,
		2,
		0,
		[() => VpcEndpointRouteTableIdList, { [_xN]: _ARTId }],
		[() => VpcEndpointRouteTableIdList, { [_xN]: _RRTIe }],
		[() => VpcEndpointSubnetIdList, { [_xN]: _ASIdd }],
		[() => VpcEndpointSubnetIdList, { [_xN]: _RSIem }],
		[() => VpcEndpointSecurityGroupIdList, { [_xN]: _ASGId }],
		[() => VpcEndpointSecurityGroupIdList, { [_xN]: _RSGIe }],
		0,
		[() => DnsOptionsSpecification$, 0],
		2,
		[() => SubnetConfigurationsList, { [_xN]: _SCub }]
	],
	1
];
var ModifyVpcEndpointResult$ = [
	3,
	n0,
	_MVERo,
	0,
	[_R],
	[[2, {
		[_eQN]: `Return`,
		[_xN]: _r
	}]]
];
var NetworkInterface$ = [
	3,
	n0,
	_NIe,
	0,
	[
		_Ass,
		_Att,
		_AZ,
		_CTC,
		_De,
		_G,
		_ITnt,
		_IA,
		_MAa,
		_NII,
		_OA,
		_OI,
		_PDN,
		_PDNub,
		_PIDNO,
		_PIAr,
		_PIAri,
		_IPpvr,
		_IPp,
		_RIeq,
		_RMeq,
		_SDC,
		_Sta,
		_SIu,
		_TSag,
		_VI,
		_DAIT,
		_IN,
		_IApv,
		_Op,
		_ASsso,
		_AZI
	],
	[
		[() => NetworkInterfaceAssociation$, {
			[_eQN]: `Association`,
			[_xN]: _ass
		}],
		[() => NetworkInterfaceAttachment$, {
			[_eQN]: `Attachment`,
			[_xN]: _at
		}],
		[0, {
			[_eQN]: `AvailabilityZone`,
			[_xN]: _aZ
		}],
		[() => ConnectionTrackingConfiguration$, {
			[_eQN]: `ConnectionTrackingConfiguration`,
			[_xN]: _cTC
		}],
		[0, {
			[_eQN]: `Description`,
			[_xN]: _de
		}],
		[() => GroupIdentifierList, {
			[_eQN]: `GroupSet`,
			[_xN]: _gSr
		}],
		[0, {
			[_eQN]: `InterfaceType`,
			[_xN]: _iTnt
		}],
		[() => NetworkInterfaceIpv6AddressesList, {
			[_eQN]: `Ipv6AddressesSet`,
			[_xN]: _iASp
		}],
		[0, {
			[_eQN]: `MacAddress`,
			[_xN]: _mAa
		}],
		[0, {
			[_eQN]: `NetworkInterfaceId`,
			[_xN]: _nII
		}],
		[0, {
			[_eQN]: `OutpostArn`,
			[_xN]: _oA
		}],
		[0, {
			[_eQN]: `OwnerId`,
			[_xN]: _oI
		}],
		[0, {
			[_eQN]: `PrivateDnsName`,
			[_xN]: _pDNr
		}],
		[0, {
			[_eQN]: `PublicDnsName`,
			[_xN]: _pDNu
		}],
		[() => PublicIpDnsNameOptions$, {
			[_eQN]: `PublicIpDnsNameOptions`,
			[_xN]: _pIDNO
		}],
		[0, {
			[_eQN]: `PrivateIpAddress`,
			[_xN]: _pIAr
		}],
		[() => NetworkInterfacePrivateIpAddressList, {
			[_eQN]: `PrivateIpAddressesSet`,
			[_xN]: _pIAS
		}],
		[() => Ipv4PrefixesList, {
			[_eQN]: `Ipv4PrefixSet`,
			[_xN]: _iPSpvr
		}],
		[() => Ipv6PrefixesList, {
			[_eQN]: `Ipv6PrefixSet`,
			[_xN]: _iPSpvre
		}],
		[0, {
			[_eQN]: `RequesterId`,
			[_xN]: _rIeq
		}],
		[2, {
			[_eQN]: `RequesterManaged`,
			[_xN]: _rMeq
		}],
		[2, {
			[_eQN]: `SourceDestCheck`,
			[_xN]: _sDC
		}],
		[0, {
			[_eQN]: `Status`,
			[_xN]: _sta
		}],
		[0, {
			[_eQN]: `SubnetId`,
			[_xN]: _sIu
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}],
		[2, {
			[_eQN]: `DenyAllIgwTraffic`,
			[_xN]: _dAIT
		}],
		[2, {
			[_eQN]: `Ipv6Native`,
			[_xN]: _iN
		}],
		[0, {
			[_eQN]: `Ipv6Address`,
			[_xN]: _iApv
		}],
		[() => OperatorResponse$, {
			[_eQN]: `Operator`,
			[_xN]: _ope
		}],
		[() => AssociatedSubnetList, {
			[_eQN]: `AssociatedSubnetSet`,
			[_xN]: _aSSs
		}],
		[0, {
			[_eQN]: `AvailabilityZoneId`,
			[_xN]: _aZI
		}]
	]
];
var NetworkInterfaceAssociation$ = [
	3,
	n0,
	_NIAet,
	0,
	[
		_AIl,
		_AIs,
		_IOI,
		_PDNub,
		_PI,
		_COI,
		_CI
	],
	[
		[0, {
			[_eQN]: `AllocationId`,
			[_xN]: _aI
		}],
		[0, {
			[_eQN]: `AssociationId`,
			[_xN]: _aIs
		}],
		[0, {
			[_eQN]: `IpOwnerId`,
			[_xN]: _iOIp
		}],
		[0, {
			[_eQN]: `PublicDnsName`,
			[_xN]: _pDNu
		}],
		[0, {
			[_eQN]: `PublicIp`,
			[_xN]: _pI
		}],
		[0, {
			[_eQN]: `CustomerOwnedIp`,
			[_xN]: _cOI
		}],
		[0, {
			[_eQN]: `CarrierIp`,
			[_xN]: _cI
		}]
	]
];
var NetworkInterfaceAttachment$ = [
	3,
	n0,
	_NIAetw,
	0,
	[
		_ATtt,
		_AItt,
		_DOT,
		_DI,
		_NCI,
		_II,
		_IOIn,
		_Sta,
		_ESS,
		_EQC
	],
	[
		[4, {
			[_eQN]: `AttachTime`,
			[_xN]: _aTt
		}],
		[0, {
			[_eQN]: `AttachmentId`,
			[_xN]: _aIt
		}],
		[2, {
			[_eQN]: `DeleteOnTermination`,
			[_xN]: _dOT
		}],
		[1, {
			[_eQN]: `DeviceIndex`,
			[_xN]: _dI
		}],
		[1, {
			[_eQN]: `NetworkCardIndex`,
			[_xN]: _nCI
		}],
		[0, {
			[_eQN]: `InstanceId`,
			[_xN]: _iI
		}],
		[0, {
			[_eQN]: `InstanceOwnerId`,
			[_xN]: _iOIn
		}],
		[0, {
			[_eQN]: `Status`,
			[_xN]: _sta
		}],
		[() => AttachmentEnaSrdSpecification$, {
			[_eQN]: `EnaSrdSpecification`,
			[_xN]: _eSS
		}],
		[1, {
			[_eQN]: `EnaQueueCount`,
			[_xN]: _eQC
		}]
	]
];
var NetworkInterfaceIpv6Address$ = [
	3,
	n0,
	_NIIA,
	0,
	[
		_IApv,
		_PIDN,
		_IPIs
	],
	[
		[0, {
			[_eQN]: `Ipv6Address`,
			[_xN]: _iApv
		}],
		[0, {
			[_eQN]: `PublicIpv6DnsName`,
			[_xN]: _pIDN
		}],
		[2, {
			[_eQN]: `IsPrimaryIpv6`,
			[_xN]: _iPIs
		}]
	]
];
var NetworkInterfacePrivateIpAddress$ = [
	3,
	n0,
	_NIPIA,
	0,
	[
		_Ass,
		_Prim,
		_PDN,
		_PIAr
	],
	[
		[() => NetworkInterfaceAssociation$, {
			[_eQN]: `Association`,
			[_xN]: _ass
		}],
		[2, {
			[_eQN]: `Primary`,
			[_xN]: _prim
		}],
		[0, {
			[_eQN]: `PrivateDnsName`,
			[_xN]: _pDNr
		}],
		[0, {
			[_eQN]: `PrivateIpAddress`,
			[_xN]: _pIAr
		}]
	]
];
var OperatorResponse$ = [
	3,
	n0,
	_ORper,
	0,
	[
		_Mana,
		_P,
		_HBD
	],
	[
		[2, {
			[_eQN]: `Managed`,
			[_xN]: _mana
		}],
		[0, {
			[_eQN]: `Principal`,
			[_xN]: _p
		}],
		[2, {
			[_eQN]: `HiddenByDefault`,
			[_xN]: _hBD
		}]
	]
];
var PayerResponsibilityEntry$ = [
	3,
	n0,
	_PRE,
	0,
	[_Scop, _PRT],
	[[0, {
		[_eQN]: `Scope`,
		[_xN]: _scop
	}], [0, {
		[_eQN]: `PayerResponsibilityType`,
		[_xN]: _pRT
	}]]
];
var PrefixListId$ = [
	3,
	n0,
	_PLI,
	0,
	[_De, _PLI],
	[[0, {
		[_eQN]: `Description`,
		[_xN]: _de
	}], [0, {
		[_eQN]: `PrefixListId`,
		[_xN]: _pLI
	}]]
];
var PrivateDnsNameOptionsOnLaunch$ = [
	3,
	n0,
	_PDNOOL,
	0,
	[
		_HTo,
		_ERNDAR,
		_ERNDAAAAR
	],
	[
		[0, {
			[_eQN]: `HostnameType`,
			[_xN]: _hTo
		}],
		[2, {
			[_eQN]: `EnableResourceNameDnsARecord`,
			[_xN]: _eRNDAR
		}],
		[2, {
			[_eQN]: `EnableResourceNameDnsAAAARecord`,
			[_xN]: _eRNDAAAAR
		}]
	]
];
var PublicIpDnsNameOptions$ = [
	3,
	n0,
	_PIDNO,
	0,
	[
		_DHT,
		_PIDNu,
		_PIDN,
		_PDSDN
	],
	[
		[0, {
			[_eQN]: `DnsHostnameType`,
			[_xN]: _dHT
		}],
		[0, {
			[_eQN]: `PublicIpv4DnsName`,
			[_xN]: _pIDNu
		}],
		[0, {
			[_eQN]: `PublicIpv6DnsName`,
			[_xN]: _pIDN
		}],
		[0, {
			[_eQN]: `PublicDualStackDnsName`,
			[_xN]: _pDSDN
		}]
	]
];
var ReferencedSecurityGroup$ = [
	3,
	n0,
	_RSG,
	0,
	[
		_GIr,
		_PSee,
		_UI,
		_VI,
		_VPCI
	],
	[
		[0, {
			[_eQN]: `GroupId`,
			[_xN]: _gIr
		}],
		[0, {
			[_eQN]: `PeeringStatus`,
			[_xN]: _pSee
		}],
		[0, {
			[_eQN]: `UserId`,
			[_xN]: _uI
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}],
		[0, {
			[_eQN]: `VpcPeeringConnectionId`,
			[_xN]: _vPCI
		}]
	]
];
var RevokedSecurityGroupRule$ = [
	3,
	n0,
	_RSGR,
	0,
	[
		_SGRIe,
		_GIr,
		_IE,
		_IPpr,
		_FP,
		_TP,
		_CIidr,
		_CIid,
		_PLI,
		_RGI,
		_De
	],
	[
		[0, {
			[_eQN]: `SecurityGroupRuleId`,
			[_xN]: _sGRI
		}],
		[0, {
			[_eQN]: `GroupId`,
			[_xN]: _gIr
		}],
		[2, {
			[_eQN]: `IsEgress`,
			[_xN]: _iEs
		}],
		[0, {
			[_eQN]: `IpProtocol`,
			[_xN]: _iPp
		}],
		[1, {
			[_eQN]: `FromPort`,
			[_xN]: _fP
		}],
		[1, {
			[_eQN]: `ToPort`,
			[_xN]: _tP
		}],
		[0, {
			[_eQN]: `CidrIpv4`,
			[_xN]: _cIidr
		}],
		[0, {
			[_eQN]: `CidrIpv6`,
			[_xN]: _cIid
		}],
		[0, {
			[_eQN]: `PrefixListId`,
			[_xN]: _pLI
		}],
		[0, {
			[_eQN]: `ReferencedGroupId`,
			[_xN]: _rGI
		}],
		[0, {
			[_eQN]: `Description`,
			[_xN]: _de
		}]
	]
];
var RevokeSecurityGroupIngressRequest$ = [
	3,
	n0,
	_RSGIR,
	0,
	[
		_CIi,
		_FP,
		_GIr,
		_GN,
		_IPpe,
		_IPpr,
		_SSGN,
		_SSGOI,
		_TP,
		_SGRI,
		_DR
	],
	[
		0,
		1,
		0,
		0,
		[() => IpPermissionList, 0],
		0,
		0,
		0,
		1,
		[() => SecurityGroupRuleIdList, { [_xN]: _SGRIe }],
		[2, {
			[_eQN]: `DryRun`,
			[_xN]: _dR
		}]
	]
];
var RevokeSecurityGroupIngressResult$ = [
	3,
	n0,
	_RSGIRe,
	0,
	[
		_R,
		_UIP,
		_RSGRe
	],
	[
		[2, {
			[_eQN]: `Return`,
			[_xN]: _r
		}],
		[() => IpPermissionList, {
			[_eQN]: `UnknownIpPermissionSet`,
			[_xN]: _uIPS
		}],
		[() => RevokedSecurityGroupRuleList, {
			[_eQN]: `RevokedSecurityGroupRuleSet`,
			[_xN]: _rSGRS
		}]
	]
];
var SecurityGroup$ = [
	3,
	n0,
	_SGec,
	0,
	[
		_GIr,
		_IPEp,
		_T,
		_VI,
		_SGA,
		_OI,
		_GN,
		_De,
		_IPpe
	],
	[
		[0, {
			[_eQN]: `GroupId`,
			[_xN]: _gIr
		}],
		[() => IpPermissionList, {
			[_eQN]: `IpPermissionsEgress`,
			[_xN]: _iPEp
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}],
		[0, {
			[_eQN]: `SecurityGroupArn`,
			[_xN]: _sGA
		}],
		[0, {
			[_eQN]: `OwnerId`,
			[_xN]: _oI
		}],
		[0, {
			[_eQN]: `GroupName`,
			[_xN]: _gN
		}],
		[0, {
			[_eQN]: `GroupDescription`,
			[_xN]: _gD
		}],
		[() => IpPermissionList, {
			[_eQN]: `IpPermissions`,
			[_xN]: _iPpe
		}]
	]
];
var SecurityGroupIdentifier$ = [
	3,
	n0,
	_SGIec,
	0,
	[_GIr, _GN],
	[[0, {
		[_eQN]: `GroupId`,
		[_xN]: _gIr
	}], [0, {
		[_eQN]: `GroupName`,
		[_xN]: _gN
	}]]
];
var SecurityGroupRule$ = [
	3,
	n0,
	_SGRe,
	0,
	[
		_SGRIe,
		_GIr,
		_GOI,
		_IE,
		_IPpr,
		_FP,
		_TP,
		_CIidr,
		_CIid,
		_PLI,
		_RGIe,
		_De,
		_T,
		_SGRA
	],
	[
		[0, {
			[_eQN]: `SecurityGroupRuleId`,
			[_xN]: _sGRI
		}],
		[0, {
			[_eQN]: `GroupId`,
			[_xN]: _gIr
		}],
		[0, {
			[_eQN]: `GroupOwnerId`,
			[_xN]: _gOI
		}],
		[2, {
			[_eQN]: `IsEgress`,
			[_xN]: _iEs
		}],
		[0, {
			[_eQN]: `IpProtocol`,
			[_xN]: _iPp
		}],
		[1, {
			[_eQN]: `FromPort`,
			[_xN]: _fP
		}],
		[1, {
			[_eQN]: `ToPort`,
			[_xN]: _tP
		}],
		[0, {
			[_eQN]: `CidrIpv4`,
			[_xN]: _cIidr
		}],
		[0, {
			[_eQN]: `CidrIpv6`,
			[_xN]: _cIid
		}],
		[0, {
			[_eQN]: `PrefixListId`,
			[_xN]: _pLI
		}],
		[() => ReferencedSecurityGroup$, {
			[_eQN]: `ReferencedGroupInfo`,
			[_xN]: _rGIe
		}],
		[0, {
			[_eQN]: `Description`,
			[_xN]: _de
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}],
		[0, {
			[_eQN]: `SecurityGroupRuleArn`,
			[_xN]: _sGRA
		}]
	]
];
var Subnet$ = [
	3,
	n0,
	_Su,
	0,
	[
		_AZI,
		_ELADI,
		_MCOIOL,
		_COIP,
		_OI,
		_AIAOC,
		_ICBAS,
		_T,
		_SAub,
		_OA,
		_EDn,
		_IN,
		_PDNOOL,
		_BPAS,
		_Ty,
		_SIu,
		_St,
		_VI,
		_CB,
		_AIAC,
		_AZ,
		_DFA,
		_MPIOL
	],
	[
		[0, {
			[_eQN]: `AvailabilityZoneId`,
			[_xN]: _aZI
		}],
		[1, {
			[_eQN]: `EnableLniAtDeviceIndex`,
			[_xN]: _eLADI
		}],
		[2, {
			[_eQN]: `MapCustomerOwnedIpOnLaunch`,
			[_xN]: _mCOIOL
		}],
		[0, {
			[_eQN]: `CustomerOwnedIpv4Pool`,
			[_xN]: _cOIP
		}],
		[0, {
			[_eQN]: `OwnerId`,
			[_xN]: _oI
		}],
		[2, {
			[_eQN]: `AssignIpv6AddressOnCreation`,
			[_xN]: _aIAOC
		}],
		[() => SubnetIpv6CidrBlockAssociationSet, {
			[_eQN]: `Ipv6CidrBlockAssociationSet`,
			[_xN]: _iCBASp
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}],
		[0, {
			[_eQN]: `SubnetArn`,
			[_xN]: _sAub
		}],
		[0, {
			[_eQN]: `OutpostArn`,
			[_xN]: _oA
		}],
		[2, {
			[_eQN]: `EnableDns64`,
			[_xN]: _eDn
		}],
		[2, {
			[_eQN]: `Ipv6Native`,
			[_xN]: _iN
		}],
		[() => PrivateDnsNameOptionsOnLaunch$, {
			[_eQN]: `PrivateDnsNameOptionsOnLaunch`,
			[_xN]: _pDNOOL
		}],
		[() => BlockPublicAccessStates$, {
			[_eQN]: `BlockPublicAccessStates`,
			[_xN]: _bPAS
		}],
		[0, {
			[_eQN]: `Type`,
			[_xN]: _ty
		}],
		[0, {
			[_eQN]: `SubnetId`,
			[_xN]: _sIu
		}],
		[0, {
			[_eQN]: `State`,
			[_xN]: _st
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}],
		[0, {
			[_eQN]: `CidrBlock`,
			[_xN]: _cB
		}],
		[1, {
			[_eQN]: `AvailableIpAddressCount`,
			[_xN]: _aIAC
		}],
		[0, {
			[_eQN]: `AvailabilityZone`,
			[_xN]: _aZ
		}],
		[2, {
			[_eQN]: `DefaultForAz`,
			[_xN]: _dFA
		}],
		[2, {
			[_eQN]: `MapPublicIpOnLaunch`,
			[_xN]: _mPIOL
		}]
	]
];
var SubnetCidrBlockState$ = [
	3,
	n0,
	_SCBS,
	0,
	[_St, _SMt],
	[[0, {
		[_eQN]: `State`,
		[_xN]: _st
	}], [0, {
		[_eQN]: `StatusMessage`,
		[_xN]: _sMt
	}]]
];
var SubnetConfiguration$ = [
	3,
	n0,
	_SCub,
	0,
	[
		_SIu,
		_Ipv,
		_Ipv_
	],
	[
		0,
		0,
		0
	]
];
var SubnetIpPrefixes$ = [
	3,
	n0,
	_SIPu,
	0,
	[_SIu, _IPpre],
	[[0, {
		[_eQN]: `SubnetId`,
		[_xN]: _sIu
	}], [() => ValueStringList, {
		[_eQN]: `IpPrefixSet`,
		[_xN]: _iPSpr
	}]]
];
var SubnetIpv6CidrBlockAssociation$ = [
	3,
	n0,
	_SICBA,
	0,
	[
		_AIs,
		_ICB,
		_ICBS,
		_IAA,
		_ISpo
	],
	[
		[0, {
			[_eQN]: `AssociationId`,
			[_xN]: _aIs
		}],
		[0, {
			[_eQN]: `Ipv6CidrBlock`,
			[_xN]: _iCB
		}],
		[() => SubnetCidrBlockState$, {
			[_eQN]: `Ipv6CidrBlockState`,
			[_xN]: _iCBS
		}],
		[0, {
			[_eQN]: `Ipv6AddressAttribute`,
			[_xN]: _iAA
		}],
		[0, {
			[_eQN]: `IpSource`,
			[_xN]: _iSpo
		}]
	]
];
var Tag$ = [
	3,
	n0,
	_Ta,
	0,
	[_K, _V],
	[[0, {
		[_eQN]: `Key`,
		[_xN]: _k
	}], [0, {
		[_eQN]: `Value`,
		[_xN]: _v
	}]]
];
var TagSpecification$ = [
	3,
	n0,
	_TSa,
	0,
	[_RTe, _T],
	[[0, {
		[_eQN]: `ResourceType`,
		[_xN]: _rTe
	}], [() => TagList, { [_xN]: _Ta }]]
];
var UnsuccessfulItem$ = [
	3,
	n0,
	_UIn,
	0,
	[_Er, _RIeso],
	[[() => UnsuccessfulItemError$, {
		[_eQN]: `Error`,
		[_xN]: _er
	}], [0, {
		[_eQN]: `ResourceId`,
		[_xN]: _rIes
	}]]
];
var UnsuccessfulItemError$ = [
	3,
	n0,
	_UIEn,
	0,
	[_Co, _Me],
	[[0, {
		[_eQN]: `Code`,
		[_xN]: _co
	}], [0, {
		[_eQN]: `Message`,
		[_xN]: _me
	}]]
];
var UserIdGroupPair$ = [
	3,
	n0,
	_UIGPs,
	0,
	[
		_De,
		_UI,
		_GN,
		_GIr,
		_VI,
		_VPCI,
		_PSee
	],
	[
		[0, {
			[_eQN]: `Description`,
			[_xN]: _de
		}],
		[0, {
			[_eQN]: `UserId`,
			[_xN]: _uI
		}],
		[0, {
			[_eQN]: `GroupName`,
			[_xN]: _gN
		}],
		[0, {
			[_eQN]: `GroupId`,
			[_xN]: _gIr
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}],
		[0, {
			[_eQN]: `VpcPeeringConnectionId`,
			[_xN]: _vPCI
		}],
		[0, {
			[_eQN]: `PeeringStatus`,
			[_xN]: _pSee
		}]
	]
];
var Vpc$ = [
	3,
	n0,
	_Vp,
	0,
	[
		_OI,
		_ITns,
		_ICBAS,
		_CBAS,
		_IDs,
		_ECn,
		_T,
		_BPAS,
		_VI,
		_St,
		_CB,
		_DOI
	],
	[
		[0, {
			[_eQN]: `OwnerId`,
			[_xN]: _oI
		}],
		[0, {
			[_eQN]: `InstanceTenancy`,
			[_xN]: _iTns
		}],
		[() => VpcIpv6CidrBlockAssociationSet, {
			[_eQN]: `Ipv6CidrBlockAssociationSet`,
			[_xN]: _iCBASp
		}],
		[() => VpcCidrBlockAssociationSet, {
			[_eQN]: `CidrBlockAssociationSet`,
			[_xN]: _cBAS
		}],
		[2, {
			[_eQN]: `IsDefault`,
			[_xN]: _iDs
		}],
		[() => VpcEncryptionControl$, {
			[_eQN]: `EncryptionControl`,
			[_xN]: _eCn
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}],
		[() => BlockPublicAccessStates$, {
			[_eQN]: `BlockPublicAccessStates`,
			[_xN]: _bPAS
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}],
		[0, {
			[_eQN]: `State`,
			[_xN]: _st
		}],
		[0, {
			[_eQN]: `CidrBlock`,
			[_xN]: _cB
		}],
		[0, {
			[_eQN]: `DhcpOptionsId`,
			[_xN]: _dOI
		}]
	]
];
var VpcCidrBlockAssociation$ = [
	3,
	n0,
	_VCBA,
	0,
	[
		_AIs,
		_CB,
		_CBSi
	],
	[
		[0, {
			[_eQN]: `AssociationId`,
			[_xN]: _aIs
		}],
		[0, {
			[_eQN]: `CidrBlock`,
			[_xN]: _cB
		}],
		[() => VpcCidrBlockState$, {
			[_eQN]: `CidrBlockState`,
			[_xN]: _cBSi
		}]
	]
];
var VpcCidrBlockState$ = [
	3,
	n0,
	_VCBS,
	0,
	[_St, _SMt],
	[[0, {
		[_eQN]: `State`,
		[_xN]: _st
	}], [0, {
		[_eQN]: `StatusMessage`,
		[_xN]: _sMt
	}]]
];
var VpcEncryptionControl$ = [
	3,
	n0,
	_VEC,
	0,
	[
		_VI,
		_VECI,
		_Mo,
		_St,
		_SMta,
		_REes,
		_T
	],
	[
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}],
		[0, {
			[_eQN]: `VpcEncryptionControlId`,
			[_xN]: _vECI
		}],
		[0, {
			[_eQN]: `Mode`,
			[_xN]: _mo
		}],
		[0, {
			[_eQN]: `State`,
			[_xN]: _st
		}],
		[0, {
			[_eQN]: `StateMessage`,
			[_xN]: _sMta
		}],
		[() => VpcEncryptionControlExclusions$, {
			[_eQN]: `ResourceExclusions`,
			[_xN]: _rEes
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}]
	]
];
var VpcEncryptionControlExclusion$ = [
	3,
	n0,
	_VECE,
	0,
	[_St, _SMta],
	[[0, {
		[_eQN]: `State`,
		[_xN]: _st
	}], [0, {
		[_eQN]: `StateMessage`,
		[_xN]: _sMta
	}]]
];
var VpcEncryptionControlExclusions$ = [
	3,
	n0,
	_VECEp,
	0,
	[
		_IG,
		_EOIG,
		_NG,
		_VPG,
		_VP,
		_L,
		_VL,
		_EFS,
		_GA,
		_AGV
	],
	[
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `InternetGateway`,
			[_xN]: _iG
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `EgressOnlyInternetGateway`,
			[_xN]: _eOIG
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `NatGateway`,
			[_xN]: _nG
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `VirtualPrivateGateway`,
			[_xN]: _vPG
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `VpcPeering`,
			[_xN]: _vP
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `Lambda`,
			[_xN]: _l
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `VpcLattice`,
			[_xN]: _vL
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `ElasticFileSystem`,
			[_xN]: _eFS
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `GlobalAccelerator`,
			[_xN]: _gA
		}],
		[() => VpcEncryptionControlExclusion$, {
			[_eQN]: `ApiGatewayV2`,
			[_xN]: _aGV
		}]
	]
];
var VpcEndpoint$ = [
	3,
	n0,
	_VE,
	0,
	[
		_VEIp,
		_VET,
		_VI,
		_SN,
		_St,
		_PDo,
		_RTIo,
		_SI,
		_G,
		_IAT,
		_DOn,
		_PDE,
		_RMeq,
		_NIIe,
		_DEn,
		_CTrea,
		_T,
		_OI,
		_LEa,
		_IPpvr,
		_IPp,
		_FR,
		_SNA,
		_RCA,
		_SRe,
		_PRay
	],
	[
		[0, {
			[_eQN]: `VpcEndpointId`,
			[_xN]: _vEI
		}],
		[0, {
			[_eQN]: `VpcEndpointType`,
			[_xN]: _vET
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN]: _vI
		}],
		[0, {
			[_eQN]: `ServiceName`,
			[_xN]: _sN
		}],
		[0, {
			[_eQN]: `State`,
			[_xN]: _st
		}],
		[0, {
			[_eQN]: `PolicyDocument`,
			[_xN]: _pD
		}],
		[() => ValueStringList, {
			[_eQN]: `RouteTableIdSet`,
			[_xN]: _rTIS
		}],
		[() => ValueStringList, {
			[_eQN]: `SubnetIdSet`,
			[_xN]: _sISu
		}],
		[() => GroupIdentifierSet, {
			[_eQN]: `GroupSet`,
			[_xN]: _gSr
		}],
		[0, {
			[_eQN]: `IpAddressType`,
			[_xN]: _iAT
		}],
		[() => DnsOptions$, {
			[_eQN]: `DnsOptions`,
			[_xN]: _dOn
		}],
		[2, {
			[_eQN]: `PrivateDnsEnabled`,
			[_xN]: _pDE
		}],
		[2, {
			[_eQN]: `RequesterManaged`,
			[_xN]: _rMeq
		}],
		[() => ValueStringList, {
			[_eQN]: `NetworkInterfaceIdSet`,
			[_xN]: _nIIS
		}],
		[() => DnsEntrySet, {
			[_eQN]: `DnsEntrySet`,
			[_xN]: _dES
		}],
		[4, {
			[_eQN]: `CreationTimestamp`,
			[_xN]: _cTrea
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN]: _tS
		}],
		[0, {
			[_eQN]: `OwnerId`,
			[_xN]: _oI
		}],
		[() => LastError$, {
			[_eQN]: `LastError`,
			[_xN]: _lEa
		}],
		[() => SubnetIpPrefixesList, {
			[_eQN]: `Ipv4PrefixSet`,
			[_xN]: _iPSpvr
		}],
		[() => SubnetIpPrefixesList, {
			[_eQN]: `Ipv6PrefixSet`,
			[_xN]: _iPSpvre
		}],
		[0, {
			[_eQN]: `FailureReason`,
			[_xN]: _fR
		}],
		[0, {
			[_eQN]: `ServiceNetworkArn`,
			[_xN]: _sNAe
		}],
		[0, {
			[_eQN]: `ResourceConfigurationArn`,
			[_xN]: _rCA
		}],
		[0, {
			[_eQN]: `ServiceRegion`,
			[_xN]: _sR
		}],
		[() => PayerResponsibilitySet, {
			[_eQN]: `PayerResponsibilitySet`,
			[_xN]: _pRSa
		}]
	]
];
var VpcIpv6CidrBlockAssociation$ = [
	3,
	n0,
	_VICBA,
	0,
	[
		_AIs,
		_ICB,
		_ICBS,
		_NBG,
		_IPpvo,
		_IAA,
		_ISpo
	],
	[
		[0, {
			[_eQN]: `AssociationId`,
			[_xN]: _aIs
		}],
		[0, {
			[_eQN]: `Ipv6CidrBlock`,
			[_xN]: _iCB
		}],
		[() => VpcCidrBlockState$, {
			[_eQN]: `Ipv6CidrBlockState`,
			[_xN]: _iCBS
		}],
		[0, {
			[_eQN]: `NetworkBorderGroup`,
			[_xN]: _nBG
		}],
		[0, {
			[_eQN]: `Ipv6Pool`,
			[_xN]: _iPpvo
		}],
		[0, {
			[_eQN]: `Ipv6AddressAttribute`,
			[_xN]: _iAA
		}],
		[0, {
			[_eQN]: `IpSource`,
			[_xN]: _iSpo
		}]
	]
];
var __Unit = "unit";
var AssociatedSubnetList = [
	1,
	n0,
	_ASL,
	0,
	[0, { [_xN]: _it }]
];
var DnsEntrySet = [
	1,
	n0,
	_DES,
	0,
	[() => DnsEntry$, { [_xN]: _it }]
];
var FilterList = [
	1,
	n0,
	_FLi,
	0,
	[() => Filter$, { [_xN]: _Fil }]
];
var GroupIdentifierList = [
	1,
	n0,
	_GIL,
	0,
	[() => GroupIdentifier$, { [_xN]: _it }]
];
var GroupIdentifierSet = [
	1,
	n0,
	_GIS,
	0,
	[() => SecurityGroupIdentifier$, { [_xN]: _it }]
];
var GroupIdStringList = [
	1,
	n0,
	_GISL,
	0,
	[0, { [_xN]: _gIr }]
];
var GroupNameStringList = [
	1,
	n0,
	_GNSL,
	0,
	[0, { [_xN]: _GN }]
];
var IpPermissionList = [
	1,
	n0,
	_IPLp,
	0,
	[() => IpPermission$, { [_xN]: _it }]
];
var IpRangeList = [
	1,
	n0,
	_IRLp,
	0,
	[() => IpRange$, { [_xN]: _it }]
];
var Ipv4PrefixesList = [
	1,
	n0,
	_IPLpv,
	0,
	[() => Ipv4PrefixSpecification$, { [_xN]: _it }]
];
var Ipv6PrefixesList = [
	1,
	n0,
	_IPLpvre,
	0,
	[() => Ipv6PrefixSpecification$, { [_xN]: _it }]
];
var Ipv6RangeList = [
	1,
	n0,
	_IRLpv,
	0,
	[() => Ipv6Range$, { [_xN]: _it }]
];
var NetworkInterfaceIdList = [
	1,
	n0,
	_NIIL,
	0,
	[0, { [_xN]: _it }]
];
var NetworkInterfaceIpv6AddressesList = [
	1,
	n0,
	_NIIAL,
	0,
	[() => NetworkInterfaceIpv6Address$, { [_xN]: _it }]
];
var NetworkInterfaceList = [
	1,
	n0,
	_NIL,
	0,
	[() => NetworkInterface$, { [_xN]: _it }]
];
var NetworkInterfacePrivateIpAddressList = [
	1,
	n0,
	_NIPIAL,
	0,
	[() => NetworkInterfacePrivateIpAddress$, { [_xN]: _it }]
];
var PayerResponsibilitySet = [
	1,
	n0,
	_PRSa,
	0,
	[() => PayerResponsibilityEntry$, { [_xN]: _it }]
];
var PrefixListIdList = [
	1,
	n0,
	_PLIL,
	0,
	[() => PrefixListId$, { [_xN]: _it }]
];
var PrivateDnsSpecifiedDomainSet = [
	1,
	n0,
	_PDSDS,
	0,
	[0, { [_xN]: _it }]
];
var RevokedSecurityGroupRuleList = [
	1,
	n0,
	_RSGRL,
	0,
	[() => RevokedSecurityGroupRule$, { [_xN]: _it }]
];
var SecurityGroupList = [
	1,
	n0,
	_SGL,
	0,
	[() => SecurityGroup$, { [_xN]: _it }]
];
var SecurityGroupRuleIdList = [
	1,
	n0,
	_SGRIL,
	0,
	[0, { [_xN]: _it }]
];
var SecurityGroupRuleList = [
	1,
	n0,
	_SGRL,
	0,
	[() => SecurityGroupRule$, { [_xN]: _it }]
];
var SubnetConfigurationsList = [
	1,
	n0,
	_SCL,
	0,
	[() => SubnetConfiguration$, { [_xN]: _it }]
];
var SubnetIdStringList = [
	1,
	n0,
	_SISLu,
	0,
	[0, { [_xN]: _SIu }]
];
var SubnetIpPrefixesList = [
	1,
	n0,
	_SIPL,
	0,
	[() => SubnetIpPrefixes$, { [_xN]: _it }]
];
var SubnetIpv6CidrBlockAssociationSet = [
	1,
	n0,
	_SICBAS,
	0,
	[() => SubnetIpv6CidrBlockAssociation$, { [_xN]: _it }]
];
var SubnetList = [
	1,
	n0,
	_SLu,
	0,
	[() => Subnet$, { [_xN]: _it }]
];
var TagList = [
	1,
	n0,
	_TL,
	0,
	[() => Tag$, { [_xN]: _it }]
];
var TagSpecificationList = [
	1,
	n0,
	_TSL,
	0,
	[() => TagSpecification$, { [_xN]: _it }]
];
var UnsuccessfulItemSet = [
	1,
	n0,
	_UIS,
	0,
	[() => UnsuccessfulItem$, { [_xN]: _it }]
];
var UserIdGroupPairList = [
	1,
	n0,
	_UIGPL,
	0,
	[() => UserIdGroupPair$, { [_xN]: _it }]
];
var ValueStringList = [
	1,
	n0,
	_VSL,
	0,
	[0, { [_xN]: _it }]
];
var VpcCidrBlockAssociationSet = [
	1,
	n0,
	_VCBAS,
	0,
	[() => VpcCidrBlockAssociation$, { [_xN]: _it }]
];
var VpcEndpointIdList = [
	1,
	n0,
	_VEIL,
	0,
	[0, { [_xN]: _it }]
];
var VpcEndpointRouteTableIdList = [
	1,
	n0,
	_VERTIL,
	0,
	[0, { [_xN]: _it }]
];
var VpcEndpointSecurityGroupIdList = [
	1,
	n0,
	_VESGIL,
	0,
	[0, { [_xN]: _it }]
];
var VpcEndpointSet = [
	1,
	n0,
	_VESpcn,
	0,
	[() => VpcEndpoint$, { [_xN]: _it }]
];
var VpcEndpointSubnetIdList = [
	1,
	n0,
	_VESILp,
	0,
	[0, { [_xN]: _it }]
];
var VpcIdStringList = [
	1,
	n0,
	_VISLp,
	0,
	[0, { [_xN]: _VI }]
];
var VpcIpv6CidrBlockAssociationSet = [
	1,
	n0,
	_VICBAS,
	0,
	[() => VpcIpv6CidrBlockAssociation$, { [_xN]: _it }]
];
var VpcList = [
	1,
	n0,
	_VLp,
	0,
	[() => Vpc$, { [_xN]: _it }]
];
var AuthorizeSecurityGroupIngress$ = [
	9,
	n0,
	_ASGIu,
	0,
	() => AuthorizeSecurityGroupIngressRequest$,
	() => AuthorizeSecurityGroupIngressResult$
];
var CreateSecurityGroup$ = [
	9,
	n0,
	_CSG,
	0,
	() => CreateSecurityGroupRequest$,
	() => CreateSecurityGroupResult$
];
var CreateTags$ = [
	9,
	n0,
	_CTreat,
	0,
	() => CreateTagsRequest$,
	() => __Unit
];
var CreateVpcEndpoint$ = [
	9,
	n0,
	_CVEr,
	0,
	() => CreateVpcEndpointRequest$,
	() => CreateVpcEndpointResult$
];
var DeleteSecurityGroup$ = [
	9,
	n0,
	_DSG,
	0,
	() => DeleteSecurityGroupRequest$,
	() => DeleteSecurityGroupResult$
];
var DeleteTags$ = [
	9,
	n0,
	_DTelet,
	0,
	() => DeleteTagsRequest$,
	() => __Unit
];
var DeleteVpcEndpoints$ = [
	9,
	n0,
	_DVE,
	0,
	() => DeleteVpcEndpointsRequest$,
	() => DeleteVpcEndpointsResult$
];
var DescribeNetworkInterfaces$ = [
	9,
	n0,
	_DNIe,
	0,
	() => DescribeNetworkInterfacesRequest$,
	() => DescribeNetworkInterfacesResult$
];
var DescribeSecurityGroups$ = [
	9,
	n0,
	_DSGe,
	0,
	() => DescribeSecurityGroupsRequest$,
	() => DescribeSecurityGroupsResult$
];
var DescribeSubnets$ = [
	9,
	n0,
	_DSesc,
	0,
	() => DescribeSubnetsRequest$,
	() => DescribeSubnetsResult$
];
var DescribeVpcAttribute$ = [
	9,
	n0,
	_DVAe,
	0,
	() => DescribeVpcAttributeRequest$,
	() => DescribeVpcAttributeResult$
];
var DescribeVpcEndpoints$ = [
	9,
	n0,
	_DVEe,
	0,
	() => DescribeVpcEndpointsRequest$,
	() => DescribeVpcEndpointsResult$
];
var DescribeVpcs$ = [
	9,
	n0,
	_DVesc,
	0,
	() => DescribeVpcsRequest$,
	() => DescribeVpcsResult$
];
var ModifyVpcEndpoint$ = [
	9,
	n0,
	_MVEo,
	0,
	() => ModifyVpcEndpointRequest$,
	() => ModifyVpcEndpointResult$
];
var RevokeSecurityGroupIngress$ = [
	9,
	n0,
	_RSGIev,
	0,
	() => RevokeSecurityGroupIngressRequest$,
	() => RevokeSecurityGroupIngressResult$
];

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2016-11-15",
		base64Decoder: config?.base64Decoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.tt,
		base64Encoder: config?.base64Encoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.et,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultEC2HttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.o()
		}],
		logger: config?.logger ?? new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.ct(),
		protocol: config?.protocol ?? AwsEc2QueryProtocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.ec2",
			errorTypeRegistries,
			xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15",
			version: "2016-11-15",
			serviceTarget: "AmazonEC2"
		},
		serviceId: config?.serviceId ?? "EC2",
		sha256: config?.sha256 ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.t,
		urlParser: config?.urlParser ?? _parseUrl_js__WEBPACK_IMPORTED_MODULE_9__.t,
		utf8Decoder: config?.utf8Decoder ?? _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.n,
		utf8Encoder: config?.utf8Encoder ?? _toUtf8_js__WEBPACK_IMPORTED_MODULE_7__.t
	};
};

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.dt)(process.version);
	const defaultsMode = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.rt)(config);
	const defaultConfigProvider = () => defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.ft);
	const clientSharedValues = getRuntimeConfig$1(config);
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.E)(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? (0,_parseUrl_js__WEBPACK_IMPORTED_MODULE_9__.n)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.a, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.X,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? _dist_es3_js__WEBPACK_IMPORTED_MODULE_8__.n,
		defaultSocketTimeout: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.T)(config?.requestHandler, 9e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.p)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? (0,_parseUrl_js__WEBPACK_IMPORTED_MODULE_9__.n)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.g, config),
		region: config?.region ?? (0,_parseUrl_js__WEBPACK_IMPORTED_MODULE_9__.n)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.ot, {
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.at,
			...loaderConfig
		}),
		requestHandler: _node_http_handler_js__WEBPACK_IMPORTED_MODULE_10__.t.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? (0,_parseUrl_js__WEBPACK_IMPORTED_MODULE_9__.n)({
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__._,
			default: async () => (await defaultConfigProvider()).retryMode || _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.y
		}, config),
		streamCollector: config?.streamCollector ?? _node_http_handler_js__WEBPACK_IMPORTED_MODULE_10__.r,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_parseUrl_js__WEBPACK_IMPORTED_MODULE_9__.n)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.St, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? (0,_parseUrl_js__WEBPACK_IMPORTED_MODULE_9__.n)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.xt, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? (0,_parseUrl_js__WEBPACK_IMPORTED_MODULE_9__.n)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.f, loaderConfig)
	};
};

// node_modules/@aws-sdk/client-ec2/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.l)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.lt)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.j)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.u)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.ut)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.M)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-ec2/dist-es/EC2Client.js
var EC2Client = class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.vt {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.b)(_config_1);
		const _config_3 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.v)(_config_2);
		const _config_4 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.it)(_config_3);
		const _config_5 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.w)(_config_4);
		const _config_6 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.W)(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.gt)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.m)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.h)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.A)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.C)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.S)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.x)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.nt)(this.config, {
			httpAuthSchemeParametersProvider: defaultEC2HttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.D({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.k)(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-ec2/dist-es/commandBuilder.js
const command = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.st)(commonParams, "AmazonEC2", "EC2Client", _Sha256Node_js__WEBPACK_IMPORTED_MODULE_6__.U);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-ec2/dist-es/commands/AuthorizeSecurityGroupIngressCommand.js
var AuthorizeSecurityGroupIngressCommand = class extends command(_ep0, _mw0, "AuthorizeSecurityGroupIngress", AuthorizeSecurityGroupIngress$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateSecurityGroupCommand.js
var CreateSecurityGroupCommand = class extends command(_ep0, _mw0, "CreateSecurityGroup", CreateSecurityGroup$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateTagsCommand.js
var CreateTagsCommand = class extends command(_ep0, _mw0, "CreateTags", CreateTags$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateVpcEndpointCommand.js
var CreateVpcEndpointCommand = class extends command(_ep0, _mw0, "CreateVpcEndpoint", CreateVpcEndpoint$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteSecurityGroupCommand.js
var DeleteSecurityGroupCommand = class extends command(_ep0, _mw0, "DeleteSecurityGroup", DeleteSecurityGroup$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteTagsCommand.js
var DeleteTagsCommand = class extends command(_ep0, _mw0, "DeleteTags", DeleteTags$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteVpcEndpointsCommand.js
var DeleteVpcEndpointsCommand = class extends command(_ep0, _mw0, "DeleteVpcEndpoints", DeleteVpcEndpoints$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeNetworkInterfacesCommand.js
var DescribeNetworkInterfacesCommand = class extends command(_ep0, _mw0, "DescribeNetworkInterfaces", DescribeNetworkInterfaces$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSecurityGroupsCommand.js
var DescribeSecurityGroupsCommand = class extends command(_ep0, _mw0, "DescribeSecurityGroups", DescribeSecurityGroups$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSubnetsCommand.js
var DescribeSubnetsCommand = class extends command(_ep0, _mw0, "DescribeSubnets", DescribeSubnets$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeVpcAttributeCommand.js
var DescribeVpcAttributeCommand = class extends command(_ep0, _mw0, "DescribeVpcAttribute", DescribeVpcAttribute$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeVpcEndpointsCommand.js
var DescribeVpcEndpointsCommand = class extends command(_ep0, _mw0, "DescribeVpcEndpoints", DescribeVpcEndpoints$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeVpcsCommand.js
var DescribeVpcsCommand = class extends command(_ep0, _mw0, "DescribeVpcs", DescribeVpcs$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/ModifyVpcEndpointCommand.js
var ModifyVpcEndpointCommand = class extends command(_ep0, _mw0, "ModifyVpcEndpoint", ModifyVpcEndpoint$) {};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/RevokeSecurityGroupIngressCommand.js
var RevokeSecurityGroupIngressCommand = class extends command(_ep0, _mw0, "RevokeSecurityGroupIngress", RevokeSecurityGroupIngress$) {};

// src/aws/parse.ts
const same = (one, other) => (one ?? "").toLowerCase() === other;
/** `Vpc.CidrBlock` is only the primary block; all associated ones stand in `CidrBlockAssociationSet`. */
function parseVpc(vpc) {
	const associated = (vpc.CidrBlockAssociationSet ?? []).filter((entry) => same(entry.CidrBlockState?.State, "associated")).map((entry) => entry.CidrBlock);
	const cidrs = (associated.length > 0 ? associated : [vpc.CidrBlock]).map((block) => canonicalCidr(block ?? "")).filter((block) => block !== void 0);
	return {
		id: vpc.VpcId ?? "",
		ownerId: vpc.OwnerId ?? "",
		cidrs: [...new Set(cidrs)]
	};
}
function parseSubnet(subnet) {
	return {
		id: subnet.SubnetId ?? "",
		vpcId: subnet.VpcId ?? "",
		zoneId: subnet.AvailabilityZoneId ?? "",
		zoneName: subnet.AvailabilityZone ?? "",
		freeAddresses: subnet.AvailableIpAddressCount ?? 0,
		unfit: subnet.Ipv6Native === true || (subnet.OutpostArn ?? "") !== ""
	};
}
function parseEndpoint(endpoint) {
	const rawState = String(endpoint.State ?? "");
	return {
		id: endpoint.VpcEndpointId ?? "",
		vpcId: endpoint.VpcId ?? "",
		ownerId: endpoint.OwnerId ?? "",
		serviceName: endpoint.ServiceName ?? "",
		state: rawState.toLowerCase(),
		rawState,
		interface: same(endpoint.VpcEndpointType, "interface"),
		subnetIds: endpoint.SubnetIds ?? [],
		groupIds: (endpoint.Groups ?? []).map((group) => group.GroupId ?? "").filter((id) => id !== ""),
		networkInterfaceIds: endpoint.NetworkInterfaceIds ?? [],
		privateDns: endpoint.PrivateDnsEnabled === true,
		createdAt: endpoint.CreationTimestamp?.getTime() ?? 0,
		tags: parseTags(endpoint.Tags),
		requesterManaged: endpoint.RequesterManaged === true,
		failure: [endpoint.LastError?.Message ?? endpoint.LastError?.Code, endpoint.FailureReason].filter((part) => part !== void 0 && part !== "").join("; ")
	};
}
function parseGroup(group) {
	return {
		id: group.GroupId ?? "",
		name: group.GroupName ?? "",
		vpcId: group.VpcId ?? "",
		ownerId: group.OwnerId ?? "",
		tags: parseTags(group.Tags),
		ingress: (group.IpPermissions ?? []).flatMap(parsePermission)
	};
}
/** EC2 merges all sources of one protocol and port range into one permission; this takes them apart again. */
function parsePermission(permission) {
	const rule = (source, from, description) => ({
		protocol: String(permission.IpProtocol ?? ""),
		fromPort: permission.FromPort ?? -1,
		toPort: permission.ToPort ?? -1,
		source,
		from: from ?? "",
		description: description ?? ""
	});
	return [
		...(permission.IpRanges ?? []).map((range) => {
			const cidr = canonicalCidr(range.CidrIp ?? "");
			return rule(cidr === void 0 ? void 0 : { cidr }, cidr ?? range.CidrIp, range.Description);
		}),
		...(permission.UserIdGroupPairs ?? []).map((pair) => rule(pair.GroupId === void 0 ? void 0 : { groupId: pair.GroupId }, pair.GroupId, pair.Description)),
		...(permission.Ipv6Ranges ?? []).map((range) => rule(void 0, range.CidrIpv6, range.Description)),
		...(permission.PrefixListIds ?? []).map((list) => rule(void 0, list.PrefixListId, list.Description))
	];
}
function parseTags(tags) {
	return Object.fromEntries((tags ?? []).map((tag) => [tag.Key ?? "", tag.Value ?? ""]).filter(([key]) => key !== ""));
}
/** Every private address of a network interface. */
function addressesOf(row) {
	const all = [
		row.PrivateIpAddress,
		...(row.PrivateIpAddresses ?? []).map((one) => one.PrivateIpAddress),
		...(row.Ipv6Addresses ?? []).map((one) => one.Ipv6Address)
	];
	return [...new Set(all.filter((address) => address !== void 0 && address !== ""))];
}

// src/aws/ec2.ts
/** EC2 answers reads in well under a second; only its writes may take long. */
const READ_TIMEOUT_MS = 3e4;
/** A client for one region. Nothing is sent before the first call. */
function createEc2(deps) {
	let made;
	const client = () => {
		made ??= new EC2Client({
			...deps.connection.settings,
			credentials: deps.identity.credentials
		});
		return made;
	};
	const send = { abortSignal: deps.signal };
	/**
	* Runs one API call with the retries that its nature allows.
	* @param recover turns refusals that are an answer into a value; undefined means: not one of those
	*/
	async function call(action, doing, run, options = {}) {
		const started = deps.clock.now();
		const reads = action.startsWith("Describe");
		try {
			const result = await (0,_retry_js__WEBPACK_IMPORTED_MODULE_4__.n)(run, {
				clock: deps.clock,
				signal: deps.signal,
				deadline: Math.min(deps.deadline, options.until ?? deps.deadline),
				repeatable: reads,
				...reads ? { tryMs: READ_TIMEOUT_MS } : {},
				classify: _errors2_js__WEBPACK_IMPORTED_MODULE_3__.r,
				onRetry: ({ number, delayMs, error }) => deps.debug(`AWS ec2:${action}: try ${number} failed (${(0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.t)(error) || "network"}), again in ${delayMs.toFixed(0)} ms`)
			});
			deps.debug(`AWS ec2:${action}: ok in ${deps.clock.now() - started} ms`);
			return result;
		} catch (error) {
			deps.debug(`AWS ec2:${action}: ${(0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.t)(error) || "failed"} after ${deps.clock.now() - started} ms`);
			const recovered = options.recover?.(error);
			if (recovered !== void 0) return recovered;
			if (error instanceof Error && error.name === "ActionError") throw error;
			throw (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.n)(error, `ec2:${action}`, doing);
		}
	}
	async function pages(page) {
		const all = [];
		const seen = /* @__PURE__ */ new Set();
		for (let token;;) {
			const { items, next } = await page(token);
			all.push(...items);
			if (next === void 0 || next === "" || seen.has(next)) return all;
			seen.add(next);
			token = next;
		}
	}
	return {
		vpc: (vpcId) => call("DescribeVpcs", `read VPC ${vpcId}`, async () => {
			const vpc = ((await client().send(new DescribeVpcsCommand({ Filters: [filter("vpc-id", vpcId)] }), send)).Vpcs ?? []).find((one) => one.VpcId === vpcId);
			return vpc === void 0 ? void 0 : parseVpc(vpc);
		}),
		vpcDns(vpcId) {
			const attribute = (name) => call("DescribeVpcAttribute", `read ${name} of VPC ${vpcId}`, async () => {
				const answer = await client().send(new DescribeVpcAttributeCommand({
					VpcId: vpcId,
					Attribute: name
				}), send);
				return (name === "enableDnsSupport" ? answer.EnableDnsSupport : answer.EnableDnsHostnames)?.Value === true;
			}, { recover: (error) => (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "InvalidVpcID.NotFound") ? "vpc-gone" : void 0 });
			return Promise.all([attribute("enableDnsSupport"), attribute("enableDnsHostnames")]).then(([support, hostnames]) => support === "vpc-gone" || hostnames === "vpc-gone" ? void 0 : {
				support,
				hostnames
			});
		},
		subnets: (vpcId) => call("DescribeSubnets", `list the subnets of VPC ${vpcId}`, () => pages(async (NextToken) => {
			const answer = await client().send(new DescribeSubnetsCommand({
				Filters: [filter("vpc-id", vpcId)],
				NextToken
			}), send);
			return {
				items: (answer.Subnets ?? []).map(parseSubnet),
				next: answer.NextToken
			};
		})),
		endpoints: (of) => call("DescribeVpcEndpoints", "list the VPC endpoints", () => pages(async (NextToken) => {
			const Filters = "endpointIds" in of ? [filter("vpc-endpoint-id", ...of.endpointIds)] : scopeFilters(of);
			const answer = await client().send(new DescribeVpcEndpointsCommand({
				Filters,
				NextToken
			}), send);
			return {
				items: (answer.VpcEndpoints ?? []).map(parseEndpoint).filter((one) => "endpointIds" in of ? of.endpointIds.includes(one.id) : one.interface),
				next: answer.NextToken
			};
		})),
		groups: (of) => call("DescribeSecurityGroups", "list the security groups", () => pages(async (NextToken) => {
			const answer = await client().send(new DescribeSecurityGroupsCommand({
				Filters: "ids" in of ? [filter("group-id", ...of.ids)] : scopeFilters(of),
				NextToken
			}), send);
			return {
				items: (answer.SecurityGroups ?? []).map(parseGroup),
				next: answer.NextToken
			};
		})),
		async interfaceAddresses(ids) {
			if (ids.length === 0) return /* @__PURE__ */ new Map();
			const rows = await call("DescribeNetworkInterfaces", "read the network interfaces of the VPC endpoints", () => pages(async (NextToken) => {
				const answer = await client().send(new DescribeNetworkInterfacesCommand({
					Filters: [filter("network-interface-id", ...ids)],
					NextToken
				}), send);
				return {
					items: answer.NetworkInterfaces ?? [],
					next: answer.NextToken
				};
			}));
			return new Map(rows.map((row) => [row.NetworkInterfaceId ?? "", addressesOf(row)]));
		},
		createGroup: (group) => call("CreateSecurityGroup", `create the security group ${group.name}`, async () => {
			return {
				kind: "created",
				groupId: (await client().send(new CreateSecurityGroupCommand({
					VpcId: group.vpcId,
					GroupName: group.name,
					Description: group.description,
					TagSpecifications: tagged("security-group", group.tags)
				}), send)).GroupId ?? ""
			};
		}, { recover: (error) => (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "InvalidGroup.Duplicate") ? { kind: "name-taken" } : void 0 }),
		authorizeIngress: (groupId, sources, description) => call("AuthorizeSecurityGroupIngress", `let port ${SQL_PORT} in through ${groupId}`, async () => {
			const permission = permissionFor({
				protocol: "tcp",
				fromPort: SQL_PORT,
				toPort: SQL_PORT
			}, sources, description);
			await client().send(new AuthorizeSecurityGroupIngressCommand({
				GroupId: groupId,
				IpPermissions: [permission]
			}), send);
			return "done";
		}, { recover: (error) => (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "InvalidPermission.Duplicate", "InvalidGroup.NotFound", "InvalidGroupId.NotFound") ? "look-again" : void 0 }),
		revokeIngress: (groupId, rules) => call("RevokeSecurityGroupIngress", `take stale rules out of ${groupId}`, async () => {
			const permissions = rules.flatMap((rule) => rule.source === void 0 ? [] : [permissionFor(rule, [rule.source])]);
			await client().send(new RevokeSecurityGroupIngressCommand({
				GroupId: groupId,
				IpPermissions: permissions
			}), send);
			return "done";
		}, { recover: (error) => (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "InvalidPermission.NotFound", "InvalidGroup.NotFound", "InvalidGroupId.NotFound") ? "look-again" : void 0 }),
		createEndpoint: (endpoint) => call("CreateVpcEndpoint", `create a VPC endpoint in ${endpoint.vpcId} for ${endpoint.serviceName}`, async () => {
			const answer = await client().send(new CreateVpcEndpointCommand({
				VpcId: endpoint.vpcId,
				ServiceName: endpoint.serviceName,
				VpcEndpointType: "Interface",
				SubnetIds: [...endpoint.subnetIds],
				SecurityGroupIds: [...endpoint.groupIds],
				PrivateDnsEnabled: false,
				ClientToken: endpoint.clientToken,
				TagSpecifications: tagged("vpc-endpoint", endpoint.tags)
			}), send);
			return {
				kind: "created",
				endpoint: parseEndpoint(answer.VpcEndpoint ?? {})
			};
		}, { recover: creationRefusal }),
		modifyEndpoint: (endpointId, change) => call("ModifyVpcEndpoint", `modify VPC endpoint ${endpointId}`, async () => {
			await client().send(new ModifyVpcEndpointCommand({
				VpcEndpointId: endpointId,
				...some("AddSubnetIds", change.addSubnetIds),
				...some("RemoveSubnetIds", change.removeSubnetIds),
				...some("AddSecurityGroupIds", change.addGroupIds),
				...some("RemoveSecurityGroupIds", change.removeGroupIds),
				...change.privateDns === void 0 ? {} : { PrivateDnsEnabled: change.privateDns }
			}), send);
			return "done";
		}, { recover: (error) => isEndpointGone((0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.t)(error)) || (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "IncorrectState", "InvalidState") || (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "OperationNotPermitted") && /state|pending/i.test(String(error.message)) ? "look-again" : zoneRefusal(error) }),
		deleteEndpoint: (endpointId, until) => call("DeleteVpcEndpoints", `delete VPC endpoint ${endpointId}`, async () => {
			const refused = ((await client().send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [endpointId] }), send)).Unsuccessful ?? []).find((item) => !isEndpointGone(item.Error?.Code ?? ""));
			if (refused !== void 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("aws-refused", {
				cause: `AWS refused to delete VPC endpoint ${endpointId}: ${refused.Error?.Message ?? "no reason given"} (${refused.Error?.Code ?? "no code"})`,
				fix: "Read its words above, mend what they name and run again."
			});
		}, { until }),
		deleteGroup: (groupId) => call("DeleteSecurityGroup", `delete the security group ${groupId}`, async () => {
			await client().send(new DeleteSecurityGroupCommand({ GroupId: groupId }), send);
			return { kind: "deleted" };
		}, { recover: (error) => {
			if (isGroupGone(error)) return { kind: "deleted" };
			if (!(0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "DependencyViolation", "InvalidGroup.InUse")) return void 0;
			return {
				kind: "in-use",
				message: error instanceof Error ? error.message : ""
			};
		} }),
		setTags: (resourceIds, tags) => call("CreateTags", `tag ${resourceIds.join(" and ")}`, async () => {
			await client().send(new CreateTagsCommand({
				Resources: [...resourceIds],
				Tags: tagList(tags)
			}), send);
			return "done";
		}, { recover: (error) => isGone(error) ? "look-again" : void 0 }),
		removeTags: (resourceIds, tags, until) => call("DeleteTags", `remove tags of ${resourceIds.join(" and ")}`, async () => {
			await client().send(new DeleteTagsCommand({
				Resources: [...resourceIds],
				Tags: tagList(tags)
			}), send);
			return "done";
		}, {
			...until === void 0 ? {} : { until },
			recover: (error) => isGone(error) ? "look-again" : void 0
		}),
		close: () => made?.destroy()
	};
}
/** Describe and Modify say InvalidVpcEndpointId.NotFound, DeleteVpcEndpoints InvalidVpcEndpoint.NotFound. */
function isEndpointGone(code) {
	return /^InvalidVpcEndpoint(Id)?\.NotFound$/i.test(code);
}
function isGroupGone(error) {
	return (0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "InvalidGroup.NotFound", "InvalidGroupId.NotFound", "InvalidSecurityGroupID.NotFound");
}
function isGone(error) {
	return isEndpointGone((0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.t)(error)) || isGroupGone(error);
}
function creationRefusal(error) {
	const message = error instanceof Error ? error.message : "";
	if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "IdempotentParameterMismatch")) return { kind: "token-taken" };
	if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_3__.i)(error, "InvalidServiceName")) return {
		kind: "service-unknown",
		message
	};
	if (isGroupGone(error)) return { kind: "group-unknown" };
	return zoneRefusal(error);
}
function zoneRefusal(error) {
	const message = error instanceof Error ? error.message : "";
	if (!/does not support the availability zone of the subnet/i.test(message)) return void 0;
	return {
		kind: "zone-refused",
		subnetId: /subnet-[0-9a-f]+/.exec(message)?.[0],
		message
	};
}
function filter(Name, ...Values) {
	return {
		Name,
		Values
	};
}
function scopeFilters({ vpcId, tagKey }) {
	return [...vpcId === void 0 ? [] : [filter("vpc-id", vpcId)], ...tagKey === void 0 ? [] : [filter("tag-key", tagKey)]];
}
function some(key, values) {
	return values === void 0 || values.length === 0 ? {} : { [key]: [...values] };
}
function tagList(tags) {
	return Object.entries(tags).map(([Key, Value]) => ({
		Key,
		Value
	}));
}
function tagged(ResourceType, tags) {
	return [{
		ResourceType,
		Tags: tagList(tags)
	}];
}
function permissionFor(rule, sources, Description) {
	const described = Description === void 0 ? {} : { Description };
	const cidrs = sources.flatMap((source) => "cidr" in source ? [{
		CidrIp: source.cidr,
		...described
	}] : []);
	const groups = sources.flatMap((source) => "groupId" in source ? [{
		GroupId: source.groupId,
		...described
	}] : []);
	return {
		IpProtocol: rule.protocol,
		FromPort: rule.fromPort,
		ToPort: rule.toPort,
		...cidrs.length > 0 ? { IpRanges: cidrs } : {},
		...groups.length > 0 ? { UserIdGroupPairs: groups } : {}
	};
}

// src/cockroach/client.ts
/** Pins the shapes of the answers; older versions spell plans, states and services differently. */
const API_VERSION = "2024-09-16";
const PAGE_SIZE = 500;
/** A client for one organization's API. Nothing is sent before the first call. */
function createCloudClient(settings) {
	/** Sends one request with the retries that its nature allows, and returns the body of a 2xx answer. */
	async function send(ask) {
		const url = new URL(`${settings.baseUrl.pathname.replace(/\/+$/, "")}${ask.path}`, settings.baseUrl);
		const http = await settings.http;
		return (0,_retry_js__WEBPACK_IMPORTED_MODULE_4__.n)(async () => {
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
				signal: settings.signal,
				...ask.body === void 0 ? {} : { body: ask.body }
			});
			settings.debug(`Cloud ${ask.name}: ${answer.status} in ${settings.clock.now() - started} ms`);
			if (answer.status < 200 || answer.status > 299) throw new CloudRefusal(ask.name, answer);
			if (ask.keyed) JSON.parse(answer.body === "" ? "{}" : answer.body);
			return answer.body;
		}, {
			clock: settings.clock,
			signal: settings.signal,
			deadline: Math.min(settings.deadline, ask.until ?? settings.deadline),
			repeatable: ask.method === "GET",
			classify: (error) => classifyCloudError(error, settings.clock.now()),
			onRetry: ({ number, delayMs }) => settings.debug(`Cloud ${ask.name}: try ${number} failed, again in ${delayMs.toFixed(0)} ms`)
		});
	}
	async function call(method, path, options = {}) {
		const whole = `/api/v1${path}`;
		const answer = await send({
			method,
			path: whole,
			name: `${method} ${whole}`,
			keyed: true,
			...options.body === void 0 ? {} : { body: JSON.stringify(options.body) },
			...options.until === void 0 ? {} : { until: options.until }
		});
		return JSON.parse(answer === "" ? "{}" : answer);
	}
	/** Runs a call and turns what is left after the retries into words. */
	async function say(doing, run) {
		try {
			return await run();
		} catch (error) {
			if (error instanceof Error && error.name === "ActionError") throw error;
			throw cloudError(error, doing);
		}
	}
	/** The same for trusted owners, whose refusals mean something of their own. */
	async function sayOwners(doing, run) {
		try {
			return await run();
		} catch (error) {
			if (error instanceof Error && error.name === "ActionError") throw error;
			throw trustedOwnersError(error, doing);
		}
	}
	const owners = (clusterId) => `${networking(clusterId)}/private-endpoint-trusted-owners`;
	const networking = (clusterId) => `/clusters/${encodeURIComponent(clusterId)}/networking`;
	return {
		getCluster: (clusterId) => say(`read cluster ${clusterId}`, async () => {
			try {
				return parseCluster(await call("GET", `/clusters/${encodeURIComponent(clusterId)}`));
			} catch (error) {
				if (isCloudRefusal(error) && error.status === 404) return void 0;
				throw error;
			}
		}),
		listClusters: () => say("list the clusters", async () => {
			const clusters = [];
			const seen = /* @__PURE__ */ new Set();
			for (let page = "";;) {
				const query = `?show_inactive=false&pagination.limit=${PAGE_SIZE}${page === "" ? "" : `&pagination.page=${encodeURIComponent(page)}`}`;
				const { clusters: more, nextPage } = parseClusterPage(await call("GET", `/clusters${query}`));
				clusters.push(...more);
				if (nextPage === "") return clusters;
				if (seen.has(nextPage)) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("cloud-refused", {
					cause: "CockroachDB Cloud repeats a page of the cluster list without end",
					fix: "Give the cluster ID instead of its name."
				});
				seen.add(nextPage);
				page = nextPage;
			}
		}),
		listServices: (clusterId) => say("list the private endpoint services", async () => parseServices(await call("GET", `${networking(clusterId)}/private-endpoint-services`))),
		createServices: (clusterId) => say("create the private endpoint services", async () => parseServices(await call("POST", `${networking(clusterId)}/private-endpoint-services`))),
		listConnections: (clusterId) => say("list the private endpoint connections", async () => parseConnections(await call("GET", `${networking(clusterId)}/private-endpoint-connections`))),
		listTrustedOwners: (clusterId) => sayOwners("list the trusted owners", async () => parseTrustedOwners(await call("GET", owners(clusterId)))),
		getTrustedOwner: (clusterId, ownerId) => sayOwners("read a trusted owner", async () => {
			try {
				return parseTrustedOwner(await call("GET", `${owners(clusterId)}/${encodeURIComponent(ownerId)}`));
			} catch (error) {
				if (isCloudRefusal(error) && error.status === 404) return void 0;
				throw error;
			}
		}),
		addTrustedOwner: (clusterId, accountId) => sayOwners(`trust AWS account ${accountId}`, async () => {
			try {
				return parseTrustedOwner(await call("POST", owners(clusterId), { body: {
					type: "AWS_ACCOUNT_ID",
					external_owner_id: accountId
				} }));
			} catch (error) {
				if (isCloudRefusal(error) && error.status === 409 && error.code !== 10) return void 0;
				throw error;
			}
		}),
		removeTrustedOwner: (clusterId, ownerId) => sayOwners("remove a trusted owner", async () => {
			try {
				await call("DELETE", `${owners(clusterId)}/${encodeURIComponent(ownerId)}`);
			} catch (error) {
				if (isCloudRefusal(error) && error.status === 404) return;
				throw error;
			}
		}),
		listAllowlist: (clusterId) => say("read the IP allowlist", async () => parseAllowlist(await call("GET", `${networking(clusterId)}/allowlist`))),
		clusterCa: (clusterId) => say(`read the CA certificate of cluster ${clusterId}`, async () => {
			const path = `/clusters/${encodeURIComponent(clusterId)}/cert`;
			const pem = await send({
				method: "GET",
				path,
				name: `GET ${path}`,
				keyed: false
			});
			if (!pem.includes("-----BEGIN CERTIFICATE-----")) throw new Error("the answer holds no certificate");
			return pem;
		}),
		addConnection: (clusterId, endpointId) => say(`connect endpoint ${endpointId}`, async () => {
			try {
				return parseConnection(await call("POST", `${networking(clusterId)}/private-endpoint-connections`, { body: { endpoint_id: endpointId } }));
			} catch (error) {
				if (isCloudRefusal(error) && error.status === 409) return void 0;
				throw error;
			}
		}),
		deleteConnection: (clusterId, endpointId, until) => say(`remove the connection of endpoint ${endpointId}`, async () => {
			try {
				await call("DELETE", `${networking(clusterId)}/private-endpoint-connections/${encodeURIComponent(endpointId)}`, { until });
			} catch (error) {
				if (isCloudRefusal(error) && error.status === 404) return;
				throw error;
			}
		})
	};
}

// src/worlds.ts
/**
* Opens both worlds for a request. Nothing is sent before the first read; signing in starts with it.
* The Cloud API's HTTP client is loaded here, while the first request to GitHub or AWS is under way.
*/
function openWorlds(request, around) {
	const connection = openAwsConnection(request.region, around.env, around.userAgent);
	const deps = {
		...around,
		connection
	};
	const identity = request.roleArn === void 0 ? ambientCredentials(deps) : assumeRole({
		roleArn: request.roleArn,
		sessionName: request.roleSessionName,
		durationSeconds: request.roleDurationSeconds,
		audience: request.audience
	}, deps);
	const http = __nccwpck_require__.e(/* import() */ 437).then(__nccwpck_require__.bind(__nccwpck_require__, 437)).then(({ createHttpClient }) => createHttpClient());
	http.catch(() => void 0);
	const ec2 = createEc2({
		...around,
		connection,
		identity
	});
	return {
		ec2,
		cloud: createCloudClient({
			baseUrl: request.apiUrl,
			apiKey: request.apiKey,
			userAgent: around.userAgent,
			clock: around.clock,
			signal: around.signal,
			deadline: around.deadline,
			http,
			debug: around.debug
		}),
		clock: around.clock,
		async account() {
			const { accountId = "" } = await identity.credentials();
			if (request.roleArn !== void 0 && accountId !== "") return accountId;
			const { callerAccount } = await __nccwpck_require__.e(/* import() */ 410).then(__nccwpck_require__.bind(__nccwpck_require__, 8410));
			return callerAccount(identity, deps);
		},
		async close() {
			ec2.close();
			connection.close();
			await (await http).close();
		}
	};
}

// src/run.ts
/**
* One run from inputs to outputs; never throws.
* @returns the exit code: 0, 1 for a failure, 130 when cancelled
*/
async function run(runner) {
	const startedAt = runner.clock.now();
	const write = outputWriter(runner.setOutput);
	const known = { probes: [] };
	write(DEFAULT_OUTPUTS);
	try {
		for (const secret of secretsOf(runner)) runner.maskSecret(secret);
		await operate(runner, {
			write,
			known,
			startedAt
		});
	} catch (error) {
		known.failure = withoutSecrets((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) ? error : internalError(error), secretsOf(runner));
	}
	known.story?.close();
	await report(runner, {
		write,
		known,
		startedAt
	});
	if (known.failure === void 0) return 0;
	return known.failure.code === "cancelled" ? 130 : 1;
}
/** Reads the inputs, opens both worlds and does what is asked. */
async function operate(runner, { write, known, startedAt }) {
	const request = readRequest(runner.input, runner.env);
	known.request = request;
	known.home = await homeOf(runner, request);
	const deadline = startedAt + request.timeoutSeconds * 1e3;
	const worlds = openWorlds(request, {
		...runner,
		deadline
	});
	const story = tellStory(runner.log, runner.clock.now, (plan, observed, { changed, created }) => {
		const { plan: steps, ...outputs } = outputsOf(plan, observed, request);
		if (known.plan === void 0 && steps !== void 0) write({ plan: steps });
		const told = departs(request) && plan.paths.length === 0 ? { "aws-account-id": observed.account } : outputs;
		if (told === outputs) known.connections = outputs.connections ?? "[]";
		write({
			...told,
			changed: String(changed),
			created: String(madeEndpoint(created))
		});
		known.plan = plan;
		known.observed = observed;
	});
	known.story = story;
	const deps = {
		worlds,
		signal: runner.signal,
		listener: story,
		deadline,
		startedAt,
		nonce: runner.nonce,
		home: {
			serverUrl: runner.env["GITHUB_SERVER_URL"] ?? "",
			repositoryId: runner.env["GITHUB_REPOSITORY_ID"] || runner.env["GITHUB_REPOSITORY"] || "local"
		}
	};
	try {
		if (request.operation === "verify") await verifyAndTell(runner, {
			request,
			deps,
			known,
			write
		});
		else if (request.operation === "sweep") await sweepAndTell(runner, {
			request,
			deps,
			known,
			write
		});
		else if (departs(request)) await deleteAndTell(runner, {
			request,
			deps,
			known,
			write
		});
		else await ensureAndTell(runner, {
			request,
			deps,
			known,
			write
		});
	} finally {
		await worlds.close().catch(() => void 0);
	}
}
/** True where a path is given up; deleting trusted owners alone is told like making them. */
function departs({ operation, ownersOnly }) {
	return operation === "delete" && !ownersOnly;
}
async function deleteAndTell(runner, { request, deps, known, write }) {
	const { end, plan, observed } = await deletePath(request, deps);
	known.story?.close();
	const left = (known.story?.done.length ?? 0) > 0;
	if (end === "done") write(departedOutputs(known.connections ?? "[]", observed, left));
	if (end === "pending") write({ status: "pending" });
	tellDeparture(runner.log, end, {
		plan,
		left,
		environment: request.environment
	});
}
async function sweepAndTell(runner, { request, deps, known, write }) {
	if (known.home === void 0) return;
	const around = {
		...runner,
		deadline: deps.deadline,
		githubToken: request.githubToken
	};
	const { rows, account } = await sweep(request, {
		...deps,
		home: {
			...deps.home,
			...known.home
		},
		around
	});
	known.story?.close();
	known.swept = rows;
	const swept = rows.some((row) => row.outcome === "swept");
	write({
		status: swept ? "deleted" : "absent",
		changed: String(swept),
		"aws-account-id": account,
		plan: JSON.stringify(rows.map(({ error: _, ...row }) => row))
	});
	const failure = sweepFailure(rows);
	if (failure === void 0) return;
	write({ status: "failed" });
	throw failure;
}
async function ensureAndTell(runner, { request, deps, known, write }) {
	const result = request.operation === "delete" ? await deletePath(request, deps) : await ensure(request, deps);
	known.story?.close();
	if (result.end === "pending") write(pendingOutputs(result.plan, result.observed, request));
	tellEnd(runner.log, result.end, {
		plan: result.plan,
		changed: known.story?.changed ?? false
	});
	if (!request.probe) return;
	if (result.end !== "done") {
		runner.log.line(`Not probed: ${result.end === "planned" ? "this is a dry run" : "the path is not finished yet"}.`);
		return;
	}
	known.probes = await prove(result.plan, result.observed, {
		region: request.region,
		worlds: deps.worlds,
		signal: runner.signal,
		deadline: deps.deadline,
		fresh: known.story?.changed ?? false,
		log: (line) => runner.log.line(line)
	});
	tellProbes(runner.log, known.probes);
	judgeProbes(known.probes);
}
async function verifyAndTell(runner, { request, deps, known, write }) {
	const verdict = await verify(request, deps);
	known.verdict = verdict;
	known.story?.close();
	write({
		drift: JSON.stringify(verdict.findings),
		"drift-count": String(driftOf(verdict).length)
	});
	if (request.probe) await probeAfterVerify(runner, {
		request,
		deps,
		known,
		verdict
	});
	const { unchecked } = known.verdict;
	if (unchecked.length > 0 && outputsOf(verdict.plan, verdict.observed, request).status === "absent") write({ status: "failed" });
	const unproved = known.probes.some((one) => one.outcome !== "proved");
	tellVerdict(runner, {
		...verdict,
		unchecked
	}, {
		failOnDrift: request.failOnDrift,
		unproved
	});
	const outside = known.probes.some((one) => one.outcome === "outside");
	const drift = driftOf(verdict).length > 0;
	if (request.driftIssue && unchecked.length === 0 && !outside && (drift || !unproved)) await keepIssue(runner, {
		request,
		deps,
		known,
		verdict
	});
	judge(known.verdict, request.failOnDrift);
	judgeProbes(known.probes);
}
/** Keeps the drift issue; where that fails, drift is still what the step fails with. */
async function keepIssue(runner, { request, deps, known, verdict }) {
	if (known.home === void 0) return;
	try {
		const around = {
			...runner,
			deadline: deps.deadline
		};
		runner.log.line(await tellDriftIssue(verdict.findings, {
			request,
			home: known.home,
			around
		}));
	} catch (error) {
		if (!((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) && error.code !== "cancelled" && driftOf(verdict).length > 0 && request.failOnDrift)) throw error;
		runner.annotate("warning", "drift-issue", `The drift issue was not kept: ${error.message} ${error.fix}`);
	}
}
/** A probe that could not even be begun (a read is denied, the CA is not to be had) is a check that could not be made. */
async function probeAfterVerify(runner, { request, deps, known, verdict }) {
	try {
		known.probes = await prove(verdict.plan, verdict.observed, {
			region: request.region,
			worlds: deps.worlds,
			signal: runner.signal,
			deadline: deps.deadline,
			fresh: false,
			log: (line) => runner.log.line(line)
		});
		tellProbes(runner.log, known.probes);
	} catch (error) {
		if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) || error.code === "cancelled") throw error;
		known.verdict = {
			...verdict,
			unchecked: [...verdict.unchecked, {
				what: "the probe",
				error
			}]
		};
	}
}
/** Outputs, summary, comment and annotation, in this order, whatever way the run ended. */
async function report(runner, { write, known, startedAt }) {
	const { story, failure, request } = known;
	if (story !== void 0) write({
		changed: String(story.changed),
		created: String(madeEndpoint(story.created))
	});
	const departing = request !== void 0 && departs(request);
	if (failure !== void 0) write({
		"error-code": failure.code,
		...known.plan === void 0 || departing ? { status: "failed" } : {}
	});
	const link = failure === void 0 ? "" : troubleshootingLink(runner.env, failure.code);
	const markdown = summaryMarkdown({
		plan: known.plan,
		observed: known.observed,
		wanted: {
			region: request?.region ?? "",
			privateDns: request?.privateDns ?? true
		},
		spans: story?.spans ?? [],
		done: story?.done ?? [],
		changed: story?.changed ?? false,
		created: story?.created ?? /* @__PURE__ */ new Set(),
		dryRun: request?.dryRun ?? false,
		departure: departing,
		swept: known.swept,
		verdict: known.verdict,
		probes: known.probes,
		totalMs: runner.clock.now() - startedAt,
		error: failure,
		errorLink: link
	});
	write({ "summary-markdown": markdown });
	await runner.showSummary(markdown);
	if (request?.comment === true && known.home !== void 0 && failure?.code !== "cancelled") await comment(runner, markdown, {
		request,
		home: known.home
	});
	if (failure === void 0) return;
	for (const line of failure.details) runner.log.line(`- ${line}`);
	runner.showError(failure, link);
}
/** A comment that cannot be made is a warning: what the step was for is done or has failed by itself. */
async function comment(runner, markdown, { request, home }) {
	try {
		const around = {
			...runner,
			deadline: runner.clock.now() + 6e4
		};
		runner.log.line(await tellPullRequest(markdown, {
			request,
			home,
			around
		}));
	} catch (error) {
		const told = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.i)(error) ? `${error.message} ${error.fix}` : (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(error);
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
	if (request.comment && pullNumberOf(request, home) === 0) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("input-invalid", {
		cause: "comment: there is no pull request: neither the event is for one nor is environment pr:<number>",
		fix: "Run the step on pull_request, or set environment to pr:<number>, or leave comment out."
	});
	return home;
}
/** The key, wherever it comes from, and the passwords of proxies. */
function secretsOf({ input, env }) {
	const secrets = [input("cockroach-api-key"), (env["COCKROACH_API_KEY"] ?? "").trim()];
	for (const name of PROXY_VARIABLES) {
		const url = env[name];
		if (url === void 0 || !URL.canParse(url)) continue;
		const { password } = new URL(url);
		secrets.push(password, decoded(password));
	}
	return [...new Set(secrets)].filter((secret) => secret !== "");
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
/** The runner masks what it prints letter by letter; an escaped or cut secret would pass it, so none may be in an error. */
function withoutSecrets(error, secrets) {
	const clean = (text) => secrets.reduce((all, secret) => all.replaceAll(secret, "***"), text);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t(error.code, {
		cause: clean(error.message),
		fix: clean(error.fix),
		details: error.details.map(clean)
	}, { cause: error.cause });
}
function madeEndpoint(created) {
	return [...created].some((id) => id.startsWith("vpce-"));
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
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t("internal", {
		cause: `The action failed in a way it did not foresee: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)(error)}`,
		fix: "Run again with debug logging (re-run with \"Enable debug logging\") and report it with that log."
	}, { cause: error });
}

// src/main.ts
/** The runner kills a cancelled step 7.5 s after SIGINT; whatever still hangs then is left behind. */
const CANCEL_GRACE_MS = 4e3;
const OIDC_TIMEOUT_MS = 3e4;
const OLDEST_NODE = 24;
/** One line of the log. Runners look for commands at the start of a line (`::`) and, in the older form, anywhere (`##[`). */
function printable(text) {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.a)(text).replace(/^::/, ": :").replaceAll("##[", "# #[");
}
function showError(error$1, link) {
	error(`${printable(error$1.message)}\n${printable(error$1.fix)}\n${link}`, { title: `CockroachDB PrivateLink: ${error$1.code}` });
}
async function showSummary(markdown) {
	if ((process.env["GITHUB_STEP_SUMMARY"] ?? "") === "") {
		warning("This server shows no job summaries (GitHub Enterprise Server before 3.6); the output summary-markdown has the text.");
		return;
	}
	try {
		await summary.addRaw(markdown).write();
	} catch (error) {
		warning(`The job summary could not be written: ${printable(String(error))}`);
	}
}
async function requestToken(audience) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(/* @__PURE__ */ new Error(`no answer in ${OIDC_TIMEOUT_MS / 1e3} s`)), OIDC_TIMEOUT_MS);
	});
	try {
		return await Promise.race([getIDToken(audience), late]);
	} finally {
		clearTimeout(timer);
	}
}
/** The pull request of the event, 0 if it is for none; the event is read from the runner's file. */
async function pullNumber() {
	const { context } = await __nccwpck_require__.e(/* import() */ 26).then(__nccwpck_require__.bind(__nccwpck_require__, 7026));
	return context.payload.pull_request?.number ?? (context.payload.issue?.["pull_request"] === void 0 ? 0 : context.payload.issue.number);
}
/** True for a run of a pull request from a fork, to which GitHub gives neither tokens nor secrets. */
async function isFork() {
	const { context } = await __nccwpck_require__.e(/* import() */ 26).then(__nccwpck_require__.bind(__nccwpck_require__, 7026));
	const head = context.payload.pull_request?.["head"];
	return head !== void 0 && head.repo?.full_name !== process.env["GITHUB_REPOSITORY"];
}
async function main() {
	if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
		for (const [name, value] of Object.entries(DEFAULT_OUTPUTS)) setOutput(name, value);
		setOutput("status", "failed");
		setOutput("error-code", "node-too-old");
		error(`The runner runs this action under Node ${process.versions.node}; it needs Node ${OLDEST_NODE}\nUpdate the runner to 2.327.1 or later (older GitHub Enterprise Server: update the server)\ndocs/troubleshooting.md#node-too-old`, { title: "CockroachDB PrivateLink: node-too-old" });
		process.exitCode = 1;
		return;
	}
	const cancel = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {
		if (cancel.signal.aborted) return;
		info(`${signal} received: stopping. What was begun goes on at AWS and CockroachDB Cloud; the next run takes it from there.`);
		cancel.abort();
		setTimeout(() => process.exit(130), CANCEL_GRACE_MS).unref();
	});
	const { env } = process;
	process.exitCode = await run({
		env,
		clock: _clock_js__WEBPACK_IMPORTED_MODULE_5__.n,
		signal: cancel.signal,
		nonce: (0,node_crypto__WEBPACK_IMPORTED_MODULE_12__.randomBytes)(6).toString("hex"),
		userAgent: `cockroachdb-privatelink-action (${env["GITHUB_REPOSITORY"] ?? "local"})`.replace(/[^\x20-\x7e]/g, "_"),
		input: (name) => getInput(name),
		setOutput: (name, value) => setOutput(name, value),
		maskSecret: (value) => setSecret(value),
		log: {
			line: (text) => info(printable(text)),
			startGroup: (name) => startGroup(name),
			endGroup: () => endGroup(),
			warning: (text) => warning(printable(text))
		},
		debug: (line) => {
			if (isDebug()) debug(printable(line));
		},
		token: {
			offered: (env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "") !== "" && (env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "") !== "",
			isFork,
			enterpriseServer: (env["GITHUB_SERVER_URL"] ?? "https://github.com") !== "https://github.com" && !(env["GITHUB_SERVER_URL"] ?? "").endsWith(".ghe.com"),
			request: requestToken
		},
		annotate: (level, title, text) => (level === "error" ? error : warning)(printable(text), { title: `CockroachDB PrivateLink: ${title}` }),
		pullNumber,
		showSummary,
		showError
	});
	setTimeout(() => process.exit(), 1e3).unref();
}
await main();


__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ IniSectionType),
/* harmony export */   n: () => (/* binding */ parseIni),
/* harmony export */   r: () => (/* binding */ getConfigFilepath),
/* harmony export */   t: () => (/* binding */ loadSharedConfigFiles)
/* harmony export */ });
/* harmony import */ var _readFile_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8867);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);



// node_modules/@smithy/types/dist-es/profile.js
var IniSectionType;
(function(IniSectionType) {
	IniSectionType["PROFILE"] = "profile";
	IniSectionType["SSO_SESSION"] = "sso-session";
	IniSectionType["SERVICES"] = "services";
})(IniSectionType || (IniSectionType = {}));

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigData.js
const getConfigData = (data) => Object.entries(data).filter(([key]) => {
	const indexOfSeparator = key.indexOf(".");
	if (indexOfSeparator === -1) return false;
	return Object.values(IniSectionType).includes(key.substring(0, indexOfSeparator));
}).reduce((acc, [key, value]) => {
	const indexOfSeparator = key.indexOf(".");
	const updatedKey = key.substring(0, indexOfSeparator) === IniSectionType.PROFILE ? key.substring(indexOfSeparator + 1) : key;
	acc[updatedKey] = value;
	return acc;
}, { ...data.default && { default: data.default } });

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigFilepath.js
const ENV_CONFIG_PATH = "AWS_CONFIG_FILE";
const getConfigFilepath = () => process.env["AWS_CONFIG_FILE"] || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.r)(), ".aws", "config");

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getCredentialsFilepath.js
const ENV_CREDENTIALS_PATH = "AWS_SHARED_CREDENTIALS_FILE";
const getCredentialsFilepath = () => process.env["AWS_SHARED_CREDENTIALS_FILE"] || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.r)(), ".aws", "credentials");

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/parseIni.js
const prefixKeyRegex = /^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/;
const profileNameBlockList = ["__proto__", "profile __proto__"];
const parseIni = (iniData) => {
	const map = {};
	let currentSection;
	let currentSubSection;
	for (const iniLine of iniData.split(/\r?\n/)) {
		const trimmedLine = iniLine.split(/(^|\s)[;#]/)[0].trim();
		if (trimmedLine[0] === "[" && trimmedLine[trimmedLine.length - 1] === "]") {
			currentSection = void 0;
			currentSubSection = void 0;
			const sectionName = trimmedLine.substring(1, trimmedLine.length - 1);
			const matches = prefixKeyRegex.exec(sectionName);
			if (matches) {
				const [, prefix, , name] = matches;
				if (Object.values(IniSectionType).includes(prefix)) currentSection = [prefix, name].join(".");
			} else currentSection = sectionName;
			if (profileNameBlockList.includes(sectionName)) throw new Error(`Found invalid profile name "${sectionName}"`);
		} else if (currentSection) {
			const indexOfEqualsSign = trimmedLine.indexOf("=");
			if (![0, -1].includes(indexOfEqualsSign)) {
				const [name, value] = [trimmedLine.substring(0, indexOfEqualsSign).trim(), trimmedLine.substring(indexOfEqualsSign + 1).trim()];
				if (value === "") currentSubSection = name;
				else {
					if (currentSubSection && iniLine.trimStart() === iniLine) currentSubSection = void 0;
					map[currentSection] = map[currentSection] || {};
					const key = currentSubSection ? [currentSubSection, name].join(".") : name;
					map[currentSection][key] = value;
				}
			}
		}
	}
	return map;
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js
const swallowError = () => ({});
const loadSharedConfigFiles = async (init = {}) => {
	const { filepath = getCredentialsFilepath(), configFilepath = getConfigFilepath() } = init;
	const homeDir = (0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.r)();
	const relativeHomeDirPrefix = "~/";
	let resolvedFilepath = filepath;
	if (filepath.startsWith(relativeHomeDirPrefix)) resolvedFilepath = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeDir, filepath.slice(2));
	let resolvedConfigFilepath = configFilepath;
	if (configFilepath.startsWith(relativeHomeDirPrefix)) resolvedConfigFilepath = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeDir, configFilepath.slice(2));
	const parsedFiles = await Promise.all([(0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.n)(resolvedConfigFilepath, { ignoreCache: init.ignoreCache }).then(parseIni).then(getConfigData).catch(swallowError), (0,_readFile_js__WEBPACK_IMPORTED_MODULE_0__.n)(resolvedFilepath, { ignoreCache: init.ignoreCache }).then(parseIni).catch(swallowError)]);
	return {
		configFile: parsedFiles[0],
		credentialsFile: parsedFiles[1]
	};
};



/***/ }),

/***/ 879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isReadableStream),
/* harmony export */   c: () => (/* binding */ parseRfc3339DateTime),
/* harmony export */   d: () => (/* binding */ HttpResponse),
/* harmony export */   i: () => (/* binding */ streamCollector$1),
/* harmony export */   l: () => (/* binding */ parseRfc3339DateTimeWithOffset),
/* harmony export */   n: () => (/* binding */ escapeUri),
/* harmony export */   o: () => (/* binding */ dateToUtcString),
/* harmony export */   r: () => (/* binding */ streamCollector),
/* harmony export */   s: () => (/* binding */ parseEpochTimestamp),
/* harmony export */   t: () => (/* binding */ NodeHttpHandler),
/* harmony export */   u: () => (/* binding */ parseRfc7231DateTime)
/* harmony export */ });
/* harmony import */ var _hex_encoding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(224);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7075);




// node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js
var HttpResponse = class {
	statusCode;
	reason;
	headers;
	body;
	constructor(options) {
		this.statusCode = options.statusCode;
		this.reason = options.reason;
		this.headers = options.headers || {};
		this.body = options.body;
	}
	static isInstance(response) {
		if (!response) return false;
		const resp = response;
		return typeof resp.statusCode === "number" && typeof resp.headers === "object";
	}
};

// node_modules/@smithy/core/dist-es/submodules/serde/parse-utils.js
const expectNumber = (value) => {
	if (value === null || value === void 0) return;
	if (typeof value === "string") {
		const parsed = parseFloat(value);
		if (!Number.isNaN(parsed)) {
			if (String(parsed) !== String(value)) logger.warn(stackTraceWarning(`Expected number but observed string: ${value}`));
			return parsed;
		}
	}
	if (typeof value === "number") return value;
	throw new TypeError(`Expected number, got ${typeof value}: ${value}`);
};
const MAX_FLOAT = Math.ceil(2 ** 127 * (2 - 2 ** -23));
const expectFloat32 = (value) => {
	const expected = expectNumber(value);
	if (expected !== void 0 && !Number.isNaN(expected) && expected !== 1e400 && expected !== -1e400) {
		if (Math.abs(expected) > MAX_FLOAT) throw new TypeError(`Expected 32-bit float, got ${value}`);
	}
	return expected;
};
const expectLong = (value) => {
	if (value === null || value === void 0) return;
	if (Number.isInteger(value) && !Number.isNaN(value)) return value;
	throw new TypeError(`Expected integer, got ${typeof value}: ${value}`);
};
const expectShort = (value) => expectSizedInt(value, 16);
const expectByte = (value) => expectSizedInt(value, 8);
const expectSizedInt = (value, size) => {
	const expected = expectLong(value);
	if (expected !== void 0 && castInt(expected, size) !== expected) throw new TypeError(`Expected ${size}-bit integer, got ${value}`);
	return expected;
};
const castInt = (value, size) => {
	switch (size) {
		case 32: return Int32Array.of(value)[0];
		case 16: return Int16Array.of(value)[0];
		case 8: return Int8Array.of(value)[0];
	}
};
const strictParseDouble = (value) => {
	if (typeof value == "string") return expectNumber(parseNumber(value));
	return expectNumber(value);
};
const strictParseFloat32 = (value) => {
	if (typeof value == "string") return expectFloat32(parseNumber(value));
	return expectFloat32(value);
};
const NUMBER_REGEX = /(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(-?Infinity)|(NaN)/g;
const parseNumber = (value) => {
	const matches = value.match(NUMBER_REGEX);
	if (matches === null || matches[0].length !== value.length) throw new TypeError(`Expected real number, got implicit NaN`);
	return parseFloat(value);
};
const strictParseShort = (value) => {
	if (typeof value === "string") return expectShort(parseNumber(value));
	return expectShort(value);
};
const strictParseByte = (value) => {
	if (typeof value === "string") return expectByte(parseNumber(value));
	return expectByte(value);
};
const stackTraceWarning = (message) => {
	return String(new TypeError(message).stack || message).split("\n").slice(0, 5).filter((s) => !s.includes("stackTraceWarning")).join("\n");
};
const logger = { warn: console.warn };

// node_modules/@smithy/core/dist-es/submodules/serde/date-utils.js
const DAYS = [
	"Sun",
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat"
];
const MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
function dateToUtcString(date) {
	const year = date.getUTCFullYear();
	const month = date.getUTCMonth();
	const dayOfWeek = date.getUTCDay();
	const dayOfMonthInt = date.getUTCDate();
	const hoursInt = date.getUTCHours();
	const minutesInt = date.getUTCMinutes();
	const secondsInt = date.getUTCSeconds();
	const dayOfMonthString = dayOfMonthInt < 10 ? `0${dayOfMonthInt}` : `${dayOfMonthInt}`;
	const hoursString = hoursInt < 10 ? `0${hoursInt}` : `${hoursInt}`;
	const minutesString = minutesInt < 10 ? `0${minutesInt}` : `${minutesInt}`;
	const secondsString = secondsInt < 10 ? `0${secondsInt}` : `${secondsInt}`;
	return `${DAYS[dayOfWeek]}, ${dayOfMonthString} ${MONTHS[month]} ${year} ${hoursString}:${minutesString}:${secondsString} GMT`;
}
const RFC3339 = /* @__PURE__ */ new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?[zZ]$/);
const parseRfc3339DateTime = (value) => {
	if (value === null || value === void 0) return;
	if (typeof value !== "string") throw new TypeError("RFC-3339 date-times must be expressed as strings");
	const match = RFC3339.exec(value);
	if (!match) throw new TypeError("Invalid RFC-3339 date-time value");
	const [_, yearStr, monthStr, dayStr, hours, minutes, seconds, fractionalMilliseconds] = match;
	const year = strictParseShort(stripLeadingZeroes(yearStr));
	const month = parseDateValue(monthStr, "month", 1, 12);
	const day = parseDateValue(dayStr, "day", 1, 31);
	return buildDate(year, month, day, {
		hours,
		minutes,
		seconds,
		fractionalMilliseconds
	});
};
const RFC3339_WITH_OFFSET = /* @__PURE__ */ new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(([-+]\d{2}:\d{2})|[zZ])$/);
const parseRfc3339DateTimeWithOffset = (value) => {
	if (value === null || value === void 0) return;
	if (typeof value !== "string") throw new TypeError("RFC-3339 date-times must be expressed as strings");
	const match = RFC3339_WITH_OFFSET.exec(value);
	if (!match) throw new TypeError("Invalid RFC-3339 date-time value");
	const [_, yearStr, monthStr, dayStr, hours, minutes, seconds, fractionalMilliseconds, offsetStr] = match;
	const year = strictParseShort(stripLeadingZeroes(yearStr));
	const month = parseDateValue(monthStr, "month", 1, 12);
	const day = parseDateValue(dayStr, "day", 1, 31);
	const date = buildDate(year, month, day, {
		hours,
		minutes,
		seconds,
		fractionalMilliseconds
	});
	if (offsetStr.toUpperCase() != "Z") date.setTime(date.getTime() - parseOffsetToMilliseconds(offsetStr));
	return date;
};
const IMF_FIXDATE = /* @__PURE__ */ new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/);
const RFC_850_DATE = /* @__PURE__ */ new RegExp(/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\d{2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/);
const ASC_TIME = /* @__PURE__ */ new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ( [1-9]|\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? (\d{4})$/);
const parseRfc7231DateTime = (value) => {
	if (value === null || value === void 0) return;
	if (typeof value !== "string") throw new TypeError("RFC-7231 date-times must be expressed as strings");
	let match = IMF_FIXDATE.exec(value);
	if (match) {
		const [_, dayStr, monthStr, yearStr, hours, minutes, seconds, fractionalMilliseconds] = match;
		return buildDate(strictParseShort(stripLeadingZeroes(yearStr)), parseMonthByShortName(monthStr), parseDateValue(dayStr, "day", 1, 31), {
			hours,
			minutes,
			seconds,
			fractionalMilliseconds
		});
	}
	match = RFC_850_DATE.exec(value);
	if (match) {
		const [_, dayStr, monthStr, yearStr, hours, minutes, seconds, fractionalMilliseconds] = match;
		return adjustRfc850Year(buildDate(parseTwoDigitYear(yearStr), parseMonthByShortName(monthStr), parseDateValue(dayStr, "day", 1, 31), {
			hours,
			minutes,
			seconds,
			fractionalMilliseconds
		}));
	}
	match = ASC_TIME.exec(value);
	if (match) {
		const [_, monthStr, dayStr, hours, minutes, seconds, fractionalMilliseconds, yearStr] = match;
		return buildDate(strictParseShort(stripLeadingZeroes(yearStr)), parseMonthByShortName(monthStr), parseDateValue(dayStr.trimLeft(), "day", 1, 31), {
			hours,
			minutes,
			seconds,
			fractionalMilliseconds
		});
	}
	throw new TypeError("Invalid RFC-7231 date-time value");
};
const parseEpochTimestamp = (value) => {
	if (value === null || value === void 0) return;
	let valueAsDouble;
	if (typeof value === "number") valueAsDouble = value;
	else if (typeof value === "string") valueAsDouble = strictParseDouble(value);
	else if (typeof value === "object" && value.tag === 1) valueAsDouble = value.value;
	else throw new TypeError("Epoch timestamps must be expressed as floating point numbers or their string representation");
	if (Number.isNaN(valueAsDouble) || valueAsDouble === 1e400 || valueAsDouble === -1e400) throw new TypeError("Epoch timestamps must be valid, non-Infinite, non-NaN numerics");
	return new Date(Math.round(valueAsDouble * 1e3));
};
const buildDate = (year, month, day, time) => {
	const adjustedMonth = month - 1;
	validateDayOfMonth(year, adjustedMonth, day);
	return new Date(Date.UTC(year, adjustedMonth, day, parseDateValue(time.hours, "hour", 0, 23), parseDateValue(time.minutes, "minute", 0, 59), parseDateValue(time.seconds, "seconds", 0, 60), parseMilliseconds(time.fractionalMilliseconds)));
};
const parseTwoDigitYear = (value) => {
	const thisYear = (/* @__PURE__ */ new Date()).getUTCFullYear();
	const valueInThisCentury = Math.floor(thisYear / 100) * 100 + strictParseShort(stripLeadingZeroes(value));
	if (valueInThisCentury < thisYear) return valueInThisCentury + 100;
	return valueInThisCentury;
};
const FIFTY_YEARS_IN_MILLIS = 15768e8;
const adjustRfc850Year = (input) => {
	if (input.getTime() - (/* @__PURE__ */ new Date()).getTime() > FIFTY_YEARS_IN_MILLIS) return new Date(Date.UTC(input.getUTCFullYear() - 100, input.getUTCMonth(), input.getUTCDate(), input.getUTCHours(), input.getUTCMinutes(), input.getUTCSeconds(), input.getUTCMilliseconds()));
	return input;
};
const parseMonthByShortName = (value) => {
	const monthIdx = MONTHS.indexOf(value);
	if (monthIdx < 0) throw new TypeError(`Invalid month: ${value}`);
	return monthIdx + 1;
};
const DAYS_IN_MONTH = [
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
const validateDayOfMonth = (year, month, day) => {
	let maxDays = DAYS_IN_MONTH[month];
	if (month === 1 && isLeapYear(year)) maxDays = 29;
	if (day > maxDays) throw new TypeError(`Invalid day for ${MONTHS[month]} in ${year}: ${day}`);
};
const isLeapYear = (year) => {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
};
const parseDateValue = (value, type, lower, upper) => {
	const dateVal = strictParseByte(stripLeadingZeroes(value));
	if (dateVal < lower || dateVal > upper) throw new TypeError(`${type} must be between ${lower} and ${upper}, inclusive`);
	return dateVal;
};
const parseMilliseconds = (value) => {
	if (value === null || value === void 0) return 0;
	return strictParseFloat32("0." + value) * 1e3;
};
const parseOffsetToMilliseconds = (value) => {
	const directionStr = value[0];
	let direction = 1;
	if (directionStr == "+") direction = 1;
	else if (directionStr == "-") direction = -1;
	else throw new TypeError(`Offset direction, ${directionStr}, must be "+" or "-"`);
	const hour = Number(value.substring(1, 3));
	const minute = Number(value.substring(4, 6));
	return direction * (hour * 60 + minute) * 60 * 1e3;
};
const stripLeadingZeroes = (value) => {
	let idx = 0;
	while (idx < value.length - 1 && value.charAt(idx) === "0") idx++;
	if (idx === 0) return value;
	return value.slice(idx);
};

// node_modules/@smithy/core/dist-es/submodules/serde/concatBytes.js
function concatBytes(arrays, length) {
	if (length === void 0) {
		length = 0;
		for (const bytes of arrays) length += bytes.byteLength;
	}
	const result = new Uint8Array(length);
	let offset = 0;
	for (const buf of arrays) {
		result.set(buf, offset);
		offset += buf.byteLength;
	}
	return result;
}

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-type-check.js
const isReadableStream = (stream) => typeof ReadableStream === "function" && (stream?.constructor?.name === ReadableStream.name || stream instanceof ReadableStream);
const isBlob = (blob) => {
	return typeof Blob === "function" && (blob?.constructor?.name === Blob.name || blob instanceof Blob);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.browser.js
const streamCollector$1 = async (stream) => {
	if (isBlob(stream)) return collectBlob(stream);
	return collectReadableStream(stream);
};
async function collectBlob(blob) {
	return blob.arrayBuffer().then((ab) => new Uint8Array(ab));
}
async function collectReadableStream(stream) {
	const chunks = [];
	const reader = stream.getReader();
	let length = 0;
	while (true) {
		const { done, value } = await reader.read();
		if (value) {
			chunks.push(value);
			length += value.length;
		}
		if (done) break;
	}
	return concatBytes(chunks, length);
}

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.js
const streamCollector = (stream) => {
	if (isBlob(stream)) return collectBlob(stream);
	if (isReadableStream(stream)) return collectReadableStream(stream);
	return new Promise((resolve, reject) => {
		const collector = new Collector();
		const nodeStream = stream;
		nodeStream.pipe(collector);
		nodeStream.on("error", (err) => {
			collector.end();
			reject(err);
		});
		collector.on("error", reject);
		collector.on("finish", function() {
			resolve(concatBytes(this.bufferedBytes));
		});
	});
};
var Collector = class extends node_stream__WEBPACK_IMPORTED_MODULE_2__.Writable {
	bufferedBytes = [];
	_write(chunk, encoding, callback) {
		this.bufferedBytes.push(chunk);
		callback();
	}
};

// node_modules/@smithy/core/dist-es/submodules/protocols/util-uri-escape/escape-uri.js
const escapeUri = (uri) => encodeURIComponent(uri).replace(/[!'()*]/g, hexEncode);
const hexEncode = (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`;

// node_modules/@smithy/core/dist-es/submodules/protocols/querystring-builder/buildQueryString.js
function buildQueryString(query) {
	const parts = [];
	for (let key of Object.keys(query).sort()) {
		const value = query[key];
		key = escapeUri(key);
		if (Array.isArray(value)) for (let i = 0, iLen = value.length; i < iLen; i++) parts.push(`${key}=${escapeUri(value[i])}`);
		else {
			let qsEntry = key;
			if (value || typeof value === "string") qsEntry += `=${escapeUri(value)}`;
			parts.push(qsEntry);
		}
	}
	return parts.join("&");
}

// node_modules/@smithy/node-http-handler/dist-es/build-abort-error.js
function buildAbortError(abortSignal) {
	const reason = abortSignal && typeof abortSignal === "object" && "reason" in abortSignal ? abortSignal.reason : void 0;
	if (reason) {
		if (reason instanceof Error) {
			const abortError = /* @__PURE__ */ new Error("Request aborted");
			abortError.name = "AbortError";
			abortError.cause = reason;
			return abortError;
		}
		const abortError = new Error(String(reason));
		abortError.name = "AbortError";
		return abortError;
	}
	const abortError = /* @__PURE__ */ new Error("Request aborted");
	abortError.name = "AbortError";
	return abortError;
}

// node_modules/@smithy/node-http-handler/dist-es/constants.js
const NODEJS_TIMEOUT_ERROR_CODES = [
	"ECONNRESET",
	"EPIPE",
	"ETIMEDOUT"
];

// node_modules/@smithy/node-http-handler/dist-es/get-transformed-headers.js
const getTransformedHeaders = (headers) => {
	const transformedHeaders = {};
	for (const name in headers) {
		if (!(0,_hex_encoding_js__WEBPACK_IMPORTED_MODULE_0__.o)(headers, name)) continue;
		const headerValues = headers[name];
		transformedHeaders[name] = Array.isArray(headerValues) ? headerValues.join(",") : headerValues;
	}
	return transformedHeaders;
};

// node_modules/@smithy/node-http-handler/dist-es/timing.js
const timing = {
	setTimeout: (cb, ms) => setTimeout(cb, ms),
	clearTimeout: (timeoutId) => clearTimeout(timeoutId)
};

// node_modules/@smithy/node-http-handler/dist-es/set-connection-timeout.js
const DEFER_EVENT_LISTENER_TIME$2 = 1e3;
const setConnectionTimeout = (request, reject, timeoutInMs = 0) => {
	if (!timeoutInMs) return -1;
	const registerTimeout = (offset) => {
		const timeoutId = timing.setTimeout(() => {
			request.destroy();
			reject(Object.assign(/* @__PURE__ */ new Error(`@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of ${timeoutInMs} ms.`), { name: "TimeoutError" }));
		}, timeoutInMs - offset);
		const doWithSocket = (socket) => {
			if (socket?.connecting) socket.on("connect", () => {
				timing.clearTimeout(timeoutId);
			});
			else timing.clearTimeout(timeoutId);
		};
		if (request.socket) doWithSocket(request.socket);
		else request.on("socket", doWithSocket);
	};
	if (timeoutInMs < 2e3) {
		registerTimeout(0);
		return 0;
	}
	return timing.setTimeout(registerTimeout.bind(null, DEFER_EVENT_LISTENER_TIME$2), DEFER_EVENT_LISTENER_TIME$2);
};

// node_modules/@smithy/node-http-handler/dist-es/set-request-timeout.js
const setRequestTimeout = (req, reject, timeoutInMs = 0, throwOnRequestTimeout, logger) => {
	if (timeoutInMs) return timing.setTimeout(() => {
		let msg = `@smithy/node-http-handler - [${throwOnRequestTimeout ? "ERROR" : "WARN"}] a request has exceeded the configured ${timeoutInMs} ms requestTimeout.`;
		if (throwOnRequestTimeout) {
			const error = Object.assign(new Error(msg), {
				name: "TimeoutError",
				code: "ETIMEDOUT"
			});
			req.destroy(error);
			reject(error);
		} else {
			msg += ` Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.`;
			logger?.warn?.(msg);
		}
	}, timeoutInMs);
	return -1;
};

// node_modules/@smithy/node-http-handler/dist-es/set-socket-keep-alive.js
const DEFER_EVENT_LISTENER_TIME$1 = 3e3;
const setSocketKeepAlive = (request, { keepAlive, keepAliveMsecs }, deferTimeMs = DEFER_EVENT_LISTENER_TIME$1) => {
	if (keepAlive !== true) return -1;
	const registerListener = () => {
		if (request.socket) request.socket.setKeepAlive(keepAlive, keepAliveMsecs || 0);
		else request.on("socket", (socket) => {
			socket.setKeepAlive(keepAlive, keepAliveMsecs || 0);
		});
	};
	if (deferTimeMs === 0) {
		registerListener();
		return 0;
	}
	return timing.setTimeout(registerListener, deferTimeMs);
};

// node_modules/@smithy/node-http-handler/dist-es/resolve-default-socket-timeout.js
const resolveDefaultSocketTimeout = (config) => {
	const value = config?.defaultSocketTimeout;
	return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : void 0;
};

// node_modules/@smithy/node-http-handler/dist-es/set-socket-timeout.js
const DEFER_EVENT_LISTENER_TIME = 3e3;
const setSocketTimeout = (request, reject, timeoutInMs = 0, isServiceDefault = false) => {
	if (!Number.isFinite(timeoutInMs) || timeoutInMs <= 0) return;
	let response;
	request.once("response", (res) => response = res);
	const onTimeout = () => {
		if (response?.complete) {
			request.socket?.destroy();
			return;
		}
		const error = Object.assign(/* @__PURE__ */ new Error(`@smithy/node-http-handler - the request socket timed out after ${timeoutInMs} ms of inactivity (${isServiceDefault ? "service default socket timeout" : "configured by client requestHandler"}).`), { name: "TimeoutError" });
		response?.destroy(error);
		request.destroy();
		reject(error);
	};
	const registerTimeout = () => {
		const { socket } = request;
		if (!socket) request.once("socket", registerTimeout);
		else if (socket.connecting) socket.once("connect", registerTimeout);
		else {
			socket.setTimeout(timeoutInMs, onTimeout);
			request.on("close", () => socket.removeListener("timeout", onTimeout));
		}
	};
	if (timeoutInMs < 6e3) {
		registerTimeout();
		return;
	}
	const deferralId = timing.setTimeout(registerTimeout, DEFER_EVENT_LISTENER_TIME);
	request.once("close", () => timing.clearTimeout(deferralId));
};

// node_modules/@smithy/node-http-handler/dist-es/write-request-body.js
const MIN_WAIT_TIME = 6e3;
async function writeRequestBody(httpRequest, request, maxContinueTimeoutMs = MIN_WAIT_TIME, externalAgent = false) {
	const headers = request.headers;
	const expect = headers ? headers.Expect || headers.expect : void 0;
	let timeoutId = -1;
	let sendBody = true;
	if (!externalAgent && expect === "100-continue") sendBody = await Promise.race([new Promise((resolve) => {
		timeoutId = Number(timing.setTimeout(() => resolve(true), Math.max(MIN_WAIT_TIME, maxContinueTimeoutMs)));
	}), new Promise((resolve) => {
		httpRequest.on("continue", () => {
			timing.clearTimeout(timeoutId);
			resolve(true);
		});
		httpRequest.on("response", () => {
			timing.clearTimeout(timeoutId);
			resolve(false);
		});
		httpRequest.on("error", () => {
			timing.clearTimeout(timeoutId);
			resolve(false);
		});
	})]);
	if (sendBody) writeBody(httpRequest, request.body);
}
function writeBody(httpRequest, body) {
	if (body instanceof node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable) {
		body.pipe(httpRequest);
		return;
	}
	if (body) {
		const isBuffer = Buffer.isBuffer(body);
		if (isBuffer || typeof body === "string") {
			if (isBuffer && body.byteLength === 0) httpRequest.end();
			else httpRequest.end(body);
			return;
		}
		const uint8 = body;
		if (typeof uint8 === "object" && uint8.buffer && typeof uint8.byteOffset === "number" && typeof uint8.byteLength === "number") {
			httpRequest.end(Buffer.from(uint8.buffer, uint8.byteOffset, uint8.byteLength));
			return;
		}
		httpRequest.end(Buffer.from(body));
		return;
	}
	httpRequest.end();
}

// node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js
let hAgent = void 0;
let hRequest = void 0;
var NodeHttpHandler = class NodeHttpHandler {
	config;
	configProvider;
	socketWarningTimestamp = 0;
	externalAgent = false;
	metadata = { handlerProtocol: "http/1.1" };
	static create(instanceOrOptions) {
		if (typeof instanceOrOptions?.handle === "function") return instanceOrOptions;
		return new NodeHttpHandler(instanceOrOptions);
	}
	static checkSocketUsage(agent, socketWarningTimestamp, logger = console) {
		const { sockets, requests, maxSockets } = agent;
		if (typeof maxSockets !== "number" || maxSockets === 1e400) return socketWarningTimestamp;
		if (Date.now() - 15e3 < socketWarningTimestamp) return socketWarningTimestamp;
		if (sockets && requests) for (const origin in sockets) {
			if (!(0,_hex_encoding_js__WEBPACK_IMPORTED_MODULE_0__.o)(sockets, origin)) continue;
			const socketsInUse = sockets[origin]?.length ?? 0;
			const requestsEnqueued = requests[origin]?.length ?? 0;
			if (socketsInUse >= maxSockets && requestsEnqueued >= 2 * maxSockets) {
				logger?.warn?.(`@smithy/node-http-handler:WARN - socket usage at capacity=${socketsInUse} and ${requestsEnqueued} additional requests are enqueued.
See https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html
or increase socketAcquisitionWarningTimeout=(millis) in the NodeHttpHandler config.`);
				return Date.now();
			}
		}
		return socketWarningTimestamp;
	}
	constructor(options) {
		this.configProvider = new Promise((resolve, reject) => {
			if (typeof options === "function") options().then((_options) => {
				resolve(this.resolveDefaultConfig(_options));
			}).catch(reject);
			else resolve(this.resolveDefaultConfig(options));
		});
	}
	destroy() {
		this.config?.httpAgent?.destroy();
		this.config?.httpsAgent?.destroy();
	}
	async handle(request, { abortSignal, requestTimeout } = {}) {
		if (!this.config) this.config = await this.configProvider;
		const config = this.config;
		const logger = config.logger;
		const isSSL = request.protocol === "https:";
		if (!isSSL && !this.config.httpAgent) this.config.httpAgent = await this.config.httpAgentProvider();
		return new Promise((_resolve, _reject) => {
			let writeRequestBodyPromise = void 0;
			let socketWarningTimeoutId = -1;
			let connectionTimeoutId = -1;
			let requestTimeoutId = -1;
			let keepAliveTimeoutId = -1;
			const clearTimeouts = () => {
				timing.clearTimeout(socketWarningTimeoutId);
				timing.clearTimeout(connectionTimeoutId);
				timing.clearTimeout(requestTimeoutId);
				timing.clearTimeout(keepAliveTimeoutId);
			};
			const resolve = async (arg) => {
				await writeRequestBodyPromise;
				clearTimeouts();
				_resolve(arg);
			};
			const reject = async (arg) => {
				await writeRequestBodyPromise;
				clearTimeouts();
				_reject(arg);
			};
			if (abortSignal?.aborted) {
				reject(buildAbortError(abortSignal));
				return;
			}
			const headers = request.headers;
			const expectContinue = headers ? (headers.Expect ?? headers.expect) === "100-continue" : false;
			let agent = isSSL ? config.httpsAgent : config.httpAgent;
			if (expectContinue && !this.externalAgent) agent = new (isSSL ? node_https__WEBPACK_IMPORTED_MODULE_1__.Agent : hAgent)({
				keepAlive: false,
				maxSockets: 1e400
			});
			socketWarningTimeoutId = timing.setTimeout(() => {
				this.socketWarningTimestamp = NodeHttpHandler.checkSocketUsage(agent, this.socketWarningTimestamp, logger);
			}, config.socketAcquisitionWarningTimeout ?? (config.requestTimeout ?? 2e3) + (config.connectionTimeout ?? 1e3));
			const queryString = request.query ? buildQueryString(request.query) : "";
			let auth = void 0;
			if (request.username != null || request.password != null) auth = `${request.username ?? ""}:${request.password ?? ""}`;
			let path = request.path;
			if (queryString) path += `?${queryString}`;
			if (request.fragment) path += `#${request.fragment}`;
			let hostname = request.hostname ?? "";
			if (hostname[0] === "[" && hostname.endsWith("]")) hostname = request.hostname.slice(1, -1);
			else hostname = request.hostname;
			const nodeHttpsOptions = {
				headers: request.headers,
				host: hostname,
				method: request.method,
				path,
				port: request.port,
				agent,
				auth
			};
			const req = (isSSL ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : hRequest)(nodeHttpsOptions, (res) => {
				const httpResponse = new HttpResponse({
					statusCode: res.statusCode || -1,
					reason: res.statusMessage,
					headers: getTransformedHeaders(res.headers),
					body: res
				});
				resolve({ response: httpResponse });
			});
			req.on("error", (err) => {
				if (NODEJS_TIMEOUT_ERROR_CODES.includes(err.code)) reject(Object.assign(err, { name: "TimeoutError" }));
				else reject(err);
			});
			if (abortSignal) {
				const onAbort = () => {
					req.destroy();
					const abortError = buildAbortError(abortSignal);
					reject(abortError);
				};
				if (typeof abortSignal.addEventListener === "function") {
					const signal = abortSignal;
					signal.addEventListener("abort", onAbort, { once: true });
					req.once("close", () => signal.removeEventListener("abort", onAbort));
				} else abortSignal.onabort = onAbort;
			}
			const effectiveRequestTimeout = requestTimeout ?? config.requestTimeout;
			connectionTimeoutId = setConnectionTimeout(req, reject, config.connectionTimeout);
			requestTimeoutId = setRequestTimeout(req, reject, effectiveRequestTimeout, config.throwOnRequestTimeout, logger ?? console);
			const defaultSocketTimeout = config.socketTimeout === void 0 ? resolveDefaultSocketTimeout(config) : void 0;
			if (defaultSocketTimeout) setSocketTimeout(req, reject, defaultSocketTimeout, true);
			else setSocketTimeout(req, reject, config.socketTimeout);
			const httpAgent = nodeHttpsOptions.agent;
			if (typeof httpAgent === "object" && "keepAlive" in httpAgent) keepAliveTimeoutId = setSocketKeepAlive(req, {
				keepAlive: httpAgent.keepAlive,
				keepAliveMsecs: httpAgent.keepAliveMsecs
			});
			writeRequestBodyPromise = writeRequestBody(req, request, effectiveRequestTimeout, this.externalAgent).catch((e) => {
				clearTimeouts();
				return _reject(e);
			});
		});
	}
	updateHttpClientConfig(key, value) {
		this.config = void 0;
		this.configProvider = this.configProvider.then((config) => {
			switch (key) {
				case Symbol.for("logger"):
					key = "logger";
					value = config.logger ?? value;
					break;
				case Symbol.for("@smithy/defaultSocketTimeout"):
					key = "defaultSocketTimeout";
					value = resolveDefaultSocketTimeout(config) ?? value;
			}
			return {
				...config,
				[key]: value
			};
		});
	}
	httpHandlerConfigs() {
		return this.config ?? {};
	}
	resolveDefaultConfig(options) {
		const { requestTimeout, connectionTimeout, socketTimeout, socketAcquisitionWarningTimeout, httpAgent, httpsAgent, throwOnRequestTimeout, logger } = options || {};
		const keepAlive = true;
		const maxSockets = 50;
		let httpAgentPromise;
		return {
			connectionTimeout,
			requestTimeout,
			socketTimeout,
			defaultSocketTimeout: resolveDefaultSocketTimeout(options),
			socketAcquisitionWarningTimeout,
			throwOnRequestTimeout,
			httpAgentProvider: () => httpAgentPromise ??= (async () => {
				const node_http = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
				const { Agent, request } = node_http.default ?? node_http;
				hRequest = request;
				hAgent = Agent;
				if (httpAgent instanceof hAgent || typeof httpAgent?.destroy === "function") {
					this.externalAgent = true;
					return httpAgent;
				}
				return new hAgent({
					keepAlive,
					maxSockets,
					...httpAgent
				});
			})(),
			httpsAgent: (() => {
				if (httpsAgent instanceof node_https__WEBPACK_IMPORTED_MODULE_1__.Agent || typeof httpsAgent?.destroy === "function") {
					this.externalAgent = true;
					return httpsAgent;
				}
				return new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({
					keepAlive,
					maxSockets,
					...httpsAgent
				});
			})(),
			logger
		};
	}
};



/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ loadConfig),
/* harmony export */   r: () => (/* binding */ memoize),
/* harmony export */   t: () => (/* binding */ parseUrl)
/* harmony export */ });
/* harmony import */ var _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(942);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9556);
/* harmony import */ var _getProfileName_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3055);
/* harmony import */ var _loadSharedConfigFiles_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8199);





// node_modules/@smithy/core/dist-es/submodules/config/property-provider/fromValue.js
const fromValue = (staticValue) => () => Promise.resolve(staticValue);

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/memoize.js
const memoize = (provider, isExpired, requiresRefresh) => {
	let resolved;
	let pending;
	let hasResult;
	let isConstant = false;
	const coalesceProvider = async () => {
		if (!pending) pending = provider();
		try {
			resolved = await pending;
			hasResult = true;
			isConstant = false;
		} finally {
			pending = void 0;
		}
		return resolved;
	};
	if (isExpired === void 0) return async (options) => {
		if (!hasResult || options?.forceRefresh) resolved = await coalesceProvider();
		return resolved;
	};
	return async (options) => {
		if (!hasResult || options?.forceRefresh) resolved = await coalesceProvider();
		if (isConstant) return resolved;
		if (requiresRefresh && !requiresRefresh(resolved)) {
			isConstant = true;
			return resolved;
		}
		if (isExpired(resolved)) {
			await coalesceProvider();
			return resolved;
		}
		return resolved;
	};
};

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/getSelectorName.js
function getSelectorName(functionString) {
	try {
		const constants = new Set(Array.from(functionString.match(/([A-Z_]){3,}/g) ?? []));
		constants.delete("CONFIG");
		constants.delete("CONFIG_PREFIX_SEPARATOR");
		constants.delete("ENV");
		return [...constants].join(", ");
	} catch (ignored) {
		return functionString;
	}
}

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromEnv.js
const fromEnv = (envVarSelector, options) => async () => {
	try {
		const config = envVarSelector(process.env, options);
		if (config === void 0) throw new Error();
		return config;
	} catch (e) {
		throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__.t(e.message || `Not found in ENV: ${getSelectorName(envVarSelector.toString())}`, { logger: options?.logger });
	}
};

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromSharedConfigFiles.js
const fromSharedConfigFiles = (configSelector, { preferredFile = "config", ...init } = {}) => async () => {
	const profile = (0,_getProfileName_js__WEBPACK_IMPORTED_MODULE_3__.n)(init);
	const { configFile, credentialsFile } = await (0,_loadSharedConfigFiles_js__WEBPACK_IMPORTED_MODULE_2__.t)(init);
	const profileFromCredentials = credentialsFile[profile] || {};
	const profileFromConfig = configFile[profile] || {};
	const mergedProfile = preferredFile === "config" ? {
		...profileFromCredentials,
		...profileFromConfig
	} : {
		...profileFromConfig,
		...profileFromCredentials
	};
	try {
		const configValue = configSelector(mergedProfile, preferredFile === "config" ? configFile : credentialsFile);
		if (configValue === void 0) throw new Error();
		return configValue;
	} catch (e) {
		throw new _CredentialsProviderError_js__WEBPACK_IMPORTED_MODULE_0__.t(e.message || `Not found in config files w/ profile [${profile}]: ${getSelectorName(configSelector.toString())}`, { logger: init.logger });
	}
};

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromStatic.js
const isFunction = (func) => typeof func === "function";
const fromStatic = (defaultValue) => isFunction(defaultValue) ? async () => await defaultValue() : fromValue(defaultValue);

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/configLoader.js
const loadConfig = ({ environmentVariableSelector, configFileSelector, default: defaultValue }, configuration = {}) => {
	const { signingName, logger } = configuration;
	return memoize((0,_chain_js__WEBPACK_IMPORTED_MODULE_1__.t)(fromEnv(environmentVariableSelector, {
		signingName,
		logger
	}), fromSharedConfigFiles(configFileSelector, configuration), fromStatic(defaultValue)));
};

// node_modules/@smithy/core/dist-es/submodules/transport/parseQueryString.js
function parseQueryString(querystring) {
	const query = {};
	querystring = querystring.replace(/^\?/, "");
	if (querystring) for (const pair of querystring.split("&")) {
		let [key, value = null] = pair.split("=");
		key = decodeURIComponent(key);
		if (value) value = decodeURIComponent(value);
		if (!(key in query)) query[key] = value;
		else if (Array.isArray(query[key])) query[key].push(value);
		else query[key] = [query[key], value];
	}
	return query;
}

// node_modules/@smithy/core/dist-es/submodules/transport/parseUrl.js
const parseUrl = (url) => {
	if (typeof url === "string") return parseUrl(new URL(url));
	const { hostname, pathname, port, protocol, search } = url;
	let query;
	if (search) query = parseQueryString(search);
	return {
		hostname,
		port: port ? parseInt(port) : void 0,
		protocol,
		path: pathname,
		query
	};
};



/***/ }),

/***/ 8867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readFile),
/* harmony export */   r: () => (/* binding */ getHomeDir),
/* harmony export */   t: () => (/* binding */ fileIntercept)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1455);




// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getHomeDir.js
const homeDirCache = {};
const getHomeDirCacheKey = () => {
	if (process && process.geteuid) return `${process.geteuid()}`;
	return "DEFAULT";
};
const getHomeDir = () => {
	const { HOME, USERPROFILE, HOMEPATH, HOMEDRIVE = `C:${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}` } = process.env;
	if (HOME) return HOME;
	if (USERPROFILE) return USERPROFILE;
	if (HOMEPATH) return `${HOMEDRIVE}${HOMEPATH}`;
	const homeDirCacheKey = getHomeDirCacheKey();
	if (!homeDirCache[homeDirCacheKey]) homeDirCache[homeDirCacheKey] = (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
	return homeDirCache[homeDirCacheKey];
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/readFile.js
const filePromises = {};
const fileIntercept = {};
const readFile = (path, options) => {
	if (fileIntercept[path] !== void 0) return fileIntercept[path];
	if (!filePromises[path] || options?.ignoreCache) filePromises[path] = (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, "utf8");
	return filePromises[path];
};



/***/ }),

/***/ 1215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ withRetry),
/* harmony export */   t: () => (/* binding */ networkFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3198);


// src/support/retry.ts
/** How long one request may be repeated for: outages are given up sooner than mere throttling. */
const BUDGET_MS = {
	throttled: 9e5,
	transient: 9e4,
	"not-sent": 9e4
};
/** EC2's endpoint buckets refill every 3.3 s (0.3 tokens a second), so throttling starts at a second. */
const BASE_MS = {
	throttled: 1e3,
	transient: 250,
	"not-sent": 500
};
const CEILING_MS = 15e3;
/**
* Runs `call` until it succeeds, fails for good, or its time budget is spent.
* Waits with full jitter, doubling up to 15 s, and never less than a server's Retry-After.
* @throws what `call` threw last, or `cancelled`
*/
async function withRetry(call, rules) {
	const started = rules.clock.now();
	for (let number = 1;; number += 1) {
		if (rules.signal.aborted) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)();
		try {
			return await oneTry(call, rules);
		} catch (error) {
			if (rules.signal.aborted) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.n)();
			const { failure, retryAfterMs = 0 } = rules.classify(error);
			if (failure === "final" || failure === "transient" && !rules.repeatable) throw error;
			const jittered = Math.random() * Math.min(CEILING_MS, BASE_MS[failure] * 2 ** Math.min(number - 1, 10));
			const delayMs = Math.max(retryAfterMs, jittered, 50);
			const giveUpAt = Math.min(rules.deadline, started + BUDGET_MS[failure]);
			if (rules.clock.now() + delayMs > giveUpAt) throw error;
			rules.onRetry?.({
				number,
				delayMs,
				error
			});
			await rules.clock.sleep(delayMs, rules.signal);
		}
	}
}
/** Ends with the call, at the abort signal (`cancelled`), or when the try takes too long, whichever is first. */
async function oneTry(call, rules) {
	const over = new AbortController();
	const tryMs = rules.tryMs ?? 15e4;
	const late = rules.clock.sleep(tryMs, AbortSignal.any([rules.signal, over.signal])).then(() => {
		throw Object.assign(/* @__PURE__ */ new Error(`no answer in ${tryMs / 1e3} s`), { name: "TimeoutError" });
	});
	try {
		return await Promise.race([call(), late]);
	} finally {
		over.abort();
	}
}
/** Codes of Node and undici for a connection that never came to be: the request cannot have been executed. */
const NOT_SENT = /* @__PURE__ */ new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT",
	"EHOSTUNREACH",
	"ENETUNREACH"
]);
const LOST = /* @__PURE__ */ new Set([
	"ECONNRESET",
	"EPIPE",
	"ETIMEDOUT",
	"UND_ERR_SOCKET",
	"UND_ERR_HEADERS_TIMEOUT",
	"UND_ERR_BODY_TIMEOUT",
	"UND_ERR_RESPONSE",
	"HPE_INVALID_CONSTANT",
	"ERR_STREAM_PREMATURE_CLOSE"
]);
/** Classifies an error of the network itself (no HTTP answer), looking through its `cause` chain; undefined if it is none. */
function networkFailure(error) {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
		const code = "code" in at ? String(at.code) : "";
		if (NOT_SENT.has(code)) return "not-sent";
		if (LOST.has(code) || at.name === "TimeoutError") return "transient";
	}
}



/***/ }),

/***/ 9328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ __require),
  r: () => (/* binding */ __toESM),
  t: () => (/* binding */ __commonJSMin)
});

;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
;// CONCATENATED MODULE: ./pre/rolldown-runtime.js


// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __require = /* #__PURE__ */ (() => (0,external_node_module_namespaceObject.createRequire)(import.meta.url))();



/***/ }),

/***/ 4296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ setCredentialFeature)
/* harmony export */ });
// node_modules/@aws-sdk/core/dist-es/submodules/client/setCredentialFeature.js
function setCredentialFeature(credentials, feature, value) {
	if (!credentials.$source) credentials.$source = {};
	credentials.$source[feature] = value;
	return credentials;
}



/***/ }),

/***/ 3383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ fromUtf8),
/* harmony export */   r: () => (/* binding */ TypeRegistry),
/* harmony export */   t: () => (/* binding */ toUtf8)
/* harmony export */ });
/* harmony import */ var _hex_encoding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(224);


// node_modules/@smithy/core/dist-es/submodules/schema/TypeRegistry.js
var TypeRegistry = class TypeRegistry {
	namespace;
	schemas;
	exceptions;
	static registries = /* @__PURE__ */ new Map();
	constructor(namespace, schemas = /* @__PURE__ */ new Map(), exceptions = /* @__PURE__ */ new Map()) {
		this.namespace = namespace;
		this.schemas = schemas;
		this.exceptions = exceptions;
		if (!TypeRegistry.registries.has(namespace)) TypeRegistry.registries.set(namespace, this);
	}
	static for(namespace) {
		return TypeRegistry.registries.get(namespace) ?? new TypeRegistry(namespace);
	}
	copyFrom(other) {
		const { schemas, exceptions } = this;
		for (const [k, v] of other.schemas) if (!schemas.has(k)) schemas.set(k, v);
		for (const [k, v] of other.exceptions) if (!exceptions.has(k)) exceptions.set(k, v);
	}
	register(shapeId, schema) {
		const qualifiedName = this.normalizeShapeId(shapeId);
		for (const r of [this, TypeRegistry.for(qualifiedName.split("#")[0])]) if (!r.schemas.has(qualifiedName)) r.schemas.set(qualifiedName, schema);
	}
	getSchema(shapeId) {
		const id = this.normalizeShapeId(shapeId);
		if (!this.schemas.has(id)) {
			if (!shapeId.includes("#")) {
				const suffix = "#" + shapeId;
				const candidates = [];
				for (const [shapeId, schema] of this.schemas.entries()) if (shapeId.endsWith(suffix)) candidates.push(schema);
				if (candidates.length === 1) return candidates[0];
			}
			throw new Error(`@smithy/core/schema - schema not found for ${id}`);
		}
		return this.schemas.get(id);
	}
	registerError(es, ctor) {
		const $error = es;
		const ns = $error[1];
		const qualifiedName = ns + "#" + $error[2];
		if (!ctor.hasOwnProperty?.("shapeId")) ctor.shapeId = qualifiedName;
		for (const r of [this, TypeRegistry.for(ns)]) if (!r.schemas.has(qualifiedName) && !r.exceptions.has($error)) {
			r.schemas.set(qualifiedName, $error);
			r.exceptions.set($error, ctor);
		}
	}
	getErrorCtor(es) {
		const $error = es;
		if (this.exceptions.has($error)) return this.exceptions.get($error);
		return TypeRegistry.for($error[1]).exceptions.get($error);
	}
	getBaseException() {
		for (const exceptionKey of this.exceptions.keys()) if (Array.isArray(exceptionKey)) {
			const [, ns, name] = exceptionKey;
			const id = ns + "#" + name;
			if (id.startsWith("smithy.ts.sdk.synthetic.") && id.endsWith("ServiceException")) return exceptionKey;
		}
	}
	find(predicate) {
		for (const schema of this.schemas.values()) if (predicate(schema)) return schema;
	}
	clear() {
		this.schemas.clear();
		this.exceptions.clear();
	}
	normalizeShapeId(shapeId) {
		if (shapeId.includes("#")) return shapeId;
		return this.namespace + "#" + shapeId;
	}
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.js
const fromUtf8 = (input) => {
	const buf = (0,_hex_encoding_js__WEBPACK_IMPORTED_MODULE_0__.i)(input, "utf8");
	return new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength / Uint8Array.BYTES_PER_ELEMENT);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.js
const toUtf8 = (input) => {
	if (typeof input === "string") return input;
	if (typeof input !== "object" || typeof input.byteOffset !== "number" || typeof input.byteLength !== "number") throw new Error("@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.");
	return (0,_hex_encoding_js__WEBPACK_IMPORTED_MODULE_0__.r)(input.buffer, input.byteOffset, input.byteLength).toString("utf8");
};



/***/ }),

/***/ 2587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ require_tunnel)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9328);


// node_modules/tunnel/lib/tunnel.js
var require_tunnel$1 = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)(((exports) => {
	(0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)("net");
	var tls = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)("tls");
	var http = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)("http");
	var https = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)("https");
	var events = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)("events");
	(0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)("assert");
	var util = (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)("util");
	exports.httpOverHttp = httpOverHttp;
	exports.httpsOverHttp = httpsOverHttp;
	exports.httpOverHttps = httpOverHttps;
	exports.httpsOverHttps = httpsOverHttps;
	function httpOverHttp(options) {
		var agent = new TunnelingAgent(options);
		agent.request = http.request;
		return agent;
	}
	function httpsOverHttp(options) {
		var agent = new TunnelingAgent(options);
		agent.request = http.request;
		agent.createSocket = createSecureSocket;
		agent.defaultPort = 443;
		return agent;
	}
	function httpOverHttps(options) {
		var agent = new TunnelingAgent(options);
		agent.request = https.request;
		return agent;
	}
	function httpsOverHttps(options) {
		var agent = new TunnelingAgent(options);
		agent.request = https.request;
		agent.createSocket = createSecureSocket;
		agent.defaultPort = 443;
		return agent;
	}
	function TunnelingAgent(options) {
		var self = this;
		self.options = options || {};
		self.proxyOptions = self.options.proxy || {};
		self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
		self.requests = [];
		self.sockets = [];
		self.on("free", function onFree(socket, host, port, localAddress) {
			var options = toOptions(host, port, localAddress);
			for (var i = 0, len = self.requests.length; i < len; ++i) {
				var pending = self.requests[i];
				if (pending.host === options.host && pending.port === options.port) {
					self.requests.splice(i, 1);
					pending.request.onSocket(socket);
					return;
				}
			}
			socket.destroy();
			self.removeSocket(socket);
		});
	}
	util.inherits(TunnelingAgent, events.EventEmitter);
	TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
		var self = this;
		var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
		if (self.sockets.length >= this.maxSockets) {
			self.requests.push(options);
			return;
		}
		self.createSocket(options, function(socket) {
			socket.on("free", onFree);
			socket.on("close", onCloseOrRemove);
			socket.on("agentRemove", onCloseOrRemove);
			req.onSocket(socket);
			function onFree() {
				self.emit("free", socket, options);
			}
			function onCloseOrRemove(err) {
				self.removeSocket(socket);
				socket.removeListener("free", onFree);
				socket.removeListener("close", onCloseOrRemove);
				socket.removeListener("agentRemove", onCloseOrRemove);
			}
		});
	};
	TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
		var self = this;
		var placeholder = {};
		self.sockets.push(placeholder);
		var connectOptions = mergeOptions({}, self.proxyOptions, {
			method: "CONNECT",
			path: options.host + ":" + options.port,
			agent: false,
			headers: { host: options.host + ":" + options.port }
		});
		if (options.localAddress) connectOptions.localAddress = options.localAddress;
		if (connectOptions.proxyAuth) {
			connectOptions.headers = connectOptions.headers || {};
			connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
		}
		debug("making CONNECT request");
		var connectReq = self.request(connectOptions);
		connectReq.useChunkedEncodingByDefault = false;
		connectReq.once("response", onResponse);
		connectReq.once("upgrade", onUpgrade);
		connectReq.once("connect", onConnect);
		connectReq.once("error", onError);
		connectReq.end();
		function onResponse(res) {
			res.upgrade = true;
		}
		function onUpgrade(res, socket, head) {
			process.nextTick(function() {
				onConnect(res, socket, head);
			});
		}
		function onConnect(res, socket, head) {
			connectReq.removeAllListeners();
			socket.removeAllListeners();
			if (res.statusCode !== 200) {
				debug("tunneling socket could not be established, statusCode=%d", res.statusCode);
				socket.destroy();
				var error = /* @__PURE__ */ new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			if (head.length > 0) {
				debug("got illegal response body from proxy");
				socket.destroy();
				var error = /* @__PURE__ */ new Error("got illegal response body from proxy");
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			debug("tunneling connection has established");
			self.sockets[self.sockets.indexOf(placeholder)] = socket;
			return cb(socket);
		}
		function onError(cause) {
			connectReq.removeAllListeners();
			debug("tunneling socket could not be established, cause=%s\n", cause.message, cause.stack);
			var error = /* @__PURE__ */ new Error("tunneling socket could not be established, cause=" + cause.message);
			error.code = "ECONNRESET";
			options.request.emit("error", error);
			self.removeSocket(placeholder);
		}
	};
	TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
		var pos = this.sockets.indexOf(socket);
		if (pos === -1) return;
		this.sockets.splice(pos, 1);
		var pending = this.requests.shift();
		if (pending) this.createSocket(pending, function(socket) {
			pending.request.onSocket(socket);
		});
	};
	function createSecureSocket(options, cb) {
		var self = this;
		TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
			var hostHeader = options.request.getHeader("host");
			var tlsOptions = mergeOptions({}, self.options, {
				socket,
				servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
			});
			var secureSocket = tls.connect(0, tlsOptions);
			self.sockets[self.sockets.indexOf(socket)] = secureSocket;
			cb(secureSocket);
		});
	}
	function toOptions(host, port, localAddress) {
		if (typeof host === "string") return {
			host,
			port,
			localAddress
		};
		return host;
	}
	function mergeOptions(target) {
		for (var i = 1, len = arguments.length; i < len; ++i) {
			var overrides = arguments[i];
			if (typeof overrides === "object") {
				var keys = Object.keys(overrides);
				for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
					var k = keys[j];
					if (overrides[k] !== void 0) target[k] = overrides[k];
				}
			}
		}
		return target;
	}
	var debug;
	if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) debug = function() {
		var args = Array.prototype.slice.call(arguments);
		if (typeof args[0] === "string") args[0] = "TUNNEL: " + args[0];
		else args.unshift("TUNNEL:");
		console.error.apply(console, args);
	};
	else debug = function() {};
	exports.debug = debug;
}));

// node_modules/tunnel/index.js
var require_tunnel = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.t)(((exports, module) => {
	module.exports = require_tunnel$1();
}));



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
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
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
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(8073);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
