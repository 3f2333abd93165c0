import { describe, expect, test } from 'vitest';
import { readCell, readList } from './one-cell.ts';

const holderOf = (cell: string) => {
  const { entries, notes, refused } = readCell('gemandateerde', cell);
  return {
    holders: entries.map(({ holder }) => holder),
    notes: notes.filter((note) => note.includes('lees ik')),
    refused,
  };
};

describe('a cell with a holder', () => {
  test.each([
    'Jan de Wit',
    'P. Jansen',
    'Bos, J.',
    'Wit, J. de',
    'Jan de Wit-Bos',
    'drs. J. de Wit',
    'Jansen & Zn',
    'Van Dijk en Partners',
    'College van burgemeester en wethouders',
    'College van B&W',
    'Gemeentesecretaris',
    'plv. gemeentesecretaris',
    'Heffingsambtenaar',
    'Hoofd Bouwen en Wonen',
    'Teamleider Vergunningen en Toezicht',
    'Directeur Ruimte & Wonen',
    'Afdelingshoofd Jeugd, Zorg en Welzijn',
    'Beleidsmedewerker verkeer, vervoer en parkeren',
    'Teammanager (Vergunningen)',
    'Teamleider - Geo',
    'Medewerker(s) BAG',
    'Medewerker',
    'Adviseur I&A',
    'TL',
  ])('%s is one name', (cell) => {
    expect(holderOf(cell)).toEqual({ holders: [cell], notes: [], refused: [] });
  });

  test.each([
    ['P. Jansen/ M. de Wit', ['P. Jansen', 'M. de Wit']],
    ['P. Jansen, M. de Wit', ['P. Jansen', 'M. de Wit']],
    ['P. Jansen;M. de Wit', ['P. Jansen', 'M. de Wit']],
    ['Jan de Wit en Piet Bos', ['Jan de Wit', 'Piet Bos']],
    ['Jan de Wit & Piet Bos', ['Jan de Wit', 'Piet Bos']],
    ['Jan de Wit of Piet Bos', ['Jan de Wit', 'Piet Bos']],
    ['Jan de Wit en/of Piet Bos', ['Jan de Wit', 'Piet Bos']],
    ['Jan de Wit, Piet Bos en An Vis', ['Jan de Wit', 'Piet Bos', 'An Vis']],
    ['Jan de Wit\nPiet Bos', ['Jan de Wit', 'Piet Bos']],
    ['Bos, J. en Vis, A.', ['Bos, J.', 'Vis, A.']],
    ['mevr. A. Bos en dhr. C. Vis', ['mevr. A. Bos', 'dhr. C. Vis']],
    ['TL Vergunningen, TL Toezicht', ['TL Vergunningen', 'TL Toezicht']],
    ['Teamleider Geo en Teamleider Wonen', ['Teamleider Geo', 'Teamleider Wonen']],
    ['Jan de Wit (0,6 fte) en Piet Bos (0,4 fte)', ['Jan de Wit', 'Piet Bos']],
    ['Hoofd JZ/Griffier', ['Hoofd JZ', 'Griffier']],
    ['Teamleider Geo, Hoofd Bouwen en Wonen', ['Teamleider Geo', 'Hoofd Bouwen en Wonen']],
    ['TL Geo, TL Wonen en TL Sport', ['TL Geo', 'TL Wonen', 'TL Sport']],
    ['AH en TL', ['AH', 'TL']],
    ['TL/MW', ['TL', 'MW']],
    ['DIR, AH en TL', ['DIR', 'AH', 'TL']],
  ])('%j is an entry for each', (cell, names) => {
    const { holders, notes, refused } = holderOf(cell);
    expect({ holders, refused }).toEqual({ holders: names, refused: [] });
    expect(notes).toEqual([
      expect.stringContaining(`lees ik als een mandaat per naam: ${names.join(' · ')}`),
    ]);
  });

  test.each([
    ['Jan de Wit (0,6 fte)', 'Jan de Wit'],
    ['Jan de Wit 0,6 fte', 'Jan de Wit'],
    ['Jan de Wit (0.6 fte)', 'Jan de Wit'],
    ['Jan de Wit (32 uur)', 'Jan de Wit'],
    ['Jan de Wit (ma-wo)', 'Jan de Wit'],
    ['Jan de Wit (a.i.)', 'Jan de Wit'],
    ['Jan de Wit (waarnemend)', 'Jan de Wit'],
    ['Jan de Wit (teamleider)', 'Jan de Wit'],
    ['tijdelijk Jan de Wit', 'Jan de Wit'],
    ['Teamleider Geo (vacature)', 'Teamleider Geo'],
    ['Team Geo', 'Team Geo'],
    ['Gemeentesecretaris / algemeen directeur', 'Gemeentesecretaris / algemeen directeur'],
    ['Van Dijk, Jan Willem', 'Van Dijk, Jan Willem'],
    ['Jan en Piet de Wit', 'Jan en Piet de Wit'],
    ['Medewerker BAG/BGT', 'Medewerker BAG/BGT'],
    ['Teamleider en medewerker Geo', 'Teamleider en medewerker Geo'],
  ])('%j is read and named in the notes', (cell, name) => {
    const { holders, notes, refused } = holderOf(cell);
    expect({ holders, notes: notes.length, refused }).toEqual({ holders: [name], notes: 1, refused: [] });
  });

  test.each([
    ['Jan de Wit (plv. Piet Bos)', ['Piet Bos']],
    ['Jan de Wit (plv: P. Bos)', ['P. Bos']],
    ['Jan de Wit, plv. Piet Bos', ['Piet Bos']],
    ['Jan de Wit, bij afwezigheid Piet Bos', ['Piet Bos']],
    ['Jan de Wit (bij diens afwezigheid: Piet Bos)', ['Piet Bos']],
    ['Jan de Wit / vervanger: Piet Bos', ['Piet Bos']],
    ['Jan de Wit (vervanger Piet Bos en An Vis)', ['Piet Bos', 'An Vis']],
  ])('%j has a deputy', (cell, deputies) => {
    const { entries, notes } = readCell('gemandateerde', cell);
    expect(entries).toMatchObject([{ holder: 'Jan de Wit', deputies }]);
    expect(notes.join()).toContain(
      `lees ik als Jan de Wit, met als vervanger ${deputies.join(', daarna ')}.`,
    );
  });

  test.each([
    ['Jan de Wit m.u.v. vrijdag', 'm.u.v. vrijdag'],
    ['Jan de Wit, behalve in juli', 'behalve in juli'],
    ['Jan de Wit mits akkoord van de directeur', 'mits akkoord van de directeur'],
    ['Jan de Wit (uitsluitend buitenwerk)', 'uitsluitend buitenwerk'],
    ['Jan de Wit (ma-wo)', 'alleen ma-wo'],
    ['Jan de Wit ma, di en do', 'alleen ma, di en do'],
    ['Jan de Wit, niet op vrijdag', 'niet op vrijdag'],
    ['Jan de Wit na overleg met de jurist', 'na overleg met de jurist'],
    ['Jan de Wit (bij spoed)', 'bij spoed'],
    ['Jan de Wit (kleine zaken)', 'kleine zaken'],
  ])('%j is one name, and the rest a condition that is named', (cell, condition) => {
    const { entries, notes } = readCell('gemandateerde', cell);
    expect(entries).toMatchObject([{ holder: 'Jan de Wit', conditions: condition }]);
    expect(notes.join()).toContain(`lees ik als Jan de Wit, met als voorwaarde: ${condition}.`);
  });

  test.each([
    'Medewerker buiten',
    'Adviseur bij calamiteiten',
    'Hoofd Verlof en Verzuim',
    'Teamleider Niet-wonen',
    'Jan van der Wit',
  ])('%j is a name and nothing else', (cell) => {
    expect(readCell('gemandateerde', cell).entries).toMatchObject([{ holder: cell, conditions: '' }]);
  });

  test('with a function says the same of it', () => {
    const { entries } = readCell('gemandateerde', 'Teamleider Geo, behalve in Noord');
    expect(entries).toMatchObject([{ holder: 'Teamleider Geo', conditions: 'behalve in Noord' }]);
  });

  test.each([
    ['vacature', 'een vacature'],
    ['VACATURE', 'een vacature'],
    ['Vacature (per 1-3-2026)', 'een vacature'],
    ['vacature teamleider', 'een vacature'],
    ['n.t.b.', 'niemand'],
    ['nog in te vullen', 'niemand'],
    ['nader te bepalen', 'niemand'],
    ['p.m.', 'niemand'],
    ['*', 'niemand'],
    ['onbekend', 'niemand'],
    ['n.v.t.', 'niemand'],
    ['geen', 'niemand'],
    ['-', 'niemand'],
    ['?', 'niemand'],
    ['vervallen', 'vervallen'],
  ])('%j is nobody: the row is passed over and named', (cell, what) => {
    const { entries, notes, refused } = readList([
      { nr: '1', bevoegdheid: 'taak', gemandateerde: 'Jan de Wit' },
      { nr: '2', bevoegdheid: 'taak', gemandateerde: cell },
    ]);
    expect(entries.map(({ id }) => id)).toEqual(['1']);
    expect(refused).toEqual([]);
    expect(notes).toEqual([
      `Regel 3: gemandateerde "${cell}" lees ik als ${what}: dit mandaat komt niet in het register.`,
    ]);
  });

  test.each([
    ...['X', 'xxx', '✓', 'ja', '1'].map((cell) => [cell, 'Schrijf de naam']),
    ['geen mandaat', 'haal de regel weg'],
    ['niet gemandateerd', 'haal de regel weg'],
    ['zie B.1.1', 'Schrijf de naam'],
    ['conform mandaatbesluit', 'Schrijf de naam'],
    ['idem', 'Schrijf het voluit.'],
    ['"', 'Schrijf het voluit.'],
    ['alle medewerkers', 'Schrijf de functie'],
    ['iedereen', 'Schrijf de functie'],
    ['diverse', 'Schrijf de functie'],
    ['Jan de Wit e.a.', 'Schrijf de functie'],
    ['Jan de Wit + team', 'maak een regel per naam'],
    ['Jan de Wit en Team Geo', 'maak een regel per naam'],
    ['J. de Wit - P. Bos', 'maak een regel per naam'],
    ['Jan de Wit resp. Piet Bos', 'maak een regel per naam'],
    ['Jan de Wit / vacature', 'maak een regel per naam'],
    ['vacature / Jan de Wit', 'Schrijf alleen wie het nu mag'],
    ['Vacant, tijdelijk Jan de Wit', 'Schrijf alleen wie het nu mag'],
    ['vacature (waargenomen door teamleider Geo)', 'Schrijf alleen wie het nu mag'],
    ['vacature: J. de Wit', 'Schrijf alleen wie het nu mag'],
    ['Jan de Wit en Piet Bos samen', 'een kolom vier_ogen_door, met ja bij vier_ogen'],
    ['Jan de Wit samen met Piet Bos', 'een kolom vier_ogen_door, met ja bij vier_ogen'],
    ['Jan de Wit mits vier ogen', 'een kolom vier_ogen, met ja'],
    ['Teamleider Geo of diens plaatsvervanger', 'vervanger zonder naam'],
    ['Jan de Wit dan wel de vervanger', 'vervanger zonder naam'],
    ['Jan de Wit (uit dienst)', 'Schrijf wie het nu mag'],
    ['J. de Wit, met pensioen', 'Schrijf wie het nu mag'],
    ['Jan de Wit (ziek, vervangen door Piet Bos)', 'Schrijf wie het nu mag'],
    ['Jan de Wit per mrt', 'Maak er een regel per persoon van'],
    ['Jan de Wit per direct', 'in hun eigen kolom'],
    ['Jan de Wit (tot zijn vertrek)', 'in hun eigen kolom'],
    ['Jan de Wit m.u.v. vrijdag en Piet Bos', 'in een kolom voorwaarden'],
    ['Wonen, behalve Noord', 'in een kolom voorwaarden'],
    ['Teamleider Geo, Jan de Wit', 'maak een regel per naam'],
    ['teamleider/medewerker', 'maak een regel per naam'],
    ['Teamleider\nVergunningen', 'maak een regel per naam'],
    ['Teamleider Geo (Jan de Wit)', 'Laat er één staan'],
    ['Jan de Wit (plv. Piet Bos), An Vis (plv. Cor Els)', 'Zet de vervanger in een eigen kolom.'],
    ['Van Dijk, Jan (plv. Piet Bos)', 'Zet de vervanger in een eigen kolom.'],
    ['Jan de Wit (plv. Piet Bos) en An Vis', 'Zet de vervanger in een eigen kolom.'],
    ['Jan de Wit (vervangt Piet Bos)', 'Zet de vervanger in een eigen kolom.'],
    ['Directeur, plv. directeur', 'Zet de vervanger in een eigen kolom.'],
    ['tot 1-3-2026 Z. Abeel, daarna Y. Ceder', 'Maak er een regel per persoon van'],
    ['Jan de Wit (tot 1-3-2026)', 'Maak er een regel per persoon van'],
    ['Jan de Wit vanaf 1 maart', 'Maak er een regel per persoon van'],
    ['Jan de Wit?', 'Haal het vraagteken weg'],
    ['', 'is leeg'],
  ])('%j is refused with what to do', (cell, what) => {
    const { holders, refused } = holderOf(cell);
    expect(holders).toEqual([]);
    expect(refused).toEqual([expect.stringContaining(what)]);
  });

  test('that has its list of functions is one, whatever stands in it', () => {
    const name = 'Teamleider Geo / Adviseur Geo';
    const tenures = [{ function: name, person: 'Ans Bos', from: '2026-01-01' }];
    const { entries, notes } = readList([{ nr: '1', bevoegdheid: 'taak', gemandateerde: name }], { tenures });
    expect(entries.map(({ holder }) => holder)).toEqual([name]);
    expect(notes).toEqual([]);
  });

  test('with half a name that stands elsewhere by itself has two', () => {
    const of = (gemandateerde: string, n: number) => ({
      nr: `${n}`,
      bevoegdheid: `taak ${n}`,
      gemandateerde,
    });
    const { entries } = readList(['Ans', 'Bo', 'Ans en Bo'].map(of));
    expect(entries.map(({ id, holder }) => `${id} ${holder}`)).toEqual([
      '0 Ans',
      '1 Bo',
      '2-Ans Ans',
      '2-Bo Bo',
    ]);
  });
});

