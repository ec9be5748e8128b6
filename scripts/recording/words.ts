/**
 * The words that `check` accepts in a recording. The list is not the recorder's file. A word is here because a source
 * below has it; the few that no source has were read one by one, and none of them is a name. Words of the sources that
 * no recording needs are left out, since each word more is one that a name may be. A test holds that no word is missing
 * that the recorder may write, since nobody uses a detector that cries wolf.
 */

/** Names, values and descriptions in the OpenAPI description of the CockroachDB Cloud API, version 2024-09-16. */
const CLOUD = `
  a about accept acceptance accepted access account accounts across actions active add added adding addition address
  admin advanced after all allow allowed allowlist amazon an and any api application applies are arn array as asc
  assigned associated assume assumed at authentication automatic automatically availability available aws az azure
  based basic be bearer been before beginning being blue body boolean bucket builds but by ca caller can cannot
  capacity center central certificate changes character cidr client cloud cluster clusters cmek cockroach
  cockroachdb cockroachlabs code com complete config configure connect connecting connection connections console
  contact contain contains content context cost could count cpus crdb create created creating creation creator
  currently custom customer customers data database date db dedicated default defaultdb delete deleted deleting deny
  deployed desc describes description detail details developer did differ digit disabled disk disruption dns docs
  does doesn duration during each east edit egress email empty enabled encode end endpoint endpoints enterprise
  entries entry enum env err error even example exceeded exist exists expired explicitly export external failed
  false field finalization finalized first folder following follows for form format formatted free from full gateway
  gcp generated get gib given go has have holds host hours html http https id identifier identifiers identify
  identity ids if in inactive included includes indicate indicates info initiate inline instance interface internal
  into invalid iops ip ipv is it items its json key keys known label labels labs last latest least level limit
  limited limits link linux list locked log lookup mac machine maintenance major make making manage managed manual
  mask maximum may memory message method metrics mib might monitor month more most mover must name names needs
  network networking new next no node non none not note num number object of on once one only operation operations
  operator or org organization other otherwise outbound owned owner owners owns page pagination pairs parameters
  params parent passed patch path paths peering pending per perform performed permission permissions plan policies
  policy port possible post preview previous primary principal private privatelink proceed profile progress
  propagating properties property protection protocol provided provider provisioned provisioning public query range
  reached read reduce ref region regions regular reject rejected release remove removed repave represent request
  requesting require required requirements resource resources response responses restore restrict results returned
  role roles rollback root routing running same scale scope second security see semantics server serverless service
  services set setting should show side size so sorted specific specified sql ssl standard state status statuses
  storage string subscription such summary support supported sure system tags target team tenant than that the their
  them then there these they this throttled time title to token traffic true trust trusted type types unexpected
  unique unit unless unspecified until up update updated updating upgrade url urls us usage use used user username
  uses usually uuid valid value values verify version viewer virtual visibility vpc was web well when which will
  windows with within writer www zero zone zones
`;

