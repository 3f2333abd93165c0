import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody, startTestBot, type TestBot, tapped } from '../../support/bot.ts';

describe('a tip that an administrator switches off', () => {
  const amira = somebody(1);
  let bot: TestBot;

  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());

  const taps = async (verb: string, data: object = {}) =>
    JSON.stringify((await bot.post(tapped(amira, verb, data))).body.value);
  const tipOn = (card: string) => card.match(/"tip":"([a-z0-9-]+)"/)?.[1];
  /** The import, and the minute in which the bot still goes by what it read before. */
  async function switchedOff(tip: string) {
    await bot.core.library.save(new Map([[tip, { off: true }]]));
    bot.clock.now = bot.clock.now.add({ seconds: 61 });
  }

  test('is not shown any more: the next look gives another', async () => {
    const tip = tipOn(await taps('tips.show')) ?? '';
    expect(tip).not.toBe('');
    await switchedOff(tip);
    const next = tipOn(await taps('tips.show'));
    expect(next).toBeDefined();
    expect(next).not.toBe(tip);
  });

  test.each([
    ['helps', 'Dank je wel'],
    ['done', 'Fijn, gedaan'],
    // Kept it would be in no list, so that is not promised.
    ['later', 'Deze tip is er niet meer'],
  ])('takes the reaction "%s" of somebody who still had it before them: %s', async (how, title) => {
    const tip = tipOn(await taps('tips.show')) ?? '';
    await switchedOff(tip);
    expect(await taps('tips.react', { tip, how })).toContain(title);
    expect(tipOn(await taps('tips.next'))).not.toBe(tip);
  });

  test('and "niet voor mij" brings the next one, and cannot bring it back', async () => {
    const tip = tipOn(await taps('tips.show')) ?? '';
    await switchedOff(tip);
    const next = await taps('tips.react', { tip, how: 'never' });
    expect(next).toContain('Die tip krijg je niet meer.');
    expect(await taps('tips.back', { tip })).toContain('Deze tip is er niet meer');
  });
});
