import type { Temporal } from 'temporal-polyfill';
import { firstWorkingDay, worksOn } from '../calendar/availability.ts';
import { today } from '../calendar/clock.ts';
import { isBetween } from '../calendar/hours.ts';
import { detailCard } from '../conversation/cards/detail.ts';
import type { Message, NoticeAction } from '../conversation/message.ts';
import type { Messenger } from '../conversation/messenger.ts';
import { mayWorkLater } from '../conversation/send-outcome.ts';
import type { TaskButtons } from '../conversation/task.ts';
import { toMine, waitingDetail } from '../conversation/waiting.ts';
import { forEach } from '../lib/for-each.ts';
import { chatWith, type Person } from './person.ts';

/** Local times between which somebody is told of what they were given to do. */
export const TELLING_HOURS = ['10:00', '16:00'] as const;

/** What is kept of a task about telling its owner. */
export interface Told {
  /** The day (ISO date) on which they were told that it is theirs; also when they took it on themselves. */
  told?: string;
  /** The day by which it should have been done, of which they were asked whether it is. */
  askedFor?: string;
  /** The day by which it should be done, of which its owner was reminded. */
  remindedFor?: string;
}

/** Something that is not done, as its owner is told of it. Days are ISO dates. */
export interface Assigned extends Told {
  /** Directory id. */
  owner: string;
  /** User text that others read too: it goes into a message, which is stored. */
  text: string;
  about: string;
  due?: string;
  /** Whether its owner is reminded of it on its day, or on the last day before it that they work. */
  reminds?: boolean;
  buttons: TaskButtons;
  /** Keeps what was told of it, as long as it is still theirs. */
  keep(told: Told): Promise<unknown>;
}

const isNew = ({ told }: Told) => told === undefined;
const isToAsk = ({ told, askedFor, due }: Assigned, day: string) =>
  told !== undefined && due !== undefined && due < day && askedFor !== due;

/** So far ahead somebody is reminded of what is due on a day on which they do not work. */
const REMINDED_AHEAD_DAYS = 7;

/** Whether this is the day to remind somebody: they do not work any more before it should be done. Who was told today knows. */
function isToRemind(
  { told, due, reminds = false, remindedFor }: Assigned,
  person: Person,
  date: Temporal.PlainDate,
  closures: ReadonlySet<string>,
): boolean {
  const day = date.toString();
  if (!reminds || told === undefined || told === day || remindedFor === due) return false;
  if (due === undefined || due < day) return false;
  const ahead = date.until(due).days;
  if (ahead > REMINDED_AHEAD_DAYS) return false;
  const later = Array.from({ length: ahead }, (_, n) => date.add({ days: n + 1 }));
  return firstWorkingDay(person, later, closures) === undefined;
}

function lines(tasks: readonly Assigned[], day: string, actions: (task: Assigned) => NoticeAction[]) {
  return tasks.map((task) => ({
    text: task.text,
    detail: waitingDetail(task, day),
    actions: actions(task),
  }));
}

const DONE = 'Is dit gedaan?';
const SOON = 'Denk je hieraan?';

/** What somebody was given to do, what should have been done, and what should be done today. */
export function assignedCard(
  fresh: readonly Assigned[],
  late: readonly Assigned[],
  day: string,
  soon: readonly Assigned[] = [],
): Message {
  const asked = soon.length > 0 ? SOON : DONE;
  const title =
    fresh.length === 0 ? asked : fresh.length === 1 ? 'Jij pakt dit op' : 'Jij pakt deze dingen op';
  return detailCard({
    kind: 'mine',
    text: fresh.length === 0 ? title : `${title}. Op de kaart staat wat en wanneer.`,
    title,
    note: fresh.length > 0 ? 'Klopt dit niet? Overleg met je team.' : '',
    sections: [
      { lines: lines(fresh, day, ({ buttons }) => [buttons.done]) },
      {
        title: fresh.length > 0 ? SOON : '',
        lines: lines(soon, day, ({ buttons }) => [buttons.done, buttons.later]),
      },
      {
        title: fresh.length + soon.length > 0 ? DONE : '',
        lines: lines(late, day, ({ buttons }) => [buttons.done, buttons.later]),
      },
    ].filter((section) => section.lines.length > 0),
    actions: [toMine],
  });
}

