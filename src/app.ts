import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { createBackground } from './bot/background.ts';
import { chatsJob } from './bot/chats.ts';
import { connectTeams } from './bot/connected.ts';
import { createDispatcher } from './bot/dispatcher.ts';
import { createDownload } from './bot/download.ts';
import { createFairness } from './bot/fairness.ts';
import { isWelcomeTime } from './bot/first-message.ts';
import { startMetricsServer } from './bot/metrics-server.ts';
import { createOnBehalf } from './bot/on-behalf.ts';
import { createFilePages } from './bot/pages.ts';
import { onceEach } from './bot/resent.ts';
import { createRosters } from './bot/rosters.ts';
import { createSaying } from './bot/saying.ts';
import { startServer } from './bot/server.ts';
import { lastHeard } from './bot/service.ts';
import { telling } from './bot/telling.ts';
import { createTurns } from './bot/turns.ts';
import { createUploadPage } from './bot/upload-page.ts';
import type { Config } from './config.ts';
import type { Feature } from './conversation/offer.ts';
import type { Engine, EngineOptions } from './delivery/engine.ts';
import { forgetInQueue } from './delivery/forget.ts';
import { storageHealth } from './delivery/health.ts';
import { type SharingInstance, startInstance } from './delivery/instance.ts';
import type { Job } from './delivery/jobs.ts';
import { catchUp, type PlannerTools } from './delivery/planner.ts';
import { NO_SHARE_YET } from './delivery/shares.ts';
import { type DeliveryStore, deliveryStore } from './delivery/store.ts';
import { type Entry, type Opened, offerAll, openAll } from './features/compose.ts';
import { welcome } from './features/help/welcome.ts';
import type { FeatureOffer, Services } from './features/module.ts';
import { installationOf } from './installation.ts';
import { jobsOf } from './jobs.ts';
import { withKeyInUse } from './key-in-use.ts';
import { kompas, tablesOf } from './kompas.ts';
import { errorFacts } from './lib/error-facts.ts';
import { createHourly, type Hourly } from './metrics/hourly.ts';
import { createMetrics, type Metrics } from './metrics/index.ts';
import { eraseAgain } from './people/erase-again.ts';
import { lifecycle } from './people/lifecycle.ts';
import type { Person } from './people/person.ts';
import { turnReader } from './people/turn-reader.ts';
import { startRounds } from './rounds.ts';
import { requireKey } from './same-key.ts';
import { createServices } from './services.ts';
import type { Storage } from './storage/index.ts';
import { watchJobs } from './watch.ts';

export interface AppOptions {
  config: Config;
  storage: Storage;
  log: Logger;
  now(): Temporal.Instant;
  /** Milliseconds of a clock that nobody puts forward or back; the machine's own unless a test has another. */
  elapsed?: () => number;
  engine?: EngineOptions;
  /** Where requests to storage are counted, from before it was opened. */
  requests?: Hourly;
  /** No other process sends: the whole rate is this one's, and nothing is written about it. For tests. */
  alone?: boolean;
  /** Where Bot Framework lists the keys of its tokens, unless a test has keys of its own. */
  botFramework?: string;
  /** So many milliseconds Teams waits for the answer to a tap. */
  invokeMs?: number;
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
  /** One look at the clock; the loop of the engine does so by itself. */
  tick(): Promise<void>;
  /** The same as the clock does it by itself, where what may wait is not looked at each time. */
  pacedTick(): Promise<void>;
  port: number;
  /** Where the figures for monitoring are read, if anywhere. */
  metricsPort?: number;
  /** Settles when nothing goes on behind its answer, such as reading a file. */
  idle(): Promise<void>;
  /** Finishes what is in hand, then ends everything that was started here. */
  stop(): Promise<void>;
}

