import { Temporal } from 'temporal-polyfill';
import { dutchMoment } from '../../calendar/clock.ts';
import { closingOf } from '../../calendar/schedule.ts';
import { isPeriod } from '../../calendar/weeks.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { CheckinStore } from './store.ts';
import { notAllowedYet } from './while-open.ts';

const withdrawn = 'Je antwoord is ingetrokken';

/** Gives every team, and the one they are in, whether anybody set it up or not. */
async function teamsAround(turn: Turn): Promise<string[]> {
  const [{ teams, ended }, place] = await Promise.all([turn.settings(), turn.workplace()]);
  return [...new Set([...[...teams, ...ended].map(({ key }) => key), ...(place ? [place.me.team] : [])])];
}

/**
 * Taking back what somebody answered, until its week closes: also when their team takes no answers any more, and from whatever
 * team it stands in (trust:comments-stay-the-writers).
 */
export function takingBack(store: Pick<CheckinStore, 'own' | 'withdraw'>) {
  const isClosed = (turn: Turn, period: string) =>
    !isPeriod(period) || Temporal.Instant.compare(turn.now, closingOf(period)) >= 0;

  /** In which teams, leaving out `except`, something of theirs stands, until its week closes. One point read a team. */
  async function standing(turn: Turn, period: string, except?: string) {
    if (isClosed(turn, period)) return [];
    const teams = (await teamsAround(turn)).filter((team) => team !== except);
    const found = teams.map(async (team) => {
      const answer = await store.own(team, turn.directoryId, period);
      return answer ? [{ team, answer }] : [];
    });
    return (await Promise.all(found)).flat();
  }

  /** The same for what was answered: a week that somebody skips holds nothing to take back. */
  const hasAnswer = async (...which: Parameters<typeof standing>) =>
    (await standing(...which)).some(({ answer }) => !answer.skipped);

  async function removeAll(turn: Turn, period: string): Promise<void> {
    for (const { team } of await standing(turn, period)) await store.withdraw(team, turn.directoryId, period);
  }

  return {
    /** What somebody in a team that takes answers reads when theirs stands with another team; undefined when none does. */
    elsewhere: async (turn: Turn, period: string, here: string): Promise<Message | undefined> =>
      (await hasAnswer(turn, period, here))
        ? notice(
            'checkin',
            'Je antwoord staat bij je vorige team',
            `Daar kun je het intrekken tot ${dutchMoment(closingOf(period))}. In je nieuwe team kun je ook antwoorden.`,
            [
              { verb: 'checkin.ask-withdraw', title: 'Trek in', data: { period } },
              { verb: 'checkin.again', title: 'Vul opnieuw in', data: { period } },
            ],
          )
        : undefined,

    /** In place of why nothing can be answered: that theirs can still be taken back, when it stands there. */
    instead: async (turn: Turn, period: string, why: Message): Promise<Message> =>
      (await hasAnswer(turn, period))
        ? notice(
            'checkin',
            why === notAllowedYet ? 'De check-in is gestopt' : 'Je antwoord staat er nog',
            `Wat je deze week koos, staat er nog. Je kunt het intrekken tot ${dutchMoment(closingOf(period))}.`,
            [{ verb: 'checkin.ask-withdraw', title: 'Trek in', data: { period } }],
          )
        : why,

    /** Before anything goes: what would. The same whatever stands there, so nothing is read for it. */
    askFirst: (period: string): Message =>
      notice(
        'checkin',
        'Wil je je antwoord intrekken?',
        'Dan wis ik alles wat je deze week invulde, in elk team: je keuze, je thema’s en je toelichting. Er is nog niets gewist.',
        [
          { verb: 'checkin.withdraw', title: 'Ja, trek in', data: { period } },
          { verb: 'checkin.open', title: 'Toch niet', data: { period } },
        ],
      ),

    /** Takes back from every team, where answering again is possible. */
    withdraw: async (turn: Turn, period: string): Promise<Message> => {
      await removeAll(turn, period);
      return notice(
        'checkin',
        withdrawn,
        `Alles van deze week is gewist. Je kunt opnieuw antwoorden tot ${dutchMoment(closingOf(period))}.`,
        [{ verb: 'checkin.again', title: 'Opnieuw antwoorden', data: { period } }],
      );
    },

    /** The same where nothing can be answered, until the week closes; gives why after that. */
    withdrawInstead: async (turn: Turn, period: string, why: Message): Promise<Message> => {
      if (isClosed(turn, period)) return why;
      await removeAll(turn, period);
      return notice('checkin', withdrawn, 'Alles van deze week is gewist.');
    },
  };
}
