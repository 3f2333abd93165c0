import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { type MatrixAccessTools, type MatrixView, matrixAccess } from '../matrix/access.ts';
import { beginCard } from '../matrix/cards.ts';
import { unanswered } from '../matrix/rules.ts';
import { indicationCard } from './cards.ts';

/** Something still has to be filled in: an indication of half a matrix would lead astray. */
const unfinished = ({ side, id }: MatrixView): Message =>
  notice(
    'roles',
    'Nog geen rolindicatie',
    'Vul eerst alle taken in. Dan zie je hoe dicht ze bij elke rol liggen.',
    [{ verb: 'matrix.show', title: 'Naar de takenmatrix', data: side === 'manager' ? { person: id } : {} }],
  );

/**
 * Shows the rolindicatie of this person, '' for who asks, to the two who filled in the matrix. `done`: what was just done, in our words.
 */
export function indicationShowing(tools: MatrixAccessTools) {
  const entering = matrixAccess(tools);
  return (turn: Turn, person: string, done = ''): Promise<Message> =>
    entering(turn, person, async (view) => {
      const { draft, confirmed, tasks } = view;
      if (draft && unanswered(draft, tasks).length === 0) return indicationCard(view, draft, { done });
      if (confirmed) return indicationCard(view, confirmed, { confirmedOn: confirmed.day, done });
      return draft ? unfinished(view) : beginCard(view);
    });
}
