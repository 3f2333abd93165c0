import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { startTestBot, type TestBot, tapped, team, typed } from '../support/bot.ts';
import { asked } from '../support/storage.ts';

const [amira, bert, cas, dirk, eva, fay] = team as (typeof team)[0][] &
  Record<0 | 1 | 2 | 3 | 4 | 5, (typeof team)[0]>;
const PERIOD = '2026-W48';
let bot: TestBot;

beforeAll(async () => {
  // Wednesday, while the window is open.
  bot = await startTestBot({ now: '2026-11-25T18:30:00Z' });
  // What all people share is read once a minute: tips, and what helped others.
  await bot.post(tapped(cas, 'checkin.answer', { period: PERIOD, score: 3 }));
});
afterAll(() => bot.stop());

/** The requests to tables while the bot deals with an activity, as "GET people". */
async function costOf(activity: object): Promise<string[]> {
  bot.requests.length = 0;
  const { status } = await bot.post(activity);
  expect(status).toBe(200);
  return asked(bot.requests);
}

const answer = (who: typeof amira, score: number) =>
  costOf(tapped(who, 'checkin.answer', { period: PERIOD, score }));

describe('what a whole turn costs', () => {
  test('an answer is at most five requests, with the tip that somebody is at', async () => {
    await answer(amira, 4);
    expect((await answer(amira, 3)).sort()).toEqual([
      'GET answers',
      'GET people',
      'GET seentips',
      'GET settings',
      'POST $batch',
    ]);
  });

  test('a first answer finds the team, chooses a tip, looks whether they are in a pilot, and twice whether they are still here: six requests more', async () => {
    expect((await answer(bert, 4)).sort()).toEqual([
      'GET answers',
      'GET directory',
      'GET directory',
      'GET directory',
      'GET people',
      'GET personas',
      'GET pilotmembers',
      'GET seentips',
      'GET settings',
      'POST $batch',
      'PUT seentips',
    ]);
  });

  test('an answer asks the same of storage whatever it is, first or changed, also after a low one the week before', async () => {
    const [here, there] = [bot.clock.now, bot.clock.now.subtract({ hours: 7 * 24 })];
    bot.clock.now = there;
    for (const who of [dirk, eva])
      await bot.post(tapped(who, 'checkin.answer', { period: '2026-W47', score: 1 }));
    bot.clock.now = here;
    // What all people share is read anew after the clock was put forward.
    await answer(fay, 3);
    const costs = async (who: typeof amira, score: number) => [
      await answer(who, score),
      await answer(who, score),
    ];
    const low = await costs(dirk, 1);
    expect(await costs(eva, 5)).toEqual(low);
    expect((await answer(eva, 2)).sort()).toEqual((low[1] ?? []).sort());
  });

  test('help is who asks, whoever wants to know that in the turn, and whether they are in a pilot', async () => {
    await costOf(typed(amira, 'help'));
    expect(await costOf(typed(amira, 'help'))).toEqual(['GET directory', 'GET people', 'GET pilotmembers']);
  });

  test('typed "check-in" reads the team and the settings once', async () => {
    expect((await costOf(typed(amira, 'check-in'))).sort()).toEqual([
      'GET directory',
      // What happened since the last check-in: once a minute for the whole team.
      'GET groups',
      'GET people',
      'GET people',
      'GET settings',
    ]);
    expect(await costOf(typed(amira, 'check-in'))).not.toContain('GET groups');
  });

  test('"Laat zien" of "mijn gegevens" looks once at each place, and a second tap meanwhile shares that', async () => {
    for (const n of Array.from({ length: 20 }, (_, n) => n))
      await bot.core.settings.saveTeam({ key: `t${n}`, name: `Team ${n}`, schedule: defaultSchedule });
    bot.requests.length = 0;
    await Promise.all([1, 2, 3].map(() => bot.post(tapped(amira, 'privacy.show', {}))));
    const requests = asked(bot.requests);
    const looks = (table: string) => requests.filter((request) => request === `GET ${table}`).length;
    // Where a person stands under a code of each team, one range a team, and one for none; nothing else grows with the number of
    // teams.
    expect(looks('outcomes')).toBe(1);
    expect(looks('seentips')).toBe(1);
    expect(looks('silences')).toBe(1);
    expect(looks('answers')).toBe(22);
  });
});
