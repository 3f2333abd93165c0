import { nameKey, plainText, type Word, wordsOf } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { registrationWords } from '../../vocabulary/registrations.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { activitiesSaid } from './activities-said.ts';
import { aboutMandates } from './kinds.ts';
import { leave } from './off-topic.ts';
import { LONGEST_QUESTION } from './question-text.ts';
import { spokenWords } from './spoken-words.ts';

/** Words that ask who may do something, or whether somebody may. */
const asks =
  /\b(wie|who|whom|welke (?:functie|functionaris|medewerker|collega|persoon|afdeling|ambtenaar)|mag|mogen|mocht|may|(?:ben|is|zijn) (?:\w+ ){1,3}(?:bevoegd|gemachtigd|gemandateerd))\b/;

/** Things that a municipality decides on: nobody asks who may do something with these in small talk. */
const decided =
  /\b\w*(?:vergunning(?:en)?|subsidies?|subsidieaanvra\w+|ontheffing(?:en)?|vrijstelling(?:en)?|beschikking(?:en)?|bezwaar|bezwaren|bezwaarschrift(?:en)?|dwangsom(?:men)?|boetes?|huwelijk(?:en)?|contract(?:en)?|overeenkomst(?:en)?|bestuursdwang|bestemmingsplan(?:nen)?|omgevingsplan(?:nen)?|verordening(?:en)?|verkeersbesluit(?:en)?|kwijtschelding(?:en)?|woo verzoek(?:en)?|permits?|subsidy|grants?|exemptions?)\b/;

/** Verbs of deciding. Beside words that ask who has a right they tell enough, as the name of a place does. */
const deciding =
  /\b(verlenen|toekennen|toe te kennen|weigeren|intrekken|opleggen|beslissen|besluiten|ondertekenen|beschikken|verstrekken|decide)\b/;
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
  if (decided.test(plain)) return true;
  const telling = words.map((word) => word.plain);
  return (
    person.test(plain) &&
    right.test(plain) &&
    (deciding.test(plain) ||
      namesArea(text, lookup) ||
      activitiesSaid(
        spokenWords(telling, (at) => !stopWords.has(telling[at] ?? '')),
        lookup,
      ).length > 0)
  );
}

const namesArea = (text: string, lookup: Lookup): boolean =>
  lookup.areas.find(wordsOf(text), () => 'free').some(({ typos }) => typos === 0);
