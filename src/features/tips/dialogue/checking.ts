import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../../bot/turn.ts';
import { at, today } from '../../../calendar/clock.ts';
import { isFreeDay } from '../../../calendar/holidays.ts';
import { weekdayOf } from '../../../calendar/weekdays.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Address } from '../../../people/person.ts';
import { checkCard } from './cards.ts';
import type { DialogueStore } from './store.ts';

export interface CheckingTools {
  dialogues: DialogueStore;
  readSettings(): Promise<Settings>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  /** Does the work once, whichever instance comes first. */
  once(name: { what: string; about: string; period: string }, work: () => Promise<void>): Promise<void>;
}

/** Local times between which a team is asked. */
const [FROM, UNTIL] = ['10:00', '16:00'];

/** After so many days a check that nobody answered, or that could not be sent, is let go. */
const STILL_ASKED_DAYS = 14;

/** Teams: a conversation id without the message it answers is the channel itself. */
const channelOf = (conversation: string) => conversation.replace(/;messageid=.*$/, '');

/** Asks teams whether their agreements of four weeks ago still hold: in the channel, on a working day, once. */
export async function checkAgreements(tools: CheckingTools, now: Temporal.Instant): Promise<void> {
  const day = today(now);
  const inHours =
    Temporal.Instant.compare(at(day, FROM), now) <= 0 && Temporal.Instant.compare(now, at(day, UNTIL)) < 0;
  if (!inHours || ['za', 'zo'].includes(weekdayOf(day))) return;
  const { municipality } = await tools.readSettings();
  if (isFreeDay(day, new Set(municipality.closures))) return;
  for (const { row, value } of await tools.dialogues.all()) {
    const { checkFrom, channel, id } = value;
    if (checkFrom === undefined || checkFrom > day.toString()) continue;
    if (checkFrom < day.subtract({ days: STILL_ASKED_DAYS }).toString()) continue;
    await tools.once({ what: 'agreements-check', about: row, period: `${id} ${checkFrom}` }, async () => {
      await tools.send(
        { ...channel, conversation: channelOf(channel.conversation), user: '' },
        checkCard(value),
      );
    });
  }
}
