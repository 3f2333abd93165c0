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

const account = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(500).nullish(),
  aadObjectId: directoryId.nullish(),
  tenantId: directoryId.nullish(),
});

/** Whoever joined or left. What is no list of accounts counts as nobody: no event is refused for it. */
const members = z
  .array(z.looseObject({ id: z.string().max(500).nullish(), aadObjectId: directoryId.nullish() }))
  .max(10_000)
  .nullish()
  .catch(undefined);

/** The parts of an activity that we rest on; the rest passes through to the SDK. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(500),
  serviceUrl: z.url().max(500),
  channelId: z.string().max(100).optional(),
  from: account,
  recipient: account.optional(),
  conversation: z.looseObject({
    id: z.string().min(1).max(1_000),
    conversationType: z.string().max(50).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: directoryId.nullish(),
  }),
  timestamp: z.string().max(50).nullish(),
  text: z.string().nullish(),
  name: z.string().max(200).nullish(),
  action: z.string().max(50).nullish(),
  value: z.unknown().optional(),
  membersAdded: members,
  membersRemoved: members,
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: directoryId }).nullish(),
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

const loopback = ['127.0.0.1', 'localhost', '[::1]'];
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
  const named = [...told, from.tenantId, recipient?.tenantId, caller.tenantId];
  const own = tenantId?.toLowerCase();
  return told.some((id) => id != null) && named.every((id) => id == null || id === own);
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
