import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import type { Storage } from '../../../src/storage/index.ts';
import { startTestBot, type TestBot, tapped } from '../../support/bot.ts';
import { wireOfRun } from '../../support/wire.ts';
import { agreedTo } from './agreed.ts';
import { type KindName, kinds } from './kinds.ts';
import { payloadsFor } from './payloads.ts';
import { bringTown, NOW } from './town.ts';

/** Between them they may do all that is managed. */
const managing: KindName[] = [
  'pilotLead',
  'pilotMember',
  'manager',
  'head',
  'keeper',
  'secondPerson',
  'projectLead',
  'rootAdministrator',
  'administrator',
  'hr',
];

/** These keep a file, or what was said of it, before they show what it would do: looking is what is logged, and nothing is managed. */
const looking = ['intake.kind', 'intake.answer'];

/** Of these the line is kept with the act itself until the log has it: whoever looks at it next, or finishes it, writes it. */
const keptWithTheAct = [/^signals?\./, /^changes\./, /^mandates\.approve$/];

const isKept = (verb: string) => keptWithTheAct.some((kept) => kept.test(verb));
/** Who left a pilot can do nothing in it any more: after the others. */
const isLast = (verb: string) => verb === 'pilot.left' || isKept(verb);

/** What a request asked of storage: a line for the log, by its words, or the name of the table that it wrote to. */
let asked: ({ logs: string } | { writes: string })[] = [];

/** Storage that works, but for the audit log. */
function withoutLog(storage: Storage): Storage {
  return {
    ...storage,
    table: (definition) => {
      const table = storage.table(definition);
      const note = () => asked.push({ writes: definition.name });
      return {
        ...table,
        insert: async (partition, row, value) => {
          if (definition.name !== 'audit') note();
          else {
            asked.push({ logs: (value as { what?: string }).what ?? '' });
            throw new Error('the log is away');
          }
          return table.insert(partition, row, value);
        },
        put: async (...all) => {
          note();
          return table.put(...all);
        },
        replace: async (...all) => {
          note();
          return table.replace(...all);
        },
        transact: async (partition, changes) => {
          if (definition.name !== 'audit') note();
          else {
            for (const change of changes)
              asked.push({ logs: 'value' in change ? ((change.value as { what?: string }).what ?? '') : '' });
            throw new Error('the log is away');
          }
          return table.transact(partition, changes);
        },
        remove: async (...all) => {
          note();
          return table.remove(...all);
        },
      };
    },
  };
}

let bot: TestBot;
let app: App;
let payloads: Record<string, object>;
let uploads: { people: string };
beforeAll(async () => {
  const env = { KOMPAS_ADMINISTRATORS: kinds.rootAdministrator.who.account, TURNS_PER_MINUTE: '100000' };
  bot = await startTestBot({ now: NOW, env });
  const town = await bringTown(bot.core, bot.connector.url);
  ({ uploads } = town);
  payloads = payloadsFor({ ...town, agreed: await agreedTo(bot, town) });
  app = await startApp({
    config: readConfig({ KOMPAS_LOCAL: 'true', ...wireOfRun, PORT: '0', HOST: '127.0.0.1', ...env }),
    storage: withoutLog(bot.storage),
    log: pino({ level: 'silent' }),
    now: () => bot.clock.now,
    alone: true,
    engine: { parallel: 1, idleMs: 60_000, tickMs: Number.POSITIVE_INFINITY },
  });
});
afterAll(async () => {
  await app.stop();
  await bot.stop();
});

async function answer(kind: KindName, verb: string, data: object): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${app.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serviceUrl: bot.connector.url, ...tapped(kinds[kind].who, verb, data) }),
  });
  return response.text();
}

async function taps(kind: KindName, verb: string, data: object): Promise<typeof asked> {
  asked = [];
  await answer(kind, verb, data);
  return asked;
}

/** What every colleague may see, or what the settings name people for. */
const namesPeopleToAll = /^(?:compliment\.|checkin\.talk$|settings\.(?:show|team)$)/;

