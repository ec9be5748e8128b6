import type { AwsCredentials, CredentialDeps } from '../identity.ts';
import type { SendMetadataRequest } from '../metadata-request.ts';

/** What the sources of credentials on a runner need. */
export interface SourceDeps extends CredentialDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly metadata: SendMetadataRequest;
}

/** The one place that the credentials of a run come from where it assumes no role itself. */
export interface CredentialSource {
  /** As the log and errors name it: the setting first. */
  readonly name: string;
  /** True where asking again can give another session. */
  readonly renews: boolean;
  /**
   * Gets credentials, with the retries that its nature allows. @throws ActionError that names the source and the fix
   */
  load(): Promise<AwsCredentials>;
}

/** True where a variable says yes, as the SDK reads it. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value.toLowerCase() !== 'false';
}
