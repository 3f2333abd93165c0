import { asLabel, type DocumentBlock, type TextDocument } from '../../../files/document.ts';
import { escapeHtml } from '../../../lib/escape-html.ts';

const style =
  '@page{size:A4;margin:18mm}body{font:11pt/1.4 system-ui,sans-serif;color:#1b2a33;margin:0 auto;max-width:174mm;overflow-wrap:anywhere}' +
  'h1{font-size:20pt;margin:0 0 2mm}h2{font-size:13pt;margin:7mm 0 1mm;break-after:avoid}p{margin:0 0 2mm;white-space:pre-line}' +
  'ul{margin:0 0 2mm;padding-left:6mm}li{margin:0 0 1mm}small{color:#45545d}';

function blockOf(block: DocumentBlock): string {
  const text = escapeHtml(block.text);
  if (block.kind === 'heading') return `<h2>${text}</h2>`;
  if (block.kind === 'point')
    return `<ul><li>${text}${block.small ? ` <small>(${escapeHtml(block.small)})</small>` : ''}</li></ul>`;
  return `<p>${block.label ? `<strong>${escapeHtml(asLabel(block.label))}</strong> ` : ''}${text}</p>`;
}

/** A document as a page of A4 that needs nothing from elsewhere. What people typed is escaped (trust:text-is-data). */
export function pageOf({ title, blocks }: TextDocument): string {
  const name = escapeHtml(title);
  const body = blocks.map(blockOf).join('').replaceAll('</ul><ul>', '');
  return (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>${name}</title><style>${style}</style></head><body><h1>${name}</h1>${body}</body></html>`
  );
}
