import type { SentFile } from '../../../conversation/intake.ts';
import { readList } from '../../../files/xlsx.ts';
import { areaHeading, tenureHeading } from '../import/heading.ts';
import { longCells } from '../import/lengths.ts';
import { problemsOf } from '../import/problems.ts';
import { readAreas } from '../import/read-areas.ts';
import { readTenures } from '../import/read-tenures.ts';
import { changesInWords, countsInWords, isUnchanged, summarise, summaryInShort } from '../import/summary.ts';
import { withoutVacancies } from '../import/vacancies.ts';
import type { Register } from '../register/register.ts';
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

/** Mandates that would be nowhere: their area is in the list no more. */
function homeless({ entries }: Register, areas: Register['areas']): { line: number; reason: string }[] {
  const codes = new Set(areas.map(({ code }) => code));
  const lost = Map.groupBy(
    entries.filter(({ area }) => !codes.has(area)),
    ({ area }) => area,
  );
  return [...lost].map(([area, those]) => ({
    line: 0,
    reason: `Gebied ${area} staat niet in dit bestand, en ${counted(those.length, 'mandaat geldt', 'mandaten gelden')} daar nog. Zet het gebied erbij, of wijzig eerst die mandaten.`,
  }));
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
    const lost = homeless(register, read.areas);
    if (lost.length > 0) return { problems: lost };
    const next = { ...register, areas: read.areas };
    return { next, read: counted(read.areas.length, 'gebied', 'gebieden'), notes: [] } satisfies Changed;
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
    counts: countsInWords(summary).filter(({ title }) => title !== 'Mandaten'),
    doubts: notes,
    changes: changesInWords(summary),
    problems: [],
    questions: [],
    isUnchanged: isUnchanged(summary),
    summary: summaryInShort(summary),
    found: { next, readings: [] },
  };
}
