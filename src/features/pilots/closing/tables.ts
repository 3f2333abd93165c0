import { defineTable, partsOf } from '../../../storage/index.ts';
import type { Evaluation } from './evaluation.ts';

/** What a member thinks of a pilot. Partition: tenant, pilot. Row: their pseudonym in that pilot. Removed when the pilot closes. */
export interface EvaluationRow extends Evaluation {
  /** Sealed: it stands beside scores. */
  open: string;
  /** The Monday of the week in which it was given, from which retention counts. */
  day: string;
}

export const evaluationsTable = defineTable<EvaluationRow>({
  name: 'evaluations',
  namesPeople: false,
  coded: true,
  owner: 'pilots',
  holds: 'wat je van een pilot vindt, onder een code in plaats van je naam',
  seenBy: 'wie meedoet, als één beeld van iedereen samen, vanaf 6 antwoorden; je open antwoord zonder naam',
  retention: { days: 84, from: 'day' },
  codes: ({ partition }) => [
    { of: 'row', part: 0, place: partsOf(partition)[1] ?? '', purpose: 'evaluation' },
  ],
  json: ['scores'],
  sealed: { fields: ['open'], bytes: 2_100, beside: 'day' },
  person: {
    kind: 'personal',
    // Looks through all evaluations, which live as long as their pilot runs: also somebody who was taken out of it has one.
    rows: ({ pseudonymsIn }) => [
      {
        isTheirs: ({ partition, row }) => {
          const [, pilot = ''] = partsOf(partition);
          return pseudonymsIn(pilot, 'evaluation').includes(partsOf(row)[0] ?? '');
        },
      },
    ],
    describe: ({ open }) => `Je evalueerde een pilot${open ? `. Je schreef: ${open}` : '.'}`,
  },
});
