import { describe, expect, it } from 'vitest';
import { firstWorkingDay, lastWorkingDay, type Presence, worksOn } from '../../src/calendar/availability.ts';
import { defaultSchedule, windowOf } from '../../src/calendar/schedule.ts';
import { date, noClosures } from './examples.ts';

const fullTime: Presence = { workdays: ['ma', 'di', 'wo', 'do', 'vr'] };
const partTime: Presence = { workdays: ['di', 'wo', 'do'] };
const daysOf = (period: string) => windowOf(defaultSchedule, period)?.days ?? [];
const worksDuring = (presence: Presence, period: string, closures = noClosures) =>
  daysOf(period)
    .filter((day) => worksOn(presence, day, closures))
    .map(String);

describe('which days somebody works', () => {
  it('follows their own working days', () => {
    expect(worksDuring(partTime, '2026-W48')).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
    expect(worksOn({ workdays: ['za'] }, date('2026-11-28'), noClosures)).toBe(true);
  });

  it('leaves out holidays and closures', () => {
    expect(worksDuring(fullTime, '2026-W18')).not.toContain('2026-04-27');
    expect(worksDuring(fullTime, '2026-W14')).toContain('2026-04-03');
    expect(worksDuring(fullTime, '2026-W14', new Set(['2026-04-03']))).not.toContain('2026-04-03');
  });

  it('leaves out an absence from its first up to and including its last day', () => {
    const away = { ...fullTime, absentFrom: '2026-11-24', absentUntil: '2026-11-26' };
    expect(worksDuring(away, '2026-W48')).toEqual(['2026-11-23', '2026-11-27']);
  });

  it('takes a single day away', () => {
    const away = { ...partTime, absentFrom: '2026-11-25', absentUntil: '2026-11-25' };
    expect(worksDuring(away, '2026-W48')).toEqual(['2026-11-24', '2026-11-26']);
  });

  it('without a first day means away all along until then', () => {
    const away = { ...fullTime, absentUntil: '2026-11-25' };
    expect(worksDuring(away, '2026-W40')).toEqual([]);
    expect(worksDuring(away, '2026-W48')).toEqual(['2026-11-26', '2026-11-27']);
  });

  it('without a last day means away until further notice', () => {
    const away = { ...fullTime, absentFrom: '2026-11-25' };
    expect(worksDuring(away, '2026-W48')).toEqual(['2026-11-23', '2026-11-24']);
    expect(worksDuring(away, '2030-W10')).toEqual([]);
  });
});

describe('the first and the last working day', () => {
  it('of a part-timer are Tuesday and Thursday', () => {
    expect(firstWorkingDay(partTime, daysOf('2026-W48'), noClosures)?.toString()).toBe('2026-11-24');
    expect(lastWorkingDay(partTime, daysOf('2026-W48'), noClosures)?.toString()).toBe('2026-11-26');
  });

  it('are absent in a week off', () => {
    const away = { ...partTime, absentFrom: '2026-11-23', absentUntil: '2026-11-27' };
    expect(firstWorkingDay(away, daysOf('2026-W48'), noClosures)).toBeUndefined();
    expect(lastWorkingDay(away, daysOf('2026-W48'), noClosures)).toBeUndefined();
  });
});
