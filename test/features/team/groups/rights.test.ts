import { expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import { seatOf } from '../../../../src/features/team/groups/rights.ts';
import { emptyMunicipality, type Team } from '../../../../src/people/municipality.ts';
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

test('the direction sees no department that would tell of one team beside those they see anyhow', () => {
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

test('with what was agreed with the works council they see it', () => {
  const teamsForDirection = { date: '2026-10-01', reference: 'OR-2026-15' };
  const agreed = { ...emptyMunicipality, teamsForDirection };
  expect(sees([team('a', 'Ruimte'), team('b', 'Ruimte')], agreed)).toContain('department:ruimte');
});
