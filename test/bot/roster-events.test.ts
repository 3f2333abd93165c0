import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import {
  chatOf,
  imported,
  installation,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';

const [amira, bert, chris] = team as [Somebody, Somebody, Somebody];
const beheerder = somebody(60, 'Beheerder');
const WEST = '19:west@thread.tacv2';
const OOST = '19:oost@thread.tacv2';
const NAMES: Record<string, string> = { [WEST]: 'Objecten West', [OOST]: 'Objecten Oost' };

let bot: TestBot;
beforeEach(async () => {
  // Saturday: nothing is sent by the clock.
  bot = await startTestBot({
    now: '2026-11-28T11:00:00Z',
    seed: async ({ people, settings }) => {
      await settings.saveTeam({ key: 'objecten-oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([imported(beheerder, { access: ['beheerder'], team: 'objecten-oost' })]);
    },
  });
  await bot.hear(installation(beheerder, 'add'));
  bot.connector.rosters.set(WEST, [...team]);
  bot.connector.rosters.set(OOST, [beheerder]);
});
afterEach(() => bot.stop());

/** What Teams tells of a team, whoever's doing it is. */
const told = (
  id: string,
  eventType: string | undefined,
  change: object,
  more: object = {},
): TestActivity => ({
  ...typed(manager, undefined),
  type: 'conversationUpdate',
  conversation: { id, conversationType: 'channel', isGroup: true },
  channelData: {
    team: { id, name: NAMES[id] },
    ...(eventType ? { eventType } : {}),
    ...more,
  },
  ...change,
});
const only = (who: Somebody) => ({ id: who.user });
const joined = (id: string, who: Somebody) => told(id, 'teamMemberAdded', { membersAdded: [only(who)] });
const left = (id: string, who: Somebody) => told(id, 'teamMemberRemoved', { membersRemoved: [only(who)] });
const install = (id: string, by: Somebody = manager) => ({
  ...told(id, 'teamMemberAdded', { membersAdded: [{ id: '28:kompas' }] }),
  from: { id: by.user, aadObjectId: by.account },
});
const take = (id: string, who: Somebody) =>
  bot.connector.rosters.set(
    id,
    (bot.connector.rosters.get(id) ?? []).filter(({ user }) => user !== who.user),
  );
const put = (id: string, ...who: Somebody[]) =>
  bot.connector.rosters.set(id, [...(bot.connector.rosters.get(id) ?? []), ...who]);
const place = async (who: Somebody) => (await bot.core.people.find(who.account))?.team;
const everything = () => bot.rows('people', 'directory', 'audit', 'settings');
const byTeamsAlone = (who: Somebody) =>
  bot.core.people.change('objecten-west', who.id, (now) => ({ ...now, source: 'teams' }));

describe('the last administrator', () => {
  const boss = somebody(70, 'Enige Beheerder');
  beforeEach(async () => {
    await bot.core.people.change('objecten-oost', beheerder.id, (now) => ({
      ...now,
      access: ['medewerker'],
    }));
    await bot.core.people.save([imported(boss, { access: ['beheerder', 'manager'] })]);
    await bot.hear(installation(boss, 'add'));
    put(WEST, boss);
    await bot.hear(install(WEST));
  });

  test('keeps that right and their place when somebody takes them out of the team in Teams, and hears it', async () => {
    take(WEST, boss);
    const sent = await bot.hear(left(WEST, boss));
    expect((await bot.core.people.find(boss.account))?.access).toEqual(['medewerker', 'beheerder']);
    expect(wordsOf(sent)).toContain('De laatste beheerder blijft in Kompas');
  });

  test('goes as everybody does once another one administers', async () => {
    await bot.core.people.change('objecten-oost', beheerder.id, (now) => ({ ...now, access: ['beheerder'] }));
    take(WEST, boss);
    await bot.hear(left(WEST, boss));
    expect(await bot.core.people.find(boss.account)).toBeUndefined();
  });
});

describe('a team that is linked', () => {
  beforeEach(async () => {
    await bot.hear(install(WEST));
    await bot.hear(install(OOST, beheerder));
  });

  test('and that ended keeps nobody who joins or leaves its team in Teams', async () => {
    const links = async () => JSON.stringify((await bot.rows('teamlinks')).teamlinks);
    await bot.core.teamLinks.change(WEST, (now) => ({
      ...now,
      look: { at: '2026-11-28T11:00:00Z', joined: [], left: [chris.user], whole: false },
    }));
    await bot.core.settings.changeTeam('objecten-west', (now) => ({ ...now, ended: '2026-11-28' }));
    await bot.hear(left(WEST, bert));
    expect(await links()).not.toContain(bert.user);
    await bot.core.teamLinks.change(WEST, (now) => ({
      ...now,
      look: { at: '2026-11-28T11:00:00Z', joined: [], left: [chris.user], whole: false },
    }));
    bot.clock.now = bot.clock.now.add({ hours: 24 });
    await bot.tick();
    expect(await links()).not.toContain(chris.user);
  });

  test.each([
    ['somebody leaves a private channel', 'channelMemberRemoved', { membersRemoved: [only(bert)] }, {}],
    [
      'somebody from outside joins a shared channel',
      'channelMemberAdded',
      { membersAdded: [only(somebody(90))] },
      {},
    ],
    [
      'the bot is taken out of a shared channel',
      'channelMemberRemoved',
      { membersRemoved: [{ id: '28:kompas' }] },
      {},
    ],
    [
      'the bot is let into a shared channel',
      'channelMemberAdded',
      { membersAdded: [{ id: '28:kompas' }] },
      {},
    ],
    [
      'a channel without a name for its event loses somebody',
      undefined,
      { membersRemoved: [only(bert)] },
      { channel: { id: '19:c', type: 'private' } },
    ],
    ['somebody leaves a meeting', undefined, { membersRemoved: [only(bert)] }, { meeting: { id: 'm' } }],
    ['a channel is renamed', 'channelRenamed', {}, { channel: { id: '19:c', name: 'Anders' } }],
  ])('does not change when %s', async (_what, eventType, change, more) => {
    const before = await everything();
    const requests = bot.connector.requests.length;
    await bot.hear(told(WEST, eventType, change, more));
    expect(await everything()).toEqual(before);
    expect(bot.connector.requests).toHaveLength(requests);
  });

  test('is left by somebody of whom Teams tells only the id within Teams', async () => {
    take(WEST, bert);
    await bot.hear(left(WEST, bert));
    expect(await place(bert)).toBeUndefined();
    expect(wordsOf(await bot.hear(typed(bert, 'team')))).toContain(
      'Kompas is voor wie bij de gemeente werkt',
    );
  });

  test('is left by nobody who is in its roster, whatever is told', async () => {
    const before = await bot.rows('people');
    await bot.hear(left(WEST, bert));
    expect(await bot.rows('people')).toEqual(before);
  });

  test('has who was taken out, put back, and told to be out once more', async () => {
    take(WEST, bert);
    await bot.hear(left(WEST, bert));
    put(WEST, bert);
    await bot.hear(joined(WEST, bert));
    await bot.hear(left(WEST, bert));
    expect(await place(bert)).toBe('objecten-west');
  });

  test.each([
    ['in the order in which it was', false],
    ['the other way round', true],
  ])('gives who is here by Teams alone to another one, told %s', async (_how, isReversed) => {
    await byTeamsAlone(bert);
    put(OOST, bert);
    take(WEST, bert);
    const news = [joined(OOST, bert), left(WEST, bert)];
    for (const activity of isReversed ? news.toReversed() : news) await bot.hear(activity);
    expect(await place(bert)).toBe('objecten-oost');
    expect(await bot.core.people.members('objecten-west')).not.toContainEqual(
      expect.objectContaining({ directoryId: bert.account }),
    );
  });

  test('keeps somebody who is in two, until they leave the one they work in', async () => {
    put(OOST, bert);
    await bot.hear(joined(OOST, bert));
    expect(await place(bert)).toBe('objecten-west');
    take(OOST, bert);
    await bot.hear(left(OOST, bert));
    expect(await place(bert)).toBe('objecten-west');
    take(WEST, bert);
    await bot.hear(left(WEST, bert));
    expect(await place(bert)).toBeUndefined();
  });

  test.each([
    ['asks to wait', { do: 'answer', status: 429, retryAfter: '60' }],
    ['is away', { do: 'answer', status: 503 }],
    ['cuts the line', { do: 'reset' }],
    ['bars the bot', { do: 'answer', status: 403, code: 'BotDisabledByAdmin' }],
  ] as const)('takes in everybody at a later tick when Teams %s meanwhile', async (_what, behaviour) => {
    const news = [somebody(71), somebody(72), somebody(73)];
    put(WEST, ...news);
    bot.connector.behave(behaviour, WEST);
    const activity = told(WEST, 'teamMemberAdded', { membersAdded: news.map(only) });
    expect((await bot.post(activity)).status).toBe(200);
    expect(await place(news[0] as Somebody)).toBeUndefined();
    bot.connector.behave({ do: 'accept' }, WEST);
    bot.clock.now = bot.clock.now.add({ minutes: 2 });
    await bot.tick();
    for (const who of news) expect(await place(who)).toBe('objecten-west');
  });

  test('reads a roster of many pages to its end, keeps whoever was read, and nobody leaves before that', async () => {
    const many = Array.from({ length: 120 }, (_, n) => somebody(200 + n));
    put(WEST, ...many);
    const two = { do: 'accept' } as const;
    const wait = { do: 'answer', status: 429, retryAfter: '60' } as const;
    bot.connector.behave([two, wait], WEST);
    take(WEST, bert);
    await bot.hear(told(WEST, 'teamMemberAdded', { membersAdded: many.map(only) }));
    expect(await place(many[0] as Somebody)).toBe('objecten-west');
    expect(await place(many.at(-1) as Somebody)).toBeUndefined();
    expect(await place(bert)).toBe('objecten-west');
    bot.connector.behave({ do: 'accept' }, WEST);
    bot.clock.now = bot.clock.now.add({ minutes: 2 });
    await bot.tick();
    expect(await place(many.at(-1) as Somebody)).toBe('objecten-west');
    expect(await place(bert)).toBeUndefined();
  });

  test('that cannot be read is asked for again after five minutes, and not at every tick', async () => {
    bot.connector.behave({ do: 'answer', status: 403, code: 'BotDisabledByAdmin' }, WEST);
    await bot.hear(left(WEST, bert));
    const ofWest = () => bot.connector.requests.filter(({ conversation }) => conversation === WEST).length;
    const asked = async (minutes: number) => {
      const before = ofWest();
      bot.clock.now = bot.clock.now.add({ minutes });
      await bot.tick();
      return ofWest() > before;
    };
    expect(await asked(2)).toBe(true);
    expect(await asked(1)).toBe(false);
    expect(await asked(3)).toBe(false);
    expect(await asked(1)).toBe(true);
  });

  test('does not empty when its roster comes back empty', async () => {
    bot.connector.rosters.set(WEST, []);
    await bot.hear(left(WEST, bert));
    expect(await place(bert)).toBe('objecten-west');
  });

  test('is read to an end when Teams never stops giving pages, and nobody leaves by that', async () => {
    const members = team.slice(0, 3).map(({ user, account }) => ({ id: user, objectId: account }));
    const body = { members, continuationToken: 'once more' };
    bot.connector.behave({ do: 'answer', status: 200, body }, WEST);
    const before = bot.connector.requests.length;
    await bot.hear(left(WEST, chris));
    expect(bot.connector.requests.length - before).toBe(2);
    expect(await place(somebody(5))).toBe('objecten-west');
  });

  test('asks again when nobody says where somebody went who is in two', async () => {
    await byTeamsAlone(bert);
    put(OOST, bert);
    await bot.hear(joined(OOST, bert));
    take(WEST, bert);
    bot.connector.behave({ do: 'answer', status: 404, body: {} }, OOST);
    await bot.hear(left(WEST, bert));
    bot.connector.behave({ do: 'accept' }, OOST);
    bot.clock.now = bot.clock.now.add({ minutes: 2 });
    await bot.tick();
    expect(await place(bert)).toBe('objecten-oost');
  });

  test('notices at night who left without a word, and takes nobody in by that', async () => {
    take(WEST, chris);
    put(WEST, somebody(74));
    bot.clock.now = bot.clock.now.add({ hours: 16 });
    await bot.tick();
    expect(await place(chris)).toBeUndefined();
    expect(await place(somebody(74))).toBeUndefined();
  });

  test('knows a colleague whose entry has no address', async () => {
    const named = { ...bert, unnamed: true as const };
    take(WEST, bert);
    await bot.hear(left(WEST, bert));
    put(WEST, named);
    await bot.hear(joined(WEST, bert));
    expect(await place(bert)).toBe('objecten-west');
  });

  test('keeps a colleague whose entry says nothing but an id within Teams', async () => {
    const members = team
      .filter((who) => who !== chris)
      .map(({ user, account }) => ({ id: user, ...(user === bert.user ? {} : { objectId: account }) }));
    bot.connector.behave({ do: 'answer', status: 200, body: { members } }, WEST);
    await bot.hear(left(WEST, chris));
    expect(await place(bert)).toBe('objecten-west');
    expect(await place(chris)).toBeUndefined();
  });

  test('that is deleted and restored is linked again, and the administrator hears of both once', async () => {
    const deleted = told(WEST, 'teamDeleted', {});
    const sent = [...(await bot.hear(deleted)), ...(await bot.hear(deleted))];
    expect(sent.map(({ conversation }) => conversation)).toEqual([`chat-${beheerder.id}`]);
    expect(wordsOf(sent)).toContain('Een team in Teams is verwijderd');
    expect(await place(bert)).toBe('objecten-west');
    take(WEST, bert);
    const restored = told(WEST, 'teamRestored', {});
    const back = [...(await bot.hear(restored)), ...(await bot.hear(restored))];
    expect(wordsOf(back)).toContain('Een team in Teams is terug');
    expect(back).toHaveLength(1);
    expect(await place(bert)).toBeUndefined();
    take(WEST, chris);
    await bot.hear(left(WEST, chris));
    expect(await place(chris)).toBeUndefined();
  });

  test('is linked again when it is restored, also when Teams told that the bot went with it', async () => {
    await bot.hear(told(WEST, 'teamDeleted', {}));
    await bot.hear(told(WEST, 'teamMemberRemoved', { membersRemoved: [{ id: '28:kompas' }] }));
    expect(wordsOf(await bot.hear(told(WEST, 'teamRestored', {})))).toContain('Ik heb het weer gekoppeld');
    expect(await bot.core.teamLinks.of(WEST)).not.toHaveProperty('deleted');
  });

  test('that comes back when another took its place is told, and not linked', async () => {
    await bot.hear(told(WEST, 'teamDeleted', {}));
    const other = '19:west-2@thread.tacv2';
    NAMES[other] = 'Objecten West';
    bot.connector.rosters.set(other, [...team]);
    await bot.hear(install(other));
    const restored = told(WEST, 'teamRestored', {});
    const sent = [...(await bot.hear(restored)), ...(await bot.hear(restored))];
    expect(sent).toHaveLength(1);
    expect(wordsOf(sent)).toContain('Ik heb het niet gekoppeld');
    take(WEST, bert);
    await bot.hear(left(WEST, bert));
    expect(await place(bert)).toBe('objecten-west');
  });

  test.each([
    ['teamArchived', {}, 'is gearchiveerd'],
    ['teamRenamed', { team: { id: WEST, name: 'Iets anders' } }, 'heet nu anders'],
  ])('tells the administrator of %s once, and stays linked', async (eventType, more, words) => {
    const activity = told(WEST, eventType, {}, more);
    const sent = [...(await bot.hear(activity)), ...(await bot.hear(activity))];
    expect(sent).toHaveLength(1);
    expect(wordsOf(sent)).toContain(words);
    take(WEST, bert);
    await bot.hear(left(WEST, bert));
    expect(await place(bert)).toBeUndefined();
  });

  test('tells the administrator once a day of a name that changes again and again, and of another team as well', async () => {
    const rename = (id: string, n: number) =>
      bot.hear(told(id, 'teamRenamed', {}, { team: { id, name: `Naam ${n}` } }));
    const sent = [];
    for (const n of [1, 2, 3]) sent.push(...(await rename(WEST, n)));
    expect(sent).toHaveLength(1);
    expect(await rename(OOST, 4)).toHaveLength(1);
    expect(await bot.hear(told(WEST, 'teamArchived', {}))).toHaveLength(1);
    bot.clock.now = bot.clock.now.add({ hours: 24 });
    expect(await rename(WEST, 5)).toHaveLength(1);
  });

  test('tells once a day of one person who comes and goes, and of another one as well', async () => {
    const comesAndGoes = async (who: Somebody) => {
      put(WEST, who);
      const sent = await bot.hear(joined(WEST, who));
      take(WEST, who);
      return [...sent, ...(await bot.hear(left(WEST, who)))];
    };
    const [nina, otto] = [somebody(80, 'Nina Nieuw'), somebody(81, 'Otto Nieuw')];
    expect(wordsOf(await comesAndGoes(nina))).toContain(nina.name);
    for (const _ of [1, 2]) expect(wordsOf(await comesAndGoes(nina))).not.toContain(nina.name);
    expect(wordsOf(await comesAndGoes(otto))).toContain(otto.name);
  });

  test('that Teams does not know any more at night is linked again when it comes back', async () => {
    bot.connector.behave({ do: 'answer', status: 404, code: 'ConversationNotFound' }, WEST);
    bot.clock.now = bot.clock.now.add({ hours: 16 });
    await bot.tick();
    expect(await place(bert)).toBe('objecten-west');
    bot.connector.behave({ do: 'accept' }, WEST);
    await bot.hear(told(WEST, 'teamRestored', {}));
    take(WEST, bert);
    await bot.hear(left(WEST, bert));
    expect(await place(bert)).toBeUndefined();
  });

  test('keeps its link when the bot is taken out of a shared channel', async () => {
    await bot.hear({
      ...told(WEST, undefined, {}, { channel: { id: '19:c', type: 'shared' } }),
      type: 'installationUpdate',
      action: 'remove',
    });
    expect(await bot.core.teamLinks.of(WEST)).toBeDefined();
  });

  test('ends its link when the bot is taken out, but not by old news of that', async () => {
    const out = { ...told(WEST, 'teamMemberRemoved', { membersRemoved: [only(bert), { id: '28:KOMPAS' }] }) };
    await bot.hear({ ...out, timestamp: '2026-11-27T10:00:00Z' });
    expect(await bot.core.teamLinks.of(WEST)).toBeDefined();
    await bot.hear({ ...out, timestamp: '2026-11-28T12:00:00Z' });
    expect(await bot.core.teamLinks.of(WEST)).toBeUndefined();
    expect(await place(bert)).toBe('objecten-west');
  });
});

test('an install in a meeting that does not say what it is, is nobody’s own chat', async () => {
  const meeting = { id: '19:meeting_abc@thread.v2', isGroup: true };
  for (const activity of [
    { ...installation(amira, 'add'), conversation: meeting },
    {
      ...told(WEST, undefined, { membersAdded: [{ id: '28:kompas' }] }),
      conversation: meeting,
      channelData: {},
    },
  ])
    await bot.hear(activity);
  expect(await bot.core.people.find(amira.account)).toMatchObject({ reach: 'none' });
  const sent = await bot.hear({ ...typed(amira, 'check-in'), conversation: meeting });
  expect(wordsOf(sent)).toContain('Open een chat met mij');
  expect(await bot.core.people.find(amira.account)).not.toHaveProperty('address');
});

test('an address of a group that was kept once is not written to', async () => {
  await bot.core.people.change('objecten-west', amira.id, (now) => ({
    ...now,
    reach: 'open',
    address: { ...chatOf(amira, bot.connector.url), conversation: '19:meeting_abc@thread.v2' },
  }));
  const sent = await bot.hear({
    ...typed(amira, '<at>Kompas</at> check-in'),
    conversation: { id: WEST, conversationType: 'channel' },
  });
  expect(sent.map(({ conversation }) => conversation)).toEqual([WEST]);
});

test('somebody who writes from elsewhere is written to there from then on, unless the turn may leave no trace', async () => {
  await bot.hear(installation(amira, 'add'));
  const elsewhere = `${bot.connector.url}/`;
  const address = async () => (await bot.core.people.find(amira.account))?.address?.serviceUrl;
  await bot.hear({ ...typed(amira, 'check-in'), serviceUrl: elsewhere });
  expect(await address()).toBe(bot.connector.url);
  await bot.hear({ ...typed(amira, 'mijn werkdagen'), serviceUrl: elsewhere });
  expect(await address()).toBe(elsewhere);
});

describe('a tap that comes as a message', () => {
  const submit = (who: Somebody, value: unknown) => ({ ...typed(who, undefined), value });
  beforeEach(() => bot.hear(installation(amira, 'add')));

  test.each([
    ['with the verb among its data', { verb: 'checkin.answer', period: '2026-W48', score: 4 }],
    ['with data apart', { verb: 'checkin.answer', data: { period: '2026-W48', score: 4 }, msteams: {} }],
    [
      'as the whole action',
      { action: { type: 'Action.Submit', verb: 'checkin.answer', data: { period: '2026-W48', score: 4 } } },
    ],
    ['as text', JSON.stringify({ verb: 'checkin.answer', period: '2026-W48', score: 4 })],
    ['with data as text', { verb: 'checkin.answer', data: JSON.stringify({ period: '2026-W48', score: 4 }) }],
    ['with the verb in data apart', { data: { verb: 'checkin.answer', period: '2026-W48', score: 4 } }],
    [
      'in the envelope of a message back',
      { msteams: { type: 'messageBack', value: { verb: 'checkin.answer', period: '2026-W48', score: 4 } } },
    ],
  ])('%s does the same, and says nothing of what was answered', async (_how, value) => {
    bot.clock.now = Temporal.Instant.from('2026-11-25T18:30:00Z');
    const sent = await bot.hear(submit(amira, value));
    expect((await bot.rows('answers')).answers).toHaveLength(2);
    expect(sent).toHaveLength(1);
    expect(wordsOf(sent)).toContain('Je tik is binnen');
  });

  test('that says something is answered as typed words', async () => {
    expect(wordsOf(await bot.hear(submit(amira, { verb: 'help.say', text: 'mijn werkdagen' })))).toContain(
      'Je werkdagen',
    );
  });

  test('in a channel is answered in private', async () => {
    const sent = await bot.hear({
      ...submit(amira, { verb: 'checkin.answer', period: '2026-W48', score: 4 }),
      conversation: { id: WEST, conversationType: 'channel' },
    });
    expect(sent.find(({ conversation }) => conversation === WEST)?.activity.text).toBe(
      'Ik heb je antwoord in onze eigen chat gezet.',
    );
  });

  test.each([null, {}, { verb: 7 }, { verb: 'nothing.known' }, 'text', []])(
    '%j is answered and changes nothing',
    async (value) => {
      const before = await everything();
      expect(await bot.hear(submit(amira, value))).toHaveLength(1);
      expect(await everything()).toEqual(before);
    },
  );
});

describe('a message that was changed', () => {
  const changed = (eventType: string) => ({
    ...typed(amira, 'mijn werkdagen'),
    type: 'messageUpdate',
    channelData: { eventType },
  });

  test('is answered as it stands now', async () => {
    expect(wordsOf(await bot.hear(changed('editMessage')))).toContain('Je werkdagen');
  });

  test.each(['undeleteMessage', 'softDeleteMessage'])('by %s is not', async (eventType) => {
    expect(await bot.hear(changed(eventType))).toEqual([]);
  });
});

test('a team is linked also when nothing may be said there', async () => {
  bot.connector.behave({ do: 'answer', status: 403, code: 'BotDisabledByAdmin' });
  expect((await bot.post(install(WEST))).status).toBe(200);
  bot.connector.behave({ do: 'accept' });
  expect((await bot.app.services.teamLinks.of(WEST))?.team).toBe('objecten-west');
});

describe('Kompas in a team of which people had no account yet', () => {
  const told = () =>
    bot.connector.sent
      .filter(({ conversation }) => conversation === chatOf(beheerder).conversation)
      .slice(before);
  let before = 0;
  beforeEach(async () => {
    for (const who of team)
      await bot.core.people.change('objecten-west', who.id, (now) => ({ ...now, directoryId: undefined }));
    await bot.core.people.change('objecten-west', manager.id, (now) => ({
      ...now,
      directoryId: manager.account,
    }));
    before = bot.connector.sent.filter(
      ({ conversation }) => conversation === chatOf(beheerder).conversation,
    ).length;
  });

  test('tells administrators how many of how many are linked now, by no name, with the list a tap away', async () => {
    take(WEST, bert);
    take(WEST, chris);
    await bot.hear(install(WEST));
    const [news, ...more] = told();
    expect(more).toEqual([]);
    const said = wordsOf(news ? [news] : []);
    expect(said).toContain('Kompas kent nu het account van 7 van de 9 mensen in dit team.');
    expect(said).toContain('2 mensen zijn nog niet gekoppeld');
    expect(said).toContain('Objecten West');
    expect(said).toContain('people.unreached');
    for (const { name } of team) expect(said).not.toContain(name);
  });

  test('says so when it is everybody, and is told once, however often Teams tells of it', async () => {
    await bot.hear(install(WEST));
    await bot.hear(install(WEST));
    expect(told()).toHaveLength(1);
    const said = wordsOf(told());
    expect(said).toContain('Kompas kent nu het account van alle 9 mensen in dit team.');
    expect(said).not.toContain('people.unreached');
  });

  test('tells nobody of one who joins later', async () => {
    take(WEST, bert);
    await bot.hear(install(WEST));
    put(WEST, bert);
    await bot.hear(joined(WEST, bert));
    expect(told()).toHaveLength(1);
  });
});
