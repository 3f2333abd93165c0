import type { Presence } from '../calendar/availability.ts';
import type { Weekday } from '../calendar/weekdays.ts';
import { spelling } from '../language/words.ts';

/** What somebody may do in Kompas, as recorded by an administrator. */
export const accessRoles = [
  'medewerker',
  'manager',
  'mandaatbeheerder',
  'projectleider',
  'afdelingshoofd',
  'directie',
  'hr',
  'beheerder',
] as const;
export type Access = (typeof accessRoles)[number];

/** Rights over the own team or department: they are of one place, and do not go along to another. */
export const rightsOfPlace: readonly Access[] = ['manager', 'afdelingshoofd'];

/** Those who have a right, as people call them. */
export const accessWords: Record<Access, string> = {
  medewerker: 'medewerkers',
  manager: 'leidinggevenden',
  mandaatbeheerder: 'mandaatbeheerders',
  projectleider: 'projectleiders',
  afdelingshoofd: 'afdelingshoofden',
  directie: 'de directie',
  hr: 'HR',
  beheerder: 'beheerders',
};

/** The four IBRO roles: responsibilities, not job titles. */
export const ibroRoles = [
  'Objectregistrator',
  'Kwaliteitscoördinator',
  'Objectregisseur',
  'Geodata-engineer',
] as const;
export type IbroRole = (typeof ibroRoles)[number];

/** Where to write to somebody: what an install event brings (Teams: "conversation reference"). */
export interface Address {
  serviceUrl: string;
  conversation: string;
  /** The person's and the bot's id within the channel, not the directory id. */
  user: string;
  bot: string;
}

/** Teams: a conversation id without the message it answers is the channel itself. */
export function channelOf(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}

/**
 * True for the id of a group, a channel or a meeting, by which somebody's own chat is never called. Teams gives a chat of two
 * an id that begins like one of a group and ends in `@unq.gbl.spaces`.
 */
export function isGroupConversation(conversation: string): boolean {
  return conversation.startsWith('19:') && !conversation.endsWith('@unq.gbl.spaces');
}

/**
 * Whether we may write: `none` until the app is installed, `open` after it, `blocked` when the person blocked or
 * removed the bot. Only the person's own return makes it `open` again.
 */
export type Reach = 'none' | 'open' | 'blocked';

/** Somebody who works for the municipality. `team` is a team key, dates are ISO dates in Europe/Amsterdam. */
export interface Person extends Presence {
  id: string;
  name: string;
  /** User principal name, in lower case. */
  upn: string;
  team: string;
  /** Bound once: by the import, or at install on exactly this UPN. */
  directoryId?: string;
  role?: IbroRole;
  secondRole?: IbroRole;
  access: Access[];
  /** True once the person set their own working days: an import leaves them alone then. */
  ownWorkdays?: boolean;
  /** False after "stop check-ins". */
  checkins: boolean;
  /** The day and the time ('HH:MM' in Europe/Amsterdam) at which somebody wants the check-in; missing is as their team has it. */
  checkinDay?: Weekday;
  checkinTime?: string;
  /** The day on which somebody wants a weekly tip; missing for who does not. */
  tipDay?: Weekday;
  reach: Reach;
  address?: Address;
  /** The moment of their last install, as Teams tells it: an older removal of which we hear later is no news. */
  installed?: string;
  /** Why no chat could be opened with somebody who never opened one: the app is not there for them, or Teams knows no such account. */
  unreached?: 'no app' | 'no account';
  /** Their id within Teams, `29:…`, as a roster gave it: some events tell no other. */
  teamsId?: string;
  /** Ids of the linked teams in Teams in whose roster they were seen. */
  seenIn?: readonly string[];
  /** The key of another team of ours, in whose roster they are instead of in that of their own. */
  elsewhere?: string;
  /** True for whom the people file or an administrator put in this team, though they left it or are in it by a roster. */
  placed?: true;
  /** True for who came by a roster and was put in another team by hand: they stay there, and still do not count. */
  uncounted?: true;
  /** Accounts that this row was bound to before: what they may not read or decide, the account of now may not either. */
  formerAccounts?: readonly string[];
  /** True once the welcome was sent. */
  welcomed?: boolean;
  /** While somebody is being welcomed: the instant from which another event may try. */
  welcoming?: string;
  /**
   * Where an administrator or Teams last said that they are in this team: the people file, or the roster of a Teams team that
   * is linked to ours. On the row of somebody who left it tells by which of the two.
   */
  source: 'import' | 'teams';
  /** The day on which the person left. */
  removed?: string;
  /** On a row that goes once the row that takes its place is there, as in another team: the directory leads to that one. */
  moved?: true;
}

