import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultQuestions } from '../../../../src/features/pilots/pilot/pilot.ts';
import { amira, bram, type Course, gijs, mates, outsider, startCourse } from '../course.ts';

const day = '2026-11-25';
let course: Course;
beforeEach(async () => {
  const standup = { days: ['wo' as const], from: '09:00', until: '16:00', questions: defaultQuestions };
  course = await startCourse({ standup });
  await course.tapsAlone(amira, 'standup.save', {
    day,
    answer1: 'De kaart van Zuid',
    answer2: '',
    answer3: '',
  });
});
afterEach(() => course.stop());

const leaves = () => course.tapsAlone(amira, 'pilot.left');
const isTakenOut = () =>
  course.tapsAlone(gijs, 'pilot.save-members', {
    members: mates
      .filter((one) => one !== amira)
      .map(({ account }) => account)
      .join(','),
  });
const read = () => course.tapsAlone(bram, 'standup.read', { day, from: 0 });

test.each([
  ['leaves', leaves],
  ['is taken out', isTakenOut],
])(
  'who %s takes back what they shared while the stand-up is open, and reads nothing of others',
  async (_, goes) => {
    await course.tapsAlone(bram, 'standup.save', { day, answer1: 'Bellen', answer2: '', answer3: '' });
    await goes();
    expect(await read()).toContain('De kaart van Zuid');
    const answer = await course.tapsAlone(amira, 'standup.take-back', { day });
    expect(answer).toContain('Je antwoorden zijn weg');
    expect(answer).not.toContain('Bellen');
    expect(await read()).not.toContain('De kaart van Zuid');
    expect(await course.tapsAlone(amira, 'standup.take-back', { day })).toContain('Deze pilot ken ik niet');
  },
);

test('somebody who was never in it takes nothing back', async () => {
  expect(await course.tapsAlone(outsider, 'standup.take-back', { day })).toContain('Deze pilot ken ik niet');
  expect(await read()).toContain('De kaart van Zuid');
});
