import { Temporal } from 'temporal-polyfill';
import { vi } from 'vitest';
import { at } from '../../src/calendar/clock.ts';
import { queues } from '../../src/kompas.ts';
import {
  chatOf,
  imported,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
} from '../support/bot.ts';
import { tables } from '../support/core.ts';
import { patience } from '../support/patience.ts';
import { crewOf, pilotOf } from '../support/pilot.ts';
import { shownTo } from '../support/signal-form.ts';

export const PERIOD = '2026-W48';
export const lead = somebody(61, 'Gijs Toren');
const [p1, p2, p3, p4, p5, p6, p7, p8] = team as unknown as Record<number, Somebody> &
  [Somebody, Somebody, Somebody, Somebody, Somebody, Somebody, Somebody, Somebody];

/** What people write in the week, each in a style of their own. */
export const texts = {
  withoutName: 'De ploegen wachten steeds op elkaar, zonde van de tijd',
  withName: 'Zullen wij het overleg verzetten naar de dinsdag',
  private: 'Thuis is het zwaar op dit moment',
  first: 'Dit wilde ik eerst schrijven maar toch niet',
  taken: 'Dit neem ik liever weer terug',
  signal: 'De lijst met mutaties is te lang voor één ochtend',
  named: 'Met mijn naam erbij: de printer is stuk',
  evaluation: 'De organisatie moet vaker luisteren naar de vloer',
};

/** One row as who reads storage sees it. */
export interface ReadRow {
  table: string;
  partition: string;
  row: string;
  /** When it was written: the Timestamp that every row has, as its ETag tells it. */
  written: string;
  value: Record<string, unknown>;
}

/** All that storage holds at one moment, and what happened before it. */
export interface Dump {
  step: string;
  /** Nothing was done in this step but what may leave no trace beside a name. */
  private: boolean;
  rows: ReadRow[];
  queue: string[];
}

const writtenAt = (etag: string): string => decodeURIComponent(/datetime'([^']+)'/.exec(etag)?.[1] ?? etag);

async function dumpOf(bot: TestBot, step: string, isPrivate: boolean): Promise<Dump> {
  const rows = await Promise.all(
    tables.map(async (definition) =>
      (await bot.storage.table(definition).range({})).map(({ partition, row, etag, value }) => ({
        table: definition.name,
        partition,
        row,
        written: writtenAt(etag),
        value: value as Record<string, unknown>,
      })),
    ),
  );
  const messages = await Promise.all(queues.map((name) => bot.storage.queue(name).receive(32, 1)));
  return { step, private: isPrivate, rows: rows.flat(), queue: messages.flat().map(({ body }) => body) };
}

/** The whole bot, with a team of nine who can be reached, a pilot, and somebody who leads that. */
async function openTown(): Promise<TestBot> {
  const bot = await startTestBot({
    now: '2026-11-23T07:00:00Z',
    seed: async ({ people, pilots }) => {
      await people.save([imported(lead, { team: 'objecten-oost' })]);
      await pilots.add(pilotOf({ teamAsked: 'scores' }), crewOf([lead], team.slice(0, 8)));
      await pilots.add(
        pilotOf({ id: 'P-2', name: 'Bellen', teamAsked: 'scores' }),
        crewOf([lead], team.slice(1, 9)),
      );
    },
  });
  for (const who of team)
    await bot.core.people.change('objecten-west', who.id, (now) => ({
      ...now,
      reach: 'open',
      welcomed: true,
      address: chatOf(who, bot.connector.url),
    }));
  return bot;
}

/**
 * Plays a week with the whole bot and gives what storage held after each step of it. Several people do something in each
 * step, in another order than that of any key.
 */
