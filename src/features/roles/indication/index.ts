import { colleagueAlone } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import type { MatrixAccessTools } from '../matrix/access.ts';
import { bySelfOrReader, matrixAlone, ofPerson } from '../matrix/needs.ts';
import { openings } from '../matrix/opening.ts';
import { mappingCard } from './cards.ts';
import { indicationShowing } from './showing.ts';

const BEGINNING =
  'De rolindicatie komt uit de takenmatrix. Het is een begin voor een gesprek en geen beoordeling.';

/** How near somebody's tasks lie to each role, for the two who filled in the matrix (docs/method.md step 1.2). */
export function indication(tools: Tools & MatrixAccessTools): FeatureOffer {
  const show = indicationShowing(tools);
  const { typed } = openings(tools);

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
            body: BEGINNING,
            aboutColleague: BEGINNING,
          }),
      },
    ],
    actions: {
      'indication.show': action(ofPerson, (turn, { person }) => show(turn, person), {
        needs: bySelfOrReader,
      }),
      'indication.mapping': action(
        ofPerson,
        async (_turn, { person }) => mappingCard(await tools.taskList.tasks(), person),
        { needs: colleagueAlone },
      ),
    },
  };
}
