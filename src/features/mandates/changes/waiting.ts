import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import type { MandateStore } from '../register/store.ts';
import { subjectOf } from '../vocabulary/wording.ts';
import { decidingIsBarred } from './proposal.ts';
import { kindWords } from './proposal-cards.ts';
import type { ProposalStore } from './proposal-store.ts';
import { type RightsTools, rightsOf } from './rights.ts';

export interface WaitingTools extends RightsTools {
  store: MandateStore;
  proposals: ProposalStore;
}

/** The proposals that somebody may decide on: those of others. One range, and for nobody else anything. */
export function waitingFor(tools: WaitingTools) {
  const { mayDecide } = rightsOf(tools);
  return async (turn: Turn): Promise<Waiting[]> => {
    if (!(await mayDecide(turn))) return [];
    const { directoryId } = turn;
    const id = (await turn.person())?.id;
    const open = (await tools.proposals.open()).filter(
      (proposal) => decidingIsBarred(proposal, { id, directoryId }) === undefined,
    );
    if (open.length === 0) return [];
    const { lookup } = await tools.store.current();
    return open.map(({ id: proposal, kind, entry, state }) => ({
      kind: 'Voorstellen om te registreren',
      text: [kindWords[kind], entry.id, subjectOf(entry)].join(' · '),
      about: lookup.area(entry.area)?.name ?? entry.area,
      note: state === 'registering' ? 'het registreren is nog niet afgemaakt' : 'wacht op een besluit',
      actions: [{ verb: 'mandates.proposal', title: 'Open', data: { id: proposal } }],
    }));
  };
}
