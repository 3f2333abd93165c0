import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError, type Terminal } from './terminal.ts';

/** The bytes of a file that somebody named; throws `InputError` when it cannot be read. */
export async function readInput({ folder }: Terminal, file: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(folder, file));
  } catch {
    throw new InputError(`Ik kan ${file} niet lezen. Klopt het pad?`);
  }
}

/** A file that somebody named, with the name as it was given; throws `InputError` when it cannot be read. */
export async function readUpload(
  session: Terminal,
  file: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: file, bytes: await readInput(session, file) };
}
