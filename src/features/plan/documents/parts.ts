import { dutchDay } from '../../../calendar/clock.ts';
import type { DocumentBlock } from '../../../files/document.ts';
import { ownerOf } from '../course/cards.ts';
import { adopters } from '../course/course.ts';
import { isAdopted, lettersInWords } from '../course/rules.ts';
import type { DocumentData } from './data.ts';

export const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 1, text });
export const text = (words: string, label?: string): DocumentBlock => ({ kind: 'text', text: words, label });
export const point = (words: string, small = ''): DocumentBlock => ({ kind: 'point', text: words, small });

/** What is not filled in yet, and where that is done. */
export const missing = (what: string, say: string): DocumentBlock =>
  text(`${what} Vul dit aan: typ “${say}” in je chat met Kompas.`, 'Ontbreekt nog');

export const opening = ({ municipality, day }: DocumentData): DocumentBlock =>
  text([municipality, dutchDay(day)].filter(Boolean).join(', '));

/** The goals of the course, each with who looks after it. */
export function goalBlocks({ course: shown }: DocumentData): DocumentBlock[] {
  const { goals } = shown.course;
  if (goals.length === 0) return [missing('Er zijn nog geen doelen.', 'koers')];
  return goals.map((goal) => {
    const owner = ownerOf(shown, goal);
    const about = [
      owner ?? '',
      goal.measure && `gehaald als: ${goal.measure}`,
      goal.until && `klaar op ${dutchDay(goal.until)}`,
      lettersInWords(goal, owner !== undefined),
    ];
    return point(goal.text, about.filter(Boolean).join('; '));
  });
}

/** Whether the course was adopted, and by whom. */
export function adoptionWords({ course: { course } }: DocumentData): string {
  if (!course.adopted) return 'De koers is nog niet vastgesteld.';
  const said = `Vastgesteld door ${adopters[course.adopted.by]} op ${dutchDay(course.adopted.day)}.`;
  return isAdopted(course) ? said : `${said} Daarna gewijzigd, en nog niet opnieuw vastgesteld.`;
}
