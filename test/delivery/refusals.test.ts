import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/conversation/send-outcome.ts';
import { createRefusals } from '../../src/delivery/refusals.ts';
import { person } from '../support/town.ts';

const blocked: SendOutcome = { kind: 'gone', reason: 'ConversationBlockedByUser' };
const disabled: SendOutcome = { kind: 'barred', reason: 'BotDisabledByAdmin', tenant: true };
const unknown: SendOutcome = { kind: 'barred', reason: '403', tenant: false };
const sent: SendOutcome = { kind: 'sent' };

function remembering() {
  const clock = { now: Temporal.Instant.from('2026-11-24T11:00:00Z') };
  const pauses: string[] = [];
  const refusals = createRefusals({ now: () => clock.now, onPause: (reason) => pauses.push(reason) });
  let n = 0;
  /** So many people in a row to whom this happens. */
  const times = (count: number, outcome: SendOutcome) =>
    Array.from({ length: count }, () => {
      n += 1;
      return refusals.judge(person(`p${n}`), outcome);
    });
  return { clock, pauses, refusals, times };
}

describe('a refusal about a person', () => {
  test('is theirs when a few get it', () => {
    const { times, refusals, pauses } = remembering();
    expect(times(5, blocked)).toEqual(Array(5).fill(blocked));
    expect(refusals.pausedUntil()).toBeUndefined();
    expect(pauses).toEqual([]);
    expect(refusals.takeWronged()).toEqual([]);
  });

  test('is everybody’s when more than a handful get it, and those who were taken for blocked are given back once', () => {
    const { times, refusals, pauses } = remembering();
    const judged = times(6, blocked);
    expect(judged.at(-1)).toEqual({ kind: 'barred', reason: 'ConversationBlockedByUser', tenant: true });
    expect(refusals.takeWronged().map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    expect(refusals.takeWronged()).toEqual([]);
    expect(pauses).toEqual(['ConversationBlockedByUser']);
    expect(refusals.isEverybodys('ConversationBlockedByUser')).toBe(true);
    expect(refusals.isEverybodys('UserNotFound')).toBe(false);
  });

  test('stays theirs when they are few among very many who were reached', () => {
    const { times, refusals } = remembering();
    times(200, sent);
    expect(times(12, blocked)).toEqual(Array(12).fill(blocked));
    expect(refusals.pausedUntil()).toBeUndefined();
  });

  test('counts one person once, however often they are tried', () => {
    const { refusals } = remembering();
    for (let n = 0; n < 20; n += 1) expect(refusals.judge(person('p1'), blocked)).toEqual(blocked);
  });

  test('is forgotten after an hour', () => {
    const { times, clock } = remembering();
    times(5, blocked);
    clock.now = clock.now.add({ hours: 1 });
    expect(times(5, blocked)).toEqual(Array(5).fill(blocked));
  });

  test('is counted by its reason', () => {
    const { times } = remembering();
    times(4, blocked);
    expect(times(4, { kind: 'gone', reason: 'UserNotFound' }).every(({ kind }) => kind === 'gone')).toBe(
      true,
    );
  });
});

describe('a refusal about the tenant', () => {
  test('holds rounds back for an hour at once, and is told once', () => {
    const { times, refusals, pauses, clock } = remembering();
    times(3, disabled);
    expect(refusals.pausedUntil()?.toString()).toBe('2026-11-24T12:00:00Z');
    expect(pauses).toEqual(['BotDisabledByAdmin']);
    clock.now = clock.now.add({ hours: 1 });
    expect(refusals.pausedUntil()).toBeUndefined();
  });

  test('that is not known is one person’s until more than a handful get it', () => {
    const { times, refusals } = remembering();
    times(5, unknown);
    expect(refusals.pausedUntil()).toBeUndefined();
    times(1, unknown);
    expect(refusals.pausedUntil()).toBeDefined();
  });

  test('keeps jobs of the clock from asking on', async () => {
    const { refusals } = remembering();
    let calls = 0;
    const call = async () => {
      calls += 1;
      return disabled as Exclude<SendOutcome, { kind: 'sent' }>;
    };
    const { send, post, rewrite } = refusals.heeded({ send: call, post: call, rewrite: call });
    const to = { serviceUrl: '', conversation: 'a', user: '', bot: '' };
    expect((await send(to, { text: '' })).kind).toBe('barred');
    expect((await post(to, { text: '' })).kind).toBe('barred');
    expect((await rewrite(to, 'm', { text: '' })).kind).toBe('barred');
    expect(calls).toBe(1);
  });
});
