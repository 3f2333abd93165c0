import { notice } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { type PilotView, viewOf } from '../pilot/rights.ts';
import type { Learning } from './learning.ts';
import type { LearningTools } from './tools.ts';

/** The button that leads back to the learning points. */
export const back: NoticeAction[] = [
  { verb: 'learning.list', title: 'Leerpunten', data: { query: '', skip: 0 } },
];

/** The answer to a learning point that is not there, or not of the person's own pilots. */
export const unknownLearning = notice(
  'learning',
  'Dit leerpunt ken ik niet, of het is niet van jouw pilot',
  'Er is niets veranderd. Typ “leerpunten”, dan zie je die van jouw pilots.',
);
/** The answer to who comes after the decision. */
export const decided = notice('learning', 'Hierover is al beslist', 'Er is niets veranderd.', back);

/** A learning point, and its pilot as this person sees it. */
export interface OwnLearning {
  learning: Learning;
  view: PilotView;
}

/** A learning point of a pilot that this person is in; undefined for any other. */
export async function ownLearning(
  { pilots, learnings }: Pick<LearningTools, 'pilots' | 'learnings'>,
  turn: Turn,
  id: string,
): Promise<OwnLearning | undefined> {
  const learning = await learnings.get(id);
  const view = learning && (await viewOf(pilots, turn, learning.pilot));
  return learning && view ? { learning, view } : undefined;
}

/** Shows everybody who saw the question in the channel what became of it. */
export async function showOutcome(
  { rewrite }: Pick<LearningTools, 'rewrite'>,
  { post }: Learning,
  message: Message,
): Promise<void> {
  if (post) await rewrite({ ...post.channel, user: '' }, post.id, message);
}
