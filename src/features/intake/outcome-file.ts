import type { FileProblem, IntakePlan } from '../../conversation/intake.ts';
import { type WrittenSheet, writeXlsx } from '../../files/write-xlsx.ts';

/** What is wrong stands in the first sentence, and what to do about it in the others. */
function parted(reason: string): { what: string; todo: string } {
  const at = /[.?!]\s+(?=\p{Lu})/u.exec(reason);
  if (!at) return { what: reason, todo: 'Verbeter dit in je bestand.' };
  return { what: reason.slice(0, at.index + 1), todo: reason.slice(at.index + 1).trim() };
}

/** The column that a sentence begins with, or names between quotes after "kolom". */
function columnOf(reason: string): string {
  const [, sheet = ''] = /^(Blad [^:]+: )/.exec(reason) ?? [];
  const words = reason.slice(sheet.length);
  const named = /\bkolom(?:men)? “?"?([\p{L}\d_-]+)/u.exec(words)?.[1];
  const heading = /^(?:Bij )?“([^”]+)”/u.exec(words)?.[1];
  const field = /^Bij ([\p{Ll}][\p{L}\d_]*) ken ik/u.exec(words)?.[1];
  const first = /^([\p{Ll}][\p{L}\d_]*)\b/u.exec(words)?.[1];
  return named ?? heading ?? field ?? first ?? '';
}

const faultRow = ({ line, reason }: FileProblem): string[] => {
  const { what, todo } = parted(reason);
  return [line > 0 ? `${line}` : 'hele bestand', columnOf(reason), what, todo];
};

const whatHappens = ({ isUnchanged }: IntakePlan): string =>
  isUnchanged ? 'Niets: alles staat al zo in Kompas' : 'Dit verandert als het in de chat wordt doorgevoerd';

/** What a file would do, as a workbook: the summary, what is wrong line by line, what to look at, and what changes. */
export function outcomeFile(plan: IntakePlan, about?: { name: string; what: string }): Uint8Array {
  const isWrong = plan.problems.length > 0;
  const sheets: WrittenSheet[] = [
    {
      name: 'Samenvatting',
      rows: [
        ['Wat', 'Hoeveel'],
        ...(about
          ? [
              ['Bestand', about.name],
              ['Gelezen als', about.what],
            ]
          : []),
        ['Gelezen', plan.read],
        ...plan.counts.map(({ title, value }) => [title, value]),
        ['Fouten', `${plan.problems.length}`],
        ['Wat er gebeurt', isWrong ? 'Niets, tot alle fouten weg zijn' : whatHappens(plan)],
      ],
    },
    {
      name: 'Fouten',
      rows: [['Regel', 'Kolom', 'Wat er mis is', 'Wat je kunt doen'], ...plan.problems.map(faultRow)],
    },
    { name: 'Nakijken', rows: [['Kijk dit na'], ...plan.doubts.map((doubt) => [doubt])] },
    {
      name: 'Wat verandert',
      rows: [
        ['Soort', 'Wat'],
        ...plan.changes.flatMap(({ title, lines }) => lines.map((line) => [title, line])),
      ],
    },
  ];
  return writeXlsx(sheets);
}
