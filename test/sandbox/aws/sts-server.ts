import type { Answer, Exchange, ServiceDefinition } from '../exchange.ts';
import { readToken } from '../oidc-server.ts';
import type { WorldState } from '../world.ts';
import { identify } from './caller.ts';
import { AwsError, globMatch, toXml, type Xml } from './query-protocol.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const DENIED = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';

/** AWS STS: AssumeRoleWithWebIdentity and GetCallerIdentity. */
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
        if (exchange.params.Action === 'GetCallerIdentity') {
          const caller = identify(world, exchange);
          const session = caller.arn.split('/').at(-1);
          return answer('GetCallerIdentity', {
            Arn: caller.arn,
            UserId: `AROA${caller.accountId}:${session}`,
            Account: caller.accountId,
          });
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

function assumeRole(world: WorldState, { params }: Exchange): Xml {
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
  if (!role || !account) throw new AwsError('AccessDenied', DENIED, 403);
  if (!account.oidcAudiences) {
    throw new AwsError('InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${token.iss}`);
  }
  if (!account.oidcAudiences.includes(token.aud)) {
    throw new AwsError('InvalidIdentityToken', 'Incorrect token audience');
  }
  const trusted =
    role.audiences.some((audience) => globMatch(audience, token.aud)) &&
    role.subjects.some((subject) => globMatch(subject, token.sub));
  if (!trusted) throw new AwsError('AccessDenied', DENIED, 403);
  if (seconds > role.maxSessionSeconds) {
    throw invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  const accessKeyId = `ASIA${world.random.hex(16).toUpperCase()}`;
  const secretAccessKey = Buffer.from(world.random.hex(30)).toString('base64');
  const sessionToken = Buffer.from(`session/${world.random.hex(180)}`).toString('base64');
  const expiresAt = world.now() + seconds * 1000;
  const arn = `arn:${account.partition}:sts::${account.id}:assumed-role/${role.name}/${session}`;
  const key = { accessKeyId, secretAccessKey, sessionToken, accountId: account.id, arn, expiresAt };
  const validFrom = world.now() + sts.freshKeySeconds * 1000;
  world.accessKeys.set(accessKeyId, { ...key, validFrom, policies: role.policies });
  world.secrets.add(secretAccessKey).add(sessionToken);
  world.secretHomes.set(secretAccessKey, 'nowhere').set(sessionToken, 'aws x-amz-security-token');
  return {
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: new Date(expiresAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    },
    SubjectFromWebIdentityToken: token.sub,
    AssumedRoleUser: { AssumedRoleId: `AROA${world.random.hex(16).toUpperCase()}:${session}`, Arn: arn },
    Provider: `arn:${account.partition}:iam::${account.id}:oidc-provider/token.actions.githubusercontent.com`,
    Audience: token.aud,
  };
}
