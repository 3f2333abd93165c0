import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import {
  imported,
  inChannel,
  manager,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { RUIMTE, TOWN, WEST, wire } from '../town.ts';

/** A member, their manager, and people elsewhere. */
const amira = somebody(1);
const head = somebody(31, 'Hoofd');
const direction = somebody(32, 'Directie');
const stranger = somebody(33, 'Vreemd');
const other = somebody(34, 'Leidinggevende Oost');

const picture = { count: '6-9' as const, average: 3.5 as const, themes: ['leren' as const] };
const OOST = { kind: 'team', key: 'objecten-oost' } as const;
/** The works council agreed that the direction may open single teams. */
const teamsForDirection = { date: '2026-10-01', reference: 'OR-2026-15' };

let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({
    now: '2026-11-25T10:00:00Z',
    seed: async ({ people, settings, groups }) => {
      const { teams } = await settings.read();
      const [west] = teams;
      if (!west) throw new Error('there is a team');
      await settings.changeMunicipality((now) => ({ ...now, teamsForDirection }));
      await settings.saveTeam({ ...west, department: 'Ruimte' });
      await settings.saveTeam({ ...west, key: 'objecten-oost', name: 'Objecten Oost', department: 'Ruimte' });
      await settings.saveTeam({ ...west, key: 'belastingen', name: 'Belastingen' });
      await people.save([
        imported(head, { access: ['afdelingshoofd'] }),
        imported(direction, { team: 'belastingen', access: ['directie'] }),
        imported(other, { team: 'objecten-oost', access: ['manager'] }),
      ]);
      for (const place of [WEST, OOST, RUIMTE, TOWN])
        await groups.publish(place, {
          period: '2026-W47',
          picture,
          teams: place.kind === 'team' ? undefined : [[WEST.key, OOST.key]],
        });
    },
  });
});
afterAll(() => bot.stop());

const tap = async (who: typeof amira, verb: string, data: object) =>
  JSON.stringify((await bot.post(tapped(who, verb, wire(data)))).body);

describe('the team view', () => {
  test('tells a member how the team as a whole is doing', async () => {
    const words = wordsOf(await bot.hear(typed(amira, 'team')));
    expect(words).toContain('6 tot 9 collega’s deden mee.');
    expect(words).toContain('3,5 (tussen gaat wel en goed)');
    expect(words).toContain('leren');
  });

  test('tells the manager the same: only the buttons below it differ', async () => {
    const told = async (who: typeof amira, text: string) => {
      const [sent] = await bot.hear(typed(who, text));
      const { body = [] } = (sent?.activity.attachments?.[0]?.content ?? {}) as { body?: { type: string }[] };
      return body.filter(({ type }) => type !== 'ActionSet');
    };
    const mine = await told(amira, 'team');
    expect(mine.length).toBeGreaterThan(3);
    expect(await told(manager, 'teambeeld')).toEqual(mine);
  });

  test('goes to the own chat when asked in a channel', async () => {
    const sent = await bot.hear(inChannel(typed(amira, '<at>Kompas</at> team')));
    expect(
      sent
        .filter(({ conversation }) => conversation === '19:channel')
        .map((one) => wordsOf([one]))
        .join(),
    ).not.toContain('3,5');
  });

  test('opens with one range, whatever the history', async () => {
    const cost = async () => {
      bot.requests.length = 0;
      await bot.hear(typed(amira, 'team'));
      return bot.requests.filter(({ url }) => url.includes('groups')).map(({ method }) => method);
    };
    const before = await cost();
    expect(before).toEqual(['GET']);
    for (let n = 1; n <= 60; n += 1) {
      await bot.core.groups.publish(WEST, {
        period: `2025-W${String((n % 52) + 1).padStart(2, '0')}`,
        picture,
      });
      await bot.core.groups.addSignal(WEST, {
        id: `S-${n}`,
        source: 'raised',
        state: 'answered',
        day: '2025-06-01',
        moved: '2025-06-09',
        words: { text: 'Te lang.' },
      });
    }
    expect(await cost()).toEqual(before);
  });

  test('offers several groups to who may see more, with one range', async () => {
    bot.requests.length = 0;
    const words = wordsOf(await bot.hear(typed(direction, 'team')));
    for (const name of ['Gemeente Test', 'Ruimte', 'Objecten West', 'Objecten Oost', 'Belastingen'])
      expect(words).toContain(name);
    expect(bot.requests.filter(({ url }) => url.includes('groups'))).toHaveLength(1);
    expect(wordsOf(await bot.hear(typed(direction, 'team oost')))).toContain('Objecten Oost');
  });
});

