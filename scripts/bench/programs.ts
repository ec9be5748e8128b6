import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readActionInputs } from '../../test/harness/action-inputs.ts';
import { ids, type Sandbox } from '../../test/sandbox/index.ts';
import { bundle, root } from '../bundle/bundle.ts';
import { node, type Program } from './child.ts';

const actionInputs = readActionInputs(path.join(root, 'action.yml'));
const index = path.join(root, 'dist/index.js');

/** The action as it ships, for a step with these inputs. */
export function action(inputs: Readonly<Record<string, string>> = {}): Program {
  return {
    command: [node, index],
    inputs: {
      ...actionInputs,
      'github-token': '',
      cluster: ids.standardCluster,
      'cockroach-api-key': ids.apiKey,
      'aws-region': ids.region,
      'role-to-assume': ids.role,
      'vpc-id': ids.vpc,
      ...inputs,
    },
  };
}

/** Its login alone, bundled by the recipe of dist/. */
export async function ownLogin(): Promise<Program> {
  const out = path.join(root, 'tmp/bench/login');
  await bundle({ input: path.join(root, 'scripts/bench/login.ts'), out, work: path.join(root, 'tmp/bench/work') });
  return { ...action(), command: [node, path.join(out, 'index.js')] };
}

/** aws-actions/configure-aws-credentials out of a checkout of it: the login of most workflows. */
export function peerLogin(checkout: string | undefined): Program | undefined {
  if (checkout === undefined) return undefined;
  const script = path.join(checkout, 'dist/index.js');
  if (!existsSync(script))
    throw new Error(`${script} is not there: --peer wants a checkout of configure-aws-credentials`);
  return {
    command: [node, script],
    inputs: {
      ...readActionInputs(path.join(checkout, 'action.yml')),
      'aws-region': ids.region,
      'role-to-assume': ids.role,
    },
  };
}

const SHELL = `token=$(curl -sSf -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sts.amazonaws.com" | sed 's/.*"value":"\\([^"]*\\)".*/\\1/')
aws sts assume-role-with-web-identity --region ${ids.region} --role-arn ${ids.role} --role-session-name bench --web-identity-token "$token"`;

/** The same login in a shell script; undefined where the tools are not installed. */
export function shellLogin(sandbox: Sandbox): Program | undefined {
  const env = { PATH: process.env['PATH'] ?? '', AWS_ENDPOINT_URL_STS: sandbox.urls.sts };
  try {
    execFileSync('bash', ['-c', 'aws --version && curl --version'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return { command: ['bash', '-euc', SHELL], env };
}
