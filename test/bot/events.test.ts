import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  chatOf,
  imported,
  inChannel,
  installation,
  manager,
  members,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';
import { agreed } from '../support/town.ts';

const [amira, bert] = team as [(typeof team)[0], (typeof team)[0]];
/** In the file of the import, but without a directory id: bound at the install. */
const chantal = somebody(20);
const stranger = somebody(99);

let bot: TestBot;
beforeEach(async () => {
  // Friday, when the window has closed: the welcome is all that is sent.
  bot = await startTestBot({
    now: '2026-11-27T15:30:00Z',
    // A stranger tries everything below.
    env: { TURNS_PER_MINUTE: '100000' },
    seed: ({ people }) => people.save([imported(chantal, { directoryId: undefined })]),
  });
  bot.connector.roster.push(chantal, stranger);
});
afterEach(() => bot.stop());

const person = (id: string) =>
  bot.core.people.members('objecten-west').then((all) => all.find((one) => one.id === id));
const welcomes = () =>
  bot.connector.sent.filter(({ activity }) => activity.summary?.startsWith('Hallo, ik ben'));

describe('an install', () => {
  test('that Teams tells of twice at the same moment welcomes once', async () => {
    const both = [installation(amira, 'add'), members(amira, 'membersAdded')];
    await Promise.all([...both, ...both].map((activity) => bot.hear(activity)));
    expect(welcomes().map(({ conversation }) => conversation)).toEqual(['chat-p1']);
    expect(await person('p1')).toMatchObject({
      reach: 'open',
      welcomed: true,
      address: chatOf(amira, bot.connector.url),
    });
    for (const activity of both) await bot.hear(activity);
    expect(welcomes()).toHaveLength(1);
  });

  test('while Teams asks us to wait is made up for at once when the wait is short', async () => {
    bot.connector.behave({ do: 'answer', status: 429 });
    const hearing = bot.hear(installation(amira, 'add'));
    await bot.connector.until(() => bot.connector.requests.length > 1);
    bot.connector.behave({ do: 'accept' });
    await hearing;
    expect(welcomes()).toHaveLength(1);
    expect(await person('p1')).toMatchObject({ welcomed: true });
  });

  test('whose welcome could not be sent is welcomed at the next event, once', async () => {
    bot.connector.behave({ do: 'answer', status: 503 });
    expect((await bot.post(installation(amira, 'add'))).status).toBe(500);
    expect(await person('p1')).not.toHaveProperty('welcomed');
    bot.connector.behave({ do: 'accept' });
    for (const event of [members(amira, 'membersAdded'), installation(amira, 'add')]) await bot.hear(event);
    expect(welcomes()).toHaveLength(1);
    expect(await person('p1')).toMatchObject({ welcomed: true });
  });

  test('by somebody whom nobody added says nothing and keeps nothing', async () => {
    const before = await bot.rows('people', 'directory');
    expect(await bot.hear(installation(stranger, 'add'))).toEqual([]);
    expect(await bot.hear(members(stranger, 'membersAdded'))).toEqual([]);
    expect(await bot.rows('people', 'directory')).toEqual(before);
  });

  test('by somebody whom Teams does not know either is no failure', async () => {
    bot.connector.roster = [];
    expect(await bot.hear(installation(stranger, 'add'))).toEqual([]);
  });

  test.each([
    { do: 'answer', status: 503 },
    { do: 'answer', status: 403, code: 'BotDisabledByAdmin' },
    { do: 'reset' },
  ] as const)('by somebody whom Teams cannot look up now is no failure: %j', async (behaviour) => {
    bot.connector.behave(behaviour);
    expect((await bot.post(installation(chantal, 'add'))).status).toBe(200);
    bot.connector.behave({ do: 'accept' });
    await bot.hear(typed(chantal, 'mijn werkdagen'));
    expect(welcomes().map(({ conversation }) => conversation)).toEqual([`chat-${chantal.id}`]);
  });

  test('by somebody without an account is no failure', async () => {
    const guest = { ...installation(stranger, 'add'), from: { id: '29:guest' } };
    expect(await bot.hear(guest)).toEqual([]);
  });

  test('binds somebody from the import to the account with exactly their address', async () => {
    await bot.hear(installation(chantal, 'add'));
    expect(await person('p20')).toMatchObject({ directoryId: chantal.account, reach: 'open' });
    expect(welcomes()).toHaveLength(1);
  });

  test('does not mind capitals in the address', async () => {
    bot.connector.roster = [{ ...chantal, upn: chantal.upn.toUpperCase() }];
    await bot.hear(installation(chantal, 'add'));
    expect(await person('p20')).toMatchObject({ directoryId: chantal.account });
  });

  test('binds nobody on an address that only looks like it', async () => {
    bot.connector.roster = [{ ...chantal, upn: `x${chantal.upn}` }];
    expect(await bot.hear(installation(chantal, 'add'))).toEqual([]);
    expect(await person('p20')).not.toHaveProperty('directoryId');
  });

  test('never gives somebody a second account', async () => {
    await bot.hear(installation(chantal, 'add'));
    const before = await bot.rows('people', 'directory');
    const second = { ...chantal, account: somebody(21).account, user: '29:second' };
    bot.connector.roster = [second];
    expect(await bot.hear(installation(second, 'add'))).toEqual([]);
    expect(wordsOf(await bot.hear(typed(second, 'mijn werkdagen')))).toContain('Ik ken je nog niet');
    expect(await bot.rows('people', 'directory')).toEqual(before);
  });

  test('by two accounts with one address at the same moment binds one of them', async () => {
    const second = { ...chantal, account: somebody(21).account, user: '29:second' };
    bot.connector.roster = [chantal, second];
    await Promise.all([bot.hear(installation(chantal, 'add')), bot.hear(installation(second, 'add'))]);
    const bound = (await person('p20'))?.directoryId;
    expect([chantal.account, second.account]).toContain(bound);
    expect(welcomes()).toHaveLength(1);
    const { directory = [] } = await bot.rows('directory');
    const pointing = directory.filter(({ row, value }) => row.startsWith('d|') && value.person === 'p20');
    expect(pointing.map(({ row }) => row)).toEqual([`d|${bound}`]);
  });
});

