import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { learningForms } from '../../../../src/features/growth/content/learning-forms.ts';
import { markOf } from '../../../../src/features/growth/plans/rules.ts';
import { sharedPlansTable } from '../../../../src/features/growth/plans/tables.ts';
import { imported, type Somebody } from '../../../support/bot.ts';
import {
  administrator,
  adviser,
  amira,
  bram,
  director,
  elsewhere,
  head,
  manager,
  type Office,
  openOffice,
  WEST,
} from '../office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const planOf = (who: Somebody) => office.growth.plans.of(who.account);
const begins = (who = amira) =>
  office.taps(who, 'growth.save-draft', { want: 'Scripts leren maken', can: 'Ik ken de BAG goed' });
/** Shares what stands there, as the card that asks does it. */
async function shares(who = amira, to = manager): Promise<string> {
  const plan = await planOf(who);
  return office.taps(who, 'growth.share', { to: to.account, seen: plan ? markOf(plan) : '' });
}
const reads = (who: Somebody) => office.taps(who, 'growth.read', { person: amira.account });

test('there are twenty-eight learning forms, each with an id of its own', () => {
  expect(new Set(learningForms.map(({ id }) => id)).size).toBe(28);
});

describe('an employee makes a plan of their own', () => {
  test('it begins with their own draft, gets one small step with a day, and ends in done', async () => {
    expect(await office.taps(amira, 'growth.show')).toContain('Begin met je eigen idee');
    expect(await office.taps(amira, 'growth.draft')).toContain('Waar sta je over twee jaar?');
    expect(await planOf(amira)).toBeUndefined();
    expect(await begins()).toContain('Kies nu één kleine stap');
    const shown = await office.taps(amira, 'growth.save-step', {
      what: 'Een ochtend meekijken met Bram',
      by: '2026-12-09',
    });
    expect(shown).toContain('Een ochtend meekijken met Bram (klaar op 9 december 2026)');
    expect(await office.taps(amira, 'growth.done', { outcome: 'done' })).toContain('stap gedaan');
    expect((await planOf(amira))?.step?.outcome).toBe('done');
    expect(await office.taps(amira, 'growth.show')).toContain('Kies een nieuwe stap');
  });

  test('on the day of the step Kompas asks how it went, with done, not yet and other, and no grade', async () => {
    await begins();
    await office.taps(amira, 'growth.save-step', { what: 'Meekijken', by: '2026-11-26' });
    expect(await office.taps(amira, 'growth.show')).not.toContain('Hoe ging het?');
    office.clock.now = office.clock.now.add({ hours: 24 });
    const shown = await office.taps(amira, 'growth.show');
    for (const words of ['Hoe ging het?', 'Gedaan', 'Nog niet', 'Anders']) expect(shown).toContain(words);
    expect(await office.taps(amira, 'growth.done', { outcome: 'not-yet' })).toContain('nog niet');
    expect(await office.taps(amira, 'growth.done', { outcome: 7 })).not.toContain('Bewaard');
  });

  test('what is missing or wrong is said on the form, and what was typed stays there', async () => {
    expect(await office.taps(amira, 'growth.save-draft', {})).toContain('Vul minstens één vraag in.');
    expect(await planOf(amira)).toBeUndefined();
    await begins();
    const past = await office.taps(amira, 'growth.save-step', { what: 'Meekijken', by: '2026-11-24' });
    expect(past).toContain('Kies een dag vanaf vandaag.');
    expect(past).toContain('"value":"Meekijken"');
    const none = await office.taps(amira, 'growth.save-step', { what: '', by: 'morgen' });
    expect(none).toContain('Schrijf op wat je gaat doen.');
    expect(none).toContain('Kies een dag die bestaat.');
    const six = learningForms.slice(0, 6).map(({ id }) => id);
    expect(await office.taps(amira, 'growth.save-forms', { work: six.join(',') })).toContain(
      'Kies er hooguit 5. Je koos er 6.',
    );
    expect((await planOf(amira))?.forms).toEqual([]);
  });

  test('goals of any role, one of their own, and what was agreed stand on the card', async () => {
    await begins();
    await office.taps(amira, 'growth.save-goals', { goals: 'scripts,niets,keten', ownGoal: 'Tekenen' });
    const shown = await office.taps(amira, 'growth.save-agree', {
      time: 'dinsdagochtend',
      support: 'Een buddy',
    });
    for (const words of ['De hele keten overzien', 'Scripts maken', 'Tekenen', 'dinsdagochtend', 'Een buddy'])
      expect(shown).toContain(words);
    expect((await planOf(amira))?.goals).toEqual(['keten', 'scripts']);
  });

  test('who typed it gets the same words with or without a plan, and nothing of it: the chat keeps that', async () => {
    const before = await office.says(amira, 'ontwikkelplan');
    await begins();
    expect(await office.says(amira, 'ontwikkelplan')).toBe(before);
    expect(before).not.toContain('Scripts');
  });

  test('a tap without a plan leads to its beginning, also on an old card', async () => {
    for (const verb of ['growth.goals', 'growth.step', 'growth.forms', 'growth.agree', 'growth.ask-share'])
      expect(await office.taps(amira, verb)).toContain('Begin met je eigen idee');
    await office.taps(amira, 'growth.done', { outcome: 'done' });
    expect(await planOf(amira)).toBeUndefined();
  });

  test('it can be taken away, with what was shared of it', async () => {
    await begins();
    await shares();
    expect(await office.taps(amira, 'growth.ask-remove')).toContain('Haal je je ontwikkelplan weg?');
    await office.taps(amira, 'growth.remove');
    expect(await planOf(amira)).toBeUndefined();
    expect(await reads(manager)).not.toContain('Scripts');
  });
});

