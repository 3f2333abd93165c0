import { expect, test } from 'vitest';
import { imported, manager, startTestBot } from '../../../support/bot.ts';
import { crewOf, pilotOf } from '../../../support/pilot.ts';

test('a running Kompas opens the stand-ups that are due by itself', async () => {
  const bot = await startTestBot({
    now: '2026-11-24T08:30:00Z',
    byTheClock: true,
    seed: async ({ people, pilots }) => {
      await people.save([imported(manager, { access: ['manager'] })]);
      await pilots.add(
        pilotOf({
          standup: { days: ['di'], from: '09:00', until: '11:00', questions: ['Een?', 'Twee?', 'Drie?'] },
          // Nothing listens there: the stand-up is open all the same, and the card is tried again later.
          channel: { serviceUrl: 'http://127.0.0.1:9', conversation: '19:channel', bot: '28:kompas' },
        }),
        crewOf([manager]),
      );
    },
  });
  try {
    await expect.poll(() => bot.core.standups.day('P-1', '2026-11-24')).toBeDefined();
  } finally {
    await bot.stop();
  }
});
