import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { chatOf, imported, somebody, startTestBot, type TestBot } from '../../support/bot.ts';
import { tapping, words } from './tapping.ts';

const keeper = somebody(20, 'Karin Beheer');
const other = somebody(21, 'Xenia Beheer');
const rosa = somebody(30, 'Rosa Linde');
let bot: TestBot | undefined;
const theBot = () => {
  if (!bot) throw new Error('the bot is there');
  return bot;
};
const { tap, on, say, titles } = tapping(theBot);

beforeEach(async () => {
  await bot?.stop();
  bot = await startTestBot({
    seed: async ({ people, settings }) => {
      await settings.saveTeam({ key: 'oost', name: 'Oost', schedule: defaultSchedule });
      await people.save([
        imported(keeper, { access: ['medewerker', 'beheerder'] }),
        imported(other, { access: ['beheerder'], reach: 'open', address: chatOf(other) }),
        imported(rosa, { checkins: false, checkinDay: 'wo', absentUntil: '2026-12-01' }),
      ]);
    },
  });
}, 60_000);
afterAll(() => bot?.stop());

const rowOf = async (who: typeof rosa) =>
  (await theBot().core.people.everybody()).find(({ id, removed }) => id === who.id && removed === undefined);
const log = async () =>
  (await theBot().core.audit.since(theBot().clock.now.subtract({ hours: 1 }))).map(
    ({ who, what, about }) => `${who === keeper.account ? 'Karin' : who}: ${what} (${about})`,
  );
/** Without that somebody looked. */
const changes = async () => (await log()).filter((line) => !line.includes('persoon bekeken'));
const form = { name: rosa.name, upn: rosa.upn, workdays: 'ma,di', role: 'geen', secondRole: 'geen' };

describe('zoek collega', () => {
  test('shows what an administrator may know, and not what somebody chose for themselves', async () => {
    const card = words(await say(keeper, 'zoek collega rosa'));
    for (const known of ['Rosa Linde', rosa.upn, 'Objecten West', 'medewerker', 'er is nog geen chat'])
      expect(card).toContain(known);
    for (const own of ['afwezig', 'check-ins uit', '2026-12-01', '1 december', 'woensdag om'])
      expect(card).not.toContain(own);
    expect((await log()).at(-1)).toBe(`Karin: persoon bekeken (${rosa.id})`);
  });

  test('lets choose among several, and says it when there is nobody', async () => {
    expect(words(await say(keeper, 'zoek collega persoon'))).toContain('Wie bedoel je?');
    expect(words(await say(keeper, 'zoek collega Quintijn'))).toContain('Ik vind niemand die zo heet.');
    expect(words(await say(keeper, 'zoek collega'))).toContain('Zoek een collega');
    expect(words(await say(keeper, `zoek collega ${rosa.upn}`))).toContain('Rosa Linde');
  });
});

describe('looking for people', () => {
  test.each([
    ['persoon', 0],
    ['o', 0],
    ['o', 1],
    ['gemeente.example', 0],
  ])('by "%s", page %i, is in the log, without what was typed', async (name, page) => {
    await tap(keeper, 'people.find', { name, page });
    const lines = await log();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Karin: mensen gezocht \(\d+ gevonden\)$/);
  });
});

