import type { Temporal } from 'temporal-polyfill';
import { plainText, type Word, wordsOf } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { absenceIn } from './absence.ts';
import { meantIn } from './meant.ts';

/** A question made ready to be read, with what it is read against. */
export interface QuestionText {
  /** As it was typed; what is not asked is blanked. */
  text: string;
  /** The text in lower case and without diacritics. */
  plain: string;
  words: readonly Word[];
  /** The words in lower case and without diacritics. */
  plains: readonly string[];
  /** Who is away in "mag … als Eefje er niet is"; that clause is blanked. */
  absent?: string;
  /** Whoever asks is: "als ik er niet ben"; blanked too. */
  absentSelf?: boolean;
  lookup: Lookup;
  today: Temporal.PlainDate;
}

/** Longer than anybody's question: the rest is not looked at. */
export const LONGEST_QUESTION = 600;

/** Makes a question ready to be read against a register, seen from `today`. */
export function questionText(question: string, lookup: Lookup, today: Temporal.PlainDate): QuestionText {
  const whole = meantIn(question.slice(0, LONGEST_QUESTION));
  const absence = absenceIn(whole, lookup);
  const text = absence?.text ?? whole;
  const words = wordsOf(text);
  return {
    text,
    plain: plainText(text),
    words,
    plains: words.map(({ plain }) => plain),
    absent: absence && 'person' in absence ? absence.person : undefined,
    absentSelf: absence !== undefined && 'self' in absence,
    lookup,
    today,
  };
}
