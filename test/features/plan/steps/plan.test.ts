import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  inChannel,
  type Somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { amira, bea, bert, cor, filled, hanna, joris, municipality, planOf, stranger, tap } from '../town.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ seed: municipality });
});
afterEach(() => bot.stop());

const says = async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text)));
const save = (who: Somebody, change: object, at: object = {}) =>
  tap(bot, who, 'plan.save', { step: 1, seen: 0, ...filled(change), ...at });
const stepOne = async () => (await planOf(bot).read()).steps[0];
const log = async () => ((await bot.rows('audit')).audit ?? []).map(({ value }) => value.what);

describe('the plan of a municipality that begins', () => {
  test('says what comes next and who usually does it, to everybody, also in a channel', async () => {
    for (const who of [amira, joris]) {
      const words = await says(who, 'stappenplan');
      expect(words).toContain('Nu: stap 1, Weten waar je staat. Vul met elke medewerker de takenmatrix in.');
      expect(words).toContain('nog geen actiehouder; meestal de leidinggevende');
    }
    const heard = wordsOf(await bot.hear(inChannel(typed(amira, '<at>Kompas</at> stappenplan'))));
    expect(heard).toContain('Nu: stap 1');
    expect(await says(stranger, 'stappenplan')).toContain('Ik ken je nog niet');
  });

  test('shows all steps, one step by its number, and a timeline that is empty still', async () => {
    const all = await tap(bot, amira, 'plan.all');
    expect(all).toContain('8. Terugkijken, vieren en vastleggen');
    expect(all).not.toContain('plan.form');
    expect(await says(amira, 'stappenplan 3')).toContain('Een rolpilot is gedaan');
    expect(await tap(bot, amira, 'plan.timeline')).toContain('Nog geen enkele stap heeft dagen');
  });
});

describe('the action holder of a step', () => {
  test('and who helps find it in van mij, and take only themselves away', async () => {
    await save(joris, { holder: amira.account, supporters: bert.account });
    expect(await says(bert, 'van mij')).toContain('jij helpt mee');
    expect(await tap(bot, bert, 'plan.leave', { step: 1 })).toContain('Je staat niet meer bij deze stap.');
    expect((await planOf(bot).read()).people.map(({ directoryId }) => directoryId)).toEqual([amira.account]);
  });

  test('is named to everybody, and may change this step and no other', async () => {
    expect(
      await save(joris, { holder: amira.account, supporters: bert.account, until: '2026-12-11' }),
    ).toContain('Bewaard.');
    const words = await says(bert, 'stappenplan');
    expect(words).toContain(amira.name);
    expect(words).toContain('uiterlijk 11 december');
    expect(await tap(bot, amira, 'plan.edit', { step: 1 })).toContain('Wie ziet dit?');
    expect(await tap(bot, amira, 'plan.edit', { step: 2 })).toContain('Deze stap wijzig jij niet');
    expect(await tap(bot, bert, 'plan.edit', { step: 1 })).toContain('Deze stap wijzig jij niet');
    expect(await save(bert, {}, { seen: 1 })).toContain('Deze stap wijzig jij niet');
    expect(await says(amira, 'van mij')).toContain('Stap 1: Weten waar je staat');
  });

  test('who leaves is nobody’s any more, and so is who erases themselves', async () => {
    await save(joris, { holder: amira.account, supporters: bert.account });
    await bot.core.people.change('objecten-west', amira.id, (now) => ({ ...now, removed: '2026-11-25' }));
    expect(await says(cor, 'stappenplan')).toContain('nog geen actiehouder');
    await tap(bot, bert, 'privacy.erase');
    expect((await planOf(bot).read()).people.map(({ directoryId }) => directoryId)).not.toContain(
      bert.account,
    );
  });
});

describe('changing a step', () => {
  test('is for who keeps the plan, logged, and read by everybody', async () => {
    for (const [n, who] of [joris, hanna, bea].entries())
      expect(
        await save(who, { notes: `Notitie ${n}`, links: 'https://gemeente.example' }, { seen: n }),
      ).toContain('Bewaard.');
    const words = await says(amira, 'stappenplan 1');
    expect(words).toContain('Notitie 2');
    expect(words).toContain('https://gemeente.example');
    expect(words).not.toContain(bea.name);
    expect((await log()).filter((what) => what === 'stappenplan gewijzigd')).toHaveLength(3);
  });

  test.each([
    [{ notes: `Vraag ${bert.name}` }, 'haal de naam'],
    [{ links: 'http://gemeente.example' }, 'begint met https'],
    [{ from: '2026-12-01', until: '2026-11-01' }, 'de dag van het begin of een latere dag'],
    [{ until: 'morgen' }, 'kies een datum'],
  ])('with %o says what is wrong and keeps what was typed', async (change, words) => {
    const answer = await save(joris, change);
    expect(answer).toContain(words);
    expect(answer).toContain(Object.values(change)[0]);
    expect((await stepOne())?.version).toBe(0);
  });

  test('by two people at once tells the second, who loses nothing', async () => {
    expect(await save(joris, { notes: 'Eerst dit' })).toContain('Bewaard.');
    const late = await save(hanna, { notes: 'Eerst dat' });
    expect(late).toContain('Iemand anders was net eerder');
    expect(late).toContain('Eerst dat');
    expect((await stepOne())?.notes).toBe('Eerst dit');
    expect(await save(hanna, { notes: 'Eerst dat' }, { seen: 1 })).toContain('Bewaard.');
  });
});

