const separable = [
  'aan',
  'af',
  'bij',
  'door',
  'goed',
  'in',
  'mee',
  'na',
  'om',
  'op',
  'over',
  'samen',
  'terug',
  'toe',
  'uit',
  'vast',
  'voor',
  'weg',
];

/** Endings of verbs, plurals and nouns of action, the longest first. */
const ending = /(ingen|ing|den|ten|en|de|te|d|t|e|s)$/;
const SHORTEST = 3;

/** Past participles that no rule gives, by the stem of their verb. */
const irregular: Record<string, string> = {
  zocht: 'zoek',
  bracht: 'breng',
  dacht: 'denk',
  kocht: 'koop',
  sloten: 'sluit',
  nomen: 'neem',
  schreven: 'schrijf',
  daan: 'doe',
  gaven: 'geef',
};

function without(word: string, pattern: RegExp): string {
  const shorter = word.replace(pattern, '');
  return shorter.length < SHORTEST ? word : shorter;
}

function bare(word: string): string {
  const strange = Object.keys(irregular).find((form) => word.endsWith(form));
  // "Subsidies" loses its s and then its e.
  const stem = strange
    ? word.slice(0, -strange.length) + irregular[strange]
    : word.endsWith('es')
      ? without(without(word, /s$/), /e$/)
      : without(word, ending);
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
