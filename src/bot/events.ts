import type { Logger } from 'pino';
import type { Message } from '../conversation/message.ts';
import { errorFacts } from '../lib/error-facts.ts';
import type { Lifecycle } from '../people/lifecycle.ts';
import type { Person } from '../people/person.ts';
import type { Silence } from '../people/silence.ts';
import type { TeamChange, TeamNews } from '../people/team-news.ts';
import type { IncomingActivity } from './activity.ts';
import type { Rosters } from './rosters.ts';
import { addressOf, scopeOf, teamsTeamOf } from './teams.ts';

export interface EventTools {
  lifecycle: Lifecycle;
  rosters: Pick<Rosters, 'look' | 'lookUp'>;
  /** Whether this is a moment to welcome somebody who did not write to us. */
  isWelcomeTime(person: Person): Promise<boolean>;
  /** What a person reads when the app is there for the first time. */
  welcome(person: Person): Promise<Message>;
  /** What somebody reads who installs the app and whom no administrator added; undefined for nearly all of them. */
  greet(activity: IncomingActivity): Promise<Message | undefined>;
  /** Who erased themselves is left alone until they write. */
  silence: Pick<Silence, 'of'>;
  /** After the welcome: somebody who comes during a window gets their card now. */
  welcomed(person: Person): Promise<void>;
  /** Answers in the conversation of the event. */
  reply(activity: IncomingActivity, message: Message): Promise<void>;
  isAdministrator(person: Person): boolean;
  /** Tells the administrators of Kompas, each in their own chat. */
  tellOfTeam(news: TeamNews): Promise<void>;
  log: Logger;
}

/** A pilot needs no team that is linked: who leads it links its channel (docs/projectleider.md). */
const LINKS_PILOT =
  'Leid je een pilot? Die koppel je zelf: typ in het kanaal van het pilotteam @Kompas pilot.';

const notYours: Message = {
  text: `Hallo! Een beheerder of de leidinggevende van dit team kan het team aan Kompas koppelen. Ben jij dat? Verwijder mij hier, en voeg mij dan zelf weer toe. ${LINKS_PILOT}`,
};
const takenTeam: Message = {
  text: `Hallo! Een ander team in Teams is al aan dit team in Kompas gekoppeld. Een beheerder of de leidinggevende kan mij daar verwijderen, en hier weer toevoegen. ${LINKS_PILOT}`,
};
const unknownTeam: Message = {
  text: `Ik ken dit team nog niet. Een beheerder stuurt mij eerst het mensenbestand, met dit team erin. Verwijder mij daarna hier, en voeg mij opnieuw toe: dan koppel ik wie erin zit. ${LINKS_PILOT}`,
};
const knownTeam: Message = {
  text: 'Hallo! Ik ben Kompas. Noem mij in een bericht en typ “help”, dan zie je wat ik kan. Persoonlijke dingen vraag ik nooit hier.',
};

/**
 * Opens the way to somebody in their own chat, and welcomes them the first time. Harmless when repeated; nothing is
 * kept of somebody whom no administrator added. `at` is the moment of the install, where there was one. A policy of the municipality
 * installs at any hour, also before consent: then the clock welcomes them, on a day they work (trust:consent-first). So it does
 * for who administers Kompas and writes: they get the one card that they came for.
 */
export async function meet(tools: EventTools, activity: IncomingActivity, at?: string): Promise<void> {
  const directoryId = activity.from.aadObjectId;
  if (!directoryId) return;
  const address = addressOf(activity);
  const lookUp = () =>
    tools.rosters.lookUp(address, activity.from.id).catch((error: unknown) => {
      // Whoever it is gets a chat from the clock, where the file has their account, and is met when they write.
      tools.log.warn({ kind: 'roster', error: errorFacts(error) }, 'roster not read yet');
      return undefined;
    });
  const installed = await tools.lifecycle.installed(directoryId, address, lookUp, at);
  if (installed.kind === 'stranger' && at !== undefined) return greetStranger(tools, activity);
  if (installed.kind !== 'welcome') return;
  const { person } = installed;
  if (at === undefined ? tools.isAdministrator(person) : !(await tools.isWelcomeTime(person))) {
    await tools.lifecycle.greeted(person, false);
    return;
  }
  try {
    await tools.reply(activity, await tools.welcome(person));
  } catch (error) {
    await tools.lifecycle.greeted(person, false);
    throw error;
  }
  await tools.lifecycle.greeted(person, true);
  await tools.welcomed(person);
}

