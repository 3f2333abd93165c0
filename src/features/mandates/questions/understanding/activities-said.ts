import { type Hit, halvesOf } from '../../register/activity-index.ts';
import type { Lookup } from '../../register/lookup.ts';
import { isLegal } from '../../vocabulary/legal-words.ts';
import { stemsLike } from '../../vocabulary/ordinary-words.ts';
import { saysCompound } from './compounds.ts';
import type { Spoken } from './spoken-words.ts';
import { isHalf, isMistyped } from './typing.ts';

/** How sure it is that a word stands for another: as it is, half a compound, alike, typed wrong. */
const SAME = 1;
const ALIKE = 0.7;
const PART = 0.6;

/** An activity as far as the words of a question say it. */
export interface SaidActivity {
  name: string;
  /** The positions of the words that say it. */
  positions: readonly number[];
  /** How much those words tell: the rarer they are in this register, the more. */
  weight: number;
  /** True when all that tells this activity from another was said. */
  whole: boolean;
}

interface Said {
  /** True when a word was said that the activity cannot do without. */
  isTelling: boolean;
  positions: Set<number>;
  groups: Set<number>;
  weight: Map<number, number>;
}

/** True where two words may stand for a compound: "huur contract", "nummers voor identificatie", but not "grond bij water". */
function mayBeOne({ positions: [first = 0] }: Spoken, { positions: [head = 0] }: Spoken): boolean {
  return head <= first + 1;
}

/** What one word may say: which activities, in which of their groups, and how sure that is. */
function hitsOf(
  one: Spoken,
  spoken: readonly Spoken[],
  index: Lookup['index'],
): (Hit & { sure: number; isWhole: boolean; with?: Spoken })[] {
  const same = index.withStem(one.stem);
  const hits = same.map((hit) => ({ ...hit, sure: SAME, isWhole: true }));
  if (one.isJoined) return hits;
  const alike = stemsLike(one.stem).flatMap((stem) =>
    index.withStem(stem).map((hit) => ({ ...hit, sure: ALIKE, isWhole: true })),
  );
  const parts =
    one.plain.length < 4 && one.stem.length < 3
      ? []
      : index.withPart(one.stem).flatMap(({ rest, other, ...hit }) => {
          const term = index.activities[hit.activity]?.terms.groups[hit.group]?.terms.find(
            ({ stem }) => stem === hit.stem,
          );
          const isHead = term?.plain.startsWith(other) === true;
          const beside = spoken.find(
            (half) => rest.includes(half.stem) && (isHead ? mayBeOne(half, one) : mayBeOne(one, half)),
          );
          if (beside) return [{ ...hit, sure: SAME, isWhole: true, with: beside }];
          return one.plain.length >= 4 && isHalf(other) ? [{ ...hit, sure: PART, isWhole: false }] : [];
        });
  if (hits.length + alike.length + parts.length > 0) return [...hits, ...alike, ...parts];
  const compound = halvesOf(one.plain).flatMap(({ first, second }) => {
    const [left, right] = [first.flatMap((stem) => index.withStem(stem)), index.withStem(second)];
    return left.flatMap((hit) => {
      const activity = index.activities[hit.activity];
      return right
        .filter((other) => other.activity === hit.activity && activity && saysCompound(activity, hit, other))
        .flatMap((other) => [hit, other]);
    });
  });
  if (compound.length > 0) return compound.map((hit) => ({ ...hit, sure: SAME, isWhole: true }));
  if (one.positions.length > 1) return [];
  const meant =
    index.words.find(({ plain }) => isMistyped(one.plain, plain)) ??
    index.words.find(({ stem }) => isMistyped(one.stem, stem, one.plain));
  return meant === undefined
    ? []
    : index.withStem(meant.stem).map((hit) => ({ ...hit, sure: ALIKE, isWhole: true }));
}

/** Every activity of which the words say something, the one of which they say most first. */
export function activitiesSaid(spoken: readonly Spoken[], { index }: Lookup): SaidActivity[] {
  const found = new Map<number, Said>();
  for (const one of spoken) {
    for (const { activity, group, stem, sure, isWhole, with: beside } of hitsOf(one, spoken, index)) {
      const said = found.get(activity) ?? {
        isTelling: false,
        positions: new Set(),
        groups: new Set(),
        weight: new Map(),
      };
      found.set(activity, said);
      const weight = sure * index.weight(stem);
      for (const position of [...one.positions, ...(beside?.positions ?? [])]) {
        said.positions.add(position);
        said.weight.set(position, Math.max(said.weight.get(position) ?? 0, weight));
      }
      if (isWhole) said.groups.add(group);
      const { terms, isCommon = false } = index.activities[activity] ?? {};
      const part = terms?.groups[group];
      // What stands before a colon or between brackets need not be said, and yet tells: "Inkoop: opdrachten".
      const isLabel = !isCommon && part?.terms.some(({ plain }) => isLegal(plain)) === false;
      if (part?.demanded || isLabel) said.isTelling = true;
    }
  }
  return [...found]
    .map(([activity, { isTelling, positions, groups, weight }]) => {
      const { name = '', terms, isPhrase } = index.activities[activity] ?? {};
      return {
        name,
        isPhrase,
        isTelling,
        positions: [...positions].sort((a, b) => a - b),
        weight: [...weight.values()].reduce((sum, one) => sum + one, 0),
        whole: terms?.groups.every(({ demanded }, group) => !demanded || groups.has(group)) ?? false,
      };
    })
    .filter(({ isPhrase, isTelling, whole }) => isTelling && (whole || !isPhrase))
    .sort((a, b) => b.weight - a.weight);
}
