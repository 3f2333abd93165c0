import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { Edge } from './bot/adapter.ts';
import { createDispatcher, errorFacts } from './bot/dispatcher.ts';
import { createLimiter } from './bot/limiter.ts';
import { createFilePages } from './bot/pages.ts';
import { createRender } from './bot/render.ts';
import { createPosts, createSender } from './bot/sender.ts';
import { type RunningServer, startServer } from './bot/server.ts';
import { createTurns } from './bot/turns.ts';
import type { Config } from './config.ts';
import type { Feature } from './conversation/offer.ts';
import { type Clock, type Core, createCore, systemClock } from './core.ts';
import { type Engine, type EngineOptions, startEngine } from './delivery/engine.ts';
import { forgetInQueue } from './delivery/forget.ts';
import { housekeeping } from './delivery/housekeeping.ts';
import { catchUp } from './delivery/planner.ts';
import * as checkin from './features/checkin/index.ts';
import { help, welcome } from './features/help/index.ts';
import { mandates } from './features/mandates/index.ts';
import { pilots } from './features/pilots/index.ts';
import { presence } from './features/presence/index.ts';
import { privacy } from './features/privacy/index.ts';
import { settings } from './features/settings/index.ts';
import { team } from './features/team/index.ts';
import { advising, tips } from './features/tips/index.ts';
import { clockJobs } from './jobs.ts';
import { lifecycle } from './people/lifecycle.ts';
import { eraseSubject, rowsAbout, type Storage } from './storage/index.ts';

export interface KompasOptions {
  config: Config;
  storage: Storage;
  log: Logger;
  now?: Clock;
  engine?: EngineOptions;
}

export interface Kompas {
  core: Core;
  features: readonly Feature[];
  port: number;
  /** Finishes what is in hand, then ends everything that was started here. */
  stop(): Promise<void>;
}

/** Puts all parts together and starts them: the one place that knows every feature and every adapter. */
export async function startKompas({
  config,
  storage,
  log,
  now = systemClock,
  engine: pace,
}: KompasOptions): Promise<Kompas> {
  const core = createCore(config, storage, now);
  const { people, readSettings, store, planner } = core;

  const limiter = createLimiter(config.rates);
  const edge = new Edge(config.bot, limiter);
  const render = createRender({ refresh: !config.local });
  const send = createSender(edge, limiter, render);
  const posts = createPosts(edge, limiter, render);
  const { administrators } = config;
  const life = lifecycle({ people, settings: core.settings, now, administrators, audit: core.audit });
  let engine: Engine | undefined;

  const advice = {
    store: core.tips,
    tips: () => core.library.tips(),
    readSettings,
    lately: checkin.latelyFrom(core.answers),
  };

  const features: Feature[] = [
    checkin.checkin({
      people,
      store: core.answers,
      readSettings,
      advise: advising(advice).withCheckin,
      send: (address, message) => send(address, message, 'people'),
    }),
    mandates({
      store: core.register,
      gaps: core.gaps,
      proposals: core.proposals,
      audit: core.audit,
      readSettings,
      everybody: () => people.everybody(),
      now,
      send: (address, message) => send(address, message, 'people'),
      newId: () => `K-${randomBytes(4).toString('hex')}`,
    }),
    tips({
      ...advice,
      people,
      dialogues: core.dialogues,
      send: (address, message) => send(address, message, 'people'),
      newId: () => `T-${randomBytes(4).toString('hex')}`,
    }),
    pilots({
      pilots: core.pilots,
      actions: core.pilotActions,
      audit: core.audit,
      standups: core.standups,
      retros: core.retros,
      evaluations: core.evaluations,
      quizzes: core.quizzes,
      readSettings,
      posts: core.pilotPosts,
      post: (address, message) => posts.post(address, message, 'people'),
      send: (address, message) => send(address, message, 'people'),
      rewrite: (address, id, message) => posts.rewrite(address, id, message, 'people'),
      everybody: () => people.everybody(),
      newId: () => `P-${randomBytes(4).toString('hex')}`,
      learning: {
        learnings: core.learnings,
        readSettings,
        administrators,
        now,
        link: core.links.create,
        person: (directoryId) => people.find(directoryId),
        send: (address, message) => send(address, message, 'people'),
        post: async (channel, message) => {
          const posted = await posts.post({ ...channel, user: '' }, message, 'people');
          return posted.kind === 'sent' ? posted.id : undefined;
        },
        rewrite: (channel, id, message) => posts.rewrite({ ...channel, user: '' }, id, message, 'people'),
      },
    }),
    team({
      groups: core.groups,
      changes: core.changes,
      audit: core.audit,
      readSettings,
      now,
      administrators,
      comments: core.answers,
      replies: core.replies,
      naming: core.naming,
      pseudonymise: core.pseudonymise,
      changeTeam: core.settings.changeTeam,
      everybody: () => people.everybody(),
      person: (directoryId) => people.find(directoryId),
      link: core.links.create,
      send: (address, message) => send(address, message, 'people'),
      once: (name, work) => store.once(name, now(), work),
      newId: () => `K-${randomBytes(4).toString('hex')}`,
    }),
    presence(people),
    settings({ people, readSettings, administrators }),
    privacy({
      settings: core.settings,
      audit: core.audit,
      subject: core.subject,
      rowsAbout: (who) => rowsAbout(storage, who),
      erase: (who) => eraseSubject(storage, who),
      forgetInQueues: async ({ personIds }) => {
        for (const id of personIds) await forgetInQueue(store.queue, id);
      },
      link: core.links.create,
    }),
    help({ features: () => features, administrators }),
  ];

  const dispatcher = createDispatcher({
    features,
    log,
    onReturn: async (turn) => {
      const person = turn.scope === 'personal' ? await turn.person() : undefined;
      if (person) await life.returned(person, turn.address);
    },
  });
  const turn = createTurns({
    dispatcher,
    people,
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
  const offers = Object.assign({}, ...features.map(({ files }) => files ?? {}));
  const server: RunningServer = await startServer(
    {
      edge,
      turn,
      log,
      border: { local: config.local, tenantId: config.tenantId },
      files: createFilePages(core.links, offers),
      health: async () => {
        await storage.ping();
        return { queueDepth: await store.queue.depth() };
      },
    },
    config.host,
    config.port,
  );

  engine = startEngine(
    {
      ...planner,
      markBlocked: (person) => life.blocked(person),
      send: (address, message) => send(address, message, 'round'),
      now,
      random: Math.random,
      onRun: (report) => log.info(report, 'round'),
      onError: (where, error) => log.error({ where, error: errorFacts(error) }, 'background work failed'),
      housekeeping: housekeeping({
        storage,
        store,
        onSwept: async (rows) => {
          log.info({ rows }, 'retention');
          // What pointed at people who are gone now goes with them.
          await people.mendDirectory();
        },
        jobs: clockJobs(core, {
          send: (address, message) => send(address, message, 'round'),
          post: (address, message) => posts.post(address, message, 'round'),
          rewrite: (address, id, message) => posts.rewrite(address, id, message, 'round'),
          markBlocked: (person) => life.blocked(person),
        }),
      }),
    },
    pace,
  );

  return {
    core,
    features,
    port: server.port,
    stop: async () => {
      await Promise.all([server.stop(), engine?.stop()]);
    },
  };
}
