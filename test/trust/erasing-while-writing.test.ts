import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import type { Weekday } from '../../src/calendar/weekdays.ts';
import { readConfig } from '../../src/config.ts';
import { defaultQuestions } from '../../src/features/pilots/pilot/pilot.ts';
import { ownTasks } from '../../src/features/roles/content/tasks.ts';
import { roles } from '../../src/features/roles/index.ts';
import { listMark } from '../../src/features/roles/matrix/rules.ts';
import { purposes } from '../../src/people/pseudonym.ts';
import type { AnyTable, Storage } from '../../src/storage/index.ts';
import { filled } from '../features/roles/assignments/office.ts';
import { confirmedOf } from '../features/roles/matrix/office.ts';
import {
  imported,
  manager,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
} from '../support/bot.ts';
import { tables } from '../support/core.ts';
import { crewOf, pilotOf } from '../support/pilot.ts';
import { shownTo } from '../support/signal-form.ts';
import { wireOfRun } from '../support/wire.ts';

const lead = somebody(61, 'Gijs Toren');
const keeper = somebody(62, 'Joris Project');
const bert = team[1] as (typeof team)[0];
const PERIOD = '2026-W48';
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    now: '2026-11-25T08:30:00Z',
    seed: async ({ people, pilots }) => {
      await people.save([
        imported(lead, { team: 'objecten-oost' }),
        imported(keeper, { team: 'objecten-oost', access: ['projectleider'] }),
      ]);
      const standup = {
        days: ['ma', 'di', 'wo', 'do', 'vr'] as Weekday[],
        from: '08:00',
        until: '11:00',
        questions: defaultQuestions,
      };
      await pilots.add(pilotOf({ standup, teamAsked: 'scores' }), crewOf([lead], team.slice(0, 8)));
    },
  });
});
afterEach(() => bot.stop());

/** Storage in which the erasure comes whole just before the first write to one table. */
function erasingBefore(table: string, erase: () => Promise<void>): Storage {
  let isDone = false;
  const first =
    <A extends unknown[], R>(write: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (!isDone) {
        isDone = true;
        await erase();
      }
      return write(...given);
    };
  return {
    ...bot.storage,
    table: ((definition: AnyTable) => {
      const whole = bot.storage.table(definition);
      if (definition.name !== table) return whole;
      return {
        ...whole,
        insert: first(whole.insert),
        put: first(whole.put),
        replace: first(whole.replace),
        transact: first(whole.transact),
      };
    }) as Storage['table'],
  };
}

