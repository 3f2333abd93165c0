import { z } from 'zod';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isPresent } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import { isProposer, type KnownBy, type MandateProposal } from './proposal.ts';
import { type BackButton, type FilledIn, type ProposalRole, proposalCard } from './proposal-cards.ts';
import type { ProposalStore } from './proposal-store.ts';
import { remarksOn } from './remarks.ts';
import type { Rights } from './rights.ts';

/** What a button about a proposal carries. */
export const proposalRef = z.object({ id: z.string().max(100) });

export interface ShowingTools extends Pick<Tools, 'everybody'> {
  proposals: ProposalStore;
}

/** Who takes this turn, by both ids. */
export const whoIs = async (turn: Turn): Promise<KnownBy> => {
  const { directoryId } = turn;
  const me = await turn.person();
  return { id: me?.id, directoryId, formerAccounts: me?.formerAccounts };
};

/** Shows proposals: what somebody may do with one depends on who they are. */
export function showing(
  { proposals, everybody }: ShowingTools,
  { mayDecide, deciders }: Pick<Rights, 'mayDecide' | 'deciders'>,
) {
  /** What the reader should know of a proposal, sent or not. */
  async function remarks(
    proposal: Parameters<typeof remarksOn>[0],
    lookup: Lookup,
    reader?: string,
  ): Promise<string[]> {
    const [people, open] = await Promise.all([everybody(), proposals.open()]);
    const nameOf = (id: string) => people.find(({ directoryId }) => directoryId === id)?.name;
    return remarksOn(proposal, {
      lookup,
      open,
      colleagues: colleaguesOf(people, []),
      names: people.filter(isPresent).map(({ name }) => name),
      proposerOf: (id) => (id === reader ? 'Je' : (nameOf(id) ?? 'Een collega')),
    });
  }

  async function card(
    proposal: MandateProposal,
    lookup: Lookup,
    role: ProposalRole,
    {
      directoryId,
      ...notes
    }: { directoryId?: string; problem?: string; filledIn?: FilledIn; back?: BackButton } = {},
  ): Promise<Message> {
    const [people, remarked, others] = await Promise.all([
      everybody(),
      remarks(proposal, lookup, directoryId),
      role === 'proposed' ? deciders(proposal.by) : [],
    ]);
    return proposalCard(proposal, lookup, role, {
      proposer: people.find((one) => one.directoryId === proposal.by)?.name ?? 'een collega',
      remarks: remarked,
      deciders: others.map(({ name }) => name),
      ...notes,
    });
  }

  return {
    remarks,
    /** As those see it who may decide, and are written to. */
    forDeciders: (proposal: MandateProposal, lookup: Lookup): Promise<Message> =>
      card(proposal, lookup, 'decides'),
    /** As whoever asks for it sees it, with what is wrong and what they filled in: nobody has to type it twice. */
    shown: async (
      proposal: MandateProposal,
      turn: Turn,
      lookup: Lookup,
      problem?: string,
      filledIn?: FilledIn,
      back?: BackButton,
    ): Promise<Message> => {
      const isTheirs = isProposer(proposal, await whoIs(turn));
      const role = isTheirs ? 'proposed' : (await mayDecide(turn)) ? 'decides' : 'reads';
      return card(proposal, lookup, role, { directoryId: turn.directoryId, problem, filledIn, back });
    },
  };
}
