import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enforceRetention } from '../../../../src/storage/index.ts';
import { somebody } from '../../../support/bot.ts';
import {
  amira,
  bram,
  cem,
  filled,
  karin,
  mara,
  type Office,
  olaf,
  otherManager,
  someEntries,
  startOffice,
  zoe,
} from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({ entries: someEntries });
});
afterEach(() => office.stop());

const of = { who: amira.account };

describe('from the talk to the rolkaart', () => {
  test('the list leads to a colleague, the talk has four questions, and nothing of it is kept', async () => {
    expect(await office.taps(mara, 'assignments.list')).toContain('Persoon 1');
    expect(await office.taps(mara, 'assignments.list', { name: 'persoon 2' })).toContain('Persoon 2');
    const talk = await office.taps(mara, 'assignments.talk', of);
    for (const question of ['Welke rollen passen', 'Welke kansen', 'Waar twijfel', 'Wat helpt'])
      expect(talk).toContain(question);
    expect(await office.kept(amira)).toBeUndefined();
  });

  test('the form begins with today, and not with the day of before', async () => {
    await office.agreed(amira, { from: '2026-11-02' });
    const form = await office.taps(mara, 'assignments.form', of);
    expect(form).toContain('"value":"2026-11-25"');
    expect(form).not.toContain('2026-11-02');
    expect(form).toContain('Vul in wat jullie bespraken.');
  });

  test('what to mind stands there before anything is recorded, and does not stop it', async () => {
    const form = {
      ...filled,
      firstFor: 'BAG,BGT',
      second: 'Kwaliteitscoördinator',
      secondFor: 'BGT,BAG',
      technique: 'FME',
    };
    const review = await office.taps(mara, 'assignments.review', { ...of, seen: 0, ...form });
    expect(review).toContain('Let op');
    // Ans Bos may validate BAG by the register, and nobody else BGT.
    expect(review).toContain('Persoon 1 verwerkt en controleert: BGT.');
    expect(review).toContain('Persoon 1 verwerkt en controleert: BAG.');
    expect(review).toContain('Hier kan een ander dat: Ans Bos');
    expect(review).toMatch(/Persoon 1 verwerkt.*Je mag dit toch vastleggen/);
    expect(review).toContain('niet vastgelegd');
    expect(review).toContain('"verb":"assignments.record"');
    expect(await office.kept(amira)).toBeUndefined();
    expect(await office.records(mara, amira, form)).toContain('wacht op antwoord');
    expect(await office.kept(amira)).toMatchObject({
      version: 1,
      asked: {
        roles: [
          { role: 'Objectregistrator', registrations: ['BAG', 'BGT'] },
          { role: 'Kwaliteitscoördinator', registrations: ['BAG', 'BGT'] },
        ],
        team: 'objecten-west',
        from: '2026-12-01',
      },
    });
  });

  test('the colleague gets a card, and only their Klopt puts it on the rolkaart', async () => {
    const before = office.sentTo(amira).length;
    await office.records(mara, amira, { technique: 'Leren scripten' });
    const [card, ...more] = office.sentTo(amira).slice(before);
    expect(more).toEqual([]);
    const sent = JSON.stringify(card);
    expect(sent).toContain('Klopt deze rol?');
    expect(sent).toContain('Objectregistrator voor BAG');
    // What is stored in a chat holds nothing of what somebody wants to learn.
    expect(sent).not.toContain('Leren scripten');
    expect(await office.says(bram, 'rolkaart')).not.toContain('Persoon 1');
    expect(await office.taps(amira, 'assignments.mine')).toContain('Leren scripten');
    expect(await office.answers(amira, 'agree', 1)).toContain('staat nu op de rolkaart');
    expect(await office.says(bram, 'rolkaart')).toContain('Persoon 1');
    expect((await office.kept(amira))?.asked).toBeUndefined();
    expect(await office.logged()).toContainEqual([mara.account, 'rollen vastgelegd', 'objecten-west']);
  });

  test('Klopt niet changes nothing on the rolkaart, and waits for who leads the team', async () => {
    await office.records(mara, amira);
    expect(await office.says(amira, 'van mij')).toContain('Bekijk je rollen');
    expect(await office.answers(amira, 'disagree', 1)).toContain('Praat er samen over');
    expect(await office.says(bram, 'rolkaart')).not.toContain('Persoon 1');
    expect(await office.says(mara, 'van mij')).toContain('Bespreek rollen in je team');
    // Whoever has to be talked with comes first.
    expect(await office.taps(mara, 'assignments.list')).toMatch(
      /Persoon 1.*zegt dat het niet klopt.*Persoon 2/,
    );
    expect(await office.taps(mara, 'assignments.open', of)).toContain('Je collega zegt: dit klopt niet');
    expect(await office.says(amira, 'van mij')).not.toContain('Bekijk je rollen');
    // After another talk it is asked anew.
    await office.records(mara, amira, { first: 'Geodata-engineer' });
    expect(await office.kept(amira)).toMatchObject({
      version: 3,
      asked: { roles: [{ role: 'Geodata-engineer' }] },
    });
  });

  test('what was agreed stands until the next is agreed and begins, and is history from then on', async () => {
    await office.agreed(amira, { from: '2026-11-18' });
    await office.records(mara, amira, { first: 'Objectregisseur', firstFor: '', from: '2026-11-25' });
    expect(await office.says(bram, 'rolkaart')).toContain('BAG, overal');
    expect(await office.taps(amira, 'assignments.mine')).toContain('Nu op de rolkaart');
    await office.answers(amira, 'agree', 3);
    expect(await office.kept(amira)).toMatchObject({
      held: { roles: [{ role: 'Objectregisseur', registrations: [] }] },
      past: [{ roles: [{ role: 'Objectregistrator', registrations: ['BAG'] }], until: '2026-11-25' }],
    });
    expect(await office.taps(mara, 'assignments.open', of)).toContain('Eerder');
    expect(await office.taps(amira, 'assignments.mine')).toContain('Eerder');
  });

  test('what stood holds until the day on which the next begins, on the rolkaart too, and a role that goes on keeps its day', async () => {
    await office.agreed(amira, { from: '2026-11-18' });
    await office.agreed(amira, { first: 'Objectregisseur', firstFor: '', from: '2026-12-14' });
    const now = await office.says(bram, 'rolkaart');
    expect(now).toContain('BAG, overal · tot 14 december 2026');
    expect(now).toContain('alle registraties, overal · vanaf 14 december 2026');
    for (const shown of [
      await office.taps(mara, 'assignments.open', of),
      await office.taps(amira, 'assignments.mine'),
    ]) {
      expect(shown).toContain('18 november 2026 tot 14 december 2026');
      expect(shown).not.toContain('Eerder');
    }
    expect(await office.says(zoe, 'wie is objectregistrator voor de BAG?')).toContain('Persoon 1');
    // Before that day they agree on the role of before, and a second one.
    const both = { second: 'Objectregisseur', from: '2026-12-07' };
    await office.agreed(amira, both);
    const mine = await office.taps(amira, 'assignments.mine');
    expect(mine).toContain('Objectregistrator voor BAG, vanaf 18 november 2026');
    expect(mine).toContain('Objectregisseur voor alle registraties, vanaf 7 december 2026');
    expect(mine).not.toMatch(/Eerder|14 december/);
    expect(await office.says(bram, 'rolkaart')).not.toContain('14 december');
  });

  test('a question is taken back, roles are stopped, and the colleague hears that', async () => {
    await office.agreed(amira, { from: '2026-11-18' });
    await office.records(mara, amira, { first: 'Objectregisseur' });
    expect(await office.taps(mara, 'assignments.take-back', { ...of, seen: 3 })).toContain('Ingetrokken');
    expect(await office.answers(amira, 'agree', 3)).toContain('net veranderd');
    expect((await office.kept(amira))?.held?.roles).toMatchObject([{ role: 'Objectregistrator' }]);
    expect(await office.taps(mara, 'assignments.ask-stop', { ...of, seen: 4 })).toContain(
      'Haal je je collega van de rolkaart?',
    );
    const before = office.sentTo(amira).length;
    await office.taps(mara, 'assignments.stop', { ...of, seen: 4 });
    expect(JSON.stringify(office.sentTo(amira).slice(before))).toContain('Je staat niet meer op de rolkaart');
    expect(await office.kept(amira)).toMatchObject({ past: [{ until: '2026-11-25' }] });
    expect((await office.kept(amira))?.held).toBeUndefined();
  });

  test('the colleague takes it off the rolkaart themselves', async () => {
    await office.agreed(amira);
    expect(await office.answers(amira, 'drop', 2)).toContain('niet meer op de rolkaart');
    expect(await office.says(bram, 'rolkaart')).not.toContain('Persoon 1');
    expect(await office.taps(mara, 'assignments.list')).toContain('zegt dat het niet meer klopt');
  });
});

