import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkActivity } from '../../src/bot/activity.ts';
import { createFairness } from '../../src/bot/fairness.ts';
import { readConfig } from '../../src/config.ts';
import { createBuckets } from '../../src/lib/buckets.ts';
import { emptyMunicipality } from '../../src/people/municipality.ts';
import {
  type HttpAnswer,
  inChannel,
  members,
  type Somebody,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../support/bot.ts';

const { turnsPerMinute: TURNS } = readConfig({ KOMPAS_LOCAL: 'true' });
const [flooder, other] = [somebody(1), somebody(2)];
const MINUTE = 60_000;

/** What Teams sends for a search from the message box. */
const search = (who: Somebody, words: string): TestActivity => ({
  ...typed(who, undefined),
  type: 'invoke',
  name: 'composeExtension/query',
  value: { commandId: 'mandaat', parameters: [{ name: 'vraag', value: words }] },
});

function admission(perMinute: number, distressOff = false) {
  const settings = { municipality: { ...emptyMunicipality, distressOff }, teams: [], ended: [] };
  const clock = { ms: 0 };
  const admit = createFairness({
    turnsPerMinute: perMinute,
    now: () => clock.ms,
    settings: async () => settings,
  });
  return {
    clock,
    admit: (sent: object) => {
      const checked = checkActivity(
        { serviceUrl: 'http://127.0.0.1:9', ...sent },
        { local: true },
        { channels: [] },
      );
      if (!('activity' in checked)) throw new Error('no activity');
      return admit(checked.activity);
    },
  };
}

describe('a bucket for each sender', () => {
  test('takes a fast human for what they are: a tap each half a second, for an hour', async () => {
    const { clock, admit } = admission(TURNS);
    for (clock.ms = 0; clock.ms < 60 * MINUTE; clock.ms += 500)
      expect(await admit(tapped(flooder, 'help.say', { text: 'help' }))).toBe('run');
  });

  test('takes forty cards that Teams refreshes at once while somebody taps and searches', async () => {
    const { clock, admit } = admission(TURNS);
    for (let minute = 0; minute < 10; minute += 1) {
      clock.ms = minute * MINUTE;
      for (let n = 0; n < 40; n += 1) expect(await admit(tapped(flooder, 'checkin.open', {}))).toBe('run');
      for (let n = 0; n < 60; n += 1) {
        clock.ms += 333;
        expect(await admit(search(flooder, 'object'))).toBe('run');
      }
    }
  });

  test('is empty after as many turns as fit in a minute, and fills evenly', async () => {
    const { clock, admit } = admission(60);
    for (let n = 0; n < 60; n += 1) expect(await admit(typed(flooder, 'help'))).toBe('run');
    expect(await admit(typed(flooder, 'help'))).toBe('tell');
    clock.ms = 999;
    expect(await admit(typed(flooder, 'help'))).toBe('drop');
    clock.ms = 2_001;
    expect(await Promise.all([1, 2, 3].map(() => admit(typed(flooder, 'help'))))).toEqual([
      'run',
      'run',
      'drop',
    ]);
    clock.ms = 10 * MINUTE;
    const later = await Promise.all(Array.from({ length: 61 }, () => admit(typed(flooder, 'help'))));
    expect(later).toEqual([...Array(60).fill('run'), 'tell']);
  });

  test('tells a sender once a minute, however long it goes on', async () => {
    const { clock, admit } = admission(60);
    const given: Record<string, number> = { run: 0, tell: 0, drop: 0 };
    for (clock.ms = 0; clock.ms < 5 * MINUTE; clock.ms += 10) {
      const admitted = await admit(typed(flooder, 'help'));
      given[admitted] = (given[admitted] ?? 0) + 1;
    }
    expect(given.tell).toBe(5);
    // The first sixty, and one a second.
    expect(given.run).toBeLessThanOrEqual(60 + 300);
    expect(given.run).toBeGreaterThanOrEqual(60 + 298);
  });

  test.each([
    ['another account in the same channel', inChannel(typed(other, 'help'))],
    ['what Teams tells of itself', members(flooder, 'membersAdded', [other])],
  ])('%s has turns of its own', async (_, sent) => {
    const { admit } = admission(2);
    for (let n = 0; n < 5; n += 1) await admit(inChannel(typed(flooder, 'help')));
    expect(await admit(sent)).toBe('run');
  });

  test.each([
    ['a tap', tapped(flooder, 'help.say', { text: 'help' })],
    ['a search', search(flooder, 'object')],
    ['a message in a channel', inChannel(typed(flooder, 'help'))],
    ['an edited message', { ...typed(flooder, 'help'), type: 'messageUpdate' }],
    [
      'the same account in capitals',
      {
        ...typed(flooder, 'help'),
        from: { id: '29:else', aadObjectId: flooder.account.toUpperCase(), name: 'X' },
      },
    ],
  ])('%s comes out of the same bucket as messages', async (_, sent) => {
    const { admit } = admission(2);
    for (let n = 0; n < 2; n += 1) await admit(typed(flooder, 'help'));
    expect(await admit(sent)).not.toBe('run');
  });

  test('without an account it is the conversation that counts', async () => {
    const { admit } = admission(2);
    const nobody = (user: string) => ({ ...typed(flooder, 'help'), from: { id: user } });
    expect(await Promise.all(['29:a', '29:b', '29:c'].map((user) => admit(nobody(user))))).toEqual([
      'run',
      'run',
      'tell',
    ]);
    expect(await admit({ ...nobody('29:d'), conversation: { id: 'elsewhere' } })).toBe('run');
  });

  test.each([
    'ik wil niet meer leven',
    'Ik denk aan zelfmoord.',
    'ik trek het niet meer',
    'ik voel me zo somber',
  ])('"%s" is heard when there are no turns left', async (text) => {
    const { admit } = admission(2);
    for (let n = 0; n < 10; n += 1) await admit(typed(flooder, 'help'));
    expect(await admit(typed(flooder, text))).toBe('run');
    expect(await admit(typed(flooder, 'help'))).toBe('drop');
  });

  test('is not looked at for that where an administrator switched it off', async () => {
    const { admit } = admission(2, true);
    for (let n = 0; n < 10; n += 1) await admit(typed(flooder, 'help'));
    expect(await admit(typed(flooder, 'ik wil niet meer leven'))).toBe('drop');
  });

  test('the same cry a thousand times a minute is heard ten times', async () => {
    const { admit } = admission(2);
    const heard = await Promise.all(
      Array.from({ length: 1_000 }, () => admit(typed(flooder, 'ik wil dood'))),
    );
    expect(heard.filter((one) => one === 'run')).toHaveLength(2 + 10);
  });

  test('senders who are quiet for a minute are forgotten, and there are never more than fit', () => {
    const clock = { ms: 0 };
    const { take, size } = createBuckets(2, () => clock.ms, 100);
    for (let n = 0; n < 1_000; n += 1) take(`sender ${n}`);
    expect(size()).toBe(100);
    clock.ms = MINUTE;
    take('sender 1000');
    expect(size()).toBe(1);
  });

  test('who goes on asking is remembered while many others come and go', () => {
    const { take } = createBuckets(2, () => 0, 100);
    const left = Array.from({ length: 1_000 }, (_, n) => {
      take(`sender ${n}`);
      return take('flooder');
    });
    expect(left.filter(Boolean)).toHaveLength(2);
  });

  test('a clock that is set back takes nobody their turns for long', () => {
    const clock = { ms: 60 * MINUTE };
    const { take } = createBuckets(2, () => clock.ms);
    expect([take('a'), take('a'), take('a')]).toEqual([true, true, false]);
    clock.ms = 0;
    expect(take('a')).toBe(false);
    clock.ms = MINUTE;
    expect(take('a')).toBe(true);
  });
});

describe('a sender who has no turns left', () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startTestBot({ env: { TURNS_PER_MINUTE: '5' } });
    for (let n = 0; n < 5; n += 1) await bot.hear(typed(flooder, 'help'));
    bot.requests.length = 0;
    bot.connector.sent.length = 0;
  });
  afterEach(() => bot.stop());

  const cardIn = ({ body }: HttpAnswer) => JSON.stringify(body.value);

  test('reads one word once a minute and then nothing, at no cost to storage', async () => {
    const answers = [];
    for (let n = 0; n < 10; n += 1) answers.push(await bot.post(typed(flooder, 'help')));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(bot.connector.sent.map(({ activity }) => activity.text)).toEqual([
      'Even geduld. Je stuurt me heel veel achter elkaar. Wacht een minuut en stuur het dan opnieuw.',
    ]);
    expect(bot.requests).toEqual([]);
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    expect(wordsOf(await bot.hear(typed(flooder, 'help')))).not.toContain('Even geduld');
  });

  test('gets a card for a tap, with what they typed on it', async () => {
    const answer = await bot.post(
      tapped(flooder, 'signal.send', { text: 'De printer staat al weken stil', to: 'team' }),
    );
    expect(answer.body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
    });
    expect(cardIn(answer)).toContain('Even geduld');
    expect(cardIn(answer)).toContain('De printer staat al weken stil');
    expect(bot.requests).toEqual([]);
    expect(bot.connector.sent).toEqual([]);
  });

  test.each([['text that is no form'], [undefined], [null], [['a list']], [{ action: 'none' }]])(
    'gets the card for a tap that carries %j too',
    async (value) => {
      const answer = await bot.post({ ...tapped(flooder, 'x', {}), value });
      expect(cardIn(answer)).toContain('Even geduld');
    },
  );

  test('finds nothing in a search', async () => {
    const { status, body } = await bot.post(search(flooder, 'object'));
    expect([status, body.composeExtension.attachments]).toEqual([200, []]);
    expect(bot.requests).toEqual([]);
  });

  test('is told so by no event, and by no invoke that the bot does not know', async () => {
    for (let n = 0; n < 8; n += 1)
      expect((await bot.post(members(flooder, 'membersAdded', [other]))).status).toBe(200);
    expect((await bot.post({ ...tapped(flooder, 'x', {}), name: 'task/fetch' })).status).toBe(200);
    expect(wordsOf(bot.connector.sent)).not.toContain('Even geduld');
  });

  test('still gets the number to call when their life is in danger', async () => {
    await bot.post(typed(flooder, 'help'));
    expect(wordsOf(await bot.hear(typed(flooder, 'ik wil niet meer leven')))).toContain('113');
  });

  test('gets an answer of 200 when Teams does not take the word', async () => {
    bot.connector.behave({ do: 'answer', status: 403 });
    expect((await bot.post(typed(flooder, 'help'))).status).toBe(200);
  });

  test('keeps nobody else from their turns, in their own chat or in the same channel', async () => {
    for (let n = 0; n < 20; n += 1) await bot.post(inChannel(typed(flooder, 'help')));
    expect(wordsOf(await bot.hear(typed(other, 'help')))).not.toContain('Even geduld');
    expect(cardIn(await bot.post(tapped(other, 'help.say', { text: 'help' })))).not.toContain('Even geduld');
    expect(wordsOf(await bot.hear(inChannel(typed(other, 'help'))))).not.toContain('Even geduld');
  });

  test('stands in the log without who it is', async () => {
    bot.lines.length = 0;
    for (let n = 0; n < 10; n += 1) await bot.post(typed(flooder, 'een geheim'));
    const said = bot.lines.filter((line) => line.includes('too many turns'));
    expect(said).toHaveLength(1);
    for (const mark of [flooder.account, flooder.user, 'chat-p1', 'geheim'])
      expect(said.join('')).not.toContain(mark);
  });
});
