import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { claimTags, expectDeparted, SHORT, sweepRun } from '../support/departures.ts';
import { errorsOf, expectFailure } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectSuccess, liveEndpoints, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** Spaces that are no ASCII white space: Git allows them in the names of branches. */
const KEPT_SPACES = ['\u3000', '\u00a0', '\u2003', '\ufeff'] as const;

describe('names are exact', () => {
  for (const space of KEPT_SPACES) {
    const code = space.codePointAt(0)?.toString(16);
    behaviour(`environment keeps U+${code} at its ends`, standard(), async (box) => {
      const environment = `branch:feature${space}`;
      box.world.branches.add(environment.slice('branch:'.length));
      expectSuccess(await run(box, { environment: ` ${environment}\r\n` }, { env: SHORT }));
      const [endpoint] = liveEndpoints(box);
      const claims = Object.keys(endpoint?.tags ?? {}).filter((key) => key.includes('/claim/'));
      expect(claims).toEqual(Object.keys(claimTags(box, [{ environment }])));
      // The branch lives, so sweep keeps what it uses; without the space nothing is claimed.
      box.clock.advance(100 * 3_600_000);
      const swept = await sweepRun(box);
      expectSuccess(swept);
      expect(mutations(swept)).toEqual([]);
      const other = await run(box, { operation: 'delete', environment: 'branch:feature', cluster: '' }, { env: SHORT });
      expectDeparted(other, 'absent');
      expectDeparted(await run(box, { operation: 'delete', environment, cluster: '' }, { env: SHORT }), 'deleted');
    });

    behaviour(`U+${code} is shown where it makes a value wrong`, standard(), async (box) => {
      const shown = `<U+${code?.toUpperCase().padStart(4, '0')}>`;
      const wrong = {
        cluster: `${ids.standardName}${space}`,
        'private-dns': `true${space}`,
        'vpc-id': `${space}${ids.vpc}`,
        'trusted-owners': `self${space}`,
      };
      const result = await run(box, wrong);
      expectFailure(result, 'input-invalid');
      expect(errorsOf(result)).toHaveLength(4);
      for (const [name, value] of Object.entries(wrong))
        expect(result.log).toContain(`${name}: "${value.replace(space, shown)}" is `);
      expect(result.requests).toEqual([]);
    });
  }

  behaviour('a tag keeps the spaces that EC2 allows', standard(), async (box) => {
    expectSuccess(await run(box, { tags: ' team = data\u3000\t\r\n\u00a0kind=x' }, { env: SHORT }));
    expect(liveEndpoints(box)[0]?.tags).toMatchObject({ team: 'data\u3000', '\u00a0kind': 'x' });
  });

  behaviour('ASCII white space around a value is dropped, as in YAML blocks', standard(), async (box) => {
    const around = (value: string) => `\n\t \v\f${value} \r\n`;
    const inputs = { environment: around('branch:main'), 'vpc-id': around(ids.vpc), cluster: around(ids.standardName) };
    expectSuccess(await run(box, { ...inputs, tags: around('team=data') }, { env: SHORT }));
    const [endpoint] = liveEndpoints(box);
    expect(endpoint?.tags).toMatchObject({ ...claimTagKeys(box, 'branch:main'), team: 'data' });
  });

  behaviour('a key has no white space at all: what surrounds it is dropped', standard(), async (box) => {
    expectSuccess(await run(box, { 'cockroach-api-key': `\ufeff${ids.apiKey}\u00a0\n` }, { env: SHORT }));
    const blank = await run(box, { 'cockroach-api-key': '\u3000' });
    expectFailure(blank, 'input-invalid', /^cockroach-api-key: is required/);
  });
});

/** The keys of an environment's claims, whatever their values. */
function claimTagKeys(box: Sandbox, environment: string): Record<string, unknown> {
  return Object.fromEntries(Object.keys(claimTags(box, [{ environment }])).map((key) => [key, expect.any(String)]));
}
