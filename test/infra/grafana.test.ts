import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';
import { createHourly } from '../../src/metrics/hourly.ts';
import { createMetrics } from '../../src/metrics/index.ts';

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { h: number; w: number; x: number; y: number };
  targets?: { expr: string }[];
}
const { panels }: { panels: Panel[] } = JSON.parse(readFileSync('infra/grafana/kompas.json', 'utf8'));
const asked = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** Names of figures in a query, without what Prometheus adds to those of a histogram. */
const namesIn = (query: string) =>
  [...query.matchAll(/\b(?:kompas|process|nodejs)_\w+/g)].map(([name]) =>
    name.replace(/_seconds_(?:bucket|sum|count)$/, '_seconds'),
  );

let text: string;
beforeAll(async () => {
  const now = () => Temporal.Instant.from('2026-11-25T11:00:00Z');
  const metrics = createMetrics({
    now,
    elapsed: () => 0,
    features: [],
    tables: [],
    rounds: [],
    jobs: [],
    requests: createHourly(now),
    oldest: async () => undefined,
  });
  text = await metrics.text();
});

const registered = () => [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name = '']) => name);

test('each figure that the dashboard asks for is there', () => {
  expect(asked.length).toBeGreaterThan(10);
  for (const expr of asked) expect(namesIn(expr).length, expr).toBeGreaterThan(0);
  expect(asked.flatMap(namesIn).filter((name) => !registered().includes(name))).toEqual([]);
});

test('each figure of Kompas stands on a panel', () => {
  const own = registered().filter((name) => name.startsWith('kompas_'));
  expect(own.length).toBeGreaterThan(8);
  expect(own.filter((name) => !asked.flatMap(namesIn).includes(name))).toEqual([]);
});

test('the dashboard puts no panel upon another, and gives each a number and a title of its own', () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { h, w, x, y } }) =>
    Array.from({ length: h * w }, (_, n) => `${x + (n % w)} ${y + Math.floor(n / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
});

test('what is told by the hour is asked over more than an hour', () => {
  const hourly = /kompas_(?:turns_total|turn_seconds|job_seconds|round_messages|storage_requests)/;
  const told = asked.filter((expr) => hourly.test(expr));
  expect(told.length).toBeGreaterThan(4);
  for (const expr of told) expect(expr).toContain('[2h]');
});
