import { describe, expect } from 'vitest';
import { claimants, expectDeparted, sharedPath, sweepRun, sweptRows } from './departures.ts';
import { scenario, standard } from './paths.ts';
import { mutations } from './support.ts';

describe('sweep', () => {
  scenario('gives up the claim of a deleted branch once, on an endpoint that others keep', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [
      { environment: 'branch:gone', idleHours: 30 },
      { environment: 'branch:main', idleHours: 30 },
    ]);
    const result = await sweepRun(box);
    expectDeparted(result, 'deleted');
    expect(mutations(result)).toEqual(['CreateTags', 'DeleteTags', 'DeleteTags']);
    expect(claimants(endpoint)).toEqual(['branch:main']);
    const { 'branch:gone': gone, 'branch:main': main } = sweptRows(result);
    expect(gone).toMatchObject({ outcome: 'swept', resource: endpoint.id });
    expect(main).toMatchObject({ outcome: 'kept', why: 'its branch exists' });
  });
});
