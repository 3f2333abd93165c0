import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field, fieldsOf, perhaps } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { NOBODY } from './forms.ts';
import {
  type Column,
  columns,
  LONGEST_POINT,
  MOST_AGREED,
  MOST_TALKED,
  type RetroAgreements,
  type RetroNote,
} from './rules.ts';

/** The id of a pilot, or of a team as `teamPlace` gives it: buttons of boards of before call it `pilot`. */
const ofPlace = z.object({ pilot: z.string().min(1).max(120) });
/** What somebody holds of points that are theirs goes along wherever a tap leads, so that it is not lost on the way back. */
const ofBoard = ofPlace.extend({ board: z.string().min(1).max(60), held: perhaps(z.string().max(1_000)) });
const numbered = (name: string) => Array.from({ length: MOST_AGREED }, (_, n) => `${name}${n + 1}`);
/** What somebody holds of points that are theirs. */
const held = carried(z.string().max(1_000), '');
const ofPoint = ofBoard.extend({ point: z.string().min(1).max(60), held });
const columnNames = Object.keys(columns) as Column[];
/** Points that were ticked, by column. */
const ticked = choosingSchema('many', ...columnNames);
export const schemas = {
  place: ofPlace,
  start: ofPlace.extend({ template: field.choice, form: field.choice }),
  board: ofBoard,
  own: ofBoard.extend({ held }),
  all: ofBoard.extend({ page: carried(z.number().int().min(0).max(1_000), 0) }),
  next: ofBoard.extend({ from: z.string().max(20) }),
  done: ofBoard.extend({ action: z.string().max(60) }),
  add: ofBoard.extend({
    column: field.choice,
    text: field.long,
    named: field.toggle('true', 'false'),
    held,
    /** Whether the writer said that a word in it is nobody's name. */
    sure: carried(z.boolean(), false),
  }),
  point: ofPoint,
  change: ofPoint.extend({ column: field.choice, text: field.long }),
  vote: ofBoard.extend({ ...choosingSchema('many', 'groups'), ...ticked }),
  group: ofBoard.extend({ name: field.text, ...ticked }),
  talk: ofBoard.extend({
    at: z.number().int().min(0).max(MOST_TALKED),
    learning: field.text,
    action: field.text,
    ...choosingSchema('one', 'owner'),
    due: field.date,
  }),
  agree: ofBoard.extend({
    ...fieldsOf(field.text, [...numbered('learning'), ...numbered('action')]),
    ...choosingSchema('one', ...numbered('owner')),
    ...fieldsOf(field.date, numbered('due')),
  }),
};
export type OfPlace = z.infer<typeof ofPlace>;
export type OfBoard = z.infer<typeof ofBoard>;

/** What is wrong with an action, in Dutch; `part` is how it is called, `day` an ISO date. */
function actionProblems(
  part: string,
  { text, owner, due }: { text: string; owner: string; due: string },
  day: string,
): string[] {
  return [
    ...(due !== '' && !isDate(due) ? [`${part}: de datum klopt niet.`] : []),
    ...(isDate(due) && due < day ? [`${part}: kies een dag vanaf vandaag.`] : []),
    ...(text === '' && (!['', NOBODY].includes(owner) || due !== '')
      ? [`${part}: schrijf op wat er gebeurt.`]
      : []),
  ];
}

/** What a team noted about a topic, with what is wrong with it. `members`: directory ids. */
export function noteIn(
  sent: FormValues,
  members: ReadonlySet<string>,
  day: string,
): { note: RetroNote; problems: string[] } {
  const at = (name: string) => (sent[name] ?? '').trim();
  const [learning, action, owner, due] = [at('learning'), at('action'), at('owner'), at('due')];
  return {
    note: { learning, action, due, owner: members.has(owner) ? owner : undefined },
    problems: [
      ...actionProblems('Actie', { text: action, owner, due }, day),
      ...lengthProblems(sent, [
        ['learning', 'Leerpunt', LONGEST_POINT],
        ['action', 'Actie', LONGEST_POINT],
      ]),
    ],
  };
}

/** What was noted, as it stands filled in where the team agrees. */
export const agreedFrom = (notes: readonly RetroNote[]): FormValues => {
  const learnings = notes.filter(({ learning }) => learning !== '');
  const actions = notes.filter(({ action }) => action !== '');
  return Object.fromEntries([
    ...learnings.map(({ learning }, n) => [`learning${n + 1}`, learning]),
    ...actions.flatMap(({ action, owner, due }, n) => [
      [`action${n + 1}`, action],
      [`owner${n + 1}`, owner ?? NOBODY],
      [`due${n + 1}`, due],
    ]),
  ]);
};

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
  const unclear = numbers.flatMap((n) =>
    actionProblems(`Actie ${n}`, { text: at(`action${n}`), owner: at(`owner${n}`), due: at(`due${n}`) }, day),
  );
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
