import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { field } from '../../src/conversation/field.ts';
import { typedIn } from '../../src/conversation/typed-in.ts';

const schema = z.object({
  id: z.string().max(5),
  text: field.long,
  hours: field.number,
  day: field.date,
  who: field.choice,
  roles: field.choices,
  sure: field.toggle('ja', 'nee'),
});

describe('what somebody typed', () => {
  test('is what stands in the fields of a form that is known', () => {
    const sent = {
      id: 'too-long-for-this',
      text: ' Eerst\r\nbellen ',
      hours: 3,
      day: 'morgen',
      who: 'iemand',
      roles: 'een,twee',
      sure: 'ja',
    };
    expect(typedIn(sent, schema)).toEqual(['Eerst\nbellen', '3', 'morgen']);
  });

  test('is what does not look like an id, a day or a week, of a form that nobody knows', () => {
    const sent = {
      pilot: 'P-1f2e3d4c',
      period: '2026-W48',
      member: '00000000-0000-4000-8000-000000000001',
      scope: 'team|west',
      page: 3,
      more: { deep: 'iets' },
      list: ['een lijst'],
      comment: 'Te veel lijsten, elke 2 dagen',
      word: 'Overdracht',
    };
    expect(typedIn(sent)).toEqual(['Te veel lijsten, elke 2 dagen', 'Overdracht']);
  });

  test('in a field that the form had before is found too', () => {
    expect(typedIn({ id: 'x', remark: 'Zo heette het eerst' }, schema)).toEqual(['Zo heette het eerst']);
  });

  test.each([[undefined], [null], ['tekst'], [7], [[]], [['een tekst']], [{}]])(
    'is nothing in %j',
    (sent) => {
      expect(typedIn(sent, schema)).toEqual([]);
    },
  );

  test('fits on a card, however much it is, and says what is not there', () => {
    const much = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, 'a b '.repeat(2_000)]));
    const lines = typedIn(much);
    expect(lines.at(-1)).toContain('Je typte meer dan hier past.');
    expect(lines.join('').length).toBeLessThan(12_200);
    expect(typedIn({ one: 'a b '.repeat(100) })).toHaveLength(1);
  });
});
