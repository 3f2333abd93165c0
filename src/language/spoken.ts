/**
 * Text of others in a line that is read aloud or shown as Markdown: letters, digits and the marks of plain sentences, so
 * that nothing in it formats, mentions or links.
 */
export const spoken = (text: string): string =>
  text
    .replace(/[^\p{L}\p{M}\p{N} .,;'’&€%?!-]/gu, ' ')
    .replace(/\.(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
