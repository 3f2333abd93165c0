import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planDue } from '../../src/delivery/planner.ts';
import type { SendOutcome } from '../../src/delivery/policy.ts';
import type { Round } from '../../src/delivery/round.ts';
import { outcomeTable } from '../../src/delivery/tables.ts';
import { tally, testRound, type World, world } from './world.ts';

/** A reminder: who answered is left in peace, and that may not show anywhere (house trust rule 1). */
function reminder(answered: ReadonlySet<string>, changes: Partial<Round> = {}): Round {
  return testRound({
    discreet: true,
    outcomeKey: ({ id }) => `pseudonym-of-${id}`,
    prepare: async () => (person) =>
      answered.has(person.id) ? 'quiet' : { message: { text: 'Je kunt nog antwoorden.' } },
    ...changes,
  });
}

/** Everything that stands in the outcomes table, without times and claims' ends. */
async function dump({ storage }: World) {
  const rows = await storage.table(outcomeTable).range({});
  return rows.map(({ partition, row, value }) => ({ partition, row, value }));
}

async function afterRound(answered: string[], failing: Map<string, SendOutcome[]> = new Map()) {
  const marked: string[] = [];
  const reports: unknown[] = [];
  const here = await world([{ name: 'west', people: 14 }], [reminder(new Set(answered))]);
  for (const [conversation, outcomes] of failing) here.outcomes.set(conversation, [...outcomes]);
  here.worker.markBlocked = async ({ id }) => {
    marked.push(id);
  };
  here.worker.onRun = (report) => reports.push(report);
  await planDue(here.planner, here.clock.now());
  await here.drain();
  return { here, marked, reports, rows: await dump(here), left: await here.core.store.queue.depth() };
}

describe('a discreet round', () => {
  test('writes only to whoever did not answer', async () => {
    const { here } = await afterRound(['west-1', 'west-2']);
    expect(here.sent).toHaveLength(12);
    expect(here.sent).not.toContain('c-west-1');
  });

  test('leaves the same rows and the same report behind, whoever answered', async () => {
    const nobody = await afterRound([]);
    const some = await afterRound(['west-2', 'west-3', 'west-14']);
    const all = await afterRound(Array.from({ length: 14 }, (_, n) => `west-${n + 1}`));
    expect(all.here.sent).toEqual([]);
    expect(some.rows).toEqual(nobody.rows);
    expect(all.rows).toEqual(nobody.rows);
    expect([some.reports, all.reports]).toEqual([nobody.reports, nobody.reports]);
    const { value } = some.rows.find(({ row }) => row.includes('west-2')) ?? {};
    expect(value).toEqual({ day: '2026-11-30', result: 'sent' });
  });

  test('lists the whole team in its messages, whoever answered', async () => {
    const here = await world([{ name: 'west', people: 14 }], [reminder(new Set(['west-1']))]);
    await planDue(here.planner, here.clock.now());
    const [message] = await here.core.store.queue.receive(1, 120);
    expect(JSON.parse(message?.body ?? '{}').recipients).toHaveLength(14);
  });

  test('shows nothing of a send that fails: the same rows, no marks, nothing left in the queue', async () => {
    const wanted = await afterRound([]);
    const outcome = fc.oneof(
      ...(
        [
          { kind: 'sent' },
          { kind: 'gone' },
          { kind: 'refused', reason: '400' },
          { kind: 'again', reason: '503' },
          { kind: 'throttled', waitMs: 60_000 },
          { kind: 'throttled' },
        ] satisfies SendOutcome[]
      ).map((one) => fc.constant<SendOutcome>(one)),
    );
    const failures = fc.dictionary(
      fc.constantFrom(...Array.from({ length: 14 }, (_, n) => `c-west-${n + 1}`)),
      fc.array(outcome, { minLength: 1, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(failures, async (failing) => {
        const { rows, marked, left, reports } = await afterRound(
          ['west-1', 'west-9'],
          new Map(Object.entries(failing)),
        );
        expect(rows).toEqual(wanted.rows);
        expect(reports).toEqual(wanted.reports);
        expect(marked).toEqual([]);
        expect(left).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  test('somebody without an address does not stand out either', async () => {
    const here = await world([{ name: 'west', people: 3 }], [reminder(new Set(['west-1']))]);
    for (const id of ['west-1', 'west-2']) {
      await here.core.people.change('west', id, ({ address: _address, ...person }) => person);
    }
    await planDue(here.planner, here.clock.now());
    await here.drain();
    expect(here.sent).toEqual(['c-west-3']);
    const rows = (await dump(here)).filter(({ row }) => row.startsWith('r|'));
    expect(tally(rows.map(({ value }) => JSON.stringify(value)))).toEqual({
      '{"day":"2026-11-30","result":"sent"}': 3,
    });
  });

  test('skips under the same name as it sends', async () => {
    const round = reminder(new Set(), {
      prepare:
        async () =>
        ({ id }) =>
          id === 'west-1' ? { skip: 'answered' } : { message: { text: 'x' } },
    });
    const here = await world([{ name: 'west', people: 2 }], [round]);
    await planDue(here.planner, here.clock.now());
    await here.drain();
    const rows = (await dump(here)).filter(({ row }) => row.startsWith('r|'));
    expect(rows.map(({ value }) => value.result)).toEqual(['sent', 'sent']);
  });
});
