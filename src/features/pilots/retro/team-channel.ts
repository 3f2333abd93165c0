import type { Turn } from '../../../conversation/turn.ts';
import { isSameChannel, linkedTeam } from '../../../people/team-channel.ts';
import { teamIn, teamPlace, teamsOf } from '../pilot/place.ts';
import type { RetroTools } from './tools.ts';

type Links = Pick<RetroTools, 'teamLinks'>;

/**
 * The teams of this person to which the channel of the turn belongs, as places: a team's chosen channel, and every channel of
 * the team in Teams that an administrator linked to it.
 */
export async function teamsHere({ teamLinks }: Links, turn: Turn): Promise<string[]> {
  if (turn.scope !== 'channel') return [];
  const me = await turn.person();
  if (!me) return [];
  const linked = await linkedTeam(teamLinks, turn.teamsTeam);
  return teamsOf(me, await turn.settings())
    .filter(({ key, channel }) => key === linked || (channel && isSameChannel(channel, turn.address)))
    .map(({ key }) => teamPlace(key));
}

/** True in a channel of the team that is this place. */
export const isTeamChannel = async (tools: Links, turn: Turn, place: string): Promise<boolean> =>
  teamIn(place) !== undefined && (await teamsHere(tools, turn)).includes(place);
