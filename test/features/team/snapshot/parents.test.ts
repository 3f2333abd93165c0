import { describe, expect, test } from 'vitest';
import { parentOf, partOf } from '../../../../src/features/team/snapshot/parents.ts';
import { type Answered, pictureOf } from '../../../../src/features/team/snapshot/rules.ts';
import type { Theme } from '../../../../src/people/themes.ts';

const of = (scores: readonly number[], themes: Theme[] = []): Answered[] =>
  scores.map((score) => ({ score, themes }));
const times = (count: number, score: number): number[] => Array.from({ length: count }, () => score);

describe('a picture of what lies above', () => {
  const team = (answers: readonly Answered[], key = '') => partOf(key, pictureOf(answers), answers);
  const good = team(of(times(6, 4), ['leren']));
  const bad = team(of(times(12, 2)));

  test('is made of the pictures of teams', () => {
    expect(parentOf([good, bad]).picture).toEqual({ count: '10-19', average: 3, themes: ['leren'] });
  });

  test('is none where one team alone has one: that would be its picture under another name', () => {
    const { picture, part } = parentOf([good, team([])]);
    expect(picture).toBeUndefined();
    expect(parentOf([part, team([])]).picture).toBeUndefined();
    expect(parentOf([part, bad]).picture).toEqual({ count: '10-19', average: 3, themes: ['leren'] });
  });

  test('leaves out a single team beside departments that are told: with their pictures it would tell that of the team', () => {
    const department = parentOf([good, team(of(times(6, 4)))]);
    const told = { ...department.part, isTold: true };
    expect(parentOf([told, bad]).picture).toEqual(department.picture);
    expect(parentOf([told, parentOf([bad]).part]).picture).toEqual(department.picture);
    // Two teams outside them are told together.
    expect(parentOf([told, bad, bad]).picture?.average).toBeLessThan(department.picture?.average ?? 0);
    // And so is one beside others that are hidden.
    const few = team(of(times(3, 1)));
    expect(parentOf([told, bad, few, few]).picture?.average).toBeLessThan(department.picture?.average ?? 0);
  });

  test('is there where teams that are hidden hold enough together, though none has one', () => {
    expect(parentOf([team(of(times(3, 4))), team(of(times(4, 4)))]).picture?.average).toBe(4);
  });

  test.each([1, 5])('is hidden while %i answers are hidden in it, and those go one level up', (hidden) => {
    const { picture, part } = parentOf([good, team(of(times(hidden, 1)))]);
    expect(picture).toBeUndefined();
    expect(part.hidden).toHaveLength(hidden);
    const above = parentOf([part, team(of(times(6 - hidden, 1)))]);
    expect(above.picture).toEqual({ count: '10-19', average: 3, themes: ['leren'] });
  });

  test('is there when what is hidden makes six together', () => {
    expect(parentOf([team(of(times(3, 4))), team(of(times(3, 4)))]).picture?.average).toBe(4);
  });

  test('says of which teams it is: those of a department that is told together, all others by themselves', () => {
    const [shown, few] = [of(times(6, 4)), of(times(3, 1))];
    const department = parentOf([
      team(shown, 'a'),
      team(shown, 'b'),
      team(few, 'c'),
      team(few, 'd'),
      team([], 'e'),
    ]);
    // Those that stay hidden all stand in it: it may not tell in which of them somebody answered.
    expect(department.teams).toEqual([['a'], ['b'], ['c'], ['d'], ['e']]);
    const told = { ...department.part, isTold: true };
    expect(parentOf([told, team(shown, 'f'), team(shown, 'g')]).teams).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      ['f'],
      ['g'],
    ]);
    // A team that is left out of it does not stand in it, nor do those that hold nothing.
    expect(parentOf([told, team(shown, 'f'), team([], 'h')]).teams).toEqual([['a', 'b', 'c', 'd', 'e']]);
    expect(parentOf([team(shown, 'a'), team(few, 'c')]).teams).toEqual([]);
  });

  test('is empty where nobody answered', () => {
    expect(parentOf([]).picture).toBeUndefined();
  });
});
