import { nameKey } from '../../../language/words.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';

/** True when an entry is held by another organisation than a municipality of this register. */
export function isOutside({ organisation }: Pick<RegisterEntry, 'organisation'>, lookup: Lookup): boolean {
  if (organisation === '' || /^gemeente\b/i.test(organisation)) return false;
  const name = nameKey(organisation);
  return !lookup.register.areas.some(
    (area) => area.kind === 'gemeente' && [area.name, ...area.aliases].some((own) => nameKey(own) === name),
  );
}

/**
 * Who speaks with the organisation of an entry (accounthouder): who stands in the entry itself, or else in another one of
 * that organisation. Undefined for the municipality itself and when nobody stands there.
 */
export function contactFor(entry: RegisterEntry, lookup: Lookup): string | undefined {
  if (!isOutside(entry, lookup)) return undefined;
  const name = nameKey(entry.organisation);
  const isSame = (other: RegisterEntry) => other.contact && nameKey(other.organisation) === name;
  return entry.contact ?? lookup.register.entries.find(isSame)?.contact;
}
