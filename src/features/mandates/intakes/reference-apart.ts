import type { SentFile } from '../../../conversation/intake.ts';
import { readList } from '../../../files/xlsx.ts';
import { nameKey } from '../../../language/words.ts';
import { areaHeading, tenureHeading } from '../import/heading.ts';
import { longCells } from '../import/lengths.ts';
import { problemsOf } from '../import/problems.ts';
import { readAreas } from '../import/read-areas.ts';
import { readTenures } from '../import/read-tenures.ts';
import { changesInWords, countsInWords, isUnchanged, summarise, summaryInShort } from '../import/summary.ts';
import { withoutVacancies } from '../import/vacancies.ts';
import { placeNames } from '../register/place-names.ts';
import type { Area, Register } from '../register/register.ts';
import { counted } from './found.ts';
import type { ReadRegisterFile } from './register-apart.ts';

/** A list of areas or of functions and the register that it belongs to. */
export interface ReferenceFile {
  file: SentFile;
  kind: 'areas' | 'functions';
  register: Register;
}

/** A register with another list of areas or functions, with how much was read and what is said of it. */
interface Changed {
  next: Register;
  read: string;
  notes: string[];
}

const namesOf = ({ name, kind, aliases }: Area) => [name, ...aliases, `${kind} ${name}`].map(nameKey);

/**
 * The area of a list that is the same place as one that is not in it: the one that has its name. A list of mandates that came without
 * areas got codes of ours, of which the own list of a municipality knows nothing.
 */
function samePlace(before: Area, { areas: known }: Register, areas: readonly Area[]): Area | undefined {
  const own = namesOf(before);
  const alike = areas.filter((area) => namesOf(area).some((name) => own.includes(name)));
  const ofKind = alike.filter(({ kind }) => kind === before.kind);
  const [byName, ...others] = ofKind.length > 0 ? ofKind : alike;
  if (byName) return others.length === 0 ? byName : undefined;
  const isWhole = (area: Area) => area.kind === 'gemeente';
  const whole = [known.filter(isWhole), areas.filter(isWhole)];
  const isOnly = whole.every(({ length }) => length === 1) && isWhole(before);
  return isOnly ? areas.find(isWhole) : undefined;
}

/** Mandates in the areas of another list: those of a place with another code go along; of a place that is gone it is a problem. */
function movedTo(register: Register, areas: Register['areas']) {
  const codes = new Set(areas.map(({ code }) => code));
  const lost = Map.groupBy(
    register.entries.filter(({ area }) => !codes.has(area)),
    ({ area }) => area,
  );
  const found = [...lost].map(([code, { length }]) => {
    const before = register.areas.find((area) => area.code === code);
    return { code, length, now: before && samePlace(before, register, areas) };
  });
  const nameOf = placeNames(register.areas);
  const nowOf = new Map(found.flatMap(({ code, now }) => (now ? [[code, now.code] as const] : [])));
  return {
    problems: found
      .filter(({ now }) => now === undefined)
      .map(({ code, length }) => ({
        line: 0,
        reason: `Gebied ${nameOf(code)} staat niet in dit bestand, en ${counted(length, 'mandaat geldt', 'mandaten gelden')} daar nog. Zet het gebied erbij, of wijzig eerst die mandaten.`,
      })),
    notes: found.flatMap(({ code, length, now }) =>
      now
        ? [
            `${nameOf(code)} is nu ${now.kind} ${now.name} (${now.code}): ${counted(length, 'mandaat gaat', 'mandaten gaan')} mee.`,
          ]
        : [],
    ),
    entries: register.entries.map((entry) => ({ ...entry, area: nowOf.get(entry.area) ?? entry.area })),
  };
}

async function changedBy({ file: { bytes, name }, kind, register }: ReferenceFile) {
  const isAreas = kind === 'areas';
  const list = await readList(bytes, name, {
    score: isAreas ? areaHeading : tenureHeading,
    choose: 'Zet de lijst in een eigen bestand.',
  });
  if ('problems' in list) return { problems: list.problems };
  const long = longCells(list);
  if (long.length > 0) return { problems: long };
  if (list.rows.length === 0) return { problems: [{ line: 0, reason: 'Onder de kop staan geen regels.' }] };
  if (isAreas) {
    const read = readAreas(list);
    if ('problems' in read) return read;
    const { problems, notes, entries } = movedTo(register, read.areas);
    if (problems.length > 0) return { problems };
    const next = { ...register, areas: read.areas, entries };
    return { next, read: counted(read.areas.length, 'gebied', 'gebieden'), notes } satisfies Changed;
  }
  const filled = withoutVacancies(list);
  if ('problems' in filled) return filled;
  const read = readTenures(filled.file);
  if ('problems' in read) return read;
  return {
    next: { ...register, tenures: read.tenures },
    read: counted(read.tenures.length, 'functie', 'functies'),
    notes: filled.notes,
  } satisfies Changed;
}

/** Reads a list of areas or functions and plans it: it takes the place of the list that is there. For a thread of its own. */
export async function work(input: ReferenceFile): Promise<ReadRegisterFile> {
  const found = await changedBy(input);
  if ('problems' in found)
    return {
      read: 'niets',
      counts: [],
      doubts: [],
      changes: [],
      problems: problemsOf(found),
      questions: [],
      isUnchanged: true,
      summary: '',
    };
  const { next, read, notes } = found;
  const summary = summarise(input.register, next);
  return {
    read,
    counts: countsInWords(summary).filter(
      ({ title }) => title !== 'Mandaten' || summary.entries.changed.length > 0,
    ),
    doubts: notes,
    changes: changesInWords(summary),
    problems: [],
    questions: [],
    isUnchanged: isUnchanged(summary),
    summary: summaryInShort(summary),
    found: { next, readings: [] },
  };
}
