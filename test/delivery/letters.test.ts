import { describe, expect, test } from 'vitest';
import { forgetInQueue } from '../../src/delivery/forget.ts';
import { planDue } from '../../src/delivery/planner.ts';
import { readMessage } from '../../src/delivery/queue-message.ts';
import type { Occurrence, Round } from '../../src/delivery/round.ts';
import { outcomeTable, setAsideTable } from '../../src/delivery/tables.ts';
import { type WorkerTools, work } from '../../src/delivery/worker.ts';
import type { Received } from '../../src/storage/index.ts';
import { tally, testRound, type World, world } from './world.ts';

const goOn = () => false;

/** A world in which a round of one team waits in the queue, with what the worker tells. */
async function planned(people: number, round: Round = testRound()) {
  const here = await world([{ name: 'west', people }], [round]);
  const told: object[] = [];
  const worker: WorkerTools = {
    ...here.worker,
    onUnread: (report) => told.push(report),
    onSetAside: (report) => told.push(report),
  };
  await planDue(here.planner, here.clock.now());
  return { ...here, worker, told };
}

type Planned = Awaited<ReturnType<typeof planned>>;

async function taken({ core }: World): Promise<Received> {
  const [message] = await core.store.queue.receive(1, 120);
  if (!message) throw new Error('no message in the queue');
  return message;
}

/** A worker that gives letters back without the pause, and remembers how long it was to be. */
function unhurried({ core, worker }: Planned) {
  const pauses: number[] = [];
  const giveBack = (message: Received, body: string, seconds: number) => {
    pauses.push(seconds);
    return core.store.queue.giveBack(message, body, 0);
  };
  return {
    pauses,
    worker: { ...worker, store: { ...core.store, queue: { ...core.store.queue, giveBack } } },
  };
}

/** Delivers the letter that waits so often, two minutes apart, as the queue does while nobody removes it. */
async function deliver(here: Planned, times: number, worker: WorkerTools = here.worker): Promise<string[]> {
  const thrown: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const [message] = await here.core.store.queue.receive(1, 120);
    if (!message) break;
    await work(worker, message, goOn).catch((error: Error) => thrown.push(error.message));
    await here.core.store.queue.giveBack(message, message.body, 0);
    here.clock.pass({ seconds: 120 });
  }
  return thrown;
}

const asideOf = async ({ storage }: World) =>
  (await storage.table(setAsideTable).range({})).map(({ value }) => value);

/** A letter as a later version may write it. */
const letter = (changes: object) => {
  const fields = { round: 'news', team: 'west', period: '2026-W49', day: '2026-11-30' };
  const until = '2026-11-30T17:00:00Z';
  return JSON.stringify({
    v: 1,
    ...fields,
    until,
    n: 0,
    recipients: ['west-1', 'west-2'],
    run: 0,
    ...changes,
  });
};

describe('a letter that this version cannot read', () => {
  const unknown = 'of a round that is not known here';
  const newer = 'of a newer version';
  const unreadable = 'not readable';
  test.each([
    ['text', 'not ours', unreadable],
    ['nothing', '', unreadable],
    ['a list', '[]', unreadable],
    ['an empty object', '{}', unreadable],
    ['only a round', '{"round":"unknown"}', unreadable],
    ['too many people', letter({ recipients: Array(31).fill('west-1') }), unreadable],
    ['a moment that is none', letter({ until: 'later' }), unreadable],
    ['a version that is no number', letter({ v: 'x' }), unreadable],
    ['a round of another version', letter({ round: 'surprise' }), unknown],
    ['a newer version', letter({ v: 3 }), newer],
    ['a newer version in another form', '{"v":4,"people":["west-1"]}', newer],
    ['a newer version of an unknown round', letter({ v: 3, round: 'surprise' }), newer],
  ])('is given back for five minutes, as it was, and said to be there: %s', async (_what, body, reason) => {
    const here = await planned(0);
    await here.core.store.queue.send(body);
    const { pauses, worker } = unhurried(here);
    // The people of West, so that none of them is taken out.
    worker.members = async () => [{ id: 'west-1' }, { id: 'west-2' }] as never;
    await work(worker, await taken(here), goOn);
    expect(pauses).toEqual([300]);
    expect(await here.core.store.queue.depth()).toBe(1);
    expect((await taken(here)).body).toBe(body);
    expect(here.told).toMatchObject([{ reason }]);
    expect(JSON.stringify(here.told)).not.toContain('west');
    expect(here.sent).toEqual([]);
    expect(await asideOf(here)).toEqual([]);
  });

  test('waits in the queue, however often it comes, for a version that knows its round', async () => {
    const here = await planned(3);
    const { worker } = unhurried(here);
    for (let time = 0; time < 12; time += 1) {
      await work({ ...worker, rounds: [] }, await taken(here), goOn);
    }
    await work(here.worker, await taken(here), goOn);
    expect(here.sent).toHaveLength(3);
    expect(await here.core.store.queue.depth()).toBe(0);
  });

  test('that no version wrote is set aside the fifth time, with what it is and without what it says', async () => {
    const here = await planned(0);
    await here.core.store.queue.send('{"round":"news","team":"west","secret":1}');
    const { worker } = unhurried(here);
    for (let time = 0; time < 5; time += 1) {
      expect(await here.core.store.queue.depth()).toBe(1);
      expect(await asideOf(here)).toEqual([]);
      await work(worker, await taken(here), goOn);
    }
    expect(await here.core.store.queue.depth()).toBe(0);
    expect(await asideOf(here)).toEqual([{ day: '2026-11-30', reason: unreadable }]);
    expect(await here.core.store.setAside()).toBe(1);
  });

  test('does not keep others from their letters', async () => {
    const here = await planned(3);
    await here.core.store.queue.send('not ours');
    expect(await here.drain()).toBe(2);
    expect(here.sent).toHaveLength(3);
  });

  test('loses whoever left the team before it waits again', async () => {
    const here = await planned(3);
    await here.core.people.drop('west', 'west-2');
    await work({ ...unhurried(here).worker, rounds: [] }, await taken(here), goOn);
    expect(readMessage((await taken(here)).body)?.recipients).toEqual(['west-1', 'west-3']);
  });

  test('loses whoever is to be forgotten, also when it is of a newer version', async () => {
    const here = await planned(0);
    await here.core.store.queue.send(letter({ v: 3, round: 'surprise', tone: { of: 'voice' } }));
    await forgetInQueue(here.core.store.queue, 'west-1');
    const { body } = await taken(here);
    expect(JSON.parse(body)).toEqual(
      JSON.parse(letter({ v: 3, round: 'surprise', tone: { of: 'voice' }, recipients: ['west-2'] })),
    );
  });
});

