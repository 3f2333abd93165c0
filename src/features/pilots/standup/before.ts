import { Temporal } from 'temporal-polyfill';
import { byDue } from '../../../conversation/waiting.ts';
import type { Todo } from '../actions/store.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { isNothing } from './rules.ts';
import type { StandupTools } from './tools.ts';

/** What somebody has before them while they fill in a stand-up: all of it their own. */
export interface Before {
  /** What they wrote that they would do, in the last stand-up before this one that they shared in; `day` is an ISO date. */
  previous?: { day: string; next: string };
  /** Their open actions in this pilot, the earliest date first. */
  todos: readonly Todo[];
}

/** Texts of a stand-up are kept so long. */
const LOOKED_BACK_DAYS = 14;

/**
 * What somebody (directory id) has before them in the stand-up of a day (ISO date). `inMessage`: it will be part of a message,
 * which is stored, so that it may hold only what the summary in the channel holds already (trust:answers-not-in-messages).
 * Two ranges, and a point read for each stand-up that they did not share in, up to the last in which they did.
 */
export async function beforeOf(
  { standups, actions }: Pick<StandupTools, 'standups' | 'actions'>,
  pilot: Pick<Pilot, 'id'>,
  day: string,
  directoryId: string,
  inMessage: boolean,
): Promise<Before> {
  const date = Temporal.PlainDate.from(day);
  const [from, until] = [date.subtract({ days: LOOKED_BACK_DAYS }), date.subtract({ days: 1 })];
  const [rows, all] = await Promise.all([
    standups.days(pilot.id, from.toString(), until.toString()),
    actions.of(pilot.id),
  ]);
  const todos = all
    .filter(({ owner, doneOn }) => owner === directoryId && doneOn === undefined)
    .toSorted(byDue);
  for (const row of rows.toReversed()) {
    const mine = await standups.mine(pilot.id, row.day, directoryId);
    if (!mine) continue;
    const mayShow = !isNothing(mine.next) && (!inMessage || row.summary !== undefined);
    return mayShow ? { todos, previous: { day: row.day, next: mine.next } } : { todos };
  }
  return { todos };
}
