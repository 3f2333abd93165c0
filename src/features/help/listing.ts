import { type HelpGroup, helpCard } from '../../conversation/cards/help.ts';
import type { Message } from '../../conversation/message.ts';
import { isThere } from '../../conversation/needs.ts';
import type { Feature, Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { hasAccess, rightsListed } from '../../people/access.ts';
import type { Access } from '../../people/person.ts';

/** So much of the help is in sight. */
const MOST_FIRST = 4;

/** There are few ways in which rights come together; so many cards are kept at most. */
const MOST_CARDS = 100;

/** What somebody may ask of one feature. */
interface Listed extends Pick<HelpGroup, 'id'> {
  title: string | undefined;
  commands: readonly Pick<Phrase, 'say' | 'title' | 'first'>[];
}

const commandOf = ({ say, title }: Pick<Phrase, 'say' | 'title'>) => ({ say, title, text: say });

/** What somebody may ask, and the card with it. */
export function listing(features: () => readonly Feature[], administrators: readonly string[]) {
  /**
   * What this person may ask, under the heading of each feature, and first what they come back for most. Where others read along, only what
   * everybody may, since a right is nobody else's business, and only what can be tapped there. In the own chat what is for a
   * channel stands in it too: its answer says where to go.
   */
  async function listedFor(turn: Turn): Promise<Listed[]> {
    const me = turn.scope === 'personal' ? await turn.person() : undefined;
    const may = (right: Access) =>
      turn.scope === 'personal' && hasAccess(right, turn.directoryId, me, administrators);
    const isAlone = turn.scope === 'personal';
    const isListed = ({ unlisted, needs }: Phrase) =>
      !unlisted &&
      (turn.scope === 'personal' || isThere(needs.where, turn.scope)) &&
      // A first administrator may be in no list of people yet: what is for colleagues would say so, and no more.
      !(isAlone && !me && needs.who === 'colleague') &&
      (rightsListed(needs)?.some(may) ?? true);
    return Promise.all(
      features().map(async ({ name, title, phrases, examples = [], fitting }) => {
        const listed = phrases.filter(isListed);
        // Where others read along it is the same for everybody.
        const fits = turn.scope === 'personal' && listed.length > 0 ? fitting : undefined;
        const shown = fits ? await fits(turn, listed) : listed;
        return { id: `help-${name}`, title, commands: [...examples, ...shown] };
      }),
    );
  }

  /** The same as it stands on the card. */
  function commandsOf(asked: readonly Listed[]): { first: HelpGroup['commands']; groups: HelpGroup[] } {
    // What stands under no heading stands together, at the end.
    const loose = asked.filter(({ title }) => title === undefined);
    const groups = [
      ...asked.filter(({ title }) => title !== undefined),
      { id: 'help-more', title: undefined, commands: loose.flatMap(({ commands }) => commands) },
    ]
      .filter(({ commands }) => commands.length > 0)
      .map(({ id, title = 'Verder', commands }) => ({
        id,
        title,
        isVisible: false,
        commands: commands.map(commandOf),
      }));
    const first = asked
      .flatMap(({ commands }) => commands)
      .filter(({ first }) => first !== undefined)
      .toSorted((a, b) => (a.first ?? 0) - (b.first ?? 0))
      .slice(0, MOST_FIRST)
      .map(commandOf);
    return { first, groups };
  }

  const cards = new Map<string, Message>();

  /** The card with this, made once: most people may ask the same. */
  function cardFor(more: string, asked: readonly Listed[]): Message {
    const shown = asked.flatMap(({ commands }) => commands.map(({ say, first }) => `${say} ${first ?? ''}`));
    const which = [more, ...shown].join('\n');
    const known = cards.get(which);
    if (known) return known;
    if (cards.size >= MOST_CARDS) cards.clear();
    const made = helpCard({ text: 'Dit kun je mij vragen.', more, ...commandsOf(asked) });
    cards.set(which, made);
    return made;
  }

  return { listedFor, cardFor };
}
