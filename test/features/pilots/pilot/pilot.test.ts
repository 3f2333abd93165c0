import { describe, expect, test } from 'vitest';
import { secondChange, timeLeft } from '../../../../src/features/pilots/pilot/pilot.ts';
import { pilotOf } from '../../../support/pilot.ts';

describe('a pilot', () => {
  const pilot = pilotOf({ from: '2026-11-10', until: '2026-11-20' });
  test.each([
    ['2026-11-08', 'begint over 2 dagen'],
    ['2026-11-09', 'begint over 1 dag'],
    ['2026-11-10', 'nog 10 dagen'],
    ['2026-11-19', 'nog 1 dag'],
    ['2026-11-20', 'laatste dag'],
    ['2026-11-21', 'laatste dag was 1 dag geleden'],
  ])('on %s says: %s', (day, words) => {
    expect(timeLeft(pilot, day)).toBe(words);
  });

  test('changes one thing in a round: a second gets a warning, the same again does not', () => {
    expect(secondChange([], 'scope')).toBeUndefined();
    expect(secondChange(['scope'], 'scope')).toBeUndefined();
    expect(secondChange(['scope'], 'rollen')).toContain('gebied of registratie');
  });
});
