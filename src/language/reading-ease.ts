import createHyphenator from 'hyphen';
import patterns from 'hyphen/patterns/nl.js';

const SHY = '\u00ad';
/** Shorter words are hyphenated too ("al-le"), or every short word would count as one syllable. */
const SHORTEST = 2;
const hyphenate = createHyphenator(patterns);
/** Where a sentence ends: at its mark, before a space, a quote or the end. */
const END = /[.!?:;]+(?=\s|$|["”’)])/g;

/** The words of a text: letters, with hyphens and apostrophes inside, and numbers. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-'’/][\p{L}\p{N}]+)*/gu) ?? [];
}

function sentencesIn(text: string): number {
  return Math.max(1, (text.match(END) ?? []).length);
}

/** Syllables by the Dutch hyphenation patterns. */
function syllablesOf(word: string): number {
  return `${hyphenate(word, { minWordLength: SHORTEST })}`.split(SHY).length;
}

/**
 * Reading ease after Flesch and Douma (206.84 - 0.77 × syllables per 100 words - 0.93 × words per sentence), one
 * decimal. Plain language (B1) begins at about 60; higher is easier.
 */
export function readingEase(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const ease = 206.84 - 77 * (syllables / words.length) - 0.93 * (words.length / sentencesIn(text));
  return Math.round(ease * 10) / 10;
}

/** How many words the longest sentence of a text has; a line is a sentence too. */
export function longestSentence(text: string): number {
  return Math.max(...text.split('\n').flatMap((line) => line.split(END).map((part) => wordsOf(part).length)));
}
