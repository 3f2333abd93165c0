import { dutchTime } from '../../../calendar/clock.ts';
import { weekdayNames } from '../../../calendar/weekdays.ts';
import type { Pilot } from './pilot.ts';

/** When a team stands up: 'maandag en woensdag, van 09.00 tot 11.00 uur'. */
export function standupWords({ days, from, until }: NonNullable<Pilot['standup']>): string {
  const names = days.map((day) => weekdayNames[day]);
  const listed = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;
  return `${listed}, van ${dutchTime(from)} tot ${dutchTime(until)} uur`;
}
