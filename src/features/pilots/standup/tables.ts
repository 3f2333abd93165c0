import { dutchDay } from '../../../calendar/clock.ts';
import { defineTable, exactly } from '../../../storage/index.ts';

/** What somebody wrote for a stand-up. Partition: tenant, pilot, day. Row: directory id. */
export interface StandupRow {
  day: string;
  done: string;
  next: string;
  blocker: string;
}

export const standupsTable = defineTable<StandupRow>({
  name: 'standups',
  namesPeople: true,
  owner: 'pilots',
  holds: 'wat je in een stand-up schreef',
  seenBy: 'wie meedoet aan dezelfde pilot; de samenvatting iedereen in het kanaal',
  retention: { days: 14, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [exactly(directoryId)],
    describe: ({ day, done, next, blocker }) =>
      `${dutchDay(day)}: ${[done, next, blocker].filter(Boolean).join(' · ') || 'niets ingevuld'}`,
  },
});

/** The stand-up of one day. Partition: tenant, pilot. Row: ISO date. */
export interface StandupDayRow {
  day: string;
  /** Id of the message in the channel. */
  message?: string;
  /** Id of the summary in the channel. */
  summary?: string;
  closed?: boolean;
}

export const standupDaysTable = defineTable<StandupDayRow>({
  name: 'standupdays',
  namesPeople: false,
  owner: 'pilots',
  holds: 'op welke dagen een pilot een stand-up had',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { days: 14, from: 'day' },
  person: { kind: 'none', why: 'Er staat niets over mensen in.' },
});
