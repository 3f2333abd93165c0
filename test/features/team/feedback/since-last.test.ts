import { describe, expect, test } from 'vitest';
import { type FeedbackContent, sinceLastOf } from '../../../../src/features/team/feedback/since-last.ts';
import type { Signal } from '../../../../src/features/team/signals/signal.ts';
import type { Snapshot } from '../../../../src/features/team/snapshot/snapshot.ts';

const shown: Snapshot = {
  period: '2026-W47',
  picture: { count: '6-9', average: 3, themes: ['leren', 'werkdruk'] },
};
/** Found in the picture of the week before: werkdruk was named again. */
const found: Signal = {
  id: '2026-W47-theme-werkdruk',
  source: 'theme',
  theme: 'werkdruk',
  state: 'deciding',
  acts: true,
  day: '2026-11-20',
  moved: '2026-11-23',
  words: { decided: 'De controle van de lijst wacht tot januari.' },
};
const raised: Signal = {
  id: 'S-1',
  source: 'raised',
  state: 'answered',
  acts: true,
  day: '2026-11-10',
  moved: '2026-11-19',
  answered: '2026-11-19',
  words: { text: 'GEHEIM', told: 'Er staat een tweede scherm.' },
};
const at = (content: Partial<FeedbackContent>, everyWeeks = 1, day = '2026-11-24') =>
  sinceLastOf({ snapshots: [shown], signals: [], ...content }, { period: '2026-W48', everyWeeks, day });

describe('the next check-in card begins with what happened with the last', () => {
  test('names the theme that a decision was about, with what was decided', () => {
    expect(at({ signals: [found] })).toEqual({
      heard: 'Vorige week noemden jullie werkdruk. Dit is ermee gedaan.',
      done: ['Besloten: De controle van de lijst wacht tot januari.'],
    });
  });

  test('says plainly what is deliberately not done, and why', () => {
    const declined = { ...found, acts: false, words: { decided: 'Nee.', reason: 'Er is geen geld.' } };
    expect(at({ signals: [declined] })?.done).toEqual(['Bewust niet: Er is geen geld.']);
  });

  test('promises nothing about a theme when the decision was about something else', () => {
    expect(at({ signals: [raised] })).toEqual({
      heard: 'Er was een signaal over jullie team. Dit is ermee gedaan.',
      done: ['Gedaan: Er staat een tweede scherm.'],
    });
    expect(at({ signals: [{ ...found, theme: 'techniek' }] })?.heard).not.toContain('noemden');
    expect(at({ snapshots: [{ ...shown, picture: undefined }], signals: [found] })?.heard).not.toContain(
      'noemden',
    );
  });

  test('says what was agreed while it still has to be done, and only then that it is done', () => {
    const agreed = {
      ...raised,
      due: '2026-12-18',
      words: { told: 'Ik hoorde dat het druk was.', decided: 'We vragen iemand erbij.' },
    };
    expect(at({ signals: [agreed] })).toEqual({
      heard: 'Er was een signaal over jullie team. Dit is afgesproken.',
      done: ['Afgesproken, uiterlijk 18 december 2026: We vragen iemand erbij.'],
    });
    const done = {
      heard: 'Er was een signaal over jullie team. Dit is ermee gedaan.',
      done: ['Gedaan: Ik hoorde dat het druk was.'],
    };
    expect(at({ signals: [{ ...agreed, done: '2026-11-23' }] })).toEqual(done);
    expect(at({ signals: [{ ...agreed, due: '2026-11-23' }] })).toEqual(done);
    expect(
      at({ signals: [{ ...agreed, due: '2026-12-18' }] }, 1, '2026-12-18')?.heard ?? 'niets',
    ).not.toContain('ermee gedaan');
  });

  test('never repeats what a colleague raised', () => {
    expect(JSON.stringify(at({ signals: [raised, { ...raised, words: { text: 'GEHEIM' } }] }))).not.toContain(
      'GEHEIM',
    );
  });

  test.each([
    ['nothing was said', []],
    ['it was only looked at', [{ ...found, state: 'seeing', acts: undefined }]],
    ['it was told before the last check-in', [{ ...raised, moved: '2026-11-13', answered: '2026-11-13' }]],
    ['it may not be read yet', [{ ...raised, state: 'received', acts: undefined, held: '2026-11-24' }]],
  ] as [string, Signal[]][])('says nothing when %s', (_why, signals) => {
    expect(at({ signals })).toBeUndefined();
  });

  test('of a team that is asked every four weeks it looks four weeks back, and says so', () => {
    const before = { ...shown, period: '2026-W44' };
    const early = { ...found, moved: '2026-10-28' };
    expect(at({ snapshots: [before], signals: [early] }, 4)?.heard).toBe(
      'De vorige keer noemden jullie werkdruk. Dit is ermee gedaan.',
    );
    expect(at({ snapshots: [before], signals: [early] }, 1)).toBeUndefined();
  });

  test('is short: two things at most, each cut where it is long', () => {
    const long = { ...raised, words: { told: 'x'.repeat(500) } };
    const done = at({ signals: [long, long, long] })?.done ?? [];
    expect(done).toHaveLength(2);
    for (const line of done) expect(line.length).toBeLessThan(180);
  });
});
