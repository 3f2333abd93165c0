import { takenOut } from '../../people/import-plan.ts';
import { type Municipality, type Team, weeksBetweenFeedback } from '../../people/municipality.ts';
import { inOrderOfClaim, type Person, rightsOfPlace } from '../../people/person.ts';
import type { MunicipalityRow } from '../../people/tables.ts';

/** A row of the settings: of the municipality or of a team. */
export type SettingsRow = Partial<Team> & MunicipalityRow;

/** Without the fields that hold nothing. */
const tidy = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined)) as T;

/** What somebody chose for themselves: as it is now, also where they emptied it. */
const chosen = ['tipDay', 'checkinDay', 'checkinTime', 'absentFrom', 'absentUntil'] as const;
/** What stays away when it was taken away, and comes back as it was otherwise. */
const given = ['role', 'secondRole'] as const;

/**
 * By what somebody is known and written to. Another account than that of the backup took their place since, and the address of before
 * may be somebody else's by now.
 */
const account = [
  'directoryId',
  'formerAccounts',
  'upn',
  'address',
  'installed',
  'teamsId',
  'seenIn',
] as const;

/** Finds the row of now that is about the same account, or else about the same person. */
export function amongPeople(people: readonly Person[]): (person: Person) => Person | undefined {
  // The last one counts: who works here, of rows of one person.
  const ordered = inOrderOfClaim(people);
  const byAccount = new Map(ordered.map((person) => [person.directoryId, person]));
  const byFormer = new Map(
    ordered.flatMap((person) => (person.formerAccounts ?? []).map((former) => [former, person] as const)),
  );
  const byId = new Map(ordered.map((person) => [person.id, person]));
  return ({ id, directoryId = '' }) =>
    byAccount.get(directoryId) ?? byFormer.get(directoryId) ?? byId.get(id);
}

/** Somebody as a backup has them, of whom nothing stands by now: they were taken out since. `day` is today, an ISO date. */
export function goneSince(then: Person, day: string): Person {
  return { ...takenOut(then, day), access: ['medewerker'] };
}

/**
 * Somebody as a backup has them, who may and gets no more than now: no right that was taken away, no message that was stopped, no
 * choice of their own that was taken back; and gone when they were taken out. `now` is their row of now, if there is one.
 */
export function narrowerPerson(then: Person, now: Person | undefined): Person {
  if (!now) return then;
  // Of a row that was bound to another account no right comes back to the one of before, and the one of now reads nothing of it.
  const isSame = then.directoryId === now.directoryId;
  const access = then.access.filter(
    (right) =>
      (isSame || then.directoryId === undefined) &&
      now.access.includes(right) &&
      (then.team === now.team || !rightsOfPlace.includes(right)),
  );
  const own = now.ownWorkdays ? { workdays: now.workdays, ownWorkdays: true } : {};
  const whole = tidy({
    ...then,
    ...own,
    ...(isSame && then.upn === now.upn
      ? {}
      : Object.fromEntries(account.map((field) => [field, now[field]]))),
    ...Object.fromEntries(chosen.map((field) => [field, now[field]])),
    ...Object.fromEntries(given.map((field) => [field, now[field] && then[field]])),
    access: access.length > 0 ? access : (['medewerker'] as const),
    checkins: isSame ? then.checkins && now.checkins : now.checkins,
    reach: isSame && now.reach === 'open' ? then.reach : now.reach,
    welcomed: isSame ? then.welcomed || now.welcomed : now.welcomed,
    removed: then.removed ?? now.removed,
  } as Person);
  // Whoever was taken out is brought back by who took them out, and by no roster.
  const isOutByFile = now.removed !== undefined && now.source === 'import' && !now.placed;
  return isOutByFile ? tidy(takenOut(whole, now.removed)) : whole;
}

const inBoth = (then: readonly string[], now: readonly string[]) => then.filter((one) => now.includes(one));
const addresses = (text: string | undefined) => (text ?? '').split(' ').filter(Boolean);

function narrowerTeam(then: SettingsRow, now: SettingsRow): SettingsRow {
  return {
    ...then,
    // When its cards come, where it is written to, and who reads along above it are as now.
    schedule: now.schedule,
    channel: now.channel,
    department: now.department,
    changes: now.changes,
    managers: then.managers && inBoth(then.managers, now.managers ?? []),
    ended: then.ended ?? now.ended,
  };
}

/** Decisions: none that was taken away. */
const recorded = ['consent', 'dpia', 'teamsForDirection'] as const satisfies readonly (keyof Municipality)[];
/** Whom people turn to who need help: as it is now, so that nobody is sent to who does that work no more. */
const helpers = [
  'counsellor',
  'companyDoctor',
  'socialWork',
  'procedure',
] as const satisfies readonly (keyof Municipality)[];
/** What is off, or hidden, when it is true. */
const switches = ['pilotsOff', 'absenceHidden', 'distressOff', 'epithetsOnly'] as const;

function narrowerMunicipality(then: SettingsRow, now: SettingsRow): SettingsRow {
  const worksCouncil = inBoth(addresses(then.worksCouncil), addresses(now.worksCouncil)).join(' ');
  const [before, since] = [weeksBetweenFeedback(then), weeksBetweenFeedback(now)];
  const days = now.closures?.filter((day) => !then.closures?.includes(day)) ?? [];
  const partners = now.partners?.map(({ upn }) => upn) ?? [];
  return {
    ...then,
    ...Object.fromEntries(recorded.map((field) => [field, now[field] && then[field]])),
    ...Object.fromEntries(helpers.map((field) => [field, now[field]])),
    // What stood there before a change may be the address of who was taken out since.
    changes: now.changes,
    ...Object.fromEntries(switches.map((field) => [field, then[field] || now[field]])),
    closures: days.length > 0 ? [...(then.closures ?? []), ...days].sort() : then.closures,
    partners: then.partners?.filter(({ upn }) => partners.includes(upn)),
    worksCouncil: worksCouncil || undefined,
    secondRegistrar: then.secondRegistrar === now.secondRegistrar ? then.secondRegistrar : undefined,
    feedbackWeeks: since > before ? since : then.feedbackWeeks,
  };
}

/**
 * Settings as a backup has them, by which nobody may or gets more than by those of now: what is off stays off, a duty or a decision
 * that was taken away stays away. `now` is undefined where there is no such row by now.
 */
export function narrowerSettings(row: string, then: SettingsRow, now: SettingsRow | undefined): SettingsRow {
  if (!now) return then;
  return tidy(row === 'municipality' ? narrowerMunicipality(then, now) : narrowerTeam(then, now));
}
