import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkin } from '../../../../src/features/checkin/index.ts';
import { makeSnapshots } from '../../../../src/features/team/snapshot/making.ts';
import { runAt } from '../../../support/clock-job.ts';
import { account, foundTown, type Town } from '../../../support/town.ts';

const WEST = { kind: 'team', key: 'west' } as const;
const OOST = { kind: 'team', key: 'oost' } as const;
const RUIMTE = { kind: 'department', key: 'ruimte' } as const;
const TOWN = { kind: 'municipality', key: '' } as const;
const PERIOD = '2026-W48';
const AFTER = Temporal.Instant.from('2026-11-27T15:00:00Z');

let town: Town;

beforeEach(async () => {
  town = await foundTown();
  // Numbers up to 8 work in West, of whom 8 leads; from 11 to 18 in Oost.
  const line = (n: number, team: string) =>
    `p${n};Persoon ${n};p${n}@gemeente.example;${team};${n === 8 ? 'manager' : 'medewerker'};ma,di,wo,do,vr;${account(n)}`;
  await town.bring([1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => [line(n, 'West'), line(n + 10, 'Oost')]));
  const { teams } = await town.core.settings.read();
  for (const team of teams) await town.core.settings.saveTeam({ ...team, department: 'Ruimte' });
});

const answer = (team: string, n: number, score: 1 | 2 | 3 | 4 | 5) =>
  town.core.answers.change(team, account(n), PERIOD, () => ({ score, themes: ['leren'] }));

const make = (now = AFTER) =>
  runAt(
    {
      name: 'snapshots',
      when: 'always',
      run: (context) =>
        makeSnapshots(
          {
            groups: town.core.groups,
            pseudonymise: town.core.pseudonymise,
            scored: town.core.opened(checkin).scored,
          },
          context,
        ),
    },
    town.core,
    now,
    { once: (_name, _now, work) => work() },
  );

const shown = async (place: { kind: 'team' | 'department' | 'municipality'; key: string }) =>
  (await town.core.groups.content(place)).snapshots;

