import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { answersTable } from '../../src/features/checkin/tables.ts';
import { peopleTable } from '../../src/people/tables.ts';
import { enforceRetention, key, writeAll } from '../../src/storage/index.ts';
import { teamsTeams } from '../people/teams-teams.ts';
import { tables } from '../support/core.ts';
import { pilotOf } from '../support/pilot.ts';
import { account, dump, foundTown, person, type Town } from '../support/town.ts';

const TODAY = '2026-11-24';
const daysAgo = (days: number) =>
  new Date(Date.parse(`${TODAY}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

let town: Town;

beforeEach(async () => {
  town = await foundTown();
});

const page = readFileSync(new URL('../../docs/storage.md', import.meta.url), 'utf8');
const lengths = { day: 1, week: 7, year: 365 };

/** The days for which docs/storage.md says that a table is kept: the first length in its column "kept". */
function promised(name: string): number | 'forever' {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
  const [, count, unit] = row.split('|')[6]?.match(/(\d+) (day|week|year)s?\b/) ?? [];
  return count && unit ? Number(count) * lengths[unit as keyof typeof lengths] : 'forever';
}

describe('every table', () => {
  test.each(tables.map(({ name, retention }) => ({ name, retention })))(
    '$name is kept as long as docs/storage.md promises (trust:kept-no-longer)',
    ({ name, retention }) => {
      const days = 'forever' in retention ? 'forever' : retention.days;
      // Two years may hold a leap day.
      const leap = days === 731 ? 1 : 0;
      expect(days === 'forever' ? days : days - leap).toBe(promised(name));
    },
  );

  test.each(
    tables.filter(({ retention }) => !('forever' in retention)).map((table) => [table.name, table] as const),
  )('%s loses what is too old and keeps the rest', async (name, definition) => {
    if ('forever' in definition.retention) throw new Error('filtered out above');
    const { days, from } = definition.retention;
    const table = town.storage.table(definition);
    const ages = { 'too-old': days + 1, ancient: days + 4_000, 'last-day': days, fresh: 0, future: -30 };
    for (const [row, age] of Object.entries(ages)) await table.put('p', row, { [from]: daysAgo(age) });
    await table.put('p', 'no-date', { other: 'x' });
    expect((await enforceRetention(town.storage, TODAY))[name]).toBe(2);
    expect((await table.range({ from: '' })).map(({ row }) => row).sort()).toEqual([
      'fresh',
      'future',
      'last-day',
      'no-date',
    ]);
    expect((await enforceRetention(town.storage, TODAY))[name]).toBe(0);
  });

  test('may hold more old rows than one transaction takes, in several partitions', async () => {
    const table = town.storage.table(answersTable);
    for (const partition of ['a', 'b']) {
      await writeAll(
        table,
        partition,
        Array.from({ length: 205 }, (_, n) => ({
          do: 'put' as const,
          row: `r${n}`,
          value: { period: '2025-W01', day: '2025-01-06' },
        })),
      );
    }
    await table.put('a', 'new', { period: '2026-W48', day: '2026-11-23' });
    expect(await enforceRetention(town.storage, TODAY)).toMatchObject({ answers: 410 });
    expect((await table.range({ from: '' })).map(({ row }) => row)).toEqual(['new']);
  });
});

describe('a comment on an answer', () => {
  test('fades after twelve weeks, while score and themes stay until twenty-six', async () => {
    const { answers } = town.core;
    const said = { score: 2, themes: ['leren'], comment: 'tekst', sharing: 'private' } as const;
    await answers.change('west', account(1), '2026-W35', () => ({ ...said, themes: [...said.themes] }));
    const monday = '2026-08-24';
    const on = (days: number) =>
      new Date(Date.parse(`${monday}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

    await enforceRetention(town.storage, on(84));
    expect(await answers.own('west', account(1), '2026-W35')).toMatchObject({ comment: 'tekst' });
    await enforceRetention(town.storage, on(85));
    expect(await answers.own('west', account(1), '2026-W35')).toEqual({
      score: 2,
      themes: ['leren'],
      comment: undefined,
      sharing: undefined,
      skipped: undefined,
    });
    expect((await dump(town.storage, [answersTable])).join()).not.toMatch(/tekst|private|draftDay|sealed/);
    await enforceRetention(town.storage, on(182));
    expect(await dump(town.storage, [answersTable])).toHaveLength(2);
    await enforceRetention(town.storage, on(183));
    expect(await dump(town.storage)).toEqual([]);
  });
});

