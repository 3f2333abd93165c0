import { describe, expect, test } from 'vitest';
import { type HealthCheck, healthLine, type Level } from '../../../src/features/doctor/contract.ts';
import { examine } from '../../../src/features/doctor/examine.ts';

const check = (about: string, level: Level): HealthCheck => ({
  about,
  look: async () => [healthLine(level, about, 'Iets.')],
});
/** What never comes to an end. */
const hanging: HealthCheck = { about: 'hangt', look: () => new Promise(() => {}) };
const failing: HealthCheck = { about: 'faalt', look: () => Promise.reject(new Error('geheim van Amira')) };

describe('looking at everything', () => {
  test('puts red first, then amber, then green, and is as bad as the worst', async () => {
    const report = await examine([check('a', 'green'), check('b', 'red'), check('c', 'amber')], [], 1_000);
    expect(report.level).toBe('red');
    expect(report.lines.map(({ about }) => about)).toEqual(['b', 'c', 'a']);
    expect((await examine([check('a', 'green')], [], 1_000)).level).toBe('green');
  });

  test('goes on where something fails or hangs, which is a red line of its own without what went wrong', async () => {
    const report = await examine([failing, hanging, check('a', 'green')], ['elders'], 20);
    expect(report.lines.map(({ level, about }) => `${level} ${about}`)).toEqual([
      'red faalt',
      'red hangt',
      'green a',
    ]);
    expect(JSON.stringify(report)).not.toContain('geheim');
    expect(report.unseen).toEqual(['elders']);
  });
});