describe('sharing it with who leads the team', () => {
  test('nobody reads it before, and nobody else after', async () => {
    await begins();
    for (const who of [manager, bram, elsewhere, head, director, administrator, adviser])
      expect(await reads(who)).not.toContain('Scripts');
    expect(await office.taps(amira, 'growth.ask-share')).toContain('Persoon 9');
    expect(await shares()).toContain('Gedeeld is wat hier staat');
    expect(await reads(manager)).toContain('Scripts leren maken');
    for (const who of [bram, elsewhere, head, director, administrator, adviser])
      expect(await reads(who)).not.toContain('Scripts');
    expect(await office.taps(manager, 'growth.list')).toContain('Persoon 1');
    expect(await office.taps(elsewhere, 'growth.list')).not.toContain('Persoon 1');
  });

  test('the top five is never shared', async () => {
    await begins();
    expect(await office.taps(amira, 'growth.save-forms', { work: 'stage', together: 'sparren' })).toContain(
      'Stage lopen, Sparren',
    );
    await shares();
    expect(await reads(manager)).not.toMatch(/Stage|Sparren|top 5/);
    const rows = await office.rows('growthplansshared');
    expect(JSON.stringify(rows)).not.toMatch(/stage|sparren/);
  });

  test('it is shared as it was seen: what changes later is read after sharing anew', async () => {
    await begins();
    await shares();
    await office.taps(amira, 'growth.save-goals', { goals: '', ownGoal: 'Leren tekenen' });
    expect(await reads(manager)).not.toContain('Leren tekenen');
    expect(await office.taps(amira, 'growth.show')).toContain('Na het delen wijzigde je iets.');
    await shares();
    expect(await reads(manager)).toContain('Leren tekenen');
  });

  test.each(['growth.stop-sharing', 'growth.remove'])(
    '%s also works when the plan itself is gone',
    async (verb) => {
      await begins();
      await shares();
      const shared = await office.growth.plans.sharedOf(amira.account);
      if (!shared) throw new Error('nothing is shared');
      await office.growth.plans.remove(amira.account);
      await office.growth.plans.share(amira.account, shared);
      expect(await reads(manager)).toContain('Scripts');
      expect(await office.taps(amira, 'growth.show')).toContain('growth.stop-sharing');
      await office.taps(amira, verb);
      expect(await reads(manager)).not.toContain('Scripts');
    },
  );

  test('the file of the manager tells that it is shared, and not the words', async () => {
    await begins();
    await shares();
    const shared = await office.growth.plans.sharedOf(amira.account);
    const { person } = sharedPlansTable;
    if (!shared || person.kind !== 'personal') throw new Error('nothing is shared');
    expect(person.exported?.(shared, manager.account)).toEqual({ day: '2026-11-25' });
    expect(person.exported?.(shared, amira.account)).toEqual(shared);
  });

  test('a card that shows an older state shares nothing', async () => {
    await begins();
    const plan = await planOf(amira);
    const seen = plan ? markOf(plan) : '';
    await office.taps(amira, 'growth.save-agree', { time: 'maandag', support: '' });
    expect(await office.taps(amira, 'growth.share', { to: manager.account, seen })).toContain(
      'nog niet gedeeld',
    );
    expect(await reads(manager)).not.toContain('Scripts');
  });

  test('it can be shared with who leads the team only', async () => {
    await begins();
    expect(await shares(amira, elsewhere)).toContain('Kies een leidinggevende van je team.');
    expect(await shares(amira, bram)).toContain('Kies een leidinggevende van je team.');
    expect(await office.growth.plans.allShared()).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['after "Deel niet meer"', () => office.taps(amira, 'growth.stop-sharing')],
    ['after a change of team', () => moves('oost')],
    ['after another got to lead the team', () => demoted()],
    ['once the employee left', () => leaves()],
  ])('it ends %s', async (_when, happens) => {
    await begins();
    await shares();
    await happens();
    expect(await reads(manager)).not.toContain('Scripts');
    expect(await office.taps(manager, 'growth.list')).not.toContain('Persoon 1');
  });

  test('it does not come back with who comes back to the team', async () => {
    await begins();
    await shares();
    await moves('oost');
    await office.taps(amira, 'growth.show');
    await moves(WEST);
    expect(await reads(manager)).not.toContain('Scripts');
    expect((await planOf(amira))?.draft.want).toBe('Scripts leren maken');
  });

  /** Goes to another team, as an import of the people file does it. */
  async function moves(to: string): Promise<void> {
    const row = await office.core.people.find(amira.account);
    if (!row) throw new Error('nobody there');
    await office.core.people.save([{ ...row, team: to }]);
    await office.core.people.drop(row.team, row.id);
  }
  const demoted = () =>
    office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: ['medewerker'] }));
  const leaves = () => office.core.people.save([imported(amira, { removed: '2026-11-25' })]);
});
