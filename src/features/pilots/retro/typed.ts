import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field, fieldsOf } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { ofPilot } from '../pilot/typed.ts';
import { NOBODY } from './forms.ts';
import { LONGEST_POINT, MOST_AGREED, type RetroAgreements } from './rules.ts';

const ofBoard = ofPilot.extend({ board: z.string().min(1).max(60) });
const numbered = (name: string) => Array.from({ length: MOST_AGREED }, (_, n) => `${name}${n + 1}`);
/** Points that were ticked, by column. */
const ticked = choosingSchema('many', 'good', 'better', 'question');
export const schemas = {
  board: ofBoard,
  all: ofBoard.extend({ page: carried(z.number().int().min(0).max(1_000), 0) }),
  add: ofBoard.extend({
    column: field.choice,
    text: field.long,
    named: field.toggle('true', 'false'),
  }),
  vote: ofBoard.extend(ticked),
  group: ofBoard.extend({ name: field.text, ...ticked }),
  agree: ofBoard.extend({
    ...fieldsOf(field.text, [...numbered('learning'), ...numbered('action')]),
    ...choosingSchema('one', ...numbered('owner')),
    ...fieldsOf(field.date, numbered('due')),
  }),
};
export type OfBoard = z.infer<typeof ofBoard>;

/** What a team agreed by the form that closes a board, with what is wrong with it. `members`: directory ids. */
export function agreedIn(
  sent: FormValues,
  members: ReadonlySet<string>,
  day: string,
): { agreed: RetroAgreements; problems: string[] } {
  const at = (name: string) => (sent[name] ?? '').trim();
  const numbers = Array.from({ length: MOST_AGREED }, (_, n) => n + 1);
  const texts = numbers.flatMap(
    (n) =>
      [
        [`learning${n}`, `Leerpunt ${n}`, LONGEST_POINT],
        [`action${n}`, `Actie ${n}`, LONGEST_POINT],
      ] as const,
  );
  const unclear = numbers.flatMap((n) => {
    const [text, owner, due] = [at(`action${n}`), at(`owner${n}`), at(`due${n}`)];
    return [
      ...(due !== '' && !isDate(due) ? [`Actie ${n}: de datum klopt niet.`] : []),
      ...(isDate(due) && due < day ? [`Actie ${n}: kies een dag vanaf vandaag.`] : []),
      ...(text === '' && (!['', NOBODY].includes(owner) || due !== '')
        ? [`Actie ${n}: schrijf op wat er gebeurt.`]
        : []),
    ];
  });
  const problems = [...unclear, ...lengthProblems(sent, texts)];
  const agreed: RetroAgreements = {
    learnings: numbers.flatMap((n) => at(`learning${n}`) || []),
    actions: numbers.flatMap((n) => {
      const text = at(`action${n}`);
      const owner = members.has(at(`owner${n}`)) ? at(`owner${n}`) : undefined;
      return text === '' ? [] : [{ text, owner, due: at(`due${n}`) || undefined }];
    }),
  };
  return { agreed, problems };
}
