import { Temporal } from 'temporal-polyfill';
import { readConfig } from '../../src/config.ts';
import { queues } from '../../src/kompas.ts';
import { importPeople } from '../../src/people/import.ts';
import type { Person } from '../../src/people/person.ts';
import type { AnyTable, Storage, Stored } from '../../src/storage/index.ts';
import { type Core, createCore, tables } from './core.ts';
import { olderStorage, testStorage } from './storage.ts';

/** A Tuesday in the week of 23 November 2026, just before lunch: the default check-in is open. */
export const TUESDAY = '2026-11-24T11:00:00Z';

const decision = { date: '2026-09-01', reference: 'test' };
/** The works council consented and the DPIA is there: check-ins may go out. */
export const agreed = { consent: decision, dpia: decision };

/** A municipality on storage of its own, with a clock that a test can move. */
export interface Town {
  core: Core;
  /** As who has no key sees it; `core.storage` is the same with the key. */
  storage: Storage;
  /** The same to a version of Kompas that sealed nothing yet. */
  older(): Promise<Storage>;
  requests: { method: string; url: string }[];
  clock: { now: Temporal.Instant };
  /** Imports CSV lines under the usual heading, as an administrator would. */
  bring(lines: readonly string[], options?: { complete?: boolean }): ReturnType<typeof importPeople>;
  /** Methods of the requests that changed something. */
  writes(): string[];
  /** What another process has on the same storage: it remembers nothing of what this one read. */
  restarted(): Core;
}

export const HEADING = 'id;naam;email;team;toegang;werkdagen;directory_id';

/** A directory id that is easy to tell apart: `account(7)` ends in 7. */
export const account = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A town without people. */
export async function foundTown(): Promise<Town> {
  const { storage, requests, prefix } = await testStorage(tables, queues);
  const config = readConfig({ KOMPAS_LOCAL: 'true' });
  const clock = { now: Temporal.Instant.from(TUESDAY) };
  const restarted = () => createCore(config, storage, () => clock.now);
  const core = restarted();
  return {
    core,
    storage,
    older: () => olderStorage(prefix),
    requests,
    clock,
    bring: async (lines, { complete = false } = {}) => {
      const { people, settings, silence, audit } = core;
      const result = await importPeople(
        { people, settings, silence, audit, now: () => clock.now },
        Buffer.from([HEADING, ...lines].join('\n')),
        { complete, who: 'cli' },
      );
      // Teams that were there before this week: a new one begins at its next moment.
      for (const { key, schedule } of (await settings.read()).teams)
        if (schedule.chosen)
          await settings.changeTeam(key, ({ schedule: { chosen: _, ...kept }, ...now }) => ({
            ...now,
            schedule: kept,
          }));
      return result;
    },
    restarted,
    writes: () => requests.map(({ method }) => method).filter((method) => method !== 'GET'),
  };
}

/** Everything in some tables, keys and values, but no ETags: equal when nothing was written or the same was. */
export async function dump(storage: Storage, definitions: readonly AnyTable[] = tables) {
  const rows = await Promise.all(
    definitions.map(async (definition) =>
      (await storage.table(definition).range({ from: '' })).map(({ partition, row, value }: Stored<object>) =>
        [definition.name, partition, row, JSON.stringify(value)].join(' '),
      ),
    ),
  );
  return rows.flat().sort();
}

/** Somebody in Objecten West, works all week, app installed; `change` says what is different. */
export function person(id: string, change: Partial<Person> = {}): Person {
  const n = Number(id.replace(/\D/g, '')) || 0;
  return {
    id,
    name: `Persoon ${id}`,
    upn: `${id}@gemeente.example`,
    team: 'objecten-west',
    source: 'import',
    directoryId: account(n),
    access: ['medewerker'],
    workdays: ['ma', 'di', 'wo', 'do', 'vr'],
    checkins: true,
    reach: 'open',
    welcomed: true,
    address: {
      serviceUrl: 'http://127.0.0.1:1',
      conversation: `a:${id}`,
      user: `29:${id}`,
      bot: '28:kompas',
    },
    ...change,
  };
}