/**
 * A key for a team's name: lower case, words joined by dashes, no diacritics. "Objecten West" is "objecten-west". Other
 * names may have the same key: ask `isSameTeam` before somebody gets into a team by its name.
 */
export function teamKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** True for two spellings of one team's name: they differ in capitals, accents and spaces alone. */
export function isSameTeam(name: string, other: string): boolean {
  return teamKey(name) === teamKey(other) && spelling(name) === spelling(other);
}

/** What Entra puts in the UPN of a guest: `naam_bedrijf.example#EXT#@gemeente.onmicrosoft.com`. */
export const guestMark = /#ext#(?=@)/i;

/** Where the row of somebody stands. */
export type Place = Pick<Person, 'team' | 'id'>;

/** The same text for the same place, and another one for every other. */
export const placeOf = ({ team, id }: Place): string => JSON.stringify([team, id]);

/** The same text for two rows that say the same. */
export const contentOf = (person: Person): string =>
  JSON.stringify(
    Object.entries(person)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** True for people who still work here. */
export function isPresent(person: Person): boolean {
  return person.removed === undefined;
}

/** The chat in which Kompas may write to somebody: of who works here, and did not block or remove it. Never that of a group. */
export function chatWith({ address, reach, removed }: Person): Address | undefined {
  if (removed !== undefined || reach !== 'open' || !address) return undefined;
  return isGroupConversation(address.conversation) ? undefined : address;
}

/**
 * People in the order in which they claim an account or an address: those who left come before those who work
 * here, and rows of one person always stand in the same order. When two claim the same, the later one gets
 * it.
 */
export function inOrderOfClaim(people: readonly Person[]): Person[] {
  const place = ({ team, id }: Person) => `${team}|${id}`;
  return [...people].sort(
    (a, b) => Number(isPresent(a)) - Number(isPresent(b)) || (place(a) < place(b) ? -1 : 1),
  );
}

/**
 * Each account once. An import that was broken off may leave a row in the old team and one in the new. This
 * keeps the row that `mendDirectory` lets the account point at, so that nobody counts twice.
 */
export function oncePerAccount(people: readonly Person[]): Person[] {
  const ordered = inOrderOfClaim(people);
  const kept = new Map(ordered.map((person) => [person.directoryId, person]));
  return ordered.filter(
    (person) => person.directoryId === undefined || kept.get(person.directoryId) === person,
  );
}

/**
 * True for whom the people file put in their team, also when they left its roster since then or came back by it. Anybody can
 * join a public team in Teams by themselves: such a person goes to another team by the file alone.
 */
export const isPlaced = ({ source, placed }: Person): boolean => source === 'import' || placed === true;

/**
 * True for whoever counts where a group has to be large enough before anything of it is shown: who works here and was put in
 * this team by the people file, or by an administrator who said that they count, also when who owns it in Teams took them out of
 * it and put them back. Who is in a team by a roster alone may have been added by somebody who reads the picture
 * (trust:fewest-six), and does not count because their row was changed by hand.
 */
export const isCounted = (person: Person): boolean =>
  isPresent(person) && isPlaced(person) && person.uncounted === undefined;

/** True for who leads a team, by right as a member of it or because its settings name their UPN. */
export const isLeaderOf = (
  { key, managers = [] }: { key: string; managers?: readonly string[] },
  { team, access, upn }: Person,
): boolean => (team === key && access.includes('manager')) || managers.includes(upn);

/**
 * The members whose answers count: everybody in the team whom an administrator put in the people file, except who leads it,
 * by right or because the settings name their UPN, since a manager is no respondent (trust:fewest-six). Whoever stopped
 * check-ins still counts as a member: the form of the card may not tell that somebody stopped, and they may answer
 * whenever they like.
 */
export function respondents(
  { managers = [] }: { managers?: readonly string[] },
  members: readonly Person[],
): Person[] {
  return members.filter(
    (person) => isCounted(person) && !person.access.includes('manager') && !managers.includes(person.upn),
  );
}