describe('what is filled in wrong comes back with all that was typed', () => {
  const cases: [string, object, string][] = [
    ['no role', { first: '' }, 'Kies een eerste rol.'],
    ['a role that does not exist', { first: 'Burgemeester' }, 'Kies een eerste rol.'],
    ['twice the same role', { second: 'Objectregistrator' }, 'Kies een andere tweede rol'],
    ['no day', { from: '' }, 'Vul in vanaf welke dag'],
    ['a day that is none', { from: 'morgen' }, 'Vul in vanaf welke dag'],
    ['a day of long ago', { from: '0001-01-01' }, 'Vul in vanaf welke dag'],
    ['a text that is too long', { process: 'x'.repeat(201) }, 'hooguit 200 tekens'],
  ];
  test.each(cases)('%s', async (_what, wrong, words) => {
    const form = { ...filled, technique: 'FME leren', ...wrong };
    for (const verb of ['assignments.review', 'assignments.record']) {
      const sent = verb === 'assignments.record' ? { form } : form;
      const answer = await office.taps(mara, verb, { ...of, seen: 0, ...sent });
      expect(answer).toContain(words);
      expect(answer).toContain('FME leren');
    }
    expect(await office.kept(amira)).toBeUndefined();
  });

  test('a registration and an area that do not exist are left out', async () => {
    await office.records(mara, amira, { firstFor: 'BAG,Maan', areas: 'N,Nergens' });
    expect(await office.kept(amira)).toMatchObject({
      asked: { roles: [{ registrations: ['BAG'] }], areas: ['N'] },
    });
    expect(await office.taps(mara, 'assignments.open', of)).toContain('in Noord');
  });

  test('all registrations ticked is the same as none', async () => {
    await office.records(mara, amira, { firstFor: 'BAG,BGT,WOZ,BRO,BRK,overig' });
    expect(await office.kept(amira)).toMatchObject({ asked: { roles: [{ registrations: [] }] } });
  });
});