describe('an install at which nobody may be written to yet', () => {
  const toAmira = () => welcomes().filter(({ conversation }) => conversation === 'chat-p1');
  const installs = async () => {
    for (const event of [installation(amira, 'add'), members(amira, 'membersAdded')])
      expect(await bot.hear(event)).toEqual([]);
    expect(await person('p1')).toMatchObject({ reach: 'open' });
    expect(await person('p1')).not.toHaveProperty('welcomed');
  };

  test.each([
    ['on a Sunday night', '2026-11-29T22:30:00Z'],
    ['early in the morning', '2026-11-27T06:59:00Z'],
    ['in the evening', '2026-11-27T17:00:00Z'],
  ])('%s says nothing; the clock welcomes on their next day of work, once', async (_when, moment) => {
    bot.clock.now = Temporal.Instant.from(moment);
    await installs();
    bot.clock.now = Temporal.Instant.from('2026-11-30T07:30:00Z');
    await bot.tick();
    await bot.tick();
    expect(toAmira()).toHaveLength(1);
  });

  test('on a day that they do not work says nothing, and what they type is answered', async () => {
    await bot.core.people.change('objecten-west', 'p1', (now) => ({ ...now, workdays: ['ma'] }));
    await installs();
    expect(wordsOf(await bot.hear(typed(amira, 'mijn werkdagen')))).toContain('Je werkdagen');
    expect(toAmira()).toEqual([]);
  });

  test('before the works council agreed says nothing, and the clock welcomes when it did', async () => {
    await bot.core.settings.changeMunicipality((now) => ({ ...now, consent: undefined }));
    await installs();
    await bot.tick();
    expect(toAmira()).toEqual([]);
    await bot.core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));
    await bot.tick();
    expect(toAmira()).toHaveLength(1);
  });
});

test('somebody who was added after the install is welcomed when they write', async () => {
  const late = somebody(30);
  bot.connector.roster.push(late);
  await bot.hear(installation(late, 'add'));
  await bot.core.people.save([imported(late, { directoryId: undefined })]);
  const sent = await bot.hear(typed(late, 'mijn werkdagen'));
  expect(sent.map(({ activity }) => activity.summary)).toEqual([
    expect.stringMatching(/^Hallo, ik ben Kompas/),
    expect.stringMatching(/^Je werkdagen/),
  ]);
  expect(await person('p30')).toMatchObject({ directoryId: late.account, reach: 'open' });
  expect(await bot.hear(typed(late, 'mijn werkdagen'))).toHaveLength(1);
});

