import { expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import type { Annotation } from '../harness/runner-files.ts';

/** The red annotations of a run: what a person reads first when a step failed. */
export function errorsOf(result: RunResult): Annotation[] {
  return result.annotations.filter(({ level }) => level === 'error');
}

/** The yellow ones. */
export function warningsOf(result: RunResult): Annotation[] {
  return result.annotations.filter(({ level }) => level === 'warning');
}

/**
 * A run that failed as it should: exit 1, its code among the outputs, one annotation of cause, fix and doc anchor, no secret anywhere.
 * @param says what the annotation must hold besides
 */
export function expectFailure(result: RunResult, code: string, ...says: (string | RegExp)[]): void {
  expect({ code: result.outputs['error-code'], exit: result.exitCode }, result.log).toEqual({ code, exit: 1 });
  expectOneError(result, code, ...says);
}

/** A run that was cancelled: exit 130 with everything that a failed one has. */
export function expectCancelled(result: RunResult): void {
  expect({ code: result.outputs['error-code'], exit: result.exitCode, signal: result.signal }, result.log).toEqual({
    code: 'cancelled',
    exit: 130,
    signal: null,
  });
  expectOneError(result, 'cancelled');
}

function expectOneError(result: RunResult, code: string, ...says: (string | RegExp)[]): void {
  const errors = errorsOf(result);
  expect(errors, result.log).toHaveLength(1);
  expect(errors[0]?.title).toContain(code);
  // Between cause and fix there may be lines of what another service said.
  const [cause = '', ...rest] = errors[0]?.message.split('\n') ?? [];
  const [fix = '', link = ''] = rest.slice(-2);
  expect([cause.length > 10, fix.length > 10, rest.length <= 4], errors[0]?.message).toEqual([true, true, true]);
  expect(link).toBe(`https://github.com/acme/privatelink-action/blob/v1/docs/troubleshooting.md#${code}`);
  for (const text of says) expect(errors[0]?.message).toMatch(text);
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
