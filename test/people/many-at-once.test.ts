import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { account, foundTown, type Town } from '../support/town.ts';
import { type TeamsTeams, teamsTeams } from './teams-teams.ts';

const member = (n: number) => ({
  user: `29:p${n}`,
  directoryId: account(n),
  name: `Persoon ${n}`,
  upn: `p${n}@gemeente.example`,
  guest: false,
});
/** Ids as Teams makes them, which nothing packs. */
const ids = (count: number) =>
  Array.from({ length: count }, (_, n) => `29:1${createHash('sha512').update(`${n}`).digest('base64url')}`);

let town: Town;
let teams: TeamsTeams;

beforeEach(async () => {
  town = await foundTown();
  teams = teamsTeams(town);
  await town.core.settings.saveTeam({ key: 'west', name: 'west', schedule: defaultSchedule });
  await teams.add('west', [member(1)], { id: '19:west' });
});

test.each([700, 3_000])('of %i who join at once everybody is added who is in the roster', async (count) => {
  teams.rosters.set('19:west', [member(1), member(2), member(3)]);
  await teams.told('19:west', { joined: [...ids(count), member(2).user, member(3).user], left: ids(count) });
  const there = (await town.core.people.members('west')).map(({ upn }) => upn).sort();
  expect(there).toEqual([1, 2, 3].map((n) => member(n).upn));
  expect((await town.core.teamLinks.of('19:west'))?.look).toBeUndefined();
});

test('who join in many events before their roster could be read are added all the same', async () => {
  teams.onRead = () => {
    throw new Error('Teams does not answer');
  };
  teams.rosters.set('19:west', [member(1), member(2)]);
  for (let from = 0; from < 900; from += 300)
    await teams.told('19:west', { joined: ids(900).slice(from, from + 300) }).catch(() => {});
  teams.onRead = () => {};
  await teams.told('19:west', { joined: [member(2).user] });
  expect(await town.core.people.find(account(2))).toMatchObject({ team: 'west' });
});

test('of many who leave at once nobody stays who was seen in the roster', async () => {
  teams.rosters.set('19:west', [member(3)]);
  await teams.told('19:west', { left: [...ids(700), member(1).user] });
  expect(await town.core.people.find(account(1))).toBeUndefined();
});