export async function readWeek(): Promise<{ dumps: Dump[]; bot: TestBot }> {
  const bot = await openTown();
  const dumps: Dump[] = [];
  const tap = async (who: Somebody, verb: string, data: object = {}) => {
    const { status, body } = await bot.post(tapped(who, verb, data));
    if (status !== 200 || JSON.stringify(body).includes('Dit lukte niet')) throw new Error(`${verb} failed`);
  };
  const checkin = (who: Somebody, verb: string, data: object = {}) =>
    tap(who, `checkin.${verb}`, { period: PERIOD, ...data });
  const comment = (who: Somebody, text: string, sharing: string, themes = '') =>
    checkin(who, 'save', { themes, comment: text, sharing });
  const clock = async (day: string, time: string) => {
    bot.clock.now = at(Temporal.PlainDate.from(day), time);
    await bot.tick();
    await vi.waitUntil(async () => (await bot.core.store.queue.depth()) === 0, patience);
  };
  const onDay = (day: string) => {
    bot.clock.now = at(Temporal.PlainDate.from(day), '11:00');
  };
  const step = async (name: string, isPrivate: boolean, work: () => Promise<unknown>) => {
    await work();
    dumps.push(await dumpOf(bot, name, isPrivate));
  };

  await step('cards', false, () => clock('2026-11-23', '10:05'));
  onDay('2026-11-24');
  await step('answers', true, async () => {
    const scores = [
      [p5, 2],
      [p2, 4],
      [p7, 1],
      [p3, 3],
      [p1, 2],
      [p6, 5],
      [p4, 1],
    ] as const;
    for (const [who, score] of scores) await checkin(who, 'answer', { score });
  });
  await step('comments', true, async () => {
    await comment(p3, texts.first, 'without-name');
    await comment(p6, texts.taken, 'with-name');
    await comment(p2, texts.withoutName, 'without-name', 'leren');
    await comment(p4, texts.private, 'private');
    await comment(p1, '', '', 'werkdruk');
  });
  await step('changes', true, async () => {
    await comment(p3, texts.withName, 'with-name', 'leren');
    await checkin(p5, 'answer', { score: 3 });
  });
  onDay('2026-11-25');
  await step('withdrawals', true, async () => {
    await checkin(p6, 'withdraw');
    await bot.post(typed(p8, 'deze week niet'));
    await checkin(p6, 'answer', { score: 5 });
  });
  await step('talks', true, async () => {
    await checkin(p7, 'talk');
    await checkin(p7, 'send-talk', { partner: manager.account });
  });
  await step('tips and styles', true, async () => {
    await tap(p5, 'personas.choose', { persona: 'bram' });
    const [seen] = await bot.core.tips.history(p2.account);
    await tap(p2, 'tips.react', { tip: seen?.tip ?? '', how: 'helps', period: PERIOD });
    await tap(p1, 'tips.show');
  });
  const shown = await shownTo(bot, p6);
  await step('a signal without name', true, () =>
    tap(p6, 'signal.send', { text: texts.signal, named: 'nee', to: 'team', shown }),
  );
  onDay('2026-11-26');
  await step('evaluations of a pilot', true, async () => {
    const scores = { pilot: 'P-1', clear: '4', time: '2', help: '3', together: '3', lasting: '5' };
    for (const who of [p4, p1, p6]) await tap(who, 'pilot.save-evaluation', { ...scores, open: '' });
    await tap(p2, 'pilot.save-evaluation', { ...scores, open: texts.evaluation });
  });
  await step('votes and evaluations in two pilots', true, async () => {
    for (const pilot of ['P-1', 'P-2']) {
      const board = { id: 'R-1', pilot, opened: '2026-11-26', phase: 'open' as const };
      await bot.core.retros.open(board);
      await bot.core.retros.add(board, { id: 'x-1', text: 'Overdracht', column: 'good' }, '2026-11-26');
      for (const who of [p3, p2, p6])
        await tap(who, 'retro.vote', { pilot, board: 'R-1', good: 'x-1', better: '', question: '' });
    }
    const scores = { pilot: 'P-2', clear: '3', time: '2', help: '3', together: '3', lasting: '5', open: '' };
    for (const who of [p6, p2, p3]) await tap(who, 'pilot.save-evaluation', scores);
  });
  await step('a signal with a name', false, () =>
    tap(p8, 'signal.send', { text: texts.named, named: 'ja', to: 'team', shown }),
  );
  await step('reminders', false, () => clock('2026-11-27', '10:05'));
  await step('closing', false, () => clock('2026-11-27', '15:02'));
  await step('the next week', false, () => clock('2026-11-30', '10:05'));
  return { dumps, bot };
}
