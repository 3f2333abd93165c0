import type { Pseudonymise } from '../../../people/pseudonym.ts';
import {
  changeRow,
  changeRows,
  key,
  partsOf,
  type Storage,
  type Stored,
  writeAll,
} from '../../../storage/index.ts';
import type { Channel } from '../pilot/pilot.ts';
import { isUnderWay } from './phases.ts';
import { boardRow, type Retro, retroOf } from './reading.ts';
import { type Board, lastDay, type RetroAgreements, type RetroNote, type RetroPoint } from './rules.ts';
import { placeOfVotes, type RetroRow, retrosTable } from './tables.ts';

export interface RetroStore {
  /**
   * The newest board of a pilot or a team. Its points stand in order of coming where that shows anyway, and otherwise in an
   * order that tells nothing. One range: the boards of some weeks.
   */
  newest(pilot: string): Promise<Retro | undefined>;
  get(pilot: string, board: string): Promise<Retro | undefined>;
  /** False when it is there already. */
  open(board: Board): Promise<boolean>;
  /** Remembers which message shows the board, and where: a pilot may move to another channel. */
  shown(board: Board, message: string, channel: Channel): Promise<void>;
  /** Remembers that it did not reach the channel. */
  notShown(board: Board): Promise<void>;
  /** Takes an unposted board for another try; false when somebody else was first. */
  takeUnposted(board: Board): Promise<boolean>;
  /**
   * A row of its own, so that points of many at once never get in each other's way. `at`, the moment of coming, is kept on a
   * board of the short form alone.
   */
  add(board: Board, point: RetroPoint, at: string): Promise<void>;
  /** Gives a point other words or another column; false when it is gone. */
  rewrite(board: Board, id: string, words: Pick<RetroPoint, 'text' | 'column'>): Promise<boolean>;
  remove(board: Board, point: RetroPoint): Promise<void>;
  group(board: Board, points: readonly RetroPoint[], name: string | undefined): Promise<void>;
  /**
   * Puts somebody's votes in the place of those they had; without votes their row goes. Everybody has one
   * row, so nobody's vote counts twice.
   */
  vote(board: Board, directoryId: string, points: readonly string[]): Promise<void>;
  /** The votes of one person. */
  votesOf(retro: Retro, directoryId: string): readonly string[];
  /**
   * Moves a board on from where `board` stands, with what was noted about the topic that was talked about; false when somebody
   * else was first.
   */
  move(board: Board, to: Pick<Board, 'phase' | 'talking'>, note?: RetroNote): Promise<boolean>;
  /** Fixes what is talked about, unless that was done. */
  setTop(board: Board, top: readonly string[]): Promise<void>;
  /** Takes the board for closing with what was agreed; false when somebody else was first. */
  beginClosing(board: Board, agreed: RetroAgreements): Promise<boolean>;
  /** From this day on retention counts for everything on the board. May be repeated. */
  endClosing(board: Board, day: string): Promise<void>;
}

/** So often the rows of a board are read again when it closes, while others still write to it. */
const LOOKS = 20;

/** True for rows of points, votes and people on this board. */
function isOn({ id }: Board, row: string): boolean {
  const [kind, second, third] = partsOf(row);
  return kind === 'p' ? second === id : kind !== 'b' && third === id;
}

