import { describe, expect, test } from 'vitest';
import { centsText } from '../../../../../src/features/mandates/import/amount-cells.ts';
import { readCell, readList } from './one-cell.ts';

const limitOf = (cell: string) => {
  const { entries, notes, refused } = readCell('bedrag', cell);
  return { limit: entries[0]?.limit, conditions: entries[0]?.conditions ?? '', notes, refused };
};

describe('a cell with an amount', () => {
  test.each([
    ['€ 2.500,-', 2_500],
    ['2500 euro', 2_500],
    ['EUR 2.500', 2_500],
    ['€ 2.500,= ', 2_500],
    ['EUR 25 000', 25_000],
    ['2.500.000', 2_500_000],
    ['€ 50.000 excl. BTW', 50_000],
    ['50.000 (excl. btw)', 50_000],
    ['25k ex btw', 25_000],
    ['50K', 50_000],
    ['2,5K', 2_500],
    ['50 duizend', 50_000],
    ['1 ton', 100_000],
    ['een ton', 100_000],
    ['vijftigduizend euro', 50_000],
    ['anderhalf miljoen', 1_500_000],
    ['€ 1,5 mln', 1_500_000],
    ['0,75 mln', 750_000],
    ['max € 5.000', 5_000],
    ['€ 10.000 max.', 10_000],
    ['maximaal € 10.000 per opdracht', 10_000],
    ['tot max. 25K', 25_000],
    ['≤ 5000', 5_000],
    ['<= 5000', 5_000],
    ['t/m 5.000', 5_000],
    ['t.m. 5.000', 5_000],
    ['tot en met € 10.000', 10_000],
    ['ten hoogste 2.500 euro per keer', 2_500],
    ['niet meer dan € 2.500', 2_500],
    ['€ 5.000,00', 5_000],
    ['2500.00', 2_500],
    ['€5000,--', 5_000],
    ['\uFFFD 10.000', 10_000],
    ['â‚¬ 10.000', 10_000],
    ['n.v.t.', undefined],
    ['-', undefined],
    ['', undefined],
  ])('%j is %j', (cell, limit) => {
    expect(limitOf(cell)).toEqual({ limit, conditions: '', notes: [], refused: [] });
  });

  test.each([
    ['2.500,50', 2_500, '', "€ 2.500, afgerond naar beneden op hele euro's"],
    ['€ 49.999,99', 49_999, '', "afgerond naar beneden op hele euro's"],
    ['< € 5.000', 4_999, '', 'het genoemde bedrag hoort er niet bij'],
    ['minder dan 5000', 4_999, '', 'het genoemde bedrag hoort er niet bij'],
    ['tot 5.000', 5_000, '', 'tot en met dat bedrag'],
    ['0', 0, '', '€ 0: hier hoort geen uitgave bij. Is er geen grens? Schrijf dan onbeperkt'],
    ['€ 0,-', 0, '', '€ 0: hier hoort geen uitgave bij'],
    ['geen', 0, '', '€ 0: hier hoort geen uitgave bij'],
    ['nihil', 0, '', '€ 0: hier hoort geen uitgave bij'],
    ['onbeperkt', undefined, 'geen hoogste bedrag', 'geen hoogste bedrag. Dat staat bij de voorwaarden'],
    ['geen maximum', undefined, 'geen hoogste bedrag', 'geen hoogste bedrag'],
    ['onbekend', undefined, '', 'geen bedrag. Een vraag met een bedrag krijgt dan geen ja'],
    ['?', undefined, '', 'geen bedrag. Een vraag met een bedrag krijgt dan geen ja'],
    ['5.000 p/j', undefined, 'hoogstens € 5.000 per jaar', 'geen hoogste bedrag per keer'],
    ['€ 5.000 per maand', undefined, 'hoogstens € 5.000 per maand', 'geen hoogste bedrag per keer'],
    [
      '100.000,00 per kalenderjaar',
      undefined,
      'hoogstens € 100.000 per jaar',
      'geen hoogste bedrag per keer',
    ],
    ['€ 9.000 op jaarbasis', undefined, 'hoogstens € 9.000 op jaarbasis', 'geen hoogste bedrag per keer'],
    ['€ 9.000 in totaal', undefined, 'hoogstens € 9.000 in totaal', 'geen hoogste bedrag per keer'],
    [
      '€ 5.000 (alleen leveringen)',
      5_000,
      'bedrag: alleen leveringen',
      'met als voorwaarde: alleen leveringen',
    ],
    ['€ 5.000 na overleg', 5_000, 'bedrag: na overleg', 'met als voorwaarde: na overleg'],
  ])('%j is read and named in the notes', (cell, limit, conditions, note) => {
    const read = limitOf(cell);
    expect(read).toMatchObject({ limit, conditions, refused: [] });
    expect(read.notes).toEqual([expect.stringContaining(`Regel 2: bedrag "${cell}" lees ik als `)]);
    expect(read.notes[0]).toContain(note);
  });

  test.each([
    ['€ 30.000 incl. btw', 'Schrijf het bedrag zonder btw.'],
    ['50000 incl. 21% btw', 'Schrijf het bedrag zonder btw.'],
    ['5000-25000', 'noemt meer dan één bedrag. Schrijf alleen het hoogste bedrag'],
    ['€ 5.000 - € 25.000', 'noemt meer dan één bedrag'],
    ['van 5.000 t/m 25.000', 'Schrijf alleen het hoogste bedrag'],
    ['€ 5.000 (leveringen) / € 25.000 (werken)', 'bijvoorbeeld 2500'],
    ['boven 50.000', 'noemt geen hoogste bedrag'],
    ['≥ 5.000', 'noemt geen hoogste bedrag'],
    ['€ 5.000 of meer', 'noemt geen hoogste bedrag'],
    ['€ 5.000?', 'is niet zeker'],
    ['X', 'is geen bedrag'],
    ['12k5', 'bijvoorbeeld 2500'],
    ['2,500', 'bijvoorbeeld 2500'],
    ['2.50', 'bijvoorbeeld 2500'],
    ['25.00.00', 'bijvoorbeeld 2500'],
    ['-2500', 'bijvoorbeeld 2500'],
    ['36 maanden', 'bijvoorbeeld 2500'],
    ['10%', 'bijvoorbeeld 2500'],
    ['$ 5000', 'bijvoorbeeld 2500'],
    ['binnen budget', 'bijvoorbeeld 2500'],
  ])('%j is refused with what to do', (cell, what) => {
    expect(limitOf(cell).refused).toEqual([expect.stringContaining(what)]);
  });

  test('that counts cents is not taken for euros', () => {
    const inCents = ['5000000', '250050', '0', '', 'n.v.t.'];
    expect(inCents.map((cell) => centsText(cell))).toEqual(['50000', '2500,50', '0', '', 'n.v.t.']);
    for (const cell of ['€ 5.000', '5000,00', '50 cent'])
      expect(limitOf(centsText(cell)).refused).toHaveLength(1);
  });
});

