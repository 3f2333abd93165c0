import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fresh, moved, readyFrom } from '../../../../src/features/growth/sampling/rules.ts';
import { roles } from '../../../../src/features/roles/index.ts';
import { imported } from '../../../support/bot.ts';
import {
  administrator,
  amira,
  bram,
  head,
  manager,
  type Office,
  openOffice,
  other,
  WEST,
} from '../office.ts';

describe('the ladder', () => {
  test('goes from all to ten a day, a week and a month, and no further', () => {
    const days = ['2026-11-02', '2026-11-09', '2026-12-09', '2027-01-09'];
    const all = days.reduce((now, day) => moved(now, 'fewer', day), fresh('BAG'));
    expect(all).toMatchObject({ rung: 3, since: '2026-12-09', version: 3 });
    expect(all.past.map(({ since }) => since)).toEqual(['2026-11-09', '2026-11-02']);
  });

  test('goes one step back where there were faults, and not below all', () => {
    const twice = ['2026-11-02', '2026-11-09'].reduce((now, day) => moved(now, 'fewer', day), fresh('BAG'));
    expect(moved(twice, 'faults', '2026-11-12')).toMatchObject({ rung: 1, since: '2026-11-12' });
    expect(moved(fresh('BAG'), 'faults', '2026-11-12')).toEqual(fresh('BAG'));
  });

  test.each([
    [0, ''],
    [1, '2026-11-09'],
    [2, '2026-12-02'],
    [3, ''],
  ])('rung %i is over on "%s"', (rung, day) => expect(readyFrom({ rung, since: '2026-11-02' })).toBe(day));
});

describe('how much is looked over', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await office.core.people.save([
      imported(bram, { role: 'Kwaliteitscoördinator' }),
      imported(other, { team: 'oost', access: ['mandaatbeheerder'] }),
    ]);
  });
  afterEach(() => office.stop());

  const moves = (who: Parameters<Office['taps']>[0], seen: number, to = 'fewer') =>
    office.taps(who, 'sampling.move', { registration: 'BAG', seen, to });
  const rung = async () => (await office.growth.samplings.of('BAG')).rung;

  test('is read by everybody, and begins with all', async () => {
    const shown = await office.says(amira, 'steekproef');
    expect(shown).toContain('BAG: Alles nakijken');
    expect(await office.taps(amira, 'sampling.show', { registration: 'BAG' })).not.toContain('sampling.move');
  });

  test('is moved by who is Kwaliteitscoördinator in the people file, and by a mandaatbeheerder', async () => {
    expect(await moves(bram, 0)).toContain('10 per dag, een week lang');
    expect(await moves(other, 1)).toContain('10 per week, een maand lang');
    expect(await moves(other, 2, 'faults')).toContain('10 per dag, een week lang');
    expect(await office.taps(bram, 'sampling.show', { registration: 'BAG' })).toContain('Hiervoor');
    expect((await office.growth.samplings.of('BGT')).rung).toBe(0);
  });

  test('is moved by who agreed to be Kwaliteitscoördinator, and not by who was only asked', async () => {
    const { assignments } = office.core.opened(roles);
    const role = { role: 'Kwaliteitscoördinator', registrations: ['BAG'] } as const;
    const made = { team: WEST, roles: [role], areas: [], from: '2026-11-20' };
    await assignments.change(amira.account, '2026-11-20', () => ({
      version: 1,
      asked: { ...made, day: '2026-11-20' },
      past: [],
    }));
    expect(await moves(amira, 0)).toContain('Dit wijzigt de Kwaliteitscoördinator');
    await assignments.change(amira.account, '2026-11-20', () => ({
      version: 2,
      held: { ...made, agreed: '2026-11-20' },
      past: [],
    }));
    await moves(amira, 0);
    expect(await rung()).toBe(1);
  });

  test('is not moved by who agreed to it in a team of before', async () => {
    const role = { role: 'Kwaliteitscoördinator', registrations: ['BAG'] } as const;
    await office.core.opened(roles).assignments.change(amira.account, '2026-11-20', () => ({
      version: 1,
      held: { team: 'oost', roles: [role], areas: [], from: '2026-11-20', agreed: '2026-11-20' },
      past: [],
    }));
    expect(await moves(amira, 0)).toContain('Dit wijzigt de Kwaliteitscoördinator');
    expect(await rung()).toBe(0);
  });

  test('is moved by nobody else', async () => {
    for (const who of [amira, manager, head, administrator])
      expect(await moves(who, 0)).toContain('Dit wijzigt de Kwaliteitscoördinator');
    expect(await rung()).toBe(0);
  });

  test('is moved once where two move it at once, and the second is told', async () => {
    await moves(bram, 0);
    expect(await moves(other, 0)).toContain('Iemand anders was net eerder.');
    expect(await rung()).toBe(1);
  });

  test('keeps days and no names', async () => {
    await moves(bram, 0);
    expect(JSON.stringify(await office.rows('samplings'))).not.toMatch(/Persoon|00000000-/);
  });
});
