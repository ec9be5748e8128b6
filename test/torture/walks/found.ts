import { ids } from '../../sandbox/index.ts';
import { LAG_MS } from '../in-memory/bench.ts';
import type { Act, RunAct, Walk } from './walk.ts';

const { standardCluster: one, secondStandardCluster: other, advancedCluster: advanced } = ids;
const lag = LAG_MS / 1000;
const LATE: Walk['settings'] = {
  stale: {
    mode: 'max',
    seconds: { endpoint: lag, group: lag, rule: lag, connection: lag, cloudService: lag },
  },
};

function ensure(...clusters: string[]): RunAct {
  return { operation: 'ensure', environment: 'main', clusters, wish: {} };
}

function runs(...all: RunAct[]): Act {
  return { kind: 'runs', runs: all };
}

function hand(what: string, at = 0): Act {
  return { kind: 'hand', hand: { what, at } };
}

function walk(given: Pick<Walk, 'acts'> & Partial<Walk>): Walk {
  const end = { environment: 'main', clusters: [one], named: false };
  return { plans: 'standard', settings: {}, end, seed: 0, ...given };
}

/** Walks that ended badly once, in the fewest steps, by what was wrong. */
export const FOUND: readonly { readonly what: string; readonly walk: Walk }[] = [
  {
    what: 'a group of ours stayed for ever beside an endpoint of a stranger for the same service',
    walk: walk({ settings: LATE, acts: [hand('make an endpoint without private DNS'), runs(ensure(one))] }),
  },
  {
    what: 'a rejected endpoint that serves nobody was kept for the claims on it',
    walk: walk({
      acts: [
        runs(ensure(one)),
        {
          kind: 'runs',
          runs: [ensure(other)],
          hand: { act: { what: 'reject a connection', at: 3 }, afterMs: 2_279 },
        },
      ],
      end: { environment: 'branch:b', clusters: [one], named: false },
      seed: 177_869,
    }),
  },
  {
    what: 'a subnet that another run had just added was refused as the second of its zone',
    walk: walk({
      plans: 'both',
      settings: LATE,
      acts: [
        runs(
          { ...ensure(advanced), wish: { 'subnet-ids': ids.subnets.slice(0, 2).join(',') } },
          ensure(advanced),
          ensure(advanced),
        ),
        runs(ensure(advanced)),
      ],
      end: { environment: 'main', clusters: [advanced], named: false },
      seed: 301_094,
    }),
  },
  {
    what: 'an endpoint that expired while its private DNS was turned on kept the name from its replacement',
    walk: walk({
      settings: { stale: { mode: 'max', seconds: { group: lag } } },
      acts: [
        { kind: 'runs', runs: [ensure(one)], hand: { act: { what: 'let an endpoint expire', at: 0 }, afterMs: 2_553 } },
      ],
    }),
  },
  {
    what: 'a cluster was to be connected to an endpoint that a late read still showed',
    walk: walk({
      settings: LATE,
      acts: [runs(ensure(one)), hand('delete an endpoint'), runs(ensure(one, other), ensure(one))],
    }),
  },
  {
    what: 'a run that froze after one refusal took the next, of another change, for one that lasts',
    walk: walk({
      settings: {
        ...LATE,
        ec2: { modifyWhileNotAvailable: 'accept' },
        cloud: { standardAccept: 'at-creation', stale: false },
      },
      acts: [
        {
          kind: 'runs',
          runs: [
            {
              ...ensure(one),
              environment: 'branch:b',
              wish: { 'subnet-ids': ids.subnets.slice(0, 2).join(',') },
              trouble: { at: 1, writes: false, how: 'lose', when: 'before', ms: 20_000 },
            },
          ],
        },
        runs(
          { ...ensure(one), environment: 'branch:b', wish: { 'private-dns': 'false' } },
          {
            ...ensure(one),
            environment: 'branch:b',
            wish: { 'private-dns': 'false' },
            trouble: { at: 10, writes: false, how: 'freeze', when: 'before', ms: 20_000 },
          },
          ensure(one),
        ),
      ],
    }),
  },
  {
    what: 'the sandbox brought a removed connection back that a late read still showed',
    walk: walk({
      settings: { ...LATE, cloud: { standardAccept: 'at-creation', stale: false } },
      acts: [hand('have the next connection fail')],
      end: { environment: 'main', clusters: [other], named: true },
      seed: 75_106,
    }),
  },
  {
    what: 'a security group that was deleted by hand was attached again and again',
    walk: walk({
      settings: { ...LATE, cloud: { standardAccept: 'at-creation', stale: false } },
      acts: [
        {
          kind: 'runs',
          runs: [{ ...ensure(one), trouble: { at: 1, writes: false, how: 'lose', when: 'before', ms: 20_000 } }],
        },
        hand('make an endpoint vanish'),
        {
          kind: 'runs',
          runs: [
            { ...ensure(one), trouble: { at: 1, writes: false, how: 'freeze', when: 'before', ms: 20_000 } },
            ensure(one, other),
          ],
          hand: { act: { what: 'delete a group that nothing uses', at: 0 }, afterMs: 0 },
        },
        runs(ensure(one)),
      ],
    }),
  },
];
