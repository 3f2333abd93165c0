import { roles } from '../../../../src/features/roles/index.ts';
import { profileAuthorsTable } from '../../../../src/features/roles/profiles/tables.ts';
import { key } from '../../../../src/storage/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** What role profiles keep: who wrote a version stands apart from what they wrote. */
export const aboutSomebody: AboutSomebody = (town) => {
  const { profiles } = town.core.opened(roles);
  const [role, part, day] = ['Objectregisseur', 'grenzen', '2026-11-20'] as const;
  return {
    // What is written stays, whoever wrote it: it is the same for everybody.
    roleprofiles: () =>
      profiles.write([{ role, part, seen: 0, text: 'Je beslist samen.' }], account(99), day),
    roleprofileauthors: (n) =>
      town.storage
        .table(profileAuthorsTable)
        .put(key(town.core.tenant), key(account(n), 'objectregisseur', part, `00000${n}`), {
          role,
          part,
          day,
        }),
    roleprofilepoints: () => profiles.setPoints(role, ['L-1'], day),
  };
};
