import type { App } from '../../src/app.ts';
import { planDue } from '../../src/delivery/planner.ts';
import { createRefusals } from '../../src/delivery/refusals.ts';
import { deliveryStore } from '../../src/delivery/store.ts';
import { occurrenceTable, outcomeTable } from '../../src/delivery/tables.ts';
import { work } from '../../src/delivery/worker.ts';
import { carryOut } from '../../src/features/mandates/import/carry-out.ts';
import { readFiles } from '../../src/features/mandates/import/files.ts';
import { planImport } from '../../src/features/mandates/import/plan.ts';
import { writeRegister } from '../../src/features/mandates/import/write.ts';
import { mandateStore } from '../../src/features/mandates/register/store.ts';
import { below, key, type Queue, type Received, type Storage } from '../../src/storage/index.ts';
import { KEEPER, NOW, PERIOD, registerIn, teams } from './town.ts';

/** What is measured: what it does, and what is undone after it, so that it can be done again. */
export interface Thing {
  run(): Promise<unknown>;
  again?(): Promise<unknown>;
}

/** `registerRead`: the first question after the register changed reads all of it. */
export type Name =
  | 'teamView'
  | 'answer'
  | 'reminderRound'
  | 'question'
  | 'registerRead'
  | 'myData'
  | 'mine'
  | 'registerImport';

let sent = 0;

/** Taps as Teams sends them; throws where the answer is no card, or says that it failed. */
async function tap({ port }: App, account: string, verb: string, data: object): Promise<void> {
  sent += 1;
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `${sent}`,
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:9/',
      from: { id: `29:${account}`, name: 'Mens', aadObjectId: account },
      recipient: { id: '28:kompas', name: 'Kompas' },
      conversation: { id: `a:${account}`, conversationType: 'personal' },
      value: { action: { type: 'Action.Execute', verb, data } },
    }),
  });
  const text = await response.text();
  if (response.status !== 200 || !text.includes('AdaptiveCard') || text.includes('Dit lukte niet'))
    throw new Error(`${verb} answered ${response.status} ${text.slice(0, 300)}`);
}

/** A queue in memory, for storage that has none: what is sent comes out once. */
export function memoryQueue(): Queue {
  const waiting: Received[] = [];
  return {
    send: async (body) => {
      waiting.push({ id: `${sent}-${waiting.length}`, body } as Received);
    },
    receive: async () => waiting.splice(0, 1),
    giveBack: async () => true,
    remove: async () => true,
    depth: async () => waiting.length,
    oldest: async () => undefined,
  };
}

/** Plans the reminder of both teams and works through its messages; nobody is written to. */
function reminders({ planner }: App, storage: Storage, tenant: string): Thing {
  const now = () => NOW;
  const rounds = planner.rounds.filter(({ name }) => name === 'checkin-reminder');
  return {
    run: async () => {
      const store = deliveryStore(storage, tenant);
      const tools = { ...planner, store, rounds };
      if ((await planDue(tools, NOW)).length !== teams.length) throw new Error('no reminders were due');
      const refusals = createRefusals({ now, onPause: () => {} });
      const worker = {
        ...tools,
        refusals,
        now,
        random: () => 0,
        markBlocked: async () => {},
        unmarkBlocked: async () => {},
        send: async () => ({ kind: 'sent' as const }),
        pause: async () => {},
      };
      for (
        let [message] = await store.queue.receive(1, 120);
        message;
        [message] = await store.queue.receive(1, 120)
      )
        await work(worker, message, () => false);
    },
    again: async () => {
      const day = NOW.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString();
      for (const { key: team } of teams) {
        await storage.table(occurrenceTable).remove(key(tenant, day), key('checkin-reminder', team, PERIOD));
        const partition = key(tenant, 'checkin-reminder', team, PERIOD);
        for (const { row } of await storage.table(outcomeTable).range({ partition, ...below('r') }))
          await storage.table(outcomeTable).remove(partition, row);
        for (const { row } of await storage.table(outcomeTable).range({ partition, ...below('c') }))
          await storage.table(outcomeTable).remove(partition, row);
      }
    },
  };
}

/** Imports the next version of the register, as the command line does. Each import is two hours after the one before. */
function imports({ services: { storage, tenant, audit, settings, people } }: App, first: number): Thing {
  let version = first;
  const start = Date.now();
  return {
    run: async () => {
      version += 1;
      const passed = (version - first) * 2;
      const store = mandateStore(storage, tenant, () => start + passed * 3_600_000);
      const { mandaten, gebieden } = writeRegister(registerIn(version));
      const upload = (text: string) => ({ name: 'lijst.csv', bytes: Buffer.from(text) });
      const read = await readFiles({ register: upload(mandaten), areas: upload(gebieden) });
      if ('problems' in read) throw new Error(JSON.stringify(read.problems));
      const [known] = await Promise.all([store.current(), settings.read(), people.everybody()]);
      const plan = planImport(known, read.files, { remembered: () => undefined });
      if ('problems' in plan) throw new Error(JSON.stringify(plan.problems));
      const at = NOW.add({ hours: passed }).toString({ smallestUnit: 'millisecond' });
      const done = await carryOut({ store, audit }, known, plan, { who: 'cli', at });
      if (done !== 'done') throw new Error(done);
    },
  };
}

/** Everything that is measured, of an installation that has so many weeks of history. */
export function thingsOf(app: App, storage: Storage, weeks: number): Record<Name, Thing> {
  const { tenant } = app.services;
  const say = (text: string) => ({ run: () => tap(app, KEEPER, 'help.say', { text }) });
  let score = 2;
  return {
    teamView: say('team'),
    answer: {
      run: () => {
        score = 2 + ((score + 1) % 4);
        return tap(app, KEEPER, 'checkin.answer', { period: PERIOD, score });
      },
    },
    reminderRound: reminders(app, storage, tenant),
    question: say('wie valideert BAG in Noord?'),
    registerRead: { run: () => mandateStore(app.services.storage, tenant).current() },
    myData: { run: () => tap(app, KEEPER, 'privacy.show', {}) },
    mine: say('van mij'),
    registerImport: imports(app, weeks),
  };
}
