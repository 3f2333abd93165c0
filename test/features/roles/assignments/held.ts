import { type Assigned, shownMark } from '../../../../src/features/roles/assignments/assignment.ts';
import { roles } from '../../../../src/features/roles/index.ts';
import type { Core } from '../../../support/core.ts';

/** The id of the party that `bringHeld` brings. */
export const PARTY = 'A-00000001';

const day = '2026-11-20';
const assigned = (team: string): Assigned => ({
  team,
  roles: [{ role: 'Objectregistrator', registrations: ['BAG'] }],
  areas: [],
  from: day,
});

const asking = (team: string): Assigned => ({
  ...assigned(team),
  roles: [{ role: 'Kwaliteitscoördinator', registrations: [] }],
});

/** What the cards of `bringHeld` carry. */
export const marksOfHeld = (team: string) => ({
  asked: shownMark(asking(team), 3),
  held: shownMark(assigned(team), 3),
});

/**
 * Somebody with a role and with a question about another (version 3), who wants to learn what `by` wrote down; and a party outside the
 * municipality.
 */
export async function bringHeld(
  core: Pick<Core, 'opened'>,
  who: string,
  { team, by, learning }: { team: string; by: string; learning: string },
): Promise<void> {
  const { assignments, parties, pointsMark } = core.opened(roles);
  const points = { technique: learning, process: '', together: '', by: pointsMark.of(who, by) };
  await assignments.change(who, day, () => ({
    version: 3,
    held: { ...assigned(team), agreed: day, points },
    asked: { ...asking(team), day, points },
    past: [
      { team, from: '2026-01-01', until: day, roles: [{ role: 'Geodata-engineer', registrations: [] }] },
    ],
  }));
  await parties.save(
    {
      id: PARTY,
      team,
      role: { role: 'Geodata-engineer', registrations: [] },
      areas: [],
      organisation: 'Geobureau Delta',
      contact: '',
      from: day,
      day,
      version: 1,
    },
    0,
  );
}
