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

/** How far teams are with their team dialogue: counts of teams, and nothing of what they said. */
export interface DialogueState {
  /** Teams that there are. */
  teams: number;
  /** Of these, those that came to the last card of their dialogue, and those that wrote down what they agreed. */
  held: number;
  agreed: number;
}

export type ReadDialogueState = () => Promise<DialogueState>;
