import { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { Messenger } from '../../../conversation/messenger.ts';
import { mayHaveArrived, mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { type Team, weeksBetweenFeedback } from '../../../people/municipality.ts';
import type { Address } from '../../../people/person.ts';
import { teamGroup } from '../groups/group.ts';
import type { GroupReads } from '../groups/rows.ts';
import { readableByTeam } from '../signals/in-its-week.ts';
import type { Signal } from '../signals/signal.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { reportCard } from './cards.ts';
import { givenOn, isWorthTelling, reportOf } from './rules.ts';
import type { ReadMarkStore } from './store.ts';

/** What a report is made of, and where it is kept that a team read one. */
type ReportedGroups = GroupReads<{ signals: Signal[]; snapshots: Snapshot[]; told?: string }> & ReadMarkStore;

/** Local times between which a team is written to. */
const HOURS = ['10:00', '16:00'] as const;

/**
 * Posts to each team with a channel what was done with its signals: every few weeks, once, on the first working day of
 * the week. A report that could not be sent is tried for a week. A report that may have arrived is not sent again; the
 * next one then counts from the last report that surely arrived. It does so too after a week in which nothing went out
 * at all.
 */
export function feedbackJob(groups: ReportedGroups): Job {
  return {
    name: 'team-feedback',
    when: { hours: HOURS },
    run: async ({ now, settings, once, send }) => {
      const { municipality, teams } = await settings();
      const day = today(now);
      const weeks = weeksBetweenFeedback(municipality);
      const closures = new Set(municipality.closures);
      const monday = givenOn(day, weeks, closures);
      if (!monday) return;
      await forEach(teams, async (team) => {
        const { channel } = team;
        const name = { what: 'team-feedback', about: team.key, period: monday.toString() };
        if (channel)
          await once(name, () =>
            tell(groups, send, team, { ...channel, user: '' }, { weeks, monday, day, closures }),
          );
      });
    },
  };
}

async function tell(
  groups: ReportedGroups,
  send: Messenger['send'],
  team: Team,
  to: Address,
  {
    weeks,
    monday,
    day,
    closures,
  }: {
    weeks: number;
    monday: Temporal.PlainDate;
    day: Temporal.PlainDate;
    closures: ReadonlySet<string>;
  },
): Promise<void> {
  const place = teamGroup(team);
  const { signals, told } = await groups.content(place);
  // The day of the last report counts again: something may have happened after its card went out.
  const since = told ? Temporal.PlainDate.from(told) : monday.subtract({ weeks });
  const report = reportOf(readableByTeam(signals, day.toString()), since.toString());
  if (!isWorthTelling(report)) return;
  const about = Math.max(1, Math.ceil(since.until(monday, { largestUnit: 'days' }).days / 7));
  const card = reportCard(report, { team, weeks: about, day: day.toString(), closures });
  const outcome = await send(to, card);
  if (outcome.kind === 'sent') return groups.markTold(place, day.toString());
  // To throw leaves the work unfinished, so that it is done again. Not for a channel that the bot was removed from:
  // there it would fail for ever.
  if (mayWorkLater(outcome) && !mayHaveArrived(outcome)) throw new Error('no feedback could be sent');
}
