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

/** Names that say nothing of what is on a sheet. */
const plain =
  /^(?:blad|sheet|tabel|werkblad)? ?\d*$|^(?:mandaten|mandaat|mandaatlijst|mandaatregister|register|lijst|overzicht|totaal|data|export|import|nu|huidig|actueel)(?: \d+)*$/;

/** What a sheet says by its name about everything on it. */
export interface SheetMeaning {
  registration?: string;
  organisation?: string;
}

/**
 * What the name of a list's sheet says: the registration when it is one; of a file with more lists otherwise the
 * department. Nothing where the list has a column for it.
 */
export function sheetMeaning(
  { sheet }: Pick<List, 'sheet'>,
  hasColumn: (field: 'registratie' | 'organisatie') => boolean,
  isOneOfMore: boolean,
): SheetMeaning {
  if (sheet === undefined) return {};
  const registration = registrationNamed(sheet);
  if (registration !== undefined) return hasColumn('registratie') ? {} : { registration };
  if (!isOneOfMore || plain.test(nameKey(sheet)) || hasColumn('organisatie')) return {};
  return { organisation: sheet.trim() };
}
