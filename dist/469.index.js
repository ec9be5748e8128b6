export const id = 469;
export const ids = [469];
export const modules = {

/***/ 5469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startRecording: () => (/* binding */ startRecording)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2396);
/* harmony import */ var _moment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9785);
/* harmony import */ var _stream_collector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2591);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8484);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6760);









// src/recorder/places.ts
const REGION_TEXT = ["(?:us-gov|us-iso[bef]?|us|eu|eusc|eu-isoe|ap|sa|ca|me|af|il|mx|cn)", "-(?:de-)?(?:north|south|east|west|central)(?:east|west)?-\\d"].join("");
const ZONE_ID_TEXT = "(?:usg|us|eusc|eu|ap|sa|ca|me|af|il|mx|cn)[nsewc]{1,2}\\d-az\\d{1,2}";
const PLACE_TEXT = `(?:${REGION_TEXT}[a-z]?|${ZONE_ID_TEXT})`;
const PLACE_LABEL = new RegExp(`^(?:aws-)?${PLACE_TEXT}$`);
function isPlace(label) {
	return /-(?:az)?\d{1,2}[a-z]?$/.test(label) && PLACE_LABEL.test(label);
}

// src/recorder/hosts.ts
const SUFFIXES = [
	...[
		"cockroachlabs.cloud",
		"crdb.io",
		"cockroachlabs.com",
		"cockroachlabs.internal"
	],
	...[
		"amazonaws.com",
		"amazonaws.com.cn",
		"api.aws",
		"amazonaws.eu",
		"awsapps.com",
		"aws.amazon.com"
	],
	...[
		"github.com",
		"api.github.com",
		"githubusercontent.com",
		"ghe.com",
		"docs.github.com"
	]
];
const SERVICE_NAME = /^(?:com\.amazonaws|aws\.api|cn\.com\.amazonaws|eu\.amazonaws)\./;
const LABELS = /* @__PURE__ */ new Set([
	...[
		"ec2",
		"sts",
		"vpce",
		"vpc",
		"api",
		"iam",
		"portal",
		"sso",
		"oidc",
		"www",
		"cn",
		"gov",
		"us-gov",
		"internal"
	],
	...[
		"token",
		"actions",
		"pipelines",
		"pipelinesproxy",
		"vstoken",
		"results-receiver",
		"docs",
		"dualstack"
	],
	...[
		"fips",
		"ec2-fips",
		"sts-fips"
	]
]);
const ID = /^((?:vpce|vpce-svc)-[0-9a-f]{8,17})(?:-(.*))?$/;
function isPublicName(name) {
	const lower = name.toLowerCase();
	return SERVICE_NAME.test(lower) || SUFFIXES.some((suffix) => lower === suffix || lower.endsWith(`.${suffix}`));
}
function cleanHost(host, { standIns }) {
	const lower = host.toLowerCase();
	const one = (text) => hostLabel(text, standIns);
	if (SERVICE_NAME.test(lower)) return lower.split(".").map((text, at) => at < 2 ? text : one(text)).join(".");
	const suffix = SUFFIXES.filter((end) => lower === end || lower.endsWith(`.${end}`)).toSorted((a, b) => b.length - a.length)[0];
	if (lower === suffix) return lower;
	return `${(suffix === void 0 ? lower : lower.slice(0, -suffix.length - 1)).split(".").map(one).join(".")}.${suffix ?? "invalid"}`;
}
function hostLabel(text, standIns) {
	if (LABELS.has(text) || text === "*") return text;
	const [, id, rest] = ID.exec(text) ?? [];
	if (id !== void 0) return `${standIns.resource(id)}${rest === void 0 ? "" : `-${hostRest(rest, standIns)}`}`;
	if (isPlace(text)) return text;
	const [, internal = "", name = ""] = /^(internal-)?(.*)$/.exec(text) ?? [];
	return `${internal}${standIns.name("host", name)}`;
}
function hostRest(rest, standIns) {
	const [random = "", ...zone] = rest.split("-");
	const kept = isPlace(zone.join("-")) ? `-${zone.join("-")}` : "";
	return `${standIns.hex(random)}${kept}`;
}

// src/recorder/clean.ts
const DEEPEST = 14;
const MOST_FIELDS = 200;
function cleanValue(value, fields, cleaner) {
	return cleanInside(value, {
		fields,
		cleaner,
		parent: "",
		depth: 0
	});
}
function cleanInside(value, at) {
	if (Array.isArray(value)) return value.map((one) => cleanInside(one, at));
	if (typeof value !== "object" || value === null) return value === null ? null : cleanScalar(value, itemType(at), at.cleaner);
	if (at.depth >= DEEPEST) return placeholder(value);
	return cleanObject(value, at);
}
function cleanObject(value, at) {
	const cleaned = {};
	let count = 0;
	for (const name of Object.keys(value)) {
		if (name === "xmlns") continue;
		count += 1;
		if (count > MOST_FIELDS) {
			cleaned["…"] = placeholder(value);
			break;
		}
		const inner = value[name];
		const type = typeOf(name, at);
		cleaned[type === void 0 ? at.cleaner.words.field(name) : name] = cleanField(name, inner, {
			...at,
			type
		});
	}
	return cleaned;
}
function itemType({ fields, parent }) {
	const type = fields.get(`${parent}.item`) ?? fields.get(parent);
	return type === "inside" ? void 0 : type;
}
function typeOf(name, { fields, parent }) {
	return fields.get(`${parent}.${name}`) ?? fields.get(name);
}
function cleanField(name, value, { fields, cleaner, parent, depth, type }) {
	if (value === "" || value === null) return value;
	if (type === void 0) return placeholder(value);
	if (type === "tagged") return cleanTags(value, cleaner);
	if (type === "inside") return cleanInside(value, {
		fields,
		cleaner,
		parent: name === "item" ? parent : name,
		depth: depth + 1
	});
	if (Array.isArray(value)) return value.map((one) => cleanScalar(one, type, cleaner));
	return cleanScalar(value, type, cleaner);
}
function cleanScalar(value, type, cleaner) {
	if (value === null || value === "") return value;
	if (type === "flag") return isFlag(value) ? value : placeholder(value);
	if (type === "number") return isSmall(value) ? value : placeholder(value);
	if (type === "ident") return ident(value, cleaner.standIns);
	if (type === void 0 || typeof value !== "string") return type === "text" && isSmall(value) ? value : placeholder(value);
	return cleanString(value, type, cleaner);
}
function cleanString(value, type, cleaner) {
	const { standIns, words } = cleaner;
	switch (type) {
		case "text": return words.text(value);
		case "time": return cleanTime(value, cleaner);
		case "host": return /^[\w*.-]{1,253}$/.test(value) ? cleanHost(value, { standIns }) : placeholder(value);
		case "account": return /^\d{12}$/.test(value) ? standIns.account(value) : words.text(value);
		case "digest": return /^[0-9a-f]{8,64}$/i.test(value) ? standIns.hex(value) : standIns.name("name", value);
		case "name:name": return standIns.known(value) ?? commonName(value, words) ?? standIns.name("name", value);
		default: return standIns.known(value) ?? standIns.name(type.slice(5), value);
	}
}
function commonName(value, words) {
	const cleaned = words.text(value);
	return (/^(?:default$|cockroachdb-privatelink(?: |$)|sts\.amazonaws\.com)/.test(value) || /^repo:[^:]*fade/.test(cleaned)) && !cleaned.includes("[") ? cleaned : void 0;
}
function cleanTime(value, { relative }) {
	const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : NaN;
	return Number.isNaN(ms) ? placeholder(value) : relative(ms);
}
function cleanTags(value, cleaner) {
	if (value === "") return "";
	const items = value?.item;
	if (items === void 0) return placeholder(value);
	const clean = (one) => {
		const { key, value: text, ...others } = typeof one === "object" && one !== null ? one : {};
		if (typeof key !== "string" || typeof text !== "string") return placeholder(one);
		const unknown = Object.entries(others).map(([name, inner]) => [cleaner.words.field(name), placeholder(inner)]);
		return {
			...cleaner.tags.tag(key, text),
			...Object.fromEntries(unknown)
		};
	};
	return { item: Array.isArray(items) ? items.map(clean) : clean(items) };
}
function isFlag(value) {
	return typeof value === "boolean" || value === "true" || value === "false";
}
function isSmall(value) {
	return /^-?\d{1,5}$/.test(String(value)) && (typeof value === "number" || typeof value === "string");
}
function ident(value, standIns) {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return Number(standIns.number(String(value)));
	return typeof value === "string" && /^\d+$/.test(value) ? standIns.number(value) : placeholder(value);
}
function placeholder(value) {
	if (value === null || value === void 0) return "null";
	if (Array.isArray(value)) return `array(${value.length})`;
	if (typeof value === "string") return `string(${value.length})`;
	if (typeof value === "number") return `number(${String(value).length})`;
	if (typeof value === "boolean") return "boolean";
	return `object(${Object.keys(value).length})`;
}

