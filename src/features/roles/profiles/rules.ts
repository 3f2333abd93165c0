import type { NameFinder } from '../../../language/colleagues.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { LONGEST_PART, linesOf, MOST_LINES } from './profile.ts';

/** At most so many names are mentioned at once. Whoever takes them out hears of the next ones. */
const MOST_NAMES = 5;

/**
 * What is wrong with the text of a part, in Dutch. `title`: how the part is called. Names are looked for in a text of a normal
 * length only: a profile is about a role, and everybody reads it. A word that stood there already (`before`) is no name: somebody
 * may be called as the work is.
 */
export function textProblems(
  text: string,
  title: string,
  { namesIn }: Pick<NameFinder, 'namesIn'>,
  before = '',
): string[] {
  const tooLong = lengthProblems({ text }, [['text', title, LONGEST_PART]]);
  if (tooLong.length > 0) return tooLong;
  const lines = linesOf(text);
  if (lines.length === 0) return [`${title}: schrijf minstens één regel.`];
  if (lines.length > MOST_LINES)
    return [`${title}: hooguit ${MOST_LINES} regels. Het zijn er ${lines.length}.`];
  const there = new Set(namesIn(before).map((name) => name.toLowerCase()));
  return namesIn(text)
    .filter((name) => !there.has(name.toLowerCase()))
    .slice(0, MOST_NAMES)
    .map((name) => `${title}: haal de naam ${name} weg. Een profiel gaat over een rol.`);
}
