import { card } from '../../../conversation/cards/card.ts';
import type { Link, Message } from '../../../conversation/message.ts';
import { spoken } from '../../../language/spoken.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { listed } from '../vocabulary/wording.ts';
import { type Alternative, besideAnswer } from './alternatives.ts';
import { titleOf } from './answer-title.ts';
import { type Button, choiceButtons, whoButton } from './choice-buttons.ts';
import type { AnswerContext } from './contacts.ts';
import { type Corrections, correctionsOf, type TypedCorrection } from './corrections.ts';
import { blocksOf, type EntryBlock } from './entry-block.ts';
import type { EntryFact } from './entry-lines.ts';
import { type AskedQuestion, questionOf } from './question.ts';
import { whoHelps } from './who-helps.ts';
import { understoodAs } from './wording.ts';

/** In which form an answer is shown. */
export interface AnswerForm {
  /** What somebody typed to correct the question, to stand in its fields again. */
  typed?: TypedCorrection;
  /** Leaves out what only works in our own chat. */
  fixed?: boolean;
  /** What is missing was reported from this card. */
  reported?: boolean;
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

const namesake =
  'Let op: er werken hier meer mensen met deze naam. Het register kent alleen namen. Vraag de mandaatbeheerder wie het is.';

/** What an answer about deputies leaves unsaid in its title: the entries that have none. */
function withoutDeputy({ outcome, entries }: RegisterAnswer, asked: Understood, lookup: Lookup): string {
  if (asked.kind !== 'deputy' || outcome !== 'found') return '';
  const alone = entries.filter((entry) => lookup.deputies(entry, asked.date).length === 0);
  return alone.length > 0
    ? `Let op: bij ${alone.length} van de ${entries.length} mandaten is geen vervanger vastgelegd.`
    : '';
}

/** Of those who may through a wider area so many are named. */
const MOST_BEYOND = 12;

/** Who else may, through entries for wider areas. */
function holdersBeyond({ broader, answers }: RegisterAnswer, { date }: Understood, lookup: Lookup): string {
  const names = new Set(broader.flatMap((entry) => lookup.holders(entry, date)));
  return listed(
    [...names].filter((name) => !answers.includes(name)),
    MOST_BEYOND,
  );
}

/** True when another organisation than a municipality does the work. */
const isOutsourced = ({ entries }: RegisterAnswer): boolean =>
  entries.some(({ organisation }) => organisation !== '' && !/^gemeente\b/i.test(organisation));

/** The answer as plain text: what stands beside a name that is not known would repeat the title. */
function textOf(
  title: string,
  { reason }: RegisterAnswer,
  asked: Understood,
  beside: readonly Alternative[],
) {
  const isUnknown = asked.unknownArea || asked.unknownPerson;
  return [
    `${spoken(title)}.`,
    isUnknown ? '' : spoken(reason),
    ...beside.map(({ label, value }) => `${label}: ${spoken(value)}.`),
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * The answer about somebody, with a warning when more people here have that name: the register knows names only, so that
 * nobody can tell whose mandate it is.
 */
function warned(
  answer: RegisterAnswer,
  { people }: Understood,
  { colleagues }: AnswerContext,
): RegisterAnswer {
  const [person] = people;
  const isTold = answer.outcome === 'yes' || answer.outcome === 'found';
  if (!isTold || person === undefined || !colleagues.isShared(person)) return answer;
  return { ...answer, reason: `${answer.reason} ${namesake}` };
}

/** The answer to a question as a card. Throws when the question was not understood. */
export function answerCard(
  asked: AnsweredQuestion,
  around: AnswerContext,
  { fixed = false, reported = false, typed }: AnswerForm = {},
): Message {
  const { understood } = asked;
  if (!understood) throw new RangeError('a question that was not understood has no answer card');
  const answer = warned(asked.answer, understood, around);
  const { lookup, today } = around;
  const question = questionOf(understood);
  const isGap = answer.outcome === 'not-recorded' && understood.activity !== undefined && !question.open;
  const title = titleOf(answer, understood, around);
  const beside = besideAnswer(asked, lookup);
  const instead = answer.outcome === 'no' ? beside.flatMap(({ names }) => names) : [];
  const blocks = blocksOf(answer, understood, around);
  const more = answer.entries.length - blocks.filter(({ lines }) => lines.length > 0).length;
  return {
    text: textOf(title, answer, understood, beside),
    card: card<AnswerData>('mandate-answer', {
      understood: understoodAs(understood, lookup, today),
      title,
      reason: answer.reason,
      beside: beside.map(({ label, value }) => ({ label, value })),
      blocks,
      more: more > 0 ? `En nog ${more} andere. Vraag gerichter: noem een wijk of registratie.` : '',
      broader: holdersBeyond(answer, understood, lookup),
      outside: isOutsourced(answer) ? 'De gemeente blijft eindverantwoordelijk.' : '',
      lone: withoutDeputy(answer, understood, lookup),
      reported: reported ? 'Gemeld aan de mandaatbeheerder. Jouw naam staat er niet bij.' : '',
      ...whoHelps(answer, understood, instead, around),
      choices: fixed ? [] : [...choiceButtons(answer, question, lookup), ...whoButton(asked, lookup)],
      fix: fixed ? undefined : correctionsOf(question, lookup, typed),
      gap: isGap && !fixed && !reported && !around.outsider ? { question } : undefined,
    }),
  };
}