// src/recorder/tags.ts
const NO_CLUSTER = {
	id: "",
	name: ""
};
const OURS = "cockroachdb-privatelink/";
const IN_FIELDS = /^cockroachdb-privatelink\/(?:claim|leaving)\//;
const GITHUB$1 = (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.x)("https://github.com");
function createTagCleaner({ standIns, words, owner }) {
	function key(text) {
		if (!text.startsWith(OURS)) return text.startsWith("aws:") || text === "Name" ? words.text(text) : standIns.name("tag", text);
		const [, kind = "", digits = ""] = /^(claim\/|leaving\/)(.*)$/.exec(text.slice(24)) ?? [];
		if (kind === "") return words.text(text);
		return `${OURS}${kind}${hexOr(digits, "tag")}`;
	}
	function know({ real, standIn }, clusterId) {
		const digestOf = (one, id) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.o)(one, id).slice(`${OURS}claim/`.length);
		standIns.assign("hex", digestOf(real, clusterId), digestOf(standIn, standIns.uuid(clusterId)));
		standIns.assign("hex", (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.v)(real), (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.v)(standIn));
	}
	function ownerOf(rawKey, value, clusterId) {
		const [, repositoryId = "", name = ""] = /(?:^| )repo=(\S*) .* name=(.*)$/.exec(value) ?? [];
		const real = {
			...owner.real,
			repositoryId,
			environment: name
		};
		if (repositoryId === "" || (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.o)(real, clusterId) !== rawKey) return owner;
		const repo = repositoryId === owner.real.repositoryId ? owner.standIn.repositoryId : FIELDS["repo"]?.(repositoryId);
		return {
			real,
			standIn: {
				...owner.standIn,
				repositoryId: repo ?? "",
				environment: environment(name, standIns)
			}
		};
	}
	const hexOr = (value, kind) => /^[0-9a-f]{8,64}$/.test(value) ? standIns.hex(value) : standIns.name(kind, value);
	const FIELDS = {
		cluster: words.text,
		clusters: (value) => value.split("+").map(words.text).join("+"),
		of: (value) => standIns.known(value) ?? standIns.name("cluster", value),
		repo: (value) => /^\d+$/.test(value) ? standIns.number(value) : standIns.name("repo", value),
		on: (value) => value === GITHUB$1 ? value : hexOr(value, "name"),
		by: (value) => hexOr(value, "name"),
		run: (value) => hexOr(value, "name"),
		name: (value) => environment(value, standIns)
	};
	const single = (value) => /^\d/.test(value) && !/^\d{4}-/.test(value) ? `[${value.length}]` : words.text(value);
	function field(part) {
		const at = part.indexOf("=");
		if (at < 0) return part === "v1" || part === "" ? part : `[${part.length}]`;
		const name = part.slice(0, at);
		const value = part.slice(at + 1);
		return `${words.text(name)}=${value === "" ? "" : (FIELDS[name] ?? single)(value)}`;
	}
	function others(rawValue) {
		return rawValue === "" || /^cockroachdb-privatelink(?: vpce-svc-|$)/.test(rawValue) ? words.text(rawValue) : standIns.name("tag", rawValue);
	}
	standIns.assign("hex", (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.x)(owner.real.serverUrl), (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.x)(owner.standIn.serverUrl));
	standIns.assign("hex", (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.v)(owner.real), (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.v)(owner.standIn));
	const name = /(?:^| )name=(\S*)/;
	const shown = (one) => name.exec((0,_claims_js__WEBPACK_IMPORTED_MODULE_1__.s)(one, NO_CLUSTER, {
		at: (0,_moment_js__WEBPACK_IMPORTED_MODULE_7__.d)(0),
		nonce: ""
	}))?.[1] ?? "";
	if (owner.real.environment !== "default") standIns.assign("env", shown(owner.real), shown(owner.standIn));
	return {
		key,
		tag(rawKey, rawValue) {
			if (!rawKey.startsWith(OURS)) return {
				key: key(rawKey),
				value: others(rawValue)
			};
			if (!IN_FIELDS.test(rawKey)) return {
				key: key(rawKey),
				value: words.text(rawValue)
			};
			const cluster = /(?:^| )cluster=([0-9a-f-]{36})(?: |$)/.exec(rawValue)?.[1];
			if (cluster !== void 0) {
				know(owner, cluster);
				know(ownerOf(rawKey, rawValue, cluster), cluster);
			}
			return {
				key: key(rawKey),
				value: rawValue.split(" ").map(field).join(" ")
			};
		}
	};
}
function environment(value, standIns) {
	if (value === "default" || value === "") return value;
	const whole = standIns.known(value);
	if (whole !== void 0) return whole;
	const [, pull] = /^pr:(\d+)$/.exec(value) ?? [];
	if (pull !== void 0) return `pr:${standIns.number(pull)}`;
	if (value.startsWith("branch:")) {
		const branch = value.slice(7);
		return `branch:${standIns.known(branch) ?? standIns.name("branch", branch)}`;
	}
	return standIns.name("env", value);
}

// src/recorder/about.ts
const INPUT_TYPES = {
	operation: "text",
	cluster: "clusters",
	environment: "environment",
	"private-dns": "text",
	"aws-region": "text",
	"vpc-id": "text",
	"subnet-ids": "list",
	"endpoint-id": "text",
	tags: "tags",
	"cockroach-api-key": "closed",
	"cockroach-api-url": "address",
	"role-to-assume": "role",
	"role-session-name": "session",
	"role-duration-seconds": "number",
	audience: "text",
	"allowed-account-ids": "list",
	"security-group-ids": "list",
	"allowed-cidrs": "list",
	"allowed-security-group-ids": "list",
	"trusted-owners": "owners",
	"trusted-owners-mode": "text",
	"dry-run": "text",
	wait: "text",
	"timeout-seconds": "number",
	probe: "text",
	"fail-on-drift": "text",
	"sweep-grace-hours": "number",
	comment: "text",
	"drift-issue": "text",
	"github-token": "closed",
	record: "closed"
};
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function namesOfRun(input, env, standIns) {
	const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const branches = [
		env["GITHUB_REF_NAME"],
		env["GITHUB_HEAD_REF"],
		env["GITHUB_BASE_REF"]
	];
	const given = input("environment");
	if (given.startsWith("branch:")) branches.push(given.slice(7));
	const role = /:role\/(.*)$/.exec(input("role-to-assume"))?.[1] ?? "";
	const known = [
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(input("cluster")).entries.filter((one) => !UUID.test(one)).map((one) => ["cluster", one]),
		...branches.map((one) => ["branch", one]),
		["owner", owner],
		["repo", repo],
		["user", env["GITHUB_ACTOR"]],
		["user", env["GITHUB_TRIGGERING_ACTOR"]],
		...role.split("/").map((one) => ["role", one]),
		["name", input("role-session-name")]
	].flatMap(([kind, name]) => {
		if (name === void 0 || name === "") return [];
		standIns.name(kind, name);
		return [name];
	});
	if (!/^(?:branch|pr):/.test(given) && environment(given, standIns) !== given) known.push(given);
	return known;
}
const NO_REPOSITORY = "local";
function ownerOfRun(input, env, standIns) {
	const serverUrl = env["GITHUB_SERVER_URL"] ?? "";
	const real = {
		serverUrl,
		repositoryId: env["GITHUB_REPOSITORY_ID"] || env["GITHUB_REPOSITORY"] || NO_REPOSITORY,
		environment: input("environment") || "default"
	};
	return {
		real,
		standIn: {
			serverUrl: serverStandIn(serverUrl, standIns),
			repositoryId: repositoryIdStandIn(real.repositoryId, standIns),
			environment: environment(real.environment, standIns)
		}
	};
}
function serverStandIn(url, standIns) {
	if (!URL.canParse(url)) return "";
	const { protocol, hostname } = new URL(url);
	return `${protocol}//${cleanHost(hostname, { standIns })}`;
}
function repositoryIdStandIn(id, standIns) {
	if (/^\d+$/.test(id)) return standIns.number(id);
	const [owner, repo] = id.split("/");
	return repo === void 0 || owner === void 0 ? id : `${standIns.name("owner", owner)}/${standIns.name("repo", repo)}`;
}
function headLine({ input, env, wall }, { standIns, words, tags, owner }) {
	const inputs = Object.keys(INPUT_TYPES).flatMap((name) => {
		const value = input(name);
		return value === "" ? [] : [[name, cleanInput(name, value, {
			standIns,
			words,
			tags
		})]];
	});
	const [login = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const ref = env["GITHUB_ACTION_REF"] ?? "";
	return {
		recording: 1,
		action: /^(?:[0-9a-f]{40}|v\d+(?:\.\d+){0,2}|main)$/.test(ref) ? ref : placeholder(ref),
		node: process.versions.node,
		platform: process.platform,
		started: new Date(wall).toISOString().slice(0, 7),
		run: {
			event: words.text(env["GITHUB_EVENT_NAME"] ?? ""),
			server: owner.standIn.serverUrl,
			repository: login === "" ? "" : `${standIns.name("owner", login)}/${repo === "" ? "" : standIns.name("repo", repo)}`,
			repositoryId: owner.standIn.repositoryId === NO_REPOSITORY ? "" : owner.standIn.repositoryId,
			ref: refStandIn(env["GITHUB_REF"] ?? "", standIns),
			head: branchStandIn(env["GITHUB_HEAD_REF"], standIns),
			base: branchStandIn(env["GITHUB_BASE_REF"], standIns),
			runner: words.text(env["RUNNER_ENVIRONMENT"] ?? ""),
			variables: SETTINGS.filter((name) => (env[name] ?? "") !== ""),
			seconds: Object.fromEntries(DURATIONS.flatMap((name) => /^\d{1,5}$/.test(env[name] ?? "") ? [[name, env[name]]] : []))
		},
		inputs: Object.fromEntries(inputs)
	};
}
const DURATIONS = ["PRIVATELINK_READ_LAG_SECONDS", "PRIVATELINK_DECISION_SECONDS"];
const SETTINGS = [
	...[
		"HTTPS_PROXY",
		"https_proxy",
		"ALL_PROXY",
		"NO_PROXY",
		"NODE_EXTRA_CA_CERTS",
		"COCKROACH_API_KEY",
		"COCKROACH_SERVER"
	],
	...[
		"AWS_ACCESS_KEY_ID",
		"AWS_SESSION_TOKEN",
		"AWS_PROFILE",
		"AWS_WEB_IDENTITY_TOKEN_FILE",
		"AWS_REGION"
	],
	...[
		"AWS_CONTAINER_CREDENTIALS_FULL_URI",
		"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
		"AWS_EC2_METADATA_DISABLED"
	],
	...[
		"ACTIONS_ID_TOKEN_REQUEST_URL",
		"RUNNER_DEBUG",
		"GITHUB_STEP_SUMMARY"
	]
];
function branchStandIn(name, standIns) {
	return name === void 0 || name === "" ? "" : standIns.name("branch", name);
}
function refStandIn(ref, standIns) {
	const [, kind = "", name = ""] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? [];
	if (kind === "pull") return `refs/pull/${name.replace(/^\d+/, (digits) => standIns.number(digits)).replace(/\/(?!merge$|head$).*/, "")}`;
	return kind === "" ? "" : `refs/${kind}/${standIns.name("branch", name)}`;
}
function cleanInput(name, value, { standIns, words, tags }) {
	switch (INPUT_TYPES[name]) {
		case "text": return words.text(value);
		case "number": return /^\d{1,5}$/.test(value) ? value : placeholder(value);
		case "list": return entries(value, words.text);
		case "clusters": return entries(value, (one) => UUID.test(one) ? standIns.uuid(one) : standIns.name("cluster", one));
		case "owners": return entries(value, (one) => one === "self" || one === "*" ? one : words.text(one));
		case "environment": return environment(value, standIns);
		case "tags": return tagsInput(value, tags);
		case "address": return URL.canParse(value) ? serverStandIn(value, standIns) : placeholder(value);
		case "role": return roleInput(value, {
			standIns,
			words
		});
		case "session": return standIns.name("name", value);
		default: return placeholder(value);
	}
}
function entries(value, clean) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(value).entries.map(clean);
}
function tagsInput(value, { tag }) {
	const lines = value.split("\n").filter((line) => line.trim() !== "");
	if (!lines.every((line) => /^[^=]+=/.test(line))) return placeholder(value);
	return lines.map((line) => {
		const at = line.indexOf("=");
		const { key, value: text } = tag(line.slice(0, at).trim(), line.slice(at + 1).trim());
		return `${key}=${text}`;
	});
}
function roleInput(value, { standIns, words }) {
	const [, head, path] = /^(arn:[a-z-]+:iam::\d{12}:role\/)(.+)$/.exec(value) ?? [];
	if (head === void 0 || path === void 0) return placeholder(value);
	return `${words.text(head)}${path.split("/").map((one) => standIns.name("role", one)).join("/")}`;
}

