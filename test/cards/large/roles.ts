import { profilePartIds } from '../../../src/features/roles/content/profiles.ts';
import { longest } from '../../../src/features/roles/handovers/handover.ts';
import { roles } from '../../../src/features/roles/index.ts';
import { LONGEST_PART, MOST_LINES, MOST_POINTS } from '../../../src/features/roles/profiles/profile.ts';
import { ibroRoles } from '../../../src/people/person.ts';
import { account, type Town } from '../../support/town.ts';
import { kinds, teamKeys } from './people.ts';
import { textOf, upTo } from './words.ts';

const lines = (start: string) =>
  upTo(MOST_LINES)
    .map((n) => textOf(`${start} ${n}`, Math.floor(LONGEST_PART / MOST_LINES) - 1))
    .join('\n');

/** Profiles as long as they may be, changed often, with shared learning points beside them; and a long list of handovers. */
export async function bringRoles({ core }: Town): Promise<void> {
  const { profiles, handovers } = core.opened(roles);
  for (const role of ibroRoles) {
    for (const seen of upTo(3))
      await profiles.write(
        profilePartIds.map((part) => ({ role, part, seen, text: lines(`Zin ${seen}`) })),
        account(kinds.beheerder),
        '2026-11-20',
      );
    const shared = (await core.learnings.all()).filter(({ state }) => state === 'shared');
    await profiles.setPoints(
      role,
      shared.slice(0, MOST_POINTS).map(({ id }) => id),
      '2026-11-20',
    );
  }
  for (const n of upTo(60))
    await handovers.add(teamKeys[0] ?? '', {
      id: `O-${`${n}`.padStart(8, '0')}`,
      what: textOf(`Wat ${n}`, longest.what),
      from: textOf('Van', longest.from),
      to: textOf('Aan', longest.to),
      trouble: n % 3 === 0 ? [] : ['long', 'faults'],
      note: textOf('Omdat', longest.note),
      day: '2026-11-20',
      settled: n % 5 === 0 ? '2026-11-20' : undefined,
    });
}
