import { defineTable, exactly } from '../../../storage/index.ts';
import type { Pilot } from './pilot.ts';

/** Partition: tenant. Row: id of the pilot. */
export const pilotsTable = defineTable<Omit<Pilot, 'id'>>({
  name: 'pilots',
  namesPeople: false,
  owner: 'pilots',
  holds: 'pilots: wat ze proberen, wanneer en hoe het gaat',
  seenBy: 'wie meedoet',
  // What people wrote goes as soon as their other comments do (trust:kept-no-longer).
  retention: {
    days: 731,
    from: 'closedOn',
    sooner: { days: 12 * 7, from: 'opinionsDay', fields: ['opinions'], what: 'wat mensen erbij schreven' },
  },
  json: ['criteria', 'standup', 'channel', 'iteration', 'pastRounds', 'outcome', 'opinions'],
  person: { kind: 'none', why: 'Een pilot gaat over werk. Wie meedoet, staat apart.' },
});

/** Who is in a pilot. Partition: tenant, pilot. Row: directory id. */
export interface MemberRow {
  role: 'lead' | 'member';
  /** The day on which the pilot was closed, from which retention counts. */
  closedOn?: string;
}

export const pilotMembersTable = defineTable<MemberRow>({
  name: 'pilotmembers',
  namesPeople: true,
  owner: 'pilots',
  holds: 'in welke pilots je meedoet',
  seenBy: 'wie meedoet in dezelfde pilot',
  retention: { days: 30, from: 'closedOn' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [exactly(directoryId)],
    describe: ({ role }) => (role === 'lead' ? 'Je leidt een pilot.' : 'Je doet mee in een pilot.'),
  },
});
