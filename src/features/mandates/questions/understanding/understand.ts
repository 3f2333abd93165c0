import type { Temporal } from 'temporal-polyfill';
import { postcodeIn } from '../../../../language/addresses.ts';
import { findAmount } from '../../../../language/amounts.ts';
import type { Direction } from '../../../../language/found-moment.ts';
import { findMoment } from '../../../../language/moments.ts';
import type { Availability } from '../../../../language/names.ts';
import { nameKey, plainText, type Word, wordsOf } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { ASSIGNMENT } from '../../vocabulary/activities.ts';
import { fixedWords } from '../../vocabulary/fixed-words.ts';
import { absenceIn } from './absence.ts';
import { activitiesJoined } from './conjunctions.ts';
import { kindOf, type QuestionKind } from './kinds.ts';
import {
  isNewName,
  isOwner,
  isPerson,
  isSubject,
  leadsToPlace,
  namedAgain,
  narrowest,
  settle,
  strangeWord,
  unknownNames,
  wholeNames,
} from './named.ts';
import { isDone, isOffTopic, isOwnWork, type Unclear, unclearIn } from './off-topic.ts';
import { everywhereIn, isLeftOut, placeBeside } from './places.ts';
import { activityIn, registrationsIn, roleIn } from './recognise.ts';
import { asksLastDay, isAboutEnding, termOf } from './terms.ts';

/** A question as it was understood. Everything that was not said is undefined. */
export interface Understood {
  kind: QuestionKind;
  activity?: string;
  registration?: string;
  /** Codes: more than one when the name is shared by several places or two are one typo away. */
  areas: string[];
  /** Full names; more than one when only a shared part was typed. */
  people: string[];
  role?: string;
  /** ISO date; that of the question, or the day it is asked. */
  date: string;
  /** True when the question named the day itself. */
  dated: boolean;
  amount?: number;
  /** What looks like an amount but cannot be read as one. */
  unreadableAmount?: string;
  /** The question is about the asker ("mag ik", "mijn mandaten"). */
  self: boolean;
  /** Who is away in "mag … als Eefje er niet is". */
  absent?: string;
  /** The question is about somebody's own mutation. */
  own: boolean;
  /** What ends before the date is asked ("welke lopen af voor 1 januari"). */
  expiring: boolean;
  /** The term in Dutch when the question names no day for that; `date` is the first day after it. */
  term?: string;
  /** A place or person that was named but that the register does not know. */
  unknownArea?: string;
  unknownPerson?: string;
  /** Set when more than one registration was named. */
  registrations?: string[];
  /** Set when more than one activity was asked at once. */
  activities?: string[];
  /** Why the question cannot be answered as it stands. */
  unclear?: Unclear;
  /** A day that no calendar has. */
  impossibleDate?: string;
  /** Words for a day that only the asker can name ("over enkele weken"); empty when they are not known any more. */
  vagueDate?: string;
}

/** Longer than anybody's question: the rest is not looked at. */
const LONGEST_QUESTION = 600;
function directionOf(plain: string): Direction {
  if (
    /\b(mocht|mochten|was|waren|had|hadden|gold|deed|deden|did|could|were|\w{3,}(eerde|erkte|eurde|ekende|eerden|erkten))\b/.test(
      plain,
    )
  )
    return 'past';
  return /\b(vanaf|per|straks|volgend|volgende|na|from|until|tot|voor|zal|gaat|before)\b/.test(plain)
    ? 'future'
    : 'near';
}

/** True when a moment is the one before which something ends: "voor 1 juli", "binnen 30 dagen". */
function endsBefore(text: string, moment: { start: number; end: number } | undefined): boolean {
  if (!moment) return false;
  const leads = /(?:^|[^\p{L}])(?:v[oó]{1,2}r|vóór|before|binnen|within)(?: (?:de|het|the))?\s*$/iu;
  return (
    leads.test(text.slice(Math.max(0, moment.start - 30), moment.start)) ||
    /^(?:binnen|within|voor|before)/i.test(text.slice(moment.start, moment.end))
  );
}

