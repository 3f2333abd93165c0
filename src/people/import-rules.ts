import { z } from 'zod';
import { type Weekday, weekdays } from '../calendar/weekdays.ts';
import type { CsvFile, Problem } from './csv.ts';
import { type Access, accessRoles, type IbroRole, ibroRoles, type Person, teamKey } from './person.ts';

/** One person as the file has it: what the municipality decides, without what the person set in the chat. */
export interface ImportedPerson {
  id: string;
  name: string;
  upn: string;
  teamName: string;
  directoryId?: string;
  role?: IbroRole;
  secondRole?: IbroRole;
  access: Access[];
  workdays: Weekday[];
}

/** What an import would do. */
export interface ImportPlan {
  added: Person[];
  changed: Person[];
  /** Rows that stand in another team than the file says. */
  dropped: { team: string; id: string }[];
  left: Person[];
  unchanged: number;
  teams: { key: string; name: string }[];
}

const required = ['id', 'naam', 'email', 'team', 'toegang', 'werkdagen'];
const list = (text: string) =>
  text
    .split(/[,|]/)
    .map((item) => item.trim().toLowerCase())
    .filter(Boolean);
const optionalRole = z.union([z.literal('').transform(() => undefined), z.enum(ibroRoles)], {
  error: `moet leeg zijn of een van: ${ibroRoles.join(', ')}`,
});
const filled = (most: number) => z.string().min(1, 'is leeg').max(most, `is langer dan ${most} tekens`);
const listOf = <T extends string>(known: readonly [T, ...T[]]) =>
  z
    .string()
    .transform(list)
    .pipe(z.array(z.enum(known)).min(1, 'is leeg'))
    .transform((items) => [...new Set(items)]);

const line = z.object({
  id: filled(60).regex(/^[\w.@-]+$/, 'mag alleen letters, cijfers, punt en streepje hebben'),
  naam: filled(120),
  email: z
    .email('is geen e-mailadres')
    .max(200)
    .transform((text) => text.toLowerCase()),
  team: filled(80).refine((name) => teamKey(name) !== '', 'heeft geen letters of cijfers'),
  directory_id: z
    .union([z.literal('').transform(() => undefined), z.guid()], { error: 'is geen GUID' })
    .optional(),
  ibro_rol: optionalRole.optional(),
  tweede_rol: optionalRole.optional(),
  toegang: listOf(accessRoles),
  werkdagen: listOf(weekdays),
});

function reasonsOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message, code }) =>
      code === 'invalid_value' ||
      (code === 'invalid_union' && !message.startsWith('moet') && !message.startsWith('is'))
        ? `${String(path[0])}: onbekende waarde`
        : `${String(path[0])} ${message}`,
    )
    .join('; ');
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

/** Reads people from a file. All lines are right, or every wrong one is named and nobody is read. */
export function readPeople(file: CsvFile): { people: ImportedPerson[] } | { problems: Problem[] } {
  const missing = required.filter((name) => !file.columns.includes(name));
  if (missing.length > 0) {
    return { problems: [{ line: 1, reason: `Kolommen ontbreken: ${missing.join(', ')}.` }] };
  }
  const problems: Problem[] = [];
  const read: { line: number; person: ImportedPerson }[] = [];
  for (const { line: at, fields } of file.rows) {
    const result = line.safeParse(fields);
    if (!result.success) {
      problems.push({ line: at, reason: `${reasonsOf(result.error)}.` });
      continue;
    }
    const { id, naam, email, team, directory_id, ibro_rol, tweede_rol, toegang, werkdagen } = result.data;
    const person = {
      ...{ id, name: naam, upn: email, teamName: team, directoryId: directory_id?.toLowerCase() },
      ...{ role: ibro_rol, secondRole: tweede_rol, access: toegang, workdays: werkdagen },
    };
    read.push({ line: at, person });
  }
  problems.push(
    ...repeated(
      read.map((row) => ({ line: row.line, value: row.person.id })),
      'Dit id',
    ),
    ...repeated(
      read.map((row) => ({ line: row.line, value: row.person.upn })),
      'Dit e-mailadres',
    ),
    ...repeated(
      read.map((row) => ({ line: row.line, value: row.person.directoryId })),
      'Deze directory_id',
    ),
  );
  if (file.rows.length === 0) problems.push({ line: 0, reason: 'Er staan geen mensen in het bestand.' });
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
  return { people: read.map(({ person }) => person) };
}

function merged(now: Person | undefined, wanted: ImportedPerson): Person {
  const { teamName, workdays, directoryId, ...rest } = wanted;
  const fresh = { checkins: true, reach: 'none', source: 'import' } as const;
  return {
    ...(now ?? fresh),
    ...rest,
    team: teamKey(teamName),
    source: 'import',
    workdays: now?.ownWorkdays ? now.workdays : workdays,
    // Binding again is a deliberate act of an administrator, not a side effect of an import.
    directoryId: now?.directoryId ?? directoryId,
    removed: undefined,
  };
}

const canonical = (person: Person) =>
  JSON.stringify(
    Object.entries(person)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/**
 * Compares the file with who is known. With `complete` the file lists everybody: whoever was imported before and is
 * not in it has left. `today` is the ISO date that is written down as their last day.
 */
export function planImport(
  known: readonly Person[],
  wanted: readonly ImportedPerson[],
  { complete, today }: { complete: boolean; today: string },
): ImportPlan {
  const byId = Map.groupBy(known, ({ id }) => id);
  const plan: ImportPlan = { added: [], changed: [], dropped: [], left: [], unchanged: 0, teams: [] };
  for (const person of wanted) {
    const copies = byId.get(person.id) ?? [];
    const team = teamKey(person.teamName);
    const now = copies.find((copy) => copy.team === team) ?? copies[0];
    const next = merged(now, person);
    plan.dropped.push(
      ...copies.filter((copy) => copy.team !== team).map(({ team: old, id }) => ({ team: old, id })),
    );
    if (!now) plan.added.push(next);
    else if (canonical(now) === canonical(next)) plan.unchanged += 1;
    else plan.changed.push(next);
    if (!plan.teams.some((other) => other.key === team))
      plan.teams.push({ key: team, name: person.teamName });
  }
  if (complete) {
    const ids = new Set(wanted.map(({ id }) => id));
    plan.left = known
      .filter((person) => person.source === 'import' && !person.removed && !ids.has(person.id))
      .map((person) => ({ ...person, removed: today }));
  }
  return plan;
}
