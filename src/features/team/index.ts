import { z } from 'zod';
import { action, type Feature } from '../../conversation/offer.ts';
import { type CalendarTools, calendar } from './changes/index.ts';
import { type CommentTools, comments } from './comments/index.ts';
import { type FeedbackTools, feedback } from './feedback/index.ts';
import { placeSchema } from './groups/place.ts';
import { type SignalTools, signals } from './signals/index.ts';
import { type TalkTools, talk } from './talk/index.ts';
import { type ViewExportTools, viewExport } from './view/export.ts';
import { type ShowTools, showing } from './view/showing.ts';

export { type ChangeStore, changeStore } from './changes/store.ts';
export { changesTable } from './changes/tables.ts';
export { replyStore } from './comments/store.ts';
export { repliesTable } from './comments/tables.ts';
export { tellOfReplies } from './comments/telling.ts';
export { giveFeedback } from './feedback/index.ts';
export { naming } from './groups/hashed-ids.ts';
export { groupsTable } from './groups/table.ts';
export { isOpen, readableOn } from './signals/signal.ts';
export { tellOfSignals } from './signals/telling.ts';
export { makeSnapshots } from './snapshot/making.ts';
export { groupStore } from './store.ts';

export type TeamTools = SignalTools &
  TalkTools &
  CalendarTools &
  CommentTools &
  FeedbackTools &
  ViewExportTools &
  Omit<ShowTools, 'buttons'>;

const pageSchema = z.object({ page: z.number().int().min(0).max(10_000).default(0) });
const raise = { verb: 'signal.raise', title: 'Geef een signaal', data: {} };

/** The team view: how a group is doing, and what is done with what it says (docs/method.md steps 5 and 8, trust:fewest-six). */
export function team(tools: TeamTools): Feature {
  const shared = comments(tools);
  const exported = viewExport(tools);
  const view = showing({
    ...tools,
    buttons: (place, seat) => [...shared.buttons(place, seat), raise, ...exported.buttons(place, seat)],
  });
  const parts: Pick<Feature, 'phrases' | 'actions' | 'files'>[] = [
    shared,
    signals(tools),
    feedback(tools),
    talk(tools),
    calendar(tools),
    exported,
  ];
  return {
    name: 'team',
    title: 'Je team',
    phrases: [
      {
        say: 'team',
        also: [
          'teambeeld',
          'mijn team',
          'hoe gaat het met het team',
          'hoe gaat het met mijn team',
          'hoe zit mijn team erbij',
        ],
        title: 'Bekijk hoe je team er als geheel bij zit',
        takesRest: true,
        private: true,
        run: view.typed,
      },
      ...parts.flatMap(({ phrases }) => phrases),
    ],
    actions: {
      'team.open': action(placeSchema, (turn, place) => view.show(turn, place)),
      'team.all': action(pageSchema, (turn, { page }) => view.all(turn, page)),
      ...Object.assign({}, ...parts.map(({ actions }) => actions)),
    },
    files: Object.assign({}, ...parts.map(({ files }) => files ?? {})),
  };
}
