import { expect, inject, test } from 'vitest';
import { tables } from '../support/core.ts';
import { newPrefix } from '../support/storage.ts';
import { faultsIn, type KillFindings, killRounds } from './kill-rounds.ts';

test('a bot that is killed at drawn moments of a round leaves nobody out, and repeats at most what was in flight', async () => {
  const connectionString = inject('connectionString');
  const how = {
    rounds: 2,
    people: 200,
    seed: 1,
    connectionString,
    prefix: newPrefix(tables),
    perSecond: 200,
  };
  const findings = await killRounds(how);
  expect(faultsIn(findings)).toEqual([]);
  expect(findings.rounds).toBe(2);
  expect(findings.kills).toBeGreaterThanOrEqual(2);
}, 120_000);

test.each<[string, Partial<KillFindings>, string]>([
  ['who got none', { lost: 1 }, '1 got no card'],
  ['what came twice and was not in flight', { doubled: 3, inFlight: 2 }, '3 came twice, of 2 in flight'],
  ['more in flight than there can be', { inFlight: 81 }, '81 in flight at 2 kills'],
])('%s is told', (_what, found, said) => {
  const well = { rounds: 1, people: 10, seed: 1, kills: 2, lost: 0, doubled: 0, inFlight: 0 };
  expect(faultsIn({ ...well, ...found })).toEqual([said]);
  expect(faultsIn(well)).toEqual([]);
});
