import type { Turn } from '../../../conversation/turn.ts';
import type { Stored } from '../../../storage/index.ts';
import type { RegisterEntry } from '../register/register.ts';
import type { MandateStore } from '../register/store.ts';
import {
  conflict,
  lostGround,
  type MandateProposal,
  type ProposalDecision,
  wasRegistered,
} from './proposal.ts';
import type { ProposalStore } from './proposal-store.ts';

export interface RegisteringTools {
  store: MandateStore;
  proposals: ProposalStore;
}

/**
 * `conflict` when somebody changed the same entry, `busy` when others kept changing the register, and `lost` with what
 * the entry rests on and is no longer there, in Dutch.
 */
export type RegisteringOutcome = 'done' | 'conflict' | 'busy' | { lost: string[] };

/** So many times it is tried again after others changed the register in between. */
const ATTEMPTS = 5;

/** Takes a proposal and brings its entry into the register, so that whatever breaks off can be finished later. */
export function registering({ store, proposals }: RegisteringTools) {
  /**
   * Takes a proposal for registering, so that nobody rejects or withdraws it meanwhile; one that broke off is taken
   * over with the decision it had. Undefined when somebody else was first.
   */
  async function claimed(
    read: Stored<MandateProposal>,
    { directoryId, now }: Pick<Turn, 'directoryId' | 'now'>,
    decision: ProposalDecision,
  ): Promise<Stored<MandateProposal> | undefined> {
    const claim =
      read.value.state === 'registering'
        ? read.value
        : {
            ...read.value,
            state: 'registering' as const,
            decision,
            decidedBy: directoryId,
            decidedAt: now.toString(),
          };
    return proposals.claim(read, claim);
  }

  /** Registers the entry unless something stands in the way. Doing it twice does it once. */
  async function registered(
    proposal: MandateProposal,
    entry: RegisterEntry,
    at: string,
  ): Promise<RegisteringOutcome> {
    for (let attempt = 0; attempt <= ATTEMPTS; attempt += 1) {
      const known = await store.current();
      const current = known.lookup.entry(entry.id);
      if (wasRegistered(proposal, entry, known.records)) return 'done';
      if (conflict(proposal, current)) return 'conflict';
      const lost = lostGround(proposal, entry, known.lookup);
      if (lost.length > 0) return { lost };
      // The last time only looks whether it was done after all.
      if (attempt < ATTEMPTS && (await store.register(known, entry, at))) return 'done';
    }
    return 'busy';
  }

  return { claimed, registered };
}
