import type { Head, Kind } from './head.ts';

declare const made: unique symbol;

/** A card to show: the name of a template in `cards/`, what it reads, its head, and who sees it. Nothing but `card` makes one. */
export interface Card {
  readonly template: string;
  readonly head: Head;
  readonly data: object;
  /** The answer to "Wie ziet dit?", behind a button of that name; '' for a card that keeps nothing. */
  readonly seenBy: string;
  readonly [made]: true;
}

/** What a template reads: what its function takes but for the text, the head and who sees it, with all that may be left out filled in. */
export type Filled<Taken extends { text: string }> = Required<Omit<Taken, 'text' | 'seenBy' | keyof Head>>;

/**
 * Makes a card of the template of this name, under the head that every card has. For the function of that template alone: each
 * has exactly one, which takes what the template reads. `Data` has to be written out, since an inferred type checks nothing. A card
 * that asks for something says who sees it, for how long, and with or without a name, in a few short sentences (docs/privacy.md): that
 * is said nowhere else on it.
 */
export function card<Data extends object = never>(
  template: string,
  head: Head | Kind,
  data: NoInfer<Data>,
  seenBy = '',
): Card {
  const shown: Omit<Card, typeof made> = {
    template,
    head: typeof head === 'string' ? { kind: head } : head,
    data,
    seenBy,
  };
  return shown as Card;
}
