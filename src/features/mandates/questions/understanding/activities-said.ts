import { type Hit, halvesOf } from '../../register/activity-index.ts';
import type { Lookup } from '../../register/lookup.ts';
import { isLegal } from '../../vocabulary/legal-words.ts';
import { isPermit, isUndone, stemsLike } from '../../vocabulary/ordinary-words.ts';
import { type Qualifiers, qualifiersOf, qualify } from '../../vocabulary/qualifiers.ts';
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
  /** True when what was not said makes it another thing: the "weigeren" or the "toestemming" of it. */
  turned: boolean;
  /** True when every word was said as it is, and none by another that is like it. */
  exact: boolean;
  /** True when what stands before a colon or between brackets was not said. */
  unlabelled: boolean;
  /** Registrations that the activity names itself. */
  registrations: readonly string[];
  /** True for a set phrase of a common activity. */
  isPhrase?: boolean;
}

interface Said {
  /** True when a word was said that the activity cannot do without. */
  isTelling: boolean;
  positions: Set<number>;
  groups: Set<number>;
  weight: Map<number, number>;
  /** Groups that were said by words that name nothing by themselves, with where those stand. */
  small: Map<number, readonly number[]>;
  /** How sure each word is, by its place. */
  sure: Map<number, number>;
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
  if (one.isJoined || one.isSmall) return hits;
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
export function activitiesSaid(
  spoken: readonly Spoken[],
  { index }: Lookup,
  asked: Qualifiers = qualifiersOf([]),
): SaidActivity[] {
  const found = new Map<number, Said>();
  for (const one of spoken) {
    for (const { activity, group, stem, sure, isWhole, with: beside } of hitsOf(one, spoken, index)) {
      const said = found.get(activity) ?? {
        isTelling: false,
        positions: new Set(),
        groups: new Set(),
        weight: new Map(),
        small: new Map(),
        sure: new Map(),
      };
      found.set(activity, said);
      if (one.isSmall) {
        if (index.activities[activity]?.isCommon) continue;
        said.small.set(group, one.positions);
        continue;
      }
      const weight = sure * index.weight(stem);
      for (const position of [...one.positions, ...(beside?.positions ?? [])]) {
        said.positions.add(position);
        said.sure.set(position, Math.max(said.sure.get(position) ?? 0, sure));
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
  const stems = new Set(spoken.map(({ stem }) => stem));
  return [...found]
    .map(([activity, { isTelling, positions, groups, weight, small, sure }]) => {
      const { name = '', terms, isPhrase } = index.activities[activity] ?? {};
      const own = new Set(terms?.groups.flatMap((group) => group.terms.map(({ stem }) => stem)));
      const fit = terms ? qualify(terms.qualifiers, asked, stems.intersection(own)) : 'same';
      const isLeftOut = terms !== undefined && [...terms.except].some((stem) => stems.has(stem));
      const all = terms?.groups ?? [];
      const isSaid = (group: number) => groups.has(group) || small.has(group);
      const whole = fit === 'same' && all.every(({ demanded }, group) => !demanded || isSaid(group));
      const beside = whole ? [...small.values()].flat() : [];
      return {
        name,
        isPhrase,
        isTelling,
        isOther: fit === 'other' || isLeftOut,
        positions: [...new Set([...positions, ...beside])].sort((a, b) => a - b),
        weight: [...weight.values()].reduce((sum, one) => sum + one, 0),
        whole,
        exact: [...sure.values()].every((one) => one === SAME),
        unlabelled: all.some(
          ({ demanded, terms: one }, group) =>
            !demanded && !isSaid(group) && !one.every(({ plain }) => isLegal(plain)),
        ),
        registrations: terms?.registrations ?? [],
        turned: all.some(
          ({ demanded, terms: one }, group) =>
            demanded && !isSaid(group) && one.every(({ stem }) => isUndone(stem) || isPermit(stem)),
        ),
      };
    })
    .filter(({ isOther, isPhrase, isTelling, whole }) => !isOther && isTelling && (whole || !isPhrase))
    .sort((a, b) => b.weight - a.weight);
}
