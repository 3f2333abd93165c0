import { windowAt, windowOf } from '../../calendar/schedule.ts';
import type { Round } from '../../delivery/round.ts';
import type { Person } from '../../people/person.ts';
import type { Pseudonymise } from '../../people/pseudonym.ts';
import { askCard, smallTeamCard } from './cards.ts';
import { cardsDue, getsCard, getsReminder, hasScale, mayBeWrittenTo, remindersDue } from './rules.ts';
import type { CheckinStore } from './store.ts';

export const CARD_ROUND = 'checkin-card';
export const REMINDER_ROUND = 'checkin-reminder';
/** The card at once, because an administrator asked for it. */
export const NOW_ROUND = 'checkin-now';

/** The rounds of a check-in window: everybody's card, one reminder for whoever did not answer, and the card at once. */
export function checkinRounds(store: CheckinStore, pseudonymise: Pseudonymise): Round[] {
  const outcomeKey = ({ team, directoryId = '' }: Person) => pseudonymise(team, directoryId, 'round');

  const card: Round = {
    name: CARD_ROUND,
    discreet: false,
    outcomeKey,
    due: ({ team, now }) => {
      const found = cardsDue(team, now);
      return (
        found && {
          round: CARD_ROUND,
          team: team.key,
          period: found.window.period,
          day: found.day.toString(),
          until: found.until,
        }
      );
    },
    recipients: (context, members, had) =>
      members.filter((person) => getsCard(person, context) && !had.has(outcomeKey(person))),
    prepare: async (context, occurrence, members) => {
      const window = windowOf(context.team.schedule, occurrence.period);
      const answers = await store.inPeriod(occurrence.team, occurrence.period);
      return (person) => {
        if (!window) return { skip: 'no window' };
        if (!getsCard(person, context)) return { skip: 'not today' };
        const own = answers.get(pseudonymise(person.team, person.directoryId ?? '', 'answer'));
        if (own?.skipped) return 'quiet';
        return { message: hasScale(members) ? askCard(window, 'card') : smallTeamCard(window) };
      };
    },
  };

  const reminder: Round = {
    name: REMINDER_ROUND,
    discreet: true,
    outcomeKey,
    due: ({ team, now }) => {
      const found = remindersDue(team, now);
      return (
        found && {
          round: REMINDER_ROUND,
          team: team.key,
          period: found.window.period,
          day: found.day.toString(),
          until: found.until,
        }
      );
    },
    recipients: (context, members, had) =>
      members.filter((person) => getsReminder(person, context) && !had.has(outcomeKey(person))),
    prepare: async (context, occurrence, members) => {
      const window = windowOf(context.team.schedule, occurrence.period);
      const answers = await store.inPeriod(occurrence.team, occurrence.period);
      return (person) => {
        // A small team is not asked for a figure, so there is nothing to be reminded of.
        if (!window || !hasScale(members) || !getsReminder(person, context)) return 'quiet';
        const answered = answers.has(pseudonymise(person.team, person.directoryId ?? '', 'answer'));
        return answered ? 'quiet' : { message: askCard(window, 'reminder') };
      };
    },
  };
  const now: Round = {
    ...card,
    name: NOW_ROUND,
    due: () => undefined,
    recipients: (_context, members) => members.filter(mayBeWrittenTo),
    prepare: async ({ team, now: moment }, _occurrence, members) => {
      const window = windowAt(team.schedule, moment);
      return (person) => {
        if (!window || !mayBeWrittenTo(person)) return { skip: 'not open' };
        return { message: hasScale(members) ? askCard(window, 'card') : smallTeamCard(window) };
      };
    },
  };
  return [card, reminder, now];
}
