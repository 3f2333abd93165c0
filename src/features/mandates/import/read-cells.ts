import { brief } from '../../../files/cell-limits.ts';
import type { Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import { memoised } from '../../../lib/memoised.ts';
import type { RegisterField } from '../register/fields.ts';
import type { Area, Tenure } from '../register/register.ts';
import { amountCell } from './amount-cells.ts';
import { amountInActivity } from './amount-in-activity.ts';
import { areaCells, type EmptyArea } from './area-cells.ts';
import { type CellReading, plain, refused } from './cell.ts';
import type { FieldNote } from './cell-notes.ts';
import { isDitto, saysNone, saysUnknown } from './cell-words.ts';
import { statedText } from './cells.ts';
import { firstDayCell, lastDayCell } from './date-cells.ts';
import { kindCell } from './kind-cells.ts';
import { deputyCells, holderCells } from './people-cells.ts';
import { registrationCells } from './registration-cells.ts';
import type { ListRow } from './rows.ts';
import { type CellsOfRow, isSplitField, splitRows } from './split-rows.ts';
import { yesNoCell } from './yes-no-cells.ts';

/** What has to be known to read the cells of a list. */
export interface ListContext {
  areas: readonly Area[];
  tenures: readonly Tenure[];
  emptyArea: EmptyArea;
  /** True when somebody said that an empty cell in the column of registrations means all of them. */
  emptyMeansEvery: boolean;
  /** Our fields that the list has a column for. */
  fields: readonly RegisterField[];
}

/** The entries that the rows of a list come down to, what could not be read, and how doubtful cells were read. */
export interface ReadRows {
  rows: ListRow[];
  refused: Problem[];
  notes: FieldNote[];
}

const keysOf = (texts: readonly string[]) => new Set([...new Set(texts)].map(nameKey).filter(Boolean));
const cellsOf = (rows: readonly ListRow[], field: RegisterField) =>
  rows.map(({ fields }) => fields[field] ?? '');

/** Cells that stand for the cell above them, filled in. Of rows that were left out in between nobody can tell. */
function filledIn(rows: readonly ListRow[], names: readonly RegisterField[]) {
  const refusals: Problem[] = [];
  const notes: FieldNote[] = [];
  const standsForAbove = memoised(isDitto);
  // A line of the file may be more rows, one for each cross in it.
  let [above, last]: (ListRow | undefined)[] = [];
  const filled = rows.map((row) => {
    if (last?.line !== row.line) above = last;
    last = row;
    const dittos = names.filter((field) => standsForAbove(row.fields[field] ?? ''));
    if (dittos.length === 0) return row;
    const isNext = above?.line === row.line - 1;
    const fields = { ...row.fields };
    for (const field of dittos) {
      const text = row.fields[field] ?? '';
      const said = isNext ? (above?.fields[field] ?? '') : '';
      if (said === '' || standsForAbove(said)) {
        const reason = `${field} "${brief(text)}" wijst naar een regel erboven, en daar zie ik niets. Schrijf het voluit.`;
        refusals.push({ line: row.line, reason });
      } else {
        fields[field] = said;
        notes.push({ line: row.line, field, text, readAs: said });
      }
    }
    last = { line: row.line, fields };
    return last;
  });
  return { rows: filled, refusals, notes };
}

const activityCell = (cell: string): CellReading =>
  saysUnknown(cell) || (cell !== '' && saysNone(cell))
    ? refused(`activiteit "${brief(cell)}" zegt niet wat iemand mag. Vul de activiteit in.`)
    : plain(cell);

const statedCell = (cell: string): CellReading => plain(statedText(cell));

/** No cell that is more than text is longer (characters). The patterns would take long over one of nothing but spaces. */
const LONGEST_READ = 1_000;

/** Reads each cell once, since most cells of a column repeat others; what is too long stays for the reader to refuse. */
const once = (read: (cell: string) => CellReading) =>
  memoised((cell) => (cell.length > LONGEST_READ ? plain(cell) : read(cell)));

type Reader = (cell: string, activity: string) => CellReading;

/** How the cells of each of our fields are read. */
function readersOf(rows: readonly ListRow[], context: ListContext): Partial<Record<RegisterField, Reader>> {
  const { areas, tenures, emptyArea, emptyMeansEvery } = context;
  const functions = keysOf(tenures.map(({ function: name }) => name));
  const people = {
    whole: functions,
    alone: keysOf([
      ...cellsOf(rows, 'houder'),
      ...cellsOf(rows, 'vervanger').flatMap((cell) => cell.split('|')),
      ...tenures.map(({ person }) => person),
    ]),
  };
  const namesNone = memoised((cell) => saysNone(cell) || saysUnknown(cell));
  const withRegistration = rows.filter(({ fields: { registratie = '' } }) => !namesNone(registratie));
  const registration = registrationCells({
    meansEvery: emptyMeansEvery,
    cells: cellsOf(rows, 'registratie'),
    activities: keysOf(cellsOf(withRegistration, 'activiteit')),
  });
  const perRegistration = memoised((activity: string) => once((cell) => registration(cell, activity)));
  const stated = memoised(statedCell);
  return {
    activiteit: once(activityCell),
    soort: once(kindCell),
    registratie: (cell, activity) => perRegistration(activity)(cell),
    gebied: once(areaCells(areas, emptyArea)),
    houder: once(holderCells(people)),
    vervanger: once(deputyCells(people)),
    limiet_eur: once(amountCell),
    geldig_van: once(firstDayCell),
    geldig_tot_en_met: once(lastDayCell),
    vier_ogen: once(yesNoCell('vier_ogen')),
    ondermandaat_toegestaan: once(yesNoCell('ondermandaat_toegestaan')),
    vier_ogen_door: stated,
    accounthouder: stated,
    eerdere_vervanger: stated,
    eerdere_vervanger_tot_en_met: once(lastDayCell),
    uit_mandaat: stated,
    rol: stated,
    organisatie: stated,
    grondslag: stated,
    publicatie: stated,
    voorwaarden: stated,
  };
}

/** What one row comes down to. */
interface RowReading {
  /** Undefined for a row that is no entry. */
  row?: CellsOfRow;
  reasons: string[];
  notes: Omit<FieldNote, 'line'>[];
}

/** An amount in the activity counts where the row says nothing else about amounts. */
function withAmountOfActivity({ row, reasons, notes }: RowReading & { row: CellsOfRow }): RowReading {
  const { activiteit = '', limiet_eur = '' } = row.fields;
  const amount = limiet_eur === '' ? amountInActivity(activiteit) : undefined;
  if (!amount) return { row, reasons, notes };
  const { activity, limit, readAs } = amount;
  const fields = {
    ...row.fields,
    activiteit: activity,
    limiet_eur: limit === undefined ? '' : `${limit}`,
  };
  return {
    row: { ...row, fields },
    reasons,
    notes: [...notes, { field: 'activiteit', text: activiteit, readAs }],
  };
}

/** Reads the cells of one row; `isRefused` are those that need no second reason. */
function readRow(
  { line, fields: own }: ListRow,
  names: readonly RegisterField[],
  readers: Partial<Record<RegisterField, Reader>>,
  isRefused: (field: RegisterField) => boolean,
): RowReading {
  const fields = { ...own };
  const several: CellsOfRow['several'] = {};
  const conditions: string[] = [];
  const deputies: string[] = [];
  const reasons: string[] = [];
  const notes: RowReading['notes'] = [];
  for (const field of names.filter((name) => !isRefused(name))) {
    const text = own[field] ?? '';
    const reading = readers[field]?.(text, own.activiteit ?? '') ?? plain(text);
    if ('passedOver' in reading) return { reasons: [], notes: [{ field, text, readAs: reading.passedOver }] };
    if ('refused' in reading) {
      reasons.push(reading.refused);
      continue;
    }
    const { values, readAs, condition } = reading;
    fields[field] = values[0] ?? '';
    if (values.length > 1 && isSplitField(field)) several[field] = values;
    if (readAs !== undefined) notes.push({ field, text, readAs });
    if (condition !== undefined) conditions.push(condition);
    deputies.push(...(reading.deputies ?? []));
  }
  const others = (fields.vervanger ?? '').split('|');
  fields.vervanger = [...new Set([...deputies, ...others])].filter(Boolean).join('|');
  fields.voorwaarden = [fields.voorwaarden ?? '', ...conditions].filter(Boolean).join('; ');
  return withAmountOfActivity({ row: { line, fields, several }, reasons, notes });
}

/**
 * Reads the cells of a list that stand under our names: each is read, refused with what to do, or read and named in the
 * notes. A row that names several areas, registrations, holders or kinds is an entry for each.
 */
export function readCells(list: readonly ListRow[], context: ListContext): ReadRows {
  const names = context.fields.filter((field) => field !== 'id');
  const { rows, refusals, notes: dittos } = filledIn(list, names);
  const readers = readersOf(rows, context);
  const refusedCells = new Set(refusals.map(({ line, reason }) => `${line} ${reason.split(' ')[0]}`));
  const readings = rows.map((row) => ({
    line: row.line,
    id: row.fields.id ?? '',
    ...readRow(row, names, readers, (field) => refusedCells.has(`${row.line} ${field}`)),
  }));
  const split = splitRows(
    readings.flatMap(({ row }) => row ?? []),
    new Set(readings.filter(({ row }) => !row).map(({ id }) => id)),
  );
  return {
    rows: split.rows,
    refused: [
      ...refusals,
      ...readings.flatMap(({ line, reasons }) => reasons.map((reason) => ({ line, reason }))),
      ...split.refused,
    ],
    notes: [
      ...dittos,
      ...readings.flatMap(({ line, notes }) => notes.map((note) => ({ ...note, line }))),
      ...split.notes,
    ],
  };
}