// src/recorder/fields.ts
function fields(rows) {
	return new Map(Object.entries(rows).flatMap(([type, names]) => names.split(/\s+/).filter(Boolean).map((name) => [name, type])));
}
const AWS_ANSWER = fields({
	inside: `
    item vpcEndpointSet vpcEndpoint vpcSet subnetSet securityGroupInfo networkInterfaceSet subnetIdSet groupSet groups
    routeTableIdSet networkInterfaceIdSet dnsEntrySet dnsOptions ipPermissions ipPermissionsEgress ipRanges ipv6Ranges
    prefixListIds cidrBlockAssociationSet cidrBlockState ipv6CidrBlockAssociationSet ipv6CidrBlockState
    privateIpAddressesSet ipv6AddressesSet attachment enableDnsSupport enableDnsHostnames unsuccessful error lastError
    securityGroupRuleSet ipv4PrefixSet Response Errors Error ErrorResponse
    AssumeRoleWithWebIdentityResult AssumeRoleResult AssumedRoleUser Credentials
    GetCallerIdentityResult ResponseMetadata
    DescribeVpcEndpointsResponse DescribeVpcsResponse DescribeSubnetsResponse DescribeSecurityGroupsResponse
    DescribeNetworkInterfacesResponse DescribeVpcAttributeResponse CreateVpcEndpointResponse ModifyVpcEndpointResponse
    DeleteVpcEndpointsResponse CreateSecurityGroupResponse DeleteSecurityGroupResponse CreateTagsResponse
    DeleteTagsResponse AuthorizeSecurityGroupIngressResponse RevokeSecurityGroupIngressResponse
    AssumeRoleWithWebIdentityResponse AssumeRoleResponse GetCallerIdentityResponse revokedSecurityGroupRuleSet
    unknownIpPermissionSet referencedGroupInfo`,
	tagged: "tagSet",
	text: `
    vpcEndpointId vpcEndpointType vpcId serviceName serviceRegion state subnetId subnetIdSet.item groupId ipProtocol
    availabilityZone availabilityZoneId cidrIp cidrIpv4 cidrIpv6 cidrBlock ipv6CidrBlock ipv6Address privateIpAddress
    networkInterfaceIdSet.item routeTableIdSet.item code Code message Message Type
    networkInterfaceId status statusMessage description securityGroupRuleId securityGroupRuleArn
    securityGroupArn failureReason
    instanceTenancy dhcpOptionsId ipAddressType dnsRecordIpType resourceId prefixListId associationId interfaceType
    Arn Provider privateDnsOnlyForInboundResolverEndpoint requesterId referencedGroupId subnetArn ownershipSetting
    vpcPeeringConnectionId peeringStatus privateDnsPreference`,
	host: "dnsName privateDnsName",
	account: "ownerId userId Account instanceOwnerId groupOwnerId",
	flag: `
    privateDnsEnabled requesterManaged isDefault defaultForAz return mapPublicIpOnLaunch enabled primary
    assignIpv6AddressOnCreation ipv6Native enableDns64
    sourceDestCheck isEgress enableDnsSupport.value enableDnsHostnames.value`,
	number: "fromPort toPort availableIpAddressCount PackedPolicySize",
	time: "creationTimestamp Expiration createTime attachTime",
	"name:name": "groupName hostedZoneId AssumedRoleId UserId SubjectFromWebIdentityToken Audience subnetName",
	"name:page": "nextToken"
});
const AWS_PARAMETER = fields({
	text: `
    VpcId VpcEndpointId VpcEndpointType ServiceName SubnetId SecurityGroupId AddSubnetId RemoveSubnetId
    AddSecurityGroupId RemoveSecurityGroupId GroupId GroupDescription Description Attribute ResourceId Name Value
    ResourceType IpProtocol CidrIp CidrIpv6 NetworkInterfaceId RoleArn SecurityGroupRuleId DnsRecordIpType
    IpAddressType ResourceArn ServiceRegion`,
	flag: "PrivateDnsEnabled DryRun AllAvailabilityZones",
	number: "FromPort ToPort MaxResults DurationSeconds",
	account: "UserId",
	digest: "ClientToken",
	"name:name": "GroupName RoleSessionName",
	"name:page": "NextToken"
});
const CLOUD = fields({
	inside: `
    clusters config serverless dedicated usage_limits regions pagination services connections trusted_owners
    trusted_owner allowlist aws details private_endpoint_services metadata error`,
	text: `
    id cluster_id creator_id parent_id plan cloud_provider state operation_status upgrade_status upgrade_type
    cockroach_version network_visibility delete_protection egress_traffic_policy machine_type regions.name region_name
    service_name service_id status endpoint_id endpoint_service_id availability_zone_ids code message type
    @type account_id details.message cidr_ip error.message error.code cloud_provider_region services.name
    private_endpoint_services.name`,
	host: "sql_dns ui_dns internal_dns private_endpoint_dns",
	account: "external_owner_id",
	"name:cluster": "name",
	"name:routing": "routing_id",
	"name:name": "allowlist.name tenant_id",
	"name:page": "next_page previous_page pagination.next_page",
	flag: "primary sql ui propagating",
	number: `
    node_count num_virtual_cpus storage_gib disk_iops memory_gib cidr_mask spend_limit request_unit_limit
    storage_mib_limit provisioned_virtual_cpus code`,
	time: "created_at updated_at deleted_at"
});
const GITHUB = fields({
	inside: "user head base repo owner items labels data viewer errors performed_via_github_app commit pull_request milestone",
	text: `
    state state_reason message documentation_url status code resource field type query labels.name author_association
    errors.message`,
	ident: "number id databaseId",
	"name:user": "login user.login",
	"name:repo": "repo.name",
	"name:branch": "ref name",
	"name:owner": "owner.login",
	digest: "sha",
	flag: "protected merged draft incomplete_results locked",
	number: "total_count comments",
	time: "created_at updated_at closed_at merged_at"
});
const QUERY = fields({
	text: "show_inactive pagination.sort_order pagination.as_of_time state sort direction per_page page labels order",
	number: "pagination.limit",
	"name:page": "pagination.page",
	"name:user": "creator",
	"name:branch": "head"
});
const OUTPUT = fields({
	text: `
    id kind step after severity check subject expected found fix what why verdict path command plan status endpoint_id
    endpoint_state connection_status service_name security_group_id cluster_id environment_kind account
    connection_url resource vpcId outcome`,
	"name:cluster": "cluster_name cluster",
	host: "internal_dns",
	flag: "private_dns_enabled bookkeeping",
	account: "id.account"
});

