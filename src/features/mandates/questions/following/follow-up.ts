import type { Temporal } from 'temporal-polyfill';
import { plainText, wordsOf } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { isCommonName } from '../../vocabulary/activities.ts';
import { isCapital } from '../understanding/capital.ts';
import { type Claim, claimsOf } from '../understanding/claims.ts';
import { guessedIn } from '../understanding/guessed.ts';
import { asksOtherwise, isAwayAlone, kindInWords } from '../understanding/kinds.ts';
import { type NamedPerson, withStandIns } from '../understanding/named-people.ts';
import { asksOthers } from '../understanding/others.ts';
import { asksPresence } from '../understanding/presence.ts';
import { type QuestionText, questionText } from '../understanding/question-text.ts';
import { type Reading, readingOf } from '../understanding/reading.ts';
import { recognised } from '../understanding/recognisers.ts';
import { isAboutEnding } from '../understanding/terms.ts';
import { unclearIn } from '../understanding/unclear.ts';
import { understand } from '../understanding/understand.ts';
import type { Understood } from '../understanding/understood.ts';
import { whatIsAsked } from '../understanding/what.ts';
import { whenIsAsked } from '../understanding/when.ts';
import { whereIsAsked } from '../understanding/where.ts';
import { whoIsAsked } from '../understanding/who.ts';
import { type Before, carriedOver } from './carried-over.ts';
import { kindOfFollowUp } from './kind-of.ts';
import { isMissingPart } from './missing-part.ts';
import { type Called, following } from './words.ts';

/** What is asked to be told beside the answer: on what it rests, or from when until when it holds. */
export type ToldBeside = 'why' | 'since';

/** A follow-up read as a whole question. */
export interface FollowUp {
  understood: Understood;
  beside?: ToldBeside;
  /** By which word whoever it is about was called. */
  called?: Called;
}

/** What is carried over is shown, but nobody reads a long text as a few words about something else. */
const MOST_WORDS = 14;
/** Without a word that goes on, only so many words are about something else: "BGT?", "in Zuid ook". */
const MOST_BARE_WORDS = 5;
/** Asks who has a registration in hand: a question of its own, though it names no activity. */
const inHand =
  /^\W*wie (?:doet|doen|regelt|beheert|behandelt|gaat over|weet|heeft|is er van)\b(?!.*\b(?:dan|ook|daar|dat|dit)\b)/;
/** Asks for all that there is, and not for more of what was asked before. */
const ofAll =
  /\b(?:zijn er|bestaan|staan er|hebben we|heeft de gemeente|alle mandaten|in het register|are there)\b/;

/**
 * Reads a text as going on about an earlier question ("mag Bert dat ook?", "en voor de BGT?"): what it does not say is taken
 * from there. Undefined when the text stands by itself, is about something else or has words in it that nothing explains. Pure;
 * `named` are people of whom it is known who they are.
 */
