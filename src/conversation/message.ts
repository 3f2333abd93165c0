/** A card to show: the name of a template in `cards/` and the typed data for it. */
export interface Card {
  template: string;
  data: object;
}

/**
 * What Kompas says. `text` is what a card says in short: it is read aloud, shown in notifications and where
 * cards do not work. User text never goes into `text`: it is Markdown there (trust:text-is-data).
 */
export interface Message {
  text: string;
  card?: Card;
}

/** A button of a notice. */
export interface NoticeAction {
  verb: string;
  title: string;
  data: object;
}

/**
 * A short message on a card: a title, a sentence or two, and buttons. The words are ours: user text may not
 * go in (trust:text-is-data).
 */
export function notice(
  title: string,
  body: string,
  actions: readonly NoticeAction[] = [],
  link?: { title: string; url: string },
): Message {
  const spoken = /[.?!]$/.test(title) ? `${title} ${body}` : `${title}. ${body}`;
  return {
    text: spoken,
    card: { template: 'notice', data: { title, body, actions, ...(link ? { link } : {}) } },
  };
}

/** For somebody whom no administrator added, such as a guest. */
export const unknownPerson: Message = notice(
  'Ik ken je nog niet',
  'Kompas is voor wie bij de gemeente werkt. Werk je hier? Vraag je beheerder om je toe te voegen.',
);
