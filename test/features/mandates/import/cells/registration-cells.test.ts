import { describe, expect, test } from 'vitest';
import { readCell, readList } from './one-cell.ts';

const registrationOf = (cell: string, bevoegdheid = 'ontheffing verlenen') => {
  const { entries, notes, refused } = readCell('registratie', cell, { bevoegdheid });
  return { registrations: entries.map(({ registration }) => registration), notes, refused };
};

describe('a cell with a registration', () => {
  test.each([
    ['BAG', 'BAG'],
    ['bag', 'BAG'],
    ['Bag ', 'BAG'],
    ['B.A.G.', 'BAG'],
    ['Basisregistratie BAG', 'BAG'],
    ['BAG-registratie', 'BAG'],
    ['Basisregistratie Adressen en Gebouwen', 'BAG'],
    ['adressen en gebouwen', 'BAG'],
    ['Basisregistratie Adressen en Gebouwen (BAG)', 'BAG'],
    ['BAG (Basisregistratie Adressen en Gebouwen)', 'BAG'],
    ['Basisregistratie Grootschalige Topografie', 'BGT'],
    ['Basisregistratie Topografie', 'BRT'],
    ['Waardering Onroerende Zaken', 'WOZ'],
    ['Wet WOZ', 'WOZ'],
    ['Basisregistratie Ondergrond', 'BRO'],
    ['Basisregistratie Personen', 'BRP'],
    ['Kadaster', 'BRK'],
    ['Bomenregister', 'Bomenregister'],
    ['Alle vergunningen', 'Alle vergunningen'],
    ['Bomen en struiken', 'Bomen en struiken'],
  ])('%j is %s', (cell, name) => {
    const read = registrationOf(cell);
    expect(read.registrations).toEqual([name]);
    expect(read.notes).toEqual([]);
  });

  test.each([
    ['BAG/BGT', ['BAG', 'BGT']],
    ['BAG en WOZ', ['BAG', 'WOZ']],
    ['BAG, BGT', ['BAG', 'BGT']],
    ['BAG + BGT', ['BAG', 'BGT']],
    ['BAG BGT', ['BAG', 'BGT']],
    ['BAG-WOZ', ['BAG', 'WOZ']],
    ['BAG – WOZ', ['BAG', 'WOZ']],
    ['bgt / brt', ['BGT', 'BRT']],
    ['BAG, BGT en WOZ', ['BAG', 'BGT', 'WOZ']],
    ['BAG|BGT', ['BAG', 'BGT']],
  ])('%j is an entry for each', (cell, names) => {
    expect(registrationOf(cell)).toEqual({
      registrations: names,
      notes: [`Regel 2: registratie "${cell}" lees ik als een mandaat per registratie: ${names.join(', ')}.`],
      refused: [],
    });
  });

  test.each([
    ['alle', '', 'alle registraties'],
    ['Alle registraties', '', 'alle registraties'],
    ['basisregistraties', '', 'alle registraties'],
    ['*', '', 'alle registraties'],
    ['n.v.t.', '', 'geen registratie: het mandaat staat los van een registratie'],
    ['-', '', 'geen registratie: het mandaat staat los van een registratie'],
    ['WOZ (waardering)', 'WOZ', 'WOZ, met als voorwaarde: waardering'],
    ['BAG panden', 'BAG panden', 'een eigen registratie. Wie naar BAG vraagt, vindt dit niet'],
  ])('%j is read and named in the notes', (cell, name, readAs) => {
    expect(registrationOf(cell)).toEqual({
      registrations: [name],
      notes: [`Regel 2: registratie "${cell}" lees ik als ${readAs}.`],
      refused: [],
    });
  });

  test.each([
    ['?', 'Vul de registratie in.'],
    ['onbekend', 'Vul de registratie in.'],
    ['X', 'Vul de registratie in.'],
    ['overige', 'Vul de registratie in.'],
    ['alle behalve WOZ', 'Maak er een regel per registratie van.'],
    ['BAG m.u.v. panden', 'Maak er een regel per registratie van.'],
    ['BAG en bomen', 'Maak er een regel per registratie van.'],
    ['', 'Geef dan --leeg "registratie=alle".'],
  ])('%j is refused with what to do', (cell, what) => {
    const { registrations, refused } = registrationOf(cell);
    expect(registrations).toEqual([]);
    expect(refused).toEqual([expect.stringContaining(what)]);
  });

  test.each(['valideren', 'verwerken', 'BAG-mutaties valideren'])(
    'that is n.v.t. is refused for %s, which would be allowed in all of them',
    (bevoegdheid) => {
      const list = [
        { nr: '1', bevoegdheid: 'BAG-mutaties valideren', gemandateerde: 'Jan Wit', registratie: 'BAG' },
        { nr: '2', bevoegdheid, gemandateerde: 'Piet Bos', registratie: 'n.v.t.' },
      ];
      expect(readList(list).refused).toEqual([
        expect.stringContaining('3: registratie "n.v.t." noemt geen registratie'),
      ]);
      expect(readList(list, { emptyRegistration: 'every' }).entries[1]?.registration).toBe('');
    },
  );

  test('that is empty is all of them when somebody says so', () => {
    const row = { nr: '1', bevoegdheid: 'valideren', gemandateerde: 'Jan Wit', registratie: '' };
    expect(readList([row], { emptyRegistration: 'every' }).entries).toMatchObject([{ registration: '' }]);
    expect(readList([row]).refused).toHaveLength(1);
  });
});