// src/recorder/exchanges.ts
const hostOf = (url, { standIns }) => url.hostname === "127.0.0.1" || url.hostname === "localhost" ? "localhost" : cleanHost(url.hostname, { standIns });
function tokenQuestion(url, cleaner) {
	return {
		service: "github-token",
		host: hostOf(url, cleaner),
		call: "GET token",
		params: {}
	};
}
function metadataQuestion({ method, url }, cleaner) {
	return {
		service: "metadata",
		host: hostOf(url, cleaner),
		call: `${method} metadata`,
		params: {}
	};
}
const STS_ACTIONS = /^(?:AssumeRole|AssumeRoleWithWebIdentity|GetCallerIdentity)$/;
const FORM_ACTION = /^(?:Describe|Create|Modify|Delete|Authorize|Revoke|Assume|Get)[A-Za-z]{2,60}$/;
function awsQuestion(request, cleaner) {
	const form = new URLSearchParams(request.body ?? "");
	const action = form.get("Action") ?? "";
	const host = hostOf(request.url, cleaner);
	if (!FORM_ACTION.test(action)) return {
		service: "aws",
		host,
		call: `${request.method} sign-in`,
		params: {}
	};
	return {
		service: STS_ACTIONS.test(action) ? "sts" : "ec2",
		host,
		call: cleaner.words.field(action),
		params: awsParameters(form, cleaner)
	};
}
function awsParameters(form, cleaner) {
	const cleaned = {};
	for (const [name, value] of form) {
		if (name === "Action" || name === "Version") continue;
		const tag = /^(.*\bTag\.\d+)\.(Key|Value)$/.exec(name);
		if (tag === null) cleaned[parameterName(name, cleaner)] = awsParameter(name, value, cleaner);
		else if (tag[2] === "Key") {
			const { key, value: text } = cleaner.tags.tag(value, form.get(`${tag[1]}.Value`) ?? "");
			cleaned[`${parameterName(tag[1] ?? "", cleaner)}.Key`] = key;
			if (form.has(`${tag[1]}.Value`)) cleaned[`${parameterName(tag[1] ?? "", cleaner)}.Value`] = text;
		}
	}
	return cleaned;
}
function parameterName(name, { words }) {
	if (!/^[A-Z][A-Za-z]*(?:\.\d{1,3}(?=\.[A-Z]|$)|\.[A-Z][A-Za-z]*)*$/.test(name)) return words.field(name);
	return name.replace(/[A-Za-z]+/g, words.field);
}
function awsParameter(name, value, cleaner) {
	const last = name.split(".").findLast((part) => !/^\d+$/.test(part)) ?? "";
	if (last === "Value" && value.startsWith("cockroachdb-privatelink/")) return cleaner.tags.key(value);
	return cleanScalar(value, AWS_PARAMETER.get(last), cleaner);
}
const LITERALS = new Set(`api v1 clusters networking private-endpoint-services private-endpoint-connections private-endpoint-trusted-owners
  allowlist connection-string cert repos branches pulls issues comments search graphql user v3`.split(/\s+/));
function pathQuestion(service, { method, url, body }, cleaner) {
	const path = [];
	const parts = url.pathname.split("/").filter((part) => part !== "");
	const template = parts.map((part, at) => {
		if (LITERALS.has(part) && !isNamed(parts, at)) return part;
		const { place, standIn } = segment(decoded(part), parts.slice(0, at), cleaner);
		path.push(standIn);
		return `{${place}}`;
	});
	const fields = service === "cloud" ? CLOUD : GITHUB;
	const query = Object.fromEntries([...url.searchParams].map(([name, value]) => [cleaner.words.field(name), cleanScalar(value, QUERY.get(name), cleaner)]));
	return {
		service,
		host: hostOf(url, cleaner),
		call: `${/^(?:GET|POST|PATCH|PUT|DELETE)$/.test(method) ? method : "?"} /${template.join("/")}`,
		params: {
			...path.length === 0 ? {} : { path },
			...Object.keys(query).length === 0 ? {} : { query },
			...body === void 0 || body === "" ? {} : { body: cleanJson(body, fields, cleaner) }
		}
	};
}
function isNamed(parts, at) {
	return parts[at - 1] === "repos" || parts[at - 2] === "repos" || parts[at - 1] === "branches";
}
function decoded(part) {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
function segment(part, before, { standIns }) {
	if (before.at(-1) === "repos") return {
		place: "owner",
		standIn: standIns.name("owner", part)
	};
	if (before.at(-2) === "repos") return {
		place: "repo",
		standIn: standIns.name("repo", part)
	};
	if (before.at(-1) === "branches") return {
		place: "branch",
		standIn: standIns.name("branch", part)
	};
	if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part)) return {
		place: "id",
		standIn: standIns.uuid(part)
	};
	if (/^vpce-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(part)) return {
		place: "endpoint",
		standIn: standIns.resource(part)
	};
	if (/^\d+$/.test(part)) return {
		place: "number",
		standIn: standIns.number(part)
	};
	return {
		place: "other",
		standIn: placeholder(part) ?? ""
	};
}
function cleanBody(service, { text, parseXml }, cleaner) {
	if (text === "") return "";
	if (service === "cloud") return cleanJson(text, CLOUD, cleaner);
	if (service === "github") return cleanJson(text, GITHUB, cleaner);
	if (service !== "sts" && service !== "ec2" || parseXml === void 0) return placeholder(text);
	try {
		return cleanValue(parseXml(text), AWS_ANSWER, cleaner);
	} catch {
		return placeholder(text);
	}
}
function cleanJson(text, fields, cleaner) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null ? cleanValue(value, fields, cleaner) : placeholder(value);
	} catch {
		return placeholder(text);
	}
}
function cleanHeaders(header, cleaner) {
	const kept = {};
	const note = (name, clean) => {
		const value = header(name);
		if (value !== void 0 && value !== "") kept[name] = clean(value);
	};
	const number = (value) => /^\d{1,5}$/.test(value) ? value : httpTime(value, cleaner);
	note("content-type", (value) => cleaner.words.text(value.split(";")[0] ?? ""));
	note("date", (value) => httpTime(value, cleaner));
	note("retry-after", number);
	note("cc-version", (value) => /^20\d\d-\d\d-\d\d$/.test(value) ? value : placeholder(value));
	note("x-ratelimit-remaining", number);
	note("x-ratelimit-reset", (value) => /^\d{10}$/.test(value) ? cleaner.relative(Number(value) * 1e3) : placeholder(value));
	note("link", (value) => [...value.matchAll(/rel="?(next|last|first|prev)"?/g)].map(([, rel]) => rel).join(" "));
	note("x-amzn-requestid", placeholder);
	return kept;
}
function httpTime(value, { relative }) {
	const ms = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(value) ? Date.parse(value) : NaN;
	return Number.isNaN(ms) ? placeholder(value) : relative(ms);
}

