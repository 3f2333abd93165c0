import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
} from 'botbuilder';
import type { BotIdentity } from '../config.ts';
import { botCredentials } from './credentials.ts';
import {
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

/** A bound on the clients kept, for local mode, where anybody may name a service URL. */
const MOST_CONNECTORS = 50;

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
interface OutgoingCall {
  timeout: number;
  abortSignal?: AbortSignal;
}
interface Answer {
  status: number;
  bodyAsText?: string | null;
}
interface Pipeline {
  removePolicy(by: { name: string }): unknown;
  addPolicy(policy: object): void;
}

/** How the call that is being made waits for its turn: the SDK passes nothing on to its pipeline. */
const leaving = new AsyncLocalStorage<Leave>();

/** True for an answer that is no JSON, such as a page of whatever stands in between: the SDK takes it for an empty one. */
function isUnreadable({ status, bodyAsText }: Answer): boolean {
  if (status >= 300 || !bodyAsText) return false;
  try {
    JSON.parse(bodyAsText);
    return false;
  } catch {
    return true;
  }
}

const pace = {
  name: 'kompas-pace',
  sendRequest: async (request: OutgoingCall, next: (request: OutgoingCall) => Promise<Answer>) => {
    const leave = leaving.getStore();
    if (!leave) throw new Error('a call that nobody made');
    const { timeMs, signal } = await leave();
    request.timeout = timeMs;
    request.abortSignal = signal;
    const answer = await next(request);
    if (isUnreadable(answer)) throw unreadable();
    return answer;
  },
};

/**
 * Gives the connector of a service URL, whose every call passes the limiter, is made once and ends in time: by default the
 * client retries four times by itself, out of sight of delivery, follows whoever sends it elsewhere, and waits for ever. A client is made once for each URL,
 * since there are few of those and making one costs about as much as a call.
 */
function connectors(identity: BotIdentity | undefined): (serviceUrl: string) => Promise<Connector> {
  const auth = identity
    ? new ConfigurationBotFrameworkAuthentication({}, botCredentials(identity))
    : new ConfigurationBotFrameworkAuthentication({});
  // All that the factory asks of an identity is whose it is.
  const factory = auth.createConnectorFactory({ getClaimValue: () => identity?.appId ?? '' } as never);
  const known = new Map<string, Connector>();
  return async (serviceUrl) => {
    const before = known.get(serviceUrl);
    if (before) return before;
    const connector = await factory.create(serviceUrl, undefined as unknown as string);
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
    for (const name of ['defaultRetryPolicy', 'redirectPolicy']) pipeline.removePolicy({ name });
    pipeline.addPolicy(pace);
    if (known.size >= MOST_CONNECTORS) known.clear();
    known.set(serviceUrl, connector);
    return connector;
  };
}

function callsBy({ conversations }: Connector): ConnectorCalls {
  return {
    send: (conversation, activity) =>
      conversations.sendToConversation(conversation, activity as Partial<Activity>),
    update: (conversation, id, activity) =>
      conversations.updateActivity(conversation, id, activity as Partial<Activity>),
    member: async (conversation, user) =>
      (await conversations.getConversationMember(conversation, user)) as unknown as TeamsAccount,
    members: (conversation, pageSize, continuationToken) =>
      // The SDK types this call as one with a callback too.
      (conversations.getConversationPagedMembers as (id: string, page: object) => Promise<MembersPage>).call(
        conversations,
        conversation,
        { pageSize, continuationToken },
      ),
    open: (chat) => conversations.createConversation(chat as ConversationParameters),
  };
}

interface SdkError {
  statusCode?: number;
  code?: string;
  name?: string;
  response?: { bodyAsText?: string | null; headers?: { get?(name: string): string | undefined } };
}

function faultOf(thrown: unknown): Fault {
  const { statusCode, code, name, response } = (thrown ?? {}) as SdkError;
  return {
    status: statusCode,
    name: code ?? name,
    body: response?.bodyAsText,
    retryAfter: response?.headers?.get?.('retry-after'),
  };
}

/** Teams as botbuilder reaches it. */
export function botbuilderWire(options: WireOptions): Wire {
  const connectorFor = connectors(options.identity);
  const carry: Carrier['carry'] = (serviceUrl, leave, work) =>
    leaving.run(leave, async () => work(callsBy(await connectorFor(serviceUrl))));
  return teamsWire(options, { carry, faultOf });
}
