import { endsInT } from './ending-in-t.ts';
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

const SHORTEST = 3;
/** No Dutch word is longer (letters); what is, has no stem, since looking for one takes longer and longer. */
export const LONGEST_WORD = 50;

/** Nouns of which the verb is compared: "validatie", "inspectie", "gunning", but no things that are called so. */
const infinitives: readonly [RegExp, string][] = [
  [/ctie(?:s?)$/, 'cteren'],
  [/atie(?:s?)$/, 'eren'],
  [/(?<=.{3})(?<!\bram)ing(?:en)?$/, 'en'],
  [/heden$/, 'heid'],
  [/kinderen$/, 'kind'],
];

const infinitiveOf = (word: string) =>
  infinitives.reduce((form, [ending, verb]) => (form === word ? word.replace(ending, verb) : form), word);

/** The s of a plural: "subsidies", "adviseurs", "clubs", but not that of "plaats", "advies" or "adres". */
const plural =
  /(?<=.{2}[aeiouy].*(?:e[lmn]|[ae]r|eur|oor)|[aeiouy].*(?:[^aeiou](?:o|[dt]e)|[dmnti]a|je)|[bmp]|nt|(?<!v|verl|k)ie)s$/;

/** Words with a short vowel that is long in the plural, where Dutch does not write so: "wegen", "besteden" has none. */
const shortened: readonly [RegExp, string][] = [
  [/(?<!ver|uit|op)dagen$/, 'dag'],
  [/(?<!overl|gel|verl)leden$|(?<=^|s)leden$/, 'lid'],
  [/verloven$/, 'verlof'],
  [/schepen$/, 'schip'],
  [/sloten$/, 'slot'],
  [/(?<!be)steden$/, 'stad'],
  [/(?<=bed|verd)ragen$/, 'rag'],
  [/kansspelen$/, 'kansspel'],
  [/gebreken$/, 'gebrek'],
  [/(?<=^|[^aeo])(gat|vat|dak|dal|glas|blad|bad|pad|god|hof|hol)en$/, '$1'],
];

const withGe = new RegExp(`^(${separable.join('|')})?ge(.+)$`);
/** Strong verbs of which the participle has the vowel of the infinitive: "gehouden". */
const sameVowel =
  /^(?:houden|lezen|geven|laten|lopen|vallen|vangen|slapen|roepen|varen|graven|scheiden|stoten|treden|meten|wassen|heten|weten)$/;

/** What stands behind "ge" in words that only look like a participle: "geeft", "gebied". */
const noVerb = /^(?:ef|et|bied|luid|weld|recht|wicht|bed|bod|bit|zond|reed)/;

/** "Inschreven" of "ingeschreven"; undefined for other words, also with "ge" in them. */
function participle(word: string): string | undefined {
  const [, prefix = '', rest = ''] = withGe.exec(word) ?? [];
  if (rest.length < SHORTEST || noVerb.test(rest)) return undefined;
  const isWeak = /[dt]$|(?:eer|el|er|ig)de$/.test(rest);
  const isStrong = strongStem(prefix + rest, true) !== undefined || sameVowel.test(rest);
  return isWeak || isStrong ? prefix + rest : undefined;
}

/** The prefixes of a verb, of which the t behind a consonant is that of a person or a participle. */
const verbal = new RegExp(`^(?:be|ver|her|ont|onder|er|mis|vol|${separable.join('|')})+(?=.{3})`);
/** Verbs of more than one syllable: "levert", "handelt", "vestigt", "ondertekend", "handhaaft". */
const derived = /(?:[aeiouy].*(?:e[elr]*[lr]|ig|(?:aa|ee|oo|oe|ie|ij|ui)[fgkp])|(?:ek|eg|op|oef)en)[dt]$/;
const oneSyllable = /^[^aeiouy]*(?:[aeiouy]|aa|ee|oo|uu|ie|oe|ui|eu|ou|au|ij|ei)[^aeiouy]+$/;

/**
 * Without the ending of a finite verb or a participle, in words that may be one: "verleent", "vastgesteld", "kapt", but not
 * "ruimte". `typed` is the word with all its endings.
 */
function withoutPerson(word: string, typed: string, isParticiple: boolean): string {
  const form = word
    .replace(/dt$/, 'd')
    .replace(/tt$/, 't')
    .replace(/(?<=aa|oe|oo)it$/, 'i');
  if (!/[^aeiou][td]$/.test(form) || form.length <= SHORTEST - 1) return form;
  const rest = form.replace(verbal, '');
  if (endsInT(rest)) return form;
  const isVerb =
    isParticiple || rest !== form || derived.test(form) || (oneSyllable.test(form) && /t$/.test(typed));
  return isVerb ? form.slice(0, -1) : form;
}

/** As Dutch writes a stem that stands alone: a long vowel twice, one consonant, f and s. */
const alone = (stem: string) =>
  stem
    .replace(/(?<![aeiouy])([aeou])([bcdfgklmnprstvz])$/, '$1$1$2')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');

/** Without the ending of a plural, an infinitive or an adjective: "bomen" is "boom" and "bommen" is "bom". */
function withoutEnding(word: string): string {
  const stem = word.replace(/(?<=[aeiouy].*)(?:(?<=i)en|(?<![aeiou])en|(?<![aeiou])e)$/, '');
  return stem === word ? word : alone(stem);
}

/** Without stress Dutch writes "e" and "o" once, and doubles no consonant: "lever" and "leveren", "sector" and "sectoren". */
const unstressed = (stem: string) =>
  stem.replace(/(?<=[aeiouy].*)(?:e(e)([lmnr])|o(o)(r))$/, (_all, e, afterE, _o, afterO) =>
    e ? `e${afterE}` : `o${afterO}`,
  );

/** A stem as it is compared. */
const finished = (stem: string) =>
  unstressed(
    stem
      .replace(/([^aeiou])\1$/, '$1')
      .replace(/v$/, 'f')
      .replace(/z$/, 's'),
  );

/**
 * What is left of a plain Dutch word (lower case, no diacritics) without its inflection, enough to tell that
 * "bezwaren" is "bezwaar" and that "verleend" and "verlening" are "verlenen", and that "bommen" are no "bomen". Only for
 * comparing with another one.
 */
export function stemOf(word: string): string {
  if (word.length > LONGEST_WORD) return word;
  const done = participle(word);
  const plain = done ?? word;
  const strong = strongStem(plain, done !== undefined);
  if (strong !== undefined) return finished(strong);
  const single = infinitiveOf(plain).replace(plural, '');
  for (const [many, one] of shortened) if (many.test(single)) return finished(single.replace(many, one));
  const mayBeFinite = !/en$/.test(single) || /(?:eerd|eend|igd)en$/.test(single);
  const stem = withoutEnding(single);
  return finished(mayBeFinite ? withoutPerson(stem, single, done !== undefined) : stem);
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
