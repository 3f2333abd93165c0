import { z } from 'zod';
import { type Weekday, weekdays } from '../calendar/weekdays.ts';
import { brief } from '../files/cell-limits.ts';
import type { CsvFile, Problem } from '../files/csv.ts';
import { nameSeen } from '../language/unseen.ts';
import {
  type Access,
  accessRoles,
  guestMark,
  type IbroRole,
  ibroRoles,
  isSameTeam,
  teamKey,
} from './person.ts';

/** One person as the file has it: what the municipality decides, without what the person set in the chat. */
export interface ImportedPerson {
  /** Where it stands in the file. */
  line: number;
  id: string;
  name: string;
  upn: string;
  teamName: string;
  directoryId?: string;
  role?: IbroRole;
  secondRole?: IbroRole;
  access: Access[];
  workdays: Weekday[];
  /** What the file does not say: of who is in Kompas already, that stays as it is. */
  unsaid?: readonly Unsaid[];
}

/** A part of what a file may say of somebody. `other access`: it tells who leads and nothing of other rights. */
export type Unsaid = 'access' | 'other access' | 'workdays' | 'role' | 'secondRole';

/** The columns of a list of people in Kompas' own form, in the order in which it is written. */
export const peopleColumns = [
  'id',
  'naam',
  'email',
  'team',
  'directory_id',
  'ibro_rol',
  'tweede_rol',
  'toegang',
  'werkdagen',
] as const;

/** The columns that a list of people must have. */
export const requiredColumns = ['id', 'naam', 'email', 'team', 'toegang', 'werkdagen'];
const list = (text: string) =>
  text
    .split(/[,|]/)
    .map((item) => item.trim().toLowerCase())
    .filter(Boolean);

/** Says which words of a field are not known, and which are. */
function unknownWords(words: readonly string[], known: readonly string[]): string {
  const quoted = words.map((word) => `"${brief(word)}"`).join(' en ');
  return `ken ik ${quoted} niet. Kies uit: ${known.join(', ')}`;
}

const filled = (most: number) => z.string().min(1, 'is leeg').max(most, `is langer dan ${most} tekens`);

const optionalRole = z.string().transform((text, context): IbroRole | undefined => {
  if (text === '') return undefined;
  const role = ibroRoles.find((known) => known.toLowerCase() === text.toLowerCase());
  if (!role) context.addIssue({ code: 'custom', message: unknownWords([text], ibroRoles) });
  return role;
});

/** What stands between the words of a list. */
const BETWEEN = '. Meer dan één? Zet er een komma tussen';

const listOf = <T extends string>(known: readonly T[]) =>
  z.string().transform((text, context): T[] => {
    const words = [...new Set(list(text))];
    const unknown = words.filter((word) => !known.some((one) => one === word));
    if (words.length === 0)
      context.addIssue({ code: 'custom', message: `is leeg. Kies uit: ${known.join(', ')}${BETWEEN}` });
    if (unknown.length > 0)
      context.addIssue({ code: 'custom', message: `${unknownWords(unknown, known)}${BETWEEN}` });
    return known.filter((one) => words.includes(one));
  });

/** An e-mail address, or the UPN of a guest, which would be one without its mark. */
const isAddress = (text: string) => z.email().safeParse(text.replace(guestMark, '')).success;

const line = z.object({
  id: filled(60).regex(/^[\w.@-]+$/, 'mag alleen letters, cijfers, punt, streepje en @ hebben'),
  naam: filled(120),
  email: filled(200)
    .refine(isAddress, 'is geen e-mailadres')
    .transform((text) => text.toLowerCase()),
  team: filled(80).refine((name) => teamKey(name) !== '', 'heeft geen letters of cijfers'),
  directory_id: z
    .union([
      z.literal('').transform(() => undefined),
      z.guid('is geen object-id. Een object-id ziet eruit als 3f2504e0-4f89-41d3-9a0c-0305e82c3301'),
    ])
    .optional(),
  ibro_rol: optionalRole.optional(),
  tweede_rol: optionalRole.optional(),
  toegang: listOf(accessRoles),
  werkdagen: listOf(weekdays),
});

