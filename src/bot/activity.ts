import { z } from 'zod';

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

/** An activity that we serve, or the status with which it is refused: 400 malformed, 403 somebody else's. */
export function checkActivity(
  json: unknown,
  border: Border,
): { activity: IncomingActivity } | { status: 400 | 403 } {
  const parsed = activitySchema.safeParse(json);
  if (!parsed.success) return { status: 400 };
  const activity = parsed.data;
  if (!isOwnService(activity.serviceUrl, border)) return { status: 403 };
  const tenant = activity.channelData?.tenant?.id || activity.conversation.tenantId;
  if (!border.local && tenant !== border.tenantId?.toLowerCase()) return { status: 403 };
  return { activity };
}
