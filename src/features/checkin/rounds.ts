import { type Window, windowOf } from '../../calendar/schedule.ts';
import type { Occurrence, Round } from '../../delivery/round.ts';
import type { Team } from '../../people/municipality.ts';
import { isLeaderOf, type Person } from '../../people/person.ts';
import type { Pseudonymise } from '../../people/pseudonym.ts';
import type { SinceLast } from '../team/contract.ts';
import { askCard, smallTeamCard } from './cards.ts';
import {
  cardsDue,
  cardTimes,
  getsCard,
  getsCardNow,
  getsReminder,
  hasScale,
  ownCardsDue,
  remindersDue,
  sendableNow,
} from './rules.ts';
import type { CheckinStore } from './store.ts';

export const CARD_ROUND = 'checkin-card';
const REMINDER_ROUND = 'checkin-reminder';
/** The card at once, because an administrator asked for it. */
export const NOW_ROUND = 'checkin-now';

/** The rounds of a check-in window: everybody's card, one reminder for whoever did not answer, and the card at once. */
export function checkinRounds(
  store: CheckinStore,
  pseudonymise: Pseudonymise,
  sentBefore: (occurrence: Occurrence) => Promise<ReadonlySet<string>>,
  sinceLast: (team: Team, period: string) => Promise<SinceLast | undefined>,
): Round[] {
  const outcomeKey = ({ team, directoryId = '' }: Person) => pseudonymise(team, directoryId, 'round');

  const occurrenceOf = (
    round: string,
    team: string,
    found: ReturnType<typeof cardsDue>,
  ): Occurrence | undefined =>
    found && { round, team, period: found.window.period, day: found.day.toString(), until: found.until };
  const without = (had: ReadonlySet<string>) => (person: Person) => !had.has(outcomeKey(person));
  /** Made once a round: everybody gets the very same message, but that who leads the team reads that they do not count. */
  async function cardsFor(team: Team, window: Window, members: readonly Person[]) {
    if (!hasScale(team, members)) {
      const small = smallTeamCard(window);
      return () => small;
    }
    const happened = await sinceLast(team, window.period);
    const card = askCard(window, 'card', { sinceLast: happened });
    const leadsCard = askCard(window, 'card', { sinceLast: happened, leads: true });
    return (person: Person) => (isLeaderOf(team, person) ? leadsCard : card);
  }

  /** Who said "deze week niet" in the period. */
  async function skippersOf({ team, period }: Occurrence): Promise<(person: Person) => boolean> {
    const answers = await store.inPeriod(team, period);
    return (person) =>
      answers.get(pseudonymise(person.team, person.directoryId ?? '', 'answer'))?.skipped === true;
  }

  const card: Round = {
    name: CARD_ROUND,
    discreet: false,
    outcomeKey,
    due: ({ team, now }) => occurrenceOf(CARD_ROUND, team.key, cardsDue(team, now)),
    dueAtOwnTimes: ({ team, now }) =>
      ownCardsDue(team, now).flatMap((found) => {
        const occurrence = occurrenceOf(CARD_ROUND, team.key, found);
        return occurrence ? [{ ...occurrence, at: found.at }] : [];
      }),
    // Whether somebody is listed depends on the time they chose and on what they were sent, never on an answer.
    recipients: (context, members, had, at = context.team.schedule.time) => {
      const timeOf = cardTimes(context);
      return members.filter((person) => timeOf(person) === at).filter(without(had));
    },
    prepare: async (context, occurrence, members) => {
      const window = windowOf(context.team.schedule, occurrence.period);
      if (!window) return () => ({ skip: 'no window' });
      const skipped = await skippersOf(occurrence);
      const due = getsCard(context);
      const cardFor = await cardsFor(context.team, window, members);
      return (person) => {
        if (!due(person)) return { skip: 'not today' };
        return skipped(person) ? 'quiet' : { message: cardFor(person) };
      };
    },
  };

  const reminder: Round = {
    name: REMINDER_ROUND,
    discreet: true,
    outcomeKey,
    due: ({ team, now }) => occurrenceOf(REMINDER_ROUND, team.key, remindersDue(team, now)),
    recipients: (context, members, had) => members.filter(getsReminder(context)).filter(without(had)),
    prepare: async (context, occurrence, members) => {
      const window = windowOf(context.team.schedule, occurrence.period);
      // A small team is not asked for a figure, so there is nothing to be reminded of.
      if (!window || !hasScale(context.team, members)) return () => 'quiet';
      const [answers, carded] = await Promise.all([
        store.inPeriod(occurrence.team, occurrence.period),
        sentBefore({ ...occurrence, round: CARD_ROUND }),
      ]);
      const due = getsReminder(context);
      const message = askCard(window, 'reminder');
      const leadsMessage = askCard(window, 'reminder', { leads: true });
      return (person) => {
        const answered = answers.has(pseudonymise(person.team, person.directoryId ?? '', 'answer'));
        // After a day on which the machine was down the card itself may come today: that is enough for one day.
        const hadCard = carded.has(outcomeKey(person));
        if (answered || !hadCard || !due(person)) return 'quiet';
        return { message: isLeaderOf(context.team, person) ? leadsMessage : message };
      };
    },
  };

  const now: Round = {
    ...card,
    name: NOW_ROUND,
    due: () => undefined,
    dueAtOwnTimes: () => [],
    recipients: (context, members) => members.filter(getsCardNow(context)),
    prepare: async (context, occurrence, members) => {
      const window = sendableNow(context)?.window;
      if (window?.period !== occurrence.period) return () => ({ skip: 'not open' });
      const skipped = await skippersOf(occurrence);
      const due = getsCardNow(context);
      const cardFor = await cardsFor(context.team, window, members);
      return (person) => {
        if (!due(person)) return { skip: 'not today' };
        return skipped(person) ? 'quiet' : { message: cardFor(person) };
      };
    },
  };
  return [card, reminder, now];
}
