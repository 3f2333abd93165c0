import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings, Team } from '../../../people/municipality.ts';
import { isLeaderOf, isPresent, type Person } from '../../../people/person.ts';
import type { Channel, Pilot, PilotKind } from './pilot.ts';
import { alreadyClosed, notYours, onlyLead, viewOf } from './rights.ts';
import type { PilotStore } from './store.ts';

/** Who may begin a retro where they are: which pilot or team that is, is looked up. */
export const mayRetro: Needs = {
  ...colleagueAnywhere,
  checked: 'doet mee aan een pilot, zit in een team of leidt dat',
};
/** Who takes part is checked by `placeView`, who leads the retro by `leadsRetro`. */
export const inRetro: Needs = {
  ...colleagueAnywhere,
  checked: 'doet mee aan de retro: zit in de pilot of het team, of leidt dat team',
};
export const leadsTheRetro: Needs = {
  ...colleagueAnywhere,
  checked: 'leidt de retro: leidt de pilot of het team, of begon de retro van een team',
};

/** Where a retro is held: a pilot, or a team. Its learning points and actions are kept under the same id. */
export interface Place {
  id: string;
  name: string;
  kind: PilotKind | 'team';
  channel?: Channel;
  /** A pilot that was closed. */
  isClosed: boolean;
}

/** A place as somebody sees it who takes part there. */
export interface PlaceView {
  place: Place;
  me: Person;
  /** Directory ids of all who take part. */
  members: readonly string[];
  /** Whether this person leads the pilot or the team. */
  leads: boolean;
  /** Whether anybody who leads it still works here. */
  hasLead: boolean;
}

export interface PlaceTools {
  pilots: PilotStore;
  everybody(): Promise<readonly Person[]>;
}

/** Before the key of a team: ids of pilots begin otherwise. */
const TEAM = 'team:';
/** The id of a team as a place. */
export const teamPlace = (key: string): string => `${TEAM}${key}`;
/** The key of the team that a place is; undefined for a pilot. */
export const teamIn = (place: string): string | undefined =>
  place.startsWith(TEAM) ? place.slice(TEAM.length) : undefined;

export const placeOfPilot = ({ id, name, kind, channel, closedOn }: Pilot): Place => ({
  id,
  name,
  kind,
  channel,
  isClosed: closedOn !== undefined,
});
const placeOfTeam = ({ key, name, channel }: Team): Place => ({
  id: teamPlace(key),
  name,
  kind: 'team',
  channel,
  isClosed: false,
});

/** A place by its id; undefined when there is none. */
export async function placeOf(
  pilots: Pick<PilotStore, 'get'>,
  teams: () => Promise<readonly Team[]>,
  id: string,
): Promise<Place | undefined> {
  const key = teamIn(id);
  if (key === undefined) {
    const pilot = await pilots.get(id);
    return pilot && placeOfPilot(pilot);
  }
  const team = (await teams()).find((one) => one.key === key);
  return team && placeOfTeam(team);
}

/** True for who is in a team and for who leads it. */
const isInside = (team: Team, person: Person): boolean =>
  isPresent(person) && (person.team === team.key || isLeaderOf(team, person));

/** Directory ids of who is in a team or leads it. */
export const membersOf = (team: Team, people: readonly Person[]): string[] =>
  people.flatMap((one) => (one.directoryId && isInside(team, one) ? [one.directoryId] : []));

/** The teams that somebody is in or leads, their own first. */
export const teamsOf = (person: Person, { teams }: Pick<Settings, 'teams'>): Team[] =>
  teams
    .filter((team) => isInside(team, person))
    .sort((a, b) => Number(b.key === person.team) - Number(a.key === person.team));

/**
 * A place as this person may see it; undefined for somebody who takes no part there. That rests on the directory id of the
 * turn (trust:rights-on-verified-id).
 */
export async function placeView(
  { pilots, everybody }: PlaceTools,
  turn: Turn,
  id: string,
): Promise<PlaceView | undefined> {
  const key = teamIn(id);
  if (key === undefined) {
    const [view, people] = await Promise.all([viewOf(pilots, turn, id), everybody()]);
    if (!view) return undefined;
    const { pilot, me, members, leads } = view;
    const present = new Set(people.filter(isPresent).map(({ directoryId }) => directoryId));
    return {
      place: placeOfPilot(pilot),
      me,
      members: members.map(({ directoryId }) => directoryId),
      leads,
      hasLead: members.some(({ role, directoryId }) => role === 'lead' && present.has(directoryId)),
    };
  }
  const [me, settings, people] = await Promise.all([turn.person(), turn.settings(), everybody()]);
  const team = settings.teams.find((one) => one.key === key);
  if (!me || !team || !isInside(team, me)) return undefined;
  return {
    place: placeOfTeam(team),
    me,
    members: membersOf(team, people),
    leads: isLeaderOf(team, me),
    hasLead: people.some((one) => isPresent(one) && isLeaderOf(team, one)),
  };
}

/**
 * Whether somebody moves the retro on: who leads the pilot or the team, and in a team who began it. When none of them is here
 * any more, everybody who takes part may.
 */
export function leadsRetro(
  { place, me, members, leads, hasLead }: PlaceView,
  { startedBy }: { startedBy?: string },
): boolean {
  const starter = place.kind === 'team' ? startedBy : undefined;
  if (leads || (starter !== undefined && starter === me.directoryId)) return true;
  return !hasLead && !(starter !== undefined && members.includes(starter));
}

const notYourTeam = notice(
  'retro',
  'Deze retro is van een ander team',
  'Er is niets veranderd. Alleen wie in dat team werkt of het leidt, doet mee.',
);
const onlyLeadOfTeam = notice(
  'retro',
  'Alleen wie de retro begon of het team leidt, kan dit',
  'Er is niets veranderd. Vraag het een van hen.',
);

/** What somebody hears who takes no part in a place, who does not lead it, or who comes when it is closed. */
export const notYoursIn = (id: string): Message => (teamIn(id) === undefined ? notYours : notYourTeam);
export const onlyLeadIn = (id: string): Message => (teamIn(id) === undefined ? onlyLead : onlyLeadOfTeam);
export const closedPlace: Message = alreadyClosed;
