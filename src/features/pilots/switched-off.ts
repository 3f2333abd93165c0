import { withTyped } from '../../conversation/cards/notice.ts';
import type { Action, Phrase } from '../../conversation/offer.ts';
import { typedIn } from '../../conversation/typed-in.ts';
import type { Job } from '../../delivery/jobs.ts';
import type { FeatureOffer } from '../module.ts';
import { isOff, pilotsAreOff } from './pilot/off.ts';
import { teamIn } from './pilot/place.ts';

/** What makes something new: a pilot, a text, a message to others. */
const phrasesThatBegin: ReadonlySet<string> = new Set(['nieuwe pilot', 'stand-up', 'demo', 'toets']);
const actionsThatBegin: ReadonlySet<string> = new Set([
  'pilot.begin',
  'pilot.create',
  'pilot.save-demo',
  'pilot.demo',
  'pilot.next-round',
  'pilot.ask-evaluation',
  'pilot.save-kickoff',
  'pilot.reopen',
  'pilot.longer',
  'pilot.evaluate',
  'pilot.save-evaluation',
  'pilot.save-my-roles',
  'pilot.save-roles-of',
  'standup.show',
  'standup.open',
  'standup.save',
  'standup.save-action',
  'action.save-give',
  'retro.prepare',
  'retro.start',
  'retro.add',
  'retro.change',
  'retro.vote',
  'quiz.form',
  'quiz.save',
  'learning.propose',
]);
/** Jobs of the clock that send something. */
const jobsThatSend: ReadonlySet<string> = new Set(['standups', 'actions', 'pilot-news', 'pilot-course']);
/** And those that clear up, that bring a message that is there up to date, or that are about no pilot: they go on. */
const jobsThatGoOn: ReadonlySet<string> = new Set([
  'pilots-closed',
  'pilot-posts',
  'team-actions',
  'learning-contacts',
]);

/** A retro of a team is no pilot: it goes on. */
const isOfTeam = (data: unknown): boolean => {
  const { pilot } = data as { pilot?: unknown };
  return typeof pilot === 'string' && teamIn(pilot) !== undefined;
};

const phraseUnlessOff = (phrase: Phrase): Phrase => ({
  ...phrase,
  run: async (turn, rest) => ((await isOff(turn)) ? pilotsAreOff : phrase.run(turn, rest)),
});

const actionUnlessOff = <T>(action: Action<T>): Action<T> => ({
  ...action,
  // What somebody typed goes back to them: they lose nothing.
  run: async (turn, data) =>
    !isOfTeam(data) && (await isOff(turn))
      ? withTyped(pilotsAreOff, typedIn(data, action.schema))
      : action.run(turn, data),
});

const jobUnlessOff = (job: Job): Job => ({
  ...job,
  run: async (context) => {
    if (!(await context.settings()).municipality.pilotsOff) await job.run(context);
  },
});

/**
 * The same offer, where an administrator can switch pilots off (`instellingen pilots uit`): then nobody begins one, and those
 * that run send nothing new. What there is can be read, closed and erased as before. Throws when something named here
 * is not offered, and of a job that is not named: a new one must not slip past the switch.
 */
export function unlessSwitchedOff(offer: FeatureOffer): FeatureOffer {
  const offered = new Set([
    ...offer.phrases.map(({ say }) => say),
    ...Object.keys(offer.actions),
    ...(offer.jobs ?? []).map(({ name }) => name),
  ]);
  for (const name of [...phrasesThatBegin, ...actionsThatBegin, ...jobsThatSend])
    if (!offered.has(name)) throw new Error(`pilots offer no ${name}`);
  for (const { name } of offer.jobs ?? [])
    if (!jobsThatSend.has(name) && !jobsThatGoOn.has(name))
      throw new Error(`does the job ${name} send something? Say so in switched-off.ts`);
  return {
    ...offer,
    phrases: offer.phrases.map((phrase) =>
      phrasesThatBegin.has(phrase.say) || phrase.say.startsWith('nieuwe ') ? phraseUnlessOff(phrase) : phrase,
    ),
    actions: Object.fromEntries(
      Object.entries(offer.actions).map(([verb, action]) => [
        verb,
        actionsThatBegin.has(verb) ? actionUnlessOff(action) : action,
      ]),
    ),
    jobs: offer.jobs?.map((job) => (jobsThatSend.has(job.name) ? jobUnlessOff(job) : job)),
  };
}