// src/recorder/network.ts
function recordedNetwork(network, recorder, cleaner) {
	return {
		...network,
		getJson: recordedJson(network.getJson, recorder, cleaner),
		aws: async (region, userAgent) => recordedAws(await network.aws(region, userAgent), recorder, cleaner),
		async metadata(request) {
			const pending = recorder.begin(() => metadataQuestion(request, cleaner));
			const answer = await network.metadata(request).catch(failing(pending));
			pending.answered({
				status: answer.status,
				header: none,
				text: answer.body
			});
			return answer;
		},
		async cloud() {
			const client = await network.cloud();
			return {
				...client,
				async send(call) {
					const pending = recorder.begin(() => pathQuestion("cloud", call, cleaner));
					const answer = await client.send(call).catch(failing(pending));
					const headers = {
						"retry-after": answer.retryAfter,
						"content-type": answer.contentType,
						"cc-version": answer.version
					};
					pending.answered({
						status: answer.status,
						header: (name) => headers[name],
						text: answer.body
					});
					return answer;
				}
			};
		},
		githubFetch: recordedFetch(network.githubFetch, recorder, cleaner)
	};
}
const none = () => void 0;
function failing(pending) {
	return (error) => {
		pending.failed(error);
		throw error;
	};
}
function recordedJson(getJson, recorder, cleaner) {
	return async (url, headers) => {
		const pending = recorder.begin(() => tokenQuestion(new URL(url), cleaner));
		try {
			const answer = await getJson(url, headers);
			pending.answered({
				status: answer.statusCode,
				header: none,
				text: JSON.stringify(answer.result)
			});
			return answer;
		} catch (error) {
			const status = statusOf(error);
			if (status === void 0) pending.failed(error);
			else pending.answered({
				status,
				header: none,
				text: void 0
			});
			throw error;
		}
	};
}
function statusOf(error) {
	if (!(error instanceof Error) || !("statusCode" in error) || "code" in error) return void 0;
	return typeof error.statusCode === "number" ? error.statusCode : void 0;
}
function recordedAws(connection, recorder, cleaner) {
	const { streamCollector: streamCollector$1 = _stream_collector_js__WEBPACK_IMPORTED_MODULE_2__.t } = connection.settings;
	const requestHandler = connection.settings.requestHandler;
	const heads = /* @__PURE__ */ new WeakMap();
	return {
		...connection,
		settings: {
			...connection.settings,
			requestHandler: {
				...requestHandler,
				async handle(request, options) {
					const pending = recorder.begin(() => awsQuestion(rawRequest(request), cleaner));
					const result = await requestHandler.handle(request, options).catch(failing(pending));
					const { statusCode: status, headers, body } = result.response;
					const head = {
						isRead: false,
						read: (text) => pending.answered({
							status,
							header: (name) => headers[name],
							text,
							parseXml: connection.parseXml
						}),
						failed: pending.failed
					};
					if (typeof body === "object" && body !== null) heads.set(body, head);
					setImmediate(() => {
						if (!head.isRead) head.read(void 0);
					});
					return result;
				}
			},
			async streamCollector(stream) {
				const head = heads.get(stream);
				if (head === void 0) return streamCollector$1(stream);
				head.isRead = true;
				try {
					const bytes = await streamCollector$1(stream);
					head.read(Buffer.from(bytes).toString("utf8"));
					return bytes;
				} catch (error) {
					head.failed(error);
					throw error;
				}
			}
		}
	};
}
function rawRequest({ method, protocol, hostname, port, path, body }) {
	return {
		method,
		url: new URL(`${protocol}//${hostname}${port === void 0 ? "" : `:${port}`}${path}`),
		...typeof body === "string" ? { body } : {}
	};
}
function recordedFetch(send, recorder, cleaner) {
	return async (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input);
		const body = typeof init?.body === "string" ? { body: init.body } : {};
		const pending = recorder.begin(() => pathQuestion("github", {
			method: init?.method ?? "GET",
			url,
			...body
		}, cleaner));
		const answer = await send(input, init).catch(failing(pending));
		const { status, statusText, headers } = answer;
		const header = (name) => headers.get(name) ?? void 0;
		if (answer.body === null) {
			pending.answered({
				status,
				header,
				text: ""
			});
			return answer;
		}
		const bytes = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(answer.body).catch(failing(pending));
		pending.answered({
			status,
			header,
			text: bytes.toString("utf8")
		});
		const same = new Response(bytes, {
			status,
			statusText,
			headers
		});
		return Object.defineProperty(same, "url", { value: answer.url });
	};
}

// src/recorder/record-file.ts
const PRIVATE = 384;
function openRecordFile(path, folders) {
	const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_6__.resolve)(folders.workspace || process.cwd(), path);
	const name = (0,node_path__WEBPACK_IMPORTED_MODULE_6__.basename)(whole);
	if (/\p{Cc}/u.test(path) || name === "" || path.endsWith(node_path__WEBPACK_IMPORTED_MODULE_6__.sep)) throw new Error("it is not the path of a file");
	const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_6__.dirname)(whole));
	if (![folders.workspace, folders.temp].some((one) => (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.existsSync)(one) && isWithin(folder, (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.realpathSync)(one)))) throw new Error("it is neither in the workspace nor in RUNNER_TEMP");
	const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_6__.join)(folder, name), "ax", PRIVATE);
	(0,node_fs__WEBPACK_IMPORTED_MODULE_5__.fchmodSync)(file, PRIVATE);
	return file;
}
function isWithin(folder, outer) {
	const from = (0,node_path__WEBPACK_IMPORTED_MODULE_6__.relative)(outer, folder);
	return from === "" || from !== ".." && !from.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_6__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_6__.isAbsolute)(from);
}

// src/recorder/recorder.ts
function createRecorder({ file, clock, cleaner }) {
	const started = clock.now();
	const lines = lineWriter(file);
	const order = createOrder();
	const bodyOf = bodiesOnce(cleaner);
	let waits = [];
	return {
		begin(question) {
			const { n, after } = order.begin();
			const start = clock.now();
			const waited = waits.length === 0 ? {} : { waits };
			const ended = (rest) => {
				const times = {
					start: rounded(start - started),
					ms: rounded(clock.now() - start)
				};
				order.ended(n, after);
				lines.attempt(() => {
					const asked = question();
					const { service, host, call, params } = asked;
					return {
						n,
						after,
						...times,
						...waited,
						service,
						host,
						call,
						params,
						...rest(asked)
					};
				});
			};
			return {
				answered: ({ status, header, text, parseXml }) => ended((asked) => ({
					status,
					headers: cleanHeaders(header, cleaner),
					...text === void 0 ? {} : bodyOf(n, asked, {
						text,
						parseXml
					})
				})),
				failed: (error) => ended(() => ({ error: cleaner.words.text(failureOf(error)) }))
			};
		},
		waiting(kinds) {
			waits = kinds;
		},
		line: (value) => lines.attempt(() => value),
		last: order.last,
		trouble: lines.trouble,
		close: lines.close
	};
}
function lineWriter(file) {
	let trouble;
	let open = true;
	const guarded = (run) => {
		try {
			run();
		} catch (error) {
			trouble ??= error;
		}
	};
	return {
		attempt(value) {
			if (!open || trouble !== void 0) return;
			guarded(() => {
				const bytes = Buffer.from(`${JSON.stringify(value())}\n`);
				if ((0,node_fs__WEBPACK_IMPORTED_MODULE_5__.writeSync)(file, bytes) !== bytes.length) throw new Error("the disk took only a part of a line");
			});
		},
		trouble: () => trouble,
		close() {
			if (open) guarded(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_5__.closeSync)(file));
			open = false;
		}
	};
}
function createOrder() {
	let count = 0;
	const frontier = /* @__PURE__ */ new Set();
	return {
		begin() {
			count += 1;
			return {
				n: count,
				after: [...frontier].toSorted((a, b) => a - b)
			};
		},
		ended(n, after) {
			for (const one of after) frontier.delete(one);
			frontier.add(n);
		},
		last: () => count
	};
}
const WORTH_NAMING = 40;
function bodiesOnce(cleaner) {
	const bodies = /* @__PURE__ */ new Map();
	return (n, { service, call, params }, raw) => {
		const body = cleanBody(service, raw, cleaner);
		const json = JSON.stringify(body);
		const key = JSON.stringify([call, params]);
		const before = bodies.get(key);
		if (before?.json === json && json.length > WORTH_NAMING) return { same: before.n };
		bodies.set(key, {
			n,
			json
		});
		return { body };
	};
}
function failureOf(error) {
	return (0,_wire_js__WEBPACK_IMPORTED_MODULE_3__.n)(error)?.code ?? (error instanceof Error ? error.name : "no answer");
}
function rounded(ms) {
	return Math.round(ms * 10) / 10;
}

