import { defaultSchedule } from '../../src/calendar/schedule.ts';
import type { Message } from '../../src/conversation/message.ts';
import { calendarCard, changeCard, newsCard } from '../../src/features/team/changes/cards.ts';
import type { CalendarChange } from '../../src/features/team/changes/change.ts';
import { addForm, editForm, moveForm, withdrawForm } from '../../src/features/team/changes/forms.ts';
import type { Calendar } from '../../src/features/team/changes/rules.ts';
import type { Group } from '../../src/features/team/groups/group.ts';
import { pointsCard, resultCard, startCard } from '../../src/features/team/talk/cards.ts';
import { lookForm, writeForm } from '../../src/features/team/talk/forms.ts';
import type { TalkPoint } from '../../src/features/team/talk/point.ts';
import type { Colleague } from '../../src/features/team/talk/rules.ts';
import { emptyMunicipality } from '../../src/people/municipality.ts';
import { nastyName, nastyText } from './nasty.ts';

const day = '2026-11-25';
const group: Group = { kind: 'team', key: 'objecten-west', name: 'Objecten West' };
const nasty: Group = { kind: 'team', key: 'west', name: nastyName };
const colleagues: Colleague[] = ['Amira Sol', 'Bert Kade', 'Gijs Toren'].map((name, n) => ({
  id: `p0${n}`,
  directoryId: `account-${n}`,
  name,
}));
const crowd: Colleague[] = Array.from({ length: 60 }, (_, n) => ({
  id: `p0${n}`,
  directoryId: `account-${n}`,
  name: `${nastyName} ${n}`.slice(0, 60),
}));
const namesOf = (list: readonly Colleague[]) =>
  new Map(list.map(({ directoryId = '', name }) => [directoryId, name]));
const channel = { serviceUrl: 'https://smba.example', conversation: '19:west', bot: '28:kompas' };
const room = { colleagues, names: namesOf(colleagues), day, team: { channel } };

const longPoint = [...nastyText].slice(0, 300).join('');
const earlier: TalkPoint[] = [
  {
    id: 'a',
    kind: 'better',
    text: 'Elke ochtend samen de lijst verdelen',
    day: '2026-10-14',
    due: '2026-11-20',
    owner: 'account-0',
  },
  { id: 'b', kind: 'better', text: 'Bij twijfel eerst bellen', day: '2026-10-14', due: '2026-12-04' },
];
const fresh: TalkPoint[] = [
  { id: 'c', kind: 'proud', text: 'Alle vragen waren binnen een dag beantwoord', day },
  { id: 'd', kind: 'proud', text: 'Nieuwe collega’s draaiden na een week mee', day },
  {
    id: 'e',
    kind: 'better',
    text: 'Een vaste middag voor lastige gevallen',
    day,
    due: '2026-12-11',
    owner: 'account-1',
  },
];
const settled: TalkPoint[] = [
  { ...(earlier[0] as TalkPoint), done: day, looked: day },
  { ...(earlier[1] as TalkPoint), looked: day },
];
const manyPoints: TalkPoint[] = Array.from({ length: 24 }, (_, n) => ({
  id: `n${n}`,
  kind: n < 12 ? 'better' : 'proud',
  text: longPoint,
  due: '2026-12-01',
  owner: `account-${n}`,
  day: n < 12 ? '2026-10-14' : day,
}));

/** Who reads the calendar, and who keeps it. */
const reads = { mayAdd: false, mayChange: () => false };
const keeps = { mayAdd: true, mayChange: () => true };

