import { instanceTable, occurrenceTable, outcomeTable, setAsideTable } from './delivery/tables.ts';
import { usedLinksTable } from './files/links.ts';
import {
  auditTable,
  directoryTable,
  peopleTable,
  settingsTable,
  silenceTable,
  teamLinkTable,
} from './people/tables.ts';
import { takenBackTable } from './people/taken-back.ts';
import type { AnyTable } from './storage/index.ts';

/** The tables of the rooms below the features. People first: see `eraseSubject`. */
export const roomTables: readonly AnyTable[] = [
  peopleTable,
  directoryTable,
  teamLinkTable,
  silenceTable,
  takenBackTable,
  settingsTable,
  auditTable,
  occurrenceTable,
  outcomeTable,
  instanceTable,
  setAsideTable,
  usedLinksTable,
];
