import { describe, expect, test } from 'vitest';
import { entriesOf, imported, lines, notesOf } from './imported.ts';

const list = (name: string, ...cells: string[]) =>
  lines(
    `Nr;Bevoegdheid;Gemandateerde;${name}`,
    ...cells.map((cell, n) => `${n};taak ${n};${n === 0 ? 'Ans Bos' : 'Bo Vis'};${cell}`),
  );

describe('a column that is not read', () => {
  test.each([
    ['Loopt', ['1-12-2026', '31 december 2027'], 'staan dagen'],
    ['Diensten', ['onbeperkt', '€ 50.000'], 'staan bedragen'],
    ['Kolom X', ['50K', '1,5 mln', ''], 'staan bedragen'],
    ['Ruimte', ['2.500', 'geen'], 'staan bedragen'],
    ['Uitzonderingen', ['niet op maandag', ''], 'kan iets staan dat een mandaat beperkt'],
    ['Bijzondere bepalingen', ['na overleg'], 'kan iets staan dat een mandaat beperkt'],
    ['Financieel kader', ['zie budget'], 'kan iets staan dat een mandaat beperkt'],
    ['Tweede man', ['Bo Vis', 'Ans Bos'], 'staan namen'],
    ['Tweede man', ['Cor Els', 'Ans Bos'], 'staan namen'],
  ] as [string, string[], string][])('is doubted: %s with %j', async (name, cells, what) => {
    const text = list(name, ...cells.filter((cell) => cell !== 'geen'));
    expect(await notesOf(text)).toContain(`Let op: onder ${name.toLowerCase()} ${what}, maar ik lees`);
  });

  test.each([
    ['Kleur', ['rood', 'groen']],
    ['Zaaknummer', ['20260012', '20260013']],
    ['Jaar', ['2026', '2025']],
    ['Aantal', ['12', '40']],
    ['Uitzonderingen', ['', '']],
  ])('is not doubted: %s with %j', async (name, cells) => {
    expect(await notesOf(list(name, ...cells))).not.toContain(`Let op: onder ${name.toLowerCase()}`);
  });

  test('is not doubted when somebody said that it is not to be read', async () => {
    const text = list('Diensten', '€ 5.000', '€ 6.000');
    expect(await notesOf(text, { choices: { diensten: '' } })).not.toContain('Let op: onder diensten');
  });
});

describe('amounts in a column for each kind of order', () => {
  const budget = lines(
    'Functie;Leveringen;Diensten;Werken;Grondslag',
    'Teammanager Inkoop;25.000;50K;150.000;B1',
    'Directeur;onbeperkt;onbeperkt;onbeperkt;B1',
    'Projectleider;€ 5.000,-;-;n.v.t.;B1',
  );

  test('are a mandate each once it is said what is done', async () => {
    const say = ({
      activity,
      holder,
      limit,
      conditions,
    }: Awaited<ReturnType<typeof imported>>['entries'][0]) => `${activity} ${holder} ${limit ?? conditions}`;
    expect(await entriesOf(budget, say, { activity: 'opdracht geven' })).toEqual([
      'opdracht geven levering Teammanager Inkoop 25000',
      'opdracht geven dienst Teammanager Inkoop 50000',
      'opdracht geven werk Teammanager Inkoop 150000',
      'opdracht geven levering Directeur geen hoogste bedrag',
      'opdracht geven dienst Directeur geen hoogste bedrag',
      'opdracht geven werk Directeur geen hoogste bedrag',
      'opdracht geven levering Projectleider 5000',
    ]);
  });

  test('ask for what is done with what to type', async () => {
    expect((await imported(budget)).problems[0]).toContain('geef bijvoorbeeld --activiteit "opdracht geven"');
  });
});
