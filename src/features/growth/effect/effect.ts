import type { Figure } from '../content/figures.ts';

/** The figures of one quarter, such as '2026-Q3', as the municipality entered them. Nothing in it is about a person. */
export interface Quarter {
  quarter: string;
  values: Partial<Record<Figure, number>>;
  /** The day of the last change (ISO date). */
  day: string;
  version: number;
}

/** So many quarters stand beside each other on a card, and can be filled in. */
export const SHOWN = 4;
