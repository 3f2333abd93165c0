/** Something a team is proud of, or wants to do better, as chosen by the team. It has no author. Days are ISO dates. */
export interface Point {
  id: string;
  kind: 'proud' | 'better';
  text: string;
  /** The day of the talk. */
  day: string;
  due?: string;
  /** The day on which the team called it done. */
  done?: string;
  /** Directory id. */
  owner?: string;
}
