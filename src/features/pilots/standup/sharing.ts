import type { z } from 'zod';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { PilotView } from '../pilot/rights.ts';
import { openCard } from './cards.ts';
import { answerForm } from './forms.ts';
import { isOpenNow } from './opening.ts';
import { cutAnswers } from './rules.ts';
import type { StandupShowing } from './showing.ts';
import { standupOf } from './standup.ts';
import type { StandupTools } from './tools.ts';
import type { answersSchema } from './typed.ts';

const tooLate = { title: 'De stand-up is gesloten', body: 'Invullen kan niet meer.' };
const nothingLeft = notice(
  'standup',
  tooLate.title,
  `${tooLate.body} Typ standup, dan zie je wanneer de volgende is.`,
);
const notShared =
  'De stand-up is gesloten. Wat je typte, staat hieronder nog. Je team heeft het niet gekregen.';

/** Sharing in a stand-up while it is open: what you did, what you will do and what is in the way. */
export function sharing(tools: StandupTools, { onDay }: StandupShowing) {
  const { standups, posts, actions, everybody } = tools;

  /** The form with what this person shared before; when it is too late, what the others shared. */
  async function open(turn: Turn, view: PilotView, day: string): Promise<Message> {
    const { pilot } = view;
    const [isOpen, mine] = await Promise.all([
      isOpenNow(tools, pilot, day, turn.now),
      standups.mine(pilot.id, day, turn.directoryId),
    ]);
    if (isOpen) {
      await posts.formOpened({ pilot: pilot.id, of: day }, turn.now);
      return answerForm({ pilot, day }, [mine?.done ?? '', mine?.next ?? '', mine?.blocker ?? '']);
    }
    const isThere = (await standups.shared(pilot.id, day)).length > 0;
    return isThere ? onDay(turn, view, day, `${tooLate.title}. ${tooLate.body}`) : nothingLeft;
  }

  /** Keeps what somebody shared; with nothing filled in, takes back what they shared before. */
  async function save(turn: Turn, view: PilotView, sent: z.infer<typeof answersSchema>): Promise<Message> {
    const { pilot } = view;
    const { day } = sent;
    const { answers, cut } = cutAnswers([sent.answer1, sent.answer2, sent.answer3]);
    const lost = cut.map(
      (n) => `Antwoord ${n} was langer dan 1.000 tekens. Alleen het eerste stuk staat er nog.`,
    );
    if (!(await isOpenNow(tools, pilot, day, turn.now)))
      return answerForm({ pilot, day }, answers, [notShared, ...lost], true);
    const isEmpty = answers.every((answer) => answer === '');
    if (isEmpty && !(await standups.mine(pilot.id, day, turn.directoryId))) {
      await posts.formOpened({ pilot: pilot.id, of: day }, turn.now);
      return answerForm({ pilot, day }, answers, ['Vul minstens één antwoord in.']);
    }
    const [done, next, blocker] = answers;
    if (isEmpty) await standups.withdraw(pilot.id, day, turn.directoryId);
    else await standups.save(pilot.id, day, { directoryId: turn.directoryId, done, next, blocker });
    await posts.changed({ kind: 'card', pilot: pilot.id, of: day }, turn.now);
    const [read, todos] = await Promise.all([
      standupOf(standups, pilot, day, await everybody()),
      actions.of(pilot.id),
    ]);
    const late = todos.filter(({ mentioned, doneOn }) => mentioned === day && doneOn === undefined);
    const note = isEmpty
      ? 'Je antwoorden zijn weg. Je staat er niet meer bij.'
      : [`Gedeeld met je team.`, ...lost].join(' ');
    return openCard(read, late, note, !isEmpty);
  }

  return { open, save };
}
