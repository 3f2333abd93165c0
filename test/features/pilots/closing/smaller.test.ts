import { afterEach, expect, test } from 'vitest';
import { type Somebody, team } from '../../../support/bot.ts';
import { type Course, gijs, PILOT, startCourse } from '../course.ts';

const mates = team.slice(0, 8) as Somebody[];
const scores = { clear: '4', time: '2', help: '3', together: '3', lasting: '5', open: '' };
let course: Course;
afterEach(() => course.stop());

/** What came of the evaluation when all but the last filled it in, or also that one, and the pilot became smaller by `shrink`. */
async function result(lastAnswers: boolean, shrink: () => Promise<unknown>): Promise<unknown> {
  course = await startCourse({}, mates);
  for (const [n, who] of mates.entries())
    if (n < 7 || lastAnswers) await course.tapsAlone(who, 'pilot.save-evaluation', scores);
  await shrink();
  await course.tapsAlone(gijs, 'pilot.close', { proud: 'Het liep', line: 'Tijd', whole: 'ja' });
  return (await course.stored()).outcome?.evaluation;
}

const takeOut = () =>
  course.tapsAlone(gijs, 'pilot.save-members', {
    members: [0, 1, 2, 3, 4, 7].map((n) => mates[n]?.account).join(','),
  });
const leadThemselves = async () => {
  for (const n of [5, 6]) await course.core.pilots.setRole(PILOT, mates[n]?.account ?? '', 'member', 'lead');
};
/** The row of somebody whom who owns their team in Teams took out of it. */
const goneByRoster = { removed: '2026-11-24', source: 'teams', placed: true } as const;
const takeOutInTeams = async () => {
  for (const n of [5, 6])
    await course.core.people.change('objecten-west', mates[n]?.id ?? '', (now) => ({
      ...now,
      ...goneByRoster,
    }));
};
const outOfTheFile = async () => {
  for (const n of [5, 6])
    await course.core.people.change('objecten-west', mates[n]?.id ?? '', (now) => ({
      ...now,
      removed: '2026-11-24',
    }));
};
const leave = async () => {
  for (const n of [5, 6]) await course.tapsAlone(mates[n] as Somebody, 'pilot.left');
};

test.each([
  ['takes two out', takeOut],
  ['lets two lead it too', leadThemselves],
  ['sees two leave', leave],
  ['takes two out of their team in Teams', takeOutInTeams],
  ['sees two go from the municipality', outOfTheFile],
] as const)(
  'who leads a pilot and %s before closing learns of nobody who is left whether they answered',
  async (_, shrink) => {
    const results: unknown[] = [];
    for (const lastAnswers of [true, false]) {
      results.push(await result(lastAnswers, shrink));
      if (lastAnswers) await course.stop();
    }
    expect(results).toEqual([undefined, undefined]);
  },
);

test('a pilot of six that was never larger has its result, and one that stays larger as well', async () => {
  expect(await result(true, async () => {})).toMatchObject({ count: '6–9' });
  await course.stop();
  expect(
    await result(true, () =>
      course.tapsAlone(gijs, 'pilot.save-members', {
        members: mates
          .slice(0, 7)
          .map(({ account }) => account)
          .join(','),
      }),
    ),
  ).toMatchObject({ count: '6–9' });
});
