import { hkdfSync } from 'node:crypto';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { Edge } from './bot/adapter.ts';
import { createDispatcher, errorFacts } from './bot/dispatcher.ts';
import { createLimiter } from './bot/limiter.ts';
import { createFilePages } from './bot/pages.ts';
import { createRender } from './bot/render.ts';
import { createSender } from './bot/sender.ts';
import { type RunningServer, startServer } from './bot/server.ts';
import type { Feature } from './bot/turn.ts';
import { createTurns } from './bot/turns.ts';
import { today } from './calendar/clock.ts';
import type { Config } from './config.ts';
import { type Engine, type EngineOptions, startEngine } from './delivery/engine.ts';
import { forgetInQueue } from './delivery/forget.ts';
import { housekeeping } from './delivery/housekeeping.ts';
import { catchUp, type PlannerTools } from './delivery/planner.ts';
import { deliveryStore } from './delivery/store.ts';
import { DELIVERY_QUEUE, occurrenceTable, outcomeTable } from './delivery/tables.ts';
import * as checkin from './features/checkin/index.ts';
import { help, welcome } from './features/help/index.ts';
import { presence } from './features/presence/index.ts';
import { privacy } from './features/privacy/index.ts';
import { settings } from './features/settings/index.ts';
import { createLinks, usedLinksTable } from './files/links.ts';
import { auditLog } from './people/audit.ts';
import { lifecycle } from './people/lifecycle.ts';
import { pseudonymiser } from './people/pseudonym.ts';
import { settingsStore } from './people/settings.ts';
import { peopleStore } from './people/store.ts';
import { subjectOf } from './people/subject.ts';
import { auditTable, directoryTable, peopleTable, settingsTable } from './people/tables.ts';
import {
  type AnyTable,
  eraseSubject,
  openStorage,
  rowsAbout,
  type Storage,
  type StorageAddress,
} from './storage/index.ts';

/** Every table there is: what is not in this list cannot be opened, shown, erased or left to expire. */
export const tables: readonly AnyTable[] = [
  peopleTable,
  directoryTable,
  settingsTable,
  auditTable,
  occurrenceTable,
  outcomeTable,
  usedLinksTable,
  checkin.answersTable,
  checkin.commentsTable,
  checkin.namedCommentsTable,
];

export const queues = [DELIVERY_QUEUE];

/** Opens this installation's storage. `prefix` keeps tests apart. */
export function openKompasStorage(
  address: StorageAddress,
  options: { prefix?: string; onRequest?: (request: { method: string; url: string }) => void } = {},
): Promise<Storage> {
  return openStorage({ address, tables, queues, ...options });
}

export type Clock = () => Temporal.Instant;
export const systemClock: Clock = () => Temporal.Now.instant();

/** Everything below the Teams edge: what the bot, the command line and the demo share. */
export function createCore(config: Config, storage: Storage, now: Clock) {
  const tenant = config.tenantId;
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', config.secret, tenant, purpose, 32));
  const pseudonymise = pseudonymiser(derived('pseudonyms'), tenant);
  const people = peopleStore(storage, tenant);
  const settings = settingsStore(storage, tenant);
  const readSettings = () => settings.read();
  const answers = checkin.checkinStore(storage, tenant, pseudonymise);
  const store = deliveryStore(storage, tenant);
  const rounds = checkin.checkinRounds(answers, pseudonymise);
  const planner: PlannerTools = { store, rounds, readSettings, members: (team) => people.members(team) };
  return {
    ...{
      config,
      storage,
      tenant,
      now,
      pseudonymise,
      people,
      settings,
      readSettings,
      answers,
      store,
      rounds,
      planner,
    },
    audit: auditLog(storage, tenant, now),
    links: createLinks(storage, derived('links'), config.publicUrl, now),
    subject: (directoryId: string) => subjectOf(directoryId, { tenant, people, pseudonymise, readSettings }),
  };
}

export type Core = ReturnType<typeof createCore>;

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
  const life = lifecycle(people, readSettings, () => today(now()).toString());
  let engine: Engine | undefined;

  const features: Feature[] = [
    checkin.checkin({
      people,
      store: core.answers,
      readSettings,
      send: (address, message) => send(address, message, 'people'),
    }),
    presence(people),
    settings({ people, readSettings, administrators: config.administrators }),
    privacy({
      subject: core.subject,
      rowsAbout: (who) => rowsAbout(storage, who),
      erase: (who) => eraseSubject(storage, who),
      forgetInQueues: async ({ personId }) => {
        if (personId) await forgetInQueue(store.queue, personId);
      },
      link: core.links.create,
    }),
    help(() => features),
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
    ...{ dispatcher, people, render, send, log, now },
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
      ...{ edge, turn, log },
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
        onSwept: (rows) => log.info({ rows }, 'retention'),
        jobs: [
          (moment) =>
            checkin.closeWindows(
              {
                ...{ store: core.answers, people, pseudonymise: core.pseudonymise, readSettings },
                once: (name, work) => store.once(name, moment, work),
              },
              moment,
            ),
        ],
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
