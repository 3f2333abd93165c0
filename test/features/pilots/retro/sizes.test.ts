import { describe, expect, test } from 'vitest';
import { createRender } from '../../../../src/bot/render.ts';
import type { Message } from '../../../../src/conversation/message.ts';
import type { Todo } from '../../../../src/features/pilots/actions/store.ts';
import { allCard, boardCard, postedCard } from '../../../../src/features/pilots/retro/board-cards.ts';
import { ballotForm, closeForm, groupForm } from '../../../../src/features/pilots/retro/forms.ts';
import { lastTimeCard } from '../../../../src/features/pilots/retro/last-time.ts';
import { MOST_HELD } from '../../../../src/features/pilots/retro/marks.ts';
import type { Phase } from '../../../../src/features/pilots/retro/phases.ts';
import type { Retro } from '../../../../src/features/pilots/retro/reading.ts';
import { MOST_POINTS, templates } from '../../../../src/features/pilots/retro/rules.ts';
import { talkForm } from '../../../../src/features/pilots/retro/talk-cards.ts';
import { pilot } from '../crew.ts';

const { card } = createRender({ refresh: true });
const bytesOf = (message: Message) => Buffer.byteLength(JSON.stringify(card(message)));
const names = templates.went;
const held = Array.from({ length: MOST_HELD }, () => `P-00000000.${'a'.repeat(22)}`).join(',');
const people = Array.from({ length: 50 }, (_, n) => ({
  value: `${n}`.padStart(36, '0'),
  title: 'Naam',
}));

/** A board with as many points as it takes, each as long as it may be, half of them in a group. */
const full = (character: string, phase: Phase = 'open'): Retro => ({
  board: { id: 'R-2026-11-25-001', pilot: pilot.id, opened: '2026-11-25', phase, talking: 0 },
  points: Array.from({ length: MOST_POINTS }, (_, n) => ({
    id: `P-${`${n}`.padStart(8, '0')}`,
    text: character.repeat(300),
    column: names[n % names.length] ?? 'good',
    ...(n % 2 === 0 ? { group: character.repeat(60) } : {}),
  })),
  ballots: [{ voter: 'x', points: ['P-00000000', 'P-00000001'] }],
});
/** As many open actions as there ever are, each as long as it may be. */
const todos = (character: string): Todo[] =>
  Array.from({ length: 60 }, (_, n) => ({
    id: `A-${n}`,
    text: character.repeat(300),
    source: 'retro',
    day: '2026-11-10',
    due: '2026-11-20',
    owner: `${n}`,
  }));

describe.each(['x', 'é', '😀'])('a full board of nothing but %s', (character) => {
  const whole = full(character);
  const talked = full(character, 'talking');
  const list = todos(character);
  const onDay = { names: new Map<string, string>(), day: '2026-11-25', aloud: false };
  test.each([
    ['in the channel', postedCard(whole, pilot, new Map(), list, '2026-11-25')],
    ['in the channel while points are grouped', postedCard(full(character, 'revealing'), pilot, new Map())],
    ['in the channel while it is talked through', postedCard(talked, pilot, new Map())],
    ['for one person', boardCard(whole, pilot, new Map(), { typed: character.repeat(300), leads: true })],
    [
      'for one person with points of their own',
      boardCard(whole, pilot, new Map(), {
        typed: character.repeat(300),
        own: whole.points.slice(0, MOST_HELD),
        held,
        leads: true,
        openActions: 60,
      }),
    ],
    [
      'for one person who writes for themselves',
      boardCard(full(character, 'writing'), pilot, new Map(), {
        typed: character.repeat(300),
        own: whole.points.slice(0, MOST_HELD),
        held,
        leads: true,
        openActions: 60,
      }),
    ],
    ['with a group to talk about', talkForm(talked, pilot, people, {}) ?? { text: '' }],
    ['with the actions of last time', lastTimeCard(pilot, talked.board.id, list, onDay)],
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
