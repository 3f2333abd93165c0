import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { tablesOf } from '../../src/kompas.ts';
import type { Storage } from '../../src/storage/index.ts';
import { account, dump, foundTown, HEADING, person, type Town } from '../support/town.ts';
import { run } from './terminal.ts';

const around = { env: { KOMPAS_LOCAL: 'true' }, folder: '' };
const line = 'p9;Nora Veld;nora@gemeente.example;Nieuw;beheerder;ma;';

const away = () => Promise.reject(new Error('the log is away'));
/** Storage of which the log cannot be written. */
const withoutLog = (storage: Storage): Storage => ({
  ...storage,
  table: (definition) => {
    const table = storage.table(definition);
    return definition.name === 'audit' ? { ...table, insert: away, transact: away } : table;
  },
});

let town: Town;
beforeAll(async () => {
  town = await foundTown();
  around.folder = await mkdtemp(join(tmpdir(), 'kompas-log-'));
  await writeFile(join(around.folder, 'mensen.csv'), `${HEADING}\n${line}`);
  for (const [key, name] of [
    ['west', 'West'],
    ['leeg', 'Leeg'],
  ] as const)
    await town.core.settings.saveTeam({ key, name, schedule: defaultSchedule });
  await town.core.settings.saveTeam({
    key: 'oud',
    name: 'Oud',
    schedule: defaultSchedule,
    ended: '2026-11-01',
  });
  await town.core.people.save([person('p1', { team: 'west' })]);
});
afterAll(() => rm(around.folder, { recursive: true }));

describe('what is managed on the command line', () => {
  test.each<[string, string[], string]>([
    ['a decision', ['instellingen', 'instemming', '2026-09-01', 'OR-12'], 'instellingen instemming'],
    [
      'the rhythm of a team',
      ['instellingen', 'ritme', '--team', 'West', '--weken', '2'],
      'instellingen ritme',
    ],
    ['a department', ['instellingen', 'afdeling', '--team', 'West', 'Ruimte'], 'instellingen afdeling'],
    ['the end of a team', ['instellingen', 'opheffen', '--team', 'Leeg'], 'instellingen opheffen'],
    ['the return of a team', ['instellingen', 'heropenen', '--team', 'Oud'], 'instellingen heropenen'],
    ['another account', ['mensen', 'koppel', 'p1', account(70)], 'mensen koppel'],
    ['people and their rights', ['mensen', 'import', 'mensen.csv'], 'mensen import'],
  ])('of %s: nothing changes before its line is in the log', async (_what, args, words) => {
    const { storage } = town.core;
    const changed = tablesOf().filter(({ name }) => ['people', 'directory', 'settings'].includes(name));
    const rows = () => dump(storage, changed);
    const before = await rows();
    const ask = (on: Storage) => run([...args, '--lokaal'], { ...around, storage: on });
    expect((await ask(withoutLog(storage))).code).toBe(2);
    expect(await rows()).toEqual(before);
    expect(await ask(storage)).toMatchObject({ code: 0 });
    const log = (await town.core.audit.since(town.clock.now.subtract({ hours: 1 }))).map(({ what }) => what);
    expect(log.filter((what) => what === words || what.startsWith(`${words} `))).toHaveLength(1);
    expect(await rows()).not.toEqual(before);
  });
});
