/** What happened with what a team said in its last check-in, for the card of the next: the same for the whole team. */
export interface SinceLast {
  /** Our words: what was heard. */
  heard: string;
  /** What who leads the team wrote to it: user text. */
  done: readonly string[];
}
