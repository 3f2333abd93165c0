import type { Address } from '../people/person.ts';
import type { RosterMember } from '../people/roster-member.ts';
import type { Lane } from './limiter.ts';

/** The conversation that a call is about. The conversation of a whole team has the id of the team. */
export type Place = Pick<Address, 'serviceUrl' | 'conversation'>;

/** One attempt at a call, as the call itself knows it. */
export interface Attempt {
  lane: Lane;
  /** Ends the attempt: a call that still waits for its turn then never leaves. */
  signal?: AbortSignal;
  /** How long this call may take, in milliseconds, where that is shorter than for others. */
  callMs?: number;
  /** True once the call left: from then on it may have arrived. */
  left: boolean;
}

/** Who calls us, as a token proves it. */
export interface Caller {
  /** The channels that the token can speak for. */
  channels: readonly string[];
  /** The only service that answers may go to. */
  serviceUrl?: string;
  /** The tenant, where the token names one. In lower case. */
  tenantId?: string;
}

/** An attempt that has not begun. */
export function attemptIn(lane: Lane, { signal, callMs }: Pick<Attempt, 'signal' | 'callMs'> = {}): Attempt {
  return { lane, signal, callMs, left: false };
}

/** The parts of an activity that are ours to say; the wire adds from whom, to whom and where. */
export interface OutgoingActivity {
  /** `typing` shows that an answer is on its way; it says nothing. */
  type: 'message' | 'typing';
  text?: string;
  summary?: string;
  attachments?: { contentType: string; content: object }[];
}

/** Somebody in a roster, whatever shape it came in; without a directory id it is nobody whom we could know. */
export type Account = Omit<RosterMember, 'directoryId'> & { directoryId?: string };

/**
 * A call that Teams refused or that did not come through. `status` is missing when there was no answer: it may have
 * arrived then. `code` is the word that Teams or the network gives for it, `waitMs` what `Retry-After` said.
 */
export class CallError extends Error {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly waitMs: number | undefined;
  constructor({ status, code, waitMs }: { status?: number; code?: string; waitMs?: number }) {
    super(`call failed: ${status ?? 'no answer'} ${code ?? ''}`.trim());
    this.name = 'CallError';
    this.status = status;
    this.code = code;
    this.waitMs = waitMs;
  }
}

/**
 * The one door to Teams: all that is asked of it. Every call makes exactly one request, passes the limiter in the lane of
 * its attempt, ends within a limited time, and throws a `CallError` when it fails; trying again is for the caller.
 * `test/bot/wire-contract.ts` says the same in tests, which any implementation has to pass.
 */
export interface Wire {
  /**
   * Who calls with this `Authorization`; undefined when it is not proven that Bot Framework calls, and means us
   * (trust:one-tenant). In local mode anybody, who proves nothing. Rejects, within seconds, when that could not be found out:
   * Microsoft's keys cannot be fetched.
   */
  verify(authorization: string): Promise<Caller | undefined>;
  /** Puts a message in a conversation and gives its id. */
  send(to: Address, activity: OutgoingActivity, attempt: Attempt): Promise<string>;
  /** Puts a message in the place of an earlier one, for everybody who sees it. */
  update(to: Address, id: string, activity: OutgoingActivity, attempt: Attempt): Promise<void>;
  /** Somebody in the roster of a conversation, by their id within Teams or the directory; undefined when they are not in it. */
  member(of: Place, user: string, attempt: Attempt): Promise<Account | undefined>;
  /** One page of the roster of a conversation; `next` leads to the next page. */
  members(
    of: Place,
    page: string | undefined,
    attempt: Attempt,
  ): Promise<{ accounts: Account[]; next?: string }>;
  /** Opens the chat with somebody, or finds the one there is, and gives the id of the conversation. */
  openChat(
    service: Pick<Address, 'serviceUrl' | 'bot'>,
    directoryId: string,
    attempt: Attempt,
  ): Promise<string>;
}