describe('what is done', () => {
  test('is ticked by hand with a day, and by whom is for who keeps the plan alone', async () => {
    expect(
      await tap(bot, joris, 'plan.save-ticks', { step: 1, seen: 0, done: 'talked,recognised' }),
    ).toContain('Bewaard.');
    expect((await stepOne())?.ticks).toEqual({ talked: '2026-11-25', recognised: '2026-11-25' });
    const seen = await tap(bot, amira, 'plan.step', { step: 1 });
    expect(seen).toContain('Afgevinkt op 25 november');
    expect(seen).not.toContain(joris.name);
    expect(await tap(bot, hanna, 'plan.step', { step: 1 })).toContain(joris.name);
    await tap(bot, joris, 'plan.save-ticks', { step: 1, seen: 1, done: 'talked' });
    expect((await stepOne())?.ticks).toEqual({ talked: '2026-11-25' });
    expect((await planOf(bot).read()).people.map(({ part }) => part)).toEqual(['talked']);
  });

  test('that Kompas does not see may be ticked all the same: it may have been done elsewhere', async () => {
    await tap(bot, joris, 'plan.save-ticks', { step: 3, seen: 0, done: 'tried,learned,shared' });
    const seen = await tap(bot, amira, 'plan.step', { step: 3 });
    expect(seen).toContain('✓ Een rolpilot is gedaan');
    // Who reads it sees both.
    expect(seen).toContain(
      'Afgevinkt op 25 november 2026. Kompas: Er is nog geen rolpilot of proefweek afgerond.',
    );
  });
});

describe('a step', () => {
  test('is closed by hand and opened again, and the plan goes on with the next', async () => {
    expect(await tap(bot, joris, 'plan.ask-close', { step: 1 })).toContain('Dit is nog niet klaar');
    expect(await tap(bot, joris, 'plan.close', { step: 1, seen: 0 })).toContain('De stap is afgerond.');
    expect(await says(amira, 'stappenplan')).toContain('Nu: stap 2');
    expect(await tap(bot, joris, 'plan.reopen', { step: 1, seen: 0 })).toContain('net eerder');
    expect(await tap(bot, joris, 'plan.reopen', { step: 1, seen: 1 })).toContain('De stap is weer open.');
    expect(await says(amira, 'stappenplan')).toContain('Nu: stap 1');
    for (const step of [1, 2, 3, 4, 5, 6, 7, 8])
      await tap(bot, joris, 'plan.close', { step, seen: step === 1 ? 2 : 0 });
    expect(await says(amira, 'stappenplan')).toContain('Alle stappen zijn klaar');
  });

  test('loses nothing from full to light and back', async () => {
    await save(joris, {
      holder: amira.account,
      notes: 'Begin in West',
      from: '2026-11-01',
      until: '2026-12-01',
    });
    await tap(bot, joris, 'plan.save-ticks', { step: 7, seen: 0, done: 'through' });
    const before = await planOf(bot).read();
    expect(await tap(bot, joris, 'plan.form', { form: 'light' })).toContain('lichte vorm');
    expect(await says(amira, 'stappenplan')).toContain('Voer één gesprek per medewerker');
    expect(await tap(bot, amira, 'plan.step', { step: 7 })).toContain(
      '✓ De gekozen stroom mutaties is doorlopen',
    );
    await tap(bot, joris, 'plan.form', { form: 'full' });
    expect(await planOf(bot).read()).toEqual(before);
    expect(await tap(bot, amira, 'plan.form', { form: 'light' })).not.toContain('lichte vorm');
  });

  test('stands on the timeline with its days', async () => {
    await save(joris, { from: '2026-11-01', until: '2026-11-30' });
    await tap(bot, joris, 'plan.save', {
      step: 2,
      seen: 0,
      ...filled({ from: '2026-12-01', until: '2026-12-31' }),
    });
    const words = await tap(bot, amira, 'plan.timeline');
    expect(words).toContain('██████████░░░░░░░░░░');
    expect(words).toContain('░░░░░░░░░█');
  });
});
