import { ActionError } from '../../support/errors.ts';
import type { AwsCredentials } from '../identity.ts';
import type { SourceDeps } from './source.ts';

const KEY = 'AWS_ACCESS_KEY_ID';
const SECRET = 'AWS_SECRET_ACCESS_KEY';
const TOKEN = 'AWS_SESSION_TOKEN';

/**
 * The keys of the environment, undefined where there are none.
 * @throws ActionError `aws-credentials-missing` where one of a set is missing, `aws-credentials-invalid` where one
 * can't be whole
 */
export function keysOfEnvironment(env: SourceDeps['env']): AwsCredentials | undefined {
  const { [KEY]: accessKeyId = '', [SECRET]: secretAccessKey = '', [TOKEN]: sessionToken = '' } = env;
  if (accessKeyId === '' && secretAccessKey === '') return undefined;
  if (accessKeyId === '') throw incomplete(SECRET, KEY);
  if (secretAccessKey === '') throw incomplete(KEY, SECRET);
  // IAM identifiers: ASIA begins the keys of sessions, which AWS does not know without their token.
  if (accessKeyId.startsWith('ASIA') && sessionToken === '') throw incomplete(KEY, TOKEN, 'is a key of a session');
  for (const [name, value] of Object.entries({
    [KEY]: accessKeyId,
    [SECRET]: secretAccessKey,
    [TOKEN]: sessionToken,
  })) {
    const wrong = strangeCharacter(value);
    if (wrong !== undefined) throw damaged(name, wrong);
  }
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === '' ? {} : { sessionToken }),
    ...(env['AWS_CREDENTIAL_SCOPE'] === undefined ? {} : { credentialScope: env['AWS_CREDENTIAL_SCOPE'] }),
  };
}

function incomplete(given: string, lacking: string, how = 'is set'): ActionError {
  return new ActionError('aws-credentials-missing', {
    cause: `${given} ${how}, but ${lacking} is empty or not set`,
    fix: `Set ${lacking} too, or unset ${given}. Secrets are empty in runs for forks, and Dependabot has secrets of its own.`,
  });
}

function damaged(name: string, character: string): ActionError {
  return new ActionError('aws-credentials-invalid', {
    cause: `${name} contains ${character}, which an AWS key never contains`,
    fix: `Store the secret of ${name} again, without quotation marks and line breaks.`,
  });
}

/** What a value holds that no key or token has, in words that show nothing else of it. */
function strangeCharacter(value: string): string | undefined {
  const [found] = /[^\x21-\x7e]|["'`]/u.exec(value) ?? [];
  if (found === undefined) return undefined;
  if (/[\n\r]/.test(found)) return 'a line break';
  if (found === ' ') return 'a space';
  if (/["'`]/.test(found)) return 'a quotation mark';
  return `the character U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
