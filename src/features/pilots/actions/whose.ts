import { dutchDay, today } from '../../../calendar/clock.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Names } from '../pilot/names.ts';
import { shortened } from '../pilot/sizes.ts';
import type { Todo } from './store.ts';

/** Who reads a card, and on which day (ISO date). `aloud`: others read along, in a channel or a group. */
export interface Readers {
  day: string;
  aloud: boolean;
}

const LONGEST_NAME = 60;

/** Who reads the answer to a turn. */
export const readersIn = ({ scope, now }: Turn): Readers => ({
  day: today(now).toString(),
  aloud: scope !== 'personal',
});

/**
 * Whose an open action is, and by when it should be done. Aloud no name stands beside what is late: that would be a list of who
 * falls short. `called` makes other words of the name of whose it is, `unowned` says that it is nobody's, `late` that it should have been done.
 */
export function whoseWords(
  { owner, due }: Pick<Todo, 'owner' | 'due'>,
  names: Names,
  { day, aloud }: Readers,
  { called = (name: string) => name, unowned = 'nog niet opgepakt', late = 'had klaar moeten zijn op' } = {},
): string {
  const isLate = due !== undefined && due < day;
  const who =
    owner === undefined
      ? unowned
      : called(shortened(names.get(owner) ?? 'iemand die hier niet meer werkt', LONGEST_NAME));
  return [
    aloud && isLate && owner !== undefined ? '' : who,
    due === undefined ? '' : `${isLate ? late : 'uiterlijk'} ${dutchDay(due)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
