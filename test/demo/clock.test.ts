import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDemoClock, stepOn } from '../../demo/clock.ts';
import { ZONE } from '../../src/calendar/clock.ts';
import { defaultSchedule, windowAt } from '../../src/calendar/schedule.ts';
import { clockOf } from '../../src/clock.ts';
import { anyInstant, instant } from '../calendar/examples.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompas-demo-clock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const offset = async () => Number(await readFile(join(folder, 'clock-offset'), 'utf8'));

describe('the clock of the demo', () => {
  test('is the real one in the middle of an open week', async () => {
    const now = instant('2026-11-24T11:00+01:00');
    const clock = await startDemoClock(folder, () => now);
    expect(clock.now()).toEqual(now);
    expect(clock.isMoved()).toBe(false);
    expect(await offset()).toBe(0);
  });

  test.each([
    ['the weekend', '2026-11-28T12:00+01:00'],
    ['Friday afternoon, when the window is about to close', '2026-11-27T14:00+01:00'],
    ['the night', '2026-11-24T23:00+01:00'],
  ])('moves to the next Monday just after ten in %s', async (_when, text) => {
    const clock = await startDemoClock(folder, () => instant(text));
    expect(clock.isMoved()).toBe(true);
    expect(clock.now().toString()).toBe('2026-11-30T09:05:00Z');
  });

  test('always shows an open window, in working hours, with time left, and tells the other programs', async () => {
    await fc.assert(
      fc.asyncProperty(anyInstant, async (now) => {
        await rm(join(folder, 'clock-offset'), { force: true });
        const clock = await startDemoClock(folder, () => now);
        const at = clock.now();
        const window = windowAt(defaultSchedule, at);
        expect(window && at.until(window.closes).total('hours')).toBeGreaterThanOrEqual(2);
        const { hour } = at.toZonedDateTimeISO(ZONE);
        expect(hour).toBeGreaterThanOrEqual(10);
        expect(hour).toBeLessThan(16);
        expect(now.until(at).total('seconds')).toBeGreaterThanOrEqual(0);
        expect(clockOf({ local: true, dataFolder: folder }, () => now)()).toEqual(at);
        expect(clock.isMoved()).toBe((await offset()) > 0);
      }),
    );
  });

  test('that was put forward goes on from there the next time, and never goes back', async () => {
    let now = instant('2026-11-24T11:00+01:00');
    const first = await startDemoClock(folder, () => now);
    await first.moveTo(instant('2026-12-01T10:05+01:00'));
    await first.moveTo(instant('2026-11-25T10:05+01:00'));
    expect(first.now()).toEqual(instant('2026-12-01T10:05+01:00'));
    now = instant('2026-11-24T11:30+01:00');
    const second = await startDemoClock(folder, () => now);
    expect(second.now()).toEqual(instant('2026-12-01T10:35+01:00'));
    expect(second.isMoved()).toBe(true);
  });

  test('that another program puts forward while it runs goes on from there', async () => {
    const now = instant('2026-11-24T11:00+01:00');
    const clock = await startDemoClock(folder, () => now);
    const other = await startDemoClock(folder, () => now);
    await other.moveTo(stepOn(other.now(), 'dag'));
    expect(clock.now()).toEqual(instant('2026-11-25T10:05+01:00'));
    expect(clock.isMoved()).toBe(true);
  });

  test.each([
    ['dag', '2026-11-24T11:00+01:00', '2026-11-25T10:05+01:00'],
    ['dag', '2026-11-27T11:00+01:00', '2026-11-30T10:05+01:00'],
    ['dag', '2026-12-24T11:00+01:00', '2026-12-28T10:05+01:00'],
    ['week', '2026-11-24T11:00+01:00', '2026-12-01T10:05+01:00'],
    ['week', '2026-12-18T11:00+01:00', '2026-12-28T10:05+01:00'],
  ] as const)('a %s on from %s is the morning of %s', (step, from, to) => {
    expect(stepOn(instant(from), step)).toEqual(instant(to));
  });

  test('runs on while the demo plays', async () => {
    let now = instant('2026-11-24T11:00+01:00');
    const clock = await startDemoClock(folder, () => now);
    await clock.moveTo(instant('2026-11-30T09:05+01:00'));
    now = now.add({ minutes: 3 });
    expect(clock.now()).toEqual(instant('2026-11-30T09:08+01:00'));
  });
});
