import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownTo } from '../../../../src/features/team/snapshot/beside.ts';
import { type ChildGroup, parentOf, partOf } from '../../../../src/features/team/snapshot/parents.ts';
import { type Picture, pictureOf } from '../../../../src/features/team/snapshot/rules.ts';

/** How many answered in a team, and whether the direction is in it or leads it. */
interface Given {
  answers: number;
  isSeen: boolean;
}

/** The pictures that a shown one is made of, by object: those of teams, and what hidden teams hold together. */
type Made = ReadonlySet<Picture>;

/** True when sums and differences of these can make that one picture: Gaussian elimination with whole numbers modulo a prime. */
function canCompute(known: readonly Made[], wanted: Picture): boolean {
  const PRIME = 10_007;
  const all = [...new Set(known.flatMap((made) => [...made]))];
  if (!all.includes(wanted)) return false;
  const rowOf = (made: Made) => all.map((one) => (made.has(one) ? 1 : 0));
  const rank = (rows: number[][]): number => {
    const [first, ...others] = rows;
    if (!first) return 0;
    const place = first.findIndex((value) => value !== 0);
    if (place < 0) return rank(others);
    const lead = first[place] ?? 1;
    return (
      1 +
      rank(
        others.map((row) => {
          const factor = row[place] ?? 0;
          return row.map((value, n) => (((value * lead - (first[n] ?? 0) * factor) % PRIME) + PRIME) % PRIME);
        }),
      )
    );
  };
  const rows = known.map(rowOf);
  return rank([...rows, rowOf(new Set([wanted]))]) === rank(rows);
}

const given = fc.record({ answers: fc.constantFrom(0, 3, 5, 6, 7), isSeen: fc.boolean() });
/** Departments with their teams; those of the last one are in none. */
const town = fc.array(fc.array(given, { maxLength: 4 }), { minLength: 1, maxLength: 4 });

/** What the direction can know of a week, with the rule or without it, and the pictures of single teams that they do not see. */
function seenIn(departments: readonly (readonly Given[])[], isKept: boolean) {
  const seen = new Set<string>();
  const unseen: Picture[] = [];
  const known: Made[] = [];
  const seat = isKept ? { beside: seen } : {};
  const parts = departments.map((teams, at) =>
    teams.map(({ answers: count, isSeen }, n): ChildGroup => {
      const answers = Array.from({ length: count }, () => ({ score: 3, themes: [] }));
      const picture = pictureOf(answers);
      const key = `${at}-${n}`;
      if (isSeen) seen.add(key);
      if (picture && isSeen) known.push(new Set([picture]));
      else if (picture) unseen.push(picture);
      return partOf(key, picture, answers);
    }),
  );
  const isShown = (kind: 'department' | 'municipality', picture?: Picture, teams?: string[][]) =>
    shownTo(seat, { kind }, [{ period: '', picture, teams }])[0]?.picture !== undefined;
  const loose = parts.pop() ?? [];
  const inDepartments = parts.map((children) => {
    const { picture, teams, part } = parentOf(children);
    if (isShown('department', picture, teams)) known.push(new Set(part.shown));
    return { ...part, isTold: picture !== undefined };
  });
  const children = [...inDepartments, ...loose];
  const { picture, teams, part } = parentOf(children);
  // A single one beside departments that are told is left out.
  const others = children.filter(({ isTold }) => !isTold).flatMap(({ shown }) => shown);
  const before = children.flatMap(({ shown }) => shown);
  const isAlone = others.length === 1 && part.shown.length === before.length;
  const made = part.shown.filter((one) => !isAlone || one !== others[0]);
  if (isShown('municipality', picture, teams)) known.push(new Set(made));
  return { known, unseen };
}

const isTold = (departments: readonly (readonly Given[])[], isKept: boolean) => {
  const { known, unseen } = seenIn(departments, isKept);
  return unseen.some((one) => canCompute(known, one));
};

test('whatever teams there are, and whichever of them the direction sees, no picture of one team more can be computed', () => {
  fc.assert(
    fc.property(town, (departments) => {
      expect(isTold(departments, true)).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test('without the rule it can', () => {
  const found = fc
    .sample(town, { numRuns: 300, seed: 1 })
    .filter((departments) => isTold(departments, false));
  expect(found.length).toBeGreaterThan(10);
});

test('two teams that they do not see hide nothing', () => {
  const picture: Picture = { count: '10-19', average: 3, themes: [] };
  const week = { period: '2026-W48', picture, teams: [['own'], ['b'], ['c']] };
  expect(shownTo({ beside: new Set(['own']) }, { kind: 'department' }, [week])).toEqual([week]);
});
