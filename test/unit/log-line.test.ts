import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLine, logLines } from '../../src/runner/log-line.ts';
import { unwrapped, wideLines } from '../harness/log-width.ts';

describe('lines of the log', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9:#[\]().,-]{1,40}$/);
  const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));

  it('are at most 120 characters wide, whatever is told', () => {
    fc.assert(
      fc.property(text, (told) => {
        expect(wideLines(logLines(told).join('\n'))).toEqual([]);
      }),
    );
  });

  it('say together what was told', () => {
    const plain = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(plain, (words) => {
        expect(unwrapped(logLines(words.join(' ')).join('\n'))).toBe(words.join(' '));
      }),
    );
  });

  it('are no commands to the runner, wherever a line breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('::error::', '##[error]', 'word', 'x'.repeat(50)), { minLength: 1 }),
        (words) => {
          for (const line of logLines(words.join(' '))) expect(line).not.toMatch(/^\s*::|##\[/);
        },
      ),
    );
  });

  it('keep a command in one piece, on a line of its own', () => {
    const command = `aws ec2 delete-vpc-endpoints --region us-east-1 --vpc-endpoint-ids ${'vpce-0123456789abcdef0 '.repeat(6).trim()}`;
    expect(logLines(`Nobody uses it. Delete it: ${command}`)).toEqual(['Nobody uses it. Delete it:', `    ${command}`]);
    expect(logLines(command)).toEqual([command]);
  });

  it('keep the indent of a list', () => {
    expect(logLines('  + VPC endpoint')).toEqual(['  + VPC endpoint']);
    expect(logLine('  a\nb ')).toBe('a b');
  });
});
