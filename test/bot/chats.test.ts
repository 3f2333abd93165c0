import { afterEach, describe, expect, test, vi } from 'vitest';
import { reachOf } from '../../src/people/reach.ts';
import {
  chatOf,
  imported,
  installation,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
} from '../support/bot.ts';
import { opening } from '../support/connector.ts';
import { patience } from '../support/patience.ts';

const [amira, bert, chris] = team as [Somebody, Somebody, Somebody];
const late = somebody(40, 'Later Toegevoegd');
/** A Tuesday within the window of the check-in. */
const TUESDAY = '2026-11-24T11:00:00Z';

let bot: TestBot;
afterEach(() => bot.stop());

/** The import of people was now. */
const importedNow = () =>
  bot.core.settings.changeMunicipality((now) => ({ ...now, peopleSince: bot.clock.now.toString() }));
const row = (who: Somebody) => bot.core.people.find(who.account);
const wordsTo = (who: Somebody) =>
  bot.connector.sent
    .filter(({ conversation }) => conversation === `a:${who.account}`)
    .map(({ activity }) => activity.summary ?? activity.text);

describe('after an import', () => {
  test('whoever has no chat yet gets one, a welcome, and the card of this week, once', async () => {
    bot = await startTestBot({ now: TUESDAY });
    await bot.hear(installation(amira, 'add'));
    await bot.core.people.save([imported(late)]);
    await importedNow();
    await bot.tick();
    expect(bot.connector.opened).toContain(late.account);
    // The check-in goes out through the queue, the welcome by the clock.
    await vi.waitUntil(() => wordsTo(late).length >= 2, patience);
    expect(wordsTo(late)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Hallo, ik ben Kompas/),
        expect.stringMatching(/^Hoe zit je erbij/),
      ]),
    );
    const opened = bot.connector.opened.length;
    await bot.tick();
    expect(bot.connector.opened).toHaveLength(opened);
    expect(wordsTo(late).filter((words) => words?.startsWith('Hallo'))).toHaveLength(1);
    expect(await row(late)).toMatchObject({ reach: 'open', welcomed: true });
  });

  test('somebody whose install came before they were in the file is reached too', async () => {
    bot = await startTestBot({ now: TUESDAY });
    await bot.hear(installation(late, 'add'));
    await bot.core.people.save([imported(late)]);
    await importedNow();
    await bot.tick();
    expect(await row(late)).toMatchObject({ reach: 'open' });
  });

  test.each([
    ['ForbiddenOperationException', 403, 'no app'],
    ['BotNotInConversationRoster', 403, 'no app'],
    ['UserNotFound', 404, 'no account'],
    ['BadArgument', 400, 'no account'],
  ])(
    '%s says why somebody cannot be reached, and keeps nobody else from it',
    async (code, status, unreached) => {
      bot = await startTestBot({ now: TUESDAY });
      await bot.hear(installation(amira, 'add'));
      bot.connector.behave({ do: 'answer', status, code }, opening(bert.account));
      await importedNow();
      await bot.tick();
      expect(await row(bert)).toMatchObject({ reach: 'none', unreached });
      expect(await row(chris)).toMatchObject({ reach: 'open' });
    },
  );

  test('when the tenant bars the bot nobody is marked, and it is tried again later', async () => {
    bot = await startTestBot({ now: TUESDAY });
    await bot.hear(installation(amira, 'add'));
    for (const { account } of team)
      bot.connector.behave({ do: 'answer', status: 403, code: 'BotDisabledByAdmin' }, opening(account));
    await importedNow();
    await bot.tick();
    expect(await row(bert)).toMatchObject({ reach: 'none' });
    expect(await row(bert)).not.toHaveProperty('unreached');
    for (const { account } of team) bot.connector.behave({ do: 'accept' }, opening(account));
    bot.clock.now = bot.clock.now.add({ hours: 1 });
    await bot.tick();
    expect(await row(bert)).toMatchObject({ reach: 'open' });
  });

  test('nobody is written to before check-ins may go out', async () => {
    bot = await startTestBot({
      now: TUESDAY,
      seed: ({ settings }) => settings.changeMunicipality((now) => ({ ...now, consent: undefined })),
    });
    await bot.hear(installation(amira, 'add'));
    await importedNow();
    await bot.tick();
    expect(await row(bert)).toMatchObject({ reach: 'open' });
    expect(wordsTo(bert)).toEqual([]);
  });

  test('whoever erased themselves is left alone until they write', async () => {
    bot = await startTestBot({ now: TUESDAY });
    await bot.hear(installation(amira, 'add'));
    await bot.hear(installation(bert, 'add'));
    await bot.post(tapped(bert, 'privacy.erase', {}));
    await bot.core.people.save([imported(bert)]);
    await importedNow();
    await bot.tick();
    expect(bot.connector.opened).not.toContain(bert.account);
    // An administrator reads of them what is read of somebody without the app.
    const returned = await row(bert);
    expect(returned && reachOf(returned)).toBe('closed');
    await bot.hear(typed(bert, 'help'));
    expect(await row(bert)).toMatchObject({ reach: 'open', address: chatOf(bert, bot.connector.url) });
    expect((await bot.rows('silences')).silences).toEqual([]);
  });
});

