import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hr } from '../../../../src/features/roles/hr/index.ts';
import { roles } from '../../../../src/features/roles/index.ts';
import type { Often } from '../../../../src/features/roles/matrix/matrix.ts';
import { markOf } from '../../../../src/features/roles/matrix/rules.ts';
import type { Somebody } from '../../../support/bot.ts';
import { runAt } from '../../../support/clock-job.ts';
import { turnFor } from '../../../support/turn.ts';
import {
  administrator,
  adviser,
  amira,
  bram,
  director,
  elsewhere,
  head,
  manager,
  type Office,
  openOffice,
  second,
  WEST,
} from '../matrix/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await confirms({ scripting: 'do' });
});
afterEach(() => office.stop());

/** Both fill in and confirm a matrix anew, a minute later. */
async function confirms(answers: Record<string, Often>) {
  office.clock.now = office.clock.now.add({ minutes: 1 });
  await office.begins(amira);
  await office.fills(amira, amira, answers);
  await office.confirms(amira, amira);
  await office.confirms(manager, amira);
}

const of = (who: Somebody) => (who === amira ? {} : { person: amira.account });
async function mark(): Promise<string> {
  const confirmed = await office.matrices.confirmed(amira.account);
  if (!confirmed) throw new Error('nothing was confirmed');
  return markOf(confirmed);
}
const shares = async (who: Somebody) => office.taps(who, 'hr.agree', { ...of(who), seen: await mark() });
const stops = (who: Somebody) => office.taps(who, 'hr.stop', of(who));
const bothShare = async () => {
  await shares(amira);
  await shares(manager);
};
const opened = (who: Somebody = adviser) => office.taps(who, 'hr.open', { person: amira.account });
const listed = (who: Somebody = adviser) => office.taps(who, 'hr.list', { page: 0 });
/** Stands on the card of HR alone: a role that is not near. */
const SUM = 'verder weg';
const nothing = 'Deze rolindicatie is nu niet gedeeld met HR';

async function expectNothingRead() {
  expect(await opened()).toContain(nothing);
  expect(await listed()).not.toContain(amira.account);
}

/** The job that takes old yeses away, at five in the morning. */
async function atNight() {
  const jobs = office.features.flatMap(({ jobs = [] }) => jobs).filter(({ name }) => name === 'hr-yeses');
  expect(jobs).toHaveLength(1);
  await runAt(jobs, office.core, office.clock.now.add({ hours: 19 }));
}

describe('the two who filled in the matrix', () => {
  test('share with a tap on the card of the indication, after reading what HR then sees', async () => {
    for (const who of [amira, manager]) {
      expect(await office.taps(who, 'indication.show', of(who))).toContain('Deel met HR');
      const asked = await office.taps(who, 'hr.ask', of(who));
      expect(asked).toContain('Deel je de rolindicatie met HR?');
      expect(asked).toContain('De punten en wat je per taak invulde, ziet HR niet.');
    }
    expect(await shares(amira)).toContain('Jij deelt met HR, de ander nog niet. HR leest nu niets.');
    await expectNothingRead();
    expect(await shares(manager)).toContain('HR leest nu de rolindicatie die jullie bevestigden.');
    expect(await opened()).toContain(SUM);
    expect(await listed()).toContain('Persoon 1');
  });

  test('each give their own yes: that of the manager alone is not enough, however often', async () => {
    await shares(manager);
    await shares(manager);
    await expectNothingRead();
  });

  test.each([
    ['the employee', amira],
    ['the manager', manager],
  ])('%s takes it back at any time, and HR reads nothing from then on', async (_who, who) => {
    await bothShare();
    await office.begins(amira, 'full');
    expect(await opened()).toContain(SUM);
    expect(await stops(who)).toBeDefined();
    await expectNothingRead();
    await shares(who);
    expect(await opened()).toContain(SUM);
  });

  test('there is nothing to share before both confirmed', async () => {
    await office.begins(bram);
    await office.fills(bram, bram);
    expect(await office.taps(bram, 'indication.show')).not.toContain('Deel met HR');
    expect(await office.taps(bram, 'hr.ask')).not.toContain('hr.agree');
    await office.taps(bram, 'hr.agree', { seen: '2026-11-25' });
    expect(await listed()).not.toContain(bram.account);
  });

  test('nobody else says yes or takes it back for them', async () => {
    await shares(amira);
    const seen = await mark();
    for (const who of [bram, elsewhere, head, director, administrator, adviser])
      await office.taps(who, 'hr.agree', { person: amira.account, seen });
    await expectNothingRead();
    await shares(manager);
    for (const who of [bram, elsewhere, head, director, administrator, adviser])
      await office.taps(who, 'hr.stop', { person: amira.account });
    expect(await opened()).toContain(SUM);
  });
});

