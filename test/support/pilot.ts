import type { Member, Pilot } from '../../src/features/pilots/pilot/pilot.ts';
import type { Somebody } from './bot.ts';

/** A pilot of some weeks around 24 November 2026 with nothing but its name; `change` says what is different. */
export function pilotOf(change: Partial<Pilot> = {}): Pilot {
  const { from = '2026-11-16' } = change;
  return {
    id: 'P-1',
    name: 'Mutaties',
    kind: 'rolpilot',
    from,
    until: '2026-12-18',
    criteria: [],
    iteration: { number: 1, day: from, changed: [] },
    ...change,
  };
}

/** The crew of a pilot: who leads it, and who else is in it. */
export function crewOf(leads: readonly Somebody[], mates: readonly Somebody[] = []): Member[] {
  return [
    ...leads.map(({ account }) => ({ directoryId: account, role: 'lead' as const })),
    ...mates.map(({ account }) => ({ directoryId: account, role: 'member' as const })),
  ];
}
