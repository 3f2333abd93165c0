import { createHash } from 'node:crypto';
import { today } from '../../calendar/clock.ts';
import type { Audit } from '../audit.ts';
import { endDuties } from '../duties.ts';
import { type Imported, importPeople, PEOPLE_IMPORT, type PeopleImportTools } from '../import.ts';
import { type Standing, takenOut } from '../import-plan.ts';
import type { Team } from '../municipality.ts';
import { isCounted, isPresent, type Person } from '../person.ts';

/** What an administrator says of somebody, as a line of the people file has it. */
export interface PersonLine {
  id: string;
  name: string;
  upn: string;
  /** The name of the team, and not its key. */
  teamName: string;
  access: readonly string[];
  workdays: readonly string[];
  role?: string;
  secondRole?: string;
  directoryId?: string;
}

const columns = [
  'id',
  'naam',
  'email',
  'team',
  'toegang',
  'werkdagen',
  'ibro_rol',
  'tweede_rol',
  'directory_id',
] as const;

/** Who works here under an id; undefined for nobody. */
export const personNamed = (people: readonly Person[], id: string): Person | undefined =>
  people.find((person) => person.id === id && isPresent(person) && !person.moved);

/** Somebody as a line; `teams` tell how their team is called. */
export function lineOf(person: Person, teams: readonly Team[]): PersonLine {
  const { id, name, upn, team, access, workdays, role, secondRole, directoryId } = person;
  const teamName = teams.find(({ key }) => key === team)?.name ?? team;
  return { id, name, upn, teamName, access, workdays, role, secondRole, directoryId };
}

/**
 * The same short text as long as all stays the same that an administrator changes of somebody: a form and the button that undoes
 * carry it. Working days that somebody set themselves play no part, since no administrator changes those.
 */
export function personMark(person: Person): string {
  const { id, name, upn, team, access, role, secondRole, workdays, ownWorkdays } = person;
  const { directoryId, removed } = person;
  const text = JSON.stringify([
    [id, name, upn, team, access],
    [role, secondRole, ownWorkdays ? '' : workdays],
    [directoryId, removed, isCounted(person)],
  ]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** A line as the import reads it. Nobody opens it in Excel: what looks like a formula stays as it is. */
const csvLine = (cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');

const withoutLine = (reason: string) => reason.replace(/ in regel \d+/, '');

/**
 * Changes or adds people as a file with these lines would: all rules of the import hold, and nothing changes when one is not
 * met. The log says of each of them what changes, before it does. Who is in a team by Teams alone counts no more by this
 * than before, unless `standing` says so (trust:fewest-six). Gives what came of it, or what is wrong in Dutch.
 */
export async function changeByHand(
  tools: PeopleImportTools,
  lines: readonly PersonLine[],
  { who, standing = 'kept' }: { who: string; standing?: Standing },
): Promise<Imported | { problems: string[] }> {
  const file = [
    csvLine(columns),
    ...lines.map(
      ({ id, name, upn, teamName, access, workdays, role = '', secondRole = '', directoryId = '' }) =>
        csvLine([
          id,
          name,
          upn,
          teamName,
          access.join(','),
          workdays.join(','),
          role,
          secondRole,
          directoryId,
        ]),
    ),
  ].join('\n');
  /** The log says what was done with each of them, and not that a file was read. */
  const recordAll: Audit['recordAll'] = (by, said, after) =>
    tools.audit.recordAll(
      by,
      said.filter(({ what }) => what !== PEOPLE_IMPORT),
      after,
    );
  const audit = { ...tools.audit, recordAll };
  const result = await importPeople({ ...tools, audit }, Buffer.from(file), {
    complete: false,
    who,
    standing,
  });
  return 'problems' in result
    ? { problems: result.problems.map(({ reason }) => withoutLine(reason)) }
    : result;
}

/** Takes somebody out of Kompas, once that is in the log: their duties end, and their row goes after some time. */
export async function takeOut(
  { people, settings, audit, now }: Omit<PeopleImportTools, 'silence'>,
  person: Person,
  who: string,
): Promise<void> {
  await audit.record(who, 'persoon uit Kompas', person.id);
  await endDuties({ settings, audit }, who, [person.upn]);
  const day = today(now()).toString();
  await people.change(person.team, person.id, (there) => (isPresent(there) ? takenOut(there, day) : there));
}

/**
 * Makes somebody count who is in their team by Teams alone, once that is in the log (trust:fewest-six): an administrator says that
 * they work there, as the people file would.
 */
export async function makeCount(
  { people, audit }: Pick<PeopleImportTools, 'people' | 'audit'>,
  person: Person,
  who: string,
): Promise<void> {
  await audit.record(who, 'persoon telt mee voor het teambeeld', person.id);
  await people.change(person.team, person.id, (there) =>
    isPresent(there) && !isCounted(there) ? { ...there, placed: true, uncounted: undefined } : there,
  );
}

/** True for what has the form of a directory id, in whatever case. */
export const isAccount = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** What is wrong with an account to bind somebody to, in Dutch; undefined when it can be done. */
export async function bindingProblem(
  { people }: Pick<PeopleImportTools, 'people'>,
  account: string,
): Promise<string | undefined> {
  if (!isAccount(account))
    return 'Dit is geen object-id. Een object-id ziet eruit als 3f2504e0-4f89-41d3-9a0c-0305e82c3301.';
  return (await people.find(account)) ? 'Dit account hoort al bij iemand.' : undefined;
}
