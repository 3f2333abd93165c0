import type { Turn } from '../../../conversation/turn.ts';
import { channelFor, isChannelOf, isSameChannel, type TeamsChannel } from '../../../people/team-channel.ts';
import type { TeamLinks } from '../../../people/team-links.ts';
import type { Told } from './cards.ts';
import type { DialogueRow } from './store.ts';

type Links = Pick<TeamLinks, 'of'>;

/** A team as its channel is looked for: also when it is in no list any more. */
export async function teamOf(turn: Turn, key: string) {
  const { teams } = await turn.settings();
  return { key, channel: teams.find((team) => team.key === key)?.channel };
}

/**
 * Where agreements are told that are written in this turn: in a channel of the team, or, without one, in the place of the
 * dialogue for who writes them there. What is written elsewhere, such as in somebody's own chat, goes to no place of which nobody
 * knows that it is the team's.
 */
export async function tellingOf(
  links: Links,
  turn: Turn,
  key: string,
  { channel }: Pick<DialogueRow, 'channel'>,
): Promise<{ to?: TeamsChannel; told: Told }> {
  const own = await channelFor(links, await teamOf(turn, key), channel);
  if (own) return { to: own, told: 'in the channel of the team' };
  return isSameChannel(channel, turn.address) ? { to: channel, told: 'here' } : { told: 'nowhere' };
}

/** True where the agreements of a team may be read aloud: in a channel of the team, and where these very words were written. */
export async function mayReadHere(
  links: Links,
  turn: Turn,
  key: string,
  { channel, writtenHere }: Pick<DialogueRow, 'channel' | 'writtenHere'>,
): Promise<boolean> {
  if (writtenHere && isSameChannel(channel, turn.address)) return true;
  const { conversation } = turn.address;
  return isChannelOf(links, await teamOf(turn, key), { conversation, teamsTeam: turn.teamsTeam });
}
