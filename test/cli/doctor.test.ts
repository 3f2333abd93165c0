import { createServer, type Server } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runKompas } from '../../src/cli/run.ts';
import { use } from '../../src/features/compose.ts';
import { doctor as doctorFeature } from '../../src/features/doctor/index.ts';
import { kompas as kompasFeatures } from '../../src/kompas.ts';
import type { Storage } from '../../src/storage/index.ts';
import { listen } from '../support/listen.ts';
import { secret } from '../support/secret.ts';
import { account, agreed, dump, foundTown, person, type Town } from '../support/town.ts';
import { run } from './terminal.ts';

let town: Town;
let kompas: Server;
/** What the address of this installation answers. */
let answer: { status: number; body: object } = { status: 200, body: {} };
let publicUrl: string;

beforeAll(async () => {
  town = await foundTown();
  kompas = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  publicUrl = `http://127.0.0.1:${await listen(kompas)}`;
  await town.core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));
  await town.core.people.save([person('p01', { access: ['beheerder'], name: 'Quirine Zeldzaam' })]);
});
afterAll(() => kompas.close());

const well = { status: 'ok', storage: 'ok', clock: 'ok', lastTick: '2026-11-24T10:59:30Z' };

async function doctor(
  change: { env?: Record<string, string>; storage?: Storage | undefined; args?: string[] } = {},
) {
  return run(['doctor', ...(change.args ?? [])], {
    env: { KOMPAS_LOCAL: 'true', PUBLIC_URL: publicUrl, ...change.env },
    folder: import.meta.dirname,
    now: () => town.clock.now,
    ...('storage' in change ? {} : { storage: town.storage }),
    ...(change.storage ? { storage: change.storage } : {}),
  });
}

/** The lines about something, as "level text". */
const about = (out: string, what: string) => out.split('\n').filter((line) => line.includes(` ${what}: `));

describe('kompas doctor', () => {
  test('says of each thing how it is, what to do, and what cannot be seen from there', async () => {
    answer = { status: 200, body: well };
    const { code, out, err } = await doctor();
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(about(out, 'Tabellen')[0]).toMatch(/^groen/);
    expect(about(out, 'Klok van Kompas')[0]).toMatch(/^groen .*11\.59|11:59/);
    expect(about(out, 'Adres van buiten')[0]).toMatch(/^groen/);
    expect(about(out, 'Mandatenregister')[0]).toMatch(/^oranje .*nog geen mandatenregister/);
    expect(out).toContain('Niet te zien vanaf hier:');
  });

  test('ends with 0 when all is green', async () => {
    answer = { status: 200, body: well };
    let out = '';
    // Without a register: that has a test of its own.
    const code = await runKompas(
      ['doctor'],
      {
        env: { KOMPAS_LOCAL: 'true', PUBLIC_URL: publicUrl },
        folder: import.meta.dirname,
        storage: town.storage,
        now: () => town.clock.now,
        input: () => Readable.from([]),
        out: (text) => {
          out += text;
        },
        err: () => {},
      },
      kompasFeatures.map((entry) =>
        entry.module === doctorFeature ? use(doctorFeature, () => ({ checks: [] })) : entry,
      ),
    );
    expect(out).not.toMatch(/^(?:rood|oranje)/m);
    expect(code).toBe(0);
  });

  test('ends with 2 when something is red: nobody answers at the address', async () => {
    const { code, out } = await doctor({ env: { PUBLIC_URL: 'http://127.0.0.1:9' } });
    expect(code).toBe(2);
    expect(out.split('\n')[0]).toMatch(/^rood {4}Adres van buiten: /);
  });

  test('tells of a clock that is behind where the bot runs', async () => {
    answer = { status: 503, body: { ...well, clock: 'behind', lastTick: '2026-11-24T09:00:00Z' } };
    const { code, out } = await doctor();
    expect(code).toBe(2);
    expect(about(out, 'Klok van Kompas')[0]).toMatch(/^rood/);
  });

  test('gives the same as JSON, without names or anything secret', async () => {
    answer = { status: 200, body: well };
    const { out } = await doctor({ args: ['--json'] });
    const report = JSON.parse(out);
    expect(report.level).toBe('amber');
    for (const { level, about: what, text } of report.lines) {
      expect(['green', 'amber', 'red']).toContain(level);
      expect(what && text).toBeTruthy();
    }
    expect(report.unseen.length).toBeGreaterThan(0);
    for (const hidden of ['Quirine', '@gemeente', account(1), 'AccountKey', secret])
      expect(out).not.toContain(hidden);
  });

  test('lists every setting that is wrong, though nothing can be opened', async () => {
    const env = {
      KOMPAS_LOCAL: 'false',
      STORAGE_ACCOUNT: 'STKOMPAS',
      APPLICATIONINSIGHTS_CONNECTION_STRING: 'x',
    };
    const { code, out } = await doctor({ env, storage: undefined });
    expect(code).toBe(2);
    const wrong = about(out, 'Instellingen').join('\n');
    for (const name of ['STORAGE_ACCOUNT', 'BOT_APP_ID', 'PUBLIC_URL']) expect(wrong).toContain(name);
    expect(about(out, 'Meekijken')[0]).toMatch(/^rood .*APPLICATIONINSIGHTS_CONNECTION_STRING/);
  });

  test('says it too where npm or an option keeps the settings from being read', async () => {
    const { code, out } = await doctor({ env: { npm_config_lokaal: 'true' }, storage: undefined });
    expect(code).toBe(2);
    expect(about(out, 'Instellingen')[0]).toMatch(/^rood .*--lokaal/);
  });

  test('says that storage does not answer, and comes to an end', async () => {
    const address = inject('connectionString').replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:9');
    const { code, out } = await doctor({ env: { STORAGE_CONNECTION_STRING: address }, storage: undefined });
    expect(code).toBe(2);
    expect(about(out, 'Opslag')[0]).toMatch(/^rood .*antwoordt niet/);
  });

  test('says that storage lets nobody in', async () => {
    const wrongKey = inject('connectionString').replace(/AccountKey=[^;]+/, `AccountKey=${'A'.repeat(86)}==`);
    const { code, out } = await doctor({ env: { STORAGE_CONNECTION_STRING: wrongKey }, storage: undefined });
    expect(code).toBe(2);
    expect(about(out, 'Opslag')[0]).toMatch(/^rood .*laat Kompas niet toe/);
  });

  test('notices what can be written and not removed, and leaves nothing of a probe otherwise', async () => {
    const stuck: Storage = {
      ...town.storage,
      table: (definition) => {
        const table = town.storage.table(definition);
        return definition.name === 'probes' ? { ...table, remove: async () => false } : table;
      },
    };
    const before = await dump(town.storage);
    expect(about((await doctor({ storage: stuck })).out, 'Tabellen')[0]).toMatch(/^rood .*verwijderen/);
    await doctor();
    const after = (await dump(town.storage)).filter((row) => !row.startsWith('probes '));
    expect(after).toEqual(before.filter((row) => !row.startsWith('probes ')));
  });

  test('tells of a secret key that is another than before', async () => {
    await town.core.settings.changeMunicipality((now) => ({ ...now, keyCheck: 'another' }));
    const { code, out } = await doctor();
    expect(code).toBe(2);
    expect(about(out, 'Geheime sleutel')[0]).toMatch(/^rood/);
  });
});
