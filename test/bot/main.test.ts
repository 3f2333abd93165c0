import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startOwnAzurite } from '../../src/storage/index.ts';
import { somebody, typed, wordsOf } from '../support/bot.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { patience } from '../support/patience.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const amira = somebody(1);

/** Tells on the errors of the process what it loads. */
const tellLoads = `import { registerHooks } from 'node:module';
  registerHooks({ load: (url, context, next) => { console.error('loads ' + url); return next(url, context); } });`;

const folder = mkdtempSync(join(tmpdir(), 'kompas-main-'));
let azurite: Awaited<ReturnType<typeof startOwnAzurite>>;
let connector: Connector;
let child: ChildProcess | undefined;

beforeAll(async () => {
  azurite = await startOwnAzurite();
  connector = await startConnector([amira]);
});
afterEach(() => {
  if (child?.exitCode === null) child.kill('SIGKILL');
});
afterAll(async () => {
  await connector.stop();
  await azurite.stop();
  rmSync(folder, { recursive: true });
});

/** Kompas as `npm start` starts it, with these variables and nothing else. */
function start(env: Record<string, string>) {
  const { PATH = '' } = process.env;
  const started = spawn(
    process.execPath,
    ['--no-maglev', `--import=data:text/javascript,${encodeURIComponent(tellLoads)}`, MAIN],
    {
      cwd: folder,
      env: {
        PATH,
        KOMPAS_LOCAL: 'true',
        PORT: '0',
        STORAGE_CONNECTION_STRING: azurite.connectionString,
        ...env,
      },
    },
  );
  child = started;
  const said = { out: '', err: '' };
  started.stdout.on('data', (data) => {
    said.out += data;
  });
  started.stderr.on('data', (data) => {
    said.err += data;
  });
  return { said, exit: once(started, 'exit'), stop: () => started.kill('SIGTERM') };
}

describe('Kompas as a process of its own', () => {
  const agents = /\/node_modules\/@microsoft\/agents-hosting\//;
  const botbuilder = /\/node_modules\/(botbuilder|botframework-connector)\//;

  test.each([
    ['KOMPAS_WIRE=agents', { KOMPAS_WIRE: 'agents' }, agents, botbuilder],
    ['KOMPAS_WIRE=botbuilder', { KOMPAS_WIRE: 'botbuilder' }, botbuilder, agents],
    ['nothing said of the wire', {}, botbuilder, agents],
  ])('answers a message with %s, by that library and without the other', async (_, env, loaded, other) => {
    const { said, exit, stop } = start(env);
    await expect.poll(() => said.out, patience).toContain('"listening"');
    const port = /"port":(\d+)/.exec(said.out)?.[1];
    const before = connector.sent.length;
    const { status } = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceUrl: connector.url, ...typed(amira, 'help') }),
    });
    expect(status).toBe(200);
    const answers = connector.sent.slice(before).filter(({ activity }) => activity.type === 'message');
    expect(answers).toMatchObject([{ conversation: 'chat-p1', activity: { from: { id: '28:kompas' } } }]);
    expect(wordsOf(answers)).toContain('Kompas');
    expect(said.err).toMatch(loaded);
    expect(said.err).not.toMatch(other);
    stop();
    expect(await exit).toEqual([0, null]);
  });

  test('does not start with a wire that there is not, and says which there are', async () => {
    const { said, exit } = start({ KOMPAS_WIRE: 'Agents' });
    expect(await exit).toEqual([1, null]);
    expect(said.err).toContain('  KOMPAS_WIRE: moet botbuilder of agents zijn\n');
    expect(said.out).toBe('');
  });
});
