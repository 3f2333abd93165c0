import type { Temporal } from 'temporal-polyfill';
import type { Message } from './conversation/message.ts';
import type { Posted, SendOutcome } from './conversation/send-outcome.ts';
import type { Core } from './core.ts';
import * as checkin from './features/checkin/index.ts';
import { tellOfEndings } from './features/mandates/index.ts';
import { releaseClosedPilots, renewPosts, standups } from './features/pilots/index.ts';
import { giveFeedback, makeSnapshots, tellOfReplies, tellOfSignals } from './features/team/index.ts';
import { checkAgreements } from './features/tips/index.ts';
import type { Address, Person } from './people/person.ts';

/** The ways in which jobs reach people. All of them leave room for people who are talking to the bot now. */
export interface JobTools {
  send(address: Address, message: Message): Promise<SendOutcome>;
  post(address: Address, message: Message): Promise<Posted>;
  rewrite(address: Address, id: string, message: Message): Promise<SendOutcome>;
  markBlocked(person: Person): Promise<unknown>;
}

/** What features do by the clock, each harmless when repeated: the second half of the composition in `kompas.ts`. */
export function clockJobs(
  core: Core,
  { send, post, rewrite, markBlocked }: JobTools,
): ((moment: Temporal.Instant) => Promise<void>)[] {
  const { people, readSettings, store } = core;
  const everybody = () => people.everybody();
  const onceAt =
    (moment: Temporal.Instant) =>
    (name: { what: string; about: string; period: string }, work: () => Promise<void>) =>
      store.once(name, moment, work);
  return [
    (moment) =>
      releaseClosedPilots(
        {
          pilots: core.pilots,
          evaluations: core.evaluations,
          retros: core.retros,
          posts: core.pilotPosts,
          once: onceAt(moment),
        },
        moment,
      ),
    (moment) =>
      tellOfEndings(
        {
          store: core.register,
          readSettings,
          everybody,
          send,
          once: onceAt(moment),
        },
        moment,
      ),
    (moment) =>
      checkAgreements(
        {
          dialogues: core.dialogues,
          readSettings,
          send,
          once: onceAt(moment),
        },
        moment,
      ),
    (moment) =>
      standups(
        {
          pilots: core.pilots,
          actions: core.pilotActions,
          standups: core.standups,
          readSettings,
          everybody,
          posts: core.pilotPosts,
          post,
          send,
          markBlocked,
          once: onceAt(moment),
        },
        moment,
      ),
    (moment) =>
      tellOfSignals(
        {
          groups: core.groups,
          naming: core.naming,
          audit: core.audit,
          readSettings,
          everybody,
          send,
          once: onceAt(moment),
        },
        moment,
      ),
    (moment) =>
      giveFeedback(
        {
          groups: core.groups,
          readSettings,
          send,
          once: onceAt(moment),
        },
        moment,
      ),
    (moment) =>
      makeSnapshots(
        {
          groups: core.groups,
          pseudonymise: core.pseudonymise,
          readSettings,
          answers: (of, period) => checkin.scored(core.answers, of, period),
          everybody,
          once: onceAt(moment),
        },
        moment,
      ),
    (moment) =>
      tellOfReplies(
        {
          replies: core.replies,
          readSettings,
          everybody,
          store,
          pseudonymise: core.pseudonymise,
          send,
          markBlocked,
          once: onceAt(moment),
        },
        moment,
      ),
    (moment) =>
      renewPosts(
        {
          pilots: core.pilots,
          actions: core.pilotActions,
          posts: core.pilotPosts,
          standups: core.standups,
          retros: core.retros,
          everybody,
          rewrite,
        },
        moment,
      ),
    (moment) =>
      checkin.closeWindows(
        {
          store: core.answers,
          people,
          pseudonymise: core.pseudonymise,
          readSettings,
          once: onceAt(moment),
        },
        moment,
      ),
  ];
}
