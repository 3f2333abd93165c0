import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import type { CalendarChange } from '../../../../src/features/team/changes/change.ts';
import { versionOf } from '../../../../src/features/team/changes/rules.ts';
import { enforceRetention } from '../../../../src/storage/index.ts';
import {
  imported,
  inChannel,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { gone } from '../../../support/connector.ts';
import { wordsOfTap } from '../town.ts';

const [amira] = team as [Somebody];
const lead = somebody(21, 'Gijs Toren');
const olga = somebody(20, 'Olga Oost');
const planner = somebody(22, 'Piet Plan');
const head = somebody(23, 'Hanna Hoofd');
const otherHead = somebody(24, 'Harm Hoofd');
const boss = somebody(25, 'Dirk Directie');
const keeper = somebody(26, 'Bea Beheer');
const stranger = somebody(30, 'Vera Vreemd');
const ID = 'K-0000000a';
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    seed: async ({ settings, people }) => {
      await settings.saveTeam({
        key: 'objecten-oost',
        name: 'Objecten Oost',
        schedule: defaultSchedule,
        department: 'Ruimte',
      });
      await people.save([
        imported(olga, { team: 'objecten-oost', role: 'Objectregisseur' }),
        imported(lead, { team: 'objecten-oost', access: ['projectleider', 'manager'] }),
        imported(planner, { team: 'objecten-oost', access: ['projectleider'] }),
        imported(head, { team: 'objecten-west', access: ['afdelingshoofd'] }),
        imported(otherHead, { team: 'elders', access: ['afdelingshoofd'] }),
        imported(boss, { team: 'elders', access: ['directie'] }),
        imported(keeper, { team: 'elders', access: ['beheerder'] }),
      ]);
    },
  });
});
afterEach(() => bot.stop());

const channelled = (key: string, name: string, conversation: string) =>
  bot.core.settings.saveTeam({
    key,
    name,
    schedule: defaultSchedule,
    department: 'Ruimte',
    channel: { serviceUrl: bot.connector.url, conversation, bot: '28:kompas' },
  });
const taps = (who: Somebody, verb: string, data: object): Promise<string> => wordsOfTap(bot, who, verb, data);
const sees = async (who: Somebody) => wordsOf(await bot.hear(typed(who, 'kalender')));

const filled = {
  title: 'Nieuw scherm',
  scope: 'municipality|',
  roles: '',
  impact: 'large',
  effect: 'Je ziet andere knoppen.',
  unknown: 'Wie de training geeft.',
  date: '2027-01-11',
  around: '',
};
const add = (who: Somebody = manager, change: object = {}, id = ID) =>
  taps(who, 'changes.add', { id, ...filled, ...change });
const kept = (id = ID) => bot.core.changes.get(id);
const log = async () => ((await bot.rows('audit')).audit ?? []).map(({ value }) => [value.who, value.what]);
const seen = async () => versionOf((await kept()) as CalendarChange);
const move = async (who: Somebody, change: object) =>
  taps(who, 'changes.move-to', {
    id: ID,
    seen: await seen(),
    date: '',
    around: '',
    reason: 'Ziek.',
    ...change,
  });
const withdraw = async (reason: string) =>
  taps(manager, 'changes.withdraw', { id: ID, seen: await seen(), reason });
/** The storage fails at this moment, once: what was kept before it stays, and what follows does not come. */
const breakLogOnce = () => {
  const { audit } = bot.core;
  const { record } = audit;
  audit.record = async () => {
    audit.record = record;
    throw new Error('storage is away');
  };
};

