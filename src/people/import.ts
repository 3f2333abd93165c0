import type { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { defaultSchedule } from '../calendar/schedule.ts';
import { type Problem, readCsv, type UnreadCsv } from '../files/csv.ts';
import type { Audit } from './audit.ts';
import { type Duty, endDuties, releasedUpns } from './duties.ts';
import { type PeopleImportPlan, peopleAfter, planImport } from './import-plan.ts';
import { type ImportedPerson, readPeople } from './import-rules.ts';
import type { Team } from './municipality.ts';
import { isPresent, isSameTeam, type Person, teamKey } from './person.ts';
import type { SettingsStore } from './settings.ts';
import type { PeopleStore } from './store.ts';

export interface PeopleImportTools {
  people: PeopleStore;
  settings: SettingsStore;
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
 * Imports people from a CSV file: all of it, or nothing with every wrong line named. What people set
 * themselves in the chat (absence, own working days, check-ins off) stays. `complete` means that the file
 * lists everybody. Importing twice changes nothing, and a second run finishes one that stopped halfway.
 */
export async function importPeople(
  { people, settings, audit, now }: PeopleImportTools,
  bytes: Uint8Array,
  { complete, who }: { complete: boolean; who: string },
): Promise<Imported | { problems: Problem[] }> {
  const file = readCsv(bytes);
  if ('problems' in file) return { problems: problemsOf(file) };
  const read = readPeople(file);
  if ('problems' in read) return read;

  const before = await people.everybody();
  const plan = planImport(before, read.people, { complete, today: today(now()).toString() });
  const { teams, ended } = await settings.read();
  const problems = [...plan.problems, ...intoEnded(read.people, ended), ...intoOther(read.people, teams)];
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
  const fresh = plan.teams.filter(({ key }) => !teams.some((team) => team.key === key));
  for (const { key, name } of fresh) await settings.saveTeam({ key, name, schedule: defaultSchedule });
  const after = peopleAfter(before, plan);
  // Duties end first. Wherever this stops, whoever gets the address of somebody who left does not get their
  // duties with it.
  const fallen = await endDuties({ settings, audit }, who, releasedUpns(before, after));
  // Who moves has two rows for a moment, and for longer when this stops here: the old one says that it is the old one.
  for (const { team, id } of plan.dropped)
    await people.change(team, id, (now) => (now.moved ? now : { ...now, moved: true }));
  await people.save([...plan.added, ...plan.changed, ...plan.left]);
  for (const { team, id } of plan.dropped) await people.drop(team, id);
  // Done also when all rows were right: an earlier run may have stopped between a row and what points at it.
  await people.mendDirectory();
  const touched = plan.added.length + plan.changed.length + plan.left.length + plan.dropped.length;
  if (touched > 0) {
    const about = `${plan.added.length} nieuw, ${plan.changed.length} gewijzigd, ${plan.left.length} uit dienst`;
    await audit.record(who, 'mensen import', about);
    // The running bot, which may be another process, opens a chat with whoever is new.
    await settings.changeMunicipality((then) => ({ ...then, peopleSince: now().toString() }));
  }
  const [was, is] = [inTeams(before), inTeams(after)];
  const emptied = teams.filter(({ key }) => was.has(key) && !is.has(key));
  return { plan, newTeams: fresh, knownTeams: teams, emptied, fallen };
}
