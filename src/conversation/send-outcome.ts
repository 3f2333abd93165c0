/** What one attempt to send came to. `bot/sender` reports it; only the rules here say what follows. */
export type SendOutcome =
  | { kind: 'sent' }
  /** The person blocked or removed the bot, or is gone, or the conversation is (403 and 404 that say so). */
  | { kind: 'gone'; reason: string }
  /**
   * Nobody can be reached for now, and it is not about this person: the tenant barred the bot, or Teams gives a reason
   * that we do not know (401, other 403 and 404). Nobody and no channel is given up for it. `tenant` is true when Teams
   * says that it holds for everybody.
   */
  | { kind: 'barred'; reason: string; tenant: boolean }
  /** Teams asks us to wait (429), for so many milliseconds when it says how long. */
  | { kind: 'throttled'; waitMs?: number }
  /** May work later: 412, 500, 502, 503, 504, a reset, a timeout. The last five may have arrived after all. */
  | { kind: 'again'; reason: string }
  /** Will not work: anything else. */
  | { kind: 'refused'; reason: string };

/**
 * The reasons for which a message surely did not arrive: it was refused as it stood, or nobody was there to
 * take it.
 */
const notTaken: readonly string[] = ['412', '500', '503', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * True when nobody can tell whether a message arrived. A message that a whole channel reads is then not sent
 * again: everybody would see it twice, and whoever missed it can ask for it.
 */
export function mayHaveArrived(outcome: SendOutcome): boolean {
  return outcome.kind === 'again' && !notTaken.includes(outcome.reason);
}

/** True when the same message may come through later: nobody refused it for good. */
export function mayWorkLater({ kind }: Pick<SendOutcome, 'kind'>): boolean {
  return kind === 'again' || kind === 'throttled' || kind === 'barred';
}

/** What became of a message in a channel; `id` names it for a later `rewrite`. */
export type Posted = { kind: 'sent'; id: string } | Exclude<SendOutcome, { kind: 'sent' }>;