describe('rights and team', () => {
  test('change by hand, with what somebody set themselves kept, and are put back by one tap', async () => {
    const edit = await tap(keeper, 'people.edit', { id: rosa.id });
    const saved = await on(keeper, edit, 'Bewaar', { ...form, team: 'oost', access: 'medewerker,manager' });
    expect(await rowOf(rosa)).toMatchObject({
      team: 'oost',
      access: ['medewerker', 'manager'],
      checkins: false,
      checkinDay: 'wo',
      directoryId: rosa.account,
    });
    expect(await theBot().core.people.find(rosa.account)).toMatchObject({ team: 'oost' });
    expect((await log()).filter((line) => line.includes('mensen import'))).toEqual([]);
    expect(await log()).toContain(
      `Karin: persoon gewijzigd: ander team, van Objecten West naar Oost; rechten medewerker, manager (${rosa.id})`,
    );
    await on(keeper, saved, 'Maak ongedaan');
    expect(await rowOf(rosa)).toMatchObject({
      team: 'objecten-west',
      access: ['medewerker'],
      checkins: false,
    });
  });

  test('leave a name with signs of Excel and of CSV as it is', async () => {
    const edit = await tap(keeper, 'people.edit', { id: rosa.id });
    const name = '=Rosa "de; Roos" Linde';
    await on(keeper, edit, 'Bewaar', { ...form, name, team: 'oost', access: 'medewerker' });
    expect(await rowOf(rosa)).toMatchObject({ name, team: 'oost' });
  });

  test('that another changed meanwhile are not overwritten unseen', async () => {
    const edit = await tap(keeper, 'people.edit', { id: rosa.id });
    await on(other, await tap(other, 'people.edit', { id: rosa.id }), 'Bewaar', {
      ...form,
      team: 'objecten-west',
      access: 'manager',
    });
    const late = await on(keeper, edit, 'Bewaar', { ...form, team: 'oost', access: 'medewerker' });
    expect(words(late)).toContain('Xenia Beheer veranderde dit intussen.');
    expect(await rowOf(rosa)).toMatchObject({ team: 'objecten-west', access: ['manager'] });
  });

  test.each([
    { name: 'Rosa Anders' },
    { upn: 'rosa.anders@gemeente.example' },
    { team: 'oost' },
    { access: 'medewerker,projectleider' },
    { role: 'Objectregisseur' },
    { role: 'Objectregisseur', secondRole: 'Geodata-engineer' },
    { workdays: 'do,vr' },
  ])('%j that another changed meanwhile is not overwritten, by a form or by an undo', async (change) => {
    const edit = () => tap(keeper, 'people.edit', { id: rosa.id });
    const plain = { ...form, team: 'objecten-west', access: 'medewerker' };
    const saved = await on(keeper, await edit(), 'Bewaar', { ...plain, workdays: 'wo' });
    const open = await edit();
    await on(other, await tap(other, 'people.edit', { id: rosa.id }), 'Bewaar', {
      ...plain,
      workdays: 'wo',
      ...change,
    });
    const theirs = await rowOf(rosa);
    for (const late of [await on(keeper, open, 'Bewaar', plain), await on(keeper, saved, 'Maak ongedaan')])
      expect(words(late)).toContain('Xenia Beheer veranderde dit intussen.');
    expect(await rowOf(rosa)).toEqual(theirs);
  });

  test('of an administrator who moves themselves, there and back, are in the log with both teams', async () => {
    const own = { ...form, name: keeper.name, upn: keeper.upn, access: 'medewerker,beheerder' };
    for (const team of ['oost', 'objecten-west'])
      await on(keeper, await tap(keeper, 'people.edit', { id: keeper.id }), 'Bewaar', { ...own, team });
    expect(await changes()).toEqual([
      `Karin: persoon gewijzigd: ander team, van Objecten West naar Oost (${keeper.id})`,
      `Karin: persoon gewijzigd: ander team, van Oost naar Objecten West (${keeper.id})`,
    ]);
  });

  test.each([
    [{ upn: other.upn }, 'Dit e-mailadres hoort al bij id'],
    [{ upn: 'geen adres' }, 'is geen e-mailadres'],
    [{ access: '' }, 'toegang is leeg'],
    [{ access: 'baas' }, 'baas'],
    [{ team: 'nergens' }, 'Kies een team.'],
  ])('%j is refused in the form and changes nothing', async (wrong, problem) => {
    const before = await rowOf(rosa);
    const edit = await tap(keeper, 'people.edit', { id: rosa.id });
    const again = await on(keeper, edit, 'Bewaar', {
      ...form,
      team: 'oost',
      access: 'medewerker',
      ...wrong,
    });
    expect(words(again)).toContain(problem);
    expect(await rowOf(rosa)).toEqual(before);
    expect(await log()).toEqual([`Karin: persoon bekeken (${rosa.id})`]);
  });

  test('of an e-mail address are in the log without the address', async () => {
    const plain = { ...form, team: 'objecten-west', access: 'medewerker', workdays: 'ma,di' };
    const edit = () => tap(keeper, 'people.edit', { id: rosa.id });
    await on(keeper, await edit(), 'Bewaar', plain);
    const before = (await changes()).length;
    await on(keeper, await edit(), 'Bewaar', { ...plain, upn: 'rosa.berg@gemeente.example' });
    expect((await changes()).slice(before)).toEqual([`Karin: persoon gewijzigd: e-mail (${rosa.id})`]);
    await on(keeper, await edit(), 'Bewaar', plain);
  });
});

