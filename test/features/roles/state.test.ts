import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import type { Assignment } from '../../../src/features/roles/assignments/assignment.ts';
import { roles } from '../../../src/features/roles/index.ts';
import { type IbroRole, ibroRoles } from '../../../src/people/person.ts';
import { account, foundTown, person, type Town } from '../../support/town.ts';

const day = '2026-11-20';
const WEST = 'objecten-west';
const picture = { day, people: 6, one: [], none: [], many: [], oneOn: [], noneOn: [] };
let town: Town;
beforeEach(async () => {
  town = await foundTown();
  for (const key of [WEST, 'klein'])
    await town.core.settings.saveTeam({ key, name: `Team ${key}`, schedule: defaultSchedule });
  await town.core.people.save(Array.from({ length: 6 }, (_, n) => person(`p${n + 1}`)));
  await town.core.people.save([person('p7', { team: 'klein' })]);
});
const stores = () => town.core.opened(roles);
const held = (role: IbroRole, team = WEST): Assignment => ({
  version: 2,
  held: { team, roles: [{ role, registrations: [] }], areas: [], from: day, agreed: day },
  past: [],
});
const has = (n: number, role: IbroRole, team?: string) =>
  stores().assignments.change(account(n), day, () => held(role, team));

describe('what the plan is told of tasks', () => {
  test('is how many teams have a picture, and how many are too small for one', async () => {
    expect(await stores().rolesState()).toMatchObject({ large: 1, small: 1, pictured: 0 });
    await stores().taskPictures.publish(WEST, picture, undefined);
    expect(await stores().rolesState()).toMatchObject({ large: 1, small: 1, pictured: 1 });
  });

  test('is nothing of a picture of when a team was larger', async () => {
    await stores().taskPictures.publish('klein', picture, undefined);
    expect(await stores().rolesState()).toMatchObject({ pictured: 0 });
  });
});

describe('what the plan is told of roles', () => {
  test('is which nobody has, and who has the others, by name and team', async () => {
    expect((await stores().rolesState()).unheld).toEqual([...ibroRoles]);
    await has(1, 'Objectregistrator');
    expect((await stores().rolesState()).unheld).not.toContain('Objectregistrator');
    const all = await stores().roleHolders();
    expect(all.map(({ role }) => role)).toEqual([...ibroRoles]);
    expect(all.flatMap(({ holders }) => holders)).toEqual([{ name: 'Persoon p1', team: `Team ${WEST}` }]);
  });

  test('is no role that somebody did not agree to, took along from another team, or left behind', async () => {
    await stores().assignments.change(account(1), day, () => ({
      version: 1,
      asked: {
        team: WEST,
        roles: [{ role: 'Objectregistrator', registrations: [] }],
        areas: [],
        from: day,
        day,
      },
      past: [],
    }));
    await has(2, 'Geodata-engineer', 'klein');
    await has(3, 'Objectregisseur');
    await town.core.people.save([person('p3', { removed: day })]);
    expect((await stores().rolesState()).unheld).toEqual([...ibroRoles]);
    expect((await stores().roleHolders()).flatMap(({ holders }) => holders)).toEqual([]);
  });

  test('is also of a party outside', async () => {
    await stores().parties.save(
      {
        id: 'A-00000001',
        team: WEST,
        role: { role: 'Geodata-engineer', registrations: [] },
        areas: [],
        organisation: 'Geobureau',
        contact: '',
        from: day,
        day,
        version: 1,
      },
      0,
    );
    expect((await stores().rolesState()).unheld).not.toContain('Geodata-engineer');
    expect((await stores().roleHolders()).flatMap(({ holders }) => holders)).toEqual([
      { name: 'Geobureau', team: `Team ${WEST}` },
    ]);
  });
});
