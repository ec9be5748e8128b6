import { beforeAll, expect } from 'vitest';
import { sample } from '../harness/torture.ts';
import type { Fault, Sandbox } from '../sandbox/index.ts';
import { inMemory } from '../support/in-memory.ts';
import { standard } from '../support/paths.ts';
import { scenario } from '../support/processes.ts';
import { run } from '../support/run.ts';

/** A request of each client, once one that only reads and once one that changes something. */
const REQUESTS = [
  { name: 'the token of GitHub', is: /^GET \/token/ },
  { name: 'a sign-in at STS', is: /^AssumeRoleWithWebIdentity$/ },
  { name: 'a read of EC2', is: /^DescribeSubnets$/ },
  { name: 'a write to EC2', is: /^CreateSecurityGroup$/ },
  { name: 'a read of the Cloud API', is: /^GET .*private-endpoint-services$/ },
  { name: 'a write to the Cloud API', is: /^POST .*private-endpoint-connections$/ },
  { name: "a read of GitHub's API", is: /^GET \/repos\/.*\/comments/ },
  { name: "a write to GitHub's API", is: /^POST \/repos\/.*\/comments/ },
] as const;
const FAULTS = ['reset', 'truncated', 'hang'] as const satisfies readonly Fault['kind'][];

/** A first run with a comment, one request of which fails once, after it took effect. */
async function failing(box: Sandbox, is: RegExp, kind: Fault['kind']) {
  const pull = { title: '', body: '', labels: [], user: 'octocat', pullHead: 'a', createdAt: 0, updatedAt: 0 };
  box.world.issues.set(7, { ...pull, number: 7, state: 'open' });
  box.faults.add({ match: { action: is }, kind, when: 'after' });
  const { exitCode, outputs, requests, annotations, log } = await run(box, { environment: 'pr:7', comment: 'true' });
  return {
    log,
    seen: {
      exitCode,
      code: outputs['error-code'],
      status: outputs['status'],
      tries: requests.filter((one) => is.test(one.action)).length,
      annotations: annotations.filter(({ level }) => level !== 'debug').map(({ title }) => title),
      made: [box.world.endpoints().length, box.world.groups().length, box.world.connections().length],
      comments: box.world.comments.size,
    },
  };
}

// What memory-network.ts throws stands for what the HTTP libraries throw; all else about failures is tried in memory.
const all = REQUESTS.flatMap(({ name, is }) => FAULTS.map((kind) => ({ name: `${name}: ${kind}`, is, kind })));
/** Of a plain `npm test` every second: each request with one or two faults, each fault with half of the requests. */
const cases = sample(all, 2);
const inMemoryIt = new Map<string, Awaited<ReturnType<typeof failing>>>();
beforeAll(async () => {
  for (const { name, is, kind } of cases)
    inMemoryIt.set(name, await inMemory(standard(), (box) => failing(box, is, kind)));
});

for (const { name, is, kind } of cases)
  scenario(`meets the same end as in memory: ${name}`, standard(), async (box) => {
    const process = await failing(box, is, kind);
    const memory = inMemoryIt.get(name);
    expect(process.seen.tries, process.log).toBeGreaterThanOrEqual(1);
    expect(memory?.seen, `${process.log}\n\n${memory?.log}`).toEqual(process.seen);
  });
