import { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import { isBetween } from '../../../calendar/hours.ts';
import type { Message } from '../../../conversation/message.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { JobContext } from '../../../delivery/jobs.ts';
import { BY_ITSELF } from '../../../people/actors.ts';
import { chatWith, type Person } from '../../../people/person.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { reminderCard } from './cards.ts';
import { addressOf, channelCards } from './channel.ts';
import { expectedOn, overdueOn, phaseOf, type StandupWindow, windowOn } from './rules.ts';
import type { StandupTools } from './tools.ts';

interface WindowTools
  extends Pick<StandupTools, 'pilots' | 'actions' | 'standups' | 'posts' | 'audit'>,
    Omit<JobContext, 'settings'> {}

/** Local times between which a summary that is late may still be posted. */
const HOURS = ['07:00', '20:00'] as const;

/** A stand-up that was never closed, as after an outage, is closed within so many days, or not at all. */
const CLOSED_WITHIN_DAYS = 7;

/**
 * Opens, reminds and closes the stand-ups that are due. Two instances may run it at once; it may be repeated. One
 * pilot that fails keeps no other from its stand-up.
 */
export async function runStandups(
  stores: Pick<StandupTools, 'pilots' | 'actions' | 'standups' | 'posts' | 'audit'>,
  { settings, ...context }: JobContext,
): Promise<void> {
  const tools = { ...stores, ...context };
  const { now } = tools;
  const day = today(now);
  const since = day.subtract({ days: CLOSED_WITHIN_DAYS }).toString();
  const active = (await tools.pilots.all()).filter(
    ({ channel, until, closedOn }) => channel && until >= since && (closedOn ?? since) >= since,
  );
  if (active.length === 0) return;
  const closures = new Set((await settings()).municipality.closures);
  const ended = await Promise.allSettled(active.map((pilot) => onePilot(tools, pilot, closures, now)));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

async function onePilot(
  tools: WindowTools,
  pilot: Pilot,
  closures: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<void> {
  const day = today(now);
  const once = (what: string, work: () => Promise<void>) =>
    tools.once({ what, about: pilot.id, period: day.toString() }, work);
  const window = windowOn(pilot, day, closures);
  const phase = window && phaseOf(window, now);
  const inHours = isBetween(now, HOURS);

  if (window && (phase === 'open' || phase === 'remind'))
    await once('standup-open', () => open(tools, pilot, window, closures, now));
  if (window && phase === 'remind')
    await once('standup-remind', () => remind(tools, pilot, window, closures));
  if (phase === 'closed' && inHours)
    await once('standup-close', () => close(tools, pilot, day.toString(), now));
  // Nobody reads a summary in the weekend.
  if (inHours && isWorkday(day, closures))
    await once('standup-late', async () => {
      const [from, until] = [day.subtract({ days: CLOSED_WITHIN_DAYS }), day.subtract({ days: 1 })];
      const rows = await tools.standups.days(pilot.id, from.toString(), until.toString());
      for (const row of rows.filter(({ closed }) => !closed)) await close(tools, pilot, row.day, now);
    });
}

/** Posts in the pilot's channel; undefined when it did not arrive and trying again would not help. Throws when it would. */
async function postIn(tools: WindowTools, pilot: Pilot, message: Message): Promise<string | undefined> {
  const address = addressOf(pilot);
  if (!address) return undefined;
  const posted = await tools.post(address, message);
  if (posted.kind === 'sent') return posted.id;
  if (mayWorkLater(posted)) throw new Error('a card of a stand-up did not arrive in the channel');
  if (posted.kind === 'gone') await leaveChannel(tools, pilot);
  return undefined;
}

/** Kompas was removed from the channel: it posts there no more. Who leads the pilot hears what to do once they work (`newsJob`). */
async function leaveChannel(tools: WindowTools, pilot: Pilot): Promise<void> {
  await tools.audit.record(BY_ITSELF, 'pilot: kanaal losgekoppeld', pilot.id);
  await tools.pilots.change(pilot.id, (now) =>
    now.channel?.conversation === pilot.channel?.conversation
      ? { ...now, channel: undefined, channelGone: tools.now.toString() }
      : now,
  );
}

async function expected(
  tools: WindowTools,
  pilot: Pilot,
  day: string,
  closures: ReadonlySet<string>,
): Promise<Person[]> {
  const [members, people] = await Promise.all([tools.pilots.members(pilot.id), tools.everybody()]);
  return expectedOn(members, people, Temporal.PlainDate.from(day), closures);
}

async function open(
  tools: WindowTools,
  pilot: Pilot,
  { day }: StandupWindow,
  closures: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<void> {
  if ((await tools.standups.day(pilot.id, day))?.message) return;
  if ((await expected(tools, pilot, day, closures)).length === 0) return;
  for (const { id } of overdueOn(await tools.actions.of(pilot.id), day))
    await tools.actions.change(pilot.id, id, (todo) =>
      todo.mentioned === day ? todo : { ...todo, mentioned: day },
    );
  await tools.standups.changeDay(pilot.id, day, {});
  const { card } = await channelCards(tools, pilot, day, now);
  const message = await postIn(tools, pilot, card);
  if (!message) return;
  await tools.standups.changeDay(pilot.id, day, { message });
  // Whoever shared while the card was on its way found no message to change. Only then is the card written
  // again: otherwise that would take the form away from somebody who was quick.
  const since = await channelCards(tools, pilot, day, now);
  if (JSON.stringify(since.card) !== JSON.stringify(card))
    await tools.posts.changed({ kind: 'card', pilot: pilot.id, of: day }, now);
}

async function remind(
  tools: WindowTools,
  pilot: Pilot,
  { day }: StandupWindow,
  closures: ReadonlySet<string>,
): Promise<void> {
  const row = await tools.standups.day(pilot.id, day);
  if (!row || row.closed) return;
  const shared = new Set((await tools.standups.shared(pilot.id, day)).map(({ directoryId }) => directoryId));
  const message = reminderCard({ pilot, day });
  for (const person of await expected(tools, pilot, day, closures)) {
    const address = chatWith(person);
    if (!address || shared.has(person.directoryId ?? '')) continue;
    if ((await tools.send(address, message)).kind === 'gone') await tools.markBlocked(person);
  }
}

async function close(tools: WindowTools, pilot: Pilot, day: string, now: Temporal.Instant): Promise<void> {
  const before = await tools.standups.day(pilot.id, day);
  if (!before || before.closed) return;
  const { summary, standup } = await channelCards(tools, pilot, day, now);
  const id = standup.shared.length > 0 ? await postIn(tools, pilot, summary) : undefined;
  await tools.standups.changeDay(pilot.id, day, { closed: true, ...(id ? { summary: id } : {}) });
  await tools.posts.changed({ kind: 'card', pilot: pilot.id, of: day }, now);
}
