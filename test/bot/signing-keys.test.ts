import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SigningKeys, signingKeys } from '../../src/bot/signing-keys.ts';
import { type BotFramework, type KeyService, startBotFramework } from '../support/bot-framework.ts';
import { PATIENCE_MS, patience } from '../support/patience.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let framework: BotFramework;
let at: number;
/** `answerMs` is short only where no answer is meant to come. */
const keys = (answerMs = PATIENCE_MS) => signingKeys(framework.url, () => at, answerMs);
const SHORT_MS = 200;
const known = () => framework.keys.teams;
beforeEach(async () => {
  framework = await startBotFramework();
  at = 1_000_000;
});
afterEach(() => framework.stop());

/** On a slow machine an answer may come too late for so short a limit; then it is asked for again. */
async function eventually(list: SigningKeys): Promise<void> {
  const find = () => {
    at += 11_000;
    return list.find(known()).catch(() => undefined);
  };
  await expect.poll(find, patience).toBeDefined();
}

const broken: KeyService[] = ['failing', 'hanging', 'cut off', 'nonsense'];

describe('the keys of Bot Framework', () => {
  test('are fetched once, however many ask', async () => {
    const list = keys();
    const found = await Promise.all([known(), known(), 'unknown', known()].map((id) => list.find(id)));
    expect(found.map((key) => key?.channels)).toEqual([
      ['msteams', 'webchat'],
      ['msteams', 'webchat'],
      undefined,
      ['msteams', 'webchat'],
    ]);
    expect(framework.asked()).toBe(1);
  });

  test('that name no channel may sign for none', async () => {
    expect((await keys().find(framework.keys.unnamed))?.channels).toEqual([]);
  });

  test('are fetched again after a day, and sooner for one that is not there, but not for everybody who asks', async () => {
    const list = keys();
    await list.find(known());
    for (let n = 0; n < 20; n += 1) await list.find(`unknown ${n}`);
    expect(framework.asked()).toBe(1);
    at += 6 * MINUTE;
    for (let n = 0; n < 20; n += 1) await list.find(`unknown ${n}`);
    expect(framework.asked()).toBe(2);
    await list.find(known());
    expect(framework.asked()).toBe(2);
    at += DAY;
    await list.find(known());
    await expect.poll(() => framework.asked()).toBe(3);
  });

  test.each(broken)('that were never there cannot be asked for while their place is %s', async (service) => {
    framework.behave(service);
    const list = keys(SHORT_MS);
    await expect(list.find(known())).rejects.toThrow();
    const asked = framework.asked();
    await expect(list.find(known())).rejects.toThrow();
    expect(framework.asked()).toBe(asked);
    framework.behave('well');
    await eventually(list);
  });

  test.each(broken)('that are there stay of use while their place is %s, for some days', async (service) => {
    const list = keys(SHORT_MS);
    await eventually(list);
    framework.behave(service);
    at += DAY;
    expect(await list.find(known())).toBeDefined();
    at += 3 * DAY;
    expect(await list.find(known())).toBeDefined();
    at += DAY;
    await expect(list.find(known())).rejects.toThrow();
  });
});
