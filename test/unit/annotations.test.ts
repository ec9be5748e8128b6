import { describe, expect, it } from 'vitest';
import { troubleshootingLink } from '../../src/run.ts';
import { createAnnotations } from '../../src/runner/annotations.ts';

function collect() {
  const shown: { level: string; text: string; title: string }[] = [];
  const lines: string[] = [];
  const annotations = createAnnotations({
    annotate: (level, text, title) => shown.push({ level, text, title }),
    line: (text) => lines.push(text),
    page: (path) => `https://example.com/${path}`,
  });
  return { annotations, shown, lines };
}

describe('annotations', () => {
  it('show each problem once', () => {
    const { annotations, shown } = collect();
    const problem = { code: 'drift', cause: 'A fact', fix: 'Fix it.' };
    annotations.tell('error', problem);
    annotations.tell('error', problem);
    annotations.tell('warning', problem);
    annotations.end();
    expect(shown).toEqual([
      {
        level: 'error',
        text: 'A fact\nFix it.\nhttps://example.com/docs/troubleshooting.md#drift',
        title: 'CockroachDB PrivateLink: drift',
      },
    ]);
  });

  it.each([
    [`${'a'.repeat(60)}; ${'b'.repeat(60)}`, [`${'a'.repeat(60)};`, 'b'.repeat(60)]],
    [`${'a'.repeat(60)} ${'b'.repeat(60)}`, ['a'.repeat(60), 'b'.repeat(60)]],
    ['a'.repeat(150), ['a'.repeat(100), 'a'.repeat(50)]],
    ['a'.repeat(100), ['a'.repeat(100)]],
  ])('lose nothing of a long first line: %s', (cause, lines) => {
    const { annotations, shown } = collect();
    annotations.tell('warning', { code: 'note', cause, fix: '' });
    expect(shown[0]?.text.split('\n')).toEqual(lines);
  });

  it('have whole links to the pages that a text names', () => {
    const { annotations, shown } = collect();
    annotations.tell('error', { code: 'note', cause: 'A fact', fix: 'Read docs/iam.md#teams first.' });
    expect(shown[0]?.text).toBe('A fact\nRead https://example.com/docs/iam.md#teams first.');
  });

  it('have a command on a line of its own', () => {
    const { annotations, shown } = collect();
    const fix = 'Set the tag, for example: aws ec2 create-tags --resources sg-1';
    annotations.tell('error', { code: 'not-ours', cause: 'A fact', fix });
    expect(shown[0]?.text.split('\n')).toEqual([
      'A fact',
      'Set the tag, for example:',
      'aws ec2 create-tags --resources sg-1',
      'https://example.com/docs/troubleshooting.md#not-ours',
    ]);
  });

  it('put into the log what the runner would cut', () => {
    const { annotations, shown, lines } = collect();
    const details = Array.from({ length: 30 }, (_, index) => `${index} ${'x'.repeat(300)}`);
    annotations.tell('error', { code: 'timeout', cause: 'A fact', fix: 'Fix it.', details });
    expect(shown[0]?.text.length).toBeLessThanOrEqual(4_096);
    expect(shown[0]?.text).toMatch(/… The log of this step has the rest\.$/);
    for (const line of details) expect(lines).toContain(line);
  });
});

describe('the link to the troubleshooting page', () => {
  const server = { GITHUB_SERVER_URL: 'https://github.com' };
  it.each([
    [
      { GITHUB_ACTION_REPOSITORY: 'a/b', GITHUB_ACTION_REF: 'v1' },
      'https://github.com/a/b/blob/v1/docs/troubleshooting.md#drift',
    ],
    [{ GITHUB_ACTION_REPOSITORY: '' }, 'docs/troubleshooting.md#drift'],
    // As the reusable workflows set it; the runner may still have the action of the step before.
    [
      {
        PRIVATELINK_ACTION_REPOSITORY: 'a/b',
        PRIVATELINK_ACTION_REF: '0123',
        GITHUB_ACTION_REPOSITORY: 'actions/checkout',
      },
      'https://github.com/a/b/blob/0123/docs/troubleshooting.md#drift',
    ],
    [{ PRIVATELINK_ACTION_REPOSITORY: 'a b', GITHUB_ACTION_REPOSITORY: '' }, 'docs/troubleshooting.md#drift'],
  ])('%j: %s', (env, link) => {
    expect(troubleshootingLink({ ...server, ...env }, 'drift')).toBe(link);
  });
});
