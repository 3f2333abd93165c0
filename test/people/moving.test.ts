import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { isPresent } from '../../src/people/person.ts';
import { account, foundTown, person, type Town } from '../support/town.ts';
import { type TeamsTeams, teamsTeams } from './teams-teams.ts';

const UPN = 'p1@gemeente.example';
const amira = { user: '29:p1', directoryId: account(1), name: 'Amira Sol', upn: UPN, guest: false };
const OWN = {
  checkins: false,
  workdays: ['wo' as const, 'do' as const],
  ownWorkdays: true,
  tipDay: 'do' as const,
  absentFrom: '2026-12-01',
  absentUntil: '2026-12-04',
  role: 'Geodata-engineer' as const,
};

let town: Town;

let teams: TeamsTeams;
const find = () => town.core.people.find(account(1));

/** Amira came to West by the roster of its Teams team, led it, and left it by that roster. */
beforeEach(async () => {
  town = await foundTown();
  teams = teamsTeams(town);
  for (const [key, name] of [
    ['west', 'West'],
    ['oost', 'Oost'],
  ] as const) {
    await town.core.settings.saveTeam({ key, name, schedule: defaultSchedule });
    await teams.add(name, [], { id: `19:${key}` });
  }
  await town.core.people.save([
    person('p1', { ...OWN, upn: UPN, team: 'west', access: ['manager'], source: 'teams' }),
  ]);
  await teams.left('19:west', account(1));
  expect(await find()).toBeUndefined();
});

describe('who is here by Teams alone and goes from one Teams team to another', () => {
  test('keeps what they set themselves, and gets no right over the new team', async () => {
    await teams.joined('19:oost', amira);
    expect(await find()).toMatchObject({
      ...OWN,
      name: 'Amira Sol',
      team: 'oost',
      access: ['medewerker'],
      reach: 'open',
      address: { conversation: 'a:p1' },
    });
    expect(await town.core.people.byUpn(UPN)).toMatchObject({ team: 'oost' });
    expect(await town.core.people.members('west')).toEqual([]);
  });

  test('is there once when the old row could not go', async () => {
    const { people } = town.core;
    const dropAll = () => Promise.reject(new Error('storage is gone'));
    const broken = teamsTeams(town, { ...town.core, people: { ...people, dropAll } });
    await expect(broken.joined('19:oost', amira)).rejects.toThrow('gone');
    await teams.joined('19:oost', amira);
    await people.mendDirectory();
    expect(await find()).toMatchObject({ team: 'oost', checkins: false });
    expect((await people.everybody()).filter(isPresent)).toMatchObject([{ team: 'oost' }]);
  });

  test('and comes back, is in one team with the same settings', async () => {
    await teams.joined('19:oost', amira);
    await teams.left('19:oost', account(1));
    await teams.joined('19:west', amira);
    expect(await town.core.people.everybody()).toMatchObject([{ team: 'west', checkins: false }]);
  });

  test('is left alone while still in the old one', async () => {
    await teams.joined('19:west', amira);
    await teams.joined('19:oost', amira);
    expect(await town.core.people.everybody()).toMatchObject([{ team: 'west', access: ['medewerker'] }]);
  });
});
