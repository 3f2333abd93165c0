import { roles } from '../../../../src/features/roles/index.ts';
import { begun } from '../../../../src/features/roles/matrix/rules.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** What the takenmatrix keeps about somebody. */
export const aboutSomebody: AboutSomebody = (town) => {
  const { matrices, taskList } = town.core.opened(roles);
  const matrix = begun('short', 'employee', '2026-11-20');
  return {
    taskmatrices: (n) => matrices.begin(account(n), matrix),
    taskmatricesdone: async (n) => {
      const { version: _, by: __, begun: ___, ...content } = matrix;
      await matrices.keep(account(n), { ...content, shared: '2026-11-20' });
    },
    taskmatrixreaders: (n) =>
      matrices.setReader(account(n), {
        manager: account(90),
        day: '2026-11-20',
        shared: '2026-11-20',
      }),
    taskmatrixreadbefore: async (n) => {
      for (const manager of [account(91), account(90)])
        await matrices.setReader(account(n), { manager, day: '2026-11-20' });
    },
    roletasks: () => taskList.save(new Map([['veldwerk', { off: true as const }]])),
  };
};