test('an administrator whom Kompas did not know before gets the one card that they ask for, and the welcome by the clock', async () => {
  const late = somebody(30);
  bot.connector.roster.push(late);
  await bot.core.people.save([imported(late, { directoryId: undefined, access: ['beheerder'] })]);
  for (const text of ['beheer', 'hoi']) {
    const sent = await bot.hear(typed(late, text));
    expect(sent).toHaveLength(1);
    expect(wordsOf(sent)).not.toContain('Hallo, ik ben Kompas');
  }
  expect(await person('p30')).toMatchObject({ directoryId: late.account, reach: 'open' });
  // Monday.
  bot.clock.now = Temporal.Instant.from('2026-11-30T10:00:00Z');
  await bot.core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));
  await bot.tick();
  expect(welcomes().map(({ conversation }) => conversation)).toContain('chat-p30');
});

describe('somebody who removed the app', () => {
  beforeEach(async () => {
    await bot.hear(installation(amira, 'add'));
    await bot.hear(installation(amira, 'remove'));
  });

  test('is not written to any more', async () => {
    expect(await person('p1')).toMatchObject({ reach: 'blocked' });
  });

  test('is reached again after installing again, without a second welcome', async () => {
    await bot.hear(installation(amira, 'add'));
    expect(await person('p1')).toMatchObject({ reach: 'open' });
    expect(welcomes()).toHaveLength(1);
  });

  test('is reached again after writing', async () => {
    await bot.hear(typed(amira, 'help'));
    expect(await person('p1')).toMatchObject({ reach: 'open', address: { conversation: 'chat-p1' } });
  });

  test('leaves no trace by a check-in, not even that they are back', async () => {
    const before = await bot.rows('people', 'directory');
    await bot.hear(typed(amira, 'check-in'));
    await bot.post(tapped(amira, 'checkin.answer', { period: '2026-W48', score: 4 }));
    expect(await bot.rows('people', 'directory')).toEqual(before);
  });
});

test.each([
  ['once more', true],
  ['only', false],
])('a removal of before the last install that is told %s afterwards is old news', async (_how, isTold) => {
  const at = (action: 'add' | 'remove', time: string) => ({
    ...installation(amira, action),
    timestamp: `2026-11-27T${time}:00Z`,
  });
  await bot.hear(at('add', '09:00'));
  if (isTold) await bot.hear(at('remove', '10:00'));
  await bot.hear(at('add', '10:30'));
  await bot.hear(at('remove', '10:00'));
  expect(await person('p1')).toMatchObject({ reach: 'open' });
  await bot.hear(at('remove', '10:45'));
  expect(await person('p1')).toMatchObject({ reach: 'blocked' });
});

test('an upgrade of the app is no goodbye', async () => {
  await bot.hear(installation(amira, 'add'));
  await bot.hear(installation(amira, 'remove-upgrade'));
  expect(await person('p1')).toMatchObject({ reach: 'open' });
});

describe.each(['add-upgrade', 'remove-upgrade'] as const)('an upgrade of the app, told as %s,', (action) => {
  const everything = () => bot.rows('people', 'directory', 'silences');

  test('ends no silence of who erased themselves, and welcomes nobody', async () => {
    await bot.hear(installation(amira, 'add'));
    await bot.post(tapped(amira, 'privacy.erase', {}));
    await bot.core.people.save([imported(amira)]);
    const before = await everything();
    expect(before.silences).toHaveLength(1);
    expect(await bot.hear(installation(amira, action))).toEqual([]);
    expect(await everything()).toEqual(before);
    // Installing it anew may be the doing of whoever gives it to them: only what they write ends it.
    expect(await bot.hear(installation(amira, 'add'))).toEqual([]);
    expect((await everything()).silences).toHaveLength(1);
    await bot.hear(typed(amira, 'hallo'));
    expect((await everything()).silences ?? []).toEqual([]);
  });

  test('leaves the silence of who erased themselves and then lost the app, until they write', async () => {
    await bot.hear(installation(amira, 'add'));
    await bot.post(tapped(amira, 'privacy.erase', {}));
    await bot.core.people.save([imported(amira)]);
    await bot.hear(installation(amira, 'remove'));
    await bot.hear(installation(amira, 'add'));
    await bot.hear(installation(amira, action));
    expect((await everything()).silences).toHaveLength(1);
    await bot.hear(typed(amira, 'hallo'));
    expect((await everything()).silences ?? []).toEqual([]);
  });

  test('brings nobody back who removed the app', async () => {
    await bot.hear(installation(amira, 'add'));
    await bot.hear(installation(amira, 'remove'));
    expect(await bot.hear(installation(amira, action))).toEqual([]);
    expect(await person('p1')).toMatchObject({ reach: 'blocked' });
  });

  test.each([amira, chantal, stranger])('says nothing to whoever was not met yet', async (who) => {
    const before = await everything();
    expect(await bot.hear(installation(who, action))).toEqual([]);
    expect(await everything()).toEqual(before);
  });
});

