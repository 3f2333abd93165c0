import type { z } from 'zod';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { BoardAccess } from './access.ts';
import { ballotForm, everywhere, pointChoosings, pointsIn } from './forms.ts';
import { ballotOf, VOTES } from './rules.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard, schemas } from './typed.ts';

const tooLate = { note: 'De retro was net afgerond. Je stemmen tellen niet meer mee.' };

function savedWords(count: number): string {
  if (count === 0) return 'Je stemmen zijn weg.';
  return count === 1 ? 'Je stem is bewaard.' : `Je ${count} stemmen zijn bewaard.`;
}

/** Voting on the points of a board: three votes each, which only their giver sees. */
export function voting({ retros }: RetroTools, { onBoard, again, changed }: BoardAccess) {
  return {
    ballot: (turn: Turn, of: OfBoard) =>
      onBoard(turn, of, async (retro, { pilot }) =>
        ballotForm(retro, pilot, everywhere(retros.votesOf(retro, turn.directoryId))),
      ),

    vote: (turn: Turn, { pilot: id = '', board = '', ...sent }: z.infer<typeof schemas.vote>) => {
      const of = { pilot: id, board };
      return onBoard(
        turn,
        of,
        async (retro, { pilot }) => {
          const { sent: typed, problems } = chosenIn(pointChoosings(retro.points), sent);
          const wanted = pointsIn(typed);
          const chosen = ballotOf(retro.points, wanted);
          if (!chosen) problems.push(`Je koos er ${wanted.length}. Kies er hooguit ${VOTES}.`);
          if (!chosen || problems.length > 0) return ballotForm(retro, pilot, typed, problems);
          await retros.vote(retro.board, turn.directoryId, chosen);
          // When the board was closed in the same moment, the votes may not stay behind.
          if ((await retros.get(of.pilot, of.board))?.board.phase !== 'open') {
            await retros.vote(retro.board, turn.directoryId, []);
            return again(turn, of, '', tooLate);
          }
          await changed(retro.board, turn.now);
          return again(turn, of, savedWords(chosen.length), tooLate);
        },
        tooLate,
      );
    },
  };
}
