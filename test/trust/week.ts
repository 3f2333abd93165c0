import { Temporal } from 'temporal-polyfill';
import { vi } from 'vitest';
import { at } from '../../src/calendar/clock.ts';
import { planDue } from '../../src/delivery/planner.ts';
import { closeWindows } from '../../src/features/checkin/closing.ts';
import { queues } from '../../src/kompas.ts';
import {
  chatOf,
  imported,
  type Somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
} from '../support/bot.ts';
import { runAt } from '../support/clock-job.ts';
import { tables } from '../support/core.ts';
import { figuresIn } from '../support/figures.ts';
import { patience } from '../support/patience.ts';

export const PERIOD = '2026-W48';
export const COMMENT = 'Twee ploegen wachten op elkaar';

/** What somebody does in the week. */
export type Deed = 'answers' | 'comments' | 'withdraws' | 'skips' | 'nothing';

/** What somebody without the key could lay hands on after the week. */
export interface Remains {
  /** Rows without a name or id of a person in them: `answers`, `comments` and `seentips`. */
  underPseudonym: { table: string; key: string; value: object }[];
  /** All other rows, by table. */
  others: Record<string, object[]>;
  /** Rows outside `answers` and `seentips` that were written while people were answering. */
  writtenMeanwhile: string[];
  queue: string[];
  /** What was sent in the chats, reminders apart: those go to whoever did not answer yet, by design. */
  sent: { conversation: string; activity: string }[];
  reminders: { conversation: string; activity: string }[];
  logs: object[];
  /** The figures for monitoring, an hour after the week. */
  figures: Map<string, number>;
}

/** What was taken back stands under a hash that nobody can try without the key. */
const pseudonymous = ['answers', 'comments', 'seentips', 'takenback'];
const writtenByAnswering = ['answers', 'seentips', 'takenback'];

async function rowsOf(bot: TestBot): Promise<{ table: string; key: string; etag: string; value: object }[]> {
  const all = await Promise.all(
    tables.map(async (definition) => {
      const rows = await bot.storage.table(definition).range({ from: '' });
      return rows.map(({ partition, row, etag, value }) => ({
        table: definition.name,
        key: `${partition} ${row}`,
        etag,
        value,
      }));
    }),
  );
  return all.flat();
}

async function act(bot: TestBot, who: Somebody, deed: Deed): Promise<void> {
  const tap = (verb: string, data: object = {}) => bot.post(tapped(who, verb, { period: PERIOD, ...data }));
  if (deed === 'skips') await bot.post(typed(who, 'deze week niet'));
  if (deed === 'answers' || deed === 'comments' || deed === 'withdraws')
    await tap('checkin.answer', { score: 2 });
  if (deed === 'comments')
    await tap('checkin.save', { themes: 'leren', comment: COMMENT, sharing: 'without-name' });
  if (deed === 'withdraws') await tap('checkin.withdraw');
}

/**
 * Plays one week with the real bot: cards, then each deed in the given order, then reminders, then the closing. `cast`
 * says who does what; the order of deeds is the same in every week, so that only the people differ.
 */
export async function playWeek(
  cast: ReadonlyMap<Somebody, Deed>,
  workdays: (who: Somebody) => string,
): Promise<Remains> {
  const bot = await startTestBot({
    // Before the first card is due: the addresses below are not right yet.
    now: '2026-11-23T07:00:00Z',
    env: { KOMPAS_METRICS_PORT: '0' },
    seed: async ({ people }) => {
      await people.save(
        team.map((who) => ({
          ...imported(who, { reach: 'open', welcomed: true, workdays: workdays(who).split(' ') as never }),
          access: who === team.at(-1) ? ['manager'] : ['medewerker'],
          address: chatOf(who),
        })),
      );
    },
  });
  const round = async (day: string, time: string) => {
    bot.clock.now = at(Temporal.PlainDate.from(day), time);
    await planDue(bot.core.planner, bot.clock.now);
    await vi.waitUntil(async () => (await bot.core.store.queue.depth()) === 0, patience);
  };
  try {
    for (const person of await bot.core.people.members('objecten-west')) {
      const address = person.address && { ...person.address, serviceUrl: bot.connector.url };
      await bot.core.people.change(person.team, person.id, (now) => ({ ...now, address }));
    }
    await round('2026-11-23', '10:05');
    const before = new Map((await rowsOf(bot)).map(({ table, key, etag }) => [`${table} ${key}`, etag]));
    for (const deed of ['answers', 'comments', 'withdraws', 'skips'] as const) {
      for (const [who, does] of cast) if (does === deed) await act(bot, who, deed);
    }
    const writtenMeanwhile = (await rowsOf(bot))
      .filter(
        ({ table, key, etag }) =>
          !writtenByAnswering.includes(table) && before.get(`${table} ${key}`) !== etag,
      )
      .map(({ table, key }) => `${table} ${key}`);
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) await round(day, '10:05');
    const closing = at(Temporal.PlainDate.from('2026-11-27'), '15:02');
    const { core } = bot;
    await runAt(
      {
        name: 'checkin-close',
        when: 'always',
        run: (context) => closeWindows({ store: core.answers, pseudonymise: core.pseudonymise }, context),
      },
      core,
      closing,
    );

    bot.clock.now = closing.add({ hours: 1 });
    const figures = figuresIn(await bot.scrape());
    const rows = await rowsOf(bot);
    const others = Object.groupBy(
      rows.filter(({ table }) => !pseudonymous.includes(table)),
      ({ table }) => table,
    );
    const sent = bot.connector.sent.map(({ conversation, activity }) => ({
      conversation,
      activity: JSON.stringify(activity),
    }));
    const isReminder = ({ activity }: { activity: string }) => activity.includes('Je kunt nog antwoorden');
    const messages = await Promise.all(queues.map((name) => bot.storage.queue(name).receive(32, 1)));
    return {
      underPseudonym: rows
        .filter(({ table }) => pseudonymous.includes(table))
        .map(({ table, key, value }) => ({ table, key, value })),
      others: Object.fromEntries(
        Object.entries(others).map(([table, list]) => [
          table,
          (list ?? []).map(({ key, value }) => ({ key, value })),
        ]),
      ),
      writtenMeanwhile,
      queue: messages.flat().map(({ body }) => body),
      sent: sent.filter((message) => !isReminder(message)),
      reminders: sent.filter(isReminder),
      logs: bot.lines.map((line) => ({ ...JSON.parse(line), time: 0, ms: 0 })),
      figures,
    };
  } finally {
    await bot.stop();
  }
}
