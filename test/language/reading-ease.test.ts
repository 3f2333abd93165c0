import { expect, test } from 'vitest';
import { longestSentence, readingEase, wordsOf } from '../../src/language/reading-ease.ts';

test('counts words', () => {
  expect(wordsOf("BAG-mutatie, 's avonds: twee/drie panden")).toHaveLength(5);
});

test('finds long words and long sentences hard to read', () => {
  const easy = readingEase('Bel even. Vraag wat er is. Bel dan nog eens.');
  expect(readingEase('Informeer bij verantwoordelijken.')).toBeLessThan(easy);
  expect(readingEase('Bel even en vraag wat er is en bel dan nog eens.')).toBeLessThan(easy);
});

test('counts the words of the longest sentence, where a line and a colon end one too', () => {
  expect(longestSentence('Bel even. Vraag dan hoe het gaat.\nBel nog eens')).toBe(5);
  expect(longestSentence('Kies er een: de eerste is goed')).toBe(4);
  expect(longestSentence('Kom om 10.30 uur naar t/m 5 (dat is vroeg).')).toBe(11);
});
