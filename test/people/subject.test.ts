import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { endDuties } from '../../src/people/duties.ts';
import { directoryTable, peopleTable, settingsTable } from '../../src/people/tables.ts';
import { eraseSubject } from '../../src/storage/index.ts';
import { account, dump, foundTown, person, type Town } from '../support/town.ts';

let town: Town;

beforeEach(async () => {
  town = await foundTown();
  for (const [key, name] of [
    ['west', 'West'],
    ['oost', 'Oost'],
  ] as const)
    await town.core.settings.saveTeam({
      key,
      name,
      schedule: defaultSchedule,
      managers: ['a.sol@gemeente.example', 'amira@gemeente.example'],
    });
});

const amira = (id: string, upn: string, team: string) =>
  person(id, { name: 'Amira Sol', team, upn: `${upn}@gemeente.example`, directoryId: account(1) });
const left = { removed: '2026-11-20' };
const tables = [peopleTable, directoryTable, settingsTable];

/** What "vergeet mij" does with what the account stands in. */
async function forget(): Promise<void> {
  const who = await town.core.subject(account(1));
  await endDuties(town.core, 'kompas', who.upns);
  await eraseSubject(town.storage, who);
}

describe('who has two rows', () => {
  test.each([
    // She moved from one Teams team to another.
    ['in the team they left', { ...amira('p01', 'a.sol', 'west'), ...left }, amira('p91', 'amira', 'oost')],
    // The file gave her another id and address, and the import broke off before the old row went.
    ['in one team', amira('p01', 'amira', 'west'), amira('p91', 'a.sol', 'west')],
    ['in two teams', amira('p01', 'amira', 'west'), amira('p91', 'a.sol', 'oost')],
  ])('%s, is gone with both, with every address, also after the night', async (_where, ...rows) => {
    for (const row of rows) await town.core.people.save([row]);
    await forget();
    await town.core.people.mendDirectory();
    const stays = await dump(town.storage, tables);
    expect(stays.filter((row) => /Amira|p01|p91|a\.sol|amira@/.test(row))).toEqual([]);
    expect(await town.core.people.find(account(1))).toBeUndefined();
  });

  test('takes nothing of somebody new who has the address of one of them', async () => {
    const joke = person('p02', { name: 'Joke', team: 'west', upn: 'a.sol@gemeente.example' });
    const old = { ...amira('p01', 'a.sol', 'west'), ...left };
    for (const row of [old, amira('p91', 'amira', 'oost'), joke]) await town.core.people.save([row]);
    await forget();
    expect(await town.core.people.byUpn('a.sol@gemeente.example')).toMatchObject({ name: 'Joke' });
    const { teams } = await town.core.settings.read();
    expect(teams.map(({ managers }) => managers)).toEqual([
      ['a.sol@gemeente.example'],
      ['a.sol@gemeente.example'],
    ]);
  });
});
