import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHaveArrived, type SendOutcome } from '../../src/conversation/send-outcome.ts';
import { decide, type RetryDecision, RUNS, TRIES_A_RUN } from '../../src/delivery/policy.ts';

const MINUTES_15 = 15 * 60_000;
const again: SendOutcome = { kind: 'again', reason: '503' };

describe('what follows an attempt to send', () => {
  const cases: [string, SendOutcome, number, number, RetryDecision][] = [
    ['sent', { kind: 'sent' }, 0, 0, { do: 'record', result: 'sent' }],
    ['sent, in the last run', { kind: 'sent' }, 2, 5, { do: 'record', result: 'sent' }],
    [
      'blocked',
      { kind: 'gone', reason: 'ConversationBlockedByUser' },
      0,
      0,
      { do: 'record', result: 'blocked', reason: 'ConversationBlockedByUser' },
    ],
    ['refused', { kind: 'refused', reason: '400' }, 0, 0, { do: 'record', result: 'refused', reason: '400' }],
    ['throttled for 2 s', { kind: 'throttled', waitMs: 2_000 }, 0, 0, { do: 'wait', ms: 2_000 }],
    ['throttled, not said how long', { kind: 'throttled' }, 1, 0, { do: 'wait', ms: 1_000 }],
    [
      'throttled a third time',
      { kind: 'throttled', waitMs: 2_000 },
      2,
      0,
      { do: 'later', ms: 2_000, reason: '429', failed: false },
    ],
    [
      'throttled for a minute',
      { kind: 'throttled', waitMs: 60_000 },
      0,
      0,
      { do: 'later', ms: 60_000, reason: '429', failed: false },
    ],
    [
      'throttled for a year',
      { kind: 'throttled', waitMs: 3e10 },
      0,
      0,
      { do: 'later', ms: MINUTES_15, reason: '429', failed: false },
    ],
    [
      'barred by the tenant, in the last run',
      { kind: 'barred', reason: 'BotDisabledByAdmin', tenant: true },
      2,
      5,
      { do: 'later', ms: 3_600_000, reason: 'BotDisabledByAdmin', failed: false },
    ],
    ['a fault', again, 0, 0, { do: 'wait', ms: 250 }],
    ['a second fault', again, 1, 0, { do: 'wait', ms: 500 }],
    ['a third fault', again, 2, 0, { do: 'later', ms: 7_500, reason: '503', failed: true }],
    [
      'a third fault in the fifth run',
      again,
      2,
      4,
      { do: 'later', ms: 120_000, reason: '503', failed: true },
    ],
    ['a third fault in the last run', again, 2, 5, { do: 'record', result: 'gave-up', reason: '503' }],
  ];
  test.each(cases)('%s', (_name, outcome, attempt, run, decision) => {
    expect(decide(outcome, attempt, run, 0)).toEqual(decision);
  });

  const outcomes = fc.oneof(
    fc.constant<SendOutcome>({ kind: 'sent' }),
    fc.constant<SendOutcome>({ kind: 'gone', reason: 'ConversationBlockedByUser' }),
    fc.record({ kind: fc.constant('refused' as const), reason: fc.string() }),
    fc.record({ kind: fc.constant('again' as const), reason: fc.string() }),
    fc.record(
      { kind: fc.constant('throttled' as const), waitMs: fc.double({ min: 0, max: 1e12, noNaN: true }) },
      { requiredKeys: ['kind'] },
    ),
  );
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('never waits longer than a quarter of an hour, never at once, and what was sent is always recorded', () => {
    fc.assert(
      fc.property(outcomes, fc.nat(10), fc.nat(20), random, (outcome, attempt, run, chance) => {
        const decision = decide(outcome, attempt, run, chance);
        if (outcome.kind === 'sent') expect(decision).toEqual({ do: 'record', result: 'sent' });
        if (decision.do !== 'record') {
          expect(decision.ms).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(decision.ms)).toBe(true);
          expect(decision.ms).toBeLessThanOrEqual(MINUTES_15);
        }
        if (decision.do === 'later') expect(decision.ms).toBeGreaterThanOrEqual(1_000);
        if (decision.do === 'wait') expect(attempt + 1).toBeLessThan(TRIES_A_RUN);
      }),
    );
  });

  test('failures end after a fixed number of tries; throttling only puts off', () => {
    fc.assert(
      fc.property(fc.infiniteStream(outcomes), random, (stream, chance) => {
        let run = 0;
        let failures = 0;
        for (let attempt = 0; ; ) {
          const outcome = stream.next().value;
          if (outcome.kind === 'again') failures += 1;
          const decision = decide(outcome, attempt, run, chance);
          if (decision.do === 'record') break;
          attempt = decision.do === 'wait' ? attempt + 1 : 0;
          if (decision.do === 'later' && outcome.kind === 'again') run += 1;
        }
        expect(failures).toBeLessThanOrEqual(TRIES_A_RUN * RUNS);
      }),
    );
  });

  test('spreads retries, so that not everybody comes back at the same moment', () => {
    const waits = [0, 0.25, 0.5, 0.75].map((chance) => decide(again, 2, 0, chance));
    expect(new Set(waits.map((wait) => JSON.stringify(wait))).size).toBe(4);
  });
});

describe('whether a message may have arrived', () => {
  test.each(['timeout', 'no answer', 'ECONNRESET', 'AbortError', '408', '502', '504'])(
    'nobody knows after %s',
    (reason) => expect(mayHaveArrived({ kind: 'again', reason })).toBe(true),
  );
  test.each<SendOutcome>([
    ...['412', '500', '503', 'ECONNREFUSED'].map((reason) => ({ kind: 'again' as const, reason })),
    { kind: 'throttled' } as const,
    { kind: 'gone', reason: 'ConversationBlockedByUser' } as const,
    { kind: 'sent' } as const,
  ])('is known after %j', (outcome) => expect(mayHaveArrived(outcome)).toBe(false));
});