const deputiesOf = (cell: string) => {
  const { entries, notes, refused } = readCell('vervanger', cell);
  return { deputies: entries[0]?.deputies, notes: notes.length, refused };
};

describe('a cell with deputies', () => {
  test.each([
    ['Piet Bos', ['Piet Bos'], 0],
    ['Bos, P.', ['Bos, P.'], 0],
    ['Hoofd Bouwen en Wonen', ['Hoofd Bouwen en Wonen'], 0],
    ['Piet Bos; An Vis', ['Piet Bos', 'An Vis'], 0],
    ['Piet Bos|An Vis|Cor Els', ['Piet Bos', 'An Vis', 'Cor Els'], 0],
    ['Piet Bos\nAn Vis', ['Piet Bos', 'An Vis'], 0],
    ['1e Piet Bos, 2e An Vis', ['Piet Bos', 'An Vis'], 0],
    ['1. Piet Bos 2. An Vis 3. Cor Els', ['Piet Bos', 'An Vis', 'Cor Els'], 0],
    ['2e: An Vis; 1e: Piet Bos', ['Piet Bos', 'An Vis'], 0],
    ['1e plv. Piet Bos; 2e plv. An Vis', ['Piet Bos', 'An Vis'], 0],
    ['An Vis (2e), Piet Bos (1e)', ['Piet Bos', 'An Vis'], 0],
    ['Piet Bos (1e) / An Vis (2e)', ['Piet Bos', 'An Vis'], 0],
    ['eerste: Piet Bos, tweede: An Vis', ['Piet Bos', 'An Vis'], 0],
    ['Piet Bos, daarna An Vis', ['Piet Bos', 'An Vis'], 0],
    ['plv. Piet Bos', ['Piet Bos'], 0],
    ['-', [], 0],
    ['n.v.t.', [], 0],
    ['geen', [], 0],
    ['', [], 0],
    ['Piet Bos en An Vis', ['Piet Bos', 'An Vis'], 1],
    ['Piet Bos, An Vis', ['Piet Bos', 'An Vis'], 1],
    ['J. de Wit/P. Bos', ['J. de Wit', 'P. Bos'], 1],
    ['TL/MW', ['TL', 'MW'], 1],
    ['Piet Bos (0,5 fte)', ['Piet Bos'], 1],
    ['Piet Bos; vacature', ['Piet Bos'], 1],
    ['vacature', [], 1],
    ['?', [], 1],
    ['onbekend', [], 1],
  ])('%j is %j', (cell, deputies, notes) => {
    expect(deputiesOf(cell)).toEqual({ deputies, notes, refused: [] });
  });

  test.each([
    ['X', 'Schrijf de naam'],
    ['zie bijlage', 'Schrijf de naam'],
    ['idem', 'Schrijf het voluit.'],
    ['collega', 'Schrijf de functie'],
    ['onderling', 'Schrijf de functie'],
    ['alle teamleiders', 'Schrijf de functie'],
    ['Piet Bos (tot 1-3-2026)', 'Maak er een regel per persoon van'],
    ['Piet Bos?', 'Haal het vraagteken weg'],
  ])('%j is refused with what to do', (cell, what) => {
    expect(deputiesOf(cell).refused).toEqual([expect.stringContaining(what)]);
  });

  test('come behind those in the cell of the holder', () => {
    const { entries } = readCell('vervanger', 'An Vis', { gemandateerde: 'Jan de Wit (plv. Piet Bos)' });
    expect(entries).toMatchObject([{ holder: 'Jan de Wit', deputies: ['Piet Bos', 'An Vis'] }]);
  });
});
