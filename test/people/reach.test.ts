import { expect, test } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { reachInLines, reachOf } from '../../src/people/reach.ts';
import { person } from '../support/town.ts';

const never: Partial<Person> = { reach: 'none', address: undefined };
const kinds: [Parameters<typeof person>[1], ReturnType<typeof reachOf>][] = [
  [{}, 'reached'],
  [{ reach: 'blocked' }, 'closed'],
  [{ ...never, directoryId: undefined }, 'unbound'],
  [never, 'waiting'],
  [{ ...never, unreached: 'no app' }, 'closed'],
  [{ ...never, unreached: 'no account' }, 'no account'],
  // What was kept once as their chat is a meeting: nothing is sent there.
  [{ address: { serviceUrl: '', conversation: '19:meeting_x@thread.v2', user: '', bot: '' } }, 'waiting'],
];

test.each(kinds)('somebody with %o is %s', (change, state) => {
  expect(reachOf(person('p1', change))).toBe(state);
});

test('that somebody blocked or removed Kompas reads the same as having no app', () => {
  const [blocked, without] = [
    person('p1', { reach: 'blocked' }),
    person('p1', { ...never, unreached: 'no app' }),
  ];
  expect(reachInLines([blocked])).toEqual(reachInLines([without]));
  expect(reachInLines([blocked]).join()).not.toMatch(/geblokkeerd|verwijderd/);
});

test('the lines count who works here, and name only what occurs', () => {
  const people = [
    person('p1'),
    person('p2', never),
    person('p3', never),
    person('p4', { reach: 'blocked', removed: '2026-11-01' }),
  ];
  expect(reachInLines(people)).toEqual([
    'Mensen: 3, waarvan 1 bereikbaar',
    'Niet bereikbaar, 2: er is nog geen chat; Kompas opent die binnen een paar minuten',
  ]);
});
