import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message } from '../../../conversation/message.ts';
import { normalise } from '../../../language/normalise.ts';
import { asSentence } from '../../../language/sentences.ts';
import { teamKey } from '../../../people/person.ts';

/** At most this many choices stand on one card. When there are more, people type the name. */
const MOST_CHOICES = 20;

/**
 * Takes a list and what somebody typed; gives the items that are meant. An item with exactly that name wins; otherwise
 * every item whose name contains the text. Without text, or with polite words only, every item is meant.
 */
export function meant<T extends { name: string }>(all: readonly T[], typed: string): T[] {
  const exact = all.filter(({ name }) => teamKey(name) === teamKey(typed));
  const wanted = teamKey(normalise(typed));
  return exact.length === 1 ? exact : all.filter(({ name }) => teamKey(name).includes(wanted));
}

/**
 * A card on which somebody chooses one item. `title` and `button` are fixed texts; the names of the choices are user
 * data.
 */
export function choosingCard(
  title: string,
  choices: readonly { name: string; data: object }[],
  button: { verb: string; title: string },
): Message {
  const isLong = choices.length > MOST_CHOICES;
  return detailCard({
    kind: 'team',
    text: asSentence(title),
    title,
    note: isLong ? 'De lijst is langer dan dit. Typ de naam erbij, dan vind ik die.' : '',
    sections: [
      {
        lines: choices.slice(0, MOST_CHOICES).map(({ name, data }) => ({
          text: name,
          actions: [{ ...button, data }],
        })),
      },
    ],
  });
}
