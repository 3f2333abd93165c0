import { defineTable } from '../../../storage/index.ts';
import type { CalendarChange } from './change.ts';

/** A change in the calendar. Partition: tenant. Row: id. So the calendar opens with one range. */
export interface ChangeRow extends Omit<CalendarChange, 'id'> {
  /** From which retention counts: the date, or the day of the last edit while the date is not known. */
  day: string;
}

export const changesTable = defineTable<ChangeRow>({
  name: 'changes',
  namesPeople: false,
  owner: 'team',
  holds: 'de kalender: wat er verandert, wanneer en voor wie',
  seenBy: 'iedereen bij de gemeente',
  retention: { days: 365, from: 'day' },
  isMarked: ({ by }) => by !== undefined,
  json: ['scope', 'roles', 'when', 'moved', 'withdrawn', 'act'],
  person: {
    kind: 'none',
    why: 'Er staat wat er verandert. Wie het erin zette, staat alleen in het logboek van beheer.',
  },
});