describe('two at once', () => {
  test('who leads the team second sees what the first recorded, and keeps what they typed', async () => {
    await office.taps(mara, 'assignments.record', { ...of, seen: 0, form: filled });
    const second = await office.taps(olaf, 'assignments.record', {
      ...of,
      seen: 0,
      form: { ...filled, first: 'Objectregisseur', together: 'Vaker bellen' },
    });
    expect(second).toContain('Nu staat er: Objectregistrator voor BAG');
    expect(second).toContain('Vaker bellen');
    expect(second).toContain('"seen":1');
    expect(await office.kept(amira)).toMatchObject({
      version: 1,
      asked: { roles: [{ role: 'Objectregistrator' }] },
    });
    await office.taps(olaf, 'assignments.record', {
      ...of,
      seen: 1,
      form: { ...filled, first: 'Objectregisseur' },
    });
    expect(await office.kept(amira)).toMatchObject({
      version: 2,
      asked: { roles: [{ role: 'Objectregisseur' }] },
    });
  });

  test('truly at the same moment one is kept, and the other hears of it', async () => {
    const both = await Promise.all(
      [mara, olaf].map((who, n) =>
        office.taps(who, 'assignments.record', {
          ...of,
          seen: 0,
          form: { ...filled, first: n === 0 ? 'Objectregisseur' : 'Geodata-engineer' },
        }),
      ),
    );
    expect(both.filter((answer) => answer.includes('Er is net iets veranderd'))).toHaveLength(1);
    expect((await office.kept(amira))?.version).toBe(1);
  });

  test('two taps of one are one', async () => {
    const sent = office.sentTo(amira).length;
    await office.taps(mara, 'assignments.record', { ...of, seen: 0, form: filled });
    expect(await office.taps(mara, 'assignments.record', { ...of, seen: 0, form: filled })).toContain(
      'Dit is al vastgelegd.',
    );
    expect(office.sentTo(amira)).toHaveLength(sent + 1);
  });

  test('an answer to what was changed meanwhile is no answer', async () => {
    await office.records(mara, amira);
    await office.records(mara, amira, { first: 'Objectregisseur' });
    expect(await office.answers(amira, 'agree', 1)).toContain('net veranderd');
    expect((await office.kept(amira))?.held).toBeUndefined();
    expect(await office.answers(amira, 'agree', 2)).toContain('staat nu op de rolkaart');
    expect(await office.answers(amira, 'agree', 2)).toContain('net veranderd');
  });
});

