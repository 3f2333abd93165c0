import { randomUUID } from 'node:crypto';

import { Temporal } from 'temporal-polyfill';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { below, defineTable, key, type Storage, type Stored } from '../../../storage/index.ts';
import { type MandateProposal, waitingStates } from './proposal.ts';

export const proposalTable = defineTable<MandateProposal>({
  name: 'mandateproposals',
  namesPeople: true,
  owner: 'mandates',
  holds: 'voorstellen om het mandatenregister te wijzigen, en wie erover besloot',
  seenBy: 'de mandaatbeheerders',
  retention: { days: 731, from: 'decidedDay' },
  // With the register, where what was decided stands.
  whole: true,
  json: ['entry', 'before', 'decision'],
  person: {
    kind: 'record',
    why: 'Voorstellen horen bij het officiële register. Ze blijven 2 jaar bewaard na het besluit.',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...below(directoryId) }],
    describe: ({ at, entry }) => `${dutchDay(at)}: voorstel over mandaat ${entry.id}.`,
  },
});

export interface ProposalStore {
  add(proposal: MandateProposal): Promise<void>;
  /** How many somebody proposed on a day. One range: their own. */
  countBy(directoryId: string, day: string): Promise<number>;
  find(id: string): Promise<Stored<MandateProposal> | undefined>;
  /** Proposals that wait for a decision or of which the registration was not finished, oldest first. One range, and what was decided before stays there. */
  open(): Promise<MandateProposal[]>;
  /** Writes it and gives it as it now stands; undefined when somebody else changed it in between. */
  claim(read: Stored<MandateProposal>, value: MandateProposal): Promise<Stored<MandateProposal> | undefined>;
  /** False when somebody else decided in between. */
  decide(read: Stored<MandateProposal>, value: MandateProposal): Promise<boolean>;
}

/** The proposals of one tenant. Partition: tenant. Row: the proposer's directory id and the proposal's id. */
export function proposalStore(storage: Storage, tenant: string): ProposalStore {
  const table = storage.table(proposalTable);
  const all = () => table.range({ partition: key(tenant) });
  return {
    add: async (proposal) => {
      await table.put(key(tenant), key(proposal.by, proposal.id), proposal);
    },
    countBy: async (directoryId, day) =>
      (await table.range({ partition: key(tenant), ...below(directoryId) })).filter(
        ({ value }) => today(Temporal.Instant.from(value.at)).toString() === day,
      ).length,
    find: async (id) => (await all()).find(({ value }) => value.id === id),
    open: async () =>
      (await table.range({ partition: key(tenant), fieldIn: { field: 'state', values: waitingStates } }))
        .map(({ value }) => value)
        .sort((a, b) => a.at.localeCompare(b.at)),
    claim: async (read, value) => {
      // The mark tells this claim from that of somebody who took the proposal over before it was read back.
      const claim = randomUUID();
      if (!(await table.replace(read, { ...value, claim }))) return undefined;
      const now = await table.get(read.partition, read.row);
      return now?.value.claim === claim ? now : undefined;
    },
    decide: (read, value) => table.replace(read, value),
  };
}
