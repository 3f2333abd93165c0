import { stemOf } from '../../../../language/stems.ts';
import { nameKey, plainText, type Word, wordsOf } from '../../../../language/words.ts';
import { halvesOf } from '../../register/activity-index.ts';
import type { Lookup } from '../../register/lookup.ts';
import { isCarrier, isDoing, isGranted, isUndone } from '../../vocabulary/ordinary-words.ts';
import { registrationWords } from '../../vocabulary/registrations.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { activitiesSaid } from './activities-said.ts';
import { aboutMandates } from './kinds.ts';
import { LONGEST_QUESTION } from './question-text.ts';
import { spokenWords } from './spoken-words.ts';

/** Words that ask who may do something, or whether somebody may. */
const asks =
  /\b(wie|who|whom|welke (?:functie|functionaris|medewerker|collega|persoon|afdeling|ambtenaar)|mag|mogen|mocht|may|(?:ben|is|zijn) (?:\w+ ){1,3}(?:bevoegd|gemachtigd|gemandateerd))\b/;

/** What a municipality gives or imposes by deciding so, and no verb. */
const isThing = (stem: string) => isGranted(stem) && !isCarrier(stem);

/** True for such a thing, also in a compound: "bouwvergunning", "subsidieaanvraag". */
const isDecided = (word: string) =>
  isThing(stemOf(word)) || halvesOf(word).some(({ first, second }) => [...first, second].some(isThing));

/** True for a verb of deciding. Beside words that ask who has a right it tells enough, as the name of a place does. */
function isDeciding(word: string): boolean {
  const stem = stemOf(word);
  return !stopWords.has(word) && (isCarrier(stem) || isUndone(stem) || isDoing(stem));
}

/** Words of leave: whoever asks about that asks about their own. */
const leave = /\b(verlof|vakantie\w*|vrij|vrije|ziekteverlof|leave|holiday)\b/;

const person = /\b(wie|who|whom|welke)\b/;
const right = /\b(mag|mogen|bevoegd|gemachtigd|gemandateerd|may|allowed|authori[sz]ed)\b/;

/** Asks whether the asker may sign: "can i sign an order". */
const signing =
  /\b(?:mag|mogen|kan|kunnen|can|may) (?:ik|wij|we|i)\b.*\b(?:tekenen|ondertekenen|sign|orders?)\b/;
/** Asks what a group may, while the register knows people only. */
const ofGroup = /^(?:en )?(?:wat|what) (?:mag|mogen|may|can)\b.*\b(?:team|afdeling|collega s|department)\b/;
const LONGEST_BARE = 4;

/** A few words that name the register or a registration and, beside places, nothing else: "mandaat", "bag noord". */
function isBare(words: readonly Word[], lookup: Lookup): boolean {
  if (words.length === 0 || words.length > LONGEST_BARE) return false;
  const names = [
    ...lookup.ownRegistrations,
    ...registrationWords.map(({ registration: name }) => ({ name })),
  ];
  const known = new Set(names.map(({ name }) => nameKey(name)));
  const isSubject = ({ plain }: Word) => aboutMandates.test(plain) || known.has(plain);
  const places = lookup.areas.find(words, () => 'free');
  const isPlace = (at: number) => places.some(({ from, to }) => from <= at && at < to);
  return (
    words.some(isSubject) &&
    words.every((word, at) => isSubject(word) || isPlace(at) || stopWords.has(word.plain))
  );
}

/** Somebody's own affairs, and what people apply for. */
const personal = /\b(mijn|onze|my|our|aanvragen|aangevraagd|indienen|krijgen|krijg)\b/;

/**
 * True for text that clearly asks who may decide on something, though it names no activity that Kompas knows ("wie
 * geeft een bouwvergunning in Noord?"), and for text that only names the register. False for small talk and for
 * somebody's own affairs.
 */
export function asksUnknownActivity(typed: string, lookup: Lookup): boolean {
  const text = typed.slice(0, LONGEST_QUESTION);
  const plain = plainText(text).replace(/[^a-z0-9]+/g, ' ');
  const words = wordsOf(text);
  if (isBare(words, lookup) || signing.test(plain) || ofGroup.test(plain)) return true;
  if (!asks.test(plain)) return false;
  if (aboutMandates.test(plain)) return true;
  if (leave.test(plain) || personal.test(plain)) return false;
  const telling = words.map((word) => word.plain);
  if (telling.some(isDecided)) return true;
  return (
    person.test(plain) &&
    right.test(plain) &&
    (telling.some(isDeciding) ||
      namesArea(text, lookup) ||
      activitiesSaid(
        spokenWords(telling, (at) => !stopWords.has(telling[at] ?? '')),
        lookup,
      ).length > 0)
  );
}

const namesArea = (text: string, lookup: Lookup): boolean =>
  lookup.areas.find(wordsOf(text), () => 'free').some(({ typos }) => typos === 0);
