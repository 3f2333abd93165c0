import type { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { asChosen, defaultSchedule } from '../calendar/schedule.ts';
import type { Problem } from '../files/csv.ts';
import type { Audit } from './audit.ts';
import { chatsAreDue } from './chats-due.ts';
import { type Duty, endDuties, releasedUpns } from './duties.ts';
import { readPeopleFile } from './import-file.ts';
import { linesOfPlan, rebound } from './import-log.ts';
import {
  merged,
  type PeopleImportPlan,
  peopleAfter,
  planImport,
  type Standing,
  takenOut,
} from './import-plan.ts';
import type { ImportedPerson } from './import-rules.ts';
import type { Settings, Team } from './municipality.ts';
import { isPresent, isSameTeam, type Person, type Place, placeOf, teamKey } from './person.ts';
import { reservedIds } from './reserved-ids.ts';
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

/** The people and teams that a file is compared with. */
export interface PeopleState {
  people: readonly Person[];
  settings: Pick<Settings, 'teams' | 'ended'>;
}

/** What an import would do, with the teams that come with it, those that are known already, and those it takes everybody from. */
export interface PlannedPeople {
  plan: PeopleImportPlan;
  newTeams: { key: string; name: string }[];
  knownTeams: readonly Team[];
  emptied: readonly Team[];
}

/** What came of a plan. */
export interface Outcome {
  /** What fell open because whoever was recorded for it left. */
  fallen: readonly Duty[];
  /** The rows of before of who should hear that their address or name goes with another account now. */
  rebound: readonly Person[];
}

/** What an import did. */
export interface Imported extends PlannedPeople, Outcome {}

const at = ({ team, id }: Person): Place => ({ team, id });

const inTeams = (people: readonly Person[]) => new Set(people.filter(isPresent).map(({ team }) => team));

/** Lines that name a team that ended. It does not come back by itself: newcomers would read what others shared there. */
function intoEnded(wanted: readonly ImportedPerson[], ended: readonly Team[]): Problem[] {
  return wanted.flatMap(({ line, teamName }) => {
    const team = ended.find(({ key }) => key === teamKey(teamName));
    const reason = (name: string, day: string | undefined) =>
      `Het team ${name} is opgeheven op ${day}. Kies een andere naam, of zet het team terug met “kompas instellingen heropenen --team "${name}"”.`;
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
  standing: Standing,
): Promise<Person[]> {
  const lineOf = new Map(wanted.map((line) => [line.id, line]));
  const sourceOf = new Map(plan.moves.map(({ from, to }) => [placeOf(to), from]));
  const said = (person: Person, now: Person | undefined) => {
    const line = lineOf.get(person.id);
    return line && merged(now, line, standing);
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
  return rewritePeople(people, { changes, moves, takeovers: plan.takeovers, dropped: plan.dropped });
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
    return {
      ...at(person),
      change: (now) => {
        if (!now || !line) return now;
        const { source, placed, uncounted } = now;
        return { ...merged(undefined, line), source, placed, uncounted };
      },
    };
  };
  await people.changeAll(erased.map(asNew));
}

/** What a file would do to people, as far as everything in it is right: `state` are the people and settings of that moment. */
export function planPeople(
  wanted: readonly ImportedPerson[],
  state: PeopleState,
  options: { complete: boolean; today: string; standing?: Standing },
): PlannedPeople | { problems: Problem[] } {
  const plan = planImport(state.people, wanted, options);
  const { teams, ended } = state.settings;
  const problems = [
    ...plan.problems,
    ...reservedIds(wanted, state.people, state.settings),
    ...intoEnded(wanted, ended),
    ...intoOther(wanted, teams),
  ];
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
  const [was, is] = [inTeams(state.people), inTeams(peopleAfter(state.people, plan))];
  return {
    plan,
    newTeams: plan.teams.filter(({ key }) => !teams.some((team) => team.key === key)),
    knownTeams: teams,
    emptied: teams.filter(({ key }) => was.has(key) && !is.has(key)),
  };
}

/** What a plan is made from, and who was silent before that: whoever erases themselves from then on is not brought back. */
export interface Since {
  before: readonly Person[];
  silentSince(): Promise<(directoryId: string) => boolean>;
}

/** The people that a plan is made from. */
export async function stateBefore({
  people,
  silence,
}: Pick<PeopleImportTools, 'people' | 'silence'>): Promise<Since> {
  const silentSince = await silence.watch();
  return { silentSince, before: await people.everybody() };
}

/** How many rows a plan writes or takes away. */
export const touchedBy = ({ added, changed, left, dropped }: PeopleImportPlan): number =>
  added.length + changed.length + left.length + dropped.length;

/** What the log says of a file of people as a whole. */
export const PEOPLE_IMPORT = 'mensen import';

/** How many people a plan adds, changes and takes out, for the log: no names. */
export const peopleInShort = ({ added, changed, left }: PeopleImportPlan): string =>
  `${added.length} nieuw, ${changed.length} gewijzigd, ${left.length} uit Kompas`;

/**
 * Carries out a plan on the people that it was made from. What people set themselves in the chat (absence, own working days,
 * check-ins off) stays, also when they did so meanwhile. A second run finishes one that stopped halfway.
 */
export async function applyPeople(
  { people, settings, audit, now }: Omit<PeopleImportTools, 'silence'>,
  wanted: readonly ImportedPerson[],
  planned: PlannedPeople,
  {
    before,
    silentSince,
    who,
    standing = 'counted',
    peopleSince = '',
  }: Since & { who: string; standing?: Standing; peopleSince?: string },
): Promise<Outcome> {
  const { plan, newTeams } = planned;
  const touched = touchedBy(plan);
  // Before anything is written, since rows give people rights: a next run of the same file would find nothing left to do, and log nothing.
  if (touched > 0) {
    const whole = { what: PEOPLE_IMPORT, about: peopleInShort(plan) };
    await audit.recordAll(who, [whole, ...linesOfPlan(plan, before, planned)], peopleSince);
  }
  for (const { key, name } of newTeams)
    await settings.saveTeam({ key, name, schedule: asChosen(undefined, defaultSchedule, now()) });
  // Duties end first. Wherever this stops, whoever gets the address of somebody who left does not get their
  // duties with it.
  const fallen = await endDuties({ settings, audit }, who, releasedUpns(before, peopleAfter(before, plan)));
  const written = await carryOut(people, plan, wanted, standing);
  await leaveSilent(people, written, await silentSince(), wanted);
  // Done also when all rows were right: an earlier run may have stopped between a row and what points at it.
  await people.mendDirectory();
  if (touched > 0) {
    // The running bot, which may be another process, opens a chat with whoever is new.
    await chatsAreDue(settings, now());
  }
  return { fallen, rebound: rebound(plan, before) };
}

/**
 * Imports people from a CSV or Excel file: all of it, or nothing with every wrong line named. `complete` means that the file
 * lists everybody. `standing` is `kept` for what is changed by hand. Importing twice changes nothing.
 */
export async function importPeople(
  tools: PeopleImportTools,
  bytes: Uint8Array,
  {
    complete,
    who,
    name = 'mensen.csv',
    standing,
  }: { complete: boolean; who: string; name?: string; standing?: Standing },
): Promise<Imported | { problems: Problem[] }> {
  const read = await readPeopleFile(bytes, name);
  if ('problems' in read) return read;
  const since = await stateBefore(tools);
  const settings = await tools.settings.read();
  const planned = planPeople(
    read.people,
    { people: since.before, settings },
    { complete, today: today(tools.now()).toString(), standing },
  );
  if ('problems' in planned) return planned;
  const { peopleSince } = settings.municipality;
  const outcome = await applyPeople(tools, read.people, planned, { ...since, who, standing, peopleSince });
  return { ...planned, ...outcome };
}
