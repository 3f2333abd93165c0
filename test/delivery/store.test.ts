import { describe, expect, test } from 'vitest';
import { forgetInQueue } from '../../src/delivery/forget.ts';
import type { Job } from '../../src/delivery/jobs.ts';
import { planDue } from '../../src/delivery/planner.ts';
import { readMessage } from '../../src/delivery/queue-message.ts';
import { retentionJob } from '../../src/delivery/retention.ts';
import { deliveryStore } from '../../src/delivery/store.ts';
import { outcomeTable } from '../../src/delivery/tables.ts';
import { key } from '../../src/storage/index.ts';
import { runAt } from '../support/clock-job.ts';
import { testRound, type World, world } from './world.ts';

const name = { what: 'close', about: 'west', period: '2026-W49' };
const empty = () => world([{ name: 'west', people: 0 }], []);

/** Another process on the same storage: it remembers nothing of what this one did. */
const instance = ({ storage, core }: World) => deliveryStore(storage, core.tenant);

describe('work that is done once', () => {
  test('is done by one of the instances that come at the same moment', async () => {
    const here = await empty();
    let times = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        instance(here).once(name, here.clock.now(), async () => {
          times += 1;
        }),
      ),
    );
    here.clock.pass({ hours: 1 });
    await instance(here).once(name, here.clock.now(), async () => {
      times += 1;
    });
    expect(times).toBe(1);
  });

  test('is done again after a crash, by one, and not while somebody may still be at it', async () => {
    const here = await empty();
    const crash = instance(here).once(name, here.clock.now(), () => Promise.reject(new Error('ended here')));
    await expect(crash).rejects.toThrow('ended here');
    let times = 0;
    const again = () =>
      instance(here).once(name, here.clock.now(), async () => {
        times += 1;
      });
    here.clock.pass({ seconds: 119 });
    await again();
    expect(times).toBe(0);
    here.clock.pass({ seconds: 1 });
    await Promise.all([again(), again(), again()]);
    expect(times).toBe(1);
  });

  test('that breaks off again and again is tried ever more seldom, but at least each hour', async () => {
    const here = await empty();
    const tries: number[] = [];
    for (let minute = 0; minute <= 240; minute += 1) {
      await instance(here)
        .once(name, here.clock.now(), () => {
          tries.push(minute);
          return Promise.reject(new Error('ended here'));
        })
        .catch(() => {});
      here.clock.pass({ minutes: 1 });
    }
    expect(tries).toEqual([0, 2, 6, 14, 30, 62, 122, 182]);
  });

  test('costs no request any more once it is known to be done', async () => {
    const here = await empty();
    const store = instance(here);
    const look = () => store.once(name, here.clock.now(), async () => {});
    await look();
    await look();
    here.requests.length = 0;
    await look();
    expect(here.requests).toEqual([]);
  });
});

describe('housekeeping', () => {
  const old = { day: '2026-10-01', result: 'sent' as const };
  const rows = ({ storage }: World) => storage.table(outcomeTable).range({});
  async function withOldRow() {
    const here = await empty();
    await here.storage.table(outcomeTable).put(key(here.core.tenant, 'x'), key('r', 'a', old.day), old);
    return here;
  }
  /** What one instance does at a tick: retention, and these jobs beside it. */
  const keeper =
    (here: World, jobs: Job[] = [], swept: unknown[] = [], failed: string[] = []) =>
    (now: Temporal.Instant) =>
      runAt(
        [...jobs, retentionJob(here.storage, async (...told: unknown[]) => void swept.push(told))],
        { ...here.core, store: instance(here) },
        now,
        { onFailed: (job) => failed.push(job) },
      );

  test('enforces retention after three in the night, once with two instances', async () => {
    const here = await withOldRow();
    const swept: unknown[] = [];
    const [one, two] = [keeper(here, [], swept), keeper(here, [], swept)];
    here.clock.set(here.clock.now().subtract({ hours: 8 }));
    await Promise.all([one(here.clock.now()), two(here.clock.now())]);
    expect(await rows(here)).toHaveLength(1);
    here.clock.pass({ hours: 1 });
    await Promise.all([one(here.clock.now()), two(here.clock.now())]);
    expect(await rows(here)).toHaveLength(0);
    // How many rows went would say how many people answered in a week.
    expect(swept).toEqual([[]]);
    here.clock.pass({ hours: 24 });
    await Promise.all([one(here.clock.now()), two(here.clock.now())]);
    expect(swept).toHaveLength(2);
  });

  test('takes over retention from an instance that ended halfway and never came back', async () => {
    const here = await withOldRow();
    const night = { what: 'retention', about: 'all', period: '2026-11-30' };
    const crash = instance(here).once(night, here.clock.now(), () => Promise.reject(new Error('ended here')));
    await expect(crash).rejects.toThrow();
    const survivor = keeper(here);
    await survivor(here.clock.now());
    expect(await rows(here)).toHaveLength(1);
    here.clock.pass({ minutes: 3 });
    await survivor(here.clock.now());
    expect(await rows(here)).toHaveLength(0);
  });

  test('does the rest when one job fails, and says so', async () => {
    const here = await withOldRow();
    let done = 0;
    const failed: string[] = [];
    const jobs: Job[] = [
      {
        name: 'broken',
        when: 'always',
        run: () => Promise.reject(new Error('this job is broken')),
      },
      {
        name: 'whole',
        when: 'always',
        run: async () => {
          done += 1;
        },
      },
    ];
    await keeper(here, jobs, [], failed)(here.clock.now());
    expect(failed).toEqual(['broken']);
    expect(done).toBe(1);
    expect(await rows(here)).toHaveLength(0);
  });
});

describe('forgetting somebody in the queue', () => {
  test('takes one person out of all waiting messages and leaves everything else', async () => {
    const here = await world(
      [
        { name: 'west', people: 65 },
        { name: 'oost', people: 3 },
      ],
      [testRound()],
    );
    await planDue(here.planner, here.clock.now());
    await here.core.store.queue.send('not ours');
    await forgetInQueue(here.core.store.queue, 'west-40');
    const messages = await here.core.store.queue.receive(32, 30);
    expect(messages).toHaveLength(5);
    const listed = messages.flatMap(({ body }) => readMessage(body)?.recipients ?? []);
    expect(listed).toHaveLength(67);
    expect(listed).not.toContain('west-40');
    expect(messages.map(({ body }) => body)).toContain('not ours');
    expect(messages.every(({ body }) => !body.includes('west-40'))).toBe(true);
  });

  test('a message with nobody left in it just ends', async () => {
    const here = await world([{ name: 'west', people: 1 }], [testRound()]);
    await planDue(here.planner, here.clock.now());
    await forgetInQueue(here.core.store.queue, 'west-1');
    expect(await here.drain()).toBe(1);
    expect(here.sent).toEqual([]);
    expect(await here.core.store.queue.depth()).toBe(0);
  });
});
