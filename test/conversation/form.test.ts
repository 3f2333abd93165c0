import { describe, expect, test } from 'vitest';
import { type Field, formCard } from '../../src/conversation/form.ts';

interface Drawn {
  problems: string[];
  fields: { id: string; value: unknown; whenEmpty: string }[];
}

/** What the template gets of a form with one field. */
function drawn(field: Field, problems: string[] = []): Drawn & { text: string } {
  const submit = { verb: 'x.save', title: 'Bewaar', data: {} };
  const { card, text } = formCard({
    kind: 'pilot',
    title: 'Een formulier',
    lead: '',
    problems,
    fields: [field],
    submit,
    seenBy: 'Je team.',
  });
  return { ...(card?.data as Drawn), text };
}

describe('a form that comes back', () => {
  test.each([
    ['date', 'Wanneer?', '1 december', 'Wanneer: je typte “1 december”.'],
    ['time', 'Open vanaf', 'half tien', 'Open vanaf: je typte “half tien”.'],
    ['number', 'Nu', '12k5', 'Nu: je typte “12k5”.'],
  ] as const)('says what was typed in a %s that cannot show it', (kind, label, value, line) => {
    const form = drawn({ id: 'it', kind, label, value }, ['Dit klopt niet.']);
    expect(form.problems).toEqual(['Dit klopt niet.', line]);
    expect(form.fields[0]?.value).toBe('');
    expect(form.text).toContain('Er is nog iets niet goed ingevuld');
  });

  test.each([
    ['date', '2026-12-01', '2026-12-01'],
    ['time', '09:30', '09:30'],
    ['number', '3.5', 3.5],
    ['date', '', ''],
    ['text', 'morgen', 'morgen'],
  ] as const)('shows a %s that it can show in its field: %j', (kind, value, shown) => {
    const form = drawn({ id: 'it', kind, label: 'Iets', value });
    expect(form.problems).toEqual([]);
    expect(form.fields[0]?.value).toBe(shown);
  });

  test('says no more of it than anybody types', () => {
    const [line = ''] = drawn({
      id: 'it',
      kind: 'date',
      label: 'Wanneer?',
      value: '😀'.repeat(500),
    }).problems;
    expect(line).toContain('😀'.repeat(100));
    expect(line).not.toContain('😀'.repeat(101));
  });
});

describe('what a field says beside itself', () => {
  const says = (field: Pick<Field, 'label' | 'required'>) =>
    drawn({ id: 'it', kind: 'text', ...field }).fields[0]?.whenEmpty;

  test('is that it is empty where it has to be filled in, without what the label has in brackets', () => {
    expect(says({ label: 'Wat wil je zeggen? (hooguit 300 tekens)', required: true })).toBe(
      '“Wat wil je zeggen?” is nog leeg.',
    );
  });

  test('is not that it is empty where it may stay empty', () => {
    expect(says({ label: 'Antwoord 3 (mag leeg blijven)' })).toBe('Kijk “Antwoord 3” nog eens na.');
  });
});
