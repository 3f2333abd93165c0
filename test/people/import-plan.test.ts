import { describe, expect, test } from 'vitest';
import { planImport } from '../../src/people/import-plan.ts';
import type { ImportedPerson } from '../../src/people/import-rules.ts';
import type { Person } from '../../src/people/person.ts';
import { account, person } from '../support/town.ts';

/** A line of the file about somebody as `person` makes them. */
const row = (id: string, change: Partial<ImportedPerson> = {}): ImportedPerson => ({
  line: Number(id.slice(1)) + 1,
  id,
  name: `Persoon ${id}`,
  upn: `${id}@gemeente.example`,
  teamName: 'Objecten West',
  role: undefined,
  secondRole: undefined,
  access: ['medewerker'],
  workdays: ['ma', 'di', 'wo', 'do', 'vr'],
  ...change,
});
const plan = (known: readonly Person[], file: readonly ImportedPerson[], complete = false) =>
  planImport(known, file, { complete, today: '2026-11-24' });

describe('a list without rights', () => {
  test.each(['access', 'other access'] as const)(
    'leaves those over a team behind with who goes to another team, where it does not say “%s”',
    (what) => {
      const known = [person('p01', { access: ['medewerker', 'manager', 'afdelingshoofd', 'projectleider'] })];
      const goes = row('p01', { teamName: 'Beta', unsaid: [what] });
      expect(plan(known, [goes]).changed[0]?.access).toEqual(['medewerker', 'projectleider']);
      const stays = row('p01', { name: 'Persoon Eén', unsaid: [what] });
      const kept = plan(known, [stays]).changed[0]?.access;
      expect(kept).toContain('afdelingshoofd');
    },
  );

  test('makes who had nothing else an employee of the other team', () => {
    const known = [person('p01', { access: ['manager'] })];
    const [goes] = plan(known, [row('p01', { teamName: 'Beta', unsaid: ['access'] })]).changed;
    expect(goes?.access).toEqual(['medewerker']);
  });
});

