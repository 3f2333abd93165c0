import { today } from '../../../calendar/clock.ts';
import type { Job } from '../../../delivery/jobs.ts';
import type { LearningStore } from './store.ts';

/** At night, when nobody is waiting; later in the day where nothing ran then. */
const HOURS = ['03:00', '24:00'] as const;

/**
 * Once a day: whoever left and is not in the file of people any more may not be called about practice either. Who comes back
 * later chooses that anew. As long as their row is there, an import that was wrong can be put right (trust:kept-no-longer). Nor is it
 * kept of what is gone, or of a proposal that nobody can say yes to any more.
 */
export const contactsJob = ({
  learnings,
}: {
  learnings: Pick<LearningStore, 'all' | 'asker' | 'contacts' | 'setContact'>;
}): Job => ({
  name: 'learning-contacts',
  when: { hours: HOURS },
  run: ({ now, everybody, once }) =>
    once({ what: 'learning-contacts', about: 'all', period: today(now).toString() }, async () => {
      const contacts = await learnings.contacts();
      if (contacts.size === 0) return;
      const known = new Set((await everybody()).map(({ directoryId }) => directoryId));
      const all = new Map((await learnings.all()).map((one) => [one.id, one]));
      for (const [id, directoryId] of contacts) {
        const one = all.get(id);
        const isNeeded =
          one?.state === 'shared' || (one?.state === 'asked' && (await learnings.asker(one)) !== undefined);
        if (!isNeeded || !known.has(directoryId)) await learnings.setContact(id, undefined);
      }
    }),
});
