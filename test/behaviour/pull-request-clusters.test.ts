import { expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { MEETINGS, twoRuns } from '../support/at-once.ts';
import { expectDeparted, leave, SHORT } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectSuccess, standard } from '../support/paths.ts';
import { run } from '../support/run.ts';

// A matrix over clusters on a pull request: each job writes about its own cluster, and all share one comment.

const number = 41;
const A = ids.standardCluster;
const B = ids.secondStandardCluster;
const world = () => standard({}, (seed) => seed.pulls.push({ number, state: 'open', head: 'feature' }));
const event = {
  name: 'pull_request',
  payload: { pull_request: { number, head: { repo: { full_name: ids.repository } } } },
};
const comments = (box: Sandbox) => [...box.world.comments.values()].filter((one) => one.issue === number);
const nameOf = (box: Sandbox, cluster: string) => box.world.tables.cluster.get(cluster)?.name ?? '';
const plan = (box: Sandbox, cluster: string) => () =>
  run(box, { cluster, environment: `pr:${number}`, comment: 'true', 'dry-run': 'true' }, { env: SHORT, event });

/** What the one comment says of each cluster: the text after its heading. */
function textsOf(box: Sandbox): Record<string, string> {
  const [comment, ...more] = comments(box);
  expect(more).toEqual([]);
  const parts = (comment?.body ?? '').split('**Clusters:** ').slice(1);
  return Object.fromEntries(parts.map((part) => [part.split('\n')[0]?.replaceAll('\\', '') ?? '', part]));
}

for (const meeting of MEETINGS) {
  behaviour(`the text of each cluster stays, push after push: ${meeting}`, world(), async (box) => {
    for (let push = 1; push <= 4; push += 1) {
      const results = await twoRuns(box, meeting, [plan(box, A), plan(box, B)]);
      for (const result of results) expectSuccess(result);
      for (const result of results) expect(result.annotations.filter((one) => one.level === 'warning')).toEqual([]);
      const texts = textsOf(box);
      expect(Object.keys(texts)).toEqual([A, B].toSorted().map((cluster) => nameOf(box, cluster)));
      for (const [name, text] of Object.entries(texts)) expect(text).toContain(`connect cluster ${name}`);
      box.clock.advance(3_600_000);
    }
    // A list of both takes the place of either.
    expectSuccess(await plan(box, `${A}, ${B}`)());
    expect(textsOf(box)).toEqual({});
    expect(comments(box)[0]?.body).toContain(`connect cluster ${nameOf(box, B)}`);
  });
}

behaviour('a path that is deleted for all clusters leaves no text of any', world(), async (box) => {
  const inputs = { environment: `pr:${number}`, comment: 'true' };
  for (const cluster of [A, B]) expectSuccess(await run(box, { ...inputs, cluster }, { env: SHORT, event }));
  expect(comments(box)[0]?.body.match(/✅ available/g)).toHaveLength(2);
  expectDeparted(await leave(box, inputs.environment, { inputs: { comment: 'true' }, event }), 'deleted');
  expect(comments(box)).toHaveLength(1);
  expect(comments(box)[0]?.body).toContain('✅ deleted');
  expect(comments(box)[0]?.body).not.toContain('✅ available');
});
