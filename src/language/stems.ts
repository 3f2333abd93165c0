import { StemmerNl } from '@nlpjs/lang-nl';
import { strongStem } from './strong-verbs.ts';

/** The prefixes of separable verbs: "uit" of "uitgeven", which becomes "geeft … uit". */
export const separable = [
  'aan',
  'achter',
  'af',
  'bekend',
  'bij',
  'bloot',
  'dicht',
  'door',
  'goed',
  'in',
  'kwijt',
  'mee',
  'na',
  'om',
  'open',
  'op',
  'over',
  'los',
  'samen',
  'stil',
  'terug',
  'toe',
  'uit',
  'vast',
  'voor',
  'vrij',
  'waar',
  'weg',
];

const snowball = new StemmerNl();
function snowballStem(word: string): string {
  snowball.setCurrent(word);
  snowball.innerStem();
  return snowball.getCurrent();
}

const SHORTEST = 3;

/** Nouns and forms of verbs that Snowball does not lead back to their infinitive. */
const infinitives: readonly [RegExp, string][] = [
  // "Validatie", "inspectie".
  [/ctie(?:s?)$/, 'cteren'],
  [/atie(?:s?)$/, 'eren'],
  // "Gunning": Snowball leaves the ending of a short word.
  [/(?<=.{3})ing(?:en)?$/, 'en'],
  // "Ondertekend", "vernietigd".
  [/((?:ek|eg|op|oef)en)[dt]e?$/, '$1en'],
  [/ig[dt]e?$/, 'igen'],
  // "Subsidies", but not "advies".
  [/(?<!v|verl|k)ies$/, 'ie'],
  [/(?<=[^aeiou][aou])s$/, ''],
];

const infinitiveOf = (word: string) =>
  infinitives.reduce((form, [ending, verb]) => (form === word ? word.replace(ending, verb) : form), word);

/** Without the ending of a finite verb, which Snowball leaves: "verleent", "vastgesteld". */
function withoutPerson(stem: string): string {
  const shorter = stem.replace(/(?:dt|t|d)$/, '');
  return shorter.length < SHORTEST ? stem : shorter;
}

const withGe = new RegExp(`^(${separable.join('|')})?ge(.+)$`);
/** Strong verbs of which the participle has the vowel of the infinitive: "gehouden". */
const sameVowel =
  /^(?:houden|lezen|geven|laten|lopen|vallen|vangen|slapen|roepen|varen|graven|scheiden|stoten|treden|meten|wassen|heten|weten)$/;

/** What stands behind "ge" in words that only look like a participle: "geeft", "gebied". */
const noVerb = /^(?:ef|et|bied|luid|weld|recht|wicht)/;

/** "Inschreven" of "ingeschreven"; other words with "ge" in them stay as they are. */
function withoutGe(word: string): string {
  const [, prefix = '', rest = ''] = withGe.exec(word) ?? [];
  if (rest.length < SHORTEST || noVerb.test(rest)) return word;
  const isWeak = /[dt]$/.test(rest);
  const isStrong = strongStem(prefix + rest) !== undefined || sameVowel.test(rest);
  return isWeak || isStrong ? prefix + rest : word;
}

/** As Dutch writes a stem before an ending: one vowel, one consonant, v and z. */
const written = (stem: string) =>
  stem
    .replace(/([aeou])\1/g, '$1')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');

/**
 * What is left of a plain Dutch word (lower case, no diacritics) without its inflection, enough to tell that
 * "bezwaren" is "bezwaar" and that "verleend" and "verlening" are "verlenen". Snowball's stemmer for Dutch does nouns and
 * infinitives; participles, finite and strong verbs are led back to those first. Only for comparing with another one.
 */
export function stemOf(word: string): string {
  const plain = withoutGe(word);
  const stem = withoutPerson(strongStem(plain) ?? snowballStem(infinitiveOf(plain)));
  // Snowball takes the s of "plaats" away, and not that of "plaatsen".
  return written(withoutPerson(stem.replace(/(?<=[^aeiouj])s$/, '')));
}

const particles = new Set(separable);
/** Small words that are a part of a split verb only where no place or thing follows: "voert … in", but "in Noord". */
const prepositions = new Set(['in', 'aan', 'bij', 'na', 'op', 'af', 'over', 'door', 'uit', 'om', 'voor']);
/** What may follow such a part: the end of the clause, or the next preposition. */
const goesOn = new Set(
  'aan in op bij voor van vanaf per sinds te ten ter tot naar en of om met als dat die wie wanneer vandaag morgen gisteren nu binnen namens tegen door over bij onder'.split(
    ' ',
  ),
);

/** True where a word may be the part of a split verb: "toe" of "wijst marktplaatsen toe". */
export function isParticle(words: readonly string[], position: number): boolean {
  const [word = '', next] = [words[position], words[position + 1]];
  return particles.has(word) && (!prepositions.has(word) || next === undefined || goesOn.has(next));
}

/** The prefix and the stem of the rest, for a verb that may be split ("afhandelen": "handelt … af"). */
export function splitVerb(word: string): { prefix: string; stem: string } | undefined {
  const prefix = separable.find((part) => word.startsWith(part) && word.length - part.length > SHORTEST);
  return prefix ? { prefix, stem: stemOf(word.slice(prefix.length)) } : undefined;
}
