import { z } from 'zod';
import type { Window } from '../../calendar/schedule.ts';
import { notice } from '../../conversation/cards/notice.ts';
import { field } from '../../conversation/field.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import { manyOf } from '../../language/fitted.ts';
import { dutchCount } from '../../language/lengths.ts';
import type { Team } from '../../people/municipality.ts';
import { isLeaderOf, type Person } from '../../people/person.ts';
import { type Theme, themes } from '../../people/themes.ts';
import type { Tools } from '../module.ts';
import type { SinceLast } from '../team/contract.ts';
import type { TipPart } from '../tips/contract.ts';
import {
  askCard,
  inAnotherTeam,
  moreCard,
  type Partner,
  thanksCard,
  tooManyThemes,
  unreadChoice,
} from './cards.ts';
import type { Lately } from './contract.ts';
import {
  type CheckinAnswer,
  fitComment,
  LONGEST_COMMENT,
  latelyOf,
  lowTwice,
  MOST_THEMES,
  type Score,
  type Sharing,
  sharings,
} from './rules.ts';
import type { CheckinStore, OwnAnswers } from './store.ts';
import { takingBack } from './taking-back.ts';
import { type CheckinContext, noTeam, periodNow, whileOpen } from './while-open.ts';

export interface AnsweringTools extends Pick<Tools, 'people'> {
  store: CheckinStore;
  /** A tip that goes with an answer, for this person's eyes only; undefined when there is none. */
  tipFor(turn: Turn, me: Person, lately: Lately): Promise<TipPart | undefined>;
  /** What happened with what a team said in the check-in before this one. */
  sinceLast(team: Team, period: string): Promise<SinceLast | undefined>;
  /** Whom this person may talk to, in the order in which they are offered to everybody. */
  partnersOf(turn: Turn): Promise<Partner[]>;
}

export const ofPeriod = z.object({ period: z.string().max(20) });
export const answerSchema = z.object({
  period: z.string().max(20),
  score: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
});
export const moreSchema = z.object({
  period: z.string().max(20),
  themes: field.choices,
  comment: field.long,
  sharing: field.choice,
});

const isTheme = (value: string): value is Theme => Object.hasOwn(themes, value);
const isSharing = (value: string): value is Sharing => Object.hasOwn(sharings, value);

type Scored = CheckinAnswer & { score: Score };