describe('administrators', () => {
  const own = {
    name: keeper.name,
    upn: keeper.upn,
    workdays: 'ma',
    role: 'geen',
    secondRole: 'geen',
    team: 'objecten-west',
  };

  test('may take their own right away after one question, while there is another', async () => {
    const edit = await tap(keeper, 'people.edit', { id: keeper.id });
    const asked = await on(keeper, edit, 'Bewaar', { ...own, access: 'medewerker' });
    expect(words(asked)).toContain('Je bent dan zelf geen beheerder meer.');
    expect((await rowOf(keeper))?.access).toContain('beheerder');
    await on(keeper, asked, 'Ja, haal mijn recht weg');
    expect((await rowOf(keeper))?.access).toEqual(['medewerker']);
  });

  test('the last one stays, also when an old question is answered late', async () => {
    const edit = await tap(keeper, 'people.edit', { id: keeper.id });
    const asked = await on(keeper, edit, 'Bewaar', { ...own, access: 'medewerker' });
    const out = await tap(keeper, 'people.take-out', { id: keeper.id });
    await theBot().core.people.change('objecten-west', other.id, (now) => ({
      ...now,
      access: ['medewerker'],
    }));
    for (const [card, title] of [
      [asked, 'Ja, haal mijn recht weg'],
      [out, 'Haal uit Kompas'],
    ] as const)
      expect(words(await on(keeper, card, title))).toContain('Dit is de laatste beheerder.');
    expect(await rowOf(keeper)).toMatchObject({ access: ['medewerker', 'beheerder'] });
  });
});

describe('the last administrator', () => {
  const nobodys = '11111111-1111-4111-8111-111111111111';
  const alone = () =>
    theBot().core.people.change('objecten-west', other.id, (now) => ({ ...now, access: ['medewerker'] }));

  test('is not bound to an account of which nobody knows whose it is, also when asked before there was one', async () => {
    const bind = await tap(keeper, 'people.bind', { id: keeper.id });
    const sure = await on(keeper, bind, 'Koppel', { account: nobodys });
    await alone();
    for (const card of [
      await on(keeper, sure, 'Ja, koppel'),
      await on(keeper, bind, 'Koppel', { account: nobodys }),
    ])
      expect(words(card)).toContain('Dit is de laatste beheerder.');
    expect((await theBot().core.people.find(keeper.account))?.access).toContain('beheerder');
    expect((await log()).filter((line) => !line.includes('persoon bekeken'))).toEqual([]);
  });

  test.each([
    ['has no account', { directoryId: undefined }],
    ['has an account that was only typed', { directoryId: nobodys }],
  ])('stays while the only other one %s', async (_who, change) => {
    await theBot().core.people.change('objecten-west', other.id, (now) => ({
      ...now,
      address: undefined,
      reach: 'none',
      ...change,
    }));
    const edit = await tap(keeper, 'people.edit', { id: keeper.id });
    const own = { ...form, name: keeper.name, upn: keeper.upn, team: 'objecten-west', access: 'medewerker' };
    const out = await tap(keeper, 'people.take-out', { id: keeper.id });
    for (const card of [await on(keeper, edit, 'Bewaar', own), out])
      expect(words(card)).toContain('Dit is de laatste beheerder.');
  });

  test('takes others out, and binds them', async () => {
    const bind = await tap(keeper, 'people.bind', { id: other.id });
    const sure = await on(keeper, bind, 'Koppel', { account: nobodys });
    expect(words(await on(keeper, sure, 'Ja, koppel'))).toContain('Gekoppeld.');
    await on(keeper, await tap(keeper, 'people.open', { id: other.id }), 'Haal uit Kompas');
    await tap(keeper, 'people.take-out', { id: other.id, sure: true });
    expect(await rowOf(other)).toBeUndefined();
  });
});

