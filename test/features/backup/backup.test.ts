import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packRows } from '../../../src/features/backup/rows.ts';
import { writeSealed } from '../../../src/features/backup/sealed-file.ts';
import { kompasVersion } from '../../../src/features/backup/version.ts';
import { auditTable } from '../../../src/people/tables.ts';
import { takenBackTable } from '../../../src/people/taken-back.ts';
import { run } from '../../cli/terminal.ts';
import { tables } from '../../support/core.ts';
import { secret as otherKey } from '../../support/secret.ts';
import { account, agreed, dump } from '../../support/town.ts';
import { type Household, openHousehold } from '../privacy/household.ts';

let home: Household;
let folder: string;

beforeEach(async () => {
  home = await openHousehold();
  folder = await mkdtemp(join(tmpdir(), 'kompas-backup-'));
});
afterEach(() => rm(folder, { recursive: true }));

const kompas = (...args: string[]) => kompasWith({}, ...args);
const kompasWith = (env: Record<string, string>, ...args: string[]) =>
  run(args, {
    env: { KOMPAS_LOCAL: 'true', ...env },
    folder,
    storage: home.town.storage,
    now: () => home.town.clock.now,
  });
const later = (minutes: number) => {
  home.town.clock.now = home.town.clock.now.add({ minutes });
};
/** What is lost with the storage account: everything. */
async function lose(): Promise<void> {
  for (const definition of tables) {
    const table = home.town.storage.table(definition);
    for (const { partition, row } of await table.range({})) await table.remove(partition, row);
  }
}
/** What a backup is about: not what runs at this moment, nor the lines that the commands themselves leave. */
const passing = ['instances', 'probes', takenBackTable.name, auditTable.name];
const periods = (line: readonly { period: string }[]) => line.map(({ period }) => period);
const kept = () =>
  dump(
    home.town.storage,
    tables.filter(({ name }) => !passing.includes(name)),
  );
/** The same once storage was lost: what would still be shared does not come back, as nobody knows what its person did with it since. */
const withoutUndecided = (lines: readonly string[]): string[] =>
  lines.map((line) => {
    const person = tables.find(({ name }) => line.startsWith(`${name} `))?.person;
    if (person?.kind !== 'personal' || !person.undecided) return line;
    const at = line.indexOf('{');
    const value: Record<string, unknown> = JSON.parse(line.slice(at));
    for (const field of person.undecided(value)) delete value[field];
    return `${line.slice(0, at)}${JSON.stringify(value)}`;
  });