describe('the overview of who sees several groups', () => {
  const linesOf = async (who: typeof amira) => {
    const answer = JSON.parse(await tap(who, 'team.all', {}));
    return JSON.stringify(answer.value.body);
  };
  const placeOf = (words: string, name: string) => words.indexOf(`"${name}"`);

  test('is in order of name, the municipality and its departments first, whatever the teams chose', async () => {
    const [heavy, light] = [
      { ...picture, average: 2 as const },
      { ...picture, average: 4 as const, themes: [] },
    ];
    const week = { period: '2026-W47' };
    await bot.core.settings.saveTeam({ key: 'zwaar', name: 'Zwaar', schedule: defaultSchedule });
    await bot.core.settings.saveTeam({ key: 'aanleg', name: 'aanleg', schedule: defaultSchedule });
    await bot.core.groups.publish({ kind: 'team', key: 'zwaar' }, { ...week, picture: heavy });
    await bot.core.groups.publish({ kind: 'team', key: 'aanleg' }, { ...week, picture: light });
    const words = await linesOf(direction);
    const names = ['Gemeente Test', 'Afdeling Ruimte', 'aanleg', 'Belastingen', 'Objecten Oost'];
    const places = [...names, 'Objecten West', 'Zwaar'].map((name) => placeOf(words, name));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const key of ['zwaar', 'aanleg'])
      await bot.core.settings.changeTeam(key, (now) => ({ ...now, ended: '2026-11-25' }));
  });

  test('says of each group one sentence, without a figure to compare by', async () => {
    const words = await linesOf(direction);
    expect(words).toContain(
      'Gemiddeld koos het team iets tussen ‘gaat wel’ en ‘goed’, en leren werd door minstens 3 mensen genoemd.',
    );
    expect(words).toContain('en in een of meer teams speelt leren.');
    expect(words).not.toContain('3,5');
  });
});

describe('the direction, as long as the works council did not agree to more', () => {
  beforeAll(() => bot.core.settings.changeMunicipality((now) => ({ ...now, teamsForDirection: undefined })));
  afterAll(() => bot.core.settings.changeMunicipality((now) => ({ ...now, teamsForDirection })));

  test('sees the municipality, its departments and their own team', async () => {
    const words = wordsOf(await bot.hear(typed(direction, 'team')));
    for (const name of ['Gemeente Test', 'Ruimte', 'Belastingen']) expect(words).toContain(name);
    for (const name of ['Objecten West', 'Objecten Oost']) expect(words).not.toContain(name);
    for (const place of [TOWN, RUIMTE])
      expect(await tap(direction, 'team.open', place)).toContain('deden mee');
  });

  test('opens no other team by any way: its view, its file, its signals, what was done with them', async () => {
    expect(await tap(direction, 'team.open', WEST)).toContain('niet voor jou');
    expect(await tap(direction, 'team.export', WEST)).not.toContain('staat klaar');
    expect(await tap(direction, 'signal.all', WEST)).not.toContain('Te lang');
    expect(await tap(direction, 'feedback.show', { team: WEST.key })).toContain('ander team');
    expect(wordsOf(await bot.hear(typed(direction, 'team objecten west')))).not.toContain('deden mee');
  });

  test('sees no department of one team: that would be the team', async () => {
    await bot.core.settings.changeTeam('objecten-oost', (now) => ({ ...now, department: 'Kust' }));
    expect(await tap(direction, 'team.open', RUIMTE)).toContain('niet voor jou');
    expect(await tap(head, 'team.open', RUIMTE)).toContain('deden mee');
    await bot.core.settings.changeTeam('objecten-oost', (now) => ({ ...now, department: 'Ruimte' }));
  });
});

