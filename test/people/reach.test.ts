import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { reachInLines, reachOf, reachTodo, unreachedWords } from '../../src/people/reach.ts';
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
    'Met 2 mensen is er nog geen chat.',
  ]);
});

test('whoever went to another team is counted once', () => {
  const people = [
    person('p1', { team: 'west', moved: true }),
    person('p1', { team: 'oost' }),
    person('p2', never),
  ];
  expect(reachInLines(people)).toEqual([
    'Mensen: 2, waarvan 1 bereikbaar',
    'Met 1 persoon is er nog geen chat.',
  ]);
});

describe('the words for who is not reached', () => {
  const causes = ['closed', 'no account', 'unbound', 'waiting'] as const;

  test.each(causes)('say of one who is %s that it is one, and of more how many', (state) => {
    expect(unreachedWords(state, 1)).toContain('1 persoon');
    expect(unreachedWords(state, 6)).toContain('6 mensen');
    for (const text of [unreachedWords(state, 1), unreachedWords(state, 6), reachTodo[state]])
      expect(text).not.toMatch(/:|deze persoon|deze mensen/);
  });

  test('begin with the Teams team for who has no account yet, and say what an object-id is, in which column it goes and who has it', () => {
    expect(reachTodo.unbound).toMatch(/^Voeg Kompas toe aan het team in Teams\./);
    expect(reachTodo.unbound).toMatch(/object-id \(kolom directory_id\)\. .*nummer.* ICT /);
  });
});
