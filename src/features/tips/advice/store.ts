import type { Temporal } from 'temporal-polyfill';
import { remembered } from '../../../lib/remember.ts';
import type { Pseudonymise } from '../../../people/pseudonym.ts';
import { below, changeOrAddRow, changeRow, key, type Storage } from '../../../storage/index.ts';
import type { Persona } from '../content/types.ts';
import { choiceCounts } from '../personas/rules.ts';
import { helpfulTipsTable, personasTable, seenTipsTable } from '../tables.ts';
import type { SeenTip } from './rules.ts';

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
  /** How often each tip helped. Read again after a minute at the earliest. */
  helpful(): Promise<ReadonlyMap<string, number>>;
  /**
   * Counts that a tip helped one more time: a number for everybody together, and nothing about who
   * (trust:no-trace).
   */
  countHelpful(tip: string): Promise<void>;
  /** A text that stays the same for one person and tells nothing about them. */
  seed(directoryId: string): string;
}

const REMEMBERED_MS = 60_000;

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

  const counts = remembered(
    async () => {
      const rows = await helpful.range({ partition: key(tenant) });
      return new Map(rows.map(({ row, value }) => [row, value.helpful]));
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
      return rows.map(({ value }) => value);
    },
    choose: (directoryId, persona, today) =>
      personas.put(key(tenant), key(seed(directoryId)), { persona, day: today }),
    clearPersona: (directoryId) => personas.remove(key(tenant), key(seed(directoryId))),
    show: (directoryId, tip, today) => seen.put(partitionOf(directoryId), key('t', tip), { tip, day: today }),
    change: async (directoryId, tip, change) =>
      (await changeRow(seen, partitionOf(directoryId), key('t', tip), change))?.before,
    helpful: counts,
    countHelpful: (tip) =>
      changeOrAddRow(helpful, key(tenant), key(tip), (now) => ({ helpful: (now?.helpful ?? 0) + 1 })),
    seed,
  };
}
