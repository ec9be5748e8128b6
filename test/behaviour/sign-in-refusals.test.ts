import { describe, expect } from 'vitest';
import { ids, standardWorld } from '../sandbox/index.ts';
import { countOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { errorText } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const ISSUER = 'https://token.actions.githubusercontent.com';

interface Row {
  /** The wire code and the words of STS. */
  code: string;
  message: string;
  /** What the run ends in. */
  ends: string;
  fact: RegExp;
  fix: RegExp;
  /** Whether the same could be otherwise a moment later; else STS is asked once. */
  passes: boolean;
  source: string;
}

const CREATE = /Create the IAM OIDC provider/;

const ROWS: Readonly<Record<string, Row>> = {
  'a verification key that STS could not fetch': {
    code: 'InvalidIdentityToken',
    message:
      "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    ...{ ends: 'aws-unavailable', fact: /^AWS kept refusing sts:AssumeRoleWithWebIdentity/, fix: /Run again later/ },
    passes: true,
    source: 'aws/aws-cli 7194; aws-actions/configure-aws-credentials 299; awslabs/aws-sdk-rust 827',
  },
  'an identity provider out of reach': {
    ...{ code: 'IDPCommunicationError', message: 'The identity provider could not be reached' },
    ...{ ends: 'aws-unavailable', fact: /^AWS kept refusing/, fix: /Run again later/, passes: true },
    source: 'STS AssumeRoleWithWebIdentity, Errors',
  },
  'an outdated thumbprint': {
    code: 'InvalidIdentityToken',
    message: "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    ...{ ends: 'oidc-token-rejected', fact: /thumbprint/, fix: /^Update the thumbprints of the IAM OIDC provider/m },
    passes: false,
    source: 'aws-actions/configure-aws-credentials 357, 579, 762',
  },
  'no provider': {
    ...{ code: 'InvalidIdentityToken', message: `No OpenIDConnect provider found in your account for ${ISSUER}` },
    ...{ ends: 'oidc-provider-missing', fact: /has no IAM OIDC provider/, fix: CREATE, passes: false },
    source: 'aws-actions/configure-aws-credentials 280, 721',
  },
  'an audience that the provider does not know': {
    ...{ code: 'InvalidIdentityToken', message: 'Incorrect token audience' },
    ...{
      ends: 'oidc-provider-missing',
      fact: /audience/,
      fix: /^Add the audience sts\.amazonaws\.com/m,
      passes: false,
    },
    source: 'aws-actions/configure-aws-credentials 1309; guardian/cdk 1944',
  },
  'a claim that is missing': {
    ...{ code: 'InvalidIdentityToken', message: 'Token must include the sub claim' },
    ...{
      ends: 'oidc-token-rejected',
      fact: /lacks a claim/,
      fix: /^Reset the customized subject claim/m,
      passes: false,
    },
    source: 'STS AssumeRoleWithWebIdentity',
  },
  'another issuer': {
    ...{ code: 'InvalidIdentityToken', message: 'The issuer of the token does not match the provider' },
    ...{ ends: 'oidc-token-rejected', fact: /issuer/, fix: new RegExp(`issuer ${ISSUER}`), passes: false },
    source: 'inferred',
  },
  'a token that had expired': {
    ...{ code: 'ExpiredTokenException', message: 'Token expired: current date/time 10 must be before the expiration' },
    ...{ ends: 'oidc-token-rejected', fact: /had expired, or was not valid yet/, fix: /runner's clock/, passes: true },
    source: 'STS AssumeRoleWithWebIdentity, Errors',
  },
  'a token that had expired, by the other code': {
    ...{ code: 'InvalidIdentityToken', message: 'Token is expired' },
    ...{ ends: 'oidc-token-rejected', fact: /had expired, or was not valid yet/, fix: /runner's clock/, passes: true },
    source: 'inferred from floci-io/floci 3205',
  },
  'a token that is none': {
    ...{
      code: 'InvalidIdentityToken',
      message: 'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    },
    ...{
      ends: 'oidc-token-rejected',
      fact: /does not accept the OIDC token/,
      fix: /^Compare the IAM OIDC provider with the answer of STS/m,
      passes: false,
    },
    source: 'STS AssumeRoleWithWebIdentity, Errors',
  },
  'a role that does not trust the job': {
    ...{ code: 'AccessDenied', message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' },
    ...{
      ends: 'role-not-assumed',
      fact: /did not let this job assume/,
      fix: /^Compare the trust policy/m,
      passes: false,
    },
    source: 'aws-actions/configure-aws-credentials 318, 961',
  },
  'a policy of the organization': {
    code: 'AccessDenied',
    message: `User: ${ISSUER}/repo:acme/shop is not authorized to perform: sts:AssumeRoleWithWebIdentity on resource: ${ids.role} with an explicit deny in a resource control policy: arn:aws:organizations::999988887777:policy/o-1/resource_control_policy/p-1`,
    ...{
      ends: 'aws-denied',
      fact: /denied by a resource control policy \(p-1\)/,
      fix: /administrators of the AWS organization/,
    },
    passes: false,
    source: 'IAM user guide, Troubleshoot access denied error messages',
  },
};

/** Longer than any cut that there was: a repository with long names and a deployment environment. */
const LONG_SUBJECT = `repo:${'o'.repeat(39)}@600000001/${'r'.repeat(100)}@700000001:environment:${'e'.repeat(255)}`;

describe('what STS refuses a sign-in for, by code and words', () => {
  for (const [name, row] of Object.entries(ROWS)) {
    const { code, message, ends, fact, fix, passes } = row;
    const match = { service: 'sts' } as const;
    const refusal = { match, kind: 'status', status: code === 'AccessDenied' ? 403 : 400, code, message } as const;
    behaviour(`${name}, always`, standardWorld(), async (box) => {
      box.faults.add({ ...refusal, times: 999 });
      const result = await run(box);
      expectFailure(result, ends, fix);
      const [first = '', said = ''] = errorText(result).split('\n');
      expect(first).toMatch(fact);
      expect(first.length).toBeLessThanOrEqual(100);
      expect(said).toContain(`"${message}" (`);
      expect(mutations(result)).toEqual([]);
      const asked = countOf(result, 'AssumeRoleWithWebIdentity');
      if (passes) expect(asked).toBeGreaterThanOrEqual(4);
      else expect(asked).toBe(1);
      // Only a provider that is missing is created.
      if (fix !== CREATE) expect(errorText(result)).not.toMatch(/Create the/);
    });

    behaviour(`${name}, once`, standardWorld(), async (box) => {
      box.faults.add(refusal);
      const result = await run(box, { 'dry-run': 'true' });
      if (passes) expectSuccess(result);
      else expectFailure(result, ends);
      expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(passes ? 2 : 1);
    });
  }

  for (const [what, subject, says, silent] of [
    ['a branch', 'repo:acme/shop:ref:refs/heads/main', /Condition for the trust policy/, /could use the role/],
    ['an environment', 'repo:acme/shop:environment:production', /Condition for the trust policy/, /could use the role/],
    ['a pull request', 'repo:acme/shop:pull_request', /whoever can push a branch could use the role/, /\*"/],
    ['a tag', 'repo:acme/shop:ref:refs/tags/v1', /can create or move the tag v1 could use the role/, /\*"/],
  ] as const) {
    behaviour(
      `${what}: the condition that lets in exactly this subject, and who else has it`,
      standardWorld(),
      async (box) => {
        box.world.settings.oidc.subject = subject;
        const message = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';
        box.faults.add({ match: { service: 'sts' }, kind: 'status', status: 403, code: 'AccessDenied', message });
        const result = await run(box);
        expectFailure(result, 'role-not-assumed');
        const lines = errorText(result).split('\n');
        const condition = lines.find((line) => line.startsWith('"Condition": ')) ?? '';
        const provider = ISSUER.replace('https://', '');
        expect(JSON.parse(`{${condition}}`)).toEqual({
          Condition: { StringEquals: { [`${provider}:aud`]: 'sts.amazonaws.com', [`${provider}:sub`]: subject } },
        });
        expect(lines).toContain('Claims of the token:');
        // One line for each form of the subject: the one that the token has is the claim itself.
        const forms = lines.filter((line) => line.startsWith('sub'));
        expect(forms).toEqual([
          `sub: ${subject}`,
          expect.stringMatching(/^sub, immutable form: repo:acme@\d+\/shop@\d+:/),
        ]);
        // In the summary: titles as paragraphs, what is to be copied as code.
        const claims = lines.filter((line) => /^(iss|aud|sub)/.test(line)).join('\n');
        expect(result.summary).toContain(
          `\n### Details\n\nClaims of the token:\n\n\`\`\`text\n${claims}\n\`\`\`\n\nCondition for the trust policy that fits this job and no other subject:\n\n\`\`\`text\n${condition}\n\`\`\`\n\n`,
        );
        expect(result.summary).toContain('<code>aud</code> and <code>sub</code> must match exactly');
        expect(errorText(result)).toMatch(says);
        expect(errorText(result)).not.toMatch(silent);
        expect(/Use a role of its own for previews/.test(errorText(result))).toBe(/pull|tag/.test(what));
      },
    );
  }

  behaviour('claims are whole, however long: they are there to be copied', standardWorld(), async (box) => {
    box.world.settings.oidc.subject = LONG_SUBJECT;
    const result = await run(box);
    expectFailure(result, 'role-not-assumed');
    const claims = result.log.split('\n').filter((line) => /^(iss|aud|sub)\b/.test(line));
    expect(claims).toContain(`sub: ${LONG_SUBJECT}`);
    expect(claims.filter((line) => line.includes(LONG_SUBJECT))).toHaveLength(1);
    expect(claims).toContain(`sub, form without IDs: ${LONG_SUBJECT.replaceAll(/@\d+/g, '')}`);
    expect(result.summary).toContain(`\nsub: ${LONG_SUBJECT}\n`);
  });
});
