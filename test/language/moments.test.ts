import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../src/language/found-moment.ts';
import { findMoment } from '../../src/language/moments.ts';
import { effort } from '../support/effort.ts';

// A Sunday.
const today = Temporal.PlainDate.from('2026-11-22');
const read = (text: string, direction: Direction = 'near') => {
  const found = findMoment(text, today, direction);
  if (!found) return undefined;
  if ('vague' in found) return `vaag: ${found.vague}`;
  return 'date' in found ? found.date.toString() : `geen: ${found.impossible}`;
};

describe('days in a question', () => {
  test.each([
    ['op 30-06-26', '2026-06-30'],
    ['op 30-06-2026', '2026-06-30'],
    ['op 2026-06-30', '2026-06-30'],
    ['op 30.06.26', '2026-06-30'],
    ['op 30/6', '2026-06-30'],
    ['BAG Zuid 30-6?', '2026-06-30'],
    ["op 1 jan. '27", '2027-01-01'],
    ['op 1 jan. ’27', '2027-01-01'],
    ['op 1 jan 27', '2027-01-01'],
    ['op 1-jan-27', '2027-01-01'],
    ["in juni '27", '2027-06-01'],
    ['op 1 maart 10.000 euro uitgeven', '2027-03-01'],
    ['op 1 maart 25 duizend uitgeven', '2027-03-01'],
    ['zes maanden geleden', '2026-05-22'],
    ['6 weken geleden', '2026-10-11'],
    ['een half jaar geleden', '2026-05-22'],
    ['een halfjaar geleden', '2026-05-22'],
    ['anderhalf jaar geleden', '2025-05-22'],
    ['twee en een half jaar geleden', '2024-05-22'],
    ['drie dagen terug', '2026-11-19'],
    ['two weeks ago', '2026-11-08'],
    ['over twee weken', '2026-12-06'],
    ['over drieëntwintig dagen', '2026-12-15'],
    ['over een half jaar', '2027-05-22'],
    ['binnen 30 dagen', '2026-12-22'],
    ['de komende drie maanden', '2027-02-22'],
    ['in het nieuwe jaar', '2027-01-01'],
    ['op nieuwjaarsdag', '2027-01-01'],
    ['vorig jaar juni', '2025-06-01'],
    ['juni vorig jaar', '2025-06-01'],
    ['vorig jaar op 3 juni', '2025-06-03'],
    ['volgend jaar maart', '2027-03-01'],
    ['eind juni vorig jaar', '2025-06-30'],
    ['eerste kwartaal', '2027-01-01'],
    ['tweede kwartaal 2027', '2027-04-01'],
    ['het 3e kwartaal van 2027', '2027-07-01'],
    ['eerste kwartaal volgend jaar', '2027-01-01'],
    ['in Q2 2027', '2027-04-01'],
    ['volgend kwartaal', '2027-01-01'],
    ['begin 2027', '2027-01-01'],
    ['eind volgend jaar', '2027-12-31'],
    ['in week 2 2027', '2027-01-11'],
  ])('"%s" is %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  test.each([
    ['maandag', 'near', '2026-11-23'],
    ['op zondag', 'near', '2026-11-22'],
    ['maandag', 'past', '2026-11-16'],
    ['aanstaande vrijdag', 'near', '2026-11-27'],
    ['komende zondag', 'near', '2026-11-29'],
    ['afgelopen vrijdag', 'past', '2026-11-20'],
    ['afgelopen zondag', 'past', '2026-11-15'],
    ['volgende vrijdag', 'near', '2026-11-27'],
    ['volgende week maandag', 'near', '2026-11-23'],
    ['dinsdag volgende week', 'near', '2026-11-24'],
    ['vorige week dinsdag', 'near', '2026-11-10'],
    ['on Friday', 'near', '2026-11-27'],
    ['eerste kwartaal', 'future', '2027-01-01'],
    ['30-6', 'future', '2027-06-30'],
  ] as const)('"%s" (%s) is %s', (text, direction, day) => {
    expect(read(text, direction)).toBe(day);
  });

  test.each([
    'op 30 februari',
    '31-04',
    '31/4',
    'op 31-04',
    '31-04-2026',
    '30-13-2026',
    'over 9999999 weken',
    'over 99999999999999 weken',
    '9999999 weken geleden',
    'op 1 januari 2300',
    'op 1 januari 20277',
    '01-01-1850',
    '1-1-20277',
    '0026-01-01',
    'in week 60',
  ])('"%s" is no day', (text) => {
    expect(read(text)).toMatch(/^geen: /);
  });

  test.each([
    ['wie valideert BAG op de 15e?', 'near', '2026-12-15'],
    ['wie valideert op de 25e BAG in Noord', 'near', '2026-11-25'],
    ['vanaf de vijftiende', 'future', '2026-12-15'],
    ['op de 31e', 'near', '2026-12-31'],
    ['mocht zij dat op de 15e?', 'past', '2026-11-15'],
    ['mocht zij dat op de 31e?', 'past', '2026-10-31'],
    ['per de 1e van volgende maand', 'near', '2026-12-01'],
    ['de 15e van deze maand', 'near', '2026-11-15'],
    ['de 3e van vorige maand', 'near', '2026-10-03'],
    ['de eerste van de maand', 'near', '2026-12-01'],
    ['wie valideert BAG de 22e?', 'near', '2026-11-22'],
    ['on the 15th', 'near', '2026-12-15'],
    ['op maandag de 7e BAG', 'near', '2026-12-07'],
    ['op de 31e van deze maand', 'near', 'geen: op de 31e van deze maand'],
    ['op de 32e', 'near', 'geen: op de 32e'],
  ] as const)('"%s" (%s) is %s: the month is not named', (text, direction, day) => {
    expect(read(text, direction)).toBe(day);
  });

  test.each([
    'over enkele weken',
    'over een paar dagen',
    'binnen een aantal maanden',
    'een paar jaar geleden',
    'over een tijdje',
    'enkele maanden terug',
    'a few weeks ago',
    'in a couple of months',
  ])('"%s" is a day that only the asker knows', (text) => {
    expect(read(text)).toBe(`vaag: ${text}`);
  });

  test.each([
    'wie valideert BAG',
    'de 4e keer',
    'op de 4e verdieping',
    'voor de 2e ronde',
    'op de eerste plaats',
    'op de tweede etage',
    'de 3e mutatie',
    'op de goede manier',
    'op de bovenste kaart',
    'een paar mutaties',

    'bedrag van 5-10 duizend euro',
    '24/7 bereikbaar',
    'wijk 3-4',
    '2-3 mensen',
    'opdracht van 2.500 euro',
  ])('"%s" names none', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('an impossible day without a year is named as it was typed', () => {
    expect(read('op 31-04')).toBe('geen: 31-04');
  });

  test('reading takes no time, whatever is typed', () => {
    const piece = fc.constantFrom(
      ...'5 dagen |maandag |dagen |wie |1|12 |-|/|.|juni |vorig jaar |over |een half |week | |a|van '.split(
        '|',
      ),
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 300 }).map((all) => all.join('').slice(0, 600)),
      fc
        .tuple(piece, fc.integer({ min: 1, max: 600 }))
        .map(([one, times]) => one.repeat(times).slice(0, 600)),
      fc.string({ maxLength: 600 }),
    );
    findMoment(`wie valideert BAG dagen ${'5 dagen '.repeat(70)}`, today, 'near');
    fc.assert(
      fc.property(text, (typed) => {
        expect(effort(() => findMoment(typed, today, 'near'))).toBeLessThan(100);
      }),
    );
  });
});
