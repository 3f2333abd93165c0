import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncomingActivity } from '../../src/bot/activity.ts';
import { scopeOf, turnOf } from '../../src/bot/teams.ts';
import { turnReader } from '../../src/people/turn-reader.ts';
import {
  imported,
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

const [amira, bert] = team as [(typeof team)[0], (typeof team)[0]];
const asActivity = (parts: object) => parts as unknown as IncomingActivity;

describe('a turn', () => {
  const now = Temporal.Instant.from('2026-11-25T11:00:00Z');
  const nobody = async () => undefined;
  const noSettings = { read: () => Promise.reject(new Error('nobody asked for settings')) };

  test('looks up who it is once, and only when somebody asks', async () => {
    let asked = 0;
    const activity = asActivity({ ...typed(amira, 'help'), serviceUrl: 'http://127.0.0.1' });
    const find = async () => {
      asked += 1;
      return imported(amira);
    };
    const turn = turnOf(
      activity,
      now,
      turnReader({ people: { find, workplace: nobody }, settings: noSettings }),
    );
    expect(asked).toBe(0);
    await Promise.all([turn.person(), turn.person()]);
    expect(asked).toBe(1);
  });

  test('of somebody without an account is of nobody', async () => {
    const activity = asActivity({ ...typed(amira, 'help'), from: { id: '29:guest' } });
    const people = { find: async () => imported(amira), workplace: nobody };
    const turn = turnOf(activity, now, turnReader({ people, settings: noSettings }));
    expect(await turn.person()).toBeUndefined();
  });

  test.each([
    ['says so', { id: 'a:1', conversationType: 'personal' }, {}, 'personal'],
    [
      'says so, with an id like that of a group',
      { id: '19:x', conversationType: 'personal' },
      {},
      'personal',
    ],
    ['says so in capitals', { id: 'a:1', conversationType: 'Personal' }, {}, 'personal'],
    ['says nothing', { id: 'a:1' }, {}, 'personal'],
    ['says nothing and is a chat of two with Kompas', { id: '19:a_kompas@unq.gbl.spaces' }, {}, 'personal'],
    ['names Kompas first', { id: '19:Kompas_a@unq.gbl.spaces' }, {}, 'personal'],
    ['says nothing and is a chat of two colleagues', { id: '19:a_b@unq.gbl.spaces' }, {}, 'group'],
    ['has Kompas in an id of somebody', { id: '19:a-kompas_b@unq.gbl.spaces' }, {}, 'group'],
    [
      'is a chat of two, and says so',
      { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal' },
      {},
      'personal',
    ],
    ['is a meeting and does not say so', { id: '19:meeting_x@thread.v2', isGroup: true }, {}, 'group'],
    ['has an id of a group alone', { id: '19:x@thread.v2' }, {}, 'group'],
    ['has only a mark of a group', { id: 'a:1', isGroup: true }, {}, 'group'],
    ['is about a meeting', { id: 'a:1' }, { meeting: { id: 'm' } }, 'group'],
    ['is of a team and does not say so', { id: 'a:1' }, { team: { id: '19:t' } }, 'channel'],
    ['is of a channel and does not say so', { id: 'a:1' }, { channel: { id: '19:c' } }, 'channel'],
    ['is a group', { id: '19:x@thread.v2', conversationType: 'groupChat' }, {}, 'group'],
    ['is a channel', { id: '19:x@thread.tacv2', conversationType: 'channel' }, {}, 'channel'],
    ['is a channel in capitals', { id: '19:x@thread.tacv2', conversationType: 'Channel' }, {}, 'channel'],
    ['is of a kind that is not known here', { id: 'a:1', conversationType: 'meeting' }, {}, 'group'],
  ])('in a conversation that %s', (_what, conversation, channelData, scope) => {
    expect(scopeOf(asActivity({ conversation, channelData, recipient: { id: '28:kompas' } }))).toBe(scope);
  });
});

describe('in a channel', () => {
  let bot: TestBot;
  beforeAll(async () => {
    // Saturday: no window is open, so nothing is sent but answers.
    bot = await startTestBot({ now: '2026-11-28T11:00:00Z', env: { TURNS_PER_MINUTE: '10000' } });
    await bot.hear(installation(amira, 'add'));
  });
  afterAll(() => bot.stop());

  const inTeam = (who: typeof amira, text: string) =>
    bot.hear(inChannel(typed(who, `<at>Kompas</at> ${text}`)));
  const to = (sent: Awaited<ReturnType<typeof inTeam>>, conversation: string) =>
    sent.filter((one) => one.conversation === conversation);

  test('help is answered where it was asked', async () => {
    const sent = await inTeam(bert, 'help');
    expect(sent.map(({ conversation }) => conversation)).toEqual(['19:channel']);
  });

  test.each(['check-in', 'deze week niet', 'mijn gegevens', 'mijn werkdagen', 'vergeet mij', 'afwezig'])(
    '"%s" is answered in the person’s own chat, and the channel hears only that',
    async (text) => {
      const sent = await inTeam(amira, text);
      expect(to(sent, 'chat-p1')).toHaveLength(1);
      expect(to(sent, '19:channel').map(({ activity }) => activity.text)).toEqual([
        'Ik heb je antwoord in onze eigen chat gezet.',
      ]);
      expect(sent).toHaveLength(2);
    },
  );

  test('every personal thing of every feature stays out of the channel', async () => {
    const personal = bot.features
      .flatMap(({ phrases }) => phrases)
      .filter(({ needs }) => needs.where === 'own chat');
    expect(personal.length).toBeGreaterThan(8);
    for (const { say } of personal) {
      const words = wordsOf(to(await inTeam(amira, say), '19:channel'));
      expect(words, say).toContain('Ik heb je antwoord in onze eigen chat gezet.');
      expect(words, say).not.toContain('AdaptiveCard');
    }
  });

  test('somebody without a chat with Kompas is asked to open one', async () => {
    for (const who of [bert, somebody(77)]) {
      const sent = await inTeam(who, 'check-in');
      expect(sent).toHaveLength(1);
      expect(sent[0]?.activity.text).toContain('Open een chat met mij');
    }
  });

  test('somebody who blocked Kompas is not written to', async () => {
    await bot.hear(installation(amira, 'remove'));
    const sent = await inTeam(amira, 'check-in');
    expect(to(sent, 'chat-p1')).toEqual([]);
    expect(sent[0]?.activity.text).toContain('Open een chat met mij');
    await bot.hear(installation(amira, 'add'));
  });

  test('a message there does not become the address of somebody’s own chat', async () => {
    const before = await bot.rows('people');
    await inTeam(amira, 'help');
    await inTeam(bert, 'help');
    expect(await bot.rows('people')).toEqual(before);
  });

  test('a tap is answered to the person who tapped, with nothing sent to the channel', async () => {
    const start = bot.connector.sent.length;
    const answer = await bot.post(inChannel(tapped(amira, 'help.say', { text: 'check-in' })));
    expect(answer.body.value.type).toBe('AdaptiveCard');
    expect(bot.connector.sent).toHaveLength(start);
  });
});
