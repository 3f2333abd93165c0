import { z } from 'zod';
import { choosingFields } from '../../../conversation/choosing.ts';
import { ofPilot } from '../pilot/typed.ts';

const text = z.string().max(20_000).default('');
const fields = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text]));
const sure = { sure: z.boolean().default(false) };
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n + 1}`);

export const createSchema = z.object(fields('name', 'kind', ...choosingFields('members'), 'from', 'until'));
export const membersSchema = ofPilot.extend(fields(...choosingFields('members')));
export const goalsSchema = ofPilot.extend({
  ...fields('goals'),
  ...fields(...['name', 'start', 'target', 'unit'].flatMap((name) => numbered(name, 5))),
});
export const frameSchema = ofPilot.extend({
  ...sure,
  ...fields('areas', 'registrations', 'hours', 'support', 'tools'),
});
export const standupSchema = ofPilot.extend({
  ...fields('days', 'from', 'until', ...numbered('question', 3)),
});
export const measureSchema = ofPilot.extend({ ...fields(...numbered('value', 5)) });

/** What a form sends, by field: all of it text. */
export type Sent = Record<string, string>;
