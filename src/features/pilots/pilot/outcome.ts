/** What a member is asked at the end of a pilot: five aspects, from 1 (nee) to 5 (ja), and one open question. */
export const aspectsAsked = {
  clear: 'Mijn rol en mandaat waren duidelijk',
  time: 'Er was genoeg tijd om te oefenen',
  help: 'Ik kreeg hulp als ik vastliep',
  together: 'De overdracht tussen de rollen liep goed',
  lasting: 'Ik wil zo verder werken',
} as const;
export type AskedAspect = keyof typeof aspectsAsked;

/** What may be shown of all evaluations together, made once when the pilot closes. */
export interface EvaluationResult {
  /** "6–9", "10–19" or "20+". */
  count: string;
  averages: { aspect: AskedAspect; words: string }[];
  /** Without names, in an order that tells nothing. */
  open: string[];
}

/** What a step asks in order to be done, and whether it is so (docs/method.md steps 3 and 7, "Klaar als"). */
export interface Tick {
  text: string;
  done: boolean;
}

/** What came out of a pilot, written down when it was closed. */
export interface PilotResult {
  toLine: string;
  proud: string;
  ticks: Tick[];
  /** What the team was asked; missing in a pilot that was closed before this was kept. */
  asked?: 'scores' | 'talk' | 'nothing';
  /** Missing when too few members answered (trust:fewest-six). */
  evaluation?: Omit<EvaluationResult, 'open'>;
}
