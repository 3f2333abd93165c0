import type { z } from 'zod';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { BoardAccess } from './access.ts';
import { nextPhase, type Phase } from './phases.ts';
import type { Retro } from './reading.ts';
import { topOf } from './rules.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard, schemas } from './typed.ts';

const words: Partial<Record<Phase, string>> = {
  revealing: 'De punten zijn onthuld.',
  voting: 'Het stemmen is begonnen.',
  talking: 'Het stemmen is gesloten.',
  agreeing: 'Niemand stemde. Spreek nu samen af wat jullie meenemen.',
};
const notFirst = 'Iemand ging al verder. Hier staat hoe het nu is.';
const noPoints = 'Er staat nog geen punt op het bord. Wacht even.';

/** Moving a retro on from phase to phase, by who leads it. */
export function moving(
  { retros }: RetroTools,
  { leadingBoard, show, changed }: BoardAccess,
  open: (turn: Turn, of: OfBoard, note: string) => Promise<Message>,
) {
  /**
   * Closes the voting. What is talked about is fixed after that: a vote that came in the same moment counts or it does not,
   * and from then on nothing changes it.
   */
  async function closed({ board }: Retro, of: OfBoard): Promise<Phase> {
    const now = await retros.get(of.pilot, of.board);
    const top = now ? topOf(now.points, now.ballots).map(({ id }) => id) : [];
    await retros.setTop(board, top);
    if (top.length > 0 || !now) return 'talking';
    await retros.move(now.board, { phase: 'agreeing' });
    return 'agreeing';
  }

  return {
    /** `from` is the phase on the card: of two who tap at once, one moves the retro on, by one phase. */
    next: (turn: Turn, { from, ...of }: z.infer<typeof schemas.next>): Promise<Message> =>
      leadingBoard(turn, of, async (retro, view) => {
        const { board, points } = retro;
        const to = nextPhase(board.phase);
        if (board.phase !== from || !to) return open(turn, of, notFirst);
        if (points.length === 0) return show(retro, view, { note: noPoints });
        const isFirst = await retros.move(
          board,
          to === 'talking' ? { phase: to, talking: 0 } : { phase: to },
        );
        if (!isFirst) return open(turn, of, notFirst);
        const reached = to === 'talking' ? await closed(retro, of) : to;
        await changed(board, turn.now);
        return open(turn, of, words[reached] ?? '');
      }),
  };
}
