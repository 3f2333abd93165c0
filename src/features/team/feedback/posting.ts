import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import { isBetween } from '../../../calendar/hours.ts';
import { mondayOf } from '../../../calendar/weeks.ts';
import { forEach } from '../../../delivery/each.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import { type Settings, type Team, weeksBetweenFeedback } from '../../../people/municipality.ts';
import type { Address } from '../../../people/person.ts';
import { teamGroup } from '../groups.ts';
import { readableOn } from '../signals/signal.ts';
import type { GroupStore } from '../store.ts';
import { reportCard } from './cards.ts';
import { givenOn, isWorthTelling, reportOf } from './rules.ts';

export interface PostingTools {
  groups: GroupStore;
  readSettings(): Promise<Settings>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  /** Does the work once, whichever instance comes first. */
  once(name: { what: string; about: string; period: string }, work: () => Promise<void>): Promise<void>;
}

/** Local times between which a team is written to. */
const HOURS = ['10:00', '16:00'] as const;

/**
 * Tells each team with a channel what was done with its signals: every few weeks, on the first working day of the week,
 * once. What could not be sent is tried for a week.
 */
export async function giveFeedback(tools: PostingTools, now: Temporal.Instant): Promise<void> {
  if (!isBetween(now, HOURS)) return;
  const day = today(now);
  const { municipality, teams } = await tools.readSettings();
  const weeks = weeksBetweenFeedback(municipality);
  const monday = givenOn(day, weeks, new Set(municipality.closures));
  if (!monday) return;
  // From the Monday of the last time: what happened after its card went out is in this one.
  const told = { weeks, since: monday.subtract({ weeks }).toString(), day: day.toString() };
  await forEach(teams, async (team) => {
    const { channel } = team;
    const name = { what: 'team-feedback', about: team.key, period: monday.toString() };
    if (channel) await tools.once(name, () => tell(tools, team, { ...channel, user: '' }, told));
  });
}

async function tell(
  { groups, send }: PostingTools,
  team: Team,
  to: Address,
  { weeks, since, day }: { weeks: number; since: string; day: string },
): Promise<void> {
  const { signals, snapshots } = await groups.content(teamGroup(team));
  const report = reportOf(readableOn(signals, day), since);
  const pictureShown = snapshots.some(
    ({ period, picture }) => picture !== undefined && mondayOf(period).toString() >= since,
  );
  if (!isWorthTelling(report, pictureShown)) return;
  const { kind } = await send(to, reportCard(report, { team, weeks, day }));
  // Left unfinished it is done again. In a channel that the bot is out of it would fail for ever.
  if (kind === 'again' || kind === 'throttled') throw new Error('no feedback could be sent');
}
