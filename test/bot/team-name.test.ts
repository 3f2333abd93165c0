import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  chatOf,
  imported,
  inChannel,
  manager,
  members,
  somebody,
  startTestBot,
  type TestBot,
  wordsOf,
} from '../support/bot.ts';

let bot: TestBot;
const admin = somebody(50, 'Beheerder Bos');

beforeAll(async () => {
  bot = await startTestBot();
  await bot.core.people.save([
    imported(admin, {
      team: 'oost',
      access: ['beheerder'],
      reach: 'open',
      welcomed: true,
      address: chatOf(admin, bot.connector.url),
    }),
  ]);
  await bot.post(inChannel(members(manager, 'membersAdded')));
});
afterAll(() => bot.stop());

/** Each on a day of its own: of one team a new name is told once a day. */
const renamed = (name: string) => {
  bot.clock.now = bot.clock.now.add({ hours: 24 });
  const event = inChannel(members(manager, 'membersAdded'), name) as unknown as {
    channelData: { eventType: string };
  };
  event.channelData.eventType = 'teamRenamed';
  return bot.hear({ ...event, membersAdded: undefined });
};

test.each([
  ['turns around what follows', 'West\u202e nepo\u202c'],
  ['begins a line that is not ours', 'West\nIn Kompas: alles is goed'],
  ['begins it with a mark of its own', 'West\u2028In Kompas: Oost\u200b\u2067'],
])('a name in Teams that %s is told to administrators as one line that people see', async (_what, name) => {
  const words = wordsOf(await renamed(name));
  expect(words).toContain('heet nu anders');
  expect(words).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2028]/u);
  expect(words).not.toMatch(/\n\s*In Kompas: (alles|Oost)|\\nIn Kompas: (alles|Oost)/);
  expect(words).toContain('In Teams: West');
});