/**
 * The first administrators, from the configuration, stand in no list yet: with them everything begins. Teams tells of one install
 * by two events; nothing is kept of strangers, so that one of those is the one that counts.
 */
async function greetStranger(tools: EventTools, activity: IncomingActivity): Promise<void> {
  if (activity.type !== 'installationUpdate') return;
  const message = await tools.greet(activity);
  if (!message || (await tools.silence.of(activity.from.aadObjectId ?? ''))) return;
  await tools.reply(activity, message);
}

/** Says something about the event. That nobody can be answered there changes nothing about what was done. */
async function say({ reply, log }: EventTools, activity: IncomingActivity, message: Message): Promise<void> {
  try {
    await reply(activity, message);
  } catch (error) {
    log.warn({ kind: 'event', error: errorFacts(error) }, 'not answered');
  }
}

/** Reads a roster now; what breaks off is left to the clock, and the event counts as dealt with. */
async function look({ rosters, log }: EventTools, teamsTeamId: string): Promise<void> {
  try {
    await rosters.look(teamsTeamId, 'people');
  } catch (error) {
    log.warn({ kind: 'roster', error: errorFacts(error) }, 'roster not read yet');
  }
}

const momentOf = ({ timestamp }: IncomingActivity, now: string) =>
  timestamp && !Number.isNaN(Date.parse(timestamp)) ? new Date(timestamp).toISOString() : now;

async function addedToTeam(tools: EventTools, activity: IncomingActivity, now: string): Promise<void> {
  const team = teamsTeamOf(activity);
  if (!team) return;
  const { serviceUrl, bot } = addressOf(activity);
  const at = momentOf(activity, now);
  const linked = await tools.lifecycle.teamAdded(
    { ...team, serviceUrl, bot, at },
    activity.from.aadObjectId ?? undefined,
  );
  if (linked === 'linked') await look(tools, team.id);
  const words = { linked: knownTeam, unknown: unknownTeam, 'not allowed': notYours, taken: takenTeam };
  await say(tools, activity, words[linked]);
}

/** True for an event about the bot itself, not about people. */
function concernsBot(activity: IncomingActivity, accounts: IncomingActivity['membersAdded']): boolean {
  const own = activity.recipient.id.toLowerCase();
  return (accounts ?? []).some(({ id }) => id && id.toLowerCase() === own);
}

async function membersChanged(tools: EventTools, activity: IncomingActivity): Promise<void> {
  const team = teamsTeamOf(activity);
  if (!team) return;
  const idsOf = (accounts: IncomingActivity['membersAdded']) =>
    (accounts ?? []).flatMap(({ id, aadObjectId }) => [id, aadObjectId].flatMap((one) => one || []));
  const change = {
    joined: idsOf(activity.membersAdded),
    left: idsOf(activity.membersRemoved),
    by: activity.from.aadObjectId ?? undefined,
  };
  if (change.joined.length + change.left.length === 0) return;
  if (await tools.lifecycle.membersChanged(team.id, change)) await look(tools, team.id);
}

async function teamChanged(tools: EventTools, activity: IncomingActivity, change: TeamChange): Promise<void> {
  const team = teamsTeamOf(activity);
  const news = team && (await tools.lifecycle.teamChanged(team.id, change));
  if (!news) return;
  if (news.kind === 'restored') await look(tools, team.id);
  await tools.tellOfTeam(news);
}