// src/recorder/stand-ins.ts
const MARK = "fade";
const COMMON_ADDRESSES = /* @__PURE__ */ new Set([...[
	"0.0.0.0",
	"127.0.0.1",
	"169.254.169.254",
	"169.254.170.2",
	"169.254.170.23"
], ...[
	"::",
	"::1",
	"fd00:ec2::254",
	"fd00:ec2::23"
]]);
function createStandIns(key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.randomBytes)(32)) {
	const secret = key.toString("hex");
	const digest = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.hash)("sha256", `${secret}\0${text}`, "hex");
	const made = /* @__PURE__ */ new Map();
	const byValue = /* @__PURE__ */ new Map();
	const used = /* @__PURE__ */ new Set();
	function assign(kind, value, standIn) {
		made.set(`${kind}\0${value}`, standIn);
		if (kind !== "tag" && kind !== "page") byValue.set(value, standIn);
		used.add(standIn);
	}
	function replaced(kind, value, shape) {
		const before = made.get(`${kind}\0${value}`);
		if (before !== void 0) return before;
		let standIn = "";
		for (let tries = 0; standIn === "" || used.has(standIn) && tries < 100; tries += 1) standIn = shape(digest(`${kind}\0${value}\0${tries}`));
		assign(kind, value, standIn);
		return standIn;
	}
	const octets = memo((prefix) => Buffer.from(digest(`ipv4\0${prefix}`), "hex"));
	return {
		resource: (id) => {
			const [, prefix = "", digits = ""] = /^(.*-)([0-9a-f]+)$/.exec(id) ?? [];
			return replaced("resource", id, (random) => digits.length > 8 ? `${prefix}0${MARK}${random.slice(0, digits.length - 5)}` : `${prefix}${MARK}${random.slice(0, 4)}`);
		},
		uuid: (id) => replaced("uuid", id.toLowerCase(), (random) => [
			random.slice(0, 8),
			MARK,
			`4${random.slice(8, 11)}`,
			`8${random.slice(11, 14)}`,
			random.slice(14, 26)
		].join("-")),
		account: (id) => replaced("account", id, (random) => `0000${decimal(random, 8)}`),
		hex: (digits) => replaced("hex", digits, (random) => `${MARK}${random.padEnd(digits.length, random)}`.slice(0, digits.length)),
		number: (digits) => replaced("number", digits, (random) => `99${decimal(random, 7)}`),
		name: (kind, value) => replaced(kind, value, (random) => `${kind}-${MARK}${random.slice(0, 8)}`),
		email: (address) => replaced("email", address.toLowerCase(), (random) => `user-${MARK}${random.slice(0, 8)}@example.invalid`),
		ipv4: (text) => {
			const [address = "", length] = text.split("/");
			if (COMMON_ADDRESSES.has(address)) return text;
			const standIn = ipv4StandIn(address, Number(length ?? 32), octets);
			const whole = length === void 0 ? standIn : `${standIn}/${length}`;
			assign("address", text, whole);
			return whole;
		},
		ipv6: (text) => {
			const [address = "", length] = text.toLowerCase().split("/");
			if (COMMON_ADDRESSES.has(address)) return text;
			return replaced("address", text.toLowerCase(), (random) => length === void 0 ? `2001:db8:${MARK}:${(random.slice(0, 20).match(/.{4}/g) ?? []).join(":")}` : `2001:db8:${MARK}:${random.slice(0, 4)}::/${length}`);
		},
		known: (value) => byValue.get(value),
		assign
	};
}
function decimal(hex, digits) {
	const all = BigInt(`0x${hex.slice(0, 24)}`).toString();
	return `${1 + Number(all[0]) % 9}${all.slice(1, digits)}`;
}
function memo(make) {
	const made = /* @__PURE__ */ new Map();
	return (of) => {
		const value = made.get(of) ?? make(of);
		made.set(of, value);
		return value;
	};
}
function ipv4StandIn(address, length, bitsAfter) {
	const real = address.split(".").map(Number);
	const [first = 0, second = 0] = real;
	const { leading, fixedBits } = blockOf(first, second, bitsAfter);
	return real.map((octet, at) => {
		if (at === 0) return leading;
		const tree = bitsAfter(real.slice(0, at).join("."));
		let node = 1;
		let out = 0;
		for (let bit = 7; bit >= 0; bit -= 1) {
			const value = octet >> bit & 1;
			const flip = at * 8 + (7 - bit) < fixedBits ? 0 : (tree[node >> 3] ?? 0) >> (node & 7) & 1;
			out = out << 1 | value ^ flip;
			node = node << 1 | value;
		}
		return out;
	}).map((octet, at) => at === 0 ? octet : octet & maskOf(length - at * 8)).join(".");
}
function maskOf(bits) {
	return bits >= 8 ? 255 : bits <= 0 ? 0 : 255 << 8 - bits & 255;
}
function blockOf(first, second, bitsAfter) {
	if (first === 10) return {
		leading: 240,
		fixedBits: 8
	};
	if (first === 172 && second >= 16 && second < 32) return {
		leading: 241,
		fixedBits: 12
	};
	if (first === 192 && second === 168) return {
		leading: 242,
		fixedBits: 16
	};
	if (first === 100 && second >= 64 && second < 128) return {
		leading: 243,
		fixedBits: 10
	};
	return {
		leading: 244 + (bitsAfter(`first ${first}`)[0] ?? 0) % 12,
		fixedBits: 8
	};
}

