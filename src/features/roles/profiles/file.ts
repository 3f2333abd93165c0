import {
  type CsvFile,
  columnName,
  type HeadingScore,
  type Problem,
  type UnreadCsv,
} from '../../../files/csv.ts';
import { unguarded, writeCsv } from '../../../files/write-csv.ts';
import type { NameFinder } from '../../../language/colleagues.ts';
import { plainText } from '../../../language/words.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { type ProfilePart, profilePartIds, profileParts } from '../content/profiles.ts';
import { roleCalled } from '../content/roles.ts';
import { currentPart, currentProfile, type ProfileVersion, tidyText } from './profile.ts';
import { textProblems } from './rules.ts';
import type { PartChange } from './store.ts';

/** The columns of a file of role profiles: a line for each part of a role. */
export const columns = ['rol', 'onderdeel', 'tekst'] as const;

/** Recognises the heading of a list of role profiles. */
export const profilesHeading: HeadingScore = (cells) => {
  const names = new Set(cells.map(columnName));
  return columns.filter((name) => names.has(name)).length;
};

/** What a file of role profiles would change. */
export interface ProfilesPlan {
  changes: PartChange[];
  /** How many lines say what stands there already. */
  same: number;
  /** Names that were read as something else, a sentence each. */
  doubts: string[];
}

const MOST_ROWS = 200;
const partNamed = (typed: string): ProfilePart | undefined =>
  profilePartIds.find((part) => [part, plainText(profileParts[part])].includes(plainText(typed).trim()));
const partNames = profilePartIds.map((part) => profileParts[part]).join(', ');
const placed = (role: IbroRole, part: ProfilePart) => `${role}: ${profileParts[part]}`;

/**
 * Reads a file over what there is. Either all of it or what is wrong with each line; what it does not name stays as it is. A
 * role with a slip in it is read as that role, which is told.
 */
export function planProfiles(
  read: CsvFile | UnreadCsv,
  versions: readonly ProfileVersion[],
  names: Pick<NameFinder, 'namesIn'>,
): ProfilesPlan | { problems: Problem[] } {
  const problems: Problem[] = 'problems' in read ? [...read.problems] : [];
  const file = 'problems' in read ? read.rest : read;
  if (!file) return { problems };
  const missing = columns.filter((column) => !file.columns.includes(column));
  if (missing.length > 0)
    return { problems: missing.map((column) => ({ line: 0, reason: `de kolom "${column}" ontbreekt` })) };
  if (file.rows.length === 0) return { problems: [{ line: 0, reason: 'Er staan geen rolprofielen in.' }] };
  if (file.rows.length > MOST_ROWS)
    return { problems: [{ line: 0, reason: `Er staan meer dan ${MOST_ROWS} regels in.` }] };

  const seen = new Map<string, number>();
  const plan: ProfilesPlan = { changes: [], same: 0, doubts: [] };
  for (const { line, fields } of unguarded(file).rows) {
    const typed = { role: (fields.rol ?? '').trim(), part: (fields.onderdeel ?? '').trim() };
    const role = roleCalled(typed.role);
    const part = partNamed(typed.part);
    if (!role)
      problems.push({
        line,
        reason: `rol "${typed.role.slice(0, 60)}" ken ik niet: kies ${ibroRoles.join(', ')}`,
      });
    if (!part)
      problems.push({
        line,
        reason: `onderdeel "${typed.part.slice(0, 60)}" ken ik niet: kies ${partNames}`,
      });
    if (!role || !part) continue;
    const first = seen.get(placed(role, part));
    if (first !== undefined)
      problems.push({ line, reason: `${placed(role, part)} staat ook op regel ${first}` });
    seen.set(placed(role, part), line);
    if (plainText(typed.role) !== plainText(role))
      plan.doubts.push(`Regel ${line}: “${typed.role}” lees ik als ${role}.`);
    const text = fields.tekst ?? '';
    const current = currentPart(versions, role, part);
    const wrong = textProblems(text, profileParts[part], names, current.text);
    problems.push(...wrong.map((reason) => ({ line, reason })));
    if (tidyText(text) === tidyText(current.text)) plan.same += 1;
    else plan.changes.push({ role, part, seen: current.version, text: tidyText(text) });
  }
  return problems.length > 0 ? { problems: problems.sort((a, b) => a.line - b.line) } : plan;
}

/** The changes of a plan as lines: what gets another text. */
export const changeLines = ({ changes }: Pick<ProfilesPlan, 'changes'>): string[] =>
  changes.map(({ role, part }) => placed(role, part));

/** A file that `planProfiles` reads back, with all profiles as they hold now. */
export function writeProfiles(versions: readonly ProfileVersion[]): string {
  return writeCsv(
    columns,
    ibroRoles.flatMap((role) =>
      currentProfile(versions, role).map(({ part, text }) => [role, profileParts[part], text]),
    ),
  );
}
