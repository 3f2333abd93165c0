import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { seedDemo } from '../../demo/seed.ts';
import { run } from '../cli/terminal.ts';
import { foundTown, type Town } from '../support/town.ts';

const root = join(import.meta.dirname, '../..');
const folder = '/nowhere/at/all';

/** The commands of the command line on a page, in its blocks and in its text, each as its words. */
function commandsOn(page: string): { typed: string; args: string[] }[] {
  const found = readFileSync(join(root, page), 'utf8').matchAll(/npm run kompas -- ([^\n`#]+)/g);
  return [...found].map(([, typed = '']) => ({
    typed: typed.trim(),
    args: [...typed.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word),
  }));
}

describe('a command of the README', () => {
  let town: Town;
  beforeAll(async () => {
    town = await foundTown();
    await seedDemo(town.core, town.core.opened);
  });

  test('is found there', () => {
    expect(commandsOn('README.md').length).toBeGreaterThanOrEqual(5);
  });

  test.each(commandsOn('README.md'))(
    'does on the storage of the demo what it says: $typed',
    async ({ args }) => {
      // As after `npm run demo`, where nothing says that this machine is meant.
      const env = { STORAGE_CONNECTION_STRING: inject('connectionString') };
      const { storage, clock } = town;
      const { code, out, err } = await run(args, { env, folder, storage, now: () => clock.now });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).not.toBe('');
    },
  );
});

/** Those that are meant for the installation of a municipality: without configuration, none of them opens anything. */
const forAdministrators = globSync('docs/*.md', { cwd: root })
  .flatMap(commandsOn)
  .filter(({ args }) => !args.includes('--lokaal'));

describe('a command of the pages for administrators', () => {
  test('is found there', () => {
    expect(forAdministrators.length).toBeGreaterThanOrEqual(20);
    expect(forAdministrators.map(({ args: [first] }) => first)).toContain('instellingen');
  });

  test.each(forAdministrators)('exists, and is right: $typed', async ({ args }) => {
    const { err } = await run(args, { env: {}, folder });
    expect(err).not.toMatch(
      /ken ik niet|Er ontbreekt iets|verplicht|Er staan te veel woorden|hoort een waarde/,
    );
  });
});
