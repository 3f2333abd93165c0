import type { Settings, Team } from '../../people/municipality.ts';
import type { Person } from '../../people/person.ts';
/** What happened with what a team said in its last check-in, for the card of the next: the same for the whole team. */
export interface SinceLast {
  /** Our words: what was heard. */
  heard: string;
  /** What who leads the team wrote to it: user text. */
  done: readonly string[];
}

/** Ending a team and bringing it back, for administrators. What stands in the way is a Dutch sentence. */
export interface Ending {
  /** What stands in the way of another department, or none, as `next` has it: signals there that nobody would find any more. */
  leavingProblem(team: Team, next: Team, settings: Settings): Promise<string | undefined>;
  /** What stands in the way of ending a team: who is in it still, or signals that wait for an answer. */
  endingProblem(team: Team, people: readonly Person[], settings: Settings): Promise<string | undefined>;
  /** Ends a team, once that is in the log. Its pictures stay as long as all pictures do, and nobody opens them. */
  end(team: Team, who: string): Promise<void>;
  /**
   * Brings an ended team back with its rhythm and department, once that is in the log. An administrator does this on purpose, and
   * an import never does: whoever comes into the team reads what people shared with it before.
   */
  reopen(team: Team, who: string): Promise<void>;
}

/** Something of a team that who leads it may pass on to others: it is about the work, and names nobody by itself. */
export interface Passable {
  id: string;
  /** User text. */
  text: string;
  /** A point of a team talk, or what was decided about a signal; never what somebody wrote as a signal. */
  source: 'talk' | 'signal';
}

/** What somebody may pass on of the teams that they lead, the oldest first. */
export type ReadPassable = (person: Person, settings: Settings) => Promise<readonly Passable[]>;
