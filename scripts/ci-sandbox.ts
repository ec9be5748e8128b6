/**
 * The sandbox beside the steps of a job. `start` leaves it running and gives later steps, through GITHUB_ENV, the
 * addresses that the action is to use; `stop` ends it. The clock is the real one: a runner passes no NODE_OPTIONS on to
 * later steps.
 */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bothPlans, ids, type Settings, startSandbox } from '../test/sandbox/index.ts';

/** Nobody stops the sandbox of a job that was killed. */
const LONGEST_LIFE_MS = 20 * 60_000;
const START_MS = 30_000;

const folder = path.resolve(import.meta.dirname, '../tmp/ci-sandbox');
const readyFile = path.join(folder, 'ready.json');
const logFile = path.join(folder, 'log.txt');

interface Ready {
  pid: number;
  env: Record<string, string>;
}

/** Each change of state takes half a second. */
const SECONDS: Partial<Settings['seconds']> = {
  serviceCreate: 0.5,
  acceptance: 0.5,
  available: 0.5,
  connection: 0.5,
  modify: 0.5,
  dns: 0.5,
  delete: 0.5,
  deletedVisible: 5,
  eniDetach: 0.5,
  createEndpoint: 0.1,
  disconnect: 0.5,
};

async function serve(): Promise<void> {
  const sandbox = await startSandbox({ ...bothPlans(), rate: 1, settings: { seconds: SECONDS } });
  const env = Object.fromEntries(Object.entries(sandbox.env).filter(([name]) => !name.startsWith('GITHUB_')));
  const ready: Ready = {
    pid: process.pid,
    // Reads of the sandbox do not lag, so a run need not wait for them.
    env: { ...env, COCKROACH_API_KEY: ids.apiKey, PRIVATELINK_READ_LAG_SECONDS: '1' },
  };
  writeFileSync(`${readyFile}.part`, JSON.stringify(ready));
  renameSync(`${readyFile}.part`, readyFile);
  const end = () => process.exit(0);
  process.on('SIGTERM', end);
  setTimeout(end, LONGEST_LIFE_MS);
}

async function start(): Promise<void> {
  const file = process.env['GITHUB_ENV'];
  if (file === undefined) throw new Error('GITHUB_ENV is not set: this is for a job of a workflow');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [import.meta.filename, 'serve'], {
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  const until = Date.now() + START_MS;
  while (!existsSync(readyFile)) {
    if (ended || Date.now() > until) throw new Error(`the sandbox did not start: ${readFileSync(logFile, 'utf8')}`);
    await sleep(50);
  }
  child.unref();
  const { env, pid } = JSON.parse(readFileSync(readyFile, 'utf8')) as Ready;
  for (const [name, value] of Object.entries(env)) appendFileSync(file, `${name}=${value}\n`);
  console.log(`The sandbox runs as process ${pid}; later steps have ${Object.keys(env).join(', ')}.`);
}

function stop(): void {
  if (!existsSync(readyFile)) return;
  const { pid } = JSON.parse(readFileSync(readyFile, 'utf8')) as Ready;
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  rmSync(readyFile);
}

const [command] = process.argv.slice(2);
if (command === 'start') await start();
else if (command === 'serve') await serve();
else if (command === 'stop') stop();
else throw new Error('usage: ci-sandbox.ts start|stop');
