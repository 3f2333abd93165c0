import { distance } from 'fastest-levenshtein';
import { normalise } from '../language/normalise.ts';
import type { Feature, Phrase } from './turn.ts';

/** What somebody seems to ask. */
export interface Match {
  feature: string;
  phrase: Phrase;
  /** What was typed behind the phrase, as typed. */
  rest: string;
}

interface Wording {
  feature: string;
  phrase: Phrase;
  words: string[];
}

function wordingsOf(features: readonly Feature[]): Wording[] {
  return features.flatMap(({ name, phrases }) =>
    phrases.flatMap((phrase) =>
      [phrase.say, ...(phrase.also ?? [])].map((say) => ({
        feature: name,
        phrase,
        words: normalise(say).split(' '),
      })),
    ),
  );
}

/** What is left of the typed text behind as many words as the wording has. */
function restBehind(typed: string, count: number): string {
  const words = [...typed.matchAll(/[\p{L}\p{N}]+/gu)];
  const next = words[count];
  return next ? typed.slice(next.index).trim() : '';
}

/** Finds phrases in typed Dutch and the ones nearest to what was not understood. */
export function createMatcher(features: readonly Feature[]) {
  const wordings = wordingsOf(features);
  return {
    /** The phrase that was typed, the longest first; undefined when it is none. */
    find(asTyped: string): Match | undefined {
      // A letter and its accent as one character, so that words are counted as `normalise` counts them.
      const text = asTyped.normalize('NFC');
      const typed = normalise(text).split(' ');
      const fitting = wordings.filter(
        ({ words, phrase }) =>
          words.every((word, index) => typed[index] === word) &&
          (phrase.takesRest || words.length === typed.length),
      );
      const best = fitting.sort((a, b) => b.words.length - a.words.length)[0];
      if (!best) return undefined;
      return {
        feature: best.feature,
        phrase: best.phrase,
        rest: restBehind(stripped(text), best.words.length),
      };
    },
    /** The phrases whose wording looks most like the text, nearest first, at most `count`. */
    nearest(text: string, count: number): Phrase[] {
      const typed = normalise(text).slice(0, 80);
      const scored = wordings.map(({ phrase, words }) => {
        const wording = words.join(' ');
        const shared = words.filter((word) => word.length > 2 && typed.split(' ').includes(word)).length;
        return { phrase, score: distance(typed, wording) / Math.max(typed.length, wording.length) - shared };
      });
      const ordered = scored.sort((a, b) => a.score - b.score).map(({ phrase }) => phrase);
      return [...new Set(ordered)].slice(0, count);
    },
  };
}

/** Greetings and politeness count as words in the typed text but not in the wording. */
function stripped(text: string): string {
  const known = normalise(text).split(' ');
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const first = words.findIndex(([word]) => normalise(word) === known[0]);
  return first > 0 ? text.slice(words[first]?.index ?? 0) : text;
}
