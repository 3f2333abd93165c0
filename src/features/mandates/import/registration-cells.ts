import { brief } from '../../../files/cell-limits.ts';
import { nameKey } from '../../../language/words.ts';
import { canonicalActivity } from '../vocabulary/common-activity.ts';
import { registrationWords } from '../vocabulary/registrations.ts';
import { type CellReading, noted, plain, refused } from './cell.ts';
import { isNoName, pointsElsewhere, saysNone } from './cell-words.ts';
import { registrationNames } from './registration-names.ts';

const all = [
  'alle',
  'alles',
  'allemaal',
  'alle registraties',
  'alle basisregistraties',
  'basisregistraties',
  'de basisregistraties',
  'registraties',
  'alle geo registraties',
];
const abbreviations = registrationWords.map(({ registration }) => registration);
const nameOf = new Map([
  ...abbreviations.map((name) => [nameKey(name), name] as const),
  ...Object.entries(registrationNames).flatMap(([name, words]) => words.map((one) => [one, name] as const)),
]);
const kindOfList =
  /^(?:de\s+)?(?:landelijke\s+voorziening|basisregistraties?|basisadministratie|registraties?|register)\s+/i;

/** Activities that always are about some registration: without one they would be allowed in all of them. */
const withinRegistration = ['valideren', 'verwerken', 'goedkeuren', 'koppelen', 'regie'];
const leftOut = /\b(?:behalve|uitgezonderd|exclusief|excl|uitzondering|m\.?u\.?v|zonder|niet)\b/i;
const vague =
  /^(?:alle medewerkers|iedereen|overige?|andere?|diverse|div\.|verschillende|meerdere|enkele|rest)(?:\s|$)/i;

/** True for words that stand for all registrations. */
export const isEveryRegistration = (text: string): boolean =>
  text.trim() === '*' || all.includes(nameKey(text));

/** The abbreviation of a registration that everybody knows, by whatever name it goes; undefined for other texts. */
export function knownRegistration(text: string): string | undefined {
  const bare = text.trim().replace(/[-\s]*registratie$/i, '');
  for (const one of [text, text.replaceAll('.', ''), bare, text.trim().replace(kindOfList, '')]) {
    const found = nameOf.get(nameKey(one));
    if (found !== undefined) return found;
  }
  // "Basisregistratie Adressen en Gebouwen (BAG)"
  const [, outer = '', inner = ''] = /^([^()]+)\(([^()]+)\)\s*$/.exec(text.trim()) ?? [];
  const outside = outer && knownRegistration(outer);
  return outside && outside === knownRegistration(inner) ? outside : undefined;
}

/** What is known of the list besides its one cell. */
export interface RegistrationContext {
  /** What an empty cell means: all registrations only when somebody said so. */
  meansEvery: boolean;
  /** What stands in the column of registrations, of every row. */
  cells: readonly string[];
  /** Activities that stand with a registration somewhere in the list, as they are compared. */
  activities: ReadonlySet<string>;
}

/**
 * Reads the cells of the column of registrations; '' is how all of them are recorded. "N.v.t." is no registration: an
 * activity that is about none is recorded without one, and an activity that needs one is refused, since it would be
 * allowed in all of them.
 */
export function registrationCells({
  meansEvery,
  cells,
  activities,
}: RegistrationContext): (cell: string, activity: string) => CellReading {
  const alone = new Map(cells.toReversed().map((cell) => [nameKey(cell), cell]));
  const empty =
    'Geldt dat voor alle registraties? Geef dan --leeg "registratie=alle". Vul anders de registratie in.';
  const known = (text: string) => knownRegistration(text);

  const several = (cell: string): CellReading | undefined => {
    const marked = cell.split(/\s*[;|\n/,+&]\s*|\s+en\s+/).filter((part) => nameKey(part) !== '');
    const spaced = cell.split(/[\s–-]+/).filter(Boolean);
    const parts = marked.length < 2 && spaced.every((part) => known(part) !== undefined) ? spaced : marked;
    if (parts.length < 2) return undefined;
    const names = parts.map((part) => known(part) ?? alone.get(nameKey(part)));
    const found = [...new Set(names.flatMap((name) => name ?? []))];
    if (found.length === 0) return undefined;
    if (names.includes(undefined))
      return refused(
        `registratie "${brief(cell)}" noemt meer dan één registratie. Maak er een regel per registratie van.`,
      );
    return found.length === 1
      ? noted(found[0] ?? '', found[0] ?? '')
      : { values: found, readAs: `een mandaat per registratie: ${found.join(', ')}` };
  };

  const none = (cell: string, activity: string): CellReading => {
    if (meansEvery) return plain('');
    return withinRegistration.includes(canonicalActivity(activity)) || activities.has(nameKey(activity))
      ? refused(
          `registratie "${brief(cell)}" noemt geen registratie, en ${brief(activity)} gaat er altijd over een. ${empty}`,
        )
      : noted('', 'geen registratie: het mandaat staat los van een registratie');
  };

  return (cell, activity) => {
    const text = cell.trim();
    if (text === '') return meansEvery ? plain('') : refused(`registratie is leeg. ${empty}`);
    if (isEveryRegistration(text)) return noted('', 'alle registraties');
    if (
      (isNoName(text) && !saysNone(text)) ||
      text.includes('?') ||
      pointsElsewhere(text) ||
      vague.test(text)
    )
      return refused(`registratie "${brief(cell)}" zegt niet welke. Vul de registratie in.`);
    if (saysNone(text)) return none(cell, activity);
    const own = known(text);
    if (own !== undefined) return plain(own);
    if (leftOut.test(text))
      return refused(`registratie "${brief(cell)}" laat iets weg. Maak er een regel per registratie van.`);
    const [, outer = '', inner = ''] = /^([^()]+)\(([^()]+)\)\s*$/.exec(text) ?? [];
    const outside = known(outer);
    if (outside !== undefined)
      return noted(outside, `${outside}, met als voorwaarde: ${inner.trim()}`, inner.trim());
    const more = several(text);
    if (more) return more;
    const within = text
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap((word) => abbreviations.filter((one) => one === word));
    return within.length > 0
      ? noted(text, `een eigen registratie. Wie naar ${within[0]} vraagt, vindt dit niet`)
      : plain(text);
  };
}
