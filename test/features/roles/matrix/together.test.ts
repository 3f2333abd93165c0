import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  administrator,
  amira,
  bram,
  director,
  elsewhere,
  head,
  manager,
  type Office,
  openOffice,
  second,
  WEST,
} from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const draftOf = (who = amira) => office.matrices.draft(who.account);
const withSecond = () => office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [second.upn] }));

describe('an employee and their manager fill in one matrix', () => {
  test('the employee begins, the manager goes on, both confirm, and that state is kept', async () => {
    expect(await office.taps(amira, 'matrix.show')).toContain('Welke taken doe je, en hoe vaak?');
    await office.begins(amira);
    await office.fills(amira, amira, { geometrie: 'do' });
    expect(await office.taps(manager, 'matrix.show', { person: amira.account })).toContain(
      'Geometrie bijwerken',
    );
    await office.taps(manager, 'matrix.save-time', {
      person: amira.account,
      seen: await office.version(amira),
      job: 'Medewerker geo-informatie',
      appointment: 'vast, 32 uur',
      BAG: 60,
      BGT: '30',
    });
    const shown = await office.taps(amira, 'matrix.show');
    expect(shown).toContain('BAG 60 %, BGT 30 %, ander werk 10 %');
    expect(shown).toContain('Medewerker geo-informatie, vast, 32 uur');
    expect(await office.confirms(amira, amira)).toContain('wacht op je leidinggevende');
    expect(await office.confirms(manager, amira)).toContain('Jullie bevestigden dit allebei.');
    expect(await draftOf()).toBeUndefined();
    expect(await office.matrices.confirmed(amira.account)).toMatchObject({
      day: '2026-11-25',
      team: WEST,
      shares: { BAG: 60, BGT: 30 },
      answers: { geometrie: 'do', scripting: 'not' },
    });
    expect(await office.taps(amira, 'matrix.show')).toContain('door jullie bevestigd');
  });

  test('the manager may begin too, and the employee sees the same', async () => {
    expect(await office.taps(manager, 'matrix.show', { person: amira.account })).toContain('Persoon 1');
    await office.begins(manager, 'short', amira.account);
    await office.fills(manager, amira, { scripting: 'some' });
    expect(await office.taps(amira, 'matrix.show')).toContain('Scripts maken (soms)');
    expect((await office.matrices.reader(amira.account))?.manager).toBe(manager.account);
  });

  test('the full list has four cards of tasks, the short one a single card of twelve', async () => {
    await office.begins(amira, 'full');
    expect(await office.taps(amira, 'matrix.tasks')).toContain('Deel 1 van 4: Objectregistrator');
    await office.begins(bram, 'short');
    const short = await office.taps(bram, 'matrix.tasks');
    const labels = short.match(/"label":"[^"]*"/g) ?? [];
    expect(new Set(labels).size).toBe(12);
    expect(labels[0]).toContain('Taak 1: hoe vaak?');
    expect(short).toContain('1. Mutaties verwerken. Je ');
    expect(short).not.toContain('Deel 1');
  });

  test('what stands under a task is about who does it, for the manager too, and a list of tasks reads as a sentence', async () => {
    await office.begins(amira);
    expect(await office.taps(amira, 'matrix.tasks')).toContain('Je controleert en valideert');
    const form = await office.taps(manager, 'matrix.tasks', { person: amira.account });
    expect(form).toContain('Je collega controleert en valideert');
    expect(form).not.toMatch(/\. Je (?!collega)/);
    await office.fills(amira, amira, { 'mutatie-verwerken': 'do', geometrie: 'do', terugmelding: 'some' });
    expect(await office.taps(amira, 'matrix.show')).toContain(
      'Mutaties verwerken, geometrie bijwerken, terugmeldingen afhandelen (soms)',
    );
    expect(await office.taps(amira, 'indication.show')).toContain('doe ik 2, soms 1, niet 0');
    expect(await office.taps(manager, 'indication.show', { person: amira.account })).toContain(
      'doet dit 2, soms 1, niet 0',
    );
  });

  test('it can be left and resumed where it was left', async () => {
    await office.begins(amira, 'full');
    const first = await office.taps(amira, 'matrix.tasks');
    const [, ids = '[]'] = first.match(/"tasks":(\[[^\]]*\])/) ?? [];
    const next = await office.taps(amira, 'matrix.save-tasks', { seen: 1, page: 0, tasks: JSON.parse(ids) });
    // Nothing was chosen: nothing is guessed.
    expect((await draftOf())?.answers).toEqual({});
    expect(next).toContain('Deel 2 van 4');
    const chosen = { task0: 'do', task1: 'not', task2: 'not', task3: 'not', task4: 'not', task5: 'not' };
    await office.taps(amira, 'matrix.save-tasks', {
      seen: 1,
      page: 0,
      tasks: JSON.parse(ids),
      ...chosen,
      task6: 'not',
      task7: 'not',
      task8: 'not',
    });
    const later = await office.taps(amira, 'matrix.show');
    expect(later).toContain('nog niet klaar');
    expect(later).toContain('"page":1');
  });

  test('what nobody else can do is ticked without a name, and goes when the task is not done', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do', geometrie: 'some' });
    const form = await office.taps(amira, 'matrix.alone');
    expect(form).toContain('Scripts maken');
    expect(form).not.toContain('Knopen doorhakken');
    await office.taps(amira, 'matrix.save-alone', {
      seen: await office.version(amira),
      alone: 'scripting,knoop,niets',
    });
    expect((await draftOf())?.alone).toEqual(['scripting']);
    await office.fills(amira, amira, { geometrie: 'some' });
    expect((await draftOf())?.alone).toEqual([]);
  });

  test('who typed it gets a way in and nothing of what stands in it, since the chat keeps that', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    const said = await office.says(amira, 'takenmatrix');
    expect(said).toContain('De takenmatrix staat klaar');
    expect(said).not.toContain('Scripts maken');
    expect(await office.says(manager, 'takenmatrix Persoon 1')).toContain(amira.account);
    expect(await office.says(manager, 'takenmatrix Niemand')).toContain(
      'Deze naam staat niet in een team dat jij leidt.',
    );
    expect(await office.says(amira, 'takenmatrix Persoon 2')).toContain(
      'Je ziet alleen je eigen takenmatrix',
    );
    expect(await office.taps(manager, 'matrix.open', { member: amira.account })).toContain(
      'Takenmatrix van Persoon 1',
    );
    expect(await office.taps(manager, 'matrix.open', { member: elsewhere.account })).toContain(
      'Kies een collega.',
    );
  });

  test('what is open stands in "van mij" in the same words whether or not the other confirmed, and without a name', async () => {
    await office.begins(amira);
    await office.fills(amira, amira);
    const of = (who: typeof amira) => office.says(who, 'van mij');
    const list = () => office.taps(manager, 'matrix.waiting');
    const before = await of(manager);
    expect(before).toContain('Takenmatrices in je team');
    expect(await list()).toContain('nog niet klaar');
    await office.confirms(amira, amira);
    expect(await of(manager)).toBe(before);
    expect(before).not.toMatch(/Persoon 1|bevestig/);
    expect(await list()).toMatch(/Persoon 1.*je collega bevestigde/);
    expect(await of(amira)).not.toContain('takenmatrix');
    await office.confirms(manager, amira);
    expect(await of(manager)).not.toContain('Takenmatrices');
    expect(await list()).toContain('Er staat geen takenmatrix open');
    expect(await office.taps(bram, 'matrix.waiting')).toContain('Je ziet alleen je eigen takenmatrix');
  });

  test('whether the manager confirmed makes no difference in "van mij" of the employee', async () => {
    await office.begins(amira);
    await office.fills(amira, amira);
    const before = await office.says(amira, 'van mij');
    expect(before).toContain('Je eigen takenmatrix');
    await office.confirms(manager, amira);
    expect(await office.says(amira, 'van mij')).toBe(before);
  });

  test('confirmed again with the same answers, it counts from the day of the first time', async () => {
    const confirmed = async (answers: Record<string, 'do' | 'not'>, hours: number) => {
      office.clock.now = office.clock.now.add({ hours });
      await office.begins(amira);
      // Something else first: the same answers alone begin nothing anew.
      await office.fills(amira, amira, { ...answers, knoop: 'do' });
      await office.fills(amira, amira, answers);
      await office.confirms(amira, amira);
      await office.confirms(manager, amira);
      return office.matrices.confirmed(amira.account);
    };
    expect((await confirmed({ scripting: 'do' }, 0))?.since).toBe('2026-11-25');
    expect(await confirmed({ scripting: 'do' }, 24)).toMatchObject({
      since: '2026-11-25',
      day: '2026-11-26',
    });
    expect((await confirmed({}, 24))?.since).toBe('2026-11-27');
  });

  test('it can be done over: what was confirmed stands until both confirm the new one', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    await office.confirms(amira, amira);
    await office.confirms(manager, amira);
    await office.begins(amira);
    expect(await office.fills(amira, amira, { scripting: 'some' })).toContain(
      'geldt tot jullie dit allebei bevestigen',
    );
    expect((await office.matrices.confirmed(amira.account))?.answers.scripting).toBe('do');
    await office.confirms(manager, amira);
    await office.confirms(amira, amira);
    expect((await office.matrices.confirmed(amira.account))?.answers.scripting).toBe('some');
  });
});

