import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { Address } from '../../../people/person.ts';
import type { Pilot } from '../pilot/pilot.ts';
import type { NewestPost } from '../posts/store.ts';
import { blockersOf } from './blockers.ts';
import { closedCard, openCard, summaryCard } from './cards.ts';
import { openTodosOn } from './rules.ts';
import { standupOf } from './standup.ts';
import type { StandupTools } from './tools.ts';

/** Where a pilot posts; nobody in particular is written to. */
export const addressOf = (pilot: Pilot): Address | undefined =>
  pilot.channel && { ...pilot.channel, user: '' };

/** What has to be read to show a stand-up. */
export type StandupReads = Pick<StandupTools, 'pilots' | 'actions' | 'standups' | 'everybody'>;

/** What the messages of a stand-up (ISO date) in the channel say now. */
export async function channelCards(
  tools: Omit<StandupReads, 'pilots'>,
  pilot: Pilot,
  day: string,
  now: Temporal.Instant,
) {
  const [people, todos] = await Promise.all([tools.everybody(), tools.actions.of(pilot.id)]);
  // Read after the rest, so that what was shared meanwhile is in it.
  const row = await tools.standups.day(pilot.id, day);
  const standup = await standupOf(tools.standups, pilot, day, people);
  const open = openTodosOn(todos, day);
  return {
    row,
    standup,
    open,
    card: row?.closed ? closedCard(standup) : openCard(standup, open),
    summary: summaryCard(standup, blockersOf(pilot.id, day, standup.shared, todos), {
      day: today(now).toString(),
      aloud: true,
    }),
  };
}

/** What a stand-up has in the channel: the card to fill in, and later its summary. */
export type StandupPost = 'card' | 'summary';

/** What a message of a stand-up (ISO date) in the channel says now; undefined when there is no such message. */
export async function standupPost(
  tools: StandupReads,
  kind: StandupPost,
  id: string,
  day: string,
  now: Temporal.Instant,
): Promise<NewestPost | undefined> {
  const pilot = await tools.pilots.get(id);
  const address = pilot && addressOf(pilot);
  if (!pilot || !address) return undefined;
  const { row, standup, ...messages } = await channelCards(tools, pilot, day, now);
  const message = kind === 'card' ? row?.message : row?.summary;
  // After fourteen days the texts are gone from here; what the channel says then stays as it is.
  if (!message || (kind === 'summary' && standup.shared.length === 0)) return undefined;
  return { address, message, says: messages[kind] };
}
