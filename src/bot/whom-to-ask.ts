import { withPeople, wordsOn } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';
import type { Turn } from '../conversation/turn.ts';
import { hasAccess } from '../people/access.ts';
import { chatLink } from '../people/chat-link.ts';
import { type Access, isPresent, type Person } from '../people/person.ts';

/** So many names stand on a card. */
const MOST = 3;
/** What somebody is told to do: ask, or have it done. */
const asks =
  /\b(?:vraag|vertel|zeg|laat|overleg|stuur|meld)\b|\bkan (?:dat|het|je|hem|haar)\b|\bmoet\b|\bheeft\b/i;
/** Whom somebody is sent to, by their right, as texts name them. */
const keepers: readonly [Access, RegExp, string][] = [
  ['mandaatbeheerder', /\bmandaatbeheerders?\b/i, 'Mandaatbeheerder'],
  ['beheerder', /\bbeheerders?\b/i, 'Beheerder van Kompas'],
];

interface AskingTools {
  everybody(): Promise<readonly Person[]>;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
}

/**
 * Puts under a notice that sends somebody to who takes care of Kompas, or of the register, who that is, and a way to their chat.
 * Gives the message as it was in a channel, for who works not here, and for who has that right themselves. What cannot be read
 * is left out.
 */
export function whomToAsk({ everybody, administrators }: AskingTools) {
  const has = (right: Access) => (one: Person) =>
    isPresent(one) && hasAccess(right, one.directoryId ?? '', one, administrators);

  return async (turn: Turn, message: Message): Promise<Message> => {
    const words = wordsOn(message) ?? '';
    const [right, , title] = keepers.find(([, pattern]) => pattern.test(words)) ?? [];
    if (!right || !title || turn.scope !== 'personal' || !asks.test(words)) return message;
    try {
      const me = await turn.person();
      if (!me || has(right)(me)) return message;
      const named = (await everybody())
        .filter(has(right))
        .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
        .slice(0, MOST);
      const [first] = named;
      if (!first) return message;
      return withPeople(
        message,
        named.map(({ name }) => `${title}: ${name}`),
        { title: 'Open de chat', url: chatLink(first.upn) },
      );
    } catch {
      return message;
    }
  };
}
