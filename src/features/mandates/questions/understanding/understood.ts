import type { QuestionKind } from './kinds.ts';
import type { Unclear } from './unclear.ts';

/** What was named nearly, with what it may be: names, or codes of areas. */
export interface Guess {
  what: 'person' | 'area';
  options: readonly string[];
}

/** A question as it was understood. Everything that was not said is undefined. */
export interface Understood {
  kind: QuestionKind;
  activity?: string;
  registration?: string;
  /** Codes: more than one when the name is shared by several places or two are one typo away. */
  areas: string[];
  /** Full names; more than one when only a shared part was typed. */
  people: string[];
  role?: string;
  /** ISO date; that of the question, or the day it is asked. */
  date: string;
  /** True when the question named the day itself. */
  dated: boolean;
  amount?: number;
  /** What looks like an amount but cannot be read as one. */
  unreadableAmount?: string;
  /** The question is about the asker ("mag ik", "mijn mandaten"). */
  self: boolean;
  /** Who is away in "mag … als Eefje er niet is". */
  absent?: string;
  /** Whoever asks is away: "wat mag Bert als ik er niet ben". */
  absentSelf?: boolean;
  /** Who may be away in "mag ik dat als hij er niet is"; nobody when it is not known who was named before. */
  absentAmong?: readonly string[];
  /** It is asked for whom the person stands in, and not who stands in for them. */
  standsIn?: boolean;
  /** It is asked who may beside others: those of them who were named, often nobody. */
  others?: readonly string[];
  /** What has no deputy is asked: "welke mandaten hebben geen vervanger". */
  lone?: boolean;
  /** The question is about somebody's own mutation. */
  own: boolean;
  /** What ends before the date is asked ("welke lopen af voor 1 januari"). */
  expiring: boolean;
  /** The term in Dutch when the question names no day for that; `date` is the first day after it. */
  term?: string;
  /** A place or person that was named but that the register does not know. */
  unknownArea?: string;
  unknownPerson?: string;
  /** Set when more than one registration was named. */
  registrations?: string[];
  /** Set when more than one activity was asked at once. */
  activities?: string[];
  /** Words that nothing in the register or in the language of these questions explains, as they were typed. */
  unused?: readonly string[];
  /** The same in sentences in which nothing is asked: "Ik belde al drie keer." */
  aside?: readonly string[];
  /** Mandates that were named by their number, or by an article on which they rest. */
  references?: readonly string[];
  /** True when the activity is only a part of what was asked: an order for measuring, of orders. */
  narrower?: boolean;
  /** True when what was not said of the activity makes it another thing: to refuse, where who grants was asked. */
  turned?: boolean;
  /** A street with a house number was named. */
  address?: boolean;
  /** Why the question cannot be answered as it stands. */
  unclear?: Unclear;
  /** What was not named as the register has it, so that it is asked first. */
  guessed?: readonly Guess[];
  /** A day that no calendar has. */
  impossibleDate?: string;
  /** Words for a day that only the asker can name ("over enkele weken"); empty when they are not known any more. */
  vagueDate?: string;
}
