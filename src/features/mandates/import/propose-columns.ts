import { distance } from 'fastest-levenshtein';
import { nameKey } from '../../../language/words.ts';
import { detailOf, type ListField } from '../register/fields.ts';
import { isCommonName } from '../vocabulary/activities.ts';
import { canonicalActivity } from '../vocabulary/common-activity.ts';
import { roleWords } from '../vocabulary/roles.ts';
import { columnNames, otherNames } from './column-names.ts';

/** What we think of one own column: no field when we do not know it, unsure when it may mean something else. */
export interface ColumnProposal {
  column: string;
  field?: ListField;
  sure: boolean;
  /** Somebody said so, now or the last time. */
  chosen?: boolean;
}

/** Of how many letters a typo is forgiven, as with names of people. */
const forgiven = (length: number) => (length < 5 ? 0 : length < 9 ? 1 : 2);

interface Candidate {
  column: string;
  field: ListField;
  sure: boolean;
  /** Lower is better. */
  rank: number;
}

const UNSURE = 100;
const TYPO = 200;

/** Names of columns as they are compared: exports of systems write "mandaatNummer". */
const squashed = (name: string) => nameKey(name).replaceAll(' ', '');

/** Every name that a field may go by, with its rank. The field's own name ranks first. */
const known = columnNames.flatMap(({ field, sure, perhaps = [] }) => [
  ...[field.replaceAll('_', ' '), ...sure].map((name, n) => ({ field, name: squashed(name), rank: n })),
  ...perhaps.map((name, n) => ({ field, name: squashed(name), rank: UNSURE + n })),
]);

const others = new Set(otherNames.map(squashed));

const digitsOf = (name: string) => name.replace(/\D/g, '');

/** A name of amounts that says that they are in cents: "plafondCents". */
const isInCents = (own: string) =>
  /cent(?:s|en)?$/.test(own) &&
  known.some(
    ({ field, name }) => field === 'limiet_eur' && own.replace(/(?:in)?cent(?:s|en)?$/, '') === name,
  );

function candidates(column: string): Candidate[] {
  const whole = squashed(column);
  // "Maximum (excl. btw)": what stands between brackets explains a name that is known without it.
  const bare = squashed(column.replace(/\([^)]*\)/g, ' '));
  const own = bare !== '' && !known.some(({ name }) => name === whole) ? bare : whole;
  if (others.has(own)) return [];
  const exact = known.filter(({ name }) => name === own);
  if (exact.length > 0) {
    return exact.map(({ field, rank }) => ({ column, field, rank, sure: rank < UNSURE }));
  }
  if (isInCents(own)) return [{ column, field: 'limiet_cent', rank: UNSURE, sure: false }];
  const digits = digitsOf(own);
  return known.flatMap(({ field, name }) => {
    const most = forgiven(Math.min(own.length, name.length));
    // "4e vervanger" is no typo of "3e vervanger".
    if (Math.abs(own.length - name.length) > most || digits !== digitsOf(name)) return [];
    const typos = distance(own, name);
    return typos <= most ? [{ column, field, rank: TYPO + typos, sure: false }] : [];
  });
}

/** True for words that mean one of the common activities: "valideren", "gevalideerd". */
export const isCommonActivity = (text: string): boolean => isCommonName(canonicalActivity(text));

/** The role of which a heading is the name: "Objectregistrator". */
export const roleOfHeading = (heading: string) =>
  roleWords.find(({ stems }) => stems.some((stem) => nameKey(heading).startsWith(stem)));

/** A heading that says what those below it do: "Gevalideerd door", "Verwerker", "Objectregistrator". */
function doersOf(column: string): ListField | undefined {
  const name = nameKey(column);
  const role = roleOfHeading(column);
  if (role) return `houder:${role.activity}`;
  if (!/(?: door|er|or|aar|eur)$/.test(name)) return undefined;
  const bare = name.replace(/ door$/, '');
  // Who does it: "verwerker", "controleur", "validator".
  const verbs = [bare, bare.replace(/d?er$/, 'en'), bare.replace(/(?:eur|ator)$/, 'eren')];
  const activity = verbs.map(canonicalActivity).find(isCommonName);
  return activity === undefined ? undefined : `houder:${activity}`;
}

/** A list in which the columns are activities, and the cells who does them: it has no column of activities itself. */
function withDoers(proposals: readonly ColumnProposal[], isTaken: (field: ListField) => boolean) {
  if (isTaken('activiteit') || proposals.some(({ field }) => field === 'activiteit')) return proposals;
  return proposals.map((proposal): ColumnProposal => {
    const field = proposal.field ? undefined : doersOf(proposal.column);
    return field ? { column: proposal.column, field, sure: false } : proposal;
  });
}

/** A list that names functions alone: who is mandated stands in the column that would otherwise be the role. */
function withFunctions(proposals: readonly ColumnProposal[], isTaken: (field: ListField) => boolean) {
  const isHolder = (field: ListField | undefined) =>
    field === 'houder' || detailOf(field, 'houder') !== undefined || detailOf(field, 'functie') !== undefined;
  if (isTaken('houder') || proposals.some(({ field }) => isHolder(field))) return proposals;
  return proposals.map(
    (proposal): ColumnProposal =>
      proposal.field === 'rol' ? { column: proposal.column, field: 'houder', sure: false } : proposal,
  );
}

/**
 * What a municipality's own columns probably are: by their names, forgiving typos. Each of our fields is given at most
 * once, and not when it is taken already; where two columns ask for one field, the better one gets it, unsure.
 */
export function proposeColumns(
  columns: readonly string[],
  isTaken: (field: ListField) => boolean = () => false,
): ColumnProposal[] {
  const byColumn = new Map<string, Candidate>();
  const taken = new Map<ListField, Candidate>();
  const contested = new Set<ListField>();
  const free = columns.flatMap(candidates).filter(({ field }) => !isTaken(field));
  for (const candidate of free.toSorted((a, b) => a.rank - b.rank)) {
    if (byColumn.has(candidate.column)) continue;
    if (taken.has(candidate.field)) {
      if (candidate.sure) contested.add(candidate.field);
      continue;
    }
    byColumn.set(candidate.column, candidate);
    taken.set(candidate.field, candidate);
  }
  const named = columns.map((column): ColumnProposal => {
    const found = byColumn.get(column);
    return found
      ? { column, field: found.field, sure: found.sure && !contested.has(found.field) }
      : { column, sure: false };
  });
  return [...withFunctions(withDoers(named, isTaken), isTaken)];
}
