import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { choosingFields } from '../../../conversation/choosing.ts';
import { ofPilot } from '../pilot/typed.ts';

const day = z.string().refine(isDate);
/** Longer than anything that is kept. A long text is not refused: it is cut, and the person is told. */
const text = z.string().max(100_000).default('');

export const ofDay = ofPilot.extend({ day });
export const readSchema = ofDay.extend({ from: z.number().int().min(0).max(1_000).default(0) });
export const answersSchema = ofDay.extend({ answer1: text, answer2: text, answer3: text });
export const blockerSchema = ofDay.extend({ blocker: z.string().min(1).max(60) });
const owner = Object.fromEntries(choosingFields('owner').map((name) => [name, text]));
export const takeSchema = blockerSchema.extend({ ...owner, due: text });
