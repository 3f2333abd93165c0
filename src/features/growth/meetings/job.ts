import { today } from '../../../calendar/clock.ts';
import { mayHaveArrived, mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { themeOf } from '../content/meeting-themes.ts';
import { themeCard } from './cards.ts';
import { isDue, meetingIn } from './rules.ts';
import type { MeetingStore } from './store.ts';

/** Local times between which the card comes. */
const HOURS = ['09:00', '16:00'] as const;

/** Posts the card of the intervisie in the channel of each team that chose a day: once a month, on that day or the working day after it. */
export function meetingJob(meetings: Pick<MeetingStore, 'rhythms'>): Job {
  return {
    name: 'intervisie',
    when: { hours: HOURS, workdays: true },
    run: async ({ now, settings, once, send }) => {
      const day = today(now);
      const due = (await meetings.rhythms()).filter((rhythm) => isDue(rhythm, day));
      if (due.length === 0) return;
      const { teams } = await settings();
      await forEach(due, async (rhythm) => {
        const channel = teams.find(({ key }) => key === rhythm.team)?.channel;
        if (!channel) return;
        const period = meetingIn(day, rhythm).toString();
        await once({ what: 'intervisie', about: rhythm.team, period }, async () => {
          const outcome = await send({ ...channel, user: '' }, themeCard(themeOf(day.month)));
          // To throw leaves the work unfinished, so that it is done again.
          if (mayWorkLater(outcome) && !mayHaveArrived(outcome))
            throw new Error('no card of intervisie could be sent');
        });
      });
    },
  };
}
