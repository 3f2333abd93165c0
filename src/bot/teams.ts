import { type Activity, TeamsInfo, type TurnContext } from 'botbuilder';
import type { Temporal } from 'temporal-polyfill';
import type { Turn } from '../conversation/turn.ts';
import type { RosterMember } from '../people/lifecycle.ts';
import { type Address, guestMark } from '../people/person.ts';
import type { TurnReads } from '../people/turn-reader.ts';

/** The parts of Teams' channel data that we read. */
interface ChannelData {
  eventType?: string;
  team?: { id: string; name?: string };
}

/** The scope of a conversation; Teams leaves the type out in some personal events. */
export function scopeOf(activity: Activity): Turn['scope'] {
  const type = activity.conversation.conversationType;
  return type === 'channel' ? 'channel' : type === 'groupChat' ? 'group' : 'personal';
}

/** Where to write to the sender of an activity. */
export function addressOf(activity: Activity): Address {
  return {
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation.id,
    user: activity.from.id,
    bot: activity.recipient?.id ?? '',
  };
}

/** The Teams team an activity is about, if any. */
export function teamsTeamOf(activity: Activity): { id: string; name: string } | undefined {
  const team = (activity.channelData as ChannelData | undefined)?.team;
  return team ? { id: team.id, name: team.name ?? '' } : undefined;
}

/** True when Teams tells that the team itself was deleted. */
export function isDeletedTeam(activity: Activity): boolean {
  const event = (activity.channelData as ChannelData | undefined)?.eventType;
  return event === 'teamDeleted' || event === 'teamHardDeleted';
}

/** No command is longer than this, and looking for mentions takes time for each `<` in a text. */
const LONGEST_LOOKED_AT = 5_000;

/** What was typed, without the mention of the bot (Teams: in channels the bot hears only what mentions it). */
export function typedText(activity: Activity): string {
  return (activity.text ?? '')
    .slice(0, LONGEST_LOOKED_AT)
    .replace(/<at[^>]*>.*?<\/at>/gis, ' ')
    .replace(/&nbsp;/g, ' ')
    .trim();
}

/** A turn from an activity; `reads` gives what is known of who is talking. */
export function turnOf(
  activity: Activity,
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
    text: typedText(activity),
  };
}

interface TeamsAccount {
  aadObjectId?: string;
  name?: string;
  userPrincipalName?: string;
  userRole?: string;
}

function memberOf({
  aadObjectId,
  name,
  userPrincipalName,
  userRole,
}: TeamsAccount): RosterMember | undefined {
  if (!aadObjectId || !userPrincipalName) return undefined;
  return {
    directoryId: aadObjectId.toLowerCase(),
    name: name ?? userPrincipalName,
    upn: userPrincipalName.toLowerCase(),
    guest: userRole?.toLowerCase() === 'guest' || guestMark.test(userPrincipalName),
  };
}

/** Looks somebody up in the roster of the conversation; undefined when Teams does not know them. One connector call. */
export async function lookUp(context: TurnContext, userId: string): Promise<RosterMember | undefined> {
  try {
    return memberOf((await TeamsInfo.getMember(context, userId)) as TeamsAccount);
  } catch (error) {
    // A bot, or somebody who has left again by now.
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}

/** Everybody in the roster of the conversation, bots left out. One connector call a page of 500. */
export async function rosterOf(context: TurnContext): Promise<RosterMember[]> {
  const members: RosterMember[] = [];
  let token: string | undefined;
  do {
    const page = await TeamsInfo.getPagedMembers(context, 500, token as string);
    members.push(...page.members.flatMap((account) => memberOf(account as TeamsAccount) ?? []));
    token = page.continuationToken || undefined;
  } while (token);
  return members;
}

/** True for an event about the bot itself, not about people. */
export function concernsBot(activity: Activity, accounts: readonly { id: string }[] | undefined): boolean {
  return (accounts ?? []).some(({ id }) => id === activity.recipient?.id);
}
