import type { Message } from '../../../conversation/message.ts';
import { fitted } from '../../../language/fitted.ts';
import { goneTalk } from './cards.ts';
import { hindranceFor, isAgain, isClosed, LONGEST_REPLY, type Reply, readBy } from './rules.ts';
import type { ReplyStore, Topic } from './store.ts';
import {
  closedWords,
  closeForm,
  hindranceWords,
  nothingTyped,
  sentWords,
  type Talk,
  talkCard,
  tooLong,
  writeForm,
} from './talk-cards.ts';

/** The conversation, with buttons for what this side may do. */
export function openTalk(talk: Talk, page: number, news = ''): Message {
  const { side, said, day } = talk;
  return talkCard(talk, page, hindranceFor(side, said, day) === undefined, news);
}

/** What somebody reads who may not write, or undefined when they may. */
function refused(talk: Talk): Message | undefined {
  const { side, said, day } = talk;
  const hindrance = hindranceFor(side, said, day);
  if (!hindrance) return undefined;
  return hindrance === 'nothing-yet' ? goneTalk : openTalk(talk, 0, hindranceWords[hindrance]);
}

/** The form for a reply. */
export function writeIn(talk: Talk): Message {
  return refused(talk) ?? writeForm(talk);
}

/** Says something in a conversation. `stands` tells whether it may stay once it is written. */
export async function sendIn(
  replies: ReplyStore,
  talk: Talk,
  topic: Topic,
  typed: string,
  stands: (said: readonly Reply[]) => Promise<boolean> = async () => true,
): Promise<Message> {
  const no = refused(talk);
  if (no) return no;
  const text = fitted(typed, LONGEST_REPLY);
  if (text === '') return writeForm(talk, '', [nothingTyped]);
  if (text !== typed.trim()) return writeForm(talk, text, [tooLong]);
  const { side, day } = talk;
  const one: Reply = { from: side, day, text };
  let done = false;
  const said = await replies.add(topic, (before) => {
    done = isAgain(before, one);
    // A conversation that was there and is not any more was erased: nothing may begin it anew.
    const gone = before.length === 0 && talk.said.length > 0;
    if (done || gone || hindranceFor(side, before, day)) return undefined;
    done = true;
    return one;
  });
  const now = { ...talk, said };
  if (!done) return said.length === 0 ? goneTalk : (refused(now) ?? openTalk(now, 0));
  return (await stands(said)) ? openTalk(now, 0, sentWords(talk)) : goneTalk;
}

/** Closes a conversation, after a yes. Closed twice is closed. */
export async function closeTalk(
  replies: ReplyStore,
  talk: Talk,
  topic: Topic,
  sure: boolean,
): Promise<Message> {
  const { side, day } = talk;
  const open = (said: readonly Reply[]) => said.length > 0 && !isClosed(readBy(side, said, day));
  if (!open(talk.said)) return talk.said.length === 0 ? goneTalk : openTalk(talk, 0);
  if (!sure) return closeForm(talk);
  const said = await replies.add(topic, (before) => (open(before) ? { from: side, day } : undefined));
  return said.length === 0 ? goneTalk : openTalk({ ...talk, said }, 0, closedWords(talk));
}