describe('a letter that is held while somebody erases themselves', () => {
  const hiddenFrom = async (here: Planned) => {
    const letter = await taken(here);
    await forgetInQueue(here.core.store.queue, 'west-1');
    await here.core.people.drop('west', 'west-1');
    return letter;
  };
  const recipientsOf = async (here: Planned) => readMessage((await taken(here)).body)?.recipients;

  test('is given back without them when it could not be sent yet', async () => {
    const here = await planned(2);
    for (const n of [1, 2]) here.outcomes.set(`c-west-${n}`, [{ kind: 'throttled', waitMs: 60_000 }]);
    const { worker } = unhurried(here);
    const { send } = worker;
    worker.send = async (...to) => {
      await here.core.people.drop('west', 'west-1');
      return send(...to);
    };
    await work(worker, await taken(here), goOn);
    expect(await recipientsOf(here)).toEqual(['west-2']);
  });

  test('is given back without them while sending is paused', async () => {
    const here = await planned(2);
    const { worker } = unhurried(here);
    const pausedUntil = () => here.clock.now().add({ minutes: 10 });
    const letter = await hiddenFrom(here);
    await work({ ...worker, refusals: { ...worker.refusals, pausedUntil } }, letter, goOn);
    expect(await recipientsOf(here)).toEqual(['west-2']);
  });

  test('is given back without them while somebody else works on a copy', async () => {
    const here = await planned(2);
    const { worker } = unhurried(here);
    const letter = await hiddenFrom(here);
    await work({ ...worker, store: { ...worker.store, claim: async () => 'held' as const } }, letter, goOn);
    expect(await recipientsOf(here)).toEqual(['west-2']);
  });
});

describe('a letter', () => {
  test('carries its version, also when it is given back', async () => {
    const here = await planned(2);
    here.outcomes.set('c-west-1', [{ kind: 'throttled', waitMs: 60_000 }]);
    const first = await taken(here);
    expect(JSON.parse(first.body).v).toBe(1);
    await work(unhurried(here).worker, first, goOn);
    expect(JSON.parse((await taken(here)).body)).toMatchObject({ v: 1, recipients: ['west-1'] });
  });

  test('at a time that somebody chose is of a version of its own, which an older one leaves alone', async () => {
    const at = '15:30';
    const here = await world(
      [{ name: 'west', people: 1 }],
      [
        testRound({
          due: () => undefined,
          dueAtOwnTimes: (context) => [{ ...(testRound().due(context) as Occurrence), at }],
        }),
      ],
    );
    await planDue(here.planner, here.clock.now());
    expect(JSON.parse((await taken(here)).body)).toMatchObject({ v: 2, at });
  });

  test('without a version is read as one of now', async () => {
    const here = await planned(2);
    const { body, ...message } = await taken(here);
    const { v: _, ...old } = JSON.parse(body);
    await work(here.worker, { ...message, body: JSON.stringify(old) }, goOn);
    expect(here.sent).toHaveLength(2);
  });
});

