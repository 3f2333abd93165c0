import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startAzurite } from '../../src/storage/index.ts';
import { secret } from '../support/secret.ts';
import { run } from './terminal.ts';

const KEY = 'c2VjcmV0IGtleSBvZiBhIHN0b3JhZ2UgYWNjb3VudA==';
const cloudString = `DefaultEndpointsProtocol=https;AccountName=stkompas;AccountKey=${KEY};EndpointSuffix=core.windows.net`;

/** Two commands that need storage: one reads, one changes. */
const reads = ['mensen', 'lijst'];
const changes = ['instellingen', 'gemeente', 'Gemeente Voorbeeld'];

/** A folder of its own, without anything in it. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompas-laptop-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command that must be refused before anything is opened: it ends with 1 and leaves no file behind. */
async function refused(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const result = await run(args, { env, folder });
  expect(result).toMatchObject({ code: 1, out: '' });
  expect(await readdir(folder)).toEqual([]);
  expect(result.err).not.toContain(KEY);
  return result.err;
}

describe('a laptop without configuration', () => {
  test.each([
    [reads],
    [changes],
    [['mandaat', 'vraag', 'wie valideert BAG?']],
    [['tips', 'controle', '--gemeente']],
  ])('is refused %j: it lists what is missing, and names the two ways out', async (args) => {
    const said = await refused(args);
    const missing = ['BOT_APP_ID', 'BOT_TENANT_ID', 'STORAGE_ACCOUNT', 'PUBLIC_URL'];
    expect([...said.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name)).toEqual(missing);
    expect(said).toContain('.env.example');
    expect(said).toContain('npm run kompas -- mensen lijst --lokaal');
  });

  test.each([
    ['alone', {}],
    ['beside a real installation', { STORAGE_ACCOUNT: 'stkompas' }],
  ])('is told that npm kept --lokaal for itself (%s)', async (_, env) => {
    const said = await refused(changes, { ...env, npm_config_lokaal: 'true' });
    expect(said).toContain('Zet -- voor de opdracht');
  });

  test.each([
    ['empty lines of .env.example', { BOT_APP_ID: '', STORAGE_ACCOUNT: '', KOMPAS_LOCAL: 'false' }],
    ['only a data folder', { DATA_FOLDER: '.data', AZURITE_PORT: '20000' }],
    ['only a secret', { KOMPAS_SECRET: secret }],
    ['storage of this machine without the rest', { STORAGE_CONNECTION_STRING: inject('connectionString') }],
  ])('is one as well with %s', async (_, env) => {
    expect(await refused(changes, env)).toContain('--lokaal');
  });

  test.each([
    ['an account', { STORAGE_ACCOUNT: 'stkompas' }],
    ['a bot', { BOT_APP_ID: '00000000-0000-4000-8000-000000000001' }],
    ['storage with a key', { STORAGE_CONNECTION_STRING: cloudString }],
    ['production', { NODE_ENV: 'production' }],
  ])(
    'with half a configuration (%s) is told what is missing, and not to work here instead',
    async (_, env) => {
      const said = await refused(changes, env);
      expect(said).toContain('BOT_TENANT_ID: ontbreekt');
      expect(said).toContain('.env.example');
      expect(said).not.toContain('--lokaal');
    },
  );

  test.each([
    [['--help']],
    [['mensen', 'import', '--help']],
    [['help', 'instellingen']],
    [['tips', 'controle']],
    [['tips', 'feiten']],
  ])('does %j, which needs no storage, and says nothing of storage', async (args) => {
    for (const words of [args, ['--lokaal', ...args], [...args, '--lokaal']]) {
      const { code, err, out } = await run(words, { env: {}, folder });
      expect({ words, code, err }).toEqual({ words, code: 0, err: '' });
      expect(out).not.toBe('');
    }
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([[['--help']], [['mensen', 'import', '--help']]])(
    'reads in the help of %j how to work here',
    async (args) => {
      expect((await run(args, { env: {}, folder })).out).toMatch(/--lokaal +\S/);
    },
  );
});

describe('--lokaal beside the configuration of an installation', () => {
  test.each([
    ['BOT_APP_ID', '00000000-0000-4000-8000-000000000001'],
    ['BOT_TENANT_ID', '00000000-0000-4000-8000-000000000002'],
    ['STORAGE_ACCOUNT', 'stkompas'],
    ['NODE_ENV', 'production'],
    ['STORAGE_CONNECTION_STRING', cloudString],
    [
      'STORAGE_CONNECTION_STRING',
      'TableEndpoint=https://st.table.core.windows.net/;SharedAccessSignature=sig',
    ],
    ['STORAGE_CONNECTION_STRING', 'nonsense'],
    // Tables here and queues elsewhere is not this machine.
    [
      'STORAGE_CONNECTION_STRING',
      `${inject('connectionString').replace(/QueueEndpoint=[^;]*/, 'QueueEndpoint=https://st.queue.core.windows.net')}`,
    ],
  ])('is refused, and names %s (%s)', async (name, value) => {
    for (const args of [
      ['--lokaal', ...changes],
      [...changes, '--lokaal'],
      [...reads, '--lokaal'],
    ]) {
      const said = await refused(args, { [name]: value });
      expect(said).toContain(name);
      expect(said).toContain('--lokaal');
    }
    expect(await refused(changes, { KOMPAS_LOCAL: 'true', [name]: value })).toContain('KOMPAS_LOCAL');
  });

  test('all of it is named at once', async () => {
    const env = { STORAGE_ACCOUNT: 'stkompas', NODE_ENV: 'production' };
    expect(await refused([...changes, '--lokaal'], env)).toMatch(/STORAGE_ACCOUNT.*NODE_ENV/);
  });

  test.each([['--lokaal=ja'], ['--lokaal=false'], ['--lokal'], ['-lokaal']])(
    '%s is no such word',
    async (word) => {
      expect(await refused([...reads, word])).toContain('Deze optie ken ik niet');
      expect(await refused([word, ...reads])).toContain('Deze optie ken ik niet');
    },
  );

  test('a name that looks like it is not taken for it', async () => {
    await refused(['instellingen', 'gemeente', '--', '--lokaal']);
  });
});

/** The first of three ports in a row that nothing listens on. */
async function freePorts(): Promise<number> {
  const open = (port: number) =>
    new Promise<number>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(0));
      server.listen(port, '127.0.0.1', () => {
        const { port: got } = server.address() as { port: number };
        server.close(() => resolve(got));
      });
    });
  for (;;) {
    const first = await open(0);
    if (first < 65_000 && (await open(first + 1)) && (await open(first + 2))) return first;
  }
}

