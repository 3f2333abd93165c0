import { beforeAll, describe, expect, test } from 'vitest';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { matrices as invented } from '../../demo/roles-content.ts';
import { seedDemo } from '../../demo/seed.ts';
import { periodOf, previousPeriods } from '../../src/calendar/weeks.ts';
import { checkin } from '../../src/features/checkin/index.ts';
import { answersTable } from '../../src/features/checkin/tables.ts';
import type { Opened } from '../../src/features/compose.ts';
import { growth } from '../../src/features/growth/index.ts';
import { totalsOf } from '../../src/features/growth/lines/rules.ts';
import { planSharing } from '../../src/features/growth/plans/sharing.ts';
import { pilots } from '../../src/features/pilots/index.ts';
import { courseStateOf } from '../../src/features/plan/course/rules.ts';
import { plan } from '../../src/features/plan/index.ts';
import { roles } from '../../src/features/roles/index.ts';
import { pictureOf } from '../../src/features/roles/picture/rules.ts';
import { nameFinder } from '../../src/language/colleagues.ts';
import { consentGiven } from '../../src/people/municipality.ts';
import { respondents, teamKey } from '../../src/people/person.ts';
import { date } from '../calendar/examples.ts';
import { dump, foundTown, type Town } from '../support/town.ts';

let town: Town;
let first: boolean;

beforeAll(async () => {
  town = await foundTown();
  first = await seedDemo(town.core, town.core.opened);
});

