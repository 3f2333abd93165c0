import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeWindows } from '../../../src/features/checkin/closing.ts';
import { checkin } from '../../../src/features/checkin/index.ts';
import { commentsTable, namedCommentsTable } from '../../../src/features/checkin/tables.ts';
import { growth } from '../../../src/features/growth/index.ts';
import { pilots } from '../../../src/features/pilots/index.ts';
import { totalsOf } from '../../../src/features/roles/hr/rules.ts';
import { roles } from '../../../src/features/roles/index.ts';
import { makeSnapshots } from '../../../src/features/team/snapshot/making.ts';
import { takenOut } from '../../../src/people/import-plan.ts';
import type { Person } from '../../../src/people/person.ts';
import { auditTable } from '../../../src/people/tables.ts';
import { run } from '../../cli/terminal.ts';
import { runAt } from '../../support/clock-job.ts';
import { account, agreed, dump } from '../../support/town.ts';
import { inWest, openBackups } from './backups.ts';

let at: Awaited<ReturnType<typeof openBackups>>;
beforeEach(async () => {
  at = await openBackups();
});
afterEach(() => at.close());

const seven = [1, 2, 3, 4, 5, 6, 7];
const plain = (n: number) => inWest(n);
const PERIOD = '2026-W48';
const closing = Temporal.Instant.from('2026-11-27T14:02:00Z');

type Core = typeof at.town.core;
const close = (core: Core) =>
  runAt(
    {
      name: 'closing',
      when: 'always',
      run: (context) => closeWindows({ store: core.answers, pseudonymise: core.pseudonymise }, context),
    },
    core,
    at.town.clock.now,
  );
const makePictures = (core: Core) =>
  runAt(
    {
      name: 'snapshots',
      when: 'always',
      run: (context) =>
        makeSnapshots(
          { groups: core.groups, pseudonymise: core.pseudonymise, scored: core.opened(checkin).scored },
          context,
        ),
    },
    core,
    at.town.clock.now,
  );
const picturesOfWest = async (core: Core) =>
  (await core.groups.content({ kind: 'team', key: 'west' })).snapshots;
const changePerson = (n: number, change: (now: Person) => Person) =>
  at.town.core.people.change('west', `p${n}`, change);

/** Puts back the backup on Monday: where storage was lost with the list of a moment before. */
async function putBack(how: 'stands' | 'is lost') {
  at.later(10);
  if (how === 'is lost') {
    expect((await at.kompas('bewaar', 'lijst.kompas', '--wissingen')).code).toBe(0);
    at.later(1);
    await at.lose();
  }
  const list = how === 'is lost' ? ['--wissingen', 'lijst.kompas'] : ['--vervang'];
  const { code, out } = await at.kompas('terugzet', 'a.kompas', ...list, '--akkoord');
  expect(code).toBe(0);
  return { out, core: at.town.restarted() };
}

async function backUp() {
  at.later(1);
  expect((await at.kompas('bewaar', 'a.kompas')).code).toBe(0);
  at.later(10);
}

