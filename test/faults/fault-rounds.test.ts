import { describe, expect, inject, test } from 'vitest';
import { tables } from '../support/core.ts';
import { newPrefix } from '../support/storage.ts';
import { type AnswerFindings, answerRound, faultsOfAnswers } from './answer-round.ts';
import { type FaultFindings, faultRound, faultsOf } from './fault-round.ts';
import { scenarios } from './scenarios.ts';

const scenarioOf = (name: string) => {
  const found = scenarios.find((one) => one.name === name);
  if (!found) throw new Error(`there is no fault ${name}`);
  return found;
};
const how = (name: string, people: number) => ({
  scenario: scenarioOf(name),
  people,
  seed: 1,
  connectionString: inject('connectionString'),
  prefix: newPrefix(tables),
  perSecond: 200,
});

// Those that are over in a moment; `npm run test:faults -- --fault all` tries each of them.
test.each(['connector-504', 'storage-busy'])(
  'a round with %s in it leaves nobody out, and repeats at most what was on its way',
  async (name) => {
    const findings = await faultRound(how(name, 60));
    expect(faultsOf(findings)).toEqual([]);
  },
);

test('people who answer while storage fails read what came of it, and can answer after it', async () => {
  const findings = await answerRound(how('storage-500', 60));
  expect(faultsOfAnswers(findings)).toEqual([]);
  expect(findings.failed).toBeGreaterThan(0);
});

test('every fault has a name of its own', () => {
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
});

describe('it is told', () => {
  const well: FaultFindings = {
    fault: 'x',
    people: 10,
    seed: 1,
    atCards: 3,
    lost: 0,
    doubled: 2,
    mayDouble: 2,
    crashed: 0,
    secondsAfter: 1,
  };
  test.each<[string, Partial<FaultFindings>, string]>([
    ['who got none', { lost: 1 }, '1 got no card'],
    ['what came twice and was not on its way', { doubled: 3 }, '3 came twice, of 2 that may'],
    ['that a bot ended', { crashed: 1 }, '1 bots ended'],
  ])('%s', (_what, found, said) => {
    expect(faultsOf(well)).toEqual([]);
    expect(faultsOf({ ...well, ...found })).toEqual([said]);
  });

  const fine: AnswerFindings = {
    fault: 'x',
    people: 10,
    seed: 1,
    notAnswered: 0,
    toldWrongly: 0,
    toldNothing: 0,
    failed: 4,
    lost: 0,
    crashed: 0,
    slowestMs: 9,
  };
  test.each<[string, Partial<AnswerFindings>, string]>([
    ['that a tap got no 200', { notAnswered: 1 }, '1 taps got no 200'],
    ['who read wrongly that it was kept', { toldWrongly: 1 }, '1 read that it was kept, and it was not'],
    ['who read nothing of use', { toldNothing: 1 }, '1 did not read what came of it'],
    ['whose answer is nowhere', { lost: 1 }, '1 have no answer after they tried again'],
    ['that the whole bot ended', { crashed: 1 }, 'the bot ended'],
  ])('%s', (_what, found, said) => {
    expect(faultsOfAnswers(fine)).toEqual([]);
    expect(faultsOfAnswers({ ...fine, ...found })).toEqual([said]);
  });
});
