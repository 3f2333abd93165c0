import { plan } from '../../../src/features/plan/index.ts';
import type { Core } from '../../support/core.ts';
import { CLOSED, kinds } from './kinds.ts';

const day = '2026-11-20';
const OPEN = 'V-00000001';
const DONE = 'V-00000002';
const point = {
  version: 1,
  text: 'Meldingen blijven liggen',
  source: 'retro',
  table: 'team',
  step: 8,
  since: day,
  due: '',
} as const;

/** A plan of which the employee sees to the first step, with a second step that is closed, a course with a goal, and a board with a point that is theirs. */
export async function bringPlan(core: Core): Promise<void> {
  const { plan: store, course, securing } = core.opened(plan);
  const me = kinds.employee.who.account;
  await store.change(1, 0, { holder: me }, day);
  await store.change(2, 0, { closed: day, holder: me }, day);
  await course.change(0, (now) => ({ ...now, texts: { why: 'Omdat het beter kan' } }));
  const goal = { id: 'g1', text: 'Alle meldingen binnen een week', measure: '98 %', until: '', checks: [] };
  await course.change(1, (now) => ({ ...now, goals: [goal] }), { goal: 'g1', id: me }, day);
  await securing.change(0, (now) => now, [['proces-BAG', me]], day);
  await securing.addPoint({ id: OPEN, ...point }, me);
  await securing.addPoint({ id: DONE, ...point, done: day }, me);
}

const filled = { holder: 'niemand', supporters: '', from: '', until: '2026-12-11', notes: '', links: '' };
const pointForm = {
  text: 'Bellen voor terugsturen',
  source: 'own',
  step: '8',
  table: 'team',
  owner: 'niemand',
  due: '',
};

/** What the actions of the plan, the course, what stays and the documents are sent. */
export const planPayloads: Record<string, object> = {
  'plan.show': {},
  'plan.all': {},
  'plan.timeline': {},
  'plan.step': { step: 1 },
  'plan.form': { form: 'light' },
  'plan.edit': { step: 1 },
  'plan.save': { step: 1, seen: 1, ...filled },
  'plan.ticks': { step: 1 },
  'plan.save-ticks': { step: 1, seen: 1, done: 'talked' },
  'plan.ask-close': { step: 1 },
  'plan.close': { step: 1, seen: 1 },
  'plan.reopen': { step: 2, seen: 1 },
  'plan.mute': {},
  'plan.leave': { step: 1 },
  'course.leave': { goal: 'g1' },
  'securing.leave': { registration: 'BAG' },
  'course.show': {},
  'course.session': {},
  'course.edit': { group: 'why' },
  'course.save': { group: 'why', seen: 2, why: 'Omdat het moet', now: '', future: '' },
  'course.goal': { goal: 'g1' },
  'course.save-goal': {
    goal: 'g1',
    seen: 2,
    text: 'Alles binnen een week',
    measure: '',
    until: '',
    checks: '',
    owner: 'niemand',
  },
  'course.drop-goal': { goal: 'g1', seen: 2 },
  'course.ask-adopt': {},
  'course.adopt': { seen: 2, by: 'mt', day },
  'course.tell': { seen: 2 },
  'securing.show': {},
  'securing.edit': {},
  'securing.save': { seen: 1, escalation: 'De Objectregisseur beslist', meeting: '' },
  'securing.owners': { registration: 'BAG' },
  'securing.save-owners': { registration: 'BAG', seen: 1, process: 'niemand', data: 'niemand' },
  'securing.handing': {},
  'securing.hand-over': { seen: 1, done: 'roles' },
  'board.show': {},
  'board.open': { id: OPEN },
  'board.new': {},
  'board.add': { id: 'V-00000009', ...pointForm },
  'board.pass': {},
  'board.passing': { point: '' },
  'board.edit': { id: OPEN },
  'board.save': { id: OPEN, seen: 1, ...pointForm },
  'board.done': { id: OPEN, seen: 1 },
  'board.undone': { id: DONE, seen: 1 },
  'documents.show': {},
  'documents.files': { kind: 'afspraken' },
  'documents.pilot': { pilot: CLOSED },
};
