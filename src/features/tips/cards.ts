import { card, type Filled } from '../../conversation/cards/card.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import type { Persona } from './content/types.ts';

interface ListedPersona {
  persona: Persona;
  name: string;
  core: string;
  says?: string;
  /** Where the button beside it leads. */
  verb: string;
  button: string;
}

interface PersonaListCard {
  text: string;
  title: string;
  lead: string;
  personas: readonly ListedPersona[];
  actions: readonly NoticeAction[];
  /** The answer to "Wie ziet dit?". */
  seenBy?: string;
}

/** Several styles below each other, each with a button that opens it. */
export function personaListCard({ text, title, lead, personas, actions, seenBy }: PersonaListCard): Message {
  return {
    text,
    card: card<Filled<PersonaListCard>>(
      'persona-list',
      'style',
      {
        title,
        lead,
        personas: personas.map(({ says = '', ...persona }) => ({ ...persona, says })),
        actions,
      },
      seenBy,
    ),
  };
}

interface PersonaCard {
  text: string;
  title: string;
  /** Under the title, where the title does not say it. */
  name?: string;
  lead?: string;
  says?: string;
  facts?: readonly { title: string; value: string }[];
  /** What stands behind "Meer", under headings. */
  more?: readonly { title: string; lines: readonly string[] }[];
  actions: readonly NoticeAction[];
  /** The answer to "Wie ziet dit?". */
  seenBy?: string;
}

/** One style. */
export function personaCard({
  text,
  title,
  name = '',
  lead = '',
  says = '',
  facts = [],
  more = [],
  actions,
  seenBy,
}: PersonaCard): Message {
  return {
    text,
    card: card<Filled<PersonaCard>>(
      'persona',
      'style',
      { title, name, lead, says, facts, more, actions },
      seenBy,
    ),
  };
}
