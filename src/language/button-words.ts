import { readFileSync } from 'node:fs';
import { normalise } from './normalise.ts';

/** What stands on buttons: one title a line, sorted, as it stands there. */
const titles: ReadonlySet<string> = new Set(
  readFileSync(new URL('button-titles.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(normalise),
);

/** True for the words of a button and nothing else: typed they do nothing, since nobody knows of which card. */
export const isOnButton = (text: string): boolean => titles.has(normalise(text));
