import { describe, expect, test } from 'vitest';
import { withRetries } from '../../src/bot/retry.ts';

/** An error as the connector's client throws it. */
const failure = (statusCode?: number, retryAfter?: string) =>
  Object.assign(new Error('failed'), {
    statusCode,
    response: { headers: { get: () => retryAfter } },
  });

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

describe('an answer to somebody who is there now', () => {
  test.each([429, 500, 502, 503, 504])('is tried again shortly after a %d', async (status) => {
    const { calls, call } = failing(failure(status), failure(status));
    expect(await withRetries(call)).toBe('sent');
    expect(calls.count).toBe(3);
  });

  test.each([400, 401, 403, 404, 413, undefined])('is not tried again after %s', async (status) => {
    const { calls, call } = failing(failure(status));
    await expect(withRetries(call)).rejects.toThrow('failed');
    expect(calls.count).toBe(1);
  });

  test('waits as long as Teams asks for when that is short', async () => {
    const start = performance.now();
    expect(await withRetries(failing(failure(429, '0.4')).call)).toBe('sent');
    expect(performance.now() - start).toBeGreaterThan(390);
  });

  test('is given up at once when Teams asks for longer than anybody waits', async () => {
    const { calls, call } = failing(failure(429, '20'));
    await expect(withRetries(call)).rejects.toThrow('failed');
    expect(calls.count).toBe(1);
  });

  test('is given up after three seconds', async () => {
    const start = performance.now();
    await expect(withRetries(failing(...Array(50).fill(failure(503))).call)).rejects.toThrow('failed');
    expect(performance.now() - start).toBeLessThan(3_200);
  });
});
