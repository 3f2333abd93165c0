import { plainText, wordsOf } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';

const lead =
  '(?:^|[,\\s]+)(?:(?:als|zolang|wanneer|terwijl|indien|mocht|if|when|while)|stel(?:\\s+dat)?)\\s+';
const reason = '(?:afwezig|ziek|weg|vrij|away|absent|ill|sick|(?:op|met)\\s+(?:vakantie|verlof)|on\\s+leave)';
/** "Als Chantal er volgende week niet is". */
const onDay =
  '(?:(?:vandaag|morgen|overmorgen|dan|volgende|komende|deze|week|maand|\\p{L}+dag|tomorrow|next)\\s+){0,3}?';
const clause = new RegExp(
  `${lead}([^,?]{2,60}?)\\s+(?:(?:er\\s+)?${onDay}niet\\s+(?:er\\s+)?is|${reason}\\s+(?:is|wordt|gaat)|is\\s+(?:er\\s+niet|${reason})|(?:vakantie|verlof|vrij)\\s+heeft|niet\\s+(?:werkt|kan|komt)|uitvalt)\\b`,
  'iu',
);
const noun =
  /(?:^|[,\s]+)(?:bij|tijdens|in|gedurende)\s+(?:de\s+|het\s+)?(?:afwezigheid|vakantie|ziekte|verlof)\s+van\s+([^,?]{2,60}?)(?=\s*(?:[,?.!]|$))/iu;
/** Whoever asks is away: "als ik er morgen niet ben", "tijdens mijn vakantie". */
const ofAsker = new RegExp(
  `${lead}(?:ik|i)\\b[^,?.]{0,40}?\\b(?:niet\\s+(?:er\\s+)?(?:ben|werk|kan|kom)|${reason}\\s+(?:ben|word|ga|zit)|(?:vakantie|verlof|vrij)\\s+heb|uitval|ben\\s+(?:er\\s+(?:\\S+\\s+){0,2}niet|${reason})|am\\s+(?:not\\s+(?:there|in)|out|${reason}))\\b|(?:^|[,\\s]+)(?:bij|tijdens|in|gedurende|during)\\s+(?:mijn|my)\\s+(?:afwezigheid|vakantie|ziekte|verlof|holiday|leave|absence)\\b`,
  'iu',
);
const day =
  /^(?:vandaag|morgen|overmorgen|volgende|komende|deze|week|maand|\p{L}+dag|\d+|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|tomorrow|next)$/u;
const asksWhat =
  /^\W*(?:(?:en|dan|and)\s+)?(?:mag|mogen|kan|is|may|can|wat|waar|waarvoor|waartoe|welke?|what|which)\b/;

/** Who is away in a question: somebody of the register, or whoever asks. */
export type Absence = { text: string } & ({ person: string } | { self: true });

/** A text with spaces in the place of a part of it; `kept` are the words of that part which stay. */
function without(text: string, { index, 0: part }: RegExpExecArray, kept?: RegExp): string {
  const left = part.replace(/\S+/gu, (word) =>
    kept?.test(plainText(word)) ? word : ' '.repeat(word.length),
  );
  return text.slice(0, index) + left + text.slice(index + part.length);
}

/**
 * The condition in "mag Driss BAG valideren als Eefje er niet is" or "wie vervangt mij als ik er niet ben": who is away, and the
 * question without it, of the same length. Undefined when there is none, or when it does not name one person of the register
 * in a question what somebody may: "wie valideert er als Eefje er niet is" asks who replaces her.
 */
export function absenceIn(text: string, lookup: Lookup): Absence | undefined {
  const own = ofAsker.exec(text);
  if (own) return { self: true, text: without(text, own, day) };
  const found = clause.exec(text) ?? noun.exec(text);
  if (!found) return undefined;
  const rest = without(text, found, day);
  if (!asksWhat.test(plainText(rest))) return undefined;
  const words = wordsOf(found[1] ?? '');
  const [name, ...others] = lookup.people.find(words, () => 'free');
  const [person, ...more] = name?.ids ?? [];
  const isWhole = name !== undefined && name.from === 0 && name.to === words.length && name.typos === 0;
  if (!isWhole || person === undefined || others.length + more.length > 0) return undefined;
  // Whoever is away cannot also be the one who is asked about.
  const isAsked = lookup.people.find(wordsOf(rest), () => 'free').some(({ ids }) => ids.includes(person));
  return isAsked ? undefined : { person, text: rest };
}
