import { z } from 'zod';
import { today } from '../../calendar/clock.ts';
import type { Needs } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Job } from '../../delivery/jobs.ts';
import { remembered } from '../../lib/remember.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { doneLately } from './actions/done-lately.ts';
import { giving } from './actions/giving.ts';
import { pilotActionsTable } from './actions/tables.ts';
import { pilotQuizTable } from './check/tables.ts';
import { evaluationsTable } from './closing/tables.ts';
import { contactsJob } from './learning/forgetting.ts';
import { learning } from './learning/index.ts';
import { learningAsksTable, learningContactsTable, learningsTable } from './learning/tables.ts';
import { waitingIn } from './learning/waiting.ts';
import { lifecycle } from './lifecycle.ts';
import { openStores, type PilotStores, type PilotsOpened } from './open.ts';
import { kinds, type PilotKind } from './pilot/pilot.ts';
import { inPilot, leadsPilot, notYours, pilotsFor, readsClosed, readsPilot, viewOf } from './pilot/rights.ts';
import { pilotMembersTable, pilotsTable } from './pilot/tables.ts';
import type { PilotTools } from './pilot/tools.ts';
import { ofAction, ofPilot } from './pilot/typed.ts';
import { pilotPostsTable } from './posts/tables.ts';
import { releaseClosedPilots } from './releasing.ts';
import { renewPosts } from './renewing.ts';
import { retrosTable } from './retro/tables.ts';
import { roles } from './roles/index.ts';
import { pilotRolesTable } from './roles/tables.ts';
import { notForYou } from './setup/beginning.ts';
import { linkSchema } from './setup/linking.ts';
import { onlyInChannel } from './setup/linking-cards.ts';
import { setup } from './setup/saving.ts';
import { showing, whichSchema } from './setup/showing.ts';
import {
  beginSchema,
  createSchema,
  frameSchema,
  goalsSchema,
  measureSchema,
  membersSchema,
  standupSchema,
} from './setup/typed.ts';
import { isFilledIn, meetsInChannel, standup } from './standup/index.ts';
import { standupDaysTable, standupsTable } from './standup/tables.ts';
import { runStandups } from './standup/window.ts';
import { steering } from './steering.ts';
import { unlessSwitchedOff } from './switched-off.ts';
import { actionsJob, actionsOf, takingUp, teamActionsJob } from './taking-up.ts';
import { courseJob, newsJob } from './telling.ts';

/** Names of colleagues are read again after so long at the earliest. */
const REMEMBERED_MS = 15_000;

const kindNames = Object.keys(kinds) as PilotKind[];
/** Beginning a pilot: for a project lead, whom the method names for it (docs/method.md step 7), or a manager. */
const beginning: Needs = {
  who: ['projectleider', 'manager'],
  where: 'anywhere',
  refusals: { who: notForYou },
};

/** Giving a pilot the channel in which somebody taps. */
const linkingHere: Needs = { ...leadsPilot, where: 'channel', refusals: { where: onlyInChannel } };

const jobsOf = (stores: PilotStores, { audit }: Pick<Tools, 'audit'>): Job[] => [
  { name: 'pilots-closed', when: 'always', run: (context) => releaseClosedPilots(stores, context) },
  {
    name: 'standups',
    when: 'always',
    everyMinutes: 1,
    run: (context) => runStandups({ ...stores, audit }, context),
  },
  { name: 'pilot-posts', when: 'always', everyMinutes: 1, run: (context) => renewPosts(stores, context) },
  actionsJob(stores),
  teamActionsJob(stores),
  newsJob(stores),
  courseJob(stores),
  contactsJob(stores),
];

