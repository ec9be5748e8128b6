import { claimKey } from '../../src/reconcile/model/claims.ts';
import type { RunOptions } from '../harness/run-action.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { createRandom } from '../sandbox/random.ts';
import type { Endpoint } from '../sandbox/types.ts';
import { run } from '../support/run.ts';

/** How a show of branches goes. */
export interface Rules {
  seed: number;
  branches: number;
  /** Processes of the action at the same time. */
  atOnce: number;
  /** Of all runs, the part that is killed at a random change. */
  killed: number;
  env: Record<string, string>;
}

/** What a show came to, as it is printed. */
export interface Numbers {
  seed: number;
  branches: number;
  runs: number;
  kills: number;
  /** Looks at the paths of all branches that were open. */
  looks: number;
  /** Branches that were open, summed over all looks. */
  paths: number;
  /** Most branches that were open at once. */
  mostOpen: number;
  /** Of these paths, those that were whole while EC2 made a change to their endpoint: it is then shown as pending, and serves. */
  changing: number;
  /** Endpoints whose creation was answered: one for each time that the first branch came, unless its run was killed at it. */
  endpoints: number;
  violations: string[];
  seconds: number;
}

interface Branch {
  name: string;
  cluster: string;
  state: 'new' | 'opening' | 'open' | 'closing' | 'closed';
}

/** A run that joins or leaves others makes no more; the first and the last make up to six. */
const CHANGES_OF_A_RUN = 3;

/**
 * Opens and closes branches on one shared endpoint in random order (a seed gives the same choices, as far as time allows), several processes at once, some of them killed and
 * started again. Looks at the path of every open branch before and after each request that anybody makes.
 * @throws where a run that was not killed does not end well
 */
export async function playBranches(box: Sandbox, rules: Rules): Promise<Numbers> {
  const random = createRandom(rules.seed);
  const began = performance.now();
  const numbers: Numbers = {
    seed: rules.seed,
    branches: rules.branches,
    runs: 0,
    kills: 0,
    looks: 0,
    paths: 0,
    mostOpen: 0,
    changing: 0,
    endpoints: 0,
    violations: [],
    seconds: 0,
  };
  const branches = Array.from({ length: rules.branches }, (_, index): Branch => {
    const cluster = random.next() < 0.7 ? ids.standardCluster : ids.secondStandardCluster;
    return { name: `branch:b${index}`, cluster, state: 'new' };
  });

  const look = () => {
    const open = branches.filter((branch) => branch.state === 'open');
    numbers.looks += 1;
    numbers.paths += open.length;
    numbers.mostOpen = Math.max(numbers.mostOpen, open.length);
    for (const branch of open) {
      const missing = missingOf(box, branch);
      if (missing === 'changing') numbers.changing += 1;
      else if (missing !== '')
        numbers.violations.push(`${branch.name} at ${new Date(box.clock.now()).toISOString()}: ${missing}`);
    }
  };
  const stopLooking = box.onRequest(() => {
    look();
    return undefined;
  });
  const timer = setInterval(look, 20);

  /** Runs until it ends by itself; a run that was killed is started again, as a workflow is. */
  async function untilDone(branch: Branch, operation: 'ensure' | 'delete'): Promise<void> {
    for (;;) {
      const kill: RunOptions['killAtRequest'] = {
        n: 1 + Math.floor(random.next() * CHANGES_OF_A_RUN),
        when: random.next() < 0.5 ? 'before' : 'after',
        mutatingOnly: true,
      };
      const options = random.next() < rules.killed ? { killAtRequest: kill } : {};
      const cluster = operation === 'ensure' ? branch.cluster : '';
      numbers.runs += 1;
      const result = await run(box, { operation, environment: branch.name, cluster }, { env: rules.env, ...options });
      if (result.signal === 'SIGKILL' && !result.timedOut) numbers.kills += 1;
      else if (result.exitCode === 0) return;
      else
        throw new Error(`${operation} of ${branch.name}, seed ${rules.seed}: exit ${result.exitCode}\n${result.log}`);
    }
  }

  async function worker(): Promise<void> {
    for (;;) {
      const left = branches.filter((one) => one.state !== 'closed');
      if (left.length === 0) return;
      const fresh = left.filter((one) => one.state === 'new');
      const able = fresh.length > 0 && random.next() < 0.65 ? fresh : left.filter((one) => one.state === 'open');
      const branch = able[Math.floor(random.next() * able.length)];
      if (branch === undefined) {
        await box.clock.sleep(1_000);
        continue;
      }
      if (branch.state === 'new') {
        branch.state = 'opening';
        await untilDone(branch, 'ensure');
        branch.state = 'open';
      } else {
        branch.state = 'closing';
        await untilDone(branch, 'delete');
        branch.state = 'closed';
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: rules.atOnce }, worker));
  } finally {
    clearInterval(timer);
    stopLooking();
  }
  const answers = box.requests.filter((one) => one.action === 'CreateVpcEndpoint' && one.status === 200);
  numbers.endpoints = new Set(answers.map((one) => one.params['ClientToken'])).size;
  numbers.seconds = Math.round((performance.now() - began) / 1000);
  return numbers;
}

/** What a branch lacks of its path: '' where it has all of it, `changing` where its endpoint is being changed meanwhile. */
function missingOf(box: Sandbox, { name, cluster }: Branch): string {
  const { tables } = box.world;
  const owner = { serverUrl: 'https://github.com', repositoryId: ids.repositoryId, environment: name };
  const key = claimKey(owner, cluster);
  const claimed = [...tables.endpoint.values()].filter((one) => one.tags[key] !== undefined);
  const endpoint = claimed.find((one) => one.state === 'available') ?? claimed.find(isChanging);
  if (endpoint === undefined)
    return `no endpoint with its claim serves (${claimed.map((one) => one.state).join() || 'none'})`;
  if (!endpoint.privateDnsEnabled) return 'private DNS is off';
  if (![...tables.group.values()].some((group) => endpoint.groupIds.includes(group.id))) return 'no group';
  const connection = tables.connection.get(`${cluster}/${endpoint.id}`);
  if (connection?.status !== 'AVAILABLE') return `its connection is ${connection?.status ?? 'gone'}`;
  return isChanging(endpoint) ? 'changing' : '';
}

function isChanging({ state, accepted }: Endpoint): boolean {
  return state === 'pending' && accepted;
}
