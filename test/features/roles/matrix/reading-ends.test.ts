import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { today } from '../../../../src/calendar/clock.ts';
import { enforceRetention } from '../../../../src/storage/index.ts';
import { runAt } from '../../../support/clock-job.ts';
import { amira, elsewhere, manager, type Office, openOffice, second, WEST } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const NOBODY_YET = 'nog niemand: jij kiest of Sien Tweede meekijkt';
const SHUT = 'Deze takenmatrix zie je niet';
const ofAmira = { person: amira.account };
const reads = (who: typeof manager) => office.taps(who, 'matrix.show', ofAmira);
const readerOf = async () => (await office.matrices.reader(amira.account))?.manager;

/** Persoon 9 leads the team of Amira no more, and Sien leads it alone. */
async function away(): Promise<void> {
  await office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: ['medewerker'] }));
  await office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [second.upn] }));
}
/** Persoon 9 leads it again, and nobody else. */
async function back(): Promise<void> {
  await office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [] }));
  await office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: ['manager'] }));
}
/** Amira goes to another team, as an import of the people file does it. */
async function moves(to: string): Promise<void> {
  const row = await office.core.people.find(amira.account);
  if (!row) throw new Error('nobody there');
  await office.core.people.save([{ ...row, team: to }]);
  await office.core.people.drop(row.team, row.id);
}
/** The job that ends what holds no more, at five in the morning. */
async function atNight(): Promise<void> {
  const jobs = office.features.flatMap(({ jobs = [] }) => jobs).filter(({ name }) => name === 'hr-yeses');
  expect(jobs).toHaveLength(1);
  await runAt(jobs, office.core, office.clock.now.add({ hours: 19 }));
}
/** Amira filled one in with Persoon 9, and both confirmed it. */
async function confirmed(): Promise<void> {
  await office.begins(amira);
  await office.fills(amira, amira, { scripting: 'do' });
  await office.confirms(amira, amira);
  await office.confirms(manager, amira);
}

describe('whoever led the team before reads nothing on coming back', () => {
  test('also not what was filled in while the card said that nobody sees it along', async () => {
    await confirmed();
    await away();
    expect(await office.taps(amira, 'matrix.show')).toContain(NOBODY_YET);
    await office.begins(amira);
    await office.fills(amira, amira, { geometrie: 'do' });
    await back();
    for (const verb of ['matrix.show', 'matrix.tasks', 'indication.show', 'hr.ask'])
      expect(await office.taps(manager, verb, ofAmira)).toContain(SHUT);
    expect(await office.taps(manager, 'matrix.waiting')).not.toContain(amira.name);
    await office.fills(manager, amira, { geometrie: 'not' });
    await office.confirms(manager, amira);
    expect((await office.matrices.draft(amira.account))?.answers.geometrie).toBe('do');
    expect((await office.matrices.draft(amira.account))?.manager).toBeUndefined();
    // The employee chooses them anew, or not.
    expect(await office.taps(amira, 'matrix.show')).toContain('nog niemand: jij kiest of Persoon 9 meekijkt');
    await office.taps(amira, 'matrix.share', { to: manager.account });
    expect(await reads(manager)).toContain('Geometrie bijwerken');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['the employee looked', () => office.taps(amira, 'matrix.show')],
    ['the employee asked for the indication', () => office.taps(amira, 'indication.show')],
    ['the new manager looked', () => reads(second)],
    ['they looked themselves', () => reads(manager)],
    ['they changed it anew, before which it is looked up', () => office.begins(amira)],
    ['a night went by', () => atNight()],
  ])('once %s while they were away', async (_when, looked) => {
    await confirmed();
    await away();
    await looked();
    await back();
    expect(await readerOf()).toBeUndefined();
    expect(await reads(manager)).toContain(SHUT);
  });

  test('once they opened their own list, as who leads another team by then', async () => {
    await confirmed();
    await office.core.settings.changeTeam('oost', (now) => ({ ...now, managers: [manager.upn] }));
    await away();
    await office.taps(manager, 'matrix.waiting');
    await back();
    expect(await reads(manager)).toContain(SHUT);
  });

  test('and not when the employee was in another team in between', async () => {
    await confirmed();
    await moves('oost');
    expect(await office.taps(amira, 'matrix.show')).toContain('nog niemand');
    await moves(WEST);
    expect(await reads(manager)).toContain(SHUT);
    expect(await reads(elsewhere)).not.toContain('Scripts maken');
  });

  test('whoever still leads the team reads on, also after a night', async () => {
    await confirmed();
    await office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [second.upn] }));
    await atNight();
    await office.taps(amira, 'matrix.show');
    await reads(second);
    expect(await reads(manager)).toContain('Scripts maken');
  });
});

describe('a matrix that is no more, and of which an earlier manager is known', () => {
  /** Of what was begun with Persoon 9 nothing is left but with whom it was. */
  async function ranOut(): Promise<void> {
    await office.matrices.setReader(amira.account, { manager: manager.account, day: '2026-03-01' });
    await away();
  }

  test('the one whom the card names sees the new one along, and the earlier one does not', async () => {
    await ranOut();
    expect(await office.taps(amira, 'matrix.show')).toContain('Met: Sien Tweede. Die ziet wat je invult.');
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    expect(await reads(second)).toContain('Scripts maken');
    await back();
    expect(await reads(manager)).toContain(SHUT);
  });

  test('who alone leads the team by now may begin it', async () => {
    await ranOut();
    await office.begins(second, 'short', amira.account);
    expect(await readerOf()).toBe(second.account);
  });
});

describe('who sees a matrix along is known as long as what they saw', () => {
  const later = async (days: number) => {
    office.clock.now = office.clock.now.add({ hours: 24 * days });
    await enforceRetention(office.core.storage, today(office.clock.now).toString());
  };

  test('also two years after it began, where both went on with it', async () => {
    await confirmed();
    await later(700);
    await office.begins(amira);
    await office.fills(amira, amira, { geometrie: 'do' });
    await office.confirms(amira, amira);
    await office.confirms(manager, amira);
    await later(100);
    expect(await readerOf()).toBe(manager.account);
    expect(await reads(manager)).toContain('Geometrie bijwerken');
  });

  test('where one of them changed it, before it was confirmed', async () => {
    await office.begins(amira);
    // Nothing was kept of it in between but with whom it was.
    await office.matrices.drop(amira.account, () => true);
    await later(700);
    await office.begins(amira);
    await later(100);
    await office.fills(manager, amira, { scripting: 'do' });
    await later(100);
    expect(await reads(manager)).toContain('Scripts maken');
  });

  test('and goes with it, two years after the last of that', async () => {
    await confirmed();
    await later(731);
    expect((await office.matrices.readers()).size).toBe(0);
    expect(await office.matrices.confirmed(amira.account)).toBeUndefined();
  });
});
