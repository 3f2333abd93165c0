import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An activity that arrived. */
export interface Delivery {
  conversation: string;
  // biome-ignore lint/suspicious/noExplicitAny: an activity as JSON; each test looks at other parts of it.
  body: any;
  /** Milliseconds of `performance.now()`. */
  at: number;
}

/** What the connector does with one request. */
export type Behaviour =
  | { do: 'accept'; afterMs?: number }
  | { do: 'answer'; status: number; code?: string; retryAfter?: string }
  /** Cuts the line; with `arrived` only after the activity was taken in. */
  | { do: 'reset'; arrived?: boolean }
  /** Never answers. */
  | { do: 'hang' };

export interface Throttle {
  /** So many requests are taken in any sliding second; the rest gets 429. */
  perSecond: number;
  /** Value of the `Retry-After` header, or none. */
  retryAfter?: string;
}

/** A member of a conversation as Teams' roster gives it. */
export interface ConnectorMember {
  id: string;
  name: string;
  aadObjectId: string;
  userPrincipalName: string;
  email?: string;
}

/** The other side of the Bot Connector protocol: a real HTTP server on 127.0.0.1. */
export interface Connector {
  /** What the bot knows as `serviceUrl`. */
  url: string;
  /** Activities that arrived, oldest first. */
  deliveries: Delivery[];
  /** Every request, refused ones included, with the status it got (0: none). */
  requests: { conversation: string; status: number }[];
  /** Activities per conversation. */
  counts(): Map<string, number>;
  /** From now on: for one conversation, or for all without `conversation`. A list is used up one by one. */
  behave(behaviour: Behaviour | Behaviour[], conversation?: string): void;
  throttle(limit: Throttle | undefined): void;
  setMembers(conversation: string, members: ConnectorMember[]): void;
  /** Resolves when the condition holds; it is looked at after each request. */
  until(condition: () => boolean): Promise<void>;
  /** Lets go of requests that hang and closes. */
  stop(): Promise<void>;
}

const ANY = '';
const PATH = /^\/v3\/conversations\/([^/]+)\/(activities|members|pagedmembers)(?:\/([^/?]+))?/;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, body: object, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Counts what left within the last second; the moment itself is given, so that it can be tested. */
function slidingSecond() {
  const times: number[] = [];
  return (perSecond: number, at: number): boolean => {
    while (times.length > 0 && (times[0] ?? 0) <= at - 1_000) times.shift();
    if (times.length >= perSecond) return false;
    times.push(at);
    return true;
  };
}

/** Starts a connector that accepts everything until it is told otherwise. */
export async function startConnector(): Promise<Connector> {
  const deliveries: Delivery[] = [];
  const requests: Connector['requests'] = [];
  const plans = new Map<string, Behaviour | Behaviour[]>();
  const members = new Map<string, ConnectorMember[]>();
  const watchers = new Set<() => void>();
  const fits = slidingSecond();
  let limit: Throttle | undefined;
  let ids = 0;

  function behaviourFor(conversation: string): Behaviour {
    for (const name of [conversation, ANY]) {
      const plan = plans.get(name);
      if (!Array.isArray(plan)) {
        if (plan) return plan;
        continue;
      }
      const next = plan.shift();
      if (next) return next;
    }
    return { do: 'accept' };
  }

  function arrived(conversation: string, body: string): string {
    ids += 1;
    deliveries.push({ conversation, body: JSON.parse(body), at: performance.now() });
    return `${ids}`;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, encoded = '', what = ''] = PATH.exec(request.url ?? '') ?? [];
    const conversation = decodeURIComponent(encoded);
    const body = await textOf(request);
    const noted = { conversation, status: 0 };
    requests.push(noted);
    const reply = (status: number, content: object, headers: object = {}) => {
      noted.status = status;
      answer(response, status, content, headers);
    };
    if (limit && !fits(limit.perSecond, performance.now())) {
      const headers = limit.retryAfter === undefined ? {} : { 'retry-after': limit.retryAfter };
      reply(429, { error: { code: 'Throttled', message: 'too many requests' } }, headers);
      return;
    }
    const plan = behaviourFor(conversation);
    if (plan.do === 'hang') return;
    if (plan.do === 'reset') {
      if (plan.arrived) arrived(conversation, body);
      request.socket.destroy();
      return;
    }
    if (plan.do === 'answer') {
      const headers = plan.retryAfter === undefined ? {} : { 'retry-after': plan.retryAfter };
      reply(plan.status, { error: { code: plan.code ?? 'Told', message: 'as told' } }, headers);
      return;
    }
    if (plan.afterMs) await new Promise((resolve) => setTimeout(resolve, plan.afterMs));
    if (what === 'members') return reply(200, members.get(conversation) ?? []);
    if (what === 'pagedmembers') return reply(200, { members: members.get(conversation) ?? [] });
    if (what === 'activities' && request.method === 'POST') {
      return reply(201, { id: arrived(conversation, body) });
    }
    reply(404, { error: { code: 'NotFound', message: 'no such path' } });
  }

  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    serve(request, response)
      .catch(() => request.socket.destroy())
      .finally(() => {
        for (const look of watchers) look();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliveries,
    requests,
    counts: () => {
      const counts = new Map<string, number>();
      for (const { conversation } of deliveries)
        counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
      return counts;
    },
    behave: (behaviour, conversation = ANY) => {
      plans.set(conversation, Array.isArray(behaviour) ? [...behaviour] : behaviour);
    },
    throttle: (next) => {
      limit = next;
    },
    setMembers: (conversation, list) => {
      members.set(conversation, list);
    },
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
