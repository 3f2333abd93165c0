import { key, partsOf, type Stored } from '../../../storage/index.ts';
import type { Ballot, Board, RetroPoint } from './rules.ts';
import type { RetroRow } from './tables.ts';

/** A retro: its board, and the points and votes on it. */
export interface Retro {
  board: Board;
  points: RetroPoint[];
  ballots: Ballot[];
}

/** A row with the parts of its key. */
interface Split {
  parts: string[];
  value: RetroRow;
}

/** Ids are made by chance: without a moment of coming, their order tells nothing. */
const order = ({ parts: [, , point = ''], value: { at = '' } }: Split) => `${at} ${point}`;

export const boardRow = (id: string): string => key('b', id);

/** A retro from the rows of its place; undefined when there is none with this id. */
export function retroOf(rows: readonly Stored<RetroRow>[], pilot: string, id: string): Retro | undefined {
  const head = rows.find(({ row }) => row === boardRow(id))?.value;
  if (!head) return undefined;
  const split = rows.map(({ row, value }) => ({ parts: partsOf(row), value }));
  const authors = new Map(
    split.flatMap(({ parts: [kind, author = '', board, point = ''] }) =>
      kind === 'n' && board === id ? [[point, author]] : [],
    ),
  );
  const owners = new Map(
    split.flatMap(({ parts: [kind, owner = '', board, action = ''] }) =>
      kind === 'o' && board === id ? [[action, owner]] : [],
    ),
  );
  const { opened = head.day, phase = 'open', template, top, talking, message, channel, unposted } = head;
  const startedBy = split.find(({ parts: [kind, , board] }) => kind === 's' && board === id)?.parts[1];
  const notes = head.notes?.map((note, n) => ({ ...note, owner: owners.get(`${n + 1}`) }));
  const agreed = head.agreed && {
    learnings: head.agreed.learnings,
    actions: head.agreed.actions.map(({ text, due }, n) => ({ text, due, owner: owners.get(`${n + 1}`) })),
  };
  return {
    board: {
      id,
      pilot,
      opened,
      phase,
      template,
      startedBy,
      top,
      talking,
      notes,
      message,
      channel,
      unposted,
      agreed,
    },
    points: split
      .filter(({ parts: [kind, board] }) => kind === 'p' && board === id)
      .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
      .map(({ parts: [, , point = ''], value: { text = '', column = 'good', group } }) => ({
        id: point,
        text,
        column,
        group,
        author: authors.get(point),
      })),
    ballots: split.flatMap(({ parts: [kind, voter = '', board], value: { points = [] } }) =>
      kind === 'v' && board === id ? [{ voter, points }] : [],
    ),
  };
}