/** The boards of one tenant. */
export function retroStore(storage: Storage, tenant: string, pseudonymise: Pseudonymise): RetroStore {
  const table = storage.table(retrosTable);
  const partition = ({ pilot }: Pick<Board, 'pilot'>) => key(tenant, pilot);
  const voterOf = ({ pilot, id }: Pick<Board, 'pilot' | 'id'>, directoryId: string) =>
    pseudonymise(placeOfVotes(pilot, id), directoryId, 'vote');

  async function read(pilot: string): Promise<Stored<RetroRow>[]> {
    return table.range({ partition: key(tenant, pilot) });
  }

  /** Changes one row, tried again when somebody else was first; undefined when it is gone. */
  async function change(
    board: Pick<Board, 'pilot'>,
    row: string,
    next: (now: RetroRow) => RetroRow | undefined,
  ): Promise<boolean> {
    return (await changeRow(table, partition(board), row, next)) !== undefined;
  }

  return {
    newest: async (pilot) => {
      const rows = await read(pilot);
      // Of two boards on one day, the one with the last id is the newest.
      const order = ({ row, value }: Stored<RetroRow>) => `${value.opened}|${row}`;
      const [head] = rows
        .filter(({ row }) => partsOf(row)[0] === 'b')
        .sort((a, b) => (order(a) < order(b) ? 1 : -1));
      return head && retroOf(rows, pilot, partsOf(head.row)[1] ?? '');
    },
    get: async (pilot, board) => retroOf(await read(pilot), pilot, board),
    open: ({ id, pilot, opened, phase, template, startedBy }) => {
      const day = lastDay(opened);
      return table.transact(key(tenant, pilot), [
        { do: 'insert', row: boardRow(id), value: { day, opened, phase, template } },
        ...(startedBy
          ? [{ do: 'put' as const, row: key('s', startedBy, id), value: { day, began: true as const } }]
          : []),
      ]);
    },
    shown: async (board, message, channel) => {
      await change(board, boardRow(board.id), (now) => ({ ...now, message, channel }));
    },
    notShown: async (board) => {
      await change(board, boardRow(board.id), (now) => ({ ...now, unposted: true }));
    },
    takeUnposted: (board) =>
      change(board, boardRow(board.id), ({ unposted, ...now }) => (unposted ? now : undefined)),
    add: async (board, { id, text, column, author }, at) => {
      const day = lastDay(board.opened);
      await table.transact(partition(board), [
        {
          do: 'put',
          row: key('p', board.id, id),
          value: { day, text, column, ...(board.phase === 'open' ? { at } : {}) },
        },
        ...(author ? [{ do: 'put' as const, row: key('n', author, board.id, id), value: { day } }] : []),
      ]);
    },
    rewrite: (board, id, { text, column }) =>
      change(board, key('p', board.id, id), (now) => ({ ...now, text, column })),
    remove: async (board, { id, author }) => {
      await table.remove(partition(board), key('p', board.id, id));
      if (author) await table.remove(partition(board), key('n', author, board.id, id));
    },
    group: async (board, points, name) => {
      for (const { id } of points)
        await change(board, key('p', board.id, id), ({ group: _group, ...now }) => ({
          ...now,
          ...(name ? { group: name } : {}),
        }));
    },
    vote: async (board, directoryId, points) => {
      const row = key('v', voterOf(board, directoryId), board.id);
      if (points.length === 0) await table.remove(partition(board), row);
      else await table.put(partition(board), row, { day: lastDay(board.opened), points: [...points] });
    },
    votesOf: ({ board, ballots }, directoryId) => {
      const voter = voterOf(board, directoryId);
      return ballots.find((ballot) => ballot.voter === voter)?.points ?? [];
    },
    move: (board, { phase, talking }, note) => {
      const row = boardRow(board.id);
      return changeRows<RetroRow, boolean>(table, partition(board), async () => {
        const now = await table.get(partition(board), row);
        if (!now || now.value.phase !== board.phase || now.value.talking !== board.talking)
          return { changes: [], done: false };
        const { etag, value } = now;
        const { notes = [] } = value;
        const kept = note && { learning: note.learning, action: note.action, due: note.due };
        const next = { ...value, phase, talking, notes: kept ? [...notes, kept] : notes };
        return {
          changes: [
            { do: 'replace', row, value: next, etag },
            ...(note?.owner
              ? [
                  {
                    do: 'put' as const,
                    row: key('o', note.owner, board.id, `${next.notes.length}`),
                    value: { day: value.day, action: next.notes.length },
                  },
                ]
              : []),
          ],
          done: true,
        };
      });
    },
    setTop: async (board, top) => {
      await change(board, boardRow(board.id), (now) => (now.top ? undefined : { ...now, top }));
    },
    beginClosing: (board, { learnings, actions }) => {
      const row = boardRow(board.id);
      const agreed = { learnings, actions: actions.map(({ text, due }) => ({ text, due })) };
      const owned = actions.flatMap(({ owner }, n) =>
        owner ? [{ row: key('o', owner, board.id, `${n + 1}`), action: n + 1 }] : [],
      );
      return changeRows<RetroRow, boolean>(table, partition(board), async () => {
        const rows = await read(board.pilot);
        const now = rows.find((one) => one.row === row);
        if (!now || !isUnderWay({ phase: now.value.phase ?? 'open' })) return { changes: [], done: false };
        const { etag, value } = now;
        // Who took up what while it was talked through counts no more: only what is agreed does.
        const noted = rows.filter((one) => {
          const [kind, , of] = partsOf(one.row);
          return kind === 'o' && of === board.id && !owned.some((own) => own.row === one.row);
        });
        return {
          changes: [
            { do: 'replace', row, value: { ...value, phase: 'closing', agreed, notes: [] }, etag },
            ...noted.map((one) => ({ do: 'remove' as const, row: one.row })),
            ...owned.map(({ row: owner, action }) => ({
              do: 'put' as const,
              row: owner,
              value: { day: lastDay(board.opened), action },
            })),
          ],
          done: true,
        };
      });
    },
    endClosing: async (board, day) => {
      // Read again when somebody wrote in between: a row that was erased meanwhile may not come back.
      for (let attempt = 0; attempt < LOOKS; attempt += 1) {
        const left = (await read(board.pilot)).filter(
          ({ row, value }) => isOn(board, row) && value.day !== day,
        );
        if (left.length === 0) break;
        await writeAll(
          table,
          partition(board),
          left.map(({ row, value, etag }) => ({ do: 'replace', row, value: { ...value, day }, etag })),
        );
      }
      await change(board, boardRow(board.id), (now) => ({ ...now, phase: 'closed', day }));
    },
  };
}