describe('a backup that is put back', () => {
  test('gives all there was but for who erased themselves since', async () => {
    await home.fillAll(2);
    await home.fillAll(1);
    later(1);
    expect((await kompas('bewaar', 'maandag.kompas')).code).toBe(0);
    later(10);
    await home.tap('privacy.erase', 1);
    later(10);
    expect((await kompas('bewaar', 'gewist.kompas', '--wissingen')).code).toBe(0);
    const expected = await kept();
    await lose();
    const { code, out, err } = await kompas(
      'terugzet',
      'maandag.kompas',
      '--wissingen',
      'gewist.kompas',
      '--akkoord',
    );
    expect({ code, err: err.replace(/^Opslag: .*\n/, '') }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Van 1 persoon in de kopie komt niets terug');
    expect(await kept()).toEqual(withoutUndecided(expected));
    const all = tables.filter(
      ({ name }) => ![auditTable.name, 'register', 'mandateproposals', 'silences'].includes(name),
    );
    expect(home.found((await dump(home.town.storage, all)).join('\n'), 1)).toEqual([]);
  });

  test('gives all there was, byte for byte, where nobody erased anything', async () => {
    await home.fillAll(1);
    later(1);
    const expected = await kept();
    await kompas('bewaar', 'a.kompas');
    await kompas('bewaar', 'gewist.kompas', '--wissingen');
    await lose();
    await kompas('terugzet', 'a.kompas', '--wissingen', 'gewist.kompas', '--akkoord');
    expect(await kept()).toEqual(withoutUndecided(expected));
  });

  test('knows by itself who erased themselves, as long as storage is there', async () => {
    await home.fillAll(2);
    await home.fillAll(1);
    later(1);
    await kompas('bewaar', 'a.kompas');
    later(1);
    await home.tap('privacy.erase', 1);
    const expected = await kept();
    const { code, out } = await kompas('terugzet', 'a.kompas', '--vervang', '--akkoord');
    expect(code).toBe(0);
    expect(out).toContain('Wat tot nu toe is gewist of ingetrokken, blijft weg.');
    expect(await kept()).toEqual(expected);
  });

  test('leaves away an answer that was taken back, and not one that was given again before', async () => {
    await home.fillAll(2);
    const { answers } = home.town.core;
    const answer = { score: 4 as const, themes: [] };
    for (const n of [1, 2]) await answers.change('objecten-west', account(n), '2026-W48', () => answer);
    await answers.withdraw('objecten-west', account(2), '2026-W48');
    later(1);
    await answers.change('objecten-west', account(2), '2026-W48', () => answer);
    later(1);
    await kompas('bewaar', 'a.kompas');
    later(1);
    await answers.withdraw('objecten-west', account(1), '2026-W48');
    await kompas('terugzet', 'a.kompas', '--vervang', '--akkoord');
    const restored = home.town.restarted().answers;
    expect(periods(await restored.line('objecten-west', account(1)))).toEqual([]);
    expect(periods(await restored.line('objecten-west', account(2)))).toContain('2026-W48');
  });

  test('does not bring back consent that was taken back, nor check-ins for who stopped them', async () => {
    await home.fillAll(1);
    later(1);
    const { settings, people } = home.town.core;
    await settings.changeMunicipality((now) => ({ ...now, ...agreed }));
    await people.change('objecten-west', 'p01', (now) => ({ ...now, checkins: true }));
    await kompas('bewaar', 'a.kompas');
    later(1);
    await settings.changeMunicipality(({ consent: _consent, ...now }) => now);
    await people.change('objecten-west', 'p01', (now) => ({ ...now, checkins: false }));
    await kompas('terugzet', 'a.kompas', '--vervang', '--akkoord');
    const restored = home.town.restarted();
    const { municipality } = await restored.settings.read();
    expect(municipality.consent).toBeUndefined();
    expect(municipality.dpia).toEqual(agreed.dpia);
    expect((await restored.people.find(account(1)))?.checkins).toBe(false);
  });

  test('keeps a decision that was taken back and recorded again', async () => {
    const { settings } = home.town.core;
    await settings.changeMunicipality((now) => ({ ...now, ...agreed }));
    await kompas('bewaar', 'a.kompas');
    later(1);
    await settings.changeMunicipality(({ consent: _consent, ...now }) => now);
    await settings.changeMunicipality((now) => ({ ...now, ...agreed }));
    await kompas('terugzet', 'a.kompas', '--vervang', '--akkoord');
    expect((await home.town.restarted().settings.read()).municipality.consent).toEqual(agreed.consent);
  });

  test('brings back nothing that is older than it may be by then', async () => {
    await home.fillAll(1);
    later(1);
    await kompas('bewaar', 'a.kompas');
    expect((await dump(home.town.storage)).join('\n')).toContain('\nstandups ');
    home.town.clock.now = home.town.clock.now.add({ hours: 24 * 20 });
    await kompas('terugzet', 'a.kompas', '--vervang', '--akkoord');
    expect((await dump(home.town.storage)).join('\n')).not.toContain('\nstandups ');
  });

  test('keeps what the log says of the time since', async () => {
    await kompas('instellingen', 'gemeente', 'Gemeente Voorbeeld');
    await kompas('bewaar', 'a.kompas');
    later(1);
    await kompas('instellingen', 'gemeente', 'Gemeente Anders');
    await kompas('terugzet', 'a.kompas', '--vervang', '--akkoord');
    const log = (await dump(home.town.storage, [auditTable])).join('\n');
    expect(log.match(/"what":"instellingen gemeente/g)).toHaveLength(2);
    expect(log).toContain('reservekopie teruggezet');
    expect((await home.town.restarted().settings.read()).municipality.name).toBe('Gemeente Voorbeeld');
  });

  test.each(['lost', 'replaced'])(
    'leaves alone who came after the backup and erased themselves (storage is %s)',
    async (how) => {
      await kompas('bewaar', 'a.kompas');
      later(1);
      await home.fillAll(1);
      await home.tap('privacy.erase', 1);
      await kompas('bewaar', 'gewist.kompas', '--wissingen');
      if (how === 'lost') await lose();
      const list = how === 'lost' ? ['--wissingen', 'gewist.kompas'] : ['--vervang'];
      expect((await kompas('terugzet', 'a.kompas', ...list, '--akkoord')).code).toBe(0);
      expect(await home.town.restarted().silence.of(account(1))).toBe(true);
    },
  );

  test('may be done again after it broke off', async () => {
    await home.fillAll(1);
    later(1);
    const expected = await kept();
    await kompas('bewaar', 'a.kompas');
    await kompas('bewaar', 'gewist.kompas', '--wissingen');
    await lose();
    const { storage } = home.town;
    const broken = {
      ...storage,
      table: ((definition: Parameters<typeof storage.table>[0]) =>
        definition.name === 'people'
          ? { ...storage.table(definition), transact: () => Promise.reject(new Error('storage is gone')) }
          : storage.table(definition)) as typeof storage.table,
    };
    const args = ['terugzet', 'a.kompas', '--wissingen', 'gewist.kompas', '--akkoord'];
    const now = () => home.town.clock.now;
    const first = await run(args, { env: { KOMPAS_LOCAL: 'true' }, folder, storage: broken, now });
    expect(first.code).toBe(2);
    expect(
      (
        await dump(
          storage,
          tables.filter(({ name }) => name === 'people'),
        )
      ).length,
    ).toBe(0);
    expect((await kompas(...args, '--vervang')).code).toBe(0);
    expect(await kept()).toEqual(withoutUndecided(expected));
  });
});

describe('a file that cannot be put back', () => {
  const refusedWith = async (words: string, ...args: string[]) => {
    const before = await dump(home.town.storage);
    const { code, err } = await kompas('terugzet', ...args, '--vervang', '--akkoord');
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).toContain('Er is niets teruggezet');
    expect(await dump(home.town.storage)).toEqual(before);
  };
  const path = (name: string) => join(folder, name);
  beforeEach(async () => {
    await home.fillAll(1);
    later(1);
    await kompas('bewaar', 'a.kompas');
  });

  test('is one of another key', async () => {
    await kompasWith({ KOMPAS_SECRET: otherKey }, 'bewaar', 'b.kompas');
    await refusedWith('met een andere geheime sleutel gemaakt', 'b.kompas');
  });

  test.each([0.3, 0.9, 0.999])('is one that was cut off after %d of it', async (part) => {
    const bytes = await readFile(path('a.kompas'));
    await writeFile(path('b.kompas'), bytes.subarray(0, Math.floor(bytes.length * part)));
    await refusedWith('beschadigd of niet af', 'b.kompas');
  });

  test.each([0.4, 0.7, 0.99])('is one of which a bit changed at %d of it', async (part) => {
    const bytes = await readFile(path('a.kompas'));
    const at = Math.floor(bytes.length * part);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(path('b.kompas'), bytes);
    await refusedWith('beschadigd of niet af', 'b.kompas');
  });

  test('is one with something behind its end', async () => {
    await writeFile(path('b.kompas'), Buffer.concat([await readFile(path('a.kompas')), Buffer.from('x')]));
    await refusedWith('beschadigd of niet af', 'b.kompas');
  });

  test('is one of which the words in front were changed', async () => {
    const bytes = await readFile(path('a.kompas'));
    const end = bytes.indexOf('\n');
    const head = bytes.subarray(0, end).toString().replace('2026-11-24', '2026-11-23');
    await writeFile(path('b.kompas'), Buffer.concat([Buffer.from(head), bytes.subarray(end)]));
    await refusedWith('beschadigd of niet af', 'b.kompas');
  });

  test('is no file of Kompas, or is not there', async () => {
    await writeFile(path('b.kompas'), 'id;naam\n1;Amira');
    await refusedWith('geen reservekopie van Kompas', 'b.kompas');
    await writeFile(path('leeg.kompas'), '');
    await refusedWith('geen reservekopie van Kompas', 'leeg.kompas');
    expect((await kompas('terugzet', 'weg.kompas')).err).toContain('Ik kan weg.kompas niet lezen');
  });

  test('is one of a newer Kompas, or of a form that is newer', async () => {
    const bytes = await readFile(path('a.kompas'));
    const end = bytes.indexOf('\n');
    const newer = bytes.subarray(0, end).toString().replace('"format":1', '"format":2');
    await writeFile(path('b.kompas'), Buffer.concat([Buffer.from(newer), bytes.subarray(end)]));
    await refusedWith('nieuwere versie van Kompas', 'b.kompas');
    await ofVersion('c.kompas', '99.0.0');
    await refusedWith('nieuwere versie van Kompas (99.0.0)', 'c.kompas');
  });

  /** An empty backup as another version makes it. */
  async function ofVersion(name: string, kompas: string, table?: string): Promise<void> {
    async function* parts() {
      const partition = home.town.core.tenant;
      if (table) yield packRows([{ table, partition, row: 'r', value: { day: '2026-11-24' } }]);
    }
    const about = { kind: 'everything' as const, kompas, made: home.town.clock.now.toString() };
    const key = home.town.core.secret('backup');
    await writeSealed({ path: path(name), name, isReplaced: false }, about, key, parts());
  }

  test('is not one of an older Kompas: what it has no table for stays away, and is named', async () => {
    await ofVersion('b.kompas', '0.0.1', 'oldtable');
    const { code, out } = await kompas('terugzet', 'b.kompas', '--vervang');
    expect(code).toBe(0);
    expect(out).toContain('gemaakt met Kompas 0.0.1');
    expect(out).toContain('oldtable');
    expect(kompasVersion()).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('is a list of erasures, or a list that is older than the backup', async () => {
    await kompas('bewaar', 'oud.kompas', '--wissingen');
    later(1);
    await kompas('bewaar', 'b.kompas');
    await refusedWith('een lijst van wat is gewist', 'oud.kompas');
    await refusedWith('is ouder dan de reservekopie', 'b.kompas', '--wissingen', 'oud.kompas');
    await refusedWith('een reservekopie van alles', 'b.kompas', '--wissingen', 'a.kompas');
  });

  test('is one of longer ago than erasures are remembered', async () => {
    home.town.clock.now = home.town.clock.now.add({ hours: 24 * 31 });
    await refusedWith('Ouder dan 30 dagen kan niet', 'a.kompas');
  });
});

describe('putting back', () => {
  beforeEach(async () => {
    await home.fillAll(1);
    later(1);
    await kompas('bewaar', 'a.kompas');
  });

  test('is refused while there is something, and changes nothing before somebody agrees', async () => {
    const before = await dump(home.town.storage);
    expect((await kompas('terugzet', 'a.kompas', '--akkoord')).err).toContain('De opslag is niet leeg');
    const { code, out } = await kompas('terugzet', 'a.kompas', '--vervang');
    expect(code).toBe(0);
    expect(out).toContain('Er is nog niets gewijzigd');
    expect(await dump(home.town.storage)).toEqual(before);
  });

  test('in an empty storage asks for the list, since nobody else knows who erased themselves', async () => {
    await lose();
    const { code, err } = await kompas('terugzet', 'a.kompas', '--akkoord');
    expect(code).toBe(1);
    expect(err).toContain('De opslag is leeg, dus ik weet niet wie zichzelf');
    const { out } = await kompas('terugzet', 'a.kompas', '--zonder-wissingen');
    expect(out).toContain('wat na de reservekopie is gewist of ingetrokken, komt terug');
  });

  test('leaves the rows of another municipality in the same account alone', async () => {
    const table = home.town.storage.table(takenBackTable);
    const settings = home.town.storage.table(
      tables.find(({ name }) => name === 'settings') as typeof takenBackTable,
    );
    await table.put('another', 'r', { at: '2026-11-24T00:00:00Z', day: '2026-11-24' });
    await settings.put('another', 'municipality', { at: '', day: '' });
    await kompas('terugzet', 'a.kompas', '--vervang', '--akkoord');
    expect(await settings.get('another', 'municipality')).toBeDefined();
  });
});

describe('the file itself', () => {
  test('shows nothing of anybody, and is for its owner alone', async () => {
    await home.fillAll(1);
    later(1);
    await kompas('bewaar', 'a.kompas');
    const text = (await readFile(join(folder, 'a.kompas'))).toString('latin1');
    expect(home.found(text, 1)).toEqual([]);
    expect(text.split('\n')[0]).toContain(`"kompas":"${kompasVersion()}"`);
  });

  test('is never written over, but the list of erasures is, and nothing unfinished is left', async () => {
    await kompas('bewaar', 'a.kompas');
    expect((await kompas('bewaar', 'a.kompas')).err).toContain('a.kompas bestaat al');
    for (const _ of [1, 2]) expect((await kompas('bewaar', 'b.kompas', '--wissingen')).code).toBe(0);
    expect((await kompas('bewaar', 'nergens/a.kompas')).err).toContain('Ik kan niet schrijven');
    expect((await readdir(folder)).sort()).toEqual(['a.kompas', 'b.kompas']);
  });

  test('is not made while the log cannot be written', async () => {
    const { storage, clock } = home.town;
    const withoutLog = {
      ...storage,
      table: ((definition: Parameters<typeof storage.table>[0]) =>
        definition.name === 'audit'
          ? { ...storage.table(definition), insert: () => Promise.reject(new Error('the log is away')) }
          : storage.table(definition)) as typeof storage.table,
    };
    const around = { env: { KOMPAS_LOCAL: 'true' }, folder, storage: withoutLog, now: () => clock.now };
    expect((await run(['bewaar', 'a.kompas'], around)).code).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  });
});
