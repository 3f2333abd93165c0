import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../../src/features/mandates/import/files.ts';
import { planImport } from '../../../../src/features/mandates/import/plan.ts';
import { inOneSpelling } from '../../../../src/features/mandates/import/spelling.ts';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { createLookup, type Lookup } from '../../../../src/features/mandates/register/lookup.ts';
import { noRecords } from '../../../../src/features/mandates/register/records.ts';
import { lookupOf } from '../registers.ts';

/** A question with its fair outcomes. */
interface Question {
  question: string;
  outcome: string;
  answers?: string[];
  /** Other outcomes that are fair, such as asking back. */
  accept?: string[];
  /** When something is found, all of it has to be among these. */
  if_found?: string[];
}

const day = Temporal.PlainDate.from('2026-11-22');
const file = (town: string, name: string) => readFileSync(new URL(`./${town}/${name}`, import.meta.url));
const questionsOf = (town: string) => JSON.parse(file(town, 'questions.json').toString()) as Question[];

/** A register in our own form, as a file that is asked from the command line. */
function inOwnForm(town: string): Lookup {
  const { register } = lookupOf(file(town, 'mandaten.csv'), file(town, 'gebieden.csv'));
  return createLookup(inOneSpelling(register).register);
}

/** A list with columns of its own, and a list of who has which function. */
async function inOwnColumns(town: string): Promise<Lookup> {
  const upload = (name: string) => ({ name, bytes: file(town, name) });
  const read = await readFiles({
    register: upload('lijst.csv'),
    areas: upload('gebieden.csv'),
    tenures: upload('functies.csv'),
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const plan = planImport({ records: noRecords }, read.files, {
    kind: 'mandaat',
    empty: { basisregistratie: 'alle' },
  });
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems));
  return createLookup(plan.next);
}

const same = (wanted: readonly string[], got: readonly string[]) =>
  JSON.stringify([...wanted].sort()) === JSON.stringify([...got].sort());

type Verdict = 'right' | 'wrong' | 'worst';

/** A wrong yes, a wrong name and a name that nobody should get are worst. */
function verdictOn(
  { question, outcome, answers, accept = [], if_found: fair }: Question,
  lookup: Lookup,
): Verdict {
  const { answer } = ask(question, lookup, day);
  const isFair = [outcome, ...accept].includes(answer.outcome);
  const isFound = answer.outcome === 'found';
  const isNamed = fair
    ? answer.answers.every((one) => fair.includes(one))
    : answers === undefined || same(answers, answer.answers);
  if (isFair && (!isFound || isNamed)) return 'right';
  return isFound || answer.outcome === 'yes' ? 'worst' : 'wrong';
}

/**
 * Registers of invented municipalities in the words of their own organisation, with functions as holders; their questions
 * were written from the register alone, before anything was tried on them.
 */
describe.each([
  { town: 'veenwolde', least: 37, lookup: inOwnForm },
  { town: 'hoogwaard', least: 57, lookup: inOwnForm },
  { town: 'zuiderlee', least: 57, lookup: inOwnColumns },
  { town: 'brugveld', least: 57, lookup: inOwnForm },
  { town: 'westerkoog', least: 57, lookup: inOwnForm },
  { town: 'drieveen', least: 57, lookup: inOwnColumns },
  { town: 'kerkwerve', least: 57, lookup: inOwnForm },
  { town: 'lindewoude', least: 57, lookup: inOwnForm },
])('questions about $town in its own words', ({ town, least, lookup }) => {
  test(`are answered right in at least ${least}, and never with a wrong yes or name`, async () => {
    const known = await lookup(town);
    const set = questionsOf(town);
    const judged = set.map((one) => ({ question: one.question, verdict: verdictOn(one, known) }));
    const right = judged.filter(({ verdict }) => verdict === 'right').length;
    process.stdout.write(`mandate questions, ${town}: ${right} of ${set.length} right\n`);
    expect(judged.filter(({ verdict }) => verdict === 'worst')).toEqual([]);
    expect(
      right,
      judged
        .filter(({ verdict }) => verdict === 'wrong')
        .map((one) => one.question)
        .join('\n'),
    ).toBeGreaterThanOrEqual(least);
  });
});