test('whatever shows people to who administers has its line in the log before it does', async () => {
  const others = Object.values(kinds).map(({ who }) => who);
  const upload = uploads.people;
  const id = kinds.writer.who.id;
  const tries: [string, object][] = [
    ['intake.kind', { upload, kind: 'people' }],
    ['intake.answer', { upload, from: 0, ids: ['iedereen'], one0: 'ja' }],
    ['intake.show', { upload, page: 0 }],
    ['intake.show', { upload, page: 1 }],
    ['people.save', { ...payloads['people.save'], seen: 'van eerder', id }],
    ['people.count', { id, sure: false }],
    ['people.find', { name: 'a', page: 0 }],
    ...Object.entries(payloads),
  ];
  const shown = new Set<string>();
  for (const [verb, data] of tries.filter(([name]) => !namesPeopleToAll.test(name))) {
    for (const kind of ['administrator', 'rootAdministrator'] as const) {
      // The log is away: whatever would write a line first shows nothing.
      const words = await answer(kind, verb, data);
      const isShown = ({ upn, id: own, account }: (typeof others)[number]) =>
        account !== kinds[kind].who.account &&
        // What was sent comes back on the button to try again.
        [upn, `"id":"${own}"`, `(${own})`].some(
          (mark) => words.includes(mark) && !JSON.stringify(data).includes(mark),
        );
      if (others.some(isShown)) shown.add(verb);
    }
  }
  expect([...shown]).toEqual([]);
});

test.each([
  'people.open',
  'people.edit',
  'people.bind',
  'people.save-bind',
  'people.count',
  'people.take-out',
])('%s does not tell whose id was sent before its line is in the log', async (verb) => {
  const { id, name } = kinds.writer.who;
  expect(await answer('administrator', verb, { id, account: 'zomaar' })).not.toContain(name);
});

test('whatever is managed in the chat changes nothing before its line is in the log', async () => {
  const logged = new Set<string>();
  const early: string[] = [];
  // Those last: what they leave half done would keep others from their turn.
  const verbs = Object.keys(payloads).toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
  for (const verb of verbs) {
    for (const kind of managing) {
      const steps = await taps(kind, verb, payloads[verb] ?? {});
      const at = steps.findIndex((step) => 'logs' in step);
      if (at < 0) continue;
      for (const step of steps) if ('logs' in step) logged.add(step.logs);
      const before = steps.slice(0, at).flatMap((step) => ('writes' in step ? [step.writes] : []));
      if (!isKept(verb) && !looking.includes(verb)) early.push(...before.map((table) => `${verb}: ${table}`));
    }
  }
  expect([...new Set(early)]).toEqual([]);
  // Those that were tried by this: otherwise nothing was proven.
  expect([...logged]).toEqual(
    expect.arrayContaining([
      'bestand doorgevoerd',
      'bestand voorgelegd',
      'bestand niet doorgevoerd',
      'instellingen gemeente',
      'instellingen stap ongedaan gemaakt',
      'instellingen opheffen',
      'instellingen heropenen',
      'persoon gewijzigd: rechten beheerder',
      expect.stringMatching(/^persoon gewijzigd: ander team, van .+ naar .+/),
      expect.stringMatching(/^persoon toegevoegd: team .+; rechten medewerker$/),
      'persoon uit Kompas',
      'mensen koppel',
      'beheerlog bekeken',
      'mandaat voorgesteld',
      'mandaatvoorstel afgewezen',
      'mandaatvoorstel ingetrokken',
      'retro afgerond',
      'pilot begonnen',
      'pilotteam gewijzigd',
      'pilot: doelen gewijzigd',
      'pilot: verandering in ronde vastgelegd',
      'pilot: ronde begonnen',
      'pilot: evaluatie gevraagd',
      'pilot afgerond',
      'pilot: periode en naam gewijzigd',
      'pilot: verlengd',
      'pilot: kick-off gewijzigd',
      'pilot: leiding overgegeven',
      'pilot: leider aangewezen',
      'pilot: afronden teruggedraaid',
      'praktijkvoorbeeld gedeeld',
      'praktijkvoorbeeld ingetrokken',
      'teamkanaal weggehaald',
      'gedeelde rolindicaties bekeken',
      'totalen van rollen bekeken',
    ]),
  );
});
