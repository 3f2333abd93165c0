import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import { isBetween } from '../../../calendar/hours.ts';
import type { Message } from '../../../conversation/message.ts';
import type { SendOutcome } from '../../../conversation/send-outcome.ts';
import { forEach } from '../../../lib/for-each.ts';
import type { Settings } from '../../../people/municipality.ts';
import { type Address, channelOf } from '../../../people/person.ts';
import { checkCard } from './cards.ts';
import type { DialogueRow, DialogueStore } from './store.ts';

export interface CheckingTools {
  dialogues: DialogueStore;
  readSettings(): Promise<Settings>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  /** Does the work once, whichever instance comes first. */
  once(name: { what: string; about: string; period: string }, work: () => Promise<void>): Promise<void>;
}

/** Local times between which a team is asked. */
const HOURS = ['10:00', '16:00'] as const;

/** After so many days a check that could not be sent is let go. */
const STILL_ASKED_DAYS = 14;

/** Asks teams whether their agreements of four weeks ago still hold: in the channel, on a working day, once. */
export async function checkAgreements(tools: CheckingTools, now: Temporal.Instant): Promise<void> {
  if (!isBetween(now, HOURS)) return;
  const day = today(now);
  const { municipality, teams } = await tools.readSettings();
  const known = new Set(teams.map(({ key }) => key));
  if (!isWorkday(day, new Set(municipality.closures))) return;
  await forEach(await tools.dialogues.all(), async ({ row, value }) => {
    // In a team that is no more, nobody could answer.
    if (!isDue(value, day) || !known.has(row)) return;
    const name = { what: 'agreements-check', about: row, period: `${value.id} ${value.checkFrom}` };
    await tools.once(name, () => ask(tools, value));
  });
}

function isDue({ checkFrom }: DialogueRow, day: Temporal.PlainDate): boolean {
  const first = day.subtract({ days: STILL_ASKED_DAYS }).toString();
  return checkFrom !== undefined && first <= checkFrom && checkFrom <= day.toString();
}

async function ask({ send }: CheckingTools, row: DialogueRow): Promise<void> {
  const { channel } = row;
  const to = { ...channel, conversation: channelOf(channel.conversation), user: '' };
  const { kind } = await send(to, checkCard(row));
  // After a throw it is tried again. In a channel that the bot was taken out of, that would fail for ever.
  if (kind === 'again' || kind === 'throttled') throw new Error('no check could be sent');
}
