import type { Message } from '../../../bot/turn.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import type { Settings } from '../../../people/municipality.ts';
import { type Address, channelOf } from '../../../people/person.ts';
import { type News, newsCard } from './cards.ts';
import type { Change } from './change.ts';
import { teamsIn } from './rules.ts';

/**
 * Tells a change in the channels of the teams that it is for, each channel once. Gives in Dutch what became of that,
 * for who did it: what did not reach a team they have to tell themselves.
 */
export async function tell(
  send: (address: Address, message: Message) => Promise<SendOutcome>,
  change: Change,
  settings: Settings,
  news: News,
): Promise<string> {
  const teams = teamsIn(change.scope, settings);
  const channels = new Map(
    teams.flatMap(({ channel }) => (channel ? [[channelOf(channel.conversation), channel]] : [])),
  );
  const message = newsCard(change, settings, news);
  const outcomes = await Promise.all(
    [...channels].map(([conversation, channel]) => send({ ...channel, conversation, user: '' }, message)),
  );
  const sent = outcomes.filter(({ kind }) => kind === 'sent').length;
  const failed = outcomes.length - sent;
  const without = teams.filter(({ channel }) => !channel).length;
  return [
    sent > 0 ? `Bewaard, en in ${sent === 1 ? 'het kanaal' : `${sent} kanalen`} gezet.` : 'Bewaard.',
    failed > 0 ? `In ${failed === 1 ? 'één kanaal' : `${failed} kanalen`} lukte het niet.` : '',
    without > 0 ? `${without === 1 ? 'Eén team heeft' : `${without} teams hebben`} nog geen kanaal.` : '',
    failed + without > 0 ? 'Vertel het daar zelf.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
