import { describe, expect, test } from 'vitest';
import { entriesOf, imported, lines, notesOf } from './imported.ts';

const heading = 'Nr;Bevoegdheid;Gemandateerde;Registratie;Grondslag';
const said = ({ holder, conditions }: { holder: string; conditions: string }) => `${holder}: ${conditions}`;

/** A list with a footnote between its rows, or below them. */
const list = (cell: string, note: string, place: 'between' | 'below') => {
  const [first, second] = [`1;Valideren;${cell};BAG;B4`, '2;Valideren;Eva Mol;BGT;B4'];
  return place === 'between'
    ? lines(heading, first, `${note};;;;`, second)
    : lines(heading, first, second, `${note};;;;`);
};

describe('a footnote to a holder', () => {
  const forms = [
    ['Piet Bos 1)', '1) alleen op kantoor'],
    ['Piet Bos (1)', '(1) alleen op kantoor'],
    ['Piet Bos (2)', '2) Alleen op kantoor'],
    ['Piet Bos [1]', '[1] alleen op kantoor'],
    ['Piet Bos 1', '1. alleen op kantoor'],
    ['P. Bos1', '1 alleen op kantoor'],
    ['Piet Bos¹', '¹ alleen op kantoor'],
    ['Teamleider Geo 12)', '12) alleen op kantoor'],
    ['Piet Bos a)', 'a) alleen op kantoor'],
    ['Piet Bos (b)', 'b) alleen op kantoor'],
    ['Piet Bos (zie noot 1)', 'noot 1: alleen op kantoor'],
    ['Piet Bos, zie voetnoot 3', 'Voetnoot 3 alleen op kantoor'],
    ['Piet Bos†', '† alleen op kantoor'],
  ];

  test.each(
    forms.flatMap(([cell = '', note = '']) => [
      [cell, note, 'between'] as const,
      [cell, note, 'below'] as const,
    ]),
  )('%s, with "%s" %s the rows, is a condition of the row', async (cell, note, place) => {
    const holder = cell.startsWith('P.') ? 'P. Bos' : cell.startsWith('T') ? 'Teamleider Geo' : 'Piet Bos';
    const text = list(cell, note, place);
    const condition = note.includes('Alleen') ? 'Alleen op kantoor' : 'alleen op kantoor';
    expect(await entriesOf(text, said)).toEqual([`${holder}: ${condition}`, 'Eva Mol: ']);
    expect(await notesOf(text)).toContain(`Voetnoot "${note}" lees ik als voorwaarde in regel 2.`);
  });

  test('has its mark in a cell of its own, or more marks in one cell', async () => {
    const apart = lines(heading, '1;Valideren;Piet Bos 1);BAG;B4', '1);alleen op kantoor;;;');
    expect(await entriesOf(apart, said)).toEqual(['Piet Bos: alleen op kantoor']);
    const more = lines(
      heading,
      '1;Valideren 2);Piet Bos 1) 2);BAG;B4',
      '1) alleen op kantoor;;;;',
      '2) in overleg;;;;',
      '2;Verwerken;Eva Mol;BGT;B4',
    );
    expect(await entriesOf(more, said)).toEqual(['Piet Bos: in overleg; alleen op kantoor', 'Eva Mol: ']);
  });

  test.each(['Piet Bos 1)', 'Piet Bos (1)', 'Piet Bos [2]', 'Piet Bos*', 'Teamleider Geo a)'])(
    '%s is refused when there is none',
    async (cell) => {
      expect((await imported(lines(heading, `1;Valideren;${cell};BAG;B4`))).problems).toEqual([
        `2: gemandateerde "${cell}" verwijst naar een noot die ik niet vind. Haal het teken weg, en zet wat de noot zegt in een kolom voorwaarden.`,
      ]);
    },
  );

  test('with a number alone is refused only where a part of the list has that number', async () => {
    const alone = lines(heading, '1;Valideren;Piet Bos 1;BAG;B4', '2;Valideren;Piet Bos 2;BGT;B4');
    expect(await entriesOf(alone, ({ holder }) => holder)).toEqual(['Piet Bos 1', 'Piet Bos 2']);
    expect((await imported(list('Piet Bos 1', '1. Ruimte', 'between'))).problems).toEqual([
      expect.stringMatching(/^2: gemandateerde "Piet Bos 1" verwijst naar een noot/),
    ]);
  });

  test('is refused in the activity and the registration too', async () => {
    const text = lines(heading, '1;Valideren 1);Piet Bos;BAG (2);B4');
    expect((await imported(text)).problems).toEqual([
      expect.stringMatching(/^2: bevoegdheid "Valideren 1\)" verwijst naar een noot/),
      expect.stringMatching(/^2: registratie "BAG \(2\)" verwijst naar een noot/),
    ]);
  });

  test('stands for nothing certain when its number has two texts', async () => {
    const text = lines(
      heading,
      '1;Valideren;Piet Bos 1);BAG;B4',
      '1) alleen op kantoor;;;;',
      '2;Valideren;Eva Mol 1);BGT;B4',
      '1) in overleg;;;;',
    );
    expect((await imported(text)).problems).toEqual([
      expect.stringContaining('De voetnoot 1 staat ook in regel 5, met iets anders.'),
      expect.stringContaining('De voetnoot 1 staat ook in regel 3, met iets anders.'),
    ]);
  });

  test('to which no cell refers is told, and a part of the list with a number is still a part', async () => {
    expect(await notesOf(list('Piet Bos', '1) alleen op kantoor', 'between'))).toContain(
      'Let op, regel 3: geen cel verwijst naar "1) alleen op kantoor".',
    );
    expect(await notesOf(list('Piet Bos', '2. Ruimte', 'between'))).toContain('1 tussenkop (regel 3)');
  });

  test('is not what closes a bracket, an article or a square metre', async () => {
    const text = lines(
      heading,
      '1;Besluiten (artikel 7:1);Teamleider 1;WOZ;artikel 3, onder a)',
      '2;Vergunnen tot 50 m²;Eva Mol;WOZ;B4',
    );
    expect(await entriesOf(text, ({ activity, holder, basis }) => [activity, holder, basis])).toEqual([
      ['Besluiten (artikel 7:1)', 'Teamleider 1', 'artikel 3, onder a)'],
      ['Vergunnen tot 50 m²', 'Eva Mol', 'B4'],
    ]);
  });
});
