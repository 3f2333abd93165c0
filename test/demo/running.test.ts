import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderOf, noteFolder, whatRuns } from '../../demo/running.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { listen } from '../support/listen.ts';

const START = join(import.meta.dirname, '../../demo/start.ts');
let bot: TestBot;
let other: Server;
let otherPort: number;

beforeAll(async () => {
  bot = await startTestBot();
  other = createServer((_request, response) => response.end('hello'));
  otherPort = await listen(other);
});
afterAll(async () => {
  await bot.stop();
  await new Promise((resolve) => other.close(resolve));
});

/** Runs the demo with these words; it must end by itself. */
function demo(port: number, ...words: string[]): Promise<{ code: unknown; err: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH ?? '', PORT: `${port}`, DATA_FOLDER: '/nowhere/at/all' };
    execFile(process.execPath, [START, ...words], { env }, (error, _out, err) =>
      resolve({ code: error?.code ?? 0, err }),
    );
  });
}

test('a Kompas that runs is told from another program and from nothing', async () => {
  expect(await whatRuns(bot.port)).toBe('kompas');
  expect(await whatRuns(otherPort)).toBe('other');
  expect(await whatRuns(1)).toBeUndefined();
});

test('a demo in another folder is named, and not taken for one’s own', async () => {
  const forget = await noteFolder(bot.port, '/somewhere/else/kompas');
  for (const words of [[], ['--als', 'Gijs Toren']]) {
    const { code, err } = await demo(bot.port, ...words);
    expect(code).toBe(1);
    expect(err).toContain('Er draait al een demo uit een andere map: /somewhere/else/kompas');
  }
  await forget();
  expect(await folderOf(bot.port)).toBeUndefined();
});

test('a second demo says where the first is, in Dutch, and how to open a second window', async () => {
  const { code, err } = await demo(bot.port);
  expect(code).toBe(1);
  expect(err).toContain('De demo draait al: http://localhost:');
  expect(err).toContain('npm run demo -- --als');
  expect(err).not.toMatch(/EADDRINUSE|error/i);
});

test('a demo beside another program says which port to change', async () => {
  const { code, err } = await demo(otherPort);
  expect(code).toBe(1);
  expect(err).toContain(`Poort ${otherPort} is bezet door een ander programma.`);
});

test('beginning again is refused while the demo runs', async () => {
  expect((await demo(bot.port, '--opnieuw')).err).toContain('De demo draait al');
});

test('a second window and another week are not asked for at once', async () => {
  const { code, err } = await demo(bot.port, '--als', 'Gijs', '--volgende-week');
  expect(code).toBe(1);
  expect(err).toContain('--als opent een venster naast een demo die al draait.');
});

test('another week is refused while the demo runs', async () => {
  expect((await demo(bot.port, '--volgende-week')).err).toContain('De demo draait al');
});

test('a second window needs a demo, and somebody who exists', async () => {
  expect((await demo(1, '--als', 'gijs')).err).toContain('De demo draait nog niet.');
  expect((await demo(1, '--als', 'Niemand')).err).toContain('Ik ken Niemand niet. Kies uit: Amira Sol,');
});
