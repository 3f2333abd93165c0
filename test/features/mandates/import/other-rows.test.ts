import { describe, expect, test } from 'vitest';
import { type Cell, workbook } from '../../../support/xlsx.ts';
import { entriesOf, imported, inShort, lines, notesOf } from './imported.ts';

const activities = ({ activity }: { activity: string }) => activity;

describe('what is no mandate among the rows of a list', () => {
  const pages = lines(
    'Nr;Bevoegdheid;Gemandateerde;Bijzonderheden',
    '1;keuren van liften;Teamleider Bouw;',
    'Pagina 1 van 2;;;',
    'Nr;Bevoegdheid;Gemandateerde;Bijzonderheden',
    '2;uitgeven van pasjes;Medewerker balie;"eerste regel\ntweede; met punt"',
    'Totaal: 2;;;',
    '* vervallen per 1-7-2026;;;',
    'Toelichting: zie het besluit;;;',
  );

  test('is passed over: repeated headings, numbers of pages, totals and footnotes', async () => {
    expect(await entriesOf(pages, activities)).toEqual(['keuren van liften', 'uitgeven van pasjes']);
  });

  test('is named with its line as what it is; a footnote that may end something is doubted', async () => {
    expect((await notesOf(pages)).split('\n')).toEqual(
      expect.arrayContaining([
        'Geen mandaat: 1 regel met een paginanummer (regel 3): "Pagina 1 van 2".',
        'Geen mandaat: 1 herhaalde kop (regel 4).',
        'Geen mandaat: 1 totaalregel (regel 7): "Totaal: 2".',
        'Geen mandaat: 2 voetnoten of toelichtingen (regel 8 en 9): "* vervallen per 1-7-2026", "Toelichting: zie het besluit".',
        'Let op, regel 8: "* vervallen per 1-7-2026". Gaat dat over een mandaat? Zet het dan in de regel van dat mandaat.',
      ]),
    );
  });

  test('is read where it has fewer cells than the heading; a mandate is not', async () => {
    const text = lines('Nr;Bevoegdheid;Gemandateerde', 'ALGEMEEN', '1;innen;Ans', '2;toekennen', '* noot');
    expect((await imported(text)).problems).toEqual(['4: Deze regel heeft 2 kolommen. De kop heeft er 3.']);
    expect(await entriesOf(text.replace('\n2;toekennen', ''), activities)).toEqual(['innen']);
  });

  test.each([
    ['1', 'ALGEMEEN', '1.1'],
    ['2.', 'Ruimte en wonen', '2.1'],
    ['C', 'Burgerzaken', 'C1'],
  ])('is a subheading: %s %s', async (code, name, next) => {
    const text = lines('Code;Bevoegdheid;Gemandateerde;Wijk', `${code};${name};;`, `${next};innen;Ans;Noord`);
    expect(await entriesOf(text, ({ id }) => id)).toEqual([next]);
    expect(await notesOf(text)).toContain(`Geen mandaat: 1 tussenkop (regel 2): "${code} · ${name}".`);
  });

  test.each(['A', 'B.', 'II'])('is a part with a letter, where mandates have numbers: %s', async (code) => {
    const text = lines(
      'Nr;Bevoegdheid;Gemandateerde;Wijk',
      `${code};Basisregistraties;;`,
      '1;innen;Ans;Noord',
      '2;heffen;;Noord',
    );
    const said = { fillDown: ['gemandateerde'] };
    expect(await entriesOf(text, ({ id }) => id, said)).toEqual(['1', '2']);
    expect(await notesOf(text, said)).toContain(`1 tussenkop (regel 2): "${code} · Basisregistraties".`);
    const activity = text.replace('Basisregistraties', 'innen van leges');
    expect((await imported(activity)).problems[0]).toContain('gemandateerde is leeg in 2 regels (2 en 4)');
  });

  test('is who signed, below the last mandate, and a part with its number in the name', async () => {
    const text = lines(
      'Bevoegdheid;Gemandateerde;Grond',
      '1. Algemeen;;',
      '1.1 Verlenen van verlof;Ans;x',
      '2. Financieel;;',
      '2.1 Betalen van facturen;Bo;x',
      'Het college, de secretaris;;',
    );
    expect(await entriesOf(text, ({ holder }) => holder)).toEqual(['Ans', 'Bo']);
    expect(await notesOf(text)).toContain('2 tussenkoppen (regel 2 en 4): "1. Algemeen", "2. Financieel".');
    expect(await notesOf(text)).toContain('1 voetnoot of toelichting (regel 6)');
  });

  test.each([
    ['a number of its own', 'Nr;Bevoegdheid;Gemandateerde', '1;innen van leges;Ans', '2;Kwijtschelden;'],
    ['a verb', 'Bevoegdheid;Gemandateerde;Grond', 'Innen van leges;Ans;x', 'weigeren van steun;;'],
    ['the verb of another', 'Bevoegdheid;Gemandateerde;Grond', 'Innen van leges;Ans;x', 'Innen van boetes;;'],
    ['more than a name', 'Bevoegdheid;Gemandateerde;Grond', 'Innen van leges;Ans;x', 'Boetes;;Awb'],
  ])('is not a row without anybody, when it has %s: that is refused', async (_what, ...text) => {
    expect((await imported(lines(...text))).problems).toEqual([
      '3: gemandateerde is leeg in regel 3. Staat het in de regel erboven? Geef --vul-omlaag "gemandateerde". Vul het anders in, of haal de regel weg.',
    ]);
  });

  test('is not a mandate with a word of a total or a note in it', async () => {
    const text = lines(
      'Bevoegdheid;Gemandateerde',
      'Totaaloverzicht vaststellen;Ans',
      'Opmerkingen verwerken;Bo',
    );
    expect(await entriesOf(text, activities)).toHaveLength(2);
  });
});

