import { nameKey } from '../../../language/words.ts';
import { lastDayCell } from './date-cells.ts';
import type { List } from './lists.ts';
import type { ColumnProposal } from './propose-columns.ts';

/** A heading that leaves open whether the day below it still counts: "Tot", "geldigTot", "Einde", "Vervaldatum". */
const leavesOpen =
  /tot(?:datum)?$|^(?:einde|eindigt|eindigtper|afloop|afloopdatum|looptaf|looptafop|verloopt|verlooptop|verloopdatum|vervaldatum|expiratiedatum|expiratie)$/;

/** Days below a heading that stand there without a word of their own: "31-12-2026", not "t/m 31-12-2026". */
function bareDays({ rows }: List, column: string): string[] {
  return rows.flatMap(({ fields }) => {
    const text = (fields[column] ?? '').trim();
    const read = /^(?:\d|jan|feb|m|apr|jun|jul|aug|sep|okt|nov|dec)/i.test(text)
      ? lastDayCell(text)
      : undefined;
    return read && 'values' in read && /^\d{4}-/.test(read.values[0] ?? '') ? (read.values[0] ?? '') : [];
  });
}

const isLastOfMonth = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;

/**
 * A column with the end of mandates of which the heading does not say whether the day itself counts. "Tot" leaves it out;
 * last days of months are last days. With both below one heading it is asked. `isSaid` tells which columns somebody named
 * with this import.
 */
export function withEnds(
  list: List,
  columns: readonly ColumnProposal[],
  isSaid: (column: string) => boolean,
): { columns: ColumnProposal[]; notes: string[]; problems: string[] } {
  const notes: string[] = [];
  const problems: string[] = [];
  const isTaken = columns.some(({ field }) => field === 'vervallen_per');
  const read = columns.map((proposal): ColumnProposal => {
    const { column, field, sure, chosen } = proposal;
    const isEnd = field === 'geldig_tot_en_met' && leavesOpen.test(nameKey(column).replaceAll(' ', ''));
    if (!isEnd || isSaid(column)) return proposal;
    const days = bareDays(list, column);
    const last = days.filter(isLastOfMonth);
    const how = `Geef --kolom "${column}=geldig_tot_en_met" als de dag zelf nog meetelt`;
    if (days.length === 0) return proposal;
    if (chosen || last.length === days.length) {
      notes.push(
        `Let op: onder ${column} lees ik elke dag als laatste dag die meetelt. Telt die dag niet meer mee? Geef --kolom "${column}=vervallen_per".`,
      );
      return proposal;
    }
    if (last.length > 0 || isTaken) {
      problems.push(
        `Telt de dag onder ${column} nog mee? ${how}, en anders --kolom "${column}=vervallen_per".`,
      );
      return proposal;
    }
    notes.push(`Let op: onder ${column} telt de dag zelf niet mee. ${how}.`);
    return { column, field: 'vervallen_per', sure };
  });
  return { columns: read, notes, problems };
}