describe('one account and one address belong to one person', () => {
  test('an e-mail address that is somebody else’s is refused, and says whose it is', () => {
    const { problems } = plan([person('p01')], [row('p02', { upn: 'p01@gemeente.example' })]);
    expect(problems).toEqual([
      {
        line: 3,
        reason: 'Dit e-mailadres hoort al bij id p01. Gebruik dat id, of verander eerst die persoon.',
      },
    ]);
  });

  test('a directory id that is somebody else’s is refused, also when both are in the file', () => {
    const reason =
      'Dit object-id (directory_id) hoort al bij id p01. Gebruik dat id, of verander eerst die persoon.';
    const taken = row('p02', { directoryId: account(1) });
    expect(plan([person('p01')], [taken]).problems).toEqual([{ line: 3, reason }]);
    expect(plan([person('p01')], [row('p01'), taken]).problems).toContainEqual({ line: 3, reason });
  });

  test('two people may swap addresses in one file', () => {
    const known = [person('p01'), person('p02')];
    const swapped = [
      row('p01', { upn: 'p02@gemeente.example' }),
      row('p02', { upn: 'p01@gemeente.example' }),
    ];
    expect(plan(known, swapped)).toMatchObject({ problems: [], changed: [{ id: 'p01' }, { id: 'p02' }] });
  });

  test('an address may go to somebody new when its owner left, whose row then goes', () => {
    const file = [row('p55', { upn: 'p01@gemeente.example' })];
    const wanted = {
      problems: [],
      added: [{ id: 'p55', reach: 'none' }],
      left: [],
      dropped: [{ team: 'objecten-west', id: 'p01' }],
    };
    expect(plan([person('p01', { removed: '2026-11-01' })], file)).toMatchObject(wanted);
    expect(plan([person('p01')], file, true)).toMatchObject(wanted);
    expect(plan([person('p01')], file).problems).toHaveLength(1);
  });

  test('a new row with the address of who goes in the same file remembers the accounts before, and that no check-in is wanted', () => {
    const file = [row('p55', { upn: 'p01@gemeente.example', directoryId: account(1) })];
    const renumbered = [row('p55', { upn: 'p01@gemeente.example' })];
    const before = person('p01', { checkins: false, formerAccounts: [account(9)] });
    expect(plan([before], renumbered, true).added).toMatchObject([
      { id: 'p55', checkins: false, formerAccounts: [account(9), account(1)], directoryId: undefined },
    ]);
    // With the account in the file it is the same person, and nothing is former.
    expect(plan([before], file, true).changed).toMatchObject([{ id: 'p55', formerAccounts: [account(9)] }]);
    // Whoever has another account would read by it that somebody stopped.
    const other = [row('p55', { upn: 'p01@gemeente.example', directoryId: account(8) })];
    expect(plan([before], other, true).added).toMatchObject([
      { id: 'p55', checkins: true, formerAccounts: [account(9), account(1)] },
    ]);
  });

  test('whoever left and comes back under another number gets no check-ins either, where they wanted none', () => {
    const left = person('p01', { removed: '2026-11-01', checkins: false });
    const back = row('p55', { upn: 'p01@gemeente.example' });
    expect(plan([left], [back]).added).toMatchObject([
      { id: 'p55', checkins: false, formerAccounts: [account(1)] },
    ]);
    // Who left long ago had an address that anybody of another name may have now.
    const [other] = plan([{ ...left, name: 'Joris Molenaar' }], [{ ...back, name: 'Wil Akker' }]).added;
    expect(other).toMatchObject({ checkins: true });
    expect(other?.formerAccounts).toBeUndefined();
    // Who has short words alone as a name is themselves all the same.
    for (const [was, is] of [
      ['Ad van Os', 'Ad van Os'],
      ['Bo Li', 'Bo Li'],
      ['Bo Li', 'Bo Li-Ng'],
      ['Bo Li', 'Bo Li-Jansen'],
      ['Bo Jansen-Li', 'Bo Li'],
    ] as const)
      expect(plan([{ ...left, name: was }], [{ ...back, name: is }]).added).toMatchObject([
        { checkins: false },
      ]);
    const [different] = plan([{ ...left, name: 'J. de Bo' }], [{ ...back, name: 'Kees de Vries' }]).added;
    expect(different).toMatchObject({ checkins: true });
    // A prefix is no name that two people share.
    const [next] = plan(
      [{ ...left, name: 'Anna van der Dijk' }],
      [{ ...back, name: 'Piet van der Loon' }],
    ).added;
    expect(next?.formerAccounts).toBeUndefined();
    // Of two rows that had the address, whoever works here comes first.
    const here = person('p02', { upn: left.upn, directoryId: account(2) });
    expect(plan([here, left], [back], true).added).toMatchObject([{ checkins: true }]);
  });

  test('a row that remembers an account gives what was set with it to no other one, by whichever file that comes', () => {
    const former = { checkins: false, formerAccounts: [account(1)], directoryId: undefined };
    const stopped = person('p55', { ...former, address: undefined });
    const named = (id: string, n: number) => row(id, { upn: stopped.upn, directoryId: account(n) });
    const [other] = plan([stopped], [named('p55', 8)]).changed;
    expect(other).toMatchObject({ directoryId: account(8), checkins: true, formerAccounts: [account(1)] });
    // Whose objection it is, gets it back.
    const [same] = plan([stopped], [named('p55', 1)]).changed;
    expect(same).toMatchObject({ directoryId: account(1), checkins: false });
    expect(same?.formerAccounts).toBeUndefined();
    // The same where a file gives a new number as well.
    expect(plan([stopped], [named('p66', 8)], true).added).toMatchObject([{ id: 'p66', checkins: true }]);
    expect(plan([stopped], [named('p66', 1)], true).added).toMatchObject([{ id: 'p66', checkins: false }]);
  });

  test('somebody who comes back with the same account under another id keeps their settings', () => {
    const before = person('p01', { removed: '2026-11-01', checkins: false });
    const { changed, dropped, problems } = plan([before], [row('p55', { directoryId: account(1) })]);
    expect(problems).toEqual([]);
    expect(changed).toMatchObject([
      { id: 'p55', checkins: false, address: before.address, removed: undefined },
    ]);
    expect(dropped).toEqual([{ team: 'objecten-west', id: 'p01' }]);
  });

  test('somebody whom a Teams roster brought first becomes the person of the file, once', () => {
    const fromTeams = person(account(7), {
      source: 'teams',
      upn: 'p07@gemeente.example',
      directoryId: account(7),
    });
    const { changed, dropped, problems } = plan([fromTeams], [row('p07')]);
    expect(problems).toEqual([]);
    expect(changed).toMatchObject([
      { id: 'p07', source: 'import', directoryId: account(7), address: fromTeams.address },
    ]);
    expect(dropped).toEqual([{ team: 'objecten-west', id: account(7) }]);
  });
});

