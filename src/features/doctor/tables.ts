import { defineTable } from '../../storage/index.ts';

/** A row that is written, read and removed to see whether that can be done. Partition: tenant. Row: a random name. */
export interface ProbeRow {
  day: string;
}

export const probeTable = defineTable<ProbeRow>({
  name: 'probes',
  namesPeople: false,
  owner: 'doctor',
  holds: 'een proefregel waarmee Kompas nagaat of de opslag werkt',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  // It is removed at once: only a process that ended in between leaves one.
  retention: { days: 1, from: 'day' },
  person: { kind: 'none', why: 'Er staat niets over mensen in.' },
});

/** A queue for one message of its own: whatever stands in the queue of rounds would be taken for a round. */
export const PROBE_QUEUE = 'probes';
