import type { ZodType } from 'zod';
import type { Address } from '../people/person.ts';
import type { Attached, SlowAnswer } from './attached.ts';
import type { Export, Intake, SentFile } from './intake.ts';
import type { Message } from './message.ts';
import type { Needs } from './needs.ts';
import type { Turn } from './turn.ts';
import type { Waiting } from './waiting.ts';

export interface Handling {
  /** Who may ask for it and where. The dispatcher checks that before the handler runs. */
  needs: Needs;
  /** The handler reads the team of who asks: then who that is, is looked up among its members, which costs nothing more. */
  readsTeam?: boolean;
  /**
   * True where a turn may leave no trace beside a person: storage refuses a write to a row that names people
   * (`namesPeople` of its table), and the log names nobody (trust:no-trace).
   */
  traceless?: boolean;
}

/**
 * Something people type. The answer to typed text is a stored message: it holds nothing a person answered. What is typed in a
 * group or channel is answered there, unless it needs the own chat: then the answer goes to that.
 */
export interface Phrase extends Handling {
  /** The wording in the help and the command list. */
  say: string;
  /** What it is for, in a few Dutch words. */
  title: string;
  /** Other wordings for the same. */
  also?: readonly string[];
  /**
   * A wish for it in a sentence of one's own, of which nobody else had an answer: compared with the text in the form of
   * `normalise`. Not for what stops or erases something.
   */
  wished?: RegExp;
  /** The phrase is followed by more, such as a date; `run` gets that rest as typed. */
  takesRest?: boolean;
  /** Understood, but not in the help: what people say rather than ask for. */
  unlisted?: boolean;
  /** Among the first in the help of who may ask it, the lowest number on top: what most come back for. */
  first?: number;
  /** Offered, the lowest number first, to somebody of whose words nothing was understood: harmless, or a person to talk to. */
  whenLost?: number;
  /** A tap on it stops or erases something: suggested only to somebody who nearly typed it. */
  careful?: boolean;
  run(turn: Turn, rest: string): Promise<Message>;
}

/** A card action (`Action.Execute`). Its answer travels in the response and is not stored. */
export interface Action<T> extends Handling {
  /** The payload is parsed by this before the handler sees it. */
  schema: ZodType<T>;
  run(turn: Turn, data: T): Promise<Message>;
}

/**
 * A file that somebody may fetch by a signed link; the right is checked again when it is fetched. A link to `name:about`
 * asks for the file `name` about one of several things, such as one team.
 */
export interface FileOffer {
  title: string;
  /** Who may fetch it. It is fetched by a link, so there is no place to check. */
  needs: Omit<Needs, 'where'>;
  allowed(directoryId: string, about?: string): Promise<boolean>;
  /** The body as text, sent as UTF-8, or as bytes, sent as they are. */
  make(
    directoryId: string,
    about?: string,
  ): Promise<{ name: string; type: string; body: string | Uint8Array }>;
}

/** One thing that a search from Teams' message box found: a line to choose from, and the card that is put in the message. */
export interface SearchResult {
  title: string;
  /** Plain words under the title. */
  hint: string;
  message: Message;
}

/** A search from Teams' message box. What it finds may be put in any conversation. */
export interface Search {
  needs: Needs;
  run(turn: Turn): Promise<SearchResult[]>;
  /** What somebody reads who finds nothing, or typed nothing yet: what to type, with an example. */
  nothing: string;
}

/**
 * Free text that is no phrase. Those that listen `first` are asked before all others, `last` when nobody else had an
 * answer; `answer` gives undefined when the text is not for this feature. Those `over phrases` are asked of a text that begins with
 * a phrase and goes on: what somebody typed behind it may matter more. Those of `greetings` are asked when somebody greets Kompas or
 * installs it, and when words of somebody unknown were not understood.
 */
export interface Hearing extends Handling {
  order: 'over phrases' | 'greetings' | 'first' | 'middle' | 'last';
  answer(turn: Turn): Promise<Message | undefined>;
}

/** What takes the files that people send along with a message. */
export interface Receiving extends Handling {
  /** `turn.text` is what was typed with them, which is answered apart. */
  receive(turn: Turn, attached: readonly Attached[]): Promise<Message | SlowAnswer>;
  /** True for words that only say what the file is. */
  isAboutFile(text: string): boolean;
  /** Whether somebody may use the upload page, by their directory id and row of this moment. `about`: the kind of list it was asked for. */
  mayUpload(directoryId: string, about: string | undefined): Promise<boolean>;
  /** A file from the upload page, of who may use it. The outcome goes to the chat in which they asked for the page. */
  uploaded(
    directoryId: string,
    file: SentFile,
    about: string | undefined,
  ): Promise<{ chat: Address | undefined; work(): Promise<Message> }>;
}

/** What a feature offers to people. */
export interface Offer {
  phrases: readonly Phrase[];
  /** Free text that `hears` answers, for the help: what people type is no fixed phrase. */
  examples?: readonly Pick<Phrase, 'say' | 'title' | 'first'>[];
  /** Which of its phrases the help shows to this person now; without it all that they may ask. */
  fitting?(turn: Turn, phrases: readonly Phrase[]): Promise<readonly Phrase[]>;
  // biome-ignore lint/suspicious/noExplicitAny: each action has its own payload type; `action()` below checks it.
  actions: Readonly<Record<string, Action<any>>>;
  files?: Readonly<Record<string, FileOffer>>;
  hears?: readonly Hearing[];
  /** The lists that it reads of files that people send. */
  intakes?: readonly Intake[];
  /** Its files that stand in the list of `exporteer`. */
  exports?: readonly Export[];
  /** Takes what comes with a message; one feature does. */
  receives?: Receiving;
  /** Teams: a search command of a message extension, by the id that the manifest gives it. */
  searches?: Readonly<Record<string, Search>>;
  /**
   * What waits for who is here, for `van mij`: asked only of somebody who works here, in their own chat. Nothing that hangs on
   * what somebody answered (trust:no-trace). One range or point read a kind of thing, and one more for each place it is in.
   */
  waiting?(turn: Turn): Promise<readonly Waiting[]>;
}

/** An offer with the name it is known by; the dispatcher knows features only by this. */
export interface Feature extends Offer {
  name: string;
  /** The heading of its phrases in the help; without one they come last. */
  title?: string;
}

/** Ties a handler's payload type to its schema, and says who may ask for it and where. */
export function action<T>(schema: ZodType<T>, run: Action<T>['run'], handling: Handling): Action<T> {
  return { schema, run, ...handling };
}
