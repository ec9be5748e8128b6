import type { Toolkit } from '../../src/action.ts';

/** What to do about a problem on a machine that is no runner, by the code that its text names. */
const HERE: Readonly<Record<string, string>> = {
  'aws-credentials-missing': 'On this machine: sign in with the AWS CLI, and set AWS_PROFILE to that profile.',
};

/**
 * A terminal in place of a runner: groups are headings with their lines indented, annotations are paragraphs, and there
 * are neither workflow commands nor outputs nor a summary. Secrets are hidden before they come here
 * (src/runner/redaction.ts).
 */
export function terminal(input: (name: string) => string, { isDebug }: { isDebug: boolean }): Toolkit {
  let indent = '';
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  const annotation = (level: string) => (text: string, properties?: { title?: string }) => {
    const code = (properties?.title ?? '').replace('CockroachDB PrivateLink: ', '');
    const here = Object.entries(HERE).filter(([problem]) => `${code} ${text}`.includes(problem));
    const [first = '', ...more] = [...text.split('\n'), ...here.map(([, line]) => line)];
    say(`\n${level} (${code}): ${first}`);
    for (const line of more) say(`  ${line}`);
  };
  return {
    getInput: input,
    setOutput: () => undefined,
    setSecret: () => undefined,
    info: (text) => say(`${indent}${text}`),
    debug: (text) => void process.stderr.write(`${text}\n`),
    isDebug: () => isDebug,
    startGroup: (name) => {
      say(`\n${name}`);
      indent = '  ';
    },
    endGroup: () => {
      indent = '';
    },
    error: annotation('Error'),
    warning: annotation('Warning'),
    writeSummary: async () => undefined,
  };
}
