import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/conversation/send-outcome.ts';
import { planDue } from '../../src/delivery/planner.ts';
import { readMessage } from '../../src/delivery/queue-message.ts';
import { outcomeTable } from '../../src/delivery/tables.ts';
import { work } from '../../src/delivery/worker.ts';
import type { Municipality } from '../../src/people/municipality.ts';
import type { Received } from '../../src/storage/index.ts';
import { person } from '../support/town.ts';
import { MONDAY, tally, testRound, type World, world } from './world.ts';

const team = (people: number) => [{ name: 'west', people }];

/** A world in which one round of one team is planned, and the first message of it in hand. */
async function withMessage(people: number, rounds = [testRound()]): Promise<World & { message: Received }> {
  const here = await world(team(people), rounds);
  await planDue(here.planner, here.clock.now());
  const [message] = await here.core.store.queue.receive(1, 120);
  if (!message) throw new Error('no message');
  return { ...here, message };
}

async function results({ storage }: World): Promise<Record<string, string | undefined>> {
  const rows = await storage.table(outcomeTable).range({});
  return Object.fromEntries(
    rows
      .filter(({ row }) => row.startsWith('r|'))
      .map(({ row, value }) => [row.split('|')[1] ?? '', value.result]),
  );
}

/** Lets a message come back with the same body, as the queue does when nobody removed it in time. */
async function comesBack({ core }: World, message: Received): Promise<Received> {
  await core.store.queue.giveBack(message, message.body, 0);
  const [again] = await core.store.queue.receive(1, 120);
  if (!again) throw new Error('the message did not come back');
  return again;
}

const goOn = () => false;

