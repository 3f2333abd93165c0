import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { deliveryStore } from '../../../src/delivery/store.ts';
import { closeWindows } from '../../../src/features/checkin/closing.ts';
import type { Answer } from '../../../src/features/checkin/rules.ts';
import { commentsTable, namedCommentsTable } from '../../../src/features/checkin/tables.ts';
import { account, dump, foundTown, person, type Town } from '../../people/town.ts';

const period = '2026-W48';
const CLOSED = '2026-11-27T14:00:00Z';

let town: Town;

/** One instance's look at the clock. */
function close(at: string, store = town.core.store): Promise<void> {
  const now = Temporal.Instant.from(at);
  const once: typeof store.once = (name, moment, work) => store.once(name, moment, work);
  return closeWindows(
    { ...town.core, store: town.core.answers, once: (name, work) => once(name, now, work) },
    now,
  );
}
const shared = () => dump(town.storage, [commentsTable, namedCommentsTable]);
const say = (n: number, comment: string, sharing: Answer['sharing']) =>
  town.core.answers.save('objecten-west', account(n), period, {
    score: 2,
    themes: ['leren'],
    comment,
    sharing,
  });

beforeEach(async () => {
  town = await foundTown();
  await town.core.settings.saveTeam({
    key: 'objecten-west',
    name: 'Objecten West',
    schedule: defaultSchedule,
  });
  await town.core.people.save(['p01', 'p02', 'p03', 'p04', 'p05', 'p06'].map((id) => person(id)));
  await say(1, 'zonder naam', 'without-name');
  await say(2, 'met naam', 'with-name');
  await say(3, 'voor mij alleen', 'private');
  await say(4, 'niets gekozen', undefined);
});

describe('when the window closes', () => {
  test('nothing is published a second before it', async () => {
    await close('2026-11-27T13:59:59Z');
    expect(await shared()).toEqual([]);
  });

  test('what was shared is published, and what was not is not', async () => {
    await close(CLOSED);
    const rows = await shared();
    expect(rows).toHaveLength(2);
    expect(rows.join()).not.toMatch(/voor mij alleen|niets gekozen/);
  });

  test('without name means: no score, no theme, no id and no name', async () => {
    await close(CLOSED);
    const [row = ''] = await dump(town.storage, [commentsTable]);
    expect(row).toContain('{"day":"2026-11-23","text":"zonder naam"}');
    for (const trace of [account(1), 'p01', 'Persoon', 'score', 'leren']) expect(row).not.toContain(trace);
  });

  test('with name means: the account, without pseudonym, score or moment', async () => {
    await close(CLOSED);
    const [row = ''] = await dump(town.storage, [namedCommentsTable]);
    expect(row).toContain(`${account(2)} {"day":"2026-11-23","text":"met naam"}`);
    expect(row).not.toContain(town.core.pseudonymise('objecten-west', account(2), 'answer'));
    expect(row).not.toMatch(/score|leren/);
  });

  test('it happens once, however often it is tried and by whichever instance', async () => {
    const instances = Array.from({ length: 3 }, () => deliveryStore(town.storage, town.core.tenant));
    await Promise.all(instances.map((store) => close(CLOSED, store)));
    const rows = await shared();
    expect(rows).toHaveLength(2);
    // Whoever would publish again would bring this along.
    await say(5, 'te laat', 'without-name');
    await close('2026-11-27T14:05:00Z');
    await close('2026-11-29T14:05:00Z', deliveryStore(town.storage, town.core.tenant));
    expect(await shared()).toEqual(rows);
  });

  test('what was withdrawn or changed before is gone', async () => {
    await town.core.answers.withdraw('objecten-west', account(1), period);
    await say(2, 'toch voor mij', 'private');
    await close(CLOSED);
    expect(await shared()).toEqual([]);
  });

  test('nothing is lost when the machine was down until the next window was open', async () => {
    await close('2026-11-30T11:00:00Z');
    expect(await shared()).toHaveLength(2);
  });

  test('a crash in the middle is made up for', async () => {
    const now = Temporal.Instant.from(CLOSED);
    const broken = { ...town.core.answers, publish: () => Promise.reject(new Error('storage is gone')) };
    const attempt = closeWindows(
      { ...town.core, store: broken, once: (name, work) => town.core.store.once(name, now, work) },
      now,
    );
    await expect(attempt).rejects.toThrow('storage is gone');
    expect(await shared()).toEqual([]);
    await close('2026-11-27T14:10:00Z', deliveryStore(town.storage, town.core.tenant));
    expect(await shared()).toHaveLength(2);
  });
});
