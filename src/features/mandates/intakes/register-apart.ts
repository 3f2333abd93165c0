import type { IntakeAnswers, IntakePlan, SentFile } from '../../../conversation/intake.ts';
import type { Problem } from '../../../files/csv.ts';
import type { Person } from '../../../people/person.ts';
import { columnsInWords } from '../import/columns-in-words.ts';
import { readFiles } from '../import/files.ts';
import { planImport, type RegisterImportPlan } from '../import/plan.ts';
import { changesInWords, countsInWords, isUnchanged, summaryInShort } from '../import/summary.ts';
import type { ListReading } from '../register/list-reading.ts';
import type { Records } from '../register/records.ts';
import { optionsOf, questionsFor, withoutOptions } from './asks.ts';
import { foundIn, howMany } from './found.ts';

/** A list of mandates and what it is compared with. `today` and `closures` are ISO dates. */
export interface RegisterFile {
  file: SentFile;
  answers: IntakeAnswers;
  records: Records;
  readings: ReadonlyMap<string, ListReading>;
  municipality: string;
  people: readonly Person[];
  closures: readonly string[];
  today: string;
}

/** What was made of a file, and the register that it would give. */
export interface ReadRegisterFile extends Omit<IntakePlan, 'state'> {
  found?: Pick<RegisterImportPlan, 'next' | 'readings'>;
}

const inChat = ({ line, reason }: Problem): Problem => ({
  line,
  reason: withoutOptions(reason) || 'Hier moet je iets kiezen. Beantwoord de vragen.',
});

/** Reads a list of mandates and plans it. For a thread of its own. */
export async function work(input: RegisterFile): Promise<ReadRegisterFile> {
  const { file, answers, records, readings, municipality, people, closures, today } = input;
  const { sheets, ...options } = optionsOf(answers);
  const read = await readFiles({ register: file }, { choices: options.choices, sheets });
  const nothing = { read: 'niets', counts: [], doubts: [], changes: [], isUnchanged: true, summary: '' };
  if ('problems' in read) {
    const about = { columns: [], sheets: sheetsIn(read.problems) };
    return {
      ...nothing,
      problems: read.problems.map(inChat),
      questions: questionsFor({ problems: read.problems, notes: [], columns: [] }, about, answers),
    };
  }
  const { lists, others } = read.files.register;
  const about = {
    columns: [...new Set(lists.flatMap(({ columns }) => columns))].filter(Boolean),
    sheets: [...lists, ...others].flatMap(({ sheet }) => sheet ?? []),
  };
  const plan = planImport({ records }, read.files, {
    ...options,
    remembered: (signature) => readings.get(signature),
    municipality: options.municipality ?? municipality,
    findings: (next) => foundIn(next, today, people, closures),
  });
  if ('problems' in plan)
    return {
      ...nothing,
      problems: plan.problems.map(inChat),
      questions: questionsFor({ problems: plan.problems, notes: [], columns: [] }, about, answers),
    };
  const { next, summary, notes, findings, columns } = plan;
  return {
    read: howMany(next),
    counts: countsInWords(summary),
    doubts: [
      ...notes,
      ...columns.flatMap((own) => columnsInWords(own.columns)).map((line) => line.trim()),
      ...findings.map((line) => line.trim()),
    ]
      .map(withoutOptions)
      .filter(Boolean),
    changes: changesInWords(summary),
    problems: [],
    questions: questionsFor(
      { problems: [], notes, columns: columns.flatMap((own) => own.columns) },
      about,
      answers,
    ),
    isUnchanged: isUnchanged(summary),
    summary: summaryInShort(summary),
    found: { next, readings: plan.readings },
  };
}

/** The sheets that a sentence names to choose from. */
function sheetsIn(problems: readonly Problem[]): string[] {
  const [, names = ''] =
    problems.map(({ reason }) => /Dit zijn de bladen: (.+?)\. /.exec(reason)).find((found) => found) ?? [];
  return names.split(', ').filter(Boolean);
}
