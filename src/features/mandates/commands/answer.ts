import { alsoCompetent, alsoFor, besideAnswer, isOfSeveral } from '../chat/alternatives.ts';
import { factsOf } from '../chat/entry-lines.ts';
import { understoodAs } from '../chat/wording.ts';
import { otherInWords } from '../questions/answering/own-work.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Lookup } from '../register/lookup.ts';
import { euros } from '../vocabulary/wording.ts';

const words = {
  found: 'Gevonden',
  no: 'Nee',
  'not-recorded': 'Niet vastgelegd',
  ambiguous: 'Ik heb nog iets nodig',
  'not-understood': 'Niet begrepen',
};

const MOST_ENTRIES = 20;
const MOST_CHOICES = 12;

/** Register text on one line, without marks that steer a terminal. */
const plain = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

const alsoLines = (names: readonly string[]): string[] =>
  names.length > 0 ? [`Ook bevoegd, voor een groter gebied: ${names.join(', ')}.`] : [];

type AnswerEntry = AnsweredQuestion['answer']['entries'][number];

/** One entry: what it is about and what the register says of it, a line a fact. */
function entryLines(entry: AnswerEntry, asked: AnsweredQuestion, lookup: Lookup): string[] {
  const { understood, answer } = asked;
  if (!understood) return [];
  const wider = isOfSeveral(answer) ? alsoFor(entry, asked, lookup) : [];
  const place = lookup.placeName(entry.area);
  const holders = lookup.holders(entry, understood.date).join(', ') || `${entry.holder}: niemand vervult dit`;
  const facts = factsOf(entry, understood, lookup).filter(({ label }) => label !== 'Nummer');
  return [
    [entry.id, entry.activity, entry.registration || 'alle registraties', place].join(' · '),
    ...[{ label: 'Houder', value: holders }, ...facts].map(({ label, value }) => `  ${label}: ${value}`),
    ...alsoLines(wider).map((line) => `  ${line}`),
  ];
}

/** The answer and why, in a sentence or two that say nothing twice. */
function answerText({ understood, answer }: AnsweredQuestion): string {
  const { outcome, answers, reason, entries } = answer;
  if (outcome === 'yes') {
    const { ownWork } = answer;
    const but = ownWork ? `, maar niet wat ${ownWork.person} zelf verwerkte` : '';
    const yes = `Ja${but}, volgens ${entries.map(({ id }) => id).join(', ')}.`;
    if (understood?.absent !== undefined) return `${yes} ${reason}`;
    return ownWork ? `${yes} ${otherInWords(ownWork)}` : yes;
  }
  if (outcome === 'not-recorded' && /^(?:Daar|Hier)voor is niets vastgelegd\.$/.test(reason)) {
    return `${words[outcome]}.`;
  }
  if (outcome === 'not-recorded' && (understood?.kind === 'which' || reason.includes('vastgelegd'))) {
    return reason;
  }
  const shown = understood?.kind === 'limit' ? answers.map((amount) => euros(Number(amount))) : answers;
  const first = `${words[outcome]}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}`;
  // A name such as "Bos, J." brings its own full stop.
  return `${first}${first.endsWith('.') ? '' : '.'} ${reason}`;
}

/** What to choose from when the question has more than one reading. */
function choiceLines({ answer: { choices } }: AnsweredQuestion, lookup: Lookup): string[] {
  if (!choices || choices.options.length === 0) return [];
  const names = choices.options.map((option) =>
    choices.what === 'area' ? lookup.placeName(option) : option,
  );
  const rest = names.length - MOST_CHOICES;
  return [`Kies uit: ${names.slice(0, MOST_CHOICES).join(', ')}${rest > 0 ? ` en nog ${rest}` : ''}.`];
}

/**
 * An answer for somebody at a terminal, a line each: how the question was understood, the answer and why, and the
 * entries that it rests on with all that the register says of them. `today` is an ISO date.
 */
export function answerLines(asked: AnsweredQuestion, lookup: Lookup, today: string): string[] {
  const { understood, answer } = asked;
  const rest = answer.entries.length - MOST_ENTRIES;
  const broader = isOfSeveral(answer) ? [] : alsoCompetent(asked, lookup);
  const lines = [
    ...(understood ? [`Begrepen als: ${understoodAs(understood, lookup, today)}`] : []),
    answerText(asked),
    ...besideAnswer(asked, lookup).map(({ label, value }) => `${label}: ${value}.`),
    ...choiceLines(asked, lookup),
    ...alsoLines(broader),
    ...answer.entries.slice(0, MOST_ENTRIES).flatMap((entry) => entryLines(entry, asked, lookup)),
    ...(rest > 0 ? [`En nog ${rest} andere. Vraag gerichter: noem een wijk of registratie.`] : []),
  ];
  return lines.map((line) => `${line.startsWith('  ') ? '  ' : ''}${plain(line)}`);
}
