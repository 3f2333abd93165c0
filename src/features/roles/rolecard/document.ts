import type { DocumentBlock, TextDocument } from '../../../files/document.ts';
import { escapeHtml } from '../../../lib/escape-html.ts';
import { NO_MANDATE } from '../assignments/cards.ts';
import { NOBODY, type Sheet, stepsInWords } from './sheet.ts';

/** What the page and the document of a team are made of. */
export interface SheetFile {
  municipality: string;
  team: string;
  /** In Dutch. */
  day: string;
  sheet: readonly Sheet[];
}

const headOf = ({ municipality, day }: SheetFile) => [municipality, day].filter(Boolean).join(', ');

/** The rolkaart for Word. */
export function documentOf(file: SheetFile): TextDocument {
  return {
    title: `Rolkaart ${file.team}`,
    blocks: [
      { kind: 'text', text: headOf(file) },
      { kind: 'text', text: NO_MANDATE },
      ...file.sheet.flatMap(({ role, lines }): DocumentBlock[] => [
        { kind: 'heading', level: 1, text: role },
        ...(lines.length === 0 ? [{ kind: 'text', text: NOBODY } as const] : []),
        ...lines.map(
          (line): DocumentBlock => ({
            kind: 'point',
            text: [line.name, line.about, line.more].filter(Boolean).join(', '),
            small: stepsInWords(line),
          }),
        ),
      ]),
    ],
  };
}

const style =
  '@page{size:A4;margin:18mm}body{font:11pt/1.4 system-ui,sans-serif;color:#1b2a33;margin:0 auto;max-width:174mm;overflow-wrap:anywhere}' +
  'h1{font-size:20pt;margin:0 0 2mm}h2{font-size:13pt;margin:7mm 0 1mm;break-after:avoid}p{margin:0 0 2mm}' +
  'table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #9aa9b1;padding:1.5mm 2mm 1.5mm 0;text-align:left;vertical-align:top}' +
  'th{font-weight:600}tr{break-inside:avoid}';

const cells = (tag: 'td' | 'th', texts: readonly string[]) =>
  `<tr>${texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`;

/** The rolkaart as a page of A4 that needs nothing from elsewhere. What people typed is escaped (trust:text-is-data). */
export function pageOf(file: SheetFile): string {
  const title = escapeHtml(`Rolkaart ${file.team}`);
  const roles = file.sheet.map(({ role, lines }) => {
    const table =
      lines.length === 0
        ? `<p>${NOBODY}</p>`
        : `<table><thead>${cells('th', ['Wie', 'Waarvoor', 'En verder'])}</thead><tbody>${lines
            .map((line) =>
              cells('td', [
                line.name,
                [line.about, line.more].filter(Boolean).join(', '),
                stepsInWords(line),
              ]),
            )
            .join('')}</tbody></table>`;
    return `<h2>${escapeHtml(role)}</h2>${table}`;
  });
  return (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>${title}</title><style>${style}</style></head><body><h1>${title}</h1>` +
    `<p>${escapeHtml(headOf(file))}</p><p>${NO_MANDATE}</p>${roles.join('')}</body></html>`
  );
}
