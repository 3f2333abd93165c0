import { courseFieldIds } from '../../../src/features/plan/content/course.ts';
import { agreementFieldIds } from '../../../src/features/plan/content/securing.ts';
import { goalIds, longest as longestCourse } from '../../../src/features/plan/course/course.ts';
import { plan } from '../../../src/features/plan/index.ts';
import { longest as longestSecuring } from '../../../src/features/plan/securing/securing.ts';
import { longest } from '../../../src/features/plan/steps/plan.ts';
import { steps } from '../../../src/people/steps.ts';
import { account, type Town } from '../../support/town.ts';
import { textOf, upTo } from './words.ts';

/** A plan, a course, agreements and a board as long as they may be. */
export async function bringPlan({ core }: Town): Promise<void> {
  const { plan: store, course, securing } = core.opened(plan);
  for (const { step } of steps)
    await store.change(
      step,
      0,
      {
        step: { from: '2026-11-01', until: '2026-12-31', notes: textOf('Notitie', longest.notes) },
        holder: account(step),
        supporters: upTo(10).map((n) => account(n + 10)),
        closed: step < 3 ? '2026-11-20' : undefined,
      },
      '2026-11-20',
    );
  await course.change(0, (now) => ({
    ...now,
    texts: Object.fromEntries(courseFieldIds.map((id) => [id, textOf(id, longestCourse.text)])),
    goals: goalIds.slice(0, 4).map((id) => ({
      id,
      text: textOf('Doel', longestCourse.goal),
      measure: '',
      until: '',
      checks: [],
    })),
  }));
  await securing.change(
    0,
    (now) => ({
      ...now,
      texts: Object.fromEntries(agreementFieldIds.map((id) => [id, textOf(id, longestSecuring.agreement)])),
    }),
    [['proces-BAG', account(1)]],
    '2026-11-20',
  );
  for (const n of upTo(20))
    await securing.addPoint(
      {
        id: `V-${`${n}`.padStart(8, '0')}`,
        version: 1,
        text: textOf(`Punt ${n}`, longestSecuring.point),
        source: 'retro',
        table: 'mt',
        step: 8,
        since: '2026-10-01',
        due: '',
        done: n % 5 === 0 ? '2026-11-20' : undefined,
      },
      account(n),
    );
}