export function followUp(
  text: string,
  before: Before,
  lookup: Lookup,
  today: Temporal.PlainDate,
  named: readonly NamedPerson[] = [],
): FollowUp | undefined {
  const read = withStandIns(text, lookup, named);
  const asked = questionText(read.question, read.lookup, today);
  if (asked.words.length === 0 || asked.words.length > MOST_WORDS) return undefined;
  const claims = recognised(asked);
  const beside = besideIn(asked.plain);
  const alone = understand(text, lookup, today, named);
  if (
    !goesOn(asked, claims, beside, alone) &&
    (alone || before === nothingBefore || !isMissingPart(asked, claims, before.asked))
  )
    return undefined;
  const isWhileAway = following.asksMayWhileAway(asked.plain) && !asksOthers(asked.plain);
  const reading = readingOf(asked, claims, kindOfFollowUp(asked, claims, before.asked, beside !== undefined));
  if (!reading || hasMore(reading, beside)) return undefined;
  const found = whoIsAsked(reading, named);
  // "Mag ie dat": that is nobody's name.
  const isName = !following.namesPersonBefore(plainText(found.unknownPerson ?? ''));
  const who = isName ? found : { ...found, unknownPerson: undefined };
  const where = whereIsAsked(reading);
  const hasPronoun = namesBefore(asked, claims);
  // "Vervangt Bert haar?" names two, of whom nobody knows which one is asked about.
  const isPair = isWhileAway || who.absentAmong !== undefined;
  if (hasPronoun && who.people.length > 0 && !reading.own && reading.kind !== 'may' && !isPair)
    return undefined;
  const said = {
    ...whatIsAsked(reading),
    ...who,
    ...where,
    ...whenIsAsked(reading),
    kind: reading.kind,
    guessed: guessedIn(reading, { ...who, ...where }),
    isEverywhere: claimsOf(claims, 'everywhere').length > 0,
    isBefore: hasPronoun && !isPair,
    ...(hasPronoun && !isPair ? { called: following.callsBefore(asked.plain) } : {}),
    ...(reading.others ? { others: [] } : {}),
    saysWhoReplaces: following.saysWhoReplaces(asked.plain),
    isAnother: following.asksWhenAnotherAway(asked.plain),
    ...(isPair ? { absentAmong: before.people } : {}),
    // Whoever wants to call them asks the same again, and gets the buttons for that.
    ...(following.asksToReach(asked.plain) ? { self: false, isBefore: false } : {}),
  };
  // Who is not named again is called as before.
  const called = said.isBefore
    ? said.called
    : said.people.length > 0 || said.self
      ? undefined
      : before.called;
  return {
    understood: carriedOver(said, before, lookup),
    ...(beside ? { beside } : {}),
    ...(called ? { called } : {}),
  };
}

/** A question of which nothing is known. */
const nothingBefore: Before = {
  asked: {
    kind: 'who',
    areas: [],
    people: [],
    date: '',
    dated: true,
    self: false,
    own: false,
    expiring: false,
  },
  people: [],
};

/** True for a text that goes on about a question, whatever that was, also when nobody can tell in which way. Pure. */
export function seemsToGoOn(text: string, lookup: Lookup, today: Temporal.PlainDate): boolean {
  if (followUp(text, nothingBefore, lookup, today)) return true;
  const asked = questionText(text, lookup, today);
  if (asked.words.length > MOST_WORDS || following.tells(asked.plain)) return false;
  if (following.isAboutElse(asked.plain) || asksPresence(asked.plain) || isOtherwise(asked.plain))
    return false;
  const isMay = kindInWords(asked.plain) === 'may' && following.pointsBack(asked.plain) && isExplained(asked);
  const goesOn = following.begins(asked.plain) || following.pointsBack(asked.plain);
  return isMay || (goesOn && isAbout(recognised(asked)));
}

/** How, when and why something is done: no register answers that, and no question about it goes on so. */
const isOtherwise = (plain: string): boolean =>
  asksOtherwise(plain) &&
  besideIn(plain) === undefined &&
  kindInWords(plain) !== 'limit' &&
  !/\bhoe zit\b/.test(plain) &&
  !following.asksWhenAway(plain);

/** True when nothing in a text is left but names: "mag Henk Bos dat ook". */
function isExplained(asked: QuestionText): boolean {
  const reading = readingOf(asked, recognised(asked), 'may');
  return reading !== undefined && !hasMore(reading, undefined);
}

const besideIn = (plain: string): ToldBeside | undefined =>
  following.asksWhy(plain) ? 'why' : following.asksSince(plain) ? 'since' : undefined;

/** "Hij" is somebody who was named before, unless somebody is named here: "mag Anna haar eigen mutaties valideren". */
const namesBefore = ({ plain }: QuestionText, claims: readonly Claim[]) =>
  following.namesPersonBefore(plain) && claimsOf(claims, 'person').length === 0;

/** What somebody says about mandates, beside a day: that alone may be about anything. */
const isAbout = (claims: readonly Claim[]) => claims.some(({ kind }) => kind !== 'moment');

