import { trimAscii } from '../support/white-space.ts';

/**
 * Makes variables of AWS what a workflow means by them: without the ASCII white space around a value, and unset where
 * that leaves nothing. A secret that was stored with its line break, or is withheld from a run, would otherwise end in
 * a wrong signature, or in an error of the SDK (`AWS_DEFAULTS_MODE`). The SDK reads the environment itself, so it is
 * changed in place.
 */
export function tidyAwsVariables(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env).filter((one) => one.toUpperCase().startsWith('AWS_'))) {
    const value = trimAscii(env[name] ?? '');
    if (value === '') delete env[name];
    else env[name] = value;
  }
}
