// The failing runs of test/recordings, as the sandbox plays them: what a bug report would bring.
import { ids, type Sandbox, type SandboxOptions } from '../sandbox/index.ts';
import { SHORT } from './departures.ts';
import { advanced, standard } from './paths.ts';
import { type RecordedRun, recordedRun } from './recordings.ts';
import { buildPath } from './verify.ts';

export interface RecordedFailure {
  /** Of the file in test/recordings. */
  readonly name: string;
  readonly code: string;
  readonly world: () => SandboxOptions;
  play(box: Sandbox): Promise<RecordedRun>;
}

export const RECORDED_FAILURES: readonly RecordedFailure[] = [
  {
    name: 'denied-endpoint',
    code: 'aws-denied',
    world: () => standard(),
    play(box) {
      const message = `You are not authorized to perform this operation. User: arn:aws:sts::${ids.account}:assumed-role/privatelink-deployer/deploy is not authorized to perform: ec2:CreateVpcEndpoint on resource: arn:aws:ec2:us-east-1:${ids.account}:vpc/${ids.vpc} because no identity-based policy allows the ec2:CreateVpcEndpoint action`;
      const match = { action: 'CreateVpcEndpoint' };
      box.faults.add({ match, kind: 'status', status: 403, code: 'UnauthorizedOperation', message, times: 9 });
      return recordedRun(box);
    },
  },
  {
    name: 'rejected-connection',
    code: 'connection-rejected',
    world: () => ({ rate: 25, ...advanced({ cloud: { untrusted: 'reject' } }) }),
    play(box) {
      box.world.changeCluster(ids.advancedCluster, { trustEnforced: true });
      return recordedRun(box, { cluster: ids.advancedName, environment: 'branch:main' }, { env: SHORT });
    },
  },
  {
    name: 'drift-while-throttled',
    code: 'drift',
    world: () => standard(),
    play(box) {
      const path = buildPath(box);
      box.world.setPrivateDns(path.endpoint, false);
      box.faults.add({ match: { service: 'cloud' }, kind: 'throttle', times: 2, retryAfter: 2 });
      return recordedRun(box, { operation: 'verify' });
    },
  },
];
