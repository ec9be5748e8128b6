// A recording made through the recorder's own doors, over a network that answers what a test says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Network } from '../../src/network.ts';
import { type Recording, startRecording } from '../../src/recorder/start.ts';
import { DEFAULT_OUTPUTS } from '../../src/runner/outputs.ts';
import { wallTime } from '../../src/support/moment.ts';
import type { Template } from './recorded-answers.ts';

/** One request and what comes of it. */
export interface Talk {
  readonly service: Template['service'];
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For AWS the form, for others the path with its query. */
  readonly asked?: string;
  readonly sent?: string;
  /** Instead of an answer. */
  readonly error?: Error;
}

const PATHS: Readonly<Record<Template['service'], string>> = {
  ec2: 'Action=DescribeVpcEndpoints&Version=2016-11-15',
  sts: 'Action=AssumeRoleWithWebIdentity&Version=2011-06-15',
  cloud: '/api/v1/clusters',
  github: '/repos/a/b/issues',
  'github-token': '/token',
  metadata: '/latest/meta-data',
};

export interface Recorded {
  say(talk: Talk): Promise<void>;
  /** The network that is recorded; what it answers is given to `say`. */
  end(outputs?: Partial<Record<keyof typeof DEFAULT_OUTPUTS, string>>): string;
}

/** Begins a recording in a folder of its own; `end` gives its text. */
export function recorded({
  env = {},
  inputs = {},
}: {
  env?: Record<string, string>;
  inputs?: Record<string, string>;
} = {}): Recorded {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  const file = join(folder, 'run.jsonl');
  let at = Date.parse('2026-12-01T05:00:00Z');
  const clock = { now: () => (at += 7), wall: () => wallTime(at), sleep: async () => undefined };
  const recording: Recording = startRecording(file, {
    env: { RUNNER_TEMP: folder, ...env },
    clock,
    input: (name) => inputs[name] ?? '',
  });
  let talk: Talk | undefined;
  const network = recording.through(answering(() => talk as Talk));
  return {
    async say(next) {
      talk = next;
      await sayTo(network, next).catch((error: unknown) => {
        if (error !== next.error && !(error instanceof Error && 'statusCode' in error)) throw error;
      });
    },
    end(outputs = {}) {
      const { trouble } = recording.end({ exitCode: 0, outputs: { ...DEFAULT_OUTPUTS, ...outputs }, steps: [] });
      const text = readFileSync(file, 'utf8');
      rmSync(folder, { recursive: true });
      if (trouble !== undefined) throw trouble;
      return text;
    },
  };
}

function answering(talk: () => Talk): Network {
  const or = <T>(answer: () => T): T => {
    const { error } = talk();
    if (error !== undefined) throw error;
    return answer();
  };
  const network: Partial<Network> = {
    getJson: (async () => or(() => ({ statusCode: talk().status, result: jsonOr(talk().text) }))) as never,
    metadata: (async () => or(() => ({ status: talk().status, body: talk().text }))) as never,
    aws: async () =>
      ({
        settings: {
          requestHandler: {
            handle: async () =>
              or(() => ({
                response: { statusCode: talk().status, headers: talk().headers ?? {}, body: Readable.from([]) },
              })),
          },
          streamCollector: async () => Buffer.from(talk().text),
        },
        close: () => undefined,
      }) as never,
    cloud: (async () => ({
      send: async () =>
        or(() => ({
          status: talk().status,
          body: talk().text,
          retryAfter: talk().headers?.['retry-after'],
          contentType: talk().headers?.['content-type'],
          version: talk().headers?.['cc-version'],
        })),
      close: async () => undefined,
    })) as never,
    githubFetch: (async () =>
      or(() => new Response(talk().text, { status: talk().status, headers: talk().headers ?? {} }))) as never,
  };
  return network as Network;
}

async function sayTo(network: Network, { service, asked = PATHS[service], sent }: Talk): Promise<void> {
  const url = (base: string) => new URL(asked.startsWith('/') ? `${base}${asked}` : `${base}/${asked}`);
  const body = sent === undefined ? {} : { body: sent };
  const method = sent === undefined ? 'GET' : 'POST';
  switch (service) {
    case 'github-token':
      return void (await network.getJson(url('https://pipelines.actions.githubusercontent.com').href, {}));
    case 'metadata':
      return void (await network.metadata({ method: 'GET', url: url('http://169.254.169.254'), headers: {} } as never));
    case 'cloud': {
      const client = await network.cloud();
      return void (await client.send({
        method,
        url: url('https://cockroachlabs.cloud'),
        headers: {},
        signal: new AbortController().signal,
        ...body,
      } as never));
    }
    case 'github':
      return void (await network.githubFetch(url('https://api.github.com'), { method, ...body }));
    default: {
      const { settings } = await network.aws('us-east-1', '');
      const handler = settings.requestHandler as {
        handle(request: unknown): Promise<{ response: { body: Readable } }>;
      };
      const host = `${service}.us-east-1.amazonaws.com`;
      const { response } = await handler.handle({
        method: 'POST',
        protocol: 'https:',
        hostname: host,
        path: '/',
        headers: {},
        body: asked,
      });
      await settings.streamCollector?.(response.body);
    }
  }
}

/** The client of the token service gives on what is JSON; a text stands for what is not. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
