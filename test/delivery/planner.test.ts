import { describe, expect, test } from 'vitest';
import { catchUp, planDue } from '../../src/delivery/planner.ts';
import { readMessage } from '../../src/delivery/queue-message.ts';
import { occurrenceTable, outcomeTable } from '../../src/delivery/tables.ts';
import { emptyMunicipality } from '../../src/people/municipality.ts';
import { peopleIn, tally, testRound, type World, world } from './world.ts';

async function lettersIn({ core }: World) {
  const messages = await core.store.queue.receive(32, 1);
  for (const message of messages) await core.store.queue.giveBack(message, message.body, 0);
  return messages.flatMap(({ body }) => readMessage(body) ?? []);
}

describe('planning a round', () => {
  test('puts at most thirty people of one team in a message', async () => {
    const here = await world([{ name: 'west', people: 65 }], [testRound()]);
    await planDue(here.planner, here.clock.now());
    const queueMessages = await lettersIn(here);
    expect(queueMessages.map(({ recipients }) => recipients.length).sort()).toEqual([30, 30, 5]);
    expect(new Set(queueMessages.flatMap(({ recipients }) => recipients)).size).toBe(65);
  });

  test('happens once, however many instances look at the clock at the same moment', async () => {
    const here = await world([{ name: 'west', people: 35 }], [testRound()]);
    const plans = await Promise.all(
      Array.from({ length: 12 }, () => planDue(here.planner, here.clock.now())),
    );
    expect(plans.filter((queued) => queued.length > 0)).toHaveLength(1);
    await here.drain();
    expect(Object.values(tally(here.sent))).toEqual(Array(35).fill(1));
    here.clock.pass({ minutes: 10 });
    expect(await planDue(here.planner, here.clock.now())).toEqual([]);
  });

  test('waits for the consent of the works council and for the DPIA', async () => {
    const here = await world([{ name: 'west', people: 3 }], [testRound()]);
    const decision = { date: '2026-09-01', reference: 'X' };
    const tools = (municipality: object) => ({
      ...here.planner,
      readSettings: async () => {
        const settings = await here.core.readSettings();
        return { ...settings, municipality: { ...emptyMunicipality, ...municipality } };
      },
    });
    const halves = [{}, { consent: decision }, { dpia: decision }];
    for (const half of halves) expect(await planDue(tools(half), here.clock.now())).toEqual([]);
    expect(await here.core.store.queue.depth()).toBe(0);

    await planDue(here.planner, here.clock.now());
    const newcomer = peopleIn('west', 4)[3];
    if (!newcomer) throw new Error('no newcomer');
    for (const half of halves) expect(await catchUp(tools(half), newcomer, here.clock.now())).toBe(0);
    expect(await catchUp(here.planner, newcomer, here.clock.now())).toBe(1);
  });

  test('leaves out whoever got this round already in this period', async () => {
    const here = await world([{ name: 'west', people: 3 }], [testRound()]);
    await planDue(here.planner, here.clock.now());
    await here.drain();
    here.sent.length = 0;
    await here.core.people.save(peopleIn('west', 4));
    here.clock.pass({ hours: 24 });
    await planDue(here.planner, here.clock.now());
    await here.drain();
    expect(here.sent).toEqual(['c-west-4']);
  });

  test('recognises recipients whose id holds characters that keys may not hold', async () => {
    const here = await world([{ name: 'west', people: 0 }], [testRound()]);
    const [person] = peopleIn('west', 1);
    if (person) await here.core.people.save([{ ...person, id: 'p/1 ë=%|#' }]);
    await planDue(here.planner, here.clock.now());
    await here.drain();
    here.clock.pass({ hours: 24 });
    await planDue(here.planner, here.clock.now());
    await here.drain();
    expect(here.sent).toHaveLength(1);
  });

  test('plans nothing any more once the time of the round is over', async () => {
    const here = await world([{ name: 'west', people: 3 }], [testRound()]);
    here.clock.pass({ hours: 8 });
    expect(await planDue(here.planner, here.clock.now())).toEqual([]);
  });

  test('goes on with the other teams when one team has settings that cannot be used, and says so', async () => {
    const round = testRound();
    const broken = testRound({
      due: (context) => {
        if (context.team.key === 'aaa') throw new RangeError('Unusable schedule');
        return round.due(context);
      },
    });
    const here = await world(
      [
        { name: 'aaa', people: 1 },
        { name: 'west', people: 2 },
      ],
      [broken],
    );
    await expect(planDue(here.planner, here.clock.now())).rejects.toThrow('Unusable schedule');
    await here.drain();
    expect(here.sent.sort()).toEqual(['c-west-1', 'c-west-2']);
  });
});

