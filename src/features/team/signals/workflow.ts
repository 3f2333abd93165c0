import { isDate } from '../../../calendar/clock.ts';
import { fitted } from '../../../language/fitted.ts';
import { LONGEST_ANSWER, type Signal, type SignalState, type SignalWords, states } from './signal.ts';

/** A state that somebody brings a signal into. */
export type WorkflowStep = Exclude<SignalState, 'received'>;
export type WorkflowQuestion = Exclude<keyof SignalWords, 'text'>;

/** The questions of each state: answered to come into it (docs/method.md step 5.5). */
export const questions: Record<WorkflowStep, readonly WorkflowQuestion[]> = {
  seeing: ['size', 'cause', 'complete', 'others'],
  judging: ['judged', 'table'],
  deciding: ['decided', 'reason', 'check'],
  answered: ['told'],
};

/**
 * What somebody filled in: texts, 'ja' or 'nee' for `acts`, an ISO date for `due` and a directory id for `owner`. The last
 * two are of an owner whose name was typed.
 */
export type Answers = Partial<
  Record<WorkflowQuestion | 'acts' | 'due' | 'owner' | 'ownerName' | 'ownerFound', string>
>;

/** What is said where nobody is chosen. */
export const NO_OWNER = 'Kies wie het oppakt.';

const place = (state: SignalState) => states.indexOf(state);
const isStep = (state: SignalState): state is WorkflowStep => state !== 'received';

/** The state that comes next; undefined at the end. */
export const nextOf = (state: SignalState): WorkflowStep | undefined =>
  states[place(state) + 1] as WorkflowStep | undefined;

/** What a small signal asks for: what is done by whom and when, and the answer. */
const short: readonly WorkflowStep[] = ['deciding', 'answered'];

/** True when the way from one state to another is that of a small signal: three questions on one form. */
export const isShort = (from: SignalState, to: SignalState): boolean =>
  to === 'answered' && place(from) < place('deciding');

/**
 * The states whose questions are asked to bring a signal from one state to another, in order. To the state it is in:
 * that state again, to correct its words. To the answer: what is decided, which the answer rests on. Empty for a step that may
 * not be: back, or past a decision.
 */
export function asked(from: SignalState, to: SignalState): WorkflowStep[] {
  if (from === to) return isStep(to) ? [to] : [];
  if (isShort(from, to)) return [...short];
  return isStep(to) && to === nextOf(from) ? [to] : [];
}

/** What a step is checked against. */
export interface Walking {
  /** ISO date. */
  day: string;
  /** Directory ids of who may be asked to do what was decided. */
  owners: ReadonlySet<string>;
  /** Directory id of who takes the step: what they take up themselves, nobody has to tell them. */
  by: string;
}

const text = (answers: Answers, question: WorkflowQuestion) =>
  fitted(answers[question] ?? '', LONGEST_ANSWER);

/** What is missing before a signal may come into a state, in Dutch. */
function missing(state: WorkflowStep, answers: Answers, signal: Signal, { day, owners }: Walking): string[] {
  const { acts, due = '', owner = '' } = answers;
  if (state === 'seeing') return text(answers, 'size') ? [] : ['Schrijf wat er aan de hand is.'];
  if (state === 'judging') return text(answers, 'judged') ? [] : ['Schrijf of je hier iets mee doet.'];
  if (state === 'answered') return text(answers, 'told') ? [] : ['Schrijf je antwoord.'];
  if (acts === 'nee') return text(answers, 'reason') ? [] : ['Doe je niets? Schrijf dan waarom.'];
  if (acts !== 'ja') return ['Kies of je hier iets mee doet.'];
  return [
    ...(text(answers, 'decided') ? [] : ['Schrijf wat je gaat doen.']),
    ...(owners.has(owner) ? [] : [NO_OWNER]),
    ...(isDate(due)
      ? []
      : ['Kies wanneer het klaar is. Doen jullie niets? Kies dan “Niemand” of “Nee, bewust niet”.']),
    ...(isDate(due) && due < day && due !== signal.due ? ['Kies een dag vanaf vandaag.'] : []),
  ];
}

function entered(
  signal: Signal,
  state: WorkflowStep,
  answers: Answers,
  { day, by }: Pick<Walking, 'day' | 'by'>,
): Signal {
  const words = Object.fromEntries(
    questions[state].map((question) => [question, text(answers, question) || undefined]),
  );
  const moved = signal.state === state ? signal.moved : day;
  const next = { ...signal, state, moved, words: { ...signal.words, ...words } };
  if (state === 'answered') return { ...next, answered: signal.answered ?? day };
  if (state !== 'deciding') return next;
  const acts = answers.acts === 'ja';
  const owner = acts ? answers.owner : undefined;
  // Somebody else than before is told of it anew.
  const asked = owner === signal.owner ? signal.asked : owner === by ? day : undefined;
  const done = owner === signal.owner ? signal.done : undefined;
  return { ...next, acts, due: acts ? answers.due : undefined, owner, asked, done };
}

/**
 * Brings a signal to a state by the answers to the questions on the way, or corrects the words of the state it is in.
 * Otherwise gives in Dutch what is missing; an empty list means that the step itself may not be.
 */
export function walked(
  signal: Signal,
  to: SignalState,
  answers: Answers,
  walking: Walking,
): { signal: Signal } | { problems: string[] } {
  const steps = asked(signal.state, to);
  const problems = steps.flatMap((state) => missing(state, answers, signal, walking));
  if (steps.length === 0 || problems.length > 0) return { problems };
  return { signal: steps.reduce((now, state) => entered(now, state, answers, walking), signal) };
}

/** True when a signal holds exactly these answers to the questions of these states. */
export function isAnsweredSo(signal: Signal, steps: readonly WorkflowStep[], answers: Answers): boolean {
  const acts = answers.acts === 'ja';
  return steps.every(
    (step) =>
      questions[step].every(
        (question) => (text(answers, question) || undefined) === signal.words[question],
      ) &&
      (step !== 'deciding' ||
        (signal.acts === acts && (!acts || (signal.due === answers.due && signal.owner === answers.owner)))),
  );
}

/** The questions whose answers are longer than is kept. */
export const cutIn = (answers: Answers): WorkflowQuestion[] =>
  Object.values(questions)
    .flat()
    .filter((question) => [...(answers[question] ?? '').trim()].length > LONGEST_ANSWER);