test.each([';;;;tot 5.000', ';;;Cas;', ';;;;;'])(
  'a row that goes on where the one above stopped (%s) is no subheading',
  async (row) => {
    const text = lines('Nr;Bevoegdheid;Gemandateerde;Vervanger;Voorwaarden', '1;innen;Ans;Bo;alleen;', row);
    const { problems } = await imported(text);
    expect(problems.some((problem) => problem.startsWith('3: gemandateerde is leeg'))).toBe(
      /[a-z]/i.test(row),
    );
  },
);

describe('a subheading', () => {
  test('with who is mandated counts for the rows below it, once that is said', async () => {
    const text = lines(
      'Gemandateerde;Bevoegdheid;Grondslag',
      'Gemeentesecretaris;;',
      ';Vaststellen van de formatie;Gemw 160',
      ';Aanstellen van personeel;',
      'Hoofd Financiën;;',
      ';Goedkeuren van facturen;',
    );
    expect((await imported(text)).problems).toHaveLength(1);
    expect(
      await entriesOf(text, ({ activity, holder }) => `${activity}: ${holder}`, {
        fillDown: ['Gemandateerde'],
      }),
    ).toEqual([
      'Vaststellen van de formatie: Gemeentesecretaris',
      'Aanstellen van personeel: Gemeentesecretaris',
      'Goedkeuren van facturen: Hoofd Financiën',
    ]);
  });

  test('that is a registration or a place is that of the rows below it, and no more', async () => {
    const text = lines(
      'Taak;Medewerker',
      'BAG;',
      'Verwerken;Tess Lis',
      '2. Basisregistratie Grootschalige Topografie;',
      'Verwerken;Kiki Mos',
      'Overig;',
      'Website beheren;Bram Riet',
    );
    expect(await entriesOf(text, inShort)).toEqual([
      'Verwerken BAG in GEMEENTE: Tess Lis',
      'Verwerken BGT in GEMEENTE: Kiki Mos',
      'Website beheren in GEMEENTE: Bram Riet',
    ]);
    expect(await notesOf(text)).toContain('De andere gelden voor alle registraties: regel 7.');
    const places = text
      .replace('BAG', 'Dorp Veen')
      .replace('2. Basisregistratie Grootschalige Topografie', 'Dorp Hei');
    expect((await entriesOf(places, inShort))[1]).toContain('HEI: Kiki Mos');
  });
});

describe('the mark of a footnote', () => {
  const marked = (note: string) =>
    lines(
      'Bevoegdheid;Gemandateerde;Wijk',
      'Keuren van liften *;Teamleider*;Noord',
      'Innen;Ans;Noord',
      `${note};;`,
    );

  test('is no part of a name, and what it says is a condition', async () => {
    const text = marked('* alleen bij spoed');
    expect(
      await entriesOf(text, ({ activity, holder, conditions }) => [activity, holder, conditions]),
    ).toEqual([
      ['Keuren van liften', 'Teamleider', 'alleen bij spoed'],
      ['Innen', 'Ans', ''],
    ]);
  });

  test('of one that ends something is refused: the row has to say so itself', async () => {
    expect((await imported(marked('* vervallen per 1-7-2026'))).problems).toEqual([
      '2: * in regel 2 verwijst naar de voetnoot "* vervallen per 1-7-2026" (regel 4). Zet wat daar staat in de regel zelf, bijvoorbeeld een einddatum, en haal * weg.',
    ]);
  });
});

describe('a heading of two rows', () => {
  test('is read as one', async () => {
    const text = lines(
      'Mandaten 2026;;;;;',
      'Nr;Bevoegdheid;Gemandateerde;Geldig;;Opmerkingen',
      ';;;van;t/m;',
      '1;Innen van leges;Ans;1-2-2026;31-12-2026;',
    );
    expect(await entriesOf(text, ({ from, until }) => [from, until])).toEqual([['2026-02-01', '2026-12-31']]);
  });

  test('may be merged in Excel, over rows and columns', async () => {
    const rows: Cell[][] = [
      ['Nr', 'Bevoegdheid', 'Mandaat aan'],
      [undefined, undefined, 'Directeur', 'Teamleider'],
      [1, 'Innen van leges', 'X', 'X'],
      [2, 'Toekennen van steun', 'X'],
    ];
    const file = workbook({ Blad1: { rows, merged: ['A1:A2', 'B1:B2', 'C1:D1'] } });
    expect(await entriesOf(file, ({ id, holder }) => `${id} ${holder}`)).toEqual([
      '1-Directeur Directeur',
      '1-Teamleider Teamleider',
      '2-Directeur Directeur',
    ]);
  });
});
