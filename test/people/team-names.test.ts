import { beforeEach, describe, expect, test } from 'vitest';
import { changeByHand } from '../../src/people/changing/by-hand.ts';
import { isPresent } from '../../src/people/person.ts';
import { chatOf } from '../support/bot.ts';
import { account, dump, foundTown, person, type Town } from '../support/town.ts';
import { teamsTeams } from './teams-teams.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

/** A line for the `n`th person, in a team of that name. */
const line = (n: number, team: string) =>
  `p${n};Persoon ${n};p${n}@gemeente.example;"${team}";medewerker;ma,di;${account(n)}`;
const inTeams = (...teams: string[]) => teams.map((team, n) => line(n + 1, team));
const reasonsOf = (result: object) => ('problems' in result ? (result.problems as object[]) : []);

/** Names that differ in something that no key shows. */
const mixedUp = [
  ['Team A', 'Team A+'],
  ['Team A+', 'team a'],
  ['Wijkteam 🌊', 'Wijkteam 🌳'],
  ['🌳 Wijkteam', 'Wijkteam'],
  ['Team A/B', 'Team A B'],
  ['Team A', 'Team (A)'],
  ['Team C#', 'Team C'],
  ['Zuid-Oost', 'Zuid Oost'],
  ['Wijk Дом', 'Wijk Сад'],
] as const;

describe('two teams whose names Kompas cannot tell apart', () => {
  test.each(mixedUp)('%s and %s are refused in one file, with the lines of both', async (one, other) => {
    const before = await dump(town.storage);
    const result = await town.bring(inTeams(one, 'Team Q', other, one));
    expect(reasonsOf(result)).toEqual([
      {
        line: 4,
        reason: `Het team "${other}" kan ik niet onderscheiden van "${one}" in regel 2: in een naam tellen alleen letters en cijfers. Is het één team? Schrijf de naam dan overal gelijk. Zijn het er twee? Geef ze dan andere letters of cijfers.`,
      },
    ]);
    expect(await dump(town.storage)).toEqual(before);
  });

  test.each(mixedUp)('%s and %s are refused also when the first is there already', async (one, other) => {
    await town.bring(inTeams(one));
    const before = await dump(town.storage);
    const result = await town.bring([line(2, 'Team Q'), line(3, other)]);
    expect(reasonsOf(result)).toEqual([
      {
        line: 3,
        reason: `Het team "${other}" kan ik niet onderscheiden van "${one}", dat er al is: in een naam tellen alleen letters en cijfers. Is het hetzelfde team? Schrijf dan "${one}". Is het een ander team? Geef het dan andere letters of cijfers.`,
      },
    ]);
    expect(await dump(town.storage)).toEqual(before);
  });

  test('are named for every line with the second name', async () => {
    const result = await town.bring(inTeams('Team A', 'Team A+', 'Team B', 'Team A+', 'Team A!'));
    expect(reasonsOf(result)).toMatchObject([{ line: 3 }, { line: 5 }, { line: 6 }]);
  });

  test('are refused beside everything else that is wrong', async () => {
    const wrong = line(3, 'Team B').replace('p3@', 'geen adres ');
    const result = await town.bring([...inTeams('Team A', 'Team A+'), wrong]);
    expect(reasonsOf(result)).toMatchObject([{ line: 3 }, { line: 4 }]);
  });

  test('and of which one was ended are told about that', async () => {
    await town.bring(inTeams('Team A'));
    await town.core.settings.changeTeam('team-a', (team) => ({ ...team, ended: '2026-11-01' }));
    const [problem] = reasonsOf(await town.bring([line(2, 'Team A+')])) as { reason: string }[];
    expect(problem?.reason).toContain('Het team Team A is opgeheven');
  });
});

describe('one team whose name is spelled in several ways', () => {
  test.each([
    ['Objecten West', 'objecten  WEST'],
    ['Coördinatie', 'COORDINATIE'],
    ['Team\u00a0A', 'Team A'],
    ['Team A', ' Team\u200b A '],
    ['Wijkteam 🌊', 'wijkteam  🌊'],
  ])('%j and %j is one team, under the name that came first', async (one, other) => {
    expect(await town.bring(inTeams(one, other))).toMatchObject({ plan: { added: [{}, {}] } });
    expect(await town.bring([line(3, other)])).toMatchObject({ newTeams: [] });
    const { teams } = await town.core.readSettings();
    expect(teams.map(({ name }) => name)).toEqual([one.replaceAll('\u00a0', ' ')]);
    const members = await town.core.people.members(teams[0]?.key ?? '');
    expect(members.filter(isPresent)).toHaveLength(3);
  });
});

describe('a team in Teams', () => {
  const beheerder = person('p9', { access: ['beheerder'], address: chatOf(person('p9') as never) });

  test.each(mixedUp)('called %2$s is not linked to %1$s', async (one, other) => {
    await town.bring(inTeams(one));
    await town.core.people.save([beheerder]);
    const teams = teamsTeams(town);
    const add = (name: string) => teams.add(name, [], { by: account(9) });
    expect(await add(other)).toBe('unknown');
    expect(await add(one.toUpperCase())).toBe('linked');
  });
});

describe('the id of a person that would read in the log as something else', () => {
  const withId = (id: string, team: string) => line(1, team).replace('p1;', `${id};`);

  test.each([
    ['a team that is there', 'team-q'],
    ['a team that is there, in capitals', 'Team-Q'],
    ['a team that ended', 'team-oud'],
    ['a team of the same file', 'team-a'],
    ['a department', 'ruimte'],
    ['the municipality', 'gemeente'],
    ['everybody', 'iedereen'],
    ['Kompas itself', 'kompas'],
    ['the command line', 'cli'],
  ])('is refused where it is that of %s', async (_, id) => {
    await town.bring([line(2, 'Team Q'), line(3, 'Team Oud')]);
    await town.core.settings.changeTeam('team-oud', (team) => ({ ...team, ended: '2026-11-01' }));
    await town.core.settings.changeTeam('team-q', (team) => ({ ...team, department: 'Ruimte' }));
    const before = await dump(town.storage);
    expect(reasonsOf(await town.bring([withId(id, 'Team A')]))).toEqual([
      {
        line: 2,
        reason: `Het id ${id} is al de naam van een team of afdeling, of een woord van Kompas zelf. Kies een ander id.`,
      },
    ]);
    expect(await dump(town.storage)).toEqual(before);
  });

  test('is refused by hand as well', async () => {
    await town.bring([line(2, 'Team Q')]);
    const asked = { id: 'team-q', name: 'Persoon 1', upn: 'p1@gemeente.example', teamName: 'Team Q' };
    const result = await changeByHand(town.core, [{ ...asked, access: ['medewerker'], workdays: ['ma'] }], {
      who: account(9),
    });
    expect(result).toMatchObject({ problems: [expect.stringContaining('Kies een ander id')] });
  });

  test('is not taken by a new team either', async () => {
    await town.bring([withId('oost', 'Team A')]);
    expect(reasonsOf(await town.bring([line(2, 'Oost')]))).toEqual([
      { line: 2, reason: 'Het id van iemand is oost. Geef het team "Oost" een andere naam.' },
    ]);
  });
});
