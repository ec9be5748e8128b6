import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type MemorySandbox, standardRegion } from '../sandbox/index.ts';
import type { Endpoint } from '../sandbox/types.ts';
import { claimTags, SHORT } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectFailure, expectSuccess, theEndpoint } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';
import { closedWorld, verify } from '../support/verify.ts';

const HOST = standardRegion().internalDns;
const MINUTE = 60_000;
const PROBED = { probe: 'true' };
const options = { env: SHORT };

/** A path as an `ensure` of so long ago left it. */
async function made(box: MemorySandbox, minutesAgo: number): Promise<Endpoint> {
  expectSuccess(await run(box, {}, options));
  const endpoint = theEndpoint(box);
  box.clock.advance(minutesAgo * MINUTE);
  // The claim of that time, not of a run since then.
  box.world.setTags(endpoint.id, claimTags(box, [{ environment: 'default', idleHours: minutesAgo / 60 }]));
  return endpoint;
}

/** Seconds from the first time that a run asked for the name to each further one. */
function asked(box: MemorySandbox): number[] {
  const [first = 0] = box.inside.asked;
  return box.inside.asked.map((at) => Math.round((at - first) / 1000));
}

const retries = (result: RunResult) => result.log.split('\n').filter((line) => line.startsWith('… DNS name'));
const everyTen = (seconds: number) => Array.from({ length: seconds / 10 + 1 }, (_, at) => at * 10);

/** Somebody asks for the name so long before the probe that the resolver keeps the wrong answer for these seconds more. */
function keptMissing(box: MemorySandbox, seconds: number, whileOff: Endpoint): void {
  whileOff.privateDnsEnabled = false;
  box.inside.lookUp(HOST);
  whileOff.privateDnsEnabled = true;
  box.inside.asked.splice(0);
  box.clock.advance((300 - seconds) * 1000);
}

describe('a name that the resolver keeps as missing is waited for', () => {
  behaviour('by the run that turned private DNS on', closedWorld(), async (box) => {
    // An application asks for the name at the last moment at which there is none.
    box.onRequest(({ request, when }) => {
      if (when === 'before' && request.action === 'ModifyVpcEndpoint') box.inside.lookUp(HOST);
      return undefined;
    });
    const result = await run(box, PROBED, options);
    expectSuccess(result);
    expect(result.log).toContain(`: reachable, ${HOST} leads through`);
    expect(box.inside.asked.at(-1)).toBeGreaterThanOrEqual((box.inside.asked[0] ?? 0) + 300_000);
    expect(retries(result).length).toBeGreaterThan(20);
  });

  behaviour('by verify, right after the ensure that made the path', closedWorld(), async (box) => {
    const endpoint = await made(box, 1);
    keptMissing(box, 200, endpoint);
    const result = await verify(box, PROBED);
    expectSuccess(result);
    expect(asked(box)).toEqual(everyTen(200));
    expect(retries(result)[0]).toBe(
      `… DNS name of cluster ${ids.standardName}: no address (try 1; asking again in 10 s, for up to 5 min)`,
    );
    expect(retries(result).at(-1)).toBe(
      `… DNS name of cluster ${ids.standardName}: no address (try 20; asking again in 10 s, for up to 110 s)`,
    );
    for (const line of retries(result)) expect(line.length).toBeLessThanOrEqual(120);
    expect(result.log).toContain(`: reachable, ${HOST} leads through`);
  });

  behaviour('by the ensure after one that was killed as soon as private DNS was on', closedWorld(), async (box) => {
    box.onRequest(({ request, when }) => {
      if (when === 'before' && request.action === 'ModifyVpcEndpoint') box.inside.lookUp(HOST);
      return undefined;
    });
    const killed = await run(box, PROBED, {
      ...options,
      killAtRequest: { n: 1, when: 'after', of: (request) => request.action === 'ModifyVpcEndpoint' },
    });
    expect(killed.signal).toBe('SIGKILL');
    // EC2 is done by the time of the next run, which finds nothing to do.
    box.clock.advance(MINUTE);
    box.inside.asked.splice(0);
    const result = await run(box, PROBED, options);
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    expect(result.outputs['changed']).toBe('false');
    expect(asked(box).at(-1)).toBeGreaterThanOrEqual(200);
  });

  behaviour('by a run that turned it on at an old endpoint and saw it on at once', closedWorld(), async (box) => {
    Object.assign(box.settings.seconds, { dns: 0, modify: 0 });
    const endpoint = await made(box, 5 * 24 * 60);
    box.world.setTags(endpoint.id, claimTags(box, [{ environment: 'default', idleHours: 1 }]));
    box.world.setPrivateDns(endpoint.id, false);
    box.inside.lookUp(HOST);
    box.inside.asked.splice(0);
    const result = await run(box, PROBED, options);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['ModifyVpcEndpoint']);
    expect(asked(box).at(-1)).toBeGreaterThanOrEqual(290);
  });

  behaviour('by a run that found an old endpoint still being changed', closedWorld(), async (box) => {
    const endpoint = await made(box, 5 * 24 * 60);
    keptMissing(box, 250, endpoint);
    // So young that nothing is written, and so old that it tells of no change.
    box.world.setTags(endpoint.id, claimTags(box, [{ environment: 'default', idleHours: 1 }]));
    // A run that was killed a moment ago has turned private DNS on.
    endpoint.state = 'pending';
    box.world.after(20, () => {
      endpoint.state = 'available';
    });
    const result = await run(box, PROBED, options);
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    expect(asked(box).at(-1)).toBeGreaterThanOrEqual(200);
  });

  behaviour('when the resolver fails for a moment, however old the path is', closedWorld(), async (box) => {
    await made(box, 5 * 24 * 60);
    box.inside.failure = Object.assign(new Error(`getaddrinfo EAI_AGAIN ${HOST}`), { code: 'EAI_AGAIN' });
    box.world.after(15, () => {
      box.inside.failure = undefined;
    });
    const result = await verify(box, PROBED);
    expectSuccess(result);
    expect(asked(box)).toEqual([0, 10, 20]);
    expect(retries(result)[0]).toContain(': no answer: getaddrinfo EAI_AGAIN (try 1; ');
  });
});

