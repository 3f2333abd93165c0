import type { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { defaultSchedule } from '../calendar/schedule.ts';
import { type Problem, readCsv, type UnreadCsv } from '../files/csv.ts';
import type { Audit } from './audit.ts';
import { type Duty, endDuties, releasedUpns } from './duties.ts';
import { merged, type PeopleImportPlan, peopleAfter, planImport, takenOut } from './import-plan.ts';
import { type ImportedPerson, readPeople } from './import-rules.ts';
import type { Team } from './municipality.ts';
import { isPresent, isSameTeam, type Person, type Place, placeOf, teamKey } from './person.ts';
import { type Move, rewritePeople } from './rewriting.ts';
import type { SettingsStore } from './settings.ts';
import type { Silence } from './silence.ts';
import type { PeopleStore, PersonChange } from './store.ts';

export interface PeopleImportTools {
  people: PeopleStore;
  settings: SettingsStore;
  silence: Pick<Silence, 'watch'>;
  audit: Audit;
  now(): Temporal.Instant;
}

/**
 * What an import did, with the teams that came with it, those that were known before, those it took everybody from, and
 * what fell open because whoever was recorded for it left.
 */
export interface Imported {
  plan: PeopleImportPlan;
  newTeams: { key: string; name: string }[];
  knownTeams: readonly Team[];
  emptied: readonly Team[];
  fallen: readonly Duty[];
}

const at = ({ team, id }: Person): Place => ({ team, id });

const inTeams = (people: readonly Person[]) => new Set(people.filter(isPresent).map(({ team }) => team));

/** What is wrong with a file that has lines of the wrong length: those, and whatever is wrong in the others. */
function problemsOf({ problems, rest }: UnreadCsv): Problem[] {
  const read: ReturnType<typeof readPeople> =
    rest && rest.rows.length > 0 ? readPeople(rest) : { people: [] };
  return [...problems, ...('problems' in read ? read.problems : [])].sort((a, b) => a.line - b.line);
}

/** Lines that name a team that ended. It does not come back by itself: newcomers would read what others shared there. */
function intoEnded(wanted: readonly ImportedPerson[], ended: readonly Team[]): Problem[] {
  return wanted.flatMap(({ line, teamName }) => {
    const team = ended.find(({ key }) => key === teamKey(teamName));
    const reason = (name: string, day: string | undefined) =>
      `Het team ${name} is opgeheven op ${day}. Kies een andere naam, of zet het team terug met kompas instellingen heropenen --team "${name}".`;
    return team ? [{ line, reason: reason(team.name, team.ended) }] : [];
  });
}

/** Lines with a team that would get the key of another one that is there: its people would read along there. */
function intoOther(wanted: readonly ImportedPerson[], teams: readonly Team[]): Problem[] {
  return wanted.flatMap(({ line, teamName }) => {
    const team = teams.find(({ key }) => key === teamKey(teamName));
    if (!team || isSameTeam(team.name, teamName)) return [];
    const reason = `Het team "${teamName}" kan ik niet onderscheiden van "${team.name}", dat er al is: in een naam tellen alleen letters en cijfers. Is het hetzelfde team? Schrijf dan "${team.name}". Is het een ander team? Geef het dan andere letters of cijfers.`;
    return [{ line, reason }];
  });
}

/**
 * Writes what a plan says of each row on what stands there by then: who set something meanwhile keeps it, and who is gone is
 * left out.
 */
function carryOut(
  people: PeopleStore,
  plan: PeopleImportPlan,
  wanted: readonly ImportedPerson[],
): Promise<Person[]> {
  const lineOf = new Map(wanted.map((line) => [line.id, line]));
  const sourceOf = new Map(plan.moves.map(({ from, to }) => [placeOf(to), from]));
  const said = (person: Person, now: Person | undefined) => {
    const line = lineOf.get(person.id);
    return line && merged(now, line);
  };
  const changes: PersonChange[] = [
    // What a plan says of who is new may come from the row of who had the address before.
    ...plan.added.map((person) => ({
      ...at(person),
      change: (now?: Person) => (now ? said(person, now) : person),
    })),
    ...plan.changed
      .filter((person) => !sourceOf.has(placeOf(person)))
      .map((person) => ({ ...at(person), change: (now?: Person) => now && said(person, now) })),
    ...plan.left.map((person) => ({
      ...at(person),
      change: (now?: Person) => now && takenOut(now, person.removed),
    })),
  ];
  const moves = plan.changed.flatMap((person): Move[] => {
    const from = sourceOf.get(placeOf(person));
    return from
      ? [{ from, to: at(person), make: (before, now) => said(person, now ?? before) ?? before }]
      : [];
  });
  return rewritePeople(people, { changes, moves, dropped: plan.dropped });
}

/**
 * Whoever erased themselves while their row was written, most of all while it moved, stands there as somebody new: as the file
 * says, without a chat and what they once set (trust:see-and-erase).
 */
async function leaveSilent(
  people: PeopleStore,
  written: readonly Person[],
  isNewlySilent: (directoryId: string) => boolean,
  wanted: readonly ImportedPerson[],
): Promise<void> {
  const lineOf = new Map(wanted.map((line) => [line.id, line]));
  const erased = written.filter(({ directoryId }) => directoryId !== undefined && isNewlySilent(directoryId));
  const asNew = (person: Person): PersonChange => {
    const line = lineOf.get(person.id);
    return { ...at(person), change: (now) => (now && line ? merged(undefined, line) : now) };
  };
  await people.changeAll(erased.map(asNew));
}

/**
 * Imports people from a CSV file: all of it, or nothing with every wrong line named. What people set
 * themselves in the chat (absence, own working days, check-ins off) stays. `complete` means that the file
 * lists everybody. Importing twice changes nothing, and a second run finishes one that stopped halfway.
 */
export async function importPeople(
  { people, settings, silence, audit, now }: PeopleImportTools,
  bytes: Uint8Array,
  { complete, who }: { complete: boolean; who: string },
): Promise<Imported | { problems: Problem[] }> {
  const file = readCsv(bytes);
  if ('problems' in file) return { problems: problemsOf(file) };
  const read = readPeople(file);
  if ('problems' in read) return read;

  const silentSince = await silence.watch();
  const before = await people.everybody();
  const plan = planImport(before, read.people, { complete, today: today(now()).toString() });
  const { teams, ended } = await settings.read();
  const problems = [...plan.problems, ...intoEnded(read.people, ended), ...intoOther(read.people, teams)];
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
  const touched = plan.added.length + plan.changed.length + plan.left.length + plan.dropped.length;
  // Before anything is written, since rows give people rights: a next run of the same file would find nothing left to do, and log nothing.
  const about = `${plan.added.length} nieuw, ${plan.changed.length} gewijzigd, ${plan.left.length} uit Kompas`;
  if (touched > 0) await audit.record(who, 'mensen import', about);
  const fresh = plan.teams.filter(({ key }) => !teams.some((team) => team.key === key));
  for (const { key, name } of fresh) await settings.saveTeam({ key, name, schedule: defaultSchedule });
  const after = peopleAfter(before, plan);
  // Duties end first. Wherever this stops, whoever gets the address of somebody who left does not get their
  // duties with it.
  const fallen = await endDuties({ settings, audit }, who, releasedUpns(before, after));
  const written = await carryOut(people, plan, read.people);
  await leaveSilent(people, written, await silentSince(), read.people);
  // Done also when all rows were right: an earlier run may have stopped between a row and what points at it.
  await people.mendDirectory();
  if (touched > 0) {
    // The running bot, which may be another process, opens a chat with whoever is new.
    await settings.changeMunicipality((then) => ({ ...then, peopleSince: now().toString() }));
  }
  const [was, is] = [inTeams(before), inTeams(after)];
  const emptied = teams.filter(({ key }) => was.has(key) && !is.has(key));
  return { plan, newTeams: fresh, knownTeams: teams, emptied, fallen };
}
