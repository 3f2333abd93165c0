declare const made: unique symbol;

/** A card to show: the name of a template in `cards/` and what it reads. Nothing but `card` makes one. */
export interface Card {
  readonly template: string;
  readonly data: object;
  readonly [made]: true;
}

/** What a template reads: what its function takes but for the text, with all that may be left out filled in. */
export type Filled<Taken extends { text: string }> = Required<Omit<Taken, 'text'>>;

/**
 * Makes a card of the template of this name. For the function of that template alone: each has exactly one, which takes
 * what the template reads. `Data` has to be written out, since an inferred type checks nothing.
 */
export function card<Data extends object = never>(template: string, data: NoInfer<Data>): Card {
  const shown: Omit<Card, typeof made> = { template, data };
  return shown as Card;
}
