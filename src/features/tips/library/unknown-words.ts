import { misspelled, suggestionFor } from '../../../language/spelling.ts';
import type { Tip } from '../content/types.ts';

/** A word in a tip that no dictionary has, and what may be meant; `line` is its line in a file. */
export interface UnknownWord {
  id: string;
  line?: number;
  word: string;
  meant?: string;
}

/** Looking for what may be meant takes a while: of very many words it is done for the first. */
const MOST_SUGGESTIONS = 50;

/** The words of names such as "Gemeente Kralingse-Veer", whole and in their parts. */
function wordsIn(names: readonly string[]): ReadonlySet<string> {
  const words = names.flatMap((name) => name.toLowerCase().match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? []);
  return new Set(words.flatMap((word) => [word, ...word.split(/['’-]/)]));
}

/** Words in tips that are not known, in order. `names`: what this municipality calls its places, functions, teams. */
export function unknownWords(
  tips: readonly { tip: Pick<Tip, 'id' | 'act' | 'why'>; line?: number }[],
  names: readonly string[],
): UnknownWord[] {
  const known = wordsIn(names);
  const isName = (word: string) => known.has(word.toLowerCase());
  return tips
    .flatMap(({ tip: { id, act, why }, line }) =>
      misspelled(`${act}\n${why}`, isName).map((word): UnknownWord => ({ id, line, word })),
    )
    .map((found, n) => (n < MOST_SUGGESTIONS ? { ...found, meant: suggestionFor(found.word) } : found));
}

/** 'regel 4, eigen-1: ik ken "werkdurk" niet. Bedoel je "werkdruk"?' */
export const unknownInWords = ({ id, line, word, meant }: UnknownWord): string =>
  `${line === undefined ? '' : `regel ${line}, `}${id}: ik ken “${word}” niet.${meant ? ` Bedoel je “${meant}”?` : ''}`;