/** The cards of the talk about what a team is proud of and wants to do better. */
export function talkSamples(): Record<string, Message> {
  const big = { colleagues: crowd, names: namesOf(crowd), day };
  return {
    'talk-start': startCard(group, 0),
    'talk-start-again': startCard(group, 2),
    'talk-look': lookForm(group, earlier, room, { inTalk: true }),
    'talk-look-long': lookForm(
      nasty,
      manyPoints.slice(0, 3).map((point) => ({ ...point, owner: undefined })),
      big,
      { inTalk: true, problems: ['Punt 1 loopt nog: kies een datum.'] },
    ),
    'talk-look-at-one': lookForm(group, earlier.slice(1), room, { inTalk: false }),
    'talk-write': writeForm(group, earlier, room),
    'talk-write-more': writeForm(group, fresh, room, { better1: 'Minder mail' }, [
      'Verbeterpunt 1: kies wie het oppakt.',
      'Verbeterpunt 1: kies een datum.',
    ]),
    'talk-write-long': writeForm(
      nasty,
      [...manyPoints.slice(12, 15), ...manyPoints.slice(0, 3).map((point) => ({ ...point, day }))],
      { ...big, team: {} },
      Object.fromEntries(
        [1, 2, 3].flatMap((n) => [
          [`proud${n}`, longPoint],
          [`better${n}`, longPoint],
        ]),
      ),
      ['Er passen er 3 van elk.'],
    ),
    'talk-result': resultCard(group, [...settled, ...fresh], room.names, day),
    'talk-result-for-who-wrote': resultCard(group, fresh, room.names, day, {
      note: 'Bewaard, en in het kanaal gezet.',
    }),
    'talk-points': pointsCard(group, [...earlier, ...fresh], room, { note: 'Bewaard.' }),
    'talk-points-none': pointsCard(group, [], room),
    'talk-points-long': pointsCard(nasty, manyPoints, big, {
      actions: [{ verb: 'talk.points', title: nastyName, data: { team: 'oost' } }],
    }),
  };
}

const settings = {
  municipality: emptyMunicipality,
  ended: [],
  teams: ['Objecten West', 'Objecten Oost'].map((name, n) => ({
    key: n === 0 ? 'objecten-west' : 'objecten-oost',
    name,
    schedule: defaultSchedule,
    department: 'Ruimte',
  })),
};
const change: CalendarChange = {
  id: 'K-0000000a',
  title: 'Mutaties gaan via het nieuwe scherm',
  roles: ['Objectregistrator'],
  scope: { kind: 'team', key: 'objecten-west' },
  impact: 'large',
  when: { date: '2027-01-11' },
  effect: 'Je werkt op een andere plek in hetzelfde systeem.',
  unknown: 'Wie de training geeft.',
};
const moved: CalendarChange = {
  ...change,
  id: 'K-0000000b',
  title: 'Training kwaliteit',
  impact: 'noticeable',
  unknown: '',
  roles: [],
  scope: { kind: 'municipality', key: '' },
  effect: 'Je bent een dagdeel weg.',
  when: { around: 'maart 2027' },
  moved: { from: { date: '2027-01-20' }, reason: 'De trainer is ziek.' },
};
const off: CalendarChange = {
  ...moved,
  id: 'K-0000000c',
  moved: undefined,
  withdrawn: { day, reason: 'Er is geen geld voor.' },
};
const long: CalendarChange = {
  ...change,
  title: longPoint.slice(0, 120),
  effect: longPoint,
  unknown: longPoint,
  when: { around: longPoint.slice(0, 60) },
  moved: { from: { around: longPoint.slice(0, 60) }, reason: longPoint },
};
const filled: Calendar = { mine: [change, moved], others: [{ ...change, id: 'K-0000000d' }], past: [off] };
const none: Calendar = { mine: [], others: [], past: [] };
const full: Calendar = { ...none, mine: Array.from({ length: 14 }, () => long) };

/** The cards of the change calendar. */
export function calendarSamples(): Record<string, Message> {
  return {
    calendar: calendarCard(filled, settings, { page: 0, ...reads }),
    'calendar-for-who-keeps-it': calendarCard(filled, settings, { page: 0, ...keeps }),
    'calendar-empty': calendarCard(none, settings, { page: 0, ...reads }),
    'calendar-empty-for-who-keeps-it': calendarCard(none, settings, { page: 0, ...keeps }),
    'calendar-long': calendarCard(full, settings, { page: 1, ...keeps }),
    'change-one': changeCard(moved, settings, 'Bewaard, en in 2 kanalen gezet.'),
    'change-withdrawn': changeCard(off, settings, 'Er is niets veranderd.'),
    'change-news': newsCard(change, settings, 'added'),
    'change-news-moved': newsCard(moved, settings, 'moved'),
    'change-news-withdrawn': newsCard(off, settings, 'withdrawn'),
    'change-new': addForm('K-0000000e', settings),
    'change-new-wrong': addForm('K-0000000e', settings, { title: nastyText, around: nastyText }, [
      'Schrijf in één zin op wat je ervan merkt.',
    ]),
    'change-edit': editForm(change, settings),
    'change-move': moveForm(moved),
    'change-move-long': moveForm(long),
    'change-withdraw': withdrawForm(change),
  };
}