describe('the calendar', () => {
  test('without anything says what to do, differently to who may keep it', async () => {
    expect(await sees(amira)).toContain('Vraag je leidinggevende om het erop te zetten.');
    const words = await sees(manager);
    expect(words).toContain('Zet erop wat je al weet');
    expect(words).toContain('changes.new');
    expect(await sees(stranger)).toContain('Ik ken je nog niet');
  });

  test('shows what concerns somebody first, then others, then the past month', async () => {
    await add(manager, { title: 'Voor registrators', roles: 'Objectregistrator' }, 'K-00000001');
    await add(manager, { title: 'Voor Oost', scope: 'team|objecten-oost', date: '2027-03-01' }, 'K-00000002');
    await add(
      manager,
      { title: 'Voor Ruimte', scope: 'department|ruimte', date: '', around: 'mei' },
      'K-00000003',
    );
    await add(manager, { title: 'Vandaag', date: '2026-11-25' }, 'K-00000004');
    const order = (words: string) =>
      [
        'Vandaag',
        'Voor registrators',
        'Voor Oost',
        'Voor Ruimte',
        'Voor anderen',
        'Voorbij, of gaat niet door',
      ]
        .map((title) => [title, words.lastIndexOf(title)] as const)
        .filter(([, at]) => at >= 0)
        .sort(([, a], [, b]) => a - b)
        .map(([title]) => title);
    expect(order(await sees(olga))).toEqual([
      'Vandaag',
      'Voor Oost',
      'Voor Ruimte',
      'Voor anderen',
      'Voor registrators',
    ]);
    bot.clock.now = Temporal.Instant.from('2026-12-20T10:00:00Z');
    expect(order(await sees(olga)).at(-1)).toBe('Vandaag');
    bot.clock.now = Temporal.Instant.from('2026-12-27T10:00:00Z');
    expect(await sees(olga)).not.toContain('Vandaag');
  });

  test('opens with one range of its own table', async () => {
    await add();
    const start = bot.requests.length;
    await sees(amira);
    const own = bot.requests.slice(start).filter(({ url }) => /changes\(/.test(url));
    expect(own.map(({ method }) => method)).toEqual(['GET']);
  });

  test('is answered in the own chat', async () => {
    await add();
    const sent = await bot.hear(inChannel(typed(amira, '<at>Kompas</at> kalender')));
    const inPublic = sent.filter(({ conversation }) => conversation.startsWith('19:'));
    expect(wordsOf(inPublic)).not.toContain('Nieuw scherm');
  });

  test('keeps a change for a year after its date', async () => {
    await add();
    await enforceRetention(bot.storage, '2028-01-11');
    expect(await kept()).toBeDefined();
    await enforceRetention(bot.storage, '2028-01-12');
    expect(await kept()).toBeUndefined();
  });
});

describe('keeping the calendar', () => {
  test('is for managers, project leads, heads and the direction, whatever a card sends', async () => {
    expect(await add(amira)).toContain('houden de kalender bij');
    expect(await add(stranger)).toContain('Ik ken je nog niet');
    expect(await kept()).toBeUndefined();
    await add(lead);
    const forms = ['open', 'edit', 'move', 'stop'].map((verb) => taps(amira, `changes.${verb}`, { id: ID }));
    for (const answer of await Promise.all(forms)) expect(answer).not.toContain('Nieuw scherm');
    const before = await kept();
    await move(amira, { date: '2027-02-01' });
    await taps(amira, 'changes.save', { id: ID, ...filled, title: 'Anders' });
    await taps(amira, 'changes.withdraw', { id: ID, reason: 'Zomaar' });
    expect(await kept()).toEqual(before);
    const former = await bot.core.people.find(lead.account);
    if (former) await bot.core.people.save([{ ...former, access: ['medewerker'] }]);
    await taps(lead, 'changes.withdraw', { id: ID, reason: 'Zomaar' });
    expect(await kept()).toEqual(before);
    expect(await log()).toEqual([[lead.account, 'verandering op de kalender gezet']]);
  });

  test.each<[string, Somebody, string, boolean]>([
    ['who placed it', planner, 'team|objecten-west', true],
    ['the manager of the team that it is for', manager, 'team|objecten-west', true],
    ['a manager of one of all teams', lead, 'municipality|', true],
    ['the head of the department of that team', head, 'team|objecten-oost', true],
    ['the direction', boss, 'team|objecten-oost', true],
    ['an administrator', keeper, 'team|objecten-oost', true],
    ['a manager of another team', lead, 'team|objecten-west', false],
    ['a head of another department', otherHead, 'team|objecten-west', false],
  ])('%s may change it, or may not', async (_who, who, scope, may) => {
    await Promise.all([
      channelled('objecten-west', 'Objecten West', '19:west'),
      channelled('objecten-oost', 'Objecten Oost', '19:oost'),
    ]);
    await add(planner, { scope });
    const before = await kept();
    bot.connector.sent.length = 0;
    const can = (await sees(who)).includes('Werk bij');
    const answers = [
      await taps(who, 'changes.open', { id: ID }),
      await taps(who, 'changes.save', { id: ID, seen: await seen(), ...filled, scope, title: 'Anders' }),
      await move(who, { date: '2027-02-01' }),
      await taps(who, 'changes.withdraw', { id: ID, seen: await seen(), reason: 'Zomaar.' }),
    ];
    expect(can).toBe(may);
    if (may) return expect((await kept())?.withdrawn?.reason).toBe('Zomaar.');
    expect(await kept()).toEqual(before);
    for (const answer of answers) expect(answer).toContain('is van iemand anders');
    expect(bot.connector.sent.filter(({ conversation }) => conversation.startsWith('19:'))).toEqual([]);
    return undefined;
  });

  test('is told in the channels of the teams that it is for, and in no other', async () => {
    await Promise.all([
      channelled('objecten-west', 'Objecten West', '19:west'),
      channelled('objecten-oost', 'Objecten Oost', '19:oost'),
    ]);
    await add(planner, { scope: 'team|objecten-west' });
    await move(planner, { date: '2027-02-01' });
    await move(manager, { date: '2027-03-01' });
    const posts = bot.connector.sent
      .map(({ conversation }) => conversation)
      .filter((to) => to.startsWith('19:'));
    expect(posts).toEqual(['19:west', '19:west', '19:west']);
  });

  test('stores no author: only the log knows', async () => {
    await add();
    expect(JSON.stringify(await bot.rows('changes'))).not.toContain(manager.account);
    expect(await log()).toEqual([[manager.account, 'verandering op de kalender gezet']]);
  });

  test('refuses a day that is past, two dates, none, a team that is not there, and an empty form', async () => {
    expect(await add(manager, { date: '2026-11-24' })).toContain('Die dag is al voorbij.');
    expect(await add(manager, { around: 'maart' })).toContain('Niet allebei.');
    expect(await add(manager, { date: '' })).toContain('Schrijf dan ongeveer wanneer');
    expect(await add(manager, { date: '31-12-2026' })).toContain('De datum klopt niet.');
    expect(await add(manager, { scope: 'team|nergens' })).toContain('Kies voor wie het is.');
    const long = await add(manager, { title: 'a'.repeat(20_000) });
    expect(long).toContain('Er passen 120 tekens in.');
    expect(long).toContain(`"${'a'.repeat(120)}"`);
    expect(await taps(manager, 'changes.add', { id: ID })).toContain('Schrijf op wat er verandert.');
    expect(await kept()).toBeUndefined();
  });

  test('takes a month in words while the date is not known, and says what is not known yet', async () => {
    await add(manager, { date: '', around: 'maart 2027' });
    const words = await sees(amira);
    expect(words).toContain('De dag is nog niet bekend (maart 2027)');
    expect(words).toContain('Weten we nog niet: Wie de training geeft.');
  });

  test('twice at once is one change', async () => {
    const answers = await Promise.all([add(), add(), add(lead, { title: 'Gestolen id' })]);
    expect(answers.filter((answer) => answer.includes('Dit staat al op de kalender.'))).toHaveLength(2);
    expect(await bot.core.changes.all()).toHaveLength(1);
    expect(await log()).toHaveLength(1);
  });

  test('moves a change: the old date, the new one and why', async () => {
    await add();
    expect(await move(manager, { date: '2027-01-11' })).toContain('Zo staat het er al.');
    expect(await move(manager, { date: '2026-01-11' })).toContain('Die dag is al voorbij.');
    expect(await move(manager, { date: '2027-02-01', reason: ' ' })).toContain('Schrijf op waarom.');
    await move(manager, { date: '2027-02-01' });
    expect(await sees(amira)).toContain('Andere datum: 11 januari 2027 → 1 februari 2027. Waarom: Ziek.');
    expect((await log()).at(-1)?.[1]).toBeDefined();
    expect((await log()).map(([, what]) => what).sort()).toEqual([
      'verandering op de kalender gezet',
      'verandering op de kalender naar een andere datum gezet',
    ]);
  });

  test('by two at once loses nothing: the second sees what stands there now', async () => {
    await add();
    const version = await seen();
    const [one, two] = await Promise.all([
      taps(manager, 'changes.save', { id: ID, seen: version, ...filled, title: 'Van de een' }),
      taps(lead, 'changes.save', { id: ID, seen: version, ...filled, title: 'Van de ander' }),
    ]);
    const told = [one, two].map((answer) => answer.includes('Iemand anders paste dit net aan.'));
    expect(told.filter(Boolean)).toHaveLength(1);
    expect((await kept())?.title).toBe(told[0] ? 'Van de ander' : 'Van de een');
    expect(told[0] ? one : two).toContain(told[0] ? 'Van de een' : 'Van de ander');
  });

  test('on one that was called off changes nothing any more, and says so', async () => {
    await add();
    const version = await seen();
    expect(await withdraw('')).toContain('Schrijf op waarom.');
    await withdraw('Geen geld.');
    const before = await kept();
    for (const [verb, data] of [
      ['changes.open', {}],
      ['changes.move-to', { seen: version, date: '2027-02-01', reason: 'x' }],
      ['changes.save', { seen: version, ...filled }],
      ['changes.withdraw', { reason: 'Nog eens' }],
    ] as const)
      expect(await taps(lead, verb, { id: ID, ...data })).toContain('Deze verandering gaat niet door');
    expect(await kept()).toEqual(before);
    expect(await sees(amira)).toContain('Gaat niet door. Waarom: Geen geld.');
    expect(await taps(lead, 'changes.open', { id: 'K-ffffffff' })).toContain(
      'staat niet meer op de kalender',
    );
  });
});

describe('a name of a colleague', () => {
  const taken = 'Haal de naam Gijs weg: iedereen bij de gemeente leest dit.';

  test.each([
    ['title', 'Gijs stopt met het oude scherm'],
    ['effect', 'Je belt voortaan niet meer met Gijs.'],
    ['unknown', 'Wie het werk van Gijs doet.'],
    ['around', 'als Gijs terug is'],
  ])('is not put on the calendar: %s', async (field, text) => {
    const when = field === 'around' ? { date: '' } : {};
    const answer = await add(manager, { ...when, [field]: text });
    expect(answer).toContain(taken);
    expect(answer).toContain(text);
    expect(await kept()).toBeUndefined();
  });

  test('is not in a reason or in what was changed', async () => {
    await add();
    const before = await kept();
    const reason = 'Gijs is ziek.';
    for (const answer of [
      await move(manager, { date: '2027-02-01', reason }),
      await withdraw(reason),
      await taps(manager, 'changes.save', { id: ID, seen: await seen(), ...filled, effect: reason }),
    ]) {
      expect(answer).toContain(taken);
      expect(answer).toContain(reason);
    }
    expect(await kept()).toEqual(before);
  });

  test('is told from that of a supplier', async () => {
    await add(manager, { title: 'Jansen Software levert het scherm' });
    expect((await kept())?.title).toBe('Jansen Software levert het scherm');
  });
});

describe('a form in which nothing was altered', () => {
  test('changes nothing, and puts in the log neither what another did nor who looked', async () => {
    await add();
    bot.clock.now = bot.clock.now.add({ hours: 1 });
    await taps(manager, 'changes.save', { id: ID, seen: await seen(), ...filled, title: 'Ander scherm' });
    bot.clock.now = bot.clock.now.add({ hours: 5 });
    const before = await log();
    const answer = await taps(lead, 'changes.save', {
      id: ID,
      seen: await seen(),
      ...filled,
      title: 'Ander scherm',
    });
    expect(answer).toContain('Er is niets veranderd.');
    expect(await log()).toEqual(before);
  });
});

describe('an old form', () => {
  test('to call off leaves alone what was moved meanwhile, and shows the new date', async () => {
    await add();
    const version = await seen();
    await move(lead, { date: '2027-02-01' });
    const answer = await taps(manager, 'changes.withdraw', {
      id: ID,
      seen: version,
      reason: 'In januari is iedereen weg.',
    });
    expect(answer).toContain('Iemand anders paste dit net aan.');
    expect(answer).toContain('nu: 1 februari 2027');
    expect(answer).toContain('In januari is iedereen weg.');
    expect((await kept())?.withdrawn).toBeUndefined();
  });

  test('that hides what it was opened on changes nothing', async () => {
    await add();
    const before = await kept();
    for (const [verb, data] of [
      ['changes.save', { ...filled, title: 'Anders' }],
      ['changes.move-to', { date: '2027-02-01', reason: 'x' }],
      ['changes.withdraw', { reason: 'x' }],
    ] as const)
      expect(await taps(manager, verb, { id: ID, ...data })).toContain('Iemand anders paste dit net aan.');
    expect(await kept()).toEqual(before);
  });

  test('carries the version that it showed', async () => {
    await add();
    const version = await seen();
    for (const verb of ['edit', 'move', 'stop'])
      expect(await taps(manager, `changes.${verb}`, { id: ID })).toContain(`"seen":"${version}"`);
  });
});

describe('what broke off', () => {
  const posts = () => bot.connector.sent.map(({ activity }) => activity.summary);
  const logged = async () => (await log()).map(([, what]) => what);
  beforeEach(() => channelled('objecten-west', 'Objecten West', '19:west'));

  test('after adding is finished by a second tap, and a third tells and logs nothing more', async () => {
    breakLogOnce();
    expect(await add()).toContain('Dit lukte niet');
    expect(posts()).toEqual([]);
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    expect(await add()).toContain('Bewaard, en in het kanaal gezet.');
    expect(await add()).toContain('Dit staat al op de kalender.');
    expect(posts()).toEqual(['Nieuw op de kalender.']);
    expect(await logged()).toEqual(['verandering op de kalender gezet']);
  });

  test('after moving is finished by a second tap of the same form', async () => {
    await add();
    const form = { id: ID, seen: await seen(), date: '2027-02-01', reason: 'Ziek.' };
    const tap = () => taps(manager, 'changes.move-to', form);
    breakLogOnce();
    await tap();
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    await tap();
    await tap();
    expect(posts()).toEqual(['Nieuw op de kalender.', 'Iets krijgt een andere datum.']);
    expect((await logged()).toSorted()).toEqual([
      'verandering op de kalender gezet',
      'verandering op de kalender naar een andere datum gezet',
    ]);
    expect(await kept()).toMatchObject({
      when: { date: '2027-02-01' },
      moved: { from: { date: '2027-01-11' } },
    });
  });

  test('after calling off is finished by a second tap of the same form', async () => {
    await add();
    breakLogOnce();
    await withdraw('Geen geld.');
    await withdraw('Geen geld.');
    expect(await withdraw('Geen geld.')).toContain('Er is niets veranderd.');
    expect(posts()).toEqual(['Nieuw op de kalender.', 'Er gaat iets niet door.']);
    expect((await logged()).filter((what) => what === 'verandering op de kalender ingetrokken')).toHaveLength(
      1,
    );
  });

  test('after changing is in the log by a second tap', async () => {
    await add();
    const form = { id: ID, seen: await seen(), ...filled, title: 'Nieuwer scherm' };
    breakLogOnce();
    await taps(manager, 'changes.save', form);
    for (const _ of [1, 2]) expect(await taps(manager, 'changes.save', form)).toContain('Bewaard.');
    expect((await logged()).toSorted()).toEqual([
      'verandering op de kalender gewijzigd',
      'verandering op de kalender gezet',
    ]);
  });

  test('is left alone after a day', async () => {
    breakLogOnce();
    await add();
    bot.clock.now = bot.clock.now.add({ hours: 24 });
    expect(await add()).toContain('Dit staat al op de kalender.');
    expect(posts()).toEqual([]);
  });

  test('and another move after it are told apart', async () => {
    await add();
    await move(manager, { date: '2027-02-01' });
    await move(manager, { date: '2027-01-11' });
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    await move(manager, { date: '2027-02-01' });
    expect(posts()).toHaveLength(4);
  });
});

describe('the channels of the teams', () => {
  const posts = () =>
    bot.connector.sent.map(({ conversation, activity }) => [conversation, activity.summary]);

  test('that are slow keep nobody waiting: it is kept, and they read it all the same', async () => {
    await channelled('objecten-west', 'Objecten West', '19:west');
    bot.connector.behave({ do: 'hang' });
    const answer = await add(manager, { scope: 'team|objecten-west' });
    expect(answer).toContain('Bewaard. Van één kanaal weet ik nog niet of het daar staat.');
    expect(posts()).toEqual([]);
    bot.connector.behave({ do: 'accept' });
    await bot.connector.until(() => posts().length > 0);
    expect(posts()).toEqual([['19:west', 'Nieuw op de kalender.']]);
    expect(await add(manager, { scope: 'team|objecten-west' })).toContain('Dit staat al op de kalender.');
  });

  test('without any, who adds is told to tell the teams', async () => {
    expect(await add()).toContain('Bewaard. 2 teams hebben nog geen kanaal. Vertel het daar zelf.');
    expect(posts()).toEqual([]);
  });

  test('read what is for them, once, and nobody’s name', async () => {
    await channelled('objecten-west', 'Objecten West', '19:shared');
    await channelled('objecten-oost', 'Objecten Oost', '19:shared;messageid=5');
    expect(await add()).toContain('Bewaard, en in het kanaal gezet.');
    expect(posts()).toEqual([['19:shared', 'Nieuw op de kalender.']]);
    expect(wordsOf(bot.connector.sent)).toContain('Nieuw scherm');
    expect(wordsOf(bot.connector.sent)).not.toContain(manager.name);
  });

  test('of one team are not those of another', async () => {
    await channelled('objecten-west', 'Objecten West', '19:west');
    await channelled('objecten-oost', 'Objecten Oost', '19:oost');
    await add(manager, { scope: 'team|objecten-oost' });
    await move(manager, { around: 'na de zomer' });
    expect(posts()).toEqual([
      ['19:oost', 'Nieuw op de kalender.'],
      ['19:oost', 'Iets krijgt een andere datum.'],
    ]);
  });

  test('that are gone keep nobody from theirs, and who adds is told', async () => {
    await channelled('objecten-west', 'Objecten West', '19:west');
    await channelled('objecten-oost', 'Objecten Oost', '19:oost');
    bot.connector.behave(gone, '19:west');
    const answer = await add();
    expect(answer).toContain(
      'Bewaard, en in het kanaal gezet. In één kanaal lukte het niet. Vertel het daar zelf.',
    );
    expect(posts().map(([where]) => where)).toEqual(['19:oost']);
    expect(await kept()).toBeDefined();
  });
});
