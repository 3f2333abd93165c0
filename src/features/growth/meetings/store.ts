import { below, key, partsOf, type Storage } from '../../../storage/index.ts';
import type { Lesson, Rhythm } from './meeting.ts';
import { meetingsTable, teamLessonsTable } from './tables.ts';

export interface MeetingStore {
  /** One point read. */
  rhythmOf(team: string): Promise<Rhythm | undefined>;
  /** Those of all teams. One range. */
  rhythms(): Promise<Rhythm[]>;
  setRhythm(rhythm: Rhythm): Promise<void>;
  stop(team: string): Promise<void>;
  /** What a team keeps, the newest first. One range. */
  lessons(team: string): Promise<(Lesson & { id: string })[]>;
  /** Keeps a line once: what stands under this id stays as it is. False where there is one. */
  keep(id: string, lesson: Lesson): Promise<boolean>;
  drop(team: string, id: string): Promise<void>;
}

/** The meetings of the teams of one tenant. */
export function meetingStore(storage: Storage, tenant: string): MeetingStore {
  const rhythms = storage.table(meetingsTable);
  const lessons = storage.table(teamLessonsTable);
  const partition = key(tenant);
  return {
    rhythmOf: async (team) => (await rhythms.get(partition, key(team)))?.value,
    rhythms: async () => (await rhythms.range({ partition })).map(({ value }) => value),
    setRhythm: (rhythm) => rhythms.put(partition, key(rhythm.team), rhythm),
    stop: async (team) => {
      await rhythms.remove(partition, key(team));
    },
    lessons: async (team) =>
      (await lessons.range({ partition, ...below(team) }))
        .map(({ row, value }) => ({ ...value, id: partsOf(row)[1] ?? '' }))
        .toSorted((a, b) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id)),
    keep: (id, lesson) => lessons.insert(partition, key(lesson.team, id), lesson),
    drop: async (team, id) => {
      await lessons.remove(partition, key(team, id));
    },
  };
}
