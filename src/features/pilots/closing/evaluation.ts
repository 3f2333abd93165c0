import { weekdaysIn } from '../pilot/dates.ts';
import { type AskedAspect, aspectsAsked, type EvaluationResult, type Tick } from '../pilot/outcome.ts';
import { kinds, type Pilot } from '../pilot/pilot.ts';

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
 * The result of a pilot's evaluations, of so many people who could answer; undefined under six. And of precisely six who were more
 * before (`isShrunk`): who leads the pilot says who is in it, and would see that each of those who are left answered. An aspect that fewer than six answered is left
 * out. Open answers are sorted by their text, so that neither who wrote them nor when can be seen.
 */
export function resultOf(
  evaluations: readonly Evaluation[],
  could: number,
  isShrunk = false,
): EvaluationResult | undefined {
  if (evaluations.length < FEWEST_EVALUATIONS) return undefined;
  if (isShrunk && could === FEWEST_EVALUATIONS) return undefined;
  return {
    count: countWords(evaluations.length, could),
    averages: askedNames.flatMap((aspect) => {
      const scores = evaluations.flatMap(({ scores: given }) => given[aspect] ?? []);
      return scores.length < FEWEST_EVALUATIONS ? [] : [{ aspect, words: averageWords(scores) }];
    }),
    open: evaluations.flatMap(({ open }) => open || []).sort((a, b) => a.localeCompare(b, 'nl')),
  };
}

/** Fewer weekdays than these are no rolpilot, not even in the light form, where a proefweek counts as one (docs/method.md step 3). */
const WHOLE_WEEK = 5;

/** What is known of how a pilot went. Days are ISO dates. */
export interface Course extends Pick<Pilot, 'kind' | 'from' | 'until'> {
  /** The day on which it is closed. */
  day: string;
  /** Whether what it tries was gone through from its beginning to its end, as who leads it says. */
  whole: boolean;
  /** How many learning points were kept, and how many of those were shared with other teams. */
  learnings: number;
  shared: number;
}

/** Whether a rolpilot or a proefweek was run, in words that say what is so. */
function ranTick({ kind, from, until, day }: Course): Tick {
  const end = day < until ? day : until;
  const days = weekdaysIn(from, end);
  const what = kind === 'proefweek' ? 'De proefweek' : 'De rolpilot';
  if (days === 0) return { text: `${what} is gedaan`, done: false };
  if (days < WHOLE_WEEK)
    return {
      text: `${what} duurde ${days === 1 ? '1 dag' : `${days} dagen`} en geen hele week`,
      done: false,
    };
  if (kind === 'proefweek') return { text: `${what} is gedaan, en telt als rolpilot`, done: true };
  return { text: day < until ? `${what} is gedaan, eerder dan gepland` : `${what} is gedaan`, done: true };
}

/** Ticks the list of the pilot's step from facts (docs/method.md steps 3 and 7; a mini-pilot goes through one stream). */
export function ticksOf(course: Course): Tick[] {
  const { kind, whole, learnings, shared } = course;
  if (kinds[kind].step === 3)
    return [
      ranTick(course),
      { text: 'Leerpunten zijn vastgelegd', done: learnings > 0 },
      { text: 'Leerpunten zijn gedeeld', done: shared > 0 },
    ];
  const text =
    kind === 'mini-pilot'
      ? 'De gekozen stroom mutaties is doorlopen'
      : 'Minstens één proces is van begin tot eind doorlopen';
  return [
    { text, done: whole && course.day >= course.from },
    { text: 'Leerpunten zijn vastgelegd', done: learnings > 0 },
  ];
}

const undone = (text: string) =>
  text.startsWith('Minstens één ')
    ? text.replace('Minstens één', 'Nog geen')
    : text.replace(/ (is|zijn) /, ' $1 nog niet ');

/** A tick as a line; of what is not done the sentence says so. Takes those of pilots that were closed before, too. */
export const tickWords = ({ text, done }: Tick): string => (done ? `✓ ${text}` : `○ ${undone(text)}`);
