import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { auditTable, settingsTable } from '../../src/people/tables.ts';
import { account, dump, foundTown, person, type Town } from '../support/town.ts';
import { teamsTeams } from './teams-teams.ts';

const line = (id: string, name: string, upn: string, n: number) =>
  `${id};${name};${upn};West;medewerker;ma,di;${account(n)}`;
const LEAD = 'j.jansen@gemeente.example';
const lead = line('p01', 'J. Jansen', LEAD, 1);
const bert = line('p02', 'Bert Kade', 'bert@gemeente.example', 2);

let town: Town;

beforeEach(async () => {
  town = await foundTown();
  await town.bring([lead, bert]);
  const { settings } = town.core;
  const schedule = defaultSchedule;
  await settings.saveTeam({ key: 'oost', name: 'Oost', schedule, managers: [LEAD] });
  await settings.saveTeam({
    key: 'noord',
    name: 'Noord',
    schedule,
    managers: ['bert@gemeente.example', LEAD],
  });
  await settings.saveTeam({ key: 'oud', name: 'Oud', schedule, managers: [LEAD], ended: '2026-11-01' });
  await settings.changeMunicipality((now) => ({
    ...now,
    name: 'Gemeente Test',
    worksCouncil: [LEAD],
    secondRegistrar: LEAD,
    partners: [
      { label: 'Coach', upn: LEAD },
      { label: 'Van buiten', upn: 'coach@bureau.example' },
    ],
    counsellor: { name: 'J. Jansen', contact: '010 000 00 00' },
  }));
});

const settingsNow = async () => (await dump(town.storage, [settingsTable])).join('\n');
const ended = async () =>
  (await dump(town.storage, [auditTable])).filter((row) => row.includes(' vervalt')).join('\n');

describe('what somebody was recorded for', () => {
  test('goes on for the other contacts of the works council', async () => {
    await town.core.settings.changeMunicipality((now) => ({
      ...now,
      worksCouncil: [LEAD, 'bert@gemeente.example'],
    }));
    const result = await town.bring([bert], { complete: true });
    expect('fallen' in result && result.fallen).toContainEqual({ kind: 'worksCouncil', last: false });
    expect((await town.core.settings.read()).municipality.worksCouncil).toEqual(['bert@gemeente.example']);
  });

  test('ends when a complete file leaves them out: everywhere, and the log names what and not whose', async () => {
    const result = await town.bring([bert], { complete: true });
    expect('fallen' in result && result.fallen).toMatchObject([
      { kind: 'leads', team: { key: 'noord' }, last: false },
      { kind: 'leads', team: { key: 'oost' }, last: true },
      { kind: 'leads', team: { key: 'oud' }, last: true },
      { kind: 'worksCouncil' },
      { kind: 'secondRegistrar' },
      { kind: 'partner', label: 'Coach' },
    ]);
    expect(await settingsNow()).not.toContain(LEAD);
    const { municipality, teams } = await town.core.settings.read();
    expect(municipality).toMatchObject({
      name: 'Gemeente Test',
      partners: [{ label: 'Van buiten', upn: 'coach@bureau.example' }],
      counsellor: { name: 'J. Jansen' },
    });
    expect(teams.find(({ key }) => key === 'noord')?.managers).toEqual(['bert@gemeente.example']);
    const log = await ended();
    expect(log.split('\n')).toHaveLength(6);
    for (const trace of [LEAD, 'p01', 'Jansen', account(1)]) expect(log).not.toContain(trace);
  });

  test('goes to no newcomer who gets the address in the same file', async () => {
    await town.bring([bert, line('p03', 'Joke Jansen', LEAD, 3)], { complete: true });
    expect(await town.core.people.byUpn(LEAD)).toMatchObject({ id: 'p03' });
    expect(await settingsNow()).not.toContain(LEAD);
  });

  test('goes to no newcomer either when the import breaks off at their row', async () => {
    const { people } = town.core;
    const { changeAll } = people;
    people.changeAll = async () => {
      throw new Error('storage is gone');
    };
    const again = () => town.bring([bert, line('p03', 'Joke Jansen', LEAD, 3)], { complete: true });
    await expect(again()).rejects.toThrow('storage is gone');
    people.changeAll = changeAll;
    await again();
    expect(await settingsNow()).not.toContain(LEAD);
  });

  test('is in the log and told by the next import, when the log could not be written', async () => {
    const { audit } = town.core;
    const { record } = audit;
    audit.record = async () => {
      audit.record = record;
      throw new Error('storage is gone');
    };
    const again = () => town.bring([bert], { complete: true });
    await expect(again()).rejects.toThrow('storage is gone');
    const result = await again();
    expect('fallen' in result && result.fallen).toHaveLength(6);
    expect((await ended()).split('\n')).toHaveLength(6);
    expect(await settingsNow()).not.toContain(LEAD);
  });

  test('ends when their address changes', async () => {
    await town.bring([line('p01', 'J. Bos', 'j.bos@gemeente.example', 1)]);
    expect(await settingsNow()).not.toContain(LEAD);
  });

  test('stays through an import that leaves them where they are, or gives them another id or team', async () => {
    const before = await settingsNow();
    await town.bring([lead, bert], { complete: true });
    await town.bring([line('p01', 'J. Jansen', LEAD, 1).replace('West', 'Noord')]);
    await town.bring([line('p77', 'J. Jansen', LEAD, 1).replace('West', 'Noord'), bert], { complete: true });
    expect(await settingsNow()).toBe(before);
    expect(await ended()).toBe('');
  });

  test('ends for who left before, at the next import', async () => {
    await town.core.people.save([person('p01', { upn: LEAD, team: 'west', removed: '2026-11-20' })]);
    await town.bring([bert]);
    expect(await settingsNow()).not.toContain(LEAD);
  });

  test('ends when they leave the Teams team that their team is linked to', async () => {
    const teams = teamsTeams(town);
    await teams.add('West');
    await teams.left('19:t', account(2), account(77));
    expect(await settingsNow()).toContain(LEAD);
    await teams.left('19:t', account(1));
    expect(await settingsNow()).not.toContain(LEAD);
    expect(await ended()).toContain('oost');
    const before = await dump(town.storage);
    await teams.left('19:t', account(1));
    expect(await dump(town.storage)).toEqual(before);
  });
});
