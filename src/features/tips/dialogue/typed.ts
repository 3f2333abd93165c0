import { z } from 'zod';
import { fields } from './cards.ts';
import { scenes } from './script.ts';

export const ofDialogue = z.object({ id: z.string().min(1).max(40) });
export const nextSchema = ofDialogue.extend({ scene: z.number().int().min(2).max(scenes.length) });
export const saveSchema = ofDialogue.extend({
  /** Which agreements stood in the form when it was opened; a form that does not tell is judged by its ETag alone. */
  seen: z.string().max(64).optional(),
  ...Object.fromEntries(fields.map((field) => [field, z.string().max(20_000).default('')])),
});
