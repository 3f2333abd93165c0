import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody, startTestBot, type TestBot, team, typed, wordsOf } from '../../support/bot.ts';
import { turnFor } from '../../support/turn.ts';

const [amira = somebody(1)] = team;
const inNeed = ['ik wil niet meer leven', 'ik ga stuk aan het werk'];
let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const answerTo = async (text: string) => wordsOf(await bot.hear(typed(amira, text)));
const switchTo = (distressOff: boolean) =>
  bot.core.settings.changeMunicipality((now) => ({ ...now, distressOff }));

describe('words of somebody who does not seem well', () => {
  test('lead to a person, unless an administrator switched that off, and again when it is on', async () => {
    const on = await answerTo(inNeed[0] ?? '');
    expect(on).toContain('113');
    await switchTo(true);
    for (const text of inNeed) {
      const off = await answerTo(text);
      expect(off).not.toContain('113');
      expect(off).not.toContain('Wat naar');
    }
    await switchTo(false);
    expect(await answerTo(inNeed[0] ?? '')).toContain('113');
  });

  test('are read as any others while it is off: what is answered does not tell that somebody looked', async () => {
    await switchTo(true);
    try {
      expect(await answerTo('ik voel me slecht')).toContain('Bedoel je je check-in?');
      expect(await answerTo('ik ben morgen afwezig want ik word gepest')).toContain('Je bent er niet');
    } finally {
      await switchTo(false);
    }
    expect(await answerTo('ik voel me slecht')).not.toContain('Bedoel je je check-in?');
  });

  test('are looked for by no feature but through the switch', () => {
    const asking = globSync('src/{features,bot,delivery}/**/*.ts').filter((file) =>
      readFileSync(file, 'utf8').includes('soundsLikeDistress'),
    );
    expect(asking).toEqual([]);
  });

  test('lead to a person as well when the setting cannot be read: help comes before a switch', async () => {
    const [first] = bot.features.find(({ name }) => name === 'distress')?.hears ?? [];
    const settings = {
      ...bot.core.settings,
      read: () => Promise.reject(new Error('storage does not answer')),
    };
    const turn = turnFor({ people: bot.core.people, settings }, amira, bot.clock.now, inNeed[0]);
    expect(JSON.stringify(await first?.answer(turn))).toContain('113');
  });
});
