import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readAway } from '../../src/language/away.ts';

/** A Wednesday. */
const today = Temporal.PlainDate.from('2026-11-25');
const read = (text: string) => {
  const found = readAway(text, today);
  return found?.kind === 'days' ? `${found.span.first} ${found.span.last}` : found?.kind;
};

describe('somebody is away', () => {
  test.each([
    ['ik ben tot 4 januari afwezig', '2026-11-25 2027-01-03'],
    ['Ik ben afwezig tot 4 januari.', '2026-11-25 2027-01-03'],
    ['ik heb morgen vrij', '2026-11-26 2026-11-26'],
    ['Hoi Kompas, ik heb morgen vrij!', '2026-11-26 2026-11-26'],
    ['morgen vrij', '2026-11-26 2026-11-26'],
    ['morgen ben ik vrij', '2026-11-26 2026-11-26'],
    ['ben vrijdag vrij', '2026-11-27 2026-11-27'],
    ['ik ben er morgen niet', '2026-11-26 2026-11-26'],
    ['ik werk morgen niet', '2026-11-26 2026-11-26'],
    ['vandaag niet aanwezig', '2026-11-25 2026-11-25'],
    ['ben maandag en dinsdag weg', '2026-11-30 2026-12-01'],
    ['volgende week vakantie', '2026-11-30 2026-12-06'],
    ['ik ga volgende week op vakantie', '2026-11-30 2026-12-06'],
    ['ik ga 2 weken op vakantie', '2026-11-25 2026-12-08'],
    ['ik ben met verlof t/m 12 december', '2026-11-25 2026-12-12'],
    ['met zwangerschapsverlof tot 1 maart', '2026-11-25 2027-02-28'],
    ['ik ben van 1 tot en met 5 december met vakantie', '2026-12-01 2026-12-05'],
    ['ik ben morgen ziek', '2026-11-26 2026-11-26'],
    ['ik ben tot maandag ziek', '2026-11-25 2026-11-29'],
    ['ik heb morgen vrij omdat mijn kind jarig is', '2026-11-26 2026-11-26'],
    ['ik ben 1/12 vrij', '2026-12-01 2026-12-01'],
  ])('"%s": %s', (text, days) => {
    expect(read(text)).toBe(days);
  });

  test.each([
    'ik ben ziek',
    'Ik ben ziek.',
    'ziek',
    'ik meld me ziek',
    'ik heb me ziek gemeld',
    'ziek gemeld',
    'ben helaas ziek',
  ])('and cannot say for how long: "%s"', (text) => {
    expect(read(text)).toBe('today');
  });

  test.each([
    'ik heb vrij',
    'ik ga op vakantie',
    'ik ben met verlof',
    'ik ben er niet',
    'ik ben vrij vanaf maandag',
  ])('and has still to say when: "%s"', (text) => {
    expect(read(text)).toBe('ask');
  });
});

describe('nobody who types is away by', () => {
  test.each([
    'Gijs is ziek',
    'mijn kind is ziek',
    'wie vervangt Gijs als hij ziek is',
    'wie vervangt Gijs als hij ziek is?',
    'mag ik tekenen als Femke vrij is?',
    'ben ik morgen afwezig?',
    'ben ik vrij',
    'heb ik morgen vrij',
    'ik ben moe',
    'ik ben het zat',
    'ik ben vrij om te kiezen',
    'ik ben vrij goed',
    'ik ben weg van deze kaart',
    'ik ben ziek van het werk',
    'hoe meld ik me ziek?',
    'we zijn morgen vrij',
    'het team is volgende week weg',
    'werk ik niet',
    'niet',
    'help',
    '',
    'morgen',
    'wie valideert BAG in Oost',
  ])('"%s"', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('anything at all that is typed, without a fault', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readAway(text, today)));
  });
});
