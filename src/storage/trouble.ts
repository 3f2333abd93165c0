/** Why storage cannot be used: it does not know us or lets us not in, or it does not answer. */
export type StorageTrouble = 'refused' | 'unreachable';

const unreachable = [
  'ENOTFOUND',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'REQUEST_SEND_ERROR',
];
/** How the library for identities calls an error of a machine that has none, or of one that is not accepted. */
const noIdentity = /^(?:CredentialUnavailableError|AuthenticationError|AggregateAuthenticationError)$/;

/** What an error says of storage as a whole; undefined when it is about something else. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  const {
    name = '',
    statusCode,
    code = '',
  } = (error ?? {}) as { name?: string; statusCode?: number; code?: string };
  if (statusCode === 401 || statusCode === 403 || noIdentity.test(name)) return 'refused';
  return unreachable.includes(code) ? 'unreachable' : undefined;
}
