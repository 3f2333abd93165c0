import { type AboutSomebody, nameOf } from '../../support/about-somebody.ts';
import { account } from '../../support/town.ts';
import { bareEntry } from './town.ts';

/** An entry of the register that names somebody. */
const entryOf = (holder: string) => bareEntry({ id: `M-${holder}`, registration: '', holder });

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  register: async (n) => {
    const { register } = town.core;
    const known = await register.current();
    const entries = [...known.lookup.register.entries, entryOf(nameOf(n))];
    await register.replace(known, { entries, areas: [], tenures: [] }, town.clock.now.toString());
  },
  mandategaps: async () => {
    // Reported once: it names nobody, so it is the same row for everybody.
    if ((await town.core.gaps.all()).length > 0) return;
    await town.core.gaps.report({ activity: 'valideren', registration: 'BRK', area: '' }, '2026-11-24');
  },
  mandateproposals: (n) =>
    town.core.proposals.add({
      id: `V-${n}`,
      kind: 'new',
      entry: entryOf(`houder ${n}`),
      by: account(n),
      at: town.clock.now.toString(),
      state: 'open',
    }),
});
