import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownTasks, type RoleTask } from '../../../../src/features/roles/content/tasks.ts';
import { totalsOf } from '../../../../src/features/roles/hr/rules.ts';
import { indicationOf } from '../../../../src/features/roles/indication/rules.ts';
import type { Confirmed } from '../../../../src/features/roles/matrix/matrix.ts';
import { pictureOf } from '../../../../src/features/roles/picture/rules.ts';
import { jsonField } from '../../../../src/storage/field.ts';
import { adviser, amira, manager, type Office, openOffice } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const draftOf = () => office.matrices.draft(amira.account);
const shows = (verb = 'matrix.show') => office.taps(amira, verb);
/** An administrator changes the task "Scripts maken", and a minute later the cards have it. */
async function changeList(change: Partial<Omit<RoleTask, 'id'>> = { title: 'Printers vullen' }) {
  const { id, ...task } = ownTasks.find((one) => one.id === 'scripting') as RoleTask;
  await office.taskList.save(new Map([[id, { task: { ...task, ...change } }]]));
  office.clock.now = office.clock.now.add({ minutes: 2 });
}
async function fillsIn() {
  await office.begins(amira);
  await office.fills(amira, amira, { scripting: 'do' });
}
async function bothConfirm() {
  await office.confirms(amira, amira);
  await office.confirms(manager, amira);
}
/** What the button "Klopt" of a card carries. */
const buttonOf = (card: string) => JSON.parse(`{${card.match(/"seen":\d+,"list":"[^"]+"/)?.[0]}}`);

describe('what both confirmed keeps the list that it was confirmed with', () => {
  test('its card reads as it did, and says that the list changed since', async () => {
    await fillsIn();
    await bothConfirm();
    const before = await shows();
    expect(before).toContain('Scripts maken');
    expect(before).not.toContain('Daarna wijzigde');
    await changeList();
    const after = await shows();
    expect(after).toContain('Scripts maken');
    expect(after).not.toContain('Printers vullen');
    expect(after).toContain('Daarna wijzigde de lijst met taken: met “Pas aan” vul je die opnieuw in.');
    expect(await office.begins(amira)).toContain('Printers vullen');
    // The same answers, to the words of today: there is something to confirm.
    await office.fills(amira, amira, { scripting: 'do' });
    expect(await shows()).toContain('Printers vullen');
  });

  test('the indication stays too, also the one that HR reads', async () => {
    await fillsIn();
    await bothConfirm();
    const { at: seen } = (await office.matrices.confirmed(amira.account)) ?? {};
    await office.taps(amira, 'hr.agree', { seen });
    await office.taps(manager, 'hr.agree', { person: amira.account, seen });
    const [mine, ofHr] = [
      await shows('indication.show'),
      await office.taps(adviser, 'hr.open', { person: amira.account }),
    ];
    expect(ofHr).toContain('Geodata-engineer');
    await changeList({ weights: { Objectregistrator: 2 }, short: false });
    expect(await shows('indication.show')).toBe(mine);
    expect(await office.taps(adviser, 'hr.open', { person: amira.account })).toBe(ofHr);
  });

  test('what was kept without a list is read with the list of today', async () => {
    await fillsIn();
    await bothConfirm();
    const { tasks, ...old } = (await office.matrices.confirmed(amira.account)) as Confirmed;
    expect(tasks?.map(({ id }) => id)).toContain('scripting');
    await office.matrices.keep(amira.account, old);
    await changeList();
    const shown = await shows();
    expect(shown).toContain('Printers vullen');
    expect(shown).not.toContain('Daarna wijzigde');
  });

  test('a list that is as long as it may be fits in a row', () => {
    const most = Array.from({ length: 40 }, (_, n) => ({
      id: `${n}`.padStart(40, 'x'),
      title: 'é'.repeat(60),
      explained: '“'.repeat(120),
      weights: ownTasks[3]?.weights,
      short: false,
    }));
    expect(jsonField(most)).toBeTypeOf('string');
  });
});

describe('a list that changes between two confirmations', () => {
  test('a card of before confirms nothing, and the new list is shown', async () => {
    await fillsIn();
    const card = buttonOf(await shows());
    await changeList();
    const answer = await office.taps(amira, 'matrix.confirm', card);
    expect(answer).toContain('De lijst met taken is net gewijzigd. Kijk of dit klopt en bevestig het dan.');
    expect(answer).toContain('Printers vullen');
    expect((await draftOf())?.employee).toBeUndefined();
    await office.taps(amira, 'matrix.confirm', buttonOf(answer));
    expect(await draftOf()).toMatchObject({ employee: 2 });
  });

  test('the second is told, and both confirm the new one', async () => {
    await fillsIn();
    await office.confirms(amira, amira);
    const ofManager = { person: amira.account };
    const card = buttonOf(await office.taps(manager, 'matrix.show', ofManager));
    await changeList();
    expect(await shows()).toContain('Na jouw “Klopt” is de lijst met taken gewijzigd.');
    const told = await office.taps(manager, 'matrix.confirm', { ...ofManager, ...card });
    expect(told).toContain('De lijst met taken is net gewijzigd.');
    expect(await office.matrices.confirmed(amira.account)).toBeUndefined();
    await office.taps(manager, 'matrix.confirm', { ...ofManager, ...buttonOf(told) });
    expect(await office.matrices.confirmed(amira.account)).toBeUndefined();
    const mine = await shows();
    expect(mine).toContain('Na jouw “Klopt” is de lijst met taken gewijzigd.');
    await office.taps(amira, 'matrix.confirm', buttonOf(mine));
    const { tasks = [] } = (await office.matrices.confirmed(amira.account)) ?? {};
    expect(tasks.map(({ title }) => title)).toContain('Printers vullen');
  });

  test('what is saved after it is kept, and not asked for again and again', async () => {
    await fillsIn();
    await office.confirms(amira, amira);
    await changeList();
    const [, seen] = (await shows('matrix.time')).match(/"seen":(\d+)/) ?? [];
    expect(await office.taps(amira, 'matrix.save-time', { seen: Number(seen), job: 'Meter' })).toContain(
      'Bewaard.',
    );
    expect((await draftOf())?.job).toBe('Meter');
  });
});

describe('what is told of many', () => {
  const [task, ...others] = ownTasks as [RoleTask, ...RoleTask[]];
  const one = (tasks?: readonly RoleTask[]): Confirmed => ({
    length: 'full',
    answers: { [task.id]: 'do' },
    alone: [],
    shares: {},
    job: '',
    appointment: '',
    day: '2026-11-20',
    tasks,
  });
  const today = [{ ...task, title: 'Iets anders', weights: { Objectregisseur: 2 as const } }, ...others];

  test('an answer to other words does not count in the picture of a team', () => {
    const six = (tasks?: readonly RoleTask[]) => Array.from({ length: 6 }, () => one(tasks));
    expect(pictureOf(six(ownTasks), ownTasks, '2026-11-25')?.many).toEqual([task.id]);
    expect(pictureOf(six(ownTasks), today, '2026-11-25')?.many).toEqual([]);
    expect(pictureOf(six(), today, '2026-11-25')?.many).toEqual([task.id]);
    expect(totalsOf(six(ownTasks), today, '2026-11-25').near).toMatchObject({ Objectregistrator: 5 });
  });

  test('a sum is made with the weights of then', () => {
    expect(indicationOf(one(ownTasks), today)).toEqual(indicationOf(one(), ownTasks));
    expect(indicationOf(one(), today).near).toEqual(['Objectregisseur']);
  });
});
