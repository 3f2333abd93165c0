import { LONGEST_WORD, stemOf } from '../../../language/stems.ts';
import type { ActivityTerms, Term } from '../vocabulary/activity-terms.ts';

/** An activity of which a word was said, and how. */
export interface Hit {
  /** The place of the activity in the index. */
  activity: number;
  /** The place of the group of terms in the activity. */
  group: number;
  /** The stem of the term that was said. */
  stem: string;
}

/** Half a compound of the register, with the other half: "nummer" of "identificatienummer". */
export interface PartHit extends Hit {
  /** Stems of which one has to be said as well, for the whole compound to be said. */
  rest: readonly string[];
  /** The other half as it stands in the word. */
  other: string;
}

/** An activity with its words. */
export interface IndexedActivity {
  name: string;
  terms: ActivityTerms;
  /** True for one that is common to all municipalities. */
  isCommon?: boolean;
  /** True for a set phrase, of which a part alone says nothing. */
  isPhrase?: boolean;
}

/** The words of the activities of a register, to find those that a question speaks of. */
export interface ActivityIndex {
  activities: readonly IndexedActivity[];
  /** Activities of which a term has this stem. */
  withStem(stem: string): readonly Hit[];
  /** Activities of which a term is a compound with this stem in it. */
  withPart(stem: string): readonly PartHit[];
  /** How much a stem tells: the rarer in this register, the more. */
  weight(stem: string): number;
  /** All words with their stems, to look for one that was typed wrong. */
  words: readonly Term[];
}

/** Shorter parts of words are chance: "op" of "opdracht". */
const SHORTEST_PART = 3;
const SHORTEST_HEAD = 4;
/** What Dutch puts between the halves of a compound. */
const links = ['', 's', 'en', 'e', 'n'];

/** The stems that the first half of a compound may stand for: "standplaats", "huizen" of "huizenblok". */
export const firstHalves = (half: string): string[] => [
  ...new Set(
    links
      .filter((link) => half.endsWith(link) && half.length - link.length >= SHORTEST_PART)
      .map((link) => stemOf(link === '' ? half : half.slice(0, -link.length))),
  ),
];

/** What stands before a verb is no half of a compound: "onder" of "onderzoeken", "ver" of "verlenen". */
const prefix =
  /^(?:niet|be|ge|ver|ont|her|onder|weder|wederom|af|aan|[a-z]{2}|door|voor|over|terug|toe|uit|vast|weg|goed|mee|kwijt|vrij|samen|achter)$/;

/** The two halves that a word may be made of, as stems. */
export function halvesOf(plain: string): { first: string[]; second: string; left: string; right: string }[] {
  const cuts = plain.length > LONGEST_WORD ? 0 : plain.length - 2 * SHORTEST_PART + 1;
  return Array.from({ length: Math.max(0, cuts) }, (_, n) => n + SHORTEST_PART)
    .filter((at) => plain.length - at >= SHORTEST_HEAD && !prefix.test(plain.slice(0, at)))
    .map((at) => ({
      first: firstHalves(plain.slice(0, at)),
      second: stemOf(plain.slice(at)),
      left: plain.slice(0, at),
      right: plain.slice(at),
    }));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Prepares activities, each once, to be found by the words of a question. */
export function activityIndex(activities: ActivityIndex['activities']): ActivityIndex {
  const byStem = new Map<string, Hit[]>();
  const byPart = new Map<string, PartHit[]>();
  const halves = new Map<string, ReturnType<typeof halvesOf>>();
  const halvesOnce = (plain: string) => {
    const known = halves.get(plain) ?? halvesOf(plain);
    halves.set(plain, known);
    return known;
  };
  const words = new Map<string, Term>();
  const addTerm = (activity: number, group: number, term: Term, isCommon: boolean) => {
    const { plain, stem } = term;
    words.set(plain, term);
    push(byStem, stem, { activity, group, stem });
    // The words of common activities are looked for as they are.
    if (isCommon) return;
    for (const { first, second, left, right } of halvesOnce(plain)) {
      for (const part of first) push(byPart, part, { activity, group, stem, rest: [second], other: right });
      push(byPart, second, { activity, group, stem, rest: first, other: left });
    }
  };
  for (const [activity, { terms, isCommon = false }] of activities.entries()) {
    for (const [group, { terms: alternatives }] of terms.groups.entries()) {
      for (const term of alternatives) addTerm(activity, group, term, isCommon);
    }
  }
  const counts = new Map(
    [...byStem].map(([stem, hits]) => [stem, new Set(hits.map(({ activity }) => activity)).size]),
  );
  return {
    activities,
    withStem: (stem) => byStem.get(stem) ?? [],
    withPart: (stem) => byPart.get(stem) ?? [],
    weight: (stem) => Math.log(1 + Math.max(1, activities.length) / (counts.get(stem) ?? 1)),
    words: [...words.values()],
  };
}
