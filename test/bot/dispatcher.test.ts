import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDispatcher, errorFacts } from '../../src/bot/dispatcher.ts';
import type { Message } from '../../src/conversation/message.ts';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action, type Feature } from '../../src/conversation/offer.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import {
  aboutPeople,
  inChannel,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';

const [amira] = team as [(typeof team)[0]];

function turnWith(text: string): Turn {
  return {
    now: Temporal.Instant.from('2026-11-25T11:00:00Z'),
    directoryId: 'directory-id-of-amira',
    text,
    mentions: [],
    scope: 'personal',
    person: async () => undefined,
    workplace: async () => undefined,
    settings: () => Promise.reject(new Error('no settings here')),
    address: { serviceUrl: 'http://127.0.0.1', conversation: 'chat-of-amira', user: '29:amira', bot: '28:b' },
  };
}

const cardOf = (message: Message) =>
  message.card?.data as { body?: string; small?: string; actions: unknown[] };

describe('a handler that fails', () => {
  const failing = (error: unknown): Feature => ({
    name: 'failing',
    phrases: [
      {
        say: 'kapot',
        title: 'kapot',
        takesRest: true,
        needs: everybodyAnywhere,
        run: () => Promise.reject(error),
      },
      { say: 'heel', title: 'heel', needs: everybodyAnywhere, run: async () => ({ text: 'heel' }) },
    ],
    actions: {
      'failing.do': action(
        z.looseObject({ score: z.number() }),
        () => {
          throw error;
        },
        { needs: everybodyAnywhere },
      ),
      'failing.strict': action(
        z.object({ score: z.number(), kind: z.string().default('plain') }),
        () => {
          throw error;
        },
        { needs: everybodyAnywhere },
      ),
    },
  });
  let lines: string[];
  const secret = 'ik ben Amira Sol en ik vind /src/bot/x.ts:1:2 zwaar';
  const start = (error: unknown = new Error(secret)) =>
    createDispatcher({
      features: [failing(error)],
      log: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }),
      administrators: [],
      isTooMuch: () => false,
      everybody: async () => [],
      onReturn: async () => {},
      onWritten: async () => {},
    });
  beforeEach(() => {
    lines = [];
  });

  const codeIn = (text = '') => /\b[0-9A-F]{6}\b/.exec(text)?.[0];

  test('gives a code that stands in the log, and says what may be lost', async () => {
    const { message } = await start().typed(turnWith(`kapot ${secret}`));
    expect(message.text).toMatch(/^Dit lukte niet\. Wat je nu deed, is misschien niet bewaard\./);
    const code = codeIn(message.text);
    expect(code).toBeDefined();
    expect(cardOf(message).small).toContain(code);
    const logged = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ reference: code, name: 'failing: kapot', error: { name: 'Error' } });
  });

  test('leaves no typed text, name or account in the log', async () => {
    const dispatcher = start();
    await dispatcher.typed(turnWith(`kapot ${secret}`));
    await dispatcher.typed(turnWith(secret));
    await dispatcher.tapped(turnWith(''), 'failing.do', { score: 4, comment: secret });
    await dispatcher.tapped(turnWith(''), 'no.such.verb', { comment: secret });
    await dispatcher.tapped(turnWith(''), 'help.say', { text: secret });
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(lines.join('')).not.toMatch(/amira|zwaar|score|chat-of|29:/i);
  });

  test('offers the same tap again', async () => {
    const data = { score: 4, period: '2026-W48', comment: '${x}' };
    const message = await start().tapped(turnWith(''), 'failing.do', data);
    expect(cardOf(message).actions).toEqual([{ verb: 'failing.do', title: 'Probeer opnieuw', data }]);
  });

  test('offers what was understood of a tap, and not whatever came along with it', async () => {
    const data = { score: 4, text: 'x', more: ['['.repeat(1_000)], extra: { deep: {} } };
    const message = await start().tapped(turnWith(''), 'failing.strict', data);
    expect(cardOf(message).actions).toEqual([
      { verb: 'failing.strict', title: 'Probeer opnieuw', data: { score: 4, kind: 'plain' } },
    ]);
  });

  test.each([[undefined], [null], ['text'], [42], [{ stack: 'at /src/x' }]])(
    'may throw anything: %o',
    async (thrown) => {
      const { message } = await start(thrown).typed(turnWith('kapot'));
      expect(codeIn(message.text)).toBeDefined();
    },
  );

  test('does not stop the next one', async () => {
    const dispatcher = start();
    await dispatcher.typed(turnWith('kapot'));
    expect((await dispatcher.typed(turnWith('heel'))).message.text).toBe('heel');
  });

  test('is told by its kind and place only', () => {
    const facts = errorFacts(Object.assign(new RangeError(secret), { code: 'E', statusCode: 409 }));
    expect(facts).toMatchObject({ name: 'RangeError', code: 'E', status: 409 });
    expect(JSON.stringify(facts)).not.toContain('Amira');
    const inside = new Error('x');
    inside.stack = `Error: ${secret}\n    at work (file:///app/src/bot/turns.ts:1:2)`;
    expect(errorFacts(inside).at).toBe('at work (file:///app/src/bot/turns.ts:1:2)');
  });

  test('offered twice under one verb is a mistake that shows at the start', () => {
    const tools = {
      log: pino({ level: 'silent' }),
      administrators: [],
      isTooMuch: () => false,
      everybody: async () => [],
      onReturn: async () => {},
      onWritten: async () => {},
    };
    expect(() => createDispatcher({ ...tools, features: [failing(1), failing(2)] })).toThrow('failing.do');
  });
});

