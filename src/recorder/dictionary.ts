/**
 * The words that a recording may hold: those of the messages, codes, states and field names of AWS, CockroachDB Cloud
 * and GitHub, and the plain English between them. Names that people give are not among them.
 */
export const DICTIONARY: ReadonlySet<string> = new Set(
  `
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
postgres postgresql precondition predicate prefix prefixes preload premature premium preparing present preserve prev
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
`.split(/\s+/),
);