describe.each(['stands', 'is lost'] as const)('a backup, put back where storage %s', (how) => {
  const comment = { score: 1 as const, themes: [], comment: 'Dit lukt niet met Els.' };

  test.each([
    ['was emptied', { score: 1 as const, themes: [] }],
    ['was kept to its writer after all', { ...comment, sharing: 'private' as const }],
    [
      'was written without a name in it',
      { ...comment, comment: 'Dit lukt niet.', sharing: 'without-name' as const },
    ],
  ])('does not share a comment that %s', async (_what, after) => {
    await at.town.bring(seven.map(plain));
    const { answers } = at.town.core;
    await answers.change('west', account(1), PERIOD, () => ({ ...comment, sharing: 'with-name' }));
    await backUp();
    await answers.change('west', account(1), PERIOD, () => after);
    const { core } = await putBack(how);
    at.town.clock.now = closing;
    await close(core);
    const shared = await dump(at.town.storage, [commentsTable, namedCommentsTable]);
    expect(shared.join('\n')).not.toContain('Els');
    expect((await core.answers.own('west', account(1), PERIOD))?.score).toBe(1);
  });

  test('leaves what was shared since, and shares it once', async () => {
    await at.town.bring(seven.map(plain));
    const { answers } = at.town.core;
    await answers.change('west', account(1), PERIOD, () => ({ ...comment, sharing: 'without-name' }));
    await backUp();
    at.town.clock.now = closing;
    await close(at.town.core);
    const shared = await dump(at.town.storage, [commentsTable]);
    expect(shared.join('\n')).toContain('Els');
    const { core } = await putBack(how);
    await close(core);
    expect(await dump(at.town.storage, [commentsTable])).toEqual(shared);
  });

  test('leaves a picture that was made, also without who erased themselves after it', async () => {
    await at.town.bring(seven.map(plain));
    at.town.clock.now = Temporal.Instant.from('2026-12-04T13:00:00Z');
    for (const n of seven)
      await at.town.core.answers.change('west', account(n), '2026-W49', () => ({
        score: n === 1 ? 1 : 3,
        themes: n <= 3 ? ['leren'] : [],
      }));
    await backUp();
    at.town.clock.now = Temporal.Instant.from('2026-12-04T15:00:00Z');
    await makePictures(at.town.core);
    const first = await picturesOfWest(at.town.core);
    expect(first).not.toEqual([]);
    at.later(60);
    await at.home.tap('privacy.erase', 1);
    const { core } = await putBack(how);
    await makePictures(core);
    expect(await picturesOfWest(core)).toEqual(first);
  });

  test('leaves off what was switched off, and takes away what was agreed and is no more', async () => {
    await at.town.core.settings.changeMunicipality((now) => ({
      ...now,
      ...agreed,
      worksCouncil: ['or@gemeente.example', 'oud@gemeente.example'],
    }));
    await backUp();
    for (const what of ['pilots', 'afwezigheid', 'woorden'])
      expect((await at.kompas('instellingen', what, 'uit')).code).toBe(0);
    await at.town.core.settings.changeMunicipality(({ dpia: _, ...now }) => ({
      ...now,
      worksCouncil: ['or@gemeente.example'],
    }));
    const { core } = await putBack(how);
    const { municipality } = await core.settings.read();
    expect(municipality).toMatchObject({ pilotsOff: true, absenceHidden: true, distressOff: true });
    expect(municipality.worksCouncil).toEqual(['or@gemeente.example']);
    expect(municipality.consent).toEqual(agreed.consent);
    expect(municipality.dpia).toBeUndefined();
  });

  test('leaves off what was switched off where the backup had no settings yet', async () => {
    await backUp();
    await at.kompas('instellingen', 'pilots', 'uit');
    const { core } = await putBack(how);
    expect((await core.settings.read()).municipality.pilotsOff).toBe(true);
  });

  test('gives nobody more than they have now: rights, messages, their own choices', async () => {
    await at.town.bring([inWest(1, 'beheerder'), inWest(2, 'beheerder'), ...[3, 4].map(plain)]);
    await changePerson(4, (now) => ({
      ...now,
      tipDay: 'di',
      checkinDay: 'wo',
      checkinTime: '11:00',
      absentFrom: '2026-11-24',
      absentUntil: '2026-12-24',
      role: 'Objectregistrator',
      reach: 'open',
    }));
    await backUp();
    await changePerson(1, (now) => ({ ...now, access: ['medewerker'] }));
    await changePerson(3, (now) => ({ ...now, removed: '2026-11-24' }));
    await changePerson(4, ({ tipDay, checkinDay, checkinTime, absentFrom, absentUntil, role, ...now }) => ({
      ...now,
      reach: 'blocked',
    }));
    const { core, out } = await putBack(how);
    expect((await core.people.find(account(1)))?.access).toEqual(['medewerker']);
    expect((await core.people.find(account(2)))?.access).toEqual(['beheerder']);
    expect(await core.people.find(account(3))).toBeUndefined();
    const fourth = await core.people.find(account(4));
    expect(fourth).toMatchObject({ name: 'Persoon 4', reach: 'blocked' });
    for (const own of ['tipDay', 'checkinDay', 'checkinTime', 'absentFrom', 'absentUntil', 'role'])
      expect(fourth).not.toHaveProperty(own);
    expect(out).toContain('Minder rechten dan in de kopie: 1 persoon.');
    expect(out).toContain('Niet terug in Kompas: 1 persoon.');
    expect((await dump(at.town.storage, [auditTable])).join('\n')).toContain(
      'minder rechten 1, weggehaald 1',
    );
  });

  test('gives an account that a row was taken from no right of that row', async () => {
    await at.town.bring([inWest(1, 'beheerder'), inWest(2, 'beheerder')]);
    await backUp();
    const first = await at.town.core.people.find(account(1));
    if (first) await at.town.core.people.rebind(first, account(9));
    const { core } = await putBack(how);
    expect((await core.people.everybody()).find(({ id }) => id === 'p1')?.access).toEqual(['medewerker']);
  });

  test('tells the account that a row has now nothing of whether the one before wanted check-ins and messages', async () => {
    await at.town.bring([inWest(1), inWest(2)]);
    await changePerson(1, (now) => ({ ...now, checkins: false, reach: 'blocked', welcomed: true }));
    await backUp();
    const first = await at.town.core.people.find(account(1));
    if (first) await at.town.core.people.rebind(first, account(9));
    await changePerson(1, (now) => ({ ...now, reach: 'open' }));
    const { core } = await putBack(how);
    const now = await core.people.find(account(9));
    expect(now).toMatchObject({ id: 'p1', checkins: true, reach: 'open' });
    expect(now?.welcomed).toBeUndefined();
  });

  test('leaves a row with the account that it has now, and the account of before with nothing', async () => {
    await at.town.bring([inWest(1), inWest(2)]);
    await backUp();
    const first = await at.town.core.people.find(account(1));
    if (first) await at.town.core.people.rebind(first, account(9));
    const { core } = await putBack(how);
    expect(await core.people.find(account(1))).toBeUndefined();
    expect(await core.people.find(account(9))).toMatchObject({ id: 'p1', team: 'west' });
  });

  test('leaves out who left, also where their address is of somebody else by now', async () => {
    await at.town.bring([inWest(1, 'beheerder'), inWest(2, 'beheerder')]);
    await backUp();
    const newcomer = `p9;Nieuwe Naam;p1@gemeente.example;West;medewerker;ma,di,wo,do,vr;${account(9)}`;
    await at.town.bring([inWest(2, 'beheerder'), newcomer], { complete: true });
    const { core, out } = await putBack(how);
    expect(await core.people.find(account(1))).toBeUndefined();
    expect(out).toContain('Niet terug in Kompas: 1 persoon.');
  });

  test('leaves out who was taken out by the file, for a roster too', async () => {
    await at.town.bring([inWest(1), inWest(2)]);
    await changePerson(1, (now) => ({ ...now, source: 'teams' }));
    await backUp();
    await changePerson(1, (now) => takenOut(now, '2026-11-24'));
    const { core } = await putBack(how);
    expect(await core.people.lastOf(account(1))).toMatchObject({ source: 'import', removed: '2026-11-24' });
  });

  test('sends nobody to who helps people no more, and keeps no way back to who was taken out', async () => {
    const { settings } = at.town.core;
    await at.town.bring([inWest(1), inWest(2)]);
    await settings.changeMunicipality((now) => ({
      ...now,
      counsellor: { name: 'Oud', contact: '1' },
      companyDoctor: { name: 'Arts', contact: '2' },
      changes: {
        leidinggevenden: { at: '2026-11-24T10:00:00Z', before: { managers: 'p1@gemeente.example' } },
      },
    }));
    await backUp();
    await settings.changeMunicipality(({ companyDoctor: _, changes: __, ...now }) => ({
      ...now,
      counsellor: { name: 'Nieuw', contact: '3' },
    }));
    const { core } = await putBack(how);
    const { municipality } = await core.settings.read();
    expect(municipality.counsellor).toEqual({ name: 'Nieuw', contact: '3' });
    expect(municipality.companyDoctor).toBeUndefined();
    expect(JSON.stringify(municipality.changes ?? {})).not.toContain('p1@');
  });

  test('gives who leads another team by now no team of before to lead', async () => {
    await at.town.bring([inWest(1, 'manager'), inWest(2), inWest(3).replace('West', 'Oost')]);
    await backUp();
    await at.town.bring([inWest(1, 'manager').replace('West', 'Oost')]);
    const { core } = await putBack(how);
    expect(await core.people.find(account(1))).toMatchObject({ team: 'west', access: ['medewerker'] });
  });

  test('leaves the rhythm, the channel and the leads of a team as they are', async () => {
    const { settings } = at.town.core;
    await at.town.bring([inWest(1), inWest(2)]);
    const channel = { serviceUrl: 'http://127.0.0.1:1', conversation: '19:oud', bot: '28:kompas' };
    await settings.changeTeam('west', (now) => ({
      ...now,
      channel,
      managers: ['p1@gemeente.example', 'p2@gemeente.example'],
      schedule: { ...now.schedule, everyWeeks: 1 },
    }));
    await backUp();
    await settings.changeTeam('west', ({ channel: _, ...now }) => ({
      ...now,
      managers: ['p2@gemeente.example'],
      schedule: { ...now.schedule, everyWeeks: 4 },
    }));
    const { core } = await putBack(how);
    const west = (await core.settings.read()).teams.find(({ key }) => key === 'west');
    expect(west?.managers).toEqual(['p2@gemeente.example']);
    expect(west?.schedule.everyWeeks).toBe(4);
    expect(west?.channel).toBeUndefined();
  });

  test('leaves away a link with a team in Teams that ended', async () => {
    const { teamLinks } = at.town.core;
    const link = { team: 'west', teamsTeamId: '19:t', name: 'West', serviceUrl: 'http://127.0.0.1:1' };
    await teamLinks.link({ ...link, bot: '28:kompas', since: '2026-11-24T10:00:00Z' });
    await backUp();
    await teamLinks.unlink('19:t');
    const { core } = await putBack(how);
    expect(await core.teamLinks.all()).toEqual([]);
  });

  test('leaves words that a team emptied empty', async () => {
    const { compasses } = at.town.core;
    await compasses.write('west', { day: '2026-11-24', brings: 'Els', needs: 'rust' });
    await backUp();
    const before = await compasses.of('west');
    await compasses.write('west', { day: '2026-11-24', brings: '', needs: '' }, before);
    const { core } = await putBack(how);
    expect((await core.compasses.of('west'))?.value).toMatchObject({ brings: '', needs: '' });
  });

  test('leaves an example of practice with its team when that took it back', async () => {
    const learnings = at.town.core.opened(pilots).learnings;
    await learnings.addLearning({ id: 'P-1', kind: 'rolpilot' } as never, 'Bel eerst.', 'typed');
    const [one] = await learnings.all();
    const id = one?.id ?? '';
    await learnings.change(id, (now) => ({ ...now, state: 'shared', title: 'Bel', why: 'x' }));
    await backUp();
    await learnings.change(id, (now) => ({ ...now, state: 'own' }));
    const { core } = await putBack(how);
    expect((await core.opened(pilots).learnings.all()).map(({ state }) => state)).toEqual(['own']);
  });

  test('leaves away a report about the register that was taken back', async () => {
    const { gaps } = at.town.core;
    const wrong = { activity: 'a', registration: '', area: '', ids: ['1'], words: 'Els is weg' };
    await gaps.reportWrong('1', wrong as never, '2026-11-24');
    await backUp();
    expect(await gaps.takeBack('1')).toBe(true);
    const { core } = await putBack(how);
    expect(await core.gaps.all()).toEqual([]);
  });

  test('leaves away a role of a party that was taken from the rolkaart', async () => {
    const { parties } = at.town.core.opened(roles);
    const party = {
      team: 'west',
      organisation: 'Geobureau',
      contact: '',
      from: '2026-11-20',
      day: '2026-11-20',
    };
    const role = { role: 'Objectregisseur' as const, registrations: [] };
    for (const id of ['A-00000001', 'A-00000002'])
      await parties.save({ id, ...party, role, areas: [], version: 1 }, 0);
    await backUp();
    await parties.remove('A-00000001');
    const { core } = await putBack(how);
    expect((await core.opened(roles).parties.all()).map(({ id }) => id)).toEqual(['A-00000002']);
  });

  test('leaves what a team was told of its tasks, and HR of the roles: by an older one a new one came too soon', async () => {
    const { taskPictures, roleTotals } = at.town.core.opened(roles);
    const lists = { people: 8, one: [], none: [], many: [], oneOn: [], noneOn: [] };
    const [was, is] = [
      { day: '2026-10-01', ...lists },
      { day: '2026-11-20', ...lists },
    ];
    await taskPictures.publish('west', was, undefined);
    const totals = (day: string) => totalsOf([], [], day);
    await roleTotals.publish(totals(was.day), undefined);
    await backUp();
    await taskPictures.publish('west', is, was);
    await roleTotals.publish(totals(is.day), totals(was.day));
    const after = (await putBack(how)).core.opened(roles);
    expect((await after.taskPictures.of('west'))?.day).toBe(is.day);
    expect((await after.roleTotals.last())?.day).toBe(is.day);
  });

  test('leaves the totals of a leerlijn that people saw last, by which the next are due', async () => {
    const { lines } = at.town.core.opened(growth);
    const totals = (day: string) => ({
      day,
      roles: { Objectregisseur: { atLeast: 6 as const, done: 20, day } },
    });
    await lines.publish('west', totals('2026-10-01'), undefined);
    await backUp();
    await lines.publish('west', totals('2026-11-20'), totals('2026-10-01'));
    const after = (await putBack(how)).core.opened(growth);
    expect((await after.lines.totals('west'))?.day).toBe('2026-11-20');
  });

  test('leaves the intervisie of a team away that was stopped', async () => {
    const { meetings } = at.town.core.opened(growth);
    for (const team of ['west', 'oost'])
      await meetings.setRhythm({ team, week: 1, day: 'di', since: '2026-11-02' });
    await backUp();
    await meetings.stop('west');
    const after = (await putBack(how)).core.opened(growth);
    expect((await after.meetings.rhythms()).map(({ team }) => team)).toEqual(['oost']);
  });
});

