import type { z } from 'zod';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import type { BoardAccess } from './access.ts';
import { allCard, tooLong } from './cards.ts';
import { type Column, columns, LONGEST_POINT, MOST_POINTS } from './rules.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard, schemas } from './typed.ts';

/** The column that was chosen: the first where nothing was, as on the card. */
const columnIn = (sent: string): Column | undefined =>
  (Object.keys(columns) as Column[]).find((column) => sent === '' || column === sent);

const full = `Het bord is vol: er staan ${MOST_POINTS} punten op.`;
const tooLate = 'De retro was net afgerond. Je punt is niet bewaard.';

/** Looking at a board, and adding points to it. */
export function adding({ retros, newId }: RetroTools, { onBoard, show, again, names, changed }: BoardAccess) {
  return {
    board: (turn: Turn, of: OfBoard) => onBoard(turn, of, (retro, view) => show(retro, view)),
    all: (turn: Turn, { page, ...of }: z.infer<typeof schemas.all>) =>
      onBoard(turn, of, async (retro, { pilot }) => allCard(retro, pilot, await names(), page)),

    add: (turn: Turn, { column: sent, text, named, ...of }: z.infer<typeof schemas.add>) => {
      const fit = fitted(text.replace(/\s+/g, ' '), LONGEST_POINT);
      // What they typed stays on screen, to copy.
      const late = { note: tooLate, typed: fit };
      return onBoard(
        turn,
        of,
        async (retro, view) => {
          if (fit === '') return show(retro, view, { note: 'Typ eerst een punt.' });
          const column = columnIn(sent);
          if (!column) return show(retro, view, { note: 'Kies waar je punt hoort.', typed: fit });
          if (retro.points.length >= MOST_POINTS) return show(retro, view, { note: full, typed: fit });
          const point = {
            id: newId('P'),
            text: fit,
            column,
            author: named === 'true' ? turn.directoryId : undefined,
          };
          await retros.add(retro.board, point, turn.now.toString());
          const now = await retros.get(of.pilot, of.board);
          // When the board was closed in the same moment, the point may not stay behind.
          if (now && now.board.phase !== 'open') {
            await retros.remove(retro.board, point);
            return again(turn, of, '', late);
          }
          // Of many in the same moment each saw that there was room: no more of them stay than fit.
          if (now && now.points.length > MOST_POINTS) {
            await retros.remove(retro.board, point);
            const points = now.points.filter(({ id }) => id !== point.id);
            return show({ ...now, points }, view, { note: full, typed: fit });
          }
          await changed(retro.board, turn.now);
          const isCut = [...text.trim()].length > LONGEST_POINT;
          return again(turn, of, isCut ? tooLong : 'Je punt staat erop.', late);
        },
        late,
      );
    },
  };
}