describe('a tap on a card', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());

  test.each([
    ['an unknown verb', 'no.such.verb', {}],
    ['no verb', undefined, {}],
    ['an empty verb', '', {}],
    ['a verb that is no text', { toString: 1 }, {}],
    ['a verb that every object has', '__proto__', {}],
    ['an answer 9 of 5', 'checkin.answer', { period: '2026-W48', score: 9 }],
    ['an answer 0 of 5', 'checkin.answer', { period: '2026-W48', score: 0 }],
    ['an answer in text', 'checkin.answer', { period: '2026-W48', score: '4' }],
    ['no period', 'checkin.answer', { score: 4 }],
    ['a period that is no text', 'checkin.answer', { period: 48, score: 4 }],
    ['a list', 'checkin.answer', [4]],
    ['text', 'checkin.answer', '4'],
    ['nothing', 'checkin.answer', null],
    ['nothing to say', 'help.say', {}],
    ['empty text to say', 'help.say', { text: '' }],
    ['something to say that is no text', 'help.say', { text: { toString: 1 } }],
    ['nobody to say it', 'help.say', null],
  ])('with %s changes nothing and says so kindly', async (_, verb, data) => {
    const before = await bot.rows(...aboutPeople);
    const answer = await bot.post(tapped(amira, verb, data));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', fallbackText: expect.stringContaining('Er is niets veranderd') },
    });
    expect(await bot.rows(...aboutPeople)).toEqual(before);
  });

  test.each(['2026-W54', '2025-W53', '2026-W00', 'zzz', '', '1999-W01', '2026-W48 '])(
    'for the week "%s", in which nothing is open, writes nothing',
    async (period) => {
      const before = await bot.rows(...aboutPeople);
      for (const verb of [
        'checkin.answer',
        'checkin.open',
        'checkin.skip',
        'checkin.save',
        'checkin.withdraw',
      ]) {
        const answer = await bot.post(tapped(amira, verb, { period, score: 4 }));
        expect(answer.status, verb).toBe(200);
        expect(answer.body.value.fallbackText, verb).toMatch(/Er is nu geen check-in|nog niet open|gesloten/);
      }
      expect(await bot.rows(...aboutPeople)).toEqual(before);
    },
  );

  test.each([[null], [undefined], ['text'], [7], [[]], [{}], [{ action: null }], [{ action: 'tap' }]])(
    'whose value is %o is taken as an old card',
    async (value) => {
      const answer = await bot.post({ ...tapped(amira, 'checkin.open', {}), value });
      expect(answer.status).toBe(200);
      expect(answer.body.value.fallbackText).toContain('oudere versie');
    },
  );

  test.each([
    ['a button of an older version', 'checkin.gone', {}],
    ['an id of an older version', 'changes.save', { id: 'V-12', seen: '' }],
    ['no id at all', 'talk.save', {}],
  ])('with %s shows what was typed, to copy, and keeps none of it', async (_, verb, data) => {
    const typedText = 'De lijst is te lang, elke 2 dagen';
    const before = await bot.rows(...aboutPeople);
    bot.lines.length = 0;
    const fields = { title: typedText, proud1: typedText, comment: typedText };
    const { body } = await bot.post(tapped(amira, verb, { ...data, ...fields }));
    const words = JSON.stringify(body.value);
    expect(words).toContain(`{"type":"TextRun","text":"${typedText}"}`);
    expect(words).toContain('Er is niets bewaard.');
    // What is read aloud and shown in notifications is ours.
    expect(body.value.fallbackText).not.toContain('lijst');
    expect(await bot.rows(...aboutPeople)).toEqual(before);
    expect(bot.lines.join('')).not.toContain('lijst');
  });

  test('in a channel shows what was typed to who typed it alone', async () => {
    const start = bot.connector.sent.length;
    const { body } = await bot.post(
      inChannel(tapped(amira, 'checkin.gone', { comment: 'Niet voor iedereen' }) as never),
    );
    expect(JSON.stringify(body.value)).toContain('Niet voor iedereen');
    expect(bot.connector.sent.slice(start)).toEqual([]);
  });

  test.each([
    [
      'its data',
      (action: { data: object }) => ({ action: { ...action, data: JSON.stringify(action.data) } }),
    ],
    ['all of it', (action: object) => JSON.stringify({ action })],
  ])('that comes with %s as text is read all the same', async (_what, packed) => {
    const { value, ...tap } = tapped(amira, 'help.say', { text: 'mijn werkdagen' });
    const { action } = value as { action: { data: object } };
    expect((await bot.post({ ...tap, value: packed(action) })).text).toContain('Je werkdagen');
  });

  test('by somebody without an account changes nothing', async () => {
    const nobody = { ...tapped(amira, 'checkin.answer', { period: '2026-W48', score: 4 }) };
    const answer = await bot.post({ ...nobody, from: { id: '29:guest', name: 'Gast' } });
    expect(answer.body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
    });
    expect(answer.body.value).toContain('werkaccount');
    expect((await bot.rows('answers')).answers).toEqual([]);
  });

  test('that Teams means for something else is not ours', async () => {
    const answer = await bot.post({ ...tapped(amira, 'x', {}), name: 'task/fetch' });
    expect(answer.status).toBe(200);
  });
});

