import { type AwsCredentials, type AwsIdentity, renewing } from '../identity.ts';
import { chooseSource, notUsed } from './choose.ts';
import type { CredentialSource, SourceDeps } from './source.ts';

/**
 * The credentials that the runner has for the job, with the care that `role-to-assume` has. Nothing is asked before the
 * first use.
 */
export function ambientCredentials(deps: SourceDeps): AwsIdentity {
  let source: CredentialSource | undefined;
  const load = async () => {
    if (source === undefined) {
      source = await chooseSource(deps);
      deps.info(
        `AWS credentials: ${[source.name, ...notUsed(deps, source).map((name) => `${name} is not used`)].join('; ')}`,
      );
    }
    return source.load();
  };
  const lastsMs = ({ expiration }: AwsCredentials) =>
    (expiration?.getTime() ?? Number.POSITIVE_INFINITY) - deps.clock.wall();
  const { credentials, session } = renewing({ load, lastsMs }, deps);
  return {
    credentials,
    get session() {
      return source?.renews === true ? session : undefined;
    },
  };
}
