import type { PolicyDocument } from '../../sandbox/aws/iam.ts';

/** Where a template or a module is applied. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** A role as IAM gets it. */
export interface EvaluatedRole {
  readonly name: string;
  readonly arn: string;
  readonly trust: PolicyDocument;
  readonly policies: readonly PolicyDocument[];
  readonly boundary: string | undefined;
}

/** What a template or a module makes. */
export interface Evaluated {
  /** By `change`, `verify` and `previews`. */
  readonly roles: Readonly<Record<string, EvaluatedRole>>;
  /** The OIDC provider, where it is made. */
  readonly provider: { readonly url: string; readonly audiences: readonly string[] } | undefined;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The ARN of GitHub's OIDC provider in an account. */
export function providerArn({ partition, accountId }: Place): string {
  return `arn:${partition}:iam::${accountId}:oidc-provider/token.actions.githubusercontent.com`;
}
