import { describe, expect, it } from 'vitest';
import { checkRecording } from '../../scripts/recording/check.ts';
import { readRecordingText } from '../../scripts/recording/read.ts';
import { standInsIn } from '../../scripts/recording/shapes.ts';
import { isWord } from '../../scripts/recording/words.ts';
import { type Chance, chanceFrom, KINDS, type MadeUp, madeUp, WAYS } from '../support/made-up-secrets.ts';
import { TEMPLATES, type Template, type Tree, XML_WAYS, xmlOf } from '../support/recorded-answers.ts';
import { type Recorded, recorded, type Talk } from '../support/recorded-network.ts';

/** Each holds one to four values. */
const ANSWERS_OF_A_SEED = 1500;
const SEEDS = Array.from({ length: 8 }, (_, at) => at + 1);
/** So many characters of a secret in a row give a part of it away. */
const WINDOW = 5;
const HEADERS = [
  'content-type',
  'retry-after',
  'date',
  'link',
  'cc-version',
  'x-amzn-requestid',
  'x-ratelimit-reset',
  'x-ratelimit-remaining',
  'x-other',
];

/** A value and how it was written into something. */
interface Planted extends MadeUp {
  readonly way: string;
  readonly text: string;
}

function plant(chance: Chance): Planted {
  const made = madeUp(chance.pick(Object.keys(KINDS)), chance);
  const way = chance.pick(Object.keys(WAYS));
  return { ...made, way, text: (WAYS[way] as (text: string, chance: Chance) => string)(made.value, chance) };
}

