import type { Turn } from '../../../conversation/turn.ts';
import type { Before } from '../questions/following/carried-over.ts';
import type { Lookup } from '../register/lookup.ts';
import { type AskedQuestion, questionOf, understoodFrom } from './question.ts';

/** So long a question can be gone on about (ms), and so long it is known. */
export const GOES_ON_MS = 10 * 60 * 1000;
/** More people than ask within ten minutes: of more the first are forgotten. */
const MOST_KEPT = 2_000;

interface Kept {
  question: AskedQuestion;
  people: readonly string[];
  called?: Before['called'];
  /** Epoch milliseconds. */
  at: number;
  timer: NodeJS.Timeout;
}

/** What was asked last; where that was not answered, with the one before it that was. */
export interface LastAsked extends Before {
  answered?: Before;
}

type Asker = Pick<Turn, 'address' | 'directoryId'>;
const keyOf = ({ address, directoryId }: Asker) => JSON.stringify([address.conversation, directoryId]);

/** True for a question about the same work: what was answered of the one tells what the other goes on about. */
const isAboutSame = (one: AskedQuestion, other: AskedQuestion): boolean =>
  one.activity === other.activity && one.registration === other.registration;

/**
 * The last question about mandates of each person in each chat, for ten minutes and in the memory of this process alone: a
 * restart forgets it, another process does not know it, and who asks then is asked back. As a card carries it: what was
 * understood, never what was typed. Of who was asked back what they asked before is kept too, for as long as it holds.
 */
export function lastQuestions() {
  const answered = new Map<string, Kept>();
  const open = new Map<string, Kept>();

  function forget(kept: Map<string, Kept>, key: string): void {
    clearTimeout(kept.get(key)?.timer);
    kept.delete(key);
  }

  function put(kept: Map<string, Kept>, key: string, one: Omit<Kept, 'timer'>): void {
    forget(kept, key);
    const timer = setTimeout(() => forget(kept, key), GOES_ON_MS).unref();
    kept.set(key, { ...one, timer });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) forget(kept, oldest);
  }

  function read(one: Kept | undefined, turn: Pick<Turn, 'now'>, lookup: Lookup): Before | undefined {
    if (!one) return undefined;
    const age = turn.now.epochMilliseconds - one.at;
    // By a clock that was put back nobody can tell how long ago it was.
    if (age < 0 || age >= GOES_ON_MS) return undefined;
    const { question, people, called } = one;
    return { asked: understoodFrom(question, lookup), people, ...(called ? { called } : {}) };
  }

  return {
    /** Keeps what somebody asked and whom "hij" or "haar" may be after it; `isOpen` when it was not answered but asked back. */
    keep: (turn: Asker & Pick<Turn, 'now'>, { asked, people, called }: Before, isOpen = false): void => {
      const key = keyOf(turn);
      const one = { question: questionOf(asked), people, called, at: turn.now.epochMilliseconds };
      const before = answered.get(key);
      if (!isOpen || (before && !isAboutSame(before.question, one.question))) forget(answered, key);
      forget(open, key);
      put(isOpen ? open : answered, key, one);
    },

    /** Ends going on: somebody asked in this chat who does what the register does not know. */
    end: (turn: Asker): void => {
      const key = keyOf(turn);
      forget(open, key);
      forget(answered, key);
    },

    /** What somebody asked last in this chat; undefined when that is longer than ten minutes ago. */
    of: (turn: Asker & Pick<Turn, 'now'>, lookup: Lookup): LastAsked | undefined => {
      const key = keyOf(turn);
      const [asked, known] = [open, answered].map((kept) => read(kept.get(key), turn, lookup));
      return asked && known ? { ...asked, answered: known } : (asked ?? known);
    },
  };
}
