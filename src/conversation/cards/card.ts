import type { Head, Kind } from './head.ts';

declare const made: unique symbol;

/** A card to show: the name of a template in `cards/`, what it reads, and its head. Nothing but `card` makes one. */
export interface Card {
  readonly template: string;
  readonly head: Head;
  readonly data: object;
  readonly [made]: true;
}

/** What a template reads: what its function takes but for the text and the head, with all that may be left out filled in. */
export type Filled<Taken extends { text: string }> = Required<Omit<Taken, 'text' | keyof Head>>;

/**
 * Makes a card of the template of this name, under the head that every card has. For the function of that template alone: each
 * has exactly one, which takes what the template reads. `Data` has to be written out, since an inferred type checks nothing.
 */
export function card<Data extends object = never>(
  template: string,
  head: Head | Kind,
  data: NoInfer<Data>,
): Card {
  const shown: Omit<Card, typeof made> = {
    template,
    head: typeof head === 'string' ? { kind: head } : head,
    data,
  };
  return shown as Card;
}
