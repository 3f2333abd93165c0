import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dispatcher } from '../../../src/bot/dispatcher.ts';
import { schemaKinds } from '../../../src/conversation/field.ts';
import type { Message } from '../../../src/conversation/message.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import { turnFor } from '../../support/turn.ts';
import { agreedTo } from './agreed.ts';
import { administrators, dispatcherOf, mayTap } from './dispatching.ts';
import { type KindName, kinds } from './kinds.ts';
import { payloadsFor } from './payloads.ts';
import { bringTown, NOW } from './town.ts';

/** Every plain object has these, so that a choice with such a name seems to be among the choices. */
const everywhere = ['constructor', '__proto__'];

let bot: TestBot;
let dispatcher: Dispatcher;
let payloads: Record<string, object>;

beforeAll(async () => {
  bot = await startTestBot({ now: NOW, env: { KOMPAS_ADMINISTRATORS: administrators[0] ?? '' } });
  dispatcher = dispatcherOf(bot);
  const town = await bringTown(bot.core, bot.connector.url);
  payloads = payloadsFor({ ...town, agreed: await agreedTo(bot, town) });
});
afterAll(() => bot.stop());

/** A tap as a button or a form sends it: JSON, in which `__proto__` is a name like any other. */
const sent = (data: object, name: string, text: string): object =>
  JSON.parse(JSON.stringify({ ...data, [name]: text }));

const isWrong = (message: Message) => /Dit lukte niet|native code|\[object /.test(JSON.stringify(message));

test('a choice that is named like what every object has breaks nothing, for who sends it and for who looks later', async () => {
  const wrong: string[] = [];
  let count = 0;
  for (const [verb, action] of bot.features.flatMap(({ actions }) => Object.entries(actions))) {
    const data = payloads[verb] ?? {};
    const names = Object.entries(schemaKinds(action.schema)).flatMap(([name, part]) =>
      part === 'long' || part === 'text' ? [] : [name],
    );
    for (const kind of mayTap(action).slice(0, 1))
      for (const name of names)
        for (const text of everywhere) {
          count += 1;
          const turn = turnFor(bot.core, kinds[kind].who, bot.clock.now);
          if (isWrong(await dispatcher.tapped(turn, verb, sent(data, name, text))))
            wrong.push(`${verb}: ${name} ${text}`);
        }
  }
  const phrases = bot.features.flatMap((feature) => feature.phrases.map(({ say }) => say));
  for (const kind of ['rootAdministrator', 'manager', 'employee'].filter((one) => one in kinds) as KindName[])
    for (const say of phrases.filter((one) => one !== 'vergeet mij')) {
      const turn = turnFor(bot.core, kinds[kind].who, bot.clock.now);
      if (isWrong((await dispatcher.typed({ ...turn, text: say })).message))
        wrong.push(`${kind} reads ${say}`);
    }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(1_000);
}, 900_000);
