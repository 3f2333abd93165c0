import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withRetries } from '../../src/bot/retry.ts';
import { CallError } from '../../src/bot/wire.ts';

/** A call that failed; `waitMs` is what Teams asked for. */
const failure = (status?: number, waitMs?: number, code?: string) => new CallError({ status, waitMs, code });

/** A call that fails with these and then works. */
function failing(...failures: Error[]) {
  const calls = { count: 0 };
  const call = async () => {
    const next = failures[calls.count];
    calls.count += 1;
    if (next) throw next;
    return 'sent';
  };
  return { calls, call };
}

// Nobody waits for the machine's clock: it is moved on.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Tries until it worked or was given up; the error where it was. Gives how long that took, in milliseconds. */
async function tried(call: () => Promise<string>): Promise<{ answer: unknown; ms: number }> {
  const start = performance.now();
  const trying = withRetries(call).catch((error: Error) => error.message);
  let answer: unknown;
  void trying.then((end) => {
    answer = end;
  });
  while (answer === undefined) await vi.advanceTimersByTimeAsync(10);
  return { answer, ms: performance.now() - start };
}

describe('an answer to somebody who is there now', () => {
  test.each([429, 412, 500, 502, 503, 504, undefined])('is tried again shortly after %s', async (status) => {
    const { calls, call } = failing(failure(status), failure(status));
    expect((await tried(call)).answer).toBe('sent');
    expect(calls.count).toBe(3);
  });

  test.each([401, 403, 404, 507, 520])('is tried a few times after %s: that may pass', async (status) => {
    const { calls, call } = failing(...Array(50).fill(failure(status)));
    expect((await tried(call)).answer).toMatch(/^call failed/);
    expect(calls.count).toBe(3);
  });

  test.each([
    [400, undefined],
    [413, undefined],
    [403, 'ConversationBlockedByUser'],
    [403, 'BotDisabledByAdmin'],
    [404, 'UserNotFound'],
  ])('is not tried again after %s %s', async (status, code) => {
    const { calls, call } = failing(failure(status, undefined, code));
    expect((await tried(call)).answer).toMatch(/^call failed/);
    expect(calls.count).toBe(1);
  });

  test('waits as long as Teams asks for when that is short', async () => {
    const { answer, ms } = await tried(failing(failure(429, 400)).call);
    expect(answer).toBe('sent');
    expect(ms).toBeGreaterThan(390);
  });

  test('is given up at once when Teams asks for longer than anybody waits', async () => {
    const { calls, call } = failing(failure(429, 20_000));
    expect((await tried(call)).answer).toMatch(/^call failed/);
    expect(calls.count).toBe(1);
  });

  test('is given up after three seconds', async () => {
    const { answer, ms } = await tried(failing(...Array(50).fill(failure(503))).call);
    expect(answer).toMatch(/^call failed/);
    expect(ms).toBeLessThan(3_200);
  });
});
