import { afterEach, expect, test } from 'vitest';
import { amira, bram, type Course, gijs, startCourse, wordsOf } from '../course.ts';

let course: Course;
afterEach(() => course.stop());

test('a finished retro that is brought up to date names nobody in the channel beside what is late', async () => {
  course = await startCourse();
  await course.taps(gijs, 'retro.start', { template: 'went', form: 'short' });
  const rows = (await course.rows('retros')).retros ?? [];
  const board = rows.find(({ row }) => row.startsWith('b|'))?.row.split('|')[1] ?? '';
  await course.taps(amira, 'retro.add', { board, column: 'good', text: 'Overdracht' });
  await course.taps(gijs, 'retro.agree', {
    board,
    action1: 'Lijst maken',
    owner1: bram.account,
    due1: '2026-11-27',
    action2: 'Server bellen',
    owner2: 'nobody',
    due2: '2026-12-20',
  });
  expect(wordsOf(await course.renewed(6))).toContain('Persoon 2 · uiterlijk 27 november 2026');
  course.clock.now = course.clock.now.add({ hours: 24 * 7 });
  await course.taps(amira, 'action.take', { action: `${board}-2` });
  const words = wordsOf(await course.renewed(10));
  expect(words).toContain('had klaar moeten zijn op 27 november 2026');
  expect(words).not.toContain('Persoon 2');
  expect(words).toContain('Persoon 1 · uiterlijk 20 december 2026');
  // Whoever opens the board in the channel reads the same; in an own chat the name is there.
  expect(await course.taps(amira, 'retro.board', { board })).not.toContain('Persoon 2');
  expect(await course.tapsAlone(amira, 'retro.board', { board })).toContain(
    'Persoon 2 · had klaar moeten zijn op 27 november 2026',
  );
});
