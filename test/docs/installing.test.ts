import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { municipalitySettings } from '../../src/people/changing/municipality-settings.ts';
import { teamSettings } from '../../src/people/changing/team-settings.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const page = read('docs/installeren.md');
const template: {
  parameters: Record<string, unknown>;
  outputs: Record<string, unknown>;
  resources: { type: string; properties: object }[];
} = JSON.parse(read('infra/azuredeploy.json'));

interface Step {
  number: number;
  title: string;
  text: string;
  /** What of Kompas it is about, by its kind: "parameter", and then its name. */
  parts: { kind: string; name: string }[];
  /** The heading that it leads to, as a link of this page. */
  next: string | undefined;
}

/** The steps of a page, in their order. */
function stepsIn(markdown: string): Step[] {
  // A comment in a command is no heading.
  const told = markdown.replace(/^```.*?^```/gms, '');
  return told.split(/^### (?=Stap \d+: )/m).flatMap((piece) => {
    const [, number, title] = /^Stap (\d+): (.+)\n/.exec(piece) ?? [];
    if (number === undefined || title === undefined) return [];
    const [text = ''] = piece.split(/^##? /m);
    const [, about = '', next = ''] = /^<!-- Hoort bij: ([\s\S]*?)\. -->\nVerder: (.+)$/m.exec(text) ?? [];
    const parts = [...about.matchAll(/`(\w+) ([^`]+)`/g)].map(([, kind = '', name = '']) => ({ kind, name }));
    return [{ number: Number(number), title, text, parts, next: /\(#([^)]+)\)/.exec(next)?.[1] }];
  });
}

/** As GitHub names a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');

const said = (pattern: RegExp, files: string) =>
  globSync(files, { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(pattern)].map(([, name = '']) => name),
  );

const steps = stepsIn(page);
const named = (kind: string) =>
  new Set(steps.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === kind ? part.name : []))));

/** Everything that a step may be about. */
const there: Record<string, Set<string>> = {
  parameter: new Set(Object.keys(template.parameters)),
  uitvoer: new Set(Object.keys(template.outputs)),
  resource: new Set(template.resources.map(({ type }) => type)),
  variabele: new Set(said(/^([A-Z][A-Z_]+)=/gm, '.env.example')),
  instelling: new Set([...municipalitySettings, ...teamSettings].map(({ key }) => key)),
  // What each line is about stands beside its check, or at the top of the function that makes it.
  doctor: new Set([
    ...said(/\babout(?:: | = )'([^']+)'/g, 'src/features/doctor/*.ts'),
    ...said(/probeLines\('([^']+)'/g, 'src/features/doctor/*.ts'),
    ...said(/^const about = '([^']+)'/gm, 'src/features/*/**/health.ts'),
  ]),
};

/** What no step of a first installation meets, and why. */
const elsewhere: Record<string, string> = {
  'doctor Oude sleutel': 'there is none before the key was ever renewed: docs/beheer.md tells of it',
};

describe('docs/installeren.md', () => {
  test('has steps one by one, from the first', () => {
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, n) => n + 1));
    expect(steps.length).toBeGreaterThan(15);
  });

  test.each(steps)('step $number, $title: what is seen, what goes wrong and what proves it', ({ text }) => {
    const places = [
      '**Dit zie je.**',
      '**Gaat het mis?**',
      '**Zo weet je dat het klopt.**',
      'Hoort bij: ',
      'Verder: ',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test.each(steps)('step $number, $title: is about something that there is', ({ parts }) => {
    expect(parts.length).toBeGreaterThan(0);
    const gone = parts.filter(({ kind, name }) => !there[kind]?.has(name));
    expect(gone).toEqual([]);
  });

  test.each(steps)('step $number, $title: names each line of doctor that it is about', ({ text, parts }) => {
    const lines = parts.filter(({ kind }) => kind === 'doctor');
    expect(lines.filter(({ name }) => !text.includes(`**${name}**`))).toEqual([]);
  });

  test('each step leads to the one behind it, and the last to running it', () => {
    const anchors = steps.map(({ number, title }) => anchorOf(`Stap ${number}: ${title}`));
    expect(steps.map(({ next }) => next)).toEqual([...anchors.slice(1), undefined]);
    expect(steps.at(-1)?.text).toMatch(/^Verder: .*\(beheer\.md\)/m);
  });

  test.each(['parameter', 'uitvoer', 'resource', 'doctor'])(
    'no %s of Kompas is left out of the steps',
    (kind) => {
      const all = [...(there[kind] ?? [])];
      expect(all.length).toBeGreaterThan(3);
      const reached = named(kind);
      expect(all.filter((name) => !reached.has(name) && !elsewhere[`${kind} ${name}`])).toEqual([]);
      const needless = Object.keys(elsewhere).filter((one) => reached.has(one.replace(`${kind} `, '')));
      expect(needless, 'a step tells of it after all').toEqual([]);
    },
  );
});

describe('the commands on docs/installeren.md', () => {
  const blocks = [...page.matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
  const code = blocks.join('\n');

  test('give every parameter of the template, by a variable of its name, and no other', () => {
    const [, given = ''] = /--parameters ((?:.|\\\n)*?) --query/.exec(code) ?? [];
    const pairs = [...given.matchAll(/(\w+)="\$(\w+)"/g)].map(([, name, variable]) => [name, variable]);
    expect(pairs.map(([name]) => name).sort()).toEqual(Object.keys(template.parameters).sort());
    expect(pairs.filter(([name, variable]) => name !== variable)).toEqual([]);
    for (const [, variable] of pairs) expect(code, variable).toMatch(new RegExp(`^${variable}=`, 'm'));
  });

  test('switch on every service of Azure that the template uses', () => {
    const services = new Set([...(there.resource ?? [])].map((type) => type.split('/')[0]));
    // An environment in a network of its own needs these clusters as well, and Azure does not switch them on by itself.
    services.add('Microsoft.ContainerService');
    const [, switchedOn = ''] = /for dienst in ((?:.|\\\n)*?)\ndo az provider register/.exec(code) ?? [];
    const known = switchedOn.split(/[\s\\]+/).filter(Boolean);
    expect([...services].filter((service = '') => !known.includes(service))).toEqual([]);
  });

  test('ask only for what the template gives', () => {
    const asked = [read('docs/beheer.md'), page].flatMap((text) =>
      [...text.matchAll(/\$\(vraag (\w+)\)/g)].map(([, name = '']) => name),
    );
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((name) => !there.uitvoer?.has(name))).toEqual([]);
  });
});

test('docs/beheer.md says of each alert what to do', () => {
  const alerts = [
    ...read('infra/azuredeploy.json').matchAll(/concat\(parameters\('naam'\), '-([\w-]+)'\)/g),
  ].map(([, name = '']) => name);
  const rules = template.resources.filter(({ type }) => /Rules$|metricAlerts$/.test(type)).length;
  const rows = [...read('docs/beheer.md').matchAll(/^\| `([\w-]+)` \| [^|]{10,} \| [^|]{20,} \|$/gm)].map(
    ([, name = '']) => name,
  );
  const told = rows.filter((name) => alerts.includes(name));
  expect(rules).toBe(5);
  expect(told).toHaveLength(rules);
});
