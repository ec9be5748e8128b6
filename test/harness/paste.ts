import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parted } from '../../src/support/commands.ts';
import { ids, type MemorySandbox, type ServiceName } from '../sandbox/index.ts';
import { type Ended, runChild } from './child.ts';
import { startProxy } from './proxy.ts';
import type { RunResult } from './run-action.ts';
import { type Answering, type Asked, startServer } from './stand-in.ts';

/** What stands in for more services of AWS, by the word of the AWS CLI, and for files of this repository at GitHub. */
export type Stands = Readonly<Record<string, Answering>> & { readonly files?: Answering };

/** Services of AWS that the sandbox has. Others answer whatever they are asked with nothing. */
const SERVED = ['ec2', 'sts'] as const;
/** Services with one endpoint for all regions: the AWS CLI asks for a region only where --endpoint-url is given. */
const GLOBAL = ['iam'];
/** Where `gh` finds GitHub without https: its own developers' host (cli/cli, ghinstance). */
const GITHUB = 'github.localhost';

/** Every command that a run printed: a line of the log, a word of an output, or code in the summary. */
export function printedCommands(result: RunResult): string[] {
  const words = ['plan', 'drift'].flatMap((name) => stringsIn(JSON.parse(result.outputs[name] || '[]')));
  const code = [...result.summary.matchAll(/<code>(.*?)<\/code>/g)].map(([, inside = '']) =>
    inside
      .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
  const lines = [...result.log.split('\n'), ...result.annotations.flatMap(({ message }) => message.split('\n'))];
  const commands = [...lines, ...words, ...code].map((text) => parted(text.trim()).command);
  return [...new Set(commands.filter((one) => one !== ''))];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** What a person's machine has that pastes a command. */
export interface Machine {
  /** Runs it in bash as it stands. */
  paste(command: string): Promise<Ended>;
  close(): Promise<void>;
}

/**
 * A machine on which somebody has signed in to AWS and GitHub and set nothing else, a region least of all. Its `aws` is the
 * real one, sent to the sandbox by an option before the rest; its `gh` is the real one behind a proxy that knows the sandbox.
 */
export async function startMachine(box: MemorySandbox, more: Stands = {}): Promise<Machine> {
  const home = mkdtempSync(path.join(tmpdir(), 'machine-'));
  // Programs sign with the time of this machine.
  box.settings.sts.maxClockSkewSeconds = Number.MAX_SAFE_INTEGER;
  const door = await box.openDoor('by hand');
  const serve = (service: ServiceName) =>
    startServer(async ({ method, url, headers, body }) => {
      const outcome = await box.time.drive(door.send(service, { method, path: url, headers, body }));
      if (outcome.kind !== 'answer') throw new Error(`no answer but ${outcome.kind}`);
      return outcome;
    });
  const [ec2, sts, github] = await Promise.all([serve('ec2'), serve('sts'), serve('github')]);
  const other = await startServer(async (asked) => ({ status: 200, headers: {}, body: nothing(asked) }));
  const stands = Object.fromEntries(
    await Promise.all(Object.entries(more).map(async ([name, stand]) => [name, await startServer(stand)] as const)),
  );
  const proxy = await startProxy({ routes: { [`api.${GITHUB}:80`]: github.url } });
  mkdirSync(path.join(home, 'bin'));
  // The folder of the wrapper is taken off again, so that it finds the program behind it.
  const wrapper = `#!/bin/bash
PATH="\${PATH#*:}"
case "$1" in
${[...SERVED, ...Object.keys(stands).filter((name) => !GLOBAL.includes(name))].map((service) => `  ${service}) exec aws --endpoint-url "$SANDBOX_${service}" "$@" ;;`).join('\n')}
${Object.keys(stands)
  .filter((name) => GLOBAL.includes(name))
  .map((name) => `  ${name}) AWS_DEFAULT_REGION=us-east-1 exec aws --endpoint-url "$SANDBOX_${name}" "$@" ;;`)
  .join('\n')}
  # The others have one endpoint for all regions, and need one only where --endpoint-url is given.
  *) AWS_DEFAULT_REGION=us-east-1 exec aws --endpoint-url "$SANDBOX_other" "$@" ;;
esac
`;
  writeFileSync(path.join(home, 'bin/aws'), wrapper, { mode: 0o755 });
  const curl = `#!/bin/bash\nPATH="\${PATH#*:}" exec curl "\${@/#https:\\/\\/raw.githubusercontent.com/$SANDBOX_files}"\n`;
  if (stands['files'] !== undefined) writeFileSync(path.join(home, 'bin/curl'), curl, { mode: 0o755 });
  const env = {
    PATH: `${path.join(home, 'bin')}:${process.env['PATH'] ?? ''}`,
    HOME: home,
    LC_ALL: 'C.UTF-8',
    AWS_ACCESS_KEY_ID: ids.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ids.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
    SANDBOX_ec2: ec2.url,
    SANDBOX_sts: sts.url,
    SANDBOX_other: other.url,
    ...Object.fromEntries(Object.entries(stands).map(([name, { url }]) => [`SANDBOX_${name}`, url])),
    GH_HOST: GITHUB,
    GH_TOKEN: box.tokens.github,
    HTTP_PROXY: proxy.url,
    NO_PROXY: '127.0.0.1',
  };
  return {
    paste: (command) => runChild(['bash', '-c', command], { env, cwd: home }),
    async close() {
      await Promise.all([ec2, sts, github, other, proxy, ...Object.values(stands)].map((one) => one.close()));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** An empty answer of a service of AWS in its protocol: Query, REST with XML (Route 53), REST with JSON. */
function nothing({ url, body }: Asked): string {
  const action = /(?:^|&)Action=(\w+)/.exec(body)?.[1];
  if (action !== undefined) return `<${action}Response><${action}Result/></${action}Response>`;
  return url.startsWith('/2013-04-01/') ? '<Nothing/>' : '{}';
}
