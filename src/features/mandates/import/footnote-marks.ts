import { isPersonName } from './name-shapes.ts';

/** What a footnote says, and the mark that refers to it, as it is compared: "1", "a", "**". */
export interface Footnote {
  mark: string;
  says: string;
  /** Nothing but the number stands before it: a part of the list may begin so too. */
  isBare: boolean;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const plainDigits = (text: string) =>
  [...text].map((one) => (superscripts.includes(one) ? `${superscripts.indexOf(one)}` : one)).join('');

const symbol = /^(\*+|†+|‡+|[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?)/;
const word = /^(?:voetnoot|noot)\s*(?:nr\.?\s*)?(?=[\d([]|[a-z]\b)/i;
const numbered = /^(?:\((\d{1,2}|[a-z])\)|\[(\d{1,2}|[a-z])\]|(\d{1,2}|[a-z])\))/;
const bareNumber = /^(\d{1,2}|[a-z](?=[.:]))(?:[.:](?!\d)\s*|\s+)(?=\p{L})/u;

/** The footnote that a text is: "1) alleen op maandag", "noot 1: …", "* …", "1. …"; undefined for other texts. */
export function footnoteOf(text: string): Footnote | undefined {
  const lead = word.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length);
  const found = symbol.exec(rest) ?? numbered.exec(rest);
  const bare = found ? undefined : bareNumber.exec(rest);
  const [whole = '', ...marks] = found ?? bare ?? [];
  const mark = marks.find(Boolean);
  if (mark === undefined) return undefined;
  const says = rest.slice(whole.length).replace(/^[\s·:=-]+/, '');
  return { mark: plainDigits(mark), says, isBare: bare !== null && bare !== undefined && lead === '' };
}

/** A text that carries the mark of a footnote, and the text without it. */
export interface MarkedText {
  mark: string;
  bare: string;
  /** The mark is a number and nothing else: only behind the name of a person is that a mark. */
  isBare: boolean;
}

const carried = [
  /\s*(\*+|†+|‡+)$/u,
  /(?<![cdk]?m)\s*([¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?)$/u,
  /[\s,;(]*(?:zie\s+)?(?:voet)?noot\s*(?:nr\.?\s*)?[([]?(\d{1,2}|[a-z])\s*[)\]]*$/iu,
  /\s*\((\d{1,2}|[a-z])\)$/u,
  /\s*\[(\d{1,2}|[a-z])\]$/u,
  /(?:(?<!\d)\s*(\d{1,2})|\s([a-z]))\)$/u,
];

/** The mark of a footnote at the end of a text; undefined when it carries none, or is nothing else. */
export function markedText(text: string): MarkedText | undefined {
  for (const form of carried) {
    const found = form.exec(text);
    const mark = found?.slice(1).find(Boolean);
    if (!found || mark === undefined) continue;
    const bare = text.slice(0, found.index).trim();
    // "(artikel 7:1)" closes a bracket of its own.
    const isClosing = !/^[\s,;]*[([]/.test(found[0]) && /\([^()]*$/.test(bare);
    if (bare !== '' && !isClosing) return { mark: plainDigits(mark).toLowerCase(), bare, isBare: false };
  }
  const [, name = '', number = ''] = /^(.*[\p{L}.])\s*(\d{1,2})$/u.exec(text) ?? [];
  return isPersonName(name) ? { mark: number, bare: name.trim(), isBare: true } : undefined;
}

/** True for a row of which a cell carries the mark. */
export const carries = ({ fields }: { fields: Record<string, string> }, mark: string): boolean =>
  Object.values(fields).some((cell) => markedText(cell)?.mark === mark);

/** What to do about a mark of which the footnote is not in the list. It stands behind the cell. */
export const markWithoutNote =
  'verwijst naar een noot die ik niet vind. Haal het teken weg, en zet wat de noot zegt in een kolom voorwaarden.';
