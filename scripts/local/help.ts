import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../bundle/bundle.ts';
import { OPTIONS } from './options.ts';

const WIDTH = 100;
const INDENT = ' '.repeat(6);

/** How the command is used, with the descriptions of action.yml for its options. */
export function help(): string {
  const { inputs } = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { description: string; default?: string }>;
  };
  const options = Object.entries(OPTIONS).flatMap(([name, form]) => {
    const value = form === 'switch' ? '' : ` VALUE${form === 'list' ? ' (repeat it for several)' : ''}`;
    return [`  --${name}${value}`, ...wrapped(inputs[name]?.description ?? '')];
  });
  return `Shows what the action would do, or what differs, from this machine. It changes nothing.

  npm run local -- verify --cluster CLUSTER --vpc-id VPC_ID --aws-region REGION
  npm run local -- ensure --cluster CLUSTER --vpc-id VPC_ID --aws-region REGION

verify reports what differs. ensure shows its plan; it is always a dry run here.

Environment:
  COCKROACH_API_KEY     secret key of a CockroachDB Cloud service account
  AWS_PROFILE           AWS credentials as in docs/aws-credentials.md, for example a profile or AWS_ACCESS_KEY_ID
  AWS_REGION            region, where --aws-region is not given
  GITHUB_REPOSITORY_ID  ID of the repository whose workflow runs ensure, to compare its claims:
                        gh api repos/OWNER/REPO --jq .id

Exit code: 0, 1 for a failure or drift, 2 for a mistake in the command, 130 when cancelled

Options:
${options.join('\n')}`;
}

/** A description as lines of plain text. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.replaceAll('`', '').split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > WIDTH) lines.push(`${INDENT}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
