import { describe, expect, test } from 'vitest';
import {
  isUnchanged,
  summarise,
  summaryInShort,
  summaryInWords,
} from '../../../../src/features/mandates/import/summary.ts';
import type { Register, RegisterEntry } from '../../../../src/features/mandates/register/register.ts';
import { bareEntry } from '../town.ts';

const city = { code: 'G1', name: 'Zandstad', kind: 'gemeente' as const, aliases: [] };
const north = { code: 'W1', name: 'Noord', kind: 'wijk' as const, parent: 'G1', aliases: [] };

const entry = (id: string, more: Partial<RegisterEntry> = {}) => bareEntry({ id, area: 'G1', ...more });

const register = (entries: RegisterEntry[], more: Partial<Register> = {}): Register => ({
  entries,
  areas: [city, north],
  tenures: [],
  ...more,
});

describe('what an import changes', () => {
  test('is nothing when both say the same, in whatever order', () => {
    const summary = summarise(register([entry('1'), entry('2')]), register([entry('2'), entry('1')]));
    expect(isUnchanged(summary)).toBe(true);
    expect(summaryInWords(summary)).toEqual(['Er verandert niets.']);
  });

  test('is told by field, from what to what, with areas by name', () => {
    const before = register([entry('1'), entry('2'), entry('3')]);
    const after = register([
      entry('1', { until: '2026-12-31', limit: 2500, deputies: ['Bo', 'Cas'] }),
      entry('3', { area: 'W1' }),
      entry('4', { holder: 'Cas Eik', area: 'W1' }),
    ]);
    expect(summaryInWords(summarise(before, after))).toEqual([
      'Mandaten: 1 nieuw, 2 gewijzigd, 1 weg, 0 gelijk.',
      '  nieuw: 4 · valideren BAG in Noord: Cas Eik',
      '  gewijzigd: 1 · vervanger: leeg → Bo|Cas; limiet_eur: leeg → 2500; geldig_tot_en_met: leeg → 2026-12-31',
      '  gewijzigd: 3 · gebied: Zandstad → Noord',
      '  weg: 2 · valideren BAG in Zandstad: Ans Bos',
    ]);
  });

  test('is told of areas and functions too', () => {
    const tenure = { function: 'Teamleider', person: 'Ans Bos', from: '2026-01-01' };
    const before = register([entry('1')], { tenures: [tenure] });
    const after = register([entry('1')], {
      areas: [city, { ...north, aliases: ['Boven'] }],
      tenures: [
        { ...tenure, until: '2026-06-30' },
        { ...tenure, person: 'Bo Dijk', from: '2026-07-01' },
      ],
    });
    expect(summaryInWords(summarise(before, after))).toEqual([
      'Mandaten: 0 nieuw, 0 gewijzigd, 0 weg, 1 gelijk.',
      'Gebieden: 0 nieuw, 1 gewijzigd, 0 weg, 1 gelijk.',
      '  gewijzigd: W1 · aliassen: leeg → Boven',
      'Functies: 1 nieuw, 1 gewijzigd, 0 weg, 0 gelijk.',
      '  nieuw: Teamleider · Bo Dijk, 2026-07-01 t/m open',
      '  gewijzigd: Teamleider · Ans Bos · tot_en_met: leeg → 2026-06-30',
    ]);
  });

  test('shows twenty examples of each, and how many more there are', () => {
    const many = Array.from({ length: 23 }, (_, n) => entry(`${n}`));
    const summary = summarise(register([]), register(many));
    const lines = summaryInWords(summary);
    expect(lines.filter((line) => line.startsWith('  nieuw: '))).toHaveLength(21);
    expect(lines.at(-1)).toBe('  nieuw: en nog 3. Alles zien? Geef --alles.');
    expect(summaryInWords(summary, true).filter((line) => line.startsWith('  nieuw: '))).toHaveLength(23);
  });

  test('goes into the log without names', () => {
    const short = summaryInShort(summarise(register([entry('1')]), register([entry('2'), entry('3')])));
    expect(short).toBe('mandaten 2 nieuw, 0 gewijzigd, 1 weg');
  });
});
