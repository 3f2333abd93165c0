import { roles } from '../../../../src/features/roles/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** What role profiles keep: who wrote a version stands apart from what they wrote. */
export const aboutSomebody: AboutSomebody = (town) => {
  const { profiles } = town.core.opened(roles);
  const role = 'Objectregisseur' as const;
  const write = async (n: number) => {
    const seen = (await profiles.versions(role)).length;
    return profiles.write(
      [{ role, part: 'grenzen', seen, text: 'Je beslist samen.' }],
      account(n),
      '2026-11-20',
    );
  };
  return {
    // What is written stays, whoever wrote it: it is the same for everybody.
    roleprofiles: () => write(99),
    roleprofileauthors: write,
    roleprofilepoints: () => profiles.setPoints(role, ['L-1'], '2026-11-20'),
  };
};
