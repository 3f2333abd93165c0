import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setDemoClock } from '../../demo/clock.ts';
import { ZONE } from '../../src/calendar/clock.ts';
import { defaultSchedule, windowAt } from '../../src/calendar/schedule.ts';
import { anyInstant, instant } from '../calendar/examples.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompas-demo-clock-'));
});
afterAll(() => rm(folder, { recursive: true }));

const offset = async () => Number(await readFile(join(folder, 'clock-offset'), 'utf8'));

describe('the clock of the demo', () => {
  test('is the real one in the middle of an open week', async () => {
    const now = instant('2026-11-24T11:00+01:00');
    expect(await setDemoClock(folder, now)).toEqual({ moved: false, at: now });
    expect(await offset()).toBe(0);
  });

  test.each([
    ['the weekend', '2026-11-28T12:00+01:00'],
    ['Friday afternoon, when the window is about to close', '2026-11-27T14:00+01:00'],
    ['the night', '2026-11-24T23:00+01:00'],
  ])('moves to the next Monday just after ten in %s', async (_when, text) => {
    const { moved, at } = await setDemoClock(folder, instant(text));
    expect(moved).toBe(true);
    expect(at.toString()).toBe('2026-11-30T09:05:00Z');
  });

  test('always shows an open window, in working hours, with time left, and tells the other programs', async () => {
    await fc.assert(
      fc.asyncProperty(anyInstant, async (now) => {
        const { moved, at } = await setDemoClock(folder, now);
        const window = windowAt(defaultSchedule, at);
        expect(window && at.until(window.closes).total('hours')).toBeGreaterThanOrEqual(2);
        const { hour } = at.toZonedDateTimeISO(ZONE);
        expect(hour).toBeGreaterThanOrEqual(10);
        expect(hour).toBeLessThan(16);
        expect(Temporal.Instant.compare(now, at)).toBeLessThanOrEqual(0);
        const seconds = await offset();
        expect(now.add({ seconds }).since(at).abs().total('seconds')).toBeLessThanOrEqual(1);
        expect(moved).toBe(seconds > 0);
      }),
    );
  });
});
