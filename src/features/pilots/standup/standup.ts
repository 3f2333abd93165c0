import { Temporal } from 'temporal-polyfill';
import { dutchDate, dutchTime } from '../../../calendar/clock.ts';
import { type Names, namesOf } from '../pilot/names.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { shortened } from '../pilot/sizes.ts';
import type { StandupEntry, StandupStore } from './store.ts';

/** A stand-up as its cards need it; `day` is an ISO date. */
export interface Standup {
  pilot: Pilot;
  day: string;
  shared: readonly StandupEntry[];
  names: Names;
}

const LONGEST_SHOWN_NAME = 60;

/** 'maandag 23 november' */
export const day = (iso: string): string => dutchDate(Temporal.PlainDate.from(iso), { weekday: true });

/** '10.00 uur' of a local time. */
export const clockWords = (time: string): string => `${dutchTime(time)} uur`;

/** What the buttons of a stand-up carry. */
export const of = ({ pilot, day: iso }: Pick<Standup, 'pilot' | 'day'>) => ({ pilot: pilot.id, day: iso });

/** The name of somebody as cards show it. */
export const nameOf = (names: Names, directoryId: string): string =>
  shortened(names.get(directoryId) ?? 'iemand die hier niet meer werkt', LONGEST_SHOWN_NAME);

/** Reads a stand-up: one range. */
export async function standupOf(
  store: StandupStore,
  pilot: Pilot,
  iso: string,
  people: readonly { directoryId?: string; name: string }[],
): Promise<Standup> {
  return { pilot, day: iso, shared: await store.shared(pilot.id, iso), names: namesOf(people) };
}
