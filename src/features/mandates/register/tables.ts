import { defineTable } from '../../../storage/index.ts';

/**
 * One row of the register's storage. Partition tenant: the pointer, the changes registered since the last import and
 * how lists with columns of their own were read; partition tenant and version: the pages of one import.
 */
export interface RegisterRow {
  /** Of the pointer: which version is current, and how many changes came on top of it. */
  version?: string;
  changes?: number;
  /** ISO instant in UTC at which the row's content was recorded. */
  at?: string;
  /** Of a change: the entry as it was registered. */
  entry?: object;
  /** Of a page: records as JSON, compressed. */
  page?: Uint8Array;
  /** Of a mapping: which field each column of a municipality's own list is. */
  mapping?: object;
  /** Of a mapping: the kind of everything in a list that has no column for it. */
  kind?: string;
  /** Of a mapping: what else was said about the list. */
  choices?: object;
}

export const registerTable = defineTable<RegisterRow>({
  name: 'register',
  namesPeople: true,
  owner: 'mandates',
  holds: 'het mandatenregister: wie welk besluit mag nemen, waar, en sinds wanneer',
  seenBy: 'iedereen bij de gemeente',
  retention: {
    forever: 'altijd, want het register is een officieel overzicht; ook wat vroeger gold, blijft staan',
  },
  whole: true,
  json: ['entry', 'mapping', 'choices'],
  person: {
    kind: 'none',
    official: true,
    why: 'Staat jouw naam bij een mandaat, dan blijft die staan: het is een officieel overzicht van besluiten.',
  },
});