describe('what members wrote about a pilot', () => {
  test('goes after twelve weeks, while what came out stays for two years', async () => {
    const { pilots } = town.core;
    const outcome = { toLine: 'Bellen', proud: '', ticks: [] };
    const closed = { closedOn: daysAgo(85), outcome, opinions: ['Minder haast'], opinionsDay: daysAgo(85) };
    await pilots.add(pilotOf({ from: daysAgo(120), until: daysAgo(90), ...closed }), []);
    await enforceRetention(town.storage, daysAgo(1));
    expect((await pilots.get('P-1'))?.opinions).toEqual(['Minder haast']);
    await enforceRetention(town.storage, TODAY);
    expect(await pilots.get('P-1')).toMatchObject({ closedOn: daysAgo(85), outcome });
    expect((await dump(town.storage)).join()).not.toContain('Minder haast');
  });
});

describe('an absence that is over', () => {
  const away = (from: number | undefined, until: number | undefined) => ({
    ...(from === undefined ? {} : { absentFrom: daysAgo(from) }),
    ...(until === undefined ? {} : { absentUntil: daysAgo(until) }),
  });
  const afterANight = async (absence: object) => {
    const { people } = town.core;
    await people.save([person('p01', absence)]);
    await enforceRetention(town.storage, TODAY);
    return (await people.everybody()).map(({ absentFrom, absentUntil }) => ({ absentFrom, absentUntil }));
  };

  test.each([
    ['a day', 8, 8],
    ['months', 200, 8],
    ['a time that began before anybody knew', undefined, 8],
    ['long ago', 400, 380],
  ])('of %s goes a week after its last day, and nothing else does', async (_name, from, until) => {
    expect(await afterANight(away(from, until))).toEqual([{}]);
    expect(await town.core.people.everybody()).toEqual([person('p01')]);
  });

  test.each([
    ['ended a week ago: who has a tip this week counts from it', 12, 7],
    ['ended today', 3, 0],
    ['goes on', 3, -2],
    ['is still to come', -2, -9],
    ['has no end', 30, undefined],
  ])('stays when it %s', async (_name, from, until) => {
    const absence = away(from, until);
    expect(await afterANight(absence)).toEqual([absence]);
  });
});

describe('somebody who left', () => {
  test('is gone after thirty days, with everything that pointed at them', async () => {
    const { people } = town.core;
    await people.save([person('p01'), person('p02')]);
    await town.core.settings.saveTeam({
      key: 'objecten-west',
      name: 'Objecten West',
      schedule: defaultSchedule,
    });
    await teamsTeams(town).add('Objecten West');
    await people.change('objecten-west', 'p01', (now) => ({ ...now, removed: daysAgo(31) }));
    const nightly = async () => {
      await enforceRetention(town.storage, TODAY);
      await people.mendDirectory();
    };
    await nightly();
    const left = (await dump(town.storage)).join('\n');
    for (const trace of ['p01', account(1)]) expect(left).not.toContain(trace);
    expect(await people.find(account(2))).toMatchObject({ id: 'p02' });
    expect(await town.core.teamLinks.of('19:t')).toMatchObject({ team: 'objecten-west' });
    await nightly();
    expect((await dump(town.storage)).join('\n')).toBe(left);
  });

  test('is still there on the thirtieth day, and people who work here never expire', async () => {
    const table = town.storage.table(peopleTable);
    await table.put(key('t', 'x'), 'left', person('p01', { removed: daysAgo(30) }));
    await table.put(key('t', 'x'), 'works', person('p02'));
    expect(await enforceRetention(town.storage, '2026-11-24')).toMatchObject({ people: 0 });
    expect(await enforceRetention(town.storage, '2026-11-25')).toMatchObject({ people: 1 });
    expect((await table.range({ from: '' })).map(({ row }) => row)).toEqual(['works']);
  });
});
