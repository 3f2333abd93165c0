import { hkdfSync } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Config } from './config.ts';
import type { PlannerTools } from './delivery/planner.ts';
import { deliveryStore } from './delivery/store.ts';
import { DELIVERY_QUEUE, occurrenceTable, outcomeTable } from './delivery/tables.ts';
import * as checkin from './features/checkin/index.ts';
import * as mandates from './features/mandates/index.ts';
import * as pilots from './features/pilots/index.ts';
import * as team from './features/team/index.ts';
import * as tips from './features/tips/index.ts';
import { createLinks, usedLinksTable } from './files/links.ts';
import { auditLog } from './people/audit.ts';
import { pseudonymiser } from './people/pseudonym.ts';
import { settingsStore } from './people/settings.ts';
import { peopleStore } from './people/store.ts';
import { subjectOf } from './people/subject.ts';
import { auditTable, directoryTable, peopleTable, settingsTable } from './people/tables.ts';
import {
  type AnyTable,
  openStorage,
  type Storage,
  type StorageAddress,
  type StorageOptions,
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
  mandates.registerTable,
  mandates.gapTable,
  mandates.proposalTable,
  tips.personasTable,
  tips.seenTipsTable,
  tips.helpfulTipsTable,
  tips.tipLibraryTable,
  tips.dialoguesTable,
  pilots.pilotsTable,
  pilots.pilotMembersTable,
  pilots.pilotActionsTable,
  pilots.standupsTable,
  pilots.standupDaysTable,
  pilots.retrosTable,
  pilots.evaluationsTable,
  pilots.pilotQuizTable,
  pilots.pilotPostsTable,
  pilots.learningsTable,
  pilots.learningAsksTable,
  team.groupsTable,
  team.changesTable,
  team.repliesTable,
];

export const queues = [DELIVERY_QUEUE];

/** Opens this installation's storage. `prefix` keeps tests apart. */
export function openKompasStorage(
  address: StorageAddress,
  options: Pick<StorageOptions, 'prefix' | 'onRequest' | 'attemptMs'> = {},
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
  const rounds = [
    ...checkin.checkinRounds(answers, pseudonymise, (occurrence) => store.sentBefore(occurrence)),
    tips.weeklyTips(pseudonymise),
  ];
  const planner: PlannerTools = { store, rounds, readSettings, members: (team) => people.members(team) };
  return {
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
    register: mandates.mandateStore(storage, tenant),
    gaps: mandates.gapStore(storage, tenant),
    proposals: mandates.proposalStore(storage, tenant),
    tips: tips.tipsStore(storage, tenant, pseudonymise, now),
    library: tips.tipLibrary(storage, tenant, now),
    dialogues: tips.dialogueStore(storage, tenant),
    pilots: pilots.pilotStore(storage, tenant),
    retros: pilots.retroStore(storage, tenant, pseudonymise),
    evaluations: pilots.evaluationStore(storage, tenant, pseudonymise),
    quizzes: pilots.quizStore(storage, tenant),
    pilotPosts: pilots.postStore(storage, tenant),
    pilotActions: pilots.actionStore(storage, tenant),
    standups: pilots.standupStore(storage, tenant),
    learnings: pilots.learningStore(storage, tenant, now),
    groups: team.groupStore(storage, tenant),
    changes: team.changeStore(storage, tenant),
    replies: team.replyStore(storage, tenant),
    naming: team.naming(derived('comments')),
    audit: auditLog(storage, tenant, now),
    links: createLinks(storage, derived('links'), config.publicUrl, now),
    subject: (directoryId: string) => subjectOf(directoryId, { tenant, people, pseudonymise, readSettings }),
  };
}

export type Core = ReturnType<typeof createCore>;
