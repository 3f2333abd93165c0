import { below, defineTable, key, partsOf } from '../../../storage/index.ts';
import type { CriterionId, PlanForm } from '../content/step.ts';

/**
 * The plan of the municipality. Partition: tenant. Rows: `f` (full or light), `s|step` (how a step stands, without anybody) and
 * `p|directory id|step|what` (who holds or supports it, held it before, or ticked a criterion): people have rows of their own, so that an erasure
 * takes the person away and leaves the step.
 */
export interface PlanRow {
  /** Of `f`. */
  form?: PlanForm;
  /** Of `s`: counts its changes, from 1. */
  version?: number;
  /** ISO dates on which it should begin and end; '' where nobody chose. */
  from?: string;
  until?: string;
  /** What people wrote about it, without names, and addresses, each on a line. */
  notes?: string;
  links?: string;
  /** Of what was ticked by hand the day (ISO date). */
  ticks?: Partial<Record<CriterionId, string>>;
  /** The day on which it was closed; none as long as it is open. */
  closed?: string;
  /** Of `p`: the day (ISO date) on which it began or was last asked about, from which retention counts. */
  day?: string;
  /** Of an action holder whom somebody else chose: they were not told yet. */
  untold?: true;
  /** Of an action holder, also of before (`was`): the day on which they were written to last, and that they want no more questions. */
  nudged?: string;
  muted?: true;
}

export const planStepsTable = defineTable<PlanRow>({
  name: 'plansteps',
  namesPeople: (row) => row.startsWith('p|'),
  owner: 'plan',
  holds:
    'het stappenplan van je gemeente, welke stappen je trekt of trok, bij welke je helpt, en wat je afvinkte',
  seenBy: 'iedereen bij de gemeente; wie iets afvinkte alleen voor wie het stappenplan bijhoudt',
  retention: { days: 731, from: 'day' },
  json: ['ticks'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...below('p', directoryId) }],
    describe: () => 'Je trekt of trok een stap van het stappenplan, helpt daarbij, of vinkte er iets af.',
  },
});

/** The parts of the key of a row of somebody. */
export const personParts = (row: string): { directoryId: string; step: number; what: string } => {
  const [, directoryId = '', step = '', what = ''] = partsOf(row);
  return { directoryId, step: Number(step), what };
};
