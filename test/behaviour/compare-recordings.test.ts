import { describe, expect, it } from 'vitest';
import { type Comparison, compareRecording } from '../../scripts/recording/compare/run.ts';
import { parseAgainst } from '../../scripts/recording/compare/settings.ts';
import { comparisonLines } from '../../scripts/recording/compare/telling.ts';
import { readRecordingFile, readRecordingText } from '../../scripts/recording/read.ts';
import { recordInMemory } from '../harness/recorded-run.ts';
import { applySettings, type DeepPartial, defaultSettings, type Settings } from '../sandbox/settings.ts';
import { COMPARED, NOT_OF_A_SERVICE, UNSEEN } from '../support/compared-knobs.ts';

type Name = keyof typeof COMPARED;

async function recorded(name: Name, ...knobs: string[]) {
  const settings = knobs.reduce<DeepPartial<Settings>>(
    (all, one) => applySettings(all, parseAgainst(one).settings as DeepPartial<DeepPartial<Settings>>),
    {},
  );
  const { text } = await recordInMemory(COMPARED[name](settings));
  return readRecordingText(text, name);
}

const compared = async (name: Name, ...knobs: string[]): Promise<Comparison> =>
  compareRecording(await recorded(name, ...knobs));
/** The settings that a comparison names, without the values of times, which are what the reads of a run can tell. */
const named = ({ explained }: Comparison) =>
  explained.map((all) => all.map((one) => one.replace(/^((?:stale\.)?seconds\.\w+)=.*/, '$1')));

const SETTINGS: [Name, string][] = [
  ['a verify', 'cloud.statusPrefix=false'],
  ['a verify', 'cloud.regionField=region'],
  ['a verify', 'cloud.regionField=none'],
  ['a verify', 'cloud.awsSubObject=false'],
  ['a verify', 'ec2.pascalStates=true'],
  ['a verify', 'ec2.pageSize=2'],
  ['a first run on Standard', 'ec2.dnsFlag=at-once'],
  ['a first run on Standard', 'cloud.standardAccept=first-connection'],
  ['a first run on Standard', 'propagation.group=5'],
  ['a first run on Standard', 'sts.freshKeySeconds=5'],
  ['a first run on Advanced', 'ec2.dnsEntriesBeforeAcceptance=true'],
  ['a first run on Standard', 'stale.seconds.group=30'],
  ['a first run on Standard', 'sts.idpUnreachable=1'],
  ['a verify', 'cloud.pagesEverywhere=true'],
];
const TIMES: [Name, string, number][] = [
  ['a first run on Standard', 'seconds.available', 300],
  ['a first run on Standard', 'seconds.connection', 300],
  ['a first run on Standard', 'seconds.dns', 300],
  ['a first run on Standard', 'seconds.createEndpoint', 9],
  ['a first run on Advanced', 'seconds.serviceCreate', 300],
  ['a first run on Advanced', 'seconds.acceptance', 300],
  ['a delete', 'seconds.delete', 300],
  ['a delete', 'seconds.eniDetach', 120],
];

/** The paths of all settings. */
function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, path === '' ? name : `${path}.${name}`));
}

