import { expect, test } from 'vitest';
import { reportCard } from '../../../src/features/doctor/cards.ts';
import { healthLine } from '../../../src/features/doctor/contract.ts';

test.each([
  [13, 'En nog 1.'],
  [15, 'En nog 3.'],
])('of %i things that are wrong the rest is counted, in words that hold for one too', (count, counted) => {
  const lines = Array.from({ length: count }, (_, n) => healthLine('red', `Ding ${n}`, 'Dit gaat mis.'));
  const words = JSON.stringify(reportCard({ level: 'red', lines, unseen: [] }, false));
  expect(words).toContain(`${counted} Wie Kompas inricht, ziet alles met de opdracht “kompas doctor”.`);
});