/** The same text with a part blanked: all places stay where they are. */
const blanked = (part: string) => ' '.repeat(part.length);

/** What is meant: without markup, without "kun je controleren of", and without what somebody does not mean ("niet de BAG maar de BGT"). */
function meant(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, blanked)
    .replace(
      /\b(?:kun|kan|wil|zou|could|can) (?:je|jij|u|you)(?: \S+){0,3}? (?:controleren|checken|nakijken|nagaan|check|verify)(?= (?:of|wie|wat|if|who|whether)\b)/gi,
      blanked,
    )
    .replace(
      /^\s*(?:check|controleer|verify)(?: even| eens| please)?(?= (?:of|wie|wat|if|who|whether)\b)/i,
      blanked,
    )
    .replace(
      /\b(?:niet|geen|not)\s+(?!alleen|slechts|only|just)(?:\S+\s+){1,3}?(?=(?:maar|but)\b)/gi,
      blanked,
    )
    .replace(/[,(]\s*(?:dus\s+)?(?:niet|geen|not)\s+(?:in\s+)?(?:(?:de|het|een|the)\s+)?[^\s)]+/gi, blanked);
}

/**
 * Understands a question in Dutch or English, seen from `today`. Undefined when it is not about mandates. Never
 * guesses a mandate: it only finds out what is asked.
 */
