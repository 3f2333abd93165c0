import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Messenger } from '../../../conversation/messenger.ts';
import type { Job, JobContext } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import type { Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import { announcementCard, isNews, markAnnounced, taskCard } from './announcing.ts';
import { notPast, passes } from './exclusions.ts';
import { logActions } from './logging.ts';
import { reminderCard, responsibleFor } from './reminding.ts';
import { isRemindable } from './response-time.ts';
import { keepersOf, mayTakeUp, placeName, placesOf } from './routing.ts';
import { isTaskOf, readableOn, type Signal } from './signal.ts';
import type { SignalReads, SignalStore } from './store.ts';

/** What is told of signals, and kept of that. */
export interface SignalKeeping extends Pick<Tools, 'audit'> {
  groups: SignalReads & SignalStore;
  naming: HashedIds;
}

/** Local times between which people are written to. */
const HOURS = ['10:00', '16:00'] as const;

/**
 * Tells who takes care of signals that there are new ones, tells people what they take up, and reminds whoever has one that
 * stands still: once a day, on working days, and nobody who is away that day. Not when a signal comes in: that moment can
 * tell whose it is.
 */
export function signalsJob(tools: SignalKeeping): Job {
  return {
    name: 'signals',
    when: { hours: HOURS },
    run: (context) =>
      context.once({ what: 'signals', about: 'all', period: today(context.now).toString() }, () =>
        tellOfSignals(tools, context),
      ),
  };
}

async function tellOfSignals(
  tools: SignalKeeping,
  { now, settings, everybody, send }: JobContext,
): Promise<void> {
  const date = today(now);
  const day = date.toString();
  const closures = new Set(settings.municipality.closures);
  if (!isWorkday(date, closures)) return;
  const people = await everybody();
  const atWork = (list: readonly Person[]) => list.filter((person) => worksOn(person, date, closures));
  await forEach(placesOf(settings), async (place) => {
    const name = place.kind === 'council' ? 'de ondernemingsraad' : (placeName(place, settings) ?? '');
    const signals = readableOn((await tools.groups.content(place)).signals, day);
    await forEach(signals, (signal) => logActions(tools, place, signal));
    const fresh = signals.filter(isNews);
    const forThem = (list: readonly Signal[], person: Person) => notPast(tools.naming, list, person);
    // All of them, also when one of them gave it: who does not hear of it would be known by that.
    const keepers = keepersOf(place, people, settings);
    const told = await reached(send, atWork(keepers), (person) => {
      const theirs = forThem(fresh, person);
      return theirs.length > 0 ? announcementCard(name, place, theirs) : undefined;
    });
    const heard = fresh.filter((signal) => told.some((person) => forThem([signal], person).length > 0));
    await markAnnounced(tools.groups, place, heard, day);
    // Who takes care of the place gave it out, or sees it there.
    const takers = mayTakeUp(place, people, settings).filter((person) => !keepers.includes(person));
    const ownerOf = ({ owner }: Signal) => takers.filter(({ directoryId }) => directoryId === owner);
    const tasks = signals.filter(
      (signal) => !signal.asked && isTaskOf(signal, signal.owner, day) && ownerOf(signal).length > 0,
    );
    await forEach(tasks, async (signal) => {
      const asked = await reached(send, atWork(ownerOf(signal)), () => taskCard(name, place, signal));
      if (asked.length > 0)
        await tools.groups.changeSignal(place, signal.id, (current) => ({ ...current, asked: day }));
    });
    const still = signals.filter(
      (signal) => isRemindable(signal, day) && !fresh.includes(signal) && !tasks.includes(signal),
    );
    await forEach(still, async (signal) => {
      const mayRead = people.filter((person) => !passes(tools.naming, signal, person));
      const responsible = atWork(responsibleFor(signal, place, mayRead, settings));
      const reminded = await reached(send, responsible, () => reminderCard(name, place, signal.id));
      if (reminded.length > 0)
        await tools.groups.changeSignal(place, signal.id, (current) => ({ ...current, reminded: day }));
    });
  });
}

/**
 * Writes to these people what there is for each of them; gives whom it reached, so that nobody gets it twice. Throws when it
 * reached nobody and may later: left unfinished it is done again.
 */
async function reached(
  send: Messenger['send'],
  people: readonly Person[],
  messageFor: (person: Person) => Message | undefined,
): Promise<Person[]> {
  const sent: Person[] = [];
  let mayLater = false;
  for (const person of people) {
    const message = messageFor(person);
    if (!message || !person.address || person.reach !== 'open') continue;
    const { kind } = await send(person.address, message);
    if (kind === 'sent') sent.push(person);
    mayLater ||= kind === 'again' || kind === 'throttled';
  }
  if (sent.length === 0 && mayLater) throw new Error('nobody could be told of a signal');
  return sent;
}
