import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Lane, Limiter } from './limiter.ts';

/** Who the bot is in the directory; without it only local mode works. */
export interface BotIdentity {
  appId: string;
  tenantId: string;
  type: 'SingleTenant' | 'UserAssignedMSI';
  password?: string;
}

const lanes = new AsyncLocalStorage<Lane>();

/** Everything sent while `work` runs counts as part of a round. */
export function asRound<R>(work: () => Promise<R>): Promise<R> {
  return lanes.run('round', work);
}

/** A connector that hangs is given up after this: Teams answers within seconds or not at all. */
const CALL_TIMEOUT_MS = 15_000;

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
interface Pipeline {
  removePolicy(by: { name: string }): unknown;
  addPolicy(policy: object): void;
}

/**
 * Makes every connector call pass the limiter, with one attempt and a time limit: by default the client retries
 * four times by itself, out of sight of delivery, and waits for ever.
 */
function tame(factory: ConnectorFactory, limiter: Limiter): ConnectorFactory {
  return {
    create: async (serviceUrl: string, audience: string) => {
      const connector = await factory.create(serviceUrl, audience);
      const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy({
        name: 'kompas-pace',
        sendRequest: async (request: { timeout: number }, next: (request: object) => Promise<unknown>) => {
          await limiter.take(lanes.getStore() ?? 'people');
          request.timeout = CALL_TIMEOUT_MS;
          return next(request);
        },
      });
      return connector;
    },
  };
}

function authentication(
  identity: BotIdentity | undefined,
  limiter: Limiter,
): ConfigurationBotFrameworkAuthentication {
  const settings = identity && {
    MicrosoftAppId: identity.appId,
    MicrosoftAppType: identity.type,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.password ? { MicrosoftAppPassword: identity.password } : {}),
  };
  const auth = settings
    ? new ConfigurationBotFrameworkAuthentication(
        {},
        new ConfigurationServiceClientCredentialFactory(settings),
      )
    : new ConfigurationBotFrameworkAuthentication({});
  const { createConnectorFactory, authenticateRequest } = auth;
  auth.createConnectorFactory = (claims) => tame(createConnectorFactory.call(auth, claims), limiter);
  auth.authenticateRequest = async (activity, header) => {
    const result = await authenticateRequest.call(auth, activity, header);
    if (result.connectorFactory) result.connectorFactory = tame(result.connectorFactory, limiter);
    return result;
  };
  return auth;
}

/** The Bot Framework adapter. A class only because `processActivity` is protected there. */
export class Edge extends CloudAdapter {
  readonly #appId: string;

  constructor(identity: BotIdentity | undefined, limiter: Limiter) {
    super(authentication(identity, limiter));
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
