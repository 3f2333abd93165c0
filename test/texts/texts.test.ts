import { describe, expect, test } from 'vitest';
import { longestSentence, readingEase, wordsOf } from '../../src/language/reading-ease.ts';
import { misspelled, suggestionFor } from '../../src/language/spelling.ts';
import { englishShapesIn } from './english-shaped.ts';
import { retired, retiredIn } from './glossary.ts';
import { pageTexts, templateTexts } from './page-texts.ts';
import { type FoundText, sourceTexts } from './source-texts.ts';
import { unmarkedIn } from './typed-words.ts';

/** A sentence on a screen has at most so many words, one on a page or in a tip, which are for reading, at most so many. */
const LONGEST_ON_SCREEN = 20;
const LONGEST_TO_READ = 25;
/** Reading ease (Flesch-Douma) that B1 begins at. It says nothing about a few words. */
const LEAST_EASE = 60;
const ENOUGH_WORDS = 15;

const screens = [...sourceTexts(), ...templateTexts()];
const pages = pageTexts();
const all = [...screens, ...pages];
/** The page that says which words are gone has to name them. */
const isGlossary = ({ file }: FoundText) => file === 'docs/woorden.md';
/** A tip is about the work itself, with words of the work. */
const isTip = ({ file }: FoundText) => file.startsWith('src/features/tips/content/');

/** Long words that no text about them can leave out; how long they are says nothing of how it is written. */
const roles =
  /\b(?:kwaliteitscoördinator|objectregist(?:rator|ratoren)|objectregisseur|geodata-engineer|leidinggevende|mandaatbeheerder|ondernemingsraad|vertrouwenspersoon|projectleider)(?:en|n|s)?\b/giu;

/** Every text with something wrong: where it stands, and what. */
const wrongIn = (
  texts: readonly FoundText[],
  problemsOf: (found: FoundText) => readonly string[],
): string[] =>
  texts.flatMap((found) => {
    const problems = problemsOf(found);
    return problems.length === 0
      ? []
      : [`${found.file}:${found.line} ${problems.join(', ')} in "${found.text}"`];
  });

describe('the texts that a person may come to see', () => {
  test('are found: those of cards, answers, commands, exports, templates, the manifest and pages', () => {
    const files = new Set(all.map(({ file }) => file));
    expect([...files]).toEqual(
      expect.arrayContaining([
        'src/features/checkin/cards.ts',
        'src/features/mandates/chat/replies.ts',
        'src/features/settings/commands/settings.ts',
        'src/features/team/view/export.ts',
        'src/features/tips/content/ellen.ts',
        'src/bot/pages.ts',
        'demo/start.ts',
        'cards/checkin-thanks.json',
        'manifest/manifest.json',
        'docs/privacy.md',
      ]),
    );
    expect(screens.length).toBeGreaterThan(4_000);
    expect(pages.length).toBeGreaterThan(500);
  });

  test('are spelled right; a word that is right and unknown goes into src/language/own-words.txt', () => {
    const problems = wrongIn(all, ({ text }) =>
      misspelled(text).map((word) => `${word} (${suggestionFor(word) ?? 'geen idee'})`),
    );
    expect(problems).toEqual([]);
  });

  test('have one word for one thing: none that docs/woorden.md says is gone', () => {
    const list = retired();
    const texts = all.filter((found) => !isGlossary(found));
    expect(wrongIn(texts, (found) => retiredIn(found.text, list, isTip(found)))).toEqual([]);
  });

  test('are shaped as Dutch', () => {
    expect(
      wrongIn(
        all.filter((found) => !isGlossary(found)),
        ({ text }) => englishShapesIn(text),
      ),
    ).toEqual([]);
  });

  test('mark what somebody can type, so that it does not read as a part of the sentence', () => {
    expect(wrongIn(all, ({ text }) => unmarkedIn(text))).toEqual([]);
  });

  test.each([
    { where: 'on a screen', texts: screens.filter((found) => !isTip(found)), longest: LONGEST_ON_SCREEN },
    { where: 'on a page or in a tip', texts: [...pages, ...screens.filter(isTip)], longest: LONGEST_TO_READ },
  ])('have sentences of at most $longest words $where', ({ texts, longest }) => {
    const problems = wrongIn(texts, ({ text }) => {
      const words = longestSentence(text);
      return words > longest ? [`${words} words`] : [];
    });
    expect(problems).toEqual([]);
  });

  // A tip is measured as a whole by its own content test.
  test('read easily enough for B1', () => {
    const long = all.filter((found) => !isTip(found) && wordsOf(found.text).length >= ENOUGH_WORDS);
    const problems = wrongIn(long, ({ text }) => {
      const ease = readingEase(text.replace(roles, 'rol'));
      return ease < LEAST_EASE ? [`reading ease ${ease}`] : [];
    });
    expect(problems).toEqual([]);
  });
});
