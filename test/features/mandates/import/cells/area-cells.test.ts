import { describe, expect, test } from 'vitest';
import { areas, readCell, readList } from './one-cell.ts';

const areaOf = (cell: string) => {
  const { entries, notes, refused } = readCell('wijk', cell);
  return { areas: entries.map(({ area }) => area), notes, refused };
};

describe('a cell with an area', () => {
  test.each([
    ['Noord', 'Z01'],
    ['noord', 'Z01'],
    ['Wijk Noord', 'Z01'],
    ['stadsdeel Noord', 'Z01'],
    ['heel Noord', 'Z01'],
    ['Bovenstad', 'Z01'],
    ['Z01', 'Z01'],
    ['buurt Molenhoek', 'B1'],
    ['wijk Molenhoek', 'B1'],
    ['Bos en Lommer', 'Z03'],
    ['Zandhoven', 'G1'],
    ['gemeente Zandhoven', 'G1'],
    ['heel de gemeente Zandhoven', 'G1'],
    ['grondgebied van de gemeente Zandhoven', 'G1'],
    ['heel de gemeente', 'G1'],
    ['hele gemeente', 'G1'],
    ['gehele grondgebied', 'G1'],
    ['gem. breed', 'G1'],
    ['gemeentebreed', 'G1'],
    ['alle wijken', 'G1'],
  ])('%j is %s', (cell, area) => {
    expect(areaOf(cell)).toEqual({ areas: [area], notes: [], refused: [] });
  });

  test.each([
    ['01 Noord', ['Z01'], 'Noord'],
    ['Noord (01)', ['Z01'], 'Noord'],
    ['Z01 Noord', ['Z01'], 'Noord'],
    ['Noord, Zuid', ['Z01', 'Z02'], 'een mandaat per gebied: Noord, Zuid'],
    ['Noord en Zuid', ['Z01', 'Z02'], 'een mandaat per gebied: Noord, Zuid'],
    ['Noord/Zuid', ['Z01', 'Z02'], 'een mandaat per gebied: Noord, Zuid'],
    ['Noord + Zuid', ['Z01', 'Z02'], 'een mandaat per gebied: Noord, Zuid'],
    ['Noord; wijk Zuid', ['Z01', 'Z02'], 'een mandaat per gebied: Noord, Zuid'],
    ['Noord, Zuid en Molenhoek', ['Z01', 'Z02', 'B1'], 'een mandaat per gebied: Noord, Zuid, Molenhoek'],
    ['Noord, Bovenstad', ['Z01'], 'Noord'],
  ])('%j is read and named in the notes', (cell, codes, readAs) => {
    expect(areaOf(cell)).toEqual({
      areas: codes,
      notes: [`Regel 2: wijk "${cell}" lees ik als ${readAs}.`],
      refused: [],
    });
  });

  test.each([
    ['Noord t/m Zuid', 'Maak er een regel per gebied van.'],
    ['Noord - Zuid', 'Zet een komma tussen de gebieden.'],
    ['alle wijken behalve Noord', 'Maak er een regel per gebied van dat er wel bij hoort.'],
    ['Noord (excl. Molenhoek)', 'Maak er een regel per gebied van dat er wel bij hoort.'],
    ['Noord, m.u.v. Molenhoek', 'Maak er een regel per gebied van dat er wel bij hoort.'],
    ['overige wijken', 'Maak er een regel per gebied van.'],
    ['Noord en Oost', 'Ik ken "Oost" niet.'],
    ['Noord, Oost', 'Ik ken "Oost" niet.'],
    ['Z02 Noord', 'Verbeter de naam, of zet het gebied in --gebieden.'],
    ['Nrd', 'Verbeter de naam, of zet het gebied in --gebieden.'],
    ['Noordd', 'Bedoel je Noord?'],
    ['Noord-Oost', 'Verbeter de naam'],
    ['buitengebied', 'Verbeter de naam'],
    ['?', 'Vul het gebied in.'],
    ['onbekend', 'Vul het gebied in.'],
    ['X', 'Vul het gebied in.'],
    ['-', 'Geef dan --leeg "gebied=hele gemeente".'],
    ['n.v.t.', 'Geef dan --leeg "gebied=hele gemeente".'],
    ['', 'Geef dan --leeg "gebied=hele gemeente".'],
    ['idem', 'Schrijf het voluit.'],
  ])('%j is refused with what to do', (cell, what) => {
    const { areas: found, refused } = areaOf(cell);
    expect(found).toEqual([]);
    expect(refused[0]).toContain(what);
    expect(refused[0]).toMatch(/^2: wijk /);
  });

  test('with its kind before it is the one of that kind, where a buurt goes by the name of a wijk', () => {
    const twins = [
      ...areas,
      { code: 'B2', name: 'Zuid', kind: 'buurt' as const, parent: 'Z02', aliases: [] },
    ];
    const areaIn = (wijk: string) =>
      readList([{ nr: '1', bevoegdheid: 'taak', gemandateerde: 'Jan Wit', wijk }], { areas: twins });
    expect(['wijk Zuid', 'buurt Zuid'].map((cell) => areaIn(cell).entries[0]?.area)).toEqual(['Z02', 'B2']);
    expect(areaIn('Zuid').refused).toHaveLength(1);
  });

  test('that is empty is the whole municipality when somebody says so, and what is unknown is not', () => {
    const read = (wijk: string) =>
      readList([{ nr: '1', bevoegdheid: 'taak', gemandateerde: 'Jan Wit', wijk }], {
        emptyArea: 'everywhere',
      });
    expect(['', '-', 'n.v.t.'].map((cell) => read(cell).entries[0]?.area)).toEqual(['G1', 'G1', 'G1']);
    expect(['?', 'Oost'].map((cell) => read(cell).refused.length)).toEqual([1, 1]);
  });
});
