import type { Message } from '../../../conversation/message.ts';
import { fitted } from '../../../language/fitted.ts';
import { asksWhoWrote } from '../../../language/person-hunt.ts';
import { conversationGone } from './cards.ts';
import {
  asksWho,
  type ConversationView,
  closedWords,
  closeForm,
  conversationCard,
  hindranceWords,
  nothingTyped,
  replyForm,
  sentWords,
  tooLong,
} from './conversation-cards.ts';
import { hindranceFor, isAgain, isClosed, LONGEST_REPLY, type Reply, readBy } from './rules.ts';
import type { ReplyStore, Topic } from './store.ts';

/** The conversation, with buttons for what this side may do. */
export function openConversation(view: ConversationView, page: number, news = ''): Message {
  const { side, said, day } = view;
  return conversationCard(view, page, hindranceFor(side, said, day) === undefined, news);
}

/** What somebody reads who may not write, or undefined when they may. */
function refused(view: ConversationView): Message | undefined {
  const { side, said, day } = view;
  const hindrance = hindranceFor(side, said, day);
  if (!hindrance) return undefined;
  return hindrance === 'nothing-yet'
    ? conversationGone
    : openConversation(view, 0, hindranceWords[hindrance]);
}

/** The form for a reply. */
export function writeIn(view: ConversationView): Message {
  return refused(view) ?? replyForm(view);
}

/** Adds a reply to a conversation. Once it is written, `stands` is asked whether it may stay. */
export async function sendIn(
  replies: ReplyStore,
  view: ConversationView,
  topic: Topic,
  typed: string,
  stands: (said: readonly Reply[]) => Promise<boolean> = async () => true,
): Promise<Message> {
  const no = refused(view);
  if (no) return no;
  const text = fitted(typed, LONGEST_REPLY);
  if (text === '') return replyForm(view, '', [nothingTyped]);
  if (text !== typed.trim()) return replyForm(view, text, [tooLong]);
  const { side, day } = view;
  if (side === 'lead' && asksWhoWrote(text)) return replyForm(view, text, [asksWho]);
  const one: Reply = { from: side, day, text };
  let done = false;
  const said = await replies.add(topic, (before) => {
    done = isAgain(before, one);
    // A conversation that was there and is not any more was erased: nothing may begin it anew.
    const gone = before.length === 0 && view.said.length > 0;
    if (done || gone || hindranceFor(side, before, day)) return undefined;
    done = true;
    return one;
  });
  const now = { ...view, said };
  if (!done) return said.length === 0 ? conversationGone : (refused(now) ?? openConversation(now, 0));
  return (await stands(said)) ? openConversation(now, 0, sentWords(view)) : conversationGone;
}

/** Closes a conversation, after a yes. Closed twice is closed. */
export async function closeConversation(
  replies: ReplyStore,
  view: ConversationView,
  topic: Topic,
  sure: boolean,
): Promise<Message> {
  const { side, day } = view;
  const open = (said: readonly Reply[]) => said.length > 0 && !isClosed(readBy(side, said, day));
  if (!open(view.said)) return view.said.length === 0 ? conversationGone : openConversation(view, 0);
  if (!sure) return closeForm(view);
  const said = await replies.add(topic, (before) => (open(before) ? { from: side, day } : undefined));
  return said.length === 0 ? conversationGone : openConversation({ ...view, said }, 0, closedWords(view));
}