/** Names of shapes and members, values and descriptions in the models of `@aws-sdk/client-ec2` and `client-sts`. */
const AWS = `
  able above absent accepting accepts accessible acl acls action activate activated addresses adds administrator
  administrators affected again agent aggregate ago alb alive allocation allocations allows alphanumeric already
  also always amazonaws ami among amount another appear applied apply approved april architecture archived aren arns
  ascii asia asked associate association asynchronous attach attached attempt attempting attempts attribute
  attributes aud audience auth authority authorization authorize authorized authorizing azs backing balancer
  bandwidth base basis became because become began begin begins behalf belong belongs below between bits blob block
  blocked blocks both bound branch breaks broken buckets budget bundle busy byte bytes caches call calls cancel
  cancelled captured carries carry case categories category cause caused certificates cgw chain change changed
  changing characters check checked checks choose cidrs claim claims clean clear cli clients clock close closed
  cloudtrail codes collection combination command commands comment commit common communication completed completely
  completing component concurrent condition configuration configured configuring confirm conflict connected
  connectivity connects considered const constraint contained container containing contents continue continues
  control copied copy core correct corresponding costs counts cover covers cpu creates credentials csv current
  customized daily datasets days dead deadline decode decoded defaults define degraded delay deletes deletion denied
  denies depends deprovision deprovisioned deprovisioning depth describe desired destination detach detached
  detaching detected dhcp didn different digits directions disable disassociate disconnect disconnected disconnects
  do doc document domain don double down download drain drop dropped dry dual duplicate dynamic earlier ebs ec ecs
  effect eip either elapsed eligibility eligible else enable enabling encoded encoding ended ends eni enough ensure
  ensuring enter entity environment equal equals errors etc evaluating event ever every everyone everything exact
  exactly exceed exceeding exceeds exception exchange exec exhausted existing exit expected expiration expires
  explicit extends fail failing fails failure fallback fault feature fewer fields file files filter filters final
  find finding findings firewall fits five fix fixed flag follow found friday fulfilled function further future
  gateways gets git github give gives global going graph gre greater group groups guide half hand handle handler
  hash having header healthy help here hidden high higher history home hop hosted hostname hostnames hosts hour how
  href hub iam icmp icmpv idempotency idempotent identified idle idp ignore ignored igw imd immediately impaired
  implicit import inbound include including incomplete incorrect index ingress initial initializing initiated
  inprogress input inside installation instances instead insufficient integration interfaces intermediate interval
  isn iso iss issue issued issuer issues item itself january just jwks jwt keep keeps keyword kms lacks lag language
  large later lead learn leave leaving legacy length less let letters lifecycle like line listed listener listing
  lists load location lock locks logged logging login long longer longest look low lower macos made makes malformed
  manages many map marked marks match matched matches matching max mean meaning mechanism member members membership
  meta metadata mfa min minimum minute minutes mismatch missing mode modification modified modifies modify modifying
  module moment monday monthly mount move moved multiple named namespace nat native nearest need neither nested net
  networks never newly nlb nodes nor normal north notification now null numbers numeric objects observed occurred
  off offer offered often oidc ok old open optimize optional options origin out outpost output outside over overlap
  overlapping overlaps override overrides own ownership owning packets pages pair parameter part partial partially
  particular partition passes passing password past pattern payload pcx peered pem pendingacceptance period permit
  permitted persists place places plain please plus point points pool ports positive prefix prefixes preparing
  present preserve prevent previously price printable prior priority problems process processing product propagate
  provide providers providing proxy publicly push put queried queue quota quotas quotation quoted quotes random
  ranges rate raw rds reach reachable reaches reaching readonly ready reason receive received recent record recover
  recovering recovery refer reference referenced references refers refused regional register registered registration
  rejecting rejects relative released releasing remain remaining remains remote removes repair replace replaced
  replacement replaces replay report reported reports requested requester requests requirement requires reserved
  reset resolve resolved resolver resolves rest restoring restricted result resumed retention retrieve retry
  retryable return returning returns review revoke right rolling route routes rule rules run runs saml sat satisfies
  satisfy saturday scaling schedule scheduled sdk search secondary seconds secret secrets section seen selected
  selects self send sender sends sent separate sequence serial serves session sessions sets settings setup seven
  several severity sg sha shape share shared short shows sign signal signature signed similar simultaneously since
  single site six skip slash sleep sockets some soon source sources space spaces span spec specification specify
  specifying split spread ssh stale standards standby start started starting starts startup statement stay still
  stop stopped stopping store stream strict strings structure sts sub subject submit submitted subnet subnets subset
  succeed succeeded success summaries sun sunday supplied supports surplus suspended sync table tables tag taggable
  tagging tail take taken takes task tcp template temporarily temporary ten terminate terminated terminating text
  tgw those though three throttling through thursday tiering timed timeout timeouts times timestamp tls today
  together tokens too total trail transaction transfer transferred transient transit transition transport
  troubleshooting trusting trusts try tuesday tunnel turn twice two typeof ubuntu udp unable unauthorized
  unavailable unchanged undefined under unhealthy unknown unlimited unlock unlocked unmanaged unsupported unused
  upgraded upper uri usable users using utc utf validate validated validation variable variables various
  verification verified verifying versions very via view visible vpcs vpn wait waiting waits warning way wednesday
  weeks welcome were west what where whether while who whole whose why without words works would write written xml
  yet you your
`;

/** Fields and descriptions of GitHub's REST API, from `@octokit/openapi-types`. */
const GITHUB = `
  actor agents allowing although annotations answer answered answers anything approval approve argument ask async
  august author awaiting bad badge behind bot box branches bullets caution cert cloning closing comments commits
  compare concurrency conflicting conversation correctly credential crypto cursor debug decide decided dependabot
  dependency dependent deploy deployment directly disallow discussions dispatch documentation done downloaded draft
  effects eight elsewhere environments execute executed execution exempt extra feeds fetch fetching few finds
  finished flat forbidden fork forks formed four fragment githubusercontent gone graphql green had handshake head
  headers heads held hello hex hexadecimal hide hmac hold hook identical immutable init inner inputs issuecomment
  job jobs join june kind lease left lets lines loop lost mark markdown marker marking meant mentioned merge
  migrating mtu mutually nacl needed newer newest notes nothing obtain october offline older ones online opened
  others outcome outdated overwritten parse parsing parts paused people performing pipelines planned png poll posted
  precondition predicate premium prev print problem profiles protected proto pull pulls raise ratelimit readable
  reader reading reads rebuilding recreate redirect redirects refs reg registering rel removal removing renamed
  reopened replacing repo repos repositories repository retried reusable revision rewrite row runner series shall
  shown sku something south southeast spelling src step steps subjects suffix suite supporting suspend svc syntax
  tell terraform trial truncated unanswered unarchive unprocessable unread unrecognized unset verbs views violation
  warnings word workflow workspace yaml yourself
`;