describe('--lokaal', () => {
  let here: string;
  beforeAll(async () => {
    here = await mkdtemp(join(tmpdir(), 'kompas-here-'));
  });
  afterAll(() => rm(here, { recursive: true }));

  test('works in a storage of this machine alone, says so when it changes something, and keeps it', async () => {
    const env = { AZURITE_PORT: `${await freePorts()}`, KOMPAS_LOCAL: 'false' };
    const around = { env, folder: here };
    const folderLine = `Opslag: deze computer (map ${join('.data', 'azurite')})\n`;
    expect(await run(['--lokaal', ...changes], around)).toEqual({
      code: 0,
      out: 'Bewaard.\n',
      err: folderLine,
    });
    expect(existsSync(join(here, '.data', 'azurite'))).toBe(true);
    const shown = await run(['instellingen', '--lokaal'], around);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('Gemeente Voorbeeld');
    // Without it the same laptop is refused as before.
    expect((await run(['instellingen'], around)).code).toBe(1);
    const elsewhere = join(here, 'elders');
    const again = await run(changes, {
      env: { ...env, KOMPAS_LOCAL: 'true', DATA_FOLDER: elsewhere },
      folder,
    });
    expect(again.err).toBe(`Opslag: deze computer (map ${join(elsewhere, 'azurite')})\n`);
  });

  test('takes the storage of this machine that runs already, and does not say that it is in another folder', async () => {
    const port = await freePorts();
    const running = await startAzurite({ folder: join(here, 'demo'), port });
    try {
      const env = { AZURITE_PORT: `${port}`, DATA_FOLDER: 'hier' };
      const { code, err } = await run([...changes, '--lokaal'], { env, folder });
      expect({ code, err }).toEqual({ code: 0, err: `Opslag: deze computer (127.0.0.1:${port + 2})\n` });
      expect(await readdir(folder)).toEqual([]);
    } finally {
      await running.stop();
    }
  });

  test('takes a storage of this machine that is written out', async () => {
    const connectionString = inject('connectionString');
    const { host } = new URL(/TableEndpoint=([^;]*)/.exec(connectionString)?.[1] ?? '');
    const env = { STORAGE_CONNECTION_STRING: connectionString };
    for (const args of [
      ['--lokaal', ...changes],
      [...changes, '--lokaal'],
      ['instellingen', '--lokaal', ...changes.slice(1)],
    ])
      expect(await run(args, { env, folder })).toEqual({
        code: 0,
        out: 'Bewaard.\n',
        err: `Opslag: deze computer (${host})\n`,
      });
    expect((await run(['instellingen'], { env: { ...env, KOMPAS_LOCAL: 'true' }, folder })).out).toContain(
      'Gemeente Voorbeeld',
    );
  });
});
