import { below, type RowChange, type Stored } from '../../../storage/index.ts';
import { ownersIn } from '../groups/owner.ts';
import { byDay, rowKind } from '../groups/rows.ts';
import type { GroupRow } from '../groups/table.ts';
import { inItsWeek } from './in-its-week.ts';
import { isNameless, type Signal, type SignalSource, type SignalWords } from './signal.ts';

/** Row `g|id`: a signal, without the people whose it is. */
export interface SignalRow extends Omit<Signal, 'id' | 'owner' | 'by' | 'words'> {
  /** Missing when they faded. */
  words?: SignalWords;
  /** The day from which the words fade: there once the signal was told back. */
  wordsDay?: string;
}

/** Row `b|directory id|id`: who put their name to a signal. */
export interface NamerRow {
  /** The day of the signal. */
  day: string;
  source: SignalSource;
}

/** The rows of signals, for the store of signals. */
export const signalRows = rowKind<SignalRow>('g');
const namerRows = rowKind<NamerRow>('b');

/** The row that says who put their name to a signal. */
export const namerKey = (by: string, id: string): string => namerRows.key(by, id);

/** The rows of all groups that say to which signals somebody put their name. */
export const namedBy = (directoryId: string) => below('b', directoryId);

/** What is kept of a signal that is new: nobody reads one without name on the day itself. */
export const newSignalRow = (signal: Signal): SignalRow =>
  signalRowOf(isNameless(signal) ? { ...signal, held: signal.day } : signal);

/** What is kept of a signal in its own row. */
export function signalRowOf(signal: Signal): SignalRow {
  const { id: _id, owner: _owner, by: _by, ...row } = inItsWeek(signal);
  return { ...row, wordsDay: signal.answered };
}

/** What makes a signal that of who put their name to it, if anybody did. */
export const namedFromStart = ({ id, day, source, by }: Signal): RowChange<NamerRow>[] =>
  by ? [{ do: 'put', row: namerRows.key(by, id), value: { day, source } }] : [];

function signalOf(id: string, row: SignalRow, people: Pick<Signal, 'owner' | 'by'>): Signal {
  const { source, theme, state, day, moved, words = {} } = row;
  const { acts, due, answered, announced, held, asked, done, askedFor, reminded, named, passed, unlogged } =
    row;
  return {
    id,
    source,
    theme,
    state,
    day,
    moved,
    acts,
    due,
    answered,
    announced,
    held,
    asked,
    done,
    askedFor,
    reminded,
    words,
    named,
    passed,
    unlogged,
    ...people,
  };
}

/** The signals among the rows of a group, oldest first. */
export function signalsIn(rows: readonly Stored<GroupRow>[]): Signal[] {
  const owners = ownersIn(rows);
  const namers = new Map(namerRows.among(rows).map(({ parts: [who = '', id = ''] }) => [id, who]));
  return signalRows
    .among(rows)
    .map(({ parts: [id = ''], value }) => signalOf(id, value, { owner: owners.get(id), by: namers.get(id) }))
    .sort(byDay);
}