describe('soon after', () => {
  const GROUP = '19:west@thread.tacv2';
  const isOpened = (who: Somebody) => bot.connector.opened.includes(who.account);
  /** The team of Objecten West in Teams as Kompas is put there. */
  const added = () => ({
    ...typed(manager, undefined),
    type: 'conversationUpdate',
    conversation: { id: GROUP, conversationType: 'channel', isGroup: true },
    membersAdded: [{ id: '28:kompas' }],
    channelData: { team: { id: GROUP, name: 'Objecten West' }, eventType: 'teamMemberAdded' },
  });

  test('a roster told the account of who is in the list, and who else is in the team', async () => {
    bot = await startTestBot({
      now: TUESDAY,
      seed: ({ people }) => people.save([imported(late, { directoryId: undefined })]),
    });
    await bot.hear(installation(amira, 'add'));
    await bot.tick();
    const newcomer = somebody(41, 'Via Teams');
    bot.connector.rosters.set(GROUP, [...team, late, newcomer]);
    await bot.hear(added());
    await bot.tick();
    expect([isOpened(late), isOpened(newcomer)]).toEqual([true, true]);
    expect(await row(late)).toMatchObject({ reach: 'open' });
  });

  test('somebody was linked to an account by hand', async () => {
    bot = await startTestBot({
      now: TUESDAY,
      seed: ({ people }) =>
        people.save([imported(late, { directoryId: undefined }), imported(bert, { access: ['beheerder'] })]),
    });
    await bot.hear(installation(bert, 'add'));
    await bot.tick();
    const { body } = await bot.post(tapped(bert, 'people.bind', { id: late.id }));
    const [, seen = ''] = /"seen":"([^"]+)"/.exec(JSON.stringify(body)) ?? [];
    await bot.post(
      tapped(bert, 'people.save-bind', { id: late.id, seen, account: late.account, sure: true }),
    );
    await bot.tick();
    expect(isOpened(late)).toBe(true);
  });
});

test('a chat is opened at night, and nobody is written to then', async () => {
  bot = await startTestBot({ now: '2026-11-24T03:00:00Z' });
  await bot.hear(installation(amira, 'add'));
  await bot.tick();
  expect(await row(bert)).toMatchObject({ reach: 'open' });
  expect(wordsTo(bert)).toEqual([]);
  bot.clock.now = bot.clock.now.add({ hours: 5 });
  await bot.tick();
  await vi.waitUntil(() => wordsTo(bert).length > 0, patience);
  expect(wordsTo(bert)[0]).toMatch(/^Hallo, ik ben Kompas/);
});

test('as long as Teams was not heard from, nothing is tried', async () => {
  bot = await startTestBot({ now: TUESDAY });
  await importedNow();
  await bot.tick();
  expect(bot.connector.requests).toEqual([]);
});

test('everybody of a large import gets a chat and a welcome, once', async () => {
  const many = Array.from({ length: 40 }, (_, index) => somebody(100 + index, `Nieuw ${index}`));
  bot = await startTestBot({ now: TUESDAY });
  await bot.hear(installation(amira, 'add'));
  await bot.core.people.save(many.map((who) => imported(who)));
  await importedNow();
  await bot.tick();
  const times = (list: readonly string[], wanted: string) => list.filter((item) => item === wanted).length;
  const welcomed = bot.connector.sent
    .filter(({ activity }) => (activity.summary ?? activity.text)?.startsWith('Hallo, ik ben Kompas'))
    .map(({ conversation }) => conversation);
  for (const { account } of many) {
    expect(times(bot.connector.opened, account)).toBe(1);
    expect(times(welcomed, `a:${account}`)).toBe(1);
  }
});
