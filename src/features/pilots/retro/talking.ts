import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { BoardAccess, RetroView } from './access.ts';
import { closeForm, ownerChoosing } from './forms.ts';
import { nameProblems, namesOfColleagues } from './naming.ts';
import type { Retro } from './reading.ts';
import { currentTopic, talkForm } from './talk-cards.ts';
import type { RetroTools } from './tools.ts';
import { agreedFrom, noteIn, type OfBoard, type schemas } from './typed.ts';

export const aboutWork = 'Een leerpunt gaat over het werk.';
export const chooseOwner = 'Wie het doet, kies je bij “Wie pakt het op?”.';
const notFirst = 'Iemand ging al verder met het volgende. Wat jij opschreef, is niet bewaard.';

/** The members who can take on an action, with their names. */
export async function peopleOf({ everybody }: Pick<RetroTools, 'everybody'>, { members }: RetroView) {
  const known = new Map((await everybody()).map((one) => [one.directoryId, one]));
  return members.flatMap((directoryId): Choosable[] => {
    const one = known.get(directoryId);
    return one ? [{ value: directoryId, title: one.name, also: [one.upn] }] : [];
  });
}

/** Talking through the topics with most votes one by one, and looking at a board in whatever phase it is. */
export function talking(tools: RetroTools, { onBoard, leadingBoard, show, changed }: BoardAccess) {
  const { retros } = tools;

  /** What comes next for who leads the retro, and the board for everybody else. */
  async function shown(retro: Retro, view: RetroView, note = '', held = ''): Promise<Message> {
    const { board } = retro;
    if (!view.leads || board.phase !== 'talking') return show(retro, view, { note, held });
    const form = talkForm(retro, view.place, await peopleOf(tools, view), {}, [], note);
    return form ?? show(retro, view, { note, held });
  }

  return {
    shown,
    /** The board as it is now, with a note. */
    open: (turn: Turn, of: OfBoard, note = ''): Promise<Message> =>
      onBoard(turn, of, (retro, view) => shown(retro, view, note)),

    board: (turn: Turn, { held, ...of }: z.infer<typeof schemas.own>): Promise<Message> =>
      onBoard(turn, of, (retro, view) => shown(retro, view, '', held)),

    /** `at` is the topic on the card: of two who tap at once, one goes on, by one topic. */
    talked: (turn: Turn, data: z.infer<typeof schemas.talk>): Promise<Message> => {
      const { at, pilot, board: id, ...fields } = data as typeof data & OfBoard;
      const of = { pilot, board: id };
      const sent = fields as unknown as FormValues;
      const late = {
        note: 'De retro was net afgerond. Wat jij opschreef, is niet bewaard.',
        typed: [sent.learning, sent.action].flatMap((text) => text || []),
      };
      return leadingBoard(
        turn,
        of,
        async (retro, view) => {
          const { board } = retro;
          const back = () =>
            onBoard(turn, of, (now, mine) => show(now, mine, { note: notFirst, lost: late.typed }));
          if (board.phase !== 'talking' || board.talking !== at) return back();
          const people = await peopleOf(tools, view);
          const owner = { ...ownerChoosing(1, people), id: 'owner', part: 'Actie' };
          const { sent: chosen, problems: unclear } = chosenIn([owner], sent);
          const { note, problems: wrong } = noteIn(chosen, new Set(view.members), today(turn.now).toString());
          const problems = [...unclear, ...wrong];
          // Names are looked for in texts of a normal length only.
          if (problems.length === 0) {
            const namesIn = namesOfColleagues(await tools.everybody());
            problems.push(
              ...nameProblems('Leerpunt', namesIn(note.learning), aboutWork),
              ...nameProblems('Actie', namesIn(note.action), chooseOwner),
            );
          }
          if (problems.length > 0)
            return talkForm(retro, view.place, people, chosen, problems) ?? show(retro, view);
          const isLast = at + 1 >= (currentTopic(retro)?.count ?? 0);
          const to = isLast
            ? ({ phase: 'agreeing' } as const)
            : ({ phase: 'talking', talking: at + 1 } as const);
          if (!(await retros.move(board, to, note))) return back();
          await changed(board, turn.now);
          return onBoard(turn, of, async (now, mine) =>
            now.board.phase === 'agreeing'
              ? closeForm(now, mine.place, people, agreedFrom(now.board.notes ?? []))
              : shown(now, mine),
          );
        },
        late,
      );
    },
  };
}
