import type { ChildProcess } from 'node:child_process';
import { afterEach, expect, inject, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { outcomeTable } from '../../src/delivery/tables.ts';
import { queues } from '../../src/kompas.ts';
import { MONDAY, peopleIn, teamOf } from '../delivery/world.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { createCore, tables } from '../support/core.ts';
import { testStorage } from '../support/storage.ts';
import { agreed } from '../support/town.ts';
import type { BotProcessOptions } from './bot-process.ts';
import { kill, startBot } from './processes.ts';

const PEOPLE = 60;
const MESSAGES = 2;
const SENDS_A_CHECKPOINT = 10;

const children: ChildProcess[] = [];
let connector: Connector | undefined;

/** Starts a bot; it waits for a word before it does anything. */
async function start(options: BotProcessOptions): Promise<ChildProcess> {
  const child = await startBot(options);
  children.push(child);
  return child;
}

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await connector?.stop();
});

test.each([[[3]], [[25]], [[55]], [[10, 30, 50]]])(
  'a bot killed after %j messages of a round loses nobody and repeats at most the last checkpoint',
  async (kills) => {
    const double = await startConnector();
    connector = double;
    double.behave({ do: 'accept', afterMs: 30 });
    const { storage, prefix } = await testStorage(tables, queues);
    const core = createCore(readConfig({ KOMPAS_LOCAL: 'true' }), storage, () => MONDAY);
    await core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));
    await core.settings.saveTeam(teamOf('west'));
    await core.people.save(peopleIn('west', PEOPLE, double.url));
    const options: BotProcessOptions = {
      connectionString: inject('connectionString'),
      prefix,
      instant: MONDAY.toString(),
      realMs: Date.now(),
      visibilitySeconds: 3,
      speed: 1,
      perSecond: 100,
    };
    const recorded = async () => {
      const rows = await storage.table(outcomeTable).range({});
      return rows.filter(({ row }) => row.startsWith('r|')).length;
    };

    let mayRepeat = 0;
    let bot = await start(options);
    for (const messages of kills) {
      bot.send('go');
      await double.until(() => double.counts().size >= messages);
      await kill(bot);
      // By the time the next one is there, what was on its way has arrived.
      bot = await start(options);
      const unrecorded = double.counts().size - (await recorded());
      expect(unrecorded).toBeLessThanOrEqual(MESSAGES * SENDS_A_CHECKPOINT);
      mayRepeat += unrecorded;
    }
    bot.send('go');
    await double.until(() => double.counts().size === PEOPLE);
    await expect.poll(recorded).toBe(PEOPLE);
    await expect.poll(() => core.store.queue.depth()).toBe(0);
    expect(double.sent.length - PEOPLE).toBeLessThanOrEqual(mayRepeat);
  },
);
