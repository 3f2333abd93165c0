const separable = [
  ...['aan', 'af', 'bij', 'door', 'goed', 'in', 'mee', 'na', 'om', 'op', 'over'],
  ...['samen', 'terug', 'toe', 'uit', 'vast', 'voor', 'weg'],
];

/** Endings of verbs, plurals and nouns of action, the longest first. */
const ending = /(ingen|ing|eerde|eerden|eert|den|ten|en|de|te|d|t|e|s)$/;
const SHORTEST = 3;

function bare(word: string): string {
  let stem = word;
  // "subsidies" loses its s and then its e.
  for (let round = 0; round < 2; round += 1) {
    const shorter = stem.replace(ending, (found) => (found.startsWith('eer') ? 'eer' : ''));
    if (shorter.length < SHORTEST) break;
    stem = shorter;
  }
  return stem
    .replace(/([aeou])\1/g, '$1')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}

/**
 * What is left of a plain Dutch word (lower case, no diacritics) without its inflection, enough to tell that
 * "bezwaren" is "bezwaar" and "verleend" is "verlenen". No linguistic stem: only for comparing with another one.
 */
export function stemOf(word: string): string {
  const prefix = separable.find((part) => word.startsWith(`${part}ge`)) ?? '';
  const participle = word.slice(prefix.length).match(/^ge(.{3,}(?:d|t|en))$/);
  return prefix + bare(participle?.[1] ?? word.slice(prefix.length));
}

/** The prefix and the stem of the rest, for a verb that may be split ("afhandelen": "handelt … af"). */
export function splitVerb(word: string): { prefix: string; stem: string } | undefined {
  const prefix = separable.find((part) => word.startsWith(part) && word.length - part.length > SHORTEST);
  return prefix ? { prefix, stem: stemOf(word.slice(prefix.length)) } : undefined;
}
