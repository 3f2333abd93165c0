import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_A_DAY as MOST_PROPOSALS } from '../../src/features/mandates/changes/proposing.ts';
import { MOST_A_DAY as MOST_GAPS } from '../../src/features/mandates/review/gap-reports.ts';
import { MOST_A_DAY as MOST_QUESTIONS } from '../../src/features/pilots/check/quizzing.ts';
import { MOST_A_DAY as MOST_LEARNINGS } from '../../src/features/pilots/learning/adding.ts';
import { MOST_OF_ONE } from '../../src/features/pilots/retro/rules.ts';
import { MOST_DEMOS_A_DAY } from '../../src/features/pilots/rounds/demo.ts';
import { MOST_A_DAY as MOST_PILOTS } from '../../src/features/pilots/setup/beginning.ts';
import { blockersOf } from '../../src/features/pilots/standup/blockers.ts';
import { MOST_TAKEN_A_DAY } from '../../src/features/pilots/standup/picking.ts';
import { MOST_A_DAY as MOST_PLACED } from '../../src/features/team/changes/managing.ts';
import { bareEntry, town as townAreas } from '../features/mandates/town.ts';
import { imported, type Somebody, somebody, startTestBot, type TestBot, tapped } from '../support/bot.ts';
import { crewOf, pilotOf } from '../support/pilot.ts';

const [first, second, mate] = [somebody(1), somebody(2), somebody(3)];
const registrations = Array.from({ length: 60 }, (_, n) => `Lijst ${n}`);
const STANDUP_DAY = '2026-11-25';
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    seed: async ({ people, register, pilots, standups, retros }) => {
      const access = ['manager', 'projectleider', 'mandaatbeheerder'] as const;
      await people.save([first, second].map((who) => imported(who, { access: [...access] })));
      const entries = registrations.map((registration, n) =>
        bareEntry({ id: `M${n}`, registration, area: 'N' }),
      );
      const known = { entries, areas: townAreas, tenures: [] };
      await register.replace(await register.current(), known, '2026-11-20T09:00:00.000Z');
      await retros.open({ id: BOARD, pilot: 'P-1', opened: STANDUP_DAY, phase: 'open', talking: 0 });
      for (const id of ['P-1', 'P-2']) {
        await pilots.add(pilotOf({ id }), crewOf([first, second], [mate]));
        for (let n = 0; n < MOST_TAKEN_A_DAY + 10; n += 1) await standups.save(id, STANDUP_DAY, hinders(n));
      }
    },
  });
});
afterEach(() => bot.stop());

interface Writing {
  verb: string;
  table: string;
  most: number;
  /** What the `n`th tap carries: each of them would be a row of its own. */
  data(n: number): object;
  /** What was typed, as it stands on the card of who may write no more. */
  shown?: (n: number) => string;
  /** Counts by person, so that somebody else may still write; otherwise by pilot, and in another one all may. */
  each: 'person' | 'pilot';
  /** What carries it over to another pilot, where that is more than the pilot itself. */
  elsewhere?: (n: number) => object;
}

/** The board of a retro that goes on. */
const BOARD = `R-${STANDUP_DAY}-001`;

/** What hinders the `n`th of many in the stand-ups of both pilots, which people fill by changing what they shared. */
const hinders = (n: number) => ({
  directoryId: somebody(1_000 + n).account,
  done: '',
  next: '',
  blocker: `Zaak ${n} ligt stil`,
});
const blockerOf = (pilot: string, n: number) => blockersOf(pilot, STANDUP_DAY, [hinders(n)], [])[0]?.id ?? '';

