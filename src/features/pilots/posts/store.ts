import { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Address } from '../../../people/person.ts';
import { key, partsOf, type Storage, type Stored } from '../../../storage/index.ts';
import { type PostRow, pilotPostsTable } from './tables.ts';

/**
 * A message in the channel of a pilot: the board of a retro, the card or the summary of a stand-up, or the kick-off. `of` is the
 * id of the board, the ISO date of the stand-up, or the id of the message of the kick-off. `retro-end` is the board again, at the moment its time is over.
 */
export interface Post {
  kind: 'retro' | 'retro-end' | 'card' | 'summary' | 'kickoff';
  pilot: string;
  of: string;
}

/** What a message in a channel says now; `message` is its id. */
export interface NewestPost {
  address: Address;
  message: string;
  says: Message;
}

/** A message that has to be brought up to date. */
export interface StalePost extends Post {
  stored: Stored<PostRow>;
}

/**
 * Whoever taps gets an answer in the place of the message, which only they see. As soon as the message is
 * rewritten, everybody who looks loses that answer: the form that they have open, and what they typed in it.
 * Nobody can know who is still typing. So a message is left alone for so many minutes after somebody got a
 * form in its place; nobody types for longer than that. There is no limit to it: while people go on tapping,
 * each of them sees the newest state in their own answer.
 */
export const TYPING_MINUTES = 5;

export interface PostStore {
  /** The message no longer shows how things stand, from this moment on. Harmless when repeated. */
  changed(post: Post, from: Temporal.Instant): Promise<void>;
  /** Somebody got a form in the place of a message of this pilot about this. */
  formOpened(post: Omit<Post, 'kind'>, now: Temporal.Instant): Promise<void>;
  /** Whether somebody may be typing in its place. One point read. */
  isTyping(post: Omit<Post, 'kind'>, now: Temporal.Instant): Promise<boolean>;
  /** What may be rewritten now: it changed, and nobody may be typing in its place. One range. */
  stale(now: Temporal.Instant): Promise<StalePost[]>;
  /**
   * The message shows how things stood when `post` was read. What changed since then still has to be shown.
   */
  upToDate(post: StalePost): Promise<void>;
}

/** The messages in channels of one tenant that wait for a change. */
export function postStore(storage: Storage, tenant: string): PostStore {
  const table = storage.table(pilotPostsTable);
  const partition = key(tenant);
  const rowOf = (at: Temporal.Instant): PostRow => ({ day: today(at).toString(), at: at.toString() });
  const reached = (at: string, now: Temporal.Instant) =>
    Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0;

  const isOver = ({ at }: PostRow, now: Temporal.Instant) =>
    reached(at, now.subtract({ minutes: TYPING_MINUTES }));

  return {
    isTyping: async ({ pilot, of }, now) => {
      const form = await table.get(partition, key('f', pilot, of));
      return form !== undefined && !isOver(form.value, now);
    },
    changed: ({ kind, pilot, of }, from) => table.put(partition, key('c', kind, pilot, of), rowOf(from)),
    formOpened: ({ pilot, of }, now) => table.put(partition, key('f', pilot, of), rowOf(now)),
    stale: async (now) => {
      const rows = await table.range({ partition });
      const typing = new Set<string>();
      for (const stored of rows) {
        const [mark, ...about] = partsOf(stored.row);
        if (mark !== 'f') continue;
        if (!isOver(stored.value, now)) typing.add(key(...about));
        else await table.removeRead(stored);
      }
      return rows.flatMap((stored) => {
        const [mark, kind, pilot = '', of = ''] = partsOf(stored.row);
        const isStale = mark === 'c' && reached(stored.value.at, now) && !typing.has(key(pilot, of));
        return isStale ? [{ kind: kind as Post['kind'], pilot, of, stored }] : [];
      });
    },
    upToDate: async ({ stored }) => {
      await table.removeRead(stored);
    },
  };
}
