import { z } from 'zod';
import type { Caller } from './wire.ts';

/** Who may talk to this installation. */
export interface Border {
  /** In local mode only loopback service URLs, without tokens. */
  local: boolean;
  /** The one tenant that is served; any in local mode. */
  tenantId?: string;
}

/** Ids of the directory compare without regard to case (RFC 9562): past this border they are in lower case. */
const directoryId = z.string().max(100).toLowerCase();

/** An id that Teams gives. Answers are addressed by it, so it has to fit in an address. */
const teamsId = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\x20-\x7e]+$/);

const account = z.looseObject({
  id: teamsId(500),
  name: z.string().max(500).nullish(),
  aadObjectId: directoryId.nullish(),
  tenantId: directoryId.nullish(),
});

const member = z.looseObject({ id: z.string().max(500).nullish(), aadObjectId: directoryId.nullish() });

/** Whoever joined or left. What is no account, or no list of them, counts as nobody: no event is refused for it. */
const members = z
  .array(z.unknown())
  .max(10_000)
  .transform((list) =>
    list.flatMap((one): z.infer<typeof member>[] => {
      const { data } = member.safeParse(one);
      return data ? [data] : [];
    }),
  )
  .nullish()
  .catch(undefined);

/** A list of anything; what is no list is none. Whoever reads it looks at each of its members. */
const list = z.array(z.unknown()).nullish().catch(undefined);

/**
 * All of an activity that anything here reads: what we cannot do without is refused when it is of a wrong type, and the
 * rest left out. Nothing may read a part that is not named here.
 */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: teamsId(500),
  serviceUrl: z.url().max(500),
  channelId: z.string().max(100).optional(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: teamsId(1_000),
    conversationType: z.string().max(50).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: directoryId.nullish(),
  }),
  timestamp: z.string().max(50).nullish(),
  text: z.string().nullish(),
  textFormat: z.string().nullish().catch(undefined),
  entities: list,
  attachments: list,
  name: z.string().max(200).nullish(),
  action: z.string().max(50).nullish(),
  value: z.unknown().optional(),
  membersAdded: members,
  membersRemoved: members,
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: directoryId.nullish() }).nullish(),
      eventType: z.string().max(100).nullish(),
      team: z
        .looseObject({ id: z.string().max(1_000).nullish(), name: z.string().max(500).nullish() })
        .nullish(),
      channel: z
        .looseObject({ id: z.string().max(1_000).nullish(), type: z.string().max(50).nullish() })
        .nullish(),
      meeting: z.unknown().optional(),
    })
    .nullish(),
});

export type IncomingActivity = z.infer<typeof activitySchema>;

/** The value of a search: the command of the manifest and its parameters. What somebody typed may come as a number. */
const searchSchema = z.object({
  commandId: z.string().min(1).max(100),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        value: z.union([z.string(), z.number().transform(String)]).catch(''),
      }),
    )
    .max(10)
    .optional(),
});

/** What came, also when a client sends it as the text of JSON. What is no JSON stays as it is. */
function unpacked(sent: unknown): unknown {
  try {
    return typeof sent === 'string' ? JSON.parse(sent) : sent;
  } catch {
    return sent;
  }
}

/** What came where it is an object, and otherwise an empty one. */
function objectIn(sent: unknown): Record<string, unknown> {
  const value = unpacked(sent);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const verbIn = (verb: unknown) => (typeof verb === 'string' ? verb : '');

/**
 * What was tapped (Teams: universal actions): the verb is empty when it is no tap that anybody knows. Its data is for the
 * schema of the verb to read.
 */
export function tapIn({ value }: IncomingActivity): { verb: string; data?: unknown } {
  const { verb, data } = objectIn(objectIn(value).action);
  return { verb: verbIn(verb), data: unpacked(data) };
}

/**
 * What was tapped in a client that sends a tap as a message (`Action.Submit`): the verb among its data, in an envelope of
 * Teams, or the whole action as an execute would have it. The verb is empty when it is no tap.
 */
export function submitIn({ value }: IncomingActivity): { verb: string; data: Record<string, unknown> } {
  const { action, msteams, data, ...rest } = objectIn(value);
  const whole = objectIn(action);
  if (typeof whole.verb === 'string') return { verb: whole.verb, data: objectIn(whole.data) };
  const { verb, ...carried } = { ...objectIn(objectIn(msteams).value), ...objectIn(data), ...rest };
  return { verb: verbIn(verb), data: carried };
}

/** What is searched for, and with which command. Teams' first call comes without words. Undefined when it is no search. */
export function searchIn({ value }: IncomingActivity): { command: string; text: string } | undefined {
  const query = searchSchema.safeParse(value).data;
  const text = query?.parameters?.find(({ name }) => name !== 'initialRun')?.value ?? '';
  return query && { command: query.commandId, text };
}

/** The names of this machine. */
export const loopback = ['127.0.0.1', 'localhost', '[::1]'];
/** Where Teams' connector lives: Microsoft's traffic manager for Teams and the Bot Framework itself. */
const microsoft = [
  /^smba\.trafficmanager\.net$/,
  /(^|\.)botframework\.com$/,
  /(^|\.)infra\.gov\.teams\.microsoft\.us$/,
];

/** True when answers may be sent to this service URL (trust:one-tenant). */
export function isOwnService(serviceUrl: string, { local }: Border): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  if (local) return loopback.includes(hostname);
  return protocol === 'https:' && microsoft.some((pattern) => pattern.test(hostname));
}

/** The one channel that is served: others let anybody say who they are. */
const CHANNEL = 'msteams';

/** True when every tenant that is named is ours, and Teams names one. */
function isOwnTenant(
  { channelData, conversation, from, recipient }: IncomingActivity,
  { tenantId }: Border,
  caller: Caller,
): boolean {
  const told = [channelData?.tenant?.id, conversation.tenantId];
  const named = [...told, from.tenantId, recipient.tenantId, caller.tenantId];
  const own = tenantId?.toLowerCase();
  return told.some(Boolean) && named.every((id) => !id || id === own);
}

/**
 * An activity that we serve, or the status with which it is refused: 400 malformed, 401 not covered by the token of who
 * calls, 403 somebody else's.
 */
export function checkActivity(
  json: unknown,
  border: Border,
  caller: Caller,
): { activity: IncomingActivity } | { status: 400 | 401 | 403 } {
  const parsed = activitySchema.safeParse(json);
  if (!parsed.success) return { status: 400 };
  const activity = parsed.data;
  if (!border.local && caller.serviceUrl !== activity.serviceUrl) return { status: 401 };
  if (!isOwnService(activity.serviceUrl, border)) return { status: 403 };
  if (border.local) return { activity };
  const isTeams = activity.channelId === CHANNEL && caller.channels.includes(CHANNEL);
  return isTeams && isOwnTenant(activity, border, caller) ? { activity } : { status: 403 };
}
