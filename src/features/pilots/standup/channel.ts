import type { Message } from '../../../bot/turn.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import type { Address, Person } from '../../../people/person.ts';
import type { ActionStore } from '../actions/store.ts';
import { bundled, type Later } from '../bundle.ts';
import type { Pilot } from '../pilot.ts';
import type { PilotStore } from '../store.ts';
import { blockersOf } from './blockers.ts';
import { closedCard, openCard, summaryCard } from './cards.ts';
import { standupOf } from './standup.ts';
import type { StandupStore } from './store.ts';

export interface ReadTools {
  pilots: PilotStore;
  actions: ActionStore;
  standups: StandupStore;
  everybody(): Promise<Person[]>;
}

export interface ChannelTools extends ReadTools {
  rewrite(address: Address, id: string, message: Message): Promise<SendOutcome>;
  later: Later;
  failed(error: unknown): void;
}

/** A message in a channel is rewritten at most once in so long: Teams takes few changes a second in one conversation. */
const REWRITTEN_EVERY_MS = 2_000;

/** Where a pilot posts; nobody in particular is written to. */
export const addressOf = (pilot: Pilot): Address | undefined =>
  pilot.channel && { ...pilot.channel, user: '' };

/** What the messages of a stand-up in the channel say now. */
export async function channelCards(tools: Omit<ReadTools, 'pilots'>, pilot: Pilot, day: string) {
  const [people, todos] = await Promise.all([tools.everybody(), tools.actions.of(pilot.id)]);
  // Read after the rest: what was shared meanwhile is in.
  const row = await tools.standups.day(pilot.id, day);
  const standup = await standupOf(tools.standups, pilot, day, people);
  const late = todos.filter(({ mentioned, doneOn }) => mentioned === day && doneOn === undefined);
  return {
    ...{ row, standup, late },
    card: row?.closed ? closedCard(standup) : openCard(standup, late),
    summary: summaryCard(standup, blockersOf(pilot.id, day, standup.shared, todos)),
  };
}

/** What a stand-up has in the channel: the card to fill in, and later its summary. */
export type Kind = 'card' | 'summary';

/** Gives the function that brings a stand-up's message in the channel up to date, soon and not too often. */
export function channelOfStandups(tools: ChannelTools): (kind: Kind, pilot: string, day: string) => void {
  async function read(kind: Kind, id: string, day: string) {
    const pilot = await tools.pilots.get(id);
    const address = pilot && addressOf(pilot);
    if (!pilot || !address) return undefined;
    const { row, standup, ...cards } = await channelCards(tools, pilot, day);
    const message = kind === 'card' ? row?.message : row?.summary;
    // After fourteen days the texts are gone from here; what the channel says then stays as it is.
    if (!message || (kind === 'summary' && standup.shared.length === 0)) return undefined;
    return { address, message, card: cards[kind] };
  }

  const ask = bundled(
    async (name) => {
      const [kind, day = '', ...rest] = name.split('|') as [Kind, ...string[]];
      const found = await read(kind, rest.join('|'), day);
      if (!found) return true;
      const outcome = await tools.rewrite(found.address, found.message, found.card);
      // Another instance may have written something newer in between: then this was the older of the two.
      const now = await read(kind, rest.join('|'), day);
      if (now && JSON.stringify(now.card) !== JSON.stringify(found.card)) ask(name);
      return outcome.kind !== 'throttled' && outcome.kind !== 'again';
    },
    { everyMs: REWRITTEN_EVERY_MS, later: tools.later, failed: tools.failed },
  );
  return (kind, pilot, day) => ask([kind, day, pilot].join('|'));
}
