import { readFile } from 'node:fs/promises';
import { Told } from './session.ts';

/** The bytes of a file that somebody named; throws `Told` when it cannot be read. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new Told(`Ik kan ${file} niet lezen. Klopt het pad?`);
  }
}
