import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Messenger } from '../../../conversation/messenger.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job, JobContext } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import type { Settings } from '../../../people/municipality.ts';
import { chatWith, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import { type GroupPlace, placeKey } from '../groups/place.ts';
import { announcementCard, doneCard, isNews, markAnnounced, taskCard } from './announcing.ts';
import { notPast, passes } from './exclusions.ts';
import { withoutItsDay } from './in-its-week.ts';
import { hearsLate } from './late-hearing.ts';
import { logActions } from './logging.ts';
import { reminderCard, responsibleFor } from './reminding.ts';
import { isRemindable } from './response-time.ts';
import { keepersOf, mayTakeUp, placeName, placesOf } from './routing.ts';
import { isTaskOf, readableOn, type Signal } from './signal.ts';
import type { SignalReads, SignalStore } from './store.ts';

/** What is told of signals, and kept of that. */
export interface TellSignalTools extends Pick<Tools, 'audit'> {
  groups: SignalReads & SignalStore;
  hashedIds: HashedIds;
}

/** Local times between which people are written to. */
const HOURS = ['10:00', '16:00'] as const;

/** One place on one day, with its signals that may be read. */
interface PlaceToday {
  place: GroupPlace;
  name: string;
  signals: readonly Signal[];
  people: readonly Person[];
  settings: Settings;
  /** ISO date. */
  day: string;
  send: Messenger['send'];
  /** Those of these people who work that day. */
  atWork(list: readonly Person[]): Person[];
  /** Whether this is their first day of work since others were told of a signal. */
  isLate(signal: Signal, person: Person): boolean;
  once: JobContext['once'];
}

/**
 * Once a day, on working days: tells who takes care of signals that there are new ones, tells people what they take up and
 * asks after its day whether it is done, and reminds whoever has a signal that stands still. Nobody who is away that day is written to. It does not happen
 * when a signal comes in: that moment can tell whose it is.
 */
export function signalsJob(tools: TellSignalTools): Job {
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
  tools: TellSignalTools,
  { now, settings: read, everybody, send, once }: JobContext,
): Promise<void> {
  const settings = await read();
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
    // Of what everybody is reminded of that day, nobody hears twice.
    const isLate = (signal: Signal, person: Person) =>
      hearsLate(signal, person, date, closures) && !isRemindable(signal, day);
    const at: PlaceToday = { place, name, signals, people, settings, day, send, atWork, isLate, once };
    const fresh = await announce(tools, at);
    await announceLate(tools, at);
    const dated = signals.filter((signal) => withoutItsDay(signal, day) !== signal);
    await forEach(dated, async ({ id }) => {
      await tools.groups.changeSignal(place, id, (now) => withoutItsDay(now, day));
    });
    const tasks = [...(await handOut(tools, at)), ...(await askAfter(tools, at))];
    await remind(
      tools,
      at,
      signals.filter((signal) => !fresh.includes(signal) && !tasks.includes(signal)),
    );
  });
}

/** Tells who takes care of a place of its new signals; gives those. */
async function announce(
  tools: TellSignalTools,
  { place, name, signals, people, settings, day, send, atWork }: PlaceToday,
): Promise<Signal[]> {
  const fresh = signals.filter(isNews);
  const forThem = (list: readonly Signal[], person: Person) => notPast(tools.hashedIds, list, person);
  // Everybody who takes care of it is told, also who gave it: being left out would give them away.
  const keepers = keepersOf(place, people, settings);
  const told = await reached(send, atWork(keepers), (person) => {
    const theirs = forThem(fresh, person);
    return theirs.length > 0 ? announcementCard(name, place, theirs) : undefined;
  });
  const heard = fresh.filter((signal) => told.some((person) => forThem([signal], person).length > 0));
  await markAnnounced(tools.groups, place, heard, day);
  return fresh;
}

/** Tells who takes care of a place, and was away when the others were told, of what nobody took up since. */
async function announceLate(
  tools: TellSignalTools,
  { place, name, signals, people, settings, day, send, atWork, isLate, once }: PlaceToday,
): Promise<void> {
  const theirs = (person: Person) =>
    notPast(tools.hashedIds, signals, person).filter((signal) => isLate(signal, person));
  const late = atWork(keepersOf(place, people, settings)).filter((person) => theirs(person).length > 0);
  if (late.length === 0) return;
  await once({ what: 'signals-late', about: placeKey(place), period: day }, async () => {
    await reached(send, late, (person) => announcementCard(name, place, theirs(person)));
  });
}

/** Tells people what they were given to take up, who were not told yet; gives those signals. */
async function handOut(
  tools: TellSignalTools,
  { place, name, signals, people, settings, day, send, atWork }: PlaceToday,
): Promise<Signal[]> {
  const takers = mayTakeUp(place, people, settings);
  const ownerOf = ({ owner }: Signal) => takers.filter(({ directoryId }) => directoryId === owner);
  const tasks = signals.filter(
    (signal) => !signal.asked && isTaskOf(signal, signal.owner) && ownerOf(signal).length > 0,
  );
  await forEach(tasks, async (signal) => {
    const asked = await reached(send, atWork(ownerOf(signal)), () => taskCard(name, place, signal));
    if (asked.length > 0)
      await tools.groups.changeSignal(place, signal.id, (current) => ({ ...current, asked: day }));
  });
  return tasks;
}

/** Asks people of what they took up and should have been done by now whether it is, once a date; gives those signals. */
async function askAfter(
  tools: TellSignalTools,
  { place, name, signals, people, settings, day, send, atWork }: PlaceToday,
): Promise<Signal[]> {
  const takers = mayTakeUp(place, people, settings);
  const ownerOf = ({ owner }: Signal) => takers.filter(({ directoryId }) => directoryId === owner);
  const late = signals.filter(
    (signal) =>
      signal.asked !== undefined &&
      signal.asked < day &&
      isTaskOf(signal, signal.owner) &&
      (signal.due ?? day) < day &&
      signal.askedFor !== signal.due &&
      ownerOf(signal).length > 0,
  );
  await forEach(late, async (signal) => {
    const asked = await reached(send, atWork(ownerOf(signal)), () => doneCard(name, place, signal));
    if (asked.length > 0)
      await tools.groups.changeSignal(place, signal.id, (now) => ({
        ...now,
        askedFor: signal.due,
        reminded: day,
      }));
  });
  return late;
}

/** Reminds whoever has one of these signals, where it stands still. */
async function remind(
  tools: TellSignalTools,
  { place, name, people, settings, day, send, atWork }: PlaceToday,
  signals: readonly Signal[],
): Promise<void> {
  const still = signals.filter((signal) => isRemindable(signal, day));
  await forEach(still, async (signal) => {
    const mayRead = people.filter((person) => !passes(tools.hashedIds, signal, person));
    const responsible = atWork(responsibleFor(signal, place, mayRead, settings));
    const reminded = await reached(send, responsible, () => reminderCard(name, place, signal.id));
    if (reminded.length > 0)
      await tools.groups.changeSignal(place, signal.id, (current) => ({ ...current, reminded: day }));
  });
}

/**
 * Writes to each of these people what there is for them. Gives whom it reached, so that nobody gets it twice. Throws
 * when it reached nobody and a later try may: the work is then left unfinished and done again.
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
    const chat = chatWith(person);
    if (!message || !chat) continue;
    const { kind } = await send(chat, message);
    if (kind === 'sent') sent.push(person);
    mayLater ||= mayWorkLater({ kind });
  }
  if (sent.length === 0 && mayLater) throw new Error('nobody could be told of a signal');
  return sent;
}
