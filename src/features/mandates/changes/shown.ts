import { z } from 'zod';
import type { Message, Turn } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { Lookup } from '../register/lookup.ts';
import type { Proposal } from './proposal.ts';
import { proposalCard } from './proposal-cards.ts';
import type { Rights } from './rights.ts';

/** What a button about a proposal carries. */
export const proposalRef = z.object({ id: z.string().max(100) });

/** Shows a proposal to somebody: what they may do with it depends on who they are. */
export function proposalShown({ mayDecide, nameOf }: Pick<Rights, 'mayDecide' | 'nameOf'>) {
  return async (proposal: Proposal, turn: Turn, lookup: Lookup, problem?: string): Promise<Message> => {
    const role =
      proposal.by === turn.directoryId ? 'proposed' : (await mayDecide(turn)) ? 'decides' : 'reads';
    return proposalCard(proposal, lookup, role, {
      proposer: await nameOf(proposal.by),
      problem,
      decisionDate: today(turn.now).toString(),
    });
  };
}
