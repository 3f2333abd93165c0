import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import { isBetween } from '../../../calendar/hours.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import type { Settings } from '../../../people/municipality.ts';
import { type Address, isPresent, type Person } from '../../../people/person.ts';
import { seatOf } from '../rights.ts';
import { answeredNews, repliedNews } from './cards.ts';
import { hearsToday, type Said, type Side } from './rules.ts';
import type { Conversation, ReplyStore } from './store.ts';

export interface TellingTools {
  replies: ReplyStore;
  readSettings(): Promise<Settings>;
  everybody(): Promise<Person[]>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  markBlocked(person: Person): Promise<unknown>;
  /** Does the work once, whichever instance comes first. */
  once(name: { what: string; about: string; period: string }, work: () => Promise<void>): Promise<void>;
}

/** Local times between which people are told. */
const HOURS = ['09:00', '16:00'] as const;
/** So often a message is tried that may arrive a little later. */
const TRIES = 3;

/** Read once for all teams, and only when a team is due. */
function lazily<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

/**
 * Tells teams that there is an answer to something shared without name: everybody in the same words on their first
 * working day after it, since a message to the writer alone would stay beside their name (house trust rules 1 and 2).
 * And tells who leads the team that a writer said something, no sooner than the day after.
 */
export async function tellOfReplies(tools: TellingTools, now: Temporal.Instant): Promise<void> {
  if (!isBetween(now, HOURS)) return;
  const day = today(now);
  const settings = await tools.readSettings();
  const closures = new Set(settings.municipality.closures);
  if (!isWorkday(day, closures)) return;
  const conversations = lazily(() => tools.replies.all());
  const everybody = lazily(() => tools.everybody());
  for (const { key: team, name } of settings.teams)
    await tools.once({ what: 'replies', about: team, period: day.toString() }, async () => {
      const own = (await conversations()).filter((one) => one.team === team);
      const [byLead, byWriter] = [daysOf(own, 'lead'), daysOf(own, 'writer')];
      if (byLead.length + byWriter.length === 0) return;
      const people = (await everybody()).filter(isReachable);
      const leads = new Set(people.filter((person) => leadsTeam(person, settings, team)));
      const hears = (days: readonly string[]) => (person: Person) =>
        hearsToday(person, days, day.toString(), closures);
      const members = people.filter((person) => person.team === team && !leads.has(person));
      await tellAll(tools, members.filter(hears(byLead)), repliedNews);
      await tellAll(tools, [...leads].filter(hears(byWriter)), answeredNews(team, name));
    });
}

/** The days on which one side said something. Closing a conversation is no news. */
function daysOf(conversations: readonly Conversation[], side: Side): string[] {
  const said = conversations.flatMap((one): Said[] => one.said);
  return [
    ...new Set(said.flatMap(({ from, day, text }) => (from === side && text !== undefined ? [day] : []))),
  ];
}

const isReachable = (person: Person) =>
  isPresent(person) &&
  person.reach === 'open' &&
  person.address !== undefined &&
  person.directoryId !== undefined;

const leadsTeam = (person: Person, settings: Settings, team: string) =>
  seatOf(person, settings).leads.some(({ key }) => key === team);

/** What fails for now is tried again after the others; who cannot be reached stays without. */
async function tellAll(
  { send, markBlocked }: TellingTools,
  people: readonly Person[],
  message: Message,
): Promise<void> {
  let left = people;
  for (let tries = 0; tries < TRIES && left.length > 0; tries += 1) {
    const again: Person[] = [];
    for (const person of left) {
      if (!person.address) continue;
      const { kind } = await send(person.address, message);
      if (kind === 'gone') await markBlocked(person);
      if (kind === 'again' || kind === 'throttled') again.push(person);
    }
    left = again;
  }
}
