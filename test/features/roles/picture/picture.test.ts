import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownTasks } from '../../../../src/features/roles/content/tasks.ts';
import { isDue, pictureOf } from '../../../../src/features/roles/picture/rules.ts';
import { type Somebody, team } from '../../../support/bot.ts';
import {
  amira,
  confirmedOf,
  director,
  elsewhere,
  head,
  manager,
  type Office,
  openOffice,
  second,
  WEST,
} from '../matrix/office.ts';

const six = (change: Parameters<typeof confirmedOf>[0][] = []) =>
  Array.from({ length: 6 }, (_, n) => confirmedOf(change[n]));
const madeOf = (matrices: ReturnType<typeof six>) => pictureOf(matrices, ownTasks, '2026-11-25');

describe('what six matrices tell together', () => {
  test('nothing, when there are five', () => expect(madeOf(six().slice(0, 5))).toBeUndefined());

  test('a task of one person, of nobody and of many', () => {
    const often = { 'mutatie-verwerken': 'do' } as const;
    const picture = madeOf(
      six([{ ...often, scripting: 'some' }, often, often, { coordinatie: 'do' }, { coordinatie: 'do' }]),
    );
    expect(picture?.one).toEqual(['scripting']);
    expect(picture?.many).toEqual(['mutatie-verwerken']);
    expect(picture?.none).toContain('knoop');
    expect([picture?.one, picture?.none, picture?.many].flat()).not.toContain('coordinatie');
  });

  test('a task hangs on who does it often and cannot be replaced, also where others do it now and then', () => {
    const matrices = six([{ scripting: 'do' }, { scripting: 'some' }]);
    expect(madeOf(matrices)?.one).toEqual([]);
    const [first] = matrices;
    if (first) first.alone = ['scripting'];
    expect(madeOf(matrices)?.one).toEqual(['scripting']);
  });

  // Else who reads all of those along but one tells from the task what that one does, while the picture as a whole is of enough people.
  test('nothing of a task that one of them was not asked about, or answered in other words', () => {
    const matrices = [...six(), confirmedOf()];
    const [first] = matrices;
    delete first?.answers.beeldherkenning;
    expect(madeOf(matrices)?.none).not.toContain('beeldherkenning');
    expect(madeOf(matrices)?.none).toContain('scripting');
    const other = ownTasks.map((task) =>
      task.id === 'scripting' ? { ...task, title: 'Iets anders' } : task,
    );
    const [, second] = matrices;
    if (second) second.tasks = other;
    expect(madeOf(matrices)?.none).not.toContain('scripting');
    expect(madeOf(matrices)?.none).toContain('knoop');
  });

  test('a registration of one person or of nobody, once all of them gave their time', () => {
    const timed = [...six(), confirmedOf()].map((one) => ({ ...one, shares: { BAG: 50 } }));
    const [first] = timed;
    if (first) Object.assign(first.shares, { WOZ: 20 });
    expect(madeOf(timed)).toMatchObject({ oneOn: ['WOZ'], noneOn: ['BGT', 'BRO', 'BRK'] });
    expect(madeOf([...timed.slice(1), confirmedOf()])).toMatchObject({ oneOn: [], noneOn: [] });
  });

  const last = { day: '2026-11-01' };
  test.each([
    ['no picture yet', undefined, [], '2026-11-02', true],
    ['two newly confirmed', last, ['2026-11-02', '2026-11-03'], '2026-12-20', false],
    ['three, but only 27 days', last, ['2026-11-02', '2026-11-02', '2026-11-03'], '2026-11-28', false],
    ['three and 28 days', last, ['2026-11-02', '2026-11-02', '2026-11-03'], '2026-11-29', true],
    ['three on the day itself', last, ['2026-11-01', '2026-11-01', '2026-11-01'], '2026-12-20', false],
  ])('%s', (_when, picture, days, today, due) => expect(isDue(picture, days, today)).toBe(due));
});