/** Puts a text somewhere into a copy of an answer: in place of a value, in a new field, as the name of one, or deep inside. */
function planted(body: Tree, text: string, chance: Chance): { tree: Tree; where: string } {
  const tree = structuredClone(body);
  const places: { holder: Tree; key: string }[] = [];
  const walk = (holder: Tree) => {
    for (const [key, value] of Object.entries(holder)) {
      if (Array.isArray(value)) {
        for (const one of value) if (typeof one === 'object' && one !== null && !Array.isArray(one)) walk(one);
      } else if (typeof value === 'object' && value !== null) walk(value);
      places.push({ holder, key });
    }
  };
  walk(tree);
  const { holder, key } = chance.pick(places);
  const where = chance.pick([
    'value',
    'value',
    'value',
    'new field',
    'name of a field',
    'list',
    'deep',
    'two fields',
    'number',
  ]);
  const half = Math.ceil(text.length / 2);
  if (where === 'value') holder[key] = text;
  if (where === 'new field') holder[chance.pick(['note', 'password', 'accountName', 'xyzzy'])] = text;
  if (where === 'name of a field') holder[text.replace(/[<>&"'\s]/g, '_') || 'x'] = 'x';
  if (where === 'list') holder[key] = [text, text] as never;
  if (where === 'deep') holder[key] = { item: { value: { state: { message: text } } } };
  if (where === 'two fields') Object.assign(holder, { [key]: text.slice(0, half), message: text.slice(half) });
  if (where === 'number') holder[key] = /^\d{6,15}$/.test(text) ? Number(text) : text;
  return { tree, where };
}

const isXml = (service: Template['service']) => service === 'ec2' || service === 'sts';
const form = (text: string) => encodeURIComponent(text);

/** A request or an answer with one value in it. */
function talkWith(plants: readonly Planted[], chance: Chance): { talk: Talk; where: string } {
  const template = chance.pick(TEMPLATES);
  const { service, status } = template;
  const [first] = plants as [Planted];
  const { text } = first;
  const place = chance.pick(['body', 'body', 'body', 'body', 'body', 'header', 'error', 'question', 'sent', 'page']);
  const plain = isXml(service) ? xmlOf(template.body, 'text', () => false) : JSON.stringify(template.body);
  const base = { service, status, text: plain };
  const header = chance.pick(HEADERS);
  if (place === 'header')
    return { talk: { ...base, headers: { [header]: text.replace(/[^\x21-\x7e]+/g, ' ').trim() } }, where: header };
  if (place === 'error') {
    const error = Object.assign(new Error(text), {
      code: chance.pick(['ECONNRESET', 'X', text]),
      name: chance.pick(['Error', text]),
    });
    return { talk: { ...base, error }, where: place };
  }
  if (place === 'question') {
    const asked = isXml(service)
      ? `Action=DescribeVpcs&${chance.pick(['VpcId', 'Filter.1.Value.1', 'Tag.1.Key', 'Xyz', 'Description', form(text).slice(0, 60)])}=${form(text)}&Tag.1.Value=${form(text)}`
      : `/api/v1/${chance.pick(['clusters', 'repos', 'x', 'repos/a/b/branches'])}/${form(text)}?${chance.pick(['page', 'head', 'state', 'q', form(text)])}=${form(text)}`;
    return { talk: { ...base, asked }, where: place };
  }
  if (place === 'sent' && !isXml(service))
    return { talk: { ...base, sent: JSON.stringify(planted(template.body, text, chance).tree) }, where: place };
  if (place === 'page')
    return {
      talk: { ...base, text: chance.pick([text, `<html>${text}</html>`, `${plain}${text}`, JSON.stringify(text)]) },
      where: place,
    };
  let { tree, where } = planted(template.body, text, chance);
  for (const more of plants.slice(1)) tree = planted(tree, more.text, chance).tree;
  const xmlWay = chance.pick(Object.keys(XML_WAYS));
  const isPlanted = (one: string) => plants.some((other) => other.text !== '' && one.includes(other.text));
  return {
    talk: { ...base, text: isXml(service) ? xmlOf(tree, xmlWay, isPlanted) : JSON.stringify(tree) },
    where: `${where}${isXml(service) ? ` (${xmlWay})` : ''}`,
  };
}

/** What is left of a line without stand-ins, times and lengths: letters and digits only, so that no split hides anything. */
function bare(line: string): string {
  let text = line.replace(/^\{"n":\d+,"after":\[[\d,]*\],"start":[\d.]+,"ms":[\d.]+/, '');
  for (const { standIn } of standInsIn(text)) text = text.replaceAll(standIn, '\n');
  return text
    .replace(/t[+-]\d+\.\d+|\[\d+\]|(?:string|number|array|object)\(\d+\)/g, '\n')
    .replace(/[^A-Za-z0-9\n]+/g, '');
}

const windows = (text: string) =>
  new Set(
    text
      .split('\n')
      .flatMap((part) =>
        Array.from({ length: Math.max(0, part.length - WINDOW + 1) }, (_, at) => part.slice(at, at + WINDOW)),
      ),
  );

/** Words that a way of writing adds by itself. */
const ADDED = /JSON|sentence|quotes|word|underscore|of a URL/;

/** What gives the value away in a line, and is not there without it. */
function leak(line: string, { value, random, text, way }: Planted, common: ReadonlySet<string>): string | undefined {
  const seen = bare(line);
  const lower = seen.toLowerCase();
  if (random === undefined) {
    const whole = [value, ...(ADDED.test(way) ? [] : [text])]
      .map((one) => one.replace(/[^A-Za-z0-9]+/g, '').toLowerCase())
      .filter((one) => one.length >= WINDOW);
    return whole.find((one) => lower.includes(one));
  }
  const spelled = ADDED.test(way)
    ? random
    : `${random}\n${(WAYS[way] as never as (text: string, chance: Chance) => string)(random, chanceFrom(1))}`;
  const given = windows(spelled.replace(/[^A-Za-z0-9\n]+/g, ''));
  // A word of the list by chance: `Icmp4` in a password. What is no word is a find of the detector.
  const words = windows((line.match(/[A-Za-z0-9]+/g) ?? []).filter(isWord).join('\n'));
  return [...windows(seen)].find((one) => given.has(one) && !common.has(one) && !words.has(one));
}

const NAMES = { cluster: 'qxjvk-orders', GITHUB_REPOSITORY: 'zqxv-org/wqkj-shop' };
const begin = (): Recorded =>
  recorded({
    env: {
      GITHUB_REPOSITORY: NAMES.GITHUB_REPOSITORY,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY_ID: '712345678',
    },
    inputs: { cluster: NAMES.cluster, operation: 'ensure' },
  });

/** Everything five characters long that recordings of these answers hold anyhow. */
async function commonWindows(): Promise<Set<string>> {
  const run = begin();
  for (const { service, status, body } of TEMPLATES) {
    const text = isXml(service) ? xmlOf(body, 'text', () => false) : JSON.stringify(body);
    await run.say({ service, status, text });
    await run.say({
      service,
      status,
      text,
      asked: isXml(service)
        ? 'Action=DescribeVpcs&VpcId=x&Filter.1.Value.1=x&Tag.1.Key=x&Tag.1.Value=x'
        : '/api/v1/repos/a/b/branches/c?page=x&head=x&state=x',
    });
    await run.say({
      service,
      status,
      text: '{"note":"","item":{"value":{"state":{"message":"of the request to the endpoint is not allowed"}}}}',
      headers: { 'content-type': 'x', date: 'x', 'retry-after': 'x', link: 'rel="next"' },
    });
  }
  const words =
    'Therequestoftheendpointisnotallowed Invalidvalueforparametervpc valuelist cluster vpcid BEGINPRIVATEKEY ENDPRIVATEKEY'.replaceAll(
      ' ',
      '\n',
    );
  return new Set([...windows(run.end().split('\n').map(bare).join('\n')), ...windows(words)]);
}

let values = 0;

describe('a recording of answers with secrets and identifiers in them', () => {
  it.each(SEEDS)('holds none of them, seed %i', async (seed) => {
    const chance = chanceFrom(seed * 7919);
    const common = await commonWindows();
    const run = begin();
    const all: { plants: Planted[]; where: string }[] = [];
    for (let count = 0; count < ANSWERS_OF_A_SEED; count += 1) {
      const plants = Array.from({ length: 1 + chance.below(4) }, () => plant(chance));
      const { talk, where } = talkWith(plants, chance);
      await run.say(talk);
      values += plants.length;
      all.push({
        plants:
          where === 'body' || !/^(?:header|error|question|sent|page)$|^[a-z-]+$/.test(where)
            ? plants
            : plants.slice(0, 1),
        where,
      });
    }
    const recording = run.end({
      drift: JSON.stringify(
        all.slice(0, 40).map(({ plants: [one] }) => ({ check: 'x', subject: one?.text, found: one?.value })),
      ),
    });
    const lines = recording.trimEnd().split('\n');
    expect(lines).toHaveLength(ANSWERS_OF_A_SEED + 2);
    const leaks = all.flatMap(({ plants, where }, index) =>
      plants.flatMap((one) => {
        const found = leak(lines[index + 1] ?? '', one, common);
        return found === undefined
          ? []
          : [
              `${one.kind}, ${one.way}, ${where}: ${found} of ${one.text.slice(0, 60)} in ${lines[index + 1]?.slice(0, 700)}`,
            ];
      }),
    );
    expect(leaks).toEqual([]);
    const finds = checkRecording(readRecordingText(recording, 'it'));
    expect(
      finds.map((one) => ({
        ...one,
        from: all[one.line - 2]?.plants.map(({ kind, way, text }) => `${kind}, ${way}: ${text}`),
        text: lines[one.line - 1]?.slice(0, 600),
      })),
    ).toEqual([]);
  });

  it('was tried with more than 10,000 values', () => expect(values).toBeGreaterThan(10_000));
});
