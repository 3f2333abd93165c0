import type { Direction, FoundMoment, VagueMoment } from '../../../../../language/found-moment.ts';
import { findMoment } from '../../../../../language/moments.ts';
import { type Claim, type ClaimOf, positionsWithin, withoutClaimed } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';
import { isInQuestion, sentencesOf } from '../sentences.ts';

const past =
  /\b(mocht|mochten|kon|konden|was|waren|had|hadden|werd|werden|gold|deed|deden|did|could|were|\w{3,}(eerde|erkte|eurde|ekende|eerden|erkten))\b/;
/** "Wie verleende", "wie gaf": no present has such an end behind "wie". */
const pastVerb =
  /\bwie(?: er)? (?!beide\b|mede\b)(?:[a-z]{3,}(?:de|te)|gaf|nam|liet|deed|sloot|wees|schreef|besloot|ging|hield|legde)\b|\bwho (?!need)[a-z]{3,}ed\b/;
/** "Heeft … gevalideerd": done, and no right that somebody still has. */
const perfect =
  /\b(?:heb|hebt|heeft|hebben|has|have)\b.*\b(?:[a-z]{0,5}ge[a-z]*(?:eerd|kend|leend|keurd|legd|voerd|steld|werkt|maakt|huurd|regeld|tekend)|[a-z]{0,4}gegeven|genomen|gedaan|verwerkt|verleend|ondertekend|verstrekt|verklaard|behandeld|besloten|beslist|validated|approved|processed)\b/;
const right = /\b(?:gemandateerd|bevoegd\w*|te|to)\b/;
const future = /\b(vanaf|per|straks|volgend|volgende|na|from|until|tot|voor|zal|gaat|before)\b/;
/** Words for today that add no day of their own to another: "mag zij nu ook op 1 februari". */
const nowWords = /(?<!\b(?:en|of|and|or) )\b(?:nu|momenteel|now)\b(?! (?:en|of|and|or)\b)/giu;
/** More days than anybody asks about at once. */
const MOST_MOMENTS = 4;

/** Which way a day without a year points. */
function directionOf(plain: string): Direction {
  if (past.test(plain) || pastVerb.test(plain)) return 'past';
  if (perfect.test(plain) && !right.test(plain)) return 'past';
  return future.test(plain) ? 'future' : 'near';
}

const blanked = (text: string, { start, end }: { start: number; end: number }) =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/** The moments that the question speaks of, the surest first: those of other sentences only when it has none. */
export function recogniseMoment(
  { text, plain, words, today }: QuestionText,
  claims: readonly Claim[],
): ClaimOf<'moment'>[] {
  const moments: (FoundMoment | VagueMoment)[] = [];
  let left = withoutClaimed(text, words, claims);
  while (moments.length < MOST_MOMENTS) {
    const moment = findMoment(left, today, directionOf(plain));
    if (!moment) break;
    moments.push(moment);
    left = blanked(left, moment).replace(nowWords, (word) => ' '.repeat(word.length));
  }
  const sentences = sentencesOf(text);
  const asked = moments.filter(({ start, end }) => isInQuestion(Math.floor((start + end) / 2), sentences));
  return (asked.length > 0 ? asked : moments).map((moment) => ({
    kind: 'moment',
    moment,
    positions: positionsWithin(words, moment),
  }));
}
