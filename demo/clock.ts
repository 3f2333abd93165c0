import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { at, today } from '../src/calendar/clock.ts';
import { defaultSchedule, nextWindow, windowAt } from '../src/calendar/schedule.ts';

/** Enough time left in a window, and not at night: otherwise there would be nothing to see. */
const LEAST_HOURS_LEFT = 2;

/** A clock that can be put forward while everything runs. */
export interface DemoClock {
  now(): Temporal.Instant;
  /** Puts it at this moment, from where it goes on. Moments before what it says now are left alone: it never goes back. */
  moveTo(moment: Temporal.Instant): Promise<void>;
  /** True when it is not the clock of the machine. */
  isMoved(): boolean;
}

/**
 * The clock of the demo, from the moment at which the last demo left it: at now when a check-in is open then in working hours,
 * and otherwise at the next Monday just after ten. `real` is the clock of the machine. It is written beside the data, so that
 * the bot and the command line agree.
 */
export async function startDemoClock(dataFolder: string, real: () => Temporal.Instant): Promise<DemoClock> {
  const file = join(dataFolder, 'clock-offset');
  let seconds = existsSync(file) ? Math.max(0, Number(readFileSync(file, 'utf8')) || 0) : 0;
  const now = () => real().add({ seconds });
  const moveTo = async (moment: Temporal.Instant) => {
    seconds = Math.max(seconds, Math.round(real().until(moment).total('seconds')));
    await mkdir(dataFolder, { recursive: true });
    await writeFile(file, `${seconds}\n`);
  };
  await moveTo(playableFrom(now()));
  return { now, moveTo, isMoved: () => seconds > 0 };
}

/** The first moment from this one on at which there is something to see. */
function playableFrom(now: Temporal.Instant): Temporal.Instant {
  const window = windowAt(defaultSchedule, now);
  const day = today(now);
  const inHours =
    Temporal.Instant.compare(at(day, '10:00'), now) <= 0 &&
    Temporal.Instant.compare(now, at(day, '16:00')) < 0;
  const open = window !== undefined && now.until(window.closes).total('hours') >= LEAST_HOURS_LEFT;
  return open && inHours ? now : nextWindow(defaultSchedule, now).opens.add({ minutes: 5 });
}