/** So many things stand in one message; the others are told on the next working day. */
const MOST_AT_ONCE = 5;

/** What telling people of their tasks needs to know. */
export interface TellingOwners extends Pick<Messenger, 'send'> {
  people: readonly Person[];
  now: Temporal.Instant;
  /** ISO dates on which the municipality is closed. */
  closures: ReadonlySet<string>;
}

/**
 * Tells people of what they were given to do and do not know yet, reminds them of what should be done today, and asks of what
 * should have been done whether it is: one message each, once. Nobody is written to on a day on which they do not work. Throws when somebody could not be reached for
 * now: to be done again later, which repeats nothing that arrived.
 */
export async function tellOwners(
  tasks: readonly Assigned[],
  { people, now, closures, send }: TellingOwners,
): Promise<void> {
  const date = today(now);
  const day = date.toString();
  const byOwner = Map.groupBy(tasks, ({ owner }) => owner);
  let mayLater = false;
  await forEach([...byOwner], async ([owner, theirs]) => {
    const person = people.find(({ directoryId }) => directoryId === owner);
    const chat = person && worksOn(person, date, closures) ? chatWith(person) : undefined;
    if (!person || !chat) return;
    // What is for today comes first: tomorrow it would be too late to say so.
    const isSoon = (task: Assigned) => isToRemind(task, person, date, closures);
    const told = [
      ...theirs.filter(isSoon),
      ...theirs.filter((task) => isNew(task) || isToAsk(task, day)),
    ].slice(0, MOST_AT_ONCE);
    if (told.length === 0) return;
    const [soon, fresh] = [told.filter(isSoon), told.filter(isNew)];
    const late = told.filter((task) => isToAsk(task, day));
    const { kind } = await send(chat, assignedCard(fresh, late, day, soon));
    mayLater ||= mayWorkLater({ kind });
    if (kind !== 'sent') return;
    for (const task of soon) await task.keep({ told: task.told, remindedFor: task.due });
    for (const task of fresh) await task.keep({ told: day });
    for (const task of late) await task.keep({ told: task.told, askedFor: task.due });
  });
  if (mayLater) throw new Error('somebody could not be told what they take up');
}

/** Local times of the working day: what has to be done today is told in all of it. */
export const WORKING_HOURS = ['08:00', '18:00'] as const;

/**
 * Tells somebody at once that something is theirs, where it should be done today: the next round would be too late. Gives
 * the day on which they know of it, to keep with it; undefined when they have to be told later. Who takes something on
 * themselves (`by`, a directory id) knows.
 */
export async function toldAtOnce(
  { owner, due }: Pick<Assigned, 'owner' | 'due'>,
  by: string,
  messageOn: (day: string) => Message,
  { people, now, closures, send }: TellingOwners,
): Promise<string | undefined> {
  const date = today(now);
  const day = date.toString();
  if (owner === by) return day;
  const person = people.find(({ directoryId }) => directoryId === owner);
  const chat = person && worksOn(person, date, closures) ? chatWith(person) : undefined;
  if (!chat || due !== day || !isBetween(now, WORKING_HOURS)) return undefined;
  return (await send(chat, messageOn(day))).kind === 'sent' ? day : undefined;
}

/** What to say of somebody who was given something and whom nobody can write to; '' where they will hear of it. */
export function unreachedWords(owner: string | undefined, by: string, people: readonly Person[]): string {
  const person = people.find(({ directoryId }) => directoryId !== undefined && directoryId === owner);
  return !person || owner === by || chatWith(person)
    ? ''
    : 'Ik kan deze collega geen bericht sturen. Vertel het zelf.';
}

/** What is wrong with a choice of somebody to whom nothing can be given, since their account is not known yet. */
export const noAccountYet = (name: string): string =>
  `${name} heeft nog geen account in Kompas. Kies iemand anders, of spreek het samen af.`;
