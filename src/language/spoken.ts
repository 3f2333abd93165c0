/** A dot that joins words, or an amount of which the dots are kept: "€ 10.000". */
const joiningDot = /(€ \d{1,3}(?:\.\d{3}){1,2}(?![\p{L}\p{N}]))|\.(?=[\p{L}\p{N}])/gu;

/**
 * Text of others in a line that is read aloud or shown as Markdown: letters, digits and the marks of plain sentences, so
 * that nothing in it formats, mentions or links.
 */
export const spoken = (text: string): string =>
  text
    .replace(/[^\p{L}\p{M}\p{N} .,;'’&€%?!-]/gu, ' ')
    .replace(joiningDot, (_, amount: string | undefined) => amount ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
