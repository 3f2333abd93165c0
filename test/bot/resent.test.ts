import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { IncomingActivity } from '../../src/bot/activity.ts';
import { onceEach } from '../../src/bot/resent.ts';
import { notice } from '../../src/conversation/cards/notice.ts';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action } from '../../src/conversation/offer.ts';
import { use } from '../../src/features/compose.ts';
import type { FeatureModule } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import { startTestBot, type TestActivity, type TestBot, tapped, team, typed } from '../support/bot.ts';

const [amira, bert] = team as [(typeof team)[0], (typeof team)[0]];

let counted = 0;
/** A feature that does something anew at each tap. */
const tallying: FeatureModule = {
  name: 'tallying',
  tables: [],
  open: () => undefined,
  offer: () => ({
    phrases: [],
    actions: {
      'tally.more': action(
        z.object({}),
        async () => {
          counted += 1;
          return notice('kompas', 'Geteld', `Dit is nummer ${counted}.`);
        },
        { needs: everybodyAnywhere },
      ),
    },
  }),
};

describe('a tap that comes twice', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({ features: [...kompas, use(tallying)] });
  });
  afterAll(() => bot.stop());

  const tally = () => tapped(amira, 'tally.more', {});

  test('is done once, and answered twice in the same way', async () => {
    const before = counted;
    const tap = tally();
    const [first, second] = await Promise.all([bot.post(tap), bot.post(tap)]);
    const third = await bot.post(tap);
    expect(first.status).toBe(200);
    expect([second?.text, third.text]).toEqual([first.text, first.text]);
    expect(counted).toBe(before + 1);
  });

  test('is another tap when its id is another one, however alike', async () => {
    const before = counted;
    await bot.post(tally());
    await bot.post(tally());
    expect(counted).toBe(before + 2);
  });

  test('is not answered to somebody else, whatever id they give it', async () => {
    const mine: TestActivity = { ...tapped(amira, 'privacy.show', {}), id: 'same' };
    const { text } = await bot.post(mine);
    expect(text).toContain(amira.name);
    const theirs = { ...tapped(bert, 'privacy.show', {}), id: 'same' };
    for (const other of [theirs, { ...theirs, conversation: mine.conversation }]) {
      const answer = await bot.post(other);
      expect(answer.text).not.toContain(amira.name);
      expect(answer.text).toContain(bert.name);
    }
  });
});

describe('what was answered a moment ago', () => {
  const tap = (change: object = {}) =>
    ({
      serviceUrl: 'http://127.0.0.1',
      ...tapped(amira, 'x', {}),
      id: '1',
      ...change,
    }) as never as IncomingActivity;
  let at = 0;
  let runs = 0;
  const run = async () => {
    runs += 1;
    return runs;
  };

  test('is answered again for a minute, and then done again', async () => {
    const once = onceEach(run, () => at);
    const first = await once(tap());
    at += 59_000;
    expect(await once(tap())).toBe(first);
    at += 2_000;
    expect(await once(tap())).toBe(first + 1);
  });

  test('and failed is done again', async () => {
    let fails = true;
    const once = onceEach(async () => {
      if (fails) throw new Error('away');
      return 'done';
    });
    await expect(once(tap())).rejects.toThrow('away');
    fails = false;
    expect(await once(tap())).toBe('done');
  });

  test('is forgotten when many others came after it: memory does not grow', async () => {
    const once = onceEach(run, () => at);
    const first = await once(tap());
    for (let n = 0; n < 500; n += 1) await once(tap({ id: `other ${n}` }));
    expect(await once(tap())).not.toBe(first);
    expect(await once(tap({ id: 'other 499' }))).toBe(runs - 1);
  });

  test('is no message: that may be said twice', async () => {
    const once = onceEach(run);
    const said = { ...tap(), ...typed(amira, 'help'), id: '1' } as never as IncomingActivity;
    expect(await once(said)).not.toBe(await once(said));
  });
});
