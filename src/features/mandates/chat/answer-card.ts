import { card } from '../../../conversation/cards/card.ts';
import type { Link, Message } from '../../../conversation/message.ts';
import { spoken } from '../../../language/spoken.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import { otherInWords } from '../questions/answering/own-work.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { FollowUp } from '../questions/following/follow-up.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { listed } from '../vocabulary/wording.ts';
import { alsoCompetent, alsoFor, besideAnswer, isOfSeveral, isWithoutDeputy } from './alternatives.ts';
import { titleOf } from './answer-title.ts';
import { type Button, choiceButtons, whoButton } from './choice-buttons.ts';
import { aheadNote, aheadWays } from './coming-day.ts';
import { type AnswerContext, areAllAway } from './contacts.ts';
import { type Corrections, correctionsOf, type TypedCorrection } from './corrections.ts';
import { blocksOf, type EntryBlock } from './entry-block.ts';
import type { EntryFact } from './entry-lines.ts';
import { toldBeside } from './going-on.ts';
import { insteadToday } from './instead-today.ts';
import { mendingOf } from './mending.ts';
import { namesakeWarning } from './namesakes.ts';
import { isOutside } from './outside.ts';
import { type AskedQuestion, questionOf } from './question.ts';
import { questionInWords } from './question-in-words.ts';
import { isNobodyThere, waysOn, waysOut, whoElse } from './way-on.ts';
import { whoHelps } from './who-helps.ts';
import { aloud, understoodAs } from './wording.ts';

/** In which form an answer is shown. */
export interface AnswerForm {
  /** What somebody typed to correct the question, to stand in its fields again. */
  typed?: TypedCorrection;
  /** Leaves out what only works in our own chat. */
  fixed?: boolean;
  /** What is missing was reported from this card. */
  reported?: boolean;
  /** It goes on about an earlier question: then it is said as which whole question it was read. */
  goesOn?: Pick<FollowUp, 'beside' | 'called'>;
  /** Whoever keeps the register tries it: the question stands above its answer, and under it what to do with that. */
  trial?: { place: string; ways: readonly Button[] };
}

/** All of it but `warning`, `lone`, `more`, `asks`, `outside` and `reported` may be register text. */
interface AnswerData {
  understood: string;
  title: string;
  reason: string;
  warning: string;
  beside: readonly EntryFact[];
  lone: string;
  keepersLead: string;
  keepers: string;
  blocks: readonly EntryBlock[];
  more: string;
  /** The ids of what "Meer" shows. */
  hidden: readonly string[];
  broader: string;
  outside: string;
  links: readonly Link[];
  /** Behind Meer. */
  moreLinks: readonly Link[];
  /** Stands above the choices. */
  asks: string;
  choices: readonly Button[];
  /** The same, where a button on a phone would cut off what it says. */
  longChoices: readonly Button[];
  reported: string;
  /** Behind Meer: what to do about something that is wrong. */
  mending: readonly Button[];
  gap?: { question: AskedQuestion };
  fix?: Corrections;
  /** False when what can be corrected is one tap further, since there is something better to do. */
  isFixVisible: boolean;
}

/** Stands before the whole question as which a follow-up was read: a wrong name or place is seen there. */
const READ_AS = 'Gelezen als';

/** What an answer about deputies leaves unsaid in its title: the entries that have none. */
function withoutDeputy({ outcome, entries }: RegisterAnswer, asked: Understood, lookup: Lookup): string {
  if (asked.kind !== 'deputy' || outcome !== 'found') return '';
  const alone = entries.filter((entry) => lookup.deputies(entry, asked.date).length === 0);
  return alone.length > 0
    ? `Let op: bij ${alone.length} van de ${entries.length} mandaten is geen vervanger vastgelegd.`
    : '';
}

/** A phone shows no more of a button (characters); the words of an activity wrap instead. */
const LONGEST_BUTTON = 24;

/** Of those who may through a wider area so many are named. */
const MOST_BEYOND = 12;

