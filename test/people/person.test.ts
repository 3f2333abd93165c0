import { describe, expect, test } from 'vitest';
import { consentGiven, emptyMunicipality } from '../../src/people/municipality.ts';
import { oncePerAccount, respondents, teamKey } from '../../src/people/person.ts';
import { person } from '../support/town.ts';

describe('who counts as respondent', () => {
  test('everybody who works in the team, but not its manager and not who left', () => {
    const members = [
      person('p01'),
      person('p02', { access: ['manager'] }),
      person('p03', { access: ['medewerker', 'manager'] }),
      person('p04', { removed: '2026-11-01' }),
      person('p05', { access: ['beheerder'] }),
      // Not being reached or not wanting check-ins does not take somebody out of the team.
      person('p06', { reach: 'blocked', checkins: false }),
    ];
    expect(respondents({}, members).map(({ id }) => id)).toEqual(['p01', 'p05', 'p06']);
    const led = { managers: ['p05@gemeente.example', 'van.buiten@gemeente.example'] };
    expect(respondents(led, members).map(({ id }) => id)).toEqual(['p01', 'p06']);
  });
});

describe('each account counts once', () => {
  const two = [person('p01', { team: 'west' }), person('p01', { team: 'oost' })];

  test('in the same team, in whatever order the rows come', () => {
    for (const rows of [two, two.toReversed()])
      expect(oncePerAccount(rows).map(({ team }) => team)).toEqual(['west']);
  });

  test('and where somebody works now goes before where they left', () => {
    const rows = [person('p01', { team: 'west', removed: '2026-11-01' }), person('p01', { team: 'oost' })];
    expect(oncePerAccount(rows).map(({ team }) => team)).toEqual(['oost']);
  });

  test('and nobody is lost who has no account yet', () => {
    const rows = ['p01', 'p02'].map((id) => person(id, { directoryId: undefined }));
    expect(oncePerAccount([...rows, person('p03')])).toHaveLength(3);
  });
});

describe('the key of a team', () => {
  test.each([
    ['Objecten West', 'objecten-west'],
    ['  Ruimte & Milieu (team 2) ', 'ruimte-milieu-team-2'],
    ['Coördinatie één', 'coordinatie-een'],
    ['***', ''],
  ])('of %j is %j', (name, wanted) => {
    expect(teamKey(name)).toBe(wanted);
  });
});

describe('check-ins may be sent', () => {
  const decision = { date: '2026-09-01', reference: 'OR-1' };

  test('only when both the works council and the DPIA are recorded', () => {
    expect(consentGiven(emptyMunicipality)).toBe(false);
    expect(consentGiven({ ...emptyMunicipality, consent: decision })).toBe(false);
    expect(consentGiven({ ...emptyMunicipality, dpia: decision })).toBe(false);
    expect(consentGiven({ ...emptyMunicipality, consent: decision, dpia: decision })).toBe(true);
  });
});
