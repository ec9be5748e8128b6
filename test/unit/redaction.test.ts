import { expect, it } from 'vitest';
import { withRedaction } from '../../src/runner/redaction.ts';

const TOKEN = 'ghs_16C7e42F292c6912E716C7e42F292c6912E7';

it('every way out of a run is watched', async () => {
  const left: string[] = [];
  const leave = (...texts: string[]) => void left.push(texts.join(' '));
  const runner = withRedaction({
    log: { line: leave, startGroup: leave, endGroup: () => leave('end'), warning: leave },
    setOutput: leave,
    maskSecret: () => undefined,
    showSummary: async (markdown: string) => leave(markdown),
    annotate: (level: string, problem: unknown) => leave(level, JSON.stringify(problem)),
    debug: leave,
  });
  runner.secrets.add({ kind: 'token', name: 'github-token' }, TOKEN);
  runner.log.line(`line ${TOKEN}`);
  runner.log.startGroup(`group ${TOKEN}`);
  runner.log.endGroup();
  runner.log.warning(`warning ${TOKEN}`);
  runner.debug(`debug ${TOKEN}`);
  runner.annotate('error', { code: 'title', cause: TOKEN, fix: TOKEN, details: [TOKEN] });
  await runner.showSummary(`summary ${TOKEN}`);
  runner.setOutput('summary-markdown', TOKEN);
  runner.setOutput('drift', JSON.stringify([{ check: 'error', found: TOKEN, fix: 'none' }]));
  expect(left).toEqual([
    'line ***',
    'group ***',
    'end',
    'warning ***',
    'debug ***',
    'error {"code":"title","cause":"***","fix":"***","details":["***"]}',
    'summary ***',
    'summary-markdown ***',
    'drift [{"check":"error","found":"***","fix":"none"}]',
  ]);
});
