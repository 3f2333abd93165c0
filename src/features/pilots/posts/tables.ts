import { defineTable } from '../../../storage/index.ts';

/**
 * Messages in channels that wait for a change. Partition: tenant. Rows `c|kind|pilot|of` (it no longer shows how things
 * stand) and `f|pilot|of` (somebody got a form in its place); `of` is a board or a day.
 */
export interface PostRow {
  day: string;
  /** Moment from which it counts. */
  at: string;
}

export const pilotPostsTable = defineTable<PostRow>({
  name: 'pilotposts',
  namesPeople: false,
  owner: 'pilots',
  holds: 'welke berichten in een kanaal Kompas nog bijwerkt',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { days: 14, from: 'day' },
  person: { kind: 'none', why: 'Er staat niets over mensen in.' },
});
