import { Temporal } from 'temporal-polyfill';
import { firstWorkingDay } from '../../../calendar/availability.ts';
import { at, today } from '../../../calendar/clock.ts';
import { daysAfterMonday, weekdayOf } from '../../../calendar/weekdays.ts';
import { mondayOf, periodOf } from '../../../calendar/weeks.ts';
import type { Round, RoundContext } from '../../../delivery/round.ts';
import { chatWith, type Person } from '../../../people/person.ts';
import type { Pseudonymise } from '../../../people/pseudonym.ts';
import { readyCard } from './cards.ts';

export const TIP_ROUND = 'tip-weekly';
/** Local times between which the weekly message goes out. */
const [FROM, UNTIL] = ['09:00', '17:00'];
const LAST_DAY = 4;

/** The days of this week from a person's day on, up to Friday. */
function daysFrom(now: Temporal.Instant, { tipDay }: Person): Temporal.PlainDate[] {
  if (tipDay === undefined) return [];
  const monday = mondayOf(periodOf(today(now)));
  const first = daysAfterMonday(tipDay);
  return Array.from({ length: Math.max(0, LAST_DAY - first + 1) }, (_, n) => monday.add({ days: first + n }));
}

/** True for somebody who wants a tip this week and whose first working day from their chosen day on is today. */
function getsTip({ municipality, now }: Pick<RoundContext, 'municipality' | 'now'>) {
  const closures = new Set(municipality.closures);
  return (person: Person): boolean => {
    if (!chatWith(person) || !person.directoryId) return false;
    return firstWorkingDay(person, daysFrom(now, person), closures)?.equals(today(now)) ?? false;
  };
}

/**
 * The weekly tip of those who asked for it. The message says only that there is one: a stored message may not
 * tell which style or theme somebody chose (trust:answers-not-in-messages, trust:persona-is-private).
 */
export function weeklyTips(pseudonymise: Pseudonymise): Round {
  const outcomeKey = ({ team, directoryId = '' }: Person) => pseudonymise(team, directoryId, 'round');
  return {
    name: TIP_ROUND,
    discreet: false,
    outcomeKey,
    due: ({ team, now }) => {
      const day = today(now);
      if (daysAfterMonday(weekdayOf(day)) > LAST_DAY) return undefined;
      const until = at(day, UNTIL);
      const open =
        Temporal.Instant.compare(at(day, FROM), now) <= 0 && Temporal.Instant.compare(now, until) < 0;
      return open
        ? { round: TIP_ROUND, team: team.key, period: periodOf(day), day: day.toString(), until }
        : undefined;
    },
    recipients: (context, members, had) =>
      members.filter(getsTip(context)).filter((person) => !had.has(outcomeKey(person))),
    prepare: async (context) => {
      const due = getsTip(context);
      return (person) => (due(person) ? { message: readyCard } : { skip: 'not today' });
    },
  };
}
