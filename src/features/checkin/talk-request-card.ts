import { card } from '../../conversation/cards/card.ts';
import type { Message } from '../../conversation/message.ts';
import { chatLink } from '../../people/chat-link.ts';

interface TalkRequestData {
  /** User text. */
  name: string;
  chat: string;
}

/** What the chosen partner gets. The name is user data, so it stands in the card and not in the text. */
export function talkRequest(name: string, upn: string): Message {
  return {
    text: 'Iemand wil graag even met je praten.',
    card: card<TalkRequestData>('talk-request', 'talk', { name, chat: chatLink(upn) }),
  };
}
