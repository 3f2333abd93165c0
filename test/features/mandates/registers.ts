import { readFileSync } from 'node:fs';
import type { AnswerContext } from '../../../src/features/mandates/chat/contacts.ts';
import { readRegister } from '../../../src/features/mandates/import/read-register.ts';
import { colleaguesOf } from '../../../src/features/mandates/register/colleagues.ts';
import { createLookup, type Lookup } from '../../../src/features/mandates/register/lookup.ts';
import type { Register } from '../../../src/features/mandates/register/register.ts';
import { readCsv } from '../../../src/files/csv.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Reads a register from the text of its two files; throws with the problems when it is not right. */
export function lookupOf(entries: string | Uint8Array, areas: string | Uint8Array): Lookup {
  const [entryFile, areaFile] = [entries, areas].map((file) =>
    readCsv(typeof file === 'string' ? encode(file) : file),
  );
  if (!entryFile || !areaFile || 'problems' in entryFile || 'problems' in areaFile) throw new Error('no CSV');
  const read = readRegister(entryFile, areaFile);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return createLookup(read.register);
}

/** The register of the demo, as it stands in its files. */
export function demoRegister(): Register {
  return demoLookup().register;
}

/** The register of the demo. */
export function demoLookup(): Lookup {
  const file = (name: string) => readFileSync(new URL(`../../../demo/${name}`, import.meta.url));
  return lookupOf(file('mandaten.csv'), file('gebieden.csv'));
}

/** What an answer needs where nobody is known, so that it tells of nobody whether they work. */
export const withoutPeople = (lookup: Lookup, today: string): AnswerContext => ({
  lookup,
  colleagues: colleaguesOf([], []),
  today,
  shared: false,
});
