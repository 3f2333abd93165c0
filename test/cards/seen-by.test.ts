import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { collectSamples } from './samples.ts';
import { type Json, type JsonObject, objectsIn, ofType, textsIn } from './walk.ts';

const QUESTION = 'Wie ziet dit?';

/** What asks for something with a button alone: what is tapped there is kept or sent on. */
const asksByTapping = [
  'checkin.answer',
  'checkin.ask-talk',
  'checkin.send-talk',
  'personas.choose',
  'personas.quiz',
];

/** Cards with a field that need no answer to the question: of what is filled in there nothing is kept. */
const keepsNothing: readonly { fits: (one: Shown) => boolean; why: string }[] = [
  {
    fits: ({ template }) => template === 'mandate-answer',
    why: 'asks the register once more, with another place or day',
  },
  { fits: ({ name }) => name.startsWith('mandate-corrected'), why: 'asks the register once more' },
  { fits: ({ name }) => name.startsWith('learning-search'), why: 'looks something up' },
  {
    fits: ({ name }) => name === 'matrix-member' || name === 'team-tasks-which',
    why: 'opens what is chosen',
  },
  { fits: ({ name }) => name === 'standup-form-closed', why: 'what was typed too late, to copy' },
];

/** Ways to say that nobody sees something, or that nothing is kept. Each is looked for in one sentence. */
const assurances: readonly RegExp[] = [
  /\balleen (jij|ik|jezelf|wie|de schrijver|je team)\b.*\b(zien?|ziet|leest|lezen|weet|opent?)\b/i,
  /\b(zien?|ziet|leest|lezen) alleen\b/i,
  /\bniemand\b.*\b(ziet|zien|leest|lezen|weet|merkt)\b/i,
  /\b(ziet|zien|leest|lezen) niemand\b/i,
  /\bleidinggevende\b.*\b(ziet|leest)\b/i,
  /\b(naam|antwoord|tekst) (staat|komt|blijft)\b.*\b(niet|nergens|nooit)\b/i,
  /\b(ik bewaar|bewaar ik|bewaart kompas|kompas bewaart)\b.*\b(niet|niets|nooit)\b/i,
  /\b(wordt|worden|is) niet (bewaard|opgeslagen|gedeeld)\b.*\b(wie|naam)|\b(wie|naam)\b.*\bniet bewaard\b/i,
  /\bzonder (je|jouw) naam\b/i,
  /\bonder een code\b/i,
  /\b(niet|nooit) (in de (chat|geschiedenis))\b/i,
  /\bverraad/i,
  /\b(anoniem|vertrouwelijk)\b/i,
  /\bziet niet wie\b/i,
  /\bweet(en)? niet (van )?wie\b/i,
  /\bblijft onbekend\b/i,
  /\bgaat niets via kompas\b/i,
  /\b(iedereen|je team|de teams|het pilotteam|ook je team|een ander) (leest|lezen|ziet)\b/i,
  /\bleest (dit|het|ook) (je team|iedereen|wie)\b/i,
];

/** What may say so all the same, and why: without it somebody would be misled at that very moment. */
const allowed: readonly { words: RegExp; on: RegExp; why: string }[] = [
  { on: /^who-sees-this$/, words: /./, why: 'the answer to who asks just that' },
  { on: /^welcome/, words: /./, why: 'the one place that says it unasked' },
  {
    on: /^privacy-who-sees$/,
    words: /./,
    why: 'the answer to who asks just that',
  },
  { on: /^signal-form/, words: /^Met of zonder je naam\?$/, why: 'choosing with or without a name' },
  { on: /^signal-raised/, words: /ik weet niet van wie het is/, why: 'why nothing will be heard of it' },
  {
    on: /^(signal|talk|distress)/,
    words: /^Vertrouwelijk praten kan/,
    why: 'somebody to talk to in confidence',
  },
  {
    on: /^talk-(write|sent)/,
    words: /leest (die )?(dit|het) op zijn vroegst morgen/,
    why: 'when the other reads it',
  },
  { on: /^talk-/, words: /^Je weet niet wie (dit|het) schreef\.$/, why: 'so that nobody asks who it was' },
  { on: /^(help|typed-english)/, words: /^Geef door wat anders moet/, why: 'what a command does' },
  { on: /^comments-not-yours$/, words: /./, why: 'why it does not open' },
  {
    on: /^mandate-gap$/,
    words: /^Jouw naam staat er niet bij\.$/,
    why: 'after it was passed on to a person',
  },
  {
    on: /^learning-look-back/,
    words: /^Die antwoorden bewaar ik niet\.$/,
    why: 'what is typed there is lost',
  },
  {
    on: /^privacy-(show|erase)/,
    words: /./,
    why: 'the overview of what is kept, and what erasing took away',
  },
  {
    on: /^distress/,
    words: /^Ik bewaar niet wat je typte, en meld het bij niemand\.$/,
    why: 'after words that somebody may regret',
  },
  { on: /^privacy-ask-erase$/, words: /^Mandaten op jouw naam blijven/, why: 'before erasing: what stays' },
];

interface Shown {
  name: string;
  template: string;
  card: JsonObject;
}

const source = new URL('../../src/', import.meta.url);
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort()
  .map((file) => ({ file, text: readFileSync(new URL(file, source), 'utf8') }));

