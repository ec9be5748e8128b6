import { expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import type { Annotation } from '../harness/runner-files.ts';

/** The red annotations of a run: what a person reads first when a step failed. */
export function errorsOf(result: RunResult): Annotation[] {
  return result.annotations.filter(({ level }) => level === 'error');
}

/** What they are about. */
export function titlesOf(result: RunResult): string[] {
  return errorsOf(result).map(({ title }) => title.replace('CockroachDB PrivateLink: ', ''));
}

/** The yellow ones. */
export function warningsOf(result: RunResult): Annotation[] {
  return result.annotations.filter(({ level }) => level === 'warning');
}

/**
 * A run that failed as it should: exit 1, its code among the outputs, an annotation of cause, fix and doc anchor for each
 * problem, no secret anywhere.
 * @param says what one of the annotations must hold besides
 */
export function expectFailure(result: RunResult, code: string, ...says: (string | RegExp)[]): void {
  expect({ code: result.outputs['error-code'], exit: result.exitCode }, result.log).toEqual({ code, exit: 1 });
  expectErrors(result, code, ...says);
}

/** A run that was cancelled: exit 130 with everything that a failed one has. */
export function expectCancelled(result: RunResult): void {
  expect({ code: result.outputs['error-code'], exit: result.exitCode, signal: result.signal }, result.log).toEqual({
    code: 'cancelled',
    exit: 130,
    signal: null,
  });
  expectErrors(result, 'cancelled');
  expect(errorsOf(result)).toHaveLength(1);
}

function expectErrors(result: RunResult, code: string, ...says: (string | RegExp)[]): void {
  const errors = errorsOf(result);
  const titles = titlesOf(result);
  // Drift has the check of each finding.
  if (code === 'drift') expect(errors, result.log).not.toEqual([]);
  else expect(titles, result.log).toContain(code);
  for (const [index, { message }] of errors.entries()) {
    if (/^\d+ more$/.test(titles[index] ?? '')) continue;
    // Around the fix there may be lines of what another service said, and of what the fix needs.
    const [cause = '', ...rest] = message.split('\n');
    const [fix = '', link = ''] = rest.slice(-2);
    expect([cause.length > 10, fix.length > 10], message).toEqual([true, true]);
    expect(link).toBe(`https://github.com/acme/privatelink-action/blob/v1/docs/troubleshooting.md#${titles[index]}`);
  }
  // A fact that is too long for a first line goes on in the second.
  const messages = errors.flatMap(({ message }) => [message, message.replaceAll('\n', ' ')]);
  for (const text of says) {
    const says = (message: string) => (typeof text === 'string' ? message.includes(text) : text.test(message));
    expect(messages.some(says), `${text}\n${messages.join('\n\n')}`).toBe(true);
  }
}

/** A run that ended well: exit 0, no error code, nothing red, no secret anywhere. */
export function expectSuccess(result: RunResult): void {
  expect({ code: result.outputs['error-code'], exit: result.exitCode }, result.log).toEqual({ code: '', exit: 0 });
  expect(errorsOf(result)).toEqual([]);
}

/** How many requests of the run had this action. */
export function countOf(result: RunResult, action: string | RegExp): number {
  const matches = (name: string) => (typeof action === 'string' ? name === action : action.test(name));
  return result.requests.filter((request) => matches(request.action)).length;
}
