import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { misspelled } from '../../src/language/spelling.ts';
import { englishShapesIn } from '../texts/english-shaped.ts';
import { retired, retiredIn } from '../texts/glossary.ts';
import { MARK } from './nasty.ts';
import { collectSamples } from './samples.ts';
import { type Json, textsIn } from './walk.ts';

/** What the texts in a card are called that somebody sees or hears. */
const shown = /^(?:text|title|label|placeholder|altText|errorMessage|speak|fallbackText)$/;
const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** Names of people, places and functions in the samples: those of the demo, and some of the samples' own. */
const names = new Set([
  ...['demo/mensen.csv', 'demo/gebieden.csv', 'demo/mandaten.csv'].flatMap(
    (file) => read(file).match(/\p{L}+(?:-\p{L}+)*/gu) ?? [],
  ),
  'Hartono',
  'Yıldız',
  'Zuiderkwartier',
  'zuider',
]);
/** Left of a text of somebody else where a card cuts it or takes its marks away. */
const others = /Onafgebrokenwoord|http evil/;

let texts: { name: string; text: string }[];

beforeAll(async () => {
  const { samples } = await collectSamples();
  const { card } = createRender({ refresh: true });
  const seen = new Set<string>();
  texts = samples.flatMap(({ name, message }) =>
    [
      message.text,
      ...textsIn(card(message) as unknown as Json)
        .filter((one) => shown.test(one.name) && !one.path.includes('data'))
        .map(({ text }) => text),
    ].flatMap((text) => {
      // What somebody else wrote is theirs; what is filled in is read once, however many cards show it.
      if (text.includes(MARK) || others.test(text) || /^(?:data|https?):/.test(text) || seen.has(text))
        return [];
      seen.add(text);
      return [{ name, text }];
    }),
  );
});

/** Fails with every text that is not as it should be, and why. */
function eachText(problemsOf: (text: string) => readonly string[]): void {
  const problems = texts.flatMap(({ name, text }) =>
    problemsOf(text).map((problem) => `${name}: ${problem} in "${text}"`),
  );
  expect(problems).toEqual([]);
}

describe('the words on cards, put together as somebody reads them', () => {
  test('are there', () => expect(texts.length).toBeGreaterThan(1_000));

  test('are spelled right', () => eachText((text) => misspelled(text, (word) => names.has(word))));

  test('have one word for one thing', () => {
    const list = retired();
    eachText((text) => retiredIn(text, list, true));
  });

  test('are shaped as Dutch', () =>
    eachText((text) => englishShapesIn(text).filter((shape) => !/hoofdletter/.test(shape))));

  test('end a sentence once, with no mark twice and no space too many', () => {
    const slips: readonly (readonly [string, RegExp])[] = [
      ['two marks', /[?!.:;,]\s*[.;:,](?![.\d])|\?\?/],
      ['a space before a mark', /\p{L} [.,;:?!](?:\s|$)/u],
      ['two spaces', /\S {2,}\S/],
      ['something that is not filled in', /\b(?:undefined|null|NaN)\b|\[object/],
      ['a number without its point', /\b[1-9]\d{3,} tekens\b/],
      ['one of many', /\b1 (?:dagen|weken|signalen|mandaten|punten|mensen|werkdagen|acties|antwoorden)\b/],
      ['many of one', /\b(?:[2-9]|\d\d+) (?:week|signaal|mandaat|punt|werkdag|actie|antwoord)\b/],
    ];
    eachText((text) => slips.flatMap(([what, found]) => (found.test(text) ? [what] : [])));
  });
});
