import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dispatcher } from '../../../src/bot/dispatcher.ts';
import { type FormPart, schemaKinds } from '../../../src/conversation/field.ts';
import type { Action } from '../../../src/conversation/offer.ts';
import { imported, somebody, startTestBot, type TestBot } from '../../support/bot.ts';
import { turnFor } from '../../support/turn.ts';
import { agreedTo } from './agreed.ts';
import { administrators, dispatcherOf, mayTap } from './dispatching.ts';
import { type KindName, kinds } from './kinds.ts';
import { payloadsFor } from './payloads.ts';
import { bringTown, NOW } from './town.ts';

/**
 * A field is read up to this length, whoever sends it, and one reader that takes ever longer keeps everybody waiting: there is one thread.
 * Patterns count no steps that a test could read, so what a text adds to a tap is measured as processor time of this thread, which does
 * not run while others have the processor. It is compared with what a tenth of the same text adds: what is looked at anew for each
 * letter adds a hundred times as much.
 */
const [EMPTY, SHORT, LONG] = [20, 2_000, 20_000];
const MOST_GROWTH = 25;
/** What is less is too little to compare (microseconds): 25 times as much is still nothing that anybody waits for. */
const LEAST_US = 4_000;
const TRIES = 4;

/** Of one family, so that looking for each of their names costs as much as it can. */
const family = Array.from({ length: 60 }, (_, n) =>
  imported(somebody(500 + n, `Jan${String.fromCharCode(97 + (n % 26))} Jansen`), { team: 'familie' }),
);

const repeated = (piece: string) => (size: number) =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const numbered = (between: string) =>
  Array.from({ length: LONG / 2 }, (_, n) => `jan${n.toString(36)}`).join(between);
const hostile: Record<string, (size: number) => string> = {
  'half an address': (size) => `${repeated('a')(size / 2)}@${repeated('b')(size / 2 - 1)}`,
  'a family name': repeated('jansen '),
  'spaces between letters': (size) => `a${repeated(' ')(size - 2)}b`,
  'dots and spaces': repeated('. '),
  digits: repeated('1'),
  'digits and dots': repeated('1.'),
  brackets: repeated('(['),
  'open tags': repeated('<'),
  commas: repeated('a,'),
  'empty lines': (size) => `a${repeated('\n')(size - 2)}b`,
  // Each another one, so that nothing is looked up once for all.
  'lines of names': (size) => numbered('\n').slice(0, size),
  'names with commas': (size) => numbered(', ').slice(0, size),
};

let bot: TestBot;
let dispatcher: Dispatcher;
let payloads: Record<string, object>;

beforeAll(async () => {
  bot = await startTestBot({ now: NOW, env: { KOMPAS_ADMINISTRATORS: administrators[0] ?? '' } });
  dispatcher = dispatcherOf(bot);
  await bot.core.people.save(family);
  const town = await bringTown(bot.core, bot.connector.url);
  payloads = payloadsFor({ ...town, agreed: await agreedTo(bot, town) });
});
afterAll(() => bot.stop());

const tap = (kind: KindName, verb: string, data: object) =>
  dispatcher.tapped(turnFor(bot.core, kinds[kind].who, bot.clock.now), verb, data);

/** Who comes furthest with a tap: for whom the most is asked of storage. */
async function furthest(verb: string, action: Action<unknown>, data: object): Promise<KindName | undefined> {
  const asked: [KindName, number][] = [];
  for (const kind of mayTap(action)) {
    bot.requests.length = 0;
    await tap(kind, verb, data);
    asked.push([kind, bot.requests.length]);
  }
  return asked.toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** The payload with this text in every field of these kinds, also in a form that a button carries along. */
function filled(
  data: object,
  parts: Record<string, FormPart>,
  isFilled: (part: FormPart) => boolean,
  text: string,
) {
  const fields = Object.entries(parts).filter(([, part]) => part !== 'carried' && isFilled(part));
  const { form } = data as { form?: object };
  // What a button carries is no field: more than its schema takes is refused there.
  const carried = text.slice(0, SHORT);
  return {
    ...data,
    ...Object.fromEntries(fields.map(([name]) => [name, text])),
    ...(form ? { form: Object.fromEntries(Object.keys(form).map((name) => [name, carried])) } : {}),
  };
}

/** The least of some tries, in microseconds: collecting garbage falls in one of them, and not in all. */
async function cost(tries: number, run: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries; n += 1) {
    const before = process.threadCpuUsage();
    await run();
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

const isTyped = (part: FormPart) => part === 'text' || part === 'long';

test('no action takes ever longer for a text in its fields', async () => {
  const slow: string[] = [];
  let count = 0;
  for (const [verb, action] of bot.features.flatMap(({ actions }) => Object.entries(actions))) {
    const parts = schemaKinds(action.schema);
    const data = payloads[verb] ?? {};
    const ways = [isTyped, () => true].filter(
      (isFilled) =>
        'form' in data || Object.values(parts).some((part) => part !== 'carried' && isFilled(part)),
    );
    if (ways.length === 0) continue;
    const kind = await furthest(verb, action, filled(data, parts, isTyped, 'a'.repeat(SHORT)));
    if (!kind) throw new Error(`nobody may tap ${verb}`);
    for (const [name, textOf] of Object.entries(hostile))
      for (const isFilled of ways) {
        const run = (size: number) => () => tap(kind, verb, filled(data, parts, isFilled, textOf(size)));
        count += 1;
        // Nearly all taps cost so little that there is nothing to compare.
        if ((await cost(1, run(LONG))) <= MOST_GROWTH * LEAST_US) continue;
        const base = await cost(TRIES, run(EMPTY));
        const short = Math.max(LEAST_US, (await cost(TRIES, run(SHORT))) - base);
        const long = (await cost(TRIES, run(LONG))) - base;
        if (long > MOST_GROWTH * short)
          slow.push(`${verb}: ${name}, ${Math.round(long / short)} times as much`);
      }
  }
  expect(slow).toEqual([]);
  expect(count).toBeGreaterThan(1_000);
}, 900_000);
