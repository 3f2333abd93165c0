/** Something a team is proud of, or wants to do better, as chosen by the team. It has no author. Days are ISO dates. */
export interface TalkPoint {
  id: string;
  kind: 'proud' | 'better';
  text: string;
  /** The day of the talk. */
  day: string;
  due?: string;
  /** The day on which the team called it done. */
  done?: string;
  /** The day on which the team let it go. */
  dropped?: string;
  /** The day on which the team last looked back at it. */
  looked?: string;
  /** Directory id. */
  owner?: string;
  /** The day on which its owner was told that it is theirs; also when they took it on themselves. */
  told?: string;
  /** The day by which it should have been done, of which its owner was asked whether it is. */
  askedFor?: string;
}

/** True for what the team still wants to do better. */
export const isOpenPoint = ({ kind, done, dropped }: Pick<TalkPoint, 'kind' | 'done' | 'dropped'>): boolean =>
  kind === 'better' && done === undefined && dropped === undefined;
