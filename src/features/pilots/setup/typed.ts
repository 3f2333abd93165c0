import { z } from 'zod';
import { numberIn } from '../../../language/fitted.ts';
import type { Criterion, Pilot } from '../pilot/pilot.ts';
import { ofPilot } from '../pilot/typed.ts';
import { shownCriteria } from './forms.ts';

const text = z.string().max(20_000).default('');
const fields = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text]));
const sure = { sure: z.boolean().default(false) };
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n + 1}`);

export const createSchema = z.object(fields('name', 'kind', 'members', 'from', 'until'));
export const membersSchema = ofPilot.extend(fields('members'));
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

/** The criteria of a form, with what is wrong with them. What was measured before stays. */
export function criteriaIn(sent: Sent, pilot: Pilot): { criteria: Criterion[]; problems: string[] } {
  const problems: string[] = [];
  const criteria = numbered('', shownCriteria(pilot)).flatMap((n): Criterion[] => {
    const at = (name: string) => sent[`${name}${n}`]?.trim() ?? '';
    if (['name', 'start', 'target', 'unit'].every((name) => at(name) === '')) return [];
    const [start, target] = [numberIn(at('start')), numberIn(at('target'))];
    if (at('name') === '') problems.push(`Doel ${n}: schrijf op wat je meet.`);
    if (start === undefined || target === undefined)
      problems.push(`Doel ${n}: vul bij Nu en Doel een getal in.`);
    else if (start === target) problems.push(`Doel ${n}: Nu en Doel zijn hetzelfde.`);
    const before = pilot.criteria.find(({ name }) => name === at('name'));
    return [
      {
        name: at('name'),
        start: start ?? 0,
        target: target ?? 0,
        unit: at('unit'),
        measured: before?.measured ?? [],
      },
    ];
  });
  return { criteria, problems };
}