const broken = (changes: Partial<Round> = {}) =>
  testRound({ prepare: () => Promise.reject(new Error('Mens west-1 schreef iets raars')), ...changes });

describe('a letter that can never be done', () => {
  test('is set aside the fifth time, with its reason and without names', async () => {
    const here = await planned(3, broken());
    expect(await deliver(here, 4)).toHaveLength(4);
    expect(await here.core.store.setAside()).toBe(0);
    await deliver(here, 4);
    expect(await here.core.store.queue.depth()).toBe(0);
    expect(await here.core.store.setAside()).toBe(1);
    expect(await asideOf(here)).toEqual([
      { round: 'news', team: 'west', period: '2026-W49', day: '2026-11-30', reason: 'failed' },
    ]);
    expect(here.told).toMatchObject([{ round: 'news', reason: 'failed', error: expect.any(Error) }]);
    expect(JSON.stringify(await here.storage.table(setAsideTable).range({}))).not.toMatch(/west-\d|Mens/);
  });

  test('leaves its people to the round of the next working day, and nobody gets anything twice', async () => {
    let isBroken = true;
    const here = await planned(40, {
      ...testRound(),
      prepare: async (_context, { day }, members) => {
        if (isBroken && day === '2026-11-30' && members.length > 0) throw new Error('broken today');
        return ({ id }) => ({ message: { text: `Nieuws voor ${id}` } });
      },
    });
    const [first, second] = [await taken(here), await taken(here)];
    await here.core.store.queue.giveBack(first, first.body, 0);
    await deliver(here, 5);
    isBroken = false;
    await here.core.store.queue.giveBack(second, second.body, 0);
    await here.drain();
    expect(here.sent).toHaveLength(readMessage(second.body)?.recipients.length ?? 0);
    here.clock.pass({ hours: 24 });
    await planDue(here.planner, here.clock.now());
    await here.drain();
    expect(Object.values(tally(here.sent))).toEqual(Array(40).fill(1));
  });

  test('is set aside untried when every try ended the process', async () => {
    let tries = 0;
    const here = await planned(3, {
      ...testRound(),
      prepare: async () => {
        tries += 1;
        return () => ({ message: { text: 'Hallo' } });
      },
    });
    for (let time = 0; time < 5; time += 1) {
      const message = await taken(here);
      const queueMessage = readMessage(message.body);
      if (!queueMessage) throw new Error('no letter');
      // All that is left of a process that ended: its claim.
      await here.core.store.claim(queueMessage, here.clock.now(), 114);
      await here.core.store.queue.giveBack(message, message.body, 0);
      here.clock.pass({ seconds: 120 });
    }
    await deliver(here, 1);
    expect(tries).toBe(0);
    expect(await asideOf(here)).toMatchObject([{ reason: 'unfinished' }]);
    expect(await here.core.store.queue.depth()).toBe(0);
  });

  test('is set aside when it hangs for ever, and keeps no worker', async () => {
    const here = await planned(3, { ...testRound(), prepare: () => new Promise(() => {}) });
    const worker = { ...here.worker, visibilitySeconds: 0.1 };
    expect(await deliver(here, 6, worker)).toHaveLength(4);
    expect(await asideOf(here)).toMatchObject([{ reason: 'failed' }]);
  });

  test('that was left when its time was over is not sent after all', async () => {
    let goes = () => {};
    const here = await planned(3, {
      ...testRound({ discreet: true }),
      prepare: async () => {
        await new Promise<void>((resolve) => {
          goes = resolve;
        });
        return () => ({ message: { text: 'Hallo' } });
      },
    });
    await deliver(here, 1, { ...here.worker, visibilitySeconds: 0.1 });
    goes();
    // The copy that came back is worked on after it, and everybody still gets one message.
    await here.core.people.members('west');
    const again = { ...here.worker, rounds: [{ ...testRound({ discreet: true }) }] };
    await deliver(here, 1, again);
    expect(Object.values(tally(here.sent))).toEqual([1, 1, 1]);
  });

  test('stays in the queue when storage cannot keep it', async () => {
    const here = await planned(3, broken());
    const store = { ...here.core.store, keepAside: () => Promise.reject(new Error('storage is down')) };
    const thrown = await deliver(here, 7, { ...here.worker, store });
    expect(thrown).toHaveLength(7);
    expect(await here.core.store.queue.depth()).toBe(1);
    await deliver(here, 1);
    expect(await here.core.store.setAside()).toBe(1);
  });

  test('counts once when the process ends between keeping it and removing it', async () => {
    const here = await planned(3, broken());
    const queue = { ...here.core.store.queue, remove: () => Promise.reject(new Error('ended here')) };
    await deliver(here, 6, { ...here.worker, store: { ...here.core.store, queue } });
    await deliver(here, 1);
    expect(await here.core.store.queue.depth()).toBe(0);
    expect(await here.core.store.setAside()).toBe(1);
  });

  test('is gone from the count after a week', async () => {
    const { retention } = setAsideTable;
    expect(retention).toEqual({ days: 7, from: 'day' });
  });
});

