import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, everybodyAlone, type Needs } from '../../../conversation/needs.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Services } from '../../module.ts';
import { quiz } from '../content/quiz.ts';
import { personas } from '../content/types.ts';
import type { TipsStores } from '../open.ts';
import { choiceCard, chosenCard, clearedCard, listCard, nearestCard, noneCard, quizCard } from './cards.ts';

const nothing = z.object({});
const onePersona = z.object({ persona: z.enum(personas) });
const answersSoFar = z.object({
  answers: z
    .string()
    .regex(/^[ab]*$/)
    .max(quiz.length),
});

// Each of these turns may depend on a choice: none of them leaves a trace beside the person
// (trust:persona-is-private).
const alone: Needs = { ...everybodyAlone, typed: 'mijn stijl' };
const quietly = { needs: alone, traceless: true };

/** Choosing a persona: by the person only, for thirty days, gone with one tap. */
export function choosing({
  store,
  settings,
}: Pick<TipsStores, 'store'> & Pick<Services, 'settings'>): Pick<Feature, 'phrases' | 'actions'> {
  const naming = async () => (await settings.recent()).municipality;

  async function clear(turn: Turn, answer: Message): Promise<Message> {
    await store.clearPersona(turn.directoryId);
    return answer;
  }

  return {
    phrases: [
      {
        say: 'mijn stijl',
        also: ['persona', "persona's", 'personas', 'mijn persona', 'stijlen'],
        title: 'Kies welke stijl je vandaag herkent',
        needs: alone,
        traceless: true,
        run: async () => listCard(await naming()),
      },
      {
        say: 'herken mijn stijl',
        also: ['welke stijl past bij mij', 'welke persona ben ik', 'stijl herkennen'],
        title: 'Zes kleine keuzes die je helpen kiezen',
        needs: alone,
        traceless: true,
        run: async () => quizCard(''),
      },
      {
        say: 'wis mijn stijl',
        also: ['wis mijn persona', 'wis persona', 'persona wissen', 'vergeet mijn persona', 'geen persona'],
        title: 'Wis de stijl die je koos',
        needs: alone,
        careful: true,
        traceless: true,
        run: (turn) => clear(turn, clearedCard),
      },
    ],
    actions: {
      'personas.list': action(nothing, async () => listCard(await naming()), quietly),
      'personas.look': action(
        onePersona,
        async (_, { persona }) => choiceCard(persona, await naming()),
        quietly,
      ),
      'personas.choose': action(
        onePersona,
        async (turn, { persona }) => {
          // Whoever erased themselves is not written about again.
          if (!(await turn.person())) return unknownPerson;
          const day = today(turn.now).toString();
          await store.choose(turn.directoryId, persona, day);
          return chosenCard(persona, day, await naming());
        },
        { needs: { ...colleagueAlone, typed: 'mijn stijl' }, traceless: true },
      ),
      'personas.none': action(nothing, (turn) => clear(turn, noneCard), quietly),
      'personas.clear': action(nothing, (turn) => clear(turn, clearedCard), quietly),
      'personas.quiz': action(
        answersSoFar,
        async (_, { answers }) =>
          answers.length < quiz.length ? quizCard(answers) : nearestCard(answers, await naming()),
        quietly,
      ),
    },
  };
}
