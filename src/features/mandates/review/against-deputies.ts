import { createLookup, type Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { checkRegister } from './check.ts';
import type { Finding } from './finding.ts';

/** What is mended by other deputies alone. */
export const aboutDeputies: readonly Finding['kind'][] = ['no-deputy', 'deputy-conflict', 'deputy-is-holder'];

/** So many reasons are said of one entry. */
const MOST = 2;

/** Why whoever deputises in an entry will not do on a day (ISO date): what the check of the register says of it. */
export function againstDeputies(entry: RegisterEntry, lookup: Lookup, day: string): string[] {
  const entries = lookup.register.entries.map((one) => (one.id === entry.id ? entry : one));
  return checkRegister(createLookup({ ...lookup.register, entries }), day, undefined)
    .filter(({ kind, ids }) => aboutDeputies.includes(kind) && ids.includes(entry.id))
    .slice(0, MOST)
    .map(({ text }) => text.replace(/\.$/, ''));
}
