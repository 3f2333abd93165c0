import type { Activity, TurnContext } from 'botbuilder';
import type { Message } from '../conversation/message.ts';
import type { Lifecycle, RosterMember } from '../people/lifecycle.ts';
import type { Person } from '../people/person.ts';
import { addressOf, concernsBot, isDeletedTeam, lookUp, rosterOf, scopeOf, teamsTeamOf } from './teams.ts';

export interface EventTools {
  lifecycle: Lifecycle;
  /** What a person reads when the app is there for the first time. */
  welcome(person: Person): Message;
  /** After the welcome: somebody who comes during a window gets their card now. */
  welcomed(person: Person): Promise<void>;
  reply(context: TurnContext, message: Message): Promise<void>;
}

const notYours: Message = {
  text: 'Hallo! Een beheerder of de leidinggevende van dit team kan het aan Kompas koppelen: verwijder mij hier en voeg mij dan zelf weer toe.',
};
const takenTeam: Message = {
  text: 'Hallo! Een ander team in Teams is al aan dit team in Kompas gekoppeld: een beheerder of de leidinggevende kan mij daar verwijderen en hier weer toevoegen.',
};
const unknownTeam: Message = {
  text: 'Ik ken dit team nog niet. Een beheerder kan de mensen van dit team toevoegen. Daarna help ik jullie graag.',
};
const knownTeam: Message = {
  text: 'Hallo! Ik ben Kompas. Noem mij in een bericht en typ help, dan zie je wat ik kan. Persoonlijke dingen vraag ik nooit hier.',
};

/**
 * Opens the way to somebody in their own chat, and welcomes them the first time. Harmless when repeated; nothing is
 * kept of somebody whom no administrator added.
 */
export async function meet(tools: EventTools, context: TurnContext): Promise<void> {
  const { activity } = context;
  const directoryId = activity.from.aadObjectId;
  if (!directoryId) return;
  const installed = await tools.lifecycle.installed(directoryId, addressOf(activity), () =>
    lookUp(context, activity.from.id),
  );
  if (installed.kind !== 'welcome') return;
  try {
    await tools.reply(context, tools.welcome(installed.person));
  } catch (error) {
    await tools.lifecycle.greeted(installed.person, false);
    throw error;
  }
  await tools.lifecycle.greeted(installed.person, true);
  await tools.welcomed(installed.person);
}

async function addedToTeam(tools: EventTools, context: TurnContext): Promise<void> {
  const team = teamsTeamOf(context.activity);
  if (!team) return;
  const { aadObjectId } = context.activity.from;
  const linked = await tools.lifecycle.teamAdded(team.id, team.name, aadObjectId, () => rosterOf(context));
  const words = { linked: knownTeam, unknown: unknownTeam, 'not allowed': notYours, taken: takenTeam };
  await tools.reply(context, words[linked]);
}

async function teamGone(tools: EventTools, activity: Activity): Promise<void> {
  const team = teamsTeamOf(activity);
  if (team) await tools.lifecycle.teamRemoved(team.id);
}

async function membersChanged(tools: EventTools, context: TurnContext): Promise<void> {
  const { activity } = context;
  const team = teamsTeamOf(activity);
  if (!team) return;
  const joined: RosterMember[] = [];
  for (const { id } of activity.membersAdded ?? []) {
    const member = await lookUp(context, id);
    if (member) joined.push(member);
  }
  if (joined.length > 0) await tools.lifecycle.membersJoined(team.id, joined);
  const left = (activity.membersRemoved ?? []).flatMap(({ aadObjectId }) => aadObjectId ?? []);
  if (left.length > 0) await tools.lifecycle.membersLeft(team.id, left);
}

function isInstall(activity: Activity): boolean {
  if (activity.type === 'installationUpdate')
    return activity.action !== 'remove' && activity.action !== 'remove-upgrade';
  return activity.type === 'conversationUpdate' && concernsBot(activity, activity.membersAdded);
}

function isRemoval(activity: Activity): boolean {
  return activity.type === 'installationUpdate' && activity.action === 'remove';
}

/**
 * Handles what happens around the app: installed, removed, members joining and leaving. Teams sends the same news
 * more than once (installationUpdate and conversationUpdate), so each of them is harmless when repeated.
 */
export async function handleEvent(tools: EventTools, context: TurnContext): Promise<void> {
  const { activity } = context;
  const personal = scopeOf(activity) === 'personal';
  if (isRemoval(activity)) {
    if (!personal) await teamGone(tools, activity);
    else if (activity.from.aadObjectId) await tools.lifecycle.uninstalled(activity.from.aadObjectId);
    return;
  }
  if (isInstall(activity)) {
    if (personal) await meet(tools, context);
    // One of the two install events of a team is enough: the roster need not be read twice.
    else if (activity.type === 'conversationUpdate') await addedToTeam(tools, context);
    return;
  }
  if (activity.type !== 'conversationUpdate' || personal) return;
  if (isDeletedTeam(activity)) await teamGone(tools, activity);
  else await membersChanged(tools, context);
}
