import { readFiles } from '../../../../src/features/mandates/import/files.ts';
import type { ImportOptions } from '../../../../src/features/mandates/import/options.ts';
import { planImport, type RegisterImportPlan } from '../../../../src/features/mandates/import/plan.ts';
import { createLookup } from '../../../../src/features/mandates/register/lookup.ts';
import { noRecords, registerOf, replaced } from '../../../../src/features/mandates/register/records.ts';
import type { Register, RegisterEntry } from '../../../../src/features/mandates/register/register.ts';
import type { KnownRegister } from '../../../../src/features/mandates/register/store.ts';

/** What is said with an import besides its file. */
export interface Said extends ImportOptions {
  sheets?: string[];
  before?: Register;
}

function knownAs(register: Register | undefined): KnownRegister {
  const records = register ? replaced(noRecords, register, '2026-01-01T00:00:00.000Z') : noRecords;
  return { records, lookup: createLookup(registerOf(records)), pointer: undefined };
}

/** What an import of a file would come to, in municipality Zandstad: mandates that hold from 2026, or why not. */
export async function imported(
  register: string | Uint8Array,
  { sheets, before, ...options }: Said = {},
): Promise<Partial<RegisterImportPlan> & { problems: string[]; entries: readonly RegisterEntry[] }> {
  const bytes = typeof register === 'string' ? Buffer.from(register) : register;
  const read = await readFiles({ register: { name: 'lijst', bytes } }, { choices: options.choices, sheets });
  const plan =
    'problems' in read
      ? read
      : planImport(knownAs(before), read.files, {
          municipality: 'Zandstad',
          kind: 'mandaat',
          from: '1-1-2026',
          ...options,
        });
  return 'problems' in plan
    ? { problems: plan.problems.map(({ line, reason }) => `${line}: ${reason}`), entries: [] }
    : { ...plan, problems: [], entries: plan.next.entries };
}

/** The entries of an import, in the words of a test; throws when there are none. */
export async function entriesOf<T>(
  register: string | Uint8Array,
  say: (entry: RegisterEntry) => T,
  said: Said = {},
): Promise<T[]> {
  const { entries, problems } = await imported(register, said);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return entries.map(say);
}

/** "verwerken BAG in WIJK-NOORD: Ans Bos". */
export const inShort = ({ activity, registration, area, holder }: RegisterEntry): string =>
  `${[activity, registration].filter(Boolean).join(' ')} in ${area}: ${holder}`;

/** The notes of an import as one text. */
export async function notesOf(register: string | Uint8Array, said: Said = {}): Promise<string> {
  const { notes, problems } = await imported(register, said);
  return [...problems, ...(notes ?? [])].join('\n');
}

/** Lines of a file. */
export const lines = (...all: string[]): string => all.join('\n');
