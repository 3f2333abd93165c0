import { glob } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import type { Town } from './town.ts';

/** The teams of the household; everybody in it works in the first and worked in the second before. */
export const teamNames = {
  'objecten-west': 'Objecten West',
  'objecten-oost': 'Objecten Oost',
  bedrijfsvoering: 'Bedrijfsvoering',
};

/** The name of the `n`th person of the household. */
export const nameOf = (n: number): string => ({ 1: 'Amira Sol', 2: 'Bert Kade' })[n] ?? '';

/** A message in the queue to these ids. */
export function queueMessage(day: string, recipients: string[]) {
  const occurrence = { round: 'checkin-card', team: 'objecten-west', period: '2026-W48', day };
  const until = Temporal.Instant.from(`${day}T17:00:00Z`);
  return { occurrence: { ...occurrence, until }, n: 0, recipients, run: 0 };
}

/** For each table by its name: puts a row into it that it would keep about the `n`th person. */
export type Filling = Record<string, (n: number) => Promise<unknown>>;

/**
 * What the `about-somebody.ts` beside the tests of a feature, or of another room with tables, exports. Forgetting
 * somebody and showing what is kept are tested on all of them.
 */
export type AboutSomebody = (town: Town) => Filling;

/** What all tables keep about somebody, from every `about-somebody.ts` there is. */
export async function fillingOf(town: Town): Promise<Filling> {
  const cwd = new URL('..', import.meta.url);
  const fillings: Filling[] = [];
  for await (const file of glob(['*/about-somebody.ts', 'features/**/about-somebody.ts'], { cwd })) {
    const url = new URL(file, cwd);
    if (url.href === import.meta.url) continue;
    const { aboutSomebody }: { aboutSomebody: AboutSomebody } = await import(url.href);
    fillings.push(aboutSomebody(town));
  }
  return Object.assign({}, ...fillings);
}
