import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Services } from '../src/features/module.ts';
import { importPeople } from '../src/people/import.ts';
import { isPresent } from '../src/people/person.ts';
import { peopleFile } from './people.ts';

/** What a demo leaves in the data folder. By name: the folder is set by the surroundings and may hold other things. */
const LEFT_BEHIND = ['azurite', 'demo', 'clock-offset'];

/** Throws away what earlier demos kept. Nothing may be running on it. */
export async function emptyData(dataFolder: string): Promise<void> {
  for (const name of LEFT_BEHIND) await rm(join(dataFolder, name), { recursive: true, force: true });
}

/**
 * Adds an invented person again, as an administrator would, when they erased themselves or left: otherwise the demo
 * would open as somebody whom Kompas does not know. True when that was needed.
 */
export async function putBack(
  { people: store, settings, silence, audit, now }: Services,
  personId: string,
): Promise<boolean> {
  const everybody = await store.everybody();
  if (everybody.some((person) => person.id === personId && isPresent(person))) return false;
  const [heading = '', ...lines] = readFileSync(peopleFile, 'utf8').split('\n');
  const line = lines.find((one) => one.startsWith(`${personId};`));
  if (!line) throw new Error(`${personId} staat niet in demo/mensen.csv`);
  const tools = {
    people: store,
    settings,
    silence,
    audit,
    now,
  };
  const result = await importPeople(tools, Buffer.from(`${heading}\n${line}\n`), {
    complete: false,
    who: 'demo',
  });
  if ('problems' in result) throw new Error('demo/mensen.csv does not import');
  return true;
}
