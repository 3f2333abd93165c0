import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { BotIdentity } from '../config.ts';
import { botCredentials } from './credentials.ts';
import type { Lane, Limiter } from './limiter.ts';

/** One attempt to send, as the connector calls within it know it. */
export interface Attempt {
  lane: Lane;
  /** Ends the attempt: a call that still waits for its turn then never leaves. */
  signal: AbortSignal;
  /** True once a call left: from then on it may have arrived. */
  left: boolean;
}

const attempts = new AsyncLocalStorage<Attempt>();

/** Runs `work` as one attempt; what is sent outside any attempt is an answer to somebody who is there now. */
export function inAttempt<R>(attempt: Attempt, work: () => Promise<R>): Promise<R> {
  return attempts.run(attempt, work);
}

/** A connector that hangs is given up after this: Teams answers within seconds or not at all. */
const CALL_TIMEOUT_MS = 15_000;
/** A bound on the clients kept, for local mode, where anybody may name a service URL. */
const MOST_CONNECTORS = 50;

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
interface OutgoingCall {
  timeout: number;
  abortSignal?: AbortSignal;
}
interface Pipeline {
  removePolicy(by: { name: string }): unknown;
  addPolicy(policy: object): void;
}

/**
 * Gives the function that makes every connector call of a factory pass the limiter, with one attempt and a time
 * limit: by default the client retries four times by itself, out of sight of delivery, and waits for ever. A client is
 * made once for each service URL, since there are few of those and making one costs about as much as a call.
 */
function taming(limiter: Limiter, callMs: number): (factory: ConnectorFactory) => ConnectorFactory {
  const pace = {
    name: 'kompas-pace',
    sendRequest: async (request: OutgoingCall, next: (request: OutgoingCall) => Promise<unknown>) => {
      const attempt = attempts.getStore();
      await limiter.take(attempt?.lane ?? 'people', attempt?.signal);
      request.timeout = callMs;
      if (attempt) {
        attempt.left = true;
        request.abortSignal = attempt.signal;
      }
      return next(request);
    },
  };
  const connectors = new Map<string, Awaited<ReturnType<ConnectorFactory['create']>>>();
  return (factory) => ({
    create: async (serviceUrl: string, audience: string) => {
      const name = JSON.stringify([serviceUrl, audience]);
      const known = connectors.get(name);
      if (known) return known;
      const connector = await factory.create(serviceUrl, audience);
      const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy(pace);
      if (connectors.size >= MOST_CONNECTORS) connectors.clear();
      connectors.set(name, connector);
      return connector;
    },
  });
}

function authentication(
  identity: BotIdentity | undefined,
  limiter: Limiter,
  callMs: number,
): ConfigurationBotFrameworkAuthentication {
  const auth = identity
    ? new ConfigurationBotFrameworkAuthentication({}, botCredentials(identity))
    : new ConfigurationBotFrameworkAuthentication({});
  const { createConnectorFactory, createUserTokenClient, authenticateRequest } = auth;
  const tame = taming(limiter, callMs);
  auth.createConnectorFactory = (claims) => tame(createConnectorFactory.call(auth, claims));
  // The adapter makes a client for user tokens in every turn. Nobody signs in here, so one is enough.
  let tokens: Awaited<ReturnType<typeof createUserTokenClient>> | undefined;
  auth.createUserTokenClient = async (claims) => {
    tokens ??= await createUserTokenClient.call(auth, claims);
    return tokens;
  };
  auth.authenticateRequest = async (activity, header) => {
    const result = await authenticateRequest.call(auth, activity, header);
    if (result.connectorFactory) result.connectorFactory = tame(result.connectorFactory);
    return result;
  };
  return auth;
}

/** The Bot Framework adapter. A class only because `processActivity` is protected there. */
export class Edge extends CloudAdapter {
  readonly #appId: string;

  constructor(identity: BotIdentity | undefined, limiter: Limiter, callMs = CALL_TIMEOUT_MS) {
    super(authentication(identity, limiter, callMs));
    this.#appId = identity?.appId ?? '';
  }

  /** Verifies the token of an incoming activity and runs one turn. Throws `AuthenticationError` or what the turn threw. */
  receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }

  /** Runs `turn` in a conversation that we were told of earlier. */
  resume(
    reference: Parameters<CloudAdapter['continueConversationAsync']>[1],
    turn: (context: TurnContext) => Promise<void>,
  ) {
    return this.continueConversationAsync(this.#appId, reference, turn);
  }
}
