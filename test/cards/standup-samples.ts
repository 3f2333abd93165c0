import type { Message } from '../../src/conversation/message.ts';
import type { Todo } from '../../src/features/pilots/actions/store.ts';
import type { Pilot } from '../../src/features/pilots/pilot/pilot.ts';
import { blockersOf } from '../../src/features/pilots/standup/blockers.ts';
import {
  channelGoneCard,
  closedCard,
  openCard,
  readCard,
  reminderCard,
  summaryCard,
  weekCard,
} from '../../src/features/pilots/standup/cards.ts';
import { actionForm, answerForm } from '../../src/features/pilots/standup/forms.ts';
import { pilotOf } from '../support/pilot.ts';
import { MARK, nastyName, nastyText } from './nasty.ts';

const day = '2026-11-24';
const pilot = pilotOf({
  name: 'Mutaties in Objecten West',
  standup: {
    days: ['ma', 'di', 'do'],
    from: '09:00',
    until: '11:00',
    questions: ['Wat heb je gedaan?', 'Wat ga je doen?', 'Waar loop je vast?'],
  },
});
const nasty: Pilot = {
  ...pilot,
  name: nastyName.slice(0, 80),
  standup: {
    days: ['ma'],
    from: '09:00',
    until: '11:00',
    questions: [
      'Wat heb je gedaan?',
      `${MARK} Wat [kan](http://evil.example) \${wij} **leren**?`,
      nastyText.slice(0, 120),
    ],
  },
};

const people = ['Amira Sol', 'Bram de Wit', 'Cem Yıldız', 'Dewi Hartono'];
const names = new Map([...people, nastyName].map((name, n) => [`d${n}`, name]));
const choices = (list: ReadonlyMap<string, string>) => [...list].map(([value, title]) => ({ value, title }));
const crowd = new Map(
  Array.from({ length: 50 }, (_, n) => [`d${n}`, n === 0 ? nastyName : `Persoon met een lange naam ${n}`]),
);
const usual = [
  [
    'Drie mutaties in Delfshaven nagekeken.',
    'De laatste twee afronden.',
    'De luchtfoto van 2026 is er nog niet.',
  ],
  ['Overleg gehad met beheer.', 'Het portaal proberen.', 'de luchtfoto van 2026 is er nog niet'],
  ['Werkwijze beschreven.', '', 'Wie keurt een splitsing goed?'],
].map(([done = '', next = '', blocker = ''], n) => ({ directoryId: `d${n}`, done, next, blocker }));
const everything = [...crowd.keys()].map((directoryId, n) => ({
  directoryId,
  done: nastyText,
  next: nastyText,
  blocker: n % 2 === 0 ? `${n} ${nastyText}`.slice(0, 1_000) : 'nee',
}));
const todo = (id: string, change: Partial<Todo> = {}): Todo => ({
  id,
  text: 'Regelen dat de luchtfoto er komt',
  source: 'standup',
  day: '2026-11-20',
  due: '2026-11-23',
  owner: 'd2',
  ...change,
});

/** What people meet in the stand-up of a pilot. */
export function standupSamples(): Record<string, Message> {
  const standup = { pilot, day, shared: usual, names };
  const full = { pilot: nasty, day, shared: everything, names: crowd };
  const [first] = blockersOf(pilot.id, day, usual, []);
  const blockers = blockersOf(pilot.id, day, usual, [todo(first?.id ?? '', { due: '2026-11-26' })]);
  const many = blockersOf(nasty.id, day, everything, []);
  const lateOnes = Array.from({ length: 9 }, (_, n) => todo(`t${n}`, { text: nastyText, owner: 'd0' }));
  const readers = { day, aloud: true };
  return {
    'standup-open': openCard({ ...standup, shared: [] }, { late: [], others: [] }),
    'standup-open-late': openCard(standup, {
      late: [todo('t1'), todo('t2', { owner: undefined })],
      others: [todo('t3', { due: day }), todo('t4', { owner: undefined, due: undefined })],
    }),
    'standup-open-mine': openCard(standup, { late: [], others: [] }, 'Gedeeld met je team.', true),
    'standup-open-full': openCard(full, { late: lateOnes, others: lateOnes }, '', true),
    'standup-closed': closedCard(standup),
    'standup-closed-nobody': closedCard({ ...standup, shared: [] }),
    'standup-summary': summaryCard(standup, blockers, readers),
    'standup-summary-late': summaryCard(standup, blockers, { day: '2027-01-11', aloud: true }),
    'standup-summary-full': summaryCard(full, many, readers),
    'standup-read': readCard(standup, blockers, 0),
    'standup-read-full': readCard(full, many, 10),
    'standup-week': weekCard(
      pilot,
      [
        { ...standup, day: '2026-11-16', blockers },
        { ...standup, day: '2026-11-17', shared: [], blockers: [] },
      ],
      readers,
    ),
    'standup-week-full': weekCard(
      nasty,
      ['16', '17', '18'].map((n) => ({ ...full, day: `2026-11-${n}`, blockers: many })),
      readers,
    ),
    'standup-reminder': reminderCard({ pilot, day }),
    'standup-channel-gone': channelGoneCard(nasty),
    'standup-form': answerForm({ pilot, day }, ['', '', '']),
    'standup-form-before': answerForm({ pilot, day }, ['', '', ''], {
      before: {
        previous: { day: '2026-11-23', next: 'De laatste twee afronden.' },
        todos: [todo('t1'), todo('t2', { due: '2026-11-26' })],
      },
    }),
    'standup-form-mine': answerForm({ pilot, day }, ['Drie mutaties nagekeken.', '', ''], { isShared: true }),
    'standup-form-nasty': answerForm({ pilot: nasty, day }, [nastyText, nastyText, nastyText], {
      before: { previous: { day: '2026-11-23', next: nastyText }, todos: lateOnes },
      isShared: true,
    }),
    'standup-form-closed': answerForm({ pilot, day }, ['Te laat getypt.', '', ''], {
      problems: [
        'De stand-up is gesloten. Wat je typte, staat hieronder nog. Je team heeft het niet gekregen.',
      ],
      isClosed: true,
    }),
    'standup-action': actionForm(standup, todo('t1'), choices(names), { owner: 'd2', due: '2026-11-26' }),
    'standup-action-problem': actionForm(full, todo('t1', { text: nastyText }), choices(crowd), {}, [
      'Kies wie dit oppakt.',
    ]),
  };
}
