import type { TurnContext } from 'botbuilder';
import type { Message } from '../conversation/message.ts';
import type { Posted, SendOutcome } from '../conversation/send-outcome.ts';
import type { Address } from '../people/person.ts';
import { type Attempt, type Edge, inAttempt } from './adapter.ts';
import type { Lane, Limiter } from './limiter.ts';
import type { Render } from './render.ts';

export type Send = (address: Address, message: Message, lane: Lane) => Promise<SendOutcome>;

/** Messages in channels that stay and change, such as a board that a team works on. One attempt, never an error. */
export interface Posts {
  post(address: Address, message: Message, lane: Lane): Promise<Posted>;
  /** Puts a message in the place of an earlier one, for everybody who sees it. */
  rewrite(address: Address, id: string, message: Message, lane: Lane): Promise<SendOutcome>;
}

/**
 * Longer than the time limit of the call itself, since an attempt also waits in the limiter, and may hang
 * before or after the call. Together with the worker's deadline it stays below the time for which a message
 * is claimed.
 */
const ATTEMPT_TIMEOUT_MS = 18_000;

/** How long rounds are held back after a 429 that does not say how long; doubled while it goes on. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;
/** After so long a time without a 429, the next one counts as the first again. */
const CALM_MS = 10_000;

interface ConnectorError {
  statusCode?: number;
  code?: string;
  name?: string;
  response?: { headers?: { get?(name: string): string | undefined } };
}

const worthAnotherTry = [408, 412, 500, 502, 503, 504];

function waitOf(error: ConnectorError): number | undefined {
  const header = error.response?.headers?.get?.('retry-after');
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}

/**
 * What a failed connector call means (Teams documentation, "Rate limiting" and "Proactive messages"). A 403
 * or 404 says that the person cannot be reached, a 429 that we have to wait. A reset or a timeout has no
 * status.
 */
export function outcomeOf(error: unknown): SendOutcome {
  const failure = (error ?? {}) as ConnectorError;
  const status = failure.statusCode;
  if (status === 403 || status === 404) return { kind: 'gone' };
  if (status === 429) return { kind: 'throttled', waitMs: waitOf(failure) };
  if (status === undefined) return { kind: 'again', reason: failure.code ?? failure.name ?? 'no answer' };
  if (worthAnotherTry.includes(status)) return { kind: 'again', reason: `${status}` };
  return { kind: 'refused', reason: `${status}` };
}

function referenceOf(address: Address) {
  return {
    channelId: 'msteams',
    serviceUrl: address.serviceUrl,
    conversation: { id: address.conversation, isGroup: false, conversationType: 'personal', name: '' },
    bot: { id: address.bot, name: 'Kompas' },
    user: { id: address.user, name: '' },
  };
}

/** Gives the function that makes one attempt at something in a conversation; it never throws and never retries. */
function attempting(edge: Edge, limiter: Limiter, attemptMs: number, now = () => performance.now()) {
  async function once(
    address: Address,
    call: (context: TurnContext) => Promise<unknown>,
  ): Promise<SendOutcome> {
    // Errors are caught inside: the adapter swallows what a turn throws once it has an error handler.
    let outcome: SendOutcome = { kind: 'again', reason: 'no answer' };
    await edge.resume(referenceOf(address), async (context: TurnContext) => {
      try {
        await call(context);
        outcome = { kind: 'sent' };
      } catch (error) {
        outcome = outcomeOf(error);
      }
    });
    return outcome;
  }

  let pauseMs = FIRST_PAUSE_MS;
  let pausedUntil = -Infinity;

  /** Holds back all rounds. Calls that had left already all get the same 429, so it counts once. */
  function backOff(): void {
    const at = now();
    if (at < pausedUntil) return;
    pauseMs = at - pausedUntil < CALM_MS ? Math.min(pauseMs * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
    pausedUntil = at + pauseMs;
    limiter.pauseRounds(pauseMs);
  }

  return async (
    address: Address,
    lane: Lane,
    call: (context: TurnContext) => Promise<unknown>,
  ): Promise<SendOutcome> => {
    const ending = new AbortController();
    const attempt: Attempt = { lane, signal: ending.signal, left: false };
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<SendOutcome>((resolve) => {
      timer = setTimeout(() => {
        // What never left cannot have arrived: it goes on waiting elsewhere and is no failure.
        resolve(
          attempt.left ? { kind: 'again', reason: 'timeout' } : { kind: 'throttled', waitMs: attemptMs },
        );
        ending.abort();
      }, attemptMs);
    });
    const work = inAttempt(attempt, () => once(address, call)).catch(outcomeOf);
    const outcome = await Promise.race([work, timeout]);
    clearTimeout(timer);
    if (outcome.kind === 'throttled' && attempt.left) {
      if (outcome.waitMs === undefined) backOff();
      else limiter.pauseRounds(outcome.waitMs);
    }
    return outcome;
  };
}

/**
 * Gives the function that makes one attempt to write to somebody; it never throws and never retries. `now` gives
 * milliseconds, by which rounds are held back for longer while Teams goes on refusing.
 */
export function createSender(
  edge: Edge,
  limiter: Limiter,
  render: Render,
  attemptMs = ATTEMPT_TIMEOUT_MS,
  now?: () => number,
): Send {
  const attempt = attempting(edge, limiter, attemptMs, now);
  return (address, message, lane) =>
    attempt(address, lane, (context) => context.sendActivity(render.activity(message, address)));
}

/** Gives what writes in channels and changes what stands there. */
export function createPosts(
  edge: Edge,
  limiter: Limiter,
  render: Render,
  attemptMs = ATTEMPT_TIMEOUT_MS,
): Posts {
  const attempt = attempting(edge, limiter, attemptMs);
  return {
    post: async (address, message, lane) => {
      let id = '';
      const outcome = await attempt(address, lane, async (context) => {
        id = (await context.sendActivity(render.activity(message, address)))?.id ?? '';
      });
      return outcome.kind === 'sent' ? { kind: 'sent', id } : outcome;
    },
    rewrite: (address, id, message, lane) =>
      attempt(address, lane, (context) =>
        context.updateActivity({ ...render.activity(message, address), id }),
      ),
  };
}
