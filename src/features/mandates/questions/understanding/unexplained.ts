import { stemOf } from '../../../../language/stems.ts';
import type { Word } from '../../../../language/words.ts';
import { halvesOf } from '../../register/activity-index.ts';
import { ASSIGNMENT, isCommonName } from '../../vocabulary/activities.ts';
import type { ActivityTerms, Term } from '../../vocabulary/activity-terms.ts';
import { askingWords } from '../../vocabulary/asking-words.ts';
import {
  isDoing,
  isGiver,
  isGranted,
  isPlainObject,
  isPurchase,
  isUndone,
  isUsual,
} from '../../vocabulary/ordinary-words.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import type { QuestionKind } from './kinds.ts';
import { kindWords, turning } from './kinds.ts';
import { loneWords } from './lone.ts';
import { saysOthers } from './others.ts';
import { isDone } from './own-work.ts';
import { ends, termWords } from './terms.ts';

/** The longest part of a question that one of its kinds may be recognised by (characters): more has other words in it. */
const LONGEST_KIND = 24;

/** The positions of the words that only tell what kind of question it is: "vervangt", "tot welk bedrag". */
function asking(plain: string, words: readonly Word[]): ReadonlySet<number> {
  const parts = [...kindWords, ...[ends, termWords].map(({ source }) => new RegExp(source, 'g'))].flatMap(
    (kind) => [...plain.matchAll(kind)].filter(([part]) => part.length <= LONGEST_KIND),
  );
  return new Set(
    words.flatMap(({ start, end }, at) =>
      parts.some(({ index, 0: part }) => index < end && start < index + part.length) ? [at] : [],
    ),
  );
}

/** Why somebody is to be replaced. */
const away = /^(?:verlof|vakantie|ziek|ziekte\w*|afwezig\w*|vrij|weg|leave|holiday|sick|ill|absent|away)$/;

/** Words of standing in for somebody, beside those that make it such a question. */
const standsIn =
  /^(?:val|valt|vallen|inval|neem|neemt|nemen|over|overnemen|invallen|inspringen|spring|springt|anderen|ander|iemands|officieel|toevallig|hoe|vaak|taken|taak|dienst|werk|plaats|klopt|eens|keer|vaste|nieuwe|stand|standing|covering|cover|deputising|anyone|anybody|als|backup|back|up|word|allemaal)$/;

/** Words of asking for all of them. */
const listed = /^(?:andere?n?|overige|verdere|toon|laat|zien|bestaan|staan|hele|volledige)$/;

/** What somebody brings to whoever it is that they have to turn to, or wants of them. */
const brings = new Set(
  'hebben sturen opsturen doorsturen geven doorgeven indienen inleveren melden brengen benaderen helpt heen naartoe wezen handtekening akkoord paraaf'.split(
    ' ',
  ),
);

/** What people say of any decision. Other things ("stukken", "kaarten") may be another matter than that of an activity. */
const asksFor = new Set(
  'aanvraag aanvragen besluit besluiten dossier proces werk collega collegas nieuw nieuwe change changes'.split(
    ' ',
  ),
);

/** Parts of verbs that make them another verb. */
const loose = new Set(['uit', 'af', 'op', 'toe', 'mee', 'weg', 'terug', 'in', 'aan', 'door', 'over']);

/** What is asked, as far as it tells which words need no explanation. */
interface Explained {
  plain: string;
  words: readonly Word[];
  claimed: ReadonlySet<number>;
  kind: QuestionKind;
  /** It is asked what has no deputy. */
  lone: boolean;
  /** It is asked who may beside others. */
  others: boolean;
  /** Words of the names of people who were recognised by a part of their name. */
  nameParts: readonly string[];
  activity: string | undefined;
  /** The words of the activity, when it is one of the register's own. */
  terms: ActivityTerms | undefined;
}

/** True for an activity that is called after what is given ("standplaatsvergunning"), and that undoes nothing. */
function isGiving(activity: ActivityTerms | undefined): boolean {
  const terms = (activity?.groups ?? []).flatMap((group) => group.terms);
  const isThing = ({ plain, stem }: Term) =>
    isGranted(stem) || halvesOf(plain).some(({ second, right }) => right.length > 3 && isGranted(second));
  return terms.some(isThing) && !terms.some(({ stem }) => isUndone(stem));
}

/**
 * The positions of the words that nothing explains: not the register, a person, a place, a day or an amount, and not the
 * closed list of words with which people ask. A question with such a word is never answered as if it were not there.
 */
export function unexplained({
  plain,
  words,
  claimed,
  kind,
  lone,
  others,
  nameParts,
  activity,
  terms,
}: Explained): number[] {
  const asks = asking(plain, words);
  // Behind "regie" and "opdracht" verbs add nothing; of an activity of the register's own they may be the whole point.
  const isCommon = activity === undefined || isCommonName(activity);
  const gives = isCommon || isGiving(terms);
  const buys = activity === undefined || activity === ASSIGNMENT;
  const turns = turning.test(plain);
  const plains = words.map((one) => one.plain);
  // "Leent geld uit" is not "leent geld".
  const isLoose = (at: number) =>
    (kind === 'who' || kind === 'may') &&
    activity !== undefined &&
    loose.has(plains[at] ?? '') &&
    // At the end only: elsewhere it may lead to a place or begin a clause.
    plains[at + 1] === undefined &&
    !claimed.has(at) &&
    !asks.has(at) &&
    !plains.some((verb) => isGiver(stemOf(`${plains[at]}${verb}`))) &&
    !/\b(?:gaat|gaan|gaf|kom|komt|zit|ligt|loopt|lopen|moet|kan|hoort|het|er|daar|hier|waar|pakt|neemt)\b/.test(
      plain,
    );
  return words.flatMap(({ plain: word }, at) => {
    if (isLoose(at)) return [at];
    const isExplained =
      claimed.has(at) ||
      asks.has(at) ||
      stopWords.has(word) ||
      askingWords.has(word) ||
      nameParts.includes(word) ||
      /^\d+(?:e|de|ste|th|st|nd|rd)?$/.test(word) ||
      word.length < 2 ||
      (kind === 'deputy' && (away.test(word) || standsIn.test(word))) ||
      (kind === 'which' && (listed.test(word) || (word === 'meer' && plains[at - 1] === 'nog'))) ||
      (lone && loneWords.has(word)) ||
      (others && saysOthers(word)) ||
      (turns && brings.has(word)) ||
      (isPlainObject(word) && (isCommon || asksFor.has(word))) ||
      isDoing(stemOf(word)) ||
      (isPurchase(word) && buys) ||
      (gives && isGiver(stemOf(word))) ||
      (isCommon && isUsual(word) && !isPurchase(word)) ||
      // "De verwerkte mutaties", "wat hij invoerde": what it is about, and not what is asked.
      isDone(word);
    return isExplained ? [] : [at];
  });
}
