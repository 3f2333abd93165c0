import { afterEach, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import type { Person } from '../../../src/people/person.ts';
import { chatOf, imported, somebody, startTestBot, type TestBot } from '../../support/bot.ts';
import { agreed } from '../../support/town.ts';
import { tapping, words } from '../settings/tapping.ts';

const keeper = somebody(20, 'Karin Beheer');
const rosa = somebody(31, 'Rosa');
let bot: TestBot;
const { say, on, tap } = tapping(() => bot);
afterEach(() => bot.stop());

/** What an administrator reads of the last round after a card for a team of one. */
async function readAfterCard(rosaIs: Partial<Person>): Promise<string> {
  bot = await startTestBot({
    empty: true,
    now: '2026-11-25T10:00:00Z',
    seed: async ({ settings }) => {
      await settings.changeMunicipality((before) => ({ ...before, ...agreed }));
      await settings.saveTeam({ key: 'alleen', name: 'Alleen', schedule: defaultSchedule });
      await settings.saveTeam({ key: 'beheer', name: 'Beheer', schedule: defaultSchedule });
    },
  });
  const reached = (who: typeof rosa) => ({
    reach: 'open' as const,
    welcomed: true,
    address: chatOf(who, bot.connector.url),
  });
  await bot.core.people.save([
    imported(keeper, { team: 'beheer', access: ['beheerder'], ...reached(keeper) }),
    imported(rosa, { team: 'alleen', ...reached(rosa), ...rosaIs }),
  ]);
  await on(keeper, await say(keeper, 'checkin nu alleen'), 'Stuur nu');
  return words(await tap(keeper, 'doctor.more', {}));
}

test.each([
  ['wants check-ins', {}],
  ['stopped them', { checkins: false }],
  ['is away', { absentFrom: '2026-11-23' }],
  ['chose a day of their own', { checkinDay: 'wo' as const, checkinTime: '10:30' }],
])('the last round reads the same whether somebody %s', async (_what, rosaIs) => {
  expect(await readAfterCard(rosaIs)).toContain(
    'Laatste verzending: Op 25 november 2026 ging er geen bericht mis.',
  );
});
