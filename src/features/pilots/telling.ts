import { Temporal } from 'temporal-polyfill';
import { worksOn } from '../../calendar/availability.ts';
import { timeOfDay, today } from '../../calendar/clock.ts';
import type { Message } from '../../conversation/message.ts';
import { mayWorkLater } from '../../conversation/send-outcome.ts';
import type { Job, JobContext } from '../../delivery/jobs.ts';
import { TELLING_HOURS } from '../../people/assigned.ts';
import { type Access, chatWith, isPresent, type Person } from '../../people/person.ts';
import type { PilotStores } from './open.ts';
import { lastWorkdayOf } from './pilot/dates.ts';
import { isLeaderless, presentIn } from './pilot/leading.ts';
import type { Pilot } from './pilot/pilot.ts';
import { joinedCard, leaderlessCard, leadsNowCard, leftNewsCard } from './setup/news-cards.ts';
import { lastDayCard } from './setup/period.ts';
import { channelGoneCard } from './standup/cards.ts';

type Stores = Pick<PilotStores, 'pilots'>;

/** What telling people today needs to know. */
interface Today {
  day: string;
  people: readonly Person[];
  closures: ReadonlySet<string>;
  /** Whether somebody can be written to and works today. */
  isThere(person: Person): boolean;
}

async function todayOf({ now, everybody, settings }: JobContext): Promise<Today> {
  const [people, { municipality }] = await Promise.all([everybody(), settings()]);
  const [date, closures] = [today(now), new Set(municipality.closures)];
  return {
    day: date.toString(),
    people,
    closures,
    isThere: (person) =>
      isPresent(person) && chatWith(person) !== undefined && worksOn(person, date, closures),
  };
}

/** What came of writing to somebody: they have it, it has to be tried again, or it will not work. */
type Written = 'sent' | 'later' | 'never';

async function write({ send, markBlocked }: JobContext, person: Person, message: Message): Promise<Written> {
  const chat = chatWith(person);
  if (!chat) return 'never';
  const outcome = await send(chat, message);
  if (outcome.kind === 'sent') return 'sent';
  if (outcome.kind === 'gone') await markBlocked(person);
  return mayWorkLater(outcome) ? 'later' : 'never';
}

/** Writes to the first of these who can be reached. */
async function writeToOne(
  context: JobContext,
  people: readonly Person[],
  message: Message,
): Promise<Written> {
  for (const person of people) {
    const written = await write(context, person, message);
    if (written !== 'never') return written;
  }
  return 'never';
}

/**
 * Remembers what was told on a day, so that who leads a pilot fills nobody's chat by changing its crew. In memory, so that nothing
 * is kept of who was in a pilot; each process counts for itself.
 */
function toldThatDay() {
  let of = '';
  let told = new Set<string>();
  return (day: string): Set<string> => {
    if (day !== of) [of, told] = [day, new Set()];
    return told;
  };
}

/**
 * Tells who joined a pilot or leads it from now on, and who leads it of those who left. Each piece of news about somebody goes out
 * once a day (`told`), however often they were taken out and put back; what comes after it waits for the next day.
 */
async function tellCrew(
  { pilots }: Stores,
  context: JobContext,
  { id, unheard: mark }: Pilot,
  { people, isThere }: Today,
  told: Set<string>,
): Promise<void> {
  const [pilot, members, unheard] = await Promise.all([
    pilots.get(id),
    pilots.members(id),
    pilots.unheard(id),
  ]);
  if (!pilot || pilot.closedOn !== undefined) return;
  const leads = presentIn(members, people).flatMap(({ member, person }) =>
    member.role === 'lead' ? [person] : [],
  );
  let mustWait = false;
  for (const { directoryId, role } of unheard) {
    const person = people.find((one) => one.directoryId === directoryId);
    // Who is not known any more was erased: of them there is nothing to tell.
    if (!person) {
      await pilots.heard(id, directoryId);
      continue;
    }
    const news = JSON.stringify([id, directoryId, role]);
    if (told.has(news)) continue;
    const names = leads.map(({ name }) => name);
    const written =
      role === 'left'
        ? await writeToOne(context, leads.filter(isThere), leftNewsCard(pilot, person.name))
        : isThere(person)
          ? await write(context, person, role === 'lead' ? leadsNowCard(pilot) : joinedCard(pilot, names))
          : 'never';
    if (written === 'sent') {
      told.add(news);
      await pilots.heard(id, directoryId);
    }
    mustWait ||= written === 'later';
  }
  if (mustWait) throw new Error('not everybody could be told of a pilot');
  if ((await pilots.unheard(id)).length === 0)
    await pilots.change(id, (now) => (now.unheard === mark ? { ...now, unheard: undefined } : now));
}