// src/recorder/dictionary.ts
const DICTIONARY = new Set(`
a abcdefghi able abort aborted about above absence absent accept acceptance accepted accepting accepts access
accessible accident account accounts acl acls across action actions activate activated active actor add added adding
addition address addresses adds admin administrator administrators advanced advice affected after again agent agents
aggregate ago agreement alb alg alive all allocation allocations allow allowed allowing allowlist allows alone
alphanumeric already also although altname always amazon amazonaws ambient ambiguous ami among amount amp an and
annotate annotations another answer answered answering answers any anything anyway api apos appear application
applied applies apply approval approve approved apr april architecture archived are aren argument arn arns array
arrive article as asc ascii asia ask asked asking asks assigned assoc associate associated association assume
assumed async asynchronous at attach attached attempt attempting attempts attribute attributes aud audience
audiences aug august auth authentication author authority authorization authorize authorized authorizing automatic
automatically availability available await awaiting awaits away aws axios az azs azure backend backing bad badge
balancer bandwidth base based basic basis be bearer became because become been before began begin beginning begins
behalf behind being belong belongs below between binds bits blob block blocked blockers blocks blue body bool
boolean bot both bound boundary box bracket branch branches break breaks broke broken bucket buckets budget builds
bullets bundle busy but by byte bytes ca caches call caller calls came can cancel cancelled cannot capacity
capitalized captured carries carry case catch categories category cause caused caution cell cells center central
cert certificate certificates certs cgw chain change changed changes changing channel character characters chars
charset check checked checks choose cidr cidrs claim claimants claimed claims classify clause clean cleanup clear
cli client clients clock cloning close closed closing cloud cloudtrail cluster clusters cmek cockroach cockroachdb
cockroachlabs code codes collection collector com combination command commands comment comments commit commits
common communication compare complete completed completely completing component concerned concurrency concurrent
condition config configuration configure configured configuring confirm confirmed conflict conflicting conform conn
connect connected connecting connection connections connectivity connector connects connrefused considered console
const constraint contact contain contained container containing contains content contents context continue continues
control conversation copied copy core correct correctly corresponding cost costs could count counted counts cover
covers cpu cpus crdb create created creates creating creation creator credential credentials crt crypto csv curl
current currently cursor custom customer customers customized cut cuts daily dangling darwin data database datasets
date days db dead deadline debian debug dec december decide decided decision decode decoded dedicated default
defaultdb defaults define deflate degraded delay delete deleted deletes deleting deletion denial denied denies deny
departure dependabot dependency dependent depends deploy deployed deployment deprovision deprovisioned
deprovisioning deps depth desc describe describes description deserialize desired destination detach detached
detaches detaching detail details detected developer dhcp diagnostics diagram did didn differ difference different
digit digits directions directly disable disabled disallow disappeared disassociate disconnect disconnected
disconnecting disconnects discussions disk dispatch dispatchers disruption dns do doc docs document documentation
does doesn doing domain don done door dopt double down downgrade download downloaded draft drain draining drift drop
dropped dry dual duplicate duration during dynamic each eaddrnotavail eai earlier early east ebs ec econnaborted
econnrefused econnreset ecs edit effect effects egress ehostunreach eight eip either eks elapsed elb eligibility
eligible else elsewhere email empty enable enabled enabling encode encoded encoding end ended endless endpoint
endpoints endpointset ends enetdown enetunreach eni enoent enotfound enough enroll enrolled enrollment ensure
ensuring enter enterprise entitled entity entries entry enum env environment environments epipe eproto equal equals
err error errors escape escaped eservfail esp especially essence etc etimedout eusc evaluating even event ever every
everybody everyone everything evidence exact exactly example exceed exceeded exceeding exceeds exception exchange
exec execute executed execution exempt exhausted exist existing exists exit exp expected expecting expiration
expired expires explicit explicitly export extends external extra facts fail failed failing fails failure fallback
false fastest fault faults feature feb february feeds fence fences fetch fetching few fewer field fields file files
filter filters final finalization finalized find finding findings finds finish finished finite firewall first fit
fits fitted five fix fixed flag flat floor flowchart fold folded folder follow following follows for forbidden
forbids foreign fork forks form format formatted formed found four fragment fragmentation free fri friday from
fulfilled full function further future gap gateway gateways gave gcp generated get gets gib git github githubstatus
githubusercontent give given gives global gmt go goal goaway goes going gone gov graph graphql gre greater green
group groups guardian guide had half hand handle handler handshake hang hangs harmless has hash have having head
header headers headline heads healthy held hello help here hex hexadecimal hidden hide hides high higher history
hmac hold holds home hook hop host hosted hostname hostnames hosts hour hours how hpe href hsm html http https hub
hundred iam icmp icmpv id idempotency idempotent identical identified identifier identifiers identify identity idle
idp ids if ignore ignored igw illegal imd immediately immutable impaired implicit implicitly import in inactive
inbound include included includes including incomplete incorrect incorrectly index indicate indicates inferred info
ingress init initial initializing initiate initiated inline inner inprogress input inputs inside inspects
installation installing instance instanceof instances instead insufficient integration interface interfaces
intermediate internal interval into invalid iops ip ipv is isn iso isoe iss issue issuecomment issued issuer issues
it item items its itself jan january jdbc job jobs join journal json judged jul july jun june just jwks jwt keep
keeps kept key keys keyword kind kinds kms knobs know known knows kubernetes label labels labs lacking lacks lag
language large last late later latest lead leads leaf learn lease least leave leaver leaving left legacy
length less lesser let lets letters level libpq lifecycle like limit limited limits line lines link linux list
listed listener listing lists load localhost locally location lock locked locks log logged logging login long longer
longest look lookup loop loopback lost low lower mac machine macos made maintenance major make makes making
malformed manage managed manages manual many map mar march mark markdown marked marker marking marks mask match
matched matches matching math max maximum may mean meaning meant meanwhile mechanism member members membership
memory mentioned merge mermaid message meta metadata method metrics mfa mib might migrating mii min minimum minor
minute minutes mismatch misnamed missing mistake mistakes mode modification modified modifies modify modifying
module moment mon monday monitor month monthly more most mount move moved mover moves mtu multiple must mutually
nacl name named names namespace nat native nearest need needed needs negative neither nested net network networking
networks never new newer newest newly next nine nlb no nobody nodata node nodejs nodes non nonce none nor normal
north northeast not note notes nothing notification noun nov november now nowhere null num number numbers numeric
object objects observe observed obsolete obtain occurred oct october octokit of off offer offered offline often oidc
ok okay old older omits on once one ones ongoing online only open opened opening opens operation operations operator
optimize optional options or org organization origin other others otherwise ours out outbound outcome outcomes
outdated outpost output outputs outside over overlap overlapping overlaps override overrides overs overwritten
overwrote own owned owner owners ownership owning owns packets page pages pagination pair pairs parameter parameters
params parent parse parser parsers parsing part parted partial partially particular partition parts passed passes
passing password past paste patch path pathname paths patience pattern paused pausing payload pcx peered peering pem
pending pendingacceptance people per perform performed performing period permission permissions permit permitted
persists pgx pick picks picture pieces pipelines place places plain plainly plan planned planner please plugin plus
png pod pods point points policies policy poll pool populate port ports positive possible post posted postgre
postgres postgresql pr precondition predicate prefix prefixes preload premature premium preparing present preserve prev
prevent preview previews previous previously price primary principal print printable prior priority private
privatelink probe probed probes problem problems proceed process processing product profile profiles progress
prohibited promise promises propagate propagating properties property protected protection proto protocol proved
provide provided provider providers providing provisioned provisioning proxies proxy prx psql public publicly pull
pulls push put queried query queue quick quiescing quot quota quotas quotation quoted quotes raise random range
ranges rate ratelimit raw rds reach reachable reached reaches reaching read readable reader reading readonly reads
ready reason rebooting rebuild rebuilding recall receive received receiver recent reconcile record recorder
recording recover recovering recovery recreate redaction redirect redirects reduce ref refer reference referenced
references refers refs refusal refusals refuse refused refuses refusing reg region regional regions register
registered registering registration regular reject rejected rejecting rejection rejects rel relative release
released releasing remain remaining remains remembers remote removal remove removed removes removing renamed renew
renewed reopened repair repairable repairs repave repeating repeats replace replaced replacement replaces replacing
replay replication repo report reported reports repos repositories repository represent request requested requester
requestid requesting requests requeue require required requirement requirements requires reserved reset resizing
resolve resolved resolver resolves resource resources response responses rest restore restoring restrict restricted
rests result results resumed resuming retag retention retried retries retrieve retry retryable retrying return
returned returning returns reusable review revision revoke rewrite right rivals role roles rollback rolling room
root roots route routes routing row rows rtb rule rules run runner running runs safe said same saml sat satisfies
satisfy saturday say says scale scaling schedule scheduled scope sdk search searched second secondary seconds secret
secrets section sections security see seed seems seen sees selected selects self semantics send sender sends sent
sep separate september sequence serial series server serverless serves service services serving session sessions set
sets setting settings settle settled settling setup seven several severity sg sgr sha shall shape share shared shift
short shortened should show shown shows side sides sigbreak sigint sign signal signature signed sigterm silence
silent similar simultaneously since single site six size skewed skip sku slash sleep slice slow so socket sockets
some something soon sorry sorted source sources south southeast space spaces span spans spec specific specification
specified specify specifying spelling spellings split spread sql src ssh ssl sslfactory sslmode sslrootcert sso
stale standard standards standby start started starting starts startup state statement status statuses stay stays
step steps still stop stopped stopping storage store stray stream strict string stringify strings strong
structure sts sub subgraph subject subjects submit submitted subnet subnets subscription subset succeed succeeded
success such suffix suite summaries summary sun sunday supplied support supported supporting supports sure surplus
suspend suspended svc sweep swept symbol sync syntax system table tables tag taggable tagging tags tail take taken
takes target task tcp team teapot tell telling template temporarily temporary ten tenant terminate terminated
terminating terraform text tgw than thank thanks that the their them then there these they this thorough those
though thousand three throttle throttled throttles throttling through throw thu thumbprint thumbprints thursday
ticks tiering time timed timeout timeouts timers times timestamp title tls to today together token tokens tolerant
tomorrow too total traffic trail transaction transfer transferred transient transit transition transport trial tried
troubleshooting true truncated trust trusted trusting trusts try tue tuesday tunnel turn twice two typ type typeof
types ubuntu udp unable unanswered unarchive unauthorized unavailable unchanged unchecked unclaim unclaimed
unconfirmed und undefined under undici unescaped unexpected unfiltered unfit unhealthy unique unit unknown unless
unlimited unlock unlocked unlocking unmanaged unmark unprocessable unproved unread unreadable unrecognized unrelated
unsafe unseen unset unspecified unsupported until untold untrust untrusted unused up update updated updating upgrade
upgraded upgrading upper uri url urlencoded urls us usable usage use used user username userprofile users uses using
usual usually utc utf util uuid valid validate validated validating validation value values variable variables
various verb verbatim verbs verdict verification verified verify verifying version versions very via view viewer
views violate violation virtual visibility visible visit void vpc vpce vpces vpcs vpn wait waited waiting waits walk
wall wants warming warning warnings was wasm wasn way weak web wed wednesday weeks welcome well were west
what when where whether which while who whoever whole whose why will windows wire with within without witness word
words workflow works workspace worst would write writer writes written wrong wrote www xml xmlns yaml yes yesterday
yet you your yourself zero zlib zone zones
`.split(/\s+/));

// src/recorder/words.ts
const LONGEST_TEXT = 2e3;
const SHAPES = [
	"(?<branch>(?<![A-Za-z0-9])branch:[^\\s\"'`,;()<>]*[^\\s\"'`,;()<>.:])",
	"(?<pull>(?<![A-Za-z0-9])(?:pr:|#|pulls?/|issues/)\\d{1,9}(?![A-Za-z0-9.-]))",
	"(?<escape>%(?:20|2[56CF]|3[ABDF]))",
	"(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)",
	"(?<time>\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d))",
	"(?<uuid>\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b)",
	"(?<resource>\\b[a-z]+(?:-[a-z]+){0,3}-(?:[0-9a-f]{17}|[0-9a-f]{8})\\b)",
	"(?<ipv4>(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2})?(?!\\w|\\.\\d))",
	`(?<ipv6>${["(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){2,7}(?:[0-9a-fA-F]{1,4}|:)(?::?[0-9a-fA-F]{1,4})*(?:/\\d{1,3})?", "(?<![\\w:])::1?(?:/\\d{1,3})?(?![\\w:])"].join("|")})`,
	`(?<zone>\\b${PLACE_TEXT}\\b)`,
	"(?<version>\\bv\\d{2}\\.\\d(?:\\.\\d{1,2})?\\b)",
	"(?<compound>[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+)",
	"(?<account>(?<![\\w.-])\\d{12}(?![\\w.-]))",
	"(?<word>[A-Za-z0-9]+)",
	"(?<other>[^\\x20-\\x7e\\n]+)"
].join("|");
const PIECES = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
const SHORTEST_NAME = 4;
const NUMBERS = /* @__PURE__ */ new Set([
	"26257",
	"1024",
	"4096",
	"65535"
]);
const SHORTEST_ID = 10;
const LONGEST_ID = 36;
const SPELLED = 3;
const RESOURCES = new Set(`vpc vpce vpce-svc vpce-svc-perm vpce-rsc subnet sg sgr eni eni-attach rtb rtbassoc dopt acl aclassoc igw eigw nat pcx
  tgw vgw cgw eipalloc eipassoc ami vol snap pl vpc-cidr-assoc subnet-cidr-assoc lt dopt-assoc`.split(/\s+/));
