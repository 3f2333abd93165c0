import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from './listen.ts';

/** An activity that arrived in a conversation. */
export interface Sent {
  conversation: string;
  activity: Record<string, unknown> & {
    text?: string;
    summary?: string;
    attachments?: { content: Record<string, unknown> }[];
  };
  /** Milliseconds of `performance.now()`. */
  at: number;
}

/** Somebody in the roster of a conversation. */
export interface RosterMember {
  /** Id within the Teams channel. */
  user: string;
  name: string;
  upn: string;
  /** Directory id. */
  account: string;
  /** Invited from another organisation. */
  guest?: true;
  /** The roster leaves out the address, as it does for some accounts. */
  unnamed?: true;
}

/** What the connector does with one request. */
export type Behaviour =
  | { do: 'accept'; afterMs?: number }
  | {
      do: 'answer';
      status: number;
      code?: string;
      body?: object | string;
      retryAfter?: string;
      location?: string;
      /** Only after the activity was taken in: what stands between Teams and us gave up too early. */
      arrived?: boolean;
      /** Only for what carries a card; the rest is accepted. */
      ifCard?: boolean;
    }
  /** Takes the activity in, says so, and cuts the line in the middle of that. */
  | { do: 'cut answer' }
  /** Cuts the line; with `arrived` only after the activity was taken in. */
  | { do: 'reset'; arrived?: boolean }
  /** Answers only when it is told to behave otherwise, and then in that way. */
  | { do: 'hang' };

/** The bot was removed from the conversation. */
export const gone: Behaviour = { do: 'answer', status: 403, code: 'BotNotInConversationRoster' };

export interface Throttle {
  /** So many requests are taken in any sliding second; the rest gets 429. */
  perSecond: number;
  /** Value of the `Retry-After` header, or none. */
  retryAfter?: string;
}

/** The other side of the Bot Connector protocol: a real HTTP server on 127.0.0.1. */
export interface Connector {
  /** What the bot knows as `serviceUrl`. */
  url: string;
  /** Activities that arrived, oldest first. */
  sent: Sent[];
  /** What replaced an earlier message, by its id. */
  rewritten: (Sent & { id: string })[];
  /** Who is in every conversation that has no roster of its own. */
  roster: RosterMember[];
  /** Who is in one conversation, by its id. */
  rosters: Map<string, RosterMember[]>;
  /** Directory ids of those for whom a chat was opened, oldest first. */
  opened: string[];
  /** Every request, refused ones included, with the status it got (0: none). */
  requests: { conversation: string; status: number }[];
  /** So many activities were taken in of which the bot was not told: each of these may come twice. */
  unsure: number;
  /** The `Authorization` of every request; undefined where there was none. */
  authorizations: (string | undefined)[];
  /** Activities per conversation. */
  counts(): Map<string, number>;
  /** From now on: for one conversation, or for all without `conversation`. A list is used up one by one. */
  behave(behaviour: Behaviour | Behaviour[], conversation?: string): void;
  throttle(limit: Throttle | undefined): void;
  /** Resolves when the condition holds; it is looked at when a request came and when it was answered. */
  until(condition: () => boolean): Promise<void>;
  /** Lets go of requests that hang and closes. */
  stop(): Promise<void>;
}

const ANY = '';
const PATH = /^\/v3\/conversations(?:\/([^/?]+)\/(activities|members|pagedmembers)(?:\/([^/?]+))?)?/;
/** Teams gives fewer members at once than were asked for whenever it likes. */
const LARGEST_PAGE = 50;
/** Teams: the largest message, counted in UTF-16. */
const LARGEST_MESSAGE = 100 * 1024;

/** The name under which a test says how the opening of somebody's chat goes. */
export const opening = (account: string) => `opening ${account}`;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Not chained: restify, in the same process, replaces `writeHead` by one that gives nothing back. */
function answer(response: ServerResponse, status: number, body: object | string, headers: object = {}): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
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

/** What was planned for conversations, and what comes next for one of them. */
function behaviours() {
  const plans = new Map<string, Behaviour | Behaviour[]>();
  return {
    set: (behaviour: Behaviour | Behaviour[], conversation: string) => {
      plans.set(conversation, Array.isArray(behaviour) ? [...behaviour] : behaviour);
    },
    next: (conversation: string): Behaviour => {
      for (const name of [conversation, ANY]) {
        const plan = plans.get(name);
        const next = Array.isArray(plan) ? plan.shift() : plan;
        if (next) return next;
      }
      return { do: 'accept' };
    },
  };
}

/** Those who wait for something to become true; `look` is called whenever it may have. */
function waiters() {
  const looking = new Set<() => void>();
  return {
    look: () => {
      for (const one of looking) one();
    },
    until: (condition: () => boolean) =>
      new Promise<void>((resolve) => {
        const one = () => {
          if (!condition()) return;
          looking.delete(one);
          resolve();
        };
        looking.add(one);
        one();
      }),
  };
}

/** The directory id of every second account stands under the other name that Teams has for it. */
const idName = (account: string) =>
  account.charCodeAt(account.length - 1) % 2 === 0 ? 'aadObjectId' : 'objectId';

const member = ({ user, name, upn, account, guest, unnamed }: RosterMember) => ({
  id: user,
  name,
  [idName(account)]: account,
  ...(unnamed ? {} : { userPrincipalName: upn, email: upn }),
  userRole: guest ? 'guest' : 'user',
});

