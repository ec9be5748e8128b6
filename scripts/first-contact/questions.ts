import type { Question } from './question.ts';
import { acceptance } from './questions/acceptance.ts';
import { basePath } from './questions/base-path.ts';
import { clientToken } from './questions/client-token.ts';
import { connectionTwice } from './questions/connection-twice.ts';
import { endpointFirst } from './questions/endpoint-first.ts';
import { groupInUse } from './questions/group-in-use.ts';
import { modifyTwice } from './questions/modify-twice.ts';
import { rateLimit } from './questions/rate-limit.ts';
import { readLag } from './questions/read-lag.ts';
import { reconnect } from './questions/reconnect.ts';
import { advancedService, standardService } from './questions/services.ts';
import { sharedService } from './questions/shared-service.ts';
import { states } from './questions/states.ts';
import { tagLimit } from './questions/tag-limit.ts';
import { trustedOwners } from './questions/trusted-owners.ts';
import { wrongEndpoint } from './questions/wrong-endpoint.ts';

/** Every question, in the order in which they are asked: those that only read come first. */
export const QUESTIONS: readonly Question[] = [
  trustedOwners,
  basePath,
  sharedService,
  rateLimit,
  advancedService,
  acceptance,
  states,
  connectionTwice,
  reconnect,
  endpointFirst,
  wrongEndpoint,
  modifyTwice,
  clientToken,
  tagLimit,
  groupInUse,
  readLag,
  standardService,
];
