import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { outcomeOf } from '../../src/bot/sender.ts';

const withHeader = (value: string) => ({
  statusCode: 429,
  response: { headers: { get: (name: string) => (name === 'retry-after' ? value : undefined) } },
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T18:30:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a failed call to the connector means', () => {
  test.each([
    [403, { kind: 'gone' }],
    [404, { kind: 'gone' }],
    [429, { kind: 'throttled', waitMs: undefined }],
    [408, { kind: 'again', reason: '408' }],
    [412, { kind: 'again', reason: '412' }],
    [500, { kind: 'again', reason: '500' }],
    [502, { kind: 'again', reason: '502' }],
    [503, { kind: 'again', reason: '503' }],
    [504, { kind: 'again', reason: '504' }],
    [400, { kind: 'refused', reason: '400' }],
    [401, { kind: 'refused', reason: '401' }],
    [413, { kind: 'refused', reason: '413' }],
  ])('%i', (statusCode, outcome) => {
    expect(outcomeOf({ statusCode })).toEqual(outcome);
  });

  test('without an answer it may work later', () => {
    expect(outcomeOf(Object.assign(new Error('x'), { code: 'ECONNRESET' }))).toEqual({
      kind: 'again',
      reason: 'ECONNRESET',
    });
    expect(outcomeOf(Object.assign(new Error('x'), { name: 'AbortError' }))).toEqual({
      kind: 'again',
      reason: 'AbortError',
    });
    expect(outcomeOf(undefined)).toEqual({ kind: 'again', reason: 'no answer' });
  });

  test('Retry-After is read as seconds or as a date', () => {
    expect(outcomeOf(withHeader('3'))).toEqual({ kind: 'throttled', waitMs: 3_000 });
    expect(outcomeOf(withHeader('0.5'))).toEqual({ kind: 'throttled', waitMs: 500 });
    const inAMinute = outcomeOf(withHeader('Wed, 25 Nov 2026 18:31:00 GMT'));
    expect(inAMinute).toEqual({ kind: 'throttled', waitMs: 60_000 });
  });

  test.each(['soon', '-5', '', 'Mon, 01 Jan 2001 00:00:00 GMT'])('Retry-After "%s" says nothing', (value) => {
    expect(outcomeOf(withHeader(value))).toEqual({ kind: 'throttled', waitMs: undefined });
  });
});
