import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { withKeyInUse } from '../../src/key-in-use.ts';
import { tablesOf } from '../../src/kompas.ts';
import { purposes } from '../../src/people/pseudonym.ts';
import { eraseSubject, rowsAbout, type Storage } from '../../src/storage/index.ts';
import { fillingOf, teamNames } from '../support/about-somebody.ts';
import { type Core, createCore } from '../support/core.ts';
import { endingAfter } from '../support/ending-after.ts';
import { account, dump, foundTown, type Town } from '../support/town.ts';
import { wireOfRun } from '../support/wire.ts';
import { run } from './terminal.ts';

const key = () => randomBytes(32).toString('base64');
const [old, fresh, stranger] = [key(), key(), key()];
/** Both keys, as they are set while rows go over and after. */
const both = { KOMPAS_SECRET: fresh, KOMPAS_SECRET_OUD: old };
type Keys = { KOMPAS_SECRET: string; KOMPAS_SECRET_OUD?: string };
const configOf = (keys: Keys) => readConfig({ KOMPAS_LOCAL: 'true', ...wireOfRun, PORT: '0', ...keys });
const LEFT = 'iemand-die-weg-is';
let town: Town;

const coreOn = (storage: Storage, config: Config): Core => createCore(config, storage, () => town.clock.now);
/** What a process with these keys has on the storage as it stands. */
const coreWith = async (keys: Keys) =>
  coreOn(town.storage, await withKeyInUse(configOf(keys), town.storage, () => town.clock.now));

const kompasOn = (storage: Storage, keys: Keys, ...args: string[]) =>
  run(args, {
    env: { KOMPAS_LOCAL: 'true', ...keys },
    folder: import.meta.dirname,
    storage,
    now: () => town.clock.now,
  });
const kompas = (keys: Keys, ...args: string[]) => kompasOn(town.storage, keys, ...args);

/** Starts the bot on this storage and stops it. */
async function started(keys: Keys): Promise<void> {
  const app = await startApp({
    config: configOf(keys),
    storage: town.storage,
    log: pino({ level: 'silent' }),
    now: () => town.clock.now,
    alone: true,
    engine: { tickMs: Number.POSITIVE_INFINITY },
  });
  await app.stop();
}

/** All that somebody sees when they ask what is kept of them, table by table. */
async function historyOf(core: Core, n: number): Promise<string[]> {
  const who = await core.subject(account(n));
  const about = await rowsAbout(core.storage, who);
  return about
    .flatMap(({ definition, rows }) =>
      rows.map(({ value }) =>
        definition.person.kind === 'none'
          ? ''
          : `${definition.name}: ${definition.person.describe(value, who)}`,
      ),
    )
    .sort();
}

const codesUnder = ({ pseudonymise }: Core, n: number) =>
  [...Object.keys(teamNames), '', 'P-1', 'team:objecten-west|R-1', 'bram-3-a'].flatMap((place) =>
    purposes.map((purpose) => pseudonymise(place, account(n), purpose)),
  );
const rowsWith = async (codes: readonly string[], tables = tablesOf()) =>
  (await dump(town.storage, tables)).filter((row) => codes.some((code) => row.includes(code)));

beforeEach(async () => {
  const founded = await foundTown();
  town = founded;
  town = { ...founded, core: coreOn(founded.storage, configOf({ KOMPAS_SECRET: old })) };
  for (const fill of Object.values(await fillingOf(town))) for (const n of [1, 2]) await fill(n);
  await started({ KOMPAS_SECRET: old });
});

test('every table in which somebody stands under a code says where in its keys', async () => {
  const codes = codesUnder(town.core, 1);
  for (const table of tablesOf()) {
    const has = (await rowsWith(codes, [table])).length > 0;
    expect(has, table.name).toBe(table.codes !== undefined);
  }
});

