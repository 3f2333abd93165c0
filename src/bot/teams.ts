import type { Temporal } from 'temporal-polyfill';
import type { Turn } from '../conversation/turn.ts';
import { nameSeen } from '../language/unseen.ts';
import { type Address, isGroupConversation } from '../people/person.ts';
import type { TurnReads } from '../people/turn-reader.ts';
import type { IncomingActivity } from './activity.ts';
import { typedText } from './text.ts';

/** True for a chat of two people: its id names both, as that of a chat with Kompas names Kompas (`28:` and its id). */
function isOfTwoPeople({
  conversation,
  recipient,
}: Pick<IncomingActivity, 'conversation' | 'recipient'>): boolean {
  const [, both] = /^19:(.*)@unq\.gbl\.spaces$/i.exec(conversation.id) ?? [];
  const own = recipient.id.replace(/^28:/, '').toLowerCase();
  return both !== undefined && !both.toLowerCase().split('_').includes(own);
}

/**
 * The scope of a conversation. It is somebody's own chat only when it says so, or says nothing and has no mark of a group:
 * Teams leaves the type out in some events, of personal chats and of meetings alike.
 */
export function scopeOf(
  activity: Pick<IncomingActivity, 'conversation' | 'channelData' | 'recipient'>,
): Turn['scope'] {
  const { conversation, channelData } = activity;
  const { conversationType, isGroup, id } = conversation;
  const type = conversationType?.toLowerCase();
  if (type === 'personal') return 'personal';
  if (type === 'channel') return 'channel';
  const { team, channel, meeting } = channelData ?? {};
  if (type) return 'group';
  if (team || channel) return 'channel';
  return isGroup || meeting || isGroupConversation(id) || isOfTwoPeople(activity) ? 'group' : 'personal';
}

/** Where to write to the sender of an activity. */
export function addressOf(activity: IncomingActivity): Address {
  return {
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation.id,
    user: activity.from.id,
    bot: activity.recipient.id,
  };
}

/** The Teams team an activity is about, if any. */
export function teamsTeamOf({ channelData }: IncomingActivity): { id: string; name: string } | undefined {
  const team = channelData?.team;
  return team?.id ? { id: team.id, name: nameSeen(team.name ?? '') } : undefined;
}

/** A turn from an activity; `reads` gives what is known of who is talking. */
export function turnOf(
  activity: IncomingActivity,
  now: Temporal.Instant,
  reads: (directoryId: string) => TurnReads,
): Turn {
  const directoryId = activity.from.aadObjectId ?? '';
  return {
    ...reads(directoryId),
    now,
    directoryId,
    scope: scopeOf(activity),
    address: addressOf(activity),
    teamsTeam: teamsTeamOf(activity)?.id,
    ...typedText(activity),
  };
}
