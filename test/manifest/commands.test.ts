import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandsIn, readTemplate } from '../../manifest/template.ts';
import { createMatcher } from '../../src/bot/match.ts';
import { startTestBot, type TestBot, team, typed, wordsOf } from '../support/bot.ts';

const commands = commandsIn(readTemplate());
const [amira] = team as [(typeof team)[0]];
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

test('there are commands to suggest', () => {
  expect(commands).toContain('help');
  expect(commands.length).toBeGreaterThan(5);
});

test.each(commands)('the command "%s", which Teams suggests, is one that Kompas knows', async (command) => {
  expect(createMatcher(bot.features).find(command)?.phrase.say).toBe(command);
  const words = wordsOf(await bot.hear(typed(amira, command)));
  expect(words).not.toContain('Dat begrijp ik niet');
  expect(words).not.toContain('Dit lukte niet');
});
