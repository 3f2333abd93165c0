import type { z } from 'zod';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { BoardAccess } from './access.ts';
import { ballotForm, chosenPoints, everywhere, topicChoosings } from './forms.ts';
import { mayVote } from './phases.ts';
import type { Retro } from './reading.ts';
import { ballotOf, VOTES } from './rules.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard, schemas } from './typed.ts';

const tooLate = { note: 'De retro was net afgerond. Je stemmen tellen niet meer mee.' };

function savedWords(count: number): string {
  if (count === 0) return 'Je stemmen zijn weg.';
  return count === 1 ? 'Je stem is bewaard.' : `Je ${count} stemmen zijn bewaard.`;
}

/** Why nobody votes now. */
const notNow = ({ board: { phase } }: Retro): string =>
  phase === 'writing' || phase === 'revealing'
    ? 'Er wordt nog niet gestemd.'
    : 'Het stemmen is gesloten. Je stemmen van nu tellen niet mee.';

/** Voting on the topics of a board: three votes each, which only their giver sees. */
export function voting({ retros }: RetroTools, { onBoard, show, again, changed }: BoardAccess) {
  return {
    ballot: (turn: Turn, of: OfBoard) =>
      onBoard(turn, of, async (retro, view) =>
        mayVote(retro.board)
          ? ballotForm(
              retro,
              view.place,
              everywhere(ballotOf(retro.points, retros.votesOf(retro, turn.directoryId)) ?? []),
              [],
              of.held,
            )
          : show(retro, view, { note: notNow(retro), held: of.held }),
      ),

    vote: (turn: Turn, { pilot: id = '', board = '', held = '', ...sent }: z.infer<typeof schemas.vote>) => {
      const of = { pilot: id, board, held };
      return onBoard(
        turn,
        of,
        async (retro, view) => {
          if (!mayVote(retro.board)) return show(retro, view, { note: notNow(retro), held });
          const { sent: typed, problems } = chosenIn(topicChoosings(retro.points), sent);
          const wanted = chosenPoints(typed);
          const chosen = ballotOf(retro.points, wanted);
          if (!chosen) problems.push(`Je koos er ${wanted.length}. Kies er hooguit ${VOTES}.`);
          if (!chosen || problems.length > 0) return ballotForm(retro, view.place, typed, problems, held);
          const before = retros.votesOf(retro, turn.directoryId);
          await retros.vote(retro.board, turn.directoryId, chosen);
          const now = await retros.get(id, board);
          // When the voting ended in the same moment, those of before count.
          if (!now || !mayVote(now.board)) {
            await retros.vote(retro.board, turn.directoryId, before);
            return onBoard(
              turn,
              of,
              (later, mine) => show(later, mine, { note: notNow(later), held }),
              tooLate,
            );
          }
          await changed(retro.board, turn.now);
          return again(turn, of, savedWords(chosen.length), tooLate);
        },
        tooLate,
      );
    },
  };
}