describe('an id that is used again with another account', () => {
  const file = [row('p01', { directoryId: account(2), name: 'Nieuwe Baas', access: ['beheerder'] })];

  test.each<[string, Partial<Person>]>([
    ['of somebody who works here', {}],
    ['of somebody in another team', { team: 'oost' }],
    ['of somebody who left', { removed: '2026-11-01' }],
    ['of somebody whom a roster kept', { source: 'teams' }],
  ])('%s is refused, and says how to go on', (_who, change) => {
    for (const complete of [false, true]) {
      const { problems } = plan([person('p01', change)], file, complete);
      expect(problems).toEqual([{ line: 2, reason: expect.stringContaining('mensen koppel p01') }]);
      expect(problems[0]?.reason).toContain(account(2));
    }
  });

  test('is refused also for whom a roster brought under their address', () => {
    const fromTeams = person(account(7), {
      source: 'teams',
      upn: 'p07@gemeente.example',
      directoryId: account(7),
    });
    const { problems } = plan([fromTeams], [row('p07', { directoryId: account(8) })]);
    expect(problems).toEqual([{ line: 8, reason: expect.stringContaining(`mensen koppel ${account(7)}`) }]);
  });

  test('is taken once it is bound to that account, and so is one without an account', () => {
    expect(plan([person('p01', { directoryId: account(2) })], file).problems).toEqual([]);
    expect(plan([person('p01', { directoryId: undefined })], file)).toMatchObject({
      problems: [],
      changed: [{ directoryId: account(2) }],
    });
  });
});

describe('whoever is not in the file', () => {
  const known = [person('p01'), person('p02'), person('p03', { source: 'teams' })];

  test('stays when the file does not list everybody', () => {
    expect(plan(known, [row('p01')])).toMatchObject({ left: [], unchanged: 1 });
  });

  test('has left when it does, unless Teams brought them', () => {
    expect(plan(known, [row('p01')], true).left).toMatchObject([{ id: 'p02', removed: '2026-11-24' }]);
  });

  test('keeps the day they left when the file is imported again later', () => {
    const gone = person('p02', { removed: '2026-11-01' });
    expect(plan([person('p01'), gone], [row('p01')], true).left).toEqual([]);
  });
});

describe('what the file decides and what the person decides', () => {
  test('name, address, team, roles, rights and working days come from the file', () => {
    const file = row('p01', {
      name: 'Nieuw',
      upn: 'nieuw@gemeente.example',
      teamName: 'Oost',
      role: 'Objectregisseur',
      access: ['manager'],
      workdays: ['ma'],
    });
    expect(plan([person('p01')], [file]).changed).toMatchObject([
      {
        name: 'Nieuw',
        upn: 'nieuw@gemeente.example',
        team: 'oost',
        role: 'Objectregisseur',
        access: ['manager'],
        workdays: ['ma'],
      },
    ]);
  });

  test('a role that disappeared from the file disappears', () => {
    const { changed } = plan([person('p01', { role: 'Objectregisseur' })], [row('p01')]);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.role).toBeUndefined();
  });

  test('own working days, absence and stopped check-ins stay, and so does the account of who has none in the file', () => {
    const set = {
      workdays: ['di' as const],
      ownWorkdays: true,
      absentUntil: '2026-12-01',
      checkins: false,
      directoryId: account(9),
    };
    const file = row('p01', { workdays: ['ma'] });
    expect(plan([person('p01', set)], [file])).toMatchObject({ unchanged: 1, changed: [] });
  });
});
