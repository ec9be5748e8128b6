import { readFileSync } from 'node:fs';
import { ActionError, describeError, oneLine } from '../../support/errors.ts';
import { capitalized } from '../../support/text.ts';
import { trimAscii } from '../../support/white-space.ts';
import { tokenSignIn } from '../credentials.ts';
import type { CredentialSource, SourceDeps } from './source.ts';

/** A role that is assumed with a token in a file, as Kubernetes keeps one for each pod (IRSA). */
export interface WebIdentity {
  /** The setting that asks for it. */
  readonly name: string;
  readonly file: string;
  readonly roleArn: string;
  readonly sessionName: string | undefined;
}

/** The default of STS, which every role allows. */
const SESSION_SECONDS = 3600;

/** Assumes the role with what is in the file at that moment: whoever keeps the file renews the token in it. */
export function webIdentitySource(
  { name, file, roleArn, sessionName }: WebIdentity,
  deps: SourceDeps,
): CredentialSource {
  const role = {
    roleArn,
    sessionName: sessionName ?? 'cockroachdb-privatelink',
    durationSeconds: SESSION_SECONDS,
  };
  const token = {
    name,
    words: `the token of ${name}`,
    get: async () => readToken(name, file),
    expired: `Renew the token in ${oneLine(file)}, as Kubernetes does; for a GitHub token, set role-to-assume instead.`,
  };
  return { name: `${name}, role ${roleArn}`, renews: true, load: tokenSignIn(role, token, deps) };
}

/** The token in a file. @throws ActionError `aws-credentials-failed` */
export function readToken(name: string, file: string): string {
  let token: string;
  try {
    token = trimAscii(readFileSync(file, 'utf8'));
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw unreadable(
      name,
      gone
        ? `names a file that does not exist: ${oneLine(file)}`
        : `can't be read: ${error instanceof Error && 'code' in error ? String(error.code) : describeError(error)}`,
      error,
    );
  }
  if (token === '') throw unreadable(name, `names an empty file: ${oneLine(file)}`);
  return token;
}

function unreadable(name: string, what: string, cause?: unknown): ActionError {
  return new ActionError(
    'aws-credentials-failed',
    {
      cause: `${capitalized(name)} ${what}`,
      fix: 'Mount the token file into the container of the job, correct the setting, or set role-to-assume.',
    },
    { cause },
  );
}
