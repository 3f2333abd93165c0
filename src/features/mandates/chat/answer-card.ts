import { card } from '../../../conversation/cards/card.ts';
import type { Link, Message } from '../../../conversation/message.ts';
import { spoken } from '../../../language/spoken.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import { coreKinds } from '../questions/answering/obstacle.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import { everything, MOST_AREAS_IN_A_LIST } from '../register/choices.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { capital, euros } from '../vocabulary/wording.ts';
import { besideAnswer, leavesWhoOpen, whoInstead } from './alternatives.ts';
import { type AnswerContext, contacts, contactsInstead, contactsOf, peopleOf } from './contacts.ts';
import { type EntryFact, factsOf } from './entry-lines.ts';
import { type AskedQuestion, questionOf, settled } from './question.ts';
import { statusOf, understoodAs } from './wording.ts';

/** In which form an answer is shown. */
export interface Shape {
  /** Leaves out what only works in our own chat. */
  fixed?: boolean;
  /** What is missing was reported from this card. */
  reported?: boolean;
}

/** A row of the card: one entry, or a registration for which nothing is recorded. */
interface EntryBlock {
  heading: string;
  status: string;
  who: string;
  note: string;
  lines: EntryFact[];
}

interface Button {
  title: string;
  verb: string;
  data: object;
}

interface Choice {
  title: string;
  value: string;
}

/** What somebody can ask otherwise. Without choices it is typed. */
interface Corrections {
  question: AskedQuestion;
  area: string;
  areaChoices?: readonly Choice[];
  registration: string;
  registrationChoices: readonly Choice[];
  /** Left out for a question that has an activity of its own. */
  activity?: string;
  activityChoices?: readonly Choice[];
  /** ISO date. */
  date: string;
}

/** All of it but `lone`, `more`, `outside` and `reported` may be register text. */
interface AnswerData {
  understood: string;
  title: string;
  reason: string;
  beside: readonly EntryFact[];
  lone: string;
  keepersLead: string;
  keepers: string;
  blocks: readonly EntryBlock[];
  more: string;
  broader: string;
  outside: string;
  links: readonly Link[];
  choices: readonly Button[];
  reported: string;
  gap?: { question: AskedQuestion };
  fix?: Corrections;
}

const MOST_BLOCKS = 6;
const MOST_NAMES = 8;
const MOST_CHOICES = 12;
const MOST_ACTIVITIES_IN_A_LIST = 40;

function blockOf(entry: RegisterEntry, asked: Understood, around: AnswerContext): EntryBlock {
  const { lookup } = around;
  const { holders, allAway, standIns } = peopleOf(entry, asked, around);
  const place = lookup.area(entry.area)?.name ?? entry.area;
  // "Loopt af voor 1 juli" asks about the time until then: today it still holds.
  const { icon, word } = statusOf(entry, asked.expiring ? around.today : asked.date);
  const held = holders.join(', ') || `${entry.holder}: niemand vervult dit`;
  const acting = allAway && standIns.length > 0 ? standIns[0] : undefined;
  const then = asked.date === around.today ? 'vandaag' : 'dan';
  const absent = allAway
    ? acting
      ? `${held} is ${then} niet beschikbaar. ${acting} vervangt.`
      : `${held} is ${then} niet beschikbaar. Er is ${then} geen vervanger.`
    : '';
  return {
    heading: `${capital(entry.activity)} · ${entry.registration || 'alle registraties'} · ${place}`,
    status: `${icon} ${capital(word)}`,
    who: acting ?? held,
    note: absent,
    lines: factsOf(entry, asked, lookup),
  };
}

