import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Todo } from '../../../src/features/pilots/actions/store.ts';
import { pilotActionsTable } from '../../../src/features/pilots/actions/tables.ts';
import { key } from '../../../src/storage/index.ts';
import { amira, bram, type Course, cem, gijs, outsider, PILOT, startCourse } from './course.ts';

const OPEN = { id: 'A-1', text: 'Tweede mutatie kiezen', source: 'retro', day: '2026-11-24' } as const;
let town: Course;
beforeEach(async () => {
  town = await startCourse();
  await town.core.pilotActions.add(PILOT, OPEN);
});
afterEach(() => town.stop());

const of = { action: OPEN.id };
const theAction = async (): Promise<Todo | undefined> =>
  (await town.core.pilotActions.of(PILOT)).find(({ id }) => id === OPEN.id);

describe('an action that is nobody’s', () => {
  test.each([
    ['the card of the pilot', () => town.tapsAlone(amira, 'pilot.show')],
    ['the card of the pilot in the channel', () => town.taps(amira, 'pilot.show')],
    ['the list of actions', () => town.tapsAlone(amira, 'pilot.actions')],
    ['acties', () => town.says(amira, 'acties')],
    ['actie', () => town.says(amira, 'actie')],
    ['actie oppakken', () => town.says(amira, 'actie oppakken')],
  ])('can be taken on, and given to somebody: from %s', async (_where, words) => {
    const shown = await words();
    expect(shown).toContain('nog niet opgepakt');
    expect(shown).toContain('Pak ik op');
    expect(shown).toContain('Wijzig wie of wanneer');
  });

  test('is taken on from a pilot that was closed', async () => {
    await town.core.pilots.change(PILOT, (now) => ({ ...now, closedOn: '2026-11-24' }));
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain('Pak ik op');
    expect(await town.says(amira, 'acties')).toContain('Pak ik op');
    expect(await town.tapsAlone(amira, 'action.take', of)).toContain('Jij pakt het op');
    expect((await theAction())?.owner).toBe(amira.account);
    expect(await town.says(amira, 'mijn acties')).toContain(OPEN.text);
  });

  test('is taken on from what a retro looks back on, and from what it agreed', async () => {
    await town.taps(gijs, 'retro.start', { form: 'short' });
    const board = 'R-2026-11-25-001';
    expect(await town.taps(amira, 'retro.last-time', { board })).toContain('Pak ik op');
    expect(await town.taps(amira, 'retro.take', { board, ...of })).toContain('Jij pakt het op.');
    expect((await theAction())?.owner).toBe(amira.account);
    const agreed = await town.taps(gijs, 'retro.agree', {
      board,
      action1: 'Lijst maken',
      owner1: 'nobody',
    });
    expect(agreed).toContain('Pak ik op');
    await town.taps(bram, 'action.take', { action: `${board}-1` });
    const [, renewed] = [await town.renewed(6), await town.taps(cem, 'retro.board', { board })];
    expect(renewed).toContain(bram.name);
    expect(renewed).not.toContain('Pak ik op');
  });

  test('taken on by two at once is of one of them, and the other reads whose', async () => {
    const answers = await Promise.all([amira, bram, cem].map((who) => town.taps(who, 'action.take', of)));
    expect(answers.filter((words) => words.includes('Jij pakt het op'))).toHaveLength(1);
    expect(answers.filter((words) => words.includes('Een collega was net eerder'))).toHaveLength(2);
    const owned = await Promise.all(
      [amira, bram, cem].map((who) => town.core.pilotActions.ownedIn(who.account)),
    );
    expect(owned.flat()).toEqual([PILOT]);
  });

  test('that is done is not looked up any more, and is again once it is open or was done lately', async () => {
    const { ownedIn, change } = town.core.pilotActions;
    await town.taps(amira, 'action.take', of);
    expect(await ownedIn(amira.account)).toEqual([PILOT]);
    await change(PILOT, OPEN.id, (now) => ({ ...now, doneOn: '2026-11-25' }));
    expect(await ownedIn(amira.account)).toEqual([]);
    expect(await ownedIn(amira.account, '2026-11-25')).toEqual([PILOT]);
    expect(await ownedIn(amira.account, '2026-11-26')).toEqual([]);
    await change(PILOT, OPEN.id, (now) => ({ ...now, doneOn: undefined }));
    expect(await ownedIn(amira.account)).toEqual([PILOT]);
  });

  test('that is called done comes back to nobody who erased themselves', async () => {
    await town.taps(amira, 'action.take', of);
    await town.core.storage
      .table(pilotActionsTable)
      .remove(key(town.core.tenant, PILOT), key('o', amira.account, OPEN.id));
    await town.core.pilotActions.change(PILOT, OPEN.id, (now) => ({ ...now, doneOn: '2026-11-25' }));
    expect(await theAction()).toMatchObject({ doneOn: '2026-11-25', owner: undefined });
  });

  test('is given to a colleague with a day, who hears of it; without a day it stays open', async () => {
    expect(await town.tapsAlone(gijs, 'action.give', of)).toContain('Wie pakt dit op');
    expect(await town.tapsAlone(gijs, 'action.save-give', { ...of, owner: bram.account, due: '' })).toContain(
      'Bewaard.',
    );
    const { owner, due, told } = (await theAction()) ?? {};
    expect([owner, due, told]).toEqual([bram.account, undefined, undefined]);
    await town.tapsAlone(gijs, 'action.save-give', { ...of, owner: cem.account, due: '2026-12-01' });
    expect(await theAction()).toMatchObject({ owner: cem.account, due: '2026-12-01' });
    expect(await town.core.pilotActions.ownedIn(bram.account)).toEqual([]);
  });

  test.each([
    [{ owner: '', due: '' }, 'Kies wie dit oppakt.'],
    [{ owner: outsider.account, due: '' }, 'Kies wie dit oppakt.'],
    [{ owner: bram.account, due: '2026-11-24' }, 'Kies een dag vanaf vandaag.'],
    [{ owner: bram.account, due: 'morgen' }, 'Kies een dag vanaf vandaag.'],
    [{ owner: bram.account, due: '2036-11-24' }, 'Klopt het jaartal?'],
  ])('is not given with %j', async (sent, problem) => {
    expect(await town.tapsAlone(gijs, 'action.save-give', { ...of, ...sent })).toContain(problem);
    expect((await theAction())?.owner).toBeUndefined();
  });

  test('is not for somebody from outside, and not once it was done', async () => {
    for (const verb of ['action.take', 'action.give', 'action.save-give', 'pilot.actions'])
      expect(await town.tapsAlone(outsider, verb, of)).toContain('Deze pilot ken ik niet');
    await town.tapsAlone(amira, 'pilot.done', of);
    expect(await town.tapsAlone(amira, 'action.take', of)).toContain('Die actie staat niet meer open');
    expect((await theAction())?.owner).toBeUndefined();
  });

  test('in the channel no name stands beside what is late', async () => {
    await town.core.pilotActions.add(PILOT, {
      ...OPEN,
      id: 'A-2',
      text: 'Te laat',
      due: '2026-11-20',
      owner: bram.account,
    });
    expect(await town.taps(amira, 'pilot.actions')).not.toContain(bram.name);
    expect(await town.tapsAlone(amira, 'pilot.actions')).toContain(bram.name);
  });
});
