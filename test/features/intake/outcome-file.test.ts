import { expect, test } from 'vitest';
import type { IntakePlan } from '../../../src/conversation/intake.ts';
import { outcomeFile } from '../../../src/features/intake/outcome-file.ts';
import { readTables } from '../../../src/files/xlsx.ts';

const plan: IntakePlan = {
  read: '3 mensen',
  counts: [{ title: 'Nieuw', value: '1' }],
  doubts: ['Nieuw team: Objecten & Zuid'],
  changes: [{ title: 'Nieuw', lines: ['=HYPERLINK("https://evil.example")', 'Nina\u0000 \ud800'] }],
  problems: [
    { line: 4, reason: 'email is geen e-mailadres.' },
    { line: 7, reason: 'De kolom wijk is leeg. Vul een wijk in.' },
    { line: 0, reason: 'Dit ontbreekt in de kop: team.' },
  ],
  questions: [],
  isUnchanged: false,
  summary: '',
  state: '',
};

test('the outcome is a workbook with a sheet of faults: line, column, what is wrong, what to do', async () => {
  const tables = await readTables(outcomeFile(plan), 'uitkomst.xlsx');
  if ('problems' in tables) throw new Error(JSON.stringify(tables.problems));
  const sheets = new Map(tables.map(({ sheet, rows }) => [sheet, rows.map(({ texts }) => texts)]));
  expect([...sheets.keys()]).toEqual(['Samenvatting', 'Fouten', 'Nakijken', 'Wat verandert']);
  expect(sheets.get('Fouten')).toEqual([
    ['Regel', 'Kolom', 'Wat er mis is', 'Wat je kunt doen'],
    ['4', 'email', 'email is geen e-mailadres.', 'Verbeter dit in je bestand.'],
    ['7', 'wijk', 'De kolom wijk is leeg.', 'Vul een wijk in.'],
    ['hele bestand', '', 'Dit ontbreekt in de kop: team.', 'Verbeter dit in je bestand.'],
  ]);
  expect(sheets.get('Nakijken')?.[1]).toEqual(['Nieuw team: Objecten & Zuid']);
  // Excel shows it and calculates nothing.
  expect(sheets.get('Wat verandert')?.[1]?.[1]).toBe('\'=HYPERLINK("https://evil.example")');
});
