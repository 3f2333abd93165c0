import { createHash } from 'node:crypto';
import type { Team } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import { personaContents } from '../content/index.ts';
import type { TeamCompassRow } from './store.ts';

export type CompassWords = Pick<TeamCompassRow, 'brings' | 'needs'>;

/** Each of the two texts has at most so many characters. */
export const LONGEST_WORDS = 500;
/** At most so many names are mentioned at once. Whoever takes them out hears of the next ones. */
const MOST_NAMES = 5;

export const isEmpty = ({ brings, needs }: CompassWords): boolean => brings === '' && needs === '';

/** A short text that changes when the words do. */
export function wordsVersion({ brings, needs }: CompassWords): string {
  return createHash('sha256')
    .update(JSON.stringify([brings, needs]))
    .digest('hex')
    .slice(0, 16);
}

/** The teams of which somebody may read and write the compass: their own, and those that name them as who leads them. */
export function compassTeams({ team, upn }: Pick<Person, 'team' | 'upn'>, teams: readonly Team[]): Team[] {
  return teams.filter(
    ({ key, managers = [], ended }) => ended === undefined && (key === team || managers.includes(upn)),
  );
}

const styleNames = personaContents.map(({ name, epithet }) => ({
  name,
  // "De kritische blik" is no style; "de Kritische" at the end of what is said is one.
  pattern: new RegExp(`\\b${name}(’s|'s|s)?\\b|\\b${epithet}n?\\b(?!\\s+\\p{L})`, 'iu'),
}));

/** Styles that a text names: in a small team that would tell who recognised which (trust:persona-is-private). */
export function stylesIn(text: string): string[] {
  return styleNames.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name);
}

/** What is wrong with names in these words, in Dutch: `names` are those of colleagues that stand in them. */
export function nameProblems(names: readonly string[], texts: readonly string[]): string[] {
  const styles = new Set(texts.flatMap(stylesIn));
  const colleagues = [...new Set(names)].filter((name) => !styles.has(name));
  return [
    ...[...styles].map((name) => `Haal de stijl ${name} weg: dit gaat over het team als geheel.`),
    ...colleagues.map((name) => `Haal de naam ${name} weg: dit gaat over het team als geheel.`),
  ].slice(0, MOST_NAMES);
}
