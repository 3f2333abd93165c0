import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isCompound } from '../../src/language/compounds.ts';
import { misspelled, suggestionFor } from '../../src/language/spelling.ts';

const own = readFileSync(new URL('../../src/language/own-words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);

describe('a compound', () => {
  test.each([
    'leerpunt',
    'leerpunten',
    'teambeeld',
    'werkafspraken',
    'mandatenregister',
    'verandertraject',
    'gegevensbeheerder',
    'praktijkvoorbeeld',
    'afdelingsoverleg',
  ])('of known words is a word: %s', (word) => {
    expect(misspelled(word)).toEqual([]);
  });

  test.each([
    'werkdurk',
    'leerpnut',
    'leerputn',
    'teambeld',
    'werkafsprakn',
    'mandaatenregister',
    'gegevenbeheerdr',
    'werkkaf',
    'praktijkvoorbeelt',
    'terugkoppelling',
    'zeeeend',
  ])('with a slip in it is none: %s', (word) => {
    expect(isCompound(word)).toBe(false);
    expect(misspelled(word)).toEqual([word]);
  });

  test('is no word when its parts may not stand there: a verb form at the end, a plural with a wrong ending', () => {
    for (const word of ['teamloopt', 'werkgingen', 'mandaatjeregister', 'verlegingen'])
      expect([word, isCompound(word)]).toEqual([word, false]);
  });
});

describe('spelling', () => {
  test.each([
    ['Je anwoord is bewaard.', ['anwoord']],
    ['Hij wordt gebeld en vind het goed, verassend genoeg.', ['verassend']],
    ['Kies eerst een colega en dan een colega.', ['colega']],
    ['Er zijn twee retro’s en een stand-op-bijeenkomts.', ['stand-op-bijeenkomts']],
    ['Het mandaatregsiter is bijgewerkt.', ['mandaatregsiter']],
    ['Je hebt je nog niet opgegeeven', ['opgegeeven']],
    ['Dat is onmiddelijk duidelijk.', ['onmiddelijk']],
  ])('finds what is wrong in “%s”', (text, wrong) => {
    expect(misspelled(text)).toEqual(wrong);
  });

  test.each([
    'Typ `chekc-in`, of mail naar jan.smti@gemeente.example of https://gemeente.example/werkdrk.',
    'Geef --registartie BAG, zet KOMPAS_SECRTE, en noem limiet_eur en mensen.csv <bestnd>.',
    'De BAG-mutatie van week W48, de 2e en de 10de keer, foto’s, ’s avonds en z’n trots- en verbeterpunten.',
    'Eén zin is genoeg. Excl. btw, incl. reiskosten, bijv. om 10.00 uur.',
    'Kies {naam} of ${naam}. In English: tap a button.',
  ])('has nothing against what is no Dutch word, or is right: “%s”', (text) => {
    expect(misspelled(text)).toEqual([]);
  });

  test('leaves names to who knows them', () => {
    expect(misspelled('Bel Chaantal in Kralingsveer.')).toEqual(['Chaantal', 'Kralingsveer']);
    expect(misspelled('Bel Chaantal.', (word) => word === 'Chaantal')).toEqual([]);
  });

  test('suggests what was meant', () => {
    expect(suggestionFor('werkdurk')).toBe('werkdruk');
    expect(suggestionFor('standup-')).toBeDefined();
    expect(suggestionFor('rolkart')).toBe('rolkaart');
  });
});

test('src/language/button-titles.txt is sorted, with each title once', () => {
  const titles = readFileSync(new URL('../../src/language/button-titles.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
  expect(titles).toEqual([...new Set(titles)].sort());
});

describe('src/language/own-words.txt', () => {
  test('is sorted, with each word once', () => {
    expect(own).toEqual([...new Set(own)].sort());
  });

  test('holds no word that the dictionary has, and each as one word', () => {
    for (const word of own) expect(word).toMatch(/^[\p{L}'-]+$/u);
  });
});
