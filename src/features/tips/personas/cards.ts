import { dutchDay } from '../../../calendar/clock.ts';
import { card } from '../../../conversation/cards/card.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Municipality } from '../../../people/municipality.ts';
import { underCode } from '../../../people/under-code.ts';
import { personaCard, personaListCard } from '../cards.ts';
import { contentOf, nameOf, personaContents } from '../content/index.ts';
import { quiz } from '../content/quiz.ts';
import type { Persona, PersonaContent } from '../content/types.ts';
import { lastDayOf, nearest } from './rules.ts';

type PersonaNaming = Pick<Municipality, 'epithetsOnly'>;

const styleReaders = `Alleen jij ziet welke stijl je koos. Na 30 dagen is die weg, of eerder als je die zelf weghaalt.\n${underCode()}`;

/** A style in a list, with a button that opens it. */
function listed(content: PersonaContent, naming: PersonaNaming) {
  const { core, says } = content.card;
  return {
    persona: content.persona,
    name: nameOf(content, naming),
    core,
    says,
    verb: 'personas.look',
    button: 'Bekijk',
  };
}

/** The six cards. A stored message when typed: the same for everybody, whatever they chose. */
export function listCard(naming: PersonaNaming): Message {
  return personaListCard({
    text: 'Zes stijlen. Wat herken je vandaag? Niemand is er één, en morgen kan het anders zijn.',
    title: 'Wat herken je vandaag?',
    lead: 'De namen komen uit IBRO, de manier van werken die jouw gemeente invoert. Niemand is één stijl, en morgen kan het anders zijn.',
    seenBy: styleReaders,
    personas: personaContents.map((content) => listed(content, naming)),
    actions: [
      { verb: 'personas.quiz', title: 'Herken mijn stijl', data: { answers: '' } },
      { verb: 'personas.none', title: 'Geen van deze', data: {} },
      { verb: 'personas.clear', title: 'Wis mijn keuze', data: {} },
    ],
  });
}

/** One of the six, with the choice: its core in sight, and the fields of the method behind "Meer" (docs/method.md step 5). */
export function choiceCard(persona: Persona, naming: PersonaNaming): Message {
  const content = contentOf(persona);
  const { core, says, about, character, goals, challenges, needs } = content.card;
  return personaCard({
    text: `Herken je dit vandaag? ${nameOf(content, naming)}. ${core}`,
    title: 'Herken je dit vandaag?',
    name: nameOf(content, naming),
    lead: core,
    says,
    seenBy: styleReaders,
    more: [
      { title: 'Omschrijving', lines: [about] },
      { title: 'Karakter: hoe je graag werkt', lines: character },
      { title: 'Doelen: wat je wilt', lines: goals },
      { title: 'Uitdagingen: wat lastig kan zijn', lines: challenges },
      { title: 'Benodigdheden: wat je helpt', lines: needs },
    ],
    actions: [
      { verb: 'personas.choose', title: 'Herken ik vandaag', data: { persona } },
      { verb: 'personas.list', title: 'Terug naar de zes stijlen', data: {} },
    ],
  });
}

const again = { verb: 'personas.list', title: 'Kies een andere', data: {} };
const tip = { verb: 'tips.show', title: 'Laat een tip zien', data: {} };

/** After a choice, in the answer to the person's own tap only. `day`: ISO date of the choice. */
export function chosenCard(persona: Persona, day: string, naming: PersonaNaming): Message {
  return notice(
    'style',
    `Vandaag herken je: ${nameOf(contentOf(persona), naming)}`,
    `Mijn tips houden hier rekening mee tot en met ${dutchDay(lastDayOf(day))}.`,
    [tip, again, { verb: 'personas.clear', title: 'Wis mijn keuze', data: {} }],
  );
}

export const noneCard: Message = notice(
  'style',
  'Goed, geen van deze',
  'Ik bewaar geen stijl bij jou. Je krijgt tips die passen bij je rol en bij de stap waar jullie nu zijn.',
  [tip, again],
);

/** The same whether or not there was a choice: typed, this is a stored message. */
export const clearedCard: Message = notice(
  'style',
  'Er staat geen stijl meer bij jou',
  'Koos je er een, dan is die gewist.',
  [again],
);

interface QuizData {
  title: string;
  lead: string;
  question: string;
  options: readonly { text: string; answers: string }[];
}

/** One situation of `herken mijn stijl`. The answers so far travel in the buttons and are stored nowhere. */
export function quizCard(answers: string): Message {
  const place = answers.length;
  const situation = quiz[place];
  if (!situation) throw new RangeError(`there is no situation ${place}`);
  const lead = place === 0 ? 'Dit is geen test. Het zijn zes kleine keuzes, voor de aardigheid.' : '';
  return {
    text: `${lead} ${situation.question}`.trim(),
    card: card<QuizData>(
      'persona-quiz',
      'style',
      {
        title: `Herken mijn stijl, ${place + 1} van ${quiz.length}`,
        lead,
        question: situation.question,
        options: [
          { text: situation.a.text, answers: `${answers}a` },
          { text: situation.b.text, answers: `${answers}b` },
        ],
      },
      'Niemand: ik bewaar je antwoorden niet. Kies je aan het eind een stijl? Alleen jij ziet welke.',
    ),
  };
}

/** The end of it: the two that sounded nearest, and the choice is the person's. */
export function nearestCard(answers: string, naming: PersonaNaming): Message {
  return personaListCard({
    text: 'Deze twee komen het dichtst bij wat je koos. Jij bepaalt wat je herkent.',
    title: 'Deze twee komen het dichtst in de buurt',
    lead: 'Jij bepaalt wat je herkent. Er is geen goed of fout.',
    personas: nearest(answers).map((persona) => listed(contentOf(persona), naming)),
    actions: [
      { verb: 'personas.none', title: 'Geen van deze', data: {} },
      { verb: 'personas.list', title: 'Bekijk alle zes', data: {} },
    ],
  });
}
