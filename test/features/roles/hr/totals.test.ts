import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownTasks } from '../../../../src/features/roles/content/tasks.ts';
import { totalsOf, wouldTell } from '../../../../src/features/roles/hr/rules.ts';
import type { Often } from '../../../../src/features/roles/matrix/matrix.ts';
import { team } from '../../../support/bot.ts';
import { adviser, confirmedOf, manager, type Office, openOffice } from '../matrix/office.ts';

const geodata: Record<string, Often> = { scripting: 'do', koppelingen: 'do' };
const registering: Record<string, Often> = { 'mutatie-verwerken': 'do', geometrie: 'do' };
const matrices = (people: number, answers: Record<string, Often>) =>
  Array.from({ length: people }, () => confirmedOf(answers));

describe('the totals of roles', () => {
  test('there are none of five', () =>
    expect(totalsOf(matrices(5, geodata), ownTasks, '2026-11-25')).toBeUndefined());

  test('hold a number from six, and none that is smaller', () =>
    expect(totalsOf([...matrices(6, geodata), ...matrices(5, registering)], ownTasks, '2026-11-25')).toEqual({
      day: '2026-11-25',
      near: { 'Geodata-engineer': 6 },
    }));

  test.each([
    [12, 0, false],
    [12, 6, false],
    [12, 7, true],
    [12, 11, true],
    [12, 12, false],
    [5, 0, true],
  ])('of %i who count, %i share: it %s tell of the others', (counted, shared, tells) =>
    expect(wouldTell(counted, shared)).toBe(tells),
  );
});

describe('what HR reads of everybody together', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.stop());

  async function confirm(people: number, answers: Record<string, Often>, from = 0, day = '2026-11-25') {
    for (const { account } of team.slice(from, from + people))
      await office.matrices.keep(account, confirmedOf(answers, { day }));
  }
  const totals = () => office.taps(adviser, 'hr.totals');
  const none = 'Er zijn nu geen totalen';

  test('comes at six, in numbers from six', async () => {
    await confirm(5, geodata);
    expect(await totals()).toContain(none);
    await confirm(6, geodata);
    const shown = await totals();
    expect(shown).toContain('minder dan 6');
    expect(shown).toContain('"text":"6"');
    expect(shown).not.toMatch(/Persoon \d/);
  });

  test('who leads a team does not count', async () => {
    await confirm(5, geodata);
    await office.matrices.keep(manager.account, confirmedOf(geodata));
    expect(await totals()).toContain(none);
  });

  test('stays as it was made until three more confirmed and four weeks went by', async () => {
    await confirm(6, geodata);
    await totals();
    await confirm(2, geodata, 6, '2026-11-26');
    office.clock.now = office.clock.now.add({ hours: 24 * 40 });
    expect(await totals()).toContain('25 november 2026');
    await confirm(1, geodata, 0, '2026-12-01');
    const shown = await totals();
    expect(shown).toContain('4 januari 2027');
    expect(shown).toContain('"text":"8"');
  });

  test('goes while it would tell what the few filled in who do not share', async () => {
    await confirm(7, geodata);
    expect(await totals()).not.toContain(none);
    const shares = async (who: { account: string }) => {
      await office.matrices.share(who.account, { state: '2026-11-25', day: '2026-11-25' });
      await office.matrices.setReader(who.account, {
        manager: manager.account,
        day: '2026-11-25',
        shared: '2026-11-25',
      });
    };
    for (const who of team.slice(0, 2)) await shares(who);
    expect(await totals()).toContain(none);
    for (const who of team.slice(2, 7)) await shares(who);
    expect(await totals()).not.toContain(none);
  });
});
