import { plainText } from '../../../../language/words.ts';
import { asks } from './kinds.ts';

/** A sentence of a text: where it stands, and whether something is asked in it. */
export interface Sentence {
  start: number;
  end: number;
  asks: boolean;
}

/** The sentences of a text. An abbreviation or a number with a point ends none. */
export function sentencesOf(text: string): Sentence[] {
  const ends = [...text.matchAll(/(?:(?<!\b\p{L}{1,2})\.|[!?:;])(?=\s)|\n/gu)].map(({ index }) => index + 1);
  const bounds = [0, ...ends, text.length];
  return bounds.slice(1).map((end, n) => {
    const start = bounds[n] ?? 0;
    return { start, end, asks: asks.test(plainText(text.slice(start, end))) };
  });
}

/** True when something is asked in the sentence at a place in the text, or nowhere at all. */
export const isInQuestion = (place: number, sentences: readonly Sentence[]): boolean =>
  sentences.every((one) => !one.asks) ||
  sentences.some((one) => one.asks && one.start <= place && place < one.end);
