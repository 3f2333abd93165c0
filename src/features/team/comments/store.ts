import { below, changeRows, key, partsOf, type Storage, type Stored } from '../../../storage/index.ts';
import type { Comment, Reply } from './rules.ts';
import { type ReplyRow, repliesTable } from './tables.ts';

/** A conversation, by the comment that it is about. */
export interface Topic extends Pick<Comment, 'period' | 'writer'> {
  team: string;
}

export interface Conversation extends Topic {
  said: Reply[];
}

export interface ReplyStore {
  /** What was said about one comment, in order. One range. */
  about(topic: Topic): Promise<Reply[]>;
  /** All conversations of a team. One range. */
  ofTeam(team: string): Promise<Conversation[]>;
  /**
   * All conversations of the tenant. There are few, and reading all of them keeps the key of a writer out of the
   * request. One range.
   */
  all(): Promise<Conversation[]>;
  /**
   * Adds the reply that `next` makes of what was said so far, in one transaction, tried again when somebody else was
   * first. Adds nothing when `next` gives undefined. Gives what stands there afterwards.
   */
  add(topic: Topic, next: (said: readonly Reply[]) => Reply | undefined): Promise<Reply[]>;
  /** Removes a conversation. */
  drop(topic: Topic): Promise<void>;
}

const saidOf = ({ from, day, text }: ReplyRow): Reply => ({ from, day, text });
/** So that numbers sort as text. */
const number = (n: number) => String(n).padStart(3, '0');

/** The conversations of one tenant about comments without name. */
export function replyStore(storage: Storage, tenant: string): ReplyStore {
  const table = storage.table(repliesTable);
  const partition = (team: string) => key(tenant, team);
  const rows = ({ team, writer, period }: Topic) =>
    table.range({ partition: partition(team), ...below(writer, period) });

  function conversations(found: readonly Stored<ReplyRow>[]): Conversation[] {
    const groups = Map.groupBy(found, ({ partition: whole, row }) =>
      key(whole, ...partsOf(row).slice(0, -1)),
    );
    return [...groups.values()].map((group) => {
      const [, team = ''] = partsOf(group[0]?.partition ?? '');
      const [writer = '', period = ''] = partsOf(group[0]?.row ?? '');
      return { team, writer, period, said: group.map(({ value }) => saidOf(value)) };
    });
  }

  return {
    about: async (topic) => (await rows(topic)).map(({ value }) => saidOf(value)),
    ofTeam: async (team) => conversations(await table.range({ partition: partition(team) })),
    all: async () =>
      conversations((await table.range({ from: '' })).filter((row) => partsOf(row.partition)[0] === tenant)),
    add: (topic, next) =>
      changeRows(table, partition(topic.team), async () => {
        const before = await rows(topic);
        const said = before.map(({ value }) => saidOf(value));
        const one = next(said);
        if (!one) return { changes: [], done: said };
        const last = one.day;
        const row = key(topic.writer, topic.period, number(before.length + 1));
        // The earlier ones are guarded by what was read: after an erasure none of them comes back.
        return {
          changes: [
            { do: 'insert', row, value: { ...one, last } },
            ...before.map(({ row: earlier, etag, value }) => ({
              do: 'replace' as const,
              row: earlier,
              etag,
              value: { ...value, last },
            })),
          ],
          done: [...said, one],
        };
      }),
    drop: async (topic) => {
      for (const { partition: where, row } of await rows(topic)) await table.remove(where, row);
    },
  };
}
