import type { FoundName } from '../../../../language/names.ts';
import type { Lookup } from '../../register/lookup.ts';

/** Somebody in a question of whom it is known who it is, so that no name has to be read. */
export interface NamedPerson {
  /** Where their name stands in the question, `start` up to and not including `end`. */
  start: number;
  end: number;
  /** As the register spells it, or as they are called when they stand in no register. */
  name: string;
  /** False for somebody of whom neither the register nor the municipality knows anything. */
  known: boolean;
}

/** More people than anybody asks about at once: the others are read as names. */
const MOST_NAMED = 20;

/**
 * The words for the nth of them: they look like a name of two words, and like no word, place or activity there is.
 */
const standIn = (n: number): string => {
  const word = `Qx${String.fromCharCode(97 + n)}xq`;
  return `${word} ${word}`;
};

/**
 * A question with a stand-in for each person who is known already, and a register that knows the stand-ins. So a name
 * with a word in it that means something ("Noord", "Max"), a part of a name or a typo is never read as something else.
 */
export function withStandIns(
  question: string,
  lookup: Lookup,
  named: readonly NamedPerson[],
): { question: string; lookup: Lookup } {
  const people = named.filter(({ end }) => end <= question.length).slice(0, MOST_NAMED);
  if (people.length === 0) return { question, lookup };
  const text = people.reduceRight(
    (rest, { start, end }, n) => `${rest.slice(0, start)} ${standIn(n)} ${rest.slice(end)}`,
    question,
  );
  const nameOf = new Map(people.map(({ name }, n) => [standIn(n).toLowerCase(), name]));
  const find: Lookup['people']['find'] = (words, of) => {
    const found: FoundName[] = words.flatMap((word, from) => {
      const name = nameOf.get(`${word.plain} ${words[from + 1]?.plain ?? ''}`);
      return name === undefined ? [] : [{ ids: [name], from, to: from + 2, typos: 0 }];
    });
    const taken = new Set(found.flatMap(({ from }) => [from, from + 1]));
    return [...found, ...lookup.people.find(words, (at) => (taken.has(at) ? 'taken' : of(at)))].sort(
      (a, b) => a.from - b.from,
    );
  };
  return { question: text, lookup: { ...lookup, people: { find } } };
}
