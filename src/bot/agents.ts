import { Activity, type ConversationParameters } from '@microsoft/agents-activity';
import { ConnectorClient, type HttpClient, type HttpRequestConfig } from '@microsoft/agents-hosting';
import { agentsToken } from './agents-token.ts';
import {
  CALL_TIMEOUT_MS,
  type Carrier,
  type ConnectorCalls,
  type Fault,
  type Leave,
  type MembersPage,
  type TeamsAccount,
  teamsWire,
  unreadable,
  type WireOptions,
} from './teams-wire.ts';
import type { Wire } from './wire.ts';

/** What is thrown for an answer that is a refusal. */
interface Refused extends Error {
  fault: Fault;
}

const refused = (fault: Fault): Refused => Object.assign(new Error('refused'), { fault });

/** The answer as JSON; undefined when there is nothing in it. */
function read(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

/**
 * Makes the one request of a call. Not by the SDK itself: that goes along with whoever sends it elsewhere, with the message, and
 * takes a page for an answer.
 */
async function requestBy(
  { baseURL, defaultHeaders }: HttpClient,
  { method, url, params = {}, headers, data }: HttpRequestConfig,
  signal: AbortSignal,
) {
  const address = new URL(`${baseURL.replace(/\/$/, '')}/${url.replace(/^\//, '')}`);
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) address.searchParams.set(name, value);
  const answer = await fetch(address, {
    method: method.toUpperCase(),
    headers: { ...defaultHeaders, ...headers },
    body: data === undefined ? undefined : JSON.stringify(data),
    redirect: 'manual',
    signal,
  });
  const text = await answer.text();
  const { status } = answer;
  if (status >= 300) throw refused({ status, body: text, retryAfter: answer.headers.get('retry-after') });
  return { answer, data: read(text) ?? {} };
}

/**
 * The client of one call: its request waits for its turn, and ends in time. The SDK makes one for each turn itself, since the
 * token stands in it, and it is no more than a few headers.
 */
function clientFor(serviceUrl: string, token: string, leave: Leave): ConnectorClient {
  const client = ConnectorClient.createClientWithToken(serviceUrl, token);
  const { httpClient } = client;
  const paced: HttpClient['request'] = async <T>(config: HttpRequestConfig) => {
    const { timeMs, signal } = await leave();
    const late = AbortSignal.timeout(timeMs);
    const ending = signal ? AbortSignal.any([late, signal]) : late;
    const { answer, data } = await requestBy(httpClient, config, ending);
    const { status, statusText, headers } = answer;
    return { status, statusText, headers, config, data: data as T };
  };
  httpClient.request = paced;
  return client;
}

/** The calls of a client. It puts ids into addresses as they are. */
function callsBy(client: ConnectorClient): ConnectorCalls {
  return {
    send: (conversation, activity) =>
      client.sendToConversation(encodeURIComponent(conversation), Activity.fromObject(activity)),
    update: (conversation, id, activity) =>
      client.updateActivity(
        encodeURIComponent(conversation),
        encodeURIComponent(id),
        Activity.fromObject(activity),
      ),
    member: (conversation, user) =>
      client.getConversationMember(
        encodeURIComponent(user),
        encodeURIComponent(conversation),
      ) as unknown as Promise<TeamsAccount>,
    // The SDK has no call for the pages of a roster.
    members: async (conversation, pageSize, continuationToken) => {
      const url = `v3/conversations/${encodeURIComponent(conversation)}/pagedmembers`;
      const params = { pageSize: `${pageSize}`, continuationToken };
      return (await client.httpClient.get<MembersPage>(url, { params })).data;
    },
    open: (chat) => client.createConversation(chat as ConversationParameters),
  };
}

interface NetworkError {
  name?: string;
  code?: unknown;
  cause?: { code?: unknown };
}

function faultOf(thrown: unknown): Fault {
  const { fault, name, code, cause } = (thrown ?? {}) as Partial<Refused> & NetworkError;
  if (fault) return fault;
  // A number, as the SDK and the limits of time have, says nothing to whoever reads the log.
  const words = [code, cause?.code, name].filter((word) => typeof word === 'string');
  return { name: words[0] };
}

/** Teams as the Microsoft 365 Agents SDK reaches it, the successor of botbuilder. */
export function agentsWire(options: WireOptions): Wire {
  const token = options.identity
    ? agentsToken(options.identity, options.callMs ?? CALL_TIMEOUT_MS)
    : async () => '';
  const carry: Carrier['carry'] = async (serviceUrl, leave, work) =>
    work(callsBy(clientFor(serviceUrl, await token(), leave)));
  return teamsWire(options, { carry, faultOf });
}
