import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { chatWith, isPresent, oncePerAccount } from '../../../people/person.ts';
import { reminderCard } from './cards.ts';
import { reminderDue } from './rules.ts';
import type { PlanStore } from './store.ts';

/** Local times between which somebody is reminded. */
const HOURS = ['10:00', '16:00'] as const;

/**
 * Reminds the owner of a plan that did not change for three weeks, and once more after six, on a day on which they work: nobody else
 * hears of it. After "Niet meer vragen" it asks nothing.
 */
export function planReminder(plans: Pick<PlanStore, 'all' | 'change'>): Job {
  return {
    name: 'plan-reminder',
    when: { hours: HOURS, workdays: true },
    run: async ({ now, settings, everybody, send, markBlocked }) => {
      const day = today(now);
      const due = (await plans.all()).filter(({ plan }) => reminderDue(plan, day) !== undefined);
      if (due.length === 0) return;
      const closures = new Set((await settings()).municipality.closures);
      const people = oncePerAccount((await everybody()).filter(isPresent));
      const byAccount = new Map(people.map((person) => [person.directoryId, person]));
      await forEach(due, async ({ id, plan: { reminded: before } }) => {
        const person = byAccount.get(id);
        const address = person && chatWith(person);
        if (!person || !address || !worksOn(person, day, closures)) return;
        // Of several instances the one that writes it down is the one that sends.
        let mine = false;
        await plans.change(id, (plan) => {
          const weeks = reminderDue(plan, day);
          mine = weeks !== undefined;
          return weeks === undefined ? plan : { ...plan, reminded: weeks };
        });
        if (!mine) return;
        const outcome = await send(address, reminderCard);
        if (outcome.kind === 'gone') await markBlocked(person);
        if (mayWorkLater(outcome))
          await plans.change(id, ({ reminded: _weeks, ...plan }) =>
            before === undefined ? plan : { ...plan, reminded: before },
          );
      });
    },
  };
}
