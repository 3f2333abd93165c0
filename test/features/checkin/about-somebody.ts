import { type AboutSomebody, nameOf } from '../../support/about-somebody.ts';
import { account, type Town } from '../../support/town.ts';

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  answers: async (n) => {
    // This person worked in another team before.
    for (const team of ['objecten-west', 'objecten-oost'])
      for (const period of ['2026-W46', '2026-W47'])
        await town.core.answers.change(team, account(n), period, () => ({
          score: 2,
          themes: ['leren'],
          comment: `geheim van ${nameOf(n)}`,
          sharing: 'private',
        }));
  },
  comments: (n) =>
    publish(town, n, 'withoutName', town.core.pseudonymise('objecten-oost', account(n), 'comment')),
  namedcomments: (n) => publish(town, n, 'withName', account(n)),
});

function publish(town: Town, n: number, how: 'withName' | 'withoutName', name: string) {
  const shared = {
    withoutName: [],
    withName: [],
    [how]: [{ key: name, text: `gedeeld door ${nameOf(n)}` }],
  };
  return town.core.answers.publish('objecten-oost', '2026-W46', shared);
}