test('a card of before says yes to what it showed, and not to another role under the same version', async () => {
  await office.records(mara, amira);
  const [, seen = ''] = (await office.taps(amira, 'assignments.mine')).match(/"seen":"([^"]+)"/) ?? [];
  expect(seen).not.toBe('');
  await office.assignments.remove(amira.account);
  await office.records(mara, amira, { first: 'Objectregisseur' });
  expect((await office.kept(amira))?.version).toBe(1);
  for (const old of [seen, 1])
    expect(await office.taps(amira, 'assignments.agree', { seen: old })).toContain('net veranderd');
  expect((await office.kept(amira))?.held).toBeUndefined();
  await office.records(mara, amira);
  expect(await office.answers(amira, 'agree')).toContain('staat nu op de rolkaart');
});

describe('who sees what', () => {
  test('nobody but who leads the team sees or changes it', async () => {
    await office.records(mara, amira, { technique: 'GEHEIM' });
    for (const who of [bram, zoe, karin, otherManager])
      for (const [verb, data] of [
        ['assignments.open', of],
        ['assignments.talk', of],
        ['assignments.form', of],
        ['assignments.review', { ...of, seen: 1, ...filled }],
        ['assignments.record', { ...of, seen: 1, form: filled }],
        ['assignments.take-back', { ...of, seen: 1 }],
        ['assignments.stop', { ...of, seen: 1 }],
      ] as const) {
        const answer = await office.taps(who, verb, data);
        expect(answer).not.toContain('GEHEIM');
        expect(answer).toMatch(/Alleen wie het team leidt|Ik vind deze collega niet/);
      }
    expect((await office.kept(amira))?.version).toBe(1);
    expect(await office.taps(bram, 'assignments.mine')).not.toContain('GEHEIM');
  });

  test('what somebody wants to learn is read by who wrote it alone, and stays when another changes the roles', async () => {
    await office.agreed(amira, { technique: 'GEHEIM' });
    expect(await office.taps(mara, 'assignments.open', of)).toContain('GEHEIM');
    expect(await office.taps(olaf, 'assignments.open', of)).not.toContain('GEHEIM');
    expect(await office.taps(olaf, 'assignments.form', of)).not.toContain('GEHEIM');
    await office.agreed(amira, { first: 'Objectregisseur' }, olaf);
    expect((await office.kept(amira))?.held).toMatchObject({ points: { technique: 'GEHEIM' } });
    // Who wrote it takes it away by making it empty.
    await office.agreed(amira, { technique: '' });
    expect((await office.kept(amira))?.held?.points).toBeUndefined();
  });

  test('who stops leading the team reads nothing from then on, also what they wrote themselves', async () => {
    await office.agreed(amira, { technique: 'GEHEIM' }, olaf);
    expect(await office.taps(olaf, 'assignments.open', of)).toContain('GEHEIM');
    await office.core.settings.changeTeam('objecten-west', (now) => ({ ...now, managers: [] }));
    for (const verb of ['assignments.open', 'assignments.form', 'assignments.list'])
      expect(await office.taps(olaf, verb, of)).toContain('Alleen wie het team leidt');
  });

  test('the row of somebody names nobody else', async () => {
    await office.agreed(amira, { technique: 'FME' });
    expect(JSON.stringify((await office.rows('roleassignments')).roleassignments)).not.toContain(
      mara.account,
    );
  });
});

