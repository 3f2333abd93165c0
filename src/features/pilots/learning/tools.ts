import { z } from 'zod';
import { type Message, notice } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Audit } from '../../../people/audit.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Address, Person } from '../../../people/person.ts';
import type { Channel, Pilot } from '../pilot.ts';
import type { PilotStore } from '../store.ts';
import type { LearningStore } from './store.ts';

/** What learning points need of the rest of Kompas. */
export interface LearningTools {
  pilots: PilotStore;
  learnings: LearningStore;
  audit: Audit;
  everybody(): Promise<Person[]>;
  /** The person behind a directory id; undefined for who left or was never added. */
  person(directoryId: string): Promise<Person | undefined>;
  readSettings(): Promise<Settings>;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
  /** A URL that gives a file once, within 15 minutes. */
  link(file: string, directoryId: string): string;
  /** Writes to one person; what does not arrive is no error. */
  send(address: Address, message: Message): Promise<unknown>;
  /** Writes in a channel. Gives the id of the message, or undefined when it did not arrive. */
  post(channel: Channel, message: Message): Promise<string | undefined>;
  /** Puts a message in the place of an earlier one; what does not arrive is no error. */
  rewrite(channel: Channel, id: string, message: Message): Promise<unknown>;
  /** Runs `then` for the one pilot of this person that is meant, or asks which; `data` goes along with that answer. */
  which(turn: Turn, verb: string, then: (pilot: Pilot) => Promise<Message>, data?: object): Promise<Message>;
}

export const unknownLearning = notice(
  'Dit leerpunt ken ik niet, of het is niet van jouw pilot',
  'Er is niets veranderd. Typ leerpunten, dan zie je die van jouw pilots.',
);

/** A longer text than any field takes: it still gets an answer that says so. */
const text = z.string().max(100_000).default('');
export const ofLearning = z.object({ id: z.string().min(1).max(60) });
export const ofPilotForm = (...fields: readonly string[]) =>
  z.object({
    pilot: z.string().min(1).max(60),
    ...Object.fromEntries(fields.map((field) => [field, text])),
  });
export const agreeSchema = ofLearning.extend({ proposal: z.number().int() });
export const shareSchema = ofLearning.extend({
  title: text,
  why: text,
  result: text,
  process: text,
  role: text,
  named: text,
});
export const refuseSchema = ofLearning.extend({ reason: text });
export const pageSchema = z.object({ query: text, skip: z.number().int().min(0).max(100_000).default(0) });

/** A search is cut here: nobody looks for more words. */
export const LONGEST_QUERY = 200;

/** At most so many names are mentioned at once. Whoever takes them out hears of the next ones. */
const MOST_NAMES = 5;

/** "Haal de naam Gijs weg", for each name that was found. */
export const nameProblems = (names: readonly string[]) =>
  [...new Set(names)]
    .slice(0, MOST_NAMES)
    .map((name) => `Haal de naam ${name} weg: een leerpunt gaat over het werk.`);
