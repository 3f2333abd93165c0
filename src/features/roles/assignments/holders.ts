import { type IbroRole, isPresent, oncePerAccount, type Person } from '../../../people/person.ts';
import type { Assigned, Assignment } from './assignment.ts';
import { periodsOf } from './history.ts';
import { type Places, placesOf } from './places.ts';
import type { Around, Holder } from './rules.ts';
import type { Party } from './store.ts';
import type { AssignmentTools } from './tools.ts';

/** Everything about roles at one moment. */
export interface Standing extends Around {
  /** Colleagues who agreed to a role that does not count any more: they left, or work in another team. */
  gone: readonly { who: Holder; why: 'moved' | 'left' }[];
  /** What colleagues hold until something else begins, of those who count: beside what they agreed to last. */
  still: readonly Holder[];
  rows: ReadonlyMap<string, Assignment>;
  parties: readonly Party[];
  people: readonly Person[];
  /** The areas that can be chosen, by code, with what they are called. */
  areas: readonly { code: string; name: string; title: string; aliases: readonly string[] }[];
}

const holderOf = (id: string, name: string, { team, roles, areas, from }: Assigned): Holder => ({
  id,
  name,
  team,
  roles,
  areas,
  from,
});

const partyHolder = ({ id, organisation, team, role, areas, from, contact }: Party): Holder => ({
  id,
  name: organisation,
  team,
  roles: [role],
  areas,
  from,
  contact,
});

/** The roles that the people file gives somebody. */
export const rolesInFile = ({ role, secondRole }: Person): IbroRole[] =>
  [role, secondRole].filter((one) => one !== undefined);

/**
 * Who holds a role on a day (ISO date), what the register says of it, and who is here. Only what somebody agreed to counts, as long as
 * they work in the team that it was made for; a party counts as long as there is that team.
 */
export async function standing(
  {
    assignments,
    parties,
    everybody,
    duties,
    settings,
  }: Pick<AssignmentTools, 'assignments' | 'parties' | 'everybody' | 'duties' | 'settings'>,
  day: string,
): Promise<Standing> {
  const [rows, recorded, everyone, register, { teams }] = await Promise.all([
    assignments.all(),
    parties.all(),
    everybody(),
    duties(day),
    settings.recent(),
  ]);
  const outside = recorded.filter(({ team }) => teams.some(({ key }) => key === team));
  const people = oncePerAccount(everyone);
  const byAccount = new Map(people.map((person) => [person.directoryId, person]));
  const places: Places = placesOf(register.areas);
  const held = [...rows].flatMap(([id, { held: agreed }]) => {
    const person = byAccount.get(id);
    return agreed && person ? [{ person, who: holderOf(id, person.name, agreed) }] : [];
  });
  const still = [...rows].flatMap(([id, { past }]) => {
    const person = byAccount.get(id);
    return person
      ? periodsOf(past, day).still.map((one) => ({
          person,
          who: { ...holderOf(id, person.name, { ...one, areas: one.areas ?? [] }), until: one.until },
        }))
      : [];
  });
  const counts = ({ person, who }: { person: Person; who: Holder }) =>
    isPresent(person) && person.team === who.team;
  return {
    holders: [...held.filter(counts).map(({ who }) => who), ...outside.map(partyHolder)],
    gone: held
      .filter((one) => !counts(one))
      .map(({ person, who }) => ({ who, why: isPresent(person) ? 'moved' : 'left' })),
    still: still.filter(counts).map(({ who }) => who),
    rows,
    parties: outside,
    people,
    register: register.held,
    places,
    areas: register.areas,
  };
}

/** The same as it would be once somebody agreed to this. */
export function withProposal(
  now: Standing,
  { directoryId = '', name }: Person,
  assigned: Assigned,
): { who: Holder; around: Around } {
  const who = holderOf(directoryId, name, assigned);
  return { who, around: { ...now, holders: [...now.holders.filter(({ id }) => id !== directoryId), who] } };
}

/** The same with a party in the place of what stood under its id. */
export function withParty(now: Standing, party: Party): { who: Holder; around: Around } {
  const who = partyHolder(party);
  return { who, around: { ...now, holders: [...now.holders.filter(({ id }) => id !== party.id), who] } };
}
