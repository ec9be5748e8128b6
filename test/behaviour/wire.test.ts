import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/step.ts';
import type { WireKind } from '../sandbox/faults.ts';
import type { MemorySandbox } from '../sandbox/index.ts';
import { SHORT, sharedPath } from '../support/departures.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { errorText, liveEndpoints, ownedGroups, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';
import { buildPath, closedWorld } from '../support/verify.ts';
import { PAGES, SERVICES, type Service, type Tries, WIRE } from './wire.ts';

/** Words that only the authors of a library understand. */
const INSIDES =
  /\$metadata|\$response|Deserialization|is not expected|XML parse|smithy|UND_ERR_ABORTED|use-system-ca|HTTP Tunneling|openssl|<html|<body/i;

/** A finished path whose drift issue is kept: one such run asks all five services. */
const world = () => closedWorld();
const asksAll = (box: MemorySandbox) => run(box, { operation: 'verify', 'drift-issue': 'true' });

function expectTries(result: RunResult, { asks, patienceMs }: Service, tries: Tries): void {
  const times = result.requests.filter((one) => asks.test(one.action)).map(({ at }) => at);
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  if (tries === 'once') expect(times).toHaveLength(1);
  else {
    expect(times.length).toBeGreaterThanOrEqual(3);
    expect(span).toBeLessThanOrEqual(tries === 'brief' ? 15_000 : patienceMs);
    // What is waited out is not given up at once.
    expect(span).toBeGreaterThan(tries === 'brief' ? 2_000 : patienceMs / 3);
  }
}

/** What is read of a failed run: what it says of the code and the words, whichever way it says them. */
function expectError(result: RunResult, { code, service }: Service): { first: string; rest: string } {
  // Reads of `verify` that fail are checks that could not be made.
  const ends = service === 'ec2' || service === 'cloud' ? 'could-not-check' : code;
  const isSignIn = service === 'oidc' || service === 'sts';
  expectFailure(result, isSignIn ? 'could-not-check' : ends);
  expect(mutations(result)).toEqual([]);
  expect(`${result.stdout}${result.summary}`).not.toMatch(INSIDES);
  if (service !== 'github') expect(result.log).toContain(`(${code})`);
  const [first = '', ...rest] = errorText(result).split('\n');
  return { first, rest: rest.join('\n') };
}

describe('no HTTP answer', () => {
  for (const service of SERVICES)
    for (const [kind, { tries, fact, fix }] of Object.entries(WIRE)) {
      const match = { service: service.service, action: service.asks } as const;
      behaviour(`${service.who}, always: ${kind}`, world(), async (box) => {
        buildPath(box);
        box.faults.add({ match, kind: 'wire', wire: kind as WireKind, times: Number.POSITIVE_INFINITY });
        const result = await asksAll(box);
        const { first, rest } = expectError(result, service);
        expect(first).toContain(service.who);
        expect(first).toContain(fact);
        expect(rest).toMatch(fix);
        expect(rest).toContain(service.host);
        expectTries(result, service, tries);
      });

      behaviour(`${service.who}, once: ${kind}`, world(), async (box) => {
        buildPath(box);
        box.faults.add({ match, kind: 'wire', wire: kind as WireKind });
        const result = await asksAll(box);
        if (tries === 'once') expectError(result, service);
        else expectSuccess(result);
      });
    }
});

describe('a page of something in between', () => {
  for (const service of SERVICES)
    for (const [name, { answer, tries, type }] of Object.entries(PAGES)) {
      behaviour(`in place of ${service.who}: ${name}`, world(), async (box) => {
        buildPath(box);
        const match = { service: service.service, action: service.asks } as const;
        box.faults.add({ match, kind: 'rewrite', rewrite: () => answer, times: Number.POSITIVE_INFINITY });
        const result = await asksAll(box);
        const { first, rest } = expectError(result, service);
        const whole = `${first}\n${rest}`;
        expect(first).toMatch(/^(The answer is not from|The answer does not match the GitHub API)/);
        expect(first).toContain(service.who);
        expect(whole).toContain(`HTTP ${answer.status}`);
        // The toolkit shows no headers of what is no JSON; what the body is, is told by its beginning.
        if (service.service !== 'oidc') expect(whole).toContain(type);
        expect(whole).toContain(service.host);
        if (answer.status === 407) expect(rest).toContain('user and password in HTTPS_PROXY');
        // A page is no refusal: nothing is said of permissions, roles or keys.
        expect(whole).not.toMatch(/permission|Allow |role |API key|denied/i);
        expectTries(result, service, tries);
      });
    }
});

describe('a CONNECT that a proxy refuses was never sent', () => {
  const refused = { kind: 'wire', wire: 'connect-503' } as const;

  for (const action of ['CreateSecurityGroup', 'CreateVpcEndpoint', 'ModifyVpcEndpoint', 'CreateTags'] as const)
    behaviour(`so a write is sent again: ${action}`, standard(), async (box) => {
      if (action === 'ModifyVpcEndpoint' || action === 'CreateTags')
        box.world.setPrivateDns(buildPath(box).endpoint, false);
      box.faults.add({ match: { action }, ...refused });
      expectSuccess(await run(box, { environment: 'staging' }));
      expect(liveEndpoints(box)).toHaveLength(1);
      expect(ownedGroups(box)).toHaveLength(1);
    });

  behaviour('and a deletion is sent again only while its decision holds', standard(), async (box) => {
    sharedPath(box, [{ environment: 'staging' }]);
    box.faults.add({ match: { action: 'DeleteVpcEndpoints' }, ...refused, times: 12 });
    const env = { ...SHORT, PRIVATELINK_DECISION_SECONDS: '10' };
    const result = await run(box, { operation: 'delete', environment: 'staging', cluster: '' }, { env });
    expectSuccess(result);
    expect(liveEndpoints(box)).toEqual([]);
    const deletions = result.requests.filter((one) => one.action === 'DeleteVpcEndpoints');
    expect(deletions.length).toBeGreaterThan(12);
    for (const { at, n } of deletions) {
      const read = result.requests.findLast((one) => one.n < n && one.action === 'DescribeVpcEndpoints');
      expect((at - (read?.at ?? 0)) / 1000).toBeLessThanOrEqual(10);
    }
  });
});
