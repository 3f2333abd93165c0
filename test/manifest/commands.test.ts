import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTemplate } from '../../manifest/template.ts';
import { createMatcher } from '../../src/bot/match.ts';
import {
  inChannel,
  manager,
  startTestBot,
  type TestActivity,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';
import { crewOf, pilotOf } from '../support/pilot.ts';

const [amira, mate] = team as [(typeof team)[0], (typeof team)[0]];
const lists = readTemplate().bots.flatMap((bot) => bot.commandLists);
const channel = {
  serviceUrl: 'http://127.0.0.1:9',
  conversation: '19:channel',
  bot: '28:kompas',
  team: '19:team',
};

/** What is typed in the place of a list. */
const places: Record<string, (activity: TestActivity) => TestActivity> = {
  personal: (activity) => activity,
  team: (activity) => inChannel(activity),
  groupChat: (activity) => ({
    ...activity,
    conversation: { id: '19:group', conversationType: 'groupChat', isGroup: true },
  }),
};

const suggested = lists.flatMap(({ scopes, commands }) =>
  scopes.flatMap((scope) => commands.map(({ title }) => ({ scope, title }))),
);

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: async ({ pilots }) => {
      await pilots.add(pilotOf({ channel }), crewOf([manager], [mate]));
    },
  });
});
afterAll(() => bot.stop());

test('what Teams suggests are commands for everybody, for who leads a team, and for a team in a pilot', () => {
  const titles = suggested.map(({ title }) => title);
  expect(titles).toEqual(
    expect.arrayContaining(['check-in', 'signalen', 'nieuwe pilot', 'stand-up', 'retro']),
  );
});

describe.each([
  ['an employee', amira],
  ['who leads a team and a pilot', manager],
  ['a member of the pilot', mate],
])('what Teams suggests is understood from %s', (_who, who) => {
  test.each(suggested)('$scope: "$title"', async ({ scope, title }) => {
    expect(createMatcher(bot.features).find(title)?.phrase.say).toBe(title);
    const words = wordsOf(await bot.hear(places[scope]?.(typed(who, title)) ?? typed(who, title)));
    expect(words.length).toBeGreaterThan(100);
    expect(words).not.toMatch(/begrijp ik niet|Dit lukte niet|Bedoel je misschien/);
  });
});

describe('in the channel of the pilot', () => {
  test.each(suggested.filter(({ scope }) => scope === 'team'))(
    '"$title" is for its team',
    async ({ title }) => {
      const words = wordsOf(await bot.hear(inChannel(typed(manager, title))));
      expect(words).not.toMatch(/Je doet nu niet mee aan een pilot|Alleen wie|Alleen een/);
    },
  );
});
