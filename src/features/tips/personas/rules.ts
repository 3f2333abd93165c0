import { quiz } from '../content/quiz.ts';
import { type Persona, personas } from '../content/types.ts';

/** A choice counts so many days, and then goes by itself (trust:persona-is-private). */
export const PERSONA_DAYS = 30;

const DAY_MS = 86_400_000;

/** True while a choice counts: thirty days, its own day included; days are ISO dates. */
export function choiceCounts({ day }: { day: string }, today: string): boolean {
  return Date.parse(today) - Date.parse(day) < PERSONA_DAYS * DAY_MS;
}

/** The last day on which a choice of this day counts, as an ISO date. */
export function lastDayOf(day: string): string {
  return new Date(Date.parse(day) + (PERSONA_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The two personas that sound nearest to the answers of `herken mijn stijl`: 'a' or 'b' for each situation. Of equally
 * near ones the first of the list, so that the same answers always give the same two.
 */
export function nearest(answers: string): [Persona, Persona] {
  const points = new Map<Persona, number>(personas.map((persona) => [persona, 0]));
  for (const [n, { a, b }] of quiz.entries()) {
    const chosen = answers[n] === 'a' ? a : answers[n] === 'b' ? b : undefined;
    for (const persona of chosen?.fits ?? []) points.set(persona, (points.get(persona) ?? 0) + 1);
  }
  const order = [...personas].sort((one, other) => (points.get(other) ?? 0) - (points.get(one) ?? 0));
  return [order[0] ?? 'ellen', order[1] ?? 'jasper'];
}
