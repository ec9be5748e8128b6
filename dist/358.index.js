export const id = 358;
export const ids = [358];
export const modules = {

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ hasAwsCode),
/* harmony export */   c: () => (/* binding */ reasonOf),
/* harmony export */   d: () => (/* binding */ DECODE),
/* harmony export */   f: () => (/* binding */ parseDenial),
/* harmony export */   i: () => (/* binding */ classifyAwsError),
/* harmony export */   l: () => (/* binding */ REFUSED_UNSEEN),
/* harmony export */   m: () => (/* binding */ trustParameters),
/* harmony export */   n: () => (/* binding */ awsCode),
/* harmony export */   o: () => (/* binding */ isAwsRefusal),
/* harmony export */   p: () => (/* binding */ setupRole),
/* harmony export */   r: () => (/* binding */ awsError),
/* harmony export */   s: () => (/* binding */ meaningOf),
/* harmony export */   t: () => (/* binding */ SHOW_QUOTA),
/* harmony export */   u: () => (/* binding */ refuseForeignAnswers)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3198);
/* harmony import */ var _foreign_page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5953);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8484);




// src/aws/setup-roles.ts
const NAME = /^cockroachdb-privatelink(?:-[A-Za-z0-9]+)*?-(change|verify|previews)$/;
function setupRole(arn) {
	return NAME.exec(arn.slice(arn.lastIndexOf("/") + 1))?.[1];
}
function trustParameters(role, sub) {
	const [, repository, rest = ""] = /^repo:([^:/\s]+\/[^:/\s]+):(.+)$/.exec(sub) ?? [];
	if (repository === void 0 || /[,\s]/.test(sub)) return void 0;
	const given = `Repository=${repository}`;
	const branch = /^ref:refs\/heads\/(.+)$/.exec(rest)?.[1];
	if (branch !== void 0) return role === "change" ? `${given} Branch=${branch} DeploymentEnvironment=` : `${given} Branch=${branch}`;
	if (rest === "pull_request") return {
		change: void 0,
		verify: `${given} PlanOnPullRequests=true`,
		previews: given
	}[role];
	if (role === "previews") return void 0;
	const environment = /^environment:([^:]+)$/.exec(rest)?.[1];
	return environment === void 0 ? `MoreSubjects=${sub}` : `${given} DeploymentEnvironment=${environment}`;
}
function setupAdvice(role, action, resource) {
	if (role === "verify" && !/:Describe/.test(action)) return "The role only reads: set role-to-assume to the one that ends in -change.";
	const vpc = role === "previews" ? "PreviewVpcId" : "VpcId";
	if (/:Describe/.test(action) && resource === "") return "Check aws-region: the role is bound to the region in which setup/aws was deployed.";
	if (/:vpc\//.test(resource)) return `Check vpc-id: the parameter ${vpc} of setup/aws binds the role to one VPC.`;
	if (action.startsWith("route53:")) return "Set the parameter RestrictPrivateDns of setup/aws to false.";
	if (/:CreateVpcEndpoint$/.test(action) && /:vpc-endpoint\//.test(resource)) return `Check the parameters ServiceName and Team of setup/aws; ${TEAM}.`;
	if (/:vpc-endpoint\/|:CreateSecurityGroup$/.test(`${resource}${action}`)) return `Check the parameter Team of setup/aws; ${TEAM}.`;
	if (/:(security-group|subnet)\//.test(resource)) return `Check the parameters ${vpc} and Team of setup/aws; ${TEAM}.`;
	return "Deploy setup/aws of the version of the action that you use.";
}
const TEAM = "with Team, the step needs the same in tags: team=VALUE";

// src/aws/denial.ts
const PERFORM = /not authorized to perform: ([a-z0-9-]+:\w+)/i;
const EXPLICIT = /with an explicit deny in (?:an? |the )?([\w -]+?)(?::? (arn:[^\s,]*[\w/*-]))?(?=[.,;]|\s*$|:)/i;
const IMPLICIT = /because no ([\w -]+?) allows the ([a-z0-9-]+:\w+) action/i;
const ROLE = /:assumed-role\/([\w+=,.@-]+)\//;
const RESOURCE = /on resource: (arn:\S*?[\w/*-])(?=[.,;]?(?:\s|$))/;
const ENCODED = /Encoded authorization failure message:\s*(\S+)/;
function parseDenial(message, action) {
	const [, explicitly, policyArn] = EXPLICIT.exec(message) ?? [];
	const [, implicitly, unallowed] = IMPLICIT.exec(message) ?? [];
	return {
		action: unallowed ?? PERFORM.exec(message)?.[1] ?? action,
		policy: (explicitly ?? implicitly)?.trim(),
		policyArn,
		explicit: explicitly !== void 0,
		role: ROLE.exec(message)?.[1] ?? "",
		resource: RESOURCE.exec(message)?.[1] ?? "",
		encoded: ENCODED.exec(message)?.[1]
	};
}
function withoutEncoded(message) {
	return message.replace(ENCODED, "Encoded authorization failure message: …");
}
function denialWords(denial) {
	const { action, policy, policyArn, explicit, encoded, resource } = denial;
	const role = setupRole(denial.role);
	if (policy === void 0) return undecided(action, encoded);
	const named = policyArn === void 0 ? policy : `${policy} (${policyArn.slice(policyArn.lastIndexOf("/") + 1)})`;
	const fix = explicit ? (DENIED[kindOf(policy)] ?? DENIED.other)(action, policyArn ?? `the ${policy}`) : role !== void 0 && kindOf(policy) === "identity" ? `${setupAdvice(role, action, resource)} The policy is in docs/iam.md#${PLACES[role]}.` : (UNALLOWED[kindOf(policy)] ?? UNALLOWED.other)(action, policy);
	const missing = /identity/i.test(policy) ? `Missing permission: no policy of the role allows ${action}` : `Missing permission: no ${policy} allows ${action}`;
	return {
		code: "aws-denied",
		cause: explicit ? `${action} is denied by ${article(named)}` : missing,
		fix
	};
}
const PLACES = {
	change: "the-role-to-change",
	verify: "the-role-to-verify",
	previews: "the-role-to-change"
};
function placeOf(action) {
	return /:Describe/.test(action) ? PLACES.verify : PLACES.change;
}
function kindOf(policy) {
	if (/identity/i.test(policy)) return "identity";
	if (/service control|resource control/i.test(policy)) return "organization";
	if (/boundary/i.test(policy)) return "boundary";
	if (/session/i.test(policy)) return "session";
	return /endpoint/i.test(policy) ? "endpoint" : "other";
}
const DENIED = {
	identity: (action, policy) => `Remove the Deny of ${action} from ${policy} of the role, or exempt this resource; an Allow does not override it.`,
	organization: (action, policy) => `Ask the administrators of the AWS organization to exempt this role from the Deny of ${action} in ${policy}; nothing in the account overrides it.`,
	boundary: (action, policy) => `Remove the Deny of ${action} from ${policy} of the role.`,
	session: (action, policy) => `Remove the Deny of ${action} from ${policy}, which was passed when the role was assumed (inline-session-policy or managed-session-policies of aws-actions/configure-aws-credentials).`,
	endpoint: (action, policy) => `Remove the Deny of ${action} from ${policy}: the runner reaches AWS through that VPC endpoint.`,
	other: (action, policy) => `Remove the Deny of ${action} from ${policy}.`
};
const UNALLOWED = {
	identity: (action) => `Allow ${action} in the policy of the role (docs/iam.md#${placeOf(action)}).`,
	organization: (action, policy) => `Ask the administrators of the AWS organization to allow ${action} in a ${policy} of the account; the policy of the role can't.`,
	boundary: (action) => `Allow ${action} in the permissions boundary of the role; its own policy alone is not enough.`,
	session: (action) => `Allow ${action} in the session policy that was passed when the role was assumed (inline-session-policy or managed-session-policies of aws-actions/configure-aws-credentials).`,
	endpoint: (action) => `Allow ${action} in the policy of the VPC endpoint through which the runner reaches AWS; the policy of the role can't.`,
	other: (action, policy) => `Allow ${action} in the ${policy}.`
};
const DECODE = "aws sts decode-authorization-message";
function undecided(action, encoded) {
	const place = placeOf(action);
	const decode = `${DECODE} --query DecodedMessage --output text --encoded-message ${encoded}`;
	return {
		code: "aws-denied",
		cause: `AWS denies ${action} and does not say which policy does`,
		fix: encoded === void 0 ? `Look up the denied ${action} in CloudTrail. If no policy of the role allows it, allow it (docs/iam.md#${place}).` : `Run the command in the log, with credentials that allow it: its output names the Deny. If it names none, allow ${action} in the policy of the role (docs/iam.md#${place}).`,
		...encoded === void 0 ? {} : { details: [decode] }
	};
}
function article(noun) {
	return /^[aeio]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

// src/aws/foreign-answers.ts
function isForeignAnswer(error) {
	return error instanceof Error && error.name === "ForeignAnswer";
}
function hostOfError(error) {
	return error instanceof Error && "sentTo" in error && typeof error.sentTo === "string" ? error.sentTo : "";
}
function refuseForeignAnswers(client) {
	const { middlewareStack } = client;
	middlewareStack.add((next) => async (args) => {
		const { hostname = "" } = args.request;
		const result = await next(args).catch((error) => {
			throw sentTo(error, hostname);
		});
		const { statusCode = 0, headers = {} } = result.response ?? {};
		if (headers["x-amzn-requestid"] !== void 0 || /\bxml\b/i.test(headers["content-type"] ?? "")) return result;
		throw sentTo(foreignAnswer({
			statusCode,
			headers
		}), hostname);
	}, {
		step: "deserialize",
		priority: "low",
		name: "refuseForeignAnswers"
	});
	middlewareStack.add((next) => async (args) => {
		try {
			return await next(args);
		} catch (error) {
			if (!(error instanceof Error) || !("$responseBodyText" in error) || !("$response" in error)) throw error;
			const { hostname = "" } = args.request;
			throw sentTo(foreignAnswer(error.$response), hostname);
		}
	}, {
		step: "deserialize",
		priority: "high",
		name: "refuseUnreadableAnswers"
	});
	return client;
}
function foreignAnswer({ statusCode = 0, headers = {} }) {
	const contentType = (0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.t)(headers["content-type"]);
	const told = `HTTP ${statusCode} with ${contentType}, which is not an answer from AWS`;
	const $metadata = { httpStatusCode: statusCode };
	return Object.assign(new Error(told), {
		name: "ForeignAnswer",
		$metadata,
		contentType
	});
}
function sentTo(error, host) {
	if (error instanceof Error && host !== "") Object.assign(error, { sentTo: host });
	return error;
}

// src/aws/refusals.ts
const SENT_AGAIN = /* @__PURE__ */ new Set(["rate", "not-now"]);
const REFUSED_UNSEEN = "RefusedUnseen";
const EC2_ERRORS = "EC2 API reference, Error codes";
const STS_ERRORS = "STS API reference, Common errors";
const TOKEN_REFUSED = [
	"InvalidIdentityToken",
	"InvalidIdentityTokenException",
	"IDPRejectedClaim",
	"IDPRejectedClaimException"
];
const REFUSALS = [
	{
		meaning: "rate",
		codes: [
			...[
				"RequestLimitExceeded",
				"Throttling",
				"ThrottlingException",
				"ThrottledException",
				"EC2ThrottledException"
			],
			...[
				"RequestThrottled",
				"RequestThrottledException",
				"TooManyRequestsException",
				"SlowDown"
			],
			...["BandwidthLimitExceeded", "PriorRequestNotComplete"]
		],
		source: "AWS SDK, throttling error codes; EC2 API request throttling"
	},
	{
		meaning: "not-now",
		codes: [...[
			"Unavailable",
			"ConcurrentTagAccess",
			"IDPCommunicationError",
			"IDPCommunicationErrorException"
		], REFUSED_UNSEEN],
		source: `${EC2_ERRORS}; STS AssumeRoleWithWebIdentity; src/aws/signature-retry.ts`
	},
	{
		meaning: "not-now",
		codes: TOKEN_REFUSED,
		words: /couldn['’]?t retrieve verification key/i,
		source: "aws/aws-cli 7194; aws-actions/configure-aws-credentials 299; awslabs/aws-sdk-rust 827: passes by itself"
	},
	{
		meaning: "thumbprint",
		codes: TOKEN_REFUSED,
		words: /thumbprint/i,
		source: "aws-actions/configure-aws-credentials 357, 579"
	},
	{
		meaning: "provider-missing",
		codes: TOKEN_REFUSED,
		words: /no OpenID ?Connect provider/i,
		source: "aws-actions/configure-aws-credentials 280, 721"
	},
	{
		meaning: "audience",
		codes: TOKEN_REFUSED,
		words: /\baudience\b|\baud\b/i,
		source: "aws-actions/configure-aws-credentials 1309; guardian/cdk 1944"
	},
	{
		meaning: "session-over",
		codes: TOKEN_REFUSED,
		words: /expired|not yet valid|not active|before (the )?(not|expiration)/i,
		source: "STS AssumeRoleWithWebIdentity, Errors (that this code is used for it is inferred)"
	},
	{
		meaning: "claim-missing",
		codes: TOKEN_REFUSED,
		words: /must include|missing .*claim|claim .*missing|required claim/i,
		source: "STS: \"Token must include the sub claim\" (the other words are inferred)"
	},
	{
		meaning: "issuer",
		codes: TOKEN_REFUSED,
		words: /\bissuer\b|\biss\b/i,
		source: "STS AssumeRoleWithWebIdentity (inferred)"
	},
	{
		meaning: "token-invalid",
		codes: TOKEN_REFUSED,
		source: "STS AssumeRoleWithWebIdentity, Errors"
	},
	{
		meaning: "busy",
		codes: ["OperationInProgress"],
		source: "hashicorp/terraform-provider-aws 42875, PR 42884, PR 48364 (ModifyVpcEndpoint; the other calls are inferred)"
	},
	{
		meaning: "busy",
		codes: ["InvalidParameter", "InvalidParameterValue"],
		words: /idempotent operation going on/i,
		source: "mongodb/terraform-provider-mongodbatlas 590"
	},
	{
		meaning: "busy",
		calls: ["ModifyVpcEndpoint", "DeleteVpcEndpoints"],
		codes: ["IncorrectState", "InvalidState"],
		source: `${EC2_ERRORS} (that these calls use them is inferred)`
	},
	{
		meaning: "busy",
		calls: ["ModifyVpcEndpoint", "DeleteVpcEndpoints"],
		codes: ["OperationNotPermitted"],
		words: /state|pending|in progress/i,
		source: `${EC2_ERRORS} (inferred)`
	},
	{
		meaning: "not-accepted",
		calls: ["ModifyVpcEndpoint"],
		words: /private DNS can(not be enabled until| only be enabled after).*accepted/i,
		source: "hashicorp/terraform-provider-aws 7148, PR 37628 (that it passes where both sides are available is inferred)"
	},
	{
		meaning: "outdated",
		calls: ["ModifyVpcEndpoint"],
		codes: ["InvalidParameter", "InvalidParameterValue"],
		words: /not associated/i,
		source: "inferred from EC2’s words for groups and subnets that an endpoint lacks"
	},
	{
		meaning: "outdated",
		calls: ["ModifyVpcEndpoint"],
		codes: ["DuplicateSubnetsInSameZone"],
		source: EC2_ERRORS
	},
	{
		meaning: "endpoint-gone",
		codes: ["InvalidVpcEndpointId.NotFound", "InvalidVpcEndpoint.NotFound"],
		source: `${EC2_ERRORS}; DeleteVpcEndpoints has the second spelling`
	},
	{
		meaning: "group-gone",
		codes: [
			"InvalidGroup.NotFound",
			"InvalidGroupId.NotFound",
			"InvalidSecurityGroupID.NotFound"
		],
		source: EC2_ERRORS
	},
	{
		meaning: "group-exists",
		codes: ["InvalidGroup.Duplicate"],
		source: EC2_ERRORS
	},
	{
		meaning: "rule-exists",
		codes: ["InvalidPermission.Duplicate"],
		source: EC2_ERRORS
	},
	{
		meaning: "rule-gone",
		codes: ["InvalidPermission.NotFound"],
		source: EC2_ERRORS
	},
	{
		meaning: "in-use",
		calls: ["DeleteSecurityGroup"],
		codes: ["DependencyViolation", "InvalidGroup.InUse"],
		source: EC2_ERRORS
	},
	{
		meaning: "token-taken",
		calls: ["CreateVpcEndpoint"],
		codes: ["IdempotentParameterMismatch"],
		source: "EC2 API reference, Ensuring idempotency"
	},
	{
		meaning: "service-unknown",
		calls: ["CreateVpcEndpoint"],
		codes: ["InvalidServiceName"],
		source: EC2_ERRORS
	},
	{
		meaning: "zone-refused",
		words: /does not support the availability zone of the subnet/i,
		source: "hashicorp/terraform-provider-aws 13387"
	},
	{
		meaning: "dns-conflict",
		words: /conflicting DNS domain/i,
		source: "hashicorp/terraform-provider-aws 17535"
	},
	{
		meaning: "dns-name-missing",
		words: /does not provide a private DNS name|has not verified the private DNS name/i,
		source: "AWS PrivateLink guide, Manage DNS names"
	},
	{
		meaning: "vpc-dns-off",
		words: /enableDnsSupport|enableDnsHostnames/i,
		source: "AWS PrivateLink guide, Manage DNS names"
	},
	{
		meaning: "denied",
		codes: [
			"UnauthorizedOperation",
			"AccessDenied",
			"AccessDeniedException"
		],
		source: EC2_ERRORS
	},
	{
		meaning: "session-over",
		codes: [
			"RequestExpired",
			"ExpiredToken",
			"ExpiredTokenException"
		],
		source: STS_ERRORS
	},
	{
		meaning: "bad-credentials",
		codes: [
			"AuthFailure",
			"InvalidClientTokenId",
			"SignatureDoesNotMatch",
			"UnrecognizedClientException"
		],
		source: `${STS_ERRORS}; ${EC2_ERRORS}`
	},
	{
		meaning: "quota",
		codes: [...[
			"VpcEndpointLimitExceeded",
			"SecurityGroupLimitExceeded",
			"RulesPerSecurityGroupLimitExceeded"
		], ...[
			"SecurityGroupsPerInterfaceLimitExceeded",
			"NetworkInterfaceLimitExceeded",
			"ResourceLimitExceeded"
		]],
		source: EC2_ERRORS
	},
	{
		meaning: "subnet-full",
		codes: ["InsufficientFreeAddressesInSubnet"],
		source: EC2_ERRORS
	},
	{
		meaning: "tag-limit",
		codes: ["TagLimitExceeded"],
		source: EC2_ERRORS
	}
];
function refusalMeaning({ code, message }, call = "") {
	const fits = ({ calls, codes, words }) => (calls === void 0 || calls.includes(call)) && (codes === void 0 || codes.some((one) => one.toLowerCase() === code.toLowerCase())) && (words === void 0 || words.test(message));
	return REFUSALS.find(fits)?.meaning;
}

// src/aws/errors.ts
function isAwsRefusal(error) {
	return error instanceof Error && "$metadata" in error && typeof error.$metadata === "object" && error.$metadata !== null;
}
function awsCode(error) {
	if (!isAwsRefusal(error)) return "";
	return "Code" in error && typeof error.Code === "string" ? error.Code : error.name;
}
function hasAwsCode(error, ...codes) {
	const code = awsCode(error).toLowerCase();
	return codes.some((one) => one.toLowerCase() === code);
}
function meaningOf(error, call = "") {
	return isAwsRefusal(error) ? refusalMeaning({
		code: awsCode(error),
		message: error.message
	}, call) : void 0;
}
function reasonOf(error) {
	if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error)) return (error.message.split("\n")[0] ?? "").replace(/\.$/, "");
	if (isForeignAnswer(error)) return `HTTP ${error.$metadata.httpStatusCode}, ${error.contentType}`;
	const problem = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.n)(error);
	return statusOf(error) === void 0 && problem !== void 0 ? problem.words : awsCode(asAnswered(error)) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.r)(error);
}
function asAnswered(error) {
	return isAwsRefusal(error) && error.name === "RefusedUnseen" && error.cause !== void 0 ? error.cause : error;
}
function classifyAwsError(error) {
	if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.i)(error)) return { failure: "final" };
	const meaning = meaningOf(error);
	if (meaning !== void 0 && SENT_AGAIN.has(meaning)) return { failure: "throttled" };
	const status = statusOf(error);
	if (status === 429) return { failure: isForeignAnswer(error) ? "transient" : "throttled" };
	if (status !== void 0 && (status >= 500 || status === 408)) return { failure: "transient" };
	const problem = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.n)(error);
	if (problem !== void 0) return problem;
	if (status !== void 0 && status < 300) return { failure: "transient" };
	return { failure: "final" };
}
function statusOf(error) {
	return isAwsRefusal(error) ? error.$metadata.httpStatusCode : void 0;
}
function awsError(thrown, action, doing) {
	const error = asAnswered(thrown);
	const who = serviceOf(action);
	if (isForeignAnswer(error)) return inBetween(error, who, doing);
	if (!isAwsRefusal(error) || statusOf(error) === void 0) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("aws-unavailable", (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__.t)(error, {
		who,
		doing,
		host: hostOfError(error)
	}), { cause: error });
	const said = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.c)(`${who}, asked to ${doing}`, withoutEncoded(error.message), awsCode(error));
	const { code, ...words } = wordsFor(error, action);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t(code, {
		...words,
		said
	}, { cause: error });
}
function inBetween(error, who, doing) {
	const status = error.$metadata.httpStatusCode;
	const cause = `The answer is not from ${who}: HTTP ${status}, ${error.contentType}`;
	const fix = (0,_foreign_page_js__WEBPACK_IMPORTED_MODULE_1__.n)(status, "Check the proxy, firewall or sign-in page between the runner and AWS, and name the host in NO_PROXY where it needs no proxy.");
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t("aws-unavailable", {
		cause,
		said: `Asked to ${doing} at ${hostOfError(error)}`,
		fix
	}, { cause: error });
}
function wordsFor(error, action) {
	const code = awsCode(error);
	const meaning = meaningOf(error, action.replace(/^\w+:/, ""));
	switch (meaning) {
		case "denied": return denialWords(parseDenial(error.message, action));
		case "session-over":
		case "bad-credentials": return {
			code: "aws-credentials-invalid",
			cause: `AWS does not accept the credentials: ${code}`,
			fix: meaning === "session-over" ? "Set role-to-assume, so that the action renews its session, or request a longer session in the step that signs in. Check the runner's clock." : "Check that they are not expired, belong to this partition and that the clock of the runner is right."
		};
		case "quota": return quotaWords(code, error.message);
		case "subnet-full":
		case "tag-limit":
		case "dns-conflict":
		case "dns-name-missing":
		case "vpc-dns-off": return FIXED[meaning];
	}
	if (meaning === "busy" || classifyAwsError(error).failure !== "final") return {
		code: "aws-unavailable",
		cause: `AWS kept refusing ${action}: ${code}`,
		fix: "Run again later; every run continues from what exists."
	};
	return {
		code: "aws-refused",
		cause: `AWS refused ${action}: ${code}`,
		fix: "Correct what the message names; the troubleshooting page lists the known ones."
	};
}
const QUOTAS = {
	VpcEndpointLimitExceeded: ["Interface VPC endpoints per VPC", "L-29B6F2EB"],
	SecurityGroupLimitExceeded: ["VPC security groups per Region", "L-E79EC296"],
	RulesPerSecurityGroupLimitExceeded: ["Inbound or outbound rules per security group", "L-0EA8095F"]
};
const SHOW_QUOTA = "aws service-quotas get-service-quota --service-code vpc";
function quotaWords(refusal, message) {
	const [name, quota] = QUOTAS[refusal] ?? [];
	const limit = /\b(?:is|of|to|than|limit|maximum|max)\b[:\s(]*(\d{1,6})\b/i.exec(message)?.[1];
	const which = name === void 0 ? `A quota of the AWS account is reached (${refusal})` : `Quota reached: ${name}`;
	return {
		code: "aws-quota",
		cause: limit === void 0 ? which : `${which}; the limit is ${limit}`,
		fix: `Delete what is not needed, or request a higher quota in Service Quotas${quota === void 0 ? "" : ` (Amazon VPC, ${quota})`}.`,
		details: quota === void 0 ? [] : [`To see your limit, run: ${SHOW_QUOTA} --quota-code ${quota} --query Quota.Value`]
	};
}
const FIXED = {
	"subnet-full": {
		code: "subnet-full",
		cause: "A subnet has no free IP address",
		fix: "Name subnets with free addresses in subnet-ids."
	},
	"tag-limit": {
		code: "tag-limit",
		cause: "No more tags fit on the resource",
		fix: "Use endpoint-id (attach only) for further environments; it needs no claims."
	},
	"dns-conflict": {
		code: "dns-conflict",
		cause: "Another endpoint or private hosted zone of the VPC already answers for the private DNS name",
		fix: "Find it with the commands in docs/troubleshooting.md and remove it, or set private-dns: false."
	},
	"dns-name-missing": {
		code: "dns-name-missing",
		cause: "The endpoint service has no private DNS name, or has not verified it",
		fix: "Set private-dns: false and ask Cockroach Labs support about the private DNS name of the service."
	},
	"vpc-dns-off": {
		code: "vpc-dns-off",
		cause: "Private DNS needs enableDnsSupport and enableDnsHostnames, and one of them is off in the VPC",
		fix: "Turn on enableDnsSupport and enableDnsHostnames of the VPC, or set private-dns: false."
	}
};
function serviceOf(action) {
	return action.startsWith("sts:") ? "STS" : "EC2";
}



/***/ })

};