describe('a municipality of eighty teams', () => {
  test('fits on cards one can go through', async () => {
    const { settings } = bot.core;
    const [west] = (await settings.read()).teams;
    if (!west) throw new Error('there is a team');
    const names = Array.from({ length: 80 }, (_, n) => `Handhaving en toezicht openbare ruimte ${n}`);
    for (const [n, name] of names.entries()) await settings.saveTeam({ ...west, key: `t${n}`, name });
    const pages = [];
    for (const page of [0, 1, 2, 3, 4]) pages.push(await tap(direction, 'team.all', { page }));
    for (const card of pages) expect(Buffer.byteLength(card)).toBeLessThan(28_000);
    for (const name of names) expect(pages.filter((card) => card.includes(`"${name}"`))).toHaveLength(1);
    expect(pages[0]).toContain('Deel 1 van 5');
    for (const team of (await settings.read()).teams)
      if (/^t\d+$/.test(team.key))
        await settings.changeTeam(team.key, (now) => ({ ...now, ended: '2026-11-25' }));
  });
});

describe('what a team agreed in its talk', () => {
  const POINT = 'Elke maandag samen de lijst doornemen';
  beforeAll(async () => {
    const day = '2026-11-23';
    await bot.core.groups.addPoint(OOST, { id: 'V-1', kind: 'better', text: POINT, day, due: '2026-12-07' });
  });

  test('is read by the team and by who leads it', async () => {
    expect(await tap(other, 'team.open', OOST)).toContain(POINT);
  });

  test.each([
    ['the head of department', head],
    ['the direction', direction],
  ])('is not read by %s, by a tap or in the chat', async (_what, who) => {
    expect(await tap(who, 'team.open', OOST)).toContain('deden mee');
    expect(await tap(who, 'team.open', OOST)).not.toContain(POINT);
    expect(wordsOf(await bot.hear(typed(who, 'team objecten oost')))).not.toContain(POINT);
  });
});

describe('what somebody may not see', () => {
  test.each([
    ['a member, of another team', amira, OOST],
    ['a member, of the department', amira, RUIMTE],
    ['a manager, of another team', other, WEST],
    ['a manager, of the municipality', other, TOWN],
    ['a head, of the municipality', head, TOWN],
    ['a head, of a team elsewhere', head, { kind: 'team', key: 'belastingen' }],
    ['nobody known, of a team', stranger, WEST],
    ['the direction, of a team that is not there', direction, { kind: 'team', key: 'verzonnen' }],
    ['anybody, of what is for the works council', direction, { kind: 'council', key: '' }],
  ] as const)('%s', async (_what, who, place) => {
    const answer = await tap(who, 'team.open', place);
    expect(answer).not.toContain('collega’s deden mee');
    expect(answer).toMatch(/niet voor jou|ken je nog niet/);
  });

  test.each([
    ['a head, of their department', head, RUIMTE],
    ['a head, of a team in it', head, OOST],
    ['the direction, of the municipality', direction, TOWN],
    ['the direction, of any team', direction, WEST],
  ] as const)('but %s', async (_what, who, place) => {
    expect(await tap(who, 'team.open', place)).toContain('deden mee');
  });

  test('an ex-manager sees their new team only', async () => {
    const row = await bot.core.people.find(other.account);
    if (!row) throw new Error('there is a manager');
    await bot.core.people.save([{ ...row, access: ['medewerker'], team: 'belastingen' }]);
    await bot.core.people.drop('objecten-oost', row.id);
    expect(await tap(other, 'team.open', OOST)).toContain('niet voor jou');
  });
});

describe('when there is little to show', () => {
  beforeEach(async () => {
    await bot.core.groups.publish({ kind: 'team', key: 'belastingen' }, { period: '2026-W47' });
  });

  test('says that too few answered, and why nothing is shown', async () => {
    const answer = await tap(direction, 'team.open', { kind: 'team', key: 'belastingen' });
    expect(answer).toContain('Minder dan 6 collega’s deden mee');
    expect(answer).not.toContain('Gemiddeld');
  });
});
