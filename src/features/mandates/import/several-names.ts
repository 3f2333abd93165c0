import { nameKey } from '../../../language/words.ts';
import { isNoName } from './cell-words.ts';
import {
  isAbbreviation,
  isFirm,
  isFunctionName,
  isGroup,
  isNobodyInParticular,
  isOneBody,
  isPersonName,
  isReversedName,
} from './name-shapes.ts';

/** Names that are known, as they are compared. */
export interface KnownNames {
  /** Functions that have their list: one name, whatever stands in it. */
  whole: ReadonlySet<string>;
  /** Names that stand in a cell by themselves, and people who hold a function. */
  alone: ReadonlySet<string>;
}

/** What separates two names for certain. */
const certain = /\s*[;|\n]\s*|\s+\/\s+/;
const anyMark =
  /\s*[;|\n/]\s*|\s+(?:en|of|dan wel|danwel|alsmede|and)\s+|\s*[&+]\s*|,\s+(?:en\s+|of\s+)?|,(?=\p{L})/u;
/** What never stands inside a function: "Teamleider Geo, Hoofd Bouwen en Wonen". */
const listMark = /\s*[;|\n/]\s*|,\s+/;
const unsure = /\s+(?:resp\.?|respectievelijk)\s+|\s+[-–—]\s+/;

const partsOf = (text: string, mark: RegExp) =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => nameKey(part) !== '' || part.includes('?'));

/** "Gemeentesecretaris / algemeen directeur": the second half of one title has no capital. */
const isOneTitle = ([first = '', ...rest]: readonly string[]) =>
  /^\p{Lu}/u.test(first) && rest.every((part) => /^\p{Ll}/u.test(part));

/**
 * The names in a text: `names` when it is certain which they are, `doubt` when it may as well be one name, and
 * `unclear` when there are more than one for certain and it does not show which.
 */
export type NamesInText = { names: string[] } | { doubt: string } | { unclear: string };

/** "Bos, J. en Vis, A.": names with their initials behind. */
const afterInitials = /(?<=\p{Lu}\.)\s*(?:[,;|/&+]|\ben\b|\bof\b)\s*/u;

/** What may stand behind a name in brackets: hours, a function. Who steps in is somebody else. */
const aside = /\s*\((?![^()]*(?:plv|verv|waarn|afwezig))[^()]*\)$/i;

const isPerson = (part: string) => isPersonName(part.replace(aside, '')) || isReversedName(part);

/** Whether parts are names for certain: all people, all functions, all in a few capitals, or all known. */
function areNames(parts: readonly string[], isKnown: (part: string) => boolean): boolean {
  const isFunction = (part: string) => isFunctionName(part) && !/^\p{Ll}/u.test(part);
  if (parts.length < 2) return false;
  // A function with who holds it beside it are not two holders.
  if (parts.some(isPerson) && parts.some(isFunctionName)) return false;
  return [isPerson, isFunction, isAbbreviation, isKnown].some((is) => parts.every((part) => is(part)));
}

/** Takes names apart that stand in one cell, where it is certain that they are names. */
export function severalNames(cell: string, { whole, alone }: KnownNames): NamesInText {
  const text = cell.replace(/\s+(?:en\/of|e\/o)\s+/gi, ' of ').trim();
  const one = { names: [cell.trim()] };
  if (whole.has(nameKey(text)) || isOneBody(text) || isReversedName(text)) return one;
  const isKnown = (part: string) => whole.has(nameKey(part)) || alone.has(nameKey(part));
  const namesIn = (parts: readonly string[]) =>
    areNames(parts, isKnown) ? { names: [...new Set(parts)] } : undefined;

  if (namesIn(partsOf(text, unsure))) return { unclear: cell };
  const apart = partsOf(text, certain);
  const parts = partsOf(text, anyMark);
  const certainly = [partsOf(text, afterInitials), parts, partsOf(text, listMark), apart]
    .map(namesIn)
    .find(Boolean);
  if (certainly) return certainly;
  if (parts.length < 2) return one;

  const isFunctional = (part: string) => isFunctionName(part) || isAbbreviation(part);
  const people = parts.filter(
    (part) => isPerson(part) || (isKnown(part) && !isFunctional(part) && part.includes(' ')),
  );
  const isVague = (part: string) => isNobodyInParticular(part) || isGroup(part) || isNoName(part);
  // "Jan de Wit + team", "Team Geo en Team Wonen", "Teamleider Geo, Jan de Wit".
  const isMixed = people.length > 0 && parts.some((part) => isVague(part) || isFunctional(part));
  if (isMixed || parts.every(isGroup) || parts.some(isNoName)) return { unclear: cell };
  if (apart.length > 1) return isOneTitle(apart) ? { doubt: cell } : { unclear: cell };
  // "Teamleider/medewerker": two functions, or one person with both.
  if (text.includes('/') && parts.every((part) => isFunctionName(part) && /^\p{Ll}/u.test(part)))
    return { unclear: cell };
  // One half is somebody who stands elsewhere by themselves: then so is the other.
  if (people.some(isKnown)) return { unclear: cell };
  const isWritten = parts.every((part) => /^\p{Lu}/u.test(part));
  if (text.includes('/') || people.length > 0 || parts.every(isFunctionName)) return { doubt: cell };
  return isWritten && !isFirm(text) && !parts.some(isFunctional) ? { doubt: cell } : one;
}