describe('the picture of a team', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.stop());

  /** So many of the team confirmed a matrix with who leads it. */
  async function confirm(people: number, from = 0, day = '2026-11-25') {
    for (const [n, { account }] of team.slice(from, from + people).entries())
      await office.matrices.keep(account, confirmedOf(n === 0 ? { scripting: 'do' } : {}, { day }));
  }

  const sees = (who: Somebody) => office.taps(who, 'teamtasks.show');
  const none = 'Er is nu geen beeld van jullie taken';
  /** The manager reads along with so many of the team. */
  async function readsAlong(people: number) {
    for (const { account } of team.slice(0, people))
      await office.matrices.setReader(account, { manager: manager.account, day: '2026-11-25' });
  }

  test('is not in what a typed request answers, since the chat keeps that', async () => {
    await confirm(7);
    const said = await office.says(manager, 'taken van het team');
    expect(said).toContain('teamtasks.show');
    expect(said).not.toContain('Scripts maken');
  });

  test('comes at six, and says of nobody what they do', async () => {
    await confirm(5);
    expect(await sees(manager)).toContain(none);
    await confirm(6);
    expect(await sees(amira)).toContain('Scripts maken');
    expect(await sees(manager)).toContain('Scripts maken');
  });

  test('is for the team and who leads it', async () => {
    await confirm(7);
    for (const who of [amira, manager]) {
      const shown = await sees(who);
      expect(shown).toContain('Hangt van één persoon af');
      expect(shown).toContain('Scripts maken');
      expect(shown).not.toMatch(/Persoon \d|"(?:5|6|7)"/);
    }
  });

  test('a manager who reads along with seven of eight cannot work out the eighth from it; of all, or of none, it is shown', async () => {
    await confirm(8);
    expect(await sees(manager)).toContain('Scripts maken');
    for (const people of [3, 7]) {
      await readsAlong(people);
      const shown = await sees(manager);
      expect(shown).toContain('Je leest de meeste takenmatrices zelf.');
      expect(shown).not.toContain('Scripts maken');
    }
    await readsAlong(8);
    expect(await sees(manager)).toContain('Scripts maken');
  });

  test('is not shown while fewer than six are left', async () => {
    await confirm(7);
    expect(await sees(manager)).toContain('Scripts maken');
    for (const { id } of team.slice(1, 3))
      await office.core.people.change(WEST, id, (now) => ({ ...now, removed: '2026-11-26' }));
    expect(await sees(manager)).toContain(none);
  });

  test('who leads the team does not count as one of the six', async () => {
    await confirm(5);
    await office.matrices.keep(manager.account, confirmedOf());
    expect(await sees(manager)).toContain(none);
  });

  test('nobody else sees it: no other manager, no head and no director', async () => {
    await confirm(6);
    for (const who of [elsewhere, head, director]) {
      expect(await sees(who)).not.toContain('Scripts maken');
      expect(await office.taps(who, 'teamtasks.show', { team: WEST })).not.toContain('Scripts maken');
    }
  });

  test('stays as it was made until three more confirmed and four weeks went by', async () => {
    await confirm(6);
    await sees(manager);
    await office.matrices.keep(amira.account, confirmedOf({ knoop: 'do' }, { day: '2026-11-26' }));
    office.clock.now = office.clock.now.add({ hours: 24 * 40 });
    expect(await sees(manager)).toContain('25 november 2026');
    await confirm(2, 6, '2026-12-01');
    expect(await sees(manager)).toContain('4 januari 2027');
  });

  test('what was confirmed in another team counts in that team alone, also when who confirmed it moved here', async () => {
    await confirm(5);
    const [, , , , , sixth] = team;
    if (!sixth) throw new Error('nobody there');
    for (const elsewhere of ['oost', undefined]) {
      await office.matrices.keep(sixth.account, confirmedOf({}, { team: elsewhere }));
      expect(await sees(manager)).toContain(none);
    }
  });

  test('somebody in two teams counts once, where their account leads', async () => {
    await confirm(6);
    const row = await office.core.people.find(amira.account);
    if (!row) throw new Error('nobody there');
    await office.core.people.save([{ ...row, team: 'oost' }]);
    expect(await sees(manager)).toContain(none);
  });

  test('who leads several teams chooses', async () => {
    await confirm(6);
    await office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [second.upn] }));
    expect(await sees(second)).toContain('Van welk team?');
    expect(await office.taps(second, 'teamtasks.open', { team: WEST })).toContain('Scripts maken');
    expect(await office.taps(second, 'teamtasks.open', { team: 'niets' })).toContain('Kies een team.');
  });
});