describe('working on a message', () => {
  test('writes to everybody in it and records that in one transaction for each ten', async () => {
    const here = await withMessage(25);
    here.requests.length = 0;
    await work(here.worker, here.message, goOn);
    expect(here.sent).toHaveLength(25);
    expect(here.requests.filter(({ url }) => url.includes('$batch'))).toHaveLength(3);
    expect(Object.values(await results(here))).toEqual(Array(25).fill('sent'));
    expect(await here.core.store.queue.depth()).toBe(0);
  });

  test('leaves alone who left, stopped or blocked since the round was planned', async () => {
    const here = await withMessage(5);
    const { people } = here.core;
    await people.change('west', 'west-1', (person) => ({ ...person, removed: '2026-11-30' }));
    await people.change('west', 'west-2', (person) => ({ ...person, checkins: false }));
    await people.change('west', 'west-3', (person) => ({ ...person, reach: 'blocked' }));
    await people.drop('west', 'west-4');
    await work(here.worker, here.message, goOn);
    expect(here.sent).toEqual(['c-west-5']);
    // Who is gone altogether leaves nothing behind.
    expect(Object.keys(await results(here)).sort()).toEqual(['west-1', 'west-2', 'west-3', 'west-5']);
  });

  test('gives the rest back at 80 % of its time, and another run finishes it', async () => {
    const here = await withMessage(30);
    const slow = {
      ...here.worker,
      send: async (...args: Parameters<typeof here.worker.send>) => {
        here.clock.pass({ seconds: 5 });
        return here.worker.send(...args);
      },
    };
    await work(slow, here.message, goOn);
    // Ten take 50 s; after twenty 96 s of the 120 s have passed.
    expect(here.sent).toHaveLength(20);
    const [rest] = await here.core.store.queue.receive(1, 120);
    if (!rest) throw new Error('the rest is not in the queue');
    const queueMessage = readMessage(rest.body);
    expect(queueMessage?.recipients).toHaveLength(10);
    expect(queueMessage?.run).toBe(0);
    await work(here.worker, rest, goOn);
    expect(Object.values(tally(here.sent))).toEqual(Array(30).fill(1));
  });

  test('stops at the next checkpoint when told to, and gives the rest back at once', async () => {
    const here = await withMessage(25);
    await work(here.worker, here.message, () => here.sent.length >= 10);
    expect(here.sent).toHaveLength(10);
    expect(await here.drain()).toBe(1);
    expect(Object.values(tally(here.sent))).toEqual(Array(25).fill(1));
  });

  test('does not repeat what was recorded before a crash', async () => {
    const here = await withMessage(25);
    let checkpoints = 0;
    const dying = {
      ...here.worker,
      store: {
        ...here.core.store,
        record: async (...args: Parameters<typeof here.core.store.record>) => {
          checkpoints += 1;
          if (checkpoints === 2) throw new Error('the process ended here');
          await here.core.store.record(...args);
        },
      },
    };
    await expect(work(dying, here.message, goOn)).rejects.toThrow('the process ended here');
    expect(here.sent).toHaveLength(20);
    const again = await comesBack(here, here.message);
    here.clock.pass({ seconds: 120 });
    await work(here.worker, again, goOn);
    const times = Object.values(tally(here.sent));
    expect(times).toHaveLength(25);
    // Only the ten since the last checkpoint may come twice.
    expect(times.filter((count) => count === 2)).toHaveLength(10);
    expect(Math.max(...times)).toBe(2);
  });

  test('a message that was finished but not removed is only removed', async () => {
    const here = await withMessage(5);
    await work({ ...here.worker, store: keepingMessages(here) }, here.message, goOn);
    const again = await comesBack(here, here.message);
    here.sent.length = 0;
    await work(here.worker, again, goOn);
    expect(here.sent).toEqual([]);
    expect(await here.core.store.queue.depth()).toBe(0);
  });

  test('a copy of a message that somebody is working on waits, and is not sent', async () => {
    const here = await withMessage(15);
    await here.core.store.queue.send(here.message.body);
    const [copy] = await here.core.store.queue.receive(1, 120);
    if (!copy) throw new Error('no copy');
    let tried = false;
    const meanwhile = {
      ...here.worker,
      send: async (...args: Parameters<typeof here.worker.send>) => {
        if (!tried) {
          tried = true;
          await work(here.worker, copy, goOn);
        }
        return here.worker.send(...args);
      },
    };
    await work(meanwhile, here.message, goOn);
    expect(tried).toBe(true);
    expect(Object.values(tally(here.sent))).toEqual(Array(15).fill(1));
  });

  test('two workers that get copies at the same moment do not both send', async () => {
    const here = await withMessage(15);
    await here.core.store.queue.send(here.message.body);
    const [copy] = await here.core.store.queue.receive(1, 120);
    if (!copy) throw new Error('no copy');
    await Promise.all([here.message, copy].map((one) => work(here.worker, one, goOn)));
    expect(Object.values(tally(here.sent))).toEqual(Array(15).fill(1));
  });

  test('skips nobody where the clock is behind that of who planned the round: its time has come', async () => {
    const opens = MONDAY.subtract({ minutes: 5 });
    const here = await withMessage(3, [
      testRound({
        prepare: async ({ now }) => {
          const isOpen = Temporal.Instant.compare(opens, now) <= 0;
          return () => (isOpen ? { message: { text: 'Nieuws' } } : { skip: 'not yet' });
        },
      }),
    ]);
    here.clock.pass({ hours: -1 });
    await work(here.worker, here.message, goOn);
    expect(here.sent).toHaveLength(3);
  });

  test('writes to nobody after the time of the round, and records that they were too late', async () => {
    const here = await withMessage(3);
    here.clock.pass({ hours: 8 });
    await work(here.worker, here.message, goOn);
    expect(here.sent).toEqual([]);
    expect(Object.values(await results(here))).toEqual(['late', 'late', 'late']);
  });

  describe.each([
    ['a round', testRound()],
    ['a discreet one', testRound({ discreet: true })],
  ])('of %s (trust:consent-first)', (_name, round) => {
    test.each(['consent', 'dpia'] as const)(
      'writes to nobody once the %s was taken back',
      async (decision) => {
        const here = await withMessage(3, [round]);
        const { settings } = here.core;
        await settings.changeMunicipality(({ [decision]: _gone, ...rest }) => rest as Municipality);
        await work(here.worker, here.message, goOn);
        expect(here.sent).toEqual([]);
        expect(Object.values(await results(here))).toEqual(['late', 'late', 'late']);
        expect(await here.core.store.queue.depth()).toBe(0);
      },
    );
  });

  test('stops when the time of the round ends halfway', async () => {
    const here = await withMessage(25);
    here.clock.set(Temporal.Instant.from('2026-11-30T17:59:55+01:00'));
    const slow = {
      ...here.worker,
      send: async (...args: Parameters<typeof here.worker.send>) => {
        here.clock.pass({ seconds: 1 });
        return here.worker.send(...args);
      },
    };
    await work(slow, here.message, goOn);
    await here.drain();
    expect(here.sent).toHaveLength(10);
    expect(tally(Object.values(await results(here)).map(String))).toEqual({ sent: 10, late: 15 });
  });

  test('a fault in a round comes up before anybody is written to', async () => {
    const round = testRound({
      prepare: async () => (person) => {
        if (person.id === 'west-7') throw new Error('a fault in this round');
        return { message: { text: 'Hallo' } };
      },
    });
    const here = await withMessage(12, [round]);
    await expect(work(here.worker, here.message, goOn)).rejects.toThrow('a fault in this round');
    expect(here.sent).toEqual([]);
  });
});

