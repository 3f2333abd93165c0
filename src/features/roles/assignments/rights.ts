import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings, Team } from '../../../people/municipality.ts';
import { isLeaderOf, isPresent, type Person } from '../../../people/person.ts';
import type { AssignmentTools } from './tools.ts';

export const notYours: Message = notice(
  'roles',
  'Alleen wie het team leidt, kan dit',
  'Wil je weten wie welke rol heeft? Typ “rolkaart”. Je eigen rollen zie je met “mijn rollen”.',
);
export const noSuchMember: Message = notice(
  'roles',
  'Ik vind deze collega niet in jouw team',
  'Misschien werkt die nu in een ander team. Je ziet alleen wie in een team zit dat jij leidt.',
  [{ verb: 'assignments.list', title: 'Naar de lijst', data: { page: 0 } }],
);

/** Dividing roles; that somebody leads the team is looked at here (trust:rights-on-verified-id). */
export const leading: Needs = { ...colleagueAlone, typed: 'toewijzing', checked: 'leidt het team' };

/** The same of teams in general, such as the list of all who are in them. */
export const leadingSome: Needs = { ...leading, checked: 'leidt een team' };

/** One who leads teams, with those teams. */
export interface Leading {
  me: Person;
  teams: readonly Team[];
  settings: Settings;
}

/** The teams that somebody leads, by right as a member or because the settings name them. */
export const teamsLedBy = (me: Person, { teams }: Settings): Team[] =>
  teams.filter((team) => isLeaderOf(team, me));

/** Runs for who leads a team; anybody else reads that it is not theirs. */
export async function asLeader(turn: Turn, run: (who: Leading) => Promise<Message>): Promise<Message> {
  const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
  if (!me) return unknownPerson;
  const teams = teamsLedBy(me, settings);
  return teams.length > 0 ? run({ me, teams, settings }) : notYours;
}

/** A colleague whom one who leads their team wants to talk with. */
export interface Member extends Leading {
  member: Person & { directoryId: string };
  team: Team;
}

/** The same with one member, by directory id: of a team that is led now, so who moved is with their new team alone. */
export function asLeaderOf(
  { people }: Pick<AssignmentTools, 'people'>,
  turn: Turn,
  directoryId: string,
  run: (who: Member) => Promise<Message>,
): Promise<Message> {
  return asLeader(turn, async (lead) => {
    const member = await people.find(directoryId);
    const team = lead.teams.find(({ key }) => key === member?.team);
    if (!member || !team || !isPresent(member)) return noSuchMember;
    return run({ ...lead, member: { ...member, directoryId }, team });
  });
}
