import { defineTable } from '../../../storage/index.ts';
import type { Lesson, Rhythm } from './meeting.ts';

/** When a team has its intervisie. Partition: tenant. Row: team. */
export const meetingsTable = defineTable<Rhythm>({
  name: 'teammeetings',
  namesPeople: false,
  owner: 'growth',
  holds: 'op welke dag van de maand je team intervisie heeft',
  seenBy: 'je team en wie het leidt',
  retention: { forever: 'tot wie het team leidt, ermee stopt' },
  person: { kind: 'none', takenBack: true, why: 'Er staat een dag in, en geen mensen.' },
});

/** What a team keeps of a look back at a piece of work. Partition: tenant. Row: team, id. */
export const teamLessonsTable = defineTable<Lesson>({
  name: 'teamlessons',
  namesPeople: false,
  owner: 'growth',
  holds: 'wat je team na een terugblik zo houdt of anders doet',
  seenBy: 'je team en wie het leidt',
  retention: { days: 730, from: 'day' },
  person: { kind: 'none', takenBack: true, why: 'Er staat geen schrijver bij.' },
});
