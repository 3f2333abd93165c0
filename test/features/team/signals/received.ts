import type { Signal } from '../../../../src/features/team/signals/signal.ts';

/** A signal that somebody gave on Monday 16 November 2026 and that nobody did anything with yet. */
export const received: Signal = {
  id: 'S-1',
  source: 'raised',
  state: 'received',
  day: '2026-11-16',
  moved: '2026-11-16',
  words: { text: 'De lijst is te lang.' },
};
