import { plainText } from './words.ts';

/** Typed text is read up to here (characters): nobody's command is longer. */
const LONGEST = 2_000;

/**
 * The part of a text that is read, so that reading it takes bounded time: 2,000 characters at most, and fewer where signs
 * are compared as many letters, as ﷺ is as eighteen. No character is cut in half.
 */
export function readable(text: string): string {
  const short = text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
  if (plainText(short).length <= LONGEST) return short;
  let [end, letters] = [0, 0];
  for (const character of short) {
    letters += plainText(character).length;
    if (letters > LONGEST) break;
    end += character.length;
  }
  return short.slice(0, end);
}
