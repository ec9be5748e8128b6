import { readFileSync } from 'node:fs';
import type { Secrets } from '../support/secrets.ts';

/** Files whose token a source of credentials sends to STS, or to the credential service of a container. */
const VARIABLES = ['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'];

/** Takes note of the tokens that are in them now; they are replaced every few hours. */
export function addTokensOfFiles(env: NodeJS.ProcessEnv, secrets: Secrets): void {
  for (const name of VARIABLES) {
    const file = env[name] ?? '';
    if (file === '') continue;
    try {
      secrets.add({ kind: 'token', name }, readFileSync(file, 'utf8'));
    } catch {
      // A file that cannot be read is for the chain to report.
    }
  }
}