describe('a backup, put back over what stands', () => {
  test('sends nobody a second time what went out since', async () => {
    await backUp();
    let sent = 0;
    const send = (core: Core) =>
      core.store.once({ what: 'feedback', about: 'west', period: PERIOD }, at.town.clock.now, async () => {
        sent += 1;
      });
    await send(at.town.core);
    const { core } = await putBack('stands');
    await send(core);
    expect(sent).toBe(1);
  });

  test('says how many settings become as they were, and who is in another team', async () => {
    await at.town.bring([inWest(1), inWest(2)]);
    await at.kompas('instellingen', 'gemeente', 'Gemeente Voorbeeld');
    await backUp();
    await at.kompas('instellingen', 'gemeente', 'Gemeente Anders');
    await at.town.bring([inWest(1).replace('West', 'Oost')]);
    const { out } = await putBack('stands');
    expect(out).toContain('Anders dan nu: 1 instelling.');
    expect(out).toContain('Weer in het team van toen, en niet in dat van nu: 1 persoon.');
  });

  test('knows who may what when it broke off and is done again', async () => {
    await at.town.bring([inWest(1, 'beheerder'), inWest(2, 'beheerder'), inWest(3)]);
    await backUp();
    await changePerson(1, (now) => ({ ...now, access: ['medewerker'] }));
    await changePerson(3, (now) => ({ ...now, removed: '2026-11-24' }));
    await at.town.core.settings.changeMunicipality((now) => ({ ...now, pilotsOff: true }));
    const { storage } = at.town;
    const broken = {
      ...storage,
      table: ((definition: Parameters<typeof storage.table>[0]) =>
        definition.name === 'directory'
          ? { ...storage.table(definition), transact: () => Promise.reject(new Error('storage is gone')) }
          : storage.table(definition)) as typeof storage.table,
    };
    const args = ['terugzet', 'a.kompas', '--vervang', '--akkoord'];
    expect((await run(args, { ...at.around, storage: broken })).code).toBe(2);
    const { core } = await putBack('stands');
    expect((await core.people.find(account(1)))?.access).toEqual(['medewerker']);
    expect(await core.people.find(account(3))).toBeUndefined();
    expect((await core.settings.read()).municipality.pilotsOff).toBe(true);
  });
});
