import { createHash } from 'node:crypto';
import { normalise } from '../../../language/normalise.ts';
import type { Todo } from '../actions/store.ts';
import { isNothing } from './rules.ts';
import type { StandupEntry } from './store.ts';

/** Something that is in the way. */
export interface Blocker {
  /** Also the id of the action that it may become. */
  id: string;
  text: string;
  /** Directory ids of who wrote it. */
  from: string[];
  /** The action that somebody made of it. */
  todo?: Todo;
}

/**
 * The id of a blocker: follows from the pilot, the day and the words, so that two taps at once make one action, and
 * leads to nobody, so that an action keeps no trace of who wrote it.
 */
function blockerId(pilot: string, day: string, words: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([pilot, day, words]))
    .digest('hex');
  return `s-${day}-${hash.slice(0, 16)}`;
}

/** What is in the way on a day (ISO date): the same words are one blocker, what hinders most people first. */
export function blockersOf(
  pilot: string,
  day: string,
  shared: readonly StandupEntry[],
  todos: readonly Todo[],
): Blocker[] {
  const entries = shared.filter(({ blocker }) => !isNothing(blocker));
  const groups = Map.groupBy(entries, ({ blocker }) => normalise(blocker) || blocker);
  return [...groups]
    .map(([words, rows]) => {
      const id = blockerId(pilot, day, words);
      const todo = todos.find((one) => one.id === id);
      return { id, text: rows[0]?.blocker ?? '', from: rows.map(({ directoryId }) => directoryId), todo };
    })
    .sort((a, b) => b.from.length - a.from.length);
}
