import { below, defineTable } from '../../../storage/index.ts';

/**
 * What has to be done in a pilot. Partition: tenant, pilot. Rows `a|id` (the action) and `o|directory id|id` (who owns
 * it), so that an erasure takes the owner away and leaves the action to the team.
 */
export interface ActionRow {
  /** In `a` rows. */
  text?: string;
  source?: 'standup' | 'retro' | 'demo';
  due?: string;
  /** Day of creation, from which retention counts. */
  day: string;
  /** Also in `o` rows, so that what is done need not be looked up; missing there in rows from before. */
  doneOn?: string;
  /** The stand-up day on which it was last mentioned as overdue. */
  mentioned?: string;
  /** The day on which its owner was told that it is theirs; also when they took it on themselves. */
  told?: string;
  /** The day by which it should have been done, of which its owner was asked whether it is. */
  askedFor?: string;
  /** The day by which it should be done, of which its owner was reminded. */
  remindedFor?: string;
  /** How many times it was given to somebody: of two who take it on at once, it becomes one's. */
  given?: number;
}

export const pilotActionsTable = defineTable<ActionRow>({
  name: 'pilotactions',
  namesPeople: true,
  owner: 'pilots',
  holds: 'acties uit stand-ups en retro’s, en welke van jou zijn',
  seenBy: 'wie meedoet aan dezelfde pilot of in hetzelfde team zit',
  retention: { days: 731, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [below('o', directoryId)],
    describe: () => 'Een actie van een pilot of een team is van jou.',
  },
});
