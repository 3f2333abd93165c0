import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { hasAccess } from '../../../people/access.ts';
import { viewOf } from '../pilot/rights.ts';
import { outcomeCard, withdrawCard } from './cards.ts';
import { type Learning, newestFirst } from './learning.ts';
import { decided, showOutcome } from './proposal.ts';
import type { LearningTools } from './tools.ts';

/** Taking practice back from the library that all teams read. */
export function withdrawing(tools: LearningTools) {
  const { pilots, learnings, audit } = tools;

  async function mayWithdraw(turn: Turn, learning: Learning): Promise<boolean> {
    if ((await viewOf(pilots, turn, learning.pilot))?.leads) return true;
    return hasAccess('beheerder', turn.directoryId, await turn.person(), tools.administrators);
  }

  return {
    /**
     * What this person may take back: a lead what was shared by the own pilots, an administrator everything.
     */
    withdrawable: async (turn: Turn, skip: number): Promise<Message> => {
      const me = await turn.person();
      const [all, list, mine] = await Promise.all([
        learnings.all(),
        pilots.all(),
        pilots.of(turn.directoryId),
      ]);
      const isBeheerder = hasAccess('beheerder', turn.directoryId, me, tools.administrators);
      const shared = newestFirst(all).filter(
        ({ state, pilot }) => state === 'shared' && (isBeheerder || (me && mine.get(pilot) === 'lead')),
      );
      if (shared.length === 0)
        return notice(
          'learning',
          'Er is niets om in te trekken',
          'Leid je een pilot? Dan kun je hier intrekken wat van die pilot is gedeeld.',
        );
      const names = new Map(list.map(({ id, name }) => [id, name]));
      return withdrawCard({ list: shared, pilotName: (id) => names.get(id), skip });
    },

    withdraw: async (turn: Turn, id: string): Promise<Message> => {
      const learning = await learnings.get(id);
      if (!learning || !(await mayWithdraw(turn, learning)))
        return notice('learning', 'Alleen wie de pilot leidt, kan dit', 'Er is niets veranderd.');
      if (learning.state !== 'shared') return decided;
      await audit.record(turn.directoryId, 'praktijkvoorbeeld ingetrokken', id);
      let isFirst = false;
      const withdrawn = await learnings.change(id, (now) => {
        isFirst = now.state === 'shared';
        return isFirst ? { ...now, state: 'own' } : now;
      });
      if (!withdrawn || !isFirst) return decided;
      await learnings.setContact(id, undefined);
      const pilot = await pilots.get(learning.pilot);
      const card = outcomeCard(withdrawn, 'withdrawn', pilot?.name ?? '');
      await showOutcome(tools, withdrawn, card);
      return card;
    },
  };
}
