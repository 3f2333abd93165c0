import { describe, expect, test } from 'vitest';
import { createRender } from '../../../../src/bot/render.ts';
import type { Message } from '../../../../src/conversation/message.ts';
import { allCard, boardCard, postedCard } from '../../../../src/features/pilots/retro/cards.ts';
import { ballotForm, closeForm, groupForm } from '../../../../src/features/pilots/retro/forms.ts';
import { type Column, columns, MOST_POINTS } from '../../../../src/features/pilots/retro/rules.ts';
import type { Retro } from '../../../../src/features/pilots/retro/store.ts';
import { pilot } from '../crew.ts';

const { card } = createRender({ refresh: true });
const bytesOf = (message: Message) => Buffer.byteLength(JSON.stringify(card(message)));
const names = Object.keys(columns) as Column[];
const people = Array.from({ length: 50 }, (_, n) => ({
  value: `${n}`.padStart(36, '0'),
  title: 'Naam',
}));

/** A board with as many points as it takes, each as long as it may be, half of them in a group. */
const full = (character: string): Retro => ({
  board: { id: 'R-2026-11-25-001', pilot: pilot.id, opened: '2026-11-25', phase: 'open' },
  points: Array.from({ length: MOST_POINTS }, (_, n) => ({
    id: `P-${`${n}`.padStart(8, '0')}`,
    text: character.repeat(300),
    column: names[n % names.length] ?? 'good',
    ...(n % 2 === 0 ? { group: character.repeat(60) } : {}),
  })),
  ballots: [],
});

describe.each(['x', 'é', '😀'])('a full board of nothing but %s', (character) => {
  const whole = full(character);
  test.each([
    ['in the channel', postedCard(whole, pilot, new Map())],
    ['for one person', boardCard(whole, pilot, new Map(), { typed: character.repeat(300) })],
    ['with all points', allCard(whole, pilot, new Map(), 0)],
    ['to vote on', ballotForm(whole, pilot, {})],
    ['to put together', groupForm(whole, pilot)],
    ['to close', closeForm(whole, pilot, people, {})],
  ])('%s stays below what Teams takes', (_name, message) => {
    expect(bytesOf(message)).toBeLessThan(28_000);
  });

  test('shows texts whole on the page of all points', () => {
    expect(JSON.stringify(card(allCard(whole, pilot, new Map(), 0)))).toContain(character.repeat(300));
  });
});
