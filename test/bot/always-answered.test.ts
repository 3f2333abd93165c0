import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { card } from '../../src/conversation/cards/card.ts';
import { notice, noticeCard } from '../../src/conversation/cards/notice.ts';
import { field } from '../../src/conversation/field.ts';
import type { Message } from '../../src/conversation/message.ts';
import { everybodyAlone, everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action } from '../../src/conversation/offer.ts';
import { use } from '../../src/features/compose.ts';
import type { FeatureModule } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import {
  inChannel,
  installation,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';
import type { Behaviour } from '../support/connector.ts';

const [amira, bert] = team as [(typeof team)[0], (typeof team)[0]];

/** A card of which there is no template: it cannot be made. */
const unmade: Message = {
  text: 'Kort.',
  card: card<{ text: string }>('there-is-no-such-card', { kind: 'kompas' }, { text: '' }),
};
const tooBig = noticeCard({
  kind: 'kompas',
  text: 'Een lange lijst.',
  title: 'Lijst',
  lines: Array.from({ length: 500 }, (_, n) => `regel ${n} ${'x'.repeat(200)}`),
});
/** What only a test can make: it looks like a message until somebody reads it. */
const unreadable = Object.defineProperty({ ...notice('kompas', 'Titel', 'Tekst') }, 'text', {
  get: () => {
    throw new Error('unreadable');
  },
});

/** What takes longer than anybody waits, until a test lets it go. */
let letGo = () => {};
const slow = new Promise<void>((resolve) => {
  letGo = resolve;
});

/** A feature in which everything that can go wrong does. */
const broken: FeatureModule = {
  name: 'broken',
  tables: [],
  open: () => undefined,
  offer: () => {
    const outcomes = {
      kapot: async () => {
        throw new Error('kapot');
      },
      ongemaakt: async () => unmade,
      onleesbaar: async () => unreadable,
      'te groot': async () => tooBig,
      traag: () => slow.then(() => notice('kompas', 'Toch nog', 'Klaar.')),
    };
    return {
      phrases: [
        ...Object.entries(outcomes).map(([say, run]) => ({
          say,
          title: say,
          needs: everybodyAnywhere,
          run,
        })),
        {
          say: 'alleen voor jou',
          title: 'x',
          needs: everybodyAlone,
          run: async () => notice('kompas', 'Van jou', 'x'),
        },
      ],
      hears: [
        {
          order: 'first',
          needs: everybodyAnywhere,
          answer: async ({ text }) => {
            if (text.startsWith('luister')) throw new Error('kapot');
            return undefined;
          },
        },
      ],
      actions: Object.fromEntries(
        Object.entries(outcomes).map(([say, run]) => [
          `broken.${say.replaceAll(' ', '-')}`,
          action(z.object({ note: field.text }), run, { needs: everybodyAnywhere }),
        ]),
      ),
      searches: {
        ongemaakt: {
          needs: everybodyAnywhere,
          nothing: 'Typ een naam.',
          run: async () => [{ title: 'Een', hint: 'x', message: unmade }],
        },
      },
    };
  },
};

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({
    features: [...kompas, use(broken)],
    env: { TURNS_PER_MINUTE: '10000' },
    invokeMs: 1_000,
  });
  await bot.hear(installation(amira, 'add'));
});
afterAll(() => bot.stop());

const refusal = (status: number, code?: string): Behaviour => ({ do: 'answer', status, code });

