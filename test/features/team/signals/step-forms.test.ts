import { expect, test } from 'vitest';
import { type StepForm, stepForm } from '../../../../src/features/team/signals/step-forms.ts';
import { WEST } from '../town.ts';

const shown = {
  place: WEST,
  placeName: 'Objecten West',
  signal: {
    id: 'S-1',
    source: 'raised',
    state: 'received',
    day: '2026-11-24',
    moved: '2026-11-24',
    words: { text: 'De scanner hapert' },
  },
  day: '2026-11-25',
  closures: new Set<string>(),
  names: new Map<string, string>(),
  isMine: false,
} as const;
const owners: StepForm['owners'] = [
  { value: 'p1', title: 'Amira Sol', account: 'account-1' },
  { value: 'p2', title: 'Bert Kade' },
  { value: 'p9', title: 'Gijs Toren', account: 'account-9' },
];

interface Drawn {
  id: string;
  label: string;
  value: string;
  required: boolean;
  choices: { title: string; value: string }[];
}
function fieldsFor(me: string, typed?: StepForm['typed']): Drawn[] {
  const { card } = stepForm(shown, { to: 'answered', seen: '', owners, me, typed });
  if (!card) throw new Error('a form without a card');
  return (card.data as { fields: Drawn[] }).fields;
}
const ownerFor = (...who: Parameters<typeof fieldsFor>) => fieldsFor(...who).find(({ id }) => id === 'owner');

test('who fills in the short form is chosen at first, and stands before all colleagues', () => {
  const owner = ownerFor('p9');
  expect(owner?.value).toBe('p9');
  expect(owner?.choices.map(({ title }) => title)).toEqual([
    'Kies wie het oppakt',
    'Niemand: we doen hier niets mee',
    'Gijs Toren',
    'Amira Sol',
    'Bert Kade',
  ]);
});

test.each([
  ['has no account that is known', 'p2'],
  ['may not take it up', 'p7'],
])('whoever %s finds nobody chosen', (_why, me) => {
  expect(ownerFor(me)?.value).toBe('choose');
});

test('what somebody chose stays, also that it is nobody', () => {
  expect(ownerFor('p9', { owner: 'p1' })?.value).toBe('p1');
  expect(ownerFor('p9', { acts: 'nee' })?.value).toBe('nobody');
});

test('what the form cannot do without is marked', () => {
  expect(
    fieldsFor('p9').map(({ id, label, required }) => [id, required || /\((?:niet )?nodig/.test(label)]),
  ).toEqual([
    ['decided', true],
    ['owner', true],
    ['due', true],
    ['told', true],
  ]);
});
