import type { SendOutcome } from '../conversation/send-outcome.ts';
import { CallError } from './wire.ts';

/**
 * What Teams says of a 403 or 404 that is about this one person or conversation: they blocked or removed the bot, or are
 * gone. All other words, and none at all, are about the tenant or about nothing that we know (Teams documentation, "Status
 * codes from bot conversational APIs"; a body may name the cause as `code` or deeper in it as `subCode`).
 */
const aboutThem = [
  'ConversationBlockedByUser',
  'BotNotInConversationRoster',
  'ConversationNotFound',
  'ActivityNotFoundInConversation',
  'MessageWritesBlocked',
  'ForbiddenOperationException',
  'BotNotInstalled',
  'UserNotFound',
  'MemberNotFoundInConversation',
  'MemberNotFound',
  'InvalidUserId',
];

/** What Teams says when the tenant or our registration is the cause. */
const aboutTenant = [
  'BotDisabledByAdmin',
  'BotDisallowedByPolicy',
  'BotNotRegistered',
  'TenantNotFound',
  'InvalidBotApiHost',
];

/** Words that say no more than the status does. */
const emptyWords = ['Forbidden', 'NotFound', 'ServiceError', 'BadArgument', 'Unauthorized', 'Unknown'];

/** Every word in the body of a refusal that may be a code, JSON within a text included. */
function wordsIn(body: unknown, depth = 0): string[] {
  if (depth > 6) return [];
  if (typeof body === 'string') {
    if (!body.trimStart().startsWith('{')) return depth > 0 && /^\w{3,80}$/.test(body) ? [body] : [];
    try {
      return wordsIn(JSON.parse(body), depth + 1);
    } catch {
      return [];
    }
  }
  if (typeof body !== 'object' || body === null) return [];
  return Object.values(body).flatMap((value) => wordsIn(value, depth + 1));
}

/** The word for a refusal in the body of an answer: the one that says most, undefined when there is none. */
export function codeIn(body: unknown): string | undefined {
  const words = wordsIn(body);
  return (
    words.find((word) => aboutTenant.includes(word)) ??
    words.find((word) => aboutThem.includes(word)) ??
    words.find((word) => !emptyWords.includes(word)) ??
    words[0]
  );
}

const worthAnotherTry = [408, 412, 500, 502, 503, 504];

/**
 * What a failed call means (Teams documentation, "Rate limiting" and "Proactive messages"). A 403 or 404 about the person
 * says that they cannot be reached; one about anything else, and a 401, that nobody can be for a while. A 429 says that we
 * have to wait. A reset or a timeout has no status.
 */
export function outcomeOf(error: unknown): SendOutcome {
  const { status, code, waitMs } =
    error instanceof CallError ? error : new CallError({ code: nameOf(error) });
  if (status === 403 || status === 404)
    return code !== undefined && aboutThem.includes(code)
      ? { kind: 'gone', reason: code }
      : { kind: 'barred', reason: code ?? `${status}`, tenant: aboutTenant.includes(code ?? '') };
  if (status === 401) return { kind: 'barred', reason: code ?? '401', tenant: true };
  if (status === 429) return { kind: 'throttled', waitMs };
  if (status === undefined) return { kind: 'again', reason: code ?? 'no answer' };
  if (worthAnotherTry.includes(status)) return { kind: 'again', reason: `${status}` };
  return { kind: 'refused', reason: `${status}` };
}

function nameOf(error: unknown): string | undefined {
  const { code, name } = (error ?? {}) as { code?: string; name?: string };
  return code ?? name;
}