/** What is left anywhere of who erased themselves while this activity was on its way, the record of it apart. */
async function leftAfter(table: string, activity: object): Promise<string[]> {
  let erased = '';
  const storage = erasingBefore(table, async () => {
    erased = JSON.stringify((await bot.post(tapped(bert, 'privacy.erase', {}))).body);
  });
  const app = await startApp({
    config: readConfig({ KOMPAS_LOCAL: 'true', ...wireOfRun, PORT: '0', HOST: '127.0.0.1' }),
    storage,
    log: pino({ level: 'silent' }),
    now: () => bot.clock.now,
    alone: true,
    engine: { parallel: 1, idleMs: 1_000, tickMs: Number.POSITIVE_INFINITY },
  });
  await fetch(`http://127.0.0.1:${app.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serviceUrl: bot.connector.url, ...activity }),
  });
  await app.stop();
  expect(erased).toContain('Je gegevens zijn gewist');
  const places = ['objecten-west', 'objecten-oost', '', 'P-1', 'P-1|R-1'];
  const codes = places.flatMap((place) =>
    purposes
      .filter((purpose) => purpose !== 'silence')
      .map((purpose) => bot.core.pseudonymise(place, bert.account, purpose)),
  );
  const marks = [bert.account, bert.user, bert.upn, `"${bert.name}"`, ...codes];
  const found = await Promise.all(
    tables
      .filter(({ name }) => name !== 'audit')
      .map(async (definition) =>
        (await bot.storage.table(definition).range({})).map(
          (row) => `${definition.name} ${JSON.stringify(row)}`,
        ),
      ),
  );
  return found.flat().filter((row) => marks.some((mark) => row.includes(mark)));
}

const scores = { clear: '4', time: '2', help: '3', together: '3', lasting: '5', open: 'tekst' };

test.each<[table: string, what: string, activity: () => object | Promise<object>]>([
  [
    'groups',
    'a signal with name',
    async () =>
      tapped(bert, 'signal.send', {
        shown: await shownTo(bot, bert),
        text: 'De printer is stuk',
        named: 'ja',
        to: 'team',
      }),
  ],
  ['seentips', 'a tip', () => tapped(bert, 'tips.show', {})],
  ['seentips', 'an answer with a tip', () => tapped(bert, 'checkin.answer', { period: PERIOD, score: 4 })],
  ['answers', 'an answer', () => tapped(bert, 'checkin.answer', { period: PERIOD, score: 2 })],
  ['personas', 'a style', () => tapped(bert, 'personas.choose', { persona: 'bram' })],
  ['evaluations', 'an evaluation', () => tapped(bert, 'pilot.save-evaluation', { pilot: 'P-1', ...scores })],
  ['people', 'an absence', () => typed(bert, 'ik ben er morgen niet')],
  ['people', 'the wish for no check-ins', () => typed(bert, 'stop check-ins')],
  [
    'retros',
    'a vote',
    async () => {
      const board = { id: 'R-1', pilot: 'P-1', opened: '2026-11-25', phase: 'open' as const };
      await bot.core.retros.open(board);
      await bot.core.retros.add(board, { id: 'x-1', text: 'Overdracht', column: 'good' }, '2026-11-25');
      return tapped(bert, 'retro.vote', {
        pilot: 'P-1',
        board: 'R-1',
        good: 'x-1',
        better: '',
        question: '',
      });
    },
  ],
])(
  'who erases themselves before %s gets %s that is on its way leaves nothing',
  async (table, _, activity) => {
    expect(await leftAfter(table, await activity())).toEqual([]);
  },
);

/** A matrix of which all is filled in, and that its employee confirmed. */
async function confirmedByBert(): Promise<void> {
  const { matrices } = bot.core.opened(roles);
  await matrices.firstReader(bert.account, { manager: manager.account, day: '2026-11-20' });
  const { day, ...filled } = confirmedOf();
  await matrices.begin(bert.account, { ...filled, version: 1, employee: 1, by: 'employee', begun: day, day });
}

test.each<[table: string, what: string, activity: () => object | Promise<object>]>([
  [
    'taskmatrixreaders',
    'a matrix that is begun with them',
    () => tapped(manager, 'matrix.begin', { person: bert.account, length: 'short' }),
  ],
  [
    'taskmatrices',
    'the matrix itself',
    () => tapped(manager, 'matrix.begin', { person: bert.account, length: 'short' }),
  ],
  [
    'taskmatricesdone',
    'a matrix that both confirmed',
    async () => {
      await confirmedByBert();
      const list = listMark(confirmedOf(), ownTasks);
      return tapped(manager, 'matrix.confirm', { person: bert.account, seen: 1, list, sure: true });
    },
  ],
  [
    'roleassignments',
    'a role',
    () => tapped(manager, 'assignments.record', { who: bert.account, seen: 0, form: filled }),
  ],
])(
  'who erases themselves before %s gets %s by who leads their team leaves nothing',
  async (table, _, activity) => {
    expect(await leftAfter(table, await activity())).toEqual([]);
  },
);

const nobody = { from: '', until: '', notes: '', links: '' };
const point = { text: 'Meldingen missen een tekening', source: 'retro', step: '8', table: 'regie', due: '' };
const goal = { goal: 'g1', text: 'Alles op tijd in de BAG', measure: '', until: '', checks: '' };
const pointId = 'V-0000000a';

test.each<[table: string, what: string, activity: () => object | Promise<object>]>([
  [
    'plansteps',
    'a step',
    () => tapped(keeper, 'plan.save', { step: 1, seen: 0, ...nobody, holder: bert.account, supporters: '' }),
  ],
  [
    'plansteps',
    'a part in a step',
    () =>
      tapped(keeper, 'plan.save', {
        step: 1,
        seen: 0,
        ...nobody,
        holder: 'niemand',
        supporters: bert.account,
      }),
  ],
  [
    'plancourse',
    'a goal',
    () => tapped(keeper, 'course.save-goal', { ...goal, seen: 0, owner: bert.account }),
  ],
  [
    'plansecuring',
    'a registration',
    () =>
      tapped(keeper, 'securing.save-owners', {
        registration: 'BAG',
        seen: 0,
        process: 'niemand',
        data: bert.account,
      }),
  ],
  [
    'plansecuring',
    'a point',
    () => tapped(keeper, 'board.add', { ...point, id: pointId, owner: bert.account }),
  ],
  [
    'plansecuring',
    'a point that stands',
    async () => {
      await bot.hear(tapped(keeper, 'board.add', { ...point, id: pointId, owner: 'niemand' }));
      return tapped(keeper, 'board.save', { ...point, id: pointId, seen: 1, owner: bert.account });
    },
  ],
])(
  'who erases themselves before %s gets %s by who keeps the plan leaves nothing',
  async (table, _, activity) => {
    expect(await leftAfter(table, await activity())).toEqual([]);
  },
);
