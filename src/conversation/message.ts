import type { Card } from './cards/card.ts';

/**
 * What Kompas says. `text` is what a card says in short: it is read aloud, shown in notifications and where
 * cards do not work. User text never goes into `text`: it is Markdown there (trust:text-is-data).
 */
export interface Message {
  text: string;
  card?: Card;
}

/** A button of a card: what it does when somebody taps it, and what it carries. */
export interface NoticeAction {
  verb: string;
  title: string;
  data: object;
  /** The one thing to do on the card, or what takes something away; without it a button like the others (docs/cards.md). */
  style?: 'positive' | 'destructive';
}

/** Something that opens in the browser or in Teams itself. */
export interface Link {
  title: string;
  url: string;
}
