import { notice } from '../../../conversation/cards/notice.ts';
import { chatWith, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';

const reboundNotice = notice(
  'settings',
  'Je naam hoort nu bij een ander account',
  'Een beheerder koppelde je naam in Kompas aan een ander account. Klopt dat niet? Zeg het tegen je leidinggevende. Wil je wissen wat hier staat? Typ “vergeet mij”.',
);

/**
 * Tells whoever had a row that goes with another account now, at once: Kompas does not know them there any more. `before` are the
 * rows as they were, with the chats of then.
 */
export async function tellRebound({ send }: Pick<Tools, 'send'>, before: readonly Person[]): Promise<void> {
  for (const person of before) {
    const chat = chatWith(person);
    if (chat) await send(chat, reboundNotice);
  }
}