function offer(stores: PilotStores, tools: Tools): FeatureOffer {
  const everybody = remembered(tools.everybody, REMEMBERED_MS, tools.now);
  const { show, current, which, whichHere, whichOther } = showing({
    ...stores,
    everybody,
    administrators: tools.administrators,
    settings: tools.settings,
  });
  const own: PilotTools & PilotStores = {
    ...tools,
    ...stores,
    everybody,
    everybodyNow: tools.everybody,
    show,
    which,
    whichHere,
  };
  const change = setup(own);
  const steer = steering(own, { ...change, current });
  const standups = standup(own);
  const course = lifecycle(own);
  const learnings = learning(own);
  const tried = roles(own);
  const given = giving(own);
  const [waitingActions, waitingLearnings] = [actionsOf(stores), waitingIn(stores)];

  return unlessSwitchedOff({
    // Whoever is in no pilot need not read what can be done in one, nor a member what only its lead can.
    fitting: async (turn, phrases) => {
      const [{ isIn, leads, wasIn }, readsAll] = await Promise.all([
        stores.pilots.standing(turn.directoryId),
        readsClosed(turn, tools.administrators),
      ]);
      const fits: Record<string, boolean> = {
        [`${inPilot.checked}`]: isIn,
        [`${leadsPilot.checked}`]: leads,
        [`${readsPilot.checked}`]: wasIn || readsAll,
      };
      const me = await turn.person();
      const meets = isIn && (await pilotsFor(stores.pilots, turn)).some(meetsInChannel);
      // What somebody who leads pilots comes back for is among the first that they see.
      const up: Record<string, number | undefined> = {
        pilot: leads ? -2 : undefined,
        'nieuwe pilot': me?.access.includes('projectleider') ? -1 : undefined,
      };
      return phrases
        .filter(({ say, needs }) => (fits[needs.checked ?? ''] ?? true) && (meets || !isFilledIn(say)))
        .map((phrase) => {
          const first = up[phrase.say] ?? phrase.first;
          return first === undefined ? phrase : { ...phrase, first };
        });
    },
    phrases: [
      {
        say: 'pilot',
        wished:
          /\bhoe (?:ver|staat|gaat)\b.*\bpilot\b|\b(?:de )?doelen van (?:de|mijn|onze) pilot\b|\bdoelen (?:opschrijven|invullen|wijzigen)\b|\b(?:de )?stand ?up (?:instellen|plannen|verzetten)\b/,
        also: [
          'mijn pilot',
          'pilots',
          'hoe gaat de pilot',
          'pilot wijzigen',
          ...kindNames.flatMap((kind) => [kind, `mijn ${kind}`]),
        ],
        title: 'Bekijk hoe de pilot ervoor staat',
        needs: inPilot,
        run: current,
      },
      {
        say: 'nieuwe pilot',
        wished: /\b(?:nieuwe? )?pilot (?:beginnen|starten|opzetten|maken)\b/,
        also: [
          'start pilot',
          'start een pilot',
          'begin pilot',
          'begin een pilot',
          'pilot beginnen',
          'pilot starten',
          'pilot opzetten',
          'pilot aanmaken',
          'een pilot beginnen',
          'een pilot starten',
          'hoe start ik een pilot',
          'hoe begin ik een pilot',
          'hoe start ik een nieuwe pilot',
          'hoe begin ik een nieuwe pilot',
          'hoe maak ik een pilot',
          'hoe zet ik een pilot op',
          'ik wil een pilot beginnen',
          'ik wil een pilot starten',
          'kan ik een pilot beginnen',
          'kan ik een pilot starten',
          'mag ik een pilot beginnen',
          'mag ik een pilot starten',
        ],
        title: 'Begin een pilot, het liefst in het kanaal van het pilotteam',
        needs: beginning,
        takesRest: true,
        run: (turn, rest) => change.begin(turn, rest),
      },
      ...kindNames.map((kind) => ({
        say: `nieuwe ${kind}`,
        also: [
          `start ${kind}`,
          `start een ${kind}`,
          `begin ${kind}`,
          `begin een ${kind}`,
          `${kind} beginnen`,
          `${kind} starten`,
          `hoe start ik een ${kind}`,
          `hoe begin ik een ${kind}`,
        ],
        title: 'Begin een pilot van deze soort',
        needs: beginning,
        unlisted: true,
        takesRest: true,
        run: (turn: Turn, rest: string) => change.begin(turn, rest, kind),
      })),
      ...steer.phrases,
      ...standups.phrases,
      ...course.phrases,
      ...learnings.phrases,
      ...tried.phrases,
      ...given.phrases,
      doneLately(own),
    ],
    files: learnings.files,
    searches: learnings.searches,
    actions: {
      ...steer.actions,
      ...standups.actions,
      ...course.actions,
      ...learnings.actions,
      ...tried.actions,
      ...given.actions,
      ...takingUp(own),
      'pilot.which': action(whichSchema, whichOther, { needs: inPilot }),
      'pilot.show': action(ofPilot, (turn, { pilot }) => show(turn, pilot), { needs: readsPilot }),
      'pilot.begin': action(beginSchema, (turn, { name, kind }) => change.begin(turn, name, kind), {
        needs: beginning,
      }),
      'pilot.create': action(createSchema, change.create, { needs: beginning }),
      'pilot.link': action(linkSchema, change.linkChannel, { needs: linkingHere }),
      'pilot.linking': action(z.object({}), change.linkOther, { needs: linkingHere }),
      'pilot.edit-members': action(ofPilot, change.editMembers, { needs: leadsPilot }),
      'pilot.save-members': action(membersSchema, change.saveMembers, { needs: leadsPilot }),
      'pilot.edit-goals': action(ofPilot, change.editGoals, { needs: leadsPilot }),
      'pilot.save-goals': action(goalsSchema, change.saveGoals, { needs: leadsPilot }),
      'pilot.edit-frame': action(ofPilot, change.editFrame, { needs: leadsPilot }),
      'pilot.save-frame': action(frameSchema, change.saveFrame, { needs: leadsPilot }),
      'pilot.edit-standup': action(ofPilot, change.editStandup, { needs: leadsPilot }),
      'pilot.save-standup': action(standupSchema, change.saveStandup, { needs: leadsPilot }),
      'pilot.edit-measure': action(ofPilot, change.editMeasure, { needs: inPilot }),
      'pilot.save-measure': action(measureSchema, change.saveMeasure, { needs: inPilot }),
      'pilot.done': action(
        ofAction,
        async (turn, { pilot, action: id }) => {
          if (!(await viewOf(own.pilots, turn, pilot))) return notYours;
          const day = today(turn.now).toString();
          await own.actions.change(pilot, id, (todo) => (todo.doneOn ? todo : { ...todo, doneOn: day }));
          await own.posts.changed({ kind: 'card', pilot, of: day }, turn.now);
          return show(turn, pilot, 'Die actie is klaar.', [
            { verb: 'pilot.not-done', title: 'Toch niet klaar', data: { pilot, action: id } },
          ]);
        },
        { needs: inPilot },
      ),
      'pilot.not-done': action(
        ofAction,
        async (turn, { pilot, action: id }) => {
          if (!(await viewOf(own.pilots, turn, pilot))) return notYours;
          await own.actions.change(pilot, id, (todo) => ({ ...todo, doneOn: undefined }));
          await own.posts.changed({ kind: 'card', pilot, of: today(turn.now).toString() }, turn.now);
          return show(turn, pilot, 'De actie staat weer open.');
        },
        { needs: inPilot },
      ),
    },
    waiting: async (turn) => {
      const each = await Promise.all([waitingActions(turn), waitingLearnings(turn)]);
      return each.flat();
    },
    jobs: jobsOf(stores, tools),
  });
}

/** Pilots: what they try, how it goes, and what has to be done (docs/method.md steps 3 and 7). */
export const pilots: FeatureModule<PilotsOpened> = {
  name: 'pilots',
  title: 'Pilots en stand-ups',
  tables: [
    pilotsTable,
    pilotMembersTable,
    pilotActionsTable,
    standupsTable,
    standupDaysTable,
    retrosTable,
    evaluationsTable,
    pilotQuizTable,
    pilotPostsTable,
    learningsTable,
    learningAsksTable,
    learningContactsTable,
    pilotRolesTable,
  ],
  open: openStores,
  offer,
};
