import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HEADING } from '../support/town.ts';
import { openTerminal, type Result, run, SAID, type Surroundings, type Terminal } from './terminal.ts';

const CLI = join(import.meta.dirname, '../../src/cli.ts');
const demo = (name: string) => join(import.meta.dirname, '../../demo', name);
const DEMO = ['--register', demo('mandaten.csv'), '--gebieden', demo('gebieden.csv')];

let terminal: Terminal;

beforeAll(async () => {
  terminal = await openTerminal();
});
afterAll(() => terminal.close());

/** Runs the command line as it is at a keyboard: a process with these variables and nothing else. */
function asProcess(args: readonly string[], { env, folder, input = '' }: Surroundings): Promise<Result> {
  return new Promise((resolve) => {
    const { PATH = '' } = process.env;
    const options = { env: { PATH, ...env }, cwd: folder };
    const child = execFile(process.execPath, [CLI, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
    child.stdin?.end(input);
  });
}

test('a process of its own reads the files where it starts, and works on the storage of its variables', async () => {
  await terminal.file('mensen.csv', [HEADING, 'p51;Ans;ans@x.example;Archief;medewerker;ma;'].join('\n'));
  expect(await asProcess(['mensen', 'import', 'mensen.csv'], terminal.around)).toEqual({
    code: 0,
    err: SAID(),
    out: '1 nieuw, 0 gewijzigd, 0 gelijk, 0 uit Kompas, 0 oude rijen opgeruimd.\nnieuw team: Archief\n',
  });
  expect(await terminal.core.people.byUpn('ans@x.example')).toMatchObject({ id: 'p51' });
  const again = await terminal.kompas('mensen', 'import', 'mensen.csv');
  expect(again.out).toContain('0 nieuw, 0 gewijzigd, 1 gelijk');
});

const broken =
  'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;' +
  'QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a';

test.each<{ what: string; code: number; args: string[]; env?: Record<string, string>; input?: string }>([
  { what: 'help', code: 0, args: ['mandaat', 'import', '--help'] },
  {
    what: 'questions that come through a pipe',
    code: 0,
    args: ['mandaat', 'vraag', '-', ...DEMO],
    input: 'wie valideert BAG in Noord?\n\nwie valideert WOZ?\n',
  },
  { what: 'a mistyped command', code: 1, args: ['mensne'] },
  { what: 'something to mend', code: 1, args: ['mensen', 'lijst', '--team', 'Nergens'] },
  {
    what: 'no configuration',
    code: 1,
    args: ['mensen', 'lijst'],
    env: {
      BOT_APP_ID: '',
      BOT_TENANT_ID: '',
      PUBLIC_URL: '',
      KOMPAS_SECRET: '',
      STORAGE_CONNECTION_STRING: '',
    },
  },
  {
    what: 'storage that does not answer',
    code: 2,
    args: ['mensen', 'lijst'],
    env: { STORAGE_CONNECTION_STRING: broken },
  },
])('a process of its own says the same as the tests see, and ends with it: $what', async (given) => {
  const { env, folder } = terminal.around;
  const around = { env: { ...env, ...given.env }, folder, input: given.input, now: Temporal.Now.instant };
  const [here, there] = await Promise.all([run(given.args, around), asProcess(given.args, around)]);
  expect(there).toEqual(here);
  expect(there.code).toBe(given.code);
  expect(there.code === 0 ? there.out : there.err).not.toBe('');
});

test.each([
  [['--help'], 0],
  [['mandaat', 'vrag'], 1],
])('%j loads nothing of Azure or Teams, so that it is there at once', async (args, code) => {
  const tellLoads = `import { registerHooks } from 'node:module';
    registerHooks({ load: (url, context, next) => { console.error('loads ' + url); return next(url, context); } });`;
  const { env, folder } = terminal.around;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(tellLoads)}`;
  const result = await asProcess(args, { env: { ...env, NODE_OPTIONS }, folder });
  expect(result.code).toBe(code);
  expect(result.err).toMatch(/^loads .*\/src\/cli\/run\.ts$/m);
  expect(result.err).not.toMatch(/^loads .*(@azure|botbuilder|restify|\/src\/(bot|app|services)\b)/m);
});