/** Who may through a wider area, as a line with the one answer of several of which that is true. */
const wider = (names: readonly string[]): EntryFact[] =>
  names.length > 0 ? [{ label: 'Ook bevoegd, in een groter gebied', value: listed(names, MOST_BEYOND) }] : [];

/** What says no more than that there is an answer: the sentence above it says which. */
const bare =
  /^(?:(?:Daar|Hier)voor is niets vastgelegd|Dit staat in het register|Dit mandaat geldt op die dag|Deze mandaten gelden op die dag|Dit is de vervanging die in het register staat)\.\s*/;

/** Why, as far as the sentence above it does not say so; for a yes that leaves who is to be away, and who does own work. */
function reasonOf({ outcome, reason, ownWork }: RegisterAnswer, { absent }: Understood): string {
  if (outcome !== 'yes') return reason.replace(bare, '');
  if (absent !== undefined) return reason;
  return ownWork ? otherInWords(ownWork) : '';
}

/** As which whole question a follow-up was read, and what it asks to be told beside the answer; nothing of other questions. */
function readAs(
  { understood, answer }: AnsweredQuestion,
  { lookup, today }: AnswerContext,
  goesOn: AnswerForm['goesOn'],
): EntryFact[] {
  if (!goesOn || !understood) return [];
  const { beside } = goesOn;
  const whole = { label: READ_AS, value: questionInWords(understood, lookup, today, beside) };
  return [whole, ...(beside ? [toldBeside(beside, answer, understood, lookup)] : [])];
}