/**
 * What a `conversationUpdate` is about. Only news of the team itself counts: what happens in a channel of it, shared or
 * private, or in a meeting, says nothing about who is in the team (Teams documentation, "Conversation events").
 */
function aboutTeam(activity: IncomingActivity): 'team' | 'members' | undefined {
  const { eventType, channel, meeting } = activity.channelData ?? {};
  if (meeting) return undefined;
  if (eventType === 'teamMemberAdded' || eventType === 'teamMemberRemoved') return 'members';
  if (eventType) return eventType.startsWith('team') ? 'team' : undefined;
  // Some clients name no event. Then it may be news of the team, unless it comes from a channel of its own.
  const type = channel?.type?.toLowerCase();
  return type === 'shared' || type === 'private' ? undefined : 'members';
}

/** What the name of an event means for the team. */
function teamChangeIn(activity: IncomingActivity): TeamChange | undefined {
  switch (activity.channelData?.eventType) {
    case 'teamDeleted':
    case 'teamHardDeleted':
      return { kind: 'deleted' };
    case 'teamRestored':
      return { kind: 'restored' };
    case 'teamArchived':
      return { kind: 'archived' };
    case 'teamUnarchived':
      return { kind: 'unarchived' };
    case 'teamRenamed':
      return { kind: 'renamed', name: teamsTeamOf(activity)?.name ?? '' };
    default:
      return undefined;
  }
}

/** The app was taken out of a team in Teams: whoever did that is in the log, and administrators hear of it. */
async function removedFromTeam(tools: EventTools, activity: IncomingActivity, now: string): Promise<void> {
  const team = teamsTeamOf(activity);
  if (!team) return;
  const by = activity.from.aadObjectId ?? undefined;
  const news = await tools.lifecycle.teamRemoved(team.id, momentOf(activity, now), by);
  if (news) await tools.tellOfTeam(news);
}

async function teamEvent(tools: EventTools, activity: IncomingActivity, now: string): Promise<void> {
  const about = aboutTeam(activity);
  const team = teamsTeamOf(activity);
  if (!about || !team) return;
  const change = teamChangeIn(activity);
  if (change) return teamChanged(tools, activity, change);
  if (about !== 'members') return;
  if (concernsBot(activity, activity.membersAdded)) return addedToTeam(tools, activity, now);
  if (concernsBot(activity, activity.membersRemoved)) return removedFromTeam(tools, activity, now);
  await membersChanged(tools, activity);
}

/**
 * Handles what happens around the app: installed, removed, members joining and leaving, and what becomes of teams. Teams
 * sends the same news more than once, late and in any order, so each of them is harmless when repeated. `now` is the
 * moment in ISO form, for news that does not say when.
 */
export async function handleEvent(tools: EventTools, activity: IncomingActivity, now: string): Promise<void> {
  const scope = scopeOf(activity);
  const isUpdate = activity.type === 'conversationUpdate';
  if (activity.type === 'installationUpdate') {
    // A new version of the app is nobody's coming or going: an administrator uploads it, for all at once.
    if (activity.action?.endsWith('upgrade')) return;
    const isRemoval = activity.action === 'remove';
    if (scope === 'personal') {
      if (isRemoval) {
        const { aadObjectId } = activity.from;
        if (aadObjectId) await tools.lifecycle.uninstalled(aadObjectId, momentOf(activity, now));
      } else await meet(tools, activity, momentOf(activity, now));
      return;
    }
    // Of the two install events of a team the other one is enough: the roster need not be read twice.
    if (isRemoval && aboutTeam(activity)) await removedFromTeam(tools, activity, now);
    return;
  }
  if (!isUpdate) return;
  if (scope === 'channel') await teamEvent(tools, activity, now);
  else if (scope === 'personal' && concernsBot(activity, activity.membersAdded))
    await meet(tools, activity, momentOf(activity, now));
}
