import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readIcons } from '../../manifest/icons.ts';
import { packageApp } from '../../manifest/package.ts';
import { readTemplate } from '../../manifest/template.ts';

const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const domain = 'kompas.gemeente.example';
const folder = mkdtempSync(join(tmpdir(), 'kompas-manifest-'));
const script = join(import.meta.dirname, '../../manifest/build.ts');

afterAll(() => rmSync(folder, { recursive: true }));

function build(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

describe('the command that builds the app package', () => {
  it('writes a zip with the filled manifest and both icons at its root', () => {
    const out = join(folder, 'kompas.zip');
    const result = build('--app-id', appId, '--domain', domain, '--out', out);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toContain(out);

    const entries = unzipSync(readFileSync(out));
    expect(Object.keys(entries).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({ id: appId, validDomains: [domain] });
    const icons = readIcons();
    expect(Buffer.from(entries['color.png'] ?? []).equals(icons.color)).toBe(true);
    expect(Buffer.from(entries['outline.png'] ?? []).equals(icons.outline)).toBe(true);
  });

  it('lists every problem and writes nothing when the answers are wrong', () => {
    const out = join(folder, 'fout.zip');
    const result = build('--app-id', 'kompas', '--domain', 'https://kompas.nl', '--out', out);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("--app-id: 'kompas' is geen GUID");
    expect(result.stderr).toContain("--domain: 'https://kompas.nl' is geen domeinnaam");
    expect(result.stdout).toBe('');
    expect(existsSync(out)).toBe(false);
  });

  it.each<[string, string[], string[]]>([
    ['no answers', [], ['--app-id ontbreekt', '--domain ontbreekt', '--out ontbreekt']],
    ['an unknown option', ['--kleur', 'blauw'], ['Deze optie ken ik niet: --kleur']],
    ['an option without value', ['--app-id'], ['hoort een waarde']],
    [
      'a file that is no zip',
      ['--app-id', appId, '--domain', domain, '--out', 'x.txt'],
      ['eindigen op .zip'],
    ],
    [
      'a folder that is not there',
      ['--app-id', appId, '--domain', domain, '--out', join(folder, 'weg', 'k.zip')],
      ['kan niet worden geschreven (ENOENT)'],
    ],
  ])('explains in Dutch: %s', (_what, args, messages) => {
    const result = build(...args);
    expect(result.status).toBe(1);
    for (const message of messages) expect(result.stderr).toContain(message);
    expect(result.stderr).not.toMatch(/error|option /i);
  });

  it('has a Dutch help text', () => {
    const result = build('--help');
    expect(result.status).toBe(0);
    expect(result.stdout).toContain('Gebruik:');
    expect(result.stdout).not.toMatch(/usage|options|display/i);
  });
});

describe('app package', () => {
  it('has the same bytes for the same input', () => {
    const make = () => packageApp(readTemplate(), readIcons(), { appId, domain });
    expect(make()).toEqual(make());
  });

  it('names problems of the answers, the manifest and the icons together', () => {
    const icons = readIcons();
    const template = { ...readTemplate(), accentColor: 'teal' };
    const result = packageApp(template, { ...icons, outline: icons.color }, { appId: 'kompas', domain });
    const problems = result.ok ? [] : result.problems;
    for (const start of ['--app-id:', 'accentColor:', 'outline.png:'])
      expect(
        problems.some((problem) => problem.startsWith(start)),
        start,
      ).toBe(true);
  });
});
