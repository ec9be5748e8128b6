import type { Answer, Exchange, ServiceDefinition } from '../exchange.ts';
import { readToken } from '../oidc-server.ts';
import type { Role } from '../seed.ts';
import type { Account } from '../types.ts';
import type { WorldState } from '../world.ts';
import { type Caller, identify } from './caller.ts';
import { trusts } from './iam.ts';
import { AwsError, globMatch, toXml, type Xml } from './query-protocol.ts';
import { beginSession, isoSeconds } from './sessions.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const DENIED = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';

/** AWS STS: AssumeRoleWithWebIdentity, AssumeRole and GetCallerIdentity. */
export function stsService(world: WorldState): ServiceDefinition {
  const answer = (action: string, result: Xml): Answer => ({
    status: 200,
    headers: { 'Content-Type': 'text/xml' },
    body: `<${action}Response xmlns="${NAMESPACE}">${toXml(`${action}Result`, result)}${toXml('ResponseMetadata', {
      RequestId: world.random.uuid(),
    })}</${action}Response>`,
  });
  const error: ServiceDefinition['error'] = ({ status, code, message }) => ({
    status,
    headers: { 'Content-Type': 'text/xml' },
    errorCode: code,
    body: `<ErrorResponse xmlns="${NAMESPACE}">${toXml('Error', {
      Type: status >= 500 ? 'Receiver' : 'Sender',
      Code: code,
      Message: message,
    })}${toXml('RequestId', world.random.uuid())}</ErrorResponse>`,
  });
  return {
    service: 'sts',
    describe: ({ params }) => ({ action: params.Action ?? 'unknown', mutating: false }),
    error,
    throttled: { status: 400, code: 'Throttling', message: 'Rate exceeded' },
    handle(exchange) {
      try {
        if (exchange.params.Action === 'AssumeRoleWithWebIdentity') {
          return answer('AssumeRoleWithWebIdentity', assumeRole(world, exchange));
        }
        if (exchange.params.Action === 'AssumeRole') {
          return answer('AssumeRole', assumeRoleWithKeys(world, exchange));
        }
        if (exchange.params.Action === 'GetCallerIdentity') {
          const caller = identifyForSts(world, exchange);
          const session = caller.arn.split('/').at(-1);
          return answer('GetCallerIdentity', {
            Arn: caller.arn,
            UserId: `AROA${caller.accountId}:${session}`,
            Account: caller.accountId,
          });
        }
        if (exchange.params.Action === 'DecodeAuthorizationMessage') {
          identifyForSts(world, exchange);
          return answer('DecodeAuthorizationMessage', { DecodedMessage: '{"allowed":false,"explicitDeny":true}' });
        }
        throw new AwsError(
          'InvalidAction',
          `Could not find operation ${exchange.params.Action} for version 2011-06-15`,
        );
      } catch (failure) {
        if (!(failure instanceof AwsError)) throw failure;
        // STS has its own names for what identify() says in EC2's words.
        const skewed = failure.code === 'RequestExpired' && failure.message.includes('Timestamp');
        const expired = failure.code === 'RequestExpired' && !skewed;
        const unknown = failure.code === 'AuthFailure';
        const known = [skewed && 'SignatureDoesNotMatch', expired && 'ExpiredToken', unknown && 'InvalidClientTokenId'];
        const code = known.find((one) => one !== false) ?? failure.code;
        const message = unknown ? 'The security token included in the request is invalid.' : failure.message;
        return error({ status: code === failure.code ? failure.status : 403, code, message });
      }
    },
  };
}

