import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import {
  expectDeparted,
  fill,
  leave,
  SHORT,
  sharedPath,
  sweepRun,
  sweptRows,
  type User,
} from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { plain } from '../support/owners.ts';
import { errorLine, expectFailure, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';
import { toldSwept } from '../support/told-steps.ts';

const MINE: User = { environment: 'pr:41' };
const OWN = ['branch:gone', 'staging'].map((environment): User => ({ environment, idleHours: 30 }));
/** Claims of two repositories of this server and of one of another, by names that nothing else has. */
const FOREIGN: readonly User[] = [
  { environment: 'zebra-payroll', repositoryId: '700000055', idleHours: 30 },
  { environment: 'branch:zebra/unannounced', repositoryId: '700000055', idleHours: 300 },
  { environment: 'pr:zebra', repositoryId: '700000055', idleHours: 300, cluster: ids.secondStandardCluster },
  { environment: 'branch:quokka', repositoryId: '700000066', idleHours: 3000 },
  // The number of this repository, at another server.
  { environment: 'walrus-merger', serverUrl: 'https://github.zoo.example', idleHours: 300 },
];
const NAMES = /zebra|quokka|walrus/i;

/** The tag of a claim whose value another tool has written: the fields of a claim with no number of a repository. */
const GARBLED = { 'cockroachdb-privatelink/claim/beef': 'v1 repo=zoo/zebra on=x used=soon name=zebra' };

const number = 41;
const world = () => standard({}, (seed) => seed.pulls.push({ number, state: 'open', head: 'feature' }));
const event = {
  name: 'pull_request',
  payload: { pull_request: { number, head: { repo: { full_name: ids.repository } } } },
};

/** All that a run left where people without access to the other repository may read it. */
function publicText(box: Sandbox, { stdout, stderr, summary, outputs }: RunResult): string {
  const { issues, comments } = box.world;
  const posted = [...issues.values(), ...comments.values()].map((one) => JSON.stringify(one));
  return [stdout, stderr, summary, JSON.stringify(outputs), ...posted].join('\n');
}

type Play = (box: Sandbox, inputs: Record<string, string>, options: object) => Promise<RunResult>;
const everyone = (box: Sandbox) => sharedPath(box, [MINE, ...OWN, ...FOREIGN]);

/** What `ensure` may not take away while others use the endpoint. */
const LESS = {
  'allowed-cidrs': '10.20.1.0/24',
  'subnet-ids': ids.subnets.slice(0, 2).join(),
  'private-dns': 'false',
};

const ensure: Play = (box, inputs, options) => run(box, { environment: 'pr:41', comment: 'true', ...inputs }, options);
const verify: Play = (box, inputs, options) =>
  ensure(box, { operation: 'verify', 'drift-issue': 'true', ...inputs }, options);
const remove: Play = (box, inputs, options) =>
  leave(box, 'pr:41', { inputs: { comment: 'true', ...inputs }, ...options });
const sweep: Play = (box, inputs, options) => sweepRun(box, { inputs, ...options });

/** Each operation in each situation in which it has something to say of those who share the endpoint. */
const ROWS: readonly [string, Play, Record<string, string>, ((box: Sandbox, endpointId: string) => void)?][] = [
  ['ensure, the same settings', ensure, {}],
  ['ensure, less of everything', ensure, LESS],
  ['ensure, other groups', ensure, { 'security-group-ids': 'sg-of-mine' }],
  ['ensure, a further environment', ensure, { environment: 'branch:next' }],
  ['ensure, no room for a further claim', ensure, { environment: 'branch:next' }, (box, id) => fillUp(box, id)],
  ['ensure, in place of an endpoint that failed', ensure, {}, (box, id) => box.world.endEndpoint(id, 'failed')],
  ['ensure, by endpoint-id', ensure, { 'endpoint-id': 'it' }],
  ['verify, the same settings', verify, {}],
  ['verify, less of everything', verify, LESS],
  ['verify, an endpoint that failed', verify, {}, (box, id) => box.world.endEndpoint(id, 'failed')],
  ['verify, for a cluster of another service', verify, { cluster: ids.advancedCluster }],
  ['delete, others use it', remove, {}],
  ['delete, of one cluster', remove, { cluster: ids.standardName }],
  ['delete, an environment without claims', remove, { environment: 'branch:nobody' }],
  ['delete, no room for a mark', remove, {}, (box, id) => fillUp(box, id)],
  ['delete, by endpoint-id', remove, { 'endpoint-id': 'it', cluster: ids.standardCluster, environment: '' }],
  ['sweep', sweep, {}],
  ['sweep, no room for a mark', sweep, {}, (box, id) => fillUp(box, id)],
  [
    'sweep, where the deletion of a claim fails',
    sweep,
    {},
    (box) => box.faults.add({ match: { action: 'DeleteTags' }, kind: 'status', status: 400, times: 99 }),
  ],
];

function fillUp(box: Sandbox, id: string): void {
  const endpoint = box.world.endpoint(id);
  if (endpoint !== undefined) fill(box, endpoint);
}

describe('no environment of another repository is named anywhere', () => {
  for (const [what, play, inputs, spoil] of ROWS) {
    for (const dryRun of play === verify ? ['false'] : ['false', 'true']) {
      behaviour(`${what}${dryRun === 'true' ? ', as a dry run' : ''}`, world(), async (box) => {
        const { endpoint } = everyone(box);
        box.world.setTags(endpoint.id, GARBLED);
        spoil?.(box, endpoint.id);
        const group = box.world.createGroup({ vpcId: ids.vpc, name: 'mine' });
        const given = Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [
            name,
            value.replace('sg-of-mine', group.id).replace(/^it$/, endpoint.id),
          ]),
        );
        const result = await play(
          box,
          { ...given, 'dry-run': dryRun },
          { env: { ...SHORT, RUNNER_DEBUG: '1' }, event, forgiving: true },
        );
        expect(result.exitCode, result.log).not.toBeNull();
        expect(result.outputs['error-code'], result.log).not.toBe('input-invalid');
        const leaks = publicText(box, result)
          .split('\n')
          .filter((line) => NAMES.test(line));
        expect(leaks).toEqual([]);
      });
    }
  }
});