/**
 * What is wrong with each field. An empty field is named once, and not again for every other way in which it is wrong.
 * `called` is how the file calls a field.
 */
function reasonsOf(error: z.ZodError, called: (field: string) => string): string[] {
  const first = new Map(error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
  return [...first]
    .toReversed()
    .map(
      ([field, message]) =>
        `${message.startsWith('ken ik') ? `Bij ${called(field)}` : called(field)} ${message}.`,
    );
}

function repeated(rows: readonly { line: number; value: string | undefined }[], what: string): Problem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line: at, value }) => {
    if (value === undefined) return [];
    const first = seen.get(value);
    seen.set(value, first ?? at);
    return first === undefined ? [] : [{ line: at, reason: `${what} staat ook in regel ${first}.` }];
  });
}

/** Lines with a team that would get the key of another team in the file: the people of both would be in one. */
function mixedUpTeams(people: readonly ImportedPerson[]): Problem[] {
  const firstOf = new Map<string, ImportedPerson>();
  return people.flatMap((person): Problem[] => {
    const { line: at, teamName } = person;
    const first = firstOf.get(teamKey(teamName)) ?? person;
    firstOf.set(teamKey(teamName), first);
    if (isSameTeam(teamName, first.teamName)) return [];
    const reason = `Het team "${teamName}" kan ik niet onderscheiden van "${first.teamName}" in regel ${first.line}: in een naam tellen alleen letters en cijfers. Is het één team? Schrijf de naam dan overal gelijk. Zijn het er twee? Geef ze dan andere letters of cijfers.`;
    return [{ line: at, reason }];
  });
}

/** Lines with one fault each, as one for each line. */
function byLine(problems: readonly Problem[]): Problem[] {
  return [...Map.groupBy(problems, ({ line: at }) => at)].map(([at, some]) => ({
    line: at,
    reason: some.map(({ reason }) => reason).join(' '),
  }));
}

/** Reads people from a file. All lines are right, or every wrong one is named and nobody is read. */
export function readPeople(file: CsvFile): { people: ImportedPerson[] } | { problems: Problem[] } {
  const missing = requiredColumns.filter((name) => !file.columns.includes(name));
  if (missing.length > 0) {
    return { problems: [{ line: 1, reason: `Dit ontbreekt in de kop: ${missing.join(', ')}.` }] };
  }
  if (file.rows.length === 0) {
    return { problems: [{ line: 0, reason: 'Er staan geen mensen in het bestand.' }] };
  }
  const { people, problems } = peopleIn(file, (field) => field);
  return problems.length > 0 ? { problems: byLine(problems) } : { people };
}

/**
 * The people in a file that has all columns, and each fault of each line: with any of those nobody may be imported. `called` is
 * how the file calls a field.
 */
export function peopleIn(
  file: CsvFile,
  called: (field: string) => string,
): { people: ImportedPerson[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const people: ImportedPerson[] = [];
  for (const { line: at, fields } of file.rows) {
    const seen = Object.entries(fields).map(([name, text]) => [name, nameSeen(text)]);
    const result = line.safeParse(Object.fromEntries(seen));
    if (!result.success) {
      problems.push(...reasonsOf(result.error, called).map((reason) => ({ line: at, reason })));
      continue;
    }
    const { id, naam, email, team, directory_id, ibro_rol, tweede_rol, toegang, werkdagen } = result.data;
    people.push({
      line: at,
      id,
      name: naam,
      upn: email,
      teamName: team,
      directoryId: directory_id?.toLowerCase(),
      role: ibro_rol,
      secondRole: tweede_rol,
      access: toegang,
      workdays: werkdagen,
    });
  }
  const column = (pick: (person: ImportedPerson) => string | undefined) =>
    people.map((person) => ({ line: person.line, value: pick(person) }));
  problems.push(
    ...repeated(
      column(({ id }) => id),
      'Dit id',
    ),
    ...repeated(
      column(({ upn }) => upn),
      'Dit e-mailadres',
    ),
    ...repeated(
      column(({ directoryId }) => directoryId),
      'Dit object-id (directory_id)',
    ),
    ...mixedUpTeams(people),
  );
  return { people, problems: problems.sort((a, b) => a.line - b.line) };
}
