import type { BotIdentity } from '../config.ts';
import { nameSeen } from '../language/unseen.ts';
import { type Address, guestMark } from '../people/person.ts';
import type { Limiter } from './limiter.ts';
import { codeIn } from './refusal.ts';
import { signingKeys } from './signing-keys.ts';
import { tokenReader } from './tokens.ts';
import { type Account, type Attempt, CallError, type OutgoingActivity, type Wire } from './wire.ts';

/** A connector that hangs is given up after this: Teams answers within seconds or not at all. */
export const CALL_TIMEOUT_MS = 15_000;
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

/**
 * Somebody in a roster as Teams writes them: the directory id under one of two names, and much of it left out, null or
 * empty.
 */
export interface TeamsAccount {
  id: string;
  aadObjectId?: string | null;
  objectId?: string | null;
  name?: string | null;
  userPrincipalName?: string | null;
  userRole?: string | null;
  tenantId?: string | null;
}

export interface MembersPage {
  members?: (TeamsAccount | null)[];
  continuationToken?: string | null;
}

/** The calls of the Bot Connector as a library makes them, to one service. What goes in and comes out is as Teams writes it. */
export interface ConnectorCalls {
  send(conversation: string, activity: object): Promise<{ id?: string }>;
  update(conversation: string, id: string, activity: object): Promise<unknown>;
  member(conversation: string, user: string): Promise<TeamsAccount>;
  members(conversation: string, size: number, page: string | undefined): Promise<MembersPage>;
  open(chat: object): Promise<{ id: string }>;
}

/**
 * Waits until a call may leave, and notes that it does. Gives how long it may take from then on, in milliseconds, and what
 * ends it before. Rejects when it was ended first.
 */
export type Leave = () => Promise<{ timeMs: number; signal: AbortSignal | undefined }>;

/** Why a call failed, as a library tells it. */
export interface Fault {
  /** Missing when there was no answer. */
  status?: number;
  /** What there was in place of an answer, in the words of the library or the network. */
  name?: string;
  /** The answer itself, as text or read. */
  body?: unknown;
  retryAfter?: string | null;
}

/** What a carrier throws in the place of an answer that is no JSON. */
export const unreadable = () => Object.assign(new Error('no answer'), { code: 'UNREADABLE' });

/** A library that carries calls to Teams. */
export interface Carrier {
  /**
   * Does one piece of work with the calls to a service. Each call is one request, awaits `leave` right before it, ends in the
   * time that this gives, and throws what `faultOf` can read when it fails, or when its answer cannot be read.
   */
  carry<R>(serviceUrl: string, leave: Leave, work: (calls: ConnectorCalls) => Promise<R>): Promise<R>;
  faultOf(thrown: unknown): Fault;
}

/** What `Retry-After` says in milliseconds, as seconds or as a date. One that is over by now says nothing. */
function waitOf(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

function callError({ status, name, body, retryAfter }: Fault): CallError {
  // An answer that breaks off, or that nobody can read, is no answer: it may have arrived.
  if (status === undefined || status < 300) return new CallError({ code: name });
  return new CallError({ status, code: codeIn(body), waitMs: waitOf(retryAfter) });
}

const ownRoles = ['user', 'owner', 'admin', 'member'];

/** False for a reason that says nothing of the one who was asked for. */
const isAboutMember = (code: string | undefined) => code !== undefined && code !== 'ConversationNotFound';

/** Teams as a library reaches it: what is the same whichever carries the calls. */
export function teamsWire(
  { identity, tenantId, limiter, callMs = CALL_TIMEOUT_MS, botFramework }: WireOptions,
  { carry, faultOf }: Carrier,
): Wire {
  /** `whom` is the account that it is for; without one the conversation. */
  async function call<R>(
    serviceUrl: string,
    whom: string,
    attempt: Attempt,
    work: (calls: ConnectorCalls) => Promise<R>,
  ): Promise<R> {
    const leave = async () => {
      await limiter.take(attempt.lane, attempt.signal, whom);
      attempt.left = true;
      return { timeMs: attempt.callMs ?? callMs, signal: attempt.signal };
    };
    try {
      return await carry(serviceUrl, leave, work);
    } catch (error) {
      throw callError(faultOf(error));
    }
  }

  /** Teams routes what we start ourselves by the tenant, so it is always named. */
  const tenant = identity ? { tenantId } : {};
  const addressed = ({ serviceUrl, conversation, user, bot }: Address, activity: OutgoingActivity) => ({
    ...activity,
    channelId: 'msteams',
    serviceUrl,
    from: { id: bot, name: 'Kompas' },
    ...(user ? { recipient: { id: user, name: '' } } : {}),
    conversation: { id: conversation, ...tenant },
  });

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
    // Not by a library: botbuilder writes keys to the output of the process, waits for ever where they are listed, takes tokens
    // of emulators and tokens that never expire, and says nothing of the tenant; its successor takes those of other issuers too.
    verify: identity
      ? tokenReader(identity.appId, signingKeys(botFramework))
      : async () => ({ channels: [] }),
    send: (to, activity, attempt) =>
      call(to.serviceUrl, to.user || to.conversation, attempt, async ({ send }) => {
        const { id } = await send(to.conversation, addressed(to, activity));
        return id ?? '';
      }),
    update: (to, id, activity, attempt) =>
      call(to.serviceUrl, to.user || to.conversation, attempt, async ({ update }) => {
        await update(to.conversation, id, { ...addressed(to, activity), id });
      }),
    member: async ({ serviceUrl, conversation }, user, attempt) => {
      try {
        return await call(serviceUrl, user, attempt, async ({ member }) =>
          accountOf(await member(conversation, user)),
        );
      } catch (error) {
        // A bot, or somebody who has left again by now. That the conversation is gone is something else, and so is a 404 that
        // gives no reason, as whatever stands between us and Teams may answer.
        if (error instanceof CallError && error.status === 404 && isAboutMember(error.code)) return undefined;
        throw error;
      }
    },
    members: ({ serviceUrl, conversation }, page, attempt) =>
      call(serviceUrl, conversation, attempt, async (calls) => {
        const { members, continuationToken } = await calls.members(conversation, PAGE, page);
        const accounts = (members ?? []).flatMap((account) => (account?.id ? accountOf(account) : []));
        return continuationToken ? { accounts, next: continuationToken } : { accounts };
      }),
    openChat: ({ serviceUrl, bot }, directoryId, attempt) =>
      call(serviceUrl, directoryId, attempt, async ({ open }) => {
        const { id } = await open({
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
