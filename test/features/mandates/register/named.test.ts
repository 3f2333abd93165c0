import { describe, expect, test } from 'vitest';
import { namedIn } from '../../../../src/features/mandates/register/named.ts';
import { noRecords, type Records, replaced } from '../../../../src/features/mandates/register/records.ts';
import type { Register } from '../../../../src/features/mandates/register/register.ts';
import { bareEntry } from '../town.ts';

const areas: Register['areas'] = [{ code: 'GM1', name: 'Stad', kind: 'gemeente', aliases: [] }];
const registered = (change: Partial<Register>, before: Records = noRecords, at = '2026-01-05T08:00:00Z') =>
  replaced(before, { entries: [], areas, tenures: [], ...change }, at);
const linesOf = (change: Partial<Register>, name = 'Ans Bos') => namedIn(registered(change), [name]);

describe('what the register says of somebody', () => {
  test('is each entry that names them, in each of its roles, and nobody else', () => {
    const lines = linesOf({
      entries: [
        bareEntry({ until: '2026-12-31' }),
        bareEntry({ id: 'M2', holder: 'Bo Vis', deputies: ['Cor Dam', 'Ans Bos'] }),
        bareEntry({ id: 'M3', holder: 'Bo Vis', fourEyes: true, fourEyesBy: 'Ans Bos', registration: '' }),
        bareEntry({ id: 'M4', holder: 'Bo Vis', deputies: ['Cor Dam'] }),
      ],
    });
    expect(lines).toEqual([
      'M1: jij mag dit. BAG valideren, Stad, vanaf 1 januari 2026 tot en met 31 december 2026.',
      'M2: jij bent vervanger. BAG valideren, Stad, vanaf 1 januari 2026.',
      'M3: jij kijkt mee. Valideren, Stad, vanaf 1 januari 2026.',
    ]);
  });

  test('is also the function that they hold or held, with what that function may do', () => {
    const tenures = [{ function: 'Teamleider', person: 'Ans Bos', from: '2025-02-01', until: '2026-03-01' }];
    expect(linesOf({ entries: [bareEntry({ holder: 'Teamleider' })], tenures })).toEqual([
      'Teamleider: jouw functie, vanaf 1 februari 2025 tot en met 1 maart 2026.',
      'M1: jouw functie Teamleider mag dit. BAG valideren, Stad, vanaf 1 januari 2026.',
    ]);
  });

  test('is also what was corrected since, with the day until which it stood so', () => {
    const first = registered({ entries: [bareEntry()] });
    const later = registered({ entries: [bareEntry({ holder: 'Bo Vis' })] }, first, '2026-06-02T08:00:00Z');
    expect(namedIn(later, ['Ans Bos'])).toEqual([
      'M1: jij mag dit. BAG valideren, Stad, vanaf 1 januari 2026. Zo stond het tot 2 juni 2026.',
    ]);
  });

  test.each([['ans bos'], ['Ans  Bós'], ['ANS BOS']])('finds them as %s', (name) => {
    expect(linesOf({ entries: [bareEntry()] }, name)).toHaveLength(1);
  });

  test.each([['Ans'], ['Ans Bosch'], [''], [' ']])('finds nothing for %j', (name) => {
    expect(linesOf({ entries: [bareEntry(), bareEntry({ id: 'M5', holder: '' })] }, name)).toEqual([]);
  });
});
