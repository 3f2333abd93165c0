import type { Feature } from '../conversation/offer.ts';
import type { AnyTable } from '../storage/index.ts';

/** What stands for everything that may not be told apart, and for a name that is in no list. */
export const OTHER = 'other';
/** The name under which requests to queues are counted among those to tables. */
export const QUEUE = 'queue';

/** A name as a label: itself when it is in the list, so that labels are a closed list whatever comes in. */
export function among(names: readonly string[]): (name: string | undefined) => string {
  const known = new Set(names);
  return (name) => (name !== undefined && known.has(name) ? name : OTHER);
}

/** True for a feature of which a turn may leave no trace (`traceless`). */
function hasTraceless({ phrases, actions, hears = [], receives }: Feature): boolean {
  const handlings = [...phrases, ...Object.values(actions), ...hears, ...(receives ? [receives] : [])];
  return handlings.some(({ traceless }) => traceless);
}

/** Features in which nobody says anything of themselves: they manage, or look something up. */
const impersonal = ['mandates', 'settings', 'intake', 'backup', 'doctor', 'plan'];

/**
 * The features that a label may name: of the impersonal ones those without a single traceless turn. All turns of the others fall under
 * one name, the ordinary ones too: told apart, what is left of all turns would be the traceless ones (trust:no-trace).
 */
export function toldFeatures(features: readonly Feature[]): string[] {
  return features
    .filter((feature) => impersonal.includes(feature.name) && !hasTraceless(feature))
    .map(({ name }) => name);
}

/**
 * The tables that a label may name: those that hold nothing about anybody, under a name or a code, of a room or a feature that may be
 * named itself. A request to one of the others would tell that somebody answered, or asked for a tip. What a traceless turn asks of a
 * table that may be named counts without its name all the same (`StorageRequest`).
 */
export function toldTables(tables: readonly AnyTable[], features: readonly Feature[]): string[] {
  const told = toldFeatures(features);
  const silent = features.map(({ name }) => name).filter((name) => !told.includes(name));
  return tables
    .filter(
      ({ owner, person, coded }) =>
        person.kind === 'none' && !person.takenBack && !coded && !silent.includes(owner),
    )
    .map(({ name }) => name);
}