describe('sends that fail', () => {
  test('a blocked person is marked, and not written to until they return', async () => {
    const here = await withMessage(2);
    here.outcomes.set('c-west-1', [{ kind: 'gone', reason: 'ConversationBlockedByUser' }]);
    await work(here.worker, here.message, goOn);
    expect(await results(here)).toEqual({ 'west-1': 'blocked', 'west-2': 'sent' });
    here.sent.length = 0;
    here.clock.pass({ hours: 24 });
    await planDue(here.planner, here.clock.now());
    await here.drain();
    expect(here.sent).toEqual([]);

    await here.core.people.change('west', 'west-1', (person) => ({ ...person, reach: 'open' }));
    here.clock.pass({ hours: 24 });
    await planDue(here.planner, here.clock.now());
    await here.drain();
    expect(here.sent).toEqual(['c-west-1']);
  });

  const barred: SendOutcome = { kind: 'barred', reason: 'BotDisabledByAdmin', tenant: true };
  const blocked: SendOutcome = { kind: 'gone', reason: 'BotNotInConversationRoster' };
  const ids = (count: number) => Array.from({ length: count }, (_, n) => `west-${n + 1}`);
  const reaches = async ({ core }: World) =>
    new Set((await core.people.members('west')).map(({ reach }) => reach));

  test.each([
    ['the tenant bars the bot', barred],
    ['everybody is refused for one reason', blocked],
  ])('when %s nobody is marked, and the next day all get it', async (_what, outcome) => {
    const here = await withMessage(12);
    for (const id of ids(12)) here.outcomes.set(`c-${id}`, [outcome]);
    await work(here.worker, here.message, goOn);
    expect(here.sent).toEqual([]);
    expect(await reaches(here)).toEqual(new Set(['open']));
    expect(await results(here)).toEqual({});
    here.outcomes.clear();
    here.clock.pass({ hours: 24 });
    await planDue(here.planner, here.clock.now());
    await here.drain();
    expect(here.sent.sort()).toEqual(
      ids(12)
        .map((id) => `c-${id}`)
        .sort(),
    );
  });

  test('the first few of very many who are refused alike are not left marked', async () => {
    const here = await withMessage(25);
    // Four in the first group of ten, which are taken for their own, and all of the next one.
    const inOrder = (await here.core.people.members('west')).map(({ id }) => id);
    for (const id of [...inOrder.slice(0, 4), ...inOrder.slice(10, 20)])
      here.outcomes.set(`c-${id}`, [blocked]);
    await work(here.worker, here.message, goOn);
    expect(Object.values(await results(here)).filter((result) => result === 'blocked')).toHaveLength(4);
    expect(await reaches(here)).toEqual(new Set(['open']));
  });

  test('a message of a round that waits is given back untouched', async () => {
    const here = await withMessage(3);
    here.worker.refusals.judge(person('p1'), barred);
    await work(here.worker, here.message, goOn);
    expect(here.sent).toEqual([]);
    expect(await here.core.store.queue.depth()).toBe(1);
    const again = await here.core.store.queue.receive(1, 1);
    expect(again).toEqual([]);
    expect(await here.storage.table(outcomeTable).range({})).toEqual([]);
  });

  test('a mark that fails makes nobody get a message twice', async () => {
    const here = await withMessage(8);
    here.outcomes.set('c-west-1', [{ kind: 'gone', reason: 'ConversationBlockedByUser' }]);
    const failing = { ...here.worker, markBlocked: () => Promise.reject(new Error('storage is down')) };
    await expect(work(failing, here.message, goOn)).rejects.toThrow('storage is down');
    const again = await comesBack(here, here.message);
    here.clock.pass({ seconds: 120 });
    await work(here.worker, again, goOn);
    expect(Object.values(tally(here.sent))).toEqual(Array(7).fill(1));
  });

  test('faults that pass are tried again, first at once and then in a later run', async () => {
    const here = await withMessage(3);
    const fault = { kind: 'again' as const, reason: '503' };
    here.outcomes.set('c-west-1', [fault, fault]);
    here.outcomes.set('c-west-2', [fault, fault, fault, fault]);
    await work(here.worker, here.message, goOn);
    expect(here.sent.sort()).toEqual(['c-west-1', 'c-west-3']);
    // Back in the queue after 7.5 s of real time, for one person only.
    const [hidden] = await here.core.store.queue.receive(1, 120);
    expect(hidden).toBeUndefined();
    expect(await here.core.store.queue.depth()).toBe(1);
    expect(await results(here)).toEqual({ 'west-1': 'sent', 'west-3': 'sent' });
  });

  describe('with somebody among them who is quiet', () => {
    const quietly = (...ids: string[]) =>
      testRound({
        prepare: async () => (person) => (ids.includes(person.id) ? 'quiet' : { message: { text: 'Hallo' } }),
      });
    const fault = { kind: 'again' as const, reason: '503' };

    test('keep them in the message with the ones who failed, and record them together', async () => {
      const here = await withMessage(12, [quietly('west-2', 'west-9')]);
      const queueMessages = rewoundLetters(here);
      here.outcomes.set('c-west-1', Array(5).fill(fault));
      await work({ ...here.worker, store: queueMessages.store }, here.message, goOn);
      const [again] = await here.core.store.queue.receive(1, 120);
      if (!again) throw new Error('the message is lost');
      // Number 9 is in the other group, in which nobody failed.
      expect(readMessage(again.body)?.recipients).toEqual(['west-1', 'west-2']);
      expect(Object.keys(await results(here))).not.toContain('west-2');
      expect((await results(here))['west-9']).toBe('sent');
      await work({ ...here.worker, store: queueMessages.store }, again, goOn);
      expect(await results(here)).toMatchObject({ 'west-1': 'sent', 'west-2': 'sent' });
      expect(here.sent).not.toContain('c-west-2');
      expect(await here.core.store.queue.depth()).toBe(0);
    });

    test('give them up with the others when nobody was reached', async () => {
      const here = await withMessage(3, [quietly('west-2')]);
      const queueMessages = rewoundLetters(here);
      for (const who of ['c-west-1', 'c-west-3']) here.outcomes.set(who, Array(100).fill(fault));
      let message: Received | undefined = here.message;
      while (message) {
        await work({ ...here.worker, store: queueMessages.store }, message, goOn);
        [message] = await here.core.store.queue.receive(1, 120);
      }
      expect(await results(here)).toEqual({
        'west-1': 'gave-up',
        'west-2': 'gave-up',
        'west-3': 'gave-up',
      });
    });
  });

  test('throttling comes back as often as it takes and never counts as a failure', async () => {
    const here = await withMessage(1);
    const queueMessages = rewoundLetters(here);
    here.outcomes.set('c-west-1', Array(30).fill({ kind: 'throttled', waitMs: 20_000 }));
    await work({ ...here.worker, store: queueMessages.store }, here.message, goOn);
    for (let run = 0; here.sent.length === 0 && run < 40; run += 1) {
      const [message] = await here.core.store.queue.receive(1, 120);
      if (!message) throw new Error('the message is lost');
      expect(readMessage(message.body)?.run).toBe(0);
      await work({ ...here.worker, store: queueMessages.store }, message, goOn);
    }
    expect(here.sent).toEqual(['c-west-1']);
    expect(queueMessages.delays).toEqual(Array(30).fill(20));
  });

  test('a fault that does not pass is given up after six runs', async () => {
    const here = await withMessage(2);
    const queueMessages = rewoundLetters(here);
    here.outcomes.set('c-west-1', Array(100).fill({ kind: 'again', reason: '503' }));
    await work({ ...here.worker, store: queueMessages.store }, here.message, goOn);
    for (;;) {
      const [message] = await here.core.store.queue.receive(1, 120);
      if (!message) break;
      await work({ ...here.worker, store: queueMessages.store }, message, goOn);
    }
    expect(await results(here)).toEqual({ 'west-1': 'gave-up', 'west-2': 'sent' });
    expect(here.outcomes.get('c-west-1')).toHaveLength(100 - 18);
    expect(here.sent).toEqual(['c-west-2']);
  });
});

/** A store whose messages cannot be removed, as when the process ends right before that. */
function keepingMessages({ core }: World) {
  return { ...core.store, queue: { ...core.store.queue, remove: async () => false } };
}

/** A store that gives messages back without the pause, and remembers how long it was to be. */
function rewoundLetters({ core }: World) {
  const delays: number[] = [];
  const queue = {
    ...core.store.queue,
    giveBack: (message: Received, body: string, seconds: number) => {
      delays.push(seconds);
      return core.store.queue.giveBack(message, body, 0);
    },
  };
  return { delays, store: { ...core.store, queue } };
}
