import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Lane } from '../../src/bot/limiter.ts';
import { type Attempt, attemptIn, CallError, type Wire } from '../../src/bot/wire.ts';
import { type Somebody, somebody } from '../support/bot.ts';
import { type Behaviour, type Connector, opening, startConnector } from '../support/connector.ts';

/** What the suite asks of an implementation: a wire of local mode, whose calls report to a limiter and end after `callMs`. */
export type MakeWire = (options: {
  taken: (lane: Lane, whom?: string) => Promise<void>;
  callMs: number;
}) => Wire;

/** No call is to end by this, unless a test is about that. */
const LONG_MS = 60_000;
const SHORT_MS = 300;
/** Why there was no answer, for whoever reads the log. */
const A_WORD = expect.stringMatching(/^\w+$/);

/** What any implementation of the one door to Teams has to do, over HTTP (see `Wire`). */
export function wireContract(name: string, makeWire: MakeWire): void {
  describe(`Teams, reached by ${name}:`, () => {
    let connector: Connector;
    let wire: Wire;
    let lanes: Lane[];
    let forWhom: (string | undefined)[];
    let conversations = 0;
    const make = (callMs = LONG_MS) =>
      makeWire({
        callMs,
        taken: async (lane, whom) => {
          lanes.push(lane);
          forWhom.push(whom);
        },
      });

    beforeAll(async () => {
      connector = await startConnector();
    });
    afterAll(() => connector.stop());
    beforeEach(() => {
      lanes = [];
      forWhom = [];
      wire = make();
      conversations += 1;
    });

    const to = () => ({
      serviceUrl: connector.url,
      conversation: `19:team ${conversations}/é|x;messageid=1`,
      user: '29:somebody',
      bot: '28:kompas',
    });
    const text = { type: 'message', text: 'Hallo' } as const;
    const failing = async (call: Promise<unknown>): Promise<CallError> => {
      const error = await call.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(CallError);
      return error as CallError;
    };
    const requests = () =>
      connector.requests.filter(({ conversation }) => conversation === to().conversation);
    const company = (count: number): Somebody[] => Array.from({ length: count }, (_, n) => somebody(n + 1));

    test('every call says for whom it is: an account, or the conversation where there is none', async () => {
      const place = to();
      connector.rosters.set(place.conversation, company(1));
      await wire.send(place, text, attemptIn('people'));
      await wire.send({ ...place, user: '' }, text, attemptIn('people'));
      await wire.update(place, 'm-1', text, attemptIn('people'));
      await wire.member(place, '29:user-1', attemptIn('people'));
      await wire.members(place, undefined, attemptIn('people'));
      await wire.openChat(place, 'an-account', attemptIn('people'));
      const { user, conversation } = place;
      expect(forWhom).toEqual([user, conversation, user, '29:user-1', conversation, 'an-account']);
    });

    const calls: [string, (attempt: Attempt) => Promise<unknown>][] = [
      ['sending', (attempt) => wire.send(to(), text, attempt)],
      ['changing a message', (attempt) => wire.update(to(), 'm-1', text, attempt)],
      ['looking somebody up', (attempt) => wire.member(to(), '29:user-1', attempt)],
      ['reading a roster', (attempt) => wire.members(to(), undefined, attempt)],
      ['opening a chat', (attempt) => wire.openChat(to(), to().conversation, attempt)],
    ];
    /** A chat is opened with somebody, and not in a conversation. */
    const behave = (behaviour: Behaviour) => {
      connector.behave(behaviour, to().conversation);
      connector.behave(behaviour, opening(to().conversation));
    };
    const made = () =>
      connector.requests.filter(({ conversation }) => conversation.endsWith(to().conversation));

    describe.each(calls)('%s', (_what, call) => {
      test('passes the limiter in its lane, once, and says that it left', async () => {
        for (const lane of ['people', 'round'] as const) {
          const attempt = attemptIn(lane);
          connector.rosters.set(to().conversation, company(1));
          await call(attempt);
          expect(attempt.left).toBe(true);
        }
        expect(lanes).toEqual(['people', 'round']);
      });

      test.each([400, 401, 403, 412, 413, 429, 500, 502, 503, 504])(
        'that is answered with %i is one request',
        async (status) => {
          behave({ do: 'answer', status, code: 'AsTeamsSays', retryAfter: '2' });
          const before = made().length;
          expect(await failing(call(attemptIn('people')))).toMatchObject({
            status,
            code: 'AsTeamsSays',
            waitMs: 2_000,
          });
          expect(made()).toHaveLength(before + 1);
        },
      );

      test.each([301, 302, 307, 308])('that is sent elsewhere with %i is one request', async (status) => {
        behave({
          do: 'answer',
          status,
          location: `${connector.url}/v3/conversations/elsewhere/members/29:x`,
        });
        const before = connector.requests.length;
        expect(await failing(call(attemptIn('people')))).toMatchObject({ status });
        expect(connector.requests).toHaveLength(before + 1);
      });

      test('that is cut off has no status, and is one request', async () => {
        behave({ do: 'reset' });
        const before = made().length;
        expect(await failing(call(attemptIn('people')))).toMatchObject({ status: undefined, code: A_WORD });
        expect(made()).toHaveLength(before + 1);
      });

      test('that is answered with what nobody can read has no status, and is one request', async () => {
        behave({ do: 'answer', status: 200, body: '{"id": "' });
        const before = made().length;
        expect(await failing(call(attemptIn('people')))).toMatchObject({ status: undefined, code: A_WORD });
        expect(made()).toHaveLength(before + 1);
      });

      test('that hangs is given up in time', async () => {
        wire = make(SHORT_MS);
        behave({ do: 'hang' });
        expect(await failing(call(attemptIn('people')))).toMatchObject({ status: undefined, code: A_WORD });
      });

      test('that is ended before its turn never leaves', async () => {
        const ending = new AbortController();
        const attempt = attemptIn('round', { signal: ending.signal });
        const waiting = new Promise<void>((_, reject) => {
          ending.signal.addEventListener('abort', () => reject(new Error('ended')));
        });
        wire = makeWire({ callMs: LONG_MS, taken: () => waiting });
        const before = made().length;
        const failed = failing(call(attempt));
        ending.abort();
        await failed;
        expect(attempt.left).toBe(false);
        expect(made()).toHaveLength(before);
      });
    });

    test('a message says from whom, to whom and where, and gets an id', async () => {
      const id = await wire.send(to(), { ...text, summary: 'Kort' }, attemptIn('people'));
      expect(connector.sent.at(-1)).toMatchObject({
        conversation: to().conversation,
        activity: {
          type: 'message',
          text: 'Hallo',
          summary: 'Kort',
          channelId: 'msteams',
          from: { id: '28:kompas' },
          recipient: { id: '29:somebody' },
          conversation: { id: to().conversation },
        },
      });
      expect(id).toBe(`sent-${connector.sent.length}`);
      await wire.update(to(), id, { ...text, text: 'Anders' }, attemptIn('people'));
      expect(connector.rewritten.at(-1)).toMatchObject({ id, activity: { text: 'Anders' } });
    });

    test.each([
      ['in seconds', '0.5', 500],
      ['that says nothing', 'soon', undefined],
      ['of no time at all', '0', undefined],
      ['of the past', 'Mon, 01 Jan 2001 00:00:00 GMT', undefined],
    ])('a wait %s is read', async (_how, retryAfter, waitMs) => {
      connector.behave({ do: 'answer', status: 429, retryAfter }, to().conversation);
      expect(await failing(wire.send(to(), text, attemptIn('people')))).toMatchObject({
        status: 429,
        waitMs,
      });
    });

    test('a wait until a date is read', async () => {
      const retryAfter = new Date(Date.now() + 3_600_000).toUTCString();
      connector.behave({ do: 'answer', status: 429, retryAfter }, to().conversation);
      const { waitMs = 0 } = await failing(wire.send(to(), text, attemptIn('people')));
      // The date holds whole seconds, and the clock went on.
      expect(Math.round(waitMs / 600_000)).toBe(6);
    });

    test('a refusal with nothing in it has no word', async () => {
      connector.behave({ do: 'answer', status: 403 }, to().conversation);
      expect((await failing(wire.send(to(), text, attemptIn('people')))).code).toBeUndefined();
    });

    test('a roster is read page by page, in both shapes that Teams has for it, and no one is missing', async () => {
      const everybody = company(120).map((who, n) =>
        n % 10 === 3 ? { ...who, unnamed: true as const } : who,
      );
      connector.rosters.set(to().conversation, everybody);
      const read = [];
      let page: string | undefined;
      do {
        const { accounts, next } = await wire.members(to(), page, attemptIn('people'));
        read.push(...accounts);
        page = next;
      } while (page !== undefined);
      expect(read).toEqual(
        everybody.map(({ user, name: called, upn, account, unnamed }) => ({
          user,
          name: called,
          upn: unnamed ? undefined : upn,
          directoryId: account,
          guest: false,
        })),
      );
    });

    test('somebody is found by their id within Teams and by that of the directory', async () => {
      const [one] = company(1);
      connector.rosters.set(to().conversation, company(1));
      for (const id of [one?.user ?? '', one?.account ?? ''])
        expect(await wire.member(to(), id, attemptIn('people'))).toMatchObject({ directoryId: one?.account });
      expect(await wire.member(to(), '29:nobody', attemptIn('people'))).toBeUndefined();
    });

    test('a conversation that is gone is no member that is missing', async () => {
      connector.behave({ do: 'answer', status: 404, code: 'ConversationNotFound' }, to().conversation);
      const error = await failing(wire.member(to(), '29:user-1', attemptIn('people')));
      expect(error).toMatchObject({ status: 404, code: 'ConversationNotFound' });
    });

    test('of a roster in an odd shape the members are read that there are', async () => {
      const [one, two, three] = company(3) as [Somebody, Somebody, Somebody];
      const members = [
        null,
        { id: one.user, name: null, aadObjectId: '', objectId: one.account.toUpperCase(), tenantId: null },
        { id: two.user, aadObjectId: two.account, userPrincipalName: '', userRole: '' },
        { id: three.user, name: '', userRole: null },
        { aadObjectId: two.account },
      ];
      const body = { members, continuationToken: null };
      connector.behave({ do: 'answer', status: 200, body }, to().conversation);
      expect(await wire.members(to(), undefined, attemptIn('people'))).toEqual({
        accounts: [
          { user: one.user, directoryId: one.account, guest: false },
          { user: two.user, directoryId: two.account, guest: false },
          { user: three.user, guest: false },
        ],
      });
    });

    test('a 404 without a word from Teams does not say that somebody is not there', async () => {
      connector.behave({ do: 'answer', status: 404, body: {} }, to().conversation);
      await failing(wire.member(to(), '29:user-1', attemptIn('people')));
    });

    test.each([
      ['by their role', { guest: true as const }],
      ['by their address', { upn: 'Gast_bedrijf.example#EXT#@gemeente.onmicrosoft.com' }],
    ])('a guest is known %s', async (_how, mark) => {
      connector.rosters.set(to().conversation, [{ ...somebody(1), ...mark }]);
      const { accounts } = await wire.members(to(), undefined, attemptIn('people'));
      expect(accounts).toMatchObject([{ guest: true }]);
    });

    test('a chat is opened with an account of the directory', async () => {
      const id = await wire.openChat(to(), somebody(7).account, attemptIn('round'));
      expect(connector.opened.at(-1)).toBe(somebody(7).account);
      expect(id).toBe(`a:${somebody(7).account}`);
    });

    test('ways to other conversations are unhurt by one that fails', async () => {
      connector.behave({ do: 'answer', status: 503 }, to().conversation);
      await failing(wire.send(to(), text, attemptIn('people')));
      expect(requests()).toHaveLength(1);
      await expect(
        wire.send({ ...to(), conversation: 'a:other' }, text, attemptIn('people')),
      ).resolves.toBeTruthy();
    });
  });
}
