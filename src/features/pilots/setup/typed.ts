import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field, fieldsOf } from '../../../conversation/field.ts';
import { ofPilot } from '../pilot/typed.ts';

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n + 1}`);

/** What was typed to begin a pilot, on the button that opens the form. */
export const beginSchema = z.object({
  name: carried(z.string().max(200), ''),
  kind: carried(z.string().max(40), ''),
});
export const createSchema = z.object({
  name: field.text,
  kind: field.choice,
  ...choosingSchema('many', 'members'),
  from: field.date,
  until: field.date,
});
export const membersSchema = ofPilot.extend(choosingSchema('many', 'members'));
export const goalsSchema = ofPilot.extend({
  goals: field.long,
  ...fieldsOf(field.text, [...numbered('name', 5), ...numbered('unit', 5)]),
  ...fieldsOf(field.number, [...numbered('start', 5), ...numbered('target', 5)]),
});
export const frameSchema = ofPilot.extend({
  sure: carried(z.boolean(), false),
  areas: field.text,
  registrations: field.text,
  hours: field.number,
  support: field.long,
  tools: field.choice,
});
export const standupSchema = ofPilot.extend({
  days: field.choices,
  from: field.time,
  until: field.time,
  ...fieldsOf(field.text, numbered('question', 3)),
});
export const periodSchema = ofPilot.extend({
  name: field.text,
  kind: field.choice,
  from: field.date,
  until: field.date,
});
/** Buttons say which last day they change, so that tapped twice it is one change. */
export const longerSchema = ofPilot.extend({ until: z.string().refine(isDate) });
export const shorterSchema = longerSchema.extend({ back: z.string().refine(isDate) });
export type LongerSent = z.infer<typeof longerSchema>;
export const kickoffSchema = ofPilot.extend({
  hours: field.number,
  tools: field.text,
  works: field.choice,
  support: field.long,
  where: field.text,
});
export const handOverSchema = ofPilot.extend({ to: field.choice, stay: field.choice });
export const appointSchema = ofPilot.extend({ to: field.choice });
export const ownerlessSchema = z.object({ skip: carried(z.number().int().min(0).max(10_000), 0) });
export const measureSchema = ofPilot.extend(fieldsOf(field.number, numbered('value', 5)));

/** What a form sends, by field: all of it text. */
export type Sent = Record<string, string>;
