import { z } from 'zod';
import type { Message, Turn } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { Person } from '../../../people/person.ts';
import { colleaguesOf } from '../chat/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import type { Proposal } from './proposal.ts';
import { type ProposalRole, proposalCard } from './proposal-cards.ts';
import type { ProposalStore } from './proposal-store.ts';
import { remarksOn } from './remarks.ts';
import type { Rights } from './rights.ts';

/** What a button about a proposal carries. */
export const proposalRef = z.object({ id: z.string().max(100) });

export interface ShowingTools {
  proposals: ProposalStore;
  everybody(): Promise<Person[]>;
}

/** Shows proposals: what somebody may do with one depends on who they are. */
export function showing({ proposals, everybody }: ShowingTools, { mayDecide }: Pick<Rights, 'mayDecide'>) {
  /** What the reader should know of a proposal, sent or not. */
  async function remarks(
    proposal: Parameters<typeof remarksOn>[0],
    lookup: Lookup,
    reader?: string,
  ): Promise<string[]> {
    const [people, open] = await Promise.all([everybody(), proposals.open()]);
    const nameOf = (id: string) => people.find(({ directoryId }) => directoryId === id)?.name;
    return remarksOn(proposal, {
      ...{ lookup, open, colleagues: colleaguesOf(people, []) },
      proposerOf: (id) => (id === reader ? 'Je' : (nameOf(id) ?? 'Een collega')),
    });
  }

  async function card(
    proposal: Proposal,
    lookup: Lookup,
    role: ProposalRole,
    { now, directoryId, problem }: Pick<Turn, 'now'> & { directoryId?: string; problem?: string },
  ): Promise<Message> {
    const [people, remarked] = await Promise.all([everybody(), remarks(proposal, lookup, directoryId)]);
    return proposalCard(proposal, lookup, role, {
      proposer: people.find((one) => one.directoryId === proposal.by)?.name ?? 'een collega',
      ...{ problem, remarks: remarked, decisionDate: today(now).toString() },
    });
  }

  return {
    remarks,
    /** As those see it who may decide, and are written to. */
    forDeciders: (proposal: Proposal, turn: Turn, lookup: Lookup): Promise<Message> =>
      card(proposal, lookup, 'decides', { now: turn.now }),
    /** As whoever asks for it sees it. */
    shown: async (proposal: Proposal, turn: Turn, lookup: Lookup, problem?: string): Promise<Message> => {
      const role =
        proposal.by === turn.directoryId ? 'proposed' : (await mayDecide(turn)) ? 'decides' : 'reads';
      return card(proposal, lookup, role, { now: turn.now, directoryId: turn.directoryId, problem });
    },
  };
}
