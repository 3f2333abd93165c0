import { describe, expect, inject, test } from 'vitest';
import { tables } from '../support/core.ts';
import { newPrefix } from '../support/storage.ts';
import { attempts, type Offered } from './attempts.ts';
import { type Findings, faultsOf } from './findings.ts';
import { fuzz } from './fuzz.ts';
import type { Fault } from './planted.ts';

const run = (runs: number, seed: number, fault?: Fault): Promise<Findings> =>
  fuzz({ runs, seed, fault, connectionString: inject('connectionString'), prefix: newPrefix(tables) });

test('the bot answers everything that is made up, fails at nothing, and keeps no memory of it', async () => {
  const findings = await run(2_000, 1);
  expect(faultsOf(findings)).toEqual([]);
  expect(findings.runs).toBe(2_000);
  // Not all of it may be refused at the door.
  expect(findings.statuses[200]).toBeGreaterThan(1_000);
});

describe('a bot that', () => {
  test.each<[Fault, RegExp]>([
    ['fails', /^failed \d+ times inside: .*"turn failed"/],
    ['ends', /^the bot ended with 1: [\s\S]*planted/],
    ['keeps', /^memory grew by \d+/],
    ['pollutes', /^all objects of the bot were changed/],
  ])('%s at one of its buttons is found out', async (fault, said) => {
    expect(faultsOf(await run(150, 1, fault)).join('\n')).toMatch(said);
  });
});

test('the same seed makes up the same, and another one something else', () => {
  const offered: Offered = {
    says: ['help'],
    commands: ['zoek'],
    verbs: [
      {
        verb: 'some.tap',
        payload: { type: 'object', properties: { page: { type: 'integer' } }, required: ['page'] },
        kinds: { page: 'carried', text: 'long' },
      },
    ],
  };
  const made = (seed: number) => JSON.stringify([...attempts(offered, 700, seed)]);
  expect(made(5)).toBe(made(5));
  expect(made(6)).not.toBe(made(5));
});
