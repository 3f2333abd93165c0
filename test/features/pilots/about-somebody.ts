import { pilotActionsTable } from '../../../src/features/pilots/actions/tables.ts';
import { standupDaysTable, standupsTable } from '../../../src/features/pilots/standup/tables.ts';
import { type AboutSomebody, nameOf } from '../../support/about-somebody.ts';
import { pilotOf } from '../../support/pilot.ts';
import { account } from '../../support/town.ts';

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  // A pilot and an action are the team's: they stay when somebody in it goes.
  pilots: (n) => town.core.pilots.add(pilotOf(), [{ directoryId: account(n), role: 'lead' }]),
  pilotmembers: async () => {},
  pilotactions: async (n) => {
    const todo = { id: 'A-1', text: 'Lijst maken', source: 'standup' as const, day: '2026-11-20' };
    await town.core.pilotActions.add('P-1', todo);
    // Whose it is stands beside it: of each a row of their own.
    await town.storage.table(pilotActionsTable).put('local|P-1', `o|${account(n)}|A-1`, { day: todo.day });
  },
  standups: (n) =>
    town.storage.table(standupsTable).put('local|P-2|2026-11-20', account(n), {
      day: '2026-11-20',
      done: `van ${nameOf(n)}`,
      next: '',
      blocker: '',
    }),
  retros: async (n) => {
    const board = {
      id: 'R-1',
      pilot: 'team:objecten-west',
      opened: '2026-11-20',
      phase: 'open' as const,
      startedBy: account(n),
    };
    await town.core.retros.open(board);
    await town.core.retros.add(board, { id: 'x-1', text: 'Overdracht', column: 'good' }, '2026-11-20');
    await town.core.retros.add(
      board,
      { id: 'x-2', text: 'Bellen', column: 'good', author: account(n) },
      '2026-11-20',
    );
    await town.core.retros.vote(board, account(n), ['x-1']);
    await town.core.retros.beginClosing(board, {
      learnings: [],
      actions: [{ text: 'Bellen', owner: account(n) }],
    });
  },
  evaluations: (n) =>
    town.core.evaluations.save(
      'P-1',
      account(n),
      { scores: { clear: 4 }, open: `van ${nameOf(n)}` },
      '2026-11-20',
    ),
  pilotposts: () => town.core.pilotPosts.changed({ kind: 'retro', pilot: 'P-1', of: 'R-1' }, town.clock.now),
  pilotquiz: () =>
    town.core.quizzes.add('P-1', 'Q-1', {
      day: '2026-11-20',
      question: 'Wie mag dit?',
      options: ['a', 'b'],
      right: 0,
      why: '',
    }),
  standupdays: () =>
    town.storage.table(standupDaysTable).put('local|P-2', '2026-11-20', { day: '2026-11-20' }),
  pilotroles: (n) => town.core.triedRoles.set('P-1', account(n), ['Objectregistrator']),
  // A learning point is the team's too, and has no author; who proposed to share it is the person's own.
  learnings: () => town.core.learnings.addLearning({ id: 'P-1', kind: 'rolpilot' }, 'Eerst bellen.', 'retro'),
  learningasks: async (n) => {
    await town.core.learnings.setAsker(`L-${n}`, { directoryId: account(n), proposal: 1 });
  },
  learningcontacts: (n) => town.core.learnings.setContact(`L-${n}`, account(n)),
});
