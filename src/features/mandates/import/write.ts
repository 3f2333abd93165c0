import { writeCsv } from '../../../files/write-csv.ts';
import { spellingOfWords } from '../../../language/words.ts';
import {
  areaColumns,
  entryColumns,
  extraColumns,
  type RegisterField,
  tenureColumns,
} from '../register/fields.ts';
import type { Area, Register, RegisterEntry, Tenure } from '../register/register.ts';

/** A register as the texts of its three files. */
export interface RegisterFiles {
  mandaten: string;
  gebieden: string;
  functies: string;
}

type CellsByColumn<Column extends string> = Record<Column, string>;

/** One entry as it stands in a file, under our column names; the area as the given text. */
export function entryCells(entry: RegisterEntry, area: string): CellsByColumn<RegisterField> {
  return {
    id: entry.id,
    soort: entry.kind,
    uit_mandaat: entry.parent ?? '',
    activiteit: entry.activity,
    registratie: entry.registration,
    gebied: area,
    rol: entry.role,
    houder: entry.holder,
    vervanger: entry.deputies.join('|'),
    organisatie: entry.organisation,
    eerdere_vervanger: entry.earlierDeputies?.names.join('|') ?? '',
    eerdere_vervanger_tot_en_met: entry.earlierDeputies?.until ?? '',
    accounthouder: entry.contact ?? '',
    grondslag: entry.basis,
    publicatie: entry.publication,
    limiet_eur: entry.limit === undefined ? '' : `${entry.limit}`,
    vier_ogen: entry.fourEyes ? 'ja' : 'nee',
    vier_ogen_door: entry.fourEyesBy ?? '',
    ondermandaat_toegestaan: entry.subGranting ? 'ja' : 'nee',
    voorwaarden: entry.conditions,
    geldig_van: entry.from,
    geldig_tot_en_met: entry.until ?? '',
  };
}

/** One area as it stands in a file. */
export function areaCells({
  code,
  name,
  kind,
  parent,
  aliases,
}: Area): CellsByColumn<(typeof areaColumns)[number]> {
  return { code, naam: name, soort: kind, ouder: parent ?? '', aliassen: aliases.join('|') };
}

/** One tenure as it stands in a file. */
export function tenureCells(tenure: Tenure): CellsByColumn<(typeof tenureColumns)[number]> {
  const { function: functie, person: persoon, from: van, until } = tenure;
  return { functie, persoon, van, tot_en_met: until ?? '' };
}

/** What to call an area so that it is found again: its name when no other area goes by it, its code otherwise. */
export function areaText(areas: readonly Area[]): (code: string) => string {
  const users = new Map<string, Set<string>>();
  for (const { code, name, aliases } of areas) {
    for (const text of [code, name, ...aliases].map(spellingOfWords)) {
      users.set(text, (users.get(text) ?? new Set()).add(code));
    }
  }
  const codes = new Set(areas.map(({ code }) => code));
  const texts = new Map(
    areas.map(({ code, name }) => [
      code,
      users.get(spellingOfWords(name))?.size === 1 && !codes.has(name) ? name : code,
    ]),
  );
  return (code) => texts.get(code) ?? code;
}

const inOrder = <Column extends string>(columns: readonly Column[], cells: CellsByColumn<Column>) =>
  columns.map((name) => cells[name]);

/** A register in exactly the form in which it is imported: reading these files gives the same register. */
export function writeRegister({ entries, areas, tenures }: Register): RegisterFiles {
  const nameOf = areaText(areas);
  const extra = extraColumns.filter((name) => entries.some((entry) => entryCells(entry, '')[name] !== ''));
  const columns = [...entryColumns, ...extra];
  return {
    mandaten: writeCsv(
      columns,
      entries.map((entry) => inOrder(columns, entryCells(entry, nameOf(entry.area)))),
    ),
    gebieden: writeCsv(
      areaColumns,
      areas.map((area) => inOrder(areaColumns, areaCells(area))),
    ),
    functies: writeCsv(
      tenureColumns,
      tenures.map((tenure) => inOrder(tenureColumns, tenureCells(tenure))),
    ),
  };
}
