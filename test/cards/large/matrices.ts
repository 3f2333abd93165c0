import { registrations } from '../../../src/features/roles/content/registrations.ts';
import { ownTasks } from '../../../src/features/roles/content/tasks.ts';
import { roles } from '../../../src/features/roles/index.ts';
import { longest, type Often } from '../../../src/features/roles/matrix/matrix.ts';
import { begun } from '../../../src/features/roles/matrix/rules.ts';
import { TASKS } from '../../../src/features/roles/matrix/task-plan.ts';
import { account, type Town } from '../../support/town.ts';
import { kinds, teamKeys } from './people.ts';
import { at, textOf, upTo } from './words.ts';

/** As many tasks as there can be, with words as long as they may be; matrices in which all of them are done, and a picture of the first team. */
export async function bringMatrices({ core }: Town): Promise<void> {
  const { matrices, taskList } = core.opened(roles);
  const long = (n: number) => ({ title: textOf(`Taak ${n}`, 60), explained: textOf(`Je doet ${n}`, 120) });
  const ours = ownTasks.map(
    ({ id, weights, short }, n) => [id, { task: { ...long(n), weights, short } }] as const,
  );
  const added = upTo(TASKS.most - ownTasks.length).map(
    (n) =>
      [
        `eigen-${n}`,
        { task: { ...long(n), weights: { Objectregistrator: 2 as const }, short: false } },
      ] as const,
  );
  await taskList.save(new Map([...ours, ...added]));
  const ids = [...ours, ...added].map(([id]) => id);
  const all = (often: Often) => Object.fromEntries(ids.map((id) => [id, often]));
  const filled = {
    alone: ids,
    shares: Object.fromEntries(registrations.map((name) => [name, 15])),
    job: textOf('Functie', longest.job),
    appointment: textOf('Aanstelling', longest.appointment),
  };
  const draft = { ...begun('full', 'employee', '2026-11-20'), ...filled, answers: all('do') };
  const done = (often: Often) => ({
    ...filled,
    length: 'full' as const,
    answers: all(often),
    team: at(teamKeys, 0),
    day: '2026-11-20',
  });
  await matrices.begin(account(kinds.member), draft);
  await matrices.keep(account(kinds.member), done('some'));
  await matrices.begin(account(kinds.beheerder), { ...draft, employee: draft.version });
  await matrices.setReader(account(kinds.beheerder), { manager: account(kinds.manager), day: '2026-11-20' });
  await matrices.begin(account(kinds.projectleider), { ...draft, length: 'short', answers: {} });
  await matrices.keep(account(kinds.directie), { ...done('do'), shared: '2026-11-20' });
  for (const n of upTo(8)) await matrices.keep(account(20 + n), done('not'));
  // More than a card holds share theirs with HR.
  for (const n of upTo(12)) {
    await matrices.keep(account(30 + n), { ...done('do'), shared: '2026-11-20' });
    await matrices.setReader(account(30 + n), {
      manager: account(kinds.manager),
      day: '2026-11-20',
      shared: '2026-11-20',
    });
  }
}
