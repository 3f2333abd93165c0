import { z } from 'zod';
import { carried } from '../../conversation/field.ts';
import { colleagueAlone, colleagueAnywhere } from '../../conversation/needs.ts';
import { action, type Offer } from '../../conversation/offer.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { calendar } from './changes/index.ts';
import { changesTable } from './changes/tables.ts';
import { addTeamCommands } from './commands.ts';
import { comments } from './comments/index.ts';
import type { Comments } from './comments/shared.ts';
import { repliesTable } from './comments/tables.ts';
import { repliesJob } from './comments/telling.ts';
import { feedback } from './feedback/index.ts';
import { feedbackJob } from './feedback/posting.ts';
import { placeOf, placeSchema } from './groups/place.ts';
import { seated } from './groups/seated.ts';
import { groupsTable } from './groups/table.ts';
import { leadsHearing, leadsPhrases } from './leads.ts';
import { mondayRound } from './monday/round.ts';
import { openStores, type TeamStores } from './open.ts';
import { signals } from './signals/index.ts';
import { signalsJob } from './signals/telling.ts';
import { makeSnapshots, type SnapshotSources } from './snapshot/making.ts';
import { talk } from './talk/index.ts';
import { pointsJob } from './talk/taking-up.ts';
import { viewExport } from './view/export.ts';
import { showing } from './view/showing.ts';
import { TO_ANSWER, waitingIn } from './waiting.ts';

/** What the team view is given of other features. */
export interface TeamNeeds {
  /** What was answered in a team's period, by pseudonym. */
  scored: SnapshotSources['scored'];
  /** What a team shared in check-ins that closed. */
  comments: Comments;
}

const pageSchema = z.object({ page: carried(z.number().int().min(0).max(10_000), 0) });
/** What is checked of who opens a view, in the words of `docs/rechten.md`. */
const seesGroup = 'ziet het team, de afdeling of de gemeente';
const raise = { verb: 'signal.raise', title: 'Geef een signaal', data: {} };

function offer(stores: TeamStores, tools: Tools, needs: TeamNeeds): FeatureOffer {
  const own = { ...tools, ...stores, ...needs };
  const shared = comments(own);
  const exported = viewExport(own);
  const view = showing({
    ...own,
    buttons: (place, seat) => [...shared.buttons(place, seat), raise, ...exported.buttons(place, seat)],
  });
  const waiting = waitingIn(own);
  const parts: Pick<Offer, 'phrases' | 'actions' | 'files' | 'hears'>[] = [
    shared,
    signals(own),
    feedback(own),
    talk(own),
    calendar(own),
    exported,
  ];
  return {
    phrases: [
      {
        say: 'team',
        wished:
          /\bhoe (?:zit|zat|gaat het met|ging het met|doet) (?:mijn|ons|het|onze) team\b(?!.*\bsigna)|\bhoe (?:zitten|zaten) (?:we|wij) erbij\b|\bteambeeld (?:zien|bekijken|openen)\b|^hoe (?:zit|zat) (?:\w+ ){2,4}er\b.*\bbij$|\bvolgende stap\b.*\bteam\b|^ik wil zien hoe (?:mijn|ons|het) team\b.*\bzit\b/,
        first: 4,
        also: [
          'teambeeld',
          'mijn team',
          'hoe gaat het met het team',
          'hoeveel mensen deden mee',
          'hoe was het vorige week',
          'hoe was het vorige maand',
          'hoe was het vorige keer',
          'hoe gaat het met mijn team',
          'hoe zit mijn team erbij',
          'hoe zit het team',
          'hoe zit het met mijn team',
          'hoe staat mijn team ervoor',
          'wat speelt er in mijn team',
          'wat speelt er in het team',
          'wat speelt er bij ons',
        ],
        title: 'Bekijk hoe je team er als geheel bij zit',
        needs: { ...colleagueAlone, checked: seesGroup },
        takesRest: true,
        run: view.typed,
      },
      ...leadsPhrases(tools),
      ...parts.flatMap(({ phrases }) => phrases),
    ],
    actions: {
      'team.open': action(placeSchema, (turn, data) => view.show(turn, placeOf(data)), {
        needs: { ...colleagueAnywhere, checked: seesGroup },
      }),
      'team.all': action(pageSchema, (turn, { page }) => view.all(turn, page), {
        needs: { ...colleagueAnywhere, checked: seesGroup },
      }),
      ...Object.assign({}, ...parts.map(({ actions }) => actions)),
    },
    files: Object.assign({}, ...parts.map(({ files }) => files ?? {})),
    hears: [leadsHearing(tools), ...parts.flatMap(({ hears = [] }) => hears)],
    waiting,
    // Who has signals to answer sees them, and the team, among the first.
    fitting: async (turn, phrases) => {
      // The phrase is listed for who may have some: nobody else costs a read.
      if (!phrases.some(({ say }) => say === 'signalen')) return phrases;
      const takesCare = ((await seated(turn))?.seat.handles.length ?? 0) > 0;
      if (!takesCare || !(await waiting(turn)).some(({ kind }) => kind === TO_ANSWER)) return phrases;
      const up: Record<string, number> = { signalen: 2.1, team: 2.2 };
      return phrases.map((phrase) => {
        const first = up[phrase.say] ?? phrase.first;
        return first === undefined ? phrase : { ...phrase, first };
      });
    },
    rounds: [mondayRound(stores.groups, tools.pseudonymise)],
    jobs: [
      signalsJob(own),
      pointsJob(stores.groups),
      feedbackJob(stores.groups),
      { name: 'snapshots', when: 'always', everyMinutes: 1, run: (context) => makeSnapshots(own, context) },
      repliesJob(own),
    ],
  };
}

/** The team view: how a group is doing, and what is done with what it says (docs/method.md steps 5 and 8, trust:fewest-six). */
export const team: FeatureModule<TeamStores, TeamNeeds> = {
  name: 'team',
  title: 'Je team',
  tables: [groupsTable, changesTable, repliesTable],
  open: openStores,
  offer,
  commands: addTeamCommands,
};
