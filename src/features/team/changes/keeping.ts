import { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import type { PostTools } from '../groups/channel-posts.ts';
import { changeCard } from './cards.ts';
import type { Act, CalendarChange } from './change.ts';
import { isDone, mayFinish, versionOf } from './rules.ts';
import type { ChangeStore } from './store.ts';
import { tell } from './telling.ts';

export interface KeepTools extends PostTools, Pick<Tools, 'audit'> {
  changes: ChangeStore;
}

/** What a form was opened on: an id, and `versionOf` the change that it showed. */
export interface Target {
  id: string;
  seen: string;
}

/** A change as it stands now; `isFirst` when this tap made it so. */
export interface Made {
  done: CalendarChange;
  isFirst: boolean;
}

const logged: Record<Act['did'], string> = {
  added: 'verandering op de kalender gezet',
  saved: 'verandering op de kalender gewijzigd',
  moved: 'verandering op de kalender naar een andere datum gezet',
  withdrawn: 'verandering op de kalender ingetrokken',
};

/**
 * Edits a change. Nothing is written when it already is as wanted. Nothing is written either when somebody else edited
 * it after the form was opened: `stale` then gives what stands there.
 */
export async function edited(
  changes: ChangeStore,
  turn: Turn,
  { id, seen }: Target,
  did: Act['did'],
  edit: (change: CalendarChange) => CalendarChange,
): Promise<Made | { stale: CalendarChange | undefined }> {
  let isFirst = false;
  const done = await changes.change(id, today(turn.now).toString(), (now) => {
    const wanted = edit(now);
    isFirst = !isDone(now, wanted, did);
    if (!isFirst) return now;
    if (now.withdrawn || seen !== versionOf(now)) return undefined;
    return { ...wanted, act: { did, at: turn.now.toString() } };
  });
  return done ? { done, isFirst } : { stale: await changes.get(id) };
}

/**
 * Logs a change that was kept and tells it in the channels. Safe to repeat: it finishes what broke off, and logs and
 * tells nothing twice. `there` is the note when nothing was left to tell.
 */
export async function finished(
  tools: KeepTools,
  turn: Turn,
  { done: change, isFirst }: Made,
  settings: Settings,
  there: string,
): Promise<Message> {
  const { id, act } = change;
  if (!act || !mayFinish(act, turn.now)) return changeCard(change, settings, there);
  const { did, at } = act;
  const what = logged[did];
  await tools.audit.record(turn.directoryId, what, id, {
    at: Temporal.Instant.from(at),
    name: `${what} ${id}`,
  });
  if (did === 'saved') return changeCard(change, settings, 'Bewaard.');
  const { words, isNew } = await tell(tools, change, settings, { news: did, at });
  return changeCard(change, settings, isFirst || isNew ? words : there);
}
