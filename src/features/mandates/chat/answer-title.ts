import { dutchDay } from '../../../calendar/clock.ts';
import { capital } from '../../../language/capital.ts';
import { alphabetical, type RegisterAnswer } from '../questions/answering/answer.ts';
import { isOfOthers } from '../questions/answering/others.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { RegisterEntry } from '../register/register.ts';
import { ASSIGNMENT, isCommonName } from '../vocabulary/activities.ts';
import { activityAsNoun, activityInWords, doesInWords } from '../vocabulary/activity-in-words.ts';
import { canonicalActivity } from '../vocabulary/common-activity.ts';
import { euros, listed, uncapital } from '../vocabulary/wording.ts';
import { type AnswerContext, isAsker } from './contacts.ts';
import { actingIn } from './entry-block.ts';
import { understoodAs } from './wording.ts';

const MOST_NAMES = 8;

/** "A, B en C"; of many names the last ones are only counted. */
function namesInWords(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} en nog ${more} anderen` : listed(names);
}

/** Where and when: the place that was asked or else that of all entries, and the day when it is another than today. */
function circumstances(
  { entries }: Pick<RegisterAnswer, 'entries'>,
  { areas, date, expiring }: Understood,
  { lookup, today }: AnswerContext,
): string {
  const codes = areas.length > 0 ? areas : [...new Set(entries.map(({ area }) => area))];
  const [code] = codes;
  const place = codes.length === 1 && code !== undefined ? ` in ${lookup.placeName(code)}` : '';
  return `${place}${date === today || expiring ? '' : ` op ${dutchDay(date)}`}`;
}

/** The activity of all these entries by its common name; undefined when they differ or it is in own words. */
function commonActivity(entries: readonly Pick<RegisterEntry, 'activity'>[]): string | undefined {
  const names = new Set(entries.map(({ activity }) => canonicalActivity(activity)));
  const [name = ''] = names;
  return names.size === 1 && isCommonName(name) ? name : undefined;
}

/** An activity in own words may be a whole sentence; all of it is one tap further. */
const LONGEST_OWN = 100;

const shortened = (activity: string) =>
  activity.length > LONGEST_OWN ? `${activity.slice(0, LONGEST_OWN).trim()}…` : activity;

/** An activity as the register writes it, within a sentence. */
const ownWords = (activity: string, registrations: readonly string[]) =>
  activityInWords(uncapital(shortened(activity)), registrations);

const registrationsIn = (entries: readonly RegisterEntry[], { registration }: Understood) =>
  registration === undefined
    ? alphabetical(entries.map((entry) => entry.registration)).filter(Boolean)
    : [registration];

/** What may be done: "BAG valideren", "opdrachten van € 500 verstrekken", "verlenen van ontheffingen". */
export function rightInWords(activity: string, registrations: readonly string[], amount: number | undefined) {
  const name = canonicalActivity(activity);
  if (name === ASSIGNMENT && amount !== undefined) {
    const what = registrations.length > 0 ? ` voor ${listed(registrations)}` : '';
    return `opdrachten van ${euros(amount)}${what} verstrekken`;
  }
  const right = isCommonName(name) ? activityInWords(name, registrations) : ownWords(activity, registrations);
  return amount === undefined ? right : `${right} voor ${euros(amount)}`;
}

/** The same behind "voor": "het valideren van BAG", "het verstrekken van opdrachten van € 500", "“verlenen van ontheffingen”". */
export function rightAsNoun(activity: string, registrations: readonly string[], amount: number | undefined) {
  const name = canonicalActivity(activity);
  return activityAsNoun(
    isCommonName(name) ? name : shortened(activity),
    registrations,
    amount === undefined ? undefined : euros(amount),
  );
}

/** What may not be done, behind "mag": "BAG niet valideren in Noord", "geen opdrachten van € 500 verstrekken". */
function notInWords(
  activity: string,
  registrations: readonly string[],
  amount: number | undefined,
  where: string,
): string {
  const right = rightInWords(activity, registrations, amount);
  if (!isCommonName(canonicalActivity(activity))) return `dit niet: ${right}${where}`;
  if (/^(?:regie|opdrachten) /.test(right)) return `geen ${right}${where}`;
  const plain = rightInWords(activity, registrations, undefined);
  const rest = right.slice(plain.length);
  return `${plain.replace(/(\S+)$/, 'niet $1')}${rest}${where}`;
}

/** Somebody's name in a sentence; whoever asks about themselves is spoken to. */
const nameOrYou = (
  name: string | undefined,
  around: AnswerContext,
  you: 'Je' | 'je' | 'jou',
): string | undefined => (name !== undefined && isAsker(name, around) ? you : name);

function mayTitle(answer: RegisterAnswer, asked: Understood, around: AnswerContext): string {
  const { outcome, entries, ownWork } = answer;
  const person = nameOrYou(asked.people[0], around, 'je');
  const away = nameOrYou(asked.absent, around, 'jou');
  if (asked.kind === 'deputy' && person !== undefined)
    return outcome === 'yes'
      ? `Ja, ${person} vervangt ${away}`
      : `Nee, ${person} ${person === 'je' ? 'bent' : 'is'} geen vervanger van ${away}`;
  const activity = outcome === 'yes' ? entries[0]?.activity : (asked.activity ?? entries[0]?.activity);
  if (ownWork) return `Ja, maar niet wat ${nameOrYou(ownWork.person, around, 'je')} zelf verwerkte`;
  if (asked.own) return 'Nee, dat doet een ander';
  if (person === undefined) return outcome === 'yes' ? 'Ja' : 'Nee';
  const where = circumstances(answer, asked, around);
  if (outcome === 'no') {
    const registrations = asked.registration === undefined ? [] : [asked.registration];
    return `Nee, ${person} mag ${notInWords(activity ?? ASSIGNMENT, registrations, asked.amount, where)}`;
  }
  const right = rightInWords(activity ?? ASSIGNMENT, registrationsIn(entries, asked), asked.amount);
  const isCommon = commonActivity(entries) !== undefined;
  const absent =
    away === undefined ? '' : `als ${away === 'jou' ? 'jij er niet bent' : `${away} er niet is`}`;
  return isCommon
    ? `Ja, ${person} mag ${right}${where}${absent && `, ${absent}`}`
    : `Ja, ${person} mag dit${absent && ` ${absent}`}: ${right}${where}`;
}

/** Who does it, each with the registrations when these differ from one to another. */
function doingTitle(
  answer: RegisterAnswer,
  asked: Understood,
  around: AnswerContext,
  namesOf: (entry: RegisterEntry) => readonly string[],
): string {
  const { entries } = answer;
  const per = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const name of namesOf(entry)) per.set(name, (per.get(name) ?? new Set()).add(entry.registration));
  const names = [...per.keys()];
  const where = circumstances(answer, asked, around);
  const registrations = registrationsIn(entries, asked);
  const isShared =
    registrations.length < 2 || [...per.values()].every(({ size }) => size === registrations.length);
  const who = namesInWords(
    isShared ? names : names.map((name) => `${name} (${listed([...(per.get(name) ?? [])].filter(Boolean))})`),
  );
  const isOne = names.length === 1;
  if (asked.kind === 'escalation') {
    const over = registrations.length > 0 ? ` over ${listed(registrations)}` : '';
    return `${who} ${isOne ? 'beslist' : 'beslissen'} bij een geschil${over}${where}`;
  }
  if (asked.kind === 'role' && asked.role !== undefined) {
    const of = registrations.length > 0 ? ` voor ${listed(registrations)}` : '';
    return `${who} ${isOne ? 'is' : 'zijn'} ${asked.role}${of}${where}`;
  }
  const amount = asked.amount === undefined ? '' : ` voor ${euros(asked.amount)}`;
  const common = commonActivity(entries);
  const does = common && doesInWords(common, isShared ? registrations : undefined, isOne);
  // Each with their own registrations is a long subject: behind the place and the verb it reads at once.
  if (does && !isShared && !isOne && where !== '' && amount === '' && !does.includes(' '))
    return `${capital(where.trim())} ${does} ${who}`;
  if (does) return `${who} ${does}${amount}${where}`;
  const own = ownWords(entries[0]?.activity ?? asked.activity ?? '', isShared ? registrations : []);
  return `${who} ${isOne ? 'mag' : 'mogen'} dit: ${own}${amount}${where}`;
}

/** Who may beside those who were named already: "Naast Lotte Vaart mag ook Chantal Duin BAG valideren in Kralingen". */
function othersTitle(answer: RegisterAnswer, asked: Understood, around: AnswerContext): string {
  const { answers, entries } = answer;
  const where = circumstances(answer, asked, around);
  const right = rightInWords(
    entries[0]?.activity ?? ASSIGNMENT,
    registrationsIn(entries, asked),
    asked.amount,
  );
  const what = commonActivity(entries) ? `${right}${where}` : `dit: ${right}${where}`;
  if (answers.length === 0) return `Niemand anders mag ${what}`;
  const holders = alphabetical(entries.flatMap((entry) => around.lookup.holders(entry, asked.date)));
  const first = holders.filter((name) => !answers.includes(name));
  const verb = answers.length === 1 ? 'mag' : 'mogen';
  return `Naast ${namesInWords(first)} ${verb} ook ${namesInWords(answers)} ${what}`;
}

function deputyTitle({ answers, entries }: RegisterAnswer, asked: Understood, around: AnswerContext) {
  const { lookup } = around;
  const [person] = asked.people;
  if (asked.standsIn && person !== undefined)
    return `${isAsker(person, around) ? 'Jij' : person} vervangt ${namesInWords(answers)}`;
  const replaced =
    person === undefined
      ? alphabetical(entries.flatMap((entry) => lookup.holders(entry, asked.date)))
      : [nameOrYou(person, around, 'jou') ?? person];
  const whom = replaced.length > 0 ? ` ${namesInWords(replaced)}` : '';
  return `${namesInWords(answers)} ${answers.length === 1 ? 'vervangt' : 'vervangen'}${whom}`;
}

function limitTitle({ answers, entries }: RegisterAnswer, asked: Understood, around: AnswerContext): string {
  const upTo = `tot en met ${euros(Number(answers[0]))}`;
  const person = nameOrYou(asked.people[0], around, 'Je');
  if (person === undefined) return capital(upTo);
  const right = rightInWords(entries[0]?.activity ?? ASSIGNMENT, registrationsIn(entries, asked), undefined);
  return commonActivity(entries) ? `${person} mag ${right} ${upTo}` : `${person} mag dit: ${right} ${upTo}`;
}

function foundTitle(answer: RegisterAnswer, asked: Understood, around: AnswerContext): string {
  const { answers, entries } = answer;
  switch (asked.kind) {
    case 'limit':
      return limitTitle(answer, asked, around);
    case 'which': {
      if (asked.references?.length === 1) return `Mandaat ${listed(answers)}`;
      const count = answers.length === 1 ? 'één mandaat' : `${answers.length} mandaten`;
      const [person] = asked.people;
      if (asked.lone)
        return `Bij ${count}${person === undefined ? '' : ` van ${person}`} is geen vervanger vastgelegd`;
      if (person !== undefined && asked.absent !== undefined)
        return `${isAsker(person, around) ? 'Jij' : person} vervangt ${asked.absent} bij ${count}`;
      if (person === undefined) return capital(count);
      if (isAsker(person, around)) return `Op jouw naam ${answers.length === 1 ? 'staat' : 'staan'} ${count}`;
      return `${person} heeft ${count}`;
    }
    case 'office':
      return `${namesInWords(answers)} ${answers.length === 1 ? 'is' : 'zijn'} ${asked.people[0] ?? ''}`;
    case 'deputy':
      return deputyTitle(answer, asked, around);
    case 'accountable':
      return `${listed(answers).replace(/^gemeente\b/i, 'De gemeente')} is eindverantwoordelijk${asked.registration ? ` voor de ${asked.registration}` : ''}`;
    case 'organisation': {
      if (asked.activity === undefined) return `${asked.registration}: ${namesInWords(answers)}`;
      const named = entries.filter(({ organisation }) => organisation !== '');
      return doingTitle({ ...answer, entries: named }, asked, around, ({ organisation }) => [organisation]);
    }
    case 'who':
      if (isOfOthers(asked, entries)) return othersTitle(answer, asked, around);
      return doingTitle(answer, asked, around, (entry) => actingIn(entry, asked, around));
    default:
      return doingTitle(answer, asked, around, (entry) => actingIn(entry, asked, around));
  }
}

/** What is not recorded, where that is clear: a name that nobody knows makes it something else. */
function missingTitle(asked: Understood, around: AnswerContext): string {
  const { kind, activity, registration, amount } = asked;
  const [person] = asked.people;
  if (kind === 'deputy' && asked.standsIn && person !== undefined)
    return isAsker(person, around) ? 'Jij bent hier geen vervanger' : `${person} is hier geen vervanger`;
  if (kind === 'which' && asked.lone) return 'Overal is een vervanger';
  if (kind === 'which' && asked.absent !== undefined) return 'Er komt dan niets bij';
  if (kind === 'which') return 'Geen mandaten';
  const isKnown = asked.unknownArea === undefined && asked.unknownPerson === undefined;
  if (kind !== 'who' || activity === undefined || !isKnown) return 'Niet vastgelegd';
  const registrations = registration === undefined ? [] : [registration];
  return `Niet vastgelegd: ${rightInWords(activity, registrations, amount)}${circumstances({ entries: [] }, asked, around)}`;
}

/** The answer in one sentence, in Dutch, without a full stop. */
export function titleOf(answer: RegisterAnswer, asked: Understood, around: AnswerContext): string {
  const { outcome } = answer;
  if (outcome === 'yes' || outcome === 'no') return mayTitle(answer, asked, around);
  if (outcome === 'ambiguous' || outcome === 'not-understood') return 'Ik heb nog iets nodig';
  if (outcome === 'not-recorded') return missingTitle(asked, around);
  return foundTitle(answer, asked, around);
}

/** The answer in a line, and how the question was understood. */
export function headline(
  { understood, answer }: AnsweredQuestion,
  around: AnswerContext,
): { title: string; understood: string } {
  if (!understood) return { title: answer.reason, understood: '' };
  return {
    title: titleOf(answer, understood, around),
    understood: understoodAs(understood, around.lookup, around.today),
  };
}
