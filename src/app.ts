import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { Edge } from './bot/adapter.ts';
import { createDispatcher, errorFacts } from './bot/dispatcher.ts';
import { createLimiter, type Lane } from './bot/limiter.ts';
import { createFilePages } from './bot/pages.ts';
import { createRender } from './bot/render.ts';
import { createPosts, createSender } from './bot/sender.ts';
import { startServer } from './bot/server.ts';
import { createTurns } from './bot/turns.ts';
import type { Config } from './config.ts';
import type { Messenger } from './conversation/messenger.ts';
import type { Feature } from './conversation/offer.ts';
import { type Engine, type EngineOptions, startEngine } from './delivery/engine.ts';
import { forgetInQueue } from './delivery/forget.ts';
import { type Job, runJobs } from './delivery/jobs.ts';
import { catchUp, type PlannerTools } from './delivery/planner.ts';
import { retentionJob } from './delivery/retention.ts';
import { type DeliveryStore, deliveryStore } from './delivery/store.ts';
import { type Entry, type Opened, offerAll, openAll } from './features/compose.ts';
import { welcome } from './features/help/welcome.ts';
import type { FeatureOffer, Services } from './features/module.ts';
import { kompas } from './kompas.ts';
import { lifecycle } from './people/lifecycle.ts';
import type { Person } from './people/person.ts';
import { turnReader } from './people/turn-reader.ts';
import { createServices } from './services.ts';
import type { Storage } from './storage/index.ts';

export interface AppOptions {
  config: Config;
  storage: Storage;
  log: Logger;
  now(): Temporal.Instant;
  engine?: EngineOptions;
  /** Those of `kompas.ts`, unless a test brings its own. */
  features?: readonly Entry[];
}

/** A running installation. */
export interface App {
  services: Services;
  delivery: DeliveryStore;
  /** What each feature opened. */
  opened: Opened;
  features: readonly (Feature & FeatureOffer)[];
  /** Plans rounds; tests and the bench plan by hand. */
  planner: PlannerTools;
  port: number;
  /** Finishes what is in hand, then ends everything that was started here. */
  stop(): Promise<void>;
}

/** The ways to Teams: what receives, what renders, and messengers that draw on a share of Teams' limit. */
function connectTeams({ rates, bot, local }: Config) {
  const limiter = createLimiter(rates);
  const edge = new Edge(bot, limiter);
  const render = createRender({ refresh: !local });
  const send = createSender(edge, limiter, render);
  const posts = createPosts(edge, limiter, render);
  const messengerIn = (lane: Lane): Messenger => ({
    send: (address, message) => send(address, message, lane),
    post: (address, message) => posts.post(address, message, lane),
    rewrite: (address, id, message) => posts.rewrite(address, id, message, lane),
  });
  return { edge, render, send, messengerIn };
}

/** The jobs of the clock: those of the features, and retention. */
function jobsOf(features: readonly FeatureOffer[], { storage, people }: Services, log: Logger): Job[] {
  const retention = retentionJob(storage, async (rows) => {
    log.info({ rows }, 'retention');
    // What pointed at people who are gone now goes with them.
    await people.mendDirectory();
  });
  return [...features.flatMap(({ jobs = [] }) => jobs), retention];
}

/** What starts the delivery of rounds and the clock, which share the part of the limit that rounds have. */
function startRounds(
  { people, settings, now }: Services,
  planner: PlannerTools,
  messenger: Messenger,
  jobs: readonly Job[],
  markBlocked: (person: Person) => Promise<void>,
  log: Logger,
  pace: EngineOptions | undefined,
): Engine {
  const clock = {
    ...messenger,
    jobs,
    readSettings: () => settings.read(),
    everybody: () => people.everybody(),
    once: planner.store.once,
    markBlocked,
    onFailed: (job: string, error: unknown) => log.error({ job, error: errorFacts(error) }, 'job failed'),
  };
  return startEngine(
    {
      ...planner,
      send: messenger.send,
      markBlocked,
      now,
      random: Math.random,
      onRun: (report) => log.info(report, 'round'),
      onUnread: (report) => log.warn(report, 'message given back'),
      onSetAside: ({ error, ...report }) =>
        log.error({ ...report, ...(error ? { error: errorFacts(error) } : {}) }, 'message set aside'),
      onError: (where, error) => log.error({ where, error: errorFacts(error) }, 'background work failed'),
      onTick: (moment) => runJobs(clock, moment),
    },
    pace,
  );
}

/** Starts the bot around the features: the server for Teams, the delivery of rounds, and the clock. */
export async function startApp({
  config,
  storage,
  log,
  now,
  engine: pace,
  features: list = kompas,
}: AppOptions): Promise<App> {
  const services = createServices(config, storage, now);
  const { people, settings, audit, administrators } = services;
  const delivery = deliveryStore(storage, services.tenant);
  const { edge, render, send, messengerIn } = connectTeams(config);
  const opened = openAll(list, services);
  const features = offerAll(list, opened, {
    ...services,
    ...messengerIn('people'),
    everybody: () => people.everybody(),
    once: (name, work) => delivery.once(name, now(), work),
    delivered: delivery,
    forgetQueued: (personId) => forgetInQueue(delivery.queue, personId),
  });
  const planner: PlannerTools = {
    store: delivery,
    rounds: features.flatMap(({ rounds = [] }) => rounds),
    readSettings: () => settings.read(),
    members: (team) => people.members(team),
  };

  let engine: Engine | undefined;
  const life = lifecycle({ people, settings, now, administrators, audit });
  const turn = createTurns({
    dispatcher: createDispatcher({
      features,
      log,
      onReturn: async (turn) => {
        const person = turn.scope === 'personal' ? await turn.person() : undefined;
        if (person) await life.returned(person, turn.address);
      },
    }),
    reader: turnReader({ people, settings }),
    render,
    send,
    log,
    now,
    events: {
      lifecycle: life,
      welcome,
      welcomed: async (person) => {
        if ((await catchUp(planner, person, now())) > 0) engine?.nudge();
      },
    },
  });
  const server = await startServer(
    {
      edge,
      turn,
      log,
      border: { local: config.local, tenantId: config.tenantId },
      files: createFilePages(services.links, Object.assign({}, ...features.map(({ files }) => files ?? {}))),
      health: async () => {
        await storage.ping();
        return { queueDepth: await delivery.queue.depth() };
      },
    },
    config.host,
    config.port,
  );
  engine = startRounds(
    services,
    planner,
    messengerIn('round'),
    jobsOf(features, services, log),
    (person) => life.blocked(person),
    log,
    pace,
  );

  return {
    services,
    delivery,
    opened,
    features,
    planner,
    port: server.port,
    stop: async () => {
      await Promise.all([server.stop(), engine?.stop()]);
    },
  };
}