/** What this action says: its inputs, codes of errors, kinds of steps and messages, and codes of Node. */
const ACTION = `
  abort aborted absence accident advice agreement alone altname ambient ambiguous amp annotate anyway apos arrive
  article asking asks await awaits away binds blockers boundary bracket break broke came capitalized catch cell
  cells certs channel claimants claimed classify collector concerned confirmed conn counted crt curl cut cuts
  dangling debian decision deflate denial departure deps deserialize detaches diagnostics diagram difference
  disappeared disconnecting dispatchers doing drift eaddrnotavail eai early econnaborted econnrefused econnreset
  ehostunreach eks enetdown enetunreach enoent enotfound enroll epipe eproto escape escaped eservfail essence
  etimedout eusc everybody evidence exp facts fastest fence fences finish finite fit fitted floor flowchart fold
  folded forbids foreign fragmentation gap gave githubstatus goal goaway goes gov guardian hang hangs harmless
  headline hides hpe hundred implicitly inferred inspects instanceof isoe jdbc journal judged kept kinds know knows
  kubernetes lacking late leads leaf leaver libpq localhost locally loopback march math meanwhile mermaid minor
  misnamed mistake mistakes moves negative nine nobody nodata nodejs nonce northeast noun nowhere observe octokit
  omits opening opens ours outcomes outputs overs overwrote parser parsers parted paste pathname patience pgx pick
  picks picture pieces plainly planner plugin pod pods postgre postgres postgresql pr premature previews probe probed
  probes promise promises proved proxies prx psql quick quiescing quot recall reconcile recorder recording redaction
  refusal refusals refuse refuses refusing rejection remembers renew renewed repairable repairs repeating repeats
  requestid requeue rests retag retries retrying rivals room roots rows safe said say says searched sections seems
  sees serving settle settled settling shift shortened sides sigbreak sigint sigterm silence silent skewed slice
  slow socket spans spellings sslfactory sslmode sslrootcert sso stays stray stringify strong subgraph sweep swept
  symbol telling thorough throttles throw thumbprint thumbprints ticks tolerant tried unchecked unclaim unclaimed
  unconfirmed und undici unescaped unfit unmark unproved unreadable unseen untold untrust untrusted userprofile
  usual util verb verbatim verdict void vpce waited walk wall wants wasm wasn whoever wire witness worst writes
  wrong wrote yes zlib
`;

/** In none of these sources: the calendar, short forms, and plain words that were read one by one. */
const OTHERS = `
  abcdefghi alg answering apr assoc audiences aug axios backend bool chars charset clause cleanup conform connector
  connrefused darwin dec december door dopt downgrade draining elb endless endpointset enrolled enrollment entitled
  esp especially expecting faults feb february fri gmt hsm illegal incorrectly installing jan jul july jun knobs
  lesser mar mii mon nov november obsolete oct okay ongoing pausing populate preload prohibited rebooting rebuild
  receiver replication resizing resuming rtb seed sep september sgr sorry teapot thank thanks thousand throttle thu
  timers tomorrow tue typ unfiltered unlocking unrelated unsafe upgrading urlencoded validating violate visit vpces
  warming weak wed xmlns yesterday
`;

/** Whole names of fields, headers and inputs with words that stand nowhere else: they are accepted as names only. */
const FIELDS: ReadonlySet<string> = new Set(
  `
  n ms platform sweep-grace-hours cc-version x-ratelimit-remaining x-ratelimit-reset x-amzn-requestid
  attachment unsuccessful revokedSecurityGroupRuleSet
  instanceTenancy privateDnsPreference mapPublicIpOnLaunch assignIpv6AddressOnCreation sourceDestCheck PackedPolicySize
  ui_dns ui spend_limit performed_via_github_app milestone merged merged_at sort_order
  pagination.sort_order sort direction order bookkeeping …
  `
    .trim()
    .split(/\s+/),
);

const WORDS: ReadonlySet<string> = new Set([CLOUD, AWS, GITHUB, ACTION, OTHERS].join(' ').trim().split(/\s+/));

/** Parts of a name in capitals and small letters, such as `vpcEndpointId`. */
const PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/** True for a word of the list, in small letters, in capitals or with one in front, and for several of them in one name. */
export function isWord(run: string): boolean {
  if (/^(?:[a-z]+|[A-Z][a-z]+|[A-Z]+s?)$/.test(run) && WORDS.has(run.toLowerCase())) return true;
  const parts = run.match(PARTS) ?? [];
  return (
    parts.length < 10 &&
    parts.every((part, at) =>
      /^\d/.test(part) ? at > 0 && part.length <= 3 : part.length > 1 && WORDS.has(part.toLowerCase()),
    )
  );
}

/** True for a name that only a field has. */
export function isFieldName(name: string): boolean {
  return FIELDS.has(name);
}

/** All words, for the test that compares them with what the recorder writes. */
export const knownWords = (): ReadonlySet<string> => WORDS;
