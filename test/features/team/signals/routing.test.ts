import { describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import { doorsFor, keepersOf } from '../../../../src/features/team/signals/routing.ts';
import { emptyMunicipality, type Settings } from '../../../../src/people/municipality.ts';
import { person } from '../../../support/town.ts';

describe('who takes care of it', () => {
  const team = (key: string, more = {}) => ({
    key,
    name: key,
    schedule: defaultSchedule,
    department: 'Ruimte',
    ...more,
  });
  const settings = (...worksCouncil: string[]): Settings => ({
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
  const kinds = (who = me, people = all, ...council: string[]) =>
    doorsFor(who, people, settings(...(council.length > 0 ? council : [works.upn]))).doors.map(
      ({ kind, keepers }) => [kind, keepers.map(({ id }) => id)],
    );

  test('the managers, the head and the contact, each behind a way of their own', () => {
    expect(kinds()).toEqual([
      ['team', ['p2', 'p5']],
      ['department', ['p3']],
      ['council', ['p4']],
    ]);
  });

  test('a way without somebody is not there, and it says so', () => {
    expect(kinds(me, [me, manager])).toEqual([['team', ['p2']]]);
    expect(doorsFor(me, [me], settings()).missing).toHaveLength(3);
    expect(
      kinds(me, [me, { ...manager, removed: '2026-11-01' }, { ...works, removed: '2026-11-01' }]),
    ).toEqual([]);
  });

  test('past the manager it goes only to who has an account: whoever gets one later could never read it', () => {
    const without = (one: typeof me) => ({ ...one, directoryId: undefined });
    const others = [me, manager, without(head), without(works)];
    expect(kinds(me, others)).toEqual([['team', ['p2']]]);
    expect(doorsFor(me, others, settings(works.upn)).missing).toEqual([
      'Je afdelingshoofd gebruikt Kompas nog niet.',
      'Het contact van de ondernemingsraad gebruikt Kompas nog niet.',
    ]);
    expect(kinds(me, [...others, second, { ...head, id: 'p6' }])).toContainEqual(['department', ['p6']]);
  });

  test('what passes the manager never arrives at the manager', () => {
    const both = person('p2', { team: 'west', access: ['manager', 'afdelingshoofd'] });
    expect(kinds(me, [me, both, head]).map(([kind]) => kind)).toEqual(['team']);
    expect(kinds(me, all, manager.upn).map(([kind]) => kind)).toEqual(['team', 'department']);
  });

  test('several people can take it up for the works council, but never who leads the team or its department, nor who gives it', () => {
    const council = (who: typeof me, ...upns: string[]) =>
      kinds(who, all, ...upns).find(([kind]) => kind === 'council')?.[1];
    expect(council(me, works.upn, second.upn)).toEqual(['p4']);
    expect(council(me, works.upn, head.upn)).toEqual(['p4']);
    expect(council(me, head.upn)).toBeUndefined();
    expect(council(me, works.upn, manager.upn)).toEqual(['p4']);
    expect(council(works, works.upn, head.upn)).toEqual(['p3']);
    expect(council(me, manager.upn, second.upn)).toBeUndefined();
    expect(doorsFor(works, all, settings(works.upn, manager.upn)).doors.at(-1)?.keepers).toEqual([manager]);
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