const namesInTitle = (names: readonly string[]) => {
  const more = names.length - MOST_NAMES;
  return more > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} en nog ${more} anderen` : names.join(', ');
};

function titleOf(answer: RegisterAnswer, asked: Understood, around: AnswerContext): string {
  const { outcome, answers, entries } = answer;
  if (outcome === 'yes') return 'Ja';
  if (outcome === 'no') return 'Nee';
  if (outcome === 'ambiguous') return 'Ik heb nog iets nodig';
  if (outcome === 'not-recorded') return asked.kind === 'which' ? 'Geen mandaten' : 'Niet vastgelegd';
  if (asked.kind === 'limit') return `Tot en met ${euros(Number(answers[0]))}`;
  if (asked.kind === 'which') {
    const count = answers.length === 1 ? 'één mandaat' : `${answers.length} mandaten`;
    return asked.people[0] ? `${asked.people[0]} heeft ${count}` : capital(count);
  }
  if (asked.kind === 'who' || asked.kind === 'role' || asked.kind === 'escalation') {
    const acting = new Set(entries.map((entry) => blockOf(entry, asked, around).who));
    return namesInTitle([...acting]);
  }
  return namesInTitle(answers);
}

/** Buttons for a question that has more than one reading: each is the same question with that part settled. */
function choiceButtons({ choices }: RegisterAnswer, question: AskedQuestion, lookup: Lookup): Button[] {
  if (!choices) return [];
  return choices.options.slice(0, MOST_CHOICES).map((option) => ({
    title: spoken(choices.what === 'area' ? areaTitle(option, lookup) : option),
    verb: 'mandates.ask',
    data: { question: settled(question, choices.what, option) },
  }));
}

/** "Wie wel?" asks the same about everybody, where that takes a choice first. */
function whoButton(asked: AnsweredQuestion, lookup: Lookup): Button[] {
  const others = asked.understood && whoInstead(asked.understood);
  if (!others || !leavesWhoOpen(asked, lookup)) return [];
  return [{ title: 'Wie wel?', verb: 'mandates.ask', data: { question: questionOf(others) } }];
}

/** "Noord (Waterlo)": places of one name are told apart by what they lie in. */
function areaTitle(code: string, lookup: Lookup): string {
  const area = lookup.area(code);
  const parent = area?.parent ? lookup.area(area.parent) : undefined;
  return area ? `${area.name}${parent ? ` (${parent.name})` : ''}` : code;
}

/** The activities to choose from, and all of them where a question may be about that; none where it has its own. */
function activityFix({ kind, activity }: AskedQuestion, lookup: Lookup) {
  if (coreKinds.has(kind)) return {};
  const names = [...lookup.activities].sort((a, b) => a.localeCompare(b, 'nl'));
  const choices = names.map((name) => ({ title: capital(name), value: name }));
  const takesAll = kind === 'which' || kind === 'deputy' || kind === 'organisation';
  const all = takesAll ? [{ title: 'Alle activiteiten', value: everything }] : [];
  return {
    activity: activity ?? (takesAll ? everything : ''),
    ...(names.length <= MOST_ACTIVITIES_IN_A_LIST ? { activityChoices: [...all, ...choices] } : {}),
  };
}

function corrections(question: AskedQuestion, { lookup }: AnswerContext): Corrections {
  const { areas, entries } = lookup.register;
  const registrations = [...new Set(entries.map(({ registration }) => registration).filter(Boolean))].sort();
  const sorted = [...areas].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  return {
    question,
    area: question.area ?? everything,
    registration: question.registration ?? everything,
    date: question.date,
    ...activityFix(question, lookup),
    ...(areas.length <= MOST_AREAS_IN_A_LIST
      ? {
          areaChoices: [
            { title: 'Geen gebied', value: everything },
            ...sorted.map(({ code }) => ({ title: areaTitle(code, lookup), value: code })),
          ],
        }
      : {}),
    registrationChoices: [
      { title: 'Alle registraties', value: everything },
      ...registrations.map((name) => ({ title: name, value: name })),
    ],
  };
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

/** Kinds of questions that name people to turn to. */
const naming: readonly Understood['kind'][] = ['who', 'role', 'escalation', 'deputy'];

/** True when none of the people in an answer is known here, so that nobody can be written to. */
function isAllOutside(
  { outcome, answers, entries }: RegisterAnswer,
  asked: Understood,
  { lookup, colleagues }: AnswerContext,
) {
  if (outcome !== 'found' || !naming.includes(asked.kind)) return false;
  const names =
    asked.kind === 'deputy' ? answers : entries.flatMap((entry) => lookup.holders(entry, asked.date));
  return names.length > 0 && !names.some((name) => colleagues.present(name));
}

/** What an answer about deputies leaves unsaid in its title: the entries that have none. */
function withoutDeputy({ outcome, entries }: RegisterAnswer, asked: Understood, lookup: Lookup): string {
  if (asked.kind !== 'deputy' || outcome !== 'found') return '';
  const alone = entries.filter((entry) => lookup.deputies(entry, asked.date).length === 0);
  return alone.length > 0
    ? `Let op: bij ${alone.length} van de ${entries.length} mandaten is geen vervanger vastgelegd.`
    : '';
}

/** The answer to a question as a card. */
export function answerCard(
  asked: AnsweredQuestion,
  around: AnswerContext,
  { fixed = false, reported = false }: Shape = {},
): Message {
  const { understood, answer } = asked;
  if (!understood) throw new RangeError('a question that was not understood has no answer card');
  const { lookup, colleagues, today } = around;
  const question = questionOf(understood);
  const blocks = answer.entries.slice(0, MOST_BLOCKS).map((entry) => blockOf(entry, understood, around));
  const missing = (answer.missing ?? []).map((registration) => ({
    heading: capital(`${understood.activity ?? ''} · ${registration}`),
    status: '⚪ Niet vastgelegd',
    who: '',
    note: '',
    lines: [],
  }));
  const isGap = answer.outcome === 'not-recorded' && understood.activity !== undefined && !question.open;
  const isUnreachable = isAllOutside(answer, understood, around);
  const keepers = answer.outcome === 'not-recorded' || isUnreachable ? colleagues.keepers : [];
  const outside = answer.entries.some(
    ({ organisation }) => organisation !== '' && !/^gemeente\b/i.test(organisation),
  );
  const title = titleOf(answer, understood, around);
  const beside = besideAnswer(asked, lookup);
  const instead = answer.outcome === 'no' ? beside.flatMap(({ names }) => names) : [];
  const broader = [
    ...new Set(answer.broader.flatMap((entry) => lookup.holders(entry, understood.date))),
  ].filter((name) => !answer.answers.includes(name));
  return {
    text: [
      `${spoken(title)}.`,
      understood.unknownArea || understood.unknownPerson ? '' : spoken(answer.reason),
      ...beside.map(({ label, value }) => `${label}: ${spoken(value)}.`),
    ]
      .filter(Boolean)
      .join(' '),
    card: card<AnswerData>('mandate-answer', {
      understood: understoodAs(understood, lookup, today),
      title,
      reason: answer.reason,
      beside: beside.map(({ label, value }) => ({ label, value })),
      blocks: [...blocks, ...missing],
      more:
        answer.entries.length > MOST_BLOCKS
          ? `En nog ${answer.entries.length - MOST_BLOCKS} andere. Vraag gerichter: noem een wijk of registratie.`
          : '',
      broader: broader.length > 0 ? broader.join(', ') : '',
      outside: outside ? 'De gemeente blijft eindverantwoordelijk.' : '',
      lone: withoutDeputy(answer, understood, lookup),
      keepers: keepers.map(({ name }) => name).join(' of '),
      keepersLead: isUnreachable
        ? 'Ik heb hier geen contactgegevens van. Vraag het aan: '
        : 'Wie het wel weet: ',
      reported: reported ? 'Gemeld aan de mandaatbeheerder. Jouw naam staat er niet bij.' : '',
      links:
        keepers.length > 0
          ? contactsOf(
              keepers.map(({ name }) => name),
              around,
            )
          : instead.length > 0
            ? contactsInstead(instead, understood, around)
            : contacts(answer, understood, around),
      choices: fixed ? [] : [...choiceButtons(answer, question, lookup), ...whoButton(asked, lookup)],
      fix: fixed ? undefined : corrections(question, around),
      gap: isGap && !fixed && !reported ? { question } : undefined,
    }),
  };
}
