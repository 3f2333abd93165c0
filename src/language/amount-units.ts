/** Where something stands in the text. */
export interface Span {
  start: number;
  end: number;
}

/** A number in the text; `money` when something says that it is an amount. */
export interface AmountItem extends Span {
  value: number;
  money: boolean;
  /** The unit it is counted in: 1 000 in "10 duizend". */
  scale: number;
  bad: boolean;
}

/** What a unit behind a number multiplies it by. */
export const units: Record<string, number> = {
  k: 1_000,
  duizend: 1_000,
  thousand: 1_000,
  mille: 1_000,
  ton: 100_000,
  m: 1_000_000,
  mln: 1_000_000,
  miljoen: 1_000_000,
  million: 1_000_000,
  mld: 1_000_000_000,
  miljard: 1_000_000_000,
};
export const fractions: Record<string, number> = {
  half: 0.5,
  halve: 0.5,
  anderhalf: 1.5,
  anderhalve: 1.5,
  kwart: 0.25,
  driekwart: 0.75,
};

const currency = String.raw`(?:€|eur(?:o['’]?s?)?(?![\p{L}]))`;
export const currencyBefore = /(?:€|(?<![\p{L}])eur(?:o['’]?s?)?)\s{0,3}$/iu;
export const currencyBehind = new RegExp(String.raw`^\s{0,3}${currency}(?!\s{0,3}\d)`, 'iu');
