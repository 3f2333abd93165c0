import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { phaseOf, windowOn } from './rules.ts';
import type { StandupTools } from './tools.ts';

/** Days (ISO dates) on which the municipality is closed, as set now. */
export async function closuresNow({ settings }: Pick<StandupTools, 'settings'>): Promise<Set<string>> {
  return new Set((await settings.read()).municipality.closures);
}

/**
 * Whether somebody may share in the stand-up of a day (ISO date) now. An opened stand-up needs no look at the days on
 * which the municipality is closed.
 */
export async function isOpenNow(
  tools: Pick<StandupTools, 'standups' | 'settings'>,
  pilot: Pilot,
  day: string,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!pilot.channel || day !== today(now).toString()) return false;
  const row = await tools.standups.day(pilot.id, day);
  if (row?.closed) return false;
  const window = windowOn(pilot, today(now), row ? new Set() : await closuresNow(tools));
  return window !== undefined && ['open', 'remind'].includes(phaseOf(window, now));
}
