import { action, type Feature } from '../../conversation/offer.ts';
import { type AdvisingTools, advising, backSchema, fromSchema, reactSchema } from './advice/advising.ts';
import { readyCard } from './advice/cards.ts';
import type { TipsStore } from './advice/store.ts';
import { type WeeklyTools, weeklyPhrases } from './advice/weekly.ts';
import { compass } from './compass/showing.ts';
import { type DialogueTools, dialogue } from './dialogue/running.ts';
import { choosing } from './personas/choosing.ts';

export { weeklyTips } from './advice/round.ts';
export { tipsStore } from './advice/store.ts';
export { checkTips } from './content/check.ts';
export { facts } from './content/facts.ts';
export { builtInTips } from './content/index.ts';
export { checkAgreements } from './dialogue/checking.ts';
export { dialogueStore, dialoguesTable } from './dialogue/store.ts';
export { writeTips } from './library/file.ts';
export { allTips, planTips } from './library/import.ts';
export { tipLibrary } from './library/store.ts';
export { helpfulTipsTable, personasTable, seenTipsTable, tipLibraryTable } from './tables.ts';
export { advising };

export interface TipsTools extends WeeklyTools, DialogueTools, AdvisingTools {
  store: TipsStore;
}

const traceless = { traceless: true };

/**
 * Personas, coaching tips, the change compass and the team dialogue (docs/method.md step 5).
 *
 * The rules that they keep to are trust:no-trace, trust:answers-not-in-messages and trust:persona-is-private.
 */
export function tips(tools: TipsTools): Feature {
  const advice = advising(tools);
  const parts = [choosing(tools), compass(tools), dialogue(tools)];

  return {
    name: 'tips',
    title: 'Tips en stijlen',
    phrases: [
      {
        say: 'tip',
        also: ['tips', 'geef een tip', 'geef me een tip', 'coach', 'coaching'],
        title: 'Een tip die bij deze week past',
        traceless: true,
        private: true,
        run: async () => readyCard,
      },
      ...weeklyPhrases(tools),
      ...parts.flatMap(({ phrases }) => phrases),
    ],
    actions: Object.assign(
      {
        'tips.show': action(fromSchema, advice.show, traceless),
        'tips.next': action(fromSchema, advice.next, traceless),
        'tips.react': action(reactSchema, advice.react, traceless),
        'tips.back': action(backSchema, advice.back, traceless),
        'tips.kept': action(fromSchema, advice.kept, traceless),
      },
      ...parts.map(({ actions }) => actions),
    ),
  };
}