describe('a new key beside the old one', () => {
  test('changes nothing by itself: Kompas starts, and reads and writes with the old one', async () => {
    const before = await historyOf(town.core, 1);
    await started(both);
    const core = await coreWith(both);
    expect(core.pseudonymise('t', account(1), 'answer')).toBe(
      town.core.pseudonymise('t', account(1), 'answer'),
    );
    expect(await historyOf(core, 1)).toEqual(before);
    expect(before.filter((line) => line.startsWith('answers')).length).toBe(4);
    await started({ KOMPAS_SECRET: old });
  });

  test('tells what it will do and waits for a yes', async () => {
    const before = await dump(town.storage);
    const { code, err } = await kompas(both, 'sleutel', 'roteer');
    expect(code).not.toBe(0);
    expect(err).toContain('Er is nog niets gewijzigd');
    expect(await dump(town.storage)).toEqual(before);
  });

  test('takes every history along, leaves no row under the old code, and nothing that the new key alone does not open', async () => {
    const before = [await historyOf(town.core, 1), await historyOf(town.core, 2)];
    const count = (await dump(town.storage)).length;
    const { code, out } = await kompas(both, 'sleutel', 'roteer', '--akkoord');
    expect(out).toContain('Naar een nieuwe code');
    expect(code).toBe(0);
    expect(await rowsWith([...codesUnder(town.core, 1), ...codesUnder(town.core, 2)])).toEqual([]);
    for (const keys of [both, { KOMPAS_SECRET: fresh }]) {
      await started(keys);
      const core = await coreWith(keys);
      expect([await historyOf(core, 1), await historyOf(core, 2)]).toEqual(before);
      const period = await core.answers.inPeriod('objecten-west', '2026-W47');
      expect([1, 2].map((n) => period.has(core.pseudonymise('objecten-west', account(n), 'answer')))).toEqual(
        [true, true],
      );
    }
    // One line in the log more.
    expect((await dump(town.storage)).length).toBe(count + 1);
    await expect(started({ KOMPAS_SECRET: old })).rejects.toThrow('Kompas start niet');
  });

  test('leaves it to mensen vergeet to say what it cannot look through without the old key', async () => {
    await kompas(both, 'sleutel', 'roteer', '--akkoord');
    const without = await kompas({ KOMPAS_SECRET: fresh }, 'mensen', 'vergeet', account(99), '--akkoord');
    expect(without.out).toContain('Wat nog onder de oude staat, is niet gewist');
    const withBoth = await kompas(both, 'mensen', 'vergeet', account(99), '--akkoord');
    expect(withBoth.out).toBe('Gewist. Ook een reservekopie brengt het niet terug.\n');
  });

  test('is finished before anybody erases by hand', async () => {
    await coreWith(both).then(({ settings }) =>
      settings.changeMunicipality((now) => ({ ...now, keyMoving: true })),
    );
    const before = await dump(town.storage);
    const { err } = await kompas(both, 'mensen', 'vergeet', account(99), '--akkoord');
    expect(err).toContain('niet afgemaakt. Er is niets gewist');
    expect(await dump(town.storage)).toEqual(before);
  });

  test('run again changes nothing', async () => {
    await kompas(both, 'sleutel', 'roteer', '--akkoord');
    const before = await dump(
      town.storage,
      tablesOf().filter(({ codes }) => codes),
    );
    const { out } = await kompas(both, 'sleutel', 'roteer', '--akkoord');
    expect(out).toContain('Naar een nieuwe code: 0 rijen. Opnieuw versleuteld: 0 rijen.');
    expect(
      await dump(
        town.storage,
        tablesOf().filter(({ codes }) => codes),
      ),
    ).toEqual(before);
  });

  test('leaves a row of nobody who is known where it is, but sealed with the new key', async () => {
    await town.core.answers.change('objecten-west', LEFT, '2026-W47', () => ({
      score: 3,
      themes: [],
      comment: 'dag',
    }));
    const { out } = await kompas(both, 'sleutel', 'roteer', '--akkoord');
    expect(out).toContain(
      'Onder een code van de oude sleutel blijven 2 rijen, van mensen die Kompas niet meer kent. Die rijen gaan weg als hun termijn om is.',
    );
    const rows = await rowsWith([town.core.pseudonymise('objecten-west', LEFT, 'answer')]);
    expect(rows.length).toBe(2);
    const core = await coreWith(both);
    const gone = await core.subject(LEFT);
    await eraseSubject(core.storage, gone);
    expect(await rowsWith([town.core.pseudonymise('objecten-west', LEFT, 'answer')])).toEqual([]);
  });

  test('still knows who erased themselves, until they write', async () => {
    await town.core.silence.keep(LEFT);
    const { out } = await kompas(both, 'sleutel', 'roteer', '--akkoord');
    expect(out).toContain(
      'Onder een code van de oude sleutel blijft 1 rij, van iemand die Kompas niet meer kent. Die rij gaat weg als de termijn om is.',
    );
    const { silence } = await coreWith(both);
    expect([await silence.of(LEFT), (await silence.read())(LEFT)]).toEqual([true, true]);
    await silence.end(LEFT);
    expect(await silence.of(LEFT)).toBe(false);
  });
});

describe('a move that breaks off', () => {
  test.each([0, 1, 3, 6, 9])('after %i writes can be done again, and ends the same', async (writes) => {
    const before = [await historyOf(town.core, 1), await historyOf(town.core, 2)];
    const broken = await kompasOn(endingAfter(town.storage, writes), both, 'sleutel', 'roteer', '--akkoord');
    expect(broken.code).not.toBe(0);
    await expect(started(both)).rejects.toThrow('niet afgemaakt');
    await expect(started({ KOMPAS_SECRET: old })).rejects.toThrow('niet afgemaakt');
    const between = await coreWith(both);
    // A tip whose code is a partition may stand there twice for a moment, and is the same.
    const seen = [await historyOf(between, 1), await historyOf(between, 2)];
    expect(seen.map((lines) => new Set(lines))).toEqual(before.map((lines) => new Set(lines)));
    expect((await kompas(both, 'sleutel', 'roteer', '--akkoord')).code).toBe(0);
    await started(both);
    const core = await coreWith({ KOMPAS_SECRET: fresh });
    expect([await historyOf(core, 1), await historyOf(core, 2)]).toEqual(before);
  });

  test.each([1, 4, 8])('after %i writes leaves nothing of who is erased then', async (writes) => {
    await kompasOn(endingAfter(town.storage, writes), both, 'sleutel', 'roteer', '--akkoord');
    const between = await coreWith(both);
    const newer = coreOn(town.storage, configOf({ KOMPAS_SECRET: fresh }));
    await eraseSubject(between.storage, await between.subject(account(1)));
    const left = await rowsWith([...codesUnder(town.core, 1), ...codesUnder(newer, 1)]);
    // The code of who erased themselves is a record.
    expect(left.filter((row) => !row.startsWith('silences '))).toEqual([]);
  });
});

