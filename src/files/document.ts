/** A part of a document. Its texts may be of users: each format shows them as they are. */
export type DocumentBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string; label?: string }
  /** A point of a list, with what belongs to it in smaller letters. */
  | { kind: 'point'; text: string; small: string };

/** A document that can be written as Markdown and for Word. */
export interface TextDocument {
  title: string;
  blocks: readonly DocumentBlock[];
}

/** A label as it stands before its text: with a colon, but for a question. */
export const asLabel = (label: string): string => (label.endsWith('?') ? label : `${label}:`);
