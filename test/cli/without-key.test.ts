import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import type { Storage } from '../../src/storage/index.ts';
import { type Core, createCore } from '../support/core.ts';
import { secret } from '../support/secret.ts';
import { account, dump, foundTown, HEADING, type Town } from '../support/town.ts';
import { run } from './terminal.ts';

const demo = (name: string) => join(import.meta.dirname, '../../demo', name);
const REGISTER = ['--register', demo('mandaten.csv'), '--gebieden', demo('gebieden.csv')];

let town: Town;
let folder: string;
let env: Record<string, string>;
/** The same installation to whoever has its key. */
let bot: Core;

beforeAll(async () => {
  town = await foundTown();
  folder = await mkdtemp(join(tmpdir(), 'kompas-without-key-'));
  env = {
    BOT_APP_ID: randomUUID(),
    BOT_TENANT_ID: randomUUID(),
    PUBLIC_URL: 'https://kompas.gemeente.example',
    STORAGE_CONNECTION_STRING: inject('connectionString'),
  };
  bot = createCore(readConfig({ ...env, KOMPAS_SECRET: secret }), town.storage, () => town.clock.now);
  // Somebody erased themselves before: whoever imports cannot tell who, and need not.
  await bot.silence.keep(account(50));
  await writeFile(
    join(folder, 'mensen.csv'),
    [
      HEADING,
      `p01;Amira Sol;amira@gemeente.example;Objecten West;medewerker;ma;${account(1)}`,
      `p02;Bert Kade;bert@gemeente.example;Objecten West;manager;ma;${account(2)}`,
    ].join('\n'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const kompas = (args: readonly string[], storage: Storage = town.storage) =>
  run(args, { env, folder, storage, now: () => town.clock.now });

describe('without the secret key on this machine (trust:no-key-needed)', () => {
  // In an order in which each can be done.
  test.each([
    ['mensen', 'import', 'mensen.csv'],
    ['mensen', 'lijst'],
    ['mensen', 'koppel', 'p01', account(77)],
    ['instellingen', 'gemeente', 'Gemeente Voorbeeld'],
    ['instellingen', 'instemming', '2026-09-01', 'OR-12'],
    ['instellingen', 'instemming', '--weg'],
    ['instellingen', 'dpia', '2026-09-01', 'DPIA-3'],
    ['instellingen', 'stap', '3'],
    ['instellingen', 'ritme', '--team', 'Objecten West', '--weken', '2'],
    ['instellingen', 'afdeling', '--team', 'Objecten West', 'Ruimte'],
    ['instellingen', 'leidinggevenden', '--team', 'Objecten West', 'bert@gemeente.example'],
    ['instellingen', 'vertrouwenspersoon', 'Rosa Linde', '010 000 00 00'],
    ['instellingen'],
    ['mandaat', 'import', ...REGISTER, '--akkoord'],
    ['mandaat', 'controle'],
    ['mandaat', 'export', '--map', 'uit'],
    ['tips', 'exporteer', 'tips.csv'],
    ['tips', 'importeer', 'tips.csv', '--akkoord'],
    ['beheerlog'],
  ])('%s %s %s is done', async (...args) => {
    const { code, err } = await kompas(args.filter((one) => one !== undefined));
    expect({ code, err: err.replace(/^Opslag: .*\n/, '') }).toEqual({ code: 0, err: '' });
  });

  test('what was imported is what the bot finds', async () => {
    expect(await bot.people.find(account(77))).toMatchObject({ name: 'Amira Sol' });
    expect((await bot.settings.read()).municipality).toMatchObject({ name: 'Gemeente Voorbeeld', step: 3 });
    expect((await bot.register.current()).lookup.register.entries.length).toBeGreaterThan(5);
  });

  test('a decision that is taken back stays away from a backup all the same', async () => {
    const rows = await bot.takenBack.all();
    expect(rows.map(({ row }) => row)).toContain('decision|consent');
  });

  test.each([
    ['sleutel', 'vernieuwd'],
    ['sleutel', 'vernieuwd', '--akkoord'],
    ['bewaar', 'a.kompas'],
    ['terugzet', 'tips.csv', '--vervang', '--akkoord'],
  ])('%s %s %s says that it needs the key, and changes nothing', async (...args) => {
    await bot.settings.changeMunicipality((now) => ({
      ...now,
      consent: { date: '2026-09-01', reference: 'OR-12' },
      keyCheck: 'another',
    }));
    const before = await dump(town.storage);
    const { code, err } = await kompas(args.filter((one) => one !== undefined));
    expect(code).toBe(1);
    expect(err).toContain('KOMPAS_SECRET');
    expect(await dump(town.storage)).toEqual(before);
  });

  test('doctor looks at all but the key, and says so', async () => {
    const { out } = await kompas(['doctor']);
    expect(out).toContain('Of de geheime sleutel klopt: die staat niet op deze computer');
    // The clock of this test stands still, and that of storage does not.
    expect(out).toContain('Tijd: De klok van de machine wijkt');
    expect(out).not.toMatch(/^rood.*(?:Tabellen|Mensen|Mandatenregister)/m);
  });

  test('a key that nobody drew is still refused, and the bot itself does not start without one', async () => {
    expect((await run(['mensen', 'lijst'], { env: { ...env, KOMPAS_SECRET: 'x' }, folder })).err).toContain(
      'KOMPAS_SECRET',
    );
    expect(() => readConfig(env)).toThrow(ConfigError);
  });
});
