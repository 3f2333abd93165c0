import { AsyncLocalStorage } from 'node:async_hooks';
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { BotIdentity } from '../config.ts';
import { nameSeen } from '../language/unseen.ts';
import { type Address, guestMark } from '../people/person.ts';
import { botCredentials } from './credentials.ts';
import type { Limiter } from './limiter.ts';
import { codeIn } from './refusal.ts';
import { signingKeys } from './signing-keys.ts';
import { tokenReader } from './tokens.ts';
import { type Account, type Attempt, CallError, type OutgoingActivity, type Wire } from './wire.ts';

/** A connector that hangs is given up after this: Teams answers within seconds or not at all. */
const CALL_TIMEOUT_MS = 15_000;
/** A bound on the clients kept, for local mode, where anybody may name a service URL. */
const MOST_CONNECTORS = 50;
/** Teams gives at most so many members at once. */
const PAGE = 500;

export interface WireOptions {
  /** Without one nothing is verified: local mode. */
  identity?: BotIdentity;
  /** The tenant that is served: whoever is of another one is a guest. */
  tenantId: string;
  limiter: Limiter;
  callMs?: number;
  /** Where Bot Framework lists its keys, unless a test has keys of its own. */
  botFramework?: string;
}

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
interface OutgoingCall {
  timeout: number;
  abortSignal?: AbortSignal;
}
interface Pipeline {
  removePolicy(by: { name: string }): unknown;
  addPolicy(policy: object): void;
}

/** The attempt within which a call is made, and for whom: the SDK passes nothing on to its pipeline. */
const attempts = new AsyncLocalStorage<{ attempt: Attempt; whom: string }>();

function authentication(identity: BotIdentity | undefined): ConfigurationBotFrameworkAuthentication {
  return identity
    ? new ConfigurationBotFrameworkAuthentication({}, botCredentials(identity))
    : new ConfigurationBotFrameworkAuthentication({});
}

/**
 * Gives the connector of a service URL, whose every call passes the limiter, is made once and ends in time: by default the
 * client retries four times by itself, out of sight of delivery, and waits for ever. A client is made once for each URL,
 * since there are few of those and making one costs about as much as a call.
 */
function connectors(
  auth: ConfigurationBotFrameworkAuthentication,
  appId: string,
  limiter: Limiter,
  callMs: number,
): (serviceUrl: string) => Promise<Connector> {
  const pace = {
    name: 'kompas-pace',
    sendRequest: async (request: OutgoingCall, next: (request: OutgoingCall) => Promise<unknown>) => {
      const { attempt, whom } = attempts.getStore() ?? {};
      await limiter.take(attempt?.lane ?? 'people', attempt?.signal, whom);
      request.timeout = attempt?.callMs ?? callMs;
      if (attempt) {
        attempt.left = true;
        request.abortSignal = attempt.signal;
      }
      return next(request);
    },
  };
  // All that the factory asks of an identity is whose it is.
  const factory = auth.createConnectorFactory({ getClaimValue: () => appId } as never);
  const known = new Map<string, Connector>();
  return async (serviceUrl) => {
    const before = known.get(serviceUrl);
    if (before) return before;
    const connector = await factory.create(serviceUrl, undefined as unknown as string);
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy(pace);
    if (known.size >= MOST_CONNECTORS) known.clear();
    known.set(serviceUrl, connector);
    return connector;
  };
}

interface SdkError {
  statusCode?: number;
  code?: string;
  name?: string;
  response?: { bodyAsText?: string | null; headers?: { get?(name: string): string | undefined } };
}

