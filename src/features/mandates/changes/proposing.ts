import type { z } from 'zod';
import { type Message, notice, type Turn } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { Audit } from '../../../people/audit.ts';
import type { MandateStore } from '../register/store.ts';
import { type Proposal, type ProposalKind, sameEntry, waits } from './proposal.ts';
import { formCard, proposalCard, proposalsCard } from './proposal-cards.ts';
import { entryFrom, type Form, formFrom } from './proposal-form.ts';
import type { ProposalStore } from './proposal-store.ts';
import { gone, NOT_FINISHED, notForYou } from './replies.ts';
import { type RightsTools, rightsOf } from './rights.ts';
import { type proposalRef, proposalShown } from './shown.ts';
import { type TellingTools, telling } from './telling.ts';

export interface ProposingTools extends RightsTools, TellingTools {
  store: MandateStore;
  proposals: ProposalStore;
  audit: Audit;
  newId(): string;
}

/** Proposing changes of the register, and looking at what waits. Another decides. */
export function proposing(tools: ProposingTools) {
  const { store, proposals, audit } = tools;
  const { mayDecide, mayPropose, deciders, nameOf } = rightsOf(tools);
  const shown = proposalShown({ mayDecide, nameOf });
  const { tell } = telling(tools);

  return {
    /** Opens the form; `id` names the entry for a change or an end. */
    start: async (turn: Turn, kind: ProposalKind, id = ''): Promise<Message> => {
      if (!(await mayPropose(turn))) return notForYou;
      const { lookup, pointer } = await store.current();
      if (!pointer) {
        return notice(
          'Het mandatenregister is nog leeg',
          'Lees eerst een register in met de opdrachtregel: npm run kompas -- mandaat import.',
        );
      }
      const entry = kind === 'new' ? undefined : lookup.entry(id.trim());
      if (kind !== 'new' && !entry) {
        return notice(
          'Welk mandaat bedoel je?',
          'Typ het nummer erachter, bijvoorbeeld: wijzig mandaat R01. Het nummer staat op elke antwoordkaart.',
        );
      }
      return formCard(formFrom(kind, entry, lookup), lookup);
    },

    propose: async (turn: Turn, form: Form): Promise<Message> => {
      if (!(await mayPropose(turn))) return notForYou;
      const { lookup } = await store.current();
      const read = entryFrom(form, lookup, tools.newId());
      if ('problems' in read) return formCard(form, lookup, read.problems);
      if (read.before && sameEntry(read.before, read.entry)) {
        return formCard(form, lookup, ['Je hebt niets gewijzigd.']);
      }
      const proposal: Proposal = {
        ...{ id: tools.newId(), kind: form.kind, entry: read.entry, before: read.before },
        ...{ by: turn.directoryId, at: turn.now.toString(), state: 'open' },
      };
      await proposals.add(proposal);
      await audit.record(turn.directoryId, 'mandaat voorgesteld', read.entry.id);
      const others = await deciders(turn.directoryId);
      const proposer = await nameOf(turn.directoryId);
      await tell(
        others,
        proposalCard(proposal, lookup, 'decides', { proposer, decisionDate: today(turn.now).toString() }),
      );
      if (others.length > 0) return shown(proposal, turn, lookup);
      return shown(
        proposal,
        turn,
        lookup,
        'Er is nog niemand die dit kan registreren. Vraag je beheerder om een tweede persoon aan te wijzen.',
      );
    },

    /** The proposals that wait. */
    list: async (turn: Turn): Promise<Message> => {
      if (!(await mayDecide(turn))) return notForYou;
      const [{ lookup }, open] = await Promise.all([store.current(), proposals.open()]);
      return proposalsCard(open, lookup, turn.directoryId);
    },

    show: async (turn: Turn, { id }: z.infer<typeof proposalRef>): Promise<Message> => {
      if (!(await mayDecide(turn))) return notForYou;
      const [{ lookup }, read] = await Promise.all([store.current(), proposals.find(id)]);
      if (!read || !waits(read.value)) return gone;
      return shown(read.value, turn, lookup, read.value.state === 'registering' ? NOT_FINISHED : undefined);
    },
  };
}
