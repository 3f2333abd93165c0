import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message } from '../../../conversation/message.ts';
import { normalise } from '../../../language/normalise.ts';
import { teamKey } from '../../../people/person.ts';

/** So many stand on one card; of more somebody types the name. */
const MOST_CHOICES = 20;

/**
 * Those that somebody means by what they typed: the one that is called exactly so, otherwise all that have it in their
 * name. Nothing typed, or nothing but politeness, means all.
 */
export function meant<T extends { name: string }>(all: readonly T[], typed: string): T[] {
  const exact = all.filter(({ name }) => teamKey(name) === teamKey(typed));
  const wanted = teamKey(normalise(typed));
  return exact.length === 1 ? exact : all.filter(({ name }) => teamKey(name).includes(wanted));
}

/** A card on which somebody chooses one of several. `note` and `button` are our words, names are data. */
export function choosingCard(
  title: string,
  choices: readonly { name: string; data: object }[],
  button: { verb: string; title: string },
): Message {
  const isLong = choices.length > MOST_CHOICES;
  return detailCard({
    text: `${title}.`,
    title,
    note: isLong ? 'Dit zijn ze niet allemaal. Typ de naam erbij, dan vind ik hem.' : '',
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
