import { beforeEach, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import type { RosterMember } from '../../src/people/roster-member.ts';
import { account, foundTown, type Town } from '../support/town.ts';
import { ADMINISTRATOR, type TeamsTeams, teamsTeams } from './teams-teams.ts';

const ADDER = account(40);
const cas: RosterMember = {
  user: '29:5',
  directoryId: account(5),
  name: 'Cas Duin',
  upn: 'p5@gemeente.example',
  guest: false,
};
let town: Town;
let teams: TeamsTeams;

beforeEach(async () => {
  town = await foundTown();
  teams = teamsTeams(town);
  for (const [key, name] of [
    ['west', 'West'],
    ['oost', 'Oost'],
  ] as const)
    await town.core.settings.saveTeam({ key, name, schedule: defaultSchedule });
});

const log = async () =>
  (await town.core.audit.since(town.clock.now.subtract({ hours: 1 })))
    .filter(({ what }) => what.includes('het team'))
    .map(({ who, what, about }) => ({ who, what, about }));
/** Somebody adds him to a team in Teams, and its roster is read. */
async function isAdded(id: string, by?: string) {
  teams.rosters.set(id, [...(teams.rosters.get(id) ?? []), cas]);
  await teams.life.membersChanged(id, { joined: [cas.user], left: [], by });
  await teams.look(id);
}

test('who is in a team in Teams when Kompas is added is in the log, under who added it', async () => {
  await teams.add('West', [cas]);
  expect(await log()).toEqual([
    { who: ADMINISTRATOR, what: 'in het team door Teams: team West', about: cas.directoryId },
  ]);
});

test('who joins a team in Teams is in the log, under who added them where Teams tells', async () => {
  await teams.add('West');
  await isAdded('19:t', ADDER);
  expect(await log()).toEqual([
    { who: ADDER, what: 'in het team door Teams: team West', about: cas.directoryId },
  ]);
});

test('who comes back is in the log again, and under Kompas itself where Teams does not tell who did it', async () => {
  await teams.add('West', [cas]);
  await teams.left('19:t', cas.directoryId);
  town.clock.now = town.clock.now.add({ minutes: 1 });
  await isAdded('19:t');
  expect((await log()).at(-1)).toEqual({
    who: 'kompas',
    what: 'in het team door Teams: team West',
    about: cas.directoryId,
  });
});

test('who goes to another team by Teams is in the log with both teams', async () => {
  await teams.add('West', [cas]);
  await teams.add('Oost', [], { id: '19:o' });
  await isAdded('19:o', ADDER);
  town.clock.now = town.clock.now.add({ minutes: 1 });
  await teams.left('19:t', cas.directoryId);
  expect((await log()).map(({ what }) => what)).toContain(
    'in het team door Teams: ander team, van West naar Oost',
  );
  expect(await town.core.people.find(cas.directoryId)).toMatchObject({ team: 'oost' });
});

test('nobody is added while the log cannot be written', async () => {
  await teams.add('West');
  const away = async () => {
    throw new Error('the log is away');
  };
  const broken = teamsTeams(town, { ...town.core, audit: { ...town.core.audit, record: away } });
  broken.rosters.set('19:t', [cas]);
  await broken.life.membersChanged('19:t', { joined: [cas.user], left: [] });
  await broken.look('19:t').catch(() => {});
  expect(await town.core.people.find(cas.directoryId)).toBeUndefined();
  expect(await town.core.people.everybody()).toEqual([]);
});
