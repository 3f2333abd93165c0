import { noticeCard } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';

const help = { verb: 'help.say', title: 'Help', data: { text: 'help' } };

/**
 * The answer to a tap that nobody can read any more, with what somebody `typed` on the card. It is theirs alone: it may only
 * travel in the response to that tap.
 */
export function staleCard(typed: readonly string[]): Message {
  if (typed.length === 0)
    return noticeCard({
      kind: 'kompas',
      text: 'Deze kaart hoort bij een oudere versie. Er is niets veranderd.',
      title: 'Deze kaart werkt niet meer',
      body: 'Er is niets veranderd. Typ “help”, dan zie je wat ik nu kan.',
      actions: [help],
    });
  return noticeCard({
    kind: 'kompas',
    text: 'Deze kaart hoort bij een oudere versie. Er is niets bewaard. Wat je typte, staat op de kaart.',
    title: 'Deze kaart werkt niet meer',
    body: 'Er is niets bewaard. Kopieer hieronder je tekst. Typ dan help, en open de kaart opnieuw.',
    lines: ['Dit typte je:', ...typed],
    actions: [help],
  });
}
