import type { CsvFile, Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import { memoised } from '../../../lib/memoised.ts';
import type { Area, RegisterEntry, Tenure } from '../register/register.ts';

/** What separates two names for certain. */
const apart = /\s*[;|\n]\s*|\s+\/\s+/;
/** What may also stand inside one name: "Bos en Lommer", "Jansen & Zn", "Bos, J.". */
const perhaps = /\s+en\s+|\s*[&+]\s*|,\s+/;
const placeApart = /\s*[;|\n/]\s*|,\s+/;
const placePerhaps = /\s+en\s+|\s*[&+]\s*/;

const partsOf = (text: string, mark: RegExp) => text.split(mark).filter((part) => nameKey(part) !== '');

/** "Jan de Wit": two words or more, the first and the last with a capital. */
const isFullName = (text: string) => /^\p{Lu}\S*(?: \S+)* \p{Lu}\S+$/u.test(text);

/** "Gemeentesecretaris / algemeen directeur": the second half of one title has no capital. */
const isOneTitle = ([first = '', ...rest]: readonly string[]) =>
  /^\p{Lu}/u.test(first) && rest.every((part) => /^\p{Ll}/u.test(part));

/**
 * Names that are known, as they are compared: `whole` is one name whatever stands in it, `alone` stands in a cell by
 * itself.
 */
interface KnownNames {
  whole: ReadonlySet<string>;
  alone: ReadonlySet<string>;
}

type HowMany = 'one' | 'more' | 'perhaps';

/** Whether a text names more than one person; `perhaps` when it may as well be one name. */
function peopleIn(text: string, { whole, alone }: KnownNames): HowMany {
  if (whole.has(nameKey(text))) return 'one';
  const certain = partsOf(text, apart);
  if (certain.length > 1) return isOneTitle(certain) ? 'perhaps' : 'more';
  const slashed = partsOf(text, /\//);
  if (slashed.length > 1 && slashed.every(isFullName)) return 'more';
  const parts = partsOf(text, perhaps);
  if (parts.length < 2) return 'one';
  const known = parts.filter((part) => alone.has(nameKey(part)));
  if (known.length === parts.length || known.some((part) => part.includes(' '))) return 'more';
  return parts.every(isFullName) ? 'perhaps' : 'one';
}

function placesIn(text: string, { whole, alone }: KnownNames): HowMany {
  if (whole.has(nameKey(text))) return 'one';
  if (partsOf(text, placeApart).length > 1) return 'more';
  const parts = partsOf(text, placePerhaps);
  return parts.length > 1 && parts.some((part) => alone.has(nameKey(part))) ? 'more' : 'one';
}

const cellsOf = (file: CsvFile, name: string) => file.rows.map(({ fields }) => fields[name] ?? '');
const keysOf = (texts: readonly string[]) => new Set([...new Set(texts)].map(nameKey).filter(Boolean));
const deputiesIn = (text: string) => text.split('|').map((part) => part.trim());

/** Places of a list, each once, without the cells that name more than one. */
export function singlePlaces(places: readonly string[]): string[] {
  const known = { whole: new Set<string>(), alone: keysOf(places) };
  return [...new Set(places)].filter((place) => placesIn(place, known) === 'one');
}

/**
 * What is to be said of cells with several values: problems where they have to be taken apart, notes where we only
 * doubt.
 */
export interface MultiValueCells {
  problems: Problem[];
  notes: string[];
}

const EXAMPLES = 5;
const isFunction = 'Is het één functie? Zet die dan in de lijst van --functies.';

/**
 * Finds cells with two people or two places in a list under our column names: each needs a row of its own, or nobody
 * could ask about the second. What is known as one (an area, a function that has its list) stays whole.
 */
export function multiValueCells(
  file: CsvFile,
  areas: readonly Area[],
  tenures: readonly Tenure[],
): MultiValueCells {
  const alone = keysOf([
    ...cellsOf(file, 'houder'),
    ...cellsOf(file, 'vervanger').flatMap(deputiesIn),
    ...tenures.map(({ person }) => person),
  ]);
  const whole = keysOf(tenures.map(({ function: name }) => name));
  // Most cells of a column repeat others.
  const people = memoised((text) => peopleIn(text, { whole, alone }));
  const names = keysOf(areas.flatMap(({ code, name, aliases }) => [code, name, ...aliases]));
  const places = memoised((text) => placesIn(text, { whole: names, alone: names }));
  const problems: Problem[] = [];
  const doubted = new Set<string>();
  for (const { line, fields } of file.rows) {
    const { gebied = '', houder = '', vervanger = '' } = fields;
    if (places(gebied) === 'more') {
      const hint = 'Is het één gebied? Geef het dan mee met --gebieden.';
      const reason = `gebied "${gebied}" noemt meer dan één gebied. Maak er een regel per gebied van. ${hint}`;
      problems.push({ line, reason });
    }
    if (people(houder) === 'more') {
      const reason = `houder "${houder}" noemt meer dan één naam. Maak er een regel per naam van. ${isFunction}`;
      problems.push({ line, reason });
    }
    for (const name of deputiesIn(vervanger)) {
      if (people(name) !== 'more') continue;
      const reason = `vervanger "${name}" noemt meer dan één naam. Zet een | tussen de namen. ${isFunction}`;
      problems.push({ line, reason });
    }
    for (const name of [houder, ...deputiesIn(vervanger)]) if (people(name) === 'perhaps') doubted.add(name);
  }
  const rest = doubted.size - EXAMPLES;
  const shown = [...doubted].slice(0, EXAMPLES).join(' · ');
  return {
    problems,
    notes:
      doubted.size > 0
        ? [
            `Let op: ik lees dit als één naam: ${shown}${rest > 0 ? ` en nog ${rest}` : ''}. Zijn het er twee? Maak er dan een regel per naam van.`,
          ]
        : [],
  };
}

/** What is said of cells with several registrations, which are read as one that nobody asks for. */
export function multiValueRegistrations(entries: readonly RegisterEntry[]): string[] {
  const several = [...new Set(entries.map(({ registration }) => registration))].filter((text) =>
    /[,;/+&|]|\sen\s/.test(text),
  );
  return several.length > 0
    ? [
        `Let op: hier staat meer dan één registratie in een cel: ${several.slice(0, 5).join(' · ')}. Maak er een regel per registratie van.`,
      ]
    : [];
}
