import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { trialQuestions } from '../../../../src/features/mandates/first-hour/trial-questions.ts';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import type { Lookup } from '../../../../src/features/mandates/register/lookup.ts';
import { demoLookup, lookupOf } from '../registers.ts';
import { entry, townLookup } from '../town.ts';

const day = Temporal.PlainDate.from('2026-11-25');
const folder = new URL('../questions/', import.meta.url);

/** All registers that questions are tried on, and the one of the demo. */
const registers: [string, Lookup][] = [
  ['the demo', demoLookup()],
  ...readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .flatMap(({ name }): [string, Lookup][] => {
      const files = readdirSync(new URL(`${name}/`, folder));
      const of = (what: string) => files.find((file) => file.startsWith(what) && file.endsWith('.csv'));
      const [entries, areas] = [of('mandaten'), of('gebieden')];
      const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder));
      return entries && areas ? [[name, lookupOf(read(entries), read(areas))]] : [];
    }),
];

describe.each(registers)('the register of %s', (_, lookup) => {
  const asked = trialQuestions(lookup, day);

  test('gives three questions that a colleague may type as they stand', () => {
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ question }) => question)).size).toBe(3);
    for (const { question, answer } of asked) expect(ask(question, lookup, day).answer).toEqual(answer);
  });

  test('has an ordinary answer first', () => {
    expect(asked[0]?.answer).toMatchObject({ outcome: 'found' });
    expect(asked[0]?.answer.answers.length).toBeGreaterThan(0);
  });
});

const questionsOf = (lookup: Lookup) => trialQuestions(lookup, day).map(({ question }) => question);

describe('the questions of a register', () => {
  test('ask about a place in a larger area where nothing of that place itself is recorded', () => {
    const lookup = townLookup([
      entry({ id: 'M1', area: 'Z' }),
      entry({ id: 'M2', area: 'Z2', holder: 'Cor Dam' }),
    ]);
    const [, inside] = trialQuestions(lookup, day);
    expect(inside?.understood?.areas).toEqual(['Z1']);
    expect(inside?.answer.entries.map(({ id }) => id)).toEqual(['M1']);
  });

  test('end with who deputises, and where nobody does with what nobody may', () => {
    expect(questionsOf(townLookup([entry()])).at(-1)).toMatch(/^wie vervangt Ans Bos/);
    const without = townLookup([
      entry({ deputies: [] }),
      entry({ id: 'M2', activity: 'verwerken', registration: 'BGT', deputies: [] }),
    ]);
    expect(trialQuestions(without, day).at(-1)?.answer).toMatchObject({
      outcome: 'not-recorded',
      entries: [],
    });
  });

  test('are none where nothing holds any more', () => {
    expect(questionsOf(townLookup([]))).toEqual([]);
    expect(questionsOf(townLookup([entry({ until: '2026-11-24' })]))).toEqual([]);
  });

  test('are fewer rather than odd where the register holds one line', () => {
    const lookup = townLookup([entry({ deputies: [] })], {
      areas: [{ code: 'G', name: 'Stad', kind: 'gemeente', aliases: [] }],
    });
    const asked = trialQuestions(lookup, day);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.every(({ answer }) => answer.outcome !== 'not-understood')).toBe(true);
  });
});
