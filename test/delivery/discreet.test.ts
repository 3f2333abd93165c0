import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/conversation/send-outcome.ts';
import { planDue } from '../../src/delivery/planner.ts';
import type { Round } from '../../src/delivery/round.ts';
import { outcomeTable } from '../../src/delivery/tables.ts';
import { work } from '../../src/delivery/worker.ts';
import { tally, testRound, type World, world } from './world.ts';

/** A reminder: who answered is left in peace, and that may not show anywhere (trust:no-trace). */
function reminder(answered: ReadonlySet<string>, changes: Partial<Round> = {}): Round {
  return testRound({
    discreet: true,
    outcomeKey: ({ id }) => `pseudonym-of-${id}`,
    prepare: async () => (person) =>
      answered.has(person.id) ? 'quiet' : { message: { text: 'Je kunt nog antwoorden.' } },
    ...changes,
  });
}

/** Everything that stands in the outcomes table, without times and the queue's own number of the message. */
async function dump({ storage }: World) {
  const rows = await storage.table(outcomeTable).range({});
  return rows.map(({ partition, row, value: { message: _message, ...value } }) => ({
    partition,
    row,
    value,
  }));
}

/** The moment of each row's last write, as storage keeps it. */
async function stamps({ storage }: World) {
  return (await storage.table(outcomeTable).range({})).map(({ row, etag }) => `${row} ${etag}`).sort();
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

  test('writes everything before the first send and nothing after it, whoever answered and whatever became of it', async () => {
    const failures: SendOutcome[] = [
      { kind: 'sent' },
      { kind: 'gone', reason: 'ConversationBlockedByUser' },
      { kind: 'again', reason: '503' },
      { kind: 'throttled', waitMs: 60_000 },
    ];
    const here = await world([{ name: 'west', people: 35 }], [reminder(new Set(['west-1']))]);
    await planDue(here.planner, here.clock.now());
    const seen: string[][] = [];
    const reports: unknown[] = [];
    const watched = {
      ...here.worker,
      onRun: (report: unknown) => reports.push(report),
      send: async () => {
        expect(reports).toHaveLength(1);
        seen.push(await stamps(here));
        return failures[seen.length % failures.length] ?? { kind: 'sent' as const };
      },
    };
    const [message] = await here.core.store.queue.receive(1, 120);
    if (!message) throw new Error('no message');
    await work(watched, message, () => false);
    const after = await stamps(here);
    // Thirty outcomes and the claim.
    expect(after).toHaveLength(31);
    expect(seen.length).toBeGreaterThan(28);
    for (const moment of seen) expect(moment).toEqual(after);
    expect(reports).toEqual([{ round: 'news', results: { sent: 30 }, left: 0 }]);
  });

  test('writes the same number of times with nobody to write to', async () => {
    const costs = await Promise.all(
      [[], ['west-1', 'west-2', 'west-3']].map(async (answered) => {
        const here = await world([{ name: 'west', people: 3 }], [reminder(new Set(answered))]);
        await planDue(here.planner, here.clock.now());
        here.requests.length = 0;
        await here.drain();
        return here.requests.map(({ method, url }) => `${method} ${url.includes('$batch')}`);
      }),
    );
    expect(costs[1]).toEqual(costs[0]);
  });

  test('is in the queue equally long, whoever answered and however long a send takes', async () => {
    /** How long the message of one colleague lived: from the moment it was taken until it was removed. */
    async function lifeOf(answered: string[], sendMs: number, failing: SendOutcome[] = []): Promise<number> {
      const here = await world([{ name: 'west', people: 1 }], [reminder(new Set(answered))]);
      here.outcomes.set('c-west-1', [...failing]);
      await planDue(here.planner, here.clock.now());
      const [message] = await here.core.store.queue.receive(1, 120);
      if (!message) throw new Error('no message');
      const taken = here.clock.now();
      let removed: typeof taken | undefined;
      const { store } = here.worker;
      const remove: typeof store.queue.remove = async (one) => {
        removed = here.clock.now();
        return store.queue.remove(one);
      };
      const watched = {
        ...here.worker,
        store: { ...store, queue: { ...store.queue, remove } },
        send: async (...args: Parameters<typeof here.worker.send>) => {
          here.clock.pass({ milliseconds: sendMs });
          return here.worker.send(...args);
        },
      };
      await work(watched, message, () => false);
      expect(here.sent).toHaveLength(answered.length === 0 ? 1 : 0);
      if (!removed) throw new Error('the message is there still');
      return removed.since(taken).total('milliseconds');
    }
    const again: SendOutcome = { kind: 'again', reason: '503' };
    const equally = await lifeOf(['west-1'], 0);
    expect(equally).toBeGreaterThan(0);
    for (const sendMs of [0, 144, 400, 1_000]) expect(await lifeOf([], sendMs)).toBe(equally);
    expect(await lifeOf([], 400, [again, again])).toBe(equally);
    // What takes longer than that is in it for as long again, and not for as long as it took.
    expect(await lifeOf([], equally + 1)).toBe(2 * equally);
  });

  test('killed halfway goes to the whole message again: nobody is lost', async () => {
    const here = await world([{ name: 'west', people: 14 }], [reminder(new Set(['west-1']))]);
    await planDue(here.planner, here.clock.now());
    const [message] = await here.core.store.queue.receive(1, 120);
    if (!message) throw new Error('no message');
    const dying = {
      ...here.worker,
      send: async (...args: Parameters<typeof here.worker.send>) => {
        if (here.sent.length === 5) throw new Error('the process ended here');
        return here.worker.send(...args);
      },
    };
    await expect(work(dying, message, () => false)).rejects.toThrow('the process ended here');
    const rows = await dump(here);
    await here.core.store.queue.giveBack(message, message.body, 0);
    const [again] = await here.core.store.queue.receive(1, 120);
    if (!again) throw new Error('the message did not come back');
    here.clock.pass({ seconds: 120 });
    await work(here.worker, again, () => false);
    const times = tally(here.sent);
    expect(Object.keys(times)).toHaveLength(13);
    expect(Math.max(...Object.values(times))).toBeLessThanOrEqual(2);
    expect(times).not.toHaveProperty('c-west-1');
    expect((await dump(here)).filter(({ row }) => row.startsWith('r|'))).toEqual(
      rows.filter(({ row }) => row.startsWith('r|')),
    );
    expect(await here.core.store.queue.depth()).toBe(0);
  });

  test('a copy of a message is not sent: not at the same time, and not when it comes later', async () => {
    const here = await world([{ name: 'west', people: 6 }], [reminder(new Set(['west-1']))]);
    await planDue(here.planner, here.clock.now());
    const [message] = await here.core.store.queue.receive(1, 120);
    if (!message) throw new Error('no message');
    await here.core.store.queue.send(message.body);
    await here.core.store.queue.send(message.body);
    const [copy] = await here.core.store.queue.receive(1, 120);
    if (!copy) throw new Error('no copy');
    await Promise.all([message, copy].map((one) => work(here.worker, one, () => false)));
    here.clock.pass({ seconds: 120 });
    await here.drain();
    expect(Object.values(tally(here.sent))).toEqual(Array(5).fill(1));
    expect(await here.core.store.queue.depth()).toBe(0);
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
          { kind: 'gone', reason: 'ConversationBlockedByUser' },
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
