import { brief } from '../../../files/cell-limits.ts';
import type { CsvFile, Problem } from '../../../files/csv.ts';
import { entryColumns, type RegisterField } from '../register/fields.ts';
import { isNoName } from './cell-words.ts';
import { dateText, endDateText, registrationText, statedText } from './cells.ts';

/** True for a file in our own form: it is then read strictly, and a column too many or too few is an error. */
export function isOwnForm(columns: readonly string[]): boolean {
  return entryColumns.filter((name) => columns.includes(name)).length > entryColumns.length / 2;
}

/**
 * Cells of a list in our own form where something else stands than a name: a vacancy would become a person, and "n.v.t."
 * a registration.
 */
export function cellsWithoutName({ rows }: CsvFile): Problem[] {
  const isWrong = (text = '') => text !== '' && isNoName(text);
  return rows.flatMap(({ line, fields: { houder, registratie } }) => [
    ...(isWrong(houder)
      ? [
          {
            line,
            reason: `houder "${brief(houder ?? '')}" is geen naam. Vul een naam in, of haal de regel weg.`,
          },
        ]
      : []),
    ...(isWrong(registratie)
      ? [
          {
            line,
            reason: `registratie "${brief(registratie ?? '')}" is geen registratie. Geldt het mandaat voor alle? Maak de cel dan leeg.`,
          },
        ]
      : []),
  ]);
}

/**
 * A file in our own form as it is after somebody kept it in Excel: days in the Dutch way, and words where a cell should
 * be empty. The rest is read as it stands.
 */
export function ownFormText(file: CsvFile): CsvFile {
  const deputies = (text: string) => text.split('|').map((name) => statedText(name.trim()));
  const fixes: [RegisterField, (text: string) => string][] = [
    ['geldig_van', dateText],
    ['geldig_tot_en_met', endDateText],
    ['limiet_eur', (text) => statedText(text)],
    ['registratie', registrationText],
    ['grondslag', statedText],
    ['publicatie', statedText],
    ['vervanger', (text) => deputies(text).filter(Boolean).join('|')],
  ];
  return {
    ...file,
    rows: file.rows.map(({ line, fields: own }) => {
      const fixed = fixes.flatMap(([name, fix]) => {
        const text = own[name] ?? '';
        return text === '' ? [] : [[name, fix(text)]];
      });
      return { line, fields: { ...own, ...Object.fromEntries(fixed) } };
    }),
  };
}
