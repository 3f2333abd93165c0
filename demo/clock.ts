import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { at, today } from '../src/calendar/clock.ts';
import { isWorkday } from '../src/calendar/holidays.ts';
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
  // Read each time: a second program may put the clock forward while this one runs.
  const offset = () => (existsSync(file) ? Math.max(0, Number(readFileSync(file, 'utf8')) || 0) : 0);
  const now = () => real().add({ seconds: offset() });
  const moveTo = async (moment: Temporal.Instant) => {
    const seconds = Math.max(offset(), Math.round(real().until(moment).total('seconds')));
    await mkdir(dataFolder, { recursive: true });
    await writeFile(`${file}.next`, `${seconds}\n`);
    // In one step: whoever reads meanwhile finds the one or the other.
    await rename(`${file}.next`, file);
  };
  await moveTo(playableFrom(now()));
  return { now, moveTo, isMoved: () => offset() > 0 };
}

/** Where the clock can be put with one command: the next working day or a week on, in the morning. */
export type Step = 'dag' | 'week';

/** Just after ten on the next working day after this moment, or on the first one from a week on. */
export function stepOn(now: Temporal.Instant, step: Step): Temporal.Instant {
  let day = today(now).add({ days: step === 'week' ? 7 : 1 });
  while (!isWorkday(day, new Set())) day = day.add({ days: 1 });
  return at(day, '10:05');
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
