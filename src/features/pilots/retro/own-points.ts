import type { z } from 'zod';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { BoardAccess, RetroView } from './access.ts';
import { columnIn, isCut, nameQuestion, nowRead, pointText } from './adding.ts';
import { tooLong } from './board-cards.ts';
import { editForm } from './forms.ts';
import { namesOfColleagues } from './naming.ts';
import { mayWrite } from './phases.ts';
import type { Retro } from './reading.ts';
import { columnsOn, type RetroPoint } from './rules.ts';
import type { RetroTools } from './tools.ts';
import type { schemas } from './typed.ts';

type OfPoint = z.infer<typeof schemas.point>;

const notHeld = 'Op deze kaart kun je dit punt niet meer veranderen. Er is niets veranderd.';
const tooLate = 'De retro was net afgerond. Je wijziging is niet bewaard.';
const inGroup =
  'Je punt zit nu in een groep met stemmen. Weghalen kan niet meer, veranderen wel. Er is niets veranderd.';

/**
 * Changing a point and taking it back, by whoever holds it: the card on which its writer added it. No writer is kept, so from
 * another card nobody can, the writer included.
 */
export function ownPoints(
  { retros, everybody }: RetroTools,
  { onBoard, show, again, changed, own }: BoardAccess,
) {
  /** Runs `then` on a point that this card holds, while there is writing. */
  function onOwn(
    turn: Turn,
    { point: id, held, ...of }: OfPoint,
    typed: readonly string[],
    then: (point: RetroPoint, retro: Retro, view: RetroView) => Promise<Message>,
  ): Promise<Message> {
    return onBoard(
      turn,
      of,
      async (retro, view) => {
        if (!mayWrite(retro.board)) return show(retro, view, { note: nowRead, lost: typed, held });
        const isOwn = own.pointsIn(held, { place: of.pilot, board: of.board }).includes(id);
        const point = isOwn ? retro.points.find((one) => one.id === id) : undefined;
        return point ? then(point, retro, view) : show(retro, view, { note: notHeld, lost: typed, held });
      },
      { note: tooLate, typed },
    );
  }

  return {
    edit: (turn: Turn, of: OfPoint) =>
      onOwn(turn, of, [], async ({ text, column }, retro, { place }) =>
        editForm(retro, place, { ...of, lists: columnsOn(retro.board) }, { text, column }),
      ),

    change: (turn: Turn, { column: sent, text, ...of }: z.infer<typeof schemas.change>) => {
      const fit = pointText(text);
      const { point: id, held, ...board } = of;
      return onOwn(turn, of, [fit].filter(Boolean), async (point, retro, view) => {
        const lists = columnsOn(retro.board);
        const column = columnIn(sent, lists);
        const namesIn = namesOfColleagues(await everybody());
        // What its writer said to be nobody's name before, is not asked again.
        const before = namesIn(point.text);
        const found = namesIn(fit).filter((name) => !before.includes(name));
        const problems = [
          ...(fit === '' ? ['Typ eerst een punt.'] : []),
          ...(column ? [] : ['Kies waar je punt hoort.']),
          ...(found.length > 0 ? [nameQuestion(found)] : []),
        ];
        if (problems.length > 0 || !column)
          return editForm(
            retro,
            view.place,
            { point: id, held, lists },
            { text: fit, column: sent || point.column },
            problems,
          );
        const isThere = await retros.rewrite(retro.board, id, { text: fit, column });
        const now = await retros.get(board.pilot, board.board);
        // When the writing ended in the same moment, what everybody read may not change.
        if (now && !mayWrite(now.board)) {
          await retros.rewrite(retro.board, id, point);
          return onBoard(
            turn,
            board,
            (later, mine) => show(later, mine, { note: nowRead, lost: [fit], held }),
            {
              note: tooLate,
              typed: [fit],
            },
          );
        }
        await changed(retro.board, turn.now);
        const note = isThere ? (isCut(text) ? tooLong : 'Je punt is veranderd.') : notHeld;
        return again(turn, board, note, { note: tooLate, typed: [fit] }, held);
      });
    },

    takeBack: (turn: Turn, of: OfPoint) => {
      const { point: _, held, ...board } = of;
      return onOwn(turn, of, [], async (point, retro, view) => {
        // A vote for a group hangs on one of its points.
        if (point.group !== undefined) return show(retro, view, { note: inGroup, held });
        await retros.remove(retro.board, point);
        await changed(retro.board, turn.now);
        return again(turn, board, 'Je punt is weg.', {}, held);
      });
    },
  };
}