/** What `Retry-After` says in milliseconds, as seconds or as a date. One that is over by now says nothing. */
function waitOf({ response }: SdkError): number | undefined {
  const header = response?.headers?.get?.('retry-after');
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

function callError(thrown: unknown): CallError {
  const error = (thrown ?? {}) as SdkError;
  const status = error.statusCode;
  // An answer that breaks off, or that nobody can read, is no answer: it may have arrived.
  if (status === undefined || status < 300) return new CallError({ code: error.code ?? error.name });
  return new CallError({ status, code: codeIn(error.response?.bodyAsText ?? ''), waitMs: waitOf(error) });
}

/**
 * Somebody in a roster as Teams writes them: the directory id under one of two names, and much of it left out, null or
 * empty.
 */
interface TeamsAccount {
  id: string;
  aadObjectId?: string | null;
  objectId?: string | null;
  name?: string | null;
  userPrincipalName?: string | null;
  userRole?: string | null;
  tenantId?: string | null;
}

interface MembersPage {
  members?: (TeamsAccount | null)[];
  continuationToken?: string | null;
}

const ownRoles = ['user', 'owner', 'admin', 'member'];

/** False for a reason that says nothing of the one who was asked for. */
const isAboutMember = (code: string | undefined) => code !== undefined && code !== 'ConversationNotFound';

/** Teams as botbuilder reaches it. */
export function botbuilderWire({
  identity,
  tenantId,
  limiter,
  callMs = CALL_TIMEOUT_MS,
  botFramework,
}: WireOptions): Wire {
  const auth = authentication(identity);
  const connectorFor = connectors(auth, identity?.appId ?? '', limiter, callMs);

  /** `whom` is the account that it is for; without one the conversation. */
  function call<R>(
    serviceUrl: string,
    whom: string,
    attempt: Attempt,
    work: (conversations: Connector['conversations']) => Promise<R>,
  ): Promise<R> {
    return attempts.run({ attempt, whom }, async () => {
      try {
        return await work((await connectorFor(serviceUrl)).conversations);
      } catch (error) {
        throw callError(error);
      }
    });
  }

  /** Teams routes what we start ourselves by the tenant, so it is always named. */
  const tenant = identity ? { tenantId } : {};
  const addressed = ({ serviceUrl, conversation, user, bot }: Address, activity: OutgoingActivity) =>
    ({
      ...activity,
      channelId: 'msteams',
      serviceUrl,
      from: { id: bot, name: 'Kompas' },
      ...(user ? { recipient: { id: user, name: '' } } : {}),
      conversation: { id: conversation, ...tenant },
    }) as unknown as Partial<Activity>;

  function accountOf(account: TeamsAccount): Account {
    const small = (text: string | null | undefined) => text?.toLowerCase() || undefined;
    const upn = small(account.userPrincipalName);
    const role = small(account.userRole);
    const home = small(account.tenantId);
    const isForeign = identity !== undefined && home !== undefined && home !== tenantId.toLowerCase();
    return {
      user: account.id,
      directoryId: small(account.aadObjectId) ?? small(account.objectId),
      name: nameSeen(account.name ?? '') || undefined,
      upn,
      guest:
        isForeign ||
        (role !== undefined && !ownRoles.includes(role)) ||
        (upn !== undefined && guestMark.test(upn)),
    };
  }

  return {
    // Not by the SDK: that writes keys to the output of the process, waits for ever where they are listed, takes tokens of
    // emulators and tokens that never expire, and says nothing of the tenant.
    verify: identity
      ? tokenReader(identity.appId, signingKeys(botFramework))
      : async () => ({ channels: [] }),
    send: (to, activity, attempt) =>
      call(to.serviceUrl, to.user || to.conversation, attempt, async (conversations) => {
        const { id } = await conversations.sendToConversation(to.conversation, addressed(to, activity));
        return id ?? '';
      }),
    update: (to, id, activity, attempt) =>
      call(to.serviceUrl, to.user || to.conversation, attempt, async (conversations) => {
        await conversations.updateActivity(to.conversation, id, { ...addressed(to, activity), id });
      }),
    member: async ({ serviceUrl, conversation }, user, attempt) => {
      try {
        return await call(serviceUrl, user, attempt, async (conversations) =>
          accountOf(
            (await conversations.getConversationMember(conversation, user)) as unknown as TeamsAccount,
          ),
        );
      } catch (error) {
        // A bot, or somebody who has left again by now. That the conversation is gone is something else, and so is a 404 that
        // gives no reason, as whatever stands between us and Teams may answer.
        if (error instanceof CallError && error.status === 404 && isAboutMember(error.code)) return undefined;
        throw error;
      }
    },
    members: ({ serviceUrl, conversation }, page, attempt) =>
      call(serviceUrl, conversation, attempt, async (conversations) => {
        // The SDK types this call as one with a callback too.
        const { members, continuationToken }: MembersPage = await (
          conversations.getConversationPagedMembers as (id: string, page: object) => Promise<MembersPage>
        ).call(conversations, conversation, { pageSize: PAGE, continuationToken: page });
        const accounts = (members ?? []).flatMap((account) => (account?.id ? accountOf(account) : []));
        return continuationToken ? { accounts, next: continuationToken } : { accounts };
      }),
    openChat: ({ serviceUrl, bot }, directoryId, attempt) =>
      call(serviceUrl, directoryId, attempt, async (conversations) => {
        const { id } = await conversations.createConversation({
          isGroup: false,
          bot: { id: bot, name: 'Kompas' },
          members: [{ id: directoryId, name: '' }],
          ...tenant,
          channelData: identity ? { tenant: { id: tenantId } } : {},
        });
        return id;
      }),
  };
}
