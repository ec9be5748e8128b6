import type { Exchange } from '../exchange.ts';
import type { WorldState } from '../world.ts';
import type { PolicyDocument } from './iam.ts';
import { AwsError } from './query-protocol.ts';

/** Who signed a request, and for which region. */
export interface Caller {
  accountId: string;
  arn: string;
  partition: string;
  region: string;
  policies: PolicyDocument[] | null;
}

const single = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '');

/** Checks the signature's shape, its date, its key and its session token. Source: EC2 API common errors. */
export function identify(world: WorldState, { headers, policies }: Pick<Exchange, 'headers' | 'policies'>): Caller {
  const authorization = single(headers.authorization);
  if (!authorization) throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, keyId = '', day = '', region = ''] = match ?? [];
  const date = single(headers['x-amz-date']);
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!match || !parts || !date.startsWith(day)) {
    throw new AwsError('IncompleteSignature', 'The request signature does not conform to AWS standards', 403);
  }
  const [, year, month, dayOfMonth, hour, minute, second] = parts.map(Number);
  const signedAt = Date.UTC(year ?? 0, (month ?? 1) - 1, dayOfMonth ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
  if (Math.abs(signedAt - world.now()) > world.settings.sts.maxClockSkewSeconds * 1000) {
    throw new AwsError('RequestExpired', `Request has expired. Timestamp date is ${date}`, 400);
  }
  const key = world.accessKeys.get(keyId);
  if (!key || key.validFrom > world.now()) {
    throw new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);
  }
  const token = single(headers['x-amz-security-token']);
  if ((key.sessionToken ?? '') !== token) {
    throw new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);
  }
  if (key.expiresAt !== null && key.expiresAt <= world.now()) {
    throw new AwsError('RequestExpired', 'Request has expired.', 400);
  }
  const account = world.accounts.get(key.accountId);
  return {
    accountId: key.accountId,
    arn: key.arn,
    partition: account?.partition ?? 'aws',
    region,
    policies: key.policies ?? world.settings.iam.policies ?? policies,
  };
}

/**
 * Who signed a request to EC2. In a region that the account has not enabled, EC2 says the same as of a key that it does not
 * know: turbot/steampipe-plugin-aws 75, fog/fog-aws 585.
 */
export function identifyForEc2(world: WorldState, exchange: Pick<Exchange, 'headers' | 'policies'>): Caller {
  const caller = identify(world, exchange);
  if (!world.accounts.get(caller.accountId)?.disabledRegions.includes(caller.region)) return caller;
  throw new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);
}
