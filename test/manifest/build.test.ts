import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readIcons } from '../../manifest/icons.ts';
import { englishProblems, readEnglish } from '../../manifest/languages.ts';
import { packageApp } from '../../manifest/package.ts';
import { readTemplate } from '../../manifest/template.ts';
import { isHigher, kompasVersion, nextAfter, versionProblem } from '../../manifest/versions.ts';

const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const domain = 'kompas.gemeente.example';
const version = '1.2.3';
const parts = { template: readTemplate(), english: readEnglish(), icons: readIcons() };
const folder = mkdtempSync(join(tmpdir(), 'kompas-manifest-'));
const script = join(import.meta.dirname, '../../manifest/build.ts');

afterAll(() => rmSync(folder, { recursive: true }));

function build(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

/** What stands in a package under a name, as JSON. */
function jsonIn(zip: Uint8Array, name: string) {
  return JSON.parse(strFromU8(unzipSync(zip)[name] ?? new Uint8Array()));
}

describe('the command that builds the app package', () => {
  it('writes a zip with the filled manifest and both icons at its root', () => {
    const out = join(folder, 'kompas.zip');
    const result = build('--app-id', appId, '--domain', domain, '--out', out);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toContain(out);

    const entries = unzipSync(readFileSync(out));
    expect(Object.keys(entries).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const manifest = jsonIn(readFileSync(out), 'manifest.json');
    expect(manifest).toMatchObject({ id: appId, validDomains: [domain], version: kompasVersion() });
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
      'a version that is none',
      ['--app-id', appId, '--domain', domain, '--out', join(folder, 'v.zip'), '--versie', 'v2'],
      ["--versie: 'v2' is geen versie", 'zoals 1.2.3'],
    ],
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

describe('an update of a package', () => {
  const buildAt = (out: string, ...args: string[]) =>
    build('--app-id', appId, '--domain', domain, '--out', out, ...args);
  const versionIn = (out: string) => jsonIn(readFileSync(out), 'manifest.json').version;

  it('has the version that was asked for', () => {
    const out = join(folder, 'gevraagd.zip');
    expect(buildAt(out, '--versie', '7.0.1').stdout).toMatch(/versie +7\.0\.1/);
    expect(versionIn(out)).toBe('7.0.1');
  });

  it('is made when its version is higher than that of the package that stands there', () => {
    const out = join(folder, 'hoger.zip');
    buildAt(out, '--versie', '7.9.0');
    expect(buildAt(out, '--versie', '7.10.0').status).toBe(0);
    expect(versionIn(out)).toBe('7.10.0');
  });

  it.each(['7.9.0', '7.8.9'])('is refused as %s over another 7.9.0, with a version that would do', (then) => {
    const out = join(folder, `lager-${then}.zip`);
    build('--app-id', appId, '--domain', 'eerder.gemeente.example', '--out', out, '--versie', '7.9.0');
    const before = readFileSync(out);
    const result = buildAt(out, '--versie', then);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('staat al versie 7.9.0');
    expect(result.stderr).toContain('--versie 7.9.1');
    expect(readFileSync(out).equals(before)).toBe(true);
  });

  it('may be made twice when nothing changed', () => {
    const out = join(folder, 'gelijk.zip');
    buildAt(out, '--versie', '7.9.0');
    expect(buildAt(out, '--versie', '7.9.0').status).toBe(0);
  });

  it('of another app, or over a file that is no package, is no update', () => {
    const out = join(folder, 'ander.zip');
    build('--app-id', appId.replace('3f', '4f'), '--domain', domain, '--out', out, '--versie', '7.9.0');
    expect(buildAt(out, '--versie', '1.0.0').status).toBe(0);
    writeFileSync(out, 'geen zip');
    expect(buildAt(out, '--versie', '1.0.0').status).toBe(0);
  });
});

describe('a version', () => {
  it('of Kompas itself is one that Teams takes, and higher than that of every package made before it had one', () => {
    expect(versionProblem(kompasVersion())).toBeUndefined();
    expect(isHigher(kompasVersion(), '1.0.0')).toBe(true);
  });

  it.each([
    '',
    '1',
    '1.2',
    '1.2.3.4',
    'v1.2.3',
    '1.2.3-beta',
    '01.2.3',
    '1.2.3 ',
    '1.2.x',
    '-1.2.3',
    '1.2.1e9',
  ])('%j is none', (given) => {
    expect(versionProblem(given)).toMatch(/^--versie: .*zoals 1\.2\.3/);
  });

  it('is compared number by number, and the next one is the lowest that is higher', () => {
    for (const [one, other] of [
      ['1.0.1', '1.0.0'],
      ['1.10.0', '1.9.9'],
      ['2.0.0', '1.99.99'],
    ] as const) {
      expect(isHigher(one, other)).toBe(true);
      expect(isHigher(other, one)).toBe(false);
    }
    expect(isHigher('1.0.0', '1.0.0')).toBe(false);
    expect(nextAfter('1.9.9')).toBe('1.9.10');
  });
});

describe('app package', () => {
  it('has the same bytes for the same input', () => {
    const make = () => packageApp(parts, { appId, domain, version });
    expect(make()).toEqual(make());
  });

  it('names problems of the answers, the manifest and the icons together', () => {
    const { icons } = parts;
    const spoiled = {
      template: { ...parts.template, accentColor: 'teal' },
      english: { ...parts.english, description: { short: 'x'.repeat(81), full: 'x' } },
      icons: { ...icons, outline: icons.color },
    };
    const result = packageApp(spoiled, { appId: 'kompas', domain, version: '1' });
    const problems = result.ok ? [] : result.problems;
    const starts = [
      '--app-id:',
      '--versie:',
      'accentColor:',
      'en.json: description.short mag niet langer zijn dan 80',
      'outline.png:',
    ];
    for (const start of starts)
      expect(
        problems.some((problem) => problem.startsWith(start)),
        start,
      ).toBe(true);
  });
});

describe('English', () => {
  const made = packageApp(parts, { appId, domain, version });
  const english: Record<string, string> = made.ok ? jsonIn(made.zip, 'en.json') : {};

  it('stands in the file that the manifest names, beside Dutch', () => {
    expect(made.ok && made.manifest.localizationInfo).toEqual({
      defaultLanguageTag: 'nl-NL',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
  });

  it('is there for every text that people see, and for no title of a command: Kompas understands Dutch only', () => {
    const { bots = [], composeExtensions = [] } = made.ok ? made.manifest : {};
    const of = (key: string) =>
      Object.keys(english).filter((one) => one.endsWith(key) && one.startsWith('bots'));
    const commands = bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.commands));
    expect(of('.description')).toHaveLength(commands.length);
    expect(of('.title')).toEqual([]);
    const searches = composeExtensions.flatMap((extension) => extension.commands);
    const fields = searches.flatMap(({ parameters }) => parameters);
    expect(Object.keys(english).filter((one) => one.startsWith('composeExtensions'))).toHaveLength(
      2 * (searches.length + fields.length),
    );
    expect(english['description.full']).toContain('Dutch only');
  });

  it('goes along when a command moves', () => {
    const { description } = parts.template.bots[0]?.commandLists[1]?.commands[0] ?? {};
    expect(description).toBe('Deel met je pilotteam wat je gaat doen');
    expect(english['bots[0].commandLists[1].commands[0].description']).toBe(
      parts.english.commands['stand-up'],
    );
  });

  it('is missed by name where a command has none, and where it is of a command that is gone', () => {
    const { help: _gone, ...commands } = parts.english.commands;
    const problems = englishProblems(parts.template, {
      ...parts.english,
      commands: { ...commands, dans: 'Dance' },
    });
    expect(problems).toEqual([
      "english.json: voor opdracht 'help' staat er geen Engels.",
      "english.json: er is geen opdracht 'dans'.",
    ]);
  });
});