/** Starts the bot around the features: the server for Teams, the delivery of rounds, and the clock. */
export async function startApp({
  config: given,
  storage,
  log,
  now,
  elapsed = () => performance.now(),
  engine: pace,
  requests = createHourly(now),
  alone = false,
  botFramework,
  invokeMs,
  features: list = kompas,
}: AppOptions): Promise<App> {
  const config = await withKeyInUse(given, storage, now);
  const services = createServices(config, storage, now);
  const { people, teamLinks, settings, audit, administrators, silence } = services;
  await requireKey(services);
  const delivery = deliveryStore(storage, services.tenant);
  const rates = alone ? config.rates : NO_SHARE_YET;
  let instance: SharingInstance | undefined;
  const { wire, render, send, messengerIn, share } = await connectTeams(config, rates, {
    botFramework,
    onThrottled: () => metrics?.throttled('people'),
    onBehind: () => instance?.isBehind(),
  });
  const heard = lastHeard(config.bot);
  const administering = telling({ people, settings, administrators, send, now });
  const rosters = createRosters({
    wire,
    people,
    teamLinks,
    settings,
    audit,
    silence,
    administrators,
    now,
    tell: administering.ofRosters,
    tellUnlinked: administering.ofTeam,
  });
  const onBehalf = createOnBehalf(() => now().epochMilliseconds);
  let engine: Engine | undefined;
  const opened = openAll(list, services);
  const features = offerAll(list, opened, {
    ...services,
    ...onBehalf.limited(messengerIn('people')),
    everybody: () => people.everybody(),
    once: (name, work) => delivery.once(name, now(), work),
    delivered: delivery,
    forgetQueued: (personId) => forgetInQueue(delivery.queue, personId),
    installation: installationOf(config, botFramework, () => engine?.clock()),
  });
  const planner: PlannerTools = {
    store: delivery,
    rounds: features.flatMap(({ rounds = [] }) => rounds),
    readSettings: () => settings.read(),
    members: (team) => people.members(team),
    everybody: () => people.everybody(),
  };
  const life = lifecycle({ people, teamLinks, settings, silence, now, administrators, audit });
  const welcomeNow = async () => welcome((await settings.recent()).municipality);
  const welcomed = async (person: Person) => {
    if ((await catchUp(planner, person, now())) > 0) engine?.nudge();
  };
  const jobs: Job[] = [
    ...jobsOf(features, services, log),
    ...watchJobs(planner, log),
    rosters.job,
    chatsJob({ wire, people, lifecycle: life, silence, service: heard.get, welcome: welcomeNow, welcomed }),
  ];
  const metrics: Metrics | undefined =
    config.metricsPort === undefined
      ? undefined
      : createMetrics({
          now,
          elapsed,
          features,
          tables: storage.definitions,
          rounds: planner.rounds,
          jobs,
          requests,
          oldest: () => delivery.queue.oldest(),
        });
  const background = createBackground();
  const turn = createTurns({
    download: createDownload({ local: config.local }),
    background,
    dispatcher: createDispatcher({
      features,
      log,
      administrators,
      isTooMuch: audit.isTooMuch,
      everybody: () => people.everybody(),
      onWritten: (turn) => eraseAgain(services, turn),
      onReturn: async (turn) => {
        const person = turn.scope === 'personal' ? await turn.person() : undefined;
        if (person) await life.returned(person, turn.address);
      },
      onTurn: metrics?.turn,
    }),
    reader: turnReader({ people, settings }),
    wire,
    render,
    log,
    now,
    invokeMs,
    admit: createFairness({
      turnsPerMinute: config.turnsPerMinute,
      now: () => now().epochMilliseconds,
      settings: settings.recent,
    }),
    events: {
      lifecycle: life,
      rosters,
      silence,
      isWelcomeTime: async (person) => isWelcomeTime(person, (await settings.read()).municipality, now()),
      welcome: welcomeNow,
      welcomed,
      isAdministrator: administering.isAdministrator,
      tellOfTeam: administering.ofTeam,
    },
  });
  const waiting = storageHealth(storage, delivery, elapsed);
  const server = await startServer(
    {
      wire,
      turn: onceEach((activity) => {
        heard.from(activity);
        return onBehalf.within(activity, () => turn(activity));
      }),
      log,
      border: { local: config.local, tenantId: config.tenantId },
      files: createFilePages(services.links, Object.assign({}, ...features.map(({ files }) => files ?? {})), {
        find: people.find,
        administrators,
      }),
      upload: createUploadPage(services, {
        receives: features.find(({ receives }) => receives)?.receives,
        say: createSaying({ wire, render, log }).say,
        background,
        log,
      }),
      statement: { settings, tables: tablesOf(list) },
      health: async () => ({ ...(await waiting()), clock: engine?.clock() }),
    },
    config.host,
    config.port,
  );
  const { host, local, metricsPort } = config;
  const scraped = metrics && (await startMetricsServer(metrics, { host, local, port: metricsPort ?? 0 }));
  instance = alone
    ? undefined
    : await startInstance({
        storage,
        tenant: services.tenant,
        rates: config.rates,
        share,
        now: () => performance.now(),
        onError: (error) =>
          log.error({ where: 'sharing', error: errorFacts(error) }, 'background work failed'),
      });
  const running = startRounds({
    services,
    planner,
    messenger: messengerIn('round'),
    jobs,
    life,
    log,
    metrics,
    pace,
    onReceived: () => instance?.wake(),
  });
  engine = running;
  return {
    services,
    tick: running.tick,
    pacedTick: running.pacedTick,
    delivery,
    opened,
    features,
    planner,
    port: server.port,
    metricsPort: scraped?.port,
    idle: background.settled,
    stop: async () => {
      await Promise.all([server.stop(), scraped?.stop(Promise.resolve()), running.stop()]);
      await background.settled();
      await instance?.stop();
    },
  };
}
