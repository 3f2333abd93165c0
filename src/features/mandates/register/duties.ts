import type { DutyHeld, RegisterDuties } from '../contract.ts';
import { dutiesIn } from '../vocabulary/separate-duties.ts';
import type { Colleagues } from './colleagues.ts';
import type { Lookup } from './lookup.ts';
import { isValidOn, type RegisterEntry } from './register.ts';

function heldBy(entry: RegisterEntry, day: string, lookup: Lookup, colleagues: Pick<Colleagues, 'find'>) {
  const { duties, registration, object } = dutiesIn(entry);
  // "Klachten valideren" is about no registration, so nobody's mutations are checked by it.
  if (object !== '') return [];
  const people = [
    ...lookup.holders(entry, day).map((name) => ({ name, as: 'holder' as const })),
    ...lookup.deputies(entry, day).map((name) => ({ name, as: 'deputy' as const })),
  ];
  return duties.flatMap((duty) =>
    people.map(
      ({ name, as }): DutyHeld => ({
        name,
        directoryId: colleagues.find(name)?.directoryId,
        duty,
        registration,
        area: entry.area,
        as,
        id: entry.id,
      }),
    ),
  );
}

/**
 * Who may do which of the duties that are kept apart, on a day (ISO date), with the places of the register. What the register does not
 * say is not in it: nothing is inferred. A function that nobody fulfils then is held by nobody.
 */
export function dutiesOn(lookup: Lookup, day: string, colleagues: Pick<Colleagues, 'find'>): RegisterDuties {
  const { entries, areas } = lookup.register;
  return {
    held: entries
      .filter((entry) => isValidOn(entry, day))
      .flatMap((entry) => heldBy(entry, day, lookup, colleagues)),
    areas: areas.map(({ code, name, aliases }) => ({ code, name, aliases, chain: lookup.chain(code) })),
  };
}
