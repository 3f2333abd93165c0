import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { barOf, changeWords, quartersUntil, valuesIn } from '../../../../src/features/growth/effect/rules.ts';
import type { Somebody } from '../../../support/bot.ts';
import {
  administrator,
  adviser,
  amira,
  director,
  head,
  manager,
  type Office,
  openOffice,
  projectLead,
} from '../office.ts';

describe('figures', () => {
  test('are numbers with a comma or a point; what is left empty is not there', () => {
    expect(valuesIn({ satisfaction: '7,5', quality: '95.5', use: '' })).toEqual({
      values: { satisfaction: 7.5, quality: 95.5 },
      problems: [],
    });
  });

  test.each([
    [{ satisfaction: 'goed' }, 'Tevredenheid: vul een getal in, zoals 7,5.'],
    [{ satisfaction: '11' }, 'Tevredenheid: vul een getal in van 1 tot en met 10.'],
    [{ quality: '101' }, 'Kwaliteit: vul een getal in van 0 tot en met 100.'],
    [{ leadTime: '-1' }, 'Doorlooptijd: vul een getal in van 0 tot en met 1000000.'],
    [{}, 'Vul minstens één getal in.'],
  ])('%j is told of', (typed, problem) => expect(valuesIn(typed).problems).toEqual([problem]));

  test('are of this quarter and the three before it', () =>
    expect(quartersUntil('2026-02-10')).toEqual(['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']));

  test('are drawn as bars, and told as better or less good by what is best', () => {
    expect(barOf(5, [5, 10])).toBe('▰▰▰▰▰▱▱▱▱▱');
    expect(barOf(0, [0])).toBe('▱▱▱▱▱▱▱▱▱▱');
    expect(changeWords('quality', [90, 95])).toBe('beter');
    expect(changeWords('leadTime', [12, 14])).toBe('minder goed');
    expect(changeWords('quality', [90])).toBe('');
  });
});

describe('the figures of a municipality', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.stop());

  const saves = (who: Somebody, seen: number, typed: object) =>
    office.taps(who, 'effect.save', { quarter: '2026-Q3', seen, ...typed });

  test('are filled in by a project lead or an administrator, and read by who leads the municipality', async () => {
    expect(await office.says(projectLead, 'effect van leren')).toContain('Er zijn nog geen getallen');
    expect(await office.taps(projectLead, 'effect.which')).toContain('3e kwartaal 2026');
    expect(await office.taps(projectLead, 'effect.form', { quarter: '2026-Q3' })).toContain('Doorlooptijd');
    expect(await saves(projectLead, 0, { satisfaction: '7,5', leadTime: 12 })).toContain('Bewaard.');
    await saves(administrator, 1, { satisfaction: '8', leadTime: 12 });
    for (const who of [head, director, projectLead, administrator])
      expect(await office.says(who, 'effect van leren')).toContain('3e kwartaal 2026: 8');
    expect(await office.says(head, 'effect van leren')).not.toContain('effect.which');
  });

  test.each<[string, Somebody]>([
    ['an employee', amira],
    ['who leads a team', manager],
    ['HR', adviser],
  ])('are nothing for %s', async (_who, who) => {
    await saves(projectLead, 0, { satisfaction: '7,5' });
    await saves(who, 1, { satisfaction: '1' });
    expect(await office.says(who, 'effect van leren')).not.toContain('7,5');
    expect((await office.growth.effects.of('2026-Q3'))?.values.satisfaction).toBe(7.5);
  });

  test('are no words: that is said beside the form, and the other numbers stay there', async () => {
    const wrong = await saves(projectLead, 0, { satisfaction: 'goed', quality: '95' });
    expect(wrong).toContain('Tevredenheid: vul een getal in, zoals 7,5.');
    expect(wrong).toContain('"value":95');
    expect(await office.growth.effects.all()).toEqual([]);
  });

  test('are of a quarter that can be filled in', async () => {
    expect(await office.taps(projectLead, 'effect.form', { quarter: '2031-Q1' })).toContain(
      'Kies een kwartaal.',
    );
    await office.taps(projectLead, 'effect.save', { quarter: '2031-Q1', seen: 0, quality: 95 });
    expect(await office.growth.effects.all()).toEqual([]);
  });

  test('two who fill them in do not undo each other', async () => {
    await saves(projectLead, 0, { quality: 95 });
    expect(await saves(administrator, 0, { quality: 70 })).toContain('Iemand anders vulde net iets in.');
    expect((await office.growth.effects.of('2026-Q3'))?.values.quality).toBe(95);
  });
});
