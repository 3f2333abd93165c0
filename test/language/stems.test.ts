import { describe, expect, test } from 'vitest';
import { isParticle, splitVerb, stemOf } from '../../src/language/stems.ts';

describe('words without their inflection', () => {
  test.each([
    ['verlenen', 'verleent', 'verleend', 'verlening', 'verleende'],
    ['uitgeven', 'uitgegeven', 'uitgifte', 'uitgeeft'],
    ['bezwaar', 'bezwaren'],
    ['subsidie', 'subsidies'],
    ['vaststellen', 'vastgesteld', 'vaststelling', 'vaststelt'],
    ['onderzoeken', 'onderzocht', 'onderzoekt'],
    ['vergunning', 'vergunningen'],
    ['toekennen', 'toegekend', 'toekenning'],
    ['inschrijven', 'ingeschreven', 'inschrijving', 'inschrijft'],
    ['aanwijzen', 'aangewezen', 'aanwijzing'],
    ['intrekken', 'ingetrokken', 'intrekking'],
    ['besluiten', 'besluit', 'besloten', 'besloot'],
    ['valideren', 'valideert', 'gevalideerd', 'validatie'],
    ['taxeren', 'taxatie', 'taxaties', 'getaxeerd'],
    ['ondertekenen', 'ondertekend', 'ondertekening'],
    ['kwijtschelden', 'kwijtgescholden', 'kwijtschelding'],
    ['vernietigen', 'vernietigd', 'vernietiging'],
    ['afdoen', 'afgedaan', 'afdoet'],
    ['aangaan', 'aangegaan', 'aangaat'],
    ['innen', 'int', 'geind', 'inning'],
    ['huis', 'huizen'],
    ['standplaats', 'standplaatsen'],
    ['rijbewijs', 'rijbewijzen'],
    ['advies', 'adviezen'],
    ['gebouw', 'gebouwen'],
  ])('%s', (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  test.each([
    ['valideren', 'verwerken'],
    ['leveren', 'verlenen'],
    ['uitgeven', 'afgeven'],
    ['verlenen', 'verlengen'],
    ['omgevingsvergunning', 'vingsvergunning'],
  ])('%s is not %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  test('tell the prefix of a verb that may be split', () => {
    expect(splitVerb('afhandelen')).toEqual({ prefix: 'af', stem: stemOf('handelt') });
    expect(splitVerb('verlenen')).toBeUndefined();
  });
});

test.each([
  ['wie geeft nummers uit', 'uit', true],
  ['wie voert dat in', 'in', true],
  ['wie wijst marktplaatsen toe in noord', 'toe', true],
  ['wie verwerkt dat in noord', 'in', false],
])('in "%s" the word "%s" is a part of the verb: %s', (text, word, expected) => {
  const words = text.split(' ');
  expect(isParticle(words, words.indexOf(word))).toBe(expected);
});
