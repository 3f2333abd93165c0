import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsIn, licencesIn, type Packages } from '../scripts/lock-file.ts';

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
    ['has the licence GPL-3.0', { ...good, license: 'GPL-3.0' }],
    ['has the licence onbekend', { version: '1.0.0', integrity: 'sha512-abc' }],
  ])('a package that %s is told', (fault, locked) => {
    expect(faultsIn({ 'node_modules/other': locked })).toEqual([`other ${fault}`]);
  });

  test('the licence of a tool for building only does not bind us', () => {
    const built = { 'node_modules/a/node_modules/tool': { ...good, license: 'GPL-3.0', dev: true } };
    expect(faultsIn(built)).toEqual([]);
    expect(licencesIn(built)).toEqual([]);
  });
});
