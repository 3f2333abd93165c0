import { wordsOf } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';

const clause =
  /[,\s]+(?:als|zolang|wanneer|terwijl|if|when|while)\s+([^,?]{2,60}?)\s+(?:(?:er\s+)?niet\s+(?:er\s+)?is|(?:afwezig|ziek|weg|vrij|(?:op|met)\s+(?:vakantie|verlof))\s+is|is\s+(?:er\s+niet|afwezig|ziek|weg|away|absent|ill|sick|on\s+leave))\b/iu;
const startsWithMay = /^\s*(?:en\s+)?(?:mag|mogen|kan|is|may|can)\b/i;

/**
 * The condition in "mag Driss BAG valideren als Eefje er niet is": who is away, and the question without it, of the
 * same length. Undefined when there is none, or when it does not name one person of the register.
 */
export function absenceIn(text: string, lookup: Lookup): { person: string; text: string } | undefined {
  const found = startsWithMay.test(text) ? clause.exec(text) : null;
  if (!found) return undefined;
  const words = wordsOf(found[1] ?? '');
  const [name, ...others] = lookup.people.find(words, () => 'free');
  const [person, ...more] = name?.ids ?? [];
  const isWhole = name !== undefined && name.from === 0 && name.to === words.length && name.typos === 0;
  if (!isWhole || person === undefined || others.length + more.length > 0) return undefined;
  const rest =
    text.slice(0, found.index) + ' '.repeat(found[0].length) + text.slice(found.index + found[0].length);
  // Whoever is away cannot also be the one who is asked about.
  const isAsked = lookup.people.find(wordsOf(rest), () => 'free').some(({ ids }) => ids.includes(person));
  return isAsked ? undefined : { person, text: rest };
}
