import type { Lookup } from '../../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../../register/register.ts';
import { type DutiesOfEntry, type Duty, dutiesIn, sharedMatter } from '../../vocabulary/separate-duties.ts';
import type { Understood } from '../understanding/understood.ts';
import { alphabetical, type OwnWork } from './answer.ts';
import { covers, nearestIn } from './holding.ts';

const checkDuties: readonly Duty[] = ['valideren', 'goedkeuren'];

const isCheck = ({ duties }: DutiesOfEntry) => duties.some((duty) => checkDuties.includes(duty));

/** True when one of two areas lies in the other, or they are the same. */
const meet = (lookup: Lookup, one: string, other: string) =>
  lookup.chain(one).includes(other) || lookup.chain(other).includes(one);

/** The people who may do the same at the asked place, the nearest first: holders, or else deputies. */
function othersFor(
  lookup: Lookup,
  { areas, registration, date, absent }: Understood,
  activities: readonly string[],
  held: readonly RegisterEntry[],
  person: string,
): Omit<OwnWork, 'person'> {
  const places = areas.length > 0 ? areas : [...new Set(held.map(({ area }) => area))];
  const names =
    registration === undefined ? [...new Set(held.map((entry) => entry.registration))] : [registration];
  const nearest = places.flatMap((area) =>
    names.flatMap((name) =>
      activities.map((activity) => nearestIn(lookup, lookup.chain(area), activity, name, date)),
    ),
  );
  const isOther = (name: string) => name !== person && name !== absent;
  const near = nearest.flatMap(({ entries }) => entries);
  const wide = nearest.flatMap(({ broader }) => broader);
  const holders = [near, wide].map((entries) =>
    alphabetical(entries.flatMap((entry) => lookup.holders(entry, date))).filter(isOther),
  );
  const others = holders.find((some) => some.length > 0);
  if (others) return { others, asDeputy: false };
  const deputies = [...near, ...wide].flatMap((entry) => lookup.deputies(entry, date)).filter(isOther);
  return { others: [...new Set(deputies)], asDeputy: true };
}

/**
 * What limits a yes about checking (docs/method.md): whoever also processes there, as holder or as deputy, does not check
 * what they processed. Undefined when the question is about no check, or when the person does not process there.
 */
export function ownWorkIn(
  lookup: Lookup,
  asked: Understood,
  activity: string,
  entries: readonly RegisterEntry[],
  person: string,
): OwnWork | undefined {
  const { areas, registration, date } = asked;
  const checks = entries.filter((entry) => isCheck(dutiesIn(entry)));
  const does = (entry: RegisterEntry) =>
    isValidOn(entry, date) &&
    [...lookup.holders(entry, date), ...lookup.deputies(entry, date)].includes(person) &&
    covers(entry, registration) &&
    areas.every((area) => meet(lookup, entry.area, area));
  const processes = [...lookup.heldBy(person), ...lookup.deputisedBy(person)].filter(
    (entry) => does(entry) && dutiesIn(entry).duties.includes('verwerken'),
  );
  const isOwn = processes.some((entry) =>
    checks.some(
      (check) => meet(lookup, entry.area, check.area) && sharedMatter(dutiesIn(entry), dutiesIn(check)),
    ),
  );
  if (!isOwn) return undefined;
  // Who has it in own words of the register may find that another has it under its common name.
  const common = checks
    .flatMap((entry) => dutiesIn(entry).duties)
    .filter((duty) => checkDuties.includes(duty));
  return { person, ...othersFor(lookup, asked, [...new Set([activity, ...common])], checks, person) };
}

/** Who checks what somebody processed: "Dat doet Chantal Duin." */
export const otherInWords = ({ others, asDeputy }: OwnWork): string =>
  others.length === 0
    ? 'Niemand anders is daarvoor vastgelegd.'
    : `Dat doet ${others.join(' of ')}${asDeputy ? ', als vervanger' : ''}.`;

/** Said of a yes: what the person may not check, and who does. */
export const ownWorkInWords = (ownWork: OwnWork): string =>
  `Niet wat ${ownWork.person} zelf verwerkte. ${otherInWords(ownWork)}`;
