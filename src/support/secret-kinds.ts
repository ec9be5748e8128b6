/** What a secret is of: a place may hold a word that cannot be one. */
export type SecretKind =
  /** A secret access key or session token of AWS. */
  | 'aws-key'
  /** A bearer token: of GitHub, of an OIDC provider or of a container. */
  | 'token'
  /** A key of the Cloud API, which documents no form. */
  | 'cloud-key'
  /** A password that a person chose, which can be any word. */
  | 'password';

/**
 * IAM and STS give out Base64: keys of 40 characters, tokens of hundreds. GitHub's tokens have 40 characters at least
 * (40 hexadecimal digits before 2021, `ghs_<app>_<JWT>` since 2026), and a JWT has more; the characters are those of a
 * bearer token (RFC 6750).
 */
const FORMS: Record<SecretKind, RegExp> = {
  'aws-key': /^[A-Za-z0-9+/=]{32,}$/,
  token: /^[\w.~+/=-]{36,}$/,
  'cloud-key': /^[\x21-\x7e]{20,}$/,
  password: /^.{20,}$/su,
};

/**
 * The longest word of a name: of a resource ID, a UUID, a host, a region. Random parts of secrets are longer or mix
 * cases.
 */
const LONGEST_WORD = 31;

/**
 * Whether a value can be a secret of this kind. Words that cannot are left over from mocks, or are names that stand in
 * outputs too; masking those would tear innocent words apart in the whole job.
 */
export function canBeSecret(kind: SecretKind, value: string): boolean {
  return FORMS[kind].test(value) && !isName(value);
}

/** Words of one case, joined as IDs, hosts, ARNs and states join them: `vpce-svc-0a1b`, `PENDING_ACCEPTANCE`. */
function isName(value: string): boolean {
  return value
    .split(/[-._:/ ]+/)
    .every((word) => word.length <= LONGEST_WORD && /^(?:[A-Z]?[a-z0-9]*|[A-Z0-9]*)$/.test(word));
}
