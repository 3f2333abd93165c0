import type { IbroRole } from '../../../people/person.ts';
import { defineTable, exactly } from '../../../storage/index.ts';

/** Which roles somebody tries in a pilot. Partition: tenant, pilot. Row: directory id. It feeds nothing: no assignment is made of it. */
export interface TriedRolesRow {
  roles: IbroRole[];
  /** The day on which the pilot was closed, from which retention counts. */
  closedOn?: string;
}

export const pilotRolesTable = defineTable<TriedRolesRow>({
  name: 'pilotroles',
  namesPeople: true,
  owner: 'pilots',
  holds: 'welke rollen je probeert in een pilot',
  seenBy: 'wie meedoet aan dezelfde pilot',
  retention: { days: 30, from: 'closedOn' },
  json: ['roles'],
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [exactly(directoryId)],
    describe: ({ roles }) => `In een pilot probeer je deze rollen: ${roles.join(', ')}.`,
  },
});
