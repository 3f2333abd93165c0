import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownModules } from '../../../../src/features/growth/content/modules.ts';
import {
  areApart,
  isDue,
  renewed,
  roleTyped,
  toldIn,
  totalsOf,
} from '../../../../src/features/growth/lines/rules.ts';
import { inChannel, team, typed } from '../../../support/bot.ts';
import { runAt } from '../../../support/clock-job.ts';
import {
  administrator,
  amira,
  bram,
  elsewhere,
  head,
  manager,
  type Office,
  openOffice,
  other,
  WEST,
} from '../office.ts';

const role = 'Objectregisseur' as const;
const followers = (count: number, done: string[] = []) =>
  Array.from({ length: count }, () => ({ role, day: '2026-11-20', done }));

describe('what followers tell together', () => {
  const made = (count: number, done: string[] = [], people = 100) =>
    totalsOf({ followings: followers(count, done), people }, ownModules, '2026-11-25');

  test('nothing when there are five, and no exact number from six on', () => {
    expect(made(5)).toBeUndefined();
    expect(made(6)?.roles).toEqual({
      Objectregisseur: { day: '2026-11-25', atLeast: 6, done: 0 },
    });
    expect(made(9)?.roles[role]?.atLeast).toBe(6);
    expect(made(11)?.roles[role]?.atLeast).toBe(10);
  });

  test.each([
    [6, undefined],
    [9, 6],
    [10, 6],
    [11, 10],
    [20, 10],
    [50, 20],
    [51, 50],
  ])('never that all follow it, in a group of exactly %s', (people, atLeast) => {
    expect(made(people, [], people)?.roles[role]?.atLeast).toBe(atLeast);
  });

  test('a total that would say so once its group is smaller is told no more', () => {
    const ten = made(11);
    expect(toldIn(11, ten)).toEqual(ten);
    expect(toldIn(10, ten)).toBeUndefined();
  });

  test('how much is done together, in tens of percents; what is no module any more does not count', () => {
    expect(made(6, ['keten', 'weg'])?.roles[role]?.done).toBe(30);
    expect(made(6, ['keten', 'meten', 'overleggen', 'leiden'])?.roles[role]?.done).toBe(100);
  });

  const last = '2026-11-01';
  test.each([
    ['none yet', undefined, [], '2026-11-02', true],
    ['two more', last, ['2026-11-02', '2026-11-03'], '2026-12-20', false],
    ['three more, but only 27 days', last, ['2026-11-02', '2026-11-02', '2026-11-03'], '2026-11-28', false],
    ['three more and 28 days', last, ['2026-11-02', '2026-11-02', '2026-11-03'], '2026-11-29', true],
  ])('%s', (_when, before, days, today, due) => {
    const those = days.map((day, n) => ({ id: `${n}`, day }));
    expect(isDue(before, those, today)).toBe(due);
  });

  test('one person who begins anew, or with other roles, makes nothing due', () => {
    const again = ['2026-11-02', '2026-11-03', '2026-11-04'].map((day) => ({ id: 'a', day }));
    expect(isDue(last, again, '2026-12-20')).toBe(false);
    const others = followers(6).map((one, n) => ({ ...one, id: `${n}` }));
    const stands = totalsOf({ followings: followers(6), people: 9 }, ownModules, '2026-11-20');
    const mine = (['Geodata-engineer', 'Kwaliteitscoördinator', 'Objectregisseur'] as const).map((one) => ({
      role: one,
      id: '0',
      day: '2026-11-21',
      done: [],
    }));
    const now = { followings: [...others, ...mine], people: 9 };
    expect(renewed(stands, now, ownModules, '2027-01-20', () => true)).toBe(stands);
  });

  test('the municipality tells nothing where it would tell about fewer than six outside a team', () => {
    const ids = (from: number, to: number) =>
      new Set(Array.from({ length: to - from }, (_, n) => `${from + n}`));
    expect(areApart(ids(0, 6), [ids(0, 6)])).toBe(true);
    expect(areApart(ids(0, 10), [ids(0, 6)])).toBe(false);
    expect(areApart(ids(0, 12), [ids(0, 6)])).toBe(true);
    expect(areApart(ids(0, 14), [ids(0, 6), ids(6, 12)])).toBe(false);
  });

  test.each([
    [' objectregisseur', role],
    [' van de Kwaliteitscoordinator', 'Kwaliteitscoördinator'],
    [' geodata engineers', 'Geodata-engineer'],
    [' burgemeester', undefined],
  ])('the role in "%s"', (text, found) => expect(roleTyped(text)).toBe(found));
});

