import type { RegisterEntry } from '../../register/register.ts';

export type AnswerKind = 'found' | 'yes' | 'no' | 'not-recorded' | 'ambiguous' | 'not-understood';

/**
 * What to choose from when the question has more than one reading: registrations, activities, codes of areas, or
 * names.
 */
export interface AnswerChoices {
  what: 'registration' | 'activity' | 'area' | 'person';
  options: string[];
}

/** What somebody may check, but for what they processed themselves. */
export interface OwnWork {
  /** The person who was asked about. */
  person: string;
  /** Who checks what that person processed; nobody when nobody else is recorded. */
  others: readonly string[];
  /** True when these do so as deputies only. */
  asDeputy: boolean;
}

/** The answer to a question, with what it rests on. */
export interface RegisterAnswer {
  outcome: AnswerKind;
  /** Names, organisations, ids or whole euros, as the kind of question asks for; sorted, each once. */
  answers: string[];
  /** Why, in Dutch. */
  reason: string;
  /** The entries that the answer rests on. */
  entries: readonly RegisterEntry[];
  /** Entries in wider areas that hold as well. They are said, but are not the answer to "wie". */
  broader: readonly RegisterEntry[];
  /** Registrations for which nothing is recorded while others have an answer. */
  missing?: readonly string[];
  choices?: AnswerChoices;
  /** Limits a yes about checking: not what the person processed. */
  ownWork?: OwnWork;
}

/** Each once, in the order of the Dutch alphabet. */
export const alphabetical = (items: readonly string[]) =>
  [...new Set(items)].sort((a, b) => a.localeCompare(b, 'nl'));

/** An answer of this kind; what is not given in `parts` is empty. */
export function answer(
  outcome: AnswerKind,
  reason: string,
  parts: Partial<RegisterAnswer> = {},
): RegisterAnswer {
  return { outcome, reason, answers: [], entries: [], broader: [], ...parts };
}

export const notRecorded = (reason: string) => answer('not-recorded', reason);
export const ambiguous = (reason: string, choices?: AnswerChoices) =>
  answer('ambiguous', reason, { choices });

/** Found when there is anything to name, and otherwise "niet vastgelegd": Kompas never fills in who might do it. */
export function found(
  answers: readonly string[],
  entries: readonly RegisterEntry[],
  reason: string,
  broader: readonly RegisterEntry[] = [],
): RegisterAnswer {
  return answers.length > 0
    ? answer('found', reason, { answers: alphabetical(answers), entries, broader })
    : answer('not-recorded', entries.length > 0 ? reason : 'Het register noemt hiervoor niemand.', {
        entries,
        broader,
      });
}
