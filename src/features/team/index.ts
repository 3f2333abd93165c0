import { z } from 'zod';
import { action, type Feature } from '../../bot/turn.ts';
import type { Settings } from '../../people/municipality.ts';
import type { GroupStore } from './store.ts';
import { showing } from './view/showing.ts';

export { makeSnapshots } from './snapshot/making.ts';
export { groupStore } from './store.ts';
export { groupsTable } from './tables.ts';

export interface TeamTools {
  groups: GroupStore;
  readSettings(): Promise<Settings>;
}

/** A place as a card names it; whether this person may open it is checked again. */
export const placeSchema = z.object({
  kind: z.enum(['team', 'department', 'municipality', 'council']),
  key: z.string().max(100),
});

/** The team view: how a group is doing, and what is done with what it says (seed steps 5 and 8, house trust rule 3). */
export function team(tools: TeamTools): Feature {
  const view = showing({ ...tools, buttons: () => [] });
  return {
    name: 'team',
    phrases: [
      {
        say: 'team',
        also: ['teambeeld', 'mijn team', 'hoe gaat het met het team', 'hoe zit mijn team erbij'],
        title: 'Bekijk hoe je team er als geheel bij zit',
        takesRest: true,
        private: true,
        run: view.typed,
      },
    ],
    actions: {
      'team.open': action(placeSchema, (turn, place) => view.show(turn, place)),
      'team.all': action(z.object({}), (turn) => view.all(turn)),
    },
  };
}
