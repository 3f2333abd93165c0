import { z } from 'zod';
import { carried, field, fieldsOf } from '../../../conversation/field.ts';
import { ofPilot } from '../pilot/typed.ts';

export const ofLearning = z.object({ id: z.string().min(1).max(60) });
export const addSchema = ofPilot.extend({
  text: field.long,
  role: field.choice,
  registration: field.text,
});
export const lookBackSchema = ofPilot.extend(
  fieldsOf(field.long, ['intended', 'happened', 'why', 'keep', 'change']),
);
export const agreeSchema = ofLearning.extend({ proposal: z.number().int() });
export const shareSchema = ofLearning.extend({
  title: field.text,
  reason: field.long,
  process: field.long,
  why: field.long,
  result: field.long,
  figures: field.long,
  link: field.text,
  role: field.choice,
  named: field.choice,
});
export const refuseSchema = ofLearning.extend({ reason: field.text });
/** From which on a list is shown, and what was looked for. */
export const ofPage = z.object({ skip: carried(z.number().int().min(0).max(100_000), 0) });
export const pageSchema = ofPage.extend({ query: field.text });

/** A search is cut here: nobody looks for more words. */
export const LONGEST_QUERY = 200;
