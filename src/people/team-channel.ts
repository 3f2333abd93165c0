import type { Team } from './municipality.ts';
import { channelOf } from './person.ts';
import type { TeamLinks } from './team-links.ts';

/** A place in Teams where Kompas can post, and the team in Teams that it is in. */
export interface TeamsChannel {
  serviceUrl: string;
  conversation: string;
  bot: string;
  /** The id of the team in Teams; missing in a chat, and where that was not kept. */
  teamsTeam?: string;
}

type Named = Pick<Team, 'key' | 'channel'>;
type Spot = Pick<TeamsChannel, 'conversation' | 'teamsTeam'>;

/** True of two threads of one channel. */
export const isSameChannel = (
  a: Pick<TeamsChannel, 'conversation'>,
  b: Pick<TeamsChannel, 'conversation'>,
): boolean => channelOf(a.conversation) === channelOf(b.conversation);

/** The key of our team to which an administrator linked a team in Teams; undefined without a link, and while it is deleted. */
export async function linkedTeam(
  links: Pick<TeamLinks, 'of'>,
  teamsTeam: string | undefined,
): Promise<string | undefined> {
  const link = teamsTeam === undefined ? undefined : await links.of(teamsTeam);
  return link && link.deleted === undefined ? link.team : undefined;
}

/** True in a channel of this team: the one that who leads it chose, and every channel of the team in Teams that is linked to it. */
export async function isChannelOf(
  links: Pick<TeamLinks, 'of'>,
  { key, channel }: Named,
  spot: Spot,
): Promise<boolean> {
  if (channel && isSameChannel(channel, spot)) return true;
  return (await linkedTeam(links, spot.teamsTeam)) === key;
}

/** True once somebody chose a channel for this team, or linked a team in Teams to it. */
export async function hasChannel(links: Pick<TeamLinks, 'all'>, { key, channel }: Named): Promise<boolean> {
  if (channel) return true;
  return (await links.all()).some(({ team, deleted }) => team === key && deleted === undefined);
}

/** Where the team reads what it wrote itself: `known` if that is a channel of the team, or else the one that was chosen; undefined without. */
export async function channelFor(
  links: Pick<TeamLinks, 'of'>,
  team: Named,
  known: TeamsChannel | undefined,
): Promise<TeamsChannel | undefined> {
  return known && (await isChannelOf(links, team, known)) ? known : team.channel;
}