/** Everything that people may write again and again, each time in a row of its own. */
const writings: Record<string, Writing> = {
  'a learning point': {
    verb: 'learning.add',
    table: 'learnings',
    most: MOST_LEARNINGS,
    data: (n) => ({ pilot: 'P-1', text: `We bellen eerst, zaak ${n}` }),
    shown: (n) => `We bellen eerst, zaak ${n}`,
    each: 'pilot',
  },
  'a look back on a case': {
    verb: 'learning.look-back',
    table: 'learnings',
    most: MOST_LEARNINGS,
    data: (n) => ({ pilot: 'P-1', keep: `Dit houden we, zaak ${n}` }),
    shown: (n) => `Dit houden we, zaak ${n}`,
    each: 'pilot',
  },
  'a practice question': {
    verb: 'quiz.save',
    table: 'pilotquiz',
    most: MOST_QUESTIONS,
    data: (n) => ({
      pilot: 'P-1',
      question: `Wie keurt zaak ${n} goed?`,
      option1: 'Ja',
      option2: 'Nee',
      right: '1',
    }),
    shown: (n) => `Wie keurt zaak ${n} goed?`,
    each: 'pilot',
  },
  'a demo': {
    verb: 'pilot.save-demo',
    table: 'pilotactions',
    most: MOST_DEMOS_A_DAY,
    data: (n) => ({ pilot: 'P-1', what: `Scherm ${n}`, whom: '', date: '2026-12-01' }),
    shown: (n) => `Scherm ${n}`,
    each: 'pilot',
  },
  'an action of what is in the way': {
    verb: 'standup.to-action',
    table: 'pilotactions',
    most: MOST_TAKEN_A_DAY,
    data: (n) => ({ pilot: 'P-1', day: STANDUP_DAY, blocker: blockerOf('P-1', n) }),
    elsewhere: (n) => ({ pilot: 'P-2', blocker: blockerOf('P-2', n) }),
    each: 'pilot',
  },
  'a point of a retro': {
    verb: 'retro.add',
    table: 'retros',
    most: MOST_OF_ONE,
    data: (n) => ({ pilot: 'P-1', board: BOARD, column: 'good', text: `Zaak ${n} liep goed` }),
    shown: (n) => `Zaak ${n} liep goed`,
    each: 'person',
  },
  'a pilot': {
    verb: 'pilot.create',
    table: 'pilots',
    most: MOST_PILOTS,
    data: (n) => ({
      name: `Proef ${n}`,
      kind: 'rolpilot',
      from: '2026-11-25',
      until: '2026-12-18',
      members: mate.account,
    }),
    shown: (n) => `Proef ${n}`,
    each: 'person',
  },
  'what is not in the register': {
    verb: 'mandates.gap',
    table: 'mandategaps',
    most: MOST_GAPS,
    data: (n) => ({
      question: {
        kind: 'who',
        date: '2026-11-25',
        activity: 'valideren',
        registration: registrations[n],
        area: 'Z',
      },
    }),
    each: 'person',
  },
  'a proposal for the register': {
    verb: 'mandates.propose',
    table: 'mandateproposals',
    most: MOST_PROPOSALS,
    data: (n) => ({
      kind: 'new',
      soort: 'machtiging',
      activiteit: 'valideren',
      registratie: `Nieuwe lijst ${n}`,
      andere_registratie: `Nieuwe lijst ${n}`,
      gebied: 'Z',
      rol: 'Objectregistrator',
      houder: 'Persoon 4',
      vervanger: 'Persoon 5',
      organisatie: 'Stad',
      besluit: 'Besluit 2026',
      publicatie: 'GMB-1',
      geldig_van: '2026-12-01',
      vier_ogen: 'nee',
      ondermandaat_toegestaan: 'nee',
    }),
    shown: (n) => `Nieuwe lijst ${n}`,
    each: 'person',
  },
  'something on the calendar': {
    verb: 'changes.add',
    table: 'changes',
    most: MOST_PLACED,
    data: (n) => ({
      id: `K-${n.toString(16).padStart(8, '0')}`,
      title: `Nieuw scherm ${n}`,
      scope: 'municipality|',
      roles: '',
      impact: 'large',
      effect: 'Je ziet andere knoppen.',
      unknown: '',
      date: '2027-01-11',
      around: '',
    }),
    shown: (n) => `Nieuw scherm ${n}`,
    each: 'person',
  },
};

describe.each(Object.entries(writings))('%s', (_, { verb, table, most, data, shown, each, elsewhere }) => {
  const add = async (n: number, who: Somebody = first, change: object = {}) =>
    JSON.stringify((await bot.post(tapped(who, verb, { ...data(n), ...change }))).body.value);
  /** Without the row that says whose an action is. */
  const rows = async () =>
    ((await bot.rows(table))[table] ?? []).filter(({ row }) => !row.startsWith('o|')).length;

  test('can be written so often a day; what comes after it is not kept and stays on screen', async () => {
    const before = await rows();
    for (let n = 0; n < most; n += 1) expect(await add(n)).not.toContain('Morgen kan het weer');
    expect((await rows()) - before).toBe(most);
    for (const n of [most, most + 1]) {
      const words = await add(n);
      expect(words).toContain('Morgen kan het weer');
      if (shown) expect(words).toContain(shown(n));
    }
    expect((await rows()) - before).toBe(most);
    const other =
      each === 'person'
        ? await add(most + 2, second)
        : await add(most + 2, first, elsewhere?.(most + 2) ?? { pilot: 'P-2' });
    expect(other).not.toContain('Morgen kan het weer');
    bot.clock.now = bot.clock.now.add({ hours: 24 });
    expect(await add(most + 3)).not.toContain('Morgen kan het weer');
    expect((await rows()) - before).toBe(most + 2);
  });

  test('comes to no more when all of it is written at once', async () => {
    const before = await rows();
    await Promise.all(Array.from({ length: most + 9 }, (_, n) => add(n)));
    expect((await rows()) - before).toBe(most);
  });
});

test('who hands their pilots over begins no more of them that day', async () => {
  const create = (n: number) => bot.post(tapped(first, 'pilot.create', writings['a pilot']?.data(n) ?? {}));
  const before = (await bot.core.pilots.all()).length;
  for (let n = 0; n < MOST_PILOTS; n += 1) await create(n);
  for (const { id, name } of await bot.core.pilots.all())
    if (name.startsWith('Proef'))
      await bot.post(tapped(first, 'pilot.save-hand-over', { pilot: id, to: mate.account, stay: 'nee' }));
  const words = JSON.stringify((await create(MOST_PILOTS)).body.value);
  expect(words).toContain('Morgen kan het weer');
  expect((await bot.core.pilots.all()).length - before).toBe(MOST_PILOTS);
});
