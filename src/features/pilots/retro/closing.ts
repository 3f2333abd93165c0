import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, withTyped } from '../../../conversation/cards/notice.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { typedIn } from '../../../conversation/typed-in.ts';
import { handOver } from '../actions/handing-over.ts';
import { readersIn } from '../actions/whose.ts';
import type { BoardAccess, RetroView } from './access.ts';
import { agreedCard, agreedTodos } from './agreed-card.ts';
import { finish } from './finishing.ts';
import { agreedNumbers, closeForm, ownerChoosing } from './forms.ts';
import { type NamesIn, nameProblems, namesOfColleagues } from './naming.ts';
import { aboutWork, chooseOwner, peopleOf } from './talking.ts';
import type { RetroTools } from './tools.ts';
import { agreedFrom, agreedIn, type OfBoard, schemas } from './typed.ts';

const closedByOther = (of: OfBoard) =>
  notice(
    'retro',
    'Iemand anders rondde het bord net af',
    'Wat jij invulde, is niet bewaard. Kijk eerst wat er nu staat.',
    [{ verb: 'retro.board', title: 'Bekijk wat er is afgesproken', data: of }],
  );

/** Names of colleagues in what is agreed, by the field in which each stands. */
const namesAgreed = (sent: FormValues, namesIn: NamesIn): string[] =>
  agreedNumbers.flatMap((n) => [
    ...nameProblems(`Leerpunt ${n}`, namesIn(sent[`learning${n}`] ?? ''), aboutWork),
    ...nameProblems(`Actie ${n}`, namesIn(sent[`action${n}`] ?? ''), chooseOwner),
  ]);

/** Closing a board with what the team agreed, by who leads the retro. */
export function closing(tools: RetroTools, { leadingBoard, names }: BoardAccess) {
  const { retros, audit } = tools;

  /** Lets everybody know who takes something on; gives what to say of those who cannot be told. */
  async function handOverAll(turn: Turn, { place }: RetroView, board: string): Promise<string> {
    const own = (await tools.actions.of(place.id)).filter(({ id }) => id.startsWith(`${board}-`));
    const untold: string[] = [];
    for (const todo of own) untold.push(await handOver(tools, turn, place, todo));
    return untold.find(Boolean) ?? '';
  }

  return {
    close: (turn: Turn, of: OfBoard) =>
      leadingBoard(turn, of, async (retro, view) =>
        closeForm(
          retro,
          view.place,
          await peopleOf(tools, view),
          agreedFrom(retro.board.notes ?? []),
          [],
          of.held,
        ),
      ),

    agree: (turn: Turn, data: z.infer<typeof schemas.agree>) => {
      const typed = typedIn(data, schemas.agree);
      return leadingBoard(
        turn,
        data as OfBoard,
        async (retro, view) => {
          const people = await peopleOf(tools, view);
          const owners = agreedNumbers.map((n) => ownerChoosing(n, people));
          const { sent, problems: unclear } = chosenIn(owners, data as unknown as FormValues);
          const { agreed, problems: wrong } = agreedIn(
            sent,
            new Set(view.members),
            today(turn.now).toString(),
          );
          const problems = [...unclear, ...wrong];
          // Names are looked for in texts of a normal length only.
          if (problems.length === 0)
            problems.push(...namesAgreed(sent, namesOfColleagues(await tools.everybody())));
          if (problems.length > 0) return closeForm(retro, view.place, people, sent, problems);
          const { board } = retro;
          await audit.record(turn.directoryId, 'retro afgerond', view.place.id);
          if (!(await retros.beginClosing(board, agreed)))
            return withTyped(closedByOther({ pilot: view.place.id, board: board.id }), typed);
          await finish(tools, { ...retro, board: { ...board, agreed } }, view.place, turn.now);
          const untold = await handOverAll(turn, view, board.id);
          const shown = board.message ? 'Over een paar minuten staat dit ook in het kanaal.' : '';
          return agreedCard(agreed, view.place, await names(), readersIn(turn), {
            after: [shown, untold].filter(Boolean).join(' '),
            todos: agreedTodos(await tools.actions.of(view.place.id), board.id, agreed),
          });
        },
        { note: 'De retro was net afgerond. Wat jij invulde, is niet bewaard.', typed },
      );
    },
  };
}