describe('how long a name that never comes is asked for again', () => {
  // Seconds by hand: 300 is what a resolver of a VPC keeps an answer for at most, 30 what a verify may be slowed by.
  const rows: {
    what: string;
    minutesAgo: number;
    seconds: number;
    code?: string;
    inputs?: Record<string, string>;
    spoil?(box: MemorySandbox, endpoint: Endpoint): void;
  }[] = [
    { what: 'the endpoint was created a minute ago', minutesAgo: 1, seconds: 300 },
    { what: 'the endpoint was created 29 minutes ago', minutesAgo: 29, seconds: 300 },
    { what: 'the endpoint was created 31 minutes ago', minutesAgo: 31, seconds: 30 },
    { what: 'private DNS has been on for days', minutesAgo: 5 * 24 * 60, seconds: 30 },
    {
      what: 'an old endpoint got a claim 10 minutes ago',
      minutesAgo: 5 * 24 * 60,
      seconds: 300,
      spoil: (box, { id }) =>
        box.world.setTags(id, claimTags(box, [{ environment: 'branch:next', repositoryId: '5', idleHours: 1 / 6 }])),
    },
    {
      what: 'the clock of the runner is a day behind',
      minutesAgo: -24 * 60,
      seconds: 300,
    },
    {
      what: 'the name has public addresses, for days',
      minutesAgo: 5 * 24 * 60,
      seconds: 30,
      code: 'probe-public-address',
      spoil: (box) => {
        box.inside.records = ['203.0.113.7'];
      },
    },
    { what: 'timeout-seconds is over before', minutesAgo: 1, seconds: 60, inputs: { 'timeout-seconds': '60' } },
  ];
  for (const { what, minutesAgo, seconds, code = 'probe-name-unknown', inputs = {}, spoil } of rows) {
    behaviour(`${what}: ${seconds} s`, closedWorld(), async (box) => {
      const endpoint = await made(box, Math.max(0, minutesAgo));
      if (minutesAgo < 0) endpoint.createdAt = box.clock.now() - minutesAgo * MINUTE;
      spoil?.(box, endpoint);
      const service = box.world.services().find((one) => one.name === endpoint.serviceName);
      if (service !== undefined) service.privateDnsName = 'another.name.example';
      const began = box.clock.now();
      const result = await verify(box, { ...PROBED, ...inputs });
      expectFailure(result, code);
      expect(Math.round((box.clock.now() - began) / 1000)).toBeLessThanOrEqual(seconds + 3);
      const times = asked(box);
      expect(times.at(-1)).toBeGreaterThanOrEqual(seconds - 2);
      expect(times.at(-1)).toBeLessThanOrEqual(seconds);
      expect(times).toHaveLength(seconds / 10 + 1);
      const answer = code === 'probe-public-address' ? '203.0.113.7' : 'no address';
      expect(retries(result).at(-1)).toMatch(
        new RegExp(`: ${answer} \\(asked ${seconds / 10 + 1} times in (${seconds} s|${seconds / 60} min|59 s)\\)$`),
      );
      const last = retries(result).at(-2);
      if ('timeout-seconds' in inputs) expect(last).toContain(', when timeout-seconds is over)');
      else expect(last).toContain('; asking again in 10 s, for up to 10 s)');
    });
  }

  behaviour('EC2 shows private DNS as off: once, since the finding says why', closedWorld(), async (box) => {
    const endpoint = await made(box, 1);
    endpoint.privateDnsEnabled = false;
    const result = await verify(box, PROBED);
    expect(result.outputs['error-code']).toBe('drift');
    expect(asked(box)).toEqual([0]);
    expect(retries(result)).toEqual([]);
  });

  behaviour('from a runner outside: once, whatever the run changed', closedWorld(), async (box) => {
    box.inside.isOutside = true;
    box.onRequest(({ request, when }) => {
      if (when === 'before' && request.action === 'ModifyVpcEndpoint') box.inside.lookUp(HOST);
      return undefined;
    });
    const result = await run(box, PROBED, options);
    expectFailure(result, 'probe-outside');
    expect(result.summary).toMatch(
      /\| <code>probe-outside<\/code> Could not check: [^|]*<br\/>Fix: Run the step [^|]* \|/,
    );
    expect(result.outputs).toMatchObject({ changed: 'true', status: 'available' });
    expect(retries(result)).toEqual([]);
  });
});
