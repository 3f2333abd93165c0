import { expect, test } from 'vitest';
import { pointsCard } from '../../../../src/features/team/talk/cards.ts';
import type { TalkPoint } from '../../../../src/features/team/talk/point.ts';

const point = (id: string, change: Partial<TalkPoint>): TalkPoint => ({
  id,
  kind: 'better',
  text: `Punt ${id}`,
  day: '2026-11-02',
  ...change,
});
const group = { kind: 'team', key: 'west', name: 'Objecten West' } as const;
const shown = (points: readonly TalkPoint[]) =>
  JSON.stringify(pointsCard(group, points, { names: new Map(), day: '2026-11-30' }).card);

test('what is done stays below what is open for four weeks, and what was let go does not', () => {
  const words = shown([
    point('open', {}),
    point('klaar', { done: '2026-11-27' }),
    point('oud', { done: '2026-10-01' }),
    point('los', { dropped: '2026-11-27' }),
  ]);
  expect(words).toContain('Gedaan in de laatste weken');
  expect(words).toContain('Punt klaar');
  expect(words.indexOf('Punt open')).toBeLessThan(words.indexOf('Punt klaar'));
  expect(words).not.toContain('Punt oud');
  expect(words).not.toContain('Punt los');
  expect(shown([point('klaar', { done: '2026-11-27' })])).not.toContain('nog geen punten');
});
