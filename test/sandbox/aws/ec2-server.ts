import type { Answer, ServiceDefinition } from '../exchange.ts';
import type { WorldState } from '../world.ts';
import { createBuckets, ec2Limit } from './buckets.ts';
import { identifyForEc2 } from './caller.ts';
import { endpointReads } from './ec2-actions/endpoint-reads.ts';
import { endpointActions } from './ec2-actions/endpoint-writes.ts';
import { groupActions } from './ec2-actions/groups.ts';
import { networkReads } from './ec2-actions/network-reads.ts';
import { ruleActions } from './ec2-actions/rules.ts';
import { tagActions } from './ec2-actions/tags.ts';
import { type Ec2Action, ec2Context } from './ec2-context.ts';
import { AwsError, queryParams, toXml } from './query-protocol.ts';

const NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15/';

/** Amazon EC2, as far as it is about VPC endpoints and what they stand on. */
export function ec2Service(world: WorldState): ServiceDefinition {
  const actions: Record<string, Ec2Action> = {
    ...networkReads,
    ...endpointReads,
    ...endpointActions,
    ...groupActions,
    ...ruleActions,
    ...tagActions,
  };
  const buckets = createBuckets(() => world.now());
  const throttled = { status: 503, code: 'RequestLimitExceeded', message: 'Request limit exceeded.' };
  const error: ServiceDefinition['error'] = ({ status, code, message }) => ({
    status,
    headers: { 'Content-Type': 'text/xml;charset=UTF-8' },
    errorCode: code,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${toXml('Response', {
      Errors: { Error: { Code: code, Message: message } },
      RequestID: world.random.uuid(),
    })}`,
  });
  return {
    service: 'ec2',
    describe: ({ params }) => {
      const action = params.Action ?? 'unknown';
      return { action, mutating: !action.startsWith('Describe') };
    },
    error,
    throttled,
    handle(exchange) {
      const { params } = exchange;
      const name = params.Action ?? '';
      try {
        const caller = identifyForEc2(world, exchange);
        const action = actions[name];
        if (!action) throw new AwsError('InvalidAction', `The action ${name} is not valid for this web service.`);
        if (world.settings.throttle.ec2) {
          const narrow = Object.keys(params).some((key) => /^(Filter|MaxResults|\w+Id\.1)/.test(key));
          const { bucket, ...limit } = ec2Limit(name, narrow, world.settings.throttle.elsewhere);
          if (!buckets.take(`${caller.accountId}/${caller.region}/${bucket}`, limit)) return error(throttled);
        }
        const context = ec2Context({ world, caller, action: name, params: queryParams(params) });
        const { $delaySeconds, $hangs, ...result } = action(context);
        const requestId = world.random.uuid();
        const inner = Object.entries({ requestId, ...result }).map(([key, value]) => toXml(key, value));
        const answer: Answer = {
          status: 200,
          headers: { 'Content-Type': 'text/xml;charset=UTF-8', 'x-amzn-RequestId': requestId },
          body: `<?xml version="1.0" encoding="UTF-8"?>\n<${name}Response xmlns="${NAMESPACE}">${inner.join('')}</${name}Response>`,
        };
        return {
          ...answer,
          ...($delaySeconds ? { delaySeconds: $delaySeconds } : {}),
          ...($hangs ? { hangs: true } : {}),
        };
      } catch (failure) {
        if (!(failure instanceof AwsError)) throw failure;
        return error(failure);
      }
    },
  };
}
