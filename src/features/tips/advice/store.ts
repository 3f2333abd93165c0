import { Temporal } from 'temporal-polyfill';
import { mondayOf, periodOf } from '../../../calendar/weeks.ts';
import { remembered } from '../../../lib/remember.ts';
import type { Pseudonymise } from '../../../people/pseudonym.ts';
import {
  below,
  changeOrAddRow,
  changeRow,
  isUnopened,
  key,
  type RowChange,
  type Storage,
  type Stored,
  type Table,
  writeAll,
} from '../../../storage/index.ts';
import type { Persona } from '../content/types.ts';
import { choiceCounts } from '../personas/rules.ts';
import { helpfulTipsTable, personasTable, type SeenRow, seenTipsTable } from '../tables.ts';
import { countedFrom, type SeenTip } from './rules.ts';

export interface TipsStore {
  /** Which style they recognised, if that still counts on `today`, an ISO date in Europe/Amsterdam. One point read. */
  persona(directoryId: string, today: string): Promise<Persona | undefined>;
  /** Which tips they saw. One range. */
  history(directoryId: string): Promise<SeenTip[]>;
  choose(directoryId: string, persona: Persona, today: string): Promise<void>;
  /** False when there was nothing to erase. */
  clearPersona(directoryId: string): Promise<boolean>;
  /** Writes that a tip is shown. Written twice it is the same. */
  show(directoryId: string, tip: string, today: string): Promise<void>;
  /**
   * Changes what is kept of a tip that was shown, guarded by its ETag. Gives the row from before the change, or
   * undefined when the tip was never shown to this person, and then nothing is written.
   */
  change(directoryId: string, tip: string, change: (seen: SeenTip) => SeenTip): Promise<SeenTip | undefined>;
  /** How often each tip helped, of what counts since the last closing. Read again after a minute at the earliest. */
  helpful(): Promise<ReadonlyMap<string, number>>;
  /**
   * Counts that a tip helped one more time: a number for everybody together, and nothing about who
   * (trust:no-trace). It counts in choosing from a closing on (`settle`).
   */
  countHelpful(tip: string): Promise<void>;
  /**
   * Writes every row anew, in order of its key, so that the moment of writing tells nothing about anybody, and lets what
   * helped enough people count. What is written by somebody else meanwhile is left alone. May be repeated. A range, and a transaction for each person.
   */
  settle(): Promise<void>;
  /** A text that stays the same for one person and tells nothing about them. */
  seed(directoryId: string): string;
}

const REMEMBERED_MS = 60_000;

/** A tip that was seen, as its row keeps it. In rows from before tips were sealed `day` is the day itself. */
const rowOf = ({ tip, day, done, never, kept }: SeenTip): SeenRow => ({
  day: mondayOf(periodOf(Temporal.PlainDate.from(day))).toString(),
  tip,
  shown: day,
  done,
  never,
  kept,
});
const seenOf = ({ tip, day, shown = day, done, never, kept }: SeenRow): SeenTip => ({
  tip,
  day: shown,
  ...(done === undefined ? {} : { done }),
  ...(never === undefined ? {} : { never }),
  ...(kept === undefined ? {} : { kept }),
});

/** Each tip once, as it was shown last. */
function lastShown(seen: readonly SeenTip[]): SeenTip[] {
  const sorted = seen.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return [...new Map(sorted.map((one) => [one.tip, one])).values()];
}

/** Writes all rows of a table, in order of their keys: as they stand, or as `to` makes them. */
async function writeAnew<T extends object>(
  table: Table<T>,
  to: (value: T) => T = (value) => value,
): Promise<void> {
  const anew = ({ row, etag, value }: Stored<T>): RowChange<T> => ({
    do: 'replace',
    row,
    etag,
    value: to(value),
  });
  for (const [partition, rows] of Map.groupBy(await table.range({}), (stored) => stored.partition))
    await writeAll(table, partition, rows.map(anew));
}

/**
 * The tips and choices of one tenant, under a pseudonym that stands nowhere else (trust:no-trace,
 * trust:persona-is-private).
 */
export function tipsStore(
  storage: Storage,
  tenant: string,
  pseudonymise: Pseudonymise,
  now: () => Temporal.Instant,
): TipsStore {
  const personas = storage.table(personasTable);
  const seen = storage.table(seenTipsTable);
  const helpful = storage.table(helpfulTipsTable);
  // The pseudonym is not of a team, so that whoever moves to another one keeps their tips and their choice.
  const seed = (directoryId: string) => pseudonymise('', directoryId, 'tip');
  const partitionOf = (directoryId: string) => key(tenant, seed(directoryId));
  // A code of the person and the tip, since the id of a tip may name a style.
  const rowFor = (directoryId: string, tip: string) => key('t', pseudonymise(tip, directoryId, 'tip'));

  const counts = remembered(
    async () => {
      const rows = await helpful.range({ partition: key(tenant) });
      return new Map(rows.map(({ row, value: { counted = 0 } }) => [row, counted]));
    },
    REMEMBERED_MS,
    now,
  );

  return {
    persona: async (directoryId, today) => {
      const chosen = await personas.get(key(tenant), key(seed(directoryId)));
      return chosen && choiceCounts(chosen.value, today) ? chosen.value.persona : undefined;
    },
    history: async (directoryId) => {
      const rows = await seen.range({ partition: partitionOf(directoryId), ...below('t') });
      return lastShown(rows.flatMap(({ value }) => (isUnopened(value) ? [] : seenOf(value))));
    },
    choose: (directoryId, persona, today) =>
      personas.put(key(tenant), key(seed(directoryId)), { persona, day: today }),
    clearPersona: (directoryId) => personas.remove(key(tenant), key(seed(directoryId))),
    show: (directoryId, tip, today) =>
      seen.put(partitionOf(directoryId), rowFor(directoryId, tip), rowOf({ tip, day: today })),
    change: async (directoryId, tip, change) => {
      const at = (row: string) =>
        changeRow(seen, partitionOf(directoryId), row, (now) => rowOf(change(seenOf(now))));
      // Before tips were sealed their id was the key.
      const changed = (await at(rowFor(directoryId, tip))) ?? (await at(key('t', tip)));
      return changed && seenOf(changed.before);
    },
    settle: async () => {
      await writeAnew(seen);
      await writeAnew(helpful, ({ helpful: times, counted }) => ({
        helpful: times,
        counted: countedFrom(times, counted),
      }));
    },
    helpful: counts,
    countHelpful: (tip) =>
      changeOrAddRow(helpful, key(tenant), key(tip), (now) => ({
        ...now,
        helpful: (now?.helpful ?? 0) + 1,
      })),
    seed,
  };
}
