/** A tip as a card shows it. The texts may come from an administrator: they belong in text runs. */
export interface TipPart {
  tip: string;
  /** The first sentence of what to do; it stands out. */
  first: string;
  /** The rest of it, or ''. */
  rest: string;
  why: string;
  /** How long it takes. */
  small: string;
}
