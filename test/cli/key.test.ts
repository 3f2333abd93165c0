import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { tablesOf } from '../../src/kompas.ts';
import { purposes } from '../../src/people/pseudonym.ts';
import type { Storage } from '../../src/storage/index.ts';
import { fillingOf, teamNames } from '../support/about-somebody.ts';
import { account, dump, foundTown, type Town } from '../support/town.ts';
import { wireOfRun } from '../support/wire.ts';
import { run } from './terminal.ts';

const other = randomBytes(32).toString('base64');
/** Votes go by themselves 28 days after a board was opened, and stand among points that have no code. */
const shortLived = ['retros'];
/** Its rows stand under hashes of what is gone: of no code that anybody has. */
const hashed = ['takenback'];
const coded = tablesOf().filter((table) => table.coded);
let town: Town;

beforeAll(async () => {
  town = await foundTown();
  await town.bring([`p01;Amira Sol;amira@gemeente.example;Objecten West;medewerker;ma;${account(1)}`]);
  for (const fill of Object.values(await fillingOf(town))) await fill(1);
});

/** Starts the bot on this storage, with a key of its own where one is given, and stops it. */
async function started(key?: string): Promise<void> {
  const app = await startApp({
    config: readConfig({
      KOMPAS_LOCAL: 'true',
      ...wireOfRun,
      PORT: '0',
      ...(key ? { KOMPAS_SECRET: key } : {}),
    }),
    storage: town.storage,
    log: pino({ level: 'silent' }),
    now: () => town.clock.now,
    alone: true,
    engine: { tickMs: Number.POSITIVE_INFINITY },
  });
  await app.stop();
}

const kompas = (key: string | undefined, ...args: string[]) => kompasOn(town.storage, key, ...args);
const kompasOn = (storage: Storage, key: string | undefined, ...args: string[]) =>
  run(args, {
    env: { KOMPAS_LOCAL: 'true', ...(key ? { KOMPAS_SECRET: key } : {}) },
    folder: import.meta.dirname,
    storage,
    now: () => town.clock.now,
  });
const rowsIn = async (tables: typeof coded) => (await dump(town.storage, tables)).length;

test('every table in which somebody stands under a code, or that is sealed, can be emptied for a new key', async () => {
  const codes = [...Object.keys(teamNames), '', 'P-1'].flatMap((place) =>
    purposes.map((purpose) => town.core.pseudonymise(place, account(1), purpose)),
  );
  for (const table of tablesOf().filter(({ name }) => ![...shortLived, ...hashed].includes(name))) {
    const rows = (await dump(town.storage, [table])).join('\n');
    expect(codes.some((code) => rows.includes(code)) || table.sealed !== undefined, table.name).toBe(
      table.coded === true,
    );
  }
});

describe('a secret key that is another than before', () => {
  test('is noticed: Kompas does not start, and says what to do', async () => {
    await started();
    await started();
    await expect(started(other)).rejects.toThrow('sleutel vernieuwd --akkoord');
  });

  test('empties nothing before somebody agrees, and nothing at all when the key is the same', async () => {
    const before = await dump(town.storage);
    expect((await kompas(undefined, 'sleutel', 'vernieuwd', '--akkoord')).out).toBe(
      'De sleutel is dezelfde als eerst. Er is niets gewist.\n',
    );
    expect((await kompas(other, 'sleutel', 'vernieuwd')).err).toContain('Er is niets gewist');
    expect(await dump(town.storage)).toEqual(before);
  });

  test('empties nothing while its line cannot be written in the log', async () => {
    const { storage } = town;
    const withoutLog: Storage = {
      ...storage,
      table: (definition) => {
        const table = storage.table(definition);
        return definition.name === 'audit'
          ? { ...table, insert: () => Promise.reject(new Error('the log is away')) }
          : table;
      },
    };
    const before = await dump(storage);
    expect((await kompasOn(withoutLog, other, 'sleutel', 'vernieuwd', '--akkoord')).code).toBe(2);
    expect(await dump(storage)).toEqual(before);
  });

  test('empties what nobody can see or erase any more, and nothing else; then Kompas starts with it', async () => {
    const kept = tablesOf().filter(
      ({ name, coded: isCoded }) => !isCoded && !['settings', 'audit'].includes(name),
    );
    const before = await dump(town.storage, kept);
    expect(await rowsIn(coded)).toBeGreaterThan(0);
    const { code, out } = await kompas(other, 'sleutel', 'vernieuwd', '--akkoord');
    expect(code).toBe(0);
    expect(out).toContain('Kompas kan weer aan');
    expect(await rowsIn(coded)).toBe(0);
    expect(await dump(town.storage, kept)).toEqual(before);
    expect((await dump(town.storage)).join('\n')).toContain('sleutel vernieuwd');
    await started(other);
    await expect(started()).rejects.toThrow('Kompas start niet');
  });
});