describe('somebody', () => {
  test('is bound to another account after one question', async () => {
    const account = '00000000-0000-4000-8000-000000000999';
    const bind = await tap(keeper, 'people.bind', { id: rosa.id });
    expect(words(await on(keeper, bind, 'Koppel', { account: other.account }))).toContain(
      'hoort al bij iemand',
    );
    expect(words(await on(keeper, bind, 'Koppel', { account: 'rosa' }))).toContain(
      'Dit is geen object-id. Een object-id ziet eruit als 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
    );
    const asked = await on(keeper, bind, 'Koppel', { account: account.toUpperCase() });
    expect(words(asked)).toContain('gaan niet mee');
    await on(keeper, asked, 'Ja, koppel');
    expect(await theBot().core.people.find(account)).toMatchObject({ id: rosa.id });
    expect(await theBot().core.people.find(rosa.account)).toBeUndefined();
    expect(await log()).toContain(`Karin: mensen koppel (${rosa.id})`);
  });

  test('is taken out after one question, with the duties they had', async () => {
    const { settings } = theBot().core;
    await settings.changeMunicipality((now) => ({ ...now, secondRegistrar: rosa.upn }));
    const asked = await on(keeper, await tap(keeper, 'people.open', { id: rosa.id }), 'Haal uit Kompas');
    expect(await rowOf(rosa)).toBeDefined();
    await on(keeper, asked, 'Haal uit Kompas');
    expect(await rowOf(rosa)).toBeUndefined();
    expect((await settings.read()).municipality.secondRegistrar).toBeUndefined();
    expect(await log()).toContain(`Karin: persoon uit Kompas (${rosa.id})`);
    expect(words(await tap(keeper, 'people.open', { id: rosa.id }))).toContain('staat niet meer in Kompas');
  });

  test('is added by hand, by the rules of the import', async () => {
    const fresh = await tap(keeper, 'people.new');
    const filled = {
      id: 'p77',
      name: 'Nora Veld',
      upn: 'Nora@gemeente.example',
      team: 'oost',
      access: 'medewerker',
      workdays: 'ma,di',
      role: 'Objectregisseur',
    };
    expect(words(await on(keeper, fresh, 'Bewaar', { ...filled, id: rosa.id }))).toContain(
      'Dit id hoort al bij iemand.',
    );
    expect(words(await on(keeper, fresh, 'Bewaar', { ...filled, account: 'x' }))).toContain(
      'is geen object-id',
    );
    expect(words(await on(keeper, fresh, 'Bewaar', filled))).toContain('Toegevoegd.');
    const added = (await theBot().core.people.everybody()).find(({ id }) => id === 'p77');
    expect(added).toMatchObject({
      team: 'oost',
      upn: 'nora@gemeente.example',
      source: 'import',
      role: 'Objectregisseur',
    });
    expect(await log()).toEqual(['Karin: persoon toegevoegd: team Oost; rechten medewerker (p77)']);
  });
});

describe('teams that merge', () => {
  test('put everybody over after one question; the old team can then end, and come back', async () => {
    const { settings, people } = theBot().core;
    const inside = async (key: string) =>
      (await people.members(key)).filter(({ removed }) => !removed).length;
    const before = await inside('objecten-west');
    const team = await tap(keeper, 'settings.team', { team: 'objecten-west' });
    expect(words(await on(keeper, team, 'Hef op'))).toContain(`zitten nog ${before} mensen`);
    const asked = await on(keeper, await on(keeper, team, 'Zet mensen over'), 'Verder', { team: 'oost' });
    expect(await inside('oost')).toBe(0);
    const moved = await on(keeper, asked, 'Ja, zet ze over');
    expect([await inside('objecten-west'), await inside('oost')]).toEqual([0, before]);
    const sure = await on(keeper, moved, 'Hef het oude team op');
    expect(words(sure)).toContain('verdwijnt uit alle lijsten');
    const ended = await on(keeper, sure, 'Hef het team op');
    expect((await settings.read()).ended.map(({ key }) => key)).toEqual(['objecten-west']);
    await on(keeper, ended, 'Maak ongedaan');
    expect((await settings.read()).ended).toEqual([]);
    expect((await log()).filter((line) => line.includes('instellingen'))).toEqual([
      'Karin: instellingen opheffen (objecten-west)',
      'Karin: instellingen heropenen (objecten-west)',
    ]);
  });
});

test('nobody else finds, opens or changes anybody', async () => {
  const before = await theBot().core.people.everybody();
  for (const [verb, data] of [
    ['people.all', {}],
    ['people.find', { name: 'Rosa' }],
    ['people.open', { id: keeper.id }],
    ['people.save', { id: rosa.id, ...form, team: 'oost', access: 'beheerder', sure: true }],
    ['people.take-out', { id: keeper.id, sure: true }],
    ['people.count', { id: rosa.id, sure: true }],
    ['people.save-bind', { id: keeper.id, account: rosa.account, sure: true }],
    ['teams.save-merge', { from: 'objecten-west', team: 'oost', sure: true }],
    ['checkin.now', { team: 'objecten-west' }],
    ['log.show', {}],
  ] as const) {
    const card = await tap(rosa, verb, data);
    expect(words(card)).toContain('beheerders');
    expect(words(card)).not.toContain(keeper.upn);
    expect(titles(card)).not.toContain('Bewaar');
  }
  expect(await theBot().core.people.everybody()).toEqual(before);
});
