import { Temporal } from 'temporal-polyfill';
import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { chatWith, isPresent, oncePerAccount } from '../../../people/person.ts';
import type { Matrix } from './matrix.ts';
import { hasConfirmed } from './rules.ts';
import type { MatrixStore } from './store.ts';

/** Local times between which somebody is reminded. */
const HOURS = ['10:00', '16:00'] as const;
/** So many days after it was begun, a matrix is half-way for a month. */
const AFTER_DAYS = 30;

/** Tells of nothing that stands in the matrix, nor of who confirmed: the chat keeps it. */
export const reminderCard: Message = noticeCard({
  kind: 'roles',
  text: 'Je takenmatrix staat nog open.',
  title: 'Je takenmatrix staat nog open',
  body: 'Jullie begonnen er een maand geleden aan. Wil je verder? Deze herinnering krijg je één keer.',
  actions: [
    { verb: 'matrix.show', title: 'Ga verder', data: {}, style: 'positive' },
    { verb: 'matrix.later', title: 'Nu niet', data: {} },
  ],
});

/** True for a matrix that was begun a month ago, that its employee did not confirm, and of which nobody was reminded. */
export function isOverdue(matrix: Matrix, day: Temporal.PlainDate): boolean {
  if (matrix.reminded !== undefined || hasConfirmed(matrix, 'employee')) return false;
  return (
    Temporal.PlainDate.compare(Temporal.PlainDate.from(matrix.begun).add({ days: AFTER_DAYS }), day) <= 0
  );
}

/** Reminds once of a matrix that is half-way after a month, on a day on which its employee works: nobody else hears of it. */
export function matrixReminder(matrices: Pick<MatrixStore, 'drafts' | 'change'>): Job {
  return {
    name: 'matrix-reminder',
    when: { hours: HOURS, workdays: true },
    run: async ({ now, settings, everybody, send, markBlocked }) => {
      const day = today(now);
      const due = (await matrices.drafts()).filter(({ matrix }) => isOverdue(matrix, day));
      if (due.length === 0) return;
      const closures = new Set((await settings()).municipality.closures);
      const people = oncePerAccount((await everybody()).filter(isPresent));
      const byAccount = new Map(people.map((person) => [person.directoryId, person]));
      await forEach(due, async ({ id }) => {
        const person = byAccount.get(id);
        const address = person && chatWith(person);
        if (!person || !address || !worksOn(person, day, closures)) return;
        // Of several instances the one that writes the day is the one that sends.
        let mine = false;
        await matrices.change(id, (matrix) => {
          mine = isOverdue(matrix, day);
          return mine ? { ...matrix, reminded: day.toString() } : matrix;
        });
        if (!mine) return;
        const outcome = await send(address, reminderCard);
        if (outcome.kind === 'gone') await markBlocked(person);
        if (mayWorkLater(outcome)) await matrices.change(id, ({ reminded: _day, ...matrix }) => matrix);
      });
    },
  };
}
