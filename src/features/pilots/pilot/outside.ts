import type { Pilot } from './pilot.ts';

/**
 * A pilot as it is read by who was not in it: what people typed about it may name a colleague, and goes no further than the
 * team with that name. `withoutNames` puts other words in the place of names.
 */
export function fromOutside(pilot: Pilot, withoutNames: (text: string) => string): Pilot {
  const { name, areas, registrations, goals, support, criteria, outcome } = pilot;
  const cleaned = (text: string | undefined) => text && withoutNames(text);
  return {
    ...pilot,
    name: withoutNames(name),
    areas: cleaned(areas),
    registrations: cleaned(registrations),
    goals: cleaned(goals),
    support: cleaned(support),
    criteria: criteria.map((criterion) => ({ ...criterion, name: withoutNames(criterion.name) })),
    outcome: outcome && {
      ...outcome,
      toLine: withoutNames(outcome.toLine),
      proud: withoutNames(outcome.proud),
    },
    opinions: pilot.opinions?.map(withoutNames),
  };
}
