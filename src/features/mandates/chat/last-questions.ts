import type { Turn } from '../../../conversation/turn.ts';
import type { Before } from '../questions/following/carried-over.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { type AskedQuestion, questionOf, understoodFrom } from './question.ts';

/** So long a question can be gone on about (ms), and so long it is known. */
export const GOES_ON_MS = 10 * 60 * 1000;
/** More people than ask within ten minutes: of more the first are forgotten. */
const MOST_KEPT = 2_000;

interface Kept {
  question: AskedQuestion;
  people: readonly string[];
  /** Epoch milliseconds. */
  at: number;
  timer: NodeJS.Timeout;
}

type Asker = Pick<Turn, 'address' | 'directoryId'>;
const keyOf = ({ address, directoryId }: Asker) => JSON.stringify([address.conversation, directoryId]);

/**
 * The last question about mandates of each person in each chat, for ten minutes and in the memory of this process alone: a
 * restart forgets it, another process does not know it, and who asks then is asked back. As a card carries it: what was
 * understood, never what was typed.
 */
export function lastQuestions() {
  const kept = new Map<string, Kept>();

  function forget(key: string): void {
    clearTimeout(kept.get(key)?.timer);
    kept.delete(key);
  }

  return {
    /** Keeps what somebody asked, and whom "hij" or "haar" may be after its answer. */
    keep: (turn: Asker & Pick<Turn, 'now'>, asked: Understood, people: readonly string[]): void => {
      const key = keyOf(turn);
      forget(key);
      const timer = setTimeout(() => forget(key), GOES_ON_MS).unref();
      kept.set(key, { question: questionOf(asked), people, at: turn.now.epochMilliseconds, timer });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) forget(oldest);
    },

    /** Ends going on: somebody typed something in this chat that was not understood. */
    end: (turn: Asker): void => forget(keyOf(turn)),

    /** What somebody asked last in this chat; undefined when that is longer than ten minutes ago. */
    of: (turn: Asker & Pick<Turn, 'now'>, lookup: Lookup): Before | undefined => {
      const last = kept.get(keyOf(turn));
      if (!last) return undefined;
      const age = turn.now.epochMilliseconds - last.at;
      // By a clock that was put back nobody can tell how long ago it was.
      if (age < 0 || age >= GOES_ON_MS) return undefined;
      return { asked: understoodFrom(last.question, lookup), people: last.people };
    },
  };
}