describe('a leerlijn', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.stop());

  const lineOf = () => office.growth.lines.of(role);
  const saves = (seen: number, change: object = {}, who = head) =>
    office.taps(who, 'line.save-module', {
      role,
      id: '',
      seen,
      title: 'Regie in de praktijk',
      kind: 'soft',
      ...change,
    });

  test('is read by everybody, also in a channel, and begins with our own modules', async () => {
    const shown = await office.says(amira, 'leerlijn objectregisseur');
    expect(shown).toContain('De hele keten overzien');
    expect(shown).toContain('nog niet vastgesteld');
    expect(shown).not.toContain('line.edit');
    await office.hear(inChannel(typed(bram, '<at>Kompas</at> leerlijn objectregisseur')));
    expect(await office.says(amira, 'leerlijn timmerman')).toContain('Die rol ken ik niet.');
    expect(await office.says(amira, 'leerlijnen')).toContain('Geodata-engineer');
  });

  test('is changed and adopted by a head of department or an administrator, with the day', async () => {
    expect(await office.says(head, 'leerlijn objectregisseur')).toContain('line.edit');
    expect(await saves(0)).toContain('Regie in de praktijk');
    expect(await office.taps(administrator, 'line.adopt', { role, seen: 1 })).toContain('Vastgesteld.');
    expect(await office.says(amira, 'leerlijn objectregisseur')).toContain(
      'Vastgesteld op 25 november 2026.',
    );
    expect(await saves(2, { title: 'Nog een' })).toContain('gewijzigd na vaststellen');
    const log = await office.core.audit.since(office.clock.now.subtract({ hours: 1 }));
    expect(log.map(({ what }) => what).toSorted()).toEqual([
      'leerlijn gewijzigd',
      'leerlijn gewijzigd',
      'leerlijn vastgesteld',
    ]);
  });

  test.each([
    ['an employee', amira],
    ['who leads a team', manager],
  ])('is changed by nobody else: %s', async (_who, who) => {
    for (const verb of [
      'line.edit',
      'line.save-module',
      'line.remove-module',
      'line.adopt',
      'line.save-start',
    ])
      await office.taps(who, verb, {
        role,
        id: '',
        seen: 0,
        title: 'Van mij',
        kind: 'soft',
        day: '2026-11-20',
      });
    expect((await lineOf()).version).toBe(0);
  });

  test('two who change it do not undo each other: the second is told, and what they typed stays', async () => {
    await saves(0);
    const late = await saves(0, { title: 'Te laat' }, administrator);
    expect(late).toContain('Iemand anders was net eerder.');
    expect(late).toContain('"value":"Te laat"');
    expect((await lineOf()).modules.map(({ title }) => title)).not.toContain('Te laat');
    expect(await office.taps(head, 'line.adopt', { role, seen: 0 })).toContain(
      'Iemand anders was net eerder.',
    );
    expect((await lineOf()).adopted).toBeUndefined();
  });

  test('what is missing or wrong is said beside the form', async () => {
    const wrong = await saves(0, { title: '', kind: 'iets', provider: 'x'.repeat(101) });
    for (const words of [
      'Schrijf op waar de module over gaat.',
      'Kies een soort.',
      'Van wie: hooguit 100 tekens',
    ])
      expect(wrong).toContain(words);
    const start = (day: string) => office.taps(head, 'line.save-start', { role, seen: 0, day });
    expect(await start('2026-11-26')).toContain('Kies vandaag of een dag die geweest is.');
    expect(await start('morgen')).toContain('Kies een dag die bestaat.');
  });

  test('tells the plan of the municipality what was adopted and when the first activity began', async () => {
    expect(await office.growth.learningState()).toEqual({
      adoptedLines: [],
      firstActivityOn: undefined,
    });
    await office.taps(head, 'line.adopt', { role, seen: 0 });
    await office.taps(head, 'line.save-start', { role, seen: 1, day: '2026-11-23' });
    for (const who of team) await office.taps(who, 'growth.save-draft', { want: 'Leren' });
    // How many have an ontwikkelplan is nothing of it.
    expect(await office.growth.learningState()).toEqual({
      adoptedLines: [role],
      firstActivityOn: '2026-11-23',
    });
  });

  test('is followed by who wants; the team sees that after a tap alone, and never what was done', async () => {
    expect(await office.taps(amira, 'line.mine', { role })).toContain('Wil je deze leerlijn volgen?');
    await office.taps(amira, 'line.follow', { role });
    await office.taps(amira, 'line.save-done', { role, done: 'keten,niets' });
    expect(await office.taps(amira, 'line.mine', { role })).toContain('1 van 4 modules gedaan.');
    expect(await office.taps(bram, 'line.mine', { role })).not.toContain(amira.name);
    await office.taps(amira, 'line.share', { role });
    for (const who of [bram, manager])
      expect(await office.taps(who, 'line.mine', { role })).toContain('Ook uit je team: Persoon 1');
    expect(await office.taps(bram, 'line.mine', { role })).not.toContain('modules gedaan');
    expect(await office.taps(elsewhere, 'line.mine', { role })).not.toContain(amira.name);
    await office.taps(amira, 'line.unshare', { role });
    expect(await office.taps(bram, 'line.mine', { role })).not.toContain(amira.name);
    await office.taps(amira, 'line.unfollow', { role });
    expect(await office.growth.lines.followers()).toEqual([]);
  });

  test('what is shared with a team is not seen by the next one', async () => {
    await office.taps(amira, 'line.follow', { role });
    await office.taps(amira, 'line.share', { role });
    expect(await office.taps(bram, 'line.mine', { role })).toContain(amira.name);
    await moves('oost');
    for (const who of [other, bram])
      expect(await office.taps(who, 'line.mine', { role })).not.toContain(amira.name);
    expect(await office.taps(amira, 'line.mine', { role })).toContain('line.share');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['they looked at it', () => office.taps(amira, 'line.mine', { role })],
    ['somebody of their new team looked', () => office.taps(other, 'line.mine', { role })],
    ['a night went by', () => atNight()],
  ])('is not shared again with a team that they come back to, once %s', async (_when, looked) => {
    await office.taps(amira, 'line.follow', { role });
    await office.taps(amira, 'line.save-done', { role, done: 'keten' });
    await office.taps(amira, 'line.share', { role });
    await moves('oost');
    await looked();
    await moves(WEST);
    for (const who of [bram, manager])
      expect(await office.taps(who, 'line.mine', { role })).not.toContain(amira.name);
    expect(await office.taps(amira, 'line.mine', { role })).toMatch(/1 van 4 modules.*line\.share/);
  });

  test('stays shared in a night in which nothing changed, and not once somebody left', async () => {
    await office.taps(amira, 'line.follow', { role });
    await office.taps(amira, 'line.share', { role });
    await atNight();
    expect(await office.taps(bram, 'line.mine', { role })).toContain(amira.name);
    await office.core.people.change(WEST, amira.id, (now) => ({ ...now, removed: '2026-11-25' }));
    office.clock.now = office.clock.now.add({ hours: 24 });
    await atNight();
    await office.core.people.change(WEST, amira.id, ({ removed: _day, ...now }) => now);
    expect(await office.taps(bram, 'line.mine', { role })).not.toContain(amira.name);
  });

  /** Goes to another team, as an import of the people file does it. */
  async function moves(to: string): Promise<void> {
    const row = await office.core.people.find(amira.account);
    if (!row) throw new Error('nobody there');
    await office.core.people.save([{ ...row, team: to }]);
    await office.core.people.drop(row.team, row.id);
  }

  /** The job that ends what is shared with an earlier team, at five in the morning. */
  async function atNight(): Promise<void> {
    const jobs = office.features
      .flatMap(({ jobs = [] }) => jobs)
      .filter(({ name }) => name === 'line-shares');
    await runAt(jobs, office.core, office.clock.now.add({ hours: 19 }));
  }

  test('has totals from six, without names and without who leads the team; new ones in steps', async () => {
    const follow = (from: number, to: number) =>
      Promise.all(team.slice(from, to).map((who) => office.taps(who, 'line.follow', { role })));
    await follow(0, 5);
    await office.taps(manager, 'line.follow', { role });
    expect(await office.taps(amira, 'line.totals')).toContain('Er zijn nog geen totalen');
    await follow(5, 6);
    const shown = await office.taps(amira, 'line.totals');
    expect(shown).toContain('ongeveer 0 %, 6 mensen of meer');
    expect(shown).toContain('Objecten West');
    expect(shown).not.toMatch(/Persoon \d/);
    for (const who of team.slice(0, 6)) await office.taps(who, 'line.save-done', { role, done: 'keten' });
    expect(await office.taps(amira, 'line.totals')).toBe(shown);
    expect(await office.taps(other, 'line.totals')).not.toContain('Objecten West');
    expect((await office.growth.lines.totals(WEST))?.roles[role]?.atLeast).toBe(6);
  });
});