describe('when the window closes', () => {
  test('a team of ten that all answered says no more than that six or more did', async () => {
    const line = (n: number) =>
      `p${n};Persoon ${n};p${n}@gemeente.example;Noord;medewerker;ma,di,wo,do,vr;${account(n)}`;
    const everybody = Array.from({ length: 10 }, (_, n) => n + 31);
    await town.bring(everybody.map(line));
    for (const n of everybody) await answer('noord', n, n % 2 === 0 ? 4 : 2);
    await make();
    expect(await shown({ kind: 'team', key: 'noord' })).toEqual([
      { period: PERIOD, picture: { count: '6+', average: 3, themes: ['leren'] }, members: 10 },
    ]);
  });

  test('a team of which six answered gets its picture, and the manager is not in it', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    await answer('west', 8, 1);
    await make();
    expect(await shown(WEST)).toEqual([
      { period: PERIOD, picture: { count: '6-9', average: 4, themes: ['leren'] }, members: 7 },
    ]);
  });

  test('five answers and that of the manager are too few', async () => {
    for (const n of [1, 2, 3, 4, 5, 8]) await answer('west', n, 4);
    await make();
    expect(await shown(WEST)).toEqual([{ period: PERIOD, picture: undefined, members: 7 }]);
  });

  test('five answers and that of a member who is recorded as leading the team are too few', async () => {
    const west = (await town.core.settings.read()).teams.find(({ key }) => key === 'west');
    if (west) await town.core.settings.saveTeam({ ...west, managers: ['p6@gemeente.example'] });
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    await make();
    expect(await shown(WEST)).toEqual([{ period: PERIOD, picture: undefined, members: 6 }]);
  });

  test('of a week without answers it says so, but not of one from before Kompas was here', async () => {
    await make();
    expect(await shown(WEST)).toEqual([]);
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    await make();
    await make(AFTER.add({ hours: 7 * 24 }));
    expect(await shown(WEST)).toMatchObject([{ period: PERIOD }, { period: '2026-W49', picture: undefined }]);
  });

  test('and nothing ran, it still gets its picture up to three weeks later, and not after that', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    await make(Temporal.Instant.from('2026-12-21T10:00:00Z'));
    expect((await shown(WEST)).map(({ period }) => period)).not.toContain(PERIOD);
    await make(Temporal.Instant.from('2026-12-14T10:00:00Z'));
    expect((await shown(WEST)).map(({ period }) => period)).toContain(PERIOD);
  });

  test('whoever left by a roster in that week counts: nobody makes a team so small that a picture tells that all answered', async () => {
    const leave = async (n: number, how: object) => {
      const person = await town.core.people.find(account(n));
      if (!person) throw new Error('they are there');
      await town.core.people.change(person.team, person.id, (now) => ({
        ...now,
        removed: '2026-11-27',
        ...how,
      }));
    };
    for (const n of [1, 2, 3, 4, 5, 7]) await answer('west', n, 4);
    await leave(7, { source: 'teams', placed: true });
    await make();
    expect((await shown(WEST)).at(-1)).toMatchObject({ members: 7, picture: { count: '6-9' } });
  });

  test('whoever the file put in the team counts again when who owns it in Teams took them out and put them back', async () => {
    for (const n of [1, 2, 3, 4, 5, 7]) await answer('west', n, 4);
    const person = await town.core.people.find(account(7));
    if (!person) throw new Error('they are there');
    await town.core.people.change(person.team, person.id, (now) => ({
      ...now,
      source: 'teams' as const,
      placed: true as const,
    }));
    await make();
    expect((await shown(WEST)).at(-1)).toMatchObject({ members: 7, picture: { count: '6-9' } });
  });

  test('whoever was taken out by the file does not count, nor who left by a roster in a week before', async () => {
    for (const n of [1, 2, 3, 4, 5, 7]) await answer('west', n, 4);
    const person = await town.core.people.find(account(7));
    if (!person) throw new Error('they are there');
    await town.core.people.change(person.team, person.id, (now) => ({
      ...now,
      removed: '2026-11-20',
      source: 'teams' as const,
      placed: true as const,
    }));
    await make();
    expect((await shown(WEST)).at(-1)).toMatchObject({ members: 6, picture: undefined });
  });

  test('nothing is made while it is open', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    await make(Temporal.Instant.from('2026-11-27T13:59:59Z'));
    expect((await shown(WEST)).map(({ period }) => period)).not.toContain(PERIOD);
  });

  test('what was made stays as it is: a late answer or a second instance changes nothing', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    for (const n of [11, 12, 13, 14, 15, 16]) await answer('oost', n, 4);
    await Promise.all([make(), make()]);
    await answer('west', 1, 1);
    await answer('west', 2, 1);
    await answer('west', 7, 1);
    await make();
    expect((await shown(WEST)).map(({ picture }) => picture?.average)).toEqual([4]);
    expect((await shown(RUIMTE)).map(({ picture }) => picture?.average)).toEqual([4]);
  });

  test('what lies above is hidden while fewer than six answers are hidden in it', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    for (const n of [11, 12, 13]) await answer('oost', n, 2);
    await make();
    expect(await shown(OOST)).toEqual([{ period: PERIOD, picture: undefined, members: 8 }]);
    expect(await shown(RUIMTE)).toEqual([{ period: PERIOD, picture: undefined }]);
    expect(await shown(TOWN)).toEqual([{ period: PERIOD, picture: undefined }]);
  });

  test('somebody who moved counts where they are now, and nowhere twice', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    const one = await town.core.people.find(account(6));
    if (!one) throw new Error('nobody has account 6');
    await town.core.people.save([{ ...one, team: 'oost' }]);
    await town.core.people.drop('west', one.id);
    await make();
    expect(await shown(WEST)).toMatchObject([{ period: PERIOD, picture: undefined, members: 6 }]);
  });

  test('somebody of whom a broken-off import left two rows counts once: five who answered are no six', async () => {
    for (const n of [1, 2, 3]) await answer('west', n, 4);
    for (const n of [11, 12]) await answer('oost', n, 2);
    const one = await town.core.people.find(account(3));
    if (!one) throw new Error('nobody has account 3');
    await town.core.people.save([{ ...one, team: 'oost' }]);
    await answer('oost', 3, 4);
    await make();
    for (const place of [RUIMTE, TOWN])
      expect(await shown(place)).toEqual([{ period: PERIOD, picture: undefined }]);
  });
});

describe('when teams merge', () => {
  const everybodyToWest = async () => {
    for (const one of await town.core.people.members('oost')) {
      await town.core.people.save([{ ...one, team: 'west' }]);
      await town.core.people.drop('oost', one.id);
    }
  };
  const nextWeek = AFTER.add({ hours: 7 * 24 });

  test('the team that is empty now gets no more pictures, and the other one says how large it became', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    await make();
    await everybodyToWest();
    await make(nextWeek);
    expect((await shown(OOST)).map(({ period }) => period)).toEqual([PERIOD]);
    expect((await shown(WEST)).map(({ members }) => members)).toEqual([7, 15]);
  });

  test('what lies above would be the picture of the one team that is left, so it has none', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await answer('west', n, 4);
    await everybodyToWest();
    await make();
    expect((await shown(WEST)).map(({ picture }) => picture?.average)).toEqual([4]);
    expect((await shown(RUIMTE)).map(({ picture }) => picture)).toEqual([undefined]);
  });
});
