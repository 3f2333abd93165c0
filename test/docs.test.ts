import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFeatures, rightsPage } from '../scripts/rights.ts';
import { queues } from '../src/kompas.ts';
import { tables } from './support/core.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const filesIn = (...patterns: string[]) => globSync(patterns, { cwd: root });
const pages = filesIn(
  'docs/*.md',
  'docs/adr/*.md',
  'infra/*.md',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
);
const code = filesIn('src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts');

const page = read('docs/storage.md');
const rowOf = (name: string) => page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));

describe('docs/storage.md', () => {
  test.each(tables.map(({ name, owner }) => ({ name, owner })))(
    'describes table $name and its owner',
    ({ name, owner }) => {
      expect(rowOf(name)).toContain(`| ${owner} |`);
    },
  );

  test.each(queues)('describes queue %s', (name) => {
    expect(rowOf(name)).toBeDefined();
  });

  test('describes no table that is gone', () => {
    const described = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(described.sort()).toEqual([...tables.map(({ name }) => name), ...queues].sort());
  });
});

describe('the table of terms in docs/privacy.md', () => {
  /** Its rows: how long something is kept and why so long, who sees it, what `vergeet mij` does with it, and in which table it stands. */
  const terms = new Map(
    read('docs/privacy.md')
      .split('\n')
      .flatMap((line): [string, { kept: string; why: string; seen: string; erased: string }][] => {
        const [, , kept = '', why = '', seen = '', erased = '', where = ''] = line
          .split('|')
          .map((cell) => cell.trim());
        const [, name] = /^`(\w+)`$/.exec(where) ?? [];
        return name ? [[name, { kept, why, seen, erased }]] : [];
      }),
  );
  const unitDays: Record<string, number> = { dag: 1, dagen: 1, week: 7, weken: 7, jaar: 365 };
  const daysIn = (kept: string) =>
    [...kept.matchAll(/(\d+) (dag|dagen|week|weken|jaar)\b/g)].map(
      ([, count, unit = '']) => Number(count) * (unitDays[unit] ?? 0),
    );

  test('has every table that keeps something of somebody, and none that is gone', () => {
    const ofPeople = tables.filter(({ person }) => person.kind !== 'none' || person.official);
    expect([...terms.keys()]).toEqual(expect.arrayContaining(ofPeople.map(({ name }) => name)));
    const known = [...tables.map(({ name }) => name), ...queues];
    expect([...terms.keys()].filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(tables.filter(({ name }) => terms.has(name)).map((table) => [table.name, table] as const))(
    'says of %s how long it is kept, who sees it, and whether it can be erased',
    (name, { retention, person, seenBy }) => {
      const { kept = '', why, seen, erased = '' } = terms.get(name) ?? {};
      expect(why, 'a term without a reason').not.toBe('');
      expect(seen).toBe(seenBy);
      const [first, ...others] = daysIn(kept);
      if ('forever' in retention) expect(first, kept).toBeUndefined();
      else {
        // Two years may hold a leap day.
        expect(first, kept).toBe(retention.days === 731 ? 730 : retention.days);
        if (retention.sooner) expect(others, kept).toContain(retention.sooner.days);
      }
      if (person.kind === 'personal') expect(erased).toMatch(/\bweg\b/);
      if (person.kind === 'record' || (person.kind === 'none' && person.official))
        expect(erased).toMatch(/^blijft\b/);
    },
  );
});

test('docs/rechten.md says what features declare: `npm run rights` writes it', async () => {
  expect(read('docs/rechten.md')).toBe(rightsPage(allFeatures()));
});

/** A page without what stands in code blocks: no heading and no link is meant there. */
const prose = (file: string) => read(file).replace(/^```.*?^```/gms, '');
const headingsOf = (file: string) =>
  [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);

/** The anchor that GitHub gives a heading: lower case, no punctuation, dashes for spaces. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');

/** A link to a file of ours, or to a heading in one; undefined for an address elsewhere. */
function targetOf(file: string, link: string): { path: string; anchor?: string } | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  return { path: path === '' ? file : join(dirname(file), path), anchor };
}

const links = pages.flatMap((file) =>
  [...prose(file).matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(([, link, picture = '']) => ({
    file,
    link: link ?? picture,
  })),
);

describe('a link', () => {
  test('is found on each page that has one, also as a picture', () => {
    const found = links.map(({ file, link }) => `${file} ${link}`);
    expect(found).toContain('README.md docs/pictures/check-in.png');
    expect(found).toContain('docs/medewerker.md pictures/check-in.png');
    expect(found).toContain('docs/privacy.md trust-rules.md#trustno-trace');
  });

  test('leads to a file that exists, and to a heading that is in it', () => {
    const broken = links.filter(({ file, link }) => {
      const target = targetOf(file, link);
      if (!target) return false;
      if (!existsSync(join(root, target.path))) return true;
      return target.anchor !== undefined && !headingsOf(target.path).map(anchorOf).includes(target.anchor);
    });
    expect(broken).toEqual([]);
  });
});

test.each(['or', 'in-een-echte-tenant'])('docs/%s.md is one page, and stays so', (name) => {
  expect(prose(`docs/${name}.md`).split(/\s+/).length).toBeLessThan(850);
});

const RULES = 'docs/trust-rules.md';
const citedIn = (files: readonly string[]) =>
  files.flatMap((file) => [...read(file).matchAll(/\btrust:([a-z-]+)/g)].map(([, slug]) => ({ file, slug })));
const rules = headingsOf(RULES).flatMap((heading) => /^trust:([a-z-]+)$/.exec(heading)?.[1] ?? []);

/** What Kompas does not do yet, or does not do itself: no code to cite it, so a page that links to it is enough. */
const aims = ['no-readable-draft', 'no-key-needed', 'no-request-telemetry'];

describe('a trust rule', () => {
  test('that is cited anywhere is a heading on the page of the rules', () => {
    const cited = citedIn([...code, ...pages]);
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter(({ slug = '' }) => !rules.includes(slug))).toEqual([]);
  });

  test.each(rules)('%s is cited: by code or a test, and an aim at least by another page', (slug) => {
    const files = aims.includes(slug) ? pages.filter((file) => file !== RULES) : code;
    const linked = links.filter(
      ({ file, link }) => files.includes(file) && targetOf(file, link)?.anchor === anchorOf(`trust:${slug}`),
    );
    expect([...citedIn(files).filter((cited) => cited.slug === slug), ...linked]).not.toEqual([]);
  });
});

const METHOD = 'docs/method.md';
/** The numbers that a citation names: all up to the bracket that ends it, over the end of a comment line. */
const stepsIn = (text: string): string[] =>
  [...text.replace(/\n\s*(?:\*|\/\/)/g, '').matchAll(/docs\/method\.md steps? ([^);]*)/g)].flatMap(
    ([, said = '']) => said.match(/\b\d+(\.\d+)?\b/g) ?? [],
  );

describe('a step of the method', () => {
  const known = [
    ...headingsOf(METHOD).flatMap((heading) => /^Stap (\d):/.exec(heading)?.[1] ?? []),
    ...[...read(METHOD).matchAll(/^- \*\*(\d\.\d)\*\*/gm)].map(([, number]) => number),
  ];

  test('has a heading, one for each of the eight', () => {
    expect(known.filter((step = '') => !step.includes('.'))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
  });

  test('that is cited anywhere is on the page of the method', () => {
    const cited = code.flatMap((file) => stepsIn(read(file)).map((step) => ({ file, step })));
    const steps = new Set(cited.map(({ step }) => step));
    for (const step of ['3', '5.5', '7.4', '7.6', '4.2']) expect(steps).toContain(step);
    expect(cited.filter(({ step }) => !known.includes(step))).toEqual([]);
  });
});
