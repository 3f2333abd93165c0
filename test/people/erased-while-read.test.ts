import { beforeEach, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import type { Person } from '../../src/people/person.ts';
import { subjectOf } from '../../src/people/subject.ts';
import { eraseSubject } from '../../src/storage/index.ts';
import { account, foundTown, person, type Town } from '../support/town.ts';
import { type TeamsTeams, teamsTeams } from './teams-teams.ts';

const member = (n: number) => ({
  user: `29:p${n}`,
  directoryId: account(n),
  name: `Persoon ${n}`,
  upn: `p${n}@gemeente.example`,
  guest: false,
});
const [newcomer, amira] = [member(1), member(2)];

let town: Town;
let teams: TeamsTeams;
/** Runs before rows of people are written. */
let onSave: (list: readonly Person[]) => Promise<void>;

beforeEach(async () => {
  town = await foundTown();
  onSave = async () => {};
  const { people } = town.core;
  const save: typeof people.save = async (list) => {
    await onSave(list);
    await people.save(list);
  };
  const changeAll: typeof people.changeAll = async (changes) => {
    await onSave([]);
    return people.changeAll(changes);
  };
  teams = teamsTeams(town, { ...town.core, people: { ...people, save, changeAll } });
  for (const key of ['west', 'oost'])
    await town.core.settings.saveTeam({ key, name: key, schedule: defaultSchedule });
});

/** What `vergeet mij` does. */
async function amiraErases(): Promise<void> {
  const who = await subjectOf(amira.directoryId, town.core);
  await town.core.silence.keep(amira.directoryId);
  await eraseSubject(town.storage, who);
}

/** Rows that still say who Amira is. */
async function traces(): Promise<string[]> {
  const found = (await town.core.people.everybody()).filter(({ upn }) => upn === amira.upn);
  const leads = [await town.core.people.teamOf(amira.directoryId), await town.core.people.byUpn(amira.upn)];
  return [...found, ...leads.filter((one) => one !== undefined)].map((one) => JSON.stringify(one));
}

test('who erases themselves while a colleague from the same roster is added is not added again', async () => {
  await town.core.people.save([person('p2', { directoryId: account(2), upn: amira.upn, team: 'west' })]);
  onSave = async (list) => {
    if (list.some(({ upn }) => upn === newcomer.upn)) await amiraErases();
  };
  await teams.add('west', [newcomer, amira]);
  expect(await traces()).toEqual([]);
  expect(await town.core.people.find(newcomer.directoryId)).toBeDefined();
  const told = teams.news.flatMap((news) => (news.kind === 'came' ? news.person.upn : []));
  expect(told).toContain(newcomer.upn);
  expect(told).not.toContain(amira.upn);
});

test('who erases themselves while their own row is written is not in it afterwards', async () => {
  onSave = async (list) => {
    if (list.some(({ upn }) => upn === amira.upn)) await amiraErases();
  };
  await teams.add('west', [amira]);
  expect(await traces()).toEqual([]);
  expect(teams.news).toEqual([]);
});

test('who erases themselves while they move to another team is in neither', async () => {
  await town.core.people.save([
    person('p2', { directoryId: account(2), upn: amira.upn, team: 'west', source: 'teams' }),
  ]);
  await teams.add('west', [amira], { id: '19:west' });
  await teams.left('19:west', amira.directoryId);
  onSave = amiraErases;
  await teams.add('oost', [amira], { id: '19:oost' });
  expect(await traces()).toEqual([]);
});
