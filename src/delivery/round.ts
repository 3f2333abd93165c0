import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../conversation/message.ts';
import type { Municipality, Team } from '../people/municipality.ts';
import type { Person } from '../people/person.ts';

/** One team's turn in a round on one day: the same fields always mean the same occurrence. */
export interface Occurrence {
  round: string;
  team: string;
  period: string;
  /** ISO date in Europe/Amsterdam. */
  day: string;
  /** The time ('HH:MM') that people in it chose themselves; none for the time that the round itself has that day. */
  at?: string;
  /** Nothing is sent from this moment on. */
  until: Temporal.Instant;
}

export interface RoundContext {
  team: Team;
  /** All teams there are, this one included. */
  teams: readonly Team[];
  municipality: Municipality;
  now: Temporal.Instant;
}

/**
 * A message for somebody, or why they get none. `quiet` is for a reason that may not show: nothing is sent, and what
 * is written down is the same as after sending, at the moment at which it is written for the others of their group.
 */
export type Prepared = { message: Message } | { skip: string } | 'quiet';

/** A kind of message that the calendar sends, as a feature describes it. */
export interface Round {
  name: string;
  /** The occurrence that is due at `now`, if any. Pure. */
  due(context: RoundContext): Occurrence | undefined;
  /**
   * The occurrences of the same round at times that people chose themselves, as far as these have come today. Pure, so all
   * times that could be chosen are among them: one that nobody chose is looked at once, and nothing is written of it.
   */
  dueAtOwnTimes?(context: RoundContext): readonly Occurrence[];
  /**
   * Whom the queue lists. `had` holds the outcome keys of those who got this round's message in this period already;
   * `at` is the occurrence's own time. Pure: may not depend on anything a person answered.
   */
  recipients(
    context: RoundContext,
    members: readonly Person[],
    had: ReadonlySet<string>,
    at?: string,
  ): Person[];
  /** The name under which the outcome is written: an id, or a pseudonym where it could betray an answer. */
  outcomeKey(person: Person): string;
  /** Reads what it needs right before sending. The function that it gives then decides for each person. */
  prepare(
    context: RoundContext,
    occurrence: Occurrence,
    members: readonly Person[],
  ): Promise<(person: Person) => Prepared>;
  /**
   * True where being written to depends on an answer (trust:no-trace). Then everybody gets the same outcome,
   * written before anything is sent, and after that nothing is written at all. A block is not marked and a
   * failed send is not kept for later: any of these rows, or its moment, would betray who had not answered.
   * After a kill the message in hand goes to all its recipients again.
   */
  discreet: boolean;
}