/** A day that a claim of so many hours ago shows. */
const day = (box: Sandbox, hoursAgo: number) =>
  new Date(box.clock.now() - hoursAgo * 3_600_000 - 1_000).toISOString().slice(0, 10);
const [PAYROLL, UNANNOUNCED, , QUOKKA, WALRUS] = FOREIGN as [User, User, User, User, User];
const COST = 'about $21.90 a month';

describe('a claim of another repository', () => {
  // Who else claims the endpoint that pr:41 uses; then what `sweep` says of each, and what `delete` says of the endpoint.
  const rows: {
    users: readonly User[];
    tags?: Record<string, string>;
    swept(box: Sandbox): Record<string, string>;
    left(box: Sandbox): readonly string[];
  }[] = [
    {
      // One repository with two environments: one row, and the later of the two uses.
      users: [PAYROLL, UNANNOUNCED],
      swept: (box) => ({ 'repository ID 700000055': `another repository; last used ${day(box, 30)}; ${COST}` }),
      left: (box) => [`claimed by repository ID 700000055, last used ${day(box, 30)}, ${COST}`],
    },
    {
      users: [PAYROLL, QUOKKA],
      swept: (box) => ({
        'repository ID 700000055': `another repository; last used ${day(box, 30)}; ${COST}`,
        'repository ID 700000066': `another repository; last used ${day(box, 3000)}; ${COST}`,
      }),
      left: (box) => [
        `still used by 2 other repositories, ${COST}`,
        `- repository ID 700000055, last used ${day(box, 30)}`,
        `- repository ID 700000066, last used ${day(box, 3000)}`,
      ],
    },
    {
      // The same number at two servers is two repositories.
      users: [WALRUS],
      swept: (box) => ({
        [`repository ID ${ids.repositoryId} of another GitHub server`]: `another repository; last used ${day(box, 300)}; ${COST}`,
      }),
      left: (box) => [
        `claimed by repository ID ${ids.repositoryId} of another GitHub server, last used ${day(box, 300)}, ${COST}`,
      ],
    },
    {
      // Nobody can tell whose it is: it is counted as what it is, and its text is not shown.
      users: [],
      tags: GARBLED,
      swept: () => ({ 'an unreadable claim': `its tag names no repository; last use unknown; ${COST}` }),
      left: () => [`claimed by an unreadable claim, last use unknown, ${COST}`],
    },
    {
      // This repository's own environment is named, as ever.
      users: [{ environment: 'staging' }, PAYROLL],
      swept: (box) => ({
        staging: 'a named environment, which sweep never removes',
        'repository ID 700000055': `another repository; last used ${day(box, 30)}; ${COST}`,
      }),
      left: (box) => [
        `still used by staging and 1 other repository, ${COST}`,
        `- repository ID 700000055, last used ${day(box, 30)}`,
      ],
    },
    {
      users: [{ environment: 'staging' }, { environment: 'branch:main' }, PAYROLL, QUOKKA],
      tags: GARBLED,
      swept: (box) => ({
        staging: 'a named environment, which sweep never removes',
        'branch:main': 'its branch exists',
        'repository ID 700000055': `another repository; last used ${day(box, 30)}; ${COST}`,
        'repository ID 700000066': `another repository; last used ${day(box, 3000)}; ${COST}`,
        'an unreadable claim': `its tag names no repository; last use unknown; ${COST}`,
      }),
      left: (box) => [
        `still used by 2 environments, 2 other repositories and 1 unreadable claim, ${COST}`,
        `- repository ID 700000055, last used ${day(box, 30)}`,
        `- repository ID 700000066, last used ${day(box, 3000)}`,
        '- an unreadable claim, last use unknown',
        'Environments of this repository:',
        '- branch:main',
        '- staging',
      ],
    },
  ];
  for (const { users, tags = {}, swept, left } of rows) {
    const who = [...users.map((one) => one.environment), ...Object.values(tags)].join(', ');
    behaviour(`is a row of sweep without its environments: ${who}`, world(), async (box) => {
      const { endpoint } = sharedPath(box, [MINE, ...users]);
      box.world.setTags(endpoint.id, tags);
      const result = await sweepRun(box);
      expectDeparted(result, 'absent');
      const { 'pr:41': mine, ...rest } = sweptRows(result);
      expect(mine?.outcome).toBe('kept');
      expect(Object.fromEntries(Object.values(rest).map((row) => [row.what, row.why]))).toEqual(swept(box));
      expect(Object.values(rest).map((row) => [row.outcome, row.resource])).toEqual(
        Object.values(rest).map(() => ['kept', endpoint.id]),
      );
      for (const [what, why] of Object.entries(swept(box))) {
        expect(toldSwept(result.log, endpoint.id)).toContainEqual({ outcome: 'kept', why: `${what}: ${why}` });
        expect(plain(result.summary)).toContain(`| – kept | ${what} |`);
        expect(plain(result.summary)).toContain(`| ${why} |`);
      }
    });

    behaviour(`is why the endpoint stays after delete: ${who}`, world(), async (box) => {
      const { endpoint } = sharedPath(box, [MINE, ...users]);
      box.world.setTags(endpoint.id, tags);
      const result = await leave(box, 'pr:41');
      expectDeparted(result, 'deleted');
      const lines = result.log.split('\n');
      const [first = '', ...more] = left(box);
      const at = lines.indexOf(`Remaining: VPC endpoint ${endpoint.id}, ${first}`);
      expect(at, result.log).toBeGreaterThan(0);
      expect(lines.slice(at + 1, at + 1 + more.length)).toEqual(more);
      // The summary has the repositories too, and no list of environments.
      const summary = plain(result.summary);
      for (const line of more.filter((one) => one.includes('repository ID'))) expect(summary).toContain(line);
      if (more.includes('- staging')) expect(summary).not.toContain('staging');
    });
  }
});