const render = createRender({ refresh: true });
let cards: Shown[];

beforeAll(async () => {
  const { samples } = await collectSamples();
  cards = samples.map(({ name, message }) => ({
    name,
    template: message.card?.template ?? '',
    card: render.card(message) as unknown as JsonObject,
  }));
});

const questionsOf = (card: Json) => ofType(card, 'Action.').filter(({ title }) => title === QUESTION);

/** What opens under the question, by the id that its button names. */
function answerOf(card: Json): JsonObject | undefined {
  const [id] = (questionsOf(card)[0]?.targetElements ?? []) as string[];
  return objectsIn(card).find((one) => one.id !== undefined && one.id === id);
}

/** The sentences that stand on a card, but for the answer to the question. */
function sentencesOf(card: JsonObject): string[] {
  const hidden = new Set<JsonObject>(objectsIn(answerOf(card) ?? null));
  const shown = ['text', 'title', 'label', 'placeholder', 'value'];
  return textsIn(card)
    .filter(({ name, owner }) => shown.includes(name) && !hidden.has(owner))
    .filter(({ path }) => !path.includes('data'))
    .flatMap(({ text }) => text.split(/(?<=[.?!:])\s+/));
}

/** Fails with every card that is not as it should be, and why. */
function eachCard(problemsOf: (shown: Shown) => string[]): void {
  expect(cards.flatMap((shown) => problemsOf(shown).map((problem) => `${shown.name}: ${problem}`))).toEqual(
    [],
  );
}

/** The thank-you shows an answer that the card before it asked for, and so leaves the question to that one. */
const asks = (shown: Shown) =>
  (shown.template !== 'checkin-thanks' &&
    ofType(shown.card, 'Action.Execute').some(({ verb }) => asksByTapping.includes(String(verb)))) ||
  (ofType(shown.card, 'Input.').length > 0 && !keepsNothing.some(({ fits }) => fits(shown)));

describe('"Wie ziet dit?"', () => {
  test('stands on every card that asks for something', () => {
    expect(cards.filter(asks).length).toBeGreaterThan(60);
    eachCard((shown) =>
      asks(shown) && questionsOf(shown.card).length !== 1 ? ['nobody says who sees it'] : [],
    );
  });

  test('is left out only of what the list names', () => {
    expect(keepsNothing.filter(({ fits }) => !cards.some(fits))).toEqual([]);
    const empty = sources
      .filter(({ text }) => /seenBy: ''|seenBy: \w+ \? ''|seenBy: isClosed/.test(text))
      .map(({ file }) => file);
    expect(empty).toEqual([
      'features/mandates/chat/correction-form.ts',
      'features/pilots/learning/forms.ts',
      'features/pilots/standup/forms.ts',
      'features/roles/matrix/forms.ts',
      'features/roles/picture/cards.ts',
    ]);
  });

  test('asks nothing of Kompas, is in sight, and opens its answer right under it, which is hidden at first', () => {
    eachCard(({ card }) =>
      questionsOf(card).flatMap((button) => {
        const answer = answerOf(card);
        const behind = objectsIn(card).find(
          ({ actions }) => Array.isArray(actions) && actions.includes(button),
        );
        const around = objectsIn(card)
          .flatMap(({ body, items }) => [body, items])
          .find((list): list is Json[] => Array.isArray(list) && list.includes(behind));
        const [after, afterMore] = around?.slice(around.indexOf(behind ?? null) + 1) ?? [];
        return [
          ...(button.type === 'Action.ToggleVisibility' ? [] : ['the button is no toggle']),
          ...(behind?.isVisible === false ? ['the button is hidden itself'] : []),
          ...(answer?.isVisible === false ? [] : ['the answer is there at once']),
          ...(answer && [after, afterMore].includes(answer) ? [] : ['the answer stands elsewhere']),
          ...(answer && textsIn(answer).some(({ name, text }) => name === 'text' && text.trim().length > 10)
            ? []
            : ['the answer says nothing']),
        ];
      }),
    );
  });

  test('is answered in few words', () => {
    eachCard(({ card }) => {
      const words = textsIn(answerOf(card) ?? null)
        .filter(({ name }) => name === 'text')
        .flatMap(({ text }) => text.split(/\s+/));
      return words.length > 85 ? [`${words.length} words`] : [];
    });
  });
});

describe('who sees something', () => {
  const isAllowed = (name: string, sentence: string) =>
    allowed.some(({ on, words }) => on.test(name) && words.test(sentence));

  test('is said behind that button and nowhere else on a card', () => {
    eachCard(({ name, card }) =>
      sentencesOf(card)
        .filter((sentence) => assurances.some((one) => one.test(sentence)))
        .filter((sentence) => !isAllowed(name, sentence)),
    );
  });

  test('is said all the same only where the list says why', () => {
    const unused = allowed.filter(
      ({ on, words }) =>
        !cards.some(
          ({ name, card }) => on.test(name) && sentencesOf(card).some((sentence) => words.test(sentence)),
        ),
    );
    expect(unused).toEqual([]);
  });

  test('does not promise that nobody can work out a code', () => {
    eachCard(({ card }) =>
      textsIn(card)
        .filter(({ text }) => /nergens bij je naam|anoniem/i.test(text))
        .map(({ text }) => text),
    );
  });
});
