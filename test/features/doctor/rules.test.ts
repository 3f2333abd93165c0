import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { savedLines } from '../../../src/features/backup/health.ts';
import type { HealthLine } from '../../../src/features/doctor/contract.ts';
import {
  addressLines,
  clockLines,
  openIdLines,
  type ProbeStep,
  probeLines,
  queueLines,
  roundLines,
  tickLines,
} from '../../../src/features/doctor/rules.ts';
import {
  administratorLines,
  consentLines,
  keyLines,
  peopleLines,
  telemetryLines,
} from '../../../src/features/doctor/setup-rules.ts';
import { registerLines } from '../../../src/features/mandates/review/health.ts';
import { inTens } from '../../../src/lib/in-tens.ts';
import { person } from '../../support/town.ts';

const NOW = Temporal.Instant.from('2026-11-24T11:00:00Z');
const DAY = Temporal.PlainDate.from('2026-11-24');
const before = (minutes: number) => NOW.subtract({ minutes });
const decision = { date: '2026-09-01', reference: 'OR-12' };
const levels = (lines: readonly HealthLine[]) => lines.map(({ level }) => level);
const waiting = { depth: 0, oldest: undefined, setAside: 0 };
const failed = (counts: Record<string, number>) => ({
  day: '2026-11-23',
  failed: new Map(Object.entries(counts)),
});
const probe = (is: 'refused' | 'unreachable' | 'wrong', step: ProbeStep) =>
  probeLines('Tabellen', { is, step });

const cases: [string, readonly HealthLine[], string[]][] = [
  ['storage that works', probeLines('Tabellen', { is: 'well' }), ['green']],
  ['storage that lets nobody in', probe('refused', 'write'), ['red']],
  ['storage that does not answer', probe('unreachable', 'read'), ['red']],
  ['a row that cannot be removed', probe('wrong', 'remove'), ['red']],
  ['an empty queue', queueLines(waiting, NOW), ['green']],
  ['a message of ten minutes', queueLines({ ...waiting, depth: 3, oldest: before(10) }, NOW), ['green']],
  ['a message of two hours', queueLines({ ...waiting, depth: 1, oldest: before(120) }, NOW), ['amber']],
  ['a message of two days', queueLines({ ...waiting, depth: 1, oldest: before(2_880) }, NOW), ['red']],
  ['a message that was set aside', queueLines({ ...waiting, setAside: 1 }, NOW), ['green', 'amber']],
  ['a clock that ticks', tickLines(before(1), false), ['green']],
  ['a clock that hangs', tickLines(before(9), true), ['red']],
  ['no round this week', roundLines(undefined), ['green']],
  ['a round that went well', roundLines(failed({})), ['green']],
  ['a few that Teams refused', roundLines(failed({ refused: 2, late: 1 })), ['amber', 'amber']],
  ['very many that failed', roundLines(failed({ 'gave-up': 40 })), ['red']],
  ['clocks alike', clockLines(NOW, NOW.add({ seconds: 5 })), ['green']],
  ['a clock a minute behind', clockLines(NOW, NOW.add({ seconds: 61 })), ['amber']],
  ['a clock ten minutes ahead', clockLines(NOW, before(10)), ['red']],
  ['a storage without a clock', clockLines(NOW, undefined), ['amber']],
  ['an address that answers', addressLines(200, false), ['green']],
  ['an address that is not ours', addressLines(404, false), ['red']],
  ['a Kompas that cannot work', addressLines(503, true), ['red']],
  ['an address where nobody is', addressLines(undefined, false), ['red']],
  ['an address that cannot be seen from within', addressLines(undefined, true), ['amber']],
  ['keys of Teams that can be read', openIdLines(true), ['green']],
  ['keys of Teams that cannot', openIdLines(false), ['red']],
  ['nothing that records requests', telemetryLines([]), ['green']],
  ['two things that do', telemetryLines(['NODE_OPTIONS', 'OTEL_X']), ['red', 'red']],
  ['nobody yet', peopleLines([]), ['amber']],
  ['somebody with a chat', peopleLines([person('p01')]), ['green']],
  [
    'people who cannot be reached, by the reason',
    peopleLines([
      person('p01', { reach: 'blocked' }),
      person('p02', { reach: 'none', address: undefined, directoryId: undefined }),
      person('p03', { reach: 'none', address: undefined, unreached: 'no account' }),
      person('p04'),
    ]),
    ['amber', 'amber', 'amber'],
  ],
  ['nobody who manages', administratorLines([person('p01')], []), ['red']],
  ['somebody who manages', administratorLines([person('p01', { access: ['beheerder'] })], []), ['green']],
  ['a first administrator', administratorLines([], ['x']), ['green']],
  [
    'who managed and left',
    administratorLines([person('p01', { access: ['beheerder'], removed: '2026-11-01' })], []),
    ['red'],
  ],
  ['both decisions', consentLines({ consent: decision, dpia: decision }), ['green']],
  ['no DPIA', consentLines({ consent: decision }), ['amber']],
  ['neither', consentLines({}), ['amber']],
  ['the key as it was', keyLines({ isSame: true, looked: 9, unopened: 0 }), ['green']],
  ['another key', keyLines({ isSame: false, looked: 0, unopened: 0 }), ['red']],
  ['rows that do not open', keyLines({ isSame: true, looked: 9, unopened: 1 }), ['red']],
  [
    'a new key that waits',
    keyLines({ isSame: true, looked: 9, unopened: 0, older: 'waiting' }),
    ['green', 'amber'],
  ],
  ['a move that broke off', keyLines({ isSame: true, looked: 9, unopened: 0, isMoving: true }), ['red']],
  [
    'an older key that is needed',
    keyLines({ isSame: true, looked: 9, unopened: 0, older: { rows: 1, marked: 0 } }),
    ['green', 'green'],
  ],
  [
    'an older key that is needed for marks alone',
    keyLines({ isSame: true, looked: 9, unopened: 1, older: { rows: 0, marked: 2 } }),
    ['red', 'green'],
  ],
  [
    'an older key that may go',
    keyLines({ isSame: true, looked: 9, unopened: 0, older: { rows: 0, marked: 0 } }),
    ['green', 'amber'],
  ],
  ['a list of yesterday', savedLines('2026-11-23', DAY), ['green']],
  ['a list of last week', savedLines('2026-11-17', DAY), ['amber']],
  ['no backup', savedLines(undefined, DAY), ['amber']],
  ['no register', registerLines(undefined, true), ['amber']],
  ['a register in order', registerLines({ entries: 5, ending: 0, errors: 0 }, true), ['green']],
  [
    'a register with errors and ends',
    registerLines({ entries: 5, ending: 1, errors: 2 }, true),
    ['amber', 'amber'],
  ],
];

