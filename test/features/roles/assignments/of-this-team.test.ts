import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endedOn, reopened } from '../../../../src/people/changing/team-settings.ts';
import { amira, bram, mara, type Office, startOffice } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const of = { who: amira.account };
const WEST = 'objecten-west';

describe('taking back and stopping', () => {
  test('is of the team that asked: a made-up tap on what another team asked changes nothing, and is not logged', async () => {
    await office.assignments.change(amira.account, '2026-11-20', () => ({
      version: 4,
      asked: {
        team: 'objecten-oost',
        roles: [{ role: 'Objectregisseur', registrations: [] }],
        areas: [],
        from: '2026-12-01',
        day: '2026-11-20',
      },
      past: [],
    }));
    for (const verb of ['take-back', 'stop'])
      expect(await office.taps(mara, `assignments.${verb}`, { ...of, seen: 4 })).toContain(
        'net iets veranderd',
      );
    expect(await office.kept(amira)).toMatchObject({ version: 4, asked: { team: 'objecten-oost' } });
    expect(await office.logged()).toEqual([]);
  });

  test('is logged, and once where two tap', async () => {
    await office.agreed(amira);
    await office.records(mara, amira, { first: 'Objectregisseur' });
    for (const _ of [1, 2]) await office.taps(mara, 'assignments.take-back', { ...of, seen: 3 });
    for (const _ of [1, 2]) await office.taps(mara, 'assignments.stop', { ...of, seen: 4 });
    const logged = await office.logged();
    expect(logged.map(([, what]) => what).sort()).toEqual([
      'rollen gestopt',
      'rollen vastgelegd',
      'rollen vastgelegd',
      'vraag over rollen ingetrokken',
    ]);
    // The team, and not of whom: administrators and the print for the works council would read of whom a role waits.
    expect(logged.map(([, , about]) => about)).toEqual(logged.map(() => WEST));
  });
});

test('a party of a team that ended holds no role, and holds it again once the team is back', async () => {
  const id = 'A-0000000a';
  await office.taps(mara, 'assignments.save-party', {
    team: WEST,
    id,
    seen: 0,
    form: {
      organisation: 'Geobureau Delta',
      contact: 'servicedesk',
      role: 'Objectregisseur',
      roleFor: '',
      areas: '',
      from: '2026-11-20',
    },
  });
  const asked = 'wie is objectregisseur voor de BGT?';
  expect(await office.says(bram, asked)).toContain('Geobureau Delta');
  const { settings } = office.core;
  await settings.changeTeam(WEST, endedOn('2026-11-25'));
  expect(await office.says(bram, asked)).not.toContain('Geobureau Delta');
  expect(await office.taps(mara, 'assignments.open-party', { id })).not.toContain('Geobureau Delta');
  await settings.changeTeam(WEST, reopened);
  expect(await office.says(bram, asked)).toContain('Geobureau Delta');
});
