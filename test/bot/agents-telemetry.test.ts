import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const load = createRequire(import.meta.url);
const standIn = load('@microsoft/agents-telemetry') as Record<string, unknown>;

test('what stands in for the telemetry of the Agents SDK has all that the SDK asks of it', () => {
  const files = globSync('node_modules/@microsoft/agents-{hosting,activity}/dist/src/**/*.js');
  const asked = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bagents_telemetry_\d+\.(\w+)/g)].map(([, name = '']) => name),
    ),
  );
  expect([...asked].sort()).toEqual(expect.arrayContaining(['debug', 'trace']));
  expect([...asked].filter((name) => !(name in standIn))).toEqual([]);
});

test('it is the only one: nothing in the SDK comes along with the real one, or with what records of OpenTelemetry', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { link?: boolean; dev?: boolean }>;
  };
  const places = Object.keys(packages).filter((place) => place.endsWith('/agents-telemetry'));
  expect(places.sort()).toEqual(['node_modules/@microsoft/agents-telemetry', 'vendor/agents-telemetry']);
  const followed = Object.entries(packages).filter(([place]) => place.includes('/@opentelemetry/'));
  // Names alone, which record nothing: the library of the figures asks for them.
  expect(followed.filter(([, { dev }]) => !dev).map(([place]) => place)).toEqual([
    'node_modules/@opentelemetry/api',
  ]);
});

test('it does the work that it is given, gives what that gives, and lets through what it throws', async () => {
  const { trace } = standIn as { trace: (definition: object, work: (context: never) => unknown) => unknown };
  expect(await trace({}, async () => 'done')).toBe('done');
  await expect(trace({}, () => Promise.reject(new Error('not done')))).rejects.toThrow('not done');
});