describe('typed text', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());

  test.each([
    ['50,000 characters', 'blabla '.repeat(7_200)],
    ['50,000 mentions that never end', '<at>'.repeat(12_500)],
    ['50,000 unfinished tags', '<at'.repeat(16_600)],
    ['only emoji', '🌊🌊🌊'],
    ['nothing', ''],
    ['only spaces', ' \n\t '],
    ['no text at all', null],
    ['HTML', '<script>alert(1)</script><b>vetgedrukt</b>'],
    ['a template', '${string(2*21)} ${blabla}'],
    ['Markdown', '[klik hier](https://evil.example) **blabla**'],
    ['control characters', 'bla\u0000bla\u202Ebla\uFFFF'],
  ])('of %s gets help, and is not repeated', async (_, text) => {
    const sent = await bot.hear(typed(amira, text));
    expect(sent).toHaveLength(1);
    const words = wordsOf(sent);
    // Where nothing was said, nothing was misunderstood.
    expect(words).toMatch(
      /Dat begrijp ik niet|Waar kan ik je mee helpen|Dat is veel tekst|Ik kan geen links openen/,
    );
    expect(words).not.toMatch(/bla|alert|evil|42|<at/);
    expect(words.length).toBeLessThan(4_000);
  });

  test('with a slip gets the command as a button, and the button works', async () => {
    const words = wordsOf(await bot.hear(typed(amira, 'chekin')));
    expect(words).toContain('"data":{"text":"check-in"}');
    const answer = await bot.post(tapped(amira, 'help.say', { text: 'check-in' }));
    expect(answer.body.value.fallbackText).toBe('Hoe zit je erbij? Kies een van de vijf antwoorden.');
  });

  test('that is near nothing gets help, the check-in and a talk, and nothing that erases', async () => {
    const [sent] = await bot.hear(typed(amira, 'blabla quux foezel'));
    const card = JSON.stringify(sent?.activity.attachments);
    const says = [...card.matchAll(/"text":"([^"]*)"\},?"?/g)].map(([, text]) => text);
    for (const say of ['help', 'check-in', 'ik wil even praten']) expect(says).toContain(say);
    expect(card).not.toMatch(/vergeet mij|stop check-ins/);
  });

  test('never stands in the log', () => {
    expect(bot.lines.length).toBeGreaterThan(10);
    expect(bot.lines.join('')).not.toMatch(/blabla|alert|evil|chekin|Persoon|p1\b|29:|chat-/);
  });
});