export function understand(
  question: string,
  lookup: Lookup,
  today: Temporal.PlainDate,
): Understood | undefined {
  const whole = meant(question.slice(0, LONGEST_QUESTION));
  const away = absenceIn(whole, lookup);
  const text = away ? away.text : whole;
  const plain = plainText(text);
  const moment = findMoment(text, today, directionOf(plain));
  const amountText = moment
    ? text.slice(0, moment.start) + ' '.repeat(moment.end - moment.start) + text.slice(moment.end)
    : text;
  const amount = findAmount(amountText);
  const words = wordsOf(text);
  const plains = words.map((word) => word.plain);
  const within = (span: { start: number; end: number } | undefined, word: Word) =>
    span !== undefined && word.start < span.end && word.end > span.start;

  const used = new Set<number>();
  words.forEach((word, index) => {
    if (within(moment, word) || within(amount, word)) used.add(index);
  });
  const role = roleIn(plains);
  for (const place of role?.places ?? []) used.add(place);
  const registrations = registrationsIn(plains, lookup);
  const [registration] = registrations;
  for (const place of registrations.flatMap(({ places }) => places)) used.add(place);
  const spoken = activityIn(
    plains.map((word, index) => (role?.places.includes(index) ? '' : word)),
    lookup,
  );
  const registered = new Set(registrations.flatMap(({ places }) => places.map((place) => plains[place])));
  const joined = spoken
    ? activitiesJoined(
        words,
        text,
        spoken,
        lookup,
        (place) =>
          used.has(place) || registered.has(plains[place]) || leadsToPlace.test(plains[place - 1] ?? ''),
      )
    : [];
  const activities = [...new Set(joined.map(({ activity }) => activity))];
  const of = (index: number): Availability =>
    used.has(index) || joined.some(({ places }) => places.includes(index))
      ? 'taken'
      : fixedWords.has(plains[index] ?? '')
        ? 'common'
        : 'free';
  const named = settle(lookup.areas.find(words, of), lookup.people.find(words, of), words);
  const everywhere = everywhereIn(text);
  words.forEach((word, index) => {
    if (within(everywhere, word)) used.add(index);
  });
  const asksSelf = /\b(mag|kan|mogen|mocht|ben|may|can|could|am) (ik|i)\b/.test(plain);
  const subjects = named.people.filter((one) => isPerson(one, words) && isSubject(one, words));
  const found = { areas: named.areas, people: asksSelf ? [] : subjects };
  for (const { from, to } of [...named.areas, ...named.people]) {
    for (let index = from; index < to; index += 1) used.add(index);
  }
  for (const place of joined.flatMap(({ places }) => places)) used.add(place);

  const kind = kindOf(plain, {
    role: role !== undefined,
    activity: spoken !== undefined,
    registration: registration !== undefined,
    amount: amount !== undefined,
    person: found.people.length > 0,
    area: found.areas.length > 0,
  });
  if (!kind) return undefined;
  const owners = kind === 'may' ? subjects.filter((one) => isOwner(one, words)) : [];
  const people = found.people.filter((one) => !owners.includes(one));
  const strange = unknownNames(words, used, kind);
  const isOwnActivity = lookup.ownActivities.some(({ name }) => name === spoken?.activity);
  const isNamed =
    registration !== undefined ||
    role !== undefined ||
    amount !== undefined ||
    found.areas.length > 0 ||
    found.people.length > 0 ||
    strange.place !== undefined ||
    strange.person !== undefined ||
    isOwnActivity;
  const nameParts = people.flatMap(({ ids }) => ids.flatMap((id) => nameKey(id).split(' ')));
  const rest = plains.filter((word, index) => !used.has(index) && !nameParts.includes(word));
  const own = isOwnWork(plain) || (kind === 'may' && namedAgain(people, owners, words, isDone(plain)));
  if (!isNamed && !own && isOffTopic(kind, plain, rest)) return undefined;
  const halves = wholeNames(people, words, text);
  const known = narrowest(found.areas, lookup);
  const areas = known.length === 0 && everywhere && kind === 'may' ? [...lookup.roots] : known;
  const ends = kind === 'which' && isAboutEnding(plain) && !asksLastDay(plain);
  const isStrange = strangeWord(words, used);
  const beside = placeBeside(found.areas, words, text, isStrange);
  // A number may be a term that was not read: then it is asked back, and not passed by.
  const term = ends && !moment && !/\d/.test(plain) ? termOf(plain, today) : undefined;
  return {
    kind,
    activity: spoken?.activity ?? (role ? role.activity : undefined),
    registration: registration?.registration,
    ...(registrations.length > 1 ? { registrations: registrations.map((one) => one.registration) } : {}),
    ...(activities.length > 1 ? { activities } : {}),
    unclear: unclearIn(plain, kind, {
      isNamed:
        registration !== undefined || role !== undefined || amount !== undefined || own || isOwnActivity,
      rest,
      excludes:
        (named.people.length > found.people.length && !asksSelf) ||
        found.areas.some((one) => isLeftOut(one, words)),
      newName: words.some((_, index) => isStrange(index) && isNewName(words, index)),
      buys: spoken === undefined || spoken.activity === ASSIGNMENT,
    }),
    areas,
    people: halves.people,
    ...(away && kind === 'may' ? { absent: away.person } : {}),
    role: role?.role,
    date: (term?.before ?? (moment && 'date' in moment ? moment.date : today)).toString(),
    dated: moment !== undefined,
    amount: amount && 'euros' in amount ? amount.euros : undefined,
    unreadableAmount: amount && 'unreadable' in amount ? amount.unreadable : undefined,
    self: asksSelf || (/\b(ik|mij|mijn|i|my|me)\b/.test(plain) && found.people.length === 0),
    own,
    expiring: ends,
    ...(term ? { term: term.words } : {}),
    unknownArea: areas.length === 0 ? (strange.place ?? postcodeIn(text)) : beside,
    unknownPerson: asksSelf
      ? undefined
      : (halves.unknown ?? (halves.people.length === 0 ? strange.person : undefined)),
    vagueDate:
      moment && 'vague' in moment
        ? moment.vague
        : ends && !term && !endsBefore(text, moment)
          ? ''
          : undefined,
    impossibleDate: moment && 'impossible' in moment ? moment.impossible : undefined,
  };
}
