import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { at, today } from '../src/calendar/clock.ts';
import { defaultSchedule, nextWindow, windowAt } from '../src/calendar/schedule.ts';

/** Enough time left in a window, and not at night: otherwise there would be nothing to see. */
const LEAST_HOURS_LEFT = 2;

/**
 * The moment the demo plays at: now when a check-in is open in working hours, and otherwise the next Monday just
 * after ten. Written beside the data, so that the bot and the command line agree.
 */
export async function setDemoClock(
  dataFolder: string,
  now: Temporal.Instant,
): Promise<{ moved: boolean; at: Temporal.Instant }> {
  const window = windowAt(defaultSchedule, now);
  const day = today(now);
  const inHours =
    Temporal.Instant.compare(at(day, '10:00'), now) <= 0 &&
    Temporal.Instant.compare(now, at(day, '16:00')) < 0;
  const open = window !== undefined && now.until(window.closes).total('hours') >= LEAST_HOURS_LEFT;
  const target = open && inHours ? now : nextWindow(defaultSchedule, now).opens.add({ minutes: 5 });
  const seconds = Math.round(now.until(target).total('seconds'));
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, 'clock-offset'), `${seconds}\n`);
  return { moved: seconds > 0, at: target };
}
