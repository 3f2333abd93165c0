import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import type { MandateStore } from '../register/store.ts';
import { isProposer, type MandateProposal } from './proposal.ts';
import { aboutProposed, kindWords } from './proposal-cards.ts';
import type { ProposalStore } from './proposal-store.ts';
import { type RightsTools, rightsOf } from './rights.ts';
import { whoIs } from './shown.ts';

export interface WaitingTools extends RightsTools {
  store: MandateStore;
  proposals: ProposalStore;
}

/**
 * The proposals that somebody may decide on, those of others, and their own that wait for another. One range, and for nobody else
 * anything.
 */
export function waitingFor(tools: WaitingTools) {
  const { mayDecide } = rightsOf(tools);
  return async (turn: Turn): Promise<Waiting[]> => {
    if (!(await mayDecide(turn))) return [];
    const who = await whoIs(turn);
    const open = await tools.proposals.open();
    if (open.length === 0) return [];
    const { lookup } = await tools.store.current();
    const isOwn = (proposal: MandateProposal) => isProposer(proposal, who);
    return open.map((one) => ({
      kind: isOwn(one) ? 'Jouw voorstellen' : 'Voorstellen om te registreren',
      text: `${kindWords[one.kind]} · ${aboutProposed(one, lookup)}`,
      note:
        one.state === 'registering'
          ? 'het registreren is nog niet afgemaakt'
          : isOwn(one)
            ? 'wacht op een ander'
            : 'wacht op een besluit',
      ...(isOwn(one) && one.state !== 'registering' ? { forOther: true } : {}),
      actions: [{ verb: 'mandates.proposal', title: 'Open', data: { id: one.id } }],
    }));
  };
}
