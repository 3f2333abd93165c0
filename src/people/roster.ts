import type { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { weekdays } from '../calendar/weekdays.ts';
import { lazily } from '../lib/lazily.ts';
import { BY_ITSELF } from './actors.ts';
import { keptRights } from './administrators.ts';
import type { Audit } from './audit.ts';
import { bind } from './binding.ts';
import { chatsAreDue } from './chats-due.ts';
import { endDuties } from './duties.ts';
import { takenBack } from './erased-meanwhile.ts';
import { isPlaced, isPresent, type Person } from './person.ts';
import { rewritePeople } from './rewriting.ts';
import { logCame, logLostRights, type RosterLog } from './roster-log.ts';
import type { RosterMember } from './roster-member.ts';
import type { RosterNews } from './roster-news.ts';
import { noRights, seenAs } from './roster-rows.ts';
import type { SettingsStore } from './settings.ts';
import type { Silence } from './silence.ts';
import type { PeopleStore } from './store.ts';
import type { TeamLink } from './tables.ts';
import type { TeamLinks } from './team-links.ts';

export interface RosterTools {
  people: PeopleStore;
  teamLinks: TeamLinks;
  settings: SettingsStore;
  audit: Audit;
  silence: Pick<Silence, 'read' | 'of'>;
  /** Directory ids of the administrators whom the configuration names. */
  administrators: readonly string[];
  now(): Temporal.Instant;
  /** Tells those whom it concerns, also of what was done before a reading broke off. */
  tell(news: readonly RosterNews[]): Promise<void>;
  /** Somebody in the roster of another linked team, by an id within Teams or the directory. Throws when Teams does not say. */
  memberOf(link: TeamLink, user: string): Promise<RosterMember | undefined>;
}

const workingWeek = weekdays.filter((day) => day !== 'za' && day !== 'zo');

/** One reading of a roster: who is known to have caused it, what it comes to, and who erased themselves. */
interface Reading extends RosterTools, Pick<RosterLog, 'by' | 'current'> {
  news: RosterNews[];
  /** Who got an account in Kompas by this reading, and may have no chat yet. */
  linked: Person[];
  isSilent(): Promise<(directoryId: string) => boolean>;
}

/** Takes a person along to another team: what they set themselves, such as that they stopped check-ins, but no rights. */
async function move(
  reading: Reading,
  before: Person,
  change: Partial<Person> & { team: string },
): Promise<void> {
  const { people, news } = reading;
  const kept = await keptRights(reading, before);
  const rights = await logLostRights(reading, before, kept);
  await logCame(reading, before.id, { to: change.team, from: before.team });
  const to = { team: change.team, id: before.id };
  const make = (was: Person, now: Person | undefined): Person => ({
    ...(now && isPresent(now) ? now : was),
    source: 'teams',
    access: [...noRights, ...kept],
    removed: undefined,
    moved: undefined,
    ...change,
  });
  // Wherever this stops, the old row says that it is the old one, and the next reading of its roster finishes it.
  const [after] = await rewritePeople(people, {
    changes: [],
    moves: [{ from: before, to, make }],
    dropped: [before],
  });
  if (!after || (await takenBack(reading, after))) return;
  news.push({ kind: 'came', team: after.team, person: after });
  if (rights.length > 0) news.push({ kind: 'lost', team: before.team, person: before, rights, duties: [] });
}

/**
 * Somebody whom the people file put in their team is in the roster of our team `shown` and not in that of their own. They
 * stay where the file says, without the rights they had, and administrators are told, once.
 */
async function stay(reading: Reading, before: Person, shown: string): Promise<void> {
  if (before.elsewhere === shown) return;
  const kept = await keptRights(reading, before);
  const rights = await logLostRights(reading, before, kept);
  const person = await reading.people.change(before.team, before.id, (now) => ({
    ...now,
    access: [...noRights, ...kept],
    elsewhere: shown,
  }));
  if (!person) return;
  reading.news.push({ kind: 'elsewhere', team: before.team, person, shown });
  if (rights.length > 0)
    reading.news.push({ kind: 'lost', team: before.team, person: before, rights, duties: [] });
}

/** Who works here with another account and has one of these addresses. What settings record of an address is theirs. */
async function holderOf(
  { people }: Pick<Reading, 'people'>,
  upns: readonly (string | undefined)[],
  directoryId: string,
): Promise<Person | undefined> {
  for (const upn of upns) {
    const holder = upn === undefined ? undefined : await people.byUpn(upn);
    if (holder && holder.directoryId !== directoryId) return holder;
  }
  return undefined;
}

/** Somebody in the roster becomes known where they are: only who `joined` is added or comes back, without the rights they had. */
async function see(reading: Reading, link: TeamLink, member: RosterMember, joined: boolean): Promise<void> {
  const { people, news, linked } = reading;
  const { directoryId, name, upn, guest, user } = member;
  const before = await people.lastOf(directoryId);
  const known = before && isPresent(before) ? before : await bind(people, member);
  if (known) {
    if (known !== before) linked.push(known);
    await people.change(known.team, known.id, (now) => seenAs(now, member, link));
    return;
  }
  // Anybody in a Teams team may invite a guest: whether one takes part is for an administrator to say, in the file.
  if (guest || !joined) return;
  // Who leads a team in Teams can add anybody to it at any time. Whoever was taken out by the file comes back by the file, and
  // whoever erased themselves when an administrator adds them anew, as they were told (trust:see-and-erase).
  if (before?.source === 'import' || (await reading.isSilent())(directoryId)) return;
  const holder = await holderOf(reading, [upn, before?.upn], directoryId);
  if (holder) {
    news.push({ kind: 'taken', team: link.team, name: name ?? holder.upn, holder });
    return;
  }
  if (before?.team === link.team) {
    await logLostRights(reading, before);
    await logCame(reading, before.id, { to: link.team });
    const back = await people.change(link.team, before.id, (now) => ({
      ...seenAs(now, member, link),
      access: [...noRights],
      removed: undefined,
    }));
    if (back) news.push({ kind: 'came', team: link.team, person: back });
    return;
  }
  if (before && isPlaced(before)) return stay(reading, before, link.team);
  const seen = { teamsId: user, seenIn: [link.teamsTeamId] };
  if (before) {
    await move(reading, before, {
      ...seen,
      team: link.team,
      name: name ?? before.name,
      upn: upn ?? before.upn,
    });
    return;
  }
  // An address is what an import and colleagues know somebody by: without one nobody is added.
  if (upn === undefined) return;
  const person: Person = {
    ...seen,
    id: directoryId,
    directoryId,
    name: name ?? upn,
    upn,
    team: link.team,
    workdays: [...workingWeek],
    checkins: true,
    reach: 'none',
    source: 'teams',
    access: [...noRights],
  };
  await logCame(reading, person.id, { to: link.team });
  await people.save([person]);
  if (!(await takenBack(reading, person))) news.push({ kind: 'came', team: link.team, person });
}

/** Another of our teams that somebody is in by a linked team in Teams; its roster is asked. */
async function otherPlace(
  { teamLinks: links, settings, memberOf }: RosterTools,
  { directoryId = '', teamsId = directoryId }: Person,
  others: readonly string[],
): Promise<{ link: TeamLink; member: RosterMember } | undefined> {
  const { teams } = await settings.read();
  for (const id of others) {
    const link = await links.of(id);
    if (!link || link.deleted !== undefined || !teams.some(({ key }) => key === link.team)) continue;
    const member = await memberOf(link, teamsId);
    if (member) return { link, member };
  }
  return undefined;
}

/** Somebody is in the roster no more. Whoever is in another linked team by then goes there. */
async function leave(reading: Reading, link: TeamLink, person: Person): Promise<void> {
  const { people, settings, audit, now, by, news } = reading;
  const others = (person.seenIn ?? []).filter((id) => id !== link.teamsTeamId);
  const other = isPresent(person) ? await otherPlace(reading, person, others) : undefined;
  if (other && other.link.team !== person.team) {
    // They stay known as seen here, so that the night finds it when they are in none any more.
    if (isPlaced(person)) return stay(reading, person, other.link.team);
    await move(reading, person, { team: other.link.team, seenIn: others });
    return;
  }
  if (other || !isPresent(person)) {
    await people.change(person.team, person.id, (then) => ({ ...then, seenIn: others }));
    return;
  }
  const kept = await keptRights(reading, person);
  // Duties and rights end first: when this breaks off, the roster is read again, and finds somebody who is still here.
  const duties = await endDuties({ settings, audit }, by, [person.upn]);
  const rights = await logLostRights(reading, person, kept);
  await audit.record(by, 'uit het team in Teams', person.id);
  await people.change(person.team, person.id, (then) => ({
    ...then,
    seenIn: others,
    source: 'teams',
    placed: isPlaced(then) ? true : undefined,
    access: [...noRights, ...kept],
    removed: kept.length > 0 ? undefined : (then.removed ?? today(now()).toString()),
  }));
  if (kept.length > 0) news.push({ kind: 'last', team: person.team, person });
  if (duties.length + rights.length > 0)
    news.push({ kind: 'lost', team: person.team, person, rights, duties });
}

/** What was read of a roster; `users` are the ids within Teams of all who are in it. */
export interface RosterRead {
  members: readonly RosterMember[];
  users: readonly string[];
  complete: boolean;
}

/**
 * Makes our team agree with the roster of the team in Teams that is linked to it. The roster is the truth, and what events
 * told (`look` of the link) only a reason to read it: whoever joined and is in it is added; whoever was in it, or is said to
 * have left, and is not in it leaves, or goes on in another linked team. `users` are the ids within Teams of all who are in
 * it: of some Teams tells no more, and those stay too. Of a roster that was read in part, only who is in it counts. May be repeated, and stopped anywhere. Throws when another roster has to be asked and does not answer.
 */
export async function agreeWithRoster(tools: RosterTools, link: TeamLink, read: RosterRead): Promise<void> {
  const news: RosterNews[] = [];
  const linked: Person[] = [];
  const isSilent = lazily(() => tools.silence.read());
  const current = lazily(() => tools.settings.read());
  const by = link.look?.by ?? BY_ITSELF;
  try {
    await agree({ ...tools, by, news, linked, isSilent, current }, link, read);
  } finally {
    const came = news.flatMap((one) => (one.kind === 'came' ? [one.person] : []));
    if ([...linked, ...came].some(({ reach }) => reach === 'none'))
      await chatsAreDue(tools.settings, tools.now());
    if (news.length > 0) await tools.tell(news);
  }
}

async function agree(
  reading: Reading,
  link: TeamLink,
  { members: roster, users, complete }: RosterRead,
): Promise<void> {
  const { people } = reading;
  const { team, teamsTeamId, look } = link;
  const { joined = [], left = [], whole = false }: Partial<NonNullable<TeamLink['look']>> = look ?? {};
  // A team has members: a roster without any that say who they are was not read.
  if (complete && roster.length === 0) throw new Error('a roster without members');
  const before = await people.members(team);
  const known = new Map(before.filter(isPresent).map((person) => [person.directoryId, person]));
  for (const member of roster) {
    const here = known.get(member.directoryId);
    if (here && seenAs(here, member, link) === here) continue;
    await see(
      reading,
      link,
      member,
      whole || joined.includes(member.user) || joined.includes(member.directoryId),
    );
  }
  if (whole && reading.linked.length > 0) {
    const all = (await people.members(team)).filter((one) => isPresent(one) && !one.moved);
    const linked = all.filter(({ directoryId }) => directoryId !== undefined).length;
    reading.news.push({ kind: 'linked', team, linked, all: all.length });
  }
  if (!complete) return;
  const ids = new Set([...roster.map(({ directoryId }) => directoryId), ...users]);
  for (const person of await people.members(team)) {
    const own = [person.directoryId, person.teamsId, person.address?.user].filter((id) => id !== undefined);
    const wasThere = person.seenIn?.includes(teamsTeamId) || own.some((id) => left.includes(id));
    // Of whom nobody told that they left, nobody is known to have taken them out.
    const by = own.some((id) => left.includes(id)) ? reading.by : BY_ITSELF;
    if (wasThere && !own.some((id) => ids.has(id))) await leave({ ...reading, by }, link, person);
  }
}
