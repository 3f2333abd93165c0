import { createHash } from 'node:crypto';
import type { IbroRole } from '../../../people/person.ts';
import { type Registration, registrationName, registrations } from '../content/registrations.ts';

/** A role with the registrations that it is held for; none for all of them. */
export interface RoleFor {
  role: IbroRole;
  registrations: readonly Registration[];
  /** ISO date since which it goes on unchanged, where that is before the day from which the rest of it holds. */
  since?: string;
}

/** What was talked through with somebody: the first is their primary role, the second their secondary one. */
export interface Assigned {
  /** The team for which it was made: it does not go along to another. */
  team: string;
  roles: readonly RoleFor[];
  /** Codes of areas in the register; none for everywhere. */
  areas: readonly string[];
  /** ISO date from which it holds. */
  from: string;
}

/** What somebody wants to learn for it, as one who leads the team wrote it (docs/method.md step 4.3). */
export interface Points {
  technique: string;
  process: string;
  together: string;
  /** The mark of who wrote it (`points-mark.ts`). */
  by: string;
}

/** What somebody wants to learn in their own words: read by them alone, as their role in this team goes. */
export interface Learning extends Omit<Points, 'by'> {
  team: string;
}

/** The parts of `Points` that are written, with what they are called on screen. */
export const pointFields = [
  ['technique', 'Techniek'],
  ['process', 'Kennis van het proces'],
  ['together', 'Samenwerken'],
] as const;
export const LONGEST_POINT = 200;
/** So many areas are held at most: more of them is a larger area. */
export const MOST_AREAS = 5;

/** What somebody held, or holds until the next begins. */
export interface Past extends Pick<Assigned, 'roles' | 'team' | 'from'> {
  /** Missing for what was kept before areas were. */
  areas?: readonly string[];
  /** ISO date: the first day on which it holds no more. */
  until: string;
}

/** How a role stands with one person: what they agreed to, what they were asked, and what was before. */
export interface Assignment {
  /** Counts the changes, so that two who change it at once notice. */
  version: number;
  /** What they said "Klopt" to; this alone stands on the rolkaart. */
  held?: Assigned & { agreed: string; points?: Points };
  /** What waits for their answer, or what they said "Klopt niet" to. */
  asked?: Assigned & { day: string; points?: Points; refused?: true };
  past: readonly Past[];
  /** What they wrote themselves of what they want to learn. */
  learning?: Learning;
  /** What they are still to be told of. */
  untold?: 'asked' | 'stopped';
  /** That they answered, of which who leads the team is still to be told. */
  unheard?: true;
  /** The day on which they said themselves that it is not so any more. */
  dropped?: string;
  /** The key of the team that it was for; missing where that was kept in what was before alone. */
  droppedFor?: string;
}

/** So much of what was before is kept. */
export const MOST_PAST = 12;

const joined = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}`;

/** What a role is for, at the end of a line: "BAG en BGT", or "alle registraties". */
export const registrationsInWords = ({ registrations: some }: Pick<RoleFor, 'registrations'>): string =>
  some.length === 0 ? 'alle registraties' : joined(some.map(registrationName));

/** "Objectregistrator voor BAG en BGT". */
export const roleInWords = (one: RoleFor): string => `${one.role} voor ${registrationsInWords(one)}`;

/** Both roles in one line. */
export const rolesInWords = (roles: readonly RoleFor[]): string => roles.map(roleInWords).join('; ');

/** The registrations that were ticked, in their own order; none where all of them were. */
export function registrationsIn(ticked: readonly string[]): Registration[] {
  const some = registrations.filter((one) => ticked.includes(one));
  return some.length === registrations.length ? [] : some;
}

const sameRoles = (one: readonly RoleFor[], other: readonly RoleFor[]) =>
  JSON.stringify(one.map(roleInWords)) === JSON.stringify(other.map(roleInWords));

/** True where any of it is written. */
export const isWritten = (points: Omit<Points, 'by'>): boolean =>
  pointFields.some(([field]) => points[field] !== '');

/** What somebody wrote themselves, where it is of this team: it does not go along to a role in another. */
export const learningFor = (
  { learning }: Pick<Assignment, 'learning'>,
  team: string,
): Learning | undefined => (learning?.team === team ? learning : undefined);

/** True for two that say the same, so that a second tap is no second change. */
export const isSame = (one: Assigned, other: Assigned): boolean =>
  one.team === other.team &&
  one.from === other.from &&
  sameRoles(one.roles, other.roles) &&
  one.areas.join() === other.areas.join();

/**
 * What tells a state that a card showed from all others: its roles, registrations, places, team and day, and the version. A version alone
 * does not, as they count from 1 again once a row is gone. Holds nothing of what somebody wants to learn: the chat keeps it.
 */
export const shownMark = ({ team, roles, areas, from }: Assigned, version: number): string =>
  createHash('sha256')
    .update(JSON.stringify([version, team, roles.map((one) => [one.role, one.registrations]), areas, from]))
    .digest('base64url')
    .slice(0, 22);

/**
 * What one who leads this team sees of somebody: of roles that were made for another team nothing, also of one that its holder ended
 * themselves. That one came to what was before, as the last. Where there is nothing of this team, there is no version either: it would
 * tell that there was something elsewhere.
 */
export function seenIn(now: Assignment | undefined, team: string): Partial<Assignment> {
  if (!now) return {};
  const { version, held, asked, past, dropped, droppedFor = past[0]?.team } = now;
  const isDroppedHere = dropped !== undefined && droppedFor === team;
  if (!isDroppedHere && ![held, asked, ...past].some((one) => one?.team === team)) return {};
  return {
    version,
    held: held?.team === team ? held : undefined,
    asked: asked?.team === team ? asked : undefined,
    past: past.filter((one) => one.team === team),
    dropped: isDroppedHere ? dropped : undefined,
  };
}
