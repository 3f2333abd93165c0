import { asLabel, type DocumentBlock, type TextDocument } from './document.ts';

/** What Markdown, or HTML in it, would read as more than text; of addresses that become links, what makes them one. */
const special = /[\\`*_[\]<>&|~#$@]|:(?=\/\/)/g;

/**
 * Text of users on one line of Markdown (CommonMark and GitHub's), shown as it was typed: nothing in it formats, links,
 * begins a list or is a formula.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(special, '\\$&')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

function lineOf(block: DocumentBlock): string {
  const text = escapeMarkdown(block.text);
  if (block.kind === 'heading') return `${'#'.repeat(block.level + 1)} ${text}`;
  if (block.kind === 'point') return `- ${text} *(${escapeMarkdown(block.small)})*`;
  return block.label ? `**${asLabel(escapeMarkdown(block.label))}** ${text}` : text;
}

/** A document as Markdown: paragraphs with a blank line between them, points in lists. */
export function writeMarkdown({ title, blocks }: TextDocument): string {
  const parts = blocks.map((block, n) => {
    const isNext = block.kind === 'point' && blocks[n - 1]?.kind === 'point';
    return `${isNext ? '\n' : '\n\n'}${lineOf(block)}`;
  });
  return `# ${escapeMarkdown(title)}${parts.join('')}\n`;
}