describe('an amount in the activity', () => {
  const read = (bevoegdheid: string, bedrag?: string) => {
    const row = { nr: '1', bevoegdheid, gemandateerde: 'Jan Wit' };
    const { entries, notes } = readList([bedrag === undefined ? row : { ...row, bedrag }]);
    return { activity: entries[0]?.activity, limit: entries[0]?.limit, notes: notes.length };
  };

  test.each([
    ['Opdrachten t/m € 10.000', 'Opdrachten', 10_000],
    ['Opdrachten t/m \uFFFD 10.000', 'Opdrachten', 10_000],
    ['Opdrachten tot 10.000', 'Opdrachten', 10_000],
    ['Opdrachten (max. € 10.000 excl. btw)', 'Opdrachten', 10_000],
    ['Inkopen tot en met 50.000 euro', 'Inkopen', 50_000],
    ['Leningen tot maximaal € 1,5 mln', 'Leningen', 1_500_000],
    ['Opdrachten < € 5.000', 'Opdrachten', 4_999],
    ['Subsidies tot € 5.000 aan verenigingen', 'Subsidies tot € 5.000 aan verenigingen', 5_000],
    ['Opdrachten boven € 50.000', 'Opdrachten boven € 50.000', undefined],
    ['Opdrachten van € 10.000 tot € 50.000', 'Opdrachten van € 10.000 tot € 50.000', undefined],
    ['Opdrachten t/m € 10.000 incl. btw', 'Opdrachten t/m € 10.000 incl. btw', undefined],
    ['Opdrachten t/m € 10.000 per jaar', 'Opdrachten t/m € 10.000 per jaar', undefined],
    ['Subsidies tot € 5.000 per kalenderjaar', 'Subsidies tot € 5.000 per kalenderjaar', undefined],
    ['Inkopen tot € 5.000 in totaal', 'Inkopen tot € 5.000 in totaal', undefined],
  ])('"%s" is named in the notes, and a limit when it is the highest', (text, activity, limit) => {
    expect(read(text)).toEqual({ activity, limit, notes: 1 });
  });

  test.each([
    'Evenementen tot 5.000 bezoekers',
    'Woningen tot 1.000 m2',
    'Besluiten tot 2026',
    'Vergunning t/m 18 jaar',
  ])('"%s" has none', (activity) => {
    expect(read(activity)).toEqual({ activity, limit: undefined, notes: 0 });
  });

  test('gives way to a column with amounts', () => {
    expect(read('Opdrachten t/m € 10.000', '5.000')).toEqual({
      activity: 'Opdrachten t/m € 10.000',
      limit: 5_000,
      notes: 0,
    });
    expect(read('Opdrachten t/m € 10.000', 'n.v.t.').limit).toBe(10_000);
  });
});
