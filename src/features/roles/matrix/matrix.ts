import type { Registration } from '../content/registrations.ts';
import type { RoleTask } from '../content/tasks.ts';

/** How often somebody does a task. */
export const oftens = ['do', 'some', 'not'] as const;
export type Often = (typeof oftens)[number];

/** All tasks, or the twelve of one talk (docs/method.md step 1, the light form). */
export const lengths = ['full', 'short'] as const;
export type Length = (typeof lengths)[number];

/** Who fills in a matrix: the person it is about, and who leads their team. */
export type Side = 'employee' | 'manager';

/** What two people say together about the work of one of them. */
export interface Filled {
  length: Length;
  /** By the id of a task; what is not in here was not answered yet. */
  answers: Record<string, Often>;
  /** Ids of the tasks that nobody else can do. Never a name: that would be data about a colleague who cannot see it. */
  alone: string[];
  /** Percentages of the working time. */
  shares: Partial<Record<Registration, number>>;
  job: string;
  appointment: string;
}

/** A matrix that is being filled in. Dates are ISO dates. */
export interface Matrix extends Filled {
  /** Goes up by one with each change, so that a confirmation is of exactly what was seen. */
  version: number;
  /** The version that each of the two confirmed last. */
  employee?: number;
  manager?: number;
  /** The tasks as they read when this version was confirmed: of another list there are no confirmations. */
  list?: readonly RoleTask[];
  /** The version that came by a change of the list of tasks, after one of the two had confirmed. */
  relisted?: number;
  /** Who changed it last. */
  by: Side;
  begun: string;
  /** The day on which its employee was reminded of it. */
  reminded?: string;
  /** Which of the two is still to be told that it waits for them. */
  untold?: Side;
  /** On which day each of the two was told so last, and how often on that day. */
  told?: Partial<Record<Side, { day: string; times: number }>>;
  /** The day of the last change. */
  day: string;
}

/** A matrix that both confirmed in the same state, and when. */
export interface Confirmed extends Filled {
  day: string;
  /** The key of the team in which it was confirmed: it counts in the picture of that team alone. Missing for what was kept before. */
  team?: string;
  /** The instant, which tells this state from all others; missing for what was kept before instants were. */
  at?: string;
  /** The day since which these answers stand: a confirmation that changes none keeps it. Missing for what was kept before it was. */
  since?: string;
  /** The tasks as both confirmed them, whatever becomes of the list; missing for what was kept before lists were. */
  tasks?: readonly RoleTask[];
  /** The day on which its employee let HR read the indication of it. It goes with the state, as the next is another. */
  shared?: string;
  /** How often each was told of a change that was put back: of the next one the day goes on from there. */
  told?: Matrix['told'];
}

/** The longest texts, in characters. */
export const longest = { job: 100, appointment: 100 } as const;
