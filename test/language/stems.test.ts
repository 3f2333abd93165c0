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
    ['boom', 'bomen'],
    ['bom', 'bommen'],
    ['plan', 'plannen'],
    ['plant', 'planten'],
    ['sport', 'sporten'],
    ['spoor', 'sporen'],
    ['waarde', 'waarden'],
    ['gemeente', 'gemeenten', 'gemeentes'],
    ['ruimte', 'ruimten'],
    ['huisje', 'huisjes'],
    ['voltrekken', 'voltrekt', 'voltrokken'],
    ['dag', 'dagen'],
    ['weg', 'wegen'],
    ['uitweg', 'uitwegen'],
    ['graf', 'graven'],
    ['raadslid', 'raadsleden'],
    ['slot', 'sloten'],
    ['schip', 'schepen'],
    ['stad', 'steden'],
    ['verlof', 'verloven'],
    ['dak', 'daken'],
    ['bedrag', 'bedragen'],
    ['toeslag', 'toeslagen'],
    ['kantoor', 'kantoren'],
    ['motor', 'motoren'],
    ['systeem', 'systemen'],
    ['adres', 'adressen'],
    ['proces', 'processen'],
    ['cursus', 'cursussen'],
    ['evenement', 'evenementen'],
    ['overeenkomst', 'overeenkomsten'],
    ['opschorten', 'opgeschort', 'opschorting'],
    ['handhaven', 'handhaaft', 'gehandhaafd', 'handhaving'],
    ['besteden', 'besteedt', 'besteding'],
    ['verdagen', 'verdaagt', 'verdaging'],
    ['plannen', 'plan', 'gepland'],
  ])('%s', (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  test.each([
    ['valideren', 'verwerken'],
    ['leveren', 'verlenen'],
    ['uitgeven', 'afgeven'],
    ['verlenen', 'verlengen'],
    ['omgevingsvergunning', 'vingsvergunning'],
    // A long vowel is not a short one.
    ['bomen', 'bommen'],
    ['legen', 'leggen'],
    ['boten', 'botten'],
    ['kopen', 'kop'],
    ['kopen', 'koppen'],
    ['ramen', 'rammen'],
    ['manen', 'mannen'],
    ['zaken', 'zakken'],
    ['wonen', 'winnen'],
    ['schalen', 'schallen'],
    // The t of a noun is not that of a verb.
    ['sport', 'spoor'],
    ['giften', 'gif'],
    ['storten', 'storing'],
    ['planten', 'plannen'],
    ['waarde', 'waren'],
    ['kaarten', 'karren'],
    ['kaarten', 'kaarsen'],
    ['panden', 'pannen'],
    ['paarden', 'paren'],
    ['lasten', 'lassen'],
    ['markten', 'merken'],
    ['weekmarkten', 'weekmerken'],
    ['schade', 'schaatsen'],
    ['plaatsen', 'platen'],
    ['ramingen', 'ramen'],
    ['sluiten', 'sloten'],
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