const HOST = /^(?:[a-z0-9_-]+\.)+(?:com|net|org|io|dev|cloud|app|ai|co|cn|eu|de|uk|us|internal|local|corp|lan|home|intranet|test|arpa)$/i;
function createTextCleaner({ standIns, names, relative }) {
	const piecesOf = createSplitter(`${namesIn(names)}${SHAPES}`);
	const cleaned = /* @__PURE__ */ new Map();
	const inside = joinedNames(names);
	const known = (value) => isCommon(value) ? void 0 : standIns.known(value);
	function text(value) {
		const whole = known(value);
		if (whole !== void 0) return whole;
		const before = cleaned.get(value);
		if (before !== void 0) return before;
		const made = isResource(value) ? standIns.resource(value) : /^[A-Za-z]*$/.test(value) ? word(value) : pieceByPiece(value);
		cleaned.set(value, made);
		return made;
	}
	function pieceByPiece(value) {
		if (value.length > LONGEST_TEXT) return `string(${value.length})`;
		const pieces = piecesOf(value);
		const hidden = spelledOut(pieces);
		let out = "";
		let at = 0;
		for (const [index, { at: start, found, name }] of pieces.entries()) {
			out += punctuation(value.slice(at, start));
			const shown = (shape[name] ?? words)(found);
			out += hidden.has(index) && known(found) === void 0 ? `[${found.length}]` : shown;
			at = start + found.length;
		}
		return out + punctuation(value.slice(at));
	}
	const shape = {
		name: (found) => known(found) ?? `[${found.length}]`,
		branch: (found) => {
			const name = found.slice(7);
			return `branch:${standIns.known(name) ?? standIns.name("branch", name)}`;
		},
		pull: (found) => found.replace(/\d+$/, standIns.number),
		escape: (found) => found,
		email: standIns.email,
		time,
		uuid: standIns.uuid,
		resource,
		ipv4: (found) => isIpv4(found) ? standIns.ipv4(found) : words(found),
		ipv6: standIns.ipv6,
		zone: (found) => found,
		version: (found) => found,
		compound,
		account: standIns.account,
		word: (found) => known(found) ?? word(found),
		other: (found) => `[${found.length}]`
	};
	function compound(found) {
		const whole = known(found) ?? known(found.toLowerCase());
		if (whole !== void 0) return whole;
		return isPublicName(found) || HOST.test(found) ? cleanHost(found, { standIns }) : words(found);
	}
	function time(found) {
		const ms = Date.parse(found);
		return Number.isNaN(ms) ? `[${found.length}]` : relative(ms);
	}
	function resource(found) {
		return RESOURCES.has(found.slice(0, found.lastIndexOf("-"))) ? standIns.resource(found) : words(found);
	}
	function words(found) {
		return found.split(inside).map((part, index) => index % 2 === 1 ? standIns.known(part) ?? "" : joined(part)).join("");
	}
	return {
		text,
		field: (name) => name.length > 80 ? `[${name.length}]` : text(name)
	};
}
function isResource(value) {
	if (value.length < SHORTEST_ID || value.length > LONGEST_ID) return false;
	const at = value.lastIndexOf("-");
	return RESOURCES.has(value.slice(0, at)) && /^(?:[0-9a-f]{17}|[0-9a-f]{8})$/.test(value.slice(at + 1));
}
function createSplitter(pattern) {
	const shapes = new RegExp(pattern.replace(/\(\?<[a-z]\w*>/g, "("), "g");
	const kinds = [...pattern.matchAll(/\(\?<([a-z]\w*)>/g)].map(([, kind = ""]) => kind);
	return (text) => {
		const pieces = [];
		shapes.lastIndex = 0;
		for (let match = shapes.exec(text); match !== null; match = shapes.exec(text)) {
			let kind = 1;
			while (match[kind] === void 0) kind += 1;
			pieces.push({
				at: match.index,
				found: match[0],
				name: kinds[kind - 1] ?? ""
			});
		}
		return pieces;
	};
}
function joined(found) {
	const parts = [...found.matchAll(/[A-Za-z0-9]+/g)].map((match) => ({
		at: match.index,
		found: match[0],
		name: "word"
	}));
	const several = (found.match(/(?<![A-Za-z])\d+(?![A-Za-z])/g) ?? []).length > 1;
	const hidden = spelledOut(parts);
	let index = -1;
	return found.replace(/[A-Za-z0-9]+/g, (part) => {
		index += 1;
		return hidden.has(index) || several && isNumeric(part) ? `[${part.length}]` : word(part);
	});
}
function namesIn(names) {
	const long = longestFirst(names.filter((name) => name.length >= SHORTEST_NAME && !isCommon(name)));
	if (long.length === 0) return "";
	return `(?<name>(?<=^|[^\\w-]|%[0-9A-F]{2})(?:${long.map(escaped).join("|")})(?![\\w-]))|`;
}
function joinedNames(names) {
	const joint = longestFirst(names.filter((name) => /^\w+(?:[^\w\s]|_)\w/.test(name)));
	return joint.length === 0 ? /(?!)/ : new RegExp(`(?<![A-Za-z0-9])(${joint.map(escaped).join("|")})(?![A-Za-z0-9])`);
}
function longestFirst(names) {
	return names.toSorted((a, b) => b.length - a.length);
}
function escaped(name) {
	return name.replace(/[^\w ]/g, "\\$&");
}
function isCommon(value) {
	return DICTIONARY.has(value.toLowerCase()) || /^\d{1,3}$/.test(value);
}
function word(found) {
	if (isNumeric(found)) return found.length <= 3 || NUMBERS.has(found) ? found : `[${found.length}]`;
	if (/^(?:[a-z]+|[A-Z]?[a-z]+|[A-Z]+s?)$/.test(found) && DICTIONARY.has(found.toLowerCase())) return found;
	const pieces = found.match(PIECES) ?? [];
	return pieces.every((piece, at) => isNumeric(piece) ? at > 0 && piece.length <= 3 : piece.length > 1 && DICTIONARY.has(piece.toLowerCase())) && pieces.length <= MOST_PIECES ? found : `[${found.length}]`;
}
const MOST_PIECES = 9;
function isNumeric(text) {
	return /^\d+$/.test(text);
}
function isIpv4(text) {
	const [address = "", length = "32"] = text.split("/");
	return address.split(".").every((octet) => Number(octet) < 256) && Number(length) <= 32;
}
function spelledOut(pieces) {
	const hidden = /* @__PURE__ */ new Set();
	let from = 0;
	for (const [index, piece] of pieces.entries()) {
		if (beginsWithDigit(piece) && endsInDigit(pieces[index - 1])) hidden.add(index);
		if (endsInDigit(piece) && beginsWithDigit(pieces[index + 1])) hidden.add(index);
		if (!isShort(piece)) from = index + 1;
		else if (partsOf(pieces.slice(from, index + 1)) >= SPELLED) for (let at = from; at <= index; at += 1) hidden.add(at);
	}
	return hidden;
}
const JOINT = /[-_.]/;
const isShort = ({ found, name }) => (name === "word" || name === "compound") && found.split(JOINT).every((part) => part.length <= 2);
const partsOf = (pieces) => pieces.reduce((sum, { found }) => sum + found.split(JOINT).length, 0);
const LOOSE = /* @__PURE__ */ new Set([
	"word",
	"compound",
	"account"
]);
const endsInDigit = (piece) => piece !== void 0 && LOOSE.has(piece.name) && /\d$/.test(piece.found);
const beginsWithDigit = (piece) => piece !== void 0 && LOOSE.has(piece.name) && /^\d/.test(piece.found);
function punctuation(text) {
	return text.replace(/[^\s\w]{4,}/g, (run) => `[${run.length}]`);
}

// src/recorder/start.ts
function startRecording(path, { env, clock, input }) {
	const folders = {
		workspace: env["GITHUB_WORKSPACE"] ?? "",
		temp: env["RUNNER_TEMP"] ?? ""
	};
	const file = openRecordFile(path, folders);
	const startedWall = clock.wall();
	const started = clock.now();
	const relative = (time) => `t${time < startedWall ? "" : "+"}${((time - startedWall) / 1e3).toFixed(3)}`;
	const standIns = createStandIns();
	const owner = ownerOfRun(input, env, standIns);
	const words = createTextCleaner({
		standIns,
		names: namesOfRun(input, env, standIns),
		relative
	});
	const tags = createTagCleaner({
		standIns,
		words,
		owner
	});
	const cleaner = {
		standIns,
		words,
		tags,
		relative
	};
	const recorder = createRecorder({
		file,
		clock,
		cleaner
	});
	recorder.line(headLine({
		input,
		env,
		wall: startedWall
	}, {
		standIns,
		words,
		tags,
		owner
	}));
	return {
		through: (network) => recordedNetwork(network, recorder, cleaner),
		waiting: recorder.waiting,
		last: recorder.last,
		end({ exitCode, outputs, steps }) {
			const ms = Math.round(clock.now() - started);
			recorder.line({ end: {
				exit: exitCode,
				ms,
				outputs: cleanOutputs(outputs, cleaner),
				steps
			} });
			recorder.close();
			return {
				exchanges: recorder.last(),
				trouble: recorder.trouble()
			};
		}
	};
}
const CLOSED = /* @__PURE__ */ new Set([
	"summary-markdown",
	"ca-cert-path",
	"connection-options"
]);
function cleanOutputs(outputs, cleaner) {
	return Object.fromEntries(Object.entries(outputs).map(([name, value]) => {
		if (CLOSED.has(name)) return [name, value === "" ? "" : placeholder(value)];
		if (name === "internal-dns") return [name, cleanScalar(value, "host", cleaner)];
		if (name === "trusted-owners") return [name, cleanJsonOutput(value, cleaner)];
		return [name, /^[[{]/.test(value) ? cleanJsonOutput(value, cleaner) : cleaner.words.text(value)];
	}));
}
function cleanJsonOutput(value, cleaner) {
	const parsed = JSON.parse(value);
	if (!Array.isArray(parsed)) return placeholder(value);
	return parsed.map((one) => typeof one === "string" ? cleaner.words.text(one) : cleanValue(one, OUTPUT, cleaner));
}



/***/ }),

/***/ 2591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ streamCollector)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);


// src/startup/stream-collector.ts
function streamCollector(stream) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(stream);
}



/***/ })

};
