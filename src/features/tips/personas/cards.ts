import { dutchDay } from '../../../calendar/clock.ts';
import { type Message, notice } from '../../../conversation/message.ts';
import type { Municipality } from '../../../people/municipality.ts';
import { contentOf, nameOf, personaContents } from '../content/index.ts';
import { quiz } from '../content/quiz.ts';
import type { Persona } from '../content/types.ts';
import { lastDayOf, nearest } from './rules.ts';

type PersonaNaming = Pick<Municipality, 'epithetsOnly'>;

/** The six cards. A stored message when typed: the same for everybody, whatever they chose. */
export function listCard(naming: PersonaNaming): Message {
  return {
    text: 'Zes stijlen. Wat herken je vandaag? Niemand is er één, en morgen kan het anders zijn.',
    card: {
      template: 'persona-list',
      data: {
        title: 'Wat herken je vandaag?',
        lead: 'Niemand is één stijl, en morgen kan het anders zijn. Alleen jij ziet je keuze. Na 30 dagen is je keuze vanzelf weg.',
        personas: personaContents.map((content) => ({
          persona: content.persona,
          name: nameOf(content, naming),
          core: content.card.core,
          says: content.card.says,
          verb: 'personas.look',
          button: 'Bekijk',
        })),
        actions: [
          { verb: 'personas.quiz', title: 'Herken mijn stijl', data: { answers: '' } },
          { verb: 'personas.none', title: 'Geen van deze', data: {} },
          { verb: 'personas.clear', title: 'Wis mijn keuze', data: {} },
        ],
      },
    },
  };
}

/** One of the six, with the choice. */
export function personaCard(persona: Persona, naming: PersonaNaming): Message {
  const content = contentOf(persona);
  const { core, brings, needs, helps, says } = content.card;
  return {
    text: `${nameOf(content, naming)}. ${core}`,
    card: {
      template: 'persona',
      data: {
        title: nameOf(content, naming),
        says,
        facts: [
          { title: 'Kern', value: core },
          { title: 'Brengt', value: brings },
          { title: 'Heeft nodig', value: needs },
          { title: 'Wat helpt', value: helps },
        ],
        actions: [
          { verb: 'personas.choose', title: 'Herken ik vandaag', data: { persona } },
          { verb: 'personas.list', title: 'Terug naar de zes', data: {} },
        ],
      },
    },
  };
}

const again = { verb: 'personas.list', title: 'Kies een andere', data: {} };
const tip = { verb: 'tips.show', title: 'Laat een tip zien', data: {} };

/** After a choice, in the answer to the person's own tap only. `day`: ISO date of the choice. */
export function chosenCard(persona: Persona, day: string, naming: PersonaNaming): Message {
  return notice(
    `Vandaag herken je: ${nameOf(contentOf(persona), naming)}`,
    `Mijn tips houden hier rekening mee tot en met ${dutchDay(lastDayOf(day))}. Alleen jij ziet dit.`,
    [tip, again, { verb: 'personas.clear', title: 'Wis mijn keuze', data: {} }],
  );
}

export const noneCard: Message = notice(
  'Goed, geen van deze',
  'Ik bewaar geen stijl bij jou. Je krijgt tips die bij je rol en bij deze stap passen.',
  [tip, again],
);

/** The same whether or not there was a choice: typed, this is a stored message. */
export const clearedCard: Message = notice(
  'Er staat geen stijl meer bij jou',
  'Koos je er een, dan is die gewist.',
  [again],
);

/** One situation of `herken mijn stijl`. The answers so far travel in the buttons and are stored nowhere. */
export function quizCard(answers: string): Message {
  const place = answers.length;
  const situation = quiz[place];
  if (!situation) throw new RangeError(`there is no situation ${place}`);
  const lead =
    place === 0
      ? 'Dit is geen test. Het zijn zes kleine keuzes, voor de aardigheid. Ik bewaar je antwoorden niet.'
      : '';
  return {
    text: `${lead} ${situation.question}`.trim(),
    card: {
      template: 'persona-quiz',
      data: {
        title: `Herken mijn stijl, ${place + 1} van ${quiz.length}`,
        lead,
        question: situation.question,
        options: [
          { text: situation.a.text, answers: `${answers}a` },
          { text: situation.b.text, answers: `${answers}b` },
        ],
      },
    },
  };
}

/** The end of it: the two that sounded nearest, and the choice is the person's. */
export function nearestCard(answers: string, naming: PersonaNaming): Message {
  return {
    text: 'Deze twee klinken het dichtst bij wat je koos. Jij bepaalt wat je herkent.',
    card: {
      template: 'persona-list',
      data: {
        title: 'Deze twee klinken het dichtstbij',
        lead: 'Jij bepaalt wat je herkent. Er is geen goed of fout.',
        personas: nearest(answers).map((persona) => {
          const content = contentOf(persona);
          const { core, says } = content.card;
          const name = nameOf(content, naming);
          return { persona, name, core, says, verb: 'personas.look', button: 'Bekijk' };
        }),
        actions: [
          { verb: 'personas.none', title: 'Geen van deze', data: {} },
          { verb: 'personas.list', title: 'Bekijk alle zes', data: {} },
        ],
      },
    },
  };
}
