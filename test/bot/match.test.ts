import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/bot/match.ts';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import type { Feature, Phrase } from '../../src/conversation/offer.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

const phrase = (say: string, more: Partial<Phrase> = {}): Phrase => ({
  say,
  title: say,
  needs: everybodyAnywhere,
  run: async () => ({ text: say }),
  ...more,
});
const feature = (name: string, ...phrases: Phrase[]): Feature => ({ name, phrases, actions: {} });

describe('what was typed behind a phrase', () => {
  const { find } = createMatcher([
    feature(
      'presence',
      phrase('afwezig', { takesRest: true }),
      phrase('afwezig tot', { takesRest: true }),
      phrase('help'),
    ),
  ]);

  test.each([
    ['afwezig tot 1 december', 'afwezig tot', '1 december'],
    ['Kompas, afwezig tot 24-12-2026!', 'afwezig tot', '24-12-2026!'],
    ['Hoi! afwezig  morgen', 'afwezig', 'morgen'],
    ['AFWEZIG', 'afwezig', ''],
    ['afwe\u0301zig tot e\u0301e\u0301n mei', 'afwezig tot', 'één mei'],
  ])('"%s" is "%s" and "%s"', (text, say, rest) => {
    const match = find(text);
    expect(match?.phrase.say).toBe(say);
    expect(match?.rest).toBe(rest);
  });

  test('is nothing when the phrase stands alone: more words make it another question', () => {
    expect(find('help mij')).toBeUndefined();
    expect(find('wat is help')).toBeUndefined();
    expect(find('afwezigheid')).toBeUndefined();
  });
});

describe('the phrases of all features', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());

  /** Every wording with the phrase it belongs to. */
  const wordings = () =>
    bot.features.flatMap(({ phrases }) =>
      phrases.flatMap((one) => [one.say, ...(one.also ?? [])].map((wording) => ({ wording, one }))),
    );

  test('are found by their own words', () => {
    const { find } = createMatcher(bot.features);
    expect(wordings().length).toBeGreaterThan(20);
    for (const { wording, one } of wordings()) expect(find(wording)?.phrase.say, wording).toBe(one.say);
  });

  test('are found whatever is around them', () => {
    const { find } = createMatcher(bot.features);
    const around = [
      (text: string) => text.toUpperCase(),
      (text: string) => `  ${text}!?`,
      (text: string) => `Kompas, ${text} graag`,
      (text: string) => `Hoi Kompas: ${text} a.u.b.`,
      (text: string) => `hé, ${text}…`,
      (text: string) => text.replace(/e/g, 'é'),
      (text: string) => `${text} 🙂`,
    ];
    for (const { wording, one } of wordings()) {
      for (const put of around) expect(find(put(wording))?.phrase.say, put(wording)).toBe(one.say);
    }
  });

  test('never stand in each other’s way: no wording belongs to two of them', () => {
    const { find } = createMatcher(bot.features);
    const owners = Map.groupBy(wordings(), ({ wording }) => find(wording)?.phrase.say);
    const said = bot.features.flatMap(({ phrases }) => phrases.map(({ say }) => say));
    expect(new Set(said).size).toBe(said.length);
    expect([...owners.keys()].sort()).toEqual([...said].sort());
  });

  test.each([
    ['hepl', 'help'],
    ['chekin', 'check-in'],
    ['stop chekins', 'stop check-ins'],
    ['start chek-ins', 'start check-ins'],
    ['mijn gegevns', 'mijn gegevens'],
    ['vergeet mijj', 'vergeet mij'],
    ['mijn werkdage', 'mijn werkdagen'],
    ['deze week nit', 'deze week niet'],
  ])('are suggested for a slip: "%s" is nearest to "%s"', (text, say) => {
    const { find, nearest } = createMatcher(bot.features);
    expect(find(text)).toBeUndefined();
    expect(nearest(text, 3)[0]?.say).toBe(say);
  });

  test.each([
    ['kan ik mijn werkdagen veranderen?', 'mijn werkdagen'],
    ['ik wil praten met iemand', 'ik wil even praten'],
    ['afwezih tot 1 december', 'afwezig tot'],
  ])('are suggested when they are part of a sentence: "%s" is nearest to "%s"', (text, say) => {
    expect(createMatcher(bot.features).nearest(text, 3)[0]?.say).toBe(say);
  });

  test.each([
    'het gaat heel slecht met me',
    'mijn hond',
    'ik vergeet mijn afspraken',
    'vergeet mij niet',
    'stop',
    'niet vergeet mij',
    'hoe is het weer',
    'ik wil geen check-ins meer van jou',
    '',
    '🙂',
    'x',
  ])('are not suggested for what is not really near: "%s" gets nothing that stops or erases', (text) => {
    const says = createMatcher(bot.features)
      .nearest(text, 3)
      .map(({ say }) => say);
    for (const say of ['vergeet mij', 'stop check-ins', 'mijn gegevens']) expect(says).not.toContain(say);
  });

  test('are not suggested at all for just anything', () => {
    const { nearest } = createMatcher(bot.features);
    for (const text of ['het gaat heel slecht met me', 'wat eten we vandaag', '', '🙂'])
      expect(nearest(text, 3), text).toEqual([]);
  });

  test('are suggested once each, three at most, whatever is typed', () => {
    const { nearest } = createMatcher(bot.features);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = nearest(text, 3);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 50 },
    );
  });
});
