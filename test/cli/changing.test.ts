import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { announced } from '../../src/cli/announced.ts';
import type { Session } from '../../src/features/module.ts';
import { kompas, tablesOf } from '../../src/kompas.ts';
import { noteKey } from '../../src/people/key-check.ts';
import { auditTable, silenceTable } from '../../src/people/tables.ts';
import { storagePlace } from '../../src/storage-place.ts';
import { testStorage } from '../support/storage.ts';
import { account, dump, foundTown, HEADING, person, type Town } from '../support/town.ts';
import { run, SAID, type Surroundings } from './terminal.ts';

const demo = (name: string) => join(import.meta.dirname, '../../demo', name);
const REGISTER = ['--register', demo('mandaten.csv'), '--gebieden', demo('gebieden.csv')];

const TIPS = `id;doelgroep;persona;rol;stap;themas;doe;waarom;minuten;steunt op;actief
eigen-1;medewerker;;;algemeen;leren;Loop een ochtend mee bij de balie.;Daar hoor je elke vraag.;45;stap 3;ja`;

/** The words of every command that the features declare, as "mensen import". */
function everyCommand(): string[] {
  const program = new Command();
  for (const { module } of kompas) module.commands?.(program, {} as Session<never>);
  const wordsOf = (command: Command): string[] =>
    command.commands.length === 0
      ? [command.name()]
      : command.commands.flatMap((one) => wordsOf(one).map((words) => `${command.name()} ${words}`));
  return program.commands.flatMap(wordsOf);
}

/** Examples of all commands, in an order in which each can be done. */
const changing: Record<string, string[][]> = {
  'mensen import': [['mensen.csv']],
  'instellingen instemming': [['2026-09-01', 'OR-12']],
  'instellingen dpia': [['2026-09-01', 'DPIA-3']],
  'instellingen teambeeld-directie': [['2026-10-01', 'OR-15'], ['--weg']],
  'instellingen gemeente': [['Gemeente Voorbeeld']],
  'instellingen sluitingsdagen': [['2026-12-24']],
  'instellingen gesprekspartner': [
    ['HR', 'rosa@x.example'],
    ['HR', 'rosa@x.example', '--weg'],
  ],
  'instellingen vertrouwenspersoon': [['Rosa Linde', '010 000 00 00']],
  'instellingen bedrijfsarts': [['Arbodienst', '010 000 00 01']],
  'instellingen maatschappelijk-werk': [['Mo Werk', '010 000 00 02']],
  'instellingen ondernemingsraad-contact': [['rosa@x.example'], []],
  'instellingen tweede-persoon': [['rosa@x.example'], []],
  'instellingen stap': [['3']],
  'instellingen voornamen': [['uit']],
  'instellingen meldprocedure': [['https://www.gemeente.example/melden']],
  'instellingen privacyverklaring': [['https://www.gemeente.example/privacy'], []],
  'instellingen pilots': [['uit'], ['aan']],
  'instellingen afwezigheid': [['uit'], ['aan']],
  'instellingen woorden': [['uit'], ['aan']],
  'instellingen terugkoppeling': [['4']],
  'instellingen ritme': [['--team', 'Objecten West', '--weken', '2']],
  'instellingen afdeling': [['--team', 'Objecten West', 'Ruimte']],
  'instellingen leidinggevenden': [['--team', 'Objecten West', 'rosa@x.example']],
  'instellingen opheffen': [['--team', 'Leeg']],
  'instellingen heropenen': [['--team', 'Leeg']],
  'checkin nu': [
    ['--team', 'Objecten West'],
    ['--team', 'Objecten West', '--nogmaals'],
  ],
  'mensen koppel': [['p01', account(77)]],
  'mensen vergeet': [[account(99), '--akkoord']],
  'tips importeer': [['tips.csv', '--akkoord']],
  'mandaat import': [[...REGISTER, '--akkoord']],
};
/** These only read, or change nothing the way they are asked here; some write in the log that they were asked. */
const reading: Record<string, string[][]> = {
  'mensen lijst': [[], ['--team', 'Objecten West'], ['--json']],
  // The key is the same: there is nothing to empty.
  'sleutel vernieuwd': [[], ['--akkoord']],
  beheerlog: [[], ['--dagen', '7'], ['--json']],
  'instellingen toon': [[]],
  'tips controle': [[], ['--gemeente'], ['tips.csv']],
  'tips exporteer': [['uit.csv']],
  'tips importeer': [['tips.csv']],
  'tips feiten': [[]],
  'mandaat vraag': [['wie valideert BAG?'], ['wie valideert BAG?', ...REGISTER]],
  'mandaat import': [REGISTER, [...REGISTER, '--akkoord']],
  'mandaat controle': [[]],
  'mandaat export': [['--map', 'uit']],
  // Nobody there can be reached, so there is nothing to send.
  'checkin nu': [['--team', 'Leeg']],
};