describe('how Kompas is doing', () => {
  test.each(cases)('%s', (_name, lines, expected) => {
    expect(levels(lines)).toEqual(expected);
  });

  test.each(cases)('%s: what is not green says what to do', (_name, lines) => {
    for (const { level, todo } of lines) expect(todo === undefined, level).toBe(level === 'green');
  });

  test('names nobody', () => {
    const all = cases.flatMap(([, lines]) => lines.map(({ text, todo }) => `${text} ${todo}`)).join('\n');
    expect(all).not.toMatch(/Persoon p0|@gemeente|00000000/);
  });

  test('says no exact number of what failed: with the number of people it may tell who skipped', () => {
    for (const count of [1, 5, 7, 19, 23]) {
      const [one] = roundLines(failed({ refused: count }));
      expect(one?.text.replace('23 november', '').match(/\d+/g)).not.toContain(`${count}`);
    }
  });
});

test.each([undefined, { entries: 5, ending: 1, errors: 2 }])(
  'a register of %j sends nobody to a mandaatbeheerder who is not there',
  (facts) => {
    for (const { todo } of registerLines(facts, true)) expect(todo).toMatch(/mandaatbeheerder/);
    for (const { todo } of registerLines(facts, false)) {
      expect(todo).toContain('Er is nog geen mandaatbeheerder.');
      expect(todo).not.toMatch(/Vraag de|De mandaatbeheerder ziet/);
    }
  },
);

test('no line has two colons behind its subject', () => {
  const unreached = [
    person('p02', { reach: 'none', address: undefined, directoryId: undefined }),
    person('p03', { reach: 'none', address: undefined, unreached: 'no account' }),
    person('p05', { reach: 'none', address: undefined }),
  ];
  const lines = [
    ...peopleLines([...unreached, person('p01', { reach: 'blocked' })]),
    ...peopleLines([person('p01')]),
    ...consentLines({}),
    ...consentLines({ consent: decision, dpia: decision }),
  ];
  for (const { about, text } of lines) expect(`${about}: ${text}`.match(/:/g)).toHaveLength(1);
});

test.each([
  [0, 9],
  [10, 19],
])('one message more or less shows nowhere: %i as %i', (less, more) => {
  expect(queueLines({ ...waiting, depth: less }, NOW)).toEqual(queueLines({ ...waiting, depth: more }, NOW));
  expect(inTens(less)).toBe(inTens(more));
});