describe('what is typed gets an answer that the chat keeps', () => {
  test('it holds nothing of what was recorded or answered: not the same words, nor others', async () => {
    const before = [
      await office.says(amira, 'mijn rollen'),
      await office.says(mara, 'toewijzing'),
      await office.says(mara, 'toewijzing persoon 1'),
    ];
    await office.agreed(amira, { technique: 'GEHEIM' });
    await office.records(mara, amira, { first: 'Objectregisseur' });
    await office.answers(amira, 'disagree', 3);
    const after = [
      await office.says(amira, 'mijn rollen'),
      await office.says(mara, 'toewijzing'),
      await office.says(mara, 'toewijzing persoon 1'),
    ];
    expect(after).toEqual(before);
    for (const said of after) expect(said.match(/"verb"/g)).toHaveLength(1);
    for (const who of [amira, mara])
      expect(await office.says(who, 'van mij')).not.toMatch(/GEHEIM|Objectregi|klopt|Persoon 1/);
  });

  test('what stands there comes with the tap', async () => {
    await office.records(mara, amira, { technique: 'GEHEIM' });
    expect(await office.says(amira, 'mijn rollen')).toContain('assignments.mine');
    const [, name = ''] = (await office.says(mara, 'toewijzing persoon 1')).match(/"name":"([^"]*)"/) ?? [];
    expect(await office.taps(mara, 'assignments.list', { page: 0, name })).toContain('GEHEIM');
  });
});

