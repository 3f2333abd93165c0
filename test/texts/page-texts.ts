import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundText } from './source-texts.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Pages for developers, in English, and the one that a script writes; every other page in docs/ is Dutch. */
const notRead = ['cards', 'method', 'performance', 'rechten', 'storage', 'trust-rules'].map(
  (name) => `docs/${name}.md`,
);

/** Markdown as somebody reads it: no code, no addresses of links, no marks. */
export const asRead = (markdown: string): string =>
  markdown
    .replace(/`[^`\n]*`/g, '…')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|^#+ |^[-*] |^\d+\. |^> |<[^>\n]*>/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Paragraphs, points of lists, headings and cells of tables, each with the line it begins on. */
export function paragraphsIn(file: string, markdown: string): FoundText[] {
  const found: FoundText[] = [];
  let open: { line: number; lines: string[] } | undefined;
  let isCode = false;
  const close = () => {
    const text = asRead(open?.lines.join('\n') ?? '');
    if (open && /\p{L}{2}/u.test(text)) found.push({ file, line: open.line, text });
    open = undefined;
  };
  for (const [n, line] of markdown.split('\n').entries()) {
    if (line.startsWith('```')) isCode = !isCode;
    const isTable = line.startsWith('|');
    const isHeading = line.startsWith('#');
    if (isCode || isTable || line.trim() === '' || /^(?:#|[-*] |\d+\. |> |```)/.test(line)) close();
    if (isCode || line.startsWith('```') || line.trim() === '' || /^\|[-| ]+\|$/.test(line)) continue;
    if (isTable)
      for (const cell of line.split('|').map(asRead))
        if (/\p{L}{2}/u.test(cell)) found.push({ file, line: n + 1, text: cell });
    if (!isTable) open = { line: open?.line ?? n + 1, lines: [...(open?.lines ?? []), line] };
    if (isHeading) close();
  }
  close();
  return found;
}

/** What stands in the Dutch pages. */
export function pageTexts(): FoundText[] {
  const pages = globSync('docs/*.md', { cwd: root, exclude: notRead }).sort();
  return pages.flatMap((file) => paragraphsIn(file, read(file)));
}

/** What JSON shows under these names. */
const shown =
  /^(?:title|text|label|placeholder|errorMessage|altText|short|full|description|fallbackText|speak)$/;
const filledIn = /\$?\{+[^}]*\}+/g;

function textsOfJson(file: string): FoundText[] {
  const found: FoundText[] = [];
  JSON.parse(read(file), (name, value) => {
    const text = typeof value === 'string' && shown.test(name) ? value.replace(filledIn, '…') : '';
    if (/\p{L}{2}/u.test(text)) found.push({ file, line: 0, text: asRead(text) });
    return value;
  });
  return found;
}

/** What stands in the templates of cards and in the manifest of the Teams app. */
export const templateTexts = (): FoundText[] =>
  globSync(['cards/**/*.json', 'manifest/manifest.json'], { cwd: root }).sort().flatMap(textsOfJson);
