import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { field, fieldsOf } from '../../../conversation/field.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { inOpenPilot } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { type OfPilot, ofPilot } from '../pilot/typed.ts';
import { postIn } from '../posts/posting.ts';
import type { QuizStore } from './store.ts';
import type { QuizRow } from './tables.ts';

const MOST_OPTIONS = 4;
/** So many a day of one pilot: each of them stands in the channel. */
export const MOST_A_DAY = 20;
const LONGEST_QUESTION = 500;
const LONGEST_OPTION = 150;
const numbers = Array.from({ length: MOST_OPTIONS }, (_, n) => n + 1);
const quizTexts = [
  ['question', 'De zaak en de vraag', LONGEST_QUESTION],
  ...numbers.map((n) => [`option${n}`, `Antwoord ${n}`, LONGEST_OPTION] as const),
  ['why', 'Waarom klopt dat?', LONGEST_QUESTION],
] as const;
export const quizSchemas = {
  of: ofPilot,
  save: ofPilot.extend({
    question: field.long,
    right: field.choice,
    why: field.long,
    ...fieldsOf(
      field.text,
      numbers.map((n) => `option${n}`),
    ),
  }),
  answer: ofPilot.extend({
    quiz: z.string().min(1).max(60),
    option: z
      .number()
      .int()
      .min(0)
      .max(MOST_OPTIONS - 1),
  }),
};

const fullToday = 'Vandaag kwamen er al heel veel vragen bij. Deze is niet bewaard. Morgen kan het weer.';
const gone = notice(
  'learning',
  'Deze vraag is er niet meer',
  'Er is niets veranderd. Typ “toets” voor een nieuwe.',
);

const noChannelYet =
  'Alleen jij ziet deze vraag: de pilot heeft nog geen kanaal. Typ in het kanaal van het pilotteam: @Kompas pilot.';
const notNow = 'Alleen jij ziet deze vraag: ik kan nu niet in het kanaal schrijven.';

function quizForm(
  { id, name }: Pilot,
  typed: Record<string, string | undefined>,
  problems: readonly string[],
): Message {
  return formCard({
    kind: 'learning',
    title: 'Een oefenvraag voor het team',
    place: name,
    lead: 'Neem een zaak uit de pilot. Het team antwoordt samen, zonder cijfers.',
    problems,
    fields: [
      {
        id: 'question',
        kind: 'long',
        label: 'De zaak en de vraag',
        hint: 'Bijvoorbeeld: een pand staat er dubbel in. Wie mag dit goedkeuren?',
        value: typed.question,
        longest: LONGEST_QUESTION,
        required: true,
      },
      ...numbers.map(
        (n): Field => ({
          id: `option${n}`,
          kind: 'text',
          label: `Antwoord ${n}${n > 2 ? ' (mag leeg blijven)' : ''}`,
          value: typed[`option${n}`],
          longest: LONGEST_OPTION,
          required: n <= 2,
        }),
      ),
      {
        id: 'right',
        kind: 'one',
        label: 'Welk antwoord klopt?',
        value: typed.right ?? '1',
        choices: numbers.map((n) => ({ value: `${n}`, title: `Antwoord ${n}` })),
      },
      {
        id: 'why',
        kind: 'long',
        label: 'Waarom klopt dat?',
        value: typed.why,
        longest: LONGEST_QUESTION,
      },
    ],
    submit: { verb: 'quiz.save', title: 'Zet in het kanaal', data: { pilot: id } },
    seenBy: 'Iedereen in het kanaal van de pilot, 1 jaar lang. Wie de vraag maakte, staat er niet bij.',
    back: { verb: 'pilot.show', data: { pilot: id } },
  });
}

