import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { choosingFields } from '../../../conversation/choosing.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { ofPilot } from '../pilot/typed.ts';
import { NOBODY } from './forms.ts';
import { type Column, columns, LONGEST_POINT, MOST_AGREED, type RetroAgreements } from './rules.ts';

const ofBoard = ofPilot.extend({ board: z.string().min(1).max(60) });
const typed = z.string().max(20_000).default('');
const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, typed]));
const points = texts(Object.keys(columns).flatMap(choosingFields));
const numbered = (name: string) => Array.from({ length: MOST_AGREED }, (_, n) => `${name}${n + 1}`);
export const schemas = {
  board: ofBoard,
  all: ofBoard.extend({ page: z.number().int().min(0).max(1_000).default(0) }),
  add: ofBoard.extend({
    column: z.enum(Object.keys(columns) as [Column]).default('good'),
    text: typed,
    named: z.enum(['true', 'false']).default('false'),
  }),
  vote: ofBoard.extend(points),
  group: ofBoard.extend({ name: typed, ...points }),
  agree: ofBoard.extend(
    texts([...['learning', 'action', 'due'].flatMap(numbered), ...numbered('owner').flatMap(choosingFields)]),
  ),
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
