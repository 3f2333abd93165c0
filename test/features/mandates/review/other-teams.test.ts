import { afterEach, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import {
  imported,
  installation,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { entry, town } from '../town.ts';

const mara = somebody(70, 'Mara Leider');
const xavi = somebody(71, 'Xavi Zuid');
const lies = somebody(72, 'Lies West');
let bot: TestBot;
afterEach(() => bot.stop());

test('bezetting tells a manager nothing of when somebody in another team works, also where the manager stands in for them', async () => {
  bot = await startTestBot({
    now: '2026-11-25T10:00:00Z',
    seed: async ({ people, settings, register }) => {
      await settings.saveTeam({ key: 'zuid', name: 'Zuid', schedule: defaultSchedule });
      await people.save([
        imported(mara, { access: ['manager'] }),
        imported(xavi, { team: 'zuid', workdays: ['ma', 'di', 'wo', 'do'] }),
        imported(lies, { absentFrom: '2026-11-25', absentUntil: '2026-11-26' }),
      ]);
      const entries = [
        entry({ holder: xavi.name, deputies: [mara.name] }),
        entry({ id: 'M2', activity: 'goedkeuren', holder: mara.name, deputies: [xavi.name] }),
        entry({ id: 'M3', activity: 'verwerken', holder: lies.name, deputies: [] }),
      ];
      await register.replace(
        await register.current(),
        { entries, areas: town, tenures: [] },
        '2026-11-20T09:00:00.000Z',
      );
    },
  });
  await bot.hear(installation(mara, 'add'));
  const say = async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text)));
  // While the manager is away, every gap would be one of the other.
  await say(mara, 'afwezig van 25 november tot en met 9 december');
  const words = await say(mara, 'bezetting');
  expect(words).not.toMatch(/valideert niemand|keurt niemand/i);
  expect(words).not.toContain(xavi.name);
  // Of the own team it still does.
  expect(words).toMatch(/verwerkt niemand/i);
});