/** These look at storage as a whole, and have tests of their own. */
const apart = ['doctor', 'bewaar', 'terugzet', 'sleutel roteer'];

const examples = (lists: Record<string, string[][]>) =>
  Object.entries(lists).flatMap(([words, all]) =>
    all.map((more) => ({
      words: `${words} ${more.map((one) => basename(one)).join(' ')}`,
      args: [...words.split(' '), ...more],
    })),
  );

/** A folder with the files that the examples name. */
async function filled(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-changing-'));
  await writeFile(
    join(folder, 'mensen.csv'),
    [HEADING, 'p08;Rosa Linde;rosa@x.example;Oost;manager;ma;'].join('\n'),
  );
  await writeFile(join(folder, 'tips.csv'), TIPS);
  return folder;
}

describe('which storage a command changes', () => {
  let town: Town;
  let around: Surroundings;
  beforeAll(async () => {
    town = await foundTown();
    const { core, storage } = town;
    const folder = await filled();
    const env = {
      KOMPAS_LOCAL: 'true',
      STORAGE_CONNECTION_STRING: inject('connectionString'),
    };
    around = { env, folder, storage, now: () => town.clock.now };
    for (const [key, name] of [
      ['objecten-west', 'Objecten West'],
      ['leeg', 'Leeg'],
    ] as const)
      await core.settings.saveTeam({ key, name, schedule: defaultSchedule });
    await core.people.save([person('p01')]);
  });
  afterAll(() => rm(around.folder, { recursive: true }));

  const runs = async (args: readonly string[]) => {
    const { code, err } = await run(args, around);
    return { code, err };
  };
  /** All that is kept but the log. */
  const kept = () =>
    dump(
      town.storage,
      tablesOf().filter(({ name }) => name !== auditTable.name),
    );

  test('is asked here of every command there is', () => {
    const known = new Set([...Object.keys(changing), ...Object.keys(reading), ...apart]);
    expect([...known].sort()).toEqual(everyCommand().sort());
  });

  test.each(examples(changing))('is said once, and first: $words', async ({ args }) => {
    const before = await kept();
    expect(await runs(args)).toEqual({ code: 0, err: SAID() });
    expect(await kept()).not.toEqual(before);
  });

  test.each(examples(reading))('is not said by who only reads: $words', async ({ args }) => {
    const before = await kept();
    expect(await runs(args)).toEqual({ code: 0, err: '' });
    expect(await kept()).toEqual(before);
  });

  test('is not said of a command that is refused', async () => {
    expect((await runs(['instellingen', 'stap', '99'])).err).not.toContain('Opslag');
    expect((await runs(['instellingen', 'opheffen', '--team', 'Oost'])).err).not.toContain('Opslag');
  });
});