/** What is wrong with a message, as Teams says it; undefined when it takes it. */
function refusalOf(body: string): { status: number; code: string } | undefined {
  const { from } = JSON.parse(body) as { from?: { id?: string } };
  if (!from?.id) return { status: 400, code: 'BadSyntax' };
  return body.length * 2 > LARGEST_MESSAGE ? { status: 413, code: 'MessageSizeTooBig' } : undefined;
}

const refusal = (code: string) => ({ error: { code, message: 'as told' } });

/** Starts a connector that accepts everything until it is told otherwise. */
export async function startConnector(roster: readonly RosterMember[] = []): Promise<Connector> {
  const fits = slidingSecond();
  const plans = behaviours();
  const { look, until } = waiters();
  /** How often it was told to behave: what hangs looks again after that. */
  let told = 0;
  let limit: Throttle | undefined;

  const arrived = (conversation: string, body: string): Sent => ({
    conversation,
    activity: JSON.parse(body),
    at: performance.now(),
  });

  /** The next behaviour that is no hanging. */
  async function behaviourFor(conversation: string): Promise<Exclude<Behaviour, { do: 'hang' }>> {
    for (;;) {
      const plan = plans.next(conversation);
      if (plan.do !== 'hang') return plan;
      const before = told;
      await until(() => told > before);
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, ...parts] = PATH.exec(request.url ?? '') ?? [];
    const body = await textOf(request);
    const [named = '', what, id] = parts.map((part = '') => decodeURIComponent(part));
    const wanted: string | undefined = named === '' ? JSON.parse(body).members?.[0]?.id : undefined;
    const conversation = wanted === undefined ? named : opening(wanted);
    const noted = { conversation, status: 0 };
    connector.requests.push(noted);
    connector.authorizations.push(request.headers.authorization);
    look();
    const reply = (status: number, content: object | string, headers: object = {}) => {
      noted.status = status;
      answer(response, status, content, headers);
    };
    if (limit && !fits(limit.perSecond, performance.now())) {
      const headers = limit.retryAfter === undefined ? {} : { 'retry-after': limit.retryAfter };
      return reply(429, { error: { code: 'Throttled', message: 'too many requests' } }, headers);
    }
    const plan = await behaviourFor(conversation);
    const takeUnsure = () => {
      connector.sent.push(arrived(conversation, body));
      connector.unsure += 1;
    };
    if (plan.do === 'reset') {
      if (plan.arrived) takeUnsure();
      request.socket.destroy();
      return;
    }
    if (plan.do === 'cut answer') {
      takeUnsure();
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': 100 });
      response.write('{"id": "');
      setImmediate(() => request.socket.destroy());
      return;
    }
    const isFor = plan.do === 'answer' && (!plan.ifCard || JSON.parse(body).attachments !== undefined);
    if (plan.do === 'answer' && isFor) {
      if (plan.arrived) takeUnsure();
      const headers = {
        ...(plan.retryAfter === undefined ? {} : { 'retry-after': plan.retryAfter }),
        ...(plan.location === undefined ? {} : { location: plan.location }),
      };
      return reply(plan.status, plan.body ?? (plan.code ? refusal(plan.code) : {}), headers);
    }
    if (plan.do === 'accept' && plan.afterMs)
      await new Promise((resolve) => setTimeout(resolve, plan.afterMs));
    if (wanted !== undefined) {
      connector.opened.push(wanted);
      return reply(201, { id: `a:${wanted}` });
    }
    const wrong = what === 'activities' ? refusalOf(body) : undefined;
    if (wrong) return reply(wrong.status, refusal(wrong.code));
    if (what === 'activities' && request.method === 'PUT') {
      connector.rewritten.push({ ...arrived(conversation, body), id: id ?? '' });
      return reply(200, { id });
    }
    if (what === 'activities') {
      connector.sent.push(arrived(conversation, body));
      // Whoever gave up waiting does not hear that it arrived after all.
      if (request.socket.destroyed) connector.unsure += 1;
      return reply(201, { id: `sent-${connector.sent.length}` });
    }
    const roster = connector.rosters.get(conversation) ?? connector.roster;
    if (what === 'pagedmembers') {
      const query = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
      const from = Number(query.get('continuationToken') ?? 0);
      const size = Math.min(Number(query.get('pageSize') ?? LARGEST_PAGE), LARGEST_PAGE);
      const next = from + size < roster.length ? { continuationToken: `${from + size}` } : {};
      return reply(200, { members: roster.slice(from, from + size).map(member), ...next });
    }
    const found = roster.find(({ user, account }) => user === id || account === id);
    return found ? reply(200, member(found)) : reply(404, refusal('MemberNotFoundInConversation'));
  }

  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    serve(request, response)
      .catch(() => request.socket.destroy())
      .finally(look);
  });
  const connector: Connector = {
    url: '',
    sent: [],
    rewritten: [],
    roster: [...roster],
    rosters: new Map(),
    opened: [],
    requests: [],
    unsure: 0,
    authorizations: [],
    counts: () => {
      const counts = new Map<string, number>();
      for (const { conversation } of connector.sent)
        counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
      return counts;
    },
    behave: (behaviour, conversation = ANY) => {
      plans.set(behaviour, conversation);
      told += 1;
      look();
    },
    throttle: (next) => {
      limit = next;
    },
    until,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  connector.url = `http://127.0.0.1:${await listen(server)}`;
  return connector;
}