/** Replies to a check-in: one function a verb. None of them writes a row that names a person. */
export function answering({ store, people, tipFor, sinceLast, partnersOf }: AnsweringTools) {
  const back = takingBack(store);

  /** The open card, as the round sends it. */
  const ask = async (
    { team, me }: CheckinContext,
    window: Window,
    kind: 'card' | 'meant' | 'unanswered' = 'card',
  ): Promise<Message> =>
    askCard(window, kind, { leads: isLeaderOf(team, me), sinceLast: await sinceLast(team, window.period) });

  /**
   * Changes somebody's answer. A write that comes after they erased themselves fails, or goes again when nothing of theirs was
   * there to fail on: then they are looked up afterwards (trust:see-and-erase).
   */
  const changeOwn: (...args: Parameters<CheckinStore['changeOwn']>) => Promise<OwnAnswers> = async (
    team,
    directoryId,
    period,
    change,
  ) => {
    const { isFirst, ...own } = await store.changeOwn(team, directoryId, period, change);
    if (!isFirst || (await people.teamOf(directoryId)) !== undefined) return own;
    await store.withdraw(team, directoryId, period);
    return { answer: undefined, line: [] };
  };

  /** What somebody reads after their answer: with a tip, or with people to talk to when that comes first. */
  async function thanks(
    turn: Turn,
    { me, team, municipality }: CheckinContext,
    window: Window,
    { answer, line }: OwnAnswers & { answer: Scored },
    note = '',
  ): Promise<Message> {
    const lately = latelyOf(line, window.period);
    const twice = lowTwice(line, window.period);
    // Both are looked up after every answer: by what is read nobody learns which it was (trust:no-trace).
    const [tip, found] = await Promise.all([tipFor(turn, me, lately), partnersOf(turn)]);
    const partners = twice ? found : [];
    const talk = lately.heavy || twice ? { partners, counsellor: municipality.counsellor } : undefined;
    return thanksCard(window, answer, { leads: isLeaderOf(team, me), note, tip, talk });
  }

  /** The open card of this week, in answer to typed words. */
  async function asking(turn: Turn, kind: 'card' | 'meant'): Promise<Message> {
    const week = await periodNow(turn);
    return typeof week === 'string'
      ? whileOpen(turn, week, (place, window) => ask(place, window, kind))
      : week;
  }

  const isAnswered = (own: OwnAnswers): own is OwnAnswers & { answer: Scored } =>
    own.answer?.score !== undefined;

  return {
    /** The viewer's own state: for refresh, for "bekijk of wijzig", and for "terug". */
    open: (turn: Turn, period: string) => {
      const show = async (place: CheckinContext, window: Window) => {
        const own = await store.ownAnswers(place.team.key, turn.directoryId, period);
        if (own.answer?.skipped) {
          return notice(
            'checkin',
            'Deze week sla je over',
            'Ik vraag deze week niet meer hoe je erbij zit.',
            [
              { verb: 'checkin.again', title: 'Toch invullen', data: { period } },
              { ...inAnotherTeam, data: { period } },
            ],
          );
        }
        if (isAnswered(own)) return thanks(turn, place, window, own);
        // Who never answered in this team may have come from another one this week.
        const left = own.line.length === 0 ? await back.elsewhere(turn, period, place.team.key) : undefined;
        return left ?? ask(place, window, 'unanswered');
      };
      return whileOpen(turn, period, show, (why) => back.instead(turn, period, why));
    },

    /** Typed "check-in". The answer is a stored message, so it is the same whether or not the person answered. */
    typed: (turn: Turn): Promise<Message> => asking(turn, 'card'),

    /**
     * An answer that was typed, such as "goed" or a face. Nothing is recorded: only a tap answers. All five answers are offered,
     * whatever was typed, since this message is stored: it may not say which it was (trust:answers-not-in-messages).
     */
    meant: (turn: Turn): Promise<Message> => asking(turn, 'meant'),

    again: (turn: Turn, period: string) =>
      whileOpen(turn, period, async ({ team, me }, window) =>
        askCard(window, 'again', { leads: isLeaderOf(team, me) }),
      ),

    answer: (turn: Turn, { period, score }: z.infer<typeof answerSchema>) =>
      whileOpen(turn, period, async (place, window) => {
        const own = await changeOwn(place.team.key, turn.directoryId, period, (now) => {
          const { themes: chosen = [], comment, sharing } = now ?? {};
          return { score, themes: chosen, comment, sharing };
        });
        // Whoever erased themselves at the same moment has no answer, and is in no team.
        return isAnswered(own) ? thanks(turn, place, window, own) : noTeam;
      }),

    more: (turn: Turn, period: string) =>
      whileOpen(turn, period, async (place, window) => {
        const answer = await store.own(place.team.key, turn.directoryId, period);
        return answer?.score === undefined ? ask(place, window) : moreCard(period, answer);
      }),

    save: (turn: Turn, { period, ...sent }: z.infer<typeof moreSchema>) =>
      whileOpen(turn, period, async (place, window) => {
        const { comment, cut } = fitComment(sent.comment);
        const chosen = manyOf(sent.themes);
        const known = chosen.filter(isTheme);
        // Whom a text is for is never guessed: one that nobody chose for others stays with its writer.
        const sharing = isSharing(sent.sharing) ? sent.sharing : 'private';
        const isUnread = known.length < chosen.length || (sent.sharing !== '' && sharing !== sent.sharing);
        const problem = isUnread ? unreadChoice : known.length > MOST_THEMES ? tooManyThemes : undefined;
        const added = { themes: known, ...(comment ? { comment, sharing } : {}) };
        const own = await changeOwn(place.team.key, turn.directoryId, period, (now) =>
          // The score as it is by then: another device may have changed it, or withdrawn everything.
          now?.score !== undefined && !problem ? { score: now.score, ...added } : now,
        );
        if (!isAnswered(own)) return ask(place, window);
        if (problem) return moreCard(period, { ...own.answer, ...added, comment, sharing }, problem);
        const note = cut
          ? `Je toelichting was te lang. De eerste ${dutchCount(LONGEST_COMMENT)} tekens zijn bewaard.`
          : 'Het is bewaard.';
        return thanks(turn, place, window, own, note);
      }),

    askWithdraw: async (period: string): Promise<Message> => back.askFirst(period),

    withdraw: (turn: Turn, period: string) =>
      whileOpen(
        turn,
        period,
        () => back.withdraw(turn, period),
        (why) => back.withdrawInstead(turn, period, why),
      ),

    /** "Deze week niet", typed or tapped. The words are the same whether or not there was an answer. */
    skip: async (turn: Turn, period?: string): Promise<Message> => {
      const week = period ?? (await periodNow(turn));
      return typeof week === 'string'
        ? whileOpen(turn, week, async ({ team }) => {
            await changeOwn(team.key, turn.directoryId, week, (now) => now ?? { themes: [], skipped: true });
            return notice(
              'checkin',
              'Goed, deze week niet',
              'Ik vraag deze week niet meer hoe je erbij zit. Had je al iets ingevuld? Dan blijft dat staan, tot je het zelf intrekt.',
              [{ verb: 'checkin.open', title: 'Bekijk of wijzig', data: { period: week } }],
            );
          })
        : week;
    },
  };
}

export type Answering = ReturnType<typeof answering>;