describe('environments of this repository', () => {
  const many = Array.from({ length: 12 }, (_, at): User => ({ environment: `team-${String(at + 10)}` }));

  behaviour('are counted, and listed in the log alone, at most ten', world(), async (box) => {
    sharedPath(box, [MINE, ...many, PAYROLL]);
    for (const play of [ensure, verify]) {
      const result = await play(box, LESS, { env: SHORT, event, forgiving: true });
      const lines = result.log.split('\n');
      const at = lines.indexOf('Environments of this repository:');
      expect(lines.slice(at + 1, at + 12)).toEqual([
        ...many.slice(0, 10).map((one) => `- ${one.environment}`),
        '- and 2 more',
      ]);
      // Two settings stay for the same users, who are listed once.
      expect(
        lines.filter(
          (line) =>
            line.startsWith('Note: ') &&
            line.includes('while 12 environments and 1 other repository use the endpoint too'),
        ),
      ).toHaveLength(2);
      expect(lines.filter((line) => line === '- team-10')).toHaveLength(1);
      const { issues, comments } = box.world;
      const elsewhere = [
        result.summary,
        result.outputs,
        result.annotations,
        [...issues.values()],
        [...comments.values()],
      ];
      expect(JSON.stringify(elsewhere)).not.toContain('team-');
    }
  });

  behaviour('that use a cluster keep delete with endpoint-id from cutting it', world(), async (box) => {
    const { endpoint } = sharedPath(box, [...many.slice(0, 2), PAYROLL]);
    const inputs = { 'endpoint-id': endpoint.id, cluster: ids.standardCluster, environment: '' };
    const result = await leave(box, 'pr:41', { inputs });
    expectFailure(result, 'endpoint-claimed');
    expect(errorLine(result)).toMatch(
      `Cluster ${ids.standardName} is in use through ${endpoint.id}, claimed by 2 environments and 1 other repository`,
    );
    expect(result.log).toContain('Environments of this repository:\n- team-10\n- team-11\n');
    expect(JSON.stringify([result.summary, result.outputs, result.annotations])).not.toContain('team-');
    expect(mutations(result)).toEqual([]);
  });
});
