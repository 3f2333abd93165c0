import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import {
  isLate,
  isRemindable,
  tempoOf,
  tempoWords,
  waits,
  workingDays,
} from '../../../src/features/team/signals/response-time.ts';
import { doorsFor, keepersOf } from '../../../src/features/team/signals/routing.ts';
import { isOpen, LONGEST_ANSWER, type Signal, states } from '../../../src/features/team/signals/signal.ts';
import {
  type Answers,
  asked,
  nextOf,
  questions,
  walked,
} from '../../../src/features/team/signals/workflow.ts';
import { emptyMunicipality, type Settings } from '../../../src/people/municipality.ts';
import { person } from '../../support/town.ts';

const DAY = '2026-11-23';
const received: Signal = {
  id: 'S-1',
  source: 'raised',
  state: 'received',
  day: '2026-11-16',
  moved: '2026-11-16',
  words: { text: 'De lijst is te lang.' },
};
const walking = { day: DAY, owners: new Set(['amira']) };
const everything: Answers = {
  size: 'elke week',
  cause: 'de lijst',
  judged: 'ja',
  decided: 'korter',
  told: 'Hij wordt korter.',
  acts: 'ja',
  owner: 'amira',
  due: '2026-12-01',
};

const anyAnswers = fc.record({
  ...Object.fromEntries(
    Object.values(questions)
      .flat()
      .map((question) => [question, fc.string({ maxLength: 700 })]),
  ),
  acts: fc.constantFrom('ja', 'ja', 'nee', 'nee', '', 'misschien'),
  due: fc.constantFrom(DAY, '2026-12-01', '2026-12-24', '2026-11-01', 'morgen', ''),
  owner: fc.constantFrom('amira', 'amira', 'iemand anders', ''),
}) as fc.Arbitrary<Answers>;
const anyWalk = fc.array(fc.tuple(fc.constantFrom(...states), anyAnswers), { maxLength: 12 });

/** Every signal on a walk of whatever somebody sends, from the first on. */
function walkOf(steps: readonly [Signal['state'], Answers][]): Signal[] {
  const all = [received];
  for (const [to, answers] of steps) {
    const now = all.at(-1) ?? received;
    const result = walked(now, to, answers, walking);
    if ('signal' in result) all.push(result.signal);
  }
  return all;
}