function assumeRole(world: WorldState, exchange: Exchange): Xml {
  const { params } = exchange;
  const { sts } = world.settings;
  if (sts.idpUnreachable > 0) {
    sts.idpUnreachable -= 1;
    throw new AwsError('IDPCommunicationError', "Couldn't retrieve verification key from your identity provider");
  }
  const roleArn = params.RoleArn ?? '';
  const session = params.RoleSessionName ?? '';
  const seconds = Number(params.DurationSeconds ?? 3600);
  const invalid = (message: string) => new AwsError('ValidationError', message);
  if (!/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(roleArn)) throw invalid(`${roleArn} is invalid`);
  if (!/^[\w+=,.@-]{2,64}$/.test(session)) {
    throw invalid(`1 validation error detected: Value '${session}' at 'roleSessionName' failed to satisfy constraint`);
  }
  if (seconds < 900 || seconds > 43200) {
    throw invalid(`1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint`);
  }
  const token = readToken(params.WebIdentityToken ?? '');
  if (!token) throw new AwsError('InvalidIdentityToken', 'The ID Token provided is not a valid JWT.');
  const now = Math.floor(world.now() / 1000);
  if (token.exp <= now) {
    const when = `current date/time ${now} must be before the expiration date/time ${token.exp}`;
    throw new AwsError('ExpiredTokenException', `Token expired: ${when}`);
  }
  const role = world.roles.get(roleArn);
  const account = world.accounts.get(roleArn.split(':')[4] ?? '');
  refuseDisabledRegion(world, regionOfHost(exchange), account?.id ?? '');
  if (!role || !account) throw new AwsError('AccessDenied', DENIED, 403);
  if (!account.oidcAudiences) {
    throw new AwsError('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${token.iss}`);
  }
  if (!account.oidcAudiences.includes(token.aud)) {
    throw new AwsError('InvalidIdentityToken', 'Incorrect token audience');
  }
  const provider = `arn:${account.partition}:iam::${account.id}:oidc-provider/token.actions.githubusercontent.com`;
  const trusted =
    role.trust === null
      ? role.audiences.some((audience) => globMatch(audience, token.aud)) &&
        role.subjects.some((subject) => globMatch(subject, token.sub))
      : trusts(role.trust, provider, token);
  if (!trusted) throw new AwsError('AccessDenied', DENIED, 403);
  if (seconds > role.maxSessionSeconds) {
    throw invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  return answerFor(
    world,
    { role, account, session, seconds },
    {
      SubjectFromWebIdentityToken: token.sub,
      Provider: provider,
      Audience: token.aud,
    },
  );
}

/** AssumeRole: the trust policy of the role names who may. */
function assumeRoleWithKeys(world: WorldState, exchange: Exchange): Xml {
  const caller = identifyForSts(world, exchange);
  const { RoleArn: roleArn = '', RoleSessionName: session = '', DurationSeconds = '3600' } = exchange.params;
  const role = world.roles.get(roleArn);
  const account = world.accounts.get(roleArn.split(':')[4] ?? '');
  if (!role || !account || !role.principals.some((principal) => globMatch(principal, caller.arn))) {
    const words = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
    throw new AwsError('AccessDenied', words, 403);
  }
  return answerFor(world, { role, account, session, seconds: Number(DurationSeconds) }, {});
}

function answerFor(
  world: WorldState,
  { role, account, session, seconds }: { role: Role; account: Account; session: string; seconds: number },
  more: { [name: string]: Xml },
): Xml {
  const arn = `arn:${account.partition}:sts::${account.id}:assumed-role/${role.name}/${session}`;
  const key = beginSession(world, { accountId: account.id, arn, seconds, policies: role.policies });
  return {
    Credentials: {
      AccessKeyId: key.accessKeyId,
      SecretAccessKey: key.secretAccessKey,
      SessionToken: key.sessionToken,
      Expiration: isoSeconds(key.expiresAt),
    },
    AssumedRoleUser: { AssumedRoleId: `AROA${world.random.hex(16).toUpperCase()}:${session}`, Arn: arn },
    ...more,
  };
}

/** Who signed a request to STS. What it says of keys in a region that the account has not enabled is not known: both ways. */
function identifyForSts(world: WorldState, exchange: Exchange): Caller {
  const caller = identify(world, exchange);
  if (world.settings.sts.keysInDisabledRegion === 'region')
    refuseDisabledRegion(world, caller.region, caller.accountId);
  else if (world.accounts.get(caller.accountId)?.disabledRegions.includes(caller.region))
    throw new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
  return caller;
}

/** The region of a request that is not signed: only a host of a region says it. */
function regionOfHost({ headers }: Exchange): string {
  return /^sts\.([a-z0-9-]+)\.amazonaws\./.exec(String(headers.host))?.[1] ?? '';
}

/** A region that the account has not enabled. Source: STS API reference, AssumeRole; turbot/steampipe-plugin-aws 1510. */
function refuseDisabledRegion(world: WorldState, region: string, accountId: string): void {
  if (!world.accounts.get(accountId)?.disabledRegions.includes(region)) return;
  const words = `STS is not activated in this region for account:${accountId}. Your account administrator can activate STS in this region using the IAM Console.`;
  throw new AwsError('RegionDisabledException', words, 403);
}