describe('the demo', () => {
  test('fills an empty installation with everybody of the file, and with consent', async () => {
    expect(first).toBe(true);
    expect((await town.core.people.everybody()).map(({ id }) => id).sort()).toEqual(
      demoPeople()
        .map(({ id }) => id)
        .sort(),
    );
    const { municipality, teams } = await town.core.readSettings();
    expect(consentGiven(municipality)).toBe(true);
    expect(teams.map(({ name }) => name).sort()).toEqual([
      'Bedrijfsvoering',
      'Objecten Oost',
      'Objecten West',
    ]);
    for (const { upn } of municipality.partners) expect(await town.core.people.byUpn(upn)).toBeDefined();
  });

  test('has a pilot that runs, with a project lead who is in no other role, and something to do', async () => {
    const [pilot, ...more] = await town.core.pilots.all();
    expect(more).toEqual([]);
    expect(pilot).toMatchObject({ kind: 'rolpilot', from: '2026-11-09', until: '2026-12-18' });
    const members = await town.core.pilots.members(pilot?.id ?? '');
    const [lead] = members.filter(({ role }) => role === 'lead');
    const person = demoPeople().find(({ id }) => demoDirectoryId(id) === lead?.directoryId);
    expect(person?.access).toContain('projectleider');
    const known = demoPeople().map(({ id }) => demoDirectoryId(id));
    expect(members.filter(({ directoryId }) => !known.includes(directoryId))).toEqual([]);
    const { actions, learnings } = town.core.opened(pilots);
    expect((await actions.of(pilot?.id ?? '')).filter(({ doneOn }) => !doneOn)).toHaveLength(2);
    expect(await learnings.all()).toHaveLength(2);
  });

  test('has a team whose tasks are seen together, with roles that colleagues agreed to', async () => {
    const { people } = town.core;
    const { matrices, taskList, assignments, parties, handovers, profiles } = town.core.opened(roles);
    const team = { key: teamKey('Objecten West'), managers: [] };
    const counted = respondents(team, await people.members(team.key));
    const confirmed = (
      await Promise.all(counted.map(({ directoryId = '' }) => matrices.confirmed(directoryId)))
    ).flatMap((one) => one ?? []);
    expect(counted).toHaveLength(6);
    const tasks = await taskList.tasks();
    const picture = pictureOf(confirmed, tasks, '2026-11-24');
    // Each of these has something to show.
    expect(picture?.one).toContain('scripting');
    expect(picture?.none).toContain('beeldherkenning');
    expect(picture?.many).toContain('mutatie-verwerken');
    expect(picture).toMatchObject({ oneOn: ['WOZ'], noneOn: ['BRO', 'BRK'] });
    const known = new Set(tasks.map(({ id }) => id));
    for (const one of Object.values(invented))
      expect([...one.often, ...one.some, ...one.alone].filter((id) => !known.has(id))).toEqual([]);
    for (const [id, { held }] of await assignments.all())
      expect((await people.find(id))?.team, held?.roles[0]?.role).toBe(held?.team);
    expect((await assignments.all()).size).toBe(5);
    expect((await parties.all()).map(({ contact }) => contact)).toEqual([expect.stringMatching(/./)]);
    // Ids as buttons carry them: others open nothing.
    expect((await handovers.of(team.key)).map(({ id }) => id.replace(/[0-9a-f]{8}$/, ''))).toEqual([
      'O-',
      'O-',
    ]);
    expect(await profiles.versions()).toHaveLength(1);
  });

  test('has somebody with a plan that who leads the team reads, with a buddy; and a leerlijn that is followed', async () => {
    const { people } = town.core;
    const { plans, buddies, lines, samplings, effects, meetings, learningState } = town.core.opened(growth);
    const [manager = ''] = ['p06'].map(demoDirectoryId);
    const shared = await planSharing({ people, plans }).all(manager, await town.core.settings.read());
    expect(shared.map(({ person }) => person.name)).toEqual(['Bert Kade']);
    const [pair] = await buddies.pairs();
    const names = await Promise.all([pair?.asker, pair?.buddy].map((id) => people.find(id ?? '')));
    expect(names.map((one) => one?.name)).toEqual(['Bert Kade', 'Joris Sluis']);
    expect(await learningState()).toMatchObject({ adoptedLines: ['Objectregistrator'] });
    const all = await lines.all();
    const modules = Object.fromEntries(Object.entries(all).map(([role, line]) => [role, line.modules]));
    // Of a team of exactly six nothing is told: that would be that everybody follows it.
    const [followings, { length }] = await Promise.all([lines.followers(), people.everybody()]);
    const group = { followings, people: length };
    expect(totalsOf(group, modules as never, '2026-11-24')?.roles.Objectregistrator?.atLeast).toBe(6);
    expect((await samplings.of('BAG')).rung).toBe(2);
    expect(await effects.all()).toHaveLength(4);
    expect(await meetings.lessons(teamKey('Objecten West'))).toHaveLength(2);
  });

  test('stands in step 3 of its plan: two steps closed, a course that was adopted and told, agreements and a board', async () => {
    const { plan: steps, course, securing } = town.core.opened(plan);
    const { municipality } = await town.core.settings.read();
    const kept = await steps.read();
    const everybody = await town.core.people.everybody();
    expect(municipality.step).toBe(3);
    expect(kept.steps.filter(({ closed }) => closed !== undefined).map(({ step }) => step)).toEqual([1, 2]);
    const known = new Set(everybody.map(({ directoryId }) => directoryId));
    expect(kept.people.filter(({ directoryId }) => !known.has(directoryId))).toEqual([]);
    expect(kept.people.some(({ step, part }) => step === 3 && part === 'holder')).toBe(true);
    expect(courseStateOf(await course.read())).toMatchObject({ isChanged: false, toldOn: '2026-10-25' });
    const { points, agreements } = await securing.read();
    expect(points).toHaveLength(2);
    expect(agreements.texts.escalation).toBeDefined();
    const { namesIn } = nameFinder(everybody.map(({ name }) => name));
    expect(points.flatMap(({ text }) => namesIn(text))).toEqual([]);
  });

  test('does nothing the second time', async () => {
    const before = await dump(town.storage);
    town.requests.length = 0;
    expect(await seedDemo(town.core, town.core.opened)).toBe(false);
    expect(town.writes()).toEqual([]);
    expect(await dump(town.storage)).toEqual(before);
  });

  test('has answers of the twelve weeks before this one, and none of this week or later', async () => {
    const rows = await town.storage.table(answersTable).range({ from: '' });
    const periods = [...new Set(rows.map(({ value }) => value.period))].sort();
    expect(periods).toEqual(previousPeriods(periodOf(date('2026-11-24')), 12, 1));
  });

  test('has answers of those who are no manager only, and each can see their own line', async () => {
    const lengths = await Promise.all(
      demoPeople().map(async ({ id, teamName, access }) => {
        const line = await town.core.answers.line(teamKey(teamName), demoDirectoryId(id));
        if (access.includes('manager')) expect(line).toEqual([]);
        else expect(line.length).toBeGreaterThan(0);
        return line.length;
      }),
    );
    expect(lengths.reduce((sum, length) => sum + length, 0) * 2).toBe(
      (await town.storage.table(answersTable).range({ from: '' })).length,
    );
  });

  test('names nobody in the answers', async () => {
    const text = (await dump(town.storage, [answersTable])).join('\n');
    for (const { id, name, upn } of demoPeople()) {
      for (const trace of [name, upn, demoDirectoryId(id), `"${id}"`, ...name.split(' ')])
        expect(text).not.toContain(trace);
    }
  });

  test('is the same on every machine', async () => {
    const other = await foundTown();
    await seedDemo(other.core, other.core.opened);
    expect(await dump(other.core.storage, [answersTable])).toEqual(
      await dump(town.core.storage, [answersTable]),
    );
  });

  test('that was stopped while it filled is filled the next time', async () => {
    const other = await foundTown();
    const { opened } = other.core;
    const { store, ...rest } = opened(checkin);
    const stopping = { ...rest, store: { ...store, change: () => Promise.reject(new Error('stop')) } };
    const broken = ((module: Parameters<Opened>[0]) =>
      module === checkin ? stopping : opened(module)) as Opened;
    await expect(seedDemo(other.core, broken)).rejects.toThrow('stop');
    expect(await seedDemo(other.core, other.core.opened)).toBe(true);
    expect(await dump(other.core.storage, [answersTable])).toEqual(
      await dump(town.core.storage, [answersTable]),
    );
  });
});
