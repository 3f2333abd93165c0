import { dutchDay } from '../../../calendar/clock.ts';
import { defineTable, exactly, key } from '../../../storage/index.ts';
import type { Plan, SharedPlan } from './plan.ts';

/** An ontwikkelplan. Partition: tenant. Row: directory id of whose it is. */
export const plansTable = defineTable<Plan>({
  name: 'growthplans',
  namesPeople: true,
  owner: 'growth',
  holds: 'je ontwikkelplan',
  seenBy: 'alleen jij',
  retention: { days: 730, from: 'day' },
  json: ['draft', 'goals', 'step', 'forms'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...exactly(directoryId) }],
    describe: ({ day }) => `Je hebt een ontwikkelplan. Je wijzigde het voor het laatst op ${dutchDay(day)}.`,
  },
});

/** What somebody shared of it. Partition: tenant. Row: directory id of whose it is. */
export const sharedPlansTable = defineTable<SharedPlan>({
  name: 'growthplansshared',
  namesPeople: true,
  owner: 'growth',
  holds: 'je ontwikkelplan, zoals je het deelde met je leidinggevende',
  seenBy: 'jij, en de leidinggevende met wie je deelt',
  retention: { days: 730, from: 'day' },
  json: ['draft', 'goals', 'step'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [
      { partition: key(tenant), ...exactly(directoryId) },
      { partition: key(tenant), fieldIs: { field: 'manager', value: directoryId } },
    ],
    // A manager reads it as long as it is shared, on its card: what they take along is that it was, and not the words.
    exported: (shared, reader) => (shared.manager === reader ? { day: shared.day } : shared),
    undecided: ({ manager }) => (manager === undefined ? [] : ['manager']),
    describe: ({ day }) =>
      `Op ${dutchDay(day)} deelde een medewerker een ontwikkelplan met de leidinggevende.`,
  },
});
