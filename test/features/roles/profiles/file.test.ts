import { describe, expect, test } from 'vitest';
import { planProfiles, writeProfiles } from '../../../../src/features/roles/profiles/file.ts';
import { LONGEST_PART, type ProfileVersion } from '../../../../src/features/roles/profiles/profile.ts';
import { readCsv } from '../../../../src/files/csv.ts';
import { nameFinder } from '../../../../src/language/colleagues.ts';

const names = nameFinder(['Bea Beheer']);
const plan = (text: string, versions: readonly ProfileVersion[] = []) =>
  planProfiles(readCsv(Buffer.from(text)), versions, names);
const line = (...cells: string[]) => `rol;onderdeel;tekst\n${cells.map((cell) => `"${cell}"`).join(';')}\n`;
const wrong = (text: string): string[] => {
  const result = plan(text);
  return 'problems' in result ? result.problems.map(({ line: at, reason }) => `${at}: ${reason}`) : [];
};

describe('a file of role profiles', () => {
  test('as it was written changes nothing', () => {
    expect(plan(writeProfiles([]))).toEqual({ changes: [], same: 24, doubts: [] });
  });

  test('changes the parts that it names, and no other', () => {
    const written: ProfileVersion = {
      role: 'Objectregisseur',
      part: 'grenzen',
      version: 3,
      text: 'Oud.',
      day: '2026-11-20',
    };
    expect(plan(line('objectregisseur', 'grenzen', '- Nieuw.\n- Ook nieuw.'), [written])).toEqual({
      changes: [{ role: 'Objectregisseur', part: 'grenzen', seen: 3, text: 'Nieuw.\nOok nieuw.' }],
      same: 0,
      doubts: [],
    });
  });

  test('with a slip in a role is read as that role, which is told', () => {
    expect(plan(line('Objectregiseur', 'Met wie je werkt', 'Met iedereen.'))).toMatchObject({
      changes: [{ role: 'Objectregisseur', part: 'samenwerken' }],
      doubts: ['Regel 2: “Objectregiseur” lees ik als Objectregisseur.'],
    });
  });

  test.each([
    [line('Bakker', 'Taken', 'Je bakt.'), '2: rol "Bakker" ken ik niet: kies Objectregistrator'],
    [line('', 'Taken', 'Je bakt.'), '2: rol "" ken ik niet'],
    [line('Objectregisseur', 'Hobby', 'Je bakt.'), '2: onderdeel "Hobby" ken ik niet: kies Taken'],
    [line('Objectregisseur', 'Taken', ''), '2: Taken: schrijf minstens één regel.'],
    [line('Objectregisseur', 'Taken', 'a'.repeat(LONGEST_PART + 1)), '2: Taken: hooguit 1.000 tekens'],
    [line('Objectregisseur', 'Taken', 'Bel Bea Beheer.'), '2: Taken: haal de naam Bea Beheer weg'],
    [
      `${line('Objectregisseur', 'Taken', 'Een.')}Objectregisseur;taken;Twee.\n`,
      '3: Objectregisseur: Taken staat ook op regel 2',
    ],
    ['rol;tekst\nObjectregisseur;Een.\n', '0: de kolom "onderdeel" ontbreekt'],
    ['rol;onderdeel;tekst\n', '0: Er staan geen rolprofielen in.'],
    [
      `rol;onderdeel;tekst\n${'Objectregisseur;Taken;Een.\n'.repeat(201)}`,
      '0: Er staan meer dan 200 regels in.',
    ],
  ])('like %j is refused as a whole', (text, problem) => {
    expect(wrong(text).join('\n')).toContain(problem);
  });
});