describe('people come and go', () => {
  /** To the other team, as an administrator does it. */
  async function moves({ account, id }: typeof amira) {
    const row = await office.core.people.find(account);
    if (!row) throw new Error('nobody');
    await office.core.people.save([{ ...row, team: 'objecten-oost' }]);
    await office.core.people.drop('objecten-west', id);
  }

  test('who moves to another team has no role there, and the new lead sees nothing of the old one', async () => {
    await office.agreed(amira, { technique: 'GEHEIM' });
    await moves(amira);
    expect(await office.says(bram, 'rolkaart')).not.toContain('Persoon 1');
    expect(await office.says(zoe, 'rolkaart')).not.toContain('Persoon 1');
    expect(await office.taps(mara, 'assignments.open', of)).toContain(
      'Ik vind deze collega niet in jouw team',
    );
    const there = await office.taps(otherManager, 'assignments.open', of);
    expect(there).toContain('Nog geen rol');
    expect(there).not.toContain('GEHEIM');
    expect(await office.says(karin, 'toewijzingen controle')).toContain('werkt nu in een ander team');
  });

  test('who leads the new team learns nothing of a role that ended in the old one, nor from a form that comes late', async () => {
    await office.agreed(amira);
    await office.answers(amira, 'drop', 2);
    await office.agreed(bram);
    for (const who of [amira, bram]) await moves(who);
    const list = await office.taps(otherManager, 'assignments.list');
    expect(list).toContain('Persoon 1');
    expect(list).not.toMatch(/klopt|Objectregi/);
    for (const { account: who } of [amira, bram]) {
      expect(await office.taps(otherManager, 'assignments.open', { who })).not.toMatch(
        /Eerder|klopt|Objectregi/,
      );
      const form = { ...filled, first: 'Geodata-engineer', firstFor: '' };
      const late = await office.taps(otherManager, 'assignments.record', { who, seen: 7, form });
      expect(late).toContain('Nu staat er geen rol');
      expect(late).not.toContain('Objectregistrator voor BAG');
      // The form counts nothing of the old team, and is recorded as the first of the new one.
      for (const shown of [late, await office.taps(otherManager, 'assignments.form', { who })])
        expect(shown).toContain('"seen":0');
      expect(await office.taps(otherManager, 'assignments.record', { who, seen: 0, form })).toContain(
        'Geodata-engineer',
      );
    }
  });

  test('what somebody wants to learn for a role of the old team does not go along with one of the new', async () => {
    await office.agreed(amira, { technique: 'GEHEIM' });
    await moves(amira);
    await office.taps(otherManager, 'assignments.record', { who: amira.account, seen: 0, form: filled });
    const now = await office.kept(amira);
    expect(now?.asked).toMatchObject({ team: 'objecten-oost' });
    expect(now?.asked?.points).toBeUndefined();
    await office.answers(amira, 'agree');
    expect(JSON.stringify(await office.kept(amira))).not.toContain('GEHEIM');
  });

  test('a question of the old team waits for nobody after a move', async () => {
    await office.records(mara, amira);
    await moves(amira);
    expect(await office.says(amira, 'van mij')).not.toContain('Bekijk je rollen');
    expect(await office.answers(amira, 'agree', 1)).toContain('net veranderd');
    expect((await office.kept(amira))?.held).toBeUndefined();
  });

  test('who left is not on the rolkaart, and the mandaatbeheerder sees that the role is free', async () => {
    await office.agreed(amira);
    await office.core.people.change('objecten-west', amira.id, (now) => ({ ...now, removed: '2026-11-25' }));
    expect(await office.says(bram, 'rolkaart')).not.toContain('Persoon 1');
    expect(await office.says(karin, 'toewijzingen controle')).toContain('werkt hier niet meer');
    expect(await office.taps(mara, 'assignments.open', of)).toContain('Ik vind deze collega niet');
  });

  test('mijn gegevens shows it, and vergeet mij takes it along, also while a question waits', async () => {
    await office.records(mara, amira, { process: 'De keten' });
    const shown = await office.taps(amira, 'privacy.erase');
    expect(shown).not.toContain('De keten');
    expect(await office.kept(amira)).toBeUndefined();
    expect(await office.taps(mara, 'assignments.record', { ...of, seen: 1, form: filled })).toContain(
      'Ik vind deze collega niet',
    );
    expect(await office.kept(amira)).toBeUndefined();
  });

  test('is kept for three years after the last change', async () => {
    await office.agreed(cem);
    await enforceRetention(office.storage, '2029-11-24');
    expect(await office.kept(cem)).toBeDefined();
    await enforceRetention(office.storage, '2029-11-27');
    expect(await office.kept(cem)).toBeUndefined();
  });

  test('an account that nobody knows ends well', async () => {
    for (const who of ['', 'niemand', somebody(999).account])
      expect(await office.taps(mara, 'assignments.open', { who })).toContain('Ik vind deze collega niet');
  });
});

test('a name that fits several gives those, and one that fits none all', async () => {
  for (const name of ['persoon', 'xyzzy'])
    expect(await office.taps(mara, 'assignments.list', { name })).toContain('Persoon 3');
  expect(await office.says(bram, 'toewijzing')).toContain('Alleen wie het team leidt');
});