describe('what ends a yes', () => {
  test('a newly confirmed state ends both, and an old button shares nothing of it', async () => {
    await bothShare();
    const old = await mark();
    await confirms({ coordinatie: 'do' });
    await expectNothingRead();
    for (const who of [amira, manager]) await office.taps(who, 'hr.agree', { ...of(who), seen: old });
    await expectNothingRead();
    // Confirmed a third time as it was the first, it is still another state.
    await confirms({ scripting: 'do' });
    await expectNothingRead();
    await shares(amira);
    await expectNothingRead();
    await shares(manager);
    expect(await opened()).toContain(SUM);
  });

  test('another manager ends that of the manager, also when the first comes back', async () => {
    await bothShare();
    await office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [second.upn] }));
    await office.taps(amira, 'matrix.share', { to: second.account });
    await expectNothingRead();
    await office.taps(amira, 'matrix.share', { to: manager.account });
    await expectNothingRead();
    await shares(manager);
    expect(await opened()).toContain(SUM);
  });

  test('who leads the team no more shares nothing, also not after coming back', async () => {
    await bothShare();
    const access = (right: 'medewerker' | 'manager') =>
      office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: [right] }));
    await access('medewerker');
    await expectNothingRead();
    await atNight();
    await access('manager');
    await expectNothingRead();
    // The employee lets them see the matrix along anew before they can share anything of it.
    await shares(manager);
    await expectNothingRead();
    await office.taps(amira, 'matrix.share', { to: manager.account });
    await expectNothingRead();
    await shares(manager);
    expect(await opened()).toContain(SUM);
  });

  test.each([
    ['HR looks in the list', () => listed()],
    ['HR opens it', () => opened()],
    ['the employee looks', () => office.taps(amira, 'indication.show')],
  ])('who led the team no more for an hour in which %s shares nothing after it', async (_who, looked) => {
    await bothShare();
    const access = (right: 'medewerker' | 'manager') =>
      office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: [right] }));
    await access('medewerker');
    await looked();
    await access('manager');
    await expectNothingRead();
  });

  test.each([
    ['the employee', amira],
    ['the manager', manager],
  ])('%s leaves, and HR reads nothing, also not when they come back', async (_who, who) => {
    await bothShare();
    await office.core.people.change(WEST, who.id, (now) => ({ ...now, removed: '2026-11-25' }));
    await expectNothingRead();
    await atNight();
    await office.core.people.change(WEST, who.id, ({ removed: _day, ...now }) => now);
    await expectNothingRead();
  });

  test.each([
    ['the employee', amira],
    ['the manager', manager],
  ])('%s is erased, and the yes goes along', async (_who, who) => {
    await bothShare();
    await office.taps(who, 'privacy.erase');
    await expectNothingRead();
    const { taskmatrixreaders } = await office.rows('taskmatrixreaders');
    expect(taskmatrixreaders).toEqual([]);
  });

  test('the night takes no yes away that still holds', async () => {
    await bothShare();
    await atNight();
    expect(await opened()).toContain(SUM);
  });
});

describe('HR', () => {
  test('reads the sums, and no answer to a task, nor the matrix', async () => {
    await bothShare();
    const shown = await opened();
    expect(shown).toContain('Voorlopige rolindicatie');
    expect(shown).toContain('geen beoordeling');
    expect(shown).not.toContain('Scripting');
    expect(await office.taps(adviser, 'indication.show', { person: amira.account })).not.toContain(SUM);
    expect(await office.taps(adviser, 'matrix.show', { person: amira.account })).not.toContain('Scripting');
  });

  test('is the only one who does: no colleague, other manager, head, director or administrator', async () => {
    await bothShare();
    for (const who of [bram, manager, elsewhere, head, director, administrator]) {
      for (const words of [await opened(who), await listed(who), await office.taps(who, 'hr.totals')]) {
        expect(words).toContain('Dit is voor HR');
        expect(words).not.toContain(SUM);
      }
    }
  });

  test('gets no name by typing, since the chat keeps that', async () => {
    await bothShare();
    const said = await office.says(adviser, 'gedeelde indicaties');
    expect(said).toContain('hr.list');
    expect(said).not.toMatch(/Persoon 1|4 van/);
  });

  test('stands in the log with each read, and what was read does not', async () => {
    await bothShare();
    await listed();
    await opened();
    await office.taps(adviser, 'hr.totals');
    await stops(amira);
    await opened();
    const rows = (await office.rows('audit')).audit ?? [];
    expect(rows.map(({ value: { who, what, about } }) => [who, what, about]).toSorted()).toEqual(
      [
        [adviser.account, 'gedeelde rolindicaties bekeken', 'gemeente'],
        [adviser.account, 'gedeelde rolindicatie bekeken', amira.id],
        [adviser.account, 'totalen van rollen bekeken', 'gemeente'],
      ].toSorted(),
    );
  });

  test('is shown nothing when the log cannot be written', async () => {
    await bothShare();
    const audit = {
      record: async () => {
        throw new Error('the log is away');
      },
    };
    const { people } = office.core;
    const tools = { people, audit, everybody: () => people.everybody(), ...office.core.opened(roles) };
    const { actions } = hr(tools as never);
    const turn = turnFor(office.core, adviser, office.clock.now);
    for (const [verb, data] of [
      ['hr.list', { page: 0 }],
      ['hr.open', { person: amira.account }],
      ['hr.totals', {}],
    ] as const)
      await expect(actions[verb]?.run(turn, data)).rejects.toThrow('the log is away');
  });
});