describe('the walk', () => {
  test('goes forward only, whatever is sent', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        const places = walkOf(steps).map(({ state }) => states.indexOf(state));
        expect(places).toEqual([...places].sort());
      }),
    );
  });

  test('skips no state: each passed one has its first question answered', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        for (const { state, words, acts } of walkOf(steps)) {
          const place = states.indexOf(state);
          if (place >= 1) expect(words.size).toBeTruthy();
          if (place >= 2) expect(words.judged).toBeTruthy();
          if (place >= 3) expect(acts).toBeTypeOf('boolean');
          if (place >= 4) expect(words.told).toBeTruthy();
        }
      }),
    );
  });

  test('needs a reason to do nothing, and what, who and when to do something', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        for (const { acts, words, due } of walkOf(steps)) {
          if (acts === false) expect([words.reason, due]).toEqual([expect.stringMatching(/\S/), undefined]);
          if (acts === true)
            expect([words.decided, due]).toEqual([expect.stringMatching(/\S/), expect.any(String)]);
        }
      }),
    );
  });

  test('keeps no answer longer than it says, and never touches what was raised', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        for (const { words } of walkOf(steps)) {
          const { text, ...rest } = words;
          expect(text).toBe('De lijst is te lang.');
          for (const word of Object.values(rest))
            expect([...(word ?? '')].length).toBeLessThanOrEqual(LONGEST_ANSWER);
        }
      }),
    );
  });

  test('knows the day it was told back exactly when it is', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        for (const signal of walkOf(steps)) expect(signal.answered !== undefined).toBe(!isOpen(signal));
      }),
    );
  });

  test('of a small signal is one step that asks every question', () => {
    expect(asked('received', 'answered')).toEqual(['seeing', 'judging', 'deciding', 'answered']);
    expect(walked(received, 'answered', everything, walking)).toMatchObject({
      signal: { state: 'answered', acts: true, answered: DAY, due: '2026-12-01' },
    });
    for (const left of ['size', 'judged', 'decided', 'told', 'acts', 'owner', 'due'] as const)
      expect(walked(received, 'answered', { ...everything, [left]: '' }, walking)).toMatchObject({
        problems: [expect.any(String)],
      });
  });

  test('corrects the words of the state it is in, and of no other', () => {
    const judging = walkOf([
      ['seeing', everything],
      ['judging', everything],
    ]).at(-1) as Signal;
    const result = walked(
      judging,
      'judging',
      { judged: 'toch niet', size: 'anders' },
      { ...walking, day: '2026-11-30' },
    );
    expect(result).toMatchObject({
      signal: { state: 'judging', moved: DAY, words: { judged: 'toch niet', size: 'elke week' } },
    });
    expect(asked('judging', 'seeing')).toEqual([]);
    expect(asked('received', 'received')).toEqual([]);
    expect(asked('received', 'judging')).toEqual([]);
    expect(nextOf('answered')).toBeUndefined();
  });

  test('leaves a date that has passed alone when other words are corrected', () => {
    const decided = { ...received, state: 'deciding', acts: true, due: '2026-11-20' } as Signal;
    expect(walked(decided, 'deciding', { ...everything, due: '2026-11-20' }, walking)).toHaveProperty(
      'signal',
    );
    expect(walked(decided, 'deciding', { ...everything, due: '2026-11-19' }, walking)).toHaveProperty(
      'problems',
    );
  });
});

describe('tempo', () => {
  const none = new Set<string>();
  const of = (day: string, answered?: string): Signal => ({
    ...received,
    day,
    moved: answered ?? day,
    ...(answered ? { state: 'answered' as const, answered } : {}),
  });

  test('counts working days: no weekend, no public holiday, no closure', () => {
    expect(workingDays('2026-11-20', '2026-11-23', none)).toBe(1);
    expect(workingDays('2026-11-20', '2026-11-20', none)).toBe(0);
    expect(workingDays('2026-12-24', '2026-12-28', none)).toBe(1);
    expect(workingDays('2026-11-16', '2026-11-20', new Set(['2026-11-18']))).toBe(3);
  });

  test('grows with time and is never more than the days that passed', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(60), (a, b) => {
        const from = Temporal.PlainDate.from('2026-01-01').add({ days: a });
        const to = from.add({ days: b });
        const count = workingDays(from.toString(), to.toString(), none);
        const later = workingDays(from.toString(), to.add({ days: 1 }).toString(), none);
        expect(count).toBeLessThanOrEqual(b);
        expect(later - count).toBeGreaterThanOrEqual(0);
        expect(later - count).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a signal is late after ten working days, and waits after twenty without a decision', () => {
    const one = of('2026-10-26');
    expect(isLate(one, '2026-11-09', none)).toBe(false);
    expect(isLate(one, '2026-11-10', none)).toBe(true);
    expect(waits(one, '2026-11-23', none)).toBe(false);
    expect(waits(one, '2026-11-24', none)).toBe(true);
    expect(waits({ ...one, state: 'deciding', acts: true }, '2026-11-24', none)).toBe(false);
    expect(waits(of('2026-10-26', '2026-10-27'), '2026-11-24', none)).toBe(false);
  });

  test('is told as a share from three signals on, late open ones included, and of a year', () => {
    const two = [of('2026-11-02', '2026-11-16'), of('2026-10-01', '2026-11-16')];
    expect(tempoWords(tempoOf(two, DAY, none))).toBe('');
    const three = [...two, of('2026-10-26'), of('2026-11-20'), of('2025-11-01', '2025-11-02')];
    expect(tempoOf(three, DAY, none)).toEqual({ counted: 3, inTime: 1, oldest: 20 });
    expect(tempoWords(tempoOf(three, DAY, none))).toBe(
      'In het afgelopen jaar kreeg 1 van de 3 signalen binnen tien werkdagen een antwoord. Het oudste open signaal wacht 20 werkdagen.',
    );
  });

  test('a reminder comes after a quiet week, not twice in two weeks, and not before the day that was agreed', () => {
    expect(isRemindable(of('2026-11-17'), DAY)).toBe(false);
    expect(isRemindable(of('2026-11-16'), DAY)).toBe(true);
    expect(isRemindable({ ...of('2026-10-01'), reminded: '2026-11-10' }, DAY)).toBe(false);
    expect(isRemindable({ ...of('2026-10-01'), reminded: '2026-11-09' }, DAY)).toBe(true);
    expect(isRemindable(of('2026-10-01', '2026-10-05'), DAY)).toBe(false);
    const decided = { ...of('2026-10-01'), state: 'deciding' as const, acts: true };
    expect(isRemindable({ ...decided, due: '2026-12-01' }, DAY)).toBe(false);
    expect(isRemindable({ ...decided, due: DAY }, DAY)).toBe(true);
  });
});

