import { describe, expect, test } from 'vitest';
import { entriesOf, imported, lines, notesOf } from './imported.ts';

const register = lines(
  'type;delegans;delegataris;onderwerp;financieelPlafond;geldigVanaf;geldigTot;status',
  'mandaat;College;Secretaris;Afdoen van klachten;25000;2026-01-01;;van-kracht',
  'mandaat;College;Teamleider Groen;Kappen van bomen;;2024-01-01;;ingetrokken',
  'machtiging;College;Medewerker groen;Snoeien;;2026-10-01;;concept',
  'mandaat;College;Teamleider Groen;Planten;;2026-01-01;2026-06-30;vervallen',
  'volmacht;Burgemeester;Directeur;Aangaan van overeenkomsten;250000;2026-01-01;2026-12-31;van-kracht',
  'mandaat;College;Teamleider Groen;Maaien;;2024-01-01;;ingetrokken',
);

describe('a column with the status of mandates', () => {
  test('decides which of them count', async () => {
    expect(await entriesOf(register, ({ activity, limit, until }) => [activity, limit, until])).toEqual([
      ['Afdoen van klachten', 25000, undefined],
      ['Aangaan van overeenkomsten', 250000, '2026-12-31'],
    ]);
  });

  test('has its others counted by word, with their lines', async () => {
    expect(await notesOf(register)).toContain(
      'Niet opgenomen, want niet van kracht: 2 met status "ingetrokken" (regel 3 en 7); 1 met status "concept" (regel 4); 1 met status "vervallen" (regel 5).',
    );
  });

  const withStatus = (status: string, name = 'Status') =>
    lines(`Bevoegdheid;Gemandateerde;${name}`, `innen;Ans;${status}`, 'toekennen;Bo;geldend');

  test.each([
    'Ingetrokken',
    'beëindigd',
    'CONCEPT',
    'ontwerp',
    'in voorbereiding',
    'nee',
    'Vervallen',
    'Inactief',
  ])('leaves out what is "%s"', async (status) => {
    expect(await entriesOf(withStatus(status), ({ holder }) => holder)).toEqual(['Bo']);
  });

  test.each([
    ['Actief', 'ja'],
    ['Stand', 'definitief'],
    ['Geldig', 'X'],
    ['Status mandaat', 'Vastgesteld'],
    ['Actueel', '✓'],
  ])('may be called %s, and keeps what is "%s"', async (name, status) => {
    expect(await entriesOf(withStatus(status, name), ({ holder }) => holder)).toEqual(['Ans', 'Bo']);
  });

  test.each(['wacht op OR', 'ingetrokken per 1-1-2027', '?'])(
    'with "%s" is asked about, and then remembered',
    async (status) => {
      const text = withStatus(status);
      expect((await imported(text)).problems).toEqual([
        `2: status "${status}" ken ik niet (regel 2). Telt dat mee? Geef --status "${status}=ja" of --status "${status}=nee".`,
      ]);
      const first = await imported(text, { status: { [status]: 'nee' } });
      const remembered = () => first.readings?.[0]?.of;
      expect(await entriesOf(text, ({ holder }) => holder, { remembered })).toEqual(['Bo']);
    },
  );

  test('is asked about where it is empty', async () => {
    expect((await imported(withStatus(''))).problems).toEqual([
      '2: status is leeg in regel 2. Telt de regel mee? Geef --leeg "status=van kracht". Staat het in de regel erboven? Geef --vul-omlaag "status".',
    ]);
  });

  test('of a row that does not count, is no reason to ask what its empty cells mean', async () => {
    const text = lines('Bevoegdheid;Gemandateerde;Wijk;Status', 'innen;Ans;;concept', 'x;Bo;Noord;geldend');
    expect(await entriesOf(text, ({ holder }) => holder)).toEqual(['Bo']);
  });
});

