import { describe, expect, it } from 'vitest';
import { appIdProblem, domainProblem, fill } from '../../manifest/fill.ts';
import { commandsIn, type Manifest, readTemplate } from '../../manifest/template.ts';
import { manifestProblems } from '../../manifest/validate.ts';

const installation = {
  appId: '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
  domain: 'Kompas.gemeente.example',
  version: '1.2.3',
};

/** A filled manifest as loose JSON, so that a test can spoil one part of it. */
function filled() {
  return JSON.parse(JSON.stringify(fill(readTemplate(), installation)));
}

describe('manifest', () => {
  it('follows the official schema once it is filled', () => {
    expect(manifestProblems(filled())).toEqual([]);
  });

  it('carries the app id and the domain wherever they belong', () => {
    const manifest = filled();
    expect(manifest.id).toBe('3f2504e0-4f89-41d3-9a0c-0305e82c3301');
    expect(manifest.bots[0].botId).toBe(manifest.id);
    expect(manifest.validDomains).toEqual(['kompas.gemeente.example']);
    expect(manifest.developer.privacyUrl).toBe('https://kompas.gemeente.example/privacy');
    expect(JSON.stringify(manifest)).not.toContain('{{');
  });

  it('is a two-way Dutch bot for one person, a team and a group chat', () => {
    const manifest = filled();
    expect(manifest.localizationInfo.defaultLanguageTag).toBe('nl-NL');
    expect(manifest.bots[0]).toMatchObject({
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: true,
      isNotificationOnly: false,
    });
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
  });

  it('lists the title of every command once', () => {
    const titles = commandsIn(filled());
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain('nieuwe pilot');
  });

  it('has a list for each place, with at most twelve commands and help as the last', () => {
    const lists = (filled() as Manifest).bots.flatMap((bot) => bot.commandLists);
    expect(lists.map(({ scopes }) => scopes)).toEqual([['personal'], ['team'], ['groupChat']]);
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(12);
      expect(commands.at(-1)?.title).toBe('help');
    }
  });

  // docs/adr/0002-shared-channels.md says why.
  it('stays out of shared and private channels', () => {
    const manifest = filled();
    expect(manifest.supportsChannelFeatures).toBeUndefined();
    expect(manifest.supportedChannelTypes).toBeUndefined();
    // From 1.25 on Teams refuses a package for teams that does not support them.
    expect(manifest.manifestVersion).toBe('1.24');
  });

  // Narrow on the phone: the Teams documentation advises at most 32 and 128 characters.
  it('keeps titles and descriptions of commands short', () => {
    const commands = (filled() as Manifest).bots.flatMap((bot) =>
      bot.commandLists.flatMap((l) => l.commands),
    );
    for (const { title, description } of commands) {
      expect(title.length, title).toBeLessThanOrEqual(32);
      expect(description.length, description).toBeLessThanOrEqual(128);
    }
  });
});

describe('a spoiled manifest is refused, with the place', () => {
  const command = { title: 'help', description: 'uitleg' };

  it.each<[string, (manifest: ReturnType<typeof filled>) => void, RegExp]>([
    ['an unknown scope', (m) => m.bots[0].scopes.push('kanaal'), /^bots\[0\]\.scopes\[3\]: .*personal/],
    [
      'a title that is too long',
      (m) => {
        m.bots[0].commandLists[0].commands[2].title = 'x'.repeat(129);
      },
      /^bots\[0\]\.commandLists\[0\]\.commands\[2\]\.title: .*128 tekens/,
    ],
    [
      'a command without description',
      (m) => m.bots[0].commandLists[2].commands.push({ title: 'help' }),
      /^bots\[0\]\.commandLists\[2\]\.commands\[5\]: 'description' ontbreekt/,
    ],
    [
      'more commands than Teams shows',
      (m) => m.bots[0].commandLists[0].commands.push(command),
      /^bots\[0\]\.commandLists\[0\]\.commands: .*12/,
    ],
    [
      'commands where the bot does not work',
      (m) => m.bots[0].scopes.pop(),
      /^bots\[0\]\.commandLists\[2\]\.scopes: .*'groupChat'/,
    ],
    ['an unknown field', (m) => Object.assign(m, { kleur: 'blauw' }), /^manifest: 'kleur' hoort hier niet/],
    ['a wrong colour', (m) => Object.assign(m, { accentColor: 'teal' }), /^accentColor: /],
    ['a placeholder left', (m) => Object.assign(m.name, { short: '{{NAAM}}' }), /^manifest: \{\{NAAM\}\}/],
    ['an unknown version', (m) => Object.assign(m, { manifestVersion: '9.9' }), /^manifestVersion: .*9\.9/],
  ])('%s', (_what, spoil, message) => {
    const manifest = filled();
    spoil(manifest);
    const problems = manifestProblems(manifest);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  it('names all problems at once', () => {
    const manifest = filled();
    manifest.accentColor = 'teal';
    manifest.bots[0].scopes.push('kanaal');
    expect(manifestProblems(manifest)).toHaveLength(2);
  });

  it.each([null, [], 'manifest', {}])('something that is no manifest: %j', (value) => {
    expect(manifestProblems(value)).not.toEqual([]);
  });
});

describe('what an installation fills in', () => {
  it.each(['kompas.gemeente.nl', 'kompas-p1.azurewebsites.net', 'a.xn--p1ai'])(
    'accepts domain %s',
    (domain) => {
      expect(domainProblem(domain)).toBeUndefined();
    },
  );

  it.each([
    'https://kompas.gemeente.nl',
    'kompas.gemeente.nl/',
    'kompas.gemeente.nl:443',
    'localhost',
    '10.0.0.1',
    '*.gemeente.nl',
    '-kompas.gemeente.nl',
    'kompas..nl',
    'kompas.gemeente.nl\n',
    `${'a'.repeat(64)}.nl`,
  ])('refuses domain %j', (domain) => {
    expect(domainProblem(domain)).toMatch(/^--domain: /);
  });

  it.each(['', 'kompas', '3f2504e04f8941d39a0c0305e82c3301', '{3f2504e0-4f89-41d3-9a0c-0305e82c3301}'])(
    'refuses app id %j',
    (appId) => {
      expect(appIdProblem(appId)).toMatch(/^--app-id: .*geen GUID/);
    },
  );
});
