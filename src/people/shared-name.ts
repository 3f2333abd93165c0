import { spelling } from '../language/words.ts';

/** What stands before many a family name (Dutch names): who shares it with somebody is not the same person for that. */
const prefixes = new Set(['van', 'von', 'den', 'der', 'ten', 'ter', 'het', 'del', 'dos', 'della']);

/**
 * Whether two names are of one person, as of somebody who married: they are the same, or have a word in common, initials, prefixes and short
 * words aside. Where one has short words alone, those count.
 */
export function shareName(one: string, other: string): boolean {
  if (spelling(one) === spelling(other)) return true;
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return others.some((word) => words.includes(word));
}

function wordsOf(name: string): string[] {
  const words = spelling(name)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => word.length > 2 && !prefixes.has(word));
  return telling.length > 0 ? telling : words.filter((word) => word.length > 1 && !prefixes.has(word));
}
