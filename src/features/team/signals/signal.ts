import type { Theme } from '../../../people/themes.ts';

/**
 * The way of a large signal, in order: first see, then judge, then decide, then tell (docs/method.md step 5.5). A small one
 * goes from where it is to its answer by what is done, who does it and what is told (`workflow.ts`).
 */
export const states = ['received', 'seeing', 'judging', 'deciding', 'answered'] as const;
export type SignalState = (typeof states)[number];

/** Found by rule in published values, or raised by somebody. */
export type SignalSource = 'drop' | 'low' | 'theme' | 'raised';

/** A signal: something that a group should look at. Days are ISO dates. */
export interface Signal {
  id: string;
  source: SignalSource;
  /** The theme, for a theme that was named again and again. */
  theme?: Theme;
  state: SignalState;
  /** The day on which it came in; of one that was given without name the last day of that week (`rows.ts`). */
  day: string;
  /** The day on which it came into its state. */
  moved: string;
  /** Given without name: nobody reads it on this day yet. Gone once who takes care of it was told. */
  held?: string;
  /** Whether something is done: known from the decision on. */
  acts?: boolean;
  /** When what was decided should be done. */
  due?: string;
  /** The day on which it was told back. */
  answered?: string;
  /** The day on which who takes care of it was told that it is there. */
  announced?: string;
  /** The day on which its owner was told that they take it up; also when they took it up themselves. */
  asked?: string;
  /** The day on which its owner called it done. */
  done?: string;
  /** The day by which it should have been done, of which its owner was asked whether it is. */
  askedFor?: string;
  /** The day on which who takes care of it was last reminded. */
  reminded?: string;
  /** Free text: what was raised, and what each state brought. It fades sooner than the signal. */
  words: SignalWords;
  /** Directory id of who takes care of it. */
  owner?: string;
  /** Given with a name: still so when that name was erased. */
  named?: boolean;
  /** Directory id of who raised it with name. */
  by?: string;
  /** Of one that was given past the manager: the marks of who led the team that day, who never read it. */
  passed?: string[];
  /** Managing actions that are done and may not be in the audit log yet. */
  unlogged?: Unlogged[];
}

/** A managing action as the audit log will have it: who, what, and the moment. */
export interface Unlogged {
  who: string;
  what: string;
  at: string;
}

/** What people wrote: the signal itself, and the answers to the questions of each state. */
export interface SignalWords {
  text?: string;
  size?: string;
  cause?: string;
  complete?: string;
  others?: string;
  judged?: string;
  /** At which table it belongs. */
  table?: string;
  decided?: string;
  /** Why nothing is done. */
  reason?: string;
  /** Who looks whether it helped. */
  check?: string;
  /** What the team reads. */
  told?: string;
}

/** In characters: a signal, and an answer to a question about it. */
export const [LONGEST_SIGNAL, LONGEST_ANSWER] = [1_000, 500];

/** True for a signal that somebody gave without their name: of that only the week is told. */
export const isNameless = ({ source, named }: Pick<Signal, 'source' | 'named'>): boolean =>
  source === 'raised' && named !== true;

/**
 * The signals that anybody may read on an ISO date. A signal without name is there from the day after it was given: on
 * the day itself, the moment would tell who was at work.
 */
export const readableOn = (signals: readonly Signal[], on: string): Signal[] =>
  signals.filter((signal) => {
    const { held, announced, day } = signal;
    if (!isNameless(signal)) return true;
    // In rows from before only the week was kept, the day says it.
    return held === undefined ? announced !== undefined || day < on : held < on;
  });

/** True when somebody (a directory id) still has something to do for a signal: until it is done, however late that is. */
export const isTaskOf = (
  { owner, acts, done }: Pick<Signal, 'owner' | 'acts' | 'done'>,
  directoryId: string | undefined,
): boolean => owner !== undefined && owner === directoryId && acts === true && done === undefined;

/** True until it was told back. */
export const isOpen = ({ state }: Pick<Signal, 'state'>): boolean => state !== 'answered';