describe('compare', () => {
  it.each(Object.keys(COMPARED) as Name[])('finds nothing where the sandbox is set alike: %s', async (name) => {
    const comparison = await compared(name);
    expect(comparison).toMatchObject({ differences: [], explained: [], unexplained: [] });
    expect(comparisonLines(comparison)[0]).toMatch(/^The sandbox answers as recorded/);
  });

  it.each(SETTINGS)('names the setting: %s, %s', async (name, knob) => {
    const comparison = await compared(name, knob);
    expect(comparison.differences.length).toBeGreaterThan(0);
    expect({ explained: comparison.explained, unexplained: comparison.unexplained }).toEqual({
      explained: [[knob]],
      unexplained: [],
    });
  });

  it.each(TIMES)('names the time, and about how long it was: %s, %s', async (name, knob, seconds) => {
    const comparison = await compared(name, `${knob}=${seconds}`);
    expect(named(comparison)).toEqual([[knob]]);
    expect(comparison.unexplained).toEqual([]);
    const told = Number(comparison.explained[0]?.[0]?.split('=')[1]);
    expect(Math.abs(told - seconds) / seconds).toBeLessThan(0.2);
  });

  it('names the time of a connection that is removed, which ends when its VPC endpoint is deleted', async () => {
    const comparison = await compared('a delete', 'seconds.disconnect=300');
    expect(named(comparison)).toEqual([['seconds.disconnect']]);
    expect(comparison.unexplained).toEqual([]);
  });

  it('has every setting of the sandbox in a row of this test, or in one that says why a run does not show it', () => {
    const unseen = Object.values(UNSEEN).flat();
    const rows = [...SETTINGS, ...TIMES].map(([, knob]) => knob).concat(unseen, NOT_OF_A_SERVICE, 'seconds.disconnect');
    const known = new Set(rows.map((knob) => knob.replace(/=.*/, '')));
    const { stale, ...settings } = defaultSettings();
    expect(leavesOf(settings).filter((path) => !known.has(path))).toEqual([]);
    expect(stale).toEqual({ seconds: {}, mode: 'max' });
  });

  it.each(Object.keys(COMPARED) as Name[])('finds nothing where only what is not shown differs: %s', async (name) => {
    const comparison = await compared(name, ...Object.values(UNSEEN).flat());
    expect(comparison.differences).toEqual([]);
  });

  it('names each of two settings, and none with --against', async () => {
    const knobs = ['cloud.statusPrefix=false', 'cloud.awsSubObject=false'];
    const recording = await recorded('a verify', ...knobs);
    const comparison = await compareRecording(recording);
    expect(comparison.explained.flat().toSorted()).toEqual(knobs.toSorted());
    expect(comparison.unexplained).toEqual([]);
    expect((await compareRecording(recording, knobs.map(parseAgainst))).differences).toEqual([]);
  });

  it('lists what no setting explains: a field, a word and a header that the sandbox does not have', async () => {
    const { lines } = await recorded('a verify');
    const text = lines
      .map((line) =>
        line.text
          .replace('"plan":"STANDARD"', '"plan":"STANDARD","created_by":"string(4)"')
          .replaceAll('"network_visibility":"PUBLIC"', '"network_visibility":"public"')
          .replaceAll('"cc-version":"2024-09-16"', '"deprecation":"true"'),
      )
      .join('\n');
    const comparison = await compareRecording(readRecordingText(`${text}\n`, 'edited'));
    expect(comparison.unexplained).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ service: 'cloud', what: 'field created_by', recorded: 'there', sandbox: 'missing' }),
        expect.objectContaining({ what: 'words of network_visibility', recorded: 'public', sandbox: 'PUBLIC' }),
        expect.objectContaining({ what: 'headers', recorded: 'deprecation', sandbox: 'cc-version' }),
      ]),
    );
    expect(comparisonLines(comparison).join('\n')).toContain('No setting of the sandbox explains any of them.');
  });

  it('names no setting that only stops the run earlier', async () => {
    const recording = readRecordingFile(new URL('../recordings/denied-endpoint.jsonl', import.meta.url).pathname);
    const { explained, unexplained, left, differences } = await compareRecording(recording);
    expect(explained).toEqual([]);
    expect(unexplained).toEqual(differences);
    expect(differences).toContainEqual(
      expect.objectContaining({ call: 'CreateVpcEndpoint', what: 'status', recorded: '403 UnauthorizedOperation' }),
    );
    expect(left).toEqual(['what was denied: every permission is there']);
  });

  it('refuses what is no setting', () => {
    expect(() => parseAgainst('statusPrefix')).toThrow('expected SETTING=VALUE');
    expect(() => parseAgainst('cloud.statusPrefixes=false')).toThrow('no such setting');
  });
});