describe('what must end well', () => {
  test('shares over a hundred are not kept, and what was typed comes back', async () => {
    await office.begins(amira);
    const shown = await office.taps(amira, 'matrix.save-time', { seen: 1, job: 'Meter', BAG: 80, BGT: 40 });
    expect(shown).toContain('Samen is dit 120 %. Houd het op hooguit 100 %.');
    expect(shown).toContain('Meter');
    expect((await draftOf())?.shares).toEqual({});
    expect(await office.taps(amira, 'matrix.save-time', { seen: 1, BAG: -5, BGT: 'veel' })).toContain(
      'Vul bij BGT een heel getal van 0 tot en met 100 in.',
    );
  });

  test('a confirmation is of one state: a change after it withdraws it, and says so to both', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    const seen = await office.version(amira);
    await office.confirms(amira, amira);
    expect(await office.taps(amira, 'matrix.show')).toContain('Kijk opnieuw');
    await office.fills(manager, amira, { scripting: 'some' });
    expect(await office.taps(manager, 'matrix.show', { person: amira.account })).toContain(
      'De ander moet opnieuw bevestigen.',
    );
    expect(await office.taps(amira, 'matrix.show')).toContain('Na jouw “Klopt” is er iets gewijzigd.');
    await office.confirms(manager, amira);
    // The employee taps on the card of before.
    expect(await office.taps(amira, 'matrix.confirm', { seen })).toContain('De ander wijzigde net iets.');
    expect(await office.matrices.confirmed(amira.account)).toBeUndefined();
    await office.confirms(amira, amira);
    expect((await office.matrices.confirmed(amira.account))?.answers.scripting).toBe('some');
  });

  test('a form that was opened before the other saved comes back with what was typed', async () => {
    await office.begins(amira);
    const seen = await office.version(amira);
    await office.taps(amira, 'matrix.save-time', { seen, job: 'Meter', BAG: 50 });
    const late = await office.taps(manager, 'matrix.save-time', {
      person: amira.account,
      seen,
      job: 'Tekenaar',
      BAG: 70,
    });
    expect(late).toContain('De ander wijzigde net iets.');
    expect(late).toContain('Tekenaar');
    expect((await draftOf())?.job).toBe('Meter');
  });

  test('a tap that comes twice changes nothing the second time', async () => {
    await office.begins(amira);
    const sent = { seen: 1, job: 'Meter', BAG: 50 };
    await Promise.all([
      office.taps(amira, 'matrix.save-time', sent),
      office.taps(amira, 'matrix.save-time', sent),
    ]);
    expect(await draftOf()).toMatchObject({ job: 'Meter', version: 2 });
    await office.begins(amira);
    expect((await draftOf())?.job).toBe('Meter');
  });

  test('a half-filled matrix is not confirmed', async () => {
    await office.begins(amira);
    expect(await office.taps(amira, 'matrix.confirm', { seen: 1 })).toContain('Nog 12 taken in te vullen.');
    expect((await draftOf())?.employee).toBeUndefined();
  });

  test('one in which no task is done is confirmed only by who says that it is so', async () => {
    await office.begins(amira);
    await office.fills(amira, amira);
    const shown = await office.taps(amira, 'matrix.show');
    expect(shown).toContain('Bij elke taak staat “Niet”.');
    const [, data = '{}'] = shown.match(/"verb":"matrix.confirm","data":(\{[^}]*\})/) ?? [];
    const asked = await office.taps(amira, 'matrix.confirm', JSON.parse(data));
    expect(asked).toContain('Doe je echt geen van deze taken?');
    expect((await draftOf())?.employee).toBeUndefined();
    const [, sure = '{}'] = asked.match(/"verb":"matrix.confirm","data":(\{[^}]*\})/) ?? [];
    expect(await office.taps(amira, 'matrix.confirm', JSON.parse(sure))).toContain('Bevestigd door jou.');
    const other = await office.taps(manager, 'matrix.confirm', {
      person: amira.account,
      ...JSON.parse(data),
    });
    expect(other).toContain('Doet je collega echt geen van deze taken?');
  });

  test('what a manager confirmed of whom they do not lead any more, counts nowhere', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    await office.confirms(manager, amira);
    const row = await office.core.people.find(amira.account);
    if (!row) throw new Error('nobody there');
    await office.core.people.save([{ ...row, team: 'oost' }]);
    await office.core.people.drop(WEST, amira.id);
    for (const _twice of [1, 2])
      expect(await office.confirms(amira, amira)).toContain('wacht op je leidinggevende');
    expect(await office.matrices.confirmed(amira.account)).toBeUndefined();
    await office.taps(amira, 'matrix.share', { to: elsewhere.account });
    await office.confirms(elsewhere, amira);
    expect((await office.matrices.confirmed(amira.account))?.team).toBe('oost');
  });

  test('whoever leads the team by now sees nothing of what was begun on a card with another name, or with none', async () => {
    const [, named = ''] = (await office.taps(amira, 'matrix.show')).match(/"lead":"([^"]+)"/) ?? [];
    expect(named).toBe(manager.account);
    await office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: ['medewerker'] }));
    await withSecond();
    for (const lead of [named, '']) {
      const again = await office.taps(amira, 'matrix.begin', { length: 'short', lead });
      expect(again).toContain('Kijk of je zo wilt beginnen.');
      expect(again).toContain('Met: Sien Tweede. Die ziet wat je invult.');
    }
    expect(await draftOf()).toBeUndefined();
    expect(await office.matrices.reader(amira.account)).toBeUndefined();
    await office.begins(amira);
    expect((await office.matrices.reader(amira.account))?.manager).toBe(second.account);
  });

  test('the card names who would see along before "Laat meekijken", and a tap for who leads no more asks with the names', async () => {
    await office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: ['medewerker'] }));
    await office.begins(amira);
    await withSecond();
    expect(await office.taps(amira, 'matrix.show')).toContain(
      'nog niemand: jij kiest of Sien Tweede meekijkt',
    );
    const asked = await office.taps(amira, 'matrix.share', { to: manager.account });
    expect(asked).toContain('Kies een leidinggevende van je team.');
    expect(asked).toContain('Sien Tweede');
    expect(await office.matrices.reader(amira.account)).toBeUndefined();
  });

  test('a new manager sees nothing until the employee says yes with one tap, and confirms anew', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    await office.confirms(manager, amira);
    // The team goes from one to the other.
    await office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: ['medewerker'] }));
    await withSecond();
    const shut = await office.taps(second, 'matrix.show', { person: amira.account });
    expect(shut).toContain('Deze takenmatrix zie je niet');
    expect(shut).not.toContain('Scripts maken');
    expect(await office.begins(second, 'short', amira.account)).toContain('Deze takenmatrix zie je niet');
    expect(await office.taps(manager, 'matrix.show', { person: amira.account })).toContain(
      'Je ziet alleen je eigen takenmatrix',
    );
    const mine = await office.taps(amira, 'matrix.show');
    expect(mine).toContain('nog niemand: jij kiest of Sien Tweede meekijkt');
    expect(mine).toContain(`"to":"${second.account}"`);
    expect(await office.taps(amira, 'matrix.share', { to: second.account })).toContain(
      'Je leidinggevende kijkt nu mee.',
    );
    expect(await office.taps(second, 'matrix.show', { person: amira.account })).toContain('Scripts maken');
    await office.confirms(amira, amira);
    // What the earlier manager confirmed does not count for the new one.
    expect(await office.matrices.confirmed(amira.account)).toBeUndefined();
    await office.confirms(second, amira);
    expect(await office.matrices.confirmed(amira.account)).toBeDefined();
  });

  test('of two managers neither begins it: the employee chooses, and until then neither reads anything', async () => {
    await withSecond();
    for (const lead of [manager, second])
      for (const shown of [
        await office.taps(lead, 'matrix.show', { person: amira.account }),
        await office.begins(lead, 'short', amira.account),
        await office.taps(lead, 'indication.show', { person: amira.account }),
      ])
        expect(shown).toContain('Deze takenmatrix zie je niet');
    expect(await office.matrices.reader(amira.account)).toBeUndefined();
    expect(await draftOf()).toBeUndefined();
    const before = await office.taps(manager, 'matrix.show', { person: amira.account });
    await office.begins(amira);
    // The same words, so that they do not hear of it that there is one by now.
    for (const lead of [manager, second])
      expect(await office.taps(lead, 'matrix.show', { person: amira.account })).toBe(before);
  });

  test('whoever chose one of two managers chooses the other later, and the first reads no more', async () => {
    await withSecond();
    await office.begins(bram);
    expect(await office.matrices.reader(bram.account)).toBeUndefined();
    const form = await office.taps(bram, 'matrix.choose');
    expect(form).toContain('Sien Tweede');
    expect(await office.taps(bram, 'matrix.share', { to: elsewhere.account })).toContain(
      'Kies een leidinggevende van je team.',
    );
    await office.taps(bram, 'matrix.share', { to: second.account });
    expect(await office.taps(second, 'matrix.show', { person: bram.account })).toContain(
      'Takenmatrix van Persoon 2',
    );
    expect(await office.taps(manager, 'matrix.show', { person: bram.account })).toContain(
      'Deze takenmatrix zie je niet',
    );
    expect(await office.taps(bram, 'matrix.show')).toContain('Kies iemand anders');
    await office.taps(bram, 'matrix.share', { to: manager.account });
    expect(await office.taps(second, 'matrix.show', { person: bram.account })).toContain(
      'Deze takenmatrix zie je niet',
    );
  });

  test('who stops leading the team reads nothing from then on, also where they may be named in its settings', async () => {
    await withSecond();
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    await office.taps(amira, 'matrix.share', { to: second.account });
    expect(await office.taps(second, 'matrix.show', { person: amira.account })).toContain('Scripts maken');
    await office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [] }));
    for (const verb of ['matrix.show', 'matrix.tasks', 'indication.show'])
      expect(await office.taps(second, verb, { person: amira.account })).toContain(
        'Je ziet alleen je eigen takenmatrix',
      );
    expect(await office.says(second, 'van mij')).not.toContain('Persoon 1');
  });

  test('no colleague, no other manager, no head, no director and no administrator reads it', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    for (const who of [bram, elsewhere, head, director, administrator])
      for (const verb of ['matrix.show', 'matrix.time', 'matrix.tasks', 'matrix.alone', 'indication.show']) {
        const shown = await office.taps(who, verb, { person: amira.account });
        expect(shown).toContain('Je ziet alleen je eigen takenmatrix');
        expect(shown).not.toContain('Scripts maken');
      }
    const before = await draftOf();
    for (const who of [bram, elsewhere, head, director, administrator]) {
      await office.fills(who, amira, { scripting: 'not' });
      await office.confirms(who, amira);
    }
    expect(await draftOf()).toEqual(before);
  });

  test('whoever moves to another team takes the matrix along; the old manager sees it no more', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    const row = await office.core.people.find(amira.account);
    if (!row) throw new Error('nobody there');
    // For a moment there is a row in both teams, as in an import that broke off.
    await office.core.people.save([{ ...row, team: 'oost' }]);
    expect(await office.taps(manager, 'matrix.show', { person: amira.account })).toContain(
      'Je ziet alleen je eigen takenmatrix',
    );
    expect(await office.taps(elsewhere, 'matrix.show', { person: amira.account })).toContain(
      'Deze takenmatrix zie je niet',
    );
    expect(await office.taps(amira, 'matrix.show')).toContain('Scripts maken');
    await office.core.people.drop(WEST, amira.id);
    await office.taps(amira, 'matrix.share', { to: elsewhere.account });
    expect(await office.taps(elsewhere, 'matrix.show', { person: amira.account })).toContain('Scripts maken');
  });

  test('"vergeet mij" in the middle of it: nothing comes back with a tap of the manager', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    await office.taps(amira, 'privacy.erase');
    await office.fills(manager, amira, { scripting: 'some' });
    await office.confirms(manager, amira);
    await office.taps(manager, 'matrix.save-alone', { person: amira.account, seen: 1, alone: '' });
    const rows = await office.rows('taskmatrices', 'taskmatricesdone', 'taskmatrixreaders');
    expect(Object.values(rows).flat()).toEqual([]);
  });

  test('"vergeet mij" of the manager leaves the matrix to its employee', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    await office.taps(manager, 'privacy.erase');
    expect(await office.taps(amira, 'matrix.show')).toContain('Scripts maken');
    expect(await office.matrices.reader(amira.account)).toBeUndefined();
  });

  test('without anybody who leads the team it can be filled in, and says who is missing', async () => {
    await office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: ['medewerker'] }));
    await office.begins(amira);
    await office.fills(amira, amira);
    expect(await office.confirms(amira, amira)).toContain('bij je team staat nog geen leidinggevende');
  });
});
