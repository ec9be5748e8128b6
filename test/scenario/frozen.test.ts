import { expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { claimants, leave, sharedPath } from '../support/departures.ts';
import { expectSuccess } from '../support/expectations.ts';
import { expectOnePath, standard, theEndpoint } from '../support/paths.ts';
import { scenario } from '../support/processes.ts';
import { run } from '../support/run.ts';

/** A mark is waited out in 8 s and dead after 52 s. */
const ENV = { PRIVATELINK_READ_LAG_SECONDS: '4', PRIVATELINK_DECISION_SECONDS: '20' };
/** Real milliseconds, of a pause of at least 600. */
const IN_THE_PAUSE_MS = 200;
const isDeletion = ({ action }: { action: string }) => action === 'DeleteVpcEndpoints';

// Each call and each moment is tried in memory (test/behaviour/frozen.test.ts).
scenario('a process that is stopped before it deletes an endpoint decides anew', standard(), async (box) => {
  sharedPath(box, [{ environment: 'branch:a' }]);
  // It is about to delete the endpoint, and has been told to come back in a moment.
  box.faults.add({ match: { action: 'DeleteVpcEndpoints' }, kind: 'throttle', times: 1 });
  let goesOn = -1;
  const result = await leave(box, 'branch:a', {
    env: ENV,
    stopAt: {
      fits: isDeletion,
      afterMs: IN_THE_PAUSE_MS,
      async meanwhile() {
        expectSuccess(await run(box, { environment: 'branch:b' }, { env: ENV }));
        goesOn = box.requests.length;
      },
    },
  });
  expectSuccess(result);
  expect(goesOn).toBeGreaterThan(0);
  expect(result.requests.filter(isDeletion)).toHaveLength(1);
  expect(box.requests.slice(goesOn).filter(isDeletion)).toEqual([]);
  expectOnePath(box, ids.standardCluster);
  expect(claimants(theEndpoint(box))).toEqual(['branch:b']);
});
