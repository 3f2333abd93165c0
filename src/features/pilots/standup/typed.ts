import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field } from '../../../conversation/field.ts';
import { ofPilot } from '../pilot/typed.ts';

const day = z.string().refine(isDate);

export const ofDay = ofPilot.extend({ day });
export const readSchema = ofDay.extend({ from: carried(z.number().int().min(0).max(1_000), 0) });
export const answersSchema = ofDay.extend({
  answer1: field.long,
  answer2: field.long,
  answer3: field.long,
});
export const blockerSchema = ofDay.extend({ blocker: z.string().min(1).max(60) });
export const takeSchema = blockerSchema.extend({ ...choosingSchema('one', 'owner'), due: field.date });
