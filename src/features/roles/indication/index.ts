import { z } from 'zod';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { type MatrixAccessTools, type MatrixView, matrixAccess } from '../matrix/access.ts';
import { beginCard } from '../matrix/cards.ts';
import { bySelfOrReader, matrixAlone, ofPerson } from '../matrix/needs.ts';
import { openings } from '../matrix/opening.ts';
import { unanswered } from '../matrix/rules.ts';
import { indicationCard, mappingCard } from './cards.ts';

/** Something still has to be filled in: an indication of half a matrix would lead astray. */
const unfinished = ({ side, id }: MatrixView): Message =>
  notice(
    'roles',
    'Nog geen rolindicatie',
    'Vul eerst alle taken in. Dan zie je hoe dicht ze bij elke rol liggen.',
    [{ verb: 'matrix.show', title: 'Naar de takenmatrix', data: side === 'manager' ? { person: id } : {} }],
  );

/** How near somebody's tasks lie to each role, for the two who filled in the matrix (docs/method.md step 1.2). */
export function indication(tools: Tools & MatrixAccessTools): FeatureOffer {
  const entering = matrixAccess(tools);
  const { typed } = openings(tools);

  const show = (turn: Turn, person: string): Promise<Message> =>
    entering(turn, person, async (view) => {
      const { draft, confirmed, tasks } = view;
      if (draft && unanswered(draft, tasks).length === 0) return indicationCard(view, draft);
      if (confirmed) return indicationCard(view, confirmed, confirmed.day);
      return draft ? unfinished(view) : beginCard(view);
    });

  return {
    phrases: [
      {
        say: 'rolindicatie',
        also: [
          'mijn rolindicatie',
          'voorlopige rolindicatie',
          'welke rol past bij mij',
          'welke rol past bij mijn taken',
          'welke rol ligt dicht bij mijn taken',
        ],
        title: 'Bekijk hoe dicht je taken bij elke rol liggen',
        takesRest: true,
        needs: matrixAlone,
        run: (turn, rest) =>
          typed(turn, rest, {
            verb: 'indication.show',
            title: 'Bekijk de voorlopige rolindicatie',
            body: 'Ze komt uit de takenmatrix. Ze is een begin voor een gesprek en geen beoordeling.',
          }),
      },
    ],
    actions: {
      'indication.show': action(ofPerson, (turn, { person }) => show(turn, person), {
        needs: bySelfOrReader,
      }),
      'indication.mapping': action(z.object({}), async () => mappingCard(await tools.taskList.tasks()), {
        needs: colleagueAlone,
      }),
    },
  };
}