describe('a command that is given another secret key than Kompas writes with', () => {
  let town: Town;
  let folder: string;
  beforeAll(async () => {
    town = await foundTown();
    folder = await filled();
    await noteKey(town.core, '2026-11-24');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const other = randomBytes(32).toString('base64');

  test.each([
    ...examples(changing),
    { words: 'bewaar', args: ['bewaar', 'kopie.kompas'] },
    { words: 'bewaar --wissingen', args: ['bewaar', 'lijst.kompas', '--wissingen'] },
    { words: 'terugzet', args: ['terugzet', 'kopie.kompas', '--vervang', '--akkoord'] },
    { words: 'mensen lijst', args: ['mensen', 'lijst'] },
  ])('is refused, and changes nothing: $words', async ({ args }) => {
    const before = await dump(town.storage);
    const env = { KOMPAS_LOCAL: 'true', KOMPAS_SECRET: other };
    const around = { env, folder, storage: town.storage, now: () => town.clock.now };
    const { code, out, err } = await run(args, around);
    expect(await dump(town.storage)).toEqual(before);
    expect(err).toMatch(/sleutel is een andere.*Er is niets gewijzigd/);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });
});

describe('storage that says where it is', () => {
  const opened = async () => {
    const { storage, requests } = await testStorage([silenceTable, auditTable], ['one']);
    const said: number[] = [];
    // So many requests had been made when it was said.
    return { storage: announced(storage, () => said.push(requests.length)), said };
  };
  const value = { until: '2026-11-24' };
  const row = { partition: 'p', row: 'r', etag: '*', value };
  /** All that a table and a queue can do, so that nothing new is forgotten. */
  const table: Record<string, unknown[]> = {
    get: ['p', 'r'],
    range: [{ partition: 'p' }],
    pages: [],
    insert: ['p', 'r', value],
    put: ['p', 'r', value],
    replace: [row, value],
    remove: ['p', 'r'],
    removeRead: [row],
    transact: ['p', [{ do: 'put', row: 'r', value }]],
  };
  const queue: Record<string, unknown[]> = {
    depth: [],
    oldest: [],
    send: ['x'],
    receive: [1, 1],
    giveBack: [{ id: 'i', receipt: 'r' }, 'x', 0],
    remove: [{ id: 'i', receipt: 'r' }],
  };
  const reads = ['get', 'range', 'pages', 'depth', 'oldest'];
  const call = async (part: object, method: string, given: unknown[]) =>
    (part as Record<string, (...args: unknown[]) => Promise<unknown>>)[method]?.(...given);
  const methodsOf = (part: object) =>
    Object.entries(part).flatMap(([name, member]) => (typeof member === 'function' ? [name] : []));

  test('knows all that a table and a queue can do', async () => {
    const { storage } = await opened();
    expect(methodsOf(storage.table(silenceTable)).sort()).toEqual(Object.keys(table).sort());
    expect(methodsOf(storage.queue('one')).sort()).toEqual(Object.keys(queue).sort());
  });

  test.each([
    ...Object.entries(table).map(([method, given]) => ({ part: 'table', method, given })),
    ...Object.entries(queue).map(([method, given]) => ({ part: 'queue', method, given })),
  ])('$part $method: a change is announced before it is made, and only the first', async (one) => {
    const { part, method, given } = one;
    const { storage, said } = await opened();
    const it = () => (part === 'table' ? storage.table(silenceTable) : storage.queue('one'));
    await call(it(), method, given).catch(() => {});
    expect(said).toEqual(reads.includes(method) ? [] : [0]);
    await storage.table(silenceTable).put('p', 'other', value as never);
    await storage.queue('one').send('x');
    expect(said).toHaveLength(1);
  });

  test('is silent about the log, and about a transaction of nothing', async () => {
    const { storage, said } = await opened();
    const entry = { at: '2026-11-24T11:00:00Z', who: 'cli', what: 'x', about: 'y' };
    await storage.table(auditTable).insert('p', 'r', entry as never);
    expect(await storage.table(silenceTable).transact('p', [])).toBe(true);
    expect(said).toEqual([]);
  });
});

describe('the words for storage', () => {
  const KEY = 'c2VjcmV0IGtleSBvZiBhIHN0b3JhZ2UgYWNjb3VudA==';
  const rest = `AccountKey=${KEY};EndpointSuffix=core.windows.net`;
  test.each<[string, boolean, string]>([
    [`DefaultEndpointsProtocol=https;AccountName=stkompas;${rest}`, false, 'opslagaccount stkompas'],
    [` accountname = stkompas ; ${rest}`, false, 'opslagaccount stkompas'],
    [
      `TableEndpoint=https://stkompas.table.core.windows.net/;QueueEndpoint=https://stkompas.queue.core.windows.net/;SharedAccessSignature=sv=1&sig=${KEY}`,
      false,
      'opslagaccount stkompas',
    ],
    [
      `TableEndpoint=https://${'a'.repeat(5)}:${KEY}@tabellen.example/x?sig=${KEY};AccountKey=${KEY}`,
      false,
      'tabellen.example',
    ],
    [
      `AccountName=a;AccountKey=${KEY};TableEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:8/a`,
      true,
      'deze computer (127.0.0.1:9)',
    ],
    [
      `AccountName=a;AccountKey=${KEY};TableEndpoint=http://localhost:9/a;QueueEndpoint=http://[::1]:8/a`,
      true,
      'deze computer (localhost:9)',
    ],
    [
      `AccountName=a;AccountKey=${KEY};TableEndpoint=http://127.0.0.1:9/a;QueueEndpoint=https://st.queue.core.windows.net`,
      false,
      '127.0.0.1:9 en opslagaccount st',
    ],
    ['UseDevelopmentStorage=true', true, 'deze computer (127.0.0.1:10002)'],
    ['UseDevelopmentStorage=true;', true, 'deze computer (127.0.0.1:10002)'],
    // A name with the key behind it, for want of a semicolon.
    [`AccountName=stkompasAccountKey=${KEY}`, false, 'die in STORAGE_CONNECTION_STRING'],
    [KEY, false, 'die in STORAGE_CONNECTION_STRING'],
    [
      `AccountName=kompas;AccountKey=${KEY};tableendpoint=http://127.0.0.1:10002/x;queueendpoint=http://127.0.0.1:10001/x`,
      false,
      'opslagaccount kompas',
    ],
    [
      `AccountName=kompas;TableEndpoint =http://127.0.0.1:10002/x;QueueEndpoint=http://127.0.0.1:10001/x`,
      false,
      'opslagaccount kompas',
    ],
    [
      `tableendpoint=https://x.example;TableEndpoint=http://127.0.0.1:10002/x;QueueEndpoint=http://127.0.0.1:10001/x`,
      false,
      'die in STORAGE_CONNECTION_STRING',
    ],
    [
      `TableEndpoint=http://127.0.0.1:10002/x;QueueEndpointX=QueueEndpoint=https://x.example;QueueEndpoint=http://127.0.0.1:10001/x`,
      false,
      'die in STORAGE_CONNECTION_STRING',
    ],
    ['usedevelopmentstorage=true', false, 'die in STORAGE_CONNECTION_STRING'],
    [`TableEndpoint=${KEY}`, false, 'die in STORAGE_CONNECTION_STRING'],
  ])('%s', (connectionString, isHere, words) => {
    expect(storagePlace({ connectionString })).toEqual({ isHere, words });
    expect(words).not.toContain(KEY);
  });

  test('an account that is reached without a key goes by its name', () => {
    expect(storagePlace({ account: 'stkompas', clientId: 'x' })).toEqual({
      isHere: false,
      words: 'opslagaccount stkompas',
    });
  });

  test('the storage of these tests is on this machine', () => {
    expect(storagePlace({ connectionString: inject('connectionString') }).isHere).toBe(true);
  });
});