describe('who takes care of it', () => {
  const team = (key: string, more = {}) => ({
    key,
    name: key,
    schedule: defaultSchedule,
    department: 'Ruimte',
    ...more,
  });
  const settings = (worksCouncil?: string): Settings => ({
    municipality: { ...emptyMunicipality, worksCouncil },
    ended: [],
    teams: [
      team('west', { managers: ['p5@gemeente.example'] }),
      team('oost'),
      team('los', { department: undefined }),
    ],
  });
  const me = person('p1', { team: 'west' });
  const manager = person('p2', { team: 'west', access: ['manager'] });
  const head = person('p3', { team: 'oost', access: ['afdelingshoofd'] });
  const works = person('p4', { team: 'los' });
  const second = person('p5', { team: 'oost' });
  const all = [me, manager, head, works, second];
  const kinds = (who = me, people = all, council: string | undefined = works.upn) =>
    doorsFor(who, people, settings(council)).doors.map(({ kind, keepers }) => [
      kind,
      keepers.map(({ id }) => id),
    ]);

  test('the managers, the head and the contact, each behind a way of their own', () => {
    expect(kinds()).toEqual([
      ['team', ['p2', 'p5']],
      ['department', ['p3']],
      ['council', ['p4']],
    ]);
  });

  test('a way without somebody is not there, and it says so', () => {
    expect(kinds(me, [me, manager], undefined)).toEqual([['team', ['p2']]]);
    expect(doorsFor(me, [me], settings()).missing).toHaveLength(3);
    expect(
      kinds(me, [me, { ...manager, removed: '2026-11-01' }, { ...works, removed: '2026-11-01' }]),
    ).toEqual([]);
  });

  test('what passes the manager never arrives at the manager', () => {
    const both = person('p2', { team: 'west', access: ['manager', 'afdelingshoofd'] });
    expect(kinds(me, [me, both, head]).map(([kind]) => kind)).toEqual(['team']);
    expect(kinds(me, all, manager.upn).map(([kind]) => kind)).toEqual(['team', 'department']);
  });

  test('nobody gives a signal to themselves', () => {
    expect(kinds(manager)).toEqual([
      ['team', ['p5']],
      ['department', ['p3']],
      ['council', ['p4']],
    ]);
    expect(kinds(works).map(([kind]) => kind)).toEqual([]);
  });

  test('is the same for the rule as for the right', () => {
    expect(keepersOf({ kind: 'team', key: 'oost' }, all, settings()).map(({ id }) => id)).toEqual([]);
    expect(keepersOf({ kind: 'municipality', key: '' }, all, settings())).toEqual([]);
  });
});