/** True for a text that goes on about an earlier question. `alone` is the question that it is by itself. */
function goesOn(
  asked: QuestionText,
  claims: readonly Claim[],
  beside: ToldBeside | undefined,
  alone: Understood | undefined,
): boolean {
  const { plain, words } = asked;
  if (following.tells(plain) || following.leavesOut(plain) || following.hasOtherCondition(plain))
    return false;
  if (following.isAboutElse(plain) || asksPresence(plain)) return false;
  const begins = following.begins(plain);
  const isBefore = namesBefore(asked, claims);
  const isOfAll =
    (alone?.kind === 'which' && ofAll.test(plain)) ||
    (alone?.kind === 'who' && alone.registration !== undefined && inHand.test(plain));
  if (alone && (isWhole(alone) || isOfAll) && !begins)
    return isBefore || pointsAtThing(plain, claims) || beside !== undefined;
  const isSelf = /\b(?:ik|mij|i|me)\b/.test(plain);
  // "Waarom zou ik nog" asks no register.
  if (beside && following.asksOfOneself(plain)) return false;
  // "Afwezig", "wie is er ziek": that asks nobody to replace anybody.
  const kind = isAwayAlone(plain) ? undefined : kindInWords(plain);
  if (isOtherwise(plain)) return false;
  const hasDay = claims.length > 0;
  const refers = isBefore || following.pointsBack(plain);
  const isEnding = isAboutEnding(plain);
  const asks =
    kind !== undefined || beside !== undefined || following.asksWhenAway(plain) || (begins && isEnding);
  // "Ben ik morgen vrij?"
  if (following.asksOfOneself(plain) && !isAbout(claims) && !refers && kind === undefined) return false;
  if (begins) return isAbout(claims) || hasDay || isBefore || isSelf || asks || namesUnknown(asked, claims);
  if (refers) return asks;
  // "Noord" alone is a word, "in Noord" and "Noord?" go on.
  const isShort = words.length <= MOST_BARE_WORDS;
  const isAsked = kind === 'who' ? following.asksWhoElse(plain) : asks && kind !== 'may';
  return (
    isShort && (isAsked || (following.isPart(plain) && (isAbout(claims) || kind === undefined) && hasDay))
  );
}

/** "Daar", or a thing that was named before and is not named again: "wie keurt het goed". */
function pointsAtThing(plain: string, claims: readonly Claim[]): boolean {
  if (following.pointsAtPlace(plain)) return claimsOf(claims, 'area').length === 0;
  const isCommon = claimsOf(claims, 'activity').every(({ activity }) => isCommonName(activity));
  return following.pointsBack(plain) && isCommon && claimsOf(claims, 'registration').length === 0;
}

/** True for a question that says all that one of its kind has to say. */
function isWhole({
  kind,
  activity,
  people,
  self,
  unknownPerson,
  registration,
  references,
  expiring,
  lone,
}: Understood) {
  const isAbout = people.length > 0 || self || unknownPerson !== undefined;
  if (references) return true;
  switch (kind) {
    case 'who':
      return activity !== undefined;
    case 'may':
      return activity !== undefined && isAbout;
    case 'deputy':
    case 'limit':
      return isAbout || activity !== undefined;
    case 'which':
      return isAbout || activity !== undefined || registration !== undefined || expiring || lone === true;
    default:
      return true;
  }
}

/** "En Henk?": somebody or some place with a capital that the register does not know. */
const namesUnknown = ({ words }: QuestionText, claims: readonly Claim[]) =>
  claims.length === 0 && words.slice(1).some(isCapital);

/** True when there is more in a text than this can read, or something that turns it round. */
function hasMore(reading: Reading, beside: ToldBeside | undefined): boolean {
  const { unused, aside, unknown } = reading;
  // "In de vakantie": no place that somebody names.
  if (unknown.place !== undefined && !/^\p{Lu}/u.test(unknown.place)) return true;
  const isPointed = following.pointsBack(reading.plain);
  const isName = (name: string | undefined) =>
    name !== undefined && (/^\p{Lu}/u.test(name) || (isPointed && name === unknown.person));
  const names = [unknown.person, unknown.place].filter(isName).flatMap((name) => wordsOf(name ?? ''));
  const known = new Set(names.map(({ plain }) => plain));
  const left = [...unused, ...aside]
    .map(plainText)
    .filter((word) => !known.has(word) && !following.explains(word, reading.plain));
  if (left.length > 0) return true;
  const unclear = unclearIn({ ...reading, unused: [] });
  if (unclear === undefined) return false;
  return !(beside === 'why' && unclear !== 'excluded') && !(beside && unclear === 'more');
}