describe('a crash while a round is being planned', () => {
  for (const enqueued of [0, 1, 2]) {
    test(`after ${enqueued} of 3 messages loses nobody, and nobody gets two`, async () => {
      const here = await world([{ name: 'west', people: 65 }], [testRound()]);
      let budget = enqueued;
      const dying: World['planner'] = {
        ...here.planner,
        store: {
          ...here.core.store,
          enqueue: async (queueMessage) => {
            if (budget === 0) throw new Error('the process ended here');
            budget -= 1;
            await here.core.store.enqueue(queueMessage);
          },
        },
      };
      await expect(planDue(dying, here.clock.now())).rejects.toThrow('the process ended here');
      // What did reach the queue is worked on by another instance meanwhile.
      await here.drain();
      here.clock.pass({ seconds: 119 });
      expect(await planDue(here.planner, here.clock.now())).toEqual([]);
      here.clock.pass({ seconds: 1 });
      expect(await planDue(here.planner, here.clock.now())).toHaveLength(1);
      await here.drain();
      expect(Object.values(tally(here.sent))).toEqual(Array(65).fill(1));
      expect(await planDue(here.planner, here.clock.now())).toEqual([]);
    });
  }

  test('keeps names in the planning row only until everything is in the queue', async () => {
    const here = await world([{ name: 'west', people: 3 }], [testRound()]);
    await planDue(here.planner, here.clock.now());
    const rows = await here.storage.table(occurrenceTable).range({});
    expect(rows.map(({ value }) => [value.state, value.recipients])).toEqual([['queued', undefined]]);
  });
});

describe('somebody who comes while a round is out', () => {
  test('gets it once, also when the event comes twice', async () => {
    const here = await world([{ name: 'west', people: 2 }], [testRound()]);
    await planDue(here.planner, here.clock.now());
    await here.drain();
    const newcomer = peopleIn('west', 3)[2];
    if (!newcomer) throw new Error('no newcomer');
    await here.core.people.save([newcomer]);
    await Promise.all([0, 1].map(() => catchUp(here.planner, newcomer, here.clock.now())));
    await here.drain();
    expect(tally(here.sent)['c-west-3']).toBe(1);
  });

  test('gets it when a colleague comes in the same instant', async () => {
    const here = await world([{ name: 'west', people: 1 }], [testRound()]);
    await planDue(here.planner, here.clock.now());
    await here.drain();
    const newcomers = peopleIn('west', 3).slice(1);
    await here.core.people.save(newcomers);
    for (const person of newcomers) await catchUp(here.planner, person, here.clock.now());
    await here.drain();
    expect(here.sent.sort()).toEqual(['c-west-1', 'c-west-2', 'c-west-3']);
  });

  test('waits for the round itself when that is still to be planned, and gets no round that is discreet', async () => {
    const here = await world([{ name: 'west', people: 1 }], [testRound()]);
    const [person] = peopleIn('west', 1);
    if (!person) throw new Error('nobody');
    expect(await catchUp(here.planner, person, here.clock.now())).toBe(0);
    const discreet = await world([{ name: 'west', people: 1 }], [testRound({ discreet: true })]);
    await planDue(discreet.planner, discreet.clock.now());
    expect(await catchUp(discreet.planner, person, discreet.clock.now())).toBe(0);
  });
});

test('a team of fifty costs eight requests to plan, and seven or eight a message to send', async () => {
  const here = await world([{ name: 'west', people: 50 }], [testRound()]);
  await planDue(here.planner, here.clock.now());
  // Settings, today's occurrences; members, who had it; the row, two messages, the row again.
  expect(here.requests).toHaveLength(8);
  here.requests.length = 0;
  await here.drain();
  // Per message: receive, claim, settings, members, a checkpoint for each ten, remove; and one look at an empty queue.
  expect(here.requests).toHaveLength(5 + 3 + (5 + 2) + 1);
  expect(here.sent).toHaveLength(50);
  expect(await here.storage.table(outcomeTable).range({})).toHaveLength(52);
});
