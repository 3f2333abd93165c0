import { Activity, type ConversationParameters } from '@microsoft/agents-activity';
import {
  ConnectorClient,
  type HttpClient,
  HttpError,
  type HttpRequestConfig,
} from '@microsoft/agents-hosting';
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

/**
 * The client of one call: its request waits for its turn, and ends in time. The SDK makes one for each turn itself, since the
 * token stands in it, and it is no more than a few headers. By itself it waits for ever.
 */
function clientFor(serviceUrl: string, token: string, leave: Leave): ConnectorClient {
  const client = ConnectorClient.createClientWithToken(serviceUrl, token);
  const { httpClient } = client;
  const request = httpClient.request.bind(httpClient);
  const paced: HttpClient['request'] = async <T>(asked: HttpRequestConfig) => {
    const { timeMs, signal } = await leave();
    const late = AbortSignal.timeout(timeMs);
    const answer = await request<T>({ ...asked, signal: signal ? AbortSignal.any([late, signal]) : late });
    // One that is no JSON, such as a page of whatever stands in between, the SDK hands over as a text.
    if (typeof answer.data === 'string' && answer.data !== '') throw unreadable();
    return answer;
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
  if (thrown instanceof HttpError) {
    const { status, response } = thrown;
    return { status, body: response.data, retryAfter: response.headers.get('retry-after') };
  }
  const { name, code, cause } = (thrown ?? {}) as NetworkError;
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
