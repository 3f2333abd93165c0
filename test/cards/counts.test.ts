import { beforeAll, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { kindWords } from '../../src/conversation/cards/head.ts';
import { collectSamples } from './samples.ts';
import type { Json, JsonObject } from './walk.ts';

/** One thing to do and a few others: the rest is behind Meer (docs/cards.md). */
const MOST_BUTTONS = 4;
/** Words of ours before the first button of the cards that people see most. */
const MOST_WORDS = 40;
/** Those that need more, and how much: a picture of a week, and a tip that is read. */
const needMore: Readonly<Record<string, number>> = { team: 45, 'tip-show': 45 };

const { card: cardOf } = createRender({ refresh: true });
let cards: { name: string; card: JsonObject }[];

beforeAll(async () => {
  const { samples } = await collectSamples();
  cards = samples.map(({ name, message }) => ({ name, card: cardOf(message) as unknown as JsonObject }));
});

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectsOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
const isInSight = ({ isVisible }: JsonObject) => isVisible !== false;

/** What stands in a card one below the other, in sight, with what is inside. */
function* inSight(element: JsonObject): Generator<JsonObject> {
  if (!isInSight(element)) return;
  yield element;
  for (const part of ['body', 'items', 'columns', 'inlines', 'rows', 'cells'])
    for (const inner of objectsOf(element[part])) yield* inSight(inner);
}

const buttonsOf = ({ type, actions }: JsonObject) => (type === 'ActionSet' ? objectsOf(actions) : []);
/** The buttons of the card itself: those of a line in a list belong to that line. */
const ownButtons = (card: JsonObject) => objectsOf(card.body).filter(isInSight).flatMap(buttonsOf);

/** Fails with every card that is not as it should be, and why. */
function eachCard(problemOf: (card: JsonObject) => string | undefined): void {
  const problems = cards.flatMap(({ name, card }) => {
    const problem = problemOf(card);
    return problem ? [`${name}: ${problem}`] : [];
  });
  expect(problems).toEqual([]);
}

test('begins with what kind of card it is, in words and with an icon', () => {
  const known: readonly string[] = Object.values(kindWords);
  eachCard((card) => {
    const [head] = objectsOf(card.body);
    const parts = head ? [...inSight(head)] : [];
    const words = parts.find(({ type }) => type === 'TextRun')?.text;
    const icon = parts.find(({ type }) => type === 'Image');
    return typeof words === 'string' && known.includes(words) && icon ? undefined : 'no head';
  });
});

test(`has at most ${MOST_BUTTONS} buttons of its own in sight`, () => {
  eachCard((card) => {
    const count = ownButtons(card).length;
    return count > MOST_BUTTONS ? `${count} buttons` : undefined;
  });
});

test(`has at most ${MOST_BUTTONS} buttons in sight in a row of a list`, () => {
  eachCard((card) => {
    const most = Math.max(0, ...[...inSight(card)].map((element) => buttonsOf(element).length));
    return most > MOST_BUTTONS ? `${most} buttons in a row` : undefined;
  });
});

test('has one main button at most', () => {
  eachCard((card) => {
    const main = [...inSight(card)].flatMap(buttonsOf).filter(({ style }) => style === 'positive');
    return main.length > 1 ? `${main.length} main buttons` : undefined;
  });
});

/** The ten that people see most, as they usually are. */
const mostSeen = [
  'ask-card',
  'thanks-short',
  'tip-show',
  'help',
  'standup-open',
  'retro-board-empty',
  'team',
  'mandate-who',
  'signal-received',
  'welcome',
];

/** Words on a card before its first button or field. */
function wordsBefore(card: JsonObject): number {
  let count = 0;
  for (const element of inSight(card)) {
    const { type, text, selectAction } = element;
    if (type === 'ActionSet' || selectAction !== undefined || String(type).startsWith('Input.')) break;
    if (typeof text === 'string') count += (text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length;
  }
  return count;
}

test(`says what it is for in ${MOST_WORDS} words before the first button, of the ten cards that are seen most`, () => {
  const counts = mostSeen.map((name) => {
    const card = cards.find((one) => one.name === name)?.card;
    return { name, words: card ? wordsBefore(card) : Number.NaN };
  });
  expect(counts.filter(({ name, words }) => !(words <= (needMore[name] ?? MOST_WORDS)))).toEqual([]);
});
