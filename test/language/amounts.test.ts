import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/features/mandates/questions/ask.ts';
import { findAmount } from '../../src/language/amounts.ts';
import { demoLookup } from '../features/mandates/registers.ts';
import { effort } from '../support/effort.ts';

const read = (text: string) => {
  const found = findAmount(text);
  return found && ('unreadable' in found ? 'onleesbaar' : found.euros);
};

describe('amounts in a question', () => {
  test.each([
    ['€ 2.500', 2500],
    ['€2500,-', 2500],
    ['EUR 25.000,-', 25000],
    ['EUR5000', 5000],
    ['2.500,00 euro', 2500],
    ['€ 2,500.00', 2500],
    ['2 500 euro', 2500],
    ['€ 50.000,01', 50001],
    ['opdracht van 2000', 2000],
    ['49k', 49000],
    ['2,5 miljoen euro', 2500000],
    ['0,125 mln', 125000],
    ['10 duizend', 10000],
    ['10 duizend vijfhonderd', 10500],
    ['een ton', 100000],
    ['een halve ton', 50000],
    ['anderhalve ton', 150000],
    ['twee en een halve ton', 250000],
    ['tweeduizend euro', 2000],
    ['zesendertigduizend', 36000],
    ['tachtigduizend', 80000],
    ['vijfenzeventig duizend', 75000],
    ['tweeëndertigduizend', 32000],
    ['tweeduizend vijfhonderd', 2500],
    ['tweeduizendvijfhonderd', 2500],
    ['tweeduizend vijf honderd', 2500],
    ['honderd duizend', 100000],
    ['twee duizend vijfhonderd', 2500],
    ['tienduizend en vijftienduizend', 15000],
    ['voor 1 500 of 2 000 euro', 2000],
    ['vijfentwintighonderd', 2500],
    ['vijfentwintig honderd euro', 2500],
    ['honderdvijftigduizend', 150000],
    ['een miljoen tweehonderdduizend', 1200000],
    ['vijftig euro', 50],
    ['ten thousand euros', 10000],
    ['dertig mille', 30000],
    ['30 mille', 30000],
    ['€ 2500 tot € 30000', 30000],
    ['€ 2000 en € 5000', 5000],
    ['tienduizend tot dertigduizend', 30000],
    ['tien tot twintig duizend', 20000],
    ['2000-5000 euro', 5000],
    ['5-10k', 10000],
    ['3 x € 5.000', 15000],
    ['3x 5000 euro', 15000],
    ['drie keer tienduizend', 30000],
    ['honderd en vijf euro', 105],
    ['tweehonderd en vijftig euro', 250],
    ['drie honderd en vijf euro', 305],
    ['honderd en vijf duizend euro', 105000],
    ['duizend en vijf euro', 1005],
    ['honderd en tweehonderd euro', 200],
    ['one hundred and five euros', 105],
    ['3012 AB 5000', 5000],
    ['Jan Hoogendijk 5000', 5000],
    ['5000 EX btw', 5000],
    ['5000 OP NAAM', 5000],
    ['postcode 3012 AB voor € 500', 500],
    ['meer dan € 2.500', 2500.01],
    ['boven de € 2.500', 2500.01],
    ['over de € 2.500', 2500.01],
    ['boven tienduizend euro', 10000.01],
    ['niet meer dan € 2.500', 2500],
    ['wie gaat over 5000 euro', 5000],
    ['niet boven de € 500', 500],
    ['minder dan € 2.500', 2500],
    ['onder de € 2.500', 2500],
    ['tot € 2.500', 2500],
  ])('"%s" is %d', (text, euros) => {
    expect(read(text)).toBe(euros);
  });

  test.each([
    '1e5',
    '€ 1e5',
    '12.5.000',
    '€ 2,5.000',
    '2,5.000',
    '1.000.00',
    '€ 1.000.00',
    '2k6',
    '10kk',
    '-5000',
    '€ -500',
    '-€ 500',
    'min 500 euro',
    '€ 2500,555',
    '1,250 miljoen',
    'zeendertigduizend',
    'enkele duizenden euro',
    'van tweeduzend euro',
    '€ 99999999999999999',
    'vijf zes duizend',
    '€ 2.500 of 1e5',
  ])('"%s" cannot be read', (text) => {
    expect(read(`opdracht ${text} verstrekken`)).toBe('onleesbaar');
  });

  test('an amount that cannot be read is named as it was typed', () => {
    expect(findAmount('opdracht van 12.5.000 euro')).toEqual({
      unreadable: '12.5.000 euro',
      start: 13,
      end: 26,
    });
  });

  test.each([
    ['opdracht van meer dan 5000 geven', 'meer dan 5000'],
    ['opdracht boven de € 2.500', 'boven de € 2.500'],
    ['opdracht van 30.000 euro of meer', '30.000 euro of meer'],
    ['opdracht >= 30.000', '>= 30.000'],
    ['opdracht tot 2.500 euro', '2.500 euro'],
  ])('in "%s" the words of the amount are "%s"', (text, words) => {
    const found = findAmount(text);
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  test.each([
    'wie beslist over jeugdhulp voor een kind van 16',
    'artikel 3 van 12',
    'jongeren van 12 tot 18 jaar',
    'opdracht voor 2 dagen werk',
    'opdracht tot 17 uur',
    'de BAG valideren van een pand van 1950',
    'subsidie voor 3 personen',
    'een factuur voor kamer 301',
    'wie valideert BAG',
    'hoeveel euro mag ik',
    'tot hoeveel euro',
    'sinds 2025',
    'op de 4e',
    '3x achteraan gebeld',
    'Ton de Vries',
    'een opdracht van 500 m2',
    '192.168.1.1',
    'BAG-mutaties van 30 adressen',
    'wijk 12 BAG2026',
    'Coolsingel in 3012 AB',
    '3012AB',
    'postcode 3012',
    'huisnummer 1250',
    'zaak 4521',
  ])('"%s" names none', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('a postcode is a place that the register does not know, and no amount', () => {
    const today = Temporal.PlainDate.from('2026-11-22');
    const { understood, answer } = ask('Wie valideert BAG in 3012 AB?', demoLookup(), today);
    expect(understood).toMatchObject({ amount: undefined, unknownArea: '3012 AB' });
    expect(answer.outcome).toBe('not-recorded');
    const named = ask('Wie valideert BAG in Charlois, 3012 AB?', demoLookup(), today);
    expect(named.answer.answers).toEqual(['Eefje Polder']);
  });

  test('a question with an amount that cannot be read is asked again, not answered', () => {
    const today = Temporal.PlainDate.from('2026-11-22');
    for (const typed of ['€ 12.5.000', '1e5', 'zeendertigduizend euro']) {
      const { answer } = ask(
        `Wie mag een opdracht van ${typed} verstrekken in Delfshaven?`,
        demoLookup(),
        today,
      );
      expect(answer.outcome).toBe('ambiguous');
      expect(JSON.stringify(answer)).toContain('Dit bedrag kan ik niet lezen.');
    }
  });

  test.each(['tweeduizend', 'duizend', 'twee ', '1 000', '5.5,', 'x 5 ', ' '])(
    'many of "%s" take no time',
    (piece) => {
      expect(effort(() => findAmount(piece.repeat(120).slice(0, 600)))).toBeLessThan(100);
    },
  );

  test('whatever is typed, an amount is no less than zero and stands in the text', () => {
    const piece = fc.constantFrom(
      ...'€|5|000|.|,|-| |k|duizend|honderd|twee|en|een|halve|ton|x|euro|meer dan|miljoen|e'.split('|'),
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 200 }).map((all) => all.join('').slice(0, 600)),
      fc.string({ maxLength: 600 }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(effort(() => findAmount(typed))).toBeLessThan(100);
        const found = findAmount(typed);
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(typed.length);
        if ('euros' in found) expect(found.euros).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