/** Tells those who lead a pilot and work today that Kompas was taken out of its channel; with nobody there it waits for a day. */
async function tellChannelGone(
  { pilots }: Stores,
  context: JobContext,
  { id, channelGone: mark = '' }: Pilot,
  { people, isThere }: Today,
): Promise<void> {
  const leads = presentIn(await pilots.members(id), people).flatMap(({ member, person }) =>
    member.role === 'lead' && isThere(person) ? [person] : [],
  );
  if (leads.length === 0) return;
  await context.once({ what: 'pilot-channel-gone', about: id, period: mark }, async () => {
    const pilot = await pilots.get(id);
    // It may have a channel again, or be closed, since it was read.
    const isGone = pilot && pilot.channel === undefined && pilot.closedOn === undefined;
    const written: Written[] = [];
    if (isGone)
      for (const person of leads) written.push(await write(context, person, channelGoneCard(pilot)));
    if (written.includes('later') && !written.includes('sent'))
      throw new Error('nobody could be told that a pilot lost its channel');
    await pilots.change(id, (now) => (now.channelGone === mark ? { ...now, channelGone: undefined } : now));
  });
}

/**
 * People hear once that they are in a pilot or lead it, and who leads it that it lost its channel; who is away, on the first day on
 * which they work.
 */
export function newsJob(stores: Stores): Job {
  const toldOn = toldThatDay();
  return {
    name: 'pilot-news',
    when: { hours: TELLING_HOURS, workdays: true },
    run: async (context) => {
      const open = (await stores.pilots.all()).filter(({ closedOn }) => closedOn === undefined);
      const waiting = open.filter(({ unheard }) => unheard !== undefined);
      const lost = open.filter(({ channelGone }) => channelGone !== undefined);
      if (waiting.length + lost.length === 0) return;
      const now = await todayOf(context);
      for (const pilot of lost) await tellChannelGone(stores, context, pilot, now);
      for (const pilot of waiting)
        await context.once(
          { what: 'pilot-news', about: pilot.id, period: `${now.day} ${pilot.unheard}` },
          () => tellCrew(stores, context, pilot, now, toldOn(now.day)),
        );
    },
  };
}

/** Asks who leads a pilot on its last working day whether to go on or to close; once for each last day. */
async function askOnLastDay(
  { pilots }: Stores,
  context: JobContext,
  { id, until, askedAbout }: Pilot,
  leads: readonly Person[],
  { day, closures, isThere }: Today,
): Promise<void> {
  if (askedAbout === until || day < lastWorkdayOf(until, closures)) return;
  // With nobody there today it waits for the first day on which one of them works.
  const there = leads.filter(isThere);
  if (there.length === 0) return;
  await context.once({ what: 'pilot-last-day', about: id, period: until }, async () => {
    const now = await pilots.get(id);
    // It was closed, or goes on for longer, since it was read.
    if (!now || now.closedOn !== undefined || now.until !== until) return;
    const written = await writeToOne(context, there, lastDayCard(now, day));
    if (written === 'later') throw new Error('nobody could be asked about the last day of a pilot');
    if (written === 'sent')
      await pilots.change(id, (current) =>
        current.until === until ? { ...current, askedAbout: until } : current,
      );
  });
}

/** Tells somebody who may give a pilot to a new lead that nobody leads it any more; once. */
async function tellLeaderless(context: JobContext, pilot: Pilot, { people, isThere }: Today): Promise<void> {
  const withRight = (right: Access) => people.filter(({ access }) => access.includes(right)).filter(isThere);
  const there = [...withRight('projectleider'), ...withRight('beheerder')];
  if (there.length === 0) return;
  await context.once({ what: 'pilot-leaderless', about: pilot.id, period: pilot.until }, async () => {
    const written = await writeToOne(context, there, leaderlessCard(pilot));
    if (written === 'later') throw new Error('nobody could be told that a pilot has no lead');
  });
}

/** Once an hour on working days: pilots that come to their end, and those that nobody leads any more. */
export const courseJob = (stores: Stores): Job => ({
  name: 'pilot-course',
  when: { hours: TELLING_HOURS, workdays: true },
  run: async (context) => {
    const hour = `${today(context.now)}T${timeOfDay(context.now).slice(0, 2)}`;
    await context.once({ what: 'pilot-course', about: 'all', period: hour }, async () => {
      const open = (await stores.pilots.all()).filter(({ closedOn }) => closedOn === undefined);
      if (open.length === 0) return;
      const now = await todayOf(context);
      for (const pilot of open) {
        const members = await stores.pilots.members(pilot.id);
        if (isLeaderless(members, now.people, Temporal.PlainDate.from(now.day))) {
          await tellLeaderless(context, pilot, now);
          continue;
        }
        const leads = presentIn(members, now.people).flatMap(({ member, person }) =>
          member.role === 'lead' ? [person] : [],
        );
        await askOnLastDay(stores, context, pilot, leads, now);
      }
    });
  },
});
