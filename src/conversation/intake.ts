import type { Kind } from './cards/head.ts';
import type { NoticeAction } from './message.ts';
import type { Needs } from './needs.ts';
import type { Turn } from './turn.ts';

/** What somebody sends as a file, by the list that is in it. */
export type IntakeKind = 'people' | 'register' | 'areas' | 'functions' | 'tips' | 'tasks' | 'profiles';

/** A file as it came in. The name is user text, and tells only what the file claims to be. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** The first rows of a file, sheet by sheet: enough to see what list it is. A CSV file is one sheet without a name. */
export interface FileShape {
  tables: readonly { sheet?: string; rows: readonly (readonly string[])[] }[];
}

/** What is wrong in which line of a file, in Dutch. Line 0 is the file as a whole. */
export interface FileProblem {
  line: number;
  reason: string;
}

/** Something about a file that whoever sent it can settle on the card, such as what a column is. */
export interface IntakeQuestion {
  /** Under which the answer is kept; the same question of another file has the same id. */
  id: string;
  /** May hold words of the file. */
  label: string;
  hint?: string;
  kind: 'text' | 'date' | 'one';
  choices?: readonly { title: string; value: string }[];
  /** The answer that holds now: given, remembered, or what is done without one. */
  value?: string;
}

/** What was answered, by the id of the question. */
export type IntakeAnswers = Readonly<Record<string, string>>;

/** What a file would do, for people to look at. Lines may hold words of the file and names; `summary` holds neither. */
export interface IntakePlan {
  /** What was read, such as "120 mensen". */
  read: string;
  /** How many are new, changed, gone and the same. */
  counts: readonly { title: string; value: string }[];
  /** What was made of the file that may be meant otherwise, a sentence each, with the line where there is one. */
  doubts: readonly string[];
  /** What would change and what would go, under headings of our own. */
  changes: readonly { title: string; lines: readonly string[] }[];
  /** With any of these nothing can be applied. */
  problems: readonly FileProblem[];
  questions: readonly IntakeQuestion[];
  isUnchanged: boolean;
  /** For the log: how many, and no names. */
  summary: string;
  /** Tells apart all states of what the file would be applied to in which it would do something else. */
  state: string;
}

/** What became of applying. `changed`: somebody was first, and nothing was done. `next` is where who applied it goes on. */
export type Applied = 'changed' | { lines: readonly string[]; next?: NoticeAction };

/** A plan that can be carried out, on the state that it was made from. */
export interface PlannedIntake extends IntakePlan {
  /** `by` is the directory id of who agreed, for the log. May be repeated: a second time finishes what broke off. */
  apply(by: string): Promise<Applied>;
}

/** Where a change needs a second person before it is carried out. */
export interface SecondPerson {
  /** Whether this change does, as things stand now. */
  isNeeded(plan: IntakePlan): Promise<boolean>;
  /** Whether somebody is one of those who may agree to files of others. */
  isOne(turn: Turn): Promise<boolean>;
  /** The directory ids of who may agree, but for whoever sent the file. */
  others(except: string): Promise<readonly string[]>;
}

/**
 * A kind of list that people send as a file in their own chat. Reading changes nothing; applying is agreed to on a card, for exactly
 * what was shown. Whoever adds a kind declares it in `intakes` of the feature: the rest goes by itself.
 */
export interface Intake {
  kind: IntakeKind;
  /** What it is, such as "een mensenbestand". */
  what: string;
  head: Kind;
  /** Who may send it, in their own chat alone. */
  needs: Needs & { where: 'own chat' };
  /** How sure it is, by its headings and the names of its sheets: 0 for surely not, 1 for surely so. */
  looksLike(shape: FileShape): number;
  /** Reads a file and tells what it would do. `by` is the directory id of who sent it. */
  plan(file: SentFile, answers: IntakeAnswers, by: string): Promise<PlannedIntake>;
  second?: SecondPerson;
  /** Where who sent it goes on once it was carried out. */
  next?: NoticeAction;
  /** Where who sent it goes on from a card on which there is nothing more to do; without it to `next`. */
  onward?(): Promise<NoticeAction>;
  /** Shows what such a list looks like. */
  example?: NoticeAction;
  /** True while Kompas waits for this list: what may be one then, is taken for it. */
  isAwaited?(): Promise<boolean>;
  /** How the log says that who sent it saw what it would do, where that shows people; without it nothing is written. */
  showsPeople?: string;
  /** Once, when somebody sent a list in which everything stands as it does in Kompas. */
  sentAgain?(): Promise<void>;
}

/** A file that stands in the list of `exporteer`: the name of a `FileOffer`, with what it is about behind a colon. */
export interface Export {
  title: string;
  file: string;
  needs: Needs;
}