describe('somebody who does not sound well', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());

  const sad = ['Het gaat heel slecht met me', 'Ik trek het niet', 'ik zit tegen een burn-out aan', 'paniek'];

  test.each(sad)('"%s" gets a kind answer with a person first, and no command that erases', async (text) => {
    const [sent, ...more] = await bot.hear(typed(amira, text));
    expect(more).toEqual([]);
    const words = JSON.stringify(sent);
    expect(words).toContain('Wat naar dat je je zo voelt');
    expect(words).not.toMatch(/begrijp ik niet|vergeet mij|stop check-ins|mijn gegevens/);
    const [first] = [...words.matchAll(/"verb":"help.say","data":\{"text":"([^"]*)"\}/g)];
    expect(first?.[1] ?? words).toContain('ik wil even praten');
  });

  test('about not wanting to live is given a number to call, day and night', async () => {
    expect(wordsOf(await bot.hear(typed(amira, 'ik wil niet meer leven')))).toContain('0800-0113');
  });

  test('leaves no trace: no row changes, and the log has what it has for any other text', async () => {
    const address = { serviceUrl: bot.connector.url, conversation: 'x', user: amira.user, bot: '28:kompas' };
    await bot.core.people.change('objecten-west', amira.id, (now) => ({ ...now, reach: 'blocked', address }));
    const before = await bot.rows(...aboutPeople);
    bot.lines.length = 0;
    for (const text of sad) await bot.hear(typed(amira, text));
    // What the clock does at the start of a bot may fall in between.
    const told = () =>
      bot.lines
        .map((line) => ({ ...JSON.parse(line), time: 0, ms: 0 }))
        .filter(({ msg }) => msg !== 'retention');
    const plainLines = told();
    expect(plainLines.length).toBeGreaterThan(0);
    expect(await bot.rows(...aboutPeople)).toEqual(before);
    bot.lines.length = 0;
    await bot.core.people.change('objecten-west', amira.id, (now) => ({ ...now, reach: 'open' }));
    for (const _ of sad) await bot.hear(typed(amira, 'iets heel anders'));
    expect(plainLines).toEqual(told());
  });

  test('in a channel is answered in private', async () => {
    const sent = await bot.hear(inChannel(typed(amira, 'ik trek het niet')));
    const inPublic = sent.filter(({ conversation }) => conversation === '19:channel');
    expect(wordsOf(inPublic)).not.toContain('Wat naar');
    expect(sent.some(({ conversation }) => conversation !== '19:channel')).toBe(true);
    expect(wordsOf(sent)).toContain('Wat naar dat je je zo voelt');
  });

  test('in a question about the register is answered as that question', async () => {
    expect(wordsOf(await bot.hear(typed(amira, 'wie valideert BAG in Delfshaven')))).not.toContain(
      'Wat naar',
    );
  });
});
