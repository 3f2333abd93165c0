import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_A_DAY } from '../../../../src/features/team/signals/raising.ts';
import { COUNCIL, RUIMTE, WEST } from '../town.ts';
import { amira, bert, openSignalTown, type SignalTown } from './town.ts';

let town: SignalTown;

beforeEach(async () => {
  town = await openSignalTown();
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
    for (const n of upTo(MOST_A_DAY)) expect(await town.give(amira, nth(n, to))).not.toContain(full);
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
    await Promise.all(upTo(MOST_A_DAY + 40).map((n) => town.give(amira, nth(n, 'team'))));
    expect(await town.signals(WEST)).toHaveLength(MOST_A_DAY);
  });

  test('leaves the other ways open, and the same way on the next day', async () => {
    for (const n of upTo(MOST_A_DAY + 1)) await town.give(amira, nth(n, 'team'));
    expect(await town.give(bert, nth(1, 'department'))).not.toContain(full);
    town.bot.clock.now = town.bot.clock.now.add({ hours: 7 * 24 });
    expect(await town.give(bert, nth(1, 'team'))).not.toContain(full);
  });

  test('says so alike to who gave none, and keeps nothing of who gave any', async () => {
    for (const n of upTo(MOST_A_DAY + 1)) await town.give(amira, nth(n, 'team'));
    const before = await town.bot.rows('groups', 'people', 'audit', 'settings');
    expect(await town.give(bert, nth(2_000, 'team'))).toContain(full);
    expect(await town.bot.rows('groups', 'people', 'audit', 'settings')).toEqual(before);
    expect(JSON.stringify(before.groups)).not.toContain(amira.account);
  });

  test('a second tap on one that is there is no new one', async () => {
    for (const n of upTo(MOST_A_DAY)) await town.give(amira, nth(n, 'team'));
    expect(await town.give(amira, nth(0, 'team'))).not.toContain(full);
    expect(await town.signals(WEST)).toHaveLength(MOST_A_DAY);
  });
});
