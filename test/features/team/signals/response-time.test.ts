import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  isLate,
  isRemindable,
  responseTimeOf,
  responseTimeWords,
  waits,
  workingDays,
} from '../../../../src/features/team/signals/response-time.ts';
import type { Signal } from '../../../../src/features/team/signals/signal.ts';
import { received } from './received.ts';

const DAY = '2026-11-23';

describe('tempo', () => {
  const none = new Set<string>();
  const of = (day: string, answered?: string): Signal => ({
    ...received,
    day,
    moved: answered ?? day,
    ...(answered ? { state: 'answered' as const, answered } : {}),
  });

  test('counts working days: no weekend, no public holiday, no closure', () => {
    expect(workingDays('2026-11-20', '2026-11-23', none)).toBe(1);
    expect(workingDays('2026-11-20', '2026-11-20', none)).toBe(0);
    expect(workingDays('2026-12-24', '2026-12-28', none)).toBe(1);
    expect(workingDays('2026-11-16', '2026-11-20', new Set(['2026-11-18']))).toBe(3);
  });

  test('grows with time and is never more than the days that passed', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(60), (a, b) => {
        const from = Temporal.PlainDate.from('2026-01-01').add({ days: a });
        const to = from.add({ days: b });
        const count = workingDays(from.toString(), to.toString(), none);
        const later = workingDays(from.toString(), to.add({ days: 1 }).toString(), none);
        expect(count).toBeLessThanOrEqual(b);
        expect(later - count).toBeGreaterThanOrEqual(0);
        expect(later - count).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a signal is late after ten working days, and waits after twenty without a decision', () => {
    const one = of('2026-10-26');
    expect(isLate(one, '2026-11-09', none)).toBe(false);
    expect(isLate(one, '2026-11-10', none)).toBe(true);
    expect(waits(one, '2026-11-23', none)).toBe(false);
    expect(waits(one, '2026-11-24', none)).toBe(true);
    expect(waits({ ...one, state: 'deciding', acts: true }, '2026-11-24', none)).toBe(false);
    expect(waits(of('2026-10-26', '2026-10-27'), '2026-11-24', none)).toBe(false);
  });

  test('is told as a share from three signals on, late open ones included, and of a year', () => {
    const two = [of('2026-11-02', '2026-11-16'), of('2026-10-01', '2026-11-16')];
    expect(responseTimeWords(responseTimeOf(two, DAY, none))).toBe('');
    const three = [...two, of('2026-10-26'), of('2026-11-20'), of('2025-11-01', '2025-11-02')];
    expect(responseTimeOf(three, DAY, none)).toEqual({ counted: 3, inTime: 1, oldest: 20 });
    expect(responseTimeWords(responseTimeOf(three, DAY, none))).toBe(
      'In het afgelopen jaar kreeg 1 van de 3 signalen binnen tien werkdagen een antwoord. Het oudste open signaal wacht 20 werkdagen.',
    );
  });

  test('a reminder comes after a quiet week, not twice in two weeks, and not before the day that was agreed', () => {
    expect(isRemindable(of('2026-11-17'), DAY)).toBe(false);
    expect(isRemindable(of('2026-11-16'), DAY)).toBe(true);
    expect(isRemindable({ ...of('2026-10-01'), reminded: '2026-11-10' }, DAY)).toBe(false);
    expect(isRemindable({ ...of('2026-10-01'), reminded: '2026-11-09' }, DAY)).toBe(true);
    expect(isRemindable(of('2026-10-01', '2026-10-05'), DAY)).toBe(false);
    const decided = { ...of('2026-10-01'), state: 'deciding' as const, acts: true };
    expect(isRemindable({ ...decided, due: '2026-12-01' }, DAY)).toBe(false);
    expect(isRemindable({ ...decided, due: DAY }, DAY)).toBe(true);
  });
});
