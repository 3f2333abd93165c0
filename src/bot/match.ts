import type { Feature, Phrase } from '../conversation/offer.ts';
import { normalise } from '../language/normalise.ts';
import { slipsBetween } from '../language/slips.ts';

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
  /** `normalise` left words of it out, such as a name or a greeting: what is left may stand in any sentence. */
  isCut: boolean;
}

function wordingsOf(features: readonly Feature[]): Wording[] {
  return features.flatMap(({ name, phrases }) =>
    phrases.flatMap((phrase) =>
      [phrase.say, ...(phrase.also ?? [])].map((say) => ({
        feature: name,
        phrase,
        words: normalise(say).split(' '),
        isCut: normalise(say).split(' ').length < say.split(' ').length,
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
  const byFirstWord = Map.groupBy(wordings, ({ words: [first] }) => first);
  return {
    /** The phrase that was typed, the longest first; undefined when it is none. */
    find(asTyped: string): Match | undefined {
      // A letter and its accent as one character, so that words are counted as `normalise` counts them.
      const text = asTyped.normalize('NFC');
      const typed = normalise(text).split(' ');
      const fitting = (byFirstWord.get(typed[0]) ?? []).filter(
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
    /**
     * The phrases that the text seems to mean, nearest first and at most `count`: typed with a slip, or said
     * in a longer sentence. None when nothing comes near. A phrase that stops or erases something has to be
     * nearly typed.
     */
    nearest(text: string, count: number): Phrase[] {
      const typed = normalise(text.slice(0, LONGEST_COMPARED)).split(' ');
      const near = wordings.flatMap((wording) => {
        const { phrase } = wording;
        const far = distanceTo(typed, wording);
        return far === undefined ? [] : [{ phrase, far }];
      });
      const ordered = near.sort((a, b) => a.far - b.far);
      // One letter off is what was meant: what lies further only looks like it.
      const nearest = ordered[0]?.far ?? 0;
      const meant = nearest <= 1 ? ordered.filter(({ far }) => far <= 1) : ordered;
      return [...new Set(meant.map(({ phrase }) => phrase))].slice(0, count);
    },
    /** The phrase that a sentence of somebody's own wishes for, of those that say so; undefined when it wishes for none. */
    wished(text: string): Match | undefined {
      const typed = normalise(text.slice(0, LONGEST_COMPARED));
      for (const { name, phrases } of features) {
        const phrase = phrases.find(({ wished }) => wished?.test(typed));
        if (phrase) return { feature: name, phrase, rest: '' };
      }
      return undefined;
    },
    /** The phrase with exactly this wording in the help. */
    said: (say: string): Phrase | undefined => wordings.find(({ phrase }) => phrase.say === say)?.phrase,
  };
}

/** Slips are looked for in the first so many characters of a text. No command is longer. */
const LONGEST_COMPARED = 160;
/** A wording that is shorter than this may stand in a sentence by chance. */
const SHORTEST_SAID = 5;
const MOST_SLIPS = 3;
const MOST_CAREFUL_SLIPS = 2;

/**
 * How far a wording is from what was typed: the number of slips, or more when it is only a part of the
 * sentence. Undefined when it is too far off.
 */
function distanceTo(typed: readonly string[], { words, phrase, isCut }: Wording): number | undefined {
  const wording = words.join(' ');
  const most = wording.length < 5 ? 1 : wording.length < 9 ? 2 : MOST_SLIPS;
  const whole = phrase.takesRest ? typed.slice(0, words.length) : typed;
  const slips = slipsBetween(whole.join(' '), wording);
  if (slips <= (phrase.careful ? Math.min(most, MOST_CAREFUL_SLIPS) : most)) return slips;
  const said =
    !phrase.careful &&
    !isCut &&
    wording.length >= SHORTEST_SAID &&
    ` ${typed.join(' ')} `.includes(` ${wording} `);
  return said ? MOST_SLIPS + 1 / wording.length : undefined;
}

/** Greetings and politeness count as words in the typed text but not in the wording. */
function stripped(text: string): string {
  const known = normalise(text).split(' ');
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const first = words.findIndex(([word]) => normalise(word) === known[0]);
  return first > 0 ? text.slice(words[first]?.index ?? 0) : text;
}
