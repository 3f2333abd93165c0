import { z } from 'zod';

/** A longer text than any field takes: it still gets an answer that says so. */
const text = z.string().max(100_000).default('');
export const ofLearning = z.object({ id: z.string().min(1).max(60) });
export const ofPilotForm = (...fields: readonly string[]) =>
  z.object({
    pilot: z.string().min(1).max(60),
    ...Object.fromEntries(fields.map((field) => [field, text])),
  });
export const agreeSchema = ofLearning.extend({ proposal: z.number().int() });
export const shareSchema = ofLearning.extend({
  title: text,
  why: text,
  result: text,
  process: text,
  role: text,
  named: text,
});
export const refuseSchema = ofLearning.extend({ reason: text });
export const pageSchema = z.object({ query: text, skip: z.number().int().min(0).max(100_000).default(0) });

/** A search is cut here: nobody looks for more words. */
export const LONGEST_QUERY = 200;
