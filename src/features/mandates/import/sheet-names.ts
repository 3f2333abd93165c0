import { nameKey } from '../../../language/words.ts';
import { registrationWords } from '../vocabulary/registrations.ts';
import type { List } from './lists.ts';

/** Words around a name that add nothing to it: "Mandaten BAG", "Basisregistratie BGT 2026". */
const around =
  /\b(?:mandaten|mandaat|mandaatlijst|mandaatregister|register|lijst|overzicht|basisregistratie|registratie|de|van|team|afdeling|\d{4})\b/g;

/** The registration that a name is of: by its abbreviation, or in full; undefined when it is of none or of several. */
export function registrationNamed(name: string): string | undefined {
  const bare = nameKey(name).replace(around, ' ').trim().replace(/\s+/g, ' ');
  const words = bare.split(' ').filter((word) => word !== 'en');
  return registrationWords.find(
    ({ registration, wordings }) =>
      bare === registration.toLowerCase() ||
      wordings.some(
        (wording) =>
          wording.length > 1 && wording.length === words.length && wording.every((w) => words.includes(w)),
      ),
  )?.registration;
}

/** True for a name with more registrations in it than one: "BAG en BGT". */
export function namesSeveral(name: string): boolean {
  const words = new Set(nameKey(name).split(' '));
  return registrationWords.filter(({ registration }) => words.has(registration.toLowerCase())).length > 1;
}

/** Names that say nothing of what is on a sheet. */
const plain =
  /^(?:blad|sheet|tabel|werkblad)? ?\d*$|^(?:mandaten|mandaat|mandaatlijst|mandaatregister|register|lijst|overzicht|totaal|data|export|import|nu|huidig|actueel)(?: \d+)*$/;

/** What a sheet says by its name about everything on it. */
export interface SheetMeaning {
  registration?: string;
  organisation?: string;
  /** It was not the name of the sheet but what stands above the heading. */
  isTitle?: boolean;
}

/** The registration that a title names by itself: "Mandaten BAG 2026". */
const registrationOfTitle = (title: readonly string[]): string | undefined => {
  const found = new Set(title.flatMap((text) => registrationNamed(text) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
};

/**
 * What the name of a list's sheet or the title above it says: the registration when it is one; of a file with more lists
 * otherwise the department. Nothing where the list has a column for it.
 */
export function sheetMeaning(
  { sheet = '', title }: Pick<List, 'sheet' | 'title'>,
  hasColumn: (field: 'registratie' | 'organisatie') => boolean,
  isOneOfMore: boolean,
): SheetMeaning {
  const named = registrationNamed(sheet);
  const registration = hasColumn('registratie') ? undefined : (named ?? registrationOfTitle(title));
  if (registration !== undefined) return { registration, isTitle: named === undefined };
  if (named !== undefined) return {};
  if (!isOneOfMore || plain.test(nameKey(sheet)) || hasColumn('organisatie')) return {};
  return { organisation: sheet.trim() };
}
