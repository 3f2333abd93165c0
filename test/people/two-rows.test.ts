import { beforeEach, describe, expect, test } from 'vitest';
import { bind } from '../../src/people/binding.ts';
import { planImport, takenOut } from '../../src/people/import-plan.ts';
import type { Person } from '../../src/people/person.ts';
import { account, foundTown, person, type Town } from '../support/town.ts';

// The people file has another address of her than Teams, so that Kompas had two rows of Vera: p1 of the file, and one by the roster.
const VERA = account(7);
const UPN = 'vera@gemeente.example';
const SET = {
  checkins: false,
  absentFrom: '2026-11-23',
  absentUntil: '2026-12-04',
  workdays: ['ma' as const, 'di' as const],
  ownWorkdays: true,
  tipDay: 'do' as const,
  checkinDay: 'wo' as const,
  checkinTime: '10:00',
};
const KEPT = { ...SET, id: 'p1', directoryId: VERA, reach: 'open', welcomed: true };

const ofFile = (change: Partial<Person> = {}) =>
  person('p1', {
    name: 'Vera Duin',
    directoryId: undefined,
    address: undefined,
    reach: 'none',
    welcomed: undefined,
    ...change,
  });
const ofRoster = (change: Partial<Person> = {}) =>
  person(VERA, { ...SET, name: 'Vera Duin', upn: UPN, directoryId: VERA, source: 'teams', ...change });
const line = (upn: string, directoryId = '') =>
  `p1;Vera Duin;${upn};Objecten West;medewerker;ma,di,wo,do,vr;${directoryId}`;

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});
const rows = () => town.core.people.everybody();

describe('a row of the file that gets the account of somebody whom a roster brought', () => {
  test.each([
    ['by the account in the file', line('p1@gemeente.example', VERA)],
    ['by the address of Teams in the file', line(UPN)],
  ])('keeps what they set, %s', async (_, said) => {
    await town.core.people.save([ofFile(), ofRoster({ formerAccounts: [account(9)] })]);
    await town.bring([said]);
    expect(await rows()).toMatchObject([{ ...KEPT, formerAccounts: [account(9)] }]);
    expect(await town.core.people.find(VERA)).toMatchObject({ id: 'p1', address: ofRoster().address });
  });

  test('keeps it also where the file takes the row to another team, lists everybody, or they left the roster', async () => {
    for (const [file, roster, said] of [
      [{}, {}, line(UPN).replace('West', 'Oost')],
      [{}, { placed: true as const }, line(UPN)],
      [{}, { removed: '2026-11-20' }, line('p1@gemeente.example', VERA)],
      [{ directoryId: VERA, removed: '2026-11-20' }, {}, line('p1@gemeente.example', VERA)],
    ] as const) {
      town = await foundTown();
      await town.core.people.save([ofFile(file), ofRoster(roster)]);
      await town.bring([said], { complete: true });
      expect(await rows()).toMatchObject([KEPT]);
    }
  });

  test('of two rows of one account that of who works here counts', async () => {
    await town.core.people.save([
      ofFile({ directoryId: VERA, tipDay: 'ma' }),
      ofRoster({ removed: '2026-11-20' }),
    ]);
    await town.bring([line('p1@gemeente.example', VERA)]);
    expect(await rows()).toMatchObject([{ id: 'p1', checkins: true, tipDay: 'ma' }]);
  });

  test('shows nothing to another account, and nothing of who had the row of the file before', () => {
    const wanted = {
      line: 2,
      id: 'p1',
      name: 'Vera Duin',
      upn: UPN,
      teamName: 'Objecten West',
      role: undefined,
      secondRole: undefined,
      access: ['medewerker' as const],
      workdays: ['ma' as const],
    };
    const plan = (known: readonly Person[], directoryId?: string) =>
      planImport(known, [{ ...wanted, directoryId }], { complete: false, today: '2026-11-24' });
    const [other] = plan([ofFile(), ofRoster()], account(8)).changed;
    expect(other).toMatchObject({ directoryId: account(8), checkins: true, workdays: ['ma'] });
    for (const own of ['absentUntil', 'tipDay', 'checkinDay']) expect(other).not.toHaveProperty(own);
    const before = ofFile({ formerAccounts: [account(5)], checkins: false, tipDay: 'vr' });
    const [hers] = plan([before, ofRoster({ checkins: true, tipDay: undefined })]).changed;
    expect(hers).toMatchObject({ directoryId: VERA, checkins: true, formerAccounts: [account(5)] });
    expect(hers?.tipDay).toBeUndefined();
  });
});

describe('a row that gets the account of somebody who was taken out', () => {
  beforeEach(() => town.core.people.save([ofFile({ upn: UPN }), takenOut(ofRoster(), '2026-11-24')]));

  test('by hand, keeps what they set', async () => {
    // As a roster leaves it, the directory leads to the row of who left.
    await town.core.people.point([takenOut(ofRoster(), '2026-11-24')]);
    expect(await town.core.people.rebind(ofFile(), VERA)).toBe(true);
    expect(await town.core.people.find(VERA)).toMatchObject(KEPT);
  });

  test('by their address, when Teams tells of them, keeps what they set', async () => {
    await town.core.people.point([takenOut(ofRoster(), '2026-11-24')]);
    await town.core.people.point([ofFile({ upn: UPN })]);
    await bind(town.core.people, { directoryId: VERA, upn: UPN });
    expect(await town.core.people.find(VERA)).toMatchObject(KEPT);
  });
});