describe('a column with the day on which a mandate lapses', () => {
  const lapsing = (cell: string, name = 'Vervallen per') =>
    lines(`Bevoegdheid;Gemandateerde;${name}`, `innen;Ans;${cell}`, 'toekennen;Bo;');

  test.each(['1-7-2026', 'per 1-7-2026', '1 juli 2026'])(
    '%s: the day before is the last one',
    async (cell) => {
      expect(await entriesOf(lapsing(cell), ({ until }) => until)).toEqual(['2026-06-30', undefined]);
    },
  );

  test('may have a tick instead, which leaves the row out', async () => {
    expect(await entriesOf(lapsing('X', 'Ingetrokken'), ({ holder }) => holder)).toEqual(['Bo']);
    expect(await notesOf(lapsing('X', 'Ingetrokken'))).toContain('1 met ingetrokken (regel 2)');
    expect(await entriesOf(lapsing('nee', 'Ingetrokken'), ({ holder }) => holder)).toHaveLength(2);
  });

  test('with anything else is refused', async () => {
    expect((await imported(lapsing('binnenkort'))).problems[0]).toContain('2: vervallen per "binnenkort"');
  });

  test('before the first day of the whole list, leaves the row out', async () => {
    expect(await entriesOf(lapsing('1-7-2025'), ({ holder }) => holder)).toEqual(['Bo']);
    expect(await notesOf(lapsing('1-7-2025'))).toContain(
      'Niet opgenomen, want al afgelopen op 2026-01-01: regel 2.',
    );
  });

  test('leaves an earlier last day as it is', async () => {
    const text = lines('Bevoegdheid;Gemandateerde;Einddatum;Ingetrokken per', 'innen;Ans;1-3-2026;1-7-2026');
    expect(await entriesOf(text, ({ until }) => until)).toEqual(['2026-03-01']);
  });
});

describe('a column of which the heading leaves open whether the day itself counts', () => {
  const ending = (name: string, ...cells: string[]) =>
    lines(`Bevoegdheid;Gemandateerde;${name}`, ...cells.map((cell, n) => `taak ${n};Ans;${cell}`));
  const until = ({ until: day }: { until?: string }) => day;

  test.each(['Tot', 'Geldig tot', 'geldigTot', 'Loopt tot', 'Einde', 'Eindigt', 'Vervaldatum', 'Loopt af'])(
    '%s: the day before is the last one, and that is said',
    async (name) => {
      const text = ending(name, '1-12-2026', '15-3-2027', '');
      expect(await entriesOf(text, until)).toEqual(['2026-11-30', '2027-03-14', undefined]);
      expect(await notesOf(text)).toContain('telt de dag zelf niet mee. Geef --kolom "');
    },
  );

  test.each(['Vervalt', 'Vervalt op', 'Vervalt per'])('%s: the day before is the last one', async (name) => {
    expect(await entriesOf(ending(name, '1-12-2026', 'onbepaalde tijd'), until)).toEqual([
      '2026-11-30',
      undefined,
    ]);
  });

  test('counts last days of months in, and says so', async () => {
    const text = ending('Tot', '31-12-2026', '30-6-2026');
    expect(await entriesOf(text, until)).toEqual(['2026-12-31', '2026-06-30']);
    expect(await notesOf(text)).toContain('Let op: onder tot lees ik elke dag als laatste dag die meetelt.');
  });

  test('is asked about when both stand below it', async () => {
    const text = ending('Tot', '31-12-2026', '1-7-2026');
    expect((await imported(text)).problems).toEqual([
      '1: Telt de dag onder tot nog mee? Geef --kolom "tot=geldig_tot_en_met" als de dag zelf nog meetelt, en anders --kolom "tot=vervallen_per".',
    ]);
    const said = (field: string) => entriesOf(text, until, { choices: { tot: field } });
    expect(await said('geldig_tot_en_met')).toEqual(['2026-12-31', '2026-07-01']);
    expect(await said('vervallen_per')).toEqual(['2026-12-30', '2026-06-30']);
  });

  test.each(['t/m 1-12-2026', 'tot en met 1-12-2026'])('leaves "%s" to its own words', async (cell) => {
    expect(await entriesOf(ending('Tot', cell, '1-2-2027'), until)).toEqual(['2026-12-01', '2027-01-31']);
  });

  test.each(['Einddatum', 'Geldig t/m', 'Laatste dag'])('is not %s', async (name) => {
    expect(await entriesOf(ending(name, '1-12-2026'), until)).toEqual(['2026-12-01']);
  });
});
