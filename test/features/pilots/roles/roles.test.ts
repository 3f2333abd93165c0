import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliveryStore } from '../../../../src/delivery/store.ts';
import { ownValidators } from '../../../../src/features/pilots/roles/rules.ts';
import type { IbroRole } from '../../../../src/people/person.ts';
import { enforceRetention } from '../../../../src/storage/index.ts';
import { runAt } from '../../../support/clock-job.ts';
import { amira, bram, type Course, cem, gijs, outsider, PILOT, startCourse } from '../course.ts';
import { releasing } from '../releaser.ts';

let town: Course;
beforeEach(async () => {
  town = await startCourse();
});
afterEach(() => town.stop());

const mine = (who: typeof amira, roles: string) => town.tapsAlone(who, 'pilot.save-my-roles', { roles });
const theirs = (member: string, roles: string, who = gijs) =>
  town.tapsAlone(who, 'pilot.save-roles-of', { member, roles });
const tried = async () => Object.fromEntries(await town.core.triedRoles.of(PILOT));

describe('who tries which role', () => {
  test('each says so for themselves, more than one role too, and all who are in the pilot see it', async () => {
    const saved = await mine(amira, 'Geodata-engineer,Objectregistrator');
    expect(saved).toContain('Bewaard.');
    await mine(bram, 'Objectregistrator');
    const shown = await town.says(cem, 'rollen in de pilot');
    expect(shown).toContain('Persoon 1, Persoon 2');
    for (const role of ['Objectregistrator', 'Kwaliteitscoördinator', 'Objectregisseur', 'Geodata-engineer'])
      expect(shown).toContain(role);
    expect(shown).toContain('nog niemand');
    expect(shown).toContain('Nog geen rol');
    expect(await tried()).toEqual({
      [amira.account]: ['Objectregistrator', 'Geodata-engineer'],
      [bram.account]: ['Objectregistrator'],
    });
  });

  test('the form has what one tries already ticked, and with all of it off nothing is kept', async () => {
    await mine(amira, 'Objectregisseur');
    expect(await town.tapsAlone(amira, 'pilot.my-roles')).toContain('"value":"Objectregisseur"');
    await mine(amira, '');
    expect(await tried()).toEqual({});
    expect((await town.rows('pilotroles')).pilotroles).toEqual([]);
  });

  test('who leads the pilot says so for others, which is logged; others cannot', async () => {
    await theirs(amira.account, 'Kwaliteitscoördinator');
    expect(await tried()).toEqual({ [amira.account]: ['Kwaliteitscoördinator'] });
    expect(await town.logged()).toEqual([[gijs.account, 'pilot: rollen van een lid vastgelegd', PILOT]]);
    expect(await theirs(amira.account, 'Objectregisseur', bram)).toContain(
      'Alleen wie de pilot leidt, kan dit',
    );
    for (const verb of ['pilot.roles', 'pilot.my-roles', 'pilot.save-my-roles', 'pilot.save-roles-of'])
      expect(await town.tapsAlone(outsider, verb, { roles: 'Objectregisseur' })).toContain(
        'Deze pilot ken ik niet',
      );
    expect(await tried()).toEqual({ [amira.account]: ['Kwaliteitscoördinator'] });
  });

  test.each([
    ['nobody', ''],
    ['somebody from outside', outsider.account],
    ['an id that is none', 'niemand'],
  ])('of %s is not written down; what was ticked comes back', async (_who, member) => {
    const form = await theirs(member, 'Objectregisseur');
    expect(form).toContain('Kies een collega uit de pilot.');
    expect(form).toContain('"value":"Objectregisseur"');
    expect(await tried()).toEqual({});
  });

  test('a role that does not exist is left out', async () => {
    await mine(amira, 'Burgemeester,Objectregisseur,Objectregisseur');
    expect(await tried()).toEqual({ [amira.account]: ['Objectregisseur'] });
  });

  test('two members at once both stand in it', async () => {
    await Promise.all([mine(amira, 'Objectregistrator'), mine(bram, 'Kwaliteitscoördinator')]);
    expect(Object.keys(await tried())).toHaveLength(2);
  });

  test('makes no assignment, and changes nothing in the people file', async () => {
    const before = await town.rows('people', 'assignments', 'growth');
    await mine(amira, 'Objectregistrator,Kwaliteitscoördinator');
    expect(await town.rows('people', 'assignments', 'growth')).toEqual(before);
  });
});

describe('who registers and validates', () => {
  const WARNING = 'Persoon 1 verwerkt en valideert in deze pilot.';

  test('is warned of the separation of duties, and not forbidden to do both', async () => {
    expect(await mine(amira, 'Objectregistrator,Kwaliteitscoördinator')).toContain(WARNING);
    expect(await tried()).toEqual({ [amira.account]: ['Objectregistrator', 'Kwaliteitscoördinator'] });
    expect(await town.tapsAlone(bram, 'pilot.roles')).toContain('hier valideert nu niemand anders');
    await mine(bram, 'Kwaliteitscoördinator');
    const shown = await town.tapsAlone(bram, 'pilot.roles');
    expect(shown).toContain(WARNING);
    expect(shown).toContain('Laat een ander valideren');
  });

  const cases: [string, Record<string, IbroRole[]>, string[]][] = [
    ['two who each do one of both', { a: ['Objectregistrator'], b: ['Kwaliteitscoördinator'] }, []],
    ['who directs and registers', { a: ['Objectregistrator', 'Objectregisseur'] }, []],
    ['who checks and automates', { a: ['Kwaliteitscoördinator', 'Geodata-engineer'] }, []],
    [
      'two who each do both',
      {
        a: ['Objectregistrator', 'Kwaliteitscoördinator'],
        b: ['Kwaliteitscoördinator', 'Objectregistrator'],
      },
      ['a', 'b'],
    ],
  ];
  test.each(cases)('%s', (_who, roles, ids) => {
    expect(ownValidators(new Map(Object.entries(roles))).map(({ id }) => id)).toEqual(ids);
  });
});

describe('whose it is', () => {
  test('sees it with mijn gegevens, and it goes with them', async () => {
    await mine(amira, 'Objectregisseur');
    const shown = await town.core.triedRoles.of(PILOT);
    expect(shown.size).toBe(1);
    const form = await town.tapsAlone(amira, 'privacy.erase');
    expect(form).not.toContain('Objectregisseur');
    expect(await tried()).toEqual({});
  });

  test('is not shown any more once they left the pilot', async () => {
    await mine(amira, 'Objectregisseur');
    await town.core.pilots.setMembers(PILOT, [
      { directoryId: gijs.account, role: 'lead' },
      { directoryId: bram.account, role: 'member' },
    ]);
    expect(await town.tapsAlone(bram, 'pilot.roles')).not.toContain('Persoon 1');
  });

  test('is kept for 30 days after the pilot was closed, in which nobody changes it', async () => {
    await mine(amira, 'Objectregisseur');
    await town.core.pilots.change(PILOT, (now) => ({ ...now, closedOn: '2026-11-25' }));
    await runAt(
      releasing(town.core),
      { ...town.core, store: deliveryStore(town.storage, town.core.tenant) },
      town.clock.now.add({ hours: 48 }),
    );
    expect(await town.tapsAlone(amira, 'pilot.roles')).not.toContain('Mijn rollen');
    expect(await mine(amira, 'Geodata-engineer')).toContain('al afgerond');
    await enforceRetention(town.storage, '2026-12-20');
    expect(await tried()).toEqual({ [amira.account]: ['Objectregisseur'] });
    await enforceRetention(town.storage, '2026-12-28');
    expect(await tried()).toEqual({});
  });
});