/** The question, and once the team chose, what is right and why. The same for everybody. */
function quizCard(
  pilot: string,
  id: string,
  { question, options, right, why, chosen }: QuizRow,
  note = '',
): Message {
  const title =
    chosen === undefined
      ? 'Oefenvraag: overleg en kies samen'
      : chosen === right
        ? 'Dat klopt'
        : 'Dit klopt niet';
  return detailCard({
    kind: 'learning',
    text: `${title}.`,
    title: question,
    place: 'oefenvraag',
    state:
      chosen === undefined
        ? undefined
        : {
            words: chosen === right ? 'dat klopt' : 'niet dit antwoord',
            tone: chosen === right ? 'good' : 'quiet',
          },
    note,
    sections: [
      {
        title: chosen === undefined ? 'Wat kiezen jullie?' : 'Antwoorden',
        lines: options.map((option, n) => ({
          text: option,
          detail: [
            chosen === n ? 'jullie keuze' : '',
            chosen !== undefined && n === right ? '✓ dit klopt' : '',
          ]
            .filter(Boolean)
            .join(' · '),
          actions:
            chosen === undefined
              ? [{ verb: 'quiz.answer', title: 'Dit kiezen we', data: { pilot, quiz: id, option: n } }]
              : [],
        })),
      },
      ...(chosen !== undefined && why ? [{ title: 'Waarom', lines: [{ text: why }] }] : []),
    ],
  });
}

/** The knowledge check of a pilot (docs/method.md step 7.4): a case, and one answer of the team together. */
export function quizzing(tools: PilotTools & { quizzes: QuizStore }) {
  const { pilots, quizzes, rewrite, newId } = tools;
  const inTurn = oneAtATime();

  return {
    form: (turn: Turn, { pilot: id }: OfPilot) =>
      inOpenPilot(pilots, turn, id, async ({ pilot }) => quizForm(pilot, {}, [])),

    save: (turn: Turn, data: z.infer<typeof quizSchemas.save>) =>
      inOpenPilot(pilots, turn, data.pilot, async ({ pilot }) => {
        const sent = data as unknown as Record<string, string>;
        const at = (name: string) => (sent[name] ?? '').trim();
        const options = numbers.map((n) => at(`option${n}`));
        const filled = options.filter(Boolean);
        const right = Number(sent.right) - 1;
        const question = at('question');
        const problems = [
          ...(question === '' ? ['Schrijf de vraag op.'] : []),
          ...(filled.length < 2 ? ['Geef minstens twee antwoorden.'] : []),
          ...(options[right] ? [] : ['Het antwoord dat klopt, is leeg.']),
          // With two answers that are the same, nobody could tell which of them is right.
          ...(new Set(filled).size < filled.length ? ['Twee antwoorden zijn hetzelfde.'] : []),
          ...lengthProblems(sent, quizTexts),
        ];
        if (problems.length > 0) return quizForm(pilot, sent, problems);
        const quiz: QuizRow = {
          day: today(turn.now).toString(),
          question,
          options: filled,
          why: at('why'),
          right: filled.indexOf(options[right] ?? ''),
        };
        const id = newId('P');
        const card = quizCard(pilot.id, id, quiz);
        const { channel } = pilot;
        const asked = await inTurn(pilot.id, async () => {
          if ((await quizzes.countOn(pilot.id, quiz.day)) >= MOST_A_DAY) return undefined;
          const message = channel && (await postIn(tools, channel, card));
          await quizzes.add(pilot.id, id, message ? { ...quiz, message } : quiz);
          return { message };
        });
        if (!asked) return quizForm(pilot, sent, [fullToday]);
        return asked.message
          ? notice('learning', 'De vraag staat in het kanaal', 'Overleg samen en kies daar één antwoord.')
          : quizCard(pilot.id, id, quiz, channel ? notNow : noChannelYet);
      }),

    /** The first choice counts: whoever taps for the team. */
    answer: (turn: Turn, { pilot: id, quiz, option }: z.infer<typeof quizSchemas.answer>) =>
      inOpenPilot(pilots, turn, id, async ({ pilot }) => {
        const changed = await quizzes.change(id, quiz, (now) =>
          now.chosen === undefined && now.options[option] !== undefined ? { ...now, chosen: option } : now,
        );
        if (!changed) return gone;
        const { before, after } = changed;
        const card = quizCard(id, quiz, after);
        const { channel } = pilot;
        if (after !== before && channel && after.message)
          await rewrite({ ...channel, user: '' }, after.message, card);
        return card;
      }),
  };
}
