import { spelling } from '../language/words.ts';

/** What stands before many a family name (Dutch names): who shares it with somebody is not the same person for that. */
const prefixes = new Set(['van', 'von', 'den', 'der', 'ten', 'ter', 'het', 'del', 'dos', 'della']);

/** Whether two names have a word in common, as of somebody who married: initials, prefixes and short words aside. */
export function shareName(one: string, other: string): boolean {
  const wordsOf = (name: string) =>
    spelling(name)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2 && !prefixes.has(word));
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}