test('a stranger who writes gets a kind answer to everything', { timeout: 60_000 }, async () => {
  const before = await bot.rows('people', 'directory', 'answers');
  const said = bot.features.flatMap(({ phrases }) => phrases.map(({ say }) => say));
  for (const text of [...said, 'hallo?', 'afwezig tot 1 december', 'mijn werkdagen ma di']) {
    const sent = await bot.hear(typed(stranger, text));
    expect(sent, text).toHaveLength(1);
    expect(wordsOf(sent), text).not.toContain('Dit lukte niet');
  }
  for (const verb of ['checkin.answer', 'checkin.open', 'privacy.show', 'privacy.erase']) {
    const answer = await bot.post(tapped(stranger, verb, { period: '2026-W48', score: 4 }));
    expect(answer.body.value.fallbackText, verb).not.toContain('Dit lukte niet');
  }
  expect(await bot.rows('people', 'directory', 'answers')).toEqual(before);
});

describe('a team in Teams', () => {
  const added = (name = 'Objecten West', by = manager) => inChannel(members(by, 'membersAdded'), name);
  const sentTo = async (activity: object) => (await bot.hear(activity)).map(({ activity: { text } }) => text);

  test.each([
    ['by their role', { upn: 'gast@bedrijf.example', guest: true }],
    ['by their address', { upn: 'gast_bedrijf.example#EXT#@gemeente.onmicrosoft.com' }],
  ] as const)('brings no guest, known %s: they read nothing of the team and hear why', async (_how, mark) => {
    const guest = { ...somebody(80, 'Gast van Buiten'), ...mark };
    const { core } = bot;
    const west = { kind: 'team', key: 'objecten-west' } as const;
    await core.groups.publish(west, {
      period: '2026-W47',
      picture: { count: '6-9', average: 3, themes: [] },
    });
    await core.answers.publish('objecten-west', '2026-W47', {
      withoutName: [{ key: 'somebody', text: 'De lijst is te lang' }],
      withName: [],
    });
    bot.connector.roster.push(guest);
    await bot.hear(added());
    await bot.hear(inChannel(members(guest, 'membersAdded', [guest])));
    await bot.hear(installation(guest, 'add'));
    expect(await person(guest.account)).toBeUndefined();

    const open = tapped(guest, 'comments.open', { team: 'objecten-west', page: 0 });
    const shown = JSON.stringify((await bot.post(open)).body.value);
    expect(shown).not.toContain('De lijst is te lang');
    expect(shown).toContain('Kompas is voor wie bij de gemeente werkt');
    expect(wordsOf(await bot.hear(typed(guest, 'team')))).toContain(
      'Kompas is voor wie bij de gemeente werkt',
    );
  });

  test('that has the name of one of ours is linked to it, and its members are known from then on', async () => {
    expect((await sentTo(added('objecten  WEST')))[0]).toMatch(/^Hallo! Ik ben Kompas\./);
    expect(await person(stranger.account)).toMatchObject({
      team: 'objecten-west',
      source: 'teams',
      reach: 'none',
    });
    expect(await person('p20')).toMatchObject({ directoryId: chantal.account });
    expect((await bot.core.people.members('objecten-west')).length).toBe(team.length + 2);
  });

  /** Another Teams team of the same name, which anybody can make. */
  const lookalike = (activity: object) => ({
    ...activity,
    conversation: { id: '19:evil', conversationType: 'channel' },
    channelData: { team: { id: '19:evil', name: 'Objecten West' } },
  });

  test('that somebody else made under the same name is not linked: it adds nobody and removes nobody', async () => {
    const before = await bot.rows('people', 'directory', 'audit');
    const [text] = await sentTo(lookalike(members(amira, 'membersAdded')));
    expect(text).toMatch(/Een beheerder of de leidinggevende van dit team kan het team aan Kompas koppelen/);
    await bot.hear(lookalike(members(amira, 'membersRemoved', [bert])));
    await bot.hear(lookalike(members(amira, 'membersAdded', [stranger])));
    expect(await bot.rows('people', 'directory', 'audit')).toEqual(before);
    const answer = await bot.post(tapped(bert, 'checkin.open', { period: '2026-W48' }));
    expect(answer.body.value.fallbackText).not.toContain('Je staat nog niet in een team');
  });

  test('is linked when a configured administrator adds it', async () => {
    await bot.stop();
    bot = await startTestBot({ env: { KOMPAS_ADMINISTRATORS: stranger.account } });
    expect((await sentTo(added('Objecten West', stranger)))[0]).toMatch(/^Hallo! Ik ben Kompas\./);
  });

  test('is not linked beside one that is, until that one removes the bot or is deleted', async () => {
    await bot.hear(added());
    const again = lookalike(members(manager, 'membersAdded'));
    expect((await sentTo(again))[0]).toContain('Een ander team in Teams is al');
    await bot.hear(inChannel(installation(amira, 'remove')));
    expect((await sentTo(again))[0]).toMatch(/^Hallo! Ik ben Kompas\./);
    const deleted = lookalike({ ...members(manager, 'membersAdded'), membersAdded: undefined });
    Object.assign(deleted.channelData, { eventType: 'teamDeleted' });
    await bot.hear(deleted);
    expect((await sentTo(added()))[0]).toMatch(/^Hallo! Ik ben Kompas\./);
  });

  test('is told once, although Teams tells of the install twice', async () => {
    const texts = await sentTo(added());
    texts.push(...(await sentTo(inChannel(installation(manager, 'add')))));
    expect(texts).toHaveLength(1);
  });

  test('that nobody made here is not taken in', async () => {
    const before = await bot.rows('people', 'directory');
    expect((await sentTo(added('Burgerzaken')))[0]).toContain('Ik ken dit team nog niet');
    expect(await bot.rows('people', 'directory')).toEqual(before);
  });

  test('that says hello again changes nothing', async () => {
    await bot.hear(added());
    const before = await bot.rows('people');
    await bot.hear(added());
    expect(await bot.rows('people')).toEqual(before);
  });

  test('gets a new member with those who join', async () => {
    await bot.hear(added());
    const newcomer = somebody(50);
    bot.connector.roster.push(newcomer);
    const joining = inChannel(members(amira, 'membersAdded', [somebody(51), newcomer]));
    // Number 51 has left again before we look: that must not keep the other one out.
    expect(await bot.hear(joining)).toEqual([]);
    expect(await person(newcomer.account)).toMatchObject({
      name: newcomer.name,
      checkins: true,
      reach: 'none',
    });
    const before = await bot.rows('people');
    await bot.hear(joining);
    expect(await bot.rows('people')).toEqual(before);
  });

  test('takes leave of those who leave, and knows them again when they come back', async () => {
    await bot.hear(added());
    bot.connector.roster = bot.connector.roster.filter(({ user }) => user !== bert.user);
    await bot.hear(inChannel(members(amira, 'membersRemoved', [bert])));
    expect(await person('p2')).toMatchObject({ removed: '2026-11-27' });
    expect(wordsOf(await bot.hear(typed(bert, 'mijn werkdagen')))).toContain('Ik ken je nog niet');
    bot.connector.roster.push(bert);
    await bot.hear(inChannel(members(amira, 'membersAdded', [bert])));
    expect(await person('p2')).not.toHaveProperty('removed');
  });

  test('that we are not linked to changes nobody', async () => {
    const before = await bot.rows('people', 'directory');
    await bot.hear(inChannel(members(amira, 'membersRemoved', [bert])));
    await bot.hear(inChannel(members(amira, 'membersAdded', [stranger])));
    expect(await bot.rows('people', 'directory')).toEqual(before);
  });

  test('that removes the bot does not block the person who did it', async () => {
    await bot.hear(installation(amira, 'add'));
    await bot.hear(inChannel(installation(amira, 'remove')));
    expect(await person('p1')).toMatchObject({ reach: 'open' });
  });
});
