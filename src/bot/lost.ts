import { notice, noticeCard } from '../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../conversation/message.ts';
import { isOnButton } from '../language/button-words.ts';

/** What somebody reads who said hello, or nothing, with what they may ask. */
export const greeting = (actions: readonly NoticeAction[]): Message =>
  noticeCard({
    kind: 'kompas',
    text: 'Waar kan ik je mee helpen?',
    title: 'Waar kan ik je mee helpen?',
    body: 'Kies hieronder, of typ je vraag.',
    actions,
  });

/** What somebody reads of whose text nothing was understood; `isNear` where one of the actions may be what they meant. */
export function notUnderstood(text: string, isNear: boolean, actions: readonly NoticeAction[]): Message {
  if (isOnButton(text))
    return notice(
      'kompas',
      'Die knop staat op een kaart',
      'Getypt weet ik niet bij welke kaart hij hoort. Tik op de knop op de kaart. Of bedoel je dit?',
      actions,
    );
  if (isNear)
    return noticeCard({
      kind: 'kompas',
      text: 'Bedoel je dit? Of typ “help”, dan zie je wat ik kan.',
      title: 'Bedoel je dit?',
      body: 'Kies hieronder, of zeg het met andere woorden.',
      actions,
    });
  return noticeCard({
    kind: 'kompas',
    text: 'Dat begrijp ik niet. Typ “help”, dan zie je wat ik kan.',
    title: 'Dat begrijp ik niet',
    body: 'Dit kan ik wel voor je doen:',
    actions,
  });
}
