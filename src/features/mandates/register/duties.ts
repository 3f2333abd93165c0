import { memoised } from '../../../lib/memoised.ts';
import type { DutyHeld, RegisterDuties } from '../contract.ts';
import { type Duty, dutiesIn } from '../vocabulary/separate-duties.ts';
import type { Colleagues } from './colleagues.ts';
import type { Lookup } from './lookup.ts';
import { isValidOn, type RegisterEntry } from './register.ts';

/** An entry about duties that are kept apart, and about a registration. */
interface DutyEntry {
  entry: RegisterEntry;
  duties: readonly Duty[];
  registration: string;
}

function dutyEntries({ register }: Lookup): DutyEntry[] {
  // Many entries are of one activity, and reading its words takes longest.
  const read = memoised((text) => {
    const [activity, registration] = JSON.parse(text) as [string, string];
    return dutiesIn({ activity, registration });
  });
  return register.entries.flatMap((entry) => {
    const { duties, registration, object } = read(JSON.stringify([entry.activity, entry.registration]));
    // "Klachten valideren" is about no registration, so nobody's mutations are checked by it.
    return duties.length > 0 && object === '' ? [{ entry, duties, registration }] : [];
  });
}

/** Those of a register, found once a version: it is asked at every rolkaart. */
const known = new WeakMap<Lookup, DutyEntry[]>();

function dutyEntriesOf(lookup: Lookup): DutyEntry[] {
  const found = known.get(lookup) ?? dutyEntries(lookup);
  known.set(lookup, found);
  return found;
}

function heldBy(
  { entry, duties, registration }: DutyEntry,
  day: string,
  lookup: Lookup,
  colleagues: Pick<Colleagues, 'find'>,
): DutyHeld[] {
  const people = [
    ...lookup.holders(entry, day).map((name) => ({ name, as: 'holder' as const })),
    ...lookup.deputies(entry, day).map((name) => ({ name, as: 'deputy' as const })),
  ];
  const { area, id } = entry;
  return duties.flatMap((duty) =>
    people.map(({ name, as }) => ({
      name,
      directoryId: colleagues.find(name)?.directoryId,
      duty,
      registration,
      area,
      as,
      id,
    })),
  );
}

/**
 * Who may do which of the duties that are kept apart, on a day (ISO date), with the places of the register. What the register does not
 * say is not in it: nothing is inferred. A function that nobody fulfils then is held by nobody.
 */
export function dutiesOn(lookup: Lookup, day: string, colleagues: Pick<Colleagues, 'find'>): RegisterDuties {
  const { areas } = lookup.register;
  return {
    held: dutyEntriesOf(lookup)
      .filter(({ entry }) => isValidOn(entry, day))
      .flatMap((one) => heldBy(one, day, lookup, colleagues)),
    areas: areas.map(({ code, name, aliases }) => ({
      code,
      name,
      title: lookup.placeName(code),
      aliases,
      chain: lookup.chain(code),
    })),
  };
}
