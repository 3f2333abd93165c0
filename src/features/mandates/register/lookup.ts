import { type ActivityLookup, activityLookup } from './activity-lookup.ts';
import { type AreaLookup, areaLookup } from './area-lookup.ts';
import { type HolderLookup, holderLookup } from './holder-lookup.ts';
import { type ReferenceLookup, referenceLookup } from './reference-lookup.ts';
import type { Register, RegisterEntry } from './register.ts';

/** A register made ready for questions; built once per version, in memory. */
export interface Lookup extends AreaLookup, ActivityLookup, HolderLookup, ReferenceLookup {
  register: Register;
  /** The entry with this id. */
  entry(id: string): RegisterEntry | undefined;
}

/** Prepares a register for questions. Areas must be sound: every parent exists and none lies in itself. */
export function createLookup(register: Register): Lookup {
  const byId = new Map(register.entries.map((entry) => [entry.id, entry]));
  return {
    register,
    entry: (id) => byId.get(id),
    ...areaLookup(register.areas),
    ...activityLookup(register.entries),
    ...holderLookup(register),
    ...referenceLookup(register.entries),
  };
}
