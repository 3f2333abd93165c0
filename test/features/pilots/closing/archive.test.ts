import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliveryStore } from '../../../../src/delivery/store.ts';
import { enforceRetention } from '../../../../src/storage/index.ts';
import { imported, somebody } from '../../../support/bot.ts';
import { runAt } from '../../../support/clock-job.ts';
import { amira, bram, type Course, gijs, outsider, PILOT, startCourse } from '../course.ts';
import { releasing } from '../releaser.ts';

const project = somebody(71, 'Joris Project');
const administrator = somebody(72, 'Aad Beheer');
let town: Course;

beforeEach(async () => {
  town = await startCourse({ support: 'Vraag Amira Sol' });
  await town.core.people.save([
    imported(project, { access: ['projectleider'], team: 'zuid' }),
    imported(administrator, { access: ['beheerder'], team: 'zuid' }),
  ]);
  await town.core.learnings.addLearning({ id: PILOT, kind: 'rolpilot' }, 'Gijs Toren belt eerst', 'retro', {
    registration: 'Lijst van Gijs Toren',
  });
  await town.core.learnings.addLearning({ id: 'P-2', kind: 'rolpilot' }, 'Van een andere pilot', 'retro');
  await town.core.pilots.change(PILOT, (now) => ({
    ...now,
    opinions: ['Te weinig tijd'],
    opinionsDay: '2026-11-25',
  }));
});
afterEach(() => town.stop());

/** So many days after the close, with every night in which rows are let go. */
async function closedFor(days: number) {
  await town.taps(gijs, 'pilot.close', { proud: 'Alles liep', line: 'Maak tijd vrij' });
  town.clock.now = town.clock.now.add({ hours: 24 * days });
  await runAt(
    releasing(town.core),
    { ...town.core, store: deliveryStore(town.storage, 'local') },
    town.clock.now,
  );
  await enforceRetention(town.storage, town.clock.now.toString().slice(0, 10));
}

describe('forty days after a pilot was closed', () => {
  test.each([
    ['who led it', gijs],
    ['who was in it', amira],
    ['a project lead', project],
    ['an administrator', administrator],
  ])('%s finds it, its learning points, its outcome and the export', async (_, who) => {
    await closedFor(40);
    const list = await town.says(who, 'afgeronde pilots');
    expect(list).toContain('Mutaties West');
    expect(list).toContain('afgerond op 25 november 2026');
    const card = await town.tapsAlone(who, 'pilot.show');
    expect(card).toContain('Alles liep');
    expect(card).toContain('Maak tijd vrij');
    expect(card).toContain('learning.links');
    const learned = await town.tapsAlone(who, 'pilot.learned');
    expect(learned).toContain('belt eerst');
    expect(learned).not.toContain('Van een andere pilot');
    expect(await town.tapsAlone(who, 'learning.links')).toContain('Erin: 1 leerpunt');
  });

  test('who was not in it reads no names and nothing that the team answered', async () => {
    await closedFor(2);
    await town.core.pilots.change(PILOT, (now) =>
      now.outcome ? { ...now, outcome: { ...now.outcome, evaluation: { count: '6–9', averages: [] } } } : now,
    );
    for (const who of [project, administrator]) {
      const words = `${await town.tapsAlone(who, 'pilot.show')}${await town.tapsAlone(who, 'pilot.learned')}`;
      for (const part of ['Gijs Toren', 'Te weinig tijd', '6–9', 'Vraag Amira Sol', 'pilot.reopen'])
        expect(words).not.toContain(part);
    }
    const words = await town.tapsAlone(amira, 'pilot.show');
    expect(words).toContain('Te weinig tijd');
    expect(words).toContain('6–9');
  });

  test('a colleague who was not in it, and who left meanwhile, get nothing', async () => {
    await closedFor(40);
    await town.core.people.change('objecten-west', bram.id, (now) => ({ ...now, removed: '2026-12-01' }));
    for (const who of [outsider, bram]) {
      for (const verb of ['pilot.show', 'pilot.learned'])
        expect(await town.tapsAlone(who, verb)).not.toContain('Alles liep');
      expect(await town.says(who, 'afgeronde pilots')).not.toContain('Mutaties West');
    }
    expect(await town.tapsAlone(outsider, 'learning.links')).not.toContain('Erin:');
  });

  test('who was erased is in it no more, and the pilot stays', async () => {
    await closedFor(40);
    await town.tapsAlone(amira, 'privacy.erase');
    expect(JSON.stringify(await town.rows('pilotmembers'))).not.toContain(amira.account);
    expect(await town.tapsAlone(gijs, 'pilot.show')).toContain('Alles liep');
  });
});

test('what people wrote is gone after twelve weeks, the rest after two years', async () => {
  await closedFor(90);
  expect(await town.tapsAlone(amira, 'pilot.show')).not.toContain('Te weinig tijd');
  expect(await town.tapsAlone(amira, 'pilot.show')).toContain('Alles liep');
  await enforceRetention(town.storage, '2028-11-25');
  expect(await town.tapsAlone(project, 'pilot.show')).toContain('Alles liep');
  await enforceRetention(town.storage, '2028-11-27');
  expect(await town.tapsAlone(project, 'pilot.show')).not.toContain('Alles liep');
});

test('what people typed about it is read from outside without the names in it, and by the team as it was typed', async () => {
  await town.core.pilots.change(PILOT, (now) => ({
    ...now,
    name: 'Proef van Gijs Toren',
    goals: `Leren of ${bram.name} het kan`,
    criteria: [{ name: `Vragen aan ${amira.name}`, start: 5, target: 1, unit: 'vragen', measured: [] }],
  }));
  await town.taps(gijs, 'pilot.close', { proud: `${amira.name} trok het`, line: 'Gijs Toren blijft coach' });
  const names = new RegExp([amira, bram, gijs].map(({ name }) => name).join('|'));
  for (const who of [project, administrator]) {
    const card = await town.tapsAlone(who, 'pilot.show');
    expect(card).toContain('een collega trok het');
    expect(card).toContain('Vragen aan een collega');
    expect(card).not.toMatch(names);
    expect(await town.says(who, 'afgeronde pilots')).not.toMatch(names);
  }
  expect(await town.tapsAlone(amira, 'pilot.show')).toContain(`${amira.name} trok het`);
  expect(await town.says(amira, 'afgeronde pilots')).toContain('Proef van Gijs Toren');
});

test('a pilot that goes on is not read from outside', async () => {
  for (const who of [project, administrator])
    for (const verb of ['pilot.show', 'pilot.learned'])
      expect(await town.tapsAlone(who, verb)).toContain('Deze pilot ken ik niet');
});
