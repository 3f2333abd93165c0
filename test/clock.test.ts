import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clockOf } from '../src/clock.ts';

const real = () => Temporal.Instant.from('2026-11-28T12:00:00Z');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompas-clock-'));
});
afterAll(() => rm(folder, { recursive: true }));

const timeIn = (dataFolder: string, local = true) => `${clockOf({ local, dataFolder }, real)()}`;

test('the clock of an installation is the machine’s', () => {
  expect(timeIn(join(folder, 'nowhere'))).toBe('2026-11-28T12:00:00Z');
});

test('a file moves it on this machine, and nowhere else', async () => {
  await writeFile(join(folder, 'clock-offset'), '172800\n');
  expect(timeIn(folder)).toBe('2026-11-30T12:00:00Z');
  expect(timeIn(folder, false)).toBe('2026-11-28T12:00:00Z');
});

test('a file that holds no number moves nothing', async () => {
  await writeFile(join(folder, 'clock-offset'), 'morgen');
  expect(timeIn(folder)).toBe('2026-11-28T12:00:00Z');
});
