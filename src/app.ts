import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { createBackground } from './bot/background.ts';
import { chatsJob } from './bot/chats.ts';
import { connectTeams } from './bot/connected.ts';
import { createDispatcher, errorFacts } from './bot/dispatcher.ts';
import { createDownload } from './bot/download.ts';
import { createFairness } from './bot/fairness.ts';
import { isWelcomeTime } from './bot/first-message.ts';
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
import type { Messenger } from './conversation/messenger.ts';
import type { Feature } from './conversation/offer.ts';
import { type Engine, type EngineOptions, startEngine } from './delivery/engine.ts';
import { forgetInQueue } from './delivery/forget.ts';
import { storageHealth } from './delivery/health.ts';
import { startInstance } from './delivery/instance.ts';
import { type Job, jobsAt } from './delivery/jobs.ts';
import { catchUp, type PlannerTools } from './delivery/planner.ts';
import { createRefusals } from './delivery/refusals.ts';
import { NO_SHARE_YET } from './delivery/shares.ts';
import { type DeliveryStore, deliveryStore } from './delivery/store.ts';
import { type Entry, type Opened, offerAll, openAll } from './features/compose.ts';
import { welcome } from './features/help/welcome.ts';
import type { FeatureOffer, Services } from './features/module.ts';
import { installationOf } from './installation.ts';
import { jobsOf } from './jobs.ts';
import { withKeyInUse } from './key-in-use.ts';
import { kompas, tablesOf } from './kompas.ts';
import { logLines } from './log-lines.ts';
import { eraseAgain } from './people/erase-again.ts';
import { type Lifecycle, lifecycle } from './people/lifecycle.ts';
import type { Person } from './people/person.ts';
import { turnReader } from './people/turn-reader.ts';
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
  port: number;
  /** Settles when nothing goes on behind its answer, such as reading a file. */
  idle(): Promise<void>;
  /** Finishes what is in hand, then ends everything that was started here. */
  stop(): Promise<void>;
}

/** What starts the delivery of rounds and the clock, which share the part of the limit that rounds have. */
function startRounds(
  { people, settings, now }: Services,
  planner: PlannerTools,
  messenger: Messenger,
  jobs: readonly Job[],
  life: Lifecycle,
  log: Logger,
  pace: EngineOptions | undefined,
): Engine {
  const refusals = createRefusals({
    now,
    onPause: (reason) => log.warn({ reason, minutes: 60 }, 'nobody can be reached: rounds wait'),
  });
  const markBlocked = (person: Person) => life.blocked(person);
  /** Jobs of the clock do not say why somebody could not be reached, so all of theirs count as one reason. */
  const markByClock = async (person: Person) => {
    const { kind } = refusals.judge(person, { kind: 'gone', reason: 'by the clock' });
    if (kind === 'gone') await markBlocked(person);
    for (const wronged of refusals.takeWronged()) await life.unblocked(wronged);
  };
  const clock = {
    ...refusals.heeded(messenger),
    jobs,
    readSettings: () => settings.read(),
    everybody: () => people.everybody(),
    once: planner.store.once,
    markBlocked: markByClock,
    onFailed: (job: string, error: unknown) => log.error({ job, error: errorFacts(error) }, 'job failed'),
  };
  return startEngine(
    {
      ...planner,
      send: messenger.send,
      refusals,
      markBlocked,
      unmarkBlocked: (person) => life.unblocked(person),
      now,
      random: Math.random,
      onRun: (report) => log.info(report, logLines.round),
      onUnread: (report) => log.warn(report, 'message given back'),
      onSetAside: ({ error, ...report }) =>
        log.error({ ...report, ...(error ? { error: errorFacts(error) } : {}) }, logLines.setAside),
      onError: (where, error) => log.error({ where, error: errorFacts(error) }, 'background work failed'),
      onStuck: (what) => log.error({ what }, 'background work hangs'),
      jobsAt: (moment) => jobsAt(clock, moment),
    },
    pace,
  );
}

/** Starts the bot around the features: the server for Teams, the delivery of rounds, and the clock. */
export async function startApp({
  config: given,
  storage,
  log,
  now,
  elapsed = () => performance.now(),
  engine: pace,
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
  const { wire, render, send, messengerIn, share } = await connectTeams(config, rates, botFramework);
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
  };
  const life = lifecycle({ people, teamLinks, settings, silence, now, administrators, audit });
  const welcomeNow = async () => welcome((await settings.recent()).municipality);
  const welcomed = async (person: Person) => {
    if ((await catchUp(planner, person, now())) > 0) engine?.nudge();
  };
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
  const instance = alone
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
  const running = startRounds(
    services,
    planner,
    messengerIn('round'),
    [
      ...jobsOf(features, services, log),
      ...watchJobs(planner, log),
      rosters.job,
      chatsJob({ wire, people, lifecycle: life, silence, service: heard.get, welcome: welcomeNow, welcomed }),
    ],
    life,
    log,
    pace,
  );
  engine = running;
  return {
    services,
    tick: running.tick,
    delivery,
    opened,
    features,
    planner,
    port: server.port,
    idle: background.settled,
    stop: async () => {
      await Promise.all([server.stop(), running.stop()]);
      await background.settled();
      await instance?.stop();
    },
  };
}
