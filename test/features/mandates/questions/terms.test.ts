import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { entry, townLookup } from '../town.ts';

const day = Temporal.PlainDate.from('2026-11-22');
const untils = ['2026-11-29', '2026-12-22', '2026-12-23', '2026-12-31', '2027-02-20', '2027-02-21'];
const lookup = townLookup([
  ...untils.map((until, n) => entry({ id: `M${n}`, until })),
  entry({ id: 'M9', holder: 'Cor Dam' }),
]);
const asked = (question: string) => ask(question, lookup, day).answer;

describe('which mandates end', () => {
  test.each([
    ['welke mandaten lopen af', 2, 'in de komende 30 dagen'],
    ['wat loopt er af?', 2, 'in de komende 30 dagen'],
    ['welke mandaten lopen binnenkort af', 5, 'in de komende 90 dagen'],
    ['welke mandaten verlopen dit jaar?', 4, 'dit jaar'],
    ['welke mandaten verlopen deze maand', 1, 'deze maand'],
    ['welke mandaten eindigen deze week', 0, 'deze week'],
    ['which mandates expire this year', 4, 'dit jaar'],
    ['welke mandaten lopen af voor 31 december 2026', 3, 'vóór 31 december 2026'],
  ])('"%s" has a term, and says it', (question, count, words) => {
    const { answers, reason } = asked(question);
    expect(answers).toEqual(untils.slice(0, count).map((_, n) => `M${n}`));
    expect(reason).toContain(words);
  });

  test('never names one without a last day', () => {
    expect(asked('welke mandaten van Cor Dam lopen binnenkort af')).toMatchObject({
      outcome: 'not-recorded',
      reason: 'Er loopt in de komende 90 dagen geen mandaat af.',
    });
  });
});
