import type { Turn } from '../conversation/turn.ts';
import { isLeaderOf, isPresent, type Person } from './person.ts';
import type { PeopleStore } from './store.ts';

/** Who leads a team, as members of it or by its settings, but for the employee themselves (their directory id): those with an account. */
export async function leadsOf(
  { members, managers = [] }: { members: readonly Person[]; managers?: readonly string[] },
  employee: string,
  people: Pick<PeopleStore, 'byUpn'>,
): Promise<Person[]> {
  const inTeam = members.filter(({ access }) => access.includes('manager'));
  const named = await Promise.all(managers.map((upn) => people.byUpn(upn)));
  const all = [...inTeam, ...named].flatMap((one) => (one?.directoryId && isPresent(one) ? [one] : []));
  const others = all.filter(({ directoryId }) => directoryId !== employee);
  return [...new Map(others.map((one) => [one.directoryId, one])).values()];
}

/** Who leads the team of who asks, and never who asks. */
export async function ownLeads(turn: Turn, people: Pick<PeopleStore, 'byUpn'>): Promise<Person[]> {
  const { members = [], team } = (await turn.workplace()) ?? {};
  return leadsOf({ members, managers: team?.managers }, turn.directoryId, people);
}

/** The colleagues in the teams that somebody leads, by their directory ids. A range a team. */
export async function ledBy(turn: Turn, people: Pick<PeopleStore, 'members'>): Promise<Person[]> {
  const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
  if (!me) return [];
  const led = teams.filter((team) => isLeaderOf(team, me));
  const members = await Promise.all(led.map(({ key }) => people.members(key)));
  return members
    .flat()
    .filter((one) => isPresent(one) && one.directoryId !== undefined && one.directoryId !== turn.directoryId);
}
