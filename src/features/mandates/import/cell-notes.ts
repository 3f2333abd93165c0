import type { RegisterField } from '../register/fields.ts';

/** How a cell under one of our fields was read; `readAs` stands behind "lees ik als". */
export interface FieldNote {
  line: number;
  field: RegisterField;
  text: string;
  readAs: string;
}

const MOST_LINES = 5;
const MOST_SHOWN = 80;

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}`;

/** "Regel 3", "Regels 3, 5 en 9", "Regels 3, 5, 6, 8, 9 en nog 20". */
export function linesInWords(lines: readonly number[]): string {
  const each = [...new Set(lines)].sort((a, b) => a - b);
  const rest = each.length - MOST_LINES;
  const shown = each.slice(0, MOST_LINES).map((line) => `${line}`);
  return `${each.length === 1 ? 'Regel' : 'Regels'} ${rest > 0 ? `${shown.join(', ')} en nog ${rest}` : listed(shown)}`;
}

/**
 * One line for each text of a column that was read in one way, with the lines of the file where it stands. `called` gives
 * the list's own name for a field.
 */
export function notesInWords(
  notes: readonly FieldNote[],
  called: (field: RegisterField, line: number) => string,
): string[] {
  const groups = Map.groupBy(
    notes.toSorted((a, b) => a.line - b.line),
    ({ line, field, text, readAs }) => JSON.stringify([called(field, line), text, readAs]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { field, line, readAs } = first;
    const text = first.text.replace(/\s+/g, ' ');
    const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
    const lines = linesInWords(group.map((note) => note.line));
    return [
      `${lines}: ${called(field, line)} "${shown}" lees ik als ${readAs}${readAs.endsWith('.') ? '' : '.'}`,
    ];
  });
}