describe('a reply that does not come through', () => {
  const passing: [string, Behaviour[]][] = [
    ['the line is cut', [{ do: 'reset' }]],
    ['the line is cut a few times', [{ do: 'reset' }, { do: 'reset' }, { do: 'reset' }]],
    ['the line is cut after it arrived', [{ do: 'reset', arrived: true }]],
    ['half an answer comes', [{ do: 'cut answer' }]],
    ['an answer comes that is no JSON', [{ do: 'answer', status: 502, body: '<html>' }]],
    ...[401, 403, 404, 408, 412, 429, 500, 502, 503, 504, 507, 520, 529].map(
      (status): [string, Behaviour[]] => [`a ${status} without a word`, [refusal(status)]],
    ),
    ['a 404 of a conversation that is not there yet', [refusal(404, 'ConversationNotFound')]],
    ['three kinds of failures', [refusal(500), { do: 'reset' }, refusal(412)]],
    ['a wait of four seconds', [{ do: 'answer', status: 429, retryAfter: '4' }]],
  ];
  test.each(passing)('is sent again: %s', async (_what, behaviours) => {
    bot.connector.behave(behaviours, 'chat-p1');
    const start = performance.now();
    const sent = await bot.hear(typed(amira, 'help'));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThanOrEqual(2);
    expect(wordsOf(sent)).toContain('Dit kun je mij vragen');
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('is sent again when Teams hangs, within seconds', async () => {
    bot.connector.behave([{ do: 'hang' }], 'chat-p1');
    const start = performance.now();
    const before = bot.connector.sent.length;
    expect(wordsOf(await bot.hear(typed(amira, 'help')))).toContain('Dit kun je mij vragen');
    expect(performance.now() - start).toBeLessThan(9_000);
    // What hung is let go.
    bot.connector.behave({ do: 'accept' }, 'chat-p1');
    await bot.connector.until(() => bot.connector.sent.length === before + 2);
  });

  test('comes later when Teams asks for a longer wait', async () => {
    bot.connector.behave([{ do: 'answer', status: 429, retryAfter: '10' }], 'chat-p1');
    const before = bot.connector.sent.length;
    expect(await bot.hear(typed(amira, 'help'))).toEqual([]);
    await bot.connector.until(() => bot.connector.sent.length > before);
    expect(wordsOf(bot.connector.sent.slice(before))).toContain('Dit kun je mij vragen');
  });

  test.each([
    ['ConversationBlockedByUser', 403],
    ['BotDisabledByAdmin', 403],
  ])('is given up at once after %s', async (code, status) => {
    bot.connector.behave(refusal(status, code), 'chat-p1');
    const before = bot.connector.requests.length;
    await bot.post(typed(amira, 'help'));
    expect(bot.connector.requests.length).toBe(before + 1);
    bot.connector.behave({ do: 'accept' }, 'chat-p1');
  });

  test('is given up in the end: nobody waits for ever, and the log tells', async () => {
    bot.connector.behave(refusal(503), 'chat-p1');
    const start = performance.now();
    await bot.post(typed(amira, 'help'));
    expect(performance.now() - start).toBeLessThan(20_000);
    bot.connector.behave({ do: 'accept' }, 'chat-p1');
    expect(bot.lines.some((line) => line.includes('not answered'))).toBe(true);
  });

  test('with a card that Teams does not take comes as words', async () => {
    bot.connector.behave([refusal(400, 'BadArgument')], 'chat-p1');
    const [sent] = await bot.hear(typed(amira, 'mijn werkdagen'));
    expect(sent?.activity.attachments).toBeUndefined();
    expect(sent?.activity.text).toContain('Teams toont de kaart hierbij niet');
  });
});

describe('a turn that fails says so', () => {
  test.each([
    ['kapot', 'Dit lukte niet'],
    ['luister eens', 'Dit lukte niet'],
    ['ongemaakt', 'Dit lukte niet'],
    ['onleesbaar', 'Dit lukte niet'],
    ['te groot', 'te groot'],
  ])('typed "%s"', async (text, words) => {
    for (const activity of [typed(amira, text), inChannel(typed(amira, `<at>Kompas</at> ${text}`))]) {
      const sent = await bot.hear(activity);
      expect(sent).toHaveLength(1);
      expect(sent[0]?.activity.text ?? sent[0]?.activity.summary).toContain(words);
    }
  });

  test.each([
    ['broken.kapot', 'Dit lukte niet'],
    ['broken.ongemaakt', 'Dit lukte niet'],
    ['broken.onleesbaar', 'Dit lukte niet'],
    ['broken.te-groot', 'te groot'],
  ])('a tap on %s', async (verb, words) => {
    const { status, body } = await bot.post(tapped(amira, verb, {}));
    expect(status).toBe(200);
    expect(body.statusCode).toBe(200);
    expect(body.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(body.value).includes(words)).toBe(true);
    expect(JSON.stringify(body).length * 2).toBeLessThan(80_000);
  });

  test('a tap that comes as a message', async () => {
    const tap = { ...typed(amira, ''), text: undefined, value: { verb: 'help.say', text: 'ongemaakt' } };
    const sent = await bot.hear(tap);
    expect(wordsOf(sent)).toContain('Dit lukte niet');
  });

  test('a tap that takes longer than Teams waits, with what was typed', async () => {
    const start = performance.now();
    const { status, body } = await bot.post(tapped(amira, 'broken.traag', { note: 'mijn tekst' }));
    expect(performance.now() - start).toBeLessThan(4_000);
    letGo();
    expect(status).toBe(200);
    expect(body.value.fallbackText).toContain('Dit duurt langer dan normaal');
    expect(JSON.stringify(body.value).includes('mijn tekst')).toBe(true);
  });

  test('a search', async () => {
    const { status, body } = await bot.post({
      ...tapped(amira, '', {}),
      name: 'composeExtension/query',
      value: { commandId: 'ongemaakt', parameters: [{ name: 'x', value: 'noord' }] },
    });
    expect(status).toBe(200);
    expect(body.composeExtension.text).toContain('Dit lukte niet');
  });

  test('and its code stands in the log, without what was typed', async () => {
    const [sent] = await bot.hear(typed(amira, 'ongemaakt'));
    const code = /Code: ([0-9A-F]{6})/.exec(JSON.stringify(sent?.activity))?.[1];
    expect(code).toBeDefined();
    const lines = bot.lines.filter((line) => JSON.parse(line).reference === code);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('ongemaakt');
  });
});

describe('what is for somebody’s own chat', () => {
  const inTeam = (who = amira) => bot.hear(inChannel(typed(who, '<at>Kompas</at> alleen voor jou')));

  test('is sent again when it does not come through there', async () => {
    for (const behaviour of [{ do: 'reset' }, refusal(503), refusal(404)] as Behaviour[]) {
      bot.connector.behave([behaviour], 'chat-p1');
      const sent = await inTeam();
      expect(sent.map(({ conversation }) => conversation)).toEqual(['chat-p1', '19:channel']);
      expect(sent[1]?.activity.text).toContain('eigen chat gezet');
    }
  });

  test('is told of where it was asked when that chat cannot be reached', async () => {
    bot.connector.behave(refusal(403, 'ConversationBlockedByUser'), 'chat-p1');
    const sent = await inTeam();
    bot.connector.behave({ do: 'accept' }, 'chat-p1');
    expect(sent.map(({ conversation }) => conversation)).toEqual(['19:channel']);
    expect(sent[0]?.activity.text).toContain('Open een chat met mij');
    expect(wordsOf(sent)).not.toContain('Van jou');
  });

  test.each([bert, somebody(77)])('is told of where it was asked when there is no chat', async (who) => {
    const sent = await inTeam(who);
    expect(sent.map(({ conversation }) => conversation)).toEqual(['19:channel']);
    expect(sent[0]?.activity.text).toContain('Open een chat met mij');
  });
});
