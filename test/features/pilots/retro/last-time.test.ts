import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromLastTime } from '../../../../src/features/pilots/retro/last-time.ts';
import { amira, bram, type Course, cem, gijs, outsider, PILOT, startCourse, wordsOf } from '../course.ts';

const BOARD = 'R-2026-11-25-001';
const of = { board: BOARD };
let town: Course;
beforeEach(async () => {
  town = await startCourse();
  const { pilotActions } = town.core;
  const lastTime = { source: 'retro', day: '2026-11-11' } as const;
  await pilotActions.add(PILOT, {
    id: 'R-1-1',
    text: 'Lijst maken',
    due: '2026-12-02',
    owner: amira.account,
    ...lastTime,
  });
  await pilotActions.add(PILOT, {
    id: 'R-1-2',
    text: 'Rooster delen',
    due: '2026-11-20',
    owner: bram.account,
    ...lastTime,
  });
  await pilotActions.add(PILOT, { id: 'R-1-3', text: 'Sleutel halen', doneOn: '2026-11-18', ...lastTime });
  await pilotActions.add(PILOT, {
    id: 'A-1',
    text: 'Leverancier bellen',
    source: 'standup',
    day: '2026-11-23',
  });
  await pilotActions.add(PILOT, {
    id: 'A-2',
    text: 'Oud werk',
    source: 'standup',
    day: '2026-11-02',
    doneOn: '2026-11-03',
  });
});
afterEach(() => town.stop());
const taps = (who: typeof amira, verb: string, data: object = {}) => town.taps(who, verb, { ...of, ...data });
const done = async (id: string) =>
  (await town.core.pilotActions.of(PILOT)).find((todo) => todo.id === id)?.doneOn;

describe('what was agreed last time', () => {
  test('stands on top of the board when a retro begins, done or not', async () => {
    await town.taps(gijs, 'retro.start');
    const posted = wordsOf(town.posted());
    for (const text of [
      'Eerst: wat spraken jullie vorige keer af?',
      'Lijst maken',
      'Rooster delen',
      'Sleutel halen',
      'Leverancier bellen',
    ])
      expect(posted).toContain(text);
    expect(posted).not.toContain('Oud werk');
    expect(posted).toContain(`${amira.name} · uiterlijk`);
    // In the channel no name stands beside what is late.
    expect(posted).toContain('had klaar moeten zijn op');
    expect(posted).not.toContain(bram.name);
    expect(posted.indexOf('Rooster delen')).toBeLessThan(posted.indexOf('Sleutel halen'));
  });

  test('is called done with one tap, by two at once too, and that is taken back', async () => {
    await town.taps(gijs, 'retro.start');
    expect(await taps(cem, 'retro.board')).toContain('Open acties (3)');
    const answers = await Promise.all(
      [amira, cem].map((who) => taps(who, 'retro.done', { action: 'R-1-1' })),
    );
    for (const words of answers) expect(words).toContain('Die actie is gedaan.');
    expect(await done('R-1-1')).toBe('2026-11-25');
    expect(await taps(cem, 'retro.board')).toContain('Open acties (2)');
    expect(await taps(amira, 'retro.not-done', { action: 'R-1-1' })).toContain('De actie staat weer open.');
    expect(await done('R-1-1')).toBeUndefined();
    expect(await taps(amira, 'retro.done', { action: 'nowhere' })).toContain('Die actie is er niet meer.');
  });

  test('is for who takes part alone', async () => {
    await town.taps(gijs, 'retro.start');
    expect(await taps(outsider, 'retro.last-time')).not.toContain('Lijst maken');
    expect(await taps(outsider, 'retro.done', { action: 'R-1-1' })).toContain('Deze pilot ken ik niet');
    expect(await done('R-1-1')).toBeUndefined();
  });

  test('leaves the board once writing is over: then it is about what was written', async () => {
    await town.taps(gijs, 'retro.start');
    await taps(amira, 'retro.add', { text: 'Een', column: 'good' });
    await taps(gijs, 'retro.next', { from: 'writing' });
    expect(wordsOf(await town.renewed(10))).not.toContain('Lijst maken');
  });
});

test('of retros the last one counts, and of the rest what is open', () => {
  const todo = (id: string, source: 'retro' | 'standup', day: string, doneOn?: string) => ({
    id,
    text: id,
    source,
    day,
    doneOn,
  });
  const list = [
    todo('older, done', 'retro', '2026-10-01', '2026-10-05'),
    todo('older, open', 'retro', '2026-10-01'),
    todo('last, done', 'retro', '2026-11-01', '2026-11-05'),
    todo('other, done', 'standup', '2026-11-01', '2026-11-05'),
  ];
  expect(fromLastTime(list).map(({ id }) => id)).toEqual(['older, open', 'last, done']);
  expect(fromLastTime([])).toEqual([]);
});
