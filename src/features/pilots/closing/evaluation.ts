import { type AskedAspect, aspectsAsked, type EvaluationResult, type Tick } from '../pilot/outcome.ts';

export const askedNames = Object.keys(aspectsAsked) as AskedAspect[];
export const openQuestion = 'Wat moet de organisatie hiervan weten?';

/** One member's evaluation, without name. */
export interface Evaluation {
  scores: Partial<Record<AskedAspect, number>>;
  open: string;
}

/** With fewer evaluations than this there is no result, but a guide for a talk (trust:fewest-six). */
export const FEWEST_EVALUATIONS = 6;

/** Of exactly ten or twenty who could answer, "10–19" or "20+" would tell that each of them did (trust:fewest-six). */
function countWords(count: number, could: number): string {
  if (could === 10) return '6 of meer';
  if (could === 20 && count >= 10) return '10 of meer';
  return count < 10 ? '6–9' : count < 20 ? '10–19' : '20+';
}

/** Half points, and never more exact than "2 of lager" or "4 of hoger" (trust:fewest-six). */
function averageWords(scores: readonly number[]): string {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const half = Math.round(mean * 2) / 2;
  if (half <= 2) return '2 of lager';
  if (half >= 4) return '4 of hoger';
  return `${half}`.replace('.', ',');
}

/**
 * The result of a pilot's evaluations, of so many people who could answer; undefined under six. An aspect that fewer than six answered is left
 * out. Open answers are sorted by their text, so that neither who wrote them nor when can be seen.
 */
export function resultOf(evaluations: readonly Evaluation[], could: number): EvaluationResult | undefined {
  if (evaluations.length < FEWEST_EVALUATIONS) return undefined;
  return {
    count: countWords(evaluations.length, could),
    averages: askedNames.flatMap((aspect) => {
      const scores = evaluations.flatMap(({ scores: given }) => given[aspect] ?? []);
      return scores.length < FEWEST_EVALUATIONS ? [] : [{ aspect, words: averageWords(scores) }];
    }),
    open: evaluations.flatMap(({ open }) => open || []).sort((a, b) => a.localeCompare(b, 'nl')),
  };
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
