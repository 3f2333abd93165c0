import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLimiter } from '../../src/bot/limiter.ts';
import { createRender } from '../../src/bot/render.ts';
import { createSender } from '../../src/bot/sender.ts';
import { noticeCard } from '../../src/conversation/cards/notice.ts';
import type { SendOutcome } from '../../src/conversation/send-outcome.ts';
import { type Behaviour, type Connector, startConnector } from '../support/connector.ts';
import { makeWire } from '../support/wire.ts';

let connector: Connector;
let conversations = 0;

beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());
afterEach(() => connector.throttle(undefined));

/** No call or attempt is to end by these. */
const CALL_MS = 60_000;
const ATTEMPT_MS = 120_000;
/** So long a test waits for a time limit: long enough for what has to happen before it on a slow machine. */
const SHORT_MS = 500;

/** The real way out, with time limits that a test can wait for. */
function way({ callMs = CALL_MS, attemptMs = ATTEMPT_MS } = {}) {
  const limiter = createLimiter({ perSecond: 1_000, roundsPerSecond: 1_000 });
  const wire = makeWire({ tenantId: 'local', limiter, callMs });
  const send = createSender({ wire, limiter, render: createRender({ refresh: true }), attemptMs });
  return { limiter, wire, send };
}

/** Somebody to whom nobody wrote before. */
function someone() {
  conversations += 1;
  return {
    serviceUrl: connector.url,
    conversation: `a:${conversations}|x`,
    user: '29:someone',
    bot: '28:kompas',
  };
}

const requestsOf = (conversation: string) =>
  connector.requests.filter((request) => request.conversation === conversation).length;
const deliveriesOf = (conversation: string) => connector.counts().get(conversation) ?? 0;

describe('one attempt against a connector that', () => {
  const answers: [string, Behaviour, SendOutcome][] = [
    ['accepts', { do: 'accept' }, { kind: 'sent' }],
    ['is slow', { do: 'accept', afterMs: 50 }, { kind: 'sent' }],
    [
      'says 429 for 2 s',
      { do: 'answer', status: 429, retryAfter: '2' },
      { kind: 'throttled', waitMs: 2_000 },
    ],
    ['says 429', { do: 'answer', status: 429 }, { kind: 'throttled', waitMs: undefined }],
    [
      'says 403',
      { do: 'answer', status: 403, code: 'ConversationBlockedByUser' },
      { kind: 'gone', reason: 'ConversationBlockedByUser' },
    ],
    [
      'says 404',
      { do: 'answer', status: 404, code: 'ConversationNotFound' },
      { kind: 'gone', reason: 'ConversationNotFound' },
    ],
    ['says 400', { do: 'answer', status: 400, code: 'BadSyntax' }, { kind: 'refused', reason: '400' }],
    ['says 401', { do: 'answer', status: 401 }, { kind: 'barred', reason: '401', tenant: true }],
    [
      'says that an administrator disabled the bot',
      { do: 'answer', status: 403, code: 'BotDisabledByAdmin' },
      { kind: 'barred', reason: 'BotDisabledByAdmin', tenant: true },
    ],
    [
      'says 403 and nothing else',
      { do: 'answer', status: 403 },
      { kind: 'barred', reason: '403', tenant: false },
    ],
    ...[412, 500, 502, 503, 504].map((status): [string, Behaviour, SendOutcome] => [
      `says ${status}`,
      { do: 'answer', status },
      { kind: 'again', reason: `${status}` },
    ]),
  ];
  test.each(answers)('%s costs one request and has the right outcome', async (_name, behaviour, outcome) => {
    const { send } = way();
    const to = someone();
    connector.behave(behaviour, to.conversation);
    expect(await send(to, { text: 'Hallo' }, 'round')).toEqual(outcome);
    expect(requestsOf(to.conversation)).toBe(1);
    expect(deliveriesOf(to.conversation)).toBe(outcome.kind === 'sent' ? 1 : 0);
  });

  test.each([false, true])('cuts the line (activity arrived: %s) is worth another try', async (arrived) => {
    const { send } = way();
    const to = someone();
    connector.behave({ do: 'reset', arrived }, to.conversation);
    expect((await send(to, { text: 'Hallo' }, 'round')).kind).toBe('again');
    expect(requestsOf(to.conversation)).toBe(1);
    expect(deliveriesOf(to.conversation)).toBe(arrived ? 1 : 0);
  });

  test('hangs is given up after the call’s time limit', async () => {
    const { send } = way({ callMs: SHORT_MS });
    const to = someone();
    connector.behave({ do: 'hang' }, to.conversation);
    expect((await send(to, { text: 'Hallo' }, 'round')).kind).toBe('again');
    expect(requestsOf(to.conversation)).toBe(1);
  });

  test('hangs longer than the whole attempt may take is given up too', async () => {
    const { send } = way({ attemptMs: SHORT_MS });
    const to = someone();
    connector.behave({ do: 'hang' }, to.conversation);
    expect(await send(to, { text: 'Hallo' }, 'round')).toEqual({ kind: 'again', reason: 'timeout' });
    expect(requestsOf(to.conversation)).toBe(1);
  });

  test('is not there at all is worth another try', async () => {
    const { send } = way();
    const gone = await startConnector();
    await gone.stop();
    const outcome = await send({ ...someone(), serviceUrl: gone.url }, { text: 'Hallo' }, 'round');
    expect(outcome.kind).toBe('again');
  });
});