describe('a letter that makes progress', () => {
  test('is not set aside for being throttled, however often', async () => {
    const here = await planned(2);
    const { worker } = unhurried(here);
    here.outcomes.set('c-west-1', Array(20).fill({ kind: 'throttled', waitMs: 60_000 }));
    for (let time = 0; time < 21; time += 1) await work(worker, await taken(here), goOn);
    expect(here.sent.sort()).toEqual(['c-west-1', 'c-west-2']);
    expect(await asideOf(here)).toEqual([]);
  });

  test('is not set aside for being put down by processes that stop', async () => {
    const here = await planned(30);
    const { worker } = unhurried(here);
    for (let time = 0; time < 8; time += 1) await work(worker, await taken(here), () => true);
    await here.drain();
    expect(here.sent).toHaveLength(30);
    expect(await asideOf(here)).toEqual([]);
  });

  test('is not set aside for faults before one that passed', async () => {
    let faults = 4;
    const here = await planned(3, {
      ...testRound(),
      prepare: async () => {
        faults -= 1;
        if (faults >= 0) throw new Error('not yet');
        return ({ id }) => ({ message: { text: id } });
      },
    });
    here.outcomes.set('c-west-1', [{ kind: 'throttled', waitMs: 60_000 }]);
    await deliver(here, 4);
    const { worker } = unhurried(here);
    await work(worker, await taken(here), goOn);
    faults = 4;
    await deliver(here, 4);
    expect(await asideOf(here)).toEqual([]);
    await here.drain();
    expect(here.sent).toHaveLength(3);
  });

  test('is not set aside while somebody else is working on a copy of it', async () => {
    const here = await planned(3);
    const message = await taken(here);
    const queueMessage = readMessage(message.body);
    if (!queueMessage) throw new Error('no letter');
    await here.core.store.claim(queueMessage, here.clock.now(), 3_600);
    await here.core.store.queue.giveBack(message, message.body, 0);
    const { worker } = unhurried(here);
    for (let time = 0; time < 10; time += 1) await work(worker, await taken(here), goOn);
    expect(await asideOf(here)).toEqual([]);
  });

  test('is not set aside for the people who were taken out of it meanwhile', async () => {
    const here = await planned(3);
    for (let time = 0; time < 10; time += 1) await forgetInQueue(here.core.store.queue, 'west-9');
    await here.drain();
    expect(here.sent).toHaveLength(3);
  });
});

describe('a letter of a discreet round that can never be done (trust:no-trace)', () => {
  const answering = (...answered: string[]) => ({
    discreet: true,
    outcomeKey: ({ id }: { id: string }) => `pseudonym-of-${id}`,
    prepare: async () => (person: { id: string }) => {
      if (person.id === 'west-3') throw new Error('a fault in this round');
      return answered.includes(person.id) ? ('quiet' as const) : { message: { text: 'Nog even?' } };
    },
  });
  const remains = async (here: World) => {
    const tidy = (rows: { row: string; value: object }[]) =>
      rows.map(({ row, value }) => [row, JSON.stringify(value).replace(/"message":"[^"]*"/, '')]);
    return {
      outcomes: tidy(await here.storage.table(outcomeTable).range({})),
      aside: await asideOf(here),
    };
  };

  test('leaves the same behind whoever answered, and no team by which to guess', async () => {
    const after = await Promise.all(
      [[], ['west-1'], ['west-1', 'west-2', 'west-4']].map(async (answered) => {
        const here = await planned(4, testRound(answering(...answered)));
        await deliver(here, 6);
        expect(here.sent).toEqual([]);
        return { ...(await remains(here)), told: here.told };
      }),
    );
    const [none, ...others] = after;
    for (const other of others) expect(other).toEqual(none);
    expect(none?.aside).toEqual([{ round: 'news', period: '2026-W49', day: '2026-11-30', reason: 'failed' }]);
    expect(JSON.stringify(none?.told)).not.toContain('west');
  });

  test('counts its people as not reached, so that a next round has them', async () => {
    const here = await planned(4, testRound(answering()));
    await deliver(here, 6);
    const [occurrence] = [{ round: 'news', team: 'west', period: '2026-W49', day: '2026-12-01' }];
    expect(await here.core.store.sentIn({ ...occurrence, until: here.clock.now() } as never)).toEqual(
      new Set(),
    );
    here.clock.pass({ hours: 24 });
    await planDue(here.planner, here.clock.now());
    expect(readMessage((await taken(here)).body)?.recipients).toHaveLength(4);
  });
});
