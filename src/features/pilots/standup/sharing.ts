import type { z } from 'zod';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { notYours, type PilotView } from '../pilot/rights.ts';
import { beforeOf } from './before.ts';
import { openCard } from './cards.ts';
import { answerForm } from './forms.ts';
import { isOpenNow } from './opening.ts';
import { cutAnswers, openTodosOn } from './rules.ts';
import type { StandupShowing } from './showing.ts';
import { standupOf } from './standup.ts';
import type { StandupEntry } from './store.ts';
import type { StandupTools } from './tools.ts';
import type { answersSchema } from './typed.ts';

const tooLate = { title: 'De stand-up is gesloten', body: 'Invullen kan niet meer.' };
const nothingLeft = notice(
  'standup',
  tooLate.title,
  `${tooLate.body} Typ “stand-up”, dan zie je wanneer de volgende is.`,
);
const notShared =
  'De stand-up is gesloten. Wat je typte, staat hieronder nog. Je team heeft het niet gekregen.';

/** The ways in which somebody shares in a stand-up. */
export type StandupSharing = ReturnType<typeof sharing>;

/** Sharing in a stand-up while it is open: what you did, what you will do and what is in the way. */
export function sharing(tools: StandupTools, { onDay }: StandupShowing) {
  const { pilots, standups, posts, actions, everybody } = tools;

  /** The form in the place of a message, with what they should have before them and what they shared before. */
  async function form(
    turn: Turn,
    pilot: Pilot,
    day: string,
    mine: StandupEntry | undefined,
    problems: readonly string[] = [],
  ): Promise<Message> {
    const [before] = await Promise.all([
      beforeOf(tools, pilot, day, turn.directoryId, false),
      posts.formOpened({ pilot: pilot.id, of: day }, turn.now),
    ]);
    return answerForm({ pilot, day }, [mine?.done ?? '', mine?.next ?? '', mine?.blocker ?? ''], {
      problems,
      before,
      isShared: mine !== undefined,
    });
  }

  /** What somebody sees who comes too late: what the others shared, if anything. */
  async function afterClosing(turn: Turn, view: PilotView, day: string): Promise<Message> {
    const isThere = (await standups.shared(view.pilot.id, day)).length > 0;
    return isThere ? onDay(turn, view, day, `${tooLate.title}. ${tooLate.body}`) : nothingLeft;
  }

  /** How the stand-up stands after somebody shared in it, or took back what they shared. */
  async function standing(
    turn: Turn,
    pilot: Pilot,
    day: string,
    note: string,
    mine: boolean,
  ): Promise<Message> {
    await posts.changed({ kind: 'card', pilot: pilot.id, of: day }, turn.now);
    const [read, todos] = await Promise.all([
      standupOf(standups, pilot, day, await everybody()),
      actions.of(pilot.id),
    ]);
    return openCard(read, openTodosOn(todos, day), note, mine);
  }

  async function takeOut(turn: Turn, pilot: Pilot, day: string): Promise<Message> {
    await standups.withdraw(pilot.id, day, turn.directoryId);
    return standing(turn, pilot, day, 'Je antwoorden zijn weg. Je staat er niet meer bij.', false);
  }

  return {
    /** The form with what this person shared before; when it is too late, what the others shared. */
    open: async (turn: Turn, view: PilotView, day: string): Promise<Message> => {
      const { pilot } = view;
      const [isOpen, mine] = await Promise.all([
        isOpenNow(tools, pilot, day, turn.now),
        standups.mine(pilot.id, day, turn.directoryId),
      ]);
      return isOpen ? form(turn, pilot, day, mine) : afterClosing(turn, view, day);
    },

    /** Keeps what somebody shared; with nothing filled in, takes back what they shared before. */
    save: async (turn: Turn, view: PilotView, sent: z.infer<typeof answersSchema>): Promise<Message> => {
      const { pilot } = view;
      const { day } = sent;
      const { answers, cut } = cutAnswers([sent.answer1, sent.answer2, sent.answer3]);
      const lost = cut.map(
        (n) => `Antwoord ${n} was langer dan 1.000 tekens. Alleen het eerste stuk staat er nog.`,
      );
      if (!(await isOpenNow(tools, pilot, day, turn.now)))
        return answerForm({ pilot, day }, answers, { problems: [notShared, ...lost], isClosed: true });
      if (answers.every((answer) => answer === ''))
        return (await standups.mine(pilot.id, day, turn.directoryId))
          ? takeOut(turn, pilot, day)
          : form(turn, pilot, day, undefined, ['Vul minstens één antwoord in.']);
      const [done, next, blocker] = answers;
      await standups.save(pilot.id, day, { directoryId: turn.directoryId, done, next, blocker });
      return standing(turn, pilot, day, ['Gedeeld met je team.', ...lost].join(' '), true);
    },

    /** Takes back what somebody shared, as long as the stand-up is open. */
    takeBack: async (turn: Turn, view: PilotView, day: string): Promise<Message> =>
      (await isOpenNow(tools, view.pilot, day, turn.now))
        ? takeOut(turn, view.pilot, day)
        : afterClosing(turn, view, day),

    /** The same for who is not in the pilot any more: what they shared stays theirs. They read nothing of the others. */
    takeBackAfterLeaving: async (turn: Turn, id: string, day: string): Promise<Message> => {
      const [pilot, mine] = await Promise.all([pilots.get(id), standups.mine(id, day, turn.directoryId)]);
      if (!pilot || !mine || !(await isOpenNow(tools, pilot, day, turn.now))) return notYours;
      await standups.withdraw(id, day, turn.directoryId);
      await posts.changed({ kind: 'card', pilot: id, of: day }, turn.now);
      return notice('standup', 'Weggehaald', 'Je antwoorden zijn weg. Je staat er niet meer bij.');
    },
  };
}
