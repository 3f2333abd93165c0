import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { calledOf } from './called.ts';
import { askCard, outcomeCard } from './cards.ts';
import { shareForm } from './forms.ts';
import { longest, mayAgree } from './learning.ts';
import { back, decided, ownLearning, showOutcome, unknownLearning } from './proposal.ts';
import type { LearningTools } from './tools.ts';

const notByAsker = notice(
  'learning',
  'Hierover beslist iemand anders',
  'Er is niets veranderd. Een ander van het pilotteam zegt ja of nee. Zo weet je zeker dat het team het wil.',
  back,
);
const lapsed = notice(
  'learning',
  'Dit voorstel is verlopen',
  'Er is niets gedeeld. Typ “leerpunten”: daar zie je hoe het ervoor staat.',
  back,
);

/** Deciding on a proposal to share: one yes of somebody else is enough, and so is one no. */
export function deciding(tools: LearningTools) {
  const { learnings, audit } = tools;

  return {
    /** The proposal as it stands, for whoever opens it from the list. */
    show: async (turn: Turn, id: string): Promise<Message> => {
      const mine = await ownLearning(tools, turn, id);
      if (!mine) return unknownLearning;
      const { learning, view } = mine;
      if (learning.state !== 'asked') return decided;
      const asker = await learnings.asker(learning);
      if (!asker) return shareForm(learning);
      const may = mayAgree(turn.directoryId, asker, view.members, view.pilot.channel !== undefined);
      return askCard(learning, view.pilot.name, await calledOf(tools, learning), may);
    },

    agree: async (turn: Turn, { id, proposal }: { id: string; proposal: number }): Promise<Message> => {
      const mine = await ownLearning(tools, turn, id);
      if (!mine) return unknownLearning;
      const { pilot, members } = mine.view;
      if (mine.learning.state !== 'asked') return decided;
      const asker = await learnings.asker(mine.learning);
      if (!asker || mine.learning.proposal !== proposal) return lapsed;
      if (!mayAgree(turn.directoryId, asker, members, pilot.channel !== undefined)) return notByAsker;
      await audit.record(turn.directoryId, 'praktijkvoorbeeld gedeeld', id);
      let isFirst = false;
      const shared = await learnings.change(id, (now) => {
        isFirst = now.state === 'asked' && now.proposal === proposal;
        return isFirst ? { ...now, state: 'shared' } : now;
      });
      if (!shared || !isFirst) return decided;
      await learnings.setAsker(id, undefined);
      const card = outcomeCard(shared, 'shared', pilot.name, { called: await calledOf(tools, shared) });
      await showOutcome(tools, shared, card);
      return card;
    },

    /** Any member may say no, with a reason or without; who proposed it too. The reason is shown and not kept. */
    refuse: async (turn: Turn, { id, reason }: { id: string; reason: string }): Promise<Message> => {
      const mine = await ownLearning(tools, turn, id);
      if (!mine) return unknownLearning;
      let isFirst = false;
      const refused = await learnings.change(id, (now) => {
        isFirst = now.state === 'asked';
        return isFirst ? { ...now, state: 'own' } : now;
      });
      if (!refused || !isFirst) return decided;
      await learnings.setAsker(id, undefined);
      await learnings.setContact(id, undefined);
      const card = outcomeCard(refused, 'refused', mine.view.pilot.name, {
        reason: fitted(reason, longest.text),
        called: await calledOf(tools, refused),
      });
      await showOutcome(tools, refused, card);
      return card;
    },
  };
}
