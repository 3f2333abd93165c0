import { groupsTable } from '../../../src/features/team/groups/table.ts';
import type { AboutSomebody } from '../../support/about-somebody.ts';
import { account } from '../../support/town.ts';

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  // A signal is the group's; who takes care of it and who put their name to it are rows of their own.
  groups: async (n) => {
    const place = { kind: 'team', key: 'objecten-west' } as const;
    await town.core.groups.addSignal(place, {
      id: 'S-1',
      source: 'raised',
      day: '2026-11-20',
      owner: account(n),
      state: 'received',
      moved: '2026-11-20',
      words: { text: 'De lijst is te lang.' },
    });
    await town.storage
      .table(groupsTable)
      .put('local|team|objecten-west', `b|${account(n)}|S-1`, { day: '2026-11-20', source: 'raised' });
  },
  // A change in the calendar has no author.
  changes: () =>
    town.core.changes.add(
      {
        id: 'K-1',
        title: 'Nieuw scherm',
        scope: { kind: 'municipality', key: '' },
        roles: [],
        impact: 'small',
        effect: 'Je ziet andere knoppen.',
        unknown: '',
        when: { date: '2026-12-01' },
      },
      '2026-11-20',
    ),
  replies: async (n) => {
    const writer = town.core.pseudonymise('objecten-oost', account(n), 'comment');
    await town.core.replies.add({ team: 'objecten-oost', period: '2026-W46', writer }, () => ({
      from: 'lead',
      day: '2026-11-20',
      text: `reactie ${n}`,
    }));
  },
});