describe('the limiter around calls', () => {
  test('an attempt that still waits for its turn when its time is over is never sent', async () => {
    const { send, limiter } = way({ attemptMs: SHORT_MS });
    const to = someone();
    limiter.pauseRounds(2 * SHORT_MS);
    // Not a failure: nothing left, so nothing can have arrived.
    expect(await send(to, { text: 'Hallo' }, 'round')).toEqual({ kind: 'throttled', waitMs: SHORT_MS });
    // Whoever comes later gets their turn after the pause; the one that was given up does not.
    const next = someone();
    await limiter.take('round');
    expect((await send(next, { text: 'Hallo' }, 'round')).kind).toBe('sent');
    expect(requestsOf(to.conversation)).toBe(0);
  });

  test('an attempt whose turn comes with too little time left for the call is not sent: it would arrive unheard', async () => {
    const attemptMs = 1_200;
    const { send, limiter } = way({ attemptMs });
    const to = someone();
    connector.behave({ do: 'accept', afterMs: attemptMs }, to.conversation);
    limiter.pauseRounds(attemptMs - 100);
    expect((await send(to, { text: 'Hallo' }, 'round')).kind).toBe('throttled');
    expect(requestsOf(to.conversation)).toBe(0);
  });

  test('429 holds back rounds and leaves answers to people alone', async () => {
    const { send, limiter } = way();
    const [first, person] = [someone(), someone()];
    connector.behave({ do: 'answer', status: 429, retryAfter: '60' }, first.conversation);
    await send(first, { text: 'Hallo' }, 'round');
    let roundLeft = false;
    void limiter.take('round').then(() => {
      roundLeft = true;
    });
    expect(await send(person, { text: 'Hallo' }, 'people')).toEqual({ kind: 'sent' });
    expect(roundLeft).toBe(false);
  });

  test('429 without a time holds rounds back for longer and longer, once for all calls that met it', async () => {
    const pauses: number[] = [];
    const limiter = { take: async () => {}, pauseRounds: (ms: number) => void pauses.push(ms) };
    let now = 0;
    const wire = makeWire({ tenantId: 'local', limiter });
    const render = createRender({ refresh: true });
    const send = createSender({ wire, limiter, render, attemptMs: ATTEMPT_MS, now: () => now });
    connector.throttle({ perSecond: 0 });
    await Promise.all(Array.from({ length: 8 }, () => send(someone(), { text: 'Hallo' }, 'round')));
    expect(pauses).toEqual([250]);
    for (const pause of [250, 500]) {
      now += pause;
      await send(someone(), { text: 'Hallo' }, 'round');
    }
    expect(pauses).toEqual([250, 500, 1_000]);
  });
});

test('what arrives is the card, with the text to read aloud', async () => {
  const { send } = way();
  const to = someone();
  await send(to, noticeCard({ kind: 'kompas', text: 'Kort', title: 'Titel' }), 'round');
  const found = connector.sent.find(({ conversation }) => conversation === to.conversation);
  expect(found?.activity).toMatchObject({
    type: 'message',
    summary: 'Kort',
    recipient: { id: '29:someone' },
    from: { id: '28:kompas' },
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
  });
});

test('a card that Teams finds too big arrives as its short text, which says so', async () => {
  const { send } = way();
  const to = someone();
  const lines = Array.from({ length: 1_200 }, (_, n) => `Regel ${n} met een lange zin die niet past`);
  expect(await send(to, noticeCard({ kind: 'kompas', text: 'Kort', title: 'Lang', lines }), 'round')).toEqual(
    {
      kind: 'sent',
    },
  );
  const found = connector.sent.filter(({ conversation }) => conversation === to.conversation);
  expect(found.map(({ activity }) => [activity.text, activity.attachments])).toEqual([
    ['Kort (De kaart hierbij is te groot om te tonen. Gebeurt dat vaker? Meld het je beheerder.)', undefined],
  ]);
});
