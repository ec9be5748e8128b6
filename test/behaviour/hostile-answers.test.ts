import { expect } from 'vitest';
import { ERROR_CODES } from '../../src/support/errors.ts';
import { sample } from '../harness/torture.ts';
import { ids } from '../sandbox/index.ts';
import { claimants, SHORT, sharedPath, type User } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, standard } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { JSON_SPOILINGS, type Spoiling, TARGETS, type Target, XML_SPOILINGS } from './hostile-answers.ts';

const isXml = ({ match: { service } }: Target) => service === 'ec2' || service === 'sts';
const rows: { target: Target; spoiling: Spoiling }[] = TARGETS.flatMap((target) =>
  (isXml(target) ? XML_SPOILINGS : JSON_SPOILINGS).map((spoiling) => ({ target, spoiling })),
);

const PULL = { name: 'pull_request', payload: { pull_request: { number: 7 } } };
/** Who may leave the path of a target that is shared, and who may not, whatever is answered. */
const LEAVING: readonly User[] = [{ environment: 'branch:gone', idleHours: 30 }];
const STAYING: readonly User[] = [
  { environment: 'pr:7', idleHours: 30 },
  { environment: 'production', repositoryId: '5', idleHours: 30 },
];
const KNOWN: readonly string[] = ['', ...ERROR_CODES.filter((code) => code !== 'internal')];

// What no run may do at all (hang, end as internal, print a command, show foreign markup) is looked for in every run.
for (const { target, spoiling } of sample(rows, 29)) {
  const { name, match, plan, shared, inputs = {} } = target;
  const world = plan === 'Advanced' ? advanced() : standard();
  behaviour(`${name}: answered with ${spoiling.how}, the run ends in a known way`, world, async (sandbox) => {
    const { world: box, clock, faults } = sandbox;
    const now = clock.now();
    const pull = { number: 7, title: '', body: '', state: 'open' as const, labels: [], user: 'octocat' };
    box.issues.set(7, { ...pull, pullHead: 'change', createdAt: now, updatedAt: now });
    const path = shared && sharedPath(sandbox, [...LEAVING, ...STAYING]);
    let spoilt = 0;
    const rewrite: Spoiling['spoil'] = (answer) => {
      spoilt += 1;
      return answer.status < 300 ? spoiling.spoil(answer) : {};
    };
    faults.add({ match, kind: 'rewrite', rewrite, times: Number.POSITIVE_INFINITY });
    const cluster = plan === 'Advanced' ? ids.advancedCluster : ids.standardCluster;
    const result = await run(sandbox, { cluster, 'timeout-seconds': '60', ...inputs }, { event: PULL, env: SHORT });
    expect(spoilt, result.log).toBeGreaterThan(0);
    expect(KNOWN).toContain(result.outputs['error-code']);
    expect(result.exitCode).toBe(result.outputs['error-code'] === '' ? 0 : 1);
    expect(result.summary.length).toBeLessThan(1_000_000);
    expect(result.log.split('\n').length).toBeLessThan(20_000);
    for (const list of ['connections', 'plan', 'drift', 'trusted-owners'])
      expect(Array.isArray(JSON.parse(result.outputs[list] ?? ''))).toBe(true);
    if (path === undefined) return;
    expect(path.endpoint.state, result.log).toBe('available');
    expect(claimants(path.endpoint)).toEqual(expect.arrayContaining(STAYING.map((one) => one.environment)));
    expect(box.connections(ids.standardCluster).map((one) => one.status)).toEqual(['AVAILABLE']);
  });
}