/** The answer as plain text: what stands beside a name that is not known would repeat the title. */
function textOf(
  title: string,
  reason: string,
  asked: Understood,
  beside: readonly EntryFact[],
  [whole, ...told]: readonly EntryFact[],
) {
  const isUnknown = asked.unknownArea || asked.unknownPerson;
  return [
    whole ? `${whole.label}: ${spoken(whole.value)}` : '',
    `${aloud(title)}.`,
    isUnknown ? '' : spoken(reason),
    ...[...told, ...beside].map(({ label, value }) => `${label}: ${aloud(value)}.`),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A chat and a number of the first who is asked: one thing to do. Others stand behind Meer. */
const LINKS_IN_SIGHT = 2;

/** True when asking otherwise is all that somebody can do: there is no answer, and nothing to choose from. */
const isGuess = ({ outcome, choices }: RegisterAnswer): boolean =>
  outcome === 'not-recorded' ||
  ((outcome === 'ambiguous' || outcome === 'not-understood') && !choices?.options.length);

/** The parts of blocks that are not shown at once: what more there is of each, and whole blocks. */
const hiddenIn = (blocks: readonly EntryBlock[]): string[] =>
  blocks.flatMap(({ id, isVisible, rest }) => [
    ...(rest.length > 0 ? [`${id}-meer`] : []),
    ...(isVisible ? [] : [id]),
  ]);

/** Behind the names of those who may: that they are not there, and nobody for them. */
const awayToo = (
  { outcome, answers }: RegisterAnswer,
  asked: Understood,
  isNobody: boolean,
  around: AnswerContext,
): string => {
  const isAway = asked.kind === 'deputy' ? areAllAway(answers, asked, around) : isNobody;
  return outcome === 'found' && isAway
    ? `, maar ${answers.length === 1 ? 'is' : 'zijn'} er vandaag niet`
    : '';
};

const englishWords = /\b(?:who|whom|which|what|does|may i|can i)\b/i;

/** For who asks in English and may take it for a no: that nothing is recorded, and that approving is not validating. */
function inEnglish({ question, understood, answer }: AnsweredQuestion): string {
  if (answer.outcome !== 'not-recorded' || !englishWords.test(question)) return '';
  return understood?.activity === 'goedkeuren'
    ? 'In English: the register names nobody who may approve this. To check it is another right: ask who may validate.'
    : 'In English: the register names nobody for this.';
}

/** The answer to a question as a card. Throws when the question was not understood. */
export function answerCard(
  asked: AnsweredQuestion,
  around: AnswerContext,
  { fixed = false, reported = false, typed, goesOn, trial }: AnswerForm = {},
): Message {
  const { understood } = asked;
  if (!understood) throw new RangeError('a question that was not understood has no answer card');
  const { answer } = asked;
  const { lookup, today } = around;
  const question = questionOf(understood);
  const isGap = answer.outcome === 'not-recorded' && understood.activity !== undefined && !question.open;
  const beside = besideAnswer(asked, lookup);
  const isNobody = isNobodyThere(answer, understood, around);
  const title = `${titleOf(answer, understood, around)}${awayToo(answer, understood, isNobody, around)}`;
  const others = isNobody ? whoElse(asked, around) : [];
  const takenOver = insteadToday(beside, understood, around);
  const isInstead = answer.outcome === 'no' || isWithoutDeputy(asked);
  const instead = isInstead ? [...beside.flatMap(({ names }) => names), ...takenOver.names] : others;
  const isSeveral = isOfSeveral(answer);
  const blocks = blocksOf(answer, understood, around, (entry) =>
    isSeveral ? wider(alsoFor(entry, asked, lookup)) : [],
  );
  const more = answer.entries.length - blocks.filter(({ lines }) => lines.length > 0).length;
  const reason = [reasonOf(answer, understood), aheadNote(asked, around), inEnglish(asked)]
    .filter(Boolean)
    .join(' ');
  const warning = namesakeWarning(answer, understood, around);
  const choices = fixed ? [] : choiceButtons(answer, question, lookup);
  const { links: ways, ...helps } = whoHelps(answer, understood, instead, around);
  // Nobody is called for a question that was only tried.
  const links = trial ? [] : ways;
  const read = trial ? [{ label: 'Vraag', value: asked.question }] : readAs(asked, around, goesOn);
  const mending = fixed ? [] : mendingOf(asked, around);
  const isLong = choices.some((choice) => choice.title.length > LONGEST_BUTTON);
  return {
    text: textOf(title, [reason, warning].filter(Boolean).join(' '), understood, beside, read),
    card: card<AnswerData>(
      'mandate-answer',
      { kind: 'mandate', place: trial?.place },
      {
        understood: understoodAs(understood, lookup, today),
        title,
        reason,
        warning,
        beside: [...read, ...beside.map(({ label, value }) => ({ label, value })), ...takenOver.notes],
        blocks,
        more: more > 0 ? `En nog ${more} andere. Vraag gerichter: noem een wijk of registratie.` : '',
        hidden: [
          ...hiddenIn(blocks),
          ...(links.length > LINKS_IN_SIGHT ? ['meer-contact'] : []),
          ...(mending.length > 0 ? ['klopt-niet'] : []),
        ],
        mending,
        broader: isSeveral ? '' : listed(alsoCompetent(asked, lookup), MOST_BEYOND),
        outside: answer.entries.some((entry) => isOutside(entry, lookup))
          ? 'De gemeente blijft eindverantwoordelijk.'
          : '',
        lone: withoutDeputy(answer, understood, lookup),
        reported: reported ? 'Gemeld aan de mandaatbeheerder. Jouw naam staat er niet bij.' : '',
        ...helps,
        links: links.slice(0, LINKS_IN_SIGHT),
        moreLinks: links.slice(LINKS_IN_SIGHT),
        asks: trial ? 'Klopt dit?' : '',
        choices: [
          ...(trial?.ways ?? []),
          ...(isLong ? [] : choices),
          ...(fixed || trial
            ? []
            : [
                ...whoButton(asked, lookup),
                ...waysOn(asked, around),
                ...waysOut(asked, around),
                ...aheadWays(asked, around),
              ]),
        ],
        longChoices: isLong ? choices : [],
        fix: fixed ? undefined : correctionsOf(question, lookup, typed),
        isFixVisible: isGuess(answer),
        gap: isGap && !fixed && !reported && !around.outsider && !around.keeper ? { question } : undefined,
      },
    ),
  };
}
