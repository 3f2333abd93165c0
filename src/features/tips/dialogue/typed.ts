import { z } from 'zod';
import { carried, field, fieldsOf } from '../../../conversation/field.ts';
import { fields } from './cards.ts';
import { scenes } from './script.ts';

export const ofDialogue = z.object({ id: z.string().min(1).max(40) });
export const nextSchema = ofDialogue.extend({ scene: z.number().int().min(2).max(scenes.length) });
export const saveSchema = ofDialogue.extend({
  /** The version of the agreements in the form when it was opened. Without it, only the ETag guards what others wrote since. */
  seen: carried<string | undefined>(z.string().max(64), undefined),
  ...fieldsOf(field.long, fields),
});
