import { expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import { seatOf } from '../../../../src/features/team/groups/rights.ts';
import { emptyMunicipality, type Team } from '../../../../src/people/municipality.ts';
import type { Person } from '../../../../src/people/person.ts';
import { imported, somebody } from '../../../support/bot.ts';

const team = (key: string, department: string, managers: string[] = []): Team => ({
  key,
  name: key,
  schedule: defaultSchedule,
  department,
  managers,
});
const director = imported(somebody(1, 'Directie'), { team: 'a', access: ['directie'] });
const sees = (teams: Team[], municipality = emptyMunicipality) =>
  seatOf(director, { municipality, teams, ended: [] }).sees.map(({ kind, key }) => `${kind}:${key}`);

test('the direction has no department among its groups that would tell of one team beside those they see anyhow', () => {
  expect(sees([team('a', 'Ruimte'), team('b', 'Ruimte')])).toEqual(['team:a', 'municipality:']);
  expect(sees([team('a', 'Ruimte'), team('b', 'Ruimte', [director.upn]), team('c', 'Ruimte')])).toEqual([
    'team:a',
    'municipality:',
    'team:b',
  ]);
  expect(sees([team('a', 'Ruimte'), team('b', 'Ruimte'), team('c', 'Ruimte')])).toEqual([
    'team:a',
    'municipality:',
    'department:ruimte',
  ]);
  expect(sees([team('a', 'Zorg'), team('b', 'Ruimte'), team('c', 'Ruimte')])).toContain('department:ruimte');
});

test('who sees the municipality and not each team has nothing shown that tells of one more beside theirs', () => {
  const teams = [team('a', 'Ruimte'), team('b', 'Ruimte', [director.upn]), team('c', 'Ruimte')];
  const besideOf = (access: Person['access'], municipality = emptyMunicipality) =>
    seatOf({ ...director, access }, { municipality, teams, ended: [] }).beside;
  expect(besideOf(['directie'])).toEqual(new Set(['a', 'b']));
  expect(besideOf(['directie', 'afdelingshoofd'])).toEqual(new Set(['a', 'b', 'c']));
  expect(besideOf(['afdelingshoofd'])).toBeUndefined();
  const teamsForDirection = { date: '2026-10-01', reference: 'OR-2026-15' };
  expect(besideOf(['directie'], { ...emptyMunicipality, teamsForDirection })).toBeUndefined();
});

test('with what was agreed with the works council they see it', () => {
  const teamsForDirection = { date: '2026-10-01', reference: 'OR-2026-15' };
  const agreed = { ...emptyMunicipality, teamsForDirection };
  expect(sees([team('a', 'Ruimte'), team('b', 'Ruimte')], agreed)).toContain('department:ruimte');
});
