import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownTasks } from '../../../../src/features/roles/content/tasks.ts';
import {
  bandInWords,
  type Counted,
  mayBeMade,
  mayBeShown,
  totalsOf,
} from '../../../../src/features/roles/hr/rules.ts';
import type { Confirmed, Often } from '../../../../src/features/roles/matrix/matrix.ts';
import { imported, type Somebody, somebody, team } from '../../../support/bot.ts';
import { adviser, confirmedOf, head, manager, type Office, openOffice, WEST } from '../matrix/office.ts';

const geodata: Record<string, Often> = { scripting: 'do', koppelingen: 'do' };
const registering: Record<string, Often> = { 'mutatie-verwerken': 'do', geometrie: 'do' };
const matrices = (people: number, answers: Record<string, Often>) =>
  Array.from({ length: people }, () => confirmedOf(answers));

describe('the totals of roles', () => {
  test.each([
    [0, 'minder dan 5'],
    [4, 'minder dan 5'],
    [5, '5 tot en met 9'],
    [9, '5 tot en met 9'],
    [10, '10 tot en met 14'],
  ])('%i is told as %s', (count, words) => expect(bandInWords(count)).toBe(words));

  test('hold no number itself, but the band that it is in', () =>
    expect(
      totalsOf([...matrices(12, geodata), ...matrices(4, registering)], ownTasks, '2026-11-25'),
    ).toMatchObject({
      day: '2026-11-25',
      people: 16,
      near: { 'Geodata-engineer': 10, Objectregistrator: 0, Kwaliteitscoördinator: 0, Objectregisseur: 0 },
    }));

  const those = (count: number, isRead: boolean, change: Partial<Confirmed> = {}): Counted[] =>
    Array.from({ length: count }, () => ({ confirmed: confirmedOf({}, change), isRead }));
  const last = { day: '2026-11-25' };
  const old = { day: '2026-11-01' };
  const newly = { day: '2026-12-01' };
  test.each([
    [
      'eleven of whom HR reads nothing',
      undefined,
      [...those(11, false), ...those(9, true)],
      '2026-11-25',
      false,
    ],
    ['twelve of whom HR reads nothing', undefined, those(12, false), '2026-11-25', true],
    [
      'six of them changed, after 89 days',
      last,
      [...those(6, false, newly), ...those(6, false, old)],
      '2027-02-22',
      false,
    ],
    [
      'six of them changed, after 90 days',
      last,
      [...those(6, false, newly), ...those(6, false, old)],
      '2027-02-23',
      true,
    ],
    [
      'five of them changed, and many who share',
      last,
      [...those(5, false, newly), ...those(7, false, old), ...those(9, true, newly)],
      '2027-03-01',
      false,
    ],
    [
      'all were confirmed again, and five changed an answer',
      last,
      [...those(5, false, newly), ...those(7, false, { ...newly, since: '2026-11-01' })],
      '2027-03-01',
      false,
    ],
  ])('%s', (_when, made, counted, today, may) => expect(mayBeMade(made, counted, today)).toBe(may));

  test.each([
    [12, 6, true],
    [12, 7, false],
    [12, 12, false],
  ])('of %i people while HR reads %i by now', (people, read, may) =>
    expect(mayBeShown({ people }, read)).toBe(may),
  );
});

describe('what HR reads of everybody together', () => {
  let office: Office;
  /** Eight of the team, and eight more. */
  const more = Array.from({ length: 8 }, (_, n) => somebody(30 + n));
  const all = [...team.slice(0, 8), ...more];
  beforeEach(async () => {
    office = await openOffice();
    await office.core.people.save(more.map((who) => imported(who)));
  });
  afterEach(() => office.stop());

  async function confirm(people: readonly Somebody[], answers = geodata, day = '2026-11-25') {
    for (const { account } of people) await office.matrices.keep(account, confirmedOf(answers, { day }));
  }
  const totals = () => office.taps(adviser, 'hr.totals');
  const none = 'Er zijn nu geen totalen';
  async function shares(people: readonly Somebody[]) {
    for (const { account } of people) {
      await office.matrices.share(account, { state: '2026-11-25', day: '2026-11-25' });
      await office.matrices.setReader(account, {
        manager: manager.account,
        day: '2026-11-25',
        shared: '2026-11-25',
      });
    }
  }

  test('comes at twelve, in bands, also of the whole', async () => {
    await confirm(all.slice(0, 11));
    expect(await totals()).toContain(none);
    await confirm(all.slice(0, 12));
    const shown = await totals();
    expect(shown.match(/"text":"10 tot en met 14"/g)).toHaveLength(2);
    expect(shown).toContain('minder dan 5');
    expect(shown).not.toMatch(/Persoon \d|"text":"\d+"/);
  });

  test('who leads a team does not count, nor who is of HR', async () => {
    await confirm([...all.slice(0, 11), manager]);
    await office.matrices.keep(adviser.account, confirmedOf(geodata, { team: 'oost' }));
    expect(await totals()).toContain(none);
  });

  test('nor whose matrix one of HR reads along as who leads their team, whoever of HR asks', async () => {
    await confirm(all.slice(0, 12));
    await office.core.people.change('oost', head.id, (now) => ({ ...now, access: ['hr'] }));
    await office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [head.upn] }));
    await office.matrices.setReader(all[0]?.account ?? '', { manager: head.account, day: '2026-11-25' });
    expect(await totals()).toContain(none);
    await confirm(all.slice(0, 13));
    expect(await totals()).not.toContain(none);
  });

  test('nor who shares: those HR reads', async () => {
    await confirm(all.slice(0, 16));
    await shares(all.slice(0, 5));
    expect(await totals()).toContain(none);
  });

  test('stays as it was made until six more changed and 90 days went by', async () => {
    await confirm(all.slice(0, 12));
    await totals();
    await confirm(all.slice(12, 16), geodata, '2026-12-01');
    await confirm(all.slice(0, 1), registering, '2026-12-01');
    office.clock.now = office.clock.now.add({ hours: 24 * 100 });
    expect(await totals()).toContain('25 november 2026');
    await confirm(all.slice(1, 2), registering, '2026-12-01');
    const shown = await totals();
    expect(shown).toContain('5 maart 2027');
    expect(shown).toContain('15 tot en met 19');
  });

  test('goes as soon as HR reads all of those in it but a few', async () => {
    await confirm(all.slice(0, 12));
    expect(await totals()).not.toContain(none);
    await shares(all.slice(0, 6));
    expect(await totals()).not.toContain(none);
    // However many others came since: they are not in it.
    await confirm(all.slice(12, 16));
    await shares(all.slice(6, 7));
    expect(await totals()).toContain(none);
  });
});
