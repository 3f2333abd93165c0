import { spelling } from '../language/words.ts';
import { foundIn } from '../lib/found-in.ts';
import { headingKey } from './list-headings.ts';
import { type Access, type IbroRole, ibroRoles } from './person.ts';

const yes = new Set(['ja', 'j', 'yes', 'y', 'x', 'v', '✓', '✔', '☑', '1', 'true', 'waar', 'wel']);
const no = new Set(['', 'nee', 'n', 'no', '0', 'false', 'onwaar', 'niet', '-', '–', 'geen']);

/** What a cell of a column of yes and no says; undefined for any other word. */
export function yesOrNo(cell: string): boolean | undefined {
  const text = spelling(cell);
  if (yes.has(text)) return true;
  return no.has(text) ? false : undefined;
}

const rights: Readonly<Record<string, Access>> = {
  medewerker: 'medewerker',
  medewerkers: 'medewerker',
  collega: 'medewerker',
  gebruiker: 'medewerker',
  geen: 'medewerker',
  nvt: 'medewerker',
  '': 'medewerker',
  manager: 'manager',
  leidinggevende: 'manager',
  leidinggevend: 'manager',
  teamleider: 'manager',
  teammanager: 'manager',
  mandaatbeheerder: 'mandaatbeheerder',
  beheerdermandaten: 'mandaatbeheerder',
  beheerdervanmandaten: 'mandaatbeheerder',
  projectleider: 'projectleider',
  afdelingshoofd: 'afdelingshoofd',
  afdelingsmanager: 'afdelingshoofd',
  afdelingshoofden: 'afdelingshoofd',
  directie: 'directie',
  directeur: 'directie',
  directielid: 'directie',
  hr: 'hr',
  hrm: 'hr',
  hradviseur: 'hr',
  personeelszaken: 'hr',
  beheerder: 'beheerder',
  functioneelbeheerder: 'beheerder',
  beheerderkompas: 'beheerder',
  kompasbeheerder: 'beheerder',
  admin: 'beheerder',
  administrator: 'beheerder',
};

/** "P&O" and "P en O" are one right, though `&` and "en" stand between rights. */
const withHr = (cell: string): string => cell.replace(/\bp\s*(?:&|\+|en)\s*o\b/gi, 'hr');

const rightOf = (word: string): Access | undefined => {
  return foundIn(rights, headingKey(word));
};

/** The rights that a cell names, in the words that people use for them; undefined when any word is none. */
export function rightsInCell(cell: string): Access[] | undefined {
  const parts = withHr(cell)
    .split(/[,;/|&+\n]|\ben\b/)
    .filter((part, n) => n === 0 || part.trim() !== '');
  const found = parts.flatMap((part): (Access | undefined)[] => {
    const whole = rightOf(part);
    return whole ? [whole] : part.trim().split(/\s+/).map(rightOf);
  });
  return found.every((right) => right !== undefined) ? [...new Set(found)] : undefined;
}

/** The IBRO role that a cell names, however its accent and its dash are written. */
export const roleInCell = (cell: string): IbroRole | undefined =>
  ibroRoles.find((role) => headingKey(role) === headingKey(cell));

/** What may stand behind a name and is no first name. */
const behindName = /^(?:msc|bsc|ma|ba|mba|llm|llb|phd|ra|rc|ing|ir|mr|drs|dr|bc|jr|sr)\.?$/i;
const isPrefix = (text: string) =>
  /^(?:van|von|de|den|der|het|te|ten|ter|in|op|aan|bij|tot|’t|'t|el|al|la|le|du|d'|d’)(?:\s|$)/i.test(text);

/** A name as people say it: "Berg, Jan van den" and "Berg, van den, Jan" are "Jan van den Berg". */
export function nameSaid(cell: string): string {
  const [family = '', second = '', third, ...more] = cell.split(',').map((part) => part.trim());
  if (family === '' || second === '' || more.length > 0 || behindName.test(second)) return cell;
  if (third === undefined) return `${second} ${family}`;
  return isPrefix(second) ? `${third} ${second} ${family}` : `${second} ${third} ${family}`;
}
