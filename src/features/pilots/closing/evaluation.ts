/** What a member is asked at the end of a pilot: five aspects, from 1 (nee) to 5 (ja), and one open question. */
export const aspectsAsked = {
  clear: 'Mijn rol en mandaat waren duidelijk',
  time: 'Er was genoeg tijd om te oefenen',
  help: 'Ik kreeg hulp als ik vastliep',
  together: 'De overdracht tussen de rollen liep goed',
  lasting: 'Ik wil zo verder werken',
} as const;
export type AskedAspect = keyof typeof aspectsAsked;
export const askedNames = Object.keys(aspectsAsked) as AskedAspect[];
export const openQuestion = 'Wat moet de organisatie hiervan weten?';

/** One member's evaluation, without name. */
export interface Evaluation {
  scores: Partial<Record<AskedAspect, number>>;
  open: string;
}

/** With fewer evaluations than this there is no result, but a guide for a talk (trust:fewest-six). */
export const FEWEST_EVALUATIONS = 6;

/** What may be shown of all evaluations together, made once when the pilot closes. */
export interface EvaluationResult {
  /** "6–9", "10–19" or "20+". */
  count: string;
  averages: { aspect: AskedAspect; words: string }[];
  /** Without names, in an order that tells nothing. */
  open: string[];
}

const countWords = (count: number) => (count < 10 ? '6–9' : count < 20 ? '10–19' : '20+');

/** Half points, and never more exact than "2 of lager" or "4 of hoger" (trust:fewest-six). */
function averageWords(scores: readonly number[]): string {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const half = Math.round(mean * 2) / 2;
  if (half <= 2) return '2 of lager';
  if (half >= 4) return '4 of hoger';
  return `${half}`.replace('.', ',');
}

/**
 * The result of a pilot's evaluations; undefined under six. An aspect that fewer than six answered is left
 * out. Open answers are sorted by their text, so that neither who wrote them nor when can be seen.
 */
export function resultOf(evaluations: readonly Evaluation[]): EvaluationResult | undefined {
  if (evaluations.length < FEWEST_EVALUATIONS) return undefined;
  return {
    count: countWords(evaluations.length),
    averages: askedNames.flatMap((aspect) => {
      const scores = evaluations.flatMap(({ scores: given }) => given[aspect] ?? []);
      return scores.length < FEWEST_EVALUATIONS ? [] : [{ aspect, words: averageWords(scores) }];
    }),
    open: evaluations.flatMap(({ open }) => open || []).sort((a, b) => a.localeCompare(b, 'nl')),
  };
}

/** What a step asks in order to be done, and whether it is so (docs/method.md steps 3 and 7, "Klaar als"). */
export interface Tick {
  text: string;
  done: boolean;
}

/**
 * Ticks the list of the pilot's step from facts. `learnings` is how many learning points were kept, and
 * `shared` how many of those were shared with other teams.
 */
export function ticksOf(step: 3 | 7, facts: { ran: boolean; learnings: number; shared: number }): Tick[] {
  return step === 3
    ? [
        { text: 'De rolpilot is gedaan', done: facts.ran },
        { text: 'Leerpunten zijn vastgelegd', done: facts.learnings > 0 },
        { text: 'Leerpunten zijn gedeeld', done: facts.shared > 0 },
      ]
    : [
        { text: 'Minstens één proces is van begin tot eind doorlopen', done: facts.ran },
        { text: 'Verbeterpunten zijn vastgelegd', done: facts.learnings > 0 },
      ];
}
