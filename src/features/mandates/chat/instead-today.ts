import type { Understood } from '../questions/understanding/understood.ts';
import type { Alternative } from './alternatives.ts';
import { type AnswerContext, peopleOf } from './contacts.ts';
import { awayNote } from './entry-block.ts';
import type { EntryFact } from './entry-lines.ts';

/** Of more than this nobody reads who is away. */
const MOST_AWAY = 3;

/** Of those who may instead: who of them is away today, with whoever replaces them. */
export function insteadToday(
  beside: readonly Alternative[],
  asked: Understood,
  around: AnswerContext,
): { notes: EntryFact[]; names: string[] } {
  const entries = beside.flatMap((one) => one.entries ?? []);
  const away = entries.filter((entry) => awayNote(entry, asked, around) !== '');
  const notes = [...new Set(away.map((entry) => awayNote(entry, asked, around)))];
  return {
    notes: notes.length > 0 ? [{ label: 'Let op', value: notes.slice(0, MOST_AWAY).join(' ') }] : [],
    names: away.flatMap((entry) => peopleOf(entry, asked, around).standIns.slice(0, 1)),
  };
}
