import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Person } from '../../people/person.ts';
import type { Services, Tools } from '../module.ts';
import { type ActionStore, actionStore } from './actions/store.ts';
import { type QuizStore, quizStore } from './check/store.ts';
import { type EvaluationStore, evaluationStore } from './closing/store.ts';
import { type LearningStore, learningStore } from './learning/store.ts';
import type { Pilot } from './pilot.ts';
import { type PostStore, postStore } from './posts/store.ts';
import { type RetroStore, retroStore } from './retro/store.ts';
import { type StandupStore, standupStore } from './standup/store.ts';
import { type PilotStore, pilotStore } from './store.ts';

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
}

/** What the parts of this feature work with. */
export interface PilotTools extends PilotStores, Omit<Tools, 'features'> {
  /** Everybody, for their names; may be some seconds old. */
  everybody(): Promise<Person[]>;
  /** The pilot as it stands, for the answer to a change. */
  show(turn: Turn, id: string, note?: string): Promise<Message>;
  /** Runs `then` for the one pilot of this person that is meant, or asks which; `data` goes along with that answer. */
  which(turn: Turn, verb: string, then: (pilot: Pilot) => Promise<Message>, data?: object): Promise<Message>;
}

/** Opens the pilots of one tenant. */
export function openStores({ storage, tenant, pseudonymise, now }: Services): PilotStores {
  return {
    pilots: pilotStore(storage, tenant),
    actions: actionStore(storage, tenant),
    standups: standupStore(storage, tenant),
    retros: retroStore(storage, tenant, pseudonymise),
    evaluations: evaluationStore(storage, tenant, pseudonymise),
    quizzes: quizStore(storage, tenant),
    posts: postStore(storage, tenant),
    learnings: learningStore(storage, tenant, now),
  };
}
