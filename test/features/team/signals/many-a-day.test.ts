import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_A_DAY, MOST_BY_ONE } from '../../../../src/features/team/signals/raising.ts';
import { imported, type Somebody, somebody } from '../../../support/bot.ts';
import { COUNCIL, RUIMTE, WEST } from '../town.ts';
import { amira, bert, openSignalTown, type SignalTown } from './town.ts';

let town: SignalTown;

/** As many people as it takes to fill a place. */
const crowd = Array.from({ length: 20 }, (_, n) => somebody(400 + n));
const giver = (n: number) => crowd[Math.floor(n / MOST_BY_ONE)] as Somebody;

beforeEach(async () => {
  town = await openSignalTown();
  await town.bot.core.people.save(crowd.map((who) => imported(who)));
});
afterEach(() => town.bot.stop());

const full = 'Er kwamen net heel veel signalen binnen';
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
const nth = (n: number, to: string) => ({ to, text: `Signaal nummer ${n}: de printer` });

describe('a flood of signals', () => {
  test.each([
    ['team', WEST],
    ['department', RUIMTE],
    ['council', COUNCIL],
  ] as const)('to %s ends at as many as somebody can read in a day', async (to, place) => {
    for (const n of upTo(MOST_A_DAY)) expect(await town.give(giver(n), nth(n, to))).not.toContain(full);
    for (const n of [1_000, 1_001]) {
      const answer = await town.give(amira, nth(n, to));
      expect(answer).toContain(full);
      // What they typed stays on screen, and there is a person to talk to.
      expect(answer).toContain(`Signaal nummer ${n}`);
      expect(answer).toContain('ik wil even praten');
    }
    expect(await town.signals(place)).toHaveLength(MOST_A_DAY);
  });

  test('holds no more when all of it comes at once', async () => {
    await Promise.all(upTo(MOST_A_DAY + 40).map((n) => town.give(giver(n), nth(n, 'team'))));
    expect(await town.signals(WEST)).toHaveLength(MOST_A_DAY);
  });

  test('leaves the other ways open, and the same way on the next day', async () => {
    for (const n of upTo(MOST_A_DAY)) await town.give(giver(n), nth(n, 'team'));
    expect(await town.give(bert, nth(1, 'department'))).not.toContain(full);
    town.bot.clock.now = town.bot.clock.now.add({ hours: 7 * 24 });
    expect(await town.give(bert, nth(1, 'team'))).not.toContain(full);
  });

  test('says so alike to who gave none, and keeps nothing of who gave any', async () => {
    for (const n of upTo(MOST_A_DAY)) await town.give(giver(n), nth(n, 'team'));
    const before = await town.bot.rows('groups', 'people', 'audit', 'settings');
    expect(await town.give(bert, nth(2_000, 'team'))).toContain(full);
    expect(await town.bot.rows('groups', 'people', 'audit', 'settings')).toEqual(before);
    expect(JSON.stringify(before.groups)).not.toContain(giver(0).account);
  });

  test('a second tap on one that is there is no new one', async () => {
    for (const n of upTo(MOST_A_DAY)) await town.give(giver(n), nth(n, 'team'));
    expect(await town.give(giver(0), nth(0, 'team'))).not.toContain(full);
    expect(await town.signals(WEST)).toHaveLength(MOST_A_DAY);
  });

  test('cannot come from one person: after five they wait until tomorrow, and others do not notice', async () => {
    for (const n of upTo(MOST_BY_ONE))
      expect(await town.give(amira, nth(n, 'council'))).not.toContain('al vijf');
    expect(await town.give(amira, nth(0, 'council'))).not.toContain('al vijf');
    const more = await town.give(amira, { ...nth(77, 'team'), named: 'ja' });
    expect(more).toContain('Je gaf vandaag al vijf signalen');
    expect(more).toContain('Signaal nummer 77');
    expect(await town.signals(COUNCIL)).toHaveLength(MOST_BY_ONE);
    expect(await town.give(bert, nth(78, 'council'))).not.toContain('al vijf');
    town.nextDay();
    expect(await town.give(amira, nth(79, 'team'))).not.toContain('al vijf');
  });
});
