import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { today } from '../../calendar/clock.ts';
import { action, type Feature } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { remembered } from '../../lib/remember.ts';
import type { Audit } from '../../people/audit.ts';
import type { Settings } from '../../people/municipality.ts';
import type { Person } from '../../people/person.ts';
import type { ActionStore } from './actions/store.ts';
import type { QuizStore } from './check/quizzing.ts';
import type { EvaluationStore } from './closing/store.ts';
import { learning } from './learning/index.ts';
import type { LearningTools } from './learning/tools.ts';
import { type CourseTools, course } from './lifecycle.ts';
import { kinds, type PilotKind } from './pilot.ts';
import type { PostStore } from './posts/store.ts';
import type { RetroStore } from './retro/store.ts';
import { notYours, viewOf } from './setup/rights.ts';
import { setup } from './setup/saving.ts';
import { showing } from './setup/showing.ts';
import {
  createSchema,
  frameSchema,
  goalsSchema,
  measureSchema,
  membersSchema,
  ofPilot,
  standupSchema,
} from './setup/typed.ts';
import { standup } from './standup/answering.ts';
import type { StandupStore } from './standup/store.ts';
import type { PilotStore } from './store.ts';

export { actionStore } from './actions/store.ts';
export { quizStore } from './check/quizzing.ts';
export { releaseClosedPilots } from './closing/closing.ts';
export { evaluationStore } from './closing/store.ts';
export { learningStore } from './learning/store.ts';
export { learningAsksTable, learningsTable } from './learning/tables.ts';
export { renewPosts } from './posts/renewing.ts';
export { postStore } from './posts/store.ts';
export { retroStore } from './retro/store.ts';
export { standupStore } from './standup/store.ts';
export { standups } from './standup/window.ts';
export { pilotStore } from './store.ts';
export {
  evaluationsTable,
  pilotActionsTable,
  pilotMembersTable,
  pilotPostsTable,
  pilotQuizTable,
  pilotsTable,
  retrosTable,
  standupDaysTable,
  standupsTable,
} from './tables.ts';

export interface PilotTools {
  learning: Pick<
    LearningTools,
    'learnings' | 'person' | 'readSettings' | 'administrators' | 'link' | 'send' | 'post' | 'rewrite'
  > & { now(): Temporal.Instant };
  pilots: PilotStore;
  actions: ActionStore;
  standups: StandupStore;
  readSettings(): Promise<Settings>;
  retros: RetroStore;
  evaluations: EvaluationStore;
  quizzes: QuizStore;
  posts: PostStore;
  /** Writes in a channel; the id names the message for a later `rewrite`. */
  post: CourseTools['post'];
  rewrite: CourseTools['rewrite'];
  send: CourseTools['send'];
  audit: Audit;
  everybody(): Promise<Person[]>;
  newId(): string;
}

/** Names of colleagues are read again after so long at the earliest. */
const REMEMBERED_MS = 15_000;

const kindNames = Object.keys(kinds) as PilotKind[];
const ofAction = ofPilot.extend({ action: z.string().max(60) });

/** Pilots: what they try, how it goes, and what has to be done (docs/method.md steps 3 and 7). */
export function pilots(tools: PilotTools): Feature {
  const everybody = remembered(tools.everybody, REMEMBERED_MS, tools.learning.now);
  const { show, current, which } = showing({ ...tools, everybody });
  const set = setup({ ...tools, everybody, show });
  const stand = standup({ ...tools, everybody, which });
  const { learnings } = tools.learning;
  const way = course({
    ...tools,
    everybody,
    show,
    which,
    learn: (pilot, text, board) => learnings.addLearning(pilot, text, 'retro', {}, board),
    learned: async (pilot) => {
      const own = (await learnings.all()).filter((learning) => learning.pilot === pilot);
      return { kept: own.length, shared: own.filter(({ state }) => state === 'shared').length };
    },
  });
  const learned = learning({
    ...tools.learning,
    pilots: tools.pilots,
    audit: tools.audit,
    everybody,
    which,
  });

  return {
    name: 'pilots',
    title: 'Pilots en stand-ups',
    phrases: [
      {
        say: 'pilot',
        also: [
          'mijn pilot',
          'pilots',
          'hoe gaat de pilot',
          'pilot wijzigen',
          'open acties',
          'acties',
          'mijn acties',
          'meting',
          'meting toevoegen',
          'ronde',
          'nieuwe ronde',
          ...kindNames.flatMap((kind) => [kind, `mijn ${kind}`]),
        ],
        title: 'Bekijk hoe de pilot ervoor staat',
        run: current,
      },
      {
        say: 'nieuwe pilot',
        also: [
          'start pilot',
          'start een pilot',
          'begin pilot',
          'begin een pilot',
          'pilot beginnen',
          'pilot starten',
        ],
        title: 'Begin een pilot, het liefst in het kanaal van het pilotteam',
        for: ['projectleider', 'manager'],
        takesRest: true,
        run: (turn, rest) => set.begin(turn, rest),
      },
      ...kindNames.map((kind) => ({
        say: `nieuwe ${kind}`,
        also: [`start ${kind}`, `begin ${kind}`, `${kind} beginnen`],
        title: 'Begin een pilot van deze soort',
        unlisted: true,
        takesRest: true,
        run: (turn: Turn, rest: string) => set.begin(turn, rest, kind),
      })),
      ...stand.phrases,
      ...way.phrases,
      ...learned.phrases,
    ],
    files: learned.files,
    searches: learned.searches,
    actions: {
      ...stand.actions,
      ...way.actions,
      ...learned.actions,
      'pilot.show': action(ofPilot, (turn, { pilot }) => show(turn, pilot)),
      'pilot.create': action(createSchema, set.create),
      'pilot.link': action(ofPilot, set.linkChannel),
      'pilot.edit-members': action(ofPilot, set.editMembers),
      'pilot.save-members': action(membersSchema, set.saveMembers),
      'pilot.edit-goals': action(ofPilot, set.editGoals),
      'pilot.save-goals': action(goalsSchema, set.saveGoals),
      'pilot.edit-frame': action(ofPilot, set.editFrame),
      'pilot.save-frame': action(frameSchema, set.saveFrame),
      'pilot.edit-standup': action(ofPilot, set.editStandup),
      'pilot.save-standup': action(standupSchema, set.saveStandup),
      'pilot.edit-measure': action(ofPilot, set.editMeasure),
      'pilot.save-measure': action(measureSchema, set.saveMeasure),
      'pilot.done': action(ofAction, async (turn, { pilot, action: id }) => {
        if (!(await viewOf(tools.pilots, turn, pilot))) return notYours;
        const day = today(turn.now).toString();
        await tools.actions.change(pilot, id, (todo) => (todo.doneOn ? todo : { ...todo, doneOn: day }));
        await tools.posts.changed({ kind: 'card', pilot, of: day }, turn.now);
        return show(turn, pilot, 'Die actie is klaar.', [
          { verb: 'pilot.not-done', title: 'Toch niet klaar', data: { pilot, action: id } },
        ]);
      }),
      'pilot.not-done': action(ofAction, async (turn, { pilot, action: id }) => {
        if (!(await viewOf(tools.pilots, turn, pilot))) return notYours;
        await tools.actions.change(pilot, id, (todo) => ({ ...todo, doneOn: undefined }));
        await tools.posts.changed({ kind: 'card', pilot, of: today(turn.now).toString() }, turn.now);
        return show(turn, pilot, 'De actie staat weer open.');
      }),
    },
  };
}