describe('a key that is not the one', () => {
  test.each([
    ['another old one', { KOMPAS_SECRET: fresh, KOMPAS_SECRET_OUD: stranger }],
    ['no old one', { KOMPAS_SECRET: fresh }],
  ])('is refused: %s', async (_, keys: Keys) => {
    const before = await dump(town.storage);
    const { code, err } = await kompas(keys, 'sleutel', 'roteer', '--akkoord');
    expect(code).not.toBe(0);
    expect(err).toContain('Er is niets gewijzigd');
    await expect(started(keys)).rejects.toThrow('Kompas start niet');
    expect(await dump(town.storage)).toEqual(before);
  });

  test('does no harm beside the right ones', async () => {
    const keys = { KOMPAS_SECRET: fresh, KOMPAS_SECRET_OUD: `${stranger}, ${old}` };
    const before = await historyOf(town.core, 1);
    expect((await kompas(keys, 'sleutel', 'roteer', '--akkoord')).code).toBe(0);
    expect(await historyOf(await coreWith({ KOMPAS_SECRET: fresh }), 1)).toEqual(before);
  });
});

describe('a backup from before the move', () => {
  test('is put back with both keys, without what was taken back under the new one, and goes over again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kompas-keys-'));
    const at = (keys: Keys, ...args: string[]) =>
      run(args, {
        env: { KOMPAS_LOCAL: 'true', ...keys },
        folder,
        storage: town.storage,
        now: () => town.clock.now,
      });
    const later = () => {
      town.clock.now = town.clock.now.add({ minutes: 5 });
    };
    const before = await historyOf(town.core, 1);
    expect((await at({ KOMPAS_SECRET: old }, 'bewaar', 'oud.kompas')).code).toBe(0);
    later();
    expect((await kompas(both, 'sleutel', 'roteer', '--akkoord')).code).toBe(0);
    later();
    const moved = await coreWith(both);
    expect(await moved.answers.withdraw('objecten-west', account(1), '2026-W47')).toBe(true);
    later();

    const alone = await at({ KOMPAS_SECRET: fresh }, 'terugzet', 'oud.kompas', '--vervang', '--akkoord');
    expect(alone.err).toContain('KOMPAS_SECRET_OUD');
    const { code, err } = await at(both, 'terugzet', 'oud.kompas', '--vervang', '--akkoord');
    expect(code, err).toBe(0);
    // Of the two teams in which they answered that week one is left.
    const at47 = before.findIndex((line) => line.startsWith('answers: Week 47'));
    const expected = before.toSpliced(at47, 1);
    await started(both);
    // Who is not written to stays in storage, and stands under both codes for now.
    expect(new Set(await historyOf(await coreWith(both), 1))).toEqual(new Set(expected));
    expect((await kompas(both, 'sleutel', 'roteer', '--akkoord')).code).toBe(0);
    expect(await historyOf(await coreWith({ KOMPAS_SECRET: fresh }), 1)).toEqual(expected);
    await rm(folder, { recursive: true });
  });
});

describe('kompas doctor', () => {
  const oldKeyIn = async (keys: Keys) => {
    const { lines } = JSON.parse((await kompas(keys, 'doctor', '--json')).out) as {
      lines: { about: string; level: string; text: string }[];
    };
    return lines.filter(({ about }) => about === 'Oude sleutel').map(({ level, text }) => `${level} ${text}`);
  };

  test('says that a new key waits, what the old one is still needed for, and when it may go', async () => {
    expect(await oldKeyIn({ KOMPAS_SECRET: old })).toEqual([]);
    expect((await oldKeyIn(both))[0]).toContain('amber Er staat een nieuwe sleutel klaar');
    await town.core.answers.change('objecten-west', LEFT, '2026-W47', () => ({ score: 3, themes: [] }));
    await kompas(both, 'sleutel', 'roteer', '--akkoord');
    expect((await oldKeyIn(both))[0]).toContain('green De oude sleutel blijft nodig: voor 2 rijen');
    const core = await coreWith(both);
    await eraseSubject(core.storage, await core.subject(LEFT));
    expect((await oldKeyIn(both))[0]).toContain('amber De oude sleutel is nergens meer voor nodig');
  });
});
