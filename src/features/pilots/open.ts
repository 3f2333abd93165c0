import type { Services } from '../module.ts';
import { type ActionStore, actionStore } from './actions/store.ts';
import { type QuizStore, quizStore } from './check/store.ts';
import { closedFor, closedPilots } from './closing/closed.ts';
import { type EvaluationStore, evaluationStore } from './closing/store.ts';
import type { IsInPilot, ReadClosedFor, ReadClosedPilots, SharedLearnings } from './contract.ts';
import { sharedLearnings } from './learning/shared.ts';
import { type LearningStore, learningStore } from './learning/store.ts';
import { type PilotStore, pilotStore } from './pilot/store.ts';
import { takingPart } from './pilot/taking-part.ts';
import { type PostStore, postStore } from './posts/store.ts';
import { type RetroStore, retroStore } from './retro/store.ts';
import { type TriedRolesStore, triedRolesStore } from './roles/store.ts';
import { type StandupStore, standupStore } from './standup/store.ts';

/** What pilots keep. */
export interface PilotStores {
  pilots: PilotStore;
  actions: ActionStore;
  standups: StandupStore;
  retros: RetroStore;
  evaluations: EvaluationStore;
  quizzes: QuizStore;
  posts: PostStore;
  learnings: LearningStore;
  triedRoles: TriedRolesStore;
}

/** What pilots keep, and what other features may be given of them. */
export interface PilotsOpened extends PilotStores {
  isInPilot: IsInPilot;
  sharedLearnings: SharedLearnings;
  closedPilots: ReadClosedPilots;
  closedFor: ReadClosedFor;
}

/** Opens the pilots of one tenant. */
export function openStores({
  storage,
  tenant,
  pseudonymise,
  settings,
  now,
  administrators,
}: Services): PilotsOpened {
  const pilots = pilotStore(storage, tenant);
  const learnings = learningStore(storage, tenant, now);
  const closed = closedPilots(pilots, learnings);
  return {
    pilots,
    isInPilot: takingPart(pilots),
    sharedLearnings: sharedLearnings(learnings, settings),
    closedPilots: closed,
    closedFor: closedFor(closed, pilots, administrators),
    actions: actionStore(storage, tenant),
    standups: standupStore(storage, tenant),
    retros: retroStore(storage, tenant, pseudonymise),
    evaluations: evaluationStore(storage, tenant, pseudonymise),
    quizzes: quizStore(storage, tenant),
    posts: postStore(storage, tenant),
    learnings,
    triedRoles: triedRolesStore(storage, tenant),
  };
}
